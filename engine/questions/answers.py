"""Reading what people type as an answer: `B`, `我选 b`, `ＡＣ`, `对`, `√`, and for several questions `1B 2C 3AD`, `BCADB`, `1对2错`.

A chat message is an answer only if it is nothing else: `B站好看`, `A股跌了` and `ok` are not. Whether an answer is right is `grading`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from engine.questions.folding import fold, with_carets
from engine.questions.model import LETTERS, RIGHT, WRONG, Question
from engine.questions.quantities import comparable, same_answer
from engine.questions.wording import RIGHT_WORDS, WRONG_WORDS, verdict

MAX_LENGTH = 20_000
"""Characters of an essay; a longer message is no answer."""

_SHORT = 200  # characters a question: more than any other answer has


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it is graded: letters in order (`AC`), `对` or `错`, or the words for a blank or an essay."""

    given: str


@dataclass(frozen=True, slots=True)
class NotAnAnswer:
    """The message is something else. `hint` (Chinese) says what is missing where it was surely meant as an answer."""

    hint: str = ""


_GAP = r"[\s、,;&+/和与]"
_LETTER = f"[{LETTERS}{LETTERS.lower()}]"
_LETTER_RUN = f"{_LETTER}(?:{_GAP}*{_LETTER})*"
_VERDICT = "|".join(sorted({*map(re.escape, (*RIGHT_WORDS, *WRONG_WORDS))}, key=len, reverse=True))
_FRAME = re.compile(
    r"(?:我们?|俺|咱们?)?\s*(?:觉得|认为|猜|感觉)?\s*(?:应该|可能|大概|肯定|那?就|还是)?\s*(?:这[道个]?题|本题)?\s*(?:正确)?(?:的?答案|选项)?\s*"
    r"(?:应该|可能|大概|肯定)?\s*(?:就?是|为|选择?|答)?\s*:?\s*(?=\S)"
)
_BLANK_FRAME = re.compile(r"(?:我们?)?\s*(?:觉得|认为|猜)?\s*(?:答案|我?填|答(?=\s*[:是]))\s*(?:应该)?\s*(?:是|为)?\s*:?\s*(?=\S)")
_STOPS = " \t\n\r!?。.~,;…"
_PARTICLE = re.compile(r"(?:选?项|[吧呢呀啊哦啦哈嘛吗])$")
_LETTERS_ALONE = re.compile(rf"[(\[【\"'“]?\s*({_LETTER_RUN})\s*[)\]】\"'”]?")
_LETTER_AND_OPTION = re.compile(rf"({_LETTER})\s*[.、:)]\s*(.+)", re.DOTALL)
_ITEM = re.compile(
    rf"{_GAP}*(?:第\s*|[(\[])?(\d{{1,3}})\s*(?:题\s*)?[.、:)\]-]?\s*(?:选|是)?\s*"
    rf"({_VERDICT}|{_LETTER}(?:[ \t、,&+]*{_LETTER})*)(?![A-Za-z])[。.]?",
    re.IGNORECASE,
)
_RANGE = re.compile(
    rf"{_GAP}*(\d{{1,3}})\s*(?:-|~|至|到)\s*(\d{{1,3}})\s*题?\s*[.、:)]?\s*((?:(?:{_VERDICT}|{_LETTER})[ \t]*)+)", re.IGNORECASE
)
_SYMBOL = re.compile(rf"{_VERDICT}|{_LETTER}", re.IGNORECASE)
_LINE = re.compile(r"\s*(?:第\s*)?(\d{1,3})\s*(?:题\s*[.、:)]?|[、:)]|\.(?!\d))\s*(.+)")


def read_answers(text: str, questions: Sequence[Question], *, addressed: bool = False) -> list[Answer | None] | NotAnAnswer:
    """Read a message as the answers to `questions`, in their order; None where one of several was left out.

    Args:
        addressed: the message replies to the question or was written to the bot alone. Only then may free text answer a blank or an
            essay; otherwise a blank takes what is right, a number where the key is one, and `答案是…`.
    """
    if not questions or len(text) > MAX_LENGTH or not text.strip():
        return NotAnAnswer()
    if [question.kind for question in questions] == ["essay"]:
        return [Answer(text.strip())] if addressed else NotAnAnswer()
    if len(text) > _SHORT * (len(questions) + 1):
        return NotAnAnswer()
    plain = re.sub(r"[ \t]+", " ", unicodedata.normalize("NFKC", with_carets(text)).replace("\ufe0f", "")).strip()
    if len(questions) == 1:
        one = _read_one(plain, questions[0], addressed)
        if isinstance(one, NotAnAnswer):
            numbered = _read_numbered(plain, questions, addressed)
            return [numbered[0]] if isinstance(numbered, list) and numbered[0] is not None else one
        return [one]
    return _read_several(plain, questions, addressed)


def _read_one(text: str, question: Question, addressed: bool) -> Answer | NotAnAnswer:
    if question.kind == "essay":
        return Answer(text) if addressed else NotAnAnswer()
    if question.kind == "blank":
        return _read_blank(text, question, addressed)
    bare = text[: _end(text)]
    frame = _FRAME.match(bare)
    body = bare[frame.end() :] if frame else bare
    explicit = body != bare
    if question.kind == "judge":
        for candidate in (text, bare, body):
            if given := verdict(candidate) or {"A": RIGHT, "B": WRONG}.get(candidate.upper()):
                return Answer(given)
        return NotAnAnswer("这是判断题，答“对”或“错”。") if explicit and _LETTERS_ALONE.fullmatch(body) else NotAnAnswer()
    return _read_choice(body, question, explicit, addressed)


def _end(text: str) -> int:
    """Where the answer ends and a particle or stop begins: 2 for `选B吧！`."""
    return len(_PARTICLE.sub("", text.rstrip(_STOPS)).rstrip(_STOPS))


def _read_choice(text: str, question: Question, explicit: bool, addressed: bool) -> Answer | NotAnAnswer:
    letters = LETTERS[: len(question.options)]
    if match := _LETTERS_ALONE.fullmatch(text):
        return _letters(match[1], question, explicit or addressed)
    if (match := _LETTER_AND_OPTION.fullmatch(text)) and match[1].upper() in letters:
        letter = match[1].upper()
        if fold(match[2]) == fold(question.options[letters.index(letter)]):
            return Answer(letter)
    if (explicit or addressed) and fold(text):
        same = [letter for letter, option in zip(letters, question.options, strict=True) if fold(option) == fold(text)]
        if len(same) == 1:
            return Answer(same[0])
    return NotAnAnswer(f"这题选字母，{letters[0]} 到 {letters[-1]}。") if addressed and verdict(text) else NotAnAnswer()


def _letters(run: str, question: Question, explicit: bool) -> Answer | NotAnAnswer:
    """The letters of an answer to one question of choice; a word made of the same letters (bad, Ad) is none."""
    letters = LETTERS[: len(question.options)]
    given = re.sub(r"[^A-Za-z]", "", run)
    if len(given) == len(run) > 1 and not explicit:
        ascending = list(given) == sorted(given)
        if not (given.isupper() or (given.islower() and ascending)):
            return NotAnAnswer()
    given = given.upper()
    if len(set(given)) < len(given):
        return NotAnAnswer()
    if any(letter not in letters for letter in given):
        return NotAnAnswer(f"这题的选项是 {letters[0]} 到 {letters[-1]}。")
    if question.kind == "single" and len(given) > 1:
        return NotAnAnswer("这是单选题，选一个字母就好。")
    return Answer("".join(sorted(given)))


def _read_blank(text: str, question: Question, addressed: bool) -> Answer | NotAnAnswer:
    frame = _BLANK_FRAME.match(text)
    body = text[frame.end() :] if frame else text
    for candidate in (text, body, body[: _end(body)], text[: _end(text)]):
        if same_answer(candidate, question.answer):
            return Answer(candidate)
    bare = body[: _end(body)]
    if addressed or frame or comparable(bare, question.answer):
        return Answer(bare or body)
    return NotAnAnswer()


class _Item(NamedTuple):
    number: int
    text: str


def _read_several(text: str, questions: Sequence[Question], addressed: bool) -> list[Answer | None] | NotAnAnswer:
    count = len(questions)
    bare = text[: _end(text)]
    for body in (text, bare, bare[_frame_end(bare) :]):
        numbered = _read_numbered(body, questions, addressed)
        if numbered is not None:
            return numbered
        parts = [part for part in re.split(r"\n+" if body.count("\n") >= count - 1 else rf"{_GAP}+", body) if part.strip()]
        if len(parts) == count and (addressed or any(question.kind not in ("blank", "essay") for question in questions)):
            answers = [
                _read_one(part.strip(), question, addressed or question.kind not in ("blank", "essay"))
                for part, question in zip(parts, questions, strict=True)
            ]
            if read := [answer for answer in answers if isinstance(answer, Answer)]:
                if len(read) == count:
                    return list(read)
                if not addressed and any(isinstance(answer, NotAnAnswer) and not answer.hint for answer in answers):
                    continue
                first = next(answer for answer in answers if isinstance(answer, NotAnAnswer))
                return NotAnAnswer(first.hint or "有的答案没有读懂，可以写成 1B 2C 3AD。")
        symbols = _SYMBOL.findall(body)
        if "".join(symbols) == re.sub(rf"{_GAP}+", "", body) and _one_case(symbols):
            return _read_symbols(symbols, questions)
    return NotAnAnswer()


def _frame_end(text: str) -> int:
    frame = _FRAME.match(text)
    return frame.end() if frame else 0


def _one_case(symbols: Sequence[str]) -> bool:
    letters = "".join(symbol for symbol in symbols if symbol.isascii())
    return not letters or letters.isupper() or letters.islower()


def _read_symbols(symbols: Sequence[str], questions: Sequence[Question]) -> list[Answer | None] | NotAnAnswer:
    """One sign a question, as in `BCADB` or `对错对`."""
    count = len(questions)
    if any(question.kind == "multiple" for question in questions):
        return NotAnAnswer("里面有多选题，请按题号写，如 1B 2AC。")
    if len(symbols) != count:
        return NotAnAnswer(f"一共 {count} 题，读到 {len(symbols)} 个答案。也可以按题号写，如 1B 2C。")
    return _each([_Item(number, symbol) for number, symbol in enumerate(symbols, start=1)], questions)


def _read_numbered(text: str, questions: Sequence[Question], addressed: bool) -> list[Answer | None] | NotAnAnswer | None:
    """`1B 2C 3AD`, `1-5 BCADB`, or a numbered line for each; None if the message is nothing of the kind."""
    items = _items(text)
    if items is None:
        lines = [line for line in text.split("\n") if line.strip()]
        matches = [_LINE.fullmatch(line) for line in lines]
        items = [_Item(int(match[1]), match[2].strip()) for match in matches if match]
        if len(items) < len(lines) or len(questions) == 1 or not items:
            return None
    if not addressed and len(items) == 1 and items[0].number > len(questions):
        return NotAnAnswer()  # a 7B model, 4D cinema
    return _each(items, questions)


def _items(text: str) -> list[_Item] | None:
    items: list[_Item] = []
    position = 0
    rest = len(text[: _end(text)])
    while position < rest:
        if match := _RANGE.match(text, position):
            symbols = _SYMBOL.findall(match[3])
            first, last = int(match[1]), int(match[2])
            if last - first + 1 != len(symbols):
                return None
            items += [_Item(number, symbol) for number, symbol in enumerate(symbols, start=first)]
        elif match := _ITEM.match(text, position):
            items.append(_Item(int(match[1]), match[2]))
        else:
            return None
        position = match.end()
    return items or None


def _each(items: Sequence[_Item], questions: Sequence[Question]) -> list[Answer | None] | NotAnAnswer:
    answers: list[Answer | None] = [None] * len(questions)
    for number, text in items:
        if not 1 <= number <= len(questions):
            return NotAnAnswer(f"没有第 {number} 题，一共 {len(questions)} 题。")
        if answers[number - 1] is not None:
            return NotAnAnswer(f"第 {number} 题写了两次，请再发一次。")
        one = _read_one(text, questions[number - 1], True)
        if isinstance(one, NotAnAnswer):
            return NotAnAnswer(f"第 {number} 题：{one.hint or '没有读懂。'}")
        answers[number - 1] = one
    return answers
