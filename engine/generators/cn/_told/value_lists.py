"""A quantity with several values, the same question for each: "窗口为 1、7、17 时利用率各为多少" is read once for every value."""

from __future__ import annotations

import re
from collections.abc import Callable

from engine.generators import patterns
from engine.generators.cn._told.listed_cases import each_case
from engine.generators.kind import Recognition
from engine.generators.pasted.normalising import normalise
from engine.generators.patterns import caseless

_VALUE = r"(?<![\d.^])\d+(?:\.\d+)?\s*(?:dB|分贝|[kKMG]?(?:bps|b/s|bit/s|Hz)|[kKM]?bits?|[kK]?B|字节|比特|m?s|μs|k?m|米|个|种|帧|位)?(?![A-Za-z\d.^%×])"
_LIST = caseless(
    rf"(?:为|是|取|=|:|分别|依次|各|等于|\s)+(?P<list>{_VALUE}(?:\s*(?:、|,|和|与|或|及|以及)\s*{_VALUE})+)\s*(?:这)?(?:[两三四]种)?(?:时|的时候|的?情况下?|条件下|,(?=[^,。;?]{{0,14}}(?:各|分别)))"
)
_SAME_QUESTION = re.compile(r"各|分别|依次")


def _texts(text: str) -> list[str]:
    """The text once for each value; empty where it has no such list, or more than one."""
    lists = list(_LIST.finditer(text))
    if len(lists) != 1 or not _SAME_QUESTION.search(text, lists[0].start()):
        return []
    match = lists[0]
    clause = patterns.split(r"[,;。?!\n]", text[: match.start()])[-1]
    if patterns.search("和|与|、|及|每|段|共", clause):
        return []  # two quantities, each with its value
    values = [found[0].strip() for found in caseless(_VALUE).finditer(match["list"])]
    unit = patterns.sub(r"^[\d.\s]+", "", values[-1])
    asking = patterns.sub(r"(?:各|分别|依次)(?:自|是|为)?", "", text[match.end() :])
    whole = [value if patterns.search(r"[^\d.\s]", value) else value + unit for value in values]
    return [f"{text[: match.start()]}为{value}时{asking}" for value in whole]


def each_value(recognise: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """A reader that also understands a list of values, each with its own answer."""

    recognise = each_case(recognise)

    def read(text: str) -> Recognition | None:
        texts = _texts(normalise(text))
        if not texts:
            return recognise(text)
        found = [recognise(one) for one in texts]
        seen = [one for one in found if one is not None and not one.missing and "units" in one.parameters]
        if len(seen) != len(texts):
            return None
        return Recognition(
            parameters={"units": [unit for one in seen for unit in one.parameters["units"]]},
            understood=tuple(dict.fromkeys(pair for one in seen for pair in one.understood)),
        )

    return read
