"""How well the gates refuse. Scope: what is let in of messages that belong and of messages that do not. Coverage: what is answered of
questions whose passages are there and of questions whose passages were taken out.

Scope is measured twice: as it is shipped, with the threshold that comes from texts of our own; and on random halves, the threshold set on one
and measured on the other. The classifier itself never sees what it is judged on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import ShanganError
from engine.evaluation.intervals import Share
from engine.evaluation.retrieval import Collection
from engine.exams import read_lines
from kb.embedding import Embedder
from kb.gate import CoverageGate, Gates
from kb.holdings import Holdings

CALIBRATED_FALSE_ACCEPTS = 0.013
"""Share of the off-topic messages of one half that its threshold lets in. On the other half somewhat more come through; the promise is at most
2%, and with 400 messages a half scatters by half a point, so the threshold keeps that distance."""


def read_messages(path: Path) -> tuple[str, ...]:
    """One message a line.

    Raises:
        ShanganError: the file cannot be read or holds nothing.
    """
    try:
        messages = read_lines(path)
    except (OSError, UnicodeDecodeError) as error:
        raise ShanganError(f"读不了 {path}：{error}。要的是 UTF-8 文本，一行一条消息。") from error
    if not messages:
        raise ShanganError(f"{path} 不存在或是空的。要的是 UTF-8 文本，一行一条消息。")
    return messages


def evaluate_refusal(
    in_scope: Sequence[str],
    off_topic: Sequence[str],
    embedder: Embedder,
    gates: Gates,
    exam: str | None = None,
    halves: int = 20,
    seed: int = 408,
) -> dict[str, Any]:
    """Precision, recall, F1 and the share let through, with 95% intervals.

    Args:
        in_scope, off_topic: messages, at least two of each.
        exam: whose gate; None: in scope is what any exam's gate lets in.
        halves: how often both sets are split at random.

    Returns:
        `shipped`: recall (of what belongs), let_through (of what does not), precision and F1; `halves`: the same, the mean over the splits with the
        2.5th and 97.5th percentile.

    Raises:
        ValueError: fewer than two messages on a side, or no gate for `exam`.
    """
    if min(len(in_scope), len(off_topic)) < 2:
        raise ValueError("refusal needs at least two messages of each kind")
    chosen = list(gates.scope.values()) if exam is None else [gate] if (gate := gates.scope.get(exam)) else []
    if not chosen:
        raise ValueError(f"there is no scope gate for {exam}")
    inside, outside = embedder.queries(list(in_scope)), embedder.queries(list(off_topic))
    # On one scale for several gates: how far above its own threshold the most willing gate is.
    thresholds = [gate.threshold if exam is not None else gate.threshold_together for gate in chosen]
    gated = list(zip(chosen, thresholds, strict=True))
    belongs = np.max([_margin(gate.probabilities(in_scope, inside), threshold) for gate, threshold in gated], axis=0)
    strays = np.max([_margin(gate.probabilities(off_topic, outside), threshold) for gate, threshold in gated], axis=0)
    generator = np.random.default_rng(seed)
    splits = []
    for _ in range(halves):
        calibrating, measuring = _halves(len(strays), generator)
        threshold = float(np.quantile(strays[calibrating], 1 - CALIBRATED_FALSE_ACCEPTS))
        splits.append(_rates(belongs[_halves(len(belongs), generator)[1]] > threshold, strays[measuring] > threshold))
    return {
        "in_scope": len(in_scope),
        "off_topic": len(off_topic),
        "embedder": embedder.name,
        "shipped": _shipped(belongs >= 0, strays >= 0),
        "halves": {"splits": halves, **_summary(splits)},
    }


def evaluate_coverage(collection: Collection, embedder: Embedder, gate: CoverageGate, rounds: int = 20, seed: int = 408) -> dict[str, Any]:
    """What is answered with every passage there, and with the passages of half of the topics taken out at random.

    A topic is what answers a query: the set of its relevant passages.

    Returns:
        `complete`: answered, with its interval; `half`: answered (topic present), refused (topic gone) and balanced accuracy, the mean over the
        rounds with the 2.5th and 97.5th percentile.
    """
    ids = {passage: position for position, passage in enumerate(collection.passages)}
    names = [name for name in collection.queries if collection.relevant.get(name)]
    questions = [collection.queries[name] for name in names]
    holdings = Holdings.of(
        list(collection.passages.values()), embedder.passages([passage.searchable for passage in collection.passages.values()])
    )
    vectors = embedder.queries(questions)
    topics = sorted({collection.relevant[name] for name in names}, key=sorted)
    topic_of = [topics.index(collection.relevant[name]) for name in names]

    def covered(visible: NDArray[np.bool_]) -> NDArray[np.bool_]:
        found = [
            gate.judge(holdings.scores(question, vector, visible)).accepted for question, vector in zip(questions, vectors, strict=True)
        ]
        return np.array(found, np.bool_)

    complete = covered(np.ones(len(ids), np.bool_))
    generator = np.random.default_rng(seed)
    splits: list[dict[str, float]] = []
    for _ in range(rounds):
        gone = set(generator.permutation(len(topics))[: len(topics) // 2].tolist())
        taken = {passage for number in gone for passage in topics[number]} - {
            passage for number, topic in enumerate(topics) if number not in gone for passage in topic
        }
        visible = np.array([passage not in taken for passage in ids])
        present = np.array([number not in gone for number in topic_of])
        answers = covered(visible)
        answered, refused = float(answers[present].mean()), float(1 - answers[~present].mean())
        splits.append({"answered": answered, "refused": refused, "balanced_accuracy": (answered + refused) / 2})
    return {
        "queries": len(questions),
        "topics": len(topics),
        "embedder": embedder.name,
        "complete": {"answered": Share(int(complete.sum()), len(complete)).as_data()},
        "half": {"rounds": rounds, **_summary(splits)},
    }


def _margin(probabilities: NDArray[np.float64], threshold: float) -> NDArray[np.float64]:
    def log_odds(values: Any) -> Any:
        bounded = np.clip(values, 1e-12, 1 - 1e-12)
        return np.log(bounded / (1 - bounded))

    margin: NDArray[np.float64] = log_odds(probabilities) - log_odds(threshold)
    return margin


def _halves(count: int, generator: np.random.Generator) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    order = generator.permutation(count)
    return order[: count // 2], order[count // 2 :]


def _rates(belonging: NDArray[np.bool_], straying: NDArray[np.bool_]) -> dict[str, float]:
    """`belonging`, `straying`: whether each message that belongs, or does not, was let in."""
    right, wrong = int(belonging.sum()), int(straying.sum())
    recall, precision = right / len(belonging), right / (right + wrong) if right + wrong else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return {"recall": recall, "let_through": wrong / len(straying), "precision": precision, "f1": f1}


def _shipped(belonging: NDArray[np.bool_], straying: NDArray[np.bool_], draws: int = 1000) -> dict[str, Any]:
    """Wilson's intervals for shares; for F1, which is none, the percentile bootstrap (Efron 1979)."""
    rates = _rates(belonging, straying)
    right, wrong = int(belonging.sum()), int(straying.sum())
    generator = np.random.default_rng(0)
    drawn = [_rates(generator.choice(belonging, len(belonging)), generator.choice(straying, len(straying)))["f1"] for _ in range(draws)]
    return {
        "recall": Share(right, len(belonging)).as_data(),
        "let_through": Share(wrong, len(straying)).as_data(),
        "precision": Share(right, right + wrong).as_data(),
        "f1": {"value": round(rates["f1"], 4), "interval": _percentiles(drawn)},
    }


def _summary(splits: Sequence[Mapping[str, float]]) -> dict[str, Any]:
    return {
        name: {
            "value": round(float(np.mean([split[name] for split in splits])), 4),
            "interval": _percentiles([split[name] for split in splits]),
        }
        for name in splits[0]
    }


def _percentiles(values: Sequence[float]) -> list[float]:
    return [round(float(bound), 4) for bound in np.percentile(values, [2.5, 97.5])]
