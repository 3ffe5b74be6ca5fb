"""The range of a floating-point format told field by field: an exponent and a mantissa, each with its sign, in the codes that are told."""

from __future__ import annotations

from typing import ClassVar

from engine.generators import patterns
from engine.generators.co._ieee754.words import Floats
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs

TASK = "float range"
_EXPONENT = (
    r"阶符(?:为|占)?\s*1\s*位[、,和]?\s*(?:阶码(?:值|数值)?(?:部分)?|阶值)(?:为|占)?\s*(?P<a>\d{1,2})\s*位",
    r"阶码(?:为|占|用|有)?\s*(?P<b>\d{1,2})\s*位\(?(?:[,]?(?:其中)?(?:含|包括|包含)?(?:有)?(?:1|一)?位?(?:阶符|符号位?)(?:1|一)?位?(?:在内)?)\)?",
)
_MANTISSA = (
    r"(?:数符|尾符)(?:为|占)?\s*1\s*位[、,和]?\s*尾数(?:数值)?(?:部分|值)?(?:为|占)?\s*(?P<a>\d{1,2})\s*位",
    r"尾数(?:为|占|用|有)?\s*(?P<b>\d{1,2})\s*位\(?(?:[,]?(?:其中)?(?:含|包括|包含)?(?:有)?(?:1|一)?位?(?:数符|尾符|符号位?)(?:1|一)?位?(?:在内)?)\)?",
)


class Ranges(Floats):
    """A format and its range."""

    words: ClassVar[str] = (
        f"{Floats.words} 其中 阶符 阶码 数符 尾数 若 则 该 所 能 可 表示 的 数值 数 设 某机 浮点数 16位 32位 24位 位 补码 移码 原码 均 都 用 采用 格式 如下 基数 为 2"
    )
    refused: ClassVar[str] = Floats.refused.replace("|基数", "") + r"|规格化|IEEE|754|反码|精度|最[大小]|正数|负数|转换|十进制"


def recognise(text: str) -> Recognition | None:
    """The bits of both fields, their codes, and the question how far the numbers reach."""
    if not patterns.search("范围", text) or not patterns.search("阶", text):
        return None
    problem = Ranges(text)
    exponent = next((match for pattern in _EXPONENT if (match := problem.take(pattern))), None)
    mantissa = next((match for pattern in _MANTISSA if (match := problem.take(pattern))), None)
    if exponent is None or mantissa is None:
        return None
    total = problem.take_one(r"(?P<value>\d{1,2})\s*位(?:的)?浮点数?", int)
    first = problem.take(r"阶码(?:和尾数)?(?:均|都)?(?:采?用|以)(?P<code>移码|补码)(?:表示)?")
    second = problem.take(r"尾数(?:采?用|以)(?P<code>补码|原码)(?:表示)?")
    asked = problem.take_asked(
        r"(?:则)?(?:该|此)?(?:浮点数)?(?:所)?(?:能|可)?(?:表示)?(?:的)?(?:数)?(?:的)?(?:数值|取值|表示)?(?:的)?范围(?:是|为)?(?:多少)?"
    )
    problem.settle()
    if first is None or not asked or (second is None and "和尾数" not in first[0]):
        return None
    powers = int(exponent["a"]) if "a" in exponent.groupdict() else int(exponent["b"]) - 1
    places = int(mantissa["a"]) if "a" in mantissa.groupdict() else int(mantissa["b"]) - 1
    code = second["code"] if second is not None else first["code"]
    if not 2 <= powers <= 11 or not 3 <= places <= 56 or total not in (None, powers + places + 2) or (second is None and code == "移码"):
        return None
    return Recognition(
        parameters={"task": TASK, "powers": powers, "places": places, "code": code},
        understood=(
            ("阶码", f"1 位阶符，{powers} 位数值，{first['code']}"),
            ("尾数", f"1 位数符，{places} 位数值，{code}"),
            ("求", "表示范围"),
        ),
    )


def solve(parameters: Parameters) -> Solution:
    """The least and the greatest number."""
    top = (1 << parameters["powers"]) - 1
    places = parameters["places"]
    high = f"(1-2^-{places})×2^{top}"
    low = f"-2^{top}" if parameters["code"] == "补码" else f"-{high}"
    answer = f"{low}～{high}"
    plain = answer.replace("～", "~")
    return Solution(
        answer=answer,
        # Pasted options lose their superscripts and signs: `-263~(1-2-8)263`.
        also=(plain, plain.replace("×", ""), patterns.sub(r"[\^×]", "", plain), plain.replace("×", "*"), plain.replace("-(1", "-1×(1")),
        steps=paragraphs(
            f"阶码最大为 2^{parameters['powers']} − 1，即 {top}。",
            f"尾数最大为 1 − 2^-{places}，最小为 {'-1' if parameters['code'] == '补码' else f'-(1 − 2^-{places})'}。",
            f"范围为 {answer}",
        ),
        conventions=("包括非规格化的数；基数为 2",),
    )
