"""Disk scheduling: the head's route under FCFS, SSTF, SCAN, LOOK, C-SCAN and C-LOOK, with its working."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from engine.drawings.head_path import HeadPath, Stop
from engine.drawings.model import Drawing
from engine.generators.markdown import table


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


CONFUSED = {
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


DIRECTED = ("SCAN", "LOOK", "C-SCAN", "C-LOOK")


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


def sum_text(route: Route) -> str:
    return " + ".join(str(abs(one - other)) for one, other in zip(route.stops, route.stops[1:], strict=False))


def order_text(route: Route) -> str:
    rows = [
        (f"{one} → {other}", abs(one - other), "返回，不服务" if number in route.returns else "" if other in route.served else "到端点折返")
        for number, (one, other) in enumerate(zip(route.stops, route.stops[1:], strict=False), 1)
    ]
    return table(("移动", "磁道数", ""), rows)


def drawing_of(algorithm: str, route: Route, disk: Disk) -> Drawing:
    stops = tuple(Stop(at, "quiet" if number in route.returns else "plain") for number, at in enumerate(route.stops))
    return HeadPath(
        title=f"{algorithm}，从 {route.stops[0]} 号磁道开始",
        note=f"共移动 {route.distance} 个磁道" + ("，虚线是直接返回" if route.returns else ""),
        least=disk.least,
        greatest=max(disk.greatest, *route.stops),
        stops=stops,
    )
