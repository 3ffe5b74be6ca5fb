"""Several parts made faster at once: the speed of the whole, the share that one part needs, the share of what is not made faster."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from engine.generators import patterns
from engine.generators.co._cpu_performance.words import WORDS
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.laws.clauses import Clauses
from engine.generators.laws.settling import settle
from engine.generators.laws.topic import about, percentage
from engine.generators.laws.words import COMMON
from engine.generators.markdown import paragraphs
from engine.generators.pasted.normalising import normalise
from engine.generators.patterns import caseless
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out, to_int

_PIECE = r"(?:部件|部分|功能)"
_SPEEDS = rf"(?:{_PIECE}(?:的)?加速比\s*(?P<n>[1-5])\s*(?:=|为|是)\s*(?P<value>\d+(?:\.\d+)?))"
_SPEEDS_IN_A_LIST = rf"(?:这)?(?P<count>[两二三四2-4])个{_PIECE}(?:的)?(?:部件)?加速比(?:分别|依次|各)(?:为|是)?:?\s*(?P<list>\d+(?:\.\d+)?(?:\s*(?:倍)?\s*[、,和与]\s*\d+(?:\.\d+)?)+)\s*(?:倍)?"
_SHARE = r"\d+(?:\.\d+)?\s*%"
_KIND = r"(?:可改进|可加速|改进|增强)?(?:的)?(?:部分)?(?:所占)?(?:的)?比例"
_ALIKE = rf"(?:如果|若|假设)?{_PIECE}\s*(?P<a>[1-5])\s*(?:、|和|与)\s*{_PIECE}?\s*(?P<b>[1-5])(?:的)?{_KIND}(?:均|都|各)(?:为|是)\s*(?P<value>{_SHARE})"
_EACH = rf"(?:如果|若|假设)?(?:这)?(?P<count>[两二三四2-4])个{_PIECE}(?:的)?{_KIND}(?:分别|依次)(?:为|是)?\s*(?P<list>{_SHARE}(?:\s*[、,和与]\s*{_SHARE})+)"
_ONE = rf"(?:如果|若|假设)?{_PIECE}\s*(?P<n>[1-5])(?:的)?{_KIND}(?:为|是)\s*(?P<value>{_SHARE})"
_ASKS = (
    (
        rf"(?:那么|则)?(?:当)?{_PIECE}\s*(?P<n>[1-5])(?:的)?{_KIND}(?:为|是)(?:多少)时?,?(?:系统|总|整个系统)(?:的)?加速比(?:才)?(?:可以?|能)?(?:达到|等于|为)\s*(?P<target>\d+(?:\.\d+)?)",
        "needed",
    ),
    (
        r"(?:那么|则)?(?:改进后的?|新的?)?(?:系统中)?(?:不可加速|不可改进|未改进|未加速|不能改进)(?:的)?部分(?:的)?(?:执行)?时间(?:在|占)(?:改进后)?(?:的)?总(?:执行)?时间(?:中)?(?:所)?(?:占)?(?:的)?(?:比例)(?:是|为)?(?:多少)?",
        "rest",
    ),
    (r"(?:那么|则|求)?(?:此时|改进后)?(?:整个)?(?:系统|总)(?:的)?加速比(?:是|为|等于)*(?:多少)", "overall"),
)
_PASSED = r"(?:计算机)?(?:系统)?(?:中)?(?:有)?[两二三四2-4]个(?:部件|部分|功能)(?:可以|可|能够?)?(?:同时)?(?:改进)|(?:这)?[两二三四2-4]个(?:部件|部分|功能)(?:同时)(?:进行)?改进|(?:这)?[两二三四2-4]个部件的部件加速比(?:为|是)?:?|他们的加速比(?:为|是)?:?"
_MANY = {"两": 2, "二": 2, "三": 3, "四": 4}


def _share(text: str) -> Fraction:
    return Fraction(patterns.sub(r"[\s%]", "", text)) / 100


def _rounded(value: Fraction) -> str:
    return f"约 {decimal(value, 3)}"


def _numbered(text: str) -> str:
    """`三个部件 a、b、c … 部件 a 和 b 所占的比例分别是 30%、30% … 若要使整个系统的加速比达到 10, 部件 c 的比例应为多少` with numbers for the letters."""
    if not patterns.search(r"部件\s?a\s?、\s?b", text):
        return text
    text = patterns.sub(r"(?:[两二三四2-4])个部件\s?a\s?(?:、\s?[b-e]\s?)+(?:是)?(?:可改进的?)?", lambda said: said[0][:4] + "可改进", text)
    text = patterns.sub(r",?(?:它们|其)的部件加速比", ",部件加速比", text)
    text = patterns.sub(r"([两二三四2-4]个部件)可改进,部件加速比", r"\1的部件加速比", text)
    text = patterns.sub(
        r"(?:若)?部件\s?([a-e])\s?(?:和|与)\s?([a-e])\s?(?:在)?(?:总执行时间中)?(?:所)?(?:占)?的?比例(?:分别|各)?(?:是|为)\s?(\d+%)\s?[、,和]\s?(\d+%)",
        lambda said: f"部件{ord(said[1]) - 96}的比例为{said[3]},部件{ord(said[2]) - 96}的比例为{said[4]}",
        text,
    )
    text = patterns.sub(
        r"(?:若)?要使(?:整个)?系统的?加速比达到\s?(\d+(?:\.\d+)?),部件\s?([a-e])\s?(?:在)?(?:总执行时间中)?(?:所)?(?:占)?的?比例(?:应)?(?:为|是)多少",
        lambda said: f"当部件{ord(said[2]) - 96}的比例为多少时,系统的加速比才可以达到{said[1]}",
        text,
    )
    return text


def recognise(text: str) -> Recognition | None:
    """The speeds of two parts or more, and questions, each with the shares told before it.

    Raises:
        StayOut: something is not understood.
    """
    plain = patterns.sub(r"\(\s*[1-9]\s*\)(?=\s*[\u3400-\u9fff])", " ", normalise(text))
    reading = Clauses(_numbered(plain))
    speeds: dict[int, Fraction] = {}
    for match in reading.take_all(_SPEEDS):
        speeds[int(match["n"])] = Fraction(match["value"])
    for match in reading.take_all(_SPEEDS_IN_A_LIST):
        values = patterns.findall(r"\d+(?:\.\d+)?", match["list"])
        if len(values) != _MANY.get(match["count"], 0) and len(values) != to_int(match["count"]):
            stay_out("as many speeds as parts")
        speeds |= {number: Fraction(value) for number, value in enumerate(values, 1)}
    if len(speeds) < 2 or set(speeds) != set(range(1, len(speeds) + 1)):
        return None
    told: list[tuple[int, dict[int, Fraction]]] = []
    for match in reading.take_all(_ALIKE):
        told.append((match.start(), {int(match["a"]): _share(match["value"]), int(match["b"]): _share(match["value"])}))
    for match in reading.take_all(_EACH):
        shares = [_share(one[0]) for one in caseless(_SHARE).finditer(match["list"])]
        if len(shares) != len(speeds):
            stay_out("as many shares as parts")
        told.append((match.start(), dict(enumerate(shares, 1))))
    for match in reading.take_all(_ONE):
        told.append((match.start(), {int(match["n"]): _share(match["value"])}))
    asked: list[tuple[int, str, re.Match[str]]] = []
    for pattern, name in _ASKS:
        for match in reading.take_all(pattern):
            asked.append((match.start(), name, match))
            reading.mark_asked([match.span()])
    reading.take_all(_PASSED)
    settle(reading, COMMON + WORDS + " 部件 加速比 部件加速比 可改进 比例 同时 改进 系统 可以 才 那么 计算机系统")
    questions: list[dict[str, Any]] = []
    place = -1
    for start, name, match in sorted(asked, key=lambda one: one[0]):
        shares_here = {
            number: share for at, found in sorted(told, key=lambda one: one[0]) if place < at < start for number, share in found.items()
        }
        if not shares_here and questions:
            shares_here = {int(number): Fraction(share) for number, share in questions[-1]["shares"].items()}
        question: dict[str, Any] = {"asked": name, "shares": {str(number): str(share) for number, share in shares_here.items()}}
        if name == "needed":
            question |= {"part": int(match["n"]), "target": match["target"]}
        questions.append(question)
        place = start
    if not questions:
        return None
    parameters = {
        "task": "parts made faster",
        "speeds": {str(number): str(value) for number, value in speeds.items()},
        "questions": questions,
    }
    solve(parameters)
    return Recognition(
        parameters=parameters,
        understood=(
            ("部件加速比", "、".join(decimal(speeds[number], 3) for number in sorted(speeds))),
            *(
                ("可改进的比例", "、".join(f"部件 {number} {percentage(Fraction(share))}" for number, share in question["shares"].items()))
                for question in questions
            ),
        ),
    )


def solve(parameters: Parameters) -> Solution:
    """By the law: the new time is the sum of each part's share over its speed, and of what is left as it is."""
    speeds = {number: Fraction(value) for number, value in parameters["speeds"].items()}
    answers, steps = [], []
    for question in parameters["questions"]:
        shares = {number: Fraction(value) for number, value in question["shares"].items()}
        if not set(shares) <= set(speeds) or sum(shares.values()) >= 1:
            stay_out("shares")
        if question["asked"] == "needed":
            part = str(question["part"])
            if set(shares) != set(speeds) - {part}:
                stay_out("which shares")
            target = Fraction(question["target"])
            rest = 1 - sum((share * (1 - 1 / speeds[number]) for number, share in shares.items()), Fraction(0))
            needed = (rest - 1 / target) / (1 - 1 / speeds[part])
            if not 0 < needed <= 1 - sum(shares.values()):
                stay_out("no such share")
            steps.append(f"由 1 ÷ 系统加速比 = 各部件的比例 ÷ 加速比之和 + 不改进的比例，解得部件 {part} 的比例为 {about(needed, 3)}。")
            answers.append(f"部件 {part} 的可改进比例{_rounded(needed)}")
            continue
        if set(shares) != set(speeds):
            stay_out("which shares")
        left = 1 - sum(shares.values())
        time = left + sum((share / speeds[number] for number, share in shares.items()), Fraction(0))
        if question["asked"] == "rest":
            steps.append(f"不改进的部分占 {percentage(Fraction(left))}，改进后的总时间是原来的{about(time, 4)}，两者相除。")
            answers.append(f"不可加速部分占{_rounded(left / time)}")
        else:
            steps.append(f"改进后的总时间是原来的{about(time, 4)}，加速比为其倒数。")
            answers.append(f"系统加速比{about(1 / time, 2)}")
    answer = "；".join(answers)
    return Solution(answer=answer, steps=paragraphs(*steps, answer), also=())
