"""Whether an answer leaves out one of the cases that are asked for: the first one, or the last question of several.

"若 rwnd 变为 3 KB 呢？" asks for the same once more, not instead, and "算术左移一位后是多少？再左移一位呢？" is not answered with the first shift alone.
"""

from __future__ import annotations

from collections.abc import Callable

from engine.generators import patterns

_ANOTHER_CASE = r"^\s*(?:那|而|且)?(?:若|如果|假如|再(?:加上|加入)|又|改(?:为|成|用)|换(?:成|为|用)|要是)"
_ONCE_MORE = r"^\s*再[^,;。?]{1,12}呢"
_OTHERWISE = r"^\s*(?:若|如果|要是|假如|改|换)[^;。?]{2,30}呢\s*\?\s*$"
_FIGURE = r"\d+(?:\.\d+)?"


def case_lost(text: str, answer: str, answer_to: Callable[[str], str | None]) -> str | None:
    """The question of a normalised text for another case that its answer has nothing for, or tells instead of the first; None where there is none.

    `answer_to`: the answer to another text, by the same kind.
    """
    return _first_case_lost(text, answer, answer_to) or _last_question_lost(text, answer, answer_to)


def _first_case_lost(text: str, answer: str, answer_to: Callable[[str], str | None]) -> str | None:
    """The later case of a question, where the answer to the question before it, asked alone, has figures that the answer to both lacks."""
    first, mark, later = text.partition("?")
    if not mark or not patterns.search(_ANOTHER_CASE, later):
        return None
    alone = answer_to(f"{first}?")
    if alone is None or set(patterns.findall(_FIGURE, alone)) <= set(patterns.findall(_FIGURE, answer)):
        return None
    return later.strip()


def _last_question_lost(text: str, answer: str, answer_to: Callable[[str], str | None]) -> str | None:
    """The question behind another one (`再左移一位呢？`, `若用16K×4位芯片呢？`) that an answer has nothing, or not all, for; None where none."""
    if text.count("?") < 2:
        return None
    *before, last = text.rstrip().rstrip("?").split("?")
    last = f"{last}?"
    if patterns.search(_ONCE_MORE, last):
        return last if answer_to("?".join(before) + "?") == answer else None
    if patterns.search(_OTHERWISE, last):
        alone = answer_to("?".join(before) + "?")
        told = len(patterns.findall("[;；]", alone or "")) + 1
        # `呢` asks all of the questions before once more, so each has a second answer.
        if alone is not None and told > 1 and len(patterns.findall("[;；]", answer)) + 1 < 2 * told:
            return last
    return None
