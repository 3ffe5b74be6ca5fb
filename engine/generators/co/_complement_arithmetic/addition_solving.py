"""What a pasted problem of two's complement asks, computed by the simulator."""

from __future__ import annotations

from collections.abc import Callable

from engine.generators import patterns
from engine.generators.co._complement_arithmetic import (
    adder_inputs,
    byte_order,
    c_programs_reading,
    order_options,
    sign_bits,
    two_views,
)
from engine.generators.co._complement_arithmetic import expression_solving as expression_solver
from engine.generators.co._complement_arithmetic import sums_solving as sums_solver
from engine.generators.co._complement_arithmetic.code import extents as code_extents
from engine.generators.co._complement_arithmetic.code import kinds as code_kinds
from engine.generators.co._complement_arithmetic.code import lists as code_lists
from engine.generators.co._complement_arithmetic.code import solving as code_solver
from engine.generators.co._complement_arithmetic.complement import coded, signed
from engine.generators.co._complement_arithmetic.fixed import reading as fixed_reading
from engine.generators.co._complement_arithmetic.fixed import solving as fixed_solver
from engine.generators.kind import Parameters, Solution
from engine.generators.reading import stay_out


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


def solve(parameters: Parameters) -> Solution:
    tasks: dict[str, Callable[[Parameters], Solution]] = {
        "sums": sums_solver.solve,
        "which": _solve_which,
        "expression": expression_solver.solve,
        "codes": code_solver.solve,
        "extents": code_solver.solve_extents,
        "ones": code_solver.solve_ones,
        fixed_reading.TASK: fixed_solver.solve,
        code_lists.TASK: code_lists.solve,
        code_extents.TASK: code_extents.solve,
        code_kinds.TASK: code_kinds.solve,
        adder_inputs.TASK: adder_inputs.solve,
        sign_bits.TASK: sign_bits.solve,
        two_views.TASK: two_views.solve,
        order_options.TASK: order_options.solve,
        c_programs_reading.TASK: c_programs_reading.solve,
        byte_order.TASK: byte_order.solve,
        byte_order.IMMEDIATE_TASK: byte_order.solve_immediate,
    }
    return tasks[parameters["task"]](parameters)
