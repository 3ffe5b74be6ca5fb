"""Reading page-replacement problems: the reference string, the frames, the algorithms and what is counted."""

from __future__ import annotations

import re
from typing import TypeAlias

from engine.generators import patterns
from engine.generators.kind import Missing, Recognition
from engine.generators.markdown import listed
from engine.generators.os._topic import Topic
from engine.generators.reading import INTEGER, SEQUENCE, stay_out, to_int, to_ints

Page: TypeAlias = int | str

_FRAME = r"(?:物理内存页|物理页框|内存页框|物理页面|物理块|内存块|主存块|存储块|页框|页帧|页架|物理帧|帧|实页|物理页|块物理内存|块内存|块主存|空?框|块|frames?)"
_COUNTS = rf"{INTEGER}(?:\s*个?\s*(?:和|与|、|或者?|/)\s*(?:[A-Za-z]\s*)?=?\s*{INTEGER})?"
_NO_MORE = r"(?!\d|\s*(?:个?\s*[和与、或/]|->|→|-|\s)\s*\d)"
_MANY = r"(?:多少|几)"
_FAULT = r"(?:缺页|页面失效|页故障|page\s*faults?)(?:中断|异常|错误)?"


_AMOUNT = r"(?<![\d.])\d+\s*(?:KB|K|B|字节|个?字|单元)(?![A-Za-z母符段节])"


STRING_ASKED = r"(?:求|写出|给出|列出|计算|确定)(?:出)?(?:其|相应的?|对应的?|该程序的?)?(?:页面)(?:的)?(?:访问|引用)?(?:串|序列|走向)"
"""Where addresses are told: the pages they lie in."""


def _amount(text: str) -> int:
    number = int(patterns.findall(r"\d+", text)[0])
    return number * (1024 if "K" in text.upper() else 1)


def recognise(text: str) -> Recognition | None:
    reading = Topic(decimal_addresses(text))
    reading.refuse(
        r"缺页(?:中断)?(?:的)?(?:平均)?(?:处理|服务)(?:时间|开销)|第[一1]次被(?:淘汰|置换|换出)的|改进|增强|二次|NRU|LFU|MRU|PBA|(?:最后|倒数|第\d+|第[二三四五六])一?次(?:缺页|淘汰|置换)|未用算法|全局|预(?!分配)|锁定|TLB|快表|页表|0x|\d[0-9A-F]*H(?![A-Za-z])|工作集|已(?:经)?(?:有(?!一个另外放程序)|装|调|驻|在(?:内存|主存))|(?:内存|主存|页框)(?:中|里)?(?:现|原|当前)?有(?!哪|几|多少)|最近访问|修改位|数组|缓冲"
    )
    reading.refuse(r"分别(?:表示|代表)[^,;。]{0,24}(?:缺页|页面失效)")
    reading.take_all(r"\(?(?:已有|另有|另外)?一个?(?:页框)?(?:另外)?(?:用来|用于)?(?:存放|放|装)程序\)?")
    string = reading.take(STRING_ASKED)
    page_size = reading.take_one(rf"(?:每个?|一)?(?:页面|页)(?:的)?(?:大小|长度|长|尺寸)?(?:为|是|有|=|:)*(?P<value>{_AMOUNT})", _amount)
    algorithms = reading.take_words(
        (
            (r"(?:最近最久未(?:被)?(?:使用|访问|用)|最近最少(?:使用|访问)|最久未(?:使用|访问)|LRU)", "LRU"),
            (r"先进先出|先入先出|FIFO", "FIFO"),
            (
                r"最佳(?=页面|置换|淘汰|替换|算法|\(|,|、|和|与|的|$)|最优(?=页面|置换|淘汰|替换|算法|\(|,|、|和|与|的|$)|理想(?=页面|置换|淘汰|算法)|OPT(?:imal)?",
                "OPT",
            ),
            (r"(?:简单的?|基本的?)?(?:CLOCK|时钟)", "CLOCK"),
        )
    )
    two = reading.take(
        rf"(?:分配?给?|给|用)?(?<![\d.])(?P<one>{INTEGER})\s*个?{_FRAME}(?:时|的时候)?\s*(?:和|与|、|及|,)\s*(?:分配?给?|给|用)?(?P<other>{INTEGER})\s*个?{_FRAME}"
    )
    two = two or reading.take(
        rf"{_FRAME}(?:数|个数)?(?:由|从)(?P<one>{INTEGER})个?(?:增加|增|变|改|扩)?(?:到|为|成|至)+(?P<other>{INTEGER})个?"
    )
    counts = read_frames(reading, len(algorithms))
    reading.take_all(r"\((?:最初)?装入(?:时)?(?:也|都)(?:算|计)(?:入|作|为)?(?:缺页)?\)")
    if two:
        if counts is not None:
            return None
        counts = (to_int(two["one"]), to_int(two["other"]))
    references = read_references(reading)
    if (pages := reading.take(rf"(?:进程|作业|程序)(?:共|一共)?有(?P<value>{INTEGER})个?(?:逻辑|虚)?页面?(?=[,。;])")) and to_int(
        pages["value"]
    ) < len(set(references)):
        return None
    if page_size is not None:
        reading.take_all(r"\(?(?:均为|以)?十进制(?:数|表示)?\)?|\(?按字(?:节)?(?:编址)?\)?(?![\w])")
        # Addresses, not pages, are listed; without the word nobody knows.
        if not reading.take_all(
            r"(?:依次|先后)?(?:访问|引用|要访问)?(?:的)?(?:逻辑|字|字节|虚拟|虚|指令|数据)*(?:的)?地址(?:序列|流|走向|\(十进制\))?(?:依次|分别)?(?:为|是|:)?"
        ):
            return None
        if not all(isinstance(address, int) for address in references):
            return None
        references = tuple(int(address) // page_size for address in references)
    else:
        reading.refuse("地址")
    if counts is None and (
        pages := reading.take(rf"(?:主存|内存)?(?:分配?给?|给)(?:该|这个|它)?(?:程序|进程|作业)?(?P<value>{INTEGER})个?页面?(?=\()")
    ):
        counts = (to_int(pages["value"]),)
        told = reading.take(rf"(?<=\ue000)\((?:即|共)?(?P<value>{_AMOUNT})\)")
        if told and (page_size is None or _amount(told["value"]) != counts[0] * page_size):
            return None
    room = reading.take_one(
        rf"(?:分配给?(?:该|某)?(?:作业|进程|程序|它)?(?:的)?)?(?:主存|内存)(?:空间|容量)?(?:为|是|有|共)*(?P<value>{_AMOUNT})(?:的)?(?:主存|内存)?(?:空间)?",
        _amount,
    )
    if room is not None:
        if page_size is None or room % page_size or counts not in (None, (room // page_size,)):
            return None
        counts = (room // page_size,)
    initial = reading.take(
        r"(?:不计|不算|不包括|不含|不统计|不考虑)(?:最初|初始|首次|第一次|开始|刚开始)?(?:的)?(?:几次)?(?:装入|调入|载入|装载)(?:的)?(?:缺页)?"
    )
    reading.take_all(
        r"(?:最初|初始|首次|第一次|一?开始|刚开始|开头|起初|最开始|最前面)(?:时)?(?:的)?(?:那)?(?:几次|几个|几页)?(?:的)?(?:空块|页面?)?(?:装入|调入|载入|装载|缺页)(?:的)?(?:页面?)?(?:也|都|均)?(?:要|需|应)?(?:计入|算作?|计为|记为|算入|计算在内|统计|计|算)(?:为|作|一次)?(?:缺页)?(?:次数)?(?:在内)?"
    )
    reading.take_all(
        r"(?:(?:一?开始|初始|最初|起初)(?:时|状态)?(?:下)?)?(?:时)?,?\s*(?:这些|所有|全部)?(?:的)?(?:内存|主存|物理块|页框|页帧|帧|块)?(?:中|里)?"
        r"(?:均|都|全部?)?(?:为空|是空的|空闲|未装入任何页面?|没有(?:装入)?(?:任何)?页面?|无任何页面?|没有页面?)(?:状态)?"
    )
    reading.take_all(
        r"\(?(?:包?含|包括|算上|计入|计)(?:最初|初始|首次|第一次)(?:的)?(?:几次)?(?:装入|调入|缺页)(?:的)?(?:缺页)?\)?|(?:初始|最初|开始)(?:时)?(?:全|都|均)?(?:为)?空(?!闲)"
    )
    reading.take_all(
        r"(?:初始|开始|最初|起初|一开始|起始)(?:时|状态)?(?:下)?,?(?:\ue000|这些|所有|全部|各|内存|主存|里|中|的)*(?:全|都|均|为|是)*空(?:着|的)?(?=[,;。)?!:]|$)"
    )
    if "CLOCK" in algorithms:
        reading.take_all(
            r"(?:访问位|使用位|引用位)(?:在)?(?:页面?)?(?:装入|调入|命中)(?:时|后)?(?:和|与|或|、|,|也|都|均|就|命中|装入|访问|时|后|被)*(?:置为?|设为?)1(?!\d)(?:[,、]?(?:命中|再访问|访问)(?:时|后)?(?:也|都|亦|就)*(?:置为?|设为?)1(?!\d))?"
        )
        reading.take_all(
            r"(?:初始|开始|起初)?(?:时)?指针(?:初始|开始)?(?:时)?(?:指向|在|指在|从)第?[01一]号?个?(?:页框|框|帧|位置)(?:开始)?|新?(?:装进来|装入|调入)(?:页|时)?(?:置|将|把)(?:访问位|使用位)(?:置)?(?:为)?1|(?:新页)?(?:装进来|装入|调入|进来|命中)(?:时|后)?(?:访问位|使用位)?(?:=|置|为|设为)+1(?!\d)|\(?(?:只有|仅有|用|带|只用)?(?:一|1)(?:位|个)(?:访问位|使用位|引用位)\)?|(?:页面?|新页)?(?:装入|调入|载入|被访问|访问|命中|再次访问|装入或被访问|装入或命中)(?:内存)?(?:时|后)?,?(?:就|则|都|也|只|仅)?(?:其|将|把|使)?(?:访问位|使用位|引用位|R位|u位)(?:均|都|被)?(?:置为?|设为?|设置为?|记为)1(?!\d)"
            r"|(?:替换|置换|装入|缺页)?(?:后|时)?(?:,)?指针(?:随后|随即|然后|则|就)?(?:指向|移到|移动到|停在|移至|前移到)(?:被|刚|新)*(?:替换|置换|装入|淘汰)?(?:的)?(?:页框|页面|页|位置|那个)*(?:的)?(?:下一个?|后一个?|后面一个)(?:页框|位置|页面|页|帧|单元)?|指针(?:就)?(?:下移|前移|后移|不动|不移动|不变|移动一位|移一位|加1)|指针(?:初始)?从(?:第)?0号?(?:页)?(?:框|帧|位置)?开始|(?:初始|开始)(?:时)?指针(?:指向|在)(?:第一个|0号|首个|第0个|第1个)(?:页框|位置|页|帧)"
        )
    first = rf"(?:最前面?|最开始|最初|开头|前|头)(?:的)?(?P<value>{INTEGER})[次个](?:页面?)?(?:的)?(?:装入|调入|载入|缺页|访问)(?:的)?(?:页面?|缺页)?(?:次数)?"
    filled = reading.take_one(
        (
            rf"\(?(?:包?含|包括|算上|计入|要算|也算|计)(?:了)?{first}(?:(?:也|都)?(?:要|应)?(?:算|计入|计))?(?:在内)?\)?",
            rf"\(?{first}(?:也|都|均)(?:要|应)?(?:算|计入|计)(?:作|为)?(?:缺页)?(?:在内)?\)?",
        ),
        to_int,
    )
    reading.take_all(r"(?:请)?(?:画|列)出?(?:页面)?(?:置换|替换|淘汰)?(?:的)?(?:过程|情况|示意图|图|表)")
    asked = reading.ask(
        (
            (r"(?:这种|该|此|上述|这一?)(?:现象|情况)(?:被)?(?:称为|称作|叫做?|是)(?:什么|几|何)?(?:现象|异常)?", "belady"),
            (r"(?:是否|有没有|会不会|有无)?(?:会)?(?:出现|产生|发生|存在)?(?:了)?Belady(?:现象|异常)?(?:现象)?(?:吗|没有)?", "belady"),
            (
                r"(?:比\ue000+|\ue000+比\ue000+)(?:算法)?(?:少|多)(?:缺页|缺|产生|发生)?(?:了)?(?:多少|几)次(?:缺页)?|(?:缺页)?(?:次数)?(?:相差|差)(?:了)?(?:多少|几)次?|(?:缺页)?(?:中断)?(?:的)?次数(?:之差|的差值?|差值)(?:是|为)?(?:多少|几)?",
                "difference",
            ),
            (
                r"(?:最终|最后)(?:时)?各?(?:页框|框|帧)(?:中|里|内)?的?(?:内容|页面?号?)(?:各?(?:是|为)(?:什么|哪些|多少|几)?)?|(?:最后|最终|结束(?:时|后)?|访问(?:完|结束)(?:时|后)?|此时|这时)+,?(?:还|仍)?(?:留|驻留|存|剩)?(?:在)?(?:内存|主存|页框|物理块)(?:里|中)?(?:的)?(?:内容|是|有|页面|页|剩)*(?:是|有)?(?:哪些|哪几|什么)?个?(?:页面?|页号)?|内存(?:中|里)?(?:最后|最终)(?:的)?(?:留下?|剩下?|是|有|页面|页)*(?:哪些|哪几|什么)?个?(?:页面?)?",
                "final",
            ),
            (r"(?:从)?栈顶(?:到|至)栈底(?:的)?(?:页号?|内容|页面)?(?:依次|排列|的|次序|顺序)*(?:是|为)?(?:什么|多少|几)?", "stack"),
            (
                r"(?:第一(?:个|页)|最先|首先|第1个|最早)(?:被)?(?:换出|淘汰|置换|替换)(?:出去|去|出|的)*(?:页面?)?(?:是|为)?(?:几号|哪一?个|哪号|第?几|什么)?(?:页面?)?",
                "first-evicted",
            ),
            (rf"{_FAULT}(?:的)?(?:率|比率|概率)", "rate"),
            (
                rf"(?:总共|一共)?(?:页面)?(?:置换|替换|淘汰|换出)(?:页面?)?(?:的)?(?:次数|总数|总次数)|{_MANY}次(?:页面)?(?:置换|替换|淘汰|换出)|(?:总共|一共)?(?:置换|替换|淘汰|换出)(?:了)?{_MANY}(?:次|页|个页面?)",
                "replacements",
            ),
            (
                r"(?:依次|先后|顺序|每次|列出|缺页时|时)*(?:被)?(?:淘汰|置换|替换|换出)(?:出去|去|出|掉|了)*(?:的)?(?:页面?号?)(?:按先后(?:顺序|次序)?)?(?:依次|分别|的)*(?:序列|次序|顺序)?(?:是|为|有)?(?:哪些|哪几个|什么|多少|几)?|(?:依次|先后)(?:被)?(?:淘汰|置换|换出)(?:的)?(?:是)?(?:哪些|哪几个|什么)(?:页面?)?|(?:淘汰|置换|换出)(?:了)?(?:哪些|哪几个|哪几)页面?",
                "evicted",
            ),
            (
                rf"缺(?:了)?{_MANY}(?:次|回)页?|{_MANY}(?:次|回){_FAULT}|{_FAULT}(?:的)?(?:总)?(?:次数|总数|数目|数)(?:是|为)?(?:{_MANY})?|{_FAULT}(?:了)?\s*(?:是|为|共)?{_MANY}(?:次|回)?|{_FAULT}的?次|{_FAULT}",
                "faults",
            ),
            (r"命中率", "hit-rate"),
            (rf"命中(?:的)?次数|命中(?:了)?{_MANY}次", "hits"),
        )
    )
    later = reading.take(
        r"(?:若|如果)?(?:下一个|接下来|接着|下一次|此时)(?:要|将)?(?:要)?访问(?:的)?(?:页面?)?(?:是|为)?(?:第)?(?P<page>\d+)(?:号?页面?)?(?:时)?,?(?:则|会|应|将|被)*(?:淘汰|换出|置换)(?:的)?(?:页面?|页号)?(?:是|为)?(?:哪一?个?|几号?|谁|哪个)?页?面?"
    ) or reading.take(
        r"(?:若|如果|然后|之后|接着|此时|这时)?(?:再|又|接着|继续)访问(?:页面?)?(?P<page>\d+)(?:号?页)?(?:时)?,?(?:则|会|应|将)*(?:被)?(?:淘汰|换出|置换)(?:的)?(?:是)?(?:哪一?个?|几号|谁|哪个)页?面?"
    )
    if later:
        asked.append("next")
        reading.questions.append(later.span())
    reading.take_all(
        r"(?:且|并|则)?(?:首次|第一次)(?:装入|调入|访问)(?:也)?(?:都)?(?:算|计)(?:作|为|入)?(?:缺页)?|前面都(?:是)?空的?|(?:请求)?(?:分页|页式)(?:虚拟|请求)?(?:存储)?(?:管理)?(?:系统)?|LRU用栈(?:来)?实现|(?:用|采用)栈(?:来)?实现"
    )
    reading.finish(
        "理想的 压到 那个串 这个串 这串 那串 同一个串 主存块 内存块 物理块 存储块 页框 各 中断 开始 都空 都是空的开始 空的 那个 分 缺页数 总缺页次数 各页 各页面 次序访问 全 物理块数 两种情况 情形 现象 出现 出现了什么现象 发生 产生 过程 虚拟 这样 操作系统 共发生 又 又是 里 分别用 用 引用页面 访问序列 页面引用 页面号序列 作业 页面 页号 页 访问页面 页面号 访问 引用 访问的 走向 序列 串 引用串 访问串 访问页 顺序 流 请求 号 进程 作业 程序 任务 内存 主存 物理 物理内存 分配 分给 分得 分到 分了 给了 驻留集 固定为 按序 获得 "
        "置换 替换 淘汰 调度 算法 策略 法 页面置换 页面替换 页面淘汰 虚拟存储 虚拟内存 虚存 存储 管理 请求分页 请求页式 请求调页 分页 页式 存储器 固定 局部 "
        "循环访问 呢 数据 页面串 页面访问串 走过的页号 走过 比 法 次 算法 问 哪一种 串 分给它 它 那 后 之后 程序依次 指令 主存给 得 页面访问序列 从 里 时 请求页 位 页面号引用串 作 用栈 栈 块数 固定 数 运行 执行中 页面流 流 次序 访问次序 先后 先后次序 过程中 过程 期间 依次访问 依次 采取 选用 假如 系统为 系统给 该进程 每个进程 用户 操作 初始 长度 置换算法 Belady"
    )
    if not references or not algorithms or (not asked and reading.asks()):
        return None
    if filled is not None and (initial or counts is None or set(counts) != {filled}):
        return None
    if counts is not None and any(not 1 <= frames <= 20 for frames in counts):
        return None
    lines = len(algorithms) * len(counts or (0,))
    if ("difference" in asked and (lines != 2 or len(asked) > 1)) or (
        "belady" in asked and (algorithms != ["FIFO"] or len(counts or ()) != 2)
    ):
        return None
    if ("stack" in asked or later) and (algorithms != ["LRU"] or lines != 1):
        return None
    if string is not None:
        if page_size is None or not asked:
            return None
        asked = ["string", *asked]
    parameters: dict[str, object] = {
        "algorithms": algorithms,
        "references": list(references),
        "asked": asked or ["faults", "rate"],
        "count_initial": initial is None,
    }
    if later:
        parameters["next"] = int(later["page"])
    understood = (("算法", "、".join(algorithms)), ("访问序列", f"{listed(references)}（共 {len(references)} 次）"))
    if counts is None:
        return Recognition(
            parameters=parameters, understood=understood, missing=(Missing("frames", "分配了几个页框（物理块）？", "分配 {} 个页框"),)
        )
    parameters["frames"] = list(counts)
    return Recognition(parameters=parameters, understood=(("页框数", listed(counts, "、")), *understood))


def read_frames(reading: Topic, algorithms: int) -> tuple[int, ...] | None:
    """How many frames, once or for two cases (`3 个页框缺页几次？若 4 个页框呢`); None where it is not said.

    Raises:
        StayOut: two counts that are no two cases of one algorithm.
    """
    case = r"(?P<case>(?:若|如果|假如|当|改为|改成|换成|变成|变为|增加到|增到|增为|扩大到)(?:分配?给?(?:它|该进程)?|是|为|用|有)?)?"
    forms = (
        rf"{case}(?<!第)(?P<value>{_COUNTS})\s*个?(?:数据)?(?:空闲?的?|可用的?|固定的?)?\s*{_FRAME}(?P<then>时|的情况|的时候|呢)?",
        rf"{case}{_FRAME}(?:的)?(?:个数|数目|数量|总数|数)?\s*[a-zA-Z]?\s*(?:分别)?\s*(?:为|是|=|:|等于|有|取|只有|共|改为|改成|增加到|增为)*\s*[a-zA-Z]?\s*=?\s*(?P<value>{_COUNTS}){_NO_MORE}\s*[个块]?(?P<then>时|的情况|的时候|呢)?",
        rf"{case}(?<![第\d])(?P<value>{_COUNTS})\s*个?页(?:的)?(?:内存|主存|存储)(?:空间)?(?P<then>时|的情况|的时候|呢)?",
        rf"{case}(?:内存|主存)(?:中|里)?(?:只|仅)?(?:给[^,;。]{{0,4}})?分配(?:了)?\s*(?P<value>{_COUNTS})\s*个?页面(?P<then>时|的情况|呢)?",
        rf"{case}\((?:即|共|可容纳|可放)*(?P<value>{INTEGER})\s*个?(?:页面|页)(?P<then>)\)",
        rf"{case}驻留集(?:的)?(?:大小)?\s*(?:为|是|=|:)?\s*(?P<value>{_COUNTS}){_NO_MORE}\s*页?(?P<then>时|的情况|的时候|呢)?",
    )
    found: list[tuple[int, tuple[int, ...], bool]] = []
    listed_counts = reading.take(
        rf"(?:{_FRAME}|分得的?页面|内存页面)(?:的)?(?:个数|数目|数量|总数|数)(?:分别|依次)?(?:为|是|取)+\s*(?P<value>{INTEGER}(?:\s*[、,]\s*{INTEGER}){{1,8}}(?:\s*(?:和|与|及)\s*{INTEGER})?)\s*个?(?:时|的情况|(?=[,;。?]))"
    )
    if listed_counts:
        return tuple(to_int(part) for part in _parts(listed_counts["value"]))
    for pattern in forms:
        for match in reading.take_all(pattern):
            # `If the job is given 3 frames, ...; if it is given 4, ...`
            clause = reading.text[max(reading.text.rfind(mark, 0, match.start()) for mark in ",;。?!\n") + 1 : match.start()]
            is_case = bool(match["case"] or match["then"] or patterns.search("若|如果|假如|当|改|换|增", clause))
            found.append((match.start(), tuple(to_int(part) for part in _parts(match["value"])), is_case))
    values = list(dict.fromkeys(value for _, value, _ in sorted(found)))
    if len(values) < 2:
        return values[0] if values else None
    later = {value for _, value, is_case in found if is_case}
    if any(len(value) > 1 for value in values) or algorithms != 1 or not set(values[1:]) <= later:
        stay_out(f"different values: {values}")
    return tuple(count for value in values for count in value)


def decimal_addresses(text: str) -> str:
    """The text with addresses such as `1565H` written in decimal, where it speaks of addresses."""
    if "地址" not in text:
        return text
    text = patterns.sub(r"(?<![0-9A-Za-z])0[xX]([0-9A-Fa-f]{1,8})(?![0-9A-Za-z])", lambda match: str(int(match[1], 16)), text)
    return patterns.sub(r"(?<![0-9A-Za-z])(\d[0-9A-Fa-f]*)[Hh](?![A-Za-z0-9])", lambda match: str(int(match[1], 16)), text)


def _parts(value: str) -> list[str]:
    return [part for part in "".join(sign if sign in "0123456789零〇一二两三四五六七八九十百千" else " " for sign in value).split() if part]


def read_references(reading: Topic) -> tuple[Page, ...]:
    """The reference string: numbers or letters with separators, or one run of digits after a word for it."""
    every = list(patterns.finditer(SEQUENCE, reading.rest))
    found = [match for match in every if len(to_ints(match[0])) >= 5] or (every if len(every) == 1 else [])
    reading.take_spans([match.span() for match in found])
    strings: list[tuple[Page, ...]] = [to_ints(match[0]) for match in found]
    for match in found:
        before = reading.rest[max(0, match.start() - 12) : match.start()]
        if patterns.search(rf"{_FRAME}(?:的)?(?:个数|数目|数量|总数|数)?\s*[a-z]?\s*(?:分别)?(?:为|是|=|:)?\s*$", before, re.IGNORECASE):
            stay_out("a frame count before the string")
    if not strings and (letters := reading.take(r"(?<![A-Za-z])[A-Z](?:\s*[,、 ]\s*[A-Z]){4,}(?![A-Za-z])")):
        strings = [tuple(sign.upper() for sign in letters[0] if sign.isalpha())]
    if not strings and (run := reading.take(r"(?<=[走向列串序流为是问:= ])\d{8,40}(?![\d.])")):
        strings = [tuple(int(digit) for digit in run[0])]
    if len(strings) > 1:
        stay_out("two reference strings")
    return strings[0] if strings else ()
