"""Answers about expressions: other forms, values, and what the stacks hold on the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from engine.drawings.model import Drawing
from engine.generators.ds._postfix_expression.expressions import OPERATORS, parsed, written
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs, table
from engine.generators.quantities import decimal, is_exact
from engine.generators.reading import stay_out

_NAMES = {"postfix": "后缀", "prefix": "前缀", "infix": "中缀"}
_PRINTED = (str.maketrans("*/", "×÷"), str.maketrans("*", "×"), str.maketrans("/", "÷"))
_SIGNS = {"+": "加法", "-": "减法", "*": "乘法", "/": "除法", "^": "乘方"}


@dataclass(frozen=True, slots=True)
class Tools:
    """The simulators and tables of the kind: (tokens) -> steps of the conversion, or of the evaluation."""

    convert: Callable[[Sequence[str]], Sequence[Any]]
    evaluate: Callable[[Sequence[str]], Sequence[Any]]
    steps_table: Callable[[Sequence[Any]], str]
    drawing: Callable[[Sequence[str], Sequence[Any]], Drawing | None]


@dataclass(frozen=True, slots=True)
class _Told:
    sentence: str
    also: tuple[str, ...]
    steps: str


def _joined(output: Sequence[str]) -> str:
    letters = all(len(token) == 1 for token in output) and not any(token.isdigit() for token in output)
    return "".join(output) if letters else " ".join(output)


def _typed(output: Sequence[str]) -> tuple[str, ...]:
    """An expression as options write it: with spaces or without, with the signs of keyboards or of print."""
    forms = (" ".join(output), "".join(output))
    return (*forms, *(form.translate(signs) for signs in _PRINTED for form in forms if form.translate(signs) != form))


def _shown(value: Fraction) -> str:
    return decimal(value, 4) if is_exact(value, 4) else f"{value.numerator}/{value.denominator} ≈ {decimal(value, 4)}"


class _Expression:
    """An expression with what was asked of it."""

    def __init__(self, parameters: Parameters, tools: Tools) -> None:
        self.tools, self.form, self.tokens = tools, parameters["form"], list(parameters["tokens"])
        tree = parsed(self.tokens, self.form)
        if tree is None:
            stay_out("no expression")
        self.forms = {form: written(tree, form) for form in _NAMES}
        self.forms[self.form] = self.tokens
        self.tree = tree
        values = parameters["values"]
        self.postfix = [values.get(token, token) for token in self.forms["postfix"]]

    def tell(self, task: Sequence[Any]) -> _Told:
        """The answer to one thing asked."""
        what, *rest = task
        return self.write(what) if what in _NAMES else getattr(self, f"_{what}")(*rest)

    def write(self, form: str) -> _Told:
        """The expression in another form."""
        output = self.forms[form]
        if form == "infix":
            told = "".join(output)
            return _Told(told, (told, *_typed(output)), "从左到右，每遇到一个运算符就和它的两个操作数合成一个式子，优先级不够时加括号。")
        if self.form == "infix" and form == "postfix":
            return _Told(_joined(output), _typed(output), self.tools.steps_table(self.tools.convert(self.tokens)))
        rule = (
            "前缀：运算符写在它的两个操作数前面，操作数的次序不变。"
            if form == "prefix"
            else "后缀：运算符写在它的两个操作数后面，操作数的次序不变。"
        )
        return _Told(_joined(output), _typed(output), rule)

    def _trace(self) -> Sequence[Any]:
        if any(token.isalpha() for token in self.postfix):
            stay_out("operands without values")
        try:
            return self.tools.evaluate(self.postfix)
        except (ValueError, ZeroDivisionError) as error:
            stay_out(str(error))

    def _working(self, trace: Sequence[Any]) -> str:
        rows = [(f"`{step.token}`", "、".join(decimal(item, 4) for item in step.stack)) for step in trace]
        return paragraphs("运算符取出栈顶两个数，先出栈的在右边：", table(("扫描到", "操作数栈（右为栈顶）"), rows))

    def _value(self) -> _Told:
        trace = self._trace()
        shown = _shown(trace[-1].stack[0])
        return _Told(shown, (shown,), self._working(trace))

    def _operands(self) -> _Told:
        """The most operands in the stack, whatever their values are."""
        height = most = 0
        rows = []
        for token in self.forms["postfix"]:
            height += -1 if token in OPERATORS else 1
            most = max(most, height)
            rows.append((f"`{token}`", height))
        return _Told(f"{most} 个", (str(most),), table(("扫描到", "操作数栈中的个数"), rows))

    def _operation(self, number: int) -> _Told:
        trace = self._trace()
        signs = [step for step in trace if step.token in OPERATORS]
        if not 1 <= number <= len(signs):
            stay_out("no such operation")
        step = signs[number - 1]
        shown = _shown(step.stack[-1])
        return _Told(f"第 {number} 个运算是{_SIGNS[step.token]}，结果 {shown}", (f"{_SIGNS[step.token]}，{shown}",), self._working(trace))

    def _held(self, place: int, top: bool = False) -> _Told:
        """The operand stack, or only its top, when so much of a postfix expression has been dealt with."""
        if self.form != "postfix":
            stay_out("the stack of a prefix expression")
        trace = self._trace()
        values = [_shown(item) for item in trace[place].stack]
        if top:
            return _Told(f"栈顶是 {values[-1]}", (values[-1],), self._working(trace[: place + 1]))
        return _Told(f"{' '.join(values)}（栈底到栈顶）", (", ".join(values), " ".join(values)), self._working(trace[: place + 1]))

    def _stack(self, place: int) -> _Told:
        """The operator stack of the conversion when a token has been read."""
        steps = self.tools.convert(self.tokens)
        held = steps[place].stack
        told = f"`{''.join(held)}`（栈底到栈顶）" if held else "栈为空"
        return _Told(told, ("".join(held), " ".join(held), ", ".join(held)), self.tools.steps_table(steps[: place + 1]))

    def _depth(self, parentheses: bool) -> _Told:
        steps = self.tools.convert(self.tokens)
        most = max(len([sign for sign in step.stack if parentheses or sign != "("]) for step in steps)
        return _Told(f"{most} 个", (str(most),), paragraphs(self.tools.steps_table(steps), f"栈中最多时有 {most} 个。"))

    def _root(self) -> _Told:
        sign = self.forms["postfix"][-1]
        return _Told(f"根是 {sign}", (sign,), "后缀表达式的最后一个运算符最后执行，是表达式树的根。")


def answered(parameters: Parameters, tools: Tools) -> Solution:
    """What was asked of an expression."""
    expression = _Expression(parameters, tools)
    tasks = parameters["asked"]
    told = [expression.tell(task) for task in tasks]
    names = [task[0] for task in tasks]
    conventions = _conventions(tasks, expression)
    steps = paragraphs(*dict.fromkeys(each.steps for each in told))
    if names in (["postfix"], ["infix"]):
        drawing = tools.drawing(expression.tokens, tools.convert(expression.tokens)) if expression.form == "infix" else None
        return Solution(answer=told[0].sentence, steps=steps, also=told[0].also, conventions=conventions, drawing=drawing)
    if names == ["prefix"] or (len(names) > 1 and set(names) <= set(_NAMES)):
        # Options write spaces or not.
        also = told[0].also if len(told) == 1 else tuple("；".join(parts) for parts in zip(*(each.also[:2] for each in told), strict=False))
        return Solution(
            answer="；".join(f"{_NAMES[name]}：{each.sentence}" for name, each in zip(names, told, strict=True)),
            steps=steps,
            also=also,
            conventions=conventions,
        )
    if len(told) == 1:
        drawing = tools.drawing(expression.tokens, tools.convert(expression.tokens)) if names[0] in ("stack", "depth") else None
        return Solution(answer=told[0].sentence, steps=steps, also=told[0].also, conventions=conventions, drawing=drawing)
    several = [
        f"值为 {each.sentence}"
        if name == "value"
        else f"{_NAMES[name]}：{each.sentence}"
        if name in _NAMES and parameters.get("parted")
        else each.sentence
        for name, each in zip(names, told, strict=True)
    ]
    return Solution(answer="；".join(several), steps=steps, also=("；".join(each.sentence for each in told),), conventions=conventions)


def _conventions(tasks: Sequence[Sequence[Any]], expression: _Expression) -> tuple[str, ...]:
    names = {task[0] for task in tasks}
    told = []
    if expression.form == "infix" or "infix" in names:
        told.append("四则运算左结合，乘除先于加减")
    if "stack" in names:
        told.append("左括号也入栈，操作数不入栈")
    if "depth" in names:
        told.append("左括号也入栈并算在内" if ["depth", True] in [list(task) for task in tasks] else "不算左括号")
    if "operands" in names:
        told.append("只有操作数入栈")
    if names & {"value", "operation", "held"} and "/" in expression.tokens:
        told.append("除法按精确值计算，不取整")
    return tuple(told)
