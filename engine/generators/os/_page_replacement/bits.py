"""The page that makes room by nothing but the bits of a page table: one that was neither used nor changed before others."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.os._tables.page_columns import NOWHERE, page_table_rows, state_of_there
from engine.generators.os._tables.page_rows import STATE, state_of_page
from engine.generators.os._topic import Topic
from engine.generators.reading import INTEGER, to_int

_WORDS = (
    "进程 P 页面 页 页号 分别 从 到 大小 页面大小 为 如下 如下表 所示 如下所示 页表 变换 变换表 表 中 状态位 等于 分别 表示 在 不在 内存 主存 假设 若 如果 系统 给 该 分配 存储块 物理块 页框 要 访问 的 时 那么 则 应该 应 淘汰 置换 换出 号 页面变换表 存在位 访问位 修改位 "
    "当 所 需要 需 某 有 采用 请求 分页 存储 管理 和 与 此时 其 产生 缺页 缺页中断 发生 从内存 中的 最 合理 首先 状态 标志 "
)


def recognise_by_bits(text: str) -> Recognition | None:
    """Which page goes, where its bits say so and no algorithm is named; None: another problem."""
    if not patterns.search("淘汰|置换|换出", text) or not patterns.search("访问位|引用位|使用位|访问字段", text):
        return None
    if patterns.search(
        r"(?<!1和)(?<!1、)(?<!1与)0(?:[和与、]1)?(?:时)?(?:分别)?(?:表示|代表|为)(?:该)?页?面?(?:已|被|最近)*(?:访问|修改)|(?<!0和)(?<!0、)(?<!0与)1(?:[和与、]0)?(?:时)?(?:分别)?(?:表示|代表|为)(?:该)?页?面?(?:不|未|没)(?!在|装|调)",
        text,
    ):
        return None  # the bits the other way round
    reading = Topic(text)
    reading.refuse(
        r"FIFO|LRU|OPT|CLOCK|时钟|指针|先进先出|最近最|最久|最佳|最少使用|NRU|第二次机会|地址|装入时间|访问次数|计数|缺页率|几次"
    )
    table = page_table_rows(reading.rest)
    if table is None or not {"page", "there", "used", "changed"} <= table.columns.keys():
        return None
    reading.take_spans([(table.start, table.end)])
    told = patterns.search("(?:状态|存在|有效|驻留)位[^,;。]{0,12}[01]", reading.rest) is not None
    there = (state_of_page(reading.rest) or state_of_there(reading.rest)) if told else "1"
    reading.take_all(STATE)
    reading.take_all(
        r"(?:其中|表中)?(?:,)?(?:状态|存在|有效|访问|引用|使用|修改|驻留)位(?:的)?(?:值)?(?:等于|为|是|=)*\s*[01](?:\s*(?:和|、|与|,)\s*[01])?(?:时)?(?:分别)?(?:表示|代表)(?:该)?(?:页面?)?(?:在|已在|没有|未|被|最近|不在|没|过|已|内存|主存|访问|修改|引用|和|或|与|、)+(?:[,;]?[01](?:时)?(?:表示|代表)(?:在|已在|没有|未|被|最近|不在|没|过|已|内存|主存|访问|修改|引用)+)?"
    )
    reading.take_all(
        r"(?:(?:页面|页)(?:的)?大小(?:为|是)?\s*\d+\s*[KM]?B?)|页号(?:分别)?(?:为|从)*\s*\d+\s*(?:~|-|到|至)\s*\d+|有\s*\d+\s*个页面?(?=[,;。])"
    )
    frames = reading.take_one(rf"(?<!第)(?P<value>{INTEGER})\s*个(?:固定)?(?:的)?(?:页框|物理块|页帧|帧|存储块|内存块|主存块)", to_int)
    wanted = reading.take_one(
        r"(?:要)?(?:访问|使用|引用)(?:的)?(?:页面?|页号)?(?:为|是)?\s*(?P<value>\d+)\s*(?:号)?(?:页面?)?(?:时)?[,]?(?:不在内存|缺页|发现(?:其)?不在内存)?",
        int,
    )
    asked = reading.ask(
        ((r"(?:应该?|首先|系统|会|将|被|要|从内存|先)*(?:淘汰|置换|换出)(?:出去|掉)?(?:表中)?(?:的)?(?:是)?(?:页面?)?(?:号)?(?:的)?(?:为|是)?(?:几|多少|哪一?个?|哪页)(?:号)?(?:的)?(?:页面?)?", "which"),)
    )  # fmt: skip
    reading.finish(_WORDS)
    rows = [dict(zip(table.columns, cells, strict=True)) for cells in zip(*table.columns.values(), strict=True)]
    if not asked or any(row[name] not in ("0", "1") for row in rows for name in ("there", "used", "changed")):
        return None
    present = [row for row in rows if row["there"] == there]
    if any((row.get("frame", "0") in NOWHERE) == (row in present) for row in rows if "frame" in row):
        return None
    pages = [row["page"] for row in present]
    if len(present) < 2 or (frames is not None and frames != len(present)) or (wanted is not None and str(wanted) in pages):
        return None
    return Recognition(
        parameters={"state": "bits", "rows": [[row["page"], int(row["used"]), int(row["changed"])] for row in present]},
        understood=(("在内存的页", "；".join(f"{row['page']} 号页，访问位 {row['used']}，修改位 {row['changed']}" for row in present)),),
    )


def solve_by_bits(parameters: Parameters) -> Solution | None:
    """The one with the lowest pair of bits; None: there are several."""
    rows = [(str(page), int(used), int(changed)) for page, used, changed in parameters["rows"]]
    lowest = min(row[1:] for row in rows)
    found = [row[0] for row in rows if row[1:] == lowest]
    if len(found) != 1:
        return None
    return Solution(
        answer=f"{found[0]} 号页",
        also=(found[0], f"页面{found[0]}", f"{found[0]}号"),
        steps=paragraphs(
            "只在内存中的页里选，先看访问位再看修改位，按 (0,0)、(0,1)、(1,0)、(1,1) 的次序淘汰：",
            "，".join(f"{page} 号页 ({used},{changed})" for page, used, changed in rows) + f"，淘汰 {found[0]} 号页。",
        ),
        conventions=("最近没有访问的页先于访问过的，没有修改的先于修改过的（不必写回）",),
    )
