"""A table of one figure by quarter or by month: shares of the whole, the mean of a period, the sum."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.relations import Answer, recognition
from engine.generators.civil._statistics.lists import ROW, asks_after_table
from engine.generators.civil._statistics.names import SOME
from engine.generators.civil._statistics.text import CONDITION, UNIT
from engine.generators.kind import Recognition
from engine.generators.pasted.normalising import normalise
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_NUMERALS = "一二三四五六七八九"
_QUARTER = r"第?(?P<quarter>[一二三四1-4])(?:季度?)?"
_MONTH = r"(?P<month>1[0-2]|[1-9])月(?:份)?"
_SAID = r"(?:第?[一二三四1-4]季度|(?<!\d)(?:1[0-2]|[1-9])月(?:份)?)"
_NOTE = r"\((?:结果|答案|百分号前)*(?:保留|精确|四舍五入)[^()]*\)|,?(?:结果|答案)?(?:保留|精确到)[^,;。?()]*$"
_ASKED = r"(?:大约|约)?(?:是|为|有)?(?:大约|约)?"
_HOW_MUCH = rf"(?:多少|几)(?P<unit>{UNIT})?"
_PERCENT = r"(?:多少%?|百分之(?:几|多少)|%)"
_NAME = r"(?P<name>[\u4e00-\u9fff]{0,10}?)"


def _table(lines: list[str]) -> tuple[int, int, list[int], str, list[Fraction]] | None:
    """(first line, line after the last, periods, what is told of them, figures): periods as 1, 2, ..., months from 101 on."""

    def period(cell: str) -> int | None:
        if found := patterns.fullmatch(_MONTH, cell):
            return 100 + int(found["month"])
        found = patterns.fullmatch(_QUARTER, cell)
        return None if found is None else "一二三四1234".index(found["quarter"]) % 4 + 1

    for start, line in enumerate(lines):
        rows: list[list[str]] = []
        for each in lines[start:]:
            cells = [cell.strip() for cell in ROW.split(each.strip().strip("|")) if cell.strip()]
            if cells and all(patterns.fullmatch(":?-+:?", cell) for cell in cells):
                continue
            if len(cells) < 2 or (rows and len(cells) != len(rows[0])):
                break
            if len(rows) > 1 and asks_after_table(each, cells):
                break
            rows.append(cells)
        if len(rows) < 2 or not patterns.match(r"季度|月份?|时间|时期|项目", line.strip().strip("|").strip()):
            continue
        columns = rows if len(rows) == 2 else [list(column) for column in zip(*rows, strict=True)]
        if len(columns) != 2:
            return None
        periods = [period(cell) for cell in columns[0][1:]]
        if None in periods or len(set(periods)) != len(periods):
            return None
        if not all(patterns.fullmatch(r"\d+(?:\.\d+)?", cell) for cell in columns[1][1:]):
            return None
        size = len(rows) + sum(bool(patterns.fullmatch(r"[\s|:-]+", each)) for each in lines[start : start + len(rows) + 1])
        return start, start + size, [each for each in periods if each], columns[1][0], [Fraction(cell) for cell in columns[1][1:]]
    return None


def _whole(periods: list[int]) -> str:
    """What all the periods together are called.

    Raises:
        StayOut: they are no whole that has a name.
    """
    if periods == [1, 2, 3, 4] or periods == list(range(101, 113)):
        return r"(?:(?:这|该)?(?:一)?年(?:全年)?|全年度?|当年|四个季度|十二个月|12个月)"
    if periods == list(range(101, 107)):
        return r"(?:上半年|1[-~—至到]6月(?:份)?|前?(?:6|六)个月)"
    if periods == list(range(107, 113)):
        return r"(?:下半年|7[-~—至到]12月(?:份)?)"
    stay_out("what all of them are")


def read_period_table(text: str) -> Recognition | None:
    """A table by quarter or month and what is asked of it.

    Raises:
        StayOut: something is told or asked beside.
    """
    lines = [line for line in normalise(text).split("\n") if line.strip()]
    found = _table(lines)
    if found is None:
        return None
    start, end, periods, label, figures = found
    label, _, own_unit = label.rstrip(")").partition("(")
    title = patterns.sub(r"\s", "", "".join(lines[:start]))
    unit_told = patterns.search(rf"\((?P<unit>{UNIT})\)|\(?单位:?(?P<unit2>{UNIT})\)?", title)
    unit = own_unit.removeprefix("单位:") or (unit_told["unit"] or unit_told["unit2"] if unit_told else "")
    title = patterns.sub(rf"\((?:{UNIT})\)|\(?单位:?(?:{UNIT})\)?|\(?(?:19|20)\d\d年(?:度)?\)?", "", title)
    name = patterns.sub(r"(?:的)?(?:情况|数据|统计)?(?:如(?:下|表)?(?:表)?(?:所示)?|见下表|表)?[:。,]*$", "", title)
    if patterns.search("率|增速|占比|比重|平均|均|价|指数|余额|存量|库存|人口|期末|累计", name + label):
        stay_out("what does not add up")
    if patterns.search(r"[\d,;。?]", name) or CONDITION.search(name.replace("半年", "")) or not name.endswith(label):
        stay_out("what the table is of")
    years = {*patterns.findall(r"(?:19|20)\d\d(?=\s*年)", "".join(lines))}
    if len(years) > 1:
        stay_out("another year")
    whole, kind = _whole(periods), "月" if periods[0] > 100 else "季度"
    total = sum(figures, Fraction(0))
    answers: list[Answer] = []
    told = [f"{_called(each)}{label} {decimal(figure, 4)}" for each, figure in zip(periods, figures, strict=True)]

    def of_it(said: str) -> None:
        if said not in ("", label) and not (name.endswith(said) and said.endswith(label)):
            stay_out(f"no figure named {said}")

    questions = patterns.sub(r"\s*\n\s*", "。", "\n".join(lines[end:]))
    for place, part in enumerate(patterns.split(r"[?。;]|\(\d\)", questions)):
        bare = patterns.sub(_NOTE, "", patterns.sub(r"\s", "", part)).strip(",:")
        bare = patterns.sub(r"^(?:问|求|请问|试求|那么|则)+[:,]?", "", bare)
        bare = patterns.sub(rf"^(?:(?:19|20)\d\d年(?:度)?的?|{SOME}的?)+(?=.)", "", bare)
        if not bare or patterns.fullmatch(r"[\d.、]+", bare):
            continue
        if asked := patterns.fullmatch(
            rf"(?P<period>{_SAID})(?:的)?{_NAME}占{whole}(?:的)?(?:总)?(?P<name2>[\u4e00-\u9fff]{{0,10}}?)(?:的)?(?:总[额量])?(?:的)?(?:比重|比例|百分比|份额)?{_ASKED}{_PERCENT}",
            bare,
        ):
            one = _period(asked["period"])
            if one not in periods:
                stay_out("which period")
            of_it(asked["name"])
            of_it(asked["name2"])
            value = figures[periods.index(one)]
            answers.append((place, value / total * 100, "%"))
            told.append(f"比重 = {decimal(value, 4)} ÷ {decimal(total, 4)}")
        elif asked := patterns.fullmatch(
            rf"(?:{whole}的?)?(?:(?:平均每个?{kind}|{kind[0]}均)(?:的)?{_NAME}|(?:四个季度|(?:12|6|十二|六)个月)的?平均(?P<name3>[\u4e00-\u9fff]{{0,10}}?)|(?P<name2>[\u4e00-\u9fff]{{1,10}}?)的?(?:{kind}平均|平均每个?{kind}|{kind[0]}均)(?:值|数)?){_ASKED}{_HOW_MUCH}",
            bare,
        ):
            of_it(asked["name"] or asked["name2"] or asked["name3"] or "")
            if asked["unit"] not in (None, unit):
                stay_out("units")
            answers.append((place, total / len(figures), unit))
            told.append(f"平均数 = {decimal(total, 4)} ÷ {len(figures)}")
        elif asked := patterns.fullmatch(rf"{whole}(?:的)?{_NAME}(?:总[额量计]|合计|一?共|共计)*{_ASKED}{_HOW_MUCH}", bare):
            of_it(asked["name"])
            if asked["unit"] not in (None, unit):
                stay_out("units")
            answers.append((place, total, unit))
            told.append(f"合计 = {' + '.join(decimal(figure, 4) for figure in figures)}")
        else:
            stay_out(f"asks {bare}")
    digits = patterns.search(r"(?:保留|精确到)(?:小数点后)?([一两二三1-3])位", questions)
    wanted = {"一": 1, "两": 2, "二": 2, "三": 3}.get(digits[1]) or int(digits[1]) if digits else 0 if "整数" in questions else None
    return recognition(told, answers, {}, rounded=True, digits=wanted)


def _period(said: str) -> int:
    if found := patterns.fullmatch(_MONTH, said):
        return 100 + int(found["month"])
    found = patterns.fullmatch(_QUARTER, said)
    return "一二三四1234".index(found["quarter"]) % 4 + 1 if found else stay_out("which period")


def _called(period: int) -> str:
    return f" {period - 100} 月" if period > 100 else f"第{_NUMERALS[period - 1]}季度"
