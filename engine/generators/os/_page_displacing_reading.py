"""Reading accesses to a page that is not there, by a page table with the bits of the improved clock: which page makes room, and where the
address then is in memory.
"""

from __future__ import annotations

import re

from engine.generators.kind import Recognition
from engine.generators.os._address_translation_reading import HEXADECIMAL, number
from engine.generators.os._clauses import SIZE, to_bytes
from engine.generators.os._inquiry import Inquiry, Question
from engine.generators.quantities import size
from engine.generators.reading import INTEGER, stay_out, to_int

_COLUMNS = (
    (r"(?:逻辑|虚拟?)?页(?:面)?号", "page"),
    (r"(?:物理)?(?:页框|物理块|块|帧|页帧)号", "frame"),
    (r"(?:存在|有效|状态|驻留|合法)位", "present"),
    (r"(?:访问|引用|使用)(?:位|字段)", "used"),
    (r"(?:修改|脏)位", "changed"),
)
_WORDS = (
    "请求分页 请求页式 分页 虚拟 存储 存储器 管理 系统 进程 页表 部分 内容 如下 如下表 所示 页 页面 页框 固定 固定的 分配 给 采用 使用 改进型 改进 的 置换 淘汰 算法 页面置换 页面置换算法 置换算法 访问 存储单元 单元 "
    "则 经 经过 地址变换 地址转换 变换 转换 后 得到 按字节编址 字节 编址 虚拟地址 逻辑地址 物理地址 为 局部置换 固定分配 局部 时 若 当前 某时刻 P A Q "
)


def _cell(text: str) -> int:
    return number(text) if re.fullmatch(HEXADECIMAL + r"|\d+", text, re.IGNORECASE) else stay_out(text)


def recognise_displaced(text: str) -> Recognition | None:
    """The physical address of an access after the improved clock has made room for its page; None: another problem."""
    if not re.search(r"改进(?:型)?(?:的)?\s*(?:CLOCK|时钟)", text, re.IGNORECASE) or "地址" not in text:
        return None
    text = re.sub(r"(?m)^[ |]*(?:(?:…+|\.{2,})[ |]*)+$\n?", "", text)
    text = re.sub(r"(?<=位)\s*\([^()\n]{1,24}\)", "", text)
    reading = Inquiry(text)
    table = reading.take_table()
    if table is None:
        return None
    columns = table.by_heading(_COLUMNS)
    if set(columns) != {name for _, name in _COLUMNS}:
        return None
    rows = [
        {name: _cell(cell) for name, cell in zip(columns, cells, strict=True)}
        for cells in zip(*columns.values(), strict=True)
        if any(cells)
    ]
    reading.take_all(r"改进(?:型)?(?:的)?\s*(?:CLOCK|时钟)(?:\(\s*CLOCK\s*\))?")
    frames = reading.take_one(rf"(?<!第)(?P<value>{INTEGER})\s*个(?:固定)?(?:的)?(?:页框|物理块|页帧|帧)", to_int)
    page = reading.take_one(rf"(?:页面|页)(?:的)?(?:大小|长度|长)?(?:为|是|=)*\s*(?P<value>{SIZE})", to_bytes)
    address = reading.take_one(rf"(?:逻辑|虚拟?)?地址(?:为|是|=)*\s*(?P<value>{HEXADECIMAL})", number)
    asked = [name for _, name in reading.inquire((Question(name="physical", key=r"(?:物理|实|主存|内存)地址"),))]
    reading.finish(_WORDS)
    present = [row for row in rows if row["present"]]
    if (
        asked != ["physical"]
        or page is None
        or page & (page - 1)
        or address is None
        or frames != len(present)
        or any(row[name] not in (0, 1) for row in rows for name in ("present", "used", "changed"))
        or len({row["frame"] for row in present}) != len(present)
    ):
        return None
    wanted = address // page
    if wanted not in {row["page"] for row in rows}:
        return None
    return Recognition(
        parameters={
            "state": "displaced", "page_size": page, "address": address,
            "present": [[row["page"], row["frame"], row["used"], row["changed"]] for row in present],
        },
        understood=(
            ("页面", size(page)),
            ("在内存的页", "；".join(f"{row['page']} 号页在页框 {row['frame']:X}H，访问位 {row['used']}，修改位 {row['changed']}" for row in present)),
            ("虚拟地址", f"{address:X}H"),
        ),
    )  # fmt: skip
