"""Problems about the geometry of a cache, written in one way before they are read."""

from __future__ import annotations

import re

from engine.generators.co._cache_words import CACHE

HOME = r"(?:主存储器|主存|内存|物理)"


def of_data(text: str) -> str:
    """Of two caches alike, the one that is asked for; and whose blocks are counted after a question for the bits of an address."""
    text = re.sub(
        r"指令Cache(?:和|与|、)数据Cache(?:分离|分开)(?:存放)?[,;]?(?:两者|二者)?(?:均|都|各)?(?=[有为含是采])", "数据Cache", text
    )
    word = re.search(r"每个?字(?:长)?(?:为|是|有)?\s*(\d+)\s*(?:位|bit)|字长(?:为|是)?\s*(\d+)\s*(?:位|bit)", text)
    if (
        word
        and (
            re.search("字节编址", text)
            or (not re.search("按字编址", text) and re.search(rf"{HOME}(?:的)?(?:容量|大小|空间)?(?:为|是|有)?\s*\d+\s*[KMG]B", text))
        )
        and (bits := int(word[1] or word[2])) % 8 == 0
    ):
        text = re.sub(
            r"(?<![\d.])(\d+)\s*([KMG]?)\s*个?字(?![节长块段地])(?:的)?(?:数据)?[,(]*(?:(?:且|并且)?每个?字(?:长)?(?:为|是|有)?\s*\d+\s*(?:位|bit)\)?)?",
            lambda match: f"{int(match[1]) * bits // 8}{match[2]}B{'数据' if match[2] else ''}",
            text,
        )
        text = re.sub(r"[,;(]?(?:且|并且)?(?:每个?字(?:长)?|字长)(?:为|是|有)?\s*\d+\s*(?:位|bit)\)?", ",", text)
    text = re.sub(
        r"(?<![\d.])(\d+)\s*K\s*(?=个?(?:Cache)?(?:行|块)(?![大长号]))", lambda match: str(int(match[1]) << 10), text, flags=re.IGNORECASE
    )
    return re.sub(
        rf"(?P<of>{CACHE}|{HOME})地址(?P<bits>(?:共|有|为|是|需要?)*(?:多少|几)位)[?,;、](?P<blocks>(?:共|总共|可以?|能)*(?:容纳|有|分为|共)+(?:多少|几)(?:个)?(?:字)?块)",
        r"\g<of>地址\g<bits>,\g<of>\g<blocks>",
        text,
    )
