"""A problem of several questions, read question by question: what stands before the first of them holds for each.

A reader knows the problems of one topic; an exam question goes through several ("需要多少片？若 2 ms 内刷新一遍，刷新周期是多少？"). Where nobody
understands all of a text, every question is read by itself, behind what all of them share. One that is not understood gives the whole up.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.normalising import normalise
from engine.generators.reading import StayOut

TASK = "question by question"
_NUMBERED = re.compile(r"(?:(?<=^)|(?<=[\s,;。:?!]))\(\s*[1-9一二三四五六]\s*\)(?!\s*[-+=])|(?<=\n)\s*[1-9]\s*[.、)](?!\d)")
_ASKS = re.compile(r"[?]|多少|几(?!乎)|哪|什么|(?<!要)求(?!助|教)|写出|给出|指出|判断|计算(?!机)")
_SENTENCE = re.compile(r"(?<=[;。?!\n])")
# What only the question itself may hold: figures and names of its own, a condition, a change.
_TELLS = re.compile(r"\d|[A-Za-z]{4,}|若|如果|假设|假定|改|换|采用|当|设|出错|增|减|加|扩")
_NAMES = re.compile(r"(?<![A-Za-z])[SD]?R[AO]M(?![A-Za-z])|CPU|Cache|MAR|MDR")
# What points back at another question, or at its result.
_BACK = re.compile(
    r"此|上述|上[一]?[问题]|结果|其(?![他它])|它|该(?!机|存储器|芯片|计算机|系统|处理)|这(?:时|样|种|个)|再|然后|同样|也(?!就)|仍|前者|后者|刚才|前面"
)
_LEAD = re.compile(r"(?:请|试|并)*(?:问|求|回答|计算|确定|给出)(?:下列|以下|下面|如下)?(?:各?问题|各题|各问|各项)?[:,。\s]*$")


def question_by_question(read: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """`read`, and where it does not understand a text of several questions, each of them."""

    def recognise(text: str) -> Recognition | None:
        try:
            if (found := read(text)) is not None:
                return found
            refusal = None
        except StayOut as stays:
            refusal = stays
        parts = _read_each(read, normalise(text))
        if parts is None and refusal is not None:
            raise refusal
        return parts

    return recognise


def _read_each(read: Callable[[str], Recognition | None], text: str) -> Recognition | None:
    shared, questions = _divided(text)
    if not 2 <= len(questions) <= 5 or not patterns.search(r"\d", shared):
        return None
    if any(_TELLS.search(_NAMES.sub("", question)) for question in questions[:-1]) or any(
        _BACK.search(question) for question in questions[1:]
    ):
        return None
    found: list[Recognition] = []
    for question in questions:
        try:
            seen = read(f"{shared}{question}")
        except StayOut:
            return None
        if seen is None or not seen.confident or seen.parameters.get("task") == TASK:
            return None
        found.append(seen)
    if any(one.parameters == other.parameters for place, one in enumerate(found) for other in found[place + 1 :]):
        return None  # two questions were read as one
    understood = list(dict.fromkeys(each for seen in found for each in seen.understood))
    return Recognition(parameters={"task": TASK, "questions": [seen.parameters for seen in found]}, understood=tuple(understood))


def _divided(text: str) -> tuple[str, list[str]]:
    """What all questions share, and the questions."""
    marks = list(_NUMBERED.finditer(text))
    if marks:
        ends = [*(mark.start() for mark in marks[1:]), len(text)]
        questions = [text[mark.end() : end].strip() for mark, end in zip(marks, ends, strict=True)]
        shared = _LEAD.sub("", text[: marks[0].start()])
        if _ASKS.search(patterns.sub(r"[?]", "", shared)) or any(not question for question in questions):
            return "", []
        return _closed(shared), [question if _ASKS.search(question) else f"求{question}" for question in questions]
    sentences = [sentence for sentence in _SENTENCE.split(text) if sentence.strip("。;!, \n")]
    first = next((place for place, sentence in enumerate(sentences) if _ASKS.search(sentence)), None)
    if first is None or any(not _ASKS.search(sentence) for sentence in sentences[first:]):
        return "", []
    told = "".join(sentences[:first])
    clauses = patterns.split(r"(?<=[,:])", sentences[first])
    start = next(place for place, clause in enumerate(clauses) if _ASKS.search(clause))
    return _closed(told + "".join(clauses[:start])), ["".join(clauses[start:]), *sentences[first + 1 :]]


def _closed(shared: str) -> str:
    """What is shared as a sentence of its own."""
    return shared.rstrip(",:; \n") + "。" if shared.strip() and shared.rstrip()[-1:] != "。" else shared


def solved_question_by_question(solve: Callable[[Parameters], Solution]) -> Callable[[Parameters], Solution]:
    """`solve`, and the solutions of a text's questions as one."""

    def solved(parameters: Parameters) -> Solution:
        if parameters.get("task") != TASK:
            return solve(parameters)
        solutions = [solve(each) for each in parameters["questions"]]
        steps = [f"（{number}）\n\n{solution.steps}" for number, solution in enumerate(solutions, 1)]
        return Solution(
            answer="；".join(solution.answer for solution in solutions),
            steps=paragraphs(*steps),
            conventions=tuple(dict.fromkeys(each for solution in solutions for each in solution.conventions)),
            drawing=next((solution.drawing for solution in solutions if solution.drawing), None),
        )

    return solved
