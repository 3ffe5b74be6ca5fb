"""Answers to problems about a stack or a queue that were read by their mentions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from engine.generators import patterns
from engine.generators.ds._mentions import names_in
from engine.generators.ds._stack_sequence.stacks import pop_sequences, run, stack_table
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed, paragraphs
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


def _possible_outputs(parameters: Parameters) -> list[tuple[str, ...]]:
    """Every pop sequence; what is inside at the beginning has entered before anything leaves."""
    within = parameters.get("within", 0)
    pushes = parameters["pushes"]
    if not within:
        return pop_sequences(pushes, parameters.get("room"))
    inside = pushes[:within]
    return [
        names
        for names in pop_sequences(pushes, parameters.get("room"))
        if all(names.index(each) > names.index(inside[-1]) for each in inside[:-1]) or not inside[:-1]
    ]


def sifted(parameters: Parameters) -> Solution:
    """Which of the told sequences are possible, or are not."""
    could = [(names, run(parameters["pushes"], names) is not None) for names in parameters["told"]]
    if parameters.get("room") or parameters.get("within"):
        stay_out("told sequences under a condition")
    found = [names for names, can in could if can == parameters["possible"]]
    return Solution(
        answer="、".join(f"({listed(names)})" for names in found) or "没有",
        steps=paragraphs(*(f"{listed(names)}：{'可能' if can else '不可能'}。" for names, can in could)),
        also=("、".join("".join(names) for names in found), "，".join(f"({','.join(names)})" for names in found)),
        conventions=(_ONCE,),
    )


def placed(parameters: Parameters) -> Solution:
    """What may, or cannot, stand at a place of the pop sequence."""
    pushes, place = parameters["pushes"], parameters["place"]
    found = [names for names in _possible_outputs(parameters) if all(names[at] == name for at, name in parameters["given"])]
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


def operations(parameters: Parameters) -> Solution:
    """The pushes and pops that make a sequence."""
    steps = run(parameters["pushes"], parameters["pops"])
    if steps is None:
        return Solution(
            answer="不能得到", steps="要出栈的元素不在栈顶而压在下面时，这个序列不可能得到。", also=("不可能",), conventions=(_ONCE,)
        )
    each = [(name, sign) for step in steps for name, sign in (*((name, "+") for name in step.pushed), (step.popped, "-"))]
    return Solution(
        answer="，".join(f"{name} {'进' if sign == '+' else '出'}" for name, sign in each),
        steps=paragraphs("为每个要出栈的元素，先入栈到它为止：", stack_table(steps)),
        also=(
            "，".join(f"{'push' if sign == '+' else 'pop'}({name})" for name, sign in each),
            "、".join(f"{name}{'入' if sign == '+' else '出'}" for name, sign in each),
            *("".join(push if sign == "+" else pop for _, sign in each) for push, pop in (("I", "O"), ("S", "X"), ("进", "出"))),
            *(" ".join(push if sign == "+" else pop for _, sign in each) for push, pop in (("push", "pop"), ("进栈", "出栈"))),
        ),
        conventions=(_ONCE,),
    )


def queued(parameters: Parameters) -> Solution:
    """Which option is the one output of a queue."""
    names = parameters["names"]

    def fits(option: str) -> bool:
        told = names_in(option.strip())
        if sorted(told) != sorted(names):
            stay_out("an option of other elements")
        return bool((list(told) == names) == parameters["possible"])

    return Solution(
        answer=listed(names),
        steps=f"队列先进先出，出队次序就是入队次序：{listed(names)}。",
        fits=fits,
        answer_alone=parameters["possible"],
        also=("".join(names),),
    )


def choice(parameters: Parameters) -> Solution:
    """Which of the pasted sequences may leave a stack that holds something at the beginning."""
    outputs = set(_possible_outputs(parameters))

    def fits(option: str) -> bool:
        names = (
            tuple(patterns.findall(r"[A-Za-z]\d*|\d+", option)) if patterns.search(r"[\s,、→]", option.strip()) else tuple(option.strip())
        )
        if sorted(names) != sorted(parameters["pushes"]):
            if parameters["possible"]:
                return False
            stay_out("an option of other elements")
        return bool((names in outputs) == parameters["possible"])

    return Solution(
        answer="",
        steps="栈中原有的元素只能从栈顶到栈底依次出栈，后入栈的元素可以在它们之间进出；逐个选项对照。",
        fits=fits,
        conventions=("每个元素只进出一次", "栈的容量足够"),
    )
