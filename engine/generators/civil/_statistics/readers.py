"""The readers of statistics together: which of the two kinds a text is, and what every reader makes of it."""

from __future__ import annotations

from contextlib import suppress

from engine.generators.civil._problems.story import in_turn
from engine.generators.civil._statistics.material.reading import read_material
from engine.generators.civil._statistics.told.reading import read_told
from engine.generators.kind import Recognition
from engine.generators.reading import StayOut


def _shares_of_material(text: str) -> Recognition | None:
    found, about_shares = read_material(text)
    return found if about_shares else None


def _growth_of_material(text: str) -> Recognition | None:
    found, about_shares = read_material(text)
    return None if about_shares else found


def _told(text: str, *, shares: bool) -> Recognition | None:
    """What a short text says, for the kind that the reader of materials takes it for; where it does not understand it, for the one it asks of."""
    found, about_shares = read_told(text)
    with suppress(StayOut, ZeroDivisionError):
        about_shares = read_material(text)[1]
    return found if about_shares == shares else None


def _shares_told(text: str) -> Recognition | None:
    return _told(text, shares=True)


def _growth_told(text: str) -> Recognition | None:
    return _told(text, shares=False)


read_all_shares = in_turn(_shares_of_material, _shares_told)
"""Shares, means, contributions and multiples."""
read_all_growth = in_turn(_growth_of_material, _growth_told)
"""Values, rates and increases."""
