"""Reading problems about addresses: a page table or a segment table and logical addresses, fields of an address, or how many bits addresses need."""

from __future__ import annotations

import re

from engine.generators.clauses import Role
from engine.generators.kind import Missing, Recognition
from engine.generators.markdown import listed
from engine.generators.os._clauses import BITS, SIZE, Clauses, to_bytes
from engine.generators.quantities import size
from engine.generators.reading import INTEGER, SEPARATOR, stay_out, to_count, to_int

_FRAME = r"(?:物理|内存|主存|存储|实)?(?:页框|页帧|块|帧|盘块|页架|物理页|框)(?:号)?"
_LIST = rf"\d+(?:{SEPARATOR}(?:和\s*)?\d+|\s*和\s*\d+)+"
_ADDRESS = r"(?:0x[0-9A-F]+H?|(?<![0-9A-Za-z])[0-9A-F]+\s?H(?![A-Za-z0-9])|(?<![0-9A-Za-z.])\d+(?![0-9A-Za-z.]|\s*(?:位|号页|页(?!号|内)|个|[KM]B?|字节|B)))(?:\(?[DB]\)?(?![A-Za-z0-9]))?"
_HEXADECIMAL = r"0x[0-9a-f]+|(?<![0-9a-z])[0-9a-f]+\s?h(?![a-z0-9])"
_NUMBER = r"(?:0x[0-9A-F]+|(?<![0-9A-Za-z])[0-9A-F]+H(?![A-Za-z0-9])|(?<![0-9A-Za-z])\d+(?![0-9A-Za-z]))"
_LOGICAL = r"(?:逻辑|虚拟|虚|有效|相对|线性)"
_BASE = r"(?:十进制|十六进制|16进制|10进制)"
_MANY = r"(?:多少|几)"

_COMMON = (
    "换成 换到 落到 落在 转成 转 转为 翻译 要访问 哪个地址 分页 页式 请求分页 请求页式 存储 管理 系统 存储管理 虚拟存储器 虚拟存储 虚存 进程 作业 某进程 程序 用户 计算机 页表 页 页面 页号 虚页号 块号 块 内存 主存 对应 转换 变换 换算 成 为 地址 逻辑地址 虚拟地址 虚地址 物理地址 相应 空间 长度 该进程 有 页框号 页框 号 转换成 映射 "
    "地址变换 地址转换 用户作业 对应的 物理块号 物理块 存储器 B 字节 页式存储 分页存储 变 变成 经 变换后 它们 装入 放入 存放 内容 查 查表 偏移 页内偏移 页内 该页 已 在 已在 位置 访问 存取 数据 指令 单元 "
)


def recognise(text: str) -> Recognition | None:
    """A problem about addresses as understood; None where it is another problem."""
    if "段" in text:
        return _recognise_segments(text)
    return _recognise_fields(text) or _recognise_widths(text) or _recognise_pages(text)


def _number(text: str) -> int:
    """A decimal number, or a hexadecimal one as 0x... or ...H."""
    text = text.strip().replace(" ", "")
    if text.lower().startswith("0x"):
        return int(text[2:].upper().removesuffix("H"), 16)
    if text.upper().endswith("H"):
        return int(text[:-1], 16)
    return to_int(text)


def _take_asides(reading: Clauses) -> None:
    reading.take_all(
        r"(?:且)?(?:有效位|存在位|状态位|合法位)(?:均|都|全)?(?:为|是|=)?1(?!\d)|(?:且|并且)?(?:这些|各|该|此|所有)?页面?(?:均|都|全)?(?:已|已经)?(?:在|装入|调入)(?:了)?(?:内存|主存)(?:中|里)?"
    )
    reading.take_all(
        rf"\(?(?:主存|内存|系统)?(?:是)?按字节(?:进行)?编址\)?|\(?(?:上表中?|表中|表内|其中)?(?:的)?(?:数字|数据|数|数值|地址)?(?:均|都|全)?(?:为|是|用|以)?(?:{_BASE})(?:数)?(?:表示|形式|给出|书写|写出|作答|回答)?\)?|页号(?:和|与|及)?(?:块号|页框号)?(?:均)?从0开始(?:编号)?"
    )


def _recognise_pages(text: str) -> Recognition | None:
    reading = Clauses(text)
    _take_asides(reading)
    reading.refuse(
        r"段|二级|两级|多级|三级|TLB|快表|Cache|有效位|状态位|存在位|访问位|字编址|置换|FIFO|LRU|时间|外存|不在|没在|磁盘|缺页|图"
    )
    hexadecimal = "十六进制" in reading.text
    tabled = _page_table(reading)
    values = reading.assign(
        (
            Role(
                name="page_size",
                quantity=SIZE,
                read=to_bytes,
                before=r"(?:每个?|一个?)?(?:页面|页框|页|块)(?!表|号|内)(?:和页框)?(?:的)?(?:大小|长度|长|尺寸)?",
                after=r"(?:的|一|大小的|大)?(?:页面|页|页框)(?!表|号|内)",
            ),
            Role(
                name="width",
                quantity=BITS,
                read=to_count,
                before=rf"{_LOGICAL}地址(?:空间)?(?:的)?(?:长度|宽度|位数|长)?",
                after=rf"(?:长)?(?:的)?{_LOGICAL}地址(?:空间)?",
            ),
            Role(
                name="memory",
                quantity=SIZE,
                read=to_bytes,
                before=r"(?:物理)?(?:内存|主存)(?:空间)?(?:的)?(?:总)?(?:容量|大小)?",
                after=r"(?:的)?(?:物理)?(?:内存|主存)",
            ),
            Role(name="physical_width", quantity=BITS, read=to_count, before=r"(?:物理|实)地址(?:空间)?(?:的)?(?:长度|宽度|位数|长)?"),
        )
    )
    page_size, width = values.get("page_size"), values.get("width")
    # How much there is of pages and of memory must only agree.
    count = reading.take_one(
        rf"(?:用户|逻辑|虚拟|虚|地址)*空间(?:共|总共|一共|最多)?(?:为|是|有|包含)*(?P<value>{INTEGER})\s*个?(?:页面|页)(?!框|帧|式)", to_int
    )
    if count is None:
        count = reading.take_one(
            rf"(?:作业|进程|程序|任务)(?:空间)?(?:总共|一共|共有|共|有|占|包含|含|被分成|分成|分为|划分为)+(?P<value>{INTEGER})\s*个?(?:页面|页)(?!框|帧|式|表|内|号)",
            to_int,
        )
    job = reading.take_one(rf"(?P<value>{INTEGER})\s*个?(?:页面|页)(?:大|长|大小)?的(?:作业|进程|程序)", to_int)
    if job is not None and count is None:
        count = job
    memory = values.get("memory") or reading.take_one(
        rf"(?:物理)?(?:内存|主存)(?:空间)?(?:的)?(?:容量|大小)?(?:为|是|有|共)*(?P<value>{SIZE})", to_bytes
    )
    addresses = reading.take_one(
        (
            rf"{_LOGICAL}?地址(?:值)?(?:\(?(?:VA|A|LA)\)?)?(?:分别|依次|各)*(?:为|是|=|:)*\s*(?:第)?(?P<value>{_ADDRESS}(?:\s*(?:,|、|和|与|及)\s*{_ADDRESS})*)(?:\s*单元)?(?:这[两几三]个(?:地址)?)?",
            rf"(?P<value>{_ADDRESS}(?:\s*(?:,|、|和|与|及)\s*{_ADDRESS})*)(?:号|这个|的|这[两几三]个)*(?:{_LOGICAL}地址|单元)",
        ),
        lambda value: tuple(_number(part) for part in re.split(r"\s*[,、和与及]\s*", value)),
    )
    asked = reading.take_words(
        (
            (
                r"(?:相应|对应|所?对应|变换后|换算后|变换之后|转换之后|换成|换为|换到|换|变为|化成|转换成?|变换成?|映射到?|转换后|换算成?|翻译成?|变成|得到)*(?:的)?(?:是|到)?(?:哪个?|什么|多少)?(?:的)?(?:(?:物理|实|内存|主存)(?:哪个|的哪个)?地址|(?:内存|主存)(?:的)?哪个(?:单元|位置))(?:是|为)?(?:多少|什么|几)?",
                "physical",
            ),
            (
                r"页号(?:是|为)?(?:多少|几)(?:,|、|和)*页内(?:偏移量?|位移量?|地址)(?:是|为)?(?:多少|几)?|(?:所在的?|对应的?|它的?|各自的?|相应的?)?(?:逻辑)?页号(?:p|P)?(?:和|与|及|以及|跟|同|还有|加上?|、|,)(?:对应的?|它的?|相应的?)?(?:页内)?(?:偏移量?|位移量?|地址|偏移地址)(?:d|w|W|D)?(?:分别|各)*(?:是|为|等于)*(?:多少|几)?|(?:在|位于|属于|落在)+第?(?:几|哪)(?:个|一)?(?:号)?页,?(?:的)?(?:(?:和)?页内)?(?:偏移量?|位移量?|地址)?(?:是|为)?(?:多少|几)?",
                "split",
            ),
        )
    )
    reading.finish(_COMMON)
    if not asked or not addresses:
        return None
    if hexadecimal and not re.search(_HEXADECIMAL, reading.text, re.IGNORECASE):
        return None  # digits that may be hexadecimal
    if width is not None and any(address >= 1 << width for address in addresses):
        return None
    if page_size is not None and (
        (count is not None and any(address >= count * page_size for address in addresses))
        or (memory is not None and any((frame + 1) * page_size > memory for frame in tabled.values()))
    ):
        return None
    if page_size is not None and (page_size & (page_size - 1) or not 64 <= page_size <= 1 << 22):
        return None
    parameters: dict[str, object] = {
        "addresses": list(addresses),
        "asked": asked,
        "hexadecimal": bool(re.search(_HEXADECIMAL, reading.text, re.IGNORECASE)),
    }
    understood = [("逻辑地址", listed(addresses))]
    missing = []
    if page_size is None:
        missing.append(Missing("page_size", "页面多大（如 1KB）？", "页面大小为 {}"))
    else:
        parameters["page_size"] = page_size
        understood.append(("页面", size(page_size)))
    if "physical" in asked:
        if not tabled:
            if "split" in asked:
                return None
            missing.append(Missing("frames", "页表是怎样的？例如“页号0,1,2对应块号5,8,4”", "页号{}"))
        else:
            parameters["frames"] = [list(item) for item in sorted(tabled.items())]
            understood.append(("页表", "，".join(f"{page}→{frame}" for page, frame in sorted(tabled.items()))))
            if page_size is not None and any(address // page_size not in tabled for address in addresses):
                return None
    elif tabled:
        parameters["frames"] = [list(item) for item in sorted(tabled.items())]
    return Recognition(parameters=parameters, understood=tuple(understood), missing=tuple(missing))


def _page_table(reading: Clauses) -> dict[int, int]:
    """Page -> frame, from a table, two lists, or pairs."""
    if read := reading.take_table():
        columns = read.by_heading(((r"(?:逻辑|虚)?页(?:面)?(?:号)?", "page"), (_FRAME, "frame")))
        pages, frames = columns.get("page", ()), columns.get("frame", ())
        if not all(cell.isdigit() for cell in (*pages, *frames)):
            stay_out("a page table that is not all numbers")
        return _paired([int(cell) for cell in pages], [int(cell) for cell in frames])
    reading.take_all(r"(?:的)?对应关系(?:如下|分别)?(?:所示)?(?:为|是|:)*|(?:页表|映射)(?:的)?(?:内容|情况)?(?:如下|为|是|:)+")
    lists = reading.take(
        rf"(?:第|逻辑页|虚页|页号|页)*(?:为)?(?P<pages>{_LIST})\s*号?(?:逻辑|虚)?(?:页|页面)?(?:依次|分别|各|已|被)*(?:对应|存放在?|存在|装入到?|装到|装在|放在|放入|放到|在|分配到?|映射到?|存于|调入|进|占)+(?:了)?(?:的|于)?(?:内存|主存)?(?:的)?(?:第)?(?:{_FRAME})?(?:分别|依次)?(?:为|是|:)?(?:第)?(?P<frames>{_LIST})\s*(?:号)?(?:{_FRAME})?(?:中|里|内)?"
    )
    if lists:
        return _paired(
            [int(part) for part in re.findall(r"\d+", lists["pages"])], [int(part) for part in re.findall(r"\d+", lists["frames"])]
        )
    counted = reading.take(
        rf"(?:第0页(?:开始|起)|从第?0(?:号)?页(?:开始|起)|(?:第|页号|页面|逻辑页)?0(?:号)?(?:页)?[~\-到至]第?(?P<last>\d+)(?:号)?(?:逻辑)?(?:页|页面)?)(?:依次|分别|各|已|被|的)*(?:对应|存放在?|装入到?|装在|放在|在|分配到?|映射到?|存于|调入|的)*(?:的)?(?:内存|主存)?(?:的)?(?:第)?(?:{_FRAME})?(?:分别|依次)?(?:为|是|:)?(?:第)?(?P<frames>{_LIST})\s*(?:号)?(?:{_FRAME})?(?:中|里|内)?"
    )
    if counted:
        frames_told = [int(part) for part in re.findall(r"\d+", counted["frames"])]
        if counted["last"] and int(counted["last"]) + 1 != len(frames_told):
            stay_out("pages and frames do not pair")
        return _paired(list(range(len(frames_told))), frames_told)
    page = rf"(?:逻辑|虚拟?)?(?:第|页号|页面|页)?\s*(?P<page>{_NUMBER})\s*(?:号)?(?:逻辑|虚)?(?:页面|页)?"
    frame = rf"(?:第)?\s*(?:{_FRAME})?(?:为|是)?\s*(?P<frame>{_NUMBER})\s*(?:号)?(?:{_FRAME})?"
    verb = r"(?:(?:被|已)?(?:的(?=块号|页框号|物理块号|帧号)|对应(?:于|着)?|对|装入|装|存放|存|放|调入|映射|分配|落)(?:到|在|于|至|入|了|的)*(?:内存|主存)?(?:的)?|在(?:内存|主存)?(?:的)?(?=第|物理|页框|块|\d+号))"
    for link, least in ((r"\s*(?:->|→|—>|=>)\s*", 1), (verb, 1), (r"\s*[-:]\s*", 2)):
        # A lone 0-3 may be a range.
        if len(list(re.finditer(page + link + frame, reading.rest, re.IGNORECASE))) >= least:
            pairs = reading.take_all(page + link + frame)
            numbers = [number for match in pairs for number in (match["page"], match["frame"])]
            if any(re.fullmatch(_HEXADECIMAL, number, re.IGNORECASE) for number in numbers) and any(
                number.isdigit() and int(number) > 9 for number in numbers
            ):
                stay_out("hexadecimal and unmarked numbers in one page table")
            return _paired([_number(match["page"]) for match in pairs], [_number(match["frame"]) for match in pairs])
    return {}


def _paired(pages: list[int], frames: list[int]) -> dict[int, int]:
    if len(pages) != len(frames) or len(set(pages)) != len(pages) or len(set(frames)) != len(frames):
        stay_out("pages and frames do not pair")
    return dict(zip(pages, frames, strict=True))


_START = r"(?:段)?(?:的)?(?:内存|主存|物理)?(?:基址|首址|始址|段首址|段基址|段始址|起始地址|首地址|基地址|起址|开始地址|起始)"
_LENGTH = r"(?:段)?(?:的)?(?:长度|段长|长|大小)"


def _recognise_segments(text: str) -> Recognition | None:
    """A segment table and logical addresses of segment and offset."""
    reading = Clauses(text)
    _take_asides(reading)
    reading.refuse(
        r"页|TLB|快表|Cache|存取控制|权限|方式|只读|字编址|时间|不在|未装入|存在位|状态位|图|[KM]B?(?![A-Za-z])|H(?![A-Za-z])|0x"
    )
    segments: dict[int, tuple[int, int]] = {}
    if read := reading.take_table():
        columns = read.by_heading(((r"段(?:号|名)?", "number"), (rf"{_START}(?:\(.*\))?", "start"), (rf"{_LENGTH}(?:\(.*\))?", "length")))
        cells = (columns.get("number", ()), columns.get("start", ()), columns.get("length", ()))
        if not all(cell.isdigit() for column in cells for cell in column) or not all(cells):
            stay_out("a segment table that is not all numbers")
        rows = [(int(number), int(start), int(length)) for number, start, length in zip(*cells, strict=True)]
    else:
        which = r"(?:第)?(?:段号?\s*(?P<a>\d+)|(?P<b>\d+)\s*号?段)\s*(?:的|:|,|\(|为)*"
        orders = (
            rf"{which}{_START}(?:为|是|=|:)*\s*(?P<start>\d+)[,、;]?\s*(?:和|且)?{_LENGTH}(?:为|是|=|:)*\s*(?P<length>\d+)\s*\)?",
            rf"{which}{_LENGTH}(?:为|是|=|:)*\s*(?P<length>\d+)[,、;]?\s*(?:和|且)?{_START}(?:为|是|=|:)*\s*(?P<start>\d+)\s*\)?",
        )
        rows = [
            (int(match["a"] or match["b"]), int(match["start"]), int(match["length"]))
            for order in orders
            for match in reading.take_all(order)
        ]
    for number, start, length in rows:
        if number in segments:
            stay_out("a segment told twice")
        segments[number] = (start, length)
    if sorted(segments) != list(range(len(segments))) or not segments:
        return None
    pair = r"\(?\s*(?:段号)?(?:为|是|=|:)?\s*(?P<s>\d+)\s*,\s*(?:段内)?(?:偏移量?|位移量?|地址)?(?:为|是|=|:)?\s*(?P<d>\d+)(?!\d|\s*,\s*\d)\s*\)?"
    found = reading.take_all(pair)
    addresses = [(int(match["s"]), int(match["d"])) for match in found]
    asked = reading.take_all(
        r"(?:相应|对应|变换后|换算后|变换之后|转换之后|换成|换为|换到|换|变为|化成|转换成?|变换成?|映射到?|换算成?)*(?:的)?(?:物理|实|内存|主存)地址(?:分别|各)*(?:是|为)?(?:多少|什么|几)?"
    )
    reading.take_all(
        r"(?:是否|会不会|有没有)(?:会|产生|发生)?越界(?:中断)?|(?:若|如果)?(?:有|发生|产生)?越界(?:中断)?(?:的)?(?:请|则|要|就)?(?:指出|说明|写出)?|指出(?:是否)?越界"
    )
    reading.finish(
        _COMMON
        + "分段 段式 段 段表 段号 段内 段内偏移 段内地址 段内位移 偏移 位移 分段存储管理 段式存储管理 一作业 作业的 已知 表 段表内容 地址 "
    )
    if not asked or not addresses or len(addresses) > 8:
        return None
    return Recognition(
        parameters={"segments": [list(segments[number]) for number in sorted(segments)], "pairs": [list(pair) for pair in addresses]},
        understood=(
            ("段表", "；".join(f"段 {number} 基址 {start}，长 {length}" for number, (start, length) in sorted(segments.items()))),
            ("逻辑地址", "、".join(f"({segment},{offset})" for segment, offset in addresses)),
        ),
    )


def _recognise_fields(text: str) -> Recognition | None:
    """An address format of two levels, and an address whose fields are asked."""
    reading = Clauses(text)
    _take_asides(reading)
    names = (
        ("top", r"(?:页目录(?:表)?(?:号|索引|项|下标)?|(?:一级|外层|顶级|第一级|第1级)页(?:表)?(?:号|索引)?|外部页号)"),
        ("low", r"(?:页内|块内)?(?:偏移量?|位移量?|页内地址)(?:地址)?"),
        ("middle", r"(?:(?:二级|内层|第二级|第2级)?(?<!虚拟)(?<!逻辑)(?<!物理)页(?:表|面)?(?:号|索引|下标)|内层页号)"),
    )
    bits: dict[str, int | None] = {}
    for name, word in names:
        bits[name] = reading.take_one(
            (
                rf"{word}\s*(?:字段)?(?:占|为|是|有|用|:|=|\()*\s*(?P<value>\d+)\s*(?:位|bit)\)?",
                rf"(?<![\d.])(?P<value>\d+)\s*(?:位|bit)(?:的)?{word}",
            ),
            int,
        )
    if any(value is None for value in bits.values()):
        return None
    reading.refuse(r"段|TLB|快表|时间|基址|起始|始址|PDBR|CR3|页表项|访问位|物理")
    top, middle, low = (int(bits[name] or 0) for name in ("top", "middle", "low"))
    reading.take_all(r"(?:采用|使用)?(?:两|二|2)级(?:分页|页表)")
    width = reading.take_one(
        rf"(?:{_LOGICAL}地址(?:空间)?(?:的)?(?:长度|位数|长)?(?:为|是|有|共|长)*)?(?P<value>\d+)\s*(?:位|bit)(?:长)?(?:的)?(?:{_LOGICAL}?地址(?:空间)?)?",
        int,
    )
    address = reading.take_one(rf"{_LOGICAL}?地址(?:为|是|=|:)*\s*(?P<value>{_HEXADECIMAL})", _number)
    parts = reading.take(r"(?:求|问|其|该地址的)?各(?:个)?(?:字段|部分|级)(?:的值)?(?:分别|各)*(?:是|为)?(?:多少|几)?")
    asked = ["top", "middle", "low"] if parts else reading.take_words([(rf"{word}(?:的值)?", name) for name, word in names])
    reading.finish(_COMMON + "两级 二级 结构 格式 字段 高位 低位 依次为 划分 分为 分成 组成 构成 和 逻辑地址结构 虚地址结构 现访问 其 值 ")
    if address is None or not asked or width not in (None, top + middle + low) or address >= 1 << (top + middle + low):
        return None
    return Recognition(
        parameters={"fields": [top, middle, low], "address": address, "asked": asked},
        understood=(("地址格式", f"页目录号 {top} 位，页号 {middle} 位，页内偏移 {low} 位"), ("逻辑地址", f"{address:X}H")),
    )


def _recognise_widths(text: str) -> Recognition | None:
    """How many bits a logical or a physical address needs."""
    reading = Clauses(text)
    _take_asides(reading)
    if not reading.has(r"(?:多少|几)(?:个)?(?:二进制)?位|位数|至少.{0,6}位"):
        return None
    reading.refuse(r"段|TLB|快表|字编址|页表项|级页表|有效位|位示图|[0-9A-F]+H(?![A-Za-z])|0x")
    pages = reading.take_one(
        (
            rf"(?:逻辑|虚拟|虚)?(?:地址)?空间[^,;。?!\d]{{0,8}}?(?P<value>{INTEGER})\s*个?(?:页面|页)(?!框|帧|架|式)",
            rf"(?<!每)(?<!第)(?P<value>{INTEGER})\s*个?(?:逻辑|虚)?(?:页面|页)(?!框|帧|架|内|号|式)(?:组成|构成)?",
        ),
        to_int,
    )
    frames = reading.take_one(rf"(?P<value>{INTEGER})\s*个?(?:物理|内存|主存|存储)?(?:页框|页帧|块|帧|物理块)", to_int)
    values = reading.assign(
        (
            Role(
                name="page",
                quantity=SIZE,
                read=to_bytes,
                before=r"(?:每个?|一个?)?(?:页面|页框|页|块)(?!表|号|内)(?:的)?(?:大小|长度|长|尺寸)?",
                after=r"(?:的|一|大小的)?(?:页面|页)",
            ),
            Role(
                name="memory",
                quantity=SIZE,
                read=to_bytes,
                before=r"(?:物理|主|内)?(?:内存|主存|存储器|存储空间|物理空间|内存空间|物理地址空间|内存物理空间|主存空间)(?:的)?(?:物理)?(?:空间|容量|大小)*",
                after=r"(?:的)?(?:物理)?(?:内存|主存)",
            ),
            Role(
                name="space",
                quantity=SIZE,
                read=to_bytes,
                before=rf"{_LOGICAL}(?:地址)?空间(?:的)?(?:大小|容量)?",
                after=rf"(?:的)?{_LOGICAL}(?:地址)?空间",
            ),
        )
    )
    page, memory, space = values.get("page"), values.get("memory"), values.get("space")
    need = rf"(?:的)?(?:长度|宽度|位数)?(?:至少|最少)?(?:应该?|需要?|要|得|有|占|用|为|是|多长)*(?:{_MANY}(?:个)?(?:二进制)?位|位数|位)?"
    asked = reading.take_words(
        (
            (rf"{_LOGICAL}地址(?:\(虚地址\))?(?!空间){need}(?:表示)?", "logical"),
            (rf"(?:物理|内存|主存|实)地址(?!空间){need}(?:表示)?", "physical"),
            (rf"(?:其中)?页号(?:部分)?{need}", "page"),
            (rf"页内(?:偏移量?|位移量?|地址){need}", "offset"),
            (r"(?:物理)?(?:内存|主存|物理)(?:空间)?(?:的)?(?:大小|容量)?(?:有|是|为|共)*(?:多大|多少(?:[KMG]?B)?)", "memory"),
        )
    )
    reading.finish(
        _COMMON
        + "每 每个 每个进程 最多 至少 最少 多 二进制 位 位数 内存物理空间 物理 物理内存 物理空间 被 划分 分成 分为 组成 逻辑 表示 总 容量 多长 "
    )
    if (
        not asked
        or page is None
        or page & (page - 1)
        or (pages is not None and space is not None)
        or (frames is not None and memory is not None)
    ):
        return None
    reach = {
        "logical": pages * page if pages is not None else space,
        "physical": frames * page if frames is not None else memory,
        "offset": page,
    }
    reach["memory"] = reach["physical"]
    reach["page"] = None if reach["logical"] is None else -(-reach["logical"] // page)
    if any(not reach[task] for task in asked):
        return None
    if any(
        value is not None and not ({"logical", "page"} & set(asked) if name == "space" else {"physical", "memory"} & set(asked))
        for name, value in (("space", reach["logical"]), ("memory", reach["physical"]))
    ):
        return None
    understood = [("页面", size(page))]
    if reach["logical"]:
        understood.append(("逻辑空间", size(reach["logical"])))
    if reach["physical"]:
        understood.append(("内存", size(reach["physical"])))
    return Recognition(parameters={"widths": [[task, reach[task]] for task in asked]}, understood=tuple(understood))
