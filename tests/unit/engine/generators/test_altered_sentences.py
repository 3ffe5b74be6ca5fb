"""Sentences with figures changed, clauses shuffled or words dropped: whatever is made of them, no solver fails. Broken as a narrow page
breaks them, they say the same.

`make test` takes a few of each writer's sentences, `make prove` all of them three times.
"""

from __future__ import annotations

import os
import random
import re
import unicodedata

import pytest

from engine.generators import registry
from engine.generators.solving import Solved, solve_text
from tests.unit.engine.generators.test_sentences import NAMES, rows

PROVING = os.environ.get("SHANGAN_PROVE") == "1"


def altered(text: str, chance: random.Random) -> str:
    """The text with one kind of damage done to it."""
    way = chance.randrange(4)
    if way == 0:

        def other(figure: re.Match[str]) -> str:
            return chance.choice(["0", "1", "7", str(chance.randint(0, 5000)), figure[0] + "0", f"1.{figure[0]}", figure[0], figure[0]])

        return re.sub(r"\d+", other, text)
    clauses = re.split(r"(?<=[，。；,;、？?\n])", text)
    if way == 1:
        chance.shuffle(clauses)
        return "".join(clauses)
    if way == 2:
        return "".join(clause for clause in clauses if chance.random() > 0.25)
    start = chance.randrange(len(text))
    return text[:start] + text[start + chance.randint(1, 6) :]


@pytest.mark.parametrize("name", NAMES)
def test_a_damaged_problem_is_answered_or_left_alone(name: str) -> None:
    chance = random.Random(f"altered {name}")
    chosen = list(rows(name)) * 3 if PROVING else chance.sample(rows(name), min(10, len(rows(name))))
    for row in chosen:
        text = altered(row["text"], chance)
        try:
            solve_text(text, registry.exam_of(row["kind"]))
        except Exception as error:
            raise AssertionError(f"{type(error).__name__} on: {text}") from error


def broken(text: str, width: int) -> str:
    """The text on a page of so many columns: a line ends anywhere but within a figure or a Latin word, or before a mark."""
    lines = []
    for line in text.split("\n"):
        now, filled = "", 0
        for piece in re.findall(r"[!-~×–−²³¹⁰-⁹]+|.", line):
            columns = sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in piece)
            if filled + columns > width and piece not in "，。、；：？）":
                lines.append(now)
                now, filled = "", 0
            now, filled = now + piece, filled + columns
        lines.append(now)
    return "\n".join(lines)


@pytest.mark.parametrize("name", NAMES)
def test_a_problem_broken_by_a_narrow_page_is_the_same_problem(name: str) -> None:
    chance = random.Random(f"broken {name}")
    chosen = list(rows(name)) if PROVING else chance.sample(rows(name), min(8, len(rows(name))))
    for row in chosen:
        exam = registry.exam_of(row["kind"])
        whole, parted = solve_text(row["text"], exam), solve_text(broken(row["text"], chance.choice((46, 60))), exam)
        if isinstance(whole, Solved) and isinstance(parted, Solved):
            assert re.sub(r"\s", "", parted.answer) == re.sub(r"\s", "", whole.answer), row["text"]
