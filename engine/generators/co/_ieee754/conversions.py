"""Reading plain conversions between numbers and IEEE 754 codes, whatever the order of the sentence and the notation of the code."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any, ClassVar

from engine.generators import patterns
from engine.generators.co._ieee754.words import HEX, SCALED, Floats, code_of, scaled_of
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out

_NUMBER = r"(?<![0-9A-Za-z.^/])(?P<v>[-+]?\s?\d+(?:\.\d+|\s?/\s?\d+)?)(?![0-9A-Za-z.^/]|\s*[位个×xX*]|\s*(?:进制|的幂|bit))"
# What the formula or the layout of the format says, which a converter knows.
_LAYOUT = re.compile(
    r"(?:注:?|其中:?|已知:?)?(?:IEEE\s?754)?(?:单精度)?(?:浮点数)?(?:的)?(?:计算|计数|数值|真值|求值)?公式(?:为|是|:)*\s*[^,。;\u4e00-\u9fff]{6,40}|"
    r"\(?-1\)?\s?\^?\s?[sS]\s?[×*]\s?\(?\s?1\.?\s?[+.]?\s?[fFmM]\)?\s?[×*]\s?2\s?\^?\s?\(?\s?[eE]\s?-\s?(?:127|1023)\)?|"
    r"(?:该标准|该格式|格式|其中)?(?:中)?(?:使用|采用|为|是|有|:|,)*\s*(?:(?:数符|符号|符号位)(?:占|为)?\s?1\s?位|1\s?位(?:为|是)?(?:的)?(?:数符|符号)位?)(?:\(?S\)?)?\s?[、,]\s?"
    r"(?:(?:阶码|指数)(?:占|为)?\s?8\s?位|8\s?位(?:为|是)?(?:的)?(?:偏置|移码)?(?:阶码|指数))(?:\([^()\d]{0,10}\)|\(偏移量?(?:为)?127\)|用移码表示)?\s?(?:[、,和]|以及)+\s?(?:(?:尾数|小数)(?:占|为)?\s?23\s?位|23\s?位(?:为|是)?(?:的)?(?:尾数|小数))(?:\([^()\d]{0,12}\))?|"
    r"(?:一个)?浮点数(?:由|包括|包含)(?:数符|符号位?)\s?S?\s?[、,]\s?阶码\s?E?\s?[、,和]\s?尾数\s?M?\s?(?:这)?(?:三个|3个)?(?:域|部分|字段)?(?:组成|构成)?|"
    r"(?:阶码)?(?:的)?(?:偏置|偏移)(?:值|常数|量)?(?:为|是|取|用|=)*(?:127|1023)(?![\d.])"
)
_CODES = (
    (re.compile(r"\(\s?([0-9A-Fa-f]{4}\s?[0-9A-Fa-f]{4}(?:\s?[0-9A-Fa-f]{4}\s?[0-9A-Fa-f]{4})?)\s?\)\s?(?:16|H)(?![0-9A-Za-z])"), r"\1H"),
    (
        re.compile(r"(?:16进制|十六进制)(?:的)?(?:数|代码|机器数|编码|表示|存储格式|内容)*(?:为|是|:)?\s?([0-9A-F]{8})(?![0-9A-Za-z])"),
        r"代码\1H",
    ),
)
_BITS = re.compile(r"(?<![0-9A-Za-z.])((?:[01]{4} ){7}[01]{4}|[01]{32}|[01] ?[01]{8} ?[01]{23})B?(?![0-9A-Za-z.])")


class Conversions(Floats):
    """A conversion."""

    words: ClassVar[str] = (
        f"{Floats.words} 短浮点数 短浮点 长浮点数 格式 格式存储 标准 被赋予 赋予 使用 二进制存储格式 存储格式 存储 若 已知 设 某 数 其 该 此 浮点数 规格化 规格化数 规格化浮点数 单精度数 转换 转换成 转换为 转化 转化为 化为 化成 写成 表示 表示成 表示为 用 采用 将 把 "
        "十进制 十进制数 十进制值 十六进制 十六进制数 16进制 二进制 二进制形式 代码 编码 求 求出 计算 写出 给出 要求 最后 最后格式 格式用 结果 结果用 最终 形式 单选 题 解 答 过程 步骤 转换过程 列出 数据 变量 型 下列 下面 以下 各 所 对应 如下 机器 计算机 中 在 内 机内 浮点数格式 浮点格式 实数 数值 十进制实数 32位 X Y x y 按此 按 此 列 IEEE标准 机器数 机器码 真值 值"
    )
    refused: ClassVar[str] = (
        rf"{Floats.refused}|最[大小]|范围|[阶尾](?:码|数)(?:的|各|分别|是|为)*(?:真值|多少|几|什么)|隐藏|指数(?:是|为)|补码|int(?![A-Za-z])|比较|哪|相加|相减|[A-Za-z]\s?[-+]\s?[A-Za-z]|(?:加|减|乘|除)(?:上|去|以)|(?<!偏)移(?!码)|精确|溢出|倍|舍入误差|如何|区别|非规格化|(?<=\d)\s?\+\s?\d"
    )


def _written(text: str) -> str:
    """Codes as `41360000H`, numbers without their base."""
    text = patterns.sub(r"(?<![\u3400-\u9fff])以(?=\s?IEEE)", "用", _LAYOUT.sub(",", text))
    if "(1)" in text and "(2)" in text:
        text = patterns.sub(r"\(\s?[1-9]\s?\)(?=\s?[-+\d(])", ";", text)
    for pattern, form in _CODES:
        text = pattern.sub(form, text)
    text = _BITS.sub(lambda bits: f"{int(patterns.sub('[^01]', '', bits[1]), 2):08X}H", text)
    text = patterns.sub(r"\(\s?([-+]?\d+(?:\.\d+)?)\s?\)\s?10(?!\d)", r" \1 ", text)
    return patterns.sub(r"\((?:\d{1,2}\s?分|单选|多选|十进制|二进制|十六进制|float|double|32位|64位|必须[^()]{0,10}步骤)\)", " ", text)


def recognise(text: str) -> Recognition | None:
    """Numbers or codes of one format, the other of which is asked."""
    if not patterns.search(r"754|短浮点|长浮点|float|double", text):
        return None
    problem = Conversions(_written(text))
    format = _format(problem)
    wide = 64 if format == "双精度" else 32
    subjects: list[tuple[int, dict[str, Any]]] = []
    codes = list(patterns.finditer(HEX, problem.rest, re.IGNORECASE))
    problem.take_spans([match.span() for match in codes])
    for match in codes:
        value, width = code_of(match)
        if width != wide:
            stay_out("a code of another length")
        subjects.append((match.start(), {"code": value}))
    numbers = [(match, scaled_of(match)) for match in problem.take_all(SCALED)]
    for match in problem.take_all(rf"(?<![\d)])\(?{_NUMBER}\)?"):
        plain = match["v"].replace(" ", "")
        if plain.endswith("/0"):
            return None
        numbers.append((match, Fraction(plain)))
    for match, number in numbers:
        subjects.append((match.start(), {"value": str(number)}))
    if not subjects or len(subjects) > 6 or (codes and numbers):
        return None
    if any(not number for _, number in numbers):
        return None
    texts = [match[0] for match, _ in numbers]
    if (
        numbers
        and "十进制" not in text
        and all(set(patterns.sub(r"[^\d]", "", one)) <= set("01") and len(patterns.sub(r"[^\d]", "", one)) > 2 for one in texts)
    ):
        return None  # binary or decimal
    if codes:
        asked = problem.take_asked(
            r"(?:所)?(?:表示|代表|对应|存储)?(?:的)?(?:十进制)?(?:浮点数)?(?:的)?(?:真值|数值|十进制(?:数|值|实数)?|实数|(?<=的)值|(?<=其)值|浮点数)(?:\([^()]{0,6}\))?(?:各|分别)?(?:是|为|等于)?(?:多少|几|什么|何值)?|(?:转换|转化|化|换算|写|变)(?:成|为)(?:相应的|对应的)?十进制(?:数|真值|值|形式)?"
        )
        if any(not patterns.search("值|十进制|实数", match[0]) for match in asked) and not any(
            patterns.search("值|十进制|实数", match[0]) for match in asked
        ):
            return None
        wanted = "value"
    else:
        asked = problem.take_asked(
            r"(?:用|按照?|采用|以)(?:\ue000|\s|格式|标准|浮点|数)+(?:方式|格式|形式|标准)?(?:分别)?(?:来)?表示|(?:转换|转化|化|换算|写|变|表示)(?:成|为)\s?(?:\ue000|的|格式|标准|规格化|浮点|浮点数|机器数|十六进制|32位|存储形式|形式|数|\s)*|(?:用|按|采用|以)?(?:\ue000|的|格式|标准|短浮点数)+(?:浮点数?)?(?:的)?(?:表示|编码|机器数|存储|格式)(?:形式|格式|为|是)?|(?:的)?(?:机器数|机器码|十六进制(?:机器数|表示|数)?(?:形式)?|编码|存储内容|浮点表示|浮点数表示|浮点数格式|二进制存储格式|存储格式|表示形式)(?:是|为)?(?:多少|什么)?"
        )
        wanted = "code"
    if not asked:
        return None
    problem.take_all(
        r"(?:用|以|写成|表示成|按)?(?:\d{1,2}位)?(?:十六进制|16进制|二进制|十进制)(?:数)?(?:形式|格式|表示|给出)*|(?<![A-Za-z])[XxYyfa](?![A-Za-z0-9])|[=|]|\(\d\)"
    )
    problem.take_all(
        r"(?:要求)?(?:列出|写出|给出)(?:转换|计算)?(?:的)?(?:过程|步骤)|(?:最终)?(?:浮点)?(?:表示|结果)?以\s?\d\s?位\ue000+(?:形式)?(?:给出)?"
    )
    problem.settle()
    if codes and patterns.search("机器数(?:是|为)多少|机器数(?:是|为)?\\s*$", problem.text):
        return None
    return Recognition(
        parameters={
            "task": "numbers",
            "format": format,
            "subjects": [subject for _, subject in sorted(subjects, key=lambda one: one[0])],
            "asked": [wanted],
            "claimed": "",
        },
        understood=(
            ("机器数" if codes else "数", "、".join(match[0].strip() for match in (codes or [match for match, _ in numbers]))),
            ("格式", f"IEEE 754 {format}"),
            ("求", "真值" if codes else "机器数"),
        ),
    )


def _format(problem: Conversions) -> str:
    """The format that a text names, single precision where it names none."""
    problem.take_all(r"(?:IEEE)?\s*-?\s*(?<!\d)754(?!\d)(?:标准)?(?:\s*-\s*(?:2008|1985|2019))?|IEEE(?:标准)?")
    double = problem.take_all(
        r"(?:64\s?位(?:的)?)?(?:双精度|长浮点数?)(?:\(?64位\)?)?|(?<![A-Za-z])double(?![A-Za-z])(?:型)?|64\s?位(?:的)?(?=浮点|格式)"
    )
    single = problem.take_all(
        r"(?:32\s?位(?:的)?)?(?:单精度|短浮点数?)(?:\(?(?:32位|float)\)?)?(?:格式)?|(?<![A-Za-z])float(?![A-Za-z])(?:型)?|32\s?位(?:的)?(?=浮点|格式|单|标准|机器数|规格化)"
    )
    if double and single:
        stay_out("two formats")
    problem.refuse("半精度|扩展精度")
    return "双精度" if double else "单精度"
