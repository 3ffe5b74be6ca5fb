"""The question bank of one exam: what can be practised, looked up and recognised. Selection belongs to quizzing, faults to `checking`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from engine.errors import ExamError
from engine.exams import Exam, Subject
from engine.questions.faults import listing
from engine.questions.matching import Matcher
from engine.questions.model import IMPORTED, Question
from engine.questions.reading import is_imported_point, read_files


@dataclass(frozen=True)
class Bank:
    """Every question of an exam by id, in the order of the files.

    The evaluation set is in `questions` and in `evaluation()` only: whatever picks, practises or recognises leaves it out.
    """

    exam: Exam
    questions: Mapping[str, Question]

    @classmethod
    def load(cls, exam: Exam, extra: Sequence[Path] = ()) -> Bank:
        """Read the exam's question files, then those of the folders in `extra` (an owner's own bank; absent folders are empty).

        Raises:
            ExamError: listing every fault of every file.
        """
        own = tuple(path for folder in extra for path in sorted(folder.rglob("*.jsonl")))
        placed, faults = read_files((*exam.question_files, *own), exam, imported=frozenset(own))
        if faults:
            raise ExamError(f"{exam.name}的题库有 {len(faults)} 处不合要求，改好之前一题也没有装入：\n{listing(faults)}")
        return cls(exam, MappingProxyType({place.question.id: place.question for place in placed}))

    def __getitem__(self, id: str) -> Question:
        return self.questions[id]

    def __len__(self) -> int:
        return len(self.questions)

    def get(self, id: str) -> Question | None:
        """The question, or None."""
        return self.questions.get(id)

    def practice(self) -> tuple[Question, ...]:
        """Everything that may be asked: the bank without the evaluation set."""
        return self._practice

    def evaluation(self) -> tuple[Question, ...]:
        """The evaluation set: for measuring only."""
        return tuple(question for question in self.questions.values() if question.evaluation)

    def by_point(self, point_id: str) -> tuple[Question, ...]:
        """The practice questions of a knowledge point, or of everything below a chapter's id."""
        below = point_id + "."
        return tuple(question for question in self._practice if question.point == point_id or question.point.startswith(below))

    def by_subject(self, subject_id: str) -> tuple[Question, ...]:
        """The practice questions of a subject, an owner's imported ones included."""
        return self._by_subject.get(subject_id, ())

    def subject_of(self, question: Question) -> Subject | None:
        """The subject a question belongs to; None for an imported one whose subject is not known."""
        if is_imported_point(question.point):
            return self.exam.find_subject(question.point.removeprefix(IMPORTED + "."))
        return self.exam.subject_of(question.point)

    def point_name(self, question: Question) -> str:
        """The name of its knowledge point, as shown to a person."""
        point = self.exam.points.get(question.point)
        if point is not None:
            return point.name
        subject = self.subject_of(question)
        return f"自己导入 · {subject.name if subject else question.point.removeprefix(IMPORTED + '.')}"

    def find(self, text: str) -> Question | None:
        """The practice question that a person pasted (its stem, alone or with its options), or None if it is not surely one.

        The evaluation set is not found, so that asking can be measured with it.
        """
        return self._matcher.find(text)

    def __iter__(self) -> Iterator[Question]:
        return iter(self.questions.values())

    @cached_property
    def _practice(self) -> tuple[Question, ...]:
        return tuple(question for question in self.questions.values() if not question.evaluation)

    @cached_property
    def _by_subject(self) -> Mapping[str, tuple[Question, ...]]:
        sorted_out: dict[str, list[Question]] = {}
        for question in self._practice:
            if (subject := self.subject_of(question)) is not None:
                sorted_out.setdefault(subject.id, []).append(question)
        return {subject: tuple(questions) for subject, questions in sorted_out.items()}

    @cached_property
    def _matcher(self) -> Matcher:
        return Matcher(self._practice)
