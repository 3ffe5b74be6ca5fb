"""The readers of statistics together: which of the two kinds a text is, and what every reader makes of it."""

from __future__ import annotations

from engine.generators.civil._problems.story import Reader, in_turn, one_reading
from engine.generators.civil._statistics.material.reading import growth_of_material, shares_of_material
from engine.generators.civil._statistics.periods import read_period_table
from engine.generators.civil._statistics.reading import read_growth, read_list_mean, read_shares
from engine.generators.civil._statistics.told.reading import read_told
from engine.generators.kind import Recognition
from engine.generators.reading import StayOut

_shares = shares_of_material(in_turn(one_reading(read_shares, read_list_mean), read_period_table))
_growth = growth_of_material(in_turn(read_growth))


def _reads(reader: Reader, text: str) -> bool:
    try:
        return reader(text) is not None
    except (StayOut, ZeroDivisionError):
        return False


def _told(text: str, *, shares: bool) -> Recognition | None:
    """What a short text says, for the kind that the readers of reports take it for; where they do not understand it, for the one it asks of."""
    found, about_shares = read_told(text)
    older = [kind for kind, reader in ((True, _shares), (False, _growth)) if _reads(reader, text)]
    return found if (older[0] if len(older) == 1 else about_shares) == shares else None


def _shares_told(text: str) -> Recognition | None:
    return _told(text, shares=True)


def _growth_told(text: str) -> Recognition | None:
    return _told(text, shares=False)


read_all_shares = in_turn(_shares, _shares_told)
"""Shares, means, contributions and multiples."""
read_all_growth = in_turn(_growth, _growth_told)
"""Values, rates and increases."""
