"""Which of the options orders some machine numbers rightly: read as numbers without a sign, or as two's complements."""

from __future__ import annotations

import re
from typing import ClassVar

from engine.generators import patterns
from engine.generators.co._topic import Topic
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.reading import stay_out

TASK = "order among options"
_NAME = r"(?<![A-Za-z0-9])[A-Za-z](?![A-Za-z0-9])"
_HEX = r"(?<![0-9A-Za-z])[0-9A-F]{2,8}\s?H(?![0-9A-Za-z])"
_AND = r"\s?(?:、|,|和|与)\s?"
_OPTION = re.compile(
    r"(?:若|如果|当)?[^。;]{0,24}?(?P<kind>无符号|有符号|带符号)(?:整?数)?[^,。;]{0,4}[,]?(?:则|时|有)*\s?(?P<order>[A-Za-z](?:\s?(?:小于|大于)\s?[A-Za-z]){1,3})\s*[。;]?"
)


class Orders(Topic):
    """Machine numbers of names."""

    words: ClassVar[str] = (
        "已知 若 设 带符号 有符号 整数 带符号整数 有符号整数 数 用 补码 表示 采用 变量 的 机器数 分别 为 依次 下列 结论 中 说法 关系 正确 正确的 是 则 以下 大小 大小关系"
    )
    refused: ClassVar[str] = r"浮点|float|原码|反码|移码|错误|不正确|相加|运算|无符号"


def recognise(text: str) -> Recognition | None:
    """Names and their codes, and that the right statement is looked for."""
    if not patterns.search(r"(?:结论|说法|关系|叙述|描述)(?:中)?[,]?(?:正确|成立)的", text):
        return None
    problem = Orders(text)
    found = problem.take(
        rf"(?P<names>{_NAME}(?:{_AND}{_NAME}){{1,3}})\s?(?:的)?机器数(?:分别|依次)?(?:为|是|:)\s?(?P<codes>{_HEX}(?:{_AND}{_HEX}){{1,3}})"
    )
    asked = problem.take_asked(
        r"(?:则)?(?:下列|以下)?(?:关于[^,。]{0,10}的)?(?:结论|说法|关系|叙述|描述)(?:中)?[,]?(?:正确|成立)的(?:是|为)?"
    )
    problem.settle()
    if found is None or not asked:
        return None
    names, codes = patterns.findall("[A-Za-z]", found["names"]), patterns.findall(r"[0-9A-F]{2,8}(?=\s?H)", found["codes"], re.IGNORECASE)
    if len(names) != len(codes) or len({len(code) for code in codes}) != 1:
        return None
    return Recognition(
        parameters={"task": TASK, "codes": {name.lower(): code for name, code in zip(names, codes, strict=True)}},
        understood=(("机器数", "，".join(f"{name}={code}H" for name, code in zip(names, codes, strict=True))), ("求", "正确的大小关系")),
    )


def solve(parameters: Parameters) -> Solution:
    """Every option's order, in the reading that it names."""
    codes: dict[str, str] = parameters["codes"]
    bits = 4 * len(next(iter(codes.values())))
    plain = {name: int(code, 16) for name, code in codes.items()}
    signed = {name: value - (1 << bits) if value >> bits - 1 else value for name, value in plain.items()}

    def fits(option: str) -> bool:
        match = _OPTION.fullmatch(option.strip())
        if match is None:
            stay_out(option)
        values = plain if match["kind"] == "无符号" else signed
        parts = patterns.findall(r"[A-Za-z]|小于|大于", match["order"])
        if any(name.lower() not in values for name in parts[::2]):
            stay_out(option)
        numbers = [values[name.lower()] for name in parts[::2]]
        return all(
            one < other if sign == "小于" else one > other for one, sign, other in zip(numbers, parts[1::2], numbers[1:], strict=False)
        )

    shown = "；".join(f"{name}：无符号 {plain[name]}，带符号 {signed[name]}" for name in codes)
    return Solution(answer="", steps=f"把各机器数分别看作无符号数和补码：{shown}。逐项比较。", fits=fits)
