"""Reading a pasted C program with what is asked of its variables: values, machine codes, registers' contents, which lines overflow."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import ClassVar

from engine.generators import patterns
from engine.generators.co._complement_arithmetic.c_programs import NAME, TYPE, run
from engine.generators.co._topic import Topic
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.pasted.normalising import normalise
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

TASK = "c program"
_SIDE = r"[-+*()~A-Za-z0-9_. ]{1,64}?"
_DECLARED = rf"{NAME}(?:\s*=\s*{_SIDE})?"
_BEGINS = re.compile(rf"(?<![A-Za-z])(?:{TYPE})\s+(?!(?:int|short|char|long)(?![A-Za-z])){NAME}\s*[=;,]")
# The last statement of a line may lack its semicolon.
_STATEMENT = re.compile(
    rf"\s*(?:(?P<type>{TYPE})\s+(?P<list>{_DECLARED}(?:\s*,\s*{_DECLARED}){{0,7}})\s*(?:;|$|(?=[^-+*()~A-Za-z0-9_. ]))|(?P<name>{NAME})\s*=\s*(?P<side>{_SIDE})\s*;)"
)
_TYPES = r"(?:unsigned\s+)?(?:short|int|char|long|float|double)"
# `int 和 short 型长度分别为 32 位和 16 位`.
_LENGTHS = re.compile(
    rf"(?P<types>{_TYPES}(?:型|类型)?(?:(?:、|和|与|,|及){_TYPES}(?:型|类型)?){{0,3}})(?:的)?(?:变量|数据|整数)?(?:的)?(?:长度|字长|位数)?(?:分别|各|均)?(?:占|为|是|有)+\s*(?P<n>\d{{1,2}}\s?(?:位|bit)?(?:(?:、|和|与|,|及)\s?\d{{1,2}}\s?(?:位|bit)?){{0,3}}\s?(?:位|bit))"
)
_WORD = re.compile(
    r"(?P<n>8|16|32)\s?位(?:的)?(?:字长|机器字长|补码机器|计算机|机器|机|系统)|(?:机器)?字长(?:为|是)?\s?(?P<m>8|16|32)\s?位"
)
# "short 型变量 x 的机器数为 8D3CH": a declaration in words.
_IN_WORDS = re.compile(
    rf"(?<![A-Za-z])(?P<type>{TYPE}|(?:(?:16|32)位)?(?:带符号|有符号)?整(?=型))\s*(?:类型|型)(?:的)?(?:整数|整型)?(?:变量)?\s*(?P<name>{NAME})(?![A-Za-z0-9])\s*"
    r"(?:的)?(?:真值|初值|数值|值|机器数|机器码|内容|补码)?(?:为|是|=|:)\s*(?P<value>0x[0-9A-Fa-f]+H?|[0-9A-Fa-f]{2,8}H(?![A-Za-z])|[-+]?\d+(?![\dA-Za-z]))\s*[,;。]?",
    re.IGNORECASE,
)
# "(有符号 8 位)" says what a `char` is.
_SIGN_OF_CHAR = re.compile(r"\((?:(?:有|带)符号\s*8\s*位|8\s*位[,、]?\s*(?:有|带)符号(?:整)?数?)\)")
# Where an embedded program stays.
_LAST_LOOP = re.compile(r"(?:当)?(?:程序)?(?:运行|执行)(?:至|到)\s*while\s*\(\s*1\s*\)\s*;?\s*(?:时)?[,;]?|while\s*\(\s*1\s*\)\s*;")
# Variables declared and set in words: `x 和 z 为 int 型, y 为 short 型。当 x=127, y=-9 时, 执行赋值语句 z=x+y`.
_TYPED = re.compile(
    rf"(?P<names>(?<![A-Za-z0-9]){NAME}(?:(?:、|和|与|,){NAME}){{0,3}})(?:均|都)?(?:为|是)\s?(?P<type>{TYPE})\s?(?:型|类型)(?:变量|数据)?"
)
_SET = re.compile(rf"(?<![A-Za-z0-9])(?P<name>{NAME})\s?=\s?(?P<value>-?\d+|0x[0-9A-Fa-f]+|[0-9A-Fa-f]+H)(?![0-9A-Za-z])")
_REGISTERS = re.compile(
    r"(?:若)?(?:编译器)?(?:编译时)?(?:将|把)(?:\d+\s?个\s?)?(?:\d+\s?位)?(?:的)?(?:通用)?寄存器\s?R(?P<from>\d)\s?[-~]\s?R(?P<to>\d)\s?(?:依次|分别)+(?:分配)?给(?:变量)?\s?(?P<names>NAME(?:\s?(?:、|,|和|与)\s?NAME){1,9})".replace(
        "NAME", NAME
    )
)


class Programs(Topic):
    """A pasted C program."""

    words: ClassVar[str] = (
        "C C语言 语言 程序 程序段 代码 代码段 语句 赋值 赋值语句 执行 运行 编译 编译器 规定 假定 假设 设 如下 下列 以下 上述 两条 三条 一个 一段 在 中 上 的 后 之后 时 完 得到 变量 类型 型 机器 计算机 "
        "机器数 机器码 补码 表示 带符号 无符号 整数 带符号整数 无符号整数 采用 用 系统 均 定义 程序中 定义了 三个 两个 其中 当 十六进制 用十六进制 形式 内容 值 真值 请回答下列问题 回答 请 问题 若 有 某 一台 考虑 "
        "寄存器 那么 则 是 为 分别 各 假设带符号 结果 进行 编译时 已知 现有 写出 给出 存放 存储 c "
        "阅读 代码 计算 规则 类型转换 类型转换规则 整型提升 Integer Promotion 嵌入式 微处理器 处理器 数据类型 位宽 标准 浮点数 表示标准 定义如下 "
        "单精度 双精度 格式 IEEE 标准 输出 打印 打印出来 输出什么 得到 最后 那 那么 写 另外 再 又 如果 把 将 编译器里 补码机器 转 数 型变量 整型 整型变量 解释 执行后 运行后"
    )
    refused: ClassVar[str] = (
        r"char\s*\*|scanf|for\s*\(|while|if\s*\(|return|sizeof|struct|union|数组|指针|循环|函数|右移|左移|大端|小端|地址"
    )


def recognise(text: str) -> Recognition | None:
    """Statements, or variables typed and set in words, and what is asked of them."""
    if not patterns.search(r"(?<![A-Za-z])(?:int|short|unsigned|long|char|float|double)(?![A-Za-z])|整型", text):
        return None
    text = patterns.sub(r"(?m)^\s*c\s*$|\((?:19|20)\d\d\s?年[^()]{2,24}\)", "", normalise(text))
    text = patterns.sub(r"无符号\s*(?=(?:char|short|int|long)(?![A-Za-z]))", "unsigned ", text)
    if _SIGN_OF_CHAR.search(text):
        text = patterns.sub(r"(?<!unsigned )(?<![A-Za-z])char(?![A-Za-z])", "signed char", _SIGN_OF_CHAR.sub("", text))
    text = _LAST_LOOP.sub("", text)
    in_words = _IN_WORDS.search(text) is not None
    problem = Programs(_IN_WORDS.sub(_declared, text))
    lines, regions = _lines(problem)
    widths = _widths(problem)
    if in_words or not lines:
        typed = _told_in_words(problem)
        lines = lines or typed
    problem.take_spans(regions)
    names = list(dict.fromkeys(name for _, name, _ in lines))
    if not names:
        return None
    registers = _registers(problem, names)
    shown, asked = _asked(problem, names, registers)
    lines += shown
    problem.refuse(rf"printf|(?<![A-Za-z0-9])(?:{one_of(names)})\s*[-+*/]\s*[A-Za-z0-9]")
    problem.take_all(
        rf"(?:程序中)?(?:定义(?:了|有)?|有)(?:[两二三四]\s?个)?(?:整型)?变量\s?(?:{one_of(names)})(?:(?:、|和|与|,)(?:{one_of(names)}))*(?=,|。|;)"
    )
    problem.take_all(
        r"\(\d\)|(?<=[\n;。:])\s*\d\s?[.)、]|\(?(?:用|写成?)?(?:十六进制|16进制)(?:表示|形式|写)?\)?|\(?(?:32|16|8)位\)?|[{}]|(?:short|int|char|long)(?:型)?(?:占|为|是)?\s?\d+\s?(?:字节|B|位)|(?:采用|用)?IEEE\s?754(?:标准)?(?:单精度|双精度)?(?:浮点(?:数)?)?(?:格式|标准)?|(?<![A-Za-z])(?:float|double)(?:型)?(?:变量|数据)?(?:采用|用|为|是|的)?"
    )
    problem.settle()
    if not asked or (in_words and len(lines) < 2):
        return None  # one number told in words is no program
    if all(kind in ("float", "double") and patterns.fullmatch(r"[-+.\dFf]+", side) for kind, _, side in lines):
        return None  # codes of numbers, and nothing that is converted
    parameters = {"task": TASK, "lines": [list(line) for line in lines], "widths": widths, "asked": asked}
    understood = (
        ("程序", "；".join(f"{kind} {name} = {side}".strip() for kind, name, side in lines)),
        (
            "长度",
            "，".join(
                f"{name} {bits} 位" for name, bits in sorted(widths.items()) if any(name in kind for kind, _, _ in lines) or name == "int"
            ),
        ),
        (
            "求",
            "、".join(
                f"{name.partition('|')[0]} 的{'机器数' if what == 'code' else '值'}" if what != "overflows" else "溢出的语句"
                for name, what in asked
            ),
        ),
    )
    return Recognition(parameters=parameters, understood=understood)


def _declared(words: re.Match[str]) -> str:
    """A declaration in words as one of the language."""
    value = words["value"]
    if value[-1] in "hH":
        value = value[:-1] if value[:2].lower() == "0x" else f"0x{value[:-1]}"
    kind = patterns.sub(r".*整$", lambda said: "short" if "16" in said[0] else "int", words["type"])
    return words[0] if kind == "char" else f"{kind} {words['name']}={value};"


def _lines(problem: Programs) -> tuple[list[tuple[str, str, str]], list[tuple[int, int]]]:
    """(type, name, right-hand side) of every statement, and where they stand."""
    text = problem.rest
    place, lines, regions = 0, [], []
    types: dict[str, str] = {}
    while (first := _BEGINS.search(text, place)) is not None:
        place = start = first.start()
        while (match := _STATEMENT.match(text, place)) is not None:
            place = match.end()
            if match["type"]:
                kind = patterns.sub(r"\s+", " ", match["type"].strip())
                for one in match["list"].split(","):
                    name, _, side = (part.strip() for part in one.partition("="))
                    if name in types:
                        stay_out("declared twice")
                    types[name] = kind
                    if side:
                        lines.append((kind, name, side))
            else:
                if match["name"] not in types:
                    stay_out(f"{match['name']} is not declared")
                lines.append((types[match["name"]], match["name"], match["side"].strip()))
        if place == start:
            return [], []
        regions.append((start, place))
    return lines, regions


def _told_in_words(problem: Programs) -> list[tuple[str, str, str]]:
    types: dict[str, str] = {}
    for match in problem.take_all(_TYPED.pattern):
        for name in patterns.split(r"、|和|与|,", match["names"]):
            types[name] = patterns.sub(r"\s+", " ", match["type"].strip())
    if not types:
        return []
    lines = []
    for match in problem.take_all(_SET.pattern):
        value = f"0x{match['value'][:-1]}" if match["value"][-1] in "hH" else match["value"]
        lines.append((types.get(match["name"]) or stay_out("a variable of no type"), match["name"], value))
    for match in problem.take_all(
        rf"(?:执行)?(?:完)?(?:赋值)?语句\s?(?P<name>{NAME})\s?=\s?(?P<side>[-+*()\w\s]{{1,24}}?)\s?;?(?=后|之后|时|,)"
    ):
        lines.append((types.get(match["name"]) or stay_out("a variable of no type"), match["name"], match["side"]))
    if len({name for _, name, _ in lines}) != len(lines):
        stay_out("set twice")
    return lines


def _widths(problem: Programs) -> dict[str, int]:
    widths: dict[str, int] = {"int": 32, "short": 16, "char": 8, "long": 32}
    if word := problem.take(_WORD.pattern):
        widths["int"] = int(word["n"] or word["m"])
    for match in problem.take_all(_LENGTHS.pattern):
        types = patterns.findall(r"short|int|char|long|float|double", match["types"])
        bits = [int(one) for one in patterns.findall(r"\d+", match["n"])]
        bits = bits * len(types) if len(bits) == 1 else bits
        if len(types) != len(bits):
            stay_out("lists of different lengths")
        widths |= dict(zip(types, bits, strict=True))
    for match in problem.take_all(
        r"(?<![A-Za-z])(?P<type>short|int|char|long|float|double)(?:型|类型)?\s*\(\s*(?P<bits>\d{1,2})\s*位(?:\s*IEEE\s*754(?:标准)?(?:[单双]精度)?(?:浮点数?)?)?\)[、,和]?"
    ):
        widths[match["type"]] = int(match["bits"])
    if widths.pop("float", 32) != 32 or widths.pop("double", 64) != 64:
        stay_out("other floating-point formats")
    return widths


def _registers(problem: Programs, names: list[str]) -> dict[str, str]:
    """Which variable a register holds."""
    match = problem.take(_REGISTERS.pattern)
    if match is None:
        return {}
    held = patterns.findall(NAME, match["names"])
    if set(held) - set(names) or len(held) != int(match["to"]) - int(match["from"]) + 1:
        stay_out("registers of other variables")
    return {f"R{number}": name for number, name in enumerate(held, int(match["from"]))}


def one_of(names: list[str]) -> str:
    """A pattern of any of the names."""
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


def _asked(problem: Programs, names: list[str], registers: dict[str, str]) -> tuple[list[tuple[str, str, str]], list[list[str]]]:
    """Expressions that are asked for, as statements, and what is asked of which name in the order of the text."""
    shown: list[tuple[str, str, str]] = []
    asked: list[tuple[int, str, str]] = []
    overflows = problem.take_asked(
        r"(?:上述|以上|该)?(?:程序段?|代码段?|语句)?(?:中)?[,]?(?:有)?(?:哪些|哪几条|哪条|哪个)(?:带符号|有符号)?(?:的)?(?:整数)?(?:的)?(?:加减)?(?:运算)?(?:的)?(?:语句)?(?:的)?(?:执行)?(?:结果)?(?:时|后)?(?:会|将)?(?:发生|产生|出现)?溢出"
    )
    asked += [(match.start(), "", "overflows") for match in overflows]
    own, one = one_of(names), one_of([*names, *registers])
    formatted = problem.take_asked(
        rf"printf\s*\(\s*[\"“”']?\s*%(?P<how>[ud])(?:\\+n)?\s*[\"“”']?\s*,\s*(?P<side>(?:{own})(?:\s*[-+*]\s*(?:{own}))*)\s*\)\s*;?"
    ) + problem.take_asked(
        rf"(?<![A-Za-z0-9])(?P<side>(?:{own})(?:\s*[-+*]\s*(?:{own}))*)(?![A-Za-z0-9])\s*\(?(?:按|作为|当作|看成)?\s*(?P<how>%[ud]|无符号|带符号|有符号)(?:整?数)?(?:输出|打印|解释)?\)?(?:的)?(?:值|结果)?"
    )
    for match in formatted:
        side = patterns.sub(r"\s", "", match["side"])
        unsigned = match["how"][-1] in "uU" or match["how"] == "无符号"
        as_printed = f"{side}（{'无符号' if unsigned else '带符号'}）"
        shown.append(("unsigned int" if unsigned else "int", as_printed, match["side"]))
        asked.append((match.start(), f"{as_printed}|{side}", "value"))
    for match in problem.take_asked(rf"(?<![A-Za-z0-9])(?P<side>(?:{own})(?:\s*[-+*]\s*(?:{own}))+)(?![A-Za-z0-9])(?:的)?(?:值|结果)"):
        if patterns.search(r"(?<![A-Za-z])(?:char|short)(?![A-Za-z])", problem.text):
            stay_out("a sum of short integers: as an int, or as long as they are")
        side = patterns.sub(r"\s", "", match["side"])
        shown.append(("", side, match["side"]))
        asked.append((match.start(), side, "value"))
    for match in problem.take_asked(
        rf"(?:以下|下列)(?:各|\d|[二三四五六]个)*(?:个)?变量(?:在)?(?:内存|机器|存储器)?(?:中|里)?(?:的)?(?:所|对应|相应)*(?:的)?(?:机器数|机器码|内容)(?:\([^()]{{1,12}}\))?[:]?\s*(?P<names>(?:{own})(?:[\s、,]+(?:{own}))*)(?![A-Za-z0-9])"
    ):
        asked += [(match.start(), name, "code") for name in patterns.split(r"[\s、,]+", match["names"])]
    for match in problem.take_asked(
        rf"(?P<form>(?:用|以)(?:十六进制|16进制)(?:数)?(?:形式)?(?:写出|给出|表示))?(?:得到|求出?|则|那么|变量|寄存器|后|,)*(?:的)?(?<![A-Za-z0-9])(?P<names>(?:{one})(?:\s?(?:、|,|和|与|及|以及)\s?(?:{one})){{0,7}})(?![A-Za-z0-9])(?:的)?(?:当前)?"
        r"(?:(?P<what>机器数|机器码|补码|存储内容|内容|十六进制|值|真值|数值|取值)(?:\((?:用)?十六进制(?:表示)?\))?(?:各|分别|将)?(?:是|为|等于)?(?:多少|几|什么)?|(?:各|分别|将|会)?(?:是|为|等于|输出|打印出来|打印)+(?:多少|几|什么|\s*$))"
    ):
        for name in patterns.findall(rf"(?<![A-Za-z0-9])(?:{one})(?![A-Za-z0-9])", match["names"]):
            code = bool(match["form"]) or (match["what"] or "值")[-1] != "值" or name in registers
            asked.append(
                (match.start(), registers.get(name, name) + (f"|{name}" if name in registers else ""), "code" if code else "value")
            )
    if len(names) == 1:
        for match in problem.take_asked(
            r"(?:其|它|该数)(?:的)?(?:存放?|存储|放)?(?:在|于)?(?:寄存器|内存|机器)?(?:里|中)?(?:的)?(?:机器数|机器码|补码|内容)(?:\(十六进制\))?(?:用|以)?(?:十六进制)?(?:数)?(?:表示)?(?:形式)?(?:是|为)?(?:多少|几|什么)?"
        ):
            asked.append((match.start(), names[0], "code"))
        for match in problem.take_asked(
            rf"(?:再|又|若|如果|将|把|它|其|这|该|(?:8|16|32)位|机器数|内容|数|{own}|强制|类型)*(?:转(?:换|化)?(?:成|为|到)|看成|看作|当成|当作|解释(?:成|为))(?P<type>{TYPE})(?:类?型)?(?:来)?(?:看|解释)?(?:以?后|之后|的话)?[,]?(?:那么?|则|又)?(?:的)?(?:真值|数值|值)?(?:是|为|等于)?(?:多少|几|什么)"
        ):
            kind = patterns.sub(r"\s+", " ", match["type"].strip())
            shown.append((kind, f"({kind}){names[0]}", names[0]))
            asked.append((match.start(), shown[-1][1], "value"))
    return shown, [list(pair) for pair in dict.fromkeys((name, what) for _, name, what in sorted(asked, key=lambda one: one[0]))]


def _shown(value: int | Fraction) -> str:
    return decimal(value, 60)


def solve(parameters: Parameters) -> Solution:
    """What is asked, after the program ran."""
    lines, widths = parameters["lines"], parameters["widths"]
    state, overflowed = run(lines, widths)
    answers, codes, plain, steps = [], [], [], []
    for kind, name, side in lines:
        type_, value = state[name]
        steps.append(f"{f'{kind} {name} = {side}'.strip()}：机器数 {type_.code(value)}，值 {_shown(value)}")
    for name, what in parameters["asked"]:
        if what == "overflows":
            wrong = [f"{lines[number][0]} {lines[number][1]} = {lines[number][2]}" for number in overflowed]
            answers.append(f"发生溢出的语句：{'、'.join(wrong)}" if wrong else "没有语句发生溢出")
            continue
        variable, _, label = name.partition("|")
        type_, value = state[variable]
        code = type_.code(value)
        said = code if what == "code" else _shown(value)
        answers.append(f"{label or variable}={said}" if len(parameters["asked"]) > 1 else said)
        codes.append(f"{label or variable}={code}")
        plain.append(said)
    return Solution(
        answer="，".join(answers),
        also=("，".join(codes), "，".join(plain), *(code.partition("=")[2] for code in codes[:1] if len(codes) == 1)),
        steps=paragraphs("\n".join(f"{number}. {step}" for number, step in enumerate(steps, 1))),
        conventions=(
            "类型转换时机器数的低位不变；由短变长，带符号数符号扩展，无符号数零扩展",
            "；".join(f"{name} {bits} 位" for name, bits in widths.items() if any(name in kind for kind, _, _ in lines)),
            *(["没有说有无符号的 char 按带符号数"] if any(kind == "char" for kind, _, _ in lines) else []),
            *(["float、double 用 IEEE 754 格式"] if any(kind in ("float", "double") for kind, _, _ in lines) else []),
        ),
    )
