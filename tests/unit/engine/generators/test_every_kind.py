"""What must hold for every kind of generated question, whoever wrote it. A new kind is tested here without a line being added.

`make test` looks at 30 seeds of each difficulty, `make prove` at 10,000 questions of each kind.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from engine.drawings import Drawing
from engine.generators import compose_question, generate, kinds, question_of
from engine.generators.choices.choosing import same_answer
from engine.generators.composing import Composed, compose
from engine.generators.quantities import plain, same, value_of
from engine.generators.solving import Solved, recognise, solve_text
from engine.questions.arithmetic import wrong_equations

from .every_kind import PROVING, exam_of, kind_of, names, right_option, sample

GOLDEN = Path(__file__).with_name("golden")
GOLDEN_IDS = tuple((seed, difficulty) for difficulty in (1, 2, 3) for seed in (0, 1, 20261220))

# The bounds leave room for chance (a fair share of four is 25%, its deviation over 90 questions 4.6 points) and nothing else.
LEAST_KEYS, MOST_KEYS = (0.23, 0.27) if PROVING else (0.10, 0.42)
MOST_BY_LENGTH = 0.40
MOST_BY_VALUE = 0.42
MOST_ALIKE = 0.45

pytestmark = [pytest.mark.parametrize("name", names())]


def test_module_and_kind_agree(name: str) -> None:
    kind, exam = kind_of(name), exam_of(name)
    assert kind.name == name
    assert kind.title
    assert set(kind.points) <= set(exam.points)
    assert name in kinds(exam.id)


def test_questions_are_well_formed(name: str) -> None:
    kind = kind_of(name)
    for composed in sample(name):
        question = composed.question
        assert question.point in kind.points
        assert len(question.options) == 4
        assert len(question.why_wrong) == 3
        assert all(why.strip() and len(why) <= 60 for why in question.why_wrong.values()), question.id
        assert len(question.stem) <= 1200, question.id
        # A stem ends where the blank is, or with a question mark; the options complete it.
        assert not re.search(r"[。；，、;,]$", question.stem.strip()), question.id
        assert json.loads(json.dumps(dict(composed.parameters))) == dict(composed.parameters), question.id
        assert isinstance(composed.parameters["task"], str)


def test_no_two_options_say_the_same(name: str) -> None:
    for composed in sample(name):
        options = composed.question.options
        assert not any(same(one, other) for i, one in enumerate(options) for other in options[:i]), composed.question.id


def test_options_have_one_form(name: str) -> None:
    """Quantities of one kind (sizes may be in KB and MB), or wordings; never some of both."""
    for composed in sample(name):
        units = {value[1] for option in composed.question.options if (value := value_of(option))}
        words = sum(value_of(option) is None for option in composed.question.options)
        assert words in (0, 4), composed.question.id
        assert len(units) <= 1, (composed.question.id, units)


def test_explanation_works_out_the_key(name: str) -> None:
    for composed in sample(name):
        explanation = composed.question.explanation
        last = explanation.strip().splitlines()[-1]
        assert plain(right_option(composed)) in plain(last), (composed.question.id, right_option(composed), last)
        assert not re.search(r"(?:选|选项|答案[是为]?)\s*[A-D](?![A-Za-z])", explanation), composed.question.id
        assert list(wrong_equations(explanation)) == [], composed.question.id


def test_keys_are_balanced(name: str) -> None:
    questions = sample(name)
    counts = Counter(composed.question.key for composed in questions)
    for letter in "ABCD":
        assert LEAST_KEYS <= counts[letter] / len(questions) <= MOST_KEYS, counts


def test_form_gives_nothing_away(name: str) -> None:
    """Always choosing the longest, the shortest, the largest or the smallest option must not pay."""
    longest = shortest = greatest = least = numeric = 0
    questions = sample(name)
    for composed in questions:
        others = [option for option in composed.question.options if option != right_option(composed)]
        longest += all(len(right_option(composed)) > len(other) for other in others)
        shortest += all(len(right_option(composed)) < len(other) for other in others)
        values = [value_of(option) for option in others]
        own = value_of(right_option(composed))
        if own is not None and None not in values:
            numeric += 1
            greatest += all(value is not None and own[0] > value[0] for value in values)
            least += all(value is not None and own[0] < value[0] for value in values)
    assert longest / len(questions) <= MOST_BY_LENGTH
    assert shortest / len(questions) <= MOST_BY_LENGTH
    if numeric >= 20:
        assert greatest / numeric <= MOST_BY_VALUE
        assert least / numeric <= MOST_BY_VALUE


def test_answers_vary(name: str) -> None:
    """Nobody scores by learning one answer by heart."""
    for difficulty in (1, 2, 3):
        answers = Counter((c.parameters["task"], right_option(c)) for c in sample(name) if c.question.difficulty == difficulty)
        assert answers.most_common(1)[0][1] / answers.total() <= MOST_ALIKE, (difficulty, answers.most_common(3))


def test_seeds_give_different_questions(name: str) -> None:
    for difficulty in (1, 2, 3):
        stems = [composed.question.stem for composed in sample(name) if composed.question.difficulty == difficulty][:30]
        assert len(set(stems)) >= 0.9 * len(stems)


def test_difficulty_changes_the_structure(name: str) -> None:
    """Not only the size of the numbers: what is asked, or what is given, differs."""

    def shape(composed: Composed) -> tuple[Any, ...]:
        return composed.parameters["task"], *sorted(composed.parameters)

    shapes = {d: {shape(c) for c in sample(name) if c.question.difficulty == d} for d in (1, 2, 3)}
    assert shapes[1] != shapes[2] != shapes[3] != shapes[1]


def test_id_reproduces_the_question(name: str) -> None:
    for composed in sample(name)[::7]:
        question = composed.question
        assert question_of(question.id) == question
        assert question.source == "generated"
        assert generate(name, int(question.id.split(":")[3]), question.difficulty) == question


def test_unknown_ids_are_nobodys(name: str) -> None:
    for id in (
        f"gen:{name}:v999:1:1",
        f"gen:{name}:v1:1:4",
        f"gen:{name}:v1:01:1",
        f"gen:{name}:v1:-1:1",
        f"gen:{name}:v1:1",
        "408-os-0001",
    ):
        assert question_of(id) is None


def test_drawings_carry_words(name: str) -> None:
    for composed in sample(name)[::10]:
        if composed.drawing is not None:
            assert isinstance(composed.drawing, Drawing)
            assert composed.drawing.title
            assert composed.drawing.alt.strip()
            json.dumps(composed.drawing.data())


def fingerprint(composed: Composed) -> str:
    question = composed.question
    content = [question.stem, question.options, question.answer, question.explanation, question.why_wrong, question.point]
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()[:16]


def test_ids_mean_the_same_for_ever(name: str) -> None:
    """Golden fingerprints, one file a kind. A change means a new version beside the old one, never a new file of an old version.

    A new kind's (or version's) file is written by `SHANGAN_WRITE_GOLDEN=1 pytest`, which never touches one that is there.
    """
    kind = kind_of(name)
    for version in kind.versions:
        path = GOLDEN / f"{name}.v{version}.json"
        if not path.exists() and os.environ.get("SHANGAN_WRITE_GOLDEN") == "1":
            made = {c.question.id: fingerprint(c) for c in (compose_question(name, seed, d) for seed, d in GOLDEN_IDS)}
            path.parent.mkdir(exist_ok=True)
            path.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8", newline="\n")
        expected = json.loads(path.read_text(encoding="utf-8"))
        assert len(expected) == len(GOLDEN_IDS)
        for id, known in expected.items():
            parts = id.split(":")
            assert fingerprint(compose(kind, version, int(parts[3]), int(parts[4]))) == known, id


def test_own_stems_without_options_are_not_contradicted(name: str) -> None:
    """Without options nothing checks the answer: every figure of the right option must be in it."""

    def figures(text: str) -> set[str]:
        return {figure.lstrip("0") or "0" for figure in re.findall(r"\d+", text)}

    contradicted = []
    for composed in sample(name)[::3]:
        solved = solve_text(composed.question.stem, exam_of(name).id)
        if isinstance(solved, Solved):
            right, said = right_option(composed), (solved.answer, *solved.solution.also)
            if not any(same_answer(right, wording) or figures(right) <= figures(wording) for wording in said):
                contradicted.append((composed.question.id, right, solved.answer))
    assert contradicted == []


@pytest.mark.parametrize("chatter", ["", "今天晚上吃什么", "老师好，请问什么时候考试？", "证明一下", "帮我看看 3 月 5 日的 12 题", "7"])
def test_solver_leaves_chatter_alone(name: str, chatter: str) -> None:
    assert recognise(kind_of(name), chatter) is None
