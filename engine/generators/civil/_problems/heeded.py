"""Whether a reader heeds what disturbs the plain course of things: a clause that makes no difference to its answer was passed over.

Somebody rests, gets lost, has done a part before; a ball is put back, an outcome is known: such a clause is told because it matters. Readers
pass over ordinary words, and now and then such a clause is made of nothing else. So each is taken out once: if the answer stays the same to
the letter, nobody had listened to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from engine.generators.civil._problems.story import Reader
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.reading import StayOut, stay_out

_CLAUSE = re.compile(r"[^,;。?!\n]+[,;。?!\n]*")
_ASKS = re.compile(r"多少|几|哪|什么|谁|求|\(\s*\)|[?]")
ON_THE_WAY = re.compile(
    r"停[了留靠车机工]|休息|耽[误搁]|堵[车塞]|迷路|故障|修车|加油|[多少][走做生]|绕[道路]|漂流了|又走|步行的|返回[^,;。]*次|早出门|晚出发|开始计时|"
    r"其余[^,;。]*由|最后\d|[已原]有|请假|损失|返工|检[验修]|提高|降低|弃权|每(?:天|小时|分钟)多|"
    # a way back, something done afterwards
    r"(?:再|又|然后|接着|随后)[^,;。\d]{0,8}(?:返|往回|回(?!家拿)|逆[水流风]|折)|中途|期间|其间|等人|半程|增加了\d|离开了|提前\d+(?:分钟|小时)出发|有一段[上下]坡"
)
IN_SOLUTIONS = re.compile(
    r"(?:倒|舀|取|放|流|喝|用)(?:出|掉|走|去)|(?:倒|加|注|兑|掺|混|放)(?:入|进|满|了)|蒸发|晒|稀释|浓缩|溶解|挥发|补足|换成|[再又]加"
)
IN_PRICES = re.compile(
    r"(?:[再又]|仍|第[二三]次|同时|另外)[^,;。]{0,10}(?:\d|[一二三四五六七八九]折)|(?<!每)(?<!若每)(?:提|涨|降|减|上调|下调)[^,;。]{0,6}\d|另[付有]|最后[^,;。]{0,6}(?:按|以)|运费|损耗|损坏|烂|打碎|碎了|变质|报废|[返赠送]|剩下[^,;。]{0,8}再卖"
)
IN_CHANCES = re.compile(r"更(?!换)|重[取抽摸]|[经已]确定|已知(?!\d)[^,;。]*(?:没有|击中|命中|至少)|弃权|请假|中途|退出")
IN_CALENDARS = re.compile(r"[若如]果?(?:昨|明|今|前|后)天|从(?:次日|明天|后天)|农历")
# Nothing happens, or nothing that counts; the cause of what is told next; a time that is asked for.
_HARMLESS = re.compile(r"早出门的|[未没]有?休息|不[计算变]|忽略|除.{1,4}外|由于[^\d,;。]*[,;]|若干|停车[场位]|停[放在]")
# The same is done once more and again: how it is done the second time only repeats the first.
_REPEATS = re.compile(r"反复|如此|这样|[两二三四2-9]次|依此|重复")
# Somebody cannot go on, and the next clause says who does the rest.
_BREAKS = re.compile("故障|停机|停工")
_EXCHANGED = re.compile(r"同样|等量|相同|对方")
_AGAIN_AND_BACK = re.compile(r"倒入[甲乙AB].{1,6}再从|倒入混合液")
_REST = re.compile(r"\s*(?:剩下|余下|剩余|其余)[^,;。?!]*(?:由|让)")
# `若丙在最右则丁在最左` binds both together; nobody reads it.
_IMPLIES = re.compile(
    r"[若如]果?(?!干|果?[有不]放回)[^,;。?多少几%]{2,14},?那?[则么](?!视为|算|认为|判定|(?:可以?|能)?(?:中奖|获奖|得奖)[,;。]|[^,;。]{0,12}(?:概率|%)|[^,;。?]*(?:多少|几|哪|\(\s*\)|[?]|[种法率是有]$|:))"
)


def _answering(recognise: Reader, solve: Callable[[Parameters], Solution]) -> Callable[[str], str | None]:
    """The answer to a text; None where there is none."""

    def answer_to(text: str) -> str | None:
        try:
            seen = recognise(text)
            return solve(seen.parameters).answer if seen is not None and seen.confident else None
        except (StayOut, ZeroDivisionError):
            return None

    return answer_to


def heeding(recognise: Reader, solve: Callable[[Parameters], Solution], disturbs: re.Pattern[str]) -> Reader:
    """A recogniser that stays out of a text of which it does not heed a clause that `disturbs`."""

    answer_to = _answering(recognise, solve)

    def recognise_heeding(text: str) -> Recognition | None:
        seen = recognise(text)
        if seen is None or not seen.confident:
            return seen
        if disturbs is IN_CHANCES and (found := _IMPLIES.search(text)):
            stay_out(f"an implication: {found[0]}")
        disturbing = [
            clause
            for clause in _CLAUSE.finditer(text)
            if disturbs.search(clause[0])
            and not _ASKS.search(clause[0])
            and not _HARMLESS.search(clause[0])
            and not (disturbs is IN_SOLUTIONS and (_EXCHANGED.search(clause[0]) or _REPEATS.search(text) or _AGAIN_AND_BACK.search(text)))
            and not (_BREAKS.search(clause[0]) and _REST.match(text, clause.end()))
        ]
        if disturbing:
            answer = solve(seen.parameters).answer
            for clause in disturbing:
                if answer_to(text[: clause.start()] + text[clause.end() :]) == answer:
                    stay_out(f"not heeded: {clause[0]}")
        return seen

    return recognise_heeding


# A sentence with a condition of its own, or the last clause of any other.
_QUESTION = re.compile(r"(?:(?<=[;。?!\n])|^)(?:\(\d\))?(?:若|如果|要是|假如)[^;。?!\n]*[;。?!\n]*|[^,;。?!\n]+(?:[;。?!\n]+|$)")
_HOW_MUCH = re.compile(r"多少|几|[?]|\(\s*\)")
# What is asked goes on from what was asked before.
_FOLLOWS = re.compile(r"再[过经][^,;。]{0,3}(?:多少|几)|其中[^,;。]{0,12}(?:多少|几)|恢复|帮")
_FIGURE = re.compile(r"\d+(?:\.\d+)?(?:/\d+)?")


def each_by_itself(recognise: Reader, solve: Callable[[Parameters], Solution]) -> Reader:
    """A recogniser that stays out of a text of several questions where one of them, asked alone, has another answer than beside the others."""

    answer_to = _answering(recognise, solve)

    def recognise_each(text: str) -> Recognition | None:
        seen = recognise(text)
        if seen is None or not seen.confident:
            return seen
        asking = [question for question in _QUESTION.finditer(text) if _HOW_MUCH.search(question[0])]
        if len(asking) > 1 and not _FOLLOWS.search(text):
            said = set(_FIGURE.findall(solve(seen.parameters).answer))
            for clause in asking:
                alone = answer_to(text[: clause.start()] + text[clause.end() :])
                if alone is not None and not said >= set(_FIGURE.findall(alone)):
                    stay_out(f"asked alone, the answer is {alone}")
        return seen

    return recognise_each
