"""Reading question files in our own form (JSONL): every line becomes a question or its faults.

What the questions say is not judged here: that is `checking`. Files in other forms are `importing`.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from engine.exams import Exam
from engine.questions.faults import Fault
from engine.questions.model import IMPORTED, KeyFault, Question, key_faults

_EXPECTATIONS = {
    "id": "以字母或数字开头，由字母、数字和 . _ : - 组成，不超过 120 个字符",
    "point": "exam.toml 里的知识点 id",
    "kind": "single、multiple、judge、blank、essay 之一",
    "stem": "2 到 4000 个字符的文字",
    "options": "最多 8 个选项，每个 1 到 1000 个字符",
    "answer": "一个字符串，填空题可以是字符串的列表",
    "explanation": "文字",
    "why_wrong": '对象，如 {"A": "把页内偏移当成页号"}',
    "difficulty": "1、2 或 3",
    "source": "文字",
    "evaluation": "true 或 false",
    "rubric": '列表，如 [{"points": 2, "text": "写出页号"}]',
}
_FIELDS = "、".join(_EXPECTATIONS)
_WRONG = {
    "missing": "缺少",
    "extra_forbidden": "不认识的字段",
    "string_too_short": "太短",
    "string_too_long": "太长",
    "string_pattern_mismatch": "写法不对",
    "literal_error": "没有这一种",
    "too_long": "太多",
    "too_short": "太少",
    "greater_than": "太小",
    "greater_than_equal": "太小",
    "less_than_equal": "太大",
    "string_unicode": "含有不成对的代理字符（\\ud800 一类）",
}


@dataclass(frozen=True, slots=True)
class Placed:
    """A question and where it was read."""

    question: Question
    path: Path
    line: int


def read_files(paths: Sequence[Path], exam: Exam, imported: Collection[Path] = ()) -> tuple[list[Placed], list[Fault]]:
    """Every question of `paths` and every fault, in the order of the files.

    Points must belong to `exam`; in the files of `imported` (an owner's own bank) also `imported.<slug>`. An id that appears
    twice is a fault of the second, except that an owner's copy of a question already read is passed over.
    """
    placed: list[Placed] = []
    faults: list[Fault] = []
    first: dict[str, Placed] = {}
    for path in paths:
        own = path in imported
        for outcome in read_jsonl(path):
            if isinstance(outcome, Fault):
                faults.append(outcome)
                continue
            question = outcome.question
            if question.point not in exam.points and not (own and is_imported_point(question.point)):
                message = f"{question.point!r} 不是{exam.name}的知识点"
                faults.append(Fault(path, outcome.line, "point", message, _EXPECTATIONS["point"]))
            earlier = first.setdefault(question.id, outcome)
            if earlier is outcome:
                placed.append(outcome)
            elif not (own and earlier.question.content_hash == question.content_hash):
                message = f"{question.id!r} 与 {earlier.path.name} 第 {earlier.line} 行重复"
                faults.append(Fault(path, outcome.line, "id", message, "全库唯一的 id"))
    return placed, faults


def is_imported_point(point: str) -> bool:
    """Whether `point` is the stand-in `imported.<slug>` of an owner's question without a knowledge point."""
    return point.startswith(IMPORTED + ".") and len(point) > len(IMPORTED) + 1


def read_jsonl(path: Path) -> Iterator[Placed | Fault]:
    """The questions and faults of one file in our own form, line by line; empty lines are passed over."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        yield Fault(path, None, "", f"读不了：{error.strerror or error}", "可以读取的文件")
        return
    except UnicodeDecodeError as error:
        yield Fault(path, error.object[: error.start].count(b"\n") + 1, "", "不是 UTF-8 编码", "UTF-8 编码的文本")
        return
    # Not splitlines(): it would also cut at U+2028 and the like, which JSON allows inside a string.
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        question, faults = read_line(line, path, number)
        yield from faults
        if question is not None:
            yield Placed(question, path, number)


def read_line(line: str, path: Path, number: int) -> tuple[Question | None, list[Fault]]:
    """One line in our own form: the question, or None and all its faults."""
    row, faults = read_object(line, path, number)
    if row is None:
        return None, faults
    question, more = validate(row, path, number)
    return (None if faults else question), [*faults, *more]


def read_object(line: str, path: Path, number: int) -> tuple[dict[str, Any] | None, list[Fault]]:
    """The JSON object of a line and its faults: syntax, a field written twice; None where there is no object."""
    repeated: list[str] = []

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        keys = [key for key, _ in items]
        repeated.extend(key for position, key in enumerate(keys) if key in keys[:position])
        return dict(items)

    try:
        row = json.loads(line, object_pairs_hook=pairs)
    except json.JSONDecodeError as error:
        return None, [Fault(path, number, "", f"不是合法的 JSON（第 {error.colno} 个字符：{error.msg}）", "一行一个 JSON 对象")]
    except (RecursionError, ValueError):  # nested thousands deep, or an integer of thousands of digits
        return None, [Fault(path, number, "", "JSON 嵌套太深或数字太长", "一行一个 JSON 对象")]
    if not isinstance(row, dict):
        return None, [Fault(path, number, "", "不是 JSON 对象", "一行一个 JSON 对象，如 {…}")]
    return row, [Fault(path, number, key, "写了两次", "每个字段一次") for key in repeated]


def validate(row: Mapping[str, Any], path: Path, number: int) -> tuple[Question | None, list[Fault]]:
    """The question of a JSON object in our own form, or None and all its faults."""
    try:
        return Question.model_validate_json(json.dumps(row), strict=True), []
    except ValidationError as error:
        return None, [Fault(path, number, fault.field, fault.message, fault.expectation) for fault in question_faults(row, error.errors())]


def question_faults(row: Mapping[str, Any], errors: Sequence[ErrorDetails]) -> Iterator[KeyFault]:
    """What a person can do about a `ValidationError` of `Question`; also what options and key say where another field failed."""
    failed: set[str] = set()
    for error in errors:
        if error["type"] == "key_faults":
            yield from error["ctx"]["faults"]
            return
        field = ".".join(str(part) for part in error["loc"] if not str(part).startswith("function-"))
        top = field.split(".")[0]
        failed.add(top)
        if error["type"] == "json_invalid":
            yield KeyFault("", "含有不成对的代理字符（\\ud800 一类）或不合法的 JSON", "可以正常显示的文字")
            return
        expectation = f"只有这些字段：{_FIELDS}" if error["type"] == "extra_forbidden" else _EXPECTATIONS.get(top, error["msg"])
        yield KeyFault(field, _WRONG.get(error["type"], "类型不对"), expectation)
    concerned = ("kind", "options", "answer", "why_wrong", "rubric")
    if not failed.intersection(concerned):
        answer = row["answer"]
        yield from key_faults(
            row["kind"],
            row.get("options", ()),
            [answer] if isinstance(answer, str) else answer,
            row.get("why_wrong", {}),
            bool(row.get("rubric")),
        )
