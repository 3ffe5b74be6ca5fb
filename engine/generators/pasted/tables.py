"""Tables of HTML and of LaTeX as Markdown writes them, so that readers know one form."""

from __future__ import annotations

import re

from engine.generators import patterns

_TABLE = re.compile(r"<table\b[^<>]*>(?P<body>(?:(?!<table\b).)*?)</table\s*>", re.DOTALL | re.IGNORECASE)
_ROW = re.compile(r"<tr\b[^<>]*>(.*?)(?=<tr\b|</tr\s*>|$)", re.DOTALL | re.IGNORECASE)
_CELL = re.compile(r"<t(?P<head>[dh])\b(?P<how>[^<>]*)>(?P<held>.*?)(?=<t[dh]\b|</t[dh]\s*>|</?tr\b|$)", re.DOTALL | re.IGNORECASE)
_SPAN = r"\b{}\s*=\s*[\"'\\]*\s*(\d{{1,2}})"
_TABULAR = re.compile(
    r"\$*\s*(?:\\begin\{(?:table|center)\}(?:\[[^\]]*\])?\s*)*\\begin\{(?P<name>tabular|array)\}\s*\{[^{}]*\}(?P<body>(?:(?!\\begin\{).)*?)\\end\{(?P=name)\}(?:\s*\\end\{(?:table|center)\})*\s*\$*",
    re.DOTALL,
)
_WORDS_OF_LATEX = re.compile(r"\\(?:text|mathrm|textbf|mathbf)\s*\{([^{}]*)\}")


def with_tables_in_bars(text: str) -> str:
    """The text with its tables of HTML and of LaTeX in lines of cells between bars; a cell over several columns or rows stands in the first
    of them, and the others are empty.
    """
    if "<t" in text.lower():
        text = _TABLE.sub(lambda table: _in_bars(_rows_of_html(table["body"])) or table[0], text)
    if "\\begin{" in text:
        text = _TABULAR.sub(_from_latex, text)
    return text


def _rows_of_html(body: str) -> list[list[str]]:
    rows: list[list[str]] = []
    below: dict[int, int] = {}  # how many rows more a cell above takes of a column
    for row in _ROW.findall(body):
        cells: list[str] = []

        def fill(cells: list[str] = cells) -> None:
            while below.get(len(cells), 0):
                below[len(cells)] -= 1
                cells.append("")

        fill()
        for cell in _CELL.finditer(row):
            wide, high = (
                int(found[1]) if (found := patterns.search(_SPAN.format(name), cell["how"])) else 1 for name in ("colspan", "rowspan")
            )
            for place in range(max(1, wide)):
                below[len(cells)] = max(0, high - 1)
                cells.append(_plain(cell["held"]) if not place else "")
            fill()
        if cells:
            rows.append(cells)
    return rows


def _plain(held: str) -> str:
    """What a cell says, in one line."""
    return " ".join(patterns.sub(r"<[^<>]*>", " ", held).replace("|", "/").split())


def _from_latex(table: re.Match[str]) -> str:
    # A matrix or a system of equations has neither lines nor words.
    body = patterns.sub(r"\\(?:hline|toprule|midrule|bottomrule|cline\{[^{}]*\})", "", table["body"])
    if table["name"] == "array" and (body == table["body"] or not patterns.search(r"[\u4e00-\u9fff]", body)):
        return table[0]
    body = patterns.sub(r"\\multirow\s*\{[^{}]*\}\s*\{[^{}]*\}\s*\{([^{}]*)\}", r"\1", body)
    body = patterns.sub(
        r"\\multicolumn\s*\{(\d{1,2})\}\s*\{[^{}]*\}\s*\{([^{}]*)\}", lambda cell: cell[2] + " &" * (int(cell[1]) - 1), body
    )
    body = _WORDS_OF_LATEX.sub(r"\1", body)
    rows = [
        [" ".join(cell.replace("|", "/").split()) for cell in patterns.split(r"(?<!\\)&", row)] for row in body.split("\\\\") if row.strip()
    ]
    return _in_bars(rows) or table[0]


def _in_bars(rows: list[list[str]]) -> str:
    """Lines of cells, the first a heading; nothing of less than two cells a row."""
    width = max(map(len, rows), default=0)
    if width < 2 or len(rows) < 2:
        return ""
    lines = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in rows]
    return "\n".join(["", lines[0], f"|{' --- |' * width}", *lines[1:], ""])
