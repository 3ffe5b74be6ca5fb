"""Contiguous allocation: first, best, worst and next fit over requests and releases.

After Knuth, The Art of Computer Programming, volume 1, section 2.5, and Silberschatz, Operating System Concepts (contiguous memory
allocation): a request takes the low end of the hole chosen; neighbouring holes merge on release; of equal holes the lowest.
Next fit begins to look where the last allocation ended, and goes round.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from engine.generators import patterns
from engine.generators.alternatives import first_reading, left_by
from engine.generators.chance import Chance
from engine.generators.kind import Generated, Kind, Recognition, Solver, Wrong
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.os._exam_spelling import spelled
from engine.generators.os._memory_allocation.areas_spelling import areas_spelling
from engine.generators.os._memory_allocation.chain_reading import recognise_chain
from engine.generators.os._memory_allocation.holes import NAMES, Event, Hole, allocate, drawing_of, working
from engine.generators.os._memory_allocation.inquiry import buddies_asked, placed
from engine.generators.os._memory_allocation.merging_reading import recognise_merging, recognise_neighbours
from engine.generators.os._memory_allocation.partition_schemes_reading import (
    recognise_buddy,
    recognise_compaction,
    recognise_fixed,
    recognise_half,
)
from engine.generators.os._memory_allocation.questions_spelling import questions_spelling
from engine.generators.os._memory_allocation.reading import SHORT, recognise
from engine.generators.os._memory_allocation.solving import solve_allocation
from engine.generators.os._memory_allocation.wording import recognise_in_usual_words
from engine.generators.reading import close_up

POINT = "os.memory.contiguous"


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _place(chance, chance.choice(("first", "best", "worst")))
    if difficulty == 2:
        return _largest(chance, chance.choice(("first", "best", "worst")))
    return _place_after(chance) if chance.one_in(2) else _failing(chance)


def _holes(chance: Chance, count: int) -> list[Hole]:
    at, holes = chance.between(20, 100, 10), []
    lengths = chance.sample(range(30, 300, 10), count)
    for length in lengths:
        holes.append(Hole(at, length))
        at += length + chance.between(30, 120, 10)
    return holes


def _place(chance: Chance, algorithm: str) -> Generated | None:
    """Where the last of three requests is put."""
    holes = _holes(chance, 5)
    sizes = [chance.between(20, 180, 5) for _ in range(3)]
    events = [Event(f"P{number}", size) for number, size in enumerate(sizes, 1)]
    moments = allocate(algorithm, holes, events)
    if any(moment.place is None for moment in moments):
        return None
    right = moments[-1].place
    wrong = [
        (allocate(other, holes, events)[-1].place, f"做成了{SHORT[other]}")
        for other in ("first", "best", "worst", "next")
        if other != algorithm
    ]
    wrong.append((allocate(algorithm, holes, events[-1:])[-1].place, "没有扣除前面的分配"))
    fitted = next((hole for hole in holes if hole.length >= sizes[-1] and hole.start != right), None)
    if fitted is not None:
        wrong.append((fitted.start, "没有更新分配后的空闲区"))
    last = moments[-1].holes
    wrong.append((next((hole.start for hole in last if hole.start > (right or 0)), None), "把分配后的剩余部分当成了分到的地址"))
    chosen = next(hole for hole in (*moments[1].holes,) if hole.start == right)
    wrong.append((chosen.end - sizes[-1], "从空闲区的高端分配"))
    wrong += [(hole.start, "选错了空闲区") for hole in moments[1].holes if hole.length >= sizes[-1]]
    return Generated(
        point=POINT,
        stem=(
            f"某系统采用动态分区分配，当前空闲区如下（单位 KB）。\n\n{table(('始址', *(str(hole.start) for hole in holes)), [('大小', *(hole.length for hole in holes))])}\n\n"
            f"采用{NAMES[algorithm]}算法，从所选空闲区的低地址端分配，依次为 P1、P2、P3 分配 {listed(sizes, '、')} KB，则 P3 分到的始址为"
        ),
        right=f"{right} KB",
        wrong=[Wrong(f"{value} KB", why) for value, why in wrong if value is not None],
        steps=paragraphs(working(moments), f"P3 分到的始址为 {right} KB"),
        parameters={"task": "place", "algorithm": algorithm, "holes": [[hole.start, hole.length] for hole in holes], "sizes": sizes},
        drawing=drawing_of(algorithm, moments, max(hole.end for hole in holes)),
    )


def _script(chance: Chance, total: int, *, releases: int) -> list[Event] | None:
    """Requests and releases from an empty memory."""
    events: list[Event] = []
    live: list[str] = []
    count = 0
    pattern = [1, 1, 1, 0, 1, 0, 1, 1, 0, 1] if releases > 2 else [1, 1, 1, 0, 1, 1, 0, 1]
    for request in pattern:
        if request or len(live) < 2:
            count += 1
            events.append(Event(f"P{count}", chance.between(total // 20, total // 4)))
            live.append(f"P{count}")
        else:
            leaving = live.pop(chance.below(len(live) - 1))
            events.append(Event(leaving))
    return events


def _told(events: Sequence[Event]) -> str:
    return listed((f"{event.name} 申请 {event.size} MB" if event.size else f"{event.name} 释放" for event in events), "，")


def _largest(chance: Chance, algorithm: str) -> Generated | None:
    """The largest hole after requests and releases (a question the national exam asked in 2010 in much this form)."""
    total = chance.between(50, 120, 5)
    events = _script(chance, total, releases=2)
    if events is None:
        return None
    space = [Hole(0, total)]
    moments = allocate(algorithm, space, events)
    if any(moment.place is None for moment in moments) or len(moments[-1].holes) < 3:
        return None
    right = moments[-1].largest
    wrong = [
        (allocate(other, space, events)[-1].largest, f"做成了{SHORT[other]}")
        for other in ("first", "best", "worst", "next")
        if other != algorithm
    ]
    wrong.append((allocate(algorithm, space, events, merging=False)[-1].largest, "释放后没有合并相邻的空闲区"))
    wrong.append((sum(hole.length for hole in moments[-1].holes), "算成了全部空闲区之和"))
    wrong.append((moments[-2].largest, "漏做了最后一次分配"))
    wrong += [(hole.length, "不是最大的空闲区") for hole in moments[-1].holes]
    wrong.append((right + 1, "减法多算了 1 MB"))
    wrong.append((right - 1, "减法少算了 1 MB"))
    return Generated(
        point=POINT,
        stem=(
            f"某系统的用户区为 {total} MB，初始全部空闲，采用动态分区分配和{NAMES[algorithm]}算法，从所选空闲区的低地址端分配，释放时合并相邻空闲区。"
            f"依次发生：{_told(events)}。此时最大空闲区的大小为"
        ),
        right=f"{right} MB",
        wrong=[Wrong(f"{value} MB", why) for value, why in wrong if value > 0],
        steps=paragraphs(working(moments), f"最大空闲区为 {right} MB"),
        parameters={"task": "largest", "algorithm": algorithm, "total": total, "events": [[event.name, event.size] for event in events]},
        drawing=drawing_of(algorithm, moments, total),
    )


def _place_after(chance: Chance) -> Generated | None:
    """Where the last request goes after several releases; next fit included."""
    algorithm = chance.choice(("next", "next", "best", "worst", "first"))
    total = chance.between(100, 200, 10)
    events = _script(chance, total, releases=3)
    if events is None:
        return None
    space = [Hole(0, total)]
    moments = allocate(algorithm, space, events)
    if any(moment.place is None or moment.doubtful for moment in moments):
        return None
    name, right = events[-1].name, moments[-1].place
    wrong = [
        (allocate(other, space, events)[-1].place, f"做成了{SHORT[other]}")
        for other in ("first", "best", "worst", "next")
        if other != algorithm
    ]
    wrong.append((allocate(algorithm, space, events, merging=False)[-1].place, "释放后没有合并相邻的空闲区"))
    wrong += [(hole.start, "选错了空闲区") for hole in moments[-2].holes if hole.length >= events[-1].size]
    chosen = next(hole for hole in moments[-2].holes if hole.start == right)
    wrong.append((chosen.end - events[-1].size, "从空闲区的高端分配"))
    wrong += [(hole.start, "选了放不下的空闲区") for hole in moments[-2].holes]
    wrong.append(((right or 0) + events[-1].size, "把分配后的剩余部分当成了分到的地址"))
    rule = "，查找总是从上次分配的分区之后开始，到末尾后回到开头" if algorithm == "next" else ""
    return Generated(
        point=POINT,
        stem=(
            f"某系统的用户区为 {total} MB，地址从 0 开始，初始全部空闲，采用动态分区分配和{NAMES[algorithm]}算法{rule}，从所选空闲区的低地址端分配，释放时合并相邻空闲区。"
            f"依次发生：{_told(events)}。则 {name} 分到的始址为"
        ),
        right=f"{right} MB",
        wrong=[Wrong(f"{value} MB", why) for value, why in wrong if value is not None],
        steps=paragraphs(working(moments), f"{name} 分到的始址为 {right} MB"),
        parameters={
            "task": "place-after",
            "algorithm": algorithm,
            "total": total,
            "events": [[event.name, event.size] for event in events],
        },
        drawing=drawing_of(algorithm, moments, total),
    )


def _failing(chance: Chance) -> Generated | None:
    """Which algorithm alone satisfies (or fails) a list of requests."""
    holes = _holes(chance, 4)
    sizes = [chance.between(30, 200, 10) for _ in range(4)]
    events = [Event(f"P{number}", size) for number, size in enumerate(sizes, 1)]
    failed = {name: [m.event.name for m in allocate(name, holes, events) if m.place is None] for name in ("first", "best", "worst", "next")}
    good = [name for name, names in failed.items() if not names]
    if len(good) not in (1, 3):
        return None
    wanted = len(good) == 1
    answer = good[0] if wanted else next(name for name, names in failed.items() if names)
    texts = {"first": "首次适应算法", "best": "最佳适应算法", "worst": "最坏适应算法", "next": "邻近适应算法"}

    def why(name: str) -> str:
        return f"{'、'.join(failed[name])} 得不到满足" if failed[name] else "各个请求都能满足"

    lines = []
    for name, text in texts.items():
        moments = allocate(name, holes, events)
        placed = "，".join(f"{m.event.name} {'放不下' if m.place is None else f'在 {m.place}'}" for m in moments)
        lines.append(f"- {text}：{placed}")
    return Generated(
        point=POINT,
        stem=(
            f"某系统采用动态分区分配，当前空闲区如下（单位 KB）。\n\n{table(('始址', *(str(hole.start) for hole in holes)), [('大小', *(hole.length for hole in holes))])}\n\n"
            f"依次有 P1～P4 申请 {listed(sizes, '、')} KB，从所选空闲区的低地址端分配，邻近适应从第一个空闲区开始找起。"
            f"下列算法中，唯一{'能满足全部请求' if wanted else '不能满足全部请求'}的是"
        ),
        right=texts[answer],
        wrong=[Wrong(text, why(name)) for name, text in texts.items() if name != answer],
        steps=paragraphs("各算法分配的始址（KB）：", "\n".join(lines), f"唯一{'能' if wanted else '不能'}满足全部请求的是{texts[answer]}"),
        parameters={"task": "compare", "holes": [[hole.start, hole.length] for hole in holes], "sizes": sizes},
        drawing=None,
    )


def _asks_before_the_end(text: str, seen: Recognition) -> bool:
    """Whether what is asked is asked of a moment before the last event: `写出 D 分配后各空闲块的大小`, where more follows."""
    events = seen.parameters.get("events")
    if not isinstance(events, list) or not events:
        return False
    asked = patterns.split("[。;?!\n]", text.rstrip("。;?!？！ \n"))[-1]
    moments = patterns.findall(
        r"(?<![A-Za-z])([A-Z]\d?|\d+(?=\s*[KM]))\s*[KM]?B?\s*(?:申请|请求|分配|装入|释放|归还|回收|撤离|完成|结束|得到)[^,，;；。?、]{0,6}?后",
        asked,
    )
    last = str(events[-1][0]).lstrip("#")
    return any(moment != last for moment in moments)


def _by_what_they_were(recogniser: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """A recogniser of problems some of which ask for the areas by what they were at first (`分在原来的哪个空闲区`)."""

    def recognised(text: str) -> Recognition | None:
        text = areas_spelling(questions_spelling(close_up(text)))
        seen = recogniser(text)
        if seen is not None and _asks_before_the_end(text, seen):
            return None
        if (
            seen is not None
            and "lengths" in seen.parameters
            and patterns.search(r"能否|能不能|是否能|可否|能[^,;。?]{0,40}吗", text)
            and not patterns.search("哪|谁|几个", text)
        ):
            seen = seen.telling({"yes or no": True})
        if seen is None or "lengths" not in seen.parameters or not patterns.search("原(?:来|先|有)?(?:的)?(?:哪|区|空闲|分区|大小)", text):
            return seen
        return seen.telling({"original": True})

    return recognised


KIND = Kind(
    name="memory-allocation",
    title="动态分区分配",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"伙伴|固定分区|紧凑|碎片|50%|回收|收回|(?<![A-Za-z])[FBW]F(?![A-Za-z])|适应|适配|匹配|适合|fit|空闲区|空闲分区",
        recognise=spelled(
            _by_what_they_were(
                first_reading(
                    recognise_merging,
                    recognise_neighbours,
                    recognise,
                    recognise_buddy,
                    recognise_fixed,
                    recognise_compaction,
                    recognise_half,
                    left_by((recognise,), placed),
                    buddies_asked,
                    left_by((recognise, placed), recognise_in_usual_words),
                    recognise_chain,
                )
            )
        ),
        solve=solve_allocation,
    ),
)
