"""Hash tables against a dictionary of places, textbook classics, and sentences as people type them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import NeedsParameter, Solved, solve_text
from engine.generators.ds._hash_table.hashing import failures, fill

from ..every_kind import right_option, sample


def search(taken: dict[int, int], start: int, key: int | None, length: int, quadratic: bool) -> tuple[int, int]:
    """(comparisons, place) of a search in an open table for a key, or for an empty place."""
    offsets = [0]
    for step in range(1, length):
        offsets += [step * step, -step * step] if quadratic else [step]
    for count, offset in enumerate(offsets, 1):
        place = (start + offset) % length
        if taken.get(place) == key:
            return count, place
    raise AssertionError("no place")


def open_table(keys: list[int], divisor: int, length: int, quadratic: bool = False) -> dict[int, int]:
    taken: dict[int, int] = {}
    for key in keys:
        taken[search(taken, key % divisor, None, length, quadratic)[1]] = key
    return taken


def average(counts: list[int]) -> Fraction:
    return Fraction(sum(counts), len(counts))


def test_textbook_classics() -> None:
    # Yan Weimin: 19 14 23 01 68 20 84 27 55 11 10 79, mod 13, sixteen places, linear probing: 2.5; chaining: 1.75.
    keys = [19, 14, 23, 1, 68, 20, 84, 27, 55, 11, 10, 79]
    assert fill(keys, 13, 16, "linear").success == Fraction(5, 2)
    assert fill(keys, 13, 13, "chaining").success == Fraction(7, 4)


def test_408_of_2010() -> None:
    # 7 8 30 11 18 9 14, H(key) = 3 key mod 7 and ten places; the same with keys already multiplied.
    filled = fill([21, 24, 90, 33, 54, 27, 42], 7, 10, "linear")
    assert filled.success == Fraction(12, 7)
    assert Fraction(sum(failures(filled, 7, "linear")), 7) == Fraction(18, 7)


@settings(max_examples=100)
@given(st.lists(st.integers(0, 200), min_size=1, max_size=9, unique=True), st.integers(5, 13), st.integers(0, 4))
def test_simulator_agrees_with_dictionary(keys: list[int], divisor: int, more: int) -> None:
    length = max(divisor, len(keys) + 1) + more
    filled = fill(keys, divisor, length, "linear")
    taken = open_table(keys, divisor, length)
    assert {place: key for place, key in enumerate(filled.slots) if key is not None} == taken
    assert filled.success == average([search(taken, key % divisor, key, length, False)[0] for key in keys])
    assert failures(filled, divisor, "linear") == [search(taken, start, None, length, False)[0] for start in range(divisor)]


def test_keys_agree_with_reference() -> None:
    for composed in sample("hash-table"):
        asked, right = composed.parameters, right_option(composed)
        keys, divisor = asked["keys"], asked["divisor"]
        length = asked.get("length") or asked["slots"]
        if asked["task"] == "address":
            taken = open_table(keys, divisor, length)
            assert right == str(next(place for place, key in taken.items() if key == keys[-1]))
            continue
        if asked["task"].endswith("chaining"):
            chains = [[key for key in keys if key % divisor == address] for address in range(divisor)]
            success = average([chains[key % divisor].index(key) + 1 for key in keys])
            failure = average([len(chain) for chain in chains])
        else:
            quadratic = asked["task"].endswith("quadratic")
            taken = open_table(keys, divisor, length, quadratic)
            success = average([search(taken, key % divisor, key, length, quadratic)[0] for key in keys])
            failure = average([search(taken, start, None, length, False)[0] for start in range(divisor)]) if not quadratic else Fraction(0)
        expected = success if asked["task"].startswith("success") else failure
        assert abs(Fraction(right) - expected) <= Fraction(1, 200)


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("散列表，关键字 3,10,17,4,5，H(key)=key%7，表长为8，线性探测法，查找17需要比较几次", "3 次"),
        ("散列表，关键字 3,10,17,4,5，H(key)=key%7，表长为8，线性探测法，5的地址是多少", "7"),
        # 408 of 2010, its load factor given instead of the length.
        (
            "将关键字序列(7、8、30、11、18、9、14)散列存储到散列表中，散列表的存储空间是一个下标从0开始的一维数组，散列函数为H(key)=(key×3) mod 7，"
            "处理冲突采用线性探测再散列法，要求装填因子为0.7，求等概率情况下查找成功和查找不成功的平均查找长度",
            "查找成功 ASL = 12/7 ≈ 1.71；查找失败 ASL = 18/7 ≈ 2.57",
        ),
        (
            "表长10的哈希表HT[0..9]，h(k)=k mod 7，把 14 21 8 15 30 挨个放进去，用线性探查，求成功时平均探测次数，保留三位小数",
            "查找成功 ASL = 11/5 = 2.2",
        ),
        (
            "拉链法建哈希表，H(x)=x%5，键值 5、10、7、12、4，查找失败的平均查找长度是多少，比较到空指针也算一次",
            "查找失败 ASL = 10/5 = 2",
        ),
        (
            "关键字序列19,14,23,1,68,20,84,27,55,11,10,79，散列函数H(key)=key%13，表长为16，线性探测法处理冲突，求查找成功的平均查找长度",
            "查找成功 ASL = 30/12 = 2.5",
        ),
        (
            "将19,14,23,1,68,20,84,27,55,11,10,79依次插入哈希表，H(key)=key mod 13，用链地址法解决冲突，查找成功时的ASL是多少",
            "查找成功 ASL = 21/12 = 1.75",
        ),
        (
            "散列表长度为10，H(k)=k%7，采用线性探测再散列，关键字7、8、30、11、18、9、14，等概率下查找失败的平均查找长度",
            "查找失败 ASL = 35/7 = 5",
        ),
        ("哈希表 拉链法 H(key)=key%7 关键字 1,8,15,2,3 查找成功的平均查找长度", "查找成功 ASL = 8/5 = 1.6"),
        (
            "老师好，散列函数为 H(key) = key % 11，散列表长度是 11，用线性探测处理冲突，关键字 22,41,53,46,30,13,1,67，求成功和失败的ASL",
            "查找成功 ASL = 14/8 = 1.75；查找失败 ASL = 47/11 ≈ 4.27",
        ),
        ("设散列函数H(key)=key mod 7，用拉链法，依次存入 7,14,21,3，求查找不成功的平均查找长度", "查找失败 ASL = 4/7 ≈ 0.57"),
        ("Hash表地址0~9，H(x)=x%10，线性探测法，插入 11,21,31,2，查找成功的平均查找长度为多少？", "查找成功 ASL = 9/4 = 2.25"),
        ("大佬帮看，哈希表长10 H(k)=k%7 线性探测，依次放7 8 30 11 18 9 14，查找成功asl多少", "查找成功 ASL = 15/7 ≈ 2.14"),
        ("表长11 散列函数key%11 线性探测 放入25 36 14 47 3 58，58最后存在哪个位置，找它比较几次", "58 在地址 8；查找 58 比较 6 次"),
        (
            "散列函数H(k)=k mod 11，地址0~10，二次探测（增量1²，-1²，2²，-2²，…），已依次存了17，28，39，50，再存6，它放在哪个地址",
            "2",
        ),
        ("7个关键字互为同义词，用线性探测法存入空散列表，总共至少要探测多少次", "28 次"),
        ("装填因子要求0.75，有18个关键字，散列表的长度应取多少", "24"),
        (
            "关键字序列(12、5、21、8、16、9)，H(key)=(key×5) mod 7，线性探测再散列，装填(载)因子为0.75。(1)散列表的表长是多少？(2)查找成功的平均查找长度？",
            "表长 8；查找成功 ASL = 12/6 = 2",
        ),
        ("散列表，5个关键字 3,10,17,4,5 用除留余数法，除数取7，表长m=8，线性探测法解决冲突，查找成功的ASL？", "查找成功 ASL = 12/5 = 2.4"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "散列表，关键字 3,10,17,4,5，H(key)=key%7，表长为8，线性探测法，删除10后查找成功的ASL",
        "散列表，关键字 3,10,17,4,5，H(key)=key%7，装填因子为0.7，线性探测法，查找成功的ASL",
        "散列表，关键字 3,10,17,4,5 从大到小插入，H(key)=key%7，表长为8，线性探测法，查找成功的ASL",
        "散列表，关键字 3,10,17,4,5，H(key)=key%7，表长为5，线性探测法，查找失败的ASL",
        "散列表，关键字 3,10,17,4,5，H(key)=key%7，双散列法，表长8，查找成功的ASL",
        "散列表，关键字 3,10,17,3,5，H(key)=key%7，表长为8，线性探测法，查找成功的ASL",
        "哈希表的平均查找长度与什么有关",
        "7个关键字互为同义词，用链地址法存入空散列表，总共要探测多少次",
        "散列表，关键字 3,10,17,4,5，H(key)=key%7，表长为8，线性探测法，找20比较几次",
        "散列表，关键字 3,10,17,4,5，H(key)=key%7+1，表长为8，线性探测法，查找成功的ASL",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert solve_text(text, "408") is None


def test_solver_asks_for_the_length() -> None:
    asked = solve_text("散列表，关键字 3,10,17,4,5，H(key)=key%7，线性探测法，查找成功的ASL", "408")
    assert isinstance(asked, NeedsParameter)
    solved = solve_text(asked.completed("8"), "408")
    assert isinstance(solved, Solved)
    assert solved.answer == "查找成功 ASL = 12/5 = 2.4"


def test_pasted_options_are_matched() -> None:
    stem = "关键字7,8,30,11,18,9,14依次插入表长为10的散列表，H(key)=key%7，线性探测法，查找失败的平均查找长度为（  ）。"
    solved = solve_text(stem + "\nA. 5\nB. 4.5\nC. 15/7\nD. 3.5", "408")
    assert isinstance(solved, Solved)
    assert solved.option == "A"
    assert solve_text(stem + " A.3 B.6 C.7 D.8", "408") is None


def test_own_questions_are_solved_as_keyed() -> None:
    answered = 0
    for composed in sample("hash-table"):
        solved = solve_text(composed.question.stem, "408")
        if isinstance(solved, Solved):
            answered += 1
            if composed.parameters["task"] == "address":
                assert solved.answer == right_option(composed)
                continue
            value = Fraction(solved.answer.split(" = ")[1].split(" ")[0])
            assert abs(Fraction(right_option(composed)) - value) <= Fraction(1, 200), composed.question.stem
    assert answered
