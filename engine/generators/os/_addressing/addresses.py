"""What the readers of addresses share: how addresses are written and named, and the remarks that change none."""

from __future__ import annotations

from typing import ClassVar

from engine.generators import patterns
from engine.generators.clauses import ORDINARY as GENERAL
from engine.generators.clauses import Clauses as GeneralClauses
from engine.generators.os._addressing.page_frames_reading import HEXADECIMAL
from engine.generators.os._clauses import Clauses
from engine.generators.os._inquiry import Inquiry
from engine.generators.topic import Topic

_BINARY = r"(?<![0-9A-Za-z])[01]{4}(?: [01]{4}){2,7}(?:\(二进制(?:\d+位)?\)|B)?"
ADDRESS = rf"(?:{_BINARY}|{HEXADECIMAL}|(?<![0-9A-Za-z.])\d+(?![0-9A-Za-z.]|\s*(?:位|号页|号段|页(?!号|内)|个|块|[KMG]B?(?![A-Za-z])|字节|B(?![A-Za-z])|号)))(?:\((?:[DB]|十进制|十六进制)\))?"
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


class AddressInquiry(Inquiry):
    """A problem with addresses, read by quantities and questions; tables may stand in it."""

    spaced = False


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
