"""A clause from which is taken what is understood; what is left may be any words but those that change what is computed."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._travel.words import LENGTHS, TIMES
from engine.generators.reading import stay_out

TAKEN = "·"
NUMBER = r"(?<![\d.])\d+(?:\.\d+)?(?:/\d+)?(?![\d.]*\d)"
TIME = rf"(?:{NUMBER}小时(?:零|又)?)?{NUMBER}(?:小时|分钟|秒)"
METRE = r"(?:千米|米)"
SPEED = rf"{NUMBER}{METRE}/(?:小时|分钟|秒)"
# Words that matter, where nobody gave them a meaning.
_MATTERS = re.compile(
    r"[\dA-Za-z%?]|多少|几|[二三四五六七八九十百千万亿两双半]|一(?=[半共圈倍成同半百千万])|"
    r"[不没未无非除仅每各另再又先前后早晚提延迟停休息加增减少降剩余超差返折调换比反顺逆同相隔倍若假最至多快慢成均原改变更续等候堵歇耽误歇距离共半]"
)
# Of a story, without weight: what leads on, what is said of the way and the weather.
WITHOUT_WEIGHT = re.compile(
    r"[A-H甲乙丙丁](?:地|城|村|镇|站|市|港|校)?[、和与到离至去][A-H甲乙丙丁](?:[两2]?(?:地|城|村|镇|站|市|港|校))?|[A-H](?:地|城|村|镇|站|市|港|校)|"
    r"已知|于是|结果|但是?|却|只好|只得|便|才|则|那么?|继续(?:前进|前行|赶路|走|骑|行驶|行走|步行|前往|向前)?|出发|匀速|不变|不计|"
    r"(?:速度|时间|路程)(?:都|均|始终)?(?:保持)?(?:不变|不计)|途中|半路上?|路上|每天|每次|平均|沿(?:着)?(?:同一条|相同的?|原)?路?|经过|一样的路|这样|同一条路|"
    r"早[上晨]|[上下中]午|晚上|前往|前进|前行|至|两(?:地|市|城市?|站|村|镇|校|处|座城市)|[两2](?:人|车|船|辆车)|又|(?:这时|此时|这个?时候)|正好|恰好|刚好|立即|立刻|马上|随即|全程|之后|以后|所以|因此|因为|由于|因?故障|为了|两地|之间|(?<=[行走骑开跑驶])完|其"
)


class Clause:
    """What is left of a clause."""

    def __init__(self, text: str, end: str) -> None:
        self.text, self.left, self.end = text, text, end

    def take(self, pattern: str) -> re.Match[str] | None:
        """The first place of the pattern, taken; groups named `gap` are left."""
        found = patterns.search(pattern, self.left)
        if found is not None:
            kept = [found.span(name) for name in found.groupdict() if name.startswith("gap")]
            signs = list(self.left)
            for place in range(*found.span()):
                if not any(start <= place < end for start, end in kept):
                    signs[place] = TAKEN
            self.left = "".join(signs)
        return found

    def has(self, pattern: str) -> bool:
        """Whether the pattern is in what is left."""
        return patterns.search(pattern, self.left) is not None

    @property
    def words(self) -> list[str]:
        """The stretches that are left, without what has no weight."""
        return [each for each in patterns.split(f"[{TAKEN} ]+", WITHOUT_WEIGHT.sub(TAKEN, self.left)) if each]

    def finish(self, names: list[str]) -> None:
        """Look at what is left.

        `names`: words of the text's own that are passed over as a whole.

        Raises:
            StayOut: something that matters was given no meaning.
        """
        left = self.left
        for name in sorted((name for name in names if len(name) > 1), key=len, reverse=True):
            left = left.replace(name, TAKEN)
        left = WITHOUT_WEIGHT.sub(TAKEN, left)
        if found := _MATTERS.search(left):
            stay_out(f"{found[0]} in {self.text}")


def value_of(said: str) -> Fraction:
    """Metres, seconds, metres per second."""
    if found := patterns.fullmatch(rf"({NUMBER})({METRE})/(小时|分钟|秒)", said):
        return Fraction(found[1]) * LENGTHS[found[2]] / TIMES[found[3]]
    if found := patterns.fullmatch(rf"({NUMBER})({METRE})", said):
        return Fraction(found[1]) * LENGTHS[found[2]]
    return sum((Fraction(number) * TIMES[unit] for number, unit in patterns.findall(rf"({NUMBER})(小时|分钟|秒)", said)), Fraction(0))


def share_of(amount: str) -> Fraction | None:
    if amount == "一半":
        return Fraction(1, 2)
    if found := patterns.fullmatch(r"(\d+(?:\.\d+)?(?:/\d+)?)(%|倍)", amount):
        return Fraction(found[1]) / (100 if found[2] == "%" else 1)
    return Fraction(amount) if patterns.fullmatch(r"\d+/\d+", amount) else None
