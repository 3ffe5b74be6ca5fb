"""Answers about what is done to a stack or a queue, and about what cannot stand at a place of the pop sequence."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from engine.generators import patterns
from engine.generators.ds._stack_sequence.stacks import pop_sequences
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed
from engine.generators.reading import stay_out

_ONCE = "栈初始为空，每个元素只进出一次"


def _shown(names: Sequence[str]) -> str:
    """Elements as a sequence: glued where each is one letter."""
    return "".join(names) if all(len(name) == 1 for name in names) else listed(names)


def worked(parameters: Parameters) -> Solution:
    """What is so after the operations."""
    inside, out = parameters["inside"], parameters["out"]
    told: dict[str, tuple[str, Callable[[], str]]] = {
        "top": ("栈顶元素", lambda: str(inside[-1])),
        "bottom": ("栈底元素", lambda: str(inside[0])),
        "front": ("队头元素", lambda: str(inside[0])),
        "rear": ("队尾元素", lambda: str(inside[-1])),
        "upward": ("从栈底到栈顶", lambda: listed(inside)),
        "downward": ("从栈顶到栈底", lambda: listed(inside[::-1])),
        "along": ("从队头到队尾", lambda: listed(inside)),
        "output": ("出队顺序" if parameters["queue"] else "出栈顺序", lambda: _shown(out)),
        "number": ("元素个数", lambda: f"{len(inside)} 个"),
        "capacity": ("最多时", lambda: f"{parameters['most']} 个元素"),
    }
    shown = [(told[what][0], told[what][1]()) for what, *_ in parameters["asked"]]
    alone = len(shown) == 1
    values = [value for _, value in shown]
    return Solution(
        answer=values[0] if alone else "，".join(f"{name} {value}" for name, value in shown),
        steps=f"按操作逐步进行，依次出去的是 {listed(out) or '（无）'}，剩下的{'从队头到队尾' if parameters['queue'] else '从栈底到栈顶'}是 {listed(inside) or '（无）'}。",
        also=("；".join(values), "，".join(values), *((listed(out), "".join(out)) if parameters["asked"] == [["output"]] else ())),
        conventions=("初始为空",) if not parameters.get("within") else (),
    )


def placed(parameters: Parameters) -> Solution:
    """What may, or cannot, stand at a place of the pop sequence."""
    pushes, place = parameters["pushes"], parameters["place"]
    found = [names for names in pop_sequences(pushes, parameters.get("room")) if all(names[at] == name for at, name in parameters["given"])]
    if not found:
        stay_out("no such sequence")
    there = {names[place] for names in found}
    elsewhere = {name for at, name in parameters["given"] if at != place}
    those = [name for name in pushes if (name in there) == parameters["possible"] and name not in elsewhere]

    def fits(option: str) -> bool:
        name = option.strip()
        if name not in pushes:
            return False if patterns.search(r"[\u4e00-\u9fff]", name) else stay_out("an option that is no element")
        return bool((name in there) == parameters["possible"])

    spot = "最后一个" if place == -1 else f"第 {place + 1} 个"
    return Solution(
        answer=listed(those, "、") or "没有",
        steps=f"列出满足条件的 {len(found)} 种出栈序列，{spot}可能是 {listed(sorted(there, key=pushes.index), '、')}。",
        fits=fits,
        answer_alone=True,
        conventions=(_ONCE, "栈的容量足够"),
    )
