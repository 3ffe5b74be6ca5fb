"""Code division multiple access: chip sequences that are orthogonal, and the bits that they take out of what is received.

After Xie Xiren, 计算机网络 (码分复用): a station sends its chip sequence for a 1 and the opposite for a 0; the sums of all arrive together. The inner
product with a station's sequence, divided by its length, is +1 for a 1, -1 for a 0 and 0 where the station sent nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.drawings.model import Cell, Drawing, Grid, Row
from engine.generators.alternatives import first_reading
from engine.generators.chance import Chance
from engine.generators.cn._code_division.reading import SEQUENCE, chips_of, recognise
from engine.generators.cn._code_division.simulator import Chips, orthogonal, product, sent, taken_out, written
from engine.generators.cn._code_division.time_division_topic import TIME_DIVISION
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.laws.solving import recogniser, solver
from engine.generators.markdown import paragraphs
from engine.generators.patterns import caseless
from engine.generators.reading import stay_out

POINT = "cn.link.channel-partition"


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _walsh(order: int) -> list[Chips]:
    """Orthogonal sequences of a length that is a power of two."""
    rows: list[Chips] = [(1,)]
    while len(rows) < order:
        rows = [*(row + row for row in rows), *(row + tuple(-chip for chip in row) for row in rows)]
    return rows


def _bits(bits: Sequence[int | None]) -> str:
    return "".join("-" if bit is None else str(bit) for bit in bits)


def _write(chance: Chance, difficulty: int) -> Generated | None:
    length = 8 if difficulty == 3 else 4
    places = chance.shuffled(range(length))
    # The same places of each of them in another order, some of them turned round: still orthogonal, and not to be known by heart.
    turned = [chance.choice((1, -1)) for _ in range(length)]
    chips = [tuple(turned[place] * row[place] for place in places) for row in chance.sample(_walsh(length), 3)]
    count = 3 if difficulty == 1 else 4
    bits: list[list[int | None]] = [[chance.below(2) for _ in range(count)] for _ in chips]
    if difficulty > 1:
        bits[2] = [None] * count
    received = [value for each in zip(*bits, strict=True) for value in sent(chips, each)]
    names = ("A", "B", "C")
    asked = chance.below(2)
    right = _bits(bits[asked])
    other = _bits(bits[1 - asked])
    opposite = "".join("10"[int(bit)] for bit in right)
    wrong = [
        (opposite, "把内积为 +1 当作发送 0、-1 当作发送 1"),
        (other, "用了另一个站的码片序列"),
        ("".join("10"[int(bit)] for bit in other), "用了另一个站的码片序列，又把 0 和 1 弄反"),
        (right[::-1], "把各比特的次序弄反"),
        *(
            (right[:place] + "10"[int(right[place])] + right[place + 1 :], f"第 {place + 1} 个比特的内积算错了符号")
            for place in range(count)
        ),
        (right[:-1].rjust(count, "0"), "各段收到的序列没有对齐"),
    ]
    values = ", ".join(map(str, received))
    steps, _ = _working(names[asked], chips[asked], received)
    return Generated(
        point=POINT,
        stem="站 A、B、C 通过 CDMA 共享链路，A、B、C 的码片序列分别是 "
        + "、".join(f"({', '.join(map(str, code))})" for code in chips)
        + f"。若从链路上收到的序列是 ({values})，则 {names[asked]} 发送的数据是",
        right=right,
        wrong=[Wrong(text, why) for text, why in wrong if text != right],
        steps=paragraphs(*steps, f"所以 {names[asked]} 发送的数据是 {right}。"),
        parameters={
            "task": ("bits", "one-silent", "longer-chips")[difficulty - 1],
            "chips": [list(code) for code in chips],
            "received": received,
            "asked": names[asked],
        },
        drawing=_drawing(names[asked : asked + 1], chips[asked : asked + 1], received),
    )


def _drawing(names: Sequence[str], chips: Sequence[Chips], received: Sequence[int]) -> Drawing:
    """What came, cut into a sequence's lengths, times the sequences; at the end of each part its sum and the bit."""
    length = len(chips[0])
    starts = range(0, len(received), length)
    came: list[Cell] = []
    for start in starts:
        came += [*(Cell(str(value)) for value in received[start : start + length]), Cell("")]
    rows = [Row("收到", tuple(came))]
    for name, code in zip(names, chips, strict=True):
        cells: list[Cell] = []
        for start, bit in zip(starts, taken_out(code, received) or (), strict=True):
            products = [chip * value for chip, value in zip(code, received[start : start + length], strict=True)]
            cells += [Cell(str(value)) for value in products]
            cells.append(Cell(f"{sum(products)}→{'无' if bit is None else bit}", "quiet" if bit is None else "good" if bit else "bad"))
        rows.append(Row(f"×{name} 码片", tuple(cells)))
    return Grid(
        title="逐段与码片序列相乘，再求和",
        note=f"和为 {length} 是 1，为 -{length} 是 0，为 0 是没有发送",
        columns=(*map(str, range(1, length + 1)), "和") * len(starts),
        rows=tuple(rows),
        corner="第几个",
        wrap=length + 1,
    )


# --- solving -----------------------------------------------------------------------------------------------------------------------


def _working(name: str, code: Chips, received: Sequence[int]) -> tuple[list[str], list[int | None]]:
    """The working for a station, and its bits."""
    bits = taken_out(code, received)
    if bits is None:
        stay_out("no sum of such stations")
    length = len(code)
    steps = [f"{name} 的码片序列 {written(code)} 与收到的序列逐段求内积，再除以 {length}："]
    for place, bit in enumerate(bits):
        part = received[place * length : (place + 1) * length]
        said = "没有发送" if bit is None else f"发送 {bit}"
        terms = " + ".join(f"({one * other})" if one * other < 0 else str(one * other) for one, other in zip(code, part, strict=True))
        steps.append(f"{written(part)}：({terms}) ÷ {length} = {product(code, part) // length}，{said}")
    return steps, bits


_solve_time_division = solver((TIME_DIVISION,))


def _solve(parameters: Parameters) -> Solution:
    if (shared := _solve_time_division(parameters)) is not None:
        return shared
    chips = [tuple(code) for code in parameters["chips"]]
    if len({len(code) for code in chips}) > 1 or not orthogonal(chips):
        stay_out("chips that are not orthogonal")
    if parameters["task"] == "others":
        return _others(chips)
    if parameters["task"] == "sum":
        return _sum(parameters, chips)
    steps: list[str] = []
    all_bits: dict[str, list[int | None]] = {}
    for name, code in zip(parameters["stations"], chips, strict=True):
        working, bits = _working(name, code, parameters["received"])
        all_bits[name] = bits
        if name in parameters["asked"]:
            steps += working
    asked = {name: all_bits[name] for name in parameters["asked"]}
    shown = [place for place, name in enumerate(parameters["stations"]) if name in asked]
    drawing = _drawing([parameters["stations"][place] for place in shown], [chips[place] for place in shown], parameters["received"])
    if any(None in bits and set(bits) != {None} for bits in asked.values()):
        stay_out("a station that sends only now and then")
    silent = [name for name, bits in asked.items() if set(bits) == {None}]
    if silent and not parameters["who"]:
        stay_out("one of them sent nothing")
    if parameters["only who"]:
        sending = "、".join(name for name in asked if name not in silent)
        return Solution(answer=f"发送了数据的是 {sending}" if sending else "没有站发送数据", steps=paragraphs(*steps), drawing=drawing)
    said = [f"{name} 发送 {_bits(bits)}" for name, bits in asked.items() if name not in silent]
    if len(asked) == 1:
        return Solution(answer=_bits(next(iter(asked.values()))), steps=paragraphs(*steps), drawing=drawing)
    plain = [_bits(bits) for bits in asked.values()]
    if silent:
        said.append(f"{'、'.join(silent)} 没有发送")
    return Solution(
        answer="，".join(said),
        steps=paragraphs(*steps),
        also=() if silent else (", ".join(plain), "、".join(plain), "，".join(plain), " ".join(plain)),
        drawing=drawing,
    )


def _sum(parameters: Parameters, chips: Sequence[Chips]) -> Solution:
    """What is on the channel while each station sends a bit or nothing."""
    bits = [None if bit is None else int(bit) for bit in parameters["bits"]]
    together = sent(chips, bits)
    steps = [
        f"{name} {'没有发送，为' if bit is None else f'发送 {bit}，送出'} {written(sent([code], [bit]))}"
        for name, code, bit in zip(parameters["stations"], chips, bits, strict=True)
    ]
    plain = "(" + ", ".join(map(str, together)) + ")"
    return Solution(
        answer=written(together),
        also=(plain, plain.strip("()"), plain.replace(" ", "")),
        steps=paragraphs(*steps, f"逐位相加，信道上是 {written(together)}。"),
        conventions=("发送 1 时送出码片序列，发送 0 时送出它的反码",),
    )


def _others(chips: Sequence[Chips]) -> Solution:
    """Which option holds sequences for the other stations: each orthogonal to all."""

    def fits(option: str) -> bool:
        more = [chips_of(match[0]) for match in caseless(SEQUENCE).finditer(option.replace("−", "-").replace("，", ","))]
        if not more or any(set(code) - {1, -1} for code in more):
            stay_out(option)
        return len({len(code) for code in (*chips, *more)}) == 1 and orthogonal((*chips, *more))

    return Solution(
        answer="",
        steps=f"各站的码片序列必须两两正交：与 {'、'.join(written(code) for code in chips)} 的内积为 0，彼此的内积也为 0。",
        fits=fits,
    )


KIND = Kind(
    name="code-division",
    title="码分多址",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"码片|扩频码|时分|TDM|(?<![A-Za-z])[TE]1(?!\d)|PCM|复用|话[音路]",
        recognise=first_reading(recognise, recogniser(TIME_DIVISION)),
        solve=_solve,
    ),
)
