"""Reading page-replacement problems without a whole reference string to run through: see `states`."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.os._topic import Topic, with_values
from engine.generators.reading import INTEGER, SEPARATOR, stay_out, to_int, to_ints

WORDS = (
    "页 页面 页号 页框 帧 物理块 内存 主存 中 算法 置换 淘汰 换出 替换 页面置换 指针 指向 当前 现 现在 此时 系统 进程 访问位 修改位 使用位 分别 依次 环形 排列 排列成 循环 链表 队列 环形排列 状态 位 A M R 各页 访问 一个 的 请求分页 分页 虚拟 存储 "
    "扫描 从 开始 顺时针 接着 再 又 然后 不在内存 不在 新页 缺页 发生 改进型 改进 时钟 简单 CLOCK NRU 应 被 首先 t时刻 时刻 驻留页 驻留 信息 如表 给 分配 围成圈 围成 圈 换入 要换入 一个新页 会 出去 去 最近 最后 装入 调入 时间 及 需要 要 必须 选择 一页 情况 如下 表 个 四个 三个 五个 "
)


def recognise_clock(text: str) -> Recognition | None:
    """Pages with their bits and the hand: whom CLOCK evicts. None: another problem."""
    reading = Topic(text)
    if not reading.has("CLOCK|时钟|NRU|最近未(?:使用|用)"):
        return None
    entry = r"(?:(?:页面?|帧|页框)\s*(?P<name>[A-Za-z]\d?|\d{1,3})|(?P<bare>(?<![A-Za-z\d])[A-Z]))\s*(?:号)?\s*\(\s*(?:(?:访问位|使用位|R|A)\s*(?:为|=)?\s*)?(?P<used>[01])(?:\s*,\s*(?:(?:修改位|M)\s*(?:为|=)?\s*)?(?P<changed>[01]))?\s*\)"
    found = reading.take_all(entry)
    names = [(match["name"] or match["bare"]).upper() for match in found]
    bits = [(int(match["used"]), int(match["changed"]) if match["changed"] else None) for match in found]
    what = "页"
    count = reading.take_one(rf"(?<!哪)(?!一)(?P<value>{INTEGER})\s*个(?:页面|页框|物理块|帧|页)", to_int)
    lists = reading.take(
        r"(?:依次|分别)*(?:装着|装有|存放|存有|放着|为|是|装入|(?=页号))(?:的)?(?:页面?|页号)?(?:是|为)?(?P<names>\d+(?:\s*[、,]\s*\d+)+)(?:号)?页?面?[,;]?(?:它们|各页|对应|相应)*(?:的)?(?:访问位|使用位)(?:依次|分别)*(?:为|是|:)?(?P<bits>[01](?:\s*[、,]\s*[01])+)"
    )
    if lists and not found:
        names, bits = patterns.findall(r"\d+", lists["names"]), [(int(bit), None) for bit in patterns.findall("[01]", lists["bits"])]
    elif not found:
        ranged = reading.take(
            r"(?P<what>帧|页框|页面?)\s*(?P<first>\d+)\s*(?:~|-|到|至)\s*(?P<last>\d+)(?:号)?(?:的)?\s*\(\s*(?:A|R|访问位|使用位|u)\s*,\s*(?:M|修改位|m)\s*\)\s*(?:分别|依次)*(?:为|是|:)*\s*(?P<bits>\(\s*[01]\s*,\s*[01]\s*\)(?:\s*[、,;]?\s*\(\s*[01]\s*,\s*[01]\s*\))+)"
        )
        if ranged is None:
            return None
        names = [str(number) for number in range(int(ranged["first"]), int(ranged["last"]) + 1)]
        bits = [(int(one), int(other)) for one, other in patterns.findall(r"\(\s*([01])\s*,\s*([01])\s*\)", ranged["bits"])]
        what = "帧" if ranged["what"] in ("帧", "页框") else "页"
    if count not in (None, len(names)) or len(names) != len(bits) or len(set(names)) != len(names) or not 2 <= len(names) <= 12:
        return None
    hand = reading.take(
        r"(?:当前|现在|此时)?(?:扫描)?指针(?:当前|现在|此时|正)*(?:指向|在|指在|指着|位于|从|处于)\s*(?:第)?(?:页面?|帧|页框)?\s*(?P<value>[A-Za-z]|\d{1,3})(?:号)?(?:页面?|帧|页框)?(?:处|开始)?"
    )
    if hand is None or hand["value"].upper() not in names:
        return None
    changed = all(one is not None for _, one in bits)
    if not changed and any(one is not None for _, one in bits):
        return None
    reading.take_all(
        r"\(?(?:访问位|使用位|A|R)\s*,\s*(?:修改位|M)\)?|按?第一轮(?:扫描)?(?:找|寻找|选)\(0,0\)(?:且)?(?:不改(?:访问)?位|不修改访问位|不清)?,?第二轮(?:扫描)?(?:找|寻找|选)\(0,1\)(?:同时|并|,)*(?:将|把)?(?:扫过|经过)(?:的)?(?:页|帧)?(?:的)?(?:A|访问位|使用位)?(?:都)?(?:清|置)(?:为)?0(?:的)?(?:步骤)?"
    )
    accesses = [
        match["page"]
        for match in reading.take_all(
            r"(?:现在?|接着|然后|再|又|此时|随后|要)*访问(?:新)?(?:页面?)?\s*(?P<page>\d{1,3})(?:号)?(?:页面?)?(?:时)?"
        )
    ]
    asked = reading.ask(
        (
            (
                r"(?:则|应|将|会|又|首先|最先|被)*(?:被)?(?:淘汰|换出|置换|替换)(?:的)?(?:页面?|帧|页框)?(?:是|为)?(?:谁|哪一?个?|几号|哪页|什么)?(?:页面?|帧|页框)?",
                "evicted",
            ),
        )
    )
    reading.finish(WORDS)
    if not asked:
        return None
    understood = (
        (
            "页",
            "、".join(
                f"{name}({used}{'' if modified is None else f',{modified}'})" for name, (used, modified) in zip(names, bits, strict=True)
            ),
        ),
        ("指针", hand["value"]),
    )
    parameters: dict[str, object] = {"names": names, "hand": names.index(hand["value"].upper())}
    if changed:
        if len(accesses) > 1:
            return None
        return Recognition(
            parameters=parameters
            | {
                "state": "improved",
                "names": [f"{what} {name}".replace("页 ", "页").replace("帧 ", "帧") for name in names],
                "bits": [list(pair) for pair in bits],
            },
            understood=understood,
        )
    if not accesses:
        accesses = ["新页"]
    return Recognition(
        parameters=parameters | {"state": "clock", "bits": [used for used, _ in bits], "accesses": accesses}, understood=understood
    )


def recognise_moments(text: str) -> Recognition | None:
    """A table of pages in memory with when each was loaded and last used; None: another problem."""
    reading = Topic(text)
    entry = (
        r"(?:页面?)\s*(?P<page>\d+)\s*(?:号)?\s*\(\s*(?:装入|调入|载入)(?:时刻|时间)?(?:为|=)?\s*(?P<loaded>\d+)\s*[,、]\s*(?:最近|上次|最后)(?:一次)?(?:访问|引用|使用)(?:时刻|时间)?(?:为|=)?\s*(?P<used>\d+)"
        r"(?:\s*[,、]\s*R\s*=\s*(?P<referenced>[01])\s*[,、]\s*M\s*=\s*(?P<modified>[01]))?\s*\)"
    )
    found = reading.take_all(entry)
    if not found:
        found = _rows_of_moments(reading)
    table = None if found else reading.take_table()
    if table is None and len(found) < 2:
        return None
    columns = (
        {name: tuple(str(match[name]) for match in found if match[name]) for name in ("page", "loaded", "used", "referenced", "modified")}
        if table is None
        else table.by_heading(
            (
                (r"(?:访问位|引用位)?\s*\(?R\)?(?:位)?|访问位|引用位", "referenced"),
                (r"(?:修改位)?\s*\(?M\)?(?:位)?|修改位", "modified"),
                (r"(?:虚拟?|逻辑)?页(?:面)?号?", "page"),
                (r"(?:装入|调入|载入|加载)(?:内存)?(?:的)?(?:时刻|时间)?", "loaded"),
                (r"(?:最近|上次|最后|最后一次)(?:一次)?(?:访问|引用|使用)(?:的)?(?:时刻|时间)?|访问(?:时刻|时间)", "used"),
                (r"(?:页框|页帧|帧|物理块|块)号?", "frame"),
            )
        )
    )
    if not {"page", "loaded", "used"} <= columns.keys() or any(not cell.isdigit() for cells in columns.values() for cell in cells):
        return None
    # From when the moments count: only which of them is earlier matters.
    reading.take_all(
        r"\(?(?:各|所有)?(?:时间|时刻)(?:均|都)?(?:从|自|以)[^,;。()\d]{0,14}(?:开始|起|为起点)*(?:计时?|算|计算|计起|算起)\)?"
    )
    algorithms = reading.take_words(
        (
            (r"先进先出|FIFO", "FIFO"),
            (r"最近最久未(?:使用|访问|用)|最近最少使用|LRU", "LRU"),
            (r"最近未(?:使用|用)|NRU", "NRU"),
            (r"第二次机会|二次机会|SECOND(?:-| )?CHANCE", "SECOND"),
            (
                r"(?:改进|增强)(?:型|的|了的|后的)*(?:CLOCK|时钟)(?:算法)?(?:\((?:按)?(?:以)?\(?R\s*,\s*M\)?\s*=\s*\(0\s*,\s*0\)(?:的|页|者)*(?:最)?优先(?:淘汰)?\))?",
                "CLOCK",
            ),
        )
    )
    reading.take_all(
        r"\(?(?:时间|时刻)(?:以|用|的单位(?:为|是))?时钟(?:滴答|点|周期)?(?:数)?(?:为单位|来?(?:计|表示))?\)?|(?:和|与|、|每个?页(?:面)?的)*R(?:位)?(?:和|与|、)M位?"
    )
    reading.refuse(r"CLOCK|时钟|OPT|最佳|改进")
    reading.take_all(r"内存\d+块已装页|(?:内存|主存)(?:中|里)?(?:已|现)(?:经)?(?:装入|有|装)(?:了)?(?:下列|以下|的)?页面?")
    reading.take_one(rf"(?P<value>{INTEGER})个(?:页框|页帧|物理块|帧)", to_int)
    reading.take_all(
        r"(?:当|若|如果)?(?:该|此)?(?:进程)?(?:要)?访问第?\s*\d+\s*(?:号)?(?:虚)?页(?:面)?(?:时)?,?(?:会|将)?(?:产生|发生|引起|出现)(?:了)?缺页(?:中断)?(?:时)?,?(?:请问|试问|问|则)?|各(?:个)?页(?:面)?的?装入(?:时间|时刻)(?:和|与|及|、)最近(?:一次)?(?:访问|使用)(?:时间|时刻)(?:\ue000|、|和|与|访问位|修改位)*(?:如下)?(?:表)?(?:所示)?:?|(?:若|如果)?(?:采用|用|改用)(?=\ue000+呢)|(?<=\ue000)呢"
    )
    reading.take_all(
        r"(?:此时|现在|这时)?(?:要)?访问(?:不在内存的)?(?:一个)?(?:\d+号)?(?:新)?页面?(?:\d+)?(?:\(?不在内存(?:中)?\)?)?|t时刻"
    )
    asked = reading.ask(
        (
            (
                r"(?:发生)?(?:缺页)?(?:时)?(?:要|需要?|必须)?(?:则|应|将|会|分别|各|被)*(?:淘汰|换出|置换|替换)(?:的)?(?:一)?(?:个)?(?:页面?)?(?:是|为)?(?:谁|哪一?个?|几号|哪页|哪几个|什么)?(?:页面?)?",
                "evicted",
            ),
        )
    )
    reading.finish(WORDS)
    if not asked or not algorithms:
        return None
    rows: list[dict[str, object]] = [
        {"page": page, "loaded": int(loaded), "used": int(used)}
        for page, loaded, used in zip(columns["page"], columns["loaded"], columns["used"], strict=True)
    ]
    if {"NRU", "CLOCK", "SECOND"} & set(algorithms):
        if len(columns.get("referenced", ())) != len(rows) or len(columns.get("modified", ())) != len(rows):
            return None
        for row, used, changed in zip(rows, columns["referenced"], columns["modified"], strict=True):
            row["class"] = 2 * int(used) + int(changed)
        # Where the hand is does not matter as long as one page alone is (0,0), or else (0,1).
        if "CLOCK" in algorithms and min(int(str(row["class"])) for row in rows) > 1:
            stay_out("where the hand is")
    for name in ("loaded", "used", *(["class"] if {"NRU", "CLOCK"} & set(algorithms) else [])):
        if [row[name] for row in rows].count(min(int(str(row[name])) for row in rows)) > 1:
            stay_out("two as old")
    if "SECOND" in algorithms:
        # By when they were loaded, those not referenced before the others.
        for row, used in zip(rows, columns["referenced"], strict=True):
            row["chance"] = int(used) * 10**9 + int(str(row["loaded"]))
    return Recognition(
        parameters={"state": "moments", "algorithms": algorithms, "rows": rows},
        understood=(
            ("算法", "、".join(algorithms)),
            ("页（装入, 访问）", "；".join(f"{row['page']}（{row['loaded']}, {row['used']}）" for row in rows)),
        ),
    )


_MOMENTS = (
    r"(?:装入|调入|载入|加载)(?:内存)?(?:的)?(?:时刻|时间)",
    r"(?:最近|上次|最后|最后一次|上一次)(?:一次)?(?:访问|引用|使用)(?:的)?(?:时刻|时间)",
    r"(?:访问位|引用位|R位?)",
    r"(?:修改位|M位?)",
)


def _rows_of_moments(reading: Topic) -> list[re.Match[str]]:
    """`装入时间、上次访问时间、访问位、修改位如下：页0 126 279 0 0；页1 ……`: rows behind a list of what their figures are."""
    joint = r"\s*(?:、|,|和|及|与|/|\s)\s*"
    before = reading.rest
    if patterns.search(r"(?m)^\s*\d+(?:\s+\d+){2,}\s*$", before):
        return []  # a table has its own headings
    heads = reading.take(
        rf"(?:页号{joint})?{_MOMENTS[0]}{joint}{_MOMENTS[1]}(?:{joint}{_MOMENTS[2]}{joint}{_MOMENTS[3]})?(?:分别|依次)?(?:如下|为|是|:)*"
    )
    if heads is None:
        return []
    bits = (
        r"[ ,、]+(?P<referenced>[01])[ ,、]+(?P<modified>[01])"
        if patterns.search("修改|M", heads[0])
        else r"(?P<referenced>(?!))?(?P<modified>(?!))?"
    )
    rows = reading.take_all(
        rf"(?:第|页(?:面)?)?\s*(?<!\d)(?P<page>\d+)\s*(?:号)?(?:页)?\s*[:(]?[ ,、]*(?P<loaded>\d+)[ ,、]+(?P<used>\d+){bits}\)?(?!\d|[ ,、]*\d)"
    )
    if len(rows) < 2:
        reading.rest = before
        return []
    return rows


def recognise_working_set(text: str) -> Recognition | None:
    """The working set at one point of a reference string; None: another problem. Also the bounds of the faults of any algorithm."""
    if "工作集" not in text:
        return _recognise_bounds(text)
    # `…6,2,4` and `…(t)`: what comes before the row and after it changes no set within the window.
    text = patterns.sub(r"(?:…|⋯|\.{2,})+\s*[,，、]?\s*(?=\d)|(?<=\d)\s*[,，、]?\s*(?:…|⋯|\.{2,})+", "", text)
    # `3,2,t,0,4`: the moment stands in the row itself.
    moment = patterns.search(r"(?<=\d)\s*,\s*↑?\s*t\s*,\s*(?=\d)", text)
    if moment:
        before = patterns.search(r"(?:\d+\s*,\s*)*\d+$", text[: moment.start()])
        text = text[: moment.start()] + ", " + text[moment.end() :]
    reading = Topic(text)
    window = reading.take_one(
        (
            rf"(?:工作集)?窗口(?:的)?(?:大小|尺寸|长度|宽度)?\s*(?:Δ|Δt|τ|k|w)?\s*(?:为|是|=|:)*\s*(?P<value>{INTEGER})",
            r"Δ\s*(?:为|是|=|:)*\s*(?P<value>\d+)",
        ),
        to_int,
    )
    strings = [match for match in reading.take_all(rf"(?:…+)?\d+(?:{SEPARATOR}\d+){{4,}}") if len(to_ints(match[0])) >= 5]
    if len(strings) != 1 or window is None:
        return None
    references = to_ints(strings[0][0])
    at = reading.take(
        r"(?:走到|到|在|执行到|访问到)?(?:第)\s*(?P<value>\d+)\s*次访问(?:\((?P<page>\d+)\))?(?:之?后|(?P<before>之?前))?(?:那一刻|那时|时)?"
    )
    last = (
        None
        if at
        else reading.take(
            r"\(?(?:其中)?(?:最后(?:一个|一次)?(?:访问)?(?:的)?(?:页面?)?\s*(?:\d+\s*)?(?:号)?(?:页面?)?(?:在|为|是)(?:时刻t|t时刻|t)(?:时)?(?:被)?(?:访问)?(?:的)?|(?:t时刻|时刻t|t)(?:为|是|刚(?:刚)?)?(?:访问)?(?:完)?(?:最后一?个?)(?:页面?)?\s*\d*(?:的)?(?:时刻|时|之后|后)?)\)?"
        )
    )
    del last
    place = int(at["value"]) if at else len(references)
    if moment:
        if at or before is None or patterns.search(r"t\s*=|之后", text):
            return None
        place = len(to_ints(before[0]))
    if at and at["before"]:
        place -= 1
    if (
        not 1 <= place <= len(references)
        or (at and at["page"] and at["before"])
        or (at and at["page"] and int(at["page"]) != references[place - 1])
    ):
        return None
    reading.take_all(r"(?:则)?在?(?:t时刻|时刻t)(?:之?前)?|\(?由早到晚\)?|\(?从早到晚\)?")
    asked = reading.ask(
        (
            (r"工作集(?:的)?(?:大小|页数|中?有几(?:个)?页)(?:是|为)?(?:几|多少)?", "size"),
            (r"(?:的)?工作集(?:是|为|有|包含)*(?:什么|哪些页?面?|多少|几)?(?=[,;。?!]|$)", "set"),
        )
    )
    reading.refuse("缺页|置换|抖动")
    reading.finish(
        WORDS + "工作集 窗口 大小 访问串 引用串 引用 序列 走向 则 已知 最近 那一刻 之后 时 后 到 止 为止 前 次 页面访问序列 页面序列"
    )
    if not asked:
        return None
    return Recognition(
        parameters={"state": "working-set", "references": list(references), "window": window, "at": place, "asked": asked},
        understood=(("访问串", listed(references)), ("窗口", str(window)), ("时刻", f"第 {place} 次访问之后")),
    )


def _recognise_bounds(text: str) -> Recognition | None:
    reading = Topic(with_values(patterns.sub(r"[,(]\s*m\s*<?\s*n(?=\s*[,)])", "", text), "pnm"))
    length = reading.take_one(
        (r"(?:页面)?(?:访问)?(?:序列|串|页面走向)(?:的)?长度?(?:为|是)?\s*(?P<value>\d+)", r"(?:共)?访问\s*(?P<value>\d+)次"), int
    )
    different = reading.take_one(r"(?:其中)?(?:含|有|包含|出现)?(?:了)?\s*(?P<value>\d+)\s*个?(?:不同|互异|相异)(?:的)?页面?", int)
    frames = reading.take_one(r"(?:分配|分得|有)?(?:了)?\s*(?P<value>\d+)\s*个(?:页框|物理块|帧)", int)
    if None in (length, different, frames) or not reading.has("任[何意一]"):
        return None
    assert length is not None and different is not None and frames is not None
    reading.take_all(r"\(?(?:初始)?(?:均|都)?(?:为)?空(?:,)?(?:\d+<\d+)?\)?|\d+<\d+|任[何意一](?:一?种)?(?:页面)?(?:置换|替换)?算法")
    asked = reading.ask(
        (
            (
                r"缺页(?:次数|数|中断次数)?(?:的)?(?:下限|下界|最小值)(?:和|与|、)(?:上限|上界|最大值)(?:各|分别)?(?:是|为)?(?:多少|几)?",
                "both",
            ),
        )
    )
    reading.finish(WORDS + "序列 设")
    if not asked or not frames < different <= length:
        return None
    return Recognition(
        parameters={"state": "bounds", "length": length, "different": different},
        understood=(("访问次数", str(length)), ("不同的页", str(different))),
    )
