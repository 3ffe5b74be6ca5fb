"""Expanding opcodes: how many instructions of each address count fit into a fixed instruction length.

After Tanenbaum, Structured Computer Organization (expanding opcodes), and Tang, Computer Organization: the opcodes that instructions
with more addresses leave unused are prefixes; an address field given up lengthens the opcode by its bits, so that each prefix makes
2^bits longer opcodes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from engine.drawings.model import Drawing, Field, Fields
from engine.generators.chance import Chance
from engine.generators.co._alternatives import first_reading
from engine.generators.co._expanding_opcode import counts as opcode_counts
from engine.generators.co._expanding_opcode import (
    displaced_addresses,
    effective_addresses,
    indexed_arrays,
    instruction_reach,
    relative_jumps,
)
from engine.generators.co._expanding_opcode import lexicon as opcode_lexicon
from engine.generators.co._expanding_opcode import topics as opcode_topics
from engine.generators.co._expanding_opcode.micro_topic import MICRO
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.laws.solving import recogniser, solver
from engine.generators.markdown import numbered, paragraphs
from engine.generators.reading import stay_out

POINT = "co.instruction.expanding-opcode"
NAMES = ("零地址", "一地址", "二地址", "三地址", "四地址")


@dataclass(frozen=True, slots=True)
class Level:
    """The opcodes of one length.

    Attributes:
        addresses: address fields of its instructions.
        opcode: its length in bits.
        available: codes that the prefixes from above make.
        used: codes taken by instructions.
    """

    addresses: int
    opcode: int
    available: int
    used: int

    @property
    def left(self) -> int:
        """Codes free to be prefixes."""
        return self.available - self.used


def expand(word: int, address: int, counts: Sequence[int]) -> list[Level]:
    """The levels from `len(counts) - 1` addresses down to none.

    Args:
        word: instruction length in bits.
        address: length of one address field in bits.
        counts: instructions of each level, most addresses first.

    Raises:
        ValueError: a level has more instructions than codes, or the opcode no bit.
    """
    most = len(counts) - 1
    if word - most * address < 1:
        raise ValueError("no room for an opcode")
    levels: list[Level] = []
    for addresses, used in zip(range(most, -1, -1), counts, strict=True):
        opcode = word - addresses * address
        level = Level(addresses, opcode, levels[-1].left << address if levels else 1 << opcode, used)
        if level.left < 0:
            raise ValueError(f"{used} instructions, {level.available} codes")
        levels.append(level)
    return levels


def prefixes(address: int, counts: Mapping[int, int], above: int) -> int:
    """Codes of the level with `above` addresses that must be prefixes for all instructions with fewer addresses."""
    needed = 0
    for addresses in range(above):
        needed = -(-(counts.get(addresses, 0) + needed) // (1 << address))
    return needed


def most(word: int, address: int, counts: Mapping[int, int], asked: int) -> int:
    """The most instructions with `asked` addresses beside the given ones (address count -> instructions).

    Raises:
        ValueError: the given ones do not fit.
    """
    top = max(asked, *counts) if counts else asked
    if word - top * address < 1:
        raise ValueError("no room for an opcode")
    available = 1 << (word - top * address)
    for addresses in range(top, asked, -1):
        available = (available - counts.get(addresses, 0)) << address
        if available < 0:
            raise ValueError("the given instructions do not fit")
    left = available - prefixes(address, counts, asked)
    if left < 0:
        raise ValueError("the given instructions do not fit")
    return left


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    address = chance.between(3, 9)
    if difficulty == 1:
        return _below(chance, address, levels=2)
    if difficulty == 2:
        return _below(chance, address, levels=3)
    return _most_two(chance, address) if chance.one_in(2) else _shortest(chance, address)


def _opening(word: int, address: int) -> str:
    return f"某计算机指令字长固定为 {word} 位，采用扩展操作码，每个地址码占 {address} 位"


def _below(chance: Chance, address: int, levels: int) -> Generated | None:
    """The most instructions of the last level, those above given."""
    top = chance.between(levels - 1, 3)
    word = top * address + chance.between(4, 7)
    codes = 1 << (word - top * address)
    counts = [codes - chance.between(1, min(25, codes - 2))]
    if levels == 3:
        counts.append((codes - counts[0] << address) - chance.between(1, 9))
    asked = top - len(counts)
    trace = expand(word, address, [*counts, *[0] * (top + 1 - len(counts))])
    right = trace[top - asked].available
    above = trace[top - 1 - asked]
    if above.used < 1 or right > 40000:
        return None
    wrong = [
        ((above.left - 1) << address, "又多留了一个编码作扩展标志"),
        ((1 << above.opcode + address) - sum(counts), "用全部编码数减去已有的指令条数"),
        (above.left, "没有乘上多出来的地址码所能区分的编码数"),
        (right - 1, "以为最后一级也要留一个编码作扩展标志"),
        (above.left << address - 1, "操作码少扩展了一位"),
        (above.left << address + 1, "操作码多扩展了一位"),
        ((above.left + 1) << address, "前一级的指令少数了一条"),
        (above.used << address, "用已使用的编码去扩展"),
        (above.left * 2 * address, "把 2 的幂算成了乘以 2"),
    ]
    given = "，".join(f"{NAMES[top - i]}指令 {count} 条" for i, count in enumerate(counts))
    return Generated(
        point=POINT,
        stem=f"{_opening(word, address)}。若已设计{given}，则{NAMES[asked]}指令最多有",
        right=f"{right} 条",
        wrong=[Wrong(f"{value} 条", why) for value, why in wrong if value > 0],
        steps=paragraphs(_working(trace[: top - asked], address), f"{NAMES[asked]}指令最多 {above.left}×2^{address} = {right} 条"),
        parameters={
            "task": f"below-{levels - 1}",
            "word": word,
            "address": address,
            "asked": asked,
            "counts": [[top - i, count] for i, count in enumerate(counts)],
        },
        drawing=_drawing(word, address, top),
    )


def _most_two(chance: Chance, address: int) -> Generated | None:
    """The most two-address instructions beside given ones with fewer."""
    word = 2 * address + chance.between(3, 6)
    one, zero = chance.between(5, 4 << address), chance.between(5, 5 << address)
    step = 1 << address
    if one % step == 0 or zero % step == 0:
        return None
    counts = {1: one, 0: zero}
    try:
        right = most(word, address, counts, 2)
    except ValueError:
        return None
    codes = 1 << (word - 2 * address)
    inner = -(-zero // step)
    wrong = [
        (codes - (one + inner) // step, "一地址这一级需要的前缀数没有向上取整"),
        (codes - -(-one // step), "没有为零地址指令留出编码"),
        (codes - -(-one // step) - -(-zero // step), "把零地址指令的前缀也算在了二地址这一级"),
        (codes - one, "直接减去一地址指令的条数"),
        (codes - 1, "以为只要留一个编码作扩展标志"),
        (right - 1, "又多留了一个编码作扩展标志"),
        (right + 1, "少留了一个编码"),
        (right - 2, "又多留了两个编码作扩展标志"),
        (codes, "没有为其他指令留出编码"),
    ]
    if right < 1:
        return None
    return Generated(
        point=POINT,
        stem=f"{_opening(word, address)}。若要设计一地址指令 {one} 条、零地址指令 {zero} 条，则二地址指令最多有",
        right=f"{right} 条",
        wrong=[Wrong(f"{value} 条", why) for value, why in wrong if value > 0],
        steps=numbered(_upwards(address, counts, 2))
        + f"\n\n二地址指令的操作码有 {word} − 2×{address} = {word - 2 * address} 位，共 2^{word - 2 * address} = {codes} 个编码，"
        f"留出 {codes - right} 个作前缀后最多 {codes} − {codes - right} = {right} 条",
        parameters={"task": "above", "word": word, "address": address, "asked": 2, "counts": [[1, one], [0, zero]]},
        drawing=_drawing(word, address, 2),
    )


def shortest(address: int, counts: Mapping[int, int]) -> int:
    """The shortest instruction length that holds the given instructions (address count -> instructions)."""
    top = max(counts)
    needed = counts[top] + prefixes(address, counts, top)
    return top * address + max(1, (needed - 1).bit_length())


def _shortest(chance: Chance, address: int) -> Generated | None:
    two = chance.between(5, 62)
    counts = {2: two, 1: chance.between(10, 6 << address), 0: chance.between(3, 30)}
    right = shortest(address, counts)
    needed = two + prefixes(address, counts, 2)
    total = sum(counts.values())
    bits = right - 2 * address
    wrong = [
        ((two - 1).bit_length() + 2 * address, "没有为其他指令留出扩展用的编码"),
        ((total - 1).bit_length() + 2 * address, "按全部指令定长编码计算操作码"),
        ((two - 1).bit_length() + 1 + 2 * address, "以为扩展总要多占一位操作码"),
        (bits + address, "只算了一个地址码"),
        (bits + 3 * address, "算了三个地址码"),
        (right + 1, "操作码多算了一位"),
        (right - 1, "操作码少算了一位"),
        (right + 2, "操作码多算了两位"),
        (right - 2, "操作码少算了两位"),
    ]
    return Generated(
        point=POINT,
        stem=(
            f"某计算机采用定长指令字和扩展操作码，每个地址码占 {address} 位，需要二地址指令 {two} 条、一地址指令 {counts[1]} 条、"
            f"零地址指令 {counts[0]} 条，则指令字长至少为"
        ),
        right=f"{right} 位",
        wrong=[Wrong(f"{value} 位", why) for value, why in wrong],
        steps=numbered(_upwards(address, counts, 2))
        + f"\n\n二地址这一级共需 {two} + {needed - two} = {needed} 个编码，2^{bits} ≥ {needed}，操作码 {bits} 位，"
        f"指令字长至少 {bits} + 2×{address} = {right} 位",
        parameters={"task": "shortest", "address": address, "counts": [[2, two], [1, counts[1]], [0, counts[0]]]},
        drawing=_drawing(right, address, 2),
    )


# --- working and drawing -----------------------------------------------------------------------------------------------------------


def _working(levels: Sequence[Level], address: int) -> str:
    lines = []
    for number, level in enumerate(levels):
        origin = f"{levels[number - 1].left}×2^{address} = {level.available}" if number else f"2^{level.opcode} = {level.available}"
        lines.append(
            f"{NAMES[level.addresses]}指令的操作码 {level.opcode} 位，可用编码 {origin} 个，用去 {level.used} 个，"
            f"剩 {level.available} − {level.used} = {level.left} 个作前缀"
        )
    return numbered(lines)


def _upwards(address: int, counts: Mapping[int, int], above: int) -> list[str]:
    lines = []
    needed = 0
    for addresses in range(above):
        count = counts.get(addresses, 0)
        if count + needed:
            up = -(-(count + needed) // (1 << address))
            sum_ = f"({count} + {needed})" if needed else f"{count}"
            lines.append(f"{NAMES[addresses]}指令 {count} 条，要占{NAMES[addresses + 1]}这一级的前缀 ⌈{sum_}/2^{address}⌉ 即 {up} 个")
            needed = up
    return lines


def _drawing(word: int, address: int, top: int) -> Drawing:
    words = []
    for addresses in range(top, -1, -1):
        fields = [Field("操作码", word - addresses * address, tone="new")]
        fields += [Field(f"A{number}", address) for number in range(1, addresses + 1)]
        words.append((NAMES[addresses], tuple(fields)))
    return Fields(title="扩展操作码", note="少一个地址码，操作码就长出这几位", words=tuple(words))


# --- solver ------------------------------------------------------------------------------------------------------------------------


def _solve(parameters: Parameters) -> Solution:
    if (solve := _OWN.get(parameters.get("task", ""))) is not None:
        return solve(parameters)
    solution = _SOLVE(parameters) or stay_out("no such task")
    if parameters["task"] == opcode_topics.EXPANDING.name and len(parameters["scenes"]) == 1:
        told = opcode_topics.asked_of_one_level(parameters["scenes"][0])
        if told is not None:
            word, address, counts, asked = told
            return replace(
                solution, steps=_most_worked_out(word, address, counts, asked), drawing=_drawing(word, address, max([asked, *counts]))
            )
    return solution


def _most_worked_out(word: int, address: int, counts: Mapping[int, int], asked: int) -> str:
    """How the most instructions of one format are found, the others being told."""
    right = most(word, address, counts, asked)
    top = max([asked, *counts])
    down = expand(word, address, [counts.get(level, 0) if level > asked else 0 for level in range(top, -1, -1)])
    working = _working(down[: top - asked], address) if top > asked else ""
    available = down[top - asked].available
    origin = f"{down[top - asked - 1].left}×2^{address} = {available}" if top > asked else f"2^{word - top * address} = {available}"
    closing = f"{NAMES[asked]}指令可用的编码有 {origin} 个"
    if available != right:
        closing += f"，留出 {available - right} 个作前缀，最多 {available} − {available - right} = {right} 条"
    return paragraphs(working, numbered(_upwards(address, counts, asked)), closing)


_SOLVE = solver((*opcode_topics.TOPICS, *opcode_lexicon.BY_WORDS, MICRO))
_OWN = {
    opcode_counts.TASK: opcode_counts.solve,
    relative_jumps.TASK: relative_jumps.solve,
    effective_addresses.TASK: effective_addresses.solve,
    displaced_addresses.TASK: displaced_addresses.solve,
    instruction_reach.TASK: instruction_reach.solve,
    indexed_arrays.TASK: indexed_arrays.solve,
}
_READERS = (
    *map(recogniser, opcode_topics.TOPICS),
    opcode_counts.recognise,
    relative_jumps.recognise,
    effective_addresses.recognise,
    displaced_addresses.recognise,
    instruction_reach.recognise,
    indexed_arrays.recognise,
    *map(recogniser, (*opcode_lexicon.BY_WORDS, MICRO)),
)

# Least numbers of instructions, and bits of an instruction that belong to none of the fields that are read.
_UNREAD = (
    # How many more of those that are told.
    r"(?:(?P<told>[零一二三单])地址(?:指令)?[^,;。?\d]{0,4}\d+条|\d+条(?P<so>[零一二三单])地址)[^?]*?还[^,;。?\d]{0,8}(?:多少|几)条(?:的)?(?:(?P=told)|(?P=so))地址|"
    r"(?P<these>[零一二三单])地址(?:指令)?[^,;。?\d]{0,4}\d+条[^?]*?(?P=these)地址(?:指令)?还[^,;。?\d]{0,8}(?:多少|几)|"
    r"地址指令(?:的)?(?:条数|数目)?(?:至少|最少)(?:还)?(?:能|可以?|会)?(?:有|是|为|设|设计|安排)?(?:多少|几)|指令(?:字?长度?)(?:是)?可变(?!的?两种)"
    r"|(?:首位|最高位|第一位)(?:固定)?(?:为|是|作|用作)(?!符号|数符)|地址指令(?:中)?的(?:每个)?地址码?(?:字段)?(?:只|仅)|(?:奇偶)?校验位"
)

KIND = Kind(
    name="expanding-opcode",
    title="扩展操作码",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"操作码|指令字长|OP|地址(?:码)?(?:的)?指令|扩展操作码|操作码扩展|[零一二三]地址|操作数|定长指令|指令长度?|间址|偏移量|位移量|寻址|微指令|微程序",
        recognise=first_reading(*_READERS, unread=_UNREAD),
        solve=_solve,
    ),
)
