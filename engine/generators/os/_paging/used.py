"""The tables that a program needs which uses only the low and the high end of its space: what is told of the ends, and what is asked."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.os._addressing.page_frames_reading import HEXADECIMAL, number
from engine.generators.os._clauses import SIZE, to_bytes
from engine.generators.os._inquiry import Inquiry
from engine.generators.os._paging.relations import WHOLE
from engine.generators.reading import stay_out

_USES = r"(?:只|仅|仅仅|实际(?:上)?|连续|一共|总共|共)*(?:使用|占用|用到|占|用)(?:了|到)?(?:其|该|它的?)?(?:虚拟?|逻辑)?(?:地址)?(?:空间)?(?:的|中)?"
_LOW = r"(?:从)?(?:最)?低(?:的|端的?|地址的?|部分|处)*(?:连续的?)?|(?:从)?(?:逻辑|虚拟?)?(?:地址)?0(?:号)?(?:地址)?(?:处)?(?:开始|起)(?:的)?(?:连续)?(?:的)?(?:占用?|使用|用)?(?:了)?"
_HIGH = r"(?:最)?(?:高|顶)(?:的|端的?|地址的?|部分|处)*(?:连续的?)?"
_SEGMENT = r"(?:它的?|其)?(?:代码|程序|数据|正文|栈|堆栈|用户栈)(?:段|区)?(?:和数据(?:段|区)?)?"
_WHERE = r"(?:在)?(?:地址空间)?(?:的)?"
_AREA = r"(?:的)?(?:连续)?(?:的)?(?:逻辑|虚拟?)?(?:地址)?(?:空间|部分)?(?:\([^()\d]{1,12}\))?"
_ENDS = rf"(?:使用|含有)?(?:{_SEGMENT})?(?:{_USES})?{_WHERE}(?:{_LOW}|0x0+\s*(?:起|开始)(?:占)?)\s*(?P<low>{SIZE}){_AREA}(?:和|与|、|,|以及|及)*(?:{_SEGMENT})?(?:占用?|使用|位于|用)?{_WHERE}(?:{_HIGH})(?:占)?\s*(?P<high>{SIZE}){_AREA}"
_FROM_0 = (
    rf"(?:{_SEGMENT})?(?:{_USES})?(?:地址)?(?:0x)?0+H?\s*(?:~|-|到|至)\s*(?P<to>0x[0-9A-F]+|[0-9A-F]+H)(?:的|共|这段|之间|\s)*{_AREA}",
    rf"(?:{_USES})?(?:地址)?(?:范围)?(?:为|是|从)?0(?:H)?\s*(?:~|-|到|至)\s*\(?\s*(?P<low>{SIZE})\s*-\s*1\)?{_AREA}",
    rf"(?:{_USES})?(?:{_LOW})\s*(?P<low>{SIZE}){_AREA}",
    rf"(?:{_USES}|长)\s*(?P<low>{SIZE}){_AREA}(?=\s*[,(]?\s*(?:且|并|都|是|它|的是?)*(?:连续)?从(?:地址|低地址)?0)",
)
_REMARKS = (
    r"\(?(?:且|并|都|是|它|用的是?)*(?:连续)?从(?:逻辑|虚拟|虚)?(?:地址|低地址)?(?:的)?0(?:号)?(?:地址|页|单元)?(?:处)?(?:开始|起|连续)(?:的)?(?:连续)?(?:的)?(?:存放|使用|占用)?\)?"
    r"|(?:其余|其他|中间)(?:的)?(?:虚拟?|逻辑)?(?:地址)?(?:空间|部分|地址)?(?:均|都)?(?:未(?:被)?使用|未用|不用|没有使用|没用|没有用到|空着|空闲)|\(?(?:页目录|页表)?不足(?:一|1)页(?:的)?(?:也)?(?:按|算|以)(?:一|1)页(?:计算?|算)?\)?"
)
_MANY = r"(?:多少|几)"
_TABLES = r"(?<![每一][张个])(?<![级层])(?:(?:它的?|其|用到的|全部|所有|各级|页目录(?:表)?|二级|(?:和|与|及|、|加上?))*(?:的)?页表(?:\((?:含|包括|连同)(?:页)?目录[^()]*\)|加上?页目录)?(?:页)?[,，]?(?:总|一)?)"
_TAKE = r"(?:最少|至少|实际|一共|总共|共|总|又|要|需要?|占用?|占据|用|的|是|为)*"
_QUESTIONS = (
    ("inner tables used", rf"{_TAKE}{_MANY}张二级页表|(?:用到的)?二级页表(?:的)?(?:数目|张数|个数|数)(?:是|为|{_MANY})*"),
    (
        "tables used",
        rf"{_TABLES}{_TAKE}{_MANY}个?(?:页框|物理块|页面|页)(?:来)?(?:内存)?|{_TAKE}{_MANY}个?(?:页框|物理块|页面|页)(?:来|用来)?(?:存(?:放)?)?页表|{_TAKE}{_MANY}个?页表页(?:\(含(?:页)?目录\))?",
    ),
    (
        "tables used size",
        rf"(?<=[,、])\s*(?:又|共|合)?{_MANY}\s*[KM]B|{_TABLES}{_TAKE}(?:{_MANY}(?!个|张|页)\s*(?:[KM]B)?(?:的)?(?:内存|空间|存储空间)?|多大(?:的)?(?:内存|空间)?|[KM]B)",
    ),
)


def take_used(reading: Inquiry) -> tuple[tuple[int, int], list[tuple[int, str]]] | None:
    """The bytes used at the low and at the high end, and what is asked of the tables for them (place, question); None where the text is not of
    that. All of it is taken.
    """
    if not patterns.search(r"[二两三四五2-5]级|多级|页目录|\d[+/-]\d", reading.text) or patterns.search(
        "单级|普通页表|(?<!第)一级页表(?!页|号)", reading.text
    ):
        return None
    ends = reading.take(_ENDS)
    if ends is None:
        ends = next((found for pattern in _FROM_0 if (found := reading.take(pattern))), None)
    whole = ends is None and reading.take(
        r"\(?(?:假设|设|若)?(?:整个|全部)(?:的)?(?:逻辑|虚拟?)(?:地址)?空间(?:均|都|全部|全)*(?:被)?(?:使用|用到|用满|占用)"
    )
    if ends is None and not whole and not patterns.search("页目录(?:表)?(?:和|与|及|、)(?:全部|所有)(?:的)?页表", reading.text):
        return None
    reading.take_all(_REMARKS)
    asked: list[tuple[int, str]] = []
    for name, pattern in _QUESTIONS:
        for match in reading.take_all(pattern):
            if name != "inner tables used" and "二级" in match[0] and "目录" not in match[0]:
                stay_out("the tables of the second level alone")
            asked.append((match.start(), name))
            reading.questions.append(match.span())
            reading.asked_at.append((match.start(), name))
    told = ends.groupdict() if ends else {}
    if last := told.get("to"):
        return (number(last) + 1, 0), asked
    return (to_bytes(told["low"]) if ends else WHOLE, to_bytes(told["high"]) if told.get("high") else 0), asked


def take_touched(reading: Inquiry) -> list[int]:
    """The addresses of which is asked how many tables of the second level they use; empty where that is not asked."""
    question = reading.take(
        r"(?:则)?(?:地址转换时)?(?:共|一共)?(?:访问|用到|涉及)(?:的|了|到)?(?:共|一共)?(?:多少|几)(?:个|张)(?:不同的?)?(?:二级)?页表"
    )
    found = question and reading.take(
        rf"(?:若|如果|当)?(?:某|一个|该)?(?:程序|指令)?(?:依次|先后)?(?:所)?访问(?:的|了)?(?:(?:虚拟?|逻辑)地址)?(?:分别|依次)?(?:为|是)?\s*(?P<list>{HEXADECIMAL}(?:\s*(?:、|,|和|与|及)\s*{HEXADECIMAL})+)"
    )
    if question is None or not found:
        return []
    reading.questions.append(question.span())
    reading.asked_at.append((question.start(), "touched"))
    return [number(one) for one in patterns.findall(HEXADECIMAL, found["list"], re.IGNORECASE)]
