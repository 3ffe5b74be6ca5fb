"""Disk scheduling: FCFS, SSTF, SCAN, LOOK, C-SCAN and C-LOOK, with the distance the head covers.

Definitions after Silberschatz, Operating System Concepts (disk scheduling): SCAN and C-SCAN run to the end of the disk before they
turn, LOOK and C-LOOK turn at the last request. Chinese textbooks often call LOOK simply SCAN; questions state which is meant, and
the solver gives both values where a text leaves it open. The return sweep of C-SCAN and C-LOOK counts as movement.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from engine.generators.alternatives import first_reading
from engine.generators.chance import Chance
from engine.generators.kind import Generated, Kind, Solver, Wrong
from engine.generators.markdown import listed, paragraphs
from engine.generators.os._disk_scheduling.buffering import recognise_buffering
from engine.generators.os._disk_scheduling.head_routes import (
    ALGORITHMS,
    CONFUSED,
    DIRECTED,
    NAMES,
    Disk,
    Route,
    drawing_of,
    is_tied,
    order_text,
    sum_text,
)
from engine.generators.os._disk_scheduling.interleaving import recognise_interleaving
from engine.generators.os._disk_scheduling.places import recognise_places
from engine.generators.os._disk_scheduling.reading import recognise
from engine.generators.os._disk_scheduling.rows import recognise_rows
from engine.generators.os._disk_scheduling.solving import solve
from engine.generators.os._disk_scheduling.spelling import disk_spelled
from engine.generators.os._files.storage_topics import DISK_RECOGNISERS
from engine.generators.quantities import decimal, relation

POINT = "os.io.disk-scheduling"


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    disk = Disk(0, chance.choice((199, 199, 255, 499) if difficulty > 1 else (199,)))
    count = chance.between(6, 8) if difficulty < 3 else chance.between(7, 9)
    places = chance.sample(range(disk.least + 3, disk.greatest - 2), count + 1)
    head, requests = places[0], places[1:]
    upwards = chance.one_in(2)
    if difficulty > 1 and not (2 <= sum(request > head for request in requests) <= count - 2):
        return None
    if is_tied(head, requests):
        return None
    if difficulty == 1:
        return _distance(chance, chance.choice(("FCFS", "SSTF", "SSTF")), head, requests, upwards, disk)
    if difficulty == 2:
        algorithm = chance.choice(DIRECTED)
        if chance.one_in(4):
            return _place(chance, algorithm, head, requests, upwards, disk)
        return _distance(chance, algorithm, head, requests, upwards, disk)
    return chance.choice((_time, _later, _average))(chance, head, requests, upwards, disk)


def _opening(algorithm: str, head: int, requests: Sequence[int], upwards: bool, disk: Disk) -> str:
    direction = f"，正向磁道号{'增大' if upwards else '减小'}的方向移动" if algorithm in DIRECTED else ""
    return (
        f"磁盘的磁道编号为 {disk.least}～{disk.greatest}，磁头当前位于 {head} 号磁道{direction}，等待队列中的请求按到达次序为 {listed(requests)}。"
        f"采用{NAMES[algorithm]}磁盘调度算法"
    )


def _wrong_distances(algorithm: str, head: int, requests: Sequence[int], upwards: bool, disk: Disk) -> list[tuple[int, str]]:
    right = ALGORITHMS[algorithm](head, requests, upwards, disk)
    found = [(ALGORITHMS[other](head, requests, upwards, disk).distance, why) for other, why in CONFUSED[algorithm]]
    if algorithm in DIRECTED:
        found.insert(1, (ALGORITHMS[algorithm](head, requests, not upwards, disk).distance, "磁头的移动方向弄反了"))
    if right.returns:
        position = min(right.returns)
        found.insert(2, (right.distance - abs(right.stops[position] - right.stops[position - 1]), "没有计入直接返回的那一段"))
    found.append((right.distance - abs(right.stops[1] - head), "漏算了从当前磁道到第一个请求的移动"))
    found.append((right.distance - abs(right.stops[-1] - right.stops[-2]), "漏算了到最后一个请求的移动"))
    found.append((max(requests) - min(requests), "只算了最远两个请求之间的距离"))
    found.append((right.distance + abs(right.stops[-1] - head), "最后又算了回到起始磁道的移动"))
    return found


def _distance(chance: Chance, algorithm: str, head: int, requests: list[int], upwards: bool, disk: Disk) -> Generated:
    route = ALGORITHMS[algorithm](head, requests, upwards, disk)
    return Generated(
        point=POINT,
        stem=f"{_opening(algorithm, head, requests, upwards, disk)}，磁头移动的磁道总数为",
        right=str(route.distance),
        wrong=[Wrong(str(value), why) for value, why in _wrong_distances(algorithm, head, requests, upwards, disk)],
        steps=paragraphs(order_text(route), f"移动总数 = {sum_text(route)} = {route.distance}"),
        parameters=_parameters("distance", algorithm, head, requests, upwards, disk),
        drawing=drawing_of(algorithm, route, disk),
    )


def _place(chance: Chance, algorithm: str, head: int, requests: list[int], upwards: bool, disk: Disk) -> Generated | None:
    """The last request to be served."""
    route = ALGORITHMS[algorithm](head, requests, upwards, disk)
    number = chance.between(len(requests) - 3, len(requests))
    right = route.served[number - 1]
    others = [
        *CONFUSED[algorithm],
        ("FCFS", "按到达次序服务，做成了 FCFS"),
        ("SSTF", "每次挑了最近的请求，做成了 SSTF"),
    ]
    wrong = [Wrong(str(ALGORITHMS[other](head, requests, upwards, disk).served[number - 1]), why) for other, why in others]
    wrong.insert(1, Wrong(str(ALGORITHMS[algorithm](head, requests, not upwards, disk).served[number - 1]), "磁头的移动方向弄反了"))
    wrong.append(Wrong(str(route.served[number - 2]), "多数了一个请求"))
    return Generated(
        point=POINT,
        stem=f"{_opening(algorithm, head, requests, upwards, disk)}，第 {number} 个得到服务的请求位于磁道",
        right=str(right),
        wrong=wrong,
        steps=paragraphs(f"服务次序：{listed(route.served, ' → ')}。", f"第 {number} 个得到服务的是 {right}"),
        parameters=_parameters("place", algorithm, head, requests, upwards, disk) | {"number": number},
        drawing=drawing_of(algorithm, route, disk),
    )


def _time(chance: Chance, head: int, requests: list[int], upwards: bool, disk: Disk) -> Generated:
    """Seek, rotation and transfer together."""
    algorithm = chance.choice(("SSTF", "SCAN", "LOOK", "C-SCAN", "C-LOOK"))
    per_track = Fraction(chance.choice((1, 2, 5)), 10)
    speed, sectors = chance.choice(((6000, 100), (6000, 200), (12000, 100), (7500, 80), (12000, 200), (10000, 60)))
    rotation = Fraction(60_000, speed)
    route = ALGORITHMS[algorithm](head, requests, upwards, disk)
    count = len(requests)

    def total(distance: int, *, delay: Fraction = rotation / 2, transfer: Fraction = rotation / sectors) -> Fraction:
        return distance * per_track + count * (delay + transfer)

    def text(value: Fraction) -> str:
        return decimal(value, 1, keep_zeros=True) + " ms"

    right = total(route.distance)
    wrong = [Wrong(text(total(value)), why) for value, why in _wrong_distances(algorithm, head, requests, upwards, disk)[:4]]
    wrong.insert(1, Wrong(text(total(route.distance, delay=rotation)), "平均旋转延迟当成了转一圈的时间"))
    wrong.insert(3, Wrong(text(total(route.distance, delay=Fraction(0))), "没有计入旋转延迟"))
    wrong.insert(4, Wrong(text(route.distance * per_track + rotation / 2 + rotation / sectors), "旋转和传输只算了一次"))
    each = rotation / 2 + rotation / sectors
    steps = [
        f"移动总数 = {sum_text(route)} = {route.distance}，寻道共 {route.distance} × {decimal(per_track)} = {decimal(route.distance * per_track)} ms。",
        f"转一圈 60000/{speed} {relation(rotation)} {decimal(rotation)} ms，平均旋转延迟为半圈 {decimal(rotation / 2, 3)} ms，"
        f"读一个扇区 {decimal(rotation)}/{sectors} {relation(rotation / sectors, 4)} {decimal(rotation / sectors, 4)} ms，"
        f"每个请求共 {decimal(each, 4)} ms，{count} 个请求共 {decimal(each * count, 4)} ms。",
        f"总时间为 {decimal(route.distance * per_track)} + {decimal(each * count, 4)} {relation(right, 1)} {text(right)}",
    ]
    return Generated(
        point=POINT,
        stem=(
            f"{_opening(algorithm, head, requests, upwards, disk)}。磁头每移动一个磁道需 {decimal(per_track)} ms，磁盘转速为 {speed} r/min，"
            f"每个磁道有 {sectors} 个扇区，每个请求读一个扇区，旋转延迟取平均值。处理完所有请求的时间约为"
        ),
        right=text(right),
        wrong=wrong,
        steps=paragraphs(order_text(route), *steps),
        parameters=_parameters("time", algorithm, head, requests, upwards, disk)
        | {"per_track_ms": str(per_track), "speed": speed, "sectors": sectors},
        drawing=drawing_of(algorithm, route, disk),
    )


def _later(chance: Chance, head: int, requests: list[int], upwards: bool, disk: Disk) -> Generated | None:
    """Two requests come while the head stands at the second request of its way."""
    algorithm = chance.choice(("SSTF", "LOOK", "C-LOOK"))
    first, late = requests[:-2], requests[-2:]
    if len(set(first)) < 5 or is_tied(head, first):
        return None
    before = ALGORITHMS[algorithm](head, first, upwards, disk)
    if (before.returns and min(before.returns) <= 2) or before.stops[2] == before.stops[1]:
        return None
    at = before.stops[2]
    direction = upwards if algorithm == "C-LOOK" else at > before.stops[1]
    if (algorithm == "LOOK" and direction != upwards) or at in late:
        return None
    waiting = [request for request in first if request not in before.served[:2]]
    if is_tied(at, waiting + late):
        return None
    after = ALGORITHMS[algorithm](at, waiting + late, direction, disk)
    right = abs(before.stops[1] - head) + abs(at - before.stops[1]) + after.distance
    everything = ALGORITHMS[algorithm](head, requests, upwards, disk).distance
    appended = ALGORITHMS[algorithm](before.stops[-1], late, direction, disk).distance + before.distance
    wrong = [
        Wrong(str(appended), "等原有请求全部完成后才考虑新请求"),
        Wrong(str(everything), "当作新请求一开始就在队列中"),
        Wrong(str(before.distance), "没有计入新请求"),
        Wrong(str(after.distance), "只算了新请求到达之后的移动"),
        Wrong(str(right - abs(before.stops[1] - head)), "漏算了从当前磁道到第一个请求的移动"),
        Wrong(str(right - abs(after.stops[-1] - after.stops[-2])), "漏算了到最后一个请求的移动"),
    ]
    for other, why in CONFUSED[algorithm]:
        wrong.append(Wrong(str(ALGORITHMS[other](head, requests, upwards, disk).distance), why))
    stops = (head, *before.stops[1:3], *after.stops[1:])
    returns = frozenset(position + 2 for position in after.returns)
    route = Route((*before.served[:2], *after.served), stops, returns)
    return Generated(
        point=POINT,
        stem=(
            f"{_opening(algorithm, head, first, upwards, disk)}。刚服务完第二个请求时，磁道 {listed(late, '、')} 的两个新请求到达，此后再无新请求。"
            "从开始到全部请求完成，磁头移动的磁道总数为"
        ),
        right=str(right),
        wrong=wrong,
        steps=paragraphs(
            f"前两个请求：{listed(stops[:3], ' → ')}。此时等待的请求为 {listed(sorted(waiting + late))}，继续服务：{listed(after.stops, ' → ')}。",
            order_text(route),
            f"移动总数 = {sum_text(route)} = {right}",
        ),
        parameters=_parameters("later", algorithm, head, first, upwards, disk) | {"late": late},
        drawing=drawing_of(algorithm, route, disk),
    )


def _average(chance: Chance, head: int, requests: list[int], upwards: bool, disk: Disk) -> Generated | None:
    """The average seek of one algorithm less that of another."""
    better, worse = chance.choice((("SSTF", "FCFS"), ("LOOK", "FCFS"), ("LOOK", "SCAN"), ("C-LOOK", "C-SCAN"), ("SSTF", "SCAN")))
    one, other = (ALGORITHMS[name](head, requests, upwards, disk) for name in (better, worse))
    count = len(requests)

    def text(value: int) -> str:
        return decimal(Fraction(value, count), 2, keep_zeros=True)

    difference = other.distance - one.distance
    if difference <= 0:
        return None
    wrong = [
        Wrong(text(other.distance - value), f"{better}：{why}")
        for value, why in _wrong_distances(better, head, requests, upwards, disk)[:3]
    ]
    wrong += [
        Wrong(text(value - one.distance), f"{worse}：{why}") for value, why in _wrong_distances(worse, head, requests, upwards, disk)[:4]
    ]
    wrong.insert(1, Wrong(decimal(Fraction(difference, count + 1), 2, keep_zeros=True), "除以了请求数加 1"))
    opening = _opening(worse, head, requests, upwards, disk).rsplit("。", 1)[0]
    if worse == "FCFS" and better in DIRECTED:
        opening = _opening(better, head, requests, upwards, disk).rsplit("。", 1)[0]
    sign = "=" if (Fraction(difference, count) * 100).denominator == 1 else "≈"
    return Generated(
        point=POINT,
        stem=(f"{opening}。若把磁盘调度算法由{NAMES[worse]}改为{NAMES[better]}，平均寻道长度（移动的磁道总数除以请求数）减少约"),
        right=text(difference),
        wrong=[item for item in wrong if not item.text.startswith("-")],
        steps=paragraphs(
            f"**{worse}**：{listed(other.stops, ' → ')}，移动总数 {other.distance}。",
            f"**{better}**：{listed(one.stops, ' → ')}，移动总数 {one.distance}。",
            f"平均减少 ({other.distance} − {one.distance})/{count} {sign} {text(difference)}",
        ),
        parameters=_parameters("average", better, head, requests, upwards, disk) | {"instead_of": worse},
        drawing=drawing_of(better, one, disk),
    )


def _parameters(task: str, algorithm: str, head: int, requests: Sequence[int], upwards: bool, disk: Disk) -> dict[str, object]:
    return {
        "task": task,
        "algorithm": algorithm,
        "head": head,
        "requests": list(requests),
        "upwards": upwards,
        "least": disk.least,
        "greatest": disk.greatest,
    }


KIND = Kind(
    name="disk-scheduling",
    title="磁盘调度",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"[单双]缓冲|寻道|磁道|柱面|最短查|转速|rpm|旋转|扇区|\d转|电梯|最近优先|最近邻|SSTF|SCAN|LOOK|FCFS|先来先服务|先到先服务|最短寻|扫描|SSF",
        recognise=disk_spelled(
            first_reading(
                recognise,
                recognise_places,
                recognise_interleaving,
                recognise_rows,
                recognise_buffering,
                *DISK_RECOGNISERS,
                solve=solve,
            )
        ),
        solve=solve,
    ),
)
