"""Reading problems of mixed indexes by quantities and questions, each question with what is told for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.kind import Missing, Recognition
from engine.generators.os._clauses import BITS, SIZE, to_bytes
from engine.generators.os._files.indexed_file_reading import LEVEL_NAMES, addresses_of, places_of, with_plain_offsets, written_out
from engine.generators.os._inquiry import Inquiry, Question
from engine.generators.quantities import size
from engine.generators.reading import INTEGER, to_count, to_int

_MANY = r"(?:多少|几)"
_BLOCK = r"(?:磁盘|物理|盘|逻辑|数据|文件|索引|存储)*(?:索引)?(?:盘块|磁盘块|块|block)(?!号|地址|指针|数)(?:和(?:磁盘)?(?:数据|索引)?块)?"
_ENTRY = r"(?:每一?项|地址项|索引项|索引表项|地址指针|块指针|指针|盘块号|块号|块地址|盘块地址|索引表目|表目|表项|磁盘地址|物理块号|磁盘块号|(?:盘块|磁盘块|块)?索引号|地址(?!空间))"
_INDIRECT = r"(?:间接(?:地址|索引|寻址|块)?|间址(?:块)?)"
_ROLES = (
    Role(
        name="block",
        quantity=SIZE,
        read=to_bytes,
        before=rf"(?:每个?|一个?)?{_BLOCK}(?:的)?(?:大小|长度|长|尺寸|容量)?(?:均|都)?",
        after=rf"(?:的|一个?|大小的)*{_BLOCK}",
    ),
    Role(
        name="entry",
        quantity=SIZE,
        read=to_bytes,
        before=rf"(?:每个?|一个)?{_ENTRY}(?:的)?(?:大小|长度|长)?(?:均|各|都)?",
        after=rf"(?:的|来|表示|存放?|存储){{1,3}}(?:一个)?(?:数据|磁盘|物理)*{_ENTRY}|(?:表示)?(?:一个)?(?:盘块号|块号|地址)",
    ),
    Role(
        name="file",
        quantity=SIZE,
        read=to_bytes,
        before=r"(?<!系统的)文件(?:[A-Z])?(?:的)?(?:实际)?(?:大小|长度|长|有|占)?(?:恰好?|正好|刚好)?|存放(?:一个)?|要是|若是",
        after=r"(?:的|大小的|长的|大的|大)+(?:大?文件|数据)",
    ),
    Role(
        name="entry",
        quantity=BITS,
        read=lambda text: to_count(text) // 8,
        before=rf"{_ENTRY}(?:的)?(?:大小|长度|长)?",
        after=rf"(?:的|来|表示|存放?|存储)*(?:一个)?{_ENTRY}",
    ),
)
_QUESTIONS = (
    Question(
        name="levels needed",
        key=rf"(?:至少|最少)?(?:需要?|要|应|得)*(?:采用|使用|用|建立)?{_MANY}级(?:间接)?(?:索引)?",
        also=(r"至少|最少|需|要|应",),
    ),
    Question(
        name="fan-out",
        key=r"(?:每|一)(?:个)?(?:索引|间接|磁盘|盘)*块",
        also=(r"存|放|含|装|容纳|有", rf"{_MANY}个?(?:盘块号|块号|地址|索引项|指针|表项|磁盘块号)"),
    ),
    Question(name="entry", key=r"第几个(?:一级)?间接(?:索引)?块.{0,6}第几"),
    Question(
        name="total-blocks",
        key=rf"{_MANY}(?:个)?(?:磁盘|盘|物理)?块|(?:磁盘|盘|物理)?块(?:的)?(?:总数|总数目|个数|数)",
        also=(r"共|总|一共|含|包括|算上|加上|最大",),
        unless=r"间接|除|索引块|间址|额外|数据块",
    ),
    Question(
        name="index-blocks",
        key=rf"{_MANY}(?:个|块)(?:磁盘)?(?:盘)?(?:用作|用于|作为?|存放)?(?:的)?(?:间接)?(?:索引|间接|间址)(?:地址)?(?:块|盘块)?|(?:索引|间接|间址)(?:地址)?块(?:的)?(?:个数|数目|数量|数)?(?=.{{0,8}}(?:{_MANY}|$))|(?:间接|索引)块",
        also=(rf"{_MANY}|个数|数目|数量|求",),
        unless=r"在(?:第)?(?:几|哪)|每",
    ),
    Question(name="data-blocks", key=rf"{_MANY}(?:个)?(?:逻辑|数据)块|(?:逻辑|数据)块(?:的)?(?:个数|数目|数|总数)", unless=r"在|第几|位于"),
    Question(
        name="place",
        key=r"(?:逻辑|文件)?块号|(?:第|哪)(?:几|一|个)*(?:个|号)?(?:逻辑|数据)?块|块内(?:偏移|位移)(?:量|地址)?|(?:哪|几)(?:一)?个?(?:逻辑|数据)块",
        unless=r"每|占|物理",
    ),
    Question(
        name="reads",
        key=rf"(?:启动|访问|读取?|读写)?(?:磁盘|盘|外存)(?:块)?(?:I/?O)?(?:操作)?(?:的)?(?:次数|{_MANY}次)|{_MANY}次(?:启动|访问|读取?|读写)?(?:的)?(?:磁盘|盘|外存|访盘|I/?O)?(?:I/?O|操作|访问|读写)?|(?:磁盘|访盘|I/?O)(?:操作)?次数|(?:访问|读取?|读入)(?:的)?(?:磁盘|盘|物理)+块(?:的)?(?:个数|块数|数目|数量|数)",
    ),
    Question(
        name="level",
        key=rf"(?:哪|几|何|什么)(?:一)?(?:种|级|次|类)?(?:{_INDIRECT}|索引|寻址|地址|方式)|(?:哪|几)(?:一)?(?:级|次|种)|(?:地址|索引|寻址)(?:方式|类型|项)?(?:是|为)(?:什么|哪|几)?$|(?:使用|用到|采用|通过|属于)(?:的)?(?:地址|索引)?(?:是|为)|(?:应|分别|需)+(?:采用|使用|用)(?=几|多少|$)",
    ),
    Question(
        name="largest",
        key=r"(?:单个|一个)?(?:最大|最长)(?:的)?(?:单个)?(?:文件|长度|尺寸)|文件(?:的)?(?:可能的?)?(?:大小|长度)?(?:的)?(?:最大|最长|最多|上限)(?:长度|大小|尺寸)?|(?:最大|最多|最长)(?:可|能|可以)?(?:表示|支持|存放?|管理|寻址|达到?|有)?(?:多大|多长|多少)|多大的文件|文件(?:的)?(?:大小|长度)(?:最大|上限|为|是)",
        unless=r"间接|间址|直接",
    ),
)
_WORDS = (
    "存放 存储 保存 磁盘 盘 块 盘块 磁盘块 数据块 物理块 指针 文件系统 文件 索引结点 索引节点 索引 i结点 i节点 inode i-node 采用 使用 混合索引 混合 多级索引 分配 方式 UNIX Linux 类 系统 地址 项 均 大小 单个 结构 包含 包括 含有 含 每个 设 中设 有 字节 长度 "
    "索引分配 索引表 尺寸 组织 物理结构 目录项 FCB 管理 表示 支持 允许 理论上 数据 处 读取 读 要读取 要读 访问 要访问 现要 某文件 该文件 一个文件 打开 间接寻址 间接地址 直接寻址 寻址 内存 已 最大 最长 里 恰 现 找到 要 允许的 可达 处的 处的数据 落在 位于 位置 存 能 分别 采用索引分配 每 个 一共 用 放 各 直接 间接 一级间接 "
    "二级间接 三级间接 一次间接 二次间接 三次间接 间址 一次间址 二次间址 三次间址 一级间址 二级间址 三级间址 字节偏移量 偏移量 偏移 逻辑 逻辑块号 块内 该 这个 其 计算 求 需 需要 占用 占 除 外 之外 本身 不含 不算 不包括 含索引块 额外 总共 共 包括索引块 次 启动 进行 才能 完成 通过 属于 可 可以 由 组成 地址项 块号 从0开始 编号 UNIXSystem 假设 "
    "索引块 间接块 数据块本身 最多 至少 相应 哪 访盘 读盘 逻辑地址 文件内 表 支持的 该系统 不计 结点 节点 到 "
)


_DIRECT = r"直接(?:地址项|地址|块|寻址|索引|指针)?"
_ONE_LEVEL = r"(?:(?:级|次)(?:间接|间址)|(?:级|次)(?:索引))(?:地址项|地址|块|索引|寻址)?"
_LIMIT = (
    rf"(?:(?:如果|若|当)?(?:只|仅)(?:使用|用|考虑|算|采用|利用|通过)?(?:到|了)?|(?:如果|若|当)(?:使用|用|采用|利用)到(?:了)?|(?:使用|用)到(?=[一二三123][级次](?:间接|间址)(?:地址)?(?:时|呢|为止)))(?:(?:{_DIRECT}(?:和|与|及|、|加上?|\+)(?:1个)?)?(?P<level>[一二三123]){_ONE_LEVEL}|{_DIRECT})(?:为止|时|的话|的情况下|,)*(?:的)?"
    r"|(?:如果|若|当)?(?:不|无需|不需)(?:使用|用|采用|经过|通过|借助|需要)?(?:任何)?(?:间接|间址)(?:地址项|地址|块|索引|寻址)?(?:时|的话|的情况下|,)*(?:的)?"
)


def _limits_named(text: str) -> str:
    """Each limit of the levels (`with direct ones alone`) under one name, so that its words stand for no other question."""

    def named(match: re.Match[str]) -> str:
        level = (match["level"] or "").replace("1", "一").replace("2", "二").replace("3", "三")
        return f"限{'一二三'.find(level) + 1 if level else 0}止"

    return patterns.sub(_LIMIT, named, text)


def _levels_each(text: str) -> str:
    """`一、二、三级间接地址各1个` told one by one, clusters as blocks, and numbers without spaces."""
    text = patterns.sub(r"(?<=\d) (?=\d{3}(?!\d))", "", text)
    text = patterns.sub(r"盘?簇", "盘块", text)
    text = patterns.sub(r"间接\s*[(（]\s*索引\s*[)）]|索引\s*[(（]\s*间接\s*[)）]", "间接索引", text)
    # `The data blocks included, how many in all?`, `data blocks and index blocks together`: blocks of every sort.
    text = patterns.sub(
        r"(?:(?:连同|包括|算上|加上|连)\s*数据(?:盘)?块|数据(?:盘)?块\s*(?:和|与|及|以及|、|加上?|连同)\s*(?:各级)?(?:间接|索引|间址)+(?:地址)?(?:盘)?块)(?:在内)?[,，]?\s*(?:该文件)?(?=(?:总共|一共|共计?|合计)(?:需要?|要|占用?|用))",
        "文件",
        text,
    )
    # `iaddr[0]~iaddr[5] are direct`, of which the brackets are gone.
    item = r"(?:i_?addr|addr|iaddress)\s?\(?\s?"
    text = patterns.sub(rf"(?<=项)\s?{item}\d+\)?\s*(?:~|-|到|至)\s*(?:{item})?\d+\)?(?=[,，、。;；])", "", text, flags=re.IGNORECASE)
    text = patterns.sub(
        rf"{item}(?P<a>\d+)\)?\s*(?:~|-|到|至|、|和)\s*(?:{item})?(?P<b>\d+)\)?\s*(?:均|都|分别|各)?(?:为|是|采用|用于|用作|作为)\s*(?=直接|[一二三123]\s?[级次])",
        lambda row: f"{int(row['b']) - int(row['a']) + 1}个",
        text,
        flags=re.IGNORECASE,
    )
    text = patterns.sub(rf"{item}\d+\)?\s*(?:为|是|采用|用于|用作|作为)\s*(?=直接|[一二三123]\s?[级次])", "1个", text, flags=re.IGNORECASE)
    text = patterns.sub(r"(?<![A-Za-z])[A-Za-z_]\w{0,15}\.[A-Za-z]{1,4}\s?(?=文件)", "", text)
    words = {"一": "一", "二": "二", "三": "三", "1": "一", "2": "二", "3": "三", "单": "一", "双": "二", "两": "二"}

    def each(match: re.Match[str]) -> str:
        levels = patterns.findall(r"[一二三单双两123](?=\s*(?:级|次|重|[、,，/和与及]))", match["list"])
        return "、".join(f"{match['count'].replace('一', '1')}个{words[level]}级间接地址项" for level in levels)

    # As everybody is taught: the levels have one entry each.
    text = patterns.sub(r"(?<=[和与及、])(一、二、三级间接(?:索引|地址|寻址))(?=[,，。;；])", r"\1各1个", text)

    return patterns.sub(
        r"(?P<list>(?:[一二三单双两123]\s*(?:级|次|重)?(?:间接|间址)?(?:地址项|地址|索引|指针|块)?\s*[、,，/和与及]\s*)+[一二三单双两123]\s*(?:级|次|重)(?:间接|间址)?(?:地址项|地址索引|地址|索引项|索引|指针|块|寻址)?(?:项)?)\s*(?:均|都)?(?:各|均)\s*(?:有|为|设|占|含|是)?\s*(?P<count>\d+|一)\s*(?:个|项)?(?:地址项|指针|项)?",
        each,
        text,
    )


def index_asked(text: str) -> Recognition | None:
    """A problem about an index node; None: another problem."""
    if patterns.search("FAT|位示图|位图|链接|连续分配", text):
        return None
    # `第10号、第100号逻辑块`: the noun behind the last is that of all.
    text = patterns.sub(
        r"第\s*\d+\s*[号个]?(?:\s*[、,，和]\s*第\s*\d+\s*[号个]?)+(?P<what>逻辑块|数据块|块)",
        lambda row: "、".join(f"第{number}号{row['what']}" for number in patterns.findall(r"\d+", row[0])),
        text,
    )
    text = patterns.sub(r"(?:要)?(?:把|将)(?=[^,，。;；]{0,16}偏移)|(?:转换|变换)(?:成|为)(?:物理(?:块号|地址)|盘块号)", "", text)
    reading = Inquiry(_limits_named(written_out(_levels_each(with_plain_offsets(text)))))
    reading.refuse(r"用到没|B\+?树|磁盘空间|扇区|四级|四次|缓冲区|限制|目录(?!项)|每秒|ms|毫秒|硬链接|软链接|删除|插入")
    absent = reading.take(
        r"(?:若|如果|且|而)?(?:该文件的?)?(?:索引结点|索引节点|inode|i节点|i结点|FCB)(?:也)?不在内存(?:中)?,?(?:也)?(?:要|需要?|须|得)?(?:先)?(?:从磁盘)?(?:读|访问)?(?:一次|1次)?(?:磁盘)?"
    )
    # The block that is looked for is read last, wherever it goes.
    reading.take_all(
        r"(?:(?:要)?(?:把|将)(?=[^,;。]{0,30}(?:所在|对应)))|(?:所在|对应)(?:的)?(?:磁盘|数据|物理|逻辑|盘)*块(?:读|调)入(?:到)?(?:内存|主存)(?:中)?"
    )
    resident = reading.take_all(
        r"\(?(?:若|如果|假设|假定|设|且)?(?:该文件的?|其|文件的?)?(?:FCB|文件控制块|索引结点|索引节点|inode|i结点|i节点|i-?node|目录项|和|与|、)+\(?(?:均|都|全部)?(?:已经?|早已)?(?:调入|读入|在|装入|读到|读进|调进|装进|放进|放在|驻留在?|存在)(?:了)?(?:内存|主存)(?:中|里)?(?:了)?\)?|(?:且)?(?:该)?文件已(?:经)?打开|(?:其余|其他|其它)(?:的)?(?:各)?(?:块|盘块|内容|索引块|数据块|和|与|、|都|均|信息|数据)*(?:都|均)?(?:不在内存|在(?:磁盘|外存))(?:中|上)?|(?:且)?(?:不缓存|没有缓存|不考虑缓存)"
    )
    reading.refuse(r"(?:读|调|装|放|存|驻留|载)(?:入|进|到|在)(?:了)?(?:内存|主存)|[已都也就](?:经)?在(?:内存|主存)|不在(?:内存|主存)|缓存")
    found = addresses_of(reading)
    if not found and (pure := reading.take(r"(?:采用|使用|若用|用)?(?P<level>[一二两三])级(?:间接)?(?:索引|间址)(?:结构|分配|方式|的)*")):
        found = {"一二三".find(pure["level"].replace("两", "二")) + 1: 1}
    zero_counted = "从0" in reading.text
    reading.take_all(r"\(?(?:逻辑)?(?:块号|编号|块)?(?:均|都)?从0(?:开始)?(?:编号|计数|算|开始|起)?\)?")
    for at, told_place in places_of(reading):
        reading.tell("place", at, told_place)
    # A block 0 says as well where counting begins.
    number_base = zero_counted or any(place == ("number", 0) for _, place in reading.told.get("place", []))
    fan_out = reading.take_one(
        rf"(?:每个?|一个)(?:索引|间接)?(?:盘|磁盘)?块(?:可以?|能够?)?(?:存放|存|放|装|容纳|含有?|有)(?:下)?(?P<value>{INTEGER})\s*个(?:盘块号|块号|地址项|地址|索引项|表项|指针)",
        to_int,
    )
    reading.tell_roles(_ROLES)
    total = reading.take_one(
        rf"(?:共|总共)?(?:有|包含|包括|设有|设置|含)?\s*(?P<value>{INTEGER})\s*(?:个(?:地址项|地址指针|地址|索引项|指针|块指针|表项|磁盘地址)|项)(?=[,:;。(]*\s*(?:其中|分别|前|有|依次)*[,:]?\s*\ue000)",
        to_int,
    )
    if total is not None and total != sum(found.values()):
        return None
    for match in reading.take_all(r"限(?P<level>\d)止"):
        reading.tell("limit", match.start(), int(match["level"]))
    reading.take_all(r"\(?(?:以|用)\s*[KMG]?B(?:为单位)?(?:表示|计|作答)?\)?|\(?单位(?:为|是|:)?\s*[KMG]?B\)?")
    reading.take_all(r"另外?(?=有|设|\ue000)")
    asked = reading.inquire(_QUESTIONS)
    # `And up to single indirect ones?`: the largest file again, with another limit.
    for place, _ in reading.told.get("limit", []):
        clause = next(one for one in reading.clauses() if one.start <= place <= one.end)
        if patterns.search("呢", reading.text[clause.start : clause.end]) and not any(clause.start <= at <= clause.end for at, _ in asked):
            reading.take_spans([(clause.start, clause.end)])
            reading.questions.append((clause.start, clause.end))
            reading.asked_at.append((place, "largest"))
            asked.append((place, "largest"))
    # `And at byte 20000?`: of another place what was asked before.
    for place, _ in reading.told.get("place", []):
        clause = next(one for one in reading.clauses() if one.start <= place <= one.end)
        earlier = [name for at, name in sorted(asked) if at < place]
        if earlier and "呢" in reading.text[clause.start : clause.end] and not any(clause.start <= at <= clause.end for at, _ in asked):
            reading.take_spans([(clause.start, clause.end)])
            reading.questions.append((clause.start, clause.end))
            reading.asked_at.append((place, earlier[-1]))
            asked.append((place, earlier[-1]))
    asked.sort()
    reading.finish_knowing(_WORDS)
    block, entry = reading.known("block"), reading.known("entry")
    if fan_out is not None:
        if block is None or block % fan_out or entry not in (None, block // fan_out):
            return None
        entry = block // fan_out
    needs_node = any(name not in ("place", "levels needed") for _, name in asked)
    if asked and found and needs_node and fan_out is None and (block is None or entry is None):
        return _wanting(found, block, entry)
    if (
        not asked
        or block is None
        or block & (block - 1)
        or not 256 <= block <= 65536
        or (needs_node and (entry not in (1, 2, 3, 4, 8) or not found))
    ):
        return None
    if any(not 0 <= count <= 100 for count in found.values()):
        return None
    cases: list[dict[str, Any]] = []
    common = {"addresses": [found.get(level, 0) for level in range(4)], "block": block, "entry": entry or 4}
    places = reading.told.get("place", [])
    lengths: set[int] = set()
    limits: set[int] = set()
    taken = 0  # places that an earlier question was about
    mine: list[tuple[int, Any]] = []
    for place, name in asked:
        case: dict[str, Any] = {**common, "asked": [name], "places": []}
        limit = _limit(reading, place)
        if limit is not None:
            if name != "largest":
                return None
            limits.add(limit[0])
            case["addresses"] = [count if level <= limit[1] else 0 for level, count in enumerate(case["addresses"])]
        length = reading.value_for("file", place)
        if name in ("reads", "level", "place", "entry"):
            end = next((clause.end for clause in reading.clauses() if clause.start <= place <= clause.end), place)
            fresh = [item for item in places[taken:] if item[0] <= end] or ([] if mine else places[taken:])
            mine = fresh or mine
            taken += len(fresh)
            wheres = list(dict.fromkeys(where for _, where in mine))
            if not wheres and length is not None and name == "level":
                wheres = [("offset", length - 1)]
                lengths.add(length)
            if not wheres or (name == "reads" and bool(resident) == bool(absent)):
                return None
            # Counted from 0 or from 1, each must lie in the same level.
            if not number_base and any(
                kind == "number"
                and (
                    name != "level"
                    or entry is None
                    or _level_at(found, block // entry, number) != _level_at(found, block // entry, number - 1)
                )
                for kind, number in wheres
            ):
                return None
            if ("last", 0) in wheres:
                if length is None or len(wheres) > 1:
                    return None
                wheres = [("offset", length - 1)]
                lengths.add(length)
            if name == "place" and any(kind != "offset" for kind, _ in wheres):
                return None
            case["places"] = [list(where) for where in wheres]
            if absent:
                case["absent"] = True
        elif name == "levels needed":
            if length is None or entry is None or found:
                return None
            lengths.add(length)
            case["length"] = length
        elif name in ("index-blocks", "total-blocks", "data-blocks"):
            if length is None and name == "total-blocks" and patterns.search("最大|最长", reading.text):
                case["asked"] = ["largest-blocks"]
            elif length is None:
                return None
            else:
                lengths.add(length)
                case["length"] = length
        if case not in cases:
            cases.append(case)
    if limits != {place for place, _ in reading.told.get("limit", [])}:
        return None
    if taken < len(places) or {value for _, value in reading.told.get("file", [])} - lengths:
        return None
    understood = (
        [("地址项", "，".join(f"{LEVEL_NAMES[level]} {count} 个" for level, count in sorted(found.items()) if count))] if found else []
    )
    understood += [("磁盘块", size(block))] + ([("每个地址项", f"{entry} B")] if entry else [])
    understood += [
        ("字节偏移" if kind == "offset" else "逻辑块号", str(value)) for _, (kind, value) in reading.told.get("place", []) if kind != "last"
    ]
    understood += [("文件", size(value)) for _, value in reading.told.get("file", [])]
    return Recognition(parameters={"cases": cases}, understood=tuple(understood))


def _wanting(found: Mapping[int, int], block: int | None, entry: int | None) -> Recognition:
    """A problem that says everything but how large a block or an address is."""
    parameters: dict[str, object] = {"addresses": [found.get(level, 0) for level in range(4)]}
    understood = [("地址项", "，".join(f"{LEVEL_NAMES[level]} {count} 个" for level, count in sorted(found.items()) if count))]
    missing = []
    if block is None:
        missing.append(Missing("block", "一个磁盘块有多大（如 1KB）？", "磁盘块大小为 {}"))
    else:
        parameters["block"] = block
        understood.append(("磁盘块", size(block)))
    if entry is None:
        missing.append(Missing("entry", "一个地址项占几个字节（如 4B）？", "地址项占 {}"))
    else:
        parameters["entry"] = entry
        understood.append(("每个地址项", f"{entry} B"))
    return Recognition(parameters=parameters, understood=tuple(understood), missing=tuple(missing))


def _level_at(found: Mapping[int, int], fan_out: int, number: int) -> int:
    """The level of the index that a block lies in, counted from 0; 0 where the addresses are direct, -1 where there is none."""
    first = 0
    for level in range(4):
        first += found.get(level, 0) * fan_out**level
        if 0 <= number < first:
            return level
    return -1


def _limit(reading: Inquiry, place: int) -> tuple[int, int] | None:
    """The place and the highest level of a limit (`with direct ones alone`) that stands in the clause of a question, or in the one before it."""
    clauses = reading.clauses()
    number = next((number for number, clause in enumerate(clauses) if clause.start <= place <= clause.end), 0)
    for clause in clauses[number : max(0, number - 1) - 1 if number > 1 else None : -1]:
        for at, level in reading.told.get("limit", []):
            if clause.start <= at <= clause.end:
                return at, level
        if number and clauses[number - 1].stop not in (",", ":"):
            break
    return None
