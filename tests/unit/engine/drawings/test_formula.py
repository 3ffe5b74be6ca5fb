"""Formulas as trees: the LaTeX that questions use is understood, the rest is refused and shown as typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.drawings.card import blocks_of
from engine.drawings.formula import tree
from engine.exams import load_exam
from engine.questions.reading import read_files

EXAMS = Path(__file__).resolve().parents[4] / "data" / "exams"


def test_fractions_powers_and_signs() -> None:
    assert tree("2^{10}") == {"kind": "attach", "base": {"kind": "number", "text": "2"}, "above": {"kind": "number", "text": "10"}}
    assert tree("\\frac{a}{2}") == {"kind": "fraction", "over": {"kind": "letter", "text": "a"}, "under": {"kind": "number", "text": "2"}}
    assert tree("\\text{总时间}") == {"kind": "word", "text": "总时间"}
    row = tree("a \\le b")
    assert row is not None
    assert row["items"][1] == {"kind": "sign", "text": "≤", "spacing": "relation"}
    both = tree("x_i^2")
    assert both is not None
    assert set(both) == {"kind", "base", "above", "below"}


@pytest.mark.parametrize("latex", ["\\unknown", "{a", "a}", "\\frac{1}", "x^", "a & b", "\\begin{matrix}", "{" * 30 + "}" * 30])
def test_what_is_not_understood(latex: str) -> None:
    assert tree(latex) is None


@given(st.text(alphabet="ab12^_{}\\frac+=()$ 中", max_size=30))
def test_any_text_is_understood_or_refused(latex: str) -> None:
    tree(latex)


@pytest.mark.parametrize("exam", ["408", "civil"])
def test_every_formula_of_the_bank_is_understood(exam: str) -> None:
    loaded = load_exam(EXAMS / exam)
    placed, _ = read_files(loaded.question_files, loaded)
    texts = [text for place in placed for text in (place.question.stem, *place.question.options, place.question.explanation)]
    formulas = [span for text in texts for block in blocks_of(text) for span in block.get("spans", ()) if span["style"] == "formula"]
    assert [span["text"] for span in formulas if span["tree"] is None] == []


def test_formulas_in_code_are_code() -> None:
    (block,) = blocks_of("费用 `$5` 与 $x$ 与 $6")
    assert [(span["style"], span["text"]) for span in block["spans"]] == [
        ("plain", "费用 "),
        ("code", "$5"),
        ("plain", " 与 "),
        ("formula", "x"),
        ("plain", " 与 $6"),
    ]
