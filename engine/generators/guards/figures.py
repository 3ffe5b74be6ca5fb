"""Whether an answer heeds the figures of its text: one that had to matter makes no difference, or the answer only says one of them once more.

"甲在乙后面 100 米", "若想赚 10%", "走了 2 人": readers that know a plainer problem take such a clause for part of the story. So its figure is
exchanged for another one: if the answer stays the same to the letter, nobody had read it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

_N = r"(?P<figure>(?<![\d.])\d+(?:\.\d+)?(?![\d.])|[二两三四五六七八九十](?![二三四五六七八九十百]))"
_NUMERALS = "二两三四五六七八九十"
_TIME = r"(?:个?小时|分钟|秒|天)"
_MATTERS = re.compile(
    "|".join(
        pattern.replace("(?P<figure>", f"(?P<figure{place}>")
        for place, pattern in enumerate(
            (
                # under which condition it is asked
                rf"(?:如果|若|要是|假如|假设|要想|想要?|要)(?!干)[^,;。?\d满每]{{0,12}}{_N}(?=%|折|元)",
                # over how many years a mean is taken
                rf"(?<![这那此前后近])(?<!最近)(?!\d{{3}}){_N}年(?=[^。;?]*(?:年均|年平均|平均每年|每年平均))",
                # who is ahead when all begin
                rf"(?:[后前]面?|[后前]方|身后|落后|领先|相[距隔]|先[走跑行])(?:了)?{_N}(?=米|秒)",
                # hands that come and go
                rf"(?:走|来|调[走来入出]|增加|减少|加入|离开|撤[走离])(?:了)?{_N}(?=个?(?:工?人|名))",
                # who works for how long
                rf"(?:合作|一起做|同时做)(?:了)?{_N}(?={_TIME}(?:之?后|,)[^/%]*$)",
                rf"(?:病|请假|缺勤|缺席|误工|停工|停电|停机|检修)(?:了)?{_N}(?={_TIME})",
            )
        )
    )
)
_NOT_FEW = 4
_MEASURED = re.compile(r"[元%倍天周人个件米圈克斤吨升]|小时|分钟|秒|公里")
_CALENDAR_YEAR = re.compile(r"(?:19|20)\d\d")
_FIGURE = re.compile(r"(?<![\d.A-Za-z(-])\d+(?:\.\d+)?(?![\d.)A-Za-z])")
_BOUND = re.compile(r"(?:超过|高于|低于|大于|小于|多于|少于|不足|不满|至[多少]|最[多少高低])\s*$")  # the best may be what is just allowed
_FRACTION_OF = re.compile(r"\d\s*[/∶:]\s*$|^\s*[/∶:]\s*\d")


def figure_passed_over(text: str, answer: str, answer_to: Callable[[str], str | None]) -> str | None:
    """What a figure of a normalised text belongs to that must matter, and makes no difference to the answer; None where there is no such.

    `answer_to`: the answer to another text, by the same kind.
    """
    dated = len(set(_CALENDAR_YEAR.findall(text))) > 1  # then it follows how many years there are
    for found in _MATTERS.finditer(text):
        if not (dated and found[0].endswith("年")) and _makes_no_difference(text, found.span(found.lastgroup or 0), answer, answer_to):
            return found[0]
    return None


def figure_only_copied(text: str, answer: str, answer_to: Callable[[str], str | None]) -> str | None:
    """The figure of a normalised text that an answer only says once more, where every other one could as well be another; None where there is none.

    `answer_to`: the answer to another text, by the same kind.
    """
    said = _FIGURE.findall(answer)
    if len(said) != 1 or not _MEASURED.search(answer):
        return None
    figures = [
        found
        for found in _FIGURE.finditer(text)
        if not _FRACTION_OF.search(text[: found.start()]) and not _FRACTION_OF.match(text[found.end() :])
    ]
    for found in figures:
        if not _the_same(found[0], said[0]) or _BOUND.search(text[: found.start()]):
            continue
        other = _others(found[0])[0]
        then = answer_to(_with(text, found.span(), other))
        if then is None or not _the_same(other, (_FIGURE.findall(then) or ["0"])[0]):
            continue
        rest = [each for each in figures if each is not found]
        if len(rest) > 1 and all(_makes_no_difference(text, each.span(), answer, answer_to) for each in rest):
            return found[0]
    return None


def _the_same(figure: str, rounded: str) -> bool:
    """Whether a figure is another one, or comes to it when rounded."""
    places = len(rounded.partition(".")[2])
    return bool(abs(Fraction(figure) - Fraction(rounded)) * 2 * 10**places <= (1 if places else 0))


def _others(figure: str) -> tuple[str, str]:
    """Figures like another one: a little more, and much less, or more where it is small."""
    if figure in _NUMERALS:
        return ("三", "七") if figure in "两二" else ("二", "六") if figure != "六" else ("五", "八")
    places = len(figure.partition(".")[2])
    value = Fraction(figure)
    step = Fraction(3 if places else max(1, int(value) // 20), 10**places)
    much = value / 2 if value >= _NOT_FEW and (value / 2 * 10**places).denominator == 1 else value * 2 + step
    return f"{float(value + step):.{places}f}", f"{float(much):.{places}f}"


def _with(text: str, span: tuple[int, int], figure: str) -> str:
    return text[: span[0]] + figure + text[span[1] :]


def _makes_no_difference(text: str, span: tuple[int, int], answer: str, answer_to: Callable[[str], str | None]) -> bool:
    """Whether the answer stays the same to the letter with other figures in one's place, as far as there is one then."""
    then = [answer_to(_with(text, span, other)) for other in _others(text[slice(*span)])]
    return answer in then and set(then) <= {answer, None}
