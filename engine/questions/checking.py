"""What a machine can check about an exam's own bank and notes: every fault of every file in one list.

Whether a key is right is not decided here, with one exception: arithmetic that an explanation writes out is recomputed.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import ceil, floor, sqrt

from engine.exams import Exam
from engine.questions.arithmetic import wrong_equations
from engine.questions.faults import Fault, Severity
from engine.questions.folding import fold
from engine.questions.model import LETTERS, Question
from engine.questions.notes import note_faults
from engine.questions.reading import Placed, read_files
from engine.questions.similarity import near_duplicates, shingles

SAME = 0.95
"""Jaccard similarity of character trigrams (stem and options together) from which two questions count as one: a fault.

One word changed in a short stem with the same options (深度优先, 广度优先) still makes another question, at about 0.9."""

ALIKE = 0.65
"""From here they are worth a look: a warning. Two variants of a computation in 100 characters with other numbers score about 0.6."""

MOST_ON_ONE_LETTER = 0.27
"""Evaluation set: the largest share of keys on one letter, which is what always answering that letter would score."""

MOST_BY_LENGTH = 0.30
"""Evaluation set: the most that always choosing the longest option may score."""

_ENOUGH = 20  # questions from which a share says something
_NAMED_KEY = re.compile(r"(?:故|因此|所以|应|答案)\s*(?:应?选|为|是)\s*(?:择?[:：]?\s*)([A-H]{1,8})(?![A-Za-z0-9])")


def check_bank(exam: Exam) -> list[Fault]:
    """Every fault and warning of the exam's question files and notes, by file and line."""
    placed, faults = read_files(exam.question_files, exam)
    for place in placed:
        faults.extend(_content_faults(place))
    faults.extend(_duplicate_faults(placed))
    faults.extend(_balance_faults(exam, placed))
    faults.extend(_evaluation_faults(exam, placed))
    faults.extend(note_faults(exam))
    return sorted(faults, key=lambda fault: (fault.path.as_posix(), fault.line or 0))


def _content_faults(place: Placed) -> Iterator[Fault]:
    question = place.question

    def fault(field: str, message: str, expectation: str) -> Fault:
        return Fault(place.path, place.line, field, message, expectation)

    if not question.explanation.strip():
        yield fault("explanation", "没有解析", "为什么这个答案对")
    if question.kind in ("single", "multiple"):
        wrong = [letter for letter in LETTERS[: len(question.options)] if letter not in question.key]
        if missing := [letter for letter in wrong if not question.why_wrong.get(letter, "").strip()]:
            yield fault("why_wrong", f"没有说明 {'、'.join(missing)} 错在哪里", "每个错误选项背后的误解，几个字")
        yield from (fault("options", message, "每个选项都不同") for message in _equal_options(question))
        for match in _NAMED_KEY.finditer(question.explanation):
            if match[1] != question.key:
                yield fault("explanation", f"解析里说“{match[0]}”，答案却是 {question.key}", "解析与答案一致")
    worked = [("explanation", question.explanation)]
    if question.kind == "essay":
        worked += [("answer", wording) for wording in question.answer] + [("rubric", item.text) for item in question.rubric]
    for field, text in worked:
        for equation in wrong_equations(text):
            yield fault(field, f"算式 {equation.text} 不成立", f"左边等于 {equation.value}")


def _equal_options(question: Question) -> Iterator[str]:
    seen: dict[str, str] = {}
    for letter, option in zip(LETTERS, question.options, strict=False):
        # Case and inner punctuation may be the whole difference (kB, KB; a[0], a(0)), so only width, spaces and the final stop go.
        plain = "".join(unicodedata.normalize("NFKC", option).split()).rstrip("。.;；")
        first = seen.setdefault(plain, letter)
        if first != letter:
            yield f"选项 {first} 和 {letter} 只差空格、全半角或句末标点"


def _duplicate_faults(placed: Sequence[Placed]) -> Iterator[Fault]:
    sets = [shingles(fold(place.question.stem)) | _option_shingles(place.question) for place in placed]
    for i, j, similarity in near_duplicates(sets, ALIKE):
        first, second = placed[i], placed[j]
        severity: Severity = "fault" if similarity >= SAME else "warning"
        message = f"与 {first.question.id}（{first.path.name} 第 {first.line} 行）相似度 {similarity:.2f}"
        expectation = "不重复的题" if severity == "fault" else "不重复的题；确是不同的题可以不改"
        yield Fault(second.path, second.line, "stem", message, expectation, severity)


def _option_shingles(question: Question) -> frozenset[str]:
    return frozenset().union(*(shingles(fold(option)) for option in question.options))


def _balance_faults(exam: Exam, placed: Sequence[Placed]) -> Iterator[Fault]:
    by_subject: dict[str, list[Question]] = {}
    for place in placed:
        subject = exam.subject_of(place.question.point)
        if subject is not None and _four_options(place.question):
            by_subject.setdefault(subject.name, []).append(place.question)
    for name, questions in by_subject.items():
        expected = len(questions) / 4
        tolerated = 2 * sqrt(len(questions) * 3 / 16)  # two standard deviations of a fair draw
        counts = key_counts(questions)
        if len(questions) >= _ENOUGH and any(abs(count - expected) > tolerated for count in counts.values()):
            shares = "，".join(f"{letter} {count}" for letter, count in counts.items())
            message = f"{name}的 {len(questions)} 道单选题答案不均：{shares}"
            expectation = f"每个字母 {ceil(expected - tolerated)} 到 {floor(expected + tolerated)} 题"
            yield Fault(exam.folder / "questions", None, "answer", message, expectation, "warning")


def _evaluation_faults(exam: Exam, placed: Sequence[Placed]) -> Iterator[Fault]:
    questions = [place.question for place in placed if place.question.evaluation and _four_options(place.question)]
    if len(questions) < _ENOUGH:
        return
    folder = exam.folder / "questions"
    letter, count = max(key_counts(questions).items(), key=lambda item: item[1])
    allowed = max(ceil(len(questions) / 4), floor(MOST_ON_ONE_LETTER * len(questions)))
    if count > allowed:
        message = f"评测集 {len(questions)} 题里 {letter} 有 {count} 题（{count / len(questions):.1%}）"
        yield Fault(folder, None, "evaluation", message, f"一个字母不超过 {allowed} 题（{MOST_ON_ONE_LETTER:.0%}）")
    rate = longest_option_score(questions)
    if rate > MOST_BY_LENGTH:
        message = f"评测集总选最长的选项能得 {rate:.1%}"
        yield Fault(folder, None, "evaluation", message, f"不超过 {MOST_BY_LENGTH:.0%}：把错误选项写得和正确选项一样长")


def _four_options(question: Question) -> bool:
    return question.kind == "single" and len(question.options) == 4


def key_counts(questions: Sequence[Question]) -> Mapping[str, int]:
    """How many of these single-choice questions have A, B, C, D as their key."""
    counts = Counter(question.key for question in questions)
    return {letter: counts[letter] for letter in LETTERS[:4]}


def longest_option_score(questions: Sequence[Question]) -> float:
    """The share of these single-choice questions that always choosing the longest option gets right; among equals it chooses blindly."""
    if not questions:
        return 0.0
    score = 0.0
    for question in questions:
        lengths = [len(option) for option in question.options]
        longest = [letter for letter, length in zip(LETTERS, lengths, strict=False) if length == max(lengths)]
        score += (question.key in longest) / len(longest)
    return score / len(questions)
