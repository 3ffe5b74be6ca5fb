"""The things of a story at the time that is spoken of, and the linear relations between them.

Names stand for quantities that may change: by moves from one to another, by more or less of one, by years that pass. What is told of `now`
is told of the changed quantities; what is supposed (`如果……`) begins anew from the first ones.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction

from engine.generators.civil._linear_equations.names import WHOLE
from engine.generators.civil._problems.relations import Quantity, Relations, times, total, unknown
from engine.generators.reading import stay_out

YEARS = "年数"
"""The unknown number of years between now and then."""


@dataclass(slots=True)
class Story:
    """A story's state while it is told.

    Attributes:
        things: the names of all things, in the order in which they are told of.
        counted: how many things there are said to be (`两个仓库`); None where nothing says it.
        ages: whether years passing make everything more.
        relations: what has been told.
        units: of every number told, those without left out.
        supposed: whether what is spoken of is only supposed.
        moved: whether anything has changed since the beginning.
        first_is_more: which of two things is more, where only their difference is told; to be tried both ways where `differs`.
    """

    things: tuple[str, ...]
    counted: int | None
    ages: bool
    relations: Relations = field(default_factory=Relations)
    units: list[str] = field(default_factory=list)
    supposed: bool = False
    moved: bool = False
    first_is_more: bool = True
    differs: bool = False
    _deferred: list[Callable[[], None]] = field(default_factory=list)
    _changes: dict[str, Quantity] = field(default_factory=dict)
    _factors: dict[str, Fraction] = field(default_factory=dict)
    _years: Quantity = field(default_factory=dict)
    _first: bool = False
    _passed: bool = False
    _told_before_change: int = 0

    def now(self, thing: str) -> dict[str, Fraction]:
        """A thing's quantity at the time that is spoken of.

        Raises:
            StayOut: all things together, where nothing says that there are no others.
        """
        if thing == WHOLE:
            if not self.complete():
                stay_out("all of which")
            return total(*(self.now(each) for each in self.things))
        if self._first:
            return unknown(thing)
        base = times(self._factors.get(thing, Fraction(1)), unknown(thing))
        return total(base, self._changes.get(thing, {}), self._years)

    def complete(self) -> bool:
        """Whether the things told of are all that there are: so many as are said, or men and women."""
        if self.counted is not None:
            return self.counted == len(self.things)
        return len(self.things) == 2 and {each[0] for each in self.things} == {"男", "女"}

    def change(self, thing: str, by: Quantity) -> None:
        """So much more of a thing; less where it is negative."""
        self._known(thing)
        self._changes[thing] = total(self._changes.get(thing, {}), by)
        self._moves()

    def scale(self, thing: str, factor: Fraction) -> None:
        """A thing becomes so many times what it is."""
        self._known(thing)
        self._factors[thing] = factor * self._factors.get(thing, Fraction(1))
        self._changes[thing] = times(factor, self._changes.get(thing, {}))
        self._moves()

    def _moves(self) -> None:
        self.moved, self._told_before_change = True, len(self.relations.told)

    def _known(self, thing: str) -> None:
        if thing == WHOLE or thing not in self.things:
            stay_out(f"changes what: {thing}")
        if self._first:
            stay_out("a change of what was at first")

    def suppose(self) -> None:
        """What comes is only supposed, and begins with what there was at first."""
        self.supposed = True
        self._changes.clear()
        self._factors.clear()
        self._years = {}
        self.moved = False

    def years(self, by: Quantity, *, passed: bool = False) -> None:
        """So many years from now on, or back; `passed`: a number of years is told, or asked for."""
        if not self.ages:
            stay_out("years that pass")
        self._years = by
        self._passed = passed

    def stay_in_time(self) -> None:
        """What is asked without a time is asked of what there was at first, where a supposed change has told something; nothing is asked of a time that only an earlier clause has told (`3 年后甲是乙的 2 倍，甲多少岁`: now, or then?).

        Raises:
            StayOut: it would be.
        """
        if self._passed:
            stay_out("asked of now or then")
        if self.supposed and self.moved and len(self.relations.told) > self._told_before_change:
            self._first = True  # `如果甲给乙 3 本则相等，甲有多少本`: what was only supposed has told what there is

    def at_first(self, first: bool) -> None:
        """Whether what was at the very first is spoken of, as long as nothing else is said."""
        self._first = first

    def differ(self) -> int:
        """1 where the first of two things that differ is taken to be more, -1 where the second is."""
        self.differs = True
        return 1 if self.first_is_more else -1

    def later(self, told: Callable[[], None]) -> None:
        """Something told of all things, when all of them have been spoken of."""
        self._deferred.append(told)

    def close(self) -> None:
        """What was told for later."""
        for told in self._deferred:
            told()
        self._deferred.clear()
