"""Whether an answer tells two quantities where their difference was asked for, or leaves the last question of several out.

"以4结尾的有几种？以1结尾的比它多几种？" is not answered with both numbers, and "算术左移一位后是多少？再左移一位呢？" not with the first shift alone.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from engine.generators import patterns

# A ratio (`信噪比`, `性能之比`) is no comparison, and `比……至少多少` asks for a bound.
_LESS_OR_MORE = "(?<![至最])(?:多|少|大|小|高|低|晚|早|快|慢|长|短)了?出?(?=多少|几)(?!几倍|多少倍)"
_COMPARED = (
    rf"(?<![噪之对占性相])比(?![值例特较率重])[^,;。?比]{{1,24}}?{_LESS_OR_MORE}"
    rf"|(?:改|换)(?:成|为|用)[^;。?]{{1,20}}?{_LESS_OR_MORE}"
)
_TOLD_AS_ONE = "比|倍|[多少大小高低晚早快慢长短差省]了?出? ?[0-9]|上升|下降|增|减|提高|降低|相差|节省|一样|相同|相等|同样"
_FIGURE = r"\d+(?:\.\d+)?"
_NO_COUNT = 10  # smaller figures of a text number its things, and are a difference of any two by chance
_ONCE_MORE = r"^\s*再[^,;。?]{1,12}呢"
_OTHERWISE = r"^\s*(?:若|如果|要是|假如|改|换)[^;。?]{2,30}呢\s*\?\s*$"


def difference_passed_over(text: str, answer: str, answer_to: Callable[[str], str | None]) -> str | None:
    """The comparison of a normalised text that its answer does not make: it tells both sides, or one of them; None where there is none.

    `answer_to`: the answer to another text, by the same kind.
    """
    asked = patterns.search(_COMPARED, text)
    if asked is None or patterns.search(_TOLD_AS_ONE, answer):
        return None
    if not patterns.search("[0-9一二两三四五六七八九十半]", answer):
        return asked[0]
    if _difference_among(text, answer):
        return None
    # Several figures, none of them a difference: the sides of the comparison.
    if patterns.search("[;；]", answer) or answer_to(patterns.sub(_COMPARED, "", text)) == answer:
        return asked[0]
    return None


def _difference_among(text: str, answer: str) -> bool:
    """Whether the last figure of several in an answer is the difference of another and one that is told: `40 亿元；3.2 亿元` of 36.8 told."""
    *others, last = map(Fraction, patterns.findall(_FIGURE, answer) or ["0"])
    told = [figure for figure in map(Fraction, patterns.findall(_FIGURE, text)) if figure >= _NO_COUNT]
    return any(abs(one - other) == last for one in others for other in (*others, *told))


def last_question_lost(text: str, answer: str, answer_to: Callable[[str], str | None]) -> str | None:
    """The question behind another one (`再左移一位呢？`, `若用16K×4位芯片呢？`) that an answer has nothing, or not all, for; None where none.

    `answer_to`: the answer to another text, by the same kind.
    """
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
