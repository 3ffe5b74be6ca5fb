"""The index area of a file control block: entries that must hold any block number of the disk, alone or behind a stretch of blocks allocated beforehand."""

from __future__ import annotations

from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.os._clauses import SIZE, to_bytes
from engine.generators.os._topic import Topic
from engine.generators.quantities import size
from engine.generators.reading import INTEGER, stay_out, to_int

_IS = r"(?:大小|长度|各|均|占用?|为|是|有|=|:|\s)*"
_MANY = r"(?:多少|几|\(\s*\))"
_BYTES = r"(?:个?字节|B)"
_WORDS = "某 文件系统 文件 系统 假设 设 若 其 其中 的 中 则 采用 使用 如下 结构 仅 只 直接索引 直接索引结构 直接 索引 索引表区 索引区 索引表 区 占用 存放 文件占用的 磁盘块号 盘块号 块号 磁盘块 和 与 、 表示 创建 时 文件创建时 为了 使 单个 长度 达到 最大 请 指出 请指出 并 说明 理由 说明理由 请回答 回答 下列 问题 下列问题 FCB 文件控制块 包含 一个 空间 ( ) "


def recognise_area(text: str) -> Recognition | None:
    """How wide an entry must be and how long a file may grow; None: another problem."""
    reading = Topic(text)
    if not reading.has("索引表?区"):
        return None
    reading.refuse("间接|二级|三级|一级|位示图|目录")
    reading.take_all(
        r"\(\s*1TB?\s*=\s*2\s*\^\s*40\s*B?\s*\)|以(?:磁盘块|盘块|块)为(?:基本)?(?:的)?分配单[位元]|文件创建时|预分配的?连续(?:的)?(?:存储)?空间(?:的)?"
    )
    disk = reading.take_one(rf"(?:文件系统)?(?:空间)?(?:的)?(?:最大)?容量{_IS}(?P<value>{SIZE})", to_bytes)
    block = reading.take_one(rf"(?:每个?)?(?:磁盘块|盘块|物理块|块)(?:的)?{_IS}(?P<value>{SIZE})", to_bytes)
    area = reading.take_one(
        (
            rf"(?:文件控制块|FCB)(?:\(FCB\))?(?:中)?(?:包含|含有|有)(?:一个)?(?:大小为)?\s*(?P<value>{SIZE})\s*的索引表?区",
            rf"索引表?区(?:的)?大小{_IS}(?P<value>{SIZE})",
        ),
        to_bytes,
    )
    stretch = reading.take_one(
        r"(?:第)?\s*0\s*[~～-]\s*(?P<value>\d{1,2})\s*(?:个)?字节(?:采用|用|使用)?(?:以)?<?\s*起始块号\s*[,、]\s*块数\s*>?(?:的)?(?:格式|形式)?(?:来)?(?:表示|记录)?",
        int,
    )
    first = reading.take_one(rf"(?:其中)?起始块号(?:占|为|用)\s*(?P<value>{INTEGER})\s*{_BYTES}", to_int)
    count = reading.take_one(rf"块数(?:占|为|用)\s*(?P<value>{INTEGER})\s*{_BYTES}", to_int)
    left = reading.take_one(rf"(?:剩余|其余|余下)(?:的)?\s*(?P<value>{INTEGER})\s*{_BYTES}(?=采用|用|使用|为)", to_int)
    entry = reading.take_one(rf"(?:一个|每个)?索引表?项(?:占|为|用)\s*(?P<value>{INTEGER})\s*{_BYTES}", to_int)
    asked = reading.ask(
        (
            (rf"索引表?项(?:中)?(?:的)?(?:块号)?(?:最少|至少)(?:要|需要?)?占(?:用)?{_MANY}{_BYTES}", "entry"),
            (
                rf"(?:则)?(?:可|能)?(?:支持)?(?:的)?单个文件(?:的)?最大(?:长度)?(?:是|为|可达)?(?:{_MANY}(?:{_BYTES})?)?(?!\w*(?:,|请))",
                "length",
            ),
        )
    )
    reading.finish_knowing(_WORDS)
    if disk is None or block is None or area is None or not asked or disk % block:
        return None
    if (
        (stretch is None) != (first is None)
        or (first is None) != (count is None)
        or (first is None and entry is not None and "entry" in asked)
    ):
        return None
    if stretch is None and left is not None:
        return None
    if stretch is not None and (
        stretch + 1 != (first or 0) + (count or 0) or "entry" in asked or entry is None or left not in (None, area - stretch - 1)
    ):
        stay_out("the stretch does not fill its bytes")
    bits = (disk // block - 1).bit_length()
    if entry is not None and 8 * entry < bits:
        stay_out("an entry does not hold all block numbers")
    return Recognition(
        parameters={
            "layout": "area",
            "blocks": disk // block,
            "block": block,
            "area": area,
            "first": first or 0,
            "count": count or 0,
            "entry": entry or 0,
            "asked": asked,
        },
        understood=(
            ("磁盘", f"{size(disk)} / {size(block)} = {disk // block} 块"),
            ("索引表区", f"{area} B" + (f"，其中起始块号 {first} B、块数 {count} B" if first else "")),
            ("索引项", f"{entry} B" if entry else "待求" if "entry" in asked else "按最少算"),
        ),
    )


def solve_area(parameters: Parameters) -> Solution:
    """Each of the questions in turn."""
    blocks, block, area, first, count = (int(parameters[name]) for name in ("blocks", "block", "area", "first", "count"))
    bits = (blocks - 1).bit_length()
    least = -(-bits // 8)
    entry = int(parameters["entry"]) or least
    said, steps = [], []
    for task in parameters["asked"]:
        if task == "entry" or (task == "length" and not parameters["entry"] and "entry" not in parameters["asked"]):
            steps.append(f"共 {blocks} 块，块号要 {bits} 位，最少占 ⌈{bits}/8⌉ = {least} B。")
        if task == "entry":
            said.append(f"{least} B")
        else:
            listed = (area - first - count) // entry
            longest = (listed + (1 << 8 * count if count else 0)) * block
            before = f"预分配的最多 2^{8 * count} 块，" if count else ""
            inner = f"(2^{8 * count} + {listed})" if count else str(listed)
            steps.append(
                f"{before}{area - first - count} B 可放 ⌊{area - first - count}/{entry}⌋ = {listed} 个索引项；最大长度 {inner} × {block} = {longest} B。"
            )
            said.append(f"{longest} B（{size(longest)}）")
    alone = len(said) == 1
    return Solution(
        answer="；".join(said),
        also=(said[0].split("（")[0],) if alone and "（" in said[0] else (),
        steps=paragraphs(*steps),
        conventions=("块数字段全部可用，最多 2 的位数次方块",) if count and "length" in parameters["asked"] else (),
    )
