"""Reading a cache's geometry from any sufficient figures: the fields of an address, the line of one, or the capacity with tags."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.kind import Recognition
from engine.generators.laws.clauses import BITS, HEXADECIMAL, SIZE, Clauses, to_bytes, to_code
from engine.generators.quantities import size
from engine.generators.reading import INTEGER, stay_out, to_count, to_int

HARMLESS = """
计算机 主存 内存 主存储器 Cache 高速缓存 高速缓冲 高速缓冲存储器 缓存 映射 映像 相联 方式 策略 地址 物理地址 主存地址 内存地址 物理 容量 大小 数据区 数据 系统 字段 划分 格式 结构 块 行 组 主存块 内存块 缓存块 数据块 中 存储器 存储系统 CPU 所在 所对应 对应 对应的 应 装入 装入到 放入 放到 放在 调入 存放 存放在 映射到 落在 落到 位于 单元 号单元 块号 行号 组号 字节 编址
共有 划分为 分为 分成 之间 交换 单位 哪一 哪 哪个 第几 几 每行 每组 每块 每个 每 每个主存块 各 各自 均 都 标记 Tag 标记位 有效位 修改位 脏位 控制位 设 设有 设置 包括 包含 含 含标记阵列 标记阵列 标记项 目录表 总容量 总位数 空间 地址空间 长度 块长 行长 位 占 位数 替换算法 算法 替换 LRU FIFO 最近最少使用 最近最久未使用 先进先出 初始 初始时 初始为空 初态 开始时 为空 空 冷启动 依次 顺序 访问 访存 序列 访问序列 主存块号 命中 命中次数 次数 命中率 次 缺失 未命中 不命中 从 开始 编号 起 十进制 号 高位 低位 中间 回写 写回 直写 全写 写直达 write back write through 采用 比较器 多少路 只有 仅有 除了 还有 之外 数据和tag 来着 tag 一共 放 CPU 按 即 能 会 可以 还是 主存里 cache里 里 和 与 方法 请 数组 装载 放 去 时
"""
"""Words of cache problems that change nothing."""
_HOME = r"(?:主存|内存|主存储器|物理)"
LINE = rf"(?<![\d.第哪每某同任])(?!一\s*个?[行块]){INTEGER}\s*(?:个)?(?:Cache|缓存)?(?:存储)?(?:行|块)(?!号|内|大小|长)"
"""So many lines or blocks; `哪一行` is no number."""


def mapping_said(reading: Clauses) -> tuple[str, int] | None:
    """(mapping, ways) as said; ways are 0 where the mapping is not by sets."""
    group = reading.take_one(
        (
            rf"每\s*(?P<value>{INTEGER})\s*个?(?:行|块)(?:为|成|分为|组成)(?:一|1)组",
            rf"(?:\(?即?)?每(?:一)?组(?:中|内)?(?:有|含|包含|包括|为|是|共|放|存放)*\s*(?P<value>{INTEGER})\s*个?(?:Cache|缓存|存储)?(?:行|块)\)?",
            rf"组内(?:有|含|为|共)*\s*(?P<value>{INTEGER})\s*个?(?:行|块)",
        ),
        to_int,
    )
    ways = reading.take_one(rf"(?P<value>{INTEGER})\s*-?(?:路|way)(?:的)?(?:组)?(?:相联|关联|相连)?(?:映射|映像)?(?:方式)?", to_int)
    direct = reading.take_all(r"(?:采用|用)?直接(?:映射|映像|相联|地址映射)(?:方式)?|直映")
    full = reading.take_all(r"(?:采用|用)?全(?:相联|相连|关联)(?:映射|映像)?(?:方式)?")
    associative = reading.take_all(r"(?:采用|用)?组(?:相联|相连|关联)(?:映射|映像)?(?:方式)?")
    if group is not None:
        if ways not in (None, group) or not (associative or ways or reading.has(rf"{INTEGER}\s*个?组")):
            stay_out("group")
        ways = group
    if (ways is not None) + bool(direct) + bool(full) > 1:
        stay_out("two mappings")
    if direct:
        return "direct", 0
    if full:
        return "full", 0
    if ways is not None:
        return "set", ways
    return ("sets", 0) if associative else None


def placed(text: str) -> Recognition | None:
    """A cache's geometry from any sufficient figures; the fields of an address, the line of one, or the capacity with tags."""
    reading = Clauses(text)
    reading.refuse(
        r"块表|映射表|(?:Cache|缓存)(?:的)?地址(?:格式|结构)|标记(?:阵列|存储器|部分|项)?(?:的)?总(?:位数|容量)|(?:所有|全部)标记|标记(?:阵列|存储器|部分|项)(?:的)?(?:总共|一共|共|有|需要?|占)+(?:多少|几)|Cache(?:的)?地址(?:共|有|为|是|需要?)*(?:几|多少)位"
    )
    reading.thousand()
    reading.refuse(
        r"(?:行号|组号|[行组])[^,;。]{0,6}(?:十六进制|16进制)|标记(?:阵列|存储器|部分|项)?(?:的)?总(?:位数|容量)|(?:所有|全部)标记"
    )
    reading.refuse(
        r"虚|页|TLB|快表|多级|[二两]级|L1|L2|L3|指令Cache|指令高速|分离|分开|时间|周期|速度|命中|缺失率|失效|CPI|依次|先后|序列|伪相联|受害|预取|扇区|程序段|数组|循环|for|提高|增加到|减少|改为|改成|变为|变成|比较一下"
    )
    bytewise = bool(reading.take_all(r"(?:均|都)?(?:按|以)字节(?:为单位)?(?:编址|寻址|地址)?|字节(?:编址|寻址)"))
    wordwise = bool(reading.take_all(r"(?:按|以)字(?:为单位)?(?:编址|寻址)|字编址"))
    reading.take_all(
        r"(?:其中|设)?(?:Cache)?(?:行号|组号|块号|编号|均|都|地址|和|、)*(?:从|由)(?:0|零)(?:号)?(?:开始|起)(?:编号|计数?|算)?|(?:用|以)?十进制(?:数)?(?:表示)?"
    )
    shape = mapping_said(reading)
    ignored = reading.take_all(
        r"(?:不考虑|不计|忽略|不含|不包括|除去|不需要?|无需|没有)(?:用于)?(?:Cache)?(?:的)?(?:一致性(?:维护)?|替换(?:算法|信息|策略)?|LRU)?(?:和|与|及|、)?(?:替换(?:算法|信息|策略)?|一致性(?:维护)?|LRU)?(?:所需|所用|使用|需要)?(?:的)?(?:控制|信息|标志|标识|替换)?(?:位|信息)"
    )
    flags = 0
    flagged = False
    for word in ("有效位", "(?:修改位|脏位|重写位|修改\\(脏\\)位|脏\\(修改\\)位|dirty位?)", "(?:替换(?:算法)?(?:控制|信息)?位|LRU位)"):
        count = reading.take_one(
            (
                rf"(?<![\d.])(?P<value>{INTEGER})\s*(?:个|位|bit)+(?:的)?{word}",
                rf"{word}(?:占|为|是|有|各|:)*\s*(?P<value>{INTEGER})\s*(?:位|bit)",
            ),
            to_int,
        )
        if count is not None:
            flags, flagged = flags + count, True
    for match in reading.take_all(r"(?:各|均)?(?:设|有|设置|含|包含)?(?:一|1)个?(?:有效位|脏位|修改位)"):
        flags, flagged = flags + 1, True
        del match
    reading.take_all(
        r"(?:连同|算上|加上|包括|包含|含|计入)(?:了)?(?:标记(?:阵列|项|位|字段)?|有效位|脏位|修改位|Tag|控制位|和|与|、|及)+(?:一起|在内|都算|的话)?(?=[,;。共总一要需]|$)"
    )
    # Nothing else in a line: what the counted bits are is settled.
    reading.take_all(
        r"(?:没有|无|不含|不设|不考虑|不计|除此之外没有|再没有|不再有|再无|不需要?)(?:别的|其他|其它|另外的?|任何其他|更多)(?:的)?(?:控制|标志|附加|额外|状态)*(?:位|信息|开销)?(?:了)?|(?:每(?:一)?(?:个)?(?:Cache|缓存)?行)?(?:里)?除(?:了|去)?(?:数据和?)?(?:标记|Tag)(?:位|字段)?(?:和数据)?(?:之?外|以外)?(?=[,还另])(?:,)?(?:还|另)*(?:设|有|含)*"
    )
    back = bool(reading.take_all(r"(?:采用|使用)?(?:写回|回写|拖后写)(?:法|策略|方式|\((?:write)?[ -]?back\))*|write[ -]?back"))
    through = bool(
        reading.take_all(r"(?:采用|使用)?(?:写直达|直写|全写|写穿透?|写透)(?:法|策略|方式|\((?:write)?[ -]?through\))*|write[ -]?through")
    )
    replacing = bool(
        reading.take_all(
            r"(?:采用|使用|并)?(?:LRU|FIFO|近期最少使用|最近最少使用|最近最久未使用|先进先出|随机)(?:\(LRU\))?(?:的)?(?:替换)?(?:算法|策略|法)?"
        )
    )
    where = reading.take_one(
        (
            rf"(?:主存|内存|物理)?(?:的)?(?:单元|存储单元)?(?:地址)?(?:为|是|:)*(?P<value>{HEXADECIMAL})(?:这个)?(?:号)?(?:的)?(?:主存|内存|存储)?(?:单元|地址)?",
            r"(?<![\d.A-Za-z])(?P<value>\d+)\s*号(?:的)?(?:主存|内存|存储|字节)?单元",
            r"(?:主存|内存)(?:的)?(?:第)?(?P<value>\d+)\s*号?(?:单元|地址)",
            r"(?:主存|内存)?(?:单元)?地址(?:为|是|:)*(?P<value>\d+)(?:\(?(?:D|十进制)\)?)?(?:的)?(?:号)?(?:主存|内存|存储)?(?:单元)?(?=所在|的|对应|应|在|会|被|属于|映射|装)",
        ),
        _place,
    )
    block_number = reading.take_one(
        r"(?:主存|内存)(?:的)?(?:中)?(?:第)?(?:块号(?:为|是)?)?(?P<value>\d+)\s*(?:号)?(?:主存)?块(?:号)?(?=所在|的|对应|应|会|被|属于|映射|装|存|放|可)",
        int,
    )
    values = reading.assign(
        (
            Role(
                name="memory",
                quantity=SIZE,
                read=to_bytes,
                before=rf"{_HOME}(?:的)?(?:地址空间|容量|大小|空间)?(?:大小)?|地址空间(?:大小)?",
                after=rf"(?:的)?{_HOME}(?!块)",
            ),
            Role(
                name="data",
                quantity=SIZE,
                read=to_bytes,
                before=r"(?:Cache|缓存|高速缓冲(?:存储器)?)(?:的)?(?:数据区|数据|存储|能存|可存|存放|存|装)*(?:的)?(?:容量|大小)?|数据区(?:容量|大小)?|数据(?:部分|容量)?",
                after=r"(?:的)?(?:数据)?(?:Cache|缓存|高速缓)|(?:的)?数据(?!块|总线)",
                alone=True,
            ),
            Role(
                name="block",
                quantity=SIZE,
                read=to_bytes,
                before=r"(?:主存|内存|Cache|缓存|数据|存储|每个?|一个?)*(?:块|行)(?:的)?(?:大小|长度?|容量|数据)?|交换(?:的)?单位|块大小",
                after=r"(?:的)?(?:主存|数据|(?:为|是|算)?(?:一|1)个?)?(?:块(?!号)|行(?!号))",
            ),
            Role(
                name="address",
                quantity=BITS,
                read=to_count,
                before=r"地址(?:码|线|总线|寄存器|长度|空间|位数)?",
                after=r"(?:的)?(?:主存|物理|内存|字节)*地址",
            ),
            Role(name="word", quantity=BITS, read=to_count, before=r"字长|每个?字|一个字"),
            Role(name="group", quantity=LINE, read=to_count, before=r"每组"),
            Role(name="blocks", quantity=LINE, read=to_count, before=rf"{_HOME}(?:共|有|分为|分成|划分为|含|包含)*"),
            Role(
                name="lines",
                quantity=LINE,
                read=to_count,
                before=r"Cache(?:的)?(?:数据区)?|缓存|高速缓冲(?:存储器)?|数据区|总共|共有",
                after=r"(?:的)?(?:Cache|缓存)",
                alone=True,
            ),
            Role(name="sets", quantity=rf"(?<![\d.第哪每某同任])(?!一\s*个?组){INTEGER}\s*个?组(?!相)", read=to_count, alone=True),
            Role(
                name="words",
                quantity=rf"(?<![\d.第]){INTEGER}\s*个?字(?![节长段])",
                read=to_count,
                before=r"每块|字?块(?:的)?(?:大小|长度?)?|每行|每个?主存块",
            ),
        )
    )
    asked = reading.asked(
        (
            (
                r"(?:该|此)?(?:Cache|缓存)?(?:的)?(?:总容量|总位数|总(?:的)?存储容量|(?:总共|一共|共|实际)(?:至少)?(?:需要?|有|要|占|用)*(?:多少|几)(?:位|[KM]?(?-i:bits?|b)(?![A-Za-z/])|[KM]位|比特|KB|字节)(?:的)?(?:存储|容量|空间|存储位|存储元)*|实际(?:总)?容量|(?:总(?:共)?|一共|共|全部|所有|整个)(?:的)?(?:存储)?(?:位|bit|比特)数|总(?:大小|存储量|存储空间))(?:\(?(?:含|包括|包含|算上|计入)(?:标记(?:阵列|项|位)?|有效位|Tag|和|与|、|在内)*\)?)?(?:(?:至少)?(?:应|需|是|为|有)*(?:多少|几)?(?:位|bit|字节|K位|KB)?)?",
                "total",
            ),
            (
                r"(?:主存)?(?:物理)?地址(?:应该?|该|有|需要?|共|为|是)*(?:多少|几)位(?!标记)|(?:主存|物理)地址(?=(?:和|与|及|、)(?:主存)?(?:字块)?(?:标记|区号)(?:的)?位数)",
                "address",
            ),
            (
                r"(?:那么)?(?:该|此|这个)?(?:Cache|缓存)?(?:中)?(?:总共|一共|共|可以?|被)*(?:有|分为|分成|分|划分为|含)+(?:了)?(?:多少|几)(?:个)?组|组数(?:是|为)?(?:多少)?|(?<![\u3400-\u9fff])(?:多少|几)个?组",
                "sets",
            ),
            (
                r"(?:装入|放入|放到|放在|调入|映射到?|装到|存放?在?|落[在到]|对应(?:的)?|位于|在|到|为|是|会|进)*(?:Cache|缓存)?(?:的)?(?:中)?(?:的)?(?:第)?(?:哪一?|几|多少)(?:个)?(?:号)?(?:行|块|组)(?:号)?(?:中|里|上)?|(?:所在|对应|装入|映射)(?:的|到|到的)?(?:Cache)?(?:中)?(?:的)?(?:行|组|块)号(?:是|为)?(?:多少)?|(?:装入|放入|映射到|放到|调入)(?:Cache|缓存)(?:中)?的\s*$|(?:Cache|缓存)(?:的)?(?:组|行|块)号(?:是|为)(?:多少|\(\s*\))?(?!.*位)",
                "index",
            ),
            (
                r"(?:主存)?(?:物理)?地址(?:中)?(?:的)?(?:各)?(?:个)?(?:字段|部分|三个字段|三部分)(?:的)?(?:各)?(?:位数|长度|划分)?|地址(?:的)?(?:格式|结构|划分|组成|如何划分|怎么划分)|(?:各|三个)?字段(?:各|分别)*(?:的)?(?:位数|(?:占|是|有|为)?(?:几|多少)位)|(?:怎么|如何|怎样)(?:划分|分|拆)",
                "fields",
            ),
            (
                r"(?:主存)?区号(?:的)?(?:位数)?|主存字块标记(?:的)?(?:位数)?|(?:标记|标识)(?:位|字段|部分|项)?(?:\(Tag\))?(?:字段)?(?:的)?(?:应|至少|该)*(?:位数|长度)?|(?<![A-Za-z])Tag(?![A-Za-z])(?:字段|位)?(?:的)?(?:位数|长度)?",
                "tag",
            ),
            (
                r"(?:Cache)?(?:组号|组索引|组地址|行号|行索引|组内块号|索引|Cache(?:行|组)?(?:号|地址)|块号)(?:\(?index\)?)?(?:字段)?(?:的)?(?:位数|长度)?|(?<![A-Za-z])(?:set )?index(?![A-Za-z])(?:字段|位)?(?:的)?(?:位数|长度)?",
                "set",
            ),
            (
                r"(?<![A-Za-z])offset(?![A-Za-z])(?:字段|位)?(?:的)?(?:位数|长度)?|块内(?:地址|偏移量?|字节地址)(?:\(?offset\)?)?(?:字段)?(?:的)?(?:位数|长度)?|(?:块|行)内(?:字)?(?:地址|偏移)",
                "offset",
            ),
            (
                r"(?:需要?|要|有|用)*(?:多少|几)个(?:标记)?比较器|比较器(?:的)?(?:个数|数量|数)(?![目量]?(?:和|与|及|、)(?:其)?位数)",
                "comparators",
            ),
        )
    )
    reading.finish(HARMLESS)
    if "index" in asked and shape is not None and shape[0] != "direct" and patterns.search("[哪几]一?行", reading.text):
        return None  # any line of the set
    parts = [name for name in asked if name in ("tag", "set", "offset")]
    named = [name for name in asked if name == "address" or name in parts]
    mentioned = {name for name, words in _FIELD_WORDS if patterns.search(words, reading.text, re.IGNORECASE)}
    if "fields" in asked or not mentioned <= set(parts) or reading.asks_in_other_words(_WORDS_OF_FIELDS):
        named = []  # all of them are shown where one may be asked for in another word
    if parts:
        asked = [name for name in asked if name not in parts and name != "fields"] + ["fields"]
    if shape is None or not asked or (where is not None and block_number is not None):
        return None
    if "word" in values and not bytewise and not (wordwise and "words" in values):
        return None
    if asked == ["index"] and block_number is not None and not {"block", "data", "words", "address", "memory"} & set(values):
        values["block"] = 1  # blocks are only counted
    if asked == ["sets"] and not {"block", "data", "words", "address", "memory"} & set(values):
        values["block"] = 1
    geometry = _geometry(shape, values, bytewise, wordwise)
    if geometry["mapping"] == "set" and "区号" in reading.text:
        return None  # the memory in regions as large as the cache: some books' name for less than the whole tag
    if "sets" in asked:
        if asked != ["sets"] or geometry["mapping"] != "set" or "data" not in geometry or "block" not in geometry or where is not None:
            return None
        if block_number is not None or "sets" in values or back or through or patterns.search("几位|多少位|位数|LRU", reading.text):
            return None
        lines = int(geometry["data"]) // int(geometry["block"])
        if lines % int(geometry["ways"]) or lines <= int(geometry["ways"]):
            return None
        return Recognition(
            parameters={"task": "sets", "lines": lines, "ways": geometry["ways"]},
            understood=(("Cache", f"{lines} 行，{geometry['ways']} 路组相联"), ("求", "组数")),
        )
    if patterns.search("划分|格式|结构|组成|各", reading.text):
        parts = []  # all fields are asked for, too
    return _placement(
        geometry, asked, where, block_number, flags if flagged else None, bool(ignored), back, through, replacing, bytewise, named, parts
    )


_WORDS_OF_FIELDS = re.compile(
    r"标记|标识|字块|区号|组号|行号|块号|索引|组索引|行索引|组地址|行地址|[块行]内|地址|偏移量?|主存|物理|内存|Cache|tag|index|offset|位数|位|bits?|字段|部分|长度|多少|几|各|分别|应该?|该|此|其|是|为|占|有|需要?|要|至少|"
    r"和|与|及|以及|、|的|中|里|求|问|请|试|则|那么|计算|写出|给出|确定|多大|[\s()?:\d]|\ue000",
    re.IGNORECASE,
)
_FIELD_WORDS = (
    ("tag", "标记|标识|tag|区号"),
    ("set", "[组行]号|索引|index|[组行]地址"),
    ("offset", r"[块行]内(?!\s*\d)|offset|偏移"),
)


def _place(text: str) -> int:
    return to_code(text) if patterns.search("[xXHh]", text) else int(text)


def _geometry(shape: tuple[str, int], values: dict[str, int], bytewise: bool, wordwise: bool) -> dict[str, int | str]:
    """mapping, ways, block, data, address (the latter may be absent), in units of what the memory is addressed by.

    Raises:
        StayOut: figures that do not agree, or one that plays no part.
    """
    mapping, ways = shape
    block, data = values.get("block"), values.get("data")
    if "words" in values:
        if block is not None:
            stay_out("block in two units")
        if wordwise or not (bytewise or "word" in values or data is not None or "memory" in values):
            if data is not None or "memory" in values:
                stay_out("bytes and words")
            block = values["words"]
        elif bytewise and values.get("word", 0) % 8 == 0 and values.get("word"):
            block = values["words"] * values["word"] // 8
        else:
            stay_out("words of unknown length")
    elif wordwise:
        stay_out("addressed by words, sizes in bytes")
    lines, sets = values.get("lines"), values.get("sets")
    if "group" in values:
        if mapping == "sets":
            mapping, ways = "set", values["group"]
        elif mapping != "set" or ways != values["group"]:
            stay_out("group")
    if sets is not None:
        if mapping == "set":
            lines = sets * ways if lines is None else lines if lines == sets * ways else stay_out("sets")
        elif mapping == "sets" and lines is None and data is not None and block:
            lines = data // block
        if mapping == "sets":
            if lines is None or lines % sets:
                stay_out("sets")
            mapping, ways = "set", lines // sets
        elif mapping != "set":
            stay_out("sets")
    if mapping == "sets":
        stay_out("ways not said")
    if lines is not None:
        if block is None:
            if data is None or data % lines:
                stay_out("lines without a block")
            block = data // lines
        if data not in (None, lines * block):
            stay_out("lines and data")
        data = lines * block
    address = values.get("address")
    if "blocks" in values:
        if block is None:
            stay_out("blocks of unknown size")
        whole = values["blocks"] * block
        if values.get("memory", whole) != whole:
            stay_out("memory")
        values["memory"] = whole
    if "memory" in values:
        bits = values["memory"].bit_length() - 1
        if values["memory"] != 1 << bits or address not in (None, bits):
            stay_out("memory")
        address = bits
    found: dict[str, int | str] = {"mapping": mapping, "ways": ways}
    for name, value in (("block", block), ("data", data), ("address", address)):
        if value is not None:
            if name != "address" and value & (value - 1):
                stay_out(f"{name} is no power of two")
            found[name] = value
    return found


def _placement(
    geometry: dict[str, int | str],
    asked: list[str],
    where: int | None,
    block_number: int | None,
    flags: int | None,
    ignored: bool,
    back: bool,
    through: bool,
    replacing: bool,
    bytewise: bool,
    named: list[str],
    parts: list[str],
) -> Recognition | None:
    mapping = geometry["mapping"]
    names = {"direct": "直接映射", "full": "全相联映射", "set": f"{geometry['ways']} 路组相联映射"}
    understood = [("映射方式", names[str(mapping)])]
    for name, label in (("address", "主存地址"), ("data", "Cache 容量"), ("block", "块大小")):
        if name in geometry and geometry.get("block") == 1:
            if name == "data":
                understood.append(("Cache", f"{geometry['data']} 行"))
        elif name in geometry:
            understood.append((label, f"{geometry[name]} 位" if name == "address" else size(int(geometry[name]))))
    if "data" not in geometry and mapping != "full":
        return None
    if "index" in asked:
        if mapping == "full" or (where is None) == (block_number is None):
            return None
        if where is not None and (not bytewise or "block" not in geometry):
            return None  # what an address counts is not said
        if set(asked) - {"index"} and "address" not in geometry:
            return None
        if "block" not in geometry or (set(asked) - {"index", "fields"}):
            return None
        understood.append(("求", f"地址 {where} 所在的行或组" if where is not None else f"主存第 {block_number} 块所在的行或组"))
        return Recognition(
            parameters={"task": "index", **geometry, "where": where, "number": block_number, "fields": "fields" in asked},
            understood=tuple(understood),
        )
    if where is not None or block_number is not None or "block" not in geometry:
        return None
    if "address" not in geometry:
        return None
    if "total" in asked:
        if flags is None or (back and flags < 2 and not ignored) or (replacing and mapping != "direct" and flags < 3 and not ignored):
            return None
        if through and flags > 1 and not replacing:
            return None
        understood.append(("每行的其他位", f"{flags} 位"))
        return Recognition(
            parameters={"task": "total", **geometry, "flags": flags, "fields": "fields" in asked, "all fields": parts != ["tag"]},
            understood=tuple(understood),
        )
    parameters: dict[str, object] = {
        **geometry,
        "comparators": "comparators" in asked,
        "says_address": "address" in asked,
        "named": named,
        "only": parts[0] if len(parts) == 1 and asked == ["fields"] else None,
    }
    return Recognition(parameters=parameters, understood=tuple(understood))
