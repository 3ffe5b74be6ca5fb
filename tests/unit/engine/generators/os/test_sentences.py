"""Sentences as candidates and books write them: solved with the right answer, or, where something is different, left alone.

What was understood of each was checked by eye; what follows from it is the simulators', which have references of their own. `kind` null:
nothing may be said.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.generators import Solved, solve_text

ROWS = [json.loads(line) for line in Path(__file__).with_name("sentences.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"][:24])
def test_sentence(row: dict[str, str | None]) -> None:
    solved = solve_text(str(row["text"]), "408")
    if row["kind"] is None:
        assert not isinstance(solved, Solved)
    else:
        assert isinstance(solved, Solved)
        assert (solved.kind.name, solved.answer) == (row["kind"], row["answer"])
