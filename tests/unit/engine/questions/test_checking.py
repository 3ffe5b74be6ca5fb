from __future__ import annotations

import json
import random
import time
from collections.abc import Callable

import pytest

from engine.exams import Exam
from engine.questions.checking import check_bank, longest_option_score
from engine.questions.faults import Fault
from engine.questions.model import Question

from .conftest import NOTE, Row, row, to_lines

WORDS = [chr(0x4E00 + number) for number in range(3000)]
MakeExam = Callable[..., Exam]

DIFFERENT = [
    row(1),
    row(2, stem="死锁产生的必要条件不包括哪一项？", options=["互斥", "可剥夺", "请求并保持", "循环等待"], answer="B", why_wrong={"A": "x", "C": "y", "D": "z"}),
    row(3, kind="judge", stem="分段系统没有内部碎片。", options=None, answer="对", why_wrong=None, point="os.memory.segment"),
    row(4, kind="blank", stem="CRC 用的是模 ____ 除法。", options=None, answer=["2", "二"], why_wrong=None, point="net.link.crc"),
    row(
        5, kind="essay", stem="比较分页与分段。", options=None, answer="页定长，段不定长。", why_wrong=None, rubric=[{"points": 2, "text": "说出定长与不定长"}]
    ),
]  # fmt: skip


def faults(exam: Exam) -> list[Fault]:
    return check_bank(exam)


def told(exam: Exam) -> list[tuple[int | None, str]]:
    return [(fault.line, fault.field) for fault in check_bank(exam)]


def test_a_faultless_bank_is_clean(make_exam: MakeExam) -> None:
    assert check_bank(make_exam(DIFFERENT)) == []


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"id": "有 空格"}, "id", "写法不对"),
        ({"id": None}, "id", "缺少"),
        ({"answr": "C"}, "answr", "不认识"),
        ({"kind": "choice"}, "kind", "没有这一种"),
        ({"stem": "？"}, "stem", "太短"),
        ({"stem": "   "}, "stem", "空"),
        ({"stem": 5}, "stem", "类型"),
        ({"options": "A. 甲 B. 乙"}, "options", "类型"),
        ({"options": ["甲", "乙", "", "丁"]}, "options.2", "太短"),
        ({"options": ["甲", "乙", "乙 ", "丁"]}, "options", "相同"),
        ({"options": ["甲。", "乙", "甲", "丁"]}, "options", "只差"),
        ({"answer": "E", "why_wrong": {}}, "answer", "不在选项"),
        ({"answer": 3}, "answer", "类型"),
        ({"answer": "AC", "why_wrong": {}}, "answer", "单选题"),
        ({"kind": "multiple", "answer": "CA", "why_wrong": {}}, "answer", "多选题"),
        ({"kind": "judge", "options": [], "answer": "正确", "why_wrong": {}}, "answer", "判断题"),
        ({"kind": "essay", "options": [], "answer": "略", "why_wrong": {}}, "rubric", "评分标准"),
        ({"difficulty": 4}, "difficulty", "太大"),
        ({"difficulty": "3"}, "difficulty", "类型"),
        ({"evaluation": "yes"}, "evaluation", "类型"),
        ({"point": "os.memory.nothing"}, "point", "不是小考试的知识点"),
        ({"explanation": None}, "explanation", "没有解析"),
        ({"why_wrong": {"A": "x", "B": " "}}, "why_wrong", "B、D"),
        ({"why_wrong": {"A": "x", "B": "y", "C": "z", "D": "w"}}, "why_wrong", "C 不是错误选项"),
        ({"explanation": "由公式得 3×4=13，故选 C。"}, "explanation", "3×4=13"),
        ({"explanation": "少了一位，故选 B。"}, "explanation", "却是 C"),
    ],
)
def test_each_fault_is_found_with_line_field_and_expectation(make_exam: MakeExam, changes: Row, field: str, message: str) -> None:
    stem = {"stem": "页面大小与页内偏移的位数是什么关系？"}
    found = faults(make_exam([DIFFERENT[1], row(9, **(stem | changes))]))
    fault = next(fault for fault in found if fault.field == field)
    assert fault.line == 2
    assert message in fault.message
    assert fault.expectation
    assert fault.severity == "fault"


def test_every_fault_of_a_line_and_of_the_file_is_told_at_once(make_exam: MakeExam) -> None:
    lines = to_lines([row(1), row(2, difficulty=7, answer="F", extra=1)])
    lines += "{oops\n[]\n\n" + '{"id": "a", "id": "b"}\n' + json.dumps(row(6), ensure_ascii=False)[:-1] + ', "stem": "\\ud800 什么"}\n'
    found = told(make_exam(lines + to_lines([row(1, stem="另外一道完全不同的题，编号却用过了？")])))
    for expected in [(2, "difficulty"), (2, "answer"), (2, "extra"), (3, ""), (4, ""), (6, "id"), (6, "stem"), (7, "stem"), (8, "id")]:
        assert expected in found


def test_a_file_that_is_not_utf8_is_a_fault_with_its_line(make_exam: MakeExam) -> None:
    exam = make_exam([row(1)])
    exam.question_files[0].write_bytes(to_lines([row(1)]).encode() + "页面".encode("gb18030"))
    assert [(fault.line, fault.message) for fault in check_bank(exam)] == [(2, "不是 UTF-8 编码")]


def test_questions_said_twice_are_found_and_look_alikes_are_warned_of(make_exam: MakeExam) -> None:
    base = "某分时系统采用时间片轮转调度，时间片为 2 个时间单位，四个进程同时到达且运行时间分别为 3、5、2、6，求平均周转时间"
    other = base.replace("3、5、2、6", "4、1、7、2")
    options: Row = {"options": ["9.25", "10.5", "11.75", "12"], "explanation": "逐个时间片画图。"}
    found = faults(make_exam([row(1, stem=base, **options), row(2, stem=base + "。", **options), row(3, stem=other, **options)]))
    assert [(fault.line, fault.severity) for fault in found] == [(2, "fault"), (3, "warning"), (3, "warning")]
    assert "tiny-1" in found[0].message


def key_rows(keys: str, **changes: object) -> list[Row]:
    rows = []
    for number, key in enumerate(keys):
        text = "".join(random.Random(number).sample(WORDS, 20))
        why = {letter: "误解" for letter in "ABCD" if letter != key}
        rows.append(row(number, stem=text, answer=key, options=[text[:4], text[4:8], text[8:12], text[12:16]], why_wrong=why, **changes))
    return rows


def test_keys_that_favour_a_letter_are_warned_of_by_subject(make_exam: MakeExam) -> None:
    assert faults(make_exam(key_rows("ABCD" * 10))) == []
    (fault,) = faults(make_exam(key_rows("ABCD" * 5 + "C" * 20)))
    assert (fault.severity, fault.field) == ("warning", "answer")
    assert "C 25" in fault.message


def test_the_evaluation_set_gives_nothing_away(make_exam: MakeExam) -> None:
    assert faults(make_exam(key_rows("ABCD" * 10, evaluation=True))) == []
    uneven = faults(make_exam(key_rows("ABCDD" * 8, evaluation=True)))
    assert [(fault.field, fault.severity) for fault in uneven if fault.field == "evaluation"] == [("evaluation", "fault")]
    long_keys = key_rows("ABCD" * 10, evaluation=True)
    for one in long_keys[:14]:
        options = one["options"]
        assert isinstance(options, list)
        options["ABCD".index(str(one["answer"]))] += "而且说得更长"
    (fault,) = faults(make_exam(long_keys))
    assert "最长" in fault.message


def test_always_the_longest_scores_a_share_of_every_tie() -> None:
    def question(options: tuple[str, ...], key: str) -> Question:
        return Question(id="q", point="p", kind="single", stem="哪个？", options=options, answer=(key,))

    questions = [
        question(("一", "二二", "三", "四"), "B"),
        question(("一一", "二二", "三", "四"), "A"),
        question(("一", "二", "三三", "四"), "A"),
    ]
    assert longest_option_score(questions) == pytest.approx((1 + 0.5 + 0) / 3)


def test_notes_are_checked_for_anchors_and_links(make_exam: MakeExam) -> None:
    notes = NOTE.replace("{#net.link.crc}", "{#net.link.crcc}").replace("段有长有短。", "")
    notes += "\n## 又是分页 {#os.memory.paging}\n\n见[那里](#nowhere)、[文件](gone.md)、[外面](https://example.org/#x)。\n"
    notes += "\n```c\n# 不是标题 {#code}\n[也不是](#链接)\n```\n"
    found = {(fault.field, fault.message) for fault in faults(make_exam(DIFFERENT, notes=notes))}
    assert found == {
        ("net.link.crc", "知识点“循环冗余校验”没有笔记"),
        ("anchor", "{#net.link.crcc} 不是知识点"),
        ("anchor", "“分段”下面没有正文"),
        ("anchor", "{#os.memory.paging} 在 os.md 第 3 行已经有了"),
        ("link", "链接到的 #nowhere 不存在"),
        ("link", "链接到的文件 gone.md 不存在"),
    }


def test_two_thousand_questions_are_checked_in_seconds(make_exam: MakeExam) -> None:
    exam = make_exam(key_rows("ABCD" * 500))
    started = time.process_time()
    assert [fault for fault in faults(exam) if fault.severity == "fault"] == []
    assert time.process_time() - started < 8
