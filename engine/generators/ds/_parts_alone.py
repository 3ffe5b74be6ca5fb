"""Problems that only stand together: several things of which the same is asked, or sentences that each tell all they ask about."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.reading import StayOut, stay_out
from engine.generators.several import together

_ITEM = re.compile(r"(?:(?<=^)|(?<=[\s,;。:?!)]))\(\s*([1-9])\s*\)\s*|(?<=\n)\s*([1-9])\s*[.、)]\s*(?!\d)")
_SENTENCE = re.compile(r"(?<=[。;?!\n])")
_ASKS = re.compile(r"[?]|多少|几|什么|哪|求|写出|给出|画出|计算|\(\s*\)|[是为][\s。;]*$")
_THESE = re.compile(r"(?:以下|下列|下面|如下)(?:各|几个|的)*|各个?")
# Names of ways that stand one behind the other: `(1)希尔排序(2)快速排序`.
_GLUED = re.compile(r"\(\s*([1-9])\s*\)\s*|(?<=\n)\s*([1-9])\s*[.、)]\s*(?!\d)")
# `用下列排序方法`: what is listed are names of ways, each as long as it likes.
_WAYS = re.compile(
    r"(?:使用|采用|用|执行|按|利用|对)?(?:以下|下列|下面|如下|下述)(?:各|几|多|个|种|的|排序|常用|内部)*(?:方法|算法)(?:进行|执行)?(?:排序|操作)?时?"
)
_BACK = re.compile(r"上述|上面|该|此(?!时)|其|它|同样|同上|改[为用成]|换|呢|这|若(?!以|有|对|用|一)|再|另|\(\s*[1-6]\s*\)")
_MOST = 9


def _items(text: str) -> tuple[list[str], list[str]]:
    """What is asked of all with each of them, and the names of the ways that are listed; nothing where no list of bare things ends the text."""
    marks = list((_GLUED if _WAYS.search(text) else _ITEM).finditer(text))
    if not 2 <= len(marks) <= _MOST or [int(mark[1] or mark[2]) for mark in marks] != list(range(1, len(marks) + 1)):
        return [], []
    lead = text[: marks[0].start()].strip()
    ways = _WAYS.search(lead) is not None
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    items = [text[mark.end() : end].strip(" \n;,、。") for mark, end in zip(marks, ends, strict=True)]
    if (
        not _ASKS.search(lead)
        or not all(items)
        or any((not ways and patterns.search(r"[\u4e00-\u9fff]{3}", item)) or _ASKS.search(item) for item in items)
    ):
        return [], []
    lead = (_WAYS.sub("", lead) if ways else _THESE.sub("", lead)).rstrip(" :,。")
    return [f"{lead}:{item}。" for item in items], [item.partition("(")[0].strip() for item in items] if ways else []


def _sentences(text: str) -> list[str] | None:
    """The sentences, where each asks and none points back."""
    found = [sentence.strip() for sentence in _SENTENCE.split(text) if patterns.search(r"\w", sentence)]
    found = [patterns.sub(r"^\s*\(?[1-6]\)\s*", "", sentence) for sentence in found]
    if not 2 <= len(found) <= _MOST or any(not _ASKS.search(sentence) or len(sentence) < 8 for sentence in found):
        return None
    return None if any(_BACK.search(sentence) for sentence in found[1:]) else found


def with_parts_alone(recognise: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """A recogniser that reads each part as a text of its own where it does not understand the whole."""

    def recognised(text: str) -> Recognition | None:
        try:
            if (whole := recognise(text)) is not None:
                return whole
            refusal = None
        except StayOut as stayed:
            refusal = stayed
        for parts, names in (_items(text), (_sentences(text) or [], [])):
            try:
                found = [recognise(part) for part in parts]
            except StayOut:
                continue
            seen = [one for one in found if one is not None and one.confident]
            if len(seen) == len(found) > 1:
                return Recognition(
                    parameters={"task": "alone", "parts": [one.parameters for one in seen], "names": names},
                    understood=tuple(
                        (f"第 {number} 题，{name}", value) for number, one in enumerate(seen, 1) for name, value in one.understood
                    ),
                )
        if refusal is not None:
            raise refusal
        return None

    return recognised


def solving_parts_alone(solve: Callable[[Parameters], Solution]) -> Callable[[Parameters], Solution]:
    """A solver that solves each part."""

    def solved(parameters: Parameters) -> Solution:
        if parameters.get("task") != "alone":
            return solve(parameters)
        solutions = [solve(part) for part in parameters["parts"]]
        if not all(solution.answer for solution in solutions):
            stay_out("a part that only options answer")
        names = parameters.get("names") or [""] * len(solutions)
        return together([replace(one, answer=f"{name}：{one.answer}") if name else one for name, one in zip(names, solutions, strict=True)])

    return solved
