"""Ranking and what it must do whatever the retrievers say."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.holdings import Holdings, NoSuchBook, ShelvedBook
from kb.passages import Passage
from kb.search import CANDIDATES, Scores, SearchScope, rank, standing_out
from tests.unit.kb.hashing import HashEmbedder

TEXTS = ("页表把页号映射到页框号", "快表缓存最近用过的页表项", "磁盘调度算法", "银行家算法", "进程与线程")
ASKED = "快表里缓存了什么"


def _holdings(texts: tuple[str, ...] = TEXTS) -> Holdings:
    passages = [Passage(("书",), text, number) for number, text in enumerate(texts)]
    return Holdings.of(passages, HashEmbedder().passages([passage.searchable for passage in passages]))


def _scores(holdings: Holdings, text: str = ASKED, *, with_vector: bool = True) -> Scores:
    vector = HashEmbedder().queries([text])[0] if with_vector else None
    return holdings.scores(text, vector, np.ones(len(holdings.ids), bool))


def test_words_and_meaning_agree_on_the_best() -> None:
    holdings = _holdings()
    best = rank(_scores(holdings), holdings.texts, 2)[0]
    assert best.position == 1 and best.dense is not None and best.lexical > 0


def test_without_a_vector_words_decide_alone() -> None:
    holdings = _holdings()
    ranked = rank(_scores(holdings, with_vector=False), holdings.texts, 5)
    assert ranked[0].position == 1 and ranked[0].dense is None
    assert all(hit.lexical > 0 for hit in ranked)  # nothing else speaks for a passage without any word of the question


def test_a_passage_without_a_vector_yet_is_found_by_its_words() -> None:
    holdings = _holdings()
    scores = _scores(holdings)
    scores.has_vector[1] = False
    assert scores.dense is not None
    scores.dense[1] = 0
    best = rank(scores, holdings.texts, 1)[0]
    assert best.position == 1 and best.dense is None


def test_the_same_text_in_two_books_is_shown_once() -> None:
    holdings = _holdings((*TEXTS, TEXTS[1]))
    positions = [hit.position for hit in rank(_scores(holdings), holdings.texts, 6)]
    assert len({1, 5} & set(positions)) == 1 and len(positions) == 5


def test_more_candidates_than_are_shown_do_no_harm() -> None:
    holdings = _holdings(tuple(f"第 {number} 段讲快表 {'缓存' * (number % 7)}" for number in range(3 * CANDIDATES)))
    ranked = rank(_scores(holdings), holdings.texts, 5)
    assert len(ranked) == 5 and [hit.score for hit in ranked] == sorted((hit.score for hit in ranked), reverse=True)


def test_what_stands_out_is_the_best_and_its_lead_over_the_next() -> None:
    best, lead = standing_out(_scores(_holdings()))
    assert best == 1 and lead > 0
    assert standing_out(_scores(_holdings(()))) == (None, 0.0)
    assert standing_out(_scores(_holdings(TEXTS[:1])))[1] == 0


@settings(max_examples=40)
@given(st.text(max_size=30), st.lists(st.booleans(), min_size=5, max_size=5), st.integers(0, 7))
def test_only_what_is_visible_is_ever_ranked(text: str, visible: list[bool], limit: int) -> None:
    holdings = _holdings()
    mask = np.array(visible)
    scores = holdings.scores(text, HashEmbedder().queries([text])[0], mask)
    ranked = rank(scores, holdings.texts, limit)
    assert len(ranked) <= limit
    assert all(visible[hit.position] and np.isfinite(hit.score) for hit in ranked)


def _shelf(*books: ShelvedBook) -> Holdings:
    holdings = Holdings.empty()
    return Holdings(**{field: getattr(holdings, field) for field in holdings.__slots__} | {"shelf": {book.id: book for book in books}})


OURS = ShelvedBook(1, "操作系统笔记", "408", "os", frozenset({"a"}))
EVERYONES = ShelvedBook(2, "操作系统", None, None, frozenset({"*"}))
CIVIL = ShelvedBook(3, "申论", "civil", None, frozenset({"*"}))
SHELF = _shelf(OURS, EVERYONES, CIVIL)


@pytest.mark.parametrize(
    ("scope", "seen"),
    [
        (SearchScope(None), [OURS, EVERYONES, CIVIL]),
        (SearchScope("a"), [OURS, EVERYONES, CIVIL]),
        (SearchScope("b"), [EVERYONES, CIVIL]),
        (SearchScope("b", exam="408"), [EVERYONES]),
        (SearchScope("a", book="《操作系统》"), [EVERYONES]),
        (SearchScope("a", book="系统笔记"), [OURS]),
        (SearchScope("a", book="操 作 系 统 笔 记"), [OURS]),
    ],
)
def test_a_scope_shows_its_books(scope: SearchScope, seen: list[ShelvedBook]) -> None:
    assert SHELF.books_in(scope) == seen


def test_an_unknown_book_is_refused_with_the_titles_that_may_be_seen() -> None:
    with pytest.raises(NoSuchBook, match="《操作系统》、《申论》") as refusal:
        SHELF.books_in(SearchScope("b", book="操作系统笔记"))
    assert "《操作系统笔记》" in str(refusal.value).split("。")[0]
    assert "操作系统笔记" not in str(refusal.value).split("。", 1)[1]
