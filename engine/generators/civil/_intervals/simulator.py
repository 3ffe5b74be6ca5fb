"""Things in a row and people in a square, put there one by one.

Conventions of the textbooks (植树问题、方阵问题): the gaps between things in a row are one fewer than the things where both ends have one,
as many where one end has one or the row is closed, one more where no end has; a layer of a square has 8 fewer than the next one outside.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm
from typing import Literal, TypeAlias

Ends: TypeAlias = Literal["both", "one", "none", "closed"]
"""Which ends of a row have a thing; `closed`: there are no ends."""

MORE_THAN_GAPS: dict[Ends, int] = {"both": 1, "one": 0, "none": -1, "closed": 0}
"""How many more things than gaps a row has."""


def gaps_of(length: Fraction, spacing: Fraction) -> int:
    """How many gaps a length has.

    Raises:
        ValueError: the spacing does not come out even.
    """
    gaps = length / spacing
    if gaps.denominator != 1 or gaps < 1:
        raise ValueError(f"{length} is no multiple of {spacing}")
    return int(gaps)


def things(length: Fraction | int, spacing: Fraction | int, ends: Ends) -> int:
    """How many things stand on a length, one at each multiple of the spacing.

    Raises:
        ValueError: the spacing does not come out even.
    """
    gaps = gaps_of(Fraction(length), Fraction(spacing))
    places = [Fraction(spacing) * place for place in range(gaps + 1)]
    if ends in ("one", "closed"):
        places = places[:-1]
    elif ends == "none":
        places = places[1:-1]
    return len(places)


def common_spacing(one: Fraction | int, other: Fraction | int) -> Fraction:
    """The smallest length that is a multiple of both spacings."""
    one, other = Fraction(one), Fraction(other)
    below = lcm(one.denominator, other.denominator)
    return Fraction(lcm(int(one * below), int(other * below)), below)


def unmoved(length: Fraction | int, old: Fraction | int, new: Fraction | int, ends: Ends) -> int:
    """How many things stay where they are when the spacing changes: those at multiples of both.

    Raises:
        ValueError: a spacing does not come out even.
    """
    length = Fraction(length)
    gaps_of(length, Fraction(old)), gaps_of(length, Fraction(new))
    # The last that stays need not be at the far end's only where both spacings come out even, which they do.
    return things(length, common_spacing(old, new), ends)


def widest_spacing(sides: Sequence[int]) -> int:
    """The widest spacing that comes out even on every side: the fewest things."""
    return gcd(*sides)


def around(side: int, corners: int) -> int:
    """How many things stand around a polygon with so many on each side, those at the corners on two sides."""
    return corners * (side - 1)


def square(side: int, layers: int | None = None) -> int:
    """How many a square has with so many on the outermost side; `layers`: so many layers, hollow within; None: full.

    Raises:
        ValueError: it does not have so many layers.
    """
    if side < 1 or (layers is not None and not 1 <= layers <= (side + 1) // 2):
        raise ValueError(f"{layers} layers of {side}")
    within = 0 if layers is None else side - 2 * layers
    return side**2 - max(within, 0) ** 2


def outermost(side: int) -> int:
    """How many the outermost layer of a square has."""
    return square(side, 1)


def marching(rows: int, spacing: Fraction | int, each: Fraction | int = 0) -> Fraction:
    """How long a column of so many rows is, each row so long and so far from the next."""
    return rows * Fraction(each) + (rows - 1) * Fraction(spacing)


LARGEST = 400
"""The longest side of a square that is tried."""


@dataclass(frozen=True, slots=True)
class _Square:
    side: int
    layers: int | None
    left_over: int

    @property
    def all_of(self) -> int:
        """How many there are, those that found no place among them."""
        return square(self.side, self.layers) + self.left_over

    @property
    def inner_side(self) -> int | None:
        """How many the innermost layer has on a side; None: the square is full."""
        return None if self.layers is None else self.side - 2 * (self.layers - 1)


def _around_side(side: int | None) -> int | None:
    """How many a layer has."""
    return outermost(side) if side is not None and side > 1 else side


_MEASURES: dict[str, Callable[[_Square], int | None]] = {
    "outer-side": lambda of: of.side,
    "outer": lambda of: _around_side(of.side),
    "less-row": lambda of: 2 * of.side - 1,
    "more-row": lambda of: 2 * of.side + 1,
    "lacks": lambda of: (of.side + 1) ** 2 - of.all_of,
    "left-over": lambda of: of.left_over,
    "outside-more": lambda of: outermost(of.side + 2),
    "all": lambda of: of.all_of,
    "from-all": lambda of: (of.side + 1) // 2 if of.layers is None and of.side % 2 else None,
    "layers": lambda of: of.layers,
    "inner-side": lambda of: of.inner_side,
    "inner": lambda of: _around_side(of.inner_side),
}
"""What a square has of everything that may be told or asked; None: nothing of the sort."""


_OF_THE_SIDE = {"outer-side", "outer", "less-row", "more-row", "outside-more"}
"""What its layers do not change."""


def squares(hollow: bool, facts: Mapping[str, int]) -> Iterator[dict[str, int]]:
    """What every square that is as told has; `facts` and what is yielded: by the names of `_MEASURES`."""

    def is_as_told(of: _Square, names: Collection[str]) -> bool:
        return all(name in _MEASURES and _MEASURES[name](of) == facts[name] for name in names)

    left_over = facts.get("left-over", 0)
    of_the_side = _OF_THE_SIDE & facts.keys()
    for side in range(2, LARGEST):
        if not is_as_told(_Square(side, 1, left_over), of_the_side):
            continue
        # Hollow means that nobody stands in the middle; a single layer is hollow, too.
        for layers in range(1, (side + 1) // 2) if hollow else (None,):
            of = _Square(side, layers, left_over)
            if ("layers" not in facts or layers == facts["layers"]) and is_as_told(of, facts):
                yield {name: value for name, measure in _MEASURES.items() if (value := measure(of)) is not None}
