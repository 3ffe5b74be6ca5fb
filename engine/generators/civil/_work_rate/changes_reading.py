"""Work at an even rate that changes on the way: more or fewer people, or each of them faster, after some days or a share of it."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.reduced import N, parse
from engine.generators.civil._problems.relations import Answer, recognition
from engine.generators.civil._work_rate.words import VOCABULARY
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_UNITS = {"d": "天", "h": "小时", "m": "分钟", "w": "周", "M": "个月"}
_STATEMENTS = (
    ("plan", rf"[/,]*(?:原|合)*(?P<count>{N})n(?:毕|,(?=[毕\d])|合|原)*(?P<time>{N})(?P<unit>[dhmwM])t?毕?"),
    ("plan", rf"[/,毕]*原毕?(?P<time>{N})(?P<unit>[dhmwM])t?毕?"),
    ("after", rf"(?:先|实|原|毕|,)*(?P<time>{N})(?P<unit>[dhmwM])后"),
    ("after", rf"(?:先|实|原|,)*(?:毕)?全?(?P<share>{N})(?P<percent>%)?后"),
    ("faster", rf"(?:后|每|实|,)*效(?P<way>[高低])(?P<value>{N})(?P<percent>%)?"),
    ("heads", rf"(?:再|后|又|实|,)*(?P<way>[来走高低])(?P<value>{N})n"),
    ("heads", rf"(?:再|后|又|实|,)*(?P<value>{N})n(?P<way>[来走])"),
    ("heads-to", rf"(?:再|后|又|实|,)*到(?P<value>{N})n"),
    ("ask-more", r"(?:毕|余|后|合|,)*还[毕]?\?(?P<unit>[dhmwMt])毕?"),
    ("ask-total", r"(?:毕|合|,|实)*共(?:毕)?\?(?P<unit>[dhmwMt])毕?"),
    ("ask-sooner", r"(?:毕|合|,|实)*(?P<way>[前迟])\?(?P<unit>[dhmwMt])毕?"),
    ("word", r"[/后再毕余合实]+(?=[,。;]|$)"),
)


def read_changes(text: str) -> Recognition | None:
    """A plan, how far it went, what changed, and how much longer, how long in all, how much sooner."""
    reduced = VOCABULARY.reduce(VOCABULARY.plain(text))
    if patterns.search("[甲乙丙长轮u]", reduced) or "后" not in reduced:
        return None
    plan: tuple[Fraction, Fraction] | None = None
    gone: Fraction | None = None
    units: set[str] = set()
    heads, faster = Fraction(0), Fraction(1)
    lines: list[str] = []
    asks: list[tuple[int, str, str]] = []
    for name, match in parse(reduced, _STATEMENTS):
        groups = match.groupdict()
        units |= {groups.get("unit") or "t"}
        value = Fraction(groups.get("value") or 0)
        if name == "plan":
            if plan is not None:
                stay_out("two plans")
            plan = Fraction(groups.get("count") or 1), Fraction(groups["time"])
            heads = plan[0]
            lines.append(f"原来 {decimal(plan[1])} 份时间完成，把总量看作 {decimal(plan[1])}")
        elif name == "after":
            if plan is None or gone is not None:
                stay_out("after what")
            gone = (
                Fraction(groups["time"]) if groups.get("time") else plan[1] * Fraction(groups["share"]) / (100 if groups["percent"] else 1)
            )
        elif name == "faster":
            if not groups["percent"] and "/" not in groups["value"]:
                stay_out("by how much")
            more = value / (100 if groups["percent"] else 1)
            faster *= 1 + more * (1 if groups["way"] == "高" else -1)
            lines.append(f"效率变为原来的 {decimal(faster, 4)} 倍")
        elif name in ("heads", "heads-to"):
            if plan is None or plan[0] == 1:
                stay_out("more than whom")
            heads = value if name == "heads-to" else heads + value * (1 if groups["way"] in "来高" else -1)
            lines.append(f"变为 {decimal(heads)} 人（台）")
        elif name.startswith("ask"):
            asks.append((match.start(), name.removeprefix("ask-"), groups.get("way") or ""))
    units.discard("t")
    if plan is None or gone is None or len(units) != 1 or not asks or (heads, faster) == (plan[0], Fraction(1)):
        stay_out("something is not told")
    rate = heads / plan[0] * faster
    if not 0 < gone < plan[1] or rate <= 0:
        stay_out("numbers")
    rest = (plan[1] - gone) / rate
    unit = _UNITS[units.pop()]
    steps = [
        f"改变前完成 {decimal(gone, 4)}，还剩 {decimal(plan[1] - gone, 4)}",
        f"现在的效率是原来的 {rate}，还需 {rest} {unit}",
    ]
    answers: list[Answer] = []
    for place, what, way in asks:
        found = rest if what == "more" else gone + rest if what == "total" else (plan[1] - gone - rest) * (1 if way == "前" else -1)
        answers.append((place, found if found > 0 else stay_out("numbers"), unit))
    return recognition(lines, answers, {}, working=steps)
