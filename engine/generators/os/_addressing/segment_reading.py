"""Reading problems about segments, and about base and limit registers."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.os._addressing.addresses import ADDRESS, GIVEN, Addresses, take_asides
from engine.generators.os._addressing.page_frames_reading import HEXADECIMAL, number
from engine.generators.reading import stay_out

_START = r"(?:段)?(?:的)?(?:内存|主存|物理)?(?:base|从(?=\d+(?:开始|起))|基址|首址|始址|段首址|段基址|段始址|起始地址|首地址|基地址|起址|开始地址|起始)"
_LENGTH = r"(?:开始|起)?[,、]?(?:段)?(?:的)?(?:len(?:gth)?|长度|段长|限长|段限长|长|大小)"
_AMOUNT = r"\d+(?:\s*KB?(?![A-Za-z]))?"


def _amount(text: str) -> int:
    return int(patterns.sub(r"\D", "", text)) * (1024 if "K" in text.upper() else 1)


def segments(text: str) -> Recognition | None:
    """A segment table and logical addresses of segment and offset."""
    problem = Addresses(patterns.sub(r"(段表(?:如下)?\s*[:：])[^\S\n]*(?=段号\s)", r"\1\n", text))
    if "段" not in text or "段页" in text:
        return None
    problem.refuse(
        r"页|不在|未装入|存在位|状态位|H(?![A-Za-z])|0x|位(?:的)?段号|段号(?:占|为|是)?\d+位|\(\s*(?:段内)?(?:偏移|位移)(?:量|地址)?\s*,\s*段号\s*\)"
    )
    take_asides(problem)
    problem.take_all(r"\(\d\)(?=\s*\()|(?<=段表)(?:中|里)?(?:共|有|含|包含)+\d个?(?:表)?项")
    table: dict[int, tuple[int, int]] = {}
    if read := problem.take_table():
        columns = read.by_heading(((r"段(?:号|名)?", "number"), (rf"{_START}(?:\(.*\))?", "start"), (rf"{_LENGTH}(?:\(.*\))?", "length")))
        cells = (columns.get("number", ()), columns.get("start", ()), columns.get("length", ()))
        if not all(patterns.fullmatch(_AMOUNT, cell) for column in cells for cell in column) or not all(cells):
            stay_out("a segment table that is not all numbers")
        rows = [(int(which), _amount(start), _amount(length)) for which, start, length in zip(*cells, strict=True)]
    else:
        which = r"(?:(?:段表)?第)?(?:段号?\s*(?P<a>\d+)|(?P<b>\d+)\s*(?:号?段|行))(?:写的是)?\s*(?:的|:|,|\(|为)*"
        orders = (
            rf"{which}{_START}(?:为|是|=|:)*\s*(?P<start>{_AMOUNT})[,、;\s]*(?:和|且)?{_LENGTH}(?:为|是|=|:)*\s*(?P<length>{_AMOUNT})\s*\)?",
            rf"{which}{_LENGTH}(?:为|是|=|:)*\s*(?P<length>{_AMOUNT})[,、;\s]*(?:和|且)?{_START}(?:为|是|=|:)*\s*(?P<start>{_AMOUNT})\s*\)?",
        )
        rows = [
            (int(match["a"] or match["b"]), _amount(match["start"]), _amount(match["length"]))
            for order in orders
            for match in problem.take_all(order)
        ]
    for which_segment, start, length in rows:
        if which_segment in table:
            stay_out("a segment told twice")
        table[which_segment] = (start, length)
    if not table:
        return None
    pair = r"\(\s*(?:段号)?(?:为|是|=|:)?\s*(?P<s>\d+)\s*,\s*(?:段内)?(?:偏移量?|位移量?|地址)?(?:为|是|=|:)?\s*(?P<d>\d+(?:\s*KB?)?)(?!\d|\s*,\s*\d)\s*\)"
    loose = r"段号?\s*(?:为|是|=|:)?\s*(?P<s>\d+)\s*[,、和\s]*(?:段内)(?:偏移量?|位移量?|地址)(?:为|是|=|:)?\s*(?P<d>\d+(?:\s*KB?(?![A-Za-z]))?)"
    found = problem.take_all(pair) or problem.take_all(loose) or problem.take_all(pair.replace("\\(", "\\(?").replace('\\)"', "\\)?"))
    addresses = [(int(match["s"]), _amount(match["d"])) for match in found]
    asked = problem.take_asked(
        r"(?:相应|对应|变换后|换算后|变换之后|转换之后|换成|换为|换到|换|变为|化成|转换成?|变换成?|映射到?|换算成?|实际访问)*(?:的)?(?:物理|实|内存|主存)地址(?:\(十进制(?:字节)?\))?(?:分别|各)*(?:是|为)?(?:多少|什么|几)?(?:\(十进制(?:字节)?\))?(?:就是)?(?:\d+)?(?:吧|吗)?|(?:物理地址)?就是\d+吧|(?:会|将|分别|各)*(?:得到|产生|发生|出现)(?:什么|何种|几|多少)(?:结果|情况)?|(?<=\ue000)(?:又)?呢(?=[?。]|$)"
    )
    problem.take_asked(
        r"(?:是否|会不会|有没有)(?:会|产生|发生)?越界(?:中断)?|(?:若|如果)?(?:有|发生|产生)?越界(?:的|中断)*(?:的)?(?:请|则|要|就)?(?:指出|说明|写出|注明)?|指出(?:是否)?越界|哪(?:个|些)越界|没越界的"
    )
    problem.settle()
    if not asked or not addresses or len(addresses) > 8:
        return None
    whole = sorted(table) == list(range(len(table)))
    if not whole and any(segment not in table for segment, _ in addresses):
        return None
    return Recognition(
        parameters={
            "segments": [[segment, *table[segment]] for segment in sorted(table)],
            "pairs": [list(entry) for entry in addresses],
            "judged": "越界" in problem.text,
        },
        understood=(
            ("段表", "；".join(f"段 {segment} 基址 {start}，长 {length}" for segment, (start, length) in sorted(table.items()))),
            ("逻辑地址", "、".join(f"({segment},{offset})" for segment, offset in addresses)),
        ),
    )


def relocation(text: str) -> Recognition | None:
    """A base and a limit register."""
    problem = Addresses(text)
    base = problem.take_one(
        rf"(?:基址|重定位|基地址)寄存器(?:\w{{0,4}}?)(?:里|中|的内容|内容|的值)?(?:为|是|=|:)*\s*(?P<value>{ADDRESS})", number
    )
    if base is None:
        return None
    limit = problem.take_one(
        rf"(?:界限|限长|界地址|限界|长度)寄存器(?:里|中|的内容|内容|的值)?(?:为|是|=|:)*\s*(?P<value>{ADDRESS})", number
    )
    addresses = problem.take_one(
        rf"{GIVEN}(?P<value>{ADDRESS}(?:\s*(?:,|、|和|与|及)\s*{ADDRESS})*)",
        lambda value: tuple(number(part) for part in patterns.split(r"\s*[,、和与及]\s*", value)),
    )
    asked = problem.take_asked(
        r"(?:经|通过|进行)?(?:动态)?重定位(?:之?后)?(?:的|得到的)?(?:物理|实|内存|主存)?(?:地址)?(?:应|将|会)?(?:是|为|得到|变成)+(?:多少|几|什么)?|(?:该指令)?(?:实际)?(?:要)?(?:访问|存取)的(?:物理|内存|主存|绝对|实际)?(?:物理)?地址(?:应|将|会)?(?:是|为)(?:多少|几|什么)|(?:各|分别)?(?:变成|变换成|转换成|得到|对应)?(?:的)?(?:物理|实|内存|主存)地址(?:各|分别)?(?:是|为)?(?:多少|什么)?|(?:各|分别)?(?:变成|变为|得到)(?:什么|多少)|(?:进行)?(?:地址)?(?:变换|转换|重定位)?[,，]?(?:的)?结果(?:各|分别)*(?:是|为)(?:什么|多少)|(?:对)(?=\ue000)"
    )
    problem.take_asked(r"(?:是否|会不会|有没有)(?:会|产生|发生)?越界(?:中断)?")
    problem.settle()
    if not asked or not addresses:
        return None
    return Recognition(
        parameters={
            "base": base,
            "limit": limit,
            "addresses": list(addresses),
            "hexadecimal": bool(patterns.search(HEXADECIMAL, problem.text, re.IGNORECASE)),
        },
        understood=(("基址", str(base)), ("界限", "没有说" if limit is None else str(limit)), ("逻辑地址", listed(addresses))),
    )
