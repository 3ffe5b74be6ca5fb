"""Infix to postfix with an operator stack, and the value of a postfix expression.

The conversion is the usual one (Yan Weimin, 数据结构, 表达式求值; Dijkstra's shunting yard): an operator waits in the stack until one
comes whose precedence is not higher; a left parenthesis waits for its right one. All operators associate to the left.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from engine.drawings.model import Cell, Grid, Row
from engine.generators.alternatives import but_not, first_reading
from engine.generators.chance import Chance
from engine.generators.ds._parts_alone import solving_parts_alone, with_parts_alone
from engine.generators.ds._postfix_expression import expression_dag, operand_stack_choice, two_stacks
from engine.generators.ds._postfix_expression.reading import recognise
from engine.generators.ds._postfix_expression.solving import Tools, answered
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.markdown import paragraphs, table
from engine.generators.variations import solving_variations, with_variations

POINT = "ds.stack.applications"
PRECEDENCE = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}


@dataclass(frozen=True, slots=True)
class Step:
    """After one token: the operators waiting, bottom first, and the output so far."""

    token: str
    stack: tuple[str, ...]
    output: tuple[str, ...]


Before: TypeAlias = Callable[[str, str], bool]
"""(operator on top, operator read) -> whether the one on top is output first."""


def _usual(top: str, read: str) -> bool:
    return PRECEDENCE[top] > PRECEDENCE[read] or (PRECEDENCE[top] == PRECEDENCE[read] and read != "^")  # powers from the right


def to_postfix(tokens: Sequence[str], before: Before = _usual) -> list[Step]:
    """The conversion token by token; the last step (token empty) empties the stack.

    Raises:
        ValueError: parentheses do not match.
    """
    stack: list[str] = []
    output: list[str] = []
    steps = []
    for token in tokens:
        if token == "(":
            stack.append(token)
        elif token == ")":
            while stack and stack[-1] != "(":
                output.append(stack.pop())
            if not stack:
                raise ValueError("no left parenthesis")
            stack.pop()
        elif token in PRECEDENCE:
            while stack and stack[-1] != "(" and before(stack[-1], token):
                output.append(stack.pop())
            stack.append(token)
        else:
            output.append(token)
        steps.append(Step(token, tuple(stack), tuple(output)))
    if "(" in stack:
        raise ValueError("no right parenthesis")
    output += reversed(stack)
    steps.append(Step("", (), tuple(output)))
    return steps


@dataclass(frozen=True, slots=True)
class Evaluated:
    """After one token of a postfix expression: the operands waiting, bottom first."""

    token: str
    stack: tuple[Fraction, ...]


def _worked(sign: str, left: Fraction, right: Fraction) -> Fraction:
    """One operation.

    Raises:
        ValueError: a power that is no short whole one.
        ZeroDivisionError: a division by zero.
    """
    if sign == "^":
        if right.denominator != 1 or not 0 <= right <= 20:
            raise ValueError("a power that is not worked by hand")
        return left ** int(right)
    return left + right if sign == "+" else left - right if sign == "-" else left * right if sign == "*" else left / right


def evaluate(tokens: Sequence[str], swapped: bool = False) -> list[Evaluated]:
    """A postfix expression token by token; division is exact. `swapped`: the operands taken in the wrong order.

    Raises:
        ValueError: not a postfix expression.
        ZeroDivisionError: a division by zero.
    """
    stack: list[Fraction] = []
    steps = []
    for token in tokens:
        if token in PRECEDENCE:
            if len(stack) < 2:
                raise ValueError("too few operands")
            right, left = stack.pop(), stack.pop()
            if swapped:
                left, right = right, left
            stack.append(_worked(token, left, right))
        else:
            stack.append(Fraction(token))
        steps.append(Evaluated(token, tuple(stack)))
    if len(stack) != 1:
        raise ValueError("too many operands")
    return steps


def _prefix(tokens: Sequence[str]) -> tuple[str, ...]:
    """Prefix form: the mirror image's postfix form, mirrored, with equal precedence waiting."""
    mirrored = [{"(": ")", ")": "("}.get(token, token) for token in reversed(tokens)]
    return tuple(reversed(to_postfix(mirrored, lambda top, read: PRECEDENCE[top] > PRECEDENCE[read])[-1].output))


def _bare(tokens: Sequence[str]) -> list[str]:
    return [token for token in tokens if token not in "()"]


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _convert(chance, operands=chance.between(4, 5), groups=1)
    if difficulty == 2:
        return _evaluate(chance) if chance.one_in(2) else _convert(chance, operands=chance.between(6, 7), groups=2, task="nested")
    return _depth(chance) if chance.one_in(2) else _stack_at(chance)


def _expression(chance: Chance, operands: Sequence[str], groups: int) -> list[str]:
    """An infix expression in tokens; parentheses only around sums and differences where they change the meaning."""
    tokens: list[str] = [operands[0]]
    for operand in operands[1:]:
        tokens += [chance.choice("+-*/"), operand]
    for _ in range(groups):
        starts = [place for place in range(len(tokens)) if tokens[place] not in PRECEDENCE and tokens[place] not in "()"]
        first = chance.below(len(starts) - 1)
        last = min(len(starts) - 1, first + chance.between(1, 2))
        start, end = starts[first], starts[last] + 1
        inside = tokens[start:end]
        level = 0
        for token in inside:
            level += (token == "(") - (token == ")")
            if level < 0:
                break
        if level == 0 and any(token in "+-" for token in inside):
            tokens = [*tokens[:start], "(", *inside, ")", *tokens[end:]]
    return tokens


def _meaningful(tokens: Sequence[str], groups: int) -> bool:
    """As many parentheses as wanted, each needed."""
    places = [place for place, token in enumerate(tokens) if token == "("]
    if len(places) != groups:
        return False
    right = to_postfix(tokens)[-1].output
    for place in places:
        level, end = 0, place
        for end in range(place, len(tokens)):
            level += (tokens[end] == "(") - (tokens[end] == ")")
            if level == 0:
                break
        without = [token for number, token in enumerate(tokens) if number not in (place, end)]
        if to_postfix(without)[-1].output == right:
            return False
    return True


def _shown(tokens: Sequence[str]) -> str:
    """Infix, as type that Markdown leaves alone."""
    return "`" + "".join(tokens).replace("*", "×") + "`"


def _spaced(tokens: Sequence[str]) -> str:
    return "`" + " ".join(tokens).replace("*", "×") + "`"


def _steps_table(steps: Sequence[Step]) -> str:
    rows = [
        (
            _spaced((step.token,)) if step.token else "结束",
            _spaced(step.stack) if step.stack else "空",
            _spaced(step.output) if step.output else "",
        )
        for step in steps
    ]
    return table(("扫描到", "运算符栈（右为栈顶）", "输出"), rows)


def _drawing(tokens: Sequence[str], steps: Sequence[Step]) -> Grid:
    size = max(len(step.stack) for step in steps)
    rows = tuple(
        Row(
            "栈底" if level == 0 else f"第 {level + 1} 格",
            tuple(
                Cell(
                    step.stack[level] if level < len(step.stack) else "",
                    "new" if level == len(step.stack) - 1 == level and step.token == step.stack[-1] else "plain",
                )
                for step in steps
            ),
        )
        for level in reversed(range(size))
    )
    return Grid(
        title="中缀转后缀时的运算符栈",
        columns=tuple(step.token or "完" for step in steps),
        rows=rows,
        corner="扫描",
        note=f"{''.join(tokens)} 的后缀式：{' '.join(steps[-1].output)}",
    )


_MISTAKEN: tuple[tuple[Before, str], ...] = (
    (lambda top, read: PRECEDENCE[top] > PRECEDENCE[read], "同级运算符没有先出栈，变成从右往左结合"),
    (lambda top, read: True, "没有区分优先级，见到运算符就让前一个出栈"),
    (lambda top, read: False, "运算符一直压在栈里，到括号或结尾才出栈"),
    (lambda top, read: PRECEDENCE[top] <= PRECEDENCE[read], "优先级比较弄反了"),
)


def _wrong_forms(tokens: Sequence[str]) -> list[Wrong]:
    wrong = [Wrong(_spaced(to_postfix(tokens, before)[-1].output), why) for before, why in _MISTAKEN]
    wrong.insert(2, Wrong(_spaced(to_postfix(_bare(tokens))[-1].output), "没有理会括号"))
    wrong.append(Wrong(_spaced(_prefix(tokens)), "写成了前缀式"))
    operators = [token for token in _bare(tokens) if token in PRECEDENCE]
    wrong.append(Wrong(_spaced([*(t for t in _bare(tokens) if t not in PRECEDENCE), *operators]), "把运算符按原来的次序都放到了最后"))
    return wrong


def _convert(chance: Chance, operands: int, groups: int, task: str = "postfix") -> Generated | None:
    tokens = _expression(chance, "abcdefgh"[:operands], groups)
    if not _meaningful(tokens, groups) or len({token for token in tokens if token in PRECEDENCE}) < 3:
        return None
    steps = to_postfix(tokens)
    if to_postfix(tokens, _MISTAKEN[0][0])[-1].output == steps[-1].output:
        return None
    right = _spaced(steps[-1].output)
    parameters: dict[str, object] = {"task": task, "expression": "".join(tokens)}
    return Generated(
        point=POINT,
        stem=f"将中缀表达式 {_shown(tokens)} 转换为等价的后缀表达式（逆波兰式），四则运算左结合，结果是",
        right=right,
        wrong=_wrong_forms(tokens),
        steps=paragraphs(_steps_table(steps), f"后缀表达式为 {right}。"),
        parameters=parameters,
        drawing=_drawing(tokens, steps),
    )


def _whole(value: Fraction) -> str:
    return str(value.numerator)


def _evaluate(chance: Chance) -> Generated | None:
    operands = [str(number) for number in chance.sample(range(2, 17), chance.between(5, 6))]
    tokens = _expression(chance, operands, chance.between(1, 2))
    if "(" not in tokens:
        return None
    postfix = to_postfix(tokens)[-1].output
    if "-" not in postfix and "/" not in postfix:
        return None
    try:
        trace = evaluate(postfix)
        mistaken = [(evaluate(postfix, swapped=True)[-1].stack[0], "取操作数时左右弄反了")]
        for before, why in _MISTAKEN:
            mistaken.append((evaluate(to_postfix(tokens, before)[-1].output)[-1].stack[0], f"还原中缀时{why}"))
        mistaken.append((evaluate(to_postfix(_bare(tokens))[-1].output)[-1].stack[0], "当成没有括号的中缀式来算"))
    except ZeroDivisionError:
        return None
    if any(value.denominator != 1 or not -999 < value < 9999 for step in trace for value in step.stack):
        return None
    right = trace[-1].stack[0]
    wrong = [Wrong(_whole(value), why) for value, why in mistaken if value.denominator == 1 and abs(value) < 9999]
    first = int(postfix[-2]) if postfix[-2] not in PRECEDENCE else 1
    wrong += [
        Wrong(_whole(right + delta), why)
        for delta, why in ((first, "最后一步算错"), (-first, "最后一步算错"), (1, "中间一步多算了 1"), (-1, "中间一步少算了 1"))
    ]
    rows = [(_spaced((step.token,)), "、".join(_whole(value) for value in step.stack)) for step in trace]
    return Generated(
        point=POINT,
        stem=f"用一个操作数栈对后缀表达式 {_spaced(postfix)} 求值（各操作数以空格分隔），结果是",
        right=_whole(right),
        wrong=wrong,
        steps=paragraphs(
            "遇到操作数入栈；遇到运算符出栈两个，先出栈的在运算符右边，结果再入栈：",
            table(("扫描到", "操作数栈（右为栈顶）"), rows),
            f"最后栈中剩下 {_whole(right)}。",
        ),
        parameters={"task": "value", "postfix": list(postfix)},
        drawing=Grid(
            title="后缀表达式求值",
            columns=tuple(step.token for step in trace),
            rows=tuple(
                Row(
                    "栈底" if level == 0 else f"第 {level + 1} 格",
                    tuple(Cell(_whole(step.stack[level]) if level < len(step.stack) else "") for step in trace),
                )
                for level in reversed(range(max(len(step.stack) for step in trace)))
            ),
            corner="扫描",
        ),
    )


def _depth(chance: Chance) -> Generated | None:
    tokens = _expression(chance, "abcdefgh"[: chance.between(6, 8)], chance.between(2, 3))
    if tokens.count("(") < 2:
        return None
    steps = to_postfix(tokens)
    right = max(len(step.stack) for step in steps)
    if right < 3:
        return None
    no_parentheses = max(len([sign for sign in step.stack if sign != "("]) for step in steps)
    counts = [
        (no_parentheses, "没有把栈中的左括号算在内"),
        (max(len(step.stack) for step in to_postfix(tokens, _MISTAKEN[0][0])), "同级运算符没有先出栈"),
        (max(len(step.stack) for step in to_postfix(tokens, _MISTAKEN[2][0])), "运算符一直压在栈里没有出栈"),
        (max(len(step.stack) for step in to_postfix(tokens, _MISTAKEN[1][0])), "没有区分优先级，见到运算符就让前一个出栈"),
        (right + 1, "把操作数或右括号也压进了栈"),
        (right - 1, "漏看了栈中元素最多的时刻"),
        (right + 2, "多算了两个"),
        (right - 2, "少算了两个"),
    ]
    return Generated(
        point=POINT,
        stem=(
            f"用一个初始为空的运算符栈（左括号也入栈）将中缀表达式 {_shown(tokens)} 转换为后缀表达式，四则运算左结合。"
            "转换过程中，栈中符号（含左括号）最多时的个数是"
        ),
        right=f"{right} 个",
        wrong=[Wrong(f"{count} 个", why) for count, why in counts if count > 0],
        steps=paragraphs(_steps_table(steps), f"栈中符号最多时有 {right} 个。"),
        parameters={"task": "depth", "expression": "".join(tokens), "limit": right},
        drawing=_drawing(tokens, steps),
    )


def _stack_at(chance: Chance) -> Generated | None:
    """The stack when a given operand is read, as 408 asked in 2014."""
    tokens = _expression(chance, "abcdefgh"[: chance.between(6, 8)], chance.between(1, 2))
    steps = to_postfix(tokens)
    places = [number for number, step in enumerate(steps) if step.token.isalpha() and len(step.stack) >= 3]
    if not places:
        return None
    place = chance.choice(places)

    def shown(stack: Sequence[str]) -> str:
        return _spaced(stack) if stack else "空"

    right = steps[place].stack
    candidates: list[tuple[Sequence[str], str]] = [
        (to_postfix(tokens, before)[place].stack, why) for before, why in (_MISTAKEN[0], _MISTAKEN[2], _MISTAKEN[1], _MISTAKEN[3])
    ]
    candidates.insert(1, ([sign for sign in right if sign != "("], "左括号没有入栈"))
    seen = [token for token in tokens[:place] if token in PRECEDENCE or token in "()"]
    candidates.append((seen, "扫描过的运算符和括号都没有出栈"))
    candidates.append((list(reversed(right)), "栈底和栈顶弄反了"))
    candidates.append((right[:-1], "漏了栈顶的符号"))
    candidates.append(([*right, "("] if right[-1] != "(" else [*right, "+"], "多压入了一个符号"))
    return Generated(
        point=POINT,
        stem=(
            f"用一个初始为空的运算符栈（左括号也入栈）将中缀表达式 {_shown(tokens)} 转换为后缀表达式，四则运算左结合。"
            f"当扫描到操作数 {steps[place].token} 时，栈中从栈底到栈顶的符号依次是"
        ),
        right=shown(right),
        wrong=[Wrong(shown(stack), why) for stack, why in candidates if stack],
        steps=paragraphs(_steps_table(steps[: place + 1]), f"扫描到 {steps[place].token} 时，栈中从栈底到栈顶是 {shown(right)}。"),
        parameters={"task": "stack", "expression": "".join(tokens), "at": steps[place].token},
        drawing=_drawing(tokens, steps),
    )


# --- solving -----------------------------------------------------------------------------------------------------------------------


def _solve(parameters: Parameters) -> Solution:
    if parameters.get("task") == "two-stacks":
        return two_stacks.solve(parameters)
    if parameters.get("task") == "dag":
        return expression_dag.solve(parameters)
    if parameters.get("task") == "room":
        return operand_stack_choice.solve(parameters)
    return answered(parameters, Tools(to_postfix, evaluate, _steps_table, _drawing))


KIND = Kind(
    name="postfix-expression",
    title="后缀表达式",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"[后前中]缀|有向无环图|波兰|表达式树|栈|\d [-+*/] ",
        recognise=but_not(
            r"缀(?:表达)?式的?长度|缀(?:表达)?式(?:共|一共|总共)?有?(?:几|多少)个(?:字符|符号)|缀(?:表达)?式(?:和|与|及|以及)[^,;。?]{0,8}(?:深度|最[深多])"
        )(
            with_variations(
                with_parts_alone(first_reading(operand_stack_choice.recognise, expression_dag.recognise, recognise, two_stacks.recognise))
            )
        ),
        solve=solving_variations(solving_parts_alone(_solve)),
    ),
)
