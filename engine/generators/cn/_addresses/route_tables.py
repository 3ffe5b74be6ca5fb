"""Forwarding tables as books and pastes set them, brought to one shape: columns, masks first, prefixes in bits, blocks apart from their hops."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.cn._addresses.blocks import dotted

IP = r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])"
DEFAULT = r"(?:(?<![A-Za-z0-9])\*\s*\(?(?:默认(?:路由)?)?\)?|(?<!没)(?<!没有)(?<!无)默认(?:路由|表项|网关|项)?(?:\(\*\)|\s*\(?0\.0\.0\.0(?:\s*/\s*0|\s+0\.0\.0\.0)?\)?)?|(?<![A-Za-z])(?:default|otherwise|else)(?![A-Za-z])|(?:否则|不匹配时)|其[他它余]的?(?:地址|网络|目的地址?|全部|都)?|(?<![\d.])0/0)"
SLASHED = rf"{IP}\s*/\s*\d{{1,2}}(?!\d)"
NAME = r"(?:[A-Za-z]{1,8}-?\d{1,2}(?:/\d{1,2}){0,2}|[A-Z](?![A-Za-z0-9]))"


_OCTETS = r"(?<![\dA-Za-z./])[01]{8}(?:[ .][01]{8}){0,3}(?:[ .](?:[01]{2,7}|[01](?!\d|[ |]*(?:\n|$))))?(?:[ .]?(?:x+|\*+)(?:[ .](?:x+|\*+))*)?(?![\dA-Za-z/]|\.\d)"


_MASK_FIRST = re.compile(
    r"(?:子网)?掩码[ |\t]+(?:要(?:到达|达到)的|目的|目标)?(?:网络|地址)(?:地址)?[ |\t]+(?:下一(?:个)?(?:路由器|站|跳)|接口)(?:地址)?[ |]*(?P<rows>(?:\n\s*\|?\s*(?:255|0)(?:\.\d{1,3}){3}[ |\t]+\d{1,3}(?:\.\d{1,3}){3}[ |\t]+[^\s|]+[ |]*){2,})"
)


def _mask_second(text: str) -> str:
    """A table whose first column is the mask, with the network first; `直接投递` is a hop, too."""

    def turned(table: re.Match[str]) -> str:
        rows = patterns.findall(r"((?:255|0)(?:\.\d{1,3}){3})[ |\t]+(\d{1,3}(?:\.\d{1,3}){3})[ |\t]+([^\s|]+)", table["rows"])
        return "| 目的网络 | 子网掩码 | 下一跳 |\n" + "\n".join(f"| {net} | {mask} | {hop} |" for mask, net, hop in rows) + "\n"

    return _MASK_FIRST.sub(turned, text)


_COLUMNS = re.compile(
    r"目的网络(?:地址)?(?P<nets>(?:\s+(?:\d{1,3}(?:\.\d{1,3}){3}|\*\s*\(?默认\)?|默认)){2,12})\s+(?:子网|地址)?掩码(?P<masks>(?:\s+(?:(?:255|0)(?:\.\d{1,3}){3}|[-—]+)){2,12})\s+"
    r"下一跳(?:地址|路由器|或接口)?(?P<hops>(?:\s+(?:(?:接口|端口)?\s?[A-Za-z]{0,4}\d{1,2}(?![\d.])|直接交付|直连)){2,12})"
)


def _rows_of_columns(text: str) -> str:
    """A table that was pasted column by column, as rows."""

    def turned(table: re.Match[str]) -> str:
        columns = [patterns.split(r"\s+", table[name].strip()) for name in ("nets", "masks", "hops")]
        if len({len(column) for column in columns}) > 1:
            return table[0]
        rows = [f"{net} {'' if patterns.search('默认', net) else mask}→{hop}" for net, mask, hop in zip(*columns, strict=True)]
        return ";".join(rows) + "。"

    return _COLUMNS.sub(turned, text)


def tabled(text: str) -> str:
    """Rows whose columns are parted by ` / ` as a table; the slash of a prefix stays."""
    text = _rows_of_columns(_mask_second(text))
    rows = patterns.findall(r"(?m)^[^/|\n]+(?:\s/\s[^/|\n]+){1,3}$", text)
    widths = {row.count(" / ") for row in rows}
    if len(rows) < 3 or len(widths) != 1 or not patterns.search(IP, rows[1]):
        return text
    for row in rows:
        text = text.replace(row, "| " + " | ".join(cell.strip() for cell in row.split(" / ")) + " |", 1)
    return text


def in_decimal(text: str) -> str:
    """Prefixes and addresses in binary as blocks and addresses in decimal, where they stand beside others in decimal."""
    if len(patterns.findall(_OCTETS, text)) < 2:
        return text

    def written(match: re.Match[str]) -> str:
        bits = patterns.sub(r"[^01]", "", match[0])
        address = dotted(int(bits.ljust(32, "0"), 2))
        return address if len(bits) == 32 else f"{address}/{len(bits)} "

    return patterns.sub(_OCTETS, written, text)


def paired(text: str) -> str:
    """`blocks ..., next hops in this order ...`: each block with its hop."""
    between = r"\s*(?:、|,|;|和|与|及|以及)\s*"
    hop = rf"(?:(?:接口|端口|路由器)?(?:{NAME}|(?<![\d.])\d{{1,2}}(?![\d.])))"
    numbered = r"(?:\(?[1-9a-h][.)、]\s*)?"
    match = patterns.search(
        rf"(?P<blocks>{numbered}(?:{SLASHED}|{DEFAULT})(?:{between}{numbered}(?:{SLASHED}|{DEFAULT}))+)(?P<words>[^\d?。\n]{{0,12}}?(?:[,;:(。]|$)?(?:它们|其|各|对应|相应|的)*"
        rf"(?:下一跳|出?接口|转发接口|端口|出口)(?:路由器|接口)?(?:号|地址)?(?:分别|依次|各|对应|地)+(?:为|是|:|=)*)\s*(?P<hops>{hop}(?:{between}{hop})+)",
        text,
        re.IGNORECASE,
    )
    if match is None:
        return text
    blocks = patterns.findall(rf"{SLASHED}|{DEFAULT}", match["blocks"], re.IGNORECASE)
    hops = patterns.findall(hop, match["hops"], re.IGNORECASE)
    if len(blocks) != len(hops):
        return text
    pairs = "、".join(
        f"{block}→{each if patterns.search('[A-Za-z]', each) else f'接口{each}'}" for block, each in zip(blocks, hops, strict=True)
    )
    return f"{text[: match.start()]}{pairs}{text[match.end() :]}"
