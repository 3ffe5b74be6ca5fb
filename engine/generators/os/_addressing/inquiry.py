"""Reading problems of pages, segments and addresses by quantities and questions, each found for itself; see `solving`."""

from __future__ import annotations

import re
from typing import Any

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.kind import Missing, Recognition
from engine.generators.os._addressing.addresses import BARE_PAIRS, take_asides
from engine.generators.os._addressing.page_frames_reading import HEXADECIMAL, number, page_table
from engine.generators.os._addressing.spelling import of_one_segment, plain
from engine.generators.os._clauses import BITS, SIZE, to_bytes
from engine.generators.os._inquiry import Inquiry, Question
from engine.generators.quantities import size
from engine.generators.reading import INTEGER, stay_out, to_count, to_int

_LOGICAL = r"(?:逻辑|虚拟|虚|有效|相对|线性)"
_BINARY = r"(?:(?<![0-9A-Za-z])[01]{4}(?: [01]{4}){2,7}B?|(?<![0-9A-Za-z])[01]{8,32}B)"
_DECIMAL = r"(?<![0-9A-Za-z.×*])\d+(?![0-9A-Za-z.]|\s*(?:位(?!于)|号|个|块|页|段|[KMG]B?(?![A-Za-z])|字节|B(?![A-Za-z])|项|级|次))(?:\((?:D|十进制)\))?"
_ADDRESS = rf"(?:{_BINARY}|{HEXADECIMAL}(?:\((?:H|十六进制)\))?|{_DECIMAL})"
_PAIR = r"\(\s*(?:页号)?(?:为|是|=|:)?\s*(?P<p>\d{1,3})\s*[,，、]\s*(?:页内)?(?:偏移量?|位移量?|地址)?(?:为|是|=|:)?\s*(?P<d>\d{1,6})\s*\)"
_LIST = rf"{_ADDRESS}(?:\s*(?:,|、|;|和|与|及|以及)+\s*{_ADDRESS})*"
_ROLES = (
    Role(
        name="page",
        quantity=SIZE,
        read=to_bytes,
        before=r"(?:每个?|一个?)?(?:页面|页框|物理块|页|块)(?!表|号|内)(?:和页框|和物理块|与物理块)?(?:的)?(?:大小|长度|长|尺寸|面)?[LS]?",
        after=r"(?:的|一|大小的|大|每)?(?:页面|页|页框)(?!表|号|内)",
    ),
    Role(
        name="width",
        quantity=BITS,
        read=to_count,
        before=rf"{_LOGICAL}地址(?:空间)?(?:的)?(?:总)?(?:长度|宽度|位数|长)?|地址结构(?:的)?(?:总)?(?:长度|长)|地址寄存器(?:的)?(?:长度|宽度|位数)?",
        after=rf"(?:长)?(?:的)?{_LOGICAL}地址(?:空间)?",
    ),
    Role(
        name="memory",
        quantity=SIZE,
        read=to_bytes,
        before=r"(?:物理)?(?:内存|主存)(?:空间)?(?:的)?(?:总)?(?:容量|大小)?|物理(?:地址)?空间(?:的)?(?:大小)?",
        after=r"(?:的)?(?:物理)?(?:内存|主存|物理(?:地址)?空间)",
    ),
    Role(
        name="space",
        quantity=SIZE,
        read=to_bytes,
        before=rf"(?:{_LOGICAL}|用户|编程)(?:地址)?空间(?:的)?(?:大小|容量)?",
        after=rf"(?:的)?{_LOGICAL}(?:地址)?空间",
    ),
    # A table's entries and its place in memory change no translation of which the frame is told.
    Role(
        name="entry",
        quantity=SIZE,
        read=to_bytes,
        before=r"(?:每个?|一个)?(?:页表)?(?:表?项|条目)(?:的)?(?:大小|长度|长)?(?:各|均|都)?",
        after=r"(?:的|大小的)?(?:页表)?(?:表项|页表项)",
    ),
    Role(
        name="physical width",
        quantity=BITS,
        read=to_count,
        before=r"(?:物理|实)地址(?:空间)?(?:的)?(?:长度|宽度|位数|长)?",
        after=r"(?:长)?(?:的)?(?:物理|实)地址",
    ),
    Role(
        name="page bits",
        quantity=BITS,
        read=to_count,
        before=r"(?<!物理)(?<!表)页号(?:部分|字段)?(?:长度|位数)?",
        after=r"(?:的|为|是|作为?|表示)*(?<!物理)页号",
    ),
    Role(
        name="low bits",
        quantity=BITS,
        read=to_count,
        before=r"页内(?:偏移量?|地址|位移量?)(?:部分|字段)?",
        after=r"(?:的|为|是|作为?|表示)*页内(?:偏移量?|地址|位移量?)",
    ),
)
_OFFSET = r"(?:页内|块内)?(?:偏移(?:量|地址)?|位移(?:量)?)|页内地址"
_ASKED = r"多少|几|什么|哪|求|计算|写出|给出|各|试|\?|算|指出|问|确定|说明|将|把"
_QUESTIONS = (
    Question(name="page bits", key=r"(?<!物理)页号(?:部分|字段)?(?:应|至少|需要?|要|占|用|为|是|有)*(?:多少|几)个?(?:二进制)?位"),
    Question(name="low bits", key=rf"(?:{_OFFSET})(?:部分|字段)?(?:应|至少|需要?|要|占|用|为|是|有)*(?:多少|几)个?(?:二进制)?位"),
    Question(
        name="fault",
        key=r"(?:是否|会不会|有没有|能否|会否)(?:会|将)?(?:产生|发生|引起|出现)?(?:缺页|越界|命中)|(?:产生|发生|引起|出现)?缺页(?:中断|异常)?(?:吗|么)",
    ),
    Question(
        name="physical",
        key=r"(?:物理|实际物理|内存物理|主存物理|实|内存|主存|绝对)地址(?!空间|码)(?!.{0,4}位)",
        unless=r"长度|位数|已知物理",
    ),
    Question(
        name="physical",
        key=r"(?:变换|转换|换算|映射|翻译|访问|重定位)(?:的|后的?)?结果|(?:变换|转换|换算|映射)(?:后|为|成|到|成为)(?:什么|多少)",
    ),
    Question(
        name="outcome",
        key=r"(?:会|将|分别|各)*(?:发生|出现|产生)(?:什么|何种)(?:情况|现象|问题|中断|事件)?|(?:会|将|分别|各)*怎样|会怎么样|(?:情况)?如何处理|情况(?:会|将)?(?:如何|怎样|怎么样)",
    ),
    Question(name="physical", key=r"(?:内存|主存)(?:的)?(?:哪一?个?|什么|何)(?:单元|位置|地址)"),
    Question(name="frame", key=r"(?:物理)?(?:页框|物理块|块|帧|物理页)号", also=(_ASKED,)),
    Question(
        name="page",
        key=r"(?<!物理)(?:逻辑|虚拟?)?页(?:面)?号|(?:在|位于|属于|落在)第?(?:几|哪)(?:一)?(?:个|号)?页|(?:哪|几)(?:一)?(?:个|号)?页",
        also=(_ASKED,),
    ),
    Question(name="offset", key=_OFFSET, also=(_ASKED,)),
    Question(name="starts", key=r"(?:每(?:一)?(?:个)?|各)页(?:面)?[^,;。?!]{0,8}(?:起始|首|开始)(?:物理)?地址"),
    Question(name="page number and offset", key=r"地址(?:的)?(?:结构|格式|组成)"),
)
_WORDS = (
    "分页后 分页之后 虚地址与物理地址 之间的关系 之间 页表 块号 表项 页表项 页表起始 "
    "地址变换后 地址转换后 经地址变换后 变换之后 分页 页式 请求分页 请求页式 存储 管理 系统 存储管理 存储系统 虚拟存储器 虚拟存储 虚存 进程 作业 程序 用户 计算机 页表 页 页面 页号 虚页号 块号 块 内存 主存 对应 转换 变换 换算 地址 逻辑地址 虚拟地址 虚地址 物理地址 实地址 绝对地址 相应 空间 长度 页框号 页框 帧 帧号 号 转换成 映射 地址变换 地址转换 物理块号 物理块 存储器 字节 "
    "变换后 装入 放入 存放 内容 查 查表 偏移 页内偏移 页内 位移 页内位移 该页 已 在 位置 访问 存取 数据 指令 单元 页内地址 落在 CPU 给出 逻辑 物理 十进制 十六进制 二进制 按字节编址 编址 分别 得到 位 从0开始 编号 用户编程空间 某时刻 调入 时 若 结构 采用 读 取 该地址 写 内容为 号页 虚 页长 页大小 页内偏移量 起始 表 转成 转为 基本 部分 一部分 "
    "完成 翻译 过程 步骤 写出 关系 映射关系 对应关系 如下 如下表 所示 情况 试将 把 将 成 为 当前 各 有效 依次 下列 下面 以下 指出 说明 计算 结果 用 表示 形式 题 该 进程的 其 已知 设 共 从 起 连续 程序的 变成 内存中 一个 按 根据 利用 上述 上表 时刻 "
)


class AddressInquiry(Inquiry):
    """A problem with addresses; tables may stand in it."""

    spaced = False


def pages_asked(text: str) -> Recognition | None:
    """Addresses taken apart or translated by a page table, as they are asked for; None: another problem."""
    # That there is a TLB, of which nothing more is told, changes no address.
    text = patterns.sub(
        r"(?:(?<=[,;。，；])|^|(?<=系统))(?:系统)?(?:中)?(?:还)?(?:具有|设有|配有|有|采用|使用)(?:了)?(?:快表|TLB)(?:\((?:TLB|快表)\))?(?:[,，][^,;。，；\d]*(?:其中|快表|里|中))?(?=[,;。，；])",
        "",
        text,
    )
    text = patterns.sub(r"[,，]\s*选哪个(?=\s*[?？]?\s*$)", ",物理地址是多少", text)
    text = patterns.sub(r"(?<=对应的)(逻辑|虚拟?)地址(?=\s*$)", r"\1地址是多少", text)
    reading = AddressInquiry(plain(of_one_segment(text)))
    reading.refuse(
        r"(?:偏移|位移)(?:量)?(?:为|是|=)\s*\d|TLB|快表|Cache|按字编址|置换|FIFO|LRU|(?:访问|存取|平均|有效)时间|磁盘|外存|如图|见图|图中|代码|糊|看不清|只读|权限|保护|共享|多级|三级|二级|两级|哈希|反置|倒排|段|目录|基址|重定位|界限|数组|跨"
    )
    reading.take_all(
        r"\(?(?:表中|表内|其中)?(?:页号|页框号|块号|物理块号|和|与|、|及|数字|数据|数|地址|均|都|全)*(?:为|是|用|以)?(?:十进制|十六进制|16进制)(?:数|形式|表示|给出|的|作答)*\)?(?=[页块帧,;。:?!)\n]|$)"
    )
    take_asides(reading)
    reading.take_all(
        r"(?:且|并且)?(?:该|这些|所有|各|此)?(?:页|表项|页表项)?(?:均|都|为)?有效(?=[,;。)]|$)|\(?(?:页面|页)?(?:均|都|已|全)+在(?:内存|主存)(?:中)?\)?|\((?:页面|页)?在(?:内存|主存)(?:中)?\)|(?<!每一)(?<!每个)(?<!每)(?<!各)(?:页面|页)在(?:内存|主存)(?!中?(?:的|第|\\d|物理|页框|块))(?:中)?"
    )
    whole = "十六进制" in text or "16进制" in text
    reading.take_all(
        r"(?:计算机)?(?:系统|计算机|机器)?(?:的)?(?:机器)?字长(?:为|是)?\s*\d+\s*位(?=[,。;])|(?:其|该)?页表(?:存放|放)?在(?:主存|内存)(?:中)?(?=[,。;])"
    )
    reading.take_all(
        rf"页表(?:的)?(?:起始|首|基|开始)(?:物理)?(?:地址|址)(?:寄存器)?(?:的内容)?(?:为|是|=)*\s*{_ADDRESS}|(?:其|该)?页表(?:存放)?在(?:内存|主存)(?:中|里)?"
    )
    reading.take_all(
        r"(?:允许|提供给?|供)用户(?:使用)?(?:的)?(?=编程|\ue000)|(?:分别)?(?:若|如果|假如)?(?:分别)?遇到(?:了)?(?:以下|下列|下面)?[两三四]个(?=逻辑|虚)|(?<=H)处的操作"
    )
    reading.take_all(r"(?:现在|某时刻|此时)?CPU(?:现在)?(?:要访问|给出|发出|送出|产生)(?:的|了)?")
    reading.take_all(
        r"\(?(?:若|如果)?(?:有|发生|产生)?(?:地址)?(?:越界|缺页)(?:中断)?(?:的)?(?:请|则|要|就)?(?:注明|说明|指出|写明)(?:之)?\)?"
    )
    absent = _not_there(reading)
    reading.take_all(r"(?:块|页框|物理块|帧|页|虚页)号(?:从|为|是|分别|依次)*0\s*(?:~|-|到|至)\s*\d+(?:编号)?")
    frames, marked = page_table(reading)
    absent |= marked
    absent |= {
        int(part)
        for match in reading.take_all(
            r"(?:第)?(?P<pages>\d+(?:\s*[,、和]\s*\d+)*)\s*号?页(?:面)?(?:均|都|尚|还|暂)*(?:不在|未(?:装入|调入|在))(?:内存|主存)(?:中|里)?"
        )
        for part in patterns.findall(r"\d+", match["pages"])
    }
    others = bool(
        reading.take_all(
            r"(?:其余|其他|其它)(?:的)?(?:各)?页(?:面)?(?:均|都|尚|还)*(?:不在|未(?:装入|调入|在))(?:内存|主存)(?:中|里)?|(?:其余|其他|其它)(?:的)?(?:各)?页(?:面)?(?:均|都)?(?:缺页|无效)"
        )
    )
    reading.tell_each(
        "count",
        (
            rf"(?:作业|进程|程序)的\s*(?P<value>{INTEGER})\s*个(?:页面|页)(?=依次|分别|各|被|\ue000)",
            rf"(?P<value>{INTEGER})\s*个?(?:页面|页)(?:大|长|大小)?的(?:作业|进程|程序|用户程序)",
            rf"(?:作业|进程|程序)(?:空间)?(?:大小|长度|长|总共|一共|共有|共分|分|共|有|占|是|为|包含|含|被分成|分成|分为|划分为)+(?P<value>{INTEGER})\s*个?(?:页面|页)(?!框|帧|式|表|内|号)",
        ),
        to_int,
    )
    reading.tell_each(
        "pages of the space",
        rf"(?:用户|逻辑|虚拟|虚|地址|编程)*空间(?:共|总共|一共|最多)?(?:为|是|有|包含)*(?P<value>{INTEGER})\s*个?(?:页面|页)(?!框|帧|式)",
        to_int,
    )
    reading.tell_each(
        "frame count",
        (
            rf"(?:内存|主存|物理)(?:空间)?(?:共|分成|分为|划分为|有|为|是|被)*(?P<value>{INTEGER})\s*个?(?:物理块|页框|块|帧)",
            rf"(?:被)?(?:等)?(?:分成|分为|划分为|划分成)(?:了)?(?:大小)?(?:相等|等长|相同)?(?:的)?(?P<value>{INTEGER})\s*个?(?:大小)?(?:相等|等长|相同)?(?:的)?(?:物理块|页框|块|帧)",
        ),
        to_int,
    )
    reading.tell_each(
        "held",
        rf"(?:即)?(?:该|某|此)?(?:进程|作业|程序)(?:共|现)?(?:分得|占用|占|获得)(?:了)?\s*(?P<value>{INTEGER})\s*个?(?:内存|主存)?(?:物理块|页框|块|帧)",
        to_int,
    )
    if reading.known("held") not in (None, len(frames)):
        return None
    if ends := reading.take(
        r"(?:其中)?(?:第)?(?P<a>\d+)\s*(?:~|-|到|至)\s*(?P<b>\d+)\s*位(?:是|为|表示|作为?)?(?:页号|虚页号)[,、;]?\s*(?:第)?(?P<c>\d+)\s*(?:~|-|到|至)\s*(?P<d>\d+)\s*位(?:是|为|表示|作为?)?页内(?:地址|偏移量?|位移量?)"
    ):
        (low, top), (bottom, high) = sorted((int(ends["a"]), int(ends["b"]))), sorted((int(ends["c"]), int(ends["d"])))
        if bottom or low != high + 1:
            return None
        reading.tell("low bits", ends.start(), low)
        reading.tell("width", ends.start(), top + 1)
    reading.tell_roles(_ROLES)
    reading.tell_each("page", r"(?:页面|页|块)(?:的)?(?:大小|长度|长)(?:为|是|=|:)*\s*(?P<value>\d{2,6})(?=[,;。\s])(?!\s*\d)", int)
    held = _page_of_address(reading)
    physical = [number(match["value"]) for match in reading.take_all(rf"(?:物理|实|内存|主存)地址(?:为|是|=|:)*\s*(?P<value>{_ADDRESS})")]
    page = reading.known("page")
    if page is None and reading.known("memory") and reading.known("frame count"):
        page = reading.known("memory") // reading.known("frame count")
    addresses = _addresses(reading, page)
    asked = [name for _, name in reading.inquire((*_INVERSE, *_QUESTIONS) if physical else _QUESTIONS)]
    reading.finish(_WORDS)
    width, memory = reading.known("width"), reading.known("memory")
    if held is not None:
        if page is None or frames:
            return None
        frames[held[0] // page] = held[1]
        addresses = addresses or [held[0]]
    low = reading.known("low bits")
    if low is None and width is not None and reading.known("page bits") is not None:
        low = width - reading.known("page bits")
    if low is not None:
        if page not in (None, 1 << low):
            return None
        page = 1 << low
    if page is None and asked == ["physical"] and addresses and frames and not physical and not reading.told:
        return Recognition(
            parameters={"pages asked": asked, "frames": [list(item) for item in sorted(frames.items())], "addresses": addresses},
            understood=(
                ("逻辑地址", "、".join(map(str, addresses))),
                ("页表", "，".join(f"{entry}→{frame}" for entry, frame in sorted(frames.items()))),
            ),
            missing=(Missing("page_size", "页面多大（如 1KB）？", "页面大小为 {}"),),
        )
    if page is None or not 16 <= page <= 1 << 24 or not asked:
        return None
    if page & (page - 1) and {"width", "page bits", "memory", "physical width", "pages of the space"} & reading.told.keys():
        return None  # a page that no bits make
    hexadecimal = bool(patterns.search(HEXADECIMAL, reading.text, re.IGNORECASE)) or (
        whole and patterns.search(_BINARY, reading.text) is not None
    )
    if whole and not hexadecimal:
        return None
    asked = list(dict.fromkeys(asked))
    for name, bits in (("physical", memory.bit_length() - 1 if memory else reading.known("physical width")),):
        if bits is not None and name and any((frame + 1) * page > 1 << bits for frame in frames.values()):
            return None
    if addresses and set(asked) <= {"page bits", "low bits"}:
        return None  # what is asked of the addresses was not heard
    count = reading.known("count") or reading.known("pages of the space")
    # A table that lists the pages that are not there as well lists all there are.
    in_rows = patterns.search(r"页号[ |]+(?:物理|内存|主存)?(?:块|页框|帧|页帧)号?[ |]*\n", text) is not None and len(addresses) > 1
    in_rows = in_rows and not patterns.search("缺页|调入|不在|未装入", text) and any(address // page in frames for address in addresses)
    whole_table = (
        (bool(marked) or in_rows)
        and count is None
        and "部分" not in text
        and sorted({*frames, *marked}) == list(range(len(frames) + len(marked)))
    )
    # Where addresses beyond the table are to be marked, the table is all there is.
    whole_table = whole_table or (
        count is None
        and not absent
        and patterns.search("越界[^。;]{0,4}(?:注明|说明|指出)", text) is not None
        and sorted(frames) == list(range(len(frames)))
    )
    if whole_table:
        count = len(frames) + len(marked)
    common: dict[str, Any] = {
        "pages asked": asked,
        "page_size": page,
        "frames": [list(item) for item in sorted(frames.items())],
        "hexadecimal": hexadecimal,
        "count": count,
    }
    if {"physical frame", "physical offset"} & set(asked):
        if addresses or len(physical) != 1 or not set(asked) <= {"physical frame", "physical offset"}:
            return None
        return Recognition(
            parameters={"page_size": page, "frames": [], "physical": physical[0], "asked": ["physical split"], "hexadecimal": False},
            understood=(("页面", size(page)), ("物理地址", str(physical[0]))),
        )
    if "inverse" in asked:
        if asked != ["inverse"] or len(physical) != 1 or addresses or physical[0] // page not in frames.values():
            return None
        return Recognition(
            parameters={
                "page_size": page,
                "frames": common["frames"],
                "physical": physical[0],
                "asked": ["inverse"],
                "hexadecimal": hexadecimal,
            },
            understood=(("页面", size(page)), ("物理地址", str(physical[0]))),
        )
    if "starts" in asked and not addresses and frames:
        addresses = [entry * page for entry in sorted(frames)]
    if (
        physical
        or len(addresses) > 8
        or (not addresses and set(asked) != {"starts"})
        or (width is not None and any(address >= 1 << width for address in addresses))
    ):
        return None
    if {"page bits", "low bits"} & set(asked):
        if width is None and "page bits" in asked:
            return None
        common["width"] = width
    if "starts" in asked and not frames:
        return None
    if {"physical", "fault", "frame", "outcome"} & set(asked):
        if not frames:
            return None
        for address in addresses:
            entry = address // page
            if count is not None and entry >= count:
                # Beyond the last page: said only where it is asked what happens.
                among = any(other // page in frames for other in addresses)
                if not ({"fault", "outcome"} & set(asked) or "越界" in reading.text or whole_table or among):
                    return None
                continue
            # Where it is asked what happens, the pages of a program that its table does not list are not in memory.
            unlisted = count is not None and bool({"fault", "outcome"} & set(asked))
            if entry not in frames and not (entry in absent or others or unlisted):
                return None
        if count is not None and any(entry >= count for entry in frames):
            return None
    return Recognition(
        parameters={**common, "addresses": addresses},
        understood=(
            ("逻辑地址", "、".join(f"{address:X}H" if hexadecimal else str(address) for address in addresses)),
            ("页面", size(page)),
            *((("页表", "，".join(f"{entry}→{frame}" for entry, frame in sorted(frames.items()))),) if frames else ()),
        ),
    )


def _not_there(reading: AddressInquiry) -> set[int]:
    """The pages that are said not to be in memory, each beside its number: `2号页尚未装入`, `1号页不在内存`."""
    gone = r"(?:(?:尚|还|暂|目前|当前|并)*(?:不在|未(?:被)?(?:装入|调入|载入|分配|在)|没有?(?:装入|调入|在|分配))(?:到)?(?:内存|主存|页框|物理块|块)?(?:中|里)?|(?:为)?(?:无效|缺页|空)(?=[,;。]))"
    return {
        int(match["page"])
        for match in reading.take_all(rf"(?:第|页号|页面|页)\s*(?P<page>\d+)\s*(?:号)?页?(?:面)?{gone}")
        + reading.take_all(rf"(?<!\d)(?<!\d[,、和])(?P<page>\d+)\s*(?:号)?(?:虚|逻辑)?页(?:面)?{gone}")
    }


def _page_of_address(reading: AddressInquiry) -> tuple[int, int] | None:
    """`虚拟地址403A5CH所在页的页框号为91AH`: the address, and the frame of its page."""
    found = reading.take_all(
        rf"(?<!页号)(?<!页号 )(?<!页号为)(?:有一个)?(?:{_LOGICAL}地址)?(?:为|是)?\s*(?P<address>{_ADDRESS}|{_PAIR})(?:,?(?:其|它|该地址|此地址))?(?:所在|所对应|对应|所属)的?(?:虚|逻辑)?(?:页(?:面)?)?(?:的|对应的?|所在的?|被|调入|装入|存放在|装在|在|已)*(?:内存|主存)?(?:的)?(?:第)?(?:物理)?(?:页框|物理块|块|帧|页帧)(?:号)?(?:为|是|=)*\s*(?P<frame>{_ADDRESS})"
    )
    if len(found) != 1:
        return None
    address = found[0]["address"]
    if found[0]["p"]:
        page = reading.known("page")
        address = (
            str(int(found[0]["p"]) * page + int(found[0]["d"]))
            if page and int(found[0]["d"]) < page
            else stay_out("an offset beyond its page")
        )
    return number(address), number(found[0]["frame"])


_INVERSE = (
    Question(
        name="physical frame",
        key=r"(?:在|落在|位于|属于)*(?:哪|第几)(?:一)?个?(?:号)?(?:物理|内存|主存)?(?:块|页框)|(?:物理)?(?:块|页框)号",
        also=(_ASKED,),
    ),
    Question(name="physical offset", key=r"(?:块内|页内)(?:偏移(?:量)?|位移(?:量)?|地址)", also=(_ASKED,)),
    Question(name="inverse", key=rf"{_LOGICAL}地址(?!空间)", also=(_ASKED,)),
)


def _addresses(reading: AddressInquiry, page: int | None) -> list[int]:
    """The logical addresses in their order: those with a word for them, every hexadecimal number, and pairs of a page and an offset."""
    found: list[tuple[int, str]] = []
    reading.refuse(BARE_PAIRS)
    for match in reading.take_all(_PAIR):
        if page is None or int(match["d"]) >= page:
            stay_out("a page and an offset beyond it")
        found.append((match.start(), str(int(match["p"]) * page + int(match["d"]))))
    for pattern in (
        rf"(?:{_LOGICAL}?地址|单元)(?:值)?(?:\(?(?:A|LA)\)?)?(?:分别|依次|各|序列|单元|有|\ue000)*(?:为|是|=|:)*\s*(?:第)?(?P<value>{_LIST})(?:\s*(?:单元|处|号单元))?",
        rf"(?P<value>{_LIST})\s*(?:号|这个|这[两几三四]个|的|对应的?)*(?:{_LOGICAL}?地址|单元)",
        rf"(?:访问|读取?|取|把|将|对|变换|转换)(?:{_LOGICAL}?地址)?(?:为)?\s*(?P<value>{_LIST})",
        rf"(?P<value>{HEXADECIMAL}(?:\s*(?:,|、|;|和|与|及)+\s*{HEXADECIMAL})*)",
        rf"(?<=\))\s*(?P<value>{_ADDRESS})(?=\s*[;,。?]|\s*(?m:$))|(?m:^)\s*\(\d\)\s*(?P<other>{_ADDRESS})",
    ):
        for match in reading.take_all(pattern):
            value = match["value"] or match.groupdict().get("other") or ""
            found += [(match.start() + at, part) for at, part in enumerate(patterns.findall(_ADDRESS, value, re.IGNORECASE))]
    marks = list(patterns.finditer(r"\(\s*(?P<n>[1-9])\s*\)(?=\s*\ue000)", reading.rest))
    if [int(mark["n"]) for mark in marks] == list(range(len(found) - len(marks) + 1, len(found) + 1)):  # `(1) 20; (2) 5100`
        reading.take_spans([mark.span() for mark in marks])
    return list(dict.fromkeys(number(part) for _, part in sorted(found)))
