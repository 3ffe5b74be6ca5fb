"""Several strict readings of one text, for kinds whose problems come in forms that share few words."""

from __future__ import annotations

from collections.abc import Callable

from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.reading import StayOut, stay_out


def first_reading(
    *recognisers: Callable[[str], Recognition | None], solve: Callable[[Parameters], Solution] | None = None
) -> Callable[[str], Recognition | None]:
    """A recogniser that tries `recognisers` in order: the first confident reading, else the first that only lacks a parameter.

    Each reads the whole text or nothing, so that two that both understand it say the same. `solve`: a reading that it cannot work out
    gives way to the next.
    """

    def recognise(text: str) -> Recognition | None:
        found, reasons = [], []
        for recogniser in recognisers:
            try:
                if (seen := recogniser(text)) is not None:
                    if solve is not None and seen.confident:
                        solve(seen.parameters)
                    found.append(seen)
                    if seen.confident:
                        break
            except StayOut as refusal:
                reasons.append(str(refusal))
        confident = [seen for seen in found if seen.confident] or found
        if not found and reasons:
            stay_out(" / ".join(reasons))
        return confident[0] if confident else None

    return recognise
