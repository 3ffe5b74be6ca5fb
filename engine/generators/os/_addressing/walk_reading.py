"""Reading problems that walk from a virtual address through a page directory and a page table: the fields, where the entries stand, and where
the walk ends. The address may be that of an element of an array.
"""

from __future__ import annotations

from typing import Any

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.kind import Recognition
from engine.generators.os._addressing.inquiry import AddressInquiry
from engine.generators.os._addressing.spelling import plain
from engine.generators.os._clauses import BITS, SIZE, to_bytes
from engine.generators.os._inquiry import Question
from engine.generators.reading import to_count

_HEX = r"(?:(?<![0-9A-Za-z])0x[0-9A-F]+|(?<![0-9A-Za-z])[0-9A-F]+\s?H)(?![0-9A-Za-z])"
_LOGICAL = r"(?:逻辑|虚拟|虚|有效|线性)"
_TOP = r"(?:页目录(?:表)?(?:号|索引|下标)|目录(?:号|下标|索引)|(?:一级|外层|顶级|第一级)页(?:表)?(?:号|索引|下标)?|外部页号)"
_MIDDLE = r"(?:(?:二级|内层|第二级)?(?<!虚拟)(?<!逻辑)(?<!物理)(?<!目录)页(?:表)?(?:号|索引|下标)|内部页号)"
_LOW = r"(?:(?:页内|块内)(?:偏移(?:量|地址)?|位移(?:量)?|地址))"
_NAMES = (("top", "页目录号", _TOP), ("middle", "页号", _MIDDLE), ("low", "页内偏移", _LOW))
_BASE = r"(?:起始|基|首|开始)(?:物理)?(?:地址|址)(?:寄存器)?(?:\((?:PDBR|CR3)\))?(?:的?(?:内容|值))?(?:为|是|=|:)*\s*"
_QUESTIONS = (
    Question(name="directory entry", key=r"页?目录项(?:的)?(?:所在)?(?:的)?(?:主存|内存|物理)*地址"),
    Question(name="table entry", key=r"页表项(?:的)?(?:所在)?(?:的)?(?:主存|内存|物理)*地址"),
    Question(name="top", key=_TOP, unless=r"\d位"),
    Question(name="middle", key=_MIDDLE, unless=r"\d位"),
    Question(name="low", key=_LOW, unless=r"\d位"),
    Question(name="physical", key=r"(?<!项的)(?:物理|实|主存|内存)地址"),
    Question(name="virtual", key=rf"{_LOGICAL}地址"),
)
_WORDS = (
    "页目录号 页目录 页号 页内偏移 偏移 该页 该 对应 所在 页框 页框号 虚拟地址 虚地址 逻辑地址 物理地址 地址 格式 结构 系统 分页 存储 管理 方式 采用 请求分页 两级 二级 级 页表 页目录项 页表项 其中 划分 组成 字段 变换 转换 进程 访问 相应 由 计算机 虚拟 存储器 "
    "主存 内存 按字节编址 编址 字节 基于 程序 运行 时 数组 元素 数组元素 C程序 C 某C程序 int 型 二维 起始 中 存放 在 的 所在页 长度 均 均为 占 若 位 从 结果 用 十六进制 表示 行优先 按行优先 按行 连续 存储管理 单元 "
)


def walked(text: str) -> Recognition | None:
    """Such a problem as understood; None: another one."""
    if not patterns.search("目录|二级|两级|外层", text):
        return None
    text = patterns.sub(r"(?<=[号移量址引])\s*\(\s*(\d{1,2})\s*(?:\)\s*位|位\s*\))", r"\1位", plain(text))
    reading = AddressInquiry(text)
    reading.refuse(r"TLB|快表|段|Cache|高速缓|缺页|有效位|存在位|时间|命中|三级|四级|列优先|按列|共享|如图|下图")
    reading.take_all(
        r"(?:系统)?(?:按字节|字节)编址(?:的)?|(?:采用|使用|基于)*(?:两|二|2)级(?:分页|页表)?(?:的)?(?:请求)?(?:分页|页式)?(?:虚拟)?(?:存储)?(?:器)?(?:管理)?(?:方式|系统|结构)?(?:的)*"
    )
    widths: dict[str, int] = {}
    for name, _, word in _NAMES:
        for match in reading.take_all(rf"\|?\s*{word}\s*(?:字段)?(?:各|占|为|是|有|用|:|=)*\s*(?P<value>\d{{1,2}})\s*(?:位|bits?)\s*\|?"):
            if widths.setdefault(name, int(match["value"])) != int(match["value"]):
                return None
    reading.take_all(r"(?m)^[ |:-]+$")
    directory = reading.take_one(rf"(?:该)?(?:进程(?:的)?)?页目录(?:表)?(?:的)?(?:在内存中的)?{_BASE}(?P<value>{_HEX})", _value)
    frame = r"(?:中|里)?(?:所)?(?:的|存放的?|内容为|给出的?)*(?:页框|物理块|块|帧)号(?:为|是|=|:)*\s*"
    directory_frame = reading.take_one(rf"(?:若|已知|设)?(?:该|其|对应的?|相应的?)?页?目录项{frame}(?P<value>{_HEX})", _value)
    table_frame = reading.take_one(
        rf"(?:若|已知|设)?(?:(?:该|其|对应的?|相应的?)?页表项{frame}|(?:该|其)?(?:所在)?页(?:所在|被装入|装入|对应)?的?(?:页框|物理块)号(?:为|是)\s*)(?P<value>{_HEX})",
        _value,
    )
    table = reading.take_one(rf"(?:该|其|相应的?|对应的?)?(?:二级)?页表(?:的)?{_BASE}(?P<value>{_HEX})", _value)
    array = _array(reading)
    address = None
    if array is None:
        address = reading.take_one(rf"(?:{_LOGICAL}?地址)(?:为|是|=|:)*\s*(?P<value>{_HEX})", _value)
    reading.tell_roles(
        (
            Role(name="total", quantity=BITS, read=to_count, before=rf"{_LOGICAL}?地址(?:空间)?(?:共|总|长度|为|是|均|都)*", after=rf"(?:长)?(?:的)?{_LOGICAL}?地址|系统|机"),
            Role(name="entry", quantity=SIZE, read=to_bytes, before=r"(?:页目录|页表)项(?:和页表项|和页目录项|与页表项|、页表项)?(?:的)?(?:大小|长度|长)?(?:均|都|各)?"),
            Role(name="page", quantity=SIZE, read=to_bytes, before=r"(?:每个?)?(?:页面|页框|页)(?!表|号|内)(?:的)?(?:大小|长度)?"),
        )
    )  # fmt: skip
    asked = list(dict.fromkeys(name for _, name in reading.inquire(_QUESTIONS)))
    reading.finish(_WORDS)
    page, total, entry = reading.known("page"), reading.known("total"), reading.known("entry") or 4
    if page is not None:
        widths.setdefault("low", page.bit_length() - 1)
    if not widths and total == 32 and entry == 4:
        widths = {"top": 10, "middle": 10, "low": 12}
    if set(widths) != {"top", "middle", "low"} or page not in (None, 1 << widths["low"]) or total not in (None, sum(widths.values())):
        return None
    walk: dict[str, Any] = {"widths": [widths[name] for name, _, _ in _NAMES], "entry": entry}
    if array is not None:
        walk["element"] = array
        start, columns, size, row, column = array
        address = start + (row * columns + column) * size
    if address is None or address >> sum(widths.values()) or not asked or ("virtual" in asked) != (array is not None):
        return None
    needs = {"directory entry": directory, "table entry": table if table is not None else directory_frame, "physical": table_frame}
    if any(needs[name] is None for name in asked if name in needs):
        return None
    if "physical" in asked and not {"virtual", "directory entry", "table entry"} & set(asked):
        return None  # a translation, which is another kind's
    table_start = table if table is not None else None if directory_frame is None else directory_frame << widths["low"]
    walk |= {"address": address, "directory": directory, "table": table_start, "frame": table_frame, "asked": asked}
    return Recognition(
        parameters={"walk": walk},
        understood=(
            ("地址格式", "，".join(f"{label} {widths[name]} 位" for name, label, _ in _NAMES)),
            ("虚拟地址", f"{address:X}H"),
            *((("页目录始址", f"{directory:X}H"),) if directory is not None else ()),
            *((("页表始址", f"{table_start:X}H"),) if table_start is not None else ()),
        ),
    )


def _value(text: str) -> int:
    return int(patterns.sub(r"[Hh\s]", "", text.lower().removeprefix("0x")), 16)


def _array(reading: AddressInquiry) -> list[int] | None:
    """(start, columns, bytes of an element, row, column) of an element of an array of rows; None: none is told."""
    declared = reading.take(
        rf"(?:二维)?(?:整型)?数组\s?(?P<name>[A-Za-z])\s?\(?(?P<rows>\d+)\)?[ ,]\(?(?P<columns>\d+)\)?(?:的|在内存中的|中)*(?:起始|首)(?:{_LOGICAL})?(?:地址|址)(?:为|是|=|:)*\s*(?P<start>{_HEX})"
    )
    if declared is None:
        return None
    size = reading.take(r"(?:每个)?(?:数组)?元素(?:均|各|都)?(?:占用?|为|是|长)\s*(?P<value>[1248])\s*(?:个)?(?:字节|B)")
    integers = reading.take(r"(?<![A-Za-z])int(?![A-Za-z])型?")
    elements = reading.take_all(rf"(?:数组)?(?:元素)?\s?(?<![A-Za-z]){declared['name']}\s?(?P<row>\d+) (?P<column>\d+)(?:元素)?")
    places = {(int(match["row"]), int(match["column"])) for match in elements}
    if len(places) != 1 or (size is None and integers is None):
        return None
    row, column = places.pop()
    if row >= int(declared["rows"]) or column >= int(declared["columns"]):
        return None
    return [_value(declared["start"]), int(declared["columns"]), int(size["value"]) if size else 4, row, column]
