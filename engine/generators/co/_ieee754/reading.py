"""Reading problems about floating-point codes: numbers and codes in order, and what is asked of each."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from engine.generators import patterns
from engine.generators.co._ieee754 import compared as float_compared
from engine.generators.co._ieee754 import ends_reading as float_ends_reading
from engine.generators.co._ieee754 import sums_reading as float_sums_reading
from engine.generators.co._ieee754.words import FIELDS, HEX, PLAIN, SCALED, Floats, code_of, format_of, scaled_of
from engine.generators.kind import Recognition
from engine.generators.quantities import decimal, is_exact
from engine.generators.reading import StayOut, to_int


def recognise(text: str) -> Recognition | None:
    """The first reading that understands everything."""
    # `C2 8E 00 00` in bytes
    text = patterns.sub(
        r"(?<![0-9A-Za-z])((?:[0-9A-F]{2} ){3}(?:(?:[0-9A-F]{2} ){4})?[0-9A-F]{2})(?:\s?H|\s*\((?:十六进制|16进制)\))?(?![0-9A-Za-z])",
        lambda found: found[1].replace(" ", "") + "H",
        text,
    )
    # `1100 0010 0100 1000 ……` in fours or in one row, `(41360000)H`
    text = patterns.sub(
        r"(?<![0-9A-Za-z.])((?:[01]{4} ){7}[01]{4}|[01]{32})B?(?![0-9A-Za-z.])",
        lambda bits: f"{int(bits[1].replace(' ', ''), 2):08X}H",
        text,
    )
    if not patterns.search("十六进制|相加|求和|加法|减法|运算|[-+]\\s*[xyXY]", text):
        # `(20.59375)10`, of the standard that is called by its number
        text = patterns.sub(r"(?<![\w)])\((-?\d+(?:\.\d+)?)\)\s?10(?![\d.])", r"十进制数\1", text)
        text = patterns.sub(r"(?:转换|变换|化)[成为](?=\s?(?:IEEE)?\s?754标准)", "表示成", text)
        text = patterns.sub(r"(?<=浮点数)的?二进制存储格式", "的二进制机器数", text)
    text = patterns.sub(r"(?:浮点数)?位模式(?=\s?(?:0x|[0-9A-F]{8}))", "浮点数", text)
    text = _joined(_mixed(_without_numbering(_one_name(_written_out(text)))))
    for reader in (
        float_compared.compared,
        float_compared.exact,
        float_ends_reading.constants,
        float_ends_reading.small,
        float_ends_reading.ends,
        float_sums_reading.added,
        _numbers,
    ):
        try:
            if (seen := reader(text)) is not None:
                return seen
        except StayOut:
            continue
    return None


def _one_name(text: str) -> str:
    """The one variable of a text, whatever its letter, called x."""
    names = set(patterns.findall(r"变量\s?([A-Za-z])(?![A-Za-z0-9])", text))
    if len(names) != 1 or set(patterns.findall(r"(?<![A-Za-z0-9])([a-gi-zX-Z])(?![A-Za-z0-9])", text)) - names:
        return text
    return patterns.sub(rf"(?<![A-Za-z0-9.]){names.pop()}(?![A-Za-z0-9])", "x", text)


def _written_out(text: str) -> str:
    """A value of a program in plain figures: `f = -4.093e3` is -4093."""

    def plain(match: re.Match[str]) -> str:
        value = Fraction(match["number"]) * Fraction(10) ** int(match["power"])
        return decimal(value, 12) if is_exact(value, 12) else match[0]

    return patterns.sub(r"(?<![0-9A-Za-z.])(?P<number>-?\d{1,8}(?:\.\d{1,8})?)[eE](?P<power>[+-]?\d{1,2})(?![0-9A-Za-z.])", plain, text)


def _without_numbering(text: str) -> str:
    """Without the numbers in brackets that count what is asked: a reader of numbers would take them for some."""
    marks = [int(found) for found in patterns.findall(r"\(\s*([1-9])\s*\)", text)]
    return patterns.sub(r"\(\s*[1-9]\s*\)", " ", text) if len(marks) > 1 and marks == list(range(1, len(marks) + 1)) else text


def _mixed(text: str) -> str:
    """A number told as a whole one and a fraction (`6 + 5/8`), where it is to be represented and nothing added, as one fraction."""
    if not patterns.search("表示|转换?[成为]|写成|化成|存储", text) or patterns.search("相加|求和|之和|加法|运算|计算", text):
        return text

    def one(match: re.Match[str]) -> str:
        whole, above, below = (int(group) for group in match.groups()[1:])
        return match[0] if above >= below else f"{match[1]}{whole * below + above}/{below}"

    return patterns.sub(
        r"(十进制(?:真值|数)?(?:为|是|:)?\s*-?)(\d+)\s*\+\s*(\d+)\s*/\s*(2|4|8|16|32|64|128|256|512|1024)(?![\d+*/×])", one, text
    )


def _joined(text: str) -> str:
    """A code told field by field, as one."""
    fields = [
        patterns.search(pattern, text)
        for pattern in (
            r"(?:数符|符号)(?:位|字段)?\(?S?\)?(?:为|是|=|:)*\s*([01])(?![\d.])",
            r"(?:阶码|指数)(?:字段|部分)?\(?E?\)?(?:为|是|=|:)*\s*([01]{8})(?![\d.])",
            r"尾数(?:字段|部分)?\(?M?\)?(?:为|是|=|:)*\s*([01]{23})(?![\d.])",
        )
    ]
    found = [match for match in fields if match is not None]
    if len(found) != 3:
        return text
    code = int("".join(match[1] for match in found), 2)
    for match in sorted(found, key=lambda match: -match.start()):
        text = text[: match.start()] + text[match.end() :]
    return f"机器数{code:08X}H,{text}"


def _numbers(text: str) -> Recognition | None:
    """Codes and numbers, each with what is asked of it."""
    problem = Floats(text)
    problem.refuse(
        r"其余(?:各)?位(?:均|都)?(?:保持)?不变|(?:阶码|指数|尾数)(?:字段|部分)?(?:的值)?(?:再)?(?:加|减|增|改)(?!法)|最[大小]|(?:下|上)一个|多少个|移码.*补码|补码.*阶码|阶码.*补码|能精确|精确表示的是|对阶|右移|除以|乘以|\d\s*倍|(?<![A-Za-z0-9])[A-Za-z]\d?\s*[-+*/×÷]\s*(?:[A-Za-z]\d?(?![A-Za-z0-9])|\d)|加起来|相加|相减|减去"
    )
    back = problem.take(
        r"int\s+(?P<i>[a-zA-Z])\s*=\s*\(\s*int\s*\)\s*\(?(?P<f>[a-zA-Z])\)?\s*;?(?:执行)?(?:以)?后?|强制转换(?:成|为)int(?:型)?|\(int\)\s*(?P<g>[a-zA-Z])|(?:再|又|然后|最后)?(?:强制?转换?|转换?|变|换)(?:回|为|成)(?:来|去)?(?:到)?(?:int|整数|整型)(?:型)?(?:后|之后)?|(?:再|又)(?:转|变)回(?:来|去)?(?:后|之后)?"
    )
    came = problem.take(r"(?P<t>int)(?:型)?(?:的)?(?:变量)?\s*(?P<i>[a-z])?\s*(?:=|为|是|的值为|\s)*(?=[-+]?\d|0x|2\s*\^)")
    converted = (
        problem.take_all(
            r"[;,]?\s*\ue000*\s*[a-z]\s*=\s*\(?\s*\ue000*\s*\)?\s*\(?\s*[a-z]\s*\)?\s*;|(?:强制?转换?|赋值?给|转换?)(?:成|为)?\s*\ue000+\s*[a-z](?![A-Za-z])"
        )
        if came
        else ()
    )
    if (
        came
        and not converted
        and back is None
        and not patterns.search(r"转|赋|变成|存[入到放为成]|放[入到进]|存在|=\s*\((?:float|double)\)", text)
    ):
        return None  # an integer that stays one
    format = format_of(problem)
    if format is None and not patterns.search("754", text):
        return None
    format = format or "单精度"
    problem.refuse("补码|哪个精确")
    events: list[tuple[int, str, Any]] = []
    wide = {"单精度": 32, "双精度": 64, "半精度": 16}[format]
    claimed = problem.take_all(rf"(?:就)?(?:会)?(?:变成|是|等于)\s*{HEX}(?=[,;。?]?(?:算一下)?(?:是不是|对不对|吗|对吗))")
    codes = list(patterns.finditer(rf"{HEX}", problem.rest, re.IGNORECASE)) + list(patterns.finditer(FIELDS, problem.rest))
    problem.take_spans([match.span() for match in codes])
    for match in codes:
        value, width = code_of(match)
        if width != wide:
            if came and not claimed and width <= 32:
                pass
            if came:
                events.append((match.start(), "value", Fraction(value)))
                continue
            return None
        events.append((match.start(), "code", value))
    for match in problem.take_all(SCALED):
        events.append((match.start(), "value", scaled_of(match)))
    for match in problem.take_all(rf"(?:\()?{PLAIN}(?:\)10)?"):
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
    # `f1 and f2`: which of them is larger.
    both = patterns.search(
        r"(?<![A-Za-z0-9])([A-Za-z]\d?)(?:\s*[、,和与]\s*|\s*(?:=|的)[^,;。?!]{0,24}[,;和]\s*)([A-Za-z]\d?)(?![A-Za-z0-9])", problem.text
    )
    compared = problem.take_asked(
        r"(?:并|再|试)?(?:比较|判断)(?:它们|二者|两者|两数|两个数|f1(?:和|与|、)f2|\ue000|[、和与])*(?:的)?(?:大小(?:关系)?)?(?:[:,])?(?:谁|哪个)?(?:的)?(?:值|数)?(?:更|较|比较)?(?:大|小)?(?:一?些)?|(?:谁|哪个)(?:的)?(?:真)?(?:值|数)?(?:更|较|比较)?大(?:一?些)?|大小关系(?:是|为)?(?:什么|如何|怎样)?"
    )
    asked: list[tuple[int, str]] = []
    for pattern, name in (
        (r"(?:把|将)?(?:它)?(?:换算|转换|换|转化|转|化)(?:成|为)(?:十进制)(?:数值|数|真值|形式|小数)?(?:是|为)?(?:多少)?", "value"),
        (r"(?:是不是|是否|是)?(?:非)?规格化(?:浮点)?数(?:吗|么)|是(?:规格化)(?:的)?(?:数)?吗", "normal"),
        (
            r"(?:把|将)?(?:它|其)?(?:又)?(?:当|看|解释|理解|作为)(?:作|成|为)?\s*(?:32位)?(?:int|整数|带符号整数|补码整数)(?:型)?(?:来)?(?:看)?(?:又)?(?:是|为|等于)?(?:多少|几)?",
            "int",
        ),
        (
            r"(?:把|将)?(?:它|其)?(?:又)?(?:当|看|解释|理解)(?:作|成|为)?\s*\ue000+(?:型)?(?:来)?看(?:又)?(?:是|为|等于)?(?:多少|几)?|作为\s*\ue000+\s*(?:型)?(?:的话|时)?(?:又)?(?:是|为|等于)+(?:多少|几)",
            "value",
        ),
        (
            r"(?:写成|表示[成为]|用|以|的)*(?:32位|64位)?(?:的)?二进制(?:机器数|编码|代码|表示|形式|序列)+(?:是|为)?(?:多少|什么)?|(?<=写成)二进制|32位(?:的)?二进制",
            "bits",
        ),
        (r"(?:是)?正(?:数)?(?:还)?是负(?:数)?|(?:是)?正负(?:号)?", "sign"),
        (r"(?:符号位?|数符)(?:字段|部分)?(?:(?:分别|各)?(?:是|为)(?:多少|什么|几)|(?=\s*(?:[、,;。?]|\ue000{3}|$)|和|及))", "sign bit"),
        (
            r"(?:阶码|指数)(?:的)?(?:真值|实际值)(?:\(指数\))?(?:等于|是|为)?(?:多少|几)?|(?<!阶码)指数(?:的值)?(?:等于|是|为)?(?:多少|几)",
            "power",
        ),
        (
            r"(?<!移)阶码(?:字段|部分|域|E)?(?:\ue000|\(8位\)|8位|\(移码,8位\)|\(移码、8位\))*(?:的)?(?:值)?(?:\(?(?:十进制|二进制)\)?)?(?:分别)?(?:是|为)?(?:多少|几|啥|什么)?(?:\(?(?:二进制|十进制)\)?)?",
            "field",
        ),
        (r"尾数(?:字段|部分|域)?(?:\([^()]{0,24}\))?(?:的)?(?P<top>(?:最高|前)(?P<n>[两二三四\d])位)(?:是|为)?(?:多少|啥|什么)?", "top"),
        (r"尾数(?=\s*(?:[、,;。?]|\ue000{3}|$)|各|分别|是多少|为多少|[是为]\s*$)(?:各|分别)*(?:是|为)?(?:多少)?", "fraction"),
        (r"尾数(?:字段|部分|域)(?:\([^()]{0,24}\))?(?:分别)?(?:是|为)?(?:多少|啥|什么)?", "fraction"),
        (r"(?:分别|各)*(?:表示|代表|解释)(?:为|成)?(?:什么|啥|何)(?:数|值)?|(?:各|分别)(?:为|是)(?:何|什么|啥)", "value"),
        (
            r"(?:所|它)?(?:表示|对应|代表)?(?:的)?(?:十进制)(?:真值|数值|数|值|实数|浮点数|形式)?(?:为|是)?(?:多少|几)?|真值(?:写成2的幂的形式)?(?:为|是)?(?:多少|几)?|(?:的)?数?值(?:为|是)(?:多少|几)?(?:的)?|(?:对应|表示|代表)(?:的)?(?:实数|数值|数|值)(?:是|为)?(?:多少)?|(?<=[\ue000)])\s*(?:是|等于|为)(?:几|多少|啥)(?:小数)?|是(?:啥|什么)(?:小数|数)|存下的值是多少|存下(?:的|来)?(?:值|数)",
            "value",
        ),
        (
            r"(?:把|将)?(?:整个)?(?:用|写成|以|的)*(?:十六进制|16进制)(?:数|机器数|表示|编码|代码)?(?:形式)?(?:表示|写出来?|编码|代码)?(?:是|为)?(?:多少|什么|啥)?|(?:的)?(?:32位|64位)?(?:机器数|机器码|机内码|存储内容|内容|存储形式|编码|二进制表示)(?:\(?[^()]{0,16}\)?)?(?:是|为)?(?:多少|什么|何|啥)?|表示(?:成|为)\s*(?:\ue000|的)*(?:浮点数)?|(?:的)?(?:浮点数)?表示(?:是|为)(?:什么|多少)?|(?<=的)\s?(?:\ue000|\s)*(?:浮点数?)?(?:的)?表示(?:形式)?(?=[。?]?\s*$)",
            "code",
        ),
    ):
        for match in problem.take_asked(pattern):
            if name == "value" and not codes and not patterns.search("多少|几|什么|啥|何", match[0]):
                continue  # `the decimal number -27/64`
            asked.append((match.start(), f"top{to_int(match['n'])}" if name == "top" else name))
    if (
        patterns.search("阶码[^,;。?]{0,8}(?:十进制|真值)", problem.text)
        and patterns.search("十进制", problem.text)
        and any(name == "field" for _, name in asked)
    ):
        asked = [(place, "field decimal" if name == "field" else name) for place, name in asked]
    problem.settle()
    names = [both[1], both[2]] if both and compared else ["前者", "后者"] if compared else []
    return _questions(problem, events, asked, format, claimed, back is not None, came is not None, names)


def _questions(
    problem: Floats,
    events: list[tuple[int, str, Any]],
    asked: list[tuple[int, str]],
    format: str,
    claimed: list[re.Match[str]],
    back: bool,
    came: bool,
    compared: list[str],
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
            names = ["int code" if patterns.search("机器数|十六进制", problem.text) else "int value"]
    else:
        if "value" in names and not came:
            names = (
                [name for name in names if name != "value"]
                if patterns.search("十六进制|机器数|机器码", problem.text) and "code" in names
                else names
            )
            if "value" in names:
                return None
        if not names and patterns.search("float|double|单精度|双精度", problem.text):
            names = ["code"]
        if came and "value" in names:
            names = ["stored" if name == "value" else name for name in names]
        if "code" not in names and patterns.search(
            r"(?:写出?|求|给出)[^,;。?!]{0,24}(?:\d|数|它)(?:的)?[^,;。?!]{0,16}(?:表示|格式|机器数|编码)", problem.text
        ):
            names = ["code", *names]
        if set(names) & {"int", "normal"}:
            return None
    if compared and (kind != "code" or len(events) != 2 or compared[0] == compared[1] or back):
        return None
    if not names and not compared:
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
        for match in patterns.findall(r"(?<![\d.])[-+]?[01]+(?:\.[01]+)?(?![\d.])", problem.text)
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
            **({"compared": compared} if compared else {}),
            "claimed": (claimed[0]["x"] or claimed[0]["h"]).upper() if claimed else "",
        },
        understood=(("机器数" if kind == "code" else "数", "、".join(shown)), ("格式", f"IEEE 754 {format}")),
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
