"""Several strict readings of one text, for kinds whose problems come in forms that share few words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import wraps

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.patterns import caseless
from engine.generators.reading import StayOut, stay_out


def first_reading(
    *recognisers: Callable[[str], Recognition | None],
    solve: Callable[[Parameters], Solution] | None = None,
    unread: str = r"(?!)",
) -> Callable[[str], Recognition | None]:
    """A recogniser that asks all of `recognisers`: the first confident reading, else the first that only lacks a parameter.

    Each reads the whole text or nothing; the other confident readings go with the first (`Recognition.others`), for they must come to
    the same. `solve`: a reading that it cannot work out gives way to the next. `unread`: a pattern of what the readers would
    pass over although it changes what is asked; a text with it is left.
    """

    def recognise(text: str) -> Recognition | None:
        if passed_over := patterns.search(unread, text):
            stay_out(f"nobody reads: {passed_over[0]}")
        found, reasons = [], []
        for recogniser in recognisers:
            try:
                if (seen := recogniser(text)) is not None:
                    if solve is not None and seen.confident:
                        solve(seen.parameters)
                    found.append(seen)
            except StayOut as refusal:
                reasons.append(str(refusal))
            except ZeroDivisionError:
                reasons.append("a figure of 0 where none can be")
        if not found and reasons:
            stay_out(" / ".join(reasons))
        return with_others(found)

    return recognise


def with_others(found: Sequence[Recognition]) -> Recognition | None:
    """The first confident of several readings of one text, with the parameters of the others; else the first; None of none."""
    confident = [seen for seen in found if seen.confident]
    if not confident:
        return found[0] if found else None
    others = [parameters for seen in confident for parameters in (seen.parameters, *seen.others)]
    return replace(confident[0], others=tuple(each for each in others if each != confident[0].parameters))


def left_by(
    others: Sequence[Callable[[str], Recognition | None]], reader: Callable[[str], Recognition | None]
) -> Callable[[str], Recognition | None]:
    """A reader of what none of the others understands: they say the same in other words, or know a text better."""

    def recognise(text: str) -> Recognition | None:
        seen = reader(text)
        return None if seen is None or any(_understands(other, text) for other in others) else seen

    return recognise


def _understands(reader: Callable[[str], Recognition | None], text: str) -> bool:
    try:
        return (seen := reader(text)) is not None and seen.confident
    except (StayOut, ZeroDivisionError):
        return False


def but_not(unread: str) -> Callable[[Callable[[str], Recognition | None]], Callable[[str], Recognition | None]]:
    """Make a recogniser stay out wherever a kind's own pattern of conditions that none of its readers knows is found.

    `unread`: what changes the answer, made of words that the readers pass over.
    """

    def wrapped(recognise: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
        @wraps(recognise)
        def checked(text: str) -> Recognition | None:
            if found := caseless(unread).search(text):
                stay_out(f"a condition that is not read: {found[0]}")
            return recognise(text)

        return checked

    return wrapped
