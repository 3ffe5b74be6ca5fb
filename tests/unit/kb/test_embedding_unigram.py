"""The unigram tokeniser on vocabularies small enough to follow by hand."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.embedding import unigram
from kb.embedding.unigram import Unigram

PIECES = ["<unk>", "▁", "a", "b", "ab", "▁a", "abab", "页", "页表"]
SCORES = np.array([0, -2, -3, -3, -4, -4, -9, -5, -6], dtype=np.float32)
NORMALISATION = {ord("\n"): " ", ord("\t"): " ", ord("Ａ"): "a", 0: ""}


@pytest.fixture(scope="module")
def tokeniser(tmp_path_factory: pytest.TempPathFactory) -> Unigram:
    folder = tmp_path_factory.mktemp("vocabulary")
    unigram.write(folder, PIECES, SCORES, 0, NORMALISATION)
    return Unigram(folder)


def pieces(tokeniser: Unigram, text: str) -> list[str]:
    return [PIECES[i] for i in tokeniser.ids(text)]


def test_the_most_probable_pieces_win(tokeniser: Unigram) -> None:
    assert pieces(tokeniser, "ab") == ["▁", "ab"]  # -6, against -7 for ▁a b
    assert pieces(tokeniser, "abab") == ["▁", "ab", "ab"]  # -10, against -11 for ▁ abab
    assert pieces(tokeniser, "页表") == ["▁", "页表"]


def test_each_unknown_character_is_an_unknown_piece(tokeniser: Unigram) -> None:
    assert pieces(tokeniser, "页??表") == ["▁", "页", "<unk>", "<unk>", "<unk>"]


def test_white_space_is_folded_and_code_points_are_replaced(tokeniser: Unigram) -> None:
    assert tokeniser.normalise("Ａ\n\t b\x00 ") == "▁a▁b▁"
    assert tokeniser.normalise("") == "▁"
    assert tokeniser.normalise(" a") == "▁a"


def test_only_as_many_ids_as_are_wanted(tokeniser: Unigram) -> None:
    assert tokeniser.ids("ab" * 1000, at_most=3) == tokeniser.ids("ab" * 1000)[:3]


@given(text=st.text("ab页表 ?Ａ\n", max_size=12))
@settings(max_examples=60)
def test_no_other_segmentation_is_more_probable(tokeniser: Unigram, text: str) -> None:
    normal = tokeniser.normalise(text)
    known = {piece: float(score) for piece, score in zip(PIECES[1:], SCORES[1:], strict=True)}
    unknown = float(SCORES.min()) - 10

    def best(rest: str) -> float:
        tails = [known[rest[:length]] + best(rest[length:]) for length in range(1, len(rest) + 1) if rest[:length] in known]
        return max([*tails, unknown + best(rest[1:])]) if rest else 0.0

    found = sum(unknown if i == 0 else float(SCORES[i]) for i in tokeniser.ids(text))
    assert found == pytest.approx(best(normal))


def test_an_empty_piece_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="piece 1 is empty"):
        unigram.write(tmp_path, ["<unk>", ""], np.zeros(2, dtype=np.float32), 0, {})


def test_pieces_that_cannot_be_told_apart_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="share a hash"):
        unigram.write(tmp_path, ["<unk>", "a", "a"], np.zeros(3, dtype=np.float32), 0, {})
