"""Hash tables being filled: the simulator of its kind's questions and solver. Open addressing counts every place looked at, chains every key."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from engine.drawings.model import Cell, Grid, Row
from engine.generators.markdown import listed, paragraphs, table


@dataclass(frozen=True, slots=True)
class Placed:
    """A key with the addresses looked at until it found its place; with chaining, its address and its place in the chain from 1."""

    key: int
    probes: tuple[int, ...]
    comparisons: int


@dataclass(frozen=True, slots=True)
class Filled:
    """A table after all insertions: `slots` for open addressing, `chains` (new keys at the end) for chaining."""

    placed: tuple[Placed, ...]
    slots: tuple[int | None, ...]
    chains: tuple[tuple[int, ...], ...]

    @property
    def success(self) -> Fraction:
        """The average length of a search that succeeds, each key alike."""
        return Fraction(sum(placed.comparisons for placed in self.placed), len(self.placed))


def greatest_prime(most: int) -> int:
    """The greatest prime that is not greater; 2 at least."""
    return next(each for each in range(most, 1, -1) if all(each % small for small in range(2, math.isqrt(each) + 1)))


def _offset(method: str, number: int, step: int) -> int:
    if method in ("linear", "double"):
        return number * step
    if method == "squares":
        return number * number
    root = (number + 1) // 2
    return root * root if number % 2 else -root * root


def fill(
    keys: Sequence[int],
    divisor: int,
    length: int,
    method: str,
    factor: int = 1,
    *,
    addend: int = 0,
    step: Callable[[int], int] = lambda key: 1,
    already: Mapping[int, int] = MappingProxyType({}),
) -> Filled:
    """The table after inserting `keys` with `H(key) = (factor × key + addend) mod divisor`; probing goes over `length` places.

    `method`: linear, quadratic (1², −1², 2², …), squares (1², 2², …), double (steps of `step(key)`) or chaining. `already`: addresses of
    keys that are in the table before.

    Raises:
        ValueError: a key finds no place.
    """
    slots: list[int | None] = [None] * length
    chains: list[list[int]] = [[] for _ in range(divisor)]
    for key, address in already.items():
        slots[address] = key
    placed = []
    for key in keys:
        address = (factor * key + addend) % divisor
        if method == "chaining":
            chains[address].append(key)
            placed.append(Placed(key, (address,), len(chains[address])))
            continue
        probes = []
        for number in range(length):
            probes.append((address + _offset(method, number, step(key))) % length)
            if slots[probes[-1]] is None:
                break
        else:
            raise ValueError(f"no place for {key}")
        slots[probes[-1]] = key
        placed.append(Placed(key, tuple(probes), len(probes)))
    return Filled(tuple(placed), tuple(slots), tuple(tuple(chain) for chain in chains))


def looked_at(slots: Sequence[int | None], home: int, method: str, step: int = 1) -> list[int]:
    """The addresses that a search which fails looks at, the last of them empty.

    Raises:
        ValueError: it comes to no empty place.
    """
    addresses = []
    for number in range(len(slots)):
        addresses.append((home + _offset(method, number, step)) % len(slots))
        if slots[addresses[-1]] is None:
            return addresses
    raise ValueError("no empty place")


def failures(table_: Filled, divisor: int, method: str) -> list[int]:
    """Comparisons of a search that fails from each address 0, 1, ..., divisor - 1 (linear probing or chaining).

    Raises:
        ValueError: the table is full, or the method is another.
    """
    if method == "chaining":
        return [len(chain) for chain in table_.chains]
    if method != "linear" or None not in table_.slots:
        raise ValueError("no such search")
    counts = []
    for address in range(divisor):
        count = 1
        while table_.slots[(address + count - 1) % len(table_.slots)] is not None:
            count += 1
        counts.append(count)
    return counts


def filling(filled: Filled, method: str) -> str:
    """Where every key came, as tables."""
    if method == "chaining":
        rows = [(address, listed(chain, " → ") or "空") for address, chain in enumerate(filled.chains)]
        return table(("地址", "链（新结点在表尾）"), rows)
    inserted = [(placed.key, listed(placed.probes, " → "), placed.comparisons) for placed in filled.placed]
    contents = ["空" if key is None else key for key in filled.slots]
    return paragraphs(table(("关键字", "探测的地址", "次数"), inserted), table(("地址", *range(len(contents))), [("关键字", *contents)]))


def drawing(filled: Filled, method: str, title: str) -> Grid | None:
    """The table or its chains."""
    if method == "chaining":
        width = max(len(chain) for chain in filled.chains)
        return Grid(
            title=title,
            columns=tuple(f"第 {number} 个" for number in range(1, width + 1)),
            rows=tuple(
                Row(
                    str(address),
                    tuple(
                        Cell(str(chain[place]) if place < len(chain) else "", "new" if place < len(chain) else "plain")
                        for place in range(width)
                    ),
                )
                for address, chain in enumerate(filled.chains)
            ),
            corner="地址",
            note="每行是一个地址的链。",
        )
    moved = {placed.key for placed in filled.placed if placed.comparisons > 1}
    cells = tuple(
        Cell("" if key is None else str(key), "plain" if key is None else "bad" if key in moved else "good") for key in filled.slots
    )
    counts = {placed.key: placed.comparisons for placed in filled.placed}
    return Grid(
        title=title,
        columns=tuple(str(address) for address in range(len(filled.slots))),
        rows=(Row("关键字", cells), Row("比较", tuple(Cell("" if key is None else str(counts[key])) for key in filled.slots))),
        corner="地址",
        note="绿：一次放下；红：发生过冲突。",
    )
