"""Markdown as Discord shows it: it has no tables, formulas, rules or pictures in text, and marks of its own that prose must not trip over."""

from __future__ import annotations

import re
import unicodedata

from adapters.markdown import to_plain

_FENCE = re.compile(r"^\s{0,3}(```+|~~~+)")
_FORMULA = re.compile(r"\$\$(.+?)\$\$|\$([^$\n]+?)\$", re.DOTALL)
_CODE = re.compile(r"`[^`\n]+`")
_HEADING = re.compile(r"^#{4,6}\s+(.+?)\s*#*$")
_RULE = re.compile(r"^\s{0,3}([-*_])(\s*\1){2,}\s*$")
_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_TABLE_RULE = re.compile(r"^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")
_SPOILER = re.compile(r"\|\|")
_MENTION = re.compile(r"<(?=[@#&:/t])")

RULE = "─" * 12


def to_discord(markdown: str) -> str:
    """`markdown` in Discord's own dialect: tables as aligned code blocks, formulas as inline code, everything else as it is."""
    shown: list[str] = []
    lines = markdown.split("\n")
    number = 0
    fence: str | None = None
    prose: list[str] = []

    def flush() -> None:
        if prose:
            shown.extend(_prose("\n".join(prose)).split("\n"))
            prose.clear()

    while number < len(lines):
        line = lines[number]
        opened = _FENCE.match(line)
        if fence is not None:
            shown.append(line)
            if opened is not None and opened[1].startswith(fence):
                fence = None
        elif opened is not None:
            flush()
            fence = opened[1]
            shown.append(line)
        elif (
            "|" in line
            and number + 1 < len(lines)
            and "-" in lines[number + 1]
            and "|" in lines[number + 1]
            and _TABLE_RULE.match(lines[number + 1])
        ):
            flush()
            end = number + 2
            while end < len(lines) and "|" in lines[end]:
                end += 1
            shown += ["```", *_table([line, *lines[number + 2 : end]]), "```"]
            number = end
            continue
        else:
            prose.append(line)
        number += 1
    flush()
    return "\n".join(shown).strip()


def _prose(text: str) -> str:
    """Lines outside fences and tables; inline code and formulas are set aside while marks are escaped."""
    aside: list[str] = []

    def keep(code: str) -> str:
        aside.append(code)
        return f"\ue000{len(aside) - 1}\ue001"

    text = _CODE.sub(lambda match: keep(match[0]), text)
    text = _FORMULA.sub(lambda match: keep(_code(to_plain(match[0]))), text)
    text = "\n".join(_line(line) for line in text.split("\n"))
    text = _MENTION.sub("<\u200b", _SPOILER.sub(r"\\|\\|", text))
    return re.sub(r"\ue000(\d+)\ue001", lambda match: aside[int(match[1])] if int(match[1]) < len(aside) else "", text)


def _line(line: str) -> str:
    if _RULE.match(line):
        return RULE
    heading = _HEADING.match(line)
    line = f"**{heading[1]}**" if heading else line
    return _IMAGE.sub(lambda match: f"［图：{match[1]}］" if match[1] else "［图］", line)


def _code(text: str) -> str:
    one_line = " ".join(text.split())
    return f"`{one_line}`" if one_line and "`" not in one_line else one_line


def _table(rows: list[str]) -> list[str]:
    cells = [[to_plain(cell) for cell in _cells(row)] for row in rows]
    columns = max(map(len, cells))
    cells = [[*row, *[""] * (columns - len(row))] for row in cells]
    widths = [max(_width(row[column]) for row in cells) for column in range(columns)]
    lines = ["  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]
    return [lines[0], "  ".join("-" * width for width in widths), *lines[1:]]


def _cells(row: str) -> list[str]:
    inner = row.strip().removeprefix("|").removesuffix("|")
    return [cell.strip().replace("\\|", "|").replace("`", "") for cell in re.split(r"(?<!\\)\|", inner)]


def _width(text: str) -> int:
    """Columns of a fixed-width font: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
