"""Chips and the memory they make, lines and pins."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.co._memory_chips.words import CHIP, MEMORY, SHAPE, WORDS, chips, log, shape, show_range, show_shape, sizes
from engine.generators.laws.clauses import BITS, HEXADECIMAL, SIZE, to_bytes, to_code
from engine.generators.laws.topic import Facts, Law, Quantity, Told, Topic, about, counted, whole
from engine.generators.quantities import size
from engine.generators.reading import INTEGER, stay_out, to_count, to_int


def _quotient(place: int) -> Any:
    def quotient(memory: Sequence[Fraction], chip: Sequence[Fraction]) -> Fraction | None:
        value = memory[place] / chip[place]
        return value if value.denominator == 1 else None

    return quotient


def _range_of_chip(
    number: Fraction, memory: Sequence[Fraction], chip: Sequence[Fraction], first: Fraction
) -> tuple[Fraction, Fraction] | None:
    groups = memory[0] / chip[0]
    if groups.denominator != 1 or not 1 <= number <= groups or memory[1] != chip[1]:
        return None
    start = first + (number - 1) * chip[0]
    return start, start + chip[0] - 1


_HOW_MANY = r"(?:各)?(?:需要?|要|有|为|是|共|应|用|至少)*(?:多少|几)?(?:根|条|位|个)?"


CHIPS = Topic(
    name="memory of chips",
    about=r"[×xX*]\s*\d|芯片|地址线|地址引脚",
    guard=r"控制存储|刷新|交叉|奇偶|校验|分辨率|像素|Cache|页|虚|MAR|MDR|低位(?:地址)?(?:选|作|做|译码)|线选|部分译码|(?<![SD])RO?AM和|ROM|系统程序|用户程序|已有|坏|错|重叠|保留|隔|周期|带宽|(?:~|到|至)\s*[0-9A-F]{4,}H?|行(?:数|列对称)|容量(?:扩大|翻|增)|矩阵",
    told=(
        Told(
            "multiplexed",
            r"(?:地址)?(?:引脚|线|管脚)?(?:采用|使用)?(?:地址)?(?:引脚|线)?(?:分时)?复用(?:技术|方式|的)?(?:\([^()]{0,30}\))?|(?:行(?:地址)?[、和与]?列地址|行列地址|地址)(?:分时|分两次|分2次)(?:从同一组引脚)?(?:送入|传送|输入)?(?:的)?",
            1,
        ),
        Told(
            "pair",
            r"(?:有一个)?(?:具有|有)?\s*(?P<address>\d{1,2})\s*位地址(?:线)?(?:和|与|、)\s*8\s*位数据(?:线)?(?=的(?:半导体)?存储器)",
            lambda match: int(match["address"]),
        ),
        Told(
            "apart",
            r"(?:除|除了|不含|不计|不考虑|不包括|不算|忽略)(?:电源|接?地(?!址)|控制|片选|读写|读/写|信号|线|引脚|端|和|与|、|及|等)+(?:之外|以外|外)?",
            lambda match: 2 if patterns.search("控制|片选|读", match[0]) else 1,
        ),
        Told(
            "pieces",
            rf"(?<=[由用])\s*(?P<value>{INTEGER})\s*(?:个|片|块)(?=\s*{SHAPE})",
            lambda match: to_int(match["value"]),
        ),
        Told(
            "planes",
            r"(?:其中)?(?:每个?|该)?(?:[SD]?RAM)?(?:芯片|片)?(?:的)?(?:存储(?:体)?阵列|存储体|内部)(?:中)?(?:有|由|含|包含|为)\s*(?P<value>\d+)\s*个?位(?:平面|片)(?:组成|构成)?",
            whole,
        ),
        Told(
            "number",
            r"(?:第|编号(?:为)?)\s*(?P<value>\d|[一二三四五六七八])\s*(?:号)?(?:片|块|组)(?:芯片)?(?:\((?:从第?(?:1|一)(?:片)?开始数?|(?:按)?(?:地址)?(?:由|从)?低(?:地址)?(?:到|至)高(?:地址)?)\))?",
            whole,
        ),
        Told(
            "first", r"(?:起始|首|开始)(?:地址)(?:为|是|:)*\s*(?P<value>0{4,8}H)|从(?P<other>0{1,8}H?)(?:号)?(?:单元|地址)?开始(?:编址)?", 0
        ),
        Told(
            "first",
            rf"(?:起始|首|开始)(?:地址)(?:为|是|:)*\s*(?P<value>{HEXADECIMAL})|从(?:地址)?\s*(?P<other>{HEXADECIMAL})(?:号)?(?:单元|地址)?(?:处)?(?:起|开始)(?:连续)?(?:编址)?",
            lambda match: to_code(match["value"] or match["other"]),
        ),
    ),
    passed=(
        r"(?:用|采用|由)?\s*(?:3|三)\s*[-:]\s*(?:8|八)译码器|\(A\d{1,2}(?:[,、]?A\d{1,2})*(?:作|做)(?:译码)?(?:输入)?\)|(?:均|都)?(?:是)?(?:按|以)字节(?:为单位)?编址|单译码|\(?从第?1片?开始数\)?",
        r"由?若干(?:个|片)?(?=\s*\ue000)|若干(?:个|片)?(?=\s*\d+\s*[KMG])|(?:字)?(?:位)?扩展|(?:该|此|这)(?:芯片|存储器)",
    ),
    roles=(
        Role(
            name="controls",
            quantity=rf"(?<=共)\s*{INTEGER}\s*(?:根|条|个)(?:线|引脚)?",
            read=to_count,
            before=r"(?:加上?|另有|还有|外加)?(?:片选|读写|读/写|控制|信号|线|引脚|和|与|、)+(?:共)?",
        ),
        Role(
            name="chip",
            quantity=SHAPE,
            read=shape,
            before=r"用|由|采用|选用|(?:芯片|片子)(?:的)?(?:存储)?(?:容量|规格|大小|上标)?|规格|每片|单片|一片|\d{4,5}",
            after=rf"(?:的)?(?:S|D)?(?:RAM|ROM|EPROM)?(?:存储)?(?:器)?{CHIP}|(?:的)?[SD]RAM(?!区|存储器)",
            alone=True,
        ),
        Role(
            name="memory",
            quantity=SHAPE,
            read=shape,
            before=rf"{MEMORY}(?:的)?(?:总)?(?:容量)?|组成?|构成|扩[展充]?[成为]|拼成?|搭|做成|得到|设计|实现",
            after=rf"(?:的)?(?:半导体|[SD]?RAM)?{MEMORY}(?!芯片)",
        ),
        Role(
            name="bytes",
            quantity=SIZE,
            read=to_bytes,
            before=rf"{MEMORY}?(?:的)?(?:总)?(?:容量|地址空间|空间|大小)+|{MEMORY}|组成|构成|拼成?",
            after=rf"(?:的)?(?:{MEMORY}|RAM(?:区|空间)?)",
            alone=True,
        ),
        Role(name="word", quantity=BITS, read=to_count, before=r"字长|每个?(?:存储)?(?:单元|字)|存储字", after="(?:的)?字长"),
        Role(
            name="address",
            quantity=rf"(?<![\d.A-Z]){INTEGER}\s*(?:根|条|位)(?:的)?地址(?:总?线|引脚)?|(?<=地址线)\s*{INTEGER}\s*(?:根|条|位)(?!的?数据)|(?<=地址总线)\s*{INTEGER}\s*(?:根|条|位)(?!的?数据)",
            read=to_count,
            alone=True,
        ),
        Role(
            name="data",
            quantity=rf"(?<![\d.A-Z]){INTEGER}\s*(?:根|条|位)(?:的)?数据(?:总?线|引脚)?|(?<=数据线)\s*{INTEGER}\s*(?:根|条|位)(?!的?地址)|(?<=数据总线)\s*{INTEGER}\s*(?:根|条|位)",
            read=to_count,
            alone=True,
        ),
    ),
    asks=(
        (
            rf"(?:它的|该|此|芯片|的)*地址(?:线|引脚|管脚)?(?:和|与|、|及|加上?|\+)数据(?:线|引脚|管脚)?(?:的)?(?:数)?(?:总数|之和|总和|数目之和|合计|总共|一共|共|加起来){_HOW_MANY}",
            "pins",
        ),
        (
            r"(?:该|此|芯片|的)*(?:引出线|引出端|引脚|管脚)(?:的)?(?:最小|最少)(?:的)?(?:数目|数|总数|根数)(?:应|要|需要?|为|是|有)*(?:多少|几)?(?:根|条|个)?|(?:该|此|芯片|的)*(?:引出线|引出端|引脚|管脚)(?:的)?(?:数目|数|总数|根数)?(?:最少|至少|最小)(?:的)?(?:数目)?(?:应|要|需要?|为|是|有)*(?:多少|几)?(?:根|条|个)?",
            "pins_all",
        ),
        (
            r"(?:片选|选片)(?:译码)?(?:信号)?(?:的)?(?:应|该|要|得|需要?|至少|使用|采用|用)*(?:多少|几)(?:根|位|条)?(?:高位)?(?:地址)?(?:线)?|(?:多少|几)(?:根|位|条)(?:高位)?(?:地址)?(?:线)?(?:用于|用作|作|做|来)(?:片选|译码|选片)(?:译码)?|(?:产生|形成|作)?片选(?:信号)?(?:译码)?(?:所需)?(?:的)?地址(?:线)?(?:的)?(?:位数|根数|条数)(?:\(直接译码\))?",
            "select",
        ),
        (r"(?:该|此)?(?:存储器|\ue000+)?(?:能|可以?)(?:存储|存放)(?:多少)(?:个)?字节(?:的)?(?:信息|数据)?", "space"),
        (
            r"(?:需要?)?(?:用)?(?:地址)?(?:多少|几)(?:根|位|条)(?:地址)?(?:线)?(?:来)?(?:做|作|进行|用于)(?:芯片|片)(?:的)?选择|需要地址(?:多少|几)位(?:来)?(?:做|作)(?:芯片|片)选择",
            "select",
        ),
        (
            r"(?:其中)?(?:多少|几)(?:根|位|条)(?:地址线)?(?:用于|用作|作|做|是|为)(?:片内)(?:地址|寻址)?(?:线)?",
            "inner",
        ),
        (
            rf"整个(?:{MEMORY})?(?:系统)?(?:最少|至少)?(?:需要?|要|有|用)*(?:多少|几)(?:根|位|条)?地址(?:总)?线|(?:设计|构成)?(?:此|该|这个)?{MEMORY}(?:共|总共|一共)?(?:需要?|要|有|用)*(?:多少|几)(?:根|位|条)地址(?:总)?线?",
            "memory_lines",
        ),
        (
            rf"(?:{MEMORY}|模块|整个存储器|CPU(?:端)?|系统)(?:的)?(?:所需|需要|共需|端)?(?:的)?地址(?:线|总线)(?:总)?(?:数|根数|位数)?(?:至少)?{_HOW_MANY}",
            "memory_lines",
        ),
        (
            rf"每块(?:芯片)?(?:需要?|要|有|用)*(?:多少|几)(?:根|条)?地址线|(?:每片|芯片|该片|片内|单片)(?:的)?(?:片内)?地址(?:线|引脚|管脚)(?:数)?{_HOW_MANY}|(?:每片|单片)(?:芯片)?(?:需要?|要|有|用)*(?:多少|几)(?:根|条)?(?:片内)?地址(?:线|引脚)|片内地址(?:码)?(?:需要?|要|用|占|为|是)*(?:多少|几)(?:根|条|位)|(?:多少|几)(?:根|条)?片内地址线",
            "chip_lines",
        ),
        (
            r"(?:每片|芯片|该片|片内|各片)(?:芯片)?(?:应|该|要|得|需要?|上|内|直接)*(?:接|连接?|用|使用)(?:到|的)?(?:CPU的?)?(?:是)?(?:哪几|哪些|哪)(?:根|条)?(?:CPU的?)?地址(?:总?线)|片内地址(?:线)?(?:是|用|为|接)*(?:哪几|哪些)(?:根|条)?(?:地址线)?",
            "low_lines",
        ),
        (
            rf"(?:分别|各)?(?:需要?|要|有)?(?:多少|几)(?:根|条)?地址(?:线|引脚)|(?:该|此|的)*地址(?:线|引脚|管脚)(?:数)?(?:和|与|、)?{_HOW_MANY}(?!.{{0,3}}片选)",
            "lines",
        ),
        (
            rf"(?:需要?|要|有)?(?:多少|几)(?:根|条)?数据(?:线|引脚)|(?:芯片|的)*(?<![址线脚][和与、及])数据(?:线|引脚|管脚)(?:数)?{_HOW_MANY}",
            "width",
        ),
        (r"每(?:一)?组(?:有|要|需要?|用|含)*(?:多少|几)(?:个)?片|位扩展(?:需要?|用|要)*(?:多少|几)片", "wide"),
        (
            r"(?:需要?|要|用|共|总共|一共|至少|这样的|这种|芯片|的|配满|凑)*(?:多少|几)(?:片|块|个(?=\s*(?:这样的|这种|这类|的|存储|\ue000)*(?:芯片|片子|[,。;?]|$)))(?:这样的|这种|的)*(?:[SD]?RAM|ROM)?(?:存储)?(?:芯片|片子)?(?![高低])|(?:需要?|要|用|共|总共|一共|至少)+(?:多少|几)(?:[SD]?RAM|ROM)?(?:存储)?芯片|(?:需要?|要|用|共需)+(?:[SD]?RAM|ROM)?(?:存储)?芯片(?:多少|几)(?:片|块|个)?|(?:所需|需要|共需)(?:的)?(?:芯片)(?:的)?(?:片|总|个)?数(?:目)?|芯片(?:的)?(?:总)?(?:片)?数",
            "chips",
        ),
        (r"(?:一共|共|总共|分成?|分为|需要)*(?:多少|几)组|组数", "groups"),
        (r"(?:它|该片|那片|这片|第.片|的)*(?:所占|对应)?(?:的)?地址范围(?:是|为|多少)*", "range"),
        (
            r"(?:CPU)?(?:可|能|的|最大|可以|最多)*(?:寻址|访问|主存|内存|地址空间|存储空间|配)*(?:的)?(?:最大)?(?:主存|内存|空间|范围|容量|地址空间)+(?:最大|可达|最多|为|是|有)*(?:多少|多大)(?:字节|KB|MB|B)?|(?:最大)(?:主存|内存)(?:容量)?(?:是|为)?(?:多少|多大)?|(?:主存|内存)最大(?:容量)?(?:是|为)?(?:多少|多大)",
            "space",
        ),
        (r"(?:该|此|存储器|芯片|的)*(?:存储)?容量(?:为|是|有|共)*(?:多少|多大)(?:\s*(?:KB|MB|字节|B|位))?", "capacity"),
    ),
    laws=(
        Law("memory", ("bytes", "word", "wordwise"), lambda total, word, _: (Fraction(total * 8, word), Fraction(word))),
        Law("memory", ("bytes",), lambda total: (Fraction(total), Fraction(8))),
        Law("memory", ("space", "data"), lambda total, data: (Fraction(total), Fraction(data)) if data == 8 else None),
        Law("space", ("pair",), lambda address: Fraction(1 << int(address)), "8 位一个单元，容量为 2 的地址位数次方个字节"),
        Law("memory", ("pair",), lambda address: (Fraction(1 << int(address)), Fraction(8))),
        Law(
            "space",
            ("address", "data"),
            lambda address, data: Fraction(1 << int(address)) if data == 8 else None,
            "最大容量为 2 的地址线根数次方个单元",
        ),
        Law("space", ("address", "bytewise"), lambda address, _: Fraction(1 << int(address)), "最大容量为 2 的地址线根数次方个单元"),
        Law("chips", ("memory", "chip"), chips, "芯片数为（存储器的字数 ÷ 芯片的字数）×（存储器的位数 ÷ 芯片的位数）"),
        Law("groups", ("memory", "chip"), _quotient(0), "组数为存储器的字数 ÷ 芯片的字数"),
        Law("wide", ("memory", "chip"), _quotient(1), "每组的片数为存储器的位数 ÷ 芯片的位数"),
        Law("all_lines", ("chip",), lambda chip: log(chip[0]), "地址线根数为字数的对数"),
        Law("memory_lines", ("memory",), lambda memory: log(memory[0]), "地址线根数为存储器字数的对数"),
        Law("lines", ("memory",), lambda _: stay_out("lines of a chip or of the memory")),
        Law("lines", ("chip_lines",), lambda lines: lines),
        Law("chip_lines", ("all_lines", "multiplexed"), lambda lines, _: Fraction(-(-int(lines) // 2)), "行、列地址分时送入，地址引脚减半"),
        Law("chip_lines", ("all_lines", "plain"), lambda lines, _: lines),
        Law(
            "chip_lines",
            ("all_lines", "dynamic"),
            lambda lines, _: Fraction(-(-int(lines) // 2)),
            "行、列地址分时送入，地址引脚减半",
            "DRAM 芯片的行、列地址复用同一组引脚",
        ),
        Law("memory_width", ("memory",), lambda memory: memory[1]),
        Law(
            "pins",
            ("whole_memory", "memory_lines", "memory_width"),
            lambda _, lines, width: lines + width,
            "地址线根数为字数的对数，数据线根数为字的位数，两者相加",
        ),
        Law("inner", ("all_lines",), lambda lines: lines, "片内地址位数为芯片字数的对数"),
        Law(
            "pins_all",
            ("chip_lines", "width", "controls"),
            lambda lines, width, controls: lines + width + controls,
            "地址、数据、控制引脚相加",
        ),
        Law(
            "pins",
            ("all_lines", "width", "dynamic"),
            lambda lines, width, _: Fraction(-(-int(lines) // 2)) + width,
            "行、列地址分时送入，地址引脚减半，再加数据引脚",
            "DRAM 芯片的行、列地址复用同一组引脚",
        ),
        Law(
            "controls",
            ("apart", "static"),
            lambda apart, _: Fraction(2) if apart == 1 else None,
            convention="另有片选线和读写控制线各一根",
        ),
        Law("controls", ("apart",), lambda apart: Fraction(0) if apart == 2 else None),
        Law("low_lines", ("chip_lines", "plain", "by_word"), lambda lines, *_: lines, "片内地址接地址线的低位"),
        Law("by_word", ("memory",), lambda memory: 1 if memory[1] == 8 else None),
        Law("width", ("chip",), lambda chip: chip[1], "数据线根数为芯片的位数"),
        Law("pins", ("chip_lines", "width"), lambda lines, width: lines + width, "地址引脚加数据引脚"),
        Law("select", ("groups",), lambda groups: Fraction((int(groups) - 1).bit_length()), "片选译码的地址线根数为组数的对数"),
        Law("range", ("number", "memory", "chip", "start"), _range_of_chip, "每片的地址连续"),
        Law("start", ("first",), lambda first: Fraction(first)),
        Law("start", (), lambda: Fraction(0), convention="地址从 0 开始"),
        Law("capacity", ("chip",), lambda chip: chip[0] * chip[1] / 8, "容量为字数 × 位数 ÷ 8"),
    ),
    marks=(
        ("wordwise", r"按字编址"),
        ("bytewise", "按字节编址|字节编址"),
        ("plain", r"^(?![\s\S]*(?:DRAM|动态|复用|分时))"),
        ("dynamic", r"DRAM[\s\S]*引脚"),
        ("static", r"SRAM|静态|(?<![A-Za-z])RAM(?=\s?(?:存储)?芯片)"),
        ("whole_memory", r"^(?![\s\S]*(?:芯片|每片|几片|多少片))"),
    ),
    shown={
        "chip": Quantity("芯片", show_shape),
        "memory": Quantity("存储器", show_shape),
        "bytes": Quantity("容量", lambda value: size(int(value))),
        "pair": Quantity("地址", counted("位")),
        "address": Quantity("地址线", counted("根")),
        "data": Quantity("数据线", counted("根")),
        "chips": Quantity("芯片", counted("片"), lambda value: (f"{value}",)),
        "groups": Quantity("分", counted("组")),
        "wide": Quantity("每组", counted("片")),
        "lines": Quantity("地址线", counted("根"), lambda value: (f"{value}", f"{value} 位", f"{value} 条")),
        "chip_lines": Quantity("芯片地址线", counted("根"), lambda value: (f"{value}", f"{value} 条")),
        "low_lines": Quantity("每片接地址线", lambda value: f"A{value - 1}~A0", lambda value: (f"A0~A{value - 1}",)),
        "memory_lines": Quantity("地址线", counted("根"), lambda value: (f"{value}", f"{value} 条", f"{value} 位")),
        "all_lines": Quantity("地址", counted("位")),
        "inner": Quantity("片内地址", counted("位"), lambda value: (f"{value}",)),
        "width": Quantity("数据线", counted("根"), lambda value: (f"{value}", f"{value} 条")),
        "controls": Quantity("控制引脚", counted("根")),
        "pins_all": Quantity("引脚", counted("根"), lambda value: (f"{value}", f"{value} 个", f"{value} 条")),
        "pins": Quantity("引脚", counted("根"), lambda value: (f"{value}", f"{value} 个", f"{value} 条")),
        "select": Quantity("片选译码用", counted("根"), lambda value: (f"{value} 位", f"{value}")),
        "range": Quantity("地址范围", show_range),
        "space": Quantity("最大容量", lambda value: size(int(value)), sizes),
        "capacity": Quantity("容量", lambda value: size(int(value)), sizes),
        "number": Quantity("第几片", about),
    },
    words=WORDS + " 装满 配满",
    idle=frozenset({"bytes", "pair", "first", "apart", "word", "address", "data", "multiplexed", "pieces", "planes"}),
    conventions=("1K = 1024",),
    check=lambda facts: _chip_check(facts),
)


def _chip_check(facts: Facts) -> None:
    memory, word, address = facts.get("memory"), facts.get("word"), facts.get("address")
    if memory is not None and word is not None and memory[1] != word:
        stay_out("word")
    if memory is not None and facts.get("data", memory[1]) != memory[1]:
        stay_out("data lines")
    if memory is not None and address is not None and memory[0] > 1 << int(address):
        stay_out("address lines")
    chip = facts.get("chip")
    if chip is not None and facts.get("planes", chip[1]) != chip[1]:
        stay_out("planes")
    held = 8 * facts["bytes"] if "bytes" in facts else memory[0] * memory[1] if memory is not None else None
    if "pieces" in facts and (chip is None or facts["pieces"] * chip[0] * chip[1] != held):
        stay_out("pieces")
