"""Reading translations that go through more than one table: segments with page tables, and a TLB beside the page table."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.os._addressing.addresses import AddressInquiry
from engine.generators.os._addressing.page_frames_reading import HEXADECIMAL, number, page_table
from engine.generators.os._addressing.spelling import plain
from engine.generators.os._clauses import SIZE, to_bytes
from engine.generators.os._inquiry import Question
from engine.generators.pasted.normalising import normalise
from engine.generators.quantities import size
from engine.generators.reading import stay_out

_NUMBER = rf"(?:{HEXADECIMAL}|(?<![0-9A-Za-z.])\d+(?![0-9A-Za-z.]))"
_SEGMENT = r"(?:段号?\s*(?P<{0}a>\d+)|第?\s*(?P<{0}b>\d+)\s*号?段)"
_PAGE_SIZE = (
    rf"(?:每个?)?(?:页面|页框|页|块)(?:的)?(?:大小|长度|长)?(?:为|是|=|:|各|有)*\s*(?P<value>{SIZE})|(?P<other>{SIZE})(?:的|一)(?:页面|页)"
)
_PHYSICAL = Question(
    name="physical",
    key=r"(?:物理|实|内存|主存|绝对)地址(?!空间|码)|(?:变换|转换|换算|访问|映射)(?:的|后的?)?结果|(?:会|将|分别|各)*(?:发生|出现|产生)(?:什么|何种)(?:情况|中断)?|(?:会|将|分别|各)*怎样",
)
_WORDS = (
    "段页式 段 段号 段表 段长 段内 页 页面 页号 页表 页框 页框号 块 块号 物理块 物理块号 地址 逻辑地址 虚拟地址 虚地址 物理地址 存储 管理 存储管理 系统 进程 作业 程序 分页 请求分页 虚拟存储 虚拟存储器 如下 内容 其 该 中 为 采用 "
    "对应 相应 转换 变换 换算 地址变换 得到 求 经 后 访问 内存 主存 已 若是 十进制 十六进制 按字节编址 字节 编址 计算机 某 项 第 指向 存放 在 目录 页目录 页目录表 索引 各 位 两级 二级 两级页表 二级页表 一级页表 两级分页 快表 慢表 联想寄存器 命中 未命中 给定 当前 现在 现 此时 先查 再查 逻辑 虚 偏移 部分 结构 格式 依次 分别 为 是 "
)


def _page_size(reading: AddressInquiry) -> int:
    """The size of a page, a power of two.

    Raises:
        StayOut: none, or two, or another number.
    """
    sizes = {to_bytes(match["value"] or match["other"]) for match in reading.take_all(_PAGE_SIZE)}
    if len(sizes) != 1 or (page := sizes.pop()) & (page - 1) or not 16 <= page <= 1 << 24:
        stay_out("the size of a page")
    return page


def _frames(text: str) -> dict[int, int]:
    """Page -> frame of one table that is told in a text of its own.

    Raises:
        StayOut: not all of it is understood.
    """
    reading = AddressInquiry(plain(text))
    frames, absent = page_table(reading)
    if absent:
        stay_out("pages that are not there")
    reading.finish(_WORDS)
    return frames


def _said(match: re.Match[str], prefix: str = "") -> int:
    return int(match[f"{prefix}a"] or match[f"{prefix}b"])


def paged_segments(text: str) -> Recognition | None:
    """A segment table with the segments' lengths in pages, their page tables, and addresses of segment and offset; None: another problem."""
    text = plain(normalise(text))
    if "段" not in text or "页表" not in text:
        return None
    blocks = list(
        patterns.finditer(
            rf"(?m){_SEGMENT.format('')}(?:的|对应的?|所对应的?)?页表(?!起|始|首|基|地|在|长)(?:的|内容|中|如下|为|是|:|\(|,)*(?P<body>[^。?!\n(]*?)(?=[。?!\n)(]|;?{_SEGMENT.format('next')}(?:的|对应的?)?页表|$)",
            text,
        )
    )
    if not blocks:
        return None
    tables: dict[int, dict[int, int]] = {}
    for block in blocks:
        if _said(block) in tables:
            return None
        tables[_said(block)] = _frames(block["body"])
    for block in reversed(blocks):
        text = text[: block.start()] + "。" + text[block.end() :]
    reading = AddressInquiry(text)
    reading.refuse(r"TLB|快表|只读|保护|权限|共享|存在位|状态位|有效位")
    page = _page_size(reading)
    lengths: dict[int, int] = {}
    for match in reading.take_all(
        rf"{_SEGMENT.format('')}(?:的|:|→|为|\(|,)*(?:(?:对应的?)?页表(?:起始|始|首|基|起)?(?:地)?(?:址)?(?:为|是|在|:|=)*\s*{_NUMBER}[,、和\s]*)?(?:段长|长度|长|页表长度|页表长)(?:为|是|=|:)*\s*(?P<length>\d+)\s*(?P<unit>页|KB|B|个页面?)?\)?"
    ):
        length = int(match["length"]) * (page if match["unit"] in ("页", "个页", "个页面") else 1024 if match["unit"] == "KB" else 1)
        if match["unit"] is None or lengths.setdefault(_said(match), length) != length:
            return None
    places = [
        (_said(match), _offset(match["offset"]))
        for match in reading.take_all(
            rf"\(?{_SEGMENT.format('')}\s*[,、的和;]?\s*段内(?:偏移量?|位移量?|地址|偏移地址)(?:为|是|=|:)*\s*(?P<offset>{_NUMBER}|\d+\s*KB?)\s*\)?"
        )
    ]
    places += [
        (int(match["s"]), int(match["d"]))
        for match in reading.take_all(r"\(\s*(?:S\s*=\s*)?(?P<s>\d+)\s*,\s*(?:[dDW]\s*=\s*)?(?P<d>\d+)\s*\)")
    ]
    asked = reading.inquire((_PHYSICAL,))
    reading.take_all(r"(?:是否|会不会|有没有)?(?:会|产生|发生)?越界(?:中断)?|段长检查|(?:若|如果)是|呢")
    reading.finish(_WORDS)
    if not asked or not 1 <= len(places) <= 6 or any(segment not in tables for segment, _ in places):
        return None
    answers: list[list[int | None]] = []
    for segment, offset in places:
        entry = offset // page
        beyond = segment in lengths and offset >= lengths[segment]
        if not beyond and entry not in tables[segment]:
            return None
        answers.append([segment, offset, None if beyond else tables[segment][entry], lengths.get(segment)])
    return Recognition(
        parameters={"paged segments": answers, "page_size": page},
        understood=(
            ("页面", size(page)),
            *(
                (f"段 {segment} 的页表", "，".join(f"{one}→{frame}" for one, frame in sorted(table.items())))
                for segment, table in sorted(tables.items())
            ),
            *((("段长", "，".join(f"段 {segment}：{size(length)}" for segment, length in sorted(lengths.items()))),) if lengths else ()),
            ("逻辑地址", "、".join(f"({segment},{offset})" for segment, offset in places)),
        ),
    )


def _offset(text: str) -> int:
    return int(patterns.sub(r"\D", "", text)) * 1024 if "K" in text.upper() else number(text)


def frame_told(text: str) -> Recognition | None:
    """A segment, a page and an offset beside the frame that the tables give; None: another problem."""
    reading = AddressInquiry(plain(normalise(text)))
    reading.refuse(r"TLB|→|位(?:的)?页号|越界")
    reading.take_all(
        r"(?:逻辑|虚拟)?地址(?:形式|格式|结构)?(?:为|是)?\(?\s*(?:段号|S)?\s*[,、和]*\s*(?:段内)?(?:页号|P)\s*[,、和]\s*(?:页内)?(?:位移(?:量)?|偏移(?:量)?|地址|W|d)\s*\)?(?=[,;。])|(?:查|由|从|经)+(?:段表|页表|和|与|、|查)+(?:中|里)?(?:查)?(?:得到|得|可得|知|可知)*"
    )
    frame = reading.take_one(r"(?:物理)?(?:块|页框|帧|内存块|主存块)号?(?:为|是|=|:)*\s*(?P<value>\d+)(?!\d|\s*[KMGB、,]\s*\d)", int)
    page = _page_size(reading)
    reading.take_all(r"(?:段号|S|段)\s*S?\s*(?:为|是|=)*\s*\d+(?!\d)|(?:段内)?(?:页号|页)\s*P?\s*(?:为|是|=)*\s*\d+(?!\d|\s*[KMGB])")
    offset = reading.take_one(
        r"(?:页内(?:位移(?:量)?|偏移(?:量|地址)?|地址)|位移(?:量)?|偏移(?:量)?|(?<![A-Za-z])[Wwd])(?:为|是|=|:)*\s*(?P<value>\d+)(?!\d)",
        int,
    )
    asked = reading.inquire((_PHYSICAL,))
    reading.finish(_WORDS + " 形式 查 得到 里 若 则")
    if frame is None or offset is None or not asked or offset >= page:
        return None
    return Recognition(
        parameters={"frame told": [page, frame, offset]},
        understood=(("页面", size(page)), ("块号", str(frame)), ("页内位移", str(offset))),
    )


def looked_up(text: str) -> Recognition | None:
    """An address looked up in a TLB of which the contents are told, and in the page table; None: another problem."""
    text = plain(normalise(text))
    cached = patterns.search(
        r"(?:快表|TLB|联想寄存器)(?:\(TLB\)|\(快表\))?(?:的)?(?:当前|现|现在)?(?:中|里)?(?:的)?(?:内容|有|存有|装有|如下|为|是|:)+(?P<body>[^。;?!\n]+)[。;\n]",
        text,
    )
    if cached is None:
        return None
    held = _frames(cached["body"])
    reading = AddressInquiry(text[: cached.start()] + "。" + text[cached.end() :])
    reading.refuse(r"段|时间|ns|μs|置换|替换|组|相联|有效位")
    page = _page_size(reading)
    frames, absent = page_table(reading)
    if absent or not held or any(frames.get(one, frame) != frame for one, frame in held.items()):
        return None
    addresses = [
        number(match["value"]) for match in reading.take_all(rf"(?:访问)?(?:逻辑|虚拟|虚)?地址(?:为|是|=|:)*\s*(?P<value>{_NUMBER})")
    ]
    asked = [
        name
        for _, name in reading.inquire(
            (
                _PHYSICAL,
                Question(name="hit", key=r"(?:(?:快表|TLB)?(?:是否|能否|会不会|有没有)命中(?:快表|TLB)?|命中(?:快表|TLB)?(?:吗|没|了没))"),
                Question(name="page", key=r"(?:虚|逻辑)?页号"),
            )
        )
    ]
    reading.take_all(r"(?:地址变换时?)?(?:先|首先)查(?:快表|TLB)(?:,?(?:未命中|不命中|没有)?(?:时)?再查(?:慢表|页表))?|慢表|快表|TLB")
    reading.finish(_WORDS)
    if not asked or not 1 <= len(addresses) <= 6:
        return None
    frames |= held
    if any(address // page not in frames for address in addresses):
        return None
    return Recognition(
        parameters={
            "looked up": [[address, address // page in held, frames[address // page]] for address in addresses],
            "page_size": page,
            "asked": list(dict.fromkeys(asked)),
            "hexadecimal": bool(patterns.search(HEXADECIMAL, text, re.IGNORECASE)),
        },
        understood=(
            ("页面", size(page)),
            ("快表", "，".join(f"{one}→{frame}" for one, frame in sorted(held.items()))),
            ("页表", "，".join(f"{one}→{frame}" for one, frame in sorted(frames.items()))),
            ("逻辑地址", "、".join(map(str, addresses))),
        ),
    )
