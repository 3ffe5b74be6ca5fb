"""Small problems beside the value of one semaphore: what an unprotected shared variable can become, how many semaphores a precedence graph
needs, and the semaphores of a bounded buffer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from engine.generators import patterns
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.reading import stay_out


def outcomes(first: int, programs: Sequence[Sequence[tuple[str, int]]]) -> set[int]:
    """What a shared variable can be in the end, when each statement (operator, operand) of each program reads, computes and writes
    without protection, in any interleaving.
    """
    seen: set[tuple[Any, ...]] = set()
    results: set[int] = set()
    stack: list[tuple[int, tuple[tuple[int, int | None], ...]]] = [(first, tuple((0, None) for _ in programs))]
    while stack:
        state = stack.pop()
        if state in seen:
            continue
        seen.add(state)
        value, places = state
        if all(place == len(program) for (place, _), program in zip(places, programs, strict=True)):
            results.add(value)
        for number, (place, register) in enumerate(places):
            if place == len(programs[number]):
                continue
            after: tuple[int, int | None] = (place, value) if register is None else (place + 1, None)
            changed = value if register is None else _applied(programs[number][place], register)
            stack.append((changed, (*places[:number], after, *places[number + 1 :])))
    return results


def _applied(statement: tuple[str, int], value: int) -> int:
    operator, operand = statement
    return {"+": value + operand, "-": value - operand, "*": value * operand}[operator]


def in_turn(first: int, programs: Sequence[Sequence[tuple[str, int]]]) -> set[int]:
    """The same where one program runs after the other."""
    if not programs:
        return {first}
    results: set[int] = set()
    for number, program in enumerate(programs):
        value = first
        for statement in program:
            value = _applied(statement, value)
        results |= in_turn(value, [other for place, other in enumerate(programs) if place != number])
    return results


def solve_race(parameters: Parameters) -> Solution:
    """The values that a shared variable can take in the end."""
    first, name = int(parameters["first"]), parameters["name"]
    programs = [[(operator, int(operand)) for operator, operand in program] for program in parameters["programs"]]
    protected = bool(parameters["protected"])
    values = sorted(in_turn(first, programs) if protected else outcomes(first, programs))
    serial = sorted(in_turn(first, programs))
    steps = [f"一个接一个执行（各种先后）：{name} 为 {listed(serial, '、')}。"]
    if not protected:
        lost = [value for value in values if value not in serial]
        steps.append(
            f"取值、运算、写回可以交错：一个取值之后、写回之前，另一个也取了旧值，先写回的结果被覆盖，{name} 还可能为 {listed(lost, '、')}。"
            if lost
            else "交错执行不产生别的结果。"
        )
    steps.append(f"{name} 的可能值：{listed(values, '、')}。")
    task = parameters["asked"]
    if task in ("impossible", "possible"):

        def fits(option: str) -> bool:
            if not patterns.fullmatch(r"\s*[-−]?\d+\s*", option):
                stay_out(f"no value: {option}")
            return (int(option.replace("−", "-")) in values) is bool(task == "possible")

        return Solution(answer="", fits=fits, steps=paragraphs(*steps))
    shown = listed(values, "、")
    answer = {"values": shown, "count": f"{len(values)} 种（{shown}）", "least": str(values[0]), "greatest": str(values[-1])}[task]
    return Solution(answer=answer, also=(listed(values, "，"), f"{{{listed(values, ',')}}}"), steps=paragraphs(*steps))


def solve_precedence(parameters: Parameters) -> Solution:
    """The semaphores of a precedence graph: one for each arc, first 0."""
    arcs = [f"{one}→{other}" for one, other in parameters["arcs"]]
    said = {"count": f"{len(arcs)} 个", "initial": "初值均为 0"}
    return Solution(
        answer="；".join(said[task] for task in parameters["asked"]),
        steps=f"每条边 {listed(arcs, '、')} 对应一个信号量：前趋做完后执行 V，后继开始前执行 P。共 {len(arcs)} 个，初值都为 0。",
        conventions=("每条有向边用一个信号量",),
    )


def solve_buffer(parameters: Parameters) -> Solution:
    """The semaphores empty, full and mutex of a bounded buffer."""
    size, inside = int(parameters["size"]), int(parameters["inside"])
    producers, consumers = int(parameters["producers"]), int(parameters["consumers"])
    now: Mapping[str, int] = {"empty": size - inside, "full": inside, "mutex": 1}
    least: Mapping[str, int] = {"empty": -producers, "full": -consumers, "mutex": 1 - producers - consumers}
    greatest: Mapping[str, int] = {"empty": size, "full": size, "mutex": 1}
    words = {"now": now, "least": least, "greatest": greatest}
    said = []
    for task, name in parameters["asked"]:
        label = {"now": "", "least": "最小", "greatest": "最大"}[task]
        said.append(f"{name} {label} {words[task][name]}".replace("  ", " "))
    steps = [
        f"empty 表示空缓冲区数，full 表示产品数，mutex 用于互斥。缓冲区共 {size} 个，其中有产品 {inside} 个：empty = {size} − {inside} = {size - inside}，full = {inside}。"
    ]
    if any(task != "now" for task, _ in parameters["asked"]):
        steps.append(
            f"{producers} 个生产者都等空缓冲区时 empty 最小，为 −{producers}；{consumers} 个消费者都等产品时 full 最小，为 −{consumers}。"
        )
    return Solution(answer="，".join(said), steps=paragraphs(*steps), conventions=("没有进程正在存取时的值", "用记录型信号量，值可以为负"))
