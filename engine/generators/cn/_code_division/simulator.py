"""Code division: what stations send adds up on the channel, and a chip sequence takes its station's bits out of the sum."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

Chips = tuple[int, ...]


def product(one: Sequence[int], other: Sequence[int]) -> int:
    """The inner product of two sequences, not yet divided by their length."""
    return sum(a * b for a, b in zip(one, other, strict=True))


def orthogonal(chips: Sequence[Chips]) -> bool:
    """Whether each of the sequences is orthogonal to every other."""
    return all(product(one, other) == 0 for one, other in combinations(chips, 2))


def sent(chips: Sequence[Chips], bits: Sequence[int | None]) -> Chips:
    """What is on the channel for one bit of each station: +1 times its chips for 1, -1 times them for 0, nothing for None."""
    signs = [0 if bit is None else 1 if bit else -1 for bit in bits]
    return tuple(sum(sign * code[place] for sign, code in zip(signs, chips, strict=True)) for place in range(len(chips[0])))


def taken_out(code: Chips, received: Sequence[int]) -> list[int | None] | None:
    """The bits of a station in what was received, None for a bit that it did not send; None where the sum cannot come from such stations."""
    length = len(code)
    if not received or len(received) % length:
        return None
    found: list[int | None] = []
    for start in range(0, len(received), length):
        value = product(code, received[start : start + length])
        if value not in (-length, 0, length):
            return None
        found.append(None if value == 0 else int(value > 0))
    return found


def written(sequence: Sequence[int]) -> str:
    """A sequence as books print it: (+1, -1, 0, -3)."""
    return "(" + ", ".join(f"+{value}" if value > 0 else str(value) for value in sequence) + ")"
