"""Putting the rows together: sources, cleaning, caps, repeats, leaks, dilution, and the rows that are held back."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from engine import prompting
from engine.errors import TrainingError
from engine.exams import Exam
from engine.questions.bank import Bank
from training.data.audit import Audit, asks_who, audit
from training.data.cleaning import clean_row
from training.data.importing import Imported, read_rows
from training.data.leaks import EvaluationSet, Leak, find_leaks, read_evaluation_set
from training.data.repeats import Repeat, without_repeats
from training.data.rows import Kind, Row
from training.data.sources import bank_rows, generated_rows, note_rows
from training.settings import DataSettings


@dataclass(frozen=True)
class Built:
    """The rows to learn from, those held back, and everything that happened on the way.

    Attributes:
        audits: of each imported file as it came, by name.
        sets: the evaluation sets that were checked against, with their sizes.
        cleaned: rows whose text was changed by cleaning.
        over_cap: rows about who the model is beyond the cap.
        not_mixed_in: general rows beyond their share.
    """

    exam: Exam
    train: tuple[Row, ...]
    held_out: tuple[Row, ...]
    evaluation_questions: tuple[str, ...]
    audits: dict[str, Audit] = field(default_factory=dict)
    imported: tuple[Imported, ...] = ()
    sets: dict[str, int] = field(default_factory=dict)
    cleaned: int = 0
    repeats: tuple[Repeat, ...] = ()
    leaks: tuple[Leak, ...] = ()
    over_cap: tuple[Row, ...] = ()
    not_mixed_in: int = 0


def build(exam: Exam, settings: DataSettings, evaluation_questions: int = 2) -> Built:
    """Make the rows. The same folder and settings give the same rows in the same order.

    Raises:
        TrainingError: a file cannot be used, or nothing is left to learn from.
    """
    bank = Bank.load(exam)
    given: list[tuple[Kind, tuple[Path, ...]]] = [
        ("imported", settings.imported),
        ("identity", settings.identity),
        ("general", settings.general),
    ]
    imported = tuple(read_rows(path, kind) for kind, paths in given for path in paths)
    sets = [EvaluationSet(f"{exam.id} 评测集", bank.evaluation()), *(read_evaluation_set(path) for path in settings.evaluation)]
    system = prompting.system(exam)
    # What comes first wins over its repeats: checked questions before anything taken in from outside.
    raw = [
        *bank_rows(bank),
        *note_rows(exam),
        *generated_rows(exam, settings.generated),
        *(replace(row, system=system) for one in imported for row in one.rows),
    ]
    rows = [clean_row(row) for row in raw]
    cleaned = sum(before.turns != after.turns for before, after in zip(raw, rows, strict=True))
    rows = [row for row in rows if all(turn.input and turn.output for turn in row.turns)]
    rows, over_cap = _capped(rows, settings.identity_cap)
    rows, repeats = without_repeats(rows, settings.similarity)
    leaks = tuple(find_leaks(rows, sets))
    leaking = {id(leak.row) for leak in leaks}
    rows = [row for row in rows if id(row) not in leaking]
    rows, not_mixed_in = _diluted(rows, settings.general_share, settings.seed)
    rows = sorted(rows, key=lambda row: _lot(row, settings.seed))
    held_out, train = _split(rows, settings.held_out)
    if not train:
        raise TrainingError(f"{exam.name}一行训练数据也没有剩下，什么也没有写。请先加题目或笔记，或用 --import 带上自己的数据。")
    return Built(
        exam,
        tuple(train),
        tuple(held_out),
        _shown(bank, evaluation_questions),
        {one.path.name: audit(one.rows) for one in imported},
        imported,
        {one.name: len(one.questions) for one in sets},
        cleaned,
        tuple(repeats),
        leaks,
        tuple(over_cap),
        not_mixed_in,
    )


def _lot(row: Row, seed: int) -> str:
    return hashlib.sha256(f"{seed}\0{row.source}\0{row.folded_question}".encode("utf-8", "replace")).hexdigest()


def _capped(rows: Iterable[Row], cap: int) -> tuple[list[Row], list[Row]]:
    """The rows with at most `cap` about who the model is, the exam's own first; and those beyond."""
    about_itself = [row for row in rows if row.kind == "identity" or asks_who(row.question)]
    about_itself.sort(key=lambda row: row.kind != "identity")
    seen: set[str] = set()
    kept: set[int] = set()
    for row in about_itself:
        if len(kept) < cap and row.folded_question not in seen:
            kept.add(id(row))
        seen.add(row.folded_question)
    beyond = {id(row) for row in about_itself} - kept
    return [row for row in rows if id(row) not in beyond], [row for row in about_itself if id(row) in beyond]


def _diluted(rows: Sequence[Row], share: float, seed: int) -> tuple[list[Row], int]:
    """The rows with so many of the general ones that they make at most `share` of all; and how many were not mixed in."""
    general = sorted((row for row in rows if row.kind == "general"), key=lambda row: _lot(row, seed))
    others = [row for row in rows if row.kind != "general"]
    wanted = int(share * len(others) / (1 - share))
    return [*others, *general[:wanted]], max(0, len(general) - wanted)


def _split(rows: Sequence[Row], share: float) -> tuple[list[Row], list[Row]]:
    """(held out, to train on): at least one of each where there are two rows. Rows about who the model is are never held out."""
    eligible = [row for row in rows if row.kind != "identity"]
    held = {id(row) for row in eligible[: max(1, round(share * len(eligible)))]} if len(rows) > 1 else set()
    return [row for row in rows if id(row) in held], [row for row in rows if id(row) not in held]


def _shown(bank: Bank, count: int) -> tuple[str, ...]:
    """Questions of the exam's own evaluation set that are asked during training, one a subject in turn; practice ones where it has none."""
    pool = bank.evaluation() or bank.practice()
    by_subject: dict[str, list[str]] = {}
    for question in pool:
        if question.kind == "single":
            subject = bank.subject_of(question)
            asked = (
                question.stem
                + "\n"
                + "\n".join(f"{letter}. {option}" for letter, option in zip("ABCDEFGH", question.options, strict=False))
            )
            by_subject.setdefault(subject.id if subject else "", []).append(asked)
    chosen: list[str] = []
    while len(chosen) < count and any(by_subject.values()):
        for questions in by_subject.values():
            if questions and len(chosen) < count:
                chosen.append(questions.pop(0))
    return tuple(chosen) or ("请出一道题考考我。",)
