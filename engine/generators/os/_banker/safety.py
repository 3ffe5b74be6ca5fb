"""The banker's algorithm: states, safe orders and whether a request is granted, with their working."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from engine.drawings.model import Cell, Drawing, Grid, Row
from engine.generators.markdown import listed, numbered

Vector: TypeAlias = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class State:
    """Processes with their greatest needs and what they hold, and what is free."""

    names: tuple[str, ...]
    greatest: tuple[Vector, ...]
    held: tuple[Vector, ...]
    free: Vector

    @property
    def needs(self) -> tuple[Vector, ...]:
        """What each process may still ask for."""
        return tuple(minus(most, has) for most, has in zip(self.greatest, self.held, strict=True))


def plus(one: Vector, other: Vector) -> Vector:
    """Sum by component."""
    return tuple(a + b for a, b in zip(one, other, strict=True))


def minus(one: Vector, other: Vector) -> Vector:
    """Difference by component."""
    return tuple(a - b for a, b in zip(one, other, strict=True))


def fits(one: Vector, other: Vector) -> bool:
    """Whether no component of `one` exceeds that of `other`."""
    return all(a <= b for a, b in zip(one, other, strict=True))


@dataclass(frozen=True, slots=True)
class Run:
    """One process's turn: what was free, and afterwards."""

    name: str
    before: Vector
    need: Vector
    after: Vector


def follow(state: State, order: Sequence[int]) -> tuple[list[Run], int | None]:
    """The turns in that order, and the process (its number) at which it fails; None: the order is safe."""
    free = state.free
    runs: list[Run] = []
    for number in order:
        if not fits(state.needs[number], free):
            return runs, number
        after = plus(free, state.held[number])
        runs.append(Run(state.names[number], free, state.needs[number], after))
        free = after
    return runs, None


def safe_orders(state: State) -> Iterator[tuple[int, ...]]:
    """Every safe sequence, in the order of the processes' numbers."""

    def extend(order: tuple[int, ...], free: Vector) -> Iterator[tuple[int, ...]]:
        if len(order) == len(state.names):
            yield order
            return
        for number, need in enumerate(state.needs):
            if number not in order and fits(need, free):
                yield from extend((*order, number), plus(free, state.held[number]))

    yield from extend((), state.free)


def first_safe(state: State) -> tuple[int, ...] | None:
    """A safe sequence: always the first process that can finish; None: the state is unsafe."""
    order: list[int] = []
    free = state.free
    while len(order) < len(state.names):
        ready = [number for number, need in enumerate(state.needs) if number not in order and fits(need, free)]
        if not ready:
            return None
        order.append(ready[0])
        free = plus(free, state.held[ready[0]])
    return tuple(order)


def granted(state: State, number: int, request: Vector) -> State:
    """The state after a request is granted on trial."""
    held = tuple(plus(has, request) if i == number else has for i, has in enumerate(state.held))
    return replace(state, held=held, free=minus(state.free, request))


def verdict(state: State, number: int, request: Vector) -> str:
    """`ok`, or why not: `need` (exceeds its need), `free` (exceeds what is free), `unsafe`."""
    if not fits(request, state.needs[number]):
        return "need"
    if not fits(request, state.free):
        return "free"
    return "ok" if first_safe(granted(state, number, request)) is not None else "unsafe"


def vector_of(vector: Vector) -> str:
    return f"({listed(vector)})"


def order_text(state: State, order: Sequence[int]) -> str:
    return listed((state.names[number] for number in order), "、")


def needs_text(state: State) -> str:
    return "，".join(f"{name} {vector_of(need)}" for name, need in zip(state.names, state.needs, strict=True))


def turns_text(state: State, order: Sequence[int]) -> str:
    runs, _ = follow(state, order)
    return numbered(f"{run.name}：{vector_of(run.need)} ≤ {vector_of(run.before)}，完成后可用 {vector_of(run.after)}" for run in runs)


def drawing_of(state: State, order: Sequence[int]) -> Drawing:
    runs, _ = follow(state, order)
    rows = (
        Row("可用", tuple(Cell(listed(run.before, " ")) for run in runs)),
        Row("尚需", tuple(Cell(listed(run.need, " "), "new") for run in runs)),
        Row("归还后", tuple(Cell(listed(run.after, " "), "good") for run in runs)),
    )
    return Grid(
        title="安全序列",
        note="每一步：尚需不超过可用，完成后归还全部已分配的资源",
        corner="次序",
        columns=tuple(run.name for run in runs),
        rows=rows,
    )
