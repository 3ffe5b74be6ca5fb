"""Adding and subtracting in two's complement: the result's code and the flags OF, SF, ZF and CF.

After Bryant and O'Hallaron, Computer Systems (integer arithmetic), and Yuan, Computer Organization (ALU and flags): subtraction adds the
complement and 1; OF looks at the numbers as signed, CF as unsigned. CF of a subtraction is the borrow, the carry-out inverted.
"""

from __future__ import annotations

from engine.generators.chance import Chance
from engine.generators.co._alternatives import first_reading
from engine.generators.co._complement_arithmetic import (
    adder_inputs,
    byte_order_reading,
    c_programs_reading,
    order_options,
    overflow_options,
    sign_bits,
    sums_reading,
    two_views,
)
from engine.generators.co._complement_arithmetic import expression_solving as expression_solver
from engine.generators.co._complement_arithmetic.addition_solving import solve
from engine.generators.co._complement_arithmetic.code import extents as code_extents
from engine.generators.co._complement_arithmetic.code import kinds as code_kinds
from engine.generators.co._complement_arithmetic.code import lists as code_lists
from engine.generators.co._complement_arithmetic.code import reading as code_reading
from engine.generators.co._complement_arithmetic.complement import Result, drawing_of, operate, signed, working
from engine.generators.co._complement_arithmetic.fixed import reading as fixed_reading
from engine.generators.co._complement_arithmetic.operands_written import written_plainly
from engine.generators.kind import Generated, Kind, Solver, Wrong
from engine.generators.laws.measures import hexadecimal
from engine.generators.markdown import paragraphs

POINT = "co.data.add-sub"
CONVERSION_POINT = "co.data.integers-c"


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
        steps=paragraphs(working(right), f"结果为 {shown}"),
        parameters={"task": "difference" if subtracting else "sum", "x": x, "y": y, "bits": bits},
        drawing=drawing_of(right),
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
        steps=paragraphs(working(right), f"各标志为 {flags(right)}"),
        parameters={"task": "flags", "x": x, "y": y, "bits": bits},
        drawing=drawing_of(right) if bits == 8 else None,
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
            working(right).rsplit("\n", 1)[0],
            f"结果 {hexadecimal(code, 2)} 看作无符号数是 {code}；最高位为 1，看作补码是 {code} − 256 = {code - 256}。",
            f"值依次为 {text(code, code - 256)}",
        ),
        parameters={"task": "readings", "x": x, "y": y, "bits": bits, "subtracting": subtracting},
        drawing=drawing_of(right),
    )


# What is done to a number before or after what is asked, or to the machine that it is computed in.
_UNREAD = (
    r"若(?:其|它)?(?:为|是)原码(?:的|,)?(?:其)?真值|"
    r"取反(?!码|、?加|[再后末])|变号(?!指令)|(?:取|的|其)(?:相反数|绝对值)(?:后|之后|再|存|表示|[,;。])|清零|清0|置零"
    r"|[两2](?:位|个)?均为符号位|最高[两2]位(?:均|都)?(?:为|是|作)|(?:先|再)(?:取|变|求)(?:负|反|补|其|它|相)|先(?:将|把)?[^,。;]{0,8}(?:乘|除以|加|减)"
    r"|[左右]移[^,。;]{0,6}[,]?(?:再|后)(?:取|求|加|减|变)|执行[两三23]次|[奇偶]数位|(?:字节|高低位|高低字节)[^,。;]{0,6}(?:交换|互换|颠倒|倒)"
    r"|采用原码表示整数|小数点在|(?:存|放|写)(?:放|入)?(?:之)?前[^,。;]{0,4}(?:左移|右移|加|减|取|求|乘)|移位前"
    # The number that a shifted code stands for, and a cast: its readers tell the code, or the number before.
    r"|移[^?]*\?\s*再(?:算术|逻辑)?[左右]移|真值[^?]*\?[^?]*[左右]移[^,;。?]{0,8}?后[^,;。?]{0,4}?真值|[左右]移[^,;。?]{0,8}?后的?真值[^?]*\?[^?]*移|[左右]移[^,;。?]{0,8}?后[^,;。?]{0,4}?[当看视]作?[作为成]?(?:是|为)?无符号"
    r"|(?<!short )(?<!char )(?<!int )(?<![A-Za-z])[A-Za-z]\w?\s*=\s*\(\s*unsigned\s+(?:short|char)(?:\s+int)?\s*\)"
)

KIND = Kind(
    name="complement-arithmetic",
    title="补码加减与标志位",
    points=(POINT, CONVERSION_POINT),
    versions={1: _write},
    solver=Solver(
        hint=r"编码方[法式]|真值|补|(?<![A-Za-z])[xyXY]\s?[原反移]\s?=|加法器|定点|无符号|机器数|溢出|Booth|布斯|余数法|加减交替|乘法|符号位|OF|CF|unsigned|(?<![A-Za-z])(?:int|char|float|double)\s+[A-Za-z_]\w*\s*[=,;]|溢|原码|移码|反码|short|寄存器|[左右]移|扩展|小端|大端|endian|对齐",
        recognise=written_plainly(
            first_reading(
                sums_reading.sums,
                expression_solver.recognise,
                overflow_options.recognise,
                code_reading.recognise,
                code_reading.extent,
                c_programs_reading.recognise,
                fixed_reading.recognise,
                code_lists.recognise,
                code_kinds.recognise,
                order_options.recognise,
                adder_inputs.recognise,
                sign_bits.recognise,
                code_extents.recognise,
                two_views.recognise,
                byte_order_reading.immediate,
                byte_order_reading.recognise,
                unread=_UNREAD,
            )
        ),
        solve=solve,
    ),
)
