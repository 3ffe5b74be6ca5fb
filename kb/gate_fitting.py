"""Fitting the gates on texts of our own. Which texts those are is the caller's to say; what is fitted is in `kb.gate`.

Nothing here is fitted on, or calibrated with, what the gates are judged on.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from kb.embedding.protocol import Embedder
from kb.gate import CoverageGate, ScopeGate, centred, kernel, logistic, vocabulary_evidence, vocabulary_pattern
from kb.gate_notes import NotesEvidence
from kb.holdings import Holdings
from kb.passages import Passage
from kb.search import standing_out
from kb.terms import normalise

FALSE_ACCEPTS = 0.015
"""Share of our own texts that do not belong, each judged by a gate that has not seen it, which the threshold lets in: the promise is at most 2%
of messages that were never seen, and a quarter of it is kept as distance. The threshold is never below even odds."""

VERSION = 3
"""Raised whenever the same texts would give another gate."""

_RIDGE = 0.1
_SUPPORT = 0.3
"""What a term of the syllabus or a sentence of the notes weighs against a message: there are many, and they are not how people ask."""
_JOINTS = re.compile(r"[、与和及的：:，,（）()/\s]+")
_FOLDS = 5
_SEED = 408
_SIZES = (1 / 30, 1 / 15, 1 / 8, 1 / 4, 1 / 2, 3 / 4)
"""Shares of the topics that are left in for fitting coverage: from a leaflet to a library."""
_ROUNDS = 60


@dataclass(frozen=True, slots=True)
class ScopeTexts:
    """What a scope gate is fitted on.

    Attributes:
        inside: messages that belong to the exam.
        outside: messages that do not.
        terms: names and keywords of the exam's syllabus; they belong, and their words are its vocabulary.
        statements: sentences from the exam's notes; they belong.
        notes: passages of the exam's notes, as they are searched; they are asked about every message.
    """

    inside: tuple[str, ...]
    outside: tuple[str, ...]
    terms: tuple[str, ...]
    statements: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> str:
        """Changes with every text and with how gates are fitted (SHA-256, hex)."""
        everything = [VERSION, self.inside, self.outside, self.terms, self.statements, self.notes]
        return hashlib.sha256(json.dumps(everything, ensure_ascii=False).encode("utf-8")).hexdigest()

    @property
    def vocabulary(self) -> tuple[str, ...]:
        """The terms, and the words of more than one character that they are made of, normalised."""
        terms = {normalise(term).strip() for term in self.terms}
        return tuple(sorted(word for word in terms.union(*map(_JOINTS.split, terms)) if len(word) > 1))


def fit_scope(texts: Mapping[str, ScopeTexts], embedder: Embedder) -> dict[str, ScopeGate]:
    """The gate of every exam.

    Raises:
        ValueError: an exam has fewer than `_FOLDS` texts on either side.
    """
    fitted = {exam: _fit_one(own, embedder) for exam, own in texts.items()}
    # What belongs to no exam is what a group mostly talks about; the texts of other exams, easily told apart, must not make up for it.
    strays = sorted(set.intersection(*({*own.outside} for own in texts.values()))) if texts else []
    thresholds: dict[str, float] = {}
    margins: list[list[float]] = []
    for exam, (_, held_out) in fitted.items():
        thresholds[exam] = max(0.5, _threshold([*held_out.values()]), _threshold([held_out[stray] for stray in strays]))
        margins.append([_log_odds(held_out[stray]) - _log_odds(thresholds[exam]) for stray in strays])
    # Several gates asked together let in what any of them does: all thresholds rise by the same odds until that is no more than one alone lets in.
    rise = max(0.0, _threshold(np.max(margins, axis=0).tolist())) if strays else 0.0
    return {
        exam: replace(gate, threshold=thresholds[exam], threshold_together=float(logistic(_log_odds(thresholds[exam]) + rise)))
        for exam, (gate, _) in fitted.items()
    }


def _fit_one(texts: ScopeTexts, embedder: Embedder) -> tuple[ScopeGate, dict[str, float]]:
    """The gate of one exam, its thresholds not set yet, and what each text outside got for its probability from a gate that had not seen it.

    The second step and the threshold are fitted on scores that each message got from a classifier fitted without it (cross-validation in
    `_FOLDS` parts), so that they hold for messages that nobody has seen.
    """
    messages = [*texts.inside, *texts.outside]
    belongs = np.arange(len(messages)) < len(texts.inside)
    if min(np.count_nonzero(belongs), np.count_nonzero(~belongs)) < _FOLDS:
        raise ValueError(f"a scope gate needs at least {_FOLDS} texts that belong and {_FOLDS} that do not")
    vectors = embedder.queries([*messages, *texts.terms, *texts.statements])
    centre = vectors.mean(axis=0)
    # Quantised before anything is fitted: what is shipped is exactly what was calibrated.
    stored = np.round(127 * centred(vectors, centre)).astype(np.int8)
    unit = stored.astype(np.float32) / np.float32(127)
    similarity = kernel(unit, unit).astype(np.float64)
    target = np.ones(len(unit))
    target[: len(messages)][~belongs] = -1
    weight = np.ones(len(unit))
    weight[len(messages) :] = _SUPPORT

    part = np.random.default_rng(_SEED).permutation(len(messages)) % _FOLDS
    scores = np.zeros(len(messages))
    for fold in range(_FOLDS):
        away = np.flatnonzero(part == fold)
        rest = np.setdiff1d(np.arange(len(unit)), away)
        weights, bias = _least_squares(similarity[np.ix_(rest, rest)], target[rest], weight[rest])
        scores[away] = similarity[np.ix_(away, rest)] @ weights + bias
    notes = NotesEvidence.of(texts.notes, embedder)
    words = vocabulary_evidence(messages, vocabulary_pattern(texts.vocabulary))
    evidence = np.column_stack([scores, words, notes.ask(messages, vectors[: len(messages)])])
    held_out = np.zeros(len(messages))
    for fold in range(_FOLDS):
        here, rest = part == fold, part != fold
        held_out[here] = _predicted(evidence[here], fit_logistic(evidence[rest], belongs[rest]))
    weights, bias = _least_squares(similarity, target, weight)
    coefficients = fit_logistic(evidence, belongs)
    gate = ScopeGate(
        embedder=embedder.name,
        fingerprint=texts.fingerprint,
        centre=centre,
        texts=stored,
        weights=weights.astype(np.float32),
        bias=bias,
        vocabulary=texts.vocabulary,
        notes=notes,
        coefficients=tuple(float(coefficient) for coefficient in coefficients),
        threshold=1,
        threshold_together=1,
    )
    return gate, dict(zip(texts.outside, held_out[~belongs].tolist(), strict=True))


def fit_coverage(
    passages: Sequence[Passage], topics: Sequence[str], questions: Sequence[str], asks: Sequence[str], embedder: Embedder
) -> CoverageGate:
    """The gate that tells whether passages cover a question.

    Again and again only some topics' passages are left in; a question is covered if its own topic is among them. As many questions of either
    kind, and every size of collection, weigh the same.

    Args:
        topics: what each passage is about.
        questions, asks: questions, and the topic that answers each.
    """
    holdings = Holdings.of(passages, embedder.passages([passage.searchable for passage in passages]))
    vectors = embedder.queries(questions)
    passage_topics, question_topics = np.array(topics), np.array(asks)
    every_topic = np.unique(passage_topics)
    generator = np.random.default_rng(_SEED)
    rows: list[tuple[float, float, float, bool, float]] = []
    for size in _SIZES:
        kept = max(1, round(size * len(every_topic)))
        for _ in range(max(2, _ROUNDS // kept)):
            present = generator.permutation(every_topic)[:kept]
            visible = np.isin(passage_topics, present)
            covered = np.isin(question_topics, present)
            chosen = [*np.flatnonzero(covered), *generator.permutation(np.flatnonzero(~covered))[: np.count_nonzero(covered)]]
            for number in chosen:
                scores = holdings.scores(questions[number], vectors[number], visible)
                best, lead = standing_out(scores)
                _, lead_by_words = standing_out(holdings.scores(questions[number], None, visible))
                cosine = 0.0 if best is None or scores.dense is None else float(scores.dense[best])
                rows.append((cosine, lead, lead_by_words, bool(covered[number]), 1 / (len(chosen) * max(2, _ROUNDS // kept))))
    cosines, leads, leads_by_words, is_covered, weights = (np.array(column) for column in zip(*rows, strict=True))
    both = fit_logistic(np.column_stack([cosines, leads]), is_covered.astype(bool), weights)
    words = fit_logistic(leads_by_words[:, np.newaxis], is_covered.astype(bool), weights)
    return CoverageGate((float(both[0]), float(both[1]), float(both[2])), (float(words[0]), float(words[1])))


def fit_logistic(
    evidence: NDArray[np.float64], positive: NDArray[np.bool_], weights: NDArray[np.float64] | None = None, ridge: float = 0.1
) -> NDArray[np.float64]:
    """Logistic regression by Newton's method (iteratively reweighted least squares), both classes weighing the same.

    Args:
        evidence: (examples, features); standardised inside, so that `ridge`, an L2 penalty, means the same for every feature.
        weights: of the examples; None: all alike.

    Returns:
        A coefficient for each feature, then the constant, for evidence as it came in.
    """
    mean, spread = evidence.mean(axis=0), np.maximum(evidence.std(axis=0), 1e-9)
    design = np.column_stack([(evidence - mean) / spread, np.ones(len(evidence))])
    weight = np.ones(len(evidence)) if weights is None else weights / weights.mean()
    weight = weight * np.where(positive, 0.5 / np.average(positive, weights=weight), 0.5 / np.average(~positive, weights=weight))
    penalty = np.full(design.shape[1], ridge)
    penalty[-1] = 1e-6
    coefficients = np.zeros(design.shape[1])
    for _ in range(100):
        probability = logistic(design @ coefficients)
        gradient = design.T @ (weight * (probability - positive)) + penalty * coefficients
        curvature = (design.T * (weight * probability * (1 - probability) + 1e-9)) @ design + np.diag(penalty)
        step = np.linalg.solve(curvature, gradient)
        coefficients -= step
        if np.abs(step).max() < 1e-9:
            break
    scaled = coefficients[:-1] / spread
    return np.append(scaled, coefficients[-1] - scaled @ mean)


def _least_squares(
    similarity: NDArray[np.float64], target: NDArray[np.float64], weight: NDArray[np.float64]
) -> tuple[NDArray[np.float64], float]:
    """Weights of the kernel and bias that come closest to `target` (+1, -1), both sides weighing the same."""
    balanced = weight * np.where(target > 0, 0.5 / weight[target > 0].sum(), 0.5 / weight[target < 0].sum()) * len(target)
    bias = float(np.average(target, weights=balanced))
    weights = np.asarray(np.linalg.solve(similarity + np.diag(_RIDGE / balanced), target - bias), np.float64)
    return weights, bias


def _threshold(values: list[float]) -> float:
    """What only `FALSE_ACCEPTS` of `values` exceed; 0 where there are none."""
    return float(np.quantile(values, 1 - FALSE_ACCEPTS)) if values else 0.0


def _log_odds(probability: float) -> float:
    return math.log(probability / (1 - probability))


def _predicted(evidence: NDArray[np.float64], coefficients: NDArray[np.float64]) -> NDArray[np.float64]:
    return logistic(evidence @ coefficients[:-1] + coefficients[-1])
