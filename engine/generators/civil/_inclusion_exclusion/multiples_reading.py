"""Reading how many numbers up to a limit are, or are not, multiples of one or another."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out

_NUMBERS = (
    r"(?:的)?(?:这)?(?:\d+个)?(?:全部|所有|连续)?(?:的)?(?:自然数|正整数|整数|数字|数|编号)?(?:当中|之中|中|里面|里|之间|以内|范围内|内)?"
)
_DIVISOR = r"(?<!\d)\d{1,2}(?!\d)"
_SIGNS = "甲乙丙"


def read_multiples(text: str) -> Recognition | None:
    """How many numbers of a range are multiples of some of two or three numbers.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    if not story.has("整除|倍数|除尽"):
        return None
    story.refuse(r"余\d|余数|质数|合数|奇数|偶数|平方|之和|位数|概率|求和|总和|最小|最大|第\d|人|名")
    span = story.take(
        rf"(?:在|从|由)?(?P<low>\d+)(?:到|至|~|-|—|和(?=\d+之间)|与(?=\d+之间))(?P<high>\d+)(?:之间)?{_NUMBERS}"
    ) or story.take(
        rf"(?:在)?(?:不超过|不大于|小于等于|前)?(?P<high>\d{{2,5}})(?:以内|以下|及以下|个自然数|个正整数|之内){_NUMBERS}|(?:在)?(?:不超过|不大于|小于等于)(?P<high2>\d{{2,5}}){_NUMBERS}"
    )
    if span is None:
        return None
    groups = span.groupdict()
    low, high = int(groups.get("low") or 1), int(span["high"] or groups.get("high2") or 0)
    said = patterns.sub(r"[\ue000]+", "", story.rest)
    divisors: list[int] = []

    def sign(match: re.Match[str]) -> str:
        value = int(match[0])
        if value not in divisors:
            divisors.append(value)
        return _SIGNS[divisors.index(value)] if divisors.index(value) < 3 else stay_out("more than three")

    told = patterns.sub(_DIVISOR, sign, said)
    told = patterns.sub(r"[,。?;:!]|^.{0,6}(?:问|求)(?=[既能不])", "", patterns.sub(r"\([^()]*\)", "", told))
    told = patterns.sub(
        r"(?:一?共|总共|的?数?字?有|的自然数|的整数|的数|个数|是|有|求|多少|个|的|请问|问|各位|自然数|整数|数(?!\b))",
        "",
        patterns.sub(r"倍数", "倍", told),
    )
    told = patterns.sub(r"能够|可以|能|被|倍|整除|除尽", "", told)
    if not 2 <= len(divisors) <= 3 or not low < high <= 100_000 or min(divisors) < 2:
        return None
    wanted = _wanted(told, len(divisors))
    return Recognition(
        parameters={"task": "multiples", "low": low, "high": high, "divisors": divisors, "wanted": sorted(wanted)},
        understood=(("范围", f"{low}～{high}"), ("除数", "、".join(map(str, divisors))), ("求", said.strip(",。?"))),
    )


def _wanted(told: str, size: int) -> frozenset[int]:
    """The sets of divisors (as bits) that a number may have.

    Raises:
        StayOut: not understood.
    """
    every = frozenset(range(1 << size))
    signs = "[甲乙丙]"
    row = rf"{signs}(?:[、和与或]?{signs}){{{size - 1}}}"
    if patterns.fullmatch(
        rf"既不{signs}(?:[也又]不{signs}){{{size - 1}}}|不{signs}(?:[也又且]+不{signs}){{{size - 1}}}|(?:{row})?都不(?:{row})?|既不{signs}不{signs}|不{signs}(?:或者?{signs}){{{size - 1}}}|不{row}(?:中|其中)?(?:任何|任意)一|{row}中任何一都不",
        told,
    ):
        return frozenset({0})
    if patterns.fullmatch(
        rf"{signs}(?:或者?{signs})+|{signs}、{signs}或者?{signs}|(?:至少){row}(?:中|其中|当中)?(?:之)?一|至少{row}|{row}(?:中|其中|当中|里)?(?:的)?至少一",
        told,
    ):
        return every - {0}
    if patterns.fullmatch(
        rf"既{signs}(?:[又也且]+{signs})+|{signs}[又且也](?:同时)?{signs}|同时{row}|(?:{row})都|{signs}和{signs}(?:公)?", told
    ):
        return frozenset({(1 << size) - 1})
    if size == 2 and (found := patterns.fullmatch(rf"({signs})(?:但|而|却|且|又|但又|而且)*不({signs})", told)):
        one = "甲乙".index(found[1])
        return frozenset({1 << one})
    if patterns.fullmatch(rf"(?:恰好?|只|仅|恰恰){row}(?:中|其中)?(?:之)?一", told):
        return frozenset(1 << each for each in range(size))
    stay_out(f"which multiples: {told}")
