"""A cache's address beside the memory's, where block i goes, and the table that maps blocks: textbook questions about one design."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from engine.generators.co._cache_mapping.geometry.topic import GEOMETRY
from engine.generators.co._cache_mapping.words import CACHE
from engine.generators.laws.topic import Law, Quantity, Told, counted, whole
from engine.generators.quantities import decimal


def _log(value: Fraction) -> Fraction | None:
    number = int(value)
    return Fraction(number.bit_length() - 1) if number == value and number > 0 and number & (number - 1) == 0 else None


def _table(pair: tuple[Fraction, Fraction]) -> str:
    return f"{pair[0]}×{pair[1]} 位"


_IJ = r"(?:在)?(?:直接|组相联|全相联)?(?:映射|映像)?(?:方式)?(?:下)?,?(?:主存|内存)?(?:中)?(?:的)?第\s*i\s*(?:个)?(?:字)?块(?:应|将|会|被|可)?(?:映射|映像|装入|放入|调入|存放)(?:到|在|于)?(?:Cache|缓存)?(?:中)?(?:的)?(?:哪一?|第几|第多少)(?:个)?(?:号)?(?:字)?(?P<what>块|行|组)(?:中|里|上)?"

FORMATS = replace(
    GEOMETRY,
    name="formats of a cache",
    about=rf"{CACHE}地址各字段|块表|映射表|标记表|目录表|第\s*i\s*(?:个)?(?:字)?块|容量的\s*\d+\s*倍|\d\s*块[,;。]?[\s\S]*分别",
    told=(
        Told("times", rf"主存(?:的)?容量(?:是|为){CACHE}(?:的)?容量的\s*(?P<value>\d+)\s*倍", whole),
        *GEOMETRY.told,
    ),
    passed=(
        rf"(?:当)?(?:主存|内存)地址(?:和|与){CACHE}地址(?=\ue000|采用)",
        r"(?:假设|假定|若)?不(?:考虑|计)(?:一致性?维护|替换算法|和|与|、)+(?:的)?(?:控制)?位",
        *GEOMETRY.passed,
    ),
    asks=(
        (rf"(?:{CACHE})地址各字段各占多少位", "cache_fields"),
        (
            r"(?:地址)?(?:映射|映象|标记|目录)表(?:的)?(?:大小|容量)(?:应|为|是|有)*(?:多少|多大)?",
            "table",
        ),
        (r"块表(?:的)?(?:容量|大小)(?:应|为|是|有)*(?:多少|多大)?", "block_table"),
        (_IJ, "place_of_i"),
        *GEOMETRY.asks,
    ),
    laws=(
        Law(
            "tag",
            ("times", "mapping"),
            lambda times, mapping: _log(times) if mapping == 1 else None,
            "标记位数为主存容量 ÷ Cache 容量的对数",
        ),
        Law(
            "table",
            ("all_lines", "tag"),
            lambda lines, tag: (lines, tag + 1),
            "映射表每行一项，每项为标记加 1 位有效位",
            "映射表的每一项含 1 位有效位",
        ),
        Law(
            "block_table",
            ("all_lines", "tag", "mapping_full"),
            lambda lines, tag, _: (lines, tag),
            "块表每行一项，每项放主存的块号（标记）",
        ),
        Law("line_bits_of_address", ("all_lines",), _log),
        Law("cache_fields", ("line_bits_of_address", "offset"), lambda line, offset: (line, offset), "Cache 地址为块地址和块内地址"),
        Law("place_of_i", ("sets", "mapping"), lambda sets, mapping: sets if mapping else None, "块号除以行数（组数）的余数"),
        *GEOMETRY.laws,
    ),
    shown={
        "times": Quantity("主存容量是 Cache 的", counted("倍")),
        "table": Quantity("映射表", _table, lambda pair: (f"{pair[0]}×{pair[1]}bit", f"{pair[0]}×{pair[1]}位")),
        "block_table": Quantity("块表", _table, lambda pair: (f"{decimal(pair[0] * pair[1])} 位",)),
        "cache_fields": Quantity("Cache 地址", lambda pair: f"块地址 {pair[0]} 位，块内地址 {pair[1]} 位"),
        "place_of_i": Quantity("", lambda sets: f"第 i mod {sets} 块（组）", lambda sets: (f"i mod {sets}",)),
        **GEOMETRY.shown,
    },
    words=GEOMETRY.words + " 块表 映射表 地址映射表 装入 数据 设计 分成 分为 大小 一致",
)
