"""Looking at rows as they came, before anything is cleaned: what repeats, what contradicts itself, what introduces itself."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from engine.questions.folding import fold
from training.data.rows import Row

_ASKS_WHO = re.compile(
    r"(请|来)?(做|作|给)?.{0,6}(自我介绍|介绍.{0,3}(你自己|自己|一下你))|你是谁|你是什么(人|模型|机器人|助手)?|你叫什么|怎么称呼你|你的名字|你能(做|干)什么"
    r"|who are you|introduce yourself|your name",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Audit:
    """What a set of rows is like as it came.

    A repeat is counted once for each row beyond the first of its group.

    Attributes:
        repeated_rows: question and answer exactly as in an earlier row.
        repeated_questions: the question exactly as in an earlier row, whatever the answer.
        repeated_without_punctuation: the question as in an earlier row once everything but letters, digits and characters is
            ignored. An upper bound: it takes "B 树" and "B+ 树" for one, which is why nothing is removed by it.
        contradictions: questions that are answered in more than one way.
        identity_rows: rows that ask who the model is.
        without_system: rows that carry no system message, though serving sends one.
        longest_answer, median_answer: in characters.
    """

    rows: int
    repeated_rows: int
    repeated_questions: int
    repeated_without_punctuation: int
    contradictions: int
    identity_rows: int
    without_system: int
    longest_answer: int
    median_answer: int

    def as_dict(self) -> dict[str, int]:
        """Plain data."""
        return asdict(self)


def audit(rows: Sequence[Row]) -> Audit:
    """Count; nothing is changed."""
    answers_of: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for row in rows:
        answers_of[row.folded_question].add(tuple(fold(answer) for answer in row.answers))
    lengths = sorted(sum(map(len, row.answers)) for row in rows)
    return Audit(
        rows=len(rows),
        repeated_rows=_repeats([(row.turns, row.system) for row in rows]),
        repeated_questions=_repeats([tuple(turn.input for turn in row.turns) for row in rows]),
        repeated_without_punctuation=_repeats([re.sub(r"\W", "", row.question) or row.question for row in rows]),
        contradictions=sum(len(answers) > 1 for answers in answers_of.values()),
        identity_rows=sum(asks_who(row.question) for row in rows),
        without_system=sum(not row.system for row in rows),
        longest_answer=lengths[-1] if lengths else 0,
        median_answer=lengths[len(lengths) // 2] if lengths else 0,
    )


def asks_who(question: str) -> bool:
    """Whether a question asks the model who it is, and nothing else."""
    question = question.strip()
    return len(question) <= 40 and _ASKS_WHO.search(question) is not None


def _repeats(keys: Sequence[object]) -> int:
    return sum(count - 1 for count in Counter(keys).values())
