"""Several strict readings of one text, and none where it holds a condition that nobody in the family reads."""

from __future__ import annotations

from collections.abc import Callable

from engine.generators import alternatives
from engine.generators.co._conditions import no_unread_condition
from engine.generators.co._notes import without_notes
from engine.generators.kind import Recognition
from engine.generators.pasted.normalising import normalise
from engine.generators.patterns import caseless
from engine.generators.reading import stay_out


def first_reading(*recognisers: Callable[[str], Recognition | None], unread: str = r"(?!)") -> Callable[[str], Recognition | None]:
    """As `engine.generators.alternatives.first_reading`, for a text whose conditions the family reads.

    `unread`: conditions that no reader of this kind knows.
    """
    read = alternatives.first_reading(*recognisers)

    def recognise(text: str) -> Recognition | None:
        no_unread_condition(text)
        if found := caseless(unread).search(normalise(text)):
            stay_out(f"a condition that is not read: {found[0]}")
        return read(without_notes(text))

    return recognise
