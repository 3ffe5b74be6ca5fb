"""Reading problems about postfix and prefix expressions: conversion, value, and the stack on the way."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from engine.generators.ds._clauses import finish, opened
from engine.generators.kind import Recognition
from engine.generators.reading import Reading, stay_out

_OPERAND = r"(?:[A-Za-z](?![A-Za-z])|\d+(?:\.\d+)?)"
_INFIX = rf"(?:\(\s*)*{_OPERAND}(?:\s*\))*(?:\s*[-+*/×÷]\s*(?:\(\s*)*{_OPERAND}(?:\s*\))*)+"
_POSTFIX = rf"{_OPERAND}(?:[\s,、]+(?:{_OPERAND}|[-+*/×÷]))+(?:[\s,、]*[-+*/×÷])*"
_JOINED_POSTFIX = r"(?<![A-Za-z0-9])[A-Za-z]{2,}(?:[-+*/×÷][A-Za-z]*)+(?![A-Za-z0-9(])"
_VALUE = r"(?<![A-Za-z0-9])(?P<name>[A-Za-z])\s*=\s*(?P<value>\d+(?:\.\d+)?)(?![\d.])"
_OWN = """
表达式 算术表达式 四则运算 四则 左结合 式子 算式 式 操作数 运算数 空格 分隔 隔开 用空格隔开 数 栈 利用栈 用栈 借助栈 运算符 操作符 运算符栈 操作符栈 操作数栈 变换 转换 转化 转 转成 转为 变 化 化成 写成 改写 改写成 改成 变成 换成 等价 等价的 形式 前缀 后缀 中缀 相应 对应 手工 手动 手算
单个数字 单个 时刻 这个时刻 从底到顶 底到顶 自底向顶 值 最终 求值 计算结果 运算结果 最终结果 初始 为空 初始为空 空 从左到右 依次 过程 过程中 转换过程 转换过程中 计算过程 计算过程中 整个过程 扫描 元素 内容 中间 栈里 栈中 栈内 此时栈中 字符 各 时 里 序列 四则混合运算 混合 加减乘除 除法 逆波兰 波兰 最后 成 里面 放 存 存有 都 符号 运算符号 有哪些 哪些 分别 其中 个 自底向上 遍历 栈法 等于 下
"""


def recognise(text: str) -> Recognition | None:
    """An expression and what is asked of it; None where it is something else."""
    reading = opened(text)
    reading.refuse(
        r"\^|乘方|(?<!不是)右结合|递归|整除|取整|优先级(?!规则|一般|按|照)|优先于(?!加减)|等价的中缀|(?:为|成|转|出|的)中缀|树|#|两个栈|双栈|后缀表(?!达|示)|自右向左|从右(?:到|往|向)左"
    )
    reading.take_all(
        r"\(?(?:其中)?(?:(?:运)?算符|操作符|同级(?:的)?(?:运算符)?|各运算符)?(?:均|都|满足|是)*(?:为)?(?:左结合|从左(?:到|往|向)右(?:结合|计算|算)?)(?:性|的)?|\(?先?乘除(?:后|优先于|先于)加减\)?|(?:按照?)?(?:通常|一般|正常|常规)(?:的)?优先级(?:规则)?"
    )
    inclusive = reading.take_all(
        r"\(?(?:左)?括号(?:也|都|均|和运算符)*(?:要)?(?:入栈|进栈|算(?:在内|进去|上|入)?|计(?:入|算)?|压栈|包括在内)\)?|\(?(?:含|包括|包含|连|计)(?:左)?括号(?:在内|也算|一起)?\)?|(?:从)?栈底(?:元素)?(?:到|至|在左|→)*(?:栈顶)?(?:方向)?|(?:从)?(?:左|底)(?:为|是)?栈底"
    )
    without = reading.take_all(r"\(?(?:不(?:含|算|计|包括)|除去?)(?:左)?括号\)?")
    reading.take_all(r"\(?还没有?(?:读|扫描|处理)到?(?:后面的?)?右括号(?:的时候|时)?\)?")
    at = reading.take(
        r"(?:当|在)?(?:刚(?:好)?)?(?:扫描|读|处理|读入|遍历|扫|看)(?:到|了|至)?(?:表达式(?:的|中)?)?(?:操作数|字符|字母|符号|元素)?\s*(?P<token>[A-Za-z])(?![A-Za-z])(?:这个)?(?:字符|元素|操作数)?(?:的)?(?:\(?(?:操作数)?\s*(?P=token)\s*(?:已|已经|刚|直接)(?:被)?(?:输出|送出|输出了)\)?)?(?:的)?(?:时候?|之?后|处|这里|那里|那一步)?"
    )
    deepest = reading.take_all(
        r"(?:(?:运算符|操作符|操作数)?栈)?(?:\(?括号也?入栈\)?)?(?:的)?(?:中|里|内)?(?:的)?(?:最多|最大|至多|最深|最少|至少)(?:同时|时)*(?:存|有|放|存有|存放|保存|压|会有|需要|要|应|能|容纳|为|是)*(?:了)?(?:(?:多少|几)个?)?(?:深度|元素|符号|运算符|操作符|操作数|字符|容量|大小)?(?:(?:的)?(?:个数|数目|数))?|栈(?:的)?(?:最大)?(?:深度|容量|大小)(?:最多|最大|至少|最少)?"
    )
    assigned = reading.take_all(_VALUE)
    values = {match["name"]: match["value"] for match in assigned}
    if len(values) != len(assigned):
        stay_out("a name with two values")
    reading.take_all(
        r"逆波兰(?:表达)?式?\s*\(\s*(?:即|也就是)?后缀(?:表达)?式?\s*\)|后缀(?:表达)?(?:式|形式)?\s*\(\s*(?:即|又称|也称|也叫|也就是)?逆波兰(?:表达|表示)?[式法]?\s*\)"
    )
    prefix = bool(
        reading.take_all(
            r"(?:的)?(?:等价)?(?:的)?(?:前缀|(?<!逆)波兰)(?:表示|表达)?(?:式|法|形式)*(?:\s*\(\s*(?:即|又称|也叫)?(?:前缀(?:表达)?式?|(?<!逆)波兰(?:表达|表示)?[式法]?)\s*\))?"
        )
    )
    to_convert = bool(reading.take_all(r"中缀(?:表示|表达)?式?|中缀"))
    reading.take_all(r"(?:的)?(?:等价)?(?:的)?(?:后缀|逆波兰)(?:表示|表达)?(?:式|法|形式)*")
    value_words = reading.take_all(
        r"的?(?:最终|计算|运算)?(?:的)?(?:值|结果)(?:是|为|等于)?(?:多少)?|求值|(?:算|计算)(?:出来|下来|一下|得)*(?:等于|是|得)?(?:多少)|等于(?:多少|几)"
    )
    if not re.search("[前后]缀|波兰", reading.text):
        return None
    infix_first = to_convert or (reading.has(_INFIX) and not _postfix_text(reading))
    if not infix_first:
        return _evaluated(reading, values, bool(at), bool(deepest), prefix, bool(value_words))
    return _converted(
        reading,
        values,
        at,
        bool(deepest),
        bool(without),
        bool(inclusive),
        prefix,
        bool(re.search("后缀|逆波兰", reading.text)),
        bool(value_words),
    )


def _postfix_text(reading: Reading) -> bool:
    return (
        reading.has(rf"(?:{_POSTFIX})(?=\s*[^-+*/×÷\w(]|$|[\u3400-\u9fff])")
        and reading.has(r"[\w)][\s,、]+[-+*/×÷](?:[\s,、]+[-+*/×÷]|\s*[,、。?;:]|\s*$|\s*[\u3400-\u9fff\ue000])")
    ) or reading.has(_JOINED_POSTFIX)


def _evaluated(reading: Reading, values: Mapping[str, str], at: bool, deepest: bool, prefix: bool, valued: bool) -> Recognition | None:
    found = reading.take(_POSTFIX) or reading.take(_JOINED_POSTFIX)
    if found is None or prefix or at:
        return None
    tokens = re.findall(r"[A-Za-z]|\d+(?:\.\d+)?|[-+*/]", found[0].replace("×", "*").replace("÷", "/"))
    reading.refuse(r"[-+*/×÷^()]\s*\ue000|\ue000\s*[-+*/×÷^](?![\w\s]*\ue000)")
    finish(reading, _OWN)
    if reading.has("转|化为|写成") or not (valued or deepest or re.search("多少|计算|求|算|几", reading.text)):
        return None
    if any(token.isalpha() and token not in values for token in tokens) or not set(values) <= set(tokens):
        stay_out("operands without values")
    told = [values.get(token, token) for token in tokens]
    task = "operands" if deepest else "value"
    return Recognition(parameters={"task": task, "tokens": told}, understood=(("后缀表达式", " ".join(told)),))


def _converted(
    reading: Reading,
    values: Mapping[str, str],
    at: re.Match[str] | None,
    deepest: bool,
    without: bool,
    inclusive: bool,
    prefix: bool,
    postfix: bool,
    valued: bool,
) -> Recognition | None:
    infix = reading.take(_INFIX)
    if infix is None or values:
        return None
    tokens = re.findall(r"[A-Za-z]|\d+(?:\.\d+)?|[-+*/()]", infix[0].replace("×", "*").replace("÷", "/"))
    before, after = reading.rest[: infix.start()].rstrip()[-1:], reading.rest[infix.end() :].lstrip()
    if (before and before in "-+*/×÷^(=") or re.match(r"[-+*/×÷^=)]|\((?!\s*\)|[\u3400-\u9fff])", after):
        stay_out("an expression cut short")
    reading.refuse(r"[-+*×÷/](?![\u3400-\u9fff])")
    finish(reading, _OWN)
    parameters: dict[str, Any] = {"task": "postfix", "tokens": tokens}
    if valued and re.search("值|等于|算出", reading.text):
        if at is not None or deepest or prefix or not postfix or any(token.isalpha() for token in tokens):
            stay_out("a value of letters, or a value and more")
        parameters["valued"] = True
    asked = "后缀表达式"
    if at is not None:
        if re.search(
            r"(?:后缀|逆波兰)(?:表达|表示)?式?(?:怎么写|是什么|是多少|(?:是|为)[?。]|,?(?:并|和)(?:求|写出|给出|说明))", reading.text
        ):
            stay_out("the whole expression, and the stack on the way")
        if deepest or prefix or without or tokens.count(at["token"]) != 1:
            stay_out("a token read twice, or not at all")
        parameters |= {"task": "stack", "at": at["token"]}
        asked = f"扫描到 {at['token']} 时的运算符栈"
    elif deepest:
        if prefix:
            return None
        parameters |= {"task": "depth", "parentheses": not without}
        asked = f"运算符栈最多时的元素个数（{'不' if without else ''}含括号）"
    elif inclusive or without:
        return None
    elif prefix:
        first = reading.text.find("前缀") if "前缀" in reading.text else re.search("(?<!逆)波兰", reading.text).start()  # type: ignore[union-attr]
        later = re.search("后缀|逆波兰", reading.text)
        forms = ["prefix"] if not postfix or later is None else ["prefix", "postfix"] if first < later.start() else ["postfix", "prefix"]
        parameters |= {"task": "forms", "forms": forms}
        asked = "前缀表达式" if len(forms) == 1 else "前缀和后缀表达式"
    elif not postfix:
        return None
    return Recognition(parameters=parameters, understood=(("中缀表达式", "`" + "".join(tokens) + "`"), ("求", asked)))
