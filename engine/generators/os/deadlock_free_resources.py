"""How many resources of one type keep processes from deadlock, how many processes they bear, how much each may need.

The bound of the textbooks (Silberschatz, Operating System Concepts, exercises on deadlock): with m resources of one type, taken and
returned one at a time, there is no deadlock exactly if the sum of (need - 1) over the processes is less than m; at the worst
every process holds all but one of what it needs.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.drawings.model import Cell, Drawing, Grid, Row
from engine.generators import patterns
from engine.generators.alternatives import first_reading
from engine.generators.chance import Chance
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.laws.solving import recogniser, solver
from engine.generators.markdown import listed, paragraphs
from engine.generators.os._deadlock_free_resources.cases import recognise_cases, recognise_values, solve_cases, solve_values
from engine.generators.os._deadlock_free_resources.formula import solve_with_a_letter, with_a_letter
from engine.generators.os._deadlock_free_resources.reading import recognise, recognise_choice, recognise_one_more
from engine.generators.os._deadlock_free_resources.topic import DEADLOCK
from engine.generators.reading import stay_out
from engine.generators.several import together

POINT = "os.process.deadlock-prevention"


def least_resources(needs: Sequence[int]) -> int:
    """The fewest resources with which processes of these needs cannot deadlock."""
    return sum(need - 1 for need in needs) + 1


def most_processes(resources: int, need: int) -> int:
    """The most processes of equal need (at least 2) that cannot deadlock on so many resources."""
    return (resources - 1) // (need - 1)


def largest_need(resources: int, processes: int) -> int:
    """The largest equal need of so many processes that cannot deadlock on so many resources; never more than there are."""
    return min(resources, (resources - 1) // processes + 1)


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _least(chance, [chance.between(2, 12)] * chance.between(3, 14), "least")
    if difficulty == 2:
        return _processes(chance) if chance.one_in(2) else _need(chance)
    needs = [chance.between(2, 7) for _ in range(chance.between(3, 5))]
    if len(set(needs)) < 2:
        return None
    return _least(chance, needs, "least-different") if chance.one_in(2) else _holding(chance, needs)


_RULE = "每次只申请一个，得不到就等待，用完后全部归还"


def _options(values: Sequence[tuple[int, str]], unit: str) -> list[Wrong]:
    return [Wrong(f"{value} {unit}", why) for value, why in values if value > 0]


def _least(chance: Chance, needs: list[int], task: str) -> Generated:
    right, count = least_resources(needs), len(needs)
    same = len(set(needs)) == 1
    thing = chance.choice(("资源", "打印机", "磁带机"))
    described = (
        f"{count} 个进程都需要同类{thing}，每个最多需要 {needs[0]} 个"
        if same
        else f"{count} 个进程共享同类{thing}，最大需求依次为 {listed(needs, '、')} 个"
    )
    wrong = [
        (sum(needs), "以为要满足所有进程的最大需求"),
        (right - 1, "忘了再加 1 个，正好落在死锁的边缘"),
        (right + 1, "多算了 1 个"),
        (max(needs), "以为只要能满足一个进程"),
        (right + count - 1 if right + count - 1 != sum(needs) else right + 2, "每个进程都多留了 1 个"),
        (count + 1, "没有计入每个进程的需求"),
        (sum(needs) - 1, "只从总需求中减去 1"),
        (right - 2, "少算了 2 个"),
    ]
    return Generated(
        point=POINT,
        stem=f"{described}，{_RULE}。为保证不发生死锁，系统至少应有的{thing}数为",
        right=f"{right} 个",
        wrong=_options(wrong, "个"),
        steps=_working(needs),
        parameters={"task": task, "needs": needs} if not same else {"task": task, "processes": count, "need": needs[0]},
        drawing=_drawing(needs) if count <= 8 and max(needs) <= 12 else None,
    )


def _working(needs: Sequence[int]) -> str:
    terms = f"{len(needs)} × ({needs[0]} − 1)" if len(set(needs)) == 1 else " + ".join(f"({need} − 1)" for need in needs)
    return paragraphs(
        "最坏的情况是每个进程都拿到只差 1 个的资源，谁也不归还。",
        "此时只要还剩 1 个，就有进程能得到全部资源，运行结束后归还，其余进程便可依次完成。",
        f"至少需要 {terms} + 1 = {least_resources(needs)} 个",
    )


def _processes(chance: Chance) -> Generated:
    resources, need = chance.between(6, 24), chance.between(2, 6)
    right = most_processes(resources, need)
    wrong = [
        (resources // need, "用资源数除以每个进程的需求"),
        (right + 1, "没有留出最后 1 个资源" if resources % (need - 1) == 0 else "除不尽时向上取了整"),
        (right - 1, "少算了 1 个进程"),
        (resources - need, "用资源数减去每个进程的需求"),
        (resources // (need - 1) if resources % (need - 1) == 0 else right + 2, "没有留出最后 1 个资源"),
        (resources - need + 1, "以为只要满足一个进程，其余各拿 1 个"),
        (right + 3, "多算了 3 个进程"),
    ]
    return Generated(
        point=POINT,
        stem=f"系统有同类资源 {resources} 个，由若干个进程共享，每个进程最多需要 {need} 个，{_RULE}。不会发生死锁的进程数最多为",
        right=f"{right} 个",
        wrong=_options(wrong, "个"),
        steps=paragraphs(
            f"设有 $n$ 个进程。最坏的情况是每个进程都已有 {need} − 1 = {need - 1} 个。",
            f"不死锁要求 $n × {need - 1} + 1 ≤ {resources}$，即 $n ≤ ({resources} - 1)/{need - 1}$。",
            f"取整 ⌊{resources - 1}/{need - 1}⌋ = {right}，最多 {right} 个",
        ),
        parameters={"task": "most-processes", "resources": resources, "need": need},
        drawing=_drawing([need] * min(right, 8)),
    )


def _need(chance: Chance) -> Generated | None:
    processes = chance.between(3, 8)
    resources = chance.between(processes + 1, processes * 5)
    right = largest_need(resources, processes)
    if right < 2:
        return None
    wrong = [
        (resources // processes, "把资源平均分给各进程"),
        (right + 1, "没有留出最后 1 个资源"),
        (right - 1, "少算了 1 个"),
        (resources - processes + 1, "以为其余进程各拿 1 个就够了"),
        (resources - processes, "用资源数减去进程数"),
        (right + 2, "多算了 2 个"),
        (right - 2, "少算了 2 个"),
    ]
    return Generated(
        point=POINT,
        stem=f"系统有同类资源 {resources} 个，供 {processes} 个进程共享，各进程的最大需求相同，{_RULE}。不会发生死锁时，每个进程的最大需求最多为",
        right=f"{right} 个",
        wrong=_options(wrong, "个"),
        steps=paragraphs(
            f"设每个进程最多需要 $x$ 个。最坏的情况是 {processes} 个进程都已有 $x - 1$ 个。",
            f"不死锁要求 ${processes}(x - 1) + 1 ≤ {resources}$，即 $x ≤ ({resources} - 1)/{processes} + 1$。",
            f"⌊{resources - 1}/{processes}⌋ + 1 = {right}，最多 {right} 个",
        ),
        parameters={"task": "largest-need", "resources": resources, "processes": processes},
        drawing=_drawing([right] * processes),
    )


def _holding(chance: Chance, needs: list[int]) -> Generated | None:
    """How many resources the system may lend out at most while a deadlock is still possible, asked as one more process of equal need."""
    extra = chance.between(2, 4)
    resources = least_resources(needs) + chance.between(1, 9)
    spare = resources - least_resources(needs)
    right = spare // (extra - 1)
    if right < 2:
        return None
    wrong = [
        (spare // extra, "用余下的资源数除以每个新进程的需求"),
        (right + 1, "没有留出最后 1 个资源"),
        (right - 1, "少算了 1 个进程"),
        (max(0, resources - sum(needs)) // extra, "以为要满足所有进程的最大需求"),
        (resources // (extra - 1), "没有考虑原有的进程"),
        (right + 2, "多算了 2 个进程"),
        (spare, "没有计入每个新进程的需求" if extra > 2 else "重复计算了余下的资源"),
    ]
    return Generated(
        point=POINT,
        stem=(
            f"系统有同类资源 {resources} 个，{len(needs)} 个进程的最大需求依次为 {listed(needs, '、')} 个，{_RULE}。"
            f"再加入最大需求都为 {extra} 个的进程，仍保证不发生死锁，最多可加入的进程数为"
        ),
        right=f"{right} 个",
        wrong=_options(wrong, "个"),
        steps=paragraphs(
            f"原有进程最坏时占有 {' + '.join(f'({need} − 1)' for need in needs)} = {sum(needs) - len(needs)} 个，连同必须留出的 1 个，共 {least_resources(needs)} 个。",
            f"余下 {resources} − {least_resources(needs)} = {spare} 个，每个新进程最坏时占有 {extra} − 1 = {extra - 1} 个。",
            f"⌊{spare}/{extra - 1}⌋ = {right}，最多可加入 {right} 个",
        ),
        parameters={"task": "joining", "resources": resources, "needs": needs, "extra": extra},
        drawing=_drawing(needs),
    )


def _drawing(needs: Sequence[int]) -> Drawing:
    widest = max(needs)
    rows = tuple(
        Row(
            f"P{number}",
            tuple(Cell("■", "new") if i < need - 1 else Cell("缺", "bad") if i == need - 1 else Cell("") for i in range(widest)),
        )
        for number, need in enumerate(needs, 1)
    )
    return Grid(
        title="最坏的情况：每个进程只差 1 个",
        note="再有 1 个资源，就有进程能完成并归还",
        corner="进程",
        columns=tuple(str(i + 1) for i in range(widest)),
        rows=rows,
    )


# --- solver ------------------------------------------------------------------------------------------------------------------------


_CONVENTION = "资源同类、可重复使用，每次申请 1 个，得不到就等待，最大需求不超过资源总数"


_SOLVE_ASKED = solver((DEADLOCK,))


def _solve(parameters: Parameters) -> Solution:
    if (asked := _SOLVE_ASKED(parameters)) is not None:
        return asked
    if "parts" in parameters:
        return together([_solve(part) for part in parameters["parts"]])
    if "letter" in parameters:
        return solve_with_a_letter(parameters)
    if "cases" in parameters:
        return solve_cases(parameters)
    if parameters["asked"] == ["values"]:
        return solve_values(parameters)
    if parameters["asked"] == ["fits"]:
        return _solve_choice(bool(parameters["may"]))
    needs, resources = list(parameters["needs"]), list(parameters["resources"])
    said: list[str] = []
    steps: list[str] = []
    also: tuple[str, ...] = ()
    drawing = None
    for task in parameters["asked"]:
        target, _, state = task.partition(":")
        if target in ("whether", "extra"):
            least = least_resources(needs)
            steps.append(_working(needs))
            for number in resources:
                never = least <= number
                steps.append(f"现有 {number} 个，{'不少于' if never else '少于'} {least} 个，{'不会死锁' if never else '可能死锁'}。")
                verdict = "不会死锁" if never else "可能死锁"
                if target == "whether":
                    said.append(f"{number} 个{verdict}" if len(resources) > 1 else verdict)
                else:
                    said.append(f"再增加 {max(0, least - number)} 个" if not never else "不需要增加（0 个）")
                also = (
                    ("不会", "不可能", "不会发生死锁", "不可能发生死锁", "不会出现死锁", "否", "一定不会", "能避免")
                    if never
                    else ("会", "可能", "有可能", "可能发生死锁", "会死锁", "是")
                )
        elif state.endswith("-range"):
            safe = state.startswith("safe")
            bound = _bound(target, parameters, steps)
            above = safe == (target == "resources")
            limit = bound if safe else bound - 1 if target == "resources" else bound + 1
            said.append(f"{_SIGNS[target]} {'≥' if above else '≤'} {limit}")
            also = tuple(f"{limit}{unit}" for unit in ("", " 个", "个")) + tuple(
                f"{wording}{limit}{unit}" for wording in ("至少", "不少于") if above for unit in ("", "个")
            )
        elif target == "resources":
            least = least_resources(needs)
            steps.append(_working(needs))
            if state == "danger":
                steps.append(f"少 1 个就可能死锁，可能死锁的最大资源数为 {least} − 1 = {least - 1}。")
            said.append(f"{least if state == 'safe' else least - 1} 个")
            drawing = _drawing(needs) if len(needs) <= 8 and max(needs) <= 12 else None
        elif target == "processes":
            said.append(_solve_processes(resources[0], int(parameters["need"]), state, steps))
            if state == "all":
                # Among options the greatest is meant.
                greatest = most_processes(resources[0], int(parameters["need"]))
                also = (str(greatest), f"{greatest} 个", f"不超过 {greatest}", f"1～{greatest}")
        else:
            said.append(_solve_need(resources[0], int(parameters["processes"]), state, steps))
    kinds = [task.partition(":") for task in parameters["asked"]]
    if len(kinds) > 1:
        words = {"safe": "不会死锁", "danger": "可能死锁"}
        said = [f"{words[state]}：{answer}" if state in words else answer for (_, _, state), answer in zip(kinds, said, strict=False)]
    return Solution(
        answer="；".join(said),
        also=also if len(said) == 1 else (),
        steps=paragraphs(*dict.fromkeys(steps)),
        conventions=(_CONVENTION,),
        drawing=drawing,
    )


_SIGNS = {"resources": "资源数", "processes": "进程数", "need": "每个进程的最大需求"}


def _bound(target: str, parameters: Parameters, steps: list[str]) -> int:
    """The greatest (of resources the least) number with which there is no deadlock."""
    if target == "resources":
        steps.append(_working(list(parameters["needs"])))
        return least_resources(list(parameters["needs"]))
    resources = int(parameters["resources"][0])
    if target == "processes":
        _solve_processes(resources, int(parameters["need"]), "safe", steps)
        return most_processes(resources, int(parameters["need"]))
    _solve_need(resources, int(parameters["processes"]), "safe", steps)
    return largest_need(resources, int(parameters["processes"]))


def _solve_processes(resources: int, need: int, state: str, steps: list[str]) -> str:
    right = most_processes(resources, need)
    steps.append(f"设有 $n$ 个进程，最坏时各有 {need - 1} 个。不死锁要求 $n × {need - 1} + 1 ≤ {resources}$。")
    steps.append(f"$n$ 最大为 ⌊{resources - 1}/{need - 1}⌋ = {right}。")
    if state == "all":
        return f"n = {listed(range(1, right + 1), '、')}"
    if state == "danger":
        steps.append(f"再多 1 个就可能死锁，最少为 {right + 1} 个。")
        return f"{right + 1} 个"
    return f"{right} 个"


def _solve_need(resources: int, processes: int, state: str, steps: list[str]) -> str:
    right = largest_need(resources, processes)
    if right == resources and processes > 1 and (resources - 1) // processes + 1 > resources:
        stay_out("a need larger than what there is")
    steps.append(f"设每个进程最多需要 $x$ 个，最坏时各有 $x - 1$ 个。不死锁要求 ${processes}(x - 1) + 1 ≤ {resources}$。")
    steps.append(f"$x$ 最大为 ⌊{resources - 1}/{processes}⌋ + 1 = {right}。")
    if state == "danger":
        steps.append(f"再大 1 就可能死锁，最小为 {right + 1}。")
    return f"{right if state == 'safe' else right + 1} 个"


def _solve_choice(may: bool) -> Solution:
    """Which of four sets of values may deadlock (or never does)."""

    def fits(option: str) -> bool:
        values = {name.lower(): int(value) for name, value in patterns.findall(r"([mnwMNW])\s*=\s*(\d+)", option)}
        if set(values) != {"m", "n", "w"} or values["w"] > values["m"]:
            stay_out(f"not the three values: {option}")
        return (least_resources([values["w"]] * values["n"]) > values["m"]) == may

    return Solution(
        answer="",
        steps=f"$n$ 个进程各需 $w$ 个，最坏时各占 $w - 1$ 个。$m ≥ n(w - 1) + 1$ 时不会死锁，否则可能死锁。逐项代入，合适的只有{'可能' if may else '不会'}死锁的一项。",
        fits=fits,
        conventions=(_CONVENTION,),
    )


KIND = Kind(
    name="deadlock-free-resources",
    title="不死锁的资源数",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"死锁|卡死|等死|安全|行不行|够不够",
        recognise=first_reading(
            recognise,
            recognise_choice,
            recognise_one_more,
            with_a_letter(recognise),
            recognise_cases,
            recognise_values,
            recogniser(DEADLOCK),
            solve=_solve,
        ),
        solve=_solve,
    ),
)
