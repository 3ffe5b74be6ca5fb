"""Reading problems about page tables by quantities and questions, each found for itself; each question has the levels and the use told for it.

The arithmetic is `page_table_solving`'s.
"""

from __future__ import annotations

import re
from typing import Any

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.kind import Missing, Recognition
from engine.generators.os._addressing.page_table_terms import LOGICAL, NEEDS, ONE_TABLE, address_parts
from engine.generators.os._addressing.page_table_wording import FITTED, usual, with_width_used
from engine.generators.os._clauses import BITS, SIZE, to_bytes
from engine.generators.os._inquiry import Inquiry, Question
from engine.generators.quantities import size
from engine.generators.reading import stay_out, to_count

_PAGE = r"(?:页面|页框|页)(?!表|目录|内|号|式|数)(?:和页框|与页框|\(页框\))?"
_ENTRY = r"(?:(?<=[,;、(])(?:每)?项|(?:页目录项|页表项|页目录|页表|页面表|目录)?(?:和|与|、|及)?(?:页表|页目录|目录)?(?:中)?(?:的)?(?:每个?|每一个?|一个)?(?:表项|条目|表目|项)(?!数)|PTE|PDE)"
_MANY = r"(?:多少|几)"
_HEX = r"(?:(?<![0-9A-Za-z])0x[0-9A-F]+|(?<![0-9A-Za-z])[0-9A-F]+\s?H)(?![0-9A-Za-z])"
_TOP = r"(?:页目录(?:表)?|外层(?:页)?表?|顶级(?:页)?表?|顶层(?:页)?表?|最外层(?:页)?表?|最高(?:一)?[层级](?:页)?表?|最上(?:一)?(?:层|级)(?:页)?表?|(?:第一|第1|1)级(?:页)?表?|根页表|一级页表|一级)"
_INNER = r"(?:二级(?:页)?表?|内层(?:页)?表?|第二级(?:页)?表?|第2级(?:页)?表?|末级(?:页)?表?|最低级(?:页)?表?|最内层(?:页)?表?)"
_NUMBERED = "一二三四五"

_ROLES = (
    Role(
        name="page",
        quantity=SIZE,
        read=to_bytes,
        before=rf"(?:每个?|一个?)?{_PAGE}(?:的)?(?:大小|长度|长|尺寸|容量)?",
        after=rf"(?:的|大小的|一个?|大小)?{_PAGE}",
    ),
    Role(
        name="entry",
        quantity=SIZE,
        read=to_bytes,
        before=rf"(?:每个?|每一个|一个)?{_ENTRY}(?:的)?(?:大小|长度|长)?(?:各|均|都)?",
        after=rf"(?:的|大小的|一个?)?{_ENTRY}",
    ),
    Role(
        name="space",
        quantity=SIZE,
        read=to_bytes,
        before=rf"(?:整个)?(?:{LOGICAL}(?:地址|存储)?(?:空间|内存)|虚存(?:空间)?|地址空间)(?:的)?(?:大小|容量|共|总大小)?",
        after=rf"(?:的)?(?:{LOGICAL}(?:地址)?空间|地址空间)",
    ),
    Role(
        name="memory",
        quantity=SIZE,
        read=to_bytes,
        before=r"(?:物理|主|内)(?:内存|存|空间|地址空间)(?:空间)?(?:的)?(?:总)?(?:容量|大小)?",
        after=r"(?:的)?(?:物理内存|主存|内存|物理空间)",
    ),
    Role(
        name="job",
        quantity=SIZE,
        read=to_bytes,
        before=r"(?:用户|一个|某)?(?:作业|进程|程序|任务)(?:的)?(?:大小|长度|长|大|占用?|总共|共|有|连续的?|\s)*|(?:实际)?(?:只|仅|仅仅|实际|连续|其中)?(?:使用|占用|用到|用|访问)(?:了|到)?(?:其|其中|该)?(?:逻辑|虚拟?|虚)?(?:地址)?(?:空间)?(?:中|里)?(?:的)?(?:从|最|前|低|端|地址|部分|处|的|0|开始|连续)*",
        after=r"(?:的|大小的|长的|大的|大)+(?:用户)?(?:作业|进程|程序)",
    ),
    Role(
        name="bits",
        quantity=BITS,
        read=to_count,
        before=rf"(?:{LOGICAL})地址(?:空间)?(?:的)?(?:有效|实际|总)?(?:长度|宽度|位数|字长|只|用|长)?|(?<!理)(?<!存)地址(?:空间|总线)?(?:的)?(?:长度|宽度|位数|长)?|VA",
        after=rf"(?:长)?(?:的)?(?:{LOGICAL})(?:地址)?(?:空间)?|(?:长)?(?:的)?地址(?:空间)?",
    ),
    Role(
        name="machine",
        quantity=BITS,
        read=to_count,
        before=r"机器字长|字长",
        after=r"(?:的)?(?:计算机)?(?:操作)?(?:系统|机器|计算机|微机|机|处理器|处理机|CPU|平台|环境|架构)",
    ),
    Role(
        name="physical",
        quantity=BITS,
        read=to_count,
        before=r"(?:物理|实|主存|内存)地址(?:空间)?(?:的)?(?:长度|宽度|位数|长)?|PA",
        after=r"(?:长)?(?:的)?(?:物理|实|主存|内存)地址",
    ),
    Role(
        name="control",
        quantity=BITS,
        read=to_count,
        before=r"(?:控制位|标志位|其他信息|状态位|保护位|有效位)",
        after=r"(?:的)?(?:控制(?:位|信息|字段)?|标志(?:位)?|状态(?:位)?|其他信息|保护(?:位|信息)|存取控制|访问控制)|(?=(?:存放|用于|作|表示|记录)(?:控制|标志|状态|其他))",
    ),
)

_COUNT_BITS = rf"(?:{_MANY}个?(?:二进制)?位|位数|(?:占|需|要|为|用)位|长度|多长|宽度)"
_ITEMS = rf"(?:{_MANY}个?(?:页表|页目录|目录|表)?(?:项|条目|表目)|{_MANY}条|项数|(?:表|目录)?项(?:的)?(?:个|总|条)*(?:数|数目|数量)|包含(?:的)?表项)"
_ROOM = rf"空间|大小|容量|字节|[KMG]B|{_MANY}内存|多大|(?:占用?|占据)(?:了)?(?:{_MANY}|内存|存储)"
_PAGES = rf"{_MANY}(?:个|张)?页表页|{_MANY}个?(?:连续的?)?(?:物理|内存)?(?:页框|页帧|物理块|物理页|页面|帧|块|页)(?!表|目录|项|号|内(?!存))|(?:页框|物理块|页面|页)(?:的)?(?:个)?(?:数|总数|数目)(?!据)"
_QUESTIONS = (
    Question(
        name="size",
        key=rf"(?<!级)页表(?:的)?(?:最大|最多)(?:应)?(?:为|是|占用?|有)*(?:{_MANY}|多大)(?!个?(?:页|项|表))",
        unless=r"[二两三四]级",
    ),
    Question(name="page", key=rf"(?:一个)?(?:页面|页)(?:的)?(?:大小|长度)(?:各|分别)?(?:为|是|有)(?:{_MANY}|多大)"),
    Question(
        name="levels",
        key=rf"{_MANY}级(?!页表(?:项|的大小|占))|级数|(?:至少|最少|采用|使用|需要?|要|分为|分成|建立)(?:需要?|要|采用|用)*级|分级数",
    ),
    Question(name="inverted entries", key=r"(?:反置|倒置|倒排|反向)(?:页)?表", also=(_ITEMS,)),
    Question(name="inverted size", key=r"(?:反置|倒置|倒排|反向)(?:页)?表", also=(_ROOM,)),
    Question(
        name="split",
        key=r"(?:各级|各字段|每级|各部分|各域|地址结构|地址格式)(?!页表项)",
        also=(rf"{_COUNT_BITS}|划分|组成",),
        unless="空间",
    ),
    Question(name="split", key=rf"{LOGICAL}?地址(?:应)?(?:如何|怎样|怎么)(?:划分|分|组成)"),
    Question(name="outer bits", key=rf"{_TOP}(?:页)?(?:表)?(?:号|索引|下标|字段|部分)*", also=(_COUNT_BITS,), unless=r"项|空间"),
    Question(
        name="inner bits", key=rf"{_INNER}(?:页)?(?:表)?(?:号|索引|下标|字段|部分)*|页表(?:索引|号)", also=(_COUNT_BITS,), unless=r"项|空间"
    ),
    Question(name="page bits", key=r"(?:虚拟?|逻辑)?页(?:面)?号|VPN", also=(_COUNT_BITS,), unless=r"物理页号"),
    Question(name="offset bits", key=r"页内(?:偏移(?:量)?|位移(?:量)?|地址)(?:地址)?|偏移量|VPO", also=(_COUNT_BITS,)),
    Question(name="frame bits", key=r"页框号|物理块号|块号|帧号|物理页号|PPN|PFN", also=(_COUNT_BITS,)),
    Question(name="entry bits", key=r"页表项(?!数|目)", also=(rf"{_MANY}个?(?:二进制)?位|长度",)),
    Question(
        name="entry bytes",
        key=r"页表项(?:的)?(?:大小|长度)?(?!数|目|的?个数)",
        also=(rf"(?:至少|最少|应|需要?|要|为|是|占|有)+(?:用|占|为)?{_MANY}(?:个)?(?:字节|B|\ue000)|多大",),
        unless=rf"{_MANY}个?页表项|{_MANY}个?项",
    ),
    Question(name="page entries", key=rf"(?:每|一|1)个?{_PAGE}", also=(r"放|存|容纳|装|包含|含|有", _ITEMS), unless=r"进程"),
    Question(name="touched", key=rf"(?:访问|用到|涉及|使用|查)(?:的|了|到)?(?:共|一共)?{_MANY}(?:个|张)(?:不同的?)?(?:{_INNER}|页表)"),
    Question(
        name="inner tables",
        key=rf"{_MANY}(?:张|个){_INNER}|{_INNER}(?:的)?(?:个数|张数|数目|数量|总数)|{_INNER}(?:有|需要?|要|共|用)*{_MANY}(?:张|个)(?!表?项|页)",
    ),
    Question(name="inner entries", key=rf"(?:每|一)(?:个|张)(?:{_INNER}|页表)|{_INNER}", also=(_ITEMS,)),
    Question(name="one table", key=rf"(?:每|一)(?:个|张|级)(?:{_INNER})(?!项)|每(?:个|张)页表(?!项)", also=(_ROOM,)),
    Question(name="outer", key=rf"(?<!普通)(?<!单){_TOP}(?!项)", also=(_ITEMS,)),
    Question(name="outer", key=rf"{_MANY}个?{_TOP}项|{_TOP}项(?:的)?(?:个)?(?:数|数目|总数)"),
    Question(name="touched", key=rf"{_MANY}(?:个|张)(?:不同的?)?(?:{_INNER}|页表)", also=(r"访问|用到|涉及|使用|查",)),
    Question(name="outer", key=r"页目录(?=项数|项(?:的)?(?:个|总)?数)"),
    Question(name="entries", key=_ITEMS, unless=r"(?:项|表|条目)(?:的)?(?:长度|大小)|长度(?!为|是)"),
    Question(name="outer size", key=rf"(?<!普通)(?<!单){_TOP}(?!项|(?:和|与|及|、|加))", also=(_ROOM,), unless="一级页表"),
    Question(name="table pages", key=_PAGES, also=(r"页表|页目录|目录",)),
    Question(name="pages", key=_PAGES, also=(r"进程|作业|程序|空间|虚|逻辑|分成|划分",), unless=r"占"),
    Question(name="table pages", key=_PAGES + r"(?=.{0,2}$)", also=(r"占|共|总",), unless=r"进程有|空间"),
    Question(
        name="table pages",
        key=rf"{_MANY}个?(?:连续的?)?(?:物理)?(?:页框|物理块|页面|块)(?=.{{0,2}}(?:来|用来|用于)(?:存|放|装))",
        also=(r"存|放|装",),
    ),
    Question(name="reach bits", key=rf"{LOGICAL}地址(?!空间)", also=(_COUNT_BITS,)),
    Question(name="reach", key=rf"(?:{LOGICAL}(?:地址)?|寻址)空间|寻址(?:范围|能力)", also=(r"多大|多少|最大|大小|几",)),
    Question(
        name="size",
        key=r"页表(?!项)(?:的)?(?:总)?|页目录(?:表)?(?=(?:和|与|及|、|加))|存储空间|(?:多少|多大|几)(?:的)?(?:内存|存储|空间|字节|\ue000)",
        also=(_ROOM,),
        unless=r"(?:每|一)(?:张|个)(?:二级|内层)",
    ),
    Question(name="page", key=r"(?:页面|页)(?:的)?大小|页(?:面)?(?:是|有)?多大", also=(rf"{_MANY}|多大|求|什么",)),
)
_WORDS = (
    "本身 分页 页式 虚拟存储 虚拟存储器 存储 管理 存储管理 系统 计算机 机器 机 请求分页 分页管理 页表 页目录 页目录表 目录 机制 采用 使用 改用 改为 换成 地址 逻辑地址 虚拟地址 虚地址 线性地址 空间 地址空间 逻辑空间 逻辑地址空间 虚拟地址空间 虚地址空间 虚空间 页面 内存 主存 物理 物理内存 占用 占 项 整个 字节 页 分页系统 方式 操作系统 表项 结构 存放 连续 二进制 长 长度 "
    "单级 一级 多级 两级 二级 三级 四级 五级 级 单级页表 一级页表 两级页表 二级页表 三级页表 多级页表 进程 作业 程序 用户 页框 页框号 除页框号外 地址结构 字段 划分 划分为 分为 组成 格式 页号 页内偏移 页内偏移量 偏移 页内地址 各 放 装 一页 每级 每级页表 各级 每张 映射 装下 恰好 使 让 要使 要求 一页内 大小 位 字节编址 按字节编址 物理地址 块 帧 "
    "表 常驻 方案 管理 能 支持 最大 总 全部 所有 加上 含 包括 连同 起 处 进行 地址转换 地址变换 转换 变换 时 比较好 较好 合适 较合适 为宜 CPU 最低 最高 低端 高端 最低端 从0开始 从0连续 建立 用到 用到的 需 需要 索引 每级索引 虚存 页大小 表示 表示整个逻辑地址空间 下标 用 其 每 每个 一个 个 用来 用于 编址 存储空间 最少 至少 最多 连续的 有效 字段 放置 保存 部分 整个 完整 分配 只 仅 实际 存 其余 加 "
)


def inquired(text: str) -> Recognition | None:
    """Sizes and widths of page tables as they are asked for; None: another problem."""
    reading = Inquiry(with_width_used(usual(text)))
    if not reading.has(r"页表|页目录|页号|页内|级"):
        return None
    reading.refuse(
        r"TLB|快表|命中|访存时间|访问时间|大页|(?<!按)字编址|按字编址|Cache|置换|段号|段表|段式|段页|分段|如图|见图|图中|题图|哈希|伪代码|共享|另一个|两个进程|自映射|缺页|访问.{0,8}次"
    )
    reading.refuse(ONE_TABLE)
    reading.take_all(r"\(?(?:主存|内存|存储器|系统|机器)?(?:均|都|且)?(?:是)?按字节(?:进行)?编址(?:的)?\)?|字节编址")
    fitted = reading.take_all(FITTED)
    for match in reading.take_all(
        r"(?:若|如果|且|并)?(?:页表项)?(?:的)?(?:长度|大小)?(?:向上)?(?:必须|要|按|须|都|均)*(?:向上)?(?:取整(?:到|为|成)?(?:整数?个?)?字节|(?:取|为|是|按|占)整数?个?字节|字节的整数倍|整字节|(?:补|凑)(?:齐|足|成)(?:到|为)?(?:整)?字节)(?:计算?|存放|对齐)?(?:后|时|的话)?"
    ):
        reading.tell("whole bytes", match.start(), True)
    reading.tell_each(
        "control",
        r"(?P<value>\d{1,2})\s*个?(?:二进制)?(?:位)?(?:的)?(?:控制|标志|状态|保护)(?:位|信息)(?:\([^()\d]{0,24}\))?",
        int,
    )
    reading.take_all(
        r"(?:页表项)?(?:中|里)?(?:除(?:了|去)?|除开)(?:存放|包含|含|有)?(?:页框号|物理块号|块号)(?:以外|之外|外)?,?(?:还|另外?)+(?:需要?|要|有|须|应)*(?:存放|放|包含|包括|含|留)?(?=\ue000)"
    )
    parts = address_parts(reading)
    low_end = r"(?:从)?(?:最)?低(?:的|端的?|地址的?|部分|处)*(?:连续的?)?|(?:从)?(?:地址)?0(?:地址)?(?:处)?(?:开始|起)(?:的)?(?:连续的?)?"
    high_end = r"(?:最)?(?:高|顶)(?:的|端的?|地址的?|部分|处)*(?:连续的?)?"
    used = r"(?:只|仅)?(?:使?用|占用?|用到)?(?:了|到)?(?:其|虚拟?|逻辑)?(?:地址)?(?:空间)?(?:的|中)?"
    segment = r"(?:它的?|其)?(?:代码|程序|数据|正文|栈|堆栈|用户栈)(?:段|区)?(?:和数据(?:段|区)?)?"
    ends = reading.take(
        rf"(?:{segment})?(?:占用?|使用|位于|在|放在|用)?{used}(?:{low_end})(?P<a>{SIZE})(?:地址)?(?:空间)?(?:\([^()\d]{{1,8}}\))?(?:和|与|、|,|以及|及)*(?:{segment})?(?:占用?|使用|位于|在|放在|用)?(?:地址空间)?(?:的)?(?:{high_end})(?P<b>{SIZE})(?:的)?(?:地址空间|空间|部分)?(?:\([^()\d]{{1,8}}\))?"
    )
    whole = bool(
        reading.take_all(
            rf"\(?(?:假设|设|若)?(?:整个|全部)(?:的)?(?:{LOGICAL}(?:地址)?空间)(?:均|都|全部|全)*(?:被)?(?:使用|用到|用满|占用)|(?:页目录|页表)?不足(?:一|1)页(?:的)?(?:也)?(?:按|算|以)(?:一|1)页(?:计算?|算)?|(?:其余|其他|中间)(?:的)?(?:{LOGICAL}(?:地址)?)?(?:空间|部分|地址)?(?:均|都)?(?:未(?:被)?使用|未用|不用|没有使用|没用|没有用到|空着|空闲)"
        )
    ) and not patterns.search("其余", reading.text)
    reach = reading.take(
        r"(?P<from>(?:0x)?0+H?)\s*(?:~|-|到|至)\s*(?P<to>0x[0-9A-F]+|[0-9A-F]+H)(?:的|共|这段|之间|\s)*(?:连续)?(?:的)?(?:地址)?(?:空间|范围|区域)?"
    )
    span = reading.take(
        rf"(?:地址)?(?:范围)?(?:为|是|从)?0(?:H)?\s*(?:~|-|到|至)\s*(?:\(?\s*)(?P<value>{SIZE})\s*-\s*1\)?(?:的)?(?:地址)?(?:空间|范围|部分)?"
    )
    reached = reading.take(
        rf"(?:若|如果|当|在)?(?:某|一个|该)?(?:指令|时间)?(?:周期|段|时间)?(?:内|里|中)?(?:依次|先后)?(?:所)?访问(?:的|了)?(?:{LOGICAL}地址)?(?:分别|依次)?(?:为|是)?\s*(?P<list>{_HEX}(?:\s*(?:、|,|和|与|及)\s*{_HEX})+)"
    )
    reading.refuse(r"其余(?!(?:的|各)?位?[为是]?页内)|[0-9A-F]+H(?![A-Za-z])|0x")
    from_zero = bool(span or reach) or bool(
        reading.take_all(
            r"\(?(?:且|并且|都是|是|它|占用|用的是?)*(?:连续)?从(?:逻辑|虚拟|虚)?(?:地址|低地址)?(?:的)?0(?:号)?(?:地址|页|字节|单元)?(?:处)?(?:开始|起|连续)(?:的)?(?:连续)?(?:的)?(?:存放|使用|占用|分布|逻辑|虚拟|地址|空间)*(?:的)?\)?|(?:从|的)?(?:最)?低(?:地址)?(?:端|处|部分)(?:开始)?(?:的)?(?:连续)?(?:的)?"
        )
    )
    for match in reading.take_all(
        r"(?:采用|使用|用|若|改用|改为|换成|组织成|是|的)*(?<![第张个每高外上顶低内])(?P<value>[一二两三四五单1-5])级(?:的)?(?:分页|页表|页目录|结构|管理|方案|方式|的)*(?=(?:后|时|分页|页表|结构|,|。|;|的|系统|\(|:|会|需|各|占|和|与|$|进程|机制|管理|方案|有|总|共|至|最|每|一))"
    ):
        level = _NUMBERED.find(match["value"].replace("两", "二").replace("单", "一")) + 1 or int(match["value"])
        reading.tell("levels", match.start(), level)
    for match in reading.take_all(
        r"(?:且|若)?(?<!级)页表(?:只|仅|恰好|正好|刚好)?(?:占用?|占据)(?:了)?(?:1|一)个?(?:页面|页)(?!表|目录|框)"
    ):
        reading.tell("levels", match.start(), 1)
    reading.tell_each(
        "power",
        rf"{LOGICAL}?(?:地址)?空间(?:的)?(?:大小|容量)?(?:为|是|有|共|包含|含|最多|=)*2\s*\^\s*(?P<value>\d+)\s*个?页(?!大小|面大小|表)",
        int,
    )
    for match in reading.take_all(
        rf"{LOGICAL}?(?:地址)?空间(?:总|一)?(?:共)?(?:为|是|有|含)?\s*(?P<value>\d{{2,8}})\s*个(?:页面|页)(?!大小|表|框|目录)"
    ):
        if (pages := int(match["value"])) & (pages - 1):
            stay_out(f"pages that fill no address: {pages}")
        reading.tell("power", match.start("value"), pages.bit_length() - 1)
    reading.tell_roles(_ROLES)
    if span:
        reading.tell("job", span.start(), to_bytes(span["value"]))
    if reach:
        reading.tell("job", reach.start(), int(reach["to"].upper().removeprefix("0X").removesuffix("H"), 16) + 1)
    for match in list(patterns.finditer(r"\d\s*级", reading.rest)):
        reading.tell("levels", match.start(), int(match[0][0]))
    if not {"bits", "space", "machine", "power"} & reading.told.keys():
        # The only width of the problem stands alone: `32位按字节编址`.
        lone = list(patterns.finditer(rf"(?<![号项移块量占要低高前后])(?:{BITS})", reading.rest, re.IGNORECASE))
        if len(lone) == 1:
            reading.take_spans([lone[0].span()])
            reading.tell("bits", lone[0].start(), to_count(lone[0][0]))
    asked = reading.inquire(_QUESTIONS)
    reading.finish(_WORDS, danger="缺页")
    if (reached is not None) != any(name == "touched" for _, name in asked):
        return None
    if reached is not None:
        reading.tell(
            "touched",
            reached.start(),
            [int(patterns.sub(r"(?i)0x|h|\s", "", found), 16) for found in patterns.findall(_HEX, reached["list"], re.IGNORECASE)],
        )
    return _cases(reading, asked, parts, (to_bytes(ends["a"]), to_bytes(ends["b"])) if ends else None, from_zero, bool(fitted), whole)


_ASKED_FOR = {
    "bits": Missing("bits", "逻辑地址是多少位？", "逻辑地址 {} 位"),
    "page": Missing("page", "页面多大（如 4KB）？", "页面大小为 {}"),
    "entry": Missing("entry", "一个页表项占几个字节（如 4B）？", "页表项占 {}"),
}


def _cases(
    reading: Inquiry,
    asked: list[tuple[int, str]],
    parts: tuple[int, ...] | None,
    ends: tuple[int, int] | None,
    from_zero: bool,
    fitted: bool,
    whole: bool,
) -> Recognition | None:
    """Each question with what is told for it."""
    page, entry, memory, control = (reading.known(name) for name in ("page", "entry", "memory", "control"))
    if (
        entry is None
        and page is not None
        and (memory is not None or reading.known("physical") is not None)
        and reading.told.get("whole bytes")
    ):
        frames = (memory if memory is not None else 1 << int(reading.known("physical"))) // page
        entry = -(-((frames - 1).bit_length() + (control or 0)) // 8)
    machine, width, space, power, physical = (reading.known(name) for name in ("machine", "bits", "space", "power", "physical"))
    bits = width if width is not None else None
    for told in (
        None if space is None else space.bit_length() - 1 if not space & (space - 1) else -1,
        None if power is None or page is None else power + page.bit_length() - 1,
    ):
        if told is not None:
            if told < 0 or bits not in (None, told):
                return None
            bits = told
    bits = bits if bits is not None else machine
    if physical is not None:
        if memory not in (None, 1 << physical):
            return None
        memory = 1 << physical
    if page is not None and (page & (page - 1) or not 64 <= page <= 1 << 24):
        return None
    if parts is not None:
        if parts[-1] < 0:
            if page is None and bits is None:
                return None
            parts = (*parts[:-1], page.bit_length() - 1 if page is not None else int(bits or 0) - sum(parts[:-1]))
        if not 6 <= parts[-1] <= 24 or page not in (None, 1 << parts[-1]) or bits not in (None, sum(parts)):
            return None
        page, bits = 1 << parts[-1], sum(parts)
    if (bits is not None and not 8 <= bits <= 64) or (entry is not None and not 1 <= entry <= 64) or not asked:
        return None
    cases: list[tuple[str, dict[str, Any]]] = []
    used: set[str] = set()
    missing: tuple[Missing, ...] = ()
    for place, found in asked:
        if found == "outer size" and any(name in ("size", "table pages") and place < at < place + 12 for at, name in asked):
            continue  # the page directory and the tables together
        levels = reading.value_for("levels", place)
        if parts is not None and (levels is None or levels > 1):
            if levels not in (None, len(parts) - 1):
                return None
            levels = len(parts) - 1
        job = reading.value_for("job", place)
        case: dict[str, Any] = {
            "names": [], "page": page, "entry": entry, "bits": bits, "job": job, "memory": memory, "control": control or 0, "levels": levels,
            "parts": list(parts) if parts and levels != 1 else None, "bottom": ends[0] if ends else job, "top": ends[1] if ends else 0, "fitted": fitted, "inner": fitted,
        }  # fmt: skip
        if found == "page bits" and any(name == "outer bits" for _, name in asked):
            found = "inner bits"  # beside the directory's number, the page number is the inner one
        elif found == "page bits" and (levels or 1) > 1:
            return None
        name = _resolved(reading, found, place, case, from_zero or ends is not None, whole)
        if name is None:
            return None
        case["names"] = [name]
        if name == "touched":
            case["touched"] = reading.told["touched"][0][1]
        needs = NEEDS[name]
        if name in ("entries", "size", "size pages", "pages") and case["job"] is None:
            needs = (*needs, "bits")
        if name in ("outer", "inner entries", "outer bits", "inner bits", "split", "reach", "reach bits", "touched") and case["parts"]:
            needs = ()
        lacking = [need for need in needs if case[need] is None]
        if lacking and (len(asked) > 1 or name not in ("size", "entries", "levels") or not set(lacking) <= _ASKED_FOR.keys()):
            return None
        missing = tuple(_ASKED_FOR[need] for need in lacking)
        if job is not None and bits is not None and job > 1 << bits:
            return None
        if (case["job"] is not None and name in ("entries", "size", "size pages", "pages")) or (
            job is not None and name in ("table pages", "tables size", "inner tables")
        ):
            used.add("job")
        if (name, case) not in cases:
            cases.append((name, case))
        elif patterns.search(r"(?<!单)[一二三]级页表[^,;。?]{0,4}$", reading.text[:place]):
            return None  # asked of another level
    if ("job" in reading.told and "job" not in used) or (
        "control" in reading.told and "whole bytes" not in reading.told and all(name != "entry bits" for name, _ in cases)
    ):
        return None
    if ends is not None and not any(name in ("table pages", "tables size", "inner tables") for name, _ in cases):
        return None
    understood = tuple(
        (name, shown)
        for name, shown in (
            ("逻辑地址", f"{bits} 位，按字节编址" if bits else ""),
            ("页面", size(page) if page else ""),
            ("页表项", f"{entry} B" if entry else ""),
            ("内存", size(memory) if memory else ""),
            ("程序", "、".join(size(value) for _, value in reading.told.get("job", []))),
            ("页表", "、".join(f"{value} 级" for value in dict.fromkeys(value for _, value in reading.told.get("levels", [])))),
        )
        if shown
    )
    return Recognition(parameters={"cases": [case for _, case in cases]}, understood=understood, missing=missing) if understood else None


def _resolved(reading: Inquiry, name: str, place: int, case: dict[str, Any], placed: bool, whole: bool) -> str | None:
    """The task of the solver that a question means; None where it is not clear."""
    levels, job = case["levels"], case["job"]
    clause = next((reading.text[one.start : one.end] for one in reading.clauses() if one.start <= place <= one.end), "")
    several = levels is not None and levels > 1
    single = "单级" in clause or "普通" in clause or levels == 1
    if patterns.search("反置|倒置|倒排", reading.text) and not name.startswith("inverted") and not single:
        return None
    if name == "levels":
        case["levels"] = None
        return name
    if (name == "entry bits" and not case["control"]) or (name == "entry bytes" and not reading.told.get("whole bytes")):
        return None
    if name in ("table pages", "size") and patterns.search("页目录(?!项|号)", clause) and not patterns.search("页表(?!项)|[总共]", clause):
        return None  # of the directory alone
    if name in ("table pages", "size", "outer size"):
        if name == "outer size":
            return name if several and case["parts"] else None
        if several and not single:
            if (
                job is None
                and not case["top"]
                and case["bits"] is not None
                and (whole or patterns.search("最多|整个|所有|全部|页目录(?:表)?(?:和|与|及|、)(?:二级)?页表(?:总|一)?共", clause))
            ):
                case["bottom"] = 1 << case["bits"]  # tables for the whole of the space
            elif not placed or (job is None and not case["top"]):
                return None
            return "table pages" if name == "table pages" else "tables size"
        if levels is None and patterns.search("多级|级数|几级", reading.text) and not single:
            return None
        case["levels"] = None
        if job is not None and case["bits"] is not None and not patterns.search("进程|作业|程序", clause):
            case["job"] = None
        if job is not None and placed and case["bits"] is not None:
            case["job"] = None  # a table of one level is as long as the space
        return "size pages" if name == "table pages" else "size"
    if name in ("entries", "pages"):
        if name == "pages" and patterns.match(r"\s*(?:各|又|共|一共)?占", clause):
            return None  # of the table that was asked of before
        if several and not single and name == "entries":
            return None
        case["levels"] = None
        return name
    if name == "outer":
        if "一级页表" in clause and not several and not patterns.search("最|顶|第", clause):
            case["levels"] = None
            return "entries"
        if not several:
            case["levels"] = None
        if not patterns.search("[两二三四五六多2-6][级层]|外层|顶[层级]|最高|最上|目录|第[一1]级|最外|几级|级数", reading.text):
            return None
        return name
    if name in ("inner tables", "one table") and not several:
        return None
    if name == "inner entries" and not case["parts"]:
        return "page entries" if case["fitted"] or several else None
    if name in ("reach", "reach bits") and case["bits"] is not None and not case["parts"]:
        return None
    if name == "outer bits" and levels == 1:
        return None
    return name
