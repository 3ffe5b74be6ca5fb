"""CPU scheduling against a processor that ticks, textbook classics, and sentences as people type them."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import NeedsParameter, Solved, solve_text
from engine.generators.choices.choosing import same_answer
from engine.generators.os._cpu_scheduling.schedules import Job, Schedule, fcfs, hrrn, priority, round_robin, sjf, srtn

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone

Jobs = list[tuple[int, int, int]]
"""(arrival, burst, priority)"""


def ticking(algorithm: str, jobs: Jobs, quantum: int = 1, larger: bool = False, preemptive: bool = False) -> list[int]:
    """The finishing times, by asking at every tick who runs."""
    left = [burst for _, burst, _ in jobs]
    finish = [0] * len(jobs)
    queue: list[int] = []
    running: int | None = None
    ran = now = 0

    def key(i: int, now: int) -> Any:
        if algorithm in ("SJF", "SRTN"):
            return left[i]
        if algorithm == "HRRN":
            return -Fraction(now - jobs[i][0] + jobs[i][1], jobs[i][1])
        return (-jobs[i][2] if larger else jobs[i][2]) if algorithm == "PRIORITY" else 0

    while any(left):
        queue += [i for i, (arrival, _, _) in enumerate(jobs) if arrival == now]
        if running is not None and left[running] == 0:
            running = None
        elif running is not None and algorithm == "RR" and ran == quantum:
            queue.append(running)
            running = None
        if algorithm == "SRTN" or (algorithm == "PRIORITY" and preemptive):
            if running is not None:
                queue.insert(0, running)
            running = None
        if running is None and queue:
            scores = [key(i, now) for i in queue]
            running = queue.pop(scores.index(min(scores)))
            ran = 0
        if running is not None:
            left[running] -= 1
            ran += 1
            if left[running] == 0:
                finish[running] = now + 1
        now += 1
    return finish


def run(algorithm: str, jobs: Jobs, quantum: int = 1, larger: bool = False, preemptive: bool = False) -> Schedule:
    listed = [Job(f"P{number}", *job) for number, job in enumerate(jobs, 1)]
    if algorithm == "RR":
        return round_robin(listed, quantum)
    if algorithm == "PRIORITY":
        return priority(listed, larger_first=larger, preemptive=preemptive)
    return {"FCFS": fcfs, "SJF": sjf, "SRTN": srtn, "HRRN": hrrn}[algorithm](listed)


@pytest.mark.parametrize(
    ("algorithm", "jobs", "waiting"),
    [
        # Silberschatz, Galvin and Gagne, Operating System Concepts: CPU scheduling algorithms.
        ("FCFS", [(0, 24, 0), (0, 3, 0), (0, 3, 0)], Fraction(17)),
        ("SJF", [(0, 6, 0), (0, 8, 0), (0, 7, 0), (0, 3, 0)], Fraction(7)),
        ("SRTN", [(0, 8, 0), (1, 4, 0), (2, 9, 0), (3, 5, 0)], Fraction(13, 2)),
        ("RR", [(0, 24, 0), (0, 3, 0), (0, 3, 0)], Fraction(17, 3)),
        ("PRIORITY", [(0, 10, 3), (0, 1, 1), (0, 2, 4), (0, 1, 5), (0, 5, 2)], Fraction(82, 10)),
    ],
)
def test_silberschatz(algorithm: str, jobs: Jobs, waiting: Fraction) -> None:
    assert run(algorithm, jobs, quantum=4).average("waiting") == waiting


@pytest.mark.parametrize(("algorithm", "turnaround"), [("FCFS", 9), ("SJF", 8)])
def test_tang(algorithm: str, turnaround: int) -> None:
    # Tang, Computer Operating Systems: five processes A to E that arrive at 0 to 4 and need 4, 3, 5, 2, 4.
    jobs = [(0, 4, 0), (1, 3, 0), (2, 5, 0), (3, 2, 0), (4, 4, 0)]
    assert run(algorithm, jobs).average("turnaround") == turnaround


@settings(max_examples=100)
@given(
    st.lists(st.tuples(st.integers(0, 12), st.integers(1, 7)), min_size=1, max_size=6),
    st.sampled_from(("FCFS", "SJF", "SRTN", "HRRN", "RR", "PRIORITY")),
    st.integers(1, 4),
    st.booleans(),
    st.booleans(),
)
def test_simulator_agrees_with_the_clock(
    times: list[tuple[int, int]], algorithm: str, quantum: int, larger: bool, preemptive: bool
) -> None:
    jobs = sorted((arrival, burst, number) for number, (arrival, burst) in enumerate(times))
    schedule = run(algorithm, jobs, quantum, larger, preemptive)
    assert [schedule.finish(job) for job in schedule.jobs] == ticking(algorithm, jobs, quantum, larger, preemptive)


def test_keys_agree_with_the_clock() -> None:
    for composed in sample("cpu-scheduling"):
        asked = composed.parameters
        shown = right_option(composed)
        if asked["task"] == "switch":
            slices = sum(-(-burst // asked["quantum"]) for burst in asked["bursts"])
            total = sum(asked["bursts"])
            assert abs(float(shown.removesuffix("%")) - 100 * total / (total + slices * asked["cost"])) <= 0.05 + 1e-9
            continue
        jobs = [(job[1], job[2], job[3] if len(job) > 3 else 0) for job in asked["jobs"]]
        finish = ticking(
            asked["algorithm"], jobs, asked.get("quantum", 1), asked.get("larger_first", False), asked.get("preemptive", False)
        )
        names = [job[0] for job in asked["jobs"]]
        if asked["task"] == "order":
            assert shown == "、".join(name for _, name in sorted(zip(finish, names, strict=True)))
            continue
        values = {
            "turnaround": [end - job[0] for end, job in zip(finish, jobs, strict=True)],
            "waiting": [end - job[0] - job[1] for end, job in zip(finish, jobs, strict=True)],
            "weighted": [(end - job[0]) / job[1] for end, job in zip(finish, jobs, strict=True)],
        }[asked["task"]]
        assert abs(float(shown.removesuffix(" ms")) - sum(values) / len(values)) <= 0.005 + 1e-9


# --- solver ------------------------------------------------------------------------------------------------------------------------

TABLE = "进程 到达时间 运行时间\nP1 0 7\nP2 2 4\nP3 4 1\nP4 5 4\n"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "优先级调度（抢占，数值小优先），P1：到达0，运行4，优先级3；P2：到达1，运行3，优先级1；P3：到达2，运行5，优先级2；求平均周转时间",
            "平均周转时间 22/3 ≈ 7.33",
        ),
        (
            "五个批处理作业A~E几乎同时到达，运行时间10、6、2、4、8分钟，FCFS，求平均周转时间，结果保留一位小数",
            "平均周转时间 96/5 = 19.2 min",
        ),
        (
            "时间片轮转q=3，P1(0时刻到达，需要4)，P2(1时刻到达，需要3)，P3(2时刻到达，需要5)，新来的进程排在刚用完时间片的进程前面，平均周转时间多少",
            "平均周转时间 25/3 ≈ 8.33",
        ),
        ("进程A(0,5)、B(1,3)、C(2,6)，括号内分别是到达时间和服务时间，FCFS，求平均等待时间", "平均等待时间 10/3 ≈ 3.33"),
        ("作业1在0时刻提交，需要3；作业2在1时刻提交，需要6，SJF，平均周转时间", "平均周转时间 11/2 = 5.5"),
        ("4个进程P1~P4同时到达，按编号顺序排在就绪队列里，CPU burst为6、3、1、7，RR，时间片为2，平均等待时间", "平均等待时间 29/4 = 7.25"),
        ("RR，时间片2，进程A(0时刻到，要5)、B(1时刻到，要3)，用完时间片的进程比新到的进程先入队，平均周转时间", "平均周转时间 14/2 = 7"),
        ("三个进程P1、P2、P3同时到达，运行时间分别为24、3、3ms，采用FCFS调度，平均等待时间是多少？", "平均等待时间 51/3 = 17 ms"),
        (
            "有五个进程A、B、C、D、E，到达时间分别为0、1、2、3、4，服务时间分别为4、3、5、2、4，求短作业优先算法的平均周转时间",
            "平均周转时间 40/5 = 8",
        ),
        (f"{TABLE}采用抢占式短作业优先，求平均周转时间", "平均周转时间 28/4 = 7"),
        (f"{TABLE}采用非抢占的SJF，平均等待时间是多少", "平均等待时间 16/4 = 4"),
        (
            "| 进程 | 到达时间 | 运行时间(ms) |\n| --- | --- | --- |\n| P1 | 0 | 8 |\n| P2 | 1 | 4 |\n| P3 | 2 | 9 |\n| P4 | 3 | 5 |\n\n最短剩余时间优先(SRTN)，平均等待时间？",
            "平均等待时间 26/4 = 6.5 ms",
        ),
        (
            "P1,P2,P3 三个进程在0时刻同时到达，运行时间依次为24,3,3，时间片为4，时间片轮转调度，不计切换开销，求平均等待时间",
            "平均等待时间 17/3 ≈ 5.67",
        ),
        ("作业到达时间为0,1,2,3，运行时间为8,4,9,5，用高响应比优先算法，平均周转时间是多少", "平均周转时间 57/4 = 14.25"),
        (
            "| 进程 | P1 | P2 | P3 |\n| --- | --- | --- | --- |\n| 到达时间 | 0 | 1 | 2 |\n| 运行时间 | 5 | 3 | 1 |\n| 优先数 | 3 | 1 | 2 |\n\n采用非抢占式优先级调度，优先数越小优先级越高，求平均周转时间",
            "平均周转时间 19/3 ≈ 6.33",
        ),
        ("4个作业同时提交，运行时间分别为2h、4h、6h、8h，求短作业优先的平均周转时间", "平均周转时间 40/4 = 10 h"),
        (
            "三道作业J1、J2、J3分别于9:00、9:10、9:30进入单道批处理系统，所需执行时间依次为50分钟、20分钟、10分钟，按短作业优先，平均周转时间",
            "平均周转时间 150/3 = 50 min",
        ),
        (
            "作业1在0时刻到达，要运行30min；作业2在5时刻到达，要运行20min；作业3在10时刻到达，要运行5min。非抢占的高响应比优先，求执行次序",
            "完成次序 作业1、作业3、作业2",
        ),
        ("A、B、C按此顺序几乎同时于0时刻到达就绪队列，需要CPU 4、2、3个单位，时间片轮转q=2，平均周转时间", "平均周转时间 21/3 = 7"),
        ("某作业9:00到达，估计运行2小时，到12:00才开始执行，此时的响应比等于几？", "2.5"),
        ("三个作业的提交时间是8:00、8:30、9:00，运行时间1小时、0.5小时、0.5小时，FCFS的平均周转时间", "平均周转时间 180/3 = 60 min"),
        ("作业 到达 运行\nA 0 3\nB 1 5\nC 3 2\n非抢占短作业优先，周转时间平均多少", "平均周转时间 14/3 ≈ 4.67"),
        (
            "5个进程同时到达，优先级分别为3、5、2、1、4（5最高），运行时间10、6、2、4、8，非抢占的优先级调度，平均周转时间",
            "平均周转时间 100/5 = 20",
        ),
        ("4个作业 8:00、8:30、9:00、9:10 到达，运行时间 60、30、10、5 分钟，SJF，求平均周转时间", "平均周转时间 150/4 = 37.5 min"),
        ("五个进程到达时间依次是0,1,2,3,4，服务时间依次是4,3,5,2,4，FCFS 的平均带权周转时间", "平均带权周转时间 2.8"),
        ("进程A(5,0)、B(3,1)、C(6,2)，括号内分别是服务时间和到达时间，FCFS，求平均等待时间", "平均等待时间 10/3 ≈ 3.33"),
        (
            "有4道作业，提交时刻和运行时间（小时）为：作业1 8:00、2.0；作业2 8:30、0.5；作业3 9:00、0.1；作业4 9:30、0.2。高响应比优先，求平均周转时间",
            "平均周转时间 390/4 = 97.5 min",
        ),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "优先级调度（抢占，数值小优先），P1：到达0，运行4，优先级3；P2：到达1，运行3；求平均周转时间",
        "进程A(0,5)、B(1,3)、C(2,6)，FCFS，求平均等待时间",
        "三个进程P3、P1、P2都在0时刻到达，按编号排在就绪队列，运行时间分别为4、2、6，FCFS，平均周转",
        "P1(0时刻到，要5)，P2(1时刻到，要3)，轮转，时间片2，P1在3时刻等待I/O，平均周转时间",
        f"{TABLE}采用多级反馈队列调度，求平均周转时间",
        f"{TABLE}采用FCFS，平均响应时间是多少",
        f"{TABLE}两个CPU，采用FCFS，求平均周转时间",
        f"{TABLE}采用FCFS，每次进程切换花费1，求平均周转时间",
        f"{TABLE}采用FCFS，其中P3运行1后要进行2的I/O，求平均周转时间",
        f"{TABLE}采用彩票调度，求平均周转时间",
        "短作业优先为什么会产生饥饿",
        "P1到达0运行5，P2到达1运行3，时间片轮转，P1时间片2，P2时间片1，平均周转时间",
        "作业到达时间0,1,2，运行时间5,3,2，SJF，内存只能容纳2个作业，平均周转时间",
        "某作业9:00到达，估计运行2小时，响应比等于几？",
        "进程到达时间如图，采用FCFS，求平均周转时间",
        f"{TABLE}采用FCFS，CPU利用率是多少",
        "三个进程到达时间为0,1，运行时间为3,4,5，FCFS，平均周转时间",
        "作业到达时间为0,1,2,3，运行时间为8,4,9,5，动态优先级调度，平均周转时间是多少",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert solve_text(text, "408") is None


def test_equals_that_decide_are_left_alone() -> None:
    # At 4 both have ratio 2: which of them goes first changes the average.
    assert solve_text("作业到达时间为0,1,2，运行时间为4,3,2，用高响应比优先，完成次序是什么", "408") is None


def test_two_conventions_of_round_robin_are_both_told() -> None:
    solved = solve_text("进程到达时间为0,2,4，运行时间为5,4,3，时间片轮转，时间片为2，平均周转时间是多少", "408")
    assert isinstance(solved, Solved)
    assert "若时间片用完的进程先入队" in solved.answer


def test_solver_asks_for_the_quantum() -> None:
    asked = solve_text("作业到达时间为0,1,2,3，运行时间为8,4,9,5，时间片轮转，平均周转时间是多少", "408")
    assert isinstance(asked, NeedsParameter)
    solved = solve_text(asked.completed("4"), "408")
    assert isinstance(solved, Solved)
    assert solved.parameters["quantum"] == 4


def test_own_questions_are_solved_as_keyed() -> None:
    answered = 0
    for composed in sample("cpu-scheduling"):
        solved = solve_text(composed.question.stem, "408")
        if isinstance(solved, Solved):
            answered += 1
            wordings = (solved.answer, *solved.solution.also)
            assert any(same_answer(right_option(composed), said) for said in wordings), composed.question.stem
    assert answered


JOBS = "进程A、B、C分别在0、1、2时刻到达，运行时间为5、3、4，"


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        # FCFS: A 0-5, B 5-8, C 8-12.
        ("采用FCFS，求B的周转时间和等待时间", "周转时间 B 7，等待时间 B 4"),
        ("采用FCFS，求总等待时间", "总等待时间 10"),
        ("采用FCFS，求C的带权周转时间", "带权周转时间 C 2.5"),
        ("采用FCFS，最后完成的是哪个进程", "最后完成的是 C"),
        ("采用FCFS，所有进程都完成的时刻是多少", "全部完成于 12"),
    ],
)
def test_times_of_one_job_and_of_all(asked: str, answer: str) -> None:
    assert answer_of("cpu-scheduling", JOBS + asked) == answer


def test_equals_go_by_arrival() -> None:
    # At 5 both have 3 left: the one that came first.
    assert answer_of("cpu-scheduling", "进程A、B、C分别在0、1、2时刻到达，运行时间为5、3、3，采用SJF，完成次序是什么") == "完成次序 A、B、C"


def test_a_slice_from_the_time_of_a_round() -> None:
    assert answer_of("cpu-scheduling", "分时系统采用时间片轮转法，响应时间为3秒，有30个用户，则时间片应为多少ms？") == f"{3000 // 30} ms"
    text = "分时系统采用时间片轮转法，响应时间为3秒，有30个用户，每次切换5ms，则时间片应为多少ms？"
    assert answer_of("cpu-scheduling", text) == f"{3000 // 30 - 5} ms"
    assert left_alone("cpu-scheduling", "分时系统采用时间片轮转法，响应时间为3秒，则时间片应为多少ms？")
