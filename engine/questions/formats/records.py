"""A question as some file spells it (a record), and how it becomes a `Question`: its kind and key read, its point found, an id given."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

from engine.errors import QuestionFileError
from engine.exams import Exam
from engine.questions.faults import Fault, Unit
from engine.questions.folding import fold, slug
from engine.questions.model import IMPORTED, LETTERS, RIGHT, WRONG, Kind, Question
from engine.questions.reading import validate
from engine.questions.wording import RIGHT_WORDS, WRONG_WORDS, verdict

_KIND_WORDS: dict[str, Kind | None] = {  # these alone
    "单": "single", "single": "single", "多": "multiple", "multiple": "multiple", "判断": "judge", "是非": "judge", "judge": "judge",
    "填空": "blank", "blank": "blank", "不定项": None, "选择": None, "choice": None, "综合": "essay", "申论": "essay", "essay": "essay",
}  # fmt: skip
_KIND_PHRASES: dict[str, Kind | None] = {  # anywhere in a heading: 判断题, but not 判断推理
    "不定项": None, "单选": "single", "单项选择": "single", "多选": "multiple", "多项选择": "multiple", "选择题": None, "判断题": "judge",
    "是非题": "judge", "填空题": "blank", "综合应用题": "essay", "综合题": "essay", "简答": "essay", "论述题": "essay", "问答题": "essay",
    "应用题": "essay", "计算题": "essay",
}  # fmt: skip
_DIFFICULTIES = {
    "1": 1, "易": 1, "简单": 1, "容易": 1, "easy": 1, "2": 2, "中": 2, "中等": 2, "一般": 2, "medium": 2,
    "3": 3, "难": 3, "困难": 3, "hard": 3,
}  # fmt: skip
_LETTERS = re.compile(rf"[(\[【]?\s*([{LETTERS}](?:[\s,、;和与&/+]*[{LETTERS}])*)\s*[)\]】]?(?![A-Za-z0-9*+#/_-])", re.IGNORECASE)
_VERDICT = re.compile(
    r"[(\[【]?\s*(" + "|".join(sorted((*RIGHT_WORDS, *WRONG_WORDS), key=len, reverse=True)) + r")\s*[)\]】]?(?=$|[\s,，。.;；:(（])",
    re.IGNORECASE,
)
_ALSO_BLANKS = ("是", "否", "yes", "no", "y", "n", "v", "x")  # verdicts only where the question is known to be a judgement
_STOPS = " \t\n,，。.．;；:：、"
_HALF_WIDTH = {code + 0xFEE0: code for code in range(0x21, 0x7F)} | {0x3000: 0x20}
_ALTERNATIVES = re.compile(r"\s*[|｜]\s*|\s+/\s+|\s+或\s+")


@dataclass(slots=True)
class Record:
    """The texts of one question and where they begin.

    `answer` is a list where the file has one; `headings` stand above the question, outermost first; `faults` are those that its
    reader found.
    """

    line: int
    unit: Unit = "行"
    stem: str = ""
    options: list[str] = field(default_factory=list)
    answer: str | list[str] = ""
    explanation: str = ""
    kind: str = ""
    point: str = ""
    subject: str = ""
    difficulty: str = ""
    source: str = ""
    id: str = ""
    headings: tuple[str, ...] = ()
    faults: list[Fault] = field(default_factory=list)


class _Key(NamedTuple):
    kind: Kind
    options: Sequence[str]
    answer: Sequence[str]
    remark: str  # what was written behind the key


class _Unreadable(NamedTuple):
    message: str
    expectation: str


def kind_named(text: str) -> tuple[bool, Kind | None]:
    """Whether `text` (a heading, a column, a mark) names a kind of question, and which; 不定项 and 选择题 leave it to the key."""
    text = text.strip().casefold()
    if text in _KIND_WORDS:
        return True, _KIND_WORDS[text]
    return next(((True, kind) for phrase, kind in _KIND_PHRASES.items() if phrase in text), (False, None))


def fingerprint(stem: str, options: Sequence[str]) -> str:
    """12 hex digits that are the same for the same question: stem and options without regard to width and spaces."""
    texts = ("".join(unicodedata.normalize("NFKC", text).split()) for text in (stem, *options))
    return hashlib.sha256("\x1f".join(texts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


@dataclass(frozen=True)
class Importer:
    """Turns the records of one file into questions.

    Attributes:
        path: the file.
        exam: where points and subjects are looked up; None leaves them as written.
        point, subject: for questions whose file names none.
    """

    path: Path
    exam: Exam | None = None
    point: str | None = None
    subject: str | None = None

    def __post_init__(self) -> None:
        if self.exam is None:
            return
        if self.point is not None and self._known_point(self.point) is None:
            near = get_close_matches(self.point, [*self.exam.points, *(point.name for point in self.exam.points.values())], n=3, cutoff=0.4)
            hint = f"是不是 {'、'.join(near)}？" if near else "可以先只用 --subject。"
            raise QuestionFileError(f"{self.exam.name}没有知识点 {self.point!r}，还没有读文件。{hint}")
        if self.subject is not None and self._subject_id(self.subject) is None:
            names = "、".join(f"{subject.name}（{subject.id}）" for subject in self.exam.subjects)
            raise QuestionFileError(f"{self.exam.name}没有科目 {self.subject!r}，还没有读文件。科目有：{names}。")

    def question(self, record: Record) -> tuple[Question | None, list[Fault]]:
        """The question of a record, or None and all its faults."""
        faults = list(record.faults)

        def fault(field: str, message: str, expectation: str) -> None:
            faults.append(Fault(self.path, record.line, field, message, expectation, unit=record.unit))

        stem = record.stem.strip()
        named, kind = kind_named(record.kind) if record.kind.strip() else (True, None)
        if not named:
            fault("kind", f"没有“{record.kind}”这种题型", "单选、多选、判断、填空之一")
        difficulty = _DIFFICULTIES.get(record.difficulty.strip().casefold().removesuffix(".0")) if record.difficulty.strip() else 2
        if difficulty is None:
            fault("difficulty", f"难度“{record.difficulty}”读不懂", "1、2、3 或 易、中、难")
        key = _read_key(kind, [option.strip() for option in record.options], record.answer)
        if isinstance(key, _Unreadable):
            if not any(fault.field in ("answer", "options") for fault in record.faults):
                fault("answer", key.message, key.expectation)
            # Go on with a key that fits, so that the other faults of the record show as well.
            key = _Key(kind or "single", record.options, ("A",), "") if record.options else _Key("blank", (), ("?",), "")
        explanation = "\n".join(part for part in (key.remark.strip(), record.explanation.strip()) if part)
        row: dict[str, Any] = {
            "id": self.identifier(record.id, stem, key.options),
            "point": self.point_of(record),
            "kind": key.kind,
            "stem": stem,
            "options": list(key.options),
            "answer": list(key.answer),
            "explanation": explanation,
            "difficulty": difficulty or 2,
            "source": record.source.strip() or self.path.name,
        }
        question, more = validate(row, self.path, record.line)
        known = {fault.field for fault in faults}
        known |= {"answer"} if "options" in known else set()  # what the options lack, the key is not to blame for
        for one in more:
            if one.field.split(".")[0] not in known:
                fault(one.field, one.message, one.expectation)
        return (None if faults else question), faults

    def identifier(self, given: str, stem: str, options: Sequence[str]) -> str:
        """The id the file gives, unless it is only a row's number or no id of ours; else one made of the file's name and the content."""
        if re.fullmatch(r"(?!\d+$)[A-Za-z0-9][A-Za-z0-9._:-]{0,119}", given):
            return given
        return self.derived_id(stem, options)

    def derived_id(self, stem: str, options: Sequence[str]) -> str:
        """`imp-<file>-<fingerprint>`: the same whenever the same question is read from a file of the same name."""
        return "-".join(part for part in ("imp", slug(self.path.stem, ascii_only=True), fingerprint(stem, options)) if part)

    def point_of(self, record: Record) -> str:
        """The knowledge point a record names, or the stand-in of its subject, or that of its file."""
        if (point := self._known_point(record.point)) is not None:
            return point
        if self.point is not None:
            return self._known_point(self.point) or self.point
        subjects = (record.subject, self.subject or "", *reversed(record.headings), self.path.stem)
        for text in subjects:
            if (subject := self._subject_id(text)) is not None:
                return f"{IMPORTED}.{subject}"
        return f"{IMPORTED}.{slug(record.subject or self.subject or self.path.stem) or 'file'}"

    def _known_point(self, text: str) -> str | None:
        text = text.strip()
        if not text or self.exam is None:
            return text or None
        if text in self.exam.points:
            return text
        named = [point.id for point in self.exam.points.values() if fold(point.name) == fold(text)]
        return named[0] if len(named) == 1 else None

    def _subject_id(self, text: str) -> str | None:
        if self.exam is None or not text.strip():
            return None
        if (subject := self.exam.find_subject(text)) is not None:
            return subject.id
        folded = fold(text)
        holders = {
            subject.id
            for subject in self.exam.subjects
            for name in (subject.id, subject.name, *subject.aliases, *(chapter.name for chapter in subject.chapters))
            if fold(name) == folded
        }
        return holders.pop() if len(holders) == 1 else None


def _read_key(kind: Kind | None, options: Sequence[str], written: str | list[str]) -> _Key | _Unreadable:
    if isinstance(written, list):
        if not options:
            return _Key(kind or "blank", (), written, "") if any(written) else _Unreadable("没有答案", "答案")
        written = "".join(written)
    written = written.strip()
    text = written.translate(_HALF_WIDTH)  # keeps every position, so that remarks can be cut from the original
    if not text:
        expectation = f"{LETTERS[0]} 到 {LETTERS[len(options) - 1]} 的字母" if options else "对、错，或填空的答案"
        return _Unreadable("没有答案", expectation)
    return _read_choice(kind, options, text, written) if options else _read_open(kind, text, written)


def _read_choice(kind: Kind | None, options: Sequence[str], text: str, written: str) -> _Key | _Unreadable:
    letters = LETTERS[: len(options)]
    match = _LETTERS.match(text)
    same = [letter for letter, option in zip(letters, options, strict=True) if option and fold(option) == fold(text)]
    if match is None and len(same) != 1:
        return _Unreadable(f"答案“{text[:40]}”读不懂", f"{letters[0]} 到 {letters[-1]} 的字母")
    key = "".join(sorted(set(re.sub(r"[^A-Z]", "", match[1].upper())))) if match else same[0]
    remark = written[match.end() :].lstrip(_STOPS) if match else ""
    if len(key) == 1 and key in letters and fold(remark) == fold(options[letters.index(key)]):
        remark = ""  # the option said again
    verdicts = [verdict(option) for option in options]
    if sorted(map(str, verdicts)) == sorted((RIGHT, WRONG)) and kind in (None, "judge") and key in letters:
        return _Key("judge", (), (str(verdicts[letters.index(key)]),), remark)
    return _Key(kind or ("single" if len(key) == 1 else "multiple"), options, (key,), remark)


def _read_open(kind: Kind | None, text: str, written: str) -> _Key | _Unreadable:
    if kind in (None, "judge"):
        match = _VERDICT.match(text)
        if match and (kind == "judge" or match[1].casefold() not in _ALSO_BLANKS):
            return _Key("judge", (), (str(verdict(match[1])),), written[match.end() :].lstrip(_STOPS))
        if kind == "judge":
            return _Unreadable(f"答案“{text[:40]}”读不懂", "对 或 错")
    if kind is None and re.fullmatch(rf"[{LETTERS}]+", text):
        kind = "single" if len(text) == 1 else "multiple"  # a letter without options: the options could not be read
    if kind in ("single", "multiple"):
        return _Key(kind, (), (text,), "")
    if kind == "essay":
        return _Key("essay", (), (written,), "")
    wording, _, remark = written.partition("\n")
    return _Key("blank", (), tuple(part for part in _ALTERNATIVES.split(wording) if part) or (wording,), remark)
