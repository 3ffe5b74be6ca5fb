"""Rows of keys to be sorted, as a text tells them."""

from __future__ import annotations

import re

from engine.generators.reading import stay_out, to_ints

MOST = 24
"""The longest row that is worked by hand."""


def row_of(match: re.Match[str], least: int = 3) -> list[int]:
    """The keys of a row, all different.

    Raises:
        StayOut: fewer than `least`, too many, or equal ones.
    """
    keys = list(to_ints(match[0]))
    if len(set(keys)) != len(keys) or not least <= len(keys) <= MOST:
        stay_out("keys")
    return keys
