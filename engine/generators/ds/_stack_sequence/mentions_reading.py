"""Problems about a stack or a queue read by their mentions: which of several tasks the text sets, whatever its wording."""

from __future__ import annotations

from typing import Any

from engine.generators import patterns
from engine.generators.ds._clauses import every_part_asked
from engine.generators.ds._mentions import Mention, sorts
from engine.generators.ds._stack_sequence.mentions import Told, place_of, told
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.reading import stay_out

_MOST = 12
_OF_CONTENTS = ("top", "bottom", "upward", "downward", "front", "rear", "along")


@every_part_asked
def recognise(text: str) -> Recognition | None:
    """What is asked of a stack or a queue; None where it is something else."""
    if not patterns.search(r"栈|队列|[进入出退]队", text):
        return None
    said = told(text)
    if not said.asked:
        return None
    asked: list[list[Any]] = []
    for clause in said.asked:
        asked += _asked(said, clause)
    asked = [task for number, task in enumerate(asked) if task not in asked[:number]]
    if not asked:
        return None
    if any(task[0] == "choice" for task in asked) and not patterns.search("栈|双端|受限", text):
        return None  # a queue alone lets nothing out of order
    if said.waiting and not said.events and not said.left_as and all(task[0] in _OF_CONTENTS for task in asked):
        said.events = [f"+{name}" for name in said.waiting]
    return _done(said, asked) if said.events else _possible(said, asked)


def _asked(said: Told, clause: list[Mention]) -> list[list[Any]]:
    """The things a clause asks."""
    kinds = sorts(clause)
    possible = "never" not in kinds
    places = [mention for mention in clause if mention.sort == "place"]
    if len(places) == 1 and not said.events:
        return [["place", place_of(places[0]), possible, bool(kinds & {"never", "could"})]]
    if kinds & {"never", "could"} and kinds & {"order", "pop", "deq"} and not said.events and not kinds & {"number", "operations"}:
        if "whether" in kinds or (said.left_as and "never" not in kinds and "which" not in kinds):
            return [["whether"]]
        return [["choice", possible]]
    if "operations" in kinds:
        return [["operations"]]
    if "never" in kinds:
        stay_out("what cannot be")
    if "capacity" in kinds or "most" in kinds:
        if not kinds & {"least", "most"}:
            stay_out("which capacity")
        return [["capacity"]]
    found: list[list[Any]] = []
    for mention in clause:
        if mention.sort in ("upward", "downward", "along"):
            found.append([mention.sort])
        elif mention.sort == "left" and not kinds & {"upward", "downward", "along", "number"}:
            found.append(["upward" if not said.queue else "along"])
        elif mention.sort in ("top", "bottom", "front", "rear", "number"):
            found.append([mention.sort])
    if not found and kinds & {"order", "pop", "deq"} and said.events:
        found.append(["output"])
    if not found and kinds & {"order", "which"} and kinds & {"pop", "deq", "order"}:
        if len(said.left_as) == 1 and "never" not in kinds and "which" in kinds:
            return [["left"]]
        stay_out("what is asked")
    return found


def _done(said: Told, asked: list[list[Any]]) -> Recognition | None:
    """What is so after the operations that are told."""
    if said.left_as or said.given or any(task[0] in ("place", "choice", "whether", "operations") for task in asked):
        stay_out("operations, and something else")
    if said.room is not None:
        stay_out("operations, and a capacity")
    if said.implied and asked != [["output"]]:
        stay_out("whether everything leaves")
    inside, most = list(said.within), len(said.within)
    out: list[str] = []
    for event in said.events:
        if event.startswith("+"):
            inside.append(event[1:])
        elif event == "-*":
            out, inside = [*out, *(inside if said.queue else inside[::-1])], []
        elif not inside:
            stay_out("nothing inside")
        else:
            out.append(inside.pop(0 if said.queue else -1))
        most = max(most, len(inside))
    if not inside and any(task[0] in ("top", "bottom", "front", "rear", "upward", "downward", "along") for task in asked):
        stay_out("nothing is left")
    if any((task[0] in ("front", "rear", "along")) != said.queue for task in asked if task[0] not in ("output", "capacity", "number")):
        stay_out("of a stack or of a queue")
    shown = "、".join(f"{event[1:]} 进" if event.startswith("+") else "出" if event == "-" else "全部出" for event in said.events)
    return Recognition(
        parameters={"task": "worked", "queue": said.queue, "inside": inside, "out": out, "most": most, "asked": asked},
        understood=(("结构", "队列" if said.queue else "栈"), ("操作", shown)),
    )


def _possible(said: Told, asked: list[list[Any]]) -> Recognition | None:
    """What may leave, and what that takes."""
    pushes = said.waiting
    if said.queue:
        return _queue(said, asked)
    if pushes is None or not 1 <= len(pushes) <= _MOST:
        return None
    entered = (*said.within, *pushes)
    if len(set(entered)) != len(entered) or len(entered) < 3:
        return None
    if asked == [["left"], ["capacity"]] and said.room is None and not said.within and not said.given and len(said.left_as) == 1:
        # What leaves the queue left the stack in the same order.
        return Recognition(
            parameters={
                "task": "asked",
                "pushes": list(pushes),
                "given": [],
                "asked": [["left", list(said.left_as[0])], ["capacity", list(said.left_as[0])]],
            },
            understood=(("入栈顺序", listed(pushes)), ("出队顺序", listed(said.left_as[0]))),
        )
    if len(asked) != 1:
        return None
    understood = (
        *((("栈中已有（栈底到栈顶）", listed(said.within)),) if said.within else ()),
        ("入栈顺序", listed(pushes)),
        *((("栈的容量", f"{said.room} 个元素"),) if said.room else ()),
    )
    base: dict[str, Any] = {"pushes": list(entered), **({"within": len(said.within)} if said.within else {})}
    if said.room:
        base["room"] = said.room
    task = asked[0]
    if task[0] == "choice" and not said.given:
        if said.left_as:
            if any(sorted(names) != sorted(entered) for names in said.left_as) or len(said.left_as) < 2:
                stay_out("sequences of other elements")
            return Recognition(
                parameters={**base, "task": "sifted", "possible": task[1], "told": [list(names) for names in said.left_as]},
                understood=(*understood, ("求", "可能的出栈序列" if task[1] else "不可能的出栈序列")),
            )
        return Recognition(
            parameters={**base, "task": "choice", "possible": task[1]},
            understood=(*understood, ("求", "可能的出栈序列" if task[1] else "不可能的出栈序列")),
        )
    if task[0] == "place" and not said.left_as and len(said.given) <= 1 and len(entered) <= 9 and task[3]:
        if any(name not in entered or not -1 <= place < len(entered) for place, name in said.given) or not -1 <= task[1] < len(entered):
            stay_out("no such element or place")
        given = tuple(("已知", f"第 {place + 1} 个出栈的是 {name}") for place, name in said.given)
        return Recognition(
            parameters={**base, "task": "placed", "given": [list(each) for each in said.given], "place": task[1], "possible": task[2]},
            understood=(*understood, *given),
        )
    if said.given or said.within or len(said.left_as) != 1 or sorted(said.left_as[0]) != sorted(pushes):
        return None
    told_as = (("出栈顺序", listed(said.left_as[0])),)
    if task[0] == "capacity" and said.room is None:
        return Recognition(
            parameters={**base, "task": "asked", "given": [], "asked": [["capacity", list(said.left_as[0])]]},
            understood=(*understood, *told_as),
        )
    if task[0] == "operations" and said.room is None:
        return Recognition(parameters={**base, "task": "operations", "pops": list(said.left_as[0])}, understood=(*understood, *told_as))
    return None


def _queue(said: Told, asked: list[list[Any]]) -> Recognition | None:
    """Of a queue that elements only enter: what is at its ends, or leaves it."""
    names = (*said.within, *(said.waiting or ()))
    if len(names) < 2 or len(set(names)) != len(names) or said.left_as or said.given:
        return None
    if all(task[0] in ("front", "rear", "along") for task in asked) and not said.room:
        return Recognition(
            parameters={"task": "worked", "queue": True, "inside": list(names), "out": [], "most": len(names), "asked": asked},
            understood=(("入队顺序", listed(names)),),
        )
    if len(asked) == 1 and asked[0][0] == "choice":
        return Recognition(
            parameters={"task": "queued", "names": list(names), "possible": asked[0][1]},
            understood=(("入队顺序", listed(names)), ("求", "可能的出队序列" if asked[0][1] else "不可能的出队序列")),
        )
    return None
