"""Shares against both years worked out, textbook classics, and sentences as people type them."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from engine.generators.civil.share import change_of_share, earlier_share, growth_of_mean, share

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone, own_questions_solved

HALF = Fraction(1, 20)
"""Half of the last place shown."""


def test_textbook_classics() -> None:
    part, whole = Fraction(120), Fraction(440)
    # A part grown from 100 to 120 of a whole grown from 400 to 440: from 25% to 27.3%.
    assert earlier_share(part, whole, Fraction(20), Fraction(10)) == 25
    assert change_of_share(part, whole, Fraction(20), Fraction(10)) == share(part, whole) - 25
    # A total up by a fifth over a count up by a tenth: the mean grows by a tenth's eleventh, not by 10%.
    assert growth_of_mean(Fraction(20), Fraction(10)) == Fraction(100, 11)


def test_keys_agree_with_both_years() -> None:
    for composed in sample("share"):
        asked, option = composed.parameters, right_option(composed)
        task = asked["task"]
        if task == "mean":
            total_then, count_then = (
                Fraction(asked[name]) / (1 + Fraction(r) / 100) for name, r in zip(("total", "count"), asked["rates"], strict=True)
            )
            now, then = Fraction(asked["total"]) / Fraction(asked["count"]), total_then / count_then
            assert abs((now / then - 1) * 100 - Fraction(option.rstrip("%"))) <= HALF
            continue
        part = Fraction(asked["part"])
        if task == "whole":
            whole = Fraction(option.split()[0])
            assert part * 100 / (whole + HALF) <= Fraction(asked["percent"]) <= part * 100 / (whole - HALF)
            continue
        whole = Fraction(asked["whole"])
        if task == "share":
            expected = 100 * part / whole
        else:
            part_then, whole_then = (now / (1 + Fraction(r) / 100) for now, r in zip((part, whole), asked["rates"], strict=True))
            if task == "earlier-share":
                expected = 100 * part_then / whole_then
            elif task == "contribution":
                expected = 100 * (part - part_then) / (whole - whole_then)
            else:
                expected = 100 * part / whole - 100 * part_then / whole_then
                direction, points, _ = option.split()
                assert direction == ("上升" if expected > 0 else "下降")
                assert abs(abs(expected) - Fraction(points)) <= HALF
                continue
        assert abs(expected - Fraction(option.rstrip("%"))) <= HALF, composed.question.id


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("2023年某省出口额为600亿元，进出口总额为1000亿元，则出口额占进出口总额的比重为多少？", "60%"),
        ("2023年某省出口额为120亿元，同比增长20%；进出口总额为440亿元，同比增长10%，则2022年出口额占进出口总额的比重是多少", "25%"),
        (
            "2023年某市出口额为120亿元，同比增长20%，进出口总额为440亿元，同比增长10%，则2023年出口额占进出口总额的比重比上年上升了多少个百分点",
            "上升约 2.27 个百分点",
        ),
        ("老师，2020年民间投资为350亿元，固定资产投资为800亿元，民间投资占固定资产投资的比重是多少", "43.75%"),
        (
            "国考真题：2021年某市税收收入为300亿元，同比下降5%，财政收入为400亿元，同比增长3%，则上年税收收入占财政收入的比重为百分之几",
            "约 81.32%",
        ),
        ("2022年我国网上零售额为137853亿元，社会消费品零售总额为439733亿元，求网上零售额占社会消费品零售总额的比例", "约 31.35%"),
        (
            "2019年某省税收收入为210亿元，同比增长5%，财政收入为330亿元，同比增长10%，则税收收入占财政收入的比重比上年变化多少个百分点",
            "下降约 3.03 个百分点",
        ),
        ("2018年某地区服务业增加值为540亿元，生产总值为1200亿元，服务业增加值占生产总值的百分比是多少", "45%"),
        ("2023年某市地区生产总值8000亿元，其中第三产业增加值4400亿元，第三产业占GDP的比重是多少？", "55%"),
        ("2022年某省出口额为3200亿元，占进出口总额的64%，进出口总额为多少亿元？", "5000 亿元"),
        ("某单位有职工250人，其中女职工占40%，女职工有多少人", "100 人"),
        ("2023年全国快递业务量1320亿件，快递业务收入12000亿元，平均每件快递的收入约为多少元？", "约 9.09 元"),
        (
            "2021年某省规模以上工业增加值同比增长12%，其中高技术制造业增加值同比增长20%，高技术制造业占规模以上工业的比重为18%，问比重比上年提高了多少个百分点",
            "上升 1.2 个百分点",
        ),
        ("全年粮食产量640万吨 播种面积100万公顷，单位面积产量是多少吨每公顷", "6.4 吨/公顷"),
        ("2022年某市税收收入同比增长8%，财政收入同比增长5%，税收收入占财政收入的75.6%，则2021年税收收入占财政收入的比重为多少？", "73.5%"),
        ("2023年某省出口额为600亿元，进口额为400亿元，则出口额占进出口总额的比重为多少", "60%"),
        ("2023年某省出口额为600亿元，进出口总额为1000亿元，进口额占进出口总额的比重为多少", "40%"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    assert answer_of("share", text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "2023年某省出口额为600亿元，进出口总额为1000万元，则出口额占进出口总额的比重为多少",
        "2023年某省出口额为600亿元，同比增长20%，进出口总额为1000亿元，则2022年出口额占进出口总额的比重为多少",
        "2023年某省出口额为600亿元，进出口总额为1000亿元，则2021年出口额占进出口总额的比重为多少",
        "2023年某省出口额为600亿元，占进出口总额的比重比上年上升2个百分点，上年比重为多少",
        "2023年某省出口额为600亿元，进出口总额为1000亿元，其中3月出口额50亿元，3月出口额占全年的比重为多少",
        "2023年某省出口额为600亿元，环比增长20%，进出口总额为1000亿元，环比增长10%，上年出口额占进出口总额的比重为多少",
        "2023年某省出口额为1600亿元，进出口总额为1000亿元，出口额占进出口总额的比重为多少",
        "2023年某省出口额为600亿元，2022年进出口总额为1000亿元，出口额占进出口总额的比重为多少",
        "某班男生占全班的比例为60%，女生有20人，全班多少人",
        "比重和比例有什么区别",
        "2022年某市软件业收入同比增长18%，服务业收入同比增长11%，软件业收入占服务业收入的比重比上年提高了几个百分点",
        "2023年第三产业增加值4400亿元，占GDP的比重有所提高，GDP是多少亿元",
        "某单位女职工占40%，其中党员占一部分，女党员有多少人",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert left_alone("share", text)


def test_own_questions_are_solved_as_keyed() -> None:
    assert own_questions_solved("share") >= 10


@pytest.mark.parametrize(
    ("part", "whole", "part_rate", "whole_rate"), [(660, 2400, 10, 20), (315, 1050, 5, 25), (468, 1300, 30, 4), (728, 1820, 12, 30)]
)
def test_what_two_years_tell(part: int, whole: int, part_rate: int, whole_rate: int) -> None:
    """Each question against both years worked out here."""
    told = f"2023年某市旅游收入{part}亿元，同比增长{part_rate}%；服务业收入{whole}亿元，同比增长{whole_rate}%。"
    part_before = part / (1 + Fraction(part_rate, 100))
    whole_before = whole / (1 + Fraction(whole_rate, 100))
    change = (Fraction(part, whole) - part_before / whole_before) * 100
    contribution = (part - part_before) / (whole - whole_before) * 100
    pull = (part - part_before) / whole_before * 100
    answer = answer_of("share", told + "旅游收入占服务业收入的比重比上年上升还是下降，变化了多少个百分点？")
    assert answer is not None and answer.startswith("上升" if change > 0 else "下降")
    assert abs(_number(answer) - abs(change)) <= Fraction(1, 200)
    for question, value in (
        ("旅游收入增长对服务业收入增长的贡献率约为多少？", contribution),
        ("旅游收入的增长拉动服务业收入增长多少个百分点？", pull),
        ("2022年旅游收入占服务业收入的比重约为多少？", part_before / whole_before * 100),
        ("2022年服务业收入是旅游收入的多少倍？", whole_before / part_before),
    ):
        answer = answer_of("share", told + question)
        assert answer is not None and abs(_number(answer) - value) <= Fraction(1, 200), question


def _number(text: str) -> Fraction:
    found = re.search(r"\d+(?:\.\d+)?", text)
    assert found is not None
    return Fraction(found[0])


@pytest.mark.parametrize("counts", [(50, 30), (12, 48), (20, 25)])
def test_a_mean_of_groups(counts: tuple[int, int]) -> None:
    text = f"第一车间人均产值8万元，共{counts[0]}人；第二车间人均产值10万元，共{counts[1]}人，全企业人均产值是多少万元？"
    people = [8] * counts[0] + [10] * counts[1]
    answer = answer_of("share", text)
    assert answer is not None and abs(_number(answer) - Fraction(sum(people), len(people))) <= Fraction(1, 200)
