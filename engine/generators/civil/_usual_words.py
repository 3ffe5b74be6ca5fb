"""Words of the civil-service exam that mean the same as a usual one; see `engine/generators/wording.py`."""

from __future__ import annotations

from engine.generators.wording import Usual

_REPORT = r"同比|环比|增速|增长率|增幅|比重|占比|(?:比|较)(?:上|去|前)一?年|(?:19|20)\d\d年"
"""What a text of statistics speaks of, and hardly another."""
_STATISTICS = (
    Usual(r"(?<![\u4e00-\u9fff])在(?=(?:19|20)\d\d年)", ""),
    Usual(r"(?<=\d{4}年)度(?![假过])", ""),
    Usual("这其中(?=[,\u4e00-\u9fff])", "其中", _REPORT),
    Usual("上一年(?!级)", "上年", _REPORT),
    Usual("带动(?=[^,;。]{0,16}?(?:增长|增速|提高|上升)[^,;。]{0,6}?(?:个?百分点|多少|几|约|_|\\())", "拉动"),
    Usual(r"依次(?=(?:同比|比上年|增长|上升|提高|下降|减少|为|是|达|有|约|占|多少)|\d)", "分别", _REPORT),
    Usual("(?<=万)名(?!次|[义词录额单])", "人", _REPORT),
    Usual("大约(?=[为是占有达])", "约", _REPORT),
    Usual("(?:等于|达到?了?)(?=多少)", "是", _REPORT),
    Usual("(?:年平均|平均每年|每年平均)(?=(?:增|下降|减|递|复合|的?增))", "年均", _REPORT),
    Usual("(?:平均每人|每人平均)(?![次数口员])", "人均", _REPORT),
    Usual(r"(?P<way>[高低快慢落升降]|水平)(?P<more>[了出约])?(?P<points>\d+(?:\.\d+)?)个点", r"\g<way>\g<more>\g<points>个百分点", _REPORT),
    Usual("维持(?=[^,;。]{0,14}[增速])", "保持", _REPORT),
    Usual("占(?:到了?|据了?)(?=[^,;。]{0,20}(?:%|多少|几|比重|比例|份额))", "占", _REPORT),
    Usual("的占比(?=[为是达约有]|\\d|多少|比)", "的比重", "占[^,;。]{1,20}的占比"),
    Usual("多少百分比|百分之多少|多少个百分比", "百分之几"),
)
USUAL_WORDS: tuple[Usual, ...] = _STATISTICS
