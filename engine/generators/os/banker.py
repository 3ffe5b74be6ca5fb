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
from engine.generators.chance import Chance
from engine.generators.kind import Generated, Kind, Parameters, Recognition, Solution, Solver, Wrong
from engine.generators.markdown import listed, numbered, paragraphs, table
from engine.generators.reading import INTEGER, Reading, Table, stay_out, to_int

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

_VECTOR = r"\(?\s*(?P<value>\d+(?:\s*[,、 ]\s*\d+){0,5})\s*\)?"


def _vector_of(text: str) -> Vector:
    return tuple(int(part) for part in re.findall(r"\d+", text))


def _tabled(read: Table) -> tuple[dict[str, tuple[str, ...]], tuple[str, ...], dict[str, list[Vector]]]:
    """The columns as written, the processes' names, and the matrices, of a table."""
    columns = read.by_heading(
        (
            (r"(?:进程|作业)(?:名|号|编号)?", "name"),
            (r"(?:最大(?:资源)?需求(?:量|矩阵)?|MAX|Max|最大需求矩阵)(?:\(.*\))?", "greatest"),
            (
                r"(?:已分配(?:的)?(?:资源)?(?:量|数|矩阵)?|已占有(?:资源)?(?:量|数)?|ALLOCATION|已分配资源数量|当前已分配(?:资源)?)(?:\(.*\))?",
                "held",
            ),
            (
                r"(?:尚需(?:的)?(?:资源)?(?:量|数)?|还需(?:要)?(?:的)?(?:资源)?(?:量|数)?|NEED|需求(?:量|矩阵)?|仍需(?:资源)?(?:量|数)?)(?:\(.*\))?",
                "need",
            ),
            (r"(?:可用(?:资源)?(?:量|数)?|AVAILABLE|剩余(?:资源)?)(?:\(.*\))?", "free"),
        )
    )
    if "name" not in columns or len({"greatest", "held", "need"} & columns.keys()) < 2:
        stay_out("a table without what is needed")
    names = tuple(columns["name"])
    matrices: dict[str, list[Vector]] = {
        name: [_vector_of(cell) for cell in columns[name]] for name in ("greatest", "held", "need") if name in columns
    }
    if any(not re.fullmatch(r"\(?\s*\d+(?:\s*[, 、]\s*\d+)*\s*\)?|\d+", cell) for name in matrices for cell in columns[name]):
        stay_out("a cell that is not a vector")
    # Without separators (753) every digit is one type; that is only so where all rows look alike.
    if all(len(vector) == 1 for rows in matrices.values() for vector in rows):
        widths = {len(cell.strip("() ")) for name in matrices for cell in columns[name]}
        if len(widths) == 1 and widths != {1}:
            matrices = {name: [tuple(map(int, cell.strip("() "))) for cell in columns[name]] for name in matrices}
    return columns, names, matrices


_NAME = r"(?<![A-Za-z])[A-Z]\d{0,2}"
_NAMES = rf"{_NAME}(?:\s*[,、和]\s*{_NAME})+"
_UNIT = r"(?:个|台|件|套)"
_LABELS = {
    "greatest": r"(?:对?(?:该|此|这)?(?:类|种)?(?:资源)?的?)?(?:最大(?:的)?(?:资源)?(?:需求|需要|要求)(?:量|数|矩阵|向量)?|(?:总共|一共|最多|至多)(?:分别)?(?:需要?|要)|总需求量?|Max(?:矩阵)?)",
    "held": r"(?:现在|目前|当前|此时|现)?(?:系统)?已(?:经)?(?:分别|各自?|依次)*(?:分配|占有?用?|获得|得到|拿到|拥有|持有|分到|分给)(?:了|到|的|给它们)*(?:资源)?(?:数|量|矩阵)?|Allocation(?:矩阵)?|(?:现在|目前|当前|此时|现)(?:分别|各自?)*(?:占有|持有|占用|拥有)(?:了)?",
    "need": r"(?:尚|还|仍)(?:分别|各自?)*需要?(?:的)?(?:资源)?(?:数|量|矩阵)?|Need(?:矩阵)?",
}
_IS = r"(?:分别|依次|各|为|是|有|=|:)*\s*"


def _told(reading: Reading) -> tuple[tuple[str, ...], dict[str, list[Vector]]] | None:
    """The processes' names and the matrices of a text without a table; None where it does not say them.

    `Max: P1(0,0,4), P2(1,7,5)`; for one type of resource also `P1、P2、P3最大需求10、4、9`; or process by process.
    """
    bracketed = r"\(\s*\d+(?:\s*[,、 ]\s*\d+){0,5}\s*\)"
    row = rf"(?:进程)?{_NAME}(?:\s*(?:为|是|=|:)?\s*{bracketed}|\s*(?:为|是|=|:)\s*\d+(?:\s*[, ]\s*\d+)*){_UNIT}?"
    numbers = rf"\d+\s*{_UNIT}?(?:\s*(?:,|、|和)\s*\d+\s*{_UNIT}?)+"
    names: tuple[str, ...] | None = None
    matrices: dict[str, list[Vector]] = {}
    for key, label in _LABELS.items():
        heard: tuple[str, ...] | None = None
        if block := reading.take(rf"(?:{label}){_IS}(?P<rows>{row}(?:\s*[,、;]?\s*{row})+)"):
            pairs = [
                re.match(rf"({_NAME})(.*)", part, re.IGNORECASE | re.DOTALL)
                for part in re.findall(row, block["rows"].replace("进程", ""), re.IGNORECASE)
            ]
            heard = tuple(pair[1].upper() for pair in pairs if pair)
            matrices[key] = [_vector_of(pair[2]) for pair in pairs if pair]
        elif block := reading.take(
            rf"(?:(?P<names>{_NAMES})(?:这)?(?:[两二三四五六2-6]个)?(?:进程)?(?:的|各自的?)?)?(?:{label}){_IS}(?P<values>{numbers})(?!\s*[,、]?\s*\d)"
        ):
            heard = tuple(re.findall(_NAME, block["names"].upper())) if block["names"] else None
            matrices[key] = [(int(number),) for number in re.findall(r"\d+", block["values"])]
        if heard is not None and names is not None and heard != names:
            stay_out("different processes")
        names = heard or names
    if not matrices:
        vector = rf"(?:{bracketed}|\d+)"
        for first, second in (("greatest", "held"), ("held", "greatest"), ("held", "need"), ("need", "held")):
            found = reading.take_all(
                rf"(?:进程)?(?P<name>{_NAME})(?:进程)?(?:的)?(?:{_LABELS[first]}){_IS}(?P<first>{vector}){_UNIT}?(?:资源)?,?(?:{_LABELS[second]}){_IS}(?P<second>{vector}){_UNIT}?(?:资源)?"
            )
            if found:
                names = tuple(match["name"].upper() for match in found)
                matrices = {
                    first: [_vector_of(match["first"]) for match in found],
                    second: [_vector_of(match["second"]) for match in found],
                }
                break
    if not matrices:
        return None
    count = len(next(iter(matrices.values())))
    if names is None and (listed_names := reading.take(rf"(?:进程|作业)?{_NAMES}")):
        names = tuple(re.findall(_NAME, listed_names[0].upper()))
    names = names or tuple(f"P{number + 1}" for number in range(count))
    if len(set(names)) != len(names) or any(len(rows) != len(names) for rows in matrices.values()):
        stay_out("rows that do not belong to the processes")
    return names, matrices


def _recognise(text: str) -> Recognition | None:
    reading = Reading(text)
    reading.refuse(r"死锁检测|化简|资源分配图|剥夺|撤销")
    reading.refuse(r"安全序列(?:的|有|共|共有)*(?:个数|数目|数量|多少|几)|(?:多少|几)[个种]安全序列")
    read = reading.take_table()
    if read is None:
        told = _told(reading)
        if told is None:
            return None
        names, matrices = told
        columns: dict[str, tuple[str, ...]] = {}
    else:
        columns, names, matrices = _tabled(read)
    if len({"greatest", "held", "need"} & matrices.keys()) < 2:
        return None
    free = reading.take_one(
        (
            rf"(?:系统)?(?:当前|此时|现在|目前)?(?:的)?(?:可用|剩余|可利用|空闲)(?:的)?(?:各类)?(?:资源)?(?:向量|数目|数量|数|量)?(?:AVAILABLE)?(?:分别)?(?:为|是|=|:|有)*\s*{_VECTOR}\s*{_UNIT}?",
            rf"AVAILABLE(?:向量)?(?:为|是|=|:)*\s*{_VECTOR}",
            rf"(?:系统)?(?:现在|目前|当前|此时)?(?:还|只)?(?:剩下?|余下?)(?:的)?(?:资源)?(?:为|有|了)*\s*{_VECTOR}{_UNIT}?(?:资源)?",
        ),
        _vector_of,
    )
    kind = r"(?:某类|同类|该类|某种|一类|同一类|这类|各类|单类|单一)?(?:的)?(?:资源|磁带机|打印机|设备)"
    total = reading.take_one(
        (
            rf"{kind}(?:的)?(?:总数|总量|总共|一共|共)(?:向量)?(?:分别)?(?:有|为|是|=|:)*\s*{_VECTOR}\s*{_UNIT}?",
            rf"(?:总共|一共|共|具|拥)有?\s*(?P<value>\d+)\s*{_UNIT}\s*{kind}",
            rf"(?<!需)(?<!已)(?:系统)?(?:中|内)?(?:具|拥|共)?有\s*(?P<value>\d+)\s*{_UNIT}\s*{kind}",
            rf"(?:具|拥|共)?有{kind}\s*(?P<value>\d+)\s*{_UNIT}",
            rf"(?<![\ue000\d]){kind}\s*(?P<value>\d+)\s*{_UNIT}",
        ),
        _vector_of,
    )
    processes = reading.take_one(rf"(?P<value>{INTEGER})\s*个(?:并发)?(?:的)?进程", to_int)
    kinds = reading.take_one(rf"(?P<value>{INTEGER})\s*(?:类|种)(?:不同)?(?:的)?(?:互斥)?资源", to_int)
    if free is None and "free" in columns:
        given = [cell for cell in columns["free"] if cell.strip()]
        free = _vector_of(given[0]) if len(given) == 1 else None
    if total is not None and "held" in matrices:
        if any(len(row) != len(total) for row in matrices["held"]):
            return None
        left = total
        for row in matrices["held"]:
            left = minus(left, row)
        if min(left) < 0 or free not in (None, left):
            return None
        free = left
    request = reading.take(
        rf"(?:若|如果|假设|假如|当|此时|现在|这时)*(?:进程)?(?P<name>[A-Za-z]\d?)(?:再|又|此时|现在)*(?:提出|发出)?(?:资源)?(?:请求|申请)(?:资源)?(?:向量)?(?:(?:REQUEST)\d?)?(?:了)?(?:为|是|=|:)*\s*{_VECTOR}{_UNIT}?(?:资源)?(?:的请求)?"
    )
    if reading.has(r"请求|申请"):
        reading.take_all(r"(?:该|这个|此)?(?:资源)?(?:请求|申请)")
    asked = reading.take_words(
        (
            (
                r"(?:此时|当前|现在|这时)?(?:系统)?(?:是)?(?:处于)?安全(?:状态)?还是不安全(?:状态)?|安全的话,?(?:给出|写出|求)?(?:一个)?(?:安全)?序列(?:是|为)?(?:啥|什么|多少|怎样)?|安全(?:状态)?吗|安全性(?!算法|检查|检测)(?:如何)?|"
                r"(?:请?判断)?(?:该|此|这个)?(?:系统)?(?:此时|当前|这时)?(?:的)?(?:状态)?(?:是否|是不是)(?:处于)?安全(?:状态)?(?:的)?|(?:是|处于)?安全(?:状态)?吗|(?:求|给出|写出|找出)?(?:一个)?安全序列",
                "safe",
            ),
            (
                r"(?:系统)?(?:能否|是否(?:能|可以)?|可否|能不能|可不可以)(?:立即)?(?:将资源)?(?:满足|分配|实施分配|同意|得到满足)(?:给它|它|资源)?(?:的)?(?:请求)?|能(?:立即)?(?:满足|分配|得到满足)(?:给它|它)?(?:的请求)?吗",
                "grant",
            ),
        )
    )
    reading.finish(
        "系统 银行家 算法 银行家算法 资源 A B C D 类 类资源 进程 时刻 T0 某时刻 状态 分配 情况 资源分配 表 如表 向量 此状态 该状态 当前 采用 各进程 各 三类 四类 两类 三种 四种 资源 数量 资源情况 安全性 检查 "
        "分析 该时刻 T0时刻 安全状态 避免 死锁 个 进程P 如果有 有 序列 竞争 共享 使用 同类 某类"
    )
    if not asked or free is None or ("grant" in asked) != (request is not None):
        return None
    held = matrices.get("held")
    greatest, need = matrices.get("greatest"), matrices.get("need")
    if held is None:
        return None
    if greatest is None and need is not None:
        greatest = [plus(one, other) if len(one) == len(other) else () for one, other in zip(held, need, strict=True)]
    assert greatest is not None
    types = len(free)
    if processes not in (None, len(names)) or kinds not in (None, types):
        return None
    if any(len(vector) != types for vector in (*held, *greatest, *(need or ()))) or not 2 <= len(names) <= 7:
        return None
    if any(not fits(has, most) for has, most in zip(held, greatest, strict=True)):
        return None
    if need is not None and any(minus(most, has) != left for most, has, left in zip(greatest, held, need, strict=True)):
        return None
    parameters: dict[str, object] = {
        "names": list(names),
        "greatest": [list(row) for row in greatest],
        "held": [list(row) for row in held],
        "free": list(free),
    }
    understood = [
        ("可用", _vector(free)),
        (
            "各进程（最大/已分配）",
            "；".join(f"{name} {_vector(most)}/{_vector(has)}" for name, most, has in zip(names, greatest, held, strict=True)),
        ),
    ]
    if request is not None:
        wanted = _vector_of(request["value"])
        upper = [name.upper() for name in names]
        if request["name"].upper() not in upper or len(wanted) != types:
            return None
        number = upper.index(request["name"].upper())
        parameters["request"] = [number, list(wanted)]
        understood.append(("请求", f"{names[number]} {_vector(wanted)}"))
    return Recognition(parameters=parameters, understood=tuple(understood))


def _stated(state: str) -> tuple[str, ...]:
    return (state, f"{state}状态", f"处于{state}状态", f"系统{state}", f"系统处于{state}状态", f"是{state}的")


def _solve(parameters: Parameters) -> Solution:
    state = State(
        tuple(parameters["names"]),
        tuple(tuple(row) for row in parameters["greatest"]),
        tuple(tuple(row) for row in parameters["held"]),
        tuple(parameters["free"]),
    )
    steps = [f"尚需资源（最大需求 − 已分配）：{_needs_text(state)}。"]
    if "request" in parameters:
        number, wanted = int(parameters["request"][0]), tuple(parameters["request"][1])
        if first_safe(state) is None:
            stay_out("a request in an unsafe state")
        why = verdict(state, number, wanted)
        name = state.names[number]
        if why == "need":
            return Solution(
                answer="不能满足",
                steps=paragraphs(*steps, f"{name} 请求 {_vector(wanted)}，超过它尚需的 {_vector(state.needs[number])}，请求出错。"),
            )
        if why == "free":
            return Solution(
                answer="不能满足",
                steps=paragraphs(*steps, f"{name} 请求 {_vector(wanted)}，超过可用的 {_vector(state.free)}，{name} 必须等待。"),
            )
        state = granted(state, number, wanted)
        steps.append(f"{_vector(wanted)} 不超过 {name} 的尚需和可用。试分配后可用 {_vector(state.free)}，尚需：{_needs_text(state)}。")
    order = first_safe(state)
    if order is None:
        free, finished = state.free, []
        remaining = list(range(len(state.names)))
        while ready := [number for number in remaining if fits(state.needs[number], free)]:
            remaining.remove(ready[0])
            finished.append(state.names[ready[0]])
            free = plus(free, state.held[ready[0]])
        done = f"{'、'.join(finished)} 可以完成，" if finished else ""
        steps.append(
            f"{done}之后可用 {_vector(free)}，{'、'.join(state.names[number] for number in remaining)} 都得不到满足，找不到安全序列。"
        )
        if "request" in parameters:
            return Solution(answer="不能满足（会进入不安全状态）", steps=paragraphs(*steps))
        return Solution(answer="不安全", also=_stated("不安全"), steps=paragraphs(*steps))
    steps.append(_turns(state, order))
    orders = list(safe_orders(state))
    text = _order_text(state, order)
    answer = f"能满足，安全序列如 {text}" if "request" in parameters else f"安全，安全序列如 {text}"
    also = tuple(listed((state.names[number] for number in one), separator) for one in orders for separator in ("", ",", "、", "→", "->"))
    if "request" not in parameters:
        also += _stated("安全")
    several = f"安全序列共有 {len(orders)} 个，这里每次取最靠前的可完成的进程" if len(orders) > 1 else "安全序列只有这一个"
    return Solution(answer=answer, also=also, steps=paragraphs(*steps), conventions=(several,), drawing=_drawing(state, order))


KIND = Kind(
    name="banker",
    title="银行家算法",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(hint=r"银行家|安全|最大需求|已分配|Allocation|Available|可用|剩余", recognise=_recognise, solve=_solve),
)
