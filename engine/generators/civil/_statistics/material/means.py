"""Means in a statistical material: which total is divided by which number of things."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.civil._statistics.material.asking import Question
from engine.generators.civil._statistics.material.ledger import Ledger
from engine.generators.civil._statistics.material.names import Thing, clean, core, fits, nearest, place_of
from engine.generators.reading import stay_out

_UNIT = re.compile("^(?:个|家|人次|人|名|位|户|台|辆|件|吨|亩|公顷|所|张|间|班|趟|座|平方米|千克|套|部|场)")
_HEADS = r"人口|人数|人次|人员|职工|用户|学生|游客|居民|户数|农户|家庭"


def mean_of(ledger: Ledger, question: Question) -> tuple[list[Thing], list[Thing], int]:
    """(total, number of things, divided by): 0 divides by the months of the period.

    Raises:
        StayOut: it is not clear which.
    """
    name = clean(question.names[0])
    divided = 1
    for pattern, by in ((r"(?:平均)?每个?月|月均", 0), (r"(?:平均)?每天|日均|平均每日", 365)):
        if patterns.search(pattern, name):
            name, divided = patterns.sub(pattern, "", name, count=1), by
    if divided == 365:
        period = question.period or stay_out("of which days")
        leap = period.year % 4 == 0
        divided = (366 if leap else 365) if period.months == 12 else stay_out("so many days")
    if divided != 1 and not patterns.search("每|均|单位面积|亩产|单价", name):
        return [_the(ledger, name)], [], divided
    place = place_of(name)[0]
    things = [
        thing
        for thing in ledger.material.things
        if ledger.periods(thing) and (not place or thing.place in ("", place)) and (place or not thing.beside)
    ]
    if patterns.search("单位面积|亩产|每公顷|每亩", name):
        lead = patterns.sub("单位面积|亩产量?|平均|每公顷|每亩|产量", "", name)
        area = [thing for thing in things if "面积" in thing.own and _of(thing, lead)]
        amount = [thing for thing in things if patterns.search("产量|产$", thing.own) and _of(thing, lead)]
        return _only(amount), _only(area), divided
    if patterns.search("均价|单价|平均(?:销售|出口|进口|交易|成交|票)?价|(?:出口|进口|销售)(?:平均)?价|价格$", name):
        return (*_price(things, name), divided)
    lead, _, behind = _cut(name)
    candidates: list[tuple[Thing, Thing]] = []
    for cut in range(len(behind) + 1):
        count_name, total_name = behind[:cut], behind[cut:].lstrip("的")
        total_name = patterns.sub("^(?:拥有|实现|完成|创造|贡献|带来|平均|有|产生|约|大约|的)+", "", total_name)
        if len(total_name) < 2:
            continue
        above = (
            nearest(things, lead + total_name)
            or nearest(things, total_name)
            or nearest(things, lead + _UNIT.sub("", count_name) + total_name)
        )
        below = _counted(things, lead, count_name, above)
        if len(above) == 1 and len(below) == 1 and above[0] is not below[0]:
            candidates.append((above[0], below[0]))
    unique = {(one.number, other.number): (one, other) for one, other in candidates}
    if len(unique) != 1:
        stay_out("a mean of what")
    above_thing, below_thing = next(iter(unique.values()))
    return [above_thing], [below_thing], divided


def _cut(name: str) -> tuple[str, str, str]:
    """What stands before the word for a mean, the word, and what stands behind it."""
    found = patterns.search(r"平均每|每|人均|户均|平均|单位", name) or stay_out("no mean")
    behind = name[found.end() :]
    if found[0] in ("人均", "户均"):
        behind = found[0][0] + behind
    return name[: found.start()], found[0], behind


def _counted(things: list[Thing], lead: str, name: str, above: list[Thing]) -> list[Thing]:
    """The things that a mean is over: by name, or by the unit it is counted in."""
    if not name:
        return []
    unit = _UNIT.match(name)
    bare = name[unit.end() :] if unit else name
    counter = patterns.sub("^[名位]$", "人", unit[0]) if unit else ""
    found: list[Thing] = []
    if len(bare) > 1:
        counted = [thing for thing in things if unit is None or patterns.fullmatch(f"[万亿千百]*{counter}(?:次|口)?", thing.unit)]
        found = nearest(counted, bare) or nearest(counted, lead + bare) or nearest(things, bare) or nearest(things, lead + bare)
        found = [thing for thing in found if not patterns.search("元$|%$", thing.unit)]
    elif unit is not None and not bare:
        counted = [thing for thing in things if patterns.fullmatch(f"[万亿千百]*{counter}{'次?' if counter == '人' else ''}", thing.unit)]
        if counter == "人" and not counted:
            counted = [thing for thing in things if patterns.search(_HEADS, thing.own)]
        named = [thing for thing in counted if lead and fits(thing, lead)]
        found = named or counted
    return [thing for thing in found if thing not in above]


def _of(thing: Thing, name: str) -> bool:
    return not core(name) or core(name) in core(thing.own) + core(thing.context) or core(name) == name


def _only(things: list[Thing]) -> list[Thing]:
    return things if len(things) == 1 else stay_out("a mean of what")


def _the(ledger: Ledger, name: str) -> Thing:
    found = nearest(ledger.material.things, name)
    return found[0] if len(found) == 1 else stay_out("a mean of what")


def _price(things: list[Thing], name: str) -> tuple[list[Thing], list[Thing]]:
    """What was paid, and how much was sold for it."""
    one = _UNIT.pattern[1:]
    said = patterns.sub(rf"的|平均(?:每{one})?|每{one}|价格?|均价|单价|票", "", name)
    lead = patterns.sub("销售|出口|进口|交易|成交", "", said)
    side = patterns.search("出口|进口", name)
    told = [thing for thing in things if side is None or side[0] in thing.own + thing.context]
    paid = [thing for thing in told if patterns.search("[元金镑]$", thing.unit)]
    counted = [thing for thing in told if thing.unit and not patterns.search("[元金镑%]$", thing.unit)]

    def of(sort: list[Thing], *ends: str) -> list[Thing]:
        for each in (said, lead):
            for end in ends:
                if core(each) and (found := nearest(sort, each + end)):
                    return found
        return [thing for thing in sort if not core(lead) or core(lead) in core(thing.own) + core(thing.context)]

    return _only(of(paid, "额", "收入", "金额")), _only(of(counted, "量", "面积", "数量"))
