"""Work read clause by clause with open words: whoever works at whatever, by what the closed words say of it."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import constant, plus, scaled, symbol
from engine.generators.civil._problems.mentions import Mention
from engine.generators.civil._problems.reduced import opened
from engine.generators.civil._problems.relations import Answer, recognition
from engine.generators.civil._travel.journeys.pieces import Piece
from engine.generators.civil._work_rate.crews.asked import ask, measured
from engine.generators.civil._work_rate.crews.course import HAND, PLAN, UNITS, WHOLE, Course
from engine.generators.civil._work_rate.crews.hands import crew_of, said
from engine.generators.civil._work_rate.crews.naming import named
from engine.generators.civil._work_rate.crews.rates import compare, part_of_it, speed_up, tell_amounts
from engine.generators.civil._work_rate.crews.spells import work
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
    if patterns.search(r"\d个?月", plain) and not patterns.search(r"\d{4}年", plain):
        plain = patterns.sub(r"(?<!\d)(\d{1,2})年", lambda years: f"{12 * int(years[1])}月", plain)
    plain = patterns.sub(r"(\d+)(小时|天)半", r"\1.5\2", plain)
    plain = patterns.sub(r"(\d+)小时零?(\d+)分(?!钟|之)", r"\1小时\2分钟", plain)
    plain = patterns.sub(
        r"[(,]?(?:假设|假定|设|且|已知)?(?:[\u4e00-\u9fff]{0,3}[每各](?:个|名|位|台|人|队|辆|头|条|根)?(?:工?人|机器)?(?:每天|每小时)?|工人|[两三]人)的?(?:工作|施工|做工|干活)?(?:效率|工效|速度|工作量|进度)(?:都|均|始终|一直|各自|保持|彼此)*(?:相同|一样|相等|不变)\)?",
        "",
        plain,
    )
    plain = patterns.sub(r"(?<=[天时钟周])后来了(?=\d)", "后,来了", plain)
    plain = patterns.sub(r"(?<![之目提以])前(?=\d+(?:\.\d+)?(?:天|小时|分钟))", "先", plain)
    plain = patterns.sub(rf"({N})(?=(?:[、和,与]{N})*[、和,与]{N}(天|小时|分钟)(?!/))", r"\1\2", plain)
    plain, called = named(plain)
    if "甲" not in plain:
        plain = patterns.sub(
            r"(?<![\d第一二三四五六七八九十])([一两二三四五六七八九十])(?=(?:名|个|位|台)[^,;。\d]{0,8}(?:人|工|师傅|机))",
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
    people = r"(\d+|多少)(?:名|位|个(?=工人|人)|(?=人))(?:人(?!次|均))?"
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
    if patterns.search("不停|不断|匀速|均匀", plain):  # what was there before is what grows is added to
        plain = patterns.sub(r"(?<=[,;。])[^,;。\d]{0,6}(?:有|积)了?一(?:些|定量)的?[\u4e00-\u9fff]{0,3}(?=[,;。])", "", plain)
    if found := patterns.search(_OTHER, plain):
        stay_out(found[0])
    if patterns.search("\\d元|多少元", plain) and not patterns.search(r"工作量|工程量|劳动量|完成量", plain):
        stay_out("paid for what")
    course = Course([each for each in "甲乙丙丁" if each in plain])
    units = {
        UNITS.get(each, each)
        for each in patterns.findall(
            r"(?:[\d少几]个?|每(?=[^,;。]{0,10}\d))(天|日|小时|分钟|周|星期|月|次)",
            patterns.sub(rf"每天[^,;。\d]{{0,4}}{N}小时|每天[^,;。\d]{{0,8}}(?:多少|几)小时", "", plain),
        )
    }
    if units == {"小时", "分钟"}:
        course.mixed, course.unit = True, "分钟"
    elif len(units) != 1:
        stay_out("units")
    else:
        course.unit = units.pop()
    pieces = [
        (Piece(clause.mentions, clause.text, SIGNS), clause.ends)
        for clause in LEXICON.clauses(plain, longest_left=24, suspect=CLOSED, silent=1)
        if clause.mentions
    ]
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
        if piece.has("N") and not piece.has("nh") and any(SIGNS[each.kind] in "nh" for each in kept):
            piece.drop("N")  # those who were just named
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
        if (
            each.kind == "after" and any(one.kind in ("time", "some", "share", "percent", "amount") for one in part) and rest.strip("dv?OT")
        ) or (each.kind == "time" and patterns.match("[dv]*[nNh]*j.*[nNh]|[dv]*[nNh]+j", rest)):
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
        course.begun = scaled(symbol(WHOLE), part_of_it(found[0]))
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
    if piece.has("RT") and "?" not in ends and following and "T" in following + course.later:
        piece.mentions = [
            Mention("some", each.text) if each.kind == "ask-time" else each for each in piece.mentions
        ]  # `休息了几天`, as told
    _come_and_go(course, piece, following)
    if piece.has("TUHYQ$"):
        ask(course, piece)
        return
    if piece.has("t/sdDelu"):
        work(course, piece, following, ends)
    elif crew := crew_of(course, piece):
        if course.open or piece.has("j"):
            course.crew = crew
            piece.drop("nNhgjr")
    elif course.open and set(piece.signs) <= set("rj"):
        piece.drop("rj")


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
        if course.open and (told_time := piece.take("j?(t)k?")):
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
        if names[0] in course.resting and found[-1].kind != "ask-time":
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
