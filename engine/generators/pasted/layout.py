"""How a page sets a problem out: marks before its conditions, words before its question. They part what a sentence would join."""

from __future__ import annotations

import re

from engine.generators import patterns

_MARK = re.compile(r"^\s*(?P<mark>[-*•·●▪■◆►✓])\s+(?=\S*[\u3400-\u9fff])(?![A-E]\s?[.、:)])")
_NUMBER = re.compile(r"^\s*\(?(?P<number>[1-9])\s*[.、)]\s*(?=\S*[\u3400-\u9fff])")
_ASKS = r"多少|几(?![乎何])|什么|哪|[?]|\( \)|_{2,}|求|计算|写出|给出|是否|说明|画出|比较"
_ENDED = re.compile(r"[,;。?!:]\s*$")
_TOLD = re.compile(
    r"^\s*(?:题目|题干|题面|已知(?:条件|信息|数据|参数)?|条件|给定(?:条件)?|背景|(?:参数|条件|数据|配置)(?:如下|为)?)\s*(?:如下)?\s*:\s*(?=\S)"
)
_LEAD = re.compile(
    r"(?P<before>^|[,;。?!\n])\s*(?:(?:请|试|并)*(?:求|问|求解|计算|回答|问题|要求|请问|试问|所求|求解问题|待求)(?:下列|以下)?(?:问题)?)\s*:\s*"
    r"(?P<question>[^\n]+)$"
)
_QUESTION_WORD = r"多少|几(?![乎何])|什么|哪|[?]|\( \)|_{2,}|是否|能否|求|写出|给出"


def without_layout(text: str) -> str:
    """A normalised text with the lines of its conditions as clauses, and without `已知：`, `问题：` and the like before what tells and asks.

    A verb before a colon stays where nothing else asks (`求：平均周转时间`), and where it asks for some of what is numbered behind it.
    """
    text = _TOLD.sub("", _without_numbers(_without_marks(text)))
    return _LEAD.sub(lambda lead: f"{lead['before']}{lead['question']}" if _asks_itself(lead["question"]) else lead[0], text)


def _asks_itself(question: str) -> bool:
    """Whether a question, or each of `(1)总时间 (2)节省多少时间`, has a word of asking."""
    parts = [part for part in patterns.split(r"\(\d\)", question) if part.strip()]
    return bool(parts) and all(patterns.search(_QUESTION_WORD, part) for part in parts)


def _joined(lines: list[str], marked: list[int], mark: re.Pattern[str]) -> str:
    """The lines, those at the places `marked` without their marks and ended as clauses."""
    kept = list(lines)
    for place in marked:
        bare = mark.sub("", kept[place]).rstrip()
        kept[place] = bare if _ENDED.search(bare) else f"{bare},"
    return "\n".join(kept)


def _without_marks(text: str) -> str:
    lines = text.split("\n")
    marked = [place for place, line in enumerate(lines) if _MARK.match(line)]
    # At the end of a text they are options, or questions.
    return _joined(lines, marked, _MARK) if marked and marked[-1] + 1 < len(lines) else text


def _without_numbers(text: str) -> str:
    """Conditions that are counted, with the question behind them; questions keep their numbers."""
    lines = text.split("\n")
    counted = {place: int(found["number"]) for place, line in enumerate(lines) if (found := _NUMBER.match(line))}
    marked = list(counted)
    if (
        len(marked) < 2
        or list(counted.values()) != list(range(1, len(marked) + 1))
        or marked[-1] + 1 == len(lines)
        or patterns.search(_ASKS, " ".join(lines[: marked[0]]))  # cases of what is asked before
        or any(patterns.search(_ASKS, lines[place]) for place in marked)
        or not patterns.search(_ASKS, " ".join(lines[marked[-1] + 1 :]))
    ):
        return text
    return _joined(lines, marked, _NUMBER)
