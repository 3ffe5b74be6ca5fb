"""Expressions of two codes with factors that are powers of two (`z = 2*x + y/2`): read, and worked by shifts and additions."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.co._complement_arithmetic.code.reading import BITS, HEX, Codes
from engine.generators.co._complement_arithmetic.complement import signed
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import INTEGER, stay_out, to_int

_NAME = r"(?<![A-Za-z0-9])[A-Za-z](?![A-Za-z0-9])"
_CODE = rf"(?:{HEX}|(?<![0-9A-Za-z.])[01] [01]{{3,31}}(?![0-9A-Za-z.])|{BITS})"
_TERM = r"(?:(?P<before>\d+)\s*[*×]?\s*(?P<one>[A-Za-z])|(?P<two>[A-Za-z])\s*(?:(?P<way>[*×/÷])\s*(?P<after>\d+))?)(?![A-Za-z0-9])"
_ANY_TERM = patterns.sub(r"\?P<\w+>", "?:", _TERM)
_EXPRESSION = rf"(?:(?P<target>{_NAME})\s*=\s*)?(?P<expression>-?\s*{_ANY_TERM}(?:\s*[-+]\s*{_ANY_TERM})+)"


def recognise(text: str) -> Recognition | None:
    """The codes of the names, the expression, and what is asked of it: its code, its value, whether it overflows."""
    problem = Codes(text)
    if not patterns.search(r"\d\s*[*×]?\s*[A-Za-z]\s*[-+]|[-+]\s*\d\s*[*×]?\s*[A-Za-z]|[A-Za-z]\s*[/÷*×]\s*\d", problem.text):
        return None
    problem.refuse(r"无符号|unsigned|原码|反码|移码|逻辑右移|双符号|变形")
    width = problem.take_one(
        (
            rf"(?:机器)?字长(?:均|都)?(?:为|是|=|:)*(?P<value>{INTEGER})\s*位",
            rf"(?<![\d.A-Za-z])(?:用|采用|以)?(?P<value>{INTEGER})\s*(?:位|bit)(?:二进制)?(?:的)?(?:整数)?(?:定点)?(?:补码|寄存器|机器数|加法器|计算机|机器|机|字长|整数)*",
        ),
        to_int,
    )
    expressions = problem.take_asked(_EXPRESSION)
    if len({patterns.sub(r"\s", "", match["expression"]).lower() for match in expressions}) != 1:
        return None
    terms = [_term(match) for match in patterns.finditer(rf"(?P<sign>[-+])?\s*{_TERM}", expressions[0]["expression"], re.IGNORECASE)]
    codes: dict[str, str] = {}
    problem.take_all(
        rf"(?:整型|整数|int型|带符号|已知|其中)*(?:变量)?(?:{_NAME}\s*[、,和与]\s*)?{_NAME}(?:的)?(?:补码)?(?:机器数|补码)(?:表示)?(?:分别|依次|各)*(?:为|是|:)*(?={_NAME})"
    )
    for match in problem.take_all(
        rf"(?P<a>{_NAME})\s*[、,和与]\s*(?P<b>{_NAME})(?:的)?(?:补码)?(?:机器数|补码|内容)(?:表示)?(?:分别|依次|各)*(?:为|是|:)*\s*(?P<v>{_CODE})\s*[、,和与]\s*(?P<w>{_CODE})"
    ):
        codes |= {match["a"].lower(): match["v"], match["b"].lower(): match["w"]}
    for match in problem.take_all(rf"(?P<a>{_NAME})(?:的)?(?:补码?|机器数)(?:表示)?\s*(?:=|为|是|:)+\s*(?P<v>{_CODE})"):
        if codes.setdefault(match["a"].lower(), match["v"]) != match["v"]:
            return None
    if set(codes) != {name for name, _, _ in terms}:
        return None
    problem.take_all(rf"{_NAME}\s?(?:和|、|与)\s?{_NAME}\s?(?:均|都)?(?:是|为)(?:两个)?(?:有符号|带符号)?(?:整数|变量)|(?<=中)[,]|两个")
    target = next((match["target"].lower() for match in expressions if match["target"]), "")
    problem.take_all(
        r"\(?(?:其中)?(?:[a-z]\s*/\s*\d(?:采?用|按|做)*)?(?:算术)(?:右移|移位)(?:实现|完成|得到)?\)?|整型变量|(?<![A-Za-z])int(?![A-Za-z])(?:型)?"
    )
    asked: list[tuple[int, str]] = []
    for pattern, name in (
        (
            r"(?:和|及|与)?(?:相应的?)?溢出标志(?:位)?\s?(?:OF)?|(?:是否|会不会|有无|有没有|判断)?(?:发生|产生|出现)?溢出(?:吗|没有|了|没)*|(?<![A-Za-z])OF(?![A-Za-z])",
            "overflow",
        ),
        (rf"(?:{target or 'z'})?(?:的)?(?:真值|十进制(?:真值|值)?|(?<=[a-z]的)值)(?:是|为|等于)*(?:多少|几)?", "value"),
        (rf"(?:(?:{target or 'z'})(?:的)?|结果(?:的)?|的)?(?:机器数|补码|内容)(?:表示)?(?:是|为|等于)*(?:多少|什么)?", "code"),
    ):
        asked += [(match.start(), name) for match in problem.take_asked(pattern)]
    problem.take_all(rf"{_NAME}|[=,]")
    problem.settle()
    wanted = [name for _, name in sorted(asked)]
    if not wanted:
        return None
    lengths = {_length(code) for code in codes.values()}
    if width is None and len(lengths) == 1:
        width = lengths.pop()
    if width is None or not 4 <= width <= 64 or not any(scale != (1, 1) for _, _, scale in terms):
        return None
    return Recognition(
        parameters={
            "task": "expression",
            "bits": width,
            "codes": {name: _number(code, width) for name, code in codes.items()},
            "terms": [[name, sign, *scale] for name, sign, scale in terms],
            "asked": list(dict.fromkeys(wanted)),
            "hexadecimal": all(patterns.fullmatch(HEX, code, re.IGNORECASE) for code in codes.values()) and width % 4 == 0,
        },
        understood=(
            ("字长", f"{width} 位"),
            *((f"[{name}]补", code) for name, code in codes.items()),
            ("表达式", patterns.sub(r"\s", "", expressions[0]["expression"])),
        ),
    )


def _term(match: re.Match[str]) -> tuple[str, int, tuple[int, int]]:
    """A term's name, its sign, and (times, over).

    Raises:
        StayOut: a factor that is no power of two.
    """
    name = (match["one"] or match["two"]).lower()
    factor = int(match["before"] or match["after"] or 1)
    if factor < 1 or factor & factor - 1:
        stay_out("no power of two")
    divided = match["way"] in ("/", "÷")
    return name, -1 if match["sign"] == "-" else 1, (1, factor) if divided else (factor, 1)


def _length(code: str) -> int:
    plain = patterns.sub(r"[\s,]", "", code)
    return (
        4 * len(patterns.sub(r"^0x|[Hh]$", "", plain))
        if patterns.fullmatch(HEX, plain, re.IGNORECASE)
        else len(plain.upper().removesuffix("B"))
    )


def _number(code: str, width: int) -> int:
    plain = patterns.sub(r"[\s,]", "", code)
    if patterns.fullmatch(HEX, plain, re.IGNORECASE):
        value = int(patterns.sub(r"^0x|[Hh]$", "", plain), 16)
    else:
        value = int(plain.upper().removesuffix("B"), 2)
        if _length(code) != width:
            stay_out(f"{code} is not of {width} bits")
    return value if value < 1 << width else stay_out(f"{code} is not of {width} bits")


def solve(parameters: Parameters) -> Solution:
    """Factors are shifts, a division by a power of two an arithmetic shift to the right; then the terms are added."""
    bits = parameters["bits"]
    low, high = -(1 << bits - 1), (1 << bits - 1) - 1
    lines, total = [], 0
    for name, sign, times, over in parameters["terms"]:
        value = signed(parameters["codes"][name], bits)
        part = value * times // over
        if not low <= part <= high:
            stay_out("a part overflows")
        shift = (times if times > 1 else over).bit_length() - 1
        how = f"左移 {shift} 位" if times > 1 else f"算术右移 {shift} 位" if over > 1 else "不变"
        lines.append(f"{name} 的真值 {value}，{how}得 {part}（`{part % (1 << bits):0{bits}b}`）。")
        total += sign * part
    overflow = not low <= total <= high
    if overflow and "overflow" not in parameters["asked"]:
        stay_out("an overflow that is not asked for")
    code = f"{total % (1 << bits):0{bits}b}"
    shown = code if bits % 4 else f"{int(code, 2):0{bits // 4}X}H"
    said = {
        "code": f"机器数 {shown if parameters.get('hexadecimal') else code}",
        "value": f"真值 {total}",
        "overflow": "溢出" if overflow else "不溢出",
    }
    short = {"code": shown, "value": str(total), "overflow": said["overflow"]}
    asked = [name for name in parameters["asked"] if not (overflow and name == "value")]
    lines.append(
        f"各项相加减得 {total}，机器数 `{code}`"
        + ("" if bits % 4 else f"（`{shown}`）")
        + f"，{'超出' if overflow else '在'} {low}～{high}{'' if overflow else ' 之内'}。"
    )
    answer = "，".join(said[name] for name in asked)
    forms = (code, f"{code[0]} {code[1:]}", " ".join(code[place : place + 4] for place in range(0, bits, 4)), shown)
    return Solution(
        answer=answer,
        steps=paragraphs(*lines, answer),
        also=(
            "，".join(short[name] for name in asked),
            "，".join(str(int(overflow)) if name == "overflow" else short[name] for name in asked),
            *(forms if asked == ["code"] else ("，".join([code, *(short[name] for name in asked[1:])]),)),
        ),
        conventions=("乘、除以 2 的幂用算术移位实现，右移时移出的位丢掉",),
    )
