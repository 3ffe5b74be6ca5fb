"""An exam as a folder: `exam.toml`, `notes/`, `questions/`, `gate/`, `vectors/`.

Reading the folder's own description and its syllabus tree is done here; questions are read by `engine.questions`, notes by
the knowledge base. A third exam is a third folder: no code names an exam.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from engine.errors import ExamError


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Point(_Frozen):
    """A knowledge point (知识点): the leaf of the syllabus tree.

    Attributes:
        id: stable for ever, `subject.chapter.point`.
        keywords: terms candidates use for it.
    """

    id: str
    name: str
    keywords: tuple[str, ...] = ()


class Chapter(_Frozen):
    """A chapter of a subject; its points' ids begin with its own."""

    id: str
    name: str
    points: tuple[Point, ...] = ()


class Subject(_Frozen):
    """A subject with its weight in the paper (408: 45/45/35/25)."""

    id: str
    name: str
    weight: float = 1
    aliases: tuple[str, ...] = ()
    description: str = ""
    chapters: tuple[Chapter, ...] = ()

    def points(self) -> Iterator[Point]:
        """Its knowledge points in the syllabus's order."""
        for chapter in self.chapters:
            yield from chapter.points


class PaperPart(_Frozen):
    """A part of the paper: so many questions of a kind, worth so many points."""

    name: str
    kind: str
    count: int
    points: float | None = None
    points_each: float | None = None


class Paper(_Frozen):
    """How the paper is built."""

    total: float
    minutes: int
    parts: tuple[PaperPart, ...] = ()


class _ExamFile(_Frozen):
    id: str
    name: str
    short_name: str
    date: date
    zone: str = "Asia/Shanghai"
    greeting: str
    system_prompt: str
    paper: Paper
    subjects: tuple[Subject, ...] = Field(min_length=1)


@dataclass(frozen=True)
class Exam:
    """One exam and where its folder is."""

    folder: Path
    description: _ExamFile

    @property
    def id(self) -> str:
        """The folder's name and the exam's stable id."""
        return self.description.id

    @property
    def name(self) -> str:
        """The full name shown to people."""
        return self.description.name

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """In the syllabus's order."""
        return self.description.subjects

    @cached_property
    def points(self) -> Mapping[str, Point]:
        """Every knowledge point by id."""
        return {point.id: point for subject in self.subjects for point in subject.points()}

    @cached_property
    def _subject_of_point(self) -> Mapping[str, Subject]:
        return {point.id: subject for subject in self.subjects for point in subject.points()}

    def subject_of(self, point_id: str) -> Subject | None:
        """The subject a knowledge point belongs to; None for an unknown id."""
        return self._subject_of_point.get(point_id)

    def find_subject(self, text: str) -> Subject | None:
        """The subject a person means by `text`: its id, name or an alias, whatever the case."""
        wanted = text.strip().casefold()
        for subject in self.subjects:
            if wanted in (subject.id.casefold(), subject.name.casefold(), *(alias.casefold() for alias in subject.aliases)):
                return subject
        return None

    @property
    def notes(self) -> tuple[Path, ...]:
        """The built-in notes, in a fixed order."""
        return tuple(sorted((self.folder / "notes").rglob("*.md")))

    @property
    def notes_title(self) -> str:
        """The title of the book that the built-in notes make; part of every passage's place, and so of its vector."""
        return f"{self.description.short_name} 笔记"

    @property
    def question_files(self) -> tuple[Path, ...]:
        """The question files, in a fixed order."""
        return tuple(sorted((self.folder / "questions").rglob("*.jsonl")))

    def gate_texts(self) -> tuple[str, ...]:
        """Messages that belong to this exam (`gate/in_scope.txt`, one a line), for calibrating the scope gate."""
        return read_lines(self.folder / "gate" / "in_scope.txt")


def read_lines(path: Path) -> tuple[str, ...]:
    """The non-empty lines of a UTF-8 text file; empty where there is no file."""
    if not path.is_file():
        return ()
    return tuple(line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


def load_exam(folder: Path) -> Exam:
    """Read `folder/exam.toml`.

    Raises:
        ExamError: listing every fault of the file, each with its place.
    """
    path = folder / "exam.toml"
    try:
        raw: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ExamError(f"{folder} 里没有 exam.toml，所以它不是一个考试目录。照着 data/exams/408 写一份即可。") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ExamError(f"{path} 读不懂：{error}。请按提示的位置修改。") from None
    try:
        description = _ExamFile.model_validate(raw)
    except ValidationError as error:
        faults = "\n".join(f"  {'.'.join(map(str, fault['loc']))}：{fault['msg']}" for fault in error.errors())
        raise ExamError(f"{path} 有 {error.error_count()} 处不合要求：\n{faults}") from None
    faults_found = list(_tree_faults(description, folder))
    if faults_found:
        raise ExamError(f"{path} 有 {len(faults_found)} 处不合要求：\n" + "\n".join(f"  {fault}" for fault in faults_found))
    return Exam(folder, description)


def _tree_faults(description: _ExamFile, folder: Path) -> Iterator[str]:
    if description.id != folder.name:
        yield f"id = {description.id!r}，应与目录名 {folder.name!r} 相同"
    try:
        ZoneInfo(description.zone)
    except (KeyError, ValueError, OSError):
        yield f"zone = {description.zone!r}，应是时区名，如 Asia/Shanghai"
    seen: set[str] = set()
    for subject in description.subjects:
        for chapter in subject.chapters:
            if not chapter.id.startswith(subject.id + "."):
                yield f"章 {chapter.id!r} 的 id 应以 {subject.id + '.'!r} 开头"
            for point in chapter.points:
                if not point.id.startswith(chapter.id + "."):
                    yield f"知识点 {point.id!r} 的 id 应以 {chapter.id + '.'!r} 开头"
                if point.id in seen:
                    yield f"知识点 {point.id!r} 出现了两次"
                seen.add(point.id)


def load_exams(folder: Path) -> dict[str, Exam]:
    """Every exam below `folder`, by id, in the order of their ids.

    Raises:
        ExamError: an exam's folder cannot be used, or there is none at all.
    """
    exams = [load_exam(path.parent) for path in sorted(folder.glob("*/exam.toml"))]
    if not exams:
        raise ExamError(f"{folder} 里没有考试目录。请确认 SHANGAN_EXAMS 指向含有 exam.toml 的目录的上一级。")
    return {exam.id: exam for exam in exams}
