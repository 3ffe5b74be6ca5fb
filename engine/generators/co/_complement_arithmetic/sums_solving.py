"""Solving sums and differences of two named numbers by the adder's simulator."""

from __future__ import annotations

from itertools import combinations

from engine.generators import patterns
from engine.generators.co._complement_arithmetic.complement import Result, binary, coded, drawing_of, operate, signed, working
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import stay_out


def _code_of(kind: str, text: str, bits: int) -> int:
    if kind == "code":
        plain = text.lower()
        if plain.startswith("0x") or plain.endswith("h"):
            digits = plain.removeprefix("0x").removesuffix("h")
            code = int(digits, 16)
            if len(digits.lstrip("0")) > -(-bits // 4) or code >> bits:
                stay_out(f"{text} has more than {bits} bits")
            return code
        digits = plain.removesuffix("b")
        if len(digits) != bits:
            stay_out(f"{text} is not a code of {bits} bits")
        return int(digits, 2)
    try:
        return coded(int(text.upper().removesuffix("B"), 2 if kind == "binary" else 10), bits)
    except ValueError as error:
        stay_out(str(error))


def _shown(code: int, bits: int, base: str) -> str:
    """Hexadecimal, and binary, too, where the problem is told in binary; the code of a fraction with its point."""
    if base == "point":
        return f"{code >> bits - 1}.{code & (1 << bits - 1) - 1:0{bits - 1}b}"
    if bits % 4:
        return f"{code:0{bits}b}"
    return f"{code:0{bits // 4}X}H" + (f"（{code:0{bits}b}）" if base == "bin" else "")


def _of_result(result: Result, aspects: list[str], base: str, flags_only: bool) -> list[tuple[str, tuple[str, str, str, str]]]:
    """What is asked of x ± y, long and in short forms: of a code in three notations, of a flag in four."""
    bits, value = result.bits, signed(result.code, result.bits)
    flags = {"OF": result.overflow, "CF": result.borrow, "SF": result.sign, "ZF": result.zero}
    said = []
    if base == "point" and "value" in aspects:
        stay_out("the value of a fraction")
    if (set(aspects) <= {"code", "OF", "value"} and "code" in aspects) or aspects in (["OF"], []):
        # Whether it overflows is told with every result.
        flags_only = False
        aspects = (
            ["code", *(["value"] if "value" in aspects else []), "OF"]
            if "OF" not in aspects
            else aspects
            if "code" in aspects
            else ["code", *aspects]
        )
    for name in aspects:
        if name == "code":
            long = f"结果的机器数 {_shown(result.code, bits, base)}"
            if not result.overflow and "value" not in aspects and base != "point":
                long += f"，真值 {value}"
            hexadecimal = _shown(result.code, bits, "point" if base == "point" else "hex")
            said.append(
                (
                    long,
                    (
                        hexadecimal,
                        hexadecimal if base == "point" else f"{result.code:0{bits}b}",
                        str(value) if not result.overflow else hexadecimal,
                        "",
                    ),
                )
            )
        elif name == "value":
            said.append((f"{'按补码解释为' if result.overflow else '真值'} {value}", (str(value), str(value), str(value), "")))
        elif name == "unsigned":
            right = "不正确" if result.borrow else "正确"
            said.append((f"看作无符号数结果{right}（CF={result.borrow}）", (f"无符号{right}", f"无符号数结果{right}", right, right)))
        elif name == "OF" and not flags_only:
            way = "正溢出" if result.sign else "负溢出"
            said.append(
                ("溢出（OF=1）", ("OF=1", "溢出", way, "1")) if result.overflow else ("不溢出（OF=0）", ("OF=0", "不溢出", "未溢出", "0"))
            )
        else:
            said.append((f"{name}={flags[name]}", (f"{name}={flags[name]}",) * 3 + (str(flags[name]),)))
    return said


def _of_number(code: int, aspects: list[str], bits: int, base: str) -> list[tuple[str, tuple[str, str, str, str]]]:
    """What is asked of one of the numbers."""
    said = []
    for name in aspects:
        if name == "code":
            said.append((f"补码 {_shown(code, bits, base)}", (_shown(code, bits, "hex"), f"{code:0{bits}b}", f"{code:0{bits}b}", "")))
        elif name == "value" and base != "point":
            said.append((f"真值 {signed(code, bits)}", (str(signed(code, bits)),) * 3 + ("",)))
        else:
            stay_out("a flag of a number")
    return said


def solve(parameters: Parameters) -> Solution:
    """The codes and values of the numbers and of x ± y, and the flags."""
    bits, base = parameters["bits"], "point" if parameters.get("point") else parameters["base"]
    (first, kind, text), (second, other_kind, other_text) = parameters["operands"]
    if parameters["double"]:
        return _two_signs(parameters)
    x, y = _code_of(kind, text, bits), _code_of(other_kind, other_text, bits)
    results = {sign: operate(x, y, bits, sign == "-") for sign in "+-"}
    numbers = {first: x, second: y, f"-{first}": -x % (1 << bits), f"-{second}": -y % (1 << bits)}
    signs = [target for target, _ in parameters["asked"] if target in results]
    answers: list[str] = []
    short: list[tuple[str, str, str, str]] = []
    of_results: list[tuple[str, str, str, str]] = []  # without the operands' codes, which may be said only in passing
    flags_only = all(name in ("OF", "CF", "SF", "ZF") for _, name in parameters["asked"])
    plain: list[tuple[str, str, str, str]] = []
    for target in dict.fromkeys(target for target, _ in parameters["asked"]):
        alone: list[tuple[str, tuple[str, str, str, str]]] = []
        aspects = [name for one, name in parameters["asked"] if one == target]
        if target in results:
            if aspects == ["value"] and results[target].overflow and not parameters["explained"]:
                stay_out("the value of an overflow that is not asked for")
            said = _of_result(results[target], aspects, base, flags_only)
            if "code" not in aspects and "value" in aspects and len(said) == len(aspects) + 1:
                alone = said[1:]  # the code is only told besides
            prefix = f"{first}{target}{second}：" if len(set(signs)) > 1 or len(signs) < len(parameters["asked"]) else ""
        else:
            said = _of_number(numbers[target], aspects, bits, base)
            prefix = f"{target}：" if len(parameters["asked"]) > 1 else ""
        answers.append(prefix + "，".join(long for long, _ in said))
        short += [forms for _, forms in said]
        of_results += [forms for _, forms in said] if target in results else []
        plain += [forms for _, forms in alone or said]
    used = [results[sign] for sign in dict.fromkeys(signs)]
    steps = [
        line
        for result in used
        for line in (working(result), f"结果的机器数为 {binary(result.code, bits)}，即 {_shown(result.code, bits, base)}")
    ]
    conventions = ["按补码带符号整数判断溢出"]
    if any(name == "CF" for _, name in parameters["asked"]):
        conventions.append("加法的 CF 是最高位的进位，减法的 CF 表示借位（x86 的约定）")
    answer = "；".join(answers)
    also = {
        "，".join((part[flag] or part[0]) if part[3] else part[code] for part in parts)
        for parts in (short, plain, of_results or short)
        for code in range(3)
        for flag in range(4)
    }
    if len(signs) and len(set(signs)) == 1 and any(name == "code" for _, name in parameters["asked"]):
        # Options say the code and only some of the flags.
        result = results[signs[0]]
        flags = {"OF": result.overflow, "CF": result.borrow, "SF": result.sign, "ZF": result.zero}
        told = [name for name in flags if any(one == name for _, one in parameters["asked"])] or ["OF"]
        also |= {
            "，".join([code, *(f"{name}={flags[name]}" for name in chosen)])
            for code in (f"{result.code:0{bits // 4}X}H", f"{result.code:0{bits}b}")
            for count in (1, 2)
            for chosen in combinations(told, count)
        }
    named = "，".join(
        (f"{target}={signed(numbers[target], bits)}" if name == "value" else f"{target}的机器数为{_shown(numbers[target], bits, 'hex')}")
        if target in numbers
        else f"{first}{target}{second}的机器数为{_shown(results[target].code, bits, 'hex')}"
        for target, name in parameters["asked"]
        if target in numbers or name == "code"
    )
    return Solution(
        answer=answer,
        also=(*sorted(also | {f"{called}={form}" for form in also} if (called := parameters.get("called")) else also), named),
        steps=paragraphs(*steps),
        conventions=tuple(conventions),
        drawing=drawing_of(used[0]) if bits <= 16 and len(used) == 1 else None,
    )


def _two_signs(parameters: Parameters) -> Solution:
    """With two sign bits: 01 is an overflow upwards, 10 one downwards."""
    bits = parameters["bits"]
    one_more = bool(parameters.get("one sign told"))
    if one_more:  # the word holds one of them: the code with both is longer
        bits += 1
    codes = []
    for _, kind, text in parameters["operands"]:
        if kind == "decimal" and not one_more:
            stay_out("whether the two sign bits are counted")
        if kind == "code" and one_more:
            stay_out("which sign bits a code has")
        if kind == "code" and not patterns.fullmatch("(?:00|11)[01]{2,}", text):
            stay_out("two sign bits that differ")
        code = _code_of(kind, text, bits)
        if (code >> bits - 2) not in (0, 3):
            stay_out("a number that does not fit")
        codes.append(code)
    if {name for _, name in parameters["asked"]} - {"code", "OF", "value"} or {target for target, _ in parameters["asked"]} - {"+", "-"}:
        stay_out("asks more of two sign bits")
    answers = []
    for sign in dict.fromkeys(target for target, _ in parameters["asked"]):
        total = (codes[0] + (codes[1] if sign == "+" else -codes[1])) % (1 << bits)
        shown = f"{total:0{bits}b}"
        meaning = {"00": "不溢出", "11": "不溢出", "01": "正溢出", "10": "负溢出"}[shown[:2]]
        parts = [f"结果 {shown[:2]} {shown[2:]}"]
        if any(name == "value" for _, name in parameters["asked"]):
            # What overflows has no value; that it does is said.
            if meaning[1:] != "溢出":
                parts.append(f"真值 {signed(total, bits)}")
            elif not any(name == "OF" for _, name in parameters["asked"]):
                stay_out("the value of an overflow")
        answers.append("，".join([*parts, meaning]))
    answer = "；".join(answers)
    return Solution(
        answer=answer,
        also=(answer.replace("结果 ", ""), answer.replace("结果 ", "").replace("，不溢出", "")),
        steps=paragraphs("连同两位符号位相加，最高位的进位丢掉。", f"两位符号位不同就溢出：{answer}"),
        conventions=("双符号位 01 为正溢出，10 为负溢出",),
    )
