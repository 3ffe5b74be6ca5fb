"""Pop sequences of a stack: which are possible, how large the stack must be, and how many there are.

Elements enter in a fixed order and may leave at any moment (Knuth, The Art of Computer Programming, 2.2.1). A sequence is possible
just when the greedy run (push until the wanted element is on top) makes it; without a bound on the stack there are
C(2n, n) / (n + 1) of them, the Catalan number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import comb

from engine.drawings.model import Cell, Grid, Row
from engine.generators.chance import Chance
from engine.generators.ds._stack_sequence_reading import place_name, recognise
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.reading import stay_out

POINT = "ds.stack.stack"


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


# --- questions ---------------------------------------------------------------------------------------------------------------------

_LETTERS = "abcdefghjkmnpqrstuvwxyz"


def _write(chance: Chance, difficulty: int) -> Generated | None:
    names = sorted(chance.sample(_LETTERS, 7))
    if difficulty == 1:
        return _possible(chance, names[: chance.between(4, 6)], chance.one_in(2))
    if difficulty == 2:
        return _first(chance, names[: chance.between(5, 6)]) if chance.one_in(3) else _capacity(chance, names[: chance.between(6, 7)])
    return _limited(chance, names[: chance.between(4, 6)]) if chance.one_in(2) else _second(chance, names[: chance.between(5, 7)])


def _random_pops(chance: Chance, pushes: Sequence[str]) -> tuple[str, ...]:
    stack: list[str] = []
    waiting, out = list(pushes), []
    while waiting or stack:
        if waiting and (not stack or chance.one_in(2)):
            stack.append(waiting.pop(0))
        else:
            out.append(stack.pop())
    return tuple(out)


def _offence(pushes: Sequence[str], pops: Sequence[str]) -> tuple[str, str, str] | None:
    """Elements x, y, z that enter in the order y, z, x (all before x leaves) and leave as x, y, z, which a stack cannot do."""
    place = {name: number for number, name in enumerate(pushes)}
    for first, x in enumerate(pops):
        for second in range(first + 1, len(pops)):
            for third in range(second + 1, len(pops)):
                y, z = pops[second], pops[third]
                if place[y] < place[z] < place[x]:
                    return x, y, z
    return None


def _operations(steps: Sequence[Step]) -> str:
    return "，".join("".join(f"{name} 进、" for name in step.pushed) + f"{step.popped} 出" for step in steps)


def _possible(chance: Chance, pushes: Sequence[str], impossible: bool) -> Generated | None:
    good: list[tuple[str, ...]] = []
    bad: list[tuple[str, ...]] = []
    for _ in range(40):
        pops = _random_pops(chance, pushes)
        if pops not in good and pops not in (tuple(pushes), tuple(reversed(pushes))):
            good.append(pops)
        broken = list(pops)
        one = chance.below(len(broken) - 1)
        other = chance.between(one + 1, len(broken) - 1)
        broken[one], broken[other] = broken[other], broken[one]
        if run(pushes, broken) is None and tuple(broken) not in bad:
            bad.append(tuple(broken))
    if len(good) < 4 or len(bad) < 4:
        return None

    def made(pops: Sequence[str]) -> str:
        steps = run(pushes, pops)
        assert steps is not None
        return f"{listed(pops)} 可以得到：{_operations(steps)}。"

    def broken_by(pops: Sequence[str]) -> str:
        offence = _offence(pushes, pops)
        assert offence is not None
        x, y, z = offence
        return f"{x} 出栈时 {y}、{z} 都在栈中且 {z} 更靠近栈顶，{z} 必须先于 {y} 出栈"

    if impossible:
        right = bad[0]
        wrong = [Wrong(listed(pops), "按“进到要出的元素为止”逐个试，可以得到") for pops in good[:3]]
        asked = "则下列序列中，不可能是出栈序列的是"
        working = [made(pops) for pops in good[:3]]
        closing = f"{broken_by(right)}，所以得不到 {listed(right)}。"
    else:
        right = good[0]
        wrong = [Wrong(listed(pops), broken_by(pops)) for pops in bad[:3]]
        asked = "则下列序列中，可能是出栈序列的是"
        working = [f"{listed(pops)} 得不到：{broken_by(pops)}。" for pops in bad[:3]]
        closing = made(right)
    return Generated(
        point=POINT,
        stem=f"元素 {listed(pushes)} 依次入栈，栈初始为空且容量足够，元素入栈后可以随时出栈，每个元素只进出一次，{asked}",
        right=listed(right),
        wrong=wrong,
        steps=paragraphs(*working, closing),
        parameters={"task": "impossible" if impossible else "possible", "pushes": list(pushes)},
    )


def _drawing(steps: Sequence[Step], size: int) -> Grid:
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


def _stack_table(steps: Sequence[Step]) -> str:
    rows = [
        (listed(step.pushed, "、") or "—", listed(step.full, "、"), len(step.full), step.popped, listed(step.left, "、") or "空")
        for step in steps
    ]
    return table(("入栈", "栈（右为栈顶）", "元素数", "出栈", "剩余"), rows)


def _capacity(chance: Chance, pushes: Sequence[str]) -> Generated | None:
    pops = _random_pops(chance, pushes)
    steps = run(pushes, pops)
    assert steps is not None
    right = max(len(step.full) for step in steps)
    if not 2 <= right <= len(pushes) - 1 or pops == tuple(pushes):
        return None
    longest = max(len(step.pushed) for step in steps)
    left = max(len(step.left) for step in steps)
    counts = [
        (longest, "只看了一次连续入栈的个数，没算栈中原有的"),
        (left, "看的是出栈之后栈中还剩的个数"),
        (len(pushes), "以为所有元素要同时在栈中"),
        (right + 1, "多算了一个位置"),
        (right - 1, "少算了一个位置"),
        (right + 2, "多算了两个位置"),
    ]
    return Generated(
        point=POINT,
        stem=(
            f"栈 S 和队列 Q 初始均为空，元素 {listed(pushes)} 依次入栈 S，一个元素出栈后立即进入队列 Q。"
            f"若这些元素出队的顺序是 {listed(pops)}，则栈 S 的容量至少应该是"
        ),
        right=f"{right} 个",
        wrong=[Wrong(f"{count} 个", why) for count, why in counts if count > 0],
        steps=paragraphs(
            "队列先进先出，所以出队顺序就是出栈顺序。为每个要出栈的元素，先入栈到它为止：",
            _stack_table(steps),
            f"栈中元素最多时有 {right} 个，容量至少为 {right} 个。",
        ),
        parameters={"task": "capacity", "pushes": list(pushes), "pops": list(pops)},
        drawing=_drawing(steps, right),
    )


def _first(chance: Chance, pushes: Sequence[str]) -> Generated | None:
    """How many sequences begin with a given element."""
    number = chance.between(2, len(pushes))
    first = pushes[number - 1]
    right = sum(pops[0] == first for pops in pop_sequences(pushes))
    if right < 2:
        return None
    total = catalan(len(pushes))
    counts = [
        (total, "算成了没有条件时的总数"),
        (catalan(len(pushes) - 1), "只对其余元素求卡特兰数，忘了栈中剩余元素的次序已定"),
        (catalan(len(pushes) - number), "只算了后面的元素，没有算它们与栈中剩余元素的穿插"),
        (number - 1, "只数了栈中剩余元素的个数"),
        (comb(len(pushes) - 1, number - 1), "把剩余元素当成任意穿插"),
        (right + 1, "多数了一种"),
        (right - 1, "漏数了一种"),
        (right + 2, "多数了两种"),
        (right - 2, "漏数了两种"),
    ]
    after, inside = len(pushes) - number, number - 1
    return Generated(
        point=POINT,
        stem=f"元素 {listed(pushes)} 依次入栈，栈初始为空且容量足够，元素入栈后可以随时出栈。在所有可能的出栈序列中，以 {first} 开头的序列个数是",
        right=f"{right} 种",
        wrong=[Wrong(f"{count} 种", why) for count, why in counts if count > 0],
        steps=paragraphs(
            f"{first} 最先出栈，说明它出栈时前 {inside} 个元素都在栈中，只能按栈中次序出来；其后还有 {after} 个元素未入栈，可以穿插进出。",
            _interleaving(after, inside),
            f"以 {first} 开头的出栈序列共有 {right} 种。",
        ),
        parameters={"task": "first", "pushes": list(pushes), "first": first},
    )


def _interleaving(after: int, inside: int) -> str:
    """The counts f(i, j) with i elements still to enter and j in the stack, as a table worked row by row."""
    rows: list[list[int]] = []
    for waiting in range(after + 1):
        row: list[int] = []
        for held in range(inside + after - waiting + 1):
            if waiting == 0:
                row.append(1)
            else:
                row.append((row[held - 1] if held else 0) + rows[waiting - 1][held + 1])
        rows.append(row)
    width = inside + after + 1
    shown = [(f"i = {waiting}", *row, *([""] * (width - len(row)))) for waiting, row in enumerate(rows)]
    text = (
        "设还有 i 个未入栈、栈中有 j 个时，余下的出栈序列有 f(i, j) 种：下一步不是出栈就是入栈，"
        "f(i, j) = f(i, j−1) + f(i−1, j+1)，且 f(0, j) = 1，j 为 0 时只能入栈。"
    )
    return paragraphs(text, table(("f", *(f"j = {held}" for held in range(width))), shown), f"要求的是 f({after}, {inside})。")


def _limited(chance: Chance, pushes: Sequence[str]) -> Generated | None:
    size = chance.between(2, len(pushes) - 1)
    right = len(pop_sequences(pushes, size))
    counts = [
        (catalan(len(pushes)), "没有考虑栈的容量"),
        (len(pop_sequences(pushes, size - 1)), f"按容量 {size - 1} 来数"),
        (len(pop_sequences(pushes, size + 1)), f"按容量 {size + 1} 来数"),
        (catalan(len(pushes) - 1), "少算了一个元素"),
        (catalan(len(pushes)) - right, "数成了放不下的序列"),
        (2 ** len(pushes), "以为每个元素各有两种可能"),
        (right + 1, "多数了一种"),
        (right - 1, "漏数了一种"),
        (right + 2, "多数了两种"),
        (right - 2, "漏数了两种"),
    ]
    text = f"设还有 i 个未入栈、栈中有 j 个时，余下的出栈序列有 f(i, j) 种，f(i, j) = f(i, j−1) + f(i−1, j+1)；栈满（j = {size}）时不能再入栈，栈空时不能出栈。"
    values: list[list[int]] = []
    for waiting in range(len(pushes) + 1):
        row: list[int] = []
        for held in range(size + 1):
            if waiting == 0:
                row.append(1)
            else:
                row.append((row[held - 1] if held else 0) + (values[waiting - 1][held + 1] if held < size else 0))
        values.append(row)
    shown = [(f"i = {waiting}", *row) for waiting, row in enumerate(values)]
    return Generated(
        point=POINT,
        stem=f"元素 {listed(pushes)} 依次进入一个最多能存放 {size} 个元素的栈，栈初始为空，元素入栈后可以随时出栈，则可能得到的出栈序列有",
        right=f"{right} 种",
        wrong=[Wrong(f"{count} 种", why) for count, why in counts if count > 0],
        steps=paragraphs(
            text, table(("f", *(f"j = {held}" for held in range(size + 1))), shown), f"f({len(pushes)}, 0) 就是答案，共有 {right} 种。"
        ),
        parameters={"task": "limited", "pushes": list(pushes), "size": size},
    )


def _second(chance: Chance, pushes: Sequence[str]) -> Generated | None:
    """How many elements can stand at a place of the sequence when the one before is known."""
    place = chance.between(2, len(pushes) - 1)
    known = chance.choice(pushes)
    sequences = [pops for pops in pop_sequences(pushes) if pops[place - 2] == known]
    candidates = sorted({pops[place - 1] for pops in sequences})
    right = len(candidates)
    if right < 2:
        return None
    number = list(pushes).index(known) + 1
    counts = [
        (len(pushes) - number + 1, "漏掉了可能已在栈顶的、更早入栈的元素" if place > 2 else "只认为后入栈的元素可以接着出"),
        (len(pushes) - 1, "以为其余元素都可以接着出栈"),
        (len(pushes) - number, "只数了还没有入栈的元素"),
        (number - 1, "只数了先入栈的元素"),
        (1, "以为接着只能是当时的栈顶"),
        (right + 1, "多数了一个不可能的元素"),
        (right - 1, "漏数了一个可能的元素"),
        (right + 2, "多数了两个不可能的元素"),
    ]
    examples = []
    for candidate in candidates:
        pops = next(pops for pops in sequences if pops[place - 1] == candidate)
        examples.append(f"第 {place} 个是 {candidate}：如 {listed(pops)}。")
    never = [name for name in pushes if name not in candidates and name != known]
    return Generated(
        point=POINT,
        stem=(
            f"元素 {listed(pushes)} 依次入栈，栈初始为空且容量足够，元素入栈后可以随时出栈。若出栈序列的第 {place - 1} 个元素是 {known}，"
            f"则第 {place} 个元素可能的取值个数是"
        ),
        right=f"{right} 个",
        wrong=[Wrong(f"{count} 个", why) for count, why in counts if count > 0],
        steps=paragraphs(
            "\n".join(f"- {line}" for line in examples),
            f"{listed(never, '、')} 出栈前必须先有别的元素出栈，或已经出栈，不可能。" if never else "",
            f"可能的取值共 {right} 个。",
        ),
        parameters={"task": "next", "pushes": list(pushes), "place": place, "known": known},
    )


# --- solving -----------------------------------------------------------------------------------------------------------------------


def _prefix(pushes: Sequence[str], pops: Sequence[str]) -> bool:
    """Whether a pop sequence can begin so."""
    return run(pushes, pops) is not None


def _solve_partial(parameters: Parameters) -> Solution:
    pushes, given = parameters["pushes"], parameters["given"]
    found = [names for names in pop_sequences(pushes) if all(names[place] == name for place, name in given)]
    if not found:
        stay_out("no such sequence")
    answers = []
    for place, name in parameters["maybe"]:
        can = any(names[place] == name for names in found)
        answers.append(f"{place_name(place)}{'可能' if can else '不可能'}是 {name}")
    for place in parameters["places"]:
        names_there = sorted({names[place] for names in found}, key=pushes.index)
        answers.append(f"{place_name(place)}可能是 {listed(names_there, '、')}")
    if not answers:
        answers.append(f"{len(found)} 种")
    shown = "；".join(listed(names, " ") for names in found[:20])
    return Solution(
        answer="；".join(answers),
        steps=f"满足条件的出栈序列有 {len(found)} 种：{shown}{'……' if len(found) > 20 else ''}。",
        conventions=("元素互不相同，按固定次序入栈，栈的容量足够",),
    )


def _longest_row(pushes: Sequence[str], pops: Sequence[str]) -> int:
    """The most pops in a row of a possible pop sequence: which pushes come between them is settled by it."""
    longest = row = pushed = 0
    for name in pops:
        place = pushes.index(name) + 1
        row = 1 if place > pushed else row + 1
        pushed, longest = max(pushed, place), max(longest, row)
    return longest


def _fits_in(pushes: Sequence[str], pops: Sequence[str], room: int | None, fewer_than: int | None = None) -> bool:
    """Whether a stack with room for so many elements makes the pop sequence, with fewer pops in a row than stated."""
    least = capacity(pushes, pops)
    if least is not None and fewer_than is not None and _longest_row(pushes, pops) >= fewer_than:
        return False
    return least is not None and (room is None or least <= room)


def _output(parameters: Parameters) -> Solution:
    """What a row of pushes and pops puts out."""
    out, left = parameters["output"], parameters["left"]
    joined = "".join(out) if all(len(name) == 1 for name in out) else listed(out)
    rest = f"，栈中还剩 {listed(left)}（栈底到栈顶）" if left else ""
    return Solution(
        answer=f"{joined}{rest}",
        steps=f"按操作逐步进行，依次出栈的是 {listed(out)}{rest}。",
        also=(joined, listed(out)),
        conventions=("栈初始为空",),
    )


def _solve(parameters: Parameters) -> Solution:
    if parameters["task"] == "output":
        return _output(parameters)
    if parameters["task"] == "partial":
        return _solve_partial(parameters)
    if parameters["task"] == "choice":
        pushes: list[str] = parameters["pushes"]
        possible: bool = parameters["possible"]

        def fits(option: str) -> bool:
            names = tuple(re.findall(r"[A-Za-z]\d*|\d+", option)) if re.search(r"[\s,、→]", option.strip()) else tuple(option.strip())
            if sorted(names) != sorted(pushes):
                stay_out("an option of other elements")
            return _fits_in(pushes, names, parameters.get("room"), parameters.get("row")) == possible

        return Solution(
            answer="",
            steps="逐个选项模拟：为每个要出栈的元素，先入栈到它为止；要出栈的元素不在栈顶而压在下面时，这个序列不可能得到。",
            fits=fits,
            conventions=("栈初始为空，每个元素只进出一次，栈的容量足够",),
        )
    if parameters["task"] == "legal":
        pushes, pops = parameters["pushes"], parameters["pops"]
        done, room = run(pushes, pops), parameters.get("room")
        if done is not None and not _fits_in(pushes, pops, room):
            return Solution(
                answer="不合法（不可能）",
                steps=f"要得到这个序列，栈中至少要能放 {capacity(pushes, pops)} 个元素，而容量只有 {room}。",
                also=("不可能", "不合法", "不能"),
                conventions=("栈初始为空，每个元素只进出一次",),
            )
        if done is not None:
            return Solution(
                answer="合法（可能）",
                steps=paragraphs("为每个要出栈的元素，先入栈到它为止：", _stack_table(done)),
                also=("可能", "合法", "能"),
                conventions=("栈初始为空，每个元素只进出一次，栈的容量足够",),
                drawing=_drawing(done, max(len(step.full) for step in done)),
            )
        good = max(number for number in range(len(pops)) if _prefix(pushes, pops[:number]))
        return Solution(
            answer="不合法（不可能）",
            steps=f"前 {good} 个元素出栈后，{pops[good]} 不在栈顶（压在别的元素下面），无法接着出栈。",
            also=("不可能", "不合法", "不能"),
            conventions=("栈初始为空，每个元素只进出一次，栈的容量足够",),
        )
    if parameters["task"] == "count":
        count = parameters["count"]
        if parameters.get("room", count) < count:
            found = pop_sequences([str(number) for number in range(count)], parameters["room"])
            return Solution(
                answer=f"{len(found)} 种",
                steps=f"栈中最多 {parameters['room']} 个元素，逐步列出能进能出的每种走法，共 {len(found)} 种。",
                also=(str(len(found)), f"{len(found)} 个"),
                conventions=(f"元素互不相同，按固定次序入栈，栈的容量为 {parameters['room']}",),
            )
        return Solution(
            answer=f"{catalan(count)} 种",
            steps=f"出栈序列数是卡特兰数 C(2n, n) ÷ (n + 1)。n 为 {count} 时，C({2 * count}, {count}) 等于 {comb(2 * count, count)}，{comb(2 * count, count)} ÷ {count + 1} = {catalan(count)}。",
            conventions=("元素互不相同，按固定次序入栈，栈的容量足够",),
        )
    steps = run(parameters["pushes"], parameters["pops"])
    if steps is None:
        stay_out("no such pop sequence")
    size = max(len(step.full) for step in steps)
    return Solution(
        answer=f"{size} 个元素",
        steps=paragraphs("为每个要出栈的元素，先入栈到它为止：", _stack_table(steps), f"栈中最多时有 {size} 个元素。"),
        also=(str(size),),
        conventions=("栈初始为空，每个元素只进出一次", "元素出栈后即入队时，出队顺序就是出栈顺序"),
        drawing=_drawing(steps, size),
    )


KIND = Kind(
    name="stack-sequence",
    title="出栈序列",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(hint=r"栈", recognise=recognise, solve=_solve),
)
