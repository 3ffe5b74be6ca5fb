"""Two works at once: each has somebody of its own and a third helps the one and then the other; or two share them as best they can."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.equations import Equations, Term, constant, less, plus, product_of, scaled, symbol
from engine.generators.civil._problems.mentions import Lexicon, Mention
from engine.generators.civil._problems.reduced import named_of_any_sort, opened
from engine.generators.civil._problems.relations import Answer, recognition
from engine.generators.civil._travel.journeys.pieces import Piece
from engine.generators.civil._work_rate.labour.words import TITLED, YOUNG_OR_OLD
from engine.generators.civil._work_rate.words import SORTS, VERBS
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out

_N = r"\d+(?:\.\d+)?"
_TIME = r"(?:天|小时)"
_WORK = r"(?:工程|项目|任务|仓库|案件|订单|工作|批(?:零件|任务|订单)?|项(?:工程|任务)?)"
_LEXICON = Lexicon(
    (
        ("share", r"(?P<value>\d+/\d+)"),
        ("percent", rf"(?P<value>{_N})%"),
        ("ratio", r"(?:(?:之?比(?:例)?)(?:分别)?(?:为|是)?)?(?P<value>\d+(?:\.\d+)?(?:\s*[∶:]\s*\d+(?:\.\d+)?){1,2})"),
        ("times", rf"(?P<value>{_N})倍"),
        ("some", rf"若干(?:{_TIME})?|(?:多少|几)(?:天|小时)(?=之?后)|一段时间"),
        ("last-day", r"最后[一1]天(?:[两2](?:队|人))?(?:需要?)?(?:共同|一起|合作)?(?:工作|施工)?(?:需要)?(?:的时间)?多少(?:小时|天|时间)?"),
        ("ask-time", rf"(?:多少|几)(?P<unit>{_TIME})|(?:天|日)数(?:是|为)?多少|多少时间|(?:所?需|所用|用)?的?(?:时间|天数)(?:至少|最少|最短)?(?:是|为)?多少"),
        ("time", rf"(?:第)?(?P<value>{_N})(?:个)?(?P<unit>{_TIME})"),
        ("same", r"(?:工作量|工程量|总量)?(?:都|均)?(?:相同|相等|一样(?:多)?|同样)(?:的)?(?:工作量)?"),
        ("one-work", rf"(?:搬运?|完成|做)(?:完)?(?:其中)?[一1](?:个|项|批)(?:这样的)?{_WORK}(?:里|中)?(?:的货物)?"),
        ("in-turn", r"(?:先后|依次|接连)(?:完成)?"),
        ("both", rf"(?:这)?[两2](?:(?:个|项|批)(?:同样的?|相同的?|工作量相同的?)?{_WORK}?|{_WORK})(?!队)"),
        ("all", r"[两三四2-4](?:个|支|位|名)?(?:工程|施工)?(?:队|人|组|师傅)|他们"),
        ("least", r"最少|至少|最短(?:的)?(?:时间)?|尽快|最快"),
        ("alone", r"单独|独自|独立"),
        ("rate", r"(?:工作|施工)?(?:效率|工效)"),
        ("amount", r"(?:的)?(?:工作量|工程量)(?:的)?"),
        ("than", r"比(?=[ABΑ甲乙丙])"),
        ("up", r"多|高|增加"),
        ("down", r"少|低"),
        ("first", r"先(?=参与|参加|帮|派|做|到|在|协助|搬)"),
        ("then-to", r"(?:又|再|然后|之后|后来|转而|转去|转向|转|去|又调|再去|后)+(?:参与|参加|帮助?|协助|调|做|到|与)?"),
        ("help", r"参与|参加|帮助?|协助"),
        ("end", r"(?:恰(?:好)?|正好)?(?:同时)?(?:完成|完工|竣工|结束|做完|搬完)(?:任务)?"),
        ("same-time", r"同时(?:开工|开始|动工)?"),
        ("together", r"合作|共同|一起"),
        ("in-all", r"共(?:用|需|耗时)?|耗时|用时|历时|前后"),
        ("days", r"参与(?:施工)?|施工|工作"),
        ("work", rf"(?P<value>[AB])(?:{_WORK})?(?![A-Za-z])"),
        ("name", r"(?P<value>[甲乙丙丁])"),
        ("if", r"如果|若(?!干)|为了|希望"),
        ("", rf"{VERBS}|(?:工程|施工)?(?:队|组|人|师傅)|把|将|现|由|让|派|负责|交给|承担|所需|需要?|要|用|时间|分别|是|为|在|的|了|经过|后|中|这|该|此|则|那么|完成|天数|以|刚好|才能|可以?|就|能|各自|有|给|{_WORK}|任务|开工|干|当|已知|资料|老旧小区|改造"),
    )
)  # fmt: skip
_SIGNS = {
    "share": "/", "percent": "%", "ratio": "q", "times": "*", "last-day": "l", "ask-time": "T", "time": "t", "some": "s", "same": "=",
    "both": "b", "all": "N", "least": "m", "alone": "o", "rate": "W", "amount": "a", "than": ">", "up": "+", "down": "-", "first": "f",
    "then-to": "j", "help": "h", "end": "e", "same-time": "'", "in-all": "O", "together": "g", "days": "d", "work": "w", "name": "n", "if": "i", "one-work": "1", "in-turn": "r",
}  # fmt: skip


@dataclass(slots=True)
class _Works:
    """What is told of two works."""

    equations: Equations = field(default_factory=Equations)
    own: dict[tuple[str, str], Fraction] = field(default_factory=dict)  # how long somebody needs for a work
    at: dict[str, list[str]] = field(default_factory=dict)  # who works at what, in turn
    time: Fraction | None = None
    least: bool = False
    alike: bool = False  # how long somebody needs is told of either work
    in_turn: bool = False  # all do the one and then the other
    asks: list[tuple[str, str, str]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    unit: str = "天"
    subject: str = ""
    named: list[str] = field(default_factory=list)  # those whose rates are compared
    kept: list[Mention] = field(default_factory=list)


def read_two_works_at_once(text: str) -> Recognition | None:
    """Two works of which the third does a part each, or that two share.

    Raises:
        StayOut: something is not understood.
    """
    plain, called = _plain(text)
    if not patterns.search("(?<![A-Za-z])A(?![A-Za-z])", plain) or not patterns.search("(?<![A-Za-z])B(?![A-Za-z])", plain):
        stay_out("no two works")
    if patterns.search("元|地|千米|米|休息|轮流|剩|人力|%以上", plain):
        stay_out("another problem")
    works = _Works()
    for clause in _LEXICON.clauses(plain):
        _read(works, Piece(clause.mentions, clause.text, _SIGNS), clause.ends)
    if not works.asks or (works.least and len(works.asks) != 1):
        stay_out("nothing asked")
    if works.least or works.asks[0][0] == "last-day":
        answers = [_shared(works)]
    else:
        for (name, work), time in works.own.items():
            works.equations.equal(scaled(symbol(f"{name}的效率"), time), symbol(work))
        answers = [_in_turn(works)] if works.in_turn else _helped(works)
    return recognition(works.lines, answers, called, working=works.equations.in_words())


def _plain(text: str) -> tuple[str, dict[str, str]]:
    plain = patterns.sub(r"\s+", "", opened(text))
    plain = patterns.sub(r"(?<=\d):(?=\d)", "∶", plain)
    plain = patterns.sub(r"(?<=多少)[。,?:()]*多少$|(?<=\?)[:(]*多少$|:(?=多少$)", "", plain)
    plain = patterns.sub(rf"(\d+(?:\.\d+)?)(?=(?:[、和,与]\d+(?:\.\d+)?)*[、和,与]\d+(?:\.\d+)?({_TIME}))", r"\1\2", plain)
    if patterns.search(rf"甲[、和]?乙[两2](?:个|项|批)?{_WORK}(?!队)|甲(?:项)?{_WORK}(?!队)", plain):
        plain = patterns.sub(rf"甲[、和]?乙(?=[两2](?:个|项|批)?{_WORK}(?!队))", "A、B", plain)
        plain = patterns.sub(rf"甲(?=(?:项)?{_WORK}(?!队))", "A", plain)
        plain = patterns.sub(rf"乙(?=(?:项)?{_WORK}(?!队))", "B", plain)
    return named_of_any_sort(plain, (TITLED, *SORTS[1:], YOUNG_OR_OLD))


def _read(works: _Works, piece: Piece, ends: str) -> None:
    if "?" in ends and not piece.has("Tl"):
        stay_out(f"also asks: {piece.text}")
    piece.mentions = [*works.kept, *piece.mentions]
    works.kept = []
    if set(piece.signs) <= set("noe") and "o" in piece.signs and ends[:1] == ",":
        works.kept = piece.mentions
        return
    if len(piece.names()) == 1:
        works.subject = piece.names()[0]
    if piece.drop("m") or any(patterns.search("至少|最少|最短", each.text) for each in piece.mentions):
        works.least = True
    if found := piece.take("(n)(n)(n)?[N]*W(q)") or piece.take("^N?()W(q)"):
        _ratio(works, [each.value for each in found[:-1] if each.kind == "name"], found[-1])
    if found := piece.take("(w)a?>(w)a?([+-])([/%])"):
        one, other, sign, told = found
        part = Fraction(told.value) / (100 if told.kind == "percent" else 1)
        works.equations.equal(symbol(one.value), scaled(symbol(other.value), 1 + part * (1 if sign.kind == "up" else -1)))
        works.lines.append(f"{one.value}的工作量比{other.value}{sign.text} {told.text}")
    works.in_turn = piece.drop("r") or works.in_turn
    alike = any(each.kind == "both" and "同" in each.text for each in piece.mentions)
    if alike or (piece.has("=") and (piece.has("b") or piece.signs.count("w") == 2)):
        piece.drop("=b")
        works.equations.equal(symbol("A"), symbol("B"))
        works.lines.append("A、B 的工作量相同")
    if found := piece.take("(n)(n)(n)?N?oe?(w)(t)(t)(t)?"):
        names = [each.value for each in found if each.kind == "name"]
        times = [each for each in found if each.kind == "time"]
        work = next(each.value for each in found if each.kind == "work")
        if len(names) != len(times):
            stay_out("each how long")
        for name, told in zip(names, times, strict=True):
            _alone(works, name, work, told)
    elif found := piece.take("(n)o?[ew]*(t)(t)$") if not piece.has("w") else None:
        _alone(works, found[0].value, "A", found[1])
        _alone(works, found[0].value, "B", found[2])
    works.alike = piece.drop("1") or (works.alike and not piece.has("w"))
    while works.alike and (found := piece.take("(n)o?(t)")):
        for work in "AB":
            _alone(works, found[0].value, work, found[1])
    while found := piece.take("(n)?o?e?(w)o?e?(n)?o?e?(t)"):
        names = [each.value for each in found if each.kind == "name"] or [works.subject or stay_out("who needs so long")]
        _alone(works, names[0], next(each.value for each in found if each.kind == "work"), found[-1])
    if found := piece.take("[O'ebN]*(t)['ej]*$") if piece.has("'eO") and not piece.has("nw") else None:
        works.time = Fraction(found[0].value)
        works.unit = found[0].unit
        works.lines.append(f"共 {found[0].text}")
    _assign(works, piece)
    _ask(works, piece)
    if left := [each for each in piece.mentions if _SIGNS[each.kind] not in "nNwbeo'gjdhfOias"]:
        stay_out(f"{left[0].text} in {piece.text}")


def _alone(works: _Works, name: str, work: str, told: Mention) -> None:
    works.own[name, work] = Fraction(told.value)
    works.unit = told.unit
    works.lines.append(f"{name}单独做{work} {told.text}")


def _ratio(works: _Works, names: list[str], ratio: Mention) -> None:
    parts = [Fraction(each) for each in patterns.split(r"\s*[∶:]\s*", ratio.value)]
    names = names or list("甲乙丙丁"[: len(parts)])
    if len(names) != len(parts):
        stay_out("a ratio of whom")
    works.named = names
    for name, part in zip(names[1:], parts[1:], strict=True):
        works.equations.equal(scaled(symbol(f"{name}的效率"), parts[0]), scaled(symbol(f"{names[0]}的效率"), part))
    works.lines.append(f"{'、'.join(names)}的效率比 {ratio.value}")


def _assign(works: _Works, piece: Piece) -> None:
    """Who works at which work, and goes to the other after a time."""
    if not piece.has("tTlos") and (found := piece.take("^(n)[hd]*(w)(n)[hd]*(w)")):
        for name, place in (found[:2], found[2:]):
            works.at.setdefault(name.value, []).append(place.value)
    if piece.has("Tl") or (piece.signs.count("w") == 2 and not piece.has("fhjd")):
        return
    while found := piece.take("(n)(n)?[Nge]*f?[hde]*(w)(s)?"):
        work = next(each.value for each in found if each.kind == "work")
        for each in found:
            if each.kind == "name" and works.at.get(each.value, [""])[-1] != work:
                works.at.setdefault(each.value, []).append(work)
    if found := piece.take("(n)[f]*[hd]+(n)[ds]*(?:j+(?:[hd]*)(n))?"):
        first = works.at.get(found[1].value) or stay_out("who is helped")
        works.at.setdefault(found[0].value, []).append(first[0])
        if len(found) == 3:
            works.at[found[0].value].append((works.at.get(found[2].value) or stay_out("who is helped"))[0])
        return
    helper = next((name for name in "丙丁" if name in works.at or name in piece.names()), "")
    if found := piece.take("j+[hd]*(w)"):
        works.at.setdefault(helper or stay_out("who helps"), []).append(found[0].value)
    elif found := piece.take("j+[hd]*(n)[hdg]*"):
        other = works.at.get(found[0].value) or stay_out("who is helped")
        if helper and found[0].value != helper:
            works.at.setdefault(helper, []).append(other[0])


def _ask(works: _Works, piece: Piece) -> None:
    if piece.take("l") is not None:
        works.asks.append(("last-day", "", ""))
        return
    if (found := piece.take("(T)")) is None:
        return
    names, work = piece.names(), [each.value for each in piece.mentions if each.kind == "work"]
    if len(names) == 1 and len(work) == 1:
        works.asks.append((names[0], work[0], found[0].unit))
    elif len(names) == 2:
        works.asks.append((names[0], f"@{names[1]}", found[0].unit))
    elif not names:
        works.asks.append(("", "", found[0].unit))
    else:
        stay_out("how long who works")


def _in_turn(works: _Works) -> Answer:
    """All do the one work and then the other."""
    if works.at or works.time is not None or len(works.asks) != 1 or works.asks[0][:2] != ("", ""):
        stay_out("how long for what")
    names = dict.fromkeys(name for name, _ in works.own) | dict.fromkeys(works.named)
    everybody = plus(*(symbol(f"{name}的效率") for name in names))
    value = works.equations.value(plus(symbol("A"), symbol("B")), [f"{name}的效率" for name in names], everybody)
    return 0, value, works.asks[0][2] or works.unit


def _helped(works: _Works) -> list[Answer]:
    """A third helps the one and then the other, and both works are done at the same time."""
    helper = next((name for name, at in works.at.items() if len(at) == 2), "") or stay_out("who helps")
    first, second = works.at[helper]
    if {first, second} != {"A", "B"} or any(len(at) != 1 for name, at in works.at.items() if name != helper):
        stay_out("who works where")
    total: Term = symbol("总时间") if works.time is None else constant(works.time)
    spent = {first: symbol("先帮的时间"), second: less(total, symbol("先帮的时间"))}
    for work in "AB":
        done: Term = product_of(symbol(f"{helper}的效率"), spent[work])
        for name, at in works.at.items():
            if at == [work]:
                done = plus(done, product_of(symbol(f"{name}的效率"), total))
        works.equations.equal(done, symbol(work))
    works.lines.append(f"{helper}先做{first}再做{second}，同时完成")
    scales = ["A", "B", *(f"{name}的效率" for name in "甲乙丙丁")]
    longest = works.equations.value(total, scales)
    answers: list[Answer] = []
    for place, (who, where, unit) in enumerate(works.asks):
        work = _spent_where(works, helper, who, where)
        asked = works.equations.value(spent[work], scales) if work else longest
        if work and not 0 < asked < longest:
            stay_out("all the time")
        answers.append((place, asked, unit or works.unit))
    return answers


def _spent_where(works: _Works, helper: str, who: str, where: str) -> str:
    """At which of the works the time is asked for; empty where it is the time of both.

    Raises:
        StayOut: it is not the helper's.
    """
    if where.startswith("@"):
        one, other = who, where[1:]
        work = next((at[0] for name, at in works.at.items() if name in (one, other) and len(at) == 1), "") or stay_out(
            "who works with whom"
        )
        if helper not in (one, other):
            stay_out("who works with whom")
        return work
    if who and who != helper:
        stay_out("how long who works")
    return where


def _shared(works: _Works) -> Answer:
    """Two who need different times for two works: each begins with what he is better at beside the other, and who is done first helps."""
    names = list(dict.fromkeys(name for name, _ in works.own))
    if len(names) != 2 or len(works.own) != 4 or works.at or works.time is not None:
        stay_out("who needs how long")
    best: Fraction | None = None
    for one, other in (names, names[::-1]):
        for mine, its in ("AB", "BA"):
            done = works.own[one, mine]
            if done > works.own[other, its]:
                continue
            left = 1 - done / works.own[other, its]
            total = done + left / (1 / works.own[one, its] + 1 / works.own[other, its])
            if best is None or total < best:
                best = total
                works.lines[4:] = [f"{one}先做{mine}，{other}先做{its}，{one}做完后一起做{its}"]
    assert best is not None
    kind, _, unit = works.asks[0]
    if kind == "last-day":
        return 0, best % 1 or Fraction(1), works.unit
    return 0, best, unit or works.unit
