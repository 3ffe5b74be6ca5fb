"""What the blind review of a bank found, computed from its kept records, so that anyone can compute it again.

Records lie in an exam's `review/` folder. `<file>.answers.jsonl`: what somebody who saw no key answered to each question of
`questions/<file>.jsonl`, with an objection where they had one. `planted.json`: keys made wrong on purpose beforehand, by question, to
learn what the review is worth. `decisions.jsonl`: what became of each disagreement and objection; where a key was changed or a question
dropped, with the key as it was then.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from engine.errors import ExamError
from engine.exams import Exam
from engine.questions.bank import Bank
from engine.questions.grading import grade
from engine.questions.model import Question


class BlindAnswer(BaseModel):
    """One answer given without sight of the key."""

    model_config = ConfigDict(frozen=True)

    id: str
    answer: str
    confidence: float = 1.0
    reason: str = ""
    objection: str = ""


class Decision(BaseModel):
    """What was done about a question.

    Attributes:
        action: `kept` as it was, `mended` (wording or key), or `dropped`.
        key_then: the key that the blind answer was compared with, where the bank no longer has it.
        agrees: for an essay, whose answer no program compares: whether a reader found the two to agree.
        note: why, in Chinese.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    action: Literal["kept", "mended", "dropped"]
    key_then: str | None = None
    agrees: bool | None = None
    note: str


@dataclass(frozen=True, slots=True)
class FileReview:
    """The counts of one question file. `undecided` are the ids of disagreements and objections that nobody has settled."""

    name: str
    answered: int
    unanswered: int
    disagreed: int
    objected: int
    mended: int
    dropped: int
    undecided: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """The whole review of an exam. `caught` of `planted` wrong keys disagreed with the blind answer."""

    exam: str
    files: tuple[FileReview, ...]
    planted: int
    caught: int
    decisions: tuple[Decision, ...]

    def to_markdown(self) -> str:
        """The page `REVIEW.md`."""
        rows = [
            "| 文件 | 重做 | 不一致 | 提出异议 | 修改 | 删除 | 还没有重做 |",
            "| --- | --- | --- | --- | --- | --- | --- |",
        ]
        for one in (*self.files, _total(self.files)):
            rows.append(
                f"| {one.name} | {one.answered} | {one.disagreed} | {one.objected} | {one.mended} | {one.dropped} | {one.unanswered} |"
            )
        planted = (
            f"事先故意写错 {self.planted} 个答案（`review/planted.json`，在对照之前选定），盲做与写错的答案不一致、因而会被查出的有 {self.caught} 个。"
            if self.planted
            else "还没有用故意写错的答案检验过这次复核。"
        )
        notes = [f"- `{one.id}`（{_ACTIONS[one.action]}）：{one.note}" for one in self.decisions]
        return "\n".join(
            [
                f"# {self.exam}：题目是怎么复核的",
                "",
                "本页由 `python -m bot.documentation` 从 `review/` 里的原始记录算出，谁都可以再算一遍（`shangan bank review`）。",
                "",
                "每道题由没有看过答案和解析的另一位重做一遍：做题的人只拿到题干和选项，原始作答连同理由和异议在 `review/*.answers.jsonl`。",
                "对照用的是给考生判分的同一段程序；综合题由人逐问核对。不一致和异议都要有处理结果，记在 `review/decisions.jsonl`。",
                "",
                *rows,
                "",
                planted,
                "",
                "## 每一处怎么处理的",
                "",
                *(notes or ["没有需要处理的。"]),
                "",
            ]
        )


_ACTIONS = {"kept": "不改", "mended": "已改", "dropped": "已删"}


def read_review(exam: Exam, bank: Bank) -> Review:
    """Compute the review of `exam` from its records.

    Raises:
        ExamError: listing every line of the records that cannot be read.
    """
    folder = exam.folder / "review"
    faults: list[str] = []
    answers = {path.name.split(".")[0]: list(_rows(path, BlindAnswer, faults)) for path in sorted(folder.glob("*.answers.jsonl"))}
    decisions = list(_rows(folder / "decisions.jsonl", Decision, faults))
    planted = _planted(folder / "planted.json", faults)
    if faults:
        raise ExamError(f"{exam.name}的复核记录有 {len(faults)} 处读不懂：\n" + "\n".join(faults))
    decided = {decision.id: decision for decision in decisions}
    by_file = {path.stem: _ids(path) for path in exam.question_files}
    files = [_count(name, answers.get(name, []), ids, bank, decided) for name, ids in by_file.items()]
    given = {answer.id: answer.answer for some in answers.values() for answer in some}
    caught = sum(
        identifier in given
        and (question := bank.questions.get(identifier)) is not None
        and grade(question.model_copy(update={"answer": (key,)}), given[identifier]).correct is False
        for identifier, key in planted.items()
    )
    return Review(exam.name, tuple(files), len(planted), caught, tuple(sorted(decisions, key=lambda decision: decision.id)))


def _count(name: str, answers: list[BlindAnswer], ids: set[str], bank: Bank, decided: Mapping[str, Decision]) -> FileReview:
    disagreed = {answer.id for answer in answers if _disagrees(answer, bank.questions.get(answer.id), decided.get(answer.id))}
    objected = {answer.id for answer in answers if answer.objection.strip()}
    actions = [decided[answer.id].action for answer in answers if answer.id in decided]
    return FileReview(
        name,
        answered=len(answers),
        unanswered=len(ids - {answer.id for answer in answers}),
        disagreed=len(disagreed),
        objected=len(objected),
        mended=actions.count("mended"),
        dropped=actions.count("dropped"),
        undecided=tuple(sorted((disagreed | objected) - set(decided))),
    )


def _disagrees(answer: BlindAnswer, question: Question | None, decision: Decision | None) -> bool:
    if decision is not None and decision.agrees is not None:
        return not decision.agrees
    if decision is not None and decision.key_then is not None:
        return answer.answer.strip() != decision.key_then
    return question is not None and question.kind != "essay" and grade(question, answer.answer).correct is not True


def _total(files: tuple[FileReview, ...]) -> FileReview:
    return FileReview(
        "合计",
        answered=sum(one.answered for one in files),
        unanswered=sum(one.unanswered for one in files),
        disagreed=sum(one.disagreed for one in files),
        objected=sum(one.objected for one in files),
        mended=sum(one.mended for one in files),
        dropped=sum(one.dropped for one in files),
        undecided=(),
    )


_Row = TypeVar("_Row", bound=BaseModel)


def _rows(path: Path, kind: type[_Row], faults: list[str]) -> Iterator[_Row]:
    if not path.is_file():
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                yield kind.model_validate_json(line)
            except ValidationError as error:
                faults.append(f"{path.name} 第 {number} 行：{error.errors()[0]['msg']}")


def _planted(path: Path, faults: list[str]) -> dict[str, str]:
    if not path.is_file():
        return {}
    try:
        return TypeAdapter(dict[str, str]).validate_json(path.read_bytes())
    except ValidationError as error:
        faults.append(f"{path.name}：{error.errors()[0]['msg']}")
        return {}


def _ids(path: Path) -> set[str]:
    return {json.loads(line)["id"] for line in path.read_text(encoding="utf-8").splitlines() if line.strip()}
