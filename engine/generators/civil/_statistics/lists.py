"""Tables and rows of statistics told in sentences, one figure each."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.civil._statistics.names import SOME
from engine.generators.reading import stay_out

ROW = re.compile(r"[|\t]|\s{2,}|(?<=\S) (?=\S)")
"""What stands between the cells of a table's row."""
FIGURE = r"-?\d[\d.]*%?"
"""A figure in a table."""


def asks_after_table(line: str, cells: list[str]) -> bool:
    """Whether a line below a table is no row of it but a question (`问：2023 年……`)."""
    return patterns.search("多少|几|[?]|求|问", line) is not None and not all(patterns.fullmatch(FIGURE, cell) for cell in cells[1:])


def tables_told(text: str) -> str:
    """A table of figures in sentences: each row's label with what the headings say of its cells."""
    lines = text.split("\n")
    told: list[str] = []
    index = 0
    while index < len(lines):
        rows: list[list[str]] = []
        for line in lines[index:]:
            cells = [cell.strip() for cell in ROW.split(line.strip().strip("|")) if cell.strip()]
            if len(cells) < 2 or (rows and len(cells) != len(rows[0])) or all(patterns.fullmatch(":?-+:?", cell) for cell in cells):
                if len(cells) > 1 and rows and all(patterns.fullmatch(":?-+:?", cell) for cell in cells):
                    continue
                break
            if len(rows) > 1 and asks_after_table(line, cells):
                break
            rows.append(cells)
        heading = rows[0] if rows else []
        if (
            len(rows) < 2
            or any(patterns.fullmatch(r"-?[\d.]+%?", cell) and not patterns.fullmatch(r"(?:19|20)\d\d", cell) for cell in heading)
            or not all(patterns.fullmatch(FIGURE, cell) for row in rows[1:] for cell in row[1:])
        ):
            told.append(lines[index])
            index += 1
            continue
        before = heading[0].rpartition(":")[0]
        told += [f"{before}。"] if before else []
        rows, heading = _named_in_full(told[-1] if told else "", rows)
        measured = [head.partition("(")[0] for head in heading[1:] if not patterns.search("同比|增速|增长率|增长|增幅|占比|比重", head)]
        # A rate beside one column of figures is that column's.
        of_rates = patterns.sub(r"^(?:19|20)\d\d年?|^(?:金额|数额|数值|数量|总额|规模)$", "", measured[0]) if len(measured) == 1 else ""
        for label, *cells in rows[1:]:
            name, _, unit = label.rstrip(")").partition("(")
            for head, cell in zip(heading[1:], cells, strict=True):
                of, _, its = head.rstrip(")").partition("(")
                if patterns.search("同比|增速|增长率|增长|增幅", of):
                    told.append(
                        f"{name}{of_rates}同比增长{cell.rstrip('%')}%。"
                        if not cell.startswith("-")
                        else f"{name}{of_rates}同比下降{cell[1:].rstrip('%')}%。"
                    )
                elif patterns.search("占比|比重", of):
                    told.append(f"{name}占比{cell.rstrip('%')}%。")
                elif patterns.fullmatch(r"(?:19|20)\d\d(?:年)?", name):
                    told.append(f"{name.rstrip('年')}年{of}{cell}{its}。")
                else:
                    year = patterns.match(r"((?:19|20)\d\d)年?", of)
                    rest = patterns.sub("^(?:金额|数额|数值|数量|总额|规模)$", "", of[year.end() :] if year else of)
                    told.append(f"{year[1] + '年' if year else ''}{name}{rest}{cell}{unit or its}。")
        index += len(rows)
    return "\n".join(told)


def _named_in_full(title: str, rows: list[list[str]]) -> tuple[list[list[str]], list[str]]:
    """The rows, and their heading, of a table of one figure, whose short name (`零售额`) is the one of its title (`农村电商零售额如下`)."""
    title = patterns.sub(r"\([^()]*\)", "", patterns.sub(r"\s", "", title)).rstrip(":。,")
    found = patterns.search(
        r"(?:年度?|[\d⟧](?:年)?|月份?|季度|^某[\u4e00-\u9fff]{1,3}?)的?(?P<name>[\u4e00-\u9fff]{3,12}?)(?:情况|统计|数据)*(?:如(?:下|表)(?:表)?(?:所示)?|见下表)?$",
        title,
    )
    if found is None or patterns.search("[、和与及]", found["name"]):
        return rows, rows[0]
    full = found["name"]

    def named(cell: str) -> str:
        name, bracket, unit = cell.partition("(")
        return full + bracket + unit if 1 < len(name) < len(full) and full.endswith(name) else cell

    if len(rows) == 2 and all(patterns.fullmatch(r"(?:19|20)\d\d年?", cell) for cell in rows[0][1:]):
        return [rows[0], [named(rows[1][0]), *rows[1][1:]]], rows[0]
    if len(rows[0]) == 2 and all(patterns.fullmatch(r"(?:19|20)\d\d年?", row[0]) for row in rows[1:]):
        heading = [rows[0][0], named(rows[0][1])]
        return [heading, *rows[1:]], heading
    return rows, rows[0]


_FIGURE = r"-?\d+(?:\.\d+)?(?:%|个?百分点|[万亿千]*[\u4e00-\u9fff]{0,3}?)"
_JOINT = r"(?:、|,|和|与|及|以及)"
_ROW_OF_FIGURES = rf"-?\d+(?:\.\d+)?[^\d,;。?%、和与及:⟦⟧]{{0,4}}%?(?:{_JOINT}-?\d+(?:\.\d+)?[^\d,;。?%、和与及:⟦⟧]{{0,4}}%?)+"
_RESPECTIVELY = re.compile(
    rf"(?P<before>[^,;。?!\n]*?)(?P<be>(?:分别|依次|各)[^\d,;。?!\n⟦⟧]{{0,16}}?)(?P<row>{_ROW_OF_FIGURES})(?=[,;。?!\n(]|$)"
)
_YEARS = r"⟦(?:19|20)\d\d⟧(?:年)?"
_YEAR_ROW = re.compile(rf"(?P<years>{_YEARS}(?:{_JOINT}{_YEARS})+)(?:这?[两三四五]年)?(?:的)?[,]?")
_YEAR_RANGE = re.compile(r"⟦(?P<from>(?:19|20)\d\d)⟧(?:到|至|[-~—]+)⟦(?P<to>(?:19|20)\d\d)⟧(?:年)?(?:间|期间)?(?:的)?,?")
_ORDINALS = re.compile(r"第([一二三四])((?:[、和与及]第?[一二三四])+)((?:次)?产业|季度|车间|小组|组|班|分店|厂)")
_PLACED = re.compile(
    r"(?P<names>[A-Z甲乙丙丁](?:[、和与及,][A-Z甲乙丙丁])+)(?:这)?[两三四]?[个家座所]?(?P<kind>企业|公司|工厂|地区|品牌|部门|车间|小组|城市|产品|[市省县国区村镇厂店校班组])"
)


def _ordinals(match: re.Match[str]) -> str:
    return "、".join(f"第{each}{match[3]}" for each in patterns.findall("[一二三四]", match[1] + match[2]))


def _places(match: re.Match[str]) -> str:
    return "、".join(f"{each}{match['kind']}" for each in patterns.findall("[A-Z甲乙丙丁]", match["names"]))


def listed(plain: str) -> str:
    """Rows of figures (`2020年、2021年分别为 3 亿元和 4 亿元`, `甲、乙分别增长 5%、8%`) as one fact after the other.

    Raises:
        StayOut: the row does not have as many figures as there are years or names.
    """
    plain = _PLACED.sub(_places, _ORDINALS.sub(_ordinals, plain))
    return _RESPECTIVELY.sub(_told_one_by_one, plain)


def _told_one_by_one(match: re.Match[str]) -> str:
    before, be, row = match["before"], patterns.sub("分别|依次|各", "", match["be"]), match["row"]
    figures = patterns.split(r"(?<=[^\d.])(?:、|,|和|与|及|以及)(?=-?\d)|(?<=\d)(?:、|,|和|与|及|以及)(?=-?\d)", row)
    unit = patterns.search(r"[^\d.]+$", figures[-1])
    figures = [each if patterns.search(r"[^\d.]$", each) or unit is None else each + unit[0] for each in figures]
    if years := _YEAR_ROW.search(before):
        each_year = patterns.findall(r"⟦\d+⟧", years["years"])
        name = before[: years.start()] + before[years.end() :]
    elif span := _YEAR_RANGE.search(before):
        each_year = [f"⟦{year}⟧" for year in range(int(span["from"]), int(span["to"]) + 1)]
        name = before[: span.start()] + before[span.end() :]
    else:
        return _names_one_by_one(match, before, be, figures)
    if len(each_year) != len(figures):
        stay_out("a row of another length")
    return ",".join(f"{year}{name}{be}{figure}" for year, figure in zip(each_year, figures, strict=True))


def _names_one_by_one(match: re.Match[str], before: str, be: str, figures: list[str]) -> str:
    year = patterns.match(r"[^⟦⟧]*⟦-?\d+⟧(?:年)?", before)
    lead, text = (year[0], before[year.end() :]) if year else ("", before)
    names = [each for each in patterns.split("、|和|与|及|以及", patterns.sub("^(?:其中|已知|,)+", "", text)) if each]
    if len(names) != len(figures):
        return match[0]  # names told before: whoever reads the clause knows them
    place = patterns.match(rf"{SOME}(?:的)?", names[0])
    if place and place.end() < len(names[0]):
        lead, names[0] = lead + place[0], names[0][place.end() :]
    # `the imports and exports of goods`: what the last name ends in belongs to all of them.
    if len({len(each) for each in names[:-1]}) == 1 and len(names[-1]) > len(names[0]):
        tail = names[-1][len(names[0]) :]
        names = [*(each if each.endswith(tail) else each + tail for each in names[:-1]), names[-1]]
    return ",".join(
        f"{lead if place == 0 else ''}{name}{be}{figure}" for place, (name, figure) in enumerate(zip(names, figures, strict=True))
    )
