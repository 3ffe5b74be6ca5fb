"""Lists of figures in a text: rows or columns of a table, and figures named one after another."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from engine.generators import patterns
from engine.generators.laws.clauses import to_seconds
from engine.generators.patterns import caseless

_FIGURES = {
    "share": r"(?<![\d.])\d+(?:\.\d+)?\s*%",
    "time": r"(?<![\d.])\d+(?:\.\d+)?\s*(?:ns|μs|us|ms)(?![A-Za-z])",
    "plain": r"(?<![\d.A-Za-z^])\d+(?:\.\d+)?(?![\d.A-Za-z%^×]|\s*(?:[kKMG]?Hz|MIPS|万|亿|百万|类|种|台|个程序|位|倍))",
}
_SEPARATOR = r"\s*(?:、|,|和|与|及|\||/)\s*"


@dataclass(frozen=True, slots=True)
class Row:
    """Figures of one kind and what stands before (or above) them."""

    label: str
    kind: str
    values: tuple[Fraction, ...]


def _value(kind: str, text: str) -> Fraction:
    if kind == "time":
        return to_seconds(text)
    number = Fraction(text.replace("%", "").strip())
    return number / 100 if kind == "share" else number


def _kind(cell: str) -> str | None:
    return next((kind for kind, pattern in _FIGURES.items() if patterns.fullmatch(pattern, cell)), None)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in (line.strip().strip("|").split("|") if line.count("|") > 1 else line.split()) if cell.strip()]


def _table(lines: list[list[str]], heading: list[str] | None) -> list[Row]:
    """The rows of a table, or its columns where each line holds figures of several kinds or of several things."""
    kinds = [[_kind(cell) for cell in line[1:]] for line in lines]
    if len(lines) > 1 and all(len(set(row)) == 1 for row in kinds) and not all(row == kinds[0] for row in kinds):
        return [
            Row(line[0], str(row[0]), tuple(_value(str(row[0]), cell) for cell in line[1:])) for line, row in zip(lines, kinds, strict=True)
        ]
    if len(lines) == 1 or (heading is not None and len(lines) <= 3 and len(lines[0]) > len(lines) + 1):
        return [
            Row(line[0], str(row[0]), tuple(_value(str(row[0]), cell) for cell in line[1:]))
            for line, row in zip(lines, kinds, strict=True)
            if len(set(row)) == 1
        ]
    if heading is None or any(row != kinds[0] for row in kinds):
        return []
    labels = heading[-len(kinds[0]) :]
    return [
        Row(labels[place], str(kind), tuple(_value(str(kind), line[place + 1]) for line in lines)) for place, kind in enumerate(kinds[0])
    ]


def _one_above_another(lines: list[str]) -> list[str]:
    """The lines of a text; a table that is printed in two halves, side by side, as one."""
    cells = [_cells(line) for line in lines]
    for place, heading in enumerate(cells):
        half = len(heading) // 2
        if half > 1 and len(heading) == 2 * half and heading[:half] == heading[half:]:
            end = place + 1
            while end < len(cells) and len(cells[end]) == 2 * half:
                end += 1
            body = [row[side : side + half] for side in (0, half) for row in cells[place + 1 : end]]
            return [*lines[:place], *(" ".join(row) for row in (heading[:half], *body)), *lines[end:]]
    return lines


def rows_of(text: str) -> tuple[list[Row], str]:
    """The lists of a text, and the text without them."""
    kept: list[str] = []
    rows: list[Row] = []
    table: list[list[str]] = []
    for line in [*_one_above_another(text.split("\n")), ""]:
        cells = _cells(line)
        if (
            len(cells) > 2
            and (_kind(cells[0]) is None or patterns.fullmatch(r"\d", cells[0]))
            and all(_kind(cell) for cell in cells[1:])
            and (not table or len(cells) == len(table[0]))
        ):
            table.append(cells)
            continue
        if table:
            above = _cells(kept[-1]) if kept else []
            heading = above if len(above) in (len(table[0]), len(table[0]) - 1) and not any(_kind(cell) for cell in above) else None
            found = _table(table, heading)
            if found:
                rows += found
                if heading is not None:
                    kept.pop()
            else:
                kept += [" ".join(one) for one in table]
            table = []
        if not patterns.fullmatch(r"[\s|:-]*", line):
            kept.append(line)
    text = "\n".join(kept)
    for kind, figure in _FIGURES.items():
        pattern = caseless(rf"(?:{figure})(?:{_SEPARATOR}(?:{figure})){{1,8}}")
        for match in pattern.finditer(text):
            label = patterns.split(r"[;。?!\n]", text[: match.start()])[-1]
            rows.append(Row(label, kind, tuple(_value(kind, one[0]) for one in caseless(figure).finditer(match[0]))))
        text = pattern.sub(" 〔列〕 ", text)
    return rows, text
