"""Means in statistics: a total over how many there are, and how fast it grows."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.relations import Quantity, number
from engine.generators.civil._statistics.asks import Ask
from engine.generators.civil._statistics.figures import Figures, bare_name, split_unit
from engine.generators.civil._statistics.names import clean
from engine.generators.reading import StayOut, stay_out

_COUNTS = r"人[次口数]|人数|员工|职工|面积|户数|次数|件数|业务量|游客|家庭户|车辆|台数|游人|天数|数量|在校生|教师|学生|床位|数$"
_AMOUNTS = r"收入|额|产量|产值|支出|消费|利润|工资|客运量|货运量|用电量|GDP|销量|奖金"
_COUNT_UNITS = ("人", "户", "亩", "公顷", "人次", "家", "件", "辆", "平方米", "台", "名", "张", "所")
_WEIGHTS = {"吨": Fraction(1000), "千克": Fraction(1), "斤": Fraction(1, 2)}


def _short_name(name: str) -> str:
    """A name without the word for an amount at its end."""
    return patterns.sub("(?:总额|总量|总值|总数|金额|数量|额|量|值|数)$", "", name)


def _before(both: str, last: str) -> str:
    """What stands before a figure's name in two names run together."""
    return both.removesuffix(last) if both.endswith(last) else both.removesuffix(bare_name(last))


class Means:
    """Means of the figures told."""

    def __init__(
        self, figures: Figures, ratio: Callable[[Quantity, Quantity], Fraction], growth: Callable[[str, int, int], Fraction]
    ) -> None:
        self.figures, self.ratio, self.growth = figures, ratio, growth

    def parts(self, name: str) -> tuple[str, str]:
        """(total, count) of a mean; what stands right behind `每` is counted.

        Raises:
            StayOut: it is not clear which is which.
        """
        above, below = self._parts(name)
        over = patterns.search("每[个名位家户件台辆所间张]?(?P<what>.+)", name)
        if over is not None and any(len(each) > 1 and 0 <= over["what"].find(each) < 2 for each in (above, bare_name(above))):
            return below, above
        return above, below

    def _parts(self, name: str) -> tuple[str, str]:
        figures = self.figures
        names = list(dict.fromkeys(each for each, _ in figures.told))
        if figures.places:
            place = next((each for each in figures.places if name.startswith(each)), figures.place)
            names, name = [each for each in names if each.startswith(place)], name.removeprefix(place)
        if (said := self._as_said(name)) is not None:
            return said
        if len(names) > 2:
            names = self._shortened(names)
        if len(names) != 2:
            names = self._meant(names, name)
        if len(names) != 2:
            stay_out("a mean of what")
        ends = [one for one in names if clean(name).endswith(one) and clean(name) != one]
        if not ends and (of := patterns.search(r"每[个名位家户件台辆]?[^\d]?(?P<what>[^\d]{2,8})$", clean(name))):
            ends = [one for one in names if one.endswith(of["what"])]
        if len(ends) == 1:
            return ends[0], next(one for one in names if one != ends[0])
        each = patterns.search(
            r"(?:每|平均每)(?:个|名|位|家|户|件|台|辆|万|百|千)?(?P<unit>[^\d均]{1,6}?)(?:对应|拥有|的|有|产|创造|贡献|消费|收入|支出|年|价|售|$)",
            name,
        )
        counts = [one for one in names if patterns.search(_COUNTS, one) and not patterns.search(_AMOUNTS, one)]
        if len(counts) != 1:
            counts = [one for one in names if split_unit(figures.units.get(one, ""))[1] in _COUNT_UNITS]
        if each:
            beside = [
                one
                for one in names
                if set(each["unit"]) & set(one) and (each["unit"][:2] in one or one in each["unit"] or each["unit"][-1:] in one)
            ]
            beside = [one for one in beside if not clean(name).endswith(one)] or beside
            beside = [one for one in beside if patterns.search(_COUNTS, one) or not patterns.search(_AMOUNTS, one)]
            by_unit = [one for one in names if split_unit(figures.units.get(one, "?"))[1] == each["unit"]]
            counts = beside if len(beside) == 1 else by_unit if len(by_unit) == 1 else counts
        if len(counts) != 1:
            stay_out("how many there are")
        return next(one for one in names if one != counts[0]), counts[0]

    def _as_said(self, name: str) -> tuple[str, str] | None:
        """(total, count) of `平均每个营业网点的从业人员`, where both are figures by those names."""
        if patterns.search(r"(?:单价|均价)$", name):
            taken = [each for each in dict.fromkeys(each for each, _ in self.figures.told) if patterns.search("额$|金额|总值$|收入$", each)]
            sold = [
                each
                for each in dict.fromkeys(each for each, _ in self.figures.told)
                if each not in taken and (split_unit(self.figures.units.get(each, ""))[1] in (*_WEIGHTS, "平方米", "件", "台", "辆", "套"))
            ]
            return (taken[0], sold[0]) if len(taken) == len(sold) == 1 else None
        said = patterns.search(
            r"每(?:[个家户名位件台辆所]|[百千万亿]元)?(?P<below>[^的\d]{2,}?)(?:的|拥有|平均有|有|所?产生的?|对应的?)(?P<above>[^的\d]{2,})$",
            name,
        )
        if said is None:
            return self._joined(name)
        try:
            above, below = (self._without_total(said[each]) for each in ("above", "below"))
        except StayOut:
            return None
        return (above, below) if above != below else None

    def _joined(self, name: str) -> tuple[str, str] | None:
        """(total, count) of `平均每场展览展出面积`: the name of what there is so many of, in a figure counted so, and that of the total behind it."""
        said = patterns.search(r"每(?P<unit>[^\d的]{1,2}?)(?P<both>[^\d的]{4,})$", name)
        if said is None:
            return None
        told = list(dict.fromkeys(each for each, _ in self.figures.valued))
        above = [each for each in told if any(said["both"].endswith(name) and len(name) > 1 for name in (each, bare_name(each)))]
        below = [
            each
            for each in told
            if above
            and each != above[0]
            and split_unit(self.figures.units.get(each, ""))[1] == said["unit"]
            and bare_name(each).endswith(_before(said["both"], above[0]))
        ]
        return (above[0], below[0]) if len(above) == len(below) == 1 else None

    def _without_total(self, name: str) -> str:
        """The figure of that name, or the only one that is it but for 总: 物流费用 is 社会物流总费用.

        Raises:
            StayOut: there is none, or more than one.
        """
        try:
            return self.figures.key(name)
        except StayOut:
            alike = [each for each in self.figures.names if "总" in each and each.replace("总", "").endswith(clean(name).replace("总", ""))]
            return alike[0] if len(alike) == 1 else stay_out(f"no figure named {name}")

    def _shortened(self, names: list[str]) -> list[str]:
        """The figures without those that are others in short: 播种面积 after 粮食播种面积, where that leaves two and neither is told twice."""
        figures = self.figures
        full: dict[str, str] = {}
        for short in names:
            longer_names = [each for each in names if each != short and each.endswith(short)]
            if len(short) > 1 and len(longer_names) == 1:
                full[short] = longer_names[0]
        if len(names) - len(full) != 2 or set(full) & set(full.values()):
            return names
        valued = set(figures.valued)
        for short, longer in full.items():
            years = {at for _, at in figures.told}
            if any((short, at) in valued and (longer, at) in valued for at in years):
                return names
        for short, longer in full.items():
            for at in {at - back for _, at in figures.told for back in (0, 1)}:
                figures.relations.equal(figures.at(short, at), figures.at(longer, at))
        return [each for each in names if each not in full]

    def _meant(self, names: list[str], name: str) -> list[str]:
        """Of several figures the two that a mean names: what it is of, and how many there are."""
        counts = [one for one in names if patterns.search(_COUNTS, one) and not patterns.search(_AMOUNTS, one)]
        of = patterns.sub(r"^.*?(?:人均|户均|平均每[^\d]{1,3}?|每[个名位家户件台辆]?[^\d]{1,2}|平均)", "", name)
        totals = [one for one in names if one not in counts and len(of) > 1 and (of in one or one in of)]
        if not totals:  # 人均网购金额 is made of 网购总额
            totals = [one for one in names if one not in counts and len(_short_name(of)) > 1 and _short_name(one) == _short_name(of)]
        return [*totals, *counts] if len(totals) == len(counts) == 1 else []

    def mean(self, ask: Ask, year: int) -> tuple[Fraction, str]:
        """The mean and its unit."""
        figures = self.figures
        named = clean(ask.said("name"))
        told = [
            each for each in figures.names if named and patterns.match("人均|户均|平均", each) and (each == named or each.startswith(named))
        ]
        if len(told) == 1 and "平均每" in told[0] and any(each != told[0] and "平均每" in each for each in figures.names):
            stay_out("the mean of which group")
        if len(told) == 1 and (value := figures.relations.value(figures.at(told[0], year))) is not None:
            unit = ask.said("unit") or figures.units.get(told[0], "")
            if split_unit(unit)[1] not in ("", split_unit(figures.units.get(told[0], ""))[1]):
                stay_out("units")
            return value / split_unit(unit)[0], unit
        if (weighed := self._weighed(ask, year)) is not None:
            return weighed
        marks = {mark for each in figures.names for mark in patterns.findall("第[一二三四五六]组|[甲乙丙丁](?:组|班|队)", each)}
        if len(marks) > 1 and not any(mark in ask.said("name") + ask.said("counted") for mark in marks):
            stay_out("the mean of which group")
        above, below = self.parts(clean(ask.said("name") + ask.said("counted")))
        value = self.ratio(figures.at(above, year), figures.at(below, year))
        base = split_unit(figures.units.get(above, ""))[1]
        unit = ask.said("unit") or base
        factor, asked_base = split_unit(unit)
        if "亩产" in ask.said("name") or "每亩" in ask.said("name"):
            value, asked_base = self._per_acre(value, above, below, ask.said("unit"))
            return value, asked_base
        people = {"名", "人", "个", "位"}
        if {asked_base, base} <= people or not asked_base:
            asked_base = base
        per = ask.said("per")
        if per and split_unit(figures.units.get(below, ""))[1] not in ("", per) and per not in ("人", "户", "辆", "件"):
            stay_out("per what")
        if base and asked_base != base:
            if asked_base not in _WEIGHTS or base not in _WEIGHTS:
                stay_out("units")
            value = value * _WEIGHTS[base] / _WEIGHTS[asked_base]
        return value / factor, f"{unit}/{per}" if per else unit

    def _per_acre(self, value: Fraction, above: str, below: str, unit: str) -> tuple[Fraction, str]:
        """A yield of 亩, of which a 公顷 is 15; told in 千克 unless another unit is asked for."""
        area = split_unit(self.figures.units.get(below, ""))[1]
        weight = split_unit(self.figures.units.get(above, ""))[1]
        if area not in ("公顷", "亩") or weight not in _WEIGHTS or (unit or "千克") not in _WEIGHTS:
            stay_out("units")
        return value * _WEIGHTS[weight] / _WEIGHTS[unit or "千克"] / (15 if area == "公顷" else 1), unit or "千克"

    def _weighed(self, ask: Ask, year: int) -> tuple[Fraction, str] | None:
        """The mean of several groups together, of which each has its mean and its number of people told."""
        figures = self.figures
        means = [name for name in figures.names if "人均" in name and (name, year) in figures.valued]
        if len(means) < 2:
            return None
        above, below = [], []
        for name in means:
            group = name.partition("人均")[0]
            counts = [
                each for each in figures.names if each.startswith(group) and each != name and patterns.search("人数|员工|职工|人口", each)
            ]
            if not group or len(counts) != 1 or name.removeprefix(group) != means[0][means[0].index("人均") :]:
                return None
            count = self.ratio(figures.at(counts[0], year), number(1))
            above.append(self.ratio(figures.at(name, year), number(1)) * count)
            below.append(count)
        unit = ask.said("unit") or figures.units.get(means[0], "")
        return sum(above, Fraction(0)) / sum(below, Fraction(0)) / split_unit(unit)[0], unit

    def growth_of_mean(self, ask: Ask, year: int, since: int) -> Fraction:
        """How fast a mean has grown, in per cent."""
        above, below = (
            (self.figures.ending_in(ask.said("above")), self.figures.ending_in(ask.said("below")))
            if ask.said("above")
            else self.parts(clean(ask.said("name")))
        )
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
