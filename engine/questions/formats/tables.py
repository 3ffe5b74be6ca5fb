"""Records from tables: CSV in UTF-8, UTF-16 or GB18030, and Excel workbooks. The first row names the columns, in Chinese or English.

JSON objects with the same names are read here too: `{id, subject, question, options, answer, source}`.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from engine.errors import QuestionFileError
from engine.questions.faults import Fault
from engine.questions.formats.docx import check_unpacked_size
from engine.questions.formats.layout import split_options
from engine.questions.formats.records import Record
from engine.questions.model import LETTERS, RIGHT, WRONG

_FIELD_NAMES = {
    "stem": ("题干", "题目", "问题", "试题", "题目内容", "question", "stem"),
    "options": ("选项", "options", "choices"),
    "answer": ("答案", "正确答案", "参考答案", "标准答案", "answer", "key", "correctanswer"),
    "explanation": ("解析", "答案解析", "试题解析", "分析", "explanation", "analysis"),
    "point": ("知识点", "考点", "point", "knowledgepoint"),
    "subject": ("科目", "学科", "subject"),
    "difficulty": ("难度", "difficulty"),
    "kind": ("题型", "类型", "kind", "type"),
    "source": ("来源", "出处", "source"),
    "id": ("id", "编号", "题号", "序号"),
}
_FIELDS = {name: field for field, names in _FIELD_NAMES.items() for name in names}
_OPTION = re.compile(rf"(?:选项|option)?([{LETTERS.lower()}])(?:选项)?|(?:选项|option)([1-{len(LETTERS)}])")
_ENCODINGS = ("utf-8-sig", "gb18030")
_BLANK_ROWS = 200  # Excel may count a million formatted but empty rows


def read_csv(path: Path) -> tuple[list[Record], list[Fault], list[Fault]]:
    """The records of a CSV or TSV file, its faults, and the columns passed over.

    Raises:
        QuestionFileError: it cannot be read at all.
    """
    text = read_text(path)
    delimiter = max(",\t;，", key=lambda sign: sum(_field(cell) != "" for cell in text.split("\n", 1)[0].split(sign)))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)

    def rows() -> Iterator[tuple[int, Sequence[Any]]]:
        begins = 1
        for row in reader:
            yield begins, row
            begins = reader.line_num + 1

    try:
        return _read_rows(rows(), path)
    except csv.Error as error:
        return [], [Fault(path, reader.line_num, "", f"表格读不下去：{error}", "引号成对、单元格不超过 131072 个字符")], []


def read_xlsx(path: Path) -> tuple[list[Record], list[Fault], list[Fault]]:
    """The records of a workbook's first sheet with a head, its faults, and the columns and sheets passed over.

    Raises:
        QuestionFileError: it cannot be read at all.
    """
    check_unpacked_size(path, " Excel 工作簿（.xlsx）")
    try:
        workbook = load_workbook(path, read_only=True, data_only=True)
        try:
            sheets = workbook.worksheets
            records, faults, skipped = _read_rows(_sheet_rows(sheets[0].iter_rows(values_only=True)), path)
        finally:
            workbook.close()
    except Exception as error:  # openpyxl checks little: a damaged workbook fails wherever it happens to, the rows included
        raise QuestionFileError(f"{path.name} 打不开：不是完好的 Excel 工作簿（{error}）。另存为 .xlsx 再试，原有的题没有动。") from None
    skipped += [Fault(path, None, "", f"只读了第一张表，没有读“{other.title}”", "每张表另存一份", "warning") for other in sheets[1:]]
    return records, faults, skipped


def _sheet_rows(rows: Iterable[Sequence[Any]]) -> Iterator[tuple[int, Sequence[Any]]]:
    blank = 0
    for number, row in enumerate(rows, start=1):
        blank = 0 if any(cell is not None for cell in row) else blank + 1
        if blank > _BLANK_ROWS:
            return
        yield number, row


def read_text(path: Path) -> str:
    """The text of a file in UTF-8 (with or without a mark), UTF-16 with a mark, or GB18030.

    Raises:
        QuestionFileError: in none of them.
    """
    raw = path.read_bytes()
    encodings = ("utf-16",) if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else _ENCODINGS
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise QuestionFileError(f"{path.name} 不是文本文件，或编码认不出。另存为 UTF-8 再试，原有的题没有动。")


def record_of(row: Mapping[str, Any], line: int, path: Path) -> tuple[Record, list[str]]:
    """The record of a row given by column name, and the columns whose names say nothing."""
    record = Record(line)
    unknown: list[str] = []
    options: dict[str, str] = {}
    packed: list[str] = []
    for name, value in row.items():
        option, field = _option(name), _field(name)
        if not option and not field:
            if unicodedata.normalize("NFKC", name).strip():
                unknown.append(name)
        elif isinstance(value, (date, time, timedelta)):
            message = f"“{name}”这一格被 Excel 当成了日期"
            record.faults.append(Fault(path, line, field or "options", message, "把单元格格式改成文本再填"))
        elif option:
            options[option] = _text(value)
        elif field == "options":
            packed = _packed(value)
            if not packed and _text(value):
                record.faults.append(Fault(path, line, "options", "选项读不懂", 'A. … B. …，或 ["…", "…"]，或 {"A": "…"}'))
        elif field == "answer" and isinstance(value, (list, bool)):
            record.answer = [_text(part) for part in value] if isinstance(value, list) else RIGHT if value else WRONG
        elif isinstance(value, (Mapping, list)):
            record.faults.append(Fault(path, line, field, f"“{name}”不是文字", "文字"))
        else:
            setattr(record, field, _text(value))
    given = [letter for letter in LETTERS if options.get(letter)]
    gaps = [letter for letter in LETTERS[: LETTERS.index(given[-1]) if given else 0] if letter not in given]
    if gaps and not record.faults:
        record.faults.append(Fault(path, line, "options", f"选项 {'、'.join(gaps)} 是空的", "选项从 A 起按序"))
    record.options = _without_letters([options[letter] for letter in given] or packed)
    return record, unknown


def _read_rows(rows: Iterator[tuple[int, Sequence[Any]]], path: Path) -> tuple[list[Record], list[Fault], list[Fault]]:
    head: list[str] = []
    records: list[Record] = []
    skipped: list[Fault] = []
    for number, row in rows:
        if not any(_text(cell) for cell in row):
            continue
        if not head:
            head = [_text(cell) for cell in row]
            if faults := list(_head_faults(head, number, path)):
                return [], faults, []
            unknown = [name for name in head if name and not _field(name) and not _option(name)]
            skipped += [Fault(path, number, name, "不认识的列，没有读", "去掉，或改成认识的列名", "warning") for name in unknown]
            continue
        record, _ = record_of(dict(zip(head, row, strict=False)), number, path)
        if any(_text(cell) for cell in row[len(head) :]):
            message = f"有 {len(row)} 个单元格，表头只有 {len(head)} 个"
            record.faults = [Fault(path, number, "", message, "含分隔符的文字放在引号里")]
        records.append(record)
    return records, [] if head else [Fault(path, None, "", "是空的", "一行表头和题目")], skipped


def _head_faults(head: Sequence[str], number: int, path: Path) -> Iterator[Fault]:
    fields = [_field(name) or _option(name) for name in head]
    for field in ("stem", "answer"):
        if field not in fields:
            message = f"表头没有{'题干' if field == 'stem' else '答案'}这一列"
            yield Fault(path, number, field, message, f"{'、'.join(_FIELD_NAMES[field])} 之一")
    for position, field in enumerate(fields):
        if field and field in fields[:position]:
            yield Fault(path, number, head[position], f"与“{head[fields.index(field)]}”是同一列", "每列一次")


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", name).casefold())


def _field(name: str) -> str:
    return _FIELDS.get(_plain(name), "")


def _option(name: str) -> str:
    match = _OPTION.fullmatch(_plain(name))
    return "" if match is None else match[1].upper() if match[1] else LETTERS[int(match[2]) - 1]


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))  # Excel keeps every number as a float
    return str(value).strip()


def _packed(value: Any) -> list[str]:
    """Options in one cell or field: a list, an object by letter, or a text such as `A. 甲 B. 乙`; empty if it is none of them."""
    if isinstance(value, Mapping):
        letters = sorted(value)
        return [_text(value[letter]) for letter in letters] if "".join(letters) == LETTERS[: len(letters)] else []
    if isinstance(value, list):
        return [] if any(isinstance(option, (Mapping, list)) for option in value) else [_text(option) for option in value]
    stem, options, missing = split_options(_text(value))
    return [] if stem or missing else options


def _without_letters(options: list[str]) -> list[str]:
    """The options without their letters, if every one begins with its own; `C: 盘` alone is no letter."""
    marks = [re.match(rf"[（(]?{letter}\s*[.．、:：)）]\s*(?=\S)", option) for letter, option in zip(LETTERS, options, strict=False)]
    return [option[mark.end() :] for option, mark in zip(options, marks, strict=True) if mark] if options and all(marks) else options
