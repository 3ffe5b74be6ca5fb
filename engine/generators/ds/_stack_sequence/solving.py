"""Answers about pop sequences of a stack, with what the text says of them."""

from __future__ import annotations

from collections.abc import Sequence
from math import comb
from typing import Any

from engine.generators import patterns
from engine.generators.ds._stack_sequence import double_ended_queues, events_solving
from engine.generators.ds._stack_sequence import first_out as stack_first_out
from engine.generators.ds._stack_sequence import identifiers as stack_identifiers
from engine.generators.ds._stack_sequence import pushed_unknown as stack_pushed_unknown
from engine.generators.ds._stack_sequence.asked import place_name
from engine.generators.ds._stack_sequence.claims import at_several_places, claims
from engine.generators.ds._stack_sequence.stacks import bounded, capacity, catalan, drawing_of, pop_sequences, run, stack_table
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.reading import stay_out


def _prefix(pushes: Sequence[str], pops: Sequence[str]) -> bool:
    """Whether a pop sequence can begin so."""
    return run(pushes, pops) is not None


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
    if ends := parameters.get("ends"):
        told = {"top": ("栈顶", left[-1]), "bottom": ("栈底", left[0]), "all": ("从栈底到栈顶", listed(left))}
        shown = [told[end] for end in ends]
        return Solution(
            answer=shown[0][1] if len(shown) == 1 else "，".join(f"{name} {value}" for name, value in shown),
            steps=f"按操作逐步进行，依次出栈的是 {listed(out) or '（无）'}，栈中从底到顶是 {listed(left)}。",
            also=("，".join(value for _, value in shown), ", ".join(value for _, value in shown)),
            conventions=("栈初始为空",),
        )
    deepest = f"；栈中最多 {parameters['most']} 个元素" if "most" in parameters else ""
    return Solution(
        answer=f"{joined}{rest}{deepest}",
        steps=f"按操作逐步进行，依次出栈的是 {listed(out)}{rest}。",
        also=(joined, listed(out)),
        conventions=("栈初始为空",),
    )


def _choice(parameters: Parameters) -> Solution:
    """Which of the pasted sequences is possible, or is not."""
    pushes: list[str] = parameters["pushes"]
    possible: bool = parameters["possible"]

    def fits(option: str) -> bool:
        if patterns.fullmatch(r"任意的?(?:顺序|次序)?(?:都可以|均可)?", option.strip()):
            return False  # no sequence, and never all of them
        names = (
            tuple(patterns.findall(r"[A-Za-z]\d*|\d+", option)) if patterns.search(r"[\s,、→]", option.strip()) else tuple(option.strip())
        )
        if sorted(names) != sorted(pushes):
            stay_out("an option of other elements")
        return _fits_in(pushes, names, parameters.get("room"), parameters.get("row")) == possible

    return Solution(
        answer="",
        steps="逐个选项模拟：为每个要出栈的元素，先入栈到它为止；要出栈的元素不在栈顶而压在下面时，这个序列不可能得到。",
        fits=fits,
        conventions=("栈初始为空，每个元素只进出一次，栈的容量足够",),
    )


def _legal(pushes: Sequence[str], pops: Sequence[str], room: int | None) -> tuple[bool, str]:
    """Whether a sequence can be popped, and why."""
    done = run(pushes, pops)
    if done is None:
        good = max(number for number in range(len(pops)) if _prefix(pushes, pops[:number]))
        return False, f"前 {good} 个元素出栈后，{pops[good]} 不在栈顶（压在别的元素下面），无法接着出栈。"
    if not _fits_in(pushes, pops, room):
        return False, f"要得到这个序列，栈中至少要能放 {capacity(pushes, pops)} 个元素，而容量只有 {room}。"
    return True, paragraphs("为每个要出栈的元素，先入栈到它为止：", stack_table(done))


def _whether(parameters: Parameters) -> Solution:
    """Whether one sequence can be popped."""
    pushes, pops = parameters["pushes"], parameters["asked"][0][1]
    can, why = _legal(pushes, pops, parameters.get("room"))
    done = run(pushes, pops) if can else None
    return Solution(
        answer="合法（可能）" if can else "不合法（不可能）",
        steps=why,
        also=("可能", "合法", "能", "可以") if can else ("不可能", "不合法", "不能", "不可以"),
        conventions=("栈初始为空，每个元素只进出一次" + ("" if "room" in parameters else "，栈的容量足够"),),
        drawing=None if done is None else drawing_of(done, max(len(step.full) for step in done)),
    )


def _least(pushes: Sequence[str], pops: Sequence[str]) -> Solution:
    """The least size of a stack that makes a sequence."""
    steps = run(pushes, pops)
    if steps is None:
        stay_out("no such pop sequence")
    size = max(len(step.full) for step in steps)
    return Solution(
        answer=f"{size} 个元素",
        steps=paragraphs("为每个要出栈的元素，先入栈到它为止：", stack_table(steps), f"栈中最多时有 {size} 个元素。"),
        also=(str(size),),
        conventions=("栈初始为空，每个元素只进出一次", "元素出栈后即入队时，出队顺序就是出栈顺序"),
        drawing=drawing_of(steps, size),
    )


def _row(pushes: Sequence[str], pops: Sequence[str], push: str, pop: str, room: int | None) -> str:
    """The operations that make a sequence, written with the given signs."""
    steps = run(pushes, pops)
    if steps is None or not _fits_in(pushes, pops, room):
        return "没有这样的操作序列"
    return "".join(push * len(step.pushed) + pop for step in steps)


def _number(count: int, room: int | None) -> tuple[int, str]:
    """How many pop sequences there are, and how that is worked out."""
    if room is not None and room < count:
        value = bounded(count, room)
        return value, f"栈中最多 {room} 个元素，逐步列出能进能出的每种走法，共 {value} 种。"
    value = catalan(count)
    return (
        value,
        f"出栈序列数是卡特兰数 C(2n, n) ÷ (n + 1)。n 为 {count} 时，C({2 * count}, {count}) 等于 {comb(2 * count, count)}，{comb(2 * count, count)} ÷ {count + 1} = {value}。",
    )


def _holds(names: Sequence[str], condition: Sequence[Any]) -> bool:
    """Whether a pop sequence is as a condition says."""
    if condition[0] == "before":
        return names.index(condition[1]) < names.index(condition[2])
    return bool(names[condition[0]] == condition[1])


class _Sequences:
    """All pop sequences that are as the text says, with what was asked of them."""

    def __init__(self, parameters: Parameters) -> None:
        self.pushes: list[str] = parameters["pushes"]
        self.room, given = parameters.get("room"), parameters["given"]
        self.found = [names for names in pop_sequences(self.pushes, self.room) if all(_holds(names, each) for each in given)]
        if not self.found:
            stay_out("no such sequence")

    def tell(self, task: Sequence[Any]) -> str:
        """The answer to one thing asked."""
        what, *rest = task
        if what == "count":
            return f"{len(self.found)} 种"
        if what == "only" and len(self.found) > 10:
            stay_out("so many sequences")
        if what in ("list", "only"):
            short = all(len(name) == 1 for name in self.pushes)
            return "、".join("".join(names) if short else listed(names, " ") for names in sorted(self.found))
        if what == "legal":
            can, _ = _legal(self.pushes, rest[0], self.room)
            return f"{''.join(rest[0]) if all(len(name) == 1 for name in rest[0]) else listed(rest[0])} {'可能' if can else '不可能'}"
        if what == "maybe" and rest[0] == "at":
            can = any(names[rest[1]] == rest[2] for names in self.found)
            return f"{place_name(rest[1])}{'可能' if can else '不可能'}是 {rest[2]}"
        if what == "maybe":
            can = any(all(names.index(first) < names.index(rest[2]) for first in rest[1]) for names in self.found)
            return f"{'、'.join(rest[1])} {'可能' if can else '不可能'}比 {rest[2]} 先出栈"
        if what == "order":
            one, other = rest
            firsts = {names.index(one) < names.index(other) for names in self.found}
            if len(firsts) > 1:
                return f"{one} 和 {other} 谁先都可能"
            return f"{one} 在 {other} 之前" if firsts.pop() else f"{other} 在 {one} 之前"
        there = sorted({names[rest[0]] for names in self.found}, key=self.pushes.index)
        if what == "many":
            return f"{len(there)} 种可能"
        if what == "never":
            return f"{place_name(rest[0])}不可能是 {listed([name for name in self.pushes if name not in there], '、')}"
        return f"{place_name(rest[0])}可能是 {listed(there, '、')}"


def _asked(parameters: Parameters) -> Solution:
    """What was asked of the pop sequences."""
    pushes, tasks, room = parameters["pushes"], parameters["asked"], parameters.get("room")
    if "apart" in parameters:
        return _each_apart(parameters)
    if [task[0] for task in tasks] == ["several"]:
        return at_several_places(_Sequences(parameters).found, tasks[0][1], tasks[0][2])
    if parameters.get("claims") and [task[0] for task in tasks] == ["places"]:
        there = {names[tasks[0][1]] for names in _Sequences(parameters).found}
        told_ = f"列出满足条件的出栈序列，{place_name(tasks[0][1])}可能是 {listed(sorted(there, key=pushes.index), '、')}，逐项对照。"
        return claims([(None, there)], told_, ("栈初始为空，每个元素只进出一次，栈的容量足够",))
    if parameters.get("claims"):
        stay_out("claims of several places")
    if [task[0] for task in tasks] == ["capacity"]:
        return _least(pushes, tasks[0][1])
    if [task[0] for task in tasks] == ["never"] and all(each[0] != "before" for each in parameters["given"]):
        return events_solving.placed({**parameters, "place": tasks[0][1], "possible": False})
    if [task[0] for task in tasks] == ["legal"]:
        return _whether(parameters)
    elements = "元素互不相同，按固定次序入栈，" + ("栈的容量足够" if room is None else f"栈的容量为 {room}")
    if tasks == [["count"]] and not parameters["given"]:
        value, steps = _number(len(pushes), room)
        return Solution(answer=f"{value} 种", steps=steps, also=(str(value), f"{value} 个"), conventions=(elements,))
    answers, steps_ = [], []
    plain = all(task[0] in ("legal", "row", "capacity", "left") or (task == ["count"] and not parameters["given"]) for task in tasks)
    sequences = None if plain else _Sequences(parameters)
    for task in tasks:
        if task[0] == "legal":
            can, why = _legal(pushes, task[1], room)
            told = "".join(task[1]) if all(len(name) == 1 for name in task[1]) else listed(task[1])
            answers.append(f"{told} {'可能' if can else '不可能'}")
            steps_.append(f"{told}：{why}")
        elif task[0] == "row":
            answers.append(_row(pushes, task[3], task[1], task[2], room))
            _, why = _legal(pushes, task[3], room)
            if why not in "".join(steps_):
                steps_.append(f"{listed(task[3])}：{why}")
        elif task[0] == "left":
            answers.append(listed(task[1], "、"))
            steps_.append(f"先出队的先出栈，出栈顺序也是 {listed(task[1], '、')}。")
        elif task[0] == "capacity":
            answers.append((least := _least(pushes, task[1])).answer)
            steps_ += [] if len(tasks) > 2 else [least.steps]
        elif sequences is None:
            value, why = _number(len(pushes), room)
            answers.append(f"{value} 种")
            steps_.append(why)
        else:
            answers.append(sequences.tell(task))
    if sequences is not None:
        shown = "；".join(listed(names, " ") for names in sequences.found[:20])
        steps_.append(f"满足条件的出栈序列有 {len(sequences.found)} 种：{shown}{'……' if len(sequences.found) > 20 else ''}。")
    also = _bare(answers)
    if len(tasks) == 1 and tasks[0][0] == "row" and (moves := run(pushes, tasks[0][3])) is not None:
        # The same in other signs, as options may have them.
        for push, pop in (("I", "O"), ("S", "X"), ("push", "pop"), ("进", "出"), ("入", "出"), ("入栈", "出栈"), ("进栈", "出栈")):
            row = [each for move in moves for each in (*[push] * len(move.pushed), pop)]
            also = (*also, ",".join(row), "".join(row), "、".join(row))
    if tasks == [["only"]] and sequences is not None and len(sequences.found) == 1:
        also = (*also, listed(sequences.found[0]), listed(sequences.found[0], "、"))
    return Solution(answer="；".join(answers), steps=paragraphs(*steps_), also=also, conventions=(elements,))


def _each_apart(parameters: Parameters) -> Solution:
    """Questions that have conditions of their own."""
    told = [
        _asked(
            {"pushes": parameters["pushes"], "asked": [task], "given": held["given"], **({"room": held["room"]} if held["room"] else {})}
        )
        for task, held in zip(parameters["asked"], parameters["apart"], strict=True)
    ]
    return Solution(
        answer="；".join(each.answer for each in told),
        steps=paragraphs(*(each.steps for each in told)),
        also=("；".join((each.also or (each.answer,))[0] for each in told),),
        conventions=tuple(dict.fromkeys(convention for each in told for convention in each.conventions)),
    )


def _bare(answers: Sequence[str]) -> tuple[str, ...]:
    """A single answer without its words: `3 种` is `3`, `第 2 个可能是 2、4` is `2、4`."""
    if len(answers) != 1:
        return ()
    found = patterns.search(r"是 (.+?)$", answers[0])
    bare = found[1] if found else patterns.sub(r" 种(?:可能)?$", "", answers[0])
    return bare, bare.replace("、", ","), f"{bare} 个", f"{bare}个"


_TRIED = range(6, 10)


def _symbolic(parameters: Parameters) -> Solution:
    """The same for `1, 2, …, n`, by trying several n: the answer must be one formula in n for all of them."""
    if parameters.get("claims"):
        return _claims(parameters)
    place, name = parameters["given"]
    answers = []
    instance = parameters.get("instance")
    if instance is not None and not 3 <= instance <= max(_TRIED):
        stay_out("so many elements")
    for task in parameters["asked"]:
        if task[1] in ("i", "k"):
            if (place, name) != (0, "n"):
                stay_out("the i-th of several sequences")
            answers.append(f"n − {task[1]} + 1")
            continue
        if instance is not None:
            first = {"n": str(instance), "n-1": str(instance - 1)}.get(name, name)
            pushes = [str(number) for number in range(1, instance + 1)]
            answers.append(_Sequences({"pushes": pushes, "given": [[place, first]]}).tell(task))
            continue
        told = []
        for count in _TRIED:
            pushes = [str(number) for number in range(1, count + 1)]
            first = {"n": str(count), "n-1": str(count - 1)}.get(name, name)
            told.append((count, _Sequences({"pushes": pushes, "given": [[place, first]]}), first))
        if task[0] == "maybe" and task[1] == "at":
            can = {sequences.tell(task) for _, sequences, _ in told}
            answers.append(can.pop() if len(can) == 1 else stay_out("it depends on n"))
            continue
        sets = [sorted(int(names[task[1]]) for names in dict.fromkeys(sequences.found, 0)) for _, sequences, _ in told]
        sets = [sorted(set(each)) for each in sets]
        if task[0] == "many":
            answers.append(_linear([(count, len(each)) for (count, _, _), each in zip(told, sets, strict=True)]))
        else:
            answers.append(_members([(count, each) for (count, _, _), each in zip(told, sets, strict=True)]))
    return Solution(
        answer="；".join(answers),
        steps="第一个出栈的元素入栈前，比它小的都压在栈里，只能从大到小出栈；比它大的可以随时进出。",
        also=tuple(answer.replace(" − ", "-").replace(" + ", "+") for answer in answers) if len(answers) == 1 else (),
        conventions=("元素互不相同，按 1, 2, …, n 的次序入栈，栈的容量足够",),
    )


def _claims(parameters: Parameters) -> Solution:
    """Which of the options says truly what stands at a place, for every n that is tried."""
    place, name = parameters["given"]
    if len(parameters["asked"]) != 1 or parameters["asked"][0][0] != "places" or parameters["instance"] is not None:
        stay_out("claims of several places")
    at = parameters["asked"][0][1]
    tried: list[tuple[int | None, set[str]]] = []
    for count in _TRIED:
        pushes = [str(number) for number in range(1, count + 1)]
        first = {"n": str(count), "n-1": str(count - 1)}.get(name, name)
        tried.append((count, {names[at] for names in _Sequences({"pushes": pushes, "given": [[place, first]]}).found}))
    return claims(
        tried,
        "第一个出栈的元素入栈前，比它小的都压在栈里，只能从大到小出栈；比它大的可以随时进出。"
        f"n 取 {_TRIED[0]} 时该位置可能是 {listed(sorted(map(int, tried[0][1])), '、')}，逐项对照。",
        ("元素互不相同，按 1, 2, …, n 的次序入栈，栈的容量足够",),
    )


def _linear(values: Sequence[tuple[int, int]]) -> str:
    """`n − 2`, `5`: a number that goes with n, or does not change."""
    differences = {value - count for count, value in values}
    if len(differences) == 1:
        by = differences.pop()
        return f"n − {-by}" if by < 0 else f"n + {by}" if by else "n"
    numbers = {value for _, value in values}
    return str(numbers.pop()) if len(numbers) == 1 else stay_out("another formula")


def _members(values: Sequence[tuple[int, list[int]]]) -> str:
    """`1 或 n`, `2, 4, 5, …, n`: the elements that may stand at a place."""
    if all(len(each) <= 2 for _, each in values):
        columns = list(zip(*(each for _, each in values), strict=True))
        return " 或 ".join(_linear([(count, value) for (count, _), value in zip(values, column, strict=True)]) for column in columns)
    _, last = values[-1]
    small = [value for value in last if value < 6]
    if any([value for value in each if value < 6] != small or each[len(small) :] != list(range(6, n + 1)) for n, each in values):
        stay_out("no plain set")
    return f"{listed(small)}, …, n"


def row_is_legal(row: str, push: str) -> bool:
    """Whether a row of operations never pops an empty stack, and leaves it empty."""
    height = 0
    for sign in row:
        height += 1 if sign == push else -1
        if height < 0:
            return False
    return height == 0


def _rows(parameters: Parameters) -> Solution:
    """Which rows of operations are legal."""
    push, pop, legal = parameters["push"], parameters["pop"], parameters["legal"]

    def fits(option: str) -> bool:
        row = patterns.sub(r"[\s,、]", "", option).upper()
        if not patterns.fullmatch(f"[{push}{pop}]+", row):
            stay_out("an option of other operations")
        return bool(row_is_legal(row, push) == legal)

    steps = f"从左到右数，任何时候 {push} 的个数都不少于 {pop} 的个数，最后两者相等，才合法（栈从空到空）。"
    conventions = ("栈的初态和终态都为空",)
    if not parameters["rows"]:
        return Solution(answer="", steps=steps, fits=fits, several=parameters.get("several", False), conventions=conventions)
    found = [row for row in parameters["rows"] if row_is_legal(row, push) == legal]
    return Solution(answer="、".join(found) or "都不是", steps=steps, conventions=conventions)


def solve(parameters: Parameters) -> Solution:
    """What was asked of a stack."""
    task = {
        "output": _output,
        "rows": _rows,
        "choice": _choice,
        "queues": double_ended_queues.solve,
        "symbolic": _symbolic,
        "asked": _asked,
        "first-out": stack_first_out.solve,
        "identifiers": stack_identifiers.solve,
        "pushed-unknown": stack_pushed_unknown.solve,
        "worked": events_solving.worked,
    }[parameters["task"]]
    return task(parameters)
