"""Problems that ask for several passes, or for several methods, taken apart into one text for each."""

from __future__ import annotations

import re
from functools import partial

from engine.generators import patterns
from engine.generators.reading import INTEGER, stay_out, to_int

_PASS = rf"第\s*({INTEGER})\s*[趟轮]"
_LISTED_METHODS = r"(?:直接插入|简单选择|冒泡|起泡|快速|希尔|基数|(?:二路|2路|两路)?归并|选择|插入)(?:排序)?法?"

# Methods one under the other, behind what is asked of each.
_METHODS_UNDER = re.compile(
    rf"(?P<items>(?:[\s:。;]*\([1-9]\)\s*(?:采用|使用|用)?(?:{_LISTED_METHODS}|堆排序)(?:算法)?\s*(?:\([^()\n]{{2,30}}\))?\s*[;,。]?){{2,8}})\s*$"
)


def numbered_by_increment(text: str) -> str:
    """The text with `the pass with d = 3` numbered by its place among the increments that are told."""
    each = list(patterns.finditer(r"第\s*([一二三四1-4])\s*趟的?(?:增量|步长|间隔)\s*(?:为|取|是|=)?\s*(\d+)(?!\d)[,、;]?", text))
    every = patterns.search(r"(?:写出|给出|求出?)这?[两2三3每各]趟", text)
    if every and len(each) > 1 and [to_int(match[1]) for match in each] == list(range(1, len(each) + 1)):
        gaps_told = f"增量依次为{','.join(match[2] for match in each)},"
        text = text[: each[0].start()] + gaps_told + text[each[-1].end() :]
        return patterns.sub(r"(?:分别)?(?:写出|给出|求出?)这?[两2三3]趟(?:排序)?(?:之?后)?的?(?:结果|序列)", "写出每趟排序的结果", text)
    told = patterns.search(
        r"(?:增量|步长|间隔|dlta|(?<![A-Za-z])d)(?:序列)?\s*(?:依次|分别|各|为|是|取|=|:)*\s*(\d+(?:\s*[,、]\s*\d+)+)", text
    )
    gaps = patterns.findall(r"\d+", told[1]) if told else []
    if told is None or len(patterns.findall(r"(?<![A-Za-z])d\s*=\s*\d+", text[told.end() :])) < 2:
        return text

    def numbered(match: re.Match[str]) -> str:
        return f"第{gaps.index(match[1]) + 1}趟" if match[1] in gaps else match[0]

    return text[: told.end()] + patterns.sub(r"(?<![A-Za-z])d\s*=\s*(\d+)(?!\s*[,、]\s*\d)", numbered, text[told.end() :])


def one_by_one(text: str) -> list[str]:
    """The text for each of the passes it asks for, or for each of the methods it lists; itself alone where there is but one.

    Raises:
        StayOut: what is said of another pass is more than a question.
    """
    if (
        listed_ := patterns.search(
            rf"分别(?:采用|使用|用|按|进行|写出)*\s*({_LISTED_METHODS}(?:\s*(?:[、,和与及]|以及)\s*{_LISTED_METHODS})+)", text
        )
    ) or (listed_ := patterns.search(rf"({_LISTED_METHODS}(?:\s*(?:[、,和与及]|以及)\s*{_LISTED_METHODS})+)\S{{0,8}}(?:分别|各自)", text)):
        return [text.replace(listed_[1], name) for name in patterns.findall(_LISTED_METHODS, listed_[1])]
    if (under := _METHODS_UNDER.search(text)) is not None:
        told = [item.strip(" ;,。\n") for item in patterns.split(r"\s*\([1-9]\)\s*", under["items"]) if item.strip(" ;,。\n")]
        head = patterns.sub(
            r"(?:分别)?(?:采用|使用|用|按)?(?:下列|以下|下述|如下)(?:各|几种|[二两三四2-6]种)?(?:排序)?(?:方法|算法|排序)(?:进行)?",
            "",
            text[: under.start()],
        )
        return [f"{head.rstrip('。:,;? ')},{item if item[0] in '采使用' else '采用' + item}。" for item in told]
    numbers = list(dict.fromkeys(to_int(number) for number in patterns.findall(_PASS, text)))
    if len(numbers) < 2 or patterns.search(r"前\s*\S\s*趟", text):
        return [text]
    texts = []
    for number in numbers:
        one = patterns.sub(rf"{_PASS}(?:\s*(?:[、,和与及]|以及)\s*{_PASS})+", partial(_own_pass, number), text)
        for match in reversed(list(patterns.finditer(_PASS, one))):
            if to_int(match[1]) == number:
                continue
            start = max((mark.end() for mark in patterns.finditer(r"[。;?!,，；？：:\n]", one[: match.start()])), default=0)
            end = next((mark.start() for mark in patterns.finditer(r"[。;?!,，；？\n]", one[match.start() :])), len(one) - match.start())
            clause = one[start : match.start() + end]
            if len(patterns.findall(r"\d+", clause)) > 3:
                stay_out("more is said of another pass")
            one = one[:start] + one[match.start() + end :]
        texts.append(one)
    return texts


def _own_pass(number: int, passes: re.Match[str]) -> str:
    return f"第{number}趟" if number in map(to_int, patterns.findall(_PASS, passes[0])) else passes[0]
