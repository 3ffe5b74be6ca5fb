from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.questions.grading import Answer, NotAnAnswer, grade, read_answers
from engine.questions.model import Question, RubricItem

from .conftest import SHARED

FOUR = ("甲", "乙", "丙", "丁")


def single(key: str = "B", **more: object) -> Question:
    return Question.model_validate({"id": "s", "point": "p", "kind": "single", "stem": "哪一个？", "options": FOUR, "answer": key} | more)


MULTIPLE = Question(
    id="m", point="p", kind="multiple", stem="哪几个？", options=FOUR, answer=("AC",), why_wrong={"B": "混淆了甲乙", "D": "多想了"}
)
JUDGE = Question(id="j", point="p", kind="judge", stem="对不对？", answer=("错",))
BLANK = Question(id="b", point="p", kind="blank", stem="调度算法是____。", answer=("先来先服务", "FCFS"))
NUMBER = Question(id="n", point="p", kind="blank", stem="平均时间是____。", answer=("12.5 ms",))
ESSAY = Question(
    id="e",
    point="p",
    kind="essay",
    stem="分析并计算。",
    answer=("略",),
    rubric=(RubricItem(points=2, text="写出页号"), RubricItem(points=3, text="求和")),
)


def read(text: str, question: Question, *, addressed: bool = False) -> str | None:
    answers = read_answers(text, (question,), addressed=addressed)
    if isinstance(answers, NotAnAnswer):
        return None
    assert len(answers) == 1
    assert answers[0] is not None
    return answers[0].given


def read_all(text: str, *questions: Question) -> list[str | None] | None:
    answers = read_answers(text, questions)
    return None if isinstance(answers, NotAnAnswer) else [answer.given if answer else None for answer in answers]


@pytest.mark.parametrize(
    "text",
    [
        "B",
        "b",
        "Ｂ",
        "B。",
        "b!",
        "（B）",
        "选B",
        "我选 b",
        "选 b 吧！",
        "B吧",
        "答案是B",
        "答案：B",
        "我觉得应该选B",
        "就选B",
        "选项B",
        "B选项",
        "1.B",
        "①B",
        "B. 乙",
        "选乙",
    ],
)
def test_one_letter_however_it_is_said(text: str) -> None:
    assert read(text, single()) == "B"


@pytest.mark.parametrize("text", ["AC", "ac", "CA", "ＡＣ", "A C", "A、C", "a，c", "选AC", "A和C", "1AC", "A,C吧"])
def test_several_letters_come_in_order(text: str) -> None:
    assert read(text, MULTIPLE) == "AC"


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("对", "对"),
        ("√", "对"),
        ("✔️", "对"),
        ("T", "对"),
        ("正确", "对"),
        ("对吧", "对"),
        ("我觉得是对的", "对"),
        ("A", "对"),
        ("错", "错"),
        ("×", "错"),
        ("x", "错"),
        ("F", "错"),
        ("错误", "错"),
        ("不对", "错"),
        ("❌", "错"),
        ("选B", "错"),
    ],
)
def test_right_and_wrong(text: str, given: str) -> None:
    assert read(text, JUDGE) == given


@pytest.mark.parametrize(
    "text",
    [
        "B站好看",
        "A股跌了",
        "ok",
        "OK",
        "AC米兰",
        "C语言",
        "D 盘",
        "我选B站",
        "不选B",
        "B还是C",
        "B或C",
        "bad",
        "face",
        "e",
        "对不对",
        "没错",
        "7B",
        "1.8B",
        "哈哈",
        "",
        " ",
        "\ud800",
        "B" * 500,
    ],
)
@pytest.mark.parametrize("question", [single(), MULTIPLE, JUDGE, BLANK, NUMBER, ESSAY], ids=lambda question: str(question.kind))
def test_chat_that_contains_a_letter_is_no_answer(text: str, question: Question) -> None:
    assert read(text, question) is None


def test_nothing_that_people_chat_about_is_an_answer() -> None:
    chatter = SHARED / "group-chatter" / "chatter.txt"
    if not chatter.is_file():
        pytest.skip("../shared/data/group-chatter is not there")
    messages = [line for line in chatter.read_text(encoding="utf-8").splitlines() if line.strip()]
    for questions in ([single()], [MULTIPLE], [JUDGE], [BLANK], [NUMBER], [single()] * 5, [single(), JUDGE, BLANK]):
        assert [message for message in messages if isinstance(read_answers(message, questions), list)] == []


def test_where_an_answer_was_surely_meant_a_hint_says_what_is_missing() -> None:
    def hint(text: str, *questions: Question) -> str:
        answers = read_answers(text, questions)
        assert isinstance(answers, NotAnAnswer)
        return answers.hint

    assert "单选" in hint("选AC", single())
    assert "A 到 D" in hint("选E", single())
    assert "3 个" in hint("BCA", *[single()] * 5)
    assert "写了两次" in hint("1B 1C", *[single()] * 2)
    assert "没有第 3 题" in hint("1B 3C", *[single()] * 2)
    assert "按题号" in hint("BCAD", single(), single(), MULTIPLE)
    assert hint("A股跌了", single()) == ""
    assert hint("7B", *[single()] * 5) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BCADB", ["B", "C", "A", "D", "B"]),
        ("bcadb", ["B", "C", "A", "D", "B"]),
        ("B C A D B", ["B", "C", "A", "D", "B"]),
        ("我选BCADB吧", ["B", "C", "A", "D", "B"]),
        ("1B 2C 3A 4D 5B", ["B", "C", "A", "D", "B"]),
        ("1.B 2.C 3.A 4.D 5.B", ["B", "C", "A", "D", "B"]),
        ("1B2C3A4D5B", ["B", "C", "A", "D", "B"]),
        ("1-5 BCADB", ["B", "C", "A", "D", "B"]),
        ("1-3：BCA，4-5：DB", ["B", "C", "A", "D", "B"]),
        ("B\nC\nA\nD\nB", ["B", "C", "A", "D", "B"]),
        ("第2题C 第5题B", [None, "C", None, None, "B"]),
        ("2、C；4、D", [None, "C", None, "D", None]),
        ("A股 跌 了 好 多", None),
    ],
)
def test_several_questions_at_once(text: str, expected: list[str | None] | None) -> None:
    assert read_all(text, *[single()] * 5) == expected


def test_several_questions_of_several_kinds() -> None:
    assert read_all("1B 2C 3AD", single(), single(), MULTIPLE) == ["B", "C", "AD"]
    assert read_all("B C AD", single(), single(), MULTIPLE) == ["B", "C", "AD"]
    assert read_all("1对2错", JUDGE, JUDGE) == ["对", "错"]
    assert read_all("√×", JUDGE, JUDGE) == ["对", "错"]
    assert read_all("B 对 fcfs", single(), JUDGE, BLANK) == ["B", "对", "fcfs"]
    assert read_all("1.B\n3. 短作业优先", single(), JUDGE, BLANK) == ["B", None, "短作业优先"]
    assert read_all("B 站好看", single(), BLANK) is None


def test_a_blank_takes_free_text_only_when_the_message_is_for_it() -> None:
    assert read("短作业优先", BLANK) is None
    assert read("短作业优先", BLANK, addressed=True) == "短作业优先"
    assert read("答案是短作业优先", BLANK) == "短作业优先"
    assert read(" 先来 先服务。", BLANK) is not None
    assert read("13", NUMBER) == "13"
    assert read("解：先求页号", ESSAY) is None
    assert read("解：先求页号", ESSAY, addressed=True) == "解：先求页号"


@settings(max_examples=80)
@given(
    st.lists(st.sampled_from([single(), MULTIPLE, JUDGE]), min_size=1, max_size=12),
    st.data(),
    st.sampled_from(["{n}{a}", "{n}.{a}", "{n}、{a}", "({n}) {a}", "第{n}题 {a}", "{n}：{a}"]),
    st.sampled_from([" ", "\n", "，", "；", "  "]),
)
def test_numbered_answers_are_read_back(questions: list[Question], data: st.DataObject, form: str, separator: str) -> None:
    letters = st.sets(st.sampled_from("ABCD"), min_size=1).map(lambda some: "".join(sorted(some)))
    strategies = {"single": st.sampled_from("ABCD"), "multiple": letters, "judge": st.sampled_from("对错")}
    given_answers = [data.draw(strategies[question.kind]) for question in questions]
    text = separator.join(form.format(n=number, a=answer) for number, answer in enumerate(given_answers, start=1))
    assert read_all(text, *questions) == given_answers


@settings(max_examples=150)
@given(st.text(max_size=60), st.lists(st.sampled_from([single(), MULTIPLE, JUDGE, BLANK, NUMBER]), min_size=1, max_size=4), st.booleans())
def test_whatever_is_typed_is_read_or_refused_and_the_answer_fits_the_kind(text: str, questions: list[Question], addressed: bool) -> None:
    answers = read_answers(text, questions, addressed=addressed)
    if isinstance(answers, NotAnAnswer):
        return
    assert len(answers) == len(questions)
    for answer, question in zip(answers, questions, strict=True):
        if answer is None:
            continue
        if question.kind == "single":
            assert answer.given in set("ABCD")
        elif question.kind == "multiple":
            assert list(answer.given) == sorted(set(answer.given) & set("ABCD"))
        elif question.kind == "judge":
            assert answer.given in ("对", "错")
        assert grade(question, answer).correct is not None


@pytest.mark.parametrize(
    "hostile", ["我" + " " * 19000 + "x", "." * 19999 + "x", "1-5" * 6000, "true" * 5000, "A、" * 9000, "\n" * 19000 + "x"]
)
def test_a_hostile_message_takes_no_time(hostile: str) -> None:
    started = time.process_time()
    for questions in ([single()], [BLANK], [single()] * 5, [single()] * 100):
        read_answers(hostile, questions, addressed=True)
    assert time.process_time() - started < 0.5


@pytest.mark.parametrize("question", [single(), MULTIPLE, JUDGE, BLANK, NUMBER], ids=lambda question: str(question.kind))
def test_the_key_is_right(question: Question) -> None:
    result = grade(question, question.key)
    assert result.correct is True
    assert grade(question, result.given) == result  # as the log keeps it


def test_a_wrong_answer_hears_the_key_and_why() -> None:
    result = grade(single(why_wrong={"A": "把页内偏移当成页号"}), "选A")
    assert (result.correct, result.given) == (False, "A")
    assert "B" in result.feedback
    assert "把页内偏移当成页号" in result.feedback


def test_a_multiple_choice_needs_exactly_the_right_letters() -> None:
    assert grade(MULTIPLE, "AC").correct
    partly = grade(MULTIPLE, "ABD")
    assert partly.correct is False
    assert "漏了 C" in partly.feedback
    assert "多了 BD" in partly.feedback
    assert "混淆了甲乙" in partly.feedback
    assert grade(MULTIPLE, "A").correct is False


def test_an_essay_is_graded_by_its_writer_with_the_rubric() -> None:
    result = grade(ESSAY, Answer("我的解答"))
    assert result.correct is None
    assert "共 5 分" in result.feedback
    assert "写出页号" in result.feedback


def test_an_unreadable_answer_is_neither_right_nor_wrong() -> None:
    assert grade(single(), "B站好看").correct is None
    assert grade(single(), "AC").correct is None


@pytest.mark.parametrize("given_", ["12.5", "12.5ms", "12.5 毫秒", "１２．５ ms", "25/2", "0.0125 s", "12500 us", "12.50"])
def test_a_number_is_right_by_value_with_or_without_its_unit(given_: str) -> None:
    assert grade(NUMBER, given_).correct is True


@pytest.mark.parametrize("given_", ["125", "12.5 s", "12.5 KB", "1.25", "-12.5", "12,5", "十二点五"])
def test_another_number_or_another_unit_is_wrong(given_: str) -> None:
    assert grade(NUMBER, given_).correct is False


@pytest.mark.parametrize(
    ("given_", "key", "right"),
    [
        ("1024", "2^10", True), ("2¹⁰", "1024", True), ("210", "2^10", False), ("25%", "0.25", True), ("25", "25%", True), ("25%", "25", False),
        ("1/3", "1/3", True), ("0.33", "1/3", False), ("1.2万", "12000", True), ("3", "3次", True), ("1,000", "1000", True), ("1，2", "12", False),
        ("802.11", "802.11b", False), ("802.11a", "802.11b", False), ("先来先服务(FCFS)", "先来先服务 FCFS", True), ("tcp", "TCP", True),
        ("-1", "1", False), ("- 3", "3", False), ("a<b", "a>b", False), ("(", ")", False), ("8KB", "8192 B", True), ("8192", "8KB", False), ("1e3", "1000", True),
    ],
)  # fmt: skip
def test_a_blank_compares_words_and_values(given_: str, key: str, right: bool) -> None:
    question = Question(id="b", point="p", kind="blank", stem="____", answer=(key,))
    assert grade(question, given_).correct is right
