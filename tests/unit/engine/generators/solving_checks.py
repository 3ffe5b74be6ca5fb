"""What the tests of all solvers ask: the answer to a sentence, and silence for one that is nearly but not quite of the kind."""

from __future__ import annotations

from engine.generators import Solved, solve_text

from .every_kind import exam_of, right_option, sample


def answer_of(name: str, text: str) -> str:
    """The answer to a text, which must be read as of that kind."""
    solved = solve_text(text, exam_of(name).id)
    assert isinstance(solved, Solved), text
    assert solved.kind.name == name
    return solved.answer


def left_alone(name: str, text: str) -> bool:
    """Whether nobody answers the text or asks back."""
    return solve_text(text, exam_of(name).id) is None


def own_questions_solved(name: str) -> int:
    """How many of the kind's own stems, options pasted below, its solver answers; each of them as keyed."""
    answered = 0
    for composed in sample(name):
        question = composed.question
        options = "".join(f"\n{letter}. {option}" for letter, option in zip("ABCD", question.options, strict=True))
        solved = solve_text(question.stem + options, exam_of(name).id)
        if isinstance(solved, Solved):
            answered += 1
            assert solved.option == question.key, (question.stem, solved.answer, right_option(composed))
    return answered
