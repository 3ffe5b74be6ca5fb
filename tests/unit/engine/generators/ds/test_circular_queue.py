"""Circular queues against a deque that remembers its slots, textbook classics, and sentences as people type them."""

from __future__ import annotations

import re
from collections import deque

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import NeedsParameter, Solved, solve_text
from engine.generators.ds.circular_queue import after, length

from ..every_kind import right_option, sample


def slots_held(capacity: int, front: int, rear: int, rear_is_last: bool) -> deque[int]:
    """The slots in use, found by walking from front until rear is met."""
    held: deque[int] = deque()
    place = front
    stop = (rear + 1) % capacity if rear_is_last else rear
    while place != stop:
        held.append(place)
        place = 0 if place == capacity - 1 else place + 1
    return held


@pytest.mark.parametrize(
    ("capacity", "front", "rear", "expected"),
    [
        (21, 18, 6, 9),  # Yan Weimin's exercises and many papers: the length where rear has wrapped round
        (60, 47, 23, 36),
        (40, 15, 15, 0),  # front = rear: empty, where a slot is kept free
    ],
)
def test_textbook_classics(capacity: int, front: int, rear: int, expected: int) -> None:
    assert length(capacity, front, rear) == expected


def test_entering_and_leaving_wraps_round() -> None:
    # Yan Weimin, exercises on circular queues: six slots, rear = 0, front = 3; one leaves and two enter.
    last = after(6, 3, 0, "-++")[-1]
    assert (last.front, last.rear) == (4, 2)


@settings(max_examples=100)
@given(st.integers(2, 40), st.data())
def test_length_agrees_with_walking(capacity: int, data: st.DataObject) -> None:
    front, rear = data.draw(st.integers(0, capacity - 1)), data.draw(st.integers(0, capacity - 1))
    for last in (False, True):
        assert length(capacity, front, rear, last) == len(slots_held(capacity, front, rear, last))


def test_keys_agree_with_reference() -> None:
    for composed in sample("circular-queue"):
        asked = composed.parameters
        numbers = [int(number) for number in re.findall(r"\d+", right_option(composed))]
        capacity = asked["capacity"]
        if asked["task"] == "initial":
            slot = asked["slot"]
            assert numbers[0] == slot
            # The first element goes where rear points, or one further.
            assert (numbers[1] + asked["rear_is_last"]) % capacity == slot
            continue
        if asked["task"] == "rear":
            assert len(slots_held(capacity, asked["front"], numbers[0], False)) == asked["held"]
            continue
        held = slots_held(capacity, asked["front"], asked["rear"], asked["task"] == "last")
        for _ in range(asked.get("leaves", 0)):
            held.popleft()
        for _ in range(asked.get("enters", 0)):
            held.append((held[-1] + 1) % capacity if held else asked["rear"])
        if asked["task"] == "operations":
            assert numbers == [held[0], (held[-1] + 1) % capacity]
        else:
            assert numbers == [len(held)]


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("循环队列存储在数组A[0..20]中，front=18，rear=6，队列中元素个数是多少？", "9 个元素"),
        ("设循环队列的容量为60，front=47，rear=23，则队列中的元素个数为", "36 个元素"),
        ("已知循环队列存储空间为40，头指针front=32，尾指针rear=10，求队列长度", "18 个元素"),
        ("老师好，循环队列数组长度为100，front的值为95，rear的值为5，请问有多少个元素？", "10 个元素"),
        ("某循环队列用数组Q[0…49]存放，rear指向队尾元素，front指向队头元素，front=40，rear=9，元素个数是？", "20 个元素"),
        ("循环队列，容量为21，front 和 rear 分别为 18 和 6，队列中有几个元素", "9 个元素"),
        (
            "循环队列放在一维数组A[0..29]中，front指向队头元素，rear指向队尾元素的后一个位置，当前 front = 25，rear = 3，求队列中的元素个数",
            "8 个元素",
        ),
        ("大小为50的循环队列，rear=20，front=40，队列中元素的个数是多少", "30 个元素"),
        ("最大容量为20的循环队列，队头指针是12，队尾指针是4，其中元素个数？", "12 个元素"),
        ("循环队列容量为60，front=47，rear=23，再入队5个后元素个数是多少", "41 个元素"),
        ("循环队列A[1..60]，front=47，rear=23，元素个数是多少", "36 个元素"),
        ("循环队列容量为60，front=9，rear=9，用tag标记，tag=1，元素个数是多少", "元素个数 60"),
        ("循环队列A[0..7]，少用一个单元，front=5，rear=5，入队7个后rear=？再出队3个，还能再入队几个？", "rear = 4，还能入队 3 个"),
        ("循环队列A[0..m-1]，front指向队头元素，rear指向队尾元素的下一个位置，少用一个单元，写出队满条件", "(rear+1)%m==front"),
        ("循环队列存于A[0..m-1]，m=35，front=30，rear=12，元素有多少个？", "17 个元素"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "循环队列容量为60，front=47，rear=23，最多还能入队几个元素",
        "循环队列容量为60，front指向队头元素的前一个位置，front=47，rear指向队尾的前两个位置，rear=23，元素个数",
        "链式队列中front=47，rear=23，容量60，元素个数",
        "循环队列容量为60，front=47，rear=23，队满的条件是什么",
        "双端循环队列容量为60，front=47，rear=23，元素个数是多少",
        "循环队列容量为20，front=47，rear=23，元素个数是多少",
        "循环队列容量为60，front=23，有36个元素，rear是多少",
        "循环队列的优点是什么",
        "循环队列大小为20，最多能放几个元素",
        "循环队列大小为20，front=3，队满时rear是多少",
        "循环队列大小为20，front=3，rear=3，元素个数是多少",
        "循环队列A[0..9]，front指向队头元素，开始为空，第一个入队元素放在A[0]，front和rear初值是多少",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert solve_text(text, "408") is None


def test_solver_asks_for_the_capacity() -> None:
    asked = solve_text("循环队列中front=18，rear=6，元素个数是多少？", "408")
    assert isinstance(asked, NeedsParameter)
    solved = solve_text(asked.completed("21"), "408")
    assert isinstance(solved, Solved)
    assert solved.answer == "9 个元素"


def test_pasted_options_are_matched() -> None:
    stem = "循环队列存储在数组A[0..20]中，front=18，rear=6，则队列中元素个数为（  ）。"
    solved = solve_text(stem + "\nA. 8\nB. 9\nC. 12\nD. 13", "408")
    assert isinstance(solved, Solved)
    assert solved.option == "B"
    assert solve_text(stem + " A.5 B.6 C.7 D.8", "408") is None


def test_own_questions_are_solved_as_keyed() -> None:
    answered = 0
    for composed in sample("circular-queue"):
        solved = solve_text(composed.question.stem, "408")
        if isinstance(solved, Solved):
            answered += 1
            assert right_option(composed).split()[0] == solved.answer.split()[0], composed.question.stem
    assert answered


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("循环队列数组A[0..m-1]，m=20，length=6，rear=2，rear指向队尾元素，队头元素的位置是多少", "队头元素在位置 17"),
        ("循环队列容量为8，front=6，rear=2，出队两个元素后再入队三个元素，front和rear分别是多少", "front = 0，rear = 5"),
        ("大小为10的循环队列，rear=9，front=4，先插入一个元素再删除三个元素，rear和front各是多少", "rear = 0，front = 7"),
    ],
)
def test_other_wordings_1(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "循环队列容量为8，front=6，rear=7，出队两个元素后再入队三个元素，front和rear分别是多少",
        "循环队列m=20，length=6，rear=2，队头元素的位置是多少",
    ],
)
def test_other_near_misses_1(text: str) -> None:
    assert not isinstance(solve_text(text, "408"), Solved)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "环形队列开了40个单元（下标0～39），front指着队头元素，rear指着队尾的下一个位置，front=27、rear=11，现在里面有几个元素",
            "24 个元素",
        ),
        (
            "循环队列A[0…24]，front指向队头元素，rear指向队尾元素，开始是空的，第一个入队的元素要放在A[0]，front和rear初值是多少",
            "front = 0，rear = 24",
        ),
        (
            "循环队列Q[0..49]，牺牲一个单元区分队满和队空，front指向队头元素，rear指向队尾元素的下一个位置，front=18，队满时rear是多少",
            "rear = 17，元素个数 49",
        ),
        ("大佬，循环队列大小为20，浪费一个单元来判断队满，最多能放几个元素", "元素个数 19"),
        ("数组A[0..59]存放循环队列，front指向队头元素的前一个位置，rear指向队尾元素，front=47，rear=23，队列长度多少", "36 个元素"),
        ("循环队列长度是8的数组，front=6，rear=2，连续出队3个，又入队2个，front和rear变成多少", "front = 1，rear = 4"),
        ("循环队列存储空间Q(0:20)，rear指向队尾元素，length表示队列长度，现在rear=4，length=9，队头元素的下标？", "队头元素在位置 17"),
        ("循环队列数组长度100，头指针为95，尾指针为5，有多少个元素", "10 个元素"),
        ("请问循环队列Q[0..24]，rear=10，队列长度8，rear指向队尾元素的下一个位置，队头下标是多少", "队头元素在位置 2"),
    ],
)
def test_other_wordings_2(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer


@pytest.mark.parametrize(("size", "front", "held", "removed"), [(8, 6, 3, 2), (11, 0, 5, 5), (7, 3, 1, 0)])
def test_elements_go_in_until_the_queue_is_full(size: int, front: int, held: int, removed: int) -> None:
    cells = deque(range(held), maxlen=size - 1)
    for _ in range(removed):
        cells.popleft()
    rear = (front + held + (size - 1 - len(cells))) % size
    solved = solve_text(
        f"循环队列数组大小为{size}，牺牲一个单元，front指向队头元素，rear指向队尾元素的下一个位置，front={front}，rear={(front + held) % size}，"
        f"出队{removed}个元素后连续入队直到队满，问rear是多少"
        if removed
        else f"循环队列数组大小为{size}，牺牲一个单元，front指向队头元素，rear指向队尾元素的下一个位置，front={front}，rear={front + held}，连续入队直到队满，问rear是多少",
        "408",
    )
    assert isinstance(solved, Solved)
    assert re.findall(r"\d+", solved.answer)[0] == str(rear)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "循环队列用数组Q[0..19]存储，front=15，rear=3，front指向队头元素，rear指向队尾元素的下一位置。依次出队4个元素，再入队6个元素。"
            "求此时front、rear的值以及队列中元素的个数。",
            "front = 19，rear = 9，元素个数 10",
        ),
        (
            "循环队列的容量为40（序号从0到39），经过一系列的入队和出队后，有①front=11，rear=19；②front=19，rear=11。问在这两种情况下，循环队列中各有元素多少个？",
            "8 个元素；32 个元素",
        ),
        (
            "循环队列存储在一维数组A[0..79]中，队列非空时front和rear分别指向队头元素和队尾元素。若初始时队列为空，要求第一个进入队列的元素存储在A[20]处，则初始时front和rear的值分别是（ ）",
            "front = 20，rear = 19",
        ),
    ],
)
def test_further_questions(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer
