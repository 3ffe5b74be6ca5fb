"""Reading and solving problems about one number's code: sign-magnitude, ones' and two's complement, its value, its negative, its half."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators.co._clauses import Clauses
from engine.generators.kind import Missing, Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, stay_out, to_int

_NAMES = {"two": "补码", "ones": "反码", "sign": "原码"}
_SIGNS = {"two": "补", "ones": "反", "sign": "原"}
_CODE = r"(?<![0-9a-z.])(?:0x[0-9a-f]{2,8}|[0-9a-f]{2,8}\s?h|[01](?:[.,]? ?[01]){3,}\s?b?)(?![0-9a-z.])"
_VALUE = r"(?<![0-9a-z.,])(?P<v>[-+]?\d+(?:\.\d+)?)(?P<binary>\s?b)?(?![0-9a-z.]|\s*[位个])"
_SIGN_BIT = (
    r"\(?(?:其中)?(?:含|包括|包含|有|其中)+(?:1|一)(?:位|个)(?:为|是)?(?:符号位?)?\)?|\(?(?:含|包括|包含)(?:符号位?)(?:1位|一位)?\)?"
)
_HARMLESS = """
补码 原码 反码 补 原 反 机器数 机器码 编码 整数 带符号 有符号 带符号整数 有符号整数 定点 定点数 定点整数 定点小数 小数 纯小数 二进制 十六进制 十进制 表示 表示法 形式 真值 值 数 一个数 负数 正数 字长 机器字长 位 变量 型 计算机 机器 机 内存 内存中 寄存器 寄存器中 内容 中 里 存 存放 存储 对应 对应的 表示的 写成 写作 写 怎么写 怎么表示 如何表示 转成 转换成 转换为 转 换成 化成 化为 求 结果 是啥 是多少 多少 用 采用 以 含 符号位 能 能够 可 可以 所能 它 它的 则 x 又 分别 及 和 与 以及 就 也 且 是 为 各 一位
"""


def _of_bits(bits: str) -> int:
    """The value of a two's-complement code."""
    return int(bits, 2) - (int(bits[0]) << len(bits))


def _write(value: int, width: int, kind: str) -> str:
    """`value` in a code of `width` bits.

    Raises:
        StayOut: it has none.
    """
    top = 1 << width - 1
    if not (-top <= value < top if kind == "two" else -top < value < top):
        stay_out(f"{value} is outside {width} bits")
    if kind == "two" or value >= 0:
        return f"{value % (1 << width):0{width}b}"
    return f"{(-value) | top:0{width}b}" if kind == "sign" else f"{(1 << width) - 1 + value:0{width}b}"


def recognise(text: str) -> Recognition | None:
    """One number, as a value or as its two's complement; its codes, its value, the code of its negative or of a multiple."""
    reading = Clauses(text)
    reading.refuse(
        r"移码|BCD|浮点|阶码|尾数|Booth|扩展|截断|无符号|unsigned|char|float|double|754|变形|双符号|模4|移位|左移|右移|乘|除|校验|溢出|CRC|海明|[a-z]\s*\+\s*[a-z]|相加|相减|之和|之差|加法|减法|最[大小]|范围|y|减去|加上|比较|汇编|地址|可能|或|还是|看作|视为|当作|看成|解释|取反|绝对值|模为|分别(?:是|为)(?:原|反|补)"
    )
    reading.take_all(_SIGN_BIT)
    width = reading.take_one(
        (
            rf"(?:机器)?(?:字长|位数|长度)(?:均|都)?(?:为|是|=|:|取)*(?P<value>{INTEGER})\s*(?:位|bit)",
            rf"(?<![\d.A-Za-z])(?:用|采用|以|按|取|为|是)*(?P<value>{INTEGER})\s*(?:位|bit)(?!小数)",
        ),
        to_int,
    )
    for word, length in (("short", 16), ("int", 32)):
        if reading.take_all(rf"(?<![A-Za-z]){word}(?:\s+int)?(?![A-Za-z])(?:型|类型)?(?:的)?(?:变量)?"):
            width = length if width in (None, length) else stay_out("two lengths")
    asked: list[str] = []
    for match in reading.take_all(
        r"(?<![0-9A-Za-z])(?:(?P<minus>-)\s*(?:x|X)|(?:x|X)\s*/\s*(?P<over>[248])|(?P<times>[248])\s*[*×]?\s*(?:x|X)|1\s*/\s*(?P<under>[248])\s*[*×]?\s*(?:x|X))(?![A-Za-z0-9])(?:\s*的?(?:补码?|机器数))"
    ):
        factor = -1 if match["minus"] else Fraction(1, int(match["over"] or match["under"] or 1)) * int(match["times"] or 1)
        asked.append(str(factor))
    given = reading.take_all(
        rf"(?:(?<![A-Za-z0-9])x(?:的)?)?(?:数|整数|机器)?(?:的)?(?:补码?|机器数)(?:表示|形式|的)?(?:为|是|=|:)*\s*(?P<code>{_CODE})"
        rf"|(?P<first>{_CODE})(?=(?:这个|是|为|的)?(?:一个|某个?|某数|某|x|的)*(?:数)?(?:的)?补码?)"
    )
    if len(given) > 1:
        return None
    if given and "补" not in reading.text:
        return None  # what the code is of is not said
    bits, point = "", False
    if given:
        code = re.sub(r"\s", "", given[0]["code"] or given[0]["first"]).lower()
        if code.startswith("0x") or code.endswith("h"):
            digits = code.removeprefix("0x").removesuffix("h")
            if code.endswith("h") and width is not None and 4 * len(digits) == width + 4:
                digits = digits.removeprefix("0")  # 0F6H, as assemblers want it
            bits = f"{int(digits, 16):0{4 * len(digits)}b}"
        else:
            point = "." in code
            bits = re.sub(r"[.,b]", "", code)
        if width not in (None, len(bits)):
            return None
        width = len(bits)
    else:
        said = reading.take_all(rf"(?:(?<![A-Za-z0-9])x\s*(?:的)?(?:真值)?(?:=|为|是|:)*\s*|(?:十进制)?(?:整数|数|真值)?\s*)?{_VALUE}")
        if len(said) != 1:
            return None
    reading.take_all(
        r"(?:用|写成|以|换成|转成|再转)*(?:十六进制|16进制|二进制|2进制)(?:数)?(?:形式)?(?:表示|写出|怎么写|形式)*(?:是|为)?(?:啥|多少|什么)?"
    )
    if bits:
        wanted = [name for name in ("sign", "ones") if reading.has(_NAMES[name] + rf"|x{_SIGNS[name]}")]
        value_asked = reading.take_all(
            r"真值(?:是|为|=)*(?:多少|几|什么|啥)?|(?:所)?(?:表示|对应|代表)(?:的)?(?:十进制)?(?:数|值|整数|真值|数值)*(?:是|为)*(?:多少|几|啥)?|十进制(?:数|值|真值|整数)*(?:是|为)*(?:多少|几|啥)?|(?<![A-Za-z0-9])x(?:的值)?(?:是|为|=|等于)*(?:多少|几|啥)"
        )
        reading.take_all(r"(?:x)?(?:的)?(?:原码?|反码?)")
        asked += [*wanted, *(["value"] if value_asked else [])]
    else:
        base = bool(asked)
        asked += [
            name
            for name in ("sign", "ones", "two")
            if reading.take_all(rf"(?<![A-Za-z0-9])x?(?:的)?{_NAMES[name]}|(?<![A-Za-z0-9])x{_SIGNS[name]}(?!码)")
        ]
        if not base and not asked and reading.take_all(r"机器数|机器码"):
            asked = ["two"]
    reading.take_all(r"(?<![A-Za-z0-9])x(?![A-Za-z0-9])")
    reading.finish(_HARMLESS)
    if not asked or not (reading.asks() or re.search(r"多少|几|求|写出|什么|啥|怎么|如何|表示|转|化|换", reading.text)):
        return None
    missing: tuple[Missing, ...] = ()
    scale = 0
    if bits:
        value = _of_bits(bits)
        if point:
            scale = len(bits) - 1
        understood = [("补码", f"{bits[0]}.{bits[1:]}" if point else bits)]
    else:
        text_value = said[0]["v"]
        plain = text_value.lstrip("+-")
        minus = text_value.startswith("-")
        if "." in plain:
            whole, part = plain.split(".")
            if whole != "0" or len(part) < 2 or set(part) - set("01") or (width is not None and width < len(part) + 1):
                return None
            scale = (width or len(part) + 1) - 1
            value = int(part, 2) << (scale - len(part))
            width = scale + 1
        elif said[0]["binary"] or (set(plain) <= set("01") and "二进制" in reading.text and len(plain) > 2):
            if set(plain) - set("01"):
                return None
            value = int(plain, 2)
        else:
            if len(plain) > 1 and set(plain) <= set("01") and "十进制" not in reading.text:
                return None  # binary or decimal
            value = int(plain)
        value = -value if minus else value
        understood = [("数", text_value), ("求", "、".join(_NAMES.get(name, f"{name} 倍的补码") for name in asked))]
        if width is None:
            missing = (Missing("bits", "机器数是几位的？", "字长 {} 位"),)
        else:
            understood.insert(0, ("字长", f"{width} 位"))
    if width is not None and not 4 <= width <= 64:
        return None
    parameters = {"task": "code", "value": value, "width": width, "scale": scale, "asked": asked}
    return Recognition(parameters=parameters, understood=tuple(understood), missing=missing)


def solve(parameters: Parameters) -> Solution:
    """The codes of a value, or the value of a code; the working says how each is got."""
    value, width, scale = parameters["value"], parameters["width"], parameters["scale"]
    answers, also, lines = [], [], []

    def shown(bits: str) -> tuple[str, list[str]]:
        if scale:
            return f"{bits[0]}.{bits[1:]}", [f"{bits[0]}.{bits[1:]}"]
        if width % 4:
            return bits, [bits]
        code = f"{int(bits, 2):0{width // 4}X}"
        return f"{bits}（{code}H）", [f"{code}H", bits, f"0x{code}"]

    for task in parameters["asked"]:
        if task == "value":
            if scale:
                digits = f"{'-' if value < 0 else ''}0.{abs(value):0{scale}b}"
                if abs(value) == 1 << scale:
                    digits = "-1"
                answers.append(f"真值 {digits}（{decimal(Fraction(value, 1 << scale), 8)}）")
                also += [digits, decimal(Fraction(value, 1 << scale), 8)]
            else:
                answers.append(f"真值 {value}")
                also.append(str(value))
            lines.append("符号位的权为负，其余各位的权为正，相加得真值。")
            continue
        kind, number, name = task, value, f"[x]{_SIGNS.get(task, '')}"
        if task not in _NAMES:
            factor = Fraction(task)
            kind = "two"
            product = value * factor
            if product.denominator != 1:
                stay_out("a bit falls off")
            number = product.numerator
            name = {"-1": "[−x]补"}.get(task, f"[x/{factor.denominator}]补" if factor < 1 else f"[{factor}x]补")
            lines.append(
                "[−x]补由 [x]补连同符号位各位取反、末位加 1 得到。"
                if task == "-1"
                else "乘以、除以 2 的幂就是补码算术左移、右移，右移补符号位。"
            )
        else:
            lines.append(
                {
                    "sign": "原码：符号位加绝对值。",
                    "ones": "反码：负数的数值位各位取反。",
                    "two": "补码：负数为原码的数值位各位取反，末位加 1。",
                }[kind]
            )
        text, ways = shown(_write(number, width, kind))
        answers.append(f"{name} = {text}")
        if len(parameters["asked"]) == 1:
            also += ways
    if len(parameters["asked"]) > 1:
        also = []
    return Solution(
        answer="，".join(answers),
        steps=paragraphs(*dict.fromkeys(lines), "，".join(answers)),
        also=tuple(also),
        conventions=("最高位为符号位",),
    )


def extent(text: str) -> Recognition | None:
    """The range of the integers of so many bits in two's complement."""
    reading = Clauses(text)
    reading.refuse(r"移码|BCD|浮点|阶码|小数|变形|双符号|原码|反码|无符号|unsigned|个1|个0|\d个|加|减|溢出")
    reading.take_all(_SIGN_BIT)
    width = reading.take_one(
        (
            rf"(?:机器)?(?:字长|位数|长度)(?:均|都)?(?:为|是|=|:)*(?P<value>{INTEGER})\s*(?:位|bit)",
            rf"(?<![\d.A-Za-z])(?:用|采用|以)?(?P<value>{INTEGER})\s*(?:位|bit)",
        ),
        to_int,
    )
    if not reading.take_all(r"(?:整数|定点整数)?补码(?:整数)?|补码"):
        return None
    asked = reading.asked(
        (
            (r"(?:数|整数|数据|数值|真值)?(?:的)?(?:表示|取值|数值)?(?:的)?范围", "range"),
            (r"最小(?:的)?(?:负)?(?:整)?(?:数|值|真值)(?:的真值)?", "least"),
            (r"最大(?:的)?(?:正)?(?:整)?(?:数|值|真值)(?:的真值)?", "most"),
        )
    )
    reading.finish(_HARMLESS)
    if width is None or not 4 <= width <= 64 or not asked:
        return None
    return Recognition(
        parameters={"task": "extent", "width": width, "asked": asked}, understood=(("字长", f"{width} 位补码整数"), ("求", "表示范围"))
    )


def solve_extent(parameters: Parameters) -> Solution:
    """From −2^(n−1) to 2^(n−1) − 1."""
    top = 1 << parameters["width"] - 1
    said = {"range": f"{-top}～{top - 1}", "least": f"最小 {-top}", "most": f"最大 {top - 1}"}
    answer = "，".join(said[task] for task in parameters["asked"])
    only = {"range": f"-2^{parameters['width'] - 1}~2^{parameters['width'] - 1}-1", "least": str(-top), "most": str(top - 1)}
    return Solution(
        answer=answer,
        steps=paragraphs(f"{parameters['width']} 位补码整数从 −2^{parameters['width'] - 1} 到 2^{parameters['width'] - 1} − 1。", answer),
        also=(only[parameters["asked"][0]],) if len(parameters["asked"]) == 1 else (),
    )
