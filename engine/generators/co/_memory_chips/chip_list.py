"""One memory made of chips of several sizes in turn: how many of each."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import ClassVar

from engine.generators import patterns
from engine.generators.co._memory_chips.words import MEMORY, SHAPE, chips, shape, show_shape
from engine.generators.co._topic import Topic
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import numbered
from engine.generators.reading import stay_out

TASK = "chips of several sizes"
_LIST = re.compile(
    rf"(?P<list>{SHAPE}(?:\s*(?:[、,;/]|和|及|或|以及|\s|\n|\(\s*\d\s*\))\s*{SHAPE}){{1,9}})(?:的)?(?:位)?(?:[SD]?RAM)?(?:存储)?(?:芯片)?(?:规格)?",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"(?:则)?(?:各|分别)*(?:所)?(?:需要?|要|用)(?:的)?(?:多少|几)(?:(?:片|块|个)(?:芯片)?|芯片)|(?:所)?需要?(?:的)?(?:存储)?芯片(?:的)?(?:数量|片数|数目|数)(?:各|分别)*(?:是|为|有)?(?:多少|几)?(?:片)?|(?:求)?各(?:需要?|要|用)(?:多少|几)片"
)


class _Chips(Topic):
    """A problem of one memory and several chips."""

    words: ClassVar[str] = (
        "RAM SRAM DRAM 模块 片 个 存储器 主存 内存 存储 芯片 存储芯片 容量 规格 当 选用 采用 使用 下列 以下 各种 如下 不同 不同规格 时 用 构成 组成 试 问 若 有 一个 一台 的 需要 数量 位 字 种 型号"
    )
    refused: ClassVar[str] = r"控制存储|ROM|地址线|数据线|字节编址|混合|一起|共用|同时|刷新|译码|引脚|坏|冗余"


def recognise(text: str) -> Recognition | None:
    """The memory's size and the chips', each by itself."""
    if not patterns.search(r"分别|各需|各要|各种|下列|以下|如下|不同", text):
        return None  # chips of two sizes may be meant together
    problem = _Chips(text)
    problem.take_all(
        r"(?:当)?(?:分别)?(?:选用|采用|使用|用)?(?:下列|以下|如下)?(?:各种)?(?:几种|[二三四五六七八2-9]种)?(?:不同)?(?:规格|型号|容量)(?:的)?(?:存储)?(?:芯片)?(?:时)?"
    )
    listed = [match for match in _LIST.finditer(problem.rest) if len(patterns.findall(SHAPE, match["list"], re.IGNORECASE)) > 1]
    if len(listed) != 1:
        return None
    problem.take_spans([listed[0].span()])
    memory = problem.take(
        rf"(?:{MEMORY}|容量)(?:的)?(?:容量)?(?:为|是|有)?\s*(?P<shape>{SHAPE})|(?P<other>{SHAPE})(?:的)?(?:位)?(?:[SD]?RAM)?{MEMORY}"
    )
    asked = problem.take_asked(_ASKS.pattern)
    selects = problem.take_asked(
        r"(?:各)?(?:需要?|要)?(?:多少|几)(?:个|根|条)?片选(?:线|信号)?|片选(?:线|信号)(?:各)?(?:需要?|要)?(?:多少|几)(?:个|根|条)?"
    )
    problem.take_all(r"\(\s*\d\s*\)|模块")
    problem.refuse("片选")
    problem.settle()
    if memory is None or len(asked) != 1:
        return None
    whole = shape(memory["shape"] or memory["other"])
    sizes = [shape(match[0]) for match in patterns.finditer(SHAPE, listed[0]["list"], re.IGNORECASE)]
    return Recognition(
        parameters={
            "task": TASK,
            "memory": [str(one) for one in whole],
            "chips": [[str(one) for one in size] for size in sizes],
            "selects": bool(selects),
        },
        understood=(("存储器", show_shape(whole)), ("芯片", "、".join(show_shape(size) for size in sizes)), ("求", "各需要多少片")),
    )


def solve(parameters: Parameters) -> Solution:
    """Words by words, bits by bits, for each chip."""
    whole = [Fraction(one) for one in parameters["memory"]]
    counts, steps = [], []
    for one in parameters["chips"]:
        size = [Fraction(part) for part in one]
        count = chips(whole, size)
        if count is None:
            stay_out("chips that do not fit")
        counts.append(count)
        steps.append(f"{show_shape(size)}：字数 {whole[0] / size[0]} 倍，位数 {whole[1] / size[1]} 倍，共 {count} 片")
    groups = [whole[0] / Fraction(one[0]) for one in parameters["chips"]]
    answer = "，".join(
        f"{show_shape([Fraction(part) for part in one])} {count} 片" + (f"、{group} 根片选线" if parameters["selects"] else "")
        for one, count, group in zip(parameters["chips"], counts, groups, strict=True)
    )
    if parameters["selects"]:
        steps.append("字数相同的芯片为一组，每组一根片选线，根数为字数的倍数")
    return Solution(
        answer=answer,
        also=("、".join(f"{count} 片" for count in counts), "，".join(str(count) for count in counts)),
        steps=numbered(steps),
        conventions=("1K = 1024",),
    )
