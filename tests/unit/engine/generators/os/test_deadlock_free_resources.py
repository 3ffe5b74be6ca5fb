"""The deadlock bound against a search of every way the processes can go, textbook classics, and sentences as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import Solved, solve_text
from engine.generators.os.deadlock_free_resources import largest_need, least_resources, most_processes

from ..every_kind import right_option, sample
from ..solving_checks import answer_of


def can_deadlock(needs: list[int], resources: int) -> bool:
    """Search every state: each process takes one at a time; one that has all it needs gives all back and is done."""
    seen: set[tuple[int, ...]] = set()
    states = [tuple(0 for _ in needs)]
    while states:
        held = states.pop()
        if held in seen:
            continue
        seen.add(held)
        free = resources - sum(max(0, count) for count in held)
        waiting = [i for i, count in enumerate(held) if 0 <= count < needs[i]]
        following = [(*held[:i], -1, *held[i + 1 :]) for i, count in enumerate(held) if count == needs[i]]
        following += [(*held[:i], held[i] + 1, *held[i + 1 :]) for i in waiting if free]
        if waiting and not following:
            return True
        states += following
    return False


@pytest.mark.parametrize(
    ("needs", "expected"),
    # The two standing examples of 408 books: three processes that need four each; three that need 3, 4 and 5.
    [([4, 4, 4], 10), ([3, 4, 5], 10), ([2, 2], 3)],
)
def test_textbook_classics(needs: list[int], expected: int) -> None:
    assert least_resources(needs) == expected


def test_silberschatz_exercise() -> None:
    # Silberschatz, Operating System Concepts, exercises on deadlock: four resources, three processes that need at most two each.
    assert not can_deadlock([2, 2, 2], 4)
    assert most_processes(4, 2) == 3


@settings(max_examples=25)
@given(st.lists(st.integers(1, 4), min_size=1, max_size=4))
def test_bound_agrees_with_search(needs: list[int]) -> None:
    least = least_resources(needs)
    assert not can_deadlock(needs, max(least, max(needs)))
    if least > max(needs):
        assert can_deadlock(needs, least - 1)


@settings(max_examples=20)
@given(st.integers(2, 7), st.integers(2, 4))
def test_most_processes_agrees_with_search(resources: int, need: int) -> None:
    if need > resources:
        return
    most = most_processes(resources, need)
    assert not can_deadlock([need] * most, resources)
    assert can_deadlock([need] * (most + 1), resources)


@settings(max_examples=20)
@given(st.integers(2, 8), st.integers(2, 4))
def test_largest_need_agrees_with_search(resources: int, processes: int) -> None:
    need = largest_need(resources, processes)
    assert not can_deadlock([need] * processes, resources)
    assert need == resources or can_deadlock([need + 1] * processes, resources)


def test_keys_agree_with_the_worst_case() -> None:
    """By counting up until the worst case, everybody one short, no longer fills the system."""
    for composed in sample("deadlock-free-resources"):
        asked = composed.parameters
        right = int(right_option(composed).removesuffix(" 个"))
        if asked["task"].startswith("least"):
            needs = asked.get("needs") or [asked["need"]] * asked["processes"]
            assert right == next(m for m in range(1, 1000) if sum(need - 1 for need in needs) < m)
        elif asked["task"] == "most-processes":
            assert right == max(n for n in range(100) if n * (asked["need"] - 1) < asked["resources"])
        elif asked["task"] == "largest-need":
            assert right == max(x for x in range(1, asked["resources"] + 1) if asked["processes"] * (x - 1) < asked["resources"])
        else:
            worst = sum(need - 1 for need in asked["needs"])
            assert right == max(n for n in range(100) if worst + n * (asked["extra"] - 1) < asked["resources"])


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("m个同类资源被3个进程共享，每个进程最多需要5个，m至少为多少才不会死锁", "13 个"),
        ("6个进程共享m台磁带机，每个进程最多需要2台，m至少多少不会死锁", "7 个"),
        ("某系统有n台互斥使用的同类设备，三个并发进程分别需要3、4、5台设备，可确保系统不发生死锁的设备数n最小为", "10 个"),
        ("3个线程共享7个缓冲区，每个线程最多要k个，k最大为多少时不会死锁", "3 个"),
        ("系统有8台打印机，n个进程竞争使用，每个进程最多用3台，n最大是多少才不会死锁", "3 个"),
        ("5个同学每人需要3件工具，一次只能领一件，至少要几件工具才能保证不死锁", "11 个"),
        ("某系统中3个进程，每个进程都要用4个同类资源，问至少准备多少个这样的资源才不会死锁", "10 个"),
        ("同类资源15个，每个进程最多要4个，最多允许几个进程同时运行不会死锁", "4 个"),
        ("某系统中有3个并发进程，都需要同类资源4个，试问该系统不会发生死锁的最少资源数是多少？", "10 个"),
        ("有3个进程共享同类资源，最大需求分别为3、4、5，不发生死锁至少需要多少个资源", "10 个"),
        ("5个进程竞争同类资源，每个进程最多需要3个，为保证不死锁，系统至少应有多少个资源？", "11 个"),
        ("系统有11台打印机，由若干进程共享，每个进程最多需要3台，不会发生死锁的进程数最多是多少", "5 个"),
        ("某系统有8台打印机，每个进程需要3台，不会死锁的最大进程数是多少？", "3 个"),
        ("系统有10个同类资源，供4个进程共享，不会发生死锁时每个进程最多可以申请多少个资源", "3 个"),
        ("请问4个进程都需要2个同类资源，至少要有几个资源才不会死锁", "5 个"),
        ("设系统有4个进程，每个进程最多需要5个该类资源，则保证系统不发生死锁的最小资源数是多少，谢谢老师", "17 个"),
        ("系统有8台打印机和3个进程，每个进程需要3台，会死锁吗", "不会死锁"),
        ("资源总数为6，进程数为3，每个进程对资源的最大需求量均为3，系统是否可能发生死锁？", "可能死锁"),
        ("机房里一共9台绘图仪，K个进程来抢，每个进程顶多用3台，问K最小是几时可能发生死锁", "5 个"),
        ("四个并发进程P1、P2、P3、P4最多分别需要2、3、4、5台磁带机，为保证任何情况下都不死锁，磁带机至少配多少台", "11 个"),
        ("6个进程共享m台磁带机，每个进程最多需要2台，m最大为多少时可能死锁", "6 个"),
        ("3个进程，其中2个需要4个资源，另一个需要5个，不死锁的最少资源数是多少", "11 个"),
        ("设备有20台，9个进程，每个进程的最大需求都是w，w最大为几不会死锁，w为几时开始可能死锁", "不会死锁：3 个；可能死锁：4 个"),
        ("系统有6个同类资源，n个进程，每个进程需要3个，n取哪些值时不会死锁？列出所有可能的n", "n = 1、2"),
        ("想让6个线程绝对不死锁，每个线程最多申请3个同类资源，这种资源起码要准备几个？", "13 个"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "5个人围着圆桌，每人需要2支笔，最少备几支笔不会死锁",
        "9台打印机，每个进程要2台，再加2台打印机，最多几个进程不会死锁",
        "10个进程共享12台打印机，每个进程要2台，已分配5台，至少还要几台才不死锁",
        "3个进程共享7个资源，每个进程最多要k个，不会死锁的进程数最多是几",
        "系统有两类资源A和B，3个进程都需要A类4个，不会死锁的最少资源数是多少",
        "3个进程都需要同类资源4个，已分配2个，不会死锁的最少资源数是多少",
        "3个进程都需要同类资源4个，采用银行家算法，最少资源数是多少",
        "死锁的四个必要条件是什么",
        "3个进程都需要同类资源4个，一定会死锁的最大资源数是多少",
        "3个进程都需要同类资源4个，资源可剥夺，不死锁的最少资源数",
        "为什么会发生死锁",
        "3个进程都需要同类资源4个，运行前一次性分配全部资源，至少要几个资源才不会死锁",
        "系统有8台打印机，3个进程已各占2台，每个进程需要3台，会死锁吗",
        "系统有8台打印机，每个进程需要3台，可能死锁的进程数最多是多少",
        "3个进程每次申请2个同类资源，每个最多需要4个，不死锁的最少资源数是多少",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert solve_text(text, "408") is None


def test_pasted_options() -> None:
    solved = solve_text("3个并发进程都需要同类资源4个，系统不会发生死锁的最少资源数是（ ） A. 9 B. 10 C. 11 D. 12", "408")
    assert isinstance(solved, Solved)
    assert solved.option == "B"


def test_own_questions_are_solved_as_keyed() -> None:
    answered = 0
    for composed in sample("deadlock-free-resources"):
        solved = solve_text(composed.question.stem, "408")
        if isinstance(solved, Solved):
            answered += 1
            assert solved.answer == right_option(composed), composed.question.stem
    assert answered


def test_questions_with_values_of_their_own() -> None:
    text = "系统有磁带机m台，由n个进程共享，每个进程最多申请x台。(1)当n=6、x=3时，m至少为多少才不会死锁？(2)当m=16、n=5时，x最大为多少才不会死锁？"
    assert answer_of("deadlock-free-resources", text) == f"{6 * (3 - 1) + 1} 个；{(16 - 1) // 5 + 1} 个"


def test_other_words_for_resources_and_processes() -> None:
    text = "6个线程共享一组同类型的连接，总量20个，每个线程的最大需求量相同，为了不出现死锁，每个线程的最大需求量最多为多少？"
    assert answer_of("deadlock-free-resources", text) == f"{(20 - 1) // 6 + 1} 个"
