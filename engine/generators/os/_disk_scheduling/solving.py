"""What a pasted disk scheduling problem asks, computed by the simulators."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from engine.generators import patterns
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.os._disk_scheduling.buffering import solve_buffering
from engine.generators.os._disk_scheduling.head_routes import (
    ALGORITHMS,
    Disk,
    Route,
    drawing_of,
    is_tied,
    order_text,
    sstf_distances,
    sum_text,
)
from engine.generators.os._disk_scheduling.interleaving import solve_interleaving
from engine.generators.os._disk_scheduling.places import solve_places
from engine.generators.os._disk_scheduling.rows import solve_rows
from engine.generators.os._files.storage_topics import solve_storage
from engine.generators.quantities import decimal, relation
from engine.generators.reading import stay_out


def solve(parameters: Parameters) -> Solution:
    if (solution := solve_storage(parameters)) is not None:
        return solution
    if "times" in parameters:
        solvers = {"buffering": solve_buffering, "places": solve_places, "rows": solve_rows, "interleaving": solve_interleaving}
        return solvers[parameters["times"]](parameters)
    head, requests = int(parameters["head"]), [int(request) for request in parameters["requests"]]
    upwards = bool(parameters.get("upwards", True))
    known = "greatest" in parameters
    disk = Disk(int(parameters.get("least", 0)), int(parameters["greatest"])) if known else Disk(0, max(head, *requests))
    asked = [str(task) for task in parameters["asked"] if task != "difference"]
    compared = "difference" in parameters["asked"]
    conventions = ["磁道从 0 开始编号"] if parameters.get("assumed") else []
    answers, workings, drawing = [], [], None
    bare: list[list[str]] = [[]]
    distances: list[int] = []
    for name in parameters["algorithms"]:
        ordered = "order" in asked or any(task.startswith(("last", "nth", "rank", "before", "turns")) for task in asked)
        if name == "SSTF" and is_tied(head, requests) and (len(sstf_distances(head, requests)) > 1 or ordered):
            stay_out("SSTF with two nearest requests")
        route = ALGORITHMS[name](head, requests, upwards, disk)
        alternative, otherwise = None, ""
        if name in ("SCAN", "C-SCAN") and parameters["at_ends"] is None:
            turning = ALGORITHMS["LOOK" if name == "SCAN" else "C-LOOK"](head, requests, upwards, disk)
            ends, route = route, turning  # as most papers' keys have it
            if not known:
                conventions.append(f"题目没有给出磁道的范围，{name} 按到最后一个请求就折返计算")
            elif turning.distance != ends.distance:
                alternative, otherwise = ends, "若走到磁盘端点才折返"
                other_name = "LOOK" if name == "SCAN" else "C-LOOK"
                conventions.append(f"{name} 到最后一个请求就折返（即 {other_name}）；有的教材移动到磁盘端点才折返，两个结果都列出")
        shown = [_answer(task, route, parameters) for task in asked]
        answer = "，".join(label + value for label, value in shown)
        choices = [[value for _, value in shown]]
        if alternative is not None:
            other = [_answer(task, alternative, parameters) for task in asked]
            if other != shown:
                different = [label + value for task, (label, value) in zip(asked, other, strict=True) if task != "order"]
                answer += f"（{otherwise}：" + "，".join(different) + "）"
                choices.append([value for _, value in other])
        bare = [[*one, *more] for one in bare for more in choices]
        answers.append(f"{name}：{answer}" if len(parameters["algorithms"]) > 1 else answer)
        distances.append(_distance(route, parameters))
        workings.append(paragraphs(f"**{name}**", order_text(route), f"移动总数 = {sum_text(route)} = {route.distance}"))
        if route.returns:
            conventions.append("直接返回的移动不计入" if parameters.get("free_return") else "直接返回的移动也计入")
        drawing = drawing or drawing_of(name, route, disk)
    also = tuple("，".join(patterns.split(r"[=≈]", value)[-1].strip() for value in one) for one in bare)
    if asked == ["average"] and len(bare) == 1 and len(distances) == 1:
        also += tuple(decimal(Fraction(distances[0], len(requests)), digits) for digits in (1, 3, 4))
    if compared:
        if any("才折返：" in answer for answer in answers):
            stay_out("two ways of turning")
        (one, first), (other_name, second) = zip(parameters["algorithms"], distances, strict=True)
        less = one if first < second else other_name
        said = (
            f"{less} 少 {abs(first - second)} 个磁道（{one} {first}，{other_name} {second}）"
            if first != second
            else f"一样多，都是 {first} 个磁道"
        )
        answers = [*answers, said] if asked else [said]
        also = () if asked else (str(abs(first - second)),)
    return Solution(
        answer="；".join(answers), also=also, steps=paragraphs(*workings), conventions=tuple(dict.fromkeys(conventions)), drawing=drawing
    )


def _distance(route: Route, parameters: Parameters) -> int:
    """Tracks that count."""
    if not parameters.get("free_return"):
        return route.distance
    return route.distance - sum(abs(route.stops[at] - route.stops[at - 1]) for at in route.returns)


def _answer(task: str, route: Route, parameters: Parameters) -> tuple[str, str]:
    """What is said to one question: its name, and the value."""
    distance, count = _distance(route, parameters), len(parameters["requests"])
    if task == "order":
        return "服务次序 ", listed(route.served)
    if task == "average":
        average = Fraction(distance, count)
        return "平均寻道长度 ", f"{distance}/{count} {relation(average)} {decimal(average)}"
    if task == "average-time":
        mean = distance * Fraction(parameters["per_track_ms"]) / count
        return "平均寻道时间 ", f"{relation(mean)} {decimal(mean)} ms".removeprefix("= ")
    if task in ("time", "total"):
        each = Fraction(parameters.get("each_ms", 0)) if task == "total" else Fraction(0)
        total = distance * Fraction(parameters["per_track_ms"]) + count * each
        return ("总时间 " if each else "寻道时间 "), f"{decimal(total, 3)} ms"
    if task == "last":
        return "最后服务的磁道 ", str(route.served[-1])
    if task == "turns":
        if route.returns:
            stay_out("whether flying back is a turn")
        moves = [other - one for one, other in zip(route.stops, route.stops[1:], strict=False) if other != one]
        return "改变方向 ", f"{sum(one * other < 0 for one, other in pairwise(moves))} 次"
    if task.startswith("nth:"):
        number = int(task.removeprefix("nth:"))
        if not 1 <= number <= count:
            stay_out("no such request")
        return f"第 {number} 个服务的磁道 ", str(route.served[number - 1])
    if task.startswith(("rank:", "before:")):
        track = int(task.partition(":")[2])
        if route.served.count(track) != 1:
            stay_out("no such request")
        if task.startswith("before:"):
            return f"{track} 号磁道之前已服务 ", f"{route.served.index(track)} 个请求"
        return f"{track} 号磁道", f"第 {route.served.index(track) + 1} 个服务"
    return "共移动 ", f"{distance} 个磁道"
