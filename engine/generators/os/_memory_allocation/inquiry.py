"""Reading problems of dynamic partitions and of buddies by their rows of sizes and their questions, each found for itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.os._inquiry import Inquiry, Question
from engine.generators.os._memory_allocation.areas_reading import Told
from engine.generators.os._memory_allocation.reading import TOTAL, algorithms_of, refuse_conditions, understood_of
from engine.generators.reading import INTEGER, stay_out, to_int

_UNIT = r"(?:[KMG]B?|B|字节)(?![A-Za-z])"
_SIZE = rf"(?<![\d.A-Za-z])\d+\s*(?:{_UNIT})?(?![\d.]|\s*(?:个|种|次|块|号|名|道|%))"
_WHO = (
    r"(?:(?:作业|进程|任务|程序|请求|申请|用户)\s*(?:[A-Z]\d{0,2}|\d{1,2}|[甲乙丙丁戊])?|[A-Z]\d{0,2}|[甲乙丙丁戊]|\(\s*(?:\d|[a-h])\s*\))"
)
_BETWEEN = re.compile(
    rf"^(?:\s|,|、|;|和|与|及|以及|\||\(|\)|:|=|→|的|了|大小|长度|长|需要?|要|申请|请求|内存|空间|为|是|占|{_WHO}|第?\d{{1,2}}\s*号(?:分区|空闲区|区)?|分区\d|起址|始址|起始地址|首址|从|开始|空闲(?:分)?区)*$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?P<label>(?<![A-Za-z\d])(?<![\d.] )(?![KMG]B?(?![A-Za-z\d]))[A-Z]\d{0,2}|\(\s*(?:\d|[a-h])\s*\)|\d{1,2}\s*号(?:分区|空闲区|区)?|[甲乙丙丁])\s*(?:申请|请求|需要?|要|大小|长度|长|为|是|的|:|=|\(|起址|始址|,|\s)*$",
    re.IGNORECASE,
)
_FREE = re.compile(r"空闲|可用|空白|分区(?!分配|管理|存储|式)|区(?:表|链)")
_ASKS_FOR = re.compile(
    r"申请|请求|作业|进程|程序|需要|要求|装入|到来|来了?|依次分(?=\d)|分配(?!算法|策略|方式|前|后|系统|存储|管理)|要(?=\d)|需(?=\d)|用户"
)
_QUESTIONS = (
    Question(
        name="which",
        key=r"(?:哪|何)(?:一)?(?:种|个)(?:分配)?(?:算法|策略)|哪(?:一)?种(?=(?:才|可以?|能够?))|能够?满足(?:全部|所有|上述)(?:的)?(?:申请|请求|要求)?的(?:算法)?是",
    ),
    Question(name="largest", key=r"最大(?:的)?(?:可用)?(?:的)?(?:一个?|那块)?(?:空闲|可用)?(?:分区|区|块)"),
    Question(name="smallest", key=r"最小(?:的)?(?:可用)?(?:的)?(?:一个?|那块)?(?:空闲|可用)?(?:分区|区|块)"),
    Question(name="total", key=TOTAL),
    Question(
        name="count",
        key=r"(?<!哪)(?<!第)(?:多少|几)(?:个|块)(?:空闲|可用)?(?:的)?(?:分区|区|块)|(?:空闲|可用)(?:分区|区|块)(?:的)?(?:个数|数目|数量|数)",
    ),
    Question(name="start", key=r"(?:起始地址|始址|起址|首址|首地址)", unless="大小|长度"),
    Question(
        name="left",
        key=r"(?:该|所选|被选中的?|这个)(?:空闲)?(?:分区|区|块)?(?:还|会)*(?:剩余?|余)(?:下)?(?:的)?(?:那(?:一)?(?:块|部分)|空间|大小|部分)?",
    ),
    Question(
        name="failing",
        key=r"(?:能否|能不能|是否能?|可否)(?:都|全部|全)?(?:得到)?(?:满足|装入|装下|放下|分配)|(?:不能|无法|不会|得不到|没法|未能)(?:得到|被)?(?:满足|分配|装入|内存)|(?:哪|第几)(?:个|次|些)(?:作业|进程|申请|请求)?(?:会|将)?(?:失败|不能|无法|得不到|要等待)",
    ),
    Question(
        name="places",
        key=r"分配(?:到|得到|给(?:它|该作业|该进程)?)?的(?:空闲)?(?:分区|区|块)(?:的)?大小(?:应)?(?:为|是)|(?:分配|分|放|装|占|落|给|选|用|取)?(?:到|在|给|入|进|用|的是|得|中|自)*(?:了)?(?:原来?|原有)?(?:的)?(?:哪|第)(?:几|多少|一|个|些)*(?:个|块|号)?(?:空闲|可用)?(?:的)?(?:分区|区域|区|块|空间)|(?:空闲)?(?:分区|区|块)(?:的)?(?:编号|号|序号)|(?:原(?:来)?)?(?:大小)?(?:为|是)?(?:多少|多大|几)(?:的)?(?:空闲)?(?:分区|区|块)|(?<=\ue000)(?:算法|法)?(?:的)?(?:分配)?结果(?:是|为)?(?=什么|怎样|如何)|(?:分配|装入|放置)(?:的)?(?:结果|情况|位置|过程)|(?:每次|各次|依次|所)?(?:分配|选中|选择|占用)(?:到)?的(?:空闲)?(?:分区|区|块)(?!大小|的大小|编号)|(?:如何|怎样|怎么)分配|(?:依次|分别|各自?)?(?:选中|选择|分配到|分到|取用|使用)(?:的)?(?:空闲)?(?:分区|区|块)?(?:依次|分别)?(?:是|为)",
    ),
    Question(
        name="holes",
        key=r"(?:各|剩余|剩下|最后|此时|结束后|分配后|分配完|当前|的)*(?:空闲|可用)(?:的)?(?:分区|区|块)(?:链|表)?(?:的|各|分别|还|剩余|剩下?|大小|情况|分布|状态|长度|是|为|有)*(?=(?:哪些|多少|多大|几|什么|怎样|如何|\(|$|,|。))|(?:各|分别)?(?:剩余|剩下?)(?:的)?(?:大小|空间|空闲|容量)|(?:还)?剩(?:下)?(?:哪些|多少|多大)",
        unless=r"哪个空闲|分配到|放(?:进|到|入)|落在",
    ),
)
_WORDS = (
    "系统 内存 主存 存储 存储管理 管理 动态分区 动态 可变分区 可变式分区 分区 分配 分配算法 算法 采用 使用 按 地址 递增 从低到高 从小到大 顺序 次序 依次 先后 排列 排序 空闲 空闲区 空闲分区 空闲块 空闲分区链 空闲区表 空闲分区表 链 表 大小 长度 作业 进程 程序 任务 申请 请求 要求 需要 空间 到来 现有 四个 三个 五个 两个 六个 个 为 分别 依 适应 原 原来 原来的 原次序 "
    "各 各个 每个 各次 该 其 分得 分给 分到 被 将 会 应 应该 满足 结束 结束后 后 完 之后 当 时 从 起始 首个 第一个 开始 查找 连续 的 第 号 中 里 哪 选择 装入 放入 放进 位置 编号 始址 起址 起始地址 低地址端 低地址 划出 划分 剩余 剩下 单位 用户 交换系统 交换 若 则 用 法 有 一个 以 等待 不能 能 能否 写出 给出 说明 情况 某时刻 当前 设 初始 所有 相应 求 计算 三种 两种 四种 请求 队列 均 段请求 段 "
)


@dataclass(slots=True)
class _Row:
    """Sizes that stand in one row."""

    start: int
    end: int
    sizes: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    units: set[str] = field(default_factory=set)
    asked_for: bool = False


def _rows(reading: Inquiry) -> list[_Row]:
    """The rows of sizes of the text: sizes with nothing but labels and separators between them."""
    rows: list[_Row] = []
    last_end, pending = -1, ""
    for match in patterns.finditer(_SIZE, reading.rest, re.IGNORECASE):
        between = reading.text[last_end : match.start()] if last_end >= 0 else None
        before = reading.text[max(0, match.start() - 14) : match.start()]
        verb = patterns.search(r"(?:申请|请求|需要?|要|装入)(?:了|分配|内存|大小|为|\s)*$", before) is not None
        unit = patterns.search(_UNIT, match[0], re.IGNORECASE)
        label = _LABEL.search(before)
        if patterns.search(r"(?:那个|这个|那块|这块)\s*$", before):
            continue  # one of those that were told
        if (
            unit is None
            and patterns.match(r"\s*(?:号|[:=)]|\()", reading.rest[match.end() :])
            and patterns.search(r"[(\s,、;:第]$", before)
        ):
            continue  # the number of an area, not its size
        if between is None or "。" in between or not _BETWEEN.match(between) or (verb and not rows[-1].asked_for):
            rows.append(_Row(match.start(), match.end(), asked_for=verb))
        row = rows[-1]
        value = int(patterns.findall(r"\d+", match[0])[0])
        if patterns.search(r"(?:起址|始址|起始地址|首址|首地址|从)(?:为|是|:|=|\s)*$", before):
            row.starts.append(value)
            pending = patterns.sub(r"[\s()]", "", label["label"]) if label else ""
        else:
            row.sizes.append(value)
            row.labels.append(patterns.sub(r"[\s()]", "", label["label"]) if label else pending)
            pending = ""
        if unit:
            row.units.add(unit[0].upper().rstrip("B"))
        row.end = last_end = match.end()
    return rows


def placed(text: str) -> Recognition | None:
    """Requests placed in areas that are told by their sizes; None: another problem."""
    reading = Inquiry(text)
    algorithms = algorithms_of(reading)
    if not algorithms:
        return None
    reading.refuse(
        r"(?:按|依)(?:照)?(?:大小|容量|尺寸)|大小(?:递增|从小到大|由小到大)|伙伴|固定分区|页|紧凑|拼接|移动|碎片|高地址|高端|如图|递减|从大到小|由大到小|快速适应|图中|释放|归还|回收|撤离|退出|运行完|完成|段表|走了"
    )
    reading.take_all(
        r"\(?(?:均)?(?:按|依|以)?(?:照)?(?:地址|始址|起始地址|首址|起址)(?:的)?(?:递增|从小到大|从低到高|由低到高|由小到大|从低至高|次序|顺序|先后|排列|排序)(?:的|次序|顺序|排列|排序|先后|大小|依次|排|序|其)*(?:为)?\)?|(?:从|在)?(?:所选)?(?:空闲区|空闲分区|分区)?(?:的)?低(?:地址)?(?:端|部分|处)(?:开始)?(?:划出|切出|分配|划分)?|(?:从|由)低到高(?:的)?(?:次序|顺序)?"
    )
    refuse_conditions(reading)
    rover, beyond = _rover(reading)
    # What is asked of one request only: by its size, or by its place among them.
    single = None
    nth = next(
        (
            match
            for clause in reading.clauses()[-3:]
            if patterns.search("多少|多大|几|哪|什么", reading.text[clause.start : clause.end])
            for match in patterns.finditer(r"第\s*(?P<nth>[一二三四五六七八\d])\s*个(?:作业|进程|请求|申请|程序)", reading.text)
            if clause.start <= match.start() < clause.end
        ),
        None,
    )
    if nth is not None:
        reading.take_spans([nth.span()])
    for clause in reading.clauses()[-3:]:
        if (
            patterns.search("多少|多大|几|哪|什么", reading.text[clause.start : clause.end])
            and (
                one := patterns.search(
                    rf"(?:则|问|那么|其中|那个)?\s*(?:大小为)?(?P<value>\d+)\s*{_UNIT}(?:大小)?(?:的)?(?:作业|进程|请求|申请)?(?=(?:应|会|将|被|是)*(?:从|由|分|放|装|落|占|选|被))",
                    reading.rest[clause.start : clause.end],
                )
            )
            and len(patterns.findall(rf"(?<!\d){one['value']}(?!\d)", reading.text)) > 1
        ):
            if single is not None:
                return None
            single = int(one["value"])
            reading.take_spans([(clause.start + one.start("value"), clause.start + one.end())])
    rows = _rows(reading)
    holes, requests = _parted(reading, rows)
    if holes is None or not requests:
        return None
    labels = [label for label in holes.labels if label]
    names = [label for row in requests for label in row.labels if label]
    reading.take_spans([(row.start, row.end) for row in rows])
    for label in {*labels, *names}:
        reading.take_all(rf"(?<![A-Za-z\d]){re.escape(label)}(?![A-Za-z\d])|\(\s*{re.escape(label)}\s*\)")
    counts = [
        to_int(match["value"])
        for match in reading.take_all(rf"(?P<value>{INTEGER})\s*(?:个|块|次)(?=(?:空闲|作业|进程|申请|请求|分区|连续))")
    ]
    asked = [name for _, name in reading.inquire(_QUESTIONS)]
    reading.finish(_WORDS)
    if asked == ["places", "holes"] and patterns.search(r"(?<!各)(?<!分别)(?:还|会)*剩(?:下|余)?(?:多少|多大)[。?？\s]*$", text):
        asked = ["places", "left"]  # of the area that was just given
    sizes = [size for row in requests for size in row.sizes]
    if any(count not in (len(holes.sizes), len(sizes)) for count in counts):
        return None
    units = holes.units.union(*(row.units for row in requests))
    if len(units) > 1 or not asked or len(labels) not in (0, len(holes.sizes)) or len(names) not in (0, len(sizes)):
        return None
    if holes.starts and len(holes.starts) != len(holes.sizes):
        return None
    if any(row.starts for row in requests):
        return None
    starts: list[int | None] = list(holes.starts) if holes.starts else [None] * len(holes.sizes)
    told = Told(holes=list(zip(starts, holes.sizes, strict=True)), units=units)
    told.events = [(name, size) for name, size in zip(names or [""] * len(sizes), sizes, strict=True)]
    if labels and not holes.starts:
        told.labels = labels
    seen = understood_of(told, algorithms, list(dict.fromkeys(asked)), None, rover, beyond)
    if seen is None or (single is None and nth is None):
        return seen
    if list(dict.fromkeys(asked)) != ["places"] or (single is not None and (nth is not None or sizes.count(single) != 1)):
        return None
    only = to_int(nth["nth"]) - 1 if nth is not None else sizes.index(single) if single is not None else -1
    if not 0 <= only < len(sizes):
        return None
    return Recognition(parameters={**seen.parameters, "only": only, "original": "原" in text}, understood=seen.understood)


def _rover(reading: Inquiry) -> tuple[int | None, bool | None]:
    """For next fit: from which area the first search starts, and whether it starts behind the one used last."""
    beyond = (
        bool(
            reading.take_all(
                r"(?:以后)?(?:每次|下次|查找)?(?:都)?(?:是)?(?:均)?(?:从|接着)(?:上次|上一次|前次|刚)[^,;。\d]{0,16}(?:的)?(?:下一个|后一个|之后)(?:空闲)?(?:分区|区|块)?(?:处)?(?:开始)?(?:查找|找|开始|搜索|搜|查)*"
            )
        )
        or None
    )
    if last := reading.take(
        r"(?:上次|上一次|上回)(?:分配|查找?|找)?(?:的|到|在|的是|找到|结束)*(?:空闲)?(?:分区|区)?(?:是|为|在)?\s*\(?\s*第?(?P<value>\d|[一二三四五六])\s*\)?(?:个|号)?(?:空闲)?(?:分区|区|块)?"
    ):
        return (to_int(last["value"]) + 1 if beyond else None), beyond
    start = reading.take_all(
        r"\(?(?:初始|第一次|首次|开始|先|最初|均)?(?:时)?(?:查找)?(?:指针)?(?:从|指向)(?:第一个|首个|第1个|头|表头|链首|链头|低地址|最低地址|\(\s*1\s*\)|1(?!\d)(?:号)?)(?:的)?(?:空闲)?(?:分区|区|块)?(?:处|起)?(?:开始)?(?:第一次)?(?:查找|找|搜索|查|分配)*\)?"
    )
    return (1 if start else None), beyond


def _parted(reading: Inquiry, rows: list[_Row]) -> tuple[_Row | None, list[_Row]]:
    """The row of the free areas, and those of the requests.

    Raises:
        StayOut: a row that is neither.
    """
    holes: _Row | None = None
    requests: list[_Row] = []
    for row in rows:
        before = reading.text[max(0, row.start - 40) : row.start + 1]
        free = [match.start() for match in _FREE.finditer(before)]
        asks = [match.start() for match in _ASKS_FOR.finditer(before)]
        following = reading.rest[row.end :]
        behind = patterns.match(r"(?:大小)?(?:的|这)*(?:[一二三四五两\d]个)?(?:作业|进程|请求|申请|内存)", following)
        # `F1(100K)、F2(50K)两个空闲区`.
        called_free = patterns.match(r"\s*\)?\s*(?:的|这)?\s*(?:[一二两三四五六\d]个)\s*空闲", following) and holes is None
        if not called_free and (behind or (asks and (not free or max(asks) > max(free)))):
            requests.append(row)
        elif (
            called_free or (free and holes is None and len(row.sizes) > 1) or (patterns.match(r"(?:的)?空闲", following) and holes is None)
        ):
            holes = row
        else:
            stay_out(f"a row of nobody knows what: {row.sizes}")
    return holes, requests


_BUDDY_QUESTIONS = (
    Question(name="waste", key=r"(?:内部)?碎片"),
    Question(name="count", key=r"(?:多少|几)个空闲块|空闲块(?:的)?(?:个数|数目|数)"),
    Question(name="largest", key=r"最大(?:的)?(?:可用)?(?:连续)?空闲(?:块|区|空间)?"),
    Question(
        name="left",
        key=r"(?:剩余|剩下|空闲)(?:的)?(?:空闲|可用)?(?:内存|空间|块|容量)*(?:的)?(?:之和|总和|总大小|总共|一共|总量|总计|共)|(?:总共|一共|共)?(?:还)?剩(?:余|下)?(?:多少|多大)",
    ),
    Question(
        name="free", key=r"(?:剩余|剩下|各|哪些|当前)*(?:的)?(?:空闲块|空闲区|空闲分区|空闲内存块)(?:的)?(?:大小|都|有|分别|各|是|为|哪些)*"
    ),
    Question(name="starts", key=r"(?:起始地址|始址|起址|首地址|首址)"),
    Question(
        name="blocks",
        key=r"(?:块|空间|内存|分区)?(?:的)?(?:大小)|(?:实际)?(?:分得|分到|得到|获得|分配到?)的?(?:空间|内存|块)|(?:分到|得到|分配到|分给|占用?|获得|分配)(?:的)?(?:块|空间|内存)?(?:多大|多少)?(?:的)?(?:块|空间|内存)?|多大的(?:块|空间|内存)",
    ),
)


def buddies_asked(text: str) -> Recognition | None:
    """Requests and releases in a buddy system; None: another problem."""
    if "伙伴" not in text:
        return None
    # `申请 60KB(A)`: the name behind the size.
    text = patterns.sub(r"(?:申请|请求)\s*(\d+\s*[KMG]B?)\s*\(\s*([A-Z])\s*\)", r"\2申请\1", text)
    reading = Inquiry(patterns.sub(r"(?<=块|间|存)(?:的)?(?:之|总)和", "总大小", text))
    reading.refuse(r"斐波那契|说明|解释|为什么|原因|画出|示意图|伙伴块?的?(?:起始)?地址|平均|二进制|[01]{6,}")
    scale = {"K": 1, "M": 1024, "G": 1024 * 1024}
    amount = r"(?P<value>\d+)\s*(?P<unit>[KMG])B?(?![A-Za-z])"

    def kilobytes(match: re.Match[str]) -> int:
        return int(match["value"]) * scale[match["unit"].upper()]

    who = r"(?:作业|进程|任务)?\s*(?P<name>(?<![A-Za-z])(?!K|M)[A-Z]\d?(?![A-Za-z\d])|\d(?=\s*(?:申请|请求)))"
    events: list[tuple[int, str, int]] = []
    for match in reading.take_all(
        rf"释放(?:掉|了)?{who}|{who.replace('name', 'other')}(?:又|先|再|随后|运行)*(?:被)?(?:释放|归还|结束|完成|退出)(?:其|它)?(?:占用)?(?:的)?(?:块|内存|空间)?"
    ):
        name = (match["name"] or match["other"]).upper()
        # `and the largest block after B is released`: said once more.
        if not any(one[1] == name for one in events) or not patterns.match("(?:之|以)?后", reading.text[match.end() :]):
            events.append((match.start(), name, 0))
    for match in reading.take_all(rf"{who}\s*(?:=|要|申请|请求|需要?|\(|:|分配|了|内存|大小|为)*\s*{amount}\)?"):
        events.append((match.start(), match["name"].upper(), kilobytes(match)))
    if not events and (
        row := reading.take(
            r"(?P<names>(?:作业|进程)?\s*[A-Z](?:\s*[、,和]\s*(?:作业|进程)?[A-Z])+)(?:分别|依次|先后|各)*(?:申请|请求|需要?)(?:了|内存|大小|为)*\s*(?P<list>\d+\s*[KM]B?(?:\s*[、,和]\s*\d+\s*[KM]B?)+)(?:的)?(?:内存|空间)?"
        )
    ):
        names = patterns.findall(r"[A-Z]", row["names"])
        sizes = [kilobytes(match) for match in patterns.finditer(amount, row["list"])]
        if len(names) != len(sizes):
            return None
        events = [(row.start() + at, name, size) for at, (name, size) in enumerate(zip(names, sizes, strict=True))]
    if not events and (
        row := reading.take(
            r"(?:某|现)?(?:进程|作业|程序)?(?:依次|先后|现)*(?:申请|请求|需要?|要)(?:分配|一个|一块|了|内存|大小|为)*\s*(?P<list>\d+\s*[KM]B?(?![A-Za-z])(?:\s*[、,和]\s*\d+\s*[KM]B?(?![A-Za-z]))*)(?:的)?(?:内存|空间)?"
        )
    ):
        events = [
            (row.start() + place, f"第{place}个" if place > 1 else "请求", kilobytes(match))
            for place, match in enumerate(patterns.finditer(amount, row["list"]), 1)
        ]
    least = reading.take(rf"最小(?:的)?(?:分配)?(?:单位|单元|块)(?:的)?(?:大小)?(?:为|是)?\s*{amount}")
    total = reading.take(rf"{amount}(?:的)?(?:连续)?(?:内存|主存|空间|存储)*(?:空间|区)?")
    reading.take_all(
        r"\(?(?:起始地址|地址|起址)(?:从|为|是)?0(?:开始)?\)?|(?:初始|开始|起初)(?:时)?(?:为|是|全部|整块|均|都)*(?:空闲|一个|一整?块|空|\d+\s*[KMG]B?|\ue000|的|大小|为|空闲块)*|(?:且|并)?(?:分配时)?(?:总是)?(?:取|选择|使用)地址最低的(?:合适)?(?:的)?空闲块(?:进行)?(?:分配)?|\((?:不用管|不计|不考虑)顺序\)|从低地址(?:端)?(?:开始)?(?:分配|分割)?|(?:每次)?(?:从|选择?|取)地址最(?:低|小)的(?:合适|足够大)?(?:的)?(?:空闲)?块(?:开始)?(?:分割|分配|划分)?|最小(?:的)?(?:分配)?块(?:的)?(?:大小)?(?:不限|无限制|不作限制)"
    )
    of = [match["name"].upper() for match in reading.take_all(rf"{who}(?=(?:、|,|和|与|各|分别|的|所|占|分|得|获|这))")]
    reading.take_all(rf"(?<=\ue000)\s*[、,和与]\s*{who.replace('name', 'again')}")
    asked = [name for _, name in reading.inquire(_BUDDY_QUESTIONS)]
    reading.finish(
        "伙伴 伙伴系统 伙伴算法 系统 内存 主存 空间 存储空间 管理 采用 进程 作业 依次 先后 发出 申请 请求 分配 分配给 释放 随后 之后 后 其 占用 占用的块 块 空闲 空闲块 此时 时 系统中 中 共 有 总共 剩余 剩下 大小 起始地址 各 分别 满足 四个 三个 两个 个 都 分完 分完以后 完成 以 所 占 所占块 得到 分到 发生 如下 操作 若 实际 一个 一块 整块 为 按 2的幂 用 当 全部 又 再 然后 这 两次 三次 四次 五次 合计 共计 初始 连续 某 给 到 的 求 哪些 不用 没分 它 会 来 来了 要 "
    )
    if (
        total is None
        or not events
        or not asked
        or len({name for _, name, size in events if size}) != len([1 for _, _, size in events if size])
    ):
        return None
    size = kilobytes(total)
    if size & (size - 1):
        return None
    if least and any(0 < 2 * length <= kilobytes(least) for _, _, length in events):
        return None  # a block of the least size is given where half of it would do
    live: set[str] = set()
    steps = []
    for _, name, length in sorted(events):
        if length:
            live.add(name)
        elif name in live:
            live.remove(name)
        else:
            return None
        steps.append([name, length])
    named = list(dict.fromkeys(of))
    parameters: dict[str, object] = {"scheme": "buddy", "total": size, "unit": "KB", "events": steps, "asked": list(dict.fromkeys(asked))}
    if "starts" in asked:
        parameters["of"] = named if len(named) == 1 else []
        if len(named) not in (0, 1, len(live)) and set(named) != {name for _, name, length in events if length}:
            return None
    return Recognition(
        parameters=parameters,
        understood=(
            ("内存", f"{size} KB"),
            ("操作", "，".join(f"{name} 申请 {length}" if length else f"{name} 释放" for name, length in steps)),
        ),
    )
