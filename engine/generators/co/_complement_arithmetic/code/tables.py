"""Machine numbers read in each of several codes, the ranges of several codes one under another, and shifts one after another."""

from __future__ import annotations

import re
from typing import ClassVar

from engine.generators import patterns
from engine.generators.clauses import ORDINARY as GENERAL
from engine.generators.co._complement_arithmetic.code import solving as code_solver
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.laws.clauses import Clauses
from engine.generators.markdown import numbered, paragraphs
from engine.generators.reading import INTEGER, stay_out, to_int
from engine.generators.topic import Topic

READ, RANGES, SHIFTS = "codes read", "ranges of codes", "shifts in turn"
_KINDS = {"原": "sign", "反": "ones", "补": "two", "移": "excess", "无": "plain"}
_NAMES = {"sign": "原码", "ones": "反码", "two": "补码", "excess": "移码", "plain": "无符号数"}
_KIND = r"(?:原码|反码|补码|移码|无符号(?:整?数)?)"
_CODE = r"(?:[0-9A-F]{2,8}H|[01]{4,16}B?)"
_SIGN = r"\(?(?:其中|假设|设|均)?(?:最高位为|含|包括|包含)?(?:符号位?)?(?:仅|为|只有|占|有)*\s?(?:1|一)\s?(?:位|个|bit)(?:的|为|是)?(?:数)?(?:符号位?|符)?(?:在内)?\)?"


class _Codes(Topic):
    """A problem of several codes."""

    words: ClassVar[str] = (
        "原码 反码 补码 移码 无符号 无符号数 整数 小数 定点 定点小数 定点整数 机器数 字长 机器字长 数字长 十进制 十进制数 真值 数值 对应 所对应 表示 分别 当 时 其 能 所能 可 写出 求 给出 列出 范围 表示范围 "
        "下列 以下 各 各种 情况 机器 计算机 设 某 数 值 的 它 采用 用 位 二进制 带符号 为 十六进制 若 则 说明 形式 看作 作为 先 再 然后 执行 进行 最终 结果 最后 对 经过 操作 后"
    )
    ordinary: ClassVar[str] = GENERAL
    shortened = Clauses.shortened
    refused: ClassVar[str] = r"浮点|阶码|尾数|IEEE|BCD|校验|溢出|相加|相减|之和|扩展|循环|带进位|float|double|变形|双符号"


def _width(problem: _Codes) -> int | None:
    problem.take_all(_SIGN)
    return problem.take_one(rf"(?:机器)?(?:数)?(?:字长|位数)(?:均|都)?(?:为|是|=|:|取)*\s*(?P<value>{INTEGER})\s*(?:位|bit)", to_int)


def read_in_each(text: str) -> Recognition | None:
    """Two or more machine numbers, each read in two or more codes."""
    problem = _Codes(text)
    told = problem.take(
        rf"(?:若|当|设|如果)?(?:机器数|机器码)?(?:的)?\s?(?P<codes>{_CODE}(?:\s?(?:[、,和与及]|以及)\s?{_CODE}){{1,4}})\s?(?:分别|各)?(?:当作|看作|作为|视为|表示(?:为|成|的是)?|解释为|理解为|是|为)+\s?(?P<kinds>{_KIND}(?:\s?(?:[、,和与及或]|以及)\s?{_KIND}){{1,4}})(?:时|的话|来看)?"
    )
    if told is None:
        return None
    asked = problem.take_asked(
        r"[,]?(?:则|那么)?(?:其|它们?|各)?(?:所)?(?:对应|表示|代表)?(?:的)?(?:十进制)?(?:真?值|数|真值|数值)(?:\(十进制\))?(?:各|分别)*(?:是|为)(?:多少|什么|几)"
    )
    width = _width(problem)
    problem.settle()
    if len(asked) != 1:
        return None
    codes = patterns.findall(_CODE, told["codes"])
    bits = [f"{int(one[:-1], 16):0{4 * (len(one) - 1)}b}" if one.endswith("H") else one.removesuffix("B") for one in codes]
    kinds = [_KINDS[one[0]] for one in patterns.findall(_KIND, told["kinds"])]
    if len(set(kinds)) != len(kinds) or len({len(one) for one in bits}) != 1 or width not in (None, len(bits[0])):
        return None
    return Recognition(
        parameters={"task": READ, "codes": codes, "bits": bits, "kinds": kinds},
        understood=(("机器数", "、".join(codes)), ("看作", "、".join(_NAMES[kind] for kind in kinds))),
    )


_ITEM = re.compile(
    r"(?:^|(?<=[\s,;。:、)\ue000]))(?:\(?\s?[1-9]\s?[.)、]\s?)?(?P<kind>无符号|原码|补码|反码|移码)(?:表示)?(?:的)?(?P<what>定点小数|定点整数|纯小数|小数|整数|数)?(?=[\s,;。、]|$)"
)


def ranges(text: str) -> Recognition | None:
    """The range of so many bits in each of a list of codes."""
    if not patterns.search("范围", text):
        return None
    problem = _Codes(text)
    items = list(_ITEM.finditer(problem.rest))
    if len(items) < 2:
        return None
    problem.take_spans([item.span() for item in items])
    width = _width(problem)
    asked = problem.take_asked(
        r"(?:试|请|分别)?(?:写出|求出?|给出|列出)?(?:下列|以下|如下)?(?:各种?)?(?:情况|编码|形式|表示)?(?:下)?(?:其|它|机器)?(?:所)?(?:能|可)?(?:够)?表示(?:的)?(?:数|数据|数值|真值)?(?:的)?范围(?:\(?(?:用)?十进制(?:数)?(?:表示)?\)?)?"
    )
    problem.settle()
    if width is None or not 4 <= width <= 64 or len(asked) != 1:
        return None
    listed = []
    for item in items:
        kind, what = _KINDS[item["kind"][0]], item["what"] or ""
        if "小数" in what and kind in ("plain", "excess"):
            return None
        if "数" not in what and kind != "plain":
            return None  # integer or fraction is not said
        listed.append([kind, "小数" in what])
    return Recognition(
        parameters={"task": RANGES, "width": width, "items": listed},
        understood=(
            ("字长", f"{width} 位"),
            (
                "求",
                "、".join(
                    f"{_NAMES[str(kind)]}{'' if kind == 'plain' else '小数' if fraction else '整数'}的表示范围" for kind, fraction in listed
                ),
            ),
        ),
    )


_SHIFT = r"(?P<{0}how>逻辑|算术|算数)?(?P<{0}way>[左右])移(?:动)?\s?(?P<{0}n>\d+|[一二两三四五六七八])\s?位?"


def shifts(text: str) -> Recognition | None:
    """A machine number shifted twice, the second time from where the first ended."""
    if not patterns.search("移", text):
        return None
    problem = _Codes(text)
    told = problem.take(
        rf"(?:对|将|把|设)?(?:8|16)?(?:位)?(?P<kind>补码|原码|反码)?(?:表示的)?(?:机器数|寄存器内容|数据)?(?:为|是)?\s?(?P<bits>[01](?:\s?[01]){{3,15}}B?|[0-9A-F]{{2,4}}H)(?![0-9A-Za-z])\s?[,]?(?:首?先)?(?:执行|进行|做|经过)?{_SHIFT.format('a')}(?:操作)?[,]?(?:再|然后|接着|之后再?)(?:执行|进行|做|经过)?{_SHIFT.format('b')}(?:操作)?(?:之?后)?"
    )
    if told is None:
        return None
    asked = problem.take_asked(
        r"[,]?(?:则|那么)?(?:最终|最后|所得|得到)?(?:的)?(?:结果|机器数|值|内容)?(?:是|为|得)\s*(?:多少|什么|\(\s*\)|\s{2,})?\s?[。?]?"
    )
    problem.settle()
    if not asked:
        return None
    plain = patterns.sub(r"\s", "", told["bits"])
    bits = f"{int(plain[:-1], 16):0{4 * (len(plain) - 1)}b}" if plain.endswith("H") else plain.removesuffix("B")
    moves = [
        [(told[f"{one}how"] or told["ahow"] or "算术").replace("算数", "算术"), told[f"{one}way"], to_int(told[f"{one}n"])] for one in "ab"
    ]
    kind = _KINDS[told["kind"][0]] if told["kind"] else "two"
    return Recognition(
        parameters={"task": SHIFTS, "bits": bits, "kind": kind, "moves": moves},
        understood=(("机器数", bits), ("依次", "、".join(f"{how}{way}移 {count} 位" for how, way, count in moves))),
    )


def solve(parameters: Parameters) -> Solution:
    """Each of what is asked, one under another."""
    if parameters["task"] == READ:
        rows = []
        for code, bits in zip(parameters["codes"], parameters["bits"], strict=True):
            values = []
            for kind in parameters["kinds"]:
                value = code_solver.value_of(bits, kind)
                negative_zero = value == 0 and "1" in bits and kind in ("sign", "ones")
                values.append(f"{_NAMES[kind]} {'-0' if negative_zero else value}")
            rows.append(f"{code}：{'，'.join(values)}")
        plain = "；".join("，".join(patterns.findall(r"(?<= )-?\d+", row)) for row in rows)
        return Solution(
            answer="；".join(rows),
            also=(plain,),
            steps=numbered(
                ["原码是符号位加绝对值；反码的负数各数值位取反；补码取反加 1；移码的符号位与补码相反；无符号数没有符号位", *rows]
            ),
            conventions=("最高位为符号位，移码的偏置值为 2 的（位数 − 1）次方",),
        )
    if parameters["task"] == RANGES:
        parts, also, steps = [], [], []
        for kind, fraction in parameters["items"]:
            one = code_solver.solve_extents({"width": parameters["width"], "fraction": fraction, "asked": [[kind, "range"]]})
            name = _NAMES[kind] + ("" if kind == "plain" else "定点小数" if fraction else "定点整数")
            parts.append(f"{name} {one.answer}")
            also.append(one.answer)
            steps.append(f"{name}：{one.answer}")
        return Solution(
            answer="；".join(parts),
            also=("；".join(also),),
            steps=numbered(steps),
            conventions=("有符号数含 1 位符号位",),
        )
    bits, lines = parameters["bits"], []
    for how, way, count in parameters["moves"]:
        bits, lost = code_solver.shifted(bits, parameters["kind"], how, way, count)
        lines.append(f"{how}{way}移 {count} 位得 {bits}" + ("（移出了有效位）" if lost else ""))
    if len(bits) % 4:
        stay_out("no whole number of hexadecimal digits")
    code = f"{int(bits, 2):0{len(bits) // 4}X}H"
    return Solution(
        answer=f"{bits}（{code}）",
        also=(bits, f"{bits}B", code),
        steps=paragraphs(numbered(lines), f"结果为 {bits}"),
        conventions=("算术移位按补码：右移补符号位，左移补 0",) if parameters["kind"] == "two" else (),
    )
