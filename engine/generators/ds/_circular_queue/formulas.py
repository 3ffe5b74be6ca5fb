"""Circular queues of a size without a figure: the formulas of books for counting, testing and moving, whatever the pointers are called."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from engine.generators import patterns
from engine.generators.ds._clauses import finish, opened
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.reading import Reading, stay_out

_SIGN = r"(?:maxsize|m0|[A-Za-z])"
_NAME = r"(?:front|rear|head|tail|[A-Za-z])"
_OWN = "队列 循环队列 环形队列 顺序 顺序存储 存储 数组 空间 存储空间 元素 指针 作为 放 存放 其中 值 其 头 尾 队头 队尾 用 表示 分别 约定 假定 设 判断 判定 一个 执行 操作 语句 计算 公式 条件 应 当前 若 非空 为 是 SQ Q QU qu sq 存在 于 实现 采用 正常 队 中 具有 含有 有 的 时 总是 位置 循环 使用 利用 表达式 非空 按顺时针方向 顺时针方向 按 顺序循环队列 数组中 可用 个数 的公式"


@dataclass(frozen=True, slots=True)
class _Asked:
    pattern: str
    name: str


_QUEUE = r"(?:该|此|其|这个|当前|一个)?(?:循环|环形|顺序)*(?:队列)?\s*(?:S?QU?)?\s*(?:\([^()]{0,16}\))?"
_ASKED = (
    _Asked(
        r"(?:采用|用)?(?:牺牲|少用|空出)一个(?:存储|元素)?(?:单元|空间|位置)的?(?:方式|方法|办法)?来?(?:判断|区分)队?满,?则?其?[判队]满的?条件[和与及]其?(?:实际|最大)?的?容量(?:分别)?[是为]",
        "full-most",
    ),
    _Asked(
        rf"{_QUEUE}的?最大的?(?:队列)?(?:长度|容量|元素个数)(?:应该?)?[是为]?|{_QUEUE}[中里]?(?:最多|至多)只?(?:能|可以?)?(?:存放?|容纳|放|有|存储|保存)下?(?:\(\s*\)|多少|几)个?(?:数据)?元素",
        "most",
    ),
    _Asked(
        rf"{_QUEUE}[中里]?(?:当前)?的?(?:所含)?元素的?(?:个数|数目|总数|数)的?(?:计算)?(?:公式|表达式)?(?:应该?)?[是为]?|(?:队列|队)的?长度的?(?:公式)?[是为]?",
        "count",
    ),
    _Asked(rf"(?:判断|判定|判别|测试)?{_QUEUE}[为是]?队?已?满(?:队列?)?的?(?:条件|标志|依据)(?:应该?)?[是为]?", "full"),
    _Asked(rf"(?:判断|判定|判别|测试)?{_QUEUE}[为是]?队?空(?:队列?)?的?(?:条件|标志|依据)(?:应该?)?[是为]?", "empty"),
    _Asked(
        r"[将把]?(?:元素)?(?:\s*x\s*)?(?:执行|进行)?(?:入队|进队|入列)(?:运算|操作)?时?的?,?(?:修改)?(?:队尾)?(?:指针)?的?(?:操作|语句|运算)?(?:应该?)?[是为]",
        "enqueue",
    ),
    _Asked(
        r"(?:执行|进行)?(?:出队|退队|出列)(?:运算|操作)?时?的?,?(?:修改)?(?:队头|队首)?(?:指针)?的?(?:操作|语句|运算)?(?:应该?)?[是为]",
        "dequeue",
    ),
)
_RANGE = r"(?:(?:数组|队列)?的?(?:下标|地址|编号)的?(?:取值)?范围[是为:]?\s*)?"
_SIZES = (
    # From 0 to m - 1, from 0 to m, from 1 to m; or so many places.
    (rf"{_RANGE}(?:(?<![A-Za-z])[A-Za-z]{{1,4}}\s*)?\(?\s*0\s*(?:~|-{{1,2}}|:|\.{{2,3}}|…+|到|至)\s*(?P<size>{_SIGN})\s*-\s*1\s*\)?", 0, 0),
    (rf"{_RANGE}(?:(?<![A-Za-z])[A-Za-z]{{1,4}}\s*)?\(?\s*0\s*(?:~|-{{1,2}}|:|\.{{2,3}}|…+|到|至)\s*(?P<size>{_SIGN})(?!\s*-)\s*\)?", 1, 0),
    (rf"{_RANGE}(?:(?<![A-Za-z])[A-Za-z]{{1,4}}\s*)?\(?\s*1\s*(?:~|-{{1,2}}|:|\.{{2,3}}|…+|到|至)\s*(?P<size>{_SIGN})(?!\s*-)\s*\)?", 0, 1),
    (
        rf"(?:假定|设|且|已知|,)*(?:循环)?(?:队列)?[中里]?的?元素的?(?:个数|总数|数)(?:总是|总|均|都)?(?:小于|少于|不超过|<)\s*(?P<size>{_SIGN})(?![A-Za-z])",
        0,
        0,
    ),
    (rf"数组\s*[A-Z]\s*\(?\s*(?P<size>{_SIGN})\s*\)?(?:用来|来)?(?:表示|存放|存储)(?:一个)?", 0, 0),
    (
        rf"(?:利用|用|使用|采用|以)?(?:大小|长度|容量)[都均]?[为是]\s*(?P<size>{_SIGN})\s*的(?:一维)?数组来?(?:顺序)?(?:存储|存放|表示|实现)?(?:一个)?",
        0,
        0,
    ),
    (
        rf"(?:最大)?(?:容量|长度|大小|规模|元素个数|空间)[都均]?[为是]\s*(?P<size>{_SIGN})(?![A-Za-z(])|(?P<size2>{_SIGN})\s*个(?:存储)?(?:单元|空间|位置)的?|最多(?:有|存放|容纳)?(?:元素)?(?:个数)?[为是]?\s*(?P<size3>{_SIGN})(?![A-Za-z(])(?:个元素)?",
        0,
        0,
    ),
)
_POINTERS = (
    rf"其?队?[头首](?:指针)?[、和及与]?队?尾(?:两个)?(?:指针)?(?:分别)?[为是用]\s*(?P<head>{_NAME})\s*[、和与,]\s*(?P<tail>{_NAME})(?![A-Za-z(])",
    rf"[用以]?\s*(?<![A-Za-z])(?P<head>{_NAME})\s*[、和与,]\s*(?P<tail>{_NAME})\s*(?:两个)?(?:指针)?(?:分别)?(?:表示|为|是|指向|作为|记录)(?:循环队列)?的?队?头(?:元素)?(?:指针)?[和与、及]?队?尾(?:元素)?的?(?:指针|位置)?",
    rf"(?<![A-Za-z])(?P<head>{_NAME})\s*[为是](?:当前)?(?:队列?)?头元素的前一?个?位置[,;]\s*(?P<tail>{_NAME})\s*[为是](?:当前)?(?:队列?)?尾元素的?(?:当前)?位置",
    rf"(?<![A-Za-z])(?P<head>{_NAME})\s*[为是](?:当前)?队?头(?:指针|元素在数组中的位置|元素的?位置)[,;]\s*(?P<tail>{_NAME})\s*[为是](?:当前)?队?尾(?:指针|元素的[后下]一个?位置|元素(?:在数组中)?的位置)",
)
_AT = {
    "head-before": r"(?:队?头指针\s*)?(?<![A-Za-z])(?:[A-Za-z]+)?\s*(?:总是)?(?:始终)?指向(?:实际)?的?队头(?:元素)?的?[前上]面?一个?(?:位置|单元)?",
    "head-at": r"(?:队?头指针\s*)?(?<![A-Za-z])(?:[A-Za-z]+)?\s*(?:总是)?(?:始终)?指向(?:实际)?的?队头元素的?(?:当前)?(?:位置)?(?!的?前|的?上)",
    "tail-after": r"(?:队?尾指针\s*)?(?<![A-Za-z])(?:[A-Za-z]+)?\s*(?:总是)?(?:始终)?指向(?:实际)?的?队尾(?:元素)?的?[后下]面?一个?(?:位置|单元)?",
    "tail-at": r"(?:队?尾指针\s*)?(?<![A-Za-z])(?:[A-Za-z]+)?\s*(?:总是)?(?:始终)?指向(?:实际)?的?队尾(?:元素)?的?(?:当前)?(?:位置)?(?!元素|的?后|的?下)",
}


def formulas(text: str) -> Recognition | None:
    """A queue whose size has a name, and one formula that is asked; None where it is something else.

    Raises:
        StayOut: something in the text is not understood.
    """
    if "队" not in text or patterns.search(
        r"(?:front|rear|head|tail|头|尾)\D{0,12}=\s*\d|的值分别|\d{2,}|标志|tag|计数|length|链", text, re.IGNORECASE
    ):
        return None
    text = patterns.sub(r"队首", "队头", text)
    text = patterns.sub(r",?(?:此外|除此之外|除此以外),?该?队列?再?没有(?:其他|别的)的?(?:数据)?成员", "", text)
    # A range is no list that goes on with dots.
    reading = opened(
        patterns.sub(
            r"(?<=[01])\s*(?:\.{2,3}|…+)\s*(?=[A-Za-z])", ":", patterns.sub(r"(?<=[A-Za-z])\s*\[?\s*(?=[01]\s*(?:\.{2,}|…))", "", text)
        )
    )
    size, base = _size(reading)
    if size is not None:
        reading.take_all(rf"(?:数组|循环队列)\s*[A-Z]\s*\(?\s*{re.escape(str(size[0]))}\s*\)?(?:用来|来)?(?:表示|存放|存储)?(?:一个)?")
    pointers = _pointers(reading)
    at = {name for name, pattern in _AT.items() if reading.take_all(pattern)}
    asked = [each.name for each in _ASKED if reading.take(each.pattern)]
    if size is None or len(asked) != 1:
        return None
    if patterns.search(rf"(?<![A-Za-z]){pointers[0]}\s*[为是](?:当前)?(?:队列?)?头元素的前一?个?位置", reading.text):
        at |= {"head-before", "tail-at"}
    if patterns.search(rf"{pointers[1]}[为是](?:当前)?队尾元素的[后下]一", reading.text):
        at |= {"tail-after"}
    if {"head-before", "head-at"} <= at or {"tail-at", "tail-after"} <= at:
        stay_out("where the pointers are")
    reading.take_all(rf"(?<![A-Za-z])(?:{'|'.join(map(re.escape, pointers))})(?![A-Za-z])|若队列非空,?|按顺时针方向")
    finish(reading, _OWN)
    return Recognition(
        parameters={"task": "formula", "what": asked[0], "size": size, "base": base, "pointers": list(pointers), "at": sorted(at)},
        understood=(("队列大小", _written_size(size)), ("头、尾指针", "、".join(pointers)), ("求", _TITLES[asked[0]])),
    )


def _size(reading: Reading) -> tuple[list[str | int] | None, int]:
    """([name of the size, how much more], the first index), taken."""
    for pattern, more, base in _SIZES:
        if found := reading.take(pattern):
            groups = found.groupdict()
            name = groups["size"] or groups.get("size2") or groups.get("size3")
            return [str(name), more], base
    return None, 0


def _pointers(reading: Reading) -> tuple[str, str]:
    for pattern in _POINTERS:
        if found := reading.take(pattern):
            return found["head"], found["tail"]
    return "front", "rear"


_TITLES = {
    "full-most": "队满的条件和容量",
    "most": "最多能存放的元素个数",
    "count": "元素个数的公式",
    "full": "队满的条件",
    "empty": "队空的条件",
    "enqueue": "入队时队尾指针的移动",
    "dequeue": "出队时队头指针的移动",
}


def _written_size(size: list[str | int]) -> str:
    return f"{size[0]}+1" if size[1] else str(size[0])


def _remainder(value: int, by: int) -> int:
    """The remainder as C has it: of a negative number negative."""
    if by == 0:
        stay_out("divided by zero")
    found = abs(value) % abs(by)
    return -found if value < 0 else found


_OPERATORS: Mapping[type, Callable[[int, int], int]] = {
    ast.Add: lambda one, other: one + other,
    ast.Sub: lambda one, other: one - other,
    ast.Mult: lambda one, other: one * other,
    ast.Mod: _remainder,
}


def _value(node: ast.expr, names: Mapping[str, int]) -> int:
    """The value of a formula of names, whole numbers, sums and remainders.

    Raises:
        StayOut: it is no such formula.
    """
    if isinstance(node, ast.Constant) and isinstance(node.value, int):
        return node.value
    if isinstance(node, ast.Name) and node.id in names:
        return names[node.id]
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        return _OPERATORS[type(node.op)](_value(node.left, names), _value(node.right, names))
    return stay_out("an option that is no formula")


def _sides(option: str) -> list[ast.expr]:
    """The two sides of an equation or an assignment, or a formula alone.

    Raises:
        StayOut: it cannot be read.
    """
    text = patterns.sub(r"\s+", "", option.lower()).replace("–", "-").replace("−", "-").replace("mod", "%").strip(";；。")
    text = patterns.sub(r"[a-z]+(?:->|\.)", "", text)
    text = patterns.sub(r"(?<=[+\-])l(?![a-z])", "1", text)  # an el that was a one
    try:
        return [ast.parse(side, mode="eval").body for side in patterns.split("==?", text)]
    except SyntaxError:
        stay_out("an option that is no formula")


def _statements(option: str, head: str, tail: str) -> list[tuple[str, str]] | None:
    """(what is set, to what) of an option that moves an element as well as a pointer; None where it is a formula alone.

    The element's place is told as `at front` or `at rear`, the element as `x`.
    """
    text = patterns.sub(r"[a-z]+(?:->|\.)", "", patterns.sub(r"\s+", "", option.lower()))
    place = rf"[a-z]{{1,5}}?\[?({head}|{tail})\]?"
    found: list[tuple[str, str]] = []
    for part in patterns.split("[;；,]", text.strip(";；。")):
        sides = part.split("=", 1)
        if len(sides) != 2:
            return None
        named = [f"at {match[1]}" if side not in (head, tail) and (match := patterns.fullmatch(place, side)) else side for side in sides]
        found.append((named[0], named[1]))
    elements = [each for each in found if each[0].startswith("at ") or each[1].startswith("at ")]
    return found if len(found) == 2 and len(elements) == 1 else None


def _runs(statements: list[tuple[str, str]], parameters: Parameters) -> bool:
    """Whether an element is put in, or taken out, at the right place, and only the right pointer moves.

    Raises:
        StayOut: where that pointer points is not said.
    """
    (name, more), at = parameters["size"], set(parameters["at"])
    head, tail = (str(each).lower() for each in parameters["pointers"])
    entering = parameters["what"] == "enqueue"
    if (entering and not at & {"tail-after", "tail-at"}) or (not entering and not at & {"head-before", "head-at"}):
        stay_out("where the pointers are")
    moved_first = "tail-at" in at if entering else "head-before" in at
    pointer = tail if entering else head
    for size in (5, 8):
        for first in range(size):
            names = {head: 1, tail: 3, pointer: first, str(name).lower(): size - int(more), "maxsize": size}
            still = names[head if entering else tail]
            touched = None
            for target, value in statements:
                if target.startswith("at ") or value.startswith("at "):
                    if target.startswith("at ") != entering:
                        return False
                    touched = names[(target if entering else value)[3:]]
                elif target in (head, tail):
                    names[target] = _value(_sides(value)[0], names)
                else:
                    return False
            after = (first + 1) % size
            if names[pointer] != after or touched != (after if moved_first else first) or names[head if entering else tail] != still:
                return False
    return True


def _holds(option: str, parameters: Parameters, inclusive: bool) -> bool:
    """Whether an option is right for all places of the pointers."""
    what, (name, more), base = parameters["what"], parameters["size"], parameters["base"]
    head, tail = (str(each).lower() for each in parameters["pointers"])
    if what in ("enqueue", "dequeue") and (ran := _statements(option, head, tail)) is not None:
        return _runs(ran, parameters)
    sides = _sides(option)
    if len(sides) != (1 if what == "count" else 2):
        return False
    for size in (5, 8):
        for first in range(base, base + size):
            for last in range(base, base + size):
                names = {head: first, tail: last, str(name).lower(): size - int(more), "maxsize": size}
                values = [_value(side, names) for side in sides]
                held = (last - first + size + (1 if inclusive else 0)) % size
                if what == "count":
                    if (held or not inclusive) and values[0] != held:
                        return False
                elif what in ("full", "empty"):
                    wanted = held == size - 1 if what == "full" else held == 0
                    if (values[0] == values[1]) != wanted:
                        return False
                else:
                    moved = (last if what == "enqueue" else first) + 1
                    wanted_place = (moved - base) % size + base
                    pointer = tail if what == "enqueue" else head
                    target = sides[0]
                    if not isinstance(target, ast.Name) or target.id != pointer or values[1] != wanted_place:
                        return False
    return True


def _full_and_most(parameters: Parameters, size: str, modulus: str) -> Solution:
    """The condition of a full queue, and how many elements it holds then."""
    head, tail = parameters["pointers"]
    name, more = parameters["size"]
    most = str(name) if more else f"{name}-1"

    def fits(option: str) -> bool:
        parts = patterns.split(r"\s*[,;、]\s*|\s+(?=容量)", option.strip())
        if len(parts) != 2:
            stay_out("an option without both")
        held = patterns.sub(r"容量|最大|实际|为|是|个|元素|\s", "", parts[1]).lower()
        return _holds(parts[0], {**parameters, "what": "full"}, False) and held == most.lower()

    return Solution(
        answer=f"({tail} + 1) % {modulus} == {head}，容量 {most}",
        steps=f"数组共 {size} 个位置，空出一个区分队满和队空：{tail} 的下一个位置就是 {head} 时队满，最多存放 {most} 个元素。",
        fits=fits,
        conventions=(f"{tail} 指向队尾元素的下一个位置",),
    )


def solve_formula(parameters: Parameters) -> Solution:
    """The formula, or the option that is one.

    Raises:
        StayOut: where the pointers are is not said, and matters.
    """
    what, at = parameters["what"], set(parameters["at"])
    head, tail = parameters["pointers"]
    size = _written_size(parameters["size"])
    modulus = f"({size})" if "+" in size else size
    if parameters["base"] and what in ("full", "enqueue", "dequeue"):
        stay_out("remainders from 1")
    known = at >= {"head-at", "tail-at"} or (not {"head-at", "tail-at"} <= at and bool(at & {"head-before", "tail-after"}))
    if what == "full-most":
        return _full_and_most(parameters, size, modulus)
    if what == "most":
        name, more = parameters["size"]
        told = str(name) if more else f"{name}-1"
        return Solution(
            answer=told,
            steps=f"数组共 {size} 个位置，少用一个位置区分队满和队空，最多存放 {told} 个元素。",
            also=(told.replace("-", " - "), f"{told} 个"),
            conventions=("少用一个位置区分队满和队空",),
        )
    inclusive = at >= {"head-at", "tail-at"}
    if inclusive and what in ("full", "empty"):
        stay_out("both pointers at elements")
    formula = {
        "count": f"({tail} - {head} + {size}) % {modulus}" if not inclusive else f"({tail} - {head} + 1 + {size}) % {modulus}",
        "full": f"({tail} + 1) % {modulus} == {head}",
        "empty": f"{head} == {tail}",
        "enqueue": f"{tail} = ({tail} + 1) % {modulus}",
        "dequeue": f"{head} = ({head} + 1) % {modulus}",
    }[what]
    alone = what != "count" or known

    def fits(option: str) -> bool:
        if what == "count" and not known:
            return _holds(option, parameters, False) or _holds(option, parameters, True)
        return _holds(option, parameters, inclusive)

    return Solution(
        answer=formula if alone else "",
        answer_alone=alone,
        steps=f"下标在 {size} 个位置中循环，加 1、相减都对 {size} 取余；队满时空出一个位置，以便与队空区分。所以{_TITLES[what]}：{formula}。",
        fits=fits,
        conventions=("少用一个位置区分队满和队空",) if what in ("full", "empty") else (),
    )
