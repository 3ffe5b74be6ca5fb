"""Wholes that everybody knows to be the sum of their parts, and what follows from two figures of one thing."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.relations import minus, times, total
from engine.generators.civil._statistics.figures import Figures

_WHOLES = (
    (r"进出口", r"进口", r"出口"),
    (r"全年", r"上半年", r"下半年"),
    (r"总人口", r"城镇人口|城镇", r"农村人口|乡村人口|农村|乡村"),
    (
        r"毕业生(?:总数|人数)?$|教师(?:总数)?$|居民(?:总数)?$|会员(?:总数)?$",
        r"男(?:职工|员工|生|性|教师)?(?:人数)?",
        r"女(?:职工|员工|生|性|教师)?(?:人数)?",
    ),
    (r"毕业(?:学)?生(?:总数|人数)?$", r"本科(?:毕业|生)*", r"研究生(?:毕业)?(?:数量|人数)?$"),
    (
        r"职工(?:总数)?$|员工(?:总数)?$|全[厂班校](?:人数)?$|总人数|学生(?:总数)?$",
        r"男(?:职工|员工|生|性|同学)(?:人数)?",
        r"女(?:职工|员工|生|性|同学)(?:人数)?",
    ),
    (r"(?:大陆)?总人口", r"男性(?:人口)?$", r"女性(?:人口)?$"),
    (r"(?:全国)?就业(?:人员|人口)(?:总数|总量)?$", r"城镇就业(?:人员|人口)", r"(?:乡村|农村)就业(?:人员|人口)"),
    (r"上半年", r"第一季度", r"第?二季度"),
    (r"旅游(?:总)?收入", r"国内旅游(?:总)?收入|国内游客?收入", r"(?:国际|入境|境外|海外)旅游(?:总)?(?:外汇)?收入"),
    (r"粮食|全年粮食", r"夏粮", r"秋粮"),
    (r"(?:规模以上|规上)?工业", r"轻工业", r"重工业"),
    (r"常住人口|(?:大陆)?总人口|全[省市县国]人口|人口", r"城镇(?:常住)?人口|城镇", r"(?:农村|乡村)(?:常住)?人口|农村|乡村"),
)


def complete(figures: Figures, wanted: list[str]) -> None:
    """Wholes that everybody knows to be the sum of two parts, where all three are spoken of."""
    for whole, one, other in _WHOLES:
        found = [
            [name for name in figures.names if patterns.match(rf"(?:货物|商品|对外|外贸)?(?:{each})(?![出进]口)", name)]
            or [name for name in wanted if patterns.match(rf"(?:货物|商品|对外|外贸)?(?:{each})(?![出进]口)", name)]
            for each in (whole, one, other)
        ]
        keys = [next((name for name in each if name), None) for each in found]
        if any(
            name not in figures.names and any(each.endswith(str(name)) and each not in keys for each in figures.names)
            for name in keys
            if name
        ):
            continue  # told with a word before it: `华东粮食产量`
        if one == "夏粮" and any("早稻" in name for name in figures.names):
            continue  # a third part
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
    _industries(figures, wanted)
    _quarters(figures, wanted)
    _price_and_count(figures, wanted)
    _mean_of_rates(figures)
    _exhausted(figures)
    if figures.rest:
        # What is left when all the other parts of a whole are gone.
        for whole, parts in figures.parts.items():
            for year in {at for each, at in figures.told if each == figures.rest}:
                figures.relations.equal(figures.at(whole, year), total(*(figures.at(each, year) for each in (*parts, figures.rest))))
    if "总量" in figures.names:
        # A share of what is not said is one of the whole that its parts make up.
        sums = [name for name in figures.names if name == "GDP" or patterns.match(r"职工|员工|学生|总人数|总人口", name)]
        if len(sums) == 1:
            for year in {year for _, year in figures.told}:
                figures.relations.equal(figures.at("总量", year), figures.at(sums[0], year))
    out, into = (
        next((name for name in figures.names if patterns.fullmatch(f"(?:货物|商品|外贸|贸易)?{each}(?:总?额|总值)?", name)), None)
        for each in ("出口", "进口")
    )
    _profit(figures, wanted)
    surplus = next((name for name in wanted if patterns.fullmatch("(?:贸易|外贸)?顺差(?:额)?", name)), None)
    if out and into and surplus:
        figures.names.append(surplus)
        figures.units.setdefault(surplus, figures.units.get(out, ""))
        for year in {at - back for _, at in figures.told for back in (0, 1)}:
            figures.relations.equal(figures.at(surplus, year), minus(figures.at(out, year), figures.at(into, year)))
        figures.lines.append("顺差 = 出口 − 进口")


_PRICE = re.compile("单价|票价|均价|价格?$|价格")
_COUNT = re.compile("销量|销售量|客流量?|游客量|游客数|人数|人次|件数|数量|产量|量$")


def _price_and_count(figures: Figures, wanted: list[str]) -> None:
    """What is taken is the price times how many are sold: it grows by both rates."""
    taken = [name for name in dict.fromkeys(wanted) if patterns.search("收入|销售额|营业额|交易额|金额|总额|产值", name)]
    if len(figures.rates) != 2 or len(taken) != 1 or taken[0] in figures.names:
        return
    ((one, year), first), ((other, at), second) = figures.rates.items()
    kinds = [(_PRICE.search(name) is not None, _COUNT.search(name) is not None) for name in (one, other)]
    if year != at or sorted(kinds) != [(False, True), (True, False)]:
        return
    figures.names.append(taken[0])
    factor = (1 + first / 100) * (1 + second / 100)
    figures.relations.equal(figures.at(taken[0], year), times(factor, figures.at(taken[0], year - 1)))
    figures.lines.append(f"{taken[0]} = {one} × {other}")


def _mean_of_rates(figures: Figures) -> None:
    """A mean that is told of one year follows its total and how many there are to the next."""
    means = [name for name in figures.names if patterns.match("人均|户均|平均每", name) and any(each == name for each, _ in figures.valued)]
    if len(means) != 1 or len(figures.rates) != 2 or any(name == means[0] for name, _ in figures.rates):
        return
    ((one, year), first), ((other, at), second) = figures.rates.items()
    heads = re.compile("人口|人数|户数|户$")
    if year != at or (heads.search(one) is None) == (heads.search(other) is None):
        return
    above, below = (first, second) if heads.search(other) else (second, first)
    what = patterns.sub("^(?:人均|户均|平均每[人户])", "", means[0])
    total_name = one if heads.search(other) else other
    if not (set(patterns.sub("[总额量的]", "", what)) <= set(total_name)):
        return
    factor = (1 + above / 100) / (1 + below / 100)
    figures.relations.equal(figures.at(means[0], year), times(factor, figures.at(means[0], year - 1)))
    figures.lines.append(f"{means[0]} = {total_name} ÷ {one if total_name == other else other}")


def _profit(figures: Figures, wanted: list[str]) -> None:
    """Profit is what comes in less what it has cost."""
    profit = next((name for name in wanted if patterns.fullmatch("(?:总|净)?利润(?:总额)?", name) and name not in figures.names), None)
    comes = [name for name in figures.names if patterns.search("收入$|销售额$|营业额$|营收$", name)]
    costs = [name for name in figures.names if patterns.search("成本$|支出$|总成本$", name)]
    if profit is None or len(comes) != 1 or len(costs) != 1:
        return
    figures.names.append(profit)
    figures.units.setdefault(profit, figures.units.get(comes[0], ""))
    for year in {at - back for _, at in figures.told for back in (0, 1)}:
        figures.relations.equal(figures.at(profit, year), minus(figures.at(comes[0], year), figures.at(costs[0], year)))
    figures.lines.append(f"{profit} = {comes[0]} − {costs[0]}")


def _quarters(figures: Figures, wanted: list[str]) -> None:
    """The four quarters make up the year."""
    found = {
        match["which"]: match for name in figures.names if (match := patterns.fullmatch(r"第?(?P<which>[一二三四])季度(?P<what>.*)", name))
    }
    whole = next((name for name in (*figures.names, *wanted) if patterns.match("全年", name)), None)
    if len(found) != 4 or len({match["what"] for match in found.values()}) != 1 or whole is None:
        return
    parts = [match[0] for match in found.values()]
    if whole not in figures.names:
        figures.names.append(whole)
        figures.units.setdefault(whole, figures.units.get(parts[0], ""))
    for year in {at for _, at in figures.told}:
        figures.relations.equal(figures.at(whole, year), total(*(figures.at(name, year) for name in parts)))
    figures.lines.append(f"{whole} = 四个季度之和")


def _exhausted(figures: Figures) -> None:
    """Parts that add up to their whole in one year are all its parts: they do so in the year before, too."""
    for whole in set(figures.within.values()):
        parts = [part for part, of in figures.within.items() if of == whole and (part, figures.latest) in figures.valued]
        if len(parts) < 2 or (whole, figures.latest) not in figures.valued:
            continue
        if figures.relations.ratio(figures.at(whole, figures.latest), total(*(figures.at(part, figures.latest) for part in parts))) != 1:
            continue
        before = figures.latest - 1
        sum_of_parts = total(*(figures.at(part, before) for part in parts))
        if figures.relations.ratio(figures.at(whole, before), sum_of_parts) is None:
            figures.relations.equal(figures.at(whole, before), sum_of_parts)
            figures.lines.append(f"{whole} = {' + '.join(parts)}")


def _industries(figures: Figures, wanted: list[str]) -> None:
    """The three industries make up the GDP, and any other figure that is told of all three."""
    found = [
        patterns.fullmatch(r"第?(?P<which>[一二三])(?:次)?产业(?P<what>[^\d]*)", name) for name in dict.fromkeys((*figures.names, *wanted))
    ]
    parts: dict[str, str] = {}
    for match in found:
        if match and parts.get(match["which"], match[0]) != match[0]:
            parts[match["which"]] = min(parts[match["which"]], match[0], key=lambda name: name not in figures.names)
        elif match:
            parts[match["which"]] = match[0]
    if len(parts) != 3:
        return
    whole = "GDP" if "GDP" in (*figures.names, *wanted) else figures.among
    whole = whole or next((name for name in wanted if patterns.search("总|合计|全", name) and name not in figures.names), None)
    if whole is None or (
        any(name == whole for name, _ in figures.valued)
        and all((name, year) in figures.valued for name in parts.values() for _, year in figures.valued)
    ):
        return
    for name in (*parts.values(), whole):
        if name not in figures.names:
            figures.names.append(name)
        figures.units.setdefault(name, next((figures.units[each] for each in (*parts.values(), whole) if each in figures.units), ""))
    for year in {year for _, year in figures.told} | {year - 1 for _, year in figures.told}:
        sum_of_parts = total(*(figures.at(name, year) for name in parts.values()))
        ratio = figures.relations.ratio(figures.at(whole, year), sum_of_parts) if figures.relations.reduced(sum_of_parts) else None
        if ratio is None or abs(ratio - 1) > Fraction(1, 200):
            figures.relations.equal(figures.at(whole, year), sum_of_parts)
    figures.lines.append(f"{whole} = 三次产业之和")
