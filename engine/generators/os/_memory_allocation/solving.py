"""What a pasted allocation problem asks, computed by the simulator."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from engine.generators import patterns
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs, table
from engine.generators.os._memory_allocation.holes import Event, Hole, Moment, allocate, drawing_of, merged, working
from engine.generators.os._memory_allocation.merging_reading import change_of
from engine.generators.os._memory_allocation.partition_schemes import solve_change, solve_scheme
from engine.generators.os._memory_allocation.reading import SHORT
from engine.generators.reading import stay_out

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
    placed = "；".join("放不下" if moment.place is None else f"始址 {moment.place}{unit}" for moment in moments)
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
        also=_starts_alone(moments, unit) if parameters["asked"] == ["start"] else (),
        steps=working(moments, unit),
        conventions=("从所选空闲区的低地址端分配", *(["放不下的申请等待，后面的照常分配"] if failed else [])),
    )


def _starts_alone(moments: Sequence[Moment], unit: str) -> tuple[str, ...]:
    """The addresses in the order of the requests, without their sizes, as options list them."""
    starts = ["无法分配" if moment.place is None else f"{moment.place}{unit}" for moment in moments]
    short = [one.removesuffix("B") for one in starts]
    return tuple(dict.fromkeys(mark.join(row) for row in (starts, short) for mark in "、；，"))


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
    answers, short, rows, remainder = [], [], [], 0
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
        answers.append(told)
        short.append(_shortly(told, labels, lengths, moment.place, shown_unit if parameters.get("original") else None))
        rows.append((f"{number + 1}. 申请 {moment.event.size}", told, "、".join(str(hole.length) for hole in moment.holes) or "无"))
        before = moment.holes
    parts = []
    if "places" in parameters["asked"]:
        # One after the other as the requests come; which of them was larger once is in the working.
        whole = "、".join(short) + (" 的空闲区" if not (labels or parameters.get("ordinal") or "放不下" in short) else "")
        of_one = parameters.get("only") is not None or len(answers) == 1
        parts.append(answers[parameters.get("only") or 0] if of_one else whole)
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
    if "smallest" in parameters["asked"]:
        parts.append(f"最小空闲区 {min((hole.length for hole in before), default=0)}{shown_unit}")
    if "total" in parameters["asked"]:
        parts.append(f"空闲区共 {sum(hole.length for hole in before)}{shown_unit}")
    if "count" in parameters["asked"]:
        parts.append(f"{len(before)} 个空闲区")
    if "holes" in parameters["asked"]:
        parts.append(f"空闲区 {'、'.join(str(hole.length) for hole in before) or '无'}{shown_unit}")
    first = moments[int(parameters.get("only") or 0)]
    original = (
        (f"{lengths[first.place // _APART]}{shown_unit}",)
        if parameters.get("original") and first.place is not None and parameters["asked"] == ["places"]
        else ()
    )
    if parameters.get("ordinal") and parameters["asked"] == ["places"] and first.place is not None and len(answers) == 1:
        number = first.place // _APART + 1
        original = (*original, str(number), f"{number} 号", f"第 {number} 个")
    if parameters["asked"] == ["failing"] and parameters.get("yes or no"):
        able = parts == ["都能满足"]
        return Solution(
            answer="能" if able else "不能",
            also=(*parts, "能全部装入", "能全部满足") if able else (*parts, "不能全部装入", "不能全部满足"),
            steps=table(("事件", "分配", "之后的空闲区大小（地址由低到高）"), rows),
            conventions=tuple(dict.fromkeys(conventions)),
        )
    chosen = patterns.match(r"[A-H](?=（)", parts[0]) if labels and parameters["asked"] == ["places"] and len(answers) == 1 else None
    return Solution(
        answer="，".join(parts),
        also=(chosen[0],) if chosen else original,
        steps=table(("事件", "分配", "之后的空闲区大小（地址由低到高）"), rows),
        conventions=tuple(dict.fromkeys(conventions)),
    )


def _shortly(told: str, labels: Sequence[str], lengths: Sequence[int], place: int | None, original: str | None) -> str:
    """`28 KB 的空闲区（40 KB 分区剩下的）` -> `28 KB`; by its name where it has one, by what it was where `original` is its unit."""
    if place is None:
        return "放不下"
    if labels:
        return labels[place // _APART]
    if original is not None and len(set(lengths)) == len(lengths):
        return f"{lengths[place // _APART]}{original}"
    if number := patterns.match(r"第 \d+ 个空闲区", told):
        return number[0]
    number = patterns.search(r"第 \d+ 个", told)
    return (f"{number[0]} " if number else "") + told.split(" 的空闲区")[0]


def _solve_merging(parameters: Parameters) -> Solution:
    """An area given back next to none, one or two free ones."""
    given = Hole(*parameters["given"])
    holes = merged([*(Hole(*area) for area in parameters["areas"]), given])
    one = next(hole for hole in holes if hole.start <= given.start < hole.end)
    unit = f" {parameters['unit']}" if parameters["unit"] else ""
    largest = max(holes, key=lambda hole: hole.length)
    if "largest" in parameters["asked"] and sum(hole.length == largest.length for hole in holes) > 1:
        stay_out("two areas of the largest size")
    said = {
        "count": f"{len(holes)} 项",
        "merged": f"始址 {one.start}{unit}，大小 {one.length}{unit}",
        "largest": f"最大的空闲区始址 {largest.start}{unit}，大小 {largest.length}{unit}",
        "largest size": f"最大的空闲区 {largest.length}{unit}",
    }
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


def _solve_chain(parameters: Parameters) -> Solution:
    """An area given back, and the list of free areas sorted anew."""
    given, unit = Hole(*parameters["given"]), parameters["unit"]
    holes = merged([*(Hole(*area) for area in parameters["areas"]), given])
    order = {
        "best": lambda hole: (hole.length, hole.start),
        "worst": lambda hole: (-hole.length, hole.start),
        "first": lambda hole: hole.start,
    }
    chain = sorted(holes, key=order[parameters["chain"]])
    if parameters["chain"] != "first" and len(chain) > 1 and chain[0].length == chain[1].length:
        stay_out("two areas of one size")
    one = next(hole for hole in holes if hole.start <= given.start < hole.end)
    shown, size = (f" {unit}", f" {unit}B") if unit else ("", "")
    said = {"count": f"{len(holes)} 个", "head": f"始址 {chain[0].start}{shown}，大小 {chain[0].length}{size}"}
    short = {"count": str(len(holes)), "head": f"{chain[0].start}{unit}、{chain[0].length}{unit}{'B' if unit else ''}"}
    return Solution(
        answer="，".join(said[task] for task in parameters["asked"]),
        also=("、".join(short[task] for task in parameters["asked"]),),
        steps=paragraphs(
            f"回收的区占 {given.start}～{given.end}"
            + (f"，与相邻的空闲区合并成 {one.start}～{one.end}（大小 {one.length}）。" if one != given else "，不与任何空闲区相邻。"),
            f"共 {len(holes)} 个空闲区，排好序为：" + "，".join(f"始址 {hole.start}、大小 {hole.length}" for hole in chain) + "。",
        ),
        conventions=("最佳适应的空闲分区链按大小由小到大排列，最坏适应由大到小，首次适应按地址",),
    )


def solve_allocation(parameters: Parameters) -> Solution:
    if "chain" in parameters:
        return _solve_chain(parameters)
    if "given" in parameters:
        return _solve_merging(parameters)
    if "change for" in parameters:
        wanted = int(parameters["change for"])

        def fits(option: str) -> bool:
            found = change_of(option)
            return found == wanted if found is not None else stay_out(f"no neighbours: {option}")

        return Solution(answer="", fits=fits, steps="上、下都有空闲区时合并成一个，空闲区数减 1；只有一个相邻时不变；都没有时加 1。")
    if "changes" in parameters:
        each_change = [solve_change({"change": change}) for change in parameters["changes"]]
        return Solution(answer="；".join(one.answer for one in each_change), steps=paragraphs(*(one.steps for one in each_change)))
    if "change" in parameters:
        return solve_change(parameters)
    if "scheme" in parameters:
        return solve_scheme(parameters)
    solve = _solve_addressed if "starts" in parameters else _solve_places if "lengths" in parameters else _solve_events
    if list(parameters["asked"]) == ["which"]:
        found = _solve_which(parameters)
        return replace(found, answer=found.answer.removesuffix("能全部满足"), also=(*found.also, found.answer)) if found.also else found
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
    events = [Event(patterns.sub(r"^#", "占 ", name), size) for name, size in parameters["events"]]
    total, algorithm, unit, base = int(parameters["total"]), parameters["algorithm"], parameters["unit"], int(parameters.get("base", 0))
    moments = allocate(
        algorithm, [Hole(base, total - base)], events, beyond=bool(parameters.get("beyond")), high=bool(parameters.get("high"))
    )
    if parameters.get("high") and (algorithm == "next" or {"start", "holes"} & set(parameters["asked"])):
        stay_out("where the search goes on, or where the area begins")
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
        "smallest": f"最小空闲区 {min((hole.length for hole in holes), default=0)} {unit}",
        "total": f"空闲区共 {sum(hole.length for hole in holes)} {unit}",
        "count": f"{len(holes)} 个空闲区",
        "holes": "；".join(f"始址 {hole.start} {unit}，大小 {hole.length} {unit}" for hole in holes) or "没有空闲区",
    }
    return Solution(
        answer="，".join(said[task] for task in asked),
        also=("、".join(f"{hole.length} {unit}" for hole in holes),) if asked == ["holes"] else (),
        steps=paragraphs(working(moments), f"最大空闲区为 {moments[-1].largest} {unit}。" if asked == ["largest"] else ""),
        conventions=(f"初始全部空闲，从所选空闲区的{'高' if parameters.get('high') else '低'}地址端分配，释放时合并相邻空闲区",),
        drawing=drawing_of(algorithm, moments, total),
    )
