"""What an earlier question was told, and a later one with a condition of its own asks for: it no longer holds there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.generators.cn._told.told import Told, Unit


def told_in(problem: Told, unit: Unit) -> set[str]:
    """The names of what a question tells itself."""
    start = problem.text.find(unit.own)
    return {fact.name for fact in problem.told if start <= fact.place < start + len(unit.own)}


def forget_what_changes(
    problem: Told, questions: Sequence[Unit], also: Mapping[str, Sequence[str]], because: Sequence[str] | None = None
) -> None:
    """`若要求速率达到 100 kb/s，要几种电平`: the levels told before are not meant.

    `also`: what else goes with what is asked; `because`: only where one of these is among the new conditions.
    """
    for unit in questions[1:]:
        mine = told_in(problem, unit)
        if not mine or (because is not None and not mine & set(because)):
            continue
        for name in unit.asked:
            for one in {name, *also.get(name, ())} - mine:
                unit.known.pop(one, None)
