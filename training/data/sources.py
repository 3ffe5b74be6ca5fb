"""Rows from the exam's own material: the bank without its evaluation set, generated questions, and the notes as serving shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine import prompting
from engine.exams import Exam
from engine.generators import generate, kinds
from engine.generators.chance import Chance
from engine.questions.bank import Bank
from engine.questions.model import LETTERS, Question
from training.data.rows import Kind, Row, Turn

PASSAGE_LENGTH = 600
"""Characters of a passage in a row: two passages and an answer must fit into 2,048 tokens."""

_HEADING = re.compile(r"^(#{1,6})\s+(?P<title>.*?)\s*(?:\{#(?P<anchor>[^}]*)\})?\s*#*\s*$")
_LINK = re.compile(r"\[([^\]]*)\]\(#[^)]*\)")
_SUBSCRIPT = re.compile(r"\[\d{1,3}\]")
_LEAD = re.compile(r"^\*\*(?P<lead>[^*\n]{2,24})\*\*")


def bank_rows(bank: Bank) -> Iterator[Row]:
    """A row for every practice question."""
    system = prompting.system(bank.exam)
    for question in bank.practice():
        yield question_row(question, "bank", system)


def generated_rows(exam: Exam, per_kind: int) -> Iterator[Row]:
    """`per_kind` computed questions of every kind, difficulties in turn; always the same ones."""
    system = prompting.system(exam)
    for kind in kinds(exam.id):
        for seed in range(per_kind):
            yield question_row(generate(kind, seed, 1 + seed % 3), "generated", system)


def question_row(question: Question, kind: Kind, system: str) -> Row:
    """The question as put, and its key with the reason and with what is wrong about the other options."""
    options = "\n".join(f"{LETTERS[i]}. {option}" for i, option in enumerate(question.options))
    asked = question.stem + (f"\n{options}" if options else "")
    key = question.key
    if question.kind == "essay":
        answer = f"参考答案：\n\n{key}\n\n评分点：\n" + "\n".join(f"- {item.text}（{item.points:g} 分）" for item in question.rubric)
    elif question.kind == "single":
        answer = f"答案：{key}（{question.options[LETTERS.index(key)]}）"
    else:
        answer = f"答案：{key}"
    parts = [answer, question.explanation, "\n".join(f"- {letter}：{why}" for letter, why in sorted(question.why_wrong.items()))]
    return Row(kind, (Turn(asked, "\n\n".join(part for part in parts if part)),), question.id, system)


@dataclass(frozen=True, slots=True)
class Section:
    """The note of one knowledge point: where it stands in the book, and its text cut into passages."""

    point: str
    name: str
    place: str
    passages: tuple[str, ...]


def sections(exam: Exam) -> list[Section]:
    """The notes of the exam's knowledge points, in the order of the files."""
    found: list[Section] = []
    for path in exam.notes:
        titles: dict[int, str] = {}
        current: tuple[str, str] | None = None  # anchor, place
        lines: list[str] = []
        fenced = False
        for line in [*path.read_text(encoding="utf-8-sig").splitlines(), "# "]:
            fenced ^= line.lstrip().startswith(("```", "~~~"))
            heading = None if fenced else _HEADING.match(line)
            if heading is None:
                lines.append(line)
                continue
            if current is not None and current[0] in exam.points and (passages := _passages("\n".join(lines))):
                found.append(Section(current[0], exam.points[current[0]].name, current[1], passages))
            level = len(heading[1])
            titles = {above: title for above, title in titles.items() if above < level} | {level: heading["title"]}
            anchor = heading["anchor"]
            current = (anchor.strip(), " > ".join((exam.notes_title, *titles.values()))) if anchor else None
            lines = []
    return found


def _passages(text: str) -> tuple[str, ...]:
    """The text as passages of whole blocks, each about PASSAGE_LENGTH at most; a longer block (a table, code) stands alone."""
    text = _LINK.sub(r"\1", text).strip()
    passages: list[str] = []
    for block in _blocks(text):
        if passages and len(passages[-1]) + len(block) + 2 <= PASSAGE_LENGTH:
            passages[-1] += "\n\n" + block
        else:
            passages.append(block)
    return tuple(passage for passage in passages if not passage.startswith("**相关**"))


def _blocks(text: str) -> Iterator[str]:
    block: list[str] = []
    fenced = False
    for line in text.splitlines():
        fenced ^= line.lstrip().startswith(("```", "~~~"))
        if line.strip() or fenced:
            block.append(line)
        elif block:
            yield "\n".join(block)
            block = []
    if block:
        yield "\n".join(block)


_ASKED = ("{name}是怎么回事？", "讲一讲{name}。", "{name}有哪些要点？", "复习到{name}了，帮我理一理。")


def note_rows(exam: Exam) -> Iterator[Row]:
    """What serving asks of a model: passages and a question as JSON, an answer that cites; and for every fourth point a question
    whose passages do not hold the answer, which must be said.

    The answer is the passage's own text: the model shall learn to stay with its passages, not to embellish.
    """
    system = prompting.system_with_passages(exam)
    known = sections(exam)
    for section in known:
        chance = Chance.of(f"training:{section.point}")
        others = [other for other in known if other.point.split(".")[:2] != section.point.split(".")[:2]]
        if not others:
            continue
        for number, passage in enumerate(section.passages):
            if _SUBSCRIPT.search(passage):  # `a[3]` reads like a citation, and must not be learnt as one
                continue
            other = others[chance.below(len(others))]
            if number == 0:
                question = _ASKED[chance.below(len(_ASKED))].format(name=section.name)
            elif lead := _LEAD.match(passage):
                question = f"{section.name}里，{lead['lead'].rstrip('：:')}怎么理解？"
            else:
                continue
            shown = [(section.place, passage), (other.place, other.passages[0])]
            own = chance.below(2)
            if own:
                shown.reverse()
            yield _note_row(shown, question, cited(passage, own + 1), system, f"{section.point}#{number}")
        if chance.below(4) == 0:
            chosen = chance.shuffled(others)[:2]
            shown = [(other.place, other.passages[0]) for other in chosen]
            told = "、".join(f"{other.name} [{number}]" for number, other in enumerate(chosen, 1))
            question = f"{section.name}要掌握到什么程度？"
            answer = f"资料里没有找到关于「{section.name}」的内容。给出的两段讲的是：{told}。"
            yield _note_row(shown, question, answer, system, f"{section.point}#absent")


def _note_row(shown: Sequence[tuple[str, str]], question: str, answer: str, system: str, source: str) -> Row:
    return Row("note", (Turn(prompting.passages_and_question(shown, question), answer),), source, system, about=question)


def cited(passage: str, number: int) -> str:
    """The passage with `[number]` behind every paragraph and list item; tables, code and formulas standing alone are left as they are."""
    blocks = []
    for block in _blocks(passage):
        first = block.lstrip()
        if first.startswith(("```", "~~~", "|", "$$", "    ")):
            blocks.append(block)
            continue
        lines = block.splitlines()
        marked = [
            f"{line} [{number}]" if _ends_claim(line, lines[i + 1] if i + 1 < len(lines) else "") else line for i, line in enumerate(lines)
        ]
        blocks.append("\n".join(marked))
    return "\n\n".join(blocks)


def _ends_claim(line: str, following: str) -> bool:
    """Whether a claim ends with this line: the last of its paragraph or item, and not a heading that announces what follows."""
    if line.rstrip().endswith(("：", ":", "**")) or line.lstrip().startswith("|"):
        return False
    return not following or bool(re.match(r"\s*(?:[-*+]|\d+[.)、])\s", following)) or following.lstrip().startswith("|")
