"""An address told in hexadecimal notation: its dotted form, and its class."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.cn._addresses.blocks import dotted
from engine.generators.cn._subnetting.problem import Subnets
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs

_ADDRESS = r"(?<![0-9A-Za-z.])(?:0x)?(?P<value>[0-9A-F]{2}(?:[.: ]?[0-9A-F]{2}){3})H?(?![0-9A-Za-z]|\.\d)"


def recognise(text: str) -> Recognition | None:
    """The address and what is asked of it."""
    if not patterns.search("十六进制|0x", text):
        return None
    problem = Subnets(text)
    told = problem.take_all(rf"(?:(?:用|以)?十六进制(?:数|形式)?(?:表示)?(?:的)?(?:IP)?(?:地址)?(?:为|是|:|成)*\s*)?{_ADDRESS}")
    asked = problem.asked(
        (
            (r"(?:将|把)?(?:其|它|该地址)?(?:转换|转化|写|表示|换算|化|转|改写)?(?:成|为)?(?:用)?点分十进制(?:的)?(?:形式|表示法?|记法|表示形式|地址)?", "dotted"),
            (r"(?:该|这个?|此|它|其)?(?:IP)?(?:地址)?(?:是|属于)(?:哪一?|什么|何)类(?:的)?(?:IP)?地址?", "class"),
        )
    )  # fmt: skip
    problem.take_all("十六进制(?:表示|形式|数)?|转换(?:成|为)")
    problem.settle()
    values = {patterns.sub("[.: ]", "", match["value"]) for match in told}
    if len(values) != 1 or not asked:
        return None
    value = values.pop()
    return Recognition(parameters={"task": "hexadecimal", "value": value, "asked": asked}, understood=(("地址", f"{value}H"),))


def solve(parameters: Parameters) -> Solution:
    """Byte by byte; the class by the first byte."""
    address = int(parameters["value"], 16)
    first = address >> 24
    letter = "A" if first < 128 else "B" if first < 192 else "C" if first < 224 else "D" if first < 240 else "E"
    said = {"dotted": dotted(address), "class": f"{letter} 类"}
    steps = [f"每两位十六进制数是一个字节：{dotted(address)}。"]
    if "class" in parameters["asked"]:
        steps.append(f"首字节 {first}，属于 {letter} 类。")
    return Solution(answer="，".join(said[name] for name in parameters["asked"]), steps=paragraphs(*steps))
