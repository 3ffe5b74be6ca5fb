"""Statistics told in ordinary words as linear relations between figures of a name and a year: values, rates, differences, shares, multiples."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators.civil._relations import Quantity, Relations, minus, number, times, total, unknown
from engine.generators.civil._report import PLACE, THIS_YEAR
from engine.generators.civil._statistics_text import MONTHS, UNIT, N
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

YEAR = r"⟦(?P<year>-?\d+)⟧"
NAME = r"(?P<name>[^\d⟦⟧,;。?%]{0,24}?)"
RISE, FALL = r"增长|增加|上升|提高|上涨|提升|扩大|多|涨|增|升", r"下降|减少|降低|下滑|回落|下跌|负增长|缩小|少|降|跌|减"
_IS = r"(?:分别|大约|约|共计|共|合计|总计|已|只|就|仅|为|是|有|达到|达|实现|完成|突破|增至|升至|增长到|上升到|增加到|降至|下降到|减少到|涨到|变成|变为|变成了|到|了|:|=)*"
_LEAD = r"^(?:其中|而|且|同时|另外|当年|以及|据统计|已知|此外|经|统计|数据显示|如果|若|假设|按照?|材料|问题|资料|则|那么|问|请问|求|又|今|这|由此可知|可知|的)+"


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
    explicit: bool = False
    places: list[str] = field(default_factory=list)
    place: str = ""
    subject: str | None = None
    whole: str | None = None
    keeps: list[int] = field(default_factory=list)

    def key(self, name: str, new: bool = False) -> str:
        """The figure of that name; a new one where a fact is told of it.

        Raises:
            StayOut: several fit, or none.
        """
        name = self._placed(clean(name))
        if not name:
            return self.subject if self.subject is not None else self._first(new)
        if name in self.names:
            return name
        if new and len(self.names) == 1 and len(name) > 1 and self.names[0].endswith(name) and self.names[0] != name:
            return self.names[0]  # the only thing spoken of, in short
        if lettered := re.fullmatch(r"([A-Z])(?:类)?(?:产品|商品|产量|销量|产值)?", name):
            alike = [each for each in self.names if re.fullmatch(rf"{lettered[1]}(?:类)?(?:产品|商品|产量|销量|产值)?", each)]
            if len(alike) == 1:
                return alike[0]
        if not new:
            fits = [each for each in self.names if each and _same_figure(each, name, alone=len(self.names) == 1)]
            if len(fits) == 1:
                return fits[0]
            if fits:
                stay_out(f"several named {name}")
            stay_out(f"no figure named {name}")
        self.names.append(name)
        return name

    def beside(self, name: str, like: str = "") -> str:
        """A figure that another is compared with: told before, perhaps in full, or new; `B企业` beside `A企业收入` is its 收入."""
        short = clean(name)
        if (one := re.match(_ENTITY, like)) and re.fullmatch(_ENTITY, short):
            return self.key(short + like[one.end() :], new=True)
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
        return self.place + name if self.place and name and not re.search("全国|两|三|合计|总", name) else name

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
        if self.units.get(name, unit) != unit:
            stay_out("two units of one thing")
        self.units.setdefault(name, unit)
        self.relations.equal(self.at(name, year), number(value * factor))
        self.lines.append(f"{said(name, year)} {decimal(value, 4)} {unit}".strip())
        self.valued.append((name, year))
        self._tell(name, year)

    def grows(self, name: str, year: int, rate: Fraction, since: int | None = None) -> None:
        """A rate of growth since the year before (or another) is told."""
        if rate <= -100:
            stay_out("a rate")
        before = year - 1 if since is None else since
        self.relations.equal(self.at(name, year), times(1 + rate / 100, self.at(name, before)))
        self.lines.append(
            f"{said(name, year)}{'比' + said('', before).strip() if since is not None else '环比' if MONTHS < year <= MONTHS + 12 else '同比'}{'增长' if rate >= 0 else '下降'} {decimal(abs(rate), 4)}%"
        )
        if since is None:
            self.rates[name, year] = rate
        self._tell(name, year)

    def _tell(self, name: str, year: int) -> None:
        self.whole = None
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
    r"(?:总额|总量|总值|总数|总|额|量|值|数量?|的|全部?|整个|商品|货物|产品|规模|金额|全[国省市县区]|[该本某](?:省|市|县|区|国|企业|公司|校|地区?)|地区|全年|常住|年末|实现|完成|占比|增加值|接待|到位|个|收|所有|人(?=[数次])|发明(?=专利授权量))*"
)


def _same_figure(told: str, name: str, *, alone: bool) -> bool:
    """Whether a shorter or longer name is the told one's: a word more must not narrow it."""
    if ("进出口" in told) != ("进出口" in name):
        return False
    if name in told:
        rest = told.replace(name, "", 1)
        return alone or (len(name) > 1 and told.startswith(name)) or _NEUTRAL.fullmatch(rest) is not None
    if told in name:
        return _NEUTRAL.fullmatch(name.replace(told, "", 1)) is not None
    return _NEUTRAL.sub("", told) == _NEUTRAL.sub("", name) != ""


def said(name: str, year: int) -> str:
    """`2022 年进口额`, `上年`."""
    if MONTHS < year <= MONTHS + 12:
        when = f"{year - MONTHS} 月"
    elif year > 1900:
        when = (
            f"{year} 年" if year not in (THIS_YEAR, THIS_YEAR - 1, THIS_YEAR - 2) else {0: "今年", 1: "去年", 2: "前年"}[THIS_YEAR - year]
        )
    else:
        when = ""
    return f"{when}{name}"


def clean(name: str) -> str:
    """A name without place, lead words and words that say nothing."""
    name = re.sub(r"[()（）\s]", "", name)
    name = re.sub(_LEAD, "", name)
    if re.search("帮|求|问|题|看[下看]", name):
        return ""
    name = re.sub(rf"^(?:(?![A-Z])(?:{PLACE}))(?:的)?(?=.)", "", name)
    name = re.sub(
        r"^(?:的|[某该](?:类|种)(?:产品|商品)|某(?:地区|企业|公司|产品|省|市|县|国|区|地)?|我国|全国|全省|全市|该省|该市|该企业|共|接待|实现|完成|当地|末|年末)+(?=.)",
        "",
        name,
    )
    name = re.sub(r"(?:的|为|同比|一共|总共|大约|约|分别|共|达到?|有|是|那么|又|在|呢|将|会|能|可)+$", "", name)
    return "" if re.fullmatch(r"[某该本]?(?:省|市|县|区|国|地区?|企业|公司|校|单位|厂|景区|商场|店|平台|镇|村|机场|港口)?", name) else name


def split_unit(unit: str) -> tuple[int, str]:
    """`亿元` -> (10^8, 元); `万亿` -> (10^12, "")."""
    for word, factor in (("万亿", 10**12), ("亿", 10**8), ("万", 10**4), ("千", 1000)):
        if unit.startswith(word) and not (word == "千" and unit[1:] in ("克", "瓦时", "米")):
            return factor, unit[len(word) :]
    return 1, unit


_RATE = rf"(?:的)?(?:同比)?(?:⟦-1⟧)?(?P<word>增长率|增速|增幅|涨幅|降幅|增长速度|增长幅度)?(?:同比)?(?:约|为|是|达到?|了|:)*(?P<way>负增长|{RISE}|{FALL})?(?:率|速|幅)?(?:了|约|为|达)*(?P<rate>-?{N})%"
_POINTS = rf"(?:其)?(?:的)?(?:增速|增幅|增长率|涨幅|降幅)?(?:同比)(?:增速)?(?P<pway>低|高|回落|下降|降低|放缓|减少|收窄|提高|加快|上升|增加|提升|扩大)(?:了)?(?P<points>{N})个?百分点"
_MORE = rf"(?:同比)(?:净)?(?P<mway>{RISE}|{FALL})(?:了|额|量|约|为)*(?P<more>{N})(?P<munit>{UNIT})"
_VALUE = rf"{NAME}(?P<be>{_IS})(?P<value>-?{N})(?P<unit>{UNIT})?"


def tell(figures: Figures, clause: str, ask: Callable[[Figures, str], bool]) -> None:
    """Takes in a clause: facts one after the other, and at its end what is asked (`ask` says whether it understands that).

    Raises:
        StayOut: it is not understood.
    """
    if among := re.fullmatch(r"(?:在)?(?P<name>[^\d⟦⟧,;。?%]{2,20})(?:中|里|当中|之中)", re.sub("^其中", "", clause)):
        figures.whole = figures.key(among["name"])
        return
    if clause.startswith("其中"):
        figures.whole = figures.valued[-1][0] if figures.valued else figures.subject
    rest = re.sub(_LEAD, "", clause)
    context = figures.year
    while rest:
        if re.search("多少|几", rest) and ask(figures, rest):
            break
        if rest[0] in "、和":
            rest = rest[1:]
            continue
        if re.match(r"⟦-?\d+⟧(?:到|至|[-~—])⟦-?\d+⟧", rest):
            rest = _one(figures, rest)
            continue
        if year := re.match(YEAR, rest):
            _set_year(figures, int(year["year"]))
            context = figures.year if int(year["year"]) > 1900 or not figures.explicit else context
            rest = re.sub(r"^[,的]", "", rest[year.end() :])
            continue
        if (
            named := re.match(r"(?P<name>[^\d⟦⟧,;。?%]{0,20}?)[的,从由]?(?<![比较与和是占为到至跟同])(?=⟦-?\d+⟧)(?!⟦-?\d+⟧[到至])", rest)
        ) and named[0]:
            if clean(named["name"]):
                figures.subject = figures.key(named["name"], new=True)
            rest = rest[named.end() :]
            continue
        rest = _one(figures, rest)
    figures.year = context


def _set_year(figures: Figures, year: int) -> None:
    """⟦2022⟧ is that year from here on; ⟦-1⟧ the one before it in this clause, or before 今年 where no year is ever said."""
    if year > 1900:
        figures.year = year
    elif figures.explicit:
        figures.year += year or stay_out("this year among years")
    else:
        figures.year = THIS_YEAR + year


def _sign(way: str | None) -> int:
    return -1 if way and re.fullmatch(FALL, way) else 1


def _one(figures: Figures, rest: str) -> str:
    """Takes one fact from the beginning of a clause; what follows it."""
    year = figures.year
    if match := re.match(
        rf"(?:从)?⟦(?P<from>\d+)⟧(?:到|至|[-~—])⟦(?P<to>\d+)⟧(?:间|期间)?{NAME}年均(?:增长|增速)(?:率)?(?:为|约|了)*(?P<rate>{N})%", rest
    ):
        name = figures.key(match["name"], new=bool(clean(match["name"])))
        for each in range(int(match["from"]) + 1, int(match["to"]) + 1):
            figures.grows(name, each, Fraction(match["rate"]))
        return rest[match.end() :]
    if match := re.match(
        rf"{NAME}(?:从|由)?⟦(?P<from>-?\d+)⟧(?:到|至|[-~—])⟦(?P<to>-?\d+)⟧(?:的)?(?P<name2>[^\d⟦⟧,;。?%]{{0,12}}?)(?P<way>{RISE}|{FALL})(?:率|速)?(?:了|约|为|是)*(?P<rate>{N})%",
        rest,
    ):
        start, end = (each if each > 1900 else THIS_YEAR + each for each in (int(match["from"]), int(match["to"])))
        name = figures.key(
            match["name"] or match["name2"],
            new=bool(clean(match["name"] or match["name2"])) or ("" not in figures.names and figures.subject is None),
        )
        figures.grows(name, end, Fraction(match["rate"]) * _sign(match["way"]), None if end == start + 1 else start)
        return rest[match.end() :]
    if match := re.match(rf"(?:[^\d⟦⟧,;。?%]{{0,8}}?)人均(?P<of>[^\d⟦⟧,;。?%]{{2,10}}?)(?P<be>{_IS})(?P<value>{N})(?P<unit>{UNIT})", rest):
        # So much for each head: the total is as many times that as there are heads.
        heads = [each for each in figures.names if re.search("人口|人数|员工|职工|游客", each)]
        count = heads[0] if len(heads) == 1 else figures.key("人口", new=True)
        of = figures.key(match["of"], new=True)
        figures.relations.equal(figures.at(of, year), times(Fraction(match["value"]) * _factor(match["unit"]), figures.at(count, year)))
        figures.units.setdefault(count, "人")
        figures.lines.append(f"{of} = {match['value']} {match['unit']} × {count}")
        figures.told += [(of, year), (count, year)]
        return rest[match.end() :]
    if match := re.match(rf"{NAME}{_POINTS}", rest):
        name = figures.key(match["name"], new=not _same_subject(match["name"]))
        rate = figures.rates.get((name, year))
        if rate is None:
            stay_out("points of which rate")
        figures.grows(
            name, year - 1, rate - Fraction(match["points"]) * (-1 if re.search("低|回落|下降|放缓|减少|收窄", match["pway"]) else 1)
        )
        figures.subject = name
        return rest[match.end() :]
    if match := re.match(rf"{NAME}(?:比|较|与)⟦(?P<since>-?\d+)⟧(?:相比)?(?P<way>{RISE}|{FALL})(?:了|约)*(?P<rate>{N})%", rest):
        since = int(match["since"])
        since = since if since > 1900 else (year if figures.explicit else THIS_YEAR) + since
        if since >= year:
            stay_out("since when")
        name = figures.key(match["name"], new=bool(clean(match["name"])))
        figures.grows(name, year, Fraction(match["rate"]) * _sign(match["way"]), since)
        return rest[match.end() :]
    if match := re.match(rf"{NAME}{_MORE}", rest):
        name = figures.key(match["name"], new=bool(clean(match["name"])))
        factor = _factor(match["munit"])
        more = Fraction(match["more"]) * factor * _sign(match["mway"])
        figures.relations.equal(minus(figures.at(name, year), figures.at(name, year - 1)), number(more))
        figures.units.setdefault(name, match["munit"])
        figures.lines.append(f"{said(name, year)}比上年{'增加' if more > 0 else '减少'} {match['more']} {match['munit']}")
        figures.told.append((name, year))
        figures.subject = name
        return rest[match.end() :]
    if match := re.match(
        rf"(?P<part>[^\d⟦⟧,;。?%]{{0,20}}?)(?:所)?占(?:了)?(?P<whole>[^\d⟦⟧,;。?%]{{0,20}}?)(?:的)?(?:比重|比例|百分比|份额|比)?(?:约|为|是|达到?|的|高达|了|也)*(?P<share>{N})%",
        rest,
    ):
        return _share(figures, match, rest)
    if match := re.match(rf"{NAME}(?:是|为|相当于|等于)(?P<other>[^\d⟦⟧,;。?%]{{1,16}}?)的(?P<factor>{N})(?P<kind>倍|%)", rest):
        one = figures.key(match["name"], new=bool(clean(match["name"])))
        other = figures.beside(match["other"], like=one)
        factor = Fraction(match["factor"]) / (100 if match["kind"] == "%" else 1)
        figures.relations.equal(figures.at(one, year), times(factor, figures.at(other, year)))
        figures.lines.append(f"{one}是{other}的 {match['factor']} {match['kind']}")
        figures.told.append((one, year))
        figures.subject = one
        return rest[match.end() :]
    if match := re.match(rf"{NAME}比(?P<other>[^\d⟦⟧,;。?%]{{1,16}}?)(?P<way>多|少|高|低)(?:了|出)?(?P<value>{N})(?P<unit>%|{UNIT})", rest):
        one = figures.key(match["name"], new=bool(clean(match["name"])))
        other = figures.beside(match["other"], like=one)
        sign = -1 if match["way"] in "少低" else 1
        if match["unit"] == "%":
            figures.relations.equal(figures.at(one, year), times(1 + sign * Fraction(match["value"]) / 100, figures.at(other, year)))
        else:
            figures.relations.equal(
                minus(figures.at(one, year), figures.at(other, year)), number(sign * Fraction(match["value"]) * _factor(match["unit"]))
            )
            figures.units.setdefault(one, match["unit"])
        figures.lines.append(f"{one}比{other}{match['way']} {match['value']} {match['unit']}")
        figures.told.append((one, year))
        figures.subject = one
        return rest[match.end() :]
    if match := re.match(rf"{NAME}同比(?:基本)?持平", rest):
        figures.grows(figures.key(match["name"], new=bool(clean(match["name"]))), year, Fraction(0))
        return rest[match.end() :]
    if match := re.match(rf"(?:同比)?分别(?:同比)?(?P<way>{RISE}|{FALL})(?:了|约)*(?P<rates>{N}%(?:[、和]{N}%)+)", rest):
        rates = re.findall(N, match["rates"])
        names = list(dict.fromkeys(name for name, at in figures.valued if at == year))[-len(rates) :]
        if len(names) != len(rates):
            stay_out("whose rates")
        for name, rate in zip(names, rates, strict=True):
            figures.grows(name, year, Fraction(rate) * _sign(match["way"]))
        return rest[match.end() :]
    if match := re.match(rf"{NAME}(?:同比)?(?P<way>增长|增加|提高|扩大)(?:了)?(?P<factor>{N})倍", rest):
        figures.grows(figures.key(match["name"], new=bool(clean(match["name"]))), year, Fraction(match["factor"]) * 100)
        return rest[match.end() :]
    if (match := re.match(rf"{NAME}{_RATE}", rest)) and (match["way"] or match["word"]):
        if re.search(rf"{N}", match["name"]):
            stay_out("a rate of what")
        name = figures.key(match["name"], new=bool(clean(match["name"])))
        figures.grows(name, year, Fraction(match["rate"]) * _sign(match["way"]) * (-1 if match["word"] == "降幅" else 1))
        return rest[match.end() :]
    if match := re.match(_VALUE, rest):
        if match["unit"] is None and not re.fullmatch(rf"{NAME}(?:{_IS}){N}", match[0]):
            stay_out(rest)
        name = (
            figures.key(match["name"], new=True)
            if clean(match["name"])
            else figures.subject
            if figures.subject is not None
            else figures.key("", new=True)
        )
        if (name, year) in figures.valued:
            stay_out(f"two values of {name}")
        figures.is_value(name, year, Fraction(match["value"]), match["unit"] or figures.units.get(name, ""))
        return rest[match.end() :]
    stay_out(f"{rest}?")


def _same_subject(name: str) -> bool:
    return not clean(name) or re.fullmatch(r"(?:增速|增幅|其|且|而|但)*", clean(name)) is not None


def _factor(unit: str) -> Fraction:
    return Fraction(split_unit(unit)[0])


def _share(figures: Figures, match: re.Match[str], rest: str) -> str:
    year = figures.year
    part_name, whole_name = clean(match["part"]), clean(match["whole"])
    whole_name = re.sub(r"^(?:比|其)$", "", whole_name)
    part = (
        figures.key(part_name, new=True) if part_name else figures.subject if figures.subject is not None else stay_out("a share of what")
    )
    if whole_name:
        wide = re.match("全[国省市县区]", match["whole"]) is not None
        try_known = [
            each
            for each in figures.names
            if each and not wide and (each == whole_name or each.endswith(whole_name) or whole_name.endswith(each))
        ]
        whole = (
            try_known[0]
            if len(try_known) == 1
            else figures.key(("全体" if wide and whole_name in figures.names else "") + whole_name, new=True)
        )
    elif figures.whole is not None:
        whole = figures.whole
    else:
        valued = list(dict.fromkeys(name for name, _ in figures.valued if name != part))
        whole = valued[0] if len(valued) == 1 else figures.key("总量", new=True) if not valued else stay_out("a share of what")
    if part == whole:
        stay_out("a share of itself")
    figures.whole = whole
    figures.relations.equal(figures.at(part, year), times(Fraction(match["share"]) / 100, figures.at(whole, year)))
    figures.lines.append(f"{said(part, year)}占{whole or '总量'}的 {match['share']}%")
    figures.told.append((part, year))
    figures.told.append((whole, year))
    if part in figures.units:
        figures.units.setdefault(whole, figures.units[part])
    elif whole in figures.units:
        figures.units.setdefault(part, figures.units[whole])
    figures.subject = part
    return rest[match.end() :]


_WHOLES = (
    (r"进出口", r"进口", r"出口"),
    (r"全年", r"上半年", r"下半年"),
    (r"总人口", r"城镇人口|城镇", r"农村人口|乡村人口|农村|乡村"),
    (
        r"职工(?:总数)?$|员工(?:总数)?$|全[厂班校](?:人数)?$|总人数|学生(?:总数)?$",
        r"男(?:职工|员工|生|性|同学)(?:人数)?",
        r"女(?:职工|员工|生|性|同学)(?:人数)?",
    ),
    (r"上半年", r"第一季度", r"第?二季度"),
    (r"粮食|全年粮食", r"夏粮", r"秋粮"),
    (r"常住人口|总人口|全[省市县国]人口|人口", r"城镇(?:常住)?人口|城镇", r"(?:农村|乡村)(?:常住)?人口|农村|乡村"),
)


def complete(figures: Figures, wanted: list[str]) -> None:
    """Wholes that everybody knows to be the sum of two parts, where all three are spoken of."""
    for whole, one, other in _WHOLES:
        found = [
            [name for name in figures.names if re.match(rf"(?:货物|商品|对外|外贸)?(?:{each})(?![出进]口)", name)]
            or [name for name in wanted if re.match(rf"(?:货物|商品|对外|外贸)?(?:{each})(?![出进]口)", name)]
            for each in (whole, one, other)
        ]
        keys = [next((name for name in each if name), None) for each in found]
        if all(keys) and len(set(keys)) == 3 and not any(len(set(each)) > 1 for each in found):
            for name in keys:
                if name not in figures.names:
                    figures.names.append(str(name))
            units = [figures.units[str(name)] for name in keys if name in figures.units]
            for name in keys:
                if units:
                    figures.units.setdefault(str(name), units[0])
            for year in {year for _, year in figures.told} | {year - 1 for _, year in figures.told}:
                sum_of_parts = total(figures.at(str(keys[1]), year), figures.at(str(keys[2]), year))
                ratio = figures.relations.ratio(figures.at(str(keys[0]), year), sum_of_parts)
                # Figures told are rounded: a sum that is all but right says nothing new.
                if ratio is None or abs(ratio - 1) > Fraction(1, 200):
                    figures.relations.equal(figures.at(str(keys[0]), year), sum_of_parts)
            figures.lines.append(f"{keys[0]} = {keys[1]} + {keys[2]}")
    industries = [
        next((name for name in (*figures.names, *wanted) if re.fullmatch(f"第?{each}(?:次)?产业(?:增加值)?", name)), None)
        for each in "一二三"
    ]
    if "GDP" in figures.names and all(industries):
        figures.names += [name for name in industries if name and name not in figures.names]
        for name in industries:
            figures.units.setdefault(str(name), figures.units.get("GDP", ""))
        for year in {year for _, year in figures.told}:
            figures.relations.equal(figures.at("GDP", year), total(*(figures.at(str(name), year) for name in industries)))
        figures.lines.append("GDP = 三次产业之和")
    if "总量" in figures.names:
        # A share of what is not said is one of the whole that its parts make up.
        sums = [name for name in figures.names if name == "GDP" or re.match(r"职工|员工|学生|总人数|总人口", name)]
        if len(sums) == 1:
            for year in {year for _, year in figures.told}:
                figures.relations.equal(figures.at("总量", year), figures.at(sums[0], year))
    out, into = (
        next((name for name in figures.names if re.fullmatch(f"(?:货物|商品|外贸|贸易)?{each}(?:总?额|总值)?", name)), None)
        for each in ("出口", "进口")
    )
    surplus = next((name for name in wanted if re.fullmatch("(?:贸易|外贸)?顺差(?:额)?", name)), None)
    if out and into and surplus:
        figures.names.append(surplus)
        figures.units.setdefault(surplus, figures.units.get(out, ""))
        for year in {year for _, year in figures.told}:
            figures.relations.equal(figures.at(surplus, year), minus(figures.at(out, year), figures.at(into, year)))
        figures.lines.append("顺差 = 出口 − 进口")
