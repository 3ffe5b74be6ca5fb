"""Small C programs of integer declarations: read, run, and asked for a variable's value or machine code."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.co._complement_arithmetic.code.reading import Codes
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.laws.measures import hexadecimal
from engine.generators.markdown import paragraphs
from engine.generators.reading import stay_out

_TYPE = r"(?:(?:unsigned|signed)\s+)?(?:char|short|int|long)(?:\s+int)?|unsigned"
_TERM = rf"(?:\(\s*(?:{_TYPE})\s*\)\s*)?\(?(?:[A-Za-z][A-Za-z0-9_]{{0,7}}|[-+]?(?:0x[0-9A-Fa-f]+|\d+)[Uu]?)\)?"
_STATEMENT = rf"(?<![A-Za-z])(?P<type>{_TYPE})\s+(?P<name>[A-Za-z][A-Za-z0-9_]{{0,7}})\s*=\s*(?P<expression>{_TERM}(?:\s*[-+]\s*{_TERM})*)\s*(?P<end>[;,；]|(?=[^\w\s])|$|\s)"
_WIDTHS = {"char": 8, "short": 16, "int": 32, "long": 32}
_NAME = r"[A-Za-z][A-Za-z0-9_]{0,7}"
# "short 型变量 x 的机器数为 8D3CH": a declaration in words.
_IN_WORDS = re.compile(
    rf"(?<![A-Za-z])(?P<type>{_TYPE}|(?:(?:8|16|32)位)?(?:带符号|有符号)?整(?=型))\s*(?:类型|型)(?:的)?(?:整数|整型)?(?:变量)?\s*(?P<name>{_NAME})(?![A-Za-z0-9])\s*"
    r"(?:的)?(?:真值|初值|数值|值|机器数|机器码|内容|补码)?(?:为|是|=|:)\s*(?P<value>0x[0-9A-Fa-f]+H?|[0-9A-Fa-f]{2,8}H(?![A-Za-z])|[-+]?\d+(?![\dA-Za-z]))\s*[,;。]?",
    re.IGNORECASE,
)
# What is asked about names; a word of code makes it a machine code, otherwise it is the value.
_CODED = r"机器数|机器码|内容|补码|十六进制|16进制|存储"
# "在一台字长 8 位的机器上运行类 C 程序段": an `int` has the machine's width.
_WORD = r"(?:设|假设|假定|若)?(?:在)?(?:一[个台])?(?:机器)?(?:字长(?:为|是)?\s*(?P<one>8|16|32)\s*位|(?P<two>8|16|32)\s*位(?:机器)?字长)(?:的)?(?:计算机|机器|机)?(?:系统)?(?:中|上)?(?:运行|执行|有)?"
_OVERFLOWS = r"(?:上述|以上|该)?(?:程序段?|代码|语句)?(?:中)?[,]?(?:有)?(?:哪些|哪几条|哪条|哪个)(?P<signed>带符号|有符号)?(?:整数)?(?:的)?(?:加减)?(?:运算)?(?:的)?语句(?:执行)?(?:时|后)?(?:的)?(?:执行)?(?:结果)?(?:时)?(?:会|将)?(?:发生|产生|出现)?溢出"


def _kind(text: str, word: int = 32) -> tuple[int, bool]:
    """The width of a type on a machine of that word, and whether it is signed."""
    name = next((name for name in ("char", "short", "long", "int") if name in text.lower()), "int")
    return word if name == "int" and word != 32 else _WIDTHS[name], "unsigned" not in text.lower()


def wrapped(value: int, width: int, signed: bool) -> int:
    """A value as a variable of that type keeps it."""
    value %= 1 << width
    return value - (1 << width) if signed and value >> width - 1 else value


def _one_by_one(text: str) -> str:
    """`int a = 5, b = 9;` as `int a = 5; int b = 9;`."""
    more = re.compile(
        rf"(?P<before>(?<![A-Za-z])(?P<type>{_TYPE})\s+[A-Za-z][A-Za-z0-9_]{{0,7}}\s*=\s*{_TERM}(?:\s*[-+]\s*{_TERM})*)\s*,\s*(?=[A-Za-z][A-Za-z0-9_]{{0,7}}\s*=)",
        re.IGNORECASE,
    )
    for _ in range(6):
        text, changed = more.subn(r"\g<before>; \g<type> ", text)
        if not changed:
            break
    return text


def _declared(words: re.Match[str]) -> str:
    """A declaration in words as one of the language."""
    value = words["value"]
    if value[-1] in "hH":
        value = value[:-1] if value[:2].lower() == "0x" else f"0x{value[:-1]}"
    kind = patterns.sub(r".*整$", lambda said: {"8": "char", "16": "short"}.get(patterns.sub(r"\D", "", said[0]), "int"), words["type"])
    if kind == "char":
        return words[0]
    return f"{kind} {words['name']}={value};"


def recognise(text: str) -> Recognition | None:
    """Declarations with initial values, each from those before, and what is asked of the variables."""
    told_in_words = _IN_WORDS.sub(_declared, text)
    in_words = told_in_words != text
    problem = Codes(_one_by_one(told_in_words))
    word = int(machine["one"] or machine["two"]) if (machine := problem.take(_WORD)) else 32
    statements = problem.take_all(_STATEMENT)
    if not statements:
        return None
    lines = [[patterns.sub(r"\s+", " ", match["type"].strip()), match["name"], match["expression"]] for match in statements]
    if len({name for _, name, _ in lines}) != len(lines):
        return None
    told = problem.take_all(r"\(?(?P<sign>有|无|带)符号\s*8\s*位\)?|\(?8\s*位[,、]?\s*(?P<sign2>有|带)符号(?:数|整数)?\)?")
    if any(patterns.fullmatch("char(?: int)?", kind, re.IGNORECASE) for kind, _, _ in lines) and not told:
        return None
    problem.take_all(
        r"\(?(?:设|假设|假定)?(?:在)?(?:32|64)位(?:补码)?(?:机|计算机|机器|系统)(?:器)?(?:上)?(?:中)?(?:运行|执行)?(?:以?后|之后)?(?:\)|(?=[^,、]|$)|[,、]\s*(?=(?:short|int)))|(?:假定|假设|设)?(?:编译器|系统)?(?:规定)?(?:short|int|char)(?:型)?(?:(?:和|、|与)(?:short|int|char)(?:型)?)?(?:变量|数据)?(?:的)?(?:长度|字长|位数)?(?:分别|各)?(?:占|为|是)?\s*(?:8|16|32)\s*位(?:(?:和|、|与)\s*(?:8|16|32)\s*位)?\)?|\(?(?:32|16|8)位\)?|\(?(?:设)?(?:short|int|char)(?:型)?(?:占|为|是)(?:2|4|1|8|16|32)(?:字节|B|位)\)?"
    )
    problem.take_all(r"(?:某|一段|如下)?(?:C语言|C)\s*(?=程序|代码|语句)(?:程序段?|代码|语句)?")
    # Which statements overflow asks for no value.
    overflows = problem.take_asked(_OVERFLOWS)
    problem.take_all(
        r"(?:执行|运行)?(?:了)?(?:完)?(?:上述|以上|上面|这|下列|以下|如下)?(?:的)?(?:[两二三四五2-5]\s*条|一?段)?(?:C(?:语言)?)?(?:赋值)?(?:语句|程序段?|代码段?)(?:执行|运行)?(?:完)?(?:以?后|之后|时)?"
    )
    names = [name for _, name, _ in lines]
    printed = problem.take_asked(rf"printf\s*\(\s*[\"“”']?\s*%(?P<how>[ud])(?:\\\\n)?\s*[\"“”']?\s*,\s*(?P<name>{_NAME})\s*\)\s*;?")
    asked: list[tuple[int, str, str]] = []
    asked += [(match.start(), "", "overflows") for match in overflows]
    for match in problem.take_asked(
        rf"(?<![A-Za-z0-9])(?P<one>{'|'.join(map(re.escape, names))})\s*(?P<sign>[-+])\s*(?P<two>{'|'.join(map(re.escape, names))})(?![A-Za-z0-9])\s*\(?(?:的)?(?:值|结果)?(?:按|作为|当作|看成)?\s*(?:%(?P<how>[ud])|(?P<word>无符号|带符号|有符号)(?:整?数)?)(?:输出|打印|解释)?\)?(?:的)?(?:值|结果)?"
    ):
        shown = f"{match['one']}{match['sign']}{match['two']}"
        lines.append(
            [
                "unsigned int" if "u" in (match["how"] or "").lower() or match["word"] == "无符号" else "int",
                shown,
                f"{match['one']} {match['sign']} {match['two']}",
            ]
        )
        asked.append((match.start(), shown, "value"))
    for match in problem.take_asked(
        rf"(?<![A-Za-z0-9])(?P<one>{'|'.join(map(re.escape, names))})\s*\(?(?:按)?\s*%d(?:输出|打印)?\)?(?:的)?(?:值|结果)?"
    ):
        if next(kind for kind, name, _ in lines if name == match["one"]).startswith("unsigned"):
            stay_out("printed as another type")
        asked.append((match.start(), match["one"], "value"))
    problem.refuse(
        rf"(?<![A-Za-z0-9])(?:{'|'.join(map(re.escape, names))})\s*[-+*/]\s*(?:{'|'.join(map(re.escape, names))})(?![A-Za-z0-9])"
    )
    listed = rf"(?:{'|'.join(map(re.escape, names))})(?:\s*(?:和|与|、|,|及|以及)\s*(?:{'|'.join(map(re.escape, names))}))*"
    for match in problem.take_asked(
        rf"(?P<form>(?:分别)?(?:用|以)(?:十六进制|16进制)(?:数)?(?:形式)?)?(?:分别)?(?:写出|给出|求出?|表示)(?:程序段?中)?(?:变量)?\s*(?<![A-Za-z0-9])(?P<names>{listed})(?![A-Za-z0-9])\s*(?:各自|分别)?(?:的)?(?P<what>{_CODED})?(?:真值|数值|值)?(?:表示|内容|形式)*"
    ):
        for name in patterns.findall(_NAME, match["names"]):
            asked.append((match.start(), name, "code" if match["what"] or match["form"] else "value"))
    for match in printed:
        if match["name"] not in names:
            return None
        kind = next(kind for kind, name, _ in lines if name == match["name"])
        if (match["how"] == "u") != kind.startswith("unsigned") and _kind(kind)[0] >= 32:
            stay_out("printed as another type")
        asked.append((match.start(), match["name"], "value"))
    several = rf"(?<![A-Za-z0-9])(?P<names>(?:{'|'.join(map(re.escape, names))})(?:\s*(?:和|与|、|,|及)\s*(?:{'|'.join(map(re.escape, names))}))*)(?![A-Za-z0-9])"
    for match in problem.take_asked(
        rf"(?:则|那么?|问|求|得到的?|变量|之后|最后|时)*{several}\s*(?:的)?(?P<what>(?:机器数|机器码|内容|补码|十六进制(?:表示|机器数)?|存储内容)?(?:\(十六进制\))?)(?:真值|数值|值)?(?:各|分别|将|会)?(?:是|为|等于|输出|打印出来|打印)*(?:多少|几|什么|啥)?"
    ):
        code = bool(match["what"])
        for name in patterns.findall(r"[A-Za-z][A-Za-z0-9_]*", match["names"]):
            if name not in names:
                stay_out(f"{name} is not declared")
            asked.append((match.start(), name, "code" if code else "value"))
    problem.take_all(r"(?:分别|各)?(?:得到?|输出|打印)(?:的)?(?:是)?(?:什么|多少)|补码机器(?:上)?|(?:在)?(?:32|64)位补码机(?:器)?上?")
    if len(names) == 1:
        for match in problem.take_asked(
            r"(?:其|它)(?:的)?(?:机器数|机器码|补码|存储内容)(?:用|以)?(?:十六进制)?(?:数)?(?:表示)?(?:形式)?(?:是|为)?(?:多少|几|什么|啥)?"
        ):
            asked.append((match.start(), names[0], "code"))
        for match in problem.take_asked(
            rf"(?:再|又|若|如果|将|把|它|其|这|该|(?:8|16|32)位|机器数|内容|数|{re.escape(names[0])}|强制|类型)*(?:转(?:换|化)?(?:成|为|到)|看成|看作|当成|当作|解释(?:成|为))(?P<type>{_TYPE})(?:类?型)?(?:来)?(?:看|解释)?(?:以?后|之后|的话)?[,]?(?:那么?|则|又)?(?:的)?(?:真值|数值|值)?(?:是|为|等于)?(?:多少|几|什么|啥)"
        ):
            kind = patterns.sub(r"\s+", " ", match["type"].strip())
            lines.append([kind, f"({kind}){names[0]}", names[0]])
            asked.append((match.start(), lines[-1][1], "value"))
        for match in problem.take_asked(
            r"(?:存放?|存储|放)?(?:在|于)?(?:寄存器|内存|机器)(?:里|中)?(?:的|存的是)?(?:机器数|内容|机器码)(?:\(十六进制\))?(?:是|为)?(?:多少|几|什么|啥)?"
        ):
            asked.append((match.start(), names[0], "code"))
        if len(lines) > 2:
            stay_out("converted twice: from which?")
        if len(lines) > 1:
            problem.refuse("机器[数码]|补码|转|加|减|移|扩展")
    problem.take_all(
        r"C语言|C(?:程序)?(?![A-Za-z0-9])|程序段?|代码|语句|执行(?:以下|下列|如下)?|下列|某|\(?写?十六进制\)?|printf|编译器里|short是16位(?:补码)?|输出|打印"
    )
    problem.take_all(r"[,;]")
    problem.settle()
    if not asked or (in_words and len(lines) < 2):
        return None  # one number told in words is no program
    return Recognition(
        parameters={
            "task": "program",
            "lines": lines,
            "asked": [[name, what] for _, name, what in sorted(asked, key=lambda one: one[0])],
            **({"word": word} if word != 32 else {}),
        },
        understood=(("程序", "；".join(f"{kind} {name} = {expression}" for kind, name, expression in lines)),),
    )


def run(lines: list[list[str]], word: int = 32) -> tuple[dict[str, tuple[int, int, bool]], list[str]]:
    """Every variable's value, width and signedness, and the variables whose signed arithmetic overflowed.

    On a machine of a stated word arithmetic keeps the low bits, as its adder does.

    Raises:
        StayOut: a name that is not declared, or arithmetic that overflows an int of no stated machine.
    """
    state: dict[str, tuple[int, int, bool]] = {}
    overflowed: list[str] = []
    for kind, name, expression in lines:
        total, unsigned = 0, False
        for match in patterns.finditer(
            rf"(?P<sign>(?:^|(?<=[A-Za-z0-9)\s]))\s*[-+])?\s*(?:\(\s*(?P<cast>{_TYPE})\s*\)\s*)?\(?(?P<term>[A-Za-z][A-Za-z0-9_]*|[-+]?(?:0x[0-9A-Fa-f]+|\d+))[Uu]?\)?",
            expression,
        ):
            term = match["term"]
            if term.lstrip("+-")[0].isdigit():
                value, width, signed = int(term, 16 if "0x" in term.lower() else 10), word, True
            elif term in state:
                value, width, signed = state[term]
            else:
                stay_out(f"{term} is not declared")
            if match["cast"]:
                width, signed = _kind(match["cast"], word)
                value = wrapped(value, width, signed)
            unsigned = unsigned or (width >= word and not signed)
            total += -value if (match["sign"] or "").strip() == "-" else value
        if word == 32 and not unsigned and not -(1 << 31) <= total < 1 << 32:
            stay_out("arithmetic that overflows")
        if not unsigned and patterns.search(r"\w\s*[-+]", expression) and not -(1 << word - 1) <= total < 1 << word - 1:
            overflowed.append(name)
        width, signed = _kind(kind, word)
        state[name] = (wrapped(total % (1 << word) if unsigned else total, width, signed), width, signed)
    return state, overflowed


def solve(parameters: Parameters) -> Solution:
    """The asked variables' values or codes; a conversion keeps the low bits, a longer type extends by the sign of the shorter."""
    state, overflowed = run(parameters["lines"], parameters.get("word", 32))
    steps, answers = [], []
    for name, (value, width, _) in state.items():
        steps.append(f"{name} 的机器数 {hexadecimal(value % (1 << width), width // 4)}，值 {value}")
    for name, what in parameters["asked"]:
        if what == "overflows":
            wrong = [f"{kind} {one} = {term}" for kind, one, term in parameters["lines"] if one in overflowed]
            answers.append(f"发生溢出的语句：{'、'.join(wrong)}" if wrong else "没有语句发生溢出")
            continue
        value, width, _ = state[name]
        shown = f"{value % (1 << width):0{width // 4}X}H" if what == "code" else str(value)
        answers.append(shown if len(parameters["asked"]) == 1 else f"{name}={shown}")
    return Solution(
        answer="，".join(answers),
        also=("，".join(answer.partition("=")[2] for answer in answers),) if len(answers) > 1 else (),
        steps=paragraphs(*steps),
        conventions=("类型转换时机器数的低位不变；由短变长，带符号数符号扩展，无符号数零扩展",),
    )
