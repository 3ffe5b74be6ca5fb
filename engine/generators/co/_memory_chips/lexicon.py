"""Memories and the chips they are made of, read word by word: shapes, lines, regions, numbers of chips, and what an address register needs."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.co._memory_chips.words import SHAPE, WORDS, chips, log, shape, show_range, show_shape, sizes
from engine.generators.laws.clauses import SIZE, to_bytes, to_code
from engine.generators.laws.lexicon import Lexicon, Measure
from engine.generators.laws.topic import Facts, Law, Quantity, Told, Topic, counted, whole
from engine.generators.quantities import size
from engine.generators.reading import INTEGER, stay_out, to_count

_END = r"(?<![0-9A-Za-z.])(?:0x[0-9A-Fa-f]{3,8}|[0-9A-Fa-f]{4,8}\s?H?)(?![0-9A-Za-z])"
_REGION = rf"{_END}\s*(?:~|-|—|到|至|…)+\s*{_END}"
_HOW_MANY = r"(?:多少|几)(?:位|根|条)(?:高位|低位|高|低)?(?:的)?地址(?:线|码|位)?"
_MEMORY = r"(?:半导体)?(?:主存储器|存储器|主存|内存储器|内存|存储系统|存储体|存储空间|模块)"


def _region(text: str) -> tuple[Fraction, Fraction]:
    first, last = (
        to_code(end + ("" if patterns.search("[xXHh]", end) else "H")) for end in (match[0] for match in patterns.finditer(_END, text))
    )
    return (Fraction(first), Fraction(last)) if first < last else stay_out(text)


def _cells(text: str) -> int:
    number = patterns.match(r"(\d+)\s*([KMG]?)", text)
    return int(number[1]) << 10 * " KMG".index(number[2].upper() or " ") if number else to_count(text)


def _of_bytes(total: Fraction, word: Fraction) -> tuple[Fraction, Fraction] | None:
    words = Fraction(total * 8) / word
    return (words, Fraction(word)) if words.denominator == 1 else None


def _divided(whole: Fraction, part: Fraction) -> Fraction | None:
    value = Fraction(whole) / part
    return value if value.denominator == 1 else None


_LEXICON = Lexicon(
    things=(
        (r"(?:片选|选片|芯片选择|片选择)(?:信号)?(?:译码)?(?:器)?(?:的)?(?:地址)?(?:线|位)?", "select"),
        (r"(?:片内|芯片内部?|芯片的?片内|每片的?)地址(?:线|引脚|位)?|(?:存储)?(?:器)?芯片(?:的)?地址(?:线|引脚|管脚|端)", "chip address"),
        (r"(?:存储)?(?:器)?芯片(?:的)?数据(?:线|引脚|管脚|端)", "chip data"),
        (rf"{_MEMORY}(?:的)?地址(?:总?线|寄存器)", "memory address"),
        (rf"{_MEMORY}(?:的)?数据(?:总?线)", "memory data"),
        (r"(?:存储器)?(?:地址寄存器)?(?<![A-Za-z])MAR(?![A-Za-z])|(?:存储器)?地址寄存器(?:\(MAR\))?", "mar"),
        (r"(?:存储器)?(?:数据寄存器)?(?<![A-Za-z])M[DB]R(?![A-Za-z])|(?:存储器)?数据(?:缓冲)?寄存器(?:\(MDR\))?", "mdr"),
        (r"地址(?:和|与|、|及)数据(?:引脚|线|管脚|端)", "both lines"),
        (r"字方向(?:上)?", "deep"),
        (r"位方向(?:上)?", "wide"),
        (r"(?:寻址|编址)(?:的)?(?:范围|空间)|地址范围", "range"),
        (r"(?:主存|内存|存储器|CPU)?(?:的)?地址空间", "space"),
        (r"地址(?:总?线|码|引脚|管脚|端)?(?:的)?(?:长度|宽度)?(?!区间|范围|空间|从)", "address"),
        (r"数据(?:总?线|引脚|管脚|端)(?:的)?(?:宽度)?", "data"),
        (r"(?:机器|存储)?字长|每个?(?:存储|内存)?(?:单元|字)(?![节长块])", "word"),
        (r"(?:各)?(?:个)?(?:存储|内存|主存)?单元", "cell"),
        (
            r"(?:该|每|此)?(?:个)?(?:[SD]?RAM|ROM|EPROM)?(?:存储)?(?:器)?(?:芯片|颗粒|片子|存储片)|(?:该|每)片(?![选内])|(?<![A-Za-z])[SD]RAM(?!区|存储器)",
            "chip",
        ),
        (rf"{_MEMORY}(?:的)?(?:区域|区间|区|地址区间)?", "memory"),
        (r"组成|构成|扩展成|扩展为|扩充为|拼成|设计成|设计为", "made"),
    ),
    measures=(
        Measure("shape", SHAPE, shape),
        Measure("region", _REGION, _region),
        Measure("byte", SIZE, to_bytes, r"字节|[KMG]?B(?![A-Za-z])", r"(?:存储)?容量|大小"),
        Measure(
            "cell",
            rf"(?<![\d.A-Za-z])(?:\d+\s*[KMG]?|{INTEGER})\s*个(?:存储|内存|地址)?单元",
            _cells,
            r"(?:[KM]\s*)?(?:存储|内存|地址)?单元(?!可|能)",
            r"单元数",
        ),
        Measure("line", rf"(?<![\d.A-Za-z]){INTEGER}\s*(?:根|条)", to_count, r"(?:根|条)", r"根数|条数"),
        Measure(
            "bit", r"(?<![\d.A-Za-z第^×*])\d+\s*(?:位|bits?)(?![A-Za-z/])", to_count, r"(?:二进制)?(?:位|bits?)(?![A-Za-z置])", r"位数"
        ),
        Measure(
            "piece",
            rf"(?<![\d.A-Za-z第])(?!一[片块]\d){INTEGER}\s*(?:片|块)(?![选内])|(?<![\d.A-Za-z第])\d+\s*个(?=\s*(?:\d|这样|相同|同样|芯片|存储芯片))",
            to_count,
            r"(?:片|块)(?![选内])|(?=(?:这样|这种|上述|该)?的?(?:[SD]?RAM)?(?:存储)?(?:器)?芯片)",
            r"(?:总)?片数|芯片(?:总)?(?:数|个数|数量|数目)",
        ),
        Measure("times", r"(?!)", to_count, r"倍", r"倍数"),
        Measure("group", r"(?!)", to_count, r"组", r"组数"),
        Measure("sum", r"(?!)", to_count, r"(?!)", r"(?:的)?(?:数目|数量|数(?!据))?(?:的)?(?:之和|总和|总数|合计)"),
        Measure("count", r"(?!)", to_count, r"(?!)", r"(?:的)?(?:数目|数量|个数|数(?!据))"),
        Measure("size", r"(?!)", to_count, r"(?=大)", r"(?:存储)?容量|大小"),
    ),
    told={
        ("memory", "shape"): "memory_told",
        ("chip", "shape"): "chip",
        ("made", "shape"): "memory_told",
        ("made", "byte"): "bytes",
        ("", "byte"): "bytes",
        ("memory", "byte"): "bytes",
        ("space", "byte"): "space",
        ("space", "region"): "region",
        ("space", "shape"): "memory_told",
        ("space", "cell"): "cells",
        ("memory", "region"): "region",
        ("cell", "region"): "region",
        ("address", "region"): "region",
        ("", "region"): "region",
        ("memory", "bit"): "word",
        ("word", "bit"): "word",
        ("cell", "bit"): "word",
        ("address", "line"): "address",
        ("address", "bit"): "address",
        ("memory address", "line"): "address",
        ("memory address", "bit"): "address",
        ("data", "line"): "data",
        ("data", "bit"): "data",
        ("memory data", "line"): "data",
        ("memory data", "bit"): "data",
        ("chip", "piece"): "pieces",
        ("memory", "cell"): "cells",
        ("", "piece"): "pieces",
    },
    asked={
        ("chip", "piece"): "chips",
        ("memory", "piece"): "chips",
        ("", "piece"): "chips",
        ("chip", "count"): "chips",
        ("memory", "group"): "groups",
        ("", "group"): "groups",
        ("select", "line"): "select",
        ("select", "bit"): "select",
        ("deep", "times"): "deep",
        ("wide", "times"): "wide_times",
        ("chip address", "line"): "chip_lines",
        ("chip address", "bit"): "chip_lines",
        ("chip address", "count"): "chip_lines",
        ("chip data", "line"): "chip_width",
        ("chip data", "count"): "chip_width",
        ("memory address", "line"): "memory_lines",
        ("memory address", "bit"): "memory_lines",
        ("memory address", "count"): "memory_lines",
        ("memory data", "line"): "memory_width",
        ("memory data", "bit"): "memory_width",
        ("mar", "bit"): "mar",
        ("mdr", "bit"): "memory_width",
        ("address", "line"): "lines",
        ("address", "bit"): "lines",
        ("address", "count"): "lines",
        ("data", "line"): "width",
        ("data", "bit"): "width",
        ("data", "count"): "width",
        ("both lines", "line"): "pins",
        ("both lines", "sum"): "pins",
        ("memory", "byte"): "capacity",
        ("memory", "size"): "capacity",
        ("space", "byte"): "capacity",
        ("space", "size"): "capacity",
        ("space", "cell"): "units",
        ("", "byte"): "capacity",
        ("", "size"): "capacity",
        ("both lines", "count"): "both",
        ("address", "sum"): "pins",
        ("data", "sum"): "pins",
        ("memory", "cell"): "units",
        ("cell", "count"): "units",
        ("range", ""): "units",
        ("range", "size"): "units",
        ("chip", "size"): "chip_asked",
        ("chip", "byte"): "chip_asked",
    },
    questions=(
        (
            rf"(?:需要|需|要|有|用|共)*{_HOW_MANY}(?:用来|用于|来)?(?:作为?|做|用作|进行)?(?:存储)?(?:芯片)?(?:的)?(?:片选|选片|芯片选择|选择芯片)(?:信号|译码|用|线)*",
            "select",
        ),
        (
            rf"(?:需要|需|要|有|用|共)*{_HOW_MANY}(?:直接)?(?:用来|用于|来|用作|作为?|做|送到|送往|送|接到?|连到?)*(?:访问|选择|寻址|选)?(?:存储)?(?:芯片的?片内(?:地址|单元|寻址)|片内(?:地址|单元|寻址)?|各?个?(?:存储)?芯片内部?(?:的)?(?:单元|地址)?|芯片(?:的地址(?:线|端|引脚)|寻址))(?:译码)?",
            "chip_lines",
        ),
    ),
    words=WORDS
    + """ 填满 拿 静态RAM 静态 这样 这种 上述 相同 同样 规格 设计 组成 构成 构造 扩展 扩充 字扩展 位扩展 需要 需 存储 信息 数据 访问 直接 最大 最多 最小 空间 按 字节 字 编址 寻址 内存 主存 单元 区间 区域 地址区间 每个 每片 能 可 可以 存 存放 存储容量 容量 总容量 大小 用 由 若干 设有 具有 一个 RAM ROM SRAM DRAM EPROM 芯片 CPU 系统 计算机 微机 字长 该 用来 作 做 进行 选择 芯片选择 作为 及 之和 总和 数目 连续 编号 高位 低位 方向""",
)


def _one_memory(facts: Facts) -> None:
    memory = facts.get("memory")
    if (
        memory is not None
        and "word" in facts
        and memory[1] not in (8 if "bytewise" in facts else facts["word"], 2 * facts["word"] if "doublewise" in facts else 0)
    ):
        stay_out("the word")
    if memory is not None and "data" in facts and "bytewise" not in facts and facts["data"] != memory[1]:
        stay_out("the data lines")
    if "bytewise" in facts and "wordwise" in facts:
        stay_out("two units of an address")
    if "chip" in facts and (memory := facts.get("memory")) is not None and (memory[0] < facts["chip"][0] or memory[1] < facts["chip"][1]):
        stay_out("a chip larger than the memory")


MEMORY_BY_WORDS = Topic(
    name="memory and chips",
    # Lines for a purpose are not all the lines there are.
    refuse=r"(?:做|用作|用于|用来|充当)(?!片选)[^,;。?()\d]{0,8}(?:选|译码|寻址|区分|分组)",
    about=r"[×xX*]\s*\d|芯片|地址线|数据线|地址总线|寻址|编址|单元|地址空间|存储器",
    guard=r"控制存储|刷新|交叉|奇偶|校验|分辨率|像素|Cache|缓存|页|虚|段|ROM.{0,4}区|RAM.{0,4}区|ROM和|ROM与|ROM、|ROM[\s\S]*[SD]?RAM|RAM[\s\S]*ROM|低位(?:地址)?(?:选|作|做|译码)|线选|部分译码|已有|坏|错|重叠|保留|隔|周期|带宽|指令|矩阵|阵列|译码输出|翻|扩大|起始|首地址|末地址|开始|位平面|引脚(?:的)?最|最(?:小|少)引脚|(?:片选|读写|控制|电源)(?:线|端|引脚|信号)|电源|接地",
    told=(
        Told("bytewise", r"(?:该|此)?(?:主存|存储器|内存)?(?:均|都|采用|是)*(?:按|以)字节(?:为单位)?(?:编址|寻址)|(?<!按)字节编址", 1),
        Told("wordwise", r"(?:该|此)?(?:主存|存储器|内存)?(?:均|都|采用|是)*(?:按|以)(?:存储)?字(?:为单位)?(?:编址|寻址)", 1),
        Told("doublewise", r"(?:该|此)?(?:主存|存储器|内存)?(?:均|都|采用|是|若)*(?:按|以)双字(?:为单位)?(?:编址|寻址)", 1),
        Told(
            "access",
            r"(?:每次|一次)(?:读写|存取|访问|读/写|访存)?(?:操作)?(?:时)?(?:最多|至多|最大)?(?:可以?|能够?)?(?:一次|同时)?(?:存取|读写|访问|读/写|读出|读取|传送)\s*(?P<value>\d+)\s*(?:位|bit)(?:数据|信息)?",
            whole,
        ),
        Told("multiplexed", r"(?:采用|使用)?地址(?:引脚|线)?(?:分时)?复用(?:技术|方式)?", 1),
    ),
    passed=(
        r"由?若干(?:个|片)?(?=\s*\d+\s*[KMG])|(?:这|该|此)(?:存储器|种)",
        r"(?:采用)?单译码(?:方式)?(?:的)?|(?:地址)?(?:引脚|线)?(?:均|都)?(?:无|不|没有|未)(?:采用|使用|分时)*复用(?:技术)?(?:的)?",
    ),
    asks=(),
    lexicon=_LEXICON,
    laws=(
        Law("memory", ("memory_told",), lambda memory: memory),
        Law("memory", ("region", "word"), lambda ends, word: (ends[1] - ends[0] + 1, Fraction(word)), "单元数为末地址 − 首地址 + 1"),
        Law("memory", ("region", "bytewise"), lambda ends, _: (ends[1] - ends[0] + 1, Fraction(8)), "单元数为末地址 − 首地址 + 1"),
        Law("memory", ("bytes", "bytewise"), lambda total, _: (Fraction(total), Fraction(8))),
        Law("memory", ("bytes", "wordwise", "word"), lambda total, _, word: _of_bytes(total, word)),
        Law("memory", ("bytes", "doublewise", "word"), lambda total, _, word: _of_bytes(total, 2 * word), "每两个字一个地址"),
        Law("memory", ("bytes", "no_unit", "word"), lambda total, _, word: _of_bytes(total, word)),
        Law("memory", ("bytes", "no_unit", "chip"), lambda total, _, chip: (Fraction(total), Fraction(8)) if chip[1] <= 8 else None),
        Law("memory", ("address", "bytewise"), lambda address, _: (Fraction(1 << int(address)), Fraction(8)), "单元数为 2 的地址位数次方"),
        Law(
            "memory",
            ("address", "data"),
            lambda address, data: (Fraction(1 << int(address)), Fraction(data)),
            "单元数为 2 的地址线根数次方",
        ),
        Law(
            "memory", ("address", "word"), lambda address, word: (Fraction(1 << int(address)), Fraction(word)), "单元数为 2 的地址位数次方"
        ),
        # The register reaches the whole space, however much of it is there.
        Law("mar", ("space", "bytewise", "bytes", "chip"), lambda space, *_: log(Fraction(space)), "地址寄存器要能给出整个地址空间的地址"),
        Law("mar", ("memory",), lambda memory: log(memory[0]), "地址寄存器的位数为存储器单元数的对数"),
        Law("bytes", ("space",), lambda space: space),
        Law("chips", ("memory", "chip"), chips, "芯片数为（存储器的字数 ÷ 芯片的字数）×（存储器的位数 ÷ 芯片的位数）"),
        Law("deep", ("memory", "chip", "one_word"), lambda memory, chip, _: _divided(memory[0], chip[0]), "字方向扩展的倍数为字数之比"),
        Law("wide_times", ("memory", "chip"), lambda memory, chip: _divided(memory[1], chip[1]), "位方向扩展的倍数为位数之比"),
        Law("groups", ("deep",), lambda deep: deep),
        Law("select", ("deep",), lambda deep: Fraction((int(deep) - 1).bit_length()), "片选的地址位数为组数的对数"),
        Law(
            "chip_lines",
            ("chip", "multiplexed"),
            lambda chip, _: None if (bits := log(chip[0])) is None else Fraction(-(-int(bits) // 2)),
            "行、列地址分时送入，地址引脚减半",
        ),
        Law("chip_lines", ("chip", "static"), lambda chip, _: log(chip[0]), "地址线根数为芯片字数的对数"),
        Law("chip_width", ("chip",), lambda chip: chip[1], "数据线根数为芯片的位数"),
        Law("memory_lines", ("memory",), lambda memory: log(memory[0]), "地址线根数（位数）为存储器单元数的对数"),
        Law("memory_width", ("access",), lambda access: access),
        Law("memory_width", ("memory",), lambda memory: memory[1], "数据线根数（位数）为存储字的位数"),
        Law("lines", ("chip_lines", "no_memory"), lambda lines, _: lines),
        Law("lines", ("memory_lines", "no_chip"), lambda lines, _: lines),
        Law("width", ("chip_width", "no_memory"), lambda width, _: width),
        Law("width", ("memory_width", "no_chip"), lambda width, _: width),
        Law("both", ("lines", "width"), lambda lines, width: (lines, width)),
        Law("pins", ("lines", "width"), lambda lines, width: (lines, width), "地址线与数据线相加"),
        Law("units", ("memory",), lambda memory: memory[0] if log(memory[0]) is not None else None, "单元数为存储容量 ÷ 每个单元的位数"),
        Law("units", ("address", "no_unit", "no_chip"), lambda address, *_: Fraction(1 << int(address)), "单元数为 2 的地址线根数次方"),
        Law("capacity", ("memory",), lambda memory: memory[0] * memory[1] / 8, "容量为单元数 × 每个单元的位数"),
        Law(
            "capacity",
            ("address", "no_unit", "no_chip"),
            lambda address, *_: Fraction(1 << int(address)),
            "单元数为 2 的地址线根数次方",
            "没有说编址单位，按字节编址",
        ),
        Law(
            "capacity", ("chip", "pieces", "no_memory"), lambda chip, pieces, _: chip[0] * chip[1] * pieces / 8, "总容量为每片的容量 × 片数"
        ),
        Law(
            "chip_asked",
            ("memory", "pieces"),
            lambda memory, pieces: (words, memory[1]) if (words := _divided(memory[0], pieces)) else None,
            "每片的单元数为总单元数 ÷ 片数",
            "每片的字长与存储单元相同",
        ),
    ),
    marks=(
        ("no_unit", r"^(?![\s\S]*(?:编址|寻址(?!空间|范围|能力)))"),
        ("static", r"^(?![\s\S]*(?:DRAM|动态|(?<![不无没有未])复用))"),
    ),
    combine=lambda facts: (
        ({} if {"memory_told", "bytes", "space", "region", "address", "cells"} & set(facts) else {"no_memory": 1})
        | ({} if "chip" in facts else {"no_chip": 1})
        # Chips lie side by side as wide as a word, though every byte of it has an address.
        | ({} if "bytewise" in facts and max(facts.get("word", 8), facts.get("data", 8)) > 8 else {"one_word": 1})
    ),
    shown={
        "memory": Quantity("存储器", show_shape),
        "memory_told": Quantity("存储器", show_shape),
        "chip": Quantity("芯片", show_shape),
        "chip_asked": Quantity("芯片", show_shape, lambda one: (f"{one[0]}×{one[1]}bit", f"{one[0]}×{one[1]}位")),
        "bytes": Quantity("容量", lambda value: size(int(value))),
        "space": Quantity("地址空间", lambda value: size(int(value))),
        "mar": Quantity("地址", counted("位"), lambda value: (f"{value}", f"{value} 根", f"{value} 条")),
        "region": Quantity("地址", show_range),
        "word": Quantity("每个字", counted("位")),
        "address": Quantity("地址", counted("位")),
        "data": Quantity("数据线", counted("根")),
        "pieces": Quantity("芯片", counted("片")),
        "chips": Quantity("芯片", counted("片"), lambda value: (f"{value}", f"{value} 块", f"{value} 个")),
        "groups": Quantity("分", counted("组"), lambda value: (f"{value}",)),
        "deep": Quantity("字方向", counted("倍"), lambda value: (f"{value}",)),
        "wide_times": Quantity("位方向", counted("倍"), lambda value: (f"{value}",)),
        "select": Quantity("片选", counted("位"), lambda value: (f"{value}", f"{value} 根")),
        "lines": Quantity("地址线", counted("根"), lambda value: (f"{value}", f"{value} 条", f"{value} 位")),
        "width": Quantity("数据线", counted("根"), lambda value: (f"{value}", f"{value} 条", f"{value} 位")),
        "chip_lines": Quantity("芯片地址线", counted("根"), lambda value: (f"{value}", f"{value} 条", f"{value} 位")),
        "chip_width": Quantity("芯片数据线", counted("根"), lambda value: (f"{value}", f"{value} 条")),
        "memory_lines": Quantity("地址", counted("位"), lambda value: (f"{value}", f"{value} 根", f"{value} 条")),
        "memory_width": Quantity("数据", counted("位"), lambda value: (f"{value}", f"{value} 根", f"{value} 条")),
        "both": Quantity(
            "", lambda pair: f"地址线 {pair[0]} 根，数据线 {pair[1]} 根", lambda pair: (f"{pair[0]}、{pair[1]}", f"{pair[0]},{pair[1]}")
        ),
        "access": Quantity("一次存取", counted("位")),
        "pins": Quantity(
            "",
            lambda pair: f"地址线 {pair[0]} 根，数据线 {pair[1]} 根，共 {pair[0] + pair[1]} 根",
            lambda pair: (f"{pair[0] + pair[1]}", f"{pair[0] + pair[1]} 根", f"{pair[0] + pair[1]} 条"),
        ),
        "capacity": Quantity(
            "容量", lambda value: size(int(value)), lambda value: (*sizes(value), *_short(value, "B"), *_short(value, ""))
        ),
        "units": Quantity("", lambda value: f"0~{int(value) - 1:X}H（共 {_short(value, '')[0]} 个单元）", lambda value: _ranges(value)),
    },
    idle=frozenset({"bytewise", "wordwise", "doublewise", "word", "data", "multiplexed"}),
    conventions=("1K = 1024",),
    check=_one_memory,
)
"""Memories and chips told and asked in any words."""


def _short(count: Fraction, unit: str) -> tuple[str, ...]:
    number = int(count)
    found = [f"{number >> power}{sign}{unit}" for sign, power in (("G", 30), ("M", 20), ("K", 10)) if number % (1 << power) == 0]
    return (*found, f"{number}{unit}")


def _ranges(count: Fraction) -> tuple[str, ...]:
    said: list[str] = []
    for short in _short(count, ""):
        said += [short, f"0~{short}", f"0~{short}-1", f"0~({short}-1)"]
    number = int(count)
    return (*said, f"0~{number - 1}", f"0~2^{number.bit_length() - 1}-1")
