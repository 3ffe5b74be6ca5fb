"""Reading memory problems by their parts: chips and the memory they make, a region of addresses, address lines, pins, the chip of an address."""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.laws.clauses import BITS, HEXADECIMAL, SIZE, Clauses, to_bytes, to_code
from engine.generators.laws.measures import hexadecimal
from engine.generators.markdown import paragraphs
from engine.generators.reading import stay_out, to_count

_SHAPE = r"(?<![\dA-Za-z.])\d+\s*[KMG]?\s*(?:字|个?单元|B(?=\())?\s*[×xX*]\s*\d+\s*(?:位|bits?|b)?(?![\dA-Za-z])"
_CHIP = r"芯片|片子|存储片|颗粒"
_MEMORY = r"存储器|主存|内存|存储系统|存储体|存储空间"
_RANGE = rf"(?P<first>{HEXADECIMAL})\s*(?:~|-|—|到|至|…)+\s*(?P<last>{HEXADECIMAL})"
_HARMLESS = """
芯片 片子 存储 存储器 存储芯片 存储器芯片 主存 内存 主存储器 半导体 静态 动态 RAM ROM SRAM DRAM EPROM 组成 构成 组 扩 扩成 扩展 扩展成 扩展为 扩充 扩充为 扩充成 容量 拼 拼成 拼出 上述 规格的 上述规格 设计该存储器 搭 凑 凑成 凑出 填满 拿 来搭 搭成 搭建 做 做成 实现 设计 选 选用 用来 一个 现有 位 计算机 片 共需 来 构造 连接 形成 规格 制作 组建 成 连成 型号 字 字长 给 手头 手上 若干 若干片 若干个 若干块 系统 随机 存储系统 只读 随机存取 只读存储器 随机存储器
地址 地址线 数据线 地址引脚 数据引脚 引脚 管脚 引脚数 地址空间 空间 大小 地址空间大小 区 RAM区 ROM区 其余 其余为 其余部分 剩余 剩下 为RAM区 单元 编址 按字节 字节 字节编址 按字编址 起始地址 结束地址 首地址 末地址 起始 结束 最小地址 最大地址 所在 所在芯片 那片 那组 该 该片 该组 组 这样的 需要 所需 多少片 几片 片数 总共 译码 片选译码 片选 用于片选 用于 高位 高位地址 由高位地址译码产生 译码产生 产生 片内 片内地址 连续 片内地址连续 从 开始 每片 每个 每 单 技术 行 列 行地址 列地址 行列地址 分时 复用 地址复用 两次 分两次 送入 传送 之和 总数 总和 合计 各 均 若 则 均为 连接到 CPU 计算机系统 根 条 个 块 数 机 其 全部 整个 存放 范围 地址范围 区域 对应 包含 有 占 占用 存储单元
"""


@dataclass(frozen=True, slots=True)
class Shape:
    """So many words of so many bits."""

    words: int
    bits: int

    def __str__(self) -> str:
        for sign, power in (("G", 30), ("M", 20), ("K", 10)):
            if self.words % (1 << power) == 0:
                return f"{self.words >> power}{sign}×{self.bits} 位"
        return f"{self.words}×{self.bits} 位"


def to_shape(text: str) -> Shape:
    """`2K×4位` -> 2048 words of 4 bits."""
    match = patterns.match(r"(\d+)\s*([KMG]?)\D*?[×xX*]\s*(\d+)", text, re.IGNORECASE)
    if match is None:
        stay_out(text)
    return Shape(int(match[1]) * (1 << 10 * " KMG".index(match[2].upper() or " ")), int(match[3]))


def recognise(text: str) -> Recognition | None:
    """What is asked of a memory, its chips and its addresses, from any figures that suffice."""
    reading = Clauses(text)
    reading.thousand()
    apart = reading.take_all(
        r"(?:除|除了|除去|不含|不计|不考虑|不包括|不算|忽略)(?:电源|接?地(?!址)|控制|片选|读写|读/写|信号|线|引脚|端|和|与|、|及|等)+(?:之外|以外|外)?|(?:采用|使用)?(?:单|一维|线性)(?:译码)(?:方式|结构|法)?(?:的)?(?:、|,|且)?"
    )
    plain = reading.take_all(
        r"(?:地址)?(?:线|引脚)?(?:不|无|没有|未|不作|不采用|不使用|没)(?:采用|用|做|作|进行)?(?:地址)?(?:引脚|线)?(?:分时)?(?:复用)(?:技术|方式)?(?:的)?"
    )
    reading.refuse(
        r"地址位(?![数宽于置])|(?:组织|扩展)方式|刷新|选通|选中|功耗|访问一次|交叉|系统程序|用户程序|奇偶|校验|片选线|片选信号|低位(?:地址)?(?:选片|片选|译码|作)|取反|已有|模块|带宽|周期|Cache|虚|页|MAR|MDR|寄存器|部分译码|线选|重叠|留|备用|控制(?:线|引脚|存储)|读写|电源|不同|另|(?<![0-9A-F])A\d{1,2}(?![0-9A-F])|每(?:组|行)|保留|隔"
    )
    reading.take_all(
        r"(?:采用|用)?(?:地址)?高位(?:地址)?(?:作|用作|做|来)?(?:用于)?(?:选片|片选|译码)(?:产生)?(?:片选)?|片选(?:信号)?由高位(?:地址)?译码产生"
    )
    multiplexed = reading.take_all(
        r"(?:地址)?(?:引脚|线|管脚)?(?:采用|使用)?(?:地址)?(?:引脚|线)?(?:分时)?复用(?:技术|方式)?(?:\([^()]{0,30}\))?|(?:行(?:地址)?[、和与]?列地址|行列地址|地址)(?:分)(?:两|2)次(?:送入|传送|输入)?"
    )
    bytewise = bool(reading.take_all(r"(?:均|都)?(?:是)?(?:按|以)字节(?:为单位)?(?:编址|寻址)?|字节编址"))
    wordwise = bool(reading.take_all(r"(?:按|以)字(?:为单位)?(?:编址|寻址)"))
    reading.take_all(r"(?:地址)?(?:从|由)?(?:0000H?|00000H|0)(?:号)?(?:开始|起)+(?:编址|编号)?")
    spans = []
    for match in reading.take_all(
        rf"(?P<before>(?:RAM|ROM)?(?:区)?(?:的)?(?:占|占用)?(?:地址)?(?:范围|空间|区间)?(?:为|是|从|:)*)\(?{_RANGE}\)?(?:的)?(?:地址)?(?:空间|区间|范围|区域)?(?P<after>(?:都)?(?:为|是|作为|分配给|留给|用作)?(?:RAM|ROM)?)"
    ):
        kinds = set(patterns.findall("RAM|ROM", (match["before"] + match["after"]).upper()))
        if len(kinds) > 1:
            return None
        spans.append((kinds.pop() if kinds else "", to_code(match["first"]), to_code(match["last"])))
    rest = reading.take_words(
        (
            (
                r"(?:其余|剩余|余下|剩下)(?:的)?(?:部分|空间|地址|地址空间|单元|区域)*(?:均|都|全)?(?:为|是|作为|用作|分配给|做)?RAM(?:区)?",
                "RAM",
            ),
            (
                r"(?:其余|剩余|余下|剩下)(?:的)?(?:部分|空间|地址|地址空间|单元|区域)*(?:均|都|全)?(?:为|是|作为|用作|分配给|做)?ROM(?:区)?",
                "ROM",
            ),
        )
    )
    values = reading.assign(
        (
            Role(name="first", quantity=HEXADECIMAL, read=to_code, before=r"(?:起始|首|开始|最小|最低)(?:单元)?(?:的)?地址"),
            Role(name="last", quantity=HEXADECIMAL, read=to_code, before=r"(?:结束|末|终止|终|最大|最高)(?:单元)?(?:的)?地址"),
            Role(
                name="where",
                quantity=HEXADECIMAL,
                read=to_code,
                before=r"(?<![始束首末小大低高止终])(?:的)?地址|单元",
                after=r"(?:号)?(?:单元)?(?:所在|对应|落在|在|属于)",
            ),
            Role(
                name="chip",
                quantity=_SHAPE,
                read=to_shape,
                before=r"用|由|采用|选用|若干|(?:芯片|片子)(?:的)?(?:存储)?(?:容量|规格|大小)|芯片|规格|每片|单片|一片",
                after=rf"(?:的)?(?:S|D)?(?:RAM|ROM|EPROM)?(?:存储)?(?:器)?(?:{_CHIP})|(?:的)?[SD]RAM(?!区|存储器)",
            ),
            Role(
                name="memory",
                quantity=_SHAPE,
                read=to_shape,
                before=rf"(?:{_MEMORY})(?:的)?(?:总)?(?:容量)?|组成|构成|扩[展充]?[成为]|拼成|搭|做成|得到|设计|容量|实现",
                after=rf"(?:的)?(?:半导体|[SD]?RAM)?(?:{_MEMORY})(?!芯片)",
            ),
            Role(
                name="size",
                quantity=SIZE,
                read=to_bytes,
                before=rf"(?:{_MEMORY})?(?:的)?(?:总)?(?:容量|地址空间|空间|大小)+|{_MEMORY}|组成|构成",
                after=rf"(?:的)?(?:{_MEMORY})",
                alone=True,
            ),
            Role(name="word", quantity=BITS, read=to_count, before=r"字长|每个?(?:存储)?(?:单元|字)|存储字"),
            Role(
                name="address",
                quantity=BITS,
                read=to_count,
                before=r"地址(?:线|总线|码|空间|寄存器)?(?:的)?(?:宽度|位数)?",
                after=r"(?:的)?地址(?:线|总线|码)?",
            ),
        )
    )
    asked = reading.asked(
        (
            (
                r"(?:地址(?:线|引脚|管脚)?(?:数)?(?:和|与|、|及|加上?|\+)数据(?:线|引脚|管脚)(?:数)?)(?:的)?(?:总数|之和|总和|数目之和|合计|总共|一共|共)?(?:的)?(?:有|需要?|为|是)?(?:多少|几)?(?:根|条|个)?",
                "pins",
            ),
            (
                r"(?:该|此|这个|整个)?(?:存储器|主存|内存)(?:的)?(?:所需|需要|需)?(?:的)?地址(?:线|总线)(?:的)?(?:总?(?:条|根)?数|位数)?(?:共|需要|需|应|有|为|是)*(?:多少|几)?(?:根|条|位)?",
                "lines",
            ),
            (
                r"(?:其中)?(?:有)?(?:多少|几)(?:位|根|条)(?:地址|地址线|高位地址)?(?:是|要)?(?:用于|用来|用作|作为|作|做)(?:片选|选片|芯片选择)?(?:译码)?(?:片选)?|(?:用于|用来|用作|作|做|要用)?(?:片选|选片)(?:译码)?(?:的)?(?:要|需要?|得)?(?:用)?(?:多少|几)(?:根|位|条)(?:高位)?(?:地址)?(?:线)?|(?:用于|用来|用作|作|做)(?:片选|选片)(?:译码)?(?:的)?(?:高位)?(?:地址)?(?:线)?(?:是|有|为|占)?(?:多少|几)(?:位|根|条)?|片选(?:译码)?(?:用|需要|占|要)*(?:多少|几)(?:位|根)?(?:地址)?",
                "select",
            ),
            (r"(?:最小|最低|起始|首|开始)(?:的)?地址(?:和|与|、)(?:最大|最高|末|结束)(?:的)?地址|地址(?:范围|区间)", "both"),
            (r"(?:最小|最低|起始|首|开始)(?:的)?地址", "smallest"),
            (r"(?:最大|最高|末|结束|终止)(?:的)?地址", "largest"),
            (
                r"(?:需要?|要|共|总共|一共|至少|用|应|该|这样的|此种|存储|RAM|ROM|SRAM|DRAM|的)*(?:芯片)?(?:的)?(?:共|总共|至少|需要?|要|用)*(?:多少|几)(?:个|片|块)(?:这样的|该种?|这种|此|存储|RAM|ROM|SRAM|DRAM|的)*(?:芯片)?|(?:所需|需要|共需|总共需要|共需要|需|要)(?:的)?(?:这样的|该种?|这种|此)?(?:存储|RAM|ROM|SRAM)?芯片(?:的)?(?:个|片|总|块)?(?:数)?(?:目|量)?(?:为|是|有)?(?:多少)?|芯片(?:的)?(?:总)?(?:片)?数(?:目|量)?|(?:共|总共|一共)?(?:需要?|要|用)(?:这样的|该种?|这种)?(?:RAM|ROM|存储)?(?:芯片)?\s*(?=片|$)",
                "chips",
            ),
            (
                r"(?:其|该|此|存储器|内存|主存|存储区|的)*(?:存储)?容量(?:为|是|有|共)*(?:多少|多大)?\s*(?:KB|MB|字节|B|K)?|(?:多少|几)(?:KB|MB|个?字节)|多大",
                "capacity",
            ),
        )
    )
    reading.take_all(r"(?<![A-Za-z\d])[SD]?R[AO]M(?![A-Za-z])|EPROM|(?<![A-Za-z\d])[KM]?B(?![A-Za-z])|CPU|根")
    reading.finish(_HARMLESS)
    if patterns.search("[各别]", reading.text) and not patterns.search("[总共之合]", reading.text):
        values["each"] = True
    if not asked or (bytewise and wordwise) or (plain and multiplexed) or ((apart or plain) and asked != ["pins"]):
        return None
    dynamic = "DRAM" in reading.text.upper() and not plain
    return _understood(values, spans, rest, asked, bytewise, wordwise, bool(multiplexed), dynamic)


def _understood(
    values: dict[str, object],
    spans: list[tuple[str, int, int]],
    rest: list[str],
    asked: list[str],
    bytewise: bool,
    wordwise: bool,
    multiplexed: bool,
    dynamic: bool,
) -> Recognition | None:
    chip, memory = values.get("chip"), values.get("memory")
    word, size, address = values.get("word"), values.get("size"), values.get("address")
    if (chip is not None and not isinstance(chip, Shape)) or (memory is not None and not isinstance(memory, Shape)):
        return None
    if ("first" in values) != ("last" in values):
        return None
    if "first" in values:
        spans = [*spans, ("", int(str(values["first"])), int(str(values["last"])))]
    if any(last <= first for _, first, last in spans):
        return None
    if asked == ["pins"]:
        # What the chips make plays no part.
        if (
            chip is None
            or spans
            or rest
            or address is not None
            or "where" in values
            or (multiplexed is False and dynamic)
            or word is not None
        ):
            return None
        return Recognition(
            parameters={"task": "pins", "words": chip.words, "bits": chip.bits, "multiplexed": multiplexed, "each": "each" in values},
            understood=(("芯片", str(chip)), ("求", "地址引脚和数据引脚" + ("（地址复用）" if multiplexed else ""))),
        )
    if multiplexed or "pins" in asked or (dynamic and set(asked) - {"chips"}):
        return None
    unit = word if isinstance(word, int) else 8 if bytewise else None
    if spans:
        return _region(values, spans, rest, asked, unit, wordwise)
    if rest or address is not None:
        return None
    if memory is None and isinstance(size, int):
        width = word if isinstance(word, int) and wordwise else 8
        if width % 8 or size % (width // 8):
            return None
        memory = Shape(size * 8 // width, width)
    elif isinstance(size, int):
        return None
    if memory is None or chip is None:
        return None
    if isinstance(word, int) and word != memory.bits:
        return None
    if memory.words * memory.bits <= chip.words * chip.bits:
        return None
    if memory.words % chip.words or memory.bits % chip.bits or memory.words & (memory.words - 1) or chip.words & (chip.words - 1):
        return None
    if bytewise and memory.bits != 8 and set(asked) - {"chips"}:
        return None
    understood = [("芯片", str(chip)), ("存储器", str(memory))]
    parameters: dict[str, object] = {
        "words": memory.words,
        "bits": memory.bits,
        "chip_words": chip.words,
        "chip_bits": chip.bits,
    }
    if set(asked) & {"both", "smallest", "largest"}:
        where = values.get("where")
        if len(asked) != 1 or not isinstance(where, int) or where >= memory.words:
            return None
        ends = {"both": "both", "smallest": "first", "largest": "last"}[asked[0]]
        understood.append(("地址", hexadecimal(where, 4).strip("`")))
        return Recognition(parameters={"task": "group", **parameters, "address": where, "asked": ends}, understood=tuple(understood))
    if "where" in values or "capacity" in asked:
        return None
    return Recognition(parameters={"task": "parts", **parameters, "asked": asked}, understood=tuple(understood))


def divided(text: str) -> Recognition | None:
    """A memory of ROM and RAM, each made of chips of its own: how many of each."""
    reading = Clauses(text)
    reading.refuse(r"刷新|交叉|奇偶|校验|片选|控制存储|系统程序|用户程序|保留|留出|已有|另|每|H(?![A-Za-z])|0x|译码|地址线")
    if not reading.take_all(r"(?:均|都)?(?:是)?(?:按|以)字节(?:为单位)?(?:编址|寻址)?|字节编址"):
        return None
    rest = reading.take_words(
        (
            (
                r"(?:其余|剩余|余下|剩下)(?:的)?(?:部分|空间|地址|地址空间|单元|区域)*(?:均|都|全)?(?:为|是|作为|用作|分配给|做)?RAM(?:区)?",
                "RAM",
            ),
            (
                r"(?:其余|剩余|余下|剩下)(?:的)?(?:部分|空间|地址|地址空间|单元|区域)*(?:均|都|全)?(?:为|是|作为|用作|分配给|做)?ROM(?:区)?",
                "ROM",
            ),
        )
    )
    chips: dict[str, Shape] = {}
    for match in reading.take_all(
        rf"(?P<name>RAM|ROM)(?:区|部分)?(?:都|则|均)?(?:用|采用|由|选用|使用)(?:若干)?(?:片|个)?(?P<shape>{_SHAPE})(?:的)?(?:RAM|ROM|EPROM|SRAM)?(?:存储)?(?:{_CHIP})?(?:构成|组成|实现)?"
        rf"|(?:用|采用|由|选用|使用|和|与|、)*(?:若干)?(?:片|个)?(?P<shape2>{_SHAPE})(?:的)?(?P<name2>RAM|ROM)(?:存储)?(?:{_CHIP})"
    ):
        name = (match["name"] or match["name2"]).upper()
        if name in chips:
            return None
        chips[name] = to_shape(match["shape"] or match["shape2"])
    sizes = reading.assign(
        (
            Role(
                name="ROM",
                quantity=SIZE,
                read=to_bytes,
                before=r"ROM(?:区)?(?:的)?(?:容量)?",
                after=r"(?:的)?(?:空间)?(?:是|为|作|做|作为|分配给|用作|给)?(?:的)?ROM",
            ),
            Role(
                name="RAM",
                quantity=SIZE,
                read=to_bytes,
                before=r"RAM(?:区)?(?:的)?(?:容量)?",
                after=r"(?:的)?(?:空间)?(?:是|为|作|做|作为|分配给|用作|给)?(?:的)?RAM",
            ),
            Role(
                name="whole",
                quantity=SIZE,
                read=to_bytes,
                before=rf"(?:{_MEMORY})(?:的)?(?:总)?(?:容量|空间|地址空间|大小)*|地址空间|共",
                after=rf"(?:的)?(?:{_MEMORY})",
            ),
        )
    )
    if not reading.take_all(
        r"(?:各|分别)(?:需要?|要|用|是|为)*(?:多少|几)(?:片|个|块)(?:芯片)?|(?:上述|这两种)?(?:规格)?(?:的)?(?:RAM|ROM)(?:芯片)?(?:数|数量|数目)?(?:和|与|、)(?:RAM|ROM)(?:芯片)?(?:数|数量|数目)(?:分别|各)*(?:是|为)?(?:多少)?|(?:RAM|ROM)(?:和|与|、)(?:RAM|ROM)(?:芯片)?(?:各|分别)*(?:需要?|要|用)*(?:多少|几)(?:片|个)|(?:需要?|要)(?:RAM|ROM)(?:芯片)?(?:多少|几)片"
    ):
        return None
    reading.take_all(r"(?<![A-Za-z\d])R[AO]M(?![A-Za-z])")
    reading.finish(_HARMLESS)
    if set(chips) != {"RAM", "ROM"}:
        return None
    if rest:
        if len(rest) != 1 or "whole" not in sizes or rest[0] in sizes or len(sizes) != 2:
            return None
        other = "ROM" if rest[0] == "RAM" else "RAM"
        sizes[rest[0]] = sizes["whole"] - sizes[other]
    if "ROM" not in sizes or "RAM" not in sizes or sizes.get("whole", sizes["ROM"] + sizes["RAM"]) != sizes["ROM"] + sizes["RAM"]:
        return None
    counts: dict[str, int] = {}
    for name, chip in chips.items():
        if sizes[name] <= 0 or sizes[name] % chip.words or 8 % chip.bits:
            return None
        counts[name] = sizes[name] // chip.words * (8 // chip.bits)
    order = ("ROM", "RAM")
    return Recognition(
        parameters={
            "task": "divided",
            "sizes": {name: sizes[name] for name in order},
            "chips": {name: [chips[name].words, chips[name].bits] for name in order},
        },
        understood=tuple((name, f"{sizes[name] >> 10}K×8 位，芯片 {chips[name]}") for name in order),
    )


def solve_divided(parameters: Parameters) -> Solution:
    """Chips of ROM and of RAM, by bytes."""
    lines, answers = [], []
    for name, size in parameters["sizes"].items():
        words, bits = parameters["chips"][name]
        groups, side = size // words, 8 // bits
        lines.append(f"{name}：{size >> 10}K×8 位，每 {side} 片一组，{groups} 组，{groups}×{side} = {groups * side} 片。")
        answers.append(f"{name} {groups * side} 片")
    return Solution(answer="，".join(answers), steps=paragraphs(*lines, "，".join(answers)), conventions=("按字节编址，1K = 1024",))


def _region(
    values: dict[str, object], spans: list[tuple[str, int, int]], rest: list[str], asked: list[str], unit: int | None, wordwise: bool
) -> Recognition | None:
    """Chips for, or the size of, a range of addresses or of what it leaves of the whole."""
    chip, size, address = values.get("chip"), values.get("size"), values.get("address")
    if values.get("memory") is not None or "where" in values or unit is None or (wordwise and not isinstance(values.get("word"), int)):
        return None
    if set(asked) - {"chips", "capacity"} or ("chips" in asked) != (chip is not None):
        return None
    counts: dict[str, int] = {}
    for name, first, last in spans:
        if name in counts:
            return None
        counts[name] = last - first + 1
    whole: int | None = None
    if isinstance(size, int) and not wordwise:
        whole = size
    if isinstance(address, int):
        if whole not in (None, 1 << address):
            return None
        whole = 1 << address
    understood: list[tuple[str, str]] = [
        ("地址范围", "，".join(f"{name} {first:04X}H～{last:04X}H".strip() for name, first, last in spans))
    ]
    if rest:
        if len(counts) != 1 or rest[0] in counts or "" in counts or whole is None or len(rest) != 1 or asked != ["chips"]:
            return None
        count = whole - next(iter(counts.values()))
        understood.append((f"其余为 {rest[0]}", f"{count >> 10}K 个单元"))
    elif len(counts) == 1 and whole is None:
        count = next(iter(counts.values()))
    else:
        return None
    if count <= 0:
        return None
    understood.append(("每个单元", f"{unit} 位"))
    parameters: dict[str, object] = {"task": "region", "count": count, "unit": unit, "asked": asked}
    if chip is not None:
        if not isinstance(chip, Shape) or count % chip.words or unit % chip.bits:
            return None
        parameters |= {"chip_words": chip.words, "chip_bits": chip.bits}
        understood.append(("芯片", str(chip)))
    if "capacity" in asked and unit != 8:
        return None
    return Recognition(parameters=parameters, understood=tuple(understood))


def solve_pins(parameters: Parameters) -> Solution:
    """Address pins (half of them where rows and columns share them) and data pins of a chip."""
    bits = parameters["words"].bit_length() - 1
    lines = -(-bits // 2) if parameters["multiplexed"] else bits
    data = parameters["bits"]
    each = parameters.get("each")
    return Solution(
        answer=f"地址线 {lines} 根，数据线 {data} 根" if each else f"共 {lines + data} 根（地址 {lines} 根，数据 {data} 根）",
        steps=paragraphs(
            f"2^{bits} 个单元要 {bits} 位地址"
            + (f"，行地址和列地址分两次送，只要 {lines} 根地址引脚。" if parameters["multiplexed"] else "。"),
            f"数据引脚 {data} 根，共 {lines + data} 根",
        ),
        also=(f"{lines},{data}", f"{lines}、{data}") if each else (f"{lines + data}", f"{lines + data} 根", f"{lines}+{data}"),
    )


def solve_region(parameters: Parameters) -> Solution:
    """Size and chips of so many units."""
    count, unit = parameters["count"], parameters["unit"]
    answers, lines = [], []
    for task in parameters["asked"]:
        if task == "capacity":
            size = f"{count >> 20} MB" if count % (1 << 20) == 0 else f"{count >> 10} KB" if count % 1024 == 0 else f"{count} B"
            answers.append(f"容量 {size}")
        else:
            side, groups = unit // parameters["chip_bits"], count // parameters["chip_words"]
            lines.append(f"每 {side} 片一组（位扩展），共 {groups} 组。")
            answers.append(f"{side * groups} 片")
    return Solution(
        answer="，".join(answers),
        steps=paragraphs(f"末地址减首地址加 1，共 {count} 个单元，每个单元 {unit} 位。", *lines, "，".join(answers)),
        conventions=("1K = 1024",),
    )


def solve_parts(parameters: Parameters) -> Solution:
    """Chips, address lines and those that select the chips."""
    words, bits, chip_words, chip_bits = (parameters[name] for name in ("words", "bits", "chip_words", "chip_bits"))
    groups, side = words // chip_words, bits // chip_bits
    lines = words.bit_length() - 1
    inner = chip_words.bit_length() - 1
    said = {
        "chips": f"{groups * side} 片",
        "lines": f"地址线 {lines} 根",
        "select": f"{lines - inner} 位用于片选",
    }
    answer = "，".join(said[task] for task in parameters["asked"])
    return Solution(
        answer=answer,
        steps=paragraphs(
            f"位扩展：{bits}/{chip_bits} = {side} 片一组；字扩展：{groups} 组；共 {groups}×{side} = {groups * side} 片。",
            f"存储器有 2^{lines} 个字，地址 {lines} 位；片内地址 {inner} 位，其余 {lines - inner} 位选片。",
            answer,
        ),
        conventions=("1K = 1024，1M = 1024K",),
    )
