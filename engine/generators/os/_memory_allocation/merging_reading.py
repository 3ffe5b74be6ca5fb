"""Reading problems about giving memory back: a table of free areas, and an area beside none, one or two of them."""

from __future__ import annotations

import itertools

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.os._topic import Topic

_WORDS = (
    "最后 最终 都 作业申请 申请顺序 那个 按址 找 往后 陆续 来 分 放到 放 原来 里 总 完之后 分完 分完后 四个 五个 法 方法 进行 一次 机 基于 存储管理 存储 计算机 系统 采用 动态分区 可变分区 可变式分区 动态 分区 分配 分配算法 算法 内存 主存 依次 顺序 序列 次序 先后 如下 的顺序 操作 作业 进程 用户 发生 分配和释放 释放 释放的顺序 分配与释放 和释放 "
    "申请 请求 空间 管理 空闲 分区管理 方式 大小 用户区 全空闲 全部空闲 全空 都空闲 最开始 链表 空闲链表 表 空闲区表 空闲分区表 空闲区 空闲分区 空闲块 它们 各 当前 排列 按顺序 策略 连续 分配策略 连续分配 管理中 每个 各个 执行 处理 到来 要 现 某时刻 初始 地址 开始 程序 中 满足 得到 分给 时 完 后 分配后 分配完 完后 再 先 为 给 依 块 区 该区 原"
)


def recognise_merging(text: str) -> Recognition | None:
    """A table of free areas, and an area with its address that is given back: what it merges into. None: another problem."""
    reading = Topic(_pairs_written_out(text))
    start = r"(?:起始地址|起址|始址|首址|首地址|起始|地址)(?:为|是|在|=|:)*\s*(?P<start>\d+)\s*(?P<unit>[KM]B?(?![A-Za-z]))?"
    length = r"(?:长度|长|大小|容量)(?:为|是|=|:)*\s*(?P<length>\d+)\s*(?P<unit2>[KM]B?(?![A-Za-z]))?"
    reading.rest = patterns.sub(
        r"(\d+)\s*([KM])B?\s*(?:~|-|到|至)\s*(\d+)\s*\2B?(?:这一?段|这一?块|的)?(?:分区|区|块|空间)?(?=[^,;。]{0,6}(?:还|释放|回收|归还|运行结束|结束|完成))",
        lambda match: f"起址{match[1]}{match[2]}长{int(match[3]) - int(match[1])}{match[2]}",
        reading.rest,
    )
    reading.rest = patterns.sub(r"(\d+\s*[KM]B?)(?:处)?(?:开始|起)(?=(?:的)?(?:长|大小))", r"起址\1", reading.rest)
    # An area told twice, by its ends and by its length.
    reading.rest = patterns.sub(
        r"(?:占据?|占用|是|为|位于|在)*(?<!\d)(\d+)\s*([KM])B?\s*(?:~|-|到|至)\s*(\d+)\s*\2B?\s*(?:这一?段|的)?\s*[(,]\s*(?=(?:起始地址|起址|始址|首址|首地址)(?:为|是|=|:)*\s*(\d+)\s*\2B?\s*[,、]\s*(?:长度|长|大小)(?:为|是|=|:)*\s*(\d+)\s*\2)",
        lambda match: "," if int(match[1]) == int(match[4]) and int(match[3]) - int(match[1]) == int(match[5]) else match[0],
        reading.rest,
    )
    before_areas = reading.rest
    areas = reading.take_all(
        rf"(?:一|某)?(?:个|块)?(?:空闲区)?{start}\s*[,、;]?\s*(?:且)?{length}(?:的)?(?:空闲)?(?:分区|区域?|块)?(?:(?:的)?(?:那个|某)?(?:作业|进程)(?:占用的?)?(?:分区|区)?(?=被|释放|回收|归还|结束|完成))?(?P<freed>(?:的)?(?:(?:作业|进程)\d?)?(?:被|给|运行)?(?:释放|回收|归还|还回来|还|结束|完成))?"
    )
    freed = [match for match in areas if match["freed"]]
    if not freed:
        # `被释放的作业（起址60K，长20K）`: said before it, and `空闲区` before each of the others.
        for at, match in enumerate(areas):
            ahead = before_areas[areas[at - 1].end() if at else 0 : match.start()] + match[0]
            ahead = ahead[max(ahead.rfind(mark) for mark in "。;\n") + 1 :]
            given_back = patterns.search(
                r"(?:被|要|刚|新|待)?(?:释放|回收|归还)(?:了|掉)?(?:的)?(?:一个|某|一)?(?:作业|进程|分区|区域?|块|内存|主存|空间|(?=起|始|首))",
                ahead,
            )
            if given_back and "空闲" not in ahead[given_back.end() :]:
                freed.append(match)
            elif "空闲" not in ahead:
                return None
    if len(areas) < 2 or len(freed) != 1:
        return None
    reading.take_all(
        r"(?:而|且|它的?|其)*(?:前|后|上|下|左|右)(?:面|边|方)?(?:没有|无|没)(?:紧邻|相邻|邻接|紧挨)?(?:着)?(?:的)?(?:任何)?空闲(?:分)?(?:区|块)"
    )
    neighbours = reading.take_all(
        r"(?:它|其|该区|该分区|该作业|这块|这个区|的)*(?:前面?|后面?|上面?|下面?|左边?|右边?|低地址|高地址)(?:一?侧|端|方|边)?(?:各|都|正好|恰好|刚好|又|也)*(?:是|有)?(?:紧邻|紧挨|邻接|相邻|紧接|挨)(?:着)?(?:的)?(?:还|又)?(?:是|有)?(?:一)?(?:个|块)?(?:空闲(?:分)?(?:区|块))?"
        r"|(?:它|其|该区|该分区)?(?:的)?(?:前|后|上|下|左|右)(?:面|边|方)的(?:(?:一个|那个|那块|一块)?空闲(?:分)?(?:区|块)|(?=\ue000))"
        r"|(?:它|其|该区|该分区|该作业)?(?:的)?(?:上|下|前|后|左|右)(?:邻|邻接|相邻)(?:的)?(?:是|有|为)?(?:一)?(?:个|块)?(?:空闲(?:分)?(?:区|块))"
    )
    reading.refuse(r"页|段|伙伴|紧凑|如图|申请|适应|适配")
    reading.take_all(
        r"(?:被)?(?:释放|回收|归还|还)(?:回收|合并|回来|了)*(?:后|时)?(?:,)?(?:要|需要|应)?(?:与相邻(?:的)?(?:空闲区|分区)?合并)?|合并(?:后|所得)?(?:的)?"
    )
    largest = r"(?:其中)?(?:的)?最大(?:的)?(?:那个|一个)?空闲(?:分)?(?:区|块)(?:的)?"
    asked = reading.ask(
        (
            (
                rf"{largest}(?:始址|起址|首址|起始地址)(?:和|与|及|、)(?:大小|长度|容量)(?:各|分别)*(?:是|为)?(?:多少)?",
                "largest",
            ),
            (rf"{largest}(?:大小|长度|容量)?(?:有|是|为)?(?:多大|多少)", "largest size"),
            (
                r"(?:空闲(?:分)?区表|空闲区|表)?(?:中|里)?(?:还|共|剩|变|成|变成)*(?:有)?(?:几|多少)(?:项|个)(?:空闲(?:分)?区|表项)?",
                "count",
            ),
            (
                r"(?:所得|得到|新|形成|变成)*(?:到)?(?:的)?(?:新)?(?:的)?(?:空闲)?(?:分区|区|块)?(?:的)?(?:始址|起址|首址|起始地址)(?:和|与|及|、)(?:大小|长度|容量)(?:各|分别)*(?:是|为)?(?:多少)?",
                "merged",
            ),
            (
                r"(?:合并)?(?:完|后|所得|得到)*(?:变成|变为|得到)?(?:的)?(?:分区|空闲区|区)?(?:是|成)?什么样?子?(?:的)?(?=[,;。?]|$)",
                "merged",
            ),
            (r"(?:空闲(?:分)?区链|链|表)?(?:中)?(?:含|有|共)(?:几|多少)项", "count"),
            (
                r"空闲(?:分)?(?:区|块)(?:表|链)?(?:的)?(?:表)?(?:项|个)?(?:的)?(?:个)?数(?:目|量)?(?:是|为|变为|变成|共|有)*(?:多少|几)?个?",
                "count",
            ),
            (r"(?:所得|得到|新|形成|合并后?)*(?:的)?(?:空闲)?(?:分区|区|块)?(?:的)?(?:起始地址|始址|起址|首址)(?:是|为)?多少", "merged"),
            (r"(?:所得|得到)?(?:的)?(?:分区|区|块)(?:的)?(?:大小|长度)(?:是|为)?多少", "merged"),
        )
    )
    reading.finish(
        _WORDS
        + " 中间 它们中间 夹着 作业 进程 动态分区回收 动态分区的回收 分区回收 内存回收 被释放的作业 被释放的 被回收的 后的 得到 空闲区 现有 把 这段 出来 那个 变 成 合并出来 项 设动态分区管理中空闲区表为 合并 回收后 回收合并 释放 回收 相邻 "
    )
    units = {match[name].upper().rstrip("B") for match in areas for name in ("unit", "unit2") if match[name]}
    if not asked or len(units) > 1:
        return None
    holes = sorted((int(match["start"]), int(match["length"])) for match in areas if match not in freed)
    given = (int(freed[0]["start"]), int(freed[0]["length"]))
    every = sorted([*holes, given])
    if any(one[0] + one[1] > other[0] for one, other in itertools.pairwise(every)):
        return None
    if (neighbours or len(holes) == 1) and any(at + length != given[0] and given[0] + given[1] != at for at, length in holes):
        return None  # neighbours that do not touch
    unit = (units.pop() if units else "") + ("B" if units or any(match["unit"] for match in areas) else "")
    return Recognition(
        parameters={"areas": [list(hole) for hole in holes], "given": list(given), "asked": asked, "unit": unit},
        understood=(("空闲区（始址, 长度）", "；".join(f"{at}, {size}" for at, size in holes)), ("回收", f"{given[0]}, {given[1]}")),
    )


def _pairs_written_out(text: str) -> str:
    """`已有空闲区(100,100)和(300,50)` with the words for start and length, where the text says or lets see which is which."""
    pair = r"\(\s*(\d+)\s*([KM]B?)?\s*[,，]\s*(\d+)\s*([KM]B?)?\s*\)"
    if len(patterns.findall(pair, text)) < 2 or not patterns.search("回收|释放|归还|运行(?:结束|完)", text):
        return text
    text = patterns.sub(r"\(\s*(?:起始?地?址|始址|起址)\s*[,，]\s*(?:大小|长度?)\s*\)", "", text)
    text = patterns.sub(pair, lambda match: f"空闲区起址{match[1]}{match[2] or ''}长{match[3]}{match[4] or ''}", text)
    return patterns.sub(r"(?:已有|现有)?空闲(?:分)?区(?:链)?(?:按地址排列)?[,，]?(?:表项)?(?:为|有|:)?(?=空闲区起址)", "", text)


_TWO_SIDES = r"(?:上下|前后|左右|两侧|两边|上、下|前、后|上和下|前和后)"
_UP, _DOWN = r"(?:上|前|左|低地址)", r"(?:下|后|右|高地址)"
_FREE_NEAR = r"(?:空闲|相邻|邻接|紧邻)"
_NEIGHBOURS = (
    (
        1,
        rf"(?:不|没有?|无)(?:与)?{_UP}(?:面|邻|侧|边|方)?(?:相邻|邻接)?(?:的)?空闲[^,;。?!]{{0,3}}[,、]?(?:也|又|且)?(?:不|没有?|无)(?:与)?{_DOWN}[^,;。?!]{{0,8}}|"
        rf"{_TWO_SIDES}[^,;。?!]{{0,10}}(?:不|没有?|无|未|非)[^,;。?!]{{0,8}}{_FREE_NEAR}|{_TWO_SIDES}[^,;。?!]{{0,10}}(?:占用|已分配|在用|作业占)|(?:不|没有?)(?:与|和)任何[^,;。?!]{{0,6}}空闲[^,;。?!]*|与任何空闲[^,;。?!]*不[^,;。?!]*"
        rf"|{_UP}(?:面|邻|侧|边|方)?[^;。?!]{{0,3}}{_DOWN}(?:面|邻|侧|边|方)?[^,;。?!]{{0,4}}(?:都|均)(?:不是|没有|非|已被|被)[^,;。?!]*",
    ),
    (
        0,
        rf"(?:无|没有?|不与){_UP}(?:面|邻|侧|边|方)?[^,;。?!有与]{{0,8}}[,、]?(?:但|而|却)?(?:有|与){_DOWN}[^,;。?!不没无未非]{{0,10}}|"
        rf"(?:有|与){_UP}(?:面|邻|侧|边|方)?(?:相邻|邻接)?(?:的)?空闲[^,;。?!]{{0,3}}[,、]?(?:但|而)?(?:不|没有?|无)[^,;。?!]{{0,10}}|(?:有|与){_DOWN}(?:面|邻|侧|边|方)?(?:相邻|邻接)?(?:的)?空闲[^,;。?!]{{0,3}}[,、]?(?:但|而)?(?:不|没有?|无)[^,;。?!]{{0,10}}|"
        rf"(?:只|仅)(?:有|与)?[^,;。?!]{{0,8}}(?:一个|一侧|一边|{_UP}|{_DOWN})[^,;。?!]{{0,10}}{_FREE_NEAR}[^,;。?!]{{0,4}}"
        rf"|(?:与|有)?(?:{_UP}|{_DOWN})[^,;。?!不没无未非]{{0,8}}{_FREE_NEAR}[^,;。?!]{{0,4}}[,、]?(?:而|但)?(?:与|有|其)?(?:{_UP}|{_DOWN})[^,;。?!]{{0,10}}(?:不|没|无|非|占用|已分配)[^,;。?!]*"
        rf"|(?:与|有)?(?:{_UP}|{_DOWN})[^,;。?!]{{0,6}}(?:不|没|无|非|占用|已分配)[^,;。?!]{{0,6}}[,、]?(?:而|但)?(?:与|有|其)?(?:{_UP}|{_DOWN})[^,;。?!不没无非]{{0,10}}{_FREE_NEAR}[^,;。?!]{{0,4}}",
    ),
    (
        -1,
        rf"{_TWO_SIDES}[^,;。?!不没无未非占]{{0,12}}{_FREE_NEAR}[^,;。?!]{{0,4}}|(?:既)?(?:与|有)?{_UP}(?:面|邻|侧|边|方|相邻|邻接)?[^;。?!不没无未非占]{{0,14}}{_DOWN}(?:面|邻|侧|边|方|相邻|邻接)?[^,;。?!不没无未非占]{{0,12}}{_FREE_NEAR}[^,;。?!]{{0,4}}|(?:与|有)两个空闲[^,;。?!]{{0,6}}",
    ),
)
_CHANGE = r"(?:则|那么)?(?:空闲(?:分)?区)?(?:表|链)?(?:中|的|里)*(?:空闲)?(?:表项|(?:空闲)?(?:分)?区|项)?(?:的)?(?:个)?(?:总)?(?:数目|个数|项数|数量|数)?(?:会|将|应)?(?:怎么变|怎样变化|如何变化?|有何变化|变化|怎么变化|增减)(?:情况)?(?:是|为|呢|如何)?(?:多少|几)?|(?:空闲(?:分)?区)(?:表|链)?(?:中|的)*(?:表项|项|空闲(?:分)?区)?(?:个)?(?:数|数目|个数|项数)(?:将|会|应)?(?:是|为)?(?:多少|几)?(?=[,;。?]|$)"


def change_of(text: str) -> int | None:
    """How a row of words about neighbours (`有上邻空闲区，但无下邻空闲区`) changes the number of free areas; None: not clear."""
    text = patterns.sub(r"\s", "", text).replace("，", ",")
    return next((value for value, pattern in _NEIGHBOURS if patterns.search(pattern, text)), None)


def recognise_neighbours(text: str) -> Recognition | None:
    """How the number of entries changes when an area with free neighbours is given back, in each case that is told; None: another problem."""
    reading = Topic(text)
    if not reading.has("回收|收回|释放|归还") or not reading.has("空闲"):
        return None
    reading.refuse(r"\d\s*[KMG]?B|始址|起址|伙伴|页|段(?!时)")
    if wanted := reading.take(
        r"(?:造成|使|导致|引起)?(?:得)?(?:系统)?(?:的)?空闲(?:分)?区(?:表)?(?:的)?(?:表)?(?:项|个)?(?:数|数目|个数)?(?:的)?(?P<how>减少?|增加?|加|不变)\s*(?:1|一)?(?:个|项)?的(?:情况|情形)?(?:是|有|为)?几?\s*[。?]?\s*$"
    ):
        reading.questions.append(wanted.span())
        reading.finish(
            "动态分区 可变分区 管理 存储 方式 中 某 作业 进程 完成 后 系统 收回 回收 释放 其 主存 内存 空间 并 与 相邻 空闲区 合并 为此 需 修改 空闲区表 空闲分区表 存储管理 可变式 之后 时 将 分区 采用 的 空闲分区 需要 需修改"
        )
        return Recognition(
            parameters={"change for": 0 if wanted["how"] == "不变" else -1 if wanted["how"].startswith("减") else 1},
            understood=(
                (
                    "空闲区数",
                    {-1: "减 1", 0: "不变", 1: "加 1"}[0 if wanted["how"] == "不变" else -1 if wanted["how"].startswith("减") else 1],
                ),
            ),
        )
    before = reading.rest
    asked = reading.ask(((_CHANGE, "change"),))
    ends = [match.end() for match in patterns.finditer(_CHANGE, before)]
    ends += [match.end() for match in patterns.finditer("呢", before) if ends and match.end() > ends[0]]
    changes: list[int] = []
    start = 0
    for end in sorted(ends):
        piece = before[start:end]
        told = [(value, match.span()) for value, pattern in _NEIGHBOURS for match in patterns.finditer(pattern, piece)]
        if not told:
            return None
        changes.append(told[0][0])  # where none or one is free, the words for both are among those of it
        first = told[0][1]
        reading.take_spans([(start + first[0], start + first[1])])
        reading.questions.append((start + first[0], end))
        start = end
    reading.take_all(
        r"(?:将)?(?:它们|三者|两者)?(?:进行)?合并(?:之?后)?|(?:若|如果|当|在)?(?:系统|进程|作业)?(?:回收|释放|归还)(?:了|的|内存|分区|区|时|后|一个|某|主存|占用|作业|进程|这个|该)*|(?:(?:该|此|释放|回收|被)+(?:分区|区))?(?:的)?(?=\ue000)|呢"
    )
    reading.finish(
        "该分区 系统 之后 后 空闲分区表 空闲区表 则 会 将 动态分区 可变分区 管理 存储 方式 既 又 且 的 下 上 采用 中 区 分区 进程 作业 内存 主存 时 一个 某 空闲分区 空闲区 若 如果 表 数 数目 和 与 都 是 已 项 在 存储管理 为 可变式"
    )
    if not asked or not changes:
        return None
    shown = {-1: "上下（前后）都有", 0: "有一个", 1: "没有"}
    return Recognition(
        parameters={"change": changes[0]} if len(changes) == 1 else {"changes": changes},
        understood=(("相邻的空闲区", "；".join(shown[change] for change in changes)),),
    )
