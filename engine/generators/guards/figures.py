"""Whether an answer heeds the figures of its text: one that had to matter makes no difference, or the answer only says one of them once more.

"甲在乙后面 100 米", "若想赚 10%", "走了 2 人": readers that know a plainer problem take such a clause for part of the story. So its figure is
exchanged for other ones: if the answer stays the same to the letter, nobody had read it. And nobody asks for what he tells ("某商品亏 20% 卖
80 元，要赚 20% 应卖多少元？" is not answered with 80 yuan): an answer that follows one figure and none of the others was not computed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fractions import Fraction

from engine.generators import patterns

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
_CALENDAR_YEAR = re.compile(r"(?:19|20)\d\d")
_FIGURE = re.compile(r"(?<![\d.A-Za-z(-])(?!\d{4}年)\d+(?:\.\d+)?(?![\d.)]|月\d)")
_BOUND = re.compile(r"(?:超过|高于|低于|大于|小于|多于|少于|不足|不满|至[多少]|最[多少高低])\s*$")  # the best may be what is just allowed
_FRACTION_OF = re.compile(r"\d\s*[/∶:]\s*$|^\s*[/∶:]\s*\d")
_REPORT = re.compile(r"(?:19|20)\d\d年[^。]*。[^。]+。")  # of a report a figure may be looked up
_DIFFERENCE = re.compile(r"比[^,;。?减缩增]{1,8}[多少](?![了出])[\u4e00-\u9fff]{1,2}(?:多少|几)[^,;。?]{0,6}[?。]?\s*$")


def figure_passed_over(text: str, answer: str, answer_to: Callable[[str], str | None]) -> str | None:
    """What a figure of a normalised text belongs to that must matter, and makes no difference to the answer; None where there is no such.

    `answer_to`: the answer to another text, by the same kind.
    """
    dated = len(set(_CALENDAR_YEAR.findall(text))) > 1  # then it follows how many years there are
    for found in _MATTERS.finditer(text):
        if not (dated and found[0].endswith("年")) and _makes_no_difference(text, found.span(found.lastgroup or 0), answer, answer_to):
            return found[0]
    return None


def figure_left_out_of_difference(text: str, answer: str, answer_to: Callable[[str], str | None]) -> str | None:
    """The figure of a normalised text that makes no difference to how much more one does than another (`合作 3 天后……甲比乙少做几天？`); None where
    there is none.

    `answer_to`: the answer to another text, by the same kind.
    """
    if _DIFFERENCE.search(text) is None:
        return None
    return next((told[0] for told in _FIGURE.finditer(text) if _makes_no_difference(text, told.span(), answer, answer_to)), None)


def figure_only_repeated(text: str, answer: str, answer_to: Callable[[str], str | None]) -> str | None:
    """The figure of a normalised text that an answer only says once more, where every other one could as well be another; None where there is none.

    `answer_to`: the answer to another text, by the same kind.
    """
    told = list(_FIGURE.finditer(text))
    if len(told) < 2 or len(_FIGURE.findall(answer)) != 1 or _REPORT.search(text):
        return None
    for figure in told:
        before, behind = text[: figure.start()], text[figure.end() :]
        if not _says(answer, figure[0]) or _FRACTION_OF.search(before) or _FRACTION_OF.match(behind) or _BOUND.search(before):
            continue
        others = [other for other in told if other is not figure]
        if _is_followed(text, figure.span(), answer_to) and all(
            _makes_no_difference(text, other.span(), answer, answer_to) for other in others
        ):
            return figure[0]
    return None


def figure_told_once_more(text: str, answer: str, answer_to: Callable[[str], str | None]) -> str | None:
    """The part of an answer in several that says to the letter what a normalised text of computing tells (`主存地址 28 位`); None where there is none.

    `answer_to`: the answer to another text, by the same kind.
    """
    parts = [part.strip() for part in patterns.split("[；，]", answer)]
    plain = patterns.sub(r"\s", "", text)
    for part in parts if len(parts) > 1 else ():
        if patterns.fullmatch(r"[\u4e00-\u9fff]{3,} ?\d+ [\u4e00-\u9fffA-Za-z]+", part) and patterns.sub(r"\s", "", part) in plain:
            return part
    return None


def _says(answer: str, figure: str) -> bool:
    """Whether the only figure of an answer is another one, or what that comes to when rounded."""
    said = _FIGURE.findall(answer)
    if len(said) != 1:
        return False
    places = len(said[0].partition(".")[2])
    return bool(abs(Fraction(figure) - Fraction(said[0])) * 2 * 10**places <= (1 if places else 0))


def _others(figure: str) -> Sequence[str]:
    """Figures in one's place: a little more, twice as much, a little less, half as much."""
    if figure in _NUMERALS:
        return ("三", "七") if figure in "两二" else ("二", "六") if figure != "六" else ("五", "八")
    places = len(figure.partition(".")[2])
    value, least = Fraction(figure), Fraction(1, 10**places)
    step = 3 * least if places else max(1, int(value) // 20)
    half = [value / 2] if value >= _NOT_FEW and (value / 2 / least).denominator == 1 else []
    return [f"{float(other):.{places}f}" for other in (value + step, 2 * value, value - least, *half) if other > 0]


def _with(text: str, span: tuple[int, int], figure: str) -> str:
    return text[: span[0]] + figure + text[span[1] :]


def _is_followed(text: str, span: tuple[int, int], answer_to: Callable[[str], str | None]) -> bool:
    """Whether the answer is the other figure that is told in one's place: the first that there is an answer with."""
    for other in _others(text[slice(*span)]):
        if (then := answer_to(_with(text, span, other))) is not None:
            return _says(then, other)
    return False


def _makes_no_difference(text: str, span: tuple[int, int], answer: str, answer_to: Callable[[str], str | None]) -> bool:
    """Whether the answer stays the same to the letter with other figures in one's place, as far as there is one then."""
    same = False
    for other in _others(text[slice(*span)]):
        then = answer_to(_with(text, span, other))
        if then is not None and then != answer:
            return False
        same = same or then is not None
    return same
