"""Feedback queues of several levels: the simulator, with the conventions that texts leave open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.generators.os._cpu_scheduling.schedules import Job, Piece, Schedule, joined


@dataclass(frozen=True, slots=True)
class Level:
    """A queue of the feedback queues.

    Attributes:
        shortest: whether the shortest goes first; otherwise who came first.
        quantum: after how long a process goes down; None: it runs to its end.
    """

    shortest: bool
    quantum: int | None


@dataclass(frozen=True, slots=True)
class Rules:
    """What texts leave open.

    Attributes:
        preempted_to: where a process goes that somebody in a higher queue takes the processor from: "" (nobody does), "tail" or "head"
            of its own queue.
        keeps_rest: whether it then has only the rest of its slice.
        by_rest: whether "the shortest" is by what is left, not by the whole burst.
    """

    preempted_to: str = ""
    keeps_rest: bool = False
    by_rest: bool = True


POSSIBLE = tuple(
    Rules(where, rest, by_rest)
    for where, rest in (("", False), ("tail", False), ("tail", True), ("head", False), ("head", True))
    for by_rest in (True, False)
)


def feedback(jobs: Sequence[Job], levels: Sequence[Level], rules: Rules) -> Schedule:
    """A newcomer enters the first queue, whoever uses a slice up the next one; the last is a round robin where it has a slice."""
    left = {job.name: job.burst for job in jobs}
    whole = dict(left)
    unused: dict[str, int] = {}
    queues: list[list[str]] = [[] for _ in levels]
    coming = sorted(jobs, key=lambda job: job.arrival)
    now, pieces = 0, []
    while any(left.values()):
        while coming and coming[0].arrival <= now:
            queues[0].append(coming.pop(0).name)
        number = next((number for number, queue in enumerate(queues) if queue), None)
        if number is None:
            now = coming[0].arrival
            continue
        level = levels[number]
        lengths = left if rules.by_rest else whole
        name = min(queues[number], key=lambda one: lengths[one]) if level.shortest else queues[number][0]
        queues[number].remove(name)
        slice_left = unused.pop(name, level.quantum)
        end = now + (left[name] if slice_left is None else min(slice_left, left[name]))
        if rules.preempted_to and number and coming and coming[0].arrival < end:
            end = coming[0].arrival
        ran = end - now
        left[name] -= ran
        pieces.append(Piece(name, now, end))
        now = end
        while coming and coming[0].arrival <= now:
            queues[0].append(coming.pop(0).name)
        if not left[name]:
            continue
        if slice_left is None or ran < slice_left:
            if rules.keeps_rest and slice_left is not None:
                unused[name] = slice_left - ran
            queues[number].insert(0 if rules.preempted_to == "head" else len(queues[number]), name)
        else:
            queues[min(number + 1, len(levels) - 1)].append(name)
    return Schedule(tuple(jobs), joined(pieces))
