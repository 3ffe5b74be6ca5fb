"""Jobs whose bursts are letters: their mean times as sums of these."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.os._cpu_scheduling.terms import BURST
from engine.generators.os._topic import Topic

_LETTERS = r"[A-Za-z]\d?(?:\s*[、,，和]\s*[A-Za-z]\d?){1,4}"


def recognise_letters(text: str) -> Recognition | None:
    """Jobs that are all there at first, whose bursts are letters in a told order; None: another problem."""
    reading = Topic(text)
    order = reading.take(r"(?:且|并且|其中|满足|已知)*(?P<order>[A-Za-z]\d(?:\s*(?:小于(?:等于|或等于)?|不大于|≤|<=?)\s*[A-Za-z]\d){1,4})")
    if order is None:
        return None
    named = patterns.findall(r"[A-Za-z]\d?", order["order"])
    bursts = reading.take(rf"{BURST}(?:分别|依次|各|均)*(?:为|是|:)*\s*(?P<list>{_LETTERS})")
    if bursts is None:
        return None
    told = patterns.findall(r"[A-Za-z]\d?", bursts["list"])
    reading.take_all(
        r"(?:有|共)?[两二三四五2-5]个?(?:道)?(?:批处理)?(?:的)?(?=同时|都|均|一起|作业|进程)|它们(?=同时|都|均|在|,)|(?:几乎|都|均|在)*(?:0时刻|同时|同一时刻|一起)(?:到达|提交|就绪|进入)(?:系统|就绪队列|的)*"
    )
    reading.take_all(r"(?:(?:作业|进程)\s*)?(?:为|是|:)?[A-Z]\d?(?:\s*[、,和]\s*[A-Z]\d?){1,4}(?![A-Za-z\d])")
    algorithms = reading.take_words(
        (
            (r"(?:最?短(?:作业|进程|任务)(?:优先)?|SJF|SPF)(?:调度)?(?:算法)?", "SJF"),
            (r"(?:先来先服务|先到先服务|FCFS)(?:调度)?(?:算法)?", "FCFS"),
        )
    )
    asked = reading.ask(
        ((r"平均周转(?:时间)?(?:是|为)?(?:多少|几)?", "turnaround"), (r"平均等待(?:时间)?(?:是|为)?(?:多少|几)?", "waiting"))
    )
    reading.finish_knowing("单道 系统 方式 运行 批处理 作业 进程 时刻 调度 采用 按 次序 到达 执行 单处理机 环境 处理机 ")
    if sorted(named) != sorted(told) or len(set(told)) != len(told) or len(algorithms) != 1 or len(asked) != 1:
        return None
    run = named if algorithms == ["SJF"] else told
    return Recognition(
        parameters={"letters": run, "asked": asked[0]},
        understood=(("算法", algorithms[0]), ("运行时间", "、".join(told)), ("大小", " < ".join(named))),
    )


def _sum_of(option: str, numbers: Mapping[str, Fraction]) -> Fraction | None:
    """What `T1+2*T2/3` or `(3T1+2T2)/3` comes to; None where it is no such sum."""
    plain = option.replace(" ", "").replace("×", "*").replace("＋", "+")
    if whole := patterns.fullmatch(r"\((?P<sum>[^()]+)\)/(?P<by>\d)", plain):
        inner = _sum_of(whole["sum"], numbers)
        return None if inner is None else inner / int(whole["by"])
    total = Fraction(0)
    for term in plain.split("+"):
        one = patterns.fullmatch(r"(?P<times>\d?)\*?(?P<letter>[A-Za-z]\d?)(?:/(?P<by>\d))?", term)
        if one is None or one["letter"] not in numbers:
            return None
        total += int(one["times"] or 1) * numbers[one["letter"]] / int(one["by"] or 1)
    return total


def solve_letters(parameters: Parameters) -> Solution:
    """The mean as a sum of letters."""
    letters, waiting = list(parameters["letters"]), parameters["asked"] == "waiting"
    count = len(letters)
    factors = [(count - place - (1 if waiting else 0), letter) for place, letter in enumerate(letters)]
    terms = "+".join(f"{factor if factor > 1 else ''}{letter}" for factor, letter in factors if factor)
    name = "等待时间" if waiting else "周转时间"
    steps = f"依次运行 {'、'.join(letters)}，先运行的也算进后面各个的{name}里：平均{name}为 ({terms})/{count}。"
    # Numbers that no two sums of small multiples share.
    numbers = {letter: Fraction(1000**place) for place, letter in enumerate(sorted(letters), 1)}
    right = sum((factor * numbers[letter] for factor, letter in factors), Fraction(0)) / count

    def among(options: Sequence[str]) -> tuple[int, str] | None:
        """The option that comes to the same, however its terms are written."""
        same = [place for place, option in enumerate(options) if _sum_of(option, numbers) == right]
        return (same[0], steps) if len(same) == 1 else None

    return Solution(
        answer=f"({terms})/{count}",
        among=among,
        steps=steps,
    )
