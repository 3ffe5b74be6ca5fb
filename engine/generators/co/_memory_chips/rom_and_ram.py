"""A memory of ROM and RAM told by their sizes, each made of chips of its own."""

from __future__ import annotations

from fractions import Fraction

from engine.generators.clauses import Role
from engine.generators.co._memory_chips.words import CHIP, MEMORY, SHAPE, WORDS, shape, show_shape
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.laws.clauses import SIZE, Clauses, to_bytes
from engine.generators.markdown import paragraphs

TASK = "divided"


def recognise(text: str) -> Recognition | None:
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
    chips: dict[str, tuple[int, int]] = {}
    for match in reading.take_all(
        rf"(?P<name>RAM|ROM)(?:区|部分)?(?:都|则|均)?(?:用|采用|由|选用|使用)(?:若干)?(?:片|个)?(?P<shape>{SHAPE})(?:的)?(?:RAM|ROM|EPROM|SRAM)?(?:存储)?(?:{CHIP})?(?:构成|组成|实现)?"
        rf"|(?:用|采用|由|选用|使用|和|与|、)*(?:若干)?(?:片|个)?(?P<shape2>{SHAPE})(?:的)?(?P<name2>RAM|ROM)(?:存储)?(?:{CHIP})"
    ):
        name = (match["name"] or match["name2"]).upper()
        if name in chips:
            return None
        words, bits = shape(match["shape"] or match["shape2"])
        chips[name] = (int(words), int(bits))
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
                before=rf"(?:{MEMORY})(?:的)?(?:总)?(?:容量|空间|地址空间|大小)*|地址空间|共",
                after=rf"(?:的)?{MEMORY}",
            ),
        )
    )
    if not reading.take_all(
        r"(?:各|分别)(?:需要?|要|用|是|为)*(?:多少|几)(?:片|个|块)(?:芯片)?|(?:上述|这两种)?(?:规格)?(?:的)?(?:RAM|ROM)(?:芯片)?(?:数|数量|数目)?(?:和|与|、)(?:RAM|ROM)(?:芯片)?(?:数|数量|数目)(?:分别|各)*(?:是|为)?(?:多少)?|(?:RAM|ROM)(?:和|与|、)(?:RAM|ROM)(?:芯片)?(?:各|分别)*(?:需要?|要|用)*(?:多少|几)(?:片|个)|(?:需要?|要)(?:RAM|ROM)(?:芯片)?(?:多少|几)片"
    ):
        return None
    reading.finish(WORDS + " 上述 规格 规格的 剩下 其余 部分 共需 多少片 几片 构造 设计")
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
        if sizes[name] <= 0 or sizes[name] % chip[0] or 8 % chip[1]:
            return None
        counts[name] = sizes[name] // chip[0] * (8 // chip[1])
    order = ("ROM", "RAM")
    return Recognition(
        parameters={
            "task": TASK,
            "sizes": {name: sizes[name] for name in order},
            "chips": {name: list(chips[name]) for name in order},
        },
        understood=tuple((name, f"{sizes[name] >> 10}K×8 位，芯片 {show_shape([Fraction(one) for one in chips[name]])}") for name in order),
    )


def solve(parameters: Parameters) -> Solution:
    """Chips of ROM and of RAM, by bytes."""
    lines, answers = [], []
    for name, size in parameters["sizes"].items():
        words, bits = parameters["chips"][name]
        groups, side = size // words, 8 // bits
        lines.append(f"{name}：{size >> 10}K×8 位，每 {side} 片一组，{groups} 组，{groups}×{side} = {groups * side} 片。")
        answers.append(f"{name} {groups * side} 片")
    return Solution(answer="，".join(answers), steps=paragraphs(*lines, "，".join(answers)), conventions=("按字节编址，1K = 1024",))
