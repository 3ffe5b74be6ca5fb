"""Distance-vector routing: one router's update from its neighbours' vectors, RIP's update, and what every router knows after so many exchanges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.drawings.model import Cell, Drawing, Grid, Row

INFINITY = 16
"""RIP's unreachable."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A distance and the neighbour on the way; `via` empty: directly attached."""

    distance: int
    via: str


def update(costs: Mapping[str, int], vectors: Mapping[str, Sequence[int]]) -> list[Entry]:
    """The new table, one entry a destination, from the costs to the neighbours and their vectors; the first neighbour wins a tie."""
    count = len(next(iter(vectors.values())))
    return [
        min((Entry(cost + vectors[name][number], name) for name, cost in costs.items()), key=lambda entry: entry.distance)
        for number in range(count)
    ]


def rip_update(present: Mapping[str, Entry], neighbour: str, advertised: Mapping[str, int]) -> dict[str, Entry]:
    """The table after one RIP advertisement of a neighbour."""
    new = dict(present)
    for network, hops in advertised.items():
        offer = Entry(min(hops + 1, INFINITY), neighbour)
        old = new.get(network)
        if (old is None and offer.distance < INFINITY) or (old is not None and (old.via == neighbour or offer.distance < old.distance)):
            new[network] = offer
    return dict(sorted(new.items()))


def exchanged(links: Sequence[tuple[str, str, int]], own: str, rounds: int) -> dict[str, tuple[int, str]]:
    """One router's distances, with the next hop, after so many exchanges of all vectors at once; before any only its neighbours are known.

    `rounds`: -1 for as many as change something.
    """
    names = sorted({name for one, other, _ in links for name in (one, other)})
    costs: dict[str, dict[str, int]] = {name: {} for name in names}
    for one, other, cost in links:
        costs[one][other] = costs[other][one] = cost
    tables: dict[str, dict[str, tuple[int, str]]] = {
        name: {name: (0, ""), **{near: (cost, near) for near, cost in costs[name].items()}} for name in names
    }
    for _ in range(len(names) if rounds < 0 else rounds):
        tables = {
            name: {
                goal: (0, "")
                if goal == name
                else min(
                    ((cost + tables[near][goal][0], near) for near, cost in costs[name].items() if goal in tables[near]),
                    key=lambda entry: entry[0],
                )
                for goal in names
                if goal == name or any(goal in tables[near] for near in costs[name])
            }
            for name in names
        }
    return tables[own]


def drawing_of(
    names: Sequence[str], columns: Sequence[str], costs: Mapping[str, int], vectors: Mapping[str, Sequence[int]], right: Sequence[Entry]
) -> Drawing:
    rows = [
        Row(
            f"经 {name}（{costs[name]}）",
            tuple(Cell(str(costs[name] + vector), "good" if right[n].via == name else "plain") for n, vector in enumerate(vectors[name])),
        )
        for name in names
    ]
    return Grid(title="经过每个邻居的距离", columns=tuple(columns), rows=tuple(rows), note="绿色：每列中最小的，就是新的距离")
