"""Reading problems about expressions in infix, postfix and prefix form: conversion, value, and the stacks on the way."""

from __future__ import annotations

import re
from typing import Any

from engine.generators import patterns
from engine.generators.ds._asking import take_asked
from engine.generators.ds._clauses import every_part_asked, in_parts, opened
from engine.generators.ds._postfix_expression.expressions import OPERATORS, form_of, parsed, tokens_of, written
from engine.generators.ds._settling import settle
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

_EXPRESSION = re.compile(r"(?<![A-Za-z0-9])[-+*/^×÷(]?[A-Za-z0-9(+*/^×÷-][A-Za-z0-9()+*/^×÷.\s,、-]*[A-Za-z0-9)+*/^×÷-]")
_CONVERTED = re.compile(r"(?:转换|变换|转化)的?过程|(?:运算|操|算)(?:符|作符)[^,;。?]{0,8}(?:最多|最大|栈)")
_VALUE = r"(?<![A-Za-z0-9])(?P<name>[A-Za-z])\s*=\s*(?P<value>\d+(?:\.\d+)?)(?![\d.])"
_POST = (
    r"(?:后缀|逆波兰)(?:表示|表达)?(?:式|法|形式|记法)*(?:\s*\(\s*(?:即|又称|也称|也叫|也就是)?(?:逆波兰|后缀)(?:表达|表示)?[式法]?\s*\))?"
)
_PRE = r"(?:前缀|[先前]序(?=表达|形式)|(?<!逆)波兰)(?:表示|表达)?(?:式|法|形式|记法)*(?:\s*\(\s*(?:即|又称|也叫)?(?:前缀|(?<!逆)波兰)(?:表达|表示)?[式法]?\s*\))?"
_IN = r"(?:(?:中缀|中序(?=表达|形式))(?:表示|表达)?(?:式|法|形式)*|(?:普通|原来|正常|原|一般)的?(?:带括号的?)?(?:算式|式子|写法|表达式|算术表达式))"
_DONE = r"(?:[并且,]?(?:完成|做完|执行完?|进行)(?:该|这次|对应|相应|的|了|一次)*(?:运算|计算|处理)(?=之?后|以后))?(?:[并且,]?(?:使?其|它)?(?:入栈|进栈|压栈)(?=之?后|时))?(?:[并且,]?(?:把它|将其|也)?(?:处理|计算|运算|算|执行)(?:完毕?|了|好)(?=之?后|时|$|[,的]))?(?P<before>之前)?的?(?:时候?|之?后|处|这里|那里|那一步|之际|时刻)?"
_TOKEN = r"(?P<{0}>[A-Za-z](?![A-Za-z])|\d{{1,3}}(?!\d)|[-+*/^×÷](?!\s*[A-Za-z0-9(]))"
_STACK = r"(?:(?:运?算符|操作符|符号|操作数|运算数|这个)?栈)"
_ASKED = (
    (
        rf"(?:当|在|此时|若|设|某一?时刻|,)*(?:刚[好刚]?|恰好|正好|正|首次|第一次|从左[到至往向]右|依次|逐个)*(?:(?:(?:读|扫描|当前|输入)?(?:指针|光标|位置|字符))?(?:正好|刚好|恰好|正)?(?:指向|指到|指在|停在|移到|到达|来到|是|为)|(?:扫描|读|处理|读入|读取|遍历|扫|看|遇|碰|轮|处理到|分析)[到了至完]*)(?:表达式[的中]?)?(?:第\s*(?P<nth>{INTEGER})\s*个)?(?:操作数|运算符|字符|字母|符号|元素|数字|数)?\s*{_TOKEN.format('token')}(?:这个)?(?:字符|元素|操作数)?的?(?P<note>\([^()]{{0,16}}\))?\s*{_DONE}(?P<note2>\([^()]{{0,16}}\))?,?(?:[^,。;?]{{0,8}}?)(?:{_STACK})?[内中里]?的?(?:元素|内容|符号|状态|各元素|数|情况)?(?:[自从]?栈?底[向到往]栈?顶)?",
        "at",
    ),
    (
        rf"(?:计算|求值|运算)?(?:过程)?[中里]?的?(?:执行|进行|做|计算|算)?的?第\s*(?P<operation>{INTEGER})\s*[个次步](?:执行|进行|做|计算)?的?(?:运算|计算|操作)是?(?:哪种|什么|哪个)?(?:运算)?[,、和及]?(?:其|它的?)?(?:运算)?的?(?:结果)?[是为]?(?:多少|几|什么)?",
        "operation",
    ),
    (
        rf"(?:{_STACK})?(?:\([^()]{{0,12}}\))?的?[中里内]?(?:操作数|运算符|元素|符号)?的?(?:个数)?(?:最多|最大|至多|最深|最少|至少)的?(?:同时|时候|时|需要|需|要|会|应)*(?:存|有|放|存有|存放|保存|压|会有|需要|要|应|能|容纳|为|是|多大|的)*了?(?:(?:多少|几)[个层]?)?(?:深度|元素|符号|运算符|操作符|操作数|字符|容量|大小|数)?(?:的?(?:个数|数目|数))?[是为]?(?:多少|几|多大)?|{_STACK}的?(?:最大)?(?:深度|容量|大小)(?:最多|最大|至少|最少)?[是为]?(?:多少|几)?",
        "deepest",
    ),
    (r"(?:表达式树|树)?的?根(?:结点)?[是为](?:什么|哪个|谁)?", "root"),
)
_FORMS = (
    (
        rf"(?:的|成|为|写出|转|化|给出|求|等价|相应|对应|及|和|与|、){{0,3}}{_POST}(?:是|为|怎么写|应该?是|写一下)?(?:什么|怎样|怎么写|啥样|多少)?",
        "postfix",
    ),
    (
        rf"(?:的|成|为|写出|转|化|给出|求|等价|相应|对应|及|和|与|、){{0,3}}{_PRE}(?:是|为|怎么写|应该?是|写一下)?(?:什么|怎样|怎么写|啥样|多少)?",
        "prefix",
    ),
    (
        rf"(?:的|成|为|写出|转|化|给出|求|还原|等价|相应|对应|及|和|与|、){{0,3}}{_IN}(?:\(?[带加]上?括号的?\)?)?(?:是|为|怎么写)?(?:什么|怎样|啥样)?",
        "infix",
    ),
)
_VALUED = r"(?<!该)(?<!此)(?<!这个)(?<!这次)(?<!运算)(?<!步)(?<!运算的)(?<!步的)(?<!顶)(?<!顶的)(?<!顶元素)(?<!顶元素的)的?(?:最终|计算|运算|最后|求值)?的?(?:值|结果)(?!时|的?(?:计算|求值)?过程|的时候)(?:是|为|等于)?(?:多少|几|什么)?|并且?请?(?:计算|算出|求出)出?(?:它|其|该式)?的?(?:值|结果)?(?=[\s。?;]*$)|求值(?!过程|时|的时候|中)|(?:算|计算)(?:出来|下来|一下|得)*(?:等于|是|得)?(?:多少|几)|(?<!栈)(?:等于|得)(?:多少|几)|算一?下"
_OWN = """
手算 算一下 还剩 剩 符号 底→顶 底 顶 结果 表达式 算术表达式 四则运算 四则 左结合 式子 算式 式 操作数 运算数 空格 分隔 隔开 用空格隔开 数 栈 利用栈 用栈 借助栈 运算符 操作符 运算符栈 操作符栈 操作数栈 变换 转换 转化 转 转成 转为 变 化 化成 写成 改写 改写成 改成 变成 换成 等价 等价的 形式 前缀 后缀 中缀 相应 对应 手工 手动 手算
单个数字 单个 时刻 这个时刻 从底到顶 底到顶 自底向顶 值 最终 求值 计算结果 运算结果 最终结果 初始 为空 初始为空 空 从左到右 依次 过程 过程中 转换过程 转换过程中 计算过程 计算过程中 整个过程 扫描 元素 内容 中间 栈里 栈中 栈内 此时栈中 字符 各 时 里 序列 四则混合运算 混合 加减乘除 除法 逆波兰 波兰 最后 成 里面 放 存 存有 都 符号 运算符号 有哪些 哪些 分别 其中 个 自底向上 遍历 栈法 等于 下
先转后缀再求 先 再 先转后缀 再求 存放运算符 用栈存放运算符 用来存放 单字母操作数 单字母 数字间空格 数字间 空格分隔 后 用一个栈 处理 还原 还原成 带括号 加括号 恢复 写法 计算机 内部 编译 编译器 进行 求 步骤 转换后 化成后缀后 后再 至少 多大 的是 同时 栈底 栈顶 到 压栈 出栈 入栈 进栈 规则 按 表达式树 后序 中序 根 结点 顺序 那种 哪种 运算 执行
"""


_VALUES_IN_A_ROW = r"(?<![A-Za-z0-9])(?P<names>[A-Za-z](?:\s*[,、和]\s*[A-Za-z]){1,7})\s*(?:的取?值)?(?:分别|依次)(?:为|是|取|=)?\s*(?P<values>\d+(?:\s*[,、和]\s*\d+){1,7})(?![\d.])"


def _one_by_one(match: re.Match[str]) -> str:
    """`A, B 的值分别为 2, 3` as `A=2, B=3`."""
    names, values = patterns.findall("[A-Za-z]", match["names"]), patterns.findall(r"\d+", match["values"])
    if len(names) != len(values):
        stay_out("values of other names")
    return ",".join(f"{name}={value}" for name, value in zip(names, values, strict=True))


@every_part_asked
def recognise(text: str) -> Recognition | None:
    """An expression and what is asked of it; None where it is something else."""
    for word, sign in (("加", "+"), ("减", "-"), ("乘", "*"), ("除", "/")):
        text = patterns.sub(rf"(?<=[到了完]){word}号", sign, text)
    # Print and scans have long dashes for minus, and a ten for plus.
    text = patterns.sub(r"(?<=[A-Za-z0-9)])\s*[—–]+\s*(?=[A-Za-z0-9(])", "-", text)
    text = patterns.sub(r"(?<=[A-Za-z0-9)])\s*十\s*(?=[A-Za-z0-9(])", "+", text)
    text = patterns.sub(r"[—–]{2,}", " ", text)  # a blank
    text = patterns.sub(_VALUES_IN_A_ROW, _one_by_one, text)
    text = patterns.sub(r"(?<![A-Za-z])RPN(?![A-Za-z])\s*(?:表达式)?", "后缀表达式", text)
    reading = opened(text)
    if not patterns.search("[前后中]缀|波兰|表达式树", reading.text) and not _worked_with_a_stack(reading.text):
        return None
    reading.refuse(
        r"(?<![A-Za-z0-9\s)])\^|\^(?=[\s]*[\u4e00-\u9fff是为表])(?<![A-Za-z0-9\s]\^)|@|(?<=[A-Za-z0-9)])!(?=\s*[-+*/)])|(?<!不是)右结合|递归|整除|取整|优先级(?!规则|一般|按|照)|优先于(?!加减)|#(?!\))|两个栈(?!(?:来|分别)?[将把]?(?:转换|求值|计算))|双栈|后缀表(?!达|示)|自右向左|从右[到往向]左|遍历是|后缀遍历"
    )
    reading.refuse(r"(?:最少|至少)(?:需要?|要|会)?(?:同时|保存|存着|有几)")  # the most at a time is what is answered
    reading.take_all(
        r"\(?(?:其中)?(?:运?算符|操作符|同级的?(?:运算符)?|各运算符|加减乘除|乘除|加减)?(?:运算)?(?:均|都|满足|是)*为?(?:左结合|从左[到往向]右(?:结合|计算|算)?)[性的]?|\(?先?乘除(?:后|优先于|先于)加减\)?|(?:按照?)?(?:通常|一般|正常|常规)的?优先级(?:规则)?|我?用?栈?手算了两遍|\(?不含#\)?"
    )
    reading.take_all(
        r"(?:已知|设|其中|,)*(?:运算符|操作符|算符)[只仅]?(?:包括|包含|有|为|是|限于)[-+*/×÷()、,和与及\s]{5,}这?(?:[四五六七]种)?"
    )
    reading.take_all(
        r"(?:用|以|借助|利用)?(?:一个)?(?:运算符|操作符)?栈S?(?:来|用来|用于)?(?:存放|保存|暂存|存)(?:那些)?(?:暂时|当前)?[还尚仍]?(?:不能|未能?|没有?|无法)被?(?:确定|处理|输出|参与运算|运算)的?(?:运算|计算)?的?(?:次序|顺序|先后)?的?(?:运算符|操作符)(?:\(含左?括号\))?"
    )
    without = reading.take_all(r"\(?(?:不(?:含|算|计|包括)|除去?)左?括号\)?")
    reading.take_all(
        r"\(?左?括号(?:也|都|均|和运算符)*要?(?:入栈|进栈|算(?:在内|进去|上|入|一个)?|计[入算]?|压栈|包括在内)(?:,?不含#|,?算一个)?\)?|\(?(?:含|包括|包含|连|计)左?括号(?:在内|也算|一起)?\)?|从?栈底(?:元素)?(?:到|至|在左|→)*(?:栈顶)?(?:方向)?|从?[左底][为是]?栈底|\(?还没有?(?:读|扫描|处理)到?(?:后面的?)?右括号(?:的时候|时)?\)?"
    )
    reading.take_all(r"[请试]?画出[其它该此]?(?:对应|相应)?的?表达式(?:二叉)?树[,并和且再]*")
    reading.take_all(r"(?:用|借助|利用|使用)[两2]个栈(?:来|分别)?")
    reading.take_all(r"(?<![A-Za-z])(?:OPND|OPTR)(?![A-Za-z])")
    assigned = reading.take_all(_VALUE)
    values = {match["name"]: match["value"] for match in assigned}
    if len(values) != len(assigned):
        stay_out("a name with two values")
    reading.take_all(r"各?(?:操作数|数字?|数)之?间都?[用以]?空格(?:分?隔开?|分开)?")
    reading.take_all(r"[,(]?(?:其中|这里)?\s*\^\s*(?:为|表示|代表|是)\s*(?:乘幂|乘方|幂|指数|次方)(?:运算)?符?(?:\(右结合\))?\)?")
    found = _expression(reading)
    if found is None:
        return None
    tokens, form, stated = found
    asked = take_asked(reading, _ASKED)
    forms = take_asked(reading, _FORMS)
    valued = take_asked(reading, ((_VALUED, "value"),))
    reading.refuse(r"[-+*/×÷^]\s*\ue000|\ue000\s*[*/×÷^]|第|树(?!.{0,3}根)" if not any(each.name == "root" for each in asked) else r"(?!)")
    reading.refuse(r"[+*/^×÷=]|(?<![a-z0-9])-(?![a-z])")
    reading.refuse("(?:几|多少)个(?:运算符|操作符|操作数|运算数|括号)")
    settle(reading, _OWN)
    tasks = _tasks(
        reading,
        form,
        tokens,
        asked,
        [each for each in forms if each.name == form or each.name not in stated],
        valued[-1].match.start() if valued else None,
        bool(without),
    )
    if tasks is None or (without and not any(task[0] == "depth" for task in tasks)):
        return None
    if set(values) - set(tokens):
        stay_out("values of other names")
    shown = {"infix": "中缀", "postfix": "后缀", "prefix": "前缀"}[form]
    return Recognition(
        parameters={
            "form": form,
            "tokens": tokens,
            "values": values,
            "asked": tasks,
            **({"parted": True} if in_parts(text) and sorted(task[0] for task in tasks) == ["postfix", "value"] else {}),
        },
        understood=(
            (f"{shown}表达式", "`" + (" " if any(len(token) > 1 or token.isdigit() for token in tokens) else "").join(tokens) + "`"),
        ),
    )


def _worked_with_a_stack(text: str) -> bool:
    """Whether the text holds an expression that a stack converts or works out, though it does not name the forms."""
    return (
        patterns.search("栈|值|结果|算", text) is not None
        and patterns.search(
            r"\d+(?:\s+\d+)+(?:\s+[-+*/\d]+)+\s*[-+*/]|[A-Za-z0-9)]\s*[-+*/]\s*\(?[A-Za-z0-9(]+\s*[-+*/].*(?:转换|扫描|求值|计算)", text
        )
        is not None
    )


def _expression(reading: Reading) -> tuple[list[str], str, set[str]] | None:
    """(tokens, form, every form it is told in) of the one expression of the text, taken; None where there is none.

    Raises:
        StayOut: two expressions, or one that is of no form.
    """
    found: list[tuple[re.Match[str], list[str], str]] = []
    for match in _EXPRESSION.finditer(reading.rest):
        text = match[0].strip()
        if len(patterns.findall(r"[A-Za-z0-9]", text)) < 2 or not patterns.search(r"[-+*/^×÷]", text):
            continue
        tokens = tokens_of(text)
        form = None if tokens is None else form_of(tokens)
        if tokens is None or form is None:
            stay_out(f"an expression of no form: {text}")
        found.append((match, tokens, form))
    if not found:
        return None
    chosen = found[0]
    for each in found[1:]:
        if each[1] != chosen[1]:
            # The same expression told in two forms is worked with in the second; where it is converted, in the infix form.
            tree = parsed(chosen[1], chosen[2])
            if tree is None or each[2] == chosen[2] or written(tree, each[2]) != each[1]:
                stay_out("two expressions")
            chosen = chosen if chosen[2] == "infix" and _CONVERTED.search(reading.text) else each
    for match, _, _ in found:
        reading.take(re.escape(match[0]))
    return chosen[1], chosen[2], {each[2] for each in found}


def _tasks(
    reading: Reading, form: str, tokens: list[str], asked: list[Any], forms: list[Any], valued_at: int | None, without: bool
) -> list[list[Any]] | None:
    """What is asked, in order; None where nothing is."""
    tasks: list[tuple[int, list[Any]]] = []
    for each in asked:
        match = each.match
        if each.name == "at":
            tasks.append((match.start(), _at(match, form, tokens)))
        elif each.name == "operation":
            tasks.append((match.start(), ["operation", to_int(match["operation"])]))
        elif each.name == "root":
            tasks.append((match.start(), ["root"]))
        else:
            operands = form != "infix" or (
                patterns.search(r"操作数|运算数|求值|操作数栈", reading.text) is not None
                and not patterns.search("运?算符|操作符|符号", reading.text[max(0, match.start() - 12) : match.end()])
            )
            tasks.append((match.start(), ["operands"] if operands else ["depth", not without]))
    wanted = {each.name for each in forms} - {form}
    on_the_way = any(task[0] in ("stack", "depth") for _, task in tasks)
    if on_the_way and not _written_out(reading.text):
        wanted = set()
    if any(task[0] in ("operands", "operation") for _, task in tasks) and form == "infix" and not _written_out(reading.text):
        wanted = set()
    tasks += [(each.match.start(), [each.name]) for each in forms if each.name in wanted]
    lettered = any(token.isalpha() for token in tokens) and not patterns.search(r"[A-Za-z]\s*=\s*\d", reading.text)
    if valued_at is not None and _value_asked(reading.text) and not (lettered and tasks):
        tasks.append((valued_at, ["value"]))
    elif form != "infix" and not tasks:
        tasks.append((0, ["value"]))
    kept: list[list[Any]] = []
    for _, task in sorted(tasks, key=lambda each: each[0]):
        if task not in kept:
            kept.append(task)
    return kept or None


def _written_out(text: str) -> bool:
    """Whether the converted expression itself is asked for, besides what happens on the way."""
    form = r"(?:后缀|逆波兰|前缀)(?:(?:表达|表示)?式)?(?![表式]|的过程|的转换|过程|时)"
    return (
        patterns.search(
            rf"(?:写出|给出|求出)[^,;。?]{{0,40}}?的{form}(?=\s*(?:[,。;]|和|以及|及|$))|(?:写出|给出|求出|求|试写)(?:其|它的?|该|此|这个|上述|表达式|算术|中缀|式|的|对应|相应|等价|与之|与其|完整|最终|转换|后)*{form}|{form}也?(?:写一下|写出来|怎么写|是什么|是多少|\s*[?？])|[问和及]{form}",
            text,
        )
        is not None
    )


def _value_asked(text: str) -> bool:
    return patterns.search(r"值|等于|得多少|算出|算出来|结果|算算|计算|是多少|到底是", text) is not None


def _at(match: re.Match[str], form: str, tokens: list[str]) -> list[Any]:
    """The stack when a token has been read.

    Raises:
        StayOut: a token read several times without saying which, or an operator of which it is not said whether it has been dealt with.
    """
    token = match["token"].replace("×", "*").replace("÷", "/")
    places = [place for place, each in enumerate(tokens) if each == token]
    number = to_int(match["nth"]) if match["nth"] else 1
    if len(places) < number or (len(places) > 1 and not match["nth"]):
        stay_out("a token read several times, or never")
    if (
        token in OPERATORS
        and not match["before"]
        and not patterns.search("未|还没|没有", f"{match['note'] or ''}{match['note2'] or ''}")
        and not patterns.search("处理完|处理了|完|之?后|入栈后", match[0])
    ):
        stay_out("before or after the operator is dealt with")
    note = f"{match['note'] or ''}{match['note2'] or ''}"
    before = bool(match["before"]) or patterns.search("未|还没|没有|之前|不", note) is not None
    task = ["stack" if form == "infix" else "held", places[number - 1] - (1 if before else 0)]
    said = match.string[match.start() : match.end() + 14]
    if form != "infix" and "底" not in said and patterns.search(r"栈顶的?(?:元素)?的?[值数]?[是为](?:多少|几|什么|谁)", said):
        task.append(True)
    return task
