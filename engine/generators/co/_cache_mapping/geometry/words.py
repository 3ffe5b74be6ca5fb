"""Problems about the geometry of a cache, written in one way before they are read."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.co._cache_mapping.words import CACHE
from engine.generators.reading import to_int

_DRAWN = re.compile(
    r"(?:并|试|请)*(?:画出|写出|给出|设计|求|确定)(?:满足|该|此|其|组相联|直接|全相联|映射|映像|情况|方式|下|要求|的){0,8}(?:主存|内存)?(?:的)?地址(?:的)?(?:字段|格式|结构)(?:图)?"
    r"(?:中)?(?:的)?(?:(?:各|每个?)(?:个)?(?:字)?段?(?:的)?(?:位数|长度))?(?:各)?(?=[,;。?!\n]|$)"
)
_OF_CACHE = re.compile(
    rf"(?:并|试|请)*(?:画出|写出|给出|设计|求|确定)(?:该|此)?{CACHE}(?:的)?地址(?:的)?(?:字段|格式|结构)(?=[,;。?!\n]|$)", re.IGNORECASE
)
_WHERE_THE_PARTS_ARE = re.compile(
    r"(?:分别|试|请)*(?:指出|写出|给出|说明)(?:主存|内存)?地址(?:中)?(?:的)?(?:标记|区号|组号|行号|块内地址|和|与|、|及)+(?:这)?(?:三|3|两|2|各)?(?:个)?(?:部分|字段)?(?:的)?(?:位置|位数|和|与|、|及)+"
)
_HOW_MANY_BLOCKS = re.compile(
    r"(?P<of>主存|内存)(?P<told>(?:的)?(?:容量)?(?:是|为|有)\s*\d+\s*[KMG]?(?:字|B|字节)[,;]?)(?:则|那么)?(?:共|可分为|分为|有|含)*(?P<asked>(?:多少|几)个?(?:字)?块)"
)
_BOTH_ADDRESSES = re.compile(
    r"(?P<one>主存|内存)(?:地址)?(?:和|与|及|、)(?P<other>Cache|缓存|高速缓存|高速存储器|高速缓冲存储器)(?:的)?地址(?:各|分别)(?:应|有|需要?|共|为|是)*(?P<how>(?:多少|几)\s*(?:位|bit))",
    re.IGNORECASE,
)


_SHAPE_OF = re.compile(r"(?<![\d.A-Za-z×])(\d+)\s*([KMG]?)\s*[×xX*]\s*(\d+)\s*(?:位|bits?)(?:的)?(?=大小|[,;。)(]|\s|的|$)")


def _in_words(text: str) -> str:
    """Sizes told as words of one length (`64K×32 位`, a block of `4×32 位`) in words, which are then what is addressed."""
    found = _SHAPE_OF.findall(text)
    if len(found) < 2 or len({width for *_, width in found}) != 1 or patterns.search(r"字节|芯片|按字编址", text):
        return text
    text = patterns.sub(
        r"(?:主存(?:与|和)Cache之间)?以每块(?P<shape>[^,;。]{1,16}?)(?:大小)?(?:传送|交换)(?:数据)?",
        r"每块\g<shape>",
        text,
        flags=re.IGNORECASE,
    )
    return "按字编址," + _SHAPE_OF.sub(r"\1\2字", text).replace("大小传送数据", "")


# `Cache 地址为几位? 其中块内地址为几位? 块号为几位`: of that address.
_PARTS_OF_CACHE_ADDRESS = re.compile(
    rf"(?P<whole>{CACHE}(?:的)?地址[^。?()]{{0,12}}(?:多少|几)位[?,;。]?)(?P<parts>其中(?:(?!主存|内存|\(\s?\d\s?\)).)*)", re.IGNORECASE
)
_PIECES = re.compile(
    r"(?:存储器|主存|内存|访存)?地址(?:可以?|应|要|需|被)*(?:划分|分)(?:为|成)(?:哪)?几(?:个)?(?:段|部分|字段)[?,;](?:各|每)个?(?:段|部分|字段)?(?:各|是|有|占|为)*(?:多少|几)位"
)
_POSITION = re.compile(rf"(?:存储)?单元(?:在|位于|应?放在|映射到)(?:{CACHE})(?:中)?的?(?:什么|哪个|哪一)位置", re.IGNORECASE)


_BLOCKS_OF_LINE = re.compile(
    rf"(?:主存|内存)中?的?(?:第(?:几|多少)(?:个|号)?(?:字)?块|哪些(?:字)?块)(?:可以?|能|会|将)*(?:映射|映像|装入|放入|调入)(?:到|在|于)?(?:{CACHE})(?:中)?的?第\s*(?P<line>\d+)\s*(?:号)?(?:字)?[块行]"
    r"(?P<from>\((?:设|假设)?起始(?:字)?块(?:号)?为(?:第)?\s?[01]\s?(?:块|号)?\))?",
    re.IGNORECASE,
)


def _of_cache_address(found: re.Match[str]) -> str:
    parts = patterns.sub(r"(?<!节)(?<!存)块号", "Cache块号", found["parts"])
    return found["whole"] + patterns.sub(r"块内(?:字)?地址", "Cache地址中的块内地址", parts)


def plainly_asked(text: str) -> str:
    """Fields to be drawn as a question for their bits, the bits of two addresses as two questions, and words as the unit of addresses."""
    text = _in_words(text)
    # Where sizes are counted in words, so is the length of a block, and how long a word is plays no part.
    if patterns.search(r"\d\s*[KM]\s*字(?!节)", text) and not patterns.search(r"\d\s*[KMG]?B(?![A-Za-z])|字节", text):
        text = patterns.sub(r"(块(?:长度?|大小)(?:为|是)?\s*\d+)(?=\s*[,;。(])", r"\1字", text)
        text = patterns.sub(r"(?:某|该)?(?:计算)?机(?:器)?(?:的)?字长(?:为|是)?\s*\d+\s*位[,;]", "", text)
    text = patterns.sub(r"采用单字长[单双一二]?地址指令,(?:共)?有?\d+\s*条指令[。,;]", "", text)
    text = patterns.sub(r"标记\((?:即|也就是)(?:组号|区号|块号)\)", "标记", text)
    text = _PARTS_OF_CACHE_ADDRESS.sub(_of_cache_address, text)
    text = _BLOCKS_OF_LINE.sub(r"Cache的第\g<line>块对应主存的哪些块", text)
    text = _PIECES.sub("主存地址各字段各占多少位", text)
    text = _POSITION.sub("单元对应的Cache地址是多少", text)
    text = _DRAWN.sub("主存地址各字段各占多少位", text)
    text = patterns.sub(
        r"(?:主存|内存|物理)?地址(?:的)?(?:格式|字段|结构)?(?:应|该|应该|是|要)*(?:怎么|怎样|如何)划分(?:的)?(?!为|成)",
        "主存地址各字段各占多少位",
        text,
    )
    text = _OF_CACHE.sub("Cache地址各字段各占多少位", text)
    text = _WHERE_THE_PARTS_ARE.sub("主存地址各字段各占多少位", text)
    text = _HOW_MANY_BLOCKS.sub(r"\g<of>\g<told>\g<of>有\g<asked>", text)
    text = _BOTH_ADDRESSES.sub(r"\g<one>地址为多少位,\g<other>地址为多少位", text)
    text = patterns.sub(r"(?<=地址|标记|组号|行号|字段|偏移)(?:应该?|要|该)?(?:怎么|怎样|如何)(?:划)?分(?=[?。]?\s*$)", "各占多少位", text)
    return patterns.sub(r"访存地址(?:为|是)字地址", "按字编址", text)


MIXED_UNITS = (
    r"^(?=[\s\S]*\d\s*[KMG]?\s*个?字(?![节长块段地]))(?=[\s\S]*\d\s*[KMG]?(?:B(?![A-Za-z])|字节))(?![\s\S]*每个?字(?:长)?(?:为|是|有)?\s*\d+\s*(?:位|bit))|"
    r"^(?=[\s\S]*按字编址)(?=[\s\S]*个?字[,(]*(?:且|并且)?每个?字(?:长)?(?:为|是|有)*\s*\d+\s*(?:位|bit))|"
    r"^(?=[\s\S]*按字编址)(?=[\s\S]*\d\s*[KMG]?(?:B|字节))"
)
"""Sizes in words and in bytes, and how long a word is is not said; or addresses of words and sizes in bytes."""

HOME = r"(?:主存储器|主存|内存|物理)"


def of_data(text: str) -> str:
    """Of two caches alike, the one that is asked for; and whose blocks are counted after a question for the bits of an address."""
    text = plainly_asked(text)
    text = patterns.sub(r"(?<=[为是])(?P<number>[一二两四八])\s?个字(?![节长块])", lambda match: f"{to_int(match['number'])}个字", text)
    text = patterns.sub(
        r"指令Cache(?:和|与|、)数据Cache(?:分离|分开)(?:存放)?[,;]?(?:两者|二者)?(?:均|都|各)?(?=[有为含是采])", "数据Cache", text
    )
    word = patterns.search(r"每个?字(?:长)?(?:为|是|有)?\s*(\d+)\s*(?:位|bit)|字长(?:为|是)?\s*(\d+)\s*(?:位|bit)", text)
    if (
        word
        and (
            patterns.search("字节编址", text)
            or (
                not patterns.search("按字编址", text)
                and patterns.search(rf"{HOME}(?:的)?(?:容量|大小|空间)?(?:为|是|有)?\s*\d+\s*[KMG]B", text)
            )
        )
        and (bits := int(word[1] or word[2])) % 8 == 0
    ):
        text = patterns.sub(r"(块长度?(?:为|是)?\s*\d+)(?=\s*[,;。(])", r"\1字", text)
        text = patterns.sub(
            r"(?<![\d.])(\d+)\s*([KMG]?)\s*个?字(?![节长块段地])(?:的)?(?:数据)?[,(]*(?:(?:且|并且)?每个?字(?:长)?(?:为|是|有)?\s*\d+\s*(?:位|bit)\)?)?",
            lambda match: f"{int(match[1]) * bits // 8}{match[2]}B{'数据' if match[2] else ''}",
            text,
        )
        text = patterns.sub(r"[,;(]?(?:且|并且)?(?:每个?字(?:长)?|字长)(?:为|是|有)?\s*\d+\s*(?:位|bit)\)?", ",", text)
    text = patterns.sub(
        r"(?<![\d.])(\d+)\s*K\s*(?=个?(?:Cache)?(?:行|块)(?![大长号]))", lambda match: str(int(match[1]) << 10), text, flags=re.IGNORECASE
    )
    return patterns.sub(
        rf"(?P<of>{CACHE}|{HOME})地址(?P<bits>(?:共|有|为|是|需要?)*(?:多少|几)位)[?,;、](?P<blocks>(?:共|总共|可以?|能)*(?:容纳|有|分为|共)+(?:多少|几)(?:个)?(?:字)?块)",
        r"\g<of>地址\g<bits>,\g<of>\g<blocks>",
        text,
    )
