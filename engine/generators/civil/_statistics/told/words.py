"""The closed words of short statistics: what runs up to a figure and says what it is."""

from __future__ import annotations

import re

from engine.generators.civil._statistics.cues import MORE_WORD, RATE_WORD, SHARE_WORD
from engine.generators.civil._statistics.told.marks import T

UP = r"增长|增产|增收|增加|上升|提高|上涨|提升|扩大|攀升|上浮|上调|增多|加快|多收|多花|多支出|涨|升|增"
DOWN = r"下降|减产|减收|减少|降低|下滑|回落|下跌|缩小|收窄|缩减|放缓|下调|减慢|降|跌|减"
FILL = r"大约|大概|约|近|为|是|有|共有|共计|合计|总计|总共|一共|共|已经|已|就|仅|只|了|的|完成|实现|等于|接近|高达|名义|到了|即|:"
SINCE = rf"(?:比起|相比于?|相较于?|相对于?|对比|比|较|与|和|同|跟)(?P<since>{T})(?:的|时|同期|水平|末|底|全年)*(?:相比(?:较)?|比(?:较)?|来说)?,?"
FALL_RATE = r"降幅|跌幅|下降率|减少率|降低率|减幅|下降幅度|下降速度|降速"
TAILS = tuple(
    (name, re.compile(rf"(?:{pattern})$"))
    for name, pattern in (
        ("fill", FILL),
        ("again", "又|再|还|继续|接着|进一步"),
        ("to", rf"(?:{UP}|{DOWN}|变化|变|发展|调整|调|改|增|升|降|减|扩大|扩)(?:到|至|为|成)了?(?P<to>{T})?的?"),
        ("to", "达到?|到|至"),
        ("more", MORE_WORD),
        ("fallrate", FALL_RATE),
        ("rate", rf"(?:同比)?(?:{RATE_WORD})"),
        ("share", rf"(?:所)?(?:占比|{SHARE_WORD})"),
        ("since", rf"{SINCE}|同比|环比"),
        ("up", rf"(?<!新)(?:{UP}|多|高|快|大|贵)出?"),
        ("down", rf"(?:{DOWN}|少|低|慢|小|便宜)出?"),
        ("change", "变化|变动|波动|变"),
        ("from", rf"(?:由|从)(?P<then>{T})?(?:的|同期|水平)*"),
    )
)
"""The words at the end of what runs up to a figure, the longest first."""
