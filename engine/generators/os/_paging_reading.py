"""Reading any problem of a paged memory's sizes and addresses: what is told and what is asked are things in units, in whatever order; see `_paging_words`.

What a page table says and the logical addresses are taken first; all other figures must be amounts of a thing that is known, and everything
that is asked must follow from them by the relations of `_paging_relations`.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field, replace
from typing import Any

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.os._address_spelling import plain
from engine.generators.os._address_translation_reading import BARE_PAIRS, take_asides
from engine.generators.os._inquiry import Inquiry
from engine.generators.os._page_frames_reading import HEXADECIMAL
from engine.generators.os._page_table_inquiry import FITTED, with_width_used
from engine.generators.os._paging_addresses import Translation, marked_hexadecimal, take_translation, translated
from engine.generators.os._paging_relations import derived, named, shown
from engine.generators.os._paging_words import DERIVED, FIELDS, NATURAL, QUANTITIES, Token, fits, linked, owner_of, tokens
from engine.generators.reading import stay_out

_END = re.compile(r"[,;。?!\n:]")
_ASKS = re.compile(
    r"多少|几(?!乎)|什么|哪|何(?!时)|多[大长]|(?<![要需])求(?!助|教|救|大|解|指|帮|问)|计算(?!机|题)|写出|给出|指出|转[换化成为]|变[换成为]|化[成为]|换[算成为]|映射[成为到]|(?<![提想学疑])问(?!题|号|了|我|的|过|大佬|老师|同学)|怎样|怎么样|如何处理|说明|位数|个数|是否|会不会"
)
_REFUSED = (
    r"命中|访问时间|存取时间|访存|时间为|Cache|高速缓|置换|淘汰|FIFO|LRU|磁盘|外存|代码|数组|共享|哈希|大页|段|按字编址|个字(?!节)|自映射|跨|如图|见图|图中|"
    r"减少|增加|(?:若|如果|现)[^,;。]{0,12}(?:改为|改成|换成)|扩大|缩小|一半|同时|另一个|两个进程|碎片|浪费|平均|权限(?!等)|只读|基址|重定位|界限|操作系统(?:占|使用|保留)"
)
_ASIDES = (
    r"(?:其中|表中|表内)?(?:的)?(?:虚页号|逻辑页号|物理块号|页框号|页号|块号|和|与|、|及)+(?:均|都)?(?:是|为|用)十进制(?:数)?(?:表示)?|起始页号\(?(?:[和与、]?(?:起始)?(?:块号|页框号))?\)?(?:均|都)?(?:为|是)0|所有(?:的)?地址(?:均|都)?(?:是|为)(?:存储器|内存|主存)?(?:的)?字节地址",
    r"除(?:了|去)?(?:存放|包含|含)?(?:物理)?(?:页框|块|帧|页|页帧)号(?:字段)?(?:之外|以外|外)?,?(?=还|另)",
    r"(?:计算机)?(?:系统|计算机|机器)?(?:的)?(?:机器)?字长(?:为|是)?\s*\d+\s*位(?=[,。;])|(?:其|该)?页表(?:全部|均|都)*(?:存放|放)?在(?:主存|内存)(?:中)?(?=[,。;])",
    r"(?:有效位|存在位|状态位)?(?:为)?0(?:时)?(?:表示|代表|为)(?:该页)?(?:不在|未调入)(?:内存|主存)(?:中)?",
    r"(?:允许|提供给?|供)用户(?:使用)?(?:的)?(?=编程)|(?:分别)?(?:若|如果|假如)?(?:分别)?遇到(?:了)?(?:以下|下列|下面)?[两三四]个(?=逻辑|虚)|(?<=H)处的操作",
    r"(?:现在|某时刻|此时)?CPU(?:现在)?(?:要访问|给出|发出|送出|产生)(?:的|了)?",
    r"\(?(?:主存|内存|存储器|系统|机器|存储单元)?(?:均|都|且)?(?:是)?按字节(?:进行)?编址(?:的)?\)?|字节编址",
    r"(?:若|如果)?不考虑(?:访问|存取)?权限(?:等|控制|信息)*|(?:且)?页号不(?:放入|存放?在|占用?)页表(?:中|项)?",
    r"(?:其|各|该)?(?:块|页框|物理块|帧|页|虚页|页面)号(?:从|为|是|分别|依次)*0\s*(?:~|-|到|至)\s*\d+(?:编号)?|(?:页号|块号|页框号|编号)(?:均|都)?从0开始(?:编号)?",
    r"(?:要求|限定|规定|若|且|使|并|假设)*(?:最高层|最外层|顶级|顶层|每(?:一)?(?:级|张|个|层)|各级|所有)的?页表(?:的大小)?(?:都|均|也)?(?:只|仅|必须|不得|不能|不|能|应|恰好|正好)*(?:占用?|超过|大于|放在|存放在)(?:一|1)(?:个)?页(?:面)?(?:之?内|中)?",
    r"\(?(?:其中)?(?:没有|无|空白?)(?:物理)?(?:块号|页框号)?(?:者|的)?(?:表示|说明|代表)(?:其|该页|该页面)?尚?(?:不|未)(?:装入|调入|在)?(?:内存|主存)(?:中)?\)?",
    r"(?:以|用)[^,;。?]{0,16}为例,?(?:画出|说明)[^,;。?\d]{0,14}(?:图|过程)",
    r"(?:由|分为|分成|包括|包含)(?:段号、)?页号(?:\(?[PS]\)?)?(?:和|与|、|及)(?:页内)?(?:偏移量?|位移量?|地址)(?:\(?[WD]\)?)?(?:两|2|这两)个?(?:部分|字段)(?:组成|构成)?",
    r"(?:即|也就是)?(?:二进制)?(?:位数)?(?<=\()二进制位数(?=\))|(?:用|以)?(?:二进制|十进制|十六进制)(?:数)?(?:表示|形式|给出)?(?=[,;。)]|$)",
)
_WORDS = (
    "分页 页式 请求分页 虚拟存储 虚拟存储器 存储 管理 存储管理 系统 计算机 机器 机制 采用 使用 策略 方式 方案 多层 多级 单级 一级 二级 两级 三级 分层 映射 地址 空间 内存 主存 物理 逻辑 虚拟 用户 编程 进程 作业 程序 页表 页目录 页面 页 块 "
    "页框 帧 表项 占 占用 大小 长度 容量 尺寸 宽度 位数 个数 数目 连续 存放 存储 划分 划分为 分为 分成 被 组成 构成 结构 格式 提供 向用户提供 允许 拥有 共 共有 有效 部分 字段 表示 来表示 用 至少 最少 最多 最大 最小 每 每个 各 一个 该 其 此 若 则 每一 按 "
    "低 高 低位 高位 前 后 其余 中间 剩余 二进制 十进制 十六进制 数 编号 从 到 起 开始 现 现有 已知 对应 相应 转换 变换 换算 变成 成 为 过程 画出 示意图 例 某时刻 调入 装入 放入 分配 分配到 给 依次 分别 情况 如下 如下表 下表 所示 表 映像 映象 时刻 下列 下述 以下 上述 有一 存储器 存储块 物理存储器 储存器 "
    "字节 位 项 限定 最高层 只占 需要 需 应 应为 层 级 支持 因为 由于 所以 比较好 较好 合适 较合适 容纳 本身 能 可 可以 可能 该系统 其中 内 中 里 的话 假设 假定 访问 要 发生 给定 给出 一 个 "
)


@dataclass(slots=True)
class _Read:
    """What was read of the sizes: quantities told, and (place, question) asked."""

    told: dict[str, int] = field(default_factory=dict)
    asked: list[tuple[int, str]] = field(default_factory=list)

    def tell(self, name: str, value: int) -> None:
        if self.told.setdefault(name, value) != value:
            stay_out(f"{name}: {self.told[name]} and {value}")


_AND = r"(?:的)?(?:大小|容量|长度|位数|个数)?\s*(?:和|与|及|以及|、|加上?|连同)\s*(?:全部|所有|整个|各级)?(?:的)?"
_PARTS = {
    "physical": "address physical",
    "page number": "address page",
    "offset": "address offset",
    "frame number": "address frame",
    "starts": "address starts",
    "outcome": "address outcome",
    "fault": "address fault",
}
"""What may be asked of an address, by the thing that a clause names."""
_OF_ADDRESSES = frozenset({"physical", "page number", "offset", "frame number", "starts", "directory number", "inner number"})


class PagingText(Inquiry):
    """A problem of a paged memory; tables may stand in it."""

    spaced = False


def paging(text: str) -> tuple[PagingText, _Read, Translation | None] | None:
    """The text's quantities, questions and page table; None: no problem of a paged memory.

    Raises:
        StayOut: something in it was not understood.
    """
    if not patterns.search("页|块号", text):
        return None
    reading = PagingText(marked_hexadecimal(plain(with_width_used(text))))
    reading.refuse(_REFUSED)
    reading.refuse(BARE_PAIRS)
    reading.refuse(rf"(?:物理|实|主存|内存|绝对)地址(?:分别|依次)?(?:为|是|=|:)*\s*(?:{HEXADECIMAL}|\d+(?!\s*(?:\d|个|位|bit)))")
    reading.refuse(r"(?:偏移|位移)(?:量|地址)?(?:为|是|=)\s*\d(?!\d*\s*(?:位|bit))")
    take_asides(reading)
    for aside in (FITTED, *_ASIDES):
        reading.take_all(aside)
    read = _Read()
    for fields in reading.take_all(
        r"(?<![\d.A-Za-z])(?P<a>\d{1,2})\s*[+|/]\s*(?P<b>\d{1,2})\s*[+|/]\s*(?P<c>\d{1,2})(?:位)?(?![\d.A-Za-z]|\s*[+|/])(?:的)?(?:划分)?"
    ):
        for name, group in (("directory bits", "a"), ("inner bits", "b"), ("offset bits", "c")):
            read.tell(name, int(fields[group]))
    _take_levels(reading, read)
    for size in reading.take_all(
        r"(?:页面|页|块)(?:的)?(?:大小|长度|长)(?:为|是|=|:)*\s*(?P<value>\d{2,6})(?=[,;。\s])(?!\s*(?:\d|[KMG]?B|个?字|位))"
    ):
        read.tell("page", int(size["value"]))
    translation = take_translation(reading)
    carried: list[str] = []
    start = 0
    for end in [*(mark.start() for mark in _END.finditer(reading.rest)), len(reading.rest)]:
        _read_clause(reading, start, end, read, carried, translation)
        start = end + 1
    return reading, read, translation


def _take_levels(reading: PagingText, read: _Read) -> None:
    """The widths of the levels where they are told together, and that an entry takes whole bytes."""
    if reading.take_all(
        r"\(?(?:若|且|并)?(?:按|以)整(?:数)?(?:个)?字节(?:存放|存储|计算?|对齐)(?:每个|每一个|各)?(?:页)?表项?\)?|\(?(?:每个)?(?:页)?表项(?:的长度)?(?:取|按|占|为)整数?个?字节(?:计|计算)?\)?"
    ):
        read.tell("whole bytes", 1)
    widths: list[int] = []
    if row := reading.take(
        r"(?:其中)?(?:各级|三级|两级|四级)(?:页表)?(?:的)?(?:页号|索引|页表索引|页表号)?(?:字段)?(?:的位数)?(?:从高到低)?(?:分别|依次)(?:占|为|是|用)*\s*(?P<list>\d{1,2}\s*位?(?:\s*(?:、|,|和|与)\s*\d{1,2}\s*位?){1,4})"
    ):
        widths = [int(part) for part in patterns.findall(r"\d+", row["list"])]
    elif (
        each := reading.take(
            r"(?:其中)?每(?:一)?(?:级|个级别|层)(?:页表)?(?:的)?(?:页号|索引|页表索引)?(?:都|均|各)?(?:占|用|为|是)\s*(?P<bits>\d{1,2})\s*(?:个)?(?:位|bit)"
        )
    ) and (told := patterns.search(r"([二两三四五2345])级", reading.text)):
        widths = [int(each["bits"])] * ("一二三四五".find(told[1].replace("两", "二")) + 1 or int(told[1]))
    if len(widths) > 1:
        read.tell("levels", len(widths))
        read.tell("directory bits", widths[0])
        read.tell("inner bits", widths[-1])
        read.tell("page bits", sum(widths))


def _read_clause(reading: PagingText, start: int, end: int, read: _Read, carried: list[str], translation: Translation | None) -> None:
    text = reading.rest
    row = _settled(reading, read, tokens(text, start, end), start)
    if not row:
        return
    stop = reading.text[end : end + 1]
    asks = bool(_ASKS.search(reading.text, start, end)) or stop == "?"
    used: list[Token] = []
    for token in row:
        if token.sort == "amount" or (token.sort == "ask" and token.name):
            names = _quantities(text, token, row, carried, used)
            for name in dict.fromkeys(names):
                if token.sort == "ask":
                    read.asked.append((token.start, name))
                else:  # `a valid, a dirty and a used bit, 1 bit each`
                    read.tell(name, token.value * (names.count(name) if name == "control" else 1))
            used.append(token)
    if asks and patterns.search(r"各级|每一?级|各字段|各部分", reading.rest[start:end]):
        stay_out("what each level has")
    if asks:
        _ask_of_things(text, start, end, row, used, read, translation)
    _refuse_passed_over(reading, row, [name for place, name in read.asked if start <= place < end], start, end)
    things = [token for token in row if token.sort == "thing"]
    for token in things:
        if token.name in carried:
            carried.remove(token.name)
        carried.insert(0, token.name)
    reading.take_spans(
        [(token.start, token.end) for token in row if token in used or token.sort == "thing" or (asks and token.sort == "ask")]
    )
    if asks and any(start <= place < end for place, _ in read.asked):
        place = next(place for place, _ in read.asked if start <= place < end)
        reading.asked_at.append((place, ""))
        reading.questions.append((start, end))


def _refuse_passed_over(reading: PagingText, row: list[Token], asked: list[str], start: int, end: int) -> None:
    """Give up where a clause asks for more than was understood of it.

    Raises:
        StayOut: it does.
    """
    questions = [token for token in row if token.sort == "ask"]
    units = [token for token in questions if token.name]
    verb = patterns.search(r"(?<![要需])求(?!助|教|救|大|解|指|帮|问)|写出|给出|指出|计算(?!机|题)|算出", reading.text[start:end])
    wants = units or questions or (verb and any(token.sort == "thing" for token in row) and "\ue000" not in reading.rest[start:end])
    if (wants and not asked) or len(units) > len(asked):
        stay_out(f"also asks: {reading.text[start:end]}")


def _settled(reading: PagingText, read: _Read, row: list[Token], start: int) -> list[Token]:
    """The tokens of a clause, where names that mean two things are those of what the text speaks of."""
    text, found = reading.text, []
    # `If an inverted table is used, how many entries has the page table?`
    sentence = max(text.rfind(mark, 0, start) for mark in ";。?!\n")
    inverted = patterns.search("(?:反置|倒置|倒排|反向)页?表", text[sentence + 1 : start])
    several = bool(patterns.search(r"[二两三四五2345]级|多级|页目录|外层|顶[级层]", text))
    for token, behind in itertools.zip_longest(row, row[1:]):
        if token.name == "table" and inverted:
            token = replace(token, name="inverted")
        elif token.name == "table" and several and patterns.match("一级", text[token.start : token.end]):
            token = (
                replace(token, name="directory") if not patterns.search("若|如果|采用|使用", text[sentence + 1 : token.start]) else token
            )
        # `Two-level tables are used. How long is a two-level table?`: one of the inner ones.
        elif (
            (token.name, token.value) == ("levels", 2)
            and behind is not None
            and behind.name == "table"
            and behind.start <= token.end + 1
            and (read.told.get("levels") == 2 or patterns.search(r"(?:每个?|每张|多少[个张]|几[个张]|各|\d位)$", text[: token.start]))
        ):
            found.append(Token("thing", "inner table", token.start, behind.end))
            continue
        nothing = token.sort == "thing" and not token.name
        if not nothing and not (found and token.start < found[-1].end):
            found.append(token)
        elif nothing:
            reading.take_spans([(token.start, token.end)])
    return found


def _quantities(text: str, amount: Token, row: list[Token], carried: list[str], used: list[Token]) -> list[str]:
    """The quantities that an amount or a question in a unit is of.

    Raises:
        StayOut: of nothing that is known.
    """
    if amount.name in DERIVED:
        return [amount.name]
    owner = owner_of(text, amount, row, carried)
    if owner is None and amount.name == "bits" and amount.sort == "amount" and not any(token.sort == "thing" for token in row):
        return ["machine"]
    if owner is None:
        stay_out(f"{amount.name} of what: {text[amount.start : amount.end]}")
    if amount.field and (owner if isinstance(owner, str) else owner.name) not in FIELDS:
        stay_out(f"bits of which nobody knows the use: {text[amount.start : amount.end]}")
    if isinstance(owner, str):
        return [QUANTITIES[owner, amount.name]]
    used.append(owner)
    joined = _joined(text, owner, row, amount.name)
    if len(joined) > 1:
        if amount.sort == "amount" and not patterns.search("均|都|各", text[joined[-1].end : amount.start]):
            return [QUANTITIES[owner.name, amount.name]]
        used += joined
        if {token.name for token in joined} == {"directory", "table"} or {token.name for token in joined} == {"directory", "inner table"}:
            stay_out("the tables of all levels together")
        return [QUANTITIES[token.name, amount.name] for token in joined]
    return [QUANTITIES[owner.name, amount.name]]


def _joined(text: str, owner: Token, row: list[Token], unit: str) -> list[Token]:
    """The things that an `and` joins to one, it included, each having such a unit."""
    things = [token for token in row if token.sort == "thing" and fits(token.name, unit)]
    at = things.index(owner)
    first = last = at
    while first and patterns.fullmatch(_AND, text[things[first - 1].end : things[first].start]):
        first -= 1
    while last + 1 < len(things) and patterns.fullmatch(_AND, text[things[last].end : things[last + 1].start]):
        last += 1
    return things[first : last + 1]


def _ask_of_things(
    text: str, start: int, end: int, row: list[Token], used: list[Token], read: _Read, translation: Translation | None
) -> None:
    """What a clause asks of things without a unit: the size of a page, the parts of an address, where it is in memory.

    Raises:
        StayOut: it asks for a part of an address, and there is none.
    """
    bare = next((token for token in row if token.sort == "ask" and not token.name), None)
    measured = any(token.sort in ("ask", "amount") and token.name for token in row)
    for token in row:
        if token.sort != "thing" or token in used:
            continue
        if token.name in _PARTS and translation is not None:
            read.asked.append((token.start, _PARTS[token.name]))
            used.append(token)
        elif token.name == "format" and not measured and patterns.search("写出|给出|画出|说明|什么|怎样|如何", text[start:end]):
            read.asked.append((token.start, "format"))
            used.append(token)
        elif bare is not None and token.name in _OF_ADDRESSES and not measured:
            stay_out(f"a part of no address: {token.name}")
    sized = [token for token in row if token.sort == "thing" and token.name in NATURAL and token not in used]
    if not sized or any(token.sort == "amount" for token in row):
        return
    # `Find the number of entries and the size of the table`.
    wanted = [token for token in sized if patterns.match(r"的?(?:大小|容量|长度|尺寸)", text[token.end :])] if bare is None else []
    if bare is not None and not measured and not any(token in used for token in row):
        before = [token for token in row if token.sort == "thing" and token.end <= bare.start]
        last = before[-1] if before else sized[0]
        if last not in sized or (last.end <= bare.start and not linked(text[last.end : bare.start])):
            stay_out(f"how large is what: {text[row[0].start : bare.start]}")
        wanted = [last]
    for token in wanted:
        for each in _joined(text, token, row, NATURAL[token.name]):
            if each not in used:
                read.asked.append((each.start, QUANTITIES[each.name, NATURAL[each.name]]))
                used.append(each)


def _together(reading: PagingText, read: _Read, translation: Translation | None) -> Recognition | None:
    """The recognition of what was read; None where nothing is asked, or what is asked does not follow."""
    names = list(dict.fromkeys(name for _, name in sorted(read.asked, key=lambda one: one[0])))
    if translation is not None and not any(name.startswith("address ") for name in names):
        return None
    told = _told(read, names, reading.text)
    if told is None or not names:
        return None
    known, _ = derived(told)
    sizes = [name for name in names if not name.startswith("address ") and name != "format"]
    if any(name not in known or name in read.told for name in sizes) or not 1 <= known.get("page", 1) <= 1 << 26:
        return None
    if "format" in names and not {"page bits", "offset bits"} <= known.keys():
        return None
    values = None
    parts = [name.removeprefix("address ") for name in names if name.startswith("address ")]
    if translation is not None:
        if "directory bits" in told and {"page", "frame"} & set(parts):
            return None  # which part of the page number is meant is another reader's
        if "page" not in known or known["page"] & (known["page"] - 1):
            return None
        values = translated(translation, parts, known["page"], known.get("process pages", known.get("pages")), reading.text)
        if values is None or not _within(values, known):
            return None
    if bool(parts) != (translation is not None):
        return None
    return Recognition(
        parameters={"sizes": told, "sizes asked": names, "addresses asked": values},
        understood=(
            *((named(name), shown(name, value)) for name, value in told.items() if name in read.told or name == "width"),
            *((("页表", "，".join(f"{entry}→{frame}" for entry, frame in values["frames"])),) if values and values["frames"] else ()),
            *((("地址", "、".join(f"{one:X}H" if values["hexadecimal"] else str(one) for one in values["addresses"])),) if values else ()),
        ),
    )


def _told(read: _Read, names: list[str], text: str) -> dict[str, int] | None:
    """The quantities that hold, those of the program for the space's where nothing else is told of it; None where it is not clear which are meant."""
    told = dict(read.told)
    told.pop("held", None)
    if "directory bits" in told and "page bits" in told and "inner bits" not in told:
        told["inner bits"] = told.pop("page bits")  # beside the number of the directory's entry
    if {"directory bits", "inner bits"} <= told.keys():
        told.setdefault("levels", 2)
    machine = told.pop("machine", None)
    if machine is not None and not {"width", "space", "pages", "page bits"} & told.keys():
        told["width"] = machine
    of_process = {"process", "process pages"} & told.keys()
    of_space = {"space", "width", "pages", "page bits"} & told.keys()
    of_table = {"entries", "table", "table pages"} & set(names)
    if of_process and of_space and of_table:
        return None
    if of_process and not of_space:
        told |= {"pages": told["process pages"]} if "process pages" in told else {"space": told["process"]}
    if not of_process and {"process", "process pages"} & set(names):
        known, _ = derived(told)
        told |= {name: known[other] for name, other in (("process pages", "pages"), ("process", "space")) if other in known}
    if "entry bits" in names and patterns.search(
        "不考虑(?:访问|存取)?权限|(?:只|仅)(?:包含|含|有|存放|记录)?(?:物理)?(?:页框号|块号|帧号)", text
    ):
        told.setdefault("control", 0)
    several = told.get("levels", 1) > 1 or "directory bits" in told
    if several and (of_table or patterns.search("单级|(?<!第)一级页表", text)):
        return None  # of which table
    return told


def _within(values: dict[str, Any], known: dict[str, int]) -> bool:
    """Whether the addresses are of the space, and the frames in the memory."""
    if "width" in known and any(address >= 1 << known["width"] for address in values["addresses"]) and values["count"] is None:
        return False
    return "frames" not in known or all(frame < known["frames"] for _, frame in values["frames"])


def sizes_asked(text: str) -> Recognition | None:
    """Sizes and widths alone; None: addresses are translated, or another problem."""
    found = paging(text)
    if found is None or found[2] is not None:
        return None
    reading, read, _ = found
    reading.finish(_WORDS)
    return _together(reading, read, None)


def addresses_asked(text: str) -> Recognition | None:
    """Addresses translated by a page table, and the sizes asked with it; None: another problem."""
    found = paging(text)
    if found is None or found[2] is None:
        return None
    reading, read, translation = found
    reading.finish(_WORDS)
    return _together(reading, read, translation)
