"""Tables that a page has lost the lines of, put back into lines of cells: one cell a line, all cells in one line, columns in one cell each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.generators import patterns

_CELL = re.compile(r"[^\s,，。;；?？!！|]{1,12}")
_CLOCK = re.compile(r"\d{1,2}[:：.]\d{2}")
_CAPTION = re.compile(r"(?m)^[ \t]*表\s*\d{1,2}(?:\s*[-.]\s*\d{1,2})?(?:\s+|(?=[\u3400-\u9fff]))[^\n,。;|:]{0,24}$")
_REFERENCE = re.compile(r"(?:(?:分别)?如|见|列于|列在|由|据)?(?:下)?(?:列)?表\s*\d{1,2}\s*[-.]\s*\d{1,2}\s*(?:所示|所列|给出|中?所示|中)?")


def without_captions(text: str) -> str:
    """The text without the numbers and the titles of its tables."""
    if not patterns.search(r"表(?:模拟|题|附)?\s*\d", text):
        return text
    text = patterns.sub(r"表(?:模拟|题|附)(?=\s*\d)", "表", text)
    text = patterns.sub(r"(?:分别)?(?:如|见)表\s*\d{1,2}(?:\s*(?:和|与|、|及)\s*表?\s*\d{1,2})+\s*(?:所示)?", "如下表", text)
    text = patterns.sub(r"(?<=[。;,( ])\s*表\s*\d{1,2}[-.]\d{1,2}\s+[\w]{0,4}[\u3400-\u9fff]{2,16}(?:表|情况)(?= )", "", text)
    return _REFERENCE.sub("如下表", _CAPTION.sub("", text))


def _is_heading(cell: str, headings: Sequence[str]) -> bool:
    return any(patterns.fullmatch(heading, cell, re.IGNORECASE) for heading in headings)


def _shape(cell: str) -> str:
    if _CLOCK.fullmatch(cell):
        return "clock"
    if patterns.fullmatch(r"\d+(?:\.\d+)?[\u3400-\u9fffA-Za-z]*|[-—–×/]+", cell):
        return "number"
    return "word"


def _rows(cells: Sequence[str], width: int) -> list[list[str]] | None:
    """The cells in rows of so many, where each column holds one sort of cell; None where they are no such rows."""
    if width < 2 or len(cells) % width or len(cells) < 2 * width:
        return None
    rows = [list(cells[start : start + width]) for start in range(0, len(cells), width)]
    return rows if all(len({_shape(cell) for cell in column}) == 1 for column in zip(*rows, strict=True)) else None


def rows_put_back(text: str, headings: Sequence[str], name: str) -> str:
    """The text with its flat tables in lines of cells. `headings`: patterns of what may head a column; `name`: the heading of the first column
    where rows have one cell more than there are headings.
    """
    return columns_in_cells(_one_cell_a_line(_all_in_one_line(text, headings, name), headings, name), headings)


def _put(head: Sequence[str], cells: Sequence[str], name: str) -> str | None:
    for start, width in (([], len(head)), ([name], len(head) + 1)):
        rows = _rows(cells, width)
        if rows is not None and (not start or not _is_counted(cells, len(head))):
            return "\n".join(" ".join(row) for row in ([*start, *head], *rows))
    return None


def _is_counted(cells: Sequence[str], width: int) -> bool:
    return _rows(cells, width) is not None


def _one_cell_a_line(text: str, headings: Sequence[str], name: str) -> str:
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        filled = [number for number in range(at, len(lines)) if lines[number].strip()]
        head: list[int] = []
        for number in filled:
            if not _is_heading(lines[number].strip(), headings):
                break
            head.append(number)
        if len(head) < 2:
            at += 1
            continue
        cells: list[int] = []
        for number in filled[len(head) :]:
            if not _CELL.fullmatch(lines[number].strip()):
                break
            cells.append(number)
        put = _put([lines[number].strip() for number in head], [lines[number].strip() for number in cells], name)
        if put is None:
            return text
        return "\n".join([*lines[: head[0]], put, *lines[cells[-1] + 1 :]])
    return text


def _all_in_one_line(text: str, headings: Sequence[str], name: str) -> str:
    """The cells stand behind the headings in their line, up to the end of the line or a word that is no cell."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if "|" in line:
            continue
        tokens = list(patterns.finditer(r"[^\s,，。;；:：?？]+(?::\d\d)?", line))
        place = 0
        while place < len(tokens):
            last = place
            while last < len(tokens) and _is_heading(tokens[last][0], headings):
                last += 1
            if last - place < 2:
                place += 1
                continue
            end = last
            while end < len(tokens) and _CELL.fullmatch(tokens[end][0]) and _bare(line, tokens[end - 1].end(), tokens[end].start()):
                end += 1
            head = [token[0] for token in tokens[place:last]]
            while end > last:
                put = _put(head, [token[0] for token in tokens[last:end]], name)
                if put is not None:
                    before, behind = line[: tokens[place].start()].rstrip(), line[tokens[end - 1].end() :].strip()
                    lines[number] = "\n".join(part for part in (before, put, behind) if part)
                    return "\n".join(lines)
                end -= 1
            place = max(last, place + 1)
    return text


def _bare(line: str, start: int, end: int) -> bool:
    """Whether nothing but spaces stands between two words."""
    return not line[start:end].strip()


def columns_in_cells(text: str, headings: Sequence[str]) -> str:
    """`| A B C |`, `3 1 2 |`, `5 6 7 |` below a row of headings: each cell is a column."""
    for found in patterns.finditer(
        r"(?m)^[ \t]*\|(?P<head>[^\n]+)\|[ \t]*\n(?:[ \t]*\|[ :|-]+\|[ \t]*\n)?(?P<body>(?:[^\n]*\|[ \t]*(?:\n|$)){1,8})", text
    ):
        head = [cell.strip() for cell in found["head"].split("|")]
        columns = [cell.split() for cell in patterns.split(r"[|\n]", found["body"]) if cell.strip()]
        if (
            len(head) > 1
            and all(_is_heading(cell, headings) for cell in head)
            and len(columns) == len(head)
            and len({len(column) for column in columns}) == 1
            and len(columns[0]) > 1
        ):
            rows = "\n".join(f"|{'|'.join(row)}|" for row in (head, *zip(*columns, strict=True)))
            return f"{text[: found.start()]}{rows}\n{text[found.end() :]}"
    return text
