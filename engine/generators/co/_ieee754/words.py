"""What problems of floating-point codes call things, and the formats, codes and numbers that they name."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import ClassVar

from engine.generators.co._topic import Topic
from engine.generators.reading import stay_out

HEX = r"(?<![0-9A-Za-z.])(?:0x\s?(?P<x>[0-9A-Fa-f]{4}(?:[ ]?[0-9A-Fa-f]{4}){0,3})H?|(?P<h>[0-9A-Fa-f]{4}(?:[ ]?[0-9A-Fa-f]{4}){0,3})\s?(?:H|\)16))(?![0-9A-Za-z.])"
FIELDS = r"(?<![0-9A-Za-z.])(?P<s>[01])[ ,|]+(?P<e>[01]{8}|[01]{11})[ ,|]+(?P<m>[01]{23}|[01]{52})(?![0-9A-Za-z.])"
SCALED = r"(?P<sign>[-+])?\s*(?:(?P<m>\d+(?:\.\d+)?(?:/\d+)?)\s*[×xX*·]\s*)?2\s*\^\s*\(?(?P<p>[-+]?\d{1,3})\)?(?:\s*[+]\s*(?P<plus>\d+))?"
PLAIN = r"(?<![0-9A-Za-z.^])(?P<v>[-+]?\d+(?:\.\d+|\s*/\s*\d+)?)(?![0-9A-Za-z.^]|\s*[位个×xX*字]|进制|的幂|\s*(?:年|题|bit))"


class Floats(Topic):
    """A problem of IEEE 754."""

    words: ClassVar[str] = (
        "浮点 浮点数 格式 标准 规格化 规格化数 表示 变量 型 类型 型变量 数据 转换 转换成 转换为 强制 强制类型转换 转 数 x y z f a b X Y 对应 存储 存放 寄存器 程序 程序段 语言 C语言 值 实数 形式 代码 内容 位 计算机 机 机器 机器数 机器码 内存 存 存入 存成 结果 十六进制 16进制 二进制 十进制 "
        "IEEE IEEE754 赋值 执行 执行后 后 能 所能 可 编码 语句 编译 运行 真值 单精度 双精度 float double 一个 变成 变 化成 化为 写成 写作 装入 机器内部 就近舍入 到偶数 就近舍入到偶数 短浮点数 解释 标准下 下 按 规则同 规则 存储形式 数值 小数 整个 字段 前几位 部分 符号 数符 阶码 尾数 移码 精确 精确表示 里 中 所 存进去 型数 强转 转成 放 求 单 实际 保存 寄存器里 都 当 看 用 写 还原 算 数符位 隐藏位 已知 一 某 加起来 相加 两个 减去 给 浮点型 声明 定义 再 问 8位 32位 64位 考研党 党 求问 表达式 写出表达式 幂 另一个 另 让 只记得 记得 让求 即 16进制"
    )
    refused: ClassVar[str] = r"BCD|bfloat|基数|截断|大端|小端|证明|为什么|代码打印|union|自定|忘记|unsigned|short|char|误差"


def format_of(problem: Floats) -> str | None:
    """The format that a text names; None where it names none.

    Raises:
        StayOut: it names two.
    """
    problem.take_all(
        r"(?:IEEE)?\s*-?\s*(?<!\d)754(?!\d)(?:标准)?(?:\s*-\s*(?:2008|1985|2019))?|IEEE|(?:阶码)?(?:的)?(?:偏置|偏移)(?:值|常数|量)?(?:为|是|取|用|=)*(?:127(?![\d.])|1023(?![\d.])|7FH)|(?:1|一)位隐藏位?|(?:其中)?(?:阶码|指数)(?:字段|部分)?(?:为|占|用|是|有)*(?:8|11)位(?:移码)?(?!是?(?:多少|几|什么|啥))|尾数(?:字段|部分)?(?:为|占|用|是|有)*(?:23|52)位|(?:数符|符号位)(?:为|占)?1位|\(移码[、,]8位\)"
    )
    half = problem.take_all(r"半精度(?:\(?[^()]{0,40}\))?")
    double = problem.take_all(
        r"(?:64位(?:的)?)?双精度(?:\(double\))?|(?:64位(?:的)?)(?=浮点|格式|IEEE|机器数|标准)|(?<![A-Za-z])double(?![A-Za-z])(?:型)?|的64位(?=机器)|(?<=[,。;])64位(?:的)?(?:那种)?(?=[,。;?!]|$)"
    )
    single = problem.take_all(
        r"(?:32位(?:的)?)?单精度(?:\((?:32位|float)\))?|32位(?:的)?(?=浮点|格式|IEEE|短|标准|单|的|二进制|机器数|十六进制|寄存器|内)|短浮点数?|(?<![A-Za-z])float(?![A-Za-z])(?:型)?(?:\(\ue000*\))?"
    )
    found = [name for name, matches in (("半精度", half), ("双精度", double), ("单精度", single)) if matches]
    if len(found) > 1:
        stay_out("two formats")
    return found[0] if found else None


def code_of(match: re.Match[str]) -> tuple[int, int]:
    """A code and its width."""
    if match.groupdict().get("s"):
        bits = match["s"] + match["e"] + match["m"]
        return int(bits, 2), len(bits)
    digits = (match["x"] or match["h"]).replace(" ", "")
    return int(digits, 16), 4 * len(digits)


def scaled_of(match: re.Match[str]) -> Fraction:
    """`-1.5×2^-3` as a number."""
    value = Fraction(match["m"] or 1) * Fraction(2) ** int(match["p"])
    if match["plus"]:
        value += int(match["plus"])
    return -value if match["sign"] == "-" else value
