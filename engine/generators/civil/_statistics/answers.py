"""What statistics ask, computed from the relations that are told."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.relations import Quantity, minus, number
from engine.generators.civil._statistics.asks import Ask
from engine.generators.civil._statistics.figures import Figures, split_unit
from engine.generators.civil._statistics.means import Means
from engine.generators.civil._statistics.most import candidates, the_most
from engine.generators.civil._statistics.names import THIS_YEAR, clean, year_name
from engine.generators.civil._statistics.sums import summed_up
from engine.generators.civil._statistics.values import FALLS, Value, rate_said, sound
from engine.generators.reading import StayOut, stay_out


class Answering:
    """Quantities for the asks, from what is told."""

    def __init__(self, figures: Figures) -> None:
        self.figures = figures
        self.means = Means(figures, self.ratio, self.growth)
        self._best: tuple[str, int] | None = None
        self._later = range(0)

    def year(self, text: str, default: int) -> int:
        """The year asked for: as said, or so many before this year (where years are told: before the one spoken of).

        Raises:
            StayOut: 今年 among years with numbers.
        """
        if not text:
            return default
        year = int(text)
        if year > 1900:
            return year
        if not self.figures.explicit:
            return THIS_YEAR + year
        return default + year if year else stay_out("this year among years")

    def keep_growing(self, asks: list[Ask]) -> None:
        """Where the text says that the growth goes on: the last rate, for every year up to the last one asked for."""
        figures = self.figures
        if not figures.keeps and figures.forward is None:
            return
        last = figures.latest
        self._later = range(last + 1, max([last + 1, *(self.year(ask.said("year"), last) for ask in asks if ask.said("year"))]) + 1)
        if any(ask.what == "yearly" for ask in asks):
            return  # the rate is what is asked first
        names = list(dict.fromkeys(name for name, at in figures.told if at == last))
        if len(names) != 1:
            stay_out("what keeps growing")
        self._grow_on(names[0], self.growth(names[0], last, last - 1) if figures.forward is None else figures.forward)

    def _grow_on(self, name: str, rate: Fraction) -> None:
        for year in self._later:
            self.figures.grows(name, year, rate)
        if self.figures.settle_rates():
            stay_out("what is told contradicts itself")

    def name(self, text: str, ask: Ask) -> str:
        """The figure asked for; without a name the one last spoken of."""
        if summed := summed_up(self.figures, text):
            return summed
        if clean(text):
            return self.figures.key(text)
        valued = list(dict.fromkeys(name for name, _ in self.figures.told))
        if len(valued) == 1:
            return valued[0]
        return ask.subject if ask.subject is not None else stay_out("of what")

    def ratio(self, above: Quantity, below: Quantity) -> Fraction:
        """How many times the second the first is.

        Raises:
            StayOut: what is told leaves it open.
        """
        value = self.figures.relations.ratio(above, below)
        return value if value is not None else stay_out("not determined")

    def growth(self, name: str, year: int, since: int) -> Fraction:
        """The rate in per cent."""
        return (self.ratio(self.figures.at(name, year), self.figures.at(name, since)) - 1) * 100

    def unit(self, name: str) -> str:
        """The unit a figure is told in; that of everything else where it is never told."""
        units = set(self.figures.units.values())
        if name in self.figures.units:
            return self.figures.units[name]
        return units.pop() if len(units) == 1 else "" if not units else stay_out("in which unit")

    def part_and_whole(self, ask: Ask, year: int) -> tuple[str, str]:
        """The names of a share."""
        figures = self.figures
        part_name, whole_name = clean(ask.said("part")), clean(ask.said("whole"))
        if not part_name and not whole_name and figures.shared:
            return figures.shared
        others = list(dict.fromkeys(name for name, _ in figures.told))
        if part_name and not whole_name and (both := self._whole_then_part(part_name)):
            return both
        if part_name:
            part = figures.key(ask.said("part"))
        elif whole_name and ask.subject is not None:
            part = ask.subject
        elif len(others) == 2:
            bigger = self.ratio(figures.at(others[0], year), figures.at(others[1], year))
            part, whole = (others[1], others[0]) if bigger > 1 else (others[0], others[1])
            return part, whole
        else:
            stay_out("a share of what")
        if whole_name:
            whole = self._whole(ask.said("whole"), part)
        elif figures.whole is not None and figures.whole != part:
            whole = figures.whole
        elif figures.parent is not None and figures.parent != part and (figures.within.get(part) == figures.parent or part == figures.rest):
            whole = figures.parent
        elif figures.shared and figures.shared[0] == part:
            whole = figures.shared[1]
        else:
            rest = [name for name in others if name != part]
            totals = [name for name in rest if patterns.search("总|全[国省市部]|合计|GDP", name)]
            whole = rest[0] if len(rest) == 1 else totals[0] if len(totals) == 1 else stay_out("of what")
        return part, whole if whole != part else stay_out("a share of itself")

    def _whole_then_part(self, name: str) -> tuple[str, str] | None:
        """`工业取水量自来水取水量所占的比重`: the whole and its part, one name right behind the other."""
        told = {each for each, _ in self.figures.valued}
        for place in range(2, len(name) - 1):
            if name[:place] in told and name[place:].lstrip("中的") in told:
                return name[place:].lstrip("中的"), name[:place]
        return None

    def _whole(self, text: str, part: str) -> str:
        figures = self.figures
        if summed := summed_up(self.figures, text):
            return summed
        try:
            return figures.key(text)
        except StayOut:
            named = [name for name in dict.fromkeys(name for name, _ in figures.told) if name != part]
            if patterns.fullmatch("总(?:数|量|额|体|人数)?|全部|全体", clean(text)) and len(named) == 1:
                return named[0]
            ends = [name for name in figures.names if name.endswith(clean(text)) and name != part and len(clean(text)) > 2]
            if len(ends) == 1:
                return ends[0]
            # `全部医院` where 医院 are told, `四项总额` where only its parts are.
            if patterns.search(r"[两三四五六七八]|合计|总|全部|全体|所有", text) and not patterns.search("全[国省市]", text):
                names = list(dict.fromkeys(name for name, at in figures.valued))
                apart = not any(one != other and one.endswith(other) for one in names for other in names)  # none is a part of another
                if part in names and len(names) > 2 and apart and len({figures.units.get(name) for name in names}) == 1:
                    return summed_up(figures, "合计") or stay_out("of what")
            raise

    def answer(self, ask: Ask) -> Value:
        """The value asked for and its unit.

        Raises:
            StayOut: it is not determined.
        """
        computed = getattr(self, "_" + ask.what.replace("-", "_"), None)
        if computed is None:
            stay_out(ask.what)
        year = self.year(ask.said("year"), ask.year)
        if self.figures.explicit and ask.said("year").startswith("-") and ask.year != self.figures.latest:
            stay_out("the year before which")
        value: Value = computed(ask, year)
        return value

    def _since(self, ask: Ask, year: int) -> int:
        if ask.said("from"):
            return self.year(ask.said("from"), year)
        if ask.said("span"):
            return year - ("零一两三四五".find(ask.said("span")) if ask.said("span") in "两三四五" else int(ask.said("span")))
        return self.year(ask.said("since"), year) if ask.said("since") else year - 1

    def _until(self, ask: Ask, year: int) -> int:
        return self.year(ask.said("to"), year) if ask.said("to") else year

    def _latest(self, name: str, ask: Ask, year: int) -> int:
        """The year of a question that says none: the last one told of that figure."""
        if ask.said("year") or ask.said("to"):
            return self._until(ask, year)
        return max((at for each, at in self.figures.told if each == name), default=year)

    def _share(self, ask: Ask, year: int) -> Value:
        part, whole = self.part_and_whole(ask, year)
        self.figures.shared, self.figures.asked = (part, whole), "share"
        value = self.ratio(self.figures.at(part, year), self.figures.at(whole, year))
        return sound(value * 10, "成", 10) if ask.said("tenths") else sound(value * 100, "%", 100)

    def _share_change(self, ask: Ask, year: int) -> Value:
        part, whole = self.part_and_whole(ask, year)
        year = self._until(ask, year)
        if not ask.said("points") and ask.said("moves") in ("变化", "变动", "变", ""):
            rates = [self.figures.rates.get((name, year)) for name in (part, whole)]
            known = self.figures.relations.ratio(self.figures.at(part, year), self.figures.at(whole, year))
            if known is None and self._since(ask, year) == year - 1 and rates[0] is not None and rates[1] is not None:
                # What grows faster than its whole has a larger share of it.
                return "上升" if rates[0] > rates[1] else "下降" if rates[0] < rates[1] else "不变", ""
        shares = [self.ratio(self.figures.at(part, at), self.figures.at(whole, at)) * 100 for at in (self._since(ask, year), year)]
        if max(shares) > 100:
            stay_out("numbers")
        change = shares[1] - shares[0]
        if ask.said("direction"):
            return "上升" if change > 0 else "下降" if change < 0 else "不变", ""
        return ("不变", "") if not change else (f"{'上升' if change > 0 else '下降'}|{abs(change)}", "个百分点")

    def _proportion(self, ask: Ask, year: int) -> Value:
        one, other = self.figures.key(ask.said("one")), self.figures.key(ask.said("other"))
        value = self.ratio(self.figures.at(one, year), self.figures.at(other, year))
        if value <= 0 or max(value.numerator, value.denominator) > 100:
            stay_out("no ratio people say")
        return f"{value.numerator}:{value.denominator}", ""

    def _differ(self, ask: Ask, year: int) -> Value:
        figures = self.figures
        one, other = self._beside(ask)
        value = figures.relations.value(minus(figures.at(one, year), figures.at(other, year)))
        sign = -1 if ask.said("way") in ("少", "低", "小") else 1
        if ask.said("unit") == "%":
            return sound(sign * (self.ratio(figures.at(one, year), figures.at(other, year)) - 1) * 100, "%")
        if value is None:
            stay_out("not determined")
        unit = ask.said("unit") or self.unit(one)
        value = abs(value) if ask.said("way") == "差" else sign * value
        return sound(value / split_unit(unit)[0], unit)

    def _beside(self, ask: Ask) -> tuple[str, str]:
        """The two things compared; `B市` beside `A市的产量` is its 产量."""
        figures = self.figures
        one, other = ask.said("one"), ask.said("other")
        try:
            second = figures.key(other)
        except StayOut:
            first = figures.key(one)
            alike = [
                name for name in figures.names if name != first and _short(name).startswith(_short(clean(other))) and len(clean(other)) > 1
            ]
            if len(alike) != 1:
                raise
            return first, alike[0]
        try:
            return figures.key(one), second
        except StayOut:
            alike = [
                name for name in figures.names if name != second and _short(name).startswith(_short(clean(one))) and len(clean(one)) > 1
            ]
            if len(alike) != 1:
                raise
            return alike[0], second

    def _rates_differ(self, ask: Ask, year: int) -> Value:
        rates = []
        for each in ("one", "other"):
            name = patterns.sub(r"(?:的)?(?:同比)?(?:增长率|增速|增幅|增长速度|涨幅)$", "", ask.said(each))
            key = self.figures.key(name)
            rates.append(self.growth(key, year, year - 1))
        difference = (rates[0] - rates[1]) * (-1 if ask.said("way") in ("少", "低", "慢", "小") else 1)
        return sound(difference, "个百分点")

    def _ratio(self, ask: Ask, year: int) -> Value:
        one, other = self.figures.key(ask.said("one")), self.figures.key(ask.said("other"))
        return sound(self.ratio(self.figures.at(one, year), self.figures.at(other, year)) * 100, "%")

    def _angle(self, ask: Ask, year: int) -> Value:
        part, whole = self.part_and_whole(ask, year)
        return sound(self.ratio(self.figures.at(part, year), self.figures.at(whole, year)) * 360, "度", 360)

    def _increase(self, name: str, year: int) -> Quantity:
        return minus(self.figures.at(name, year), self.figures.at(name, year - 1))

    def _contribution(self, ask: Ask, year: int) -> Value:
        part = self.name(ask.said("part"), ask) if clean(ask.said("part")) else stay_out("whose contribution")
        return sound(self.ratio(self._increase(part, year), self._whole_increase(ask.said("whole"), part)(year)) * 100, "%")

    def _whole_increase(self, text: str, part: str) -> Callable[[int], Quantity]:
        figures, name = self.figures, clean(text)
        increases = [each for each in figures.names if each.endswith(("增量", "增长量", "增加量"))]
        if increases and (not name or name not in figures.names):
            return lambda year: figures.at(increases[0], year)
        rest = [each for each in dict.fromkeys(each for each, _ in figures.told) if each != part]
        key = figures.key(text) if name else rest[0] if len(rest) == 1 else stay_out("a contribution to what")
        return lambda year: self._increase(key, year)

    def _pull(self, ask: Ask, year: int) -> Value:
        part = self.name(ask.said("part"), ask)
        rest = [each for each in dict.fromkeys(each for each, _ in self.figures.told) if each != part]
        whole = self.figures.key(ask.said("whole")) if clean(ask.said("whole")) else rest[0] if len(rest) == 1 else stay_out("of what")
        if not ask.said("year"):
            year = max(at for _, at in self.figures.told)
        return sound(self.ratio(self._increase(part, year), self.figures.at(whole, year - 1)) * 100, "个百分点")

    def _mean(self, ask: Ask, year: int) -> Value:
        value, unit = self.means.mean(ask, year)
        return sound(value, unit)

    def _mean_growth(self, ask: Ask, year: int) -> Value:
        since = self._since(ask, year)
        return rate_said(self.means.growth_of_mean(ask, year, since), ask) if since != year else stay_out("since when")

    def _mean_more(self, ask: Ask, year: int) -> Value:
        now, unit = self.means.mean(ask, year)
        before, _ = self.means.mean(ask, self._since(ask, year))
        return sound(before - now if FALLS.search(ask.said("moves")) else now - before, unit)

    def _multiple(self, ask: Ask, year: int) -> Value:
        if self.figures.places and patterns.search("均|每", ask.said("name")):
            return self.means.multiple(ask, year), "倍"
        if clean(ask.said("name")):
            one, other = self._beside(Ask(ask.what, ask.year, ask.subject, {"one": ask.said("name"), "other": ask.said("other")}))
        else:
            one, other = self.name("", ask), self.figures.key(ask.said("other"))
        if one == other:
            stay_out("a multiple of itself")
        return sound(self.ratio(self.figures.at(one, year), self.figures.at(other, year)), "倍")

    def _times_more(self, ask: Ask, year: int) -> Value:
        one, other = self._beside(Ask(ask.what, ask.year, ask.subject, {"one": ask.said("name"), "other": ask.said("other")}))
        return sound(self.ratio(self.figures.at(one, year), self.figures.at(other, year)) - 1, "倍")

    def _multiple_year(self, ask: Ask, year: int) -> Value:
        name = self.name(ask.said("name"), ask)
        value = self.ratio(self.figures.at(name, year), self.figures.at(name, self._since(ask, year)))
        return sound(value, "倍") if ask.said("unit") == "倍" else sound(value * 100, "%")

    def _profit_rate(self, text: str, year: int) -> Value | None:
        """Profit over what its rate is of: 营业收入利润率, 成本利润率."""
        asked = patterns.search(
            r"(?P<of>营业收入|销售收入|收入|销售额|成本|成本费用|总资产|资产)?(?:的)?(?:销售)?(?P<what>净?利润)率$", text
        )
        if asked is None:
            return None
        of = asked["of"] or "收入|销售额|营收"
        profits = [name for name in self.figures.names if asked["what"] in name]
        bases = [name for name in self.figures.names if patterns.search(of, name) and name not in profits]
        if len(profits) != 1 or len(bases) != 1:
            stay_out("profit over what")
        return sound(self.ratio(self.figures.at(profits[0], year), self.figures.at(bases[0], year)) * 100, "%")

    def _value(self, ask: Ask, year: int) -> Value:
        if ask.said("name").endswith("利润率") and clean(ask.said("name")) not in self.figures.names:
            return self._profit_rate(ask.said("name"), year) or stay_out("a rate of profit")
        name = self.name(ask.said("name"), ask)
        if not ask.said("year") and (name, year) in self.figures.valued:
            stay_out("told already")
        unit = ask.said("unit") or self.unit(name)
        factor, base = split_unit(unit)
        told_base = split_unit(self.figures.units.get(name, ""))[1]
        if told_base and base and told_base != base:
            stay_out("units")
        return sound(self.ratio(self.figures.at(name, year), number(factor)), unit)

    def _rate(self, ask: Ask, year: int) -> Value:
        if self._best is not None and not clean(ask.said("name")) and not ask.said("year"):
            name, year = self._best
        else:
            name = self.name(ask.said("name"), ask)
            year = self._latest(name, ask, year)
        since = self._since(ask, year)
        if since == year:
            stay_out("since when")
        return rate_said(self.growth(name, year, self._only_other(name, ask, year, since)), ask)

    def _only_other(self, name: str, ask: Ask, year: int, since: int) -> int:
        """The year to compare with where none is said: the year before, or the only other one that is told."""
        told = sorted({at for each, at in self.figures.valued if each == name})
        said_since = ask.said("since") or ask.said("from") or ask.said("span") or ask.said("yearly")
        if not said_since and len(told) == 2 and told[1] == year and since not in told and not self.figures.rates:
            return told[0]
        return since

    def _rate_times(self, ask: Ask, year: int) -> Value:
        name = self.name(ask.said("name"), ask)
        year = self._latest(name, ask, year)
        return sound(self.growth(name, year, self._since(ask, year)) / 100, "倍")

    def _more(self, ask: Ask, year: int) -> Value:
        if self._best is not None and not clean(ask.said("name")) and not ask.said("year"):
            name, year = self._best
        else:
            name = self.name(ask.said("name"), ask)
            year = self._latest(name, ask, year)
        unit = ask.said("unit") or self.unit(name)
        since = self._only_other(name, ask, year, self._since(ask, year))
        change = self.ratio(minus(self.figures.at(name, year), self.figures.at(name, since)), number(split_unit(unit)[0]))
        if ask.said("direction"):
            return "增加" if change > 0 else "减少" if change < 0 else "不变", ""
        if ask.said("moves") in ("变化", "变动", "波动", "变"):
            return (f"{'增加' if change > 0 else '减少'}|{abs(change)}", unit) if change else ("不变", "")
        return sound(-change if FALLS.fullmatch(ask.said("moves")) else abs(change) if ask.said("moves") == "相差" else change, unit)

    def _points(self, ask: Ask, year: int) -> Value:
        name = self.name(ask.said("name"), ask)
        since = self._since(ask, year)
        change = self.growth(name, year, year - 1) - self.growth(name, since, since - 1)
        if not change:
            stay_out("no change")
        way = ask.said("moves")
        if way in ("变化", "变动", "波动", "变"):
            return f"{'上升' if change > 0 else '下降'}|{abs(change)}", "个百分点"
        if (way and FALLS.match(way) and change > 0) or (way and not FALLS.match(way) and way != "相差" and change < 0):
            stay_out("the other way")
        return abs(change), "个百分点"

    def _span(self, ask: Ask, name: str) -> tuple[int, int]:
        figures = self.figures
        years = sorted({year for each, year in figures.told if each == name} | {year - 1 for each, year in figures.rates if each == name})
        start, end = (years[0], years[-1]) if years else stay_out("nothing told of it")
        if ask.said("from"):
            start, end = self.year(ask.said("from"), end), self.year(ask.said("to"), end)
        elif ask.said("since"):
            start = self.year(ask.said("since"), end)
            end = self.year(ask.said("year"), end)
        if end - start < 2:
            stay_out("from when to when")
        return start, end

    def _yearly(self, ask: Ask, year: int) -> Value:
        del year
        name = self.name(ask.said("name"), ask)
        start, end = self._span(ask, name)
        ratio = float(self.ratio(self.figures.at(name, end), self.figures.at(name, start)))
        if ratio <= 0:
            stay_out("numbers")
        rate = Fraction(round((ratio ** (1 / (end - start)) - 1) * 10**7), 10**5)
        self._grow_on(name, rate)
        return sound(rate, "%")

    def _yearly_more(self, ask: Ask, year: int) -> Value:
        del year
        name = self.name(ask.said("name"), ask)
        start, end = self._span(ask, name)
        unit = ask.said("unit") or self.unit(name)
        more = self.figures.relations.value(minus(self.figures.at(name, end), self.figures.at(name, start)))
        if more is None:
            stay_out("not determined")
        return sound(more / (end - start) / split_unit(unit)[0], unit)

    def _most(self, ask: Ask, year: int) -> Value:
        of_years = "年" in ask.said("which")
        span = (self.year(ask.said("from"), year), self.year(ask.said("to"), year)) if ask.said("from") else None
        self._best = the_most(
            self.figures, ask, candidates(self.figures, ask, year, self.name(ask.said("name"), ask) if of_years else "", span)
        )
        name, at = self._best
        if of_years:
            return year_name(at), ""
        return next((each for each in self.figures.places if name.startswith(each)), name), ""


def _short(name: str) -> str:
    return patterns.sub("常住|居民|户籍", "", name)
