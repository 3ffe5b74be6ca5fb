"""Two's complement: sums and differences with the flags OF, SF, ZF and CF, with their working."""

from __future__ import annotations

from dataclasses import dataclass

from engine.drawings.model import Cell, Drawing, Grid, Row
from engine.generators.markdown import numbered


@dataclass(frozen=True, slots=True)
class Result:
    """What the adder made of x ± y.

    Attributes:
        addend: what was added to x: y, or its complement and 1.
        carry: out of the highest bit.
        inner: the carry into the highest bit.
    """

    bits: int
    x: int
    y: int
    subtracting: bool
    addend: int
    code: int
    carry: int
    inner: int

    @property
    def overflow(self) -> int:
        """OF: the result is not the true one of signed numbers."""
        return self.carry ^ self.inner

    @property
    def borrow(self) -> int:
        """CF: the carry of an addition, the borrow of a subtraction."""
        return self.carry ^ int(self.subtracting)

    @property
    def sign(self) -> int:
        """SF."""
        return self.code >> self.bits - 1

    @property
    def zero(self) -> int:
        """ZF."""
        return int(self.code == 0)


def operate(x: int, y: int, bits: int, subtracting: bool) -> Result:
    """x ± y of codes (not values) of `bits` bits."""
    mask = (1 << bits) - 1
    inverted = y ^ mask if subtracting else y
    start = int(subtracting)
    total = x + inverted + start
    inner = ((x & mask >> 1) + (inverted & mask >> 1) + start) >> bits - 1
    return Result(bits, x, y, subtracting, (inverted + start) & mask, total & mask, total >> bits, inner)


def signed(code: int, bits: int) -> int:
    """The value of a code in two's complement."""
    return code - (1 << bits) if code >> bits - 1 else code


def coded(value: int, bits: int) -> int:
    """The two's complement code of a value.

    Raises:
        ValueError: out of range.
    """
    if not -(1 << bits - 1) <= value < 1 << bits - 1:
        raise ValueError(f"{value} needs more than {bits} bits")
    return value & (1 << bits) - 1


def binary(code: int, bits: int) -> str:
    text = f"{code:0{bits}b}"
    return "`" + " ".join(text[i : i + 4] for i in range(0, bits, 4)) + "`"


def working(result: Result) -> str:
    bits = result.bits
    lines = [f"x 为 {binary(result.x, bits)}（{signed(result.x, bits)}），y 为 {binary(result.y, bits)}（{signed(result.y, bits)}）"]
    if result.subtracting:
        lines.append(f"减 y 就是加上 y 取反再加 1：{binary(result.addend, bits)}")
    lines.append(f"相加得 {binary(result.code, bits)}，最高位的进位为 {result.carry}，次高位向最高位的进位为 {result.inner}")
    lines.append(
        f"两个进位{'不同' if result.overflow else '相同'}，OF={result.overflow}；SF={result.sign}，ZF={result.zero}；"
        + (f"减法的 CF 是进位取反，CF={result.borrow}" if result.subtracting else f"CF={result.borrow}")
    )
    return numbered(lines)


def drawing_of(result: Result) -> Drawing:
    bits = result.bits

    def row(label: str, code: int, tone: bool = False) -> Row:
        return Row(label, tuple(Cell(bit, "new" if tone else "plain") for bit in f"{code:0{bits}b}"))

    rows = [row("x", result.x)]
    rows.append(row("−y 的补码" if result.subtracting else "y", result.addend))
    rows.append(row("结果", result.code, tone=True))
    return Grid(
        title=f"{bits} 位补码{'减' if result.subtracting else '加'}法",
        note=f"OF={result.overflow}，SF={result.sign}，ZF={result.zero}，CF={result.borrow}",
        columns=tuple(str(place) for place in range(bits - 1, -1, -1)),
        rows=tuple(rows),
        corner="位",
        wrap=16,
    )
