"""Work read clause by clause with open words: whoever works at whatever, by what the closed words say of it."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import Term, constant, less, plus, scaled, symbol
from engine.generators.civil._problems.mentions import Mention
from engine.generators.civil._problems.reduced import opened
from engine.generators.civil._problems.relations import Answer, recognition
from engine.generators.civil._travel.journeys.pieces import Piece
from engine.generators.civil._work_rate.crews.asked import ask, measured
from engine.generators.civil._work_rate.crews.course import CREW, HAND, PLAN, UNITS, WHOLE, Course, Crew
from engine.generators.civil._work_rate.crews.naming import named
from engine.generators.civil._work_rate.crews.rates import compare, speed_up, tell_amounts
from engine.generators.civil._work_rate.crews.words import CLOSED, LEXICON, SIGNS, N
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out, to_int

_OTHER = r"一些|有些|一部分|部分人|大部分|若干(?![天日小分])|几(?:个|名)?人|(?:\d|多少|几)万元|费用|轮流|轮班|轮换|交替|[两二三](?:项|批|个仓库)|每次各|每人|每(?:台|名)(?![^,;。\\d]{0,5}效率)|相遇|中点|%的?利润|距离|千米/|米/|浓度|损坏|返工|至多|最多|不超过|不足|排队|检票"
_BARE_HANDS = r"(?:^|[,;。?:]|用|有|开|派|派出|投入|由|增加|增派|调来|调走|来|只|需要?|要|得|若|如果|同时|再|又|走|了|和|现在?|供|可供|放养|放|组织|安排|出动|租|让)"
_SOFT = set("vwaO?bckS|_")


def plain_work(text: str) -> tuple[str, dict[str, str]]:
    """The opened text with those who work named 甲, 乙, ... and hands that are counted as `N¤`; what each was called."""
    plain = patterns.sub(r"\s+", "", opened(text))
    plain = patterns.sub(r"(?<=\d):(?=\d)", "∶", plain)
    plain = patterns.sub(r"(\d+)又(\d+)/(\d+)", lambda mixed: f"{int(mixed[1]) * int(mixed[3]) + int(mixed[2])}/{mixed[3]}", plain)
    plain = patterns.sub(r"(\d+)(小时|天)半", r"\1.5\2", plain)
    plain = patterns.sub(r"(\d+)小时零?(\d+)分(?!钟|之)", r"\1小时\2分钟", plain)
    plain = patterns.sub(
        r"[(,]?(?:假设|假定|设|且|已知)?(?:[\u4e00-\u9fff]{0,3}[每各](?:个|名|位|台|人|队|辆|头|条|根)?(?:工?人|机器)?(?:每天|每小时)?|工人|[两三]人)的?(?:工作|施工|做工|干活)?(?:效率|工效|速度|工作量|进度)(?:都|均|始终|一直|各自|保持|彼此)*(?:相同|一样|相等|不变)\)?",
        "",
        plain,
    )
    plain = patterns.sub(r"(?<![之目])前(?=\d+(?:\.\d+)?(?:天|小时|分钟))", "先", plain)
    plain = patterns.sub(rf"({N})(?=(?:[、和,与]{N})*[、和,与]{N}(天|小时|分钟)(?!/))", r"\1\2", plain)
    plain, called = named(plain)
    if "甲" not in plain:
        plain = patterns.sub(
            rf"(?<![\d第一二三四五六七八九十])([一两二三四五六七八九十])(?=(?:名|个|位|台)[^,;。\d]{{0,8}}(?:人|工|师傅|机))",
            lambda number: str(to_int(number[1])),
            plain,
        )
    return _hands(patterns.sub(r"[甲乙丙丁]{2,}", lambda row: "、".join(row[0]), plain)), called


def _hands(plain: str) -> str:
    """Hands that are counted, by whatever word they are counted."""
    plain = patterns.sub(
        r"(?<![\d第一二三四五六七八九十])([一两二三四五六七八九十])(?:个|名|位|台|部|辆|头|只|条|根|艘|匹)(?=[甲乙丙丁])",
        lambda number: f"{to_int(number[1])}¤",
        plain,
    )
    counted = r"(\d+|多少)(?:个|名|位|台|部|辆|头|只|条|根|艘|匹)?(?:同样的?|相同的?|效率相同的?)?"
    plain = patterns.sub(rf"{counted}(?=[甲乙丙丁](?:[、和与,;。]|\d|一起|合|同|$))", r"\1¤", plain)
    people = rf"(\d+|多少)(?:名|位|个(?=工人|人)|(?=人))(?:人(?!次|均))?"
    if patterns.search(people, plain):
        if not ("甲" in plain and not patterns.search(r"\d¤[甲乙]", plain)):
            return patterns.sub(people, r"\1¤", plain)
        return plain
    if "甲" in plain:
        return plain
    for unit in "台部辆头只条根艘匹":
        every = patterns.findall(rf"(?:\d+|多少){unit}", plain)
        if len(every) > 1 and len(every) == len(patterns.findall(rf"{_BARE_HANDS}(?:\d+|多少){unit}", plain)):
            return patterns.sub(rf"(\d+|多少){unit}", r"\1¤", plain)
    return plain


def read_crews(text: str) -> Recognition | None:
    """Who does how much of a work in which time.

    Raises:
        StayOut: a clause is not understood.
    """
    plain, called = plain_work(text)
    if found := patterns.search(_OTHER, plain):
        stay_out(found[0])
    if patterns.search("\\d元|多少元", plain) and not patterns.search(r"工作量|工程量|劳动量|完成量", plain):
        stay_out("paid for what")
    course = Course([each for each in "甲乙丙丁" if each in plain])
    units = {UNITS.get(each, each) for each in patterns.findall(r"(?:[\d少几]个?|每(?=[^,;。]{0,10}\d))(天|日|小时|分钟|周|星期|月|次)", patterns.sub(rf"每天[^,;。\d]{{0,4}}{N}小时|每天[^,;。\d]{{0,8}}(?:多少|几)小时", "", plain))}
    if units == {"小时", "分钟"}:
        course.mixed, course.unit = True, "分钟"
    elif len(units) != 1:
        stay_out("units")
    else:
        course.unit = units.pop()
    pieces = [(Piece(clause.mentions, clause.text, SIGNS), clause.ends) for clause in LEXICON.clauses(plain, longest_left=24, suspect=CLOSED) if clause.mentions]
    signs = "".join(piece.signs for piece, _ in pieces)
    course.regrows = "m" in signs
    course.several = patterns.search("[goN]", signs) is not None
    course.hand = (patterns.findall(r"(?:多少|几)([名位人台部辆头只条根艘匹])", patterns.sub(r"\s", "", opened(text))) or ["人"])[0]
    _who_empties(course, plain, called, pieces)
    for place in range(len(pieces) - 1, 0, -1):
        if pieces[place][0].signs == "?" and not pieces[place - 1][0].has("TUHYQ$5"):
            piece = pieces.pop(place)[0]
            pieces[place - 1][0].mentions += piece.mentions
    kept: list[Mention] = []
    for place, (piece, ends) in enumerate(pieces):
        following = pieces[place + 1][0].signs if place + 1 < len(pieces) else ""
        if piece.signs.startswith("k"):
            piece.mentions = piece.mentions[1:]
        if kept and piece.has("nNh") and not patterns.match("k?[dk]*n>n", piece.signs):
            if {each.value for each in kept if each.kind == "name"} == set(piece.names()) and not piece.has("Nh"):
                piece.drop("n")
            elif not {SIGNS[each.kind] for each in kept} <= set("nNgiOv"):
                stay_out("who does what")
            kept = [each for each in kept if each.kind == "if"] if piece.has("nNh") else kept
        piece.mentions = [*kept, *piece.mentions]
        kept = []
        if "?" in ends and not piece.has("TUHYQ$?5"):
            stay_out(f"also asks: {piece.text}")
        names_only = set(piece.signs) <= set("nNOi") or (
            set(piece.signs) <= set("nNgwdvOi") and (ends[:1] == "。" or set(following[:3]) & set("nNhW"))
        )
        if names_only and piece.has("n") and (not following or ends[:1] in ("。", ";") or set(following) & set("nNhW")):
            continue  # who there is
        if piece.has("g") and set(piece.signs) <= set("nNgi") and set(following) & set("RL") and "n" in following:
            _take(course, Piece([*piece.mentions, Mention("some", "若干")], piece.text, SIGNS), "j", ends)
            continue
        if set(piece.signs) <= set("nNhiogfjacrvJzw") and ends[:1] == "," and following and piece.has("nNhirz") and not piece.has("J"):
            if piece.has("h") and "h" in following and not piece.has("n"):
                stay_out("which of them")
            kept = piece.mentions
            continue
        if piece.has("?") and not piece.has("TUHYQ$5") and piece.has("dvP"):
            piece.mentions = [Mention("ask-time", each.text) if each.kind == "ask" else each for each in piece.mentions]
        upto = next((at for at in range(place + 1, len(pieces)) if pieces[at][1][:1] in ("。", ";", "?", "")), len(pieces) - 1)
        course.later = "".join(each.signs for each, _ in pieces[place + 1 : upto + 1]) if ends[:1] == "," else ""
        parts = _split(piece)
        for turn, part in enumerate(parts):
            _take(course, part, following if turn == len(parts) - 1 else parts[turn + 1].signs, ends if turn == len(parts) - 1 else ",")
        piece.mentions = [each for part in parts for each in part.mentions]
        if left := [each for each in piece.mentions if SIGNS[each.kind] not in _SOFT]:
            stay_out(f"{left[0].text} in {piece.text}")
    if kept or course.open or not course.asks:
        stay_out("nothing asked")
    if course.planned and not any((PLAN,) in term or any(PLAN in product for product in term) for term in course.equations.told):
        stay_out("no plan")
    course.check()
    answers: list[Answer] = [(place, *measured(course, *asked)) for place, asked in enumerate(course.asks)]
    return recognition(course.lines, answers, called, working=course.equations.in_words())


def _who_empties(course: Course, plain: str, called: dict[str, str], pieces: list[tuple[Piece, str]]) -> None:
    """Those by whom less is there: only where others fill what they empty."""
    if not any(piece.has("E") for piece, _ in pieces):
        return
    if not patterns.search(r"[满注灌]", plain):
        for piece, _ in pieces:
            piece.mentions = [Mention("done", each.text) if each.kind == "empty" else each for each in piece.mentions]
        return
    for piece, _ in pieces:
        if piece.has("E") and piece.has("t") and len(piece.names()) == 1:
            course.emptying.add(piece.names()[0])
            piece.mentions = [Mention("done", each.text) if each.kind == "empty" else each for each in piece.mentions]
        elif piece.has("E"):
            stay_out("who empties")
    del called


def _split(piece: Piece) -> list[Piece]:
    """Parts that end with `之后`, or where somebody else goes on."""
    found: list[Piece] = []
    part: list[Mention] = []
    for place, each in enumerate(piece.mentions):
        part.append(each)
        rest = piece.signs[place + 1 :]
        if (each.kind == "after" and any(one.kind in ("time", "some", "share", "percent", "amount") for one in part) and rest.strip("dv?OT")) or (
            each.kind == "time" and patterns.match("[dv]*[nNh]*j.*[nNh]|[dv]*[nNh]+j", rest)
        ):
            found.append(Piece(part, piece.text, SIGNS))
            part = []
    return [*found, Piece(part, piece.text, SIGNS)] if part else found


def _take(course: Course, piece: Piece, following: str, ends: str) -> None:
    if piece.drop("m") and not piece.mentions:
        return
    if piece.has("i") and not course.open:
        course.begin()
    if found := piece.take("(x)"):
        course.begin()
        course.begun = scaled(symbol(WHOLE), fraction_of(found[0]))
        course.lines.append(found[0].text)
        if set(piece.signs) <= set("nNO"):
            piece.mentions = []
    if found := piece.take("6?O?(M)"):
        if course.money is not None:
            stay_out("paid for what")
        course.money = Fraction(found[0].value)
        course.lines.append(found[0].text)
    piece.drop("6")
    if found := piece.take("(n)?(5)"):
        if course.open or not course.spells or course.money is None or len(found) != 2:
            stay_out("who gets what")
        course.asks.append((scaled(course.done_by(found[0].value), course.money), symbol(WHOLE), "amount:元"))
        return
    piece.drop("i")
    compare(course, piece)
    tell_amounts(course, piece)
    speed_up(course, piece)
    if found := piece.take("(z)"):
        course.hours = constant(Fraction(found[0].value))
        course.lines.append(found[0].text)
    _come_and_go(course, piece, following)
    if piece.has("TUHYQ$"):
        ask(course, piece, crew_of, said)
        return
    if piece.has("t/sdDelu"):
        _work(course, piece, following, ends)
    elif crew := crew_of(course, piece):
        if course.open or piece.has("j"):
            course.crew = crew
            piece.drop("nNhgjr")
    elif course.open and set(piece.signs) <= set("rj"):
        piece.drop("rj")


def crew_of(course: Course, piece: Piece) -> Crew:
    """Those of whom a clause speaks; empty where it names nobody."""
    crew: Crew = {}
    places = [each for each in piece.mentions if each.kind in ("name", "heads", "all")]
    count: Term | None = None
    for each in places:
        if each.kind == "all":
            number = "零一二三四".find(each.value.replace("两", "二")) if each.value and not each.value.isdigit() else int(each.value or 0)
            everyone = {name: constant(1) for name in course.names}
            if number and number == len(piece.names()):
                continue  # `甲、乙两队`
            if not everyone:
                everyone = course.crew or course.last_crew
                number = 0
            here = course.crew if course.open and course.crew and number in (0, len(course.crew)) else everyone
            if not here or number not in (0, len(here)):
                stay_out("how many work")
            crew = {**here, **crew}
        elif each.kind == "heads":
            if count is not None:
                stay_out("hands of which sort")
            count = constant(int(each.value))
        else:
            if count is not None or each.value not in crew:
                crew[each.value] = count or constant(1)
            count = None
    if not places and piece.has("g"):
        if course.open and len(course.crew) > 1:
            return dict(course.crew)
        crew = {name: constant(1) for name in course.names}
    if count is not None:
        if patterns.search("各", piece.text) and crew:
            crew = dict.fromkeys(crew, count)
        elif crew:
            stay_out("hands of which sort")
        elif course.names:
            stay_out("hands of which sort")
        else:
            crew = {HAND: count}
    if piece.has("g") and course.open and len(crew) == 1 and not piece.has("N") and HAND not in crew and set(crew) - set(course.crew):
        crew = {**course.crew, **crew}  # with those who are at work
    return crew


def said(crew: Crew) -> str:
    """Those who work, in words."""
    parts = []
    for sort, count in crew.items():
        number = count.get((), Fraction(0)) if set(count) <= {()} else None
        parts.append(sort if number == 1 and sort != HAND else f"{number if number is not None else '若干'} 个{'人' if sort == HAND else sort}")
    return "、".join(parts)


def _come_and_go(course: Course, piece: Piece, following: str) -> None:
    """Somebody comes, leaves or rests."""
    if piece.has("T") and piece.has("L"):
        stay_out("who leaves when")
    if found := piece.take("[XI]v?(H)") or piece.take("v?[XI]v?(H)"):
        stay_out("who comes") if HAND not in course.last_crew and HAND not in course.crew else None
        piece.mentions.append(Mention("ask-heads", "多少", "out" if patterns.search("减|撤|调[走出]|抽", piece.text) else "in"))
        del found
    while found := piece.take("(h)[jk]*[XL]") or piece.take("[XL](h)") or piece.take("(I)(h)") or piece.take("(h)(B)"):
        told = next(each for each in found if each.kind == "heads")
        more = piece.text and any(each.kind in ("in", "back") for each in found)
        if (told_time := piece.take("j?(t)k?")) and course.open:
            course.work(course.crew, course.duration(told_time[0]), f"{said(course.crew)}做 {told_time[0].text}")
        here = course.crew if course.open else (course.crew or course.last_crew)
        if set(here) != {HAND}:
            stay_out("who comes or goes")
        now = plus(here[HAND], constant(int(told.value) * (1 if more else -1)))
        if not course.open:
            course.begin()
        course.crew = {HAND: now}
        course.lines.append(f"{'增加' if more else '减少'} {told.text[:-1]} 个")
        piece.drop("jk")
    piece.drop("B") if piece.has("~T") else None
    if piece.has("L"):
        names = piece.names() or (list(course.crew) if len(course.crew) == 1 else [])
        if not course.open or not names or piece.has("t/s"):
            stay_out("who leaves")
        for name in names:
            if name not in course.crew:
                stay_out("who leaves")
        piece.drop("Lnj")
        course.crew = {sort: count for sort, count in course.crew.items() if sort not in names}
        course.lines.append(f"{'、'.join(names)}离开")
    if piece.has("J"):
        names = piece.names()
        if not course.open or not names or piece.has("t/sT"):
            stay_out("who joins")
        piece.drop("Jnjg")
        course.crew = {**course.crew, **{name: constant(1) for name in names}}
        course.lines.append(f"{'、'.join(names)}加入")
    if found := piece.take("(n?)(N?)[fj]*R[v]*([tsT])"):
        names = [each.value for each in found if each.kind == "name"]
        time = course.duration(found[-1]) if found[-1].kind == "time" else course.new()
        if len(names) != 1:
            stay_out("who rests")
        if found[-1].kind == "ask-time":
            time = course.resting.get(names[0]) or time
            course.asks.append((time, {}, f"time:{found[-1].unit}"))
        if names[0] in course.resting and not (found[-1].kind == "ask-time"):
            stay_out("who rests when")
        if names[0] in course.resting:
            return
        course.resting[names[0]] = time
        if not course.open and course.spells and found[-1].kind == "ask-time":
            stay_out("who rests when")
        if not course.open:
            course.work(course.crew or {name: constant(1) for name in course.names}, course.new(), "一起做")
        for name in names:
            course.away(name, time)
        course.lines.append(f"{'、'.join(names)}休息 {found[-1].text}")
    del following


def _work(course: Course, piece: Piece, following: str, ends: str) -> None:
    """A spell of work: by whom, for how long, up to what."""
    crew = crew_of(course, piece)
    planned, due = piece.drop("a"), piece.drop("D")
    if not crew and course.closed == 0 and not course.open and not course.names and not course.several:
        crew = {CREW: constant(1)}
    if patterns.search("n[^nt]*t[^nt]*n[^nt]*t", piece.signs) and not piece.has("_>=lem"):
        _one_after_the_other(course, piece, following)
        return
    course.before = set(piece.signs)
    named_here = crew
    crew = crew or (course.crew if course.open or course.crew else course.last_crew)
    if piece.has("_") and patterns.fullmatch("[^t]*t{2,}[^t]*", piece.signs):
        _each_alone(course, piece)
        return
    if found := piece.take("(n)>(n)l(t)S"):
        course.work({each.value: constant(1) for each in found[:2]}, course.new(), "一起做")
        course.away(found[0].value, course.duration(found[2]))
        course.lines.append(f"{found[0].value}晚 {found[2].text}")
        return
    if not named_here and not course.open and piece.has("te") and "H" in following[:3]:
        if found := piece.take("([el])(t)"):
            course.pending = plus(course.plan(), scaled(course.duration(found[1]), -1 if found[0].kind == "sooner" else 1))
        elif found := piece.take("(t)"):
            course.pending = course.duration(found[0])
        piece.drop("dvDE")
        return
    times = piece.take("([ts])")
    one = next(iter(crew), "")
    if (
        times
        and times[0].kind == "time"
        and not course.open
        and len(named_here) == 1
        and len(course.spells) > 1
        and not piece.has("odvfij/uk")
        and any(one in spell.rates for spell in course.spells)
        and not set(following[:3]) & set("rj~")
        and patterns.search(r"[\u4e00-\u9fff]了", piece.text)
    ):
        course.equations.equal(course.took(one), course.duration(times[0]))
        course.lines.append(f"{one}一共做了 {times[0].text}")
        piece.drop("nO")
        return
    in_all = piece.has("O")
    early = piece.take("([el])") if times else None
    if times is None and due and not named_here and not course.open:
        piece.drop("dvP")
        return
    if times is None and due:
        times = []
    if found := (piece.take("^(u)(?=n)") if not course.spells or not course.open else None):
        course.equations.equal(symbol(WHOLE), constant(Fraction(found[0].value)))
        course.lines.append(f"总量 {found[0].text}")
    if found := (piece.take("r(u)") if course.open and times is None else None):
        course.equations.equal(less(symbol(WHOLE), course.done), constant(Fraction(found[0].value)))
        course.lines.append(f"剩 {found[0].text}")
        course.open = False
        piece.drop("~")
        return
    share = piece.take("(r?)w*(/)") or piece.take("(/)")
    amount = piece.take("O?w*[OU]*(u)") if not share else None
    if piece.has("t/u") or (times is None and share is None and amount is None):
        if not piece.has("t/u") and piece.has("d") and course.open and course.spells:
            course.crew = crew or course.crew
            if "T" not in following or ("n" in following and "~" not in following and piece.has("r")):
                course.work(course.crew, course.new(), f"{said(course.crew)}做完")
                course.close()
            piece.drop("nNhogjrdwv")
            return
        stay_out(f"what is told in {piece.text}")
    told = times[0] if times else None
    if in_all and told is not None and course.spells and (course.open or not named_here):
        if course.open:
            if named_here:
                course.work(named_here, course.new(), f"{said(named_here)}做完")
            elif not any(set(spell.time) - {()} for spell in course.spells) or piece.has("d") or not following.startswith("j"):
                course.work(course.crew, course.new(), f"{said(course.crew)}做完")
            course.close()
        course.equations.equal(course.total, course.duration(told))
        course.lines.append(f"一共 {told.text}")
        piece.drop("OdvjErnNhog")
        return
    if share is not None and not course.open and times is None and not crew:
        stay_out("who does it")
    before, left = course.done if course.open else {}, less(symbol(WHOLE), plus(course.begun, course.done if course.open else {}))
    if early:
        sign = -1 if early[0].kind == "sooner" else 1
        time: Term = plus(course.plan(), scaled(course.duration(told or stay_out("how early")), sign))
    elif due:
        time = course.plan()
        if course.open:
            time = less(time, course.total)
    else:
        time = course.duration(told) if told is not None and told.kind == "time" else course.new()
    course.work(crew, time, f"{said(crew)}做 {told.text if told else '若干时间'}")
    if planned or piece.has("P"):
        if early or due:
            stay_out("which plan")
        course.equations.equal(course.plan(), course.total)
        piece.drop("P")
    after = piece.has("k")
    if share is not None:
        part = fraction_of(share[-1])
        of_the_rest = len(share) > 1 and share[0].kind == "remainder"
        goal = scaled(left if of_the_rest else symbol(WHOLE), part)
        since = course.done if (after and not of_the_rest and not piece.has("nNh") and before) else course.spells[-1].done
        course.equations.equal(since, goal)
        course.lines.append(f"完成{'余下的' if of_the_rest else ''} {share[-1].text}")
        if len(course.spells) == 1 and not after and not piece.has("fj") and "了" not in piece.text and not set(following) & set("r~"):
            if set(course.later + following[:2]) & set("rj~k"):
                stay_out("done, or what can be done")
            course.open, course.last_crew = False, dict(course.crew)  # what he can do
            piece.drop("nNhogdvwEO")
            return
    if amount is not None:
        if course.regrows:
            stay_out("an amount of what grows")
        if course.hours is None and not after and not piece.has("fr") and not in_all and not set(following[:3]) & set("rj~L"):
            course.equations.equal(course.done, constant(Fraction(amount[0].value)))
            course.lines.append(amount[0].text)
            course.open, course.last_crew = False, dict(course.crew)
            piece.drop("nNhogdOvwE")
            return
        course.equations.equal(course.done if in_all else course.spells[-1].done, constant(Fraction(amount[0].value)))
        course.lines.append(amount[0].text)
    finishes = _finishes(course, piece, following, after, share is not None, amount is not None, ends)
    if piece.has("f") and finishes:
        stay_out("first, and nothing after it")
    if piece.has("~") and (len(course.spells) < 2 or not finishes):
        stay_out("still what")
    piece.drop("nNhogfjdrkEOwvS~")
    if finishes:
        course.close()


def _one_after_the_other(course: Course, piece: Piece, following: str) -> None:
    """`甲做 2 天、乙做 3 天`: each for his time, and what is done by then."""
    done = piece.has("d")
    share = piece.take("w*(/)")
    while found := piece.take("f?(n+)[ogjv]*(t)"):
        names = [each.value for each in found[:-1]]
        course.work({name: constant(1) for name in names}, course.duration(found[-1]), f"{'、'.join(names)}做 {found[-1].text}")
    if share:
        course.equations.equal(course.done, scaled(symbol(WHOLE), fraction_of(share[0])))
        course.lines.append(f"完成 {share[0].text}")
        course.open = set(following[:3]) & set("rj~") != set()
    elif done and following[:1] not in ("r", "~"):
        course.close()
    piece.drop("dvjwg")


def _each_alone(course: Course, piece: Piece) -> None:
    """Several who need one time each for the whole."""
    names, times = piece.names(), [each for each in piece.mentions if each.kind == "time"]
    if course.open or len(names) != len(times) or piece.has("fjkrg/u"):
        stay_out("each how long")
    for name, its in zip(names, times, strict=True):
        course.work({name: constant(1)}, course.duration(its), f"{name}单独做 {its.text}")
        course.close()
    piece.drop("nNt_odv")


def _finishes(course: Course, piece: Piece, following: str, after: bool, share: bool, amount: bool, ends: str) -> bool:
    """Whether the work is done with a spell."""
    bare = not course.before & set("vdoh") and patterns.match("n[gj]*t", following) is not None
    if bare and set(course.later) & set("dr"):
        return False
    goes_on = patterns.match(r"i?a*[nN]*r|[aN]*[nhN]*[aN]*[rjkL~JXIBR]", following) is not None or following.startswith("W")
    if after or piece.has("f") or (share and not piece.has("r")):
        return False
    if amount:
        stay_out("how much of the whole") if not piece.has("Od") else None
    if piece.has("d") or piece.has("D"):
        return not (goes_on and patterns.search("完成了(?!任务)", piece.text) and not piece.has("r"))
    if piece.has("r"):
        return not goes_on
    if len(course.spells) == 1:
        return not goes_on and not patterns.search(r"[\u4e00-\u9fff]了\d", piece.text)
    return not goes_on and ("。" in ends or ";" in ends or not following or following[:1] == "i" or set(following) & set("TUH") != set())


def fraction_of(told: Mention) -> Fraction:
    """A share, or a percentage, as a number."""
    if told.value in ("一半", "半数"):
        return Fraction(1, 2)
    return Fraction(told.value) / (100 if told.kind == "percent" else 1)

