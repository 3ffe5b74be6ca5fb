"""From a writer's question to the bank's: options chosen, shuffled, labelled; ids that say everything."""

from __future__ import annotations

from collections import Counter

import pytest

from engine.generators import generate, question_of
from engine.generators.chance import Chance
from engine.generators.composing import QuestionId, compose, usable
from engine.generators.kind import Generated, Kind, Wrong


def made(right: str, wrong: list[str]) -> Generated:
    return Generated(
        point="p", stem="问题为", right=right, wrong=[Wrong(text, f"误解 {text}") for text in wrong], steps=right, parameters={"task": "t"}
    )


def kind(right: str, wrong: list[str]) -> Kind:
    def write(chance: Chance, difficulty: int) -> Generated:
        return made(right, wrong)

    return Kind(name="example", title="例", points=("p",), versions={1: write})


def test_options_equal_to_the_right_one_or_to_each_other_are_dropped() -> None:
    kept = usable(made("1 KB", ["1024 B", "2 KB", "2048 B", "3 KB", " 3 KB "]))
    assert [item.text for item in kept] == ["2 KB", "3 KB"]


def test_reasons_go_with_their_letters() -> None:
    question = compose(kind("5", ["1", "2", "3"]), 1, 7, 2).question
    assert question.options["ABCD".index(question.key)] == "5"
    assert question.why_wrong == {
        letter: f"误解 {option}" for letter, option in zip("ABCD", question.options, strict=True) if option != "5"
    }
    assert (question.difficulty, question.source, question.id) == (2, "generated", "gen:example:v1:7:2")


def test_the_right_value_is_nowhere_in_particular() -> None:
    """With wrong values on both sides, the right one is the least, the second, the third and the greatest equally often."""
    example = kind("50 次", ["10 次", "20 次", "30 次", "60 次", "70 次", "80 次"])
    ranks: Counter[int] = Counter()
    letters: Counter[str] = Counter()
    for seed in range(400):
        question = compose(example, 1, seed, 1).question
        ranks[sorted(int(option.split()[0]) for option in question.options).index(50)] += 1
        letters[question.key] += 1
    assert min(ranks.values()) > 70
    assert min(letters.values()) > 70


def test_likelier_mistakes_are_preferred() -> None:
    example = kind("50", ["60", "70", "80", "90", "40", "30", "20", "10"])
    seen = Counter(option for seed in range(200) for option in compose(example, 1, seed, 1).question.options)
    assert seen["60"] > seen["70"] > seen["80"]
    assert seen["90"] == 0


def test_a_writer_that_never_delivers_is_a_fault() -> None:
    with pytest.raises(RuntimeError, match="example v1"):
        compose(kind("1", ["1", "1.0", "2", "3"]), 1, 0, 1)


@pytest.mark.parametrize("text", ["gen:page-replacement:v1:7:2", "gen:a:v12:0:3"])
def test_ids_are_read_back(text: str) -> None:
    parts = QuestionId.parse(text)
    assert parts is not None
    assert str(parts) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "408-os-0001",
        "gen:Page:v1:7:2",
        "gen:page:v0:7:2",
        "gen:page:v1:07:2",
        "gen:page:v1:7:0",
        "gen:page:v1:7:2:",
        "gen:page:v1:７:2",
        "gen:page:v1:" + "9" * 30 + ":1",
    ],
)
def test_other_ids_are_not(text: str) -> None:
    assert QuestionId.parse(text) is None
    assert question_of(text) is None


def test_unknown_kinds_and_numbers_out_of_range() -> None:
    with pytest.raises(KeyError):
        generate("no-such-kind", 1, 1)
    for seed, difficulty in ((1, 4), (-1, 1)):
        with pytest.raises(ValueError, match="no question"):
            generate("page-replacement", seed, difficulty)
    assert question_of("gen:no-such-kind:v1:1:1") is None
