"""Keys that are written otherwise than as plain numbers: negative ones, `49*` beside `49`, `007`.

The readers know rows of plain numbers. Such a row is read with others in the places of its keys, and worked with the keys themselves,
which compare by their values and are written as the text writes them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import listed
from engine.generators.reading import stay_out

_TOKEN = r"-?\d+\*?"
_ROW = re.compile(rf"(?<![\dA-Za-z.])(?:{_TOKEN})(?:\s*[,、 ]\s*(?:{_TOKEN})){{3,}}(?![\dA-Za-z.])")

# Between spaces a sign could be a minus.
_COMMAS = re.compile(r"[,、]\s*-\d|-\d+\s*[,、]")


class Key(int):
    """A number that is written in its own way."""

    text: str

    def __new__(cls, value: int, text: str) -> Key:
        key = super().__new__(cls, value)
        key.text = text
        return key

    def __str__(self) -> str:
        return self.text

    __repr__ = __str__

    def __neg__(self) -> Key:
        return Key(-int(self), self.text)


def with_marked_keys(recognise: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """A recogniser that reads a row of such keys, too."""

    def recognised(text: str) -> Recognition | None:
        rows = {tuple(re.findall(_TOKEN, match[0])) for match in _ROW.finditer(text)}
        row = rows.pop() if len(rows) == 1 else ()
        values = [int(token.rstrip("*")) for token in row]
        if row and min(values) < 0 and not _COMMAS.search(text):
            return recognise(text)
        if all(value >= 0 and str(value) == token for value, token in zip(values, row, strict=True)) or len(set(row)) != len(row):
            return recognise(text)
        digits = "基数" in text
        if digits and min(values) < 0:
            stay_out("digits of a negative number")
        if min(values) >= 0 and (digits or len(set(values)) == len(values)):
            stand_ins = values
        else:
            order = sorted(range(len(values)), key=lambda place: (values[place], place))
            stand_ins = [order.index(place) + 1 for place in range(len(values))]
        plain = _ROW.sub(lambda match: listed(stand_ins, ",") if tuple(re.findall(_TOKEN, match[0])) == row else match[0], text)
        found = recognise(plain)
        if found is None or not found.confident:
            return None
        shown, real = listed(stand_ins), listed(row)
        return Recognition(
            parameters={
                "task": "marked",
                "inner": found.parameters,
                "keys": stand_ins,
                "marks": [[value, token] for value, token in zip(values, row, strict=True)],
            },
            understood=tuple((name, value.replace(shown, real)) for name, value in found.understood),
        )

    return recognised


def solving_marked_keys(solve: Callable[[Parameters], Solution]) -> Callable[[Parameters], Solution]:
    """The same for a solver."""

    def solved(parameters: Parameters) -> Solution:
        if "marks" not in parameters:
            return solve(parameters)
        keys = [Key(value, text) for value, text in parameters["marks"]]
        return solve(_with(parameters["inner"], list(parameters["keys"]), keys))

    return solved


def _with(told: Mapping[str, Any], stand_ins: list[int], keys: list[Key]) -> dict[str, Any]:
    """Parameters with the keys themselves in the place of those that stand for them."""
    found: dict[str, Any] = {}
    for name, value in told.items():
        if value == stand_ins and name == "keys":
            found[name] = keys
        elif name in ("parts", "variants"):
            found[name] = [_with(part, stand_ins, keys) for part in value]
        elif name in ("after", "rows", "pivot_key") and value:
            stay_out("keys told twice")
        else:
            found[name] = value
    return found
