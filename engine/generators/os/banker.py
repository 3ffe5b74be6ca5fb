"""The banker's algorithm: safe sequences, and whether a request can be granted.

After Silberschatz, Operating System Concepts (deadlock avoidance): a state is safe if the processes can be ordered so that each one's
remaining need is met by what is free and what its predecessors give back. A request is granted if it exceeds neither the
process's need nor what is free, and leaves a safe state.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import permutations
from typing import TypeAlias

from engine.drawings.model import Cell, Drawing, Grid, Row
from engine.generators.alternatives import first_reading
from engine.generators.chance import Chance
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.markdown import listed, numbered, paragraphs, table
from engine.generators.os._banker_reading import recognise, recognise_trial
from engine.generators.reading import stay_out

POINT = "os.process.deadlock-banker"

Vector: TypeAlias = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class State:
    """Processes with their greatest needs and what they hold, and what is free."""

    names: tuple[str, ...]
    greatest: tuple[Vector, ...]
    held: tuple[Vector, ...]
    free: Vector

    @property
    def needs(self) -> tuple[Vector, ...]:
        """What each process may still ask for."""
        return tuple(minus(most, has) for most, has in zip(self.greatest, self.held, strict=True))


def plus(one: Vector, other: Vector) -> Vector:
    """Sum by component."""
    return tuple(a + b for a, b in zip(one, other, strict=True))


def minus(one: Vector, other: Vector) -> Vector:
    """Difference by component."""
    return tuple(a - b for a, b in zip(one, other, strict=True))


def fits(one: Vector, other: Vector) -> bool:
    """Whether no component of `one` exceeds that of `other`."""
    return all(a <= b for a, b in zip(one, other, strict=True))


@dataclass(frozen=True, slots=True)
class Run:
    """One process's turn: what was free, and afterwards."""

    name: str
    before: Vector
    need: Vector
    after: Vector


def follow(state: State, order: Sequence[int]) -> tuple[list[Run], int | None]:
    """The turns in that order, and the process (its number) at which it fails; None: the order is safe."""
    free = state.free
    runs: list[Run] = []
    for number in order:
        if not fits(state.needs[number], free):
            return runs, number
        after = plus(free, state.held[number])
        runs.append(Run(state.names[number], free, state.needs[number], after))
        free = after
    return runs, None


def safe_orders(state: State) -> Iterator[tuple[int, ...]]:
    """Every safe sequence, in the order of the processes' numbers."""

    def extend(order: tuple[int, ...], free: Vector) -> Iterator[tuple[int, ...]]:
        if len(order) == len(state.names):
            yield order
            return
        for number, need in enumerate(state.needs):
            if number not in order and fits(need, free):
                yield from extend((*order, number), plus(free, state.held[number]))

    yield from extend((), state.free)


def first_safe(state: State) -> tuple[int, ...] | None:
    """A safe sequence: always the first process that can finish; None: the state is unsafe."""
    order: list[int] = []
    free = state.free
    while len(order) < len(state.names):
        ready = [number for number, need in enumerate(state.needs) if number not in order and fits(need, free)]
        if not ready:
            return None
        order.append(ready[0])
        free = plus(free, state.held[ready[0]])
    return tuple(order)


def granted(state: State, number: int, request: Vector) -> State:
    """The state after a request is granted on trial."""
    held = tuple(plus(has, request) if i == number else has for i, has in enumerate(state.held))
    return replace(state, held=held, free=minus(state.free, request))


def verdict(state: State, number: int, request: Vector) -> str:
    """`ok`, or why not: `need` (exceeds its need), `free` (exceeds what is free), `unsafe`."""
    if not fits(request, state.needs[number]):
        return "need"
    if not fits(request, state.free):
        return "free"
    return "ok" if first_safe(granted(state, number, request)) is not None else "unsafe"


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _sequence(chance, _state(chance, 4, 2), totals=False)
    if difficulty == 2:
        return _request(chance, _state(chance, 4, 3))
    return _sequence(chance, _state(chance, chance.between(4, 5), 3), totals=True) if chance.one_in(2) else _single(chance)


def _state(chance: Chance, processes: int, types: int) -> State:
    held = tuple(tuple(chance.between(0, 3) for _ in range(types)) for _ in range(processes))
    needs = tuple(tuple(chance.between(0, 5) for _ in range(types)) for _ in range(processes))
    free = tuple(chance.between(1, 4) for _ in range(types))
    names = tuple(f"P{number}" for number in range(1, processes + 1))
    return State(names, tuple(plus(has, need) for has, need in zip(held, needs, strict=True)), held, free)


def _vector(vector: Vector) -> str:
    return f"({listed(vector)})"


def _letters(state: State) -> str:
    return "、".join("ABCDE"[: len(state.free)])


def _order_text(state: State, order: Sequence[int]) -> str:
    return listed((state.names[number] for number in order), "、")


def _matrix(state: State) -> str:
    return table(
        ("进程", "最大需求", "已分配"),
        [(name, listed(most), listed(has)) for name, most, has in zip(state.names, state.greatest, state.held, strict=True)],
    )


def _sequence(chance: Chance, state: State, totals: bool) -> Generated | None:
    """Which of four orders is safe; with `totals` what is free must be worked out, and a request has been granted first."""
    requester, request = 0, tuple(0 for _ in state.free)
    shown_state = state
    if totals:
        requester = chance.below(len(state.names))
        request = tuple(chance.below(min(need, free) + 1) for need, free in zip(state.needs[requester], state.free, strict=True))
        if not any(request) or verdict(state, requester, request) != "ok":
            return None
        state = granted(state, requester, request)
    orders = list(safe_orders(state))
    if not 1 <= len(orders) <= 8 or any(not any(need) for need in state.needs):
        return None
    right = chance.choice(orders)
    candidates: list[tuple[tuple[int, ...], str]] = []
    numbers = range(len(state.names))
    by_sum = tuple(sorted(numbers, key=lambda number: sum(state.needs[number])))
    candidates.append((by_sum, "按尚需资源的总数从小到大排列"))
    by_holding = tuple(sorted(numbers, key=lambda number: sum(state.greatest[number])))
    candidates.append((by_holding, "按最大需求从小到大排列"))
    mistaken = first_safe(replace(state, greatest=tuple(plus(has, has) for has in state.held)))
    if mistaken is not None:
        candidates.append((mistaken, "把已分配的资源当成了尚需的资源"))
    if totals and (before := first_safe(shown_state)) is not None:
        candidates.append((before, "没有先把申请的资源分给它"))
    others = [order for order in permutations(numbers) if order not in orders]
    near = [order for order in others if order[0] == right[0]] or others
    candidates += [(order, "") for order in chance.sample(near, min(4, len(near)))]
    wrong, seen = [], {right}
    for order, why in candidates:
        runs, failing = follow(state, order)
        if failing is None or order in seen:
            continue
        seen.add(order)
        free = runs[-1].after if runs else state.free
        reason = f"轮到 {state.names[failing]} 时可用 {_vector(free)}，不够它还需的 {_vector(state.needs[failing])}"
        wrong.append(Wrong(_order_text(state, order), why or reason))
    if totals:
        total = shown_state.free
        for has in shown_state.held:
            total = plus(total, has)
        opening = (
            f"系统有 {_letters(state)} 类资源，总数分别为 {_vector(total)}，某时刻各进程的情况如下。\n\n{_matrix(shown_state)}\n\n"
            f"此时 {state.names[requester]} 请求 {_vector(request)}，系统按银行家算法满足了它。满足之后，下列序列中的安全序列是"
        )
    else:
        opening = (
            f"系统有 {_letters(state)} 类资源，某时刻可用资源为 {_vector(state.free)}，各进程的情况如下。\n\n{_matrix(state)}\n\n"
            "按银行家算法，下列序列中的安全序列是"
        )
    return Generated(
        point=POINT,
        stem=opening,
        right=_order_text(state, right),
        wrong=wrong,
        steps=paragraphs(
            f"{'分配后，' if totals else ''}可用资源为 {_vector(state.free)}，尚需资源（最大需求 − 已分配）：{_needs_text(state)}。",
            _turns(state, right),
            f"安全序列是 {_order_text(state, right)}",
        ),
        parameters=_parameters("sequence-after-request" if totals else "sequence", state),
        drawing=_drawing(state, right),
    )


def _needs_text(state: State) -> str:
    return "，".join(f"{name} {_vector(need)}" for name, need in zip(state.names, state.needs, strict=True))


def _turns(state: State, order: Sequence[int]) -> str:
    runs, _ = follow(state, order)
    return numbered(f"{run.name}：{_vector(run.need)} ≤ {_vector(run.before)}，完成后可用 {_vector(run.after)}" for run in runs)


def _request(chance: Chance, state: State) -> Generated | None:
    """Which of four requests can be granted."""
    found: dict[str, list[tuple[int, Vector]]] = {"ok": [], "need": [], "free": [], "unsafe": []}
    for number in range(len(state.names)):
        for _ in range(6):
            request = tuple(chance.below(free + 2) for free in state.free)
            if sum(request) and all(request != other for _, other in found["ok"]):
                found[verdict(state, number, request)].append((number, request))
    if first_safe(state) is None or not found["ok"] or len(found["unsafe"]) < 1 or not (found["need"] and found["free"]):
        return None
    reasons = {"need": "超过了它尚需的资源", "free": "超过了系统可用的资源", "unsafe": "分配后找不到安全序列"}

    def text(item: tuple[int, Vector]) -> str:
        return f"{state.names[item[0]]} 请求 {_vector(item[1])}"

    right = chance.choice(found["ok"])
    second = [(found["unsafe"][1], "unsafe")] if len(found["unsafe"]) > 1 else []
    kept = [(found["unsafe"][0], "unsafe"), *chance.sample([*second, (found["need"][0], "need"), (found["free"][0], "free")], 2)]
    wrong = [Wrong(text(item), reasons[why]) for item, why in kept]
    after = granted(state, *right)
    order = first_safe(after)
    if order is None:
        return None
    lines = []
    for item, why in kept:
        if why == "unsafe":
            trial = granted(state, *item)
            free = trial.free
            remaining = list(range(len(state.names)))
            while ready := [number for number in remaining if fits(trial.needs[number], free)]:
                remaining.remove(ready[0])
                free = plus(free, trial.held[ready[0]])
            stuck = [state.names[number] for number in remaining]
            lines.append(f"- {text(item)}：分配后可用 {_vector(trial.free)}，{'、'.join(stuck)} 最终都得不到满足，不安全")
        else:
            bound = f"尚需 {_vector(state.needs[item[0]])}" if why == "need" else f"可用 {_vector(state.free)}"
            lines.append(f"- {text(item)}：超过{bound}")
    return Generated(
        point=POINT,
        stem=(
            f"系统有 {_letters(state)} 类资源，某时刻可用资源为 {_vector(state.free)}，各进程的情况如下。\n\n{_matrix(state)}\n\n"
            "系统采用银行家算法，下列请求都在此状态下单独提出，其中可以立即满足的是"
        ),
        right=text(right),
        wrong=wrong,
        steps=paragraphs(
            f"尚需资源：{_needs_text(state)}。",
            "\n".join(lines),
            f"{text(right)}：不超过尚需和可用，试分配后可用 {_vector(after.free)}，有安全序列 {_order_text(after, order)}。",
            f"可以立即满足的是 {text(right)}",
        ),
        parameters=_parameters("request", state) | {"request": [right[0], list(right[1])]},
        drawing=_drawing(after, order),
    )


def _single(chance: Chance) -> Generated | None:
    """One type of resource: the most that a process can get at once."""
    count = chance.between(3, 5)
    held = [chance.between(1, 5) for _ in range(count)]
    needs = [chance.between(1, 8) for _ in range(count)]
    free = chance.between(2, 9)
    number = chance.below(count)
    names = tuple(f"P{i}" for i in range(1, count + 1))
    state = State(names, tuple((has + need,) for has, need in zip(held, needs, strict=True)), tuple((has,) for has in held), (free,))
    if first_safe(state) is None:
        return None
    possible = [amount for amount in range(1, min(free, needs[number]) + 1) if verdict(state, number, (amount,)) == "ok"]
    right = max(possible, default=0)
    if right < 1 or right == min(free, needs[number]):
        return None
    wrong = [
        (free, "把可用的资源全部分给了它"),
        (needs[number], "只看它尚需多少"),
        (min(free, needs[number]), "只比较了尚需和可用，没有检查安全性"),
        (right + 1, "试分配后已不安全"),
        (right - 1, "还可以再多分 1 个"),
        (free - min(need for i, need in enumerate(needs) if i != number), "只为需求最小的进程留下资源"),
        (right + 2, "试分配后已不安全，多分了 2 个"),
        (right - 2, "还可以再多分 2 个"),
        (0, "以为此时任何申请都不能满足"),
    ]
    after = granted(state, number, (right,))
    more = granted(state, number, (right + 1,))
    order = first_safe(after)
    if order is None:
        return None
    needs_after = "，".join(f"{name} {need[0]}" for name, need in zip(names, more.needs, strict=True))
    return Generated(
        point=POINT,
        stem=(
            f"系统有同类资源 {free + sum(held)} 个，{count} 个进程的最大需求依次为 {listed([h + n for h, n in zip(held, needs, strict=True)], '、')}，"
            f"当前依次已占有 {listed(held, '、')} 个。采用银行家算法，此时 {names[number]} 一次申请，系统最多能立即分给它"
        ),
        right=f"{right} 个",
        wrong=[Wrong(f"{value} 个", why) for value, why in wrong if value >= 0],
        steps=paragraphs(
            f"可用 {free + sum(held)} − {sum(held)} = {free} 个，尚需：{'，'.join(f'{name} {need}' for name, need in zip(names, needs, strict=True))}。",
            f"分给 {right} 个：可用 {free - right}，有安全序列 {_order_text(after, order)}。",
            f"分给 {right + 1} 个：可用 {free - right - 1}，尚需变为 {needs_after}，找不到安全序列。",
            f"所以最多 {right} 个",
        ),
        parameters={"task": "most", "held": held, "needs": needs, "free": free, "process": number},
    )


def _parameters(task: str, state: State) -> dict[str, object]:
    return {
        "task": task,
        "greatest": [list(row) for row in state.greatest],
        "held": [list(row) for row in state.held],
        "free": list(state.free),
    }


def _drawing(state: State, order: Sequence[int]) -> Drawing:
    runs, _ = follow(state, order)
    rows = (
        Row("可用", tuple(Cell(listed(run.before, " ")) for run in runs)),
        Row("尚需", tuple(Cell(listed(run.need, " "), "new") for run in runs)),
        Row("归还后", tuple(Cell(listed(run.after, " "), "good") for run in runs)),
    )
    return Grid(
        title="安全序列",
        note="每一步：尚需不超过可用，完成后归还全部已分配的资源",
        corner="次序",
        columns=tuple(run.name for run in runs),
        rows=rows,
    )


# --- solver ------------------------------------------------------------------------------------------------------------------------


_REFUSED = ("不能", "不能满足", "不可以", "不能分配", "不可以分配", "否", "不允许", "不能，系统将进入不安全状态")


def _stated(state: str) -> tuple[str, ...]:
    return (state, f"{state}状态", f"处于{state}状态", f"系统{state}", f"系统处于{state}状态", f"是{state}的")


def _solve(parameters: Parameters) -> Solution:
    if "trial" in parameters:
        return _solve_trial(parameters)
    state = State(
        tuple(parameters["names"]),
        tuple(tuple(row) for row in parameters["greatest"]),
        tuple(tuple(row) for row in parameters["held"]),
        tuple(parameters["free"]),
    )
    asked = list(parameters["asked"])
    if not state.names:
        return Solution(answer=_vector(state.free), steps=f"可用资源（总数 − 各进程已分配之和）：{_vector(state.free)}。")
    steps = [f"尚需资源（最大需求 − 已分配）：{_needs_text(state)}。"]
    if asked == ["least"]:
        return _solve_least(state, steps[0])
    if asked in (["which-request"], ["statement"], ["not-a-sequence"]):
        return _solve_choice(state, asked[0], steps)
    requests = [(int(number), tuple(wanted)) for number, wanted in parameters.get("requests", ())]
    said: list[str] = []
    also: tuple[str, ...] = ()
    drawing = None
    conventions: list[str] = []
    orders = list(safe_orders(state))
    for task in asked:
        if task == "free":
            said.append(f"Available = {_vector(state.free)}")
            steps.append(f"可用资源（总数 − 各进程已分配之和）：{_vector(state.free)}。")
        elif task == "need":
            said.append(f"Need：{_needs_text(state)}")
        elif task in ("safe", "deadlock"):
            said.append(_verdict_text(state, task, steps))
            also = _stated("安全" if orders else "不安全") + tuple(_sequences(state, orders)) if task == "safe" else ()
            if orders:
                drawing = drawing or _drawing(state, orders[0])
                conventions.append(
                    f"安全序列共有 {len(orders)} 个，这里每次取最靠前的可完成的进程" if len(orders) > 1 else "安全序列只有这一个"
                )
        elif task == "all":
            said.append("；".join(_order_text(state, order) for order in orders) if orders else "没有安全序列，系统不安全")
            if len(orders) > 12:
                stay_out("too many sequences to list")
        elif task.startswith("most:"):
            said.append(_most(state, task.removeprefix("most:"), steps))
        elif task == "count":
            said.append(
                f"共 {len(orders)} 个安全序列"
                + (f"（{'；'.join(_order_text(state, order) for order in orders)}）" if 0 < len(orders) <= 6 else "")
            )
            also = (str(len(orders)), f"{len(orders)} 个", f"{len(orders)} 种")
            steps.append(f"逐个尝试各种次序，安全序列有 {len(orders)} 个。")
        elif task == "first":
            ready = [name for name, need in zip(state.names, state.needs, strict=True) if fits(need, state.free)]
            if len(ready) != 1:
                stay_out("not one that can finish first")
            said.append(f"第一个能完成的是 {ready[0]}")
        elif task == "stuck":
            stuck = _stuck(state)
            said.append(f"{'、'.join(stuck)} 可能无法完成" if stuck else "都能完成")
        elif task == "grant":
            alone = len(asked) == 1 and len(requests) == 1
            for text, more in _granting(state, requests, parameters.get("in_turn"), steps):
                said.append(text)
                also = more if alone else ()
        else:
            stay_out(f"unknown {task}")
    if requests and also == () and len(asked) == 1 and len(requests) == 1:
        also = _REFUSED
    return Solution(
        answer="；".join(said),
        also=also if len(said) == 1 else (),
        steps=paragraphs(*steps),
        conventions=tuple(dict.fromkeys(conventions)),
        drawing=drawing,
    )


def _sequences(state: State, orders: Sequence[Sequence[int]]) -> list[str]:
    return [listed((state.names[number] for number in one), separator) for one in orders for separator in ("", ",", "、", "→", "->")]


def _stuck(state: State) -> list[str]:
    """Those that never get what they need, the others finished."""
    free, remaining = state.free, list(range(len(state.names)))
    while ready := [number for number in remaining if fits(state.needs[number], free)]:
        remaining.remove(ready[0])
        free = plus(free, state.held[ready[0]])
    return [state.names[number] for number in remaining]


def _verdict_text(state: State, task: str, steps: list[str]) -> str:
    order = first_safe(state)
    safe, unsafe = ("没有死锁，推进序列如", "有死锁") if task == "deadlock" else ("安全，安全序列如", "不安全")
    if order is None:
        stuck = _stuck(state)
        finished = [name for name in state.names if name not in stuck]
        done = f"{'、'.join(finished)} 可以完成，此后" if finished else ""
        steps.append(f"{done}{'、'.join(stuck)} 都得不到满足，{'处于死锁' if task == 'deadlock' else '找不到安全序列'}。")
        return unsafe
    steps.append(_turns(state, order))
    return f"{safe} {_order_text(state, order)}"


def _granting(
    state: State, requests: Sequence[tuple[int, Vector]], in_turn: bool | None, steps: list[str]
) -> list[tuple[str, tuple[str, ...]]]:
    """The verdict on each request, with other wordings; `in_turn`: each after the granted ones before it, None: not said."""
    if first_safe(state) is None:
        stay_out("a request in an unsafe state")
    answers: list[tuple[str, tuple[str, ...]]] = []
    now = state
    for number, wanted in requests:
        name = state.names[number]
        before = now if in_turn else state
        why = verdict(before, number, wanted)
        if in_turn is None and why != verdict(now, number, wanted):
            stay_out("requests of which it is not said whether they come one after the other")
        if why == "ok":
            after = granted(before, number, wanted)
            order = first_safe(after)
            assert order is not None
            steps.append(
                f"{name} 请求 {_vector(wanted)}：不超过它的尚需和可用。试分配后可用 {_vector(after.free)}，尚需：{_needs_text(after)}。"
            )
            steps.append(_turns(after, order))
            text = f"能满足，安全序列如 {_order_text(after, order)}"
            answers.append(
                (text, (*_sequences(after, list(safe_orders(after))), "能", "可以", "能满足", "可以满足", "能分配", "可以分配", "允许"))
            )
            now = granted(now, number, wanted) if verdict(now, number, wanted) == "ok" else now
            continue
        if why == "need":
            reason = f"超过它尚需的 {_vector(before.needs[number])}，请求出错"
        elif why == "free":
            reason = f"超过可用的 {_vector(before.free)}，{name} 必须等待"
        else:
            after = granted(before, number, wanted)
            reason = f"试分配后可用 {_vector(after.free)}，{'、'.join(_stuck(after))} 都得不到满足，找不到安全序列，不能分配"
        steps.append(f"{name} 请求 {_vector(wanted)}：{reason}。")
        answers.append(("不能满足（会进入不安全状态）" if why == "unsafe" else "不能满足", _REFUSED))
    if len(answers) > 1:
        return [(f"{state.names[number]} {text}", also) for (number, _), (text, also) in zip(requests, answers, strict=True)]
    return answers


def _most(state: State, name: str, steps: list[str]) -> str:
    """The most units of one type that a process can get at once."""
    if name not in state.names or len(state.free) != 1 or first_safe(state) is None:
        stay_out("not one type, or nobody of that name")
    number = state.names.index(name)
    most = max(amount for amount in range(state.free[0] + 1) if not amount or verdict(state, number, (amount,)) == "ok")
    steps.append(f"给 {name} {most} 个后仍有安全序列，再多 1 个就超过尚需、可用，或找不到安全序列。")
    return f"{name} 最多 {most} 个"


def _solve_choice(state: State, task: str, steps: list[str]) -> Solution:
    """Which request can be granted, or which statement about the state is right."""

    def grants(option: str) -> bool:
        match = re.fullmatch(
            r"(?:进程)?\s*([A-Z]\d?|[甲乙丙丁])\s*(?:的)?(?:申请|请求|要)\s*\(?\s*(\d+(?:\s*[,、 ]\s*\d+)*)\s*\)?\s*(?:个|台|单位)?(?:资源)?",
            option.strip(),
        )
        if match is None or match[1] not in state.names:
            stay_out(f"no request: {option}")
        wanted = tuple(int(number) for number in re.findall(r"\d+", match[2]))
        if len(wanted) != len(state.free):
            stay_out(f"no request: {option}")
        return verdict(state, state.names.index(match[1]), wanted) == "ok"

    def holds(option: str) -> bool:
        if "不安全" in option:
            return first_safe(state) is None
        names = re.findall("|".join(sorted(map(re.escape, state.names), key=len, reverse=True)), option)
        if "安全" not in option or sorted(names) != sorted(state.names):
            stay_out(f"no statement: {option}")
        return follow(state, [state.names.index(name) for name in names])[1] is None

    order = first_safe(state)
    steps.append("找不到安全序列，系统不安全。" if order is None else _turns(state, order))
    return Solution(
        answer="",
        fits={"which-request": grants, "statement": holds, "not-a-sequence": lambda option: not holds("安全" + option)}[task],
        steps=paragraphs(*steps),
    )


def _solve_trial(parameters: Parameters) -> Solution:
    """One request against the need of its process and what is free."""
    need, free, request = (tuple(parameters["trial"][name]) for name in ("need", "free", "request"))
    steps = [f"Request {_vector(request)}，Need {_vector(need)}，Available {_vector(free)}。"]
    if parameters["asked"] == ["verdict"]:
        kind = "出错" if not fits(request, need) else "等待" if not fits(request, free) else "试分配"
        words = {
            "出错": ("出错|错误|最大需求", "Request 超过 Need，请求出错。"),
            "等待": ("等待|阻塞", "Request 不超过 Need，但超过 Available，进程等待。"),
            "试分配": ("试", "Request 不超过 Need 和 Available，试分配后做安全性检查。"),
        }
        steps.append(words[kind][1])
        return Solution(answer="", fits=lambda option: bool(re.search(words[kind][0], option)), steps=paragraphs(*steps))
    if not fits(request, need) or not fits(request, free):
        stay_out("a request that is not tried")
    values = {"free": ("剩余", minus(free, request)), "need": ("Need", minus(need, request))}
    steps += [f"试分配后 {values[task][0]} = {_vector(values[task][1])}。" for task in parameters["asked"]]
    return Solution(
        answer="；".join(f"{values[task][0]} {_vector(values[task][1])}" for task in parameters["asked"]), steps=paragraphs(*steps)
    )


def _solve_least(state: State, working: str) -> Solution:
    """The fewest free resources of one type with which the state is safe."""
    free = 0
    while (order := first_safe(replace(state, free=(free,)))) is None:
        free += 1
    safe = replace(state, free=(free,))
    return Solution(
        answer=f"{free} 个",
        steps=paragraphs(
            working, f"可用 {free - 1} 个时找不到安全序列，{free} 个时有：" if free else "可用 0 个时就有：", _turns(safe, order)
        ),
        drawing=_drawing(safe, order),
    )


KIND = Kind(
    name="banker",
    title="银行家算法",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"银行家|(?<![A-Za-z])Max\s*\d|剩下|还剩|批不批|最大\d|拿着|贷|借|最多(?:分别)?(?:要|需)|磁带机|打印机|安全|占有|Need|最大需求|已分配|Allocation|Available|可用|剩余",
        recognise=first_reading(recognise, recognise_trial),
        solve=_solve,
    ),
)
