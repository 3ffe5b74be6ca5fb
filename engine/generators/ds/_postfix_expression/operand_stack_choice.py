"""Which of the pasted expressions can, or cannot, be worked out with room for so many operands in the stack."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.ds._clauses import opened
from engine.generators.ds._postfix_expression.expressions import OPERATORS, parsed, tokens_of, written
from engine.generators.ds._settling import settle
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.reading import INTEGER, stay_out, to_int

_OWN = (
    "利用栈 利用 栈 表达式 算术表达式 求值 值 求表达式的值 设立 设置 设 运算数 操作数 运算数栈 操作数栈 存储单元 单元 溢出 发生 情况 选项"
)
_STACK = r"(?:运算数|操作数|操作数的|运算数的)?栈\s*(?:OPND|OPEN|OPRD|S|[A-Z]{2,5})?"


def recognise(text: str) -> Recognition | None:
    """An operand stack of a size of which is asked which expression overflows it, or does not; None where that is not asked."""
    if "溢出" not in text or not patterns.search("操作数|运算数", text):
        return None
    reading = opened(text)
    room = reading.take_one(
        (
            rf"(?:假设|设|若|如果|且|,)*(?:{_STACK}|(?<![A-Za-z])(?:OPND|OPEN|OPRD)(?![A-Za-z]))的?(?:只有|仅有|共有|有|容量[为是]|大小[为是]|最多(?:能|可以?)?(?:存放|存|放|容纳))\s*(?P<value>{INTEGER})\s*个?(?:存储)?(?:单元|元素|运算数|操作数|空间|位置)?",
        ),
        to_int,
    )
    asked = reading.take(
        r"(?:则|那么|,)*在?(?:下列|以下|下面)?(?:各|的|四个)*(?:表达式|选项)?[中里]?,?(?:计算|求值)?(?:时|过程中)?(?P<no>不会|不|不可能|不能)?(?:会|可能)?(?:发生|产生|出现|导致)?栈?的?上?溢出?(?:现象|情况)?的?(?:表达式)?[是有为]?(?:哪一?个)?(?=[\s()。?:]*$)"
    )
    reading.take_all(rf"{_STACK}|(?<![A-Za-z])(?:OPND|OPEN|OPRD|OPTR)(?![A-Za-z])")
    settle(reading, _OWN)
    if room is None or asked is None or not 1 <= room <= 10:
        return None
    return Recognition(
        parameters={"task": "room", "room": room, "overflows": asked["no"] is None},
        understood=(("操作数栈的容量", str(room)), ("求", f"{'' if asked['no'] is None else '不'}会溢出的表达式")),
    )


def most_operands(text: str) -> int:
    """The most operands at a time in the stack with which an expression is worked out.

    Raises:
        StayOut: it is none.
    """
    tokens = tokens_of(text) or stay_out("an option that is no expression")
    tree = parsed(tokens, "infix")
    if tree is None:
        stay_out("an option that is no expression")
    height = most = 0
    for token in written(tree, "postfix"):
        height += -1 if token in OPERATORS else 1
        most = max(most, height)
    return most


def solve(parameters: Parameters) -> Solution:
    """The options by how many operands each needs room for."""
    room, overflows = parameters["room"], parameters["overflows"]
    return Solution(
        answer="",
        steps=f"从左到右扫描，操作数入栈，每做一次运算取出两个、放回一个，数出栈中操作数最多时有几个；超过 {room} 个就溢出。逐项检查。",
        fits=lambda option: (most_operands(option) > room) == overflows,
        conventions=("运算符另有一个栈，四则运算左结合，乘除先于加减",),
    )
