"""One wording for what work problems say in several ways, before any of their readers takes the text."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.civil._work_rate.in_the_course import in_the_course
from engine.generators.reading import stay_out

_WHO = "[甲乙丙丁A-D]"
_IN, _OUT = r"[进注灌入]水管", r"[排出放泄]水管"
_CLOSED = "关|停|换|改|单独|独开|轮|交替|剩|余|漏"
_RATES = rf"(?P<one>{_WHO})[队组]?[和与、](?P<other>{_WHO})(?:[两2]?[队组人])?的?(?:工作)?效率之?和"
_SUMS_OF_RATES = (
    (
        rf"{_RATES}(?:恰好|正好)?(?:等于|相当于|是|为)(?P<who>{_WHO})[队组]?的?(?:(?:工作)?效率的?)?(?P<times>\d+)倍",
        r"\g<who>的效率是\g<one>、\g<other>效率之和的1/\g<times>",
    ),
    (
        rf"(?P<who>{_WHO})[队组]?的?(?:工作)?效率(?:恰好|正好)?(?:等于|相当于|是|为){_RATES}(?!的)",
        r"\g<who>的效率是\g<one>、\g<other>效率之和的1倍",
    ),
    (r"(?<=[队组])(?:志愿者|队员|成员)(?=一起|合作|共同|同时|单独)", ""),
)
"""`甲、乙效率之和是丙的 2 倍` and `甲的效率等于乙、丙之和` as a multiple of a sum."""


def one_wording(text: str) -> str:
    """The text in the words that the readers have: who `两人` are beside a third, what still runs when more pipes are opened, pipes by name."""
    both = patterns.search(r"(?<![甲乙丙丁、和与])[两二2](?P<hands>[人队])(?=一起|一同|合|共同|同时|先)", text)
    if both is not None:
        before = list(dict.fromkeys(patterns.findall(_WHO, text[: both.start()])))
        if len(before) == 2 and set(patterns.findall(_WHO, text)) > set(before):
            text = f"{text[: both.start()]}{'、'.join(before)}两{both['hands']}{text[both.end() :]}"
    text = patterns.sub(rf"(?<=后),?(?:改?由|让)?({_WHO})(?:队|组)?接手(?:单独)?(?:做|干|修|施工)?,?", r",剩下的由\1单独做,", text)
    for pattern, usual in _SUMS_OF_RATES:
        text = patterns.sub(pattern, usual, text)
    return in_the_course(_still_open(_pipes_by_name(text)))


def _still_open(text: str) -> str:
    """`先开甲管 2 小时后再打开乙管`: nobody has closed the first pipe."""
    opened = patterns.search(
        rf"(?:先(?:打开|开放|开)(?P<first>(?:{_WHO}管?[、和]?)+)(?:水?管)?|(?P<alone>{_WHO})管?先(?:打开|开放|开))(?P<time>[\d.一二两三四五六七八九十半]+个?(?:小时|分钟))(?:之?后)?,?[再又](?:打开|开放|开)(?P<more>(?:{_WHO}管?[、和]?)+)(?:[两二三23]?根?(?:水?管))?(?=[,;。])",
        text,
    )
    if opened is None or patterns.search(_CLOSED, text[opened.start() :]):
        if (unread := patterns.search(rf"先(?:打开|开放|开)[^。?]*?[再又](?:打开|开放|开)(?={_WHO})", text)) and not patterns.search(
            _CLOSED, text
        ):
            stay_out(f"which are open: {unread[0]}")
        return text
    first, more = (patterns.findall(_WHO, each) for each in (opened["first"] or opened["alone"], opened["more"]))
    if set(first) & set(more):
        return text
    running = "、".join(sorted(first + more))
    return f"{text[: opened.start()]}先开{'、'.join(first)}{opened['time']},然后{running}同时开{text[opened.end() :]}"


def _pipes_by_name(text: str) -> str:
    """`进水管 4 小时注满，排水管 6 小时放完` as 甲管 and 乙管, where there is one of each."""
    if patterns.search(r"[甲乙丙丁A-D]|[\d两二三四五几多](?:根|个|条|支)(?:进|注|排|出|放|水)|每[根个条]", text):
        return text
    if len(set(re.findall(_IN, text))) != 1 or len(set(re.findall(_OUT, text))) != 1:
        return text
    return patterns.sub(_OUT, "乙管", patterns.sub(_IN, "甲管", text))
