"""Page replacement beside a whole reference string: whom CLOCK evicts from a given state, pages told with their times, working sets, and the
faults of a program that runs through an array.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from itertools import groupby, permutations

from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.os._page_replacement.aging import solve_aging
from engine.generators.reading import stay_out


def improved_clock(bits: Sequence[tuple[int, int]], hand: int) -> tuple[int, list[str]]:
    """The frame that the improved CLOCK algorithm takes, and what each round does; bits: (used, modified).

    Rounds in turn: look for (0,0) without changing anything; look for (0,1), clearing the use bits passed.
    """
    count, used, lines = len(bits), [one for one, _ in bits], []
    for number in range(4):
        wanted = number % 2
        for step in range(count):
            at = (hand + step) % count
            if (used[at], bits[at][1]) == (0, wanted):
                lines.append(f"第 {number + 1} 轮找 (0,{wanted})：在第 {step + 1} 个位置找到。")
                return at, lines
            if wanted:
                used[at] = 0
        lines.append(f"第 {number + 1} 轮找 (0,{wanted})：没有找到" + ("，扫过的访问位都清 0。" if wanted else "。"))
    raise AssertionError("after a round that clears the use bits one is found")


def clock_run(pages: Sequence[str], bits: Sequence[int], hand: int, accesses: Sequence[str]) -> list[str | None]:
    """Whom the simple CLOCK algorithm evicts at each access; None: a hit."""
    frames, used = list(pages), list(bits)
    evicted: list[str | None] = []
    for page in accesses:
        if page in frames:
            used[frames.index(page)] = 1
            evicted.append(None)
            continue
        while used[hand]:
            used[hand] = 0
            hand = (hand + 1) % len(frames)
        evicted.append(frames[hand])
        frames[hand], used[hand] = page, 1
        hand = (hand + 1) % len(frames)
    return evicted


def faults_of(pages: Iterable[int], frames: int) -> int:
    """LRU's faults over a long string of pages."""
    memory: OrderedDict[int, None] = OrderedDict()
    count = 0
    for page, _ in groupby(pages):
        if page in memory:
            memory.move_to_end(page)
            continue
        count += 1
        if len(memory) == frames:
            memory.popitem(last=False)
        memory[page] = None
    return count


def solve_state(parameters: Parameters) -> Solution:
    """Whichever of them it is."""
    return {
        "clock": _solve_clock,
        "improved": _solve_improved,
        "moments": _solve_moments,
        "working-set": _solve_working_set,
        "arrays": _solve_arrays,
        "bounds": _solve_bounds,
        "displaced": _solve_displaced,
        "aging": solve_aging,
    }[parameters["state"]](parameters)


def _solve_improved(parameters: Parameters) -> Solution:
    names, bits = list(parameters["names"]), [tuple(pair) for pair in parameters["bits"]]
    victim, lines = improved_clock([(used, changed) for used, changed in bits], int(parameters["hand"]))
    name = names[victim]
    return Solution(
        answer=name,
        also=(name.lstrip("页帧"), f"{name.lstrip('页帧')}号帧", f"页面{name.lstrip('页帧')}"),
        steps=paragraphs("从指针处开始循环扫描（访问位, 修改位）：", *lines, f"淘汰 {name}。"),
        conventions=("第一轮找 (0,0)，不改访问位；第二轮找 (0,1)，扫过的访问位清 0；再不行重复这两轮",),
    )


def _victim(algorithm: str, rows: Sequence[dict[str, int]], hand: int | None) -> tuple[dict[str, int], str]:
    """The page that makes room, and why."""
    if algorithm == "improved":
        lowest = [row for row in rows if (row["used"], row["changed"]) == min((one["used"], one["changed"]) for one in rows)]
        if len(lowest) != 1:
            stay_out("where the hand points decides")
        classes = "，".join(f"{row['page']} 号页为 ({row['used']},{row['changed']})" for row in rows)
        return lowest[0], f"改进型 CLOCK 按 (访问位,修改位) 为 (0,0)、(0,1)、(1,0)、(1,1) 的次序淘汰：{classes}"
    if algorithm == "CLOCK":
        pointed = next(row for row in rows if row["frame"] == hand)
        if pointed["used"] and not all(row["used"] for row in rows):
            stay_out("in which order the frames are passed")
        why = "各页的访问位都是 1，转一圈都清 0 后回到" if pointed["used"] else "访问位为 0，正是"
        return pointed, f"CLOCK：{why}指针所指的页框 {hand}"
    column, why = ("loaded", "装入最早") if algorithm == "FIFO" else ("touched", "最久没有访问")
    first = [row for row in rows if row[column] == min(one[column] for one in rows)]
    if len(first) != 1:
        stay_out("two pages alike")
    return first[0], f"{algorithm}：{first[0]['page']} 号页{why}（{first[0][column]}）"


def _solve_displaced(parameters: Parameters) -> Solution:
    """An access to a page that may not be there: its page goes into the frame of the one that makes room."""
    page_size, address, rows = int(parameters["page_size"]), int(parameters["address"]), list(parameters["present"])
    page, offset = divmod(address, page_size)
    digits = -(-(page_size.bit_length() - 1) // 4)
    steps = [f"地址 {address:X}H 的页号为 {page}，页内偏移为 {offset:X}H。"]
    answers: list[str] = []
    spellings: list[tuple[str, ...]] = []
    for what, algorithm in parameters["asked"]:
        if what == "page":
            answers.append(f"页号 {page}")
            spellings.append((str(page),))
            continue
        held = next((row for row in rows if row["page"] == page), None)
        if held is not None:
            steps.append(f"{page} 号页在内存，页框号 {held['frame']:X}H。")
        else:
            held, why = _victim(algorithm, rows, parameters["hand"])
            steps.append(f"{page} 号页不在内存。{why}，淘汰 {held['page']} 号页，{page} 号页装入它的页框 {held['frame']:X}H。")
        physical = int(held["frame"]) * page_size + offset
        steps.append(f"物理地址为 {held['frame']} × {page_size} + {offset} = {physical}，即 {physical:X}H。")
        answers.append(f"{physical:X}H")
        spellings.append(
            (f"{physical:X}H", f"{held['frame']:X}{offset:0{digits}X}H", f"{physical:04X}H", f"{physical:05X}H", f"{physical:08X}H")
        )
    return Solution(
        answer="；".join(answers),
        also=spellings[0]
        if len(spellings) == 1
        else ("；".join(one[0] for one in spellings), "；".join(one[-3 if len(one) > 2 else 0] for one in spellings)),
        steps=paragraphs(*steps),
        conventions=("改进型 CLOCK 依次找 (0,0)、(0,1)，再把访问位清 0 重来",)
        if any(name == "improved" for _, name in parameters["asked"])
        else (),
    )


def _solve_clock(parameters: Parameters) -> Solution:
    names = [str(name) for name in parameters["names"]]
    evicted = clock_run(
        names, [int(bit) for bit in parameters["bits"]], int(parameters["hand"]), [str(page) for page in parameters["accesses"]]
    )
    wanted = [(page, gone) for page, gone in zip(parameters["accesses"], evicted, strict=True) if gone is not None]
    if not wanted:
        stay_out("nobody is evicted")
    lines = [
        f"访问 {page}：" + ("命中，访问位置 1。" if gone is None else f"缺页，跳过访问位为 1 的页并清 0，淘汰 {gone}，装入后指针下移。")
        for page, gone in zip(parameters["accesses"], evicted, strict=True)
    ]
    return Solution(
        answer="依次淘汰页 " + "、页 ".join(str(gone) for _, gone in wanted) if len(wanted) > 1 else f"页 {wanted[0][1]}",
        steps=paragraphs(*lines),
        conventions=("装入和命中都把访问位置 1，指针只在缺页时移动",),
    )


def _solve_moments(parameters: Parameters) -> Solution:
    rows = parameters["rows"]
    said, steps = [], []
    for name in parameters["algorithms"]:
        column, what = {
            "FIFO": ("loaded", "装入最早"),
            "LRU": ("used", "最久没有访问"),
            "SECOND": ("chance", "是 R 为 0 的页中装入最早的（都为 1 时清 0 后取装入最早的）"),
            "NRU": ("class", "的 (R,M) 类别 2R+M 最低"),
            "CLOCK": ("class", "的 (R,M) 最优先，用 2R+M 比较"),
        }[name]
        oldest = min(rows, key=lambda row: row[column])
        name = "第二次机会" if name == "SECOND" else name
        said.append(f"{name} 淘汰 {oldest['page']} 号页" if len(parameters["algorithms"]) > 1 else f"{oldest['page']} 号页")
        steps.append(f"{name}：{oldest['page']} 号页{what}（{oldest['loaded' if column == 'chance' else column]}）。")
    return Solution(answer="，".join(said), steps=paragraphs(*steps))


def _orders(pages: Sequence[int]) -> tuple[str, ...]:
    """A set of pages in every order that people may write it in."""
    return tuple(f"{{{listed(order, ', ')}}}" for order in permutations(pages)) if len(pages) <= 5 else ()


def _solve_working_set(parameters: Parameters) -> Solution:
    references, window, at = list(parameters["references"]), int(parameters["window"]), int(parameters["at"])
    recent = references[max(0, at - window) : at]
    pages = sorted(set(recent))
    shown = f"{{{listed(pages, ', ')}}}"
    asked = parameters["asked"]
    answer = shown if asked == ["set"] else str(len(pages)) if asked == ["size"] else f"{shown}，大小 {len(pages)}"
    return Solution(
        answer=answer,
        also=(f"{len(pages)} 个", shown) if asked == ["size"] else _orders(pages) if asked == ["set"] else (),
        steps=f"最近 {window} 次访问是 {listed(recent)}，其中不同的页是 {listed(pages)}，共 {len(pages)} 个。",
    )


def _solve_arrays(parameters: Parameters) -> Solution:
    said, steps = [], []
    # The same program with the pages of a second size, where one is told.
    for per_page in [parameters["per_page"], *parameters.get("per_page_later", ())]:
        counts, working = _array_faults(parameters, int(per_page))
        said += counts
        steps += working
    return Solution(answer="；".join(said), steps=paragraphs(*steps), conventions=("数组从页边界开始存放，页框初始为空，程序不占这些页框",))


def _array_faults(parameters: Parameters, per_page: int) -> tuple[list[str], list[str]]:
    """The faults of each program, and the working."""
    rows, columns, frames = (int(parameters[name]) for name in ("rows", "columns", "frames"))
    said, steps = (
        [],
        [
            f"按{'行' if parameters['by_row'] else '列'}存放，每页 {per_page} 个元素，数组共 ⌈{rows}×{columns}/{per_page}⌉ = {-(-rows * columns // per_page)} 页。"
        ],
    )
    for row_outside in parameters["loops"]:

        def pages(row_outside: bool = row_outside) -> Iterable[int]:
            outer, inner = (rows, columns) if row_outside else (columns, rows)
            for one in range(outer):
                for other in range(inner):
                    row, column = (one, other) if row_outside else (other, one)
                    yield (row * columns + column if parameters["by_row"] else column * rows + row) // per_page

        count = faults_of(pages(), frames)
        said.append(f"{count} 次")
        steps.append(
            f"{'一行一行' if row_outside else '一列一列'}地访问，{frames} 个页框："
            + (f"存放次序与访问次序{'相同，每页只缺一次' if row_outside == bool(parameters['by_row']) else '不同'}，缺页 {count} 次。")
        )
    return said, steps


def _solve_bounds(parameters: Parameters) -> Solution:
    length, different = int(parameters["length"]), int(parameters["different"])
    return Solution(
        answer=f"下限 {different}，上限 {length}",
        also=(f"{different}～{length}",),
        steps=f"每个不同的页至少缺一次，下限为 {different}；最坏时每次访问都缺页，上限为 {length}。",
    )
