"""The words around the figures of a statistical material, and what they make of them."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._statistics.cues import FALL, MORE_WORD, RATE_WORD, RISE, UNIT
from engine.generators.civil._statistics.material.periods import SIGN

UNIT_TOLD = rf"(?:(?:千公顷|万公顷|公斤|亿立方米|亿人公里|万人公里|万亩|万?标箱|{UNIT})(?:/[\u4e00-\u9fff]{{1,3}})?)"
FIGURE = re.compile(
    rf"(?<![\d.A-Za-z])(?P<value>-?\d+(?:\.\d+)?)(?:(?P<percent>%)|(?P<points>个?百分点)|(?P<times>倍)|(?P<unit>{UNIT_TOLD}))(?![\d/])(?P<class>(?:及其?)?以[上下]|以内)?"
)
"""A figure with its unit."""
SINCE = rf"(?:同比|环比|(?:[比较同与和跟]|相比|相较于?|[高低快慢][于出]){SIGN}(?:的|同期|水平|末|底|平均)*(?:相比|比)?)"
_WAYS = rf"(?:{RISE}|{FALL}|加快|放缓|回升|回落|提速|快|慢|收窄|扩大)"
_TAIL = (
    (
        "fill",
        r"(?:大约|约|近|为|是|有|共|仅|了|已|即|则|也|均|又|还|仍|净|名义|首次|首度|跨越|突破|超过?|实现|完成|累计|合计|总计|总共|幅度|小幅|大幅|增长率|分别|的|:|,)",
    ),
    ("real", r"(?:实际|(?<!加计)扣除[^\d,;]{0,14}|可比口径|可比价格?|按[^\d,;]{0,10}(?:口径|价格?)(?:计算)?)"),
    ("to", rf"(?:{RISE}|{FALL}|发展|变化|变)(?:到|至|为)"),
    ("reach", r"高?达到?"),
    ("to", r"(?:到|至)"),
    ("more", MORE_WORD),
    ("fallrate", r"降幅|跌幅|下降率|减少率|降低率|减幅"),
    ("rate", RATE_WORD),
    ("share", rf"(?:占(?:比|有率)?(?P<whole>[^\d,;{SIGN[1:-1]}]{{0,30}}?)的?(?:比重|比例|份额|百分比)?|比重|比例|份额|占比|占)"),
    ("gap", rf"(?:[高低快慢][于出]|[比较])(?P<beside>[^\d,;{SIGN[1:-1]}]{{2,24}}?)(?P<gapway>{_WAYS})?"),
    ("from", rf"(?:由|从)(?P<then>{SIGN})?(?:的|同期|水平)*"),
    ("since", SINCE),
    ("up", rf"(?<!新)(?:{RISE}|加快|回升|提速|快)"),
    ("down", rf"(?:{FALL}|放缓|慢)"),
    ("times", r"相当于|等于"),
)
_TAILS = tuple((name, re.compile(rf"(?:{pattern})$")) for name, pattern in _TAIL)


def tails(lead: str) -> tuple[str, set[str], dict[str, str]]:
    """The lead without the words that say what its figure is, which of them there are, and what they say."""
    cues: set[str] = set()
    groups: dict[str, str] = {}
    for _ in range(12):
        for name, pattern in _TAILS:
            if name in ("share", "gap") and (
                name in cues or (name == "gap" and not cues & {"up", "down", "rate"} and not patterns.search("于|[高低快慢]出", lead))
            ):
                continue
            found = pattern.search(lead)
            if found is None or not found[0]:
                continue
            if name == "gap" and not patterns.search("[高低快慢][于出]|[比较]", found[0]):
                continue
            cues.add(name)
            if name == "since" and patterns.match("[高低快慢][于出]", found[0]):
                cues.add("up" if found[0][0] in "高快" else "down")
            groups.update({key: text for key, text in found.groupdict().items() if text})
            if name == "gap":
                groups["gap"] = found[0] + ("慢" if "down" in cues else "")
            lead = lead[: found.start()]
            break
        else:
            break
    return lead, cues, groups


def scale(unit: str) -> Fraction:
    """How many of the plain unit one of `亿元` is."""
    for word, factor in (("万亿", 10**12), ("亿", 10**8), ("千万", 10**7), ("百万", 10**6), ("万", 10**4)):
        if unit.startswith(word):
            return Fraction(factor)
    return Fraction(1000) if unit.startswith(("千公顷", "千元", "千人", "千台", "千辆", "千吨")) else Fraction(1)
