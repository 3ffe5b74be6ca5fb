"""Two small sums about files: how often the disk is read to look a name up in a directory, and what space a file is given in whole clusters."""

from __future__ import annotations

from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.os._clauses import SIZE, to_bytes
from engine.generators.os._topic import Topic
from engine.generators.quantities import size

_IS = r"(?:大小|长度|容量|各|均|都|占用?|占|为|是|有|的|约|=|:|\s)*"
_MANY = r"(?:多少|几)"
_WORDS = "某 一个 系统 它 其 文件系统 文件 文件控制块 FCB 目录项 目录 文件目录 一级目录 单级目录 采用 假定 假设 设 若 有 中 磁盘 磁盘块 盘块 块 物理块 一个 大小 占 占用 为 是 的 查找 检索 平均 需要 访问 启动 次 问 则 分别为 和 与 簇 扇区 磁盘扇区 系统分配 分配给 该文件 该 磁盘空间 空间 实际 存放 每个 该目录 "


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
