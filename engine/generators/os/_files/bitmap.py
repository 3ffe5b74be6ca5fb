"""Bitmaps of free blocks: how large one is, the bit of a block, the block of a bit.

Bit (row, column) stands for block row × columns + column when all three are counted from 0 (Tang, Computer Operating Systems, free-space
management); whichever is counted from 1 is one more. A row is a word where the bitmap is told in words.
"""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.os._clauses import SIZE, to_bytes
from engine.generators.os._topic import Topic
from engine.generators.quantities import decimal, size
from engine.generators.reading import INTEGER, stay_out, to_int

_IS = r"(?:大小|长度|容量|各|均|都|占用?|为|是|有|的|约|=|:|\s)*"
_ROW, _COLUMN = r"(?:行|字)", r"(?:列|位|bit)"
_MANY = r"(?:多少|几)"
_NAMES = {"行": "row", "字": "row", "列": "column", "位": "column", "块": "block"}
_WORDS = (
    "页框 空闲页框 页 页面 页式存储管理 页式 存储管理 物理内存 内存 主存 大小 描述 使用情况 磁盘的使用情况 建立 建立了 上 那么 编号 依次编号 位示图 位图 bitmap 位示图法 位示图来 盘块 磁盘块 物理块 块 内存块 存储块 外存 磁盘 硬盘 空闲 空闲块 空闲盘块 空闲块管理 空间 磁盘空间 存储空间 管理 用 来 表示 采用 记录 使用情况 使用状况 分配 回收 归还 释放 用户 状态 组成 文件系统 文件管理系统 文件 系统 磁盘空间管理 进行 时 其 该 第一次 找到的 找到 即 该位 值 处于 位于 相应的 相应 对应的 对应 则 行 列 字 位 行号 列号 字号 位号 "
    "块号 盘块号 逻辑块号 号 位置 在 中 的 计算机 某计算机 的磁盘 每个 每 一个 个 位示 利用 如果 假定 设 要 需要 占用 占 大小 容量 字长 为 是 共 有 和 与 、 盘面 磁道 扇区 柱面 记录面 分为 包含 物理 盘块大小 块大小 若 数据 表 法 管理磁盘 簇 分区 磁盘分区 存放 现有 该分区 的空闲空间 空闲空间 方法 "
)


def recognise_bitmap(text: str) -> Recognition | None:
    """A problem about a bitmap as understood; None: another problem."""
    # `the blocks are numbered 0, 1, 2, ...`
    text = patterns.sub(
        r"(?<=块)(?:依次)?(?:的)?编号(?:依次)?(?:为|是)?\s*[:：]?\s*0\s*[、,，]\s*1\s*[、,，](?:\s*2\s*[、,，])?\s*(?:\.{2,}|…+)",
        "号从0开始编号",
        text,
    )
    reading = Topic(text)
    if not reading.has("位示图|位图|bitmap"):
        return None
    reading.take_all(
        r"\(?(?:即)?(?:该位的值|值|位值)?(?:为|是)?[\"“”']?[01][\"“”']?(?:表示|代表)?(?:空闲|占用|已分配|未分配|已用)[^,;。()]{0,6}\)?"
    )
    reading.take_all(r"\(?(?:即)?(?:该位的?)?值(?:为|是)?\s*[01]\)?")
    reading.take_all(
        r"(?:即)?(?:采用|使用|用|以)(?:一|1)(?:个)?(?:二进制)?位(?:\(bit\))?(?:来)?(?:标识|表示|记录|对应)(?:一|1)个?(?:簇|盘块|磁盘块|物理块|块)(?:是否(?:被)?(?:已)?(?:分配|占用|空闲|使用)|的?(?:使用|分配|占用)(?:情况|状态|与否))?"
    )
    reading.take_all(r"(?:(?:磁盘|存储)?空间(?:的)?(?:分配)?)?以(?:簇|盘块|块)(?:\(\w+\))?为(?:基本)?单位(?:进行)?(?:分配)?")
    origins: dict[str, int] = {}
    rows, columns = _shape(reading, origins)
    _take_origins(reading, origins)
    bit = reading.take(
        rf"第?\s*(?P<row>\d+)\s*(?:号)?{_ROW}\s*[、,和]?\s*第?\s*(?P<column>\d+)\s*(?:号)?{_COLUMN}(?!的位示|,每)|{_ROW}号(?:为|是|=)?\s*(?P<row_of>\d+)\s*[、,和]?\s*(?:而)?{_COLUMN}号(?:为|是|=)?\s*(?P<column_of>\d+)"
    )
    disk = reading.take_one(
        (
            rf"(?:磁盘|硬盘|磁盘空间|物理内存|内存|主存)(?:的)?(?:总)?(?:容量|空间)?{_IS}(?P<value>{SIZE})",
            rf"(?P<value>{SIZE})的(?:磁盘|硬盘)",
        ),
        to_bytes,
    )
    block_size = reading.take_one(rf"(?:盘块|磁盘块|物理块|块|簇|页框|页面|页){_IS}(?P<value>{SIZE})", to_bytes)
    sectors = _sectors(reading)
    count = reading.take_one(rf"(?:共|共有|有|分为|划分为|分成)\s*(?P<value>{INTEGER})\s*个?(?:磁|物理|存储)*(?:盘)?块(?!号)", to_int)
    number = reading.take_one(
        (
            r"(?:盘|物理|逻辑)?块号(?:为|是|=|:)?\s*(?P<value>\d+)(?:号)?(?:的)?(?:盘|物理|内存|磁盘|存储)*块?",
            r"第?\s*(?P<value>\d+)\s*号(?:盘|物理|内存|磁盘)*块",
            r"第\s*(?P<value>\d+)\s*(?:个|号)?(?:盘|物理|内存|磁盘)*块",
        ),
        int,
    )
    asked = reading.ask(
        (
            (
                rf"(?:对应|位于|在|处于|是)*(?:位示图|位图)?(?:中|里)?(?:的)?(?:第?{_MANY}{_ROW}[、,]?(?:的)?第?{_MANY}{_COLUMN}|哪[一个]?{_ROW}(?:的)?哪[一个]?{_COLUMN}|{_ROW}号(?:和|与|及|、){_COLUMN}号(?:各|分别)*(?:为|是)?(?:{_MANY})?)|(?:对应|在|它|其|该块)*(?:位示图|位图)(?:中|里|上)?(?:的)?(?:对应)?(?:的)?位置(?:为|是)?(?:{_MANY}|哪里)?",
                "cell",
            ),
            (
                rf"(?:的)?(?:使用|分配)?(?:情况|状态)?(?:在|由)?(?:位示图|位图)(?:中|里)?(?:的)?第{_MANY}个字(?:中|里)?(?:描述|表示|记录)?",
                "word",
            ),
            (
                rf"(?:相应|对应|该|所分配)*(?:的)?(?:盘|物理|逻辑|磁盘)*块(?:的)?(?:块)?号(?:为|是)?(?:{_MANY})|(?:对应|分配)(?:的)?(?:是)?(?:第?{_MANY}号?|哪一?个)(?:盘|物理|磁盘)*块",
                "block",
            ),
            (
                rf"(?:位示图|位图)?(?:的)?(?:大小|长度)?(?:要|需要?|为|是|占用?|共|有)*{_MANY}个?字(?!节)|(?:位示图|位图)(?:的)?(?:大小|长度)(?:为|是)?{_MANY}个?字(?!节)",
                "words",
            ),
            (
                rf"(?:合|占用?|需要?|要)+{_MANY}个?(?:(?:磁盘|盘|物理)*块|簇)|(?:存放|保存|存储)?(?:该|此|这个)?(?:位示图|位图)(?:所)?(?:需要?|占用?|要)(?:的)?(?:(?:磁盘|盘|物理)*块|簇)(?:的)?(?:个数|数目|数量|数)(?:是|为)?(?:{_MANY})?个?",
                "blocks",
            ),
            (
                rf"(?:位示图|位图)(?:所)?(?:占用?|需要?)(?:的)?(?:存储|内存|磁盘)?空间(?:的)?(?:大小)?(?:是|为)?(?:{_MANY}(?:个?字节|[KM]?B)?)?|(?:位示图|位图)?(?:本身)?(?:要|需要?|至少)*(?:占用?|有)(?:的)?(?:{_MANY}|多大)(?:的)?(?:磁盘|存储|内存)?(?:空间|个?字节|[KM]?B)?|(?:位示图|位图)(?:的)?大小(?:是|为)?(?:{_MANY}(?:个?字节|[KM]?B)?)?|(?:位示图|位图)(?:要|需要?|有|得)?多大",
                "size",
            ),
        )
    )
    reading.finish_knowing(_WORDS)
    places, sizes = (
        [task for task in asked if task in ("cell", "block", "word")],
        [task for task in asked if task not in ("cell", "block", "word")],
    )
    if bool(places) == bool(sizes):
        return None
    if places:
        if columns is None or disk is not None or block_size is not None or sectors is not None:
            return None
        if (bool({"cell", "word"} & set(places))) != (number is not None) or ("block" in places) != (bit is not None):
            return None
        first = _all_origins(origins)
        if "word" in places and (asked != ["word"] or first["block"] or patterns.search("字号?从", reading.text)):
            return None
        parameters: dict[str, object] = {
            "layout": "bit",
            "columns": columns,
            "rows": rows,
            "origins": first,
            "asked": asked,
            "words": "字" in text,
        }
        told = []
        if number is not None:
            parameters["block"] = number
            told.append(f"{number} 号块")
        if bit is not None:
            place = [int(bit["row"] or bit["row_of"]), int(bit["column"] or bit["column_of"])]
            parameters["bit"] = place
            told.append(f"第 {place[0]} 行（字）第 {place[1]} 列（位）")
        shape = f"{rows} 行 {columns} 列" if rows else f"每字（行）{columns} 位"
        return Recognition(
            parameters=parameters,
            understood=(
                ("位示图", shape),
                ("编号", "块号从 0 起，字从第 1 个数起")
                if "word" in places
                else ("编号", f"行（字）从 {first['row']} 起，列（位）从 {first['column']} 起，块号从 {first['block']} 起"),
                ("已知", "；".join(told)),
            ),
        )
    amounts = [value for value in (disk, sectors, count) if value is not None]
    if bit is not None or number is not None or len(amounts) != 1 or (disk is None) != (block_size is None and "blocks" not in asked):
        return None
    if disk is not None and (not block_size or disk % block_size):
        return None
    if "words" in asked and columns is None:
        return None
    bits = disk // block_size if disk is not None and block_size else amounts[0]
    understood = [("块数", f"{size(disk)} / {size(block_size or 1)} = {bits}" if disk is not None else str(bits))]
    return Recognition(
        parameters={"layout": "bitmap", "bits": bits, "block": block_size or 0, "word": columns or 0, "asked": asked},
        understood=tuple(understood),
    )


def recognise_bitmap_on_disk(text: str) -> Recognition | None:
    """Which byte of which block of the disk holds the bit of a block, where the bitmap fills told blocks; None: another problem."""
    reading = Topic(text)
    if not reading.has("位示图|位图"):
        return None
    span = reading.take(
        r"(?:位示图|位图)?(?:存放?|存储|放|保存)(?:于|在)?(?:磁盘)?(?:的)?(?:第)?\s*(?P<first>\d+)\s*(?:号)?\s*(?:~|-|到|至)\s*(?P<last>\d+)\s*(?:号)?(?:磁盘|盘|物理)?块(?:号)?(?:中|里|上)?"
    )
    block = reading.take_one(rf"(?:每个?)?(?:磁盘|盘|物理)?块(?:大小|长度)?{_IS}(?P<value>{SIZE})", to_bytes)
    number = reading.take_one(
        r"(?:要|需|若要|若)?(?:释放|分配|回收|归还)?(?:的)?(?:磁盘|盘|物理)?块(?:的)?(?:块)?号(?:为|是|=)?\s*(?P<value>\d+)(?!\s*(?:~|-|到|至|号))",
        int,
    )
    reading.take_all(
        r"(?:磁盘|盘|物理)?块(?:号)?(?:和|与|、|及)(?:块内)?(?:的)?字节(?:序号|号)?(?:均|都)?从0(?:开始|起)?(?:编号|计数)?|(?:均|都)?从0(?:开始|起)?(?:编号|计数)"
    )
    asked = reading.ask(
        (
            (
                r"(?:则)?(?:位图|位示图)?(?:中)?(?:要|需要?|应)?(?:修改|置\d|清\d|改变)?(?:的)?(?:对应)?(?:的)?(?:二进制)?位(?:所在|位于|在)(?:的)?(?:磁盘|盘|物理)?块(?:号)?(?:和|与|及|、)(?:块内)?(?:的)?字节(?:序?号|偏移)?(?:各|分别)*(?:是|为)?(?:多少|几)?",
                "byte",
            ),
        )
    )
    reading.finish_knowing(_WORDS + " 位图法 磁盘空间的分配情况 分配情况 存于 假设 要 释放 分配 均 每个 占 ")
    if not asked or span is None or block is None or number is None or "从0" not in reading.text:
        return None
    return Recognition(
        parameters={"layout": "bitmap on disk", "first": int(span["first"]), "last": int(span["last"]), "block": block, "number": number},
        understood=(("位图所在", f"{span['first']}～{span['last']} 号块"), ("盘块", size(block)), ("块号", str(number))),
    )


def solve_place_on_disk(parameters: Parameters) -> Solution:
    """The block and the byte in it of one block's bit."""
    first, last, block, number = (int(parameters[name]) for name in ("first", "last", "block", "number"))
    which, rest = divmod(number, 8 * block)
    if first + which > last:
        stay_out("beyond the bitmap")
    return Solution(
        answer=f"盘块号 {first + which}，块内字节序号 {rest // 8}",
        also=(f"{first + which}、{rest // 8}", f"{first + which}，{rest // 8}"),
        steps=paragraphs(
            f"每块有 {block} × 8 = {8 * block} 位，{number} ÷ {8 * block} = {which} 余 {rest}，所在盘块号 {first} + {which} = {first + which}。",
            f"块内第 {rest} 位在字节 ⌊{rest}/8⌋ = {rest // 8}。",
        ),
        conventions=("盘块和块内字节都从 0 编号",),
    )


def _take_origins(reading: Topic, found: dict[str, int]) -> None:
    """What row, column and block are said to be counted from, added to `found`."""
    name = r"(?:(?:盘|物理|逻辑|磁盘|内存)*块|行|列|字|位)(?:号)?"
    for match in reading.take_all(
        rf"\(?(?:其中|且|假定|设|编号时)?(?P<names>{name}(?:\s*[、,和与及]\s*{name}){{0,2}})(?:的)?(?:编号)?(?:也|均|都|分别|各|皆|是)*(?:从|由|自)\s*(?P<first>[01])\s*(?:开始|起|算起)?(?:进行)?(?:编号|计数|编起|计|算)?(?:起)?\)?"
    ):
        for each in patterns.findall("[行字列位块]", match["names"]):
            if found.setdefault(_NAMES[each], int(match["first"])) != int(match["first"]):
                stay_out("two origins")


def _all_origins(said: dict[str, int]) -> dict[str, int]:
    """The origins of row, column and block; those that nobody mentions are 0 where all that are mentioned are."""
    if len(said) < 3 and (not said or any(said.values())):
        stay_out("where counting begins")
    return {"row": 0, "column": 0, "block": 0} | said


def _shape(reading: Topic, origins: dict[str, int]) -> tuple[int | None, int | None]:
    """Rows (words) and columns (bits of a word); what they are counted from, where it stands beside them, goes to `origins`."""
    if both := reading.take(
        r"(?P<rows>\d+)\s*(?:行)?\s*[×*xX、,]?\s*(?P<columns>\d+)\s*列(?:(?:均|都)?从(?P<first>[01])(?:开始)?(?:编号|计数))?"
    ):
        if both["first"]:
            origins.update(row=int(both["first"]), column=int(both["first"]))
        return int(both["rows"]), int(both["columns"])
    if both := reading.take(r"(?P<rows>\d+)\s*[×*]\s*(?P<columns>\d+)(?=的?(?:位示图|位图|二维))"):
        return int(both["rows"]), int(both["columns"])
    width = reading.take_one(
        (
            rf"(?:机器|计算机)?(?:的)?字长(?:为|是|=|:)?\s*(?P<value>{INTEGER})\s*(?:位|bits?)",
            rf"(?:每个?|一个)字(?:有|为|是|占|含|长)*\s*(?P<value>{INTEGER})\s*(?:位|bits?)",
            rf"(?:采用|用|使用|是)?\s*(?P<value>{INTEGER})\s*位(?:字长)?(?:的)?(?:字(?!节)|(?=位示图|位图))",
        ),
        to_int,
    )
    words = reading.take_one(rf"(?:用|由|共|有|使用)+\s*(?P<value>{INTEGER})\s*个字(?!节)", to_int)
    return words, width


def _sectors(reading: Topic) -> int | None:
    """All sectors of a disk told by surfaces, tracks and sectors, each a block."""
    found = reading.take(
        rf"(?:磁盘|硬盘)?(?:共)?有?\s*(?P<surfaces>{INTEGER})\s*个?(?:盘面|记录面|磁头|柱面)\s*[,、]?\s*每个?(?:盘面|记录面|面|柱面)(?:上)?(?:有|分为|划分为|含)?\s*(?P<tracks>{INTEGER})\s*个?(?:条)?(?:磁道|柱面)\s*[,、]?\s*每个?(?:条)?(?:磁道|道)(?:上)?(?:有|分为|划分为|含)?\s*(?P<sectors>{INTEGER})\s*个?(?:扇区|块|物理块)"
    )
    return None if found is None else to_int(found["surfaces"]) * to_int(found["tracks"]) * to_int(found["sectors"])


def solve_size(parameters: Parameters) -> Solution:
    """How large a bitmap is: one bit a block."""
    bits, block, word = int(parameters["bits"]), int(parameters["block"]), int(parameters["word"])
    total = -(-bits // 8)
    said = {"size": size(total), "words": f"{-(-bits // word)} 个字" if word else "", "blocks": f"{-(-total // block)} 个" if block else ""}
    steps = [f"每块 1 位，共 {bits} 位。"]
    if "words" in parameters["asked"]:
        steps.append(f"⌈{bits} ÷ {word}⌉ = {-(-bits // word)} 个字。")
    if set(parameters["asked"]) != {"words"}:
        steps.append(f"⌈{bits}/8⌉ = {total} B，即 {size(total)}" + (f"，合 {-(-total // block)} 个盘块。" if block else "。"))
    return Solution(
        answer="；".join(said[task] for task in parameters["asked"]),
        also=(f"{total} B", f"{decimal(Fraction(total, 1024), 4)} KB", f"{decimal(Fraction(total, 1024), 4)} K")
        if parameters["asked"] == ["size"]
        else (),
        steps=paragraphs(*steps),
    )


def solve_bit(parameters: Parameters) -> Solution:
    """The bit of a block, or the block of a bit, or both."""
    if parameters["asked"] == ["word"]:
        count, width = int(parameters["block"]), int(parameters["columns"])
        return Solution(
            answer=f"第 {count // width + 1} 个字",
            also=(str(count // width + 1),),
            steps=f"前面有 {count} 块，每字 {width} 位：⌊{count}/{width}⌋ = {count // width} 个整字，故在第 {count // width} + 1 = {count // width + 1} 个字。",
            conventions=("块号从 0 起，“第几个字”从 1 数起",),
        )
    solutions = [{"cell": _bit_of_block, "block": _block_of_bit}[task](parameters) for task in parameters["asked"]]
    first = parameters["origins"]
    row_name, column_name = ("字号", "位号") if parameters["words"] else ("行号", "列号")
    return Solution(
        answer="；".join(one.answer for one in solutions),
        also=solutions[0].also if len(solutions) == 1 else (),
        steps=paragraphs(*(one.steps for one in solutions)),
        conventions=(f"{row_name}从 {first['row']} 起、{column_name}从 {first['column']} 起、块号从 {first['block']} 起",),
    )


def _block_of_bit(parameters: Parameters) -> Solution:
    columns, rows, first = int(parameters["columns"]), parameters["rows"], parameters["origins"]
    row, column = int(parameters["bit"][0]) - first["row"], int(parameters["bit"][1]) - first["column"]
    if not 0 <= column < columns or row < 0 or (rows and row >= int(rows)):
        stay_out("beyond the bitmap")
    count = row * columns + column
    return Solution(
        answer=f"{count + first['block']} 号块",
        also=(str(count + first["block"]),),
        steps=f"前面有 {row} 整行（字），每行 {columns} 位，本行前面还有 {column} 位：{row} × {columns} + {column} = {count}"
        + (f"，块号从 1 起，加 1 得 {count + 1}。" if first["block"] else "。"),
    )


def _bit_of_block(parameters: Parameters) -> Solution:
    columns, rows, first = int(parameters["columns"]), parameters["rows"], parameters["origins"]
    row_name, column_name = ("字号", "位号") if parameters["words"] else ("行号", "列号")
    count = int(parameters["block"]) - first["block"]
    row, column = divmod(count, columns)
    if count < 0 or (rows and row >= int(rows)):
        stay_out("beyond the bitmap")
    one, other = row + first["row"], column + first["column"]
    return Solution(
        answer=f"{row_name} {one}，{column_name} {other}",
        also=(f"第 {one} 行第 {other} 列", f"第 {one} 字第 {other} 位", f"{row_name}为 {one}，{column_name}为 {other}", f"{one}，{other}"),
        steps=(f"{count + 1} − 1 = {count}，" if first["block"] else "")
        + f"{count} ÷ {columns} = {row} 余 {column}"
        + (f"，从 1 起的加 1：{row_name} {one}，{column_name} {other}。" if (one, other) != (row, column) else "。"),
    )
