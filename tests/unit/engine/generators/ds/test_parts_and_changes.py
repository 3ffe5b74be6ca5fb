"""What is asked half way, of a changed graph, or of part of what is told: answered each on its own, or not at all."""

from __future__ import annotations

import pytest

from tests.unit.engine.generators.solving_checks import answer_of, left_alone

_GRAPH = "带权有向图：s→a 7，s→b 2，b→a 3，a→c 1，b→c 8，c→t 4。"


@pytest.mark.parametrize(
    ("kind", "text", "answer"),
    [
        (
            "shortest-path",
            f"{_GRAPH}求s到t的最短路径长度。若边b→a的权改为6，s到t最短距离又是多少？",
            "s 到 t 的最短路径长度 10（s→b→a→c→t）；改动后 s 到 t 的最短路径长度 12（s→a→c→t）",
        ),
        (
            "b-tree",
            "从空树起在3阶B树中依次插入1、2、3、4、5、6。(1)写出插入完后根结点的关键字；(2)再插入7，根结点变为什么？",
            "根结点 2, 4；根结点 4",
        ),
        ("avl-insertion", "依次插入25,36,48,30,28,52到空的平衡二叉树，求根结点关键字及其左孩子关键字", "根结点 36；36 的左孩子是 28"),
        ("red-black-insertion", "红黑树依次插30、15、45、10、20、12，结点10是红的还是黑的，12呢", "10 为黑色；12 为红色"),
        (
            "topological-order",
            "学英语之前必须先学语文；学物理之前要先学数学；学化学前要先学物理；先学语文才能学历史。一共有多少种学习顺序？",
            "40 个",
        ),
        (
            "minimum-spanning-tree",
            "无向网 a-b 2，b-c 1，a-c 3，c-d 4，求最小生成树各边及总权值",
            "由 (a, b)、(b, c)、(c, d) 组成；最小生成树的权值之和 7",
        ),
        ("b-tree", "5阶B树有100个关键字，查找某关键字时最多要访问几个结点？", "4 次"),
        ("b-tree", "一棵3阶B树中含有2047个关键字，包括叶结点层，该树的最大高度为多少", "12 层"),
    ],
)
def test_each_is_answered(kind: str, text: str, answer: str) -> None:
    assert answer_of(kind, text) == answer


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("shortest-path", f"{_GRAPH}若边b→a的权改为6，s到t最短距离是多少？若边a→c的权改为9呢？"),
        ("shortest-path", f"{_GRAPH}若边t→a的权改为6，s到t最短距离是多少？"),
        ("shortest-path", f"{_GRAPH}求s到t的最短路径长度。若边b→a的权改为6。"),
        ("topological-order", "学英语之前必须先学语文；学大学英语之前要先学英语；学化学前要先学物理。一共有多少种学习顺序？"),
        ("b-tree", "5阶B树高度为3，包括叶结点层，最多有多少个关键字？"),
        ("b-tree", "5阶B树有100个关键字，查找某关键字时平均要访问几个结点？"),
        ("tree-reconstruction", "二叉树的先序为 abcd，中序可能是哪些？"),
    ],
)
def test_left_alone(kind: str, text: str) -> None:
    assert left_alone(kind, text)
