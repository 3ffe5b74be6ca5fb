"""Two stacks, one of numbers and one of operators, of which a function takes two numbers and an operator a call (408 of 2018)."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import listed, numbered, paragraphs
from engine.generators.pasted.normalising import normalise
from engine.generators.quantities import decimal, is_exact
from engine.generators.reading import INTEGER, close_up, stay_out, to_int

_OPERANDS = re.compile(
    r"(?:S1|操作数栈|数栈|OPND)中?的?(?:操作数|数|元素|整数)?[自从]?(?:栈底到栈顶)?(?:依次|分别)*[是为有:]*\s*(?P<list>-?\d+(?:\s*[,、 ]\s*-?\d+)+)\s*(?:\((?P<note>[^()]*)\))?"
)
_OPERATORS = re.compile(
    r"(?:S2|运算符栈|OPTR)中?的?(?:运算符|操作符|元素)?[自从]?(?:栈底到栈顶)?(?:依次|分别)*[是为有:]*\s*(?P<list>[-+*/×÷](?:\s*[,、 ]\s*[-+*/×÷])+)\s*(?:\((?P<note>[^()]*)\))?"
)
_TAKEN = re.compile(r"(?:依次|先后|连续)?(?:弹出|退栈|出栈|取出)(?:两个|2个)(?:操作数|数|整数|元素)(?:记?为)?\s*a\s*[和,、与]\s*b")
_DONE = re.compile(
    r"(?:执行|计算|进行)[^,;。]{0,10}?(?P<left>[ab])\s*(?:op|θ|⊙|运算符)\s*(?P<right>[ab])|(?P<left2>[ab])\s*op\s*(?P<right2>[ab])",
    re.IGNORECASE,
)
_CALLED = re.compile(rf"(?:调用|执行)了?(?:函数)?(?:F\(\))?\s*(?P<times>{INTEGER})\s*次(?:函数)?(?:F\(\))?")
_ASKED = re.compile(r"(?:S1|操作数栈)的?栈顶(?:元素|保存的值|的值|的数|的)*(?:保存)?的?值?[是为]?(?:多少|几|\(\s*\))?")


def recognise(text: str) -> Recognition | None:
    """The two stacks, and how often the function is called; None where it is something else.

    Raises:
        StayOut: which end is the top, or in which order the two numbers are worked with, is not told.
    """
    text = close_up(normalise(text))
    found = [pattern.search(text) for pattern in (_OPERANDS, _OPERATORS, _TAKEN, _DONE, _CALLED, _ASKED)]
    operands, operators, taken, done, called, asked = found
    if not (operands and operators and taken and done and called and asked):
        return None
    if patterns.search("不|如果|改|入队|队列|优先|整除|取整", text) or len(patterns.findall("多少|几|什么|哪", text)) > 1:
        stay_out("a condition")
    left, right = done["left"] or done["left2"], done["right"] or done["right2"]
    if left == right:
        stay_out("which number is worked with which")
    numbers = [int(number) for number in patterns.findall(r"-?\d+", operands["list"])]
    signs = [sign.replace("×", "*").replace("÷", "/") for sign in patterns.findall(r"[-+*/×÷]", operators["list"])]
    numbers = numbers if _top_is_last(operands, numbers[0], numbers[-1], text) else numbers[::-1]
    signs = signs if _top_is_last(operators, operators["list"].strip()[0], operators["list"].strip()[-1], text) else signs[::-1]
    times = to_int(called["times"])
    if not 1 <= times <= min(len(numbers) - 1, len(signs)):
        stay_out("more calls than there are operands")
    return Recognition(
        parameters={"task": "two-stacks", "operands": numbers, "operators": signs, "first_left": left == "a", "times": times},
        understood=(
            ("操作数栈（栈底到栈顶）", listed(numbers)),
            ("运算符栈（栈底到栈顶）", listed(signs)),
            ("每次调用", f"先后弹出 a、b，计算 {left} op {right}"),
            ("调用次数", str(times)),
        ),
    )


def _top_is_last(told: re.Match[str], first: object, last: object, text: str) -> bool:
    """Whether the last of a list is the top of its stack.

    Raises:
        StayOut: it is not told.
    """
    note = told["note"] or ""
    if patterns.search("栈底[到至]栈顶", note + told[0] + text):
        return True
    top = patterns.search(r"(\S+?)\s*[在为是]?栈顶", note)
    if top is None or first == last or top[1] not in (str(first), str(last)):
        stay_out("which end is the top")
    return top[1] == str(last)


def solve(parameters: Parameters) -> Solution:
    """What is on top of the numbers after the calls."""
    stack = [Fraction(number) for number in parameters["operands"]]
    signs = list(parameters["operators"])
    steps = []
    for _ in range(parameters["times"]):
        first, second, sign = stack.pop(), stack.pop(), signs.pop()
        left, right = (first, second) if parameters["first_left"] else (second, first)
        if sign == "/" and right == 0:
            stay_out("divided by zero")
        value = left + right if sign == "+" else left - right if sign == "-" else left * right if sign == "*" else left / right
        shown = {"*": "×", "/": "÷", "-": "−"}.get(sign, sign)
        if not is_exact(value, 2):
            stay_out("whether the quotient is cut off")
        told = [f"({decimal(each, 2)})" if each < 0 else decimal(each, 2) for each in (left, right)]
        steps.append(
            f"弹出 a 为 {decimal(first, 2)}、b 为 {decimal(second, 2)}，运算符 {sign}：{told[0]} {shown} {told[1]} = {decimal(value, 2)}，压入 S1。"
        )
        stack.append(value)
    if any(value.denominator != 1 for value in stack):
        stay_out("a stack of whole numbers")
    answer = decimal(stack[-1], 2)
    return Solution(answer=answer, steps=paragraphs(numbered(steps), f"栈顶是 {answer}。"))
