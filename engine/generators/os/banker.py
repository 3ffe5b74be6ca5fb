"""The banker's algorithm: safe sequences, and whether a request can be granted.

After Silberschatz, Operating System Concepts (deadlock avoidance): a state is safe if the processes can be ordered so that each one's
remaining need is met by what is free and what its predecessors give back. A request is granted if it exceeds neither the
process's need nor what is free, and leaves a safe state.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from engine.generators.alternatives import first_reading
from engine.generators.chance import Chance
from engine.generators.kind import Generated, Kind, Solver, Wrong
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.os._banker.reading import recognise
from engine.generators.os._banker.safety import (
    State,
    Vector,
    drawing_of,
    first_safe,
    fits,
    follow,
    granted,
    needs_text,
    order_text,
    plus,
    safe_orders,
    turns_text,
    vector_of,
    verdict,
)
from engine.generators.os._banker.solving import solve
from engine.generators.os._banker.trial_reading import recognise_trial

POINT = "os.process.deadlock-banker"


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


def _letters(state: State) -> str:
    return "、".join("ABCDE"[: len(state.free)])


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
        reason = f"轮到 {state.names[failing]} 时可用 {vector_of(free)}，不够它还需的 {vector_of(state.needs[failing])}"
        wrong.append(Wrong(order_text(state, order), why or reason))
    if totals:
        total = shown_state.free
        for has in shown_state.held:
            total = plus(total, has)
        opening = (
            f"系统有 {_letters(state)} 类资源，总数分别为 {vector_of(total)}，某时刻各进程的情况如下。\n\n{_matrix(shown_state)}\n\n"
            f"此时 {state.names[requester]} 请求 {vector_of(request)}，系统按银行家算法满足了它。满足之后，下列序列中的安全序列是"
        )
    else:
        opening = (
            f"系统有 {_letters(state)} 类资源，某时刻可用资源为 {vector_of(state.free)}，各进程的情况如下。\n\n{_matrix(state)}\n\n"
            "按银行家算法，下列序列中的安全序列是"
        )
    return Generated(
        point=POINT,
        stem=opening,
        right=order_text(state, right),
        wrong=wrong,
        steps=paragraphs(
            f"{'分配后，' if totals else ''}可用资源为 {vector_of(state.free)}，尚需资源（最大需求 − 已分配）：{needs_text(state)}。",
            turns_text(state, right),
            f"安全序列是 {order_text(state, right)}",
        ),
        parameters=_parameters("sequence-after-request" if totals else "sequence", state),
        drawing=drawing_of(state, right),
    )


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
        return f"{state.names[item[0]]} 请求 {vector_of(item[1])}"

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
            lines.append(f"- {text(item)}：分配后可用 {vector_of(trial.free)}，{'、'.join(stuck)} 最终都得不到满足，不安全")
        else:
            bound = f"尚需 {vector_of(state.needs[item[0]])}" if why == "need" else f"可用 {vector_of(state.free)}"
            lines.append(f"- {text(item)}：超过{bound}")
    return Generated(
        point=POINT,
        stem=(
            f"系统有 {_letters(state)} 类资源，某时刻可用资源为 {vector_of(state.free)}，各进程的情况如下。\n\n{_matrix(state)}\n\n"
            "系统采用银行家算法，下列请求都在此状态下单独提出，其中可以立即满足的是"
        ),
        right=text(right),
        wrong=wrong,
        steps=paragraphs(
            f"尚需资源：{needs_text(state)}。",
            "\n".join(lines),
            f"{text(right)}：不超过尚需和可用，试分配后可用 {vector_of(after.free)}，有安全序列 {order_text(after, order)}。",
            f"可以立即满足的是 {text(right)}",
        ),
        parameters=_parameters("request", state) | {"request": [right[0], list(right[1])]},
        drawing=drawing_of(after, order),
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
            f"分给 {right} 个：可用 {free - right}，有安全序列 {order_text(after, order)}。",
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


KIND = Kind(
    name="banker",
    title="银行家算法",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"银行家|(?<![A-Za-z])Max\s*\d|剩下|还剩|批不批|最大\d|拿着|贷|借|最多(?:分别)?(?:要|需)|磁带机|打印机|安全|占有|Need|最大需求|已分配|Allocation|Available|可用|剩余",
        recognise=first_reading(recognise, recognise_trial, solve=solve),
        solve=solve,
    ),
)
