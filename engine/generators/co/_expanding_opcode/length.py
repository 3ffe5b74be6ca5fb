"""How many bits an opcode of a fixed length needs for so many instructions."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.normalising import normalise

TASK = "opcode length"
_WHOLE = re.compile(
    r"(?:已知|设|若)?(?:某|一个|某台)?(?:计算机|机器|机|CPU)?(?:的)?(?:指令系统|指令集)(?:中|共|一共|总共)*(?:有|包含|设有|含有|能完成)\s?(?P<n>\d{1,5})\s?(?:条|种)(?:不同的)?(?:指令|操作)?[,。;]"
    r"(?:若|如果)?(?:对)?(?:其)?(?:操作码)?(?:采用|用|进行)?(?:固定长度|定长|等长)(?:的)?(?:二进制)?(?:操作码)?(?:编码|编码方式|二进制编码)?(?:时)?[,]?(?:则|那么)?(?:操作码)?(?:最少|至少)(?:需要?|应|要)?(?:用|占|有)?\s?(?:\(\s*\)|多少|几)\s?(?:位|bit|个二进制位)(?:来表示|表示|编码)?[。?]?"
)


def recognise(text: str) -> Recognition | None:
    """So many instructions, a fixed length, and how many bits at least."""
    found = _WHOLE.fullmatch(patterns.sub(r"\s+", "", normalise(text)))
    if found is None or int(found["n"]) < 2:
        return None
    return Recognition(
        parameters={"task": TASK, "count": int(found["n"])}, understood=(("指令", f"{found['n']} 条"), ("求", "定长操作码至少几位"))
    )


def solve(parameters: Parameters) -> Solution:
    """The least n with 2^n codes or more."""
    count = parameters["count"]
    bits = (count - 1).bit_length()
    return Solution(
        answer=f"{bits} 位",
        also=(str(bits),),
        steps=f"2^{bits - 1} = {1 << bits - 1} < {count} ≤ 2^{bits} = {1 << bits}，操作码至少 {bits} 位。",
    )
