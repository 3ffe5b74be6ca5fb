"""What a text asks: each thing asked is found on its own, wherever it stands; and what people say beside it that asks nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from engine.generators.reading import Reading, compiled

_VALUE = r"(?:[-+]?[0-9A-Za-z∞](?:[0-9A-Za-z.→,、 \-+*/()∞]*[0-9A-Za-z∞)*/+\-])?)"
_UNIT = r"\s*(?:个|种|次|趟|条|棵|天|周|小时|公里|千米|万元|元|分钟|步|块)?(?:元素|单元|序列)?"
_SURE = r"(?:对不对|对不|对吗|对么|对没|对嘛|对|正确吗|是否正确|有没有错|错了吗|错在哪里?|错在哪儿|哪里错了|行不行|没错吧|不知道对不对|不知道对错|不确定|不太确定|拿不准)"
_WHO = r"(?:我|俺|本人|自己|室友|同桌|同学|舍友|朋友|队友|对象|有人|网友|群友|他|她|别人|一个同学|我同学|我室友|我同桌|小\w|题解|某同学)"
_DID = r"(?:算|找|列|做|求|得|写|推|数|画|选|猜|模拟|觉得|认为|以为|感觉|说|跑|排|答|填)"
_CLAIMS = (
    rf"(?:(?<=[,。;?!\n(:\s])|^|(?<=,但)|(?<=,可)|(?<=,而)|(?<=但是)|(?<=不过))\s*{_WHO}(?:自己|用纸|手|这边|这里|却|则|老|总|都|就|是|只){{0,3}}{_DID}(?:出来?|来|过|了|的|得|到|着|成|个){{0,3}}(?:答案|结果|数)?(?:的|是|为|得|=|:|成|等于|应该|都){{0,3}}\s*{_VALUE}{_UNIT}(?:\s*(?:,|。)?\s*(?:到底|请问|这样|结果|答案|是不是|是)*{_SURE}(?:呢|啊|呀)?)?(?=[,。;?!)\n]|\s|$)",
    rf"(?:帮忙?看下|看看|看下|验证下?|确认下?|请问)?(?:答案|结果)?(?:是不是|是否(?:是|为|等于)|应该是)\s*\d[\d,、. ]*{_UNIT}(?:吗|吧|对吗|对不对|对吧)?(?=[,。;?!\n]|$)",
    rf"(?:答案|结果)(?:是|为|等于)\s*\d[\d,、. ]*{_UNIT}(?:吗|吧|对吗|对不对|对吧)(?=[,。;?!\n]|$)",
    rf"{_WHO}(?:自己)?{_DID}(?:出来?|的|得|了|是){{0,3}}\s*{_VALUE}{_UNIT},?(?:但|可|而|但是|可是)?(?:答案|书上|标答|参考答案|老师|同学|别人)(?:却|上)?(?:说|是|给的?|写)(?:的?是)?\s*{_VALUE}{_UNIT}(?=[,。;?!\n)]|$)",
    r"(?:我|自己)?[\u4e00-\u9fff]{0,8}(?:算|做|求|推|数)了?(?:两|2|三|3|好几)[遍次],?(?:结果)?(?:一遍|一次)(?:是)?\d+(?:,)?(?:一遍|一次|另一遍)(?:是)?\d+",
    r"(?:到底|究竟)(?:是|该是|应该是)?(?:哪个|哪一个|谁)(?:对|正确)?(?:呢|啊)?",
    rf"(?:这么|这样)?(?:算|做|写|理解)?(?:的)?(?<=[,。?!\d\ue000])\s*{_SURE}(?=[,。?!\s]|$)",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A thing asked: its name and the words that ask it."""

    name: str
    match: re.Match[str]


def take_asked(reading: Reading, patterns: Sequence[tuple[str, str]]) -> list[Asked]:
    """The things asked, in the order of the text; taken. An earlier pattern takes first: longer wordings go before shorter ones.

    `patterns`: (pattern, name).
    """
    found: list[Asked] = []
    for pattern, name in patterns:
        found += [Asked(name, match) for match in reading.take_all(pattern)]
    return sorted(found, key=lambda asked: asked.match.start())


def pass_claims(reading: Reading) -> bool:
    """Take what people say to have got ("我算的是 19 对吗"); whether there was any."""
    found = [match for pattern in _CLAIMS for match in reading.take_all(pattern)]
    return bool(found)


def asks_yes_or_no(reading: Reading) -> bool:
    """Whether the text puts its question as one to be answered yes or no."""
    return compiled(r"(?:能不能|能否|是否|可不可以|可否|是不是|可能吗|可以吗|行不行|行吗|对吗|吗)").search(reading.text) is not None
