"""The small simulators beside the kinds' own: against brute force, and classics worked by hand."""

from __future__ import annotations

from itertools import permutations

import pytest

from engine.generators import Solved, solve_text
from engine.generators.os._concurrency import in_turn, outcomes
from engine.generators.os._cpu_slices import feedback
from engine.generators.os._page_states import clock_run, faults_of, improved_clock
from engine.generators.os._partition_schemes import Buddies
from engine.generators.os.page_replacement import faults, lru


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


def test_feedback_queues() -> None:
    done, _ = feedback([("P1", 0, 5), ("P2", 0, 4)], [1, 2, 4])
    assert done == {"P1": 8, "P2": 9}


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
