"""Keeping evaluation questions out of the training data, so that what is measured afterwards is not memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.errors import TrainingError
from engine.questions.folding import fold
from engine.questions.importing import read_questions
from engine.questions.model import LETTERS, Question
from engine.questions.similarity import near_duplicates, shingles
from training.data.rows import Row

LEAST_CONTAINED = 16
"""Folded characters that a stem must have before finding it inside a row means anything: "下列说法正确的是" is everywhere."""


@dataclass(frozen=True, slots=True)
class EvaluationSet:
    """Questions that something is measured with."""

    name: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Leak:
    """A row that says what an evaluation question asks."""

    row: Row
    set_name: str
    question_id: str
    how: str


REWORDED = 0.7
"""Jaccard similarity from which a question counts as an evaluation question said in other words. Lower than for repeats: a row
taken out for nothing costs little, a leak costs the measurement."""


def read_evaluation_set(path: Path) -> EvaluationSet:
    """The questions of a file in any form that the bank imports (JSONL, C-Eval and CMMLU CSV, DOCX, ...).

    Raises:
        TrainingError: not one question could be read. An unreadable set must not pass for one without leaks.
    """
    result = read_questions(path, skip_faulty=True)
    if not result.questions:
        listed = "\n".join(f"  {fault}" for fault in result.faults[:10])
        raise TrainingError(f"评测集 {path} 一题也读不出来，所以查不了泄漏，训练数据没有做。\n{listed}")
    return EvaluationSet(path.name, result.questions)


def find_leaks(rows: Sequence[Row], sets: Iterable[EvaluationSet], bound: float = REWORDED) -> Iterator[Leak]:
    """Every row that holds an evaluation question, once, with the first one found.

    A row leaks if its question is the evaluation question's stem, alone, with its options, or with their letters as well (folded, or at a Jaccard similarity
    of at least `bound`), or if a stem of some length stands anywhere in the row.
    """
    stems: list[tuple[str, str, str]] = []  # (folded text, set, question)
    for one in sets:
        for question in one.questions:
            stems.append((fold(question.stem), one.name, question.id))
            if question.options:
                lettered = "".join(f"{letter}. {option}\n" for letter, option in zip(LETTERS, question.options, strict=False))
                stems.append((fold(question.stem + "".join(question.options)), one.name, question.id))
                stems.append((fold(f"{question.stem}\n{lettered}"), one.name, question.id))
    exact = {text: (name, id) for text, name, id in reversed(stems)}
    leaking: dict[int, Leak] = {}
    for position, row in enumerate(rows):
        if (place := exact.get(row.folded_question)) is not None:
            leaking[position] = Leak(row, *place, "题干相同")
    for position, (name, id) in _contained(rows, stems):
        leaking.setdefault(position, Leak(rows[position], name, id, "含有题干"))
    texts = [shingles(text) for text, _, _ in stems] + [shingles(row.folded_question) for row in rows]
    for i, j, similarity in near_duplicates(texts, bound):
        if i < len(stems) <= j:
            _, name, id = stems[i]
            leaking.setdefault(j - len(stems), Leak(rows[j - len(stems)], name, id, f"相似度 {similarity:.2f}"))
    yield from (leaking[position] for position in sorted(leaking))


def _contained(rows: Sequence[Row], stems: Sequence[tuple[str, str, str]]) -> Iterator[tuple[int, tuple[str, str]]]:
    """(row, (set, question)) where a long stem stands in a row: stems are looked up by their first characters, not all tried."""
    beginning: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for stem in stems:
        if len(stem[0]) >= LEAST_CONTAINED:
            beginning[stem[0][:LEAST_CONTAINED]].append(stem)
    for position, row in enumerate(rows):
        text = row.folded_text
        for start in range(len(text) - LEAST_CONTAINED + 1):
            for whole, name, id in beginning.get(text[start : start + LEAST_CONTAINED], ()):
                if text.startswith(whole, start):
                    yield position, (name, id)
