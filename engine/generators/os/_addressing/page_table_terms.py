"""What the readers of an address's fields share: the quantities by their names, and the widths of the fields."""

from __future__ import annotations

from typing import ClassVar

from engine.generators import patterns
from engine.generators.clauses import ORDINARY as GENERAL
from engine.generators.clauses import Role
from engine.generators.os._clauses import BITS, SIZE, Clauses, to_bytes
from engine.generators.reading import Reading, stay_out, to_count
from engine.generators.topic import Topic

LOGICAL = r"(?:逻辑|虚拟|虚|线性)"
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
        name="bits",
        quantity=BITS,
        read=to_count,
        before=rf"(?:{LOGICAL})?(?<!理)(?<!存)地址(?:空间|总线)?(?:的)?(?:长度|宽度|位数|字长)?|(?:虚拟|逻辑)空间|机器字长|字长",
        after=rf"(?:长)?(?:的)?(?:{LOGICAL})(?:地址)?(?:空间)?|(?:长)?(?:的)?地址(?:空间)?|(?:的)?(?:系统|机器|计算机|机|处理器|CPU|操作系统|平台|环境)",
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
