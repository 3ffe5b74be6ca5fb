"""Index nodes told and asked in any order: what their addresses reach, how often the disk is read, what a file needs."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.laws.topic import Facts, Law, Quantity, Told, Topic, counted, whole
from engine.generators.os._clauses import BITS
from engine.generators.os._files.index_node import LEVELS, Node
from engine.generators.os._files.index_words import INDIRECT, ITEM, LEVEL_NUMBERS, as_the_topic_knows
from engine.generators.os._storage_measures import INTEGER, SIZE, STRANGE, asking, show_size, sizes, to_size, whole_up
from engine.generators.reading import stay_out, to_count, to_int


def _check(facts: Facts) -> None:
    counts = [facts.get(name) for name in ("direct", "single", "double", "triple")]
    if "items" in facts and any(count is not None for count in counts) and sum(count or 0 for count in counts) != facts["items"]:
        stay_out("entries that do not add up")
    if "block" in facts and (facts["block"].denominator != 1 or int(facts["block"]) & (int(facts["block"]) - 1)):
        stay_out("a strange block")


def _node(facts: Facts) -> Facts:
    """The counts of all four levels, where any is told."""
    named = [facts.get(name) for name in ("direct", "single", "double", "triple")]
    if all(count is None for count in named):
        return {}
    return {"node": tuple(Fraction(count or 0) for count in named)}


def _fan(block: Fraction, entry: Fraction) -> Fraction | None:
    return Fraction(int(block / entry)) if entry and block >= entry else None


def _reaching(node: Sequence[Fraction], fan: Fraction) -> list[Fraction]:
    return [Fraction(count) * fan**level for level, count in enumerate(node)]


def _largest(most: int) -> Callable[..., Fraction | None]:
    def compute(node: Sequence[Fraction], fan: Fraction, block: Fraction) -> Fraction | None:
        if most < 3 and not any(node[most + 1 :]):
            return None  # a limit that limits nothing
        return sum(_reaching(node, fan)[: most + 1], Fraction(0)) * block

    return compute


def _level_of(block: Fraction, node: Sequence[Fraction], fan: Fraction) -> int:
    first = Fraction(0)
    for level, reach in enumerate(_reaching(node, fan)):
        first += reach
        if block < first:
            return level
    return stay_out("beyond the largest file")


def _levels(offsets: Sequence[Fraction], node: Sequence[Fraction], fan: Fraction, block: Fraction) -> tuple[Fraction, ...]:
    return tuple(Fraction(_level_of(Fraction(int(offset / block)), node, fan)) for offset in offsets)


def _reads(
    offsets: Sequence[Fraction], node: Sequence[Fraction], fan: Fraction, block: Fraction, resident: Fraction
) -> tuple[Fraction, ...]:
    return tuple(Fraction(level + (1 if resident == 1 else 2)) for level in _levels(offsets, node, fan, block))


def _from_0(numbers: Sequence[Fraction], node: Sequence[Fraction], fan: Fraction, zero: Fraction) -> tuple[Fraction, ...]:
    del zero
    return tuple(Fraction(_level_of(number, node, fan)) for number in numbers)


def _same_from_0_and_1(numbers: Sequence[Fraction], node: Sequence[Fraction], fan: Fraction) -> tuple[Fraction, ...] | None:
    """The levels of blocks where it makes no difference whether they are counted from 0 or from 1."""
    levels = tuple(Fraction(_level_of(number, node, fan)) for number in numbers)
    return (
        levels if all(number and _level_of(number - 1, node, fan) == level for number, level in zip(numbers, levels, strict=True)) else None
    )


def _needed(length: Fraction, node: Sequence[Fraction], fan: Fraction, block: Fraction) -> Fraction | None:
    count = whole_up(length / block)
    if count > sum(_reaching(node, fan)):
        return None
    direct, single, double, triple = (int(one) for one in node)
    return Fraction(Node((direct, single, double, triple), int(fan), 1).index_blocks(int(count)))


def _places(offsets: Sequence[Fraction], block: Fraction) -> tuple[Fraction, ...]:
    return tuple(part for offset in offsets for part in (Fraction(offset // block), offset % block))


def _show_reads(value: Any) -> str:
    return "、".join(f"{one} 次" for one in value)


def _show_levels(value: Any) -> str:
    return "、".join(f"{LEVELS[int(one)]}索引" for one in value)


def _other_levels(value: Any) -> Sequence[str]:
    names = (
        ("直接", "一级间接", "二级间接", "三级间接"), ("直接地址", "一次间接", "二次间接", "三次间接"), ("直接寻址", "一次间址", "二次间址", "三次间址"),
        ("直接索引", "一级索引", "二级索引", "三级索引"), ("直接地址索引", "一级间接地址索引", "二级间接地址索引", "三级间接地址索引"),
        ("直接地址", "一级间接地址", "二级间接地址", "三级间接地址"), ("直接地址", "一次间接地址", "二次间接地址", "三次间接地址"),
        ("直接地址", "一级间址", "二级间址", "三级间址"), ("直接寻址", "一级间接寻址", "二级间接寻址", "三级间接寻址"),
        ("直接寻址", "一次间接寻址", "二次间接寻址", "三次间接寻址"), ("0", "1", "2", "3"), ("0 次", "1 次", "2 次", "3 次"), ("0 级", "1 级", "2 级", "3 级"),
        ("直接地址访问", "一级间接地址访问", "二级间接地址访问", "三级间接地址访问"),
    )  # fmt: skip
    return tuple(mark.join(row[int(one)] for one in value) for row in names for mark in ("、", "和", "，"))


def _show_places(value: Any) -> str:
    return "；".join(f"逻辑块号 {value[at]}，块内偏移 {value[at + 1]}" for at in range(0, len(value), 2))


def _many(match: re.Match[str]) -> Fraction:
    """`512`, `512K`, `1M` blocks."""
    return Fraction(int(match["value"]) << {"": 0, "K": 10, "M": 20, "G": 30}[match["prefix"].upper()])


def _in_millions(count: Fraction) -> Sequence[str]:
    return (f"{count} 个", str(count), *((f"{count / (1 << 20)}M", f"{count / (1 << 20)}M 个") if not count % (1 << 20) else ()))


def _files(
    node_blocks: Fraction, node_size: Fraction, data_blocks: Fraction, length: Fraction, block: Fraction, node: Sequence[Fraction]
) -> Fraction | None:
    each = whole_up(length / block)
    return min(node_blocks * (block // node_size), Fraction(data_blocks // each)) if each <= node[0] else None


_WHERE = r"(?:(?:字节)?(?:偏移|位移)(?:量|地址)?|(?:逻辑|相对)(?:字节)?地址|字节(?:号|序号|位置)?)"
_BLOCKS = r"(?:磁盘|物理|盘|数据|索引|逻辑|和|与|存储)*(?:盘块|磁盘块|块)"
_MANY = r"(?:多少|几)"
_MOST = r"(?:最大|最长|最多|上限)"
_FILE = r"文件"
_ONLY = r"(?:(?:如果|若|当)?(?:只|仅)?(?:使用|采用|利用|通过|用到|用|经过)(?:到)?(?:\d+个)?(?:所有)?(?:的)?)"
_UP = rf"(?:{_ONLY}(?:直接{ITEM}(?:和|与|及|、|加上?))?"

INDEX = Topic(
    name="index node asked",
    knowing=True,
    about=r"索引|间接|间址|inode|i\s?[结节]点",
    refuse=STRANGE,
    guard=r"(?<![用过到])[一二三][级次](?:间接|间址)(?:地址|索引|寻址)?(?:项|块)?(?:最多|所)?(?:能|可以?)(?:管|访问|寻址|表示)|FAT|文件分配表|位示图|位图|B\+?树|硬链接|软链接|符号链接|引用计数|删除|插入|追加|缓存|缓冲区|(?:索引|间接|间址)(?:地址)?块[^,;。?]{0,8}(?<!不)[在入](?:内存|主存)|链接指针|[首末]项|(?:最后|第)一(?:个表)?项|ms|毫秒|微秒|rpm|转/|寻道|记录|目录(?!项)|散列|碎片|碎块|四级|四次|不使用|暂不|不能使用|限制|(?:连同|包括|包含|含有?|算上)(?:该)?(?:索引[结节]点|inode|i节点)",
    told=(
        Told(
            "resident",
            r"(?:若|如果|假设|假定|设|且|该|某|个|其|现|文件|的|已知|,)*(?:FCB|文件控制块|索引[结节]点|inode|i[结节]点|i-?node|主?索引表|目录项|第一级索引|主索引)(?:和|与|、|FCB|目录项|及)*(?:均|都|全部|本身|信息|已经?|早已|事先|内容)*(?:被)?(?:读入|调入|在|装入|读到|读取到|读进|调进|放入|放在|存放在|存在|驻留在?|常驻|位于|处于)(?:了|到)?(?:内存|主存)(?:中|里)?(?:了)?",
            1,
        ),
        Told("resident", r"(?:该)?文件已经?(?:被)?打开", 1),
        Told(
            "resident",
            r"(?:索引[结节]点|inode|i[结节]点|FCB|主?索引表)(?:也|都|均)?(?:不在|未调入|没有调入|尚未读入|未读入|未在)(?:内存|主存)(?:中)?",
            2,
        ),
        Told(
            "items",
            r"(?:共|总共)?(?:有|包含|包括|设有|设置|含|能存放|可存放|有着)*\s*(\d{1,2})\s*个(?:磁盘)?(?:地址项|地址指针|地址|索引项|指针|块指针|表项|块号|盘块号)(?=[,;。]?(?:每个?)[^;。]{0,24}其中|[,:;。(]*\s*(?:其中|分别|有|依次|,)*(?:\ue000|\(|\d+个(?:直接|[一二三]级)))",
            whole,
        ),
        Told(
            "filled",
            r"文件(?:的)?(?:数据)?(?:正好|恰好|刚好|共|占用?|有|为|由|需要?|含)+\s*(\d+)\s*个?(?:数据|磁盘|物理|盘)*(?:块|盘块)(?:的)?(?:数据)?|(\d+)\s*个(?:数据|磁盘|物理|盘)*块(?:的|大小的)文件",
            whole,
        ),
        Told(
            "node_size",
            rf"(?:每个?|一个)(?:文件)?(?:的)?(?:索引[结节]点|inode|i[结节]点)(?:的)?(?:大小|长度)?(?:占用?|为|是|有)*\s*(?P<value>{SIZE})",
            lambda match: to_size(match["value"]),
        ),
        Told(
            "node_blocks",
            r"用?\s*(?P<value>\d+)\s*(?P<prefix>[KMG]?)\s*个?(?:簇|磁盘块|盘块|物理块|块)(?:来|用来|用于|用作)?(?:存放|保存|存储)(?:文件)?(?:的)?(?:索引[结节]点|inode|i[结节]点)",
            _many,
        ),
        Told(
            "data_blocks",
            r"用?\s*(?P<value>\d+)\s*(?P<prefix>[KMG]?)\s*个?(?:簇|磁盘块|盘块|物理块|块)(?:来|用来|用于|用作)?(?:存放|保存|存储)文件(?:的)?(?:数据|内容)",
            _many,
        ),
        Told("direct", r"(\d+)个直接地址项", whole),
        Told("single", r"(\d+)个一级间接地址项", whole),
        Told("double", r"(\d+)个二级间接地址项", whole),
        Told("triple", r"(\d+)个三级间接地址项", whole),
        Told(
            "fan",
            rf"(?:每个?|一个)(?:磁盘|索引|间接|物理|盘)*块(?:中|里)?(?:可以?|能够?|最多)*(?:存放|存储|存|放|装|容纳|含有?|有|包含)(?:下)?(?P<value>{INTEGER})\s*个(?:磁盘|物理|盘|数据)*(?:块号|块地址|地址项|地址|索引项|表项|指针|索引表目)",
            lambda match: to_int(match["value"]),
        ),
        Told(
            "offsets",
            rf"(?:文件)?(?:的)?(?:内)?{_WHERE}(?:\(按字节编址\))?(?:分别|依次)*(?:为|是|在|:)*\s*\d{{2,9}}(?:\s*(?:、|,|和|与|及)\s*(?:{_WHERE})?(?:为|是)?\s*\d{{2,9}})*(?:字节|B)?(?:处)?(?:的)?(?:数据|信息|字节|内容|单元)?",
            lambda match: tuple(Fraction(number) for number in patterns.findall(r"\d{2,9}", match[0])),
            several=True,
        ),
        Told(
            "offsets",
            r"第\s*\d{2,9}\s*(?:号)?(?:个)?字节(?:(?:、|,|和|与|及)\s*第\s*\d{2,9}\s*(?:号)?(?:个)?字节)*(?:处)?(?:的)?(?:数据|信息|内容)?",
            lambda match: tuple(Fraction(number) for number in patterns.findall(r"\d{2,9}", match[0])),
            several=True,
        ),
        Told(
            "numbers",
            r"(?:逻辑|文件)(?:盘)?块号?(?:分别|依次)*(?:为|是|:)?\s*\d{1,8}(?:\s*(?:、|,|和|与|及)\s*\d{1,8})*(?:号)?(?:逻辑)?(?:块)?(?:的)?(?:数据|信息|内容|块)?|第\s*\d{1,8}\s*(?:号)?(?:个)?(?:逻辑)(?:盘|数据)?块|\d{1,8}号(?:逻辑)(?:盘|数据)?块",
            lambda match: tuple(Fraction(number) for number in patterns.findall(r"\d{1,8}", match[0])),
            several=True,
        ),
        Told(
            "pure",
            r"(?:采用|使用|根据|按照?|若用|若采用|改为|改用|如果采用)*\s?([一二两三123])\s?级(?:间接)?(?:索引|间址(?!可|能|所|地址|时))(?:结构|分配|方式|组织|文件|时|的|下)*(?![项块表地可能所])",
            lambda match: LEVEL_NUMBERS[match[1]],
        ),
    ),
    marks=(("zero", r"逻辑块号(?:分别|依次)*(?:为|是|:)?\s*\d|从\s?0|第?\s?0\s?号|(?<!\d)0\s*[~、]"),),
    passed=(
        r"\(?(?:其余|其他|其它)(?:的)?(?:各)?(?:块|盘块|内容|索引块|数据块|信息|和|与|、)*(?:都|均)?(?:不在内存|在(?:磁盘|外存))(?:中|上)?\)?",
        r"\(?(?:逻辑)?(?:块号|编号|块|字节)?(?:均|都)?从0(?:开始)?(?:编号|计数|算|起)?\)?",
        r"(?:则|那么)?(?:要|需要?)?(?:把|将)?(?:所在|对应)(?:的)?(?:磁盘|数据|物理|逻辑|盘)*块(?:读|调)入(?:到)?(?:内存|主存)(?:中)?|除(?:了)?(?:索引[结节]点|inode|i[结节]点)(?:本身)?(?:以?外|之外)|\(?(?:以|用)\s*[KMG]?B(?:为单位)?(?:表示|计|作答)?\)?|\(?单位(?:为|是|:)?\s*[KMG]?B\)?|\(含(?:间接)?索引块\)",
        r"(?:1|一)\s?个?(?=磁盘块|盘块|块|物理块)",
        r"除(?:了)?(?:数据块|索引[结节]点|inode|i[结节]点)(?:本身)?(?:以?外|之外)?[,，]?(?=还)",
    ),
    roles=(
        Role(
            name="block",
            quantity=SIZE,
            read=to_size,
            before=rf"{_BLOCKS}(?:的)?(?:大小|长度|长|尺寸|容量)?(?:均|都)?|簇(?:的)?(?:大小)?",
            after=rf"(?:的|大小的?|一个?)*{_BLOCKS}(?!号|地址)",
        ),
        Role(
            name="entry",
            quantity=SIZE,
            read=to_size,
            before=r"(?:每个?|一个|每一?)?(?:磁盘|物理|盘|数据|索引|块)*(?:地址项|索引项|索引表项|地址指针|索引指针|块指针|指针|盘块号|块号|块地址|索引表目|表目|表项|磁盘地址|地址)(?:的)?(?:大小|长度|长)?",
            after=r"(?:的|来|表示|存放?|存储){1,3}(?:一个)?(?:磁盘|物理|数据|盘|块)*(?:地址项|索引项|指针|盘块号|块号|地址)",
        ),
        Role(
            name="entry",
            quantity=BITS,
            read=lambda text: Fraction(to_count(text), 8),
            before=r"(?:每个?|一个|每一?)?(?:磁盘|物理|盘|数据|索引|块)*(?:地址项|索引项|指针|盘块号|块号|块地址|磁盘地址|地址)(?:的)?(?:用|由|占|长度|长|大小)*",
            after=r"(?:的|来|表示|二进制){1,3}(?:一个)?(?:磁盘|物理|盘)*(?:地址项|索引项|指针|盘块号|块号|地址)",
        ),
        Role(
            name="length",
            quantity=SIZE,
            read=to_size,
            before=r"文件(?:[A-Z])?(?:的)?(?:实际|总)?(?:大小|长度|长|有|占)*(?:恰好?|正好)?",
            after=r"(?:的|大小的|长的|大的|大)+(?:大?文件|数据)",
        ),
    ),
    asks=(
        (
            asking(r"(?:存放|存储|容纳|创建|建立|保存)(?:多少|几)个?(?:这样的|这种|该类?|同样大小的)?[\u3400-\u9fff]{0,4}文件(?!控制)"),
            "files",
        ),
        (
            rf"(?:{_ONLY})直接{ITEM}(?!和|与|及|、|加)(?:时|的话|,|所)*{asking(rf'{_MOST}|文件(?:的)?(?:长度|大小)|多大的文件', 8, 14)}",
            "largest0",
        ),
        (
            rf"{_UP}(?:[一1](?:级|次)|1个一级)(?:{INDIRECT})?{ITEM}(?:时|的话|,|所|为止)*{asking(rf'{_MOST}|文件(?:的)?(?:长度|大小)|多大的文件', 8, 14)})",
            "largest1",
        ),
        (
            rf"{_UP}(?:[二两2](?:级|次)|1个二级)(?:{INDIRECT})?{ITEM}(?:时|的话|,|所|为止)*{asking(rf'{_MOST}|文件(?:的)?(?:长度|大小)|多大的文件', 8, 14)})",
            "largest2",
        ),
        (
            asking(
                rf"{_FILE}[^,;。?\d]{{0,8}}{_MOST}[^,;。?\d]{{0,8}}{_MANY}个?(?:磁盘|物理|数据|逻辑|盘)*块|{_MOST}[^,;。?\d]{{0,6}}(?:占|包含|有|达|可达)[^,;。?\d]{{0,4}}{_MANY}个?(?:磁盘|物理|数据|逻辑|盘)*块"
            ),
            "blocks",
        ),
        (
            asking(
                rf"{_FILE}[^,;。?\d]{{0,10}}{_MOST}|{_MOST}[^,;。?\d]{{0,10}}{_FILE}|{_FILE}(?:的)?(?:大小|长度|尺寸)(?:可以?|能|达)*(?:为|是|到|有)*(?:{_MANY}|多大|多长)|多大的文件|{_MOST}(?:可以?|能|达到?|为|是)*(?:多大|多长)|最大(?:长度|容量|大小)(?:可以?|能|达)*(?:为|是|到)?{_MANY}"
            ),
            "largest",
        ),
        (rf"(?<=\ue000)则?(?:应)?(?:为|是){_MANY}\s*(?:[KMGT]B|字节)(?![A-Za-z])", "largest"),
        (rf"(?:则|问)?(?:最少|至少)(?:需要?|要|应)*(?:访问|启动|读)?(?:磁盘)?{_MANY}次(?:访问|启动|读)?(?:磁盘|盘)?(?!\w)", "fewest_reads"),
        (
            rf"(?:则|问|和)?(?:最多|至多)(?:需要?|要|应)*(?:访问|启动|读)?(?:磁盘)?{_MANY}次(?:访问|启动|读)?(?:磁盘|盘)?(?!\w)",
            "most_reads",
        ),
        (
            asking(
                rf"(?:访问|启动|读取?|读写|访|操作|I/?O)[^,;。?\d]{{0,8}}(?:{_MANY}次|次数|{_MANY}个?(?:磁盘|物理|盘)+块|(?:磁盘|物理|盘)+块(?:的)?(?:个数|块数|数目|数量|数))|{_MANY}次(?:磁盘|访盘|访问|读|启动|I/?O)"
            ),
            "reads",
        ),
        (
            asking(
                rf"(?:采用|使用|属于)(?:的)?(?:是)?多少(?=[,;。?]|$)|(?:时|数据|采用|使用|用)?(?:几|多少)(?:寻址|索引方式)|(?:最高)?(?:用|需要?|要)(?:到)?(?:几|多少)(?:级|次)(?:{INDIRECT}|索引|寻址)|(?:哪|几|何|什么)(?:一)?(?:种|级|次|类)(?:{INDIRECT}|索引|寻址|地址|方式)*|(?:采用|使用|属于)(?:的)?(?:是)?(?:{_MANY}|什么|何种)(?:索引|寻址|地址|方式)"
            ),
            "levels",
        ),
        (
            asking(
                r"转换(?:成|为)物理(?:块号|地址)|物理地址|(?:逻辑)?块号(?:和|与|及|、)块内(?:偏移|位移)(?:量|地址)?|哪(?:一)?个?(?:逻辑)?块|(?:逻辑)?块号(?:是|为)?(?:多少|几)"
            ),
            "places",
        ),
        (asking(rf"{_MANY}个?数据块|数据块(?:的)?(?:个数|数目|数量|数|需要?|共|有|为|是)+(?:{_MANY})?", 10), "data"),
        (
            asking(
                r"(?:最大|理论)[^,;。?\d]{0,8}(?:磁盘|外存|文件系统|存储空间)|(?:磁盘|外存|分区|文件系统|文件卷)(?:的)?(?:容量|空间)?(?:最大|最多)|(?:管理|支持|寻址|表示)的?(?:最大)?(?:的)?(?:磁盘|外存)(?:空间|容量)?"
            ),
            "disk",
        ),
        (
            asking(
                rf"{_MANY}(?:个|块)?(?:磁盘)?(?:间接|索引|间址)(?:地址)?(?:盘)?块|(?:间接|索引|间址)(?:地址)?块(?:的)?(?:个数|数目|数量|数|需要?|共|有|为|是)+(?:{_MANY})?"
            ),
            "index",
        ),
        (asking(rf"(?:共|总共|一共|需要?|占用?|要)+{_MANY}个?(?:磁盘|物理|盘)*块|(?:磁盘|物理|盘)+块(?:的)?(?:总数|个数|数目)"), "total"),
        (
            asking(rf"(?:每个?|一个)(?:索引|间接|磁盘|盘)*块[^,;。?\d]{{0,8}}{_MANY}个?(?:盘|物理|磁盘)*(?:块号|地址|索引项|指针|表项)"),
            "fan",
        ),
    ),
    laws=(
        Law("fan", ("block", "entry"), _fan, "每个索引块的地址数为块长除以地址长（取整）"),
        Law("node", ("pure",), lambda pure: tuple(Fraction(int(level == int(pure))) for level in range(4))),
        Law("largest", ("node", "fan", "block"), _largest(3), "各级地址管的块数之和乘以块长"),
        Law("largest0", ("node", "fan", "block"), _largest(0), "直接地址管的块数乘以块长"),
        Law("largest1", ("node", "fan", "block"), _largest(1), "直接和一级间接管的块数之和乘以块长"),
        Law("largest2", ("node", "fan", "block"), _largest(2), "直接、一级和二级间接管的块数之和乘以块长"),
        Law("blocks", ("node", "fan"), lambda node, fan: sum(_reaching(node, fan), Fraction(0)), "各级地址管的块数之和"),
        Law("levels", ("offsets", "node", "fan", "block"), _levels, "字节偏移除以块长得逻辑块号，看它落在哪一级"),
        Law(
            "levels",
            ("length", "node", "fan", "block"),
            lambda length, node, fan, block: _levels((length - 1,), node, fan, block),
            "文件的最后一块落在哪一级，就用到哪一级",
        ),
        Law("numbered", ("numbers", "node", "fan", "zero"), _from_0),
        Law("numbered", ("numbers", "node", "fan"), _same_from_0_and_1),
        Law("levels", ("numbers", "node", "fan", "numbered"), lambda numbers, node, fan, numbered: numbered, "看逻辑块号落在哪一级"),
        Law(
            "reads",
            ("offsets", "node", "fan", "block", "resident"),
            _reads,
            "逻辑块号所在的级数就是要读的索引块数，再读数据块 1 次（索引结点不在内存的再加 1 次）",
        ),
        Law(
            "reads",
            ("numbers", "node", "fan", "resident", "numbered"),
            lambda numbers, node, fan, resident, numbered: tuple(level + (1 if resident == 1 else 2) for level in numbered),
            "逻辑块号所在的级数就是要读的索引块数，再读数据块 1 次（索引结点不在内存的再加 1 次）",
        ),
        Law(
            "fewest_reads",
            ("node", "resident"),
            lambda node, resident: Fraction(next(level for level in range(4) if node[level]) + int(resident)),
            "级数最低的地址：读索引块，再读数据块（索引结点不在内存的再加 1 次）",
        ),
        Law(
            "most_reads",
            ("node", "resident"),
            lambda node, resident: Fraction(max(level for level in range(4) if node[level]) + int(resident)),
            "级数最高的地址：读索引块，再读数据块（索引结点不在内存的再加 1 次）",
        ),
        Law("places", ("offsets", "block"), _places, "字节偏移除以块长，商为逻辑块号，余数为块内偏移"),
        Law(
            "files",
            ("node_blocks", "node_size", "data_blocks", "length", "block", "node"),
            _files,
            "每个文件占一个索引结点和整数个盘块：取索引结点数、（数据块数 ÷ 每个文件的块数）中小的",
        ),
        Law("length", ("filled", "block"), lambda filled, block: filled * block, "文件的块数乘以块长"),
        Law("data", ("length", "block"), lambda length, block: whole_up(length / block), "文件长度除以块长，进一取整"),
        Law(
            "disk",
            ("entry", "block"),
            lambda entry, block: Fraction(1 << int(entry * 8)) * block if (entry * 8).denominator == 1 and entry <= 8 else None,
            "地址有 n 位时最多编 2^n 个块号",
        ),
        Law("index", ("length", "node", "fan", "block"), _needed, "数据块先用直接地址，余下的逐级用索引块"),
        Law(
            "total",
            ("length", "node", "fan", "block", "index"),
            lambda length, node, fan, block, index: whole_up(length / block) + index,
            "数据块数加索引块数",
            "总块数含索引块，不含索引结点",
        ),
    ),
    shown={
        "block": Quantity("磁盘块", show_size, sizes),
        "entry": Quantity("每个地址", show_size),
        "length": Quantity("文件", show_size),
        "node": Quantity("地址项", lambda node: "，".join(f"{LEVELS[level]} {count} 个" for level, count in enumerate(node) if count)),
        "direct": Quantity("直接地址", counted("个")),
        "single": Quantity("一级间接", counted("个")),
        "double": Quantity("二级间接", counted("个")),
        "triple": Quantity("三级间接", counted("个")),
        "pure": Quantity("索引", counted("级")),
        "offsets": Quantity("字节偏移", lambda value: "、".join(map(str, value))),
        "numbers": Quantity("逻辑块号", lambda value: "、".join(map(str, value))),
        "resident": Quantity("索引结点", lambda value: "在内存" if value == 1 else "不在内存"),
        "fan": Quantity("每个索引块的地址数", counted("个"), lambda value: (str(value),)),
        "largest": Quantity("最大文件", show_size, sizes),
        "largest0": Quantity("只用直接地址的最大文件", show_size, sizes),
        "largest1": Quantity("用到一级间接的最大文件", show_size, sizes),
        "largest2": Quantity("用到二级间接的最大文件", show_size, sizes),
        "blocks": Quantity("最多", counted("块"), lambda value: (f"{value} 个", str(value))),
        "levels": Quantity("所用的地址", _show_levels, _other_levels),
        "reads": Quantity("访问磁盘", _show_reads, lambda value: tuple(mark.join(map(str, value)) for mark in ("、", "，", "和", ", "))),
        "fewest_reads": Quantity("最少访问磁盘", counted("次"), lambda value: (str(value),)),
        "most_reads": Quantity("最多访问磁盘", counted("次"), lambda value: (str(value),)),
        "places": Quantity("", _show_places),
        "node_size": Quantity("索引结点", show_size),
        "node_blocks": Quantity("存放索引结点", counted("块")),
        "data_blocks": Quantity("存放数据", counted("块")),
        "files": Quantity("最多", counted("个文件"), _in_millions),
        "filled": Quantity("文件", counted("块")),
        "data": Quantity("数据块", counted("个"), lambda value: (f"{value} 块", str(value))),
        "disk": Quantity("最大磁盘", show_size, sizes),
        "index": Quantity("索引块", counted("个"), lambda value: (f"{value} 块", str(value))),
        "total": Quantity("共", counted("块"), lambda value: (f"{value} 个", str(value))),
    },
    words=(
        "属性 地址信息 图像 图像文件 UNIX Unix Linux ext2 ext 文件 文件系统 磁盘 盘块 磁盘块 物理块 块 数据块 索引块 索引 索引结点 索引节点 inode i节点 i结点 i-node 混合索引 多级索引 直接 间接 一级 二级 三级 地址 地址项 指针 块号 物理结构 "
        "单个 组织 结构 采用 使用 支持 存放 存储 分配 方式 大小 长度 尺寸 系统 主索引表 主索引 操作 读取 访问 数据 处 信息 内容 下列 转换 换算 成 为 字节 偏移量 偏移 逻辑 编址 管理 按 根据 那么 允许 能 可 表示 "
        "内存 装入 读入 调入 包括 含 除 外 本身 还 需要 才能 启动 所在 对应 所 由 组成 多级 混合 类 类似 某 中设 设 各级 每块"
    ),
    idle=frozenset(("node_size", "items", "direct", "single", "double", "triple", "pure", "resident", "entry", "fan")),
    combine=_node,
    check=_check,
    prepared=as_the_topic_knows,
    conventions=("1 KB = 1024 B", "逻辑块号从 0 起"),
)
