"""A memory told by the lengths of its address and its word: what it holds, the chips and the boards of chips that make it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from engine.generators.clauses import Role
from engine.generators.co._memory_chips.words import CHIP, MEMORY, SHAPE, WORDS, chips, log, shape, show_shape, sizes
from engine.generators.laws.clauses import BITS, SIZE, to_bytes
from engine.generators.laws.topic import Facts, Law, Quantity, Told, Topic, counted, whole
from engine.generators.quantities import size
from engine.generators.reading import INTEGER, stay_out, to_count

_BOARD = r"(?:模块板|模板|模块条|内存条|内存板|存储板|存储模块|模块|插板)"
_ADDRESS = rf"(?<![\d.A-Z]){INTEGER}\s*(?:位|根|条)(?:的)?地址(?:码|总?线)?(?:长度)?|(?<=地址码)(?:为|是|有|共)*\s*{INTEGER}\s*位|(?<=地址)(?:总?线)?(?:为|是|有|共)*\s*{INTEGER}\s*(?:位|根|条)|(?<=地址(?:总线|长度))(?:为|是|有|共)*\s*{INTEGER}\s*(?:位|根|条)"
_HOW_MANY = r"(?:最多|总共|一共|共|应|需要|需|要|有|用|含|是|为|各|至少)*(?:多少|几)(?:个|片|块|条)?"


def _words(address: Fraction, word: Fraction) -> tuple[Fraction, Fraction]:
    return Fraction(1 << int(address)), Fraction(word)


def _of_bytes(address: Fraction, word: Fraction) -> tuple[Fraction, Fraction] | None:
    words = Fraction((1 << int(address)) * 8, int(word))
    return (words, Fraction(word)) if words.denominator == 1 else None


def _deep(memory: Sequence[Fraction], part: Sequence[Fraction]) -> Fraction | None:
    """The address bits that say which of the parts, one behind another, is meant."""
    return log(memory[0] / part[0]) if memory[0] % part[0] == 0 and memory[1] % part[1] == 0 else None


_KINDS = ("", "字扩展（串联）", "位扩展（并联）", "字位同时扩展（串并联）")


def _kind(memory: Sequence[Fraction], chip: Sequence[Fraction]) -> Fraction | None:
    return Fraction((memory[0] > chip[0]) + 2 * (memory[1] > chip[1])) or None


def _bits(text: str) -> int:
    return to_count("".join(sign for sign in text if sign not in "为是有共的总线长度地址码"))


def _plausible(facts: Facts) -> None:
    if not 4 <= facts.get("address", 8) <= 40 or facts.get("word", 8) % 4:
        stay_out("no such memory")
    if "memory_told" in facts and {"address", "bytes"} & set(facts) and facts.get("memory") != facts["memory_told"]:
        stay_out("two memories")
    if "bytewise" in facts and "wordwise" in facts:
        stay_out("two units of an address")


MODULES = Topic(
    name="memory by address and word",
    about=r"\d\s*位(?:的)?地址|地址(?:码|总?线|长度)?(?:为|是|有|共)*\s*\d+\s*(?:位|根|条)|(?:组织|扩展)(?:方式|方法)|地址位|如何构成|字方向|(?:多少|几)位用于片选译码",
    guard=r"Cache|页|虚|MAR|MDR|刷新|交叉|校验|ROM|指令|带宽|周期|[0-9A-F]{4,}H|段|寻址方式|显存|像素",
    told=(
        Told("word", r"数据(?:总)?线(?:有|为|共|是)*\s*(?P<value>\d+)\s*(?:根|条)|(?P<other>\d+)\s*(?:根|条)数据(?:总)?线", whole),
        Told("bytewise", r"(?:主存|存储器|内存)?(?:均|都|采用)*(?:按|以)字节(?:为单位)?(?:编址|寻址)|字节编址", 1),
        Told("wordwise", r"(?:主存|存储器|内存)?(?:均|都|采用)*(?:按|以)字(?:为单位)?(?:编址|寻址)", 1),
    ),
    passed=(
        r"(?:机器|该机)?(?:所)?允许的?(?=(?:最大)?(?:的)?(?:主存|内存)?(?:空间|容量))|(?:并)?(?:选用|采用|使用)(?:模块板|模块条|内存条|模块)(?:结构)?(?:的)?(?:结构)?(?:形式|方式)",
        r"(?:采用|通过|利用)?(?<!方向)(?:字位同时|字位|字|位)扩展(?:的)?(?:方法|方式|法)?|既(?:能)?(?:要)?满足容量(?:上)?的?要求,?又(?:能)?(?:要)?满足字长的?要求",
        r"(?:主存|内存)?(?:采用|用|是|为)半导体存储器|若干(?:个|片|块)?|由?(?:这样|这种|上述)的?(?=芯片|模块)",
    ),
    roles=(
        Role(
            name="memory_told",
            quantity=SHAPE,
            read=shape,
            before=rf"组成|构成|扩[展充]?[成为]|设计|(?:总)?容量(?:为|是)?|{MEMORY}(?:的)?(?:总)?(?:容量)?",
            after=rf"(?:的)?(?:半导体)?{MEMORY}(?!芯片|模块板)",
        ),
        Role(name="bytes", quantity=SIZE, read=to_bytes, before=r"组成|构成|容量(?:为|是)?|该", after=rf"(?:的)?{MEMORY}", alone=True),
        Role(name="address", quantity=_ADDRESS, read=_bits, alone=True),
        Role(
            name="board", quantity=SHAPE, read=shape, before=rf"(?:每个?|各)?{_BOARD}(?:的)?(?:容量|规格|大小)?", after=rf"(?:的)?{_BOARD}"
        ),
        Role(
            name="chip",
            quantity=SHAPE,
            read=shape,
            before=r"用|由|采用|选用|使用|若干片",
            after=rf"(?:的)?(?:位)?(?:S|D)?(?:RAM)?(?:存储)?(?:器)?{CHIP}|(?:的)?[SD]RAM",
            alone=True,
        ),
        Role(
            name="word",
            quantity=BITS,
            read=to_count,
            before=r"字长|每个?(?:存储)?(?:单元|字)|存储字|数据线|机器字长",
            after=r"(?:的)?(?:字长|机(?!器)|计算机|微机|微型计算机|数据线)",
        ),
    ),
    asks=(
        (r"(?:在)?字方向(?:上)?和(?:在)?位方向(?:上)?(?:分别|各)(?:扩展|扩充)?了?(?:多少|几)倍", "directions"),
        (
            r"(?:应|该|需|要|存储器)*(?:采用|用|使用)?(?:何种|哪种|哪一种|什么样?)(?:的)?(?:组织|扩展|连接)(?:方式|方法)?(?:进行扩展)?(?:\([^()\d]{0,20}\))?|(?:应)?(?:如何|怎样)(?=构成|组成|实现|\ue000)",
            "kind",
        ),
        (
            r"(?:其中)?(?:多少|几)(?:位|根|条)(?:地址)?(?:位|线)?(?:用于|用来|用作|作为?|做|是)(?:访问|选择|片内|芯片内部?)?(?:存储器|存储)?(?:芯片|片内)(?:内部)?(?:的)?(?:寻址|地址|单元)?(?:线)?(?!选|译)",
            "inner",
        ),
        (
            r"(?:该|此|这个|整个)?(?:存储器|主存|内存|\ue000+)?(?:总共|一共|共|需要?|要|有|至少|应)*(?:多少|几)(?:位|根|条|个)?字节地址(?:位|线)?(?:数)?",
            "byte_lines",
        ),
        (
            r"(?:该|此|这个|整个)?(?:存储器|主存|内存|\ue000+)?(?:总共|一共|共|需要?|要|有|至少|应)*(?:多少|几)(?:位|根|条|个)?地址(?:线|位|码)(?!(?:位)?(?:作|用|做|来|供))|(?:该|此|这个)?(?:存储器|主存|内存)(?:的)?地址线(?:总共|一共|共|需要?|要|有|至少|应)*(?:多少|几)(?:根|条|位)",
            "lines",
        ),
        (
            r"(?:该|此|这个)?(?:存储器|主存|内存|其|它)?(?:最多|总共|一共)?(?:可|能|可以|能够)*(?:存储|存放|存下|存|容纳)(?:多少|几)(?:个)?字节(?:的)?(?:信息|数据)?|(?:该|此|存储器|主存|内存|模块|的|最大)*(?:存储)?容量(?:为|是|有|共)*(?:多少|多大)(?:个)?\s*(?:字节|[KMG]?B)?|(?:最大)?(?:主存|内存|存储)空间(?:为|是|有)*(?:多少|多大)(?:字节)?",
            "capacity",
        ),
        (rf"(?:每(?:一)?个?){_BOARD}(?:板)?(?:内|上|中)?{_HOW_MANY}(?:[SD]?RAM|存储)?(?:芯片|片)?", "each"),
        (rf"(?:主存|内存|存储器|系统)?{_HOW_MANY}(?:这样的|这种|的)*{_BOARD}|{_BOARD}(?:数|个数|块数)", "boards"),
        (
            r"(?:CPU)?(?:如何|怎样|怎么)(?:选择|区分|寻址)(?:各个?)?(?:模块板|模块条|内存条|模块)|(?:模块|板)选择?(?:需要?|要|用)?(?:多少|几)(?:位|根)(?:地址)?(?:线)?",
            "which",
        ),
        (
            r"(?:需要?|要|用|至少)*(?:多少|几)(?:位|根|条)(?:高位)?(?:地址)?(?:线|位)?(?:来)?(?:作为?|做|用作|用于|进行|供)(?:芯片|片)?(?:选择|片选|选片|译码)(?:译码)?(?:之用)?|(?:片选|芯片选择)(?:信号)?(?:需要?|要|用)*(?:多少|几)(?:位|根|条)(?:高位)?(?:地址)?(?:线)?",
            "select",
        ),
        (
            rf"(?:组成|构成|主存|内存|{MEMORY}|整个|这样的|该|此)*(?:{_HOW_MANY}(?:这样的|这种|该种|该|的|\ue000)*(?:[SD]?RAM)?(?:存储)?(?:器)?(?:芯片|片)|{_HOW_MANY}(?<=[个片块]))|(?:所需|需要|共需)(?:的)?芯片(?:的)?(?:总)?(?:片|个)?数",
            "chips",
        ),
    ),
    laws=(
        Law("memory", ("memory_told", "word"), lambda memory, word: memory if memory[1] == word else None),
        Law("memory", ("memory_told",), lambda memory: memory),
        Law(
            "memory", ("bytes", "word"), lambda total, word: (Fraction(total * 8, word), Fraction(word)) if total * 8 % word == 0 else None
        ),
        Law("memory", ("bytes", "chip"), lambda total, chip: (Fraction(total), Fraction(8)) if chip[1] <= 8 else None, "每个字节一个地址"),
        Law(
            "directions",
            ("memory", "chip"),
            lambda memory, chip: (memory[0] / chip[0], memory[1] / chip[1]) if memory[0] % chip[0] == memory[1] % chip[1] == 0 else None,
            "字方向为字数之比，位方向为位数之比",
        ),
        Law("kind", ("memory", "chip"), _kind, "字数不够要字扩展，位数不够要位扩展"),
        Law("inner", ("chip",), lambda chip: log(chip[0]), "片内地址位数为芯片字数的对数"),
        Law("lines", ("memory", "bytewise"), lambda memory, _: log(memory[0] * memory[1] / 8), "每个字节一个地址"),
        Law("lines", ("memory",), lambda memory: log(memory[0]), "地址位数为存储器字数的对数"),
        Law("byte_lines", ("memory",), lambda memory: log(memory[0] * memory[1] / 8), "字节地址的位数为存储器字节数的对数"),
        Law("memory", ("address", "word", "bytewise"), lambda address, word, _: _of_bytes(address, word), "每个字节一个地址"),
        Law("memory", ("address", "word"), _words, "每个字一个地址，字数为 2 的地址位数次方"),
        Law("capacity", ("memory",), lambda memory: memory[0] * memory[1] / 8, "容量为字数 × 字长 ÷ 8"),
        Law("each", ("board", "chip"), chips, "每个模块板的芯片数为模块板的容量 ÷ 芯片的容量（字数、位数分别相除再相乘）"),
        Law("boards", ("memory", "board"), chips, "模块板数为存储器的容量 ÷ 模块板的容量"),
        Law("which", ("memory", "board"), _deep, "选模块板的地址位数为板数的对数"),
        Law("select", ("memory", "chip"), _deep, "片选的地址位数为（存储器的字数 ÷ 芯片的字数）的对数"),
        Law("chips", ("memory", "chip"), chips, "芯片数为（存储器的字数 ÷ 芯片的字数）×（存储器的位数 ÷ 芯片的位数）"),
    ),
    shown={
        "address": Quantity("地址", counted("位")),
        "word": Quantity("字长", counted("位")),
        "memory": Quantity("存储器", show_shape),
        "chip": Quantity("芯片", show_shape),
        "board": Quantity("模块板", show_shape),
        "memory_told": Quantity("存储器", show_shape),
        "bytes": Quantity("容量", lambda value: size(int(value))),
        "directions": Quantity(
            "", lambda pair: f"字方向 {pair[0]} 倍，位方向 {pair[1]} 倍", lambda pair: (f"{pair[0]}, {pair[1]}", f"{pair[0]}、{pair[1]}")
        ),
        "kind": Quantity("", lambda kind: _KINDS[int(kind)]),
        "inner": Quantity("片内地址", counted("位"), lambda value: (f"{value}",)),
        "lines": Quantity("地址", counted("位"), lambda value: (f"{value}", f"{value} 根")),
        "byte_lines": Quantity("字节地址", counted("位"), lambda value: (f"{value}", f"{value} 根")),
        "capacity": Quantity(
            "容量", lambda value: size(int(value)), lambda value: [each for each in sizes(value) if not each.endswith(" B")]
        ),
        "each": Quantity("每个模块板", counted("片"), lambda value: (f"{value}",)),
        "boards": Quantity("模块板", counted("个"), lambda value: (f"{value}", f"{value} 块")),
        "which": Quantity("选模块板用最高的", lambda value: f"{value} 位地址译码", lambda value: (f"{value} 位",)),
        "select": Quantity("片选", counted("位"), lambda value: (f"{value}", f"{value} 根")),
        "chips": Quantity("芯片", counted("片"), lambda value: (f"{value}",)),
    },
    words=WORDS
    + " 地址码 字长 模块板 模块 模块条 内存条 结构形式 结构 机 信息 串联 并联 字节地址 片内寻址 寻址 组织方式 扩展 能 存储 主存空间 选择 芯片选择 形式",
    idle=frozenset({"bytewise", "wordwise"}),
    conventions=("1K = 1024",),
    check=_plausible,
)
