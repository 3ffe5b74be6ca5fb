"""Reading problems about mixed indexes: how many addresses of each level, the sizes, and what is asked of the file."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.kind import Missing, Recognition
from engine.generators.os._clauses import BITS, SIZE, to_bytes
from engine.generators.os._topic import Topic
from engine.generators.quantities import size
from engine.generators.reading import INTEGER, stay_out, to_count, to_int

LEVEL_NAMES = ("直接", "一级间接", "二级间接", "三级间接")
_ITEM = r"(?:的)?(?:地址项|索引指针|索引项|地址索引|索引地址|索引|地址指针|指针|地址|块指针|盘块号|寻址|块号|块|盘块)"
_NEXT = r"(?:地址项)?(?:是|为)?(?:直接|[一二两三四单123]级|[一二三]次|[一二三双]重)"
_MANY = r"(?:多少|几)"
_BLOCK = r"(?:磁盘|物理|盘|逻辑|数据|文件|索引|存储)*(?:索引)?(?:盘块|磁盘块|块|block(?:\s*size)?)(?!号|地址|指针)(?:和(?:磁盘)?(?:数据|索引)?块)?"
_ENTRY = r"(?:数据|磁盘|物理)?(?:每一?项|地址项|索引项|索引表项|地址指针|块指针|指针|盘块号|块号|块地址|盘块地址|索引表目|表目|表项|磁盘地址|物理块号|地址)"

_ROLES = (
    Role(
        name="block",
        quantity=SIZE,
        read=to_bytes,
        before=rf"(?:每个?|一个?)?{_BLOCK}(?:的)?(?:大小|长度|长|尺寸)?(?:均|都)?",
        after=rf"(?:的|一个?|大小的)+{_BLOCK}",
    ),
    Role(
        name="entry",
        quantity=SIZE,
        read=to_bytes,
        before=rf"(?:每个?|一个)?{_ENTRY}(?:的)?(?:大小|长度|长)?",
        after=rf"(?:的|来|表示|存放?|存储){{1,3}}(?:一个)?{_ENTRY}|(?:表示)?(?:一个)?(?:盘块号|块号)",
    ),
    Role(
        name="file",
        quantity=SIZE,
        read=to_bytes,
        before=r"文件(?:的)?(?:实际)?(?:大小|长度|长|有|占)(?:恰好?|正好|刚好)?",
        after=r"(?:的|大小的|长的|大的)+(?:大?文件|数据)",
    ),
    Role(
        name="entry",
        quantity=BITS,
        read=lambda text: to_count(text) // 8,
        before=rf"{_ENTRY}(?:的)?(?:大小|长度|长)?",
        after=rf"(?:的|来|表示|存放?|存储)*(?:一个)?{_ENTRY}",
    ),
)


def written_out(text: str) -> str:
    """Levels in their full words: `1个一间`, `10直接+1一级`, `前10块直接寻址，后面一次间址`."""
    digits = {
        "一": "一级间接",
        "二": "二级间接",
        "两": "二级间接",
        "三": "三级间接",
        "1": "一级间接",
        "2": "二级间接",
        "3": "三级间接",
        "单": "一级间接",
    }
    text = patterns.sub(r"(?<=偏移量)\s*\((?:按|以)字节(?:编址|为单位|计)\)", "", text)
    text = patterns.sub(r"(?<![A-Za-z])i\.?_?addr\s*[(\[]?\s*(\d+)\s*[)\]]?", r"第\1项", text)
    # `10项一次间址` behind `0～9项直接` is the item of that number, not ten of them.
    if (first := patterns.search(r"第?0\s*(?:项)?\s*(?:~|～|-|到|至)\s*第?(\d+)\s*(?:号)?项?[^,，;；。]{0,6}直接", text)) is not None or (
        first := patterns.search(r"前()(\d+)[个项](?:地址项|地址|项)?(?:是|为|用作|作)?直接", text)
    ) is not None:
        last = int(first[1]) if first[1] else int(first[2])
        for number in range(last + 1, last + 6):
            text = patterns.sub(
                rf"(?<![\d第.])第?\s*{number}\s*号?项?(?:地址项|地址)?(?:是|为|用作|作)?(?=(?:一|二|三|单|双|1|2|3)(?:级|次|重)(?:间接|间址)?)",
                f"第{number}项",
                text,
            )
    text = patterns.sub(r"(?<![级次\d个项])(?<!个 )直接\s*(\d+)(?:个|项|块)?(?=[\s,、，一二三]|$)", r"\1个直接地址项", text)
    text = patterns.sub(
        r"(?<![\d个项第])(?<!个 )([一二三])(?:间(?![接址])|(?:级|次)(?:间接|间址)?(?:索引|地址)?)(?:有)?\s*(\d+)(?:个|项)?(?=[\s,、，二三]|$)",
        lambda match: f"{match[2]}个{digits[match[1]]}地址项",
        text,
    )
    text = patterns.sub(
        r"(?:前)?\s*(\d+)\s*[个块](?:数据块)?(?:都|是|为|用|采用)?直接(?:寻址|地址|指针|索引)?[,，]?(?:后面|其余|之后|剩下|其它|其他)(?:的)?(?:都|再)?(?:走|用|采用|是|为)?(?:一个)?(一|二)[次级]间[址接]",
        lambda match: f"{match[1]}个直接地址项、1个{digits[match[2]]}地址项",
        text,
    )
    text = patterns.sub(
        r"(\d+)\s*个?\s*(?:(直接)|([一二三单])(?:间(?![接址])|[级次](?:间接|间址)?(?!页表|索引(?:结构|分配)))|([123])级(?:间接|间址)?)(?:地址项|地址索引|索引地址|索引项|地址|指针|索引|块)?",
        lambda match: f"{match[1]}个{'直接' if match[2] else digits[match[3] or match[4]]}地址项",
        text,
    )
    return patterns.sub(r"(?<=地址项)\s*(?:\+|加上?)\s*(?=\d+个)", "、", text)


def recognise(text: str) -> Recognition | None:
    """A problem about an index node as understood; None where it is another problem."""
    reading = Topic(written_out(text))
    reading.refuse(r"FAT|连续分配|链接|簇|B\+?树|inode大小|磁盘空间|扇区|容量|字段|四级|四次|缓存(?!$)|位示图|缓冲|限制|目录")
    reading.refuse(r"最[大多](?:能|可以?|允许)?(?:有|占|含|包含|达到?)*(?:多少|几)个?(?:磁盘|盘|数据|物理)?块")
    absent = reading.take(
        r"(?:若|如果|且|而)?(?:该文件的?)?(?:索引结点|索引节点|inode|i节点|i结点|FCB)(?:也)?不在内存(?:中)?,?(?:也)?(?:要|需要?|须|得)?(?:先)?(?:从磁盘)?(?:读|访问)?(?:一次|1次)?(?:磁盘)?"
    )
    resident = reading.take_all(
        r"\(?(?:若|如果|假设|设)?(?:该文件的?|其)?(?:FCB|文件控制块|索引结点|索引节点|inode|i结点|i节点|i-?node)(?:均|都|全部)?(?:已经?|早已)?(?:读入|调入|在|装入|读到|读进|调进|装进|放进|放在|驻留在?|存在)(?:了)?(?:内存|主存)(?:中|里)?(?:了)?\)?|(?:文件)?已打开|(?:其余|其他)(?:的)?(?:块|内容|都|均|信息)*(?:都|均)?在(?:磁盘|外存)(?:上)?(?:且不缓存)?|(?:且)?(?:不缓存|没有缓存)"
    )
    # The block that is looked for is read last, wherever it goes.
    reading.take_all(r"(?:所在|对应)(?:的)?(?:磁盘|数据|物理|逻辑|盘)*块(?:读|调)入(?:到)?(?:内存|主存)(?:中)?")
    # A block of addresses that is in memory already saves a read.
    reading.refuse(r"(?:读|调|装|放|存|驻留|载)(?:入|进|到|在)(?:了)?(?:内存|主存)|[已都也就](?:经)?在(?:内存|主存)|缓存")
    within = _within(reading)
    found = addresses_of(reading)
    if not found and (
        pure := reading.take(
            r"(?:采用|使用|用|若用|若采用)?(?P<level>[一二两三1-3单])级(?:间接)?(?:索引|间址)(?:结构|分配|方式)?(?:下)?(?!地址项)"
        )
    ):
        found = {"一二三".find(pure["level"].replace("两", "二").replace("单", "一")) + 1 or int(pure["level"]): 1}
        segment = None
    else:
        segment = reading.take(r"(?P<level>[一二三])(?:级|次)(?:间接|间址)(?:那一段|部分|这一段|索引部分)?(?=能|可|所)")
    if segment and not found:
        found = {"一二三".index(segment["level"]) + 1: 1}
        segment = None
    if segment:
        return None
    total = reading.take_one(
        rf"(?:共)?(?:有|包含|包括|含|设有|设置|含)?\s*(?P<value>{INTEGER})\s*(?:个(?:地址项|地址指针|地址|索引项|指针|块指针|表项)|项)(?=[,:;。(]*\s*(?:其中|分别|前|有|依次)*[,:]?\s*\ue000)",
        to_int,
    )
    if total is not None and total != sum(found.values()):
        stay_out("entries that do not add up")
    places_at = places_of(reading)
    places = list(dict.fromkeys(place for _, place in places_at))
    counted = "从0" in reading.text
    entry_from = bool(reading.take_all(r"\(?项从0(?:起|开始)?(?:编号)?\)?"))
    reading.take_all(r"\(?(?:逻辑)?(?:块号|编号|块)?(?:均)?从0(?:开始)?(?:编号|计数|算|开始|起)?\)?")
    fan_out = reading.take_one(
        rf"(?:每个?|一个)(?:索引|间接)?(?:盘)?块(?:可以?|能够?)?(?:存放|存|放|装|容纳|含有?|有)(?:下)?(?P<value>{INTEGER})\s*个(?:盘块号|块号|地址项|地址|索引项|表项|指针)",
        to_int,
    )
    values = reading.assign(_ROLES)
    if fan_out:
        if values.get("block") is None or values["block"] % fan_out or values.get("entry") not in (None, values["block"] // fan_out):
            return None
        values["entry"] = values["block"] // fan_out
    block, entry, length = values.get("block"), values.get("entry"), values.get("file")
    asked = reading.ask(_ASKED)
    if "呢" in reading.rest and reading.take(r"(?<=\ue000)(?:处)?呢(?=[?。,]|$)"):
        pass
    reading.finish_knowing(
        "存放 存放在 存储 存在 保存在 磁盘上 一个长 长为 那个字节 这个字节 的那个字节 这个位置 那个位置 只有 前 后面 依次 结构 直接 间接 支持的 物理块 指针 文件系统 文件 索引结点 索引节点 索引 i结点 i节点 inode i-node 采用 混合索引 多级索引 分配 方式 UNIX Linux 类 类系统 磁盘 盘 块 盘块 磁盘块 数据块 地址 项 均 大小 单个 结构 包含 包括 含有 含 每个 中的 中设 有 字节 长度 "
        "混合索引分配 混合 索引表 尺寸 组织 物理结构 目录项 FCB 文件管理 管理 表示 支持 允许 理论上 数据 处 读取 读 要读取 要读 访问 要访问 现要 某文件 该文件 一个文件 打开 除 以外 外 以 间接寻址 间接地址 直接寻址 寻址 内存 已 最大 最长 里 恰 需 现 找到 要 增量式 增量 成组 允许的 可达 处的 处的数据 落 在 以块数 用KB 它 存 呢 的数据 除inode外 地址项 能 索引分配 每 最后一个字节 个 一共 用 放 采用索引分配 各 分别 "
    )
    if (
        not asked
        or not found
        or any(not 0 <= count <= 100 for count in found.values())
        or (entry is not None and entry not in (1, 2, 3, 4, 8))
    ):
        return None
    if (block is not None and (block & (block - 1) or not 256 <= block <= 65536)) or (
        block is not None and entry is not None and Fraction(block, entry).denominator != 1
    ):
        return None
    located = {"reads", "level", "entry", "place"} & set(asked)
    sized = {"index-blocks", "total-blocks"} & set(asked)
    if places and places[-1] == ("last", 0):
        if length is None or len(places) > 1:
            return None
        places = [("offset", length - 1)]
    elif (sized and length is None) or (length is not None and not sized):
        return None
    if bool(located) != bool(places) or ("reads" in asked and bool(resident) == bool(absent)) or (absent and "reads" not in asked):
        return None
    if any(kind == "number" for kind, _ in places) and not counted and not ("entry" in asked or reading.text.count("逻辑块号")):
        return None
    if "entry" in asked and not entry_from:
        return None
    if within is not None:
        if asked != ["largest"] or not found or within >= max(found):
            return None
        found = {level: count for level, count in found.items() if level <= within}
    addresses = [found.get(level, 0) for level in range(4)]
    parameters: dict[str, object] = {"addresses": addresses, "asked": asked, "places": [list(place) for place in places]}
    understood = [("地址项", "，".join(f"{LEVEL_NAMES[level]} {count} 个" for level, count in enumerate(addresses) if count))]
    understood += [("字节偏移" if kind == "offset" else "逻辑块号", str(value)) for kind, value in places]
    if length is not None:
        parameters["length"] = length
        understood.append(("文件", size(length)))
    if absent:
        parameters["absent"] = True
    if len(located) > 1 and len(places) > 1:
        pairs = _paired([(at, name) for at, name in reading.asked_at if name in located], places_at)
        if pairs:
            if set(asked) - located:
                return None
            parameters["pairs"] = [list(pair) for pair in pairs]
    missing = []
    for name, value, label, ask, form in (
        ("block", block, "磁盘块", "一个磁盘块有多大（如 1KB）？", "磁盘块大小为 {}"),
        ("entry", entry, "每个地址项", "一个地址项占几个字节（如 4B）？", "地址项占 {}"),
    ):
        if value is None:
            missing.append(Missing(name, ask, form))
        else:
            parameters[name] = value
            understood.append((label, size(value) if name == "block" else f"{value} B"))
    return Recognition(parameters=parameters, understood=tuple(understood), missing=tuple(missing))


_ASKED = (
    (
        rf"(?:在|位于|落在|对应|是|属于)*(?:哪(?:一)?个?|第几个?|几号)(?:逻辑|数据)?块[,、]?(?:和|及|以及)?(?:其|它的)?(?:块内)?(?:的)?(?:偏移|位移)(?:量|地址)?(?:是|为)?(?:{_MANY})?|(?:逻辑)?块号(?:和|与|及|、)块内(?:偏移|位移)(?:量|地址)?(?:各|分别)?(?:是|为)?(?:{_MANY})?",
        "place",
    ),
    (r"(?:它)?在?第几个(?:一级)?间接(?:索引)?块(?:里|中|内)?(?:的)?第几(?:个)?项", "entry"),
    (
        rf"(?:除inode外)?(?:一共|总共|共|存储该文件|该文件)*(?:需要?|要|占用?|用掉?|用)+(?:掉)?(?:{_MANY})个?(?:磁盘|盘|物理)?块(?:存它|来存)?\(?(?:含|算上|包括|数据\+)(?:索引块|间接块|索引)(?:块)?\)?|(?:一共|总共)(?:要|需要?)?(?:占|用)(?:掉)?(?:{_MANY})个?(?:磁盘|盘)?块|(?:文件)?(?:全部|总共|一共|共)?(?:需要?|要|占用?|用)+(?:{_MANY})个?(?:磁盘|盘|物理)?块\(?(?:数据块?|含|包括|算上)(?:加|和|与|及|\+|上)?(?:索引块?|间接块)(?:块)?(?:一起)?(?:在内)?\)?",
        "total-blocks",
    ),
    (
        rf"(?:需要?|要|共|须|应|则|总共)*(?:启动|访问|读取?|读写)?(?:磁盘|盘|外存|磁盘块)(?:I/?O)?(?:操作)?(?:{_MANY}次|(?:的)?次数)(?:是|为)?(?:{_MANY})?|{_MANY}次(?:磁盘|访盘|读盘|启动磁盘|访问磁盘|磁盘I/O|I/O)(?:操作|访问)?|(?:启动|访问|读)(?:磁盘|盘)(?:的)?次数(?:是|为)?(?:{_MANY}次?)?|(?:需要?|要)?(?:几|多少)次(?:读|访问|启动)(?:磁盘|盘)|(?:几|多少)次I/O|(?:要|需)?访盘{_MANY}次|(?:要|需要?)?(?:读|访)(?:{_MANY})次(?:磁)?盘|(?:一共|共|总共)?(?:需要?|要|应)?(?:访问|读取?|读入)(?:的)?(?:(?:磁盘|盘|物理)+块(?:的)?(?:个数|块数|数目|数量|数)(?:各|分别)?(?:是|为)?(?:{_MANY})?|{_MANY}个?(?:磁盘|盘|物理)+块)",
        "reads",
    ),
    (
        rf"(?:间接)?索引块(?:总共|一共|共|需要?|要|占用?|用|有)*{_MANY}(?:个|块)|(?:除(?:了)?(?:数据块|索引结点|索引节点|inode)(?:以外|之外|外)?,?(?:还)?)?(?:还|共|总共|一共|至少|应|则)*(?:需要?|要|占用?|用|使用|得)*(?:额外)?(?:占用|占)?(?:{_MANY}(?:个|块)(?:磁盘|盘)?(?:间接)?\(?(?:索引|间接地址|间接|间址)\)?(?:块|盘块)|(?:间接)?(?:索引块|间接地址块|间接块)(?:的)?(?:个?数(?:目|量)?)(?:是|为)?(?:{_MANY})?(?:个)?)(?:\((?:间接地址块|间址块|索引块|间接块)\))?",
        "index-blocks",
    ),
    (
        r"(?:应|需要?|要|会|由|用)*(?:分别)?(?:通过|经过|经|属于|用到|用|采用|落在|位于|在)+第?(?:哪|几)(?:一)?(?:级|次|种)(?:间接)?(?:索引|间址|寻址|地址|间接地址)?(?:方式)?(?:找到|访问|寻址|查找|里|中|得到)?|哪一?(?:级|种)(?:间接)?(?:索引|间址|寻址|地址)(?:方式)?(?:里|中)?",
        "level",
    ),
    (
        rf"(?:可以?|能够?)?(?:表示|支持|允许|管理|存放|索引|管)?(?:的)?(?:单个|一个)?文件(?:的)?(?:可能的?)?(?:长度|大小)?(?:最大|最长)(?:可(?:以|达))?(?:的)?(?:长度|大小|为|是|有|能|可|达到?|支持|存|到)*(?:多大|多长|多少|{_MANY}(?:\s*(?:KB|MB|GB|B|字节)(?![A-Za-z]))?)?(?P<blocks>\(以块数表示\))?|(?:能|可以?)(?:管|索引|表示|放|存|存放|装|支持|有|建)(?:下)?多大的文件|能索引的文件大小(?:是|为)?(?:多少|多大)?|"
        rf"最大(?:的)?(?:可)?(?:支持|表示|允许)?(?:的)?(?:单个)?文件(?:的)?(?:长度|大小|有|尺寸)?(?:为|是|有)?(?:多大|{_MANY})?|(?:单个)?文件(?:的)?(?:长度|大小)(?:最多|最大|上限)?(?:可以?|能|可达)?(?:为|是|达到?)?(?:多少|多大)|文件最长|最长(?:可)?(?:为|达)?|(?:最大|最多)(?:能|可以?)(?:表示|支持|存|放)(?:多大|多长)(?:的)?文件|文件(?:的)?(?:大小|长度)?上限|最大(?:文件)?长度|最大(?:能到|可达|可以到|有)?(?:多少|多大)(?:\s*[KMG]B)?|(?:最大|最多)(?:的)?(?:能|可)?(?:有)?多大(?:的)?(?:文件)?",
        "largest",
    ),
)


def _within(reading: Topic) -> int | None:
    """The highest level that is to be used where the larger ones are said not to be (`只用直接和一级间接`); None where all are."""
    low = r"直接(?:地址项|地址|块|寻址|索引)?"
    levels = {"一": 1, "二": 2, "1": 1, "2": 2}
    only = r"(?:如果|若|假如|如)?(?:只|仅)(?:使用|用到|用|采用|靠|通过|算到|到)"
    more = r"(?:和|与|及|、|加上?|\+)(?:1个)?(?P<level>[一二12])(?:级|次)(?:间接|间址)?(?:地址项|地址|块|索引|寻址)?"
    if found := reading.take(
        rf"{only}(?:{low}{more}|(?P<other>[一二12])(?:级|次)(?:间接|间址)(?:地址项|地址|块|索引|寻址)?\((?:含|包括|包含|加上?|连)(?:上)?{low}\))(?:时|的话|,)?"
    ):
        return levels[found["level"] or found["other"]]
    return 0 if reading.take(rf"{only}{low}(?!和|与|及|、|加|\+)(?:时|的话|,)?") else None


def _paired(asked_at: Sequence[tuple[int, str]], places_at: Sequence[tuple[int, tuple[str, int]]]) -> list[tuple[str, str, int]]:
    """(question, kind of place, value) where each question has places of its own before it; empty where all are asked of all.

    Raises:
        StayOut: which place is meant is not clear.
    """
    marks = "".join(
        "?" if is_question else "p" for _, is_question in sorted([(at, True) for at, _ in asked_at] + [(at, False) for at, _ in places_at])
    )
    if patterns.fullmatch(r"p+\?+|\?+p+", marks):
        return []
    if not patterns.fullmatch(r"(?:p+\?+)+", marks):
        stay_out("which place is asked of")
    pairs: list[tuple[str, str, int]] = []
    for at, name in sorted(asked_at):
        # Its places stand between the last question that has a place behind it, and itself.
        last = max(place for place, _ in places_at if place < at)
        begun = max((other for other, _ in asked_at if other < last), default=-1)
        pairs += [(name, *place) for where, place in places_at if begun < where < at]
    return list(dict.fromkeys(pairs))


def places_of(reading: Topic) -> list[tuple[int, tuple[str, int]]]:
    """Bytes and blocks of the file that are read, with where they stand: (offset or number, value); the last byte as ("last", 0)."""
    number = r"(?P<value>\d+)"
    # An offset in KB, or as a product of 1024: `300KB`, `300×1024`, `300*1024`.
    reading.rest = patterns.sub(
        r"(?<![\d.×*])(\d{1,7})\s*[×*xX]\s*1024(?:\s*[×*xX]\s*(1024))?(?!\d|\s*[×*+])",
        lambda match: str(int(match[1]) * 1024 * int(match[2] or 1)),
        reading.rest,
    )
    reading.rest = patterns.sub(
        r"(偏移(?:量|地址|位置)?(?:为|是|在|=|:)*\s*|第\s*)(\d{1,7})\s*([KM])B?(?=\s*(?:字节)?(?:的)?(?:处|位置|地方|[,;。)]|那个))",
        lambda match: (match[1] if match[1].startswith("偏移") else "偏移") + str(int(match[2]) << (10 if match[3].upper() == "K" else 20)),
        reading.rest,
    )
    found: list[tuple[int, tuple[str, int]]] = []
    for match in reading.take_all(
        rf"(?:文件)?(?:内)?(?:的)?(?:(?:逻辑)?(?:字节)?偏移(?:量|地址|位置)?|逻辑字节(?:号|地址)?)(?:为|是|在|=|:)*\s*{number}(?![\d.]|\s*[KMG])(?P<more>(?:\s*(?:B|字节)?\s*[、,和]\s*\d+(?!\s*[\dKMGB]))*)\s*(?:B|字节)?(?:处|的位置)?|(?:文件)?(?:的)?第\s*(?P<other>\d+)\s*(?:个)?字节(?:处)?(?:的数据)?"
    ):
        values = [match["value"] or match["other"], *patterns.findall(r"\d+", match.groupdict().get("more") or "")]
        found += [(match.start() + at, ("offset", int(value))) for at, value in enumerate(values)]
    for match in reading.take_all(
        r"(?:文件)?(?:的)?逻辑块(?:的)?(?:编)?号(?:分别|依次|各)*(?:为|是|:)*\s*(?P<list>\d+(?:\s*[、,和与]\s*\d+)+)(?!\d|\s*[KMGB])(?:的(?:逻辑)?块|时)?"
    ):
        found += [(match.start() + at, ("number", int(value))) for at, value in enumerate(patterns.findall(r"\d+", match["list"]))]
    for match in reading.take_all(
        rf"(?:文件)?(?:的)?第\s*{number}\s*(?:号|个)?(?:逻辑|数据|文件)?块(?:\(?(?:从0开始(?:编号|计数|算)?)\)?)?|逻辑块号?(?:为|是)?\s*(?P<other>\d+)|(?P<third>\d+)号(?:逻辑|数据|文件)块"
    ):
        found.append((match.start(), ("number", int(match["value"] or match["other"] or match["third"]))))
    if last := reading.take(r"(?:读|访问)?(?:文件的?)?最后一个字节(?:处)?"):
        found.append((last.start(), ("last", 0)))
    return sorted(found, key=lambda item: (item[1][0] == "last", item[0]))


def addresses_of(reading: Topic) -> dict[int, int]:
    """How many addresses of each level; levels that are not told are absent."""
    found: dict[int, int] = {}
    degree = r"(?:[一二三]级|[一二三]次|[一二三双]重|[123]级)(?:间接|间址)?"
    if listed := reading.take(
        rf"第\s*(?P<numbers>{INTEGER}(?:\s*[、,和]\s*{INTEGER})+)\s*[项个](?:地址项|地址)?(?:依次|分别)*(?:为|是|用作|作)?(?P<degrees>{degree}(?:\s*[、,和]\s*{degree})+)(?:间接|间址)?{_ITEM}?"
    ):
        degrees = [_degree(word) for word in patterns.findall(degree, listed["degrees"])]
        if len(degrees) != len(patterns.findall(INTEGER, listed["numbers"])) or len(set(degrees)) != len(degrees):
            stay_out("ordinals that do not pair")
        found.update(dict.fromkeys(degrees, 1))
    if joined := reading.take(
        rf"一[级次]?\s*[、,和]\s*二[级次]?(?P<third>\s*[、,和]\s*三)?[级次](?:间接|间址)?(?:{_ITEM})?各有?(?:一|1)个?(?:{_ITEM})?"
    ):
        found.update(dict.fromkeys((1, 2, 3) if joined["third"] else (1, 2), 1))
    if span := reading.take(
        rf"第?\s*(?P<first>\d+)\s*(?:项|个)?\s*(?:~|-|到|至)\s*第?\s*(?P<last>\d+)\s*(?:号)?[项个]?(?:地址项|地址)?(?:都|均)?(?:是|为|用作|作)?直接(?:{_ITEM})?"
    ):
        found[0] = int(span["last"]) - int(span["first"]) + 1
    for level, word in (
        (3, r"(?:三级|三次|3级)(?:间接|间址)?|三重间接"),
        (2, r"(?:二级|两级|二次|2级)(?:间接|间址)?|二重间接|双重间接"),
        (1, r"(?:一级|一次|单级|1级)(?:间接|间址)?|一重间接|单重间接"),
        (0, r"直接"),
    ):
        if level in found:
            continue
        item = f"(?:{_ITEM})?"
        if level and (ordinals := reading.take_all(rf"第\s*{INTEGER}\s*[项个](?:地址)?(?:项)?(?:是|为|用作|作)?(?:{word})(?:地址)?{item}")):
            found[level] = len(ordinals)
            continue
        if level and (each := patterns.search(rf"(?:{word})[^,。;]{{0,14}}各有?(?P<value>{INTEGER})个?", reading.rest)):
            found[level] = to_int(each["value"])
            continue
        value = reading.take_one(
            (
                rf"(?:前)?(?P<value>{INTEGER})\s*[个项](?:地址项|索引项|地址)?(?:是|为|用于|用作)?(?:{word})(?:地址)?{item}(?:块)?",
                rf"(?:{word})(?:地址)?{item}(?:块)?(?:的?个?数)?(?:分别)?(?:各)?(?:有|为|是|共|:|=)*(?P<value>{INTEGER})\s*[个项](?!{_NEXT})",
                rf"(?:{word})(?:地址)?{item}(?:块)?(?:的?个?数)?(?:分别)?(?:各)?(?:有|为|是|共|:|=)*(?P<value>{INTEGER})(?!\s*[\dKMGB个项级次]|{_NEXT})",
            ),
            to_int,
        )
        if value is not None:
            found[level] = value
    reading.take_all(
        rf"(?:(?:[一二三123]级|[一二三]次)(?:间接|间址)?(?:{_ITEM})?(?:、|和|与|及|,)?)+(?:{_ITEM})?各有?(?:{INTEGER})个?(?:{_ITEM})?"
    )
    reading.take_all(r"(?<=\ue000)(?:加上?|外加|再加)(?:上)?(?=\ue000)")
    reading.take_all(r"\(?没有直接(?:地址|索引)?(?:项)?(?:和|与|、)一级间接(?:地址|索引)?(?:项)?\)?")
    return found


def _degree(word: str) -> int:
    return {"一": 1, "1": 1, "二": 2, "双": 2, "2": 2, "三": 3, "3": 3}[word[0]]
