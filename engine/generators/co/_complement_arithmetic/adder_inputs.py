"""What an adder is given when it subtracts: the first number's code, the second's inverted, and a carry of 1; and the flag that follows."""

from __future__ import annotations

from typing import ClassVar

from engine.generators import patterns
from engine.generators.co._complement_arithmetic.complement import operate
from engine.generators.co._topic import Topic
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import stay_out

TASK = "adder inputs"
_VALUE = r"(?P<{0}>[0-9A-F]{{2}}\s?H|[01]{{4}} ?[01]{{4}}|-?\d{{1,3}})(?![0-9A-Za-z.])"
# What adds and subtracts is an adder.
_UNIT = patterns.compiled(r"(?:加/减(?:法)?|加减(?:法)?|加法)(?:运算)?(?:器|部件)")


class Adders(Topic):
    """An adder of eight bits."""

    words: ClassVar[str] = (
        "某 计算机 中 有 一个 字长 CPU 加法器 已知 无符号数 无符号 有符号 有符号整数 带符号整数 整数 补码 用补码表示 表示 的 机器数 若 在 该 计算 执行 完成 运算 变量 假定 则 两个 输入端 信息 输入 低位 进位 低位进位 分别 为 是 和 及 运算后 溢出标志 各 送入 端 内容 假设 设 用"
    )
    refused: ClassVar[str] = r"浮点|原码|反码|移码|乘|除|电路图|串行|并行|先行"


def recognise(text: str) -> Recognition | None:
    """Two numbers of an adder, a sum or a difference, and what is asked of the inputs, the carry and the flag."""
    text = _UNIT.sub("加法器", text)
    if "加法器" not in text or not patterns.search("输入", text):
        return None
    problem = Adders(text)
    width = problem.take_one(r"(?P<value>8|16)\s?位(?:的)?(?:整数|补码|定点)*(?:加法器|计算机|机)?", int)
    values: dict[str, tuple[str, bool]] = {}
    for match in problem.take_all(
        rf"(?P<name>(?<![A-Za-z])[xyAB](?![A-Za-z]))\s?(?P<code>补|的?机器数|的?补码)?\s?(?:=|为|是)\s?{_VALUE.format('value')}"
    ):
        values[match["name"].lower()] = (match["value"], bool(match["code"]))
    operation = problem.take_asked(r"(?<![A-Za-z])(?P<one>[xyAB])\s?(?P<sign>[-+])\s?(?P<two>[xyAB])(?![A-Za-z])")
    asked: list[tuple[int, str]] = []
    for pattern, name in (
        (r"(?:加法器)?(?:的)?(?:两个)?输入端(?:的)?(?:信息|内容|数据)?", "inputs"),
        (r"(?:和|及|与)?(?:输入的|加法器的)?低位进位(?:输入)?(?:信息|信号|端)?(?:的值)?", "carry"),
        (r"(?:和|及|与)?(?:运算后|运算结果|结果)?(?:的)?溢出标志(?:位)?\s?(?:OF)?", "flag"),
    ):
        asked += [(match.start(), name) for match in problem.take_asked(pattern)]
    problem.take_all(r"(?<![A-Za-z])[xyXYAB](?![A-Za-z])")
    problem.settle()
    names = list(dict.fromkeys(name for _, name in sorted(asked)))
    if width is None or len(operation) != 1 or not names or "carry" not in names:
        return None
    pair = [operation[0]["one"].lower(), operation[0]["two"].lower()]
    if pair != list(values) or len(values) != 2:
        return None
    unsigned = "无符号" in problem.text
    if unsigned and "flag" in names:
        return None
    return Recognition(
        parameters={
            "task": TASK,
            "width": width,
            "operands": [[text, coded] for text, coded in values.values()],
            "sign": operation[0]["sign"],
            "asked": names,
        },
        understood=(
            ("加法器", f"{width} 位"),
            ("运算", f"{pair[0]} {operation[0]['sign']} {pair[1]}"),
            ("求", "、".join({"inputs": "两个输入端的信息", "carry": "低位进位", "flag": "OF"}[name] for name in names)),
        ),
    )


def _code(text: str, width: int) -> int:
    plain = patterns.sub(r"\s", "", text)
    if plain[-1] in "hH":
        return int(plain[:-1], 16)
    if len(plain) == width and set(plain) <= set("01"):
        return int(plain, 2)
    value = int(plain)
    if not -(1 << width - 1) <= value < 1 << width:
        stay_out("outside the adder")
    return value % (1 << width)


def solve(parameters: Parameters) -> Solution:
    """The inputs, the carry and OF."""
    width = parameters["width"]
    one, other = (_code(text, width) for text, _ in parameters["operands"])
    subtracting = parameters["sign"] == "-"
    second = other ^ (1 << width) - 1 if subtracting else other
    result = operate(one, other, width, subtracting)

    def bits(code: int) -> str:
        plain = f"{code:0{width}b}"
        return " ".join(plain[place : place + 4] for place in range(0, width, 4))

    said = {"inputs": f"{bits(one)}、{bits(second)}", "carry": str(int(subtracting)), "flag": str(result.overflow)}
    told = {"inputs": f"输入端 {said['inputs']}", "carry": f"低位进位 {said['carry']}", "flag": f"OF={said['flag']}"}
    plain = "，".join(said[name].replace("、", "，") for name in parameters["asked"])
    return Solution(
        answer="，".join(told[name] for name in parameters["asked"]),
        also=(
            plain,
            plain.replace("，", "、"),
            "、".join(said[name] for name in parameters["asked"]),
            patterns.sub(r"([01]{4})(?=[，、]|$)", r"\1B", plain) if "inputs" in parameters["asked"] else plain,
        ),
        steps=paragraphs(
            f"一个输入端是 `{bits(one)}`。",
            f"减法用加法实现：y 的各位取反 `{bits(second)}` 送另一个输入端，低位进位为 1（末位加 1）。"
            if subtracting
            else f"另一个输入端是 `{bits(second)}`，低位进位为 0。",
            f"结果 `{bits(result.code)}`，OF 为 {result.overflow}。" if "flag" in parameters["asked"] else "",
        ),
    )
