"""Work read clause by clause: who works for how long, comes, leaves and rests, as planned, sooner or later; what is asked follows."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import Term, product_of, scaled, symbol
from engine.generators.civil._problems.mentions import Mention
from engine.generators.civil._problems.relations import Answer, recognition
from engine.generators.civil._travel.journeys.pieces import SIGNS, Piece
from engine.generators.civil._work_rate.labour.asked import ask_of_work
from engine.generators.civil._work_rate.labour.job import CREW, HAND, PLAN, UNITS, WHOLE, Job
from engine.generators.civil._work_rate.labour.spells import be_away, beside_the_plan, come_or_leave, who_works, work
from engine.generators.civil._work_rate.labour.told import compare, meet_off_the_middle, take_turns, tell_amounts, tell_changes
from engine.generators.civil._work_rate.labour.words import LEXICON, plain_labour
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out

_OTHER_SORTS = "各[^,;。\\d需要]{0,4}(?:一半|\\d+/\\d)|牛|草|排队|检票|泉|漏|[AB](?:工程|项目|任务|两)|[甲乙]、[甲乙]两(?:个|项)(?:工程(?!队|公司)|项目|案件|任务|仓库)|[甲乙](?:工程|项目|案件|仓库)(?!队|公司)|一半池|半池|[晚早先]\\d+(?:天|小时|分钟)(?:开始|开工|加入|动工)|一些|一部分|有些|有人|几个人|没关|不停|元/|万元|每[天人日][^,;。]{0,6}元|千米/|每天工作\\d"
_LEFT_OVER = {kind for kind, sign in SIGNS.items() if sign in "nNgojkfOvdwWP=ixraB~"} - {"ask"}


def read_labour(text: str) -> Recognition | None:
    """Who does how much of a work in which time.

    Raises:
        StayOut: a clause is not understood.
    """
    plain, called = plain_labour(text)
    if found := patterns.search(_OTHER_SORTS, plain):
        stay_out(found[0])
    job = Job([each for each in "甲乙丙丁" if each in plain])
    job.called = called
    units = {UNITS.get(each, each) for each in patterns.findall(r"(?:[\d少几]个?|每)(天|日|小时|分钟|周|星期|月)", plain)}
    if units == {"小时", "分钟"}:
        job.mixed, job.unit = True, "分钟"
    elif len(units) > 1:
        stay_out("units")
    elif units:
        job.unit = units.pop()
    if found := patterns.search(
        "([甲乙丙丁、]+)(?:管)?(?:为|是)?(?:出|排|放)水管|(?:排|出|放)水管([甲乙丙丁](?:[、和与][甲乙丙丁])*)", plain
    ):
        job.emptying = set(patterns.findall("[甲乙丙丁]", found[2] or found[1][-1:]))
    job.emptying |= {sign for sign, name in called.items() if patterns.search("排|出水|放水", name)}
    if not job.emptying and patterns.search("[进注]水管", plain) and patterns.search("[排出放]水管", plain):
        stay_out("who empties")
    job.both_ways = bool(job.emptying) and patterns.search("[进注]水管", plain) is not None
    clauses = [clause for clause in LEXICON.clauses(plain) if clause.mentions]
    pieces = [(Piece(clause.mentions, clause.text), clause.ends) for clause in clauses]
    job.rates_told = sum("pu" in piece.signs.replace("v", "") and "n" not in piece.signs for piece, _ in pieces)
    if patterns.search("效率比计划(?:提高|增加)了?(?:多少%|百分之)", plain):
        job.case_rate = symbol("实际的效率")
    if patterns.search("(?:按|根据|依据)[^,;。]{0,14}(?:分配|支付|计算|发放)", plain):
        job.lines.append(patterns.findall("(?:按|根据|依据)[^,;。]{0,14}(?:分配|支付|计算|发放)", plain)[0])
    for place, (piece, ends) in enumerate(pieces):
        following = pieces[place + 1][0].signs if place + 1 < len(pieces) else ""
        job.later = "".join(each.signs for each, _ in pieces[place + 1 :]).partition("i")[0]
        _read(job, piece, ends, following)
    if job.open and not job.asks:
        stay_out("work that nobody finishes")
    if not job.asks or job.kept:
        stay_out("nothing asked")
    job.settle()
    if job.plan_heads is not None and job.plan_used:
        job.equations.equal(product_of(job.plan_heads, symbol(f"{HAND}的效率"), symbol(PLAN)), symbol(WHOLE))
    if job.crew_used and job.plan_used and CREW not in job.everyone:
        job.equations.equal(product_of(symbol(f"{CREW}的效率"), symbol(PLAN)), symbol(WHOLE))
    job.check()
    answers: list[Answer] = [(place, *_measured(job, above, below, what)) for place, (above, below, what) in enumerate(job.asks)]
    return recognition(job.lines, answers, called, working=job.equations.in_words())


def _measured(job: Job, above: Term, below: Term, what: str) -> tuple[Fraction | str, str]:
    kind, _, unit = what.partition(":")
    if kind == "pay":
        if not patterns.search("工作量|工程量|劳动量|完成的?多少", "".join(job.lines)):
            stay_out("paid for what")
        return job.value(above, below) * (job.money or stay_out("how much money")), "元"
    if kind == "turn":
        last = job.turns[_taking_turns(job, "")[1] % len(job.turns)]
        return job.called.get(last, last), ""
    if kind == "turns":
        value = _taking_turns(job, unit)[0]
        unit = ""
        kind = "time"
    else:
        value = job.value(above, below or None)
    if kind == "time":
        unit = UNITS.get(unit, unit) or job.unit
        if job.mixed and unit == "小时":
            return value / 60, unit
        if unit != job.unit:
            stay_out("in which unit")
        if job.round_up:
            value = Fraction(-(-value.numerator // value.denominator))
        return value, unit
    if kind == "share":
        return value * 100, "%"
    if kind == "times":
        return value, "倍"
    if kind == "ratio":
        return f"{value.numerator}:{value.denominator}", ""
    return value, unit


def _taking_turns(job: Job, who: str) -> tuple[Fraction, int]:
    """How long it takes, or how long one of them works, where they take turns; and how many turns are over when the last begins."""
    rates = {
        each: job.value(job.rate(each) if each not in job.emptying else scaled(job.rate(each), -1), symbol(WHOLE)) for each in job.turns
    }
    rates = {each: -rate if each in job.emptying else rate for each, rate in rates.items()}
    length = job.turn_time or Fraction(1)
    left, spent, place = Fraction(1), Fraction(0), 0
    worked = dict.fromkeys(job.turns, Fraction(0))
    while place < 4000:
        each = job.turns[place % len(job.turns)]
        share = rates[each] * length
        if rates[each] > 0 and share >= left:
            worked[each] += left / rates[each]
            return worked[who] if who else spent + left / rates[each], place
        left -= share
        spent += length
        worked[each] += length
        place += 1
    stay_out("never done")


def _read(job: Job, piece: Piece, ends: str, following: str) -> None:
    if piece.drop("c"):
        job.round_up = True
    if not piece.mentions:
        return
    if "?" in ends and not piece.has("TUHYQ$?m9"):
        stay_out(f"also asks: {piece.text}")
    if piece.has("?") and not piece.has("TUHYQ$") and (piece.has("dvPR") or (piece.has("O") and piece.has("n"))):
        piece.mentions = [Mention("ask-time", each.text) if each.kind == "ask" else each for each in piece.mentions]
    if job.everyone:
        piece.mentions = [
            Mention("all", each.text, each.value)
            if each.kind == "heads"
            and each.value == str(len(job.everyone))
            and (each.text.endswith("人") or len(piece.names()) == len(job.everyone))
            else each
            for each in piece.mentions
        ]
    piece.mentions = [*job.kept, *piece.mentions]
    job.kept = []
    if job.whole_told and not job.open and piece.has("g") and not piece.has("p>"):  # the whole once more
        piece.mentions = [each for each in piece.mentions if each.kind != "amount" or each.text != job.whole_told]
    if piece.has("g") and set(piece.signs) <= set("nNgi") and "R" in following:
        job.begin()
        job.add(who_works(job, piece), job.new(), "合作")
        return
    if set(piece.signs) <= set("nNgoifvja" + ("d" if piece.has("o") and piece.has("n") else "")) and ends[:1] == "," and following:
        again = piece.has("n") and patterns.match("[^>]*n", following) is not None
        job.kept = [each for each in piece.mentions if each.kind == "if" or not again]
        return
    if piece.drop("i") and not (job.pending and piece.has("W") and not piece.has("tu")) and not piece.has("Mm"):
        job.begin()
        if "H" in piece.signs + job.later and not piece.has("h"):
            job.heads_asked = job.heads = symbol("人数")
    parts = _split(piece)
    for place, part in enumerate(parts):
        _take(job, part, following if place == len(parts) - 1 else parts[place + 1].signs, ends if place == len(parts) - 1 else "")


def _split(piece: Piece) -> list[Piece]:
    """Parts that end with `之后`."""
    found: list[Piece] = []
    part: list[Mention] = []
    for place, each in enumerate(piece.mentions):
        part.append(each)
        if (each.kind == "after" and any(one.kind not in ("after", "then") for one in part)) or (
            each.kind == "then"
            and any(one.kind == "time" for one in part)
            and any(one.kind in ("name", "all") for one in piece.mentions[place + 1 :])
        ):
            found.append(Piece(part, piece.text))
            part = []
    return [*found, Piece(part, piece.text)] if part else found


def _take(job: Job, piece: Piece, following: str, ends: str) -> None:
    if piece.has("6") and patterns.search("(?:按|根据|依据)[^,;。]{0,14}工作量", piece.text):
        piece.mentions = [each for each in piece.mentions if each.kind.startswith("ask") or each.kind == "money"]
    if piece.has("0"):
        meet_off_the_middle(job, piece)
    compare(job, piece)
    tell_amounts(job, piece)
    if piece.has("yz"):
        take_turns(job, piece)
    tell_changes(job, piece)
    come_or_leave(job, piece)
    be_away(job, piece)
    beside_the_plan(job, piece)
    ask_of_work(job, piece)
    work(job, piece, following)
    if left := [each for each in piece.mentions if each.kind not in _LEFT_OVER]:
        stay_out(f"{left[0].text} in {piece.text}")
    del ends
