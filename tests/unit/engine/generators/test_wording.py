"""Words that mean the same are said in one way; what is said in the usual way stays as it is."""

from __future__ import annotations

from importlib import import_module

import pytest

from engine.generators import registry
from engine.generators.pasted.normalising import normalise
from engine.generators.patterns import caseless
from engine.generators.solving import Solved, solve_text
from engine.generators.wording import Usual, with_usual_words

FAMILIES = sorted({family for name in registry.all_names() if (family := registry.family_of(name)) is not None})


@pytest.mark.parametrize("family", FAMILIES)
def test_every_row_is_a_pattern_and_something_else_than_what_it_stands_for(family: str) -> None:
    rows: tuple[Usual, ...] = import_module(f"{family}._usual_words").USUAL_WORDS
    assert rows
    for row in rows:
        caseless(row.where)
        if isinstance(row.usual, str) and "\\" not in row.usual and row.usual and not row.where:
            assert caseless(row.said).sub(row.usual, row.usual) == row.usual, row


@pytest.mark.parametrize(
    ("usual", "otherwise", "exam"),
    [
        (
            "某进程分得 3 个页框，初始为空，采用 LRU，访问 1,2,3,4,1,2，缺页几次？",
            "某进程分得 3 个页帧，初始为空，采用 LRU，访问 1,2,3,4,1,2，缺页几次？",
            "408",
        ),
        ("甲、乙两人从相距 30 千米的两地同时出发相向而行，甲每小时 4 千米，乙每小时 6 千米，几小时相遇？",
         "甲、乙两人从相距 30 千米的两地同时动身相向而行，甲每小时 4 千米，乙每小时 6 千米，几小时碰面？", "civil"),
        ("甲单独做 10 天完成，乙单独做 15 天完成，两人合作几天完成？", "甲独自做 10 天完成，乙独自做 15 天完成，两人合作几天完成？", "civil"),
        ("Cache 共 8 行，直接映射，主存第 20 块映射到哪一行？", "高速缓存共 8 行，直接映像，主存第 20 块映射到哪一行？", "408"),
    ],
)  # fmt: skip
def test_a_problem_in_other_words_is_the_same_problem(usual: str, otherwise: str, exam: str) -> None:
    one, other = solve_text(usual, exam), solve_text(otherwise, exam)
    assert isinstance(one, Solved) and isinstance(other, Solved)
    assert one.answer == other.answer


def test_a_word_is_a_synonym_only_where_its_topic_is_spoken_of() -> None:
    assert "出发" in with_usual_words(normalise("甲每小时走 4 千米，8 点动身"), "engine.generators.civil")
    assert "动身" in with_usual_words(normalise("动身那天是星期二"), "engine.generators.civil")
