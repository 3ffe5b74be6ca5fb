"""Cleaning the text of training rows: width, spaces, tabs, line ends and invisible characters. Code and tables keep their shape."""

from __future__ import annotations

import re
from dataclasses import replace

from training.data.rows import Row, Turn

# Full-width letters, digits and the ideographic space are typing accidents; full-width punctuation is Chinese.
_FULL_WIDTH = {
    code: code - 0xFEE0
    for code in (
        *range(ord("０"), ord("９") + 1),
        *range(ord("Ａ"), ord("Ｚ") + 1),
        *range(ord("ａ"), ord("ｚ") + 1),
        *map(ord, "＝＋％＜＞／＊＃＆＠＿"),
    )
} | {0x3000: 0x20}
_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufff9-\uffff\ud800-\udfff]"
)
_SPACES = re.compile(r"(?<=\S)[ \u00a0\u2000-\u200a\u202f\u205f]+")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")


def clean_text(text: str) -> str:
    """`text` with one kind of line end, no tabs outside code, single spaces, at most one empty line, and nothing invisible.

    Lines inside fenced code keep their spaces and width. Cleaning twice changes nothing.
    """
    text = re.sub(r"\r\n?|\u0085|\u2028|\u2029", "\n", text)
    text = _INVISIBLE.sub("", text)
    lines: list[str] = []
    fence = ""
    for line in text.split("\n"):
        marker = _FENCE.match(line)
        if fence:
            if marker and line.strip().startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
            lines.append(line.rstrip())
            continue
        line = line.replace("\t", " ").translate(_FULL_WIDTH)
        line = _SPACES.sub(" ", line).rstrip()
        marker = _FENCE.match(line)
        if marker:
            fence = marker[1]
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).strip()


def clean_row(row: Row) -> Row:
    """The row with its inputs and outputs cleaned; the system message and what is JSON already (passages) stay as serving sends them."""
    turns = tuple(Turn(turn.input if row.about else clean_text(turn.input), clean_text(turn.output)) for turn in row.turns)
    return replace(row, turns=turns)
