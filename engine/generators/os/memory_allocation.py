"""Contiguous allocation: first, best, worst and next fit over requests and releases.

After Knuth, The Art of Computer Programming, volume 1, section 2.5, and Silberschatz, Operating System Concepts (contiguous memory
allocation): a request takes the low end of the hole chosen; neighbouring holes merge on release; of equal holes the lowest.
Next fit begins to look where the last allocation ended, and goes round.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from engine.drawings.model import Drawing, MemoryMap, Region
from engine.generators.alternatives import first_reading
from engine.generators.chance import Chance
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.os._memory_allocation_reading import SHORT, recognise
from engine.generators.os._memory_merging_reading import recognise_merging, recognise_neighbours
from engine.generators.os._partition_schemes import solve_change, solve_scheme
from engine.generators.os._partition_schemes_reading import recognise_buddy, recognise_compaction, recognise_fixed, recognise_half
from engine.generators.reading import stay_out

POINT = "os.memory.contiguous"


@dataclass(frozen=True, slots=True)
class Hole:
    """A free stretch."""

    start: int
    length: int

    @property
    def end(self) -> int:
        """The address behind it."""
        return self.start + self.length


@dataclass(frozen=True, slots=True)
class Event:
    """A request (positive size) or the release of what an earlier request of that name got (size 0), if it got any."""

    name: str
    size: int = 0


@dataclass(frozen=True, slots=True)
class Moment:
    """Memory after an event.

    Attributes:
        place: where the request was put; None: it failed; for a release where it had been.
        holes: by address.
        doubtful: next fit had to begin inside a hole that has grown backwards; textbooks do not say whether it takes its low end.
    """

    event: Event
    place: int | None
    holes: tuple[Hole, ...]
    doubtful: bool = False

    @property
    def largest(self) -> int:
        """The largest hole's length; 0 where there is none."""
        return max((hole.length for hole in self.holes), default=0)


def merged(holes: Sequence[Hole]) -> tuple[Hole, ...]:
    """The holes by address, neighbours made one."""
    result: list[Hole] = []
    for hole in sorted(holes, key=lambda hole: hole.start):
        if result and result[-1].end == hole.start:
            result[-1] = Hole(result[-1].start, result[-1].length + hole.length)
        else:
            result.append(hole)
    return tuple(result)


def allocate(
    algorithm: str, holes: Sequence[Hole], events: Sequence[Event], *, merging: bool = True, rover: int = 0, beyond: bool = False
) -> list[Moment]:
    """Memory over time. `algorithm`: first, best, worst or next; `merging` false is the mistake of not joining neighbours.

    Next fit starts from the address `rover`, then behind what it gave last, or, with `beyond`, behind the whole hole it gave it from.
    """
    free = tuple(sorted(holes, key=lambda hole: hole.start))
    held: dict[str, Hole] = {}
    moments = []
    for event in events:
        if not event.size:
            given = held.pop(event.name, Hole(0, 0))
            if not given.length:  # what was never given is not given back
                moments.append(Moment(event, None, free))
                continue
            free = merged((*free, given)) if merging else tuple(sorted((*free, given), key=lambda hole: hole.start))
            moments.append(Moment(event, given.start, free))
            continue
        doubtful = algorithm == "next" and any(hole.start < rover < hole.end for hole in free)
        fitting = [hole for hole in free if hole.length >= event.size]
        if not fitting:
            moments.append(Moment(event, None, free, doubtful))
            continue
        if algorithm == "best":
            chosen = min(fitting, key=lambda hole: (hole.length, hole.start))
        elif algorithm == "worst":
            chosen = min(fitting, key=lambda hole: (-hole.length, hole.start))
        elif algorithm == "next":
            chosen = min(fitting, key=lambda hole: (hole.end <= rover, hole.start))
        else:
            chosen = fitting[0]
        held[event.name] = Hole(chosen.start, event.size)
        rest = Hole(chosen.start + event.size, chosen.length - event.size)
        rover = chosen.end if beyond else rest.start
        free = tuple(hole for hole in (*(hole for hole in free if hole != chosen), rest) if hole.length)
        free = tuple(sorted(free, key=lambda hole: hole.start))
        moments.append(Moment(event, chosen.start, free, doubtful))
    return moments


NAMES = {"first": "首次适应", "best": "最佳适应", "worst": "最坏适应", "next": "循环首次适应（邻近适应）"}


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
        steps=paragraphs(_working(moments), f"P3 分到的始址为 {right} KB"),
        parameters={"task": "place", "algorithm": algorithm, "holes": [[hole.start, hole.length] for hole in holes], "sizes": sizes},
        drawing=_drawing(algorithm, moments, max(hole.end for hole in holes)),
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
        steps=paragraphs(_working(moments), f"最大空闲区为 {right} MB"),
        parameters={"task": "largest", "algorithm": algorithm, "total": total, "events": [[event.name, event.size] for event in events]},
        drawing=_drawing(algorithm, moments, total),
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
        steps=paragraphs(_working(moments), f"{name} 分到的始址为 {right} MB"),
        parameters={
            "task": "place-after",
            "algorithm": algorithm,
            "total": total,
            "events": [[event.name, event.size] for event in events],
        },
        drawing=_drawing(algorithm, moments, total),
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


# --- working and drawing -----------------------------------------------------------------------------------------------------------


def _working(moments: Sequence[Moment], unit: str = "") -> str:
    rows = []
    for moment in moments:
        event = moment.event
        what = f"{event.name} 申请 {event.size}{unit}" if event.size else f"{event.name} 释放"
        place = "放不下" if moment.place is None else f"始址 {moment.place}" if event.size else ""
        rows.append((what, place, "，".join(f"{hole.start}～{hole.end}（{hole.length}）" for hole in moment.holes) or "无"))
    return table(("事件", "分配", "之后的空闲区：起～止（大小）"), rows)


def _drawing(algorithm: str, moments: Sequence[Moment], total: int) -> Drawing:
    held: dict[str, Hole] = {}
    for moment in moments:
        if not moment.event.size:
            held.pop(moment.event.name, None)
        elif moment.place is not None:
            held[moment.event.name] = Hole(moment.place, moment.event.size)
    pieces = [(hole.start, hole.length, f"空闲 {hole.length}", "good") for hole in moments[-1].holes]
    pieces += [(hole.start, hole.length, f"{name} {hole.length}", "new") for name, hole in held.items()]
    regions, edges, at = [], [], 0
    for start, length, label, tone in sorted(pieces):
        if start > at:
            regions.append(Region("已占用", start - at, "quiet"))
            edges.append(str(at))
        regions.append(Region(label, length, "good" if tone == "good" else "new"))
        edges.append(str(start))
        at = start + length
    if at < total:
        regions.append(Region("已占用", total - at, "quiet"))
        edges.append(str(at))
        at = total
    return MemoryMap(title=f"{SHORT[algorithm]}：最后的内存", regions=tuple(regions), addresses=(*edges, str(at)))


# --- solver ------------------------------------------------------------------------------------------------------------------------


_APART = 1 << 32
"""Between the start addresses of holes whose own addresses are not given: far enough never to be neighbours."""


def _solve_addressed(parameters: Parameters) -> Solution:
    """Requests placed in holes whose addresses are given."""
    algorithm, unit = parameters["algorithm"], f" {parameters['unit']}" if parameters["unit"] else ""
    holes = [Hole(start, length) for start, length in zip(parameters["starts"], parameters["lengths"], strict=True)]
    moments = allocate(
        algorithm, holes, [Event(f"#{i}", length) for i, length in enumerate(parameters["requests"])], **_starting(parameters, holes)
    )
    if not set(parameters["asked"]) <= {"start", "places", "holes", "largest", "left", "failing"}:
        stay_out("another question")
    failed = [number for number, moment in enumerate(moments) if moment.place is None]
    if len(failed) == len(moments) and "failing" not in parameters["asked"]:
        stay_out("no request can be met")
    if "left" in parameters["asked"] and (len(moments) != 1 or failed):
        stay_out("what is left of which area")
    called = parameters.get("names") or [f"申请 {length}{unit} 的" for length in parameters["requests"]]
    after = moments[-1].holes
    place = moments[0].place
    used = next((length for start, length in zip(parameters["starts"], parameters["lengths"], strict=True) if start == place), 0)
    placed = "；".join(
        (f"{moment.event.size}{unit}：" if len(moments) > 1 else "") + ("放不下" if moment.place is None else f"始址 {moment.place}{unit}")
        for moment in moments
    )
    said = {
        "start": placed,
        "places": placed,
        "largest": f"最大空闲区 {moments[-1].largest}{unit}",
        "left": f"该区剩余 {used - parameters['requests'][0]}{unit}" if len(moments) == 1 else "",
        "holes": "空闲区 " + "；".join(f"始址 {hole.start}{unit}，大小 {hole.length}{unit}" for hole in after),
        "failing": "、".join(called[number] for number in failed) + " 不能满足" if failed else f"都能满足（{placed}）",
    }
    return Solution(
        answer="，".join(dict.fromkeys(said[task] for task in parameters["asked"])),
        also=(f"{moments[0].place}{unit}",) if len(moments) == 1 and parameters["asked"] == ["start"] else (),
        steps=_working(moments, unit),
        conventions=("从所选空闲区的低地址端分配", *(["放不下的申请等待，后面的照常分配"] if failed else [])),
    )


def _solve_places(parameters: Parameters) -> Solution:
    lengths, algorithm, unit = list(parameters["lengths"]), parameters["algorithm"], parameters["unit"]
    holes = [Hole(number * _APART, length) for number, length in enumerate(lengths)]
    before: Sequence[Hole] = holes
    alike = len(set(lengths)) < len(lengths)
    shown_unit = f" {unit}" if unit else ""

    def named(hole: Hole) -> str:
        original = lengths[hole.start // _APART]
        number = f"第 {hole.start // _APART + 1} 个，" if alike else ""
        rest = f"{original}{shown_unit} 分区剩下的" if hole.length != original else ""
        return f"{hole.length}{shown_unit} 的空闲区" + (f"（{number}{rest}）".replace("，）", "）") if number or rest else "")

    labels: Sequence[str] = parameters.get("labels", ())
    answers, rows, remainder = [], [], 0
    conventions = ["空闲区按列出的次序地址由低到高，互不相邻", "分配后剩下的部分留在原处仍可分配"]
    moments = allocate(
        algorithm, holes, [Event(f"#{i}", length) for i, length in enumerate(parameters["requests"])], **_starting(parameters, holes)
    )
    for number, moment in enumerate(moments):
        if moment.place is None:
            told = "放不下，等待"
            if "放不下的申请等待，后面的照常分配" not in conventions:
                conventions.append("放不下的申请等待，后面的照常分配")
        else:
            hole = next(hole for hole in before if hole.start == moment.place)
            told = named(hole)
            if parameters.get("ordinal"):
                told = f"第 {hole.start // _APART + 1} 个空闲区（{told.removesuffix(' 的空闲区')}）"
            remainder = hole.length - moment.event.size
            if algorithm in ("best", "worst") and [other.length for other in before].count(hole.length) > 1:
                conventions.append("大小相同的空闲区取地址低的")
            if labels:
                told = f"{labels[hole.start // _APART]}（{told}）"
        if moment.place is None and "left" in parameters["asked"]:
            stay_out("nothing is left of a hole that is not given")
        answers.append(f"{moment.event.size}{shown_unit}：{told}" if len(parameters["requests"]) > 1 else told)
        rows.append((f"{number + 1}. 申请 {moment.event.size}", told, "、".join(str(hole.length) for hole in moment.holes) or "无"))
        before = moment.holes
    parts = []
    if "places" in parameters["asked"]:
        parts.append("；".join(answers) if parameters.get("only") is None else answers[parameters["only"]])
    if "failing" in parameters["asked"]:
        failed = [number for number, moment in enumerate(moments) if moment.place is None]
        called = parameters.get("names") or [f"申请 {length}{shown_unit} 的" for length in parameters["requests"]]
        parts.append("、".join(called[number] for number in failed) + " 不能满足" if failed else "都能满足")
    if "left" in parameters["asked"]:
        if len(parameters["requests"]) > 1 and "places" not in parameters["asked"]:
            stay_out("what is left of which")
        parts.append(f"剩 {remainder}{shown_unit}")
    if "largest" in parameters["asked"]:
        parts.append(f"最大空闲区 {max((hole.length for hole in before), default=0)}{shown_unit}")
    if "count" in parameters["asked"]:
        parts.append(f"{len(before)} 个空闲区")
    if "holes" in parameters["asked"]:
        parts.append(f"空闲区 {'、'.join(str(hole.length) for hole in before) or '无'}{shown_unit}")
    chosen = re.match(r"[A-H](?=（)", parts[0]) if labels and parameters["asked"] == ["places"] and len(answers) == 1 else None
    return Solution(
        answer="，".join(parts),
        also=(chosen[0],) if chosen else (),
        steps=table(("事件", "分配", "之后的空闲区大小（地址由低到高）"), rows),
        conventions=tuple(dict.fromkeys(conventions)),
    )


def _solve_merging(parameters: Parameters) -> Solution:
    """An area given back next to none, one or two free ones."""
    given = Hole(*parameters["given"])
    holes = merged([*(Hole(*area) for area in parameters["areas"]), given])
    one = next(hole for hole in holes if hole.start <= given.start < hole.end)
    unit = f" {parameters['unit']}" if parameters["unit"] else ""
    said = {"count": f"{len(holes)} 项", "merged": f"始址 {one.start}{unit}，大小 {one.length}{unit}"}
    neighbours = [Hole(*area) for area in parameters["areas"] if area[0] + area[1] == given.start or area[0] == given.end]
    touching = "、".join(f"{hole.start}～{hole.end}" for hole in neighbours)
    return Solution(
        answer="；".join(said[task] for task in parameters["asked"]),
        steps=paragraphs(
            f"回收的区占 {given.start}～{given.end}，"
            + (f"与空闲区 {touching} 相邻，合并成一个。" if neighbours else "不与任何空闲区相邻，自成一项。"),
            f"得到的区始址 {one.start}{unit}，大小 {one.length}{unit}；空闲区表共 {len(holes)} 项。",
        ),
    )


def _solve(parameters: Parameters) -> Solution:
    if "given" in parameters:
        return _solve_merging(parameters)
    if "change" in parameters:
        return solve_change(parameters)
    if "scheme" in parameters:
        return solve_scheme(parameters)
    solve = _solve_addressed if "starts" in parameters else _solve_places if "lengths" in parameters else _solve_events
    if list(parameters["asked"]) == ["which"]:
        return _solve_which(parameters)
    tasks = [task for task in parameters["asked"] if task != "which"]
    each = {name: _tried(solve, {**parameters, "algorithm": name, "asked": tasks}) for name in parameters["algorithms"]}
    if len(each) == 1:
        return next(iter(each.values()))
    short = {name: solution.answer for name, solution in each.items()}
    answer = "；".join(f"{SHORT[name]}：{text}" for name, text in short.items())
    if "which" in parameters["asked"]:
        answer += "；" + _solve_which(parameters).answer
    return Solution(
        answer=answer,
        steps=paragraphs(*(paragraphs(f"**{SHORT[name]}**", solution.steps) for name, solution in each.items())),
        conventions=tuple(dict.fromkeys(convention for solution in each.values() for convention in solution.conventions)),
    )


def _tried(solve: Callable[[Parameters], Solution], parameters: Parameters) -> Solution:
    """The solution; where next fit is told in two ways by textbooks, only if both say the same."""
    if parameters["algorithm"] != "next" or parameters.get("beyond") is not None or "events" in parameters:
        return solve(parameters)
    one, other = solve({**parameters, "beyond": False}), solve({**parameters, "beyond": True})
    if one.answer != other.answer:
        stay_out("next fit from the rest of the area, or from behind it")
    return one


def _starting(parameters: Parameters, holes: Sequence[Hole]) -> dict[str, Any]:
    """Where next fit starts, and how."""
    number = int(parameters.get("rover", 1))
    if not 1 <= number <= len(holes):
        stay_out("no such area")
    return {"rover": holes[number - 1].start, "beyond": bool(parameters.get("beyond"))}


def _solve_which(parameters: Parameters) -> Solution:
    """Which of the algorithms can meet every request, which is also the one that uses memory best."""
    holes = [Hole(number * _APART, length) for number, length in enumerate(parameters["lengths"])]
    events = [Event(f"#{i}", length) for i, length in enumerate(parameters["requests"])]
    good, lines = [], []
    for name in parameters["algorithms"]:
        moments = allocate(name, holes, events, **_starting(parameters, holes))
        failed = [moment.event.size for moment in moments if moment.place is None]
        lines.append(f"{SHORT[name]}：" + (f"{'、'.join(map(str, failed))} 放不下。" if failed else "全部满足。"))
        if not failed:
            good.append(SHORT[name])
    return Solution(
        answer=f"{'、'.join(good)}能全部满足" if good else "都不能全部满足",
        also=tuple(good) if len(good) == 1 else (),
        steps=paragraphs(*lines),
    )


def _solve_events(parameters: Parameters) -> Solution:
    events = [Event(re.sub(r"^#", "占 ", name), size) for name, size in parameters["events"]]
    total, algorithm, unit, base = int(parameters["total"]), parameters["algorithm"], parameters["unit"], int(parameters.get("base", 0))
    moments = allocate(algorithm, [Hole(base, total - base)], events, beyond=bool(parameters.get("beyond")))
    if any(moment.place is None or moment.doubtful for moment in moments):
        stay_out("a request that cannot be met, or a place in doubt")
    asked = parameters["asked"]
    holes = moments[-1].holes
    subject = parameters.get("subject")
    place = next((moment.place for moment in moments if moment.event.size and moment.event.name == subject), None)
    said = {
        "start": f"{'作业' if subject and subject.isdigit() else ''}{subject} 的起始地址 {place} {unit}"
        if asked != ["start"]
        else f"{place} {unit}",
        "largest": f"最大空闲区 {moments[-1].largest} {unit}" if asked != ["largest"] else f"{moments[-1].largest} {unit}",
        "count": f"{len(holes)} 个空闲区",
        "holes": "；".join(f"始址 {hole.start} {unit}，大小 {hole.length} {unit}" for hole in holes) or "没有空闲区",
    }
    return Solution(
        answer="，".join(said[task] for task in asked),
        also=("、".join(f"{hole.length} {unit}" for hole in holes),) if asked == ["holes"] else (),
        steps=paragraphs(_working(moments), f"最大空闲区为 {moments[-1].largest} {unit}。" if asked == ["largest"] else ""),
        conventions=("初始全部空闲，从所选空闲区的低地址端分配，释放时合并相邻空闲区",),
        drawing=_drawing(algorithm, moments, total),
    )


KIND = Kind(
    name="memory-allocation",
    title="动态分区分配",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"伙伴|固定分区|紧凑|碎片|50%|回收|(?<![A-Za-z])[FBW]F(?![A-Za-z])|适应|适配|匹配|适合|fit|空闲区|空闲分区",
        recognise=first_reading(
            recognise_merging, recognise_neighbours, recognise, recognise_buddy, recognise_fixed, recognise_compaction, recognise_half
        ),
        solve=_solve,
    ),
)
