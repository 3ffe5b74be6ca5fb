"""Files of records told in any order: how many go in a block, how many blocks they and their index take, how often the disk is read."""

from __future__ import annotations

from fractions import Fraction

from engine.generators.clauses import Role
from engine.generators.laws.topic import Law, Quantity, Told, Topic, counted, whole
from engine.generators.os._storage_measures import INTEGER, SIZE, STRANGE, asking, show_size, to_size, whole_up
from engine.generators.reading import to_int

_MANY = r"(?:多少|几|多[长久大])"


def _per_block(block: Fraction, record: Fraction) -> Fraction | None:
    return Fraction(int(block / record)) if block >= record else None


def _levels(records: Fraction, fan: Fraction) -> tuple[Fraction, Fraction]:
    """(levels of the index until one block holds the whole, its blocks)."""
    level, blocks, left = 0, 0, int(records)
    while left > 1 or not level:
        left = -(-left // int(fan))
        blocks += left
        level += 1
    return Fraction(level), Fraction(blocks)


RECORDS = Topic(
    name="records asked",
    knowing=True,
    about=r"记录",
    refuse=STRANGE,
    guard=r"FCFS|SSTF|SCAN|寻道|旋转|转速|ms|毫秒|处理|缓冲|插入|删除|添加|修改|间接|间址|inode|平均|二分|散列|关键字|B\+?树|变长|分区|位示图|图中|起始块|→",
    told=(
        Told(
            "no_spanning", r"(?:采用)?(?:成组方式|记录成组)?\(?(?:且)?(?:不允许|不能|不可|不)(?:跨块|跨越(?:物理)?块)(?:存放|存储)?\)?", 1
        ),
        Told(
            "per",
            rf"(?:每个?|一个)(?:物理|磁盘|盘)*块(?:中|里)?(?:可以?|能够?)?(?:存放|放|存|装|容纳)(?P<value>{INTEGER})\s*(?:个|条)(?:逻辑)?记录|(?:物理|磁盘|盘)+块(?:中|里)?(?:可以?|能够?)?(?:存放|放|存|装|容纳)(?P<other>{INTEGER})\s*(?:个|条)(?:逻辑)?记录",
            lambda match: to_int(match["value"] or match["other"]),
        ),
        Told(
            "per",
            r"(?:每(?:个|条)?)?(?:逻辑)?记录(?:的)?(?:长度|大小)?(?:正好|恰好|刚好|都|均)?(?:与|和|占用?|等于)(?:一个)?(?:磁盘|物理|盘)*块(?:的)?(?:大小|长度)?(?:相等|相同|一样(?:大)?)?",
            1,
        ),
        Told(
            "fan",
            rf"(?:每个?|一个)(?:物理|磁盘|盘|索引)*块(?:可以?|能够?)?(?:存放|放|存|装|容纳)(?P<value>{INTEGER})\s*个(?:索引表目|索引项|索引表项|表目)",
            lambda match: to_int(match["value"]),
        ),
        Told("records", rf"(?<![第\d])(?P<value>{INTEGER})\s*(?:个|条)(?:逻辑)?记录", lambda match: to_int(match["value"])),
        Told("zero", r"\(?(?:记录|编号|逻辑记录)?(?:号)?(?:均|都)?从\s?0(?:开始)?(?:编号|计数|算|起)?\)?", 1),
        Told("wanted", r"(?:读取?|访问|存取|读出)(?:文件的)?第\s*(\d+)\s*(?:个|条|号)?(?:逻辑)?记录", whole),
        Told("chained", r"(?:采用)?(?:链接|串联|隐式链接|链式)(?:结构|文件|分配|方式|组织|的)*", 1),
        Told("indexed", r"(?:采用)?(?:单级|一级)?索引(?:结构|文件|分配|方式|组织)(?:的)?", 1),
        Told("contiguous", r"(?:采用)?(?:连续|顺序)(?:结构|文件|分配|方式|组织)(?:的)?", 1),
        Told("table_out", r"索引表(?:只占一个(?:磁盘|盘)*块)?(?:且)?(?:也)?(?:不在|在外存|存放在磁盘)(?:内存|主存)?(?:中|上)?", 1),
        Told("table_in", r"索引表(?:只占一个(?:磁盘|盘)*块)?(?:且)?(?:已经?|已)?(?:调入|读入|在|驻留)(?:内存|主存)(?:中)?", 1),
    ),
    passed=(
        r"(?:建立索引时,?)?(?:一个|每个)(?:物理|磁盘)?块应?(?:有|对应)一个索引表目|\(?假定一级索引占用一个(?:物理)?块\)?|(?:文件的)?(?:目录项|FCB|文件控制块)(?:已经?)?(?:在|读入|调入)(?:内存|主存)(?:中)?|(?:采用)?(?:定长)?(?:成组|组块)(?:方式|技术)?",
    ),
    roles=(
        Role(
            name="record",
            quantity=SIZE,
            read=to_size,
            before=r"(?:每(?:个|条)?|一(?:个|条))?(?:逻辑)?记录(?:的)?(?:长度|大小|长|占)*",
            after=r"(?:的|长的)*(?:逻辑)?记录",
        ),
        Role(
            name="block",
            quantity=SIZE,
            read=to_size,
            before=r"(?:每个?|一个)?(?:磁盘|物理|盘|的)*块(?:的)?(?:大小|长度|长)?",
            after=r"(?:的|大小的)*(?:物理|磁盘|盘)*块",
        ),
    ),
    asks=(
        (asking(rf"(?:每块|每个(?:物理|磁盘|盘)*块|块因子)[^,;。?\d]{{0,8}}(?:{_MANY}(?:个|条)?(?:逻辑)?记录|{_MANY})"), "per"),
        (asking(r"(?:多少|几)级索引|索引(?:的)?级数"), "levels"),
        (
            asking(
                r"索引(?:及|和|与|连同)(?:其)?文件(?:本身)?[^,;。?\d]{0,8}(?:多少|几)个?(?:物理|磁盘|盘)*块|共(?:应)?占(?:用)?(?:多少|几)个?(?:物理|磁盘|盘)*块"
            ),
            "all",
        ),
        (asking(r"索引[^,;。?\d]{0,6}(?:多少|几)个?(?:物理|磁盘|盘)*块"), "index_blocks"),
        (asking(r"(?:启动|访问|读)[^,;。?\d]{0,6}(?:多少|几)次|(?:多少|几)次|访问磁盘(?:的)?次数"), "reads"),
        (asking(r"(?:多少|几)个?(?:物理|磁盘|盘)*块|(?:物理|磁盘|盘)*块(?:的)?(?:数|个数)"), "blocks"),
    ),
    laws=(
        Law("per", ("block", "record"), _per_block, "块长除以记录长，取整"),
        Law("blocks", ("records", "per"), lambda records, per: whole_up(records / per), "记录数除以每块记录数，进一取整"),
        Law(
            "place",
            ("wanted", "per", "zero"),
            lambda wanted, per, zero: Fraction(int(wanted / per)),
            "记录号除以每块记录数得块的序号（从 0 起）",
        ),
        Law(
            "place",
            ("wanted", "per"),
            lambda wanted, per: Fraction(int((wanted - 1) / per)),
            "前面的记录数除以每块记录数得块的序号（从 0 起）",
        ),
        Law("reads", ("chained", "place"), lambda chained, place: place + 1, "链接结构要从第一块起依次读到那一块"),
        Law("reads", ("indexed", "table_out", "place"), lambda indexed, table_out, place: Fraction(2), "先读索引表，再读那一块"),
        Law("reads", ("indexed", "table_in", "place"), lambda indexed, table_in, place: Fraction(1), "索引表在内存，直接读那一块"),
        Law("reads", ("contiguous", "place"), lambda contiguous, place: Fraction(1), "物理位置可以直接算出"),
        Law("tree", ("blocks", "fan"), _levels, "逐级除以每块索引表目数，到一级只占一块为止"),
        Law("levels", ("tree",), lambda tree: tree[0]),
        Law("index_blocks", ("tree",), lambda tree: tree[1]),
        Law("all", ("tree", "blocks"), lambda tree, blocks: tree[1] + blocks, "索引块数加文件块数"),
    ),
    shown={
        "record": Quantity("记录", show_size),
        "block": Quantity("物理块", show_size),
        "records": Quantity("记录数", counted("个")),
        "per": Quantity("每块记录", counted("个"), lambda value: (str(value),)),
        "blocks": Quantity("物理块", counted("个"), lambda value: (str(value), f"{value} 块")),
        "wanted": Quantity("要读的记录", lambda value: f"第 {value} 个"),
        "reads": Quantity("访问磁盘", counted("次"), lambda value: (str(value),)),
        "fan": Quantity("每块索引表目", counted("个")),
        "levels": Quantity("索引", counted("级"), lambda value: (str(value),)),
        "index_blocks": Quantity("索引占", counted("块"), lambda value: (str(value), f"{value} 个")),
        "all": Quantity("共占", counted("块"), lambda value: (str(value), f"{value} 个")),
    },
    words=(
        "文件 记录 逻辑记录 物理块 磁盘块 盘块 块 索引 索引表 索引文件 结构 采用 物理 存放 组织 由 组成 每个 每条 占用 一个 正好 建立 至少 应 占 本身 其 该 某 包含 长度 大小 字节 能 放 放在 磁盘 上 启动 访问 读取 次 只 占一个磁盘块 方式 分配 共需 级 物理结构 "
    ),
    idle=frozenset(("no_spanning", "records", "zero", "chained", "indexed", "contiguous", "table_out", "table_in")),
)
