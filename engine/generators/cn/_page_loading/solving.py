"""Round trips of loading a page: one for each connection, one for each answer that is waited for.

As in Kurose and Ross (HTTP): without lasting connections every object takes two round trips, a connection's and its own; over a lasting
connection each further object takes one, or, where requests do not wait for answers, all of them take one together.
"""

from __future__ import annotations

from fractions import Fraction

from engine.generators.cn import _units as units
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs


def round_trips(objects: int, lasting: bool, parallel: int, pipelined: bool, ready: bool) -> int:
    """The round trips of a page and its objects."""
    page = 1 if ready else 2
    if not lasting:
        return page + 2 * -(-objects // parallel)
    return page + (1 if pipelined else objects)


def solve(parameters: Parameters) -> Solution:
    """The number of round trips, and their time where a round trip's is told."""
    objects, parallel, lasting = parameters["objects"], parameters["parallel"], parameters["way"] == "lasting"
    number = round_trips(objects, lasting, parallel, parameters["pipelined"], parameters["ready"])
    first = "TCP 连接已建立，请求页面 1 个 RTT" if parameters["ready"] else "建立 TCP 连接 1 个 RTT，请求页面 1 个 RTT"
    if not lasting:
        batches = -(-objects // parallel)
        rest = f"每个对象都要新建连接再请求，2 个 RTT；{objects} 个对象" + (
            f"每次 {parallel} 个并行，分 {batches} 批，2 × {batches} = {2 * batches} 个 RTT"
            if parallel > 1
            else f"共 2 × {objects} = {2 * objects} 个 RTT"
        )
    elif parameters["pipelined"]:
        rest = f"{objects} 个对象的请求接连发出，1 个 RTT"
    else:
        rest = f"{objects} 个对象逐个请求，{objects} 个 RTT"
    steps = [f"{first}。", f"{rest}，共 {number} 个 RTT。"]
    answer = f"{number} 个 RTT"
    also: tuple[str, ...] = (str(number), f"{number}RTT", f"{number} RTT")
    if parameters["trip"] is not None:
        time = units.show_time(number * Fraction(parameters["trip"]))
        steps.append(f"{number} × {units.show_time(Fraction(parameters['trip']))} = {time}。")
        answer, also = (time, (f"{number} 个 RTT",)) if parameters["time"] else (f"{answer}，{time}", (*also, time))
    return Solution(answer=answer, steps=paragraphs(*steps), also=also, conventions=("不计对象的传输时间和域名解析",))
