"""Line ends that a printed page left within sentences, and spaces that scanning left between all characters."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from engine.generators import patterns

_LEAST_WIDTH = 30
"""In columns of a fixed-width print, in which a Chinese character takes two: shorter lines are somebody's own."""
_SLACK = 12  # columns that a line may stay short of the widest, because what comes next was not to be parted
_ENDED = re.compile(r"[。？！；：?!;:…]\s*$|(?:\(\s*\)|（\s*）|_{2,})\s*[.。]?\s*$")
# What begins a line of its own: an option, a numbered question, a cell, a heading.
_ITEM = re.compile(
    r"\s*(?:[(（]?[A-Ha-h]\s*[)）.．、:：]|[A-H]\s+\S|[(（]\s*\d{1,2}\s*[)）]|\d{1,2}\s*(?:[.．](?!\d)|[、)）])|[①-⑩]|[一二三四五六七八九十]{1,2}[、.．]|"
    r"第[一二三四五1-5][问题]|[-*+•·●#|【]|[A-Za-z]\w{0,3}\s*[:：=]|[问答解注]\s*[:：]|(?:参考)?答案|求|问|试|这道?题(?:怎么|咋|选|答案))"
)
_OPTION = re.compile(r"\s*[(（]?[A-H]\s*[)）.．、:：]")
_CELLS = re.compile(
    r"\t|\||\u3000|\S[ \xa0]{2,}\S|^\s*[^\s，。；？?;,、()（）]{1,12}(?:[ \xa0][^\s，。；？?;,、()（）]{1,12}){2,}\s*$|^[^\u4e00-\u9fff]*$|^\s*\S{1,6}(?<![。？?)）])\s*$"
)
"""A row of a table: cells, or figures alone, or one short word."""

_SENTENCE = re.compile(r"[\u4e00-\u9fff]{2}[^\n]*[，。？；,?;]|[。？?]\s*$|[(（]\s*[)）]|_{2,}")

_SPACED_FIGURE = re.compile(r"[\u4e00-\u9fff] \d+(?:\.\d+)? ?[\u4e00-\u9fffA-Za-z%]")
_PARTED = re.compile(r"\t|\||\u3000|\S[ \xa0]{2,}\S|\d[ \xa0]\d")


def _width(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in line)


def unwrapped(text: str) -> str:
    """The text with the lines joined that end only because the page did: as wide as the widest, and in the middle of a sentence."""
    lines = text.split("\n")
    if len(lines) < 2:
        return text
    widest = max(map(_width, lines))
    if widest < _LEAST_WIDTH:
        return text
    goes_on = [_goes_on(before, line, widest) for before, line in pairwise(lines)]
    if sum(goes_on) == 1 and not _proves_a_page(lines[goes_on.index(True)].rstrip(), lines[goes_on.index(True) + 1]):
        return text
    joined = [lines[0]]
    for place, (before, line) in enumerate(pairwise(lines)):
        if not goes_on[place]:
            joined.append(line)
        elif patterns.search("[0-9A-Za-z]$", before.rstrip()) and patterns.match("[0-9A-Za-z]", line.lstrip()):
            joined[-1] = f"{joined[-1].rstrip()} {line.lstrip()}"  # a page breaks no figure and no Latin word
        else:
            joined[-1] = joined[-1].rstrip() + line.lstrip()
    return "\n".join(joined)


def _proves_a_page(before: str, line: str) -> bool:
    """Whether one wide line before another is enough; before something short it is not."""
    opened = sum(before.count(sign) for sign in "(（") - sum(before.count(sign) for sign in ")）")
    return before[-1] in ",，、" or bool(
        _SENTENCE.search(line) or _OPTION.match(before) or (opened > 0 and patterns.match("[^(（]*[)）]", line))
    )


def _goes_on(before: str, line: str, widest: int) -> bool:
    before, line = before.rstrip(), line.strip()
    return (
        _width(before) >= max(_LEAST_WIDTH, widest - _SLACK)
        and not _ENDED.search(before)
        and bool(line)
        and not _ITEM.match(line)
        and not _CELLS.search(before)
        and (not _CELLS.search(line) or _ends_short(before, line))
        and len(patterns.findall("[\u4e00-\u9fff]", before)) >= 6
    )


def _ends_short(before: str, line: str) -> bool:
    """Whether something short goes on with a row, or ends an option."""
    return (
        "\t" not in line
        and "|" not in line
        and (before[-1] in ",，、" or bool(_OPTION.match(before) and patterns.fullmatch("[\u4e00-\u9fff]{1,6}", line)))
    )


def without_spaces_between_all(text: str) -> str:
    """The text without spaces between Chinese characters where they part most of them: they part nothing then."""
    touching = len(patterns.findall(r"[\u4e00-\u9fff](?=[\u4e00-\u9fff])", text))
    parted = len(patterns.findall(r"[\u4e00-\u9fff](?= [\u4e00-\u9fff])", text))
    return patterns.sub(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])", "", text) if parted > 8 and parted > 2 * touching else text


def without_spaces_beside_figures(text: str) -> str:
    """The text without the spaces that typesetters put between Chinese and figures, in sentences; a row of a table keeps its own."""
    return patterns.sub(r"[^\n]+", _set_close, text)


def _set_close(line: re.Match[str]) -> str:
    told = line[0]
    if not _SPACED_FIGURE.search(told) or not patterns.search("[，。；？,;?]", told) or _PARTED.search(told) or _OPTION.match(told):
        return told
    told = patterns.sub(r"(?<=[\u4e00-\u9fff])(?<![题例练图表]) (?=\d)", "", told)  # `例题 2` keeps its own
    return patterns.sub(r"(?<=[\u4e00-\u9fff])(\d+(?:\.\d+)?) (?=[\u4e00-\u9fff])", r"\1", told)
