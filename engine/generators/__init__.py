"""Questions that are computed: made from a seed, reproduced from an id, and solved when a person asks one.

    kinds("408")["page-replacement"]             what there is
    generate("page-replacement", seed=7, difficulty=2)   a question like any other of the bank
    question_of("gen:page-replacement:v1:7:2")   the same one, for ever
    solve_text("FIFO，3 个页框，访问 ...", "408")     Solved, NeedsParameter, or None

A kind is one module in a family's folder (`docs/new-generator.md`); nothing else knows it by name.
"""

from __future__ import annotations

from functools import lru_cache

from engine.generators import registry
from engine.generators.composing import Composed, QuestionId, compose
from engine.generators.registry import kinds
from engine.generators.solving import NeedsParameter, Solved, solve_text
from engine.questions.model import Question

__all__ = ["Composed", "NeedsParameter", "Solved", "compose_question", "composed_of", "generate", "kinds", "question_of", "solve_text"]


def generate(kind: str, seed: int, difficulty: int) -> Question:
    """The question of the kind's newest version for a seed (0 to 10^19 - 1) and a difficulty (1 to 3).

    Raises:
        KeyError: there is no such kind.
        ValueError: seed or difficulty out of range.
    """
    return compose_question(kind, seed, difficulty).question


def compose_question(kind: str, seed: int, difficulty: int) -> Composed:
    """As `generate`, with the parameters and the drawing."""
    found = registry.find(kind)
    if found is None:
        raise KeyError(kind)
    composed = composed_of(str(QuestionId(kind, found.version, seed, difficulty)))
    if composed is None:
        raise ValueError(f"no question for seed {seed} and difficulty {difficulty}")
    return composed


def question_of(id: str) -> Question | None:
    """The generated question with that id; None if `id` is none of ours, or its kind or version is not known."""
    composed = composed_of(id)
    return None if composed is None else composed.question


@lru_cache(maxsize=512)
def composed_of(id: str) -> Composed | None:
    """As `question_of`, with the parameters and the drawing."""
    parts = QuestionId.parse(id)
    kind = None if parts is None else registry.find(parts.kind)
    if parts is None or kind is None or parts.version not in kind.versions:
        return None
    return compose(kind, parts.version, parts.seed, parts.difficulty)
