"""Several protocols over one channel: in which order their highest utilisations stand, by the windows that the sequence number allows."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.cn._told.told import Told
from engine.generators.cn._windows.simulator import largest_window
from engine.generators.cn._windows.words import IGNORED, NAMES, PROTOCOLS, SR
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import INTEGER, to_int

_LETTERS = r"(?P<letters>[A-Zηρ]_?\d(?:\s*(?:、|,|和|与|及)\s*[A-Zηρ]_?\d)+)"
_NAMED = rf"(?:若|如果|设)?(?:对应)?(?:这)?(?:[两三23]个|各|上述)?(?:协议)?(?:的)?(?:发送方)?(?:的)?(?:所能达到的|可达到的|可能的)?(?:最大|最高)(?:的)?(?:信道|链路)?(?:的)?(?:平均)?利用率(?:分别|依次)(?:是|为|记为|记作|用)\s*{_LETTERS}(?:表示)?"
_ASKED = rf"(?:则|那么)?(?:{_LETTERS.replace('?P<letters>', '?:')})?(?:之间)?(?:满足|存在)?(?:的)?(?:大小)?(?:关系|顺序|次序)(?:应该?)?(?:是|为)?"


def recognise_order(problem: Told) -> Recognition | None:
    """The protocols in the order of their names; None where the text is no such problem."""
    if not problem.has(_NAMED) or not problem.has("关系|顺序|次序"):
        return None
    protocols: list[tuple[int, str]] = []
    for pattern, name in PROTOCOLS:
        protocols += [(match.start(), name) for match in problem.take_all(pattern)]
    named = problem.take(_NAMED)
    bits = problem.take_one(
        rf"(?:帧)?(?:的)?序号(?:字段)?(?:的)?(?:位数|比特数|长度)?(?:都|均|为|是|占|用|采用)*(?P<value>{INTEGER})(?:个)?(?:位|比特|bits?)",
        to_int,
    )
    for pattern in IGNORED:
        problem.take_all(pattern)
    equal = problem.take_all(
        r"\(?(?:其)?(?:发送窗口|接收窗口|收发窗口)(?:(?:和|与|、)(?:接收窗口|发送窗口))?(?:的)?(?:大小|尺寸)?(?:都)?(?:相等|相同|一样)\)?"
    )
    asked = problem.take_all(_ASKED)
    problem.take_all(
        r"(?:通过|使用|在)?(?:同一|一条|一个|相同的?)(?:条|个)?(?:信道|链路)(?:上)?|(?:数据)?帧(?:的)?(?:长度?)?(?:都|均)?(?:相同|相等|一样)|[两三23]个协议的?|(?:分别)?(?:采用|使用)|数据链路层|传输数据|传送数据"
    )
    problem.done("协议 数据 传输 信道 分别 通过 同一条 链路层 数据链路层 假设 发送方 和 对应 三个 两个 的 数据帧长 相同 且 满足 若")
    order = [name for _, name in sorted(protocols)]
    if named is None or bits is None or not asked or not 2 <= bits <= 16 or len(set(order)) != len(order) or (SR in order and not equal):
        return None
    letters = patterns.findall(r"[A-Zηρ]_?\d", named["letters"])
    if len(letters) != len(order) or len(order) < 2:
        return None
    return Recognition(
        parameters={"task": "order", "protocols": order, "letters": letters, "bits": bits},
        understood=(
            ("协议", "、".join(f"{letter}：{NAMES[name]}" for letter, name in zip(letters, order, strict=True))),
            ("序号", f"{bits} 位"),
        ),
    )


def solve_order(parameters: Parameters) -> Solution:
    """The protocols by the size of their windows."""
    windows = [
        (largest_window(parameters["bits"], name), letter, name)
        for name, letter in zip(parameters["protocols"], parameters["letters"], strict=True)
    ]
    ranked = sorted(windows, key=lambda one: one[0])
    answer = "≤".join(letter for _, letter, _ in ranked)
    said = [f"{NAMES[name]}的发送窗口最大为 {window} 帧。" for window, _, name in windows]
    return Solution(
        answer=answer,
        steps=paragraphs(*said, "帧长和往返时间相同时，发送窗口越大，利用率越高（到 1 为止）。", f"所以 {answer}。"),
        conventions=("SR 的接收窗口与发送窗口相等",),
    )
