"""Tables of a report in one form: their columns are times or measures, their rows things; every other way of setting them is turned into it.

A table whose rows are times is turned around; one of quarters (months) under years becomes one row of all of them.
"""

from __future__ import annotations

import re

from engine.generators import patterns

ROW = re.compile(r"[|\t]|\s{2,}|(?<=\S) (?=\S)")
"""What stands between the cells of a table's row."""
FIGURE = r"-?\d[\d.]*%?"
"""A figure in a table."""
YEAR = r"(?:19|20)\d\d年?"
PART_OF_YEAR = r"(?:第?[一二三四1-4]季度|(?:1[0-2]|[1-9])月(?:份)?)"
TIME = rf"(?:{YEAR}(?:{PART_OF_YEAR})?|{PART_OF_YEAR})"
"""A year, a part of one, or both, as a heading says it."""
_RULE = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|?)+\s*")
_OF_BEFORE = re.compile("占|同比|环比|比上年|较上年|增长|增速|增幅")
"""Begins the heading of a column that is about the column before."""
_ABOUT = r"(?:19|20)\d\d\s?年?(?:\s?[-—~至到]+\s?(?:19|20)\d\d\s?年?)?|[各分][季月年]度?|[四4]个季度|(?<=[\u4e00-\u9fff])[季月年]度|基?本?情况|统计|数据|表?如下(?:表)?(?:所示)?|表$|的|\s|[:：。,]"
"""What the title of a table says beside what is measured."""
_UNIT = re.compile(r"\(?单位[:：]?\s*(?P<unit>[^\s()、,;。]{1,6})\)?|\((?P<bare>[万亿千百]*[\u4e00-\u9fff]{1,3})\)\s*$")


def _cells(line: str) -> list[str]:
    """The cells of a row."""
    return [cell.strip() for cell in ROW.split(line.strip().strip("|")) if cell.strip()]


def laid_out(text: str) -> str:
    """A text with its tables so."""
    if "\n" not in text:
        return text
    lines = [line for line in text.split("\n") if not _RULE.fullmatch(line)]
    told: list[str] = []
    index = 0
    while index < len(lines):
        rows = rows_of(lines[index:])
        if len(rows) < 2:
            told.append(lines[index])
            index += 1
            continue
        if all(patterns.fullmatch(TIME, row[0]) for row in rows[1:]):
            while told and not told[-1].strip():
                told.pop()
            title = told.pop() if told and not patterns.search("[。;?!]", told[-1]) else ""
            rows, title = _by_time(rows, title)
            told += [title] if title else []
        told += [f"| {' | '.join(row)} |" for row in rows]
        index += len(rows_of(lines[index:]))
    return "\n".join(told)


def rows_of(lines: list[str]) -> list[list[str]]:
    """The rows of the table that begins with the first line: a heading, and figures behind labels."""
    heading = [_time(cell) for cell in _cells(lines[0])]
    if len(heading) < 2 or any(patterns.fullmatch(FIGURE, cell) and not patterns.fullmatch(TIME, cell) for cell in heading):
        return []
    rows = [heading]
    for line in lines[1:]:
        cells = _cells(line)
        if len(cells) != len(heading) or not all(patterns.fullmatch(FIGURE, cell) for cell in cells[1:]):
            break
        rows.append([_time(cells[0]), *cells[1:]])
    return rows


def _time(cell: str) -> str:
    """A cell with its quarter as it is usually said: `Q1`, `1季度`."""
    cell = patterns.sub(r"(?<![A-Za-z])Q([1-4])(?!\d)", r"第\1季度", cell)
    return patterns.sub(r"第?([1-4])季度?(?=$)", lambda found: f"第{' 一二三四'[int(found[1])]}季度", cell) if "季" in cell else cell


def _by_time(rows: list[list[str]], title: str) -> tuple[list[list[str]], str]:
    """A table whose rows are times with these as its columns, and what is left of its title."""
    heading = rows[0]
    if all(patterns.fullmatch(YEAR, cell) for cell in heading[1:]):
        name = _measured(title)
        if not name or any(patterns.fullmatch(YEAR, row[0]) for row in rows[1:]):
            return rows, title
        years = [(place, f"{year.rstrip('年')}年") for place, year in enumerate(heading) if place]
        times = [(year + row[0], row[place]) for place, year in years for row in rows[1:]]
        return [["时间", *(time for time, _ in times)], [name, *(cell for _, cell in times)]], ""
    columns: list[list[str]] = []
    before = ""
    for place, head in enumerate(heading[1:], 1):
        name = patterns.sub(r"\([^()]*\)", "", head)
        of_before = _OF_BEFORE.match(name) is not None
        columns.append([before + head if of_before else head, *(row[place] for row in rows[1:])])
        before = before if of_before else name
    return [[heading[0], *(row[0] for row in rows[1:])], *columns], title


def _measured(title: str) -> str:
    """What a title says is measured, with its unit: `某厂 2021—2022 年各季度产值(单位:万元)` measures `某厂产值(万元)`."""
    unit = _UNIT.search(title)
    name = patterns.sub(_ABOUT, "", _UNIT.sub("", title))
    if len(name) < 2 or patterns.search(r"[、和与及\d]", name):
        return ""
    return f"{name}({unit['unit'] or unit['bare']})" if unit is not None else name
