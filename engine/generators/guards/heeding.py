"""Whether an answer heeds all of its problem's text: every guard is asked, in turn."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from engine.generators.guards.beside import request_passed_over
from engine.generators.guards.cases import case_lost
from engine.generators.guards.compared import comparison_passed_over, side_told
from engine.generators.guards.contraries import contrary_passed_over, unit_passed_over
from engine.generators.guards.figures import (
    figure_left_out_of_difference,
    figure_only_repeated,
    figure_passed_over,
    figure_told_once_more,
)
from engine.generators.guards.forms import other_form_answered
from engine.generators.guards.limited import limit_passed_over
from engine.generators.guards.narrowed import narrowing_passed_over
from engine.generators.guards.passed_over import fewer_said, question_passed_over, said_twice
from engine.generators.guards.sorts import amount_for_who_or_pay, fall_for_balance, other_sort_answered
from engine.generators.guards.weighty import no_answer_to_it, weighty_word_passed_over

# Those that ask for answers to altered texts.
_GUARDS = (
    question_passed_over,
    narrowing_passed_over,
    contrary_passed_over,
    unit_passed_over,
    comparison_passed_over,
    case_lost,
    weighty_word_passed_over,
    no_answer_to_it,
    request_passed_over,
    figure_passed_over,
)
# Those for computing, and those for everyday things: the sequence of pages, the block or the key that is told need not matter, and may be what is looked for.
_OF_AN_EXAM = {"408": (limit_passed_over, side_told, figure_told_once_more), "civil": (figure_left_out_of_difference, figure_only_repeated)}


def unheeded(text: str, answer: str, answer_to: Callable[[str], str | None], exam: str) -> str | None:
    """What an answer to a normalised text passes over, or the whole text where it says too little; None where it heeds everything.

    `answer_to`: the answer to another text, by the same kind.
    """
    if fewer_said(text, answer):
        return text
    if (passed_over := said_twice(answer) or amount_for_who_or_pay(text, answer)) is not None:
        return passed_over
    if exam == "civil":
        passed_over = other_sort_answered(text, answer) or fall_for_balance(text, answer)
    else:
        passed_over = other_form_answered(text, answer)
    if passed_over is not None:
        return passed_over
    once = cache(answer_to)  # guards alter a text in the same ways
    return next((passed_over for guard in (*_GUARDS, *_OF_AN_EXAM.get(exam, ())) if (passed_over := guard(text, answer, once))), None)
