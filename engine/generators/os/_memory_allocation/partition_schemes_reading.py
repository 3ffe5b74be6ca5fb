"""Reading problems about a block's buddy, fixed partitions, compaction and the fifty-percent rule."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.os._topic import Topic
from engine.generators.reading import INTEGER, to_int

_UNIT = r"(?:KB|MB|GB|K|M|B|字节|单元|字)(?![A-Za-z])"
_WORDS = (
    "系统 内存 主存 空间 伙伴系统 伙伴 算法 采用 管理 进程 作业 程序 申请 请求 分配 依次 顺序 到来 来 了 释放 之后 后 初始 为空 全空 全部空闲 可用 总 大小 容量 块 实际 会 分给 它 各 给 内部碎片 碎片 大 固定分区 分区 固定 占 进入 放置 能 容纳 按 最小 空闲分区 空闲 一个 "
    "加起来 总内部碎片 紧凑 紧凑前 空闲区 动态分区 中 有 要 进来 装入 直接 之和 所有 起始 地址 起始地址 其 序列 请求顺序 某 大小为 字节 还 没 分 没分 单元 已 操作系统 程序 存储管理 方案 运行 现 需要 的作业 如下 分别为 分别 依 一 两 要求 选 给出 用 此时 规则 稳定状态 稳定状态下 若 平均 约 首次适应 可变分区 "
)


def recognise_buddy(text: str) -> Recognition | None:
    """The address of a block's buddy; None: another problem."""
    if "伙伴" not in text or patterns.search(r"斐波那契|说明|解释|为什么|原因|画出|示意图", text):
        return None
    reading = Topic(text)
    size = reading.take(
        r"(?:大小|长度)(?:为|是)?\s*(?:2\s*\^\s*(?P<power>\d{1,2})|(?P<plain>\d+))\s*(?P<size_unit>[KM]?B|[KM]|字节|单元)?(?:的)?(?:内存|空闲|存储)?块?|2\s*\^\s*(?P<other>\d{1,2})\s*(?:B|字节)?大?小?的块"
    )
    start = reading.take(
        r"(?:起始|首|始)?(?:地址|址)(?:为|是|=)*\s*(?P<digits>(?:[01]+\s)*[01]+)\s*B(?![A-Za-z])|(?:起始|首|始)?(?:地址|址)(?:为|是|=)*\s*(?P<hex>[0-9A-F]+)H|(?:起始|首|始)?(?:地址|址)(?:为|是|=)*\s*(?P<decimal>\d+)\s*(?P<start_unit>[KM]B?)?(?![\dA-Za-z])"
    )
    asked = reading.ask(((r"(?:其|它的?|该块的?)?伙伴(?:块)?(?:的)?(?:起始|首)?(?:地址|址)(?:是|为)?(?:多少|几)?", "buddy"),))
    if not size or not start or not asked:
        return None
    reading.finish(_WORDS + "在 块的 中")
    units = [(found or "B").upper().rstrip("B") for found in (size["size_unit"], start["start_unit"])]
    if start["decimal"] and (size["plain"] is None or units[0] != units[1]):
        return None
    power = size["power"] or size["other"]
    amount = 1 << int(power) if power else int(size["plain"])
    if amount & (amount - 1):
        return None
    if start["digits"]:
        bits = patterns.sub(r"\s", "", start["digits"])
        at, base, digits = int(bits, 2), 2, len(bits)
    elif start["hex"]:
        at, base, digits = int(start["hex"], 16), 16, 1
    else:
        at, base, digits = int(start["decimal"]), 10, 1
    return Recognition(
        parameters={
            "scheme": "address",
            "start": at,
            "size": amount,
            "base": base,
            "digits": digits,
            "unit": f"{units[0]}B" if start["decimal"] and units[0] else "",
        },
        understood=(("块", f"起址 {at}，大小 {amount}"),),
    )


def recognise_fixed(text: str) -> Recognition | None:
    """The internal fragments of jobs in fixed partitions; None: another problem."""
    if "固定分区" not in text and "固定" not in text:
        return None
    reading = Topic(text)
    partitions: list[int] = []
    units: set[str] = set()
    counted = list(patterns.finditer(rf"(?P<count>{INTEGER})个\s*(?P<value>\d+)\s*(?P<unit>{_UNIT})", reading.rest))
    if len(counted) > 1:
        for match in counted:
            partitions += [int(match["value"])] * to_int(match["count"])
            units.add(match["unit"].upper().rstrip("B"))
        reading.take_spans([match.span() for match in counted])
    size_list = rf"\d+\s*(?:{_UNIT})?(?:\s*(?:、|,|和|\s)\s*\d+\s*(?:{_UNIT})?)+"
    lists = list(patterns.finditer(size_list, reading.rest))
    reading.take_spans([match.span() for match in lists])
    if len(lists) != (1 if partitions else 2):
        return None
    read = [
        (
            [int(number) for number in patterns.findall(r"\d+", match[0])],
            {unit.upper().rstrip("B") for unit in patterns.findall(_UNIT, match[0])},
        )
        for match in lists
    ]
    if not partitions:
        before = reading.text[: lists[0].start()]
        if not patterns.search(r"分区[^作]{0,10}$", before):
            return None
        partitions = read[0][0]
    jobs = read[-1][0]
    units |= {unit for _, found in read for unit in found}
    count = reading.take_one(rf"(?P<value>{INTEGER})个分区", to_int)
    reading.take_all(
        r"各占一个(?:分区)?|(?:各)?按能?容纳(?:的)?(?:的)?最小(?:的)?空闲分区(?:放置|分配)?|(?:各)?按能容纳的最小空闲分区(?:放置|分配)?|(?:每个)?分区(?:只能)?(?:放|装)一个作业"
    )
    asked = reading.ask(
        ((r"(?:总)?(?:的)?(?:内部)?碎片(?:加起来|总共|总和|一共|总量|共)?(?:是|为|有)?(?:多大|多少)?(?:\s*KB?)?", "waste"),)
    )
    reading.finish(_WORDS)
    if not asked or len(units) > 1 or count not in (None, len(partitions)) or len(jobs) > len(partitions):
        return None
    unit = next(iter(units), "")
    return Recognition(
        parameters={"scheme": "fixed", "partitions": partitions, "jobs": jobs, "unit": unit and unit + "B"},
        understood=(("分区", listed(partitions, "、")), ("作业", listed(jobs, "、"))),
    )


def recognise_compaction(text: str) -> Recognition | None:
    """Whether a job fits before and after compaction, and what is left; None: another problem."""
    if not patterns.search("紧凑|拼接|紧缩", text):
        return None
    reading = Topic(text)
    holes = reading.take(rf"(?P<list>\d+\s*(?:{_UNIT})?(?:\s*(?:、|,|和)\s*\d+\s*(?:{_UNIT})?)+)")
    job = reading.take(rf"(?:一个|有|来|为)*(?:大小为)?(?P<value>\d+)\s*(?P<unit>{_UNIT})(?:大小)?的?(?:作业|进程|程序)")
    count = reading.take_one(rf"(?P<value>{INTEGER})个(?:不连续的?)?空闲(?:分)?区", to_int)
    asked = reading.ask(
        (
            (r"(?:能否|能不能|是否能?|可以|能)(?:直接)?(?:分配|装入|放下)(?:吗)?", "direct"),
            (r"(?:紧凑|拼接|紧缩)(?:之?后)?(?:再分配)?,?(?:还)?(?:剩|剩余|剩下)(?:的)?(?:空间|空闲区)?(?:是|为|有)?(?:多少|多大)", "left"),
            (r"(?:紧凑|拼接|紧缩)(?:之?后)?(?:得到)?(?:的)?空闲区(?:大小)?(?:是|为|有)?(?:多少|多大)", "total"),
        )
    )
    reading.take_all(r"(?:紧凑|拼接)(?:前|技术|之前)?")
    reading.finish(_WORDS)
    if not holes or not job or not asked:
        return None
    sizes = [int(number) for number in patterns.findall(r"\d+", holes["list"])]
    units = {unit.upper().rstrip("B") for unit in [*patterns.findall(_UNIT, holes["list"]), job["unit"]]}
    if len(units) != 1 or count not in (None, len(sizes)):
        return None
    unit = units.pop() + "B"
    return Recognition(
        parameters={"scheme": "compaction", "holes": sizes, "job": int(job["value"]), "unit": unit, "asked": asked},
        understood=(("空闲区", listed(sizes, "、") + f"（{unit}）"), ("作业", f"{job['value']} {unit}")),
    )


def recognise_half(text: str) -> Recognition | None:
    """The fifty-percent rule; None: another problem."""
    reading = Topic(text)
    if not reading.take(r"50\s*%\s*(?:规则|法则|准则)"):
        return None
    areas = reading.take_one(
        r"(?:有)?(?P<value>\d+)个(?:已分配(?:的)?(?:分)?区|(?:已)?占用(?:的)?(?:分)?区)|已分配(?:的)?(?:分)?区(?:数)?(?:为|有)?(?P<other>\d+)个?",
        int,
    )
    asked = reading.ask(((r"(?:那么)?空闲(?:分)?区(?:数)?(?:平均)?(?:约|大约)?(?:有|是|为)?(?:多少|几)个?", "free"),))
    reading.finish(_WORDS)
    if areas is None or not asked:
        return None
    return Recognition(parameters={"scheme": "half", "allocated": areas}, understood=(("已分配分区", f"{areas} 个"),))
