"""Growth in data analysis: rates, base figures, increases, the rate over two years, of a whole from its parts, and the yearly mean.

Rate = increase / base; base = now / (1 + r); increase = now · r / (1 + r); over two periods r1 + r2 + r1·r2. Rounded at the end only.
"""

from __future__ import annotations

from fractions import Fraction

from engine.drawings.model import Bar, Bars, Drawing
from engine.generators.chance import Chance
from engine.generators.civil._statistics.growth_rate import base_of as base_of
from engine.generators.civil._statistics.growth_rate import growth as growth
from engine.generators.civil._statistics.growth_rate import increase_of as increase_of
from engine.generators.civil._statistics.growth_rate import of_whole as of_whole
from engine.generators.civil._statistics.growth_rate import over_two as over_two
from engine.generators.civil._statistics.growth_rate_solving import SOLVER
from engine.generators.civil._statistics.made_up import PLACES, SUBJECTS, apart, figure, one_decimal, rate
from engine.generators.kind import Generated, Kind
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal

RATE_POINT = "data.growth.growth-rate"
BASE_POINT = "data.growth.base-period"
AMOUNT_POINT = "data.growth.growth-amount"
INTERVAL_POINT = "data.growth.interval-growth"


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    year = chance.between(2016, 2024)
    place, subject = chance.choice(PLACES), chance.choice(SUBJECTS)
    first_half = chance.one_in(2)
    if difficulty == 1:
        return _rate(chance, year, place, subject) if first_half else _from_increase(chance, year, place, subject)
    if difficulty == 2:
        return _base(chance, year, place, subject) if first_half else _increase(chance, year, place, subject)
    return _over_two(chance, year, place, subject) if first_half else _whole(chance, year, place)


def _percent(value: Fraction) -> str:
    return f"{one_decimal(value)}%"


def _billion(value: Fraction) -> str:
    return f"{one_decimal(value)} 亿元"


def _drawing(year: int, before: Fraction, now: Fraction) -> Drawing:
    bars = (Bar(f"{year - 1} 年", float(before), one_decimal(before)), Bar(f"{year} 年", float(now), one_decimal(now), "new"))
    return Bars(title="基期与现期（亿元）", bars=bars)


def _rate(chance: Chance, year: int, place: str, subject: str) -> Generated | None:
    before, percent = figure(chance, 200, 6000), rate(chance, 4, 45)
    now = Fraction(int(before * (100 + percent) / 10), 10)
    right = growth(before, now)
    more = now - before
    candidates = [
        (more * 100 / now, "除以了现期量，应当除以基期量"),
        (right + 10, "最高位算错"),
        (before * 100 / now, "算成了基期量与现期量之比"),
        (more * 100 / (before + now), "除以了两年之和"),
        (right - 10 if right > 12 else right * 2, "最高位算错"),
        (right + 3, "估算偏大"),
        (right - 3, "估算偏小"),
        (right * Fraction(6, 5), "估算偏大"),
        (right * Fraction(4, 5), "估算偏小"),
    ]
    return Generated(
        point=RATE_POINT,
        stem=f"{year} 年{place}{subject}为 {one_decimal(now)} 亿元，上年为 {one_decimal(before)} 亿元，则 {year} 年{place}{subject}的同比增长率约为",
        right=_percent(right),
        wrong=apart(right, candidates, _percent),
        steps=paragraphs(
            f"增长量为 {one_decimal(now)} − {one_decimal(before)} = {one_decimal(more)} 亿元，基期量是上年的 {one_decimal(before)} 亿元。",
            f"增长率 = 增长量 ÷ 基期量，{one_decimal(more)} ÷ {one_decimal(before)} ≈ {_percent(right)}",
        ),
        parameters={"task": "rate", "before": str(before), "now": str(now)},
        drawing=_drawing(year, before, now),
    )


def _from_increase(chance: Chance, year: int, place: str, subject: str) -> Generated | None:
    now, percent = figure(chance, 300, 6000), rate(chance, 4, 40)
    more = Fraction(int(increase_of(now, percent) * 10), 10)
    before = now - more
    right = more * 100 / before
    candidates = [
        (more * 100 / now, "除以了现期量，应当先减去增长量"),
        (more * 100 / (now + more), "基期量算成了现期量加增长量"),
        (right + 10, "最高位算错"),
        (right - 10, "最高位算错"),
        (right + 3, "估算偏大"),
        (right - 3, "估算偏小"),
        (right * Fraction(6, 5), "估算偏大"),
        (right * Fraction(4, 5), "估算偏小"),
    ]
    return Generated(
        point=RATE_POINT,
        stem=f"{year} 年{place}{subject}为 {one_decimal(now)} 亿元，比上年增加 {one_decimal(more)} 亿元，则 {year} 年{place}{subject}的同比增长率约为",
        right=_percent(right),
        wrong=apart(right, candidates, _percent),
        steps=paragraphs(
            f"基期量为 {one_decimal(now)} − {one_decimal(more)} = {one_decimal(before)} 亿元。",
            f"增长率为 {one_decimal(more)} ÷ {one_decimal(before)} ≈ {_percent(right)}",
        ),
        parameters={"task": "rate-from-increase", "now": str(now), "more": str(more)},
        drawing=_drawing(year, before, now),
    )


def _change(chance: Chance) -> tuple[Fraction, str, str]:
    """A rate of growth or decline, how it is told, and `1 + 8.5%`."""
    percent = rate(chance, 3, 35)
    if chance.one_in(3):
        return -percent, f"同比下降 {one_decimal(percent)}%", f"1 − {one_decimal(percent)}%"
    return percent, f"同比增长 {one_decimal(percent)}%", f"1 + {one_decimal(percent)}%"


def _base(chance: Chance, year: int, place: str, subject: str) -> Generated | None:
    now = figure(chance, 200, 8000)
    percent, told, factor = _change(chance)
    right = base_of(now, percent)
    candidates = [
        (now * (1 - percent / 100), "用现期量乘以 (1 − 增长率)，应当除以 (1 + 增长率)"),
        (now * (1 + percent / 100), "现期量乘以了 (1 + 增长率)"),
        (now / (1 - percent / 100), "增长和下降弄反了"),
        (abs(now - right), "算成了增长量"),
        (right * Fraction(11, 10), "估算偏大"),
        (right * Fraction(9, 10), "估算偏小"),
        (right * Fraction(26, 25), "估算偏大"),
        (right * Fraction(24, 25), "估算偏小"),
    ]
    return Generated(
        point=BASE_POINT,
        stem=f"{year} 年{place}{subject}为 {one_decimal(now)} 亿元，{told}，则 {year - 1} 年{place}{subject}约为",
        right=_billion(right),
        wrong=apart(right, candidates, _billion),
        steps=paragraphs(
            "基期量 = 现期量 ÷ (1 + 增长率)，下降时增长率为负。",
            f"{one_decimal(now)} ÷ ({factor}) ≈ {one_decimal(right)}，即约 {_billion(right)}",
        ),
        parameters={"task": "base", "now": str(now), "percent": str(percent)},
    )


def _increase(chance: Chance, year: int, place: str, subject: str) -> Generated | None:
    now, percent = figure(chance, 200, 8000), rate(chance, 4, 40)
    right = increase_of(now, percent)
    share = 100 / percent
    candidates = [
        (now * percent / 100, "用现期量直接乘以增长率"),
        (now / (1 + percent / 100), "算成了基期量"),
        (now * percent / (100 - percent), "分母写成了 1 − 增长率"),
        (now / round(share), "百化分后没有加 1"),
        (right * Fraction(11, 10), "估算偏大"),
        (right * Fraction(9, 10), "估算偏小"),
        (right * Fraction(6, 5), "估算偏大"),
        (right * Fraction(4, 5), "估算偏小"),
    ]
    r = one_decimal(percent)
    return Generated(
        point=AMOUNT_POINT,
        stem=f"{year} 年{place}{subject}为 {one_decimal(now)} 亿元，同比增长 {r}%，则 {year} 年{place}{subject}比上年约增加",
        right=_billion(right),
        wrong=apart(right, candidates, _billion),
        steps=paragraphs(
            "增长量 = 现期量 ÷ (1 + 增长率) × 增长率。",
            f"{one_decimal(now)} ÷ (1 + {r}%) × {r}% ≈ {one_decimal(right)}，即约 {_billion(right)}",
        ),
        parameters={"task": "increase", "now": str(now), "percent": str(percent)},
    )


def _over_two(chance: Chance, year: int, place: str, subject: str) -> Generated | None:
    now = figure(chance, 500, 8000)
    latest, _, _ = _change(chance)
    earlier, _, _ = _change(chance)
    right = over_two(latest, earlier)
    ask_base = chance.one_in(2)
    if right < 5 or abs(latest * earlier) < 150:
        return None

    def told(percent: Fraction) -> str:
        return f"{'增长' if percent > 0 else '下降'} {one_decimal(abs(percent))}%"

    product: Fraction = latest * earlier / 100
    sum_ = f"{one_decimal(latest)}% {'+' if earlier > 0 else '−'} {one_decimal(abs(earlier))}% {'+' if product > 0 else '−'} {one_decimal(abs(latest))}% × {one_decimal(abs(earlier))}%"
    sum_ = sum_.replace("-", "−")
    how = f"间隔增长率 = r1 + r2 + r1 × r2：{sum_} ≈ {_percent(right)}"
    if ask_base:
        base = base_of(now, right)
        candidates = [
            (base_of(now, latest), "只推了一年"),
            (base_of(now, latest + earlier), "两年的增长率直接相加"),
            (now * (1 - right / 100), "用现期量乘以了 (1 − 增长率)"),
            (base_of(now, earlier), "用错了一年的增长率"),
            (base_of(base, latest), "多推了一年"),
            (base * Fraction(21, 20), "估算偏大"),
            (base * Fraction(19, 20), "估算偏小"),
            (base * Fraction(11, 10), "估算偏大"),
            (base * Fraction(9, 10), "估算偏小"),
        ]
        return Generated(
            point=INTERVAL_POINT,
            stem=f"{year} 年{place}{subject}为 {one_decimal(now)} 亿元，同比{told(latest)}，上年同比{told(earlier)}，则 {year - 2} 年{place}{subject}约为",
            right=_billion(base),
            wrong=apart(base, candidates, _billion),
            steps=paragraphs(how + "。", f"{one_decimal(now)} ÷ (1 + {decimal(right, 4)}%) ≈ {one_decimal(base)}，即约 {_billion(base)}"),
            parameters={"task": "base-two-years", "now": str(now), "latest": str(latest), "earlier": str(earlier)},
        )
    rates = [
        (latest + earlier, "两年的增长率直接相加"),
        (latest + earlier - product, "交叉项加减弄反了"),
        (latest, "只算了一年"),
        (earlier, "只算了上年"),
        (right / 2, "除以了 2，算成了年均"),
        (right + 2, "估算偏大"),
        (right - 2, "估算偏小"),
        (right + 5, "估算偏大"),
        (right - 4, "估算偏小"),
    ]
    return Generated(
        point=INTERVAL_POINT,
        stem=f"{year} 年{place}{subject}同比{told(latest)}，上年同比{told(earlier)}，则 {year} 年{place}{subject}与 {year - 2} 年相比约增长",
        right=_percent(right),
        wrong=apart(right, rates, _percent),
        steps=paragraphs("隔一年比较，不能只把增长率相加，还要加上交叉项。", how),
        parameters={"task": "two-years", "latest": str(latest), "earlier": str(earlier)},
    )


def _whole(chance: Chance, year: int, place: str) -> Generated | None:
    """A whole's rate from its parts'."""
    whole, one, other = chance.choice(
        (
            ("进出口总额", "出口额", "进口额"),
            ("粮食产值", "夏粮产值", "秋粮产值"),
            ("全年销售额", "上半年销售额", "下半年销售额"),
            ("旅游总收入", "国内旅游收入", "入境旅游收入"),
        )
    )
    now = (figure(chance, 300, 5000), figure(chance, 300, 5000))
    rates = (rate(chance, 2, 40), rate(chance, 2, 40))
    right = of_whole(now, rates)
    low, high = min(rates), max(rates)
    if high - low < 8 or not Fraction(1, 4) < now[0] / now[1] < 4 or abs(right - sum(rates, Fraction(0)) / 2) < 1:
        return None
    candidates = [
        (sum(rates, Fraction(0)) / 2, "两个增长率直接取平均"),
        (sum(rates, Fraction(0)), "两个增长率相加"),
        ((now[1] * rates[0] + now[0] * rates[1]) / sum(now), "两部分的比重用反了"),
        (high + 2, "混合后的增长率应当在两者之间"),
        (low - 1, "混合后的增长率应当在两者之间"),
        (low + (right - low) / 2, "偏向了增长慢的一部分"),
        (high - (high - right) / 2, "偏向了增长快的一部分"),
    ]
    bases = [base_of(part, percent) for part, percent in zip(now, rates, strict=True)]
    return Generated(
        point=INTERVAL_POINT,
        stem=(
            f"{year} 年{place}{one}为 {one_decimal(now[0])} 亿元，同比增长 {one_decimal(rates[0])}%；{other}为 {one_decimal(now[1])} 亿元，同比增长 {one_decimal(rates[1])}%。"
            f"{whole}由这两部分构成，则 {year} 年{place}{whole}的同比增长率约为"
        ),
        right=_percent(right),
        wrong=apart(right, candidates, _percent),
        steps=paragraphs(
            "整体的增长率在两部分之间，靠近基期量大的一部分；准确值要用基期量算。",
            f"{one}的基期量 {one_decimal(now[0])} ÷ (1 + {one_decimal(rates[0])}%) ≈ {one_decimal(bases[0])}，{other}的基期量 {one_decimal(now[1])} ÷ (1 + {one_decimal(rates[1])}%) ≈ {one_decimal(bases[1])}。",
            f"整体从 {one_decimal(sum(bases, Fraction(0)))} 增长到 {one_decimal(sum(now, Fraction(0)))}，增长率约为 {_percent(right)}",
        ),
        parameters={"task": "whole", "now": [str(part) for part in now], "rates": [str(percent) for percent in rates]},
    )


KIND = Kind(
    name="growth-rate",
    title="增长率与增长量",
    points=(RATE_POINT, BASE_POINT, AMOUNT_POINT, INTERVAL_POINT),
    versions={1: _write},
    solver=SOLVER,
)
