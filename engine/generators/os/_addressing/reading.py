"""Reading problems about addresses: page tables and segment tables, registers, and the addresses that are translated with them."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from engine.generators import patterns
from engine.generators.clauses import ORDINARY as GENERAL
from engine.generators.clauses import Clauses as GeneralClauses
from engine.generators.clauses import Role
from engine.generators.kind import Missing, Recognition
from engine.generators.markdown import listed
from engine.generators.os._addressing.page_frames_reading import HEXADECIMAL, number, page_table
from engine.generators.os._clauses import BITS, SIZE, Clauses, to_bytes
from engine.generators.quantities import size
from engine.generators.reading import INTEGER, stay_out, to_count, to_int
from engine.generators.topic import Topic

_BINARY = r"(?<![0-9A-Za-z])[01]{4}(?: [01]{4}){2,7}(?:\(二进制(?:\d+位)?\)|B)?"
ADDRESS = rf"(?:{_BINARY}|{HEXADECIMAL}|(?<![0-9A-Za-z.])\d+(?![0-9A-Za-z.]|\s*(?:位|号页|号段|页(?!号|内)|个|块|[KMG]B?(?![A-Za-z])|字节|B(?![A-Za-z])|号)))(?:\((?:[DB]|十进制|十六进制)\))?"
_MANY = r"(?:多少|几)"
LOGICAL = r"(?:逻辑|虚拟|虚|有效|相对|线性)"
GIVEN = rf"{LOGICAL}?地址(?:值)?(?:\(?(?:VA|A|LA)\)?)?(?=\s*(?:分别|依次|各|单元|为|是|=|:|第|[0-9A-F]))(?:分别|依次|各|单元)*(?:为|是|=|:)*\s*(?:第)?"


class Addresses(Topic):
    """A problem of address translation."""

    words: ClassVar[str] = (
        "分页 页式 请求分页 请求页式 存储 管理 系统 存储管理 存储系统 虚拟存储器 虚拟存储 虚存 进程 作业 某进程 程序 用户 计算机 页表 页 页面 页号 虚页号 块号 块 内存 主存 对应 转换 变换 换算 地址 逻辑地址 虚拟地址 虚地址 物理地址 实地址 相应 空间 长度 页框号 页框 号 转换成 映射 地址变换 地址转换 物理块号 物理块 存储器 字节 "
        "变 变成 经 变换后 装入 放入 存放 内容 查 查表 偏移 页内偏移 页内 位移 页内位移 该页 已 在 位置 访问 存取 数据 指令 单元 页内地址 落在 换成 执行 CPU 给出 段 分段 段式 段页式 段表 段号 段内 段内偏移 段内地址 段内位移 逻辑 物理 十进制 十六进制 二进制 按字节编址 编址 分别 各 得到 位 从0开始 编号 用户编程空间 某时刻 调入 对照 "
        "动态重定位 重定位 寄存器 基址寄存器 界限寄存器 越界 越界的请注明 缺页 缺页的写缺页 注明 题目 题目就是这么出的 求助 帮 时 若 结构 采用 采用页式 写法 实际 读 取 该地址 行 写 内容为 下 中 里 号页 号段 虚 页长 页大小 段长 基址 段表第 一个 该 页内偏移量 起始 表 对一下答案 给我 有没有 没有 对 吧 就是 转成 转为 内存里 最后访问到的 哪个越界 没越界的 程序现在要 要 base len 反推题 反推 某次访问得到 某次 题目大意 大意 我记得 段表基址啥的 班群里"
    )
    ordinary: ClassVar[str] = GENERAL
    headings = (*Topic.headings, *Clauses.headings)
    shortened = ((r"俩(?:个)?", "两个"), (r"(?<![A-Za-z\d])(\d+)\s*([KMG])(?=[\s,;。、)]|$)", r"\1\2B"))
    refused: ClassVar[str] = (
        r"TLB|快表|Cache|字编址|置换|FIFO|LRU|(?:访问|存取|平均|有效)时间|磁盘|外存|如图|见图|图中|代码|糊|看不清|只读|权限|保护|共享|多级|三级|哈希|反置|倒排"
    )

    def __init__(self, text: str) -> None:
        # A blank to be filled in asks as "how many" does.
        super().__init__(patterns.sub(r"[(（]\s*[)）]|_{2,}", "几", text))


BARE_PAIRS = r"地址\s*(?:分别|依次|为|是|:)*\s*\d{1,3}\s*,\s*\d{1,6}(?:\s*[、;和]\s*\d{1,3}\s*,\s*\d{1,6})+(?!\s*,)"
"""Addresses of a page and an offset of which the brackets are lost: no row of addresses."""


def take_asides(problem: GeneralClauses) -> None:
    """Take remarks that every address is found in memory, and how numbers are written."""
    problem.take_all(
        r"\(?(?:且)?(?:有效位|存在位|状态位|合法位)(?:均|都|全)?(?:为|是|=)?1(?!\d|\s+\d)\)?|(?:且|并且)?(?:这些|各|该|此|所有)?(?<!每)(?<!每一)(?<!每个)页面?(?:均|都|全)?(?:已|已经)?(?:在|装入|调入)(?:了)?(?:内存|主存)(?!(?:中|里)?(?:的|第|\d|物理|页框|块))(?:中|里)?|(?:有效位)?为?0表示不在内存"
    )
    problem.take_all(
        r"\(?(?:主存|内存|系统)?(?:是)?按字节(?:进行)?编址\)?|\(?(?:上表中?|表中|表内|其中)?(?:的)?(?:数字|数据|数|数值|地址)(?:均|都|全)?(?:为|是|用|以)?(?:十进制|十六进制)(?:数)?(?:表示|形式|给出)?\)?|页号(?:和|与|及)?(?:块号|页框号)?(?:均)?从0开始(?:编号)?|(?:存储)?容量单位\w{0,3}"
    )


def page_size_of(problem: Addresses) -> tuple[int | None, dict[str, Any]]:
    """The size of a page, and of the spaces and memories told beside it."""
    low = problem.take_one(rf"(?:其中)?(?:低|后)(?P<value>{INTEGER})位(?:是|为|作|表示)*页内(?:偏移量?|地址|位移)", to_int)
    if ends := problem.take(
        r"\d+\s*(?:~|-|到|至)\s*(?P<low>\d+)位(?:是|为)页号[,、;]?(?P<high>\d+)\s*(?:~|-|到|至)\s*0位(?:是|为)页内(?:地址|偏移量?|位移)"
    ):
        low = int(ends["low"])
        if low != int(ends["high"]) + 1:
            stay_out("fields that do not meet")
    values = problem.assign(
        (
            Role(
                name="page_size",
                quantity=SIZE,
                read=to_bytes,
                before=r"(?:每个?|一个?)?(?:页面|页框|页|块)(?!表|号|内)(?:和页框)?(?:的)?(?:大小|长度|长|尺寸|面)?[LS]?",
                after=r"(?:的|一|大小的|大|每)?(?:页面|页|页框)(?!表|号|内)",
            ),
            Role(
                name="width",
                quantity=BITS,
                read=to_count,
                before=rf"{LOGICAL}地址(?:空间)?(?:的)?(?:长度|宽度|位数|长)?",
                after=rf"(?:长)?(?:的)?{LOGICAL}地址(?:空间)?",
            ),
            Role(
                name="memory",
                quantity=SIZE,
                read=to_bytes,
                before=r"(?:物理)?(?:内存|主存)(?:空间)?(?:的)?(?:总)?(?:容量|大小)?",
                after=r"(?:的)?(?:物理)?(?:内存|主存)",
            ),
            Role(name="physical_width", quantity=BITS, read=to_count, before=r"(?:物理|实)地址(?:空间)?(?:的)?(?:长度|宽度|位数|长)?"),
        )
    )
    page = values.get("page_size")
    if low is not None:
        if page not in (None, 1 << low):
            stay_out("two sizes of a page")
        page = 1 << low
    return page, values


def recognise(text: str) -> Recognition | None:
    """A page table and logical addresses, or one address taken apart or traced back."""
    problem = Addresses(text)
    if "段页" in text:
        # The page table of the one segment that is asked about; which segment is said with it.
        if len(patterns.findall(r"号段的页表|段的页表|段\d+的页表", problem.text)) != 1:
            return None
        limit = problem.take(r"(?:段\d+|\d+号段)?(?:的)?段长(?:为|是|=)*\s*(?P<value>\d+)\s*(?P<unit>K?B?)(?![A-Za-z])")
        if (
            limit
            and (told := patterns.search(r"段内(?:地址|偏移量?|位移量?)(?:为|是|=)*\s*(\d+)(?!\d|[A-Za-z])", problem.text)) is not None
        ):
            if int(told[1]) >= int(limit["value"]) * (1024 if "K" in limit["unit"].upper() else 1):
                return None
        elif "段长" in problem.text:
            return None
        problem.take_all(r"段号\s*S?\s*=?\s*\d+|(?:段表里)?(?:\d+号段|段\d+)的页表|段表")
        problem.rest = problem.rest.replace("段内偏移", "逻辑地址").replace("段内地址", "逻辑地址")
    else:
        problem.refuse("段|二级|两级")
    problem.refuse(BARE_PAIRS)
    take_asides(problem)
    binary_note = patterns.search(r"十六进制(?:写法|表示|形式)?|\(十六进制\)", problem.text) is not None
    frames, absent = page_table(problem)
    physical = problem.take_one(rf"(?:物理|实)地址(?:为|是|=|:)*\s*(?P<value>{ADDRESS})", number)
    mentions = [
        (match.start(), match["value"])
        for pattern in (
            rf"{GIVEN}(?P<value>{ADDRESS}(?:\s*(?:,|、|和|与|及)\s*{ADDRESS})*)(?:\s*单元)?(?:这[两几三]个(?:地址)?)?",
            rf"(?P<value>{ADDRESS}(?:\s*(?:,|、|和|与|及)\s*{ADDRESS})*)(?:号|这个|的|这[两几三]个)*(?:{LOGICAL}地址|单元)",
        )
        for match in problem.take_all(pattern)
    ]
    # Each of several sub-questions may tell its own address.
    addresses = tuple(dict.fromkeys(number(part) for _, value in sorted(mentions) for part in patterns.split(r"\s*[,、和与及]\s*", value)))
    page_size, values = page_size_of(problem)
    count = problem.take_one(
        (
            rf"(?:用户|逻辑|虚拟|虚|地址|编程)*空间(?:共|总共|一共|最多)?(?:为|是|有|包含)*(?P<value>{INTEGER})\s*个?(?:页面|页)(?!框|帧|式)",
            rf"(?:作业|进程|程序|任务)(?:空间)?(?:大小|长度|总共|一共|共有|共|有|占|是|为|包含|含|被分成|分成|分为|划分为)+(?P<value>{INTEGER})\s*个?(?:页面|页)(?!框|帧|式|表|内|号)",
            rf"(?P<value>{INTEGER})\s*个?(?:页面|页)(?:大|长|大小)?的(?:作业|进程|程序)",
        ),
        to_int,
    )
    further = problem.take_asked(rf"(?:如果|若)?(?:再)?(?:访问|是)(?P<value>{ADDRESS})(?:会怎样|会怎么样|呢|会发生什么)")
    if further and addresses:
        addresses = (*addresses, *(number(match["value"]) for match in further))
    asked: list[tuple[int, str]] = []
    for pattern, name in (
        (
            r"(?:请问|问|则)?(?:是|对应)*(?:哪个|什么|的)+(?:逻辑|虚拟?)地址(?:是|为)?(?:多少)?|(?:逻辑|虚拟?)地址(?:是|为)(?:多少|几)",
            "inverse",
        ),
        (
            r"(?:物理)?(?:块|页框)号(?:和|与|及|、|,)+(?:块|页|框)内(?:偏移量?|位移|地址)(?:分别|各)?(?:是|为)?(?:几|多少)?",
            "physical split",
        ),
        (
            r"(?:相应|对应|所?对应|变换后|换算后|变换之后|转换之后|换成|换为|换到|换|变为|化成|转成|转为|转换[成为]?|变换[成为]?|映射[到为]?|转换后|换算成?|翻译成?|变成|得到|各自|实际)*(?:的)?(?:是|到)?(?:哪个?|什么|多少)?(?:的)?(?:(?:物理|实|内存|主存|绝对)(?:哪个|的哪个)?地址|(?:内存|主存)(?:的)?哪个(?:单元|位置))(?:\(十[六]?进制\))?(?:分别|各)?(?:是|为|求)?(?:多少|什么|几|咋算|怎么算)?|(?<=[\ue000\d])(?:各|分别)?变成(?:什么|多少)",
            "physical",
        ),
        (
            r"(?:所在的?|对应的?|它的?|各自的?|相应的?|(?:拆|分|分解|划|划分|拆分|分割)(?:成|为))*(?:逻辑|虚)?页号(?:p|P)?(?:\(十六进制\))?(?:和|与|及|以及|跟|同|还有|加上?|、|,)+(?:对应的?|它的?|相应的?)?(?:页内)?(?:偏移量?|位移量?|地址|偏移地址)(?:d|w|W|D)?(?:\(十六进制\))?(?:分别|各)*(?:是|为|等于)*(?:多少|几)?|(?:在|位于|属于|落在)+第?(?:几|哪)(?:个|一)?(?:号)?页,?(?:的)?(?:(?:和)?页内)?(?:偏移量?|位移量?|地址)?(?:是|为)?(?:多少|几)?|页号(?:是|为)?(?:多少|几)(?:,|、|和)*页内(?:偏移量?|位移量?|地址)(?:是|为)?(?:多少|几)?",
            "split",
        ),
        (
            r"(?:是否|会不会|有没有)(?:会|产生|发生)?缺页|(?<=[\ue000\d])\s*(?:的)?(?:情况)(?:如何|怎样|怎么样|呢)|(?:会)?发生什么(?:情况)?",
            "fault",
        ),
        (r"(?:虚|逻辑)?页号(?:至少)?(?:需要?|占|用|是|有)*(?:多少|几)位", "page bits"),
    ):
        asked += [(match.start(), name) for match in problem.take_asked(pattern)]
    problem.take_all(r"(?:现在)?CPU(?:现在)?(?:要?访问|给出|发出|送出)|\((?:块号|页号)(?:是|为)?十进制\)")
    problem.take_all(r"(?:并|请)?(?:产生|发生)?缺页(?:的)?(?:写缺页|请?注明|请说明|请指出)?|(?:选)?哪个\?|(?:逻辑|虚拟?)地址(?=\ue000)")
    problem.settle()
    names = list(dict.fromkeys(name for _, name in sorted(asked)))
    if not names and frames and addresses and patterns.search("选哪|哪个\\?", problem.text):
        names = ["physical"]
    if not names:
        return None
    hexadecimal = bool(patterns.search(HEXADECIMAL, problem.text, re.IGNORECASE)) or (
        binary_note and bool(patterns.search(_BINARY, problem.text))
    )
    if binary_note and not hexadecimal and "十进制" not in problem.text:
        return None  # digits that may be hexadecimal
    if page_size is not None and not 16 <= page_size <= 1 << 24:
        return None
    common: dict[str, object] = {"hexadecimal": hexadecimal, "asked": names}
    if patterns.search("十六进制|16进制", problem.text):
        common["no_decimal"] = True
    understood = [("页面", size(page_size))] if page_size else []
    if names in (["inverse"], ["physical split"]):
        if physical is None or addresses or page_size is None:
            return None
        if names == ["inverse"] and physical // page_size not in frames.values():
            return None
        return Recognition(
            parameters={**common, "page_size": page_size, "frames": [list(item) for item in sorted(frames.items())], "physical": physical},
            understood=(*understood, ("物理地址", str(physical))),
        )
    if {"inverse", "physical split"} & set(names) or not addresses or physical is not None or (len(addresses) > 8):
        return None
    width, memory = values.get("width"), values.get("memory")
    if width is not None and any(address >= 1 << width for address in addresses):
        return None
    if page_size is not None and memory is not None and any((frame + 1) * page_size > memory for frame in frames.values()):
        return None
    if "page bits" in names and (width is None or page_size is None):
        return None
    parameters: dict[str, object] = {**common, "addresses": list(addresses), "width": width, "count": count}
    understood.insert(0, ("逻辑地址", listed(addresses)))
    missing = []
    if page_size is None:
        missing.append(Missing("page_size", "页面多大（如 1KB）？", "页面大小为 {}"))
    else:
        parameters["page_size"] = page_size
    if "physical" in names or "fault" in names:
        if not frames:
            if "split" in names:
                return None
            missing.append(Missing("frames", "页表是怎样的？例如“页号0,1,2对应块号5,8,4”", "页号{}"))
        else:
            understood.append(("页表", "，".join(f"{page}→{frame}" for page, frame in sorted(frames.items()))))
    parameters["frames"] = [list(item) for item in sorted(frames.items())]
    if page_size is not None and frames:
        # A page that is not told is absent only if the table is said to be whole, or marks the absent ones.
        unknown = [page for address in addresses if (page := address // page_size) not in frames and (count is None or page < count)]
        # Beyond the last page: said only where it is asked what happens.
        if count is not None and "fault" not in names and any(address // page_size >= count for address in addresses):
            return None
        told_whole = absent or patterns.search("会怎样|缺页|已调入|调入主存的", problem.text)
        if any(page not in absent and not (told_whole and not absent) for page in unknown):
            return None
        if count is not None and any(page >= count for page in frames):
            return None
    return Recognition(parameters=parameters, understood=tuple(understood), missing=tuple(missing))
