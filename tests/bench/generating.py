"""Generated questions end to end, and the solvers."""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bot.presenting import presentable
from engine.drawings import render_png
from engine.exams import load_exams
from engine.generators import registry
from engine.generators.composing import compose
from engine.generators.solving import solve_text
from engine.messages import Capabilities, Image, Reply, Scene
from engine.quizzing.wording import question_text
from engine.storage.database import Database
from engine.storage.rounds import Rounds
from tests.wire.running import PROJECT

SEEDS = 3
QQ = Capabilities(max_length=4500)
"""Pictures but no Markdown: every table, formula and drawing becomes a card."""
NOW = datetime(2026, 11, 29, tzinfo=UTC)


async def measure(folder: Path) -> dict[str, float]:
    """Milliseconds to write a question, store its round and draw its cards, for every kind and difficulty; and to solve its text."""
    database = await Database.open(f"sqlite+aiosqlite:///{folder / 'generating.db'}")
    rounds, exams = Rounds(database), load_exams(PROJECT / "data" / "exams")
    made, solved, answered = [], [], 0
    names = registry.all_names()
    for name in [names[0], *names]:  # the first of all loads the fonts
        kind, exam = registry.find(name), registry.exam_of(name)
        assert kind is not None
        for difficulty in (1, 2, 3):
            for seed in range(SEEDS):
                began = time.perf_counter()
                composed = compose(kind, kind.version, 10_000 + seed, difficulty)
                question = composed.question
                scene = Scene("onebot", "10000", "private", f"{name}-{difficulty}-{seed}")
                await rounds.open(scene, exam, "quiz", None, [(question.id, question.content_hash)], NOW, None)
                text = question_text(question, exams[exam])
                pictures = [] if composed.drawing is None else [Image(render_png(composed.drawing), composed.drawing.alt)]
                await presentable(Reply.of(text, *pictures), QQ)
                made.append((time.perf_counter() - began) * 1000)
                pasted = question.stem + "".join(f"\n{letter}. {option}" for letter, option in zip("ABCD", question.options, strict=True))
                began = time.perf_counter()
                answered += solve_text(pasted, exam) is not None
                solved.append((time.perf_counter() - began) * 1000)
    await database.close()
    return _named("made", made[3 * SEEDS :]) | _named("solving", solved[3 * SEEDS :]) | {"questions": len(made), "solver_answers": answered}


def _named(name: str, times: Sequence[float]) -> dict[str, float]:
    return {
        f"{name}_p50_ms": statistics.median(times),
        f"{name}_p95_ms": statistics.quantiles(times, n=20)[18],
        f"{name}_max_ms": max(times),
    }
