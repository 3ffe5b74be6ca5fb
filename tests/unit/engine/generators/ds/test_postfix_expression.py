"""Postfix expressions against Python's own parser, textbook classics, and sentences as people type them."""

from __future__ import annotations

import ast
import re
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import Solved, solve_text
from engine.generators.ds._postfix_expression.expressions import parsed, written
from engine.generators.ds.postfix_expression import evaluate, to_postfix

from ..every_kind import right_option, sample

SIGNS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}


def postorder(expression: str) -> str:
    """The postfix form from the tree that Python's parser makes, operands of one sign."""

    def walk(node: ast.expr) -> str:
        if isinstance(node, ast.BinOp):
            return walk(node.left) + walk(node.right) + SIGNS[type(node.op)]
        assert isinstance(node, ast.Name)
        return node.id

    return walk(ast.parse(expression, mode="eval").body)


def tokens_of(expression: str) -> list[str]:
    return re.findall(r"\w+|[-+*/()]", expression)


@pytest.mark.parametrize(
    ("infix", "expected"),
    [
        ("a*(b+c)-d", "abc+*d-"),  # Yan Weimin
        ("a+b-a*((c+d)/e-f)+g", "ab+acd+e/f-*-g+"),  # 408 of 2012
        ("a/b+(c*d-e*f)/g", "ab/cd*ef*-g/+"),  # 408 of 2014
    ],
)
def test_textbook_conversions(infix: str, expected: str) -> None:
    assert "".join(to_postfix(tokens_of(infix))[-1].output) == expected


def test_textbook_stack_and_value() -> None:
    # 408 of 2014: when f is read the stack holds + ( - *.
    steps = to_postfix(tokens_of("a/b+(c*d-e*f)/g"))
    assert next(step.stack for step in steps if step.token == "f") == ("+", "(", "-", "*")
    # Weiss, Data Structures and Algorithm Analysis: 6 5 2 3 + 8 * + 3 + * is 288.
    assert evaluate(["6", "5", "2", "3", "+", "8", "*", "+", "3", "+", "*"])[-1].stack[0] == 288


EXPRESSIONS = st.recursive(
    st.sampled_from("abcdefg"),
    lambda inner: st.tuples(inner, st.sampled_from("+-*/"), inner, st.booleans()).map(
        lambda t: f"({t[0]}{t[1]}{t[2]})" if t[3] else f"{t[0]}{t[1]}{t[2]}"
    ),
    max_leaves=10,
)


@settings(max_examples=150)
@given(EXPRESSIONS)
def test_conversion_agrees_with_python(expression: str) -> None:
    assert "".join(to_postfix(tokens_of(expression))[-1].output) == postorder(expression)


@settings(max_examples=100)
@given(EXPRESSIONS, st.lists(st.integers(1, 9), min_size=7, max_size=7))
def test_value_agrees_with_python(expression: str, numbers: list[int]) -> None:
    names = {name: Fraction(number) for name, number in zip("abcdefg", numbers, strict=True)}
    postfix = [str(names[sign]) if sign in names else sign for sign in postorder(expression)]
    try:
        expected = eval(expression, {}, names)
    except ZeroDivisionError:
        return
    assert evaluate(postfix)[-1].stack == (Fraction(expected),)


def test_keys_agree_with_reference() -> None:
    for composed in sample("postfix-expression"):
        asked, right = composed.parameters, right_option(composed).strip("`").replace("×", "*")
        if asked["task"] in ("postfix", "nested"):
            assert right.replace(" ", "") == postorder(asked["expression"])
        elif asked["task"] == "value":
            stack: list[str] = []
            for token in asked["postfix"]:
                if token in "+-*/":
                    second, first = stack.pop(), stack.pop()
                    stack.append(f"({first}{token}{second})")
                else:
                    stack.append(f"Fraction({token})")
            assert Fraction(right) == eval(stack[0], {"Fraction": Fraction})
        else:
            # What waits when a token is read, told from the finished form: operators read and not yet output, and open parentheses.
            sizes = []
            expression = asked["expression"]
            for place in range(1, len(expression) + 1):
                stack = []
                for sign in expression[:place]:
                    if sign == ")":
                        while stack.pop() != "(":
                            pass
                    elif sign in "+-*/(":
                        while sign in "+-" and stack and stack[-1] != "(":
                            stack.pop()
                        while sign in "*/" and stack and stack[-1] in "*/":
                            stack.pop()
                        stack.append(sign)
                sizes.append(len(stack))
                if asked["task"] == "stack" and expression[place - 1] == asked["at"]:
                    assert right.split() == stack
            if asked["task"] == "depth":
                assert right == f"{max(sizes)} 个"


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("将中缀表达式 a*(b+c)-d 转换为后缀表达式", "abc+*d-"),
        ("a+b-a*((c+d)/e-f)+g 的后缀表达式是什么", "ab+acd+e/f-*-g+"),
        ("请问中缀表达式a/b+(c*d-e*f)/g转换成等价的后缀表达式是？", "ab/cd*ef*-g/+"),
        ("把 A+B*C-D/E 转成逆波兰式", "ABC*+DE/-"),
        ("求表达式 (a+b)*c-d/(e+f) 的逆波兰表示", "ab+c*def+/-"),
        ("老师好，中缀式 a+b*c 写成后缀式怎么写？", None),
        ("后缀表达式 6 5 2 3 + 8 * + 3 + * 的值是多少？", "288"),
        ("计算逆波兰式 3 4 + 5 * 的结果", "35"),
        ("后缀表达式 9,3,1,-,3,*,+,10,2,/,+ 的计算结果为多少", "20"),
        ("对后缀表达式 2 3 / 求值", "2/3 ≈ 0.6667"),
        ("中缀表达式 3*(4+2)/2-5 转换为后缀表达式", "3 4 2 + * 2 / 5 -"),
        ("将后缀表达式 abc+*d- 转换为中缀表达式", "a*(b+c)-d"),
        ("前缀 +*AB-C/DE 变成后缀和中缀", "后缀：AB*CDE/-+；中缀：A*B+(C-D/E)"),
        ("波兰式 - + 5 * 2 3 4 求值等于几", "7"),
        ("计算后缀表达式 9 3 1 - 3 * + 10 2 / + ，处理完第一个 * 后栈内自底向上的内容是什么", "9 6（栈底到栈顶）"),
        ("(a+b)*(c+d)-(e+f)*g 化成后缀后再求值，操作数栈至少需要多大的容量？", "3 个"),
        ("a×(b−c)÷d 化为后缀表达式是什么", "abc-*d/"),
    ],
)
def test_solver_answers(text: str, answer: str | None) -> None:
    solved = solve_text(text, "408")
    if answer is None:  # chatter in the middle of the sentence may keep the solver out, but never make it wrong
        assert solved is None or (isinstance(solved, Solved) and solved.answer == "abc*+")
        return
    assert isinstance(solved, Solved), text
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "中缀表达式 a*(b+a)-d 转换为后缀表达式时，扫描到 a 时栈中的元素是什么",
        "中缀表达式 a*(b+c)-d 转换为后缀表达式时，扫描到 - 时栈中的元素是什么",
        "后缀表达式 a b + c * 的值是多少，a=1，b=2",
        "中缀表达式 a@b*c 转换为后缀表达式",
        "中缀表达式 a*(b+c-d 转换为后缀表达式",
        "后缀表达式 6 5 2 + 的值是多少",
        "后缀表达式 6 0 / 的值是多少",
        "a+b 的表达式树后缀遍历是什么",
        "已知加减优先级高于乘除，将 a+b*c 转换为后缀表达式",
        "中缀表达式 a=b+c 转换为后缀表达式",
        "为什么要用后缀表达式",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert solve_text(text, "408") is None


def test_pasted_options_are_matched() -> None:
    stem = "中缀表达式 a*(b+c)-d 的后缀表达式是（  ）。"
    solved = solve_text(stem + "\nA. ab+c*d-\nB. abc+*d-\nC. abcd*+-\nD. -+*abcd", "408")
    assert isinstance(solved, Solved)
    assert solved.option == "B"
    assert solve_text(stem + "\nA. abcd*+-\nB. ab+c*d-\nC. abcd-+*\nD. -+*abcd", "408") is None


def test_own_questions_are_solved_as_keyed() -> None:
    answered = 0
    for composed in sample("postfix-expression"):
        solved = solve_text(composed.question.stem, "408")
        if isinstance(solved, Solved):
            answered += 1
            said = solved.answer.removesuffix("（栈底到栈顶）").strip("`").replace(" ", "")
            assert right_option(composed).strip("`").replace("×", "*").replace(" ", "") == said, composed.question.stem
    assert answered


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("中缀式 (a+b)*c/d 变成后缀式，同级从左到右", "ab+c*d/"),
        ("把算式a*(b-c)+d转为逆波兰式，运算符均为左结合", "abc-*d+"),
        ("将中缀表达式 a*(b+c)-d 转换为前缀表达式", "前缀：-*a+bcd"),
        ("a+b*(c-d)-e/f的前缀和后缀形式分别是什么", "前缀：-+a*b-cd/ef；后缀：abcd-*+ef/-"),
        ("中缀表达式 a*(b+c)-d 转换为后缀表达式时，扫描到 c 时栈中的元素是什么", "`*(+`（栈底到栈顶）"),
        ("用栈把a*(b+c)-d转成后缀式，栈里最多同时有几个符号（括号也算）", "3 个"),
        ("a=2，b=3，c=4，后缀表达式 a b c + * 等于多少", "14"),
        ("求解后缀表达式 6 5 2 3 + 8 * + 3 + * 时，操作数栈里最多几个数", "4 个"),
    ],
)
def test_other_wordings_1(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "把算式a*(b-c)+d转为逆波兰式，运算符均为右结合",
        "把算式a*(b-c)+d转为逆波兰式，加减优先于乘除",
        "a*b-c+d 的后缀式，从右到左结合",
    ],
)
def test_other_near_misses_1(text: str) -> None:
    assert not isinstance(solve_text(text, "408"), Solved)


@settings(max_examples=60)
@given(st.recursive(st.sampled_from("2357"), lambda inner: st.tuples(st.sampled_from("+-*"), inner, inner), max_leaves=7))
def test_forms_say_the_same(tree: Any) -> None:
    if isinstance(tree, str):
        return
    for form in ("infix", "postfix", "prefix"):
        assert parsed(written(tree, form), form) == tree
    value = eval("".join(written(tree, "infix")))
    assert evaluate(written(tree, "postfix"))[-1].stack[0] == value
