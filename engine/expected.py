"""The questions that an exam expects about its points (`expected.jsonl`), as the knowledge base takes them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from engine.errors import ExamError
from engine.exams import Exam, read_lines
from kb.embedding import Embedder
from kb.expected import ExpectedQuestions, expected_path, fingerprint, load_expected, save_expected


def read_expected(exam: Exam) -> list[tuple[str, str]]:
    """Point and text of each question in the exam's `expected.jsonl`, and each such point's name; empty where there is no file.

    Raises:
        ExamError: listing every line that cannot be used.
    """
    path = exam.folder / "expected.jsonl"
    found, faults = [], []
    for number, line in enumerate(read_lines(path), 1):
        try:
            row = json.loads(line)
            point, text = str(row["point"]), str(row["text"]).strip()
        except (ValueError, KeyError, TypeError):
            faults.append(f'第 {number} 行应是 {{"point": 知识点, "text": 问法}}')
            continue
        if point not in exam.points:
            faults.append(f"第 {number} 行的知识点 {point!r} 不在 exam.toml 里")
        elif not text:
            faults.append(f"第 {number} 行没有问法")
        else:
            found.append((point, text))
    if faults:
        raise ExamError(f"{path} 有 {len(faults)} 行用不了，请修改：\n" + "\n".join(faults))
    return [*found, *((point, exam.points[point].name) for point in dict.fromkeys(point for point, _ in found))]


def write_expected(exam: Exam, embedder: Embedder, folder: Path) -> ExpectedQuestions | None:
    """Embed what `exam` expects and write it to `folder`; None: it expects nothing."""
    if not (questions := read_expected(exam)):
        return None
    expected = ExpectedQuestions.of(questions, embedder)
    save_expected(expected_path(folder, embedder.name), expected)
    return expected


def open_expected(exams: Mapping[str, Exam], embedder: Embedder, cache: Path) -> dict[str, ExpectedQuestions]:
    """By exam: what is shipped for this embedder, otherwise what lies in `cache`, otherwise embedded now (some thousand short texts, not on
    the event loop) and kept there; what was embedded from other questions than today's counts for nothing.
    """
    opened = {}
    for exam in exams.values():
        if not (questions := read_expected(exam)):
            continue
        current = fingerprint(questions)
        for folder in (exam.folder / "vectors", cache / exam.id):
            expected = load_expected(expected_path(folder, embedder.name))
            if expected is not None and expected.fingerprint == current:
                break
        else:
            expected = write_expected(exam, embedder, cache / exam.id)
        assert expected is not None
        opened[exam.id] = expected
    return opened
