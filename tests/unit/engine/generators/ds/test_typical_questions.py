"""Typical questions of papers and chats: counts for n elements and for the best and worst case, heaps, queues that are told by what is done."""

from __future__ import annotations

import random

import pytest

from engine.generators.ds._sorting_pass.simulator import partition, partition_by_exchange
from engine.generators.ds._topological_order.worded_vertices import with_letters_for_words
from engine.generators.solving import Solved, solve_text


@pytest.mark.parametrize(
    ("kind", "text", "answer"),
    [
        ("sorting-pass", "n 个元素冒泡排序最坏情况下比较次数是多少", "比较 n(n − 1)/2 次"),
        (
            "sorting-pass",
            "对8个元素直接插入排序,初始已有序要比较几次?完全逆序(不设哨兵)要比较几次?",
            "已有序时比较 7 次；逆序时比较 28 次",
        ),
        ("sorting-pass", "判断 100 86 48 73 35 39 42 57 66 21 是不是大顶堆", "是大根堆"),
        ("sorting-pass", "判断序列 10 20 15 40 5 30 是否为小根堆", "不是小根堆"),
        ("sorting-pass", "快排 46,79,56,38,40,84 第一趟(第一个元素作枢轴)之后是什么样", "40, 38, 46, 56, 79, 84"),
        ("circular-queue", "循环队列Q(1:35),初始 front=rear=35,经过一系列入队与退队运算后 front=15,rear=15,元素个数为", "0 或 35"),
        ("circular-queue", "循环队列用数组A[0..m-1]存放,front和rear分别是队头和队尾指针,则当前队列中元素个数是", "(rear-front+m)%m"),
        ("circular-queue", "用长度为6的数组存循环队列,初始空 front=rear=0,a b c d 依次入队,再出队两个,再入队 e f,问 rear 的值", "rear = 0"),
        ("stack-sequence", "push(1) push(2) pop push(3) push(4) pop pop push(5) pop pop 出栈序列", "24351"),
        ("stack-sequence", "三个元素 a b c 进栈,所有可能的出栈顺序有哪几种", "abc、acb、bac、bca、cba"),
        ("kmp-next", "主串 aaabaaaab,模式串 aaaab,用next匹配共比较几次,用nextval呢", "12 次；9 次"),
        ("topological-order", "选课:高数→物理→电路,高数→线代,一共有几种顺序", "3 个"),
        (
            "minimum-spanning-tree",
            "6个城市铺光缆,1-2 10万,1-3 7万,2-3 9万,2-4 5万,3-5 8万,4-5 6万,4-6 11万,5-6 4万,最少花多少钱",
            "最小生成树的权值之和 30",
        ),
    ],
)
def test_answers(kind: str, text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved)
    assert (solved.kind.name, solved.answer) == (kind, answer)


@pytest.mark.parametrize(
    "text",
    [
        "循环队列容量30,front=rear=8,问队里几个元素",
        "push(1) push(2) pop push(3) pop pop pop 输出什么",
        "从顶点A用Prim,AB 3 AC 1 BC 2 CD 4,第二个加入的顶点和总权值",
        "n个元素的冒泡排序平均比较次数",
        "高数→物理→电路,高数→线代,物理和线代不能同一学期修,拓扑排序几种",
        "把 5,8,12,3,28 调整后是不是大根堆",
        "a→b,a→c,b→d,c→d,注意这里采用的不是通常的约定,有几种拓扑排序",
    ],
)
def test_left_alone(text: str) -> None:
    assert not isinstance(solve_text(text, "408"), Solved)


def test_partition_by_exchange_splits_at_the_pivot() -> None:
    lot = random.Random(7)
    for size in range(2, 9):
        for _ in range(40):
            keys = lot.sample(range(50), size)
            for row in (partition(keys), partition_by_exchange(keys)):
                at = row.index(keys[0])
                assert sorted(row) == sorted(keys)
                assert all(key < keys[0] for key in row[:at])
                assert all(key > keys[0] for key in row[at + 1 :])


def test_words_as_vertices_stand_by_themselves() -> None:
    assert with_letters_for_words("高数→物理→电路,高数→线代") == ("A→B→C,A→D", ["高数", "物理", "电路", "线代"])
    assert with_letters_for_words("A→B,B→C") == ("A→B,B→C", [])
