"""The Hamming code itself, for its questions and for its solver.

After Tanenbaum and Tang: positions are numbered from 1, check bits stand at the powers of two, and the check bit at 2^i covers the
positions whose number has bit i.
"""

from __future__ import annotations

from collections.abc import Sequence


def check_bits(data: int) -> int:
    """The fewest check bits k with 2^k >= data + k + 1: single errors corrected."""
    count = 1
    while 1 << count < data + count + 1:
        count += 1
    return count


def is_check(position: int) -> bool:
    """Whether a position (from 1) holds a check bit."""
    return position & (position - 1) == 0


def place(data: str) -> list[int]:
    """The code with all check bits 0: data bits in order at the positions that are not powers of two."""
    code: list[int] = []
    bits = [int(bit) for bit in data]
    while bits:
        code.append(0 if is_check(len(code) + 1) else bits.pop(0))
    return code


def members(length: int, check: int) -> list[int]:
    """The positions that the check bit at position `check` covers, itself included."""
    return [position for position in range(1, length + 1) if position & check]


def parity(code: Sequence[int], check: int) -> int:
    """The sum modulo 2 over the positions that a check bit covers."""
    return sum(code[position - 1] for position in members(len(code), check)) % 2


def encode(data: str, odd: bool = False) -> str:
    """The code word, position 1 first."""
    code = place(data)
    for exponent in range(check_bits(len(data))):
        check = 1 << exponent
        code[check - 1] = parity(code, check) ^ int(odd)
    return "".join(map(str, code))


def syndrome(code: str, odd: bool = False) -> int:
    """The number of the wrong position, 0 for none; at most one bit is wrong."""
    bits = [int(bit) for bit in code]
    checks = [1 << exponent for exponent in range(len(bits).bit_length())]
    return sum(check for check in checks if parity(bits, check) != int(odd))


def flipped(code: str, position: int) -> str:
    """The code with one position (from 1) inverted."""
    return code[: position - 1] + str(1 - int(code[position - 1])) + code[position:]


def data_of(code: str) -> str:
    """The data bits of a code word."""
    return "".join(bit for position, bit in enumerate(code, 1) if not is_check(position))
