"""Taking questions over from files that others made: JSONL, CSV, Excel, Word, text. Then keeping them in the owner's own bank.

Each format turns its file into records (`formats`); here they become questions with stable ids. A file with a fault is not taken
at all unless the faulty questions may be left out. Whether a key is right is nobody's business here: it is taken as written.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from filelock import FileLock, Timeout

from engine.errors import QuestionFileError, StorageError
from engine.exams import Exam
from engine.questions.faults import Fault, Unit, listing
from engine.questions.folding import slug
from engine.questions.formats.docx import read_docx
from engine.questions.formats.layout import Line, read_lines
from engine.questions.formats.records import Importer, Record, fingerprint
from engine.questions.formats.tables import read_csv, read_text, read_xlsx, record_of
from engine.questions.model import Question
from engine.questions.reading import is_imported_point, read_jsonl, read_object, validate

MAX_SIZE = 50_000_000
"""Bytes of a file to import."""

_Records = tuple[list[Record], list[Fault], list[Fault]]


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What was read from a file.

    Attributes:
        path: the file.
        questions: what may be taken: empty if there is any fault, unless the faulty ones were to be left out.
        faults: every fault of the file, by line.
        skipped: what was passed over without harm, as warnings: text between questions, unknown columns, a question written twice.
    """

    path: Path
    questions: tuple[Question, ...]
    faults: tuple[Fault, ...]
    skipped: tuple[Fault, ...]

    def require_clean(self) -> ImportResult:
        """Itself.

        Raises:
            QuestionFileError: there are faults; the message lists every one.
        """
        if self.faults:
            advice = "一题也没有收。改好再导入，或加 --skip-faulty 先收其余的题"
            raise QuestionFileError(f"{self.path.name} 有 {len(self.faults)} 处不合要求，{advice}：\n{listing(self.faults)}")
        return self


class Saved(NamedTuple):
    """How many questions were new, were there already, and were there with another key, explanation or point and were replaced."""

    added: int
    already_there: int
    corrected: int


def read_questions(
    path: Path, *, exam: Exam | None = None, point: str | None = None, subject: str | None = None, skip_faulty: bool = False
) -> ImportResult:
    """Read the questions of a `.jsonl`, `.csv`, `.tsv`, `.xlsx`, `.docx`, `.txt` or `.md` file.

    Args:
        exam: its points and subjects are recognised by id and by name; None keeps what the file says.
        point, subject: for the questions that name none; without either their point is `imported.<the file's name>`.
        skip_faulty: take the other questions although some are faulty.

    Raises:
        QuestionFileError: `point` or `subject` is none of the exam's. A fault of the file is not raised but reported.
    """
    importer = Importer(path, exam, point, subject)
    try:
        questions, faults, skipped = _read(importer)
    except QuestionFileError as error:
        questions, faults, skipped = [], [Fault(path, None, "", str(error), "可以打开的文件")], []
    except OSError as error:
        questions, faults, skipped = [], [Fault(path, None, "", f"读不了：{error.strerror or error}", "可以读取的文件")], []
    unit: Unit = "段" if path.suffix.casefold() == ".docx" else "行"
    questions, repeated, conflicts = _without_repeats(questions, path, unit)
    faults = sorted([*faults, *conflicts], key=lambda fault: fault.line or 0)
    if not faults and not questions:
        faults = [Fault(path, None, "", "一道题也没有找到", "题目，如：1. 题干 / A. … B. … / 答案：B")]
    taken = () if faults and not skip_faulty else tuple(question for _, question in questions)
    return ImportResult(path, taken, tuple(faults), tuple(sorted([*skipped, *repeated], key=lambda fault: fault.line or 0)))


def save_imported(result: ImportResult, folder: Path, *, known: Iterable[Question] = ()) -> Saved:
    """Write what was read to `folder/import-<file>.jsonl`, each file replaced in one step, no question stored twice.

    A question that is there already with another key, explanation, point or difficulty is replaced by the new one and keeps its id.

    Args:
        known: questions elsewhere (the exam's own bank), which need not be stored again.

    Raises:
        StorageError: the disk refuses; what was there is untouched.
        QuestionFileError: a file of `folder` itself is faulty, so nothing was written.
    """
    elsewhere = tuple(known)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / ".lock", timeout=30):
            return _save(result, folder, elsewhere)
    except Timeout:
        raise StorageError(f"{folder} 正被另一个导入占用，{result.path.name} 没有存入。稍后再导入一次即可。") from None
    except OSError as error:
        raise StorageError(f"存不进 {folder}：{error.strerror or error}。原有的题都在，腾出空间或检查权限后再导入一次。") from None


def _save(result: ImportResult, folder: Path, elsewhere: Sequence[Question]) -> Saved:
    target = folder / f"import-{slug(result.path.stem) or 'file'}.jsonl"
    files: dict[Path, list[Question]] = {target: []}
    for path in sorted(folder.glob("*.jsonl")):
        outcomes = list(read_jsonl(path))
        if faults := [outcome for outcome in outcomes if isinstance(outcome, Fault)]:
            raise QuestionFileError(f"自己的题库里有 {len(faults)} 处不合要求，没有写入新题。先改好：\n{listing(faults)}")
        files[path] = [outcome.question for outcome in outcomes if not isinstance(outcome, Fault)]
    stored = {_print(question): (path, position) for path, own in files.items() for position, question in enumerate(own)}
    known = {_print(question) for question in elsewhere}
    ids = {question.id for own in (elsewhere, *files.values()) for question in own}
    importer = Importer(result.path)
    changed: set[Path] = set()
    added = already_there = corrected = 0
    for question in result.questions:
        place = stored.get(_print(question))
        if _print(question) in known:
            already_there += 1
        elif place is not None:
            path, position = place
            old = files[path][position]
            if question.model_copy(update={"id": old.id, "source": old.source}) == old:
                already_there += 1
            else:
                files[path][position] = question.model_copy(update={"id": old.id})
                changed.add(path)
                corrected += 1
        else:
            if question.id in ids:  # another file's question goes by the same id
                question = question.model_copy(update={"id": importer.derived_id(question.stem, question.options)})
            stored[_print(question)] = (target, len(files[target]))
            files[target].append(question)
            ids.add(question.id)
            changed.add(target)
            added += 1
    for path in sorted(changed):
        _replace(path, files[path])
    return Saved(added, already_there, corrected)


def _print(question: Question) -> str:
    return fingerprint(question.stem, question.options)


def _replace(path: Path, questions: Iterable[Question]) -> None:
    """Write the file beside its place and put it there in one step, so that a crash leaves the old one or the new one."""
    text = "".join(json.dumps(question.as_row(), ensure_ascii=False) + "\n" for question in questions)
    descriptor, name = tempfile.mkstemp(prefix=".import-", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


_Numbered = tuple[int, Question]


def _read(importer: Importer) -> tuple[list[_Numbered], list[Fault], list[Fault]]:
    path = importer.path
    if not path.is_file():
        raise QuestionFileError(f"没有文件 {path}")
    if path.stat().st_size > MAX_SIZE:
        raise QuestionFileError(f"{path.name} 有 {path.stat().st_size // 1_000_000} MB，超过 {MAX_SIZE // 1_000_000} MB，没有读")
    suffix = path.suffix.casefold()
    if suffix == ".jsonl":
        return _read_jsonl(importer)
    reader = _READERS.get(suffix)
    if reader is None:
        known = "、".join((".jsonl", *_READERS))
        hint = "；旧格式先用 Office 另存为新格式" if suffix in (".doc", ".xls", ".wps", ".et") else ""
        return [], [Fault(path, None, "", f"不认识的文件类型 {suffix or '（没有后缀）'}", f"{known}{hint}")], []
    records, faults, skipped = reader(path)
    questions: list[_Numbered] = []
    for record in records:
        question, own = importer.question(record)
        faults.extend(own)
        if question is not None:
            questions.append((record.line, question))
    return questions, faults, skipped


def _read_word(path: Path) -> _Records:
    records, skipped = read_lines(read_docx(path), path, "段")
    return records, [], skipped


def _read_plain_text(path: Path) -> _Records:
    records, skipped = read_lines([Line(number, line) for number, line in enumerate(read_text(path).splitlines(), start=1)], path, "行")
    return records, [], skipped


_READERS: Mapping[str, Callable[[Path], _Records]] = {
    ".csv": read_csv,
    ".tsv": read_csv,
    ".xlsx": read_xlsx,
    ".docx": _read_word,
    ".txt": _read_plain_text,
    ".md": _read_plain_text,
}


def _read_jsonl(importer: Importer) -> tuple[list[_Numbered], list[Fault], list[Fault]]:
    questions: list[_Numbered] = []
    faults: list[Fault] = []
    unknown: dict[str, int] = {}
    for number, line in enumerate(read_text(importer.path).split("\n"), start=1):
        if not line.strip():
            continue
        row, own = read_object(line, importer.path, number)
        question: Question | None = None
        if row is not None and "stem" in row and "kind" in row:
            question, more = _our_own(importer, row, number)
            own += more
        elif row is not None:
            record, names = record_of(row, number, importer.path)
            record.faults += own
            question, own = importer.question(record)
            for name in names:
                unknown.setdefault(name, number)
        faults.extend(own)
        if question is not None and not own:
            questions.append((number, question))
    skipped = [
        Fault(importer.path, number, name, "不认识的字段，没有读", "去掉，或改成认识的字段", "warning") for name, number in unknown.items()
    ]
    return questions, faults, skipped


def _our_own(importer: Importer, row: dict[str, Any], number: int) -> tuple[Question | None, list[Fault]]:
    """A question in our own form, which may leave out its id and its point."""
    options = row.get("options", [])
    if "id" not in row and isinstance(row["stem"], str) and isinstance(options, list) and all(isinstance(text, str) for text in options):
        row["id"] = importer.derived_id(row["stem"], options)
    row.setdefault("point", importer.point_of(Record(number)))
    question, faults = validate(row, importer.path, number)
    point = row["point"]
    if importer.exam is not None and isinstance(point, str) and point not in importer.exam.points and not is_imported_point(point):
        faults.append(Fault(importer.path, number, "point", f"{point!r} 不是{importer.exam.name}的知识点", "知识点 id，或去掉 point"))
    return (None if faults else question), faults


def _without_repeats(questions: Sequence[_Numbered], path: Path, unit: Unit) -> tuple[list[_Numbered], list[Fault], list[Fault]]:
    """The questions once each; those written twice (as warnings); those whose second writing contradicts the first (as faults)."""
    kept: list[_Numbered] = []
    repeated: list[Fault] = []
    conflicts: list[Fault] = []
    prints: dict[str, _Numbered] = {}
    ids: dict[str, int] = {}
    for number, question in questions:
        first_number, first = prints.setdefault(_print(question), (number, question))
        if first is question:
            same_id = ids.setdefault(question.id, number)
            if same_id == number:
                kept.append((number, question))
            else:
                message = f"{question.id!r} 与第 {same_id} {unit}重复"
                conflicts.append(Fault(path, number, "id", message, "唯一的 id", unit=unit))
        elif first.answer == question.answer:
            message = f"与第 {first_number} {unit}同题，只收一次"
            repeated.append(Fault(path, number, "", message, "每题一次", "warning", unit))
        else:
            message = f"与第 {first_number} {unit}同题，答案却是 {question.key}，那里是 {first.key}"
            conflicts.append(Fault(path, number, "answer", message, "同一题一个答案", unit=unit))
    return kept, repeated, conflicts
