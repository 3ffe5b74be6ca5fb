"""How many entries the page tables of each of two levels have, by the fields of the address."""

from __future__ import annotations

from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.os._topic import Topic
from engine.generators.quantities import size

_MANY = r"(?:多少|几|\(\s*\))"
_ENTRIES = rf"(?:的)?(?:长度|表?项数|大小)(?:各|分别)?(?:是|为)(?:{_MANY}(?:项|个表?项)?)|(?:中)?(?:各|分别)?(?:有|含|包含|共有)(?:{_MANY})(?:个)?(?:页?表)?项"
_WORDS = "某 系统 计算机 使用 采用 二级页表 两级页表 页表 的 虚地址 虚拟地址 逻辑地址 地址 是 为 中 占 其余 页内偏移量 页内偏移 试问 问 则 请问 位 结构 分页 按字节编址 每个 各 空间 分为 字段"


def recognise_level_fields(text: str) -> Recognition | None:
    """The entries of a table of one of two levels, and what else the fields tell; None: another problem."""
    reading = Topic(text)
    if not reading.has("[二两]级"):
        return None
    reading.refuse(r"表项(?:的)?(?:大小|长度)|(?:页表项|表项)(?:占|为)\s*\d|三级|TLB|快表|[0-9A-F]+H(?![A-Za-z])|0x")
    widths = {}
    for name, pattern in (
        ("one", r"(?:第)?一级(?:的)?(?:页表|页)?(?:页)?(?:号|索引)|页目录(?:号|索引)"),
        ("two", r"(?:第)?二级(?:的)?(?:页表|页)?(?:页)?(?:号|索引)"),
        ("low", r"页内(?:偏移量?|地址|位移量?)"),
    ):
        widths[name] = reading.take_one(rf"(?:{pattern})(?:字段)?(?:各|占|用|为|是|有|:|=)*\s*(?P<value>\d{{1,2}})\s*位", int)
    reading.take_all(r"其余(?:的)?(?:位)?(?:为|是|作为?)(?:页内(?:偏移量?|地址|位移量?))")
    total = reading.take_one(
        (
            r"(?:虚拟?|逻辑)?地址(?:空间)?(?:长度?)?(?:为|是|有|共)*\s*(?P<value>\d{2})\s*位",
            r"(?<!\d)(?P<value>\d{2})\s*位(?:的)?(?:虚拟?|逻辑)地址",
        ),
        int,
    )
    asked = reading.ask(
        (
            (rf"(?:每个)?(?:第)?一级页表(?:{_ENTRIES})|页目录表?(?:{_ENTRIES})", "one"),
            (rf"(?:每个)?(?:第)?二级页表(?:{_ENTRIES})", "two"),
            (rf"(?:每个?)?页(?:面)?(?:的)?(?:大小|长度)?(?:是|为|有)*(?:{_MANY})(?:个)?(?:B|字节|KB)?|页(?:面)?的大小", "page"),
            (rf"(?:虚拟?|逻辑)(?:地址)?(?:空间)?(?:中|里)?(?:共)?有{_MANY}(?:个)?页(?:面)?", "pages"),
            (rf"页内(?:偏移量?|地址|位移量?)(?:占|为|有|是)*{_MANY}位", "low"),
        )
    )
    reading.finish(_WORDS)
    one, two, low = (widths[name] for name in ("one", "two", "low"))
    if one is None or two is None or not {"one", "two"} & set(asked) or (low is None and total is None):
        return None
    if low is None:
        assert total is not None
        low = total - one - two
    if total not in (None, one + two + low) or not 4 <= low <= 24:
        return None
    return Recognition(
        parameters={"two levels": [one, two, low], "asked": asked},
        understood=(("一级页号", f"{one} 位"), ("二级页号", f"{two} 位"), ("页内偏移", f"{low} 位")),
    )


def solve_level_fields(parameters: Parameters) -> Solution:
    """A power of two each."""
    one, two, low = parameters["two levels"]
    said, powers, plain, steps = [], [], [], []
    for task in parameters["asked"]:
        if task == "low":
            said.append(f"页内偏移 {low} 位")
            powers.append(f"{low}")
            plain.append(f"{low}")
            steps.append(f"页内偏移占 {one + two + low} − {one} − {two} = {low} 位。")
            continue
        bits, what, unit = {
            "one": (one, "一级页表", " 项"),
            "two": (two, "每个二级页表", " 项"),
            "page": (low, "页面大小", " B"),
            "pages": (one + two, "共", " 页"),
        }[task]
        value = size(1 << bits) if task == "page" else f"{1 << bits}{unit}"
        said.append(f"{what} {value}")
        powers.append(f"2^{bits}")
        plain.append(str(1 << bits))
        steps.append(f"{what} 2^{bits} = {1 << bits}{unit}。")
    return Solution(answer="；".join(said), also=("；".join(powers), "；".join(plain)), steps=paragraphs(f"页内偏移 {low} 位。", *steps))
