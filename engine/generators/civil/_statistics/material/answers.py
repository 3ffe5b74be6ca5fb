"""What a question asks about a statistical material, computed from its relations."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.relations import Quantity, minus
from engine.generators.civil._statistics.cues import RATE_WORD
from engine.generators.civil._statistics.material.cues import scale
from engine.generators.civil._statistics.material.means import mean_of
from engine.generators.civil._statistics.material.meant import Meant, Value
from engine.generators.civil._statistics.material.names import Thing, core, nearest, place_of
from engine.generators.civil._statistics.material.periods import Period
from engine.generators.reading import StayOut, stay_out


class Answering(Meant):
    """The answers."""

    def answer(self) -> list[Value]:
        """What is asked; behind it what may be meant, too (an amount beside a rate).

        Raises:
            StayOut: it does not follow.
        """
        if self.question.other is not None and self.question.what not in ("share", "ratio"):
            stay_out("two periods")
        if self.question.measure == "rate" and self.question.what != "ratio":
            stay_out("of rates")
        self._keep_growing()
        computed = getattr(self, "_" + self.question.what.replace("-", "_"))
        values: list[Value] = computed()
        return values

    def _keep_growing(self) -> None:
        question = self.question
        if question.keeps is None and not question.goes_on:
            return
        things = self.things(question.names[0])
        if len(things) != 1 or len(question.names) > 1:
            stay_out("what keeps growing")
        if question.keeps is not None:
            told = [period for period in question.keeps if self.ledger.rate_told(things[0], period) is not None]
            if len(told) != 1:
                stay_out("whose rate")
            latest = told[0]
            years = [period for period in question.keeps if period != latest]
        else:
            last = question.period or stay_out("until when")
            latest = max((period for period in self.ledger.periods(things[0]) if period < last), default=None) or stay_out("no rate")
            if not 0 < last.year - latest.year < 6 or any(period not in (latest, Period(latest.year + 1)) for period in question.alike):
                stay_out("until when")
            years = [Period(year, latest.first, latest.last) for year in range(latest.year + 1, last.year + 1)]
        before = latest.years_before(1)
        if question.goes_on == "more":
            more = minus(self.quantity(things, latest), self.quantity(things, before))
            self.value(more)
            for year in years:
                self.ledger.equal(minus(self.ledger.at(things[0], year), self.ledger.at(things[0], year.years_before(1))), more, things[0])
            return
        rate = self.ledger.rate_told(things[0], latest)
        if rate is None:
            rate = self.growth(things, latest, before)
        for year in years:
            self.ledger.equal(
                self.ledger.at(things[0], year), _times(1 + rate / 100, self.ledger.at(things[0], year.years_before(1))), things[0]
            )

    def _value(self) -> list[Value]:
        things = self.things(self.question.names[0], self.question.period)
        period = self.period(things)
        if period.until:
            stay_out("of several years")
        value, unit = self.amount(self.value(self.quantity(things, period)), things)
        if value <= 0:
            stay_out("numbers")
        return [(value, unit)]

    def _rate(self) -> list[Value]:
        things = self.things(self.question.names[0], self.question.period)
        period = self.period(things)
        return [self.changed(self.growth(things, period, self.since(period)), "%")]

    def _more(self) -> list[Value]:
        things = self.things(self.question.names[0], self.question.period)
        period = self.period(things)
        value = self.value(minus(self.quantity(things, period), self.quantity(things, self.since(period))))
        return [self.changed(*self.amount(value, things))]

    def _move(self) -> list[Value]:
        things = self.things(self.question.names[0], self.question.period)
        if any(thing.unit == "%" for thing in things):
            if self.question.unit != "百分点":
                stay_out("a rate of a rate")
            return self._more()
        if self.question.unit == "%":
            return self._rate()
        if self.question.unit == "百分点":
            stay_out("points of what")
        if self.question.unit == "倍":
            period = self.period(things)
            return [self.changed(self.growth(things, period, self.since(period)) / 100, "倍")]
        if self.question.unit:
            return self._more()
        try:
            rate = self._rate()
        except StayOut:
            return self._more()  # only increases are told
        try:
            more = self._more()
        except StayOut:
            return rate
        period = self.period(things)
        told = len(things) == 1 and self.ledger.rate_told(things[0], period) is not None and self.since(period) == period.years_before(1)
        return (
            more + rate if told or patterns.fullmatch("增加|减少|多|少", self.question.way) else rate + more
        )  # nobody asks for what is told

    def ranking(self) -> list[tuple[Thing, Fraction]]:
        """Every thing and what is compared of it, where that follows."""
        found: list[tuple[Thing, Fraction]] = []
        for thing in list(self.ledger.material.things):
            told = self.ledger.periods(thing)
            period = self.question.period or (max(told) if told else None)
            if period is None or period.until or not told:
                continue
            try:
                value = self._measured([thing], period)
            except StayOut:
                continue
            found.append((thing, value))
        return found

    def _measured(self, things: list[Thing], period: Period) -> Fraction:
        if self.question.unit == "rate":
            return self.growth(things, period, self.since(period))
        if self.question.unit == "more":
            return self.value(minus(self.quantity(things, period), self.quantity(things, self.since(period))))
        if self.question.unit == "share":
            part, whole = self._part_and_whole(things)
            since = self.since(period)  # what grows faster than its whole has a larger share of it
            return self.growth(part, period, since) - self.growth(whole, period, since)
        return self.value(self.quantity(things, period))

    def _rate_change(self) -> list[Value]:
        things = self.things(self.question.names[0], self.question.period)
        period = self.period(things)
        since = self.since(period)
        rates = [self.growth(things, each, each.years_before(1)) for each in (period, since)]
        if patterns.fullmatch(RATE_WORD, self.question.way):
            self.question.way = "变化"
        return [self.changed(rates[0] - rates[1], "个百分点")]

    def _part_and_whole(self, part: list[Thing] | None = None) -> tuple[list[Thing], list[Thing]]:
        question = self.question
        whole_name = question.names[1]
        part = part or self.things(question.names[0], question.period)
        whole_name = patterns.sub("(?<=[\u4e00-\u9fff]{2})(?:总体|整体)$", "", whole_name)
        if whole_name != "·" and not patterns.fullmatch(
            "(?:全国|全省|全市|全社会|总量|总体|其|全部|总额|我国|全县|全区)的?(?:总量|总额|总数)?", whole_name
        ):
            whole = self.things(whole_name, question.period, part[0])
        else:
            place = place_of(whole_name)[0] if whole_name not in ("全省", "全市", "全县", "全区") else "本地"
            alike = [
                thing
                for thing in self.ledger.material.things
                if thing not in part
                and (not place or thing.place == place)
                and (
                    core(thing.own) == core(part[0].own)
                    or (len(core(thing.own)) > 1 and core(thing.own) in core(part[0].own))
                    or (len(core(thing.own)) > 3 and thing.place == "全国" and core(question.names[0]).endswith(core(thing.own)))
                )
            ]
            if len(alike) == 1:
                whole = alike
            elif part[0].parent is not None and (
                whole_name in ("·", "全社会", "总量", "总体", "其", "总额") or part[0].parent.place == place
            ):
                whole = [part[0].parent]
            elif place and len(named := [each for each in alike if each.place == place and core(each.own) == core(part[0].own)]) == 1:
                whole = named
            else:
                stay_out("of what")
        if set(map(id, part)) == set(map(id, whole)):
            stay_out("a share of itself")
        if any(not _of_one_kind(one.unit, other.unit) for one in part for other in whole):
            stay_out("a share of what is counted otherwise")
        self.used += whole
        return part, whole

    def _share_of(self, part: list[Thing], whole: list[Thing], period: Period) -> Fraction:
        value = self.ratio(self.quantity(part, period), self.quantity(whole, period)) * 100
        return value if 0 < value <= 100 else stay_out("no share")

    def _share(self) -> list[Value]:
        if self.question.other is not None and patterns.fullmatch("(?:总|收入|产)?[值量额数]|·", self.question.names[1]):
            part = whole = self.things(self.question.names[0], self.question.period)  # of a month in its year
        else:
            part, whole = self._part_and_whole()
        period = self.period(part + whole)
        value = self.ratio(self.quantity(part, period), self.quantity(whole, self.question.other or period)) * 100
        return [(value if 0 < value <= 100 else stay_out("no share"), "%")]

    def _share_change(self) -> list[Value]:
        part, whole = self._part_and_whole()
        period = self.period(part + whole)
        since = self.since(period)
        if self.question.direction:  # what grows faster than its whole has a larger share of it
            return [self.changed(self.growth(part, period, since) - self.growth(whole, period, since), "")]
        now, before = (self._share_of(part, whole, each) for each in (period, since))
        self.question.way = "变化"
        return [self.changed(now - before, "个百分点")]

    def _shares_differ(self) -> list[Value]:
        part, whole = self._part_and_whole()
        other = self.things(self.question.names[2], self.question.period, part[0])
        period = self.period(part + whole)
        return [self.changed(self._share_of(part, whole, period) - self._share_of(other, whole, period), "个百分点")]

    def _ratio(self) -> list[Value]:
        names = self.question.names
        one = self.things(names[0], self.question.period)
        period = self.period(one)
        if len(names) == 1:
            value = self.ratio(self.quantity(one, period), self.quantity(one, self.since(period)))
            return [(value * 100, "%") if self.question.unit == "%" else (value, "倍")]
        other = self.things(names[1], self.question.other or self.question.period, one[0])
        if self.question.measure:
            return [(self._ratio_of_growths(one, other, period), "倍")]
        return [(self.ratio(self.quantity(one, period), self.quantity(other, self.question.other or period)), "倍")]

    def _more_of(self, things: list[Thing], period: Period) -> Quantity:
        """By how much things have grown, or their value where that is compared."""
        now = self.quantity(things, period)
        return minus(now, self.quantity(things, self.since(period))) if self.question.measure == "more" else now

    def _ratio_of_growths(self, one: list[Thing], other: list[Thing], period: Period) -> Fraction:
        if self.question.other is not None:
            stay_out("two periods")
        if self.question.measure == "more":
            value = self.ratio(self._more_of(one, period), self._more_of(other, period))
        else:
            rates = [self.growth(each, period, self.since(period)) for each in (one, other)]
            value = rates[0] / rates[1]
        return value if value > 0 else stay_out("one rises, one falls")

    def _differ(self) -> list[Value]:
        one = self.things(self.question.names[0], self.question.period)
        other = self.things(self.question.names[1], self.question.period, one[0])
        period = self.period(one + other)
        if self.question.unit in ("%", "倍"):
            ratio = self.ratio(self._more_of(one, period), self._more_of(other, period)) - 1
            return [self.changed(ratio * 100 if self.question.unit == "%" else ratio, self.question.unit)]
        value = self.value(minus(self._more_of(one, period), self._more_of(other, period)))
        if self.question.measure == "more" and self.question.way in ("多", "少"):
            falls = min(self.value(self._more_of(each, period)) for each in (one, other)) <= 0
            if falls or (value < 0) == (self.question.way == "多"):
                stay_out("what falls, or the other way")
        if any(thing.unit != each.unit and thing.unit and each.unit and thing.unit[-1] != each.unit[-1] for thing in one for each in other):
            stay_out("two units")
        values = [self.changed(*self.amount(value, one + other))]
        if not self.question.unit and not self.question.measure:  # the options may say by how many per cent
            values.append(self.changed((self.ratio(self.quantity(one, period), self.quantity(other, period)) - 1) * 100, "%"))
        return values

    def _differ_change(self) -> list[Value]:
        one, other = (self.things(name, self.question.period) for name in self.question.names)
        period = self.period(one + other)
        differences = [minus(self.quantity(one, each), self.quantity(other, each)) for each in (period, self.since(period))]
        if self.question.unit == "%":
            return [self.changed((self.ratio(*differences) - 1) * 100, "%")]
        self.question.way = "变化"
        values = [self.changed(*self.amount(self.value(minus(*differences)), one))]
        if not self.question.unit and self.value(differences[1]) > 0:  # the options may say by how many per cent
            values.append(self.changed((self.ratio(*differences) - 1) * 100, "%"))
        return values

    def _rates_differ(self) -> list[Value]:
        one = self.things(self.question.names[0], self.question.period)
        other = self.things(self.question.names[1], self.question.period, one[0])
        period = self.period(one + other)
        since = self.since(period)
        return [self.changed(self.growth(one, period, since) - self.growth(other, period, since), "个百分点")]

    def _mean(self) -> list[Value]:
        above, below, divided, period = self._mean_parts()
        if below:
            value = self.ratio(self.quantity(above, period), self.quantity(below, period)) / divided
        else:
            value = self.value(self.quantity(above, period)) / divided
        told = next((thing.unit for thing in above if thing.unit), "")
        count = patterns.sub("^[万亿千百]+", "", next((thing.unit for thing in below if thing.unit), ""))
        unit = patterns.sub("/.*$", "", self.question.unit)
        bare = patterns.sub("^[万亿千百]+", "", told)
        if not unit:
            unit = bare if value >= 1 else told
        if patterns.sub("^[万亿千百]+", "", unit) != bare and not {unit, bare} <= {"人", "名", "位"}:
            stay_out("another unit")
        del count
        return [(value / scale(unit), unit)]

    def _mean_parts(self) -> tuple[list[Thing], list[Thing], int, Period]:
        whole = self._direct()
        if whole is not None:
            self.told_mean = True
            return whole, [], 1, self.period(whole)
        above, below, divided = mean_of(self.ledger, self.question)
        self.used += above + below
        period = self.period(above + below)
        return above, below, period.months if divided == 0 else divided, period

    def _direct(self) -> list[Thing] | None:
        """The mean itself, where it is told."""
        found = nearest(self.ledger.material.things, self.question.names[0])
        found = [thing for thing in found if patterns.search("均|每", thing.own)]
        if len(found) == 1:
            self.used.append(found[0])
            return found
        return None

    def _mean_move(self) -> list[Value]:
        question = self.question
        name = patterns.sub(r"的?(?:同比)?(?:增长率|增速|增幅|增长速度|变化率)$", "", question.names[0])
        question.names[0] = patterns.sub(rf"的?(?:{question.way})了?$", "", name) if question.way else name
        above, below, _, period = self._mean_parts()
        since = self.since(period)
        if not below:
            question.names = [question.names[0]]
            return self._move()
        growth = self.ratio(self.quantity(above, period), self.quantity(above, since)) / self.ratio(
            self.quantity(below, period), self.quantity(below, since)
        )
        rate = self.changed((growth - 1) * 100, "%")
        if question.unit == "%" or patterns.search("率|速|幅", question.way):
            return [rate]
        amounts: list[Value] = []
        try:
            now, before = (self.ratio(self.quantity(above, each), self.quantity(below, each)) for each in (period, since))
            told = next((thing.unit for thing in above if thing.unit), "")
            unit = question.unit or patterns.sub("^[万亿千百]+", "", told)
            if patterns.sub("^[万亿千百]+", "", unit) == patterns.sub("^[万亿千百]+", "", told):
                amounts = [self.changed((now - before) / scale(unit), unit)]
        except StayOut:
            pass
        if question.unit:
            return amounts or stay_out("not determined")
        return [rate, *amounts]

    def _contribution(self) -> list[Value]:
        part = self.things(self.question.names[0], self.question.period)
        whole = self.things(self.question.names[1], self.question.period, part[0])
        period = self.period(part + whole)
        since = self.since(period)
        if period.until:
            period, since = Period(period.until), Period(period.year)
        increases = [minus(self.quantity(each, period), self.quantity(each, since)) for each in (part, whole)]
        return [(self.ratio(increases[0], increases[1]) * 100, "%")]

    def _pull(self) -> list[Value]:
        part = self.things(self.question.names[0], self.question.period)
        whole = self.things(self.question.names[1], self.question.period, part[0])
        period = self.period(part + whole)
        since = self.since(period)
        if period.until:
            period, since = Period(period.until), Period(period.year)
        value = self.ratio(minus(self.quantity(part, period), self.quantity(part, since)), self.quantity(whole, since)) * 100
        return [(value, "%" if self.question.unit == "%" else "个百分点")]

    def _years(self) -> tuple[list[Thing], Period, Period]:
        things = self.things(self.question.names[0])
        span = self.question.period or stay_out("which years")
        first, told = Period(span.year), [each for thing in things for each in self.ledger.periods(thing)]
        return things, Period(span.until), first.years_before(1) if first not in told and first.years_before(1) in told else first

    def _yearly(self) -> list[Value]:
        things, period, since = self._years()
        years = period.year - since.year
        if patterns.search("量|额", self.question.way) or (self.question.unit and self.question.unit != "%"):
            return self._yearly_more()
        ratio = self.ratio(self.quantity(things, period), self.quantity(things, since))
        rate = self.changed(Fraction(round((float(ratio) ** (1 / years) - 1) * 100, 6)), "%")
        if self.question.unit or patterns.search("率|速|幅", self.question.way):
            return [rate]
        try:
            return [rate, *self._yearly_more()]
        except StayOut:
            return [rate]

    def _yearly_more(self) -> list[Value]:
        things, period, since = self._years()
        value = self.value(minus(self.quantity(things, period), self.quantity(things, since))) / (period.year - since.year)
        return [self.changed(*self.amount(value, things))]


def _of_one_kind(one: str, other: str) -> bool:
    """Whether amounts in two units may be of one thing."""
    bare = {patterns.sub("^[万亿千百]+", "", unit) for unit in (one, other)} - {""}
    return len(bare) < 2 or bare <= {"人", "名", "位", "个", "人次"} or bare <= {"吨", "千克", "公斤", "斤", "克"} or bare <= {"亩", "公顷"}


def _times(factor: Fraction, quantity: Quantity) -> Quantity:
    return {name: factor * value for name, value in quantity.items()}
