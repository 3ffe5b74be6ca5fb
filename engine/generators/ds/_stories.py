"""What is left of a problem after its figures and questions were taken: strict where something is asked, lenient where a story is told.

`_clauses.finish` refuses every unknown word that shares a sign with conditions or terms of the field, wherever it stands. A story of
roads, cables or building sites is full of such signs. `settle_story` is as strict in a clause that asks, where an unknown word could be
another question; elsewhere it refuses only what can change an answer: figures, names, conditions, negations, changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from engine.generators import patterns
from engine.generators.ds._clauses import HARMLESS, finish, refuse_dangerous, refuse_open_questions
from engine.generators.reading import Reading, any_of, stay_out

TAKEN = "\ue000"
_END = re.compile(r"[,;。?!:\n、~…·|()=]+")
_SENTENCE = re.compile(r"[,;。?!:\n]+")
_ASKS = re.compile(
    r"多少|(?<!第)几(?!乎)|哪|什么|谁|何|(?<!要)求(?!助|教|救|大)|写出|给出|列出|画出|算出|指出|说明|计算(?!机)|判断|是否|能否|试|[?吗]"
)
_FIGURE = re.compile(r"[0-9A-Za-zα-ωΑ-Ω%∞]|[零〇二两三四五六七八九十百千半双]|(?<=[第前后每])一")
_CHANGING = re.compile(
    r"不|没|未|无(?!向|环|圈)|非|勿|别(?!墅)|除|仅|只|唯|必须|须|禁|允许|允|得(?=[再先])|改|变|增|减|删|换|替|翻|倍|半|再|另|重新|重复|重做|重来|其余|其他|其它|剩|忽略|"
    r"最多|最少|至多|至少|上限|下限|超过|不足|低于|高于|大于|小于|早于|晚于|若|如果|假如|否则|除非|每隔|隔|反|倒|逆|颠|例外|跳|作废|失败|失效|坏|断(?!点)|停|堵|封|"
    r"拆|占用|参与|抄错|错|漏|缺|待定|未知|同时|中途|途中|随机|平均|概率|优先|先(?!后|修|行)|已|原有|现成|必|仍|额外|花费|多花|多来|规定|约定|特殊|限|补|跌|涨|降|升|提前|推迟|延|缩|加快|加倍|加急|轮流|交替|并行|单独|"
    r"证明|为什么|为何|区别|定义|概念|原理|优点|缺点|特点|简述|论述|原因|举例|编程|代码|推导|如图|下图|图中所示|见图|附图|示意图|复杂度"
)
_BOUND = re.compile("至少|至多|最少|最多|上限|下限")
# A supposition is no story: what it supposes must be understood.
_SUPPOSED = re.compile(r"若(?!干)|如果|要是|倘若|假如|当(?=[^前]{1,12}[时,])")
# `And list its edges`: a clause that tells what to write, of which nothing was understood.
_ORDERS = re.compile(r"(?:写出|列出|(?<![表中已目所下图])给出|画出|指出|标出|说出)(?P<what>[^,;。?!:\n]*)")
_ANY_WORKING = re.compile(
    r"(?:主要|具体|详细|必要|计算|求解|解题|构造|推导|简要|完整|一下|其|你的|该|此|的|过程|步骤|答案|结果|理由|解答|解析|思路|和|与|及|、|\s|来|吧|谢谢|即可|请)*"
)
# The unit an answer is wanted in; and a number that asks for nothing (`these few edges`).
_IN_UNITS = re.compile(
    r"(?:多少|第?几)个?[十百千万]?(?:单位时间|单位|公里|千米|里路|里|km|米|m|万元|亿元|元|万|块钱|块|钱|工作日|天|日|周|月|小时|个?钟头|分钟|分|秒|ms|h|min)(?![A-Za-z])"
    r"|(?:这|那|下面|以下)几[个条项门段]|(?<![\w])几[个条项门](?=[\u4e00-\u9fff]{1,6}(?:的|之间)?[\ue000(:])",
    re.IGNORECASE,
)


def settle_story(reading: Reading, places: Iterable[int], own: str = "", weak: str = "", nouns: str = "", parted: bool = False) -> None:
    """Look at what is left of the reading.

    `places`: where something was asked. `own`: words of the kind that change nothing. `weak`: signs that are no telling ones in what
    asks, as in `finish`. `nouns`: what every answer tells, so that it may be asked for once more. `parted`: whether the text
    numbers its questions, so that nothing behind the first is a story.

    Raises:
        StayOut: something is left that could change the answer, or something is asked that was not understood.
    """
    refuse_dangerous(reading)
    known = any_of(tuple(nouns.split())) if nouns else re.compile(r"(?!)")
    whole = reading.rest
    reading.rest = _IN_UNITS.sub(lambda found: " " * len(found[0]), whole)
    in_story = reading.rest
    reading.rest = known.sub(lambda found: " " * len(found[0]), in_story)
    refuse_open_questions(reading)
    reading.rest = in_story
    asked_at = tuple(places)
    words = any_of(tuple(f"{HARMLESS} {own}".split()))
    told, listing = reading.rest, False
    for start, stop in _clauses(reading.rest, _SENTENCE):
        clause = reading.rest[start:stop]
        asked = any(start <= place < stop for place in asked_at)
        order = None if asked or TAKEN in clause else _ORDERS.search(clause)
        if order is not None and reading.rest[stop : stop + 1] != ":" and not _ANY_WORKING.fullmatch(known.sub("", order["what"])):
            stay_out(f"also asks: {clause}")
        if (
            not asked
            and TAKEN not in clause
            and (
                patterns.search("多少|(?<![第哥])几|哪|什么|谁", clause)
                or (patterns.search(r"[为是]\s*$", clause) and reading.rest[stop : stop + 1] == "?")
            )
            and patterns.search(r"\w", known.sub("", any_of(tuple(HARMLESS.split())).sub(" ", clause)))
        ):
            stay_out(f"also asks: {clause}")
        # `The times of the events; the critical path`: a noun alone after what is asked goes on with the list.
        content = (
            patterns.sub(r"\W", "", any_of(tuple(HARMLESS.split())).sub(" ", clause))
            if listing and TAKEN not in clause and not asked
            else ""
        )
        heading = reading.rest[stop : stop + 1] == ":" or reading.rest[stop + 1 :].lstrip()[:1] == TAKEN
        content = known.sub("", content)
        if len(content) > 1 and not heading and not patterns.sub(r"\W", "", words.sub(" ", clause)):
            stay_out(f"also asks: {clause}")
        strict = asked or listing or (parted and any(place < start for place in asked_at))
        if strict and not asked and not heading and TAKEN not in clause and patterns.search(r"\w", known.sub("", words.sub(" ", clause))):
            stay_out(f"also asks: {clause}")
        listing = asked and reading.rest[stop : stop + 1] in (",", ";")
        if strict or _ASKS.search(clause + reading.rest[stop : stop + 1]):
            continue
        for begin, end in _clauses(clause, _END):
            part = clause[begin:end]
            if _SUPPOSED.search(part) and TAKEN not in part:
                break
            if bound := _BOUND.search(part):
                stay_out(f"{bound[0]} in {part}")
            left = patterns.sub(rf"[^\w%]|{TAKEN}", " ", words.sub(" ", part))
            if found := _FIGURE.search(left) or _CHANGING.search(left):
                stay_out(f"{found[0]} in {left.strip()}")
            if len(left.replace(" ", "")) > 30:
                stay_out(left)
        else:
            told = told[:start] + " " * (stop - start) + told[stop:]
    reading.rest = told
    finish(reading, own, weak)
    reading.rest = whole


def _clauses(text: str, ends: re.Pattern[str]) -> list[tuple[int, int]]:
    """Where the clauses of a text stand, without the marks that end them."""
    spans, start = [], 0
    for mark in ends.finditer(text):
        spans.append((start, mark.start()))
        start = mark.end()
    return [span for span in (*spans, (start, len(text))) if span[0] < span[1]]
