"""What is asked of a short text, computed from its relations."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.relations import Quantity, minus, times, total
from engine.generators.civil._statistics.material.periods import Period
from engine.generators.civil._statistics.told.amounts import Amounts, Value, in_parts, root
from engine.generators.civil._statistics.told.asked import Asked
from engine.generators.civil._statistics.told.means import Meaning
from engine.generators.civil._statistics.told.things import Thing, key_of
from engine.generators.civil._statistics.told.units import of_one_sort, plain_unit
from engine.generators.reading import StayOut, stay_out


class Answers(Amounts):
    """The answers to the questions of a text."""

    __slots__ = ()

    def values(self, asked: Asked) -> list[Value]:
        """What is asked; behind it what may be meant, too.

        Raises:
            StayOut: it does not follow.
        """
        self.meanings.topic, self.meanings.subject = asked.topic, asked.subject
        if asked.what.startswith("most-"):
            return self._most(asked)
        if asked.then and self.best is not None:
            asked = replace(asked, period=self.best[0], names=[each if key_of(each) else self.best[1] for each in asked.names])
        if not asked.goes_on:
            values: list[Value] = getattr(self, "_" + asked.what.replace("-", "_"))(asked)
            return values
        kept, periods = self.book.relations.copy(), {number: set(each) for number, each in self.book.periods.items()}
        found: list[Value] = getattr(self, "_" + asked.what.replace("-", "_"))(asked)
        kept.asked = self.book.relations.asked
        self.book.relations, self.book.periods = kept, periods  # it goes on like this for this question only
        return found

    def go_on(self, forward: tuple[str, Thing, Period, Fraction], last: Period) -> None:
        """Lets a thing grow every year as it is told to."""
        kind, thing, since, value = forward
        if not 0 < last.year - since.year < 12:
            stay_out("until when")
        for year in range(since.year + 1, last.year + 1):
            now, before = Period(year, since.first, since.last), Period(year - 1, since.first, since.last)
            at = self.book.at(thing, before)
            self.book.equal(self.book.at(thing, now), times(1 + value, at) if kind == "rate" else total(at, {"1": value}))

    def _value(self, asked: Asked) -> list[Value]:
        meaning = self._meaning(asked.names[0], asked)
        period = self._period(asked, meaning)
        if asked.unit in ("%", "点"):
            if not meaning.below:
                stay_out("a rate of what")
            return [(self._amount(meaning, period) * 100, "%")]
        self._grow_on(meaning, period, asked)
        value = self._amount(meaning, period)
        if meaning.below and not asked.unit and meaning.unit and not plain_unit(meaning.unit) and "均" in meaning.named:
            stay_out("a mean in which unit")
        if meaning.below and plain_unit(meaning.unit) == plain_unit(meaning.per) and not asked.unit and (meaning.unit or not meaning.named):
            return [(value * 100, "%")]
        amount, unit = self._in_unit(value, meaning, asked.unit)
        return [(amount, unit)] if amount > 0 else stay_out("numbers")

    def _grow_on(self, meaning: Meaning, period: Period, asked: Asked) -> None:
        goes_on = asked.goes_on
        if not goes_on:
            return
        if len(meaning.above) != 1 or meaning.below:
            stay_out("what goes on")
        thing = meaning.above[0][1]
        told = [each for each in self.book.told_in(thing) if each < period and (each.first, each.last) == (period.first, period.last)]
        if not told or period.year <= max(told).year:
            return
        latest = max(told)
        base = min(told) if goes_on.endswith("yearly") else latest.years_before(1)
        years = latest.year - base.year
        if years < 1:
            stay_out("how it goes on")
        later = [Period(year, period.first, period.last) for year in range(latest.year + 1, period.year + 1)]
        if len(later) > 10:
            stay_out("too far")
        if goes_on.startswith("more"):
            more = times(Fraction(1, years), minus(self.book.at(thing, latest), self.book.at(thing, base)))
            for each in later:
                self.book.equal(minus(self.book.at(thing, each), self.book.at(thing, each.years_before(1))), more)
            return
        grown = self._ratio_of(self.book.at(thing, latest), self.book.at(thing, base))
        factor = root(grown, years)
        for each in later:
            self.book.equal(self.book.at(thing, each), times(factor, self.book.at(thing, each.years_before(1))))

    def _rate(self, asked: Asked) -> list[Value]:
        meaning = self._meaning(asked.names[0], asked)
        period = self._period(asked, meaning)
        if asked.restores is not None:
            if len(meaning.above) != 1 or meaning.below or asked.restores >= period:
                stay_out("what is as before")
            thing = meaning.above[0][1]
            if self.book.value_told(thing, period) is not None:
                stay_out("what is as before")
            self.book.equal(self.book.at(thing, period), self.book.at(thing, asked.restores))
        rate = self._times(meaning, period, self._since_known(asked, meaning, period)) - 1
        return [self._moved(rate, "倍", asked)] if asked.unit == "倍" else [self._moved(rate * 100, "%", asked)]

    def _since_known(self, asked: Asked, meaning: Meaning, period: Period) -> Period:
        """Since when; where nothing says it and the year before is told nowhere, the only other period that is."""
        since = self._since(asked, period)
        if asked.since is not None or meaning.below or len(meaning.above) != 1:
            return since
        told = self.book.told_in(meaning.above[0][1])
        if since in told or len(told) != 2 or max(told) != period:
            return since
        return stay_out("since when")

    def _more(self, asked: Asked) -> list[Value]:
        meaning = self._meaning(asked.names[0], asked)
        period = self._period(asked, meaning)
        since = self._since_known(asked, meaning, period)
        more = self._amount(meaning, period) - self._amount(meaning, since)
        value, unit = self._in_unit(abs(more), meaning, asked.unit)
        return [self._moved(value if more >= 0 else -value, unit, asked)]

    def _move(self, asked: Asked) -> list[Value]:
        rate = self._rate(asked)
        if asked.direction and not asked.unit:
            return rate
        try:
            more = self._more(replace(asked, what="more"))
        except StayOut:
            return rate
        meaning = self._meaning(asked.names[0], asked)
        period = self._period(asked, meaning)
        told = (
            len(meaning.above) == 1
            and not meaning.below
            and self.book.rate_told(meaning.above[0][1], period, self._since(asked, period)) is not None
        )
        return more + rate if told or asked.way in ("增加", "减少", "多", "少") else rate + more

    def _quotient_change(self, asked: Asked) -> list[Value]:
        meaning = self._meaning(asked.names[0], asked)
        if not meaning.below:
            stay_out("a rate of what")
        period = self._period(asked, meaning)
        change = self._amount(meaning, period) - self._amount(meaning, self._since(asked, period))
        return [self._moved(change * 100, "个百分点", replace(asked, unit="百分点"))]

    def _part_and_whole(self, asked: Asked) -> tuple[Meaning, Meaning]:
        return self.meanings.part_and_whole(asked.names[0], asked.names[1])

    def _share_in(self, part: Meaning, whole: Meaning, period: Period) -> Fraction:
        if part.below or whole.below:
            stay_out("a share of a mean")
        value = self._ratio_of(self._quantity(part.above, period), self._quantity(whole.above, period))
        return value if 0 < value <= 1 else stay_out("no share")

    def _share(self, asked: Asked) -> list[Value]:
        part, whole = self._part_and_whole(asked)
        value = self._share_in(part, whole, self._period(asked, part, whole))
        return [in_parts(value, asked.unit)]

    def _angle(self, asked: Asked) -> list[Value]:
        """Of a share in a pie chart."""
        shared = [fact.thing.name for fact in self.book.facts if fact.kind == "share"]
        names = [asked.names[0] or (shared[0] if len(shared) == 1 else stay_out("whose angle")), ""]
        part, whole = self._part_and_whole(replace(asked, names=names))
        return [(self._share_in(part, whole, self._period(asked, part, whole)) * 360, "度")]

    def _mean_of_times(self, asked: Asked) -> list[Value]:
        """`上半年平均每月用水量`: of the months or quarters told one by one."""
        meaning = self._meaning(asked.names[0], asked)
        if meaning.below or len(meaning.above) != 1:
            stay_out("a mean of what")
        told = self.book.told_in(meaning.above[0][1])
        months = 1 if asked.way == "月" else 3
        whole = asked.period if asked.period is not None else Period(told[0].year, told[0].first, told[-1].last)
        if whole.until or whole.months <= months or {each.year for each in told} != {whole.year}:
            stay_out("of which time")
        value, unit = self._in_unit(self._amount(meaning, whole) * months / whole.months, meaning, asked.unit)
        return [(value, unit)]

    def _share_of_time(self, asked: Asked) -> list[Value]:
        """A part of the year in all of it, of one thing."""
        meaning = self._meaning(asked.names[0] or asked.names[1], asked)
        if key_of(asked.names[1]) and self._meaning(asked.names[1], asked) != meaning:
            stay_out("the year of another thing")
        if not key_of(asked.names[1]) and len({fact.thing.number for fact in self.book.facts}) > 1:
            stay_out("the year of what")
        if asked.period is None or asked.other is None or meaning.below or not asked.period.within(asked.other):
            stay_out("a share of when")
        for _, thing in meaning.above:
            for period in self.book.told_in(thing):
                self.book.complete(thing, period)
        value = self._ratio_of(self._quantity(meaning.above, asked.period), self._quantity(meaning.above, asked.other))
        return [in_parts(value, asked.unit)] if 0 < value < 1 else stay_out("no share")

    def _share_change(self, asked: Asked) -> list[Value]:
        part, whole = self._part_and_whole(asked)
        period = self._period(asked, part, whole)
        since = self._since(asked, period)
        if not asked.unit and asked.direction:
            return [self._moved(self._times(part, period, since) / self._times(whole, period, since) - 1, "", asked)]
        try:
            change = self._share_in(part, whole, period) - self._share_in(part, whole, since)
        except StayOut:
            if asked.unit:
                raise
            way = self._times(part, period, since) / self._times(whole, period, since) - 1
            return [self._moved(way, "", replace(asked, direction=True))]
        self._moved(change, "", replace(asked, unit="百分点"))  # not the other way than is asked
        return [self._moved(change * 100, "个百分点", replace(asked, unit="百分点", way="变化"))]

    def _shares_differ(self, asked: Asked) -> list[Value]:
        part, whole = self._part_and_whole(asked)
        other = self._meaning(asked.names[2], asked)
        period = self._period(asked, part, whole)
        return [self._moved((self._share_in(part, whole, period) - self._share_in(other, whole, period)) * 100, "个百分点", asked)]

    def _rate_change(self, asked: Asked) -> list[Value]:
        meaning = self._meaning(asked.names[0], asked)
        period = self._period(asked, meaning)
        since = self._since(asked, period)
        rates = [self._times(meaning, each, each.years_before(1)) for each in (period, since)]
        return [self._moved((rates[0] - rates[1]) * 100, "个百分点", asked)]

    def _rates_differ(self, asked: Asked) -> list[Value]:
        one, other = self._two(asked)
        period = self._period(asked, one, other)
        since = self._since(asked, period)
        apart = (self._times(one, period, since) - self._times(other, period, since)) * 100
        if not asked.way and not asked.unit and apart:  # the options say which is higher
            return [(f"{'高' if apart > 0 else '低'}|{abs(apart)}", "个百分点")]
        return [self._moved(apart, "个百分点", asked)]

    def _ratio(self, asked: Asked) -> list[Value]:
        one = self._meaning(asked.names[0], asked)
        period = self._period(asked, one)
        if len(asked.names) == 1:
            value = self._times(one, period, asked.other or stay_out("of when"))
        else:
            other = self._meaning(asked.names[1], asked)
            value = self._amount_ratio(one, other, period, asked.other or period)
        return [in_parts(value, asked.unit)]

    def _amount_ratio(self, one: Meaning, other: Meaning, period: Period, then: Period) -> Fraction:
        if bool(one.below) != bool(other.below) or not of_one_sort(one.unit, other.unit):
            stay_out("of two sorts")
        value = self._ratio_of(self._quantity(one.above, period), self._quantity(other.above, then))
        if one.below:
            value /= self._ratio_of(self._quantity(one.below, period), self._quantity(other.below, then))
        return value if value > 0 else stay_out("numbers")

    def _differ(self, asked: Asked) -> list[Value]:
        one, other = self._two(asked)
        if one == other or not of_one_sort(one.unit, other.unit):
            stay_out("what is compared")
        period = self._period(asked, one, other)
        if asked.unit in ("%", "倍", "分数", "成", "点"):
            value = self._amount_ratio(one, other, period, period) - 1
            said, unit = in_parts(abs(value), asked.unit)
            if isinstance(said, str):
                self._moved(value, unit, asked)  # not the other way than is asked
                return [(said, unit)]
            return [self._moved(said if value >= 0 else -said, unit, asked)]
        value = self._amount(one, period) - self._amount(other, period)
        amount, unit = self._in_unit(abs(value), one, asked.unit)
        return [self._moved(amount if value >= 0 else -amount, unit, asked)]

    def _increases_differ(self, asked: Asked) -> list[Value]:
        """`第三产业比第二产业多增加多少`."""
        one, other = self._two(asked)
        if one == other:
            stay_out("what is compared")
        period = self._period(asked, one, other)
        since = self._since(asked, period)
        increases = [self._amount(each, period) - self._amount(each, since) for each in (one, other)]
        if min(increases) <= 0:
            stay_out("what falls")
        value = increases[0] - increases[1]
        amount, unit = self._in_unit(abs(value), one, asked.unit)
        return [self._moved(amount if value >= 0 else -amount, unit, asked)]

    def _two(self, asked: Asked) -> tuple[Meaning, Meaning]:
        """The two that are compared; the second may leave out what is told of it (`外出人员收入比本地人员高`)."""
        one, key = self._meaning(asked.names[0], asked), key_of(asked.names[0])
        for cut in range(1, len(key) - 1):
            named = self.meanings.exactly(key_of(asked.names[1]) + key[cut:])
            if named is not None and named != one and of_one_sort(named.unit, one.unit):
                return one, named
        other = self._meaning(asked.names[1], asked)
        return one, other if of_one_sort(other.unit, one.unit) else stay_out("what is compared")

    def _span(self, asked: Asked, meaning: Meaning) -> tuple[Period, Period]:
        if asked.since is not None and asked.period is not None:
            told = [each for _, thing in meaning.above for each in self.book.told_in(thing)]
            before = asked.since.years_before(1)  # `2013—2017 年`, where 2012 is told and 2013 is not
            return before if before in told and asked.since not in told else asked.since, asked.period
        if len(meaning.above) != 1 or meaning.below:
            stay_out("from when to when")
        told = self.book.told_in(meaning.above[0][1])
        if len(told) < 2 or len({(each.first, each.last) for each in told}) > 1:
            stay_out("from when to when")
        return told[0], told[-1]

    def _yearly(self, asked: Asked) -> list[Value]:
        meaning = self._meaning(asked.names[0], asked)
        first, last = self._span(asked, meaning)
        years = last.year - first.year
        if not 0 < years < 40:
            stay_out("how many years")
        rate = root(self._times(meaning, last, first), years) - 1
        return [self._moved(rate * 100, "%", asked)]

    def _yearly_more(self, asked: Asked) -> list[Value]:
        meaning = self._meaning(asked.names[0], asked)
        first, last = self._span(asked, meaning)
        if last.year <= first.year:
            stay_out("how many years")
        more = (self._amount(meaning, last) - self._amount(meaning, first)) / (last.year - first.year)
        value, unit = self._in_unit(abs(more), meaning, asked.unit)
        return [self._moved(value if more >= 0 else -value, unit, asked)]

    def _increase(self, meaning: Meaning, period: Period, since: Period) -> Quantity:
        if meaning.below:
            stay_out("the increase of a mean")
        return minus(self._quantity(meaning.above, period), self._quantity(meaning.above, since))

    def _contribution(self, asked: Asked) -> list[Value]:
        part, whole = self.meanings.part_and_whole(
            asked.names[0], patterns.sub("^(?:总|整体)?(?:增长|增产|增加|增量)$", "", key_of(asked.names[1]))
        )
        period = self._period(asked, part, whole)
        since = self._since(asked, period)
        value = self._ratio_of(self._increase(part, period, since), self._increase(whole, period, since)) * 100
        return [(value, "%")] if value > 0 else stay_out("numbers")

    def _pull(self, asked: Asked) -> list[Value]:
        part, whole = self.meanings.part_and_whole(asked.names[0], asked.names[1])
        period = self._period(asked, part)
        since = self._since(asked, period)
        value = self._ratio_of(self._increase(part, period, since), self._quantity(whole.above, since)) * 100
        return [(value, "个百分点")] if value > 0 else stay_out("numbers")
