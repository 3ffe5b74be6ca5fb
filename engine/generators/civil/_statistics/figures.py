"""Figures of statistics: each has a name and a year, and what is told of them are linear relations."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields
from fractions import Fraction
from typing import Any

from engine.generators import patterns
from engine.generators.civil._problems.relations import Quantity, Relations, number, times, unknown
from engine.generators.civil._statistics.names import OF_A_SORT, THIS_YEAR, WHOLE, clean
from engine.generators.civil._statistics.text import period_name
from engine.generators.quantities import decimal
from engine.generators.reading import StayOut, stay_out

_ROUNDED = Fraction(6, 100)
"""Percentage points by which a told rate may differ from what the figures make it."""
_NOUNS = "产量|产值|收入|销量|销售额|人数|人口|面积|利润|GDP|出口额|进口额|投资额|增加值|总额|营业额|支出"
_ENTITY = r"[A-Z甲乙丙](?:企业|公司|市|省|县|厂|店|国|校|村|镇|部门)"


@dataclass(slots=True)
class Figures:
    """Relations of figures, and the names and years they are of."""

    relations: Relations = field(default_factory=Relations)
    lines: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    units: dict[str, str] = field(default_factory=dict)
    told: list[tuple[str, int]] = field(default_factory=list)
    rates: dict[tuple[str, int], Fraction] = field(default_factory=dict)
    valued: list[tuple[str, int]] = field(default_factory=list)
    year: int = THIS_YEAR
    spoken: int = THIS_YEAR
    among: str | None = None
    explicit: bool = False
    places: list[str] = field(default_factory=list)
    place: str = ""
    subject: str | None = None
    whole: str | None = None
    keeps: bool = False
    forward: Fraction | None = None
    within: dict[str, str] = field(default_factory=dict)
    shared: tuple[str, str] | None = None
    last_rated: str | None = None  # whose rate was told last, with nothing else behind it
    last: str = ""
    asked: str = ""
    parts: dict[str, list[str]] = field(default_factory=dict)
    rest: str | None = None
    parent: str | None = None
    pending: list[tuple[str, int, Fraction, int]] = field(default_factory=list)

    def copy(self) -> Figures:
        """The same figures, to be tried out on."""
        kept: dict[str, Any] = {}
        for each in fields(self):
            value = getattr(self, each.name)
            kept[each.name] = value.copy() if isinstance(value, list | dict | Relations) else value
        kept["parts"] = {whole: list(parts) for whole, parts in self.parts.items()}
        return Figures(**kept)

    def key(self, name: str, new: bool = False) -> str:
        """The figure of that name; a new one where a fact is told of it.

        Raises:
            StayOut: several fit, or none.
        """
        name = self._placed(clean(name))
        if not name:
            return self.subject if self.subject is not None else self._first(new)
        names = self.names
        if name in names:
            return name
        if new and patterns.match("[比较](?![例重率赛])", name):
            stay_out(f"compared with what: {name}")
        if new and len(names) == 1 and len(name) > 1 and names[0].endswith(name) and names[0] != name:
            return names[0]  # the only thing spoken of, in short
        if new and self.subject and len(name) > 1 and self.subject.endswith(name) and (self.subject, self.year) not in self.told:
            return self.subject
        if new and len(alike := [each for each in names if _one_thing(each, name)]) == 1:
            return alike[0]
        if lettered := patterns.fullmatch(r"([A-Z])(?:类)?(?:产品|商品|产量|销量|产值)?", name):
            alike = [each for each in names if patterns.fullmatch(rf"{lettered[1]}(?:类)?(?:产品|商品|产量|销量|产值)?", each)]
            if len(alike) == 1:
                return alike[0]
        if patterns.fullmatch(r"[A-Z甲乙丙丁]", name):
            alike = [each for each in names if each.startswith(name) and "+" not in each]
            if len(alike) == 1:
                return alike[0]
        if short := next((part for part, whole in self.within.items() if name != part and _named_in_full(name, part, whole)), None):
            return short  # 教育 of 支出 is 教育支出, 男性 of 城镇人口 is 城镇男性人口
        if not new and name.startswith(WHOLE) and WHOLE in names:
            return self._of_all(name)
        if not new:
            fits = [each for each in names if each and _same_figure(each, name, alone=len(names) == 1)]
            if len(fits) > 1:  # 幼儿 is 在园幼儿 sooner than 幼儿园
                fits = [each for each in fits if _same_figure(each, name, alone=False, begins=False)] or fits
            if len(fits) == 1:
                return fits[0]
            if fits:
                stay_out(f"several named {name}")
            fits = [
                each
                for each in names
                if each.startswith(WHOLE) != name.startswith(WHOLE) and each.replace(WHOLE, "") == name.replace(WHOLE, "")
            ]
            fits = fits or [
                each
                for each in names
                if name.startswith(WHOLE)
                and len(name) > len(WHOLE) + 2
                and each.startswith(WHOLE)
                and each.endswith(name.removeprefix(WHOLE))
            ]
            fits = fits or [each for each in names if each and name.startswith(each) and self._ends_in(name[len(each) :], each)]
            fits = fits or [each for each in names if len(each) > 2 and name.endswith(each) and self._owner(name.removesuffix(each), each)]
            if len(fits) == 1:
                return fits[0]
            stay_out(f"no figure named {name}")
        self.names.append(name)
        return name

    def _of_all(self, name: str) -> str:
        """`全省出口` where `出口 300 亿元，占全省的 15%` is told: the whole that has no other name, not its part.

        Raises:
            StayOut: it is the whole of something else.
        """
        parts = [part for part, whole in self.within.items() if whole == WHOLE]
        rest = name.removeprefix(WHOLE)
        if OF_A_SORT.search(rest) or not all(
            part.endswith(rest) or (bare_name(rest) and bare_name(part).endswith(bare_name(rest))) for part in parts
        ):
            stay_out(f"no figure named {name}")
        return WHOLE

    def _ends_in(self, rest: str, told: str) -> bool:
        """Whether `rest` is what another figure is of: 教育 beside 总支出 is 教育支出."""
        return len(rest) > 1 and any(each.endswith(rest) for each in self.names if each != told)

    def _owner(self, lead: str, told: str) -> bool:
        """Whether `lead` is whose another figure is, so that this one may be told without it: 兵团 in 兵团商品销售总额."""
        if patterns.fullmatch("本科生?|研究生?|专科|硕士|博士|[男女][性生]?|城镇|农村|乡村|[出进]口|国内|入境|规[上下]|限[上下]", lead):
            return False  # a part
        before = self.names[: self.names.index(told)]  # else it was told of something wider
        return len(lead) > 1 and any(each.startswith(lead) and each != lead for each in before)

    def ending_in(self, name: str) -> str:
        """The figure of that name, or the only one whose name ends in it.

        Raises:
            StayOut: there is none, or more than one.
        """
        try:
            return self.key(name)
        except StayOut:
            ends = [each for each in self.names if len(clean(name)) > 1 and each.endswith(clean(name)) and "+" not in each]
            if len(ends) != 1:
                raise
            return ends[0]

    def of(self, name: str) -> str:
        """The figure that a fact is of: named, or the one last spoken of."""
        if clean(name):
            return self.key(name, new=True)
        return self.subject if self.subject is not None else self.key("", new=True)

    def about(self, name: str) -> None:
        """What was asked for is what is spoken of from here on, where it is a figure that was told."""
        try:
            self.subject = self.key(name)
        except StayOut:
            return

    def beside(self, name: str, like: str = "") -> str:
        """A figure that another is compared with: told before, perhaps in full, or new; `B企业` beside `A企业收入` is its 收入."""
        short = clean(name)
        if (one := patterns.match(_ENTITY, like)) and patterns.fullmatch(_ENTITY, short):
            return self.key(short + like[one.end() :], new=True)
        noun = patterns.search(f"(?:{_NOUNS})$", like)
        if noun and len(short) > 1 and not patterns.search(f"(?:{_NOUNS})$", short) and short + noun[0] != like:
            return self.key(short + noun[0], new=True)
        fits = [each for each in self.names if len(short) > 1 and each.startswith(short)]
        return fits[0] if len(fits) == 1 else self.key(name, new=True)

    def _placed(self, name: str) -> str:
        """Where several places are spoken of, a name without one is of the place last named."""
        if len(self.places) < 2:
            return name
        for place in self.places:
            if name.startswith(place):
                self.place = place
                return name
        return self.place + name if self.place and name and not patterns.search("全国|两|三|合计|总", name) else name

    def _first(self, new: bool) -> str:
        if "" in self.names or not new:
            return "" if "" in self.names else self.names[0] if len(self.names) == 1 else stay_out("of what")
        self.names.append("")
        return ""

    def at(self, name: str, year: int) -> Quantity:
        """A figure of a year."""
        return unknown(f"{name or '总'}@{year}")

    def is_value(self, name: str, year: int, value: Fraction, unit: str) -> None:
        """A figure is told."""
        factor, _ = split_unit(unit)
        bases = {split_unit(each)[1] for each in (self.units.get(name, unit), unit)} - {""}
        if len(bases) > 1:
            stay_out("two units of one thing")
        if self.units.get(name, unit) != unit and any(
            not Fraction(1, 20) < value * factor / known < 20
            for each, at in self.valued
            if each == name and (known := self.relations.value(self.at(name, at)))
        ):
            stay_out("one of the units is not meant")
        self.units.setdefault(name, unit)
        self.relations.equal(self.at(name, year), number(value * factor))
        self.lines.append(f"{said(name, year)} {decimal(value, 4)} {unit}".strip())
        self.valued.append((name, year))
        self._tell(name, year)
        self.last_rated = None

    def is_index(self, name: str) -> None:
        """A figure of this year whose value nobody needs to know."""
        self._tell(name, self.year)

    def grows(self, name: str, year: int, rate: Fraction, since: int | None = None) -> None:
        """A rate of growth since the year before (or another) is told."""
        if rate <= -100:
            stay_out("a rate")
        before = year - 1 if since is None else since
        self.pending.append((name, year, rate, before))
        self.lines.append(
            f"{said(name, year)}{'比' + said('', before).strip() if since is not None else '环比' if period_name(year) else '同比'}{'增长' if rate >= 0 else '下降'} {decimal(abs(rate), 4)}%"
        )
        if since is None:
            if self.rates.get((name, year), rate) != rate:
                stay_out(f"two rates of {name}")
            self.rates[name, year] = rate
        self._tell(name, year)
        self.last_rated = name

    def settle_rates(self) -> list[str]:
        """The rates become relations after everything told in units: told rates are rounded, and only what they add counts.

        The names of figures whose rates are others than the figures told make them.
        """
        wrong: list[str] = []
        for name, year, rate, before in self.pending:
            now, base = self.at(name, year), self.at(name, before)
            known = self.relations.ratio(now, base) if self.relations.reduced(base) else None
            if known is None:
                self.relations.equal(now, times(1 + rate / 100, base))
            elif abs((known - 1) * 100 - rate) > _ROUNDED:
                wrong.append(name)
        self.pending.clear()
        return wrong

    def _tell(self, name: str, year: int) -> None:
        self.whole, self.last = None, "figure"
        self.told.append((name, year))
        self.subject = name

    def said(self, unknown_name: str) -> str:
        """The name of one of the relations' unknowns, as a person says it."""
        name, _, year = unknown_name.rpartition("@")
        return said(name, int(year))

    def unit_of(self, unknown_name: str) -> tuple[Fraction, str]:
        """What its values are counted in: how large that is, and its name; of the figures told if none is told of it."""
        name, _, _ = unknown_name.rpartition("@")
        units = {unit for unit in self.units.values() if unit}
        unit = self.units.get(name) or (next(iter(units)) if len(units) == 1 else "")
        return Fraction(split_unit(unit)[0]) if unit else Fraction(1), unit

    @property
    def latest(self) -> int:
        """The latest year that anything is told of."""
        return max((year for _, year in self.told), default=self.year)


_NEUTRAL = re.compile(
    r"(?:总额|总量|总值|总数|总|额|量|值|数量?|的|全部?|整个|商品|货物|产品|规模|金额|全[国省市县区]|[该本某](?:省|市|县|区|国|企业|公司|校|地区?)|地区|全年|常住|年末|实现|完成|各|占比|增加值|接待|到位|个|收|所有|居民|保有|专任|在园|在校|从业|户籍|人(?=[数次])|发明(?=专利授权量))*"
)


_SORTS = re.compile("常住|户籍|在园|在校|专任|从业|货物|服务|城镇|农村|乡村|男|女|国内|入境")
_IN_SHORT = re.compile(
    "(?:总|全年|全部)?(?:产量|产值|增加值|资金|到位资金|收入|营收|营业收入|销量|销售量|销售额|总额|总数|总量|数量|人数|人口|面积|利润|价格|单价|余额|规模|里程|支出|投资|业务量|均价|用电量|数|量|额|值)"
)
"""What a figure may be called in short where it is the only one told; any other word less may be that of something wider."""


def bare_name(name: str) -> str:
    """A name without the words that say nothing about what it is of."""
    return _NEUTRAL.sub("", name)


_PLAIN = re.compile("常住|居民|户籍|货物|商品|的")


def _named_in_full(name: str, part: str, whole: str) -> bool:
    """Whether a name is that of a part with what it is a part of: 机电产品出口额 of 出口总额."""
    rest = _NEUTRAL.sub("", name.removeprefix(part)) if name.startswith(part) else ""
    return name in _in_full(part, whole) or (len(rest) > 1 and rest in whole)


def _in_full(part: str, whole: str) -> list[str]:
    """What a part of a whole may be called."""
    return [
        part + whole,
        part + whole[-2:],
        *(whole[:place] + part + rest for place in range(1, len(whole)) for rest in (whole[place:], "")),
    ]


def _one_thing(one: str, other: str) -> bool:
    """Whether two names differ only in words that say nothing: 工业产值, 工业总产值."""
    longer, shorter = sorted((one, other), key=len, reverse=True)
    if (
        shorter
        and longer.startswith(shorter)
        and patterns.fullmatch("(?:增加值|总额|金额|数量|总量|总数|总值|产量|产值|额|数)", longer[len(shorter) :])
    ):
        return True
    bare = [patterns.sub("总|的|全部|地区|货物|商品|外贸", "", each) for each in (one, other)]
    return bare[0] == bare[1] != ""


def _same_figure(told: str, name: str, *, alone: bool, begins: bool = True) -> bool:
    """Whether a shorter or longer name is the told one's: a word more must not narrow it."""
    if ("进出口" in told) != ("进出口" in name):
        return False
    kinds = [set(_SORTS.findall(each)) for each in (told, name)]
    if all(kinds) and kinds[0] != kinds[1]:
        return False  # 户籍人口, 常住人口
    if name in told:
        rest = told.replace(name, "", 1)
        return (
            (alone and _IN_SHORT.fullmatch(name) is not None)
            or (begins and len(name) > 1 and told.startswith(name))
            or _NEUTRAL.fullmatch(rest) is not None
        )
    if told in name:
        return _NEUTRAL.fullmatch(name.replace(told, "", 1)) is not None
    return _NEUTRAL.sub("", told) == _NEUTRAL.sub("", name) != ""


def said(name: str, year: int) -> str:
    """`2022 年进口额`, `上年`."""
    if period_name(year):
        when = period_name(year)
    elif year > 1900:
        when = {-1: "明年", 0: "今年", 1: "去年", 2: "前年"}.get(THIS_YEAR - year, f"{year} 年")
    else:
        when = ""
    return f"{when}{name}".replace("举国", "全国")  # which the text was given so that it is not taken for a place


def split_unit(unit: str) -> tuple[int, str]:
    """`亿元` -> (10^8, 元); `万亿` -> (10^12, "")."""
    for word, factor in (("万亿", 10**12), ("亿", 10**8), ("千万", 10**7), ("百万", 10**6), ("万", 10**4), ("千", 1000)):
        if unit.startswith(word) and not (word == "千" and unit[1:] in ("克", "瓦时", "瓦", "米")):
            return factor, unit[len(word) :]
    return 1, unit
