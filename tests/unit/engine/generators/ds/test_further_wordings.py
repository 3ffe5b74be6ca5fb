"""Problems as teachers, papers and chats word them: other names, other orders, a background, other questions of the same title."""

from __future__ import annotations

import pytest

from engine.generators.solving import Solved, solve_text


@pytest.mark.parametrize(
    ("kind", "text", "answer"),
    [
        ("avl-insertion", "第七章课后作业第3题：将1至7从大到小依次插入初始为空的AVL树，求最终的层次遍历序列", "层序：4, 2, 6, 1, 3, 5, 7"),
        ("avl-insertion", "往空的平衡二叉树里按顺序塞进20、10、30、5、3，塞完3以后失衡结点是哪个？", "最小不平衡子树的根是 10"),
        ("avl-insertion", "空AVL树依次插入15,8,22,4,6，第五个元素插入后需不需要旋转？属于哪种旋转？", "插入 6 后对 8 作 LR 旋转"),
        ("avl-insertion", "练习5.2 从1到15从小到大一个个插入空AVL树，最后根是谁，树有几层", "根结点 8；高度 4"),
        ("b-tree", "在空的3阶B树（即2-3树）中依次插入30,10,20,40,50,60,70，问根里的关键字是几，树高多少", "根结点 40；高度 3"),
        (
            "red-black-insertion",
            "按50,20,80,10,30,5的次序建红黑树，10的颜色及其左右孩子分别是什么",
            "10 为黑色；10 的左孩子是 5；10 没有右孩子",
        ),
        ("red-black-insertion", "将7,3,18,10,22依次插入一棵空红黑树，最终树中黑色结点是", "黑结点 3、7、18"),
        ("red-black-insertion", "红黑树插入10 20 30 15 25，插完25要转吗", "不需要旋转（父结点为黑，不用调整）"),
        ("tree-reconstruction", "某二叉树按左根右遍历是DBEAFC，按根左右遍历是ABDECF，求左右根遍历", "DEBFCA"),
        ("tree-reconstruction", "二叉树自上而下、自左至右逐层读出来是ABCDEF，中序是DBEAFC，求后序序列", "DEBFCA"),
        ("tree-reconstruction", "先序ABCDE中序CBADE，树的深度，还有叶子是谁", "高度 3；叶结点 C、E"),
        ("external-merge", "8个初始归并段，归并路数为2，共需几趟", "3 趟"),
        ("kmp-next", "S=ababcabcacbab T=abcac 用KMP匹配，一共比较字符几次", "12 次"),
        ("circular-queue", "环形队列数组下标0~20，只设rear和length，rear=3指向队尾元素，length=8，求队头元素的位置", "队头元素在位置 17"),
        (
            "circular-queue",
            "设循环队列的容量为50（序号从0到49），现经过一系列入队和出队后front=39，rear=11，问队列中有多少个元素",
            "22 个元素",
        ),
        (
            "critical-path",
            "AOE网：a1(1→2)=3，a2(1→3)=2，a3(2→4)=2，a4(3→4)=4，a5(4→5)=3。求活动a3的最早开始时间e和最迟开始时间l，以及总时差",
            "最早开始 3；最迟开始 4；时间余量 1",
        ),
        ("critical-path", "边(1,2)=3 (1,3)=2 (2,4)=2 (3,4)=4 (4,5)=1的AOE网，求所有事件的最早发生时间", "1: 0，2: 3，3: 2，4: 6，5: 7"),
        ("external-merge", "17个初始归并段做5路最佳归并树，需要添几个长度为0的虚段才能成严格5叉树", "0 个虚段"),
        (
            "external-merge",
            "初始归并段长度为3,7,9,12,18,30，2路归并，最佳方案下总共读写多少块（每读一块或写一块算一次IO）",
            "读写共 374 次",
        ),
        (
            "hash-table",
            "长度为11的散列表 H(key)=key%11 平方探测再散列（1,-1,4,-4,9,-9）依次放 47 7 29 11 16 92 22 8 3 问3存哪个单元",
            "2",
        ),
        (
            "hash-table",
            "哈希函数是key除以13取余，链地址法，关键字19,14,23,1,68,20,84,27,55,11,10,79，求等概率下查找成功的ASL",
            "查找成功 ASL = 21/12 = 1.75",
        ),
        ("huffman-tree", "一棵哈夫曼树共有215个结点，对其编码共得到（   ）个码字", "108 个"),
        ("huffman-tree", "对n=4个权值均不相同的字符构成哈夫曼树，树里共多少个结点", "7 个"),
        ("kmp-next", '模式串P="ababaabab"，字符位序从1开始，求next[7]的值', "next[7] = 2"),
        ("kmp-next", "用KMP匹配到模式串abcaabbabcab第7个字符（从1数）失配了，主串指针不动，模式串应退到第几个字符接着比", "第 3 个字符"),
        ("loser-tree", "从16个归并段里选最小，用败者树每次调整比较几次？", "4 次"),
        ("loser-tree", "不用败者树直接从64个关键字里选最小要比63次，换成败者树只要比几次", "6 次"),
        (
            "minimum-spanning-tree",
            "A、B、C、D、E五个小区拉光纤：AB 5，AC 3，BC 4，BD 6，CD 2，CE 7，DE 1（千元）。怎么拉最省？总费用多少？",
            "最小生成树的权值之和 10",
        ),
        (
            "minimum-spanning-tree",
            "四个村子，甲乙8万 甲丙5万 乙丙3万 乙丁7万 丙丁9万，要求任意两村都能互通，修路最少花多少钱",
            "最小生成树的权值之和 15",
        ),
        ("postfix-expression", "3*(5-2)+8/4 转成后缀表达式并计算其值", "3 5 2 - * 8 4 / +；值为 11"),
        (
            "shortest-path",
            "五个城市双向公路：1-2 7公里，1-3 9，1-5 14，2-3 10，3-4 11，3-5 2，4-5 6。从1号城市到4号城市最短多少公里，途经哪些城市",
            "1 到 4 的最短路径长度 17（1→3→5→4）",
        ),
        (
            "shortest-path",
            "外卖小哥从A站骑车去E站，单向路：A→B 4，A→C 2，C→B 1，B→D 5，C→D 8，D→E 3，最短要走多远？",
            "A 到 E 的最短路径长度 11（A→C→B→D→E）",
        ),
        (
            "sorting-pass",
            "序列(25,84,21,47,15,27,68,35,20)选择排序前两趟各是什么",
            "第 1 趟：15, 84, 21, 47, 25, 27, 68, 35, 20；第 2 趟：15, 20, 21, 47, 25, 27, 68, 35, 84",
        ),
        (
            "sorting-pass",
            "对(35,20,33,48,59,21,77,12)做一次快排划分，以35为枢轴，先从右往左扫，交替填坑，结果序列是",
            "12, 20, 33, 21, 35, 59, 77, 48",
        ),
        ("stack-sequence", "六节车厢编号1到6顺序开进栈形调度站，能得到3 2 5 6 4 1吗", "合法（可能）"),
        ("stack-sequence", "1到5按次序进栈，第一个出来的是4，这样的出栈序列有几种", "4 种"),
        ("topological-order", "T1要在T2之前完成，T2在T3之前，T4在T3之前，给一个可行的拓扑序列，共有几种", "3 个"),
    ],
)
def test_wordings(kind: str, text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved)
    assert (solved.kind.name, solved.answer) == (kind, answer)


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("若数组大小为m=9，采用牺牲一个存储单元的方法区分循环队列的队空与队满，front=2，则队满时rear的值为\nA. 0\nB. 1\nC. 2\nD. 3", "B"),
        (
            "AOE网的活动：a(0,1)=6，b(0,2)=4，c(1,3)=1，d(2,3)=1，e(3,4)=9，只缩短哪一个活动的时间就可以缩短整个工程的工期\nA. b\nB. d\nC. e",
            None,
        ),
        (
            "AOE网的活动：a(0,1)=6，b(0,2)=4，c(1,3)=1，d(2,3)=1，e(3,4)=9，只缩短哪一个活动的时间就可以缩短整个工程的工期\nA. b\nB. d\nC. e\nD. b和d",
            "C",
        ),
        (
            "8路归并的败者树，b0~b7首关键字是23,5,67,12,9,40,31,18，冠军输出后，从该段补入的关键字是14，新冠军来自\nA. b1\nB. b3\nC. b4\nD. b7",
            "C",
        ),
        ("中缀表达式a+b-c*d/(e+f)转后缀，当扫描到f时，运算符栈中自底向上是\nA. - / ( +\nB. - / +\nC. / ( +\nD. - * / ( +", "A"),
        (
            "若元素a、b、c、d、e、f依次进栈，允许进栈、退栈操作交替进行，但不允许连续三次进行退栈操作，不可能得到的出栈序列是\n"
            "A. dcebfa\nB. cbdaef\nC. bcaefd\nD. afedcb",
            "D",
        ),
    ],
)
def test_pasted_options(text: str, option: str | None) -> None:
    solved = solve_text(text, "408")
    assert (solved.option if isinstance(solved, Solved) else None) == option


@pytest.mark.parametrize(
    "text",
    [
        # a pivot that is not the first element
        "对(35,20,33,48,59,21,77,12)做一次快排划分，以48为枢轴，先从右往左扫，交替填坑，结果序列是",
        # a premise that is wrong
        "不用败者树直接从64个关键字里选最小要比60次，换成败者树只要比几次",
        # constraints on the way, or on the tree
        "A→B 4，A→C 2，C→B 1，B→D 5，C→D 8 单向路，从A到D必须经过B和C，最短多少",
        "T1不在T2之前，T2在T3之前，T4在T3之前，给一个可行的拓扑序列",
        "T1在T2之后，T2在T3之前，T4在T3之前，给一个可行的拓扑序列",
        # from where one value of next is counted
        "模式串ababaabab，求next[7]的值",
        "用KMP匹配到模式串abcaabbabcab第7个字符（从0数）失配了，模式串应退到第几个字符接着比",
        # two insertions at once
        "空AVL树依次插入15,8,22,4,6，第四个元素插入后、第五个元素插入后需不需要旋转？",
        # pops in a row where all sequences are counted
        "a、b、c、d依次进栈，不允许连续三次退栈，出栈序列有几种",
        # squares of one sign only
        "长度为11的散列表 H(key)=key%11 平方探测（增量1,4,9,16）依次放 47 7 29 11 16 92 22 8 3 问3存哪个单元",
        # where the search with squares ends is not agreed on
        "表长11，H(key)=key%11，平方探测（增量1,-1,4,-4,9,-9），插入24,13,46,35,5,30，查找失败的ASL",
        "在空的4阶B树（2-3树）中依次插入20,35,10,50,40，根里是什么",
        "冒泡排序5 1 4 2 8 3，前两趟各是什么",
        # signs that a list of keys would lose
        "插入排序15 9 7 8 20 -1 4 两趟后",
        "空的平衡二叉树依次插入5, 3, -1, 8，求层序",
        # two questions of which only one is answered
    ],
)
def test_stays_out(text: str) -> None:
    assert not isinstance(solve_text(text, "408"), Solved)
