"""Rows that others made: each known form, and every fault named."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import TrainingError
from training.data.cleaning import clean_text
from training.data.importing import read_rows


def _file(tmp_path: Path, value: object, name: str = "rows.json") -> Path:
    path = tmp_path / name
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return path


def test_xtuner_conversations_with_several_turns(tmp_path: Path) -> None:
    path = _file(tmp_path, [{"conversation": [{"input": "甲", "output": "乙"}, {"input": "丙", "output": "丁"}]}])
    (row,) = read_rows(path).rows
    assert [(turn.input, turn.output) for turn in row.turns] == [("甲", "乙"), ("丙", "丁")]
    assert [turn["input"] for turn in row.as_xtuner()["conversation"]] == ["甲", "丙"]


def test_coig_rows_keep_their_own_answers(tmp_path: Path) -> None:
    """A row without an answer once took over the answer of the row before it; here it is left out and named."""
    common = {"textbox_q_instruction": "选出正确的一项。", "textbox_q_context": "材料", "subject": "civil"}
    path = tmp_path / "exam_instructions.jsonl"
    rows = [
        {**common, "textbox_question": "第一题", "textbox_answer": "A", "textbox_answer_analysis": "因为甲"},
        {**common, "textbox_question": "第二题", "textbox_answer": "", "textbox_answer_analysis": "因为乙"},
        {**common, "textbox_question": "第三题", "textbox_answer": "C", "textbox_answer_analysis": []},
        {**common, "textbox_question": "第四题", "textbox_answer": "D"},
    ]
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    imported = read_rows(path)
    assert [row.turns[0].output for row in imported.rows] == ["答案：A\n\n因为甲", "答案：C", "答案：D"]
    assert imported.rows[0].turns[0].input == "选出正确的一项。\n\n材料\n\n第一题"
    assert ["第 2 行" in str(fault) for fault in imported.left_out] == [True]


def test_a_file_with_ten_faults_is_reported_with_all_ten(tmp_path: Path) -> None:
    path = _file(
        tmp_path, [{"input": "", "output": "x"}] * 4 + [{"input": "x", "output": None}] * 3 + ["x", {"q": 1}, {"conversation": []}]
    )
    with pytest.raises(TrainingError) as caught:
        read_rows(path)
    assert all(f"第 {number} 行" in str(caught.value) for number in range(1, 11))


def test_a_broken_line_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"input": "甲", "output": "乙"}\n{"input": "丙",\n\n{"input": "丁", "output": "戊"}\n', encoding="utf-8")
    imported = read_rows(path)
    assert [row.source for row in imported.rows] == ["rows.jsonl:1", "rows.jsonl:4"]
    assert [fault.line for fault in imported.left_out] == [2]


@pytest.mark.parametrize("content", [b"", b"[", b"\xff\xfe\x00", b"[]", b'{"input": 1}'])
def test_a_file_without_a_usable_row_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "rows.json"
    path.write_bytes(content)
    with pytest.raises(TrainingError):
        read_rows(path)


def test_cleaning_leaves_code_and_chinese_punctuation_alone() -> None:
    code = "```c\nint\ta  =  1;\n```"
    assert clean_text("Ｃ语言　里，\t\t这样写：  \r\n\r\n\r\n" + code + "\u200b\n") == "C语言 里， 这样写：\n\n" + code


@given(st.text(alphabet=st.sampled_from(list("aＡ１　 \t\r\n`~|，。\u200b\u2028\ufeff\x85\x1c中-*")), max_size=60) | st.text(max_size=60))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once
