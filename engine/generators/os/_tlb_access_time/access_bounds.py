"""The least and the most that one access takes with a TLB and demand paging, and the frame that an absent page gets when another makes room.

After the national examination of 2009, question 46: at best the TLB hits; at worst the TLB misses, the page is absent, and the instruction is
executed once more after the service, which then hits the TLB.
"""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.os._clauses import SIZE, TIME, to_bytes
from engine.generators.os._tlb_access_time.access_model_words import to_long_time
from engine.generators.os._tlb_access_time.access_sequence_reading import plain
from engine.generators.os._topic import Topic
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, stay_out, to_int
from engine.generators.several import together

_TLB = r"(?:快表|TLB|联想(?:寄存器|存储器))(?:\(?(?:TLB|快表)\)?)?"
_LONG = rf"(?:10\s*\^\s*\d+\s*(?:ns|μs|us|纳秒|微秒)|{TIME})"
_BOTH = r"(?:在)?(?:该系统中)?,?(?:一次|每次)(?:访存|访问内存|内存访问|存取)(?:的|所需|需要)*时间(?:的)?(?:下限(?:和|与|、)上限)(?:各|分别)?(?:是|为)?(?:多少|几)?"
_WORDS = (
    "某 请求分页 请求 分页 管理 系统 存储 假设 假定 设 进程 的 页表 如下 如下表 表 所示 页面 大小 为 是 一次 内存 主存 访问 时间 处理 缺页 平均 TLB 快表 初始 为空 空 地址 转换 变换 时 先 若 未命中 未 命中 再 则 才 "
    "该系统中 中 该 在 采用 使用 置换 页面置换 算法 法 和 已 含 更新 固定 个 页框 驻留集 驻留集大小 请问 问 试问 单位 有效位 地址转换时 地址变换时 页表项 从 某时刻"
)


def recognise_bounds(text: str) -> Recognition | None:
    """One of these; None: another problem."""
    text = patterns.sub(r"(?m)(?<=\s)[-—–](?=\s|$)", "000", plain(text))  # a last cell must be a number
    text = patterns.sub(r"(?:(?<=[\s。?;:])|^)\(?[1-4]\)\s*", "", text)
    reading = Topic(patterns.sub(r"(?P<once>页面大小为)\s+(?P=once)", r"\g<once>", text))
    if not reading.has(r"下限|先后访问过"):
        return None
    if not reading.has("缺页") or reading.has("命中率|二级|两级|三级|多级|cache|并行|同时查|段"):
        return None
    table = reading.take_table()
    reading.take_all(
        rf"\(?(?:其中)?(?:已)?(?:包?含|包括|已含)(?:了)?更新(?:{_TLB})?(?:和|与|及)?(?:页表|{_TLB})?(?:的)?(?:时间)?\)?|(?:且|并)?{_TLB}(?:初始|开始)(?:时)?为?空"
    )
    reading.take_all(
        rf"(?:地址(?:变换|转换)(?:时|过程中)?,?)?先(?:访问|查找?){_TLB}[,;]?(?:若|如果|当)?(?:{_TLB})?(?:未|不|没有?)命中(?:时|后)?[,;]?(?:则|才|就)?(?:再)?(?:去)?(?:访问|查找?)(?:内存|主存)?(?:中)?的?页表"
    )
    reading.take_all(r"(?:访问过?)?\(?[十16]+进制\)?|\((?:ns|纳秒|ms|毫秒)\)")
    service = reading.take_one(
        rf"(?:处理一次)?缺页(?:中断)?(?:的)?(?:处理)?(?:的)?(?:平均)?(?:处理)?(?:的)?时间(?:为|是)?\s*(?P<value>{_LONG})", to_long_time
    )
    tlb = reading.take_one(
        rf"(?:访问)?(?:一次)?{_TLB}(?:\(TLB\))?(?:的)?(?:一次)?(?:访问)?(?:的)?时间(?:为|是)?\s*(?P<value>{_LONG})", to_long_time
    )
    memory = reading.take_one(
        rf"(?:访问)?(?:一次)?(?:内存|主存)(?:的)?(?:一次)?(?:访问)?(?:的)?时间(?:为|是)?\s*(?P<value>{_LONG})", to_long_time
    )
    page = reading.take_one(rf"(?:每个?)?页(?:面)?(?:的)?大小(?:为|是)*\s*(?P<value>{SIZE})", to_bytes)
    resident = reading.take_one(rf"驻留集(?:的)?大小(?:固定)?(?:为|是)\s*(?P<value>{INTEGER})\s*(?:个)?(?:页框|页帧|物理块|页)?", to_int)
    algorithms = reading.take_words(((r"FIFO|先进先出", "FIFO"), (r"LRU|最近最久未使用|最近最少使用", "LRU")))
    used = reading.take(
        r"(?:若|如果)?(?:已经?)?先后(?:访问|引用)(?:过|了)?(?:第)?(?P<pages>\d{1,3}(?:号)?(?:\s*[、,和与]\s*\d{1,3}(?:号)?)+)(?:号)?(?:虚|逻辑)?页(?:面)?(?:之?后)?"
    )
    address = reading.take(
        r"(?:则|那么)?(?:虚|逻辑|虚拟)地址\s*(?P<value>[0-9A-F]{3,8})\s?H(?:的|对应的?|所对应的?)*物理地址(?:是|为)?(?:多少|几|什么)?"
    )
    if address is not None:
        reading.questions.append(address.span())
    asked = reading.ask(
        (
            (
                _BOTH,
                "bounds",
            ),
        )
    )
    reading.finish(_WORDS)
    if asked and address is not None:
        # Both: the first question without the second, and the other way round.
        whole = reading.text
        first = recognise_bounds(whole.replace(address[0], "").replace(used[0], "")) if used else None
        other = recognise_bounds(patterns.sub(_BOTH, "", whole))
        if first is None or other is None or patterns.search(_BOTH, whole) is None:
            return None
        return Recognition(
            parameters={"displacing": "both", "parts": [dict(first.parameters), dict(other.parameters)]},
            understood=(*first.understood, *other.understood),
        )
    if not asked and address is None:
        return None
    if asked:
        if service is None or tlb is None or memory is None or used is not None or not tlb < memory < service:
            return None
        return Recognition(
            parameters={"bounds": [str(tlb), str(memory), str(service)]},
            understood=(
                ("查快表", f"{decimal(tlb)} ns"),
                ("访问内存", f"{decimal(memory)} ns"),
                ("处理缺页", f"{decimal(service)} ns"),
            ),
        )
    assert address is not None
    if table is None or used is None or page is None or len(algorithms) != 1 or page & (page - 1):
        return None
    columns = table.by_heading(
        (
            (r"虚?页(?:面)?号", "page"),
            (r"(?:页框|页帧|物理块|帧|块)(?:\(Page Frame\))?号", "frame"),
            (r"(?:有效|存在|状态)位(?:\(存在位\))?", "valid"),
            (r"(?:装入|调入)时[间刻]", "loaded"),
        )
    )
    if not {"page", "frame", "valid"} <= columns.keys():
        return None
    order = [int(number) for number in patterns.findall(r"\d+", used["pages"])]
    present = {
        int(number): frame for number, frame, valid in zip(columns["page"], columns["frame"], columns["valid"], strict=True) if valid == "1"
    }
    if resident not in (None, len(present)) or resident is None or sorted(set(order)) != sorted(present) or len(order) != len(set(order)):
        return None
    if algorithms == ["FIFO"]:
        moments = {
            int(number): moment
            for number, moment in zip(columns["page"], columns.get("loaded", ()), strict=False)
            if int(number) in present
        }
        if len(moments) != len(present) or any(not moment.isdigit() or moment == "000" for moment in moments.values()):
            return None
        if len({int(moment) for moment in moments.values()}) != len(moments):
            stay_out("loaded at once")
        victim = min(moments, key=lambda number: int(moments[number]))
    else:
        victim = order[0]
    value = int(address["value"], 16)
    wanted, offset = divmod(value, page)
    if wanted in present or str(wanted) not in columns["page"] or not patterns.fullmatch(r"[0-9A-F]+H", present[victim]):
        return None
    return Recognition(
        parameters={
            "displacing": algorithms[0],
            "present": [[number, frame] for number, frame in present.items()],
            "victim": victim,
            "page": page,
            "wanted": wanted,
            "offset": offset,
            "address": address["value"],
        },
        understood=(
            ("在内存的页", "、".join(f"{number}（{frame}）" for number, frame in present.items())),
            ("置换", algorithms[0]),
            ("虚地址", f"{address['value']}H"),
        ),
    )


def solve_bounds(parameters: Parameters) -> Solution:
    """The two sums, or the address in the frame that is given up."""
    if "parts" in parameters:
        return together([solve_bounds(part) for part in parameters["parts"]])
    if "bounds" in parameters:
        tlb, memory, service = (Fraction(value) for value in parameters["bounds"])
        least, most = tlb + memory, tlb + memory + service + tlb + memory
        one, other, third = (decimal(value) for value in (tlb, memory, service))
        return Solution(
            answer=f"下限 {decimal(least)} ns，上限 {decimal(most)} ns",
            also=(f"{decimal(least)} ns；{decimal(most)} ns",),
            steps=paragraphs(
                f"下限：页在内存、TLB 命中，{one} + {other} = {decimal(least)} ns。",
                f"上限：TLB 未命中，查内存中的页表发现缺页，处理缺页并更新 TLB 后重新执行，这次 TLB 命中：{one} + {other} + {third} + {one} + {other} = {decimal(most)} ns。",
            ),
            conventions=("缺页处理后重新执行指令，再查 TLB 时命中",),
        )
    victim, page, offset = (int(parameters[name]) for name in ("victim", "page", "offset"))
    frames = {int(number): str(frame) for number, frame in parameters["present"]}
    frame = int(frames[victim][:-1], 16)
    physical = frame * page + offset
    why = "最先装入" if parameters["displacing"] == "FIFO" else "最久没有访问"
    return Solution(
        answer=f"{physical:X}H",
        also=(f"0x{physical:X}", f"{physical:X}"),
        steps=paragraphs(
            f"页面大小 {page} B，{parameters['address']}H 的页号为 {parameters['wanted']}，页内偏移为 {offset:X}H；该页不在内存，产生缺页。",
            f"在内存的页 {listed(sorted(frames), '、')} 已占满驻留集，按 {parameters['displacing']} 淘汰{why}的 {victim} 号页，它的页框 {frames[victim]} 给 {parameters['wanted']} 号页。",
            f"物理地址为 {physical:X}H。",
        ),
    )
