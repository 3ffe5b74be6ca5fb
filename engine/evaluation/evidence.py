"""Answering without a model: the option that the notes speak for, and what can be scored without knowing anything.

An option is supported by a sentence of the passages found for the stem in two ways, each standardised over the options and then added:
    meaning   the highest cosine similarity of "stem option" and a sentence, less that text's mean similarity to all notes: some texts are
              near everything in such a space (hubs; Radovanović et al. 2010), which says nothing about the question
    words     the largest product of the share of the stem's words and of the share of the option's own words that one sentence holds, each
              word weighing its inverse document frequency; words that also stand in the stem or in the other options tell nothing apart
Where the stem asks for what is wrong, the option with the least support is chosen. How the two are put together was settled on practice
questions, never on the evaluation set.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.items import Item, Presentation
from engine.evaluation.runs import Answered, Choice, Run
from engine.exams import Exam
from engine.questions.model import LETTERS
from kb.builtin import notes_passages, saved_vectors
from kb.embedding import Embedder
from kb.filling import searchable_hash
from kb.holdings import Holdings
from kb.passages import Passage
from kb.search import rank
from kb.terms import terms

PASSAGES = 5
"""Passages looked at for one question, as many as a written answer gets."""

_SENTENCE_END = re.compile(r"[。；！？\n]+")
_SHORTEST, _LONGEST = 8, 200  # characters of a sentence
_ASKS_FOR_WRONG = re.compile(r"(?:错误|不正确|不属于|不符合|不恰当|不合理|不可能|不能|不是|不会|不包括|不需要|有误|除了?)[^，。；]{0,14}$")
_BLANK = re.compile(r"[\s（(_）)：:?？。.]+$")


@dataclass(frozen=True)
class Notes:
    """An exam's notes, ready to be searched in memory: nobody's library is touched.

    Attributes:
        sentences: of each passage.
        weights: inverse document frequency of each word over all sentences; that of a word that stands nowhere is `rarest`.
    """

    passages: tuple[Passage, ...]
    holdings: Holdings
    embedder: Embedder
    sentences: tuple[tuple[str, ...], ...]
    weights: dict[str, float]
    rarest: float
    _vectors: dict[str, NDArray[np.float32]] = field(default_factory=dict)

    @classmethod
    def of(cls, exam: Exam, embedder: Embedder) -> Notes:
        """The notes of `exam`; vectors that are shipped are not computed again."""
        passages = notes_passages(exam.notes_title, exam.folder)
        known = saved_vectors(exam.folder / "vectors", embedder.name)
        new = [passage for passage in passages if searchable_hash(passage.searchable) not in known]
        fresh = dict(zip(map(id, new), embedder.passages([passage.searchable for passage in new]), strict=True))
        vectors = [fresh[id(passage)] if id(passage) in fresh else known[searchable_hash(passage.searchable)] for passage in passages]
        return cls.from_passages(passages, np.stack(vectors), embedder)

    @classmethod
    def from_passages(cls, passages: Sequence[Passage], vectors: NDArray[np.float32], embedder: Embedder) -> Notes:
        """Any passages with their vectors, shape (passages, dimension)."""
        sentences = tuple(tuple(sentences_of(passage.text)) for passage in passages)
        documents = Counter(word for some in sentences for sentence in some for word in set(terms(sentence)))
        total = sum(map(len, sentences))
        weights = {word: _inverse_frequency(count, total) for word, count in documents.items()}
        return cls(tuple(passages), Holdings.of(passages, vectors), embedder, sentences, weights, _inverse_frequency(0, total))

    @property
    def fingerprint(self) -> str:
        """16 hex digits over everything that can be found."""
        return hashlib.sha256("\n".join(passage.searchable for passage in self.passages).encode()).hexdigest()[:16]

    def search(self, stem: str, vector: NDArray[np.float32], count: int = PASSAGES) -> list[int]:
        """Positions of the best passages for a question, best first, ranked as the bot ranks them."""
        everything = np.ones(len(self.passages), np.bool_)
        return [found.position for found in rank(self.holdings.scores(stem, vector, everything), self.holdings.texts, count)]

    def texts_for(self, stems: Sequence[str]) -> list[tuple[str, ...]]:
        """For each question what a model is given to read: the passages with their places."""
        vectors = self.embedder.queries(stems)
        return [
            tuple(f"{self.passages[place].place}\n{self.passages[place].text}" for place in self.search(stem, vector))
            for stem, vector in zip(stems, vectors, strict=True)
        ]

    def sentence_vectors(self, sentences: Iterable[str]) -> None:
        """Embed those that have not been yet."""
        missing = [sentence for sentence in dict.fromkeys(sentences) if sentence not in self._vectors]
        if missing:
            self._vectors.update(zip(missing, self.embedder.passages(missing), strict=True))

    def supports(self, items: Sequence[Item]) -> list[NDArray[np.float64]]:
        """For each item how much speaks for each of its options (float64, shape (options,)); several at once, because embedding is
        quicker so."""
        stems = self.embedder.queries([item.stem for item in items])
        whole = self.embedder.queries([f"{item.stem} {option}" for item in items for option in item.options])
        found = [
            [sentence for place in self.search(item.stem, vector) for sentence in self.sentences[place]]
            for item, vector in zip(items, stems, strict=True)
        ]
        self.sentence_vectors(sentence for some in found for sentence in some)
        usual = whole @ self.holdings.vectors.mean(axis=0)
        supports, start = [], 0
        for item, sentences in zip(items, found, strict=True):
            end = start + len(item.options)
            if sentences:
                near = (np.stack([self._vectors[sentence] for sentence in sentences]) @ whole[start:end].T).max(axis=0)
                meaning = _standardised((near - usual[start:end]).astype(np.float64))
                supports.append(meaning + _standardised(self._in_words(item, sentences)))
            else:
                supports.append(np.zeros(len(item.options)))
            start = end
        return supports

    def _in_words(self, item: Item, sentences: Sequence[str]) -> NDArray[np.float64]:
        stem = set(terms(item.stem))
        options = [set(terms(option)) - stem for option in item.options]
        shared = Counter(word for option in options for word in option)
        others = len(options) - 1
        own = [{word: self._weight(word) * (1 - (shared[word] - 1) / others) for word in option} for option in options]
        best = np.zeros(len(options))
        for sentence in map(terms, sentences):
            held = set(sentence)
            asked = _share(held, {word: self._weight(word) for word in stem})
            if asked:
                best = np.maximum(best, [asked * _share(held, words) for words in own])
        return best

    def _weight(self, word: str) -> float:
        return self.weights.get(word, self.rarest)


def sentences_of(text: str) -> list[str]:
    """The sentences of a passage that are long enough to say something."""
    return [part.strip()[:_LONGEST] for part in _SENTENCE_END.split(text) if len(part.strip()) >= _SHORTEST]


def asks_for_wrong(stem: str) -> bool:
    """Whether the stem asks for the option that does not hold."""
    return bool(_ASKS_FOR_WRONG.search(_BLANK.sub("", stem)))


def by_evidence(items: Sequence[Item], notes: Notes) -> list[Choice]:
    """What the notes speak for, or against where that is asked. None where nothing tells the options apart."""
    return [
        _highest(-support if asks_for_wrong(item.stem) else support) for item, support in zip(items, notes.supports(items), strict=True)
    ]


def by_similarity(items: Sequence[Item], embedder: Embedder) -> list[Choice]:
    """The option most similar to the question, without any notes."""
    stems = embedder.queries([item.stem for item in items])
    options = iter(embedder.queries([option for item in items for option in item.options]))
    return [_highest(np.array([float(stem @ next(options)) for _ in item.options])) for item, stem in zip(items, stems, strict=True)]


def blind_runs(shown: Sequence[Presentation]) -> list[Run]:
    """What is scored without reading: always the same place, always the longest option (of several the first)."""
    letters = LETTERS[: max((len(one.order) for one in shown), default=0)]
    runs = [Run({"answerer": f"always-{letter}"}, f"总选 {letter}", _answered(shown, [letter] * len(shown))) for letter in letters]
    longest = [one.order[max(range(len(one.options)), key=lambda place: len(one.options[place]))] for one in shown]
    places = [LETTERS[one.order.index(letter)] for one, letter in zip(shown, longest, strict=True)]
    return [*runs, Run({"answerer": "longest"}, "总选最长的", _answered(shown, places))]


def _answered(shown: Sequence[Presentation], places: Sequence[str]) -> dict[tuple[str, int], Answered]:
    return {
        (one.item.id, one.variant): Answered.of(one, Choice(place if place in LETTERS[: len(one.order)] else None))
        for one, place in zip(shown, places, strict=True)
    }


def _highest(scores: NDArray[np.float64]) -> Choice:
    best = np.flatnonzero(np.isclose(scores, scores.max()))
    return Choice(LETTERS[int(best[0])] if len(best) == 1 else None)


def _standardised(values: NDArray[np.float64]) -> NDArray[np.float64]:
    spread = float(values.std())
    return (values - values.mean()) / spread if spread > 1e-9 else np.zeros_like(values)


def _share(held: set[str], words: dict[str, float]) -> float:
    total = sum(words.values())
    return sum(weight for word, weight in words.items() if word in held) / total if total else 0.0


def _inverse_frequency(count: int, total: int) -> float:
    return math.log(1 + (total - count + 0.5) / (count + 0.5))
