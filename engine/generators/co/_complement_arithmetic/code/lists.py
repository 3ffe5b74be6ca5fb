"""The codes of a list of numbers: `write -13/64, 29/128, 100 and -87 in sign-magnitude, complement and ones' complement of 8 bits`."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import ClassVar

from engine.generators import patterns
from engine.generators.co._complement_arithmetic.code.solving import write
from engine.generators.co._complement_arithmetic.fixed.numbers import NUMBER, is_binary, number
from engine.generators.co._topic import Topic
from engine.generators.kind import Missing, Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import INTEGER, StayOut, stay_out, to_int

TASK = "code list"
_KINDS = {"原": "sign", "反": "ones", "补": "two", "移": "excess"}
_NAMES = {"sign": "原码", "ones": "反码", "two": "补码", "excess": "移码"}
_SIGNS = {code: sign for sign, code in _KINDS.items()}
_CODE = r"(?:原码|反码|补码|移码)"
_ASKED = re.compile(
    rf"(?:试|请|并|分别)*(?:写出|给出|求出?|表示|计算|用|以|列出|转换成|表示成|表示为|写成)?[^,。;:?\d]{{0,24}}?(?P<codes>{_CODE}(?:(?:、|,|和|与|及|以及){_CODE}){{0,3}})(?:来)?(?:的)?(?:表示|形式|编码)*(?:分别|各|应)?(?:[是为](?:多少|什么))?"
)
_ITEM = re.compile(
    rf"(?:用|以|按|作为)?(?P<form>小数|整数)?(?:表示)?\s?(?<![\d.A-Za-z/+-])(?P<value>{NUMBER})(?!\s?(?:位|bit|个|[-+×*·÷/=]|\d))(?:D(?![A-Za-z]))?"
)
# `..., or say that it overflows`: what does not fit is part of the answer.
_OR_OVERFLOW = re.compile(
    r"[,(]?(?:或者?|否则|不能表示(?:的|时)?|若不能表示)(?:请)?(?:表明|说明|指出|注明|写明|标明|标注)?(?:为|是|该数据|该数|此数|其|它|数据|会|将)*溢出\)?"
)


class CodeList(Topic):
    """A list of numbers whose codes are asked."""

    words: ClassVar[str] = (
        "下列 以下 下面 各数 各 数 十进制 十进制数 二进制 二进制数 整数 小数 真值 各真值 对应 机器 机器数 字长 数字长 计算机 某机 定点 定点数 定点小数 定点整数 用 表示 写出 求 给出 转换 成 为 的 试 要求 形式 "
        "其中 包括 含 符号位 符号 最高位 编码 码 数据 若 设 假设 带符号 有符号 带符号数 之 D B 题 小题 分别 用十进制 如果 是 则 小数点 在 之后 后 又是 值 结果"
    )
    refused: ClassVar[str] = (
        r"浮点|阶码|尾数|IEEE|float|double|BCD|校验|地址|[左右]移(?!码)|无符号|[-+]\s?[A-Za-z]\s?[-+=]|相加|相减|溢出|范围|最[大小](?!位)|比较|哪|寄存器|补码为|原码为|反码为|补=|原=|反=|扩展|左边|右边|十六进制|变形|双符号|模|可能|移(?!码)|取反|求补|[几多][个少](?!\s*[。?]?\s*$)|绝对值|之和|之差|求和|相乘|之积|每位|各位|相反|取负|有无"
    )


def recognise(text: str) -> Recognition | None:
    """Numbers in a row or item by item, and the codes asked of each."""
    if not patterns.search(r"原码|反码|补码|移码", text):
        return None
    overflow = bool(_OR_OVERFLOW.search(text))
    text = _OR_OVERFLOW.sub("", text)
    if "(1)" in text and "(2)" in text:
        text = patterns.sub(r"(?<![第(])\(\s?[1-9]\s?\)", ";", text)
    problem = CodeList(patterns.sub(r"^\s*\d{1,2}\.\d{1,2}[.、\s]\s*(?=[\u4e00-\u9fff])", "", text))
    problem.take_all(
        r"\(?[,、]?(?:其中)?(?:均|都)?(?:含|包括|包含|有|其中)*\s?(?:1|一)\s?(?:位|个|bit)\s?(?:的|为|是)?(?:数)?符(?:号)?(?:位)?(?:在内)?\)?|\(?(?:其中)?(?:含|包括|最高位为|最高位是|MSB(?:\s?是最高位)?)(?:\(?又?是?)?符号位\)?(?:在内)?\)?"
    )
    problem.take_all(
        r"(?:其中)?\s?(?:MSB|LSB)\s?(?:是|为)(?:最[高低]位)(?:\(?又?是?符号位?\)?)?|(?:如果|若)(?:是|为)?(?:小数|整数)[,]?(?:则)?小数点(?:在|位于)\s?(?:MSB|LSB)\s?(?:之后|后面?)|\(符号位?\)|(?:,)?(?:并)?(?:设)?最高位(?:为|是)符号位(?:,)?(?:真值(?:为|是)\d位)?"
    )
    width = problem.take_one(
        (
            rf"(?:机器)?(?:数)?(?:字长|位数|长度)(?:均|都)?(?:为|是|=|:|取)*\s*(?P<value>{INTEGER})\s*(?:位|bit)",
            rf"\(?(?:均|都)?(?:用|采用|以|按|取)?\s*(?P<value>{INTEGER})\s*(?:位|bit)(?:的)?(?:二进制)?(?:定点)?(?:数)?(?:表示)?\)?(?=补码|原码|反码|移码|机器数|表示|字长|二进制|定点|,|。|;|\s|:|\)|的)",
        ),
        to_int,
    )
    asked = problem.take_asked(_ASKED.pattern)
    codes = list(dict.fromkeys(_KINDS[sign] for match in asked for sign in patterns.findall("([原反补移])码", match["codes"])))
    items = list(_ITEM.finditer(problem.rest))
    problem.take_spans([match.span() for match in items])
    problem.settle()
    if not codes or not 1 <= len(items) <= 10 or len(asked) > 2:
        return None
    texts = [match["value"] for match in items]
    binary = (is_binary(texts) or "二进制数的" in text or "二进制真值" in text) and "十进制" not in text
    numbers = []
    for match in items:
        fixed = number(match["value"], binary)
        form = {"小数": "fraction", "整数": "integer"}.get(match["form"] or "", fixed.form)
        if form != fixed.form and abs(fixed.value) != 1:
            stay_out("an integer as a fraction")
        if not fixed.value and (not overflow or fixed.form == "fraction"):
            stay_out("nought has two codes")
        numbers.append([match["value"].strip(" ()"), str(fixed.value), form])
    parameters = {"task": TASK, "codes": codes, "numbers": numbers, "overflow": overflow}
    understood = (("数", "、".join(one[0] for one in numbers)), ("求", "、".join(_NAMES[code] for code in codes)))
    if width is None:
        return Recognition(parameters=parameters, understood=understood, missing=(Missing("bits", "机器数是几位的？", "字长 {} 位"),))
    if not 3 <= width <= 64:
        return None
    return Recognition(parameters={**parameters, "width": width}, understood=(("字长", f"{width} 位"), *understood))


def solve(parameters: Parameters) -> Solution:
    """Every number's codes in order."""
    width, told, plain, steps = parameters["width"], [], [], []
    for text, value, form in parameters["numbers"]:
        scaled = Fraction(value) * (1 << width - 1 if form == "fraction" else 1)
        if scaled.denominator != 1:
            stay_out("more digits than there are")
        made = []
        for kind in parameters["codes"]:
            if not scaled and kind in ("sign", "ones"):
                made.append((kind, f"{0:0{width}b} 或 {'1' + '01'[kind == 'ones'] * (width - 1)}"))
                continue
            try:
                bits = write(int(scaled), width, kind)
            except StayOut:
                if parameters.get("overflow"):
                    made.append((kind, "溢出"))
                    continue
                if int(scaled) != -(1 << width - 1):
                    raise
                made.append((kind, "不存在"))
                continue
            made.append((kind, f"{bits[0]}.{bits[1:]}" if form == "fraction" and kind != "excess" else bits))
        told.append("，".join(f"[x]{_SIGNS[kind]} {'= ' if code[0] in '01' else ''}{code}" for kind, code in made))
        plain.append("，".join(code for _, code in made))
        digits = f"{abs(int(scaled)):0{width - 1}b}"
        steps.append(
            f"{text}：{width - 1} 位数值为 `{digits}`（{'负' if Fraction(value) < 0 else '正'}数），"
            + "，".join(f"{_NAMES[kind]} `{code}`" for kind, code in made)
        )
    if len(told) > 1:
        answer = "；".join(f"{text}：{one}" for (text, _, _), one in zip(parameters["numbers"], told, strict=True))
    else:
        answer = told[0]
    return Solution(
        answer=answer,
        also=(*plain, *_hexadecimal(plain[0], width)) if len(plain) == 1 else ("；".join(plain),),
        steps=paragraphs(
            "原码是符号位加绝对值；负数的反码数值位取反，补码取反加 1；移码是补码的符号位取反；正数的原码、反码、补码相同。",
            "\n".join(f"{place}. {line}" for place, line in enumerate(steps, 1)),
        ),
    )


def _hexadecimal(code: str, width: int) -> tuple[str, ...]:
    """One code in hexadecimal, as options have it."""
    bits = code.replace(".", "")
    return (f"{int(bits, 2):0{width // 4}X}H",) if width % 4 == 0 and patterns.fullmatch("[01]+", bits) else ()
