"""Shares and means in data analysis: now, a period earlier, and how they change; contribution to growth.

Share now A/B; a period earlier A/B × (1 + b)/(1 + a); change A/B × (a − b)/(1 + a), in percentage points. A mean grows by (a − b)/(1 + b).
Part grows by a, whole by b.
"""

from __future__ import annotations

from fractions import Fraction

from engine.generators.chance import Chance
from engine.generators.civil._statistics.made_up import PLACES, apart, figure, one_decimal, rate
from engine.generators.civil._statistics.share import change_of_share as change_of_share
from engine.generators.civil._statistics.share import earlier_share as earlier_share
from engine.generators.civil._statistics.share import growth_of_mean as growth_of_mean
from engine.generators.civil._statistics.share import share as share
from engine.generators.civil._statistics.share_solving import SOLVER
from engine.generators.kind import Generated, Kind, Wrong
from engine.generators.markdown import paragraphs

SHARE_POINT = "data.share.proportion"
MEAN_POINT = "data.share.average"
CONTRIBUTION_POINT = "data.share.contribution"


# --- questions ---------------------------------------------------------------------------------------------------------------------

_PAIRS = (
    ("高技术产业增加值", "规模以上工业增加值"),
    ("网上零售额", "社会消费品零售总额"),
    ("民间投资", "固定资产投资"),
    ("出口额", "进出口总额"),
    ("税收收入", "一般公共预算收入"),
    ("服务业增加值", "生产总值"),
)
_MEANS = (
    ("粮食产量", "万吨", "播种面积", "万公顷", "单位面积产量"),
    ("快递业务收入", "亿元", "快递业务量", "亿件", "每件快递的平均收入"),
    ("旅游总收入", "亿元", "旅游人数", "万人次", "人均旅游花费"),
)


def _write(chance: Chance, difficulty: int) -> Generated | None:
    year, place = chance.between(2016, 2024), chance.choice(PLACES)
    part_name, whole_name = chance.choice(_PAIRS)
    whole = figure(chance, 800, 9000)
    part = Fraction(int(whole * chance.between(15, 75) / 10), 10)
    part_rate, whole_rate = rate(chance, 2, 30), rate(chance, 2, 25)
    names = (f"{year} 年{place}", part_name, whole_name)
    first_half = chance.one_in(2)
    if difficulty == 1:
        return _now(names, part, whole, part_rate) if first_half else _whole(names, part, whole)
    if abs(part_rate - whole_rate) < 3:
        return None
    if difficulty == 2:
        return _earlier(names, year, part, whole, part_rate, whole_rate) if first_half else _mean(chance, year, place)
    return _change(names, part, whole, part_rate, whole_rate) if first_half else _contribution(names, part, whole, part_rate, whole_rate)


def _percent(value: Fraction) -> str:
    return f"{one_decimal(value)}%"


def _points(value: Fraction) -> str:
    return f"{'上升' if value > 0 else '下降'} {one_decimal(abs(value))} 个百分点"


def _now(names: tuple[str, str, str], part: Fraction, whole: Fraction, part_rate: Fraction) -> Generated | None:
    right = share(part, whole)
    candidates = [
        (share(part / (100 + part_rate) * 100, whole), "分子用了上年的数"),
        (part * 100 / (whole - part), "除以了其余部分，应当除以整体"),
        (100 - right, "算成了其余部分的比重"),
        (part * 100 / (whole + part), "部分又加进了整体"),
        (right + 10, "最高位算错"),
        (right - 10, "最高位算错"),
        (right + 3, "估算偏大"),
        (right - 3, "估算偏小"),
    ]
    wrong = [item for item in apart(right, candidates, _percent) if Fraction(item.text.rstrip("%")) < 100]
    return Generated(
        point=SHARE_POINT,
        stem=f"{names[0]}{names[1]}为 {one_decimal(part)} 亿元，同比增长 {one_decimal(part_rate)}%；{names[2]}为 {one_decimal(whole)} 亿元，则 {names[0]}{names[1]}占{names[2]}的比重约为",
        right=_percent(right),
        wrong=wrong,
        steps=paragraphs(
            "比重 = 部分 ÷ 整体，都用这一年的数，增长率用不着。", f"{one_decimal(part)} ÷ {one_decimal(whole)} ≈ {_percent(right)}"
        ),
        parameters={"task": "share", "part": str(part), "whole": str(whole)},
    )


def _whole(names: tuple[str, str, str], part: Fraction, whole: Fraction) -> Generated | None:
    percent = Fraction(one_decimal(share(part, whole)))
    right = part * 100 / percent

    def show(value: Fraction) -> str:
        return f"{one_decimal(value)} 亿元"

    candidates = [
        (part * percent / 100, "乘以了比重，应当除以比重"),
        (right - part, "算成了其余部分"),
        (part * 100 / (100 - percent), "除以了其余部分的比重"),
        (part * (100 + percent) / 100, "把比重当成了增长率"),
        (right * Fraction(11, 10), "估算偏大"),
        (right * Fraction(9, 10), "估算偏小"),
        (right * Fraction(26, 25), "估算偏大"),
        (right * Fraction(24, 25), "估算偏小"),
    ]
    return Generated(
        point=SHARE_POINT,
        stem=f"{names[0]}{names[1]}为 {one_decimal(part)} 亿元，占{names[2]}的 {one_decimal(percent)}%，则 {names[0]}{names[2]}约为",
        right=show(right),
        wrong=apart(right, candidates, show),
        steps=paragraphs(
            "整体 = 部分 ÷ 比重。", f"{one_decimal(part)} ÷ {one_decimal(percent)}% ≈ {one_decimal(right)}，即约 {show(right)}"
        ),
        parameters={"task": "whole", "part": str(part), "percent": str(percent)},
    )


def _told(names: tuple[str, str, str], part: Fraction, whole: Fraction, part_rate: Fraction, whole_rate: Fraction) -> str:
    return f"{names[0]}{names[1]}为 {one_decimal(part)} 亿元，同比增长 {one_decimal(part_rate)}%；{names[2]}为 {one_decimal(whole)} 亿元，同比增长 {one_decimal(whole_rate)}%"


def _earlier(
    names: tuple[str, str, str], year: int, part: Fraction, whole: Fraction, part_rate: Fraction, whole_rate: Fraction
) -> Generated | None:
    right = earlier_share(part, whole, part_rate, whole_rate)
    now = share(part, whole)
    if abs(right - now) < 1 or not 3 < right < 97:
        return None
    candidates = [
        (now, "算成了这一年的比重"),
        (earlier_share(part, whole, whole_rate, part_rate), "两个增长率用反了"),
        (share(part * 100 / (100 + part_rate), whole), "只把部分换成了上年的数"),
        (share(part, whole * 100 / (100 + whole_rate)), "只把整体换成了上年的数"),
        (now - (part_rate - whole_rate), "用增长率之差直接当成了比重的变化"),
        (right + 4, "估算偏大"),
        (right - 4, "估算偏小"),
        (100 - right, "算成了其余部分的比重"),
    ]
    wrong = [item for item in apart(right, candidates, _percent) if Fraction(item.text.rstrip("%")) < 100]
    return Generated(
        point=SHARE_POINT,
        stem=f"{_told(names, part, whole, part_rate, whole_rate)}，则 {year - 1} 年{names[1]}占{names[2]}的比重约为",
        right=_percent(right),
        wrong=wrong,
        steps=paragraphs(
            "基期比重 = (部分 ÷ 整体) × (1 + 整体增长率) ÷ (1 + 部分增长率)。",
            f"部分增长得比整体{'快，所以上年的比重较小' if part_rate > whole_rate else '慢，所以上年的比重较大'}。",
            f"{one_decimal(part)} ÷ {one_decimal(whole)} × (1 + {one_decimal(whole_rate)}%) ÷ (1 + {one_decimal(part_rate)}%) ≈ {_percent(right)}",
        ),
        parameters={"task": "earlier-share", "part": str(part), "whole": str(whole), "rates": [str(part_rate), str(whole_rate)]},
    )


def _mean(chance: Chance, year: int, place: str) -> Generated | None:
    """By how much a mean has grown."""
    total_name, unit, count_name, count_unit, mean_name = chance.choice(_MEANS)
    total, count = figure(chance, 300, 6000), figure(chance, 100, 900)
    total_rate, count_rate = rate(chance, 6, 35), rate(chance, 2, 20)
    right = growth_of_mean(total_rate, count_rate)
    if right < 2:
        return None
    candidates = [
        (total_rate - count_rate, "增长率直接相减，没有除以 (1 + 个数的增长率)"),
        ((total_rate - count_rate) * 100 / (100 + total_rate), "除以了 (1 + 总数的增长率)"),
        (total_rate, "用总数的增长率代替了"),
        (total_rate + count_rate, "两个增长率相加"),
        (total_rate * 10 / count_rate, "两个增长率相除"),
        (right + 4, "估算偏大"),
        (right - 2, "估算偏小"),
        (right * Fraction(4, 5), "估算偏小"),
        (right * Fraction(6, 5), "估算偏大"),
    ]
    return Generated(
        point=MEAN_POINT,
        stem=(
            f"{year} 年{place}{total_name}为 {one_decimal(total)} {unit}，同比增长 {one_decimal(total_rate)}%；{count_name}为 {one_decimal(count)} {count_unit}，"
            f"同比增长 {one_decimal(count_rate)}%，则 {year} 年{place}{mean_name}约同比增长"
        ),
        right=_percent(right),
        wrong=apart(right, candidates, _percent),
        steps=paragraphs(
            f"{mean_name} = {total_name} ÷ {count_name}，它变为上年的 (1 + {one_decimal(total_rate)}%) ÷ (1 + {one_decimal(count_rate)}%) 倍。",
            f"增长率为 ({one_decimal(total_rate)}% − {one_decimal(count_rate)}%) ÷ (1 + {one_decimal(count_rate)}%) ≈ {_percent(right)}",
        ),
        parameters={"task": "mean", "total": str(total), "count": str(count), "rates": [str(total_rate), str(count_rate)]},
    )


def _change(names: tuple[str, str, str], part: Fraction, whole: Fraction, part_rate: Fraction, whole_rate: Fraction) -> Generated | None:
    right = change_of_share(part, whole, part_rate, whole_rate)
    if abs(right) < Fraction(1, 2):
        return None
    candidates = [
        (-right, "上升和下降弄反了"),
        (part_rate - whole_rate, "用增长率之差直接当成了比重的变化"),
        (whole_rate - part_rate, "增长率之差的方向也弄反了"),
        (share(part, whole) * (part_rate - whole_rate) / 100, "没有除以 (1 + 部分增长率)"),
        (right * 2, "估算偏大"),
        (right / 2, "估算偏小"),
        (-right * 2, "方向弄反，估算也偏大"),
        (-right / 2, "方向弄反，估算也偏小"),
    ]
    wrong = [Wrong(_points(value), why) for value, why in candidates if abs(value - right) >= Fraction(3, 10)]
    faster = part_rate > whole_rate
    sign = "比重上升" if faster else "比重下降"
    low, high = sorted((part_rate, whole_rate))
    return Generated(
        point=SHARE_POINT,
        stem=f"{_told(names, part, whole, part_rate, whole_rate)}，则 {names[0]}{names[1]}占{names[2]}的比重比上年约",
        right=_points(right),
        wrong=wrong,
        steps=paragraphs(
            f"部分的增长率 {one_decimal(part_rate)}% {'大于' if faster else '小于'}整体的 {one_decimal(whole_rate)}%，{sign}。",
            "变化量 = 部分 ÷ 整体 × (部分增长率 − 整体增长率) ÷ (1 + 部分增长率)，它的大小比增长率之差小。",
            f"{one_decimal(part)} ÷ {one_decimal(whole)} × ({one_decimal(high)}% − {one_decimal(low)}%) ÷ (1 + {one_decimal(part_rate)}%) ≈ {one_decimal(abs(right))}%，即{_points(right)}",
        ),
        parameters={"task": "change", "part": str(part), "whole": str(whole), "rates": [str(part_rate), str(whole_rate)]},
    )


def _contribution(
    names: tuple[str, str, str], part: Fraction, whole: Fraction, part_rate: Fraction, whole_rate: Fraction
) -> Generated | None:
    """The part's increase in the whole's."""
    part_more, whole_more = part * part_rate / (100 + part_rate), whole * whole_rate / (100 + whole_rate)
    right = share(part_more, whole_more)
    if not 8 < right < 95:
        return None
    candidates = [
        (share(part, whole), "算成了部分占整体的比重"),
        (share(part * part_rate, whole * whole_rate), "增长量用现期量直接乘以增长率计算"),
        (whole_rate * 100 / part_rate, "用两个增长率相除"),
        (earlier_share(part, whole, part_rate, whole_rate), "算成了上年的比重"),
        (share(part_more, whole), "除以了整体，应当除以整体的增长量"),
        (right + 8, "估算偏大"),
        (right - 8, "估算偏小"),
        (right + 4, "估算偏大"),
        (right - 4, "估算偏小"),
    ]
    wrong = [item for item in apart(right, candidates, _percent) if Fraction(item.text.rstrip("%")) < 100]
    return Generated(
        point=CONTRIBUTION_POINT,
        stem=f"{_told(names, part, whole, part_rate, whole_rate)}。{names[1]}是{names[2]}的一部分，则 {names[0]}{names[1]}对{names[2]}增长的贡献率（部分增长量 ÷ 整体增长量）约为",
        right=_percent(right),
        wrong=wrong,
        steps=paragraphs(
            f"部分的增长量 {one_decimal(part)} ÷ (1 + {one_decimal(part_rate)}%) × {one_decimal(part_rate)}% ≈ {one_decimal(part_more)} 亿元。",
            f"整体的增长量 {one_decimal(whole)} ÷ (1 + {one_decimal(whole_rate)}%) × {one_decimal(whole_rate)}% ≈ {one_decimal(whole_more)} 亿元。",
            f"贡献率是两者之比，约为 {_percent(right)}",
        ),
        parameters={"task": "contribution", "part": str(part), "whole": str(whole), "rates": [str(part_rate), str(whole_rate)]},
    )


KIND = Kind(
    name="share",
    title="比重与平均数",
    points=(SHARE_POINT, MEAN_POINT, CONTRIBUTION_POINT),
    versions={1: _write},
    solver=SOLVER,
)
