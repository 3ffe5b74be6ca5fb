"""Stuffing and its undoing: bits as HDLC and synchronous PPP have them, bytes as asynchronous PPP, words as a flag and an escape.

A zero follows every five ones that are sent in a row (ISO/IEC 13239). PPP sends 7E, 7D and what is less than 20 (hexadecimal) as 7D and
the byte with its sixth bit turned (RFC 1662, section 4.2). Tanenbaum and Wetherall, Computer Networks, put an escape before a flag or an escape.
"""

from __future__ import annotations

from collections.abc import Sequence

ONES = 5
FLAG, ESCAPE, TURNED = 0x7E, 0x7D, 0x20


def stuffed(bits: str, ones: int = ONES) -> str:
    """The bits with a zero behind every so many ones in a row."""
    found, row = "", 0
    for bit in bits:
        found += bit
        row = row + 1 if bit == "1" else 0
        if row == ones:
            found, row = found + "0", 0
    return found


def restored(bits: str, ones: int = ONES) -> str | None:
    """The bits without the zeros behind every so many ones; None where one stands there, as no sender of data has it."""
    found, row = "", 0
    for bit in bits:
        if row == ones:
            if bit == "1":
                return None
            row = 0
            continue
        found += bit
        row = row + 1 if bit == "1" else 0
    return found


def escaped(data: Sequence[int]) -> list[int]:
    """Bytes as PPP sends them."""
    found: list[int] = []
    for byte in data:
        found += [ESCAPE, byte ^ TURNED] if byte in (FLAG, ESCAPE) or byte < TURNED else [byte]
    return found


def unescaped(data: Sequence[int]) -> list[int] | None:
    """Bytes that PPP sent, as they were; None where a flag stands among them or nothing follows an escape."""
    found: list[int] = []
    turning = False
    for byte in data:
        if byte == FLAG:
            return None
        if turning or byte != ESCAPE:
            found.append(byte ^ TURNED if turning else byte)
            turning = False
        else:
            turning = True
    return None if turning else found


def with_escapes(words: Sequence[str]) -> list[str]:
    """Words with an escape before each flag and each escape."""
    return [part for word in words for part in (("ESC", word) if word in ("ESC", "FLAG") else (word,))]


def written(data: Sequence[int]) -> str:
    """Bytes as books print them: `7E FE 27`."""
    return " ".join(f"{byte:02X}" for byte in data)
