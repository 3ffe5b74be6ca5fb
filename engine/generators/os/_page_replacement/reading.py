"""The reference string and the frames of a page-replacement problem."""

from __future__ import annotations

import re
from typing import TypeAlias

from engine.generators import patterns
from engine.generators.os._topic import Topic
from engine.generators.reading import INTEGER, SEQUENCE, stay_out, to_int, to_ints

Page: TypeAlias = int | str

_FRAME = r"(?:物理内存页|物理页框|内存页框|物理页面|物理块|内存块|主存块|存储块|页框|页帧|页架|物理帧|帧|实页|物理页|块物理内存|块内存|块主存|空?框|块|frames?)"
_COUNTS = rf"{INTEGER}(?:\s*个?\s*(?:和|与|、|或者?|/)\s*(?:[A-Za-z]\s*)?=?\s*{INTEGER})?"
_NO_MORE = r"(?!\d|\s*(?:个?\s*[和与、或/]|->|→|-|\s)\s*\d)"


STRING_ASKED = r"(?:求|写出|给出|列出|计算|确定)(?:出)?(?:其|相应的?|对应的?|该程序的?)?(?:页面)(?:的)?(?:访问|引用)?(?:串|序列|走向)"
"""Where addresses are told: the pages they lie in."""


def read_frames(reading: Topic, algorithms: int) -> tuple[int, ...] | None:
    """How many frames, once or for two cases (`3 个页框缺页几次？若 4 个页框呢`); None where it is not said.

    Raises:
        StayOut: two counts that are no two cases of one algorithm.
    """
    case = r"(?P<case>(?:若|如果|假如|当|改为|改成|换成|变成|变为|增加到|增到|增为|扩大到)(?:分配?给?(?:它|该进程)?|是|为|用|有)?)?"
    forms = (
        rf"{case}(?<!第)(?P<value>{_COUNTS})\s*个?(?:数据)?(?:空闲?的?|可用的?|固定的?)?\s*{_FRAME}(?P<then>时|的情况|的时候|呢)?",
        rf"{case}{_FRAME}(?:的)?(?:个数|数目|数量|总数|数)?\s*[a-zA-Z]?\s*(?:分别)?\s*(?:为|是|=|:|等于|有|取|只有|共|改为|改成|增加到|增为)*\s*[a-zA-Z]?\s*=?\s*(?P<value>{_COUNTS}){_NO_MORE}\s*[个块]?(?P<then>时|的情况|的时候|呢)?",
        rf"{case}(?<![第\d])(?P<value>{_COUNTS})\s*个?页(?:的)?(?:内存|主存|存储)(?:空间)?(?P<then>时|的情况|的时候|呢)?",
        rf"{case}(?:内存|主存)(?:中|里)?(?:只|仅)?(?:给[^,;。]{{0,4}})?分配(?:了)?\s*(?P<value>{_COUNTS})\s*个?页面(?P<then>时|的情况|呢)?",
        rf"{case}(?:主存|内存)(?:分配?给?|给)(?:该|这个|它)?(?:程序|进程|作业)?(?P<value>{INTEGER})个?页面?(?P<then>)(?=\()",
        rf"{case}\((?:即|共|可容纳|可放)*(?P<value>{INTEGER})\s*个?(?:页面|页)(?P<then>)\)",
        rf"{case}驻留集(?:的)?(?:大小)?\s*(?:为|是|=|:)?\s*(?P<value>{_COUNTS}){_NO_MORE}\s*页?(?P<then>时|的情况|的时候|呢)?",
    )
    found: list[tuple[int, tuple[int, ...], bool]] = []
    listed_counts = reading.take(
        rf"(?:{_FRAME}|分得的?页面|内存页面)(?:的)?(?:个数|数目|数量|总数|数)(?:分别|依次)?(?:为|是|取)+\s*(?P<value>{INTEGER}(?:\s*[、,]\s*{INTEGER}){{1,8}}(?:\s*(?:和|与|及)\s*{INTEGER})?)\s*个?(?:时|的情况|(?=[,;。?]))"
    )
    if listed_counts:
        return tuple(to_int(part) for part in _parts(listed_counts["value"]))
    for pattern in forms:
        for match in reading.take_all(pattern):
            # `If the job is given 3 frames, ...; if it is given 4, ...`
            clause = reading.text[max(reading.text.rfind(mark, 0, match.start()) for mark in ",;。?!\n") + 1 : match.start()]
            is_case = bool(match["case"] or match["then"] or patterns.search("若|如果|假如|当|改|换|增", clause))
            found.append((match.start(), tuple(to_int(part) for part in _parts(match["value"])), is_case))
    values = list(dict.fromkeys(value for _, value, _ in sorted(found)))
    if len(values) < 2:
        return values[0] if values else None
    later = {value for _, value, is_case in found if is_case}
    if any(len(value) > 1 for value in values) or algorithms != 1 or not set(values[1:]) <= later:
        stay_out(f"different values: {values}")
    return tuple(count for value in values for count in value)


def decimal_addresses(text: str) -> str:
    """The text with addresses such as `1565H` written in decimal, where it speaks of addresses."""
    if "地址" not in text:
        return text
    text = patterns.sub(r"(?<![0-9A-Za-z])0[xX]([0-9A-Fa-f]{1,8})(?![0-9A-Za-z])", lambda match: str(int(match[1], 16)), text)
    return patterns.sub(r"(?<![0-9A-Za-z])(\d[0-9A-Fa-f]*)[Hh](?![A-Za-z0-9])", lambda match: str(int(match[1], 16)), text)


def _parts(value: str) -> list[str]:
    return [part for part in "".join(sign if sign in "0123456789零〇一二两三四五六七八九十百千" else " " for sign in value).split() if part]


def read_references(reading: Topic) -> tuple[Page, ...]:
    """The reference string: numbers or letters with separators, or one run of digits after a word for it."""
    every = list(patterns.finditer(SEQUENCE, reading.rest))
    found = [match for match in every if len(to_ints(match[0])) >= 5] or (every if len(every) == 1 else [])
    reading.take_spans([match.span() for match in found])
    strings: list[tuple[Page, ...]] = [to_ints(match[0]) for match in found]
    for match in found:
        before = reading.rest[max(0, match.start() - 12) : match.start()]
        if patterns.search(rf"{_FRAME}(?:的)?(?:个数|数目|数量|总数|数)?\s*[a-z]?\s*(?:分别)?(?:为|是|=|:)?\s*$", before, re.IGNORECASE):
            stay_out("a frame count before the string")
    if not strings and (letters := reading.take(r"(?<![A-Za-z])[A-Z](?:\s*[,、 ]\s*[A-Z]){4,}(?![A-Za-z])")):
        strings = [tuple(sign.upper() for sign in letters[0] if sign.isalpha())]
    if not strings and (run := reading.take(r"(?<=[走向列串序流为是问:= ])\d{8,40}(?![\d.])")):
        strings = [tuple(int(digit) for digit in run[0])]
    if len(strings) > 1:
        stay_out("two reference strings")
    return strings[0] if strings else ()


def take_clock_remarks(reading: Topic) -> None:
    """Take how the simple clock sets its bits and moves its hand, which is how it is computed."""
    reading.take_all(
        r"(?:访问位|使用位|引用位)(?:在)?(?:页面?)?(?:装入|调入|命中)(?:时|后)?(?:和|与|或|、|,|也|都|均|就|命中|装入|访问|时|后|被)*(?:置为?|设为?)1(?!\d)(?:[,、]?(?:命中|再访问|访问)(?:时|后)?(?:也|都|亦|就)*(?:置为?|设为?)1(?!\d))?"
    )
    reading.take_all(
        r"(?:初始|开始|起初)?(?:时)?指针(?:初始|开始)?(?:时)?(?:指向|在|指在|从)第?[01一]号?个?(?:页框|框|帧|位置)(?:开始)?|新?(?:装进来|装入|调入)(?:页|时)?(?:置|将|把)(?:访问位|使用位)(?:置)?(?:为)?1|(?:新页)?(?:装进来|装入|调入|进来|命中)(?:时|后)?(?:访问位|使用位)?(?:=|置|为|设为)+1(?!\d)|\(?(?:只有|仅有|用|带|只用)?(?:一|1)(?:位|个)(?:访问位|使用位|引用位)\)?|(?:页面?|新页)?(?:装入|调入|载入|被访问|访问|命中|再次访问|装入或被访问|装入或命中)(?:内存)?(?:时|后)?,?(?:就|则|都|也|只|仅)?(?:其|将|把|使)?(?:访问位|使用位|引用位|R位|u位)(?:均|都|被)?(?:置为?|设为?|设置为?|记为)1(?!\d)"
        r"|(?:替换|置换|装入|缺页)?(?:后|时)?(?:,)?指针(?:随后|随即|然后|则|就)?(?:指向|移到|移动到|停在|移至|前移到)(?:被|刚|新)*(?:替换|置换|装入|淘汰)?(?:的)?(?:页框|页面|页|位置|那个)*(?:的)?(?:下一个?|后一个?|后面一个)(?:页框|位置|页面|页|帧|单元)?|指针(?:就)?(?:下移|前移|后移|不动|不移动|不变|移动一位|移一位|加1)|指针(?:初始)?从(?:第)?0号?(?:页)?(?:框|帧|位置)?开始|(?:初始|开始)(?:时)?指针(?:指向|在)(?:第一个|0号|首个|第0个|第1个)(?:页框|位置|页|帧)"
    )
    reading.take_all(
        r"\(?(?:并|且)?(?:(?:页面?)?(?:被)?(?:装入|调入|命中|访问|引用)(?:内存)?(?:时|后|或|和|与|、|也|都|均|其|则|将|把)*)+(?:该页的?)?(?:访问位|使用位|引用位)?(?:也|都|均|时)*(?:置|设)(?:为|成)?\s*1(?!\d)\)?|(?:访问位|使用位|引用位)(?:在)?(?:装入|调入|访问|命中|时|后|或|和|、|均|都|也)*(?:置|设)(?:为|成)?\s*1(?!\d)"
        r"|命中(?:时)?(?:指针)?(?:不(?:移)?动|不移动|不变)|(?:指针|时钟指针)(?:在)?(?:每次)?(?:装入|置换|替换|调入|缺页)(?:新页|页面)?(?:之?后)?(?:都|均)?(?:指向|移到|移向|前进到|移至|下移到?)(?:下一|后一)(?:个|页)?(?:页框|帧|位置|页)?"
    )
