"""Depth-first and breadth-first traversal: the order that lists of neighbours give, every order there can be, and whether a sequence is one.

As in Yan Weimin (图的遍历): a vertex is visited once, its neighbours after it; where none is left, depth-first traversal goes back to the
latest vertex with an unvisited neighbour, breadth-first traversal on to the next vertex in the queue.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

Neighbours = Sequence[Sequence[int]]
"""Of every vertex its neighbours, in the order in which they are looked at."""


def depth_first(neighbours: Neighbours, start: int) -> list[int]:
    """The vertices reached from `start`, as a recursive traversal visits them."""
    order: list[int] = []

    def visit(vertex: int) -> None:
        order.append(vertex)
        for other in neighbours[vertex]:
            if other not in order:
                visit(other)

    visit(start)
    return order


def breadth_first(neighbours: Neighbours, start: int) -> list[int]:
    """The vertices reached from `start`, as a queue lets them out."""
    order = [start]
    for vertex in order:
        order += [other for other in neighbours[vertex] if other not in order]
    return order


def visited(neighbours: Neighbours, start: int, deep: bool) -> list[int]:
    """The order of one of the two traversals."""
    return depth_first(neighbours, start) if deep else breadth_first(neighbours, start)


def every_order(neighbours: Neighbours, start: int, deep: bool) -> Iterator[list[int]]:
    """Every sequence that a traversal from `start` can give, whatever the order of the neighbours; each once."""
    return _deep(neighbours, [start], [start]) if deep else _wide(neighbours, [start], 0)


def _deep(neighbours: Neighbours, order: list[int], path: list[int]) -> Iterator[list[int]]:
    way = list(path)
    while way and all(other in order for other in neighbours[way[-1]]):
        way.pop()
    if not way:
        yield order
        return
    for other in neighbours[way[-1]]:
        if other not in order:
            yield from _deep(neighbours, [*order, other], [*way, other])


def _wide(neighbours: Neighbours, order: list[int], place: int) -> Iterator[list[int]]:
    if place == len(order):
        yield order
        return
    fresh = [other for other in neighbours[order[place]] if other not in order]
    for arranged in itertools.permutations(fresh):
        yield from _wide(neighbours, [*order, *arranged], place + 1)


def is_traversal(order: Sequence[int], neighbours: Neighbours, deep: bool) -> bool:
    """Whether a sequence is one of a traversal that begins with its first vertex; where nothing more is reached it may begin anew."""
    if len(set(order)) != len(order) or not order:
        return False
    done, rest = 0, list(order)
    while rest:
        reached = _piece(rest, set(order[:done]), neighbours, deep)
        if reached == 0:
            return False
        done, rest = done + reached, rest[reached:]
    return all(other in order for vertex in order for other in neighbours[vertex])


def _piece(rest: Sequence[int], seen: set[int], neighbours: Neighbours, deep: bool) -> int:
    """How many vertices of a sequence one traversal visits; 0 where it goes otherwise."""
    seen = seen | {rest[0]}
    waiting, number = [rest[0]], 1
    while waiting:
        vertex = waiting[-1] if deep else waiting[0]
        fresh = {other for other in neighbours[vertex] if other not in seen}
        if not fresh:
            waiting.pop(-1 if deep else 0)
            continue
        ahead = rest[number : number + (1 if deep else len(fresh))]
        if not ahead or not set(ahead) <= fresh or (not deep and set(ahead) != fresh):
            return 0
        waiting += ahead
        seen |= set(ahead)
        number += len(ahead)
    return number
