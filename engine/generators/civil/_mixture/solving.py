"""Solving mixtures: mixing, water added or boiled off, solute added, how much of each, pouring out and filling up, exchanging; means of groups; parts that grow."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.agreement import come_to_the_same
from engine.generators.alternatives import but_not
from engine.generators.civil._mixture.averages.reading import read_averages
from engine.generators.civil._mixture.growths_reading import read_growths
from engine.generators.civil._mixture.vessels.reading import read_vessels
from engine.generators.civil._problems.heeded import IN_SOLUTIONS, each_by_itself, heeding
from engine.generators.civil._problems.relations import solution
from engine.generators.civil._problems.story import in_turn
from engine.generators.civil._problems.unread import IN_MIXTURES
from engine.generators.civil._statistics.share_solving import SOLVER as STATISTICS
from engine.generators.kind import Recognition, Solver
from engine.generators.reading import StayOut, stay_out

_SETTLES = re.compile(
    "沉淀|析出|结晶|挥发|不再溶解|溶解不了|(?:没有?|未)(?:能|完全)*溶解|[洒溅]|静置|吸走|(?<![盐糖药海卤])水[中里]?含[有盐糖]|渗?漏[出掉了]|渗出"
)
_NOTHING_LOST = re.compile(
    r"[(（,，]?(?:设|假设|假定|若)?(?:酒精|溶质|糖|盐)不(?:会|易)?(?:挥发|损失|流失)[)）]?|[(（](?:不考虑|忽略)(?:酒精|溶质)?(?:的)?(?:挥发|损失)[)）]"
    r"|[(（]?(?:都)?按(?:体积|质量|重量)(?:比)?(?:计算|算|计)[,，]?(?:(?:忽略|不计|不考虑)混合(?:时|前后|后)?的?体积的?变化)?[)）]?|[(（]只蒸发水?[)）]|[(（][^()（）\d]{0,14}(?:体积|不再?加水|不缩)[^()（）\d]{0,14}[)）]"
)
"""That nothing is lost but what is said to be; that shares are shares of mass or volume."""
_OTHERWISE = re.compile(
    r"用(?![^,，;；。]{0,6}(?<![盐糖药碱])水)[^,，;；。\d]{1,6}?[加补倒注灌盛]满"
    r"|%的?[^,，;；。?？\d]{0,5}呢[?？。]?\s*$"
    r"|(?:多少|几)(?:千克|克|毫升|升|斤)[?？]?[(（,，]\D{0,4}(?:加|倒|蒸)\D{0,3}\d[\d.]*\s*(?:千克|克|毫升|升|斤|g)\D{0,2}[)）。]?\s*$"
)
"""Filled up with something else than water; a second question that only names a strength; something done behind the question."""

_AS_MUCH_WATER = (
    r"(?P<out>(?:用|喝|倒|取|舀|洒|抽|放|流|漏)(?:掉|出|去|走)?(?:了|其中|它?的|全部|溶液)*(?:一半|\d+/\d+|\d+(?:\.\d+)?%)(?:的?(?:盐水|糖水|酒精|溶液|药水|果汁))?(?:之?后|[,，])+(?:再|又|然后)?)"
    r"(?:加入?|倒入?|注入?|兑入?|补入?|补充|加进)(?:了)?(?:等量|等质量|等体积|同量|同样多|一样多|(?:相同|同样)(?:质量|体积|重量))的?(?:清|纯净)?水"
)
"""A share is taken out, and as much water put in: it is filled up."""

_OF_WATER = r"(?<![盐糖药碱氨])(?:水|溶剂)(?:的质量|的重量)?(?:占|是)[^,，;；。?？]{0,6}的?(?:百分之|多少|几)|占(?:清|纯)?水的?(?:质量|重量)?的?(?:百分之|多少|几)"
"""The share of water, or one beside the water alone: the readers know what is dissolved, beside all of it."""

_HOW_MUCH_EACH = r"加入?(?P<one>盐|糖|酒精|纯酒精|水|清水|溶质)[和与及、](?P<other>盐|糖|酒精|纯酒精|水|清水|溶剂)各(?:需要?|要)?(?:多少|几)(?P<unit>千克|公斤|克|毫升|升)"

_GOES_ON = r"再|又|还|恢复|它|继续|接着|然后|此时|这时|现在|所得|得到的|上[述面]|混合|这[种杯]|第[二三四]次|剩"
"""What refers to the question before."""

_DONE_WITHOUT_A_NUMBER = re.compile(rf"^(?!.*(?:[取倒]出的|对方|互换|交换|同样|相同|等量))[^\d一半]*(?:{IN_SOLUTIONS.pattern})[^\d一半]*$")
"""Something done to a solution of which no number is told: whoever reads vessels has read every number, but may pass over a word."""


def _read_averages(text: str) -> Recognition | None:
    """Means of groups, unless shares and means of statistics are read in the text, which say the same."""
    seen = read_averages(text)
    if seen is None:
        return None
    try:
        other = STATISTICS.recognise(text)
        if (
            other is not None
            and other.confident
            and come_to_the_same(solution(seen.parameters).answer, STATISTICS.solve(other.parameters).answer)
        ):
            return None
    except (StayOut, ZeroDivisionError):
        return seen
    return seen


_read = in_turn(
    heeding(read_vessels, solution, _DONE_WITHOUT_A_NUMBER),
    _read_averages,
    read_growths,
)


def _recognise(text: str) -> Recognition | None:
    """As the readers, of what stays in the solution."""
    text = _NOTHING_LOST.sub("", text)
    if found := patterns.search(_OF_WATER, text):
        stay_out(f"a share beside water: {found[0]}")
    text = patterns.sub(_AS_MUCH_WATER, r"\g<out>加满水", text)
    text = patterns.sub(_HOW_MUCH_EACH, r"加\g<one>多少\g<unit>和\g<other>多少\g<unit>", text)
    if settles := _SETTLES.search(text):
        stay_out(f"what leaves the solution: {settles[0]}")
    if otherwise := _OTHERWISE.search(text):
        stay_out(f"not read: {otherwise[0]}")
    for part in patterns.findall(r"\([2-4]\)([^()]*)", text):
        if patterns.search("[加倒兑蒸掺]", part) and not patterns.search(_GOES_ON, part):
            stay_out(f"a question of its own: {part}")  # not what is done next
    return _read(text)


SOLVER = Solver(
    hint=r"%|浓度|混合|掺|混|纯|质量分数|含盐|含糖|盐水|糖水|溶液|酒精|%的|含水|均|合金|消毒|药水|硫酸|果汁|勾兑",
    recognise=but_not(IN_MIXTURES)(each_by_itself(_recognise, solution)),
    solve=solution,
)
