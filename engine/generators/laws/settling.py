"""What may be left of a text of a topic: anything that bears no figure, condition, negation, change or method."""

from __future__ import annotations

import re

from engine.generators import clauses, patterns
from engine.generators.laws.clauses import Clauses
from engine.generators.reading import stay_out

_METHOD = re.compile(
    r"[校验错权窗序异步猝突复并叉交奇偶隐舍截升降沿优超逆倒反替换淘写脏险阻塞旁预射扩浮移补符溢借余精派虚慢快隔若如假除非但仅只不没无未均每另各先再必须允许禁止更改增减加乘倍半双始初空满最总前后固]"
)
_FIGURE = re.compile(r"[0-9A-Za-zα-ωΑ-Ω%零〇一二两三四五六七八九十百千万亿]")
_END = re.compile(r"[,;。?!:\n、~·|()/=]+")


def settle(reading: Clauses, words: str, knowing: bool = False) -> None:
    """Look at what is left of a text.

    `knowing`: a clause of which nothing was taken may hold no word that nobody knows, since it may be a condition.

    Raises:
        StayOut: something is left that could change the answer.
    """
    reading.refuse("若干")
    reading.no_condition_left()
    leave = clauses.passing_over(words + reading.ordinary)
    for clause in patterns.split(r"[,;。?!\n]", clauses.without_rounding(reading.rest)):
        if (
            "\ue000" not in clause
            and patterns.search("多少|[几哪]", clause)
            and patterns.sub(r"[^\w%]+", "", clauses.passing_over(reading.ordinary)(clause))
        ):
            stay_out(f"also asks: {clause.strip()}")
    for clause in patterns.split(r"[,;。?!:\n()]", clauses.without_rounding(reading.rest)) if knowing else ():
        if "\ue000" not in clause and (strange := patterns.search(r"[\u3400-\u9fff]{2,}", leave(clause))):
            stay_out(f"{strange[0]} in {clause.strip()}")
    for clause in _END.split(leave(clauses.without_rounding(reading.rest))):
        residue = patterns.sub(r"[^\w%]+", "", clause.replace("\ue000", ""))
        if not residue:
            continue
        if found := _FIGURE.search(residue) or _METHOD.search(residue) or clauses._TECHNICAL.search(residue):
            stay_out(f"{found[0]} in {residue}")
        if len(residue) > 30:
            stay_out(residue)
