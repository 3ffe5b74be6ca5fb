from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from engine.errors import ExamError
from engine.exams import Exam
from engine.questions.bank import Bank
from engine.questions.matching import Matcher
from engine.questions.model import Question

from .conftest import row, to_lines

MakeExam = Callable[..., Exam]


def question(id: str, stem: str, options: tuple[str, ...] = (), answer: str = "") -> Question:
    kind = "single" if options else "blank"
    return Question(
        id=id, point="os.memory.paging", kind=kind, stem=stem, options=options, answer=(answer or ("B" if options else "页表"),)
    )


PAGING = question("paging", "某系统页面大小为 4 KB，逻辑地址 8196 的页号是（　）。", ("1", "2", "3", "4"))
SCHEDULING = question(
    "scheduling", "下列调度算法中，可能使长作业饥饿的是____。", ("先来先服务", "短作业优先", "时间片轮转", "高响应比优先")
)
PREORDER = question("preorder", "对一棵二叉搜索树做先序遍历，首先访问的结点是？", ("根", "最左结点", "最右结点", "叶子"))


def test_practice_leaves_the_evaluation_set_out(make_exam: MakeExam) -> None:
    exam = make_exam([row(1), row(2, evaluation=True), row(3, point="net.link.crc"), row(4, point="os.memory.segment")])
    bank = Bank.load(exam)
    assert list(bank.questions) == ["tiny-1", "tiny-2", "tiny-3", "tiny-4"]
    assert [one.id for one in bank.practice()] == ["tiny-1", "tiny-3", "tiny-4"]
    assert [one.id for one in bank.evaluation()] == ["tiny-2"]
    assert [one.id for one in bank.by_point("os.memory.paging")] == ["tiny-1"]
    assert [one.id for one in bank.by_point("os.memory")] == ["tiny-1", "tiny-4"]  # everything of a chapter
    assert [one.id for one in bank.by_subject("os")] == ["tiny-1", "tiny-4"]
    assert bank["tiny-2"].evaluation
    assert bank.get("nothing") is None
    assert bank.find(bank["tiny-2"].stem) is None


def test_a_faulty_bank_is_refused_with_every_fault_and_its_place(make_exam: MakeExam) -> None:
    lines = to_lines([row(1), row(2, answer="E", difficulty=9), row(1), row(4, point="os.nothing")]) + "{not json\n"
    with pytest.raises(ExamError) as refused:
        Bank.load(make_exam(lines))
    message = str(refused.value)
    assert "5 处" in message
    for part in ("第 2 行：difficulty", "第 2 行：answer", "第 3 行：id", "第 4 行：point", "第 5 行"):
        assert part in message, message


def test_an_owners_bank_may_hold_questions_without_a_point(make_exam: MakeExam, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "import-mine.jsonl").write_text(to_lines([row(1), row(7, point="imported.os"), row(8, point="imported.mine")]), encoding="utf-8")
    exam = make_exam([row(1)])
    bank = Bank.load(exam, (own, tmp_path / "absent"))
    assert list(bank.questions) == ["tiny-1", "tiny-7", "tiny-8"]  # the copy of tiny-1 is passed over
    assert [one.id for one in bank.by_subject("os")] == ["tiny-1", "tiny-7"]
    assert bank.subject_of(bank["tiny-8"]) is None
    assert bank.point_name(bank["tiny-1"]) == "分页"
    assert "操作系统" in bank.point_name(bank["tiny-7"])
    with pytest.raises(ExamError, match="imported"):  # the exam's own bank names its points
        Bank.load(make_exam([row(1, point="imported.os")]))


@pytest.mark.parametrize(
    "pasted",
    [
        "某系统页面大小为4KB，逻辑地址8196的页号是",
        "12. 某系统页面大小为 ４ KB, 逻辑地址 8196 的页号是( )",
        "请问这道题怎么做：某系统页面大小为 4 KB，逻辑地址 8196 的页号是（ ）？谢谢",
        "某系统页面大小为4KB，逻辑地址8196的页号是（ ）\nA. 1 B. 2 C. 3 D. 4",
        "【单选题】某系统页面大小为4KB，逻辑地址8196的页号是____\nA、1\nB、2\nC、3\nD、4\n选什么",
        "某系统的页面大小为 4 KB，逻辑地址 8196 的页号是",
        "帮忙看看这题：\n12、某系统页面大小为 4 KB，逻辑地址 8196 的页号是",
        "（3）某系统页面大小为4kb，逻辑地址8196的页号是 1 2 3 4",
    ],
)
def test_a_pasted_question_is_recognised(pasted: str) -> None:
    assert Matcher([PAGING, SCHEDULING, PREORDER]).find(pasted) == PAGING


@pytest.mark.parametrize(
    "other",
    [
        "某系统页面大小为 8 KB，逻辑地址 8196 的页号是（　）。",
        "某系统页面大小为 4 KB，逻辑地址 819.6 的页号是（　）。",
        "某系统页面大小为 4 KB，逻辑地址 8196 的页内偏移是（　）。",
        "若采用二级页表，某系统页面大小为 4 KB，逻辑地址 8196 的页号是（　）。",
        "某系统页面大小为 4 KB，逻辑地址 8196 的页号是（　）。A. 0 B. 2 C. 3 D. 4",
        "某系统页面大小为 4 KB，逻辑地址 8196 的页号是（　）。A. 2 B. 1 C. 3 D. 4",  # its letters would mean something else
        "下列调度算法中，不可能使长作业饥饿的是____。",
        "对一棵二叉搜索树做后序遍历，首先访问的结点是？",
        "对一棵二叉搜索树做先序遍历，首先访问的结点不是？",
        "不会对一棵二叉搜索树做先序遍历，首先访问的结点是？",
        "页号",
        "",
        "\ud800",
        "某系统" * 9000,
    ],
)
def test_what_only_resembles_a_question_is_not_it(other: str) -> None:
    assert Matcher([PAGING, SCHEDULING, PREORDER]).find(other) is None


def test_of_questions_with_one_stem_the_options_decide() -> None:
    first = question("first", "下列关于进程的叙述中，正确的是", ("甲说", "乙说"))
    second = question("second", "下列关于进程的叙述中，正确的是", ("丙说", "丁说"))
    matcher = Matcher([first, second])
    assert matcher.find("下列关于进程的叙述中，正确的是 A. 丙说 B. 丁说") == second
    assert matcher.find("下列关于进程的叙述中，正确的是") is None


def test_a_number_that_belongs_to_the_stem_is_no_number_of_the_question() -> None:
    matcher = Matcher([question("three", "3、5 号进程同时请求同一台打印机"), question("clock", "2.5 GHz 的处理器每秒有多少个时钟周期")])
    assert matcher.find("7. 3、5 号进程同时请求同一台打印机") is not None
    assert matcher.find("4、5 号进程同时请求同一台打印机") is None
    assert matcher.find("5 号进程同时请求同一台打印机") is None
    assert matcher.find("1.5 GHz 的处理器每秒有多少个时钟周期") is None


NUMBERS = st.integers(0, 10**6)


@settings(max_examples=60)
@given(st.lists(NUMBERS, min_size=1, max_size=4, unique=True), NUMBERS, st.randoms(use_true_random=False))
def test_typing_does_not_matter_but_every_number_does(numbers: list[int], other: int, random: random.Random) -> None:
    def stem(values: list[int]) -> str:
        return "某系统的参数依次为 " + "、".join(map(str, values)) + "，求平均等待时间"

    bank = [question(f"q{number}", stem([number, *numbers])) for number in range(3)]
    retyped = "".join(random.choice(("", " ", "　")) + one if not one.isdigit() else one for one in bank[1].stem)
    retyped = "".join(chr(ord(one) + 0xFEE0) if one.isdigit() and random.random() < 0.5 else one for one in retyped)
    assert Matcher(bank).find(retyped) == bank[1]

    assume(other not in numbers)
    changed = list(numbers)
    changed[random.randrange(len(numbers))] = other
    assert Matcher(bank).find(stem([1, *changed])) is None


def test_a_hundred_times_as_many_questions_take_less_than_ten_times_as_long_to_search() -> None:
    bank = [
        question(f"q{number}", f"第 {number} 个系统采用请求分页，页面大小为 {number} KB，主存分配给进程的页框数固定", ("1", "2", "3", "4"))
        for number in range(2000)
    ]
    texts = [bank[0].stem, bank[19].stem + " A. 1 B. 2 C. 3 D. 4", "第 5 个系统采用请求分页但没有别的", "请问 " * 2000, "什么是死锁？"]

    def seconds(matcher: Matcher) -> float:
        """The least CPU time of some rounds: what else the machine does plays no part."""
        rounds = []
        for _ in range(4):
            started = time.process_time()
            for text in texts * 4:
                matcher.find(text)
            rounds.append(time.process_time() - started)
        return min(rounds)

    assert seconds(Matcher(bank)) < 10 * seconds(Matcher(bank[:20]))
