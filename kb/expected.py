"""Questions that are expected about a knowledge point: a second way to an exam's built-in notes.

How a learner asks is often nearer to how somebody else would ask than to how a note tells it, so a note is also found through questions
that were written for it before anybody asked (document expansion by expected queries: doc2query; Nogueira et al. 2019). They change the
order of built-in passages among themselves only: what a book that somebody added scores against them stays as it is.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kb.arrays import save_arrays
from kb.embedding.protocol import Embedder
from kb.gate import file_name


@dataclass(frozen=True, eq=False)
class ExpectedQuestions:
    """What is expected about the points of one exam.

    Attributes:
        embedder: whose vectors they are.
        fingerprint: of the questions.
        points: the points, each once.
        about: for each question the number of its point, int32, (questions,).
        vectors: query vectors of unit length times 127, int8, (questions, dimension).
    """

    embedder: str
    fingerprint: str
    points: tuple[str, ...]
    about: NDArray[np.int32]
    vectors: NDArray[np.int8]

    @classmethod
    def of(cls, questions: Sequence[tuple[str, str]], embedder: Embedder) -> ExpectedQuestions:
        """Questions as (point, text); at least one."""
        numbers = {point: number for number, point in enumerate(dict.fromkeys(point for point, _ in questions))}
        vectors = embedder.queries([text for _, text in questions])
        about = np.array([numbers[point] for point, _ in questions], np.int32)
        return cls(embedder.name, fingerprint(questions), tuple(numbers), about, np.round(127 * vectors).astype(np.int8))

    def likeness(self, vector: NDArray[np.float32]) -> dict[str, float]:
        """For each point how near its nearest question comes to the one with the query vector `vector`, standardised over the points."""
        nearest = np.full(len(self.points), -1.0, np.float32)
        np.maximum.at(nearest, self.about, self._unit @ vector)
        spread = float(nearest.std())
        return dict(zip(self.points, ((nearest - nearest.mean()) / spread).tolist() if spread else [0.0] * len(nearest), strict=True))

    @cached_property
    def _unit(self) -> NDArray[np.float32]:
        return self.vectors.astype(np.float32) / np.float32(127)


def fingerprint(questions: Sequence[tuple[str, str]]) -> str:
    """16 hex digits over all questions."""
    return hashlib.sha256(json.dumps(questions, ensure_ascii=False).encode()).hexdigest()[:16]


def likeness(
    expected: Mapping[str, ExpectedQuestions], exam: str | None, vector: NDArray[np.float32], anchors: Mapping[str, int]
) -> NDArray[np.float32]:
    """As `ExpectedQuestions.likeness` for the anchors of passages, by number, (anchors + 1,); NaN where nothing is expected, and at the end.

    Args:
        exam: whose points count; None: every exam's.
        anchors: the number of each anchor, from 0.
    """
    found = np.full(len(anchors) + 1, np.nan, np.float32)
    for owner, questions in expected.items():
        if exam in (None, owner):
            for point, value in questions.likeness(vector).items():
                if point in anchors:
                    found[anchors[point]] = value
    return found


def save_expected(path: Path, expected: ExpectedQuestions) -> None:
    """Write them; the same questions always give the same bytes."""
    described = json.dumps(
        {"embedder": expected.embedder, "fingerprint": expected.fingerprint, "points": expected.points}, ensure_ascii=False
    )
    arrays: dict[str, NDArray[Any]] = {
        "described": np.frombuffer(described.encode(), np.uint8),
        "about": expected.about,
        "vectors": expected.vectors,
    }
    save_arrays(path, arrays)


def load_expected(path: Path) -> ExpectedQuestions | None:
    """Read them; None: there are none at `path`."""
    try:
        with np.load(path, allow_pickle=False) as arrays:
            plain = json.loads(arrays["described"].tobytes())
            return ExpectedQuestions(plain["embedder"], plain["fingerprint"], tuple(plain["points"]), arrays["about"], arrays["vectors"])
    except (OSError, KeyError, ValueError):
        return None


def expected_path(folder: Path, embedder: str) -> Path:
    """Where the questions of an exam lie beside its vectors."""
    return folder / f"expected-{file_name(embedder)}.npz"
