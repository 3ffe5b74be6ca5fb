"""Options that are ranges, `1100 到 1300`: the one in which a value lies."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fractions import Fraction

from engine.generators.markdown import paragraphs

_RANGE = re.compile(r"(?P<low>\d+(?:\.\d+)?)\s*(?:[A-Za-zμ]*\s*)(?:到|至|~|-|—)\s*(?P<high>\d+(?:\.\d+)?)\s*(?P<unit>[A-Za-zμ]*)")


def within(value: Fraction, unit: str) -> Callable[[Sequence[str]], tuple[int, str] | None]:
    """For `Solution.among`: the place of the only range that holds the value, its unit the same or left out."""

    def among(options: Sequence[str]) -> tuple[int, str] | None:
        ranges = [_RANGE.fullmatch(option.strip()) for option in options]
        places = [
            place
            for place, found in enumerate(ranges)
            if found is not None and found["unit"] in ("", unit) and Fraction(found["low"]) <= value <= Fraction(found["high"])
        ]
        if None in ranges or len(places) != 1:
            return None
        return places[0], paragraphs(f"{float(value):g} {unit} 在 {options[places[0]]} 之间。")

    return among
