"""Reading problems about an address's fields in a table of two levels, and about where a table's entry stands."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.os._addressing.page_table_terms import LOGICAL, ROLES, PageTables, address_parts
from engine.generators.reading import INTEGER, to_int

_HEX = r"(?:(?<![0-9A-Za-z])0x[0-9a-fA-F]+|(?<![0-9A-Za-z])[0-9A-Fa-f]+\s?[Hh])(?![0-9A-Za-z])"


def _whole_numbers(text: str) -> str:
    """The text with hexadecimal numbers without spaces, and a field's width beside its name."""
    text = patterns.sub(r"(?<![0-9A-Za-z])([0-9A-F]{4}) ([0-9A-F]{4}\s?H)(?![0-9A-Za-z])", r"\1\2", text)
    text = patterns.sub(r"(?<![0-9A-Za-z])(0[xX][0-9A-Fa-f]{4}) ([0-9A-Fa-f]{4})(?![0-9A-Za-z])", r"\1\2", text)
    return patterns.sub(r"(?<=[号移量址引])\s*\(\s*(\d{1,2})\s*(?:位\s*\)|\)\s*位)", r"\1位", text)


def fields(text: str) -> Recognition | None:
    """The fields of an address that is given."""
    problem = PageTables(_whole_numbers(text))
    parts = address_parts(problem)
    address = problem.take_one(rf"(?:{LOGICAL}?地址)?(?:为|是|=|:)*\s*(?P<value>{_HEX})", _hex)
    if parts is None or address is None or problem.has("起始|基址|物理地址"):
        return None
    problem.take_all(
        r"(?:采用|使用)?(?:两|二|2)级(?:分页|页表)(?:系统|结构|机制)?(?:的)?(?:请求)?(?:分页|页式)?(?:存储|虚拟存储)?(?:管理)?(?:方式|系统)?"
        r"|(?:这)?[三3](?:个)?(?:部分|字段)(?:构成|组成)?"
    )
    values = problem.assign((ROLES[0], ROLES[2]))
    names = (
        ("top", r"(?:页目录(?:表)?(?:号|索引|项|下标)?|目录(?:号|下标)|(?:一级|外层|顶级|第一级|第1级)页(?:表)?(?:号|索引|下标)?)"),
        ("low", r"(?:页内|块内)?(?:偏移量?|位移量?|页内地址)(?:地址)?"),
        (
            "middle",
            r"(?:(?:二级|内层|第二级|第2级)?(?<!虚拟)(?<!逻辑)(?<!物理)页(?:表)?(?:内)?(?:的)?(?:号|索引|下标)(?:\(二级\))?|内层页号)",
        ),
    )
    every = problem.take_asked(r"(?:求|问|其|该地址的)?各(?:个)?(?:字段|部分|级)(?:的值)?(?:分别|各)*(?:是|为)?(?:多少|几)?")
    asked = (
        ["top", "middle", "low"]
        if every
        else problem.take_asked_words(
            [
                (rf"{word}(?:的值)?(?:(?:的|中|里)*(?:是|用到)?第几(?:个|号)?(?:表)?项|(?:分别)?(?:是|为)?(?:多少|几)?)", name)
                for name, word in names
            ]
        )
    )
    problem.take_all(r"\(?(?:全?用|以)?(?:十六进制|16进制)(?:表示|作答)?\)?")
    problem.settle()
    page, width = values.get("page"), values.get("bits")
    if len(parts) != 3 or not asked:
        return None
    top, middle, low = parts
    if low < 0:
        low = page.bit_length() - 1 if page is not None else width - top - middle if width is not None else 0
    if low < 4 or page not in (None, 1 << low) or width not in (None, top + middle + low) or address >> top + middle + low:
        return None
    return Recognition(
        parameters={
            "split": [top, middle, low],
            "address": address,
            "asked": asked,
            "hexadecimal": bool(patterns.search("十六进制|16进制", problem.text)),
        },
        understood=(("地址格式", f"页目录号 {top} 位，页号 {middle} 位，页内偏移 {low} 位"), ("逻辑地址", f"{address:X}H")),
    )


def _hex(text: str) -> int:
    return int(patterns.sub(r"[Hh\s]", "", text.lower().removeprefix("0x")), 16)


def entry_address(text: str) -> Recognition | None:
    """Where the entry of a page directory or of a page table stands in memory."""
    problem = PageTables(_whole_numbers(text))
    base = problem.take_one(
        rf"(?P<what>页目录(?:表)?|页表)(?:的)?(?:起始|基址|首|开始)(?:物理)?(?:地址)?(?:寄存器)?(?:\((?:PDBR|CR3)\))?(?:的)?(?:内容)?(?:为|是|:|=)*\s*(?P<value>{_HEX})",
        _hex,
    )
    if base is None:
        return None
    directory = bool(patterns.search("页目录", problem.text))
    next_frame = problem.take_one(rf"(?:若)?(?:该|其)(?:页)?目录项(?:中|里)?(?:的)?页框号(?:为|是)\s*(?P<value>{_HEX})", _hex)
    parts = address_parts(problem)
    number = problem.take_one(rf"(?:访问)?(?:页目录号|页号|目录号)(?:为|是|=)\s*(?P<value>{INTEGER})(?:的)?", to_int)
    address = problem.take_one(rf"(?:{LOGICAL}地址)(?:为|是|=|:)*\s*(?P<value>{_HEX})", _hex)
    values = problem.assign(ROLES)
    page, entry = values.get("page"), values.get("entry", 4)
    if values.get("bits") not in (None, 32 if parts is None or parts[-1] < 0 else sum(parts)):
        return None
    claimed = problem.take_all(rf"是不是\s*(?P<value>{_HEX})")
    asked: list[tuple[int, str]] = []
    for pattern, name in (
        (
            r"(?:所)?(?:访问的|要访问的)?(?:该)?(?:页)?目录项(?:的)?(?:位于)?(?:主存|内存)?(?:的)?(?:物理)?(?:哪个)?地址(?:是|为)?(?:多少|什么)?",
            "directory",
        ),
        (
            r"(?:所)?(?:为完成该次地址变换)?(?:要)?(?:访问的)?(?:再求)?页表项(?:的)?(?:位于)?(?:主存|内存)?(?:的)?(?:物理)?(?:哪个)?地址(?:是|为)?(?:多少|什么)?",
            "table",
        ),
    ):
        asked += [(match.start(), name) for match in problem.take_asked(pattern)]
    problem.take_all(r"(?:采用|使用)?(?:两|二|2|一)级(?:分页|页表)(?:系统)?|为完成该次(?:地址)?变换|请问|帮我验算|再求")
    problem.settle()
    names = list(dict.fromkeys(name for _, name in sorted(asked)))
    if not names or (number is None) == (address is None):
        return None
    answers = []
    for name in names:
        if name == "directory" or (name == "table" and not directory):
            if number is not None:
                index = number
            elif directory:
                # Without its format a 32-bit address of two levels has 10, 10 and 12 bits.
                if address is None or parts not in (None, (10, 10, 12)) or entry != 4 or page not in (None, 4096):
                    return None
                index = address >> 22
            elif address is not None and page:
                index = address // page
            else:
                return None
            answers.append(base + index * entry)
        else:
            if next_frame is None or address is None:
                return None
            answers.append((next_frame << 12) + (address >> 12 & 1023) * entry)
    if claimed and (len(answers) != 1 or len(claimed) != 1):
        return None
    width = max(len(patterns.sub(r"(?i)0x|h", "", found)) for found in patterns.findall(_HEX, problem.text))
    return Recognition(
        parameters={
            "entries at": answers,
            "base": base,
            "width": width,
            "claimed": _hex(claimed[0]["value"]) if claimed else None,
            "entry": entry,
        },
        understood=(("起始地址", f"{base:X}H"), ("每项", f"{entry} B")),
    )
