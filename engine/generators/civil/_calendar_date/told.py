"""What was read of a problem about dates, in words: the conditions and what is asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

_DAYS = "一二三四五六日"


def conditions(facts: Sequence[Sequence[Any]]) -> str:
    """The conditions, as `reading` keeps them: `3月1日是星期四；闰年`."""
    return "；".join(dict.fromkeys(_condition(*fact) for fact in facts)) or "公历"


def questions(asked: Sequence[Sequence[Any]]) -> str:
    """What is asked: `下一年3月10日是星期几`."""
    return "；".join(_question(*question) for question in asked)


def _condition(name: str, *told: Any) -> str:
    if name == "weekday":
        return f"{_date(told[0])}是星期{_DAYS[told[1]]}"
    if name == "not":
        return f"{_date(told[0])}不是星期{_DAYS[told[1]]}"
    if name == "same":
        return f"{_date(told[0])}是{_date(told[1])}"
    if name == "leap":
        return f"{_year(told[0]) or '这一年'}是{'闰年' if told[1] else '平年'}"
    if name == "others":
        return f"其余的星期几各 {told[0]} 个"
    if name == "two-months":
        return f"相邻两个月共 {told[2]} 天"
    if name == "quarters-alike":
        return f"每个季度的{'、'.join(f'星期{_DAYS[day]}' for day in told[1])}一样多"
    if name == "months-apart":
        return f"{told[1]} 月的{'、'.join(f'星期{_DAYS[day]}' for day in told[3])}比 {told[2]} 月的多 {told[4]} 个"
    where = f"{_year(told[0])}{_month(told[1])}"
    if name == "working":
        return f"{where}有 {told[2]} 个工作日"
    if name == "count":
        return f"{where}有 {told[3]} 个星期{_DAYS[told[2]]}"
    if name == "count-sum":
        return f"{where}{'和'.join(f'星期{_DAYS[day]}' for day in told[2])}共 {told[3]} 个"
    if name == "sum":
        return f"{where}星期{_DAYS[told[2]]}的日期之和 {told[3]}"
    if name == "run-sum":
        return f"{where}相邻三个星期{_DAYS[told[2]]}的日期之和 {told[3]}"
    if name == "more":
        return f"{where}的星期{_DAYS[told[2]]}比星期{_DAYS[told[3]]}多"
    return f"{where}有 {told[2]} 天"


def _question(name: str, *told: Any) -> str:
    if name == "weekday":
        return f"{_date(told[0])}是星期几"
    if name == "date":
        return f"{_date(told[0])}的日期"
    if name == "between":
        counted = {0: "首尾算一天", 1: "首尾都算", -1: "首尾都不算"}[told[2]]
        return f"{_date(told[0])}到{_date(told[1])}的天数（{counted}）"
    where = f"{_year(told[0])}{_month(told[1])}"
    if name == "end-in":
        return f"{where}里{'最后' if told[3] == 'last' else '第'}一个{'、'.join(f'星期{_DAYS[day]}' for day in told[2])}中的日子是星期几"
    if name == "month-days":
        return f"{where}的天数"
    days = "工作日" if len(told[2]) == 5 else "、".join(f"星期{_DAYS[day]}" for day in told[2])
    return f"{where}里{days}的个数"


def _year(year: Sequence[Any]) -> str:
    kind, number = year
    if kind == "abs":
        return f"{number}年"
    return {0: "", 1: "下一年", -1: "上一年"}.get(number, f"{number} 年后")


def _month(month: Any, shift: int = 0) -> str:
    if month is None:
        return "全年"
    if month == "x":
        return {0: "这个月", 1: "下个月", -1: "上个月"}[shift]
    return f"{(month - 1 + shift) % 12 + 1}月"


def _date(day: Sequence[Any]) -> str:
    if day[0] == "today":
        return {0: "今天", 1: "明天", 2: "后天", 3: "大后天", -1: "昨天", -2: "前天", -3: "大前天"}[day[1]]
    if day[0] == "after":
        return f"{_date(day[1])}的 {abs(day[2])} 天{'后' if day[2] >= 0 else '前'}"
    if day[0] == "working":
        return f"从{_date(day[1])}起第 {day[2]} 个工作日"
    year, month, shift, which = day
    if isinstance(which, int):
        told = f"{which}日"
    elif which == "last":
        told = "最后一天"
    else:
        _, number, weekday = which
        told = f"{'最后一' if number == -1 else f'第 {number} '}个星期{_DAYS[weekday]}"
    return f"{_year(year)}{_month(month, shift)}{told}"
