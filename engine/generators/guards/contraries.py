"""Whether an answer heeds a word that turns a condition round.

"按主机数从小到大分配" and "往返传播时延" are rarer than their contraries, and easily read as those. So such a word is exchanged for its
contrary once: if the answer stays the same to the letter, nobody had read it.
"""

from __future__ import annotations

from collections.abc import Callable

from engine.generators import patterns

_DONE = "(?P<done>(?:分配|插入|删除|回收|释放|归还|入队|出队|进队|入栈|出栈|操作|调整|置换|分裂|平衡)(?:完成?|结束|好)?)"
_CONTRARIES = (
    (r"(?:(?<=台数)|(?<=机数)|(?<=数量)|(?<=数目)|(?<=需求)|(?<=规模))[从由](?:小到大|少到多)|先小后大", "从大到小"),
    (r"(?:往返|双程|来回)(?=(?:端到端|传播|传输)*(?:时延|延迟|传播时间)(?!\s*[(:]?\s*RTT))", "单程"),
    (r"(?P<which>位号?)(?P<way>[自从由])右[至到往向]左", r"\g<which>\g<way>左至右"),
    # which of both a pool with pipes of both sorts comes to
    (
        r"(?P<how>(?:[几多]|多少)(?:小时|分钟|久)|多长时间)(?P<then>之?后|可以?|才?能?)?(?:把|将)?(?:满池|池|一池)?水?(?:排|放|流)(?:空|完|净|光)",
        r"\g<how>\g<then>注满",
    ),
    (r"高位号?在左", "低位号在左"),
    (r"低位号?在右", "高位号在右"),
    (rf"{_DONE}(?:之前|以前|前(?=[,的]))", r"\g<done>之后"),
    (r"(?<![\dA-Za-z])(?P<figure>[1-9]\d*[^,;。?\d()A-Za-z]{0,3})\((?:十六|八)进制[^()\d]{0,8}\)", r"\g<figure>(十进制)"),
    (r"十六进制(?=(?:表示|形式)?(?:为|是)[1-9]\d*(?![\dA-Fa-fHh]))", "十进制"),
)

_ALIKE = (("千米", "公里", "km"), ("千克", "公斤", "kg"), ("小时", "h"), ("分钟", "min"), ("秒", "s"), ("米", "m"), ("克", "g"))
_OF_ONE_DIMENSION = (
    ("千米", "公里", "km", "厘米", "米", "m"),
    ("千克", "公斤", "kg", "吨", "克", "g"),
    ("小时", "h", "分钟", "min", "秒", "s", "天", "周"),
)


def contrary_passed_over(text: str, answer: str, answer_to: Callable[[str], str | None]) -> str | None:
    """The word of a normalised text whose contrary would have the same answer; None where there is none.

    `answer_to`: the answer to another text, by the same kind.
    """
    if patterns.fullmatch("(?:利用率 )?100%", answer):
        return None  # a link that is full stays full
    for pattern, contrary in _CONTRARIES:
        word = patterns.search(pattern, text)
        if word is not None and answer_to(patterns.sub(pattern, contrary, text)) == answer:
            return word[0]
    return None


def unit_passed_over(text: str, answer: str, answer_to: Callable[[str], str | None]) -> str | None:
    """The unit of a normalised text beside another one of its dimension (`每天修 60 千米……多修 20 米`) that could as well be that one; None
    where there is none.

    `answer_to`: the answer to another text, by the same kind.
    """
    for units in _OF_ONE_DIMENSION:
        named = rf"(?P<unit>{'|'.join(units)})(?![A-Za-z/钟时])"
        told = dict.fromkeys(match["unit"] for match in patterns.finditer(rf"(?<=\d)\s?{named}", text))
        asked = dict.fromkeys(match["unit"] for match in patterns.finditer(rf"(?:多少|几)\s?{named}", text))
        for unit in told:
            other = next(
                (each for each in {**told, **asked} if each != unit and not any({unit, each} <= set(alike) for alike in _ALIKE)), None
            )
            if other is not None and answer_to(_with_unit(text, unit, other)) == answer:
                return unit
    return None


def _with_unit(text: str, unit: str, other: str) -> str:
    """A text with another unit behind every figure of a unit."""
    return patterns.sub(rf"(?<=\d)(?P<space>\s?){unit}(?![A-Za-z/钟时])", rf"\g<space>{other}", text)
