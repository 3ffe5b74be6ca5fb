"""Multiplying fixed-point numbers bit by bit: magnitudes (sign apart), and complements by Booth's recoding.

After Tang, Computer Organization (fixed-point multiplication): magnitudes are added where the multiplier's last bit is 1, and shifted;
Booth looks at the last two bits, 10 subtracts and 01 adds the multiplicand, and does not shift after the sign.
"""

from __future__ import annotations

from fractions import Fraction

from engine.generators.co._complement_arithmetic.fixed.numbers import code, shown
from engine.generators.reading import stay_out

_SIGNS = {"two": "补", "sign": "原"}


def by_magnitudes(x: int, y: int, places: int) -> tuple[int, list[tuple[str, str, str]]]:
    """|x| × |y| in as many steps as there are digits; (what is done, the high half, the low half) after each."""
    high, low, rows = 0, y, []
    for _ in range(places):
        last = low & 1
        high += x if last else 0
        joined = (high << places | low) >> 1
        high, low = joined >> places, joined & (1 << places) - 1
        rows.append((f"乘数末位 {last}，加 {'|x|' if last else '0'}，右移", f"{high:0{places}b}", f"{low:0{places}b}"))
    return high << places | low, rows


def booth(x: int, y: int, places: int) -> tuple[int, list[tuple[str, str]]]:
    """x × y of signed numbers; (what is done, the partial product's complement) after each step."""
    partial, rows = Fraction(0), []
    bits = [(y >> place) & 1 for place in range(places + 1)]
    before = 0
    for place, bit in enumerate(bits):
        step = {(1, 0): -1, (0, 1): 1}.get((bit, before), 0)
        partial += step * x
        last = place == places
        if not last:
            partial /= 2
        done = {-1: "加 [−x]补", 1: "加 [x]补", 0: "加 0"}[step]
        width = places + place + (0 if last else 1)
        scaled = partial * (1 << (width - places))
        rows.append((f"末两位 {bit}{before}，{done}{'' if last else '，右移'}", f"{int(scaled) % (1 << width + 2):0{width + 2}b}"))
        before = bit
    return int(partial * (1 << places)), rows


def product(
    name: str, x: Fraction, y: Fraction, form: str, places: int, written: str, kind: str, methods: list[str]
) -> tuple[list[str], list[str], list[str]]:
    """The product's codes and value, the same in other words, and the working."""
    scale = 1 << places if form == "fraction" else 1
    left, right = int(x * scale), int(y * scale)
    if not (-(1 << places) <= left < 1 << places and -(1 << places) <= right < 1 << places):
        stay_out("outside what the digits hold")
    kinds = [kind] if kind else []
    for method in methods:
        kinds += [
            one for one in (["sign"] if "magnitudes" in method else ["two"] if "complements" in method else ["sign", "two"]) if not kind
        ]
    if "ones" in kinds:
        stay_out("a product in ones' complement")
    kinds = list(dict.fromkeys(kinds)) or ["sign", "two"]
    value = x * y
    lines: list[str] = []
    if any("complements" in method for method in methods) or ("two" in kinds and not methods):
        total, rows = booth(left, right, places)
        lines.append("补码一位乘（Booth）：乘数末位后添一个 0，每步看末两位。")
        lines += [f"{done}：部分积 `{bits}`" for done, bits in rows]
    if any(method in ("multiply by magnitudes", "multiply") for method in methods) or ("sign" in kinds and not methods):
        if max(abs(left), abs(right)) >= 1 << places:
            stay_out("a magnitude of one digit more")
        total, rows_of_magnitudes = by_magnitudes(abs(left), abs(right), places)
        lines.append(f"原码一位乘：符号位单独异或，绝对值 `{abs(left):0{places}b}` 与 `{abs(right):0{places}b}` 相乘。")
        lines += [f"{done}：部分积 `{high}`，乘数 `{low}`" for done, high, low in rows_of_magnitudes]
    del total
    said = [f"[{name}]{_SIGNS[one]} = {code(value, form, 2 * places, one)}" for one in kinds]
    plain = [code(value, form, 2 * places, one) for one in kinds]
    digits = shown(value, form, 2 * places, written)
    lines.append("；".join(f"[{name}]{_SIGNS[one]} 为 `{code(value, form, 2 * places, one)}`" for one in kinds) + f"，真值 `{digits}`")
    if kind:
        return said, ["，".join(plain), digits], lines
    return [*said, f"{name} = {digits}"], ["，".join(plain), digits], lines
