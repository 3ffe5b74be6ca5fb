"""One sum or difference of two registers or unsigned variables, and its result as a code, as a number of either kind, and its flags.

Flags and codes are the same however the numbers are looked at; a value is told only where the text says which kind of number it is.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import Any

from engine.generators import patterns
from engine.generators.co._complement_arithmetic.complement import drawing_of, operate, signed, working
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.laws.clauses import Clauses
from engine.generators.laws.settling import settle
from engine.generators.laws.words import COMMON
from engine.generators.markdown import paragraphs
from engine.generators.pasted.normalising import normalise
from engine.generators.reading import stay_out

TASK = "two views"
FLAGS = ("OF", "SF", "ZF", "CF")
_NUMBER = r"(?:0x[0-9A-Fa-f]{1,4}|(?<![0-9A-Za-z])[0-9A-F]{1,4}H|(?<![0-9A-Za-z.])\d{1,5})(?![0-9A-Za-z.%])"
_NAME = r"(?<![A-Za-z0-9])(?:R\d|[A-Za-z])(?![A-Za-z0-9])"
_UNSIGNED = r"unsigned\s+(?:char|short)(?:\s+int)?|uint(?:8|16)_t|无符号(?:整)?数?"
_EACH = rf"(?P<one>{_NAME})\s*=\s*(?P<a>{_NUMBER})(?:\s*[,、;和与]\s*)(?P<other>{_NAME})\s*=\s*(?P<b>{_NUMBER})"
_BOTH = (
    rf"(?P<one>{_NAME})\s*(?:和|与|、)\s*(?P<other>{_NAME})\s*(?:都|均)?(?:是|为)?\s*(?:\d+\s*位)?(?:的)?(?:寄存器)?,?(?:的)?(?:其)?(?:初始)?(?:内容|初值|值|机器数)?"
    rf"(?:分别|依次|各)*(?:为|是)\s*(?P<a>{_NUMBER})\s*(?:和|与|、|,)\s*(?P<b>{_NUMBER})"
)
# (pattern, what is asked): the longer wording first.
_ASKS = (
    (r"(?:带符号|有符号)(?:整)?数(?:\(?补码\)?)?(?:的)?(?:真值|值)?", "signed"),
    (r"无符号(?:整)?数(?:的)?(?:真值|值)?", "unsigned"),
    (r"(?:各|四个)?标志位?(?!位|寄存器)", "flags"),
    (r"(?:\d+\s*位)?(?:的)?(?:结果|和|差)?的?(?:机器数|机器码|\d+\s*位结果)", "code"),
    (r"(?:真)?值", "value"),
    *((rf"(?<![A-Za-z]){name}(?![A-Za-z])(?:标志|位)*", name) for name in FLAGS),
)
_WORDS = """ 寄存器 内容 执行 比较 指令 比较指令 cmp CMP add sub ADD SUB 结果 保留 分别 看作 视作 当作 视为 解释 解释为 依次 设置 标志 标志位 整数 补码 变量 机器数 值 真值 两个 定义 类型 型 C C语言 语言 语句 十六进制 十进制 表示 减法 加法 各 设 则 后 得到 存放 寄存器中 位 均 都 其 把 将 按 即 进行 运算 计算 写出 带符号 无符号 无符号整数 带符号整数 借位 进位 加 减 存"""


def _code(text: str, bits: int) -> int:
    plain = text.strip().lower()
    number = int(plain.removeprefix("0x").removesuffix("h"), 16) if plain.startswith("0x") or plain.endswith("h") else int(plain)
    return number if number >> bits == 0 else stay_out(f"{text} has more than {bits} bits")


_LENGTH = r"(?<![\d.])(?P<n>8|16)\s*位(?!结果)(?:的)?(?:寄存器|无符号(?:整)?数)?"


def _width(plain: str) -> int | None:
    found = {
        8 if "char" in match[0] or "8" in match[0] else 16
        for match in patterns.finditer(r"unsigned\s+(?:char|short)|uint(?:8|16)_t", plain)
    }
    found |= {int(match["n"]) for match in patterns.finditer(r"(?<![\d.])(?P<n>\d+)\s*位", plain)}
    return found.pop() if len(found) == 1 and found <= {8, 16} else None


def recognise(text: str) -> Recognition | None:
    """Two operands with their contents, one operation, and what is asked of its result.

    Raises:
        StayOut: something is not understood.
    """
    plain = patterns.sub("`", "", normalise(text))
    declared = bool(patterns.search(_UNSIGNED, plain))
    if not declared and not patterns.search("寄存器", plain):
        return None
    told = patterns.search(_BOTH, plain) or patterns.search(_EACH, plain)
    if told is None or told["one"] == told["other"]:
        return None
    reading = Clauses(plain)
    reading.refuse(
        r"乘|除|移位|[左右]移|移码|原码|反码|求反|取反|BCD|小端|大端|float|double|ADC|SBB|带[进借]位|循环|扩展|截断|饱和|(?<![A-Za-z])(?:int|long)(?![A-Za-z])|标志寄存器|=\s*-|-\s*\d|for|if|浮点"
    )
    # How the flags come about is told, not asked.
    reading.take_all(r"\((?:其中)?(?:减法)?(?:的)?\s*CF\s*(?:=\s*1)?\s*表示(?:有)?借位\)")
    reading.take_all(_BOTH if patterns.search(_BOTH, plain) else _EACH)
    one, other = re.escape(told["one"]), re.escape(told["other"])
    done = reading.take_all(
        rf"(?:CMP\s+{one}\s*,\s*{other},?)?(?:即)?(?:按)?\s*(?:(?P<to>(?<![A-Za-z0-9])[A-Za-z]\d?)\s*=\s*|(?<![A-Za-z0-9=])){one}\s*(?P<sign>[-+])\s*{other}(?![A-Za-z0-9+*/-])"
    )
    compared = reading.take_all(rf"(?<![A-Za-z])CMP\s+{one}\s*,\s*{other}(?![A-Za-z0-9])")
    signs = {match["sign"] for match in done} | ({"-"} if compared else set())
    width = _width(plain)
    reading.take_all(rf"unsigned\s+(?:char|short)(?:\s+int)?(?:型|类型)?|uint(?:8|16)_t|(?:结果)?(?:都|均)?(?:是|为|保留)?\s*{_LENGTH}")
    if len(signs) != 1 or width is None:
        return None
    stored = {match["to"] for match in done if match["to"]}
    reading.take_all(_UNSIGNED + r"(?=\s*(?:\ue000|变量|型|类型))|两个(?=\ue000|\s*8)")
    for name in stored:  # what it is stored in has to be of the same kind
        if not patterns.search(rf"unsigned\s+(?:char|short)[^;。?]*(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9])", plain):
            stay_out("what the result is stored in")
        reading.take_all(rf"(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9])")
    asked = _asked(reading, declared)
    reading.take_all(rf"(?:寄存器)?\s*(?<![A-Za-z0-9])(?:{one}|{other})(?![A-Za-z0-9])(?:\s*(?:和|与|、|,)\s*{other})?")
    settle(reading, COMMON + _WORDS)
    if not asked:
        return None
    # In C a sum of such variables is an int, as long as it is not stored; on paper it has as many places as it needs.
    if not stored and not patterns.search(r"寄存器|保留|位结果", plain) and set(asked) - set(FLAGS):
        x, y = _code(told["a"], width), _code(told["b"], width)
        if operate(x, y, width, signs == {"-"}).borrow:
            stay_out("where the carry goes")
    parameters: dict[str, Any] = {
        "task": TASK,
        "bits": width,
        "x": _code(told["a"], width),
        "y": _code(told["b"], width),
        "subtracting": signs == {"-"},
        "asked": asked,
    }
    return Recognition(
        parameters=parameters,
        understood=(
            ("字长", f"{width} 位"),
            (told["one"], told["a"]),
            (told["other"], told["b"]),
            ("运算", "减" if signs == {"-"} else "加"),
            ("求", "、".join(_CALLED.get(name, name) for name in asked)),
        ),
    )


_CALLED = {"code": "机器数", "unsigned": "看作无符号数的值", "signed": "看作带符号数的值"}


def _asked(reading: Clauses, declared: bool) -> list[str]:
    """What is asked in the order of the text."""
    places: list[tuple[int, str]] = []
    for pattern, name in _ASKS:
        for match in reading.take_all(pattern):
            reading.mark_asked([match.span()])
            places.append((match.start(), name))
    names: list[str] = []
    for _, name in sorted(places):
        names += FLAGS if name == "flags" else [name]
    names = list(dict.fromkeys(names))
    kinds = [name for name in names if name in ("signed", "unsigned")]
    if "value" in names:
        if kinds:  # `看作无符号数和带符号数，值依次为`
            names.remove("value")
        elif declared:
            names[names.index("value")] = "unsigned"
        else:
            stay_out("the value of which kind of number")
    return names


def solve(parameters: Parameters) -> Solution:
    """The sum by the adder, looked at in each way that is asked for."""
    bits = parameters["bits"]
    result = operate(parameters["x"], parameters["y"], bits, parameters["subtracting"])
    flags = {"OF": result.overflow, "SF": result.sign, "ZF": result.zero, "CF": result.borrow}
    shown = {
        "code": f"{result.code:0{bits // 4}X}H",
        "unsigned": str(result.code),
        "signed": str(signed(result.code, bits)),
        **{name: f"{name}={value}" for name, value in flags.items()},
    }
    label = {"code": "机器数 ", "unsigned": "看作无符号数为 ", "signed": "看作带符号数为 "}
    asked = parameters["asked"]
    answer = "，".join((label.get(name, "") if len(asked) > 1 else "") + shown[name] for name in asked)
    bare = [shown[name] for name in asked]
    if asked == ["unsigned", "signed"]:
        answer = f"看作无符号数和带符号数依次为 {'、'.join(bare)}"
    also = {"，".join(bare), "、".join(bare), *("，".join(some) for some in combinations(bare, 2) if set(asked) >= set(FLAGS))}
    if "code" in asked:
        also.add("，".join(f"{result.code:0{bits}b}" if name == "code" else shown[name] for name in asked))
    if asked == ["CF"]:
        also |= {str(flags["CF"])}
    return Solution(
        answer=answer,
        also=tuple(sorted(also)),
        steps=paragraphs(
            working(result),
            f"结果 {shown['code']} 看作无符号数是 {shown['unsigned']}，看作补码是 {shown['signed']}。",
            answer,
        ),
        conventions=("加法的 CF 是最高位的进位，减法的 CF 表示借位（x86 的约定）",) if "CF" in asked else (),
        drawing=drawing_of(result) if bits <= 16 else None,
    )
