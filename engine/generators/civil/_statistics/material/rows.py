"""Names in a row of a statistical material: `甲、乙和丙的产量分别为……`."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.civil._statistics.material.cues import FIGURE, UNIT_TOLD

_PLAIN = patterns.sub(r"[?]P<.*?>", "", FIGURE.pattern)
_UNIT_OF_LAST = re.compile(
    rf"(?<![\d.])(?P<figure>\d+(?:\.\d+)?)(?=(?:[、和与及]\d+(?:\.\d+)?)*[、和与及]\d+(?:\.\d+)?(?P<unit>%|个百分点|{UNIT_TOLD}))"
)
"""`分别为 28544.6 和 1380.2 亿元`: the unit stands behind the last."""
_ROW_UNSAID = re.compile(rf"(?P<lead>(?:实现|完成|达到?|为)[^\d,;分]{{0,8}}|同比(?:增长|下降))(?={_PLAIN}[和与及]{_PLAIN}(?:[,;。\n]|$))")
_COMMA_IN_LIST = re.compile(rf"(分别[^;。]{{0,60}}?{_PLAIN}),(?=(?:-?\d+(?:\.\d+)?)[%\u4e00-\u9fff]{{1,4}}[、和与及])")
_RATE_BEHIND = re.compile(r",?[高低快慢]于(?P<whom>[^,;\d]{2,20}?)(?P<rate>\d+(?:\.\d+)?%)的(?:增速|增幅|增长率|增长速度)")
"""`高于东部地区 11.6% 的增速`: another's rate."""
_JOINTS = ("、|以及|和|与|及", "、|以及|和|与", "、|以及|和", "、|以及", "、")
_GOES = r"(?:发展|增长|保持|继续|呈现|运行|总体|势头|较|仍|稳步|快速).*$"


def without_course(said: str) -> str:
    """What a heading speaks of, without how it goes."""
    return patterns.sub(_GOES, "", said)


def _joined(said: str, count: int) -> list[str]:
    """A row taken apart into so many names; none where there are not so many."""
    for joint in _JOINTS:
        names = [name for name in patterns.split(joint, said) if name]
        if len(names) == count:
            return names
    first, comma, rest = said.rpartition("、")  # `批发和零售业、制造业和采矿业`: the last joint joins two of the row
    joints = list(patterns.finditer("以及|和|与|及", rest)) if comma else []
    for last in joints[-1:]:
        names = [*first.split("、"), rest[: last.start()], rest[last.end() :]]
        if len(names) == count and all(names):
            return names
    return []


def names_of_row(said: str, noun: str, count: int) -> list[str]:
    """So many names in a row, each with its noun, which may be said once: behind them, or behind the last; none where there are not so many.

    `数据处理和运营服务` may be one name: the joints that leave as many names as there are figures.
    """
    said = without_course(said)
    said = patterns.sub(r"^[^、]*?(?:主要)?(?:流向|投向|包括|集中在|分布在|来自|来源于)(?:了)?(?=[^、]{2,}、)", "", said)
    said = patterns.sub(r"等[^、和与及]{0,12}$", "", said)
    names = _joined(said, count)
    if not names:
        return []
    of_each = patterns.fullmatch(
        r"(?P<own>[A-Z甲乙丙丁戊])(?P<count>[两二三四五六])(?P<kind>[类种])?[个家大]?(?P<noun>[\u4e00-\u9fff]{2,})", names[-1]
    )
    if of_each is not None and " 一两三四五六".find(of_each["count"].replace("二", "两")) == count:
        noun = (of_each["kind"] or "") + of_each["noun"]  # `A、B、C 三类企业收入`
        return [name + noun for name in (*names[:-1], of_each["own"])]
    if noun:
        return [name if name.endswith(noun) else name + noun for name in names]
    last = names[-1]
    for length in (4, 3, 2):
        ends = [name[-length:] for name in names[:-1] if len(name) > length]
        ends = [end for end in ends if end in last and not last.endswith(end)]
        if ends:
            tail = last.rpartition(ends[0])[2]
            return [name if name.endswith(tail) else name + tail for name in names[:-1]] + [last]
    return names


def evened(text: str) -> str:
    """A material with the unit behind each figure of a row, `分别` where two figures stand in one, and without brackets that tell no figure."""
    text = _ROW_UNSAID.sub(r"\g<lead>分别", _UNIT_OF_LAST.sub(r"\g<figure>\g<unit>", text))
    text = _COMMA_IN_LIST.sub(r"\1、", _COMMA_IN_LIST.sub(r"\1、", text))
    text = _RATE_BEHIND.sub(r",\g<whom>增速\g<rate>", patterns.sub(r"\([^()\d]*\)", "", text))
    return text
