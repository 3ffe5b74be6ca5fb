"""The amounts of what a question means, in the periods and the unit that it wants."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.relations import Quantity, times, total
from engine.generators.civil._statistics.material.periods import Period
from engine.generators.civil._statistics.told.asked import Asked
from engine.generators.civil._statistics.told.book import Book
from engine.generators.civil._statistics.told.meaning import Meanings
from engine.generators.civil._statistics.told.means import Meaning
from engine.generators.civil._statistics.told.things import Thing
from engine.generators.civil._statistics.told.units import of_one_sort, plain_unit, size_of
from engine.generators.reading import StayOut, stay_out

Value = tuple[Fraction | str, str]
_FALLS = r"下降|减少|降低|下滑|回落|下跌|缩小|收窄|放缓|少|低|降|跌|减|慢|下调|小|便宜"


@dataclass(slots=True)
class Amounts:
    """What things amount to, and how they move."""

    book: Book
    meanings: Meanings
    now: Period
    best: tuple[Period, str] | None = None  # of the years, the one asked for before, and of what

    def _quantity(self, terms: tuple[tuple[Fraction, Thing], ...], period: Period) -> Quantity:
        for _, thing in terms:
            self.book.complete(thing, period)
        return total(*(times(factor, self.book.at(thing, period)) for factor, thing in terms))

    def _ratio_of(self, one: Quantity, other: Quantity) -> Fraction:
        value = self.book.relations.ratio(one, other)
        return value if value is not None else stay_out("not determined")

    def _amount(self, meaning: Meaning, period: Period) -> Fraction:
        above = self._quantity(meaning.above, period)
        if meaning.by is not None:
            stay_out("a product")
        if meaning.below:
            return self._ratio_of(above, self._quantity(meaning.below, period))
        value = self.book.relations.value(above)
        if value is None:
            self._link_mean(meaning, period)
            value = self.book.relations.value(above)
        return value if value is not None else stay_out("not determined")

    def _times(self, meaning: Meaning, period: Period, since: Period) -> Fraction:
        """How many times what it was since then it is."""
        try:
            value = self._ratio_of(self._quantity(meaning.above, period), self._quantity(meaning.above, since))
        except StayOut:
            if meaning.below or meaning.mean is None:
                raise
            return self._times(meaning.mean, period, since)
        if meaning.below:
            value /= self._ratio_of(self._quantity(meaning.below, period), self._quantity(meaning.below, since))
        if meaning.by is not None:
            value *= self._ratio_of(self.book.at(meaning.by, period), self.book.at(meaning.by, since))
        return value if value > 0 else stay_out("numbers")

    def _link_mean(self, meaning: Meaning, period: Period) -> None:
        """A mean that is told of one period, in another: by how its total and its count have grown."""
        if meaning.mean is None or len(meaning.above) != 1:
            return
        thing = meaning.above[0][1]
        for told in self.book.told_in(thing):
            if self.book.value_told(thing, told) is not None and told != period:
                grown = self._times(meaning.mean, period, told)
                self.book.equal(self.book.at(thing, period), times(grown, self.book.at(thing, told)))
                return

    def _period(self, asked: Asked, *meanings: Meaning) -> Period:
        if asked.period is not None:
            return asked.period
        told = [max(found) for meaning in meanings for _, thing in (*meaning.above, *meaning.below) if (found := self.book.told_in(thing))]
        return max(told) if told else self.now

    def _since(self, asked: Asked, period: Period) -> Period:
        if asked.since is None:
            return period.years_before(1)
        return asked.since if asked.since != period else stay_out("since when")

    def _meaning(self, name: str, asked: Asked) -> Meaning:
        return self.meanings.of(name, asked.unit if asked.what in ("value", "more", "differ", "yearly-more") else "", asked.noun)

    def _in_unit(self, value: Fraction, meaning: Meaning, unit: str) -> tuple[Fraction, str]:
        if not unit and meaning.below and "亩" in meaning.named and plain_unit(meaning.unit) == "千克":
            return value, "千克"  # 亩产
        told, asked_unit = meaning.unit, unit
        if not unit:
            unit = told
        if told and not of_one_sort(unit, told):
            stay_out("another unit")
        if not plain_unit(unit) and plain_unit(told):
            unit += patterns.sub("^(?:万亿|[万亿千百]+)(?=.)", "", told)
        if meaning.below:
            bare = patterns.sub("^(?:万亿|[万亿]+)(?=.)", "", unit) if not asked_unit else unit
            over = patterns.sub("^(?:万亿|[万亿千]+)(?=[^克米瓦]|$)", "", meaning.per) if not asked_unit else meaning.per_asked
            over = unit.partition("/")[2] or over
            said = (
                f"{bare}/{over}"
                if not asked_unit and over and plain_unit(over) not in ("人", "人次", "个", "家", "件", "户", "名", "位")
                else bare
            )
            return value * size_of(over) / size_of(bare), said if "/" not in unit else unit
        return value / size_of(unit), unit

    def _moved(self, value: Fraction, unit: str, asked: Asked) -> Value:
        way = asked.way
        if asked.direction and not asked.unit:
            return ("上升" if value > 0 else "下降" if value < 0 else "不变"), ""
        if not value:
            return "不变", ""
        if way == "差":
            return abs(value), unit
        if way and way not in ("变化", "变动", "变") and not asked.direction:
            if (value < 0) != (patterns.fullmatch(_FALLS, way) is not None):
                stay_out("the other way")
            return abs(value), unit
        if not way and value > 0 and not asked.direction:
            return value, unit
        return f"{'上升' if value > 0 else '下降'}|{abs(value)}", unit

    def _most(self, asked: Asked) -> list[Value]:
        """The year in which something is, or has grown, the most or the least."""
        meaning = self._meaning(asked.names[0], asked)
        if len(meaning.above) != 1 or meaning.below:
            stay_out("the year of what")
        told = [each for each in self.book.told_in(meaning.above[0][1]) if each.months == 12]
        found: dict[Period, Fraction] = {}
        for each in told:
            before = each.years_before(1)
            if asked.what == "most-value":
                found[each] = self._amount(meaning, each)
            elif before in told:
                rate = asked.what == "most-rate"
                found[each] = self._times(meaning, each, before) if rate else self._amount(meaning, each) - self._amount(meaning, before)
        sign = -1 if asked.way in "慢低小少" else 1
        best = max(found, key=lambda each: sign * found[each]) if len(found) > 1 else stay_out("of which years")
        if list(found.values()).count(found[best]) > 1:
            stay_out("two of them")
        self.best = best, asked.names[0]
        return [(f"{best.year} 年", "")]


def in_parts(value: Fraction, unit: str) -> Value:
    """A ratio in the unit asked for."""
    if unit == "比":
        return f"{value.numerator}:{value.denominator}", ""
    if unit == "成":
        return value * 10, "成"
    if unit == "分数":
        return (f"{value.numerator}/{value.denominator}" if value.denominator > 1 else str(value)), ""
    return (value, "倍") if unit == "倍" else (value * 100, "%")


def root(value: Fraction, degree: int) -> Fraction:
    """The root of a ratio: exact where it is a ratio itself, else to ten places."""
    if value <= 0:
        stay_out("numbers")
    near = Fraction(round(float(value) ** (1 / degree) * 10**10), 10**10)
    exact = near.limit_denominator(2000)
    return exact if exact**degree == value else near
