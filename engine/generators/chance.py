"""Chance of fixed definition: the same seed gives the same numbers for ever, on any Python.

SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014), written out; whole numbers
below a bound by rejection, so that none is favoured; Fisher and Yates's shuffle. Nothing of Python's `random` is used, whose
methods may change between versions. Golden tests pin every method.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

_MASK = (1 << 64) - 1


class Chance:
    """A stream of chance that starts from a 64-bit number."""

    def __init__(self, seed: int) -> None:
        self._state = seed & _MASK

    @classmethod
    def of(cls, text: str) -> Chance:
        """The stream that belongs to a text: its SHA-256's first eight bytes, big-endian, are the seed."""
        return cls(int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big"))

    def bits(self) -> int:
        """The next 64 bits as a number."""
        self._state = (self._state + 0x9E3779B97F4A7C15) & _MASK
        mixed = self._state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
        return mixed ^ (mixed >> 31)

    def below(self, bound: int) -> int:
        """A whole number from 0 to `bound - 1`; `bound` is from 1 to 2^64.

        Raises:
            ValueError: there is no such number.
        """
        if not 1 <= bound <= 1 << 64:
            raise ValueError(f"no number below {bound}")
        limit = (1 << 64) - (1 << 64) % bound
        while (drawn := self.bits()) >= limit:
            pass
        return drawn % bound

    def between(self, least: int, greatest: int, step: int = 1) -> int:
        """One of `least, least + step, ...` up to `greatest`, both ends included."""
        return least + step * self.below((greatest - least) // step + 1)

    def one_in(self, times: int) -> bool:
        """True once in `times`."""
        return self.below(times) == 0

    def choice(self, items: Sequence[T]) -> T:
        """One of the items."""
        return items[self.below(len(items))]

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """The items in a chance order; `items` stays as it is."""
        mixed = list(items)
        for last in range(len(mixed) - 1, 0, -1):
            other = self.below(last + 1)
            mixed[last], mixed[other] = mixed[other], mixed[last]
        return mixed

    def sample(self, items: Sequence[T], count: int) -> list[T]:
        """`count` different places of `items`, in a chance order.

        Raises:
            ValueError: there are not that many.
        """
        if not 0 <= count <= len(items):
            raise ValueError(f"no {count} of {len(items)}")
        return self.shuffled(items)[:count]
