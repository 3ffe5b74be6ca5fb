"""Two designs of a pipeline side by side: what the second saves, how much faster it is, or what replacing a stage by shorter ones gains."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from engine.generators import patterns
from engine.generators.co._pipeline_performance.words import IDEAL, LATCH
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.laws.clauses import Clauses
from engine.generators.laws.measures import duration, to_seconds
from engine.generators.laws.settling import settle
from engine.generators.laws.topic import about
from engine.generators.laws.words import COMMON
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, stay_out, to_int

TASK = "designs"
_UNIT = r"(?:ns|ps|μs)(?![A-Za-z])"
_ONE = rf"\d+(?:\.\d+)?\s*{_UNIT}"
_LIST = rf"(?<![\d.])(?:\d+(?:\.\d+)?\s*(?:{_UNIT})?\s*(?:、|,|和|与|及|以及)\s*)+\d+(?:\.\d+)?\s*{_UNIT}"
_STAGE = r"(?:流水(?:线)?)?(?:阶段|功能段|流水段|段|级)"
_TIMES = r"(?:的)?(?:执行|处理|各自|所需)?(?:的)?(?:时间|延迟|延时|时延|耗时)"
_DESIGN = (
    r"(?:(?:设计|方案|流水线|处理器|处理机)\s?(?:[A-DPM]\s?[12]|[AB甲乙12一二])(?![A-Za-z\d])|(?<![A-Za-z])[DPM]\s?[12](?![A-Za-z\d]))"
)
_TOLD = (
    rf"(?P<name>{_DESIGN})(?:采用|为|是|有|由|分为|分成|包含|具有)*\s*(?P<depth>{INTEGER})\s*(?:个)?{_STAGE}(?:的)?(?:指令)?(?:流水线)?(?:组成)?[,(]?(?:其)?"
    rf"(?:(?:各|每)(?:个)?{_STAGE}|各自)?{_TIMES}?(?:分别|依次|均|都|各)*(?:为|是)\s*(?:(?P<list>{_LIST})|(?P<one>{_ONE}))\)?"
)
_REPLACED = (
    rf"(?:若|如果|现)?(?:将|把)?(?:其中|该流水线|流水线)?(?:的)?(?:第\s*(?P<which>[一二三四五六七八1-8])\s*(?:个)?{_STAGE}|(?P<slowest>最(?:慢|长)的?(?:一)?(?:个)?{_STAGE}|瓶颈段?))"
    rf"(?:\((?:{_TIMES})?(?:为|是)?\s*(?P<old>{_ONE})\))?(?:替换|拆分?|划分|细分|分解|分|改)(?:成|为)(?:功能)?(?:上)?(?:等效|等价|相同)?(?:的)?\s*(?P<parts>{INTEGER})\s*(?:个)?(?:子)?{_STAGE}?[,(]?"
    rf"(?:(?:其|它们|各自|新{_STAGE}|各{_STAGE}))?{_TIMES}?(?:分别|依次|各)*(?:为|是)\s*(?P<list>{_LIST})\)?"
)


def _spans(text: str) -> list[Fraction]:
    """The times of a list; one without a unit has that of the last."""
    last = patterns.findall(_UNIT, text)[-1]
    return [to_seconds(number + (unit or last)) for number, unit in patterns.findall(rf"(\d+(?:\.\d+)?)\s*({_UNIT})?", text)]


def recognise(text: str) -> Recognition | None:
    """Two designs, or one and a stage of it replaced."""
    if not patterns.search("流水", text):
        return None
    problem = Clauses(text)
    problem.refuse(r"分支|转移|命中|缺失|超标量|Δ|△|%(?!\s*[。?]?\s*$)|效率|功耗|成本")
    problem.take_all(IDEAL)
    latch = problem.take_one(rf"{LATCH}(?:为|是)?\s*(?P<value>{_ONE})", to_seconds)
    found = _replaced(problem) or _designs(problem)
    if found is None:
        return None
    designs, asked, count = found
    problem.take_all(r"(?:使用|采用)?(?:百分比|百分之几|%)")
    settle(
        problem,
        COMMON
        + " 流水线 流水 同步 处理器 设计 方案 阶段 各阶段 段 级 延迟 指令 执行 相比 比 使用 采用 我们 两个 两种 不同 的 考虑 一个 其 该 后 之后 功能 约 独立 它们",
    )
    if (asked in ("saved", "speedup")) != (count is not None) and asked != "gain":
        return None
    return Recognition(
        parameters={
            "task": TASK,
            "designs": [[str(stage) for stage in design] for design in designs],
            "latch": str(latch or 0),
            "count": count,
            "asked": asked,
        },
        understood=(
            ("原来各段", "、".join(duration(stage) for stage in designs[0])),
            ("后来各段", "、".join(duration(stage) for stage in designs[1])),
            *((("段间寄存器", duration(latch)),) if latch else ()),
            *((("指令", f"{count} 条"),) if count else ()),
            ("求", {"gain": "吞吐率提高多少", "saved": "节省的时间", "speedup": "快多少倍"}[asked]),
        ),
    )


def _replaced(problem: Clauses) -> tuple[list[list[Fraction]], str, int | None] | None:
    """A list of stages, one of which is replaced."""
    change = problem.take(_REPLACED)
    if change is None:
        return None
    first = problem.take(rf"(?:各|每)(?:个)?{_STAGE}{_TIMES}?(?:分别|依次)?(?:为|是)?\s*(?P<list>{_LIST})")
    depth = problem.take_one(rf"(?<![\d.第])(?P<value>{INTEGER})\s*(?:个)?{_STAGE}(?:的)?(?:指令)?(?=流水线)", to_int)
    gain = problem.take(
        r"(?:该|此|新)?(?:流水线)?(?:的)?吞吐(?:率|量)(?:约|大约|会|将|能|可以?)*(?:增加|提高|提升|增大)(?:了|约|大约|到)*(?:百分之)?(?:多少|几)?(?:百分比|%|个百分点)?"
    )
    if first is None or gain is None:
        return None
    problem.mark_asked([gain.span()])
    old, new = _spans(first["list"]), _spans(change["list"])
    if depth not in (None, len(old)) or to_int(change["parts"]) != len(new):
        stay_out("another number of stages")
    place = to_int(change["which"]) - 1 if change["which"] else old.index(max(old))
    if place >= len(old) or (change["old"] and to_seconds(change["old"]) != old[place]):
        stay_out("no such stage")
    return [old, [*old[:place], *new, *old[place + 1 :]]], "gain", None


def _designs(problem: Clauses) -> tuple[list[list[Fraction]], str, int | None] | None:
    """Two named designs, each with its stages."""
    told = problem.take_all(_TOLD)
    if len(told) != 2:
        return None
    names = [patterns.sub(r"\s|设计|方案|流水线|处理[器机]", "", match["name"]) for match in told]
    stages = []
    for match in told:
        depth = to_int(match["depth"])
        spans = _spans(match["list"]) if match["list"] else [to_seconds(match["one"])] * depth
        if len(spans) != depth:
            stay_out("another number of stages")
        stages.append(spans)
    if names[0] == names[1]:
        stay_out("one design twice")
    count = problem.take_one(rf"(?:执行|完成|处理|运行)(?:同样的|这)?\s*(?P<value>{INTEGER})\s*条(?:相同的?|独立的?)*(?:指令)?", to_int)
    order = problem.take(
        rf"(?:使用|采用|用)?(?:设计|方案|流水线|处理器)?\s?(?P<one>{_DESIGN})(?:的速度|的)?(?:相?比|相(?:对|较)于?|与)(?:使用|采用|用)?(?:设计|方案|流水线|处理器)?\s?(?P<other>{_DESIGN})(?:相比)?(?:,)?"
    )
    saved = problem.take(r"(?:可以?|能|能够|会)*(?:节省|节约|少用|省)(?:了)?(?:多少|几|多长)?(?:的)?时间(?:是|为)?(?:多少)?")
    speedup = problem.take(r"(?:可以?|能|能够|会)*快(?:了)?(?:多少|几)倍|(?:的)?加速比(?:是|为)?(?:多少)?")
    problem.take_all(_DESIGN)
    if order is None or bool(saved) == bool(speedup):
        return None
    asked = saved or speedup
    assert asked is not None
    problem.mark_asked([asked.span()])
    first = patterns.sub(r"\s|设计|方案|流水线|处理[器机]", "", order["one"])
    if first not in names:
        stay_out("another design")
    place = names.index(first)
    return [stages[1 - place], stages[place]], "saved" if saved else "speedup", count


def solve(parameters: Parameters) -> Solution:
    """Both clocks, and what follows from them."""
    designs: list[list[Fraction]] = [[Fraction(stage) for stage in design] for design in parameters["designs"]]
    latch, count, asked = Fraction(parameters["latch"]), parameters["count"], parameters["asked"]
    clocks = [max(stages) + latch for stages in designs]
    steps = [
        f"{name}时钟周期取最慢的段{'加段间寄存器的延迟' if latch else ''}，为 {duration(clock)}。"
        for name, clock in zip(("原来的", "后来的"), clocks, strict=True)
    ]
    if asked == "gain":
        gain = clocks[0] / clocks[1] - 1
        if gain <= 0:
            stay_out("nothing gained")
        answer = f"{about(gain * 100, 2)}%"
        steps.append(f"吞吐率是时钟周期的倒数，提高 {duration(clocks[0])} ÷ {duration(clocks[1])} − 1 ≈ {decimal(gain, 4)}，即 {answer}。")
        return Solution(
            answer=answer,
            also=(decimal(gain * 100, 2), decimal(gain * 100, 0), f"{decimal(gain * 100, 0)}%", f"{decimal(gain * 100, 1)}%"),
            steps=paragraphs(*steps),
        )
    times: list[Any] = [(len(stages) + count - 1) * clock for stages, clock in zip(designs, clocks, strict=True)]
    steps += [
        f"{name}执行 {count} 条用 {len(stages)} + {count} − 1 = {len(stages) + count - 1} 个周期，{duration(time)}。"
        for name, stages, time in zip(("原来的", "后来的"), designs, times, strict=True)
    ]
    if asked == "saved":
        if times[1] >= times[0]:
            stay_out("nothing saved")
        answer = duration(times[0] - times[1])
        return Solution(answer=answer, steps=paragraphs(*steps, f"节省 {answer}"), conventions=("没有冒险，每个时钟周期流入一条指令",))
    ratio = times[0] / times[1]
    answer = f"{about(ratio)} 倍"
    return Solution(
        answer=answer,
        also=(decimal(ratio, 2), decimal(ratio, 1), decimal(ratio, 3)),
        steps=paragraphs(*steps, f"时间之比 {answer}"),
        conventions=("没有冒险，每个时钟周期流入一条指令",),
    )
