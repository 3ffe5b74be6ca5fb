"""A text of several questions that no reader understands as a whole: every question is read with what stands before the first of them.

A reader knows the problems of one topic; a long exam question goes through several ("需要多少片？若 2 ms 内刷新一遍，刷新周期是多少？"). Each is read as a
text of its own, by any kind, and one that is not understood gives the whole up. Nothing that is told is left out for a question that does not
understand it: what one question needs mostly changes the others' answers too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from engine.generators import patterns
from engine.generators.kind import Solution
from engine.generators.markdown import paragraphs

_MOST = 6  # questions

_NUMBERED = re.compile(
    r"(?:(?<=^)|(?<=[\s,;。:?!、.]))\(\s*(?P<a>[1-6])\s*\)(?!\s*[-+=])[.、]?|(?:(?<=^)|(?<=[\s;。:?!]))(?P<b>[1-6])\s*[.、)](?!\d(?!\d{3}\s?年))|"
    r"(?:(?<=^)|(?<=[\s,;。:?!]))\(\s*(?P<c>[一二三四五六])\s*\)|(?<=\n)\s*问题\s*(?P<d>[1-6])\s*[:.、]?"
)
_CHINESE = " 一二三四五六"
_ASKS = re.compile(
    r"[?]|多少|几(?![乎何])|哪|什么|谁|(?<!要)求(?!助|教)|写出|给出|指出|列出|画出|判断|计算(?!机)|是否|能否|概率(?:是|为)?[。;]?\s*$"
)
_SENTENCE = re.compile(r"(?<=[;。?!\n])")
_LEAD = re.compile(
    r"(?:请|试|并|要求)*(?:问|求|回答|计算|确定|给出|完成|解答)(?:下列|以下|下面|如下)?(?:各?(?:小)?问题?|各题|各问|各项|要求)?[:,。;\s]*$"
)
# What a question tells that may hold for those behind it: figures and names of its own, a time, a change.
_TELLS = re.compile(r"\d|[A-Za-z]{4,}|第|[时后]|若|如果|假设|假定|改|换|采用|当|设|出错|增|减|加|扩")
_NAMES = re.compile(r"(?<![A-Za-z])[SD]?R[AO]M(?![A-Za-z])|CPU|Cache|MAR|MDR|TLB|RAID")
# What points back at another question, or at its result: anywhere, and where a question begins.
_BACK = re.compile(
    r"\(\s*[1-6]\s*\)|(?<!\d)[1-6]\)|[一上两]问|第[一二三四五1-5](?:问|小题)|结果|前者|后者|刚才|(?<!规模)(?<!限额)(?<![岁元及])以上|同样|同上|(?:其[他余它]|别的)条件|不变|"
    r"上述(?:情况|条件|结果|问题|方案|过程|分配|请求|操作|访问|[^,;。?]{0,6}(?:后|时|下))|改[为用成]|换[为成]|变[为成]|呢|仍(?!能|可)|再(?!次?访问)|此基础"
)
# The outcome that a question asks for itself: `写出第一趟排序的结果`.
_OUTCOME = re.compile(
    r"(?<=写出|给出|画出|列出)[^,;。?!:上此该其前述]{0,40}结果[\s;。]*$|(?<=[趟轮])[^,;。?!上此该其前述]{0,8}结果(?=[为是])"
)
_GOES_ON = re.compile(
    r"^[^,;。?!]{0,12}(?:此(?!类|外|处|系统|机|磁盘)|它(?!们)|这(?:时|样|种|个|两|三|些|一)|然后|之后|随后|接着|接下来|继续|也(?!就)|又|前面)|^(?:那么?|则|并)*其(?![他它中])|^(?:[各共]|一共)?占(?:几|多少)"
)


Solved = TypeVar("Solved")


class Divided(NamedTuple):
    """A text of several questions.

    Attributes:
        told: what holds for all of them, as sentences.
        questions: with what only they tell.
    """

    told: str
    questions: tuple[str, ...]


def divided(text: str) -> Divided | None:
    """A normalised text as what is told to all questions and the questions; None where there is one question, or one builds on another."""
    found = _at_numbers(text) or _at_sentences(text)
    if found is None:
        return None
    told, questions = found
    told = _LEAD.sub("", told)
    if (
        not 2 <= len(questions) <= _MOST
        or any(_BACK.search(_OUTCOME.sub("", question)) or _GOES_ON.search(question) for question in questions[1:])
        or not patterns.search(r"\w", told)
    ):
        return None
    if _ASKS.search(patterns.sub("[?]", "", told)):
        return None
    return Divided(_closed(told), tuple(questions))


def _at_numbers(text: str) -> tuple[str, list[str]] | None:
    marks = list(_NUMBERED.finditer(text))
    numbers = [next((int(mark[key]) for key in "abd" if mark[key]), None) or _CHINESE.index(mark["c"]) for mark in marks]
    if len(marks) > 2 and marks[0].start() == 0 and marks[0].lastgroup not in {mark.lastgroup for mark in marks[1:]}:
        marks, numbers = marks[1:], numbers[1:]  # the problem's own number
    if len(marks) < 2 or numbers != list(range(1, len(marks) + 1)) or len({mark.lastgroup for mark in marks}) > 1:
        return None
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    questions = [text[mark.end() : end].strip(" \n;,、。") for mark, end in zip(marks, ends, strict=True)]
    if not all(patterns.search(r"\w", question) for question in questions):
        return None
    return text[: marks[0].start()], [question if _ASKS.search(question) else f"求{question}" for question in questions]


def _at_sentences(text: str) -> tuple[str, list[str]] | None:
    """Questions without numbers, from the first on nothing but questions; the earlier ones tell nothing that may hold for a later one."""
    sentences = [sentence for sentence in _SENTENCE.split(text) if sentence.strip("。;!, \n")]
    first = next((place for place, sentence in enumerate(sentences) if _ASKS.search(sentence)), None)
    if first is None or any(not _ASKS.search(sentence) for sentence in sentences[first:]):
        return None
    clauses = patterns.split(r"(?<=[,:])", sentences[first])
    start = next((place for place, clause in enumerate(clauses) if _ASKS.search(clause)), 0)
    questions = ["".join(clauses[start:]), *sentences[first + 1 :]]
    if any(_TELLS.search(_NAMES.sub("", question)) for question in questions[:-1]):
        return None
    return "".join(sentences[:first] + clauses[:start]), questions


def _closed(told: str) -> str:
    """What is told as sentences of their own."""
    told = told.rstrip(" ,;:、")
    return told if told[-1:] in "。?!\n" else f"{told}。"


def solve_each(text: str, solve: Callable[[str], Solved | None]) -> list[Solved] | None:
    """The solution of every question of a normalised text; None where it has one question, or not all are understood for certain.

    `solve`: a text of one question; None where it is not understood.
    """
    found = divided(text)
    if found is None:
        return None
    solutions: list[Solved] = []
    for question in found.questions:
        solved = solve(found.told + question)
        if solved is None:
            return None
        solutions.append(solved)
    return solutions


def together(solutions: Sequence[Solution]) -> Solution:
    """The solutions of a text's questions as one."""
    return Solution(
        answer="；".join(solution.answer for solution in solutions),
        also=tuple("；".join(words) for words in zip(*((*solution.also,) for solution in solutions), strict=False)),
        # A number in the line of a table or a list would make it none.
        steps=paragraphs(*(part for number, solution in enumerate(solutions, 1) for part in (f"**第 {number} 问**", solution.steps))),
        conventions=tuple(dict.fromkeys(one for solution in solutions for one in solution.conventions)),
        drawing=next((solution.drawing for solution in solutions if solution.drawing is not None), None),
    )
