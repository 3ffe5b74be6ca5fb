"""Tables of a statistical material, flattened in copying, told in sentences: each row with what its columns are headed.

A column is headed by a period (`2007年7月`) or by what it measures (`金额(亿美元)`, `比上年增长(%)`); the title says what all of them are of. Rows
behind `其中` are parts of the row above.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from engine.generators import patterns
from engine.generators.civil._statistics.grids import laid_out

_CELL = r"-?\d+(?:\.\d+)?%?"
_ROW = re.compile(rf"^\s*\|?\s*(?P<label>\S(?:[^\n|]*?\S)?)(?P<cells>(?:[\s|]+{_CELL}){{1,12}})\s*\|?\s*$")
_PERIOD = re.compile(
    r"^(?:(?:19|20)\d\d年?(?:\d{1,2}月|[上下]半年|第?[一二三四1-4]季度|末|底)?|\d{1,2}月|1[-—~]\d{1,2}月|第?[一二三四]季度|[上下]半年)$"
)
_GROWTH = r"同比|增长|增速|增幅|增减|±"
_SHARE = "比重|占比|比例"
_UNIT = re.compile(
    r"[(:]?单位[:：]?\s*(?P<unit>[^\s()、,;。]{1,6})\)?|\((?P<bare>[万亿千百]*(?:美元|[元吨人户件台辆套亩]|人次|公顷))\)\s*$"
)
_GENERAL = re.compile(r"^(?:绝对数|绝对量|绝对额|数值|总量|指标值|完成|合计|实绩|本期|金额|数额)$")
_TOP = re.compile(r"^(?:\d{1,2}[.、]|[一二三四五六七八九十][、.])|合计|总计|总额|总量|额$|总")


@dataclass(slots=True)
class Table:
    """A table: what it is about, and the rows that are parts of no other."""

    title: str
    rows: list[str] = field(default_factory=list)


def _columns(line: str, count: int) -> list[str] | None:
    """The headings of the columns in a line over so many cells."""
    cells = [cell for cell in patterns.split(r"[\s|]+", line.strip().strip("|")) if cell]
    cells = [cell for cell in cells if not patterns.fullmatch(":?-+:?", cell)]
    joined: list[str] = []
    for cell in cells:  # `比上年增长 (%)`
        if joined and patterns.fullmatch(r"\([^()]{1,8}\)|%", cell):
            joined[-1] += cell
        else:
            joined.append(cell)
    if len(joined) == count + 1 and not _PERIOD.match(joined[0]):
        joined = joined[1:]
    if len(joined) != count or any(patterns.fullmatch(_CELL, cell) and not _PERIOD.match(cell) for cell in joined):
        return None
    return joined


def told_in_sentences(text: str) -> tuple[str, list[Table]]:
    """A text with its tables told in sentences, and the tables."""
    lines = _units_beside(laid_out(text).split("\n"))
    told: list[str] = []
    tables: list[Table] = []
    index = 0
    while index < len(lines):
        rows: list[re.Match[str]] = []
        end = index
        for place, line in enumerate(lines[index:], index):
            if rows and line.strip() and patterns.fullmatch(rf"\s*(?:{_CELL}[\s|]*)+", line):
                continue  # a row that has lost its label
            row = _ROW.match(line)
            if row is None or _of_years(row) or patterns.search(r"[。,;?!]", row["label"]) or (rows and _count(row) != _count(rows[0])):
                break
            rows.append(row)
            end = place + 1
        above = _ROW.match(lines[index - 1]) if index else None
        alone = len(rows) == 1 and above is not None and _of_years(above)  # a single row under its years
        heading = _columns(lines[index - 1], _count(rows[0])) if index and (len(rows) > 1 or alone) else None
        if heading is None:
            told.append(lines[index])
            index += 1
            continue
        told.pop()
        title, unit, year = _title(told)
        table = Table(title)
        told += _sentences(table, heading, rows, unit, "" if any(patterns.match(r"(?:19|20)\d\d", head) for head in heading) else year)
        tables.append(table)
        index = end
    return "\n".join(told), tables


def _units_beside(lines: list[str]) -> list[str]:
    """The lines of tables that have a column of units, with these behind the names of the rows."""
    changed: list[str] = []
    inside = False
    for line in lines:
        if patterns.match(r"\s*\|?\s*\S*[ |]+单位[ |]", line):
            inside = True
            changed.append(patterns.sub(r"([ |]+)单位(?=[ |])", r"\1", line, 1))
            continue
        row = patterns.fullmatch(
            rf"(?P<label>\s*\|?\s*[^\d|]+?)[ |]+(?P<unit>[万亿千]*[^\s\d|]{{1,4}})(?P<cells>(?:[\s|]+{_CELL}){{1,12}}\s*\|?\s*)", line
        )
        inside = inside and row is not None
        changed.append(f"{row['label']}({row['unit']}){row['cells']}" if inside and row is not None else line)
    return changed


def _of_years(row: re.Match[str]) -> bool:
    """Whether a row is one of years: the heading of those below."""
    years = row["cells"].replace("|", " ").split()
    return len(years) > 1 and all(patterns.fullmatch(r"(?:19|20)\d\d", each) for each in years)


def _count(row: re.Match[str]) -> int:
    return len(row["cells"].replace("|", " ").split())


def _title(told: list[str]) -> tuple[str, str, str]:
    """The title over a table, taken off what was told, the unit it says, and the year where it says only one."""
    unit = ""
    title = ""
    for _ in range(2):
        if not told or patterns.search("[。;?!]", told[-1]) or len(told[-1]) > 60:
            break
        line = told.pop().strip()
        if (said := _UNIT.search(line)) is not None:
            unit = unit or said["unit"] or said["bare"]
            line = line[: said.start()] + line[said.end() :]
        title = line + title
    years = set(patterns.findall(r"(?:19|20)\d\d年", title.replace(" ", "")))
    title = patterns.sub(
        r"^\s*(?:附?表|图)\s*\d*[-\d]*\s*[:.、]?\s*|(?:19|20)\d\d\s?年?(?:\s?[-—~至到]+\s?(?:19|20)\d\d\s?年)?|\d{1,2}月(?:份)?", "", title
    )
    title = patterns.sub(
        r"及其?(?:同比)?(?:增长|增减)?(?:速度|率|情况)|(?:基本|主要|统计)?(?:情况|数据|指标)(?:统计)?表?$|[()\s:]|如下", "", title
    )
    return title, unit, f"{years.pop()}," if len(years) == 1 else ""


def _sentences(table: Table, heading: list[str], rows: list[re.Match[str]], unit: str, year: str) -> list[str]:
    """The rows in sentences, one for each that is a part of no other, with its parts."""
    told: list[str] = []
    sentence = ""
    inside = False
    whole = _whole(heading, rows)
    labels = [patterns.sub(r"\([^()]*\)", "", row["label"]).strip() for row in rows]
    again = len(set(labels)) < len(labels)  # `货运量合计` and its parts, `货物周转量合计` and parts by the same names
    of = ""
    for row in rows:
        label = row["label"].replace("|", " ").strip()
        part = patterns.match(r"(?:其中)[:,]?\s*|[#*]", label)
        top = not part and (not inside or _TOP.search(label) is not None)
        bare = patterns.sub(r"^(?:其中[:,]?\s*|\d{1,2}[.、]\s*|[一二三四五六七八九十]+[、.]\s*|[(]\d[)])", "", label).replace(" ", "")
        if again:
            plain = patterns.sub(r"\([^()]*\)", "", bare)
            if plain.endswith("合计"):
                of, top = plain.removesuffix("合计"), True
            elif of:
                bare, top = bare.replace(plain, plain + of, 1), False
        said = _row(bare, heading, row["cells"].replace("|", " ").split(), unit, whole)
        if top:
            if sentence:
                told.append(sentence + "。")
            lead = year + (f"{table.title}," if table.title else "")
            sentence = lead + said
            table.rows.append(patterns.sub(r"\([^()]*\)", "", bare))
            inside = False
        else:
            sentence += (";" if inside else ";其中,") + said
            inside = True
    if sentence:
        told.append(sentence + "。")
    return told


def _whole(heading: list[str], rows: list[re.Match[str]]) -> str:
    """The row that the shares in a table are of: the one that is all of it."""
    for place, head in enumerate(heading):
        if patterns.search(_SHARE, head):
            for row in rows:
                if patterns.fullmatch(r"100(?:\.0+)?%?", row["cells"].replace("|", " ").split()[place]):
                    return patterns.sub(r"\([^()]*\)|\s", "", row["label"])
    return ""


def _row(label: str, heading: list[str], cells: list[str], unit: str, whole: str) -> str:
    """A row's cells as clauses."""
    name, bracket, its = label.partition("(")
    own_unit = its.rstrip(")") if bracket and patterns.search("[万亿元吨人户件台辆个家%]", its) else ""
    clauses: list[str] = []
    of = name
    for head, cell in zip(heading, cells, strict=True):
        what, _, said = head.partition("(")
        said = said.rstrip(")")
        if patterns.search(_GROWTH, what):
            since = "环比" if "环比" in what else "同比"
            value = cell.rstrip("%")
            clauses.append(f"{of}{since}{'下降' + value[1:] if value.startswith('-') else '增长' + value}%")
        elif patterns.search(_SHARE, what):
            if name != whole:
                clauses.append(f"{of}占{whole}的比重{cell.rstrip('%')}%" if whole else f"{of}占比{cell.rstrip('%')}%")
        elif _PERIOD.match(what):
            period = f"{what}年" if patterns.fullmatch(r"(?:19|20)\d\d", what) else what
            clauses.append(f"{period}{name}{cell}{'' if cell.endswith('%') else own_unit or said or unit}")
        else:
            of = (
                name
                if _GENERAL.match(what) and sum(1 for each in heading if not patterns.search(f"{_GROWTH}|{_SHARE}", each)) == 1
                else name + what
            )
            clauses.append(f"{of}{cell}{'' if cell.endswith('%') else said or own_unit or unit}")
    return ",".join(clauses)
