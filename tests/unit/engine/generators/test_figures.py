"""A figure that must matter is heeded, and an answer does more than say a figure of its text once more."""

from __future__ import annotations

import pytest

from engine.generators.guards.figures import figure_only_repeated, figure_passed_over
from engine.generators.solving import Solved, solve_text


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("甲在乙后面80米,甲每秒7米,乙每秒5米,多久追上?", "后面80"),
        ("8个工人做了3天后走2人,还要几天?", "走2"),
        ("卖60元亏25%,若想赚30%,应卖多少元?", "若想赚30"),
        ("产值3年增长了72.8%,年均增长率是多少?", "3年"),
        ("产值三年增长了72.8%,年均增长率是多少?", "三年"),
        ("甲独做12天,乙独做18天,甲病了3天,几天完成?", "病了3"),
    ],
)
def test_a_figure_that_must_matter(text: str, figure: str) -> None:
    assert figure_passed_over(text, "7 天", lambda _: "7 天") == figure
    assert figure_passed_over(text, "7 天", lambda other: "7 天" if other == text else "8 天") is None


def test_of_two_years_that_are_told_the_number_follows() -> None:
    assert figure_passed_over("2020年400万元,2022年576万元,这两年的年均增长率是多少?", "20%", lambda _: "20%") is None


def test_an_answer_that_is_only_a_figure_of_the_text() -> None:
    def copying(text: str) -> str:
        return text.partition("卖")[2].partition("元")[0] + " 元"

    text = "某商品亏25%卖60元,要赚30%应卖多少元?"
    assert figure_only_repeated(text, "60 元", copying) == "60"
    assert figure_only_repeated(text.replace("卖60元", "不超过60元卖60元"), "61 元", copying) is None
    assert figure_only_repeated(text, "60 元", lambda other: "60 元" if "25%" in other else "61 元") is None


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("甲、乙两人同时同地绕300米的环形跑道同向而行，甲每秒跑5米，乙每秒跑7米，多少秒后两人第二次相遇？", "300 秒"),
        ("某商品进价40元，每件卖50元能卖500件，每涨价1元少卖10件，售价不得超过65元，售价定为多少元时利润最大？", "65 元"),
    ],
)
def test_an_answer_may_be_a_figure_of_the_text(text: str, answer: str) -> None:
    solved = solve_text(text, "civil")
    assert isinstance(solved, Solved)
    assert solved.answer == answer


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("一件外套亏25%卖了150元，要想赚25%应该卖多少元？", "150 元"),
        ("参加象棋班的40人，参加围棋班的32人，两班都参加的占参加象棋班的1/4，共有多少人参加？", "40 人"),
        ("师傅做一个零件4分钟，徒弟做一个6分钟，两人同时开始共做50个，各做几个？", "50 个"),
    ],
)
def test_not_the_figure_once_more(text: str, wrong: str) -> None:
    solved = solve_text(text, "civil")
    assert not isinstance(solved, Solved) or solved.answer != wrong


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("8台织机每天工作6小时，5天织完一批绸子。现在只有5台，每天工作8小时，需要几天？", "6 天"),
        ("甲、乙两队合作6天完成，甲队单独做10天完成，乙队单独做要几天？", "15 天"),
    ],
)
def test_a_figure_that_comes_out_again(text: str, right: str) -> None:
    solved = solve_text(text, "civil")
    assert isinstance(solved, Solved)
    assert solved.answer == right


def test_no_difference_of_some_of_what_is_told() -> None:
    solved = solve_text("甲独做12天，乙独做18天，甲乙合作4天后，余下的由乙单独做，甲比乙少做几天？", "civil")
    assert not isinstance(solved, Solved) or solved.answer != "6 天"
