"""Counting with semaphores: values and waiting processes after P and V operations, the range of a value, who is blocked.

The record semaphore of Dijkstra as in Tang, Computer Operating Systems: P decrements and blocks when the value becomes negative; V
increments and wakes the process that has waited longest when the value is not positive. A negative value is the number waiting.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.drawings.model import Cell, Drawing, Grid, Row
from engine.generators.alternatives import first_reading
from engine.generators.chance import Chance
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.laws.solving import recogniser, solver
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.os._exam_spelling import spelled
from engine.generators.os._semaphore_counting.concurrency import solve_buffer, solve_precedence, solve_race
from engine.generators.os._semaphore_counting.concurrency_reading import recognise_buffer, recognise_precedence, recognise_race
from engine.generators.os._semaphore_counting.facts import recognise_facts, solve_facts
from engine.generators.os._semaphore_counting.letters import recognise_letters, solve_letters
from engine.generators.os._semaphore_counting.meaning import (
    recognise_counting_meaning,
    recognise_meaning,
    solve_meaning,
)
from engine.generators.os._semaphore_counting.reading import recognise
from engine.generators.os._semaphore_counting.story import solve_story
from engine.generators.os._semaphore_counting.topic import SEMAPHORE

POINT = "os.process.semaphore"
BUFFER_POINT = "os.process.producer-consumer"


@dataclass(frozen=True, slots=True)
class Step:
    """One operation on a semaphore and what it did.

    Attributes:
        who: the process that operates.
        operation: P or V.
        value: the semaphore's afterwards.
        waiting: blocked afterwards, the longest first.
        woken: whom a V woke.
    """

    who: str
    operation: str
    value: int
    waiting: tuple[str, ...]
    woken: str | None = None


def perform(value: int, operations: Sequence[tuple[str, str]]) -> list[Step]:
    """The operations (process, P or V) one after another.

    Raises:
        ValueError: a blocked process operates.
    """
    queue: list[str] = []
    steps = []
    for who, operation in operations:
        if who in queue:
            raise ValueError(f"{who} is blocked")
        woken = None
        if operation == "P":
            value -= 1
            if value < 0:
                queue.append(who)
        else:
            value += 1
            if value <= 0:
                woken = queue.pop(0)
        steps.append(Step(who, operation, value, tuple(queue), woken))
    return steps


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _waiting(chance) if chance.one_in(2) else _value(chance)
    if difficulty == 2:
        return _range(chance) if chance.one_in(2) else _buffer(chance)
    return _blocked(chance)


def _signed(value: int) -> str:
    return str(value)


def _value(chance: Chance) -> Generated:
    initial, waits, signals = chance.between(1, 8), chance.between(4, 15), chance.between(1, 9)
    right = initial - waits + signals
    wrong = [
        (initial + waits - signals, "把 P、V 操作的加减弄反了"),
        (max(0, right), "以为信号量的值不会小于 0") if right < 0 else (initial - waits, "没有计入 V 操作"),
        (initial - waits, "没有计入 V 操作"),
        (right + 1, "少减了一次"),
        (right - 1, "多减了一次"),
        (initial + signals, "没有计入 P 操作"),
        (signals - waits, "没有计入初值"),
        (right + 2, "少减了两次"),
        (right - 2, "多减了两次"),
    ]
    return Generated(
        point=POINT,
        stem=f"信号量 S 的初值为 {initial}，其上先后共执行了 {waits} 次 P 操作（包括使进程阻塞的）和 {signals} 次 V 操作，则 S 的当前值为",
        right=_signed(right),
        wrong=[Wrong(_signed(value), why) for value, why in wrong],
        steps=paragraphs(
            "每次 P 操作使 S 减 1，每次 V 操作使 S 加 1，与是否阻塞无关。",
            f"S 的当前值为 {initial} − {waits} + {signals} = {_signed(right)}",
        ),
        parameters={"task": "value", "initial": initial, "waits": waits, "signals": signals},
    )


def _waiting(chance: Chance) -> Generated | None:
    """Processes waiting, or resources left over."""
    kind = chance.choice(("资源", "打印机", "缓冲区"))
    initial, asking, returned = chance.between(2, 9), chance.between(6, 18), chance.between(0, 5)
    right = asking - returned - initial
    if right < 1:
        return None
    wrong = [
        (asking - initial, "没有计入归还的"),
        (asking - returned, "没有减去初始的可用数"),
        (right + 1, "某次归还没有唤醒等待者"),
        (right - 1, "归还多算了一次"),
        (initial, "把初始的可用数当成了等待数"),
        (asking, "以为所有申请都在等待"),
        (right + initial + returned - 1, "以为只有第一个申请不必等待"),
        (abs(initial - returned), "只看了可用数和归还数"),
        (right + 2, "两次归还没有唤醒等待者"),
    ]
    released = f"，有 {returned} 个用完的进程执行了 V 操作" if returned else ""
    return Generated(
        point=POINT,
        stem=(
            f"系统有 {initial} 个同类{kind}，用初值为 {initial} 的信号量 S 管理，进程使用前执行 P 操作，用完执行 V 操作。"
            f"到某时刻，共有 {asking} 个进程各执行了一次 P 操作{released}，此时在 S 上等待的进程数为"
        ),
        right=f"{right} 个",
        wrong=[Wrong(f"{value} 个", why) for value, why in wrong if value >= 0],
        steps=paragraphs(
            f"S 的值为 {initial} − {asking} + {returned} = {initial - asking + returned}。"
            if returned
            else f"S 的值为 {initial} − {asking} = {initial - asking}。",
            f"S 为负时，其绝对值就是等待的进程数，即 {right} 个",
        ),
        parameters={"task": "waiting", "initial": initial, "waits": asking, "signals": returned},
    )


def _range(chance: Chance) -> Generated:
    resources, processes = chance.between(1, 6), chance.between(7, 15)
    low, high = resources - processes, resources

    def text(least: int, greatest: int) -> str:
        return f"{least}～{greatest}"

    wrong = [
        Wrong(text(0, high), "以为信号量的值不会小于 0"),
        Wrong(text(-processes, high), "没有计入能同时使用的进程"),
        Wrong(text(low, processes), "把进程数当成了最大值"),
        Wrong(text(low - 1, high), "最小值多减了 1"),
        Wrong(text(low, high - 1), "以为信号量不会等于资源数"),
        Wrong(text(low + 1, high), "最小值少减了 1"),
        Wrong(text(1 - processes, 1), "当作互斥信号量"),
    ]
    return Generated(
        point=POINT,
        stem=(
            f"{processes} 个并发进程共享 {resources} 个同类资源，每个进程每次使用 1 个，用信号量 S 控制，使用前执行 P(S)，用完执行 V(S)。"
            "运行过程中 S 的取值范围是"
        ),
        right=text(low, high),
        wrong=wrong,
        steps=paragraphs(
            f"没有进程使用时，S 为资源数 {resources}，这是最大值。",
            f"全部 {processes} 个进程都执行了 P 而无人执行 V 时最小，为 {resources} − {processes} = {low}。",
            f"取值范围是 {text(low, high)}",
        ),
        parameters={"task": "range", "resources": resources, "processes": processes},
    )


def _buffer(chance: Chance) -> Generated | None:
    """A bounded buffer: the value of empty or full, or who waits, after so many producers and consumers have come."""
    size = chance.between(5, 12)
    inside = chance.between(1, size - 1)
    produce, consume = chance.between(1, 9), chance.between(1, 9)
    name = chance.choice(("empty", "full"))
    empty = size - inside - produce + consume
    full = inside - consume + produce
    if not (0 <= inside + produce - consume <= size):
        return None
    right = empty if name == "empty" else full
    wrong = [
        (full if name == "empty" else empty, "把 empty 和 full 弄反了"),
        (size - inside + produce - consume if name == "empty" else inside - produce + consume, "把生产和消费的作用弄反了"),
        (size - inside if name == "empty" else inside, "没有计入后来的操作"),
        (size - produce + consume if name == "empty" else produce - consume, "没有计入缓冲区中原有的产品"),
        (right + 1, "少减了一次"),
        (right - 1, "多减了一次"),
        (size - inside - produce if name == "empty" else inside + produce, "没有计入消费者"),
        (size - inside + consume if name == "empty" else inside - consume, "没有计入生产者"),
        (right + 2, "少减了两次"),
    ]
    meaning = "空缓冲区" if name == "empty" else "产品"
    return Generated(
        point=BUFFER_POINT,
        stem=(
            f"有 {size} 个缓冲区的生产者-消费者问题用信号量 empty（空缓冲区数）、full（产品数）和 mutex 实现，某时刻缓冲区中有 {inside} 个产品，无人等待。"
            f"此后又完成了 {produce} 次放入和 {consume} 次取出，则 {name} 的值为"
        ),
        right=str(right),
        wrong=[Wrong(str(value), why) for value, why in wrong],
        steps=paragraphs(
            f"此时 empty 为 {size} − {inside} = {size - inside}，full 为 {inside}。",
            "每次放入：P(empty)、V(full)；每次取出：P(full)、V(empty)。",
            f"{name} 即{meaning}数，为 {size - inside} − {produce} + {consume} = {right}"
            if name == "empty"
            else f"{name} 即{meaning}数，为 {inside} + {produce} − {consume} = {right}",
        ),
        parameters={"task": "buffer", "size": size, "inside": inside, "produce": produce, "consume": consume, "asked": name},
    )


def _blocked(chance: Chance) -> Generated | None:
    """Who is blocked at the end, or in which order processes get the resource."""
    initial, count = chance.between(1, 3), chance.between(5, 7)
    names = [f"P{number}" for number in range(1, count + 1)]
    order = chance.shuffled(names)
    operations: list[tuple[str, str]] = []
    holding: list[str] = []
    waiting: list[str] = []
    coming = list(order)
    while coming:
        if holding and len(operations) > initial and chance.one_in(3):
            who = holding.pop(chance.below(len(holding)))
            operations.append((who, "V"))
            if waiting:
                holding.append(waiting.pop(0))
            continue
        who = coming.pop(0)
        operations.append((who, "P"))
        (holding if len(holding) < initial else waiting).append(who)
    if sum(operation == "V" for _, operation in operations) < 2 or not 2 <= len(waiting) <= 3:
        return None
    steps = perform(initial, operations)
    order_asked = chance.one_in(2)
    last_first = list(reversed([step.who for step in steps if step.operation == "P" and step.value < 0]))
    blocked = list(steps[-1].waiting)
    never = [name for name in names if name not in blocked]
    ever = [step.who for step in steps if step.operation == "P" and step.value < 0]
    signals = [who for who, operation in operations if operation == "V"]

    def text(who: Sequence[str]) -> str:
        return listed(who if order_asked else sorted(who), "、")

    number = len(blocked)
    queue: list[str] = []
    for step in steps:  # the mistake: the newest is woken first
        if step.operation == "P" and step.value < 0:
            queue.append(step.who)
        elif step.woken is not None:
            queue.pop()
    candidates = [
        (queue, "唤醒了最后阻塞的进程"),
        (ever[:number], "以为最先阻塞的进程还在等待"),
        (order[-number:], "以为最后到来的几个都在等待"),
        (last_first[:number], "队列的次序弄反了"),
        (list(reversed(blocked)), "队列的次序弄反了"),
        (signals[:number], "把执行 V 操作的进程当成了阻塞的"),
        ([*blocked[:-1], never[0]], "某个进程已被唤醒，却当作还在等待"),
        ([never[-1], *blocked[1:]], "某个进程已被唤醒，却当作还在等待"),
        ([*blocked[:-1], never[-1]], "某个已得到资源的进程当成了阻塞的"),
    ]
    wrong = [Wrong(text(who), why) for who, why in candidates if len(set(who)) == number]
    right = text(blocked)
    asked = "在 S 的等待队列中的进程，从队首到队尾依次为" if order_asked else "处于阻塞态的进程是"
    return Generated(
        point=POINT,
        stem=(
            f"信号量 S 的初值为 {initial}，等待队列先进先出。{count} 个进程依次执行下列操作：{listed((f'{who} 执行 {operation}(S)' for who, operation in operations), '，')}。此时{asked}"
        ),
        right=right,
        wrong=wrong,
        steps=paragraphs(_working(steps), f"此时{asked} {right}"),
        parameters={"task": "queue" if order_asked else "blocked", "initial": initial, "operations": [list(item) for item in operations]},
        drawing=_drawing(initial, steps),
    )


def _working(steps: Sequence[Step]) -> str:
    rows = []
    for step in steps:
        what = f"唤醒 {step.woken}" if step.woken else ("阻塞" if step.operation == "P" and step.value < 0 else "")
        rows.append((f"{step.who} {step.operation}(S)", step.value, what, listed(step.waiting, " ") or "空"))
    return table(("操作", "S", "结果", "等待队列"), rows)


def _drawing(initial: int, steps: Sequence[Step]) -> Drawing:
    deepest = max((len(step.waiting) for step in steps), default=0)
    rows = [Row("S", tuple(Cell(str(step.value), "bad" if step.value < 0 else "plain") for step in steps))]
    for place in range(deepest):
        rows.append(
            Row(
                f"等待 {place + 1}",
                tuple(
                    Cell(
                        step.waiting[place] if place < len(step.waiting) else "",
                        "new" if step.value < 0 and step.operation == "P" and place == len(step.waiting) - 1 else "plain",
                    )
                    for step in steps
                ),
            )
        )
    return Grid(
        title=f"信号量 S，初值 {initial}",
        note="S 为负时，绝对值是等待的进程数；蓝色是刚阻塞的",
        corner="操作",
        columns=tuple(f"{step.who}{step.operation}" for step in steps),
        rows=tuple(rows),
        wrap=8,
    )


# --- solver ------------------------------------------------------------------------------------------------------------------------


_SOLVE_ASKED = solver((SEMAPHORE,))


def _solve(parameters: Parameters) -> Solution:
    if (asked := _SOLVE_ASKED(parameters)) is not None:
        return asked
    if "task" in parameters:
        solvers = {
            "race": solve_race,
            "precedence": solve_precedence,
            "buffer": solve_buffer,
            "meaning": solve_meaning,
            "letters": solve_letters,
            "queued": solve_letters,
            "facts": solve_facts,
        }
        return solvers[parameters["task"]](parameters)
    return solve_story([(name, int(count), who) for name, count, who in parameters["story"]])


KIND = Kind(
    name="semaphore-counting",
    title="信号量的值",
    points=(POINT, BUFFER_POINT),
    versions={1: _write},
    solver=Solver(
        hint=r"信号量|信号S|信号灯|互斥量|mutex|PV操作|P操作|(?<![A-Za-z])[PV]\(S\)|wait|signal|(?<![A-Za-z])S\s*(?:=|初值|现在)|[^A-Za-z]V了|empty|(?<![A-Za-z])(?:inc|dec)\s+R|[A-Za-z](?:\+\+|--|\s*:?=\s*[A-Za-z]\s*[+*-])",
        recognise=first_reading(
            recognise_facts,
            recognise_letters,
            spelled(first_reading(recognise, recognise_race, recognise_precedence, recognise_buffer, recognise_meaning)),
            recogniser(SEMAPHORE),
            recognise_counting_meaning,
            solve=_solve,
        ),
        solve=_solve,
    ),
)
