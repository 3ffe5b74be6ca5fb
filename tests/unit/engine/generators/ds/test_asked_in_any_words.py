"""What the readers of linear structures, sorting and external sorting learned to hear in any words, against references worked otherwise."""

from __future__ import annotations

import heapq
from itertools import permutations

import pytest

from engine.generators import Solved, solve_text
from engine.generators.ds._inquiring import Question, inquire
from engine.generators.ds._sorting_pass.rows import _sifting
from engine.generators.ds._sorting_pass.simulator import heap_by_insertion, merge_passes
from engine.generators.ds._stack_sequence.double_ended_queues import outcomes
from engine.generators.ds._stack_sequence.stacks import run
from engine.generators.reading import Reading

from ..solving_checks import answer_of, left_alone


def option_of(text: str) -> str | None:
    """The letter of the pasted option that is answered; None where nothing is."""
    solved = solve_text(text, "408")
    return solved.option if isinstance(solved, Solved) else None


def forward(pushes: str, entering: str) -> set[tuple[str, ...]]:
    """Every order in which elements can leave a queue with one open end to leave by, tried from the front."""
    found: set[tuple[str, ...]] = set()

    def further(waiting: str, inside: str, out: tuple[str, ...]) -> None:
        if not waiting and not inside:
            found.add(out)
        if waiting:
            further(waiting[1:], inside + waiting[0], out)
            if entering == "both":
                further(waiting[1:], waiting[0] + inside, out)
        if inside:
            further(waiting, inside[:-1], (*out, inside[-1]))

    further(pushes, "", ())
    return found


def test_double_ended_queues_agree_with_trying_everything() -> None:
    for entering in ("one", "both"):
        possible = forward("1234", entering)
        for pops in permutations("1234"):
            assert outcomes("1234", pops, entering, "one") == (pops in possible)
    # Open to enter at one end only and to leave at one: a stack.
    assert all(outcomes("1234", pops, "one", "one") == (run("1234", pops) is not None) for pops in permutations("1234"))
    # Knuth 2.2.1: 4213 cannot leave an input-restricted deque, 4132 no output-restricted one, 4231 neither.
    assert not outcomes("1234", "4213", "one", "both")
    assert not outcomes("1234", "4132", "both", "one")
    assert not outcomes("1234", "4231", "one", "both") and not outcomes("1234", "4231", "both", "one")


def test_heaps_on_the_way() -> None:
    keys = [6, 1, 5, 9, 8, 4, 7]
    # 408 of 2018: the rows through which this becomes a max-heap.
    rows, _ = _sifting(keys, True)
    assert rows == [[6, 1, 7, 9, 8, 4, 5], [6, 9, 7, 1, 8, 4, 5], [9, 6, 7, 1, 8, 4, 5], [9, 8, 7, 1, 6, 4, 5]]
    least: list[int] = []
    for key in [6, 9, 1, 5, 8, 4, 7]:
        heapq.heappush(least, -key)
    assert [-key for key in least] == heap_by_insertion([6, 9, 1, 5, 8, 4, 7])
    assert merge_passes([25, 50, 15, 35, 80, 85, 20, 40], 2)[0] == [15, 25, 35, 50, 20, 40, 80, 85]


def test_a_question_is_known_by_its_words() -> None:
    reading = Reading("外部排序有 9 个段,归并的趟数和路数各是多少?")
    words = (Question(name="passes", key="趟数"), Question(name="ways", key="路数"))
    assert [name for _, name in inquire(reading, words)] == ["passes", "ways"]
    # A clause that asks nothing names nothing.
    assert inquire(Reading("趟数已知,段有多少个?"), words) == []


@pytest.mark.parametrize(
    ("text", "option"),
    [
        # 408 of 2018, 2021, 2010: a queue and a stack, a queue open at an end, all in before any leaves.
        (
            "现有队列Q与栈S，初始时Q中的元素依次是1,2,3,4,5,6（1在队头），S为空。若仅允许下列3种操作：①出队并输出出队元素；②出队并将出队元素入栈；"
            "③出栈并输出出栈元素，则不能得到的输出序列是\nA. 1,2,5,6,4,3\nB. 2,3,4,5,6,1\nC. 3,4,5,6,1,2\nD. 6,5,4,3,2,1",
            "C",
        ),
        (
            "初始为空的队列Q的一端仅能进行入队操作，另外一端既能进行入队操作又能进行出队操作。若Q的入队序列是1,2,3,4,5，则不能得到的出队序列是\n"
            "A. 5,4,3,1,2\nB. 5,3,1,2,4\nC. 4,2,1,3,5\nD. 4,1,3,2,5",
            "D",
        ),
        (
            "某队列允许在其两端进行入队操作，但仅允许在一端进行出队操作。若元素a,b,c,d,e依次入此队列后再进行出队操作，则不可能得到的出队序列是\n"
            "A. b,a,c,d,e\nB. d,b,a,c,e\nC. d,b,c,a,e\nD. e,c,b,a,d",
            "C",
        ),
        # 408 of 2014, 2018, 2010, 2014, 2021.
        (
            "循环队列放在一维数组A[0..M-1]中，end1指向队头元素，end2指向队尾元素的后一个位置。队列两端均可进行入队和出队操作，队列中最多能容纳M-1个元素。"
            "初始时为空。下列判断队空和队满的条件中，正确的是\nA. 队空：end1==end2；队满：end1==(end2+1)mod M\nB. 队空：end1==end2；队满：end2==(end1+1)mod (M-1)\n"
            "C. 队空：end2==(end1+1)mod M；队满：end1==(end2+1)mod M\nD. 队空：end1==(end2+1)mod M；队满：end2==(end1+1)mod (M-1)",
            "A",
        ),
        (
            "若栈S1中保存整数，栈S2中保存运算符，函数F()依次执行下述各步操作：(1)从S1中依次弹出两个操作数a和b；(2)从S2中弹出一个运算符op；"
            "(3)执行相应的运算b op a；(4)将运算结果压入S1中。假定S1中的操作数依次是5,8,3,2（2在栈顶），S2中的运算符依次是*,-,+（+在栈顶）。"
            "调用3次F()后，S1栈顶保存的值是\nA. -15\nB. 15\nC. -20\nD. 20",
            "B",
        ),
        (
            "对一组数据(2,12,16,88,5,10)进行排序，若前三趟排序结果如下：\n第一趟：2,12,16,5,10,88\n第二趟：2,12,5,10,16,88\n第三趟：2,5,10,12,16,88\n"
            "则采用的排序方法可能是\nA. 起泡排序\nB. 希尔排序\nC. 归并排序\nD. 基数排序",
            "A",
        ),
        (
            "用希尔排序方法对一个数据序列进行排序时，若第1趟排序结果为9,1,4,13,7,8,20,23,15，则该趟排序采用的增量可能是\nA. 2\nB. 3\nC. 4\nD. 5",
            "B",
        ),
        (
            "设数组S={93,946,372,9,146,151,301,485,236,327,43,892}，采用最低位优先(LSD)基数排序将S排列成升序序列。第1趟分配、收集后，"
            "元素372之前、之后紧邻的元素分别是\nA. 43,892\nB. 236,301\nC. 301,892\nD. 485,301",
            "C",
        ),
        # 408 of 2023: what was deleted does not end a search.
        (
            "现有长度为5、初始为空的散列表HT，散列函数H(k)=(k+4)%5，用线性探查再散列法解决冲突。若将关键字序列2022,12,25依次插入HT中，"
            "然后删除关键字25，则HT中查找失败的平均查找长度为\nA. 1\nB. 1.6\nC. 1.8\nD. 2.2",
            "C",
        ),
    ],
)
def test_of_examinations(text: str, option: str) -> None:
    assert option_of(text) == option


@pytest.mark.parametrize(
    ("kind", "text", "answer"),
    [
        ("stack-sequence", "n=7个元素的出栈序列有多少种？n=8呢", "429 种；1430 种"),
        (
            "stack-sequence",
            "进栈次序 a b c d e f，出栈次序 b d c e a f 是否可能？可能的话用 I 表示进栈、O 表示出栈写出操作序列。",
            "bdceaf 可能；IIOIIOOIOOIO",
        ),
        ("sorting-pass", "对数据 70,33,65,24,33*,21 做简单选择排序，第 2 趟之后的序列为？", "21, 24, 65, 33, 33*, 70"),
        ("sorting-pass", "对序列 {15,9,7,8,20,-1,4} 用希尔排序，增量为 3，一趟后变为？", "4, 9, -1, 8, 20, 7, 15"),
        ("loser-tree", "败者树 8 路归并与直接比较相比，选出一个最小记录分别需比较几次？", "用败者树 3 次；直接选 7 次"),
        ("loser-tree", "8路平衡归并，每次从8个记录中选最小，败者树比顺序选择少比较几次？", "少 4 次"),
        ("kmp-next", "字符串下标从 0 开始，模式串 abcabd 在 j=5 处失配，KMP 算法 j 应回退到几？", "next[5] = 2，用下标 2 的字符去比"),
        (
            "kmp-next",
            '主串 S="abcababcabcabab"，模式串 P="abcabab"，分别用 BF 算法和 KMP 算法进行匹配，到匹配成功各需比较多少个字符？',
            "7 次；7 次",
        ),
        (
            "circular-queue",
            "用一维数组 Q[0..24] 表示循环队列，头指针 f=20 指向队头元素，尾指针 r=6 指向队尾元素的下一个位置，若再入队 3 个元素、出队 5 个元素，队列长度变为多少？f 和 r 分别是多少？",
            "front = 0，rear = 9，元素个数 9",
        ),
        (
            "external-merge",
            "内存工作区能容纳 5 个记录，用置换-选择排序对 27,47,35,7,67,21,32,18,24,64,12,30 生成初始归并段，一共生成几个？第一个归并段是什么？",
            "2 个归并段；第 1 个归并段：7, 21, 27, 32, 35, 47, 64, 67",
        ),
    ],
)
def test_answers(kind: str, text: str, answer: str) -> None:
    assert answer_of(kind, text) == answer


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        # Which of the two the next figure stands for is not plain.
        ("external-merge", "8 个归并段做 8 路归并要几趟？若改为 4 呢"),
        # Of one pass, or of all.
        ("sorting-pass", "冒泡排序（从前往后）5,1,4,2,8，第一趟后的序列是？交换了几次？"),
        # How a key that was deleted counts in a search that succeeds.
        ("hash-table", "散列表长 7，H(key)=key%7，线性探测，依次插入 7,14,21 后删除 14，查找成功的 ASL 是多少？"),
        # Which end of the stacks is the top.
        (
            "postfix-expression",
            "栈S1保存整数，栈S2保存运算符，函数F()从S1中弹出两个操作数a和b，从S2中弹出一个运算符op，执行 b op a 并压入S1。S1中依次是5,8,3，S2中依次是*,-。调用2次F()后S1栈顶的值是多少",
        ),
        ("loser-tree", "4路归并用败者树，b的首关键字依次为 6,12,10,9，冠军是第几路"),
        ("stack-sequence", "元素 1,2,3,4 依次进入一个双端队列，能得到多少种出队序列？"),
    ],
)
def test_stays_out(kind: str, text: str) -> None:
    assert left_alone(kind, text), text
