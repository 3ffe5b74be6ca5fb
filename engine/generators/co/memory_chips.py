"""Main memory from chips: how many, which address lines select, and which addresses a group of chips holds.

After Tang and Yuan, Computer Organization (connecting memory and CPU): chips side by side widen the word, groups one after another
lengthen the address space; the low address lines go to the chips, a decoder on the next ones selects the group.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.drawings.model import Drawing, MemoryMap, Region
from engine.generators.chance import Chance
from engine.generators.co._alternatives import first_reading
from engine.generators.co._memory_chips import building as memory_building
from engine.generators.co._memory_chips import chip_list as memory_chip_list
from engine.generators.co._memory_chips import conflict as memory_conflict
from engine.generators.co._memory_chips import layout_reading as memory_layout_reading
from engine.generators.co._memory_chips import layout_solving as memory_layout_solver
from engine.generators.co._memory_chips import same_chip as memory_same_chip
from engine.generators.co._memory_chips import topics as memory_topics
from engine.generators.co._memory_chips.written import written_plainly
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.laws.changes import with_changes
from engine.generators.laws.measures import hexadecimal
from engine.generators.laws.solving import recogniser, solver
from engine.generators.markdown import paragraphs
from engine.generators.reading import stay_out
from engine.generators.variations import solving_variations

POINT = "co.memory.cpu-connection"


@dataclass(frozen=True, slots=True)
class Memory:
    """A memory of `words` words of `bits` bits, made of chips of `chip_words` words of `chip_bits` bits."""

    words: int
    bits: int
    chip_words: int
    chip_bits: int

    @property
    def side_by_side(self) -> int:
        """Chips in a group."""
        return self.bits // self.chip_bits

    @property
    def groups(self) -> int:
        """Groups of chips."""
        return self.words // self.chip_words

    @property
    def chips(self) -> int:
        """Number of chips."""
        return self.side_by_side * self.groups

    @property
    def chip_lines(self) -> int:
        """Address lines that go to every chip."""
        return self.chip_words.bit_length() - 1

    def group_of(self, address: int) -> int:
        """The group (from 0) that holds an address."""
        return address // self.chip_words

    def span(self, group: int) -> tuple[int, int]:
        """The first and the last address of a group (from 0)."""
        return group * self.chip_words, (group + 1) * self.chip_words - 1


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _count(chance)
    if difficulty == 2:
        return _range(chance)
    return _ram(chance)


def _memory(chance: Chance) -> Memory | None:
    chip_bits = chance.choice((1, 2, 4, 8))
    bits = chance.choice((8, 16, 32))
    chip_words = 1 << chance.between(10, 17)
    words = chip_words << chance.between(1, 4)
    if bits < chip_bits or bits // chip_bits > 8 or words > 1 << 20:
        return None
    return Memory(words, bits, chip_words, chip_bits)


def _shape(words: int, bits: int) -> str:
    return f"{words >> 10}K×{bits} 位"


def _count(chance: Chance) -> Generated | None:
    memory = _memory(chance)
    if memory is None or memory.chips < 4:
        return None
    by_lines = chance.one_in(3)
    if by_lines:
        right = memory.groups.bit_length() - 1
        total = memory.words.bit_length() - 1
        values = [
            (total, "算成了全部的地址线"),
            (memory.chip_lines, "算成了送到芯片的地址线"),
            (memory.chips.bit_length() - 1, "按芯片总数而不是组数计算"),
            (memory.groups, "一组用一根地址线，没有用译码器"),
            (right + 1, "多算了一根"),
            (right - 1, "少算了一根"),
            (right + 2, "多算了两根"),
        ]
        asked, unit = "则用译码器产生各组的片选信号时，译码器输入的地址线至少有", "根"
        closing = f"芯片内用 {memory.chip_lines} 根，{memory.groups} 组要区分，2^{right} = {memory.groups}，译码器输入 {right} 根"
    else:
        right = memory.chips
        values = [
            (memory.groups, "只算了字扩展"),
            (memory.side_by_side, "只算了位扩展"),
            (memory.groups + memory.side_by_side, "字扩展和位扩展的倍数应相乘"),
            (right * 2, "多算了一倍"),
            (right // 2, "少算了一半"),
            (right * 8, "没有区分位和字节"),
            (right - 1, "少算了一片"),
            (right + 1, "多算了一片"),
        ]
        asked, unit = "则需要芯片", "片"
        closing = f"共需要 {memory.groups}×{memory.side_by_side} = {right} 片"
    return Generated(
        point=POINT,
        stem=f"用若干片 {_shape(memory.chip_words, memory.chip_bits)}的存储芯片组成 {_shape(memory.words, memory.bits)}的存储器（按字编址，字长 {memory.bits} 位），{asked}",
        right=f"{right} {unit}",
        wrong=[Wrong(f"{value} {unit}", why) for value, why in values if value > 0],
        steps=paragraphs(
            f"位扩展：{memory.bits}/{memory.chip_bits} = {memory.side_by_side} 片一组。",
            f"字扩展：{memory.words >> 10}/{memory.chip_words >> 10} = {memory.groups} 组。",
            closing,
        ),
        parameters={
            "task": "select" if by_lines else "chips",
            "words": memory.words,
            "bits": memory.bits,
            "chip_words": memory.chip_words,
            "chip_bits": memory.chip_bits,
        },
        drawing=_drawing(memory),
    )


def _code(value: int, digits: int) -> str:
    return f"{value:0{digits}X}H"


def _range(chance: Chance) -> Generated | None:
    """The addresses of the group that an address lies in: its lowest, or the whole range of a group."""
    memory = _memory(chance)
    if memory is None or memory.groups < 4 or memory.side_by_side < 2:
        return None
    digits = -(-(memory.words.bit_length() - 1) // 4)
    last = memory.words - 1
    if chance.one_in(2):
        address = chance.below(memory.words)
        group = memory.group_of(address)
        right = memory.span(group)[0]
        width = memory.chip_words
        values = [
            (right + width, "组号多算了 1"),
            (right - width, "组号少算了 1"),
            (address // (2 * width) * 2 * width, "组内地址多算了一位"),
            (address // (width // 2) * (width // 2), "组内地址少算了一位"),
            (address // (width // memory.side_by_side) * (width // memory.side_by_side), "一组按一片的容量除以片数计算"),
            (right + width // 2, "组内地址少算了一位"),
            (right + width - 1, "算成了该芯片的最大地址"),
            (0, "算成了整个存储器的最小地址"),
            (address - address % 16, "只把最后一位十六进制数清 0"),
        ]
        return Generated(
            point=POINT,
            stem=(
                f"某存储器由 {memory.chips} 片 {_shape(memory.chip_words, memory.chip_bits)}的芯片构成，总容量为 {_shape(memory.words, memory.bits)}，"
                f"按字编址（字长 {memory.bits} 位），地址从 0 开始，各组芯片的地址连续。地址 {hexadecimal(address, digits)} 所在芯片的最小地址是"
            ),
            right=hexadecimal(right, digits),
            wrong=[Wrong(hexadecimal(value, digits), why) for value, why in values if 0 <= value <= last],
            steps=paragraphs(
                f"{memory.bits}/{memory.chip_bits} = {memory.side_by_side} 片并联成一组，每组 {memory.chip_words >> 10}K 个字，组内地址 {memory.chip_lines} 位。",
                f"把地址的低 {memory.chip_lines} 位清 0，就是该组（第 {group} 组）芯片的最小地址 {hexadecimal(right, digits)}",
            ),
            parameters={
                "task": "lowest",
                "words": memory.words,
                "bits": memory.bits,
                "chip_words": memory.chip_words,
                "chip_bits": memory.chip_bits,
                "address": address,
            },
            drawing=_drawing(memory),
        )
    group = chance.between(1, memory.groups - 1)

    def text(start: int, end: int) -> str:
        return f"`{_code(start, digits)}～{_code(end, digits)}`"

    start, end = memory.span(group)
    half = memory.chip_words // 2
    part = memory.chip_words // memory.side_by_side
    spans = [
        ((group + 1) * memory.chip_words, (group + 2) * memory.chip_words - 1, "组号应从 0 开始"),
        ((group - 1) * memory.chip_words, group * memory.chip_words - 1, "前面的组少数了一组"),
        (start, end + 1, "末地址没有减 1"),
        (group * half, group * half + half - 1, "组内地址少算了一位"),
        (group * part, group * part + part - 1, "没有区分位扩展和字扩展"),
        (start, start + half - 1, "每组的容量少算了一半"),
        (start + half, end + half, "首地址算错了"),
    ]
    return Generated(
        point=POINT,
        stem=(
            f"某存储器由 {memory.chips} 片 {_shape(memory.chip_words, memory.chip_bits)}的芯片构成，总容量为 {_shape(memory.words, memory.bits)}，"
            f"按字编址（字长 {memory.bits} 位），地址从 0 开始，各组芯片的地址连续，组号从 0 开始。第 {group} 组芯片的地址范围是"
        ),
        right=text(start, end),
        wrong=[Wrong(text(one, other), why) for one, other, why in spans if one >= 0 and other <= last],
        steps=paragraphs(
            f"{memory.bits}/{memory.chip_bits} = {memory.side_by_side} 片并联成一组，每组 {memory.chip_words >> 10}K 个字，即 `{_code(memory.chip_words, digits)}` 个。",
            f"第 {group} 组从 {group} 倍的 `{_code(memory.chip_words, digits)}` 开始，地址范围是 {text(start, end)}",
        ),
        parameters={
            "task": "range",
            "words": memory.words,
            "bits": memory.bits,
            "chip_words": memory.chip_words,
            "chip_bits": memory.chip_bits,
            "group": group,
        },
        drawing=_drawing(memory),
    )


def _ram(chance: Chance) -> Generated | None:
    """ROM over a given range, RAM chips for the rest."""
    step = 1 << chance.between(10, 13)
    total = 1 << 16
    rom = step * chance.between(1, 12)
    chip_words = step >> chance.between(0, 1)
    bits, chip_bits = chance.choice((8, 16)), chance.choice((1, 2, 4, 8))
    low = chance.one_in(2)
    rest = total - rom
    right = rest // chip_words * (bits // chip_bits)
    span = (0, rom - 1) if low else (rest, total - 1)
    if chip_words < 1024 or right > 400:
        return None
    values = [
        (total // chip_words * (bits // chip_bits), "没有减去 ROM 占的地址空间"),
        (rom // chip_words * (bits // chip_bits), "算成了 ROM 所占的部分"),
        (rest // chip_words, "没有做位扩展"),
        (right * 2, "多算了一倍"),
        (right // 2, "少算了一半"),
        ((rest // chip_words + 1) * (bits // chip_bits), "ROM 的容量少算了一组"),
        ((rest // chip_words - 1) * (bits // chip_bits), "ROM 的容量多算了一组"),
        (right + 1, "多算了一片"),
        (right - 1, "少算了一片"),
    ]
    return Generated(
        point=POINT,
        stem=(
            f"某计算机按字编址，字长 {bits} 位，主存地址空间为 64K 个字，其中 `{_code(span[0], 4)}～{_code(span[1], 4)}` 为 ROM 区，其余全部为 RAM 区。"
            f"若用 {_shape(chip_words, chip_bits)}的 RAM 芯片构成 RAM 区，则需要芯片"
        ),
        right=f"{right} 片",
        wrong=[Wrong(f"{value} 片", why) for value, why in values if value > 0],
        steps=paragraphs(
            f"ROM 区有 `{_code(span[1], 4)}` − `{_code(span[0], 4)}` + 1，即 {rom} 个字；RAM 区有 65536 − {rom} = {rest} 个字。",
            f"字扩展 {rest}/{chip_words} = {rest // chip_words} 组，位扩展每组 {bits}/{chip_bits} = {bits // chip_bits} 片。",
            f"需要 {rest // chip_words}×{bits // chip_bits} = {right} 片",
        ),
        parameters={"task": "ram", "rom": list(span), "bits": bits, "chip_words": chip_words, "chip_bits": chip_bits},
        drawing=MemoryMap(
            title="主存地址空间",
            note="绿色为 RAM 区",
            regions=(Region("ROM", rom), Region("RAM", rest, "good")) if low else (Region("RAM", rest, "good"), Region("ROM", rom)),
            addresses=("0000H", _code(rom if low else rest, 4), "10000H"),
        ),
    )


def _drawing(memory: Memory) -> Drawing:
    digits = -(-memory.words.bit_length() // 4)
    shown = min(memory.groups, 8)
    regions = [
        Region(f"第 {group} 组（{memory.side_by_side} 片）", memory.chip_words, "new" if group % 2 else "plain") for group in range(shown)
    ]
    return MemoryMap(
        title="各组芯片的地址",
        note=f"共 {memory.groups} 组，每组 {memory.side_by_side} 片" + ("，只画出前 8 组" if shown < memory.groups else ""),
        regions=tuple(regions),
        addresses=tuple(_code(group * memory.chip_words, digits) for group in range(shown + 1)),
    )


# --- solver ------------------------------------------------------------------------------------------------------------------------


def _solve(parameters: Parameters) -> Solution:
    if (solution := _SOLVE(parameters)) is not None:
        return solution
    if "task" in parameters:
        others = {
            "layout": memory_layout_solver.solve,
            "conflicts": memory_conflict.solve,
            memory_building.TASK: memory_building.solve,
            memory_chip_list.TASK: memory_chip_list.solve,
            memory_same_chip.TASK: memory_same_chip.solve,
        }
        return others[parameters["task"]](parameters)
    memory = Memory(parameters["words"], parameters["bits"], parameters["chip_words"], parameters["chip_bits"])
    if not memory.chip_words or not memory.chip_bits or memory.words % memory.chip_words or memory.bits % memory.chip_bits:
        stay_out("does not divide")
    return Solution(
        answer=f"{memory.chips} 片",
        steps=paragraphs(
            f"位扩展：{memory.bits}/{memory.chip_bits} = {memory.side_by_side} 片一组。",
            f"字扩展：{memory.words >> 10}/{memory.chip_words >> 10} = {memory.groups} 组。",
            f"共需要 {memory.groups}×{memory.side_by_side} = {memory.chips} 片",
        ),
        conventions=("1K = 1024，1M = 1024K",),
        drawing=_drawing(memory),
    )


_SOLVE = solver((*memory_topics.TOPICS, *memory_topics.BY_WORDS))

KIND = Kind(
    name="memory-chips",
    title="存储芯片扩展",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"存储|刷新|交叉|138|译码器|DRAM|芯片|片子|存储片|片|地址线|存储器|内存|主存|地址范围|起始地址|首地址|末地址",
        recognise=with_changes(
            written_plainly(
                first_reading(
                    *map(recogniser, memory_topics.TOPICS),
                    memory_layout_reading.layout,
                    memory_conflict.recognise,
                    memory_building.recognise,
                    memory_chip_list.recognise,
                    memory_same_chip.recognise,
                    *map(recogniser, memory_topics.BY_WORDS),
                )
            )
        ),
        solve=solving_variations(_solve),
    ),
)
