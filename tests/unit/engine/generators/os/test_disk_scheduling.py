"""Disk scheduling against a head that walks track by track, textbook classics, and sentences as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import NeedsParameter, Solved, solve_text
from engine.generators.os._disk_scheduling.head_routes import ALGORITHMS, Disk, is_tied

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone

SILBERSCHATZ = (98, 183, 37, 122, 14, 124, 65, 67)
TANG = (55, 58, 39, 18, 90, 160, 150, 38, 184)


def walked(algorithm: str, head: int, requests: list[int], upwards: bool, disk: Disk) -> tuple[int, list[int]]:
    """Tracks covered and order of service, by moving a head one track at a time."""
    waiting, at, distance = list(requests), head, 0
    served: list[int] = []

    def serve() -> None:
        served.extend(request for request in waiting if request == at)
        waiting[:] = [request for request in waiting if request != at]

    if algorithm == "FCFS":
        for request in requests:
            while at != request:
                at += 1 if request > at else -1
                distance += 1
        return distance, list(requests)
    if algorithm == "SSTF":
        serve()
        while waiting:
            reach = 1
            while not {at - reach, at + reach} & set(waiting):
                reach += 1
            at, distance = (at - reach if at - reach in waiting else at + reach), distance + reach
            serve()
        return distance, served
    step = 1 if upwards else -1
    serve()
    while waiting:
        ahead = [request for request in waiting if (request - at) * step > 0]
        end = disk.greatest if step > 0 else disk.least
        goal = (
            (end if len(ahead) < len(waiting) else max(ahead, key=lambda r: r * step))
            if "SCAN" in algorithm
            else max(ahead, key=lambda r: r * step, default=at)
        )
        while at != goal:
            at, distance = at + step, distance + 1
            serve()
        if not waiting:
            break
        if algorithm in ("SCAN", "LOOK"):
            step = -step
            continue
        back = (disk.least if step > 0 else disk.greatest) if algorithm == "C-SCAN" else min(waiting, key=lambda r: r * step)
        distance += abs(at - back)
        at = back
        serve()
    return distance, served


@pytest.mark.parametrize(
    ("algorithm", "upwards", "expected"),
    # Silberschatz, Galvin and Gagne, Operating System Concepts: disk scheduling, head at 53 of 0 to 199.
    [("FCFS", True, 640), ("SSTF", True, 236), ("SCAN", False, 236), ("C-SCAN", True, 382), ("C-LOOK", True, 322), ("LOOK", False, 208)],
)
def test_silberschatz(algorithm: str, upwards: bool, expected: int) -> None:
    assert ALGORITHMS[algorithm](53, SILBERSCHATZ, upwards, Disk()).distance == expected


@pytest.mark.parametrize(
    ("algorithm", "average"),
    # Tang, Computer Operating Systems: head at 100; what is called SCAN there turns at the last request.
    [("FCFS", 55.3), ("SSTF", 27.5), ("LOOK", 27.8), ("C-LOOK", 35.8)],
)
def test_tang(algorithm: str, average: float) -> None:
    assert ALGORITHMS[algorithm](100, TANG, True, Disk()).distance / len(TANG) == pytest.approx(average, abs=0.06)


@settings(max_examples=80)
@given(
    st.integers(0, 60),
    st.lists(st.integers(0, 60), min_size=1, max_size=8, unique=True),
    st.booleans(),
    st.sampled_from(sorted(ALGORITHMS)),
)
def test_simulator_agrees_with_the_walk(head: int, requests: list[int], upwards: bool, algorithm: str) -> None:
    disk = Disk(0, 60)
    if algorithm == "SSTF" and is_tied(head, requests):
        return
    if algorithm in ("SCAN", "C-SCAN") and not any((request >= head if upwards else request <= head) for request in requests):
        return
    route = ALGORITHMS[algorithm](head, requests, upwards, disk)
    assert (route.distance, list(route.served)) == walked(algorithm, head, requests, upwards, disk)


def test_keys_agree_with_the_walk() -> None:
    for composed in sample("disk-scheduling"):
        asked = composed.parameters
        disk = Disk(asked["least"], asked["greatest"])
        distance, order = walked(asked["algorithm"], asked["head"], asked["requests"], asked["upwards"], disk)
        shown = right_option(composed)
        if asked["task"] == "distance":
            assert shown == str(distance)
        elif asked["task"] == "place":
            assert shown == str(order[asked["number"] - 1])
        elif asked["task"] == "average":
            other, _ = walked(asked["instead_of"], asked["head"], asked["requests"], asked["upwards"], disk)
            assert abs(float(shown) - (other - distance) / len(asked["requests"])) <= 0.005 + 1e-9
        elif asked["task"] == "time":
            turn = 60_000 / asked["speed"]
            one, other = map(int, asked["per_track_ms"].split("/")) if "/" in asked["per_track_ms"] else (int(asked["per_track_ms"]), 1)
            expected = distance * one / other + len(order) * (turn / 2 + turn / asked["sectors"])
            assert abs(float(shown.removesuffix(" ms")) - expected) <= 0.05 + 1e-9
        else:
            assert asked["task"] == "later"


# --- solver ------------------------------------------------------------------------------------------------------------------------

QUEUE = "98,183,37,122,14,124,65,67"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "磁头在60号柱面，移动方向朝大号柱面，请求80,20,95,40，C-SCAN（仅移动到最远的请求处，随后直接返回最小号请求，返回的移动距离也计入），移动总量",
            "共移动 130 个磁道",
        ),
        (
            "磁头停在70号，往小号走，请求 52 90 14 38 120 66，电梯算法（到最远的请求就掉头，不用走到头），一共走多少个磁道",
            "共移动 162 个磁道",
        ),
        (
            "磁盘臂每移过一个柱面花2ms，磁头正在30号柱面，等待的请求柱面依次是20、44、4、80，分别求FCFS和SSTF的总寻道时间",
            "FCFS：寻道时间 300 ms；SSTF：寻道时间 204 ms",
        ),
        ("当前在125号，正向0号方向移动，队列86,147,91,177,94，LOOK，依次访问哪些磁道", "服务次序 94, 91, 86, 147, 177"),
        ("磁头50，请求82 170 43 140 24，CSCAN往大的方向走，走到199再回0，总共移动多少", "共移动 391 个磁道"),
        ("SCAN，磁头50，磁头向磁道号增大方向移动，到199后返回，请求95,180,34,119,11,123,62,64，总移动量", "共移动 337 个磁道"),
        ("磁头停在15号，请求25,10,40,5，用SCAN（先往小走，走到0掉头），共移动多少道", "共移动 55 个磁道"),
        ("磁盘磁头在31号柱面，每移动一个柱面3ms，请求10,22,20,2,41,6,38，SSTF要花多少寻道时间", "寻道时间 147 ms"),
        (
            "磁盘0-199号磁道，磁头在50，向大号磁道移动，请求95,180,34,119,11,123,62,64，SCAN，走到199才掉头，求总移动磁道数",
            "共移动 337 个磁道",
        ),
        (
            "磁头在50号，正朝磁道号变小的那头走，磁道0~199，请求95,180,34,119,11,123,62,64，SCAN要走到0再返回，移动多少磁道",
            "共移动 230 个磁道",
        ),
        ("尚未处理的磁盘请求有95,180,34,119,11,123,62,64，磁头正好在50，SSTF，平均每个请求移动多少个磁道", "平均寻道长度 236/8 = 29.5"),
        (f"磁头在53号磁道，请求序列 {QUEUE}，用FCFS算法，磁头总共移动了多少磁道？", "共移动 640 个磁道"),
        (
            f"假设磁头当前位于第53号磁道，等待的磁盘请求依次为{QUEUE}，采用最短寻道时间优先（SSTF）调度算法，求磁头移动的磁道总数",
            "共移动 236 个磁道",
        ),
        (
            f"磁盘磁道号范围0~199，磁头现在在53，正在向磁道号减小的方向移动，请求队列为{QUEUE}，SCAN算法，总移动距离是多少",
            "共移动 208 个磁道（若走到磁盘端点才折返：共移动 236 个磁道）",
        ),
        (
            f"某磁盘共有200个磁道，编号0-199，磁头位于53号，向磁道号增加方向移动，请求为{QUEUE}，C-SCAN算法下磁头移动总磁道数？",
            "共移动 322 个磁道（若走到磁盘端点才折返：共移动 382 个磁道）",
        ),
        (f"C-LOOK 调度，磁头在 53，正向磁道号增大方向移动，请求 {QUEUE}，寻道总长度是多少", "共移动 322 个磁道"),
        ("磁头从100号磁道开始，55,58,39,18,90,160,150,38,184，先来先服务，求平均寻道长度", "平均寻道长度 498/9 ≈ 55.33"),
        (
            "请问：磁头停在105号磁道，正由小到大移动，请求 35、45、12、68、110、180、170、195，用扫描算法，磁头访问次序是什么",
            "服务次序 110, 170, 180, 195, 68, 45, 35, 12",
        ),
        (f"系统采用SSTF，当前磁头位置为53，柱面请求 {QUEUE}，每移动一个柱面需要3ms，寻道时间共多少？", "寻道时间 708 ms"),
        (f"LOOK算法，磁头刚处理完60号磁道的请求，现在在53号磁道，请求{QUEUE}，一共移动多少个磁道", "共移动 208 个磁道"),
        (f"磁头在53，请求{QUEUE}，分别求FCFS和SSTF的移动距离", "FCFS：共移动 640 个磁道；SSTF：共移动 236 个磁道"),
        (f"磁头在53，朝磁道号减小方向移动，到最后一个请求就返回，SCAN，请求{QUEUE}，总共移动多少磁道", "共移动 208 个磁道"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "SCAN，磁头50，磁头向磁道号增大方向移动，到150后返回，请求95,180,34,119,11,123,62,64，总移动量",
        "C-SCAN，磁道0~199，磁头50，磁头向磁道号增大方向移动，到180后返回11，请求95,180,34,119,11,123,62,64，总移动量",
        f"磁头在53，请求{QUEUE}，用N步SCAN算法，N=3，移动多少磁道",
        f"磁头在53，请求{QUEUE}，FSCAN算法，移动多少磁道",
        f"磁头在53，请求{QUEUE}，FCFS算法，每个扇区读取时间0.1ms，转速7200r/min，总时间多少",
        f"磁头在53，请求{QUEUE}，SSTF算法，处理65号时又到来请求70，移动多少磁道",
        "磁头位置如图所示，SSTF算法，移动距离是多少",
        f"磁头在53，请求{QUEUE}，比较FCFS和SSTF",
        f"磁头在53，向外移动，请求{QUEUE}，LOOK算法，移动多少磁道",
        "磁头在50，请求 40,60,65，SSTF，移动多少磁道",
        f"磁头在53，请求{QUEUE}，SSTF算法，磁头启动需要额外2ms，移动多少磁道",
        f"磁头在53，请求{QUEUE}，采用优先级最高者优先算法，移动多少磁道",
        "为什么SSTF会产生饥饿现象",
        "磁头50，请求82,170,43,140，FCFS，每移动10个磁道需1ms，总寻道时间",
        "磁头50，请求82,170,43,140，SSTF，启动时间每次2ms，每道0.1ms，寻道时间",
        f"磁道共100个（0-99），磁头在53，请求{QUEUE}，FCFS，移动多少磁道",
        f"磁头在53，请求{QUEUE}，其中37号请求已取消，FCFS，移动多少磁道",
    ],
)
def test_solver_stays_out(text: str) -> None:
    solved = solve_text(text, "408")
    assert solved is None or isinstance(solved, NeedsParameter), solved


def _swept(head: int, requests: list[int], greatest: int) -> int:
    """Upwards to the end, back for nothing, upwards again: every track between is crossed once."""
    behind = [request for request in requests if request < head]
    return greatest - head + (max(behind) if behind else 0)


def test_a_way_back_that_does_not_count() -> None:
    requests = [95, 180, 34, 119, 11, 123, 62, 64]
    text = (
        "C-SCAN，磁道0~199，磁头50，磁头向磁道号增大方向移动，到199后直接跳回0，返回的距离不计入，请求95,180,34,119,11,123,62,64，总移动量"
    )
    assert answer_of("disk-scheduling", text) == f"共移动 {_swept(50, requests, 199)} 个磁道"


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("第三个服务的请求是哪个", "第 3 个服务的磁道 37"),
        ("最后服务的是哪个磁道", "最后服务的磁道 183"),
        ("122号磁道是第几个被服务的", "122 号磁道第 6 个服务"),
        ("磁头改变方向几次", "改变方向 2 次"),
    ],
)
def test_single_places_of_the_route(asked: str, answer: str) -> None:
    assert answer_of("disk-scheduling", f"磁头在53，请求{QUEUE}，SSTF算法，{asked}") == answer


def test_seeking_waiting_and_transferring() -> None:
    # 18, 25, 10 and 3 from 8: 2 + 7 + 15 + 7 tracks; half a turn of 20 ms and a tenth of it for each of four.
    text = (
        "磁盘转速3000转/分，每磁道10个扇区，磁头移动一个磁道需1ms。请求18、3、25、10，磁头在第8道，采用SSTF，每个请求读一个扇区，求总时间"
    )
    assert answer_of("disk-scheduling", text) == f"总时间 {2 + 7 + 15 + 7 + 4 * (10 + 2)} ms"


def test_questions_with_conditions_of_their_own() -> None:
    text = f"磁头在53，磁道0~199，请求{QUEUE}。(1)采用SSTF，移动多少磁道？(2)采用FCFS，移动多少磁道？"
    assert answer_of("disk-scheduling", text) == "SSTF：共移动 236 个磁道；FCFS：共移动 640 个磁道"
    assert left_alone("disk-scheduling", text.replace("(2)采用FCFS", "(2)此后又来了请求70，采用FCFS"))


def test_solver_asks_for_head_and_direction() -> None:
    asked = solve_text(f"SSTF算法，请求 {QUEUE}，磁头总共移动多少磁道", "408")
    assert isinstance(asked, NeedsParameter)
    solved = solve_text(asked.completed("53"), "408")
    assert isinstance(solved, Solved)
    assert solved.answer == "共移动 236 个磁道"
    asked = solve_text(f"LOOK算法，磁头在53号磁道，请求 {QUEUE}，磁头总共移动多少磁道", "408")
    assert isinstance(asked, NeedsParameter)
    assert asked.missing[0].name == "upwards"
    solved = solve_text(asked.completed("向磁道号减小的方向"), "408")
    assert isinstance(solved, Solved)
    assert solved.answer == "共移动 208 个磁道"


def test_a_track_called_like_the_exam_is_a_track() -> None:
    asked = "磁头当前位于 90 号磁道，正向磁道号增大的方向移动，请求依次为 {}，采用 SSTF，磁头移动的磁道总数为多少？"
    solved, other = (solve_text(asked.format(f"{track}, 8, 18, 147, 112"), "408") for track in (408, 409))
    assert isinstance(solved, Solved) and isinstance(other, Solved)
    assert "408" in str(solved.parameters) and solved.answer != other.answer


def test_own_questions_are_solved_as_keyed() -> None:
    answered = 0
    for composed in sample("disk-scheduling"):
        solved = solve_text(composed.question.stem, "408")
        if isinstance(solved, Solved):
            answered += 1
            assert right_option(composed) in solved.answer, composed.question.stem
    assert answered
