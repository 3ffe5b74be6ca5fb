"""Rounds of several that begin together: so many days on and so many off, or once every so many days or minutes; when all are at it again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from math import lcm

from engine.generators.civil._calendar_date.simulator import length_of, name
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import stay_out


def together(rounds: Sequence[Sequence[int]], days: int) -> list[int]:
    """On which of so many days (the first is 0) all are at it; each round: its length, and the first and the last day of it that count."""
    return [day for day in range(days) if all(first <= day % length <= last for length, first, last in rounds)]


def solve_rounds(parameters: Parameters) -> Solution:
    """When, or how often, all come together."""
    rounds, asked = parameters["rounds"], parameters["asked"]
    lengths = [length for length, _, _ in rounds]
    whole = lcm(*lengths)
    shown = f"周期是 {'、'.join(map(str, lengths))}，最小公倍数是 {whole}。"
    conventions = ("“每隔 n 天”的周期是 n + 1 天",) if parameters["skips"] else ()
    if asked == "clock":
        hours, minutes = divmod(parameters["start"] + whole, 60)
        if hours > 23:
            stay_out("the next day")
        clock = f"{hours} 点" + (f" {minutes} 分" if minutes else "")
        also = (
            f"{hours}:{minutes:02}",
            f"{hours}点{minutes}分",
            *((f"{hours}点整", f"{hours}时") if not minutes else (f"{hours}时{minutes}分",)),
        )
        return Solution(answer=clock, also=also, steps=paragraphs(shown, f"{whole} 分钟后是 {clock}。"))
    if asked in ("in-month", "at-most", "within"):
        days = parameters["days"]
        if asked == "at-most":
            value = -(-days // whole)
            step = f"每 {whole} 天同时一次，最多的 {days} 天里第 1 天就同时，一共 {value} 天。"
        else:
            found = together(rounds, days)
            value = len(found)
            step = (
                f"{days} 天里逐天看，都在的有第 {'、'.join(str(day + 1) for day in found)} 天，一共 {value} 天。"
                if value
                else f"{days} 天里没有一天。"
            )
        return Solution(answer=f"{value} 天", also=(str(value), f"{value} 次"), steps=paragraphs(shown, step), conventions=conventions)
    found = together(rounds, whole + 1)
    if not found or found == [0]:
        stay_out("never")
    first = found[0] if found[0] else found[1]
    step = f"逐天看，第一次都在的是第 {first + 1} 天，即开始的那天往后推 {first} 天。"
    if asked == "weekday":
        right = (parameters["start"] + first) % 7
        also = (f"周{name(right)[-1]}", f"礼拜{name(right)[-1]}", *(("星期天", "周天") if right == 6 else ()))
        return Solution(answer=name(right), also=also, steps=paragraphs(shown, f"{step}是{name(right)}。"), conventions=conventions)
    if asked == "days":
        return Solution(answer=f"{first} 天", also=(str(first),), steps=paragraphs(shown, step), conventions=conventions)
    year, month, day = parameters["start"]
    ends = {
        (end.month, end.day, end.year - each)
        for each in ((year,) if year else (2022, 2023, 2024))
        if day <= length_of(each, month)
        for end in (date(each, month, day) + timedelta(days=first),)
    }
    if len(ends) != 1 or (ends and next(iter(ends))[2]):
        stay_out("which year")
    month, day, _ = ends.pop()
    return Solution(
        answer=f"{month} 月 {day} 日",
        also=(f"{month}月{day}号", f"{month}.{day}"),
        steps=paragraphs(shown, f"{step}是 {month} 月 {day} 日。"),
        conventions=conventions,
    )
