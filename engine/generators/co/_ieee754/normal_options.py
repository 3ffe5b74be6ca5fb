"""Which of the options is a normalised mantissa: in sign-magnitude or two's complement, to a base that is a power of two."""

from __future__ import annotations

from typing import ClassVar

from engine.generators import patterns
from engine.generators.co._topic import Topic
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.reading import stay_out

TASK = "normalised option"
_CODES = {"补码": "two", "原码": "sign"}


class Mantissas(Topic):
    """Options that are mantissas."""

    words: ClassVar[str] = (
        "若 设 假设 浮点数 浮点 尾数 用 采用 表示 则 下列 以下 下面 数 各数 中 为 是 的 形式 规格化 规格化数 规格化尾数 规格化形式 试 指出 哪个 那个 哪一个 哪 个 数中 属于 其中 已 阶码 阶 基数 底 进行 两位符号位 双符号位"
    )
    refused: ClassVar[str] = r"反码|移码|不是|非规格化|不属于|错误|最[大小]|IEEE|754|需要"


def recognise(text: str) -> Recognition | None:
    """The code, the base, and the question which option is normalised."""
    if "规格化" not in text or "尾数" not in text:
        return None
    problem = Mantissas(patterns.sub(r"\(\s*\)?\s*$", "", text.strip()))
    base = problem.take_one(r"(?:阶码?)?(?:的)?(?:基数|底(?:数)?)(?:R)?(?:为|是|=|取)*\s*(?P<value>2|4|8|16)(?!\d)", int)
    codes = {
        match["code"]
        for match in problem.take_all(
            r"(?:尾数)?(?:均|都)?(?:采用|用|以)?(?:模4|双符号位|变形|两位符号位(?:的)?)?(?P<code>补码|原码)(?:来)?(?:表示)?(?:法)?"
        )
    }
    asked = problem.take_asked(
        r"(?:下列|以下|下面)(?:的)?(?:各)?(?:数|选项|尾数)?(?:中|里)?(?:,)?(?:哪个|那个|哪一个)?(?:数)?(?:为|是|属于)*(?:已)?规格化(?:的)?(?:浮点)?(?:尾数|数)?(?:形式)?(?:的)?(?:是|为|有)?(?:哪个|哪一个|多少)?"
    )
    problem.settle()
    if len(codes) != 1 or not asked:
        return None
    code = codes.pop()
    return Recognition(
        parameters={"task": TASK, "code": _CODES[code], "base": base or 2},
        understood=(("尾数", f"{code}，基数 {base or 2}"), ("求", "哪个是规格化的尾数")),
    )


def normalised(text: str, code: str, base: int) -> bool:
    """Whether the bits of a mantissa are normalised.

    Raises:
        StayOut: no such bits.
    """
    plain = patterns.sub(r"\s|B$", "", text)
    found = patterns.fullmatch(r"(?P<sign>00|11|[01])[.,](?P<bits>[01]{3,32})", plain)
    if found is None:
        stay_out(text)
    digits = base.bit_length() - 1
    sign, bits = found["sign"][0], found["bits"]
    if len(bits) < digits:
        stay_out(text)
    first = bits[:digits]
    if code == "sign" or sign == "0":
        return "1" in first
    return "0" in first


def solve(parameters: Parameters) -> Solution:
    """The one option that is normalised."""
    code, base = parameters["code"], parameters["base"]
    digits = base.bit_length() - 1
    rule = (
        f"原码的规格化尾数，小数点后 {digits} 位不全为 0。"
        if code == "sign"
        else f"补码的规格化尾数，正数小数点后 {digits} 位不全为 0，负数小数点后 {digits} 位不全为 1。"
    )
    return Solution(answer="", steps=rule + "逐个检查选项，只有一个符合。", fits=lambda option: normalised(option, code, base))
