from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.questions.folding import fold, fold_loosely, slug
from engine.questions.similarity import near_duplicates, shingles


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ＴＣＰ／ＩＰ，协议！", "tcp/ip 协议"), ("$2^{10}$", "2¹⁰"), (r"$3 \times 4$", "3×4"), ("1、2、3", "1，2，3"), ("（　）", ""), ("**重点**", "重点"),
        ("页号——偏移", "页号偏移"),
    ],
)  # fmt: skip
def test_ways_of_typing_fold_together(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1.5", "15"),
        ("2¹⁰", "210"),
        ("1, 23", "12, 3"),
        ("3:2", "32"),
        ("a<b", "a>b"),
        ("-1", "1"),
        ("n!", "n"),
        ("C++", "C"),
        ("a/b", "ab"),
        ("50%", "50"),
    ],
)
def test_what_carries_meaning_stays(one: str, other: str) -> None:
    assert fold(one) != fold(other)
    assert fold_loosely(one) != fold_loosely(other)


@settings(max_examples=200)
@given(st.text(max_size=80))
def test_folding_takes_any_text_and_forgets_case_and_spaces(text: str) -> None:
    folded = fold(text)
    assert not any(character.isspace() for character in folded)
    assert slug(text) == slug(text).strip("-")


@settings(max_examples=100)
@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=6), st.lists(st.integers(0, 10**9), min_size=1, max_size=6))
def test_lists_of_numbers_fold_together_only_if_they_are_the_same(one: list[int], other: list[int]) -> None:
    def written(numbers: list[int], separator: str) -> str:
        return fold("引用串 " + separator.join(map(str, numbers)))

    assert written(one, "、") == written(one, ", ")
    assert (written(one, "，") == written(other, " ")) == (one == other)


@settings(max_examples=60)
@given(st.lists(st.text("甲乙丙丁", min_size=1, max_size=12), max_size=12), st.sampled_from([0.3, 0.65, 0.85, 1.0]))
def test_near_duplicates_are_exactly_those_of_comparing_every_pair(texts: list[str], bound: float) -> None:
    sets = [shingles(text) for text in texts]
    every_pair = {
        (i, j): len(sets[i] & sets[j]) / len(sets[i] | sets[j])
        for j in range(len(sets))
        for i in range(j)
        if len(sets[i] & sets[j]) / len(sets[i] | sets[j]) >= bound
    }
    assert {(i, j): similarity for i, j, similarity in near_duplicates(sets, bound)} == every_pair
