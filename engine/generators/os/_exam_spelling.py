"""Papers' and books' ways of setting a problem brought into the wording that the readers know: English names behind Chinese ones, rows of
numbers cut short with dots, notes on brackets, and figures that the text gives in rows.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from engine.generators.kind import Recognition
from engine.generators.normalising import normalise

_GLOSS_WORDS = (
    "page|pages|paging|paged|size|frame|frames|offset|displacement|logical|physical|virtual|effective|linear|address|addresses|space|segment|segments|segmentation|"
    "table|number|memory|main|cache|partition|partitions|variable|fixed|dynamic|demand|length|entry|block|system|process|processes|job|program|access|time|average|"
    "hit|ratio|rate|fault|faults|miss|interrupt|register|base|limit|value|initial|count|counter|semaphore|mutual|exclusion|critical|section|resource|resources|"
    "replacement|algorithm|algorithms|policy|reference|string|sequence|working|set|window|translation|lookaside|buffer|level|directory|storage|management|unit|bit|byte|bytes|of|the|in|and"
)
# `页长(Page Size)`: the same once more in English, no condition.
_GLOSS = re.compile(rf"(?<=[\u3400-\u9fff])\s*\((?:{_GLOSS_WORDS})(?:[ -](?:{_GLOSS_WORDS})){{0,4}}\)", re.IGNORECASE)
# `(mooc) 某系统……`: where the problem is from.
_SOURCE = re.compile(r"^\s*\(\s*[A-Za-z]{2,8}\s*\)\s*(?=[\u3400-\u9fff])")
_KILO = re.compile(r"(?<![\d.])(\d{1,4})\s*K(B?)\s*\(\s*(?:即|=)?\s*(\d+)\s*(?:B|字节)?\s*\)")
# `块号为0、1、2、…、31`: no more than that they count from 0.
_COUNTED = re.compile(
    r"[,(]?\s*(?:其)?(?:物理)?(?:块|页|页框|帧|分区)(?:的)?(?:编)?号(?:依次|分别)?(?:为|是)\s*0\s*[、,]\s*1\s*(?:[、,]\s*\d+\s*){0,6}[、,]?\s*(?:…+|\.{2,6})\s*[、,]?\s*(?P<last>\d+)\)?"
)
_BRACKETS = re.compile(
    r"(?<![\d.、,])(?P<page>\d{1,3})\s*,\s*(?P<offset>\d{1,6})\s*\((?:其中,?)?方括号(?:内|中|里)?的?第(?:一|1)个?(?:元素|数字?|分量)?(?:为|是|表示)页号,"
    r"第(?:二|2)个?(?:元素|数字?|分量)?(?:为|是|表示)页内(?:地址|偏移量?|位移量?)(?:,(?:均|都)?(?:为|是|用)?十进制数?)?\)"
)
_FIGURE = re.compile(
    r"[,(]?\s*(?:其|具体)?(?:情况|内容|关系)?(?:如|见)(?:下|上|右|左)?图(?:\s*\d+(?:[.-]\d+)?)?(?:所示)?\)?|(?:有|考虑)(?=下图)|(?:下|右|上)图(?:所示)?(?:的|中)?(?:所示的?)?"
)
# Every answer gives its working and the reasons.
_WORKING = re.compile(
    r"[,。;?]?[ \t]*(?:并|均)?(?:要求|请|需)(?:写出|说明|给出|列出)(?:简要|具体|详细|必要|主要)?的?(?:计算|分析|求解|推导|变换|转换)?(?:\w由|过程|步骤|依据)(?=[。;?!\n]|$)"
)
_ROWS = re.compile(r"(?m)^[ |]*\d+[ |]+(?:\d+|[xX×\-—])[^\n\u3400-\u9fff]*\n[ |]*\d+[ |]+(?:\d+|[xX×\-—])")


def exam_spelling(text: str) -> str:
    """The text, normalised, without what only the setting of a paper adds."""
    text = _SOURCE.sub("", normalise(text))
    text = _GLOSS.sub("", text)
    text = _KILO.sub(lambda found: f"{found[1]}K{found[2]}" if int(found[1]) * 1024 == int(found[3]) else found[0], text)
    # `150ns (10^-9s)`: what the unit is.
    text = re.sub(r"(?<=s)\s*\(\s*(?:1ns=|1us=)?10\s*\^\s*-\s*\d{1,2}\s*s\s*\)", "", text)
    text = _COUNTED.sub(lambda found: "" if re.search(rf"(?<!\d){int(found['last']) + 1}(?!\d)", text) else found[0], text)
    text = _BRACKETS.sub(r"(\g<page>,\g<offset>)", text)
    text = _WORKING.sub("", text)
    # A figure of which the text gives the rows is no figure that is missing.
    return _FIGURE.sub("", text) if _ROWS.search(text) else text


def spelled(recogniser: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """A recogniser that reads the text in `exam_spelling`."""

    def recognise(text: str) -> Recognition | None:
        return recogniser(exam_spelling(text))

    return recognise
