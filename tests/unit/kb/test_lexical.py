import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.lexical import K1, B, LexicalIndex

PASSAGES = [["页", "表", "页"], ["快", "表"], ["磁", "盘", "调", "度"], []]
EVERYTHING = np.ones(4, bool)


def _reference(passages: list[list[str]], query: list[str]) -> list[float]:
    """BM25 as the textbook writes it, passage by passage."""
    mean = max(sum(map(len, passages)) / len(passages), 1)
    scores = []
    for passage in passages:
        score = 0.0
        for term in query:
            holding = sum(term in other for other in passages)
            idf = np.log(1 + (len(passages) - holding + 0.5) / (holding + 0.5))
            count = passage.count(term)
            score += idf * count * (K1 + 1) / (count + K1 * (1 - B + B * len(passage) / mean))
        scores.append(score)
    return scores


def test_rare_terms_weigh_more_and_passages_without_any_score_nothing() -> None:
    scores = LexicalIndex.of(PASSAGES).scores(["页", "表"], EVERYTHING)
    assert scores[0] > scores[1] > 0
    assert scores[2] == scores[3] == 0


def test_what_may_not_be_seen_neither_scores_nor_counts() -> None:
    alone = LexicalIndex.of(PASSAGES[:2]).scores(["表", "盘"], np.ones(2, bool))
    masked = LexicalIndex.of(PASSAGES).scores(["表", "盘"], np.array([True, True, False, False]))
    assert masked.tolist() == [*alone, 0, 0]


def test_nothing_visible_or_nothing_asked_scores_nothing() -> None:
    index = LexicalIndex.of(PASSAGES)
    assert not index.scores(["页"], np.zeros(4, bool)).any()
    assert not index.scores([], EVERYTHING).any() and not index.scores(["天气"], EVERYTHING).any()
    assert LexicalIndex.empty().scores(["页"], np.zeros(0, bool)).tolist() == []


_WORDS = st.lists(st.sampled_from("甲乙丙丁戊"), max_size=8)


@settings(max_examples=80)
@given(st.lists(_WORDS, min_size=1, max_size=6), _WORDS)
def test_scores_are_those_of_the_textbook(passages: list[list[str]], query: list[str]) -> None:
    scores = LexicalIndex.of(passages).scores(query, np.ones(len(passages), bool))
    np.testing.assert_allclose(scores, _reference(passages, query), rtol=1e-5, atol=1e-6)


@settings(max_examples=80)
@given(st.lists(st.tuples(_WORDS, st.booleans()), max_size=6), st.lists(_WORDS, max_size=4), _WORDS)
def test_an_updated_index_is_the_index_of_what_is_left(
    before: list[tuple[list[str], bool]], added: list[list[str]], query: list[str]
) -> None:
    kept = np.array([number for number, (_, stays) in enumerate(before) if stays], np.int64)
    index = LexicalIndex.of(passage for passage, _ in before)
    updated = index.updated(kept, [index.count(added[:1]), index.count(added[1:])])
    fresh = LexicalIndex.of([passage for passage, stays in before if stays] + added)
    everything = np.ones(len(fresh), bool)
    assert len(updated) == len(fresh)
    assert updated.scores(query, everything).tolist() == pytest.approx(fresh.scores(query, everything).tolist())
