"""The first of two cases is not lost, nor is the last question."""

from __future__ import annotations

import pytest

from engine.generators.guards.cases import case_lost
from engine.generators.solving import Solved, solve_text


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("主机甲cwnd 20KB，乙通告rwnd 12KB，已发未确认的有5KB，还能发多少KB？若rwnd变为3KB呢？", "0 KB"),
        ("路由聚合192.168.8.0/24、192.168.9.0/24，结果是什么？再加上192.168.10.0/24、192.168.11.0/24呢？", "192.168.8.0/22"),
    ],
)
def test_not_the_second_case_alone(text: str, wrong: str) -> None:
    solved = solve_text(text, "408")
    assert not isinstance(solved, Solved) or solved.answer != wrong


def test_a_second_case_asks_every_question_again() -> None:
    text = "要几片?片选几位?若用16K×4位芯片呢?"
    assert case_lost(text, "芯片 16 片；片选 3 位；片选 2 位", lambda _: "芯片 16 片；片选 3 位") is not None
    assert case_lost(text, "芯片 16 片；片选 3 位；芯片 16 片；片选 2 位", lambda _: "芯片 16 片；片选 3 位") is None
