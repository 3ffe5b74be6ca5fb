"""Whether an answer only says a figure of the text again, whatever else is told.

"某商品亏 20% 卖 80 元，要赚 20% 应卖多少元？" is not answered with 80 yuan. Nobody asks for what he tells; so, where an answer is a figure of its
text, that figure is exchanged for another one: if the answer follows it, and follows no other figure of the text, nothing was computed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_FIGURE = re.compile(r"(?<![\d.A-Za-z])(?!\d{4}年)\d+(?:\.\d+)?(?![\d.]|月\d)")
_REPORT = re.compile(r"(?:19|20)\d\d年[^。]*。[^。]+。")  # of a report a figure may be looked up
_DIFFERENCE = re.compile(r"比[^,;。?减缩增]{1,8}[多少](?![了出])[\u4e00-\u9fff]{1,2}(?:多少|几)[^,;。?]{0,6}[?。]?\s*$")
_CLOSE = 0.0005  # `约 61.05%` for 61.051 told


def figure_echoed(text: str, answer: str, answer_to: Callable[[str], str | None]) -> str | None:
    """The figure of a normalised text that its answer only repeats; None where there is none.

    `answer_to`: the answer to another text, by the same kind.
    """
    said = _FIGURE.findall(answer)
    if len(said) != 1 or _REPORT.search(text):
        return None
    told = list(_FIGURE.finditer(text))
    for figure in told:
        if _says(answer, figure[0]) and _follows(text, figure, answer_to):
            others = [other for other in told if other is not figure]
            if others and all(_unheeded(text, other, answer, answer_to) for other in others):
                return figure[0]
    return None


def figure_left_out_of_difference(text: str, answer: str, answer_to: Callable[[str], str | None]) -> str | None:
    """The figure of a normalised text that makes no difference to how much more one does than another (`合作 3 天后……甲比乙少做几天？`); None where
    there is none.

    `answer_to`: the answer to another text, by the same kind.
    """
    if _DIFFERENCE.search(text) is None:
        return None
    return next((told[0] for told in _FIGURE.finditer(text) if _unheeded(text, told, answer, answer_to)), None)


def _says(answer: str, figure: str) -> bool:
    """Whether a figure is the only one of an answer."""
    said = _FIGURE.findall(answer)
    return len(said) == 1 and abs(float(said[0]) - float(figure)) <= _CLOSE * float(figure)


def _others(figure: str) -> Iterator[str]:
    """Other figures of the same form."""
    if "." in figure:
        places = len(figure.partition(".")[2])
        yield from (f"{float(figure) * times:.{places}f}" for times in (1.1, 2, 0.5))
    else:
        yield from (str(each) for each in (int(figure) + 1, 2 * int(figure), int(figure) - 1, int(figure) + 10) if each > 0)


def _follows(text: str, figure: re.Match[str], answer_to: Callable[[str], str | None]) -> bool:
    """Whether the answer is another figure that is told instead."""
    for other in _others(figure[0]):
        if (answer := answer_to(_exchanged(text, figure, other))) is not None:
            return _says(answer, other)
    return False


def _unheeded(text: str, figure: re.Match[str], answer: str, answer_to: Callable[[str], str | None]) -> bool:
    """Whether the answer is known to be the same where another figure is told."""
    found = [answer_to(_exchanged(text, figure, other)) for other in _others(figure[0])]
    return any(found) and all(each is None or each == answer for each in found)


def _exchanged(text: str, figure: re.Match[str], other: str) -> str:
    return text[: figure.start()] + other + text[figure.end() :]
