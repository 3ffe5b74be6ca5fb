"""Which claim about two machines follows from how long one program takes on each."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.laws.clauses import TIME, Clauses, to_seconds
from engine.generators.laws.measures import duration
from engine.generators.laws.settling import settle
from engine.generators.laws.words import COMMON
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

TASK = "claims of two machines"
_NAME = r"(?:(?:机器|计算机|处理器)\s?(?:[A-Z]\d?|[甲乙])|(?<![A-Za-z])(?:[A-Z]\d?|[甲乙])\s?机)"


def _plain(name: str) -> str:
    return patterns.sub(r"\s|机器|计算机|处理器|机", "", name)


def recognise(text: str) -> Recognition | None:
    """Two machines' times for one program, and the question which of the options is right.

    Raises:
        StayOut: something is not understood.
    """
    if not patterns.search(r"(?:结论|说法|叙述)[^。?]{0,12}正确|正确的(?:结论|说法|叙述)?是", text):
        return None
    problem = Clauses(text)
    problem.refuse(r"CPI|主频|频率|指令|周期|MIPS|不正确|错误")
    told = problem.take_all(
        rf"(?:在)?(?P<name>{_NAME})(?:上)?(?:的)?(?:运行|执行)?(?P<program>程序\s?[A-Z\d]?)?(?:所)?(?:需要?|用)?(?:的)?(?:运行|执行)?(?:的)?(?:时间)?(?:需要?|用|花|是|为)*\s*(?P<time>{TIME})"
    )
    asked = problem.take(
        r"(?:那么?)?[,]?(?:相对来说|相比而言)?[,]?(?:则)?(?:下列|以下|下面)(?:给出)?(?:的)?(?:结论|说法|叙述)(?:中)?[,]?(?:\(\s*\)|\s)*(?:是)?正确(?:的)?(?:是|有)?"
    )
    if len(told) != 2 or asked is None or _plain(told[0]["name"]) == _plain(told[1]["name"]):
        return None
    if len({match["program"] for match in told}) > 1:
        stay_out("two programs")
    problem.mark_asked([asked.span()])
    settle(problem, COMMON + " 基准 基准测试程序 测试程序 同一 程序 机器 上 运行 那么 相对来说")
    return Recognition(
        parameters={"task": TASK, "times": {_plain(match["name"]): str(to_seconds(match["time"])) for match in told}},
        understood=tuple((match["name"], duration(to_seconds(match["time"]))) for match in told),
    )


def solve(parameters: Parameters) -> Solution:
    """The one option that holds."""
    times = {name: Fraction(time) for name, time in parameters["times"].items()}
    (one, first), (other, second) = times.items()

    def fits(option: str) -> bool:
        plain = patterns.sub(r"\s", "", option)
        if patterns.search("所有|任何|任意|一定|都", plain):
            return False  # of one program only
        found = patterns.fullmatch(rf"(?P<x>{_NAME})的?(?:运行|执行)?(?P<what>速度|时间)是(?P<y>{_NAME})的(?P<n>\d+(?:\.\d+)?)倍", plain)
        if found is not None:
            x, y = times.get(_plain(found["x"])), times.get(_plain(found["y"]))
            if x is None or y is None:
                stay_out(option)
            return (y / x if found["what"] == "速度" else x / y) == Fraction(found["n"])
        found = patterns.fullmatch(rf"(?P<x>{_NAME})比(?P<y>{_NAME})(?P<how>快|慢)(?P<n>\d+(?:\.\d+)?)倍", plain)
        if found is None:
            stay_out(option)
        if found["how"] == "慢":
            return False  # nothing is slower by a multiple
        x, y = times.get(_plain(found["x"])), times.get(_plain(found["y"]))
        if x is None or y is None or Fraction(found["n"]) in (y / x, y / x - 1):
            stay_out("faster by a multiple: which is meant is not said")
        return False

    fast, slow = (one, other) if first < second else (other, one)
    ratio = max(first, second) / min(first, second)
    return Solution(
        answer="",
        steps=f"同一程序的速度与时间成反比：{fast} 的速度是 {slow} 的 {decimal(ratio, 3)} 倍；一个程序说明不了所有程序。",
        fits=fits,
    )
