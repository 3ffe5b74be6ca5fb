"""A topic of problems told declaratively: what a text may tell, what it may ask, the laws between them, and how each is shown.

`read` takes what a text tells and asks wherever it stands; `solve` works the asked out of the told by the laws. A text may ask several
times, each time after changing something ("若改为 64 位，带宽又是多少"): every such part is a scene that begins with what was told before.
What is told and plays no part, what is asked and cannot be worked out, and anything left in the text that could change an
answer gives the reading up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, TypeAlias

from engine.generators.clauses import Role
from engine.generators.kind import Missing
from engine.generators.laws.lexicon import Lexicon
from engine.generators.quantities import decimal, is_exact
from engine.generators.reading import to_int

Value: TypeAlias = Fraction | int | tuple[Fraction, ...]


Facts: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Quantity:
    """How a quantity is called and shown.

    Attributes:
        show: its value with the unit.
        others: the same value in other wordings.
        named: whether its name is said even where it is all that is asked for.
    """

    label: str
    show: Callable[[Any], str]
    others: Callable[[Any], Sequence[str]] = lambda value: ()
    named: bool = False


@dataclass(frozen=True, slots=True)
class Law:
    """How one quantity follows from others.

    Attributes:
        gives: the quantity.
        needs: what `compute` takes, in order.
        compute: the value; None where it does not apply.
        words: the law in words, for the working.
        convention: what is said where the law was used.
    """

    gives: str
    needs: tuple[str, ...]
    compute: Callable[..., Any]
    words: str = ""
    convention: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A phrase that tells a quantity, with its value or a reader of the match.

    Attributes:
        several: each match tells some of the values of a tuple.
    """

    name: str
    pattern: str
    read: Callable[[re.Match[str]], Any] | Fraction | int = 1
    several: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """See the module.

    Attributes:
        name: the `task` of its parameters.
        about: a pattern that a text of this topic holds.
        guard: what the whole text may not hold.
        refuse: what would make it another problem, if it is not a part of what is told or passed.
        told: phrases, taken in this order before the quantities of `roles`.
        marks: (quantity, pattern): 1 where the whole text holds the pattern; nothing is taken.
        passed: phrases that change nothing.
        rescaled: (quantity, its names): "宽度加倍" after a question tells the quantity anew, from what was told before.
        prepared: rewrites a text before it is read.
        asks: (pattern, quantity).
        laws: the first that can be worked out is used.
        words: harmless words, separated by spaces.
        idle: what may be told and play no part.
        combine: further quantities from those told.
        repeats: a part that tells and asks the same again ("(1) 顺序方式；(2) 交叉方式") adds nothing.
        check: gives up (`StayOut`) where the told or the result make no sense.
        missing: what is asked for where it alone is not told, with any value of it: (what is missing, a value).
        called: puts what is shown in the words of the case at hand ("行号" with direct mapping, "组号" with sets).
        within: what is said as a whole, and its parts: where both are asked for, only one of them is answered.
        knowing: a clause of which nothing was taken may hold no word that nobody knows.
        lexicon: reads what is told and asked word by word, instead of `roles` and `asks`.
    """

    name: str
    about: str
    asks: Sequence[tuple[str, str]]
    laws: Sequence[Law]
    shown: Mapping[str, Quantity]
    roles: Sequence[Role] = ()
    guard: str = r"(?!)"
    refuse: str = r"(?!)"
    told: Sequence[Told] = ()
    marks: Sequence[tuple[str, str]] = ()
    passed: Sequence[str] = ()
    rescaled: Sequence[tuple[str, str]] = ()
    prepared: Callable[[str], str] = lambda text: text
    words: str = ""
    idle: frozenset[str] = field(default_factory=frozenset)
    conventions: Sequence[str] = ()
    repeats: bool = False
    combine: Callable[[Facts], Facts] = lambda facts: {}
    check: Callable[[Facts], None] = lambda facts: None
    lexicon: Lexicon | None = None
    missing: Sequence[tuple[Missing, Any]] = ()
    called: Callable[[str, Facts], str] = lambda shown, facts: shown
    within: Mapping[str, Sequence[str]] = field(default_factory=dict)
    knowing: bool = False


def stored(value: Any) -> Any:
    """A value as JSON."""
    return [str(one) for one in value] if isinstance(value, tuple) else str(value)


def restored(value: Any) -> Any:
    """A value from JSON."""
    return tuple(Fraction(one) for one in value) if isinstance(value, list) else Fraction(value)


def about(value: Fraction | int, digits: int = 3) -> str:
    """A value, with 约 where it is rounded."""
    return f"{'' if is_exact(Fraction(value), digits) else '约 '}{decimal(value, digits)}"


def percentage(value: Fraction) -> str:
    """A share in per cent."""
    return f"{about(Fraction(value) * 100)}%"


def counted(unit: str) -> Callable[[Any], str]:
    """Shows a number with a unit: `4 片`."""
    return lambda value: f"{about(value)} {unit}"


def in_units(seconds: Fraction) -> tuple[str, ...]:
    """A time in each of the usual units."""
    return tuple(f"{decimal(seconds * 10**power, 4)} {unit}" for power, unit in ((12, "ps"), (9, "ns"), (6, "μs"), (3, "ms"), (0, "s")))


def whole(match: re.Match[str]) -> int:
    """The whole number in the one group of a match that took part."""
    return to_int(next(group for group in match.groups() if group))
