"""Questions in the usual layout of Chinese question papers, from lines of text:

    一、单项选择题                      a heading; may name the kind of question or the subject
    1. 题干                            1、 1） （1） 第1题 1.1
    A. 甲 B. 乙                        options on one line or on several; A、 (A) Ａ．
    答案：B                            【答案】B, 正确答案: B, or 对, √, the words that fill a blank
    解析：……                          also 知识点：, 难度：, 来源：

Lists inside a stem or an explanation are told from questions by their numbering. What belongs to no question is passed over
and reported. Where the lines come from (Word, a text file) is the caller's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

from engine.questions.faults import Fault, Unit
from engine.questions.formats.records import Record, kind_named
from engine.questions.model import LETTERS


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text. `lost` names what the text does not hold (图片, 公式对象); `heading` says that the document marks it as one."""

    number: int
    text: str
    heading: bool = False
    lost: str = ""


_STARTS = {
    "第": re.compile(r"第\s*(\d{1,4})\s*题\s*[.．、:：]?\s*"),
    "题": re.compile(r"题目?\s*(\d{1,4})\s*[.．、:：]\s*"),
    "(": re.compile(r"[（(]\s*(\d{1,4})\s*[)）]\s*[.．、]?\s*"),
    ".": re.compile(r"(\d{1,4})\s*(?:[、:：)）]|[.．](?!\d))\s*"),
    "1.1": re.compile(r"\d{1,3}(?:[.．]\d{1,3})*[.．](\d{1,4})(?:[.．、]\s*|\s+)(?=\S)"),
}
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+(.*)")
_HEADING = re.compile(
    r"第\s*[一二三四五六七八九十百\d]+\s*(?:章|节|部分|篇|单元|大题).{0,40}"
    r"|[（(]?[一二三四五六七八九十]{1,3}[)）]?\s*[、.．].{1,60}"
    r"|(?:单项|多项|不定项)?(?:选择题|单选题|多选题|判断题|填空题|简答题|综合应用题)\s*(?:[（(:：].{0,40})?"
)
_HEADING_NUMBER = re.compile(
    r"(?:第\s*[一二三四五六七八九十百\d]+\s*(?:章|节|部分|篇|单元)|[（(]?[一二三四五六七八九十\d]+[)）]?[、.．])\s*"
)
_EMPHASIS = re.compile(r"(?<![\w)*])\*\*(?=[^\s*])(.+?)(?<=[^\s*])\*\*(?![\w(*])")  # not the power in 2**10
_RANGE = re.compile(r"\s*[（(]\s*\d+\s*[-–—~～至]\s*\d+\s*题?\s*[)）]\s*$")
_NAMES = {
    "正确答案": "answer", "参考答案": "answer", "标准答案": "answer", "答案": "answer", "answer": "answer",
    "答案解析": "explanation", "试题解析": "explanation", "解析": "explanation", "详解": "explanation", "explanation": "explanation",
    "知识点": "point", "考点": "point", "难度系数": "difficulty", "难度": "difficulty", "来源": "source", "题型": "kind",
}  # fmt: skip
_NAME = "|".join(sorted(_NAMES, key=len, reverse=True))
_LABEL = re.compile(
    rf"(?:^|(?<=[\s。．.;；）)]))\s*(?:[【\[]\s*({_NAME})\s*[】\]]\s*[:：]?|({_NAME})\s*[:：])[ \t]*", re.IGNORECASE | re.MULTILINE
)
_KIND_MARK = re.compile(r"\s*[【\[（(]\s*((?:单|多|不定)项?选?(?:择)?题?|判断题?|填空题?)\s*[】\]）)]\s*")
_FULL_WIDTH = {letter: chr(ord(letter) + 0xFEE0) for letter in LETTERS}


@dataclass(slots=True)
class _Block:
    number: int
    start: int
    headings: tuple[str, ...]
    kind: str
    lines: list[str] = field(default_factory=list)
    lost: list[tuple[int, str]] = field(default_factory=list)
    answered: bool = False
    explained: bool = False
    has_options: bool = False
    closed: bool = False
    item: int = 0  # of a numbered list inside this question

    def add(self, line: Line, text: str) -> None:
        self.lines.append(text)
        if line.lost:
            self.lost.append((line.number, line.lost))
        for match in _LABEL.finditer(text):
            name = _NAMES[(match[1] or match[2]).casefold()]
            self.answered = self.answered or name == "answer"
            self.explained = self.explained or name == "explanation"
        self.has_options = self.has_options or _OPTION_MARKS["A", "line"].search(text) is not None or bool(split_options(text)[1])


def read_lines(lines: Sequence[Line], path: Path, unit: Unit) -> tuple[list[Record], list[Fault]]:
    """The records of a paper, and what was passed over (as warnings), in the order of the lines."""
    blocks, skipped = _Segmenter(path, unit).blocks(lines)
    return [_record(block, path, unit) for block in blocks], skipped


class _Ahead(NamedTuple):
    """The lines that follow."""

    texts: Sequence[str]
    position: int


class _Segmenter:
    """Cuts lines into questions."""

    def __init__(self, path: Path, unit: Unit) -> None:
        self._path = path
        self._unit: Unit = unit
        self._blocks: list[_Block] = []
        self._skipped: list[Fault] = []
        self._headings: list[str] = []
        self._kind = ""
        self._style = ""

    def blocks(self, lines: Sequence[Line]) -> tuple[list[_Block], list[Fault]]:
        texts = [_EMPHASIS.sub(r"\1", line.text).rstrip() for line in lines]
        for position, (line, text) in enumerate(zip(lines, texts, strict=True), start=1):
            block = self._blocks[-1] if self._blocks else None
            if block is not None and block.closed:
                block = None
            ahead = _Ahead(texts, position)
            if not text.strip() and not line.lost:
                if block is not None and block.answered and not block.explained:
                    block.closed = True
            elif heading := self._heading(line, text.strip(), ahead, block):
                self._enter(heading)
                if block is not None:
                    block.closed = True
            elif match := self._start(text.lstrip(), ahead, block):
                new = _Block(int(match[1]), line.number, tuple(self._headings), self._kind)
                new.add(line, text.lstrip()[match.end() :])
                self._blocks.append(new)
            elif block is not None:
                block.add(line, text)
            else:
                message = f"不属于任何一题，没有读：{text.strip()[:40]}"
                self._skipped.append(Fault(self._path, line.number, "", message, "题目，如 1. 题干", "warning", self._unit))
        return self._blocks, self._skipped

    def _heading(self, line: Line, text: str, ahead: _Ahead, block: _Block | None) -> str:
        if match := _MARKDOWN_HEADING.fullmatch(text):
            return match[1]
        if line.heading:
            return "" if any(start.match(text) and _goes_on_as_question(text, ahead, start) for start in _STARTS.values()) else text
        settled = block is None or block.answered or block.has_options
        return text if settled and _HEADING.fullmatch(text) and not _LABEL.search(text) else ""

    def _enter(self, heading: str) -> None:
        heading = _RANGE.sub("", heading).strip()
        named, _ = kind_named(heading)
        if named:
            self._kind = heading
        else:
            self._headings = [*self._headings[-1:], _HEADING_NUMBER.sub("", heading, count=1)]

    def _start(self, text: str, ahead: _Ahead, block: _Block | None) -> re.Match[str] | None:
        """The number of `text` if it begins a question; None if it has none, or goes on with a list inside the question before."""
        style = next((style for style, start in _STARTS.items() if start.match(text)), "")
        start = _STARTS.get(style)
        match = start.match(text) if start else None
        if start is None or match is None or self._style not in ("", style):
            return None
        number = int(match[1])
        if block is None:
            if not self._style and not _goes_on_as_question(text, ahead, start):
                return None  # an instruction at the head of the paper
            self._style = style
            return match
        if block.item and number == block.item + 1:
            in_list = number != block.number + 1 or not (block.answered and _goes_on_as_question(text, ahead, start))
        elif number == 1:
            begins_again = block.answered and _goes_on_as_question(text, ahead, start)
            in_list = not begins_again and (block.answered or not block.has_options)
        else:
            in_list = False
        if in_list:
            block.item = number
            return None
        return match


def _goes_on_as_question(text: str, ahead: _Ahead, start: re.Pattern[str]) -> bool:
    """Whether options or an answer come before the next line that is numbered in the same way."""
    if _names_answer(text) or split_options(text)[1]:
        return True
    for position in range(ahead.position, len(ahead.texts)):
        line = ahead.texts[position]
        if start.match(line.lstrip()) or _MARKDOWN_HEADING.fullmatch(line.strip()):
            return False
        if _names_answer(line) or _OPTION_MARKS["A", "line"].search(line):
            return True
    return False


def _names_answer(line: str) -> bool:
    return any(_NAMES[(match[1] or match[2]).casefold()] == "answer" for match in _LABEL.finditer(line))


def _record(block: _Block, path: Path, unit: Unit) -> Record:
    text = "\n".join(block.lines)
    labels = list(_LABEL.finditer(text))
    body = text[: labels[0].start()] if labels else text
    record = Record(block.start, unit, kind=block.kind, headings=block.headings)
    for number, lost in block.lost:
        record.faults.append(Fault(path, number, "", f"这里有{lost}，文字里读不到", "用文字写出来，公式写成 $...$", unit=unit))
    for label, next_label in zip_longest(labels, labels[1:]):
        name = _NAMES[(label[1] or label[2]).casefold()]
        content = text[label.end() : next_label.start() if next_label else len(text)].strip()
        if name == "answer" and record.answer:
            record.faults.append(Fault(path, block.start, "answer", f"第 {block.number} 题写了两个答案", "一题一个答案", unit=unit))
        elif name == "explanation" and record.explanation:
            record.explanation += "\n" + content
        else:
            setattr(record, name, content)
    if mark := _KIND_MARK.match(body):
        record.kind = mark[1]
        body = body[mark.end() :]
    stem, record.options, missing = split_options(body)
    record.stem = stem
    if missing:
        message = f"第 {block.number} 题的选项 {'、'.join(missing)} 找不到"
        record.faults.append(Fault(path, block.start, "options", message, "选项从 A 起按序，如 A. … B. …", unit=unit))
    return record


_LONGEST = 20_000  # characters of a question: more than any stem with its options


def _compile_option_marks() -> dict[tuple[str, str], re.Pattern[str]]:
    before = {"line": r"^[ \t\u3000]*", "spaced": r"(?:^|(?<=[\s;；,，]))", "anywhere": r"(?<![A-Za-z0-9])"}
    marks: dict[tuple[str, str], re.Pattern[str]] = {}
    for letter in LETTERS:
        either = f"[{letter}{_FULL_WIDTH[letter]}]"
        mark = rf"(?:[（(【\[]\s*{either}\s*[)）\]】]\s*[.．、:：]?|{either}\s*[.．、:：)）])\s*"
        for where, start in before.items():
            marks[letter, where] = re.compile(start + mark, re.MULTILINE)
        marks[letter, "bare"] = re.compile(rf"^[ \t\u3000]*{either}[ \t\u3000]+(?=\S)", re.MULTILINE)
    return marks


_OPTION_MARKS = _compile_option_marks()


def split_options(text: str) -> tuple[str, list[str], list[str]]:
    """Cut `text` into its stem and its options; also the letters that are missing from their sequence (`A. .. C. ..` lacks B).

    A mark at the beginning of a line counts before one after a space, and that before one in running text, so that `A、B 两个进程`
    in a stem is no option. Without any option everything is the stem.
    """
    if len(text) > _LONGEST:
        return text.strip(), [], []
    without_stem: tuple[str, list[str], list[str]] | None = None
    for where in ("line", "spaced", "anywhere", "bare"):
        for first in _OPTION_MARKS["A", where].finditer(text):
            stem = text[: first.start()].strip()
            options = list(_sequence(text, first.end(), bare=where == "bare"))
            missing = _missing(text, first.end(), len(options)) if where == "line" else []
            if not missing and (len(options) < 2 or not (all(options) or where == "line")):
                continue
            if len(stem) >= 2:
                return stem, options, missing
            without_stem = without_stem or (stem, options, missing)  # perhaps the stem itself begins with A、B
    return without_stem or (text.strip(), [], [])


def _sequence(text: str, position: int, *, bare: bool) -> Iterator[str]:
    """The texts of option A, which begins at `position`, B and so on."""
    for letter in (*LETTERS[1:], None):
        mark = _next_mark(text, position, letter, bare=bare) if letter else None
        yield text[position : mark.start() if mark else len(text)].strip().rstrip("；;").rstrip()
        if mark is None:
            return
        position = mark.end()


def _next_mark(text: str, position: int, letter: str, *, bare: bool) -> re.Match[str] | None:
    for where in ("bare",) if bare else ("line", "spaced", "anywhere"):
        if match := _OPTION_MARKS[letter, where].search(text, position):
            return match
    return None


def _missing(text: str, position: int, found: int) -> list[str]:
    """The letters between the last option found and a later one that begins a line."""
    later = [letter for letter in LETTERS[found + 1 :] if _OPTION_MARKS[letter, "line"].search(text, position)]
    return [letter for letter in LETTERS[found : LETTERS.index(later[-1])] if letter not in later] if later else []
