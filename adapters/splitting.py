"""Long texts in parts that a platform takes, measured in its own unit, cut where a reader would pause.

A cut never falls into a formula, and one that falls into a code block closes the block and opens it again in the next part.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

_FENCE = re.compile(r"^(?P<mark>```+|~~~+)(?P<info>[^\n]*)$", re.MULTILINE)
_FORMULA = re.compile(r"\$\$.+?\$\$|\$[^$\n]+?\$", re.DOTALL)
_PAUSES = ("\n\n", "\n", "。", "；", "，", " ")


def split(text: str, limit: int, unit: Literal["characters", "bytes"] = "characters") -> list[str]:
    """`text` in parts of at most `limit` units: cut at paragraphs, else lines, sentences, words, else between two characters.

    Args:
        limit: at least 40, so that a fence fits.
        unit: `characters` are Unicode code points, `bytes` those of UTF-8.
    """
    measure: Callable[[str], int] = len if unit == "characters" else lambda part: len(part.encode())
    parts: list[str] = []
    rest = text
    while measure(rest) > limit:
        end = _longest(rest, limit, measure)
        cut = _pause(rest, end)
        fence = _open_fence(rest[:cut])
        if fence is None or measure(fence[2]) * 4 > limit:
            cut = _before_formula(rest, cut, end)
            parts.append(rest[:cut].strip("\n"))
            rest = rest[cut:].lstrip("\n")
            continue
        start, mark, head = fence
        if start >= end // 2:
            # The block fits the next part better.
            parts.append(rest[:start].strip("\n"))
            rest = rest[start:]
            continue
        cut = _line_end(rest, start + len(head) + 1, _longest(rest, limit - measure(mark) - 1, measure))
        parts.append(rest[:cut].strip("\n") + "\n" + mark)
        rest = f"{head}\n{rest[cut:].removeprefix(chr(10))}"
    return [part for part in [*parts, rest] if part.strip()]


def _longest(text: str, limit: int, measure: Callable[[str], int]) -> int:
    """Characters of the longest prefix that fits."""
    low, high = 0, min(limit, len(text))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if measure(text[:middle]) <= limit else (low, middle - 1)
    return low


def _pause(text: str, end: int) -> int:
    """The last good place to cut in the second half of `text[:end]`, else `end`."""
    for mark in _PAUSES:
        found = text.rfind(mark, end // 2, end)
        if found >= 0:
            return found + len(mark)
    return end


def _open_fence(text: str) -> tuple[int, str, str] | None:
    """Where a code block that `text` leaves open begins, its mark and its first line; None: none is open."""
    opened: tuple[int, str, str] | None = None
    for match in _FENCE.finditer(text):
        if opened is None:
            opened = (match.start(), match["mark"], match[0])
        elif match["mark"].startswith(opened[1]) and not match["info"].strip():
            opened = None
    return opened


def _before_formula(text: str, cut: int, end: int) -> int:
    """`cut`, or the start of the formula it would fall into, unless that formula alone is too long."""
    for match in _FORMULA.finditer(text):
        if match.start() >= cut:
            break
        if cut < match.end():
            return match.start() if match.start() and match.end() - match.start() <= end else cut
    return cut


def _line_end(text: str, least: int, end: int) -> int:
    found = text.rfind("\n", least, end)
    return found if found > least else end
