"""Reading problems about circular queues: what front and rear point to, what is given, and which of the rest is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from engine.generators import patterns
from engine.generators.ds._circular_queue.lexicon import LEXICON, LOST, OWN
from engine.generators.ds._circular_queue.wording import AND, case_texts, one_wording
from engine.generators.ds._clauses import every_part_asked, opened
from engine.generators.ds._mentions import Mention, mentions, sorts
from engine.generators.kind import Missing, Recognition
from engine.generators.patterns import caseless
from engine.generators.reading import INTEGER, StayOut, stay_out, to_int

_ASKED = {
    **{name: name for name in ("free", "most", "next", "head", "tail", "length", "state")},
    "empty_condition": "empty-condition",
    "full_condition": "full-condition",
    "length_formula": "length-formula",
    "head_formula": "head-formula",
    "is_full": "is-full",
    "which_room": "capacity",
    "which_front": "front",
    "which_rear": "rear",
}
_FIGURES = ("front", "rear", "held", "room")


@dataclass(frozen=True, slots=True)
class Pointing:
    """What the indices point to as stated; None where it is not."""

    front_before: bool | None
    rear_is_last: bool | None


@dataclass(frozen=True, slots=True)
class _Told:
    """The numbers a text tells."""

    capacity: int | None
    front: int | None
    rear: int | None
    held: int | None


_STATE = r"(?:front\s*(?:==?|为|是)\s*\d+\s*(?:,|、|和|且|\s)*rear\s*(?:==?|为|是)\s*\d+|rear\s*(?:==?|为|是)\s*\d+\s*(?:,|、|和|且|\s)*front\s*(?:==?|为|是)\s*\d+)(?!\d)"
_MARKED = rf"[,;。?\s]*(?:(?:\(\d\)|(?<=[有,;。:\s])\d(?=\s*(?:front|rear))|[A-Da-d]\)|情况\d:?|[和与及或;且])\s*|(?:又|而|那么|那|再)?(?:若|如果|当|设|改为|变为|换成)是?)+\s*{_STATE}\s*(?:的?时候?|的话|的?情况下?)?(?:呢|又是多少|又如何|又有多少个?)?"


def _only(state: str, match: re.Match[str]) -> str:
    return f",{state}," if state in match[0] else ""


# An earlier moment, at which the queue was empty; and what happened since then, of which only the pointers are told.
_BEGUN_EMPTY = re.compile(
    r"(?:设|若|假设|已知)?在?(?:某一?个?时刻|某时|初始(?:时|状态)?|开始时?|起初),?该?(?:循环)?队列为?空(?:状态)?,?(?:且|并且|而)?(?:此时)?,?\s*"
    r"(?:front\s*(?:和|与|、|=)\s*rear|rear\s*(?:和|与|、|=)\s*front|头尾指针)\s*的?值?[均都]?(?:为|是|等于|=)\s*\d+\s*[,。;]",
    re.IGNORECASE,
)
_SOME_OPERATIONS = re.compile(
    r"[又再在]?(?:经过|执行|进行|做)了?(?:若干|一系列|多|几)次?的?(?:入队|进队|插入)?[和与、及]?(?:出队|退队|删除)?(?:操作|运算)(?:之?后|以后)?,?"
)


@every_part_asked
def recognise(text: str) -> Recognition | None:
    """A problem about one circular queue, perhaps with several states of it; None where something needed is missing."""
    text = patterns.sub(r"(front|rear|队[头尾]指针)(?:现在|此时|分别|各|又)*在(?:哪里?|哪儿|什么位置|哪个位置)", r"\1是多少", text)
    text = _BEGUN_EMPTY.sub("", _SOME_OPERATIONS.sub("", text) if _BEGUN_EMPTY.search(text) else text)
    plain = one_wording(text)
    states = list(caseless(_STATE).finditer(plain))
    if len(states) < 2 or len(caseless(_MARKED).findall(plain)) < len(states) - 1:
        return _one_or_several(text, plain)
    found = []
    for state in states:
        one = caseless(_MARKED).sub(partial(_only, state[0]), plain)
        for other in states:
            one = one if other[0] == state[0] else one.replace(other[0], "")
        one = patterns.sub(
            r"(?:在|这|那|以上|上述|下列|以下|下面|分别|对于?)*(?:[两二三2-3]|几|各)种(?:不同的?)?(?:情况|情形|状态)[下时]*(?:,|各自|分别|各)*",
            "",
            one,
        )
        found.append(_recognised(text, one))
    if len({str(one.parameters["asked"]) for one in found if one is not None}) > 1:
        stay_out("other things asked of another state")
    return _cases(found)


def _cases(found: Sequence[Recognition | None]) -> Recognition | None:
    """Several states of a queue; None where one of them was not understood."""
    cases = [one for one in found if one is not None and not one.missing]
    if len(cases) < len(found):
        return None
    return Recognition(
        parameters={"asked": [each for one in cases for each in one.parameters["asked"]], "cases": [one.parameters for one in cases]},
        understood=tuple(dict.fromkeys(told for one in cases for told in one.understood)),
    )


def _one_or_several(text: str, plain: str) -> Recognition | None:
    """One state of the queue; where that is not understood, a state for each of the questions that tell their own."""
    try:
        if (one := _recognised(text, plain)) is not None:
            return one
        refusal = None
    except StayOut as stayed:
        refusal = stayed
    texts = case_texts(plain)
    found = None if len(texts) < 2 else _cases([_recognised(text, each) for each in texts])
    if found is None and refusal is not None:
        raise refusal
    return found


def _recognised(text: str, plain: str) -> Recognition | None:
    found = mentions(opened(plain).rest, LEXICON, OWN, LOST)
    said = sorts(found)
    if not patterns.search("队", plain):
        return None
    told = _figures(found)
    operations = [
        (mention.start, ("+" if mention.sort == "enter" else "-") * to_int(patterns.findall(INTEGER, mention.text)[0]))
        for mention in found
        if mention.sort in ("enter", "leave")
    ]
    operations += [
        (mention.start, "f" if mention.sort == "until_full" else "e") for mention in found if mention.sort in ("until_full", "until_empty")
    ]
    pointing = _pointing(found)
    asked = [(_ASKED[mention.sort], mention.start) for mention in _asking(found, told, pointing)]
    if "most_held" in said:
        if told.held is not None or told.capacity is not None or operations:
            stay_out("the most, and more")
        told = _Told(None, told.front, told.rear, int(patterns.findall(r"\d+", next(m.text for m in found if m.sort == "most_held"))[0]))
    initial = next((mention.text for mention in found if mention.sort == "initial"), None)
    begun = "begun" in said or any("空" in mention.text for mention in found if mention.sort == "begins")
    tag = "".join(mention.text for mention in found if mention.sort == "tag")
    return _problem(
        told,
        pointing,
        sorted(operations),
        asked,
        {
            "base": 1 if any("下标一起" in mention.text for mention in found if mention.sort == "room") else 0,
            "sacrificed": "sacrificed" in said,
            "whole": "whole" in said or bool(tag),
            "full": "filled" in said
            or "most_held" in said
            or ("tag" in said and "1" in tag and told.front is not None and told.front == told.rear),
            "empty": begun and "vague" not in said,
            "vague": "vague" in said,
            "initial": initial is not None,
            "first_at": int(patterns.findall(r"\d+", initial)[-1]) if initial is not None else 0,
            "order": ["rear", "front"]
            if patterns.search(rf"rear(?:{AND}|\s+)front(?!.*front(?:{AND}|\s+)rear)", plain, re.IGNORECASE)
            else ["front", "rear"],
            "letters": "fr" if patterns.search(r"指针(?:分别|依次)?[为是用]?\s*f(?![A-Za-z])", text) else "",
            "symbol": next(
                iter(patterns.findall(r"(?<![A-Za-z])(?:[AQ](?=[mnMN](?![A-Za-z])))?([Mm]ax[Ss]ize|MAXSIZE|[mnMN])(?![A-Za-z])", text)), ""
            ),
            "choices": patterns.search(r"(?:\(\s*\)|正确的是)\s*[。.:]?\s*$", text) is not None,
        },
    )


def _figures(found: list[Mention]) -> _Told:
    """The figures told.

    Raises:
        StayOut: one is told twice.
    """
    values: dict[str, set[int]] = {name: set() for name in _FIGURES}
    for mention in found:
        numbers = [int(number) for number in patterns.findall(r"\d+", mention.text)]
        if mention.sort == "both":
            first, second = ("front", "rear") if mention.text.lower().startswith("front") else ("rear", "front")
            values[first].add(numbers[0])
            values[second].add(numbers[1])
        elif mention.sort in ("equal", "begun") and numbers:
            if mention.sort == "equal" or not any(later.sort in ("both", "front", "rear", "vague", "equal") for later in found):
                for name in ("front", "rear"):
                    values[name].add(numbers[-1])
        elif mention.sort == "room" and "下标零起至" in mention.text:
            values["room"].add(numbers[-1] + 1)
        elif (
            mention.sort in values
            and (numbers or ("下标" not in mention.text and patterns.search(INTEGER, mention.text)))
            and "从0" not in mention.text
        ):
            values[mention.sort].add(numbers[-1] if numbers else to_int(patterns.findall(INTEGER, mention.text)[0]))
    if any(len(each) > 1 for each in values.values()):
        stay_out("two values of one")
    return _Told(*(next(iter(values[name]), None) for name in ("room", "front", "rear", "held")))


def _pointing(found: list[Mention]) -> Pointing:
    """What the text says of where the indices point.

    Raises:
        StayOut: it says two things.
    """
    before: set[bool] = set()
    last: set[bool] = set()
    for mention in found:
        if mention.sort == "both_point":
            if mention.text.lower().startswith("rear"):
                stay_out("which points where")
            head, _, tail = mention.text.partition("尾")
            before.add("前" in patterns.sub("队[头首]", "", head))
            last.add(patterns.search("下(?!标)|后", tail) is None)
        elif mention.sort in ("front_before", "front_at"):
            before.add(mention.sort == "front_before")
        elif mention.sort in ("rear_next", "rear_at"):
            last.add(mention.sort == "rear_at")
    if len(before) > 1 or len(last) > 1:
        stay_out("an index points to two places")
    if before == {True} and not last:  # beside it, rear points to the tail in some books and behind it in others
        stay_out("where rear points")
    return Pointing(next(iter(before), None), next(iter(last), None))


def _asking(found: list[Mention], told: _Told, pointing: Pointing) -> list[Mention]:
    """The mentions that ask: the number of elements where it is not told, an index where it has no value of its own."""
    asking = []
    for mention in found:
        if mention.sort not in _ASKED:
            continue
        if mention.sort in ("which_front", "which_rear") and _only_named(mention, found):
            continue
        if (
            mention.sort == "length"
            and told.held is not None
            and not any(each.sort in ("enter", "leave", "until_full", "until_empty") for each in found)
        ):
            continue
        asking.append(mention)
    return asking


def _only_named(mention: Mention, found: list[Mention]) -> bool:
    """Whether an index is only spoken of: what comes next asks for nothing, and nothing before it in its sentence says that it is asked."""
    after = [
        each
        for each in found
        if each.start > mention.start and each.sort not in ("which_front", "which_rear", "length", "head", "tail", "begins")
    ]
    if not after or after[0].sort == "which" or (after[0].sort == "end" and after[0].text == "?"):
        return False
    begun = max((each.start for each in found if each.sort == "end" and each.text in "。;?\n" and each.start < mention.start), default=-1)
    return not any(
        each.sort == "which" and begun < each.start < mention.start and patterns.search("求|写出|给出", each.text) for each in found
    )


def _problem(
    told: _Told, pointing: Pointing, operations: list[tuple[int, str]], found: list[tuple[str, int]], flags: dict[str, Any]
) -> Recognition | None:
    asked = list(dict.fromkeys(name for name, _ in found))
    capacity = told.capacity
    for value in (told.front, told.rear):
        if (
            value is not None
            and capacity is not None
            and not flags["base"] <= value <= capacity - 1 + flags["base"]
            and not (value == 0 and flags["base"])
        ):
            stay_out("an index outside")
    if capacity is not None and not 2 <= capacity <= 10**6:
        return None
    if flags["initial"]:
        if (
            pointing.rear_is_last is None
            or operations
            or told.front is not None
            or told.rear is not None
            or not {"front", "rear"} & set(asked)
        ):
            return None
        asked, found = ["initial"], [("initial", 0)]
    if not asked:
        return None
    if operations and all(place < operations[-1][0] for _, place in found):
        stay_out("operations of which nothing is asked")
    parameters: dict[str, Any] = {
        "capacity": capacity,
        "front": told.front,
        "rear": told.rear,
        "held": told.held,
        "front_before": pointing.front_before,
        "rear_is_last": pointing.rear_is_last,
        "operations": "".join(told_ for _, told_ in operations),
        "asked": [[name, sum(len(told_) for at, told_ in operations if at < place)] for name, place in _once(found)],
        **flags,
    }
    shown = tuple(
        (name, str(value))
        for name, value in (("容量", capacity), ("front", told.front), ("rear", told.rear), ("元素个数", told.held))
        if value is not None
    )
    meaning = (
        ("front 的含义", "队头元素的前一个位置" if pointing.front_before else "队头元素"),
        ("rear 的含义", "队尾元素" if pointing.rear_is_last else "队尾元素的下一个位置"),
    )
    if capacity is None and not flags["symbol"] and "capacity" not in asked and asked == ["length"]:
        if told.front is None or told.rear is None or told.front == told.rear:
            return None
        return Recognition(
            parameters=parameters, understood=(*shown, *meaning), missing=(Missing("capacity", "数组的容量是多少？", "数组长度为{}"),)
        )
    return Recognition(parameters=parameters, understood=(*shown, *meaning))


def _once(found: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Each thing asked at its last place: an earlier mention only announces it."""
    last = dict(found)
    return sorted(last.items(), key=lambda each: each[1])
