"""Problems with several questions that lean on each other (`至少 4 道呢？`, `若改为串联呢？`), or of which a reader would hear only the last: each
is read with what all of them share, and all must be understood. Whatever stands by itself is `engine.generators.several`'s."""

from __future__ import annotations

import re
from collections.abc import Callable

from engine.generators import patterns
from engine.generators.civil._problems.instead import instead
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.pasted.normalising import normalise
from engine.generators.reading import stay_out
from engine.generators.several import together

Reader = Callable[[str], Recognition | None]

_MARK = re.compile(r"(?:^|(?<=[\s,;。:?!、求]))\((\d)\)[.、]?\s*")
_ASKS = r"多少|几(?!何)|概率(?:是|为|有)?(?:[?。]|$)|\?"


_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII")
# `按下列要求，分别有多少种不同的排法？(1)……；(2)……`: what is asked is said once, and the parts only tell how.
_ASKED_ONCE = re.compile(
    r"(?:^|[,。;])(?P<of>[^,。;?!]*?)(?:按|在|求|计算|符合|满足|下列|以下|如下|各种|这些|不同)*(?:情况|要求|条件|规定)?(?:下)?的?,?(?:请|试)*(?:分别|各)*(?:求出?|计算|问)?(?:分别|各)*(?P<asked>(?:共?有)?多少种(?:不同的?)?[^,。;?!]{0,5}|的?(?:不同的?)?[^,。;?!的]{1,3}法的?种数|的?概率)(?:是|为)?[:?。,]*$"
)


def _asked_once(head: str, parts: list[str]) -> tuple[str, list[str]]:
    """The question of a head put to each part, where no part asks anything itself."""
    asked = _ASKED_ONCE.search(head)
    if asked is None or any(patterns.search(r"多少|几(?!何)|概率|\?|呢$", part) for part in parts):
        return head, parts
    told = head[: asked.start()] + (head[asked.start() : asked.start("of")] + asked["of"] if asked["of"] else "")
    told = patterns.sub(r"[,。;](?:请|试|分别|各|求出?|计算|问|按|在)+$", "", told)
    if "概率" in asked["asked"]:
        return told, [f"{part.rstrip('.')}的概率是多少" for part in parts]
    way = patterns.search(r"多少种(?:不同的?)?([^,。;?!]{0,5})|(?:不同的?)?([^的]{1,3}法)", asked["asked"])
    return told, [f"{part.rstrip('.')},有多少种不同的{(way and (way[1] or way[2])) or '方法'}" for part in parts]


def _questions(text: str) -> tuple[str, list[str]] | None:
    """What is told and the questions, where there is more than one."""
    text = patterns.sub(r"\((I{1,3}|IV|VI{0,2})\)", lambda each: f"({_ROMAN.index(each[1]) + 1})", text)
    marks = list(_MARK.finditer(text))
    if len(marks) > 1 and [mark[1] for mark in marks] == [str(place + 1) for place in range(len(marks))]:
        ends = [*(mark.start() for mark in marks[1:]), len(text)]
        items = [text[mark.end() : end].strip(" \n;。,?.") for mark, end in zip(marks, ends, strict=True)]
        once = _asked_once(text[: marks[0].start()].strip(), items)
        if once[1] != items:
            return once
        head = patterns.sub(r"(?:试|请)*(?:求|计算|问|试问|请问|回答)[^,;。?!\n]{0,4}[:,;。]?\s*$", "", text[: marks[0].start()])
        return head, [text[mark.end() : end].strip(" \n;。,?") for mark, end in zip(marks, ends, strict=True)]
    sentences = [each for each in patterns.split(r"[?。!\n]+", text) if each.strip()]
    asking = [
        place
        for place, each in enumerate(sentences)
        if patterns.search(r"多少|几(?!何)|概率|呢$", each) and patterns.search(_ASKS, each + "?")
    ]
    marked = text.count("?") > 1 or (
        sentences and patterns.search("概率呢$|种呢$|的呢$", sentences[-1].strip()) is not None and "?" in text
    )
    if not marked or len(asking) < 2 or asking != list(range(asking[0], len(sentences))):
        return _blanks(sentences)
    first = sentences[asking[0]]
    told, _, question = first.rpartition(",")
    head = "。".join([*sentences[: asking[0]], told]).strip("。")
    return head, [question, *(sentences[place] for place in asking[1:])]


_BLANK = r"(?:(?:一?共|总共)?有|的(?:概率|可能性|几率)(?:是|为))\s*(?:\(\s*\)|_{2,}|多少)"

_ASKS_OR_BLANK = r"多少|几[种个]|\(\s*\)|_{2,}"


def _blanks(sentences: list[str]) -> tuple[str, list[str]] | None:
    """`其中偶数有( )个，能被 5 整除的有( )个`: a question for each clause at the end that has one."""
    if not sentences or any(patterns.search(_ASKS_OR_BLANK, each) for each in sentences[:-1]):
        return None
    clauses = [each.strip() for each in patterns.split("[,;]", sentences[-1]) if each.strip()]
    first = len(clauses)
    while first and patterns.search(_BLANK, clauses[first - 1]):
        first -= 1
    if (
        len(clauses) - first < 2
        or not (first or len(sentences) > 1)
        or any(patterns.search(_ASKS_OR_BLANK, each) for each in clauses[:first])
    ):
        return None
    parts = [patterns.sub(r"\(\s*\)|_{2,}", "多少", each) for each in clauses[first:]]
    return "。".join([*sentences[:-1], ",".join(clauses[:first])]).strip("。"), parts


_DRAWS = r"(?:现|若|如果|要)*(?:从(?:中|袋中|[^,;。]{1,6}中))?(?:任意|随机|任|一次)*(?:取|选|摸|抽|拿|借|挑)[^,;。]{1,8}"


def _without_first_draw(head: str, part: str) -> str:
    """What is told, without what only the first question draws: `从中任取一本，有多少种取法？从三种书中各取一本，……`."""
    told, comma, last = head.rpartition(",")
    own = patterns.search(r"(?:取|选|摸|抽|拿|借|挑)(?:出|取)?(?:\d|[一二两三四五])", part)
    return told if comma and own and patterns.fullmatch(_DRAWS, last.strip()) else head


_OF_THOSE = re.compile(r"^(?:那么?|则|又|再|问|,)*其中(?:的)?,?")
_WHAT_IS_COUNTED = r"(?:不同的?)?(?:[^,的]{1,4}[法案式]|[一二三四五六七]位数|[^,的偶奇倍质合]{1,3}数|次序|顺序|情况|可能)"
_CONDITION = re.compile(rf"^(?P<condition>.*?)(?:的)?(?:{_WHAT_IS_COUNTED})?(?:一共|总共|共)?(?:有|可以?有|是|为)?(?:多少|几)")
_NO_CONDITION = re.compile(
    rf"(?:则|那么|问|求|一共|总共|共|可以?|能(?:够)?|得到|组成|排成|有|不同的?|这样的|满足条件的?|符合要求的?|{_WHAT_IS_COUNTED})*"
)


def _condition(question: str) -> str:
    """What a question asks its number for: `甲、乙相邻` of `甲、乙相邻的排法有多少种`; "" where for nothing but what is told already."""
    asked = _CONDITION.match(question)
    condition = asked["condition"].strip(" ,") if asked else question
    return "" if _NO_CONDITION.fullmatch(condition) else condition


def each_question(recognise: Reader) -> Reader:
    """A recogniser that reads every question of a problem.

    Raises:
        StayOut: there are several questions, and one of them is not understood.
    """

    def recognise_each(text: str) -> Recognition | None:
        found = _questions(normalise(text))
        if found is None:
            return recognise(text)
        head, parts = found
        readings: list[Recognition | None] = []
        asked, condition = "", ""
        if len(parts) == 2 and (changed := patterns.fullmatch(r"(?:若|如果)(?:把它们|将其)?改(?:为|成)(串联|并联)(?:呢)?", parts[1])):
            # The same with the parts connected otherwise.
            other = {"串联": "并联", "并联": "串联"}[changed[1]]
            readings = [recognise(f"{head},{parts[0]}?"), recognise(f"{head},{parts[0]}?".replace(other, changed[1]))]
            if None in readings or other not in head + parts[0]:
                stay_out("connected otherwise")
            parts = []
        for part in parts:
            part = patterns.sub(r"(?<=[率性])又(?=是多少|为多少|有多大|多大)", "", part)
            of_those = bool(readings) and _OF_THOSE.match(part) is not None
            part = patterns.sub(r"^(?:其中|那么?|如果是|则|又|再|顺便问)+,?", "", part)
            if patterns.search("概率呢$|(?:多少|几)[^,]{0,6}呢$", part):
                part = part.removesuffix("呢")
            told, elided = head, False
            if ellipsis := patterns.fullmatch(r"(.{2,20}?)的?(?:呢|又(?:是|为)?多少|又如何)", part):
                elided = True
                if readings and not of_those and (replaced := instead(head, parts[0], ellipsis[1])):
                    told, part = replaced
                else:
                    part = ellipsis[1] + asked  # `至少 4 道呢？`
            asked = tail[0] if (tail := patterns.search(r"(?:的概率(?:是|为)?多少.{0,3}|有?(?:多少|几)种.{0,6})$", part)) else asked
            if not patterns.search(r"多少|几|何|哪|谁|概率", part):
                part += "多少" if not patterns.search("概率", part) else "是多少"
            # `其中丙在排头的呢`: of those that were asked for just now, whose condition holds on.
            condition = f"{condition},{_condition(part)}".strip(",") if of_those else _condition(part)
            if of_those and condition != _condition(part):
                part = f"{condition.removesuffix(_condition(part)).strip(',')},{part}"
            reading = recognise(f"{_without_first_draw(told, part) if readings else told}。{part}?" if told else f"{part}?")
            if reading is None or not reading.confident:
                stay_out(f"one of several questions: {part}")
            if elided and any(one is not None and one.parameters == reading.parameters for one in readings):
                stay_out(f"asked once more: {part}")  # what makes it another question was not heeded
            readings.append(reading)
        return Recognition(
            parameters={"task": "several", "questions": [reading.parameters for reading in readings if reading]},
            understood=tuple(dict.fromkeys(pair for reading in readings if reading for pair in reading.understood)),
        )

    return recognise_each


def solve_each(solve: Callable[[Parameters], Solution]) -> Callable[[Parameters], Solution]:
    """A solver of all questions, the answers in order."""

    def solve_all(parameters: Parameters) -> Solution:
        if parameters["task"] != "several":
            return solve(parameters)
        return together([solve(question) for question in parameters["questions"]])

    return solve_all
