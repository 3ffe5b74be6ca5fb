"""Reading and solving growth: rate, base, increase, over two years, of a whole and of its parts, yearly mean, years ahead."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators.civil._growth_rate import base_of, growth, increase_of, of_whole, over_two
from engine.generators.civil._relations import solution
from engine.generators.civil._report import (
    NAME_ASKED,
    PLACE,
    SINCE,
    UNIT,
    WORDS,
    YEAR_ASKED,
    Item,
    Report,
    plain_name,
    read_report,
    with_years,
    year_name,
)
from engine.generators.civil._statistics import one_decimal
from engine.generators.civil._statistics_reading import read_growth
from engine.generators.civil._story import NUMBER, Story, in_turn, one_reading
from engine.generators.kind import Parameters, Recognition, Solution, Solver
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, is_exact
from engine.generators.reading import stay_out

_REFUSED = r"环比|百分点(?!\ue000)|人均|平均(?!增)|倍|翻|累计|拉动|贡献|最|预计|目标|可比价|扣除|名义|实际|顺差|逆差|占|比重|间隔"
_RATE_WORD = r"(?:同比)?(?:增长率|增速|增幅|增长速度)"


def _close(report: Report) -> None:
    report.story.finish(WORDS)


def _one_thing(text: str) -> Recognition | None:
    """One figure: its rate, its base (one or two years back) or its increase."""
    report = read_report(text)
    story = report.story
    story.refuse(_REFUSED.replace("人均|", "") + r"|月|季度|半年|年均|按.{0,4}增速|保持")
    asks_two = story.take(
        rf"(?:(?P<year>20\d\d)年)?(?P<name>{NAME_ASKED})?(?:与|比|较|相比|和)(?P<base>20\d\d)年(?:相比|同期)?(?:相比)?,?(?:约)?(?:增长|上升|增)?(?:了)?(?:的)?{_RATE_WORD}?(?:约)?(?:为|是)?(?:增长|增长了|约增长)?多少%?"
    )
    asks_rate = (
        None
        if asks_two
        else story.take(
            rf"(?:(?:(?P<year>20\d\d)年|(?P<last>(?:去年|上年)(?:同期)?)),?)?(?P<name>{NAME_ASKED})?(?:的)?(?:{_RATE_WORD}(?:约)?(?:为|是)?多少%?|(?:{SINCE})(?:约)?(?:增长|上升|增加)(?:了)?(?:约)?多少%|(?:{SINCE})(?:约)?(?:增长|上升)(?:约)?(?:了)?多少(?=[?。]?$))"
        )
    )
    asks_more = (
        None
        if asks_two or asks_rate
        else story.take(
            rf"(?:(?P<year>20\d\d)年,?)?(?P<name>{NAME_ASKED})?(?:(?:{SINCE}|[比较](?P<base>20\d\d)年)(?:约)?(?:增加|增长|多|增长了|增加了)(?:了)?(?:约)?(?:额|量)?(?:为|是)?多少(?P<unit>{UNIT})?|(?:的)?(?:同比)?(?:增长量|增量|增加额|增长额)(?:约)?(?:为|是)?多少(?P<unit2>{UNIT})?)"
        )
    )
    asks_base = (
        None
        if asks_two or asks_rate or asks_more
        else story.take(rf"{YEAR_ASKED},?(?P<name>{NAME_ASKED})?(?:大?约)?(?:为|是|有)?多少(?P<unit>{UNIT})?")
    )
    _close(report)
    names = {item.name for item in report.items}
    if not report.items or len(names) != 1 or report.now is None:
        return None
    asked = asks_two or asks_rate or asks_more or asks_base
    if asked is None:
        return None
    (name,) = names
    if asked["name"] and (wanted := plain_name(asked["name"])) and not (wanted in name or name in wanted):
        stay_out(f"{wanted} is not {name}")
    latest = max(item.year or 0 for item in report.items)
    by_year = {item.year: item for item in report.items}
    if len(by_year) != len(report.items) or latest == 0:
        return None
    now, before = by_year[latest], by_year.get(latest - 1)
    if set(by_year) - {latest, latest - 1}:
        return None
    stated = int(asked["year"]) if asked.groupdict().get("year") else None
    understood = [(year_name(item.year), _told(item)) for item in report.items]
    # The rate a year earlier: told, or by the percentage points it has changed.
    earlier = (
        before.rate
        if before and before.rate is not None
        else now.rate - now.points
        if now.rate is not None and now.points is not None
        else None
    )
    both_told = before is not None and before.rate is not None and now.points is not None
    if both_told:
        return None
    if asks_two:
        if (
            int(asks_two["base"]) != latest - 2
            or stated not in (None, latest)
            or now.rate is None
            or earlier is None
            or now.more is not None
        ):
            return None
        if now.value is not None and before is not None and before.value is not None:
            return None
        return Recognition(
            parameters={"task": "two-years", "latest": str(now.rate), "earlier": str(earlier)},
            understood=(*understood, ("求", "两年的增长率")),
        )
    if asks_rate:
        if (stated == latest - 1 or asks_rate["last"]) and now.points is not None and now.rate is not None and before is None:
            return Recognition(
                parameters={"task": "given", "value": str(now.rate - now.points), "unit": "%"},
                understood=(*understood, ("求", "上年的增长率")),
            )
        if asks_rate["last"] or stated not in (None, latest) or now.rate is not None or now.value is None or now.points is not None:
            return None
        if (before is None) == (now.more is None) or (
            before is not None and (before.value is None or before.unit != now.unit or before.rate is not None)
        ):
            return None
        base = before.value if before else now.value - (now.more or 0)
        if base is None or base <= 0:
            stay_out("base")
        return Recognition(
            parameters={"task": "rate", "before": str(base), "now": str(now.value), "unit": now.unit},
            understood=(*understood, ("求", "增长率")),
        )
    if now.value is None or now.rate is None or now.rate <= -100 or now.more is not None or (before and before.value is not None):
        return None
    unit = asked.groupdict().get("unit") or asked.groupdict().get("unit2") or now.unit
    if unit != now.unit:
        stay_out("units")
    if asks_more:
        if now.rate < 0 or earlier is not None or stated not in (None, latest) or asked["base"] not in (None, str(latest - 1)):
            return None
        return Recognition(
            parameters={"task": "increase", "now": str(now.value), "percent": str(now.rate), "unit": now.unit},
            understood=(*understood, ("求", "增长量")),
        )
    year = stated if stated is not None else latest - 1
    if year == latest - 1 and earlier is None:
        return Recognition(
            parameters={"task": "base", "now": str(now.value), "percent": str(now.rate), "unit": now.unit},
            understood=(*understood, ("求", "上年的数")),
        )
    if year == latest - 2 and earlier is not None and stated:
        return Recognition(
            parameters={"task": "base-two", "now": str(now.value), "latest": str(now.rate), "earlier": str(earlier), "unit": now.unit},
            understood=(*understood, ("求", f"{year} 年的数")),
        )
    return None


def _told(item: Item) -> str:
    parts = []
    if item.value is not None:
        parts.append(f"{decimal(item.value, 4)} {item.unit}")
    if item.rate is not None:
        parts.append(f"{'增长' if item.rate >= 0 else '下降'} {decimal(abs(item.rate), 4)}%")
    if item.points is not None:
        parts.append(f"增速{'提高' if item.points >= 0 else '回落'} {decimal(abs(item.points), 4)} 个百分点")
    if item.more is not None:
        parts.append(f"增加 {decimal(item.more, 4)} {item.unit}")
    if item.share is not None:
        parts.append(f"占 {decimal(item.share, 4)}%")
    return f"{item.name} {'，'.join(parts)}"


_WHOLES = (
    ("进出口", "进口", "出口"),
    ("城乡", "城镇", "农村|乡村"),
    ("全年", "上半年", "下半年"),
    ("粮食", "夏粮", "秋粮"),
    ("旅游", "国内旅游", "入境旅游|国际旅游"),
    ("总收入", "线上", "线下"),
    ("工业", "轻工业", "重工业"),
)


def _parts(text: str) -> Recognition | None:
    """A whole's rate from its two parts', or a part's from the whole's and the other part's."""
    report = read_report(text)
    story = report.story
    story.refuse(r"环比|人均|平均|倍|翻|累计|拉动|贡献|最|预计|目标|可比价|扣除|名义|实际|差|占|比重|年均|月|增量")
    asks = story.take(
        rf"(?:(?P<year>20\d\d)年,?)?(?P<name>{NAME_ASKED})(?:的)?(?:{_RATE_WORD}(?:约)?(?:为|是)?多少%?|(?:{SINCE})(?:约)?(?:增长|上升|增加)(?:了)?(?:约)?多少%?)"
    )
    made_of = story.take(r"(?P<whole>[\u4e00-\u9fff]{2,12}?)由这?(?:两|以上两)部分(?:构成|组成)")
    _close(report)
    if (
        asks is None
        or len(report.items) != 2
        or any(item.value is None or item.rate is None or item.points or item.more for item in report.items)
    ):
        return None
    one, other = report.items
    if one.unit != other.unit or (asks["year"] and int(asks["year"]) != one.year) or one.year != other.year:
        return None
    wanted = plain_name(asks["name"])
    assert one.value is not None and one.rate is not None and other.value is not None and other.rate is not None
    whole = next(
        (
            each
            for each in _WHOLES
            if re.search(each[0], wanted) and re.search(each[1], one.name + other.name) and re.search(each[2], one.name + other.name)
        ),
        None,
    )
    summed = made_of is not None and wanted == plain_name(made_of["whole"])
    names = one.name + "," + other.name
    if summed or (whole and wanted not in (one.name, other.name) and "总" not in names and not re.search("进出口", names)):
        return Recognition(
            parameters={"task": "whole", "now": [str(one.value), str(other.value)], "rates": [str(one.rate), str(other.rate)]},
            understood=((one.name, _told(one)), (other.name, _told(other)), ("求", f"{wanted}的增长率")),
        )
    # The whole first, one part, and the other part asked.
    pair = re.search("进出口", one.name) and {("出口", "进口"), ("进口", "出口")} & {
        (re.sub("额|总额|值|货物|商品|贸易", "", other.name), re.sub("额|总额|值|货物|商品|贸易", "", wanted))
    }
    if not pair or one.value <= other.value:
        return None
    rest_base = base_of(one.value, one.rate) - base_of(other.value, other.rate)
    if rest_base <= 0:
        stay_out("numbers")
    return Recognition(
        parameters={"task": "rest", "now": [str(one.value), str(other.value)], "rates": [str(one.rate), str(other.rate)]},
        understood=((one.name, _told(one)), (other.name, _told(other)), ("求", f"{wanted}的增长率")),
    )


def _mean(text: str) -> Recognition | None:
    """The yearly mean rate between two years, or the figure so many years ahead."""
    story = Story(text)
    with_years(story)
    story.refuse(r"环比|百分点|人均|倍|翻|累计|拉动|贡献|最|占|比重|同比")
    asks_mean = story.take(
        rf"(?:(?:从)?(?P<from>20\d\d)年?(?:[~—-]|至|到)(?P<to>20\d\d)年(?:间|期间|之间)?,?)?(?:{PLACE})?(?P<name>{NAME_ASKED})?(?:的)?(?:年均增长率|年平均增长率|年均增速|年均增长(?:约)?|平均每年增长|平均每年的增长率)(?:约)?(?:为|是)?多少%?"
    )
    every = story.take(
        rf"(?:若|如果|假设|按照?)?(?:此后|以后|今后|未来|之后|往后)?(?:每年|年均|每年均|逐年)(?:均|都)?(?:保持|以|按|按照)*(?:同比)?(?:增长率?|增速)?(?:为|是)?(?P<value>{NUMBER})%(?:的)?(?:增长速度|增速|增长率|速度)?(?:增长|递增)?(?:不变)?|(?:若|如果)?(?:此后|以后|今后|未来)?(?:每年|年均)(?:均|都)?(?:增长|递增)(?P<value2>{NUMBER})%"
    )
    figures = story.take_all(
        rf"(?P<year>20\d\d)年(?:末|底)?,?(?:{PLACE})?(?P<name>{NAME_ASKED})?(?:约)?(?:为|是|达到?了?|增长到了?|增至|增加到)*(?P<value>{NUMBER})(?P<unit>{UNIT})"
    )
    asks_ahead = story.take(
        rf"(?:到)?(?P<year>20\d\d)年(?:末|底)?,?(?:{PLACE})?(?:的)?(?P<name>{NAME_ASKED})?(?:将|约|会|可|能|将会)*(?:达到?|为|是|有)*多少(?P<unit>{UNIT})?"
    )
    story.take_all(r"年份?|增长")
    story.finish(WORDS)
    if asks_mean:
        if len(figures) != 2 or every or asks_ahead or figures[0]["unit"] != figures[1]["unit"]:
            return None
        start, end = int(figures[0]["year"]), int(figures[1]["year"])
        if end < start:
            figures.reverse()
            start, end = end, start
        if end - start < 2 or (asks_mean["from"] and (start, end) != (int(asks_mean["from"]), int(asks_mean["to"]))):
            return None
        one, other = (plain_name(each["name"] or "") for each in figures)
        if other and one != other:
            return None
        return Recognition(
            parameters={"task": "mean", "start": figures[0]["value"], "end": figures[1]["value"], "years": end - start},
            understood=(
                (f"{start} 年", figures[0]["value"] + " " + figures[0]["unit"]),
                (f"{end} 年", figures[1]["value"] + " " + figures[1]["unit"]),
                ("求", f"{end - start} 年的年均增长率"),
            ),
        )
    if not asks_ahead or not every or len(figures) != 1:
        return None
    years = int(asks_ahead["year"]) - int(figures[0]["year"])
    if not 1 <= years <= 20 or (asks_ahead["unit"] or figures[0]["unit"]) != figures[0]["unit"]:
        return None
    if (
        asks_ahead["name"]
        and (wanted := plain_name(asks_ahead["name"]))
        and figures[0]["name"]
        and wanted not in plain_name(figures[0]["name"])
        and plain_name(figures[0]["name"]) not in wanted
    ):
        return None
    return Recognition(
        parameters={
            "task": "ahead",
            "start": figures[0]["value"],
            "percent": every["value"] or every["value2"],
            "years": years,
            "unit": figures[0]["unit"],
        },
        understood=(
            (f"{figures[0]['year']} 年", figures[0]["value"] + " " + figures[0]["unit"]),
            ("每年增长", f"{every['value'] or every['value2']}%"),
            ("求", f"{asks_ahead['year']} 年的数"),
        ),
    )


def _solve(parameters: Parameters) -> Solution:
    if parameters["task"] == "relations":
        return solution(parameters)
    task, unit = parameters["task"], parameters.get("unit", "%")
    steps: list[str]
    if task == "rate":
        before, now = Fraction(parameters["before"]), Fraction(parameters["now"])
        value, unit = growth(before, now), "%"
        if value < 0:
            stay_out("a decline")
        steps = [f"增长率 = 增长量 ÷ 基期量：({decimal(now, 4)} − {decimal(before, 4)}) ÷ {decimal(before, 4)} ≈ {decimal(value)}%。"]
    elif task == "given":
        value = Fraction(parameters["value"])
        steps = [f"上年的增速 = 今年的增速 − 变化的百分点，是 {decimal(value)}%。"]
    elif task in ("base", "increase"):
        now, percent = Fraction(parameters["now"]), Fraction(parameters["percent"])
        factor = f"(1 {'+' if percent >= 0 else '−'} {decimal(abs(percent), 4)}%)"
        if task == "base":
            value = base_of(now, percent)
            steps = [f"基期量 = 现期量 ÷ (1 + 增长率)：{decimal(now, 4)} ÷ {factor} ≈ {decimal(value)}。"]
        else:
            value = increase_of(now, percent)
            steps = [f"增长量 = 现期量 ÷ (1 + 增长率) × 增长率：{decimal(now, 4)} ÷ {factor} × {decimal(percent, 4)}% ≈ {decimal(value)}。"]
    elif task in ("two-years", "base-two"):
        latest, earlier = Fraction(parameters["latest"]), Fraction(parameters["earlier"])
        value = over_two(latest, earlier)
        steps = [f"间隔增长率 = r1 + r2 + r1 × r2，r1 为 {decimal(latest, 4)}%，r2 为 {decimal(earlier, 4)}%，约为 {decimal(value)}%。"]
        if task == "base-two":
            value = base_of(Fraction(parameters["now"]), value)
            steps.append(f"两年前的数 = 现期量 ÷ (1 + 间隔增长率)，约为 {decimal(value)}。")
        elif value < 0:
            stay_out("a decline")
    elif task in ("whole", "rest"):
        first, second = (Fraction(each) for each in parameters["now"])
        one, other = (Fraction(each) for each in parameters["rates"])
        bases = [base_of(first, one), base_of(second, other)]
        if task == "whole":
            value = of_whole((first, second), (one, other))
            steps = [
                f"两部分的基期量约为 {decimal(bases[0])} 和 {decimal(bases[1])}，整体从 {decimal(sum(bases, Fraction(0)))} 增长到 {decimal(first + second)}。"
            ]
        else:
            value = growth(bases[0] - bases[1], first - second)
            steps = [
                f"整体和这一部分的基期量约为 {decimal(bases[0])} 和 {decimal(bases[1])}，另一部分从 {decimal(bases[0] - bases[1])} 变为 {decimal(first - second)}。"
            ]
        if value < 0:
            stay_out("a decline")
        steps.append(f"增长率约为 {decimal(value)}%。")
    elif task == "mean":
        start, end, years = Fraction(parameters["start"]), Fraction(parameters["end"]), parameters["years"]
        if end <= start:
            stay_out("a decline")
        value = _yearly_mean(start, end, years)
        steps = [f"(1 + 年均增长率)^{years} = {decimal(end, 4)} ÷ {decimal(start, 4)}，年均增长率约为 {decimal(value)}%。"]
    else:
        start, percent, years = Fraction(parameters["start"]), Fraction(parameters["percent"]), parameters["years"]
        value = start * (1 + percent / 100) ** years
        steps = [f"{decimal(start, 4)} × (1 + {decimal(percent, 4)}%)^{years} ≈ {decimal(value)}。"]
    joined = f"{decimal(value)}{'' if unit == '%' else ' '}{unit}"
    rounded = f"{one_decimal(value)}{'' if unit == '%' else ' '}{unit}"
    whole = f"{decimal(value, 0)}{'' if unit == '%' else ' '}{unit}"
    return Solution(
        answer=joined if is_exact(value) else f"约 {joined}",
        also=(joined, rounded, *([whole] if value > 100 else [])),
        steps=paragraphs(*steps),
    )


def _yearly_mean(start: Fraction, end: Fraction, years: int) -> Fraction:
    """The rate in per cent, exact to a hundred-thousandth, by halving."""
    low, high = Fraction(0), end / start
    while high - low > Fraction(1, 10**9):
        middle = (low + high) / 2
        middle = Fraction(round(middle * 10**12), 10**12)
        if start * (1 + middle) ** years <= end:
            low = middle
        else:
            high = middle
    return Fraction(round(high * 10**7), 10**5)


SOLVER = Solver(
    hint=r"亿|万|人均|同比|占|%|增长|上年|去年|增长率|增速|年均|增长|每年|增了?\d|涨了?\d",
    recognise=in_turn(one_reading(_one_thing, _parts, _mean), read_growth),
    solve=_solve,
)
