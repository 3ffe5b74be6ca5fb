"""What a training row is, and how xtuner reads it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, TypeAlias

from engine.questions.folding import fold

Kind: TypeAlias = Literal["bank", "generated", "note", "identity", "imported", "general"]

KIND_NAMES: dict[Kind, str] = {
    "bank": "题库",
    "generated": "算出来的题",
    "note": "笔记",
    "identity": "自我介绍",
    "imported": "导入的",
    "general": "日常对话",
}


@dataclass(frozen=True, slots=True)
class Turn:
    """What a person says and what the model shall answer."""

    input: str
    output: str


@dataclass(frozen=True)
class Row:
    """One conversation to learn from.

    Attributes:
        turns: at least one.
        source: where it comes from, as shown to a person: a question's id, a note's anchor, a file with its line.
        system: the system message; the same that serving sends.
        about: the question alone where the input holds more than that (passages), for finding repeats and leaks.
    """

    kind: Kind
    turns: tuple[Turn, ...]
    source: str
    system: str = ""
    about: str = ""

    @property
    def question(self) -> str:
        """What is asked first, without what stands around it."""
        return self.about or self.turns[0].input

    @cached_property
    def folded_question(self) -> str:
        """Two rows with the same one ask the same: width, case, spaces and punctuation do not count, signs and numbers do."""
        return fold(self.question) or self.question

    @cached_property
    def folded_text(self) -> str:
        """Everything said in the row, folded, with its question first."""
        return self.folded_question + "\0" + "\0".join(fold(part) for turn in self.turns for part in (turn.input, turn.output))

    @property
    def answers(self) -> tuple[str, ...]:
        """The answers in order."""
        return tuple(turn.output for turn in self.turns)

    @property
    def characters(self) -> int:
        """Of everything that is said; a rough measure of the tokens (InternLM2: about 0.6 to 0.8 a Chinese character)."""
        return len(self.system) + sum(len(turn.input) + len(turn.output) for turn in self.turns)

    def as_xtuner(self) -> dict[str, Any]:
        """xtuner's conversation format; the system message belongs to the first turn. `source` is for people, xtuner drops it."""
        first, *others = self.turns
        conversation = [{"system": self.system, "input": first.input, "output": first.output}]
        conversation += [{"system": "", "input": turn.input, "output": turn.output} for turn in others]
        return {"conversation": conversation, "source": self.source}


def counted_by_kind(rows: Sequence[Row]) -> dict[str, int]:
    """How many rows of each kind there are."""
    return dict(Counter(row.kind for row in rows))
