"""Adding and subtracting in two's complement: the result's code and the flags OF, SF, ZF and CF.

After Bryant and O'Hallaron, Computer Systems (integer arithmetic), and Yuan, Computer Organization (ALU and flags): subtraction adds the
complement and 1; OF looks at the numbers as signed, CF as unsigned. CF of a subtraction is the borrow, the carry-out inverted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from engine.drawings.model import Cell, Drawing, Grid, Row
from engine.generators.chance import Chance
from engine.generators.co import _code_solver, _complement_solver
from engine.generators.co._alternatives import first_reading
from engine.generators.co._measures import hexadecimal
from engine.generators.kind import Generated, Kind, Missing, Parameters, Recognition, Solution, Solver, Wrong
from engine.generators.markdown import numbered, paragraphs
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

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


def _recognise(text: str) -> Recognition | None:
    reading = Reading(text)
    reading.refuse(r"原码|反码|移码|BCD|变形|双符号|模4|单符号|浮点|小数|乘|除|移位|无符号|unsigned|\d\.\d|Booth|阶码|char")
    bits = reading.take_one(
        (
            rf"(?:机器)?字长(?:为|是|=|:)*(?P<value>{INTEGER})\s*位(?:\(含(?:1位|一位)?符号位?\))?",
            rf"(?:用|采用|以)?(?P<value>{INTEGER})\s*位(?:二进制)?(?:的)?(?:整数)?(?:定点)?(?:补码|寄存器|机器数|带符号|有符号|加法器|运算器|机|字长|整数)(?:\(含(?:1位|一位)?符号位?\))?",
        ),
        to_int,
    )
    if shorts := reading.take_all(r"short(?:\s*int)?(?:型|类型)?(?:的)?(?:变量)?(?:\(?16位\)?)?|\((?:short)\)"):
        if bits not in (None, 16):
            stay_out("short of another length")
        bits = 16
    reading.take_all(r"\(?(?:含|包括|其中)(?:1位|一位)?符号位?(?:1位|一位)?\)?")
    values: dict[str, tuple[str, str]] = {}
    for match in reading.take_all(
        r"(?<![A-Za-z0-9])(?P<names>[a-z]\d?)(?P<code>补)?\s*[=为是:]\s*(?P<value>0x[0-9a-f]+|[0-9a-f]+\s?h(?![a-z])|[01]{1,4}(?: [01]{4})+b?|[-+]?\d+(?:b(?![a-z]))?)(?![\d.])"
    ):
        if values.setdefault(match["names"].lower(), (match["value"], match["code"] or "")) != (match["value"], match["code"] or ""):
            stay_out("two values for one name")
    if len(values) != 2:
        return None
    names = list(values)
    operations = {
        (match["a"].lower(), match["op"].replace("减", "-").replace("加", "+"), match["b"].lower())
        for match in reading.take_all(r"(?<![A-Za-z0-9])(?P<a>[a-z]\d?)\s*(?P<op>[-+加减])\s*(?P<b>[a-z]\d?)(?![A-Za-z0-9])(?:的?补码?)?")
    }
    if len(operations) != 1:
        return None
    first, operator, second = operations.pop()
    if {first, second} != set(names):
        return None
    reading.take_all(r"(?<![A-Za-z0-9])[a-z]\s*=\s*(?=\ue000)")
    wants_value = bool(shorts) or bool(reading.take_all(r"(?<![A-Za-z0-9])[a-z](?:的)?(?:真值|值)(?:是|为)*(?:多少)?"))
    asked = reading.take_words(
        (
            (r"(?:是否|会不会|有无|有没有|判断)?(?:产生|发生|出现)?溢出(?:标志)?(?:\(?OF\)?)?(?:位)?|(?<![A-Za-z])OF(?![A-Za-z])", "OF"),
            (r"进位标志(?:\(?CF\)?)?|借位标志|(?<![A-Za-z])CF(?![A-Za-z])", "CF"),
            (r"符号标志(?:\(?SF\)?)?|(?<![A-Za-z])SF(?![A-Za-z])", "SF"),
            (r"零标志(?:\(?ZF\)?)?|(?<![A-Za-z])ZF(?![A-Za-z])", "ZF"),
        )
    )
    reading.take_all(r"(?:各)?标志位?(?:的值)?|减法的CF(?:表示|为|是)借位")
    reading.take_all(r"是否|判断")
    reading.finish(
        "补码 补 机器 机器数 计算机 整数 带符号 有符号 定点 二进制 十六进制 表示 加 减 加减 运算 加减法 加法 减法 执行 结果 真值 值 寄存器 内容 用补码 机 补码运算 z 并 指出 说明 已知 位 后 变量 存放 两个 int 型 数 带符号数 "
    )
    if bits is None:
        return Recognition(
            parameters={},
            understood=(("运算", f"{first} {operator} {second}"),),
            missing=(Missing("bits", "机器数是几位的？", "字长 {} 位"),),
        )
    if bits not in (4, 5, 6, 7, 8, 16, 32):
        return None
    x, y = (_operand(*values[name], bits) for name in (first, second))
    if "CF" not in asked and not asked:
        asked = ["OF"]
    return Recognition(
        parameters={"x": x, "y": y, "bits": bits, "subtracting": operator == "-", "asked": asked, "value": wants_value},
        understood=(
            ("字长", f"{bits} 位补码"),
            (first, str(signed(x, bits))),
            (second, str(signed(y, bits))),
            ("运算", f"{first} {operator} {second}"),
        ),
    )


def _double_sign(text: str) -> Recognition | None:
    """The sum of two codes with two sign bits: 01 is an overflow upwards, 10 downwards."""
    reading = Reading(text)
    reading.refuse(r"原码|反码|移码|BCD|浮点|小数|乘|除|移位|无符号|Booth|阶码|减|-")
    if not reading.take_all(r"(?:采用|用)?(?:双符号位?|变形补码|模4补码|两位符号位?)(?:的)?(?:补码)?(?:表示)?(?:法)?"):
        return None
    values = reading.take_all(
        r"(?<![A-Za-z0-9])(?P<name>[a-z])(?:变补|补)?\s*[=为是:]\s*(?P<sign>[01]{2})\s*,?\s*(?P<rest>[01]{3,}|[01]{1,4}(?: [01]{4})+)(?![\d.])"
    )
    sums = reading.take_all(r"(?<![A-Za-z0-9])[a-z]\s*(?:\+|加)\s*[a-z](?![A-Za-z0-9])(?:变补|补)?|(?:两数|两者|二者)?相加")
    asked = reading.take_all(
        r"(?:结果)?(?:的)?(?:双)?符号位?(?:是|为)*(?:什么|多少|几)?|(?:是否|会不会|有无|有没有|判断)?(?:产生|发生|出现)?(?:溢出|上溢|下溢|正溢出|负溢出)(?:类型|情况|的?类型)?|(?:和|结果|之和)(?:是|为)?(?:多少)?"
    )
    reading.take_all(r"什么|哪种|是否|判断|类型")
    reading.finish("补码 补 变补 加法 运算 机器数 结果 相加 之后 加 数 两个数 二进制 整数 并 指出 定点 说明")
    if len(values) != 2 or not sums or not asked:
        return None
    codes = [match["sign"] + match["rest"].replace(" ", "") for match in values]
    if len(codes[0]) != len(codes[1]) or any(code[0] != code[1] for code in codes):
        return None
    return Recognition(
        parameters={"task": "double", "codes": codes},
        understood=tuple((match["name"], f"{match['sign']} {match['rest']}") for match in values),
    )


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
    if mark or plain.endswith("b"):
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


def _solve_operation(parameters: Parameters) -> Solution:
    bits = parameters["bits"]
    x, y = (_operand(text, mark, bits) for text, mark in parameters["operands"])
    asked = parameters["asked"]
    plain = _solve({"x": x, "y": y, "bits": bits, "subtracting": parameters["subtracting"], "asked": asked, "value": False})
    result = operate(x, y, bits, parameters["subtracting"])
    code = f"{result.code:0{bits}b}" if bits % 4 else f"{result.code:0{bits // 4}X}H"
    flags = {"OF": result.overflow, "CF": result.borrow, "SF": result.sign, "ZF": result.zero}
    answer = plain.answer
    if _complement_solver.flags_in_order(asked):
        note = "溢出" if result.overflow else f"不溢出，真值 {signed(result.code, bits)}"
        answer = f"结果的机器数 {code}，" + "，".join(f"{name}={flags[name]}" for name in asked) + f"（{note}）"
    said = "，".join(f"{name}={flags[name]}" for name in asked) if parameters["flagged"] else ""
    also = [f"{code}，{said}", said, f"{code}，" + "，".join(str(flags[name]) for name in asked)] if said else []
    also += [f"{code}，OF={result.overflow}", f"{code}，OF={result.overflow}，CF={result.borrow}"] if not said else []
    also += [f"{code}，{'溢出' if result.overflow else '不溢出'}", f"{result.code:0{bits}b}", code]
    if not result.overflow:
        also.append(str(signed(result.code, bits)))
    return replace(plain, answer=answer, also=tuple(also))


def _solve_converted(parameters: Parameters) -> Solution:
    bits, value = parameters["bits"], parameters["value"]
    code = value % (1 << bits)
    right = signed(code, bits) if parameters["signed"] else code
    return Solution(
        answer=str(right),
        steps=f"{value} 的 {bits} 位机器数是 {hexadecimal(code, bits // 4)}，机器数不变，看作{'带' if parameters['signed'] else '无'}符号整数是 {right}",
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
    places = parameters["places"]
    total = parameters["x"] - parameters["y"] if parameters["subtracting"] else parameters["x"] + parameters["y"]
    bits = f"{total % (1 << places + 2):0{places + 2}b}"
    meaning = {"00": "不溢出，结果为正", "11": "不溢出，结果为负", "01": "正溢出（上溢）", "10": "负溢出（下溢）"}[bits[:2]]
    answer = f"结果 {bits[:2]}.{bits[2:]}，符号位 {bits[:2]}，{meaning}"
    x, y = (
        f"{value % (1 << places + 2):0{places + 2}b}"
        for value in (parameters["x"], -parameters["y"] if parameters["subtracting"] else parameters["y"])
    )
    return Solution(
        answer=answer,
        steps=paragraphs(
            f"`{x[:2]}.{x[2:]}` + `{y[:2]}.{y[2:]}`，最高位的进位丢掉，得 `{bits[:2]}.{bits[2:]}`。", f"两位符号位为 {bits[:2]}：{meaning}"
        ),
        conventions=("双符号位 01 为正溢出，10 为负溢出",),
    )


def _solve(parameters: Parameters) -> Solution:
    if "task" in parameters:
        others = {
            "operation": _solve_operation,
            "which": _solve_which,
            "fractions": _solve_fractions,
            "converted": _solve_converted,
            "code": _code_solver.solve,
            "extent": _code_solver.solve_extent,
        }
        return others.get(parameters["task"], _solve_double)(parameters)
    bits = parameters["bits"]
    result = operate(parameters["x"], parameters["y"], bits, parameters["subtracting"])
    digits = -(-bits // 4)
    code = f"{result.code:0{bits}b}" if bits % 4 else f"{result.code:0{digits}X}H"
    value = signed(result.code, bits)
    parts = [
        f"结果的机器数 {code}，"
        + (
            (f"看作补码是 {value}，" if parameters.get("value") else "") + "溢出（OF=1）"
            if result.overflow
            else f"真值 {value}，不溢出（OF=0）"
        )
    ]
    flags = {"CF": result.borrow, "SF": result.sign, "ZF": result.zero}
    parts += [f"{name}={flags[name]}" for name in ("SF", "ZF", "CF") if name in parameters["asked"]]
    conventions = ["按补码带符号整数判断溢出"]
    if "CF" in parameters["asked"]:
        conventions.append("减法的 CF 表示借位（x86 的约定）" if result.subtracting else "加法的 CF 是最高位的进位")
    return Solution(
        answer="，".join(parts),
        steps=paragraphs(_working(result), f"结果的机器数为 {_binary(result.code, bits)}，即 {code}"),
        conventions=tuple(conventions),
        drawing=_drawing(result) if bits <= 16 else None,
    )


KIND = Kind(
    name="complement-arithmetic",
    title="补码加减与标志位",
    points=(POINT, CONVERSION_POINT),
    versions={1: _write},
    solver=Solver(
        hint=r"补|机器数|溢出|符号位|OF|CF|unsigned|溢",
        recognise=first_reading(
            _recognise,
            _double_sign,
            _complement_solver.operation,
            _complement_solver.overflowing,
            _complement_solver.fractions,
            _complement_solver.converted,
            _code_solver.recognise,
            _code_solver.extent,
        ),
        solve=_solve,
    ),
)
