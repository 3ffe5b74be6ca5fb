"""Questions to be measured with, read from the layouts in which exams are published: this project's JSONL, rows of
`{id, subject, question, options, answer}`, and the CSV files of C-Eval and CMMLU. What answers them is left to the caller.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.errors import QuestionFileError
from engine.exams import Exam
from engine.questions.bank import Bank
from engine.questions.model import LETTERS

_SPLIT = re.compile(r"_(?:dev|val|test)$")
_CSV_KEYS = ("answer", "Answer")


@dataclass(frozen=True, slots=True)
class Item:
    """A question with one right option.

    Attributes:
        options: their words, A first; two to eight.
        key: the right one's letter.
    """

    id: str
    subject: str
    stem: str
    options: tuple[str, ...]
    key: str

    @property
    def letters(self) -> str:
        """The letters of its options."""
        return LETTERS[: len(self.options)]


@dataclass(frozen=True, slots=True)
class Presentation:
    """An item as it is shown once: `order` gives, for each place, the letter that the option there has in the item."""

    item: Item
    variant: int
    order: str

    @property
    def options(self) -> tuple[str, ...]:
        """The options' words in the order shown."""
        return tuple(self.item.options[LETTERS.index(letter)] for letter in self.order)


@dataclass(frozen=True, slots=True)
class ItemSet:
    """What was read: the items, and how many questions were left out because they have not exactly one right option."""

    items: tuple[Item, ...]
    left_out: int = 0

    @property
    def fingerprint(self) -> str:
        """16 hex digits over everything that is asked: two runs with the same one answered the same questions."""
        content = [[item.id, item.subject, item.stem, item.options, item.key] for item in self.items]
        return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()[:16]


def evaluation_items(exam: Exam) -> ItemSet:
    """The exam's own evaluation set, in the bank's order."""
    bank = Bank.load(exam)
    questions = bank.evaluation()
    items = []
    for question in questions:
        if question.kind == "single":
            subject = bank.subject_of(question)
            items.append(Item(question.id, subject.name if subject else question.point, question.stem, question.options, question.key))
    return ItemSet(tuple(items), len(questions) - len(items))


def read_items(paths: Sequence[Path], exam: Exam | None = None) -> ItemSet:
    """Read all files.

    Args:
        exam: gives the subjects of this project's own rows their names.

    Raises:
        QuestionFileError: listing every fault of every file with its line; nothing was measured.
    """
    items: dict[str, Item] = {}
    faults: list[str] = []
    left_out = 0
    for path in paths:
        for line, found in _read(path, exam):
            if isinstance(found, str):
                faults.append(f"{path.name}{f' 第 {line} 行' if line else ''}：{found}")
            elif found is None:
                left_out += 1
            elif found.id in items:
                faults.append(f"{path.name} 第 {line} 行：题号 {found.id} 重复了")
            else:
                items[found.id] = found
    if faults:
        raise QuestionFileError(f"题目文件有 {len(faults)} 处不合要求，还没有开始测：\n" + "\n".join(f"  {fault}" for fault in faults))
    if not items:
        raise QuestionFileError("这些文件里没有一道单选题，没有什么可测的。")
    return ItemSet(tuple(items.values()), left_out)


def presentations(items: Iterable[Item], shuffles: int, seed: int) -> Iterator[Presentation]:
    """Every item as it stands (variant 0), then in `shuffles` random orders, each fixed by item, variant and `seed` alone."""
    kept = tuple(items)
    for item in kept:
        yield Presentation(item, 0, item.letters)
    for variant in range(1, shuffles + 1):
        for item in kept:
            order = list(item.letters)
            random.Random(f"{seed}:{variant}:{item.id}").shuffle(order)
            yield Presentation(item, variant, "".join(order))


def _read(path: Path, exam: Exam | None) -> Iterator[tuple[int, Item | str | None]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        yield 0, f"读不了（{error.strerror}）"
        return
    except UnicodeDecodeError:
        yield 0, "不是 UTF-8 编码，请另存为 UTF-8"
        return
    if path.suffix.lower() == ".csv":
        yield from _csv_items(path, text)
        return
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                row = json.loads(line)
            except ValueError:
                yield number, "不是 JSON"
                continue
            yield number, _row_item(row, f"{path.stem}-{number}", exam) if isinstance(row, dict) else "不是一个 JSON 对象"


def _row_item(row: Mapping[str, Any], id: str, exam: Exam | None) -> Item | str | None:
    if row.get("kind", "single") != "single":
        return None
    stem = row.get("stem", row.get("question"))
    if "point" in row:
        subject = exam.subject_of(str(row["point"])) if exam else None
        name = subject.name if subject else str(row["point"]).partition(".")[0]
    else:
        name = str(row.get("subject") or "")
    return _item(str(row.get("id") or id), name, stem, row.get("options"), row.get("answer"))


def _csv_items(path: Path, text: str) -> Iterator[tuple[int, Item | str | None]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    header = list(reader.fieldnames or ())
    question = next((name for name in ("question", "Question") if name in header), None)
    key = next((name for name in _CSV_KEYS if name in header), None)
    letters = [letter for letter in LETTERS if letter in header]
    if question is None or key is None or len(letters) < 2:
        yield 1, "表头不是 C-Eval（id,question,A,B,C,D,answer）也不是 CMMLU（,Question,A,B,C,D,Answer）的；C-Eval 的 test 没有答案，测不了"
        return
    subject = _SPLIT.sub("", path.stem)
    try:
        for place, row in enumerate(reader):
            options = [row[letter] for letter in letters if row[letter] not in (None, "")]
            number = row.get("id") or row.get("") or str(place)
            yield reader.line_num, _item(f"{path.stem}-{number}", subject, row[question], options, row[key])
    except csv.Error as error:
        yield reader.line_num, f"CSV 读不懂（{error}）"


def _item(id: str, subject: str, stem: object, options: object, answer: object) -> Item | str:
    if not isinstance(stem, str) or not stem.strip():
        return "没有题干"
    if not isinstance(options, list) or not all(isinstance(option, str | int | float) for option in options):
        return "options 应是选项的列表"
    words = tuple(str(option).strip() for option in options)
    if not 2 <= len(words) <= len(LETTERS) or not all(words):
        return f"应有 2 到 {len(LETTERS)} 个不空的选项，这里有 {sum(map(bool, words))} 个"
    key = str(answer or "").strip().upper()
    if len(key) != 1 or key not in LETTERS[: len(words)]:
        return f"答案是 {answer!r}，应是 {LETTERS[0]} 到 {LETTERS[len(words) - 1]} 中的一个字母"
    return Item(id, subject or "未分科", stem.strip(), words, key)
