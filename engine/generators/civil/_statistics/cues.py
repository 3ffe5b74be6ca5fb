"""The words of statistics that say what a figure is, and a figure with the words that run up to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._statistics.text import UNIT

RISE = r"增长|增产|增收|增加|上升|提高|上涨|提升|扩大|攀升|上浮|增多|加快|多出?|高出?|涨|增|升"
FALL = r"下降|减产|减收|减少|降低|下滑|回落|下跌|负增长|缩小|收窄|缩减|放缓|下调|减慢|少|低|降|跌|减"
RATE_WORD = r"增长率|增长百分比|增率|上升率|上涨率|提高率|增加率|减少率|降低率|减幅|增速|增幅|涨幅|降幅|增长速度|增长幅度|增长速率|变化率|变化幅度|下降率|变动幅度|下降幅度|上升幅度|上涨幅度|升幅|跌幅"
SHARE_WORD = r"比重|比例|百分比|份额|占比|比率"
MORE_WORD = r"增长总?额|增长总量|增加总额|增长量|增量|增加量|增加额|增长额|增加数量|增加数|减少量|减少额|增长数量|下降量"
YEARLY = r"年均|年平均|平均每年|每年平均|平均年|每年|逐年"
SINCE = r"(?:与|和|跟|同|比|较|比起|相比|相较于?|对比)⟦(?P<since>-?\d+)⟧(?:的|时|同期|水平)*(?:相比(?:较)?|比(?:较)?)?[,的]?"
RANGE = r"(?:从|由|在)?⟦(?P<from>-?\d+)⟧(?:年)?(?:到|至|[-~—])⟦(?P<to>-?\d+)⟧(?:(?:这|的|共)*(?:\d|[两三四五六])年)?(?:间|期间|之间|年间|的|里|中)*,?"
TO = r"(?:下跌|上涨|跌|涨|减|缩减|下滑|下调|上调|缩小|萎缩|滑落)(?:到|至)|增至|升至|增长到|增长至|上升到|上升至|增加到|增加至|提高到|提高至|提升到|提升至|增加至|扩大至|扩大到|发展到|攀升至|攀升到|降至|降到|下降到|下降至|减少到|减少至|降低到|降低至|涨到|涨至|回落到|回落至|升到|变成了?|变为|变到|达到?了?"
FILL = r"分别|大约|约|共计|共|合计|总计|总共|一共|已经|已|只|就|仅|为|是|有|也|均|都|实现|完成|突破|可|会|将|能|了|:|=|净|高达|仍|即|还|又|再|幅度|的|则|名义|近|有所|呈|保持|大概|差不多|接近|约合|想|要|需"
_CUES = rf"(?:同比|{SINCE.replace('(?P<since>', '(?:')}|{YEARLY}|{TO}|{RATE_WORD}|{SHARE_WORD}|{MORE_WORD}|{RISE}|{FALL}|{FILL}|到)"
TAIL = re.compile(rf"(?P<name>.*?)(?P<cues>{_CUES}*)")
FIGURE = re.compile(
    rf"(?<![\d.⟦/])(?<!⟦-)(?P<value>-?\d+(?:/\d+|\.\d+)?)(?:(?P<percent>%)|(?P<points>个?百分点)|(?P<times>倍)|(?P<unit>{UNIT}))?(?![\d/∶])"
)


@dataclass(slots=True)
class Said:
    """A figure with what runs up to it (the name, the cues, the years that were spoken of in between) and what follows."""

    name: str
    cues: str
    before: str
    since: int | None
    start: int | None
    value: Fraction
    match: re.Match[str]
    after: str

    def has(self, words: str) -> bool:
        """Whether one of the words is among the cues."""
        return patterns.search(words, self.cues) is not None

    @property
    def sign(self) -> int:
        """-1 for what falls."""
        moves = patterns.sub(TO, "", self.cues)
        return (
            -1
            if patterns.search(rf"(?:{FALL}|降幅|下降率|减少率|降低率|减幅|跌幅)", patterns.sub(r"减少量|减少额", "减", moves))
            and not patterns.search(RISE.replace("|高出?", ""), patterns.sub("负增长|增速|增幅|增长率|增长速度", "", moves))
            else 1
        )
