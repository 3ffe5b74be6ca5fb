"""Working out how a memory is laid out of chips: how many of each kind, their groups, lines and addresses, the decoder's outputs."""

from __future__ import annotations

from collections.abc import Callable

from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import stay_out


def _size(kind: str, parameters: Parameters) -> int:
    """The bytes of the ROM or the RAM."""
    regions, rest = parameters["regions"], parameters["rest"]
    if kind in parameters.get("sizes", {}):
        return int(parameters["sizes"][kind])
    if kind in regions:
        return int(regions[kind][1] - regions[kind][0] + 1)
    if kind == rest and len(regions) == 1:
        space = parameters["space"]
        whole = (
            space[1] - space[0] + 1
            if space
            else 1 << parameters["lines"]
            if parameters["lines"]
            else parameters["total"] or stay_out("how large the memory is")
        )
        return int(whole - sum(last - first + 1 for first, last in regions.values()))
    return stay_out(f"no region of {kind}")


def _begin(kind: str, parameters: Parameters) -> int:
    """The first address of the ROM or the RAM; what is left of the memory begins behind the other."""
    regions = parameters["regions"]
    if kind in regions:
        return int(regions[kind][0])
    if kind != parameters["rest"] or len(regions) != 1 or _size(kind, parameters) <= 0:
        stay_out(f"no region of {kind}")
    first, last = next(iter(regions.values()))
    start = parameters["space"][0] if parameters["space"] else parameters["start"]
    return int(last + 1) if first == start else stay_out("two parts are left")


def _divided(whole: int, part: int) -> int:
    return whole // part if part and whole % part == 0 and whole >= part else stay_out("no whole number of chips")


def _groups(kind: str, parameters: Parameters, span: Callable[[], int], width: int, words: int | None, unit: int) -> list[tuple[int, int]]:
    """The addresses of every group of chips in turn."""
    chips, regions = parameters["chips"], parameters["regions"]
    if regions and not parameters["rest"]:
        kinds = [kind] if kind else sorted(regions, key=lambda one: regions[one][0])
        found = []
        for one in kinds:
            chip = chips.get(one) or chips.get("") or stay_out("no chip")
            if one not in regions or width != 8:
                stay_out("regions of words")
            first, last = regions[one]
            _divided(last - first + 1, chip[0])
            found += [(place, place + chip[0] - 1) for place in range(first, last + 1, chip[0])]
    elif words is not None and not regions:
        size, start = span(), parameters["start"]
        _divided(words * unit, size)
        found = [(place, place + size - 1) for place in range(start, start + words * unit, size)]
    else:
        stay_out("which addresses")
    return found if len(found) <= 16 else stay_out("too many chips")


def _lines_of(parameters: Parameters, words: int | None, unit: int) -> tuple[int, int]:
    """The lines that go to each chip, and all lines."""
    sizes = {one[0] for one in parameters["chips"].values()}
    if len(sizes) != 1 or unit != 1:
        stay_out("of which chip")
    size = sizes.pop()
    outer = parameters["lines"] or (
        (words - 1).bit_length() if words is not None and not parameters["start"] else stay_out("how many lines")
    )
    if size & (size - 1):
        stay_out("chip")
    return size.bit_length() - 1, outer


def _place(parameters: Parameters, words: int | None, unit: int, absolute: bool) -> tuple[int, int | None]:
    """The first address of the memory that the chips make up, and how many addresses it has where that is told.

    `absolute`: the decoder's outputs are numbered from address 0, wherever the memory begins.

    Raises:
        StayOut: there are several regions, or the region is told twice.
    """
    regions, space = parameters["regions"], parameters["space"]
    whole = words * unit if words is not None else None
    if absolute or not (regions or space):
        return parameters["start"], whole
    if parameters["rest"] or len(regions) > 1 or (regions and unit != 1):
        stay_out("chips of which region")
    first, last = next(iter(regions.values())) if regions else space
    if parameters["start"] not in (0, first) or whole not in (None, last - first + 1):
        stay_out("two places of the memory")
    return first, last - first + 1


def solve(parameters: Parameters) -> Solution:
    """Chips = (words ÷ chip's words) × (bits ÷ chip's bits); a group of chips takes consecutive addresses."""
    chips, memory, total = parameters["chips"], parameters["memory"], parameters["total"]
    chip = chips.get("") or (next(iter(chips.values())) if len(chips) == 1 else None)
    width = memory[1] if memory else parameters["word"] or 8
    bytewise = parameters["bytewise"]
    if bytewise and parameters["wordwise"]:
        stay_out("bytes or words")
    if width % 8 or (
        width > 8 and not bytewise and not parameters["wordwise"] and any(name in ("range", "end") for name, *_ in parameters["asked"])
    ):
        stay_out("addresses of bytes or of words")
    unit = width // 8 if bytewise else 1
    if memory and total is not None and memory[0] * memory[1] != total * 8:
        stay_out("two sizes")
    if "each time" in parameters and (chip is None or parameters["each time"] * chip[1] != width):
        stay_out("another number of chips at a time")
    words = memory[0] if memory else total * 8 // width if total is not None else None

    def span() -> int:
        """The addresses of one group of chips."""
        if parameters["decoded"]:
            high, low = parameters["decoded"]
            if parameters["lines"] not in (None, high + 1) or high - low != 2 or (chip and chip[0] * unit != 1 << low):
                stay_out("the decoder does not fit")
            return int(1 << low)
        if chip is None:
            stay_out("no chip")
        return int(chip[0] * unit)

    def count(kind: str) -> int:
        one = chips.get(kind) or chip
        if one is None:
            stay_out("no chip")
        if kind:
            if width != 8 and not parameters["wordwise"]:
                stay_out("regions of words")
            return _divided(_size(kind, parameters), one[0]) * _divided(width, one[1])
        if words is not None:
            return _divided(words, one[0]) * _divided(width, one[1])
        if len(parameters["regions"]) == 1 and not parameters["rest"]:
            return count(next(iter(parameters["regions"])))
        if parameters["space"] and not parameters["regions"]:
            return _divided(parameters["space"][1] - parameters["space"][0] + 1, one[0]) * _divided(8, one[1])
        return stay_out("how many words")

    answers, short = [], []
    for name, *rest in parameters["asked"]:
        if name == "range":
            by, number = rest[:2]
            if by == "n" and rest[2] == "片" and chip is not None and chip[1] != width:
                stay_out("several chips at one address")
            if (by == "Y" and not parameters["decoded"]) or (parameters["decoded"] and parameters["start"]):
                stay_out("which lines are decoded")
            place = number if by == "Y" or parameters["zero"] or number == 0 else number - 1
            if by == "n" and not parameters["zero"] and parameters["decoded"]:
                stay_out("from 0 or from 1")
            start, whole = _place(parameters, words, unit, by == "Y")
            first = start + place * span()
            last = first + span() - 1
            if place < 0 or (whole is not None and (place + 1) * span() > whole):
                stay_out("no such chip")
            digits = max(4, len(f"{max(last, start + whole - 1) if whole is not None else last:X}"))
            answers.append(f"`{first:0{digits}X}H～{last:0{digits}X}H`")
            short.append(f"{first:0{digits}X}H~{last:0{digits}X}H")
        elif name == "end":
            at, least, digits = rest
            start, whole = _place(parameters, words, unit, absolute=False)
            first = start + (at - start) // span() * span()
            value = first if least else first + span() - 1
            if at < start or (whole is not None and at >= start + whole):
                stay_out("outside the memory")
            answers.append(f"`{value:0{digits}X}H`")
            short.append(f"{value:0{digits}X}H")
        elif name == "ranges":
            parts = _groups(rest[0], parameters, span, width, words, unit)
            digits = max(4, len(f"{parts[-1][1]:X}"))
            shown = [f"`{first:0{digits}X}H～{last:0{digits}X}H`" for first, last in parts]
            answers.append("、".join(shown))
            short.append("、".join(shown).replace("`", "").replace("～", "~"))
        elif name == "begin":
            digits = max(4, len(f"{parameters['space'][1] if parameters['space'] else 0:X}"))
            answers.append(f"{rest[0]} 区的起始地址 {_begin(rest[0], parameters):0{digits}X}H")
            short.append(f"{_begin(rest[0], parameters):0{digits}X}H")
        elif name in ("which select", "which low"):
            inner, outer = _lines_of(parameters, words, unit)
            high = (outer - 1, inner) if name == "which select" else (inner - 1, 0)
            if high[0] < high[1]:
                stay_out("no such lines")
            said = f"A{high[0]}～A{high[1]}" if high[0] > high[1] else f"A{high[0]}"
            answers.append(said)
            short.append(said.replace("～", "~"))
        elif name == "both":
            answers.append(f"ROM {count('ROM')} 片，RAM {count('RAM')} 片")
            short.append(f"{count('ROM')},{count('RAM')}")
        elif name == "chips":
            kind = rest[0]
            if not kind and (parameters["rest"] or len(parameters["regions"]) > 1):
                # Chips of one kind make up the region of that kind, whatever the whole memory holds.
                kind = next(iter(chips)) if len(chips) == 1 else ""
                if not kind:
                    stay_out("chips of which region")
            if not kind and len(chips) > 1:
                stay_out("which chips")
            # "RAM chips" of a memory that is nothing else
            value = count(kind) if not kind or parameters["regions"] else count("")
            answers.append(f"{kind} {value} 片".strip())
            short.append(f"{value}")
        elif name in ("groups", "wide"):
            if chip is None or words is None:
                stay_out("groups of what")
            value = _divided(words, chip[0]) if name == "groups" else _divided(width, chip[1])
            answers.append(f"分 {value} 组" if name == "groups" else f"每组 {value} 片")
            short.append(f"{value}")
        elif name == "chip lines":
            sizes = {one[0] for one in chips.values()}
            size = sizes.pop() if len(sizes) == 1 else stay_out("of which chip")
            if size & (size - 1):
                stay_out("chip")
            answers.append(f"片内地址线 {size.bit_length() - 1} 根")
            short.append(f"{size.bit_length() - 1}")
        elif name == "select":
            if chip is None or words is None:
                stay_out("selected of what")
            value = (_divided(words, chip[0]) - 1).bit_length()
            answers.append(f"片选 {value} 根")
            short.append(f"{value}")
        elif name == "lines":
            if words is None or (width > 8 and not bytewise and not parameters["wordwise"]):
                stay_out("lines of what")
            value = (words * unit - 1).bit_length()
            answers.append(f"地址线 {value} 根")
            short.append(f"{value}")
        else:
            kind = "RAM" if "RAM" in parameters["regions"] and len(parameters["regions"]) > 1 else stay_out("outputs of what")
            one = chips.get(kind) or stay_out("no chip")
            if one[1] != 8 or not parameters["decoded"] or one[0] != 1 << parameters["decoded"][1]:
                stay_out("the decoder does not fit")
            first, last = parameters["regions"][kind]
            outputs = [f"Y{number}" for number in range(first // one[0], last // one[0] + 1)]
            answers.append("、".join(outputs))
            short.append("、".join(outputs))
    answer = "；".join(answers)
    return Solution(
        answer=answer
        if len(answers) > 1
        else answers[0].removeprefix("片内地址线 ").removeprefix("片选 ").removeprefix("地址线 ").removeprefix("分 "),
        also=("；".join(short), "，".join(short)),
        steps=paragraphs("芯片数为（字数 ÷ 芯片的字数）×（位数 ÷ 芯片的位数）；同一组芯片占一段连续的地址，高位地址译码作片选。", answer),
        conventions=("1K = 1024",),
    )
