"""Two small sums about files: how often the disk is read to look a name up in a directory, and what space a file is given in whole clusters."""

from __future__ import annotations

from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.os._clauses import SIZE, to_bytes
from engine.generators.os._topic import Topic
from engine.generators.quantities import size
from engine.generators.reading import INTEGER, stay_out, to_int

_IS = r"(?:大小|长度|容量|各|均|都|占用?|占|为|是|有|的|约|=|:|\s)*"
_MANY = r"(?:多少|几)"
_WORDS = "某 一个 系统 它 其 文件系统 文件 文件控制块 FCB 目录项 目录 文件目录 一级目录 单级目录 采用 假定 假设 设 若 有 中 磁盘 磁盘块 盘块 块 物理块 一个 大小 占 占用 为 是 的 查找 检索 平均 需要 访问 启动 次 问 则 分别为 和 与 簇 扇区 磁盘扇区 系统分配 分配给 该文件 该 磁盘空间 空间 实际 存放 每个 该目录 "


def recognise_directory(text: str) -> Recognition | None:
    """Looking a name up in a directory of entries one after another; None: another problem."""
    reading = Topic(text)
    if not reading.has("目录") or reading.has("索引结点|索引节点|inode|i结点|分解|多级|二级目录|树形|散列|哈希|顺序排序|二分"):
        return None
    entry = reading.take_one(rf"(?:每个?|一个)?(?:文件控制块|FCB|目录项)(?:\(FCB\))?{_IS}(?P<value>{SIZE})", to_bytes)
    block = reading.take_one(rf"(?:每个?|一个)?(?:磁盘|物理|盘)*块{_IS}(?P<value>{SIZE})", to_bytes)
    count = reading.take_one(
        rf"(?:共|共有|有|含有?)*\s*(?<!第)(?P<value>(?!一){INTEGER})\s*个(?:文件)?(?:目录项|FCB|文件控制块|文件)", to_int
    )
    reading.take_all(r"(?:采用|使用|是)?(?:一级|单级)目录(?:结构)?")
    asked = reading.ask(
        (
            (
                rf"(?:查找|检索|找到?|搜索)(?:到)?(?:一个|某个|该|任一)?(?:文件|目录项|FCB)?(?:时)?,?平均(?:需要?|要|须)*(?:启动|访问|读取?|访)?(?:磁盘|盘)?(?:的)?(?:{_MANY}次|次数)(?:是|为)?(?:{_MANY})?(?:访问|启动|读)?(?:磁盘|盘)?|平均(?:需要?|要)?(?:启动|访问|读)(?:磁盘|盘)?(?:的)?(?:次数|{_MANY}次)(?:是|为)?(?:{_MANY})?",
                "lookup",
            ),
            (rf"(?:目录|文件目录)(?:共)?(?:需要?|要|占用?|占)+(?:{_MANY})个?(?:磁盘|物理|盘)*块", "blocks"),
        )
    )
    reading.finish_knowing(_WORDS)
    if not asked or entry is None or block is None or count is None or block % entry:
        return None
    return Recognition(
        parameters={"layout": "directory", "entry": entry, "block": block, "count": count, "asked": asked},
        understood=(("目录项", f"{count} 个，各 {entry} B"), ("盘块", size(block))),
    )


def recognise_space(text: str) -> Recognition | None:
    """What space a file of a size is given; None: another problem."""
    reading = Topic(text)
    if reading.has("索引|链接|FAT|位图|位示图|目录|平均"):
        return None
    both = reading.take(
        rf"(?:簇|块|盘块)(?:\((?:块|簇)\))?(?:和|与)(?:磁盘)?扇区{_IS}(?:分别)*(?:为|是)?\s*(?P<cluster>{SIZE})\s*(?:和|、|与|,)\s*(?P<sector>{SIZE})"
    )
    cluster = (
        to_bytes(both["cluster"])
        if both
        else reading.take_one(rf"(?:每个?|一个)?(?:簇|盘块|磁盘块)(?:\(\w+\))?{_IS}(?P<value>{SIZE})", to_bytes)
    )
    length = reading.take_one(
        (
            rf"(?:一个|某|该)?文件(?:的)?(?:实际)?(?:大小|长度){_IS}(?P<value>{SIZE})",
            rf"(?:一个)?(?:大小|长度|长)?(?:为|是)?(?P<value>{SIZE})(?:大小)?的文件",
        ),
        to_bytes,
    )
    reading.take_all(r"(?:磁盘|空间|系统)?(?:空间)?以(?:簇|盘块|块)为(?:基本)?单位(?:进行)?分配")
    asked = reading.ask(
        (
            (
                rf"(?:系统)?(?:实际)?(?:分配给|为)(?:该|这个|此)?文件(?:分配)?(?:的)?(?:磁盘)?(?:存储)?空间(?:的)?(?:大小)?(?:是|为)?(?:{_MANY})?|(?:(?:该|这个|此)?文件|(?<=\ue000))(?:实际)?(?:占用?|需要?)(?:的)?(?:磁盘)?(?:存储)?空间(?:的)?(?:大小)?(?:是|为)?(?:{_MANY})?",
                "space",
            ),
            (rf"(?:占用?|分配|需要?)(?:了)?{_MANY}个?(?:簇|盘块|磁盘块)", "clusters"),
        )
    )
    reading.finish_knowing(_WORDS)
    if not asked or cluster is None or length is None or not length:
        return None
    return Recognition(
        parameters={"layout": "space", "cluster": cluster, "length": length, "asked": asked},
        understood=(("簇（块）", size(cluster)), ("文件", size(length))),
    )


def recognise_most_files(text: str) -> Recognition | None:
    """How many files there can be, by the bytes that an entry of a directory has for the number of the index node; None: another problem."""
    reading = Topic(text)
    if not reading.has("目录项"):
        return None
    node = r"(?:索引(?:节点|结点)(?:编?号)?|inode(?:编?号)?|i(?:节点|结点)(?:编?号)?)"
    width = reading.take_one(
        (
            rf"(?P<value>{SIZE})(?:用来|用于|来)?(?:存放|存储|表示|记录|是|为){node}",
            rf"{node}(?:占用?|为|用|长度|是|有)+\s*(?P<value>{SIZE})",
        ),
        to_bytes,
    )
    reading.take_one(rf"(?:每个?|一个)?目录项(?:的)?(?:长度|大小|长)?{_IS}(?P<value>{SIZE})", to_bytes)
    reading.take_one(
        (
            rf"(?P<value>{SIZE})(?:用来|用于|来)?(?:存放|存储|表示|记录|是|为)文件名",
            rf"文件名(?:占用?|为|用|长度|是|有)+\s*(?P<value>{SIZE})",
        ),
        to_bytes,
    )
    reading.take_all(
        rf"目录项由文件名(?:和|与|、){node}(?:构成|组成)|文件名由(?:小写|大写)?(?:的)?(?:英文)?字母(?:构成|组成)|文件名[,;]?(?:和|与|及){node}"
    )
    asked = reading.ask(
        (
            (
                rf"(?:系统)?(?:中)?(?:最多)?(?:能|可以?)?(?:创建|建立|容纳|存放|拥有)(?:的)?文件(?:的)?(?:数量|个数|数目|数)(?:的)?(?:上限|最大值|最多)?(?:为|是)?(?:{_MANY})?个?|最多(?:能|可以?)?(?:创建|建立|有|容纳){_MANY}个?文件",
                "most",
            ),
        )
    )
    reading.finish_knowing(_WORDS + " 由 构成 组成 其中 小写 英文 字母 字节 每个 单个 则 能 最多 上限 长度")
    if not asked or width is None or not 1 <= width <= 8:
        return None
    return Recognition(
        parameters={"layout": "most files", "width": width}, understood=(("目录项中的索引结点号", f"{width} B"), ("问", "文件数的上限"))
    )


def solve_most_files(parameters: Parameters) -> Solution:
    """Every file has an index node of its own, and its number."""
    bits = 8 * int(parameters["width"])
    return Solution(
        answer=f"2^{bits} 个",
        also=(f"2^{bits}", str(1 << bits)),
        steps=f"每个文件有一个索引结点，索引结点号占 {bits} 位，最多有 $2^{{{bits}}}$ 个不同的号，所以最多有 $2^{{{bits}}}$ 个文件。",
        conventions=("每个文件对应一个索引结点，文件名的个数不是限制",),
    )


def solve_directory(parameters: Parameters) -> Solution:
    """Half of the directory's blocks are read on the average."""
    entry, block, count = int(parameters["entry"]), int(parameters["block"]), int(parameters["count"])
    blocks = -(-count * entry // block)
    if "lookup" in parameters["asked"] and blocks % 2:
        stay_out("half of an odd number of blocks")
    said = {"lookup": f"{blocks // 2} 次", "blocks": f"{blocks} 块"}
    return Solution(
        answer="；".join(said[task] for task in parameters["asked"]),
        steps=paragraphs(
            f"目录共 {count} × {entry} = {count * entry} B，占 ⌈{count * entry}/{block}⌉ = {blocks} 个盘块。",
            f"顺序查找平均要读一半的盘块：{blocks}/2 = {blocks // 2} 次。" if "lookup" in parameters["asked"] else "",
        ).strip(),
        conventions=("目录项不在内存，顺序查找，平均读一半的盘块",) if "lookup" in parameters["asked"] else (),
    )


def solve_space(parameters: Parameters) -> Solution:
    """A file takes whole clusters."""
    cluster, length = int(parameters["cluster"]), int(parameters["length"])
    count = -(-length // cluster)
    said = {"space": f"{count * cluster} B", "clusters": f"{count} 个"}
    return Solution(
        answer="；".join(said[task] for task in parameters["asked"]),
        also=(size(count * cluster),) if parameters["asked"] == ["space"] else (),
        steps=f"空间按整簇分配：⌈{length}/{cluster}⌉ = {count} 簇，{count} × {cluster} = {count * cluster} B。",
    )
