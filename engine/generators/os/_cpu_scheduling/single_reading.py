"""Reading scheduling problems without simulation: one job whose moments are told, and jobs whose bursts are letters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.os._cpu_scheduling.terms import BURST, POINT, UNIT, UNIT_NAMES
from engine.generators.os._topic import Topic
from engine.generators.quantities import decimal, relation

_NUMBER = r"\d+(?:\.\d+)?"
_WORDS = "作业 进程 任务 某 一个 某作业 系统 调度 时刻 时间 它 其 该作业 该进程 则 分别 单道 批处理 为 是 的 在 于 才 CPU 处理机 一直 连续 不间断 直到 运行 执行 "


def recognise_single(text: str) -> Recognition | None:
    """One job with the moments it was submitted, began and was done, or its burst; None: another problem."""
    reading = Topic(text)
    if not reading.has("周转") or reading.has(r"平均|响应比|时间片"):
        return None
    moments: dict[str, Fraction] = {}
    clocks: list[bool] = []
    units: set[str] = set()
    for name, word in (
        ("submitted", r"(?:提交|到达|进入|来到|到来)(?:系统|就绪队列|输入井)?"),
        ("begun", r"(?:被)?(?:开始|调度|投入|选中|装入内存)(?:执行|运行|处理)?"),
        ("done", r"(?:运行|执行)?(?:完成|结束|完毕|运行完|做完|跑完|撤离)"),
    ):
        for match in reading.take_all(
            rf"(?:时刻|在|于|到|t\s*=)*(?P<a>{POINT})\s*(?P<ua>{UNIT})?(?:时刻|时)?(?:才|时|被|开始){{0,2}}{word}(?!时间|时刻)|{word}(?:的)?(?:时间|时刻)?(?:是|为|在|于|=|:)*(?P<b>{POINT})\s*(?P<ub>{UNIT})?"
        ):
            point, unit = match["a"] or match["b"], match["ua"] or match["ub"]
            clock = patterns.fullmatch(r"(\d{1,2})[:点](\d{1,2})分?", point)
            value = Fraction(int(clock[1]) * 60 + int(clock[2])) if clock else Fraction(point)
            clocks.append(clock is not None)
            if unit and not clock:
                units.add(UNIT_NAMES.get(unit, unit))
            if moments.setdefault(name, value) != value:
                return None
    run = reading.take(rf"(?:{BURST}|运行了?|服务|执行了?|需要?)(?:时间)?(?:为|是|=|:)*(?P<value>{_NUMBER})\s*(?P<unit>{UNIT})?")
    asked = reading.ask(
        (
            (r"带权周转(?:时间)?(?:是|为)?(?:多少|几)?", "weighted"),
            (r"周转(?:时间)?(?:是|为)?(?:多少|几)?", "turnaround"),
            (r"等待(?:时间|了)?(?:多久|多长)?(?:是|为)?(?:多少|几)?", "waiting"),
            (r"(?:实际)?(?:运行|服务|执行)时间(?:是|为)?(?:多少|几)?", "burst"),
            (r"(?:完成|结束)(?:时间|时刻)(?:是|为)?(?:多少|几)?", "done"),
        )
    )
    reading.take_all(r"\(?(?:一口气|连续|不间断地?|中途不|一直)(?:被)?(?:间断|停)?(?:跑|运行|执行)?(?:完)?(?:毕|成)?\)?")
    reading.finish_knowing(_WORDS)
    if not asked or len(set(clocks)) > 1 or len(units) > 1:
        return None
    unit = "min" if clocks and clocks[0] else next(iter(units), "")
    if run is not None:
        said = UNIT_NAMES.get(run["unit"] or "", run["unit"] or "")
        length = Fraction(run["value"])
        if clocks and clocks[0]:
            if said not in ("min", "h"):
                return None
            length *= 60 if said == "h" else 1
        elif said and unit and said != unit:
            return None
        if "begun" in moments and moments.setdefault("done", moments["begun"] + length) != moments["begun"] + length:
            return None
    elif {"begun", "done"} <= moments.keys():
        length = moments["done"] - moments["begun"]
    else:
        return None
    if not {"submitted", "done"} <= moments.keys() or length <= 0 or moments["done"] - moments["submitted"] < length:
        return None
    if "begun" in moments and not moments["submitted"] <= moments["begun"] <= moments["done"]:
        return None
    return Recognition(
        parameters={"single": [str(moments["submitted"]), str(moments["done"]), str(length)], "clock": bool(clocks and clocks[0]), "unit": unit, "asked": asked},
        understood=(("提交", _moment(moments["submitted"], bool(clocks[0]))), ("完成", _moment(moments["done"], bool(clocks[0]))), ("运行", f"{decimal(length)} {unit}".strip())),
    )  # fmt: skip


def _moment(value: Fraction, clock: bool) -> str:
    return f"{int(value) // 60}:{int(value) % 60:02d}" if clock else decimal(value)


def solve_single(parameters: Parameters) -> Solution:
    """The times of one job."""
    submitted, done, length = map(Fraction, parameters["single"])
    unit = f" {parameters['unit']}" if parameters["unit"] else ""
    turnaround = done - submitted
    said = {
        "turnaround": f"周转时间 {decimal(turnaround)}{unit}",
        "weighted": f"带权周转时间 {decimal(turnaround / length)}",
        "waiting": f"等待时间 {decimal(turnaround - length)}{unit}",
        "burst": f"运行时间 {decimal(length)}{unit}",
        "done": f"完成时刻 {_moment(done, bool(parameters['clock']))}",
    }
    asked = list(parameters["asked"])
    start, end = (_moment(value, bool(parameters["clock"])) for value in (submitted, done))
    return Solution(
        answer="，".join(said[task] for task in asked),
        also=(said[asked[0]].split(" ", 1)[1],) if len(asked) == 1 else (),
        steps=paragraphs(
            f"周转时间为完成时刻 {end} 减去提交时刻 {start}，即 {decimal(turnaround)}{unit}；运行 {decimal(length)}{unit}。",
            f"带权周转时间为 {decimal(turnaround)}/{decimal(length)} {relation(turnaround / length)} {decimal(turnaround / length)}，等待时间为 {decimal(turnaround)} − {decimal(length)} = {decimal(turnaround - length)}{unit}。",
        ),
    )


# --- bursts that are letters ----------------------------------------------------------------------------------------------------------

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
