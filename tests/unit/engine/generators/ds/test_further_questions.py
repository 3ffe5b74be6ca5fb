"""Sub-questions that papers and chats ask of trees, tables and merging: hand-worked examples, brute force, and near-misses left alone."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

from engine.generators.ds._b_tree.b_trees import insert_all, levels, most_nodes
from engine.generators.ds._hash_table.hashing import fill
from engine.generators.ds._huffman_tree.answers import is_prefix_code
from engine.generators.ds._huffman_tree.simulator import all_depths
from engine.generators.ds._search_trees.binary import Binary, height, postorder, preorder
from engine.generators.ds._search_trees.shapes import balanced_shapes as shapes
from engine.generators.ds._tree_reconstruction.rebuilding import from_extended, only_children, rebuild_full
from engine.generators.ds.external_merge import replacement_runs
from engine.generators.solving import Solved, solve_text


@pytest.mark.parametrize(
    ("kind", "text", "answer"),
    [
        ("avl-insertion", "将关键字13,24,37,90,53依次插入AVL树，发生了几次旋转", "2 次（双旋转算一次；按单旋转一个个算是 3 次）"),
        ("avl-insertion", "已有AVL树的先序为 24,13,37，再插入90,53,60，根结点是什么", "根结点 53"),
        ("avl-insertion", "一棵平衡二叉树有13个结点，高度至少是多少", "4 层"),
        ("avl-insertion", "AVL树依次插入50,30,70,20,40,10,35，插入10后根是多少", "根结点 30"),
        ("b-tree", "高度为5的3阶B树的关键字个数范围是多少", "最少 31 个；最多 242 个"),
        ("b-tree", "4阶B树，依次插入 45, 24, 53, 90, 3，根结点的关键字为", "45（若第 3 个上移，则为 53）"),
        ("b-tree", "3阶B树的根结点至少有几个孩子", "根最少 2 棵子树（孩子）"),
        ("external-merge", "100个初始归并段采用5路归并，第2趟后还剩几个段", "第 2 趟后 4 个段"),
        ("external-merge", "8个初始归并段长2,3,6,9,12,17,18,24块，3路最佳归并树的WPL和读写块次数各是多少", "WPL = 163，读写共 326 次"),
        ("external-merge", "128个初始归并段，8路归并需要几趟？若改为4路呢？", "8 路 3 趟；4 路 4 趟"),
        ("loser-tree", "16路归并采用败者树，选出最小的记录需几次关键字比较？若用简单选择又需要几次？", "用败者树 4 次；直接选 15 次"),
        ("loser-tree", "用败者树做8路归并的一趟，1000条记录，每个记录比较⌈log2 8⌉次，总共比较几次", "3000 次"),
        ("loser-tree", "败者树中有9个败者结点，是几路归并？", "10 路"),
        ("avl-insertion", "将关键字1,2,3,4,5,6,7依次插入AVL树，平衡因子为0的分支结点有几个", "平衡因子为 0 的非叶结点 3 个"),
        ("avl-insertion", "12个结点的平衡二叉树，查找时最多比较几次", "5 次"),
        ("huffman-tree", "哈夫曼树叶结点21个，非叶结点几个", "20 个"),
        ("huffman-tree", "权值4,6,10,15,20,25构造哈夫曼树，权值为4的叶子编码长度是多少", "4 位"),
        ("tree-reconstruction", "先序ABDCEF，中序DBAECF，叶子结点和单分支结点分别有哪些", "叶结点 D、E、F；度为 1 的结点 B"),
        ("hash-table", "散列表，关键字 3,10,17,4,5，H(key)=key%7，表长为8，二次探测法，查找成功的ASL", "查找成功 ASL = 10/5 = 2"),
        ("hash-table", "散列表，关键字 3,10,17,4,5，H(key)=key%7，表长为8，二次探测法，再存入12，它放在哪个地址", "1"),
        ("huffman-tree", "权值7,5,2,4的哈夫曼树的高度是多少", "高度 4（根为第 1 层）"),
        ("huffman-tree", "权值7,5,2,4构造哈夫曼树，权为5的叶子到根的路径长度", "2 位"),
        ("red-black-insertion", "依次插入 10,20,30,40 到空红黑树，黑高是多少", "黑高 2"),
        ("red-black-insertion", "依次插入 10,30,20 到空红黑树，一共旋转几次", "2 次单旋转（先左后右、先右后左各算两次）"),
        (
            "kmp-next",
            '已知模式串P="xyxyyxyxz"，下标从0开始，且约定next[0]=-1。当P[8]与主串字符失配时，下一次参加比较的应是P的第几号字符？',
            "next[8] = 3，用下标 3 的字符去比",
        ),
        ("kmp-next", "串abcabaa的next[7]是多少（next[1]=0）", "next[7] = 2"),
        (
            "huffman-tree",
            "电文由a、b、c、d、e五种字符组成，次数依次为12、8、5、3、2。若改用等长编码，所需总位数是多少？哈夫曼编码比等长编码节省了百分之几？",
            "等长编码 90 位；节省 30.0%",
        ),
        (
            "loser-tree",
            "有80个初始归并段，做9路归并，用败者树，归并趟数是多少？每趟里选出一个记录的比较次数（败者树已建好）是几次",
            "2 趟；每次 4 次",
        ),
        (
            "sorting-pass",
            "对53,87,12,61,98,17,70,42,65,30做希尔排序，增量序列取5，3，1。写出第一趟和第二趟的结果",
            "17, 70, 12, 61, 30, 53, 87, 42, 65, 98；17, 30, 12, 61, 42, 53, 87, 70, 65, 98",
        ),
        (
            "external-merge",
            "置换选择排序，内存工作区能放3个记录，关键字 17,21,5,44,10,12,56,32,29,8,60,15，能生成几个初始归并段？分别写出来",
            "3 个归并段；段 1：5, 17, 21, 44, 56；段 2：10, 12, 29, 32, 60；段 3：8, 15",
        ),
        (
            "postfix-expression",
            "已知表达式a*(b-c/d)+e*f-g。（1）写出该表达式的后缀表达式；（2）转换过程中，扫描到f时，运算符栈中自栈底到栈顶的内容是什么？",
            "abcd/-*ef*+g-；`+*`（栈底到栈顶）",
        ),
        ("tree-reconstruction", "先序为ABDECF，中序为DBEAFC，求B的兄弟和后序", "B 的兄弟是 C；后序：DEBFCA"),
        ("tree-reconstruction", "先序为ABDECF，中序为DBEAFC，后序遍历序列的第3个结点是", "后序第 3 个是 B"),
        ("tree-reconstruction", "先序ABC，中序CBA，左子树有几个结点", "左子树有 2 个结点"),
    ],
)
def test_questions(kind: str, text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved)
    assert (solved.kind.name, solved.answer) == (kind, answer)


@pytest.mark.parametrize(
    "text",
    [
        "AVL树的先序序列 30,20,10,40，插入50后要不要调整，再插入60呢",
        "红黑树中从根到叶的最短路径含3个黑结点，最长路径最多含多少个结点",
        "红黑树依次插入 12,1,9,2,0，树高（根为1层，计入空叶）是多少",
        "5阶B树有100个关键字，最大高度是多少，空指针有几个",
        "4路归并用败者树，各路关键字为 6,12,10,9，冠军是第几路",
        "败者树做8路归并的一趟，共1000条记录，按⌈log2 8⌉计，总共比较几次",
        "权值1,2,3,3的哈夫曼树中权值为1的叶子编码长度是多少",
        "红黑树依次插入 12,1,9,2,0，红结点有哪些，最后一个是谁",
    ],
)
def test_what_is_not_understood_or_not_certain_is_left_alone(text: str) -> None:
    assert solve_text(text, "408") is None


def test_depths_under_every_choice_among_equal_weights() -> None:
    assert all_depths([1, 1, 1, 1]) == {(2, 2, 2, 2)}
    found = all_depths([1, 1, 2, 2])
    assert found is not None
    assert {tuple(sorted(depths)) for depths in found} == {(2, 2, 2, 2), (1, 2, 3, 3)}
    assert all(sum(weight * depth for weight, depth in zip([1, 1, 2, 2], depths, strict=True)) == 12 for depths in found)


def _trees(keys: range) -> Iterator[Binary | None]:
    if not keys:
        yield None
    for at, key in enumerate(keys):
        for left, right in itertools.product(_trees(keys[:at]), _trees(keys[at + 1 :])):
            yield Binary(str(key), left, right)


def _balanced(tree: Binary | None) -> bool:
    return tree is None or (abs(height(tree.left) - height(tree.right)) < 2 and _balanced(tree.left) and _balanced(tree.right))


@pytest.mark.parametrize("count", range(1, 8))
def test_shapes_of_balanced_trees_by_brute_force(count: int) -> None:
    assert shapes(count) == sum(map(_balanced, _trees(range(count))))


def test_most_nodes_of_a_b_tree() -> None:
    assert most_nodes(4, 31) == 31  # one key in every node: five full levels
    for count in range(1, 8):
        built = {
            sum(map(len, levels(insert_all(keys, 3)[-1].tree))) for keys in itertools.islice(itertools.permutations(range(count)), 800)
        }
        assert max(built) <= most_nodes(3, count)


def test_full_trees_from_preorder_and_postorder() -> None:
    for tree in _trees(range(7)):
        assert tree is not None
        before, after = preorder(tree), postorder(tree)
        if not only_children(before, after):
            assert rebuild_full(before, after) == tree


def test_extended_preorder() -> None:
    tree = from_extended("AB#D##CE##F##", "#")
    assert ("".join(preorder(tree)), "".join(postorder(tree))) == ("ABDCEF", "DBEFCA")


def test_replacement_selection() -> None:
    # Yan Weimin 11.4, a work area of six records
    keys = [51, 49, 39, 46, 38, 29, 14, 61, 15, 30, 1, 48, 52, 3, 63, 27, 4, 13, 89, 24, 46, 58, 33, 76]
    assert replacement_runs(keys, 6) == [
        [29, 38, 39, 46, 49, 51, 61],
        [1, 3, 14, 15, 27, 30, 48, 52, 63, 89],
        [4, 13, 24, 33, 46, 58, 76],
    ]


def test_double_hashing() -> None:
    filled = fill([29, 16, 55, 42, 3], 13, 13, "double", step=lambda key: 1 + key % 11)
    assert {placed.key: placed.probes for placed in filled.placed} == {29: (3,), 16: (3, 9), 55: (3, 4), 42: (3, 0), 3: (3, 7)}


def test_prefix_codes() -> None:
    assert is_prefix_code(["0", "10", "110", "111"])
    assert not is_prefix_code(["0", "01", "011", "111"])


@pytest.mark.parametrize(
    ("text", "option"),
    [
        (
            "下列选项给出的是从根分别到达两个叶结点路径上的权值序列，能属于同一棵哈夫曼树的是\nA. 24,10,5和24,10,7\nB. 24,10,5和24,12,7\nC. 24,10,10和24,14,11\nD. 24,10,5和24,14,6",
            "D",
        ),
        ("下列编码中不是前缀编码的是\nA. 00,01,10,11\nB. 0,10,110,111\nC. 1,01,001,000\nD. 0,01,011,111", "D"),
        (
            "下列关键字插入次序中，依次插入空的平衡二叉树时不需要任何旋转的是\nA. 1,2,3,4,5\nB. 3,1,2,5,4\nC. 3,1,4,2,5\nD. 5,3,4,1,2",
            "C",
        ),
    ],
)
def test_options(text: str, option: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved)
    assert solved.option == option


@pytest.mark.parametrize(
    "text",
    [
        "AVL树依次插入50,30,70,20,40,10,35，插入10后根是多少？高度是多少？",
        "AVL树依次插入50,30,70,20,40,10,35，第二次旋转是什么类型",
        "AVL树依次插入50,30,70,20,40,10,35，若改为先插入10，根是谁",
        "AVL树依次插入50,30,70,20,40,10,35，37的左孩子的兄弟是谁",
        "空AVL树依次插入15,8,22,4,6，第四个元素插入后、第五个元素插入后需不需要旋转？",
        "依次插入50,30,70,20,40,10,35到空红黑树，10的叔叔是谁",
        "依次插入50,30,70,20,40,10,35到空红黑树，红结点比黑结点多几个",
        "4阶B树高度为3时每个结点最多几个关键字",
        "5阶B树根结点最少有几棵子树，最多有几棵子树，其他非叶结点呢",
        "一棵高度为3（含失败结点层）的5阶B树至少有几个关键字",
        "权值 5,9,12,13,16 构造哈夫曼树，WPL是多少，若再增加一个权值7呢",
        "散列表长13，H(key)=key%11，线性探测，关键字12,23,45,57，查找100需要比较几次",
        "8个归并段长度5、11、14、22、7、35、19、28块，3路归并，按给出的次序归并，WPL",
        "8个归并段长度5、11、14、22、7、35、19、28块，3路归并。(1)WPL (2)虚段几个 (3)磁盘要转几圈",
        "降序归并（大者胜）的败者树，五个段 10,9,20,6,12，冠军是谁",
        "若二叉树中序和后序序列都是 A,B,C,D,E，则该树的形态是怎样的，先序是什么？",
    ],
)
def test_near_misses(text: str) -> None:
    assert not isinstance(solve_text(text, "408"), Solved)
