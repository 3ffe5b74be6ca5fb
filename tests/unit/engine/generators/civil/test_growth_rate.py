"""Growth against figures followed year by year, textbook classics, and sentences as people type them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from engine.generators.civil.growth_rate import base_of, growth, increase_of, of_whole, over_two

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone, own_questions_solved

HALF = Fraction(1, 20)
"""Half of the last place shown."""


def test_textbook_classics() -> None:
    assert growth(Fraction(80), Fraction(100)) == 25
    assert base_of(Fraction(120), Fraction(20)) == 100
    assert increase_of(Fraction(120), Fraction(20)) == 20  # not 24: the increase is a share of the base
    assert over_two(Fraction(10), Fraction(20)) == 32
    assert over_two(Fraction(-10), Fraction(20)) == 8
    # Two parts of base 100 each, growing by 10% and by 30%: the whole grows by 20%.
    assert of_whole((Fraction(110), Fraction(130)), (Fraction(10), Fraction(30))) == 20


def test_keys_agree_with_figures_followed() -> None:
    for composed in sample("growth-rate"):
        asked, option = composed.parameters, right_option(composed)
        shown = Fraction(option.rstrip("%").split()[0])
        task = asked["task"]
        if task in ("rate", "rate-from-increase"):
            now = Fraction(asked["now"])
            before = Fraction(asked["before"]) if task == "rate" else now - Fraction(asked["more"])
            assert before * (100 + shown - HALF) <= now * 100 <= before * (100 + shown + HALF)
        elif task == "base":
            factor = 1 + Fraction(asked["percent"]) / 100
            assert (shown - HALF) * factor <= Fraction(asked["now"]) <= (shown + HALF) * factor
        elif task == "increase":
            factor = 1 + Fraction(asked["percent"]) / 100
            low, high = (Fraction(asked["now"]) - shown - HALF) * factor, (Fraction(asked["now"]) - shown + HALF) * factor
            assert low <= Fraction(asked["now"]) <= high
        elif task in ("two-years", "base-two-years"):
            factor = (1 + Fraction(asked["latest"]) / 100) * (1 + Fraction(asked["earlier"]) / 100)
            if task == "two-years":
                assert abs(factor - 1 - shown / 100) <= HALF / 100
            else:
                assert (shown - HALF) * factor <= Fraction(asked["now"]) <= (shown + HALF) * factor
        else:
            parts, rates = [Fraction(part) for part in asked["now"]], [Fraction(percent) for percent in asked["rates"]]
            before = sum((part * 100 / (100 + percent) for part, percent in zip(parts, rates, strict=True)), Fraction(0))
            assert before * (100 + shown - HALF) <= sum(parts) * 100 <= before * (100 + shown + HALF)
            assert min(rates) < shown < max(rates)


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("2023年某省进出口总额为1200亿元，同比增长20%，则2022年某省进出口总额为多少亿元", "1000 亿元"),
        ("2023年某省进出口总额为1200亿元，同比增长20%，比上年增加多少亿元？", "200 亿元"),
        ("2022年某市财政收入为500亿元，上年为400亿元，同比增长率是多少", "25%"),
        ("2021年全国快递业务收入为1000亿元，比上年增加200亿元，则增长率为多少", "25%"),
        ("老师，2023年某地区旅游收入是360亿元，同比下降10%，上年旅游收入是多少亿元", "400 亿元"),
        ("国考真题：2020年某省软件业务收入达到1150亿元，比上年增长15%，求增长量是多少", "150 亿元"),
        ("2023年某市汽车产量为345.6万辆，同比增长8.2%，则去年同期为多少万辆", "约 319.41 万辆"),
        ("2019年我国粮食产量为900万吨，2018年为800万吨，增速是多少", "12.5%"),
        ("2023年某省进出口总额为1200亿元，同比增长20%，增速比上年回落3个百分点，则2022年同比增长率是多少", "23%"),
        ("2023年某市GDP为5500亿元，同比增长10%，2022年该市GDP为多少亿元？", "5000 亿元"),
        ("2022年A省粮食产量480万吨，比上年减少4%，上年产量多少万吨", "500 万吨"),
        ("某公司今年利润是1200万元，去年是1000万元，利润增长率是多少？", "20%"),
        ("2020年某省接待游客6050万人次，同比增长21%，比上年增加了多少万人次？", "1050 万人次"),
        ("2021年某地进出口总额同比增长20%，2020年同比下降10%，问2021年进出口总额与2019年相比增长了百分之几？", "8%"),
        ("2023年，某省城镇居民人均可支配收入为52500元，比上年增长5%，则2022年该省城镇居民人均可支配收入约为", "50000 元"),
        ("小区房价去年每平方米1.2万元，今年跌到1.08万元，跌了百分之几？", "10%"),
        ("上半年某省固定资产投资同比增长9.2%，增速比一季度回落1.5个百分点，则一季度该省固定资产投资同比增速为多少？", "10.7%"),
        ("某景区门票价格下降20%，游客人数上升30%，门票总收入变动了百分之几？", "上升 4%"),
        ("某市前三季度工业增加值为1650亿元，同比增长10%，求去年前三季度工业增加值", "1500 亿元"),
        ("2023年某省进出口总额为1200亿元，2018年为1000亿元，年均增长率是多少", "约 3.71%"),
        ("2023年某省进出口总额为1200亿元，是上年的1.2倍，同比增长率是多少", "20%"),
        ("2023年某省进出口总额为1200亿元，同比增长20%，按此增速2025年为多少亿元", "1728 亿元"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    assert answer_of("growth-rate", text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "2023年某省进出口总额为1200亿元，环比增长20%，则2022年进出口总额为多少亿元",
        "2023年某省进出口总额为1200亿元，同比增长20%，则2021年进出口总额为多少亿元",
        "2023年某省进出口总额为1200亿元，同比增长20%，其中出口700亿元，增长率是多少",
        "2023年某省进出口总额为1200亿元，上年为1000万元，同比增长率是多少",
        "2023年3月某省进出口总额为1200亿元，同比增长20%，上年为多少亿元",
        "2023年某省进出口总额为1200亿元，上年为1000亿元，占全国的比重是多少",
        "同比增长率和环比增长率的区别是什么",
        "2023年某省进出口总额同比增长20%，上年同比增长10%，两年增长率是多少",
        "2023年某市出口额同比增长8%，进口额同比增长6%，求进出口总额的同比增长率",
        "2023年某市GDP为5500亿元，同比增长10%，扣除物价因素后2022年为多少亿元",
        "2019年销售额400万，此后每年都有增长，2021年销售额是多少",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert left_alone("growth-rate", text)


def test_own_questions_are_solved_as_keyed() -> None:
    assert own_questions_solved("growth-rate") >= 20


@pytest.mark.parametrize(
    ("values", "rates"),
    [((800, 880, 990), (10, 25)), ((400, 500, 560), (20, 5)), ((1250, 1300, 1612), (8, 16)), ((640, 800, 960), (50, 30))],
)
def test_what_three_years_tell(values: tuple[int, int, int], rates: tuple[int, int]) -> None:
    """Questions of one figure in three years and of two figures, each against its definition worked out here."""
    one, two, three = map(Fraction, values)
    told = f"某市财政收入2020年为{values[0]}亿元，2021年为{values[1]}亿元，2022年为{values[2]}亿元。"
    growth_of = {2021: two / one - 1, 2022: three / two - 1}
    best = max(growth_of, key=lambda year: growth_of[year])
    points = (growth_of[2022] - growth_of[2021]) * 100
    assert answer_of("growth-rate", told + "2020—2022年财政收入年均增长量是多少亿元？") == shown((three - one) / 2, " 亿元")
    assert answer_of("growth-rate", told + "2022年财政收入比2020年增长百分之几？") == shown((three / one - 1) * 100, "%")
    assert answer_of("growth-rate", told + "哪一年财政收入的同比增速最快？") == f"{best} 年"
    assert answer_of("growth-rate", told + "2022年财政收入增速比2021年变化了多少个百分点？") == directed(points)
    assert answer_of("growth-rate", told + "若保持2022年的增速，2023年财政收入为多少亿元？".replace("2022年的", "这个")) == shown(
        three * three / two, " 亿元"
    )
    pair = f"2022年某省出口额{values[1]}亿元，同比增长{rates[0]}%；进口额{values[0]}亿元，同比增长{rates[1]}%。"
    before = two / (1 + Fraction(rates[0], 100)), one / (1 + Fraction(rates[1], 100))
    if before[0] > before[1]:
        assert answer_of("growth-rate", pair + "2021年该省的贸易顺差是多少亿元？") == shown(before[0] - before[1], " 亿元")
    assert answer_of("growth-rate", pair + "2022年出口额和进口额之和比上年增加多少亿元？") == shown(one + two - sum(before), " 亿元")


def shown(value: Fraction, unit: str) -> str:
    """As the solvers say it: two decimals at most, 约 where it is rounded."""
    rounded = round(value * 100)
    text = f"{rounded / 100:.2f}".rstrip("0").rstrip(".")
    return f"{'' if value * 100 == rounded else '约 '}{text}{unit}"


def directed(points: Fraction) -> str:
    """`上升 5 个百分点`."""
    text = shown(abs(points), " 个百分点")
    return f"{'上升' if points > 0 else '下降'}{text.replace('约 ', '约 ') if text.startswith('约') else ' ' + text}"
