"""What problems of paged memories speak of: things, amounts, and what is asked of them, in whatever order a clause has them.

An amount and a question are the same with and without a figure (`页号占 6 位`, `页号占多少位`): both are a thing and a unit, and the pair says
which quantity it is. Which thing an amount belongs to is told by its place: see `owner_of`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from engine.generators import patterns
from engine.generators.quantities import bytes_of
from engine.generators.reading import stay_out, to_int

_FRAME = r"(?:物理页框|物理块|物理页面?|物理帧|页框|页帧|页架|存储块|内存块|主存块|帧|块)"
_PAGE = r"(?:虚|逻辑|虚拟)?(?:页面|页)(?!框|帧|架|号|表|目录|内|式|码|级)"

THINGS: tuple[tuple[str, str], ...] = (
    (
        "",
        r"(?:装入|调入|放入|读入|放在|存放在|存放于|驻留在?|在|进|到)(?:了)?(?:内存|主存)(?:中|里|内)?(?!的?(?:容量|空间|大小|共|总|被|分|有|地址|第|块|哪))|(?:访问|存取)(?:一次)?(?:内存|主存)",
    ),
    (
        "outcome",
        r"(?:会|将)?(?:发生|出现|产生)(?:什么|何种)(?:情况|现象|问题|中断|事件)?|(?:会|将|分别|各|应)*(?:怎样|怎么样|怎么处理|如何(?:处理|进行|变换|转换))|情况(?:会|将)?如何",
    ),
    (
        "fault",
        r"(?:是否|会不会|有没有|能否)(?:会|将)?(?:产生|发生|引起|出现)?(?:缺页|越界)(?:中断|异常)?|(?:产生|发生|引起|出现)?(?:缺页|越界)(?:中断|异常)?(?:吗|么)",
    ),
    (
        "physical",
        r"(?:内存|主存)(?:的|中的?)?(?:哪一?个?|什么|何|第几个)(?:存储)?(?:单元|位置|地址|字节)|(?:变换|转换|换算|映射|翻译)(?:的|后的?)?结果",
    ),
    (
        "page number",
        r"第(?:几|多少)(?:个|号)?(?:虚|逻辑)?页(?:面)?(?!框|帧)|哪(?:一)?个?(?:号)?(?:虚|逻辑)?页(?:面)?(?!框|帧)|几号页(?:面)?(?!框)",
    ),
    ("frame number", rf"第(?:几|多少)(?:个|号)?{_FRAME}|哪(?:一)?个?(?:号)?{_FRAME}"),
    (
        "starts",
        r"(?:每(?:一)?个?|各)页(?:面)?(?:在(?:内存|主存)中?)?(?:所?(?:占用|对应|在)的(?:内存|主存|物理)?块)?的?(?:起始|首|开始)(?:物理)?(?:地址|址)",
    ),
    ("format", r"(?:(?:逻辑|虚拟?)?地址|地址(?:的)?)的?(?:格式|结构|组成)"),
    ("inverted", r"(?:反置|倒置|倒排|反向)页?表(?!项)"),
    ("entry", r"(?:每个?|一个|各)?(?:页表项|页目录项|目录项|表项|表目|条目|PTE)(?:的)?|每一?项|每个?页表(?:中)?的?项"),
    (
        "directory number",
        r"(?:页目录(?:号|索引|下标)|目录(?:号|索引)|(?:一级|第一级|第1级|外层|顶级|外部|顶层)(?:页号|页表号|页表(?:的)?索引|索引|页表域)|外层页号|页目录下标)",
    ),
    ("inner number", r"(?:(?:二级|第二级|第2级|内层)(?:页号|页表号|页表(?:的)?索引|索引|页表域)|页表(?:索引|下标)|页表号)"),
    (
        "directory",
        r"(?:页目录(?:表)?|(?:外层|顶级|顶层|最高层|最高级|最高一级|最外层|第一级|第1级)(?:页)?表|(?:外层|顶级|顶层|最高层|最外层)(?=有|的|共|含|应|至少))(?!项)",
    ),
    ("inner table", r"(?:(?:每个?|每张|一张|一个|各个?)(?:二级|第二级|内层)|第二级|第2级|内层)页表(?!项)"),
    ("table", r"(?:每个?|一张|一个|各个?|整个)?(?:单级|一级|普通)?页(?:面)?(?:映[像射])?表"),
    ("frame number", r"(?:物理页框|物理块|物理页|物理帧|内存块|主存块|页框|页帧|块|帧)号|PPN|PFN"),
    ("page number", r"(?:虚拟|逻辑|虚)?页(?:面)?号(?:部分|字段)?|VPN"),
    ("offset", r"(?:页内|块内)(?:的)?(?:偏移(?:量|地址)?|位移(?:量)?|地址)(?:部分|字段)?|(?<!段内)(?:偏移|位移)量?(?!地址)|VPO"),
    ("starts of process", r"(?!)"),
    (
        "fragment",
        r"(?:最后一?(?:个)?页(?:面)?(?:中|里|内|上)?(?:的)?)?(?:页内|内部|内|页内部)(?:的)?(?:零头|碎片)|(?<!外部)(?<!外)碎片|浪费(?:的)?(?:内存|主存|存储)?空间",
    ),
    ("physical", r"(?:实际物理|绝对|物理|主存|内存|实)地址(?!空间|寄存器)"),
    ("memory", r"物理(?:地址|存储|内存)?空间|(?:物理)?(?:内存|主存)(?:储器)?(?:的)?(?:总)?(?:空间)?|物理储?存(?:储)?[器区]|实存"),
    (
        "space",
        r"(?:(?:逻辑|虚拟?|用户|编程|寻址|使用|用户编程)(?:的)?(?:地址|存储|编程)?空间|地址空间|虚存(?:空间)?|虚拟(?:内存|存储)空间)",
    ),
    ("logical", r"(?:逻辑|虚拟?|有效|线性|相对)地址(?!空间)|VA"),
    ("control", r"(?:控制|标志|状态|保护|有效|修改|访问)位(?:\([^()\d]{0,24}\))?"),
    ("page", rf"(?:每一?个?|一个)?{_PAGE}"),
    ("frame", rf"(?:每一?个?|一个)?{_FRAME}(?!号|内)"),
    ("process", r"(?:用户)?(?:进程|作业|程序)(?!员)"),
    ("machine", r"(?:计算机系统|操作系统|计算机|处理器|处理机|机器|系统|CPU)"),
    ("address", r"地址(?:总)?线?(?!变换|转换|映射|结构|格式|空间|寄存器|越界|重定位)"),
)
_NUMBER = r"(?<![\d.A-Za-z^第-])(?:2\s*\^\s*\d{1,2}|\d+(?:\.\d+)?|[二两三四五六七八九十]+(?=个|级|层))"
_UNITS: tuple[tuple[str, str], ...] = (
    ("bytes", r"(?:个)?(?:[KMGT]\s*(?:i?B(?:ytes?)?|个?字节)?|字节|B(?:ytes?)?|bytes?)(?![A-Za-z/位])"),
    ("bits", r"(?:个)?(?:二进制)?(?:位(?!示|移|于|置)|bits?(?![A-Za-z]))"),
    ("entries", r"(?:个|条)?(?:页表|页目录|目录|表)?(?:项|条目|表目)(?!式|目)"),
    ("levels", r"[级层](?=页表|的?分页|页目录|策略|结构|管理|存储|机制|,|。|;|$)"),
    ("frames", rf"(?:个)?(?:连续的?)?{_FRAME}(?!号|内)"),
    ("pages", rf"(?:个)?(?:连续的?)?{_PAGE}"),
    ("tables", r"(?:张|个)(?:二级|内层|第二级)?页表"),
)
_MANY = r"(?:多少|几|(?<=占)(?=位))"
_ASKS: tuple[tuple[str, str], ...] = (
    ("bits", rf"{_MANY}\s*(?:个)?(?:二进制)?(?:位|bits?)(?:二进制数?)?|位数|有效位(?:数)?(?=是|为)"),
    (
        "bytes",
        rf"{_MANY}\s*(?:个)?(?:字节|[KMGT]?B(?![A-Za-z])|K(?![A-Za-z]))(?:的)?(?:内存|存储|主存)?(?:空间)?|多大(?:的)?(?:内存|存储|主存)?(?:空间)?|{_MANY}(?:的)?(?:(?:内存|存储|主存)(?:空间|容量)?|空间|容量)|(?:所需|占用?)(?:的)?(?:最大)?(?:占用的)?(?:存储|内存|主存)?(?:空间|容量)(?:(?:为|是){_MANY}|(?!为|是|\d))",
    ),
    ("directory entries", rf"{_MANY}个?(?:外层|顶级|顶层|最高层|页目录|目录)(?:页)?(?:页表)?表?项"),
    ("inner tables", rf"{_MANY}(?:张|个)(?:二级|内层|第二级)页表"),
    ("entries", rf"{_MANY}\s*(?:个|条)?(?:有效)?(?:的)?(?:页表|页目录|目录|表)?(?:项|条目|表目)|(?:页表|表)?项(?:的)?(?:个)?数(?:目|量)?"),
    ("levels", rf"{_MANY}[级层]|级数"),
    ("frames", rf"{_MANY}\s*(?:个)?(?:连续的?)?{_FRAME}(?!号|内)|(?:物理)?(?:页框|块)数"),
    ("pages", rf"{_MANY}\s*(?:个)?(?:连续的?)?{_PAGE}|(?:虚拟?|逻辑)?页面?(?:的)?(?:总)?数(?:目|量)?(?!据|字|值)"),
    ("length", r"多长"),
    ("", r"多少|什么|几(?!乎)|何(?!时)|哪"),
)
_TOKENS = re.compile(
    "|".join(
        (
            *(f"(?P<ask{number}>{pattern})" for number, (_, pattern) in enumerate(_ASKS)),
            r"(?P<range>第?\d{1,2}位?\s*(?:~|-|到|至)\s*第?\d{1,2}位)",
            *(f"(?P<unit{number}>{_NUMBER}\\s*{pattern})" for number, (_, pattern) in enumerate(_UNITS)),
            *(f"(?P<thing{number}>{pattern})" for number, (_, pattern) in enumerate(THINGS)),
        )
    ),
    re.IGNORECASE,
)
# What may stand between an amount and the thing behind it that it is of.
_LINK_BEHIND = re.compile(
    r"(?:的|大小的|大的|长的|大|长|是|为|来|用来|用于|用作|作为?|表示|指示|存放|有效|连续|空间|分别|各|其|,)*\s*", re.IGNORECASE
)
_LINK_BEFORE = re.compile(
    r"(?:的|大小|长度|容量|宽度|长|大|总|面|尺寸|最大|最多|至少|应|需要?|要|可以?|能|有|共|分|成|划分|被|为|是|占用?|用|包含|含|各|均|都|分别|等于|=|\(|\s|拥有|地址|部分|字段|一共|总共|只|仅|最少|达|取|设)*"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A thing, an amount or a question; `name` is the thing or the unit, `value` the amount's."""

    sort: str
    name: str
    start: int
    end: int
    value: int = 0
    field: bool = False
    """Whether the amount is of the high or low bits of something."""


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of a piece of text, in their order."""
    found: list[Token] = []
    for match in _TOKENS.finditer(text, start, end):
        group = str(match.lastgroup)
        sort, number = patterns.sub(r"\d", "", group), int(patterns.sub(r"\D", "", group) or 0)
        if sort == "thing":
            found.append(Token("thing", THINGS[number][0], match.start(), match.end()))
        elif sort == "ask":
            found.append(Token("ask", _ASKS[number][0], match.start(), match.end()))
        elif sort == "range":
            low, high = (int(part) for part in patterns.findall(r"\d+", match[0]))
            found.append(Token("amount", "bits", match.start(), match.end(), abs(high - low) + 1, True))
        else:
            unit = _UNITS[number][0]
            before = text[max(0, match.start() - 3) : match.start()]
            found.append(
                Token(
                    "amount",
                    unit,
                    match.start(),
                    match.end(),
                    _value(match[0], unit),
                    bool(patterns.search("[高低前后余]的?$|中间的?$", before)),
                )
            )
    return found


def _value(text: str, unit: str) -> int:
    number = patterns.match(r"2\s*\^\s*(?P<power>\d+)|(?P<plain>\d+(?:\.\d+)?)|(?P<word>[一二两三四五六七八九十]+)", text)
    if number is None:
        stay_out(f"no number: {text}")
    value = (
        Fraction(2 ** int(number["power"]))
        if number["power"]
        else Fraction(number["plain"])
        if number["plain"]
        else Fraction(to_int(number["word"]))
    )
    if unit == "bytes":
        letter = patterns.search("[KMGT]", text[number.end() :], re.IGNORECASE)
        value = bytes_of(value, f"{letter[0].upper()}B" if letter else "B")
    if value.denominator != 1:
        stay_out(f"a part of one: {text}")
    return int(value)


QUANTITIES: dict[tuple[str, str], str] = {
    ("space", "bytes"): "space", ("space", "bits"): "width", ("space", "pages"): "pages",
    ("logical", "bits"): "width", ("logical", "length"): "width", ("address", "bits"): "width", ("machine", "bits"): "machine",
    ("page number", "bits"): "page bits", ("page number", "length"): "page bits",
    ("offset", "bits"): "offset bits", ("offset", "length"): "offset bits",
    ("page", "bytes"): "page", ("frame", "bytes"): "page", ("page", "length"): "page", ("page", "entries"): "page entries",
    ("memory", "bytes"): "memory", ("memory", "bits"): "physical width", ("memory", "frames"): "frames", ("memory", "pages"): "frames",
    ("physical", "bits"): "physical width", ("physical", "length"): "physical width",
    ("frame number", "bits"): "frame bits", ("frame number", "length"): "frame bits",
    ("entry", "bytes"): "entry", ("entry", "bits"): "entry bits", ("control", "bits"): "control",
    ("table", "entries"): "entries", ("table", "bytes"): "table", ("table", "pages"): "table pages", ("table", "frames"): "table pages",
    ("table", "levels"): "levels", ("machine", "levels"): "levels",
    ("process", "bytes"): "process", ("process", "pages"): "process pages", ("process", "length"): "process", ("process", "frames"): "held",
    ("directory number", "bits"): "directory bits", ("inner number", "bits"): "inner bits",
    ("directory", "bits"): "directory bits", ("inner table", "bits"): "inner bits",
    ("directory", "entries"): "directory entries", ("directory", "bytes"): "directory size",
    ("inner table", "entries"): "inner entries", ("inner table", "bytes"): "inner size", ("inner table", "tables"): "inner tables",
    ("fragment", "bytes"): "fragment", ("fragment", "length"): "fragment",
    ("inverted", "entries"): "inverted entries", ("inverted", "bytes"): "inverted size",
}  # fmt: skip
"""Which quantity a thing in a unit is."""

DERIVED = frozenset({"directory entries", "inner tables"})
"""Questions whose words say the quantity."""

_WHOLE = frozenset({"logical", "space", "address", "physical", "machine"})
FIELDS = frozenset({"directory", "directory number", "inner table", "inner number", "page number", "offset", "frame number", "control"})
"""Things that bits of a whole are told for."""

NATURAL = {
    "directory": "bytes",
    "inner table": "bytes",
    "page": "bytes",
    "frame": "bytes",
    "memory": "bytes",
    "space": "bytes",
    "table": "bytes",
    "inverted": "bytes",
    "process": "bytes",
    "fragment": "bytes",
}
"""The unit of a thing's size, asked for without one."""


def owner_of(text: str, amount: Token, row: Sequence[Token], carried: Sequence[str]) -> Token | str | None:
    """The thing that an amount or a question of a clause is of; a name where it is one of an earlier clause.

    Right behind it (`32 位虚拟地址`, `高 6 位为页号`), right before it, or the nearest before, behind, or in an earlier clause; only a thing that
    has such a unit.
    """
    before = [token for token in row if token.sort == "thing" and token.end <= amount.start and fits(token.name, amount.name)]
    before = [token for token in before if token.name != "machine"] or before
    behind = [token for token in row if token.sort == "thing" and token.start >= amount.end and fits(token.name, amount.name)]
    near_before = bool(before) and _LINK_BEFORE.fullmatch(text, before[-1].end, amount.start) is not None
    near_behind = bool(behind) and _LINK_BEHIND.fullmatch(text, amount.end, behind[0].start) is not None
    # `the address is divided into 9 bits of the page directory, ...`
    if near_behind and before and before[-1].name in _WHOLE and behind[0].name in FIELDS:
        return behind[0]
    if near_behind and (
        amount.field or not near_before or before[-1].name == "machine" or _says_what_behind(text[amount.end : behind[0].start])
    ):
        return behind[0]
    if amount.name == "levels":
        return "table"
    if before:
        return before[-1]
    if near_behind:
        return behind[0]
    known = next((name for name in carried if fits(name, amount.name) and (name, amount.name) != ("page", "entries")), None)
    return known or {"frames": "memory", "entries": "table"}.get(amount.name) or (behind[0] if behind else None)


def _says_what_behind(link: str) -> bool:
    return patterns.search("表示|作为|用作|用来|用于|大的|长的", link) is not None


def linked(text: str) -> bool:
    """Whether nothing but words of being and having stands between a thing and what is said of it."""
    return _LINK_BEFORE.fullmatch(text) is not None


def fits(thing: str, unit: str) -> bool:
    """Whether a thing is counted or measured in a unit."""
    return (thing, unit) in QUANTITIES
