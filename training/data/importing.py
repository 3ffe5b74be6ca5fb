"""Reading training rows that others made: `{input, output}`, xtuner conversations (the seed's `answer2.json`), COIG exam rows.

A file is a JSON array or JSONL. Nothing is guessed: a row without a question or an answer is left out and named, and never takes
over an answer from another row.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.errors import TrainingError
from engine.questions.faults import Fault, Unit
from training.data.rows import Kind, Row, Turn

_EXPECTATION = "{input, output}、{conversation: [...]} 或 COIG 的 textbox_question、textbox_answer"


@dataclass(frozen=True, slots=True)
class Imported:
    """The rows of a file and what was left out, each with its place."""

    path: Path
    rows: tuple[Row, ...]
    left_out: tuple[Fault, ...]


def read_rows(path: Path, kind: Kind = "imported") -> Imported:
    """Read a file of rows in any of the known forms; forms may be mixed.

    Raises:
        TrainingError: the file cannot be read, or not one of its rows can be used; the message lists every fault.
    """
    rows: list[Row] = []
    faults: list[Fault] = []
    for number, item in _items(path):
        if isinstance(item, Fault):
            faults.append(item)
            continue
        turns = _turns(item)
        if isinstance(turns, str):
            faults.append(Fault(path, number, "", turns, _EXPECTATION))
        else:
            rows.append(Row(kind, turns, f"{path.name}:{number}"))
    if not rows:
        listed = "\n".join(f"  {fault}" for fault in faults[:20])
        raise TrainingError(f"{path} 里没有一行能用，什么也没有导入：\n{listed or '  文件是空的'}")
    return Imported(path, tuple(rows), tuple(faults))


def _items(path: Path) -> Iterator[tuple[int, Any]]:
    """(number, value) of every row: its line in JSONL, its position from 1 in an array."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise TrainingError(f"读不了 {path}：{error.strerror or error}。什么也没有导入。") from None
    except UnicodeDecodeError:
        raise TrainingError(f"{path} 不是 UTF-8 编码，什么也没有导入。另存为 UTF-8 再试。") from None
    unit: Unit = "行"
    if text.lstrip().startswith("["):
        try:
            array = json.loads(text)
        except json.JSONDecodeError as error:
            raise TrainingError(f"{path} 第 {error.lineno} 行不是完整的 JSON：{error.msg}。什么也没有导入。") from None
        yield from enumerate(array, start=1)
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            yield number, json.loads(line)
        except json.JSONDecodeError as error:
            yield number, Fault(path, number, "", f"不是 JSON：{error.msg}", "一行一个 JSON 对象", unit=unit)


def _turns(item: Any) -> tuple[Turn, ...] | str:
    """The turns of one row, or what is wrong with it."""
    if not isinstance(item, dict):
        return "不是对象"
    if "conversation" in item:
        return _conversation(item["conversation"])
    if any(key.startswith("textbox_") for key in item):
        return _coig(item)
    if "input" in item and "output" in item:
        question = "\n".join(part for part in (_text(item.get("instruction")), _text(item["input"])) if part)
        return _one(question, _text(item["output"]))
    if "instruction" in item and "output" in item:
        return _one(_text(item["instruction"]), _text(item["output"]))
    return "不认识的字段：" + "、".join(map(str, item))[:80]


def _conversation(value: Any) -> tuple[Turn, ...] | str:
    if not isinstance(value, list) or not value:
        return "conversation 不是非空的列表"
    turns: list[Turn] = []
    for part in value:
        if not isinstance(part, dict):
            return "conversation 里有一项不是对象"
        turn = _one(_text(part.get("input")), _text(part.get("output")))
        if isinstance(turn, str):
            return turn
        turns += turn
    return tuple(turns)


def _coig(item: dict[str, Any]) -> tuple[Turn, ...] | str:
    instruction, context, question = (_text(item.get(f"textbox_{name}")) for name in ("q_instruction", "q_context", "question"))
    answer, analysis = _text(item.get("textbox_answer")), _text(item.get("textbox_answer_analysis"))
    if not question:
        return "没有题目（textbox_question）"
    if not answer:
        return "没有答案（textbox_answer）"
    asked = "\n\n".join(part for part in (instruction, context, question) if part)
    return _one(asked, f"答案：{answer}" + (f"\n\n{analysis}" if analysis else ""))


def _one(question: str, answer: str) -> tuple[Turn, ...] | str:
    if not question:
        return "没有问题"
    if not answer:
        return "没有回答"
    return (Turn(question, answer),)


def _text(value: Any) -> str:
    """A field's text; COIG writes `[]` or a list of lines where there is none or more than one."""
    if isinstance(value, list):
        return "\n".join(part for part in map(_text, value) if part)
    if isinstance(value, bool) or value is None or isinstance(value, dict):
        return ""
    return str(value).strip()
