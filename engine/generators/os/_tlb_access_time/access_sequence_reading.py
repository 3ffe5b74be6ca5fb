"""Reading problems about what each of a row of accesses takes, from an empty TLB and with pages that are not in memory.

After the national examination of 2009, question 46: the TLB first, on a miss the page table, on a fault the service and the instruction
once more, which then hits the TLB.
"""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.kind import Recognition
from engine.generators.os._clauses import SIZE, TIME, to_bytes
from engine.generators.os._inquiry import Inquiry, Question
from engine.generators.os._tlb_access_time.access_model_words import to_long_time
from engine.generators.quantities import decimal, size
from engine.generators.reading import stay_out, to_int

_TLB = r"(?:快表|TLB|联想(?:寄存器|存储器))(?:\(?(?:TLB|快表)\)?)?"
_MEMORY = r"(?:内存|主存)"
_LONG = rf"(?:10\s*\^\s*\d+\s*(?:ns|μs|us|纳秒|微秒)|{TIME})"
_HEX = r"(?:(?<![0-9A-Za-z])0x[0-9A-F]+|(?<![0-9A-Za-z])[0-9A-F]+\s?H)(?![0-9A-Za-z])"
_ADDRESS = rf"(?:{_HEX}|(?<![\d.A-Za-z])\d{{3,}}(?![\d.A-Za-z]|\s*(?:ns|μs|us|ms|[KMG]?B|个|项|位|次|号)))"
_PAGES = r"(?:虚?页面?\s*)?\d+(?:\s*号?\s*[,、和与及]\s*(?:第|虚?页)?\d+)*"
_AND = r"\s*(?:、|,|和|与|及)+\s*"

_ROLES = (
    Role(
        name="service",
        quantity=_LONG,
        read=to_long_time,
        before=r"(?:缺页|页面?故障)(?:中断|异常)?(?:的)?(?:平均)?(?:处理|服务)?(?:的)?(?:平均)?(?:时间|一次)?|处理(?:一次)?(?:缺页)(?:中断|异常)?(?:的)?(?:平均)?(?:时间)?",
    ),
    Role(
        name="tlb",
        quantity=_LONG,
        read=to_long_time,
        before=rf"(?:访问|查找?|查询|检索)?(?:一次)?{_TLB}(?:的)?(?:访问|查找|查询|检索)?(?:时间|一次)*",
    ),
    Role(
        name="memory",
        quantity=_LONG,
        read=to_long_time,
        before=rf"(?:访问|存取|读写)?(?:一次)?{_MEMORY}(?:的)?(?:一次)?(?:访问|存取|读写)?(?:一次|时间|周期)*|访存(?:一次)?(?:时间)?",
    ),
    Role(name="page", quantity=SIZE, read=to_bytes, before=r"(?:每个?)?(?:页面|页)(?:的)?(?:大小|长度|长)?", after=r"(?:的)?(?:页面|页)"),
)
_WORDS = (
    "请求分页 请求页式 分页 页式 系统 存储 管理 虚拟 存储器 地址 转换 变换 地址转换 地址变换 先 首先 再 才 访问 查 查询 查找 未命中 没命中 不命中 命中 未 不 没 若 时 则 后 之后 更新 TLB 快表 页表 内存 主存 缺页 中断 处理 产生 发生 返回 返回到 回到 指令 重新执行 重新 该 虚 虚地址 虚拟地址 逻辑地址 下列 依次 "
    "序列 页 页面 号 初始 为空 空 时间 一次 平均 进程 一级 单级 各 分别 每次 所需 引用 假设 假定 设 已 均 都 且 并 在 中 内存中 不在内存 其余 只有 有 的 次序 先后 然后 十六进制 程序 段 时刻 装入 调入 已经 "
)


def _number(text: str) -> int:
    text = text.replace(" ", "")
    if text.lower().startswith("0x"):
        return int(text, 16)
    return int(text[:-1], 16) if text[-1] in "Hh" else int(text)


# The three assumptions of the examination, which are how it is computed; and what papers add to the questions.
_ASSUMED = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:(?<=假设)|(?<=假定))\s*[,:]?\s*\(?1\)?\s*(?=TLB|快表)|\(?[2-4]\)\s*(?=地址(?:转换|变换)|有效位|缺页)",
        rf"\(?(?:忽略|不计)(?:访问)?(?:完)?(?:页表)?(?:之后|后)?的?(?:对)?{_TLB}(?:的)?更新(?:的)?(?:时间|开销)\)?",
        r"有效位为?0(?:表示|则表示|说明)(?:该)?页面?(?:当前)?不在(?:内存|主存)(?:中)?[,;]?(?:(?:则|会|将)?(?:产生|发生|引起)缺页(?:中断)?[,;]?)?"
        r"(?:(?:缺页)?(?:中断)?处理(?:完)?(?:之?后)?[,;]?(?:返回|回到)(?:到|至)?(?:产生|引起)?缺页(?:中断)?的指令(?:处)?(?:并|,)?重新执行)?(?=[。;,])",
        r"(?<=\?)\s*(?:请)?(?:给出|写出)(?:计算|求解)?过程[。?]?|(?:请)?说明理由[。?]?",
        r"(?:基于|根据|按照?|对于)(?:上述|以上|这个|该)(?:虚?地址)?(?:访问)?序列[,;]?",
        r"依次访问(?:上述|以上|这)(?:[两三四五2-5])个(?:虚拟?|逻辑)?地址[,;]?(?=各|分别|需|所)",
        r"(?:和|,)?局部淘汰(?:策略)?|(?<=为2)(?=[,。;])",
    )
)


def plain(text: str) -> str:
    """The text without them, and the row of addresses under one name."""
    for pattern in _ASSUMED:
        text = pattern.sub("", text)
    return patterns.sub(
        r"(?:设)?(?:有)?(?:虚拟?|逻辑)?地址(?:的)?(?:访问)?(?:序列|流)(?:如下|为|是|:)*\s*(?=[0-9A-F]+H)", "虚地址序列", text
    )


def recognise_sequence(text: str) -> Recognition | None:
    """A row of addresses with what their pages are; None: another problem."""
    reading = Inquiry(plain(text))
    if not reading.has(_TLB) or not reading.has(r"地址"):
        return None
    reading.refuse(r"命中率|概率|cache|段页|段号|\d\s*%|并行|同时查|(?:两|二|三|2|3)级|FIFO|OPT|CLOCK|相联")
    addresses = [
        _number(part)
        for row in reading.take_all(
            rf"(?:(?:虚拟?|逻辑)地址(?:序列|流)?(?:依次|分别|为|是|:|如下|\s)*)(?P<value>{_ADDRESS}(?:{_AND}{_ADDRESS})+)|(?P<other>{_HEX}(?:{_AND}{_HEX})+)(?:这[两三四几]个)?(?:单元|(?:虚拟?|逻辑)?地址)?"
        )
        for part in patterns.findall(_ADDRESS, row["value"] or row["other"], re.IGNORECASE)
    ]
    again = [
        _number(match["value"])
        for match in reading.take_all(rf"(?:访问)(?:虚拟?|逻辑)?(?:地址)?(?P<value>{_ADDRESS})(?=(?:单元)?(?:所|需|要|的|花|各|分别))")
    ]
    if again and again != addresses:
        return None
    reading.take_all(
        rf"\(?(?:其中)?(?:已)?(?:包?含|包括|已含)(?:了)?(?:更新|重新|重启|执行|访存|访问|指令|{_TLB}|页表|{_MEMORY}|和|与|及|、|并|的|时间)+(?:在内)?\)?|(?:忽略|不计|不考虑)(?:访问页表(?:之)?后(?:的)?)?(?:对)?(?:更新|装入|填充)?(?:{_TLB})?(?:的)?(?:更新)?(?:时间|开销)?(?=[,;。)]|$)"
        rf"|(?:{_TLB})?(?:的)?更新(?:{_TLB})?(?:的)?时间(?:忽略不计|可?忽略|不计)|(?:且|并)?(?:{_TLB})?(?:初始|开始|起初)(?:时)?(?:为|是|均为)?空|{_TLB}(?:为)?空|(?:并|同时)?更新{_TLB}|(?:且)?{_TLB}(?:足够大|容量足够)"
        rf"|(?:处理)?(?:缺页(?:中断)?)?(?:处理|调入)?(?:完(?:成|毕)?)?(?:之?后)?,?(?:返回|回到|返回到|从)*(?:产生|引起|发生)?(?:缺页)?(?:中断)?(?:的)?(?:那条|该)?(?:指令)?(?:处)?(?:,)?(?:并|,)?(?:再次|重新)执行(?:该|这条)?(?:指令)?(?:[,(]?(?:再|从)?(?:先)?(?:查(?:找)?|访问)TLB(?:开始)?(?:且|,|并)?(?:此时)?(?:TLB)?(?:命中)?\)?)?|页表(?:存放|放|全部|常驻|均|都)*在(?:内存|主存)(?:中|里)?"
    )
    reading.take_all(
        rf"(?:地址(?:变换|转换)(?:时|过程中)?,?)?(?:都|总是|均)?(?:先|首先)(?:访问|查找?|查询|检索){_TLB}[,;]?(?:若|如果|当|在)?(?:{_TLB})?(?:未|不|没有?)命中(?:时|后)?[,;]?(?:则|才|就)?再?(?:去)?(?:访问|查找?|查询){_MEMORY}?(?:中)?的?页表"
        r"|(?:采用|为|是)?(?:一|单|1)级(?:的)?页表(?:结构|机制)?|页表(?:采用|为|是)(?:一|单|1)级(?:结构)?"
    )
    reading.take_all(
        r"(?:有效位|存在位|合法位|状态位|P位?)(?:为|是|=)?\s*0(?:时)?(?:,)?(?:表示|说明|代表|则|即)*(?:该|此|对应)?(?:的)?页面?(?:不在|未调入|未装入)(?:内存|主存)(?:中)?(?:,?(?:则|将|会)?(?:产生|发生|引起)缺页(?:中断|异常)?)?"
    )
    reading.take_all(r"(?:依次|顺序|先后)?(?:地)?访问(?:上述|这|以上|该)*[两三四2-4]个(?=虚|逻辑|地址)")
    absent: set[int] = set()
    present: set[int] = set()
    others_present = False
    for match in reading.take_all(
        rf"(?:第|虚)?(?P<pages>{_PAGES})\s*号?(?:虚)?页?面?(?:中)?(?:当前|均|都|尚|还|暂)*(?:不在|未(?:装入|调入|在))(?:内存|主存)(?:中|里)?"
    ):
        absent |= {int(part) for part in patterns.findall(r"\d+", match["pages"])}
        if patterns.search(r"(?:只有|仅有?|除了?)\s*(?:第|虚)?$", reading.text[max(0, match.start() - 5) : match.start()]):
            others_present = True
    for match in reading.take_all(
        rf"(?:第|虚)?(?P<pages>{_PAGES})\s*号?(?:虚)?页?面?(?:当前|均|都|已经?|的)*(?:在|装入|调入)(?:了)?(?:内存|主存)(?:中|里)?"
    ):
        present |= {int(part) for part in patterns.findall(r"\d+", match["pages"])}
    if reading.take_all(
        r"(?:其余|其他|其它|所有|全部|各|被访问的?|所?(?:访问|需|用|涉及)(?:到)?的?)(?:各|的)?(?:虚|逻辑)?页?面?(?:均|都|已经?|全部?)*(?:调入|装入|在)(?:了)?(?:内存|主存)(?:中|里)?|页面?(?:均|都|已经?|全部?)+(?:调入|装入|在)(?:了)?(?:内存|主存)(?:中|里)?|(?:不会|不)(?:发生|产生)?缺页"
    ):
        others_present = True
    if others_present:
        reading.take_all(r"(?:第)?\d+(?:\s*[,、]\s*\d+)*\s*号?页(?:面)?(?:中)?(?:只有|仅有?)?|只有|仅有?")
    tabled: dict[int, int] = {}
    if (table := reading.take_table()) is not None:
        columns = table.by_heading(
            (
                (r"虚?页面?号?", "page"),
                (r"(?:物理)?(?:页框|块|帧|页帧)号?", "frame"),
                (r"(?:有效|存在|状态|驻留|合法)位?(?:\(存在位\))?", "valid"),
            )
        )
        if not {"page", "valid"} <= columns.keys():
            stay_out("a table without what is in memory")
        for page, valid in zip(columns["page"], columns["valid"], strict=True):
            (present if valid.strip() in ("1", "有效", "是") else absent).add(int(page))
        tabled = {
            int(page): _number(frame.strip())
            for page, frame in zip(columns["page"], columns.get("frame", ()), strict=False)
            if int(page) in present and patterns.fullmatch(rf"{_HEX}|\d+", frame.strip(), re.IGNORECASE)
        }
    frames = {
        int(match["page"]): _number(match["frame"])
        for match in reading.take_all(
            rf"(?:第|虚)?(?P<page>\d+)\s*号?(?:虚)?页?(?:面)?(?:的)?(?:在|→|对应|:|,)*(?:物理)?(?:页框|块|帧)?(?:号)?(?:为|是|在)?\s*(?P<frame>{_HEX})(?:号)?(?:页框|块)?(?:,|且|中|\()*(?:存在|在(?:内存|主存)(?:中)?|有效|(?:存在|有效)位(?:为|是|=)?1)\)?"
        )
    }
    frames |= tabled
    present |= frames.keys()
    absent |= {
        int(match["page"])
        for match in reading.take_all(
            r"(?:第|虚)?(?P<page>\d+)\s*号?(?:虚)?页?(?:面)?(?:当前|尚|还|暂|,)*(?:不存在|无效|(?:存在|有效)位(?:为|是|=)?0|不在(?=[,;。)]))"
        )
    }
    # Two frames of which one has just been used: the other is the least recently used.
    reading.take_all(
        r"(?:采用|使用|按)?(?:局部)?(?:LRU|最近最[久少]未?使用)(?:算法|策略)?(?:的)?(?:局部)?(?:页面)?(?:置换|淘汰)?(?:算法|策略)?(?:和局部淘汰策略)?|局部(?:淘汰|置换)(?:策略)?"
    )
    resident = reading.take(
        r"(?:进程)?(?:的)?(?:驻留集|页框|物理块)(?:大小|数)?(?:固定|为|是|分配)*(?:了)?(?P<value>\d|两)(?:个(?:页框|物理块)?)?|(?:固定)?(?:分配|只有)(?:给)?(?:进程|它|了)*(?P<other>\d|两)个(?:页框|物理块)"
    )
    reading.refuse("置换|淘汰")
    reading.tell_roles(_ROLES)
    physical = [
        _number(match["value"])
        for match in reading.take_all(
            rf"(?:虚拟?|逻辑)?(?:地址)?(?P<value>{_HEX})(?:对应)?(?:的)?物理地址(?:是|为)?(?:多少|什么|几)?|物理地址"
        )
        if match["value"] or stay_out("of which address the physical one is asked")
    ]
    count = reading.take_one(
        r"(?:这|以上|上述)?(?P<value>[两二三四五六七八]|[2-8])\s*(?:次|个地址)(?=(?:的)?(?:访问|存取|总共|一共|共))", to_int
    )
    asked = reading.inquire(
        (
            Question(
                name="total",
                key=r"(?:访问|存取)?(?:完成?|所?需|所花费?)?(?:的)?(?:总时间|时间(?:的)?(?:总和|之和|总计))|(?:总共|一共|共计?|合计)(?:所?需要?|要|花费?|耗时?|用)*(?:的)?(?:时间)?(?:是|为)?(?:多少|多长|多久|几)(?:的)?(?:时间)?|(?:总共|一共|共计?|合计)(?:所?需要?|要|花费?|耗|用)(?:的)?时间",
                unless=r"各|每|分别",
            ),
            Question(
                name="each",
                key=r"(?:(?:这|该)?[两二三四五]次)?(?:各|分别|每次)?(?:访问)?(?:各|分别)?(?:需要?|要|花费?|用)*(?:多少|多长|多久|几)(?:的)?(?:时间)?|(?:访问|存取)?(?:所需)?(?:的)?时间",
            ),
        )
    )
    reading.finish(_WORDS)
    memory, tlb, service, page_size = (reading.known(name) for name in ("memory", "tlb", "service", "page"))
    if (
        memory is None
        or tlb is None
        or page_size is None
        or page_size & (page_size - 1)
        or not asked
        or not 2 <= len(addresses) <= 8
        or tlb >= memory
        or count not in (None, len(addresses))
        or len({name for _, name in asked}) > 1
    ):
        return None
    pages = [address // page_size for address in addresses]
    if absent & present or any(page not in absent and page not in present and not others_present for page in pages):
        return None
    if absent & set(pages) and service is None:
        return None
    found: list[list[int]] = []
    for address in physical:
        frame = _frame_of(
            address // page_size, pages, frames, absent, resident is not None and (resident["value"] or resident["other"]) in "2两"
        )
        if frame is None or address not in addresses:
            return None
        found.append([address, frame * page_size + address % page_size])
    return Recognition(
        parameters={"access": "sequence", "physical": found, "memory_ns": str(memory), "tlb_ns": str(tlb), "service_ns": str(service or 0), "pages": pages, "absent": sorted(absent)} | ({"total": True} if asked[0][1] == "total" else {}),
        understood=(
            ("访存", f"{decimal(memory, 3)} ns"), ("快表", f"{decimal(tlb, 3)} ns"), ("页面", size(page_size)), ("页号", "、".join(map(str, pages))), ("不在内存", "、".join(map(str, sorted(absent))) or "无"),
        ),
    )  # fmt: skip


def _frame_of(page: int, pages: list[int], frames: dict[int, int], absent: set[int], two: bool) -> int | None:
    """The frame that a page stands in when it is accessed: its own, or that of the page it replaces where two pages share two frames."""
    if page in frames:
        return frames[page]
    if page not in absent or not two or len(frames) != 2:
        return None
    before = [earlier for earlier in pages[: pages.index(page)] if earlier in frames]
    if not before or any(earlier in absent for earlier in pages[: pages.index(page)]):
        return None
    return next(frame for held, frame in frames.items() if held != before[-1])
