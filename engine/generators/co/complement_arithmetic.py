"""Adding and subtracting in two's complement: the result's code and the flags OF, SF, ZF and CF.

After Bryant and O'Hallaron, Computer Systems (integer arithmetic), and Yuan, Computer Organization (ALU and flags): subtraction adds the
complement and 1; OF looks at the numbers as signed, CF as unsigned. CF of a subtraction is the borrow, the carry-out inverted.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from engine.drawings.model import Cell, Drawing, Grid, Row
from engine.generators.alternatives import first_reading
from engine.generators.chance import Chance
from engine.generators.co import _addition_reading, _c_integers, _code_reading, _code_solver
from engine.generators.co._measures import hexadecimal
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.markdown import numbered, paragraphs
from engine.generators.reading import stay_out

POINT = "co.data.add-sub"
CONVERSION_POINT = "co.data.integers-c"


@dataclass(frozen=True, slots=True)
class Result:
    """What the adder made of x ± y.

    Attributes:
        addend: what was added to x: y, or its complement and 1.
        carry: out of the highest bit.
        inner: the carry into the highest bit.
    """

    bits: int
    x: int
    y: int
    subtracting: bool
    addend: int
    code: int
    carry: int
    inner: int

    @property
    def overflow(self) -> int:
        """OF: the result is not the true one of signed numbers."""
        return self.carry ^ self.inner

    @property
    def borrow(self) -> int:
        """CF: the carry of an addition, the borrow of a subtraction."""
        return self.carry ^ int(self.subtracting)

    @property
    def sign(self) -> int:
        """SF."""
        return self.code >> self.bits - 1

    @property
    def zero(self) -> int:
        """ZF."""
        return int(self.code == 0)


def operate(x: int, y: int, bits: int, subtracting: bool) -> Result:
    """x ± y of codes (not values) of `bits` bits."""
    mask = (1 << bits) - 1
    inverted = y ^ mask if subtracting else y
    start = int(subtracting)
    total = x + inverted + start
    inner = ((x & mask >> 1) + (inverted & mask >> 1) + start) >> bits - 1
    return Result(bits, x, y, subtracting, (inverted + start) & mask, total & mask, total >> bits, inner)


def signed(code: int, bits: int) -> int:
    """The value of a code in two's complement."""
    return code - (1 << bits) if code >> bits - 1 else code


def coded(value: int, bits: int) -> int:
    """The two's complement code of a value.

    Raises:
        ValueError: out of range.
    """
    if not -(1 << bits - 1) <= value < 1 << bits - 1:
        raise ValueError(f"{value} needs more than {bits} bits")
    return value & (1 << bits) - 1


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _result(chance, subtracting=False)
    if difficulty == 2:
        return _result(chance, subtracting=True)
    return _flags(chance) if chance.one_in(2) else _readings(chance)


def _codes(chance: Chance, bits: int) -> tuple[int, int]:
    return chance.between(3, (1 << bits) - 3), chance.between(3, (1 << bits) - 3)


def _result(chance: Chance, subtracting: bool) -> Generated | None:
    """The code of the result with OF (and CF)."""
    bits = 8
    x, y = _codes(chance, bits)
    right = operate(x, y, bits, subtracting)
    other = operate(x, y, bits, not subtracting)
    swapped = operate(y, x, bits, subtracting)
    if right.zero or x == y:
        return None

    def text(code: int, overflow: int, borrow: int) -> str:
        return f"{hexadecimal(code & 0xFF, 2)}，OF={overflow}" + (f"，CF={borrow}" if subtracting else "")

    wrong = [Wrong(text(right.code, 1 - right.overflow, right.borrow), "溢出判断反了：要看次高位和最高位的进位是否不同")]
    if subtracting:
        wrong += [
            Wrong(text(right.code, right.overflow, 1 - right.borrow), "减法的 CF 是借位，应把加法器的进位取反"),
            Wrong(text(right.code - 1, right.overflow, right.borrow), "减法只取反，没有末位加 1"),
            Wrong(text(swapped.code, swapped.overflow, swapped.borrow), "被减数和减数弄反了"),
            Wrong(text(right.code, right.borrow, right.overflow), "OF 和 CF 弄反了"),
        ]
    else:
        wrong += [
            Wrong(text(right.code + 1, right.overflow, 0), "把最高位的进位加到了末位（反码的做法）"),
            Wrong(text(other.code, other.overflow, 0), "把加法做成了减法"),
            Wrong(text(right.code + 1, 1 - right.overflow, 0), "进位加到了末位，溢出判断也反了"),
            Wrong(text(right.code - 16, right.overflow, 0), "低 4 位向高 4 位的进位漏了"),
        ]
    wrong += [
        Wrong(text(other.code, other.overflow, other.borrow), "加法和减法弄反了"),
        Wrong(text(right.code + 16, right.overflow, right.borrow), "高 4 位算错了"),
        Wrong(text(right.code ^ 0x80, 1 - right.overflow, right.borrow), "最高位算错了"),
    ]
    symbol = "−" if subtracting else "+"
    shown = text(right.code, right.overflow, right.borrow)
    return Generated(
        point=POINT,
        stem=(
            f"某计算机用 8 位补码表示带符号整数，x 和 y 的机器数分别为 {hexadecimal(x, 2)} 和 {hexadecimal(y, 2)}。"
            f"执行 x {symbol} y 后，结果的机器数和标志" + ("（减法的 CF 表示借位）分别为" if subtracting else "分别为")
        ),
        right=shown,
        wrong=[wrong[0], *chance.shuffled(wrong[1:])] if chance.one_in(2) else chance.shuffled(wrong),
        steps=paragraphs(_working(right), f"结果为 {shown}"),
        parameters={"task": "difference" if subtracting else "sum", "x": x, "y": y, "bits": bits},
        drawing=_drawing(right),
    )


def _flags(chance: Chance) -> Generated | None:
    """All four flags after a comparison."""
    bits = 16 if chance.one_in(2) else 8
    x, y = _codes(chance, bits)
    if chance.one_in(8):
        y = x
    right = operate(x, y, bits, subtracting=True)
    swapped, added = operate(y, x, bits, subtracting=True), operate(x, y, bits, subtracting=False)

    def text(overflow: int, sign: int, zero: int, borrow: int) -> str:
        return f"OF={overflow}，SF={sign}，ZF={zero}，CF={borrow}"

    def flags(result: Result) -> str:
        return text(result.overflow, result.sign, result.zero, result.borrow)

    wrong = [
        Wrong(text(right.overflow, right.sign, right.zero, 1 - right.borrow), "减法的 CF 是借位，应把加法器的进位取反"),
        Wrong(text(1 - right.overflow, right.sign, right.zero, right.borrow), "溢出判断反了"),
        Wrong(text(right.overflow, 1 - right.sign, right.zero, right.borrow), "SF 应取结果的最高位，溢出时也如此"),
        Wrong(flags(swapped), "被减数和减数弄反了"),
        Wrong(flags(added), "把减法做成了加法"),
        Wrong(text(right.borrow, right.sign, right.zero, right.overflow), "OF 和 CF 弄反了"),
    ]
    digits = bits // 4
    return Generated(
        point=POINT,
        stem=(
            f"寄存器 R1 和 R2 都是 {bits} 位，内容分别为 {hexadecimal(x, digits)} 和 {hexadecimal(y, digits)}。"
            "执行比较指令 cmp R1, R2，即按 R1 − R2 设置标志位（减法的 CF 表示借位），则各标志为"
        ),
        right=flags(right),
        wrong=chance.shuffled(wrong),
        steps=paragraphs(_working(right), f"各标志为 {flags(right)}"),
        parameters={"task": "flags", "x": x, "y": y, "bits": bits},
        drawing=_drawing(right) if bits == 8 else None,
    )


def _readings(chance: Chance) -> Generated | None:
    """One result read as unsigned and as signed."""
    bits = 8
    x, y = _codes(chance, bits)
    subtracting = chance.one_in(2)
    right = operate(x, y, bits, subtracting)
    code = right.code
    if code < 128 or code in (128, 129, 255):
        return None
    true = x - y if subtracting else x + y

    def text(one: int, other: int) -> str:
        return f"{one}、{other}"

    wrong = [
        Wrong(text(code, -(code & 127)), "按原码求带符号数的值"),
        Wrong(text(code, code), "带符号数的最高位也当成了数值位"),
        Wrong(text(code - 256, code), "两种解释弄反了"),
        Wrong(text(code, -(255 - code)), "按反码求带符号数的值，少加了 1"),
        Wrong(text(true, code - 256), "无符号的结果没有按 8 位截断"),
        Wrong(text(code - 128, code - 256), "无符号数丢掉了最高位"),
        Wrong(text(operate(x, y, bits, not subtracting).code, signed(operate(x, y, bits, not subtracting).code, bits)), "加法和减法弄反了"),
    ]
    symbol = "−" if subtracting else "+"
    return Generated(
        point=CONVERSION_POINT,
        stem=(
            f"8 位寄存器 R1 和 R2 的内容分别为 {hexadecimal(x, 2)} 和 {hexadecimal(y, 2)}，执行 R1 {symbol} R2，结果保留 8 位。"
            "把结果分别看作无符号整数和带符号整数（补码），值依次为"
        ),
        right=text(code, code - 256),
        wrong=chance.shuffled(wrong),
        steps=paragraphs(
            _working(right).rsplit("\n", 1)[0],
            f"结果 {hexadecimal(code, 2)} 看作无符号数是 {code}；最高位为 1，看作补码是 {code} − 256 = {code - 256}。",
            f"值依次为 {text(code, code - 256)}",
        ),
        parameters={"task": "readings", "x": x, "y": y, "bits": bits, "subtracting": subtracting},
        drawing=_drawing(right),
    )


# --- working and drawing -----------------------------------------------------------------------------------------------------------


def _binary(code: int, bits: int) -> str:
    text = f"{code:0{bits}b}"
    return "`" + " ".join(text[i : i + 4] for i in range(0, bits, 4)) + "`"


def _working(result: Result) -> str:
    bits = result.bits
    lines = [f"x 为 {_binary(result.x, bits)}（{signed(result.x, bits)}），y 为 {_binary(result.y, bits)}（{signed(result.y, bits)}）"]
    if result.subtracting:
        lines.append(f"减 y 就是加上 y 取反再加 1：{_binary(result.addend, bits)}")
    lines.append(f"相加得 {_binary(result.code, bits)}，最高位的进位为 {result.carry}，次高位向最高位的进位为 {result.inner}")
    lines.append(
        f"两个进位{'不同' if result.overflow else '相同'}，OF={result.overflow}；SF={result.sign}，ZF={result.zero}；"
        + (f"减法的 CF 是进位取反，CF={result.borrow}" if result.subtracting else f"CF={result.borrow}")
    )
    return numbered(lines)


def _drawing(result: Result) -> Drawing:
    bits = result.bits

    def row(label: str, code: int, tone: bool = False) -> Row:
        return Row(label, tuple(Cell(bit, "new" if tone else "plain") for bit in f"{code:0{bits}b}"))

    rows = [row("x", result.x)]
    rows.append(row("−y 的补码" if result.subtracting else "y", result.addend))
    rows.append(row("结果", result.code, tone=True))
    return Grid(
        title=f"{bits} 位补码{'减' if result.subtracting else '加'}法",
        note=f"OF={result.overflow}，SF={result.sign}，ZF={result.zero}，CF={result.borrow}",
        columns=tuple(str(place) for place in range(bits - 1, -1, -1)),
        rows=tuple(rows),
        corner="位",
        wrap=16,
    )


# --- solver ------------------------------------------------------------------------------------------------------------------------


def _solve_double(parameters: Parameters) -> Solution:
    one, other = parameters["codes"]
    bits = len(one)
    total = f"{(int(one, 2) + int(other, 2)) % (1 << bits):0{bits}b}"
    meaning = {"00": "不溢出，结果为正", "11": "不溢出，结果为负", "01": "正溢出（上溢）", "10": "负溢出（下溢）"}[total[:2]]
    answer = f"结果 {total[:2]} {total[2:]}，符号位 {total[:2]}，{meaning}"
    return Solution(
        answer=answer,
        steps=paragraphs(f"连同两位符号位相加，最高位的进位丢掉，得 `{total[:2]} {total[2:]}`。", f"两位符号位为 {total[:2]}：{meaning}"),
        conventions=("双符号位 01 为正溢出，10 为负溢出",),
    )


def _operand(text: str, mark: str, bits: int) -> int:
    """The code of an operand: hexadecimal, the bits of a code, or a decimal value."""
    plain = text.lower().replace(" ", "")
    if plain.startswith("0x") or plain.endswith("h"):
        digits = plain.removeprefix("0x").removesuffix("h")
        code = int(digits, 16)
        if len(digits.lstrip("0")) > -(-bits // 4) or code >> bits:
            stay_out(f"{text} has more than {bits} bits")
        return code
    if mark == "unsigned":
        if not plain.isdigit() or int(plain) >> bits:
            stay_out(f"{text} is not an unsigned number of {bits} bits")
        return int(plain)
    if (mark or plain.endswith("b")) and re.fullmatch("[01]+b?", plain):
        digits = plain.removesuffix("b")
        if len(digits) != bits or not re.fullmatch("[01]+", digits):
            stay_out(f"{text} is not a code of {bits} bits")
        return int(digits, 2)
    if " " in text.strip() or (len(plain.lstrip("+-")) > 2 and set(plain.lstrip("+-")) <= set("01")) or re.match(r"[-+]?0\d", plain):
        stay_out(f"{text}: binary or decimal")
    try:
        return coded(int(plain), bits)
    except ValueError as error:
        stay_out(str(error))


def _solve_operations(parameters: Parameters) -> Solution:
    bits, asked, unsigned = parameters["bits"], parameters["asked"], parameters["unsigned"]
    answers, also, steps = [], [], []
    for term in parameters["terms"]:
        x, y = (_operand(text, mark, bits) for text, mark in term["operands"])
        result = operate(x, y, bits, term["subtracting"])
        code = f"{result.code:0{bits}b}" if bits % 4 else f"{result.code:0{bits // 4}X}H"
        value = signed(result.code, bits)
        flags = {"OF": result.overflow, "CF": result.borrow, "SF": result.sign, "ZF": result.zero}
        note = "溢出（OF=1）" if result.overflow else "不溢出（OF=0）"
        flagged = [name for name in asked if name in flags]
        if parameters["readings"] and not flagged:
            read = {"plain": str(result.code), "value": str(value), "code": f"结果的机器数 {code}"}
            parts = [
                *([read["code"]] if "code" in asked and asked[-1] != "code" else []),
                "、".join(read[name] for name in asked if name != "code"),
            ]
        elif unsigned and not flagged:
            parts = [f"结果的机器数 {code}，即 {result.code}"] if "value" not in asked else [f"结果的机器数 {code}", f"看作补码是 {value}"]
            also += [str(result.code), f"{code}，{value}"]
        elif set(asked) <= {"code", "OF", "value"}:
            parts = [
                f"结果的机器数 {code}",
                *([f"看作补码是 {value}"] if result.overflow and "value" in asked else []),
                *([] if result.overflow else [f"真值 {value}"]),
                note,
            ]
        elif set(asked) <= set(flags) and len(flagged) > 1:
            parts = [f"{name}={flags[name]}" for name in flagged]
        else:
            parts = [
                f"结果的机器数 {code}",
                *(note if name == "OF" else f"{name}={flags[name]}" for name in flagged),
                *([f"真值 {value}"] if not result.overflow and "value" in asked else []),
            ]
            if not result.overflow and "code" in asked and "value" not in asked:
                parts.insert(1, f"真值 {value}")
        if parameters["judged"]:
            parts.append("看作无符号数结果" + ("正确" if not result.borrow else "不正确") + f"（CF={result.borrow}）")
        prefix = f"{term['names'][0]}{'-' if term['subtracting'] else '+'}{term['names'][1]}：" if len(parameters["terms"]) > 1 else ""
        answers.append(prefix + "，".join(parts))
        said = "，".join(f"{name}={flags[name]}" for name in flagged)
        also += [f"{code}，{said}", said, f"{code}，" + "，".join(str(flags[name]) for name in flagged)] if flagged else []
        also += [f"{code}，OF={result.overflow}", f"{code}，{'溢出' if result.overflow else '不溢出'}"]
        also += [] if result.overflow and asked == ["code"] else [f"{result.code:0{bits}b}", code]
        also += [] if result.overflow else [str(value), f"{value}，OF=0"]
        steps += [_working(result), f"结果的机器数为 {_binary(result.code, bits)}，即 {code}"]
    several = len(parameters["terms"]) > 1
    conventions = ["按补码带符号整数判断溢出"]
    if "CF" in asked or parameters["judged"]:
        conventions.append("加法的 CF 是最高位的进位，减法的 CF 表示借位（x86 的约定）")
    return Solution(
        answer="；".join(answers),
        steps=paragraphs(*steps),
        also=() if several else tuple(also),
        conventions=tuple(conventions),
        drawing=_drawing(result) if bits <= 16 and not several else None,
    )


def _solve_which(parameters: Parameters) -> Solution:
    bits = parameters["bits"]
    codes = {name: _operand(text, "code" if mark else "", bits) for name, (text, mark) in parameters["operands"].items()}

    def fits(option: str) -> bool:
        match = re.fullmatch(r"\s*([a-z]\d?)\s*([-+−])\s*([a-z]\d?)\s*", option.lower())
        if match is None or match[1] not in codes or match[3] not in codes:
            stay_out(option)
        result = operate(codes[match[1]], codes[match[3]], bits, match[2] != "+")
        return bool(result.overflow) == bool(parameters["wanted"] == "overflow")

    values = "，".join(f"{name} = {signed(code, bits)}" for name, code in codes.items())
    return Solution(
        answer="", steps=f"{bits} 位补码的范围是 {-(1 << bits - 1)}～{(1 << bits - 1) - 1}；{values}，结果超出范围的溢出。", fits=fits
    )


def _solve_fractions(parameters: Parameters) -> Solution:
    places, single = parameters["places"], parameters["single"]
    total = parameters["x"] - parameters["y"] if parameters["subtracting"] else parameters["x"] + parameters["y"]
    bits = f"{total % (1 << places + 2):0{places + 2}b}"
    meaning = {"00": "不溢出，结果为正", "11": "不溢出，结果为负", "01": "正溢出（上溢）", "10": "负溢出（下溢）"}[bits[:2]]
    fits = bits[0] == bits[1]
    if single:
        if not fits and not parameters["judged"]:
            stay_out("an overflow that is not asked for")
        shown = f"{bits[1]}.{bits[2:]}"
        answer = (f"{shown}，不溢出" if parameters["judged"] else shown) if fits else f"溢出（{meaning}）"
    else:
        shown = f"{bits[:2]}.{bits[2:]}"
        answer = f"{shown}，{meaning}"
    x, y = (
        f"{value % (1 << places + 2):0{places + 2}b}"
        for value in (parameters["x"], -parameters["y"] if parameters["subtracting"] else parameters["y"])
    )
    return Solution(
        answer=answer,
        also=(
            f"符号位 {bits[:2]}，{meaning}",
            f"{bits[:2]}，{'不溢出' if fits else '溢出'}",
            f"结果 {bits[:2]}.{bits[2:]}，符号位 {bits[:2]}，{meaning}",
        ),
        steps=paragraphs(
            f"`{x[:2]}.{x[2:]}` + `{y[:2]}.{y[2:]}`，最高位的进位丢掉，得 `{bits[:2]}.{bits[2:]}`。", f"两位符号位为 {bits[:2]}：{meaning}"
        ),
        conventions=("双符号位 01 为正溢出，10 为负溢出",),
    )


def _solve_signs(parameters: Parameters) -> Solution:
    meaning = {"00": "结果为正，未溢出", "11": "结果为负，未溢出", "01": "结果正溢出（上溢）", "10": "结果负溢出（下溢）"}[
        parameters["bits"]
    ]
    core = {"00": "正且未溢出", "11": "负且未溢出", "01": "正溢出", "10": "负溢出"}[parameters["bits"]]
    plain = re.sub(r"（.*", "", meaning)
    return Solution(
        answer=meaning,
        steps=f"双符号位的最高位是真正的符号，两位不同就溢出：{meaning}。",
        also=(plain, f"结果{core}", f"结果为{core}", core),
    )


def _solve(parameters: Parameters) -> Solution:
    tasks: dict[str, Callable[[Parameters], Solution]] = {
        "operations": _solve_operations,
        "double": _solve_double,
        "which": _solve_which,
        "fractions": _solve_fractions,
        "signs": _solve_signs,
        "program": _c_integers.solve,
        "codes": _code_solver.solve,
        "extents": _code_solver.solve_extents,
        "ones": _code_solver.solve_ones,
    }
    return tasks[parameters["task"]](parameters)


KIND = Kind(
    name="complement-arithmetic",
    title="补码加减与标志位",
    points=(POINT, CONVERSION_POINT),
    versions={1: _write},
    solver=Solver(
        hint=r"补|机器数|溢出|符号位|OF|CF|unsigned|溢|原码|移码|反码|short|寄存器",
        recognise=first_reading(
            _addition_reading.operation,
            _addition_reading.overflowing,
            _addition_reading.two_signs,
            _c_integers.recognise,
            _code_reading.recognise,
            _code_reading.extent,
        ),
        solve=_solve,
    ),
)
