"""What a pasted problem of two's complement asks, computed by the simulator."""

from __future__ import annotations

from collections.abc import Callable

from engine.generators import patterns
from engine.generators.co._complement_arithmetic import adder_inputs, byte_order, c_integers, c_programs_reading, order_options, sign_bits
from engine.generators.co._complement_arithmetic import expression_solving as expression_solver
from engine.generators.co._complement_arithmetic import sums_solving as sums_solver
from engine.generators.co._complement_arithmetic.code import extents as code_extents
from engine.generators.co._complement_arithmetic.code import kinds as code_kinds
from engine.generators.co._complement_arithmetic.code import lists as code_lists
from engine.generators.co._complement_arithmetic.code import solving as code_solver
from engine.generators.co._complement_arithmetic.code import tables as code_tables
from engine.generators.co._complement_arithmetic.complement import binary, coded, drawing_of, operate, signed, working
from engine.generators.co._complement_arithmetic.fixed import reading as fixed_reading
from engine.generators.co._complement_arithmetic.fixed import solving as fixed_solver
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import stay_out


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
    if (mark or plain.endswith("b")) and patterns.fullmatch("[01]+b?", plain):
        digits = plain.removesuffix("b")
        if len(digits) != bits or not patterns.fullmatch("[01]+", digits):
            stay_out(f"{text} is not a code of {bits} bits")
        return int(digits, 2)
    if " " in text.strip() or (len(plain.lstrip("+-")) > 2 and set(plain.lstrip("+-")) <= set("01")) or patterns.match(r"[-+]?0\d", plain):
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
        steps += [working(result), f"结果的机器数为 {binary(result.code, bits)}，即 {code}"]
    several = len(parameters["terms"]) > 1
    conventions = ["按补码带符号整数判断溢出"]
    if "CF" in asked or parameters["judged"]:
        conventions.append("加法的 CF 是最高位的进位，减法的 CF 表示借位（x86 的约定）")
    return Solution(
        answer="；".join(answers),
        steps=paragraphs(*steps),
        also=() if several else tuple(also),
        conventions=tuple(conventions),
        drawing=drawing_of(result) if bits <= 16 and not several else None,
    )


def _solve_which(parameters: Parameters) -> Solution:
    bits = parameters["bits"]
    codes = {name: _operand(text, "code" if mark else "", bits) for name, (text, mark) in parameters["operands"].items()}

    def fits(option: str) -> bool:
        plain = patterns.sub(r"[\s求计算\[\]补()]", "", option.lower().replace("−", "-"))
        own = {name: coded(int(value), bits) for name, value in patterns.findall(r"([a-z]\d?)=([-+]?\d+)(?=[,，;；]|$)", plain)}
        match = patterns.search(r"(?:^|[,，;；])(-?)([a-z]\d?)([-+×*/÷])([a-z]\d?)$", plain)
        known = codes | own
        if match is None or match[2] not in known or match[4] not in known:
            stay_out(option)
        values = [signed(known[name], bits) for name in (match[2], match[4])]
        first = -values[0] if match[1] else values[0]
        if match[3] in "/÷":
            if not values[1]:
                stay_out(option)
            total = abs(first) // abs(values[1]) * (-1 if (first < 0) != (values[1] < 0) else 1)
            return bool((not -(1 << bits - 1) <= total < 1 << bits - 1) == (parameters["wanted"] == "overflow"))
        total = first * values[1] if match[3] in "×*" else first + (values[1] if match[3] == "+" else -values[1])
        overflows = not -(1 << bits - 1) <= total < 1 << bits - 1
        return bool(overflows == (parameters["wanted"] == "overflow"))

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
    plain = patterns.sub(r"（.*", "", meaning)
    return Solution(
        answer=meaning,
        steps=f"双符号位的最高位是真正的符号，两位不同就溢出：{meaning}。",
        also=(plain, f"结果{core}", f"结果为{core}", core),
    )


def solve(parameters: Parameters) -> Solution:
    tasks: dict[str, Callable[[Parameters], Solution]] = {
        "sums": sums_solver.solve,
        "operations": _solve_operations,
        "double": _solve_double,
        "which": _solve_which,
        "fractions": _solve_fractions,
        "signs": _solve_signs,
        "program": c_integers.solve,
        "expression": expression_solver.solve,
        "codes": code_solver.solve,
        "extents": code_solver.solve_extents,
        "ones": code_solver.solve_ones,
        fixed_reading.TASK: fixed_solver.solve,
        code_lists.TASK: code_lists.solve,
        code_extents.TASK: code_extents.solve,
        code_kinds.TASK: code_kinds.solve,
        code_tables.READ: code_tables.solve,
        code_tables.RANGES: code_tables.solve,
        code_tables.SHIFTS: code_tables.solve,
        adder_inputs.TASK: adder_inputs.solve,
        sign_bits.TASK: sign_bits.solve,
        order_options.TASK: order_options.solve,
        c_programs_reading.TASK: c_programs_reading.solve,
        byte_order.TASK: byte_order.solve,
        byte_order.IMMEDIATE_TASK: byte_order.solve_immediate,
    }
    return tasks[parameters["task"]](parameters)
