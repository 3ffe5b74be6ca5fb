"""Rounds from opening to closing: put questions, take answers, show keys to those who may see them."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from engine.drawings import render_png
from engine.exams import Exam
from engine.generators import composed_of, generate, kinds, question_of
from engine.generators.composing import QuestionId
from engine.messages import Block, Image, Reply, Scene, Text
from engine.questions.bank import Bank
from engine.questions.grading import NotAnAnswer, grade, read_answers
from engine.questions.model import Question
from engine.quizzing.selection import leave_out_essays, select
from engine.quizzing.wording import answer_buttons, how_to_answer, key_and_explanation, question_text, tally_text, verdict_text
from engine.storage.attempts import Attempts, NewAttempt
from engine.storage.learners import Learners
from engine.storage.rounds import AskedRound, Rounds
from engine.storage.scenes import SceneChoice

REMEMBERED_FOR = timedelta(hours=24)
"""A plain letter answers a round that was put at most this long ago; older ones by replying to their message."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One answer that was taken.

    Attributes:
        counted: False: this person had answered the question before, and that answer stands.
    """

    number: int
    question: Question
    given: str
    correct: bool | None
    counted: bool


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a message as an answer.

    Attributes:
        outcome: `taken`; `closed`: the round's time is up; `unclear`: meant as an answer, but `hint` says what is missing.
        quiet: the key stays hidden until the round closes.
        left: numbers of the round's questions this person has not answered.
    """

    outcome: Literal["taken", "closed", "unclear"]
    round: AskedRound
    marked: tuple[Marked, ...] = ()
    quiet: bool = False
    left: tuple[int, ...] = ()
    hint: str = ""


GENERATED_ONE_IN = 4
"""A quarter of a 408 paper's choice questions are computed by hand."""


class Quizzing:
    """The engine's quiz master; clock and chance are handed in with each call or at the start."""

    def __init__(
        self,
        exams: Mapping[str, Exam],
        banks: Mapping[str, Bank],
        rounds: Rounds,
        attempts: Attempts,
        learners: Learners,
        chance: random.Random,
    ) -> None:
        self._exams = exams
        self._banks = banks
        self._rounds = rounds
        self._attempts = attempts
        self._learners = learners
        self._chance = chance

    async def choose(self, exam: str, learner_id: int | None, subjects: Sequence[str], count: int) -> list[Question]:
        """Questions to practise next, about one in `GENERATED_ONE_IN` made on the spot.

        Without a learner (a group), chosen as if nothing had been seen.
        """
        seen = await self._attempts.seen(learner_id, exam) if learner_id is not None else {}
        computable = [
            kind for kind in kinds(exam).values() if not subjects or any(point.partition(".")[0] in subjects for point in kind.points)
        ]
        made = sum(self._chance.randrange(GENERATED_ONE_IN) == 0 for _ in range(count)) if computable else 0
        pool, count = leave_out_essays(self._banks[exam].practice(), self._exams[exam], count, subjects)
        chosen = select(pool, self._exams[exam], seen, count - made, self._chance, subjects)
        for _ in range(count - len(chosen) if computable else 0):
            chosen.append(self._generated(self._chance.choice(computable).name, self._chance.randint(1, 3)))
        return chosen

    def question(self, exam: str, question_id: str) -> Question | None:
        """A question of the bank or a generated one, by its id; None: it is gone."""
        return self._banks[exam].get(question_id) or question_of(question_id)

    def again(self, question: Question) -> Question:
        """What to ask instead of `question` the next time: the same, or for a generated one other numbers."""
        parts = QuestionId.parse(question.id)
        return question if parts is None else self._generated(parts.kind, parts.difficulty)

    def _generated(self, kind: str, difficulty: int) -> Question:
        return generate(kind, self._chance.randrange(10**9), difficulty)

    async def open(
        self,
        scene: Scene,
        choice: SceneChoice,
        kind: Literal["quiz", "redo", "daily"],
        learner_id: int | None,
        questions: Sequence[Question],
        now: datetime,
        closes_at: datetime | None = None,
    ) -> tuple[AskedRound, Reply]:
        """Begin a round and word it. In a scene with several readers it is everybody's and closes; in private it stays open."""
        everybody = not scene.is_private
        if everybody and closes_at is None:
            closes_at = now + timedelta(seconds=choice.answer_seconds * len(questions))
        asked = await self._rounds.open(
            scene,
            choice.exam,
            kind,
            None if everybody else learner_id,
            [(question.id, question.content_hash) for question in questions],
            now,
            closes_at,
        )
        return asked, self._put(asked, questions, choice, now)

    def _put(self, asked: AskedRound, questions: Sequence[Question], choice: SceneChoice, now: datetime) -> Reply:
        exam = self._exams[asked.exam]
        texts = [question_text(question, exam, number, len(questions)) for number, question in enumerate(questions, 1)]
        closing = [how_to_answer(questions)]
        if asked.learner_id is None and asked.closes_at is not None:
            closing.append(f"大家都可以答，{_until(asked.closes_at, choice, now)}公布答案")
        blocks: list[Block] = [Text("\n\n".join([*texts, "👉 " + "；".join(closing)]))]
        if len(questions) == 1 and (buttons := answer_buttons(asked.id, 1, questions[0])) is not None:
            blocks.append(buttons)
        return Reply(tuple(blocks))

    async def shown(self, asked: AskedRound, message_ids: Sequence[str]) -> None:
        """The platform's ids of the messages that put `asked`: a reply to one of them finds it."""
        await self._rounds.shown(asked.id, asked.scene, message_ids)

    async def find_round(self, scene: Scene, now: datetime, reply_to: str | None = None) -> AskedRound | None:
        """The round a message may answer: the one replied to, otherwise the newest in the scene if it is recent."""
        if reply_to is not None:
            return await self._rounds.of_message(scene, reply_to)
        asked = await self._rounds.last(scene)
        return asked if asked is not None and now - asked.opened_at < REMEMBERED_FOR else None

    async def get_round(self, round_id: int) -> AskedRound | None:
        """A round by its id."""
        return await self._rounds.get(round_id)

    def questions_of(self, asked: AskedRound) -> list[tuple[int, Question]]:
        """The round's questions that are still in the bank, each with its number."""
        found = ((item.number, self.question(asked.exam, item.question_id)) for item in asked.questions)
        return [(number, question) for number, question in found if question is not None]

    async def take(
        self,
        asked: AskedRound,
        text: str,
        learner_id: int,
        scene: Scene,
        event: str,
        now: datetime,
        choice: SceneChoice,
        number: int | None = None,
        addressed: bool = False,
    ) -> Taken | None:
        """Take `text` as an answer to `asked`. None: it is not an answer.

        Args:
            event: unique name of the event it came with: delivered again, it gives the same outcome and counts once.
            number: the question it is for; None: read from the text.
            addressed: it replies to the round's message, so that free text may answer a blank or an essay.
        """
        before = await self._attempts.answered_in(asked.id, learner_id)
        numbered = [(n, question) for n, question in self.questions_of(asked) if number in (None, n)]
        read = read_answers(text, [question for _, question in numbered], addressed=addressed)
        if isinstance(read, NotAnAnswer) and len(numbered) > 1:
            # "B" alone is for the first question that is still open.
            numbered = [(n, question) for n, question in numbered if question.id not in before][:1]
            alone = read_answers(text, [question for _, question in numbered], addressed=addressed)
            if isinstance(alone, Sequence) or alone.hint or not any(sign.isdecimal() for sign in text):
                read = alone  # otherwise it was numbered: what is wrong with it is better said than passed over
        if isinstance(read, NotAnAnswer):
            return Taken("unclear", asked, hint=read.hint) if read.hint else None
        if not asked.is_open(now):
            return Taken("closed", asked)
        attempts, marked = [], []
        for (n, question), answer in zip(numbered, read, strict=True):
            if answer is None:
                continue
            result = grade(question, answer)
            key = f"{event}#{n}"
            # The same event again (taken up after a crash) is the answer that counted.
            marked.append(Marked(n, question, result.given, result.correct, counted=before.get(question.id, key) == key))
            if question.id not in before:
                attempts.append(
                    NewAttempt(
                        event=key,
                        learner_id=learner_id,
                        scene=str(scene),
                        exam=asked.exam,
                        question_id=question.id,
                        content_hash=question.content_hash,
                        raw_answer=text.strip() if len(numbered) == 1 else result.given,
                        correct=result.correct,
                        round_id=asked.id,
                        answered_at=now,
                        local_day=choice.local_day(now),
                    )
                )
        await self._attempts.add(attempts)
        answered = set(before) | {item.question.id for item in marked}
        left = tuple(n for n, question in self.questions_of(asked) if question.id not in answered)
        return Taken("taken", asked, tuple(marked), quiet=asked.learner_id is None, left=left)

    async def verdict(self, taken: Taken) -> Reply:
        """What the answerer is told at once where nobody else reads along; a wrong answer to a generated question with its drawing."""
        total = len(taken.round.questions)
        parts = []
        for item in taken.marked:
            told = verdict_text(item.question, item.given, item.correct, item.number, total)
            parts.append(told if item.counted else f"这题你答过啦，以第一次为准。\n\n{told}")
        if taken.left:
            parts.append("还剩第 " + "、".join(map(str, taken.left)) + " 题。")
        pictures = await _drawings([item.question for item in taken.marked if item.correct is False])
        return Reply.of("\n\n---\n\n".join(parts), *pictures)

    async def likely_verdict(self, asked: AskedRound) -> Reply:
        """Roughly what a wrong answer to all of `asked` will be told, so that its pictures can be drawn before."""
        questions = [question for _, question in self.questions_of(asked)]
        return Reply.of("\n\n---\n\n".join(map(key_and_explanation, questions)), *await _drawings(questions))

    async def due(self, now: datetime) -> list[AskedRound]:
        """Rounds whose time is up and whose key nobody has shown."""
        return await self._rounds.due(now)

    async def close(self, asked: AskedRound, now: datetime) -> Reply | None:
        """Key, explanation and tally of a round that is over; None: another has shown them."""
        if not await self._rounds.close(asked.id, now):
            return None
        attempts = await self._attempts.of_round(asked.id)
        names = await self._learners.names({attempt.learner_id for attempt in attempts})
        parts = []
        for number, question in self.questions_of(asked):
            mine = [attempt for attempt in attempts if attempt.question_id == question.id]
            counts = Counter(grade(question, attempt.raw_answer).given for attempt in mine)
            right = [attempt for attempt in mine if attempt.correct]
            heading = f"⏰ **第 {number} 题**" if len(asked.questions) > 1 else "⏰ **时间到！**"
            right_names = [names[attempt.learner_id] for attempt in right if attempt.learner_id in names]
            parts.append(f"{heading} {tally_text(question, counts, right_names, len(right), len(mine))}")
        if not parts:
            return None
        return Reply.of("\n\n---\n\n".join(parts), *await _drawings([question for _, question in self.questions_of(asked)]))


async def _drawings(questions: Sequence[Question]) -> list[Image]:
    """The drawings of generated questions that have one."""
    composed = [found for question in questions if (found := composed_of(question.id)) is not None]
    return [Image(await asyncio.to_thread(render_png, found.drawing), found.drawing.alt) for found in composed if found.drawing is not None]


def _until(closes_at: datetime, choice: SceneChoice, now: datetime) -> str:
    seconds = round((closes_at - now).total_seconds())
    if seconds < 3600:
        return f"{seconds} 秒后" if seconds < 120 else f"{seconds // 60} 分钟后"
    return choice.local(closes_at).strftime("%H:%M ")
