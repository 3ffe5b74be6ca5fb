"""Expressions as trees: reading tokens in infix, postfix and prefix form, and writing them in each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from engine.generators import patterns

OPERATORS = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}
"""The operators with their ranks; `^`, the power, is worked from the right."""
Tree: TypeAlias = "str | tuple[str, Tree, Tree]"
"""An operand, or (operator, left, right)."""


def tokens_of(text: str) -> list[str] | None:
    """The tokens of an expression as written; None where it holds something else.

    Digits that stand together are one number, unless a postfix or prefix form is written without any space: then each is one.
    """
    text = text.strip(" ,、").replace("×", "*").replace("÷", "/").replace("**", "^")
    text = patterns.sub(r"(?<=\d)(?=[A-Za-z](?![A-Za-z0-9]))(?=[^,、]*$)", "*", text) if _coefficients(text) else text  # `4X`
    # Possessive: a row of addresses is no expression, and must not be tried in every way of cutting its figures.
    if patterns.fullmatch(r"(?:(?:[A-Za-z]|\d++(?:\.\d++)?|[-+*/^()])[\s,、]*+)++", text) is None:
        return None
    tokens = patterns.findall(r"[A-Za-z]|\d+(?:\.\d+)?|[-+*/^()]", text)
    if "(" not in tokens and not patterns.search(r"[\s,、]", text) and parsed(tokens, "infix") is None:
        single = patterns.findall(r"[A-Za-z]|\d|[-+*/^]", text)
        return single if "." not in text else tokens
    return tokens


def _coefficients(text: str) -> bool:
    """Whether figures stand before letters as their factors, as only in infix form."""
    found = patterns.search(r"\d[A-Za-z](?![A-Za-z0-9])", text) is not None
    return found and patterns.search(r"^[\s(]*[A-Za-z0-9]+\s*[-+*/^]\s*[A-Za-z0-9(]", text) is not None and " " not in text.strip()


def form_of(tokens: Sequence[str]) -> str | None:
    """The form in which the tokens are an expression: `infix`, `postfix` or `prefix`; None where they are none."""
    return next((form for form in ("infix", "postfix", "prefix") if parsed(tokens, form) is not None), None)


def parsed(tokens: Sequence[str], form: str) -> Tree | None:
    """The tree of the tokens; None where they are no expression of that form."""
    if not any(token in OPERATORS for token in tokens):
        return None
    if form == "infix":
        return _of_infix(tokens)
    if any(token in "()" for token in tokens):
        return None
    stack: list[Tree] = []
    for token in tokens if form == "postfix" else reversed(tokens):
        if token in OPERATORS:
            if len(stack) < 2:
                return None
            last, before = stack.pop(), stack.pop()
            stack.append((token, before, last) if form == "postfix" else (token, last, before))
        else:
            stack.append(token)
    return stack[0] if len(stack) == 1 else None


def _of_infix(tokens: Sequence[str]) -> Tree | None:
    operands: list[Tree] = []
    waiting: list[str] = []

    def reduce() -> bool:
        if len(operands) < 2:
            return False
        right, left = operands.pop(), operands.pop()
        operands.append((waiting.pop(), left, right))
        return True

    operand_next = True
    for token in tokens:
        if token == "(":
            if not operand_next:
                return None
            waiting.append(token)
        elif token == ")":
            if operand_next:
                return None
            while waiting and waiting[-1] != "(":
                if not reduce():
                    return None
            if not waiting:
                return None
            waiting.pop()
        elif token in OPERATORS:
            if operand_next:
                return None
            while waiting and waiting[-1] != "(" and _first(waiting[-1], token):
                if not reduce():
                    return None
            waiting.append(token)
            operand_next = True
        else:
            if not operand_next:
                return None
            operands.append(token)
            operand_next = False
    while waiting:
        if waiting[-1] == "(" or not reduce():
            return None
    return operands[0] if len(operands) == 1 else None


def _first(waiting: str, token: str) -> bool:
    """Whether a waiting operator is worked before the one that is read."""
    return OPERATORS[waiting] > OPERATORS[token] or (OPERATORS[waiting] == OPERATORS[token] and token != "^")


def written(tree: Tree, form: str) -> list[str]:
    """The tokens of a tree in a form; infix with no more parentheses than the tree needs."""
    if isinstance(tree, str):
        return [tree]
    sign, left, right = tree
    if form == "postfix":
        return [*written(left, form), *written(right, form), sign]
    if form == "prefix":
        return [sign, *written(left, form), *written(right, form)]
    return [
        *_enclosed(left, lambda inner: not _first(inner, sign)),
        sign,
        *_enclosed(right, lambda inner: OPERATORS[inner] < OPERATORS[sign] or (inner != "^" and OPERATORS[inner] == OPERATORS[sign])),
    ]


def _enclosed(tree: Tree, needs: Callable[[str], bool]) -> list[str]:
    tokens = written(tree, "infix")
    return ["(", *tokens, ")"] if not isinstance(tree, str) and needs(tree[0]) else tokens
