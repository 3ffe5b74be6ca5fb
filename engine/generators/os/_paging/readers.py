"""The readers of problems of paged memories, of addresses and of sizes; what no special one understands is read by the general one.

A text of both is one kind's: the general reader of either stays out where a special reader of the other understands it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from engine.generators.alternatives import first_reading, left_by
from engine.generators.kind import Recognition
from engine.generators.os._addressing import chain_reading as address_chain_reading
from engine.generators.os._addressing import fields_reading as address_fields_reading
from engine.generators.os._addressing import segment_inquiry, segment_reading
from engine.generators.os._addressing.inverse_reading import traced_back
from engine.generators.os._addressing.levels_reading import recognise_address_levels
from engine.generators.os._addressing.page_level_fields import recognise_level_fields
from engine.generators.os._addressing.segment_states import segments_with_states
from engine.generators.os._paging.asking import addresses_asked, sizes_asked
from engine.generators.reading import stay_out

# Not of tables of all levels: `四级页表能管理多大空间` is the whole space.
_REACH = re.compile(
    r"(?:[张个每][^,;。?!\d]{0,4}(?:页表|目录|表项)|(?<!级)(?:页表|目录|目录表|表项))(?:最多|能够?|可以?|总共|一共|最大|所)*"
    r"(?:映射|管理|寻址|覆盖|指向|描述)(?:的|了|到|是)*(?:多大|多少|几|最大)"
)
# Another address than the one that is told, frames in figures that look decimal, and an address of which nothing is asked.
_OTHERWISE = re.compile(
    r"(?:下|上|后|前)一个?(?:字节|单元|地址|字(?!节))|(?:最后|末尾)(?:一|1)个?(?:字节|单元|字)|末(?:字节|地址)|(?:连续)?(?:读取?|写入?|传送|存入|存取)\s*\d+\s*[KM]?(?:B|个?字节|个?字|个?单元)"
    r"|(?:段长|段的长度|段内(?:地址|偏移量?|位移量?)|基址|始址)(?:均|都)?(?:以|按)\s*(?:[KMG]B?|字(?!节)|\d+\s*(?:B|字节))\s*为单位"
    r"|(?:块|框|帧)号(?:均|都)*(?:为|是|用|采用|以)+(?:十六进制|16进制)|(?:内存|主存)(?:空间)?(?:是|为)?从(?:物理)?地址\s*[0-9A-FH]+\s*(?:处)?开始(?:分配|使用|给)"
    r"|地址(?:的)?单位(?:均|都)?(?:为|是)(?:字(?!节)|位|块)"
)
_ABSENT = re.compile(r"(?:第|页号|页面|页)\s*(\d+)\s*(?:号)?页?(?:面)?(?:尚|还|暂|目前|当前|并|现)*(?:不在|未(?:被)?(?:装入|调入|载入))")
# What a space or a table holds besides, of which no reader knows what becomes.
_UNUSUAL = re.compile(
    r"(?:之外|以外)的?(?:地址|虚拟|逻辑)*空间|内核|符号位|末尾(?:存|留|放)|按段管理|对齐到|高(?:端|位)?[一二两三四\d]+位不用"
)
_Reader = Callable[[str], Recognition | None]

_OF_ADDRESSES: tuple[_Reader, ...] = (
    segment_reading.relocation,
    segment_reading.segments,
    traced_back,
    address_chain_reading.paged_segments,
    address_chain_reading.frame_told,
    address_chain_reading.looked_up,
    segment_inquiry.segments_asked,
    segments_with_states,
    segment_inquiry.segment_fields,
    segment_inquiry.fields_asked,
)
_OF_SIZES: tuple[_Reader, ...] = (
    address_fields_reading.fields,
    address_fields_reading.entry_address,
    recognise_level_fields,
    recognise_address_levels,
)


def _as_told(reader: _Reader) -> _Reader:
    """A reader that is not asked about another address than those told, and of a page that is said not to be in memory only where its table agrees."""

    def recognise(text: str) -> Recognition | None:
        if other := _OTHERWISE.search(text):
            stay_out(f"otherwise: {other[0]}")
        seen = reader(text)
        if seen is not None and (absent := {int(page) for page in _ABSENT.findall(text)}):
            told = seen.parameters.get("addresses asked") or seen.parameters
            frames = told.get("frames") or []
            if absent & {row[0] for row in frames if isinstance(row, (list, tuple))}:
                stay_out(f"pages both in memory and not: {sorted(absent)}")
        return seen

    return recognise


of_addresses = _as_told(first_reading(left_by(_OF_SIZES, addresses_asked), *_OF_ADDRESSES))
"""Translation of addresses, whatever is asked with it."""


def _of_what_tables_take(reader: _Reader) -> _Reader:
    """A reader that is not asked what a table reaches: `一张页表能管理多大的空间` is no question for its size."""

    def recognise(text: str) -> Recognition | None:
        if reach := _REACH.search(text) or _UNUSUAL.search(text):
            stay_out(f"what a table reaches, or holds besides: {reach[0]}")
        return reader(text)

    return recognise


of_sizes = _of_what_tables_take(first_reading(left_by(_OF_ADDRESSES, sizes_asked), *_OF_SIZES))
"""Sizes and widths of spaces, pages and page tables."""
