"""A run: one examinee's choice for every question, kept on disk answer by answer.

The file is JSON Lines: the first line says what was measured with what, each later one is an answer, written at once. A run that was
interrupted goes on where it was; a line cut off by a crash is dropped and answered again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from engine.errors import ShanganError
from engine.evaluation.items import Presentation
from engine.questions.model import LETTERS

FORMAT = "shangan-accuracy/1"


@dataclass(frozen=True, slots=True)
class Choice:
    """What an examinee answered to one presentation.

    Attributes:
        place: the letter it chose as shown; None: none that could be read.
        said: its words, for those who want to check the reading.
        truncated: whether its words were cut off by a limit.
    """

    place: str | None
    said: str = ""
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class Answered:
    """One line of a run.

    Attributes:
        variant: 0: options as they stand; from 1: shuffled.
        order: the options' own letters in the order shown.
        key: the right option's own letter.
        place: the letter chosen as shown; None: none.
    """

    id: str
    subject: str
    variant: int
    order: str
    key: str
    place: str | None
    said: str = ""
    truncated: bool = False

    @classmethod
    def of(cls, shown: Presentation, choice: Choice) -> Answered:
        """The choice with what was shown."""
        item = shown.item
        return cls(item.id, item.subject, shown.variant, shown.order, item.key, choice.place, choice.said, choice.truncated)

    @property
    def chosen(self) -> str | None:
        """The chosen option's own letter, whatever the order."""
        return None if self.place is None else self.order[LETTERS.index(self.place)]

    @property
    def right(self) -> bool:
        """Whether the key was chosen."""
        return self.chosen == self.key


@dataclass(frozen=True)
class Run:
    """Everything answered, by question and variant.

    Attributes:
        settings: what decides the answers (questions, model, notes, seed); runs with the same settings are one run.
        label: what the run is called in tables.
    """

    settings: Mapping[str, Any]
    label: str
    answered: dict[tuple[str, int], Answered] = field(default_factory=dict)

    def plain(self) -> dict[str, Answered]:
        """The answers to the questions as they stand, by id."""
        return {id: answer for (id, variant), answer in self.answered.items() if variant == 0}

    def __iter__(self) -> Iterator[Answered]:
        return iter(self.answered.values())


def run_name(settings: Mapping[str, Any]) -> str:
    """A file name that is the same for the same settings, and for no others."""
    digest = hashlib.sha256(json.dumps(settings, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:10]
    words = [str(settings.get(name, "")) for name in ("questions", "answerer", "model")] + (["notes"] if settings.get("notes") else [])
    readable = "-".join("".join(c if c.isalnum() else "_" for c in word) for word in words if word)
    return f"{readable[:80]}-{digest}.jsonl"


def load_run(path: Path, label: str = "") -> Run:
    """Read a run.

    Args:
        label: instead of the one it was kept under.

    Raises:
        ShanganError: it cannot be read, or is none.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ShanganError(f"读不了 {path}：{getattr(error, 'strerror', None) or error}。请检查文件名。") from None
    try:
        head = json.loads(lines[0])
        if head["format"] != FORMAT:
            raise KeyError("format")
        run = Run(head["settings"], label or str(head["label"]))
    except (ValueError, KeyError, IndexError, TypeError):
        raise ShanganError(f"{path} 不是 shangan eval accuracy 写下的记录。") from None
    for number, line in enumerate(lines[1:], 2):
        try:
            answer = Answered(**json.loads(line))
        except (ValueError, TypeError):
            if number == len(lines):  # cut off in the middle of writing
                break
            raise ShanganError(f"{path} 第 {number} 行坏了；删掉这一行再来，缺的题会重新答。") from None
        run.answered[answer.id, answer.variant] = answer
    return run


class RunFile:
    """A run that is being written."""

    def __init__(self, run: Run, path: Path) -> None:
        self.run = run
        self.path = path
        self._file = path.open("a", encoding="utf-8")

    def add(self, answer: Answered) -> None:
        """Keep an answer, on the disk when this returns."""
        self.run.answered[answer.id, answer.variant] = answer
        self._file.write(json.dumps(asdict(answer), ensure_ascii=False) + "\n")
        self._file.flush()

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


@contextmanager
def open_run(path: Path, settings: Mapping[str, Any], label: str) -> Iterator[RunFile]:
    """Begin a run at `path`, or go on with the one that is there.

    Raises:
        ShanganError: another run is there, or another process writes it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(path.with_name(f".{path.name}.lock"))
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise ShanganError(f"另一个进程正在写 {path}，这次没有开始。等它结束，或用 --run 换一个文件。") from None
    try:
        run = Run(settings, label)
        if path.is_file() and path.stat().st_size:
            before = load_run(path)
            if dict(before.settings) != dict(settings):
                changed = sorted(name for name in {*before.settings, *settings} if before.settings.get(name) != settings.get(name))
                raise ShanganError(f"{path} 是另一次测量的记录（{'、'.join(changed)} 不同），原样留着。用 --run 换一个文件。")
            run.answered.update(before.answered)
        # Written anew without what was cut off, and put in place at once.
        lines = [{"format": FORMAT, "label": label, "settings": dict(settings)}, *map(asdict, run)]
        fresh = path.with_name(f".{path.name}.new")
        fresh.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
        fresh.replace(path)
        file = RunFile(run, path)
        try:
            yield file
        finally:
            file.close()
    finally:
        lock.release()
