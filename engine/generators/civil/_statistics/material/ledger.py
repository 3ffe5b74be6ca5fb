"""The facts of a statistical material as linear relations between values of things in periods, and the periods and parts that nobody told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.relations import Quantity, Relations, minus, number, times, total, unknown
from engine.generators.civil._statistics.material.facts import Material
from engine.generators.civil._statistics.material.names import Thing, Told, clean, core, explained, nearest, place_of
from engine.generators.civil._statistics.material.periods import Period

_ALMOST, _SUM = Fraction(3, 100), Fraction(1, 500)
"""How far rounded figures of one thing may be apart, and parts from their whole."""
_PAIRS = (
    ("出口", "进口", "进出口"),
    ("城镇", "乡村", ""),
    ("城镇", "农村", ""),
    ("男", "女", ""),
    ("国内", "入境", ""),
    ("出境", "入境", "出入境"),
    ("入境", "出境", "入出境"),
    ("中央", "地方", "全国"),
)
"""Two parts that make up a whole, by the word in their names, and the word in the whole's."""


_NOT_SO = re.compile(r"(?P<lead>.*?)非(?P<part>(?!公有|金融|物质|农业|居民|银行|化石)[^非]{2,})")


class Ledger:
    """What a material tells, as relations."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self.relations = Relations()
        self.doubtful: set[int] = set()
        self._told: dict[int, set[Period]] = {}
        self._values = {(fact.thing.number, fact.period): fact.value for fact in material.facts if fact.kind == "value"}
        order = ("value", "share", "multiple", "more", "rate", "rate-change", "share-change", "rate-gap")
        for fact in sorted(material.facts, key=lambda fact: order.index(fact.kind)):
            self._take(fact)
        for thing in list(material.things):
            self._whole(thing)

    def at(self, thing: Thing, period: Period) -> Quantity:
        """The value of a thing in a period."""
        return unknown(f"{thing.number}@{period.year}:{period.first}-{period.last}")

    def periods(self, thing: Thing) -> list[Period]:
        """The periods that something is told of a thing."""
        return sorted(self._told.get(thing.number, set()))

    def equal(self, one: Quantity, other: Quantity, thing: Thing | None = None) -> None:
        """Adds a relation, where nothing told before says it already; figures that say otherwise make their thing doubtful."""
        known = self.relations.ratio(one, other) if self.relations.reduced(other) else None
        self.relations.asked.clear()
        if known is None:
            rest = self.relations.reduced(minus(one, other))
            if rest and set(rest) != {"1"}:
                self.relations.equal(one, other)
            return
        if abs(known - 1) > _ALMOST and thing is not None:
            self.doubtful.add(thing.number)

    def _take(self, fact: Told) -> None:
        thing, period, since = fact.thing, fact.period, fact.since
        now = self.at(thing, period)
        self._told.setdefault(thing.number, set()).add(period)
        if fact.kind == "value":
            self.equal(now, number(fact.value), thing)
        elif fact.kind == "more":
            self._told[thing.number].add(since)
            before = self.at(thing, since)
            rest = self.relations.reduced(minus(now, before))
            if set(rest) - {"1"}:
                self.relations.equal(minus(now, before), number(fact.value))
        elif fact.kind == "rate":
            self._grows(thing, period, since, fact.value)
        elif fact.kind == "share" and fact.other is not None:
            self._told.setdefault(fact.other.number, set()).add(period)
            self.equal(now, times(fact.value, self.at(fact.other, period)), thing)
        elif fact.kind == "multiple" and fact.other is not None:
            self._told.setdefault(fact.other.number, set()).add(since)
            self.equal(now, times(fact.value, self.at(fact.other, since)), thing)
        elif fact.kind == "rate-change":
            if (rate := self._rate(fact)) is not None:
                self._grows(thing, since, since.years_before(1), rate - fact.value)
        elif fact.kind == "rate-gap" and fact.other is not None:
            if (rate := self._rate(fact)) is not None:
                self._grows(fact.other, period, period.years_before(1), rate - fact.value)
        elif fact.kind == "share-change":
            share = next(
                (each for each in self.material.facts if each.kind == "share" and each.thing is thing and each.period == period), None
            )
            if share is not None and share.other is not None:
                self._told[thing.number].add(since)
                self.equal(self.at(thing, since), times(share.value - fact.value / 100, self.at(share.other, since)), thing)

    def _grows(self, thing: Thing, period: Period, since: Period, rate: Fraction) -> None:
        if rate <= -100:
            return
        self._told.setdefault(thing.number, set()).update((period, since))
        self.equal(self.at(thing, period), times(1 + rate / 100, self.at(thing, since)), thing)

    def _rate(self, fact: Told) -> Fraction | None:
        before = fact.period.years_before(1)
        for each in self.material.facts:
            if each.kind == "rate" and each.thing is fact.thing and each.period == fact.period and each.since == before:
                return each.value
        return None

    def rate_told(self, thing: Thing, period: Period) -> Fraction | None:
        """The rate of growth since the year before, as told."""
        for fact in self.material.facts:
            if fact.kind == "rate" and fact.thing is thing and fact.period == period and fact.since == period.years_before(1):
                return fact.value
        return None

    def _whole(self, whole: Thing) -> None:
        """Parts that add up to their whole in one period are all its parts: they do so in every other one."""
        rows: list[list[Thing]] = [whole.children] if len(whole.children) > 1 else []
        by_sentence: dict[tuple[int, int], list[Thing]] = {}
        for thing in self.material.things:
            if thing is not whole and thing.place == whole.place and thing.sentence >= whole.sentence:
                by_sentence.setdefault((thing.sentence, thing.parent.number if thing.parent else -1), []).append(thing)
        rows += [row for row in by_sentence.values() if 1 < len(row) < 12 and row not in rows]
        for row in rows:
            for period in self.periods(whole):
                if self._adds_up(whole, row, period):
                    for each in {*self.periods(whole), *(period for part in row for period in self.periods(part))}:
                        self.equal(self.at(whole, each), total(*(self.at(part, each) for part in row)))
                    break

    def _adds_up(self, whole: Thing, row: Sequence[Thing], period: Period) -> bool:
        values = [self._values.get((thing.number, period)) for thing in (whole, *row)]
        if any(value is None or value <= 0 for value in values) or any(thing.unit[-1:] != whole.unit[-1:] for thing in row):
            return False
        known = [value for value in values if value is not None]
        return abs(known[0] - sum(known[1:])) <= known[0] * _SUM

    def other_part(self, name: str) -> Thing | None:
        """What a name means that only its counterpart and their whole are told of: imports, where there are trade and exports."""
        things = self.material.things
        if (without := _NOT_SO.fullmatch(name)) is not None:
            return self._not_so(without["lead"] or "", without["part"])
        for one, other, whole in _PAIRS:
            for part, rest in ((one, other), (other, one)):
                if part not in name or (whole and whole in name):
                    continue
                told = nearest(things, name.replace(part, rest, 1))
                wholes = self._wholes(told, name.replace(part, whole, 1), whole)
                if len(told) != 1 or len(wholes) != 1 or wholes[0] is None or wholes[0] is told[0]:
                    continue
                if whole and whole not in wholes[0].own:
                    continue
                place, own = place_of(name)
                found = Thing(len(things), own, place or told[0].place, wholes[0], unit=told[0].unit, children=[told[0]])
                things.append(found)
                for period in {*self.periods(told[0]), *self.periods(wholes[0])}:
                    self._told.setdefault(found.number, set()).add(period)
                    self.equal(self.at(wholes[0], period), total(self.at(told[0], period), self.at(found, period)))
                return found
        return None

    def _wholes(self, parts: Sequence[Thing], name: str, word: str) -> list[Thing]:
        """What a part that is told is told to be of, or what has the name of the whole, with the word that says so."""
        if len(parts) == 1:
            shared = [fact.other for fact in self.material.facts if fact.kind == "share" and fact.thing is parts[0]]
            for each in (*shared, parts[0].parent):
                if each is not None and each.place == parts[0].place and word in each.own:
                    return [each]
        return nearest(self.material.things, name)

    def _not_so(self, lead: str, name: str) -> Thing | None:
        """`非税收入`: what is left of a whole without a part that is told."""
        things = self.material.things
        parts = nearest(things, name) or nearest(things, lead + name)
        if len(parts) != 1:
            return None
        part = parts[0]
        lead = patterns.sub("(?:当中|之中|里面|[中里])?的?$", "", lead)
        said = nearest(things, lead) if lead and place_of(lead)[1] else []
        wholes = said or ([part.parent] if part.parent is not None else [])
        if not wholes and not (lead and place_of(lead)[1]):
            ends = [each for each in things if each is not part and len(core(each.own)) > 1 and core(part.own).endswith(core(each.own))]
            wholes = [each for each in ends if each.place == part.place]
        return self.less(wholes[0], part) if len(wholes) == 1 and wholes[0] is not None else None

    def _sum(self, name: str, parts: Sequence[Thing], place: str) -> Thing:
        """A thing of this name that is the sum of its parts, whenever something is told of them."""
        found = Thing(len(self.material.things), name, place, unit=parts[0].unit, children=list(parts))
        self.material.things.append(found)
        for period in {period for part in parts for period in self.periods(part)}:
            self._told.setdefault(found.number, set()).add(period)
            self.equal(self.at(found, period), total(*(self.at(part, period) for part in parts)))
        return found

    def sum_of_parts(self, name: str) -> Thing | None:
        """What a name means of which only the parts are told."""
        things = self.material.things
        if core(place_of(name)[1]) == "GDP":
            rows = [nearest(things, f"第{each}产业增加值") for each in "一二三"]
            if all(len(row) == 1 for row in rows):
                return self._sum("生产总值", [row[0] for row in rows], rows[0][0].place)
        for one, other, whole in _PAIRS:
            if not whole or whole not in name:
                continue
            parts = [nearest(things, name.replace(whole, part, 1)) for part in (one, other)]
            if all(len(part) == 1 for part in parts) and parts[0][0].place == parts[1][0].place:
                return self._sum(place_of(name)[1], [part[0] for part in parts], parts[0][0].place)
        return None

    def whole_of_table(self, name: str) -> Thing | None:
        """What a table is about as a whole, as the sum of its rows."""
        things = self.material.things
        for table in self.material.tables:
            place, asked, title = place_of(name)[0], core(clean(place_of(name)[1])), core(table.title)
            if place not in ("", "全国", "本地"):
                continue  # one of the rows
            rows = [nearest(things, row) for row in table.rows]
            if len(rows) < 2 or any(len(row) != 1 for row in rows) or any(patterns.search("总|全部", row) for row in table.rows):
                continue
            if len(asked) < 3 or not explained(asked, title):
                continue
            return self._sum(place_of(name)[1], [row[0] for row in rows], place_of(name)[0])
        return None

    def less(self, whole: Thing, part: Thing) -> Thing:
        """A whole without a part of it."""
        things = self.material.things
        found = Thing(len(things), f"除{part.own}外的{whole.own}", whole.place, whole, unit=whole.unit, children=[part])
        things.append(found)
        for period in {*self.periods(whole), *self.periods(part)}:
            self._told.setdefault(found.number, set()).add(period)
            self.equal(self.at(whole, period), total(self.at(part, period), self.at(found, period)))
        return found

    def complete(self, thing: Thing, period: Period) -> None:
        """Puts a part of a year that nobody told between those that were: November is the first eleven months less the first ten."""
        told = [each for each in self.periods(thing) if each.year == period.year]
        known = self.relations.value(self.at(thing, period))
        self.relations.asked[-1:] = [] if known is not None else self.relations.asked[-1:]
        if known is not None:
            return
        for longer in told:
            for part in told:
                for one, other, whole in ((part, period, longer), (part, longer, period)):
                    if _joined(one, other) == whole:
                        self.equal(self.at(thing, whole), total(self.at(thing, one), self.at(thing, other)))
                        self._told[thing.number].add(period)


def _joined(one: Period, other: Period) -> Period | None:
    """Two periods of a year as one, where one follows the other."""
    first, second = sorted((one, other), key=lambda period: period.first)
    return Period(one.year, first.first, second.last) if first.last + 1 == second.first and one.year == other.year else None
