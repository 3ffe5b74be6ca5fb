"""What is asked of trees, tables and graphs besides the usual, against computations of another kind; and how the texts are prepared."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import networkx  # type: ignore[import-untyped]
import pytest

from engine.generators.ds._blanks import asked_blanks
from engine.generators.ds._graphs.upright_tables import upright, with_told_predecessors
from engine.generators.ds._hash_table.hashing import fill
from engine.generators.ds._search_trees.given_trees import take_given_tree
from engine.generators.ds._search_trees.red_black import RedBlackNode, built
from engine.generators.pasted.normalising import normalise
from engine.generators.reading import StayOut
from engine.generators.solving import Solved, solve_text

from ..solving_checks import answer_of, left_alone

ARCS = [(0, 1, 10), (0, 3, 30), (0, 4, 90), (1, 2, 50), (2, 4, 10), (3, 2, 20), (3, 4, 60)]
NETWORK = "有向网的弧：" + "，".join(f"<v{start},v{end}>{weight}" for start, end, weight in ARCS) + "。"


def network() -> networkx.DiGraph:
    graph = networkx.DiGraph()
    graph.add_weighted_edges_from(ARCS)
    return graph


def test_the_vertices_found_after_the_first_are_those_that_are_farther() -> None:
    reached = networkx.single_source_dijkstra_path_length(network(), 0)
    order = sorted((vertex for vertex in reached if vertex), key=reached.__getitem__)
    assert order[0] == 1
    text = NETWORK + "用Dijkstra算法求源点v0到其余各顶点的最短路径，第一条最短路径的目标顶点是v1，后续得到的各最短路径的目标顶点依次是（ ）"
    assert answer_of("shortest-path", text) == ", ".join(f"v{vertex}" for vertex in order[1:])
    assert left_alone("shortest-path", text.replace("目标顶点是v1", "目标顶点是v3"))


def test_rows_of_floyds_matrix_are_those_of_ways_over_the_vertices_named() -> None:
    rows = ["0 3 9 7", "2 0 4 8", "6 1 0 5", "9 3 2 0"]
    told = "\n".join(rows)
    matrix = [[int(cell) for cell in row.split()] for row in rows]
    over = [[min(matrix[row][column], matrix[row][0] + matrix[0][column]) for column in range(4)] for row in range(4)]
    text = f"有向网的邻接矩阵如下（顶点依次为v1、v2、v3、v4）：\n{told}\n用Floyd算法，写出加入v1作为中间顶点后矩阵的第3行。"
    assert answer_of("shortest-path", text) == "第 3 行：" + ", ".join(map(str, over[2]))


def test_floyds_matrix_half_way_is_not_the_last_one() -> None:
    text = (
        "有向图的邻接矩阵（顶点编号0~3）：\n0 3 ∞ 8\n∞ 0 2 ∞\n5 ∞ 0 1\n2 ∞ ∞ 0\n用Floyd算法，依次以顶点0、1为中间顶点迭代后，A[3][2]的值为____；"
        "算法结束时A[0][3]的值为____。"
    )
    assert answer_of("shortest-path", text) == "3 到 2 的距离 7；0 到 3 的距离 6"


def test_the_vertex_before_another_is_on_its_path() -> None:
    paths = networkx.single_source_dijkstra_path(network(), 0)
    assert answer_of("shortest-path", NETWORK + "用Dijkstra算法，v0为源点，求v4的前驱顶点。") == f"v4 的前驱是 v{paths[4][-2]}"


def test_ties_by_number_are_settled_where_the_text_says_so() -> None:
    text = "有向图：1→2:3，1→3:3，2→4:1，3→4:5。用Dijkstra算法从源点1出发，求各顶点加入集合S的次序"
    assert left_alone("shortest-path", text + "。")
    assert answer_of("shortest-path", text + "（距离相同时编号小的优先）。") == "2、3、4（源点 1 最先）"


EDGES = [("a", "b", 3), ("a", "c", 4), ("b", "c", 5), ("b", "d", 9), ("c", "d", 8), ("c", "e", 2), ("d", "e", 6)]


def tree_edges() -> set[frozenset[str]]:
    graph = networkx.Graph()
    graph.add_weighted_edges_from(EDGES)
    return {frozenset(edge) for edge in networkx.minimum_spanning_edges(graph, data=False)}


@pytest.mark.parametrize("negative", [True, False])
def test_edges_of_the_tree_are_told_from_the_others(negative: bool) -> None:
    inside = [edge for edge in EDGES if frozenset(edge[:2]) in tree_edges()]
    outside = [edge for edge in EDGES if frozenset(edge[:2]) not in tree_edges()]
    options = [*inside[:3], outside[0]] if negative else [*outside[:3], inside[0]]
    text = "连通网的边：" + "，".join(f"({one},{other}){weight}" for one, other, weight in EDGES)
    text += f"。用Kruskal算法构造最小生成树时，下列边中{'不会' if negative else '会'}被选中的是（ ）。\n"
    text += "\n".join(f"{letter}. ({one},{other})" for letter, (one, other, _) in zip("ABCD", options, strict=True))
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved) and solved.option == "D"


def test_an_arc_more_may_close_a_cycle() -> None:
    text = "有向图的弧：a→b，a→c，b→d，c→d，d→e。（1）写出所有拓扑序列；（2）若再增加弧e→b，是否还能得到拓扑序列？"
    arcs = [("a", "b"), ("a", "c"), ("b", "d"), ("c", "d"), ("d", "e")]
    orders = list(networkx.all_topological_sorts(networkx.DiGraph(arcs)))
    answer = answer_of("topological-order", text)
    assert not networkx.is_directed_acyclic_graph(networkx.DiGraph([*arcs, ("e", "b")]))
    assert answer.startswith("；".join(", ".join(order) for order in sorted(orders))) and answer.endswith("不能，只能输出 a, c（2 个）")


def test_left_and_right_turns_are_counted_apart() -> None:
    assert answer_of("avl-insertion", "将1,2,3,4,5,6,7依次插入空的AVL树，共做了几次左旋？") == "左旋 4 次"
    assert answer_of("avl-insertion", "将1,2,3,4,5,6,7依次插入空的AVL树，共做了几次右旋？") == "右旋 0 次"


def test_a_child_of_a_child_and_the_nodes_of_a_level() -> None:
    text = "已知一棵AVL树，先序序列为50,30,20,40,70。现插入关键字10，插入后30的右孩子的左孩子是哪个结点？"
    assert answer_of("avl-insertion", text) == "30 的右孩子的左孩子是 40"
    assert answer_of("avl-insertion", "依次插入1,2,3,4,5,6到空AVL树，第3层有几个结点？") == "第 3 层有 3 个结点"


def test_trees_told_node_by_node() -> None:
    told = "平衡二叉树根是50，左孩子30，右孩子70，70的左右孩子分别是60、80。"
    rest, tree = take_given_tree(told + "插入65")
    assert tree is not None and tree.keys == (50, 30, 70, 60, 80) and "50" not in rest
    assert answer_of("avl-insertion", told + "插入65调平衡以后，根结点是谁？") == "根结点 60"
    with pytest.raises(StayOut):
        take_given_tree("根是50，左孩子60，右孩子70，插入65")  # no search tree


def black_heights(node: RedBlackNode | None) -> set[int]:
    if node is None:
        return {0}
    return {height + (not node.red) for child in node.children for height in black_heights(child)}


def test_insertions_into_a_coloured_tree_keep_it_red_black() -> None:
    tree = built([35], given=[20, 10, 30, 40], reds=[40])
    assert tree.root is not None and len(black_heights(tree.root)) == 1
    text = "现有红黑树：根20黑，左孩子10黑，右孩子30黑，30的右孩子40红。现在插入35，调整后20的右孩子是哪个结点、什么颜色？"
    assert answer_of("red-black-insertion", text) == "20 的右孩子是 35（黑）"
    assert left_alone("red-black-insertion", text.replace("40红", "40黑"))  # not as many black nodes on every way


def test_the_key_at_an_address_and_the_chains_of_a_table() -> None:
    keys = [9, 1, 23, 14, 55, 20, 84, 27]
    slots = fill(keys, 7, 10, "linear").slots
    text = f"关键字{','.join(map(str, keys))}，H(key)=key%7，表长10，线性探测。散列表下标4处存放的是哪个关键字？"
    assert answer_of("hash-table", text) == f"地址 4 存放 {slots[4]}"
    chains = {key % 5: [other for other in (3, 8, 1, 6) if other % 5 == key % 5] for key in (3, 1)}
    told = "；".join(f"{address}: {'、'.join(map(str, chain))}" for address, chain in sorted(chains.items()))
    assert answer_of("hash-table", "用拉链法把3,8,1,6存入散列表，H(k)=k%5，画出散列表。") == f"各地址的链 {told}"


def longest(days: dict[str, int], before: dict[str, Sequence[str]]) -> int:
    return max(
        sum(days[name] for name in way)
        for size in range(1, len(days) + 1)
        for way in itertools.permutations(days, size)
        if all(earlier in before[later] for earlier, later in itertools.pairwise(way))
    )


def test_tables_that_lie_on_their_side() -> None:
    days = {"A": 2, "B": 3, "C": 5, "D": 4}
    before: dict[str, Sequence[str]] = {"A": "", "B": "A", "C": "A", "D": "BC"}
    text = "工程的活动如下表：\n活动 A B C D\n紧前活动 - A A B,C\n时间 2 3 5 4\n求最短工期。"
    assert answer_of("critical-path", text) == str(longest(days, before))
    assert upright("弧 (1,2) (1,3) (2,3)\n权值 5 7 4") == "1-2=5;1-3=7;2-3=4。"
    assert upright("顶点 a b c\n入度 0 1 2") == "顶点 a b c\n入度 0 1 2"
    assert (
        with_told_predecessors("课程 先修课程\nC1 无\nC2 C1\nC3 C1、C2\n求次序") == "C1无先修课;C2的先修课是C1;C3的先修课是C1、C2。\n求次序"
    )


def test_vanished_blanks_ask() -> None:
    assert asked_blanks(normalise("结点共分裂____次，根为")) == "结点共分裂多少次,根为"
    assert asked_blanks(normalise("应做____型旋转")) == "应做哪种型旋转"
    assert asked_blanks("每次插入一个结点") == "每次插入一个结点"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("red-black-insertion", "插入20,30,25,40,35得到的红黑树中，红色叶子结点有哪些？"),
        ("hash-table", "二次探测法，表长11，H(key)=key%11，依次插入12,23,34，则34的散列地址为？"),
        ("critical-path", "AOE网的弧：(1,2)=2，(1,3)=5，(2,4)=3，(3,4)=1。求：(1)各事件的ve和vl；(2)各活动的自由时差。"),
        ("minimum-spanning-tree", "用光缆连接5个机房：1-2 12，1-3 7，2-3 4，3-4 9，4-5 6，其中3-4已经铺好，求最低总费用。"),
        ("topological-order", "AOV网：1→2，1→3，2→4，3→4，若2和3必须相邻，拓扑序列有几个？"),
    ],
)
def test_what_is_asked_in_part_or_under_another_condition_is_left_alone(kind: str, text: str) -> None:
    assert left_alone(kind, text)
