"""What a pasted floating-point problem asks, computed by the simulator."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.co._ieee754 import compared as float_compared
from engine.generators.co._ieee754 import expressions as float_expressions
from engine.generators.co._ieee754 import kinds as float_kinds
from engine.generators.co._ieee754 import normal_options as float_normal_options
from engine.generators.co._ieee754 import or_integer as float_or_integer
from engine.generators.co._ieee754 import registers as float_registers
from engine.generators.co._ieee754 import steps as float_steps
from engine.generators.co._ieee754.floats import (
    DOUBLE,
    SINGLE,
    Coded,
    Format,
    code_text,
    decode,
    decoding,
    drawing_of,
    encode,
    encoding,
    shown,
    significand_of,
)
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import numbered, paragraphs
from engine.generators.reading import stay_out


def _solve_scaled(parameters: Parameters) -> Solution:
    try:
        coded = decode(parameters["code"])
        right = encode(coded.value * Fraction(parameters["factor"]))
    except ValueError as error:
        stay_out(str(error))
    if not coded.exponent:
        stay_out("zero or subnormal")
    shift = right.power - coded.power
    answer = code_text(right).strip("`")
    return Solution(
        answer=answer,
        steps=paragraphs(
            f"乘以 2^({shift}) 只改变指数：阶码 {coded.exponent} 变为 {coded.exponent} + ({shift}) = {right.exponent}，即 `{right.exponent:08b}`，数符和尾数不变。",
            f"机器数为 {code_text(right)}",
        ),
        drawing=drawing_of(("x", coded), ("y", right)),
    )


def _solve_added(parameters: Parameters) -> Solution:
    try:
        one, other = (
            decode(int(value)) if kind == "code" else encode(Fraction(value))
            for kind, value in zip(parameters["kinds"], parameters["operands"], strict=True)
        )
        totals = [encode(one.value + other.value if sign == "+" else one.value - other.value) for sign in parameters["sign"]]
    except ValueError as error:
        stay_out(str(error))
    if not (one.exponent and other.exponent and one.exact and other.exact and all(total.exponent and total.exact for total in totals)):
        stay_out("subnormal, or rounded")
    gap = one.power - other.power
    moved = "不用移位" if not gap else f"{'Y' if gap > 0 else 'X'} 的尾数右移 {abs(gap)} 位"
    answers = []
    if parameters["each"]:
        answers += [code_text(operand).strip("`") if parameters["each"] == "code" else shown(operand.value) for operand in (one, other)]
    steps = [
        f"x 为 {'-' if one.sign else ''}`{significand_of(one)}` × 2^({one.power})，y 为 {'-' if other.sign else ''}`{significand_of(other)}` × 2^({other.power})"
    ]
    for total in totals:
        code = code_text(total).strip("`")
        said = {"code": code, "value": f"真值 {shown(total.value)}", "shift": moved}
        answers.append("，".join(said[name] for name in parameters["asked"]))
        steps += [
            f"对阶（小阶向大阶看齐）后尾数运算并规格化，得 {'-' if total.sign else ''}`{significand_of(total)}` × 2^({total.power})",
            f"阶码为 {total.power} + 127 = {total.exponent}，即 `{total.exponent:08b}`",
        ]
    answer = "；".join(answers)
    code = code_text(totals[0]).strip("`")
    return Solution(
        answer=answer,
        also=()
        if len(answers) > 1
        else (f"{code}，{shown(totals[0].value)}",)
        if set(parameters["asked"]) == {"code", "value"}
        else (code,)
        if parameters["asked"] == ["code"]
        else (),
        steps=paragraphs(numbered(steps), f"机器数为 {'、'.join(code_text(total) for total in totals)}"),
        drawing=drawing_of(("x", one), ("y", other), ("z", totals[0])),
    )


def _solve_returned(parameters: Parameters) -> Solution:
    format = DOUBLE if parameters["format"] == DOUBLE.name else SINGLE
    value = parameters["whole"]
    try:
        coded = encode(Fraction(value), format)
    except ValueError as error:
        stay_out(str(error))
    right = int(coded.value)
    kept = "能精确表示" if coded.exact else f"不能精确表示，就近舍入（中间值取偶）为 {right}"
    return Solution(
        answer=str(right),
        steps=f"{format.name}的尾数连同隐藏的 1 共 {format.fraction + 1} 位，{value} {kept}，转回整数是 {right}",
        drawing=drawing_of(("f", coded)),
    )


HALF = Format("半精度", 5, 10)


_FORMATS = {format.name: format for format in (SINGLE, DOUBLE, HALF)}


def _extreme(which: str, format: Format) -> tuple[str, str, tuple[str, ...]]:
    """The number as a formula, why, and other ways to write it."""
    digits, top, bottom = format.fraction, format.bias, 1 - format.bias
    most = (2 - Fraction(1, 1 << digits)) * (1 << top)
    return {
        "max": (
            f"(2 − 2^(-{digits})) × 2^{top}" if format is not HALF else f"{most}",
            f"阶码最大为 {2 * top}（全 1 留给无穷大），指数 {top}，尾数全 1",
            (f"2^{top}×(2-2^-{digits})", f"(2-2^-{digits})×2^{top}", f"2^{top + 1}-2^{top - digits}"),
        ),
        "min": (
            f"2^({bottom})",
            f"阶码最小为 1，指数 1 − {top} = {bottom}，尾数全 0",
            (f"1.0 × 2^({bottom})", f"1.0×2^{bottom}", f"2^{bottom}", f"{bottom}"),
        ),
        "max-subnormal": (f"(1 − 2^(-{digits})) × 2^({bottom})", f"阶码全 0，指数固定为 {bottom}，没有隐藏的 1，尾数全 1", ()),
        "min-subnormal": (
            f"2^({bottom - digits})",
            f"阶码全 0，指数固定为 {bottom}，尾数只有末位为 1：2^(-{digits}) × 2^({bottom})",
            (f"2^{bottom - digits}",),
        ),
        "step": (f"2^(-{digits})", f"1.0 的尾数末位加 1，差 2^(-{digits})", (f"2^-{digits}",)),
        "hole": (
            f"{(1 << digits + 1) + 1}",
            f"尾数连同隐藏的 1 共 {digits + 1} 位，2^{digits + 1} + 1 要 {digits + 2} 位",
            (f"2^{digits + 1}+1",),
        ),
        "count": (f"{2 * top}×2^{digits} 个", f"阶码 1～{2 * top}，每个阶码有 2^{digits} 个尾数", (f"{2 * top << digits}",)),
    }[which]


def _end_code(which: str, format: Format) -> str:
    """The code of an end of a format."""
    ones = (1 << format.fraction) - 1
    exponent, fraction = {"max": (2 * format.bias, ones), "min": (1, 0), "max-subnormal": (0, ones), "min-subnormal": (0, 1)}[which]
    return f"{exponent << format.fraction | fraction:0{format.bits // 4}X}H"


def _solve_small(parameters: Parameters) -> Solution:
    exponent, fraction, bias = parameters["sizes"]
    answers, steps = [], []

    def value(power: int, digits: int, hidden: bool) -> Fraction:
        return Fraction((1 << fraction if hidden else 0) + digits) * Fraction(1 << max(power - fraction, 0), 1 << max(fraction - power, 0))

    top, ones = (1 << exponent) - 2, (1 << fraction) - 1
    ends = {
        "max": (top, ones),
        "min": (1, 0),
        "max-subnormal": (0, ones),
        "min-subnormal": (0, 1),
    }
    for which in parameters["which"]:
        for sign, code, digits in (
            [(int(bits[0]), int(bits[1 : 1 + exponent], 2), int(bits[1 + exponent :], 2)) for bits in parameters["codes"]]
            if which == "value"
            else [(0, *ends[which])]
        ):
            if code == top + 1:
                stay_out("an infinity or NaN")
            power = max(code, 1) - bias
            number = (-1) ** sign * value(power, digits, code > 0)
            form = f"{'-' if sign else ''}{'1' if code else '0'}.{digits:0{fraction}b}"
            answers.append(shown(number) if number.denominator < 1 << 20 and abs(number) < 1 << 40 else f"{form}×2^({power})")
            steps.append(f"阶码字段 {code}，指数为 {max(code, 1)} − {bias} = {power}，`{form}` × 2^({power}) 为 {answers[-1]}。")
    answer = "；".join(answers)
    return Solution(answer=answer, steps=paragraphs(*steps, answer), conventions=("阶码全 0 为非规格化数，全 1 留给无穷大和 NaN",))


def _solve_extreme(parameters: Parameters) -> Solution:
    if parameters.get("shown") == "power":
        formula, why, others = _extreme(parameters["which"][0], _FORMATS[parameters["format"]])
        power = patterns.sub(r".*\^|[()]", "", formula)
        return Solution(answer=power, also=(formula, *others), steps=f"{why}，值为 {formula}，即 2 的 {power} 次方。")
    if parameters.get("shown"):
        format = _FORMATS[parameters["format"]]
        pairs = [(_extreme(which, format), _end_code(which, format)) for which in parameters["which"]]
        orders = {"code": "{0}", "code and value": "{0}，{1}", "value and code": "{1}，{0}"}
        answer = "；".join(orders[parameters["shown"]].format(code, formula) for (formula, _, _), code in pairs)
        return Solution(
            answer=answer,
            also=(f"{pairs[0][1]},{pairs[0][0][2][-1]}",) if len(pairs) == 1 and pairs[0][0][2] else (),
            steps=paragraphs(*(f"{why}，值为 {formula}，机器数为 {code}。" for (formula, why, _), code in pairs)),
        )
    found = [_extreme(which, _FORMATS[parameters["format"]]) for which in parameters["which"]]
    answer = "；".join(formula for formula, _, _ in found)
    return Solution(
        answer=answer,
        steps=paragraphs(*(f"{why}，值为 {formula}。" for formula, why, _ in found)),
        also=found[0][2] if len(found) == 1 else ("；".join(others[0] if others else formula for formula, _, others in found),),
    )


def _solve_constants(parameters: Parameters) -> Solution:
    format = _FORMATS[parameters["format"]]
    said = {
        "powers": f"{1 - format.bias}~{format.bias}",
        "exponent": f"阶码 {format.exponent} 位",
        "fraction": f"尾数 {format.fraction} 位",
        "bias": f"偏置 {format.bias}",
    }
    answer = "，".join(said[name] for name in parameters["asked"])
    return Solution(
        answer=answer,
        steps=f"IEEE 754 {format.name}：数符 1 位，阶码 {format.exponent} 位，尾数 {format.fraction} 位，偏置 2^{format.exponent - 1} − 1 = {format.bias}。",
    )


def _solve_plain(parameters: Parameters) -> Solution:
    exponent, fraction = parameters["exponent"], parameters["fraction"]
    high, low = (1 << exponent - 1) - 1, -(1 << exponent - 1)
    if parameters["asked"] == ["range"]:
        return _solve_range(high, fraction - 1, parameters["code"])
    said = {"most": f"(1−2^-{fraction - 1})×2^{high}", "least normal": f"2^{low - 1}", "least": f"−2^{high}"}
    answer = "；".join(said[name] for name in parameters["asked"])
    return Solution(
        answer=answer,
        also=("；".join(said[name].replace("−", "-") for name in parameters["asked"]),),
        steps=paragraphs(
            f"阶码 {exponent} 位补码，从 {low} 到 {high}；尾数 {fraction} 位补码，最大 1 − 2^(-{fraction - 1})，规格化的最小正数为 2^(-1)，最小为 −1。",
            answer,
        ),
        conventions=("补码尾数规格化：正数 0.1…，负数 1.0…（−1 也算）",),
    )


def _solve_range(top: int, places: int, code: str) -> Solution:
    """From the least to the greatest number."""
    high = f"(1-2^-{places})×2^{top}"
    low = f"-2^{top}" if code == "补码" else f"-{high}"
    answer = f"{low}～{high}"
    plain = answer.replace("～", "~")
    return Solution(
        answer=answer,
        # Pasted options lose their superscripts and signs: `-263~(1-2-8)263`.
        also=(plain, plain.replace("×", ""), patterns.sub(r"[\^×]", "", plain), plain.replace("×", "*"), plain.replace("-(1", "-1×(1")),
        steps=paragraphs(
            f"阶码最大为 {top}。",
            f"尾数最大为 1 − 2^-{places}，最小为 {'-1' if code == '补码' else f'-(1 − 2^-{places})'}。",
            f"范围为 {answer}",
        ),
        conventions=("包括非规格化的数；基数为 2",),
    )


def _special(code: int, format: Format) -> str:
    """What the codes mean that are no normal numbers; empty for the others."""
    sign = "-" if code >> format.bits - 1 else "+"
    exponent, fraction = code >> format.fraction & (1 << format.exponent) - 1, code & (1 << format.fraction) - 1
    if exponent == (1 << format.exponent) - 1:
        return "NaN" if fraction else f"{sign}∞"
    return f"{sign}0" if not exponent and not fraction else ""


def _power_form(coded: Coded) -> str:
    """A number as an odd whole number times a power of two."""
    value = abs(coded.value)
    shift = (value.denominator.bit_length() - 1) or -((value.numerator & -value.numerator).bit_length() - 1)
    odd = value * Fraction(2) ** shift
    return f"{'-' if coded.sign else '' if coded.exponent else '+'}{f'{odd}×' if odd != 1 else ''}2^({-shift})"


def _written(coded: Coded) -> str:
    value = coded.value
    if not coded.exponent or value.denominator.bit_length() > 24 or abs(value) >= 1 << 40:
        return _power_form(coded)
    return shown(value)


def _solve_numbers(parameters: Parameters) -> Solution:
    format = _FORMATS[parameters["format"]]
    asked = parameters["asked"]
    conventions = [
        f"IEEE 754 {format.name}：数符 1 位，阶码 {format.exponent} 位（偏置 {format.bias}），尾数 {format.fraction} 位（隐藏最高位 1）"
    ]
    answers: list[list[str]] = []
    steps: list[str] = []
    words: list[tuple[str, Coded]] = []
    for subject in parameters["subjects"]:
        said: dict[str, str] = {}
        coded: Coded | None = None
        if "code" in subject:
            code = subject["code"]
            special = _special(code, format)
            said["int"] = str(code - (1 << 32) if code >> 31 else code)
            if special:
                said["value"] = special
                steps.append(f"`{code:0{format.bits // 4}X}H` 阶码全 {'1' if special[-1] not in '0' else '0'}，表示 {special}。")
            else:
                coded = decode(code, format)
                said["value"] = _written(coded)
                said["normal"] = "规格化数" if coded.exponent else "非规格化数"
                steps.append(
                    numbered(decoding(coded))
                    if coded.exponent
                    else f"阶码全为 0、尾数不为 0，是非规格化数：没有隐藏的 1，指数固定为 {coded.power}，值为 {said['value']}。"
                )
                whole = int(coded.value) if abs(coded.value) < 1 << 31 else None
                if whole is not None:
                    said["int value"], said["int code"] = str(whole), f"{whole % (1 << 32):08X}H"
        else:
            try:
                coded = encode(Fraction(subject["value"]), format)
            except ValueError as error:
                stay_out(str(error))
            if not coded.exact:
                conventions.append("尾数不能精确表示，按就近舍入（中间值取偶）")
            said["code"] = code_text(coded).strip("`")
            said["stored"] = shown(coded.value) if abs(coded.value) < 1 << 62 else ""
            steps.append(
                paragraphs(
                    numbered(encoding(Fraction(subject["value"]), coded)),
                    f"机器数为 `{coded.sign} {coded.exponent:0{format.exponent}b} {coded.fraction:0{format.fraction}b}`，十六进制 {said['code']}",
                )
            )
        if coded is not None and coded.exponent:
            bits = f"{coded.fraction:0{format.fraction}b}"
            said["sign"] = "负" if coded.sign else "正"
            said["bits"] = f"{coded.sign} {coded.exponent:0{format.exponent}b} {bits}"
            said["sign bit"] = f"符号位 {coded.sign}"
            said["power"] = f"指数 {coded.power}"
            said["field"] = (
                f"阶码 {coded.exponent:0{format.exponent}b}"
                if not patterns.search("十进制", parameters.get("how", ""))
                else f"阶码 {coded.exponent}"
            )
            said["field decimal"] = f"阶码 {coded.exponent}"
            said["fraction"] = f"尾数 {bits.rstrip('0')}00…0" if bits.endswith("000") else f"尾数 {bits}"
            said |= {f"top{count}": f"尾数最高 {count} 位 {bits[:count]}" for count in range(1, 10)}
            words.append(("x", coded))
        if any(not said.get(name) for name in asked):
            stay_out("a number that has no such part")
        answers.append([said[name] for name in asked])
    answer = "；".join("，".join(parts) for parts in answers)
    if names := parameters.get("compared"):
        numbers = [coded.value for _, coded in words]
        if len(numbers) != 2 or len(names) != 2:
            stay_out("what is compared")
        sign = "=" if numbers[0] == numbers[1] else "<" if numbers[0] < numbers[1] else ">"
        larger = names[numbers[1] > numbers[0]]
        answer = (f"{answer}；" if asked else "") + (f"{larger} 大，" if sign != "=" else "") + f"{names[0]}{sign}{names[1]}"
        steps.append(f"数符不同时正数大；同号时阶码大的绝对值大，阶码相同再比尾数：{names[0]} {sign} {names[1]}。")
    if parameters["claimed"]:
        right = answers[0] == [parameters["claimed"] + "H"]
        answer = f"{'是' if right else '不是'}，{answer}"
    also: tuple[str, ...] = ()
    if len(answers) == 1 and asked == ["value"] and words:
        coded = words[0][1]
        if coded.exponent:
            significand = shown(abs(coded.value) / Fraction(2) ** coded.power)
            also = tuple(f"{'-' if coded.sign else ''}{significand}×2^{power}" for power in (coded.power, f"({coded.power})"))
        also += (_power_form(coded), _power_form(coded).replace("(", "").replace(")", ""), _power_form(coded).lstrip("+"))
    if "field" in asked and words and len(answers) == 1:
        field = f"{words[0][1].exponent:0{format.exponent}b}"
        also += (
            str(words[0][1].exponent),
            f"{words[0][1].exponent:02X}H",
            " ".join(patterns.findall(r"[01]{1,4}(?=(?:[01]{4})*$)", field)),
        )
    if asked == ["fraction"] and words and len(answers) == 1:
        # Options write some of the noughts at the end, in fours or in one row.
        bits = f"{words[0][1].fraction:0{format.fraction}b}"
        also += (bits, " ".join(patterns.findall(r"[01]{1,4}", bits)))
    return Solution(
        answer=answer,
        also=also,
        steps=paragraphs(*steps),
        conventions=tuple(dict.fromkeys(conventions)),
        drawing=drawing_of(words[0]) if words else None,
    )


def solve(parameters: Parameters) -> Solution:
    tasks = {
        "numbers": _solve_numbers,
        float_steps.TASK: float_steps.solve,
        float_or_integer.TASK: float_or_integer.solve,
        float_registers.TASK: float_registers.solve,
        float_kinds.TASK: float_kinds.solve,
        float_normal_options.TASK: float_normal_options.solve,
        "scaled": _solve_scaled,
        "added": _solve_added,
        "extreme": _solve_extreme,
        "constants": _solve_constants,
        "plain": _solve_plain,
        "small": _solve_small,
        "returned": _solve_returned,
        "expressions": float_expressions.solve,
        "compared": float_compared.solve_compared,
        "exact": float_compared.solve_exact,
    }
    return tasks[parameters["task"]](parameters)
