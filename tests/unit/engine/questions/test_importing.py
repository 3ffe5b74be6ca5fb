from __future__ import annotations

import json
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from engine.errors import QuestionFileError, StorageError
from engine.exams import Exam
from engine.questions.bank import Bank
from engine.questions.formats.layout import Line, read_lines, split_options
from engine.questions.importing import ImportResult, read_questions, save_imported
from engine.questions.model import LETTERS, Question

from .conftest import SHARED, Row, row, to_lines

MakeExam = Callable[..., Exam]
DOCUMENTS = SHARED / "assistant408" / "test_data"


def word(path: Path, *paragraphs: str) -> Path:
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(str(path))
    return path


def places(result: ImportResult) -> list[tuple[int | None, str]]:
    return [(fault.line, fault.field) for fault in result.faults]


@pytest.mark.parametrize("name", ["ComputerArchitecture", "ComputerNetwork", "DataStructure", "OperatingSystem"])
def test_the_four_shared_documents_are_taken_whole(name: str) -> None:
    path = DOCUMENTS / f"{name}.docx"
    if not path.is_file():
        pytest.skip("../shared/data/assistant408 is not there")
    result = read_questions(path)
    assert result.faults == ()
    assert len(result.questions) == len({question.id for question in result.questions}) == 100
    assert {(question.kind, len(question.options)) for question in result.questions} == {("single", 4)}

    # Against the text itself, taken apart in the crudest way.
    text = "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)
    assert [question.key for question in result.questions] == re.findall(r"\*\*答案：([A-D])\*\*", text)
    squeezed = re.sub(r"[\s*]", "", text)
    for question in result.questions:
        options = "".join(f"{letter}.{option}" for letter, option in zip(LETTERS, question.options, strict=False))
        assert re.sub(r"[\s*]", "", question.stem + options + f"答案：{question.key}") in squeezed


def test_a_word_document_in_the_usual_layout(make_exam: MakeExam, tmp_path: Path) -> None:
    path = word(
        tmp_path / "期末 test.docx",
        "操作系统期末试卷",
        "一、单项选择题（每题 2 分）",
        "1. 页表的作用是什么？",
        "A. 甲 B. 乙 C. 丙 D. 丁",
        "答案：B。因为它把页号变成页框号。",
        "2、下列说法正确的是（　）",
        "（1）一",
        "（2）二",
        "Ａ．只有（1）",
        "Ｂ．只有（2）",
        "【答案】Ａ",
        "【解析】见书。",
        "1. 第一点",
        "2. 第二点",
        "3）A、B 两个进程互斥，说法对的是？\nA、都能进；B、只能进一个；C、都不能进",
        "正确答案: (B)",
        "知识点：分页",
        "难度：难",
        "二、多项选择题",
        "1. 死锁的条件有？",
        "A.互斥B.剥夺C.请求并保持D.循环等待",
        "答案：ACD",
        "三、判断题",
        "1. 分段没有内部碎片。",
        "答案：√",
        "2. 段长都相同。 答案：错误，段长可变。",
        "四、填空题",
        "1. 先来先服务的英文缩写是____。",
        "答案：FCFS | fcfs",
        "2. （单选）1.1 版的是？",
        "A. 甲",
        "B. 乙",
        "答案：甲",
    )
    result = read_questions(path, exam=make_exam(), subject="操作系统")
    assert [str(fault) for fault in result.faults] == []
    questions = result.questions
    assert [question.kind for question in questions] == ["single"] * 3 + ["multiple", "judge", "judge", "blank", "single"]
    assert [question.key for question in questions] == ["B", "A", "B", "ACD", "对", "错", "FCFS", "A"]
    assert questions[0].explanation == "因为它把页号变成页框号。"
    assert questions[1].stem == "下列说法正确的是（　）\n（1）一\n（2）二"
    assert questions[1].options == ("只有（1）", "只有（2）")
    assert questions[1].explanation == "见书。\n1. 第一点\n2. 第二点"
    assert questions[2].stem == "A、B 两个进程互斥，说法对的是？"
    assert questions[2].options == ("都能进", "只能进一个", "都不能进")
    assert (questions[2].point, questions[2].difficulty) == ("os.memory.paging", 3)
    assert questions[0].point == "imported.os"
    assert questions[3].options == ("互斥", "剥夺", "请求并保持", "循环等待")
    assert questions[5].explanation == "段长可变。"
    assert questions[6].answer == ("FCFS", "fcfs")
    assert [fault.line for fault in result.skipped] == [1]


def test_headings_tell_the_subject_and_a_list_of_instructions_is_no_question(make_exam: MakeExam, tmp_path: Path) -> None:
    path = word(
        tmp_path / "paper.docx",
        "1. 本卷共两题。",
        "2. 不得使用计算器。",
        "第一章 内存管理",
        "1. 哪个？",
        "A 甲",
        "B 乙",
        "答案：A",
        "第二部分 计算机网络 (1-20)",
        "1. 帧的____用 CRC 校验。",
        "答案：差错",
        "以上是全部题目。",
    )
    result = read_questions(path, exam=make_exam())
    assert [fault.line for fault in result.skipped] == [1, 2]
    assert [(question.kind, question.point, question.key) for question in result.questions] == [
        ("single", "imported.os", "A"),
        ("blank", "imported.net", "差错"),
    ]
    assert result.questions[0].options == ("甲", "乙")


def test_numbers_that_word_draws_itself_and_raised_digits_are_read(tmp_path: Path) -> None:
    document = Document()
    for stem in ("一页有 2", "另一题"):
        paragraph = document.add_paragraph(stem, style="List Number")
        paragraph.add_run("10").font.superscript = True
        paragraph.add_run(" 字节，对吗？")
        document.add_paragraph("A. 对\tB. 不对\tC. 说不清")
        document.add_paragraph("答案：A")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "3. 表格里的题？\nA. 甲\nB. 乙"
    table.cell(0, 1).text = "答案：B"
    path = tmp_path / "auto.docx"
    document.save(str(path))
    result = read_questions(path)
    assert result.faults == ()
    assert [question.stem for question in result.questions] == ["一页有 2¹⁰ 字节，对吗？", "另一题¹⁰ 字节，对吗？", "表格里的题？"]
    assert result.questions[0].options == ("对", "不对", "说不清")


def test_a_picture_in_a_question_is_a_fault_rather_than_lost(tmp_path: Path) -> None:
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)), (b"IDAT", zlib.compress(b"\0\0")), (b"IEND", b""))
    png = b"".join(struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks)
    (tmp_path / "dot.png").write_bytes(b"\x89PNG\r\n\x1a\n" + png)
    document = Document()
    document.add_paragraph("1. 看图回答：").add_run().add_picture(str(tmp_path / "dot.png"))
    document.add_paragraph("A. 甲 B. 乙")
    document.add_paragraph("答案：A")
    document.save(str(tmp_path / "picture.docx"))
    result = read_questions(tmp_path / "picture.docx")
    assert places(result) == [(1, "")]
    assert "图片" in result.faults[0].message


TEN_FAULTS_WORD = (
    "1. 没有答案？", "A. 甲 B. 乙",
    "2. 答案不在选项里？", "A. 甲 B. 乙", "答案：D",
    "3. 少一个选项？", "A. 甲", "C. 丙", "答案：A",
    "4. 选项相同？", "A. 甲 B. 甲", "答案：A",
    "5. 答案读不懂？", "A. 甲 B. 乙", "答案：都不对",
    "6. 两个答案？", "A. 甲 B. 乙", "答案：A", "答案：B",
    "7. 没有选项？", "答案：C",
    "8. 难度不对？", "A. 甲 B. 乙", "答案：A", "难度：九",
    "9. （判断）不是判断的答案。", "答案：也许",
    "10.", "A. 甲 B. 乙", "答案：A",
    "11. 好题？", "A. 甲 B. 乙", "答案：A",
)  # fmt: skip


def test_ten_faults_of_a_document_are_ten_faults_and_nothing_is_taken(tmp_path: Path) -> None:
    path = word(tmp_path / "faulty.docx", *TEN_FAULTS_WORD)
    result = read_questions(path)
    assert [line for line, _ in places(result)] == [1, 3, 6, 10, 13, 16, 20, 22, 26, 28], result.faults
    assert all(fault.unit == "段" and fault.expectation for fault in result.faults)
    assert result.questions == ()
    with pytest.raises(QuestionFileError, match="10 处"):
        result.require_clean()
    assert [question.stem for question in read_questions(path, skip_faulty=True).questions] == ["好题？"]


def test_a_question_with_several_faults_is_told_all_of_them(tmp_path: Path) -> None:
    path = word(tmp_path / "faulty.docx", "1. 少一个选项，难度也不对？", "A. 甲", "C. 丙", "答案：A", "难度：九")
    assert places(read_questions(path)) == [(1, "options"), (1, "difficulty")]


HEAD = "题干,A,B,C,D,答案,解析,难度\n"


def test_ten_faults_of_a_table_are_ten_faults(tmp_path: Path) -> None:
    path = tmp_path / "faulty.csv"
    path.write_text(
        HEAD + "没有答案？,甲,乙,丙,丁,,,\n答案越界？,甲,乙,,,C,,\n,甲,乙,丙,丁,A,,\n缺选项？,甲,,丙,丁,A,,\n相同？,甲,甲,丙,丁,A,,\n"
        "难度？,甲,乙,丙,丁,A,,9\n好题？,甲,乙,丙,丁,A,,\n多格？,甲,乙,丙,丁,A,,1,多\n读不懂？,甲,乙,丙,丁,戊,,\n没有选项？,,,,,AB,,\n两处？,甲,乙,丙,丁,Z,,x\n",
        encoding="utf-8",
    )
    result = read_questions(path)
    assert {line for line, _ in places(result)} == {2, 3, 4, 5, 6, 7, 9, 10, 11, 12}
    assert len([line for line, _ in places(result) if line == 12]) == 2
    assert [question.stem for question in read_questions(path, skip_faulty=True).questions] == ["好题？"]


def test_ten_faults_of_jsonl_are_ten_faults(tmp_path: Path) -> None:
    path = tmp_path / "faulty.jsonl"
    foreign = {"question": "哪个？", "options": ["甲", "乙"], "answer": "A"}
    lines = [
        "{", "[]", json.dumps(foreign | {"answer": "C"}), json.dumps(foreign | {"answer": None}), json.dumps(foreign | {"options": 3}),
        json.dumps(foreign | {"question": ""}), json.dumps(foreign | {"question": {"a": 1}}), json.dumps(row(8, difficulty=8)),
        json.dumps(row(9, surprise=1)), json.dumps(foreign | {"options": ["甲", "甲"]}), json.dumps(foreign),
    ]  # fmt: skip
    path.write_text("\n".join(lines), encoding="utf-8")
    result = read_questions(path)
    assert {line for line, _ in places(result)} == set(range(1, 11))
    assert len(read_questions(path, skip_faulty=True).questions) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_csv_in_every_usual_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "bank.csv"
    path.write_text(HEAD + '"逗号，和\n换行？",甲,乙,丙,丁,AC,因为,易\n对不对？,,,,,√,,\n', encoding=encoding)
    result = read_questions(path)
    assert result.faults == ()
    several, judge = result.questions
    assert (several.kind, several.key, several.explanation, several.difficulty) == ("multiple", "AC", "因为", 1)
    assert several.stem == "逗号，和\n换行？"
    assert (judge.kind, judge.key, judge.options) == ("judge", "对", ())


def test_the_tables_of_ceval_and_cmmlu(tmp_path: Path) -> None:
    ceval = tmp_path / "operating_system_dev.csv"
    ceval.write_text("id,question,A,B,C,D,answer,explanation\n0,页表在哪里？,内存,磁盘,缓存,寄存器,A,常驻\n", encoding="utf-8")
    cmmlu = tmp_path / "cmmlu.csv"
    cmmlu.write_text(",Question,A,B,C,D,Answer\n0,页表在哪里？,内存,磁盘,缓存,寄存器,A\n", encoding="utf-8")
    first, second = read_questions(ceval).questions[0], read_questions(cmmlu).questions[0]
    assert (first.key, first.options, first.explanation) == ("A", ("内存", "磁盘", "缓存", "寄存器"), "常驻")
    assert (second.key, second.options) == (first.key, first.options)
    assert first.id.startswith("imp-operating_system_dev-")  # 0 is a row's number, no id


def test_an_excel_workbook_with_its_peculiarities(tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for cells in (
        ["题号", "题目", "选项A", "选项B", "选项C", "正确答案", "答案解析", "备注"],
        [1, "一页多少字节？", 1024, 2048.0, 0.5, "A", None, "随便"],
        [None] * 8,
        [2, "对吗？", None, None, None, True, None, None],
        [3, "坏的？", date(2026, 1, 2), "乙", None, "B", None, None],
    ):
        sheet.append(cells)
    workbook.create_sheet("另一张")
    path = tmp_path / "bank.xlsx"
    workbook.save(path)
    result = read_questions(path, skip_faulty=True)
    assert [(fault.line, fault.field) for fault in result.faults] == [(5, "options")]
    assert "日期" in result.faults[0].message
    assert [question.options for question in result.questions] == [("1024", "2048", "0.5"), ()]
    assert result.questions[1].key == "对"
    assert {fault.field for fault in result.skipped} == {"备注", ""}


def test_jsonl_in_our_form_and_in_the_common_one(make_exam: MakeExam, tmp_path: Path) -> None:
    path = tmp_path / "mixed.jsonl"
    common: Row = {
        "id": "ceval-os-1",
        "subject": "operating_system",
        "question": "哪个？",
        "options": ["甲", "乙"],
        "answer": "B",
        "source": "C-Eval",
    }
    packed: Row = {"question": "打包的？", "options": {"A": "甲", "B": "乙"}, "answer": ["A", "B"], "note": "?"}
    path.write_text(to_lines([row(1), row(2, id=None, point=None), common, packed]), encoding="utf-8-sig")
    result = read_questions(path, exam=make_exam())
    assert result.faults == ()
    own, without, foreign, several = result.questions
    assert own.id == "tiny-1"
    assert (without.point, without.id[:10]) == ("imported.mixed", "imp-mixed-")
    assert (foreign.id, foreign.point, foreign.source) == ("ceval-os-1", "imported.os", "C-Eval")
    assert (several.kind, several.key) == ("multiple", "AB")
    assert [fault.field for fault in result.skipped] == ["note"]


@pytest.mark.parametrize("name", ["civil-logic/logiqa_zh_eval.jsonl"])
def test_a_large_shared_file_of_the_common_form(name: str) -> None:
    path = SHARED / name
    if not path.is_file():
        pytest.skip("../shared/data/civil-logic is not there")
    result = read_questions(path)
    assert (len(result.questions), result.faults) == (651, ())


def test_point_and_subject_may_be_given_and_must_exist(make_exam: MakeExam, tmp_path: Path) -> None:
    exam = make_exam()
    path = word(tmp_path / "a.docx", "1. 哪个？", "A. 甲 B. 乙", "答案：A")
    assert read_questions(path, exam=exam).questions[0].point == "imported.a"
    assert read_questions(path, exam=exam, subject="操作系统").questions[0].point == "imported.os"
    assert read_questions(path, exam=exam, point="分段").questions[0].point == "os.memory.segment"
    named = word(tmp_path / "operating system.docx", "1. 哪个？", "A. 甲 B. 乙", "答案：A")
    assert read_questions(named, exam=exam).questions[0].point == "imported.os"
    with pytest.raises(QuestionFileError, match=r"os\.memory\.paging"):
        read_questions(path, exam=exam, point="os.memory.pagin")
    with pytest.raises(QuestionFileError, match="计算机网络"):
        read_questions(path, exam=exam, subject="高数")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", b"not a zip"), ("a.xlsx", b"PK\x03\x04 broken"), ("a.csv", b"\xff\x00\xfe\x81"), ("a.csv", b""), ("a.jsonl", b""), ("a.doc", b"\xd0\xcf"),
        ("a.pdf", b"%PDF"), ("a", b"x"), ("a.csv", b'a,b\n"unclosed'), ("a.txt", "只有闲话".encode()), ("a.jsonl", b"[" * 100_000),
        ("a.jsonl", b'{"question": ' + b"9" * 5000 + b"}"),
    ],
)  # fmt: skip
def test_a_hopeless_file_is_a_fault_with_an_expectation(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    result = read_questions(path)
    assert result.questions == ()
    assert result.faults
    assert all(fault.message and fault.expectation for fault in result.faults)


def test_archives_that_are_no_document_are_refused(tmp_path: Path) -> None:
    for suffix in (".docx", ".xlsx"):
        path = tmp_path / f"odd{suffix}"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("[Content_Types].xml", "<Types/>")
        assert read_questions(path).faults
        bomb = tmp_path / f"bomb{suffix}"
        with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("word/document.xml", b"\0" * 210_000_000)
        assert "MB" in read_questions(bomb).faults[0].message
    assert read_questions(tmp_path / "absent.csv").faults


def test_a_question_twice_is_taken_once_and_a_contradiction_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(HEAD + "哪个？,甲,乙,丙,丁,A,,\n哪 个？,甲,乙,丙,丁,A,,\n", encoding="utf-8")
    result = read_questions(path)
    assert (len(result.questions), len(result.skipped)) == (1, 1)
    path.write_text(HEAD + "哪个？,甲,乙,丙,丁,A,,\n哪个？,甲,乙,丙,丁,B,,\n", encoding="utf-8")
    assert places(read_questions(path)) == [(3, "answer")]


def stored(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for path in sorted(folder.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()]


def test_what_is_saved_is_never_stored_twice_and_can_be_practised(make_exam: MakeExam, tmp_path: Path) -> None:
    exam, folder = make_exam([row(1)]), tmp_path / "home" / "questions"
    path = tmp_path / "mine.csv"
    path.write_text(HEAD + "甲题哪个？,甲,乙,丙,丁,A,,\n乙题哪个？,甲,乙,丙,丁,B,,\n", encoding="utf-8")
    assert save_imported(read_questions(path), folder) == (2, 0, 0)
    assert save_imported(read_questions(path), folder) == (0, 2, 0)
    again = tmp_path / "copy.jsonl"
    again.write_text(to_lines([row(1), *stored(folder)]), encoding="utf-8")
    assert save_imported(read_questions(again), folder, known=Bank.load(exam)) == (0, 3, 0)
    bank = Bank.load(exam, (folder,))
    assert len(bank.practice()) == 3
    assert sorted(path.name for path in folder.iterdir() if path.name != ".lock") == ["import-mine.jsonl"]


def test_a_corrected_key_replaces_the_old_one_and_keeps_the_id(tmp_path: Path) -> None:
    path, folder = tmp_path / "mine.csv", tmp_path / "own"
    path.write_text(HEAD + "甲题哪个？,甲,乙,丙,丁,A,,\n", encoding="utf-8")
    save_imported(read_questions(path), folder)
    before = stored(folder)[0]
    path.write_text(HEAD + "甲题哪个？,甲,乙,丙,丁,B,原来写错了,\n", encoding="utf-8")
    assert save_imported(read_questions(path), folder) == (0, 0, 1)
    after = stored(folder)
    assert [(one["id"], one["answer"]) for one in after] == [(before["id"], "B")]


def test_two_files_may_use_one_id_for_different_questions(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    for name, stem in (("a", "甲题哪个？"), ("b", "乙题哪个？")):
        path = tmp_path / f"{name}.jsonl"
        path.write_text(to_lines([{"id": "q1", "question": stem, "options": ["甲", "乙"], "answer": "A"}]), encoding="utf-8")
        assert save_imported(read_questions(path), folder) == (1, 0, 0)
    ids = [str(one["id"]) for one in stored(folder)]
    assert ids[0] == "q1"
    assert ids[1].startswith("imp-b-")


def test_a_faulty_bank_of_ones_own_is_not_written_over(tmp_path: Path) -> None:
    path, folder = tmp_path / "mine.csv", tmp_path / "own"
    path.write_text(HEAD + "甲题哪个？,甲,乙,丙,丁,A,,\n", encoding="utf-8")
    folder.mkdir()
    (folder / "import-mine.jsonl").write_text("{half", encoding="utf-8")
    with pytest.raises(QuestionFileError, match="第 1 行"):
        save_imported(read_questions(path), folder)
    assert (folder / "import-mine.jsonl").read_text(encoding="utf-8") == "{half"


def test_a_disk_that_refuses_leaves_everything_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(HEAD + "甲题哪个？,甲,乙,丙,丁,A,,\n", encoding="utf-8")
    (tmp_path / "file").write_text("不是目录", encoding="utf-8")
    with pytest.raises(StorageError, match="原有的题都在"):
        save_imported(read_questions(path), tmp_path / "file")


WORDS = st.text("甲乙丙丁戊页段表栈队列的是与0123456789", min_size=2, max_size=14)
PAPERS = st.lists(
    st.tuples(WORDS, st.lists(WORDS, min_size=2, max_size=6, unique=True), st.data()), min_size=1, max_size=6, unique_by=lambda one: one[0]
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    PAPERS, st.sampled_from(["{}. ", "{}、", "（{}）", "第{}题 ", "{}．"]), st.sampled_from(["{}. ", "{}、", "({}) ", "{}．"]), st.sampled_from(["\n", "  ", "\t"]), st.booleans()
)  # fmt: skip
def test_a_paper_written_out_is_read_back(
    paper: list[tuple[str, list[str], st.DataObject]], number_form: str, option_form: str, separator: str, wide: bool
) -> None:
    lines: list[str] = []
    expected: list[tuple[str, list[str], str]] = []
    for number, (stem, options, data) in enumerate(paper, start=1):
        stem = "关于" + stem
        options = ["选" + option for option in options]
        key = data.draw(st.sampled_from(LETTERS[: len(options)]))
        marks = [chr(ord(letter) + 0xFEE0) if wide else letter for letter in LETTERS]
        together = separator.join(option_form.format(mark) + option for mark, option in zip(marks, options, strict=False))
        lines += [number_form.format(number) + stem, *together.split("\n"), f"答案：{key}", ""]
        expected.append((stem, options, key))
    records, skipped = read_lines([Line(number, line) for number, line in enumerate(lines, start=1)], Path("paper.txt"), "行")
    assert (skipped, [record.faults for record in records]) == ([], [[]] * len(records))
    assert [(record.stem, record.options, record.answer) for record in records] == expected


@settings(max_examples=150)
@given(st.text("12.、（(A)BCD. \n答案：解析一、#甲乙", max_size=120))
def test_any_text_is_survived_by_the_layout(text: str) -> None:
    read_lines([Line(number, line) for number, line in enumerate(text.split("\n"), start=1)], Path("any.txt"), "行")
    split_options(text)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(WORDS, st.lists(WORDS, min_size=4, max_size=4, unique=True), st.sampled_from("ABCD")),
        min_size=1,
        max_size=5,
        unique_by=lambda one: one[0],
    )
)
def test_ids_are_the_same_at_every_import(tmp_path: Path, rows: list[tuple[str, list[str], str]]) -> None:
    path = tmp_path / "bank.csv"
    path.write_text(HEAD + "".join(f"{stem}吗,{','.join(options)},{key},,\n" for stem, options, key in rows), encoding="utf-8")
    first, second = read_questions(path), read_questions(path)
    assert first.questions == second.questions
    assert len({question.id for question in first.questions}) == len(rows)
    assert all(isinstance(question, Question) for question in first.questions)
