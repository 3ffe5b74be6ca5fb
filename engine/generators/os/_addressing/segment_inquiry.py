"""Reading problems of segments and of the fields of an address by quantities and questions; see `solving`."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.kind import Recognition
from engine.generators.os._addressing.addresses import AddressInquiry
from engine.generators.os._addressing.spelling import plain, with_widths
from engine.generators.os._clauses import BITS, SIZE, to_bytes
from engine.generators.os._inquiry import Question
from engine.generators.os._tables.flat_tables import rows_put_back
from engine.generators.reading import stay_out, to_count

_LOGICAL = r"(?:逻辑|虚拟|虚|有效|相对|线性)"
_HEADS = (
    (r"段(?:号|名)?", "number"),
    (
        r"(?:段)?(?:的)?(?:内存|主存|物理)?(?:base|基址|首址|始址|段首址|段基址|段始址|起始地址|首地址|基地址|起址|开始地址|起始|段起始地址|段基地址|主存始址|内存始址|内存起始地址|主存起始地址)",
        "start",
    ),
    (r"(?:段)?(?:的)?(?:len(?:gth)?|limit|长度|段长|长|大小|限长|段限长|段大小)", "length"),
)
_PAIR = r"\(\s*(?:段号?)?(?:为|是|=|:)?\s*(?P<s>\d+)\s*,\s*(?:段内)?(?:偏移量?|位移量?|地址)?(?:为|是|=|:)?\s*(?P<d>\d+(?:\s*(?:KB?|B|字节))?)(?!\d|\s*,\s*\d)\s*\)"
_LISTED = r"\(\s*(?P<n>[1-9])\s*\)\s*(?P<s>\d{1,2})\s*,\s*(?P<d>\d+)(?!\d|\s*,\s*\d)"
_BARE = r"(?<![\d.,])\d{1,2}\s*,\s*\d+"
_SEGMENT_WORDS = (
    "分段 段式 段 段表 段号 段长 段内 偏移 位移 段内位移 段内偏移 段内地址 存储 管理 存储管理 系统 进程 作业 程序 内容 如下 如下表 所示 逻辑地址 物理地址 地址 变换 地址变换 转换 换算 对应 对于 相应 结果 内存 主存 基址 始址 长度 越界 越界中断 中断 产生 发生 会 时 进行 下列 中 是 合法 求 请 计算 各 分别 "
    "某 的 写出 给出 判断 说明 指出 二维 形式 为 表示 若 则 是否 存储器 访问 十进制 采用 请求分段 该 以下 下面 将 把 下 其 有 如 见 单位 字节 合法性 用户 一个 哪个 哪些 引起 导致 地址越界 "
)


def segments_asked(text: str) -> Recognition | None:
    """Addresses of segment and offset, translated by a segment table in rows; None: another problem."""
    if "段" not in text or "段页" in text:
        return None
    reading = AddressInquiry(rows_put_back(text, [pattern for pattern, _ in _HEADS], "段号"))
    reading.take_all(
        r"(?:其中)?,?(?:圆|方|尖)?括号(?:中|内|里)?(?:的)?(?:第一个|第1个|前一个?|前面的?)(?:元素|数|数字|分量)?(?:是|为|表示)段号[,;](?:第二个|第2个|后一个?|后面的?)(?:元素|数|数字|分量)?(?:是|为|表示)段内(?:地址|偏移量?|位移量?)"
    )
    reading.refuse(
        r"页|不在|未装入|存在位|状态位|H(?![A-Za-z])|0x|只读|保护|权限|共享|读写|\(\s*(?:段内)?(?:偏移|位移)(?:量|地址)?\s*,\s*段号\s*\)"
    )
    reading.take_all(r"(?<=段表)(?:中|里)?(?:共|有|含|包含)+\d个?(?:表)?项")
    reading.take_all(r"\(?(?:其中)?段号(?:均)?(?:从|由)0(?:号)?(?:开始|起)?(?:编号|算起)?\)?")
    table = _segment_rows(reading)
    if not table:
        return None
    found = reading.take_all(_PAIR)
    if not found:
        found = reading.take_all(
            r"(?:段号|段)\s*(?:为|是|=|:)?\s*(?P<s>\d{1,2})\s*[,、和]*\s*(?:段内)?(?:偏移(?:量|地址)?|位移(?:量)?|地址)\s*(?:为|是|=|:)?\s*(?P<d>\d+(?:\s*KB?)?)(?![\dA-Za-z])(?:\s*的(?:单元|地址))?"
        )
    # `(1) 0,430 (2) 1,10`: one address under each number.
    if not found and [int(match["n"]) for match in patterns.finditer(_LISTED, reading.rest)] == list(
        range(1, len(patterns.findall(_LISTED, reading.rest)) + 1)
    ):
        found = reading.take_all(_LISTED)
    if not found:
        # Square brackets are gone: `逻辑地址 3,400 和 1,175`.
        for row in reading.take_all(
            rf"(?<=地址)(?:\(段号,\s*(?:段内)?(?:位移|偏移|地址)量?\))?(?:分别|为|是|:|\s)*(?:{_BARE}\s*[、和与及;]\s*)*{_BARE}(?!\s*\d|\s*,\s*\d)"
        ):
            found += list(patterns.finditer(r"(?P<s>\d{1,2})\s*,\s*(?P<d>\d+)", row[0]))
    pairs = [(int(match["s"]), _amount(match["d"])) for match in found]
    asked = [
        name
        for _, name in reading.inquire(
            (
                Question(
                    name="which",
                    key=r"哪一?[个项](?:逻辑)?(?:地址)?(?:会|将)?(?:产生|发生|引起|引发|导致|触发)(?:段|地址)*越界(?:中断|错误|异常)?",
                ),
                Question(name="which", key=r"(?:会)?(?:产生|发生|引起|导致)?(?:地址)?越界(?:中断)?(?:的)?(?:逻辑地址)?是"),
                Question(name="physical", key=r"(?:物理|实|内存|主存|绝对)地址|(?:变换|转换|换算|访问|映射)(?:的|后的?)?结果"),
                Question(name="judged", key=r"越界|合法"),
            )
        )
    ]
    reading.take_all(
        r"\(?(?:若|如果)?(?:有|发生|产生)?(?:地址)?越界(?:中断)?(?:的)?(?:请|则|要|就)?(?:指出|说明|写出|注明|指明)?\)?|(?:并)?(?:指出|说明|判断)(?:是否|有无)?越界|\(段号,\s*(?:段内)?(?:位移|偏移|地址)量?\)"
    )
    reading.finish(_SEGMENT_WORDS)
    rows = [[segment, *table[segment]] for segment in sorted(table)]
    shown = (("段表", "；".join(f"段 {segment} 基址 {start}，长 {length}" for segment, start, length in rows)),)
    if asked == ["which"] and not pairs:
        return Recognition(parameters={"segments": rows, "which": True}, understood=shown)
    if not pairs or len(pairs) > 8 or not asked or "which" in asked:
        return None
    if sorted(table) != list(range(len(table))) and any(segment not in table for segment, _ in pairs):
        return None
    return Recognition(
        parameters={"segments": rows, "pairs": [list(pair) for pair in pairs], "judged": "越界" in reading.text},
        understood=(*shown, ("逻辑地址", "、".join(f"({segment},{offset})" for segment, offset in pairs))),
    )


def _amount(text: str) -> int:
    return int(patterns.sub(r"\D", "", text)) * (1024 if "K" in text.upper() else 1)


def _segment_rows(reading: AddressInquiry) -> dict[int, tuple[int, int]]:
    """Segment -> (start, length): rows of three numbers under headings or behind a list of them, or each number beside its word."""
    amount = r"\d+(?:\s*KB?(?![A-Za-z]))?"
    label = rf"(?:(?P<{{0}}s>{_HEADS[1][0]})|(?P<{{0}}l>{_HEADS[2][0]}))\s*(?:为|是|=|:|占)*\s*(?P<{{0}}v>{amount})\s*B?"
    told = reading.take_all(
        rf"(?:第)?(?:段号?\s*(?P<a>\d+)|(?P<b>\d+)\s*号?段)\s*(?:的|为|是|:|,|\(|→|放|在)*\s*{label.format('x')}\s*[,、;和且]*\s*{label.format('y')}\s*\)?"
    )
    table: dict[int, tuple[int, int]] = {}
    for match in told:
        if bool(match["xs"]) == bool(match["ys"]):
            stay_out("two starts of a segment")
        values = (_amount(match["xv"]), _amount(match["yv"]))
        if int(match["a"] or match["b"]) in table:
            stay_out("a segment told twice")
        table[int(match["a"] or match["b"])] = values if match["xs"] else (values[1], values[0])
    if table:
        return table
    if listed := _listed_segments(reading):
        return listed
    if pairs := _unnumbered_rows(reading):
        return pairs
    row = rf"(?m)^[ |]*(?:段)?(?P<a>\d+)(?:段)?[ |,、]+(?P<b>{amount})[ |,、]+(?P<c>{amount})[ |]*(?:[,;。]|$)"
    inline = rf"(?<![\d,])(?P<a>\d{{1,2}})\s*:\s*(?P<b>{amount})\s*[,、]\s*(?P<c>{amount})(?![\d.])"
    rows = list(patterns.finditer(row, reading.rest))
    rows = rows if len(rows) > 1 else list(patterns.finditer(inline, reading.rest))
    before = reading.rest[: rows[0].start()] if rows else ""
    heads = [
        (match.start(), name)
        for pattern, name in _HEADS
        for match in patterns.finditer(rf"(?:(?<=[\s|/、,(:])|^)(?:{pattern})(?:\([^()]*\))?(?=[\s|/、,):])", before, re.IGNORECASE)
    ]
    if len(rows) < 2:
        return {}
    # The last mention of each heading before the rows says its column.
    last = {name: max(place for place, other in heads if other == name) for _, name in heads}
    order = sorted(last, key=lambda name: last[name])
    if sorted(order) != ["length", "number", "start"]:
        stay_out("the columns of the segment table")
    for match in rows:
        cells = dict(zip(order, (match["a"], match["b"], match["c"]), strict=True))
        segment = _amount(cells["number"])
        if segment in table:
            stay_out("a segment told twice")
        table[segment] = (_amount(cells["start"]), _amount(cells["length"]))
    reading.take_spans([match.span() for match in rows])
    for pattern, _ in _HEADS:
        reading.take_all(rf"(?:(?<=[\s|/、,(:])|^)(?:{pattern})(?:\([^()]*\))?(?=[\s|/、,):\ue000])")
    return table


def _listed_segments(reading: AddressInquiry) -> dict[int, tuple[int, int]]:
    """`段号0、1、2的段长分别为600、140、100，段首址分别为219、2300、90`; `各段的始址和长度为：0段：219，600；1段：……`."""
    amount = r"\d+(?:\s*KB?(?![A-Za-z]))?"
    row = rf"{amount}(?:\s*[、,]\s*{amount}){{1,9}}"
    which = r"(?:段号?|各段|第)*(?:分别|依次)?(?:为|是)?\s*(?P<numbers>0(?:\s*[、,]\s*\d{1,2}){1,9})\s*(?:号)?(?:段)?(?:的)?"
    said = r"(?:分别|依次|各)*(?:为|是|:)*\s*"
    for one, other in ((_HEADS[1][0], _HEADS[2][0]), (_HEADS[2][0], _HEADS[1][0])):
        found = reading.take(
            rf"{which}(?:{one}){said}(?P<first>{row})\s*[,;、和]*\s*(?:段)?(?:{other}){said}(?P<second>{row})(?!\s*[、,]?\d)"
        )
        if found is not None:
            numbers = [int(number) for number in patterns.findall(r"\d+", found["numbers"])]
            columns = [[_amount(cell) for cell in patterns.findall(amount, found[name])] for name in ("first", "second")]
            if len({len(numbers), *map(len, columns)}) != 1 or len(set(numbers)) != len(numbers):
                stay_out("segments and figures that do not pair")
            starts, lengths = columns if one == _HEADS[1][0] else columns[::-1]
            return dict(zip(numbers, zip(starts, lengths, strict=True), strict=True))
        item = rf"(?:第|段)?\s*(?P<s>\d{{1,2}})\s*(?:号)?(?:段)?\s*[::]\s*\(?\s*(?P<x>{amount})\s*[,、]\s*(?P<y>{amount})\s*\)?"
        head = reading.take(rf"(?:各|每)段(?:的)?(?:{one})\s*(?:和|与|、|,|及)\s*(?:{other}){said}(?=(?:第|段)?\s*\d{{1,2}}\s*号?段?\s*:)")
        if head is not None:
            items = reading.take_all(item)
            table = {int(match["s"]): (_amount(match["x"]), _amount(match["y"])) for match in items}
            if len(table) != len(items) or len(table) < 2:
                stay_out("a segment told twice")
            return table if one == _HEADS[1][0] else {segment: (start, length) for segment, (length, start) in table.items()}
    return {}


def _unnumbered_rows(reading: AddressInquiry) -> dict[int, tuple[int, int]]:
    """Rows of two numbers under `段始址 段的长度`: the segments from 0 on."""
    amount = r"\d+(?:\s*KB?(?![A-Za-z]))?"
    head = rf"(?m)^[ |]*(?:(?P<first>{_HEADS[1][0]})[ |]+(?:{_HEADS[2][0]})|(?:{_HEADS[2][0]})[ |]+(?:{_HEADS[1][0]}))[ |]*"
    block = rf"{head}\n(?:[ |:-]+\n)?(?P<rows>(?:[ |]*{amount}[ |]+{amount}[ |]*(?:\n|$)){{2,}})"
    if (found := reading.take(block)) is None:
        return {}
    rows = [patterns.findall(amount, line) for line in found["rows"].strip().splitlines()]
    return {
        number: (_amount(one), _amount(other)) if found["first"] else (_amount(other), _amount(one))
        for number, (one, other) in enumerate(rows)
    }


# --- widths of segments and pages ----------------------------------------------------------------------------------------------------

_FIELDS = (
    Role(
        name="total",
        quantity=BITS,
        read=to_count,
        before=rf"{_LOGICAL}?(?<!段内)(?<!页内)地址(?:空间|结构)?(?:的)?(?:共|总共|长度|总长|总|长|有效)*",
        after=rf"(?:长)?(?:的)?{_LOGICAL}?地址",
    ),
    Role(name="page", quantity=SIZE, read=to_bytes, before=r"(?:每个?)?(?:页面|页)(?:的)?(?:大小|长度|长)?", after=r"(?:的)?(?:页面|页)"),
    Role(name="segment", quantity=BITS, read=to_count, before=r"段号(?:字段|部分)?(?:占|为|用)?", after=r"(?:的|为|是|作为?|表示)*段号"),
    Role(
        name="page number",
        quantity=BITS,
        read=to_count,
        before=r"(?:段内)?页号(?:字段|部分)?",
        after=r"(?:的|为|是|作为?|表示)*(?:段内)?页号",
    ),
    Role(
        name="offset",
        quantity=BITS,
        read=to_count,
        before=r"(?:页内|段内)(?:偏移量?|地址|位移量?)(?:字段|部分)?",
        after=r"(?:的|为|是|作为?|表示)*(?:页内|段内)(?:偏移量?|地址|位移量?)",
    ),
)
_FIELD_QUESTIONS = (
    Question(name="pages", key=r"(?:多少|几)个?页(?:面)?|(?:最大|最多)(?:的)?页数|页数"),
    Question(name="segments", key=r"(?:多少|几)(?:个)?段|段数|段(?:的)?(?:个数|数目)"),
    Question(
        name="length", key=r"段(?:的)?(?:最大)?(?:长度|大小|长|容量)|(?:每|一)(?:个)?段|段长", also=(r"最大|最长|最多|多大|多长|多少",)
    ),
    Question(name="page", key=r"页(?:面)?(?:的)?大小|页(?:面)?(?:有|是)?多大"),
    Question(name="page number", key=r"页号", also=(r"位",)),
    Question(name="offset", key=r"页内(?:偏移量?|地址|位移)", also=(r"位",)),
)


def segment_fields(text: str) -> Recognition | None:
    """How many segments, how long, how many pages a segment has, by the fields of an address; None: another problem."""
    if "段" not in text:
        return None
    # `地址用16位段号和16位偏移量表示`: no width of the address.
    text = patterns.sub(r"(?<=地址)(?:结构)?(?:用|采用|包括|包含|有|为|是|:)\s*(?=\d+\s*位(?:的)?段号)", "由", text)
    reading = AddressInquiry(with_widths(text))
    reading.refuse(r"段表|页表|基址|H(?![A-Za-z])|0x|TLB|快表")
    paged = bool(reading.take_all(r"段页式(?:存储)?(?:管理)?(?:系统|方式)?"))
    reading.take_all(r"(?:按字节|字节)编址(?:的)?|(?:分段|段式)(?:存储)?(?:管理)?(?:系统|方式)?")
    reading.tell_roles(_FIELDS)
    asked = [name for _, name in reading.inquire(_FIELD_QUESTIONS)]
    reading.finish(
        "段 段号 段内 页 页号 页内 地址 逻辑地址 虚地址 虚拟地址 偏移 系统 存储 管理 作业 进程 程序 最多 最大 可 有 允许 能 每段 每个段 长度 大小 字节 位 采用 结构 其中 格式 为 虚拟 存储器 分为 组成 部分 段内地址 二进制 高 低 一个 用户 最长 供 使用 主存 内存 装入 连续区 连续 区域 占用 分为 逻辑空间 存储器"
    )
    total, segment, page_bits, offset, page = (reading.known(name) for name in ("total", "segment", "page number", "offset", "page"))
    paged = paged or page_bits is not None or page is not None
    if paged and offset is None and page is not None and not page & (page - 1):
        offset = page.bit_length() - 1
    if not paged:
        page_bits = 0
    known = {"segment": segment, "page number": page_bits, "offset": offset}
    lacking = [name for name, value in known.items() if value is None]
    if len(lacking) == 1 and total is not None:
        known[lacking[0]] = total - sum(value for value in known.values() if value is not None)
        lacking = []
    if (
        lacking
        or not asked
        or known["segment"] < 1
        or min(known.values()) < 0
        or (total is not None and sum(known.values()) != total)
        or (not paged and {"pages", "page", "page number", "offset"} & set(asked))
    ):
        return None
    return Recognition(
        parameters={"fields": {**known}, "asked": list(dict.fromkeys(asked))},
        understood=(
            ("段号", f"{known['segment']} 位"),
            *((("段内页号", f"{known['page number']} 位"),) if paged else ()),
            ("偏移", f"{known['offset']} 位"),
        ),
    )


# --- the fields of one address --------------------------------------------------------------------------------------------------------

_HEX = r"(?:(?<![0-9A-Za-z])0x[0-9A-F]+|(?<![0-9A-Za-z])[0-9A-F]+\s?H)(?![0-9A-Za-z])"
_NAMES = (
    ("segment", "段号", r"段号"),
    (
        "top",
        "页目录号",
        r"(?:页目录(?:表)?(?:号|索引|项|下标)?|目录(?:号|下标|索引)?|(?:一级|外层|顶级|第一级)页(?:表)?(?:号|索引|下标)?|外部页号)",
    ),
    ("page", "页号", r"(?:(?:二级|内层|第二级|段内)?(?<!虚拟)(?<!逻辑)(?<!物理)(?<!目录)页(?:表)?(?:号|索引|下标)|内部页号)"),
    ("offset", "页内偏移", r"(?:(?:页内|块内)?(?:偏移(?:量|地址)?|位移(?:量)?|页内地址)|页内(?=\d|占|为))"),
)


def _value(text: str) -> int:
    return int(patterns.sub(r"[Hh\s]", "", text.lower().removeprefix("0x")), 16)


def fields_asked(text: str) -> Recognition | None:
    """The fields of an address by their widths, and the physical address of a frame that is told; None: another problem."""
    decimal = patterns.search(r"(?<!\w)(?:均|都)?(?:用)?十进制", text) is not None
    hexadecimal = "十六进制" in text or "16进制" in text
    reading = AddressInquiry(plain(patterns.sub(r"(?<=[号移量址引])\s*\(\s*(\d{1,2}\s*位)\s*\)", r"\1", text)))
    reading.refuse(r"TLB|快表|起始|基址|页表项|页目录项(?!和)(?!占)(?!均)|段表|段长|Cache")
    reading.take_all(
        r"(?:按字节|字节)编址(?:的)?|(?:采用|使用)?(?:两|二|2)级(?:分页|页表)?(?:系统|结构|的)*|段页式|(?:页目录项|页表项|和|与|、)+(?:均|都|各)?(?:占|为)\s*\d+\s*(?:B|字节)"
    )
    widths: dict[str, int] = {}
    order: list[tuple[int, str]] = []
    for name, _, word in _NAMES:
        for match in reading.take_all(
            rf"{word}\s*(?:字段)?(?:各|占|为|是|有|用|:|=)*\s*(?P<value>\d{{1,2}})\s*(?:位|bits?)|(?:高|低|中间|最高|最低)?(?<![\d.])(?P<other>\d{{1,2}})\s*(?:位|bits?)(?:的|是|为|作为?|表示)*{word}"
        ):
            width = int(match["value"] or match["other"])
            if widths.setdefault(name, width) != width:
                return None
            order.append((match.start(), name))
    ranks = [name for name, _, _ in _NAMES]
    present = [name for name in ranks if name in widths]
    reading.tell_roles(
        (
            Role(
                name="total",
                quantity=BITS,
                read=to_count,
                before=rf"{_LOGICAL}?地址(?:空间)?(?:共|总|长度|为|是)*",
                after=rf"(?:长)?(?:的)?{_LOGICAL}?地址|系统|机",
            ),
            _FIELDS[-1],
        )
    )
    frame = reading.take_one(rf"(?:页框号|物理块号|块号|帧号)(?:为|是|=)*\s*(?P<value>{_HEX})", _value)
    addresses = [_value(match["value"]) for match in reading.take_all(rf"(?:{_LOGICAL}?地址)?(?:为|是|=|:)*\s*(?P<value>{_HEX})")]
    total, page = reading.known("total"), reading.known("page")
    if page is not None and "offset" not in widths:
        widths["offset"] = page.bit_length() - 1
        present.append("offset")
    if total is not None and "offset" not in widths and len(present) > 1:
        widths["offset"] = total - sum(widths.values())
        present.append("offset")
    asked = [
        name
        for _, name in reading.inquire(
            (
                *(Question(name=name, key=word, unless=r"\d位") for name, _, word in _NAMES),
                Question(name="physical", key=r"(?:物理|实|主存|内存)地址"),
            )
        )
    ]
    reading.finish(
        "页目录号 页目录 页号 页内偏移 段号 偏移 段页式 段式 该页 该段 对应 所在 页框 页框号 物理块 虚拟地址 虚地址 逻辑地址 物理地址 地址 格式 结构 系统 分页 存储 管理 方式 采用 请求分页 两级 二级 级 页表 页目录项 页表项 其中 划分 组成 字段 变换 转换 进程 访问 该 相应 由 现有 现 各 计算机 虚拟 存储器 段 页表中 段页表 页 结果 内存 主存"
    )
    if (
        len(present) < 2
        or "offset" not in widths
        or len(addresses) != 1
        or not asked
        or [name for _, name in sorted(order)] != [name for name in ranks if name in {other for _, other in order}]
    ):
        return None
    if not 4 <= widths["offset"] <= 30 or total not in (None, sum(widths.values())) or addresses[0] >> sum(widths.values()):
        return None
    if "segment" not in widths and "physical" not in asked:
        return None  # the fields of two levels are another kind's
    if any(name != "physical" and name not in widths for name in asked) or ("physical" in asked) != (frame is not None):
        return None
    return Recognition(
        parameters={
            "parts": [[name, label, widths[name]] for name, label, _ in _NAMES if name in widths], "address": addresses[0], "frame": frame,
            "asked": list(dict.fromkeys(asked)), "decimal": decimal and not (hexadecimal and "physical" not in asked), "hexadecimal": hexadecimal and not decimal,
        },
        understood=(("地址格式", "，".join(f"{label} {widths[name]} 位" for name, label, _ in _NAMES if name in widths)), ("逻辑地址", f"{addresses[0]:X}H")),
    )  # fmt: skip
