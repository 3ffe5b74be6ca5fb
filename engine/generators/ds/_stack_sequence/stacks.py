"""Pop sequences of a stack: which are possible, how large the stack must be, and how many there are.

Elements enter in a fixed order and may leave at any moment (Knuth, The Art of Computer Programming, 2.2.1). A sequence is possible
just when the greedy run (push until the wanted element is on top) makes it; without a bound on the stack there are
C(2n, n) / (n + 1) of them, the Catalan number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb

from engine.drawings.model import Cell, Grid, Row
from engine.generators.markdown import listed, table


@dataclass(frozen=True, slots=True)
class Step:
    """What happened for one element of the pop sequence: those pushed for it, and the stack before and after it leaves, bottom first."""

    pushed: tuple[str, ...]
    full: tuple[str, ...]
    popped: str
    left: tuple[str, ...]


def run(pushes: Sequence[str], pops: Sequence[str]) -> list[Step] | None:
    """The only way to make `pops` from `pushes`, an element a step; None where there is no way."""
    stack: list[str] = []
    waiting = list(pushes)
    steps = []
    for wanted in pops:
        pushed = []
        while (not stack or stack[-1] != wanted) and waiting:
            stack.append(waiting.pop(0))
            pushed.append(stack[-1])
        if not stack or stack[-1] != wanted:
            return None
        full = tuple(stack)
        stack.pop()
        steps.append(Step(tuple(pushed), full, wanted, tuple(stack)))
    return steps


def capacity(pushes: Sequence[str], pops: Sequence[str]) -> int | None:
    """The least size of a stack that makes `pops`; None where none does."""
    steps = run(pushes, pops)
    return None if steps is None else max(len(step.full) for step in steps)


def catalan(count: int) -> int:
    """The number of pop sequences of `count` elements."""
    return comb(2 * count, count) // (count + 1)


def pop_sequences(pushes: Sequence[str], size: int | None = None) -> list[tuple[str, ...]]:
    """Every pop sequence, of a stack with room for `size` elements, in lexical order of push before pop."""
    found: list[tuple[str, ...]] = []

    def further(pushed: int, stack: tuple[str, ...], out: tuple[str, ...]) -> None:
        if len(out) == len(pushes):
            found.append(out)
        if pushed < len(pushes) and (size is None or len(stack) < size):
            further(pushed + 1, (*stack, pushes[pushed]), out)
        if stack:
            further(pushed, stack[:-1], (*out, stack[-1]))

    further(0, (), ())
    return found


def bounded(count: int, room: int) -> int:
    """The number of pop sequences of `count` elements on a stack with room for so many."""
    ways = {0: 1}
    for _ in range(2 * count):
        further: dict[int, int] = {}
        for height, number in ways.items():
            for after in (height - 1, height + 1):
                if 0 <= after <= room:
                    further[after] = further.get(after, 0) + number
        ways = further
    return ways.get(0, 0)


def stack_table(steps: Sequence[Step]) -> str:
    """The run as a table, a pop a row."""
    rows = [
        (listed(step.pushed, "、") or "—", listed(step.full, "、"), len(step.full), step.popped, listed(step.left, "、") or "空")
        for step in steps
    ]
    return table(("入栈", "栈（右为栈顶）", "元素数", "出栈", "剩余"), rows)


def drawing_of(steps: Sequence[Step], size: int) -> Grid:
    """The stack before each pop, `size` places high."""
    rows = []
    for level in reversed(range(size)):
        cells = []
        for step in steps:
            name = step.full[level] if level < len(step.full) else ""
            top = level == len(step.full) - 1
            cells.append(Cell(name, "good" if top else "new" if name in step.pushed and name else "plain"))
        rows.append(Row("栈底" if level == 0 else f"第 {level + 1} 格", tuple(cells)))
    return Grid(
        title=f"出栈序列 {listed(step.popped for step in steps)}",
        columns=tuple(f"{step.popped} 出" for step in steps),
        rows=tuple(rows),
        corner="出栈前",
        note="绿：正要出栈的栈顶；蓝：刚入栈的。",
        wrap=8,
    )
