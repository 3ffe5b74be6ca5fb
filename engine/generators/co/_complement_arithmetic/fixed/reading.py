"""Reading sums, products and quotients of fixed-point numbers as textbooks set them: several cases, codes with one or two sign bits.

`x = 0.11011, y = -0.10101`, once or case by case, or `115 + (-24)` item by item; asked are codes of the numbers, of sums such as `2x - y`,
products and quotients, and whether they overflow.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any, ClassVar

from engine.generators import patterns
from engine.generators.clauses import ORDINARY as GENERAL
from engine.generators.co._complement_arithmetic.fixed.numbers import NUMBER, Fixed, coded_number, is_binary, number
from engine.generators.co._topic import Topic
from engine.generators.kind import Missing, Recognition
from engine.generators.reading import INTEGER, stay_out, to_int

TASK = "fixed"
_KINDS = {"补": "two", "原": "sign", "反": "ones", "移": "excess"}
_NAME = r"(?<![A-Za-z0-9])[A-Za-z][12]?(?![A-Za-z0-9])"
_IS = r"\s*(?:=|为|是|:)+\s*"
_GIVEN = re.compile(
    rf"(?P<name>{_NAME})\s*(?:\((?:二进制|真值|十进制)\))?(?:的)?(?P<kind>补|原|反|移)?(?:码)?(?:的)?(?:真值|值)?(?:表示)?(?:分别)?{_IS}(?P<value>{NUMBER})(?!\s?[-+×*·÷/]\s?[\d(A-Za-z])(?![,、]\s?{NUMBER}\s?,)"
)
_PAIR = re.compile(
    rf"(?P<one>{_NAME})(?P<kind>补|原|反)?(?:码)?(?:和|与|、|,|及)(?P<two>{_NAME})(?:补|原|反)?(?:码)?(?:的)?(?:补码|真值|值)?(?:分别|各|依次)?{_IS}(?P<v>{NUMBER})\s?(?:和|与|、|,|及)\s?(?P<w>{NUMBER})"
)
_OPERATOR = r"\s?(?:[-+×*·•⋅∙÷/]|加上?|减去?|乘以?|除以)\s?"
_INLINE = re.compile(
    rf"(?<![\d.A-Za-z/])(?<![-+×*·÷/]\s)(?<![-+×*·÷/])(?P<v>{NUMBER})\s?(?P<op>[-+×*·•⋅∙÷])\s?(?P<w>{NUMBER})(?!\s?[-+×*·÷/\d])"
)
_TERM = r"(?:\d{1,2}\s?/\s?\d{1,2}\s?)?\d?\s?(?:NAME)(?:\s?/\s?\d{1,2})?"
_METHODS = (
    (
        r"(?:定点)?原码(?:的)?(?:一位|1位|直接)?(?:乘法?|阵列乘法器?|并行乘法器?)(?:\((?:一位乘)\))?(?:运算)?(?:规则|方法|器)?",
        "multiply by magnitudes",
    ),
    (
        r"(?:定点)?补码(?:的)?(?:一位|1位|直接|校正)?(?:乘法?|阵列乘法器?|并行乘法器?)(?:运算)?(?:的)?\s?\(?(?:规则|方法|器|比较法)?\(?(?:Booth|布斯)?(?:算法|法|乘法)?\)?|(?:补码)?(?:Booth|布斯)(?:\(?(?:Booth|布斯)\)?)?(?:算法|法|乘法|一位乘法?)*",
        "multiply complements",
    ),
    (r"(?:带求补器的)?(?:补码)?阵列乘法器", "multiply complements"),
    (r"一位乘法?", "multiply"),
    (r"(?:定点)?原码(?:的)?(?:一位)?恢复余数(?:除)?法?|(?<!不)恢复余数(?:除)?法", "restore"),
    (
        r"(?:定点)?原码(?:的)?(?:一位)?(?:加减交替|不恢复余数)(?:一位)?(?:除)?法?(?:\((?:加减交替|不恢复余数)(?:除)?法\))?|(?<!码)(?:加减交替|不恢复余数)(?:除)?法|原码(?:一位|1位|阵列)?除法器?(?:运算)?",
        "alternate",
    ),
    (
        r"(?:定点)?补码(?:的)?(?:一位)?(?:加减交替|不恢复余数)(?:一位)?(?:除)?法?(?:\((?:加减交替|不恢复余数)(?:除)?法\))?",
        "alternate complements",
    ),
)


_TWO_SIGN_BITS = r"双符号位?|变形补码|模4补码|[两二2]位符号位"


class FixedPoint(Topic):
    """A problem of fixed-point arithmetic."""

    words: ClassVar[str] = (
        "补码 原码 反码 补 原 反 机器数 真值 真值表示 二进制 二进制数 十进制 十进制数 定点 定点数 小数 整数 定点小数 定点整数 带符号 有符号 带符号整数 有符号整数 带符号数 有符号数 补码表示 "
        "运算 加法 减法 加减 加减法 加减运算 补码运算 乘法 除法 运算方法 计算方法 方式 规则 法则 位 表示 用 采用 变量 数 两数 二数 两个数 数值 值 结果 之和 和 差 积 商 余数 机器 字长 计算机 某机 机 之后 "
        "写出 列出 要求 要 有 竖式 算式 算法 步骤 过程 严格 详细 具体 运算过程 计算过程 计算步骤 形式 自定 直接 完成 求 试 试用 它们 它 其 他们 的 对结果进行讨论 讨论 指出 判断 说明 情况 同时 并 请 写 给出 竖 式 公式 分别 依次 各 按 以 写成 "
        "B b 一位 1位 解 例 例题 答 按照 若 设 已知 现有 给定 对应 所示 中 下面 下列 以下 下列各 各 各题 各数 各组 组 组数 题 小题 运算结果 运算器 由 在 实现 进行 执行 某 机内 内 器 所得"
    )
    ordinary: ClassVar[str] = f"{GENERAL} 运算过程 计算步骤 运算步骤 详细运算过程 竖式 算式"
    refused: ClassVar[str] = (
        r"浮点|阶码|尾数|IEEE|float|double|BCD|余3|校验|地址|[左右]移|移码|无符号|逻辑|电路|寄存器|OF|CF|ZF|SF|标志|进位|截断|舍入|模\s?2(?!\^)|CRC|十六进制|机器周期|时间|延迟|绝对值|移(?!码)|取反|求补|[几多少]个|每一?位|相反数"
    )

    def mark_asked_at(self, place: int) -> None:
        """What stands there asks."""
        self._asked_at.add(place)


def _spaced(text: str) -> str:
    """Numbers in one piece: `0 .11011`, `X = - 0.1`."""
    if patterns.search(_TWO_SIGN_BITS, text):  # `X = 11 0010` with two sign bits is a code
        text = patterns.sub(
            rf"(?P<name>{_NAME})(?:补码?)?{_IS}(?P<signs>[01]{{2}}) (?P<rest>[01]{{3,32}})(?![\d.])", r"\g<name>补=\g<signs>,\g<rest>", text
        )
    return patterns.sub(r"(?<=[=为是:]) ?([-+]) (?=[\d(])", r"\1", text)


def recognise(text: str) -> Recognition | None:
    """Numbers, what is asked of them, and by which method."""
    if patterns.search(r"(?:用|采用|以|按)(?:定点)?反码(?!表示)|反码(?:加|减|运算)|[两二2]位乘|补码(?:的)?恢复余数|对阶", text):
        return None  # ways that are not worked here
    if not patterns.search(r"补|原|反码|Booth|布斯|乘|除|恢复余数|加减交替|溢出", text):
        return None
    problem = FixedPoint(_spaced(patterns.sub(r"^\s*\d{1,2}\.\d{1,2}\s*(?=[\u4e00-\u9fffA-Za-z])", "", text)))
    double = bool(
        problem.take_all(
            r"\(?(?:变形|双符号位?|模4|模四|[两二双2]位符号位?)(?:\((?:双符号位?|变形)?(?:补码?)?\)|(?:的)?补码?)?(?:\(?(?:双符号位?|[两二2]位符号位?)(?:补码)?\)?)?(?:补码)?(?:表示)?(?:法|方法|形式)?(?:的)?\)?"
        )
    )
    width, signs = _width(problem)
    methods = _methods(problem)
    cases, spans = _cases(problem)
    problem.take_spans(spans)
    if not cases:
        return None
    asked = _asked(problem, cases)
    problem.take_all(
        r"(?:请|试)?(?:采用|利用|用|以|按)(?:机器)?(?:补码|原码)(?:的)?(?:加减法?|运算|规则|方法|形式|加、减法)*(?:运算)?(?:规则|方法)?(?:计算|求|完成|运算)(?:出)?(?:下列|以下|下面)?(?:各)?(?:题|式|组数?|值|算式)?"
    )
    overflow = bool(
        problem.take_asked(
            r"(?:并)?(?:且)?(?:同时)?(?:请)?(?:判断|指出|说明|讨论|判别|确定)?(?:其|它)?(?:运算|计算|相加|相减)?(?:的)?(?:结果)?(?:是|的)?(?:,)?(?:(?:属于|为|是|发生|产生)?(?:什么|哪一?[种类]|何种)(?:类型的?|性质的?)?|是否|有无|有没有|是不是|会不会|能否|是正|为正|产生|发生|何种|哪种|有)?(?:会|有)?(?:发生|产生|出现|是)?(?:正|上)?溢出?(?:还|或)?(?:是|者)?(?:负溢出?|下溢出?)?(?:的)?(?:情况|与否|没有|否|吗|类型)*"
        )
    )
    problem.take_all(rf"(?<![A-Za-z0-9])(?:{'|'.join(sorted({name for case in cases for name in case}))})(?![A-Za-z0-9])")
    problem.take_all(
        r"(?:并|请|且|要)?(?:写出|给出|列出|要求写出|标出)?(?:每一?步|各步|中间)(?:的)?(?:部分积|余数|运算|计算|结果|步骤|操作)?"
    )
    problem.take_all(r"=\s*\?|[=;]|(?:各|分别|又)?(?:是|为|等于)(?:多少|几|啥|什么)")
    problem.settle()
    return _understood(problem.text, cases, asked, overflow, 2 if double else 1, width, signs, methods)


def _width(problem: FixedPoint) -> tuple[int | None, int]:
    """The length of a code with its sign bits, and how many those are."""
    signs = 1
    for match in problem.take_all(
        r"\(?[,、]?(?:其中)?(?:均|都)?(?:含|包括|包含|有|其中|最高位为)*\s?(?P<n>1|一|2|两|二)\s?(?:位|个|bit)\s?(?:的|为|是)?(?:数)?符(?:号)?(?:位)?(?:在内)?\)?|\(?(?:最高位为|含)符号位\)?"
    ):
        if match["n"] in ("2", "两", "二"):
            signs = 2
    width = problem.take_one(
        (
            rf"(?:机器)?(?:数)?(?:字长|位数|位模式长度|长度)(?:均|都)?(?:为|是|=|:|取)*\s*(?:n\s?\+\s?1\s?=\s?)?(?P<value>{INTEGER})\s*(?:位|bit|(?=[,。;]))",
            rf"(?:均|都)?(?:用|采用|以|按|取|为|是)?\s*(?P<value>{INTEGER})\s*(?:位|bit)(?:的)?(?:二进制)?(?:定点)?(?:带符号|有符号)?(?:整数|数)?(?:的)?(?=补码|原码|机器数|表示|字长|二进制|定点|,|。|;|\s)",
        ),
        to_int,
    )
    return width, signs


def _methods(problem: FixedPoint) -> list[str]:
    found = problem.take_words(_METHODS)
    return [name for name in found if name != "multiply" or not any(one.startswith("multiply ") for one in found)]


def _cases(problem: FixedPoint) -> tuple[list[dict[str, dict[str, str]]], list[tuple[int, int]]]:
    """The numbers of every case, by name, as they are written; where they stand."""
    spans: list[tuple[int, int]] = []
    cases: list[dict[str, dict[str, str]]] = []
    last = 0

    spelled: dict[str, str] = {}

    def put(name: str, value: str, kind: str, place: int) -> None:
        nonlocal last
        entry = {"text": value, "kind": _KINDS.get(kind, "")}
        name = spelled.setdefault(name.lower(), name)
        counted = patterns.search(r"\n|\(\d\)|[;。]\s*\d[.)]", problem.text[last:place]) is not None
        if not cases or (name in cases[-1] and (counted or cases[-1][name] != entry)):
            cases.append({})
        cases[-1][name] = entry
        last = place

    found = [(match.start(), match) for match in [*_PAIR.finditer(problem.rest)]]
    taken = [match.span() for _, match in found]
    found += [
        (match.start(), match) for match in _GIVEN.finditer(problem.rest) if not any(start <= match.start() < end for start, end in taken)
    ]
    for _, match in sorted(found, key=lambda one: one[0]):
        spans.append(match.span())
        if "one" in match.groupdict():
            put(match["one"], match["v"], match["kind"] or "", match.start("one"))
            put(match["two"], match["w"], match["kind"] or "", match.start("one"))
        else:
            put(match["name"], match["value"], match["kind"] or "", match.start())
    if not cases:
        for match in _INLINE.finditer(problem.rest):
            spans.append(match.span())
            problem.mark_asked_at(match.start())
            cases.append(
                {"x": {"text": match["v"], "kind": ""}, "y": {"text": match["w"], "kind": ""}, "op": {"text": match["op"], "kind": ""}}
            )
    if len({frozenset(case) for case in cases}) > 1 or len(cases) > 8 or any(len(case) > 3 for case in cases):
        stay_out("numbers that differ from case to case")
    return cases, spans


# What stands before a name whose value is wanted.
_WANTED = re.compile(r"(?:求|写出|给出|计算出?)[^,。;:\n]{0,12}$")
_SUM_WORDS = (
    (r"(?:两|二)?(?:数|者)?(?:相加|之和|求和)(?:的和)?", "+"),
    (r"(?:两|二)?(?:数|者)?(?:相减|之差|求差)(?:的差)?", "-"),
    (r"(?:两|二)?(?:数|者)?(?:相乘|之积|的?乘积)", "×"),
    (r"(?:两|二)?(?:数|者)?(?:相除|的?商和余数)", "÷"),
)


def _asked(problem: FixedPoint, cases: list[dict[str, dict[str, str]]]) -> list[list[Any]]:
    """What is asked in the order of the text: [operator, terms, code]."""
    names = "|".join(name for name in cases[0] if name != "op")
    coded = any(entry["kind"] for entry in cases[0].values())
    term = _TERM.replace("NAME", names)
    asked: list[tuple[int, list[Any]]] = []
    pattern = (
        rf"(?<![A-Za-z0-9.])(?P<expression>\(?-?\s?{term}(?:{_OPERATOR}{term}|\s?\.\s?(?:{names}))?\)?)(?![A-Za-z0-9])"
        rf"(?:变形)?(?P<kind>补|原|反)?(?:码)?(?:的)?(?P<word>补码|原码|反码)?(?:运算)?(?:的)?(?:结果|真值|值)?(?:各|分别)?(?:是|为|等于|=)*(?:多少|几|什么|\?|\(\s*\))?"
    )
    for match in problem.take_asked(pattern):
        expression = patterns.sub(r"[\s()]", "", match["expression"])
        kind = _KINDS.get((match["kind"] or (match["word"] or "")[:1]) or "", "")
        operator, terms = _parsed(expression, list(cases[0]))
        if operator == "number" and not kind and coded and _WANTED.search(problem.text[: match.start()]):
            kind = "value"
        asked.append((match.start(), [operator, terms, kind]))
    for match in problem.take_asked(
        r"(?:所)?(?:对应|表示)?(?:的)?(?:十进制|二进制)?(?:数)?真值(?:各|分别)?(?:是|为|等于)?(?:多少|几|什么)?"
    ):
        asked += [(match.start(), ["number", [["1", name]], "value"]) for name in cases[0] if name != "op" and coded]
    if problem.take_asked(
        r"(?:把|将)?(?:它们)?(?:分别|各)?(?:用|以|表示为|表示成|化为)(?:二进制)?(?:的)?补码(?:的)?(?:格式|形式)?(?:来)?(?:表示)?(?:出来)?(?=[,;。])"
    ):
        asked += [(0, ["number", [["1", name]], "two"]) for name in cases[0] if name != "op"]
    if "op" in cases[0]:
        asked = [(0, ["inline", [], ""])]
    elif not any(operator != "number" for _, (operator, _, _) in asked):
        two = list(cases[0])
        for words, operator in _SUM_WORDS:
            for match in problem.take_asked(words):
                if len(two) != 2:
                    stay_out("of which numbers")
                asked.append((match.start(), [operator, [["1", two[0]], ["1" if operator != "-" else "-1", two[1]]], ""]))
    # A name alone, with no code asked of it, is only spoken of; so is a sum whose codes are named beside it.
    kept: list[list[Any]] = []
    for _, one in sorted(asked, key=lambda entry: entry[0]):
        named = any(other[:2] == one[:2] and other[2] for _, other in asked)
        if one[0] == "number" and one[1][0][0] == "1" and cases[0][one[1][0][1]]["kind"] == one[2]:
            continue  # it is given
        if (one[0] != "number" or one[2] or one[1][0][0] != "1") and not (named and not one[2]) and one not in kept:
            kept.append(one)
    return kept


def _parsed(expression: str, names: list[str]) -> list[Any]:
    """`2x-y` -> ["+", [["2", "x"], ["-1", "y"]]]; `x/2` -> ["number", [["1/2", "x"]]]."""
    terms: list[list[str]] = []
    operator = "number"
    place = 0
    for match in patterns.finditer(
        rf"(?P<op>[-+×*·•⋅∙÷/.]|加上?|减去?|乘以?|除以)?(?:(?P<part>\d{{1,2}})/(?P<whole>\d{{1,2}}))?(?P<times>\d)?(?P<name>{'|'.join(names)})(?:/(?P<by>\d{{1,2}}))?",
        expression,
        re.IGNORECASE,
    ):
        if match.start() != place:
            stay_out(f"an expression: {expression}")
        place = match.end()
        sign = {"加": "+", "减": "-", "乘": "×", "除": "÷"}.get((match["op"] or "+")[0], (match["op"] or "+")[0])
        factor = Fraction(int(match["times"] or 1)) * Fraction(int(match["part"] or 1), int(match["whole"] or 1)) / int(match["by"] or 1)
        if terms:
            operator = {"+": "+", "-": "-", "÷": "÷", "/": "÷"}.get(sign, "×")
        elif sign not in "+-":
            stay_out(f"an expression: {expression}")
        spelled = next(name for name in names if name.lower() == match["name"].lower())
        terms.append([str(-factor if sign == "-" else factor), spelled])
    if place != len(expression) or not terms or (operator in "×÷" and any(factor != "1" for factor, _ in terms)):
        stay_out(f"an expression: {expression}")
    return [operator, terms]


def _understood(
    text: str,
    cases: list[dict[str, dict[str, str]]],
    asked: list[list[Any]],
    overflow: bool,
    signs: int,
    width: int | None,
    signs_told: int,
    methods: list[str],
) -> Recognition | None:
    """The problem's parameters; None where they make none."""
    if not asked or (signs_told == 2 and signs == 1 and width is None):
        return None
    operators = {case["op"]["text"] for case in cases} if "op" in cases[0] else {one[0] for one in asked}
    products = any(operator in "×*·•⋅∙" for operator in operators)
    quotients = any(operator in "÷/" for operator in operators)
    if (products or quotients) and overflow:
        return None
    if methods and not (products or quotients):
        return None
    if products and any(not method.startswith("multiply") for method in methods):
        return None
    if quotients and (not methods or any(method.startswith("multiply") for method in methods)):
        return None
    if not (products or quotients) and not ("补" in text or signs == 2 or overflow):
        return None
    spoken_of = {name for _, terms, _ in asked for _, name in terms}
    if "op" not in cases[0] and spoken_of != set(cases[0]):
        return None  # a number that nothing is asked of
    given: list[dict[str, list[str]]] = []
    decimals = False
    for case in cases:
        texts = [entry["text"] for name, entry in case.items() if name != "op" and not entry["kind"]]
        binary = is_binary(texts) and "十进制" not in text
        numbers: dict[str, list[str]] = {}
        for name, entry in case.items():
            if name == "op":
                numbers["op"] = [entry["text"]]
                continue
            fixed: Fixed = coded_number(entry["text"], entry["kind"]) if entry["kind"] else number(entry["text"], binary)
            numbers[name] = [str(fixed.value), str(fixed.digits or ""), fixed.form, fixed.written]
            decimals = decimals or (fixed.form == "integer" and fixed.digits is None)
        if len({entry[2] for name, entry in numbers.items() if name != "op"}) != 1:
            stay_out("a fraction beside an integer")
        given.append(numbers)
    if products and decimals and not methods:
        return None  # how long the product is to be is not said
    if overflow and not products and all(what == "number" and len(terms) == 1 and terms[0][0] == "1" for what, terms, *_ in asked):
        stay_out("whose overflow?")
    parameters: dict[str, Any] = {
        "task": TASK,
        "cases": given,
        "asked": asked,
        "signs": signs,
        "overflow": overflow,
        "methods": methods,
    }
    understood = (
        ("数", "；".join("，".join(f"{name}={entry['text'].strip()}" for name, entry in case.items() if name != "op") for case in cases)),
        ("求", "、".join(_said(one) for one in asked) + ("，是否溢出" if overflow else "")),
        *((("方法", "、".join(methods_said(methods))),) if methods else ()),
        *((("补码", "双符号位"),) if signs == 2 else ()),
    )
    if width is None and decimals and not products:
        return Recognition(parameters=parameters, understood=understood, missing=(Missing("bits", "机器数是几位的？", "字长 {} 位"),))
    if width is not None:
        parameters["places"] = width - signs_told
        if not 2 <= width - signs_told <= 63 or (
            signs == 2 and signs_told == 1 and "符号" not in patterns.sub("双符号|[两二2]位符号", "", text)
        ):
            return None
    return Recognition(parameters=parameters, understood=understood)


def methods_said(methods: list[str]) -> list[str]:
    """The methods' names."""
    names = {
        "multiply by magnitudes": "原码乘法",
        "multiply complements": "补码乘法",
        "multiply": "一位乘法",
        "restore": "原码恢复余数法",
        "alternate": "原码加减交替法",
        "alternate complements": "补码加减交替法",
    }
    return [names[method] for method in methods]


def _said(one: list[Any]) -> str:
    operator, terms, kind = one
    if operator == "inline":
        return "各式"
    shown = expression_said(operator, terms)
    return f"[{shown}]{ {'two': '补', 'sign': '原', 'ones': '反'}[kind] }" if kind not in ("", "value") else shown


def expression_said(operator: str, terms: list[list[str]]) -> str:
    """`2x-y`, `x×y`, `x/2`."""
    said = ""
    for place, (factor, name) in enumerate(terms):
        value = Fraction(factor)
        sign = "-" if value < 0 else ("" if place == 0 else "+")
        if place and operator in "×÷":
            sign = operator
        value = abs(value)
        said += f"{sign}{value.numerator if value.numerator != 1 else ''}{name}{f'/{value.denominator}' if value.denominator != 1 else ''}"
    return said
