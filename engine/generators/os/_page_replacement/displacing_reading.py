"""Reading accesses to a page that is not there, by a page table with when its pages were loaded and used, or with their bits: which page makes
room, and where the address then is in memory.
"""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.os._addressing.page_frames_reading import HEXADECIMAL, number
from engine.generators.os._clauses import SIZE, to_bytes
from engine.generators.os._inquiry import Inquiry, Question
from engine.generators.quantities import size
from engine.generators.reading import INTEGER, stay_out, to_int

_COLUMNS = (
    (r"(?:逻辑|虚拟?)?页(?:面)?号?", "page"),
    (r"(?:物理)?(?:页框|物理块|块|帧|页帧)号?", "frame"),
    (r"(?:存在|有效|状态|驻留|合法)位", "present"),
    (r"(?:访问|引用|使用)(?:位|字段)", "used"),
    (r"(?:修改|脏)位", "changed"),
    (r"(?:装入|调入)(?:时刻|时间)", "loaded"),
    (r"(?:最近|最后|上次)(?:一次)?(?:访问|引用|使用)(?:时刻|时间)|访问(?:时刻|时间)", "touched"),
)
_ALGORITHMS = (
    (r"改进(?:型)?(?:的)?\s*(?:CLOCK|时钟)(?:\(\s*CLOCK\s*\))?", "improved"),
    (r"(?:先进先出|FIFO)(?:\(\s*FIFO\s*\))?", "FIFO"),
    (r"(?:最近最久未使用|LRU)(?:\(\s*LRU\s*\))?", "LRU"),
    (r"(?:时钟|CLOCK)(?:\(\s*CLOCK\s*\))?", "CLOCK"),
)
_WORDS = (
    "请求分页 请求页式 分页 虚拟 存储 存储器 管理 系统 进程 页表 部分 内容 如下 如下表 所示 页 页面 页框 固定 固定的 分配 分配给 给 采用 使用 的 置换 淘汰 算法 策略 页面置换 页面置换算法 置换算法 访问 存储单元 单元 数据 "
    "则 经 经过 地址变换 地址转换 变换 转换 后 得到 按字节编址 字节 编址 虚拟地址 逻辑地址 物理地址 为 局部置换 固定分配 固定分配局部置换 局部 时 若 当前 某时刻 P A Q 操作系统 计算机 情况 访问情况 该 此 执行 到 时刻 前 要 对应 表 如 见 数据存储空间 设 某 "
)


def _cell(text: str) -> int:
    return number(text) if patterns.fullmatch(HEXADECIMAL + r"|\d+", text, re.IGNORECASE) else stay_out(text)


def recognise_displaced(text: str) -> Recognition | None:
    """The physical address of an access after a page has made room for its page; None: another problem."""
    if "地址" not in text or not patterns.search("页号|页面", text):
        return None
    text = patterns.sub(r"(?m)^[ |]*(?:(?:…+|\.{2,})[ |]*)+$\n?", "", text)
    text = patterns.sub(r"(?<=位)\s*\([^()\n]{1,24}\)|\(访问位即使用位\)", "", text)
    # The spaces, and how many pages the process has at most: nothing in them is asked.
    text = patterns.sub(
        r"(?:设|某)?(?:计算机)?(?:的)?(?:逻辑|虚拟)地址空间(?:和|与|、)物理(?:地址)?空间(?:均|都|大小|分别)*为\s*\d+\s*[KMG]B[,。]|(?:若|且)?(?:某|该)?进程最多需要\s*\d+\s*页\s*(?:数据)?(?:存储)?空间[,。]",
        "",
        text,
    )
    reading = Inquiry(text)
    table = reading.take_table()
    if table is None:
        return None
    columns = table.by_heading(_COLUMNS)
    if not {"page", "frame"} <= columns.keys():
        return None
    rows = [{name: _cell(cell) for name, cell in zip(columns, cells, strict=True)} for cells in zip(*columns.values(), strict=True)]
    named = [(match.start(), name) for pattern, name in _ALGORITHMS for match in reading.take_all(pattern)]
    frames = reading.take_one(rf"(?<!第)(?P<value>{INTEGER})\s*个(?:固定)?(?:的)?(?:页框|物理块|页帧|帧)", to_int)
    page = reading.take_one(rf"(?:页面|页)(?:的)?(?:大小|长度|长)?(?:为|是|=)*\s*(?P<value>{SIZE})", to_bytes)
    address = reading.take_one(rf"(?:逻辑|虚拟?)?地址(?:为|是|=)*\s*(?P<value>{HEXADECIMAL})", number)
    hand = reading.take_one(
        r"\(?(?:设|假设)?(?:搜索下一页的)?(?:指针)?(?:沿)?(?:顺时针)?(?:方向)?(?:移动)?[,且并]*(?:当前|现在)?(?:指针)?(?:当前)?指向(?:第)?(?P<value>\d+)号页框(?:,示意图)?\)?",
        int,
    )
    reading.take_all(r"(?:在)?(?:当)?(?:该进程)?(?:执行)?(?:到)?时刻\s*\d+\s*(?:时|前)?(?:的)?")
    asked = reading.inquire(
        (
            Question(name="page", key=r"(?:页面?号|虚页号)", also=(r"多少|几|什么|求",)),
            Question(name="physical", key=r"(?:物理|实|主存|内存)地址"),
        )
    )
    reading.finish(_WORDS)
    present = [row for row in rows if row.get("present", 1)]
    if (
        not asked
        or not named
        or page is None
        or page & (page - 1)
        or address is None
        or frames != len(present)
        or any(row[name] not in (0, 1) for row in rows for name in ("present", "used", "changed") if name in row)
        or len({row["frame"] for row in present}) != len(present)
        or ("present" in columns and address // page not in {row["page"] for row in rows})
    ):
        return None
    wanted = []
    for place, what in asked:
        before = sorted(at for at in named if at[0] < place)
        if what == "physical" and not before:
            return None
        wanted.append([what, before[-1][1] if what == "physical" else ""])
    needs = {"improved": {"used", "changed"}, "FIFO": {"loaded"}, "LRU": {"touched"}, "CLOCK": {"used"}}
    if any(name and not needs[name] <= columns.keys() for _, name in wanted) or any(
        name == "CLOCK" and hand not in {row["frame"] for row in present} for _, name in wanted
    ):
        return None
    if {name for _, name in named} != {name for _, name in wanted if name}:
        return None  # an algorithm that nothing is asked of
    told = {"loaded": "装入时刻", "touched": "最近访问", "used": "访问位", "changed": "修改位"}
    return Recognition(
        parameters={"state": "displaced", "page_size": page, "address": address, "present": present, "hand": hand, "asked": wanted},
        understood=(
            ("页面", size(page)),
            (
                "在内存的页",
                "；".join(
                    f"{row['page']} 号页在页框 {row['frame']:X}H"
                    + "".join(f"，{word} {row[name]}" for name, word in told.items() if name in row)
                    for row in present
                ),
            ),
            ("地址", f"{address:X}H"),
        ),
    )
