"""Questions are read from every layout they come in, and a faulty file is reported with all its faults."""

import json
from pathlib import Path

import pytest

from engine.errors import QuestionFileError
from engine.evaluation.items import Item, evaluation_items, presentations, read_items
from engine.exams import load_exams
from tests.wire.running import PROJECT

EXAMS = load_exams(PROJECT / "data" / "exams")
SHARED = PROJECT.parent / "shared" / "data"


def write(path: Path, *rows: object) -> Path:
    path.write_text(
        "\n".join(row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows) + "\n", encoding="utf-8"
    )
    return path


def test_every_layout_gives_the_same_question(tmp_path: Path) -> None:
    options = ["分段", "分页", "段页式", "可变分区"]
    files = [
        write(tmp_path / "own.jsonl", {"id": "q", "point": "os.memory.paging", "kind": "single", "stem": "哪个没有外部碎片？", "options": options, "answer": "B"}),
        write(tmp_path / "rows.jsonl", {"id": "q", "subject": "操作系统", "question": "哪个没有外部碎片？", "options": options, "answer": "B", "source": "x"}),
        write(tmp_path / "操作系统_val.csv", "id,question,A,B,C,D,answer,explanation", "0,哪个没有外部碎片？,分段,分页,段页式,可变分区,B,"),
        write(tmp_path / "操作系统.csv", ",Question,A,B,C,D,Answer", "0,哪个没有外部碎片？,分段,分页,段页式,可变分区,B"),
    ]  # fmt: skip
    for path in files:
        (item,) = read_items([path], EXAMS["408"]).items
        assert (item.subject, item.stem, item.options, item.key) == ("操作系统", "哪个没有外部碎片？", tuple(options), "B")


def test_other_kinds_are_left_out_and_counted(tmp_path: Path) -> None:
    path = write(
        tmp_path / "x.jsonl",
        {"id": "a", "point": "os.x", "kind": "judge", "stem": "对吗", "answer": "对"},
        {"id": "b", "point": "os.x", "kind": "single", "stem": "哪个", "options": ["甲", "乙"], "answer": "A"},
    )
    read = read_items([path])
    assert ([item.id for item in read.items], read.left_out) == (["b"], 1)


def test_all_faults_of_all_files_are_told(tmp_path: Path) -> None:
    good = {"id": "a", "subject": "s", "question": "哪个", "options": ["甲", "乙"], "answer": "A"}
    first = write(
        tmp_path / "x.jsonl",
        good,
        good,
        "{",
        "[]",
        good | {"id": "b", "answer": "C"},
        good | {"id": "c", "options": ["甲"]},
        good | {"id": "d", "question": ""},
    )
    second = write(tmp_path / "law_test.csv", "id,question,A,B,C,D", "0,哪个,甲,乙,丙,丁")
    third = write(tmp_path / "law_val.csv", "id,question,A,B,C,D,answer", "0,哪个,甲,乙,丙,丁,E")
    with pytest.raises(QuestionFileError) as told:
        read_items([first, second, third, tmp_path / "nowhere.jsonl"])
    message = str(told.value)
    assert "9 处" in message
    for place in ("x.jsonl 第 2 行", "x.jsonl 第 3 行", "x.jsonl 第 4 行", "x.jsonl 第 5 行", "x.jsonl 第 6 行", "x.jsonl 第 7 行"):
        assert place in message
    for words in ("没有答案，测不了", "'E'", "nowhere.jsonl", "重复"):
        assert words in message


def test_shuffling_is_fixed_by_the_seed_and_keeps_every_option() -> None:
    items = [Item(f"q{n}", "s", "哪个", ("甲", "乙", "丙", "丁"), "B") for n in range(20)]
    shown = list(presentations(items, 3, seed=7))
    assert len(shown) == 80
    assert [one.order for one in shown[:20]] == ["ABCD"] * 20
    assert all(sorted(one.order) == list("ABCD") and sorted(one.options) == sorted(one.item.options) for one in shown)
    assert shown == list(presentations(items, 3, seed=7)) != list(presentations(items, 3, seed=8))
    assert len({one.order for one in shown}) > 10


@pytest.mark.parametrize("exam", EXAMS.values(), ids=lambda exam: exam.id)
def test_the_exams_own_evaluation_set_is_read_by_subject(exam: object) -> None:
    exam = EXAMS[exam.id]  # type: ignore[attr-defined]
    items = evaluation_items(exam).items
    assert {item.subject for item in items} <= {subject.name for subject in exam.subjects}
    assert len({item.id for item in items}) == len(items) > 0


def test_the_published_sets_are_read() -> None:
    if not SHARED.is_dir():
        pytest.skip("the shared test data is not here")
    ceval = read_items(sorted((SHARED / "ceval").glob("*.jsonl")))
    assert len(ceval.items) == 60 + 284
    assert "computer_network" in {item.subject for item in ceval.items}
    assert len(read_items([SHARED / "civil-logic" / "logiqa_zh_eval.jsonl"]).items) == 651
