"""Problems of subnets in numbered parts: each part is read with what stands before the first, and with the conditions of the parts before it."""

from __future__ import annotations

import re
from collections.abc import Callable

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.normalising import normalise
from engine.generators.reading import StayOut

_PART = re.compile(r"(?:^|(?<=[\s,;。:?、]))\(([1-9])\)\s*(?=\S)")
_DEMAND = re.compile(
    r"(?:,)?(?:请|试)*(?:回答|完成|计算|求|问)?(?:出|解)?(?:以下|下列|下面|如下)?(?:各|几个)?(?:小)?(?:问题?|题|内容)?[:。,]?\s*$"
)
_ASKS = re.compile(r"多少|几|什么|哪|求|写出|给出|列出|计算|如何|怎|多长|多大|\?|是\s*$|为\s*$")

_INTERROGATIVE = re.compile(r"多少|什么|哪|多长|多大|几(?=[个位台种])")


def in_parts(recognise: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """A recogniser of a text whose numbered parts `recognise` understands one by one; all of them or none."""

    def read(text: str) -> Recognition | None:
        text = normalise(text)
        marks = list(_PART.finditer(text))
        if len(marks) < 2 or [int(mark[1]) for mark in marks] != list(range(1, len(marks) + 1)):
            return None
        opening = _DEMAND.sub("", text[: marks[0].start()]).rstrip(" ,:;。\n")
        if not opening or _ASKS.search(opening):
            return None
        found: list[Recognition] = []
        conditions: list[str] = []
        for number, mark in enumerate(marks):
            part = text[mark.end() : marks[number + 1].start() if number + 1 < len(marks) else len(text)].strip(" \n,;。")
            if patterns.match(r"(?:若|如果|假如|假设|要)[^,;。]*\d", part):
                conditions = []  # another supposition
            seen = _one(recognise, ",".join([opening, *conditions]) + "。" + part)
            # As much must be understood as is asked.
            if seen is None or len(_INTERROGATIVE.findall(part)) > len(seen.parameters["asked"]):
                return None
            found.append(seen)
            conditions += [
                clause.strip()
                for clause in patterns.split(r"[,;。?\n]", part)
                if patterns.search(r"\d|[二两三四五六七八]个", clause) and not _ASKS.search(clause)
            ]
        return Recognition(
            parameters={"task": "several", "each": [dict(one.parameters) for one in found]},
            understood=tuple(dict.fromkeys(pair for one in found for pair in one.understood)),
        )

    return read


def _one(recognise: Callable[[str], Recognition | None], text: str) -> Recognition | None:
    try:
        seen = recognise(text)
    except StayOut:
        return None
    return seen if seen is not None and seen.confident and not {"task", "either"} & set(seen.parameters) else None
