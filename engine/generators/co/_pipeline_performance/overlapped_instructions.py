"""Instructions one after another and overlapped, each stage with its own time: the first takes the sum, each further one the slowest stage."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from engine.generators import patterns
from engine.generators.co._topic import Topic
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

TASK = "overlapped instructions"
_STAGE = r"(?:取指令?|读取指令|读取|分析指令|分析|译码|执行指令|执行|取操作数|运算|写回|访存)"
_UNIT = r"(?:[△Δ∆]\s?t|t|ns|μs|us|ms|ps)(?![A-Za-z])"
_SPAN = rf"(?P<n>\d+(?:\.\d+)?)?\s?(?P<unit>{_UNIT})"
_TIME = re.compile(rf"(?P<name>{_STAGE})(?:操作)?(?:的)?(?:所需|执行)?(?:的)?(?:(?:时间)(?:均)?(?:为|是|需要?|=)?|需要?|用|花)\s?{_SPAN}")
_LIST = re.compile(
    rf"(?:每一?段|各段|每一?步|各步|(?:这)?[二三四2-4]个?(?:步骤?|阶段|过程|部分))(?:操作|执行)?(?:所)?(?:占用|需要?|用)?(?:的)?时间(?:分别|依次|各)*(?:为|是|需要?)\s*(?P<list>(?:\d*(?:\.\d+)?\s?{_UNIT}\s?[、,和及]*\s?){{2,6}})"
)
_MANY = r"(?P<count>\d+|n(?![A-Za-z]))\s?条(?:指令)?|(?P<bare>\d{2,5})\s?指令"
_HOW_LONG = rf"(?:所|共|总共|全部|一共)?(?:需要?|用|花费?)?(?:的)?(?:总)?(?:时间|多少时间)?(?:为|是|需要?|约)?\s*(?:\(\s*\d?\s*\)|多少|\s{{2,3}})?\s?(?:个)?(?:{_UNIT})?"
_LEAD = r"(?:若|如果)?(?:按|按照|采用|用|以)?"


class Overlapped(Topic):
    """Stages by name, each with its time."""

    words: ClassVar[str] = (
        "采用 分别 完成 操作 若 每一条 每 常规 传统 所需 每条 微机 计算机 用 该 流水线处理器 通常 可以 可 将 计算机系统 计算机 系统 中 执行 一条指令 指令 的 过程 分为 分成 取指令 取指 分析 分析指令 执行指令 译码 3步 三步 三个步骤 三个阶段 阶段 步 步骤 若 如果 设 则 时间 按 按照 方式 从头到尾 完 完成 所 需 需要 时间 为 共 全部 连续 "
        "流水线 流水线方式 流水 重叠 顺序 串行 第 条 同时 这样 该 某 每条 和 以及 假设 微处理器 处理器 CPU 采用 用 而 那么 其中 部件 各 一条"
    )
    refused: ClassVar[str] = r"转移|分支|冲突|相关|冒险|主频|时钟|寄存器|吞吐|加速|效率|同时取|一次重叠|二次重叠|两次重叠|访存冲突|缓冲"


def recognise(text: str) -> Recognition | None:
    """The stages' times, how many instructions, and which of the two ways is asked."""
    if not patterns.search("顺序|串行|重叠|流水", text):
        return None
    problem = Overlapped(text)
    problem.take_all(
        r"(?:[其并]?中)?(?:(?:执行|分析|取指?|读取)(?:第)?\s?[ikn](?:\s?\+\s?[12])?\s?(?:条)?(?:指令)?[、,和与]?(?:同时)?){2,3}(?:的)?(?:同时)?(?:相?重叠|进行)?(?:的)?|,?按瓶颈段流水"
    )
    times, names, units = _times(problem)
    if len(times) < 2 or len(units) != 1:
        return None
    serial = problem.take_asked(
        rf"{_LEAD}(?:常规|传统)?(?:的)?(?:完全)?(?:顺序|串行){{1,2}}(?:执行)?(?:的)?(?:方式)?(?:下|时)?(?:,)?(?:从头到尾)?(?:连续)?(?:执行|处理|完成)?(?:完|了)?\s?(?:{_MANY}){_HOW_LONG}"
    )
    flowing = problem.take_asked(
        rf"{_LEAD}(?:\ue000|\s)*(?:相?重叠)?(?:的)?[二两三四2-4]?(?:级|段|路)?(?:重叠|流水)线?(?:的)?(?:执行)?(?:方式)?(?:执行)?(?:指令)?(?:时)?(?:,)?(?:[二三四2-4]段操作重叠执行(?:时)?,?)?(?:则)?(?:从头到尾)?(?:连续)?(?:执行|处理|完成)?(?:完|了)?\s?(?:{_MANY}){_HOW_LONG}"
    )
    problem.take_all(
        rf"(?:执行过程)?(?:可以?)?(?:被)?(?:分为|分成|分解为|由|划分为)?{_STAGE}(?:[、,和与及]{_STAGE}){{1,4}}(?:这)?(?:[二两三四2-4]\s?个?)?(?:步骤?|阶段|部分|段)?(?:操作)?(?:构成|组成)?"
    )
    if not serial and not flowing and not patterns.search("顺序|串行", text):
        flowing = problem.take_asked(rf"(?:则|那么|若)?(?:连续)?(?:执行|处理|完成)(?:完|了)?\s?(?:{_MANY}){_HOW_LONG}")
    problem.settle()
    counts = {match["count"] or match["bare"] for match in [*serial, *flowing]}
    if len(counts) != 1 or len(serial) > 1 or len(flowing) > 1:
        return None
    named = patterns.search(r"(?:分为|分成)[^,。;]{0,30}?(?:(?P<n>\d|[两二三四五])\s?(?:个)?(?:步骤?|阶段|部分|段))", text)
    if named and {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}.get(named["n"], int(named["n"]) if named["n"].isdigit() else 0) != len(
        times
    ):
        stay_out("another number of stages")
    ways = [(match.start(), way) for way, found in (("serial", serial), ("flowing", flowing)) for match in found]
    unit = units.pop()
    return Recognition(
        parameters={
            "task": TASK,
            "times": times,
            "unit": unit,
            "count": counts.pop(),
            "ways": [way for _, way in sorted(ways)],
        },
        understood=(
            ("各段时间", "，".join(f"{name} {time}{unit}" for name, time in zip(names, times, strict=True))),
            ("求", "、".join({"serial": "顺序执行的时间", "flowing": "流水执行的时间"}[way] for _, way in sorted(ways))),
        ),
    )


def _times(problem: Overlapped) -> tuple[list[str], list[str], set[str]]:
    """Each stage's time and name, and the units that are used."""
    named = problem.take_all(_TIME.pattern)
    if named:
        if len({match["name"] for match in named}) != len(named):
            return [], [], set()
        return [match["n"] or "1" for match in named], [match["name"] for match in named], {_plain(match["unit"]) for match in named}
    listed = problem.take(_LIST.pattern)
    found = list(patterns.finditer(_SPAN, listed["list"])) if listed else []
    return (
        [match["n"] or "1" for match in found],
        [f"第 {place} 段" for place in range(1, len(found) + 1)],
        {_plain(match["unit"]) for match in found},
    )


def _plain(unit: str) -> str:
    return patterns.sub(r"[△∆]", "Δ", unit.replace(" ", ""))


@dataclass(frozen=True, slots=True)
class _Span:
    """A time as a multiple of the number n of instructions and a rest: 3n + 3."""

    each: Fraction
    rest: Fraction

    def at(self, count: int) -> Fraction:
        return self.each * count + self.rest

    def shown(self, count: str, unit: str) -> str:
        """The time of so many instructions, or with n."""
        if count.isdigit():
            return f"{decimal(self.at(int(count)), 3)}{unit}"
        each = f"{'' if self.each == 1 else decimal(self.each, 3)}n"
        return f"({each}+{decimal(self.rest, 3)}){unit}" if self.rest else f"{each}{unit}"


def _flowing(times: Sequence[Fraction]) -> _Span:
    """Without a common clock: the first takes the sum, each further one as long as the slowest stage."""
    return _Span(max(times), sum(times, Fraction(0)) - max(times))


def _clocked(times: Sequence[Fraction]) -> _Span:
    """With the slowest stage as the clock: stages and instructions less one cycles."""
    return _Span(max(times), (len(times) - 1) * max(times))


_WRITTEN = re.compile(r"(?P<factor>\d{1,4})?[×*]?(?:\(?(?P<each>\d{0,4})n(?:(?P<rest>[+-]\d{1,5}))?\)?)(?P<more>[+-]\d{1,5})?")


def _says(option: str, span: _Span, count: str) -> bool:
    """Whether an option is a time, as a number or as an expression in n."""
    plain = patterns.sub(r"[△Δ∆]?t|[nμum]s|[\s,。]", "", option.replace("（", "(").replace("）", ")"))
    if count.isdigit():
        return patterns.fullmatch(r"\d+(?:\.\d+)?", plain) is not None and Fraction(plain) == span.at(int(count))
    if (found := _WRITTEN.fullmatch(plain)) is None:
        return False
    factor = int(found["factor"] or 1)
    each, rest = factor * int(found["each"] or 1), factor * int(found["rest"] or 0) + int(found["more"] or 0)
    return span == _Span(Fraction(each), Fraction(rest))


def solve(parameters: Parameters) -> Solution:
    """The total time of each way."""
    times = [Fraction(one) for one in parameters["times"]]
    count, unit = parameters["count"], parameters["unit"]
    total, slowest = sum(times, Fraction(0)), max(times)
    gap = "" if unit[-1] == "t" else " "
    serial = _Span(total, Fraction(0))
    answers, steps = [], []
    for way in parameters["ways"]:
        shown = (serial if way == "serial" else _flowing(times)).shown(count, gap + unit)
        answers.append(shown)
        steps.append(
            f"顺序执行：每条指令 {decimal(total, 3)}{unit}，{count} 条共 {shown}"
            if way == "serial"
            else f"流水执行：第一条用 {decimal(total, 3)}{unit}，以后每隔最慢的段 {decimal(slowest, 3)}{unit} 完成一条，共 {shown}"
        )

    def written(option: str, flowing: _Span) -> bool:
        parts = option.split("，")
        spans = [serial if way == "serial" else flowing for way in parameters["ways"]]
        return len(parts) == len(spans) and all(_says(part, span, count) for part, span in zip(parts, spans, strict=True))

    def among(options: Sequence[str]) -> tuple[int, str] | None:
        for flowing, how in ((_flowing(times), ""), (_clocked(times), f"各段都按最慢的段 {decimal(slowest, 3)}{unit} 一拍一拍地走")):
            places = [place for place, option in enumerate(options) if written(option, flowing)]
            if places:
                if len(places) > 1:
                    return None
                lines = steps if not how else [*steps, f"选项中没有这个时间；{how}，共 {flowing.shown(count, gap + unit)}"]
                return places[0], paragraphs("\n".join(f"{n}. {line}" for n, line in enumerate(lines, 1)))
        return None

    labels = {"serial": "顺序方式", "flowing": "流水方式"}
    both = [f"{labels[way]} {answer}" for way, answer in zip(parameters["ways"], answers, strict=True)]
    return Solution(
        answer="，".join(both) if len(both) > 1 else answers[0],
        steps=paragraphs("\n".join(f"{n}. {line}" for n, line in enumerate(steps, 1))),
        conventions=("各段时间不等而没有统一的时钟：第一条用各段时间之和，以后每隔最慢的段的时间完成一条",)
        if "flowing" in parameters["ways"]
        else (),
        fits=lambda option: written(option, _flowing(times)),
        answer_alone=True,
        among=among,
    )
