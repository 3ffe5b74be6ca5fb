"""Reading further IEEE 754 problems: a code scaled by a power of two, the sum of two codes, an integer stored, the extremes of the format."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators.co._clauses import Clauses
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out

_CODE = r"(?<![0-9A-Za-z.])(?:0x(?P<c>[0-9A-F]{8})H?|(?P<h>(?:[0-9A-F] ?){7}[0-9A-F])\s?H)(?![0-9A-Za-z.])"
_REGISTER = r"(?<![A-Za-z\d])(?:FR|R|F)\d{1,2}(?![\dA-Za-z])"
_FORMAT = (
    (r"双精度(?:\(?double\)?)?|(?<![A-Za-z])double(?![A-Za-z])|64位(?=浮点|格式|IEEE|双)", "双精度"),
    (r"单精度(?:\((?:32位|float)\))?|(?<![A-Za-z])float(?![A-Za-z])|32位(?=浮点|格式|IEEE|单|的|寄存器)", "单精度"),
)
_HARMLESS = """
浮点 浮点数 格式 标准 规格化 表示 变量 型 类型 型变量 型数据 数据 通常 两个 转换 转换成 转换为 强制 强制类型转换 转 数 x X f a y z i 对应 存储 存放 存放在 寄存器 程序 程序段 语言 C语言 值 实数 形式 代码 其 内容 位 计算机 某机 机 定义 机器 机器数 机器码 内存 内存中 里 存 存入 结果 十六进制 16进制 二进制 IEEE754 赋值 执行 执行后 后 正数 绝对值 幂 表达式 写出表达式 即可 能 所能 够 可 的幂 分别 若 且 则 按 编码 是 最终 语句 采用 倍 编译 运行
"""


def _common(text: str) -> tuple[Clauses, str]:
    reading = Clauses(text)
    reading.refuse(
        r"偏置|移码|补码|原码|半精度|16位|bfloat|扩展|基数|精度损失|截断|大端|小端|字节|溢出|舍入|阶码|尾数|对阶|误差|unsigned|short|long|char|双精度.*单精度|单精度.*双精度|float.*double|double.*float"
    )
    reading.take_all(r"(?:IEEE)?\s*-?\s*(?<!\d)754(?!\d)(?:标准)?(?:\s*-\s*(?:2008|1985|2019))?")
    formats = reading.take_words(_FORMAT)
    if len(formats) != 1:
        stay_out("no format, or two")
    return reading, formats[0]


def _code(match: re.Match[str]) -> int:
    return int((match["c"] or match["h"]).replace(" ", ""), 16)


def scaled(text: str) -> Recognition | None:
    """y = 8x (or x/4, or 8 times x): the code of y from that of x."""
    reading, format = _common(text)
    codes = reading.take_all(_CODE)
    if len(codes) != 1 or format != "单精度":
        return None
    equation = reading.take(
        r"(?<![A-Za-z])(?P<y>[a-z])\s*=\s*(?:(?P<times>\d+)\s*[×*·]?\s*(?P<x>[a-z])(?![A-Za-z])|(?P<x2>[a-z])\s*(?:[×*]\s*(?P<times2>\d+)|/\s*(?P<over>\d+)))(?!\s*[-+*/×\d])"
        r"|(?:变量)?(?P<y2>[a-z])(?:的值)?(?:是|为)(?:变量)?(?P<x3>[a-z])(?:的值)?(?:的)?(?:(?P<times3>\d+)\s*倍|1/(?P<over2>\d+))"
    )
    if equation is None:
        return None
    times = int(equation["times"] or equation["times2"] or equation["times3"] or 1)
    over = int(equation["over"] or equation["over2"] or 1)
    names = (equation["y"] or equation["y2"] or "").lower(), (equation["x"] or equation["x2"] or equation["x3"] or "").lower()
    if names[0] == names[1] or times * over < 2 or (times * over) & (times * over - 1):
        return None
    reading.take_all(rf"\(?\s*{_REGISTER}\s*\)?")
    reading.take_all(rf"(?<![A-Za-z])[{names[0]}{names[1]}](?![A-Za-z])")
    if not reading.asks():
        return None
    reading.finish(_HARMLESS)
    return Recognition(
        parameters={"task": "scaled", "code": _code(codes[0]), "factor": str(Fraction(times, over)), "format": format},
        understood=((f"{names[1]} 的机器数", f"{_code(codes[0]):08X}H"), (names[0], f"{names[1]} 的 {Fraction(times, over)} 倍")),
    )


def added(text: str) -> Recognition | None:
    """z = x + y from two codes."""
    reading, format = _common(text)
    codes = reading.take_all(_CODE)
    sums = reading.take_all(r"(?:(?<![A-Za-z])[a-z]\s*=\s*)?(?<![A-Za-z])x\s*(?P<sign>[-+])\s*y(?![A-Za-z])")
    if len(codes) != 2 or not sums or len({match["sign"] for match in sums}) != 1 or format != "单精度":
        return None
    reading.take_all(rf"\(?\s*{_REGISTER}\s*\)?")
    if not reading.has("机器数|十六进制|内容|编码|机器码"):
        return None
    reading.finish(_HARMLESS + " 执行 和 依次")
    order = reading.text.lower()
    if not 0 <= order.find("x") < order.find("y"):
        return None
    return Recognition(
        parameters={"task": "added", "codes": [_code(match) for match in codes], "sign": sums[0]["sign"], "format": format},
        understood=(("x、y 的机器数", "、".join(f"{_code(match):08X}H" for match in codes)), ("求", f"x {sums[0]['sign']} y 的机器数")),
    )


def integer(text: str) -> Recognition | None:
    """The code of an integer variable stored in a floating-point one."""
    reading, format = _common(text)
    declared = reading.take(
        r"int(?:型)?(?:的)?(?:变量)?\s*(?P<i>[a-z])\s*(?:=|为|是|的值为)\s*(?P<value>-?\d+)\s*[;,。]?\s*(?:把|将)?(?:[a-z]?\s*赋(?:值)?给)?(?:型)?(?:变量)?\s*(?P<f>[a-z])\s*=\s*(?:\(\s*(?:型)?\s*\ue000*\s*\)|\ue000+)?\s*\(?\s*\ue000*\)?\s*(?P<same>[a-z])\s*;?"
    )
    if declared is None:
        declared = reading.take(
            r"int(?:型)?(?:的)?(?:变量)?\s*(?P<i>[a-z])\s*(?:=|为|是|的值为)\s*(?P<value>-?\d+)\s*[;,。\s]*\ue000+\s*(?P<f>[a-z])\s*=\s*\(?\s*\ue000*\s*\)?\s*(?P<same>[a-z])\s*;?"
        )
    if declared is None or declared["i"].lower() != declared["same"].lower() or declared["f"].lower() == declared["i"].lower():
        return None
    reading.take_all(rf"(?<![A-Za-z])[{declared['i']}{declared['f']}](?![A-Za-z])")
    if not reading.has("十六进制|16进制|机器数|机器码|存储|内容|编码"):
        return None
    reading.finish(_HARMLESS)
    value = int(declared["value"])
    if not value or not -(2**31) <= value < 2**31:
        return None
    return Recognition(parameters={"value": str(value), "format": format}, understood=(("数", str(value)), ("格式", f"IEEE 754 {format}")))


def extreme(text: str) -> Recognition | None:
    """The largest or smallest positive normal or subnormal number of a format."""
    reading, format = _common(text)
    wanted = reading.take_words(
        (
            (r"最大(?:的)?(?:正)?非规格化(?:的)?(?:正)?(?:浮点)?(?:数)?", "max-subnormal"),
            (r"最小(?:的)?正?(?:的)?非规格化(?:的)?正?(?:浮点)?(?:数)?", "min-subnormal"),
            (
                r"最大(?:的)?(?:能|所能|可|可以|够|表示|的)*(?:正)?规格化(?:的)?(?:正)?(?:浮点)?(?:数)?|(?:正)?规格化(?:的)?(?:正)?数?(?:的)?最大(?:的)?(?:值|正数|数)",
                "max",
            ),
            (
                r"最小(?:的)?正规格化(?:的)?(?:正)?(?:浮点)?(?:数)?|最小(?:的)?规格化(?:的)?正(?:浮点)?(?:数)?|规格化(?:的)?正数(?:的)?最小值|规格化(?:的)?最小(?:的)?正数",
                "min",
            ),
        )
    )
    reading.take_all(r"2(?:的)?(?:整数)?(?:次)?(?:的)?(?:幂|次方)(?:次)?(?:的)?(?:形式)?|正(?=数)")
    reading.refuse("负|最大|最小|范围|绝对值")
    reading.finish(_HARMLESS)
    if len(wanted) != 1:
        return None
    names = {
        "max": "最大的规格化正数",
        "min": "最小的规格化正数",
        "max-subnormal": "最大的非规格化正数",
        "min-subnormal": "最小的非规格化正数",
    }
    return Recognition(
        parameters={"task": "extreme", "which": wanted[0], "format": format},
        understood=(("格式", f"IEEE 754 {format}"), ("求", names[wanted[0]])),
    )


def returned(text: str) -> Recognition | None:
    """An integer put into a floating-point variable and back into an integer."""
    reading = Clauses(text)
    found = reading.take(
        r"int\s+(?P<i>[a-z])\s*=\s*(?P<value>-?\d+)\s*;\s*(?P<type>float|double)\s+(?P<f>[a-z])\s*=\s*(?:\((?:float|double)\)\s*)?\(?(?P<same>[a-z])\)?\s*;\s*int\s+(?P<j>[a-z])\s*=\s*\(int\)\s*\(?(?P<again>[a-z])\)?\s*;?"
    )
    if found is None or found["i"].lower() != found["same"].lower() or found["f"].lower() != found["again"].lower():
        return None
    reading.take_all(r"(?:采用|按)?(?:就近)舍入(?:到偶数)?(?:方式)?|(?:IEEE)?\s*(?<!\d)754(?!\d)(?:标准)?|(?:单|双)精度")
    reading.take_all(rf"(?<![A-Za-z]){found['j']}(?![A-Za-z])")
    if not reading.asks() or not -(2**31) <= int(found["value"]) < 2**31 or not int(found["value"]):
        return None
    reading.finish(_HARMLESS + " 等于多少 输出 舍入")
    format = "单精度" if found["type"].lower() == "float" else "双精度"
    return Recognition(
        parameters={"task": "returned", "whole": int(found["value"]), "format": format},
        understood=(("整数", found["value"]), ("经过", f"IEEE 754 {format}"), ("求", f"{found['j']} 的值")),
    )
