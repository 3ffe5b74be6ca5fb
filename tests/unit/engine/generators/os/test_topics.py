"""The small simulators beside the kinds' own: against brute force, and classics worked by hand."""

from __future__ import annotations

from itertools import permutations

import pytest

from engine.generators import Solved, solve_text
from engine.generators.os._cpu_scheduling.feedback_queues import Level, Rules, feedback
from engine.generators.os._cpu_scheduling.schedules import Job
from engine.generators.os._memory_allocation.partition_schemes import Buddies
from engine.generators.os._page_replacement.replacement import faults, lru
from engine.generators.os._page_replacement.states import clock_run, faults_of, improved_clock
from engine.generators.os._semaphore_counting.concurrency import in_turn, outcomes


def interleaved(first: int, programs: list[list[tuple[str, int]]]) -> set[int]:
    """Every order of the reads and writes, one after another."""
    results = set()
    parts = [number for number, program in enumerate(programs) for _ in range(2 * len(program))]
    for order in set(permutations(parts)):
        value, registers, places = first, [0] * len(programs), [0] * len(programs)
        for number in order:
            operator, operand = programs[number][places[number] // 2]
            if places[number] % 2 == 0:
                registers[number] = value
            else:
                held = registers[number]
                value = held + operand if operator == "+" else held - operand if operator == "-" else held * operand
            places[number] += 1
        results.add(value)
    return results


@pytest.mark.parametrize(
    "programs",
    [[[("+", 1)], [("-", 1)]], [[("+", 5)], [("*", 2)]], [[("+", 1), ("*", 3)], [("-", 2)]], [[("+", 1)], [("+", 2)], [("*", 3)]]],
)
def test_a_shared_variable_against_every_interleaving(programs: list[list[tuple[str, int]]]) -> None:
    assert outcomes(10, programs) == interleaved(10, programs)
    assert in_turn(10, programs) <= outcomes(10, programs)


def test_faults_over_a_long_string_are_those_of_lru() -> None:
    pages = [(7 * number * number + number // 3) % 11 for number in range(200)]
    assert all(faults_of(pages, frames) == faults(lru(pages, frames)) for frames in range(1, 12))


def test_clocks() -> None:
    assert improved_clock([(1, 1), (0, 1), (1, 0), (0, 1)], 0)[0] == 1
    assert improved_clock([(1, 0), (0, 1), (1, 1), (0, 0)], 0)[0] == 3
    assert improved_clock([(1, 1), (1, 1)], 1)[0] == 1
    assert clock_run(["8", "3", "6", "5"], [1, 1, 0, 1], 0, ["9", "3", "7"]) == ["6", None, "8"]


def test_buddies_split_and_join() -> None:
    memory = Buddies(1024)
    assert [memory.request(name, size) for name, size in (("A", 200), ("B", 60), ("C", 130))] == [256, 64, 256]
    memory.release("A")
    assert sum(length for _, length in memory.free) == 704
    assert max(length for _, length in memory.free) == 256
    memory.release("B")
    memory.release("C")
    assert memory.free == {(0, 1024)}


@pytest.mark.parametrize(
    ("jobs", "levels", "rules", "done"),
    [
        ([("P1", 0, 5), ("P2", 0, 4)], [(False, 1), (False, 2), (False, 4)], Rules(), [8, 9]),
        # P2 has less left when the second queue chooses.
        ([("P1", 0, 30), ("P2", 0, 20)], [(False, 10), (True, None)], Rules(), [50, 30]),
        # P1 is in the second queue when P2 comes: it goes on, it waits with all of its slice, it waits with the rest of it.
        ([("P1", 0, 9), ("P2", 3, 2)], [(False, 2), (False, 4), (False, None)], Rules(), [11, 8]),
        ([("P1", 0, 9), ("P2", 3, 2)], [(False, 2), (False, 4), (False, None)], Rules("tail"), [11, 5]),
        ([("P1", 0, 9), ("P2", 3, 4)], [(False, 2), (False, 4), (False, None)], Rules("head"), [13, 11]),
        ([("P1", 0, 9), ("P2", 3, 4)], [(False, 2), (False, 4), (False, None)], Rules("head", keeps_rest=True), [13, 10]),
    ],
)
def test_feedback_queues(jobs: list[tuple[str, int, int]], levels: list[tuple[bool, int | None]], rules: Rules, done: list[int]) -> None:
    schedule = feedback([Job(*job) for job in jobs], [Level(*level) for level in levels], rules)
    assert [schedule.finish(job) for job in schedule.jobs] == done


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("磁盘转速7200转/分，平均寻道时间8ms，每磁道1000个扇区，访问一个扇区的平均存取时间约为多少", "12.18 ms"),
        ("某FAT文件系统盘块4KB，磁盘容量1TB，每个FAT表项占4字节，FAT表本身占用多大空间", "1 GB"),
        ("CPU切换一次要1ms，时间片9ms，进程总是用满时间片，CPU的利用率是多少", "90%"),
    ],
)
def test_small_problems(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved)
    assert solved.answer == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "信号量S初值为2，依次有五个进程各执行一次wait(S)，随后有两个进程执行signal(S)。（1）五次wait之后S的值；（2）两次signal之后S的值和阻塞进程数。",
            "S 的值 -3，S 的值 -1，等待的进程 1 个",
        ),
        (
            "混合索引，0～9项直接，10项一次间址，11项二次间址，盘块512B，块号4B。(1) 字节偏移5000在哪个逻辑块、块内偏移多少？(2) 字节偏移60000用到第几级间址？",
            "第 9 块，块内偏移 392；一级间接索引",
        ),
        ("块大小2KB，地址项4字节，inode有8个直接、1个一级间接、1个二级间接，只用直接和一级间接能放多大的文件", "1040 KB"),
        ("FIFO，3个页框，引用串1、2、3、4、1、2、5、1、2、3、4、5，缺页几次？若4个页框呢？", "三个页框：缺页 9 次；四个页框：缺页 10 次"),
        (
            "页号 装入 最近访问 R M\n0 105 290 1 1\n1 220 275 0 0\n2 150 260 0 1\n3 180 298 1 0\n用FIFO、LRU、改进型CLOCK分别淘汰哪页？",
            "FIFO 淘汰 0 号页，LRU 淘汰 2 号页，CLOCK 淘汰 1 号页",
        ),
        (
            "空闲分区（地址递增）：\n起址 大小\n20K 60K\n120K 40K\n200K 100K\n用最坏适应算法依次申请30K、55K，起始地址是？",
            "始址 200 KB；始址 230 KB",
        ),
        (
            "磁盘有200个磁道（最内侧磁道号为0），请求20,140,95,60，磁头在100号磁道并从外侧向内侧移动。按LOOK，移动多少磁道，顺序",
            "共移动 200 个磁道，服务次序 95, 60, 20, 140",
        ),
    ],
)
def test_what_is_asked_of_several_places_or_cases(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved)
    assert solved.answer == answer


@pytest.mark.parametrize(
    "condition",
    ["另外每一步都要额外多花一个单位的时间", "中途又多来了一个", "每隔一次要重来一遍", "计数从反方向开始", "规定第一个必须排在最后"],
)
@pytest.mark.parametrize(
    "text",
    [
        "FIFO，3个页框，引用串1、2、3、4、1、2、5、1、2、3、4、5，{}，缺页几次？",
        "磁头在100号磁道，请求20,150,95,60，{}，按SSTF移动多少磁道？",
        "10个直接地址，1个一级间接，块大小1KB，块号4B，{}，文件最大多少？",
    ],
)
def test_a_condition_that_is_not_understood_is_refused(text: str, condition: str) -> None:
    assert solve_text(text.replace("{}，", ""), "408") is not None
    assert not isinstance(solve_text(text.format(condition), "408"), Solved)
