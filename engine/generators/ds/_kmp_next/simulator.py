"""KMP: the arrays next and nextval of a pattern, and the matching they drive.

Positions are counted from 1 and `next[1] = 0`, as in Yan Weimin (数据结构, 串的模式匹配): `next[j]` is 1 more than the length of the
longest proper prefix of `p[1..j-1]` that is also its suffix. Counted from 0 (`next[0] = -1`) every value is 1 less. `nextval[j]`
passes over positions with the same character.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.drawings.model import Cell, Grid, Row
from engine.generators.markdown import table


def next_of(pattern: str) -> list[int]:
    """`next[1..m]`, positions from 1; the list's first item is `next[1] = 0`."""
    values = [0]
    shorter = 0
    while len(values) < len(pattern):
        if shorter == 0 or pattern[len(values) - 1] == pattern[shorter - 1]:
            shorter += 1
            values.append(shorter)
        else:
            shorter = values[shorter - 1]
    return values


def nextval_of(pattern: str) -> list[int]:
    """`nextval[1..m]`, positions from 1."""
    values: list[int] = []
    for position, following in enumerate(next_of(pattern)):
        same = following > 0 and pattern[position] == pattern[following - 1]
        values.append(values[following - 1] if same else following)
    return values


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison of text position `i` with pattern position `j`, from 1."""

    i: int
    j: int
    equal: bool


def match(text: str, pattern: str, jumps: Sequence[int]) -> tuple[list[Comparison], int]:
    """Every comparison until the pattern is found or the text ends, and where it begins (from 1; 0: nowhere)."""
    comparisons = []
    i = j = 1
    while i <= len(text) and j <= len(pattern):
        if j == 0:
            i, j = i + 1, 1
            continue
        equal = text[i - 1] == pattern[j - 1]
        comparisons.append(Comparison(i, j, equal))
        if equal:
            i, j = i + 1, j + 1
        else:
            j = jumps[j - 1]
    return comparisons, i - len(pattern) if j > len(pattern) else 0


def naive_comparisons(text: str, pattern: str) -> int:
    """Comparisons of the naive matching."""
    count = 0
    for start in range(len(text) - len(pattern) + 1):
        for offset, sign in enumerate(pattern):
            count += 1
            if text[start + offset] != sign:
                break
        else:
            return count
    return count


def shown(values: Sequence[int]) -> str:
    """The values, separated by commas."""
    return ", ".join(str(value) for value in values)


def array_table(pattern: str, named: Mapping[str, Sequence[int]]) -> str:
    """The arrays as a table below the pattern."""
    rows = [("p[j]", *pattern)] + [(name, *values) for name, values in named.items()]
    return table(("j", *range(1, len(pattern) + 1)), rows)


def explained(pattern: str) -> str:
    """Prefix by prefix, what `next` says."""
    lines = []
    for position, value in enumerate(next_of(pattern), 1):
        if position <= 2:
            continue
        common = pattern[: value - 1]
        before = pattern[: position - 1]
        what = f"最长相等前后缀为 {common}，长 {value - 1}" if common else "没有相等前后缀，长 0"
        lines.append(f"- next[{position}]：前面的子串 {before} {what}，{value - 1} + 1 = {value}。")
    return "\n".join(lines)


def drawing_of(pattern: str, named: Mapping[str, Sequence[int]]) -> Grid:
    """The arrays drawn below the pattern."""
    rows = [Row("模式串", tuple(Cell(sign) for sign in pattern))]
    rows += [Row(name, tuple(Cell(str(value), "new") for value in values)) for name, values in named.items()]
    return Grid(
        title=f"模式串 {pattern} 的 next 数组", columns=tuple(str(j) for j in range(1, len(pattern) + 1)), rows=tuple(rows), corner="j"
    )
