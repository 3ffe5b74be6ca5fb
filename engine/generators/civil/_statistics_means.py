"""Means in statistics: a total over how many there are, and how fast it grows."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from engine.generators.civil._relations import Quantity
from engine.generators.civil._statistics_asks import Ask
from engine.generators.civil._statistics_figures import Figures, split_unit
from engine.generators.civil._statistics_names import clean
from engine.generators.reading import stay_out

_COUNTS = r"人[次口数]|人数|员工|职工|面积|户数|次数|件数|业务量|游客|家庭户|车辆|台数|游人|天数|数量|在校生|教师|学生|床位|数$"
_AMOUNTS = r"收入|额|产量|产值|支出|消费|利润|工资|客运量|货运量|用电量|GDP|销量|奖金"
_COUNT_UNITS = ("人", "户", "亩", "公顷", "人次", "家", "件", "辆", "平方米", "台", "名", "张", "所")
_WEIGHTS = {"吨": Fraction(1000), "千克": Fraction(1), "斤": Fraction(1, 2)}


class Means:
    """Means of the figures told."""

    def __init__(
        self, figures: Figures, ratio: Callable[[Quantity, Quantity], Fraction], growth: Callable[[str, int, int], Fraction]
    ) -> None:
        self.figures, self.ratio, self.growth = figures, ratio, growth

    def parts(self, name: str) -> tuple[str, str]:
        """(total, count) of a mean.

        Raises:
            StayOut: it is not clear which is which.
        """
        figures = self.figures
        names = list(dict.fromkeys(each for each, _ in figures.told))
        if figures.places:
            place = next((each for each in figures.places if name.startswith(each)), figures.place)
            names, name = [each for each in names if each.startswith(place)], name.removeprefix(place)
        if len(names) != 2:
            names = self._meant(names, name)
        if len(names) != 2:
            stay_out("a mean of what")
        ends = [one for one in names if clean(name).endswith(one) and clean(name) != one]
        if len(ends) == 1:
            return ends[0], next(one for one in names if one != ends[0])
        each = re.search(
            r"(?:每|平均每)(?:个|名|位|家|户|件|台|辆|万|百|千)?(?P<unit>[^\d均]{1,6}?)(?:对应|拥有|的|有|产|创造|贡献|消费|收入|支出|年|价|售|$)",
            name,
        )
        counts = [one for one in names if re.search(_COUNTS, one) and not re.search(_AMOUNTS, one)]
        if len(counts) != 1:
            counts = [one for one in names if split_unit(figures.units.get(one, ""))[1] in _COUNT_UNITS]
        if each:
            beside = [
                one
                for one in names
                if set(each["unit"]) & set(one) and (each["unit"][:2] in one or one in each["unit"] or each["unit"][-1:] in one)
            ]
            beside = [one for one in beside if not clean(name).endswith(one)] or beside
            by_unit = [one for one in names if split_unit(figures.units.get(one, "?"))[1] == each["unit"]]
            counts = beside if len(beside) == 1 else by_unit if len(by_unit) == 1 else counts
        if len(counts) != 1:
            stay_out("how many there are")
        return next(one for one in names if one != counts[0]), counts[0]

    def _meant(self, names: list[str], name: str) -> list[str]:
        """Of several figures the two that a mean names: what it is of, and how many there are."""
        counts = [one for one in names if re.search(_COUNTS, one) and not re.search(_AMOUNTS, one)]
        of = re.sub(r"^.*?(?:人均|户均|平均每[^\d]{1,3}?|每[个名位家户件台辆]?[^\d]{1,2}|平均)", "", name)
        totals = [one for one in names if one not in counts and len(of) > 1 and (of in one or one in of)]
        return [*totals, *counts] if len(totals) == len(counts) == 1 else []

    def mean(self, ask: Ask, year: int) -> tuple[Fraction, str]:
        """The mean and its unit."""
        figures = self.figures
        above, below = self.parts(clean(ask.said("name") + ask.said("counted")))
        value = self.ratio(figures.at(above, year), figures.at(below, year))
        base = split_unit(figures.units.get(above, ""))[1]
        unit = ask.said("unit") or base
        factor, asked_base = split_unit(unit)
        people = {"名", "人", "个", "位"}
        if {asked_base, base} <= people or not asked_base:
            asked_base = base
        if base and asked_base != base:
            if asked_base not in _WEIGHTS or base not in _WEIGHTS:
                stay_out("units")
            value = value * _WEIGHTS[base] / _WEIGHTS[asked_base]
        return value / factor, unit

    def growth_of_mean(self, ask: Ask, year: int, since: int) -> Fraction:
        """How fast a mean has grown, in per cent."""
        above, below = self.parts(clean(ask.said("name")))
        now, before = (1 + self.growth(each, year, since) / 100 for each in (above, below))
        return (now / before - 1) * 100

    def multiple(self, ask: Ask, year: int) -> Fraction:
        """How many times the mean of one place that of another is."""
        figures, means = self.figures, []
        name = clean(ask.said("name"))
        for place in (name[:2], clean(ask.said("other"))[:2]):
            if place not in [each[:2] for each in figures.places]:
                stay_out("of which place")
            above, below = self.parts(place + name.removeprefix(name[:2]))
            means.append(self.ratio(figures.at(above, year), figures.at(below, year)))
        return means[0] / means[1]
