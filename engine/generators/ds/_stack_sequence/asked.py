"""What is asked of pop sequences, and under which of the conditions told: each question with those of its own sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.reading import stay_out

_SENTENCE = re.compile(r"[。;?!\n]|[,:](?=其中|若|如果|当|那么若)")


@dataclass(frozen=True, slots=True)
class Told:
    """What a text tells and asks of a stack.

    Attributes:
        named: whether the elements have names of their own.
        candidates: (where, a sequence that could be popped).
        given: (where, [place, element] or ["before", element, element]).
        asked: (where, what), in the order of the text.
        room: (where, how many elements there is room for).
        in_a_row: so many pops in a row are forbidden.
        choice: whether a possible one of the options is asked for, or an impossible one.
        symbolic: the elements are 1, 2, …, n.
        instance: what n is.
        claims: the options say of one place what must, or may, stand there.
    """

    text: str
    pushes: tuple[str, ...] | None
    named: bool
    candidates: list[tuple[int, tuple[str, ...]]]
    given: list[tuple[int, list[Any]]]
    asked: list[tuple[int, list[Any]]]
    room: tuple[int, int] | None
    in_a_row: int | None
    choice: bool | None
    symbolic: bool
    instance: int | None
    claims: bool = False


def recognised(told: Told) -> Recognition | None:
    """The problem; None where it does not hang together."""
    told = replace(told, given=[each for number, each in enumerate(told.given) if each[1] not in [one[1] for one in told.given[:number]]])
    if told.symbolic:
        return _of_n(told)
    pushes = told.pushes
    if (
        pushes is None
        or len(pushes) < (3 if told.named else 1)
        or any(each[0] in ("i", "k") for _, each in told.given)
        or any(task[-1] in ("i", "k") for _, task in told.asked if task[0] in ("places", "many", "never"))
    ):
        return None
    limited = () if told.room is None else (("栈的容量", str(told.room[1])),)
    understood = ((("入栈顺序", listed(pushes)) if told.named else ("元素个数", str(len(pushes)))), *limited)
    base: dict[str, Any] = {"pushes": list(pushes), **({} if told.room is None else {"room": told.room[1]})}
    if told.choice is not None:
        if told.candidates or told.asked or told.given or len(pushes) > 26 or not told.named:
            return None
        return Recognition(
            parameters={"task": "choice", **base, "possible": told.choice, **({"row": told.in_a_row} if told.in_a_row is not None else {})},
            understood=(*understood, ("求", f"{'可能' if told.choice else '不可能'}的出栈序列")),
        )
    tasks = _once(_with_sequences(told))
    if not tasks or not _fits(told, tasks):
        return None
    conditions = [each for _, each in told.given]
    parameters = {"task": "asked", **base, "given": conditions, "asked": [task for _, task in tasks]}
    apart = _apart(told, [at for at, _ in tasks])
    if conditions and any(task[0] == "legal" and (apart is None or apart[number]["given"]) for number, (_, task) in enumerate(tasks)):
        return None
    if apart is not None:
        parameters["apart"] = apart
    if told.claims:
        parameters["claims"] = True
    if conditions:
        understood = (*understood, ("已知", "，".join(map(condition_name, conditions))))
    return Recognition(parameters=parameters, understood=understood)


def _of_n(told: Told) -> Recognition | None:
    """Of the elements 1, 2, …, n."""
    conditions = [each for _, each in told.given]
    asked = [task for _, task in told.asked]
    if (
        told.candidates
        or told.choice is not None
        or told.room is not None
        or told.pushes is not None
        or len(conditions) != 1
        or conditions[0][0] == "before"
        or not asked
        or any(task[0] not in ("maybe", "places", "many") for task in asked)
    ):
        return None
    return Recognition(
        parameters={
            "task": "symbolic",
            "given": conditions[0],
            "asked": asked,
            "instance": told.instance,
            **({"claims": True} if told.claims else {}),
        },
        understood=(("入栈顺序", "1, 2, …, n"), ("已知", f"{place_name(conditions[0][0])}是 {conditions[0][1]}")),
    )


def _with_sequences(told: Told) -> list[tuple[int, list[Any]]]:
    """The things asked, those of a told sequence with it.

    Raises:
        StayOut: a sequence of which nothing is asked, or a question of a sequence that is not told.
    """
    tasks: list[tuple[int, list[Any]]] = []
    about = [at for at, task in told.asked if task[0] in ("legal", "row", "capacity")]
    capacity = any(task == ["capacity"] for _, task in told.asked)
    if bool(about) != bool(told.candidates) or (capacity and len(told.candidates) != 1):
        stay_out("which sequence")
    whether = patterns.search(r"(?:合法|可能|可以|可行|行|能|得到|实现)[吗么不]|是否|能否|能不能|合不合法|判断", told.text)
    for at, task in told.asked:
        if task == ["legal"]:
            # Beside a question of the size, "a possible sequence" only speaks of it.
            if not capacity or (whether is not None and told.room is not None):
                tasks += [(_asked_of(told, place), ["legal", list(names)]) for place, names in told.candidates]
            elif whether is not None:
                stay_out("whether it is possible, and the capacity")
        elif task[0] == "row":
            if len(told.candidates) != 1:
                stay_out("which sequence")
            tasks.append((at, [*task, list(told.candidates[0][1])]))
        elif task == ["capacity"]:
            tasks.append((at, ["capacity", list(told.candidates[0][1])]))
        else:
            tasks.append((at, task))
    return sorted(tasks, key=lambda each: each[0])


def _asked_of(told: Told, place: int) -> int:
    """Where it is asked whether a sequence is possible: behind the last of them, perhaps under a condition that is told between."""
    asked = [at for at, task in told.asked if task == ["legal"]]
    ends = [match.start() for match in patterns.finditer(r"[。;?!\n]", told.text)]
    sentence = sum(end <= place for end in ends)
    if any(sum(end <= at for end in ends) == sentence for at in asked) or place != max(at for at, _ in told.candidates):
        return place
    return next((at for at in asked if at > place), place)


def _once(tasks: list[tuple[int, list[Any]]]) -> list[tuple[int, list[Any]]]:
    """Each question once, but a number of sequences as often as it is asked."""
    kept: list[tuple[int, list[Any]]] = []
    for at, task in tasks:
        if task in (["count"], ["list"], ["only"]) or all(task != other for _, other in kept):
            kept.append((at, task))
    return kept


def _fits(told: Told, tasks: list[tuple[int, list[Any]]]) -> bool:
    """Whether there are not too many elements for what is asked.

    Raises:
        StayOut: an element or a place that is not there.
    """
    pushes = told.pushes or ()
    conditions = [each for _, each in told.given]
    names = [name for each in conditions for name in (each[1:])] + [name for _, task in tasks for name in _mentioned(task)]
    places = [each[0] for each in conditions if each[0] != "before"] + [
        task[1] for _, task in tasks if task[0] in ("places", "many", "never")
    ]
    if any(name not in pushes for name in names) or any(not -len(pushes) <= place < len(pushes) for place in places):
        stay_out("no such place or element")
    kinds = {task[0] for _, task in tasks}
    if "list" in kinds and not conditions and (len(pushes) > 4 or not told.named):
        return False
    if told.candidates and kinds - {"legal", "row", "capacity", "count", "places", "many", "never"}:
        return False
    counts = kinds == {"count"} and not conditions
    limit = (30 if told.room is None else 20) if counts else 26 if kinds <= {"legal", "row", "capacity"} else 10
    return len(pushes) <= limit


def _apart(told: Told, places: list[int]) -> list[dict[str, Any]] | None:
    """For each question its own conditions and room; None where all have the same.

    Raises:
        StayOut: it is not plain which conditions hold for a question.
    """
    ends = [match.start() for match in _SENTENCE.finditer(told.text)]

    def sentence(at: int) -> int:
        return sum(end <= at for end in ends)

    held: list[dict[str, Any]] = []
    current: list[list[Any]] = []
    read = 0
    for place in places:
        now = [each for at, each in told.given if read <= sentence(at) <= sentence(place)]
        if now and current and held and {str(each[0]) for each in now} != {str(each[0]) for each in current}:
            stay_out("whether the first condition still holds")
        if len({each[0] for each in now if each[0] != "before"}) != len([each for each in now if each[0] != "before"]):
            stay_out("two elements at one place")
        current = now or current
        if now:
            read = sentence(place) + 1
        room = told.room[1] if told.room is not None and sentence(told.room[0]) <= sentence(place) else None
        held.append({"given": current, "room": room})
    if any(sentence(at) >= read for at, _ in told.given):
        stay_out("a condition of which nothing is asked")
    plain = {"given": [each for _, each in told.given], "room": None if told.room is None else told.room[1]}
    return held if any(each != plain for each in held) else None


def _mentioned(task: list[Any]) -> list[str]:
    """The elements that a thing asked names."""
    if task[0] == "maybe":
        return [task[3]] if task[1] == "at" else [*task[2], task[3]]
    return [task[1], task[2]] if task[0] == "order" else []


def place_name(place: Any) -> str:
    """A place of the pop sequence in words; −1 is the last."""
    return "最后一个" if place == -1 else f"第 {place} 个" if place in ("i", "k") else f"第 {place + 1} 个"


def condition_name(condition: list[Any]) -> str:
    """A condition in words."""
    if condition[0] == "before":
        return f"{condition[1]} 在 {condition[2]} 之前出栈"
    return f"{place_name(condition[0])}是 {condition[1]}"
