"""What becomes of one semaphore in the course of a problem: values and operations in their order, answers where something is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.generators import patterns
from engine.generators.kind import Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.reading import stay_out

_COUNTED = ("P", "V", "least-P", "least-V")
_CONVENTIONS = ("用记录型信号量，值可以为负", "P 操作包括使进程阻塞的")


@dataclass(slots=True)
class _Semaphore:
    """What is known of it at one point of the story.

    Attributes:
        value: None where it is not told yet.
        initial: its first value, the number of resources.
        processes: how many use it.
        waits, signals: operations counted from the first value on; None once the value was told anew.
        pending: P less V before any value was told.
        sure: the value was told or computed, not concluded from the number of processes at work.
    """

    value: int | None = None
    initial: int | None = None
    processes: int | None = None
    waits: int | None = 0
    signals: int = 0
    pending: int = 0
    operated: int = 0
    sure: bool = False
    last: tuple[str, int] = ("", 0)
    holders: list[str] = field(default_factory=list)
    queue: list[str] = field(default_factory=list)

    def operate(self, operation: str, count: int, who: str) -> None:
        """So many P or V operations by `who`, where a name is told."""
        self.operated += count
        self.last = (operation, count)
        self.pending += count if operation == "P" else -count
        if self.value is None:
            return
        named = who not in ("", "?")
        if operation == "P":
            if named and who in self.queue:
                stay_out(f"{who} is blocked")
            self.value -= count
            if self.waits is not None:
                self.waits += count
            if named:
                (self.queue if self.value < 0 else self.holders).append(who)
        else:
            if named:
                if who not in self.holders:
                    stay_out(f"{who} releases what it has not")
                self.holders.remove(who)
            self.value += count
            self.signals += count
            if named and self.queue:
                self.holders.append(self.queue.pop(0))
        self.sure = True

    def tell(self, name: str, count: int) -> None:
        """Something told at this point.

        Raises:
            StayOut: it contradicts what is known.
        """
        if name == "processes":
            if self.processes not in (None, count):
                stay_out("two numbers of processes")
            self.processes = count
        elif name == "unknown":
            self.value, self.sure, self.waits = None, False, None
        elif name == "current":
            if self.initial is not None and (count > self.initial or (self.operated and self.value not in (None, count))):
                stay_out("a value that cannot be")
            self.value, self.sure = count, True
            self.waits = None if self.initial is None else self.waits
        elif name == "waiting" and count:
            if (
                self.sure
                and self.value is not None
                and self.value != -count
                and (self.operated or self.value < 0 or self.initial is None or self.value != self.initial)
            ):
                stay_out("another number waiting")
            self.value, self.sure, self.waits = -count, True, None
        elif name in ("using", "full"):
            if self.initial is None or count > self.initial:
                stay_out("more at work than there is room for")
            count = self.initial if name == "full" else count
            if not self.operated and (self.value is None or self.value == self.initial):
                self.value, self.waits = self.initial - count, None
            elif self.value is not None and max(0, self.value) != self.initial - count:
                stay_out("another number at work")


def solve_story(story: Sequence[tuple[str, int, str]]) -> Solution:
    """The answers to what is asked in a story of (name, number, who); questions begin with `?`.

    Raises:
        StayOut: the story contradicts itself or lacks something.
    """
    semaphore = _Semaphore()
    firsts = {count for name, count, _ in story if name in ("initial", "resources")}
    if len(firsts) > 1:
        stay_out("two first values")
    if firsts:
        semaphore.initial = semaphore.value = firsts.pop()
        if semaphore.initial < 0:
            stay_out("a first value below 0")
    asked = [name.removeprefix("?") for name, _, _ in story if name.startswith("?")]
    if any(task in _COUNTED for task in asked):
        return _count(semaphore.initial, story, asked)
    steps, answers = [], []
    for name, count, who in story:
        if name in ("P", "V"):
            before = semaphore.value
            semaphore.operate(name, count, who)
            if before is not None:
                steps.append(
                    f"{who if who not in ('', '?') else ''}{name} 操作 {count} 次：S = {before} {'−' if name == 'P' else '+'} {count} = {semaphore.value}。"
                )
        elif name.startswith("?"):
            task = name.removeprefix("?")
            if task in ("impossible", "possible"):
                return _choice(semaphore, task == "possible")
            answers.append(
                _answer(semaphore, task, steps, alone=len(asked) == 1, uncounted=[part for part in story if part[2] == "?"] != [])
            )
        elif name not in ("initial", "resources"):
            semaphore.tell(name, count)
    if len(asked) > 1 and set(asked) == {"value"}:
        answer = f"S 依次为 {'、'.join(one.removeprefix('S 的值 ') for one in answers)}"
    else:
        answer = "，".join(answers)
    also: tuple[str, ...] = ()
    if asked == ["range"]:
        low, high = answer.split("～")
        also = (f"{low}至{high}", f"[{low},{high}]", f"{high}～{low}", f"{low} ~ {high}", f"{low}到{high}", f"{low},…,{high}")
        values = [str(value) for value in range(int(low), int(high) + 1)]
        also += tuple(mark.join(row) for mark in (",", "，", "、", ", ") for row in (values, values[::-1]))
    if asked == ["initial", "range"] and len(answers) == 2:
        low, high = answers[1].split("～")
        also = tuple(
            f"{high}{mark}{span}" for mark in (",", "，", "、", "；") for span in (f"{high}～{low}", f"{low}～{high}", f"[{low},{high}]")
        )
    return Solution(answer=answer, also=also, steps=paragraphs(*steps), conventions=_CONVENTIONS)


def _count(initial: int | None, story: Sequence[tuple[str, int, str]], asked: Sequence[str]) -> Solution:
    """How often one operation was done, from the first value, the last, and how often the other was done."""
    values = [-count if name == "waiting" else count for name, count, _ in story if name in ("current", "waiting")]
    told = [name for name, _, _ in story if name in ("P", "V")]
    if len(asked) != 1 or initial is None or len(values) != 1 or len(told) > 1 or any(name in ("using", "full") for name, _, _ in story):
        stay_out("operations that cannot be counted")
    operation = asked[0][-1]
    other = "V" if operation == "P" else "P"
    if operation in told or not (told or asked[0].startswith("least-")):
        stay_out("operations that cannot be counted")
    done = sum(count for name, count, _ in story if name == other)
    times = done + (initial - values[0] if operation == "P" else values[0] - initial)
    if times < 0:
        stay_out("fewer operations than none")
    counted = f"{initial} − P + {done} = {values[0]}" if operation == "P" else f"{initial} − {done} + V = {values[0]}"
    return Solution(
        answer=f"{times} 次",
        also=(str(times),),
        steps=f"每次 P 减 1，每次 V 加 1：{counted}，{operation} 为 {times} 次。",
        conventions=_CONVENTIONS,
    )


def _bounds(semaphore: _Semaphore) -> tuple[int, int]:
    if semaphore.initial is None:
        stay_out("no first value")
    if semaphore.processes is None:
        if semaphore.value is None or not semaphore.operated or semaphore.signals:
            stay_out("no number of processes")
        return semaphore.value, semaphore.initial
    if semaphore.operated > 2:
        stay_out("bounds in the middle of a story")  # one P and one V may be the rule that all follow
    low = semaphore.initial - semaphore.processes
    if low > 0 or low >= semaphore.initial:
        stay_out("fewer processes than resources")
    return low, semaphore.initial


def _answer(semaphore: _Semaphore, task: str, steps: list[str], *, alone: bool, uncounted: bool) -> str:
    if task in ("range", "least", "greatest"):
        low, high = _bounds(semaphore)
        steps.append(f"没有进程使用时最大，为 {high}；各进程都执行了 P 而无人执行 V 时最小，为 {low}。")
        return (
            f"{low}～{high}"
            if task == "range"
            else str(low if task == "least" else high)
            if alone
            else f"{'最小' if task == 'least' else '最大'} {low if task == 'least' else high}"
        )
    if task == "initial":
        if semaphore.initial is not None:
            if semaphore.operated:
                stay_out("a first value that is told")
            steps.append(f"信号量的初值就是同时可用的资源数（可同时进入的进程数），为 {semaphore.initial}。")
            return str(semaphore.initial) if alone else f"初值 {semaphore.initial}"
        if semaphore.value is None or not semaphore.operated or uncounted:
            stay_out("no operations to count back")
        first = semaphore.value + semaphore.pending
        if first < 0:
            stay_out("a first value below 0")
        steps.append(f"每次 P 减 1，每次 V 加 1，倒推回去：初值为 {semaphore.value} + {semaphore.pending} = {first}。".replace("+ -", "− "))
        return str(first) if alone else f"初值 {first}"
    value = semaphore.value
    if value is not None and semaphore.initial and value > semaphore.initial and not semaphore.waits and semaphore.signals:
        stay_out("released before it was taken")
    if value is None or (not semaphore.sure and not semaphore.operated and semaphore.waits is not None):
        stay_out("a value that is not told")
    if task == "value":
        if not steps:
            steps.append(f"等待的进程数是 S 的绝对值，S 为 {value}。" if value < 0 else f"初值减去正在使用的进程数，S 为 {value}。")
        return str(value) if alone else f"S 的值 {value}"
    if task == "waiting":
        steps.append(f"S 为 {value}，" + ("为负，绝对值就是等待的进程数。" if value < 0 else "不为负，没有进程等待。"))
        return f"{max(0, -value)} 个" if alone else f"等待的进程 {max(0, -value)} 个"
    if task == "free":
        steps.append(f"S 为 {value}，" + ("为正，就是可用的资源数。" if value > 0 else "不为正，没有可用的资源。"))
        return f"{max(0, value)} 个" if alone else f"可用资源 {max(0, value)} 个"
    if task == "woken":
        # A V wakes one as long as the value is negative before it.
        if semaphore.last[0] != "V":
            stay_out("nobody is woken")
        woken = min(semaphore.last[1], max(0, semaphore.last[1] - value))
        steps.append(f"V 操作后 S ≤ 0 就唤醒一个进程：S 从 {value - semaphore.last[1]} 到 {value}，唤醒 {woken} 个。")
        return f"{woken} 个" if alone else f"唤醒 {woken} 个"
    if task == "fate":
        if semaphore.last != ("P", 1):
            stay_out("whose fate")
        steps.append(f"P 操作后 S = {value}，" + ("小于 0，执行 P 的进程阻塞。" if value < 0 else "不小于 0，进程继续执行。"))
        return "进程阻塞" if value < 0 else "进程继续执行"
    if semaphore.initial is None and (task != "queue" or value >= 0 or len(semaphore.queue) != -value):
        stay_out("no first value")
    if task == "using" and semaphore.initial is not None:
        users = semaphore.initial - max(0, value)
        steps.append(
            f"共有 {semaphore.initial} 个资源，可用 {max(0, value)} 个，正在使用的进程有 {semaphore.initial} − {max(0, value)} = {users} 个。"
        )
        return f"{users} 个" if alone else f"正在使用的进程 {users} 个"
    if task == "passed":
        if semaphore.waits is None:
            stay_out("operations that are not counted")
        passed = semaphore.waits - max(0, -value)
        steps.append(f"共执行了 {semaphore.waits} 次 P，还有 {max(0, -value)} 个进程阻塞，已通过 {passed} 个。")
        return f"{passed} 个" if alone else f"已通过 P 操作的进程 {passed} 个"
    who = semaphore.holders if task == "holder" else semaphore.queue if task == "queue" else sorted(semaphore.queue)
    if not (semaphore.holders or semaphore.queue) or len(semaphore.queue) != max(0, -value):
        stay_out("nobody is named")
    steps.append(f"等待队列先进先出：在临界区的是 {listed(semaphore.holders, '、')}，等待的是 {listed(semaphore.queue, '、') or '无'}。")
    shown = listed(who, "、") or "无"
    return shown if alone else f"{'临界区中' if task == 'holder' else '等待的'}是 {shown}"


def _choice(semaphore: _Semaphore, possible: bool) -> Solution:
    low, high = _bounds(semaphore)

    def fits(option: str) -> bool:
        if not patterns.fullmatch(r"\s*[-−]?\d+\s*", option):
            stay_out(f"no value: {option}")
        return (low <= int(option.replace("−", "-")) <= high) == possible

    return Solution(
        answer="",
        fits=fits,
        steps=f"没有进程使用时最大，为 {high}；各进程都执行了 P 而无人执行 V 时最小，为 {low}。取值范围是 {low}～{high}。",
        conventions=_CONVENTIONS,
    )
