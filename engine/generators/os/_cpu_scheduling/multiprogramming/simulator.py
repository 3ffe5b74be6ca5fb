"""Programs that compute and use devices in turn, several in memory at once: who uses what when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

CPU = "CPU"


@dataclass(frozen=True, slots=True)
class Program:
    """A program: when it comes, and its (resource, time) one after another."""

    name: str
    arrival: int
    stages: tuple[tuple[str, int], ...]

    def uses(self, resource: str) -> int:
        """For how long it uses a resource."""
        return sum(time for one, time in self.stages if one == resource)

    @property
    def alone(self) -> int:
        """For how long it runs where nobody else does."""
        return sum(time for _, time in self.stages)


@dataclass(frozen=True, slots=True)
class Use:
    """A stretch during which a program has a resource."""

    resource: str
    name: str
    start: int
    end: int


@dataclass(slots=True)
class _State:
    program: Program
    rank: int
    stage: int = 0
    left: int = 0
    since: int = 0
    waiting: bool = True

    @property
    def resource(self) -> str:
        return self.program.stages[self.stage][0]


@dataclass(slots=True)
class _Run:
    now: int
    states: list[_State] = field(default_factory=list)
    held: dict[str, int] = field(default_factory=dict)
    uses: list[Use] = field(default_factory=list)


def run(programs: Sequence[Program], *, by_rank: bool, preemptive: bool, shared: frozenset[str] = frozenset()) -> list[Use]:
    """Simulated from event to event: a device serves one at a time, who came first (of those that came together, the earlier in the list).

    Args:
        by_rank: the processor goes to the earlier in the list, not to who has waited longer.
        preemptive: who stands earlier in the list takes the processor from who stands later.
        shared: devices that serve any number at a time.
    """
    state = _Run(min(program.arrival for program in programs))
    state.states = [_State(program, rank, left=program.stages[0][1], since=program.arrival) for rank, program in enumerate(programs)]
    while any(one.stage < len(one.program.stages) for one in state.states):
        _step(state, by_rank, preemptive, shared)
    return _joined(state.uses)


def _step(state: _Run, by_rank: bool, preemptive: bool, shared: frozenset[str]) -> None:
    there = [one for one in state.states if one.stage < len(one.program.stages) and one.since <= state.now]
    running: list[_State] = []
    for resource in dict.fromkeys(one.resource for one in there):
        here = [one for one in there if one.resource == resource]
        if resource in shared:
            running += here
            continue
        holder = next((one for one in here if one.rank == state.held.get(resource, -1)), None)
        if holder is None or (resource == CPU and preemptive):
            ranked = resource == CPU and (by_rank or preemptive)
            holder = min(here, key=lambda one: (one.rank,) if ranked else (one.since, one.rank))
        state.held[resource] = holder.rank
        running.append(holder)
    later = [one.since for one in state.states if one.stage < len(one.program.stages) and one.since > state.now]
    until = min([state.now + one.left for one in running] + later)
    for one in running:
        state.uses.append(Use(one.resource, one.program.name, state.now, until))
        one.left -= until - state.now
        if not one.left:
            state.held.pop(one.resource, None)
            one.stage += 1
            one.since = until
            if one.stage < len(one.program.stages):
                one.left = one.program.stages[one.stage][1]
    state.now = until


def _joined(uses: Sequence[Use]) -> list[Use]:
    joined: list[Use] = []
    for use in sorted(uses, key=lambda one: (one.resource != CPU, one.resource, one.start)):
        last = joined[-1] if joined else None
        if last and (last.resource, last.name, last.end) == (use.resource, use.name, use.start):
            joined[-1] = Use(use.resource, use.name, last.start, use.end)
        else:
            joined.append(use)
    return joined


def shortest(programs: Sequence[Program], shared: frozenset[str] = frozenset()) -> list[Use]:
    """The uses of a schedule in which all are done soonest, nobody being interrupted: every order in which who waits may be served is tried."""
    best: list[Use] = []
    end = sum(program.alone for program in programs) + max(program.arrival for program in programs) + 1
    for uses in _orders(list(programs), [0] * len(programs), [program.arrival for program in programs], {}, shared, []):
        if (last := max(use.end for use in uses)) < end:
            best, end = uses, last
    return _joined(best)


def _orders(
    programs: list[Program], stages: list[int], ready: list[int], free: dict[str, int], shared: frozenset[str], uses: list[Use]
) -> Iterator[list[Use]]:
    """Every active schedule: the stage that could end first decides on which resource somebody is chosen next (Giffler and Thompson)."""
    open_ = [number for number, program in enumerate(programs) if stages[number] < len(program.stages)]
    if not open_:
        yield uses
        return

    def begins(number: int) -> int:
        resource = programs[number].stages[stages[number]][0]
        return ready[number] if resource in shared else max(ready[number], free.get(resource, 0))

    def ends(number: int) -> int:
        return begins(number) + programs[number].stages[stages[number]][1]

    first = min(open_, key=ends)
    resource = programs[first].stages[stages[first]][0]
    rivals = (
        [first]
        if resource in shared
        else [number for number in open_ if programs[number].stages[stages[number]][0] == resource and begins(number) < ends(first)]
    )
    for number in rivals:
        start, end = begins(number), ends(number)
        next_stages, next_ready = [*stages], [*ready]
        next_stages[number] += 1
        next_ready[number] = end
        yield from _orders(
            programs,
            next_stages,
            next_ready,
            free if resource in shared else {**free, resource: end},
            shared,
            [*uses, Use(resource, programs[number].name, start, end)],
        )
