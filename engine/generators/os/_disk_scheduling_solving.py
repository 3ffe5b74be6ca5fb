"""What a pasted disk scheduling problem asks, computed by the simulators."""

from __future__ import annotations

from fractions import Fraction

from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.os._disk_times import solve_times
from engine.generators.os._head_routes import ALGORITHMS, Disk, Route, drawing_of, is_tied, order_text, sstf_distances, sum_text
from engine.generators.quantities import decimal, relation
from engine.generators.reading import stay_out


def solve(parameters: Parameters) -> Solution:
    if "times" in parameters:
        return solve_times(parameters)
    head, requests = int(parameters["head"]), [int(request) for request in parameters["requests"]]
    upwards = bool(parameters.get("upwards", True))
    known = "greatest" in parameters
    disk = Disk(int(parameters.get("least", 0)), int(parameters["greatest"])) if known else Disk(0, max(head, *requests))
    per_track = Fraction(parameters["per_track_ms"]) if "per_track_ms" in parameters else None
    conventions: list[str] = []
    answers, workings, drawing = [], [], None
    distances: list[int] = []
    for name in parameters["algorithms"]:
        if name == "SSTF" and is_tied(head, requests) and (len(sstf_distances(head, requests)) > 1 or "order" in parameters["asked"]):
            stay_out("SSTF with two nearest requests")
        route = ALGORITHMS[name](head, requests, upwards, disk)
        alternative = None
        if name in ("SCAN", "C-SCAN") and parameters["at_ends"] is None:
            turning = ALGORITHMS["LOOK" if name == "SCAN" else "C-LOOK"](head, requests, upwards, disk)
            if not known:
                route = turning
                conventions.append(f"题目没有给出磁道的范围，{name} 按到最后一个请求就折返计算")
            elif turning.distance != route.distance:
                alternative = turning
                conventions.append(
                    f"{name} 移动到磁盘端点才折返；有的教材到最后一个请求就折返（即 {'LOOK' if name == 'SCAN' else 'C-LOOK'}），两个结果都列出"
                )
        answer = "，".join(_answer(task, route, len(requests), per_track) for task in parameters["asked"])
        if alternative is not None and parameters["asked"] != ["order"]:
            answer += (
                "（若到最后一个请求就折返："
                + "，".join(_answer(task, alternative, len(requests), per_track) for task in parameters["asked"] if task != "order")
                + "）"
            )
        answers.append(f"{name}：{answer}" if len(parameters["algorithms"]) > 1 else answer)
        distances.append(route.distance)
        workings.append(paragraphs(f"**{name}**", order_text(route), f"移动总数 = {sum_text(route)} = {route.distance}"))
        if route.returns:
            conventions.append("直接返回的移动也计入")
        drawing = drawing or drawing_of(name, route, disk)
    if parameters["asked"] == ["difference"]:
        if any("若到最后" in answer for answer in answers):
            stay_out("two ways of turning")
        (one, first), (other, second) = zip(parameters["algorithms"], distances, strict=True)
        less = one if first < second else other
        answers = (
            [f"{less} 少 {abs(first - second)} 个磁道（{one} {first}，{other} {second}）"]
            if first != second
            else [f"一样多，都是 {first} 个磁道"]
        )
    return Solution(answer="；".join(answers), steps=paragraphs(*workings), conventions=tuple(dict.fromkeys(conventions)), drawing=drawing)


def _answer(task: str, route: Route, count: int, per_track: Fraction | None) -> str:
    if task == "order":
        return "服务次序 " + listed(route.served)
    if task == "average":
        average = Fraction(route.distance, count)
        return f"平均寻道长度 {route.distance}/{count} {relation(average)} {decimal(average)}"
    if task == "time":
        assert per_track is not None
        return f"寻道时间 {decimal(route.distance * per_track, 3)} ms"
    return f"共移动 {route.distance} 个磁道"
