"""Reading a problem of one topic: what tells must be understood figure by figure, what asks word by word, ordinary talk is passed over.

`Clauses.finish` knows harmless words and refuses every other that shares a character with a technical term. A `Topic` knows instead what
changes an answer: figures, Latin words, negations and changes, and the terms of its topic that call for another computation
(`refused`). A clause that asks is read strictly: after everything asked is taken, only words that are known may be left in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import ClassVar

from engine.generators import clauses, patterns
from engine.generators.reading import harmless_words, stay_out

TAKEN = "\ue000"
_END = re.compile(r"[,;。?!:\n~…|]+")
_FIGURE = re.compile(
    r"[0-9A-Za-zα-ωΑ-Ω%]|[零〇一二两三四五六七八九十百千万亿几]+\s*(?:个|位|台|项|级|层|条|次|页|块|倍|成|分之|字节|类)|(?<!\w)[二三四五六七八九十百千万亿半](?!\w)"
)
# `Two numbers` is ordinary talk; an amount of two pages is not, though both words are.
_TWO = re.compile(r"两个?(?:页|块|字节|张|倍|级|层|半)(?!不同)")
# A clause of which nothing is understood may be talk; with one of these it is a condition.
_CONDITION = re.compile(
    r"规定|必须|中途|另外(?!问)|额外|每隔|反方向|倒着|倒过来|反过来|颠倒|[一个次]不算|倒序|逆序|抄错|同时(?!求|写|给|问|说|指出|计算)|占用|多来|多花|参与|约定|除外|失败|四分之|排在"
)
_QUESTION = re.compile(
    r"多少|几|哪|什么|何|谁|啥|怎|咋|多大|多长|多远|求|算|写|给出|列出|判断|确定|指出|说明|是否|能否|能不能|会不会|有没有|有无|吗|\?"
)
_CHANGING = re.compile(
    r"失效|故障|断|坏|后来|取消|撤|合并|拆|丢|关闭|停|不|没|未|(?<!有)无|非(?!规格)|勿|别|除|仅|改|变|增|减|删|换|扩|缩|翻|倍|半(?!精)|再|另|重新|剩|其余|(?<!参)(?<!备)考虑|忽略|至多|至少|最多|最少|上限|下限|"
    r"证明|为什么|为何|区别|定义|概念|原理|优点|缺点|特点|简述|论述|原因|举例|编程|代码|程序实现|如下?图|下图|见图|图中|图示|示意图|推导|公式推"
)
# A clause with one of these wants an answer.
_ASKS = re.compile(
    r"多少|几(?!乎)|哪|什么|谁|啥|(?<!要)求(?!助|教|救|大|解(?!出)|帮|指点)|要求出|计算(?!机|题)|写出|写成|化成|转成|换成|换算|给出|列出|判断|确定|指出"
)
_LEADS = re.compile(r"(?:之后|以后|后|时|情况下|过程中|之前|条件下)\s*$")
# `By two's complement calculate`: the means, not yet what is asked.
_LISTS = re.compile(r"(?<!要)求(?!助|教|救|大|解)|要求出|写出|给出|列出|计算(?!机)|(?<!访)问(?!题)")
_SEPARATES = re.compile(r"[、]|以及|(?<![总之])和|(?<!参)与|及")
_MEANS = re.compile(r"(?:请|试)?(?:采用|使用|利用|用|以|按照?|根据)\S{0,14}?(?:计算|运算|求)")
_HOW_MANY = re.compile("多少|第几|几(?!乎)|哪")
_AND_ALSO = re.compile(r"\s*(?:和|与|及|以及|、|还有|跟|\+|/)")
# What may still be asked for, or of what; a lone sign in a clause that asks is a particle.
_NOUN = re.compile(r"[^\W\d_]{2,}")
_LATIN = re.compile("[0-9a-z]")


_WORDS = """
选 选哪个 选哪 多少 几 哪 哪个 哪些 哪里 哪儿 哪一 什么 何 啥 怎么 怎样 咋 各 各自 分别 依次 应为 应是 应该 应 会 能 可 可以 需 需要 得 要 变成 变为 成为 得到 取 为 求 问 请 写出 写成 给出 算出 求出 列出 判断 指出 说明 试 试问 完 过 边 那边 这边 这里 那里 此 它们 其 该 题 每 每个 每一 均 都 全部 所有 一共 总共 共 上述 上面 下面 下列 以下 这些 那些 不好意思 打断 打断一下 打扰一下 冒昧 尽量小 呢 吗 啊 呀
"""


class Topic(clauses.Clauses):
    """A text of one topic.

    Class attributes: `words`, the topic's words that change nothing; `refused`, a pattern of those that call for another computation.
    """

    words: ClassVar[str] = ""
    refused: ClassVar[str] = r"(?!)"

    def __init__(self, text: str) -> None:
        self._asked_at: set[int] = set()
        super().__init__(text)
        self.refuse(self.refused)

    def asked(self, words: Sequence[tuple[str, str]]) -> list[str]:
        """As `Clauses.asked`; where the patterns matched is kept for `settle`."""
        before = self.rest
        names = super().asked(words)
        self.mark_asked(before)
        return names

    def mark_asked(self, before: str) -> None:
        """What was taken since `rest` was `before` was a question."""
        self._asked_at |= {place for place, (old, new) in enumerate(zip(before, self.rest, strict=True)) if old != new}

    def take_asked(self, pattern: str) -> list[re.Match[str]]:
        """As `take_all`; what is taken asks."""
        before = self.rest
        found = self.take_all(pattern)
        self.mark_asked(before)
        return found

    def take_asked_words(self, words: Sequence[tuple[str, str]]) -> list[str]:
        """As `take_words`; what is taken asks."""
        before = self.rest
        names = self.take_words(words)
        self.mark_asked(before)
        return names

    def settle(self) -> None:
        """Look at what is left.

        Raises:
            StayOut: something is left that could change the answer, or something is asked that was not understood.
        """
        vocabulary = _vocabulary(self.words, self.ordinary, _WORDS)
        plain = _vocabulary(self.ordinary, _WORDS)
        rest = clauses.without_rounding(self.rest)
        place, listing = 0, False
        for end in [*(mark.span() for mark in _END.finditer(rest)), (len(rest), len(rest))]:
            start, stop, place = place, end[0], end[1]
            clause = rest[start:stop]
            left = patterns.sub(r"[^\w%]+", " ", clauses.without(clause, vocabulary).replace(TAKEN, " ")).strip()
            asked = any(start <= at < stop for at in self._asked_at)
            # A clause that asks, and of which nothing that is asked was understood, may hold only words of asking; `write down what,
            # after both messages, the distance is` goes on with what is asked.
            leads = _LEADS.search(clause) is not None and any(stop < at < _end_of(rest, stop) for at in self._asked_at)
            if (
                not asked
                and not leads
                and _ASKS.search(clause)
                and not _MEANS.fullmatch(clause.strip())
                and (content := _content(clause, plain))
            ):
                stay_out(f"also asks: {content}")
            if (
                asked
                and _AND_ALSO.match(tail := clause[clause.rfind(TAKEN) + 1 :])
                and (_content(tail, plain) or patterns.search("多少|几", tail))
            ):
                stay_out(f"also asks: {tail}")
            # `Which entry of the directory, which of the table`: each item that asks is to be understood.
            if asked and any(TAKEN not in item and _HOW_MANY.search(item) and _content(item, plain) for item in _SEPARATES.split(clause)):
                stay_out(f"also asks: {clause.strip()}")
            # `Write down the network address and the mask`: each of the list is to be understood.
            if asked and (verb := _LISTS.search(clause)):
                for item in _SEPARATES.split(clause[verb.end() :]):
                    if TAKEN not in item and len(content := _content(item, plain)) > 1:
                        stay_out(f"also asks: {content}")
            # `the network address, the number of hosts`: a noun alone after what is asked goes on with the list.
            if listing and not asked and TAKEN not in clause and not left and (content := _content(clause, plain)):
                stay_out(f"also asks: {content}")
            listing = (asked or listing) and rest[end[0] : end[0] + 1] in (",", ":")
            if not asked and TAKEN not in clause and (found := _CONDITION.search(clause)):
                stay_out(f"a condition: {found[0]}")
            if not left:
                continue
            if "两" in left.split() and (found := _TWO.search(clause)):
                stay_out(found[0])
            if found := _FIGURE.search(left) or _CHANGING.search(left):
                stay_out(f"{found[0]} in {left}")
            if (asked or _QUESTION.search(left)) and (noun := _NOUN.search(left)):
                stay_out(f"asks: {noun[0]}")
            if len(left) > 30:
                stay_out(left)


def _end_of(rest: str, stop: int) -> int:
    """Where the clause behind a mark ends."""
    following = _END.search(rest, stop + 1)
    return following.start() if following else len(rest)


def _content(clause: str, plain: tuple[frozenset[str], int]) -> str:
    """What a clause says besides asking and connecting, nothing of it taken."""
    return patterns.sub(r"[^\w%]+", "", clauses.without(clause, plain).replace(TAKEN, ""))


@cache
def _vocabulary(*lists: str) -> tuple[frozenset[str], int]:
    words = frozenset(word.lower() for word in (*(word for text in lists for word in text.split()), *harmless_words()))
    return words, max(map(len, words))
