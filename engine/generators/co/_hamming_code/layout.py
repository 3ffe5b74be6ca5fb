"""A code word whose bits have names: the data told by name (`D3D2D1=011`), the order of all bits said (`P1P2D1P3D2D3P4`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from engine.generators import patterns
from engine.generators.co._hamming_code.reading import Hamming
from engine.generators.co._hamming_code.simulator import is_check
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import stay_out

TASK = "named bits"
_ROW = re.compile(r"(?<![A-Za-z0-9])(?P<row>(?:[DMIA]\d{1,2}\s*[,、]?\s*|[PCRB]\d{1,2}\s*[,、]?\s*){5,24})(?![A-Za-z0-9=])")
_DATA = re.compile(
    r"(?<![A-Za-z0-9])(?:(?P<names>(?:[DMIA]\d{1,2}\s*){2,16})|(?P<from>[DMIA]\d{1,2})\s*(?:~|…|-|到|至)\s*(?P<to>[DMIA]\d{1,2}))\s*(?:=|为|是)\s*(?P<bits>[01](?:\s?[01]){1,15})(?![01])"
)
_ASKS = re.compile(
    r"(?:则|对应|相应|其|的|所得|得到)*(?:编码结果|海明码|汉明码|海明校验码|编码后?(?:的)?(?:码字|结果)?|码字|校验码)(?:是|为|应为)*\s*(?:\([^()]{0,40}顺序[^()]{0,6}\)|[,]?按[^,。;]{0,40}顺序)?\s*[:：]?\s*(?:多少|什么|\(\s*\)|\s{2,})"
)


class _NamedBits(Hamming):
    """A problem of bits with names."""

    words: ClassVar[str] = (
        f"{Hamming.words} 使用 海明码 汉明码 数据传输 传输 进行 设 数据位 校验位 数据 信息位 配置 原则 码字 所得 得到 信息 编码 顺序 按照 按 排列 的 采用 偶校验 差错控制 控制 k r n 位 为 其中 发送 接收 有效"
    )
    refused: ClassVar[str] = r"收到|接收到|出错|纠正|CRC|循环|生成多项式|效率|码距|两组"


def recognise(text: str) -> Recognition | None:
    """The data by name, the order of the bits, and that the code word is asked for."""
    if not patterns.search("海明|汉明|hamming", text, re.IGNORECASE):
        return None
    problem = _NamedBits(
        patterns.sub(
            r"校验位\s?(?:P\d\s?[,、]?\s?){2,5}(?:依次|分别)?(?:置于|放在|位于|在)(?:码字|汉明码|海明码)?(?:中)?(?:的)?第\s?\d(?:\s?[,、]\s?\d)*\s?位[,;]",
            "",
            patterns.sub(r"\(\s?\d{1,2}\s?,\s?\d{1,2}\s?\)\s?(?=汉明码|海明码)", "", text),
        )
    )
    told = problem.take(_DATA.pattern)
    if told is None:
        return None
    bits = patterns.sub(r"\s", "", told["bits"])
    names = patterns.findall(r"[A-Z]\d{1,2}", told["names"]) if told["names"] else _between(told["from"], told["to"])
    if len(names) != len(bits) or len(set(names)) != len(names):
        return None
    asked = list(_ASKS.finditer(problem.rest))
    rows = [
        match
        for match in _ROW.finditer(problem.text)
        if patterns.search("[PCRB]", match["row"]) and patterns.search("[DMIA]", match["row"])
    ]
    if len(rows) != 1 or len(asked) != 1:
        return None
    row = patterns.findall(r"[A-Z]\d{1,2}", rows[0]["row"])
    odd = bool(problem.take_all(r"(?:采用|按|用)?奇校验"))
    for what, count in (("[DMIA]", len(names)), ("[PCRB]", len(row) - len(names))):
        for match in problem.take_all(
            rf"(?:数据|校验|信息)?位?(?:数)?\s*[kr]\s*=\s*(?P<n>\d{{1,2}})\s*(?:位)?\((?P<row>(?:{what}\d{{1,2}}\s*){{2,16}})\)|\((?:{what}\d{{1,2}}\s*){{2,16}}\)"
        ):
            if match["n"] and int(match["n"]) != count:
                stay_out("another number of bits")
    problem.take_asked(_ASKS.pattern)
    problem.take_all(rf"(?:按照?)?\s?{_ROW.pattern}\s?(?:的)?(?:顺序)?(?:排列)?")
    problem.settle()
    if {name for name in row if name in names} != set(names) or len(set(row)) != len(row):
        return None
    return Recognition(
        parameters={"task": TASK, "row": row, "data": dict(zip(names, bits, strict=True)), "odd": odd},
        understood=(("数据", f"{''.join(names)} = {bits}"), ("各位的顺序", "".join(row)), ("校验", "奇校验" if odd else "偶校验")),
    )


def _between(first: str, last: str) -> list[str]:
    one, other = int(first[1:]), int(last[1:])
    step = 1 if one < other else -1
    return [f"{first[0]}{number}" for number in range(one, other + step, step)]


def _positions(row: list[str], data: Mapping[str, str]) -> tuple[dict[str, int], str | None]:
    """Each bit's position, and the bit of the parity over all of them, where there is one; check bits stand at the powers of two.

    Raises:
        StayOut: they stand elsewhere, whichever end the positions are counted from.
    """
    for names in (row, row[::-1]):
        for overall in (None, names[-1]):
            if overall in data:
                continue
            inner = names if overall is None else names[:-1]
            checks = [name for place, name in enumerate(inner, 1) if is_check(place)]
            others = [name for place, name in enumerate(inner, 1) if not is_check(place)]
            if checks and 1 << (len(checks) - 1) >= len(inner):
                continue  # it would check nothing but itself: the parity over all
            if set(others) == set(data) and checks == sorted(checks, key=lambda name: int(name[1:])):
                return {name: place for place, name in enumerate(inner, 1)}, overall
    return stay_out("check bits elsewhere than at the powers of two")


def solve(parameters: Parameters) -> Solution:
    """Every check bit over the positions that its own covers."""
    data, row, odd = parameters["data"], parameters["row"], parameters["odd"]
    places, overall = _positions(row, data)
    bits = {name: int(bit) for name, bit in data.items()}
    steps = []
    for name, place in places.items():
        if name in data:
            continue
        covered = [other for other, at in places.items() if at & place and other != name]
        bits[name] = sum(bits[other] for other in covered if other in data) % 2 ^ int(odd)
        steps.append(f"{name} 在第 {place} 位，校验 {'、'.join(covered)}，为 {bits[name]}。")
    if overall is not None:
        bits[overall] = sum(bits.values()) % 2 ^ int(odd)
        steps.append(f"{overall} 是全部各位的{'奇' if odd else '偶'}校验位，为 {bits[overall]}。")
    word = "".join(str(bits[name]) for name in row)
    return Solution(
        answer=word,
        steps=paragraphs("\n".join(f"{number}. {line}" for number, line in enumerate(steps, 1)), f"{''.join(row)} = {word}"),
        conventions=(f"采用{'奇' if odd else '偶'}校验",),
    )
