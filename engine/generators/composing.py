"""From what a writer hands over to a question: options chosen and shuffled so that their form says nothing, id given.

Everything here is part of what an id reproduces: a change of this module changes old questions, and the golden tests say so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from engine.drawings.model import Drawing
from engine.generators.chance import Chance
from engine.generators.kind import Generated, Kind, Parameters, Wrong
from engine.generators.quantities import same, value_of
from engine.questions.model import LETTERS, Question

OPTIONS = 4
_REDRAWS = 300
_ID = re.compile(r"gen:([a-z0-9]+(?:-[a-z0-9]+)*):v([1-9]\d{0,3}):(0|[1-9]\d{0,18}):([123])")


@dataclass(frozen=True, slots=True)
class Composed:
    """A generated question with what its id also reproduces."""

    question: Question
    parameters: Parameters
    drawing: Drawing | None


@dataclass(frozen=True, slots=True)
class QuestionId:
    """The parts of `gen:<kind>:v<version>:<seed>:<difficulty>`."""

    kind: str
    version: int
    seed: int
    difficulty: int

    def __str__(self) -> str:
        return f"gen:{self.kind}:v{self.version}:{self.seed}:{self.difficulty}"

    @classmethod
    def parse(cls, text: str) -> QuestionId | None:
        """The parts of an id that `str` wrote; None for anything else."""
        match = _ID.fullmatch(text)
        return None if match is None else cls(match[1], int(match[2]), int(match[3]), int(match[4]))


def compose(kind: Kind, version: int, seed: int, difficulty: int) -> Composed:
    """The question of an id.

    Raises:
        RuntimeError: the writer gave no usable question; a fault of the kind.
    """
    id = str(QuestionId(kind.name, version, seed, difficulty))
    chance = Chance.of(id)
    for _ in range(_REDRAWS):
        generated = kind.versions[version](chance, difficulty)
        if generated is None:
            continue
        wrong = usable(generated)
        if len(wrong) < OPTIONS - 1:
            continue
        chosen = _chosen(chance, generated.right, wrong)
        options = chance.shuffled([generated.right, *(item.text for item in chosen)])
        letters = dict(zip(options, LETTERS, strict=False))
        question = Question(
            id=id,
            point=generated.point,
            kind="single",
            stem=generated.stem,
            options=tuple(options),
            answer=(letters[generated.right],),
            explanation=generated.steps,
            why_wrong={letters[item.text]: item.why for item in sorted(chosen, key=lambda item: letters[item.text])},
            difficulty=difficulty,
            source="generated",
        )
        return Composed(question, generated.parameters, generated.drawing)
    raise RuntimeError(f"{kind.name} v{version} gives no question for seed {seed}, difficulty {difficulty}")


def usable(generated: Generated) -> list[Wrong]:
    """The wrong options that say neither the same as the right one nor as an earlier one."""
    kept: list[Wrong] = []
    for item in generated.wrong:
        if not same(item.text, generated.right) and not any(same(item.text, other.text) for other in kept):
            kept.append(item)
    return kept


def _chosen(chance: Chance, right: str, wrong: Sequence[Wrong]) -> list[Wrong]:
    """Three wrong options, so that the right one's rank among the four is as good as drawn by lot."""
    measures = _measures([right, *(item.text for item in wrong)])
    rank = chance.below(OPTIONS)
    smaller = [item for item, measure in zip(wrong, measures[1:], strict=True) if measure < measures[0]]
    larger = [item for item, measure in zip(wrong, measures[1:], strict=True) if measure > measures[0]]
    equal = [item for item, measure in zip(wrong, measures[1:], strict=True) if measure == measures[0]]
    chosen = smaller[:rank]
    chosen += larger[: OPTIONS - 1 - rank]
    for pool in (equal, [item for item in wrong if item not in equal]):
        chosen += [item for item in pool if item not in chosen][: OPTIONS - 1 - len(chosen)]
    return chosen


def _measures(options: Sequence[str]) -> list[Fraction]:
    """By what the options could give themselves away: their values where all are quantities of one unit, else their lengths."""
    values = [value_of(option) for option in options]
    units = {value[1] for value in values if value is not None}
    if None not in values and len(units) == 1:
        return [value[0] for value in values if value is not None]
    return [Fraction(len(option)) for option in options]
