"""A machine number that may be an int or a float: which of the options its value can be."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.co._ieee754.compared import option_value
from engine.generators.co._ieee754.floats import decode
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.pasted.normalising import normalise
from engine.generators.reading import stay_out

TASK = "int or float"
_WHOLE = re.compile(
    r"(?:已知|假定|若)?(?:(?:带符号|有符号)?整数(?:用|采用)补码表示[,、]?)?(?:float(?:型)?(?:数据)?(?:用|采用)IEEE754(?:标准|单精度)?(?:格式)?(?:表示)?[,。]?)?"
    r"(?:假定|若|设)?(?:变量)?(?P<name>[A-Za-z])(?:的类型)?(?:只)?可能是(?:int(?:或|、)float|float(?:或|、)int)(?:型)?[,。]?(?:当|若)?(?:(?P=name)的)?机器数(?:为|是)(?P<code>[0-9A-F]{8})H(?:时)?[,]?(?:则)?(?:(?P=name))?(?:的)?值可能(?:是|为)(?:\(\)|多少)?[。?]?"
)


def recognise(text: str) -> Recognition | None:
    """A code of 32 bits, and that its value as one of both types is among the options."""
    found = _WHOLE.fullmatch(patterns.sub(r"\s+", "", normalise(text)))
    if found is None:
        return None
    return Recognition(
        parameters={"task": TASK, "code": int(found["code"], 16)},
        understood=(("机器数", f"{found['code']}H"), ("求", "看作 int 或 float 时可能的值")),
    )


def solve(parameters: Parameters) -> Solution:
    """Both values; an option is right if it is one of them."""
    code = parameters["code"]
    whole = code - (1 << 32) if code >> 31 else code
    try:
        coded = decode(code)
    except ValueError as error:
        stay_out(str(error))
    values = {Fraction(whole), coded.value}
    return Solution(
        answer="",
        steps=f"看作 int（补码）是 {whole}；看作 float，阶码字段 {coded.exponent}，指数 {coded.power}，尾数 {coded.value / Fraction(2) ** coded.power}。",
        fits=lambda option: option_value(option) in values,
    )
