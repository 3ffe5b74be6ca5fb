"""What runs come to: shares with intervals by subject, tests between runs, and what the order of the options does to an examinee."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from engine.errors import ShanganError
from engine.evaluation.intervals import Share
from engine.evaluation.paired import McNemar
from engine.evaluation.runs import Run
from engine.questions.model import LETTERS


@dataclass(frozen=True, slots=True)
class Position:
    """How an examinee answers the same questions with their options in other orders.

    Attributes:
        variants: accuracy in each order, the original first.
        consistent: the share of questions for which it chose the same option in every order.
        every: the share that it got right in every order.
        places: how often each place was chosen, over all orders; without a bias each is about as frequent.
    """

    variants: tuple[Share, ...]
    consistent: Share
    every: Share
    places: Mapping[str, int]

    def as_data(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "variants": [share.as_data() for share in self.variants],
            "consistent": self.consistent.as_data(),
            "every": self.every.as_data(),
            "places": dict(self.places),
        }


@dataclass(frozen=True, slots=True)
class Result:
    """A run's figures over the questions as they stand.

    Attributes:
        unanswered: questions without a choice that could be read; they count as wrong.
        truncated: answers that were cut off by a limit.
        position: None where no order but the original was tried.
    """

    run: Run
    total: Share
    subjects: Mapping[str, Share]
    unanswered: int
    truncated: int
    position: Position | None

    @property
    def label(self) -> str:
        """What the run is called."""
        return self.run.label

    def as_data(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "label": self.label,
            "settings": dict(self.run.settings),
            "total": self.total.as_data(),
            "subjects": {subject: share.as_data() for subject, share in self.subjects.items()},
            "unanswered": self.unanswered,
            "truncated": self.truncated,
            "position": self.position.as_data() if self.position else None,
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs over the same questions, the second against the first."""

    first: str
    second: str
    test: McNemar

    def as_data(self) -> dict[str, Any]:
        """For JSON."""
        return {"first": self.first, "second": self.second, **self.test.as_data()}


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that was measured.

    Attributes:
        results: the runs to be shown by subject, in the order of the table; the last is the one just made.
        baselines: what the last is to be held against.
        chance: the expected accuracy of guessing.
        comparisons: the last run against every other.
    """

    results: tuple[Result, ...]
    baselines: tuple[Result, ...]
    chance: float
    comparisons: tuple[Comparison, ...]
    left_out: int = 0

    def as_data(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "questions": self.results[-1].total.total,
            "left_out": self.left_out,
            "chance": round(self.chance, 4),
            "runs": [result.as_data() for result in self.results],
            "baselines": [result.as_data() for result in self.baselines],
            "comparisons": [comparison.as_data() for comparison in self.comparisons],
        }


def report(runs: Sequence[Run], baselines: Sequence[Run] = (), left_out: int = 0) -> Report:
    """The figures of `runs`, the last of which is compared with every other and with the baselines.

    Raises:
        ShanganError: a run did not answer the same questions.
    """
    last = runs[-1].plain()
    for run in (*runs, *baselines):
        plain = run.plain()
        if plain.keys() != last.keys() or any(plain[id].key != answer.key for id, answer in last.items()):
            raise ShanganError(
                f"「{run.label}」和「{runs[-1].label}」答的不是同一套题（{len(plain)} 题和 {len(last)} 题），没有比较。用同样的文件各测完一遍再来。"
            )
    chance = sum(1 / len(answer.order) for answer in last.values()) / len(last) if last else 0.0
    comparisons = [_compared(run, runs[-1]) for run in (*runs[:-1], *baselines)]
    return Report(tuple(map(result, runs)), tuple(map(result, baselines)), chance, tuple(comparisons), left_out)


def result(run: Run) -> Result:
    """One run's figures."""
    answers = list(run.plain().values())
    totals = Counter(answer.subject for answer in answers)
    rights = Counter(answer.subject for answer in answers if answer.right)
    return Result(
        run,
        Share(sum(rights.values()), len(answers)),
        {subject: Share(rights[subject], total) for subject, total in totals.items()},
        sum(answer.place is None for answer in answers),
        sum(answer.truncated for answer in answers),
        _position(run),
    )


def _compared(first: Run, second: Run) -> Comparison:
    before, after = first.plain(), second.plain()
    return Comparison(first.label, second.label, McNemar.of([before[id].right for id in before], [after[id].right for id in before]))


def _position(run: Run) -> Position | None:
    variants = sorted({variant for _, variant in run.answered})
    if len(variants) < 2:
        return None
    complete = [id for id, variant in run.answered if variant == 0 and all((id, other) in run.answered for other in variants)]
    shares = []
    for variant in variants:
        rights = [answer.right for answer in run if answer.variant == variant]
        shares.append(Share(sum(rights), len(rights)))
    groups = [[run.answered[id, variant] for variant in variants] for id in complete]
    places = Counter(answer.place or "" for answer in run)
    return Position(
        tuple(shares),
        Share(sum(len({answer.chosen for answer in group}) == 1 and group[0].chosen is not None for group in groups), len(groups)),
        Share(sum(all(answer.right for answer in group) for group in groups), len(groups)),
        {letter: places[letter] for letter in LETTERS if any(letter in answer.order for answer in run)},
    )
