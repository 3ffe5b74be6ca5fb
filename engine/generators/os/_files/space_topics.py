"""How the space of a disk is managed, told and asked in any order: its blocks, a file allocation table, a bitmap, a directory."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.laws.topic import Law, Quantity, Told, Topic, counted, whole
from engine.generators.os._clauses import BITS
from engine.generators.os._storage_measures import INTEGER, SIZE, STRANGE, asking, show_size, sizes, to_size, whole_up
from engine.generators.reading import to_count, to_int

_MANY = r"(?:多少|几)"
_BLOCKS = r"(?:(?:磁盘|物理|盘|数据|存储)*(?:盘块|磁盘块|块)|簇)(?:\(块\)|\(簇\))?"
_DISK = r"(?:磁盘|硬盘|软盘|U盘|分区|外存|盘|文件卷|卷)(?:分区|空间|存储空间)?"
_TABLE = r"(?:FAT|文件分配表)(?:\(?FAT\)?)?(?:表)?"
_IS = r"(?:分别)?(?:各)?(?:为|是|有|占|用|含|共|=|:)*"


def _count(match: re.Match[str]) -> Fraction:
    """`500`, `120K`, `1M` blocks."""
    number = Fraction(to_int(match["value"]))
    return number * {"": 1, "K": 1 << 10, "M": 1 << 20}[(match["prefix"] or "").upper()]


def _entry_bits(blocks: Fraction) -> Fraction:
    """Bits that number so many blocks."""
    return Fraction((int(whole_up(blocks)) - 1).bit_length())


def _rounded_bits(blocks: Fraction, step: Fraction) -> Fraction:
    return whole_up(_entry_bits(blocks) / step) * step


def _half_bytes(bits: Fraction) -> Fraction:
    return whole_up(bits / 4) * 4


_SIZES = (
    Role(
        name="disk",
        quantity=SIZE,
        read=to_size,
        before=rf"{_DISK}(?:的)?(?:总)?(?:容量|大小|存储容量|空间)?",
        after=rf"(?:容量)?(?:的|大小的|大)*(?:一个)?{_DISK}(?!块)",
    ),
    Role(
        name="block",
        quantity=SIZE,
        read=to_size,
        before=rf"(?:每个?|一个)?{_BLOCKS}(?:的)?(?:大小|长度|长|容量)?(?:均|都)?|以",
        after=rf"(?:的|大小的|一个?|为一个?)*{_BLOCKS}(?!号|数|的?个数)",
    ),
    Role(
        name="entry",
        quantity=SIZE,
        read=lambda text: to_size(text) * 8,
        before=rf"(?:每个?|一个|{_TABLE})?(?:的)?(?:每个?)?(?:表|登记)?项(?:的)?(?:大小|长度|长)?|每项|(?:盘块|簇|块)号(?:用)?",
        after=r"(?:的|来|表示|存放?|存储|长的)*(?:一个)?(?:表项|盘块号|簇号|块号)",
    ),
    Role(name="sector", quantity=SIZE, read=to_size, before=r"(?:每个?|一个)?扇区(?:的)?(?:大小|长度|容量)?", after=r"(?:的|大小的)*扇区"),
    Role(
        name="length",
        quantity=SIZE,
        read=to_size,
        before=r"文件(?:[A-Z])?(?:的)?(?:实际|总)?(?:大小|长度|长|有|占)+",
        after=r"(?:的|大小的|长的)*文件(?!系统)",
    ),
    Role(
        name="entry",
        quantity=BITS,
        read=to_count,
        before=rf"(?:每个?|一个|{_TABLE})?(?:的)?(?:每个?)?(?:表|登记)?项(?:的)?(?:大小|长度|长)?|每项|(?:盘块|簇|块)号(?:用)?",
        after=r"(?:的|来|表示|存放?|长的|二进制)*(?:一个)?(?:表项|盘块号|簇号|块号|FAT表?项)",
    ),
)
_ROUNDED = r"(?:每个?)?(?:FAT)?(?:的)?(?:每个?)?(?:表)?项(?:所占|占用?|的)*(?:位数|长度|大小)?(?:应)?(?:取|为|是|按|以)[^,;。?!]{0,24}?"
_BLOCK_COUNT = Told(
    "blocks",
    rf"(?:共|总共|分成|划分为|划分成|分为|有|总数|包含|含|这|为|:|是|数){_IS}\s*(?P<value>{INTEGER})\s*(?P<prefix>[KM])?\s*个?(?:磁盘|物理|存储|盘)*(?:盘块|磁盘块|块)(?!号)(?:[,，]?\(?(?:块号|编号)(?:为|从)?\s*0\s*(?:~|-|到|至)\s*\d+\)?)?",
    _count,
)
_PER = Told("per", r"每(?:个)?簇(?:有|含|为|由|包含|占)*\s*(\d+)\s*个?扇区(?:组成)?", whole)
_WORDS = (
    "磁盘 硬盘 软盘 分区 盘块 磁盘块 物理块 块 簇 扇区 容量 大小 存储空间 空间 磁盘空间 盘空间 外存 文件 文件系统 文件分配表 FAT FAT表 位示图 位图 bitmap 表项 项 登记项 管理 采用 使用 用 分配 显式链接 链接 链接方式 显式 方式 方法 占用 占 存储 空闲 空闲块 空闲空间 "
    "总 单位 以 分配单位 为单位 记录 表示 某 操作系统 系统 计算机 设 字 字长 位 机器 该 能 最大 理论上 分区 那么 本身 需要 每个 每 一个 使用情况 状态 使用状况 进行 法 块号 盘块号 编号 来 其 各 保存 存放 现有 情况 当 时 内存 对应 标识 被 是否 基本 又 应 是 管理的 能管理 支持 含 FAT16 FAT12 FAT32 DOS Windows windows 物理结构 都 可 组织 仅 求思路 思路 通常 称为"
)


def _prepared_table(text: str) -> str:
    """What a table of this kind is for, left out; one question for each disk; sizes told by their letter alone."""
    text = patterns.sub(
        r"(?:文件分配表)?\(?FAT\)?是(?:一种)?管理磁盘空间的一种数据结构[,，]用在以链接方式存储文件的系统中[^。]*。|整个磁盘仅设一张FAT表[^。]*。|如果文件块号为[^。]*。|查?FAT序号[^。]*结束标志[^。]*。",
        "",
        text,
    )
    text = patterns.sub(r"\(\s*2\s*\^\s*\d+\s*B?\s*\)", "", text)  # a size once more
    text = patterns.sub(r"取整数?个?字节", "按字节的整数倍", text)
    # How the directory and the table hold a chain.
    text = patterns.sub(
        r"目录(?:文件)?(?:中|的)*每?个?目录项(?:中)?(?:包括|包含|含有?|存放|记录|由)文件名(?:和|与|、)(?:该|其|文件)?的?(?:第一个|首|起始)簇号?(?:组成|构成)?[,;。]|(?:文件的)?(?:其他|其余|其它|后续)(?:的)?簇号(?:均|都)?(?:存放|存储|记录|登记)?(?:在|于)(?:文件分配表)?\(?(?:FAT)?\)?中(?=[,;。])",
        "",
        text,
    )
    text = patterns.sub(r"(?<=表项)(?:中)?(?:仅|只)?(?:存放|记录|登记)(?:一个|下一个?)?簇号,(?=占|长|为|用)", "", text)
    # That there is such a table asks nothing of it.
    text = patterns.sub(
        r"(?:(?<=某)|^|(?<=[,。;]))\s*FAT\s*(?=文件系统)|(?:采用|使用|用)\s*FAT\s*表?(?:方式)?(?:来)?管理(?:磁盘|外存)?(?:存储)?(?:空间)?(?=[,。;])",
        "显式链接",
        text,
    )
    text = patterns.sub(r"FAT(?:的)?序号以\s?4\s?(?:bits?|位)为单位向上扩充(?:空间)?", "以4位为单位分配", text)
    text = patterns.sub(r"(?<![A-Za-z\d.])(\d+(?:\.\d+)?)\s?([KMG])(?=[,，。;；的、]|$)", r"\1\2B", text)
    if both := patterns.search(
        r"(?:请)?(?:计算|求)(?:下列|以下)(?:两|2)(?:块|个)(?:磁盘|硬盘)(?:的)?(?P<what>[^。?]{2,30})[。?:：]?\s*\(?1\s?[)）.、]\s?(?:一块|一个)?(?P<one>\d+(?:\.\d+)?\s?[MGT]B)的?(?:硬盘|磁盘)\s*[;；,，]?\s*\(?2\s?[)）.、]\s?(?:一块|一个)?(?P<two>\d+(?:\.\d+)?\s?[MGT]B)的?(?:硬盘|磁盘)",
        text,
    ):
        what = patterns.sub("多大的", "多少", both["what"])
        text = f"{text[: both.start()]}若磁盘容量为{both['one']},{what}?若磁盘容量为{both['two']},{what}?{text[both.end() :]}"
    return patterns.sub(r"(?<=[。?;])\s*(?:而|又)?当(?=(?:磁盘|硬盘)(?:容量|大小)(?:为|是))", "若", text)


FAT = Topic(
    name="file allocation table asked",
    knowing=True,
    about=r"FAT|文件分配表|显式链接",
    refuse=STRANGE,
    guard=r"位示图|位图|→|偏移|目录|读盘|访盘|访问磁盘|起始簇|簇号\s?\d|碎片|索引|(?<!不计)备份|副本|(?<!考虑)(?<!不计)(?<!忽略)保留|[两二三四2-4]\s?份",
    told=(
        Told("entry", r"FAT\s*-?(12|16)(?!\d)(?=[^。]{0,80}(?:最大|最多))", whole),
        Told("step", rf"{_ROUNDED}(?:半个?字节|(?<!\d)4\s*位?(?:的)?(?:整数)?倍)[^,;。?!]*|\(取4的倍数\)", 4),
        Told(
            "step",
            rf"{_ROUNDED}(?:整数?个?字节|字节的整数倍|(?<!\d)8\s*位?(?:的)?(?:整数)?倍)[^,;。?!]*",
            8,
        ),
        Told(
            "step",
            r"(?:表项(?:的)?(?:长度|位数|宽度)?)?(?:以|按|取)(?:半个?字节|4\s?位|4\s?bits?|0\.5\s?字节)(?:\(\s*(?:即)?\s*(?:4\s?位|半个?字节)\s*\))?(?:为(?:基本)?单位|的整数倍)?(?:来)?(?:进行)?(?:分配|表示|存取|取整|取|扩充|扩展|计)?",
            4,
        ),
        _BLOCK_COUNT,
        _PER,
    ),
    passed=(
        r"FAT\s*-?(?:12|16|32)(?!\d)",
        r"\(?(?:即|也就是)?(?:共|总)?(?:盘块|块|簇)(?:总)?数(?:为|是|共)?\d+[KM]?个?\)?",
        r"\(?按\s?1\s?[KMG]\s?=[^)]*\)?",
        r"\(?(?:不考虑|不计|忽略)(?:保留|特殊|系统|备用|引导|备份|的|表项|簇|扇区|区|、|和|标志)+\)?",
    ),
    roles=_SIZES,
    asks=(
        (asking(rf"{_TABLE}(?:的)?(?:最大(?:长度|大小|容量)|(?:长度|大小)(?:的)?最大)", 4), "longest"),
        (asking(r"(?:单个)?文件(?:的)?(?:长度|大小)?(?:的)?最[大长](?:长度|大小)?|最大(?:的)?文件(?:长度|大小)?", 12), "file"),
        (
            asking(
                r"(?:最大|最多|理论)[^,;。?\d]{0,14}(?:分区|磁盘|容量|空间)|(?:分区|磁盘|容量|空间)[^,;。?\d]{0,8}(?:最大|最多)|(?:管理|支持)的?最大|(?:能|可以?)(?:管理|支持)的?(?:磁盘|分区)"
            ),
            "most",
        ),
        (
            asking(
                rf"(?:表)?项(?:的)?(?:长度|位数|宽度)?(?:至少|最少|需要?|应|占|用|为)*{_MANY}个?(?:二进制)?(?:位|bit)|{_MANY}位(?:来)?(?:表示|记录)"
            ),
            "bits",
        ),
        (asking(rf"{_MANY}个?(?:表)?项|(?:表)?项(?:的)?(?:个)?数"), "entries"),
        (asking(rf"{_TABLE}|(?:又|共|总共)?(?:需要?|占用?)(?:占用)?{_MANY}(?:的)?(?:存储|内存|磁盘)?空间"), "table"),
        (asking(rf"{_MANY}个?(?:簇|盘块|磁盘块|块)(?!号)"), "blocks"),
    ),
    laws=(
        Law("block", ("per", "sector"), lambda per, sector: per * sector, "簇的大小为每簇扇区数乘以扇区大小"),
        Law("blocks", ("disk", "block"), lambda disk, block: disk / block, "盘块数为磁盘容量除以盘块大小"),
        Law("blocks", ("most", "block"), lambda most, block: most / block, "表项能表示的簇都用上"),
        Law("entries", ("blocks",), lambda blocks: blocks, "每个盘块一个表项"),
        Law("bits", ("blocks", "step"), _rounded_bits, "表项的位数要能表示所有盘块号，取规定的整数倍"),
        Law("bits", ("blocks",), _entry_bits, "表项的位数要能表示所有盘块号"),
        Law("width", ("entry",), lambda entry: entry),
        Law("width", ("blocks", "step"), _rounded_bits, "表项的位数要能表示所有盘块号，取规定的整数倍"),
        Law(
            "width",
            ("blocks", "bits"),
            lambda blocks, bits: _half_bytes(bits),
            "表项取半字节（4 位）的整数倍",
            "FAT 表项的长度按半字节的整数倍取",
        ),
        Law("table", ("blocks", "width"), lambda blocks, width: blocks * width / 8, "表项数乘以表项长度"),
        Law(
            "longest",
            ("entry",),
            lambda entry: Fraction(1 << int(entry)) * entry / 8 if entry <= 32 else None,
            "簇号有 n 位时最多 2^n 个表项，乘以表项长度",
        ),
        Law(
            "file",
            ("entry", "block"),
            lambda entry, block: Fraction(1 << int(entry)) * block if entry <= 32 else None,
            "簇号有 n 位时文件最多占 2^n 个簇",
        ),
        Law(
            "most",
            ("entry", "block"),
            lambda entry, block: Fraction(1 << int(entry)) * block if entry <= 32 else None,
            "表项有 n 位时最多表示 2^n 个簇",
        ),
    ),
    shown={
        "disk": Quantity("磁盘", show_size, sizes),
        "block": Quantity("盘块（簇）", show_size, sizes),
        "blocks": Quantity("盘块数", counted("个"), lambda value: (str(value), f"{value} 块", f"{value / 1024}K 个")),
        "entry": Quantity("表项", counted("位")),
        "bits": Quantity("表项至少", counted("位"), lambda value: (str(value),)),
        "width": Quantity("表项", counted("位")),
        "entries": Quantity("表项数", counted("个"), lambda value: (str(value),)),
        "table": Quantity("FAT", show_size, sizes),
        "most": Quantity("最大容量", show_size, sizes),
        "longest": Quantity("FAT 最长", show_size, sizes),
        "file": Quantity("最大文件", show_size, sizes),
        "per": Quantity("每簇扇区", counted("个")),
        "step": Quantity("表项的位数取", lambda step: f"{step} 的整数倍"),
        "sector": Quantity("扇区", show_size),
        "length": Quantity("文件", show_size),
    },
    words=_WORDS,
    idle=frozenset(("step", "per")),
    prepared=_prepared_table,
    conventions=("1 KB = 1024 B",),
)


def _cell(number: Fraction, word: Fraction) -> tuple[Fraction, Fraction]:
    return Fraction(int(number / word)), number % word


BITMAP = Topic(
    name="bitmap asked",
    knowing=True,
    about=r"位示图|位图",
    refuse=STRANGE,
    guard=r"FAT|索引|(?<!空白文件)(?<!空闲文件)(?<!空白区)(?<!空闲区)目录|→|释放|回收|申请|第一个|先后|从\s?1\s?(?:开始|起)|行|列|插入|内存块|页框",
    told=(
        _BLOCK_COUNT,
        _PER,
        Told(
            "word",
            rf"字长(?:为|是|=|:)?\s*(?P<value>{INTEGER})\s*(?:位|bits?)|(?:每个?|一个)字(?:有|为|是|占|含|长)*\s*(?P<other>{INTEGER})\s*(?:位|bits?)",
            whole,
        ),
        Told(
            "number",
            r"(?:盘|物理|逻辑)?块号(?:为|是|=|:)?\s*(\d+)(?:号)?(?:的)?(?:盘|物理)*块?(?!\s*(?:~|-|到))|第?\s*(\d+)\s*号(?:盘|物理)*块",
            whole,
        ),
        Told(
            "place",
            r"第\s*(?P<w>\d+)\s*个?字(?:的|中的)?第\s*(?P<b>\d+)\s*位",
            lambda match: (Fraction(int(match["w"])), Fraction(int(match["b"]))),
        ),
        Told(
            "free_entry",
            r"空[白闲](?:文件|区|块)?目录(?:的|中)?(?:的)?每个?(?:表目|表项|目录项)(?:占用?|为|需要?)?\s*(?P<value>\d+)\s*(?:个)?(?:字节|B)",
            whole,
        ),
        Told(
            "geometry",
            r"(?P<a>\d+)\s*个?(?:盘面|记录面|磁头|柱面)[^\d。]{0,14}(?P<b>\d+)\s*个?(?:条)?(?:磁道|柱面|磁头)[^\d。]{0,14}(?P<c>\d+)\s*个?(?:扇区|块|物理块)",
            lambda match: Fraction(int(match["a"]) * int(match["b"]) * int(match["c"])),
        ),
    ),
    passed=(
        r"\(?(?:其中)?(?:i|j|字号?|位号?|块号?|编号|和|与|、|,)*(?:均|都)?从\s?0\s?(?:开始|起)?(?:编号|计数|算|计)?\)?",
        r"块号(?:为|从)?\s*0\s*(?:~|-|到|至)\s*\d+|(?:即)?(?:用|以)(?:一|1)(?:个)?(?:二进制)?位(?:\(bit\))?(?:来)?(?:标识|表示|记录|对应)(?:一|1)个?(?:簇|盘块|磁盘块|物理块|块)[^,;。]{0,12}|(?:文件)?(?:的)?(?:分配|空间分配)?以扇区为单位(?:进行)?(?:分配)?",
    ),
    roles=_SIZES,
    asks=(
        (
            r"(?:位示图|位图)?(?:中)?(?:的)?第\s*i\s*(?:个)?字(?:的)?(?:中的)?第\s*j\s*位(?:所)?(?:对应|表示)?(?:的)?(?:物理|磁盘|盘)*(?:块)?(?:号)?(?:是|为)?(?:多少|几)?",
            "formula",
        ),
        (asking(r"(?:对应|表示)(?:的)?(?:物理|磁盘|盘)*块号", 4, 8), "numbered"),
        (asking(r"(?:什么时候|何时|什么情况下?)(?:,)?空[白闲](?:文件|区|块)?目录(?:会)?(?:大于|超过)(?:位示图|位图)", 4, 6), "exceeds"),
        (asking(rf"(?:磁盘|盘)(?:空间)?(?:共|总共|一共)?有{_MANY}个?(?:存储|磁盘|物理|盘)*块", 8, 4), "blocks"),
        (asking(rf"{_MANY}个字(?!节)|(?:多少|几)字(?!节)"), "words"),
        (
            asking(
                rf"(?:合|占用?|需要?|要|存放)[^,;。?\d]{{0,10}}{_MANY}个?(?:(?:磁盘|盘|物理)*块|簇)|(?:簇|盘块|磁盘块)(?:的)?(?:个数|数目)"
            ),
            "held",
        ),
        (asking(rf"第?{_MANY}字(?:的)?(?:第)?{_MANY}位|(?:哪|几)个?字(?:的)?(?:哪|几)个?位|字号(?:和|与|、)位号"), "cell"),
        (asking(r"(?:磁盘|硬盘)(?:的)?(?:总)?容量"), "capacity"),
        (
            asking(rf"(?:位示图|位图)[^,;。?\d]{{0,12}}(?:多大|大小|{_MANY}|占[^,;。?\d]{{0,6}}空间)|{_MANY}(?:个)?(?:字节|位|KB|MB|B)"),
            "size",
        ),
    ),
    laws=(
        Law("block", ("per", "sector"), lambda per, sector: per * sector, "簇的大小为每簇扇区数乘以扇区大小"),
        Law("blocks", ("disk", "block"), lambda disk, block: disk / block, "盘块数为磁盘容量除以盘块大小"),
        Law("blocks", ("geometry",), lambda geometry: geometry, "每个扇区一块"),
        Law("capacity", ("geometry", "sector"), lambda geometry, sector: geometry * sector, "扇区总数乘以扇区大小"),
        Law("words", ("blocks", "word"), lambda blocks, word: whole_up(blocks / word), "块数除以字长，进一取整"),
        Law("size", ("blocks",), lambda blocks: whole_up(blocks / 8), "每块 1 位，除以 8 得字节数"),
        Law("held", ("size", "block"), lambda size, block: whole_up(size / block), "位图的字节数除以盘块大小，进一取整"),
        Law("formula", ("word",), lambda word: word, "前面有 i 个字，每字这么多位，再加 j"),
        Law("numbered", ("place", "word"), lambda place, word: place[0] * word + place[1], "字号乘以字长，加位号"),
        Law("exceeds", ("size", "free_entry"), lambda size, entry: Fraction(int(size / entry)), "位图的字节数除以每个表目的字节数"),
        Law("cell", ("number", "word"), _cell, "块号除以字长，商为字号，余数为位号"),
    ),
    shown={
        "disk": Quantity("磁盘", show_size, sizes),
        "block": Quantity("盘块（簇）", show_size, sizes),
        "blocks": Quantity("盘块数", counted("个")),
        "word": Quantity("字长", counted("位")),
        "words": Quantity("位示图", counted("个字"), lambda value: (str(value), f"{value} 字")),
        "size": Quantity("位图", show_size, lambda value: (*sizes(value), f"{value * 8} 位", f"{value * 8} bit")),
        "held": Quantity("位图", counted("个盘块（簇）"), lambda value: (str(value), f"{value} 个", f"{value} 块")),
        "formula": Quantity("块号", lambda word: f"{word}×i+j", lambda word: (f"{word}i+j", f"i×{word}+j", f"{word}*i+j")),
        "cell": Quantity(
            "",
            lambda value: f"字号 {value[0]}，位号 {value[1]}",
            lambda value: (f"{value[0]}，{value[1]}", f"第 {value[0]} 字第 {value[1]} 位"),
        ),
        "number": Quantity("块号", lambda value: str(value)),
        "place": Quantity("", lambda value: f"第 {value[0]} 字第 {value[1]} 位"),
        "numbered": Quantity("块号", lambda value: str(value), lambda value: (f"{value} 号",)),
        "free_entry": Quantity("每个表目", show_size),
        "exceeds": Quantity("空白区", lambda value: f"多于 {value} 个时", lambda value: (f"{value} 个", str(value), f"大于 {value}")),
        "geometry": Quantity("扇区总数", counted("个")),
        "capacity": Quantity("容量", show_size, sizes),
        "sector": Quantity("扇区", show_size),
        "per": Quantity("每簇扇区", counted("个")),
        "length": Quantity("文件", show_size),
    },
    words=_WORDS + " 位示 示图 ",
    prepared=lambda text: text.replace("位示图中", "位示图的").replace("位图中", "位图的"),
    conventions=("1 KB = 1024 B，编号从 0 起",),
)


def _shown_times(value: Fraction) -> str:
    return f"{value} 次" if value.denominator == 1 else f"{float(value):g} 次"


DIRECTORY = Topic(
    name="directory asked",
    knowing=True,
    about=r"目录",
    refuse=STRANGE,
    guard=r"索引[结节]点方式|二级目录|多级|树形|散列|哈希|顺序排序|二分|硬链接|软链接|共享|路径|根目录|位示图|FAT",
    told=(
        Told(
            "count",
            rf"(?:共|共有|有|含有?|包含|存放)*\s*(?<![第\d])(?P<value>(?!一|1个){INTEGER})\s*个(?:文件)?(?:目录项|FCB|文件控制块|文件)",
            whole,
        ),
        Told(
            "short",
            r"(?:第一部分|文件名(?:和|与|及)(?:文件)?(?:内部)?(?:号|索引[结节]点(?:编?号)?)|文件名部分|符号目录项)(?:(?:占|为|共|长|是|大小)*)\s*(?P<value>\d+)\s*(?:B|字节)",
            whole,
        ),
        Told("short", r"(?:把|将)?(?:FCB|文件控制块|目录项)?(?:分解|改)(?:为|成)\s*(?P<value>\d+)\s*(?:B|字节)(?:的)?目录项", whole),
    ),
    passed=(
        r"其余(?:的)?(?:信息|内容|各项)?(?:放|存|都)*在第二部分|(?:第二部分|其余部分|其他部分|基本目录项)[^,;。]{0,6}\d+\s*(?:B|字节)[^,;。]{0,24}|(?:其中)?文件名(?:占|为|长)+\s*\d+\s*(?:B|字节)|\((?:包括|含|包含)[^()]{0,40}\)|可?采用[\"“”']*目录项分解法[\"“”']*[^,。;]{0,20}|(?:再|并)?(?:需要?)?(?:访问|读)(?:一次|1次)索引[结节]点",
        r"(?:通常)?(?:将|把)文件控制块分(?:解)?成(?:两|2)(?:个)?部分",
    ),
    roles=(
        Role(
            name="block",
            quantity=SIZE,
            read=to_size,
            before=rf"(?:每个?|一个)?{_BLOCKS}(?:的)?(?:大小|长度|长)?",
            after=rf"(?:的|大小的)*{_BLOCKS}(?!号)",
        ),
        Role(
            name="entry",
            quantity=SIZE,
            read=to_size,
            before=r"(?:每个?|一个)?(?:文件控制块|FCB|目录项|文件目录项)(?:\(FCB\))?(?:的)?(?:大小|长度|长)?",
        ),
    ),
    asks=(
        (
            r"(?:试)?(?:分别)?(?:给出|求|计算)?(?:采用)?分解(?:法)?前(?:和|与|、)(?:采用)?分解(?:法)?后[^。?]{0,40}(?:平均)?(?:访问|启动|读)?(?:磁盘)?(?:的)?(?:次数|几次|多少次)",
            "both",
        ),
        (asking(rf"(?:分解后|改(?:进|为)?后)[^,;。?\d]{{0,16}}(?:{_MANY}次|次数)", 10), "after"),
        (asking(rf"平均[^,;。?\d]{{0,16}}(?:{_MANY}次|次数)|(?:{_MANY}次|次数)[^,;。?\d]{{0,6}}平均", 14), "before"),
        (asking(rf"(?:目录|目录文件)[^,;。?\d]{{0,8}}{_MANY}个?(?:磁盘|物理|盘)*块"), "blocks"),
    ),
    laws=(
        Law(
            "blocks",
            ("count", "entry", "block"),
            lambda count, entry, block: whole_up(count / (block // entry)),
            "每块放若干目录项，目录项数除以它，进一取整",
        ),
        Law(
            "later", ("count", "short", "block"), lambda count, short, block: whole_up(count / (block // short)), "分解后每块放的目录项更多"
        ),
        Law(
            "after", ("later",), lambda later: ((later + 1) / 2 if later % 2 else later / 2) + 1, "查目录平均读一半的盘块，再读一次另一部分"
        ),
        Law("before", ("after",), lambda after: after),
        Law(
            "before",
            ("blocks",),
            lambda blocks: (blocks + 1) / 2 if blocks % 2 else blocks / 2,
            "顺序查找平均要读一半的盘块",
            "平均查找一半的盘块（块数为奇数时取 (n+1)/2）",
        ),
        Law("old", ("blocks",), lambda blocks: (blocks + 1) / 2, "顺序查找读 1 到 n 块的机会相同，平均 (n+1)/2 次"),
        Law("new", ("later",), lambda later: (later + 1) / 2 + 1, "同样平均 (n+1)/2 次，再读一次另一部分"),
        Law("both", ("old", "new"), lambda old, new: (old, new)),
    ),
    shown={
        "block": Quantity("盘块", show_size),
        "entry": Quantity("目录项", show_size),
        "short": Quantity("分解后的目录项", show_size),
        "count": Quantity("目录项数", counted("个")),
        "blocks": Quantity("目录占", counted("块")),
        "later": Quantity("分解后目录占", counted("块")),
        "before": Quantity("平均访问磁盘", _shown_times, lambda value: (f"{float(value):g}",)),
        "old": Quantity("分解前", _shown_times),
        "new": Quantity("分解后", _shown_times),
        "after": Quantity("分解后平均访问磁盘", _shown_times, lambda value: (f"{float(value):g}",)),
        "both": Quantity("", lambda value: f"分解前 {_shown_times(value[0])}，分解后 {_shown_times(value[1])}"),
    },
    words=_WORDS
    + " 目录 目录项 目录文件 一级目录 文件控制块 FCB 查找 检索 访问 平均 次数 分解 前 后 文件名 内部号 索引节点 假设 某 存放 改为 改 该",
    conventions=("目录不在内存，顺序查找",),
)
