"""Semaphores against real threads' semantics written another way, textbook classics, and sentences as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import Solved, solve_text
from engine.generators.os.semaphore_counting import perform

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone


def queue_of(initial: int, operations: list[tuple[str, str]]) -> tuple[int, list[str]]:
    """Free units and the queue, kept apart instead of in one signed number; the value they stand for, and who waits."""
    units, queue = initial, []
    for who, operation in operations:
        if operation == "P":
            if units:
                units -= 1
            else:
                queue.append(who)
        elif queue:
            del queue[0]
        else:
            units += 1
    return units - len(queue), queue


def test_dijkstra_mutual_exclusion() -> None:
    # Mutual exclusion in the textbooks: initial value 1, three processes come, the value is -2 and two wait.
    steps = perform(1, [("P1", "P"), ("P2", "P"), ("P3", "P")])
    assert (steps[-1].value, steps[-1].waiting) == (-2, ("P2", "P3"))
    assert perform(1, [("P1", "P"), ("P2", "P"), ("P3", "P"), ("P1", "V")])[-1].woken == "P2"


def test_resources_of_the_national_exam() -> None:
    # The standing 408 example: initial value 3, value now -1, one process waits and none is free (as after four P).
    steps = perform(3, [(f"P{number}", "P") for number in range(4)])
    assert (steps[-1].value, len(steps[-1].waiting)) == (-1, 1)


def test_a_blocked_process_cannot_operate() -> None:
    with pytest.raises(ValueError, match="P2"):
        perform(1, [("P1", "P"), ("P2", "P"), ("P2", "V")])


@settings(max_examples=60)
@given(st.integers(0, 3), st.lists(st.booleans(), max_size=12))
def test_simulator_agrees_with_units_and_queue(initial: int, waits: list[bool]) -> None:
    operations = [(f"P{number}", "P" if wait else "V") for number, wait in enumerate(waits)]
    value, queue = queue_of(initial, operations)
    steps = perform(initial, operations)
    if steps:
        assert (steps[-1].value, list(steps[-1].waiting)) == (value, queue)


def test_keys_agree_with_units_and_queue() -> None:
    for composed in sample("semaphore-counting"):
        asked = composed.parameters
        shown = right_option(composed)
        if asked["task"] in ("value", "waiting"):
            operations = [(f"P{i}", "P") for i in range(asked["waits"])] + [(f"V{i}", "V") for i in range(asked["signals"])]
            value, queue = queue_of(asked["initial"], operations)
            assert shown == (str(value) if asked["task"] == "value" else f"{len(queue)} 个")
        elif asked["task"] == "range":
            low, _ = queue_of(asked["resources"], [(f"P{i}", "P") for i in range(asked["processes"])])
            assert shown == f"{low}～{asked['resources']}"
        elif asked["task"] == "buffer":
            inside = asked["inside"] + asked["produce"] - asked["consume"]
            assert shown == str(inside if asked["asked"] == "full" else asked["size"] - inside)
        else:
            _, queue = queue_of(asked["initial"], [(who, operation) for who, operation in asked["operations"]])
            assert shown == "、".join(queue if asked["task"] == "queue" else sorted(queue))


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("信号量初值为2，当前有3个进程在等待，又执行了一次V操作，则信号量的值为多少", "-2"),
        ("停车场20个车位用信号量管理，已停满，门口有4辆在排队，信号量值多少？开走3辆之后又是多少", "S 依次为 -4、-1"),
        ("信号量S初值为1，A做P(S)，B做P(S)，C做P(S)，A做V(S)，问S等于多少，谁在临界区（等待队列FIFO）", "S 的值 -1，临界区中是 B"),
        ("x初值10，进程A：x=x+5，进程B：x=x*2，都分读、算、写三步，没加锁，x可能的结果有哪些", "15、20、25、30"),
        ("x初值10，进程A：x=x+5，进程B：x=x*2，互斥地执行，x可能的结果有哪些", "25、30"),
        ("前驱图中有S1→S2，S1→S3，S2→S4，S3→S4，用信号量实现同步，需要几个信号量，初值各为多少", "4 个；初值均为 0"),
        ("生产者消费者，缓冲区8个，此刻缓冲区里有3个产品，没人阻塞，empty和full各是几", "empty 5，full 3"),
        ("信号量初值为3，现在S=-2，又执行了1次V操作，问几个进程等待", "1 个"),
        (
            "系统有5台同类打印机，对应信号量K初值为5。K当前值为3时，M表示可用的台数，N表示等待打印机的进程数，则M、N分别是？",
            "可用资源 3 个，等待的进程 0 个",
        ),
        ("7个并发进程共用一段代码，该段代码最多允许4个进程同时进入，信号量的取值范围是____", "-3～4"),
        ("mutex初值1，九个进程靠它互斥使用一台独占设备；某时刻一个进程正用着，还有三个进程在等，mutex现在是几", "-3"),
        ("信号量初值为2，依次发生：P1执行wait(S)，P2执行wait(S)，P3执行wait(S)，P2执行signal(S)。之后S的值是多少", "0"),
        ("信号量初值4，当前值1，正在使用该资源的进程有几个", "3 个"),
        ("信号量mutex的值由1变为-4，此时等待队列中有多少进程", "4 个"),
        ("6个进程共享2台打印机，信号量的最小值是多少", "-4"),
        ("信号量初值为1，当前有3个进程在等待，则信号量的值为多少", "-3"),
        ("4个进程共享同一程序段，每次允许2个进程进入，用PV操作，信号量的变化范围是", "-2～2"),
        ("若干进程共享一个临界资源，mutex初值1，现在值为-2，阻塞队列中有几个进程", "2 个"),
        ("信号量S初值8，当前值-3，问可用资源多少，等待进程多少", "可用资源 0 个，等待的进程 3 个"),
        ("信号量初值为5，经过若干次操作后为-2，此时有多少进程在等待", "2 个"),
        ("信号量S的值为-4，说明阻塞了几个进程", "4 个"),
        ("设与某资源关联的信号量初值为3，当前值为-1，则等待该资源的进程数是多少？", "1 个"),
        ("信号量S的初值为2，执行了5次P操作和2次V操作，S的当前值是多少", "-1"),
        ("某信号量当前值为-4，有几个进程在等待？", "4 个"),
        ("若信号量S的初值为5，当前值为2，则还有多少个资源可用", "2 个"),
        ("5个并发进程共享3个同类资源，用信号量控制，信号量的取值范围是多少", "-2～3"),
        ("信号量初值为4，其上进行了28次P操作和18次V操作，请问现在信号量的值", "-6"),
        ("信号量S初值为 3，先后执行了 7 次P操作、2 次V操作，等待的进程数是多少", "2 个"),
        ("信号量的值为-2时，等待的进程有几个？等待进程数求解", "2 个"),
        ("与资源相关的信号量初值为3，当前值为1，可用资源数和等待该资源的进程数分别是多少", "可用资源 1 个，等待的进程 0 个"),
        ("互斥信号量S，当前S=-1时等待队列中有几个进程", "1 个"),
        ("信号量mutex的值变成-3，说明有几个进程被阻塞？", "3 个"),
        ("某信号量经过9次P操作和4次V操作后值变为-2，求初值", "3"),
        ("信号量的初值是2，P操作做了6次，V操作做了1次，问这时S等于多少，有几个进程在排队", "S 的值 -3，等待的进程 3 个"),
        ("信号量S初值10，连续执行了8次wait操作、3次signal操作，S现在的值为多少？", "5"),
        ("信号量S当前值为2，若M表示可用资源数，N表示等待进程数，则M、N分别为多少", "可用资源 2 个，等待的进程 0 个"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "生产者消费者问题中，缓冲区有5个，empty的信号量初值是多少",
        "信号量S的初值为2，有5个进程，若当前有3个进程在临界区，S的值是多少",
        "信号量的作用是什么",
        "整型信号量初值为3，执行了5次P操作，S的当前值是多少",
        "信号量S初值为1，进程A执行P，进程B执行P，进程C执行V，此时S的值是多少",
        "两个信号量S1初值为1，S2初值为0，执行3次P操作后值是多少",
        "信号量初值为3，当前值为5，等待的进程数是多少",
        "信号量S初值为3，最多允许几个进程同时进入临界区",
        "信号量S初值为3，执行若干次P操作和2次V操作，S的当前值是多少",
        "信号量S初值为3，执行了5次P操作，其中2次失败，S的当前值是多少",
        "信号量初值为3，现在S=-2，有1个进程又执行了V操作后撤销，问几个进程等待",
        "信号量初值为3，某进程占用2个资源，当前值是多少，几个进程等待",
        "信号量S当前值为2，若N表示等待进程数，M表示可用资源数，则M、N分别为多少",
        "对信号量S执行P操作后S的值为-1，问S的初值是多少",
        "信号量S经过2次P操作和9次V操作后值为1，求S的初值",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert solve_text(text, "408") is None


def test_pasted_options() -> None:
    solved = solve_text("设与某资源关联的信号量初值为3，当前值为-1，等待该资源的进程数是 A. 0 B. 1 C. 2 D. 3", "408")
    assert isinstance(solved, Solved)
    assert solved.option == "B"


def test_own_questions_are_solved_as_keyed() -> None:
    answered = 0
    for composed in sample("semaphore-counting"):
        solved = solve_text(composed.question.stem, "408")
        if isinstance(solved, Solved):
            answered += 1
            assert solved.answer == right_option(composed), composed.question.stem
    assert answered


@pytest.mark.parametrize(("initial", "signals", "last"), [(3, 0, -2), (6, 4, -1), (0, 5, 2)])
def test_operations_are_counted_back(initial: int, signals: int, last: int) -> None:
    waits = next(waits for waits in range(100) if initial + signals - waits == last)
    done = f"V操作共执行了{signals}次" if signals else "没有V操作"
    asked = "执行了多少次P操作" if signals else "至少执行了多少次P操作"
    text = f"信号量S的初值为{initial}，经过若干P、V操作后S的值变为{last}，{done}，{asked}？"
    assert answer_of("semaphore-counting", text) == f"{waits} 次"


def test_operations_that_cannot_be_counted() -> None:
    assert left_alone("semaphore-counting", "信号量S的初值为3，经过若干P、V操作后S的值变为-2，执行了多少次P操作？")


def test_mutual_exclusion_admits_one() -> None:
    text = "8个进程通过信号量mutex互斥进入临界区，若mutex当前值为-5，则有几个进程在临界区内、几个进程在等待？"
    assert answer_of("semaphore-counting", text) == "正在使用的进程 1 个，等待的进程 5 个"


def test_a_buffer_counted_from_what_was_put_and_taken() -> None:
    text = "缓冲池有20个缓冲区，用信号量empty、full管理，某时刻已存入34件产品、取走27件，没有进程阻塞，求empty和full的值。"
    assert answer_of("semaphore-counting", text) == f"empty {20 - (34 - 27)}，full {34 - 27}"
