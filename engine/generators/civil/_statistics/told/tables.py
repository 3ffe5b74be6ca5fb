"""Tables of statistics told in sentences, one figure each."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.civil._statistics.grids import PART_OF_YEAR, TIME, laid_out, rows_of


def tables_told(text: str) -> str:
    """A table of figures in sentences: each row's label with what the headings say of its cells."""
    lines = laid_out(text).split("\n")
    told: list[str] = []
    index = 0
    while index < len(lines):
        rows = rows_of(lines[index:])
        if len(rows) > 1:
            told = _titled(told)
            told += _rows_told(told[-1] if told else "", [_with_periods(row) for row in rows])
        else:
            told.append(lines[index])
        index += max(len(rows), 1)
    return "\n".join(told)


def _titled(told: list[str]) -> list[str]:
    """The lines before a table; the last one, its title, is a sentence of its own."""
    if not told:
        return told
    title = patterns.sub("(?:各个?|[四4]个)(?:季度|月份?|年份?)的?", "", told[-1].rstrip())
    return [*told[:-1], title if title.endswith("。") else patterns.sub("[:,]?$", "。", title)]


def _with_periods(cells: list[str]) -> list[str]:
    """The cells of a row, the quarters by their full name: `季度 一 二 三 四`."""
    if not cells or not patterns.match("季度", cells[0]):
        return cells
    return [cells[0], *(f"第{cell}季度" if patterns.fullmatch("[一二三四]", cell) else cell for cell in cells[1:])]


def _rows_told(title: str, rows: list[list[str]]) -> list[str]:
    told: list[str] = []
    heading = rows[0]
    before = heading[0].rpartition(":")[0]
    told += [f"{before}。"] if before else []
    rows, heading = _named_in_full(title, rows)
    measured = [head.partition("(")[0] for head in heading[1:] if not patterns.search("同比|增速|增长率|增长|增幅|占比|比重", head)]
    # A rate beside one column of figures is that column's.
    of_rates = patterns.sub(r"^(?:19|20)\d\d年?|^(?:金额|数额|数值|数量|总额|规模)$", "", measured[0]) if len(measured) == 1 else ""
    of_all = patterns.search(r"单位:?(?P<unit>[^():,;。\s]{1,6})|\((?P<unit2>[万亿千]*(?:元|吨|人次|人|辆|台|件|套|千瓦时))\)", title)
    told_unit = (of_all["unit"] or of_all["unit2"]) if of_all else ""
    for label, *cells in _with_total(rows[1:]):
        name, _, unit = label.rstrip(")").partition("(")
        for head, cell in zip(heading[1:], cells, strict=True):
            of, _, its = head.rstrip(")").partition("(")
            unit_here = unit.removeprefix("单位:") or its.removeprefix("单位:") or (told_unit if not cell.endswith("%") else "")
            if patterns.search("同比|增速|增长率|增长|增幅", of):
                way = "下降" if cell.startswith("-") else "增长"
                told.append(f"{name}{of_rates}同比{way}{cell.lstrip('-').rstrip('%')}%。")
            elif patterns.search("占比|比重", of):
                told.append(f"{name}占比{cell.rstrip('%')}%。")
            elif patterns.fullmatch(TIME, name):
                told.append(f"{name if patterns.search('[季月]', name) else name.rstrip('年') + '年'}{of}{cell}{unit_here}。")
            else:
                when = patterns.match(rf"(?:((?:19|20)\d\d)年?)?({PART_OF_YEAR})?", of)
                rest = patterns.sub("^(?:金额|数额|数值|数量|总额|规模)$", "", of[when.end() :] if when else of)
                year = (f"{when[1]}年" if when[1] else "") + (when[2] or "") if when else ""
                told.append(f"{year}{name}{rest}{cell}{unit_here}。")
    return told


def _with_total(rows: list[list[str]]) -> list[list[str]]:
    """The rows of a table with a row `总支出`, the others as parts of that: `教育支出`."""
    nouns = {found["noun"] for row in rows if (found := patterns.fullmatch("总(?P<noun>[\u4e00-\u9fff]{2,4})", row[0]))}
    if len(nouns) != 1:
        return rows
    noun = nouns.pop()
    return [row if noun in row[0] or "(" in row[0] else [row[0] + noun, *row[1:]] for row in rows]


def _named_in_full(title: str, rows: list[list[str]]) -> tuple[list[list[str]], list[str]]:
    """The rows, and their heading, of a table of one figure, whose short name (`零售额`) is the one of its title (`农村电商零售额如下`)."""
    title = patterns.sub(r"\([^()]*\)", "", patterns.sub(r"\s", "", title)).rstrip(":。,")
    found = patterns.search(
        r"(?:年度?|[\d⟧](?:年)?|月份?|季度|^某[\u4e00-\u9fff]{1,3}?)的?(?P<name>[\u4e00-\u9fff]{3,12}?)(?:情况|统计|数据)*(?:如(?:下|表)(?:表)?(?:所示)?|见下表)?$",
        title,
    )
    if found is None or patterns.search("[、和与及]", found["name"]):
        return rows, rows[0]
    full = patterns.sub("^.*(?:[上下]半年|全年)的?", "", found["name"])

    def named(cell: str) -> str:
        name, bracket, unit = cell.partition("(")
        return full + bracket + unit if 1 < len(name) < len(full) and full.endswith(name) else cell

    if len(rows) == 2 and all(patterns.fullmatch(TIME, cell) for cell in rows[0][1:]):
        return [rows[0], [named(rows[1][0]), *rows[1][1:]]], rows[0]
    return rows, rows[0]
