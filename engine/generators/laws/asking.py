"""What a part of a text asks, and whether anything in it was not understood: the questions of a topic."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.laws.clauses import Clauses
from engine.generators.laws.topic import Topic
from engine.generators.patterns import caseless
from engine.generators.reading import stay_out

# A clause of which nothing was taken may tell the background ("指令采用流水方式"), but not a condition made of ordinary words.
_CONDITIONAL = re.compile(r"每|再|还|[又另多少加没不无都先已留慢快]|全部|额外|同时|其中|必须|等待|占用|启动|除|只|仅|一半|损坏")


_TECHNICAL = re.compile(
    r"周期|时钟|访问|主存|内存|存储|执行|指令|传|数据|地址|总线|[行组块片条根拍段]|芯片|设备|中断|时间|启动|流水|寄存器|CPU|命中|等待|Cache",
    re.IGNORECASE,
)


# A question of ordinary words only ("各阶段的情况各是什么").
_ANOTHER = re.compile(r"(?:各|分别|每)[^,]{0,12}(?:什么|多少|几|啥)|有(?:多少|几)个")


def no_bare_condition(rest: str) -> None:
    """Give up where a clause that told nothing sets a condition.

    Raises:
        StayOut: it does.
    """
    for clause in patterns.split(r"[,;。?!:\n]", rest):
        if "\ue000" not in clause and _CONDITIONAL.search(clause) and _TECHNICAL.search(clause):
            stay_out(f"a condition: {clause}")
    for sentence in patterns.split(r"[;?。\n]", rest):
        if "\ue000" not in sentence and _ANOTHER.search(sentence):
            stay_out(f"asks something else: {sentence}")


_ASKING = re.compile(r"多少|[几何哪求问各]|(?<!测)试|什么|计算|给出|写出|分别|(?:为|是|约|需|要|达|应|取|得|能|可|等于)\s*$")


def _is_question(text: str, start: int, end: int) -> bool:
    """Whether what is named there is asked for: in a clause with a word of asking, or one that says little else."""
    opening = max(text.rfind(mark, 0, start) for mark in ",;。?!:\n") + 1
    closing = min((place for mark in ",;。?!\n" if (place := text.find(mark, end)) >= 0), default=len(text))
    clause = text[opening:closing]
    beside = patterns.sub(r"[\ue000\s()的和与、及吗呢啊呀了其它该此]|以及|现在|这时|此时|然后", "", text[opening:start] + text[end:closing])
    sentence = text[max(text.rfind(mark, 0, start) for mark in ";。?!\n") + 1 : opening]
    return (
        bool(_ASKING.search(clause))
        or bool(patterns.search("(?<!要)求(?!助|教|解)|(?<!测)试|计算(?!机)|问", sentence))
        or text[closing : closing + 1] == "?"
        or len(beside) <= (4 if text[closing:].strip("。;? \n") else 8)
    )


def _clause(text: str, start: int, end: int) -> str:
    """The clause around a place."""
    opening = max(text.rfind(mark, 0, start) for mark in ",;。?!\n") + 1
    closing = min((place for mark in ",;。!\n" if (place := text.find(mark, end)) >= 0), default=len(text))
    return text[opening:closing]


# What problems ask for: a part of a list of questions that names one and was not understood asks for something else.
_ASKABLE = re.compile(r"时间|[率比数量度]|周期|容量|带宽|位|地址|范围|速|次|开销|间隔|延迟|片|根|条(?!件)")


def _nothing_else(before: str, after: str) -> None:
    """Give up where a clause asks more than was understood.

    Raises:
        StayOut: there are more question words than questions, or one of a list of questions is not understood.
    """
    start = 0
    for mark in patterns.finditer(r"[,;。?!\n]|$", before):
        clause, left = before[start : mark.start()], after[start : mark.start()]
        taken = [bool(one != other) for one, other in zip(clause, left, strict=True)]
        shown = "".join(letter if here else " " for letter, here in zip(clause, taken, strict=True))
        bare = [run for run in shown.split() if not patterns.search("多少|多[长久大高]|[几哪]", run)]
        if len(patterns.findall(r"多少|多[长久大高]|几(?!乎)|哪", left)) > len(bare):
            stay_out(f"asks more: {clause}")
        if patterns.match(r"\s*(?:请|试|并|再|分别|如|则|那么|问|各)*(?:求|计算|算|问|写出|给出)", clause):
            place = 0
            for part in patterns.split(r"(、|和|与|以及|及)", left):
                here = taken[place : place + len(part)]
                rest = patterns.sub("\ue000", "", part)
                if not any(here) and _ASKABLE.search(rest):
                    stay_out(f"also asks: {part}")
                place += len(part)
        start = mark.end()


def _places(topic: Topic, text: str) -> dict[str, list[tuple[int, int]]]:
    """Where each quantity is named; what one pattern took is not there for the next."""
    places: dict[str, list[tuple[int, int]]] = {}
    for pattern, name in topic.asks:
        for match in caseless(pattern).finditer(text):
            if match[0]:
                places.setdefault(name, []).append(match.span())
        text = caseless(pattern).sub(lambda match: "\ue000" * len(match[0]), text)
    return places


# Nothing but words of asking: what is asked was said in words that were passed over.
_BARE = re.compile(r"(?:则|那么|[是为有需要用共约应可能得的,\s\ue000]|至少|最多|总共|一共|分别|各)*(?:多少|几)")


def asked_in(topic: Topic, reading: Clauses, told: set[str]) -> list[str]:
    """What is asked; the bare name of what is told asks nothing.

    Raises:
        StayOut: what is told is asked, too.
    """
    text = reading.rest
    asked = []
    places = _places(topic, text)
    names = reading.asked(topic.asks)
    _nothing_else(text, reading.rest)
    for name in names:
        if name in told:
            clauses = [_clause(text, *place) for place in places[name]]
            if any(patterns.search("多少|[几何哪求]|什么|多大|多长|多高|计算|[?]|至少|最[高低大小]", clause) for clause in clauses):
                stay_out(f"told and asked: {name}")
        else:
            words = [text[start:end] for start, end in places[name]]
            if not any(_is_question(text, *place) for place in places[name]):
                stay_out(f"only mentioned: {name}")
            if any(_BARE.fullmatch(word) for word in words):
                stay_out(f"asked, and not said of what: {name}")
            if sum(1 for word in words if patterns.search("多少|[几哪]", word)) > 1:
                stay_out(f"asked twice: {name}")
            asked.append(name)
    return asked
