"""Which questions to ask next: unseen ones first, spread over subjects by their weight in the paper, an essay only by itself."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from engine.exams import Exam, Subject
from engine.questions.model import Question


def leave_out_essays(questions: Sequence[Question], exam: Exam, count: int, subjects: Sequence[str] = ()) -> tuple[list[Question], int]:
    """What may be drawn from, and how many: an essay takes a screen to read and an hour to write, so it comes only by itself.

    Args:
        count: how many questions are wanted.
        subjects: ids of the subjects asked for; empty: nobody asked for one.

    Returns:
        The questions of the subjects. They hold essays only where one question of named subjects is wanted, or where these
        subjects have nothing else: then one at a time.
    """
    pool = [question for question in questions if not subjects or _subject_id(question, exam) in subjects]
    if subjects and count == 1:
        return pool, 1
    short = [question for question in pool if question.kind != "essay"]
    return (short, count) if short or not pool else (pool, min(count, 1))


def select(
    questions: Sequence[Question],
    exam: Exam,
    seen: Mapping[str, datetime],
    count: int,
    chance: random.Random,
    subjects: Sequence[str] = (),
) -> list[Question]:
    """Choose `count` different questions, or as many as there are.

    A subject is drawn by its weight among those that still have questions; within it an unseen question is drawn at
    random, and when all have been seen, the one seen longest ago.

    Args:
        seen: when each question was last answered (UTC).
        subjects: ids to draw from; empty: all.
    """
    by_subject: dict[str, list[Question]] = defaultdict(list)
    weights: dict[str, float] = {}
    for question in questions:
        name = _subject_id(question, exam)
        if subjects and name not in subjects:
            continue
        by_subject[name].append(question)
        weights[name] = _weight(exam.subject_of(question.point))
    for name, pool in by_subject.items():
        by_subject[name] = _in_order(pool, seen, chance)
    chosen: list[Question] = []
    while len(chosen) < count:
        names = [name for name, pool in by_subject.items() if pool]
        if not names:
            break
        # A subject whose unseen questions are used up waits for those that still have some.
        fresh = [name for name in names if by_subject[name][-1].id not in seen]
        names = fresh or names
        name = chance.choices(names, [weights[name] for name in names])[0]
        chosen.append(by_subject[name].pop())
    return chosen


def _subject_id(question: Question, exam: Exam) -> str:
    subject = exam.subject_of(question.point)
    return subject.id if subject else ""


def _weight(subject: Subject | None) -> float:
    return subject.weight if subject and subject.weight > 0 else 1.0


def _in_order(pool: list[Question], seen: Mapping[str, datetime], chance: random.Random) -> list[Question]:
    """Next to ask last: seen ones, most recently seen first, then the unseen in random order."""
    unseen = [question for question in pool if question.id not in seen]
    chance.shuffle(unseen)
    again = sorted((question for question in pool if question.id in seen), key=lambda question: seen[question.id], reverse=True)
    return again + unseen
