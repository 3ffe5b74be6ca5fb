"""Reading problems about giving memory back where the list of free areas is kept in an order: how many there are then, and which is first."""

from __future__ import annotations

import itertools
import re

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.os._inquiry import Inquiry, Question
from engine.generators.os._memory_allocation.areas_reading import UNIT
from engine.generators.os._memory_allocation.reading import algorithms_of
from engine.generators.reading import stay_out

_AMOUNT = rf"\d+\s*(?:{UNIT})?"
_START = r"(?:分区|空闲区)?(?:的)?(?:起始地址|起址|始址|首址|首地址)"
_LENGTH = r"(?:分区|空闲区)?(?:的)?(?:大小|长度|容量)"
_GAP = r"[\s|,、:;]*"
# A table laid on its side, or one of which a page has lost the lines: all the starts, then all the sizes.
_SIDEWAYS = re.compile(
    rf"\|?\s*(?:{_START}){_GAP}(?P<starts>{_AMOUNT}(?:{_GAP}{_AMOUNT}){{1,9}}){_GAP}(?:\|[ :|-]+\|\s*)?[ |]*(?:{_LENGTH}){_GAP}(?P<sizes>{_AMOUNT}(?:{_GAP}{_AMOUNT}){{1,9}})[ |]*"
)
_UPRIGHT = re.compile(
    rf"(?m)^[ |]*(?:(?:分区|空闲区|区|序)?号[ |]+)?(?:{_START})[ |]+(?:{_LENGTH})[ |]*\n(?:[ |:-]+\n)?(?P<rows>(?:[ |]*(?:\d+[ |]+)?{_AMOUNT}[ |]+{_AMOUNT}[ |]*(?:\n|$)){{2,10}})"
)
_ONE = rf"(?:{_START})(?:为|是|=|:)*\s*(?P<start>{_AMOUNT})\s*[,、;]?\s*(?:且)?(?:{_LENGTH})(?:为|是|=|:)*\s*(?P<length>{_AMOUNT})(?:的)?(?:一?个)?(?:分区|区域|区|块)"
_WORDS = (
    "某 计算机 系统 按字节编址 动态分区 可变分区 动态 分区 内存 主存 存储 管理 内存管理 方式 采用 使用 算法 分配 回收 释放 和 与 每次 后 都 均 对 进行 重新 排序 空闲分区链 空闲链 链 空闲 空闲区 空闲分区 信息 如下 如下表 所示 当前 现 "
    "某进程 进程 作业 之后 时 则 中 的 一个 某个 表 情况 为 其 "
)


def recognise_chain(text: str) -> Recognition | None:
    """An area given back into a list that is sorted anew each time; None: another problem."""
    reading = Inquiry(text)
    if not reading.has("回收|释放") or not reading.has("链|排序"):
        return None
    table = _SIDEWAYS.search(reading.rest) or _UPRIGHT.search(reading.rest)
    if table is None:
        return None
    reading.take_spans([table.span()])
    algorithms = algorithms_of(reading)
    given = reading.take(rf"(?:回收|释放)(?:了|一个)?(?:的)?{_ONE}")
    reading.take_all(
        r"(?:每次)?(?:分配|回收|释放|和|与|或|内存|、)*(?:之?后)?(?:均|都|要|须|总是)*对?空闲(?:分区|区)?(?:链|表)?(?:都|均|要)*(?:重新)?(?:进行)?排序"
    )
    asked = [
        name
        for _, name in reading.inquire(
            (
                Question(
                    name="head",
                    key=r"(?:链|表)?(?:的|中|中的)*(?:第一个|首个|第1个|最前面的?)(?:空闲)?(?:的)?(?:分区|区|结点|表项)?(?:的)?(?:起始地址|起址|始址|大小|长度)?",
                ),
                Question(name="count", key=r"空闲(?:分区|区)?(?:链)?(?:的|中)*(?:数量|个数|数目|总数)|(?:多少|几)个空闲(?:分区|区)"),
                Question(name="size", key=r"(?:起始地址|起址|始址|大小|长度)"),
            )
        )
    ]
    reading.finish(_WORDS)
    if (
        len(algorithms) != 1
        or algorithms[0] not in ("best", "worst", "first")
        or given is None
        or not asked
        or set(asked) - {"count", "head", "size"}
    ):
        return None
    if "size" in asked and "head" not in asked:
        return None
    areas, units = _areas(table)
    units |= {unit[0].upper().rstrip("B") for name in ("start", "length") for unit in patterns.finditer(UNIT, given[name], re.IGNORECASE)}
    returned = (_number(given["start"]), _number(given["length"]))
    if len(units) > 1:
        return None
    every = sorted([*areas, returned])
    if any(one[0] + one[1] > other[0] for one, other in itertools.pairwise(every)):
        return None
    unit = units.pop() if units else ""
    return Recognition(
        parameters={
            "chain": algorithms[0], "areas": [list(area) for area in sorted(areas)], "given": list(returned), "unit": unit,
            "asked": [name for name in dict.fromkeys(asked) if name != "size"],
        },
        understood=(
            ("空闲区（始址, 长度）", "；".join(f"{at}, {size}" for at, size in sorted(areas))),
            ("回收", f"{returned[0]}, {returned[1]}"),
            ("空闲分区链", {"best": "按大小由小到大", "worst": "按大小由大到小", "first": "按地址由低到高"}[algorithms[0]]),
        ),
    )  # fmt: skip


def _number(text: str) -> int:
    return int(patterns.findall(r"\d+", text)[0])


def _areas(table: re.Match[str]) -> tuple[list[tuple[int, int]], set[str]]:
    """(start, length) of each area of a table, and the units that stand in it."""
    units = {unit[0].upper().rstrip("B") for unit in patterns.finditer(UNIT, table[0], re.IGNORECASE)}
    if "rows" in table.re.groupindex:
        cells = [[_number(cell) for cell in patterns.findall(_AMOUNT, line)] for line in table["rows"].strip().splitlines()]
        return [(row[-2], row[-1]) for row in cells], units
    # Glued together (`20K500K`), a unit parts the figures.
    starts, sizes = ([int(figure) for figure in patterns.findall(r"\d+", table[name])] for name in ("starts", "sizes"))
    if len(starts) != len(sizes):
        stay_out("starts and sizes that do not pair")
    return list(zip(starts, sizes, strict=True)), units
