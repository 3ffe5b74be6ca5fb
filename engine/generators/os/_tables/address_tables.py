"""Tables of the addresses that are asked about, beside the table that translates them, as lists in the text."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.os._tables.flat_tables import without_captions

_ADDRESS = r"(?:虚拟?|逻辑|有效|相对)地址"
_VALUE = r"(?:0[xX])?[0-9A-Fa-f]+\s*(?:\(?[Hh]\)?)?"
_SEPARATOR = r"[ \t|]*"

_SEGMENT = r"(?:第|段)?\s*(?P<number>\d{1,2})\s*(?:号?段)?\s*[:：]\s*(?:段)?(?:基址|始址|起始地址|首址)(?:为|是)?\s*(?P<start>\d{1,6})\s*[,，、]\s*(?:段)?长度?(?:为|是)?\s*(?P<length>\d{1,6})"
_UNNAMED = patterns.sub(r"\?P<\w+>", "?:", _SEGMENT)
# `段表为 0：基址 210，长 500；1：……`
_SEGMENTS = re.compile(
    rf"(?:的)?段表(?:如下|为|是|[:：])*\s*(?P<rows>{_UNNAMED}(?:\s*[;；,，]\s*{_UNNAMED}){{1,9}})\s*[。;；](?=\s*[^\d\s第段])"
)


def _segment_rows(found: re.Match[str]) -> str:
    rows = [(row["number"], row["start"], row["length"]) for row in patterns.finditer(_SEGMENT, found["rows"])]
    return "\n".join(["的段表如下:", "段号 基址 段长", *(" ".join(row) for row in rows), ""])


def address_tables_spelling(text: str) -> str:
    """The text with such a table as `逻辑地址 0A5CH、1A5CH`, or `(0,430)、(1,10)` where it has segments and offsets."""
    text = _SEGMENTS.sub(_segment_rows, text)
    if not patterns.search(rf"(?m)^{_SEPARATOR}(?:{_ADDRESS}|段号)[ \t|]", text):
        return text
    text = _of_segments(_of_pages(text))
    return text


def _of_pages(text: str) -> str:
    table = patterns.search(
        rf"(?m)^{_SEPARATOR}{_ADDRESS}(?:\s*\([^()\n]*\))?{_SEPARATOR}(?P<more>(?:(?:物理地址|页号|块号|页框号|页内(?:偏移|地址|位移)[^\s|]*|物理块号)(?:\([^()\n]*\))?{_SEPARATOR}){{0,4}})\n"
        rf"(?:[ \t|:-]+\n)?(?P<rows>(?:{_SEPARATOR}{_VALUE}{_SEPARATOR}(?:(?:\(?\s*\d{{0,2}}\s*\)?|-|\?)?{_SEPARATOR}){{0,5}}(?:\n|$)){{1,8}})",
        text,
    )
    if table is None or not patterns.search(r"页号|页框|块号|物理块|页表", text[: table.start()]):
        return text
    rows = [patterns.match(rf"{_SEPARATOR}(?P<value>{_VALUE})", row) for row in table["rows"].strip("\n").split("\n") if row.strip(" \t|")]
    if any(row is None for row in rows):
        return text
    values = "、".join(patterns.sub(r"[\s()]", "", row["value"]) for row in rows if row is not None)
    before = without_captions(text[: table.start()]).rstrip()
    return f"{before}\n求逻辑地址{values}对应的物理地址。\n{without_captions(text[table.end() :]).lstrip()}"


def _of_segments(text: str) -> str:
    tables = list(
        patterns.finditer(
            rf"(?m)^{_SEPARATOR}段号{_SEPARATOR}(?P<what>段内(?:位移量?|偏移量?|地址)|偏移量?|位移量?){_SEPARATOR}\n(?:[ \t|:-]+\n)?(?P<rows>(?:{_SEPARATOR}\d{{1,2}}[ \t|]+\d{{1,6}}{_SEPARATOR}(?:\n|$)){{1,10}})",
            text,
        )
    )
    if len(tables) != 1 or not patterns.search(r"段长|长度", text[: tables[0].start()]):
        return text
    table = tables[0]
    pairs = "、".join(f"({one},{other})" for one, other in patterns.findall(r"(\d{1,2})[ \t|]+(\d{1,6})", table["rows"]))
    before = patterns.sub(r"(?<=\n)[OoＯ](?=[ \t|]+\d)", "0", without_captions(text[: table.start()])).rstrip()
    before = patterns.sub(r"(?:试)?求(?:如下表|下表)(?:中)?的逻辑地址(?:所)?对应的物理地址[。.]?", "", before)
    return f"{before}\n求逻辑地址{pairs}对应的物理地址。\n{without_captions(text[table.end() :]).lstrip()}"
