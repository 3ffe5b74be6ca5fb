"""Recognising a question that a person pasted: the same words, however they were typed. Near misses are misses.

Two questions may differ in one digit or in one character (先序, 后序) and have different keys, so no edit distance is used: a
text matches only if it is a question's stem, in loose folding, with nothing around it but the options and the words people
wrap a question in (这题怎么做, 请问, 12.).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from engine.questions.folding import fold_loosely
from engine.questions.model import LETTERS, Question

MAX_LENGTH = 12_000
"""Characters: a longer text is no pasted question (a stem has at most 4,000 and eight options 1,000 each)."""

_SEED = 6  # folded characters of a stem that are looked up first
# Said before or around a question. No word here may turn a question's sense: neither 不会 nor 为什么 can stand before a stem.
_KINDS = "单项选择题 多项选择题 单选题 多选题 选择题 判断题 填空题 单选 多选 判断 填空"
_BEFORE = (
    "请问 问一下 问下 想问 想请教 请教 求助 求解 求问 求答案 帮忙 帮我 看看 看下 看一下 解一下 解答 讲讲 做一下 "
    "这道题 这题 这个题 本题 题目 怎么做 怎么选 怎么解 怎么算 选什么 选哪个 选啥 "
    "大佬们 大佬 老师 同学们 同学 各位 大家 有人会 谁会 救命 谢谢 感谢"
)
_AFTER = "该选什么 怎样做 答案是什么 答案是 答案 是什么 是啥 是多少 为什么 为啥 解析 解释一下 讲一下 不懂 对不对 是否正确 正确 对 题 求"
_WRAPPING_LENGTH = 40  # folded characters before a stem; also bounds the search


def _any_of(*words: str) -> re.Pattern[str]:
    folded = {fold_loosely(word) for word in " ".join(words).split()} - {""}
    # Possessive: 看一下 could be taken apart in several ways, and trying them all would take exponential time.
    return re.compile("(?:" + "|".join(sorted(folded, key=len, reverse=True)) + ")*+,?")


_PREFIX = _any_of(_KINDS, _BEFORE)
_SUFFIX = _any_of(_KINDS, _BEFORE, _AFTER)
_NUMBER = re.compile(
    r"\s*[（(【\[]?\s*(?:第\s*)?\d{1,4}\s*(?:题\s*[:：.、，,]?|[】\]）)]|[.．](?!\d)|[、:：](?!\s*\d))\s*"
)  # not the beginning of 2.5 GHz or of 3、5 号进程


@dataclass(frozen=True, slots=True)
class _Entry:
    question: Question
    stem: str
    tails: tuple[str, ...]  # its options as they may follow the stem: with letters, without


class Matcher:
    """Finds the question a text is. Built once for a bank; looking up takes well under a millisecond."""

    def __init__(self, questions: Iterable[Question]) -> None:
        self._questions: dict[str, Question] = {}
        self._by_start: dict[str, list[_Entry]] = defaultdict(list)
        for question in questions:
            without = _without_number(question.stem)
            stem = fold_loosely(question.stem if re.match(r"\s*\d", without) else without)
            if not stem:
                continue
            lettered = " ".join(f"{letter}. {option}" for letter, option in zip(LETTERS, question.options, strict=False))
            tails = (fold_loosely(lettered), fold_loosely(" ".join(question.options))) if question.options else ()
            self._questions[question.id] = question
            self._by_start[stem[:_SEED]].append(_Entry(question, stem, tails))
        self._seed_lengths = sorted({len(start) for start in self._by_start}, reverse=True)

    def find(self, text: str) -> Question | None:
        """The only question that `text` can be; None if there is none, or if it could be several (the same stem, other options)."""
        if not text.strip() or len(text) > MAX_LENGTH:
            return None
        found: dict[str, tuple[bool, int]] = {}
        for body in _bodies(text):
            folded = fold_loosely(body)
            for position in range(min(len(folded), _WRAPPING_LENGTH) + 1):
                if _PREFIX.fullmatch(folded, 0, position) is None:
                    continue
                for length in self._seed_lengths:
                    for entry in self._by_start.get(folded[position : position + length], ()):
                        closeness = _closeness(folded, position, entry)
                        if closeness is not None:
                            found[entry.question.id] = min(found.get(entry.question.id, closeness), closeness)
        best = min(found.values(), default=None)
        matches = [identifier for identifier, closeness in found.items() if closeness == best]
        return self._questions[matches[0]] if len(matches) == 1 else None


def _bodies(text: str) -> set[str]:
    """The text as it is, without its number, and without what introduces it (`帮忙看看这题：12. …`)."""
    bodies = {text, _without_number(text), _without_number(_without_number(text))}
    introduction = re.match(r"[^:：\n]{1,40}[:：\n]", text)
    if introduction and _PREFIX.fullmatch(fold_loosely(introduction[0])):
        bodies.add(_without_number(text[introduction.end() :]))
    return bodies


def _without_number(text: str) -> str:
    match = _NUMBER.match(text)
    return text[match.end() :] if match else text


def _closeness(folded: str, position: int, entry: _Entry) -> tuple[bool, int] | None:
    """How closely the text is this question, smaller is closer: (options not pasted, characters around it); None if it is not."""
    if not folded.startswith(entry.stem, position):
        return None
    rest = folded[position + len(entry.stem) :].removeprefix(",")
    for tail in entry.tails:
        if rest.startswith(tail) and _SUFFIX.fullmatch(rest, len(tail)):
            return False, position + len(rest) - len(tail)
    if _SUFFIX.fullmatch(rest) is None:
        return None
    return bool(entry.tails), position + len(rest)
