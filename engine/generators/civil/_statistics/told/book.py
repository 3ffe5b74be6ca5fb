"""What a text tells, as linear relations between the amounts of things in periods."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.relations import Quantity, Relations, minus, number, times, total, unknown
from engine.generators.civil._statistics.material.periods import Period
from engine.generators.civil._statistics.told.things import FREE, Thing, nearest
from engine.generators.civil._statistics.told.units import of_one_sort, size_of
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_ALMOST, _SUM = Fraction(1, 100), Fraction(1, 500)
"""How far rounded figures of one thing may be apart, and parts from their whole."""
_PAIRS = (
    ("出口", "进口", "进出口"),
    ("男", "女", ""),
    ("城镇", "农村", ""),
    ("城镇", "乡村", ""),
    ("国内", "入境", ""),
    ("国内", "国际", ""),
)
"""Two parts that make up a whole, by the word in their names, and the word in the whole's."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing told: a `value`, a `rate` or `more` since a period, a `share` of another, a `multiple` of another, by how much it is more than another
    (`differ`) or which part of it (`ratio`), how its rate or share has changed, or by how much its rate is above another's (`rate-gap`)."""

    kind: str
    thing: Thing
    period: Period
    value: Fraction
    since: Period
    other: Thing | None = None


@dataclass(slots=True)
class Book:
    """Facts as relations."""

    things: list[Thing] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    sums: list[tuple[Thing, list[Thing]]] = field(default_factory=list)  # a whole and all its parts
    relations: Relations = field(default_factory=Relations)
    periods: dict[int, set[Period]] = field(default_factory=dict)

    def at(self, thing: Thing, period: Period) -> Quantity:
        """The amount of a thing in a period."""
        self.periods.setdefault(thing.number, set()).add(period)
        return unknown(f"{thing.number:03}@{period.year}:{period.first}-{period.last}")

    def told_in(self, thing: Thing) -> list[Period]:
        """The periods that something is told of a thing."""
        return sorted(self.periods.get(thing.number, set()))

    def close(self) -> None:
        """Takes in all that was told.

        Raises:
            StayOut: it contradicts itself.
        """
        self._of_one_size()
        order = ("value", "share", "multiple", "differ", "ratio", "rate", "more", "rate-change", "share-change", "rate-gap")
        for fact in sorted(self.facts, key=lambda fact: order.index(fact.kind)):
            self._take(fact)
        for whole, parts in self.sums:
            self._add_up(whole, parts)
        for thing in list(self.things):
            self._all_parts(thing)
        self._pairs()
        self._two_parts()
        self._of_one_unit()

    def _two_parts(self) -> None:
        """Two parts whose growth is told, but not how large they are, beside a whole of which both are, are all of it."""
        for whole in list(self.things):
            if len(whole.children) != 2 or any(each is whole for each, _ in self.sums):
                continue
            kinds = [{fact.kind for fact in self.facts if fact.thing is each} for each in whole.children]
            own = [fact for fact in self.facts if fact.thing is whole]
            if all(each == {"rate"} for each in kinds) and {"value"} <= {fact.kind for fact in own} and len(own) > 1:
                self.sums.append((whole, list(whole.children)))
                self._add_up(whole, whole.children)

    def _of_one_unit(self) -> None:
        """What is a part of, or compared with, what was told in a unit later (`占全市比重 30%，A 产业 300 亿元`), is in that unit."""
        pairs = [(fact.thing, fact.other) for fact in self.facts if fact.other is not None]
        pairs += [(part, whole) for whole, parts in self.sums for part in parts]
        for one, other in (*pairs, *reversed(pairs)):
            one.unit, other.unit = one.unit or other.unit, other.unit or one.unit

    def _of_one_size(self) -> None:
        """Figures of one thing are not a thousand times each other.

        Raises:
            StayOut: they are.
        """
        for thing in self.things:
            told = [fact.value for fact in self.facts if fact.thing is thing and fact.kind == "value" and fact.value > 0]
            if told and max(told) > 500 * min(told):
                stay_out("figures of two sizes")

    def _take(self, fact: Fact) -> None:
        now, before = self.at(fact.thing, fact.period), fact.since
        if fact.kind == "value":
            self.equal(now, number(fact.value))
        elif fact.kind == "rate":
            self.equal(now, times(1 + fact.value, self.at(fact.thing, before)))
        elif fact.kind == "more":
            self.equal(minus(now, self.at(fact.thing, before)), number(fact.value))
        elif fact.kind in ("share", "multiple") and fact.other is not None:
            self.equal(now, times(fact.value, self.at(fact.other, fact.since if fact.kind == "multiple" else fact.period)))
        elif fact.kind == "differ" and fact.other is not None:
            self.equal(minus(now, self.at(fact.other, fact.period)), number(fact.value))
        elif fact.kind == "ratio" and fact.other is not None:
            self.equal(now, times(1 + fact.value, self.at(fact.other, fact.period)))
        elif fact.kind == "rate-change":
            rate = self._told("rate", fact)
            if rate is not None:
                self.equal(self.at(fact.thing, before), times(1 + rate.value - fact.value, self.at(fact.thing, before.years_before(1))))
        elif fact.kind == "rate-gap" and fact.other is not None:
            rate = self._told("rate", fact)
            if rate is not None:
                self.equal(self.at(fact.other, fact.period), times(1 + rate.value - fact.value, self.at(fact.other, rate.since)))
        elif fact.kind == "share-change":
            share = self._told("share", fact)
            if share is not None and share.other is not None:
                self.equal(self.at(fact.thing, before), times(share.value - fact.value, self.at(share.other, before)))

    def _told(self, kind: str, beside: Fact) -> Fact | None:
        found = [each for each in self.facts if each.kind == kind and each.thing is beside.thing and each.period == beside.period]
        return found[0] if len(found) == 1 else None

    def equal(self, one: Quantity, other: Quantity) -> None:
        """Adds a relation; figures of one thing that were rounded may be a little apart.

        Raises:
            StayOut: they are further apart.
        """
        if not self.relations.reduced(minus(one, other)):
            return
        if self.relations.reduced(one) and self.relations.reduced(other):
            known = self.relations.ratio(one, other)
            self.relations.asked.clear()
            if known is not None:
                if abs(known - 1) > _ALMOST:
                    stay_out("what is told contradicts itself")
                return
        self.relations.equal(one, other)

    def value_told(self, thing: Thing, period: Period) -> Fraction | None:
        """The amount of a thing in a period where it was told as such."""
        return next((fact.value for fact in self.facts if fact.kind == "value" and fact.thing is thing and fact.period == period), None)

    def rate_told(self, thing: Thing, period: Period, since: Period) -> Fraction | None:
        """A rate of growth where it was told as such."""
        return next(
            (f.value for f in self.facts if f.kind == "rate" and f.thing is thing and f.period == period and f.since == since), None
        )

    def _add_up(self, whole: Thing, parts: Sequence[Thing]) -> None:
        for period in {period for thing in (whole, *parts) for period in self.told_in(thing)}:
            self.equal(self.at(whole, period), total(*(self.at(part, period) for part in parts)))

    def _all_parts(self, whole: Thing) -> None:
        """Parts that add up to their whole in one period are all its parts: they do so in every other one."""
        parts = whole.children
        if len(parts) < 2 or any(whole is each for each, _ in self.sums):
            return
        for period in self.told_in(whole):
            values = [self._known(thing, period) for thing in (whole, *parts)]
            known = [value for value in values if value is not None]
            if len(known) == len(values) and known[0] > 0 and abs(known[0] - sum(known[1:])) <= known[0] * _SUM:
                self.sums.append((whole, list(parts)))
                self._add_up(whole, parts)
                return

    def _known(self, thing: Thing, period: Period) -> Fraction | None:
        value = self.relations.value(self.at(thing, period))
        self.relations.asked.clear()
        return value

    def _pairs(self) -> None:
        """Men and women are all there are, where both are told of beside their whole."""
        for one, other, word in _PAIRS:
            for thing in list(self.things):
                if one not in thing.key or (word and word in thing.key):
                    continue
                fellows = [each for each in self.things if each.key == thing.key.replace(one, other, 1)]
                named = FREE.sub("", thing.key.replace(one, word, 1))
                wholes = [each for each in self.things if word and FREE.sub("", each.key) == named]
                if not word and thing.parent is None and fellows:
                    wholes = [each for each in self.things if not FREE.sub("", each.key) and of_one_sort(each.unit, thing.unit)]
                if (
                    not word
                    and thing.parent is not None
                    and fellows
                    and fellows[0].parent in (None, thing.parent)
                    and len(thing.parent.children) < 3
                ):
                    wholes = [thing.parent]
                if len(fellows) == 1 and len(wholes) == 1 and not any(wholes[0] is whole for whole, _ in self.sums):
                    self.sums.append((wholes[0], [thing, fellows[0]]))
                    self._add_up(wholes[0], [thing, fellows[0]])

    def other_of_pair(self, name: str, things: Sequence[Thing]) -> Thing | None:
        """What a name means of which only the counterpart and their whole are told: the girls of a class whose boys are told."""
        for first, second, word in _PAIRS:
            for part, rest in ((first, second), (second, first)):
                if part not in name or (word and word in name):
                    continue
                told = nearest(things, name.replace(part, rest, 1))
                if len(told) != 1:
                    continue
                named = FREE.sub("", name.replace(part, word, 1))
                wholes = [each for each in things if word and FREE.sub("", each.key) == named]
                whole = wholes[0] if len(wholes) == 1 else self._whole_of(told[0]) if not word else None
                if whole is None:
                    continue
                found = self.new(name, whole, told[0].unit)
                self.sums.append((whole, [told[0], found]))
                self._add_up(whole, [told[0], found])
                return found
        return None

    def third_of_three(self, name: str, things: Sequence[Thing]) -> Thing | None:
        """What a name means of which only the two others, and their whole, are told: 第三产业 beside 第一产业 and 第二产业."""
        named = patterns.search("第[一二三]产业", name)
        others = [f"第{each}产业" for each in "一二三" if named is not None and each != named[0][1]]
        told = [nearest(things, name.replace(named[0], each, 1)) for each in others] if named is not None else []
        if not told or any(len(each) != 1 for each in told):
            return None
        wholes = [each for each in things if each.key.endswith("生产总值")] or [each for each in (told[0][0].parent,) if each is not None]
        if len(wholes) != 1:
            return None
        parts = [each[0] for each in told]
        found = self.new(name, wholes[0], parts[0].unit)
        self.sums.append((wholes[0], [*parts, found]))
        self._add_up(wholes[0], [*parts, found])
        return found

    def _whole_of(self, part: Thing) -> Thing | None:
        shared = [fact.other for fact in self.facts if fact.kind == "share" and fact.thing is part]
        return part.parent or (shared[0] if len(shared) == 1 else None)

    def new(self, name: str, parent: Thing | None = None, unit: str = "", under: str = "") -> Thing:
        """A thing nobody spoke of before."""
        thing = Thing(len(self.things), name, under, parent, unit)
        self.things.append(thing)
        if parent is not None and of_one_sort(parent.unit, unit):
            parent.children.append(thing)
        return thing

    def complete(self, thing: Thing, period: Period) -> None:
        """Puts a part of a year that nobody told between those that were: May is the first five months less the first four."""
        if self._known(thing, period) is not None:
            return
        told = [each for each in self.told_in(thing) if each.year == period.year and each != period]
        for longer in told:
            for part in told:
                for one, other, whole in ((part, period, longer), (part, longer, period)):
                    if _joined(one, other) == whole:
                        self.equal(self.at(thing, whole), total(self.at(thing, one), self.at(thing, other)))
        for months in {each.months for each in told if each.months < period.months}:
            pieces = [Period(period.year, first, first + months - 1) for first in range(period.first, period.last + 1, months)]
            if pieces[-1].last == period.last and all(each in told for each in pieces):
                self.equal(self.at(thing, period), total(*(self.at(thing, each) for each in pieces)))
                return

    def told_line(self, fact: Fact) -> str:
        """A fact in words."""
        name, value = f"{fact.period.told()}{shown(fact.thing)}", fact.value
        since = f"比 {fact.since.told()}" if fact.since != fact.period.years_before(1) else "同比"
        other = shown(fact.other) if fact.other is not None else ""
        percent = f"{decimal(abs(value) * 100, 4)}%"
        amount = f"{decimal(abs(value) / size_of(fact.thing.unit), 4)} {fact.thing.unit}".strip()
        way = "增加" if value >= 0 else "减少"
        return {
            "value": f"{name} {amount}",
            "share": f"{name}占{other} {percent}",
            "multiple": f"{name}是{fact.since.told() if fact.since != fact.period else ''}{other or shown(fact.thing)}的 {decimal(value, 4)} 倍",
            "rate": f"{name}{since}{'增长' if value >= 0 else '下降'} {percent}",
            "more": f"{name}{since}{way} {amount}",
            "differ": f"{name}比{other}{'多' if value >= 0 else '少'} {amount}",
            "ratio": f"{name}比{other}{'多' if value >= 0 else '少'} {percent}",
            "rate-change": f"{name}增速{since}{'提高' if value >= 0 else '降低'} {percent.rstrip('%')} 个百分点",
            "share-change": f"{name}比重{since}{'提高' if value >= 0 else '降低'} {percent.rstrip('%')} 个百分点",
            "rate-gap": f"{name}增速比{other}{'高' if value >= 0 else '低'} {percent.rstrip('%')} 个百分点",
        }[fact.kind]


def shown(thing: Thing) -> str:
    """A thing's name as it can be told alone."""
    name = patterns.sub("^(?:其中|的|而|且|在|有)+|[的了为是有:]+$", "", thing.name) or thing.name
    return name


def _joined(one: Period, other: Period) -> Period | None:
    """Two periods of a year as one, where one follows the other."""
    first, second = sorted((one, other), key=lambda period: period.first)
    return Period(one.year, first.first, second.last) if first.last + 1 == second.first and one.year == other.year else None
