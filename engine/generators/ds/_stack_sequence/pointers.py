"""Stacks in memory: where the pointer is after pushes and pops, and how many elements its place tells."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.ds._blanks import prepared
from engine.generators.ds._clauses import opened, refuse_dangerous
from engine.generators.ds._mentions import Mention, mentions, sorts
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.reading import stay_out, to_int

_FIGURE = r"(?:\d[0-9A-F]*H(?![A-Za-z])|\d+(?![0-9A-Za-z]))"
_TOP = r"(?:栈顶指针\s*(?:top|sp)?|(?<![A-Za-z])(?:top|sp)(?![A-Za-z]))"
_IS = r"\s*(?:的?(?:当前|初始)?(?:值|内容))?\s*(?:[为是:]|=|等于)+\s*"
_PUSH = r"(?:push|[进入压]栈)"
_POP = r"(?:pop|[出退弹]栈)"
_LEXICON = (
    ("bounds", r"(?:顺序)?(?:存储)?空间[为是]?\s*[A-Z]?\s*\(\s*\d+\s*(?::|~|\.{2,3}|-)\s*\d+\s*\)"),
    ("begun", rf"(?:初始(?:状态|时|值)?|栈空时?|开始时)[为是,:时]*\s*{_TOP}{_IS}{_FIGURE}|{_TOP}的?(?:初始值|初值){_IS}{_FIGURE}"),
    ("bottom", rf"(?:栈底(?:指针)?\s*(?:bottom|base)?|(?<![A-Za-z])(?:bottom|base)){_IS}{_FIGURE}"),
    ("now", rf"{_TOP}{_IS}{_FIGURE}"),
    ("after", rf"\(?(?:其中)?,?(?:{_TOP})?(?:总是|始终)?指向栈顶元素的?(?:下|上|后)一?个?(?:位置|单元|空单元)\)?"),
    ("at", rf"\(?(?:其中)?,?(?:{_TOP})?(?:总是|始终)?指向(?:当前)?的?栈顶元素\)?"),
    ("size", r"每个?(?:数据)?元素(?:均|都|各)?(?:需要?|占用?|占据)的?\s*(?:\d+|[一两二四])\s*个?(?:存储)?(?:单元|字节)(?:的?空间)?"),
    ("row", rf"(?:{_PUSH}|{_POP})(?:操作)?(?:\s*(?:[,、;→和]|->)?\s*(?:{_PUSH}|{_POP})(?:操作)?)+"),
    ("down", r"栈?(?:由|从|向|往)?(?:高地址)?(?:向|往|到)低地址(?:方向)?(?:生长|增长|扩展|延伸)?"),
    ("up", r"栈?(?:由|从)?(?:低地址)?(?:向|往|到)高地址(?:方向)?(?:生长|增长|扩展|延伸)?"),
    ("empty", r"(?:一个|初始)?[为是]?空(?:的)?栈"),
    ("worked", rf"经过一系列(?:正常的?)?(?:{_PUSH}|{_POP}|[与和、及])+的?(?:操作|运算)?(?:之?后)?"),
    ("pointer", rf"{_TOP}的?(?:值|内容|位置)?"),
    (
        "count",
        r"栈[中里内]的?(?:当前)?的?(?:数据)?元素的?(?:个数|数目|数量)|栈[中里内]?(?:现)?[共含]?有(?:\(\s*\)|_+|多少|几)个?(?:数据)?元素|(?:数据)?元素的?个数",
    ),
    ("which", r"\(\s*\)|_+|多少|几|什么"),
    ("stack", r"(?:顺序|该|此)?堆?栈"),
)
_OWN = "设 有 已知 一个 的 则 当前 执行 进行 操作 后 之后 时 此时 为 是 依次 若 某 顺序 存储 元素 其 在 上述 中"


def _value(mention: Mention) -> int:
    figure = patterns.findall(_FIGURE, mention.text)[-1]
    return int(figure[:-1], 16) if figure.endswith("H") else to_int(figure)


def _one(found: list[Mention], sort: str) -> int | None:
    told = {_value(mention) for mention in found if mention.sort == sort}
    return None if not told else told.pop() if len(told) == 1 else stay_out(f"two of {sort}")


def recognise(text: str) -> Recognition | None:
    """A stack's pointer after operations, or how many elements it tells; None where it is something else.

    Raises:
        StayOut: not all of the text is understood.
    """
    if not patterns.search(r"栈顶指针|(?<![A-Za-z])top\s*=", text, 2) or "链" in text or "队" in text:
        return None
    reading = opened(prepared(patterns.sub(r"(?<=\d)\s*\.{2,3}\s*(?=\d)", ":", text)))
    refuse_dangerous(reading)
    found = mentions(reading.rest, _LEXICON, _OWN, "多少 几 什么 是多少 为多少 是什么")
    said = sorts(found)
    now, begun, bottom = _one(found, "now"), _one(found, "begun"), _one(found, "bottom")
    rows = [mention for mention in found if mention.sort == "row"]
    if len(rows) == 1 and "pointer" in said and "count" not in said and not said & {"bounds", "bottom", "worked"} and {"up", "down"} - said:
        start = begun if now is None else now
        if start is None or (now is not None and begun is not None) or "which" not in said:
            return None
        done = [patterns.search(_PUSH, word, 2) is not None for word in patterns.findall(r"(?i)push|pop|[进入压出退弹]栈", rows[0].text)]
        if "empty" in said and any(sum(1 if push else -1 for push in done[:place]) < 0 for place in range(len(done) + 1)):
            stay_out("a pop of an empty stack")
        sizes = [patterns.findall(r"\d+|[一两二四]", mention.text)[-1] for mention in found if mention.sort == "size"]
        size = to_int(sizes[0]) if sizes else 1
        hexadecimal = any("H" in mention.text for mention in found if mention.sort in ("now", "begun"))
        return Recognition(
            parameters={"task": "pointer", "start": start, "done": done, "size": size, "down": "down" in said, "hexadecimal": hexadecimal},
            understood=(
                ("栈顶指针", _shown(start, hexadecimal)),
                ("操作", "、".join("进栈" if push else "出栈" for push in done)),
                ("每个元素", f"{size} 个单元"),
            ),
        )
    if "count" not in said or rows or now is None or (begun is None) == (bottom is None) or said & {"size", "up", "down"}:
        return None
    ends = [to_int(figure) for mention in found if mention.sort == "bounds" for figure in patterns.findall(r"\d+", mention.text)]
    if begun is not None:
        if ends and not (begun in (ends[0] - 1, ends[1] + 1) or ("after" in said and begun in ends)):
            stay_out("where the pointer begins")
        count = abs(now - begun)
    else:
        if bottom is None or "at" not in said or (ends and bottom not in ends):
            stay_out("what the pointers point at")
        count = abs(now - bottom) + 1
    if ends and count > ends[1] - ends[0] + 1:
        stay_out("more elements than room")
    return Recognition(
        parameters={"task": "pointer-count", "now": now, "begun": begun, "bottom": bottom, "count": count},
        understood=(
            ("空栈时的栈顶指针", str(begun)) if begun is not None else ("栈底指针", str(bottom)),
            ("栈顶指针", str(now)),
            ("求", "元素个数"),
        ),
    )


def _shown(value: int, hexadecimal: bool) -> str:
    return f"{value:04X}H" if hexadecimal else str(value)


def solve(parameters: Parameters) -> Solution:
    """The pointer, or the number of elements."""
    if parameters["task"] == "pointer-count":
        now, begun, bottom, count = (parameters[name] for name in ("now", "begun", "bottom", "count"))
        steps = f"|{now} − {begun}| = {count}。" if begun is not None else f"|{now} − {bottom}| + 1 = {count}。"
        return Solution(answer=f"{count} 个", steps=steps, also=(str(count),))
    done, size, hexadecimal = parameters["done"], parameters["size"], parameters["hexadecimal"]
    more = (sum(done) - (len(done) - sum(done))) * size
    value = parameters["start"] + (-more if parameters["down"] else more)
    if value < 0:
        stay_out("an address below zero")
    start, shown = _shown(parameters["start"], hexadecimal), _shown(value, hexadecimal)
    return Solution(
        answer=shown,
        steps=f"进栈 {sum(done)} 次、出栈 {len(done) - sum(done)} 次，每个元素 {size} 个单元，栈顶指针由 {start} {'减小' if parameters['down'] == (more > 0) else '增大'} {abs(more)}，为 {shown}。",
        conventions=() if parameters["down"] else ("栈向高地址方向生长",),
    )
