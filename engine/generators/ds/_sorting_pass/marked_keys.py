"""Keys that are written otherwise than as plain numbers: negative ones, `49*` beside `49`, `007`, letters; and keys to be sorted descending.

The readers know rows of plain numbers. Such a row is read with others in the places of its keys, and worked with the keys themselves,
which compare by their values and are written as the text writes them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import listed
from engine.generators.reading import StayOut, stay_out

_TOKEN = r"-?\d+\*?"
_ROW = re.compile(rf"(?<![\dA-Za-z.])(?:{_TOKEN})(?:\s*[,、 ]\s*(?:{_TOKEN})){{3,}}(?![\dA-Za-z.])")

_LETTERS = re.compile(r"(?<![A-Za-z0-9])[A-Za-z](?:\s*[,、 ]\s*[A-Za-z](?![A-Za-z0-9])){4,}")
_BY_LETTERS = re.compile(r"[按以照](?:英文)?字母表?的?(?:先后)?(?:顺序|次序|升序|大小)?(?:递增|升序)?的?(?:次序|顺序)?")
_DESCENDING = re.compile(r"从大到小|由大到小|降序|递减|非递增")
# Where one end of the order is named, the order cannot be turned round by putting other keys in the places of these.
_NOT_TURNED = re.compile("堆|基数|大的|小的|最大|最小|上浮|下沉|较大|较小|升序|从小到大|由小到大|递增")

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
        if (lettered := _with_letters(recognise, text)) is not None:
            return lettered
        if _DESCENDING.search(text) and not _NOT_TURNED.search(text):
            return _turned(recognise, text)
        rows = {tuple(patterns.findall(_TOKEN, match[0])) for match in _ROW.finditer(text)}
        if len(rows) > 1 and (several := _with_negative_rows(recognise, text)) is not None:
            return several
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
        plain = _ROW.sub(lambda match: listed(stand_ins, ",") if tuple(patterns.findall(_TOKEN, match[0])) == row else match[0], text)
        found = recognise(plain)
        if found is None or not found.confident:
            return None
        return _marked(found, stand_ins, values, row)

    return recognised


def _marked(found: Recognition, stand_ins: list[int], values: list[int], row: Sequence[str], descending: bool = False) -> Recognition:
    """What was read with others in the places of the keys, with what the keys are worth and how they are written."""
    shown, real = listed(stand_ins), listed(row)
    return Recognition(
        parameters={
            "task": "marked",
            "inner": found.parameters,
            "keys": stand_ins,
            "marks": [[value, token] for value, token in zip(values, row, strict=True)],
            **({"descending": True} if descending else {}),
        },
        understood=(
            *((name, value.replace(shown, real)) for name, value in found.understood),
            *((("次序", "从大到小"),) if descending else ()),
        ),
    )


def _with_negative_rows(recognise: Callable[[str], Recognition | None], text: str) -> Recognition | None:
    """Several rows of the same keys, some of them negative, read with their ranks in their places; None where there are none."""
    rows = [patterns.findall(_TOKEN, match[0]) for match in _ROW.finditer(text)]
    row = rows[0]
    if any(sorted(each) != sorted(row) for each in rows) or len(set(row)) != len(row) or any("*" in token for token in row):
        return None
    if min(map(int, row)) >= 0 or not _COMMAS.search(text):
        return None
    ranks = {token: sorted(map(int, row)).index(int(token)) + 1 for token in row}
    try:
        found = recognise(_ROW.sub(lambda match: listed((ranks[token] for token in patterns.findall(_TOKEN, match[0])), ","), text))
    except StayOut:
        return None
    if found is None or not found.confident:
        return None
    marked = _marked(found, [ranks[token] for token in row], [int(token) for token in row], row)
    told = {listed(ranks[token] for token in each): listed(each) for each in rows}
    return replace(marked, understood=tuple((name, told.get(value, value)) for name, value in marked.understood))


def _with_letters(recognise: Callable[[str], Recognition | None], text: str) -> Recognition | None:
    """A row of letters, each once, read with their places in the alphabet; None where the text has none that is understood."""
    rows = [patterns.findall("[A-Za-z]", match[0]) for match in _LETTERS.finditer(text)]
    if not rows or any(sorted(each) != sorted(rows[0]) for each in rows):
        return None
    row = rows[0]
    if len(set(row)) != len(row) or not ("".join(row).isupper() or "".join(row).islower()):
        return None
    values = [ord(letter.upper()) - 64 for letter in row]
    plain = _LETTERS.sub(lambda match: listed((ord(letter.upper()) - 64 for letter in patterns.findall("[A-Za-z]", match[0])), ","), text)
    plain = _BY_LETTERS.sub("按升序", patterns.sub(r"字符(?=序列)", "", plain))
    try:
        found = recognise(plain)
    except StayOut:
        return None
    return None if found is None or not found.confident else _marked(found, values, values, row)


def _turned(recognise: Callable[[str], Recognition | None], text: str) -> Recognition | None:
    """Plain keys that are to be sorted descending, read with others in their places whose ascending order it is."""
    try:
        if (plain := recognise(text)) is not None:
            return plain
    except StayOut:
        pass  # a descending order is what most of the readers do not know
    rows = {tuple(patterns.findall(_TOKEN, match[0])) for match in _ROW.finditer(text)}
    row = rows.pop() if len(rows) == 1 else ()
    if not row or any("*" in token or str(int(token)) != token for token in row) or len(set(row)) != len(row):
        return None
    values = [int(token) for token in row]
    if min(values) < 0 and not _COMMAS.search(text):
        return None
    stand_ins = [sorted(values, reverse=True).index(value) + 1 for value in values]
    swapped = patterns.sub("[大小](?=者)", lambda sign: "小" if sign[0] == "大" else "大", text)
    found = recognise(_DESCENDING.sub("从小到大", _ROW.sub(lambda match: listed(stand_ins, ","), swapped)))
    return None if found is None or not found.confident else _marked(found, stand_ins, [-value for value in values], row, True)


def solving_marked_keys(solve: Callable[[Parameters], Solution]) -> Callable[[Parameters], Solution]:
    """The same for a solver."""

    def solved(parameters: Parameters) -> Solution:
        if "marks" not in parameters:
            return solve(parameters)
        keys = [Key(value, text) for value, text in parameters["marks"]]
        solution = solve(_with(parameters["inner"], list(parameters["keys"]), keys))
        if not parameters.get("descending"):
            return solution
        return replace(
            solution,
            steps=solution.steps.replace("从小到大", "从大到小"),
            conventions=tuple(convention.replace("从小到大", "从大到小") for convention in solution.conventions),
        )

    return solved


def _in_their_places(value: list[Any], keys: Mapping[int, Key]) -> list[Any]:
    """A row, or rows, of stand-ins with the keys themselves.

    Raises:
        StayOut: it holds other numbers.
    """
    if value and isinstance(value[0], list):
        return [_in_their_places(each, keys) for each in value]
    if sorted(value) != sorted(keys):
        stay_out("a row of other keys")
    return [keys[each] for each in value]


def _with(told: Mapping[str, Any], stand_ins: list[int], keys: list[Key]) -> dict[str, Any]:
    """Parameters with the keys themselves in the place of those that stand for them."""
    found: dict[str, Any] = {}
    for name, value in told.items():
        if value == stand_ins and name == "keys":
            found[name] = keys
        elif name in ("parts", "variants"):
            found[name] = [_with(part, stand_ins, keys) for part in value]
        elif name in ("after", "rows") and value:
            found[name] = _in_their_places(value, dict(zip(stand_ins, keys, strict=True)))
        elif name in ("pivot_key", "inserted", "beside") and value:
            stay_out("keys told twice")
        else:
            found[name] = value
    return found
