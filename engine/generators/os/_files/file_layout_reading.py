"""Reading small problems about how files lie on a disk: see `file_layout`."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.os._clauses import SIZE, to_bytes
from engine.generators.os._files.index_node import LEVELS
from engine.generators.os._topic import Topic
from engine.generators.quantities import size
from engine.generators.reading import INTEGER, to_int

_IS = r"(?:大小|长度|容量|各|均|都|占用?|为|是|有|的|=|:|\s)*"
_WORDS = (
    "文件系统 文件 FAT 磁盘 盘块 磁盘块 簇 表项 每个 项 分区 最大 理论上 大小 容量 位示图 管理 用 采用 要 占 占用 多少 空间 合 个 本身 表 盘 块 从0编号 从1编号 行 列 对应 逻辑 字节 位于 起始块号 起始 连续分配 链接 隐式链接 分配 索引 单级索引 索引表 内存 目录项 FCB 都 在 中 读 第 需要 若 呢 数据块 "
    "管理的 管理 能够 可以 能 假设 假定 那么 "
    "某 一个 设 则 该文件 已 求 说明 号 所在 文件内 它 读到 到 簇链 为 偏移 处 建立 硬链接 符号链接 软链接 即 另有 到它 又 给 被 引用计数 inode 删除 之后 后 每块 可放 块号 长 采用多级索引 多级索引 索引从一级开始 足够用为止 且 级 物理 块内 起 能 每块可放1024个地址 显式链接 "
)


def recognise_fat(text: str) -> Recognition | None:
    """A walk along a chain of a file allocation table in memory; None: another problem."""
    reading = Topic(text)
    if not reading.has("FAT"):
        return None
    chain = reading.take(r"(?:簇链|链)?(?:为|是|:)*\s*(?P<value>\d+(?:\s*→\s*\d+){2,})")
    offset = reading.take_one(r"(?:文件内)?(?:字节)?偏移(?:量)?(?:为|是)?\s*(?P<value>\d+)(?:字节|B)?(?:处)?", int)
    cluster = reading.take_one(rf"(?:簇|盘块|磁盘块|块){_IS}(?P<value>{SIZE})", to_bytes)
    resident = reading.take_all(r"FAT(?:表)?(?:已)?(?:全部)?(?:在|装入|读入)(?:了)?内存(?:中)?")
    asked = reading.ask(
        (
            (r"(?:所在|在哪个?)(?:的)?簇号?|(?:位于|在)哪个簇", "cluster"),
            (r"(?:需|要)?(?:访盘|读盘|访问磁盘)(?:几|多少)次(?:读到它)?", "reads"),
        )
    )
    reading.finish_knowing(_WORDS)
    if not asked or not resident or chain is None or offset is None or cluster is None or cluster & (cluster - 1):
        return None
    clusters = [int(number) for number in patterns.findall(r"\d+", chain["value"])]
    return Recognition(
        parameters={"layout": "chain", "chain": clusters, "offset": offset, "cluster": cluster, "asked": asked},
        understood=(("簇链", "→".join(map(str, clusters))), ("偏移", str(offset)), ("簇", size(cluster))),
    )


def recognise_allocation(text: str) -> Recognition | None:
    """Where a byte of a contiguous file is, or how often a linked file is read to reach a block; None: another problem."""
    reading = Topic(text)
    if not reading.has("连续分配|链接") or reading.has("插入|删除|添加|硬链接|符号链接|软链接"):
        return None
    block = reading.take_one(rf"(?:磁?盘块|块){_IS}(?P<value>{SIZE})", to_bytes)
    start = reading.take_one(r"(?:起始|首)块号?(?:为|是)?\s*(?P<value>\d+)", int)
    offset = reading.take_one(r"(?:逻辑)?(?:字节|偏移)(?:量|地址)?(?:为|是)?\s*(?P<value>\d+)(?!\d|\s*个)", int)
    reading.take_all(r"每块可放\d+个地址")
    count = reading.take_one(rf"(?:一个)?(?:文件)?(?:共)?(?:有|由)(?P<value>{INTEGER})\s*个(?:数据|逻辑|物理|盘)?块(?:组成)?", to_int)
    number = reading.take(r"(?:要)?读(?:取)?(?:第)?(?P<value>\d+)(?:个)?(?:数据|逻辑)?块(?:\(从(?P<first>[01])(?:开始)?编号\))?")
    resident = reading.take(r"(?:目录项|FCB|和|与|、)+(?:都|均)?(?:已)?在(?:内存|主存)(?:中)?")
    linked = reading.take(r"(?:采用)?(?:隐式)?(?:链接|链式)(?:\((?:隐式链接|隐式)\))?(?:分配|结构)?|链接\(隐式链接\)分配")
    indexed = reading.take(r"(?:若)?(?:改为|采用)?(?:单级)?索引(?:分配)?(?:且|,)*索引表(?:已|也)?在(?:内存|主存)(?:中)?呢?")
    contiguous = reading.take(r"(?:采用)?连续分配(?:的)?")
    asked = reading.ask(
        (
            (
                r"(?:位于|在)?(?:哪个|第几个?|哪一?)物理块,?(?:块内)?(?:的)?(?:偏移)?(?:量)?(?:是|为)?(?:多少)?|(?:位于)?哪个(?:物理)?块,?块内偏移(?:量)?(?:是|为)?(?:多少)?|块内偏移(?:量)?(?:是|为)?(?:多少)?",
                "place",
            ),
            (r"(?:则)?(?:需要?|要)?(?:读盘|访盘|访问磁盘|启动磁盘)(?:几|多少)次", "reads"),
        )
    )
    reading.finish_knowing(_WORDS)
    if asked == ["place"]:
        if not contiguous or linked or indexed or number or None in (block, start, offset):
            return None
        return Recognition(
            parameters={"layout": "allocation", "asked": ["place"], "block": block, "start": start, "offset": offset},
            understood=(("起始块", str(start)), ("字节", str(offset)), ("块", size(block or 0))),
        )
    if (
        asked != ["reads"]
        or not resident
        or not number
        or not number["first"]
        or not linked
        or contiguous
        or patterns.search("显式", reading.text)
    ):
        return None
    if count is not None and int(number["value"]) - int(number["first"]) >= count:
        return None
    return Recognition(
        parameters={
            "layout": "allocation",
            "asked": ["linked", *(["direct"] if indexed else [])],
            "number": int(number["value"]),
            "first": int(number["first"]),
        },
        understood=(("读", f"第 {number['value']} 块（从 {number['first']} 编号）"),),
    )


def recognise_levels(text: str) -> Recognition | None:
    """How many levels of index a file needs; None: another problem."""
    reading = Topic(text)
    fan_out = reading.take_one(
        rf"每个?(?:索引)?块(?:可|能)?(?:存放|存|放|装)(?P<value>{INTEGER})\s*个(?:块号|地址|盘块号|索引项|表项)", to_int
    )
    blocks = reading.take_one(rf"文件(?:长度?|大小)?(?:为|有|占|是)*(?P<value>{INTEGER})\s*(?:个)?(?:数据|磁盘|盘)?块", to_int)
    reading.take_all(r"(?:且)?索引从一级开始足够用为止|采用多级索引")
    asked = reading.ask(
        (
            (r"(?:需要?|要)?(?:采用)?几级索引|索引的级数(?:是|为)?(?:几|多少)?", "levels"),
            (r"索引块(?:的)?(?:总数|个数|数目|总共|共)(?:是|为|有)?(?:多少|几)?(?:个|块)?", "total"),
        )
    )
    reading.finish_knowing(_WORDS)
    if fan_out is None or blocks is None or fan_out < 2 or not asked:
        return None
    return Recognition(
        parameters={"layout": "levels", "fan_out": fan_out, "blocks": blocks, "asked": asked},
        understood=(("每个索引块", f"{fan_out} 项"), ("文件", f"{blocks} 块")),
    )


_LEVEL = r"(?:直接|[一二三123][级次](?:间接|间址)?|[一二三双]重间接)(?:寻址|地址|索引|块|间址)?"


def recognise_reads_of_levels(text: str) -> Recognition | None:
    """How often the disk is read through an address of each level, whatever the sizes; None: another problem."""
    reading = Topic(text)
    resident = reading.take(
        r"(?:某个?|该)?(?:文件的?)?(?:索引结点|索引节点|i结点|i节点|inode|FCB)(?:都|均)?(?:已经?)?(?:读入|调入|在|装入)(?:了)?(?:内存|主存)(?:中)?(?:,?(?:而|且|但)?(?:其他|其余)(?:的)?(?:信息|内容|数据|块)?(?:均|都)?在(?:外存|磁盘)(?:上|中)?)?"
    )
    levels = reading.take(rf"(?:采用|使用|通过|用|对于|按)?(?P<levels>{_LEVEL}(?:\s*[、,和与及]\s*{_LEVEL}){{0,3}})(?:时|的话|的?方式)?")
    asked = reading.ask(
        (
            (
                r"(?:各|分别|依次|则|需要?|要|应)*(?:访问|启动|读取?)?(?:磁盘|外存|盘)?(?:几|多少)次(?:访盘|访问磁盘|读盘|启动磁盘|磁盘访问|访问外存|磁盘|磁盘I/O|I/O)?|(?:访盘|访问磁盘|读盘|启动磁盘)(?:的)?次数(?:各|分别)?(?:是|为)?(?:几|多少)?",
                "reads",
            ),
        )
    )
    reading.take_all(
        r"(?:为了?|若要?|如果要?|要)?访问(?:该|某|一个)?文件(?:中)?(?:的)?(?:某|一)?(?:个)?(?:内容|数据|部分|字节|数据块|信息)?"
    )
    reading.finish_knowing(_WORDS + " 假设 某个 ")
    if resident is None or levels is None or not asked:
        return None
    degrees = {"直": 0, "一": 1, "1": 1, "二": 2, "2": 2, "双": 2, "三": 3, "3": 3}
    found = [degrees[name[0]] for name in patterns.findall(_LEVEL, levels["levels"])]
    return Recognition(
        parameters={"layout": "reads of levels", "levels": found},
        understood=(("寻址", "、".join(LEVELS[level] for level in found)), ("索引结点", "已在内存")),
    )


def recognise_links(text: str) -> Recognition | None:
    """The reference count of a file with hard and symbolic links; None: another problem."""
    reading = Topic(text)
    if not reading.has("引用计数|链接计数|链接数"):
        return None
    hard = reading.take(
        rf"(?:文件)?\s*(?:[a-zA-Z]\w{{0,3}})?(?:被)?(?:建立|创建|有)(?:了)?(?P<value>{INTEGER})\s*个硬链接(?:\((?:即)?(?:另有)?[a-zA-Z\d、,]+硬链接到它\))?"
    )
    reading.take_all(
        rf"(?:又|再)?(?:给|为|对)?(?:[a-zA-Z]\d?)?(?:又|再)?(?:建立|创建)(?:了)?(?:{INTEGER})\s*个(?:符号|软)链接(?:[a-zA-Z]\d?)?"
    )
    removed = reading.take(r"(?:若|如果)?(?:再|又|然后)?删除(?:了)?(?P<name>[a-zA-Z]\d?)(?:之?后)?")
    count = r"(?:inode)?(?:的)?(?:引用计数|链接计数|链接数)(?:值)?(?:是|为|变为)?(?:多少|几)"
    places = [match.start() for match in reading.take_all(count)]
    reading.questions += [(place, place + 1) for place in places]
    reading.finish_knowing(_WORDS)
    if not hard or not places or len(places) > 2 or (len(places) == 2 and not removed):
        return None
    before = [place for place in places if not removed or place < removed.start()]
    asked = ["now"] * bool(before) + ["after"] * (len(places) - len(before))
    if len(before) > 1:
        return None
    return Recognition(
        parameters={"layout": "links", "hard": to_int(hard["value"]), "deleted": 1 if removed else 0, "asked": asked},
        understood=(("硬链接", hard["value"]), ("删除", "1" if removed else "0")),
    )
