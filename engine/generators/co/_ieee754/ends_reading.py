"""Reading problems about the ends of a floating-point format, and about the format itself."""

from __future__ import annotations

from typing import ClassVar

from engine.generators import patterns
from engine.generators.co._ieee754.words import Floats, format_of
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out


def ends(text: str) -> Recognition | None:
    """The largest or smallest numbers of a format, the next after 1, the least whole number it does not hold."""
    problem = Floats(text)
    power = problem.take_asked(r"(?:是|为|等于)?2的(?:多少|几|\(\s*\)|\s+)次(?:方|幂)")
    format = format_of(problem)
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
            r"最大(?:的)?(?:能|所能|可以|可|够|表示|的)*(?:正)?规格化(?:的)?(?:正)?(?:浮点)?(?:数|值)?|(?:正)?规格化(?:的)?(?:正)?数?(?:\ue000|\(|\))*(?:所能|能)?(?:取到|表示)?(?:的)?最大(?:的)?(?:值|正数|数)|最大(?:的)?(?:正)?(?:整)?(?:数|值)",
            "max",
        ),
        (
            r"最小(?:的)?正规格化(?:的)?(?:正)?(?:浮点)?(?:数)?|最小(?:的)?规格化(?:的)?正(?:浮点)?(?:数)?|规格化(?:的)?正数(?:的)?最小值|规格化(?:的)?(?:数)?(?:\ue000|[,()]|所|能|可以?|表示|的)*最小(?:的)?正(?:数|值)",
            "min",
        ),
        (r"(?:规格化(?:的)?正数|正规格化数)(?:一共|总共|共)?(?:有)?(?:多少|几)个", "count"),
    ):
        asked += [(match.start(), name) for match in problem.take_asked(pattern)]
    coded = problem.take_asked(
        r"(?:其|对应|它)?(?:的)?(?:机器数|机器码|机内码|编码|IEEE(?:754)?表示|十六进制(?:机器数|表示|编码|代码)?|16进制(?:机器数|表示|编码|代码)?)(?:\(?(?:十六进制|16进制|用十六进制表示)\)?)?(?:又|各|分别)*(?:是|为)?(?:多少|什么|啥)?"
    )
    with_value = problem.take_asked(r"(?:其|对应|它)?(?:的)?(?:十进制)?(?:真值|数?值)(?:又|各|分别)*(?:是|为)?(?:多少|什么|啥)?")
    problem.take_all(
        r"\(\s*[1-4]\s*\)|用2的幂写出表达式(?:即可)?|(?:是)?2的(?:多少|几)次(?:方|幂)|2(?:的)?(?:整数)?(?:次)?(?:的)?(?:幂|次方)(?:次)?(?:的)?(?:形式)?|正(?=数)|(?:int|整数)?转\ue000*会丢精度|\(?阶码字段\s*1\s*~\s*254\)?|能(?:表示|取到)(?:的)?|规格化|(?:是|为)(?:多少|几)"
    )
    problem.refuse("负|范围|绝对值|补码|(?:多少|几)个")
    problem.settle()
    names = list(dict.fromkeys(name for _, name in sorted(asked)))
    if not names:
        return None
    if power and (len(names) != 1 or names[0] not in ("min", "min-subnormal", "step") or coded):
        return None
    if coded and set(names) - {"max", "min", "max-subnormal", "min-subnormal"}:
        return None
    shown = "code" if coded else "power" if power else ""
    if coded and with_value:
        shown = "code and value" if coded[0].start() < with_value[0].start() else "value and code"
    elif coded and patterns.search(r"数(?:是|为)?多少[^?]*(?:机器数|进制|编码)", problem.text):
        shown = "value and code"
    return Recognition(
        parameters={"task": "extreme", "which": names, "format": format, "shown": shown}, understood=(("格式", f"IEEE 754 {format}"),)
    )


def constants(text: str) -> Recognition | None:
    """How many bits the fields of a format have, and its bias."""
    problem = Floats(text)
    if patterns.search(r"\d{4}", patterns.sub("754-20", "", text)):
        return None
    format = format_of(problem)
    if format is None:
        return None
    asked: list[tuple[int, str]] = []
    for match in problem.take_asked(
        r"(?:符号位?[、,])?阶码(?:字段|部分)?(?:和|与|、)尾数(?:字段|部分)?(?:的)?(?:位数)?(?:各|分别)(?:占|是|为|有|用)*(?:几|多少)(?:个)?位"
    ):
        if "符号" in match[0]:
            return None
        asked += [(match.start(), "exponent"), (match.start() + 1, "fraction")]
    for pattern, name in (
        (r"(?:阶码|指数)(?:字段|部分)?(?:占|是|为|有)?(?:几|多少)(?:个)?位", "exponent"),
        (r"尾数(?:字段|部分)?(?:占|是|为|有)?(?:几|多少)(?:个)?位", "fraction"),
        (r"偏置(?:值|常数|量)?(?:是|为)?(?:多少|几)", "bias"),
        (r"(?:规格化(?:数)?)(?:的)?(?:中)?[,]?(?:其)?(?:阶码|指数)(?:的)?(?:真值)?(?:的)?(?:取值)?范围(?:是|为)?(?:多少)?", "powers"),
    ):
        asked += [(match.start(), name) for match in problem.take_asked(pattern)]
    problem.settle()
    if not asked:
        return None
    return Recognition(
        parameters={"task": "constants", "format": format, "asked": [name for _, name in sorted(asked)]},
        understood=(("格式", f"IEEE 754 {format}"),),
    )


# A field with its sign counted (`阶码 6 位，含 1 位阶符`) or beside it (`阶符 1 位、阶码 5 位`).
_FIELDS = tuple(
    (
        rf"(?:{sign})(?:为|占)?\s*1\s*位[、,和]?\s*{word}(?:值|数值)?(?:部分)?(?:为|占)?\s*(?P<beside>\d{{1,2}})\s*位",
        rf"{word}(?:为|占|用|有|:)*\s*(?P<n>\d{{1,2}})\s*位(?:补码)?\(?,?(?:其中)?(?:含|包括|包含|有)*(?:1|一)?位?(?:{sign}|符号位?)(?:1|一)?位?(?:在内)?(?:,(?P<code>补码))?(?:,?规格化)?(?:表示)?\)?",
    )
    for word, sign in (("阶码", "阶符"), ("尾数", "数符|尾符"))
)


class _Plain(Floats):
    """A format of an exponent and a fraction, each with its sign."""

    words: ClassVar[str] = (
        f"{Floats.words} 其中 阶符 阶码 数符 尾数 若 则 该 所 能 可 表示 的 数值 数 设 某机 浮点数 位 补码 移码 原码 均 都 用 采用 格式 如下 基数 为 2"
    )
    refused: ClassVar[str] = Floats.refused.replace("|基数", "") + r"|IEEE|754|反码|精度|转换|十进制"


def plain_format(text: str) -> Recognition | None:
    """The ends and the range of a format whose exponent is a two's complement (or biased alike), its fraction a complement or a sign and a size."""
    if "阶" not in text:
        return None
    problem = _Plain(text)
    found = [next((match for pattern in ways if (match := problem.take(pattern))), None) for ways in _FIELDS]
    if None in found:
        return None
    sizes = [int(match["beside"]) + 1 if "beside" in match.groupdict() else int(match["n"]) for match in found if match is not None]
    total = problem.take_one(r"(?P<value>\d{1,2})\s*位(?:的)?浮点(?:数)?(?:格式)?", int)
    first = problem.take(r"阶码(?P<both>和尾数)?(?:均|都)?(?:采?用|以)(?P<code>移码|补码)(?:表示)?")
    second = problem.take(r"尾数(?:采?用|以)(?P<code>补码|原码)(?:表示)?")
    if first is None and text.count("补码") > 1:
        code = "补码"
    elif first is not None and (second is not None or (first["both"] and first["code"] == "补码")):
        code = second["code"] if second is not None else "补码"
    else:
        return None
    asked: list[tuple[int, str]] = []
    for pattern, name in (
        (r"最大(?:的)?正数", "most"),
        (r"最小(?:的)?规格化(?:的)?正数|规格化(?:的)?最小(?:的)?正数|最小(?:的)?正规格化数", "least normal"),
        (r"绝对值最大(?:的)?负数|最小(?:的)?负数|最小(?:的)?数", "least"),
        (
            r"(?:则)?(?:该|此)?(?:浮点数)?(?:所)?(?:能|可)?(?:表示)?(?:的)?(?:数)?(?:的)?(?:数值|取值|表示)?(?:的)?范围(?:是|为)?(?:多少)?",
            "range",
        ),
    ):
        asked += [(match.start(), name) for match in problem.take_asked(pattern)]
    problem.settle()
    names = [name for _, name in sorted(asked)]
    exponent, fraction = sizes
    if not names or not 3 <= exponent <= 12 or not 3 <= fraction <= 57 or total not in (None, exponent + fraction):
        return None
    if ("range" in names and (len(names) > 1 or "规格化" in text)) or (code == "原码" and names != ["range"]):
        return None
    return Recognition(
        parameters={"task": "plain", "exponent": exponent, "fraction": fraction, "code": code, "asked": names},
        understood=(("阶码", f"{exponent} 位，含 1 位阶符"), ("尾数", f"{fraction} 位{code}，含 1 位数符")),
    )


_BITS_OF_FORMAT = (
    (
        r"(?:k\s*=\s*)?(?P<n>\d{1,2})\s*位(?:的)?(?:阶码|指数)(?:字段|位|部分)?",
        r"(?:阶码|指数)(?:字段|部分|E)?(?:占|为|有|用|k|=|是)*\s*(?P<n>\d{1,2})\s*(?:位|bit)",
    ),
    (
        r"(?:n\s*=\s*)?(?P<n>\d{1,2})\s*位(?:的)?(?:小数|尾数|有效数)(?:字段|位|部分)?",
        r"(?:尾数|小数|有效数)(?:字段|部分|M)?(?:占|为|有|用|n|=|是)*\s*(?P<n>\d{1,2})\s*(?:位|bit)",
    ),
)


def small(text: str) -> Recognition | None:
    """A format like IEEE 754's with fields of other sizes: the value of a code, the code of a value, its ends."""
    problem = Floats(text)
    sizes = []
    for ways in _BITS_OF_FORMAT:
        found = [match for pattern in ways for match in problem.take_all(pattern)]
        if len({match["n"] for match in found}) != 1:
            return None
        sizes.append(int(found[0]["n"]))
    exponent, fraction = sizes
    if not 2 <= exponent <= 11 or not 2 <= fraction <= 30 or (exponent, fraction) in ((8, 23), (11, 52)):
        return None
    bias = (1 << exponent - 1) - 1
    for match in problem.take_all(
        r"(?:阶码)?(?:的)?(?:偏置|偏移)(?:量|值|常数|bias)?(?:为|是|=|Bias|取)*\s*(?P<n>\d{1,4})(?!\s*[\^(-])|(?:阶码)?(?:的)?(?:偏置|偏移)(?:量|值|常数)?(?:为|是|=)*\s*2\^\(?(?:k|\d)-1\)?-1(?:\s*=\s*(?P<m>\d+))?"
    ):
        bias = int(match["n"] or match["m"] or bias)
    total = problem.take(r"(?P<n>\d{1,2})\s*位(?:的)?(?:IEEE)?(?:格式)?(?:的)?(?:浮点|小浮点)(?:数)?(?:表示|格式)?")
    problem.take_all(
        r"(?:其中)?(?:1|一)(?:个)?位?(?:是|为)?(?:的)?(?:数符|符号)(?:位|字段)?|(?:数符|符号)位?(?:占|为|用)?(?:1|一)位|(?:基于|类似|遵循|按照?|采用|与)?IEEE(?:\s*-?\s*754)?(?:标准|规则|格式)?(?:的)?(?:格式|标准|规则|方式)?(?:类似|相同)?|(?:采用)?(?:就近)?舍入到偶数|隐藏(?:最高)?位|(?<![A-Za-z])[knsEM](?![A-Za-z])"
    )
    codes = problem.take_all(rf"(?<![\d.])(?P<code>[01][ |,]*[01]{{{exponent}}}[ |,]*[01]{{{fraction}}})(?![\d.])")
    asked: list[tuple[int, str]] = []
    for pattern, name in (
        (r"最大(?:的)?(?:正)?非规格化(?:的)?(?:正)?(?:数|值)?", "max-subnormal"),
        (r"最小(?:的)?(?:正)?(?:的)?非规格化(?:的)?(?:正)?(?:数|值)?", "min-subnormal"),
        (r"最小(?:的)?(?:正)?(?:的)?规格化(?:的)?(?:正)?(?:数|值)?", "min"),
        (r"最大(?:的)?(?:有限|正|的)*(?:\(?规格化\)?)?(?:的)?(?:正|有限)?(?:浮点)?(?:数|值)", "max"),
        (
            r"(?:位模式|编码|机器数|代码)?\s*\ue000*(?:所)?(?:表示|代表|对应)?(?:的)?(?:十进制)?(?:真值|数值|数|值|大小)(?:是|为)?(?:多少|什么)?|\ue000+(?:所)?表示(?:多少|什么|几)",
            "value",
        ),
    ):
        asked += [(match.start(), name) for match in problem.take_asked(pattern)]
    problem.take_all(r"(?:该|这种|此)格式(?:下)?(?:能|可|所能|能够)?(?:表示)?(?:的)?|能(?:够)?表示(?:的)?|位模式")
    problem.settle()
    names = list(dict.fromkeys(name for _, name in sorted(asked)))
    if not names or (total and int(total["n"]) != 1 + exponent + fraction) or ("value" in names) != bool(codes):
        return None
    if bias < 1:
        stay_out("bias")
    return Recognition(
        parameters={
            "task": "small",
            "sizes": [exponent, fraction, bias],
            "codes": [patterns.sub(r"\D", "", match["code"]) for match in codes],
            "which": names,
        },
        understood=(("格式", f"1 位数符，{exponent} 位阶码（偏置 {bias}），{fraction} 位尾数"),),
    )
