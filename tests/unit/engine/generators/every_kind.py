"""What the tests of all kinds share: which kinds there are, how many questions are looked at, and the exams."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from engine.exams import Exam, load_exam
from engine.generators import registry
from engine.generators.composing import Composed, compose
from engine.generators.kind import Kind

PROVING = os.environ.get("SHANGAN_PROVE") == "1"
SEEDS = 10_000 if PROVING else 30
"""Seeds looked at for each kind and difficulty; `make prove` looks at 10,000 of each kind."""

PROJECT = Path(__file__).resolve().parents[4]


def names() -> list[str]:
    """Every kind's name, sorted; `SHANGAN_KINDS=page-replacement,banker` leaves only those."""
    only = os.environ.get("SHANGAN_KINDS")
    return [name for name in registry.all_names() if only is None or name in only.split(",")]


def kind_of(name: str) -> Kind:
    """The kind of that name."""
    kind = registry.find(name)
    assert kind is not None
    return kind


@cache
def exam_of(name: str) -> Exam:
    """The exam a kind belongs to."""
    return load_exam(PROJECT / "data" / "exams" / registry.exam_of(name))


@cache
def sample(name: str) -> tuple[Composed, ...]:
    """Questions of a kind: every difficulty, `SEEDS` seeds shared among them when proving, each when not."""
    kind = kind_of(name)
    seeds = range(SEEDS if not PROVING else (SEEDS + 2) // 3)
    return tuple(compose(kind, kind.version, seed, difficulty) for difficulty in (1, 2, 3) for seed in seeds)


def right_option(composed: Composed) -> str:
    """The text of a question's right option."""
    return composed.question.options["ABCD".index(composed.question.key)]
