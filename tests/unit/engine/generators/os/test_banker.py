"""The banker's algorithm against every order tried, textbook classics, and sentences as people type them."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import Solved, solve_text
from engine.generators.os._banker.safety import State, first_safe, safe_orders, verdict

from ..every_kind import right_option, sample
from ..solving_checks import answer_of

BOOK = State(
    ("P0", "P1", "P2", "P3", "P4"),
    ((7, 5, 3), (3, 2, 2), (9, 0, 2), (2, 2, 2), (4, 3, 3)),
    ((0, 1, 0), (2, 0, 0), (3, 0, 2), (2, 1, 1), (0, 0, 2)),
    (3, 3, 2),
)


def is_safe_order(order: tuple[int, ...], greatest: list[list[int]], held: list[list[int]], free: list[int]) -> bool:
    """Lend to each in turn all it may need, and take all back."""
    left = list(free)
    for number in order:
        for kind in range(len(left)):
            left[kind] -= greatest[number][kind] - held[number][kind]
            if left[kind] < 0:
                return False
        left = [amount + most for amount, most in zip(left, greatest[number], strict=True)]
    return True


def test_silberschatz_state_is_safe() -> None:
    # Silberschatz, Operating System Concepts, banker's algorithm: <P1, P3, P4, P2, P0> is safe.
    assert (1, 3, 4, 2, 0) in set(safe_orders(BOOK))
    assert first_safe(BOOK) == (1, 3, 0, 2, 4)


def test_silberschatz_requests() -> None:
    # The same example goes on: P1 may have (1,0,2); then P4's (3,3,0) exceeds what is free and P0's (0,2,0) is unsafe.
    assert verdict(BOOK, 1, (1, 0, 2)) == "ok"
    after = State(BOOK.names, BOOK.greatest, ((0, 1, 0), (3, 0, 2), (3, 0, 2), (2, 1, 1), (0, 0, 2)), (2, 3, 0))
    assert verdict(after, 4, (3, 3, 0)) == "free"
    assert verdict(after, 0, (0, 2, 0)) == "unsafe"


@settings(max_examples=60)
@given(st.integers(2, 4), st.integers(1, 3), st.data())
def test_simulator_agrees_with_all_orders(processes: int, types: int, data: st.DataObject) -> None:
    vectors = st.tuples(*[st.integers(0, 3)] * types)
    held = data.draw(st.tuples(*[vectors] * processes))
    needs = data.draw(st.tuples(*[vectors] * processes))
    free = data.draw(vectors)
    greatest = tuple(tuple(a + b for a, b in zip(one, other, strict=True)) for one, other in zip(held, needs, strict=True))
    state = State(tuple(f"P{number}" for number in range(processes)), greatest, held, free)
    expected = [
        order
        for order in permutations(range(processes))
        if is_safe_order(order, [list(row) for row in greatest], [list(row) for row in held], list(free))
    ]
    assert list(safe_orders(state)) == expected
    assert (first_safe(state) is not None) == bool(expected)


def test_exactly_one_option_is_right() -> None:
    for composed in sample("banker"):
        asked = composed.parameters
        options = composed.question.options
        if asked["task"] == "most":
            possible = []
            for amount in range(min(asked["free"], asked["needs"][asked["process"]]) + 1):
                held = [[has + amount * (i == asked["process"])] for i, has in enumerate(asked["held"])]
                greatest = [[has + need] for has, need in zip(asked["held"], asked["needs"], strict=True)]
                if any(is_safe_order(order, greatest, held, [asked["free"] - amount]) for order in permutations(range(len(held)))):
                    possible.append(amount)
            assert right_option(composed) == f"{max(possible)} 个"
            continue
        right = []
        for option in options:
            if asked["task"] == "request":
                number = int(option[1]) - 1
                request = [int(part) for part in option.split("(")[1].strip(")").split(",")]
                need = [a - b for a, b in zip(asked["greatest"][number], asked["held"][number], strict=True)]
                held = [[a + b for a, b in zip(row, request, strict=True)] if i == number else row for i, row in enumerate(asked["held"])]
                free = [a - b for a, b in zip(asked["free"], request, strict=True)]
                allowed = all(a <= b for a, b in zip(request, need, strict=True)) and min(free) >= 0
                safe = any(is_safe_order(order, asked["greatest"], held, free) for order in permutations(range(len(held))))
                right.append(allowed and safe)
            else:
                order = tuple(int(name[1:]) - 1 for name in option.split("、"))
                right.append(is_safe_order(order, asked["greatest"], asked["held"], asked["free"]))
        assert right.count(True) == 1
        assert options[right.index(True)] == right_option(composed)


# --- solver ------------------------------------------------------------------------------------------------------------------------

TABLE = """| 进程 | Max | Allocation |
| --- | --- | --- |
| P0 | 7 5 3 | 0 1 0 |
| P1 | 3 2 2 | 2 0 0 |
| P2 | 9 0 2 | 3 0 2 |
| P3 | 2 2 2 | 2 1 1 |
| P4 | 4 3 3 | 0 0 2 |
"""
NEED = (
    TABLE.replace("Max", "尚需资源").replace("7 5 3", "7,4,3").replace("3 2 2", "1,2,2").replace("9 0 2", "6,0,0").replace("2 2 2", "0,1,1")
)
NEED = NEED.replace("4 3 3", "4,3,1").replace("Allocation", "已分配资源")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("系统有12台磁带机，3个进程P0、P1、P2最大需求分别为10、4、9台，已分配5、2、2台，系统是否安全？", "安全，安全序列如 P1、P0、P2"),
        (
            "系统有同类资源10个，进程P1最大需求8个，已分配4个；P2最大需求5个，已分配3个；P3最大需求7个，已分配1个，系统安全吗？",
            "安全，安全序列如 P2、P1、P3",
        ),
        (
            "系统有A、B、C三类资源，Available=(3,3,2)，Max：P0(7,5,3)，P1(3,2,2)，P2(9,0,2)，P3(2,2,2)，P4(4,3,3)；Allocation：P0(0,1,0)，P1(2,0,0)，P2(3,0,2)，P3(2,1,1)，P4(0,0,2)。求一个安全序列",
            "安全，安全序列如 P1、P3、P0、P2、P4",
        ),
        ("Available=(1,1)，Need：A=(1,0)，B=(2,2)；Allocation：A=(1,1)，B=(1,0)，系统处于安全状态还是不安全状态", "安全，安全序列如 A、B"),
        ("系统有12台磁带机，进程P0、P1、P2最大需求分别为10、4、9台，已分配5、2、3台，此时剩余2台，系统是否安全？", "不安全"),
        (
            "系统有12台磁带机，3个进程P0、P1、P2最大需求分别为10、4、9台，已分配5、2、2台，P2又申请1台，能否满足",
            "不能满足（会进入不安全状态）",
        ),
        (f"{TABLE}\nAvailable=(3,3,2)，采用银行家算法，系统是否安全？", "安全，安全序列如 P1、P3、P0、P2、P4"),
        (f"某时刻资源分配情况如下：\n\n{TABLE}\n可用资源为(3,3,2)，求安全序列", "安全，安全序列如 P1、P3、P0、P2、P4"),
        (f"{TABLE}\n系统可用资源向量为 (3, 3, 2)，P1请求(1,0,2)，能否满足？", "能满足，安全序列如 P1、P3、P0、P2、P4"),
        (f"{TABLE}\n可用资源(3,3,2)，银行家算法，P4申请(3,3,0)，系统能否分配", "不能满足（会进入不安全状态）"),
        (f"{TABLE}\nAvailable 为 (3,3,2)，若P0发出请求(0,4,0)，系统能不能分配给它", "不能满足"),
        (f"{NEED}\n剩余资源(3,3,2)，安全序列是什么", "安全，安全序列如 P1、P3、P0、P2、P4"),
        (f"{TABLE}\n可用资源数为(1,0,0)，系统是否处于安全状态", "不安全"),
        (
            "三类资源A、B、C，剩余2 1 1\n      已分配    还需要\nP0   1 0 1    3 1 1\nP1   2 1 0    1 1 1\nP2   0 1 1    4 2 2\n写一个安全序列",
            "安全，安全序列如 P1、P0、P2",
        ),
        ("9台打印机，甲乙丙三个进程最多要6、5、7台，手上现在各有2、2、2台，丙又来要1台，能不能给它", "不能满足（会进入不安全状态）"),
        (
            "A、B两类资源总数为(6,5)，P1、P2最大需求依次为(4,3)、(3,4)，已分配依次为(2,1)、(1,2)，求可用资源向量和需求矩阵Need",
            "Available = (3, 2)；Need：P1 (2, 2)，P2 (2, 2)",
        ),
        ("三个进程竞争同类设备，已占有数依次为4、2、1，最大需求数依次为7、6、5，可用数量最少应为多少才安全", "3 个"),
        (
            "可用资源A类1个、B类1个；已分配/尚需：P0 (1,0)/(1,2)；P1 (0,1)/(1,1)；P2 (1,1)/(2,2)。系统安不安全",
            "安全，安全序列如 P1、P0、P2",
        ),
        (
            "某类资源共12个，P1、P2、P3最大需求10、4、9，已分配5、2、2，安全序列有多少个",
            "共 1 个安全序列（P2、P1、P3）",
        ),
        (
            "9个内存块，甲最多要6块现有2块，乙最多要4块现有2块，丙最多要7块现有3块，此时丙再申请1块，银行家会同意吗？甲再申请1块呢（分别独立考虑）？",
            "丙 不能满足（会进入不安全状态）；甲 不能满足（会进入不安全状态）",
        ),
        (
            "死锁检测：可用(0,0,0)，P1占(0,1,0)请求(0,0,0)，P2占(2,0,0)请求(2,0,2)，P3占(3,0,3)请求(0,1,0)。系统有没有死锁？",
            "没有死锁，推进序列如 P1、P3、P2",
        ),
        (f"请问这题怎么做：{chr(10)}{chr(10)}{TABLE}\nAvailable=(2,1,0)，此时系统是否安全", "不安全"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "P0(7,5,3)，P1(3,2,2)，Available=(3,3,2)，求安全序列",
        "系统有12台磁带机，进程P0、P1、P2最大需求分别为10、4、9台，已分配5、2台，系统是否安全？",
        "系统有12台磁带机，进程P0、P1、P2最大需求分别为10、4、9台，已分配5、2、3台，此时剩余3台，系统是否安全？",
        "某类资源共12个，4个进程最大需求10、4、9，现在已经分别占了5、2、2，此时安全吗？",
        "某类资源共12个，P1、P2、P3最大需求10、4、9，现在已经分别占了5、2、3，其中P3的3个中坏了1个，此时安全吗？",
        f"{TABLE}\n系统是否安全",
        f"{TABLE}\nAvailable=(3,3,2)，P5请求(1,0,2)，能否满足",
        f"{TABLE}\nAvailable=(3,3)，系统是否安全",
        f"{TABLE}\nAvailable=(3,3,2)，P1请求(1,0,2)和P4请求(3,3,0)，能否满足",
        "银行家算法的基本思想是什么",
        "Allocation分别为(2,0,1)、(1,3,0)，Available=(1,2,1)，各进程的最大需求不知道，系统是否安全？",
        "系统有12台磁带机，3个进程最大需求分别为10、4、9台，已分配5、2、2台，P1归还1台后系统是否安全？",
        "三类资源A、B，Available=(1,1)，Need：P1(1,0)，P2(2,2)；Allocation：P1(1,1)，P2(1,0)，系统安全吗",
        f"{TABLE}\nAvailable=(3,3,2)，撤销P2后系统是否安全",
        f"{TABLE}\nAvailable=(3,3,2)，P1已完成，系统是否安全",
        f"{TABLE.replace('7 5 3', '7 ? 3')}\nAvailable=(3,3,2)，系统是否安全",
        f"{TABLE.replace('0 1 0', '8 1 0')}\nAvailable=(3,3,2)，系统是否安全",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert solve_text(text, "408") is None


def test_any_safe_sequence_among_pasted_options_is_found() -> None:
    text = f"{TABLE}\nAvailable=(3,3,2)，安全序列是 A. P0、P1、P2、P3、P4 B. P1、P3、P4、P2、P0 C. P2、P1、P0、P3、P4 D. P4、P3、P2、P1、P0"
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved)
    assert solved.option == "B"


def test_own_questions_are_solved_as_keyed() -> None:
    letters = "ABCD"
    answered = 0
    for composed in sample("banker"):
        question = composed.question
        pasted = question.stem + "".join(f"\n{letter}. {option}" for letter, option in zip(letters, question.options, strict=True))
        solved = solve_text(pasted, "408")
        if isinstance(solved, Solved):
            answered += 1
            assert solved.option == question.key
    assert answered


STATE = "两类资源，可用(2,2)。P1已占(3,1)还需(4,2)，P2已占(2,2)还需(1,2)，P3已占(1,0)还需(3,1)。P1请求(2,1)，按银行家算法应（ ）。"


@pytest.mark.parametrize(
    ("right", "others"),
    [
        (
            "不予分配，分配后系统进入不安全状态",
            ("立即分配，存在安全序列P2,P1,P3", "不予分配，请求超过了P1的最大需求", "不予分配，请求超过了可用资源"),
        ),
        ("不能满足，会进入不安全状态", ("立即分配", "出错，请求超过最大需求", "阻塞，可用资源不足")),
    ],
)
def test_what_becomes_of_a_request(right: str, others: tuple[str, ...]) -> None:
    options = [*others[:1], right, *others[1:]]
    solved = solve_text(STATE + "".join(f"\n{letter}. {option}" for letter, option in zip("ABCD", options, strict=True)), "408")
    assert isinstance(solved, Solved)
    assert solved.option == "B"


def test_safe_after_a_request() -> None:
    text = "14台磁带机，三个进程P1、P2、P3最大需求9、5、12，已经分到4、2、4，现在P3再申请2台，分给它之后还安全吗？"
    assert answer_of("banker", text) == "不能满足（会进入不安全状态）"
