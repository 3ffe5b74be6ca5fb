"""Pop sequences against permutations tried one by one, textbook classics, and sentences as people type them."""

from __future__ import annotations

from itertools import combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import Solved, solve_text
from engine.generators.ds._stack_sequence.stacks import bounded, capacity, catalan, pop_sequences, run

from ..every_kind import right_option, sample


def possible(pops: tuple[int, ...]) -> bool:
    """No three of 0, 1, ..., n - 1 leave as large, small, middle (Knuth 2.2.1, exercise 5)."""
    return not any(y < z < x for x, y, z in combinations(pops, 3))


def needed(pops: tuple[int, ...]) -> int:
    """The stack's size: at the moment an element leaves, those that have entered and not left, itself included."""
    return max(max(max(pops[: at + 1]) + 1 - at, 0) for at in range(len(pops)))


def as_numbers(pushes: list[str], pops: list[str]) -> tuple[int, ...]:
    return tuple(pushes.index(name) for name in pops)


def test_textbook_classics() -> None:
    # 408 of 2009: e1..e6 pass a stack and a queue; out come e2 e4 e3 e6 e5 e1, and the stack must hold 3.
    names = [f"e{number}" for number in range(1, 7)]
    assert capacity(names, ["e2", "e4", "e3", "e6", "e5", "e1"]) == 3
    # Knuth: 1 2 3 4 5 6 can become 3 2 5 6 4 1, never 1 5 4 6 2 3.
    assert run("123456", "325641") is not None
    assert run("123456", "154623") is None
    # 408 of 2011: of a b c d e, the pop sequences that begin with d are 4.
    assert sum(pops[0] == "d" for pops in pop_sequences("abcde")) == 4
    assert [catalan(count) for count in range(1, 7)] == [1, 2, 5, 14, 42, 132]


@settings(max_examples=100)
@given(st.integers(1, 7).flatmap(lambda count: st.permutations(range(count))))
def test_run_agrees_with_forbidden_pattern(pops: list[int]) -> None:
    pushes = [str(number) for number in range(len(pops))]
    wanted = [str(number) for number in pops]
    assert (run(pushes, wanted) is not None) == possible(tuple(pops))
    if possible(tuple(pops)):
        assert capacity(pushes, wanted) == needed(tuple(pops))


def test_keys_agree_with_reference() -> None:
    for composed in sample("stack-sequence"):
        asked, right = composed.parameters, right_option(composed)
        pushes = asked["pushes"]
        every = [pops for pops in permutations(range(len(pushes))) if possible(pops)]
        if asked["task"] in ("possible", "impossible"):
            for option in composed.question.options:
                stated = possible(as_numbers(pushes, option.split(", ")))
                assert stated == ((asked["task"] == "possible") == (option == right))
        elif asked["task"] == "capacity":
            assert right == f"{needed(as_numbers(pushes, asked['pops']))} 个"
        elif asked["task"] == "first":
            assert right == f"{sum(pops[0] == pushes.index(asked['first']) for pops in every)} 种"
        elif asked["task"] == "limited":
            assert right == f"{sum(needed(pops) <= asked['size'] for pops in every)} 种"
        else:
            known, place = pushes.index(asked["known"]), asked["place"]
            assert right == f"{len({pops[place - 1] for pops in every if pops[place - 2] == known})} 个"


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "栈S和队列Q的初态均为空，元素e1,e2,e3,e4,e5,e6依次入栈S，一个元素出栈后即进入队列Q，若出队顺序为e2,e4,e3,e6,e5,e1，则栈S的容量至少应该是多少？",
            "3 个元素",
        ),
        ("元素a,b,c,d,e,f依次进栈，出栈顺序为b,d,c,f,e,a，求栈的容量至少是多少", "3 个元素"),
        ("入栈序列为1,2,3,4,5，出栈序列是4,5,3,2,1，栈的容量至少为多少？", "4 个元素"),
        ("入栈顺序abcdef，出栈顺序bdcfea，栈至少能容纳几个元素？", "3 个元素"),
        ("5个元素依次入栈，可能的出栈序列有多少种？", "42 种"),
        ("请问4个不同的元素依次进栈，能得到多少种不同的出栈序列？", "14 种"),
        ("元素a、b、c依次入栈，有几种出栈序列", "5 种"),
        ("元素a,b,c,d,e依次入栈，c第一个出栈，出栈序列有几种", "9 种"),
        ("元素a,b,c,d依次入栈，a最后出栈，出栈序列有几种", "5 种"),
        ("容量为2的栈，6个元素a~f依次入栈，有多少种出栈序列？", "32 种"),
        ("进栈次序ABCD，出栈DBCA可以吗？ACDB呢？", "DBCA 不可能；ACDB 可能"),
        ("入栈序列为1,2,3,…,n，出栈的第一个元素是n，则第i个出栈的元素是多少？", "n − i + 1"),
        ("用I表示入栈、O表示出栈，栈初态和终态都为空，IOIIOIOO、IOOIOIIO中合法的是哪个？", "IOIIOIOO"),
        ("元素1,2,3,4,5,6依次进栈，一共有多少种可能的出栈顺序？谢谢", "132 种"),
        ("设栈的入栈序列是1,2,3,4,5,6，出栈序列为3,2,5,6,4,1，栈的容量至少是多少", "3 个元素"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "元素a,b,c,d,e依次入栈，不可能的出栈序列是哪个",
        "两个栈共享空间，元素a,b,c依次入栈，出栈序列有多少种",
        "双端队列中元素a,b,c,d依次入队，可能的出队序列有多少种",
        "入栈序列为1,2,3,4,5，出栈序列是5,1,2,3,4，栈的容量至少为多少？",
        "入栈序列为1,2,3,4,5，出栈序列是4,5,3，栈的容量至少为多少？",
        "元素1,2,3,3依次入栈，可能的出栈序列有多少种",
        "元素a,b,c依次入栈且b不能先出栈，出栈序列有几种",
        "栈的应用有哪些",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert solve_text(text, "408") is None


def test_pasted_options_are_matched() -> None:
    stem = "元素e1,e2,e3,e4,e5,e6依次入栈，出栈顺序为e2,e4,e3,e6,e5,e1，则栈的容量至少应该是（  ）。"
    solved = solve_text(stem + "\nA. 6\nB. 4\nC. 3\nD. 2", "408")
    assert isinstance(solved, Solved)
    assert solved.option == "C"
    assert solve_text(stem + " A.5 B.6 C.7 D.8", "408") is None


def test_own_questions_are_solved_as_keyed() -> None:
    answered = 0
    for composed in sample("stack-sequence"):
        solved = solve_text(composed.question.stem, "408")
        if isinstance(solved, Solved):
            answered += 1
            assert right_option(composed).split()[0] == solved.answer.split()[0], composed.question.stem
    assert answered


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("元素a,b,c,d,e依次入栈，以d开头的出栈序列有多少种？", "4 种"),
        ("a b c d 依次进栈，能否得到 c a b d 的出栈序列", "不合法（不可能）"),
        ("入栈顺序为1,2,3,4，则下列出栈序列中不可能的是 A. 1,2,3,4 B. 4,3,2,1 C. 4,1,2,3 D. 2,1,4,3", "4,1,2,3"),
        ("元素abcde依次入栈，可能的出栈序列是（） A.cabde B.eabcd C.bcade D.dabce", "bcade"),
        ("元素1,2,3,4依次进栈，第一个出栈的是3，则第二个出栈的可能是哪些", "第 2 个可能是 2、4"),
        ("12345依次入栈，45321出栈可能吗", "合法（可能）"),
    ],
)
def test_other_wordings_1(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "元素abcde依次入栈，可能的出栈序列是",
        "元素abcde依次入栈，可能的出栈序列是 A.cabde B.bcade C.abcde D.dabce",
        "元素abcde依次入栈，不可能的出栈序列是 A.abcde B.bcade C.abcd D.dabce",
        "a b c d 依次进入容量为2的栈，能否得到 d c b a 的出栈序列",
        "a b c d 依次进栈，能否得到 c a b 的出栈序列",
        "a b c d 依次进队列，能否得到 a b c d 的出队序列",
        "元素1,2,3,4依次进栈，第一个出栈的是5，则第二个出栈的可能是哪些",
        "I表示入栈，O表示出栈，a,b,c依次入栈，经过IOOIO后得到的输出序列是啥",
        "a,b,c依次入栈，经过YYNYNN后得到的输出序列是啥",
        "两个栈模拟队列，a,b,c依次入栈，一共有几种输出",
    ],
)
def test_other_near_misses_1(text: str) -> None:
    assert not isinstance(solve_text(text, "408"), Solved)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("6个互不相同的元素依次入栈，不同的出栈序列总数", "132 种"),
        ("用栈，进栈abcd，出栈dcba，栈至少要多大", "4 个元素"),
        ("栈的容量只有2，元素a,b,c,d依次入栈，能得到多少种不同的出栈序列", "8 种"),
        ("I表示入栈，O表示出栈，a,b,c,d,e依次入栈，经过IIOIIOOIOO后得到的输出序列是啥", "bdcea"),
        ("求问大佬：五个元素依次进栈，出栈序列一共几种？（元素互不相同，随时可以出栈）", "42 种"),
        ("1,2,3,4,5依次进栈，在所有可能的出栈序列中，以4开头的有几个", "4 种"),
        ("栈最多放3个元素，a、b、c、d依次入栈，能得到dcba的出栈序列吗", "不合法（不可能）"),
    ],
)
def test_other_wordings_2(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("依次压入a,b,c,d，出栈序列可能是dbca吗", "不合法（不可能）"),
        ("设栈的输入序列是1,2,3,4，则（ ）不可能是其出栈序列。A. 1,2,4,3 B. 2,1,3,4 C. 1,4,3,2 D. 4,3,1,2", "4,3,1,2"),
    ],
)
def test_other_wordings_3(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer


@pytest.mark.parametrize(("count", "room"), [(3, 1), (4, 2), (5, 3), (6, 2), (6, 4), (5, 5)])
def test_bounded_numbers_agree_with_listing(count: int, room: int) -> None:
    assert bounded(count, room) == len(pop_sequences([str(number) for number in range(count)], room))


def test_each_question_has_the_conditions_of_its_own_sentence() -> None:
    solved = solve_text("元素1,2,3,4,5依次进栈，出栈次序有多少种？其中以4开头的有几种？", "408")
    assert isinstance(solved, Solved)
    orders = [
        order
        for order in permutations("12345")
        # Knuth: impossible just where the greatest of three comes first and the least next.
        if not any(order[j] < order[k] < order[i] for i, j, k in combinations(range(5), 3))
    ]
    assert solved.answer == f"{len(orders)} 种；{sum(order[0] == '4' for order in orders)} 种"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("元素a,b,c,d,e依次进入容量为3的栈，有多少种出栈序列", "34 种"),
        (
            "设有5个元素a,b,c,d,e顺序进栈，出栈序列是b,c,e,d,a。问栈至少需要能存放几个元素？若栈容量只有2，这个序列能得到吗？",
            "3 个元素；不合法（不可能）",
        ),
        ("小明把编号为1~5的五只盘子依次放到一只窄口筒里(后放的在上面)，随时可以取走最上面的一只，共有几种取走的顺序", "42 种"),
        ("执行push(1),push(2),pop,push(5),push(7),pop,push(6)之后，栈顶元素和栈底元素分别是什么", "栈顶 6，栈底 1"),
    ],
)
def test_further_questions(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer
