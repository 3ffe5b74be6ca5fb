"""Which code a machine number is in: the number's value and its bits are told."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar

from engine.generators import patterns
from engine.generators.co._complement_arithmetic.code.solving import value_of
from engine.generators.co._complement_arithmetic.fixed.numbers import number
from engine.generators.co._topic import Topic
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import stay_out

TASK = "code kind"
_NAMES = {"sign": "原码", "ones": "反码", "two": "补码", "excess": "移码"}
_VALUE = r"(?P<value>[-+]?\d+(?:\.\d+)?(?:/\d+)?)"
_BITS = r"(?P<bits>[01](?:[.,]?[01]){3,32}|[0-9A-F]{2,8}\s?H)"


class CodeKinds(Topic):
    """A number and its code."""

    words: ClassVar[str] = (
        "十进制数 十进制 二进制 定点小数 定点整数 小数 整数 真值 数 该数 机器数 机器 机器中 计算机 计算机中 中 表示 表示为 对应 对应的 编码 编码方法 编码方式 采用 用 的 若 如果 某 已知 设 则 是 为 哪种 什么 字长 位 存放 存储 寄存器 内容 内 它 其 表示形式 形式 码 这个数 在"
    )
    refused: ClassVar[str] = r"补码|原码|反码|移码|浮点|校验|ASCII|格雷|求|最|相反|绝对值|一半|倍|取反"


def recognise(text: str) -> Recognition | None:
    """A value, its bits, and the question which code that is."""
    if not patterns.search(r"编码(?:方法|方式)|采用了|(?:则)?(?:该数|它|其)?(?:为|是|采用(?:的)?(?:是)?)\s?(?:\(\s*\)|多少|哪|什么)", text):
        return None
    problem = CodeKinds(text)
    asked = problem.take_asked(
        r"(?:则)?(?:该数|它|其|这个数|(?:该|此|这台)(?:机器|计算机|机))?(?:中)?(?:所)?(?:采用|使用|用)?(?:了|的)?(?:编码(?:方法|方式)?|表示(?:方法|形式)|机器数形式)?(?:(?:是|为)\s*(?:哪一?种|什么|多少)?|(?<=采用了)\s*(?:哪一?种|什么|多少)?|(?<=采用的)\s*(?:哪一?种|什么))(?:编码|码)?\s*[。?]?\s*$"
    )
    value = problem.take_all(rf"(?:十进制数|真值|整数|(?<!机器)数|(?:它|其|该数)?等于)(?:为|是|=|:)?\s?{_VALUE}(?![\d.])")
    problem.take_all(r"转换(?:为|成)(?=二进制|十进制|真值)")
    code = problem.take_all(rf"(?:机器数|表示|编码|内容|形式)(?:为|是|成|:)*\s?{_BITS}(?![0-9A-Za-z])")
    problem.settle()
    if len(asked) != 1 or len(value) != 1 or len(code) != 1:
        return None
    bits = patterns.sub(r"[\s,]", "", code[0]["bits"])
    if bits[-1] in "hH":
        bits = f"{int(bits[:-1], 16):0{4 * (len(bits) - 1)}b}"
    fixed = number(value[0]["value"], "." in bits)
    if (fixed.form == "fraction") != ("." in bits):
        return None
    return Recognition(
        parameters={"task": TASK, "value": str(fixed.value), "bits": bits}
        | ({"minus": True} if not fixed.value and value[0]["value"].startswith("-") else {}),
        understood=(("真值", value[0]["value"]), ("机器数", bits), ("求", "用的是哪种编码")),
    )


def solve(parameters: Parameters) -> Solution:
    """The one code whose bits they are.

    Raises:
        StayOut: none, or several.
    """
    bits = parameters["bits"].replace(".", "")
    scale = len(bits) - 1 if "." in parameters["bits"] else 0
    value = Fraction(parameters["value"]) * (1 << scale)
    read = {kind: value_of(bits, kind) for kind in (("sign", "ones", "two") if scale else ("sign", "ones", "two", "excess"))}
    fitting = [kind for kind, worth in read.items() if worth == value]
    if not value:  # of the two noughts of a code with a sign, the one that is said
        fitting = [kind for kind in fitting if (kind in ("sign", "ones") and bits[0] == "1") == parameters.get("minus", False)]
    if len(fitting) != 1:
        stay_out("not one code")
    lines = [f"看作{_NAMES[kind]}是 {Fraction(worth, 1 << scale)}" for kind, worth in read.items()]
    return Solution(
        answer=_NAMES[fitting[0]],
        steps=paragraphs("\n".join(f"{n}. {line}" for n, line in enumerate(lines, 1)), f"与真值相符的是{_NAMES[fitting[0]]}。"),
    )
