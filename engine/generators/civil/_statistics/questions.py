"""Several questions about one report: each is read with the report, and one that leans on the one before (`这一平均数`) names what that asked for.

All must be understood. A condition, or a figure, that a question tells holds for that question only where none follows it without one of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.pasted.normalising import normalise
from engine.generators.reading import stay_out

Reader = Callable[[str], Recognition | None]
_MARK = re.compile(r"(?:^|(?<=[\s,;。:?!]))\((\d)\)[.、]?\s*")
_ASKS = re.compile(r"多少|几(?![乎何])|[?]")
_IF = re.compile(r"若(?!干)|如果|假[如设定]|要是|倘若")
_FIGURE = re.compile(r"\d(?!\d*年)(?!\d*[-~—–至到]\d+年)(?!\d*月)(?!\d*位小数)")
_THAT = re.compile(
    r"(?:这一|这个|该|此|上述)(?:平均(?:数|值|水平)?|比[重例值]|占比|份额|数[值字]?|指标|年均增长率|年均增速|增长率|增速|增幅|增[长]?量)"
)
_BACK = re.compile(r"[这此](?!外)|该(?![省市县区州国地校院企公单平厂店行产集港景机村镇乡])|上述|前者|后者|同上|结果|其(?![中他余])|它")
_ALONE = re.compile(r"^(?:试|请)*(?:求|计算|问|试问|请问|回答)?[^,;。?!\n]{0,4}[:,;。]?\s*$")


def _divided(text: str) -> tuple[str, list[str]] | None:
    """What is told and the questions, where there is more than one."""
    marks = list(_MARK.finditer(text))
    if len(marks) > 1 and [mark[1] for mark in marks] == [str(place + 1) for place in range(len(marks))]:
        ends = [*(mark.start() for mark in marks[1:]), len(text)]
        parts = [text[mark.end() : end].strip(" \n;。,?") for mark, end in zip(marks, ends, strict=True)]
        head = text[: marks[0].start()].strip()
        told, stop, lead = head.rpartition("。")
        return (told if stop and _ALONE.match(lead) else head), parts
    sentences = [each.strip() for each in patterns.split(r"[。?!\n]+", text) if each.strip(" ,;:")]
    first = next((place for place, each in enumerate(sentences) if _ASKS.search(each)), len(sentences))
    parts, told = [], ""
    for sentence in sentences[first:]:
        told += sentence
        if _ASKS.search(sentence):
            parts.append(told)
            told = ""
        else:
            told += ","
    if told or len(parts) < 2:
        return None
    head = "。".join(sentences[:first])
    if not patterns.search(r"\d", patterns.sub(r"\d{4}年", "", head)):
        own, comma, question = parts[0].rpartition(",")
        if not comma or _ASKS.search(own):
            return None
        head, parts[0] = f"{head}。{own}".strip("。"), question
    return head, parts


def _asked_for(question: str) -> str:
    """What a question asks for, without its time."""
    found = _ASKS.search(question)
    if found is None:
        return ""
    before = patterns.sub(r"(?:约|大约|为|是|有|达到?|分别|:|的)+$|百分之$", "", question[: found.start()])
    before = patterns.sub(r"^(?:请?问|试?求|计算|那么|则|:|,)+|(?:19|20)\d\d年(?:[末底初]|全年|度)?(?!-|—|至)(?:的)?", "", before)
    counted = patterns.match(r"(?:多少|几)[名个家人件台辆张次]?(?P<what>[\u4e00-\u9fff]{2,6})[?]?$", question[found.start() :])
    name = before.rpartition(",")[2]
    return name + counted["what"] + "数" if counted and "每" in name else name


def each_asked(recognise: Reader) -> Reader:
    """A recogniser of a report with several questions; one with a single question is left.

    Raises:
        StayOut: one of them is not understood.
    """

    def recognise_each(text: str) -> Recognition | None:
        found = _divided(normalise(text))
        if found is None:
            return None
        head, parts = found
        for place, part in enumerate(parts[:-1]):
            later = parts[place + 1 :]
            if (_IF.search(part) and not all(_IF.search(each) for each in later)) or _FIGURE.search(part):
                stay_out(f"what holds for the next question: {part}")
        readings: list[Recognition] = []
        before = ""
        for part in parts:
            that = _THAT.search(part)
            if that is not None:
                name = before or stay_out("which")
                part = part[: that.start()] + name + part[that.end() :]
            if readings and _BACK.search(part):
                stay_out(f"leans on another question: {part}")
            before = _asked_for(part)
            reading = recognise(f"{head}。\n{part if _ASKS.search(part) else part + '多少'}?")
            if reading is None or not reading.confident:
                stay_out(f"one of several questions: {part}")
            readings.append(reading)
        return Recognition(
            parameters={"task": "several", "questions": [reading.parameters for reading in readings]},
            understood=tuple(dict.fromkeys(pair for reading in readings for pair in reading.understood)),
        )

    return recognise_each
