"""What the gates and BM25's weight are fitted on, gathered from the exams' folders. How they are fitted is the knowledge base's."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.errors import ExamError
from engine.exams import Exam, read_lines
from kb.builtin import notes_passages
from kb.embedding import Embedder
from kb.gate import Gates, coverage_path, load_gates, save_coverage, save_scope, scope_path
from kb.gate_fitting import ScopeTexts, fit_coverage, fit_scope
from kb.holdings import Holdings
from kb.passages import Passage
from kb.search import fuse

_Embed: TypeAlias = Callable[[Sequence[str]], NDArray[np.float32]]

_MOST_STATEMENTS = 1000
_SENTENCE_LENGTH = (10, 70)  # characters
_NO_SENTENCE = re.compile(r"```.*?```|^\|.*$|^\*\*相关\*\*.*$", re.DOTALL | re.MULTILINE)
_SENTENCE_END = re.compile(r"[。；！？\n]+")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"[*`]+")


@dataclass(frozen=True, slots=True)
class LabelledNotes:
    """An exam's notes, and questions whose answer stands in them.

    Attributes:
        topics: the knowledge point of each passage.
        questions, asks: questions, and the knowledge point that answers each.
    """

    passages: tuple[Passage, ...]
    topics: tuple[str, ...]
    questions: tuple[str, ...]
    asks: tuple[str, ...]


def scope_texts(exam: Exam, exams: Mapping[str, Exam]) -> ScopeTexts:
    """What belongs to `exam` and what does not: its own texts against those of no exam and of every other one."""
    outside = [line for path in sorted(shared_folder(exam).glob("*.txt")) for line in read_lines(path)]
    outside += read_lines(exam.folder / "gate" / "off_topic.txt")
    for other in exams.values():
        if other.id != exam.id:
            outside += _inside(other)
    notes = notes_passages(exam.notes_title, exam.folder)
    return ScopeTexts(
        inside=tuple(_inside(exam)),
        outside=tuple(dict.fromkeys(outside)),
        terms=tuple(_syllabus(exam)),
        statements=tuple(_statements(notes)),
        notes=tuple(passage.searchable for passage in notes),
    )


def labelled_notes(exam: Exam) -> LabelledNotes:
    """The passages of the exam's notes, as they are searched, and the labelled questions whose point has notes."""
    passages = [passage for passage in notes_passages(exam.notes_title, exam.folder) if passage.anchor is not None]
    topics = [str(passage.anchor) for passage in passages]
    questions = [row for row in _labelled(exam) if row["point"] in set(topics)]
    return LabelledNotes(tuple(passages), tuple(topics), tuple(row["text"] for row in questions), tuple(row["point"] for row in questions))


def shared_folder(exam: Exam) -> Path:
    """What the gates of all exams share."""
    return exam.folder.parents[1] / "gate"


def shipped_gates(exams: Mapping[str, Exam], embedder: str) -> Gates | None:
    """The gates that lie in the exams' folders for this embedder."""
    if not exams:
        return None
    return load_gates({exam.id: exam.folder / "gate" for exam in exams.values()}, shared_folder(next(iter(exams.values()))), embedder)


def fitted_gates(exams: Mapping[str, Exam], embedder: Embedder, cache: Path) -> Gates | None:
    """The gates for any embedder: those that are shipped, otherwise those in `cache`, otherwise fitted now and kept there.

    Fitting embeds some thousands of short texts and the notes: a minute or two, not on the event loop.
    """
    if (gates := shipped_gates(exams, embedder.name) or _cached(exams, embedder.name, cache)) is not None:
        return gates
    write_gates(exams, embedder, {exam: cache / exam for exam in exams}, cache)
    return _cached(exams, embedder.name, cache)


def write_gates(exams: Mapping[str, Exam], embedder: Embedder, folders: Mapping[str, Path], shared: Path) -> None:
    """Fit every gate and write it to its exam's folder in `folders`, that of coverage to `shared`."""
    embedder = Remembering(embedder)  # what belongs to one exam is off topic for the next
    texts = {exam.id: scope_texts(exam, exams) for exam in exams.values() if _inside(exam)}
    for exam_id, scope_gate in fit_scope(texts, embedder).items():
        save_scope(scope_path(folders[exam_id], embedder.name), scope_gate)
    notes = [found for exam in exams.values() if (found := labelled_notes(exam)).questions]
    if notes:
        gate = fit_coverage(
            [passage for found in notes for passage in found.passages],
            [topic for found in notes for topic in found.topics],
            [question for found in notes for question in found.questions],
            [point for found in notes for point in found.asks],
            embedder,
        )
        save_coverage(coverage_path(shared, embedder.name), gate)


def likelihoods(notes: LabelledNotes, embedder: Embedder, weights: Sequence[float]) -> dict[float, float]:
    """Mean negative log likelihood of the right knowledge point for each weight of BM25, the scale of the score fitted for each.

    The probability of a passage is the softmax of its fused score over the candidates, that of a point the sum over its passages (the
    listwise likelihood of ListNet; Cao et al. 2007). A point that is not among the candidates counts as a probability of 1/1000.
    """
    holdings = Holdings.of(notes.passages, embedder.passages([passage.searchable for passage in notes.passages]))
    vectors = embedder.queries(notes.questions)
    topics = np.array(notes.topics)
    everything = np.ones(len(topics), np.bool_)
    scores = [holdings.scores(question, vector, everything) for question, vector in zip(notes.questions, vectors, strict=True)]
    found: dict[float, float] = {}
    for weight in weights:
        fused = [fuse(score, weight) for score in scores]
        losses = []
        for scale in (0.5, 0.7, 0.9, 1.1, 1.4, 1.8, 2.2):
            loss = 0.0
            for (candidates, values), point in zip(fused, notes.asks, strict=True):
                chance = np.exp(scale * (values - values.max()))
                loss -= float(np.log(max(chance[topics[candidates] == point].sum() / chance.sum(), 1e-3)))
            losses.append(loss / len(scores))
        found[weight] = min(losses)
    return found


class Remembering:
    """An embedder that embeds no text twice."""

    def __init__(self, embedder: Embedder) -> None:
        self.name, self.dimension = embedder.name, embedder.dimension
        self._queries: dict[str, NDArray[np.float32]] = {}
        self._passages: dict[str, NDArray[np.float32]] = {}
        self._embedder = embedder

    def queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """As the embedder's own."""
        return self._remembered(self._embedder.queries, self._queries, texts)

    def passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """As the embedder's own."""
        return self._remembered(self._embedder.passages, self._passages, texts)

    def _remembered(self, embed: _Embed, known: dict[str, NDArray[np.float32]], texts: Sequence[str]) -> NDArray[np.float32]:
        if new := [text for text in dict.fromkeys(texts) if text not in known]:
            known |= zip(new, embed(new), strict=True)
        return np.array([known[text] for text in texts], np.float32).reshape(len(texts), self.dimension)


def _inside(exam: Exam) -> list[str]:
    return list(dict.fromkeys([*exam.gate_texts(), *(row["text"] for row in _labelled(exam))]))


def _labelled(exam: Exam) -> list[dict[str, str]]:
    path = exam.folder / "gate" / "coverage.jsonl"
    rows: list[dict[str, str]] = []
    for number, line in enumerate(read_lines(path), 1):
        try:
            row = json.loads(line)
            rows.append({"point": row["point"], "text": row["text"]})
        except (ValueError, KeyError, TypeError):
            raise ExamError(f'{path} 第 {number} 行应是 {{"point": 知识点, "text": 问法}}，请修改。') from None
        if row["point"] not in exam.points:
            raise ExamError(f"{path} 第 {number} 行的知识点 {row['point']!r} 不在 exam.toml 里，请修改。")
    return rows


def _syllabus(exam: Exam) -> list[str]:
    names: list[str] = []
    for subject in exam.subjects:
        names.append(subject.name)
        for chapter in subject.chapters:
            names.append(chapter.name)
            for point in chapter.points:
                names += [point.name, *point.keywords]
    return list(dict.fromkeys(names))


def _statements(notes: Sequence[Passage]) -> list[str]:
    """Sentences of the notes, at even distances, at most `_MOST_STATEMENTS`."""
    found: dict[str, None] = {}
    for passage in notes:
        text = _NO_SENTENCE.sub("", passage.text)
        for sentence in _SENTENCE_END.split(text):
            plain = _MARKS.sub("", _LINK.sub(r"\1", sentence)).strip(" -0123456789.、|>")
            if _SENTENCE_LENGTH[0] <= len(plain) <= _SENTENCE_LENGTH[1]:
                found[plain] = None
    sentences = list(found)
    step = max(1, -(-len(sentences) // _MOST_STATEMENTS))
    return sentences[::step]


def _cached(exams: Mapping[str, Exam], embedder: str, cache: Path) -> Gates | None:
    return load_gates({exam: cache / exam for exam in exams}, cache, embedder)
