"""Options that claim something of one place of the pop sequence, or say what stands at several places."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.generators import patterns
from engine.generators.kind import Solution
from engine.generators.markdown import listed
from engine.generators.reading import stay_out

SEVERAL_PLACES = r"(?:则|那么|,)*(?P<places>[pPaAbB]\s*\d(?:\s*[,、和与]\s*[pPaAbB]\s*\d)+)\s*(?:的取?值)?(?:分别|依次)?(?P<no>不)?(?:可能|能)(?:分别|依次)?[是为]?(?=[\s()。?:]*$)"
_CLAIM = re.compile(
    r"(?P<how>一定是|必然是|只能是|可能是|不可能是|一定不是|不一定是|不会是)\s*(?:元素)?(?P<value>n(?:\s*[-−]\s*1)?|\d+|[A-Za-z]\d?)"
)
_NONE_OF_THEM = re.compile(r"(?:以上|上述)?(?:答案|选项|三[项者])?[都均全皆]不(?:对|是|正确|成立)|[都均全]错|不能?确定|无法确定")


def _holds(option: str, tried: Sequence[tuple[int | None, set[str]]]) -> bool | None:
    """Whether what an option claims is so; None where it says that no other option is right.

    Raises:
        StayOut: it claims nothing.
    """
    said = _CLAIM.fullmatch(option.strip())
    if said is None:
        return None if _NONE_OF_THEM.fullmatch(option.strip()) else stay_out("an option that claims nothing")
    value, how, found = patterns.sub(r"\s", "", said["value"]).replace("−", "-"), said["how"], []
    for count, there in tried:
        element = value if count is None else {"n": str(count), "n-1": str(count - 1)}.get(value, value)
        if how in ("一定是", "必然是", "只能是"):
            found.append(there == {element})
        elif how in ("不可能是", "一定不是", "不会是"):
            found.append(element not in there)
        else:
            found.append(element in there and (how == "可能是" or there != {element}))
    return all(found)


def claims(tried: Sequence[tuple[int | None, set[str]]], steps: str, conventions: tuple[str, ...]) -> Solution:
    """Which of the options says truly what stands at a place, for every number of elements that is tried.

    `tried`: (the number of elements where it is told as n, what may stand there).
    """

    def among(options: Sequence[str]) -> tuple[int, str] | None:
        judged = [_holds(option, tried) for option in options]
        right = [place for place, one in enumerate(judged) if one]
        certain = [place for place in right if patterns.match("一定|必然|只能", options[place].strip())]
        right = certain if len(right) > 1 and certain else right or [place for place, one in enumerate(judged) if one is None]
        return (right[0], steps) if len(right) == 1 else None

    return Solution(answer="", steps=steps, fits=lambda option: False, among=among, conventions=conventions)


def at_several_places(sequences: Sequence[Sequence[str]], places: Sequence[int], possible: bool) -> Solution:
    """Which of the options may, or cannot, stand at several places."""
    there = sorted({tuple(names[place] for place in places) for names in sequences})

    def fits(option: str) -> bool:
        names = tuple(patterns.findall(r"[A-Za-z]\d*|\d+", option))
        if len(names) != len(places):
            stay_out("an option of other places")
        return (names in there) == possible

    return Solution(
        answer="",
        steps=f"列出所有出栈序列，第 {listed((place + 1 for place in places), '、')} 个可能依次是：{'；'.join(listed(each) for each in there)}。",
        fits=fits,
        conventions=("栈初始为空，每个元素只进出一次，栈的容量足够",),
    )
