"""Answering as the bot does where it has no model: computed where a solver is sure, otherwise by what the notes speak for."""

from __future__ import annotations

from collections.abc import Sequence

from engine.evaluation.items import Item, Presentation
from engine.evaluation.runs import Answered, Choice, Run
from engine.generators.solving import Solved, solve_text
from engine.questions.model import LETTERS


def by_computation(item: Item, exam: str) -> Choice:
    """The option that a solver computes for a pasted question; None where no solver is sure."""
    pasted = item.stem + "".join(f"\n{letter}. {option}" for letter, option in zip(LETTERS, item.options, strict=False))
    solved = solve_text(pasted, exam)
    return Choice(solved.option if isinstance(solved, Solved) else None)


def with_computation(shown: Sequence[Presentation], otherwise: Run, exam: str) -> Run:
    """`otherwise`, but computed where that can be done; presentations as they stand in the bank (the first variant)."""
    answered = dict(otherwise.answered)
    for one in shown:
        choice = by_computation(one.item, exam)
        if choice.place is not None:
            answered[one.item.id, one.variant] = Answered.of(one, choice)
    return Run({**otherwise.settings, "answerer": "computing"}, "会算的算出来，其余看笔记", answered)
