"""Disk scheduling: FCFS, SSTF, SCAN, LOOK, C-SCAN and C-LOOK, with the distance the head covers.

Definitions after Silberschatz, Operating System Concepts (disk scheduling): SCAN and C-SCAN run to the end of the disk before they
turn, LOOK and C-LOOK turn at the last request. Chinese textbooks often call LOOK simply SCAN; questions state which is meant, and
the solver gives both values where a text leaves it open. The return sweep of C-SCAN and C-LOOK counts as movement.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from engine.drawings.model import Drawing, HeadPath, Stop
from engine.generators.alternatives import first_reading
from engine.generators.chance import Chance
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.os._disk_scheduling_reading import recognise
from engine.generators.os._disk_times import solve_times
from engine.generators.os._disk_times_reading import recognise_geometry, recognise_interleaving, recognise_times
from engine.generators.quantities import decimal, relation
from engine.generators.reading import stay_out

POINT = "os.io.disk-scheduling"


@dataclass(frozen=True, slots=True)
class Disk:
    """Tracks (or cylinders) from `least` to `greatest`."""

    least: int = 0
    greatest: int = 199


@dataclass(frozen=True, slots=True)
class Route:
    """The head's way.

    Attributes:
        served: the requests in the order they are served.
        stops: every place where the head stops or turns, the start first.
        returns: positions in `stops` reached by a sweep that serves nobody.
    """

    served: tuple[int, ...]
    stops: tuple[int, ...]
    returns: frozenset[int] = frozenset()

    @property
    def distance(self) -> int:
        """Tracks covered."""
        return sum(abs(one - other) for one, other in zip(self.stops, self.stops[1:], strict=False))


def fcfs(head: int, requests: Sequence[int], upwards: bool, disk: Disk) -> Route:
    """In the order of arrival."""
    return Route(tuple(requests), (head, *requests))


def sstf(head: int, requests: Sequence[int], upwards: bool, disk: Disk) -> Route:
    """The nearest request first; of two equally near ones the lower."""
    waiting, at, served = list(requests), head, []
    while waiting:
        at = min(waiting, key=lambda request: (abs(request - at), request))
        waiting.remove(at)
        served.append(at)
    return Route(tuple(served), (head, *served))


def _sides(head: int, requests: Sequence[int], upwards: bool) -> tuple[list[int], list[int]]:
    """The requests ahead (the head's own place included) and those behind, each in the order the head meets them."""
    ahead = sorted((request for request in requests if (request >= head if upwards else request <= head)), reverse=not upwards)
    behind = sorted((request for request in requests if (request < head if upwards else request > head)), reverse=upwards)
    return ahead, behind


def look(head: int, requests: Sequence[int], upwards: bool, disk: Disk) -> Route:
    """To the last request in the direction, then back."""
    ahead, behind = _sides(head, requests, upwards)
    return Route((*ahead, *behind), (head, *ahead, *behind))


def scan(head: int, requests: Sequence[int], upwards: bool, disk: Disk) -> Route:
    """To the end of the disk, then back; where nothing waits behind, only to the last request."""
    ahead, behind = _sides(head, requests, upwards)
    end = disk.greatest if upwards else disk.least
    turn = [end] if behind and (not ahead or ahead[-1] != end) else []
    return Route((*ahead, *behind), (head, *ahead, *turn, *behind))


def clook(head: int, requests: Sequence[int], upwards: bool, disk: Disk) -> Route:
    """To the last request in the direction, back at once to the farthest request behind, then on in the same direction."""
    ahead, behind = _sides(head, requests, upwards)
    behind = behind[::-1]
    return Route((*ahead, *behind), (head, *ahead, *behind), frozenset({1 + len(ahead)} if behind else ()))


def cscan(head: int, requests: Sequence[int], upwards: bool, disk: Disk) -> Route:
    """To the end of the disk, back at once to its other end, then on in the same direction."""
    ahead, behind = _sides(head, requests, upwards)
    behind = behind[::-1]
    far, near = (disk.greatest, disk.least) if upwards else (disk.least, disk.greatest)
    stops = [head, *ahead]
    returns = frozenset[int]()
    if behind:
        stops += [far] if stops[-1] != far else []
        returns = frozenset({len(stops)})
        stops += [near] if behind[0] != near else []
        stops += behind
    return Route((*ahead, *behind), tuple(stops), returns)


ALGORITHMS: dict[str, Callable[[int, Sequence[int], bool, Disk], Route]] = {
    "FCFS": fcfs,
    "SSTF": sstf,
    "SCAN": scan,
    "LOOK": look,
    "C-SCAN": cscan,
    "C-LOOK": clook,
}
NAMES = {
    "FCFS": "先来先服务（FCFS）",
    "SSTF": "最短寻道时间优先（SSTF）",
    "SCAN": "扫描（SCAN，移动到磁盘端点才折返）",
    "LOOK": "LOOK（到该方向最后一个请求就折返）",
    "C-SCAN": "循环扫描（C-SCAN，移动到磁盘端点后直接返回另一端，返回的移动也计入）",
    "C-LOOK": "C-LOOK（到该方向最后一个请求后直接返回另一侧最远的请求，返回的移动也计入）",
}
_CONFUSED = {
    "FCFS": (("SSTF", "每次挑了最近的请求，做成了 SSTF"), ("LOOK", "按移动方向排了序，做成了 LOOK")),
    "SSTF": (
        ("LOOK", "沿一个方向一直扫描，做成了 LOOK"),
        ("FCFS", "按到达次序服务，做成了 FCFS"),
        ("SCAN", "扫描到了磁盘端点，做成了 SCAN"),
    ),
    "SCAN": (
        ("LOOK", "到最后一个请求就折返，做成了 LOOK"),
        ("C-SCAN", "折返时没有服务，做成了 C-SCAN"),
        ("SSTF", "每次挑了最近的请求，做成了 SSTF"),
    ),
    "LOOK": (
        ("SCAN", "多走到了磁盘端点，做成了 SCAN"),
        ("C-LOOK", "折返时没有服务，做成了 C-LOOK"),
        ("SSTF", "每次挑了最近的请求，做成了 SSTF"),
    ),
    "C-SCAN": (("C-LOOK", "没有走到磁盘的两端，做成了 C-LOOK"), ("SCAN", "折返途中也服务请求，做成了 SCAN"), ("LOOK", "做成了 LOOK")),
    "C-LOOK": (("C-SCAN", "多走到了磁盘的两端，做成了 C-SCAN"), ("LOOK", "折返途中也服务请求，做成了 LOOK"), ("SCAN", "做成了 SCAN")),
}
_DIRECTED = ("SCAN", "LOOK", "C-SCAN", "C-LOOK")


def is_tied(head: int, requests: Sequence[int]) -> bool:
    """Whether SSTF ever has two nearest requests on two sides, so that its order is open."""
    waiting, at = list(requests), head
    while waiting:
        nearest = min(abs(request - at) for request in waiting)
        if len({request for request in waiting if abs(request - at) == nearest}) > 1:
            return True
        at = next(request for request in waiting if abs(request - at) == nearest)
        waiting.remove(at)
    return False


def sstf_distances(head: int, requests: Sequence[int]) -> set[int]:
    """Every distance SSTF can come to, however ties are broken."""
    if not requests:
        return {0}
    nearest = min(abs(request - head) for request in requests)
    found = set()
    for request in {request for request in requests if abs(request - head) == nearest}:
        rest = list(requests)
        rest.remove(request)
        found |= {nearest + distance for distance in sstf_distances(request, rest)}
    return found


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
        algorithm = chance.choice(_DIRECTED)
        if chance.one_in(4):
            return _place(chance, algorithm, head, requests, upwards, disk)
        return _distance(chance, algorithm, head, requests, upwards, disk)
    return chance.choice((_time, _later, _average))(chance, head, requests, upwards, disk)


def _opening(algorithm: str, head: int, requests: Sequence[int], upwards: bool, disk: Disk) -> str:
    direction = f"，正向磁道号{'增大' if upwards else '减小'}的方向移动" if algorithm in _DIRECTED else ""
    return (
        f"磁盘的磁道编号为 {disk.least}～{disk.greatest}，磁头当前位于 {head} 号磁道{direction}，等待队列中的请求按到达次序为 {listed(requests)}。"
        f"采用{NAMES[algorithm]}磁盘调度算法"
    )


def _wrong_distances(algorithm: str, head: int, requests: Sequence[int], upwards: bool, disk: Disk) -> list[tuple[int, str]]:
    right = ALGORITHMS[algorithm](head, requests, upwards, disk)
    found = [(ALGORITHMS[other](head, requests, upwards, disk).distance, why) for other, why in _CONFUSED[algorithm]]
    if algorithm in _DIRECTED:
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
        steps=paragraphs(_order(route), f"移动总数 = {_sum(route)} = {route.distance}"),
        parameters=_parameters("distance", algorithm, head, requests, upwards, disk),
        drawing=_drawing(algorithm, route, disk),
    )


def _place(chance: Chance, algorithm: str, head: int, requests: list[int], upwards: bool, disk: Disk) -> Generated | None:
    """The last request to be served."""
    route = ALGORITHMS[algorithm](head, requests, upwards, disk)
    number = chance.between(len(requests) - 3, len(requests))
    right = route.served[number - 1]
    others = [
        *_CONFUSED[algorithm],
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
        drawing=_drawing(algorithm, route, disk),
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
        f"移动总数 = {_sum(route)} = {route.distance}，寻道共 {route.distance} × {decimal(per_track)} = {decimal(route.distance * per_track)} ms。",
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
        steps=paragraphs(_order(route), *steps),
        parameters=_parameters("time", algorithm, head, requests, upwards, disk)
        | {"per_track_ms": str(per_track), "speed": speed, "sectors": sectors},
        drawing=_drawing(algorithm, route, disk),
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
    for other, why in _CONFUSED[algorithm]:
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
            _order(route),
            f"移动总数 = {_sum(route)} = {right}",
        ),
        parameters=_parameters("later", algorithm, head, first, upwards, disk) | {"late": late},
        drawing=_drawing(algorithm, route, disk),
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
    if worse == "FCFS" and better in _DIRECTED:
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
        drawing=_drawing(better, one, disk),
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


# --- working and drawing -----------------------------------------------------------------------------------------------------------


def _sum(route: Route) -> str:
    return " + ".join(str(abs(one - other)) for one, other in zip(route.stops, route.stops[1:], strict=False))


def _order(route: Route) -> str:
    rows = [
        (f"{one} → {other}", abs(one - other), "返回，不服务" if number in route.returns else "" if other in route.served else "到端点折返")
        for number, (one, other) in enumerate(zip(route.stops, route.stops[1:], strict=False), 1)
    ]
    return table(("移动", "磁道数", ""), rows)


def _drawing(algorithm: str, route: Route, disk: Disk) -> Drawing:
    stops = tuple(Stop(at, "quiet" if number in route.returns else "plain") for number, at in enumerate(route.stops))
    return HeadPath(
        title=f"{algorithm}，从 {route.stops[0]} 号磁道开始",
        note=f"共移动 {route.distance} 个磁道" + ("，虚线是直接返回" if route.returns else ""),
        least=disk.least,
        greatest=max(disk.greatest, *route.stops),
        stops=stops,
    )


# --- solver ------------------------------------------------------------------------------------------------------------------------


def _solve(parameters: Parameters) -> Solution:
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
        workings.append(paragraphs(f"**{name}**", _order(route), f"移动总数 = {_sum(route)} = {route.distance}"))
        if route.returns:
            conventions.append("直接返回的移动也计入")
        drawing = drawing or _drawing(name, route, disk)
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


KIND = Kind(
    name="disk-scheduling",
    title="磁盘调度",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"寻道|转速|rpm|旋转|扇区|\d转|电梯|最近优先|最近邻|SSTF|SCAN|LOOK|FCFS|先来先服务|先到先服务|最短寻|扫描|SSF",
        recognise=first_reading(recognise, recognise_times, recognise_geometry, recognise_interleaving),
        solve=_solve,
    ),
)
