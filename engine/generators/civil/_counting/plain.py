"""One shape for what tells of a count in many: who has a reason for what he wants, who is meant by `both`, what a bracket only explains.

Only what leaves every number, every condition and every question as it was is put otherwise here.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from engine.generators import patterns
from engine.generators.civil._counting.names import NAME
from engine.generators.civil._counting.restated import restated
from engine.generators.civil._problems.story import Reader
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.reading import stay_out

_SOMEBODY = rf"(?:{NAME}|班长|组长|队长)"
_LIST = rf"{_SOMEBODY}(?:[、,和与及跟]?{_SOMEBODY})*"
# What a reason may say: nothing that counts, places or binds (ill will and ill health do not).
_PLAIN = r"[^\d,;。?!:()一两二三四五六七八九十周星期不没无未非否只仅必须第各每至最左右前后端排站坐位相邻挨选抽取或若如且、和与跟]"
_REASON = rf"(?:{_PLAIN}|不(?:和|合|好|佳|适|舒服|对付|便|熟|习惯|善)|同一|一[架场直些点向样起贯度时]){{2,16}}?"
_WANTS = r"(?:都|均|也|绝|坚决|坚持|明确|表示|要求|希望|想)*(?:不(?:能|肯|愿|想|可|得|在|站|坐|排|与|和|去|参|适|跑|会)|必须|只能|只愿|一定要|要求|希望)"
_BECAUSE = re.compile(
    rf"(?P<start>[,;。(]|^)(?P<lead>(?:而|但|并?且|其中|又|另外|要求|规定|那么|则|试?问|求|如果|若(?!干))*)(?:(?:因为?|由于)(?P<who>{_LIST}){_REASON},(?:所以|因此|因而|故|于是|就|(?:他们|她们)?[二两]人)*|(?P<who2>{_LIST}){_REASON},?(?:所以|因此|因而|故|于是))(?P<wants>{_WANTS})"
)
# Without a word that says so, it is a reason if it could be nothing else.
_REASON_FIRST = re.compile(
    rf"(?P<start>[,;。(]|^)(?P<lead>(?:而|但|并?且|其中|又|另外|要求|规定|那么|则|试?问|求|如果|若(?!干))*)(?P<who>{_LIST})(?!(?:都|均|也)?(?:当|任|做|参加|去|到|在|是|为|想|要)){_REASON}(?<!参加)(?<!参赛)(?<!入选)(?<!当选),(?:他们|她们)?(?:[二两]人)?(?P<wants>{_WANTS})"
)
_DAY_REASON = re.compile(
    rf"(?P<start>[,;。(]|^)(?:而|但|且|其中|又|另外|因为?|由于)*(?P<who>{NAME})(?P<day>(?:周|星期)[一二三四五六日天])(?P<reason>(?:要|有|需|得|须)[^\d,;。?!:()不没无只必第各每至最相选或若如且周星]{{1,12}}),(?:所以|因此|故)*(?=(?:不能|不)[^,;。]{{0,4}}(?P=day))"
)
# `去且只去一个`, `因身体原因不去`.
_EACH_JUST_ONE = re.compile(r"(?P<v>去|到|选|参加|选择|报|报名|负责|担任|分到|进|住|领|拿|得到)(?:,)?且(?:也)?(?:仅|只)(?:能|可以)?(?P=v)")
_FOR_A_REASON = re.compile(
    r"(?:因为?|由于)[^,;。?\d甲乙丙丁不只必]{0,8}?(?:原因|缘故|问题|关系|情况|有事|工作需要|出差|请假|受伤|生病|过敏)(?=不|必|只)"
)
_EXPLAINED = re.compile(r"\((?:即|也就是|就是|注:?|也即|换言之)[^()多少几]{2,30}\)|\((?:不管|不论|无论)[^()]{2,14}\)")
# `“……”这一事件的概率`, `符合要求的站法`: nothing that is not said before.
_ASKED_OF = re.compile(
    r"[”\"]?,?(?:这一?|该|此|这个)(?:件)?(?:事件|事|情况|情形|要求|条件)(?:发生|出现|能够?满足|满足|成立)?的(?=概率|可能性|几率)"
)
_AS_WANTED = re.compile(
    r"(?:能)?(?:满足|符合)(?:上述|以上|所有|这些|题目|题意|人员|全部)*(?:的)?(?:要求|条件|规定|题意)的(?=(?:不同的?)?(?:[\u4e00-\u9fff]{1,3}[法案式]|情况|可能|顺序|次序|安排|组合))"
)
# `大于 8(不含 8)`.
_SAID_AGAIN = re.compile(r"(?P<how>(?<!不)(?:大于|小于|超过|多于|少于|高于|低于))(?P<n>\d+)\((?:不含|不包括|不包含)(?P=n)\)")
# One body of people that is no sort of them.
_ONE_BODY = re.compile(
    r"(?:一|1)(?:个|支)[\u4e00-\u9fff]{0,6}?(?:小组|工作组|专班|队伍|代表队|队|班级|单位|部门|团队|代表团|办公室|科室)(?=,?(?:由|共有|共|里有|中有|内有|有)\s?[\d一二两三四五六七八九十])"
)


def plain(text: str) -> str:
    """A normalised text with reasons and explanations left out, and one body of people called so."""
    text = _ASKED_OF.sub("的", _EXPLAINED.sub("", text))
    text = _SAID_AGAIN.sub(r"\g<how>\g<n>", text)
    text = _AS_WANTED.sub("不同的", text)
    text = _ONE_BODY.sub("某单位", text)
    text = _EACH_JUST_ONE.sub(r"只\g<v>", _FOR_A_REASON.sub("", text))
    text = _BECAUSE.sub(lambda each: f"{each['start']}{each['lead'] or ''}{each['who'] or each['who2']}{each['wants']}", text)
    text = _REASON_FIRST.sub(r"\g<start>\g<lead>\g<who>\g<wants>", text)
    return _DAY_REASON.sub(r"\g<start>\g<who>", text)


# `甲与乙、丙都相邻` binds 甲 to each of them; `只与乙相邻`, `不都在两端`, `甲去则乙也去` are none of the plain conditions.
_SUBTLE = re.compile(
    r"[与和跟同][^,;。与和跟同]{1,6}[、和与][^,;。]{1,4}(?:都|均)[^,;。都均]{0,3}(?:相邻|挨)|只(?:能)?[与和跟]|不(?:能|可以?)?(?:都|全都?)(?=[在站坐排]{1,2}[两首头尾左右])|"
    r"(?:[2-9]|[两二三四])个(?:\d|[一二两三四五六])人的?(?:小组|组|队)|"  # teams, not members
    r"(?<![派不])(?:去|参加|入选|选上|选中|当选),?(?:则|那么)[^,;。]{1,5}(?:也|不|必|一定)"
)


def but_subtle(recognise: Reader, solve: Callable[[Parameters], Solution]) -> Reader:
    """A recogniser that stays out of conditions that only look like plain ones, and of what it cannot work out."""

    def recognise_plain(text: str) -> Recognition | None:
        if found := _SUBTLE.search(text):
            stay_out(f"subtle: {found[0]}")
        seen = recognise(text)
        if seen is not None and seen.confident:
            solve(seen.parameters)
        return seen

    return recognise_plain


_ASKS = re.compile(r"多少|几(?!何|乎|十|百)(?=[种个条组场次支人类项名对张枚件])|\(\)|_{2,}|(?:概率|可能性|几率)(?:是|为)?$")


def _asked_times(text: str) -> int:
    """In how many places a text asks for a number: a blank behind a question asks nothing more."""
    clauses = patterns.split(r"[,;。?!\n]+", patterns.sub(r"[ \t]+", "", text))
    return sum(_ASKS.search(each) is not None and patterns.sub(r"[()_\W]|多少|[种个]", "", each) != "" for each in clauses)


def all_asked(recognise: Reader) -> Reader:
    """A recogniser of plain texts that answers all that is asked: one answer to two questions has taken their conditions together."""

    def recognise_all(text: str) -> Recognition | None:
        seen = recognise(restated(plain(text)))
        if seen is not None and seen.confident and seen.parameters["task"] != "several" and _asked_times(text) > 1:
            stay_out("asked more than once")
        return seen

    return recognise_all
