"""Which pasted option says a computed answer."""

from __future__ import annotations

import pytest

from engine.generators.choices.choosing import same_answer


@pytest.mark.parametrize("option", ["-+*ABC/DE", "-A+B*CD/E", "-+BA*C/DE"])
def test_an_expression_of_the_same_signs_in_another_order_is_another(option: str) -> None:
    assert not same_answer(option, "-+A*BC/DE")


def test_an_expression_is_itself() -> None:
    assert same_answer("-+A*BC/DE", "-+A*BC/DE")
    assert same_answer("- + A * B C / D E", "-+A*BC/DE")
