"""A figure that is told is no answer, where nothing else that is told makes a difference."""

from __future__ import annotations

import pytest

from engine.generators.solving import Solved, solve_text


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
