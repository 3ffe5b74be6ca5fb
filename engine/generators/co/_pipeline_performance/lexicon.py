"""Pipelines without hazards read word by word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from engine.generators.co._pipeline_performance.flow_topics import IN_TICKS, IN_TIME, ticks
from engine.generators.co._pipeline_performance.words import LATCH, PART, SERIAL, TASK, TICK
from engine.generators.laws.clauses import FREQUENCY, TIME, to_hertz, to_seconds
from engine.generators.laws.lexicon import Lexicon, Measure
from engine.generators.laws.topic import Topic
from engine.generators.reading import INTEGER, to_count

_SPAN_ASKED = {
    "time": r"(?:ns|ps|μs|ms|纳秒|微秒|毫秒|秒)(?![A-Za-z])|久|长(?:的)?(?:时间)?|时间",
    "tick": rf"(?:个)?{TICK}|久|长(?:的)?(?:时间)?|时间",
}


def _lexicon(span: str, read: Callable[[str], Fraction], name: str) -> Lexicon:
    return Lexicon(
        things=(
            (LATCH, "latch"),
            (rf"最(?:慢|长|大)(?:的)?(?:一)?(?:个)?{PART}", "slowest"),
            (rf"(?:{SERIAL})(?:执行|方式|处理)*(?:的)?(?:处理[器机]|CPU)?(?:时)?(?<!的)", "serial"),
            (r"(?:流水线?)?(?:的)?(?:时钟|机器|操作|流水)?周期(?!数)|节拍(?!数)", "cycle"),
            (r"(?:流水线?)?(?:的)?最[大高](?:理论)?吞吐[率量]", "peak"),
            (r"(?:流水线?)?(?:的)?(?:实际|平均)?吞吐[率量](?:\(?TP\)?)?", "throughput"),
            (r"(?:流水线?)?(?:的)?(?:理论|理想)?最[大高](?:的)?(?:理论|理想)?加速比", "best"),
            (r"(?:流水线?)?(?:的)?(?:实际)?加速比(?:\(?S\)?)?|加速了?", "speedup"),
            (r"(?:流水线?)?(?:的)?(?:使用)?效率(?:\(?E\)?)?", "efficiency"),
            (r"(?:时钟|工作|主)频率?", "frequency"),
            (rf"(?:每|各|单)(?:个|一)?(?:功能|流水)?{PART}", "stage"),
            (r"(?:流水线?)(?:方式|执行|处理机|处理器|CPU|结构)?", "pipeline"),
        ),
        measures=(
            Measure(name, span, read, _SPAN_ASKED[name], r"(?:总)?(?:的)?(?:执行|处理|完成|所需)?(?:总)?时间|用时|耗时"),
            Measure("hertz", FREQUENCY, to_hertz, r"[MG]?Hz"),
            Measure("clocks", r"(?!)", to_count, r"(?:个)?(?:时钟|机器|流水)?(?:周期|拍|节拍)(?:数)?", r"(?:总)?(?:时钟)?周期数|节拍数"),
            Measure(
                "count",
                rf"(?<![\d.第])(?!一)(?:{INTEGER})\s*{TASK}",
                to_count,
                r"(?:条|个)(?:指令|任务)?",
            ),
            Measure("times", r"(?!)", to_count, r"倍", r"倍数"),
        ),
        told={
            ("latch", name): "latch",
            ("slowest", name): "slowest",
            ("stage", name): "stage",
            ("cycle", name): "stage",
            ("", "count"): "count",
            ("pipeline", "count"): "count",
            ("stage", "count"): "count",
            ("serial", "count"): "count",
            ("frequency", "hertz"): "hertz",
            ("cycle", "hertz"): "hertz",
            ("pipeline", "hertz"): "hertz",
            ("", "hertz"): "hertz",
        },
        asked={
            ("cycle", name): "cycle",
            ("cycle", ""): "cycle",
            ("peak", ""): "peak",
            ("peak", "count"): "peak",
            ("throughput", ""): "throughput",
            ("throughput", "count"): "throughput",
            ("best", ""): "best",
            ("speedup", ""): "speedup",
            ("speedup", "times"): "speedup",
            ("efficiency", ""): "efficiency",
            ("frequency", ""): "frequency",
            ("frequency", "hertz"): "frequency",
            ("serial", name): "serial",
            ("serial", "clocks"): "serial_cycles",
            ("pipeline", name): "time",
            ("pipeline", "clocks"): "cycles",
            ("", name): "time",
            ("", "clocks"): "cycles",
        },
        words="流水线 流水 指令 任务 执行 处理 完成 全部 所有 连续 共 共需 所需 需要 需 总 时间 采用 方式 各段 各个 各 功能段 过程 相对 相对于 相比 与 和 比 该 此 计算 求 理想 情况 下 时 后 后面 输入 送入 流入 流出 周期 时钟 时钟周期 单位时间 分别 应 至少 最少 最小 取 设置 为 段 级 条件 给出 具有 处理机 处理器 CPU 计算机 机器 延迟 时延 延时 耗时 用时 组合逻辑 逻辑 电路 依次 均 都 各级 每级 无阻塞 以及 串行 若 每条 顺序",
    )


def _by_words(topic: Topic, span: str, read: Callable[[str], Fraction], name: str) -> Topic:
    # A difference of two times is no question for one of them.
    return replace(topic, guard=topic.guard + r"|快了?(?:多少|几)|节省|节约|省下?了?(?:多少|几)", lexicon=_lexicon(span, read, name))


IN_TIME_BY_WORDS = _by_words(IN_TIME, TIME, to_seconds, "time")
IN_TICKS_BY_WORDS = _by_words(IN_TICKS, rf"(?<![\d.个少几])(?:(?<![A-Za-z])\d+(?:\.\d+)?\s*(?:个)?\s*)?{TICK}", ticks, "tick")
BY_WORDS = (IN_TIME_BY_WORDS, IN_TICKS_BY_WORDS)
"""Looked at where no other reader understands a text."""
