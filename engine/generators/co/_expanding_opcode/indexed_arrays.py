"""An array walked with an index register: the element's address is the array's plus the index times the length of an element."""

from __future__ import annotations

from typing import ClassVar

from engine.generators.co._topic import Topic
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.laws.clauses import HEXADECIMAL, to_code
from engine.generators.markdown import paragraphs
from engine.generators.reading import INTEGER, stay_out, to_int

TASK = "indexed array"
_SIZES = {"char": 1, "short": 2, "int": 4, "float": 4, "double": 8}
_TYPE = r"(?P<type>char|short|int|float|double)"
_INDEX = r"(?:保存(?:数组)?下标的|存放(?:数组)?下标的)?变址(?:寄存器)?(?:\(?[A-Z]{1,2}\d?\)?)?(?:中)?(?:的)?"


class _Array(Topic):
    """A problem of an array and an index register."""

    words: ClassVar[str] = (
        "计算机 机器 机 数组 型 类型 元素 数组元素 首地址 起始地址 地址 变址寻址 变址 变址寄存器 循环 循环结构 结构 访问 使用 采用 方式 保存 下标 存放 内容 取 所取 取出 访问的 进入 该次 本次 某次 一次 每次 按字节编址 程序 的 中 和 若 则 其 为 时 次 主存 单元 一维 编址 已知 用"
    )
    refused: ClassVar[str] = (
        r"二维|行优先|列优先|按字编址|结构体|间接|页|Cache|缓存|struct|字节偏移|(?:保存|存放)(?:的)?(?:是)?(?:字节|偏移)|逆序|倒序|从后往前|减\s?1|对齐"
    )


def recognise(text: str) -> Recognition | None:
    """The array's address, the length of an element, an element's address, and the index that is asked; or the index, and the address."""
    if "变址" not in text or "数组" not in text:
        return None
    problem = _Array(text)
    kind = problem.take(rf"(?<![A-Za-z]){_TYPE}\s?(?:型|类型)?(?:的)?(?:一维)?数组\s?(?:[A-Za-z](?![A-Za-z0-9]))?")
    told = problem.take_one(
        rf"(?:每个)?(?:数组)?元素(?:的)?(?:长度)?(?:占|为|是)(?:用)?\s?(?P<value>{INTEGER})\s?(?:个字节|字节|B(?![A-Za-z]))", to_int
    )
    base = problem.take(rf"(?:数组)?\s?[A-Za-z]?\s?的?(?:首|起始)地址(?:为|是)\s?(?P<value>{HEXADECIMAL})")
    start = problem.take_one(rf"{_INDEX}(?:的)?(?:初始?值|初始内容)(?:为|是)\s?(?P<value>{INTEGER})", to_int)
    step = problem.take_one(
        rf"(?:每次)?(?:循环)?(?:取|访问|读)(?:出)?(?:完)?(?:一个)?(?:数组)?(?:元素)?(?:完)?(?:之?后)?[,]?(?:{_INDEX}(?:的)?(?:内容|值)?)?自动(?:加|增|增加)\s?(?P<value>{INTEGER})",
        to_int,
    )
    place = problem.take(
        rf"(?:若|如果|当)?(?:某次|本次|该次)?(?:循环)?(?:所)?(?:取|访问)(?:的|到的)?(?:数组)?元素(?:的)?(?:地址|所在(?:单元)?(?:的)?地址)?(?:的地址)?(?:为|是)\s?(?P<value>{HEXADECIMAL})"
    )
    index = problem.take_one(rf"{_INDEX}(?:内容|值)(?:为|是)\s?(?P<value>{INTEGER})(?!\s?(?:H|[0-9A-F]))", to_int)
    wants_index = problem.take_asked(
        rf"(?:则|那么)?(?:进入)?(?:该|此|这|本)?(?:次)?(?:循环)?(?:时)?[,]?(?:此时)?{_INDEX}(?:内容|值)(?:应)?(?:为|是)?\s?(?:多少|几)?"
    )
    wants_place = problem.take_asked(
        r"(?:则|那么)?(?:所)?(?:取|访问)(?:的|到的)?(?:数组)?元素的?(?:有效)?地址(?:应)?(?:为|是)?\s?(?:多少)?"
    )
    problem.settle()
    size = told if told is not None else _SIZES[kind["type"].lower()] if kind else None
    if step is None and "下标" not in problem.text:
        return None  # whether the register holds an index or bytes is not said
    if (
        base is None
        or size is None
        or (kind and told not in (None, _SIZES[kind["type"].lower()]))
        or step not in (None, 1)
        or start not in (None, 0)
    ):
        return None
    if bool(wants_index) == bool(wants_place) or (place is None) == bool(wants_index) or (index is None) == bool(wants_place):
        return None
    known = to_code(place["value"]) if place else index
    return Recognition(
        parameters={
            "task": TASK,
            "base": to_code(base["value"]),
            "size": size,
            "known": known,
            "wanted": "index" if wants_index else "address",
        },
        understood=(
            ("数组首地址", base["value"]),
            ("每个元素", f"{size} 字节"),
            ("元素的地址", place["value"]) if place else ("变址寄存器", str(index)),
            ("求", "变址寄存器的内容" if wants_index else "元素的地址"),
        ),
    )


def solve(parameters: Parameters) -> Solution:
    """The index from the address, or the address from the index.

    Raises:
        StayOut: no element begins at the address.
    """
    base, size, known = parameters["base"], parameters["size"], parameters["known"]
    if parameters["wanted"] == "address":
        address = base + known * size
        return Solution(
            answer=f"{address:04X}H",
            steps=paragraphs(f"元素的地址为首地址加下标乘以元素长度：{base:04X}H + {known} × {size}，即 {address:04X}H。"),
        )
    if known < base or (known - base) % size:
        stay_out("no element begins there")
    index = (known - base) // size
    return Solution(
        answer=str(index),
        also=(f"{index:X}H",),
        steps=paragraphs(
            f"偏移地址为 {known:04X}H − {base:04X}H = {known - base:X}H，即 {known - base}。",
            f"每个元素 {size} 字节，变址寄存器的内容为 {known - base} / {size} = {index}",
        ),
    )
