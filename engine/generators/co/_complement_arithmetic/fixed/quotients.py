"""Dividing fixed-point numbers bit by bit: magnitudes by restoring or alternating, complements by alternating.

After Tang, Computer Organization (fixed-point division): with magnitudes the signs are apart, and the quotient is cut after as many
digits as the numbers have; with complements the last digit of the quotient is set to 1.
"""

from __future__ import annotations

from fractions import Fraction

from engine.generators.co._complement_arithmetic.fixed.numbers import code, shown
from engine.generators.reading import stay_out


def by_magnitudes(x: int, y: int, places: int, restoring: bool) -> tuple[int, int, list[str]]:
    """The quotient's digits and the remainder of |x| ÷ |y|, x < y, with a line of working for every step."""
    rest, digits, lines = x, 0, []
    rest -= y
    lines.append(f"减 |y|，余数 {_signed(rest, places)}，为负，商 0" + ("，恢复余数" if restoring else ""))
    for _ in range(places):
        if restoring and rest < 0:
            rest += y
        adding = rest < 0
        rest = 2 * rest + (y if adding else -y)
        bit = int(rest >= 0)
        digits = 2 * digits + bit
        lines.append(
            f"左移一位，{'加' if adding else '减'} |y|，余数 {_signed(rest, places)}，商 {bit}"
            + ("，恢复余数" if restoring and not bit else "")
        )
    if rest < 0:
        rest += y
        lines.append("最后的余数为负，加 |y| 恢复")
    return digits, rest, lines


def by_complements(x: int, y: int, places: int) -> tuple[int, list[str]]:
    """The quotient x ÷ y of signed numbers with its last digit set to 1, as an integer of its last place."""
    rest, bits, lines = x, [], []
    for step in range(places):
        same = (rest < 0) == (y < 0)
        if step == 0:
            same = (x < 0) == (y < 0)
            rest = rest - y if same else rest + y
            lines.append(f"x 与 y {'同' if same else '异'}号，{'减' if same else '加'} y，余数 {_signed(rest, places)}")
        else:
            rest = 2 * rest - y if same else 2 * rest + y
            lines.append(f"左移一位，{'减' if same else '加'} y，余数 {_signed(rest, places)}")
        bit = int((rest < 0) == (y < 0))
        bits.append(bit)
        lines[-1] += f"，与 y {'同' if bit else '异'}号，商 {bit}"
    lines.append("左移一位，末位恒置 1")
    value = -bits[0]
    for bit in [*bits[1:], 1]:
        value = 2 * value + bit
    return value, lines


def _signed(rest: int, places: int) -> str:
    return f"`{'-' if rest < 0 else ''}0.{abs(rest):0{places}b}`"


def quotient(
    name: str, x: Fraction, y: Fraction, form: str, places: int, written: str, kind: str, methods: list[str]
) -> tuple[list[str], list[str], list[str]]:
    """The quotient's codes and the remainder, the same in other words, and the working."""
    scale = 1 << places if form == "fraction" else 1
    left, right = int(x * scale), int(y * scale)
    if not right or abs(left) >= abs(right) or written == "decimal" or not left:
        stay_out("a quotient of 1 or more")
    negative = (left < 0) != (right < 0)
    said, plain, lines = [], [], []
    for method in methods:
        if method == "alternate complements":
            digits, worked = by_complements(left, right, places)
            made = Fraction(digits, 1 << places)
            said.append(f"[{name}]补 = {code(made, 'fraction', places, 'two')}")
            plain.append(code(made, "fraction", places, "two"))
            lines += [f"补码加减交替法，{line}" if number == 0 else line for number, line in enumerate(worked)]
            if kind == "sign":
                stay_out("another code than the method's")
            continue
        if kind in ("two", "ones"):
            stay_out("another code than the method's")
        digits, rest, worked = by_magnitudes(abs(left), abs(right), places, method == "restore")
        made = Fraction(-digits if negative else digits, 1 << places)
        remainder = shown(Fraction(-rest if left < 0 else rest, 1 << places), "fraction", places, "binary")
        said.append(
            f"[{name}]原 = {code(made, 'fraction', places, 'sign')}，商 {shown(made, 'fraction', places, 'binary')}，余数 {remainder}×2^(-{places})"
            if negative or kind
            else f"商 {shown(made, 'fraction', places, 'binary')}，余数 {remainder}×2^(-{places})"
        )
        plain.append(code(made, "fraction", places, "sign"))
        lines += [
            f"{'恢复余数法' if method == 'restore' else '加减交替法'}（绝对值相除，符号位异或），{line}" if number == 0 else line
            for number, line in enumerate(worked)
        ]
    return said, ["，".join(plain)], lines
