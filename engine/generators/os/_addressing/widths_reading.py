"""Reading how many bits the addresses of a paged memory need."""

from __future__ import annotations

from engine.generators.clauses import Role
from engine.generators.kind import Recognition
from engine.generators.os._addressing.addresses import AddressInquiry
from engine.generators.os._addressing.spelling import plain, words_as_bytes
from engine.generators.os._clauses import SIZE, to_bytes
from engine.generators.os._inquiry import Question
from engine.generators.quantities import size
from engine.generators.reading import INTEGER, to_int

_LOGICAL = r"(?:逻辑|虚拟|虚|有效|相对|线性)"
_SIZES = (
    Role(
        name="page",
        quantity=SIZE,
        read=to_bytes,
        before=r"(?:每个?|一个?)?(?:页面|页框|页|块)(?!表|号|内)(?:的)?(?:大小|长度|长)?",
        after=r"(?:的|一|大小的)?(?:页面|页|每页)",
    ),
    Role(
        name="memory",
        quantity=SIZE,
        read=to_bytes,
        before=r"(?:物理|主|内)(?:内存|存|空间|地址空间)(?:空间)?(?:的)?(?:容量|大小)*",
        after=r"(?:的)?(?:物理)?(?:内存|主存)",
    ),
    Role(
        name="space",
        quantity=SIZE,
        read=to_bytes,
        before=rf"(?:{_LOGICAL}|用户)(?:地址)?空间(?:的)?(?:大小|容量)?",
        after=rf"(?:的)?{_LOGICAL}(?:地址)?空间",
    ),
)
_BITS_ASKED = r"位数?|长度"
_WIDTHS = (
    Question(name="entries", key=r"页表(?:的)?(?:长度|表?项数|多长|有(?:多少|几)个?项)"),
    Question(name="page", key=r"(?<!物理)页号", also=(_BITS_ASKED,)),
    Question(name="offset", key=r"页内(?:偏移(?:量)?|位移(?:量)?|地址)", also=(_BITS_ASKED,)),
    Question(name="logical", key=rf"{_LOGICAL}地址(?!空间)|(?<![物实存理内])地址(?:的)?长度", also=(_BITS_ASKED,)),
    Question(name="physical", key=r"(?:物理|实|内存|主存)地址(?!空间)", also=(_BITS_ASKED,)),
    Question(name="frames", key=r"(?:多少|几)个?(?:物理块|页框|块|帧)|(?:物理块|页框)数"),
    Question(name="memory", key=r"(?:物理)?(?:内存|主存|物理)(?:空间|容量)?(?:的)?(?:大小|容量)?", also=(r"多大|多少|几|大小|容量",)),
)


def widths_asked(text: str) -> Recognition | None:
    """How many bits addresses need, and how large memory is; None: another problem."""
    text, words = words_as_bytes(plain(text))
    reading = AddressInquiry(text)
    if not reading.has(r"位"):
        return None
    reading.refuse(
        r"段|TLB|快表|字编址(?<!按字节编址)|页表(?!(?:的)?(?:长度|项数|表项数|有多少|多长|有几))|有效位(?!数)|位示图|[0-9A-F]+H(?![A-Za-z])|0x|→|对应"
    )
    reading.take_all(r"(?:主存|内存|系统)?(?:按字节|字节)编址(?:的)?")
    reading.tell_each(
        "pages",
        (
            rf"(?:{_LOGICAL}|用户|编程|地址)*空间[^,;。?!\d]{{0,10}}?(?P<value>{INTEGER})\s*个?(?:页面|页)(?!框|帧|架|式)",
            rf"(?<![第每\d])(?P<value>{INTEGER})\s*个?(?:逻辑|虚)?(?:页面|页)(?!框|帧|架|内|号|式)",
        ),
        to_int,
    )
    reading.tell_each("frames", rf"(?P<value>{INTEGER})\s*个?(?:物理|内存|主存|存储)?(?:页框|页帧|块|帧|物理块)", to_int)
    reading.tell_roles(_SIZES)
    reading.take_all(r"\((?:页表)?(?:表)?项数\)")
    asked = [name for _, name in reading.inquire(_WIDTHS)]
    reading.finish(
        "页 页面 页式 分页 存储 管理 存储管理 系统 逻辑地址 物理地址 地址 逻辑 物理 空间 内存 主存 用户 编程 提供 向 最大 共 有 至少 应 有效 位数 位 长度 采用 总 容量 为 每 每个 大小 进程 作业 虚拟 存储器 假定 设 被 划分 分为 分成 等长 相同 块 物理块 页框 页号 页内 偏移 映射 到 映射到 逻辑地址空间 物理空间 二进制 一页 程序 某"
    )
    page, memory, space, pages, frames = (reading.known(name) for name in ("page", "memory", "space", "pages", "frames"))
    if page is None or page & (page - 1) or not asked:
        return None
    if (pages is not None and space is not None and pages * page != space) or (
        frames is not None and memory is not None and frames * page != memory
    ):
        return None
    logical = pages * page if pages is not None else space
    physical = frames * page if frames is not None else memory
    reach = {
        "logical": logical, "physical": physical, "offset": page, "memory": physical, "page": None if logical is None else -(-logical // page), "entries": None if logical is None else -(-logical // page),
        "frames": None if physical is None else physical // page,
    }  # fmt: skip
    if set(asked) <= {"page", "offset"} and pages is None and physical is None:
        return None  # the sizes of a page table are another kind's
    if any(not reach[task] for task in asked) or (memory is not None and "memory" in asked):
        return None
    amounts = (("页面", page), ("逻辑空间", logical), ("内存", physical))
    return Recognition(
        parameters={"widths": [[task, reach[task]] for task in dict.fromkeys(asked)], "words": words},
        understood=tuple((name, f"{amount} 字" if words else size(amount)) for name, amount in amounts if amount),
    )
