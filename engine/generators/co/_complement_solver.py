"""Reading two's-complement problems by their parts: operands named or not, an operation in symbols, words or as an instruction."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.generators.co._clauses import Clauses
from engine.generators.kind import Missing, Recognition
from engine.generators.reading import INTEGER, stay_out, to_int

_NAME = r"(?:\(\s*[A-Za-z]\d{0,2}\s*\)|(?<![A-Za-z0-9])[A-Za-z]\d{0,2}(?![A-Za-z0-9]))"
_VALUE = r"\(?(?:0x[0-9a-f]+|(?<![0-9a-z])[0-9a-f]+\s?h(?![a-z0-9])|[01]{1,4}(?: [01]{4})+b?|[-+]?\d+(?:\s?b(?![a-z0-9]|\s*[=为是:,]?\s*[-+]?\d))?)\)?(?![\d.])"
_AND = r"\s*(?:和|与|及|、|,|以及)\s*"
_OF_WHAT = (
    r"(?:变量|型|寄存器|中|的|真值|内容|机器数|补码|值|初值|现|当前|补|数|十进制|表示|分别|依次|各|存放|存储|保存|放|有|着|了|内|里)*"
)
_HARMLESS = """
补码 补 机器 机器数 机器码 计算机 整数 带符号 有符号 带符号整数 有符号整数 定点 定点数 二进制 十六进制 表示 加 减 加减 运算 加减法 加法 减法 加法器 加法运算 减法运算 执行 执行后 指令 结果 真值 值 寄存器 内容 通用寄存器 机 补码运算 z 并 指出 说明 后 变量 存放 存放在 两个 int 型 数 带符号数 输入 输入端 输出 输出的和 和 差 进位 借位 标志 标志位 状态标志 各标志 状态 溢出 是否 有无 判断 产生 发生 会 字长 机器字长 位 寄存器中 之和 之差 累加器 ALU 运算器 分别 是 给出 进/借位 完成 操作 指令后 四个 4个 整数分别 十进制 数值 做 送 存 器 最终 保存 均 都 或 产生的 得 放 回 算 做减法 做加法 做 存入 之后 此时 里是啥 是啥 机器 写出来
"""
_FLAGS = (
    (
        r"溢(?:出)?(?:了)?(?:没|不)(?:有)?溢出?|(?:是否|会不会|有无|有没有|判断)?(?:产生|发生|出现)?溢出(?:标志)?(?:位)?(?:\(?(?:OF|V)\)?)?(?:位)?|(?<![A-Za-z])OF(?![A-Za-z])",
        "OF",
    ),
    (r"(?:进位?/?借?位|借位)(?:标志)?(?:位)?(?:\(?(?:CF|C)\)?)?|(?<![A-Za-z])CF(?![A-Za-z])", "CF"),
    (r"符号(?:标志)?(?:位)?\(?(?:SF|S|N)\)?|符号标志|(?<![A-Za-z])[SN]F(?![A-Za-z])", "SF"),
    (r"零(?:标志)?(?:位)?\(?(?:ZF|Z)\)?|零标志|(?<![A-Za-z])ZF(?![A-Za-z])", "ZF"),
)


def _common(text: str) -> tuple[Clauses, int | None]:
    reading = Clauses(text)
    reading.refuse(
        r"原码|反码|移码|BCD|浮点|乘|除法|移位|左移|右移|无符号|unsigned|Booth|阶码|char|求补|取反|绝对值|扩展|截断|三个|连加|进位加|带进位"
    )
    bits = reading.take_one(
        (
            rf"(?:机器)?字长(?:均|都)?(?:为|是|=|:)*(?P<value>{INTEGER})\s*位",
            rf"(?:用|采用|以|均为|都是|是)?(?P<value>{INTEGER})\s*(?:位|bit)(?:二进制)?(?:的)?(?:整数)?(?:定点)?(?:带符号|有符号)?(?:整数)?(?:补码|寄存器|机器数|带符号|有符号|加法器|运算器|计算机|机器|机|字长|整数|ALU|数据|数)",
            r"(?<![\d.A-Za-z])(?P<value>8|16|32|八|十六)\s*(?:位|bit)(?:的)?(?=,|。|;|\s|$|\(|补|做|执行|运算|计算)",
            rf"(?:寄存器|数|数据|加法器|运算器|机器数)(?:均|都)?(?:为|是)(?P<value>{INTEGER})\s*位",
        ),
        to_int,
    )
    reading.take_all(
        r"[(,]?(?:其中)?(?:含|包括|包含|其中)?(?:1|一)(?:位|个)?(?:为|是)?(?:符号位?)(?:1位|一位)?\)?|\(?(?:含|包括)(?:符号位?)(?:1位|一位)?\)?"
    )
    return reading, bits


def _names(*texts: str) -> list[str]:
    return [re.sub(r"[()\s]", "", text).lower() for text in texts]


def _operands(reading: Clauses) -> dict[str, tuple[str, str]]:
    """name -> (value, mark of a code); nameless operands are called `#1` and `#2`.

    Raises:
        StayOut: two values for one name.
    """
    values: dict[str, tuple[str, str]] = {}

    def put(name: str, value: str, mark: str) -> None:
        value = value.strip("() ")
        if values.setdefault(name, (value, mark)) != (value, mark):
            stay_out("two values for one name")

    for match in reading.take_all(
        rf"(?P<one>{_NAME})(?P<mark>{_OF_WHAT}){_AND}(?P<other>{_NAME})(?P<more>{_OF_WHAT})(?:为|是|=|:)\s*(?P<v>{_VALUE}){_AND}(?P<w>{_VALUE})"
    ):
        one, other = _names(match["one"], match["other"])
        mark = "code" if re.search("机器数|补|内容|寄存器", match["mark"] + match["more"]) else ""
        put(one, match["v"], mark)
        put(other, match["w"], mark)
    for match in reading.take_all(rf"(?P<one>{_NAME})(?P<mark>{_OF_WHAT})(?:=|为|是|:)\s*(?P<v>{_VALUE})"):
        put(_names(match["one"])[0], match["v"], "code" if re.search("补|机器数|内容", match["mark"]) else "")
    if not values:
        pair = reading.take(
            rf"(?:两|2)?(?:个)?(?:端)?(?:输入|加数|操作数|数|补码|机器数|整数)(?:端)?(?:的)?(?:数据|内容|机器数|补码)?(?:分别|依次|各|是|为|:|=)*\s*(?P<v>{_VALUE}){_AND}(?P<w>{_VALUE})"
        )
        if pair:
            put("#1", pair["v"], "code")
            put("#2", pair["w"], "code")
    return values


def operation(text: str) -> Recognition | None:
    """x ± y of two operands; the code of the result, its value and the flags."""
    reading, bits = _common(text)
    reading.refuse(r"小数|变形|双符号|模4|\d\.\d")
    values = _operands(reading)
    found: set[tuple[str, str, str]] = set()
    for match in reading.take_all(
        rf"(?:{_NAME}\s*(?:←|<-|=)\s*)?(?P<a>{_NAME})补?\s*(?P<op>[-+加减])\s*(?P<b>{_NAME})(?:的?补码?)?|(?P<code>sub|add|cmp)\s+(?P<c>{_NAME})\s*,\s*(?P<d>{_NAME})(?:\s*,\s*(?P<e>{_NAME}))?"
    ):
        if match["code"]:
            first, second = (match["d"], match["e"]) if match["e"] else (match["c"], match["d"])
            found.add((_names(first)[0], "+" if match["code"].lower() == "add" else "-", _names(second)[0]))
        else:
            found.add((_names(match["a"])[0], match["op"].replace("减", "-").replace("加", "+"), _names(match["b"])[0]))
    if not found and set(values) == {"#1", "#2"}:
        signs = {sign for word, sign in (("加法器|相加|之和|的和|求和|加法", "+"), ("相减|之差|减法", "-")) if reading.has(word)}
        if len(signs) == 1:
            found.add(("#1", signs.pop(), "#2"))
    if not values:
        sum_ = reading.take(rf"(?P<v>{_VALUE})\s*,?\s*(?:执行)?(?P<op>[-+加减])(?:去|上)?\s*(?P<w>{_VALUE})")
        if sum_:
            values = {"#1": (sum_["v"].strip("() "), ""), "#2": (sum_["w"].strip("() "), "")}
            found.add(("#1", sum_["op"].replace("减", "-").replace("加", "+"), "#2"))
    if len(values) != 2 or len(found) != 1:
        return None
    first, operator, second = found.pop()
    if {first, second} != set(values):
        return None
    reading.take_all(
        rf"\(\s*[a-z]\d?\s*\)|(?:送|存|放)(?:回|到|入|进)*[a-z]\d?(?![a-z])|(?<![a-z0-9])(?:{'|'.join(re.escape(name) for name in values if not name.startswith('#')) or 'x'})(?![a-z0-9])|(?<![a-z0-9])[a-z]\s*=\s*(?=\ue000)"
    )
    reading.take_all(r"\(?(?:减法)?(?:的)?CF(?:表示|为|是|按)借位(?:算|计|计算)?\)?")
    reading.take_all(
        r"(?:输出的?|运算|寄存器里?|[的])*(?:结果|和|差|机器数|内容|值|里)(?:\((?:用)?(?:十六|二)进制(?:数)?(?:表示)?\))?(?:各|分别|应|寄存器|里)*(?:是|为|等于)?(?:多少|什么|几|啥)"
    )
    asked = reading.take_words(_FLAGS)
    if reading.take_all(r"(?:各|所有|四个)(?:状态)?标志位?(?:的值)?|标志位(?:各|分别)?(?:是|为)(?:多少|什么)"):
        asked = asked or ["OF", "SF", "ZF", "CF"]
    if not reading.asks() and not asked and not reading.text.rstrip("。 ").endswith(("为", "是")):
        return None
    reading.finish(_HARMLESS)
    lengths = {
        len(value.replace(" ", "").lower().removesuffix("b"))
        for value, mark in values.values()
        if mark and set(value.replace(" ", "").lower()) <= set("01b")
    }
    if (
        bits is None
        and len(lengths) == 1
        and len(values) == 2
        and all(set(value.replace(" ", "").lower()) <= set("01b") for value, _ in values.values())
    ):
        bits = lengths.pop()
    shown = "x" if first == "#1" else first, "y" if second == "#2" else second
    parameters: dict[str, object] = {
        "task": "operation",
        "operands": [list(values[first]), list(values[second])],
        "names": list(shown),
        "subtracting": operator == "-",
        "asked": asked or ["OF"],
        "flagged": bool(asked),
    }
    understood: list[tuple[str, str]] = [
        (shown[0], values[first][0]),
        (shown[1], values[second][0]),
        ("运算", f"{shown[0]} {operator} {shown[1]}"),
    ]
    if bits is None:
        return Recognition(
            parameters=parameters, understood=tuple(understood), missing=(Missing("bits", "机器数是几位的？", "字长 {} 位"),)
        )
    if bits not in (4, 5, 6, 7, 8, 9, 10, 12, 16, 32, 64):
        return None
    parameters["bits"] = bits
    return Recognition(parameters=parameters, understood=(("字长", f"{bits} 位补码"), *understood))


def converted(text: str) -> Recognition | None:
    """An integer stored in a variable of the same width but the other signedness."""
    reading = Clauses(text)
    widths = {"char": 8, "short": 16, "int": 32}
    kind = r"(?:(?P<{0}u>unsigned|signed)\s+)?(?P<{0}t>char|short|int)(?:\s+int)?"
    declared = reading.take(
        rf"(?<![A-Za-z]){kind.format('a')}\s+(?P<x>[a-z]\w*)\s*=\s*(?P<value>-?\d+)\s*[;,]\s*{kind.format('b')}\s+(?P<y>[a-z]\w*)\s*=\s*(?:\((?:unsigned\s+)?(?:char|short|int)(?:\s+int)?\)\s*)?(?P<same>[a-z]\w*)\s*;?"
    )
    if declared is None or declared["x"].lower() != declared["same"].lower() or declared["x"].lower() == declared["y"].lower():
        return None
    one, other = ((declared[f"{side}u"] or "").lower() == "unsigned" for side in "ab")
    if (
        declared["at"].lower() != declared["bt"].lower()
        or one == other
        or (declared["at"].lower() == "char" and not (declared["au"] and declared["bu"]))
    ):
        return None
    bits, value = widths[declared["at"].lower()], int(declared["value"])
    if not (0 <= value < 1 << bits if one else -(1 << bits - 1) <= value < 1 << bits - 1):
        return None
    reading.take_all(rf"(?<![a-z0-9_]){re.escape(declared['y'])}(?![a-z0-9_])")
    if not reading.has("值|输出|多少|几|结果"):
        return None
    reading.refuse("机器数|十六进制|printf")
    reading.finish(_HARMLESS + " C语言 语言 程序 程序段 代码 变量 输出多少 语句 后 执行")
    return Recognition(
        parameters={"task": "converted", "bits": bits, "value": value, "signed": one},
        understood=((f"{bits} 位{'无' if one else '带'}符号整数", str(value)), ("求", f"看作{'带' if one else '无'}符号整数的值")),
    )


def overflowing(text: str) -> Recognition | None:
    """Which of the options' operations overflows; several named codes are given."""
    reading, bits = _common(text)
    reading.refuse(r"小数|变形|双符号|模4|\d\.\d")
    values = _operands(reading)
    wanted = reading.take_words(
        (
            (
                r"(?:下列|以下|下面|上述)?(?:各)?(?:运算|操作|计算|式子|表达式)?(?:中)?(?:,)?(?:的结果)?(?:不会|不|未|没有)(?:发生|产生|出现)?溢出(?:的)?(?:运算|操作)?(?:的)?(?:是|有|为)?",
                "fine",
            ),
            (
                r"(?:下列|以下|下面|上述)?(?:各)?(?:运算|操作|计算|式子|表达式)?(?:中)?(?:,)?(?:的结果)?(?:会|将|可能|能)?(?:发生|产生|出现)?溢出(?:的)?(?:运算|操作)?(?:的)?(?:是|有|为)?",
                "overflow",
            ),
        )
    )
    reading.take_all(rf"(?<![a-z0-9])(?:{'|'.join(map(re.escape, values)) or 'x'})(?![a-z0-9])")
    if len(values) < 3 or len(wanted) != 1 or bits is None or any(name.startswith("#") for name in values):
        return None
    reading.take_all(rf"(?<![\d.]){INTEGER}个")
    reading.finish(_HARMLESS + " 下列 以下 运算中 将 若 存放在一个 一个")
    return Recognition(
        parameters={"task": "which", "bits": bits, "operands": {name: list(value) for name, value in values.items()}, "wanted": wanted[0]},
        understood=(("字长", f"{bits} 位补码"), *((name, value[0]) for name, value in values.items())),
    )


_FRACTION = r"(?P<sign>[-+]?)0\.(?P<digits>[01]{2,})B?(?![\d.])"


def fractions(text: str) -> Recognition | None:
    """x ± y of two binary fractions with two sign bits."""
    reading = Clauses(text)
    reading.refuse(r"原码|反码|移码|BCD|浮点|乘|除法|移位|左移|右移|Booth|阶码")
    if not reading.take_all(
        r"(?:采用|用|使用|按)?(?:双符号位?|变形补码|模4补码|两位符号位?|2位符号位?)(?:\((?:双符号位|变形补码|模4补码|双符号|两位符号位?)\))?(?:的)?(?:补码)?(?:表示)?(?:法|方法|形式)?"
    ):
        return None
    values: dict[str, tuple[int, int]] = {}
    for match in reading.take_all(rf"(?<![A-Za-z0-9])(?P<name>[a-z])(?:的)?(?:真值)?\s*(?:=|为|是|:)\s*{_FRACTION}"):
        number = int(match["digits"], 2) * (-1 if match["sign"] == "-" else 1)
        if values.setdefault(match["name"].lower(), (number, len(match["digits"]))) != (number, len(match["digits"])):
            stay_out("two values for one name")
    operations = {
        (match["a"].lower(), match["op"].replace("减", "-").replace("加", "+"), match["b"].lower())
        for match in reading.take_all(
            r"(?<![A-Za-z0-9])(?P<a>[a-z])(?:补|变补)?\s*(?P<op>[-+加减])\s*(?P<b>[a-z])(?![A-Za-z0-9])(?:的?补码?|变补)?"
        )
    }
    reading.take_all(
        r"(?:结果)?(?:的)?(?:双)?符号位|溢(?:出)?(?:了)?(?:没|不)(?:有)?溢出?|(?:是否|有无|有没有|判断)?(?:产生|发生|出现)?(?:属于|是)?(?:哪一?种|什么|何种|正|负|上|下)?溢出(?:情况|类型)?"
    )
    if len(values) != 2 or len(operations) != 1:
        return None
    first, operator, second = operations.pop()
    places = {value[1] for value in values.values()}
    if {first, second} != set(values) or len(places) != 1:
        return None
    reading.finish(_HARMLESS + " 变补 小数 定点小数 情况 类型 运算结果")
    return Recognition(
        parameters={
            "task": "fractions",
            "x": values[first][0],
            "y": values[second][0],
            "places": places.pop(),
            "subtracting": operator == "-",
        },
        understood=(("表示", "双符号位补码"), ("运算", f"{first} {operator} {second}")),
    )


def flags_in_order(asked: Sequence[str]) -> bool:
    """Whether CF was asked for before OF, so that the answer says them in that order."""
    return "CF" in asked and "OF" in asked and list(asked).index("CF") < list(asked).index("OF")
