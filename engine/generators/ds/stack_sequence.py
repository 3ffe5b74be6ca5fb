"""Pop sequences of a stack: questions about which are possible, how large the stack must be, and how many there are.

How they are worked out is said in `_stack_sequence.stacks`.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import comb

from engine.generators.alternatives import but_not, first_reading
from engine.generators.chance import Chance
from engine.generators.ds._stack_sequence import double_ended_queues, events_reading, pointers
from engine.generators.ds._stack_sequence import first_out as stack_first_out
from engine.generators.ds._stack_sequence import identifiers as stack_identifiers
from engine.generators.ds._stack_sequence import pushed_unknown as stack_pushed_unknown
from engine.generators.ds._stack_sequence.reading import recognise
from engine.generators.ds._stack_sequence.solving import solve
from engine.generators.ds._stack_sequence.stacks import Step, catalan, drawing_of, pop_sequences, run, stack_table
from engine.generators.kind import Generated, Kind, Solver, Wrong
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.variations import solving_variations, with_variations

POINT = "ds.stack.stack"


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
            stack_table(steps),
            f"栈中元素最多时有 {right} 个，容量至少为 {right} 个。",
        ),
        parameters={"task": "capacity", "pushes": list(pushes), "pops": list(pops)},
        drawing=drawing_of(steps, right),
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


# An order that may be changed.
_UNREAD = r"(?:顺序|次序)都?(?:可以?|能)?(?:任意|随意|随便)?(?:调整|改变|打乱|互换)|(?:顺序|次序)任意"

KIND = Kind(
    name="stack-sequence",
    title="出栈序列",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"栈|双端|队列|[入进]队|队列.*[端头]|死胡同|尽头线|后放的|最上面|弹[夹匣]|窄口|一端封|push.*pop|压入.*弹出|后进先出|先进后出|车厢.*(?:进站|调度)",
        recognise=but_not(_UNREAD)(
            with_variations(
                first_reading(
                    stack_identifiers.recognise,
                    stack_pushed_unknown.recognise,
                    stack_first_out.recognise,
                    recognise,
                    double_ended_queues.recognise,
                    events_reading.recognise,
                    pointers.recognise,
                )
            )
        ),
        solve=solving_variations(lambda told: pointers.solve(told) if str(told.get("task")).startswith("pointer") else solve(told)),
    ),
)
