"""The two gates before an answer: does the message belong to the exam (scope), and do the visible books hold it (coverage)?

Scope looks at the message and at the exam's built-in notes, which the gate carries with it, and never at the books, so that adding a book
changes nothing. Coverage looks at how far the best passage stands out from the next. Both give calibrated probabilities; what is fitted,
and on what, is in `kb.gate_fitting`, how the built-in notes are asked in `kb.gate_notes`, what is said to people is left to the caller.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from kb.arrays import save_arrays
from kb.gate_notes import NotesEvidence
from kb.search import Scores, standing_out
from kb.terms import normalise

Verdict: TypeAlias = Literal["answer", "not_covered", "out_of_scope"]

COVERED_FROM = 1 / 3
"""Probability of being covered from which the passages are shown: to keep silent about what the books do hold costs twice as much as to show,
with its place, a passage that does not quite answer."""

KERNEL_WIDTH = 1.5
"""Of the kernel exp(width * (cosine - 1)) between messages; from 1 to 2, cross-validation on our own texts hardly tells."""

MUCH_VOCABULARY = 12
"""Characters of the exam's vocabulary in a message that are as good as more."""

_SPACE = re.compile(r"(?<![a-z0-9]) | (?![a-z0-9])")
_WORD_BEGINS, _WORD_ENDS = re.compile(r"^(?=[a-z0-9])"), re.compile(r"(?<=[a-z0-9])$")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a gate says: a probability (0 to 1) and whether it is enough."""

    probability: float
    accepted: bool


@dataclass(frozen=True)
class ScopeGate:
    """Whether a message belongs to one exam.

    Two steps: a least-squares kernel classifier (Suykens & Vandewalle 1999) over the embeddings of texts that belong and texts that do not;
    then a logistic regression over its score, the share of the message that is vocabulary of the exam, how much of it there is, how close
    the best passage of the exam's built-in notes comes, and how far it stands out.

    Attributes:
        embedder: whose vectors it takes.
        fingerprint: of everything it was fitted on.
        centre: mean vector of the texts it was fitted on, (dimension,).
        texts: their centred unit vectors times 127, int8, (texts, dimension).
        weights: of the kernel with each text, (texts,); `bias` is added.
        vocabulary: the exam's terms, normalised.
        notes: the exam's built-in notes.
        coefficients: of score, share, amount, closeness and standing out, then the constant.
        threshold: probability from which a message is let in where this exam alone is asked.
        threshold_together: the same where every exam is asked and one is enough; not below `threshold`.
    """

    embedder: str
    fingerprint: str
    centre: NDArray[np.float32]
    texts: NDArray[np.int8]
    weights: NDArray[np.float32]
    bias: float
    vocabulary: tuple[str, ...]
    notes: NotesEvidence
    coefficients: tuple[float, ...]
    threshold: float
    threshold_together: float

    def judge(self, message: str, vector: NDArray[np.float32], together: bool = False) -> Judgement:
        """`vector`: the embedder's query vector of `message`; `together`: every exam is asked, and one is enough."""
        probability = float(self.probabilities([message], vector[np.newaxis])[0])
        return Judgement(probability, probability >= (self.threshold_together if together else self.threshold))

    def probabilities(self, messages: Sequence[str], vectors: NDArray[np.float32]) -> NDArray[np.float64]:
        """Probability of belonging for each message; `vectors`: (messages, dimension)."""
        scores = kernel(centred(vectors, self.centre), self._texts) @ self.weights + self.bias
        evidence = [scores, vocabulary_evidence(messages, self._terms), self.notes.ask(messages, vectors), np.ones(len(messages))]
        return logistic(np.dot(np.column_stack(evidence), np.array(self.coefficients)))

    @cached_property
    def _texts(self) -> NDArray[np.float32]:
        return self.texts.astype(np.float32) / np.float32(127)

    @cached_property
    def _terms(self) -> re.Pattern[str]:
        return vocabulary_pattern(self.vocabulary)


@dataclass(frozen=True, slots=True)
class CoverageGate:
    """Whether the best passage answers: a logistic regression over its cosine similarity and how far its fused score stands out from the next ten.

    Attributes:
        coefficients: of cosine and standing out, then the constant.
        by_words: of standing out and the constant, where there are no vectors.
    """

    coefficients: tuple[float, float, float]
    by_words: tuple[float, float]

    def judge(self, scores: Scores) -> Judgement:
        """`scores`: what both retrievers say, as for ranking."""
        best, lead = standing_out(scores)
        if best is None:
            probability = 0.0
        elif scores.dense is None or not scores.has_vector[best]:
            probability = float(logistic(np.dot(self.by_words, (lead, 1))))
        else:
            probability = float(logistic(np.dot(self.coefficients, (scores.dense[best], lead, 1))))
        return Judgement(probability, probability >= COVERED_FROM)


@dataclass(frozen=True, slots=True)
class Gates:
    """The gates of every exam, for one embedder."""

    scope: Mapping[str, ScopeGate]
    coverage: CoverageGate

    def judge_scope(self, message: str, vector: NDArray[np.float32], exam: str | None) -> Judgement | None:
        """Whether `message` belongs to `exam`, or, where that is None, to any; None: there is no gate for it."""
        gates = list(self.scope.values()) if exam is None else [gate] if (gate := self.scope.get(exam)) else []
        judgements = [gate.judge(message, vector, together=exam is None) for gate in gates]
        return max(judgements, key=lambda judgement: (judgement.accepted, judgement.probability), default=None)


def save_scope(path: Path, gate: ScopeGate) -> None:
    """Write a gate; the same gate always gives the same bytes."""
    plain = {
        "embedder": gate.embedder,
        "fingerprint": gate.fingerprint,
        "bias": gate.bias,
        "vocabulary": gate.vocabulary,
        "coefficients": gate.coefficients,
        "threshold": gate.threshold,
        "threshold_together": gate.threshold_together,
    }
    described = np.frombuffer(json.dumps(plain, ensure_ascii=False, indent=1).encode("utf-8"), np.uint8)
    arrays: dict[str, NDArray[Any]] = {"centre": gate.centre, "texts": gate.texts, "weights": gate.weights, "described": described}
    save_arrays(path, arrays | gate.notes.arrays())


def load_scope(path: Path) -> ScopeGate | None:
    """Read a gate; None: there is none at `path`, or not one that this version writes."""
    try:
        with np.load(path, allow_pickle=False) as arrays:
            plain = json.loads(arrays["described"].tobytes())
            return ScopeGate(
                embedder=plain["embedder"],
                fingerprint=plain["fingerprint"],
                centre=arrays["centre"],
                texts=arrays["texts"],
                weights=arrays["weights"],
                bias=plain["bias"],
                vocabulary=tuple(plain["vocabulary"]),
                notes=NotesEvidence.of_arrays(arrays),
                coefficients=tuple(plain["coefficients"]),
                threshold=plain["threshold"],
                threshold_together=plain["threshold_together"],
            )
    except (OSError, KeyError, ValueError):
        return None


def save_coverage(path: Path, gate: CoverageGate) -> None:
    """Write a gate as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"coefficients": gate.coefficients, "by_words": gate.by_words}, indent=1)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def load_coverage(path: Path) -> CoverageGate | None:
    """Read a gate; None: there is none at `path`."""
    try:
        plain = json.loads(path.read_text(encoding="utf-8"))
        return CoverageGate(tuple(plain["coefficients"]), tuple(plain["by_words"]))
    except (OSError, KeyError, ValueError):
        return None


def centred(vectors: NDArray[np.float32], centre: NDArray[np.float32]) -> NDArray[np.float32]:
    """`vectors` without what all messages have in common, of unit length."""
    moved = vectors - centre
    lengths = np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-9)
    result: NDArray[np.float32] = (moved / lengths).astype(np.float32)
    return result


def kernel(left: NDArray[np.float32], right: NDArray[np.float32]) -> NDArray[np.float32]:
    """exp(KERNEL_WIDTH * (cosine - 1)) of every pair of rows of unit length."""
    similarity: NDArray[np.float32] = np.exp(KERNEL_WIDTH * (left @ right.T - 1), dtype=np.float32)
    return similarity


def vocabulary_pattern(vocabulary: Sequence[str]) -> re.Pattern[str]:
    """Finds the terms of `vocabulary` in a text as `_closed_up` gives it, the longest first; a Latin term only as whole words."""
    terms = sorted({_closed_up(term) for term in vocabulary} - {""}, key=lambda term: (-len(term), term))
    return re.compile("|".join(_WORD_BEGINS.sub(r"\\b", _WORD_ENDS.sub(r"\\b", re.escape(term))) for term in terms) or r"(?!)", re.ASCII)


def vocabulary_evidence(messages: Sequence[str], terms: re.Pattern[str]) -> NDArray[np.float64]:
    """For each message the share of its characters that `terms` finds, and how many they are (1: `MUCH_VOCABULARY` or more); (messages, 2)."""
    evidence = np.zeros((len(messages), 2))
    for row, message in enumerate(messages):
        text = _closed_up(message)
        found = sum(len(term) for term in terms.findall(text))
        evidence[row] = found / max(len(re.sub(r"[\W_]+", "", text)), found, 1), min(found / MUCH_VOCABULARY, 1)
    return evidence


def _closed_up(text: str) -> str:
    """`text` normalised, without spaces except between Latin words."""
    return _SPACE.sub("", " ".join(normalise(text).split()))


def logistic(logits: ArrayLike) -> NDArray[np.float64]:
    """1 / (1 + exp(-x)), without overflow."""
    probability: NDArray[np.float64] = 0.5 * (1 + np.tanh(np.asarray(logits, np.float64) / 2))
    return probability


def load_gates(exams: Mapping[str, Path], shared: Path, embedder: str) -> Gates | None:
    """The gates that were fitted for `embedder`; None: coverage or every exam's scope is missing.

    Args:
        exams: each exam's `gate` folder.
        shared: the folder of what all exams share.
    """
    coverage = load_coverage(coverage_path(shared, embedder))
    found = {
        exam: gate for exam, folder in exams.items() if (gate := load_scope(scope_path(folder, embedder))) and gate.embedder == embedder
    }
    return Gates(found, coverage) if coverage is not None and found else None


def scope_path(folder: Path, embedder: str) -> Path:
    """Where an exam's scope gate lies in its `gate` folder."""
    return folder / f"{file_name(embedder)}.npz"


def coverage_path(shared: Path, embedder: str) -> Path:
    """Where the coverage gate lies in the folder of what all exams share."""
    return shared / f"coverage-{file_name(embedder)}.json"


def file_name(embedder: str) -> str:
    """An embedder's name as the stem of a file's name on every system."""
    return re.sub(r"[^A-Za-z0-9._-]+", "-", embedder)
