"""Reading which bits change on the way in a problem about a CRC."""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.generators import patterns
from engine.generators.reading import to_int

_WHEN = r"(?:若|如果|但|假设|当|设|假如)?(?:在)?(?:传输|传送|发送)?(?:过程)?(?:中|时|途中)?(?:发生|出现)?(?:了)?(?:差错|干扰|误码)?[,:]?"
_WORD = r"(?P<what>接收[端方](?=的?最后)|收到(?:的(?:帧|码字|比特串))?时?,?|数据|信息|信息位|码字|帧|发送的?帧|比特串|报文|CRC码|发送序列|整个码字)?(?:在?(?:传输|传送)(?:过程)?(?:中)?)?(?:的)?"
_WRONG = r"(?:都|均|同时|发生|出现|由|从|被|因干扰|受干扰|而|了|1|0|其)*(?:变反|变|错|翻转|取反|反转|出错|差错|反|跳变)(?:成|为)?(?:了)?(?P<to>[01])?(?:了)?"
_SIDE = r"(?:从)?(?:最)?(?P<side>左|右|高位?|低位?|前|后|末尾)(?:边|端)?(?:数|起|开始|向[左右]数|往[左右]数|算)*(?:的)?,?"
_PLACE = r"第?\s*(?:\d{1,2}|[一二三四五六七八九十]+)(?:位|个?比特|个?bit)?"
FLIPPED = (
    rf"{_WHEN}{_WORD}(?:最后|末尾)(?:的)?(?P<ones>[一二两三]个1|一位|1位|[两二2]位|一个比特)(?:数据)?{_WRONG}"
    rf"|{_WHEN}{_WORD.replace('what', 'whole')}{_SIDE}(?P<places>第{_PLACE[2:]}(?:(?:、|和|与|及|,){_PLACE})*)(?:数据)?(?:的)?{_WRONG.replace('to', 'into')}"
)
"""Bits that a problem says are changed; `Flip.of` reads them."""


@dataclass(frozen=True, slots=True)
class Flip:
    """Bits that change on the way.

    Attributes:
        place: where the text says so.
        what: of which word: of the data, or of all that is sent.
        ones: the last so many bits, or the last ones among them; empty where `places` are told.
        places: the bits, counted from 1.
        side: `left` or `right`, where the counting begins.
        to: what they become, if told.
    """

    place: int
    what: str
    ones: str
    places: tuple[int, ...]
    side: str
    to: str

    @classmethod
    def of(cls, match: re.Match[str]) -> Flip:
        """What `FLIPPED` matched."""
        if match["ones"]:
            return cls(match.start(), match["what"] or "", match["ones"], (), "right", match["to"] or "")
        places = tuple(to_int(number) for number in patterns.findall(r"\d+|[一二三四五六七八九十]+", match["places"]))
        return cls(
            match.start(), match["whole"] or "", "", places, "left" if match["side"][0] in "左高前" else "right", match["into"] or ""
        )
