"""What a question is. Bank, import, generators and grading all speak of this one form."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Literal, NamedTuple, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

Kind: TypeAlias = Literal["single", "multiple", "judge", "blank", "essay"]

KIND_NAMES: dict[str, str] = {"single": "单选", "multiple": "多选", "judge": "判断", "blank": "填空", "essay": "综合应用"}

LETTERS = "ABCDEFGH"
RIGHT, WRONG = "对", "错"

IMPORTED = "imported"
"""First part of the point of a question whose owner's file names no knowledge point: `imported.<subject id or slug>`."""


def _as_tuple(value: object) -> object:
    if isinstance(value, str):
        return (value,)
    return tuple(value) if isinstance(value, list) else value


class KeyFault(NamedTuple):
    """Something about a question that only its fields together show: the field to mend, what is wrong, what is expected."""

    field: str
    message: str
    expectation: str


def key_faults(
    kind: Kind, options: Sequence[str], answer: Sequence[str], why_wrong: Mapping[str, str], has_rubric: bool
) -> Iterator[KeyFault]:
    """Every way in which options, key, `why_wrong` and rubric do not fit the kind; all arguments have the right types already."""
    letters = LETTERS[: len(options)]
    key = answer[0]
    for position, wording in enumerate(answer):
        if not wording.strip():
            yield KeyFault("answer", f"第 {position + 1} 个答案是空的", "写出答案")
    if kind in ("single", "multiple"):
        if len(options) < 2:
            yield KeyFault("options", f"选择题只有 {len(options)} 个选项", "至少两个选项")
        for letter, option in zip(letters, options, strict=True):
            if not option.strip():
                yield KeyFault("options", f"选项 {letter} 是空的", "写出选项的文字")
        for letter, option in zip(letters, options, strict=True):
            first = letters[[other.strip() for other in options].index(option.strip())]
            if first != letter and option.strip():
                yield KeyFault("options", f"选项 {first} 和 {letter} 相同", "每个选项都不同")
        if len(answer) > 1:
            yield KeyFault("answer", f"选择题写了 {len(answer)} 个答案", '一个字符串，如 "B"；多选如 "AC"')
        elif kind == "single" and len(key) != 1:
            yield KeyFault("answer", f"单选题的答案是 {key!r}", "一个字母")
        elif kind == "multiple" and (len(key) < 2 or list(key) != sorted(set(key))):
            yield KeyFault("answer", f"多选题的答案是 {key!r}", "至少两个字母，按序，不重复")
        if letters and any(letter not in letters for letter in key):
            yield KeyFault("answer", f"答案 {key!r} 不在选项 {letters} 之中", "选项的字母")
        if extra := sorted(set(why_wrong) - (set(letters) - set(key))):
            yield KeyFault("why_wrong", f"{'、'.join(extra)} 不是错误选项", "只写错误选项的字母")
    else:
        if options:
            yield KeyFault("options", f"{KIND_NAMES[kind]}题有选项", "去掉 options，或把 kind 改成 single、multiple")
        if why_wrong:
            yield KeyFault("why_wrong", f"{KIND_NAMES[kind]}题没有错误选项可解释", "去掉 why_wrong")
    if kind == "judge" and tuple(answer) not in ((RIGHT,), (WRONG,)):
        yield KeyFault("answer", f"判断题的答案是 {'、'.join(answer)!r}", "“对”或“错”")
    if kind == "essay" and not has_rubric:
        yield KeyFault("rubric", "综合应用题没有评分标准", "rubric 里至少一个得分点")


class RubricItem(BaseModel):
    """One marking point of an essay question: what must be there, and what it is worth."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    points: float = Field(gt=0, allow_inf_nan=False)
    text: str = Field(min_length=1)


class Question(BaseModel):
    """A question with its key.

    Attributes:
        id: unique in the bank and stable for ever.
        point: the knowledge point's id, or `imported.<slug>` in an owner's own bank.
        stem: Markdown; formulas between `$`.
        options: without letters; the first is A. Empty for judge, blank and essay.
        answer: single: one letter; multiple: letters in order, at least two; judge: `对` or `错`; blank: every accepted
            wording, the first is shown; essay: a model answer.
        why_wrong: for each wrong option, the misconception behind it in a few words.
        difficulty: 1 (recall), 2 (apply), 3 (combine).
        evaluation: belongs to the evaluation set: never practised, never trained on.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._:-]*$", max_length=120)
    point: str = Field(min_length=1)
    kind: Kind
    stem: str = Field(min_length=2, max_length=4000)
    options: tuple[Annotated[str, Field(min_length=1, max_length=1000)], ...] = Field(default=(), max_length=len(LETTERS))
    answer: Annotated[tuple[str, ...], BeforeValidator(_as_tuple)] = Field(min_length=1)
    explanation: str = ""
    why_wrong: dict[str, str] = Field(default_factory=dict)
    difficulty: int = Field(default=2, ge=1, le=3)
    source: str = "original"
    evaluation: bool = False
    rubric: tuple[RubricItem, ...] = ()

    @model_validator(mode="after")
    def _key_fits_kind(self) -> Question:
        faults = list(key_faults(self.kind, self.options, self.answer, self.why_wrong, bool(self.rubric)))
        if len(self.stem.strip()) < 2:
            faults.insert(0, KeyFault("stem", "题干是空的", "写出题干"))
        if faults:
            # The list travels in the error's context, so that a reader can report each fault with its own field.
            message = "；".join(fault.message for fault in faults)
            raise PydanticCustomError("key_faults", message, {"faults": faults})
        return self

    @property
    def key(self) -> str:
        """The right answer as shown: letters, `对`/`错`, the first accepted wording, or the model answer."""
        return self.answer[0]

    @property
    def content_hash(self) -> str:
        """16 hex digits over stem, options and key: an attempt keeps it, so that a corrected key can regrade history."""
        content = json.dumps([self.kind, self.stem, self.options, self.answer], ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(content.encode()).hexdigest()[:16]

    def as_row(self) -> dict[str, object]:
        """The JSON object of a question file: defaults left out, a single accepted answer as a string."""
        row = self.model_dump(mode="json", exclude_defaults=True)
        row["answer"] = self.key if len(self.answer) == 1 else list(self.answer)
        row.setdefault("difficulty", self.difficulty)
        row.setdefault("source", self.source)
        return row


def series_of(question_id: str) -> str:
    """What a learner masters by answering: the question itself, or for a generated one (`gen:<kind>:...`) its kind, since other
    numbers are the same exercise."""
    return ":".join(question_id.split(":")[:2]) if question_id.startswith("gen:") else question_id
