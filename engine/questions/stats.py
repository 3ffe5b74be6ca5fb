"""What a bank holds: knowledge points by kind and difficulty, and what is missing. The numbers only; checking says what is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from engine.exams import Exam
from engine.questions.bank import Bank
from engine.questions.model import KIND_NAMES, Kind
from engine.questions.notes import points_with_notes

DIFFICULTY_NAMES = {1: "识记", 2: "应用", 3: "综合"}


@dataclass(frozen=True, slots=True)
class PointStats:
    """One knowledge point.

    Attributes:
        counts: questions by (kind, difficulty), evaluation set included.
        evaluation: how many of them belong to the evaluation set.
        has_note: whether a note explains it.
    """

    subject: str
    chapter: str
    id: str
    name: str
    counts: Mapping[tuple[Kind, int], int]
    evaluation: int
    has_note: bool

    @property
    def total(self) -> int:
        """All its questions."""
        return sum(self.counts.values())

    def of_kind(self, kind: str) -> int:
        """Its questions of one kind."""
        return sum(count for (own, _), count in self.counts.items() if own == kind)

    def of_difficulty(self, difficulty: int) -> int:
        """Its questions of one difficulty."""
        return sum(count for (_, own), count in self.counts.items() if own == difficulty)


@dataclass(frozen=True, slots=True)
class Gap:
    """Something missing: what (`note`, `question`, `practice`, `difficulty`), where (a point's or subject's id), said in Chinese."""

    what: str
    where: str
    message: str


@dataclass(frozen=True, slots=True)
class BankStats:
    """The whole bank of an exam; `points` in the syllabus's order, `imported` the owner's questions without a knowledge point."""

    exam_id: str
    exam_name: str
    points: tuple[PointStats, ...]
    gaps: tuple[Gap, ...]
    imported: int

    def as_dict(self) -> dict[str, object]:
        """Plain data for `--json`."""
        return {
            "exam": self.exam_id,
            "points": [
                {
                    "id": point.id,
                    "name": point.name,
                    "subject": point.subject,
                    "chapter": point.chapter,
                    "total": point.total,
                    "kinds": {kind: count for kind in KIND_NAMES if (count := point.of_kind(kind))},
                    "difficulties": {str(level): point.of_difficulty(level) for level in DIFFICULTY_NAMES},
                    "counts": {f"{kind}/{difficulty}": count for (kind, difficulty), count in sorted(point.counts.items())},
                    "evaluation": point.evaluation,
                    "note": point.has_note,
                }
                for point in self.points
            ],
            "gaps": [{"what": gap.what, "where": gap.where, "message": gap.message} for gap in self.gaps],
            "imported": self.imported,
        }

    def to_markdown(self) -> str:
        """A page: a summary by subject, a table of points for each subject, the gaps."""
        return "\n".join(_page(self)) + "\n"


def bank_stats(exam: Exam, bank: Bank) -> BankStats:
    """Count the bank's questions by point, kind and difficulty, and name the gaps."""
    counts: dict[str, Counter[tuple[Kind, int]]] = {}
    evaluation: Counter[str] = Counter()
    for question in bank:
        counts.setdefault(question.point, Counter())[(question.kind, question.difficulty)] += 1
        evaluation[question.point] += question.evaluation
    with_notes = points_with_notes(exam)
    points = tuple(
        PointStats(
            subject.name, chapter.name, point.id, point.name, counts.get(point.id, Counter()), evaluation[point.id], point.id in with_notes
        )
        for subject in exam.subjects
        for chapter in subject.chapters
        for point in chapter.points
    )
    imported = sum(sum(own.values()) for point, own in counts.items() if point not in exam.points)
    return BankStats(exam.id, exam.name, points, tuple(_gaps(exam, points)), imported)


def _gaps(exam: Exam, points: tuple[PointStats, ...]) -> Iterator[Gap]:
    for point in points:
        place = f"{point.subject} · {point.name}"
        if not point.has_note:
            yield Gap("note", point.id, f"{place}：没有笔记")
        if not point.total:
            yield Gap("question", point.id, f"{place}：没有题")
        elif point.total == point.evaluation:
            yield Gap("practice", point.id, f"{place}：只有评测题，没有可练的题")
    for subject in exam.subjects:
        own = [point for point in points if point.subject == subject.name]
        for level, name in DIFFICULTY_NAMES.items():
            if any(point.total for point in own) and not any(point.of_difficulty(level) for point in own):
                yield Gap("difficulty", subject.id, f"{subject.name}：没有难度 {level}（{name}）的题")


def _row(cells: list[object]) -> str:
    return "| " + " | ".join(str(cell).replace("|", "\\|") for cell in cells) + " |"


def _table(head: list[object], rows: list[list[object]]) -> Iterator[str]:
    yield _row(head)
    yield _row(["---", *("---:" for _ in head[1:])])
    yield from (_row(row) for row in rows)


def _numbers(points: list[PointStats]) -> list[object]:
    return [
        sum(point.total for point in points),
        *(sum(point.of_kind(kind) for point in points) for kind in KIND_NAMES),
        *(sum(point.of_difficulty(level) for point in points) for level in DIFFICULTY_NAMES),
        sum(point.evaluation for point in points),
    ]


def _page(stats: BankStats) -> Iterator[str]:
    columns: list[object] = ["题", *KIND_NAMES.values(), *(f"难度 {level} {name}" for level, name in DIFFICULTY_NAMES.items()), "其中评测"]
    subjects = list(dict.fromkeys(point.subject for point in stats.points))
    by_subject = {name: [point for point in stats.points if point.subject == name] for name in subjects}
    yield from (f"# {stats.exam_name}：题库一览", "")
    summary: list[list[object]] = [
        [name, len(own), sum(point.has_note for point in own), *_numbers(own)] for name, own in by_subject.items()
    ]
    everything = list(stats.points)
    summary.append(["合计", len(everything), sum(point.has_note for point in everything), *_numbers(everything)])
    yield from _table(["科目", "知识点", "有笔记", *columns], summary)
    if stats.imported:
        yield from ("", f"另有自己导入、没有标知识点的题 {stats.imported} 道。")
    for name, own in by_subject.items():
        yield from ("", f"## {name}", "")
        rows: list[list[object]] = [
            [f"{point.name} `{point.id}`", "有" if point.has_note else "**缺**", *_numbers([point])] for point in own
        ]
        yield from _table(["知识点", "笔记", *columns], rows)
    yield from ("", f"## 缺口（{len(stats.gaps)}）", "")
    yield from ([f"- {gap.message}" for gap in stats.gaps] or ["没有缺口。"])
