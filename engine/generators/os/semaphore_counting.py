"""Counting with semaphores: values and waiting processes after P and V operations, the range of a value, who is blocked.

The record semaphore of Dijkstra as in Tang, Computer Operating Systems: P decrements and blocks when the value becomes negative; V
increments and wakes the process that has waited longest when the value is not positive. A negative value is the number waiting.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.drawings.model import Cell, Drawing, Grid, Row
from engine.generators.chance import Chance
from engine.generators.kind import Generated, Kind, Parameters, Recognition, Solution, Solver, Wrong
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

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

_SIGNED = r"(?P<value>-?\s*\d+)"
_S = r"(?:信号量)?(?:S|s|mutex|该信号量|信号量)?(?:的)?"


def _recognise(text: str) -> Recognition | None:
    reading = Reading(text)
    reading.refuse(
        r"while|begin|semaphore\s+\w|{|}|\bif\b|生产者|消费者|读者|写者|哲学家|empty|full|初值分别|同步信号|两个信号量|整型|管程|资源个数为"
    )
    reading.take_all(r"\(包括使进程阻塞的\)|每个进程(?:每次)?(?:只)?(?:使用|需要?|申请)(?:1|一)个(?:资源)?")
    initial = reading.take_one(
        rf"{_S}(?:初值|初始值|初始化(?:值)?)(?:S)?(?:被)?(?:设)?(?:为|是|=|:|定为)*\s*{_SIGNED}", lambda value: int(value.replace(" ", ""))
    )
    current = reading.take_one(
        (
            rf"(?:若|如果|当|现在|此时)*{_S}(?:当前|现在|目前|此时)(?:的)?(?:值)?(?:S)?(?:为|是|=|:)*\s*{_SIGNED}",
            rf"(?:若|如果|当)?{_S}(?:的)?值(?:S)?(?:变)?(?:为|成|是|=|:)+\s*{_SIGNED}(?:时)?(?!,?(?:之后|然后|此后|后))",
            rf"(?:当前|现在|目前|此时|这时|后来|变成|变为)+(?:信号量)?(?:S|mutex)?\s*(?:的值)?(?:已经?)?(?:变为|变成|为|是|=|:)+\s*{_SIGNED}(?!\d|次|个)",
            rf"(?:(?:若干|多)次|一系列)?(?:的)?(?:PV|P、V)?操作(?:之)?后(?:的?值)?(?:变)?(?:为|成|是)+\s*{_SIGNED}(?!\d|次|个)",
            r"(?<![A-Za-z])(?:S|mutex)\s*(?:变为|变成|为|是|=|:)\s*(?P<value>-\s*\d+)",
        ),
        lambda value: int(value.replace(" ", "")),
    )
    waits = reading.take_one(
        (
            rf"(?P<value>{INTEGER})\s*(?:次|个)(?:的)?(?:P|wait)(?:\(S\))?(?:操作)?",
            rf"(?:P|wait)(?:\(S\))?(?:操作)?(?:执行|进行|做)?(?:了)?(?P<value>{INTEGER})次",
        ),
        to_int,
    )
    signals = reading.take_one(
        (
            rf"(?P<value>{INTEGER})\s*(?:次|个)(?:的)?(?:V|signal)(?:\(S\))?(?:操作)?",
            rf"(?:V|signal)(?:\(S\))?(?:操作)?(?:执行|进行|做)?(?:了)?(?P<value>{INTEGER})次",
        ),
        to_int,
    )
    queued = reading.take_one(
        rf"(?:若|如果|当|现|现在|当前|此时|已|正)*(?:有|共有)(?P<value>{INTEGER})\s*个(?:并发)?进程(?:正)?(?:在|处于|被)?(?:等待|阻塞|排队)(?:中|状态)?(?:该?(?:资源|信号量))?",
        to_int,
    )
    resources = reading.take_one(
        rf"(?:每次|同时|一次)(?:最多|至多|只|仅)*(?:允许|能有|可有|可以有)(?P<value>{INTEGER})个(?:进程)?(?:同时)?(?:进入|访问|使用)(?:该|此|这个)?(?:程序段|临界区)?",
        to_int,
    ) or reading.take_one(
        rf"(?:共享|共用|竞争|使用|有)(?:了)?(?P<value>{INTEGER})\s*(?:个|台)(?:同类|相同的?|该类|同一类|临界|互斥)?(?:的)?(?:资源|打印机|设备)",
        to_int,
    )
    processes = reading.take_one(
        (
            rf"(?P<value>{INTEGER})\s*个(?:并发)?(?:的)?进程(?=(?:之间)?(?:共享|共用|竞争|互斥|都|使用|\ue000))",
            rf"(?:有|由)(?P<value>{INTEGER})\s*个(?:并发)?(?:的)?进程",
        ),
        to_int,
    )
    defined = reading.take_all(r"(?:若|用|以|设)?(?P<letter>[MNKXY])\s*(?:表示|代表|是指|指)")
    named = reading.take(r"(?P<first>[MNKXY])\s*(?:,|、|和|与|及)\s*(?P<second>[MNKXY])(?=的?值?(?:分别|各|依次|是|为|等于|=))")
    if (defined or named) and (named is None or [match["letter"].upper() for match in defined] != [named["first"], named["second"]]):
        stay_out("letters that are not explained in the order asked")
    asked = reading.take_words(
        (
            (
                rf"{_S}(?:初值|初始值)(?:应该|应当?|原来)?(?:设|置)?(?:是|为|等于|=)*(?:多少|几)|(?:求|问){_S}(?:初值|初始值)|^{_S}(?:初值|初始值)(?=\?)",
                "initial",
            ),
            (r"(?:取值|变化|值的?|数值)(?:的)?范围|(?:最大值|最小值)(?:和|与|、)(?:最大值|最小值)", "range"),
            (
                r"(?:有|则|那么|此时|现在|表示)*(?:多少|几)个?(?:进程)?(?:正在|在|处于|正)?(?:该信号量(?:的)?|S的|其)?(?:上)?(?:等待|阻塞|被阻塞|排队)(?:队列)?(?:上|中|里)?(?:的)?(?:进程)?(?:该资源)?|(?:等待|阻塞)(?:着|了)?(?:多少|几)个?(?:进程)?|(?:等待|阻塞)(?:的)?进程(?:有|是)?(?:多少|几)个?|(?:等待|阻塞)队列(?:上|中|里)(?:的)?(?:进程)?(?:共)?(?:有)?(?:多少|几)个?(?:进程)?|(?:等待|阻塞)队列(?:上|中|里)?(?:的)?进程数(?:目|量)?|(?:正在|处于)?(?:等待|阻塞)(?:的)?进程(?:共)?有(?:多少|几)个|(?:等待|阻塞|被阻塞)(?:进入(?:该|相关)?临界区|该资源|在(?:该信号量|S|其)上)?(?:的)?(?:进程)?(?:的)?(?:个)?数(?:目|量)?",
                "waiting",
            ),
            (
                r"(?:可用|剩余|空闲)(?:的)?(?:该类)?资源(?:的)?(?:(?:个)?数(?:目|量)?|(?:还)?(?:有|是)?(?:多少|几)个?)|(?:该|此|这类|该类)?资源(?:的)?(?:可用|剩余|空闲)(?:的)?(?:个数|数目|数量|数)|(?:还有|还剩)(?:多少|几)个?(?:可用)?(?:的)?资源(?:可用)?",
                "free",
            ),
            (
                rf"{_S}(?:当前|现在|此时|最后|最终)(?:的)?值|(?:S|信号量)(?:S)?(?:的)?(?:数)?值(?!(?:为|是|=|:)*\s*-?\s*\d)|"
                r"(?<![A-Za-z])(?:S|信号量)(?:现在|此时|最后|最终)?(?:变成|变为|是|为|等于|=)(?:了)?(?:多少|几)",
                "value",
            ),
        )
    )
    reading.finish(
        "多次PV操作 多次P、V操作 若干次PV操作 PV操作 后 进入临界区 表示 信号量 记录型 S 该 某 资源 进程 并发 执行 操作 P V P操作 V操作 wait signal 在 对 对S 上 个 先后 与 某资源 同一程序段 程序段 若干次操作 一系列操作 多次操作 若干进程 说明 连续 做 做了 执行了 进行了 某资源的 相关 关联 用 控制 管理 同类 互斥 访问 的信号量 同类资源 设置 用于 一个 表示 了 "
        "的值 值 次 其 资源的信号量 并发进程 临界资源 定义 使用 共享 每次使用1个 使用1个"
    )
    if len(asked) != 1 and set(asked) not in ({"waiting", "free"}, {"waiting", "value"}, {"free", "value"}, {"waiting", "free", "value"}):
        return None
    if named is not None and len(asked) != 2:
        return None
    if asked == ["initial"]:
        if initial is not None or current is None or waits is None or current + waits - (signals or 0) < 0:
            return None
        return Recognition(
            parameters={"asked": asked, "final": current, "waits": waits, "signals": signals or 0},
            understood=(("P 操作", f"{waits} 次"), ("V 操作", f"{signals or 0} 次"), ("操作之后的值", str(current))),
        )
    if "range" in asked:
        if (
            resources is None
            or processes is None
            or current is not None
            or waits is not None
            or signals is not None
            or initial not in (None, resources)
        ):
            return None
        return Recognition(
            parameters={"asked": "range", "resources": resources, "processes": processes},
            understood=(("资源数", str(resources)), ("进程数", str(processes))),
        )
    if resources == 1 and processes is None and initial in (None, 1):
        resources = None  # one critical resource says nothing new
    if resources is not None or processes is not None:
        return None
    if queued is not None:
        if asked != ["value"] or current is not None or waits is not None or signals is not None or not 1 <= queued <= 1000:
            return None
        return Recognition(parameters={"asked": asked, "current": -queued}, understood=(("等待的进程", f"{queued} 个"),))
    if current is not None and waits is None and signals is None:
        if "value" in asked or (initial is not None and current > initial):
            return None
        understood = [("当前值", str(current))] + ([("初值", str(initial))] if initial is not None else [])
        return Recognition(parameters={"asked": asked, "current": current}, understood=tuple(understood))
    if current is None and initial is not None and waits is not None and initial >= 0:
        signals = signals or 0
        return Recognition(
            parameters={"asked": asked, "initial": initial, "waits": waits, "signals": signals},
            understood=(("初值", str(initial)), ("P 操作", f"{waits} 次"), ("V 操作", f"{signals} 次")),
        )
    return None


def _solve(parameters: Parameters) -> Solution:
    if parameters["asked"] == "range":
        resources, processes = int(parameters["resources"]), int(parameters["processes"])
        low = resources - processes
        if low >= resources or low > 0:
            stay_out("fewer processes than resources")
        return Solution(
            answer=f"{low}～{resources}",
            also=(
                f"{low}至{resources}",
                f"[{low},{resources}]",
                f"{resources}～{low}",
                f"{low} ~ {resources}",
                f"{low}到{resources}",
                f"{low},…,{resources}",
            ),
            steps=f"没有进程使用时为 {resources}；{processes} 个进程都执行了 P 而无人执行 V 时为 {resources} − {processes} = {low}。",
            conventions=("每个进程每次使用 1 个资源", "用记录型信号量，值可以为负"),
        )
    steps = []
    if parameters["asked"] == ["initial"]:
        final, waits, signals = int(parameters["final"]), int(parameters["waits"]), int(parameters["signals"])
        value = final + waits - signals
        return Solution(
            answer=str(value),
            steps=f"每次 P 减 1，每次 V 加 1，倒推回去：初值为 {final} + {waits} − {signals} = {value}。",
            conventions=("P 操作包括使进程阻塞的",),
        )
    if "current" in parameters:
        value = int(parameters["current"])
    else:
        initial, waits, signals = int(parameters["initial"]), int(parameters["waits"]), int(parameters["signals"])
        value = initial - waits + signals
        steps.append(f"每次 P 减 1，每次 V 加 1：S 的值为 {initial} − {waits} + {signals} = {value}。")
    answers = []
    for task in parameters["asked"]:
        if task == "value":
            if "current" in parameters:
                steps.append(f"有 {-value} 个进程等待时，S 为负，绝对值就是等待的进程数：S = {value}。")
            answers.append(str(value) if len(parameters["asked"]) == 1 else f"S 的值 {value}")
        elif task == "waiting":
            steps.append(f"S 为 {value}，" + ("为负，绝对值就是等待的进程数。" if value < 0 else "不为负，没有进程等待。"))
            answers.append(f"{max(0, -value)} 个" if len(parameters["asked"]) == 1 else f"等待的进程 {max(0, -value)} 个")
        else:
            steps.append(f"S 为 {value}，" + ("为正，就是可用的资源数。" if value > 0 else "不为正，没有可用的资源。"))
            answers.append(f"{max(0, value)} 个" if len(parameters["asked"]) == 1 else f"可用资源 {max(0, value)} 个")
    return Solution(
        answer="，".join(answers), steps=paragraphs(*steps), conventions=("用记录型信号量，值可以为负", "P 操作包括使进程阻塞的")
    )


KIND = Kind(
    name="semaphore-counting",
    title="信号量的值",
    points=(POINT, BUFFER_POINT),
    versions={1: _write},
    solver=Solver(hint=r"信号量|mutex|PV操作|P操作", recognise=_recognise, solve=_solve),
)
