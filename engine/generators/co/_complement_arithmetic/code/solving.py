"""Codes of numbers computed: sign-magnitude, ones' and two's complement, excess; shifts, extensions, ranges."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from math import comb
from typing import Any

from engine.generators import patterns
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_NAMES = {"two": "补码", "ones": "反码", "sign": "原码", "excess": "移码", "plain": "无符号数"}
_SIGNS = {"two": "补", "ones": "反", "sign": "原", "excess": "移"}
_WHY = {
    "sign": "原码：符号位加绝对值。",
    "ones": "反码：负数的数值位各位取反。",
    "two": "补码：负数为原码的数值位各位取反，末位加 1。",
    "excess": "移码：补码的符号位取反。",
}


def value_of(bits: str, kind: str) -> int:
    """The value of a code, a fraction's as an integer of its last place."""
    width = len(bits)
    number = int(bits, 2)
    top = 1 << width - 1
    if kind == "two":
        return number - (2 * top if number >= top else 0)
    if kind == "sign":
        return -(number - top) if number >= top else number
    if kind == "ones":
        return number - 2 * top + 1 if number >= top else number
    return number - top if kind == "excess" else number


def write(value: int, width: int, kind: str) -> str:
    """The code of a value.

    Raises:
        StayOut: it has none.
    """
    top = 1 << width - 1
    if not (-top <= value < top if kind in ("two", "excess") else -top < value < top):
        stay_out(f"{value} is outside {width} bits")
    if kind == "excess":
        return f"{value + top:0{width}b}"
    if kind == "two" or value >= 0:
        return f"{value % (1 << width):0{width}b}"
    return f"{(-value) | top:0{width}b}" if kind == "sign" else f"{(1 << width) - 1 + value:0{width}b}"


def shifted(bits: str, kind: str, how: str, way: str, count: int) -> tuple[str, bool]:
    """A code shifted, and whether a significant bit was lost by an arithmetic shift to the left."""
    width = len(bits)
    if how == "逻辑":
        moved = (bits + "0" * count)[-width:] if way == "左" else ("0" * count + bits)[:width]
        return moved, False
    sign, rest = bits[0], bits[1:]
    filled = {"two": "0" if way == "左" else sign, "sign": "0", "ones": sign}.get(kind)
    if filled is None or count >= width:
        stay_out("how it is shifted")
    if way == "右":
        return sign + (filled * count + rest)[: width - 1], False
    if kind == "two":
        moved = (bits + filled * count)[-width:]
        return moved, any(bit != sign for bit in rest[:count])
    significant = "1" if kind == "sign" or sign == "0" else "0"
    return sign + (rest + filled * count)[-(width - 1) :], significant in rest[:count]


def _shown(bits: str, scale: int) -> tuple[str, str]:
    """A code as it is said, and its shortest form."""
    if scale:
        return f"{bits[0]}.{bits[1:]}", f"{bits[0]}.{bits[1:]}"
    if len(bits) % 4:
        return bits, bits
    code = f"{int(bits, 2):0{len(bits) // 4}X}H"
    return (code, code) if len(bits) > 16 else (f"{bits}（{code}）", code)


def _said(value: int, scale: int) -> str:
    if not scale:
        return str(value)
    digits = "-1" if abs(value) == 1 << scale else f"{'-' if value < 0 else ''}0.{abs(value):0{scale}b}"
    return f"{digits}（{decimal(Fraction(value, 1 << scale), 8)}）"


def _answer(question: dict[str, Any], lines: list[str]) -> tuple[list[str], list[str], list[str]]:
    """What is asked of one number: in full, in short as hexadecimal, in short as bits."""
    answers, short, plain = [], [], []
    if "bits" in question:
        kind, scale = question["kind"], len(question["bits"]) - 2 if "." in question["bits"] else 0
        bits = question["bits"].replace(".", "")
        width, value = len(bits), value_of(bits, kind)
    else:
        kind, scale, width, value = "two", question["scale"], question["width"], question["value"]
        bits = write(value, width, "two") if -(1 << width - 1) <= value < 1 << width - 1 else ""
    lost: bool | None = None
    moved, in_decimal = "", False
    for task, how in question["asked"]:
        name = ""
        if task == "value":
            answers.append(f"真值 {_said(value, scale)}" if not moved else f"真值 {_said(value_of(moved, kind), scale)}")
            short.append(answers[-1].removeprefix("真值 "))
            plain.append(short[-1].partition("（")[0])
            lines.append("符号位的权为负，其余各位的权为正，相加得真值。" if kind == "two" else f"按{_NAMES[kind]}的定义读出真值。")
            continue
        if task == "as":
            read = value_of(bits, how)
            answers.append(f"看作{_NAMES[how]} {read}")
            short.append(str(read))
            plain.append(str(read))
            lines.append(f"看作{_NAMES[how]}：{read}。")
            continue
        if task == "overflow":
            if lost is None:
                stay_out("overflow of what")
            answers.append("溢出" if lost else "不溢出")
            short.append(answers[-1])
            plain.append(answers[-1])
            continue
        if task == "code":
            if how == "excess" and scale:
                stay_out("excess code of a fraction")
            made, name = write(value, width, how), f"[x]{_SIGNS[how]}"
            lines.append(_WHY[how])
        elif task == "factor":
            product = value * Fraction(how)
            if product.denominator != 1 and question.get("shifting") and kind == "two":
                product = Fraction(product.numerator // product.denominator)  # what is shifted out falls away
            if product.denominator != 1:
                stay_out("a bit falls off")
            lost = not -(1 << width - 1) <= product < 1 << width - 1
            if lost and ["overflow", None] not in question["asked"]:
                stay_out("an overflow that is not asked for")
            made = f"{product.numerator % (1 << width):0{width}b}" if kind == "two" else write(product.numerator, width, kind)
            name = (
                "[−x]补"
                if how == "-1"
                else f"[{how.removesuffix('/1').replace('-', '−')}x]补"
                if how.endswith("/1")
                else f"[{'−' if how.startswith('-') else ''}x/{how.partition('/')[2]}]补"
            )
            lines.append(
                "[−x]补由 [x]补连同符号位各位取反、末位加 1 得到。"
                if how == "-1"
                else "乘以、除以 2 的幂就是补码算术左移、右移，右移补符号位。"
            )
        elif task == "negate":
            if kind != "two":
                stay_out("negated in another code")
            lost = value == -(1 << width - 1)
            made, name = f"{-value % (1 << width):0{width}b}", "求补后"
            lines.append("求补：连同符号位各位取反、末位加 1。")
        elif task == "shift":
            made, lost = shifted(bits, kind, *how[:3])
            if kind == "two" and lost and "overflow" not in [each for each, _ in question["asked"]]:
                stay_out("some keep the sign, others shift it out")  # textbooks differ where a significant bit is lost
            in_decimal = in_decimal or how[3]
            name = f"{how[0]}{how[1]}移 {how[2]} 位后"
            moved = made
            lines.append(
                {"逻辑": "逻辑移位补 0。"}.get(
                    how[0], f"{_NAMES[kind]}算术移位：符号位不变" + ("，右移补符号位，左移补 0。" if kind == "two" else "。")
                )
            )
        else:
            to, way = how
            if to <= width or scale:
                stay_out("not an extension")
            fill = "0" if way in ("零", "0") or kind == "plain" else bits[0]
            made, name = fill * (to - width) + bits, f"扩展到 {to} 位后"
            lines.append("零扩展高位补 0。" if fill == "0" and way in ("零", "0") else "符号扩展：高位都补符号位。")
        text, code = _shown(made, scale)
        answers.append(
            f"{name} {value_of(made, 'two')}"
            if in_decimal and task == "shift"
            else f"{name} = {text}"
            if name.startswith("[")
            else f"{name} {text}"
        )
        short.append(code)
        plain.append(f"{made[0]}.{made[1:]}" if scale else made)
    return answers, short, plain


def solve(parameters: Parameters) -> Solution:
    """What is asked of each number in turn."""
    answers: list[str] = []
    short: list[str] = []
    plain: list[str] = []
    lines: list[str] = []
    for question in parameters["questions"]:
        found = _answer(question, lines)
        answers += found[0]
        short += found[1]
        plain += found[2]
    answer = "，".join(answers)
    single = len(answers) == 1
    return Solution(
        answer=answer,
        steps=paragraphs(*dict.fromkeys(lines), answer),
        also=(
            "，".join(short),
            "，".join(plain),
            *(f"{one}B" for one in plain if single and patterns.fullmatch("[01.]{4,}", one)),
            # Asked for the extended code, a text also names the shorter one.
            *(short[-1:] if any(task == "extend" for question in parameters["questions"] for task, _ in question["asked"]) else ()),
            *((short[0].partition("（")[2].removesuffix("）"),) if single and "." in short[0] and "（" in short[0] else ()),
            *((short[0].replace("H", ""),) if single and short[0].endswith("H") else ()),
            *((f"0x{short[0][:-1]}",) if single and short[0].endswith("H") else ()),
        ),
        conventions=("最高位为符号位",),
    )


def solve_extents(parameters: Parameters) -> Solution:
    """The range of each code, its ends, how many numbers."""
    width, fraction = parameters["width"], parameters["fraction"]
    if parameters.get("both"):
        whole, part = (solve_extents({**parameters, "both": False, "fraction": kind}) for kind in (False, True))
        answer = f"整数 {whole.answer}，小数 {part.answer}"
        return Solution(
            answer=answer,
            steps=whole.steps,
            also=(f"{whole.answer}；{part.answer}", *(f"{one}；{other}" for one in whole.also for other in part.also)),
        )
    if any(kind == "unsaid" for kind, _ in parameters["asked"]):
        ways = [solve_extents({**parameters, "asked": [[way, task] for _, task in parameters["asked"]]}) for way in ("sign", "two")]
        if ways[0].answer == ways[1].answer:
            return ways[0]
        return Solution(
            answer=f"原码：{ways[0].answer}；补码：{ways[1].answer}",
            steps=ways[0].steps,
            also=tuple(one for way in ways for one in (way.answer, *way.also)),
            conventions=("题目没有说明用哪种编码，原码和补码都给出",),
        )
    top, power = 1 << width - 1, width - 1
    answers, also = [], []
    codes: list[str] = []
    for kind, task in parameters["asked"]:
        low, high = {"two": (-top, top - 1), "excess": (-top, top - 1), "plain": (0, 2 * top - 1)}.get(kind, (1 - top, top - 1))
        powers = {
            "least": f"-2^{power}" if low == -top else f"-(2^{power}-1)" if low else "0",
            "most": f"2^{power}-1" if kind != "plain" else f"2^{width}-1",
        }
        if fraction:
            powers = {"least": "-1" if low == -top else f"-(1-2^-{power})", "most": f"1-2^-{power}"}
        powers["least positive"] = f"2^-{power}" if fraction else "1"
        said = {"least": str(low), "most": str(high), "least positive": "1"} if not fraction else powers
        name = _NAMES[kind] if len({kind for kind, _ in parameters["asked"]}) > 1 else ""
        if task == "count":
            answers.append(f"{name} {2 * top - (kind in ('sign', 'ones'))} 个".strip())
        elif task == "range":
            answers.append(f"{name} {said['least']}～{said['most']}".strip())
        else:
            what = {"least": "最小", "most": "最大"}.get(task, "最小正数")
            answers.append(f"{name}{what} {said[task]}")
        also.append({"range": f"{powers['least']}~{powers['most']}", "count": answers[-1]}.get(task, powers.get(task, "")))
        if task == "range" and not fraction:
            codes.append(f"{low}≤X≤{high}")
        elif task in ("least", "most") and kind != "plain":
            bits = write(low if task == "least" else high, width, kind)
            codes.append(f"{bits[0]}.{bits[1:]}" if fraction else bits)
    answer = "，".join(answers)
    return Solution(
        answer=answer,
        steps=paragraphs(f"{width} 位，其中 1 位符号：补码比原码、反码多表示一个最小的数，原码、反码的 0 有两种写法。", answer),
        # Pasted options lose their superscripts: `1-2-31`.
        also=("，".join(also), "；".join(also), "，".join(also).replace("^", ""), *(["，".join(codes)] if codes else [])),
    )


def extremes(ones: int, width: int, negative: bool) -> tuple[int, int, int]:
    """The least, the greatest and the greatest negative two's-complement value with so many ones."""
    if comb(width, ones) > 20_000:
        stay_out("too many codes")
    values = [
        value
        for chosen in combinations(range(width), ones)
        if (value := value_of("".join("1" if place in chosen else "0" for place in range(width)), "two")) < 0 or not negative
    ]
    return min(values), max(values), max((value for value in values if value < 0), default=0)


def solve_ones(parameters: Parameters) -> Solution:
    """The ends of the values whose code holds so many ones."""
    least, most, below = extremes(parameters["ones"], parameters["width"], parameters["negative"])
    said = {"least": f"最小 {least}", "most": f"最大 {most}", "most negative": f"最大负数 {below}"}
    if any(task not in said for task in parameters["asked"]):
        stay_out("something else")
    answer = "，".join(said[task] for task in parameters["asked"])
    return Solution(answer=answer, steps=paragraphs("负数最小：符号位为 1，其余的 1 放在最低位；负数最大：1 都放在高位。", answer))
