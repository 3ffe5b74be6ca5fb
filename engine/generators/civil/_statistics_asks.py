"""What statistics ask: a figure, its rate, its increase, shares and their change, means, contributions, multiples, yearly means."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from engine.generators.civil._relations import Quantity, minus, number, total
from engine.generators.civil._report import THIS_YEAR
from engine.generators.civil._statistics_facts import (
    FALL,
    NAME,
    RISE,
    YEAR,
    Figures,
    clean,
    split_unit,
)
from engine.generators.civil._statistics_text import UNIT
from engine.generators.reading import stay_out

_HOW_MUCH = r"(?:分别|一共|总共|大约|约|为|是|有|达到?|了|各|共|会|将|能|可|应|又|等于|:|变成|变为|到)*多少"
_RATE_WORD = r"(?:增长率|增速|增幅|涨幅|降幅|增长速度|增长幅度|增长速率|变化率|下降率)"
_SHARE_WORD = r"(?:比重|比例|百分比|份额|比|占比)"
_PART = r"(?P<part>[^\d⟦⟧,;。?%]{0,24}?)"
_WHOLE = r"(?P<whole>[^\d⟦⟧,;。?%]{0,24}?)"
_MOVES = rf"(?:大约|约)?(?:变化|变动|{RISE}|{FALL})(?:还是(?:{RISE}|{FALL}))?(?:了|约|为|是)*"
_Y = rf"(?:{YEAR}(?:的)?,?)?"
_PATTERNS = (
    ("proportion", rf"{_Y}(?P<one>[^\d⟦⟧,;。?%]{{2,12}}?)(?:与|和|跟)(?P<other>[^\d⟦⟧,;。?%]{{2,12}}?)(?:的)?(?:之比|比|比例|比值){_HOW_MUCH}"),
    ("differ", rf"{_Y}(?P<one>[^\d⟦⟧,;。?%]{{1,12}}?)(?<!同)比(?P<other>[^\d⟦⟧,;。?%]{{1,12}}?)(?P<way>多|少|高|低)(?:了|出)?多少(?P<unit>{UNIT})"),
    ("yearly-more", rf"(?:⟦(?P<from>-?\d+)⟧(?:到|至|[-~—])⟦(?P<to>-?\d+)⟧(?:间|期间)?,?)?{NAME}(?:的)?(?:年均增长量|年均增量|平均每年增长量|年均增加){_HOW_MUCH}(?P<unit>{UNIT})?"),
    ("ratio", rf"{_Y}[^\d⟦⟧,;。?%=÷]{{0,12}}=(?P<one>[^\d=÷]{{2,10}})÷(?P<other>[^\d=÷]{{2,10}}?){_HOW_MUCH}%?"),
    ("angle", rf"{_Y}{_PART}(?:在?[^\d]{{0,6}})?(?:对应|所对|的)*(?:的)?(?:扇形)?(?:的)?(?:圆心角|角度)(?:的?度数)?{_HOW_MUCH}度?"),
    ("contribution", rf"{_Y}{_PART}(?:的?增长(?:量)?)?对{_WHOLE}(?:的)?(?:增长|增量|增加)?(?:的)?(?:量的)?贡献率{_HOW_MUCH}%?"),
    ("contribution", rf"{_Y}{_PART}(?:增长量|增加量|增量|增加额|增长额)占{_WHOLE}(?:增长量|增加量|增量|增加额|增长额)(?:的)?(?:{_SHARE_WORD})?{_HOW_MUCH}%?"),
    ("pull", rf"{_Y}{_PART}(?:的?增长)?拉动(?:了)?{_WHOLE}(?:的)?(?:增长|增速|上升|提高)?(?:了)?{_HOW_MUCH}个?百分点"),
    ("share-change", rf"{_Y}{_PART}占{_WHOLE}的?{_SHARE_WORD}(?:与)?(?:同比|⟦-1⟧(?:相比)?|比⟦(?P<since>-?\d+)⟧|较⟦(?P<since2>-?\d+)⟧)?{_MOVES}(?:多少|几)(?:个)?百分点"),
    ("share-change", rf"{_Y}(?P<part>)(?P<whole>)(?:{_SHARE_WORD})?(?:同比)?{_MOVES}(?:多少|几)(?:个)?百分点"),
    ("share", rf"{_Y}{_PART}(?:所)?占(?:了)?{_WHOLE}(?:的)?(?:{_SHARE_WORD})?{_HOW_MUCH}(?:%|成)?"),
    ("more", rf"(?:比|较)(?:其|之|它|⟦-1⟧)?(?P<moves>多|少|增加|减少)(?:了)?多少(?P<unit>{UNIT})(?P<year>)(?P<name>)"),
    ("mean-growth", rf"{_Y}(?P<name>[^\d⟦⟧,;。?%]{{0,14}}?(?:人均|平均|户均|单产|均价|每|单位|件均|亩产)[^\d⟦⟧,;。?%]{{0,16}}?)(?:的)?(?:同比)?(?:{_RATE_WORD}{_HOW_MUCH}|(?:大约|约)?(?:增长|上升|提高|增加|下降|变化)(?:了|约)*多少)%?"),
    ("mean", rf"{_Y}(?P<name>[^\d⟦⟧,;。?%]{{0,8}}?(?:平均)?每[^\d⟦⟧,;。?%]{{1,10}}?)(?:对应|拥有|负担|有|摊到|分到|配备|配有)(?:了)?多少(?P<unit>{UNIT})(?P<tail>[^\d⟦⟧,;。?%]{{0,8}})"),
    ("mean", rf"{_Y}(?P<name>[^\d⟦⟧,;。?%]{{0,14}}?(?:人均|平均|户均|单产|均价|每|单位面积|件均|亩产)[^\d⟦⟧,;。?%]{{0,16}}?){_HOW_MUCH}(?P<unit>{UNIT})?"),
    ("points", rf"{_Y}{NAME}(?:同比)?{_RATE_WORD}(?:同比|比⟦(?P<since>-?\d+)⟧|较⟦(?P<since2>-?\d+)⟧)(?:的)?(?:{_RATE_WORD})?{_MOVES}(?:多少|几)(?:个)?百分点"),
    ("points", rf"{_Y}{NAME}{_RATE_WORD}(?:比|较)⟦(?P<since>-?\d+)⟧{_MOVES}(?:多少|几)(?:个)?百分点"),
    ("yearly", rf"(?:(?:从|由)?⟦(?P<from>-?\d+)⟧(?:到|至|[-~—])⟦(?P<to>-?\d+)⟧(?:间|期间|之间)?(?:的)?,?)?{NAME}(?:的)?(?:年均增长率|年均增速|年均增幅|年平均增长率|年均增长|平均每年增长|年均同比增长率|年平均增速|年均|每年平均增长)(?:了|约)*{_HOW_MUCH}%?"),
    ("since", rf"{_Y}{NAME}(?:与|和|跟|比|较|同)⟦(?P<since>-?\d+)⟧(?:年?相比)?,?(?:约)?(?P<moves>{RISE}|{FALL})?(?:了|约|的)*(?:{_RATE_WORD})?{_HOW_MUCH}(?P<unit>%)?"),
    ("since", rf"(?:从)?⟦(?P<since>-?\d+)⟧(?:到|至|[-~—])⟦(?P<year>-?\d+)⟧{NAME}(?:一共|合计|总共|共|累计)?(?P<moves>{RISE}|{FALL})(?:了|约)*{_HOW_MUCH}(?P<unit>%)?"),
    ("since-more", rf"{_Y}{NAME}(?:与|和|跟|比|较|同)⟦(?P<since>-?\d+)⟧(?:相比)?,?(?:约)?(?P<moves>{RISE}|{FALL})(?:了|约)*多少(?P<unit>{UNIT})"),
    ("two", rf"(?:这)?(?:两|2)年(?:来|间)?(?:一共|合计|总共|共)(?:增长|上升|增加)?(?:率)?(?:了)?{_HOW_MUCH}%?(?P<name>)"),
    ("of-year", rf"{_Y}{NAME}(?:是|为|相当于)⟦(?P<since>-?\d+)⟧的多少(?P<unit>%|倍)?"),
    ("rate", rf"{_Y}{NAME}(?:的)?(?:同比)?{_RATE_WORD}(?:是|为|约)*{_HOW_MUCH}%?"),
    ("rate", rf"{_Y}{NAME}同比(?:约)?(?:{RISE}|{FALL}|变化)(?:了|约)*{_HOW_MUCH}%"),
    ("rate", rf"{_Y}{NAME}(?:约)?(?:增长|上涨|下降|增)(?:了|约)*{_HOW_MUCH}%?"),
    ("rate", rf"{_Y}{NAME}同比(?:约)?(?:增长|上涨|下降)(?:了|约)*{_HOW_MUCH}"),
    ("more", rf"{_Y}{NAME}同比(?:大约|约)?(?P<moves>{RISE}|{FALL}|变化)(?:了|约|额|量|为)*多少(?P<unit>{UNIT})"),
    ("more", rf"{_Y}{NAME}(?:大约|约|净)?(?P<moves>增加|增长|多|减少|下降|少)(?:了|约)*多少(?P<unit>{UNIT})"),
    ("more", rf"{_Y}{NAME}(?:的)?(?:同比)?(?:增长量|增量|增加量|增加额|增长额)(?:是|为)*{_HOW_MUCH}(?P<unit>{UNIT})?(?P<moves>)"),
    ("multiple", rf"{_Y}{NAME}(?:是|为|约为|约是|相当于)(?P<other>[^\d⟦⟧,;。?%]{{0,20}}?)(?:的)?多少倍"),
    ("value", rf"{_Y}{NAME}(?:的)?{_HOW_MUCH}(?P<unit>{UNIT})?"),
)  # fmt: skip


@dataclass(slots=True)
class Ask:
    what: str
    groups: dict[str, str | None]
    year: int
    subject: str | None


def _year_of(figures: Figures, text: str | None, default: int) -> int:
    """The year asked for: as said, or so many before this year (where years are told: before the one spoken of)."""
    if not text:
        return default
    year = int(text)
    if year > 1900:
        return year
    if not figures.explicit:
        return THIS_YEAR + year
    return default + year if year else stay_out("this year among years")


def kept_asks(asks: list[Ask]) -> Callable[[Figures, str], bool]:
    def ask(figures: Figures, rest: str) -> bool:
        rest = re.sub(r"(?:呢|啊|呀|吗|了)?$", "", rest)
        for what, pattern in _PATTERNS:
            if match := re.fullmatch(pattern, rest):
                groups = match.groupdict()
                asks.append(Ask(what, groups, figures.year, figures.subject))
                if what == "value" and groups.get("year"):
                    year = int(groups["year"])
                    if year > 1900:
                        figures.year = year
                return True
        return False

    return ask


class Answering:
    """Quantities for the asks, from what is told."""

    def __init__(self, figures: Figures, digits: int | None) -> None:
        self.figures, self.digits = figures, digits

    def name(self, text: str | None, ask: Ask) -> str:
        """The figure asked for; without a name the one last spoken of."""
        if clean(text or ""):
            return self.figures.key(str(text))
        valued = list(dict.fromkeys(name for name, _ in self.figures.told))
        if len(valued) == 1:
            return valued[0]
        return ask.subject if ask.subject is not None else stay_out("of what")

    def ratio(self, above: Quantity, below: Quantity) -> Fraction:
        value = self.figures.relations.ratio(above, below)
        return value if value is not None else stay_out("not determined")

    def unit(self, name: str) -> str:
        """The unit a figure is told in; that of everything else where it is never told."""
        units = set(self.figures.units.values())
        if name in self.figures.units:
            return self.figures.units[name]
        return units.pop() if len(units) == 1 else "" if not units else stay_out("in which unit")

    def growth(self, name: str, year: int, since: int) -> Fraction:
        return (self.ratio(self.figures.at(name, year), self.figures.at(name, since)) - 1) * 100

    def part_and_whole(self, ask: Ask) -> tuple[str, str]:
        figures = self.figures
        if (
            of_all := re.fullmatch(
                r"(?P<all>[^\d]{0,12}?(?:总额|总量|合计|总和|总数|总产值|总收入))(?:中|里)(?:的)?(?P<part>[^\d]{2,12})",
                ask.groups.get("part") or "",
            )
        ) and re.search("[两三四]|合计|总和", of_all["all"]):
            part = figures.key(of_all["part"])
            figures.relations.equal(
                figures.at("合计", ask.year), total(*(figures.at(name, ask.year) for name in dict.fromkeys(figures.names)))
            )
            return part, "合计"
        part_name, whole_name = clean(ask.groups.get("part") or ""), clean(ask.groups.get("whole") or "")
        others = list(dict.fromkeys(name for name, _ in figures.told))
        if part_name and whole_name:
            part, whole = figures.key(part_name), figures.key(whole_name)
        elif part_name:
            part = figures.key(part_name)
            rest = [name for name in others if name != part]
            whole = (
                figures.whole if figures.whole is not None and figures.whole != part else rest[0] if len(rest) == 1 else stay_out("of what")
            )
        elif len(others) == 2:
            one, other = others
            bigger = self.ratio(figures.at(one, ask.year), figures.at(other, ask.year))
            part, whole = (other, one) if bigger > 1 else (one, other)
        else:
            stay_out("a share of what")
        return part, whole if whole != part else stay_out("a share of itself")

    def mean_parts(self, name: str) -> tuple[str, str]:
        """(total, count) of a mean."""
        figures = self.figures
        names = list(dict.fromkeys(each for each, _ in figures.told))
        if figures.places:
            place = next((each for each in figures.places if name.startswith(each)), figures.place)
            names, name = [each for each in names if each.startswith(place)], name.removeprefix(place)
        if len(names) != 2:
            stay_out("a mean of what")
        each = re.search(
            r"(?:每|平均每)(?:个|名|位|家|户|件|台|辆|万|百|千)?(?P<unit>[^\d均]{1,6}?)(?:对应|拥有|的|有|产|创造|贡献|消费|收入|支出|$)",
            name,
        )
        counts = [
            one
            for one in names
            if re.search(r"人[次口数]|人数|员工|职工|面积|户数|次数|件数|业务量|游客|家庭户|车辆|台数|游人", one)
            and not re.search("收入|额|产量|产值|支出|消费", one)
        ]
        counts = counts or [
            one for one in names if split_unit(figures.units.get(one, ""))[1] in ("人", "户", "亩", "公顷", "人次", "家", "件", "辆")
        ]
        if each:
            beside = [
                one
                for one in names
                if set(each["unit"]) & set(one) and (each["unit"][:2] in one or one in each["unit"] or each["unit"][-1:] in one)
            ]
            beside = [one for one in beside if not clean(name).endswith(one)] or beside
            counts = beside if len(beside) == 1 else counts
        if len(counts) != 1:
            stay_out("how many there are")
        return next(one for one in names if one != counts[0]), counts[0]

    def answer(self, ask: Ask) -> tuple[Fraction | str, str]:
        figures, groups, what = self.figures, ask.groups, ask.what
        year = _year_of(figures, groups.get("year"), ask.year)
        if what in ("share", "share-change"):
            part, whole = self.part_and_whole(ask)
            now = self.ratio(figures.at(part, year), figures.at(whole, year)) * 100
            if what == "share":
                return self._sound(now, "%", top=100)
            since = (
                _year_of(figures, groups.get("since") or groups.get("since2"), year)
                if (groups.get("since") or groups.get("since2"))
                else year - 1
            )
            change = now - self.ratio(figures.at(part, since), figures.at(whole, since)) * 100
            return self._points(change)
        if what == "proportion":
            one, other = figures.key(str(groups["one"])), figures.key(str(groups["other"]))
            value = self.ratio(figures.at(one, year), figures.at(other, year))
            if value <= 0 or max(value.numerator, value.denominator) > 100:
                stay_out("no ratio people say")
            return f"{value.numerator}:{value.denominator}", ""
        if what == "differ":
            one, other = figures.key(str(groups["one"])), figures.key(str(groups["other"]))
            sign = 1 if groups["way"] in ("多", "高") else -1
            unit = str(groups["unit"])
            difference = figures.relations.value(minus(figures.at(one, year), figures.at(other, year)))
            return self._sound(sign * (difference if difference is not None else stay_out("not determined")) / split_unit(unit)[0], unit)
        if what == "yearly-more":
            name = self.name(groups["name"], ask)
            years = sorted({at for each, at in figures.told if each == name})
            start, end = (int(str(groups["from"])), int(str(groups["to"]))) if groups.get("from") else (years[0], years[-1])
            unit = groups.get("unit") or self.unit(name)
            more = figures.relations.value(minus(figures.at(name, end), figures.at(name, start)))
            if end - start < 2 or more is None:
                stay_out("from when to when")
            return self._sound(more / (end - start) / split_unit(unit)[0], unit)
        if what == "ratio":
            one, other = figures.key(str(groups["one"])), figures.key(str(groups["other"]))
            return self._sound(self.ratio(figures.at(one, year), figures.at(other, year)) * 100, "%")
        if what == "angle":
            part, whole = self.part_and_whole(ask)
            return self._sound(self.ratio(figures.at(part, year), figures.at(whole, year)) * 360, "度")
        if what == "contribution":
            part, increase = figures.key(str(groups["part"])), self._whole_increase(groups["whole"])
            return self._sound(self.ratio(minus(figures.at(part, year), figures.at(part, year - 1)), increase(year)) * 100, "%")
        if what == "pull":
            part, whole_name = figures.key(str(groups["part"])), figures.key(str(groups["whole"]))
            return self._sound(
                self.ratio(minus(figures.at(part, year), figures.at(part, year - 1)), figures.at(whole_name, year - 1)) * 100, "个百分点"
            )
        if what in ("mean", "mean-growth"):
            return self._mean(ask, year)
        if what == "multiple" and figures.places and re.search("均|每", str(groups["name"])):
            return self._mean_multiple(groups, year)
        if what == "multiple":
            one = self.name(groups["name"], ask)
            other_name = clean(groups["other"] or "")
            other = figures.key(re.sub("⟦-?\\d+⟧", "", other_name)) if other_name else one
            if one == other:
                stay_out("a multiple of itself")
            return self._sound(self.ratio(figures.at(one, year), figures.at(other, year)), "倍")
        if together := re.fullmatch(
            r"(?:[两三二]者|[两三]种|[两三]项|合计|总共|一共)(?P<rest>[^\d]*?)(?:之和|总和|合计|总量|总额)?",
            clean(groups.get("name") or ""),
        ):
            names = list(dict.fromkeys(each for each, _ in figures.valued))
            if len({figures.units.get(each) for each in names}) != 1 or len(names) < 2 or "平均" in together["rest"]:
                stay_out("the sum of what")
            name = "+".join(names)
            figures.units[name] = figures.units[names[0]]
            for at in {at for _, at in figures.told} | {at - 1 for _, at in figures.told}:
                figures.relations.equal(figures.at(name, at), total(*(figures.at(each, at) for each in names)))
                figures.told.append((name, at))
        else:
            name = self.name(groups.get("name"), ask)
        if what != "value" and not groups.get("year"):
            year = max((at for each, at in figures.told if each == name), default=year)
        if what == "value":
            if groups.get("year") in (None, "") and (name, year) in figures.valued:
                stay_out("told already")
            unit = groups.get("unit") or self.unit(name)
            factor = split_unit(unit)[0]
            told_base, base = split_unit(figures.units.get(name, ""))[1], split_unit(unit)[1]
            if told_base and base and told_base != base:
                stay_out("units")
            return self._sound(self.ratio(figures.at(name, year), number(factor)), unit)
        if what == "rate":
            return self._rate(self.growth(name, year, year - 1), ask)
        if what in ("since", "two"):
            since = _year_of(figures, groups.get("since"), year) if what == "since" else year - 2
            return self._rate(self.growth(name, year, since), ask)
        if what == "of-year":
            since = _year_of(figures, groups.get("since"), year)
            value = self.ratio(figures.at(name, year), figures.at(name, since))
            return (value, "倍") if groups["unit"] == "倍" else (value * 100, "%")
        if what in ("more", "since-more"):
            since = _year_of(figures, groups.get("since"), year) if what == "since-more" else year - 1
            unit = groups.get("unit") or self.unit(name)
            factor = split_unit(unit)[0]
            change = self.ratio(minus(figures.at(name, year), figures.at(name, since)), number(1))
            falls = bool(re.fullmatch(FALL, groups.get("moves") or ""))
            change = -change if falls else change
            return self._sound(change / factor, unit)
        if what == "points":
            since = (
                _year_of(figures, groups.get("since") or groups.get("since2"), year)
                if (groups.get("since") or groups.get("since2"))
                else year - 1
            )
            change = self.growth(name, year, year - 1) - self.growth(name, since, since - 1)
            if not change:
                stay_out("no change")
            return (abs(change), "个百分点")
        if what == "yearly":
            return self._yearly(ask, name)
        stay_out(what)

    def _whole_increase(self, text: str | None) -> Callable[[int], Quantity]:
        figures = self.figures
        increases = [name for name in figures.names if name.endswith(("增量", "增长量", "增加量"))]
        name = clean(text or "")
        if increases and (not name or name not in figures.names):
            return lambda year: figures.at(increases[0], year)
        key = figures.key(name) if name else stay_out("a contribution to what")
        return lambda year: minus(figures.at(key, year), figures.at(key, year - 1))

    def _mean(self, ask: Ask, year: int) -> tuple[Fraction | str, str]:
        figures, groups = self.figures, ask.groups
        above, below = self.mean_parts(clean(str(groups["name"])))
        if ask.what == "mean-growth":
            now, before = (1 + self.growth(each, year, year - 1) / 100 for each in (above, below))
            return self._rate((now / before - 1) * 100, ask)
        value = self.ratio(figures.at(above, year), figures.at(below, year))
        base = split_unit(figures.units.get(above, ""))[1]
        unit = groups.get("unit") or base
        factor, asked_base = split_unit(unit)
        weights = {"吨": Fraction(1000), "千克": Fraction(1), "斤": Fraction(1, 2)}
        if {asked_base, base} <= {"名", "人", "个", "位"}:
            asked_base = base
        if asked_base and base and asked_base != base:
            if asked_base not in weights or base not in weights:
                stay_out("units")
            value = value * weights[base] / weights[asked_base]
        return self._sound(value / factor, unit)

    def _mean_multiple(self, groups: dict[str, str | None], year: int) -> tuple[Fraction | str, str]:
        """How many times the mean of one place that of another is."""
        figures, means = self.figures, []
        name = clean(str(groups["name"]))
        for place in (name[:2], clean(str(groups["other"]))[:2]):
            if place not in [each[:2] for each in figures.places]:
                stay_out("of which place")
            above, below = self.mean_parts(place + name.removeprefix(name[:2]))
            means.append(self.ratio(figures.at(above, year), figures.at(below, year)))
        return means[0] / means[1], "倍"

    def _yearly(self, ask: Ask, name: str) -> tuple[Fraction | str, str]:
        figures, groups = self.figures, ask.groups
        years = sorted({year for each, year in figures.told if each == name})
        start, end = (int(str(groups["from"])), int(str(groups["to"]))) if groups.get("from") else (years[0], years[-1])
        if (start, end) != (years[0], years[-1]) or end - start < 2:
            stay_out("from when to when")
        ratio = float(self.ratio(figures.at(name, end), figures.at(name, start)))
        rate = Fraction(round((ratio ** (1 / (end - start)) - 1) * 10**7), 10**5)
        for kept in figures.keeps:
            figures.grows(name, kept, rate)
        return self._sound(rate, "%")

    def _rate(self, rate: Fraction, ask: Ask) -> tuple[Fraction | str, str]:
        del ask
        return self._sound(rate, "%") if rate >= 0 else stay_out("a decline")

    def _points(self, change: Fraction) -> tuple[Fraction | str, str]:
        if not change:
            return "不变", ""
        return (f"{'上升' if change > 0 else '下降'}", "个百分点|" + str(abs(change)))

    def _sound(self, value: Fraction, unit: str, top: int | None = None) -> tuple[Fraction, str]:
        if value <= 0 or (top is not None and value > top):
            stay_out("numbers")
        return value, unit
