"""Reading problems about floating-point codes: numbers and codes in order, what is asked of each, sums, ends of a format, its constants."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any, ClassVar

from engine.generators.clauses import ORDINARY as GENERAL
from engine.generators.co._clauses import Clauses
from engine.generators.kind import Recognition
from engine.generators.reading import StayOut, stay_out, to_int
from engine.generators.topic import Topic

_HEX = r"(?<![0-9A-Za-z.])(?:0x\s?(?P<x>[0-9A-Fa-f]{4}(?:[ ]?[0-9A-Fa-f]{4}){0,3})H?|(?P<h>[0-9A-Fa-f]{4}(?:[ ]?[0-9A-Fa-f]{4}){0,3})\s?(?:H|\)16))(?![0-9A-Za-z.])"
_FIELDS = r"(?<![0-9A-Za-z.])(?P<s>[01])[ ,|]+(?P<e>[01]{8}|[01]{11})[ ,|]+(?P<m>[01]{23}|[01]{52})(?![0-9A-Za-z.])"
_SCALED = r"(?P<sign>[-+])?\s*(?:(?P<m>\d+(?:\.\d+)?(?:/\d+)?)\s*[×xX*·]\s*)?2\s*\^\s*\(?(?P<p>[-+]?\d{1,3})\)?(?:\s*[+]\s*(?P<plus>\d+))?"
_PLAIN = r"(?<![0-9A-Za-z.^])(?P<v>[-+]?\d+(?:\.\d+|\s*/\s*\d+)?)(?![0-9A-Za-z.^]|\s*[位个×xX*字]|进制|的幂|\s*(?:年|题|bit))"


class Floats(Topic):
    """A problem of IEEE 754."""

    words: ClassVar[str] = (
        "浮点 浮点数 格式 标准 规格化 规格化数 表示 变量 型 类型 型变量 数据 转换 转换成 转换为 强制 强制类型转换 转 数 x y z f a b X Y 对应 存储 存放 寄存器 程序 程序段 语言 C语言 值 实数 形式 代码 内容 位 计算机 机 机器 机器数 机器码 内存 存 存入 存成 结果 十六进制 16进制 二进制 十进制 "
        "IEEE IEEE754 赋值 执行 执行后 后 能 所能 可 编码 语句 编译 运行 真值 单精度 双精度 float double 一个 变成 变 化成 化为 写成 写作 装入 机器内部 就近舍入 到偶数 就近舍入到偶数 短浮点数 解释 标准下 下 按 规则同 规则 存储形式 数值 小数 整个 字段 前几位 部分 符号 数符 阶码 尾数 移码 精确 精确表示 里 中 所 存进去 型数 强转 转成 放 求 单 实际 保存 寄存器里 都 当 看 用 写 还原 算 数符位 隐藏位 已知 一 某 加起来 相加 两个 减去 给 浮点型 声明 定义 再 问 8位 32位 64位 考研党 求问 表达式 写出表达式 幂 另一个 另 让 只记得 记得 让求 即 16进制"
    )
    ordinary: ClassVar[str] = GENERAL
    shortened = Clauses.shortened
    refused: ClassVar[str] = r"BCD|bfloat|基数|截断|大端|小端|证明|为什么|代码打印|union|自定|忘记|unsigned|short|char|误差"


def _format(problem: Floats) -> str | None:
    problem.take_all(
        r"(?:IEEE)?\s*-?\s*(?<!\d)754(?!\d)(?:标准)?(?:\s*-\s*(?:2008|1985|2019))?|IEEE|(?:阶码)?(?:的)?(?:偏置|偏移)(?:值|常数|量)?(?:为|是|取|用|=)*(?:127(?![\d.])|1023(?![\d.])|7FH)|(?:1|一)位隐藏位?|(?:其中)?(?:阶码|指数)(?:为|占|用)?(?:8|11)位(?:移码)?(?!是?(?:多少|几|什么|啥))|尾数(?:为|占|用)(?:23|52)位|(?:数符|符号位)(?:为|占)?1位|\(移码[、,]8位\)"
    )
    half = problem.take_all(r"半精度(?:\(?[^()]{0,40}\))?")
    double = problem.take_all(
        r"(?:64位(?:的)?)?双精度(?:\(double\))?|(?:64位(?:的)?)(?=浮点|格式|IEEE|机器数|标准)|(?<![A-Za-z])double(?![A-Za-z])(?:型)?|的64位(?=机器)"
    )
    single = problem.take_all(
        r"(?:32位(?:的)?)?单精度(?:\((?:32位|float)\))?|32位(?:的)?(?=浮点|格式|IEEE|短|标准|单|的|二进制|机器数|十六进制|寄存器|内)|短浮点数?|(?<![A-Za-z])float(?![A-Za-z])(?:型)?(?:\(\ue000*\))?"
    )
    found = [name for name, matches in (("半精度", half), ("双精度", double), ("单精度", single)) if matches]
    if len(found) > 1:
        stay_out("two formats")
    return found[0] if found else None


def recognise(text: str) -> Recognition | None:
    """The first reading that understands everything."""
    for reader in (_constants, _extreme, _sum, _numbers):
        try:
            if (seen := reader(text)) is not None:
                return seen
        except StayOut:
            continue
    return None


def _code(match: re.Match[str]) -> tuple[int, int]:
    """A code and its width."""
    if match.groupdict().get("s"):
        bits = match["s"] + match["e"] + match["m"]
        return int(bits, 2), len(bits)
    digits = (match["x"] or match["h"]).replace(" ", "")
    return int(digits, 16), 4 * len(digits)


def _scaled(match: re.Match[str]) -> Fraction:
    value = Fraction(match["m"] or 1) * Fraction(2) ** int(match["p"])
    if match["plus"]:
        value += int(match["plus"])
    return -value if match["sign"] == "-" else value


def _numbers(text: str) -> Recognition | None:
    """Codes and numbers, each with what is asked of it."""
    problem = Floats(text)
    problem.refuse(
        r"最[大小]|(?:下|上)一个|多少个|移码.*补码|补码.*阶码|阶码.*补码|能精确|精确表示的是|对阶|右移|除以|乘以|\d\s*倍|(?<![A-Za-z0-9])[A-Za-z]\d?\s*[-+*/×÷]\s*(?:[A-Za-z]\d?(?![A-Za-z0-9])|\d)|加起来|相加|相减|减去"
    )
    back = problem.take(
        r"int\s+(?P<i>[a-zA-Z])\s*=\s*\(\s*int\s*\)\s*\(?(?P<f>[a-zA-Z])\)?\s*;?(?:执行)?(?:以)?后?|强制转换(?:成|为)int(?:型)?|\(int\)\s*(?P<g>[a-zA-Z])|(?:再|又|然后|最后)?(?:强制?转换?|转换?|变|换)(?:回|为|成)(?:来|去)?(?:到)?(?:int|整数|整型)(?:型)?(?:后|之后)?|(?:再|又)(?:转|变)回(?:来|去)?(?:后|之后)?"
    )
    came = problem.take(r"(?P<t>int)(?:型)?(?:的)?(?:变量)?\s*(?P<i>[a-z])?\s*(?:=|为|是|的值为|\s)*(?=[-+]?\d|0x|2\s*\^)")
    problem.take_all(
        r"[;,]?\s*\ue000*\s*[a-z]\s*=\s*\(?\s*\ue000*\s*\)?\s*\(?\s*[a-z]\s*\)?\s*;|(?:强制?转换?|赋值?给|转换?)(?:成|为)?\s*\ue000+\s*[a-z](?![A-Za-z])"
    ) if came else None
    format = _format(problem)
    if format is None and not re.search("754", text):
        return None
    format = format or "单精度"
    problem.refuse("补码|哪个精确")
    events: list[tuple[int, str, Any]] = []
    wide = {"单精度": 32, "双精度": 64, "半精度": 16}[format]
    claimed = problem.take_all(rf"(?:就)?(?:会)?(?:变成|是|等于)\s*{_HEX}(?=[,;。?]?(?:算一下)?(?:是不是|对不对|吗|对吗))")
    codes = list(re.finditer(rf"{_HEX}", problem.rest, re.IGNORECASE)) + list(re.finditer(_FIELDS, problem.rest))
    problem.take_spans([match.span() for match in codes])
    for match in codes:
        value, width = _code(match)
        if width != wide:
            if came and not claimed and width <= 32:
                pass
            if came:
                events.append((match.start(), "value", Fraction(value)))
                continue
            return None
        events.append((match.start(), "code", value))
    for match in problem.take_all(_SCALED):
        events.append((match.start(), "value", _scaled(match)))
    for match in problem.take_all(rf"(?:\()?{_PLAIN}(?:\)10)?"):
        if match["v"].endswith("/0"):
            return None
        events.append((match.start(), "value", Fraction(match["v"].replace(" ", ""))))
    if not events or any(kind == "value" and value in (127, 1023) for _, kind, value in events[1:]):
        return None
    problem.take_asked(r"(?:转换?|强转|转化|表示|存储|赋值|写|化|变)(?:成|为)\s*(?:\ue000|\s)+(?:格式|形式|浮点数|数|的)*")
    problem.take_all(r"(?:16|32)位的(?=\s*\ue000)|有人说") if came else None
    problem.take_all(
        r"(?:浮点)?寄存器\s*(?:FR|F|R|f)\d{0,2}(?![\dA-Za-z])|(?<![A-Za-z\d])(?:FR|R|F|f)\d{1,2}(?![\dA-Za-z])(?:\s*[、和,与]\s*(?:f|F|R)\d)*|(?<![A-Za-z])[xXyYfaAbzi](?![A-Za-z])|\(S\s*E\s*M\s*(?:\ue000|单精度)*\)|各自"
    )
    asked: list[tuple[int, str]] = []
    for pattern, name in (
        (r"(?:是不是|是否|是)?(?:非)?规格化(?:浮点)?数(?:吗|么)|是(?:规格化)(?:的)?(?:数)?吗", "normal"),
        (
            r"(?:把|将)?(?:它|其)?(?:又)?(?:当|看|解释|理解)(?:作|成|为)?\s*(?:32位)?(?:int|整数|带符号整数|补码整数)(?:型)?(?:来)?(?:看)?(?:又)?(?:是|为|等于)?(?:多少|几)?",
            "int",
        ),
        (
            r"(?:把|将)?(?:它|其)?(?:又)?(?:当|看|解释|理解)(?:作|成|为)?\s*\ue000+(?:型)?(?:来)?看(?:又)?(?:是|为|等于)?(?:多少|几)?",
            "value",
        ),
        (r"(?:是)?正(?:数)?(?:还)?是负(?:数)?|(?:是)?正负(?:号)?", "sign"),
        (r"(?:符号位?|数符)(?:字段|部分)?(?:(?:分别|各)?(?:是|为)(?:多少|什么|几)|(?=[、,;。?]|和|及|$))", "sign bit"),
        (
            r"(?:阶码|指数)(?:的)?(?:真值|实际值)(?:\(指数\))?(?:等于|是|为)?(?:多少|几)?|(?<!阶码)指数(?:的值)?(?:等于|是|为)?(?:多少|几)",
            "power",
        ),
        (
            r"(?<!移)阶码(?:字段|部分|域|E)?(?:\ue000|\(8位\)|8位|\(移码,8位\)|\(移码、8位\))*(?:的)?(?:值)?(?:\(?(?:十进制|二进制)\)?)?(?:分别)?(?:是|为)?(?:多少|几|啥|什么)?(?:\(?(?:二进制|十进制)\)?)?",
            "field",
        ),
        (r"尾数(?:字段|部分|域)?(?:\([^()]{0,24}\))?(?:的)?(?P<top>(?:最高|前)(?P<n>[两二三四\d])位)(?:是|为)?(?:多少|啥|什么)?", "top"),
        (r"尾数(?=[、,;。?]|各|分别|$|是多少|为多少)(?:各|分别)*(?:是|为)?(?:多少)?", "fraction"),
        (r"尾数(?:字段|部分|域)(?:\([^()]{0,24}\))?(?:分别)?(?:是|为)?(?:多少|啥|什么)?", "fraction"),
        (r"(?:分别|各)*(?:表示|代表|解释)(?:为|成)?(?:什么|啥|何)(?:数|值)?|(?:各|分别)(?:为|是)(?:何|什么|啥)", "value"),
        (
            r"(?:所|它)?(?:表示|对应|代表)?(?:的)?(?:十进制)(?:真值|数值|数|值|实数|浮点数|形式)?(?:为|是)?(?:多少|几)?|真值(?:写成2的幂的形式)?(?:为|是)?(?:多少|几)?|(?:的)?数?值(?:为|是)(?:多少|几)?(?:的)?|(?:对应|表示|代表)(?:的)?(?:实数|数值|数|值)(?:是|为)?(?:多少)?|(?<=[\ue000)])\s*(?:是|等于|为)(?:几|多少|啥)(?:小数)?|是(?:啥|什么)(?:小数|数)|存下的值是多少|存下(?:的|来)?(?:值|数)",
            "value",
        ),
        (
            r"(?:把|将)?(?:整个)?(?:用|写成|以|的)*(?:十六进制|16进制)(?:数|机器数|表示|编码|代码)?(?:形式)?(?:表示|写出来?|编码|代码)?(?:是|为)?(?:多少|什么|啥)?|(?:的)?(?:32位|64位)?(?:机器数|机器码|机内码|存储内容|内容|存储形式|编码|二进制表示)(?:\(?[^()]{0,16}\)?)?(?:是|为)?(?:多少|什么|何|啥)?|表示(?:成|为)\s*(?:\ue000|的)*(?:浮点数)?|(?:的)?(?:浮点数)?表示(?:是|为)(?:什么|多少)?",
            "code",
        ),
    ):
        for match in problem.take_asked(pattern):
            if name == "value" and not codes and not re.search("多少|几|什么|啥|何", match[0]):
                continue  # `the decimal number -27/64`
            asked.append((match.start(), f"top{to_int(match['n'])}" if name == "top" else name))
    problem.settle()
    return _questions(problem, events, asked, format, claimed, back is not None, came is not None)


def _questions(
    problem: Floats,
    events: list[tuple[int, str, Any]],
    asked: list[tuple[int, str]],
    format: str,
    claimed: list[re.Match[str]],
    back: bool,
    came: bool,
) -> Recognition | None:
    events.sort()
    kinds = {kind for _, kind, _ in events}
    if len(kinds) != 1 or len(events) > 6:
        return None
    kind = kinds.pop()
    names = list(dict.fromkeys(name for _, name in sorted(asked)))
    if kind == "code":
        # The code is given: `the machine code is C1B40000H` does not ask for it.
        names = [name for name in names if name != "code"]
        if back:
            names = ["int code" if re.search("机器数|十六进制", problem.text) else "int value"]
    else:
        if "value" in names and not came:
            names = (
                [name for name in names if name != "value"]
                if re.search("十六进制|机器数|机器码", problem.text) and "code" in names
                else names
            )
            if "value" in names:
                return None
        if not names and re.search("float|double|单精度|双精度", problem.text):
            names = ["code"]
        if came and "value" in names:
            names = ["stored" if name == "value" else name for name in names]
        if set(names) & {"int", "normal"}:
            return None
    if not names:
        if kind == "code" and problem.text.rstrip("。 ").endswith(("为", "是")):
            names = ["value"]
        else:
            return None
    if kind == "value" and back:
        # What comes back is an integer: the nearest number the format holds, as long as an int holds it, too.
        if not came or len(events) != 1 or events[0][2].denominator != 1 or abs(events[0][2]) >= 1 << 30:
            return None
        names = ["stored"]
    if claimed and (len(claimed) != 1 or kind != "value" or names not in (["code"], [])):
        return None
    if kind == "value" and any(value == 0 for _, _, value in events):
        return None
    if kind == "value" and any(value.denominator & (value.denominator - 1) and len(str(value)) > 40 for _, _, value in events):
        return None
    plain = [
        match
        for match in re.findall(r"(?<![\d.])[-+]?[01]+(?:\.[01]+)?(?![\d.])", problem.text)
        if sum(sign.isdigit() for sign in match) > 2
    ]
    if kind == "value" and plain and "十进制" not in problem.text and not came:
        return None  # binary or decimal
    events = list({(what, value): (place, what, value) for place, what, value in reversed(events)}.values())[::-1]
    subjects: list[dict[str, Any]] = [{"code": value} if kind == "code" else {"value": str(value)} for _, _, value in events]
    shown = [f"{value:X}H" if kind == "code" else str(value) for _, _, value in events]
    return Recognition(
        parameters={
            "task": "numbers",
            "format": format,
            "subjects": subjects,
            "asked": names,
            "claimed": (claimed[0]["x"] or claimed[0]["h"]).upper() if claimed else "",
        },
        understood=(("机器数" if kind == "code" else "数", "、".join(shown)), ("格式", f"IEEE 754 {format}")),
    )


def _sum(text: str) -> Recognition | None:
    """The sum or the difference of two floats, or a float times a power of two."""
    problem = Floats(text)
    came = bool(problem.take_all(r"\(\s*int\s*\)"))
    format = _format(problem)
    if format != "单精度" or came:
        return None
    operands: list[tuple[int, str, Any]] = []
    codes = list(re.finditer(_HEX, problem.rest, re.IGNORECASE))
    problem.take_spans([match.span() for match in codes])
    for match in codes:
        value, width = _code(match)
        if width != 32:
            return None
        operands.append((match.start(), "code", value))
    factor: Fraction | None = None
    equation = problem.take_asked(
        r"(?<![A-Za-z])(?P<y>[a-z])\s*=\s*(?:(?P<times>\d+)\s*[×*·]?\s*(?P<x>[a-z])(?![A-Za-z])|(?P<x2>[a-z])\s*(?:[×*]\s*(?P<times2>\d+)|/\s*(?P<over>\d+)))(?!\s*[-+*/×\d])|(?:变量)?(?P<y2>[a-z])(?:的值)?(?:是|为)(?:变量)?(?P<x3>[a-z])(?:的值)?(?:的)?(?:(?P<times3>\d+)\s*倍|1/(?P<over2>\d+))|(?:它|x)?(?:乘以|×)(?P<times4>\d+)(?:之?后)?|(?:它|x)?(?:除以)(?P<over3>\d+)(?:之?后)?"
    )
    if equation:
        one = equation[0]
        times = next((int(one[name]) for name in ("times", "times2", "times3", "times4") if one[name]), 1)
        over = next((int(one[name]) for name in ("over", "over2", "over3") if one[name]), 1)
        factor = Fraction(times, over)
        if (
            factor <= 0
            or factor.numerator & (factor.numerator - 1)
            or factor.denominator & (factor.denominator - 1)
            or len({(match["times"], match["over"]) for match in equation}) > 1
        ):
            return None
    else:
        for match in problem.take_all(rf"(?:\(|[XxYy]\s*=\s*)*{_PLAIN}(?:\)10)?"):
            operands.append((match.start(), "value", Fraction(match["v"].replace(" ", ""))))
    # `x-y`, `f1+f2`: the names come in the order of the numbers, or the difference would be another.
    if named := problem.take_asked(
        r"(?<![A-Za-z0-9])(?:(?P<a>[A-Za-z])(?P<n>\d?))\s*(?P<sign>[-+])\s*(?:(?P<b>[A-Za-z])(?P<m>\d?))(?![A-Za-z0-9])"
    ):
        pairs = {(match["a"].lower() + match["n"], match["sign"], match["b"].lower() + match["m"]) for match in named}
        if len(pairs) != 1 or next(iter(pairs))[0] >= next(iter(pairs))[2]:
            return None
    signs = {match["sign"] for match in named}
    if problem.take_asked(r"(?<=\ue000)\s*-\s*(?=\ue000)|减去|相减|之差"):
        signs.add("-")
    if problem.take_asked(r"(?<=\ue000)\s*\+\s*(?=\ue000)|相加|加起来|求和|之和|加法"):
        signs.add("+")
    sign = signs.pop() if len(signs) == 1 else ""
    asked: list[tuple[int, str]] = []
    for pattern, name in (
        (r"对阶(?:时)?(?:是)?(?:哪个数|谁)(?:右移|移|的尾数右移)(?:几|多少)位", "shift"),
        (r"(?:结果)?(?:的)?真值(?:是|为)?(?:多少|几)?", "value"),
        (
            r"(?:结果|和|差|的|z|y|求|内容)*(?:的)?(?:机器数|机器码|十六进制(?:机器数|表示)?|编码|内容)(?:\(?[^()]{0,16}\)?)?(?:是|为)?(?:多少|什么|几)?(?:\(十六进制\))?",
            "code",
        ),
    ):
        asked += [(match.start(), name) for match in problem.take_asked(pattern)]
    problem.take_all(
        r"(?:浮点)?寄存器\s*(?:FR|F|R|f)\d{0,2}(?![\dA-Za-z])|(?<![A-Za-z\d])(?:FR|R|F|f)\d{1,2}(?![\dA-Za-z])|(?<![A-Za-z])[xXyYzfab](?![A-Za-z])|=|求和|结果|和|差"
    )
    problem.settle()
    operands.sort()
    names = list(dict.fromkeys(name for _, name in sorted(asked))) or ["code"]
    if factor is not None:
        if len(operands) != 1 or operands[0][1] != "code" or sign or names != ["code"]:
            return None
        return Recognition(
            parameters={"task": "scaled", "code": operands[0][2], "factor": str(factor), "format": format},
            understood=(("机器数", f"{operands[0][2]:08X}H"), ("求", f"乘以 {factor}")),
        )
    if len(operands) != 2 or not sign or len({kind for _, kind, _ in operands}) != 1:
        return None
    return Recognition(
        parameters={
            "task": "added",
            "kind": operands[0][1],
            "operands": [str(value) for _, _, value in operands],
            "sign": sign,
            "asked": names,
            "format": format,
        },
        understood=(
            ("两个数", "、".join(f"{value:08X}H" if kind == "code" else str(value) for _, kind, value in operands)),
            ("运算", sign),
        ),
    )


def _extreme(text: str) -> Recognition | None:
    """The largest or smallest numbers of a format, the next after 1, the least whole number it does not hold."""
    problem = Floats(text)
    format = _format(problem)
    if format is None:
        return None
    asked: list[tuple[int, str]] = []
    for pattern, name in (
        (
            r"1(?:\.0)?(?:的)?(?:下一个|后一个|相邻的下一个)(?:更大的)?(?:可表示)?(?:的)?(?:数)?(?:跟|与|和)1(?:\.0)?(?:相?差|的差)(?:是|为)?(?:多少)?",
            "step",
        ),
        (r"最小的?(?:不能|无法)(?:被)?\ue000*(?:精确)?(?:表示)?的?正整数(?:是|为)?(?:多少)?", "hole"),
        (r"最大(?:的)?(?:正)?非规格化(?:的)?(?:正)?(?:浮点)?(?:数)?", "max-subnormal"),
        (r"最小(?:的)?正?(?:的)?非规格化(?:的)?正?(?:浮点)?(?:数)?", "min-subnormal"),
        (
            r"最大(?:的)?(?:能|所能|可|可以|够|表示|的)*(?:正)?规格化(?:的)?(?:正)?(?:浮点)?(?:数|值)?|(?:正)?规格化(?:的)?(?:正)?数?(?:\ue000|\(|\))*(?:所能|能)?(?:取到|表示)?(?:的)?最大(?:的)?(?:值|正数|数)|最大(?:正)?(?:数|值)",
            "max",
        ),
        (
            r"最小(?:的)?正规格化(?:的)?(?:正)?(?:浮点)?(?:数)?|最小(?:的)?规格化(?:的)?正(?:浮点)?(?:数)?|规格化(?:的)?正数(?:的)?最小值|规格化(?:的)?最小(?:的)?正数",
            "min",
        ),
        (r"(?:规格化(?:的)?正数|正规格化数)(?:一共|总共|共)?(?:有)?(?:多少|几)个", "count"),
    ):
        asked += [(match.start(), name) for match in problem.take_asked(pattern)]
    problem.take_all(
        r"\(\s*[1-4]\s*\)|用2的幂写出表达式(?:即可)?|2(?:的)?(?:整数)?(?:次)?(?:的)?(?:幂|次方)(?:次)?(?:的)?(?:形式)?|正(?=数)|(?:int|整数)?转\ue000*会丢精度|\(?阶码字段\s*1\s*~\s*254\)?|能(?:表示|取到)(?:的)?|规格化|(?:是|为)(?:多少|几)"
    )
    problem.refuse("负|范围|绝对值|补码|(?:多少|几)个")
    problem.settle()
    names = list(dict.fromkeys(name for _, name in sorted(asked)))
    if not names:
        return None
    return Recognition(parameters={"task": "extreme", "which": names, "format": format}, understood=(("格式", f"IEEE 754 {format}"),))


def _constants(text: str) -> Recognition | None:
    """How many bits the fields of a format have, and its bias."""
    problem = Floats(text)
    if re.search(r"\d{4}", re.sub("754-20", "", text)):
        return None
    format = _format(problem)
    if format is None:
        return None
    asked: list[tuple[int, str]] = []
    for pattern, name in (
        (r"(?:阶码|指数)(?:字段|部分)?(?:占|是|为|有)?(?:几|多少)(?:个)?位", "exponent"),
        (r"尾数(?:字段|部分)?(?:占|是|为|有)?(?:几|多少)(?:个)?位", "fraction"),
        (r"偏置(?:值|常数|量)?(?:是|为)?(?:多少|几)", "bias"),
    ):
        asked += [(match.start(), name) for match in problem.take_asked(pattern)]
    problem.settle()
    if not asked:
        return None
    return Recognition(
        parameters={"task": "constants", "format": format, "asked": [name for _, name in sorted(asked)]},
        understood=(("格式", f"IEEE 754 {format}"),),
    )


def plain_format(text: str) -> Recognition | None:
    """The ends of a format whose exponent and fraction are two's complements."""
    problem = Floats(text)
    exponent = problem.take(
        r"阶码(?:为|占|用|有|:)*\s*(?P<n>\d{1,2})\s*位(?:补码)?\(?(?:含|包括|其中)?(?:1位)?(?:阶符|符号位?)(?:1位)?(?:,补码(?:表示)?)?\)?"
    )
    fraction = problem.take(
        r"尾数(?:为|占|用|有|:)*\s*(?P<n>\d{1,2})\s*位(?:补码)?\(?(?:含|包括|其中)?(?:1位)?(?:数符|尾符|符号位?)(?:1位)?(?:,补码)?(?:,?规格化)?(?:表示)?\)?"
    )
    if exponent is None or fraction is None or text.count("补码") < 2:
        return None
    total = problem.take(r"(?P<n>\d{1,2})\s*位(?:的)?浮点(?:数)?(?:格式)?")
    asked: list[tuple[int, str]] = []
    for pattern, name in (
        (r"最大(?:的)?正数", "most"),
        (r"最小(?:的)?规格化(?:的)?正数|规格化(?:的)?最小(?:的)?正数|最小(?:的)?正规格化数", "least normal"),
        (r"绝对值最大(?:的)?负数|最小(?:的)?负数|最小(?:的)?数", "least"),
    ):
        asked += [(match.start(), name) for match in problem.take_asked(pattern)]
    problem.take_all("补码(?:表示)?|(?:都|均)用补码|和绝对值")
    problem.settle()
    e, m = int(exponent["n"]), int(fraction["n"])
    if not asked or not 3 <= e <= 12 or not 3 <= m <= 54 or (total and int(total["n"]) != e + m):
        return None
    return Recognition(
        parameters={"task": "plain", "exponent": e, "fraction": m, "asked": [name for _, name in sorted(asked)]},
        understood=(("阶码", f"{e} 位补码"), ("尾数", f"{m} 位补码")),
    )


def returned(text: str) -> Recognition | None:
    """An integer put into a floating-point variable and back into an integer."""
    problem = Floats(text)
    found = problem.take(
        r"int\s+(?P<i>[a-z])\s*=\s*(?P<value>-?\d+)\s*;\s*(?P<type>float|double)\s+(?P<f>[a-z])\s*=\s*(?:\((?:float|double)\)\s*)?\(?(?P<same>[a-z])\)?\s*;\s*int\s+(?P<j>[a-z])\s*=\s*\(int\)\s*\(?(?P<again>[a-z])\)?\s*;?"
    )
    if found is None or found["i"].lower() != found["same"].lower() or found["f"].lower() != found["again"].lower():
        return None
    problem.take_all(r"(?:采用|按)?(?:就近)舍入(?:到偶数)?(?:方式)?|(?:IEEE)?\s*(?<!\d)754(?!\d)(?:标准)?|(?:单|双)精度")
    problem.take_all(rf"(?<![A-Za-z]){found['j']}(?![A-Za-z])")
    if not -(2**31) <= int(found["value"]) < 2**31 or not int(found["value"]):
        return None
    problem.take_asked(r"等于多少|输出(?:是)?(?:多少)?|(?:的)?值(?:是|为)?(?:多少)?|(?:是|为)多少")
    problem.settle()
    format = "单精度" if found["type"].lower() == "float" else "双精度"
    return Recognition(
        parameters={"task": "returned", "whole": int(found["value"]), "format": format},
        understood=(("整数", found["value"]), ("经过", f"IEEE 754 {format}"), ("求", f"{found['j']} 的值")),
    )
