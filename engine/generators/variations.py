"""The same once more with another figure: `how many for n = 7? And for n = 8?`, `what if it were 5-way merging?`.

A question that only names another figure asks for everything that was asked before. So it is read as the text before it with that figure
in the place of the one it stands for, and both are answered. Which figure it stands for must be plain: the only one of the text with the same
words before or behind it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import StayOut, stay_out

_LAST = re.compile(
    r"(?:^|(?<=[,;。?!\s]))\s*(?:\(\d\)\s*)?(?:(?:那么?|而|又|再|若|如果|假如|要是|当|倘若|假设|把|将|只|是)*)"
    r"(?P<before>[A-Za-z\u4e00-\u9fff]{0,8}?)(?:(?:改|换|变|变化|增加|增大|减少|减小|取|提高|降低)(?:为|成|到|用|作)?|=|是|为)*\s*(?P<value>\d+)\s*(?P<behind>[\u4e00-\u9fff]{0,8}?)"
    r"(?:时|的话|,)*(?:,|结果|答案|又|则|会|就|该)*(?:(?:是|为|等于)?(?:多少|几[个次趟种]?|怎样|如何|什么))?(?:呢|啊)?[?。!]*\s*$"
)
_NUMBER = re.compile(r"(?<![\d.,、A-Za-z\-])(?<![,、] )\d+(?![\d.]|\s*[,、]\s*\d)")
_MARK = re.compile(r"呢|又|改|换|变|若|如果|假如|要是")


def _split(text: str) -> tuple[str, str, str] | None:
    """(the text before the last question, that text with the last question's figure, what it changes); None where that is not plain."""
    found = _LAST.search(text)
    if found is None or not _MARK.search(found[0]) or not found["before"] + found["behind"]:
        return None
    base = text[: found.start()].rstrip(" ,;")
    places = []
    for number in _NUMBER.finditer(base):
        before, behind = base[: number.start()].rstrip("=是为 "), base[number.end() :].lstrip()
        if (found["before"] and patterns.search(rf"(?<![A-Za-z]){re.escape(found['before'])}$", before)) or (
            found["behind"] and behind.startswith(found["behind"])
        ):
            places.append(number)
    if len(places) != 1 or places[0][0] == found["value"] or not patterns.search(r"[?。]|多少|几|什么|求", base[places[0].end() :]):
        return None
    start, end = places[0].span()
    shown = f"{found['before']} {found['value']} {found['behind']}".strip()
    return base, base[:start] + found["value"] + base[end:], shown


def with_variations(recognise: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """A recogniser that reads the last question as a variation of the text before it, where the whole is not understood otherwise."""

    def recognised(text: str) -> Recognition | None:
        try:
            if (whole := recognise(text)) is not None:
                return whole
            refusal = None
        except StayOut as stayed:
            refusal = stayed
        found = None if (parts := _split(text)) is None else _of_both(recognised, *parts)
        if found is None and refusal is not None:
            raise refusal
        return found

    return recognised


def _of_both(recognise: Callable[[str], Recognition | None], base: str, varied: str, shown: str) -> Recognition | None:
    try:
        first, second = recognise(base), recognise(varied)
    except StayOut:
        return None
    if first is None or second is None or not (first.confident and second.confident):
        return None
    return Recognition(
        parameters={"task": "variations", "variants": [first.parameters, second.parameters]},
        understood=(*first.understood, ("又问", shown)),
    )


def solving_variations(solve: Callable[[Parameters], Solution]) -> Callable[[Parameters], Solution]:
    """The same for a solver."""

    def solved(parameters: Parameters) -> Solution:
        if "variants" not in parameters:
            return solve(parameters)
        each = [solved(variant) for variant in parameters["variants"]]
        if any(one.fits is not None for one in each):
            stay_out("a question of the options, twice")
        values = [(one.also or (one.answer,))[0] for one in each]
        return Solution(
            answer="；".join(one.answer for one in each),
            steps=paragraphs(*dict.fromkeys(one.steps for one in each)),
            also=("；".join(values), ", ".join(values), "、".join(values), ",".join(values)),
            conventions=tuple(dict.fromkeys(convention for one in each for convention in one.conventions)),
        )

    return solved
