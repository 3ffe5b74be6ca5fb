"""Huffman trees against a heap and against every tree there is, textbook classics, and sentences as people type them."""

from __future__ import annotations

import heapq
from fractions import Fraction
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import Solved, solve_text
from engine.generators.ds._huffman_tree.simulator import build

from ..every_kind import right_option, sample


def with_heap(weights: list[int]) -> tuple[int, list[int]]:
    """WPL and code lengths."""
    heap: list[tuple[int, int, tuple[int, ...]]] = [(weight, number, (number,)) for number, weight in enumerate(weights)]
    heapq.heapify(heap)
    lengths, total, serial = [0] * len(weights), 0, len(weights)
    while len(heap) > 1:
        less, _, under = heapq.heappop(heap)
        more, _, below = heapq.heappop(heap)
        total += less + more
        for number in under + below:
            lengths[number] += 1
        heapq.heappush(heap, (less + more, serial, under + below))
        serial += 1
    return total, lengths


@cache
def least(weights: tuple[int, ...]) -> int:
    """The least WPL of any binary tree over these weights, by trying every division in two."""
    if len(weights) == 1:
        return 0
    best = None
    for chosen in range(1, 1 << (len(weights) - 1)):
        left = tuple(weight for place, weight in enumerate(weights) if chosen >> place & 1)
        right = tuple(weight for place, weight in enumerate(weights) if not chosen >> place & 1)
        found = least(left) + least(right)
        best = found if best is None else min(best, found)
    assert best is not None
    return best + sum(weights)


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ((7, 5, 2, 4), 35),  # Yan Weimin, the tree that introduces the WPL
        ((5, 29, 7, 8, 14, 23, 3, 11), 271),  # Yan Weimin, Huffman coding of eight signs
        ((45, 13, 12, 16, 9, 5), 224),  # Cormen, Leiserson, Rivest and Stein: 224,000 bits
    ],
)
def test_textbook_classics(weights: tuple[int, ...], expected: int) -> None:
    assert build(weights).wpl == expected


@settings(max_examples=60)
@given(st.lists(st.integers(1, 40), min_size=1, max_size=7))
def test_wpl_is_the_least_possible(weights: list[int]) -> None:
    built = build(weights)
    assert built.wpl == with_heap(weights)[0] == least(tuple(sorted(weights)))
    assert sum(weight * depth for weight, depth in zip(weights, built.depths, strict=True)) == built.wpl


def test_keys_agree_with_reference() -> None:
    for composed in sample("huffman-tree"):
        asked, right = composed.parameters, right_option(composed)
        if asked["task"] in ("wpl", "bits"):
            assert right.split()[0] == str(with_heap(asked["weights"])[0])
        elif asked["task"] == "code-length":
            assert right == f"{with_heap(asked['weights'])[1][asked['which']]} 位"
        elif asked["task"] == "ratio":
            bits = next(bits for bits in range(1, 9) if 2**bits >= asked["count"])
            share = Fraction(with_heap(asked["weights"])[0], bits * sum(asked["weights"])) * 100
            assert abs(Fraction(right.removesuffix("%")) - share) <= Fraction(1, 20)
        else:
            # A tree grown leaf by leaf: a leaf becomes an inner node with `ways` new leaves.
            inner, leaf_count = 0, 1
            while (leaf_count if asked["task"] == "total" else leaf_count + inner) < asked["given"]:
                inner, leaf_count = inner + 1, leaf_count - 1 + asked["ways"]
            expected = {"leaves": leaf_count, "inner": inner, "total": leaf_count + inner}[asked["task"]]
            assert right == f"{expected} 个"


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("以权值7,5,2,4构造哈夫曼树，带权路径长度是多少？", "WPL = 35"),
        ("由权值分别为 5、29、7、8、14、23、3、11 的叶子结点构造一棵哈夫曼树，其带权路径长度为", "WPL = 271"),
        ("给定权值集合{45,13,12,16,9,5}，求赫夫曼树的WPL", "WPL = 224"),
        ("老师好，用 9 2 5 7 14 建立Huffman树，WPL是多少", "WPL = 81"),
        ("设有4个叶子结点，权值为 1,2,3,4，构造最优二叉树，求带权路径长度", "WPL = 19"),
        ("对于权值w={10,12,16,21,30}的霍夫曼树，它的WPL为多少？", "WPL = 200"),
        ("已知电文中6种字符的出现次数为45,13,12,16,9,5，采用哈夫曼编码，电文总长度是多少", "总长度 224 位"),
        ("哈夫曼树 权值 3,4,5,6,7 求带权路径长度WPL", "WPL = 57"),
        ("6种字符次数为45,13,12,16,9,5，哈夫曼编码比等长编码的总长度少多少", "节省 76 位"),
        ("一组权值 2、3、5、7，请计算哈夫曼树的最小带权路径长度", "WPL = 32"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "哈夫曼树共有 198 个结点，叶子结点有多少个",
        "二叉树共有 199 个结点，叶子结点有多少个",
        "三叉哈夫曼树有 8 个叶结点，共有几个结点",
        "权值为7,5,2,4,5的哈夫曼树，权值5的编码长度是多少",
        "权值为1,2,3,3的哈夫曼树，权值2的编码长度是多少",
        "5个权值 7,5,2,4 构造哈夫曼树，WPL是多少",
        "哈夫曼树的WPL是什么意思",
        "按权值 7,5,2,4 的顺序直接合并而不排序，哈夫曼树的WPL是多少",
        "7,5,2,4 构造的二叉树不是哈夫曼树，其WPL是多少",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert solve_text(text, "408") is None


def test_pasted_options_are_matched() -> None:
    stem = "由权值为9,2,5,7的四个叶子结点构造一棵哈夫曼树，该树的带权路径长度为（  ）。"
    solved = solve_text(stem + "\nA. 23\nB. 37\nC. 44\nD. 46", "408")
    assert isinstance(solved, Solved)
    assert solved.option == "C"
    assert solve_text(stem + " A.5 B.6 C.7 D.8", "408") is None


def test_own_questions_are_solved_as_keyed() -> None:
    answered = 0
    for composed in sample("huffman-tree"):
        solved = solve_text(composed.question.stem, "408")
        if isinstance(solved, Solved):
            answered += 1
            assert right_option(composed).split()[0] in solved.answer, composed.question.stem
    assert answered


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("以权值7,5,2,4构造三叉哈夫曼树，带权路径长度是多少？", "WPL = 24"),
        ("字符频率为0.1,0.2,0.3,0.4，哈夫曼编码的WPL", "WPL = 1.9"),
        ("哈夫曼编码的平均长度，权值7,5,2,4", "平均编码长度 ≈ 1.9444 位"),
        ("字符A:45, B:13, C:12, D:16, E:9, F:5 的哈夫曼编码，平均编码长度是多少", "平均编码长度 2.24 位"),
        ("五个字符的概率分别为0.4、0.2、0.2、0.1、0.1，求哈夫曼编码的平均码长", "平均编码长度 2.2 位"),
        ("电文中a、b、c、d、e出现次数分别是 5 9 12 13 16，用哈夫曼编码后总共需要多少位", "总长度 124 位"),
        ("a(2) b(4) c(6) d(8) e(10) 建最优二叉树，WPL=?", "WPL = 66"),
        ("字符概率 40%,30%,20%,10%，霍夫曼编码平均长度", "平均编码长度 1.9 位"),
        ("权值为7,5,2,4的哈夫曼树，权值7的编码长度是多少", "1 位"),
        ("哈夫曼树共有 199 个结点，叶子结点有多少个", "100 个"),
        ("大佬们，哈夫曼树有12个叶子，那一共几个结点", "23 个"),
        ("对字符串 abracadabra 进行哈夫曼编码，总长度是多少位", "总长度 23 位"),
        ("二叉树的4个叶结点权值分别为9,2,5,7，最小的带权路径长度是多少", "WPL = 44"),
        ("三叉树的4个叶结点的权为7,5,2,4，带权路径长度最小是多少", "WPL = 24"),
    ],
)
def test_other_wordings_1(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "字母a~e的概率为0.4,0.3,0.2,0.1，哈夫曼编码的平均码长",
        "五个字符概率0.4、0.2、0.2、0.1、0.2，哈夫曼编码的平均码长",
        "三叉哈夫曼编码，字符次数 7,5,2,4，总长度多少位",
        "三个字符概率0.5、0.3、0.2，哈夫曼编码后电文总长度多少位",
        "权值7,5,2,4的哈夫曼编码比等长编码平均省几位",
        "度为7的哈夫曼树，权值7,5,2,4，WPL",
    ],
)
def test_other_near_misses_1(text: str) -> None:
    assert not isinstance(solve_text(text, "408"), Solved)
