"""What a clause asks of the story."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from engine.generators.civil._linear_equations.names import WHOLE
from engine.generators.civil._linear_equations.statements import SIDE, Action, Row, Statements
from engine.generators.civil._linear_equations.story import YEARS, Story
from engine.generators.civil._linear_equations.tokens import form_of, signs
from engine.generators.civil._problems.relations import Quantity, minus, number, times, unknown
from engine.generators.reading import stay_out


@dataclass(frozen=True, slots=True)
class Value:
    """A quantity asked for, or how many times another it is.

    Attributes:
        name: its thing's name where several are asked; empty otherwise.
        unit: as asked, empty where nothing says it.
    """

    quantity: Quantity
    of: Quantity
    name: str = ""
    unit: str = ""


MOVED = "移动的数量"
"""The unknown quantity that is moved from one thing to another."""
_MOVING = re.compile(r"F?(?P<source>x)x?(?:Vqx?B(?P<aim>x)|[BV](?P<aim_>x)q)x?")

Asking = Callable[[Story], Sequence[Value]]
"""The values asked, of the story at the time spoken of; of one ratio all its parts, with the unit `:`."""


class Questions:
    """The forms of what is asked; names are those of the statements."""

    def __init__(self, statements: Statements) -> None:
        self._statements = statements
        self._forms: tuple[tuple[re.Pattern[str], Callable[..., Asking]], ...] = tuple(
            (re.compile(pattern), form)
            for pattern, form in (
                (rf"(?P<one>{SIDE})t(?P<other>{SIDE})[ml]i?(?P<by>q)x?", self._difference),
                (r"(?P<one>x)i(?P<other>x)o(?P<by>q)", self._times),
                (r"(?P<every>x(?:c?x)+)o?ti?(?P<by>q)", self._ratio),
                (r"(?P<every>x(?:c?x)*)(?:o?x)?[ig+]*g[ig+]*(?P<by>q)x?", self._each),
                (r"(?P<every>x(?:cx)+)o?i?(?P<by>q)x?", self._each),
                (r"g[iog]*x?(?P<by>q)x?", self._each),
                (rf"(?P<one>{SIDE})o?T?[i+]?(?P<by>q)x?", self._value),
                (r"i?(?P<by>q)o?(?P<one>x)", self._value),
                (r"x?Ti?(?P<by>q)x?|T[ix]*(?P<by2>q)", self._all),
                (r"(?P<by>z)", self._years),
            )
        )

    def read(self, row: Row) -> Asking | None:
        """What a clause asks; None where no form fits it."""
        return form_of(row, self._forms)

    def _value(self, one: Row, by: Row) -> Asking:
        side = self._statements.side(one)
        return lambda story: (Value(side(story), number(1), unit=by[0].unit),)

    def _difference(self, one: Row, other: Row, by: Row) -> Asking:
        left, right = self._statements.side(one), self._statements.side(other)
        if by[0].unit in ("倍", "%"):
            stay_out("a share more")
        return lambda story: (Value(minus(left(story), right(story)), number(1), unit=by[0].unit),)

    def _times(self, one: Row, other: Row, by: Row) -> Asking:
        left, right = self._statements.side(one), self._statements.side(other)
        if by[0].unit not in ("倍", "%"):
            stay_out("how much of what")
        return lambda story: (Value(left(story), right(story), unit=by[0].unit),)

    def _ratio(self, every: Row, by: Row) -> Asking:
        things = self._statements.things(*(token for token in every if token.sign == "x"))
        del by
        return lambda story: tuple(Value(story.now(thing), story.now(things[0]), thing, ":") for thing in things)

    def _each(self, by: Row, every: Row = ()) -> Asking:
        named = self._statements.things(*(token for token in every if token.sign == "x"))

        def ask(story: Story) -> Sequence[Value]:
            things = story.things if named in ((), (WHOLE,)) else named
            if WHOLE in things or (named == (WHOLE,) and not story.complete()):
                stay_out("each of what")
            return tuple(Value(story.now(thing), number(1), thing, by[0].unit) for thing in things)

        return ask

    def _all(self, by: Row) -> Asking:
        return lambda story: (Value(story.now(WHOLE), number(1), unit=by[0].unit),)

    def moving(self, row: Row) -> tuple[Action, Asking] | None:
        """`甲给乙多少元`: the move, and how much is moved; None where a clause does not ask that."""
        match = _MOVING.fullmatch(signs(row))
        if match is None:
            return None
        places = [match.start(name) for name in ("source", "aim", "aim_") if match[name]]
        (source,), (aim,) = (self._statements.things(row[place]) for place in places)
        unit = next(token.unit for token in row if token.sign == "q")

        def act(story: Story) -> None:
            story.suppose()
            story.change(source, times(-1, unknown(MOVED)))
            story.change(aim, unknown(MOVED))

        return act, lambda story: (Value(unknown(MOVED), number(1), unit=unit),)

    def _years(self, by: Row) -> Asking:
        del by
        return lambda story: (Value(unknown(YEARS), number(1), unit="年"),)
