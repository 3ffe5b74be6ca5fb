"""Segments of which some are not in memory or may only be read: what comes of an access, or why none does."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.os._addressing.addresses import AddressInquiry
from engine.generators.os._inquiry import Question
from engine.generators.reading import stay_out

_COLUMNS = (
    (r"段(?:号|名)?", "number"),
    (r"(?:段)?(?:的)?(?:内存|主存|物理)?(?:基址|首址|始址|起址|起始地址|首地址|基地址|段首址|段基址|段始址|起始)(?:\(.*\))?", "start"),
    (r"(?:段)?(?:长度?|大小|限长|段长)(?:\(.*\))?", "length"),
    (r"(?:访问)?(?:权限|保护|存取控制|访问方式|存取方式|存取权限)", "rights"),
    (r"状态位?|存在位|在否|是否在(?:内存|主存)|(?:在)?(?:内存|主存)?(?:状态|标志)|驻留位?", "state"),
)
_PAIR = r"\(\s*(?:段号?)?(?:为|是|=|:)?\s*(?P<s>\d{1,2})\s*,\s*(?:段内)?(?:偏移量?|位移量?|地址)?(?:为|是|=|:)?\s*(?P<d>\d{1,6})\s*\)"
_LOOSE = r"段号?\s*(?:为|是|=|:)?\s*(?P<s>\d{1,2})\s*[,、和]*\s*(?:段内)?(?:偏移(?:量|地址)?|位移(?:量)?|地址)\s*(?:为|是|=|:)?\s*(?P<d>\d{1,6})(?![\dA-Za-z])"
_TRIPLE = r"\(\s*(?P<number>\d{1,2})\s*,\s*(?P<start>\d{1,6}|[-—–]+)\s*,\s*(?P<length>\d{1,6}|[-—–]+)\s*\)"
_GONE = r"[-—–·.…/× ]+|无"
_WORDS = "分段 段式 段 段表 段号 段长 段内 段内地址 偏移 位移 存储 管理 存储管理 系统 进程 作业 程序 内容 如下 如下表 所示 逻辑地址 物理地址 地址 变换 地址变换 转换 换算 对应 结果 内存 主存 基址 始址 长度 发生 会 时 进行 下列 中 求 计算 各 分别 某 的 写出 给出 为 表示 若 则 访问 十进制 采用 请求分段 请求 该 以下 将 当 单元 首址 读 写 读取 写入 数据 指令 执行 进行 一个 操作 产生 什么 判断 说明 指出 中断 越界 缺段 "


def segments_with_states(text: str) -> Recognition | None:
    """Addresses of segment and offset by a table with states or rights; None: another problem."""
    if "段" not in text or patterns.search("段页|页表|页面", text):
        return None
    text = patterns.sub(r"\[\s*(\d{1,2}\s*,\s*(?:\d{1,6}|[-—–]+)\s*,\s*(?:\d{1,6}|[-—–]+))\s*\]", r"(\1)", text)
    reading = AddressInquiry(_with_bars(text))
    reading.refuse(r"H(?![A-Za-z])|0x|共享|\d\s*[KM]B?(?![A-Za-z])|\(\s*(?:段内)?(?:偏移|位移)(?:量|地址)?\s*,\s*段号\s*\)")
    rows = _rows(reading)
    if len(rows) < 2:
        return None
    access = (
        "write"
        if reading.take(r"(?:进行)?(?:写|写入)(?=操作|数据|访问|单元|\d|,|\ue000)")
        else "read"
        if reading.take(r"(?:进行)?(?:读|读取|取)(?=操作|数据|访问|单元|\d|,|\ue000)(?!写)")
        else ""
    )
    found = reading.take_all(_PAIR) or reading.take_all(_LOOSE)
    asked = reading.inquire(
        (
            Question(name="outcome", key=r"(?:物理|实|内存|主存|绝对)地址|(?:变换|转换|换算|访问|映射|操作)(?:的|后的?)?结果|(?:发生|产生|出现)(?:什么|何种|哪种)(?:情况|中断|异常)?"),
        )
    )  # fmt: skip
    reading.take_all(
        r"(?:段)?(?:状态|权限)(?:和|、)?(?:权限|状态)?(?:如下)?|\(?(?:段号|段首址|段长|始址|基址|长度)(?:[,、 ]+(?:段首址|段长|段始址|始址|基址|长度|段号))+\)?"
    )
    reading.finish(_WORDS)
    pairs = [[int(match["s"]), int(match["d"])] for match in found]
    if not asked or not 1 <= len(pairs) <= 8:
        return None
    return Recognition(
        parameters={"segment states": [rows[number] for number in sorted(rows)], "pairs": pairs, "access": access},
        understood=(
            (
                "段表",
                "；".join(
                    (f"段 {number} 基址 {row[1]}，长 {row[2]}" if row[3] else f"段 {number} 不在内存") + (f"，{row[4]}" if row[4] else "")
                    for number, row in sorted(rows.items())
                ),
            ),
            ("逻辑地址", "、".join(f"({segment},{offset})" for segment, offset in pairs)),
        ),
    )


def _with_bars(text: str) -> str:
    """The text with a table of plain lines as Markdown's: its rows may end in words, which no plain table's do."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        head = line.split()
        if len(head) < 4 or "|" in line or not all(any(patterns.fullmatch(one, cell) for one, _ in _COLUMNS) for cell in head):
            continue
        end = at + 1
        while end < len(lines) and len(cells := lines[end].split()) == len(head) and cells[0].isdigit():
            end += 1
        return "\n".join([*lines[:at], *(f"| {' | '.join(row.split())} |" for row in lines[at:end]), *lines[end:]])
    return text


def _rows(reading: AddressInquiry) -> dict[int, list[object]]:
    """Segment -> [number, start, length, in memory, rights]."""
    rows: dict[int, list[object]] = {}
    if read := reading.take_table():
        columns = read.by_heading(_COLUMNS)
        if not {"number", "start", "length"} <= set(columns) or not {"state", "rights"} & set(columns):
            return {}
        count = len(columns["number"])
        states, rights = columns.get("state", ("1",) * count), columns.get("rights", ("",) * count)
        cells = list(zip(columns["number"], columns["start"], columns["length"], states, rights, strict=True))
    else:
        order = reading.take(
            r"\(?段号[,、 ]+(?P<first>段?首址|段?始址|段?基址|起始地址|段长|长度)[,、 ]+(?P<second>段?首址|段?始址|段?基址|起始地址|段长|长度)\)?"
        )
        triples = reading.take_all(_TRIPLE)
        if order is None or len(triples) < 2 or ("长" in order["first"]) == ("长" in order["second"]):
            return {}
        swapped = "长" in order["first"]
        cells = [
            (one["number"], one["length"] if swapped else one["start"], one["start"] if swapped else one["length"], "1", "")
            for one in triples
        ]
    for number, start, length, state, rights_told in cells:
        gone = bool(patterns.fullmatch(_GONE, start.strip())) or bool(patterns.fullmatch(r"0|不在(?:内存|主存)?|否|无|N", state.strip()))
        there = bool(patterns.fullmatch(r"1|在(?:内存|主存)?(?:中)?|是|有|Y", state.strip()))
        if gone == there and not patterns.fullmatch(_GONE, start.strip()):
            stay_out(f"a state: {state}")
        if not number.strip().isdigit() or int(number) in rows:
            stay_out(f"a segment: {number}")
        if not gone and not (start.strip().isdigit() and length.strip().isdigit()):
            stay_out(f"a segment that is not all numbers: {start}")
        rows[int(number)] = [
            int(number), int(start) if start.strip().isdigit() else None, int(length) if length.strip().isdigit() else None, not gone, rights_told.strip()
        ]  # fmt: skip
    return rows


def solve_segment_states(parameters: Parameters) -> Solution:
    """Each access checked for the segment's length, for its being in memory and for its rights; where two checks fail, which comes first is open."""
    table = {row[0]: row for row in parameters["segment states"]}
    answers, steps = [], []
    for segment, offset in parameters["pairs"]:
        if segment not in table:
            answers.append("越界")
            steps.append(f"没有第 {segment} 段，段号越界。")
            continue
        _, start, length, there, rights = table[segment]
        beyond = length is not None and offset >= length
        if rights and not patterns.search("写", rights) and parameters["access"] == "write":
            stay_out("a write into what may only be read")
        if beyond and not there:
            stay_out("two faults at once")
        if beyond:
            answers.append("越界")
            steps.append(f"第 {segment} 段长 {length}，段内地址 {offset} 不小于段长，越界。")
        elif not there:
            answers.append("缺段")
            steps.append(f"第 {segment} 段不在内存，产生缺段中断。")
        else:
            answers.append(str(start + offset))
            steps.append(f"第 {segment} 段在内存，{offset} < {length}，物理地址为 {start} + {offset} = {start + offset}。")
    alone = {"越界": ("越界异常", "越界中断", "地址越界", "发生越界"), "缺段": ("段缺失异常", "缺段中断", "缺段异常", "段缺失")}
    also = alone.get(answers[0], (f"得到内存地址 {answers[0]}", f"物理地址 {answers[0]}")) if len(answers) == 1 else ("，".join(answers),)
    return Solution(answer="；".join(answers), also=also, steps=paragraphs(*steps), conventions=("段号和段内地址都从 0 开始",))
