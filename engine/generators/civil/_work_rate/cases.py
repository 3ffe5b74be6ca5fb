"""Work problems of their own shape: taking turns, a whole used up in portions."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.reduced import N, named, parse
from engine.generators.civil._problems.relations import Answer, Relations, minus, number, recognition, times, total, unknown
from engine.generators.civil._work_rate.simulator import taking_turns
from engine.generators.civil._work_rate.words import SORTS, VOCABULARY
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_UNITS = {"d": "天", "h": "小时", "m": "分钟", "w": "周", "M": "个月"}
_MOST_TURNS = 1000


def filling_and_emptying(days: Sequence[Fraction]) -> tuple[Fraction, list[tuple[int, Fraction, Fraction]]]:
    """As `taking_turns`, from an empty pool; those whose time is negative empty it, and none runs when it is full.

    Raises:
        StayOut: it is empty before a turn of emptying ends, or never full.
    """
    done = Fraction(0)
    stretches: list[tuple[int, Fraction, Fraction]] = []
    while done < 1 and len(stretches) < _MOST_TURNS:
        worker = len(stretches) % len(days)
        length = min(Fraction(1), (1 - done) * days[worker]) if days[worker] > 0 else Fraction(1)
        done += length / days[worker]
        stretches.append((worker, length, done))
        if done < 0:
            stay_out("nothing left to flow out")
    if done < 1:
        stay_out("never full")
    return sum((length for _, length, _ in stretches), Fraction(0)), stretches


_TURNS = (
    ("alone", rf"独?(?P<who>[甲乙丙])独?(?:毕|(?P<empty1>空))?需?(?P<value>{N})(?P<unit>[dhm])(?:毕|(?P<empty>空))?"),
    ("list", rf"(?P<names>[甲乙丙](?:、?[甲乙丙]){{1,2}})独?毕?(?P<values>{N}[dhm]?(?:[、,]?{N}[dhm]?){{1,2}})毕?"),
    ("order", r"/?※?(?:先(?P<first>[甲乙丙])(?:[再后、,]*(?P<second>[甲乙丙]))?(?:[再后、,]*(?P<third>[甲乙丙]))?|(?P<names>[甲乙丙](?:、?[甲乙丙]){1,3}))[合2-3]*(?:※|独|再)?轮?※?"),
    ("turn", r"[/合、2-3每轮]*(?:每?(?:次|[甲乙丙]|合)?)*(?P<value>1)(?P<unit>[dhm])轮?"),
    ("each", r"(?P<who>[甲乙丙])(?:先|再)?独?(?P<value>1)(?P<unit>[dhm])(?!毕)"),
    ("ask-of", r"[毕共,]*(?P<who>[甲乙丙])(?:实|共|独|毕)*\?(?P<unit>[dhm])"),
    ("ask", r"(?:合|毕|共|轮|※|/)*\?(?P<unit>[dhmt]?)(?:合|毕|共|※)*"),
    ("word", r"[轮合毕再独/2-3共]+(?=[,。;]|$)"),
)  # fmt: skip


_WHO_IS_LAST = (
    r"[,;]?(?:请问|问|那么|则|且|并且|而且)?最后(?:一|1)?(?:个)?(?:天|小时|次|班|轮)?(?:的工作)?(?:应该?)?(?:是|由|该|轮到)?(?:谁|哪一?(?:个)?(?:人|队|组))(?:来|在|去)?(?:做|干|工作|完成|施工|上)?(?:的)?(?=[?,;。]|$)"
    r"|[,;]?(?:请问|问|那么|则|且|并且|而且)?(?:谁|哪一?(?:个)?(?:人|队|组))(?:来)?(?:做|干|工作|完成)(?:了)?最后(?:一|1)(?:天|小时|次|班)(?=[?,;。]|$)"
)


def _without_who_is_last(text: str) -> tuple[str, str]:
    """The text that asks how long it takes instead of whose turn is the last; "only" where it asks nothing else, "too" where it does."""
    asked = patterns.search(_WHO_IS_LAST, text)
    if asked is None:
        return text, ""
    rest = f"{text[: asked.start()]}{text[asked.end() :]}"
    if patterns.search("多少|几", rest):
        return rest, "too"
    unit = patterns.search(r"小时|天|分钟", rest)
    return f"{text[: asked.start()]},共需多少{unit[0] if unit else '天'}完成{text[asked.end() :]}", "only"


def read_turns(text: str) -> Recognition | None:
    """One works a unit of time, then the next, from the first again after the last."""
    text, asks_who = _without_who_is_last(text)
    plain, called = named(VOCABULARY.plain(text), SORTS)
    plain = patterns.sub(r"(?:的)?(?:顺序|次序|方式|办法)|如此循环|依此类推|这样|第(?=多少[天小])|循环(?:工作|进行)?(?:下去)?", "", plain)
    plain = patterns.sub(r"((?:[甲乙丙]、?){2,3}?)(?:、?\1)+(?:、?[甲乙丙])*", lambda m: m[1].rstrip("、"), plain)
    plain = patterns.sub(r"(?<=[甲乙丙])(?:来)?接替(?:[甲乙丙])", "", plain)
    plain = patterns.sub(r"(?:[两2三3]人)?如此(?:反复|循环)?(?=交替|轮流)", "", plain)
    plain = patterns.sub(r"按照?(?=[甲乙丙先轮])|依次(?=轮)|(?<=轮流)(?:进行|着)|首次(?=注满|毕|满)", "", plain)
    plain = patterns.sub(r"从([甲乙丙])(?:先)?(?:开始|起),?", r"先\1,", plain)
    plain = patterns.sub(r"(?:每|一|1)人(?:各)?(?:干|做|工作)?(?:一|1)(?:个)?(小时|天)", r"每1\1", plain)
    reduced = VOCABULARY.reduce(plain)
    reduced = patterns.sub("([甲乙丙])先(?=[,。;/])", r"先\1", reduced)
    reduced = patterns.sub("(?:先|再)([甲乙丙])(?=1[dhm])|([甲乙丙])先(?=1[dhm])", lambda turn: turn[1] or turn[2], reduced)
    if "轮" not in reduced and not patterns.search(r"甲1[dhm].{0,4}乙1[dhm]", reduced):
        return None
    alone: dict[str, Fraction] = {}
    units: set[str] = set()
    order = emptying = ""
    ask: tuple[int, str] | None = None
    asks_of: list[tuple[int, str]] = []
    for name, match in parse(reduced, _TURNS):
        groups = match.groupdict()
        if groups.get("unit"):
            units.add(groups["unit"])
        if name == "alone":
            if groups["who"] in alone and groups["value"] == "1":
                order += groups["who"] if groups["who"] not in order else ""  # his turn
                continue
            if alone.get(groups["who"], Fraction(groups["value"])) != Fraction(groups["value"]):
                stay_out("two times of one")
            alone[groups["who"]] = Fraction(groups["value"])
            emptying += groups["who"] if groups["empty"] or groups["empty1"] else ""
        elif name == "list":
            names, values = patterns.findall("[甲乙丙]", groups["names"]), patterns.findall(rf"({N})([dhm]?)", groups["values"])
            if len(names) != len(values) or not values[-1][1]:
                stay_out("whose time")
            units.add(values[-1][1])
            alone.update({each: Fraction(value) for each, (value, _) in zip(names, values, strict=True)})
        elif name == "order":
            said = "".join(groups[each] or "" for each in ("first", "second", "third")) or patterns.sub("、", "", groups["names"])
            if order and not (order.startswith(said) or said.startswith(order)):
                stay_out("in what order")
            order = max(order, said, key=len)
        elif name == "each":
            order += groups["who"] if groups["who"] not in order else ""
        elif name == "turn" and "每" not in match[0]:
            # `if 甲 does 1 day, 乙 1 day`: whose turn it is, in this order.
            order += "".join(each for each in patterns.findall("[甲乙丙]", match[0]) if each not in order)
        elif name == "ask-of":
            asks_of.append((match.start(), groups["who"]))
        elif name == "ask":
            ask = (match.start(), groups["unit"]) if ask is None else stay_out("two asked")
    units.discard("t")
    order = "".join(dict.fromkeys(order))
    if len(order) == 1 and len(alone) == 2:
        order += next(each for each in alone if each != order)
    if (ask is None and not asks_of) or len(units) != 1 or set(order) != set(alone) or len(alone) < 2:
        stay_out("who, when or what is asked")
    unit = _UNITS[units.pop()]
    if emptying:
        if set(emptying) >= set(order) or not patterns.search("池|缸|箱|水|库", plain):
            stay_out("who empties")
        days, stretches = filling_and_emptying([alone[each] * (-1 if each in emptying else 1) for each in order])
    else:
        days, stretches = taking_turns([alone[each] for each in order])
    lines = ["、".join(f"{each}单独 {decimal(value)} {unit}" for each, value in alone.items()), f"按 {'、'.join(order)} 的顺序每人一{unit}"]
    last = stretches[-1]
    lines.append(f"最后由{order[last[0]]}做 {last[1]} {unit}")
    answers: list[Answer] = [(ask[0], days, unit)] if ask else []
    for place, who in asks_of:
        answers.append((place, sum((spent for turn, spent, _ in stretches if order[turn] == who), Fraction(0)), unit))
    if asks_who:
        answers = (
            [*answers, (len(text), f"{called.get(order[last[0]], order[last[0]])}", "")]
            if asks_who == "too"
            else [(0, f"{called.get(order[last[0]], order[last[0]])}", "")]
        )
    whole_days = [f"{-(-value // 1)} {its}" for _, value, its in answers if isinstance(value, Fraction) and value.denominator > 1]
    found = recognition(lines, answers, called, ["不满一天按实际计算，算作一天则进一"] if whole_days and unit == "天" else [])
    if len(whole_days) == len(answers) == 1 and unit == "天":
        return found.telling({"also": whole_days})
    return found


_PORTIONS = (
    ("takes", rf"(?:次|再|后|先|合|毕|[甲乙丙])*(?:全|毕全?)(?P<share>{N})(?P<percent>%)?(?:(?P<more>[多少])(?P<value>{N})u)?"),
    ("takes-rest", rf"(?:次|再|后|又|[甲乙丙])*余(?P<share>{N})(?P<percent>%)?(?:(?P<more>[多少])(?P<value>{N})u)?"),
    ("amount", rf"(?:次|再|后|[甲乙丙]|毕)+(?P<value>{N})u"),
    ("left", rf"(?:次|后|再)*剩(?P<value>{N})u|[甲乙丙]余(?P<value2>{N})u"),
    ("word", r"甲、乙(?:、丙)?合?(?=[,。;])"),
    ("left-share", rf"(?:后)?余全(?P<share>{N})(?P<percent>%)?"),
    ("whole", rf"总?(?:共)?(?P<value>{N})u"),
    ("ask-whole", r"(?:总(?:共)?|共)\?u?"),
    ("ask-left", r"[剩余]\?u"),
)  # fmt: skip


def read_portions(text: str) -> Recognition | None:
    """A whole used up in portions: shares of it or of what is left."""
    plain = VOCABULARY.plain(text)
    plain = patterns.sub(
        r"(?:修|看|读|用|卖|运|走|吃|做|加工|完成|挖|耕|抄|打)(?:完)?(?:去|掉|出|走)?(?:了)?(?=(?:全|总|剩|余|这|\d))|没(?:有)?(?:修|看|读|卖|做|运)完?(?=[,。])",
        "",
        plain,
    )
    plain = patterns.sub(
        r"(?:总数|总长|全长|全书|全部|总量|总页数|这条路|这本书|这批货|原来|公路)(?:零件|长)?的(?=\d|一半)|(?<=次)\d/\d", "全的", plain
    ).replace("全的", "全长的")
    reduced = VOCABULARY.reduce(plain)
    if not patterns.search(rf"全{N}", reduced):
        return None
    relations, lines = Relations(), []
    whole, left = unknown("W"), unknown("W")
    answers: list[tuple[int, str]] = []
    for name, match in parse(reduced, _PORTIONS):
        groups = match.groupdict()
        if name in ("takes", "takes-rest"):
            share = Fraction(groups["share"]) / (100 if groups["percent"] else 1)
            portion = times(share, whole if name == "takes" else left)
            if groups["more"]:
                portion = total(portion, number(Fraction(groups["value"]) * (1 if groups["more"] == "多" else -1)))
            left = minus(left, portion)
            lines.append(f"用去{'总量' if name == 'takes' else '剩下的'} {share}")
        elif name == "amount":
            left = minus(left, number(groups["value"]))
            lines.append(f"用去 {groups['value']}")
        elif name == "left":
            relations.equal(left, number(groups["value"] or groups["value2"]))
            lines.append(f"剩下 {groups['value'] or groups['value2']}")
        elif name == "left-share":
            share = Fraction(groups["share"]) / (100 if groups["percent"] else 1)
            relations.equal(left, times(share, whole))
            lines.append(f"剩下总量的 {share}")
        elif name == "whole":
            relations.equal(whole, number(groups["value"]))
            lines.append(f"总量 {groups['value']}")
        elif name != "word":
            answers.append((match.start(), name))
    unit = patterns.search(r"\d(个|件|页|套|棵|份|块|本|道|辆|包|米|千米|吨|升|亩|千克)", plain)
    if not answers or unit is None:
        stay_out("nothing asked")
    found: list[Answer] = []
    for place, name in answers:
        value = relations.value(whole if name == "ask-whole" else left)
        found.append((place, value if value is not None and value > 0 else stay_out("not determined"), unit[1]))
    return recognition(lines, found, {})
