"""Reading what the fields of a paged address allow: how large a page is, how many pages there are, how long the address is."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.kind import Recognition
from engine.generators.os._clauses import BITS, SIZE, to_bytes
from engine.generators.os._inquiry import Inquiry, Question
from engine.generators.reading import to_count

_LOGICAL = r"(?:逻辑|虚拟|虚|有效|相对|线性)"
_OFFSET = r"(?:页内|块内)(?:偏移(?:量|地址)?|位移(?:量)?|地址|相对地址)|(?:页内)?(?:偏移(?:量|地址)|位移量)"
_NUMBER = r"(?<!物理)(?<!表)(?:逻辑|虚拟?)?页(?:面)?号"
_WORK = r"(?:字段|部分|域)?(?:占据|占用|占|用|为|是|有|共)*"
_ROLES = (
    Role(
        name="total",
        quantity=BITS,
        read=to_count,
        before=rf"(?<!页内)(?<!块内)(?<!物理)(?<!主存)(?<!内存){_LOGICAL}?(?<!页内)(?<!块内)地址(?:寄存器|空间|结构|字段|格式)?(?:的)?(?:总|共|有效)?(?:长度|宽度|位数|长)?",
        after=rf"(?:长)?(?:的)?{_LOGICAL}?地址",
    ),
    Role(
        name="number",
        quantity=BITS,
        read=to_count,
        before=rf"{_NUMBER}{_WORK}",
        after=rf"(?:的|为|是|用来|用于|作为?|表示|代表)*{_NUMBER}",
    ),
    Role(
        name="offset",
        quantity=BITS,
        read=to_count,
        before=rf"(?:{_OFFSET}){_WORK}",
        after=rf"(?:的|为|是|用来|用于|作为?|表示|代表)*(?:{_OFFSET})",
    ),
    Role(
        name="page",
        quantity=SIZE,
        read=to_bytes,
        before=r"(?:每个?|一个?)?(?:页面|页)(?:的)?(?:大小|长度|长)?",
        after=r"(?:的)?(?:页面|页)",
    ),
)
_HOW_MANY = r"多少|几|多大|多长|大小"
_QUESTIONS = (
    Question(name="number bits", key=rf"{_NUMBER}", also=(r"多少位|几位|位数|几个?二进制位",)),
    Question(name="offset bits", key=rf"{_OFFSET}", also=(r"多少位|几位|位数|几个?二进制位",)),
    Question(
        name="pages",
        key=r"(?:最多|最大|共|总共|可以?|能|有|含|包含|分成|分为|拥有|划分为?)*(?:的)?(?:多少|几)个?(?:虚|逻辑)?页(?:面)?(?!框|帧|号|表|内)|(?:最大|最多|总)?(?:的)?(?:页面数|页数)",
    ),
    Question(
        name="page",
        key=r"(?:页面|页)(?:的)?(?:大小|长度)|(?:每个?|一个?)(?:页面|页)|(?:页面|页)(?:是|为|有)?(?:多大|多长)",
        also=(_HOW_MANY,),
    ),
    Question(
        name="space",
        key=rf"(?:{_LOGICAL}|寻址|用户|作业|进程|程序)(?:的)?(?:最大)?(?:地址)?(?:空间|寻址范围)|(?:作业|进程|程序)(?:的)?(?:最大)?(?:长度|大小)|地址空间|(?:作业|进程|程序)(?:最大|最多|最长)",
        also=(_HOW_MANY,),
    ),
    Question(name="total bits", key=rf"{_LOGICAL}?地址(?!空间)(?:的)?(?:总)?(?:长度)?", also=(r"多少位|几位|位数|长度",)),
)
_WORDS = (
    "分页 页式 请求分页 请求页式 存储 管理 存储管理 存储器 虚拟 系统 方式 计算机 地址 逻辑地址 虚拟地址 寄存器 地址寄存器 地址结构 结构 格式 分为 组成 两部分 部分 由 页号 页面号 页内地址 页内偏移 页内偏移量 页内位移 位移量 偏移量 "
    "页 页面 进程 作业 程序 用户 空间 逻辑地址空间 地址空间 内存 主存 字节 编址 最大 最多 最长 允许 可 一个 每个 每 其余 其他 剩余 剩下 高 低 高位 低位 位 二进制 表示 用来 用于 其中 采用 某 的 为 则 若 如果 长度 总 大小 单位 "
)


def page_fields(text: str) -> Recognition | None:
    """Sizes and counts that the widths of page number and offset give; None: another problem."""
    reading = Inquiry(text)
    if not reading.has(r"页内|页号|位移|偏移"):
        return None
    reading.refuse(
        r"段|目录|[二两三四多几]级|级页|TLB|快表|(?<!页)页表|块号|页框号|[0-9A-F]+H(?![A-Za-z])|0x|(?<!按)字编址|按字编址|物理|(?:地址|单元)(?:为|是|=)\s*\d+(?!\d|\s*位)|时间|中断|置换|号(?:物理)?块|如图|下图"
    )
    reading.take_all(r"\(?(?:主存|内存|存储器|系统)?(?:均|都|且)?(?:是)?(?:按)?字节(?:进行)?编址(?:的)?\)?")
    for match in reading.take_all(
        rf"(?:第)?(?P<a>\d{{1,2}})\s*(?:位)?\s*(?:~|-|到|至)\s*(?:第)?(?P<b>\d{{1,2}})\s*位(?:是|为|用来|用于|作为?|表示|代表|存放)*(?P<what>{_NUMBER}|{_OFFSET})"
    ):
        reading.tell("number" if "号" in match["what"] else "offset", match.start(), abs(int(match["a"]) - int(match["b"])) + 1)
    reading.tell_roles(_ROLES)
    rest = reading.take(
        rf"(?:其余|其他|剩余|剩下)(?:的)?(?:各|几)?(?:位)?(?:是|为|用来|用于|作为?|表示|代表)*(?P<what>{_NUMBER}|{_OFFSET})"
    )
    asked = list(dict.fromkeys(name for _, name in reading.inquire(_QUESTIONS)))
    reading.finish(_WORDS)
    total, number, offset, page = (reading.known(name) for name in ("total", "number", "offset", "page"))
    if page is not None:
        if page & (page - 1) or offset not in (None, page.bit_length() - 1):
            return None
        offset = page.bit_length() - 1
    if rest is not None and (total is None or (number is None) == (offset is None)):
        return None
    if total is not None and number is not None and offset is None:
        offset = total - number
    if total is not None and offset is not None and number is None:
        number = total - offset
    if number is not None and offset is not None:
        if total not in (None, number + offset):
            return None
        total = number + offset
    needs = {"number bits": number, "pages": number, "offset bits": offset, "page": offset, "space": total, "total bits": total}
    if not asked or any(needs[name] is None for name in asked) or (offset is not None and not 4 <= offset <= 30):
        return None
    if number is not None and not 1 <= number <= 60:
        return None
    if ("page" in asked and page is not None) or (
        patterns.search(r"(?:页号|页内\w{2,3}|地址)(?:应|至少|需要?)*(?:为|是|占)(?:几|多少)", reading.text) and page
    ):
        return None  # the sizes of a page table are read elsewhere
    return Recognition(
        parameters={"page fields": [number, offset, total], "asked": asked},
        understood=tuple(
            (name, f"{bits} 位") for name, bits in (("逻辑地址", total), ("页号", number), ("页内偏移", offset)) if bits is not None
        ),
    )
