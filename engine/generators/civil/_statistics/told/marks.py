"""A text of statistics with every figure, period and question as one sign, so that what stands between them is only words.

Figures are amounts (with any unit), rates (per cent, fractions, tenths), percentage points and multiples; each sort has signs of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._statistics.material.cues import UNIT_TOLD
from engine.generators.civil._statistics.material.periods import SIGN, Calendar, Period
from engine.generators.civil._statistics.told.units import size_of
from engine.generators.pasted.normalising import normalise
from engine.generators.reading import stay_out

_FIRST = {"amount": 0xE600, "rate": 0xE700, "points": 0xE800, "times": 0xE900, "ask": 0xEA00}
T = SIGN
"""A period."""
V, R, D, X, Q = (f"[{chr(first)}-{chr(first + 0xFF)}]" for first in _FIRST.values())
"""An amount, a rate, percentage points, a multiple, a question."""
FIGURE = f"[{chr(_FIRST['amount'])}-{chr(_FIRST['ask'] - 1)}]"
ANY = "[\ue200-\uebff]"
WORDS = "[^\ue200-\uebff,;。]"
"""A character of what is no sign."""

_DIGITS = {**{word: number for number, word in enumerate("零一二三四五六七八九")}, "两": 2, "〇": 0}
_NUMERAL = "[零一二两三四五六七八九十百]"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: `sort` is `amount`, `rate`, `points` or `times`; a rate of 12% is 12/100; `unit` of an amount, or how a rate was written."""

    sort: str
    value: Fraction
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """A place where something is asked, with the unit wanted: `%`, `点` (per cent or points), `百分点`, `倍`, `分数`, `成`, any other, or none."""

    unit: str
    noun: str = ""


@dataclass(slots=True)
class Marked:
    """The marked text with what its signs stand for."""

    text: str = ""
    calendar: Calendar = field(default_factory=Calendar)
    figures: dict[str, Figure] = field(default_factory=dict)
    asks: dict[str, Ask] = field(default_factory=dict)
    digits: int | None = None

    def period(self, sign: str) -> Period:
        """The period of a sign."""
        return self.calendar.of(sign)

    def figure(self, sort: str, value: Fraction, unit: str = "") -> str:
        """A sign for a figure."""
        sign = chr(_FIRST[sort] + sum(1 for each in self.figures.values() if each.sort == sort))
        self.figures[sign] = Figure(sort, value, unit)
        return sign

    def ask(self, unit: str) -> str:
        """A sign for a question."""
        sign = chr(_FIRST["ask"] + len(self.asks))
        self.asks[sign] = Ask(unit)
        return sign


def _numeral(word: str) -> int:
    """`二十五`."""
    if word.isdecimal():
        return int(word)
    total, last = 0, 0
    for sign in word:
        if sign in "十百":
            total += (last or 1) * (10 if sign == "十" else 100)
            last = 0
        else:
            last = _DIGITS[sign]
    return total + last


_YEAR_OF_TWO = re.compile(r"(?<![\d.过用了共第近每年])([012]\d)年(?=[\u4e00-\u9fff,]|\d|末|底)(?![内后前间来的]|以|之)")
_NAMED = re.compile(r"\d+(?=G(?![A-Za-z])|岁)|(?<=[A-Z])\d+(?=[类型区楼栋号]|$)|(?<=第)\d+(?=[产名类])")
_OPENING = (
    (r"研究与试验发展(?:\(R&D\))?(?:经费)?|R&D经费|R&D|\(R&D\)", "研发经费"),
    (r"(?:地区|国内)?生产总值(?:\(?GDP\)?)?|GDP", "生产总值"),
    (r"(?:因|由于)?(?:受灾|遭灾|旱灾|干旱|洪涝)(?:影响)?,?(?=减|下降|增)", ""),
    (r"按(?:照)?计划,|(?:计划|预计|预期)(?=[今明后]年)", ""),
    (r",是\d+(?:\.\d+)?%?吗$", ""),
    (r"城镇化率", "城镇人口占总人口的比重"),
    (r"(?<=\d)(?:块钱?|圆)(?=[,;。?!了\s]|$)", "元"),
    (r"(?<=\d[万亿])(?:块钱?|圆)", "元"),
    (r"三产(?!业)", "第三产业"),
    (r"(?<=\d)个点(?!位)", "个百分点"),
    (r"(?:同比|环比)?\+(?=\d[\d.]*%)", lambda found: (found[0][:-1] or "") + "增长"),
    (r"(同比|环比)(?:增长|增速)?-(?=\d[\d.]*%)", r"\1下降"),
    (r"翻[了一]*番", "增长100%"),
    (r"翻了?两番", "增长300%"),
    (r"折合|约合", ""),
    (r"(?<=[吨斤克元])每(?=(?:公顷|亩|平方米|人|户|件)(?:[,。?]|$))", "/"),
)
_FRACTION = re.compile(rf"(?P<below>{_NUMERAL}+|\d+)分之(?P<above>{_NUMERAL}+|\d+)(?!点)")
_TENTHS = re.compile(r"(?P<tenths>[一二三四五六七八九])成(?P<more>[半一二三四五六七八九])?(?![本立为员分就绩都交品功长型效份])")
_SLASHED = re.compile(r"(?<![\d./])(\d{1,2})/(\d{1,3})(?![\d/.年月])")
_AMOUNT = re.compile(
    rf"(?<![\d.A-Za-z])(?P<value>-?\d+(?:\.\d+)?)\s*(?:(?P<percent>%)|(?P<points>个?百分点)|(?P<times>倍)(?!数)|(?P<unit>(?:万亿|[万亿千])?公斤|{UNIT_TOLD})|(?P<open>(?![年月日时号倍成折多余点次])[\u4e00-\u9fff])(?=[,;。?、]|$)|(?=[^\d.:∶/A-Za-z]|$))"
)
_ASK = re.compile(
    r"多大(?:的)?(?:比重|比例|份额|占比)|最接近(?:以下|下列)(?:哪一?个)(?:数值|数|选项)?|多大(?=[,。?;]|$)|百分之(?:多少|几|\(\s*\)|_+)|(?P<fraction>几分之几)|(?P<tenths>几成)|(?:多少|几|\(\s*\)|_{2,})\s*(?:(?P<points>个?百分点)|(?P<point>个点)|(?P<percent>%)|(?P<times>倍)|"
    rf"(?P<open>(?![年月日时号倍成折])[\u4e00-\u9fff](?=[,;。?]|没|$))|(?P<unit>(?:万亿|[万亿千](?![瓦克米]))?(?:公斤|{UNIT_TOLD[3:-1]}|元)?(?:/[\u4e00-\u9fff]{{1,3}})?))"
)
_KEPT = (
    r"[(,]?(?:结果|答案|请|均)?(?:保留|精确|四舍五入)(?:到|为|成|至)?(?:小数点后)?(?:[一两二三1-3]位(?:小数)?|整数|个位|百分位|0\.\d+%?)(?:小数)?[)]?"
    r"|\((?:[一两二三1-3]位小数|取整数?|单位[:为]?[^()]{1,6}|除不尽[^()]{0,12})\)|,?取整数?(?=[。?]|$)"
)
_BARE_YEAR = re.compile(r"(?<![\d.])((?:19|20)\d\d)(?=比(?:19|20)\d\d)|(?<=比)((?:19|20)\d\d)(?=增|上|下|减|多|少|相)")
_FROM_TO = re.compile(r"(?:从|由)?((?:(?:19|20)\d\d|[去前今]|上)年)到((?:(?:19|20)\d\d|[去今明]|本)年)(?=增|涨|上升|下降|减|降|提高)")
_TO_MONTH = re.compile(r"(?<=[复回达升降涨减增长]到)(?=\d{1,2}月)")
_UNIT_LATER = re.compile(
    rf"(?P<first>(?:从|由)[^\d,;。]{{0,6}}\d+(?:\.\d+)?)(?=(?:涨|升|增|降|跌|减|变|调|提高|上升|下降|扩大|发展)[^\d,;。]{{0,8}}\d+(?:\.\d+)?(?P<unit>{UNIT_TOLD}))"
)
"""`从 120 涨到 150 亿`."""
_UNSURE = re.compile(r"\d(?:余|多)(?=[万亿\u4e00-\u9fff])|[近约]?\d+[-~—]\d+(?:%|[万亿元人个])|上百|数[十百千万](?!据|量|额|字)|若干")


def marked(text: str, digits: int | None) -> Marked:
    """A text with its signs; `digits`: how many decimals it wants.

    Raises:
        StayOut: it holds a figure that is none.
    """
    plain = normalise(text)
    plain = patterns.sub(
        "([一二三四五六七八九十]+)月(?:份)?[至到]([一二三四五六七八九十]+)月",
        lambda found: f"{_numeral(found[1])}-{_numeral(found[2])}月",
        plain,
    )
    plain = patterns.sub(r"(?<=[^\d\s])\s*\n\s*(?=[^\d\s(A-Za-z])", "。", plain)
    plain = patterns.sub(r"(?<=问|求) +", "", plain)
    plain = patterns.sub(r"(?<=[A-Z]) +(?=\d)", "为", plain)
    plain = patterns.sub(
        r"(?<=[\u4e00-\u9fff%]) +(?=(?!的|左右|以[上下内]|且|是)[\u4e00-\u9fff%A-Z][^,;。?]*(?:\d|多少|几)|\d+年)|(?<=\d) +(?=[A-Z]|(?![年月日季度万亿元个多])[\u4e00-\u9fff]{3})",
        ",",
        plain.replace("\n", "。"),
    )
    plain = patterns.sub(r"\s+", "", plain)
    plain = patterns.sub(
        r"(?<![一二三四五六七八九十第正每各\d])(十[一二]?|[一二三四五六七八九])月(?=份|[,比增下上环较的产卖生用销变相]|底|末)",
        lambda found: f"{_numeral(found[1])}月",
        plain,
    )
    plain = patterns.sub(_KEPT, "", plain)
    plain = patterns.sub(r"(?:^|(?<=[^\u4e00-\u9fff]))[(]\d[)][.、]?|(?:^|(?<=[。?:;]))\d{1,2}[.、](?!\d)", "。", plain)
    if found := _UNSURE.search(plain):
        stay_out(f"no figure: {found[0]}")
    plain = _BARE_YEAR.sub(r"\g<0>年", plain)
    plain = _YEAR_OF_TWO.sub(r"20\1年", plain)
    plain = _NAMED.sub(lambda found: found[0].translate(_IN_NAMES), plain)
    for pattern, told in _OPENING:
        plain = patterns.sub(pattern, told, plain)
    if not patterns.search(r"(?:19|20)\d\d年|[去今前明]年|上年|月|季度|半年", plain):
        if patterns.search("现在|如今|目前|后来|增[加长]到|变|[降涨升调]", plain):
            plain = patterns.sub(r"(?:原来|原先|起初|最初|开始时)(?:的(?=[\u4e00-\u9fff]{2}))?|原有(?:的)?", "去年", plain)
        plain = patterns.sub(r"(?:现在|如今|目前)(?:的(?=[\u4e00-\u9fff]{2}))?", "今年", plain)
    plain = _FROM_TO.sub(r"\2比\1", plain)
    plain = patterns.sub("现期(?:的)?|本期|报告期|本年度?", "今年", patterns.sub("基期(?!量)|上期|上年度", "去年", plain))
    for often in ("每月", "每年", "每天"):
        if patterns.search(rf"{often}(?!都|均|按|以|增|递|比|保持)[^。?;]*?\d", plain) and not patterns.search(
            f"平均{often}|{often}平均", plain
        ):
            plain = plain.replace(often, "")  # everything is told by the month
    found_all = Marked(digits=digits)
    plain = _ASK.sub(lambda found: found_all.ask(_unit_asked(found)), plain)
    plain = _FRACTION.sub(lambda found: found_all.figure("rate", _fraction(found), "%" if found["below"] == "百" else "分数"), plain)
    plain = _SLASHED.sub(lambda found: found_all.figure("rate", Fraction(int(found[1]), int(found[2]) or 1), "分数"), plain)
    plain = patterns.sub(
        "(?:的)?(?:一半|半数)(?!以上|多|[的]?时间)",
        lambda found: "的" * found[0].startswith("的") + found_all.figure("rate", Fraction(1, 2), "分数"),
        plain,
    )
    plain = _TENTHS.sub(lambda found: found_all.figure("rate", _tenths(found), "成"), plain)
    calendar = found_all.calendar = Calendar()
    plain = _TO_MONTH.sub("的", plain)
    plain = calendar.marked(plain)
    if found := patterns.search(r"\d+(?:月|日|季|年)", plain):
        stay_out(f"a time that is not understood: {found[0]}")
    plain = _UNIT_LATER.sub(r"\g<first>\g<unit>", plain)
    plain = _AMOUNT.sub(lambda found: _figure(found, found_all), plain)
    plain = _EQUAL_PARTS.sub(lambda found: _as_multiple(found, found_all), plain)
    if found := patterns.search(r"\d", plain):
        stay_out(f"a figure that is not understood: {plain[max(0, found.start() - 6) : found.end() + 6]}")
    found_all.text = plain
    return found_all


_SAID = "[^\ue600-\uebff,;。的]"
_EQUAL_PARTS = re.compile(
    rf"(?P<one>{_SAID}{{1,14}}(?:的{_SAID}{{2,8}})?)的(?P<part>{R})(?:正好|恰好|刚好)?(?:相当于|等于)(?P<other>{_SAID}{{1,14}}(?:的{_SAID}{{2,8}})?)的(?P<its>{R})(?=[,;。?]|$)"
)
"""`甲厂产值的 20% 相当于乙厂产值的 25%`."""


def _as_multiple(found: re.Match[str], marked_text: Marked) -> str:
    """Equal parts of two as the one being so many times the other.

    Raises:
        StayOut: a part is none.
    """
    part, its = (marked_text.figures[found[name]].value for name in ("part", "its"))
    if part <= 0 or its <= 0:
        stay_out("a part of nothing")
    return f"{found['one']}是{found['other']}的{marked_text.figure('times', its / part)}"


_IN_NAMES = str.maketrans("0123456789", "零一二三四五六七八九")


def _fraction(found: re.Match[str]) -> Fraction:
    return Fraction(_numeral(found["above"]), _numeral(found["below"]) or 1)


def _tenths(found: re.Match[str]) -> Fraction:
    more = found["more"] or ""
    return Fraction(_DIGITS[found["tenths"]], 10) + (Fraction(1, 20) if more == "半" else Fraction(_DIGITS[more], 100) if more else 0)


def _unit_asked(found: re.Match[str]) -> str:
    if found[0].startswith("百分之") or found["percent"]:
        return "%"
    for name, unit in (("fraction", "分数"), ("tenths", "成"), ("points", "百分点"), ("point", "点"), ("times", "倍")):
        if found[name]:
            return unit
    unit = found["open"] or found["unit"] or ""
    return {"块": "元"}.get(unit, unit)


def _figure(found: re.Match[str], marked_text: Marked) -> str:
    value = Fraction(found["value"])
    if found["percent"]:
        return marked_text.figure("rate", value / 100, "%")
    if found["points"]:
        return marked_text.figure("points", value / 100)
    if found["times"]:
        return marked_text.figure("times", value)
    unit = found["unit"] or found["open"] or ""
    return marked_text.figure("amount", value * size_of(unit), unit)
