"""Reading problems about page tables: every size and width told, every one asked; the arithmetic is the solver's."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from engine.generators import patterns
from engine.generators.clauses import ORDINARY as GENERAL
from engine.generators.clauses import Role
from engine.generators.kind import Missing, Recognition
from engine.generators.os._clauses import BITS, SIZE, Clauses, to_bytes
from engine.generators.quantities import size
from engine.generators.reading import Reading, stay_out, to_count, to_int
from engine.generators.topic import Topic

LOGICAL = r"(?:逻辑|虚拟|虚|线性)"
_MANY = r"(?:多少|几)"
_PAGE = r"(?:页面|页框|页)(?!表|目录|内|号|式|数)"
_ENTRY = r"(?:每一?项|(?<=[,;、(])(?:每)?项|(?:页表|页目录|页面表|目录)(?:表)?(?:的)?(?:每个?|一个?)?(?:项|表项|条目|表目)(?:、页表项)?|表项|条目|表目|PTE)"


class PageTables(Topic):
    """A problem of page tables."""

    words: ClassVar[str] = (
        "分页 页式 虚拟存储 虚拟存储器 存储 管理 存储管理 系统 计算机 请求分页 页表 页目录 页目录表 目录 机制 采用 地址 逻辑地址 虚拟地址 虚地址 空间 地址空间 逻辑空间 逻辑地址空间 虚空间 页面 内存 主存 物理 物理内存 占用 占 项 整个 字节 页 分页系统 方式 操作系统 表项 结构 存放 连续 二进制 长 长度 单级 一级 多级 两级 二级 三级 四级 级 "
        "进程 作业 程序 用户 页框 页框号 除页框号外 还有 除了 控制位 有效位 修改位 访问位 保护位 地址结构 字段 划分 划分为 分为 组成 格式 页号 页内偏移 页内偏移量 偏移 页内地址 各 放 装 一页 每级 每级页表 各级 每张 映射 装下 恰好 使 让 要使 限制 要求 超过 不超过 一页内 大小 反置页表 倒置页表 倒排页表 普通 普通一级页表 位 字节编址 "
        "按字节编址 物理地址 块 帧 表 机器 机 常驻 方案 分级 所以 因为 放在 太大 逻辑 管理 能 支持 最大 总 全部 所有 加上 含 包括 连同 目录自己 起 起的 处 最低 最高 低端 高端 连续的 从0开始 从0连续 建 建立 用到 用到的 只建用到的 覆盖 整个4GB 需覆盖 需 叶级 索引 每级索引 虚地址空间 虚存 页大小 表示 表示整个逻辑地址空间 某人说 下标 用 定 内层页表占一页 内层页表 占满 学校期末题"
    )
    ordinary: ClassVar[str] = GENERAL
    headings = (*Topic.headings, *Clauses.headings)
    shortened = (
        (r"(?<![A-Za-z\d])(\d+)\s*([KMG])(?=[\s,;。、)/的]|$|[\u3400-\u9fff](?<!字))", r"\1\2B"),
        (r"页(?=\d)", "页面"),
        (r"(?<![A-Za-z\d])(\d+)\s*([KMG]?B)(?=页表项)", r"每项\1\2"),
    )
    refused: ClassVar[str] = (
        r"TLB|快表|命中|访存时间|访问时间|大页|字编址|Cache|置换|段号|段表|段式|段页|分段|如图|见图|图中|题图|哈希|伪代码|x86"
    )

    def __init__(self, text: str) -> None:
        # A blank to be filled in asks as "how many" does.
        super().__init__(patterns.sub(r"[(（]\s*[)）]|_{2,}", "几", text))


ROLES = (
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
        before=rf"(?:每个?|每一个|一个)?{_ENTRY}(?:的)?(?:大小|长度|长)?(?:各|均)?",
        after=rf"(?:的|大小的|一个?)?{_ENTRY}",
    ),
    Role(
        name="space",
        quantity=SIZE,
        read=to_bytes,
        before=rf"{LOGICAL}(?:地址)?(?:存储)?(?:空间|内存)(?:的)?(?:大小|容量|共)?",
        after=rf"(?:的)?{LOGICAL}(?:地址)?空间",
    ),
    Role(
        name="memory",
        quantity=SIZE,
        read=to_bytes,
        before=r"(?:物理|主|内)(?:内存|存|空间|地址空间)(?:空间)?(?:的)?(?:容量|大小)?",
        after=r"(?:的)?(?:物理内存|主存|内存|物理空间)",
    ),
    Role(
        name="job",
        quantity=SIZE,
        read=to_bytes,
        before=r"(?:用户|一个|某)?(?:作业|进程|程序|任务)(?:的)?(?:逻辑|虚拟?)?(?:地址)?(?:空间)?(?:的)?(?:只|使用了?|用了?|用到|大小|长度|长|占用?|总共|共|有|最大|从0开始|连续的?|\s)*",
        after=r"(?:的|大小的|长的)+(?:用户)?(?:作业|进程|程序)",
    ),
    Role(
        name="bits",
        quantity=BITS,
        read=to_count,
        before=rf"(?:{LOGICAL})?(?<!理)(?<!存)地址(?:空间|总线)?(?:的)?(?:长度|宽度|位数|字长)?|(?:虚拟|逻辑)空间|机器字长|字长",
        after=rf"(?:长)?(?:的)?(?:{LOGICAL})(?:地址)?(?:空间)?|(?:长)?(?:的)?地址(?:空间)?|(?:的)?(?:系统|机器|计算机|机|处理器|CPU|操作系统|平台|环境)",
    ),
    Role(
        name="control",
        quantity=BITS,
        read=to_count,
        before=r"(?:还|另)?(?:需要?|有|含|包含)?(?:控制位|标志位|其他信息)",
        after=r"(?:的)?(?:控制位|标志位|状态位|其他信息)",
    ),
)

# (pattern, name): the longer wording before the shorter.
ONE_TABLE = r"(?<![二三四五内外])(?:一|每|1)张页表\s*(?:\(一页\))?(?:最多|可以?|能|有|存放?|放|含)*(?:多少|几)个?(?:页表|表)?项"
"""Asks for the entries that one page of a table holds, not for those of the whole table."""
_TASKS = (
    (
        rf"(?:反置|倒置|倒排)页表(?:的)?(?:共|总)?(?:有)?(?:{_MANY}(?:个|条)?(?:表)?项|(?:表)?项数)|(?:反置|倒置|倒排)(?:页表)?(?:表)?项数",
        "inverted entries",
    ),
    (
        r"(?:(?:反置|倒置|倒排)(?:页)?)?表(?:的)?总(?:大小|长度)(?:是|为)?(?:多少|多大)?|(?:反置|倒置|倒排)页表(?:的)?(?:总)?(?:大小|占用?(?:多少|多大)(?:内存|空间)?|多大)",
        "inverted size",
    ),
    (rf"页表项(?:的)?(?:长度|位数|大小)?(?:至少|最少)?(?:应|需要?|要|有|占|为|是)*{_MANY}(?:个)?(?:二进制)?位", "entry bits"),
    (
        rf"(?:页表项中)?(?:的)?(?:页框号|物理块号|块号|帧号)(?:字段)?(?:至少|最少)?(?:需要?|应|要|有|占|为|是)*{_MANY}?(?:个)?(?:二进制)?位",
        "frame bits",
    ),
    (
        rf"(?:需要?|要|用到的?|共|建立?)*(?:{_MANY}(?:张|个))?(?:二级|第二级|内层)页表(?:的)?(?:数目|张数|个数|数)(?:是|为)?{_MANY}?|(?:需要?|要|用到|共)*{_MANY}(?:张|个)(?:二级|第二级|内层)页表",
        "inner tables",
    ),
    (
        rf"(?:它|其|该进程|进程)?(?:的)?(?:所有|全部|各级|整个)?(?:的)?(?:各级|两级|二级|三级)?页表(?:\ue000|加上页目录|\(含[^()\d]{{0,12}}\)|和页目录)*(?:,)?(?:一共|总共|共|合计|总计|加起来|至少|要|需要?)*(?:占用?|用|有|需要?)(?:了)?{_MANY}(?:个|张)?(?:物理|内存)?(?:页框|页帧|页面|页|帧|块)(?!表)(?:的)?(?:内存|主存|空间)?",
        "table pages",
    ),
    (
        rf"(?:每个?|一个?)(?:页面|页框|页|物理块|块)(?:内|中|里)?(?:最多)?(?:能|可以?|能够)?(?:存放|存|放下?|装下?|容纳|包含|含|有)(?:得下)?(?:最多)?(?:{_MANY}个?(?:页表|页目录)?(?:表)?(?:项|条目)|的?(?:页表)?项数(?:是|为)?(?:多少)?)",
        "page entries",
    ),
    (r"(?:每级)?(?:一张|每张)页表(?:有)?(?:的大小)?(?:多大|是多少)|每张(?:二级)?页表(?:占|的大小)(?:是|为)?(?:多少|多大)", "one table"),
    (
        rf"(?:所有|全部)(?:的)?(?:各级)?页表(?:\ue000|加上页目录|\(含[^()\d]{{0,12}}\))*(?:一共|总共|共)?占用?(?:{_MANY}|多大)?(?:[KM]?B|内存|空间|字节)(?:是|为)?(?:多少)?|页表(?:总共|一共|共)占(?:用)?(?:多少|多大)(?:内存|空间)|页目录(?:表)?(?:和|与|及|、)(?:各级|二级|所有|全部)?页表(?:总共|一共|共|合计)?(?:要|需要?|会)?占(?:用)?(?:多少|多大)(?!\s*个)\s*(?:[KM]?B|字节)?(?:的)?(?:内存|空间|字节)?",
        "tables size",
    ),
    (
        rf"(?:至少|最少)?(?:需要?|应当?|要|得)?(?:采用|使用|用|分成|分为|分|设|建)?(?:{_MANY}|多少个)级(?:的)?(?:页表|分页)?(?:结构)?(?:才能)?|(?:至少|最少)?(?:需要?)?(?:的)?(?:页表)?(?:的)?级数(?:最少|至少)?(?:是|为)?{_MANY}?|(?<=[采使])用级页表|(?:至少|最少)(?:应当?|需要?)?(?:采用|使用)级页表",
        "levels",
    ),
    (
        rf"(?:各级|每一?级|每级)(?:页表|页号)?(?:的)?(?:索引|页号|下标)?(?:字段)?(?:分别|各)*(?:的)?(?:是|为|占|用)*{_MANY}位|(?:{LOGICAL}地址)?(?:各字段|各部分|各级索引|各级页号)(?:的)?(?:位数|宽度|长度)?(?:分别|各)*(?:是|为|占)*{_MANY}位?|{LOGICAL}?地址(?:如何|怎么|怎样)划分",
        "split",
    ),
    (rf"(?:页目录号|外层页号|一级页号|顶级页号|外部页号)(?:字段)?(?:需要?|要|应|占|用|为|是)*{_MANY}(?:个)?(?:二进制)?位", "outer bits"),
    (rf"(?:页表索引|二级页号|内层页号|页表号)(?:字段)?(?:需要?|要|应|占|用|为|是)*{_MANY}(?:个)?(?:二进制)?位", "inner bits"),
    (rf"(?:每个|一个)?(?:二级|第二级|内层|第三级|三级|末级)页表(?:最多)?(?:有|含)?(?:最多)?{_MANY}个?(?:表)?项", "inner entries"),
    (
        rf"(?:则|那么|其|它的)?(?:表示整个逻辑地址空间的)?(?:最外层|外层|顶级|最顶层|顶层|第一级|(?<!普通)(?<!单)一级|最高级|最高一级|最上级(?=表|页表|的))(?:的)?(?:页目录|页表|表)?(?:表)?(?:中|里)?(?:的)?(?:至少|最少)?(?:需要?|应|要)?(?:有|包含|含有|含|存放)*(?:{_MANY}个?(?:页表|页目录)?(?:表)?项|(?:的)?(?:页表|表)项(?:的)?(?:个)?数(?:目|量)?|(?:的)?(?:表)?项数)(?:至少)?(?:是|为)?(?:{_MANY}个?)?|(?:页目录(?:表)?)(?:中|里)?(?:包含)?(?:的)?(?:至少|最少)?(?:有|包含|含有?)*(?:{_MANY}个?(?:页表|页目录)?(?:表)?项|(?:表)?项(?:的)?(?:个)?数)(?:至少)?(?:是|为)?(?:{_MANY}个?)?",
        "outer",
    ),
    (
        rf"(?:最大|最多|总)?(?:能够?|可以?|可)?(?:支持|表示|寻址|管理|覆盖|访问|映射)+(?:的)?(?:最大|多大)?(?:的)?{LOGICAL}(?:地址)?空间(?:的)?(?:大小|最大|容量)?(?:是|为|有)*(?:多大|多少)?|最大(?:的)?{LOGICAL}(?:地址)?空间(?:的)?(?:大小|容量)?(?:是|为|有)*(?:多大|多少)?|{LOGICAL}(?:地址)?空间(?:的)?(?:大小)?(?:最大|最多)(?:是|为|可达|能有)*(?:多大|多少)",
        "reach",
    ),
    (r"(?:页面|页)(?:大小)?(?:至少|最少|最小)(?:得|要|应|需)?(?:取)?(?:多大|多少|为多少)(?:\(2的(?:整数次)?幂\))?", "least page"),
    (r"(?:每个?)?(?:页面|页)(?:的)?大小(?:是|为)?(?:多少|多大)?|页(?:面)?(?:是|有)?多大", "page"),
    (
        rf"(?:该|这个)?(?:进程|作业|程序|{LOGICAL}?空间|整个虚空间)(?:总|一)?(?:共|最多)?(?:有|含|分成|占)?{_MANY}(?:个)?(?:页面|页)(?!表|框)|(?:共有|有|分)(?:多少|几)个?(?:页面|页)(?!表|框)|最多有(?:多少|几)(?:个)?页(?!表|框)",
        "pages",
    ),
    (rf"(?:页号|页面号|虚页号)(?:字段)?(?:部分)?(?:需要?|要|占|用|有|为|是)*{_MANY}(?:个)?(?:二进制)?位", "page bits"),
    (rf"页内(?:偏移量?|位移量?|地址)(?:字段)?(?:部分)?(?:需要?|要|占|用|有|为|是)*{_MANY}(?:个)?(?:二进制)?位", "offset bits"),
    (r"(?<=、)(?:即)?多少(?:个)?页(?!表|框)", "size pages"),
    (r"(?<=框、)(?:即|共)?多少\s*[KM]?B", "tables size"),
    (rf"{LOGICAL}地址(?:最多|最长)(?:为|是|有|能有)?{_MANY}位", "reach bits"),
    (
        rf"(?:页表)?(?:本身)?(?:要|需要?|共|总共|一共|会|就)*(?:占用?|占据)(?:的)?{_MANY}(?:个)?(?:页面|页框|页)(?!表)|页表(?:共|总共|本身)?(?:占)?(?:多少|几)(?:个)?页",
        "size pages",
    ),
    (
        rf"(?:普通)?(?:单级|一级|整个|它的|其|该)?页表(?:的|里|中)?(?:表)?(?:长度\(项数\)|项(?:的)?(?:个|总)?数(?:目|量)?)(?:是|为)?{_MANY}?|(?:至少|最多)?(?:共)?(?:有|包含|需要?|要)*{_MANY}个?(?:页表项|表项)|(?:普通)?(?:一级|单级)?页表(?:里|中)?(?:最多|最大|一共|总共|至少|共)?(?:有|要|需要?|包含|含有)?(?:最多|最大|一共|总共|共)?{_MANY}(?:个)?(?:页表项|表项|项|条)",
        "entries",
    ),
    (
        r"(?:整个|一个|单个|该|这个|它的?|其|这张|单级|一级)?(?:进程|作业|程序)?(?:的)?页表(?:的话)?(?:的)?(?:总|最大|最多|至少|共|一共|总共|要|就|得|本身|需要?)*(?:占用?|占据|耗费|吃掉?)?(?:的)?(?:多少|多大|几)?(?!个?(?:页|块|帧|张))(?:个)?(?:内存|主存|存储|连续)*(?:的)?(?:空间|大小|长度|容量|字节|多大|[KMG]B?)(?:是|为)?(?:多少|多大)?|页表(?:总共|一共|共|要|得|需要?|最多|最大|至少|最少|就|本身|会|将|可能|大概|能)*占(?:用|据|掉)?(?:多少|几|多大)(?!个?(?:页|块|帧|张))(?:个)?(?:内存|主存|字节|空间)?|(?:存放|存储|保存|装下)(?:整个|这张|该)?页表(?:共|总共|一共|至少)?(?:需要?|要)?(?:占用?)?(?:的)?(?:多少|多大)(?:的)?(?:内存|主存|存储)?(?:空间|字节)?|页表(?:有)?多大|(?:一共|总共|共)占(?:用)?(?:多少|几)(?:个)?(?:字节|空间|内存|[KMG]?B)",
        "size",
    ),
)


def address_parts(problem: Reading) -> tuple[int, ...] | None:
    """The widths of an address's fields, the highest first."""
    row = problem.take(
        r"(?:地址)?(?:划|划分|分)?(?:成|为)?\(?(?<![\d.A-Za-z])(?P<list>\d{1,2}(?:\s*(?:/|\+|-|、|\|)\s*\d{1,2}){2,4}|(?<=\()\d{1,2}(?: \d{1,2}){2,4}(?=\s*\)))(?:位)?(?![\d.]|\s*(?:项|页|MB|KB|B))(?:,?Sv39)?\)?(?:的)?(?:划分)?"
    )
    if row:
        return tuple(int(part) for part in patterns.findall(r"\d+", row["list"]))
    each = problem.take(
        r"(?:其中)?每(?:一)?级(?:页表)?(?:的)?(?:页号|索引|下标)?(?:各|均|都)?(?:占|为|是|用|有)?\s*(?P<bits>\d{1,2})\s*位(?:的)?(?:页号|索引|下标)?"
    )
    both_levels = None if each else problem.take(r"(?:两|二|2)级页表(?:号|索引)?(?:各|均)(?:占|为|是|用)?\s*(?P<bits>\d{1,2})\s*位")
    if (alike := each or both_levels) is not None:
        told = patterns.search(r"([一二两三四五2-5])级", problem.text)
        count = 2 if both_levels else ("一二三四五".find(told[1].replace("两", "二")) + 1 or int(told[1])) if told else 0
        low = problem.take_one(
            r"(?:页内|块内)?(?:偏移量?|位移量?|页内地址)(?:占|为|是|有|用)?\s*(?P<value>\d+)\s*(?:位|bit)",
            int,
        )
        bits = int(alike["bits"])
        if count < 2:
            stay_out("how many levels")
        return (*[bits] * count, -1 if low is None else low)
    names = (
        r"(?:页目录(?:表)?(?:号|索引|项|下标)?|目录(?:索引)?|(?:一级|外层|顶级|第一级|第1级)页(?:表)?(?:号|索引)?|外部页号)",
        r"(?:(?:二级|内层|第二级|第2级)?(?<!虚拟)(?<!逻辑)(?<!物理)页(?:表|面)?(?:号|索引|下标)?|内层页号)",
        r"(?:(?:页内|块内)?(?:偏移量?|位移量?|页内地址)(?:地址)?|页内(?=\d|占|为|有|:))",
    )
    value = r"\s*(?:字段)?(?:各|占|为|是|有|用|:|=|\()*\s*(?P<value>\d+)\s*(?:位|bit)\)?"
    if both := problem.take(
        r"(?:页)?目录(?:表)?(?:号|项|索引)?(?:和|与|、|及)(?:二级|内层)?页(?:表)?(?:的)?(?:索引|号)?(?:字段)?(?:均|都|各)(?:占|为|是|用)?(?P<n>\d+)位"
    ):
        return int(both["n"]), int(both["n"]), -1
    found = [
        problem.take_one(
            (
                word + value,
                rf"(?:其中)?(?:最)?(?:高|低|接着|随后|接下来|中间|然后|前|后)*(?:的)?(?<![\d.])(?P<value>\d+)\s*(?:位|bit)(?:的|是|为|作|作为|表示|用作|用于)*{word}",
            ),
            int,
        )
        for word in (names[0], names[2], names[1])
    ]
    top, low, middle = found
    if low is None:
        problem.take_all(r"(?:其余|剩下|剩余)(?:的)?(?:各)?(?:\d+)?位?(?:是|为|作|作为|用作)*页内(?:偏移量?|位移量?|地址)")
    if top is None and (middle is None or low is None):
        return None
    if middle is None:
        stay_out("a field that is not told")
    return (*((top,) if top is not None else ()), middle, low if low is not None else -1)


def sizes(text: str) -> Recognition | None:
    """Sizes and widths of spaces, pages, entries and tables."""
    if patterns.search("只(?:实际)?(?:使?用|占)|实际(?:只)?(?:使?用|占)", text):
        # What the process uses is told beside its whole space.
        text = patterns.sub(r"(?:一个|每个|某个?)?(?:进程|作业)(?:的)?(?=(?:逻辑|虚拟?)(?:地址)?空间)", "", text)
        text = patterns.sub(r"(?<=用)(了?)(?:最)?低(?:端|地址)?的?(?=\s*\d+\s*[KMG]B)(?![^,;。]*高)", r"\1从0开始的", text)
    problem = PageTables(patterns.sub(r"连续的?(?=(?:物理)?(?:页框|物理块|块|页面))", "", text))
    problem.refuse(ONE_TABLE)
    problem.refuse(r"自映射(?!不)|(?:最少|最小)(?:要|需要?|会)?占")
    problem.take_all(r"\(?(?:主存|内存|存储器|系统)?(?:均)?(?:是)?按字节(?:进行)?编址(?:的)?\)?|字节编址|(?:某机器)?按字编址不行改按字节")
    bottom = top = None
    if (
        usage := problem.take(
            rf"(?:只)?(?:用|使用|占用?)(?:了|到)?(?:最)?低(?:的|端的?|地址的?|处)*(?P<a>{SIZE})(?:和|与|、|以及)(?:最)?高(?:的|端的?|地址的?|处)*(?P<b>{SIZE})(?:的)?(?:地址空间|空间)?"
        )
    ) or (
        usage := problem.take(
            rf"(?:使用)?(?:代码段?|程序段?)?(?:从)?(?:0x0+|0)\s*(?:开始|起)(?:的)?(?:占)?\s*(?P<a>{SIZE})[、,和]*(?:栈|堆栈)(?:段)?在(?:地址空间|虚空间)?(?:的)?(?:最)?(?:高处|高端|顶端)(?:占)?\s*(?P<b>{SIZE})"
        )
    ):
        bottom, top = to_bytes(usage["a"]), to_bytes(usage["b"])
    from_zero = problem.take_all(
        r"\(?(?:且|并且|都是|是|它|占用|用的是?)*从(?:逻辑|虚拟|虚)?(?:地址|低地址)?(?:的)?0(?:号)?(?:地址|页|字节)?(?:处)?(?:开始|起|连续)(?:的)?(?:连续)?(?:的)?(?:存放|使用|占用|分布|用|逻辑|虚拟|地址|空间)*(?:的)?\)?"
    )
    single_page = problem.take_all(r"(?:一个)?只映射了?(?:1|一)(?:个)?页的进程")
    fitted = bool(
        problem.take_all(
            r"\(?(?:要?使|让|要求|若要|限制|才能)?(?:每一?(?:级|张)|各级?|顶层|最外层|最高[层级]|顶级|内层|每)(?:的)?(?:页表|表)?(?:也)?(?:的大小)?(?:都|均|只能|必须|要|也要|恰好|正好|最多)*(?:不超过|不超出|不大于|放进|放得进|装进|装得进|能放进|占|放在|限制在)(?:一|1|单)(?:个)?(?:整)?页(?:面|框)?(?:之?内|中|里)?\)?|(?:才能|能)?(?:要求|使|让)?(?:每|各)(?:一)?(?:级|张|个)[^,;。?!\d\ue000]{0,12}(?:不超过?|不大于|放进|装进|塞进|只占|占|放在|放得下)(?:一|1|单)个?(?:整)?页(?:面|框)?(?:内|中|里)?|(?:为)?使?最高层页表不超过(?:一|1)个?页面?|不分级的话|每张页表恰好占满一个(?=\d)|每张页表占一页"
        )
    )
    parts = address_parts(problem)
    told = (
        problem.take_one(
            r"(?:采用|使用|用|若用|若采用|如果采用|如果用|改用|要求|用)?(?:的)?(?<![第张个])(?<!所有)(?P<value>[一二两三四五单123456])级(?:的)?(?=(?:分页|页表|页目录)(?!(?:中|里)?(?:的)?(?:有|包含)?(?:多少|几)|项|数|本身))",
            lambda value: "一二三四五".find(value.replace("两", "二").replace("单", "一")) + 1 or int(value),
        )
        if not patterns.search("单级|一级页表", problem.text) or patterns.search("[二两三四五2345]级(?:分页|页表)", problem.text)
        else None
    )
    control = 0
    if flags := problem.take(
        r"(?:页表项)?(?:里|中)?除(?:了)?页框号(?:外|以外|之外)?(?:还|另)?有(?P<list>[\u4e00-\u9fff、和]{2,24}?)各(?P<n>\d|一)位"
    ):
        control = len(patterns.split("[、和]", flags["list"])) * to_int(flags["n"])
    pages = problem.take_one(
        (
            rf"{LOGICAL}?(?:地址)?空间(?:的)?(?:大小|容量)?(?:为|是|有|共|包含|含|最多|=)*2\s*\^\s*(?P<value>\d+)\s*个?页(?!大小|面大小|表)",
            r"2\s*\^\s*(?P<value>\d+)\s*个?页(?:面)?的?(?:逻辑|虚拟)?(?:地址)?空间",
        ),
        int,
    )
    listed = problem.take_one(
        rf"(?:{LOGICAL}(?:地址)?空间|作业|进程|程序)(?:的)?(?:大小|共|总共|一共|最多)?(?:为|是|有|占|=)*(?P<value>\d+)\s*个?(?:页面|页)(?!表|框|目录|面?大小)",
        int,
    )
    exponent = problem.take_one(
        rf"{LOGICAL}(?:地址)?空间(?:的)?(?:大小|容量)?(?:为|是|有|共|=)*2\s*\^\s*(?P<value>\d+)(?!\s*(?:个?页|[KMGTB]|个?字节|\d|位))", int
    )
    if problem.take_all(r"(?:还有|除页框号外还有)(?=\d+\s*位控制位)|除页框号外"):
        pass
    values = problem.assign(ROLES)
    page, entry, bits, space, job, memory = (values.get(name) for name in ("page", "entry", "bits", "space", "job", "memory"))
    control = control or values.get("control", 0)
    offset = problem.take_one(r"页内(?:偏移量?|位移量?|地址)(?:字段)?(?:占|为|是|有)*(?P<value>\d+)位", int)
    if (
        bits is None
        and len(lone := list(patterns.finditer(BITS, problem.rest, re.IGNORECASE))) == 1
        and problem.take(rf"(?<![号项移块量占要])(?:{BITS})")
    ):
        bits = to_count(lone[0][0])
    asked: list[tuple[int, str]] = []
    for pattern, name in _TASKS:
        asked += [(match.start(), name) for match in problem.take_asked(pattern)]
    problem.take_all(
        r"\(?(?:包?含|包括|连同|算上|加上|连|和)(?:了)?(?:那)?(?:页目录(?:表)?|顶级页表|一级页表|外层页表|顶层页表|目录)(?:表)?(?:所占的?|自己|本身|那|这|的|一|页|张|在内|也算|都算)*\)?|(?:希望)?一级页表恰好用一页装下|(?:要求)?二级页表就够用|(?:所有)?二级页表|页表项数问题|(?:普通)?(?:一级|单级)页表"
    )
    problem.refuse(r"占(?:用|据)?(?:了)?(?:多大|多少|几)")
    problem.settle()
    names = list(dict.fromkeys(name for _, name in sorted(asked)))
    tasks = set(names)
    if "outer" in tasks and not patterns.search("[两二三四五六多2-6][级层]|外层|顶[层级]|最高|最上|目录|第[一1]级|最外", problem.text):
        return None  # the only level, or the first of several
    if offset is not None:
        if page not in (None, 1 << offset):
            return None
        page = 1 << offset
    for told_bits in (
        space.bit_length() - 1 if space is not None and not space & (space - 1) else -1 if space is not None else None,
        exponent,
    ):
        if told_bits is not None:
            if bits is not None or told_bits < 0:
                return None
            bits = told_bits
    if pages is not None:
        if bits is not None or page is None:
            return None
        bits = int(pages) + page.bit_length() - 1
    if parts is not None:
        if parts[-1] < 0:
            if page is None and bits is None:
                return None
            parts = (*parts[:-1], page.bit_length() - 1 if page is not None else int(bits or 0) - sum(parts[:-1]))
            if not 6 <= parts[-1] <= 24:
                return None
        if page not in (None, 1 << parts[-1]) or bits not in (None, sum(parts)) or told not in (None, len(parts) - 1):
            return None
        page, bits, told = 1 << parts[-1], sum(parts), len(parts) - 1
    if listed is not None and page is not None:
        if job is not None or bits is not None or not tasks <= {"entries", "size", "size pages"}:
            return None
        job = listed * page
    if (
        not names
        or (page is not None and (page & (page - 1) or not 64 <= page <= 1 << 24))
        or (entry is not None and entry > 64)
        or (bits is not None and not 8 <= bits <= 64)
    ):
        return None
    if job is not None and bits is not None and job > 1 << bits:
        return None
    if (from_zero or bottom is not None) and not tasks & {"table pages", "tables size", "inner tables"}:
        return None
    if single_page and job is None:
        job = 1
    if tasks & {"table pages", "tables size", "inner tables"} and not (
        bottom is not None or single_page or (job is not None and from_zero)
    ):
        return None
    if "least page" in tasks and (
        names != ["least page"]
        or page is not None
        or not patterns.search("一页装下|[一二两]级(?:页表)?就够|每张页表占一页|放进一页", problem.text)
    ):
        return None
    if (
        patterns.search("反置|倒置|倒排", problem.text)
        and tasks & {"size", "entries", "size pages"}
        and not patterns.search("一级|单级|普通", problem.text)
    ):
        return None
    if parts is not None and len(parts) > 2 and patterns.search("一级页表|单级", problem.text) and "各占" not in problem.text:
        return None
    if "entry bits" in tasks and not control:
        return None
    if patterns.search("其余(?!(?:的|各)?位?[为是]?页内)|另一个|两个进程|共享", problem.text):
        return None
    parameters: dict[str, Any] = {
        "names": names, "page": page, "entry": entry, "bits": bits, "job": job, "memory": memory, "control": control, "levels": told, "parts": list(parts) if parts else None,
        "bottom": bottom if bottom is not None else job, "top": top or 0, "fitted": fitted, "inner": bool(patterns.search("内层页表占(?:满)?一页|每(?:张|个)内层页表|二级页表占一页", problem.text)),
    }  # fmt: skip
    if "least page" in tasks and told is None:
        parameters["levels"] = 2 if patterns.search("二级页表就够|两级", problem.text) else 1
    if {"size", "entries"} & set(names) and (told or 1) > 1 and "levels" not in names:
        stay_out("the table of one level, or of several")
    return _checked(parameters, names, told)


NEEDS = {
    "levels": ("bits", "page", "entry"), "outer": ("bits", "page", "entry"), "outer bits": ("bits", "page", "entry"), "inner bits": ("page", "entry"), "split": ("bits", "page", "entry"),
    "entries": ("page",), "size": ("page", "entry"), "size pages": ("page", "entry"), "page bits": ("bits", "page"), "offset bits": ("page",), "reach": ("levels", "page", "entry"), "reach bits": ("levels", "page", "entry"),
    "inverted entries": ("memory", "page"), "inverted size": ("memory", "page", "entry"), "entry bits": ("memory", "page"), "entry bytes": ("memory", "page", "entry"), "frame bits": ("memory", "page"),
    "table pages": ("page", "entry", "levels"), "tables size": ("page", "entry", "levels"), "inner tables": ("page", "entry"), "page entries": ("page", "entry"), "one table": ("page",), "inner entries": ("parts",), "page": ("parts",),
    "pages": ("page",), "touched": ("parts",), "outer size": ("entry", "parts"), "least page": ("bits", "entry"),
}  # fmt: skip


def _checked(parameters: dict[str, Any], names: list[str], told: int | None) -> Recognition | None:
    """What is told must answer all that is asked; a size that is missing is asked for."""
    asks = {
        "bits": Missing("bits", "逻辑地址是多少位？", "逻辑地址 {} 位"),
        "page": Missing("page", "页面多大（如 4KB）？", "页面大小为 {}"),
        "entry": Missing("entry", "一个页表项占几个字节（如 4B）？", "页表项占 {}"),
    }
    lacking: list[str] = []
    for name in names:
        needs = NEEDS[name]
        if name in ("entries", "size", "size pages", "pages") and parameters["job"] is None:
            needs = (*needs, "bits")
        if name in ("outer", "inner entries", "outer bits", "inner bits", "split") and parameters["parts"]:
            needs = ()
        lacking += [need for need in needs if parameters[need] is None and need not in lacking]
    if any(need not in asks for need in lacking):
        return None
    understood = [
        (name, shown)
        for name, shown in (
            ("程序", size(parameters["job"]) if parameters["job"] else ""),
            ("逻辑地址", f"{parameters['bits']} 位，按字节编址" if parameters["bits"] else ""),
            ("页面", size(parameters["page"]) if parameters["page"] else ""),
            ("页表项", f"{parameters['entry']} B" if parameters["entry"] else ""),
            ("内存", size(parameters["memory"]) if parameters["memory"] else ""),
            ("页表", f"{told} 级" if told else ""),
        )
        if shown
    ]
    if not understood:
        return None
    return Recognition(parameters=parameters, understood=tuple(understood), missing=tuple(asks[need] for need in lacking))
