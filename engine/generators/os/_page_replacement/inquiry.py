"""Reading page-replacement problems by what is told (string, frames, algorithms) and what is asked, each found for itself."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.kind import Missing, Recognition
from engine.generators.markdown import listed
from engine.generators.os._clauses import SIZE, to_bytes
from engine.generators.os._inquiry import Inquiry, Question
from engine.generators.os._page_replacement.reading import STRING_ASKED, decimal_addresses, read_frames, read_references, take_clock_remarks
from engine.generators.os._topic import with_values
from engine.generators.reading import INTEGER, to_int

_FAULT = r"(?:缺页|页面失效|页故障|失页|page\s*faults?)(?:中断|异常|错误)?"
_FRAME = r"(?:物理块|内存块|主存块|存储块|页框|页帧|页架|物理页|帧|内存|主存|空块|块)"
_MANY = r"(?:多少|几)"
_OUT = r"(?:淘汰|换出|置换|替换|调出)"
ALGORITHMS = (
    (r"(?:最近最久未(?:被)?(?:使用|访问|用)(?:过)?|最近最少(?:使用|访问)|最久未(?:使用|访问)|最近最不常用|LRU)(?:\(\s*LRU\s*\))?", "LRU"),
    (r"(?:先进先出|先入先出|FIFO)(?:\(\s*FIFO\s*\))?", "FIFO"),
    (
        r"(?:最佳|最优|理想)(?:型)?(?=页面|置换|淘汰|替换|算法|策略|\(|,|、|和|与|及|的|$)(?:(?:页面)?置换(?:算法)?)?(?:\(\s*OPT(?:imal)?\s*\))?|(?:Belady(?:的)?)?\(?OPT(?:imal)?\)?|Belady(?:的)?(?=最[优佳])",
        "OPT",
    ),
    (r"(?:简单的?|基本的?)?(?:CLOCK|时钟)(?:\(\s*CLOCK\s*\))?", "CLOCK"),
)
_QUESTIONS = (
    Question(
        name="belady",
        key=r"(?:出现|发生|产生)(?:了)?(?:什么|何种)(?:异常)?现象|(?:这种|该|此|上述|这一?)(?:反常|异常|奇怪)?(?:的)?(?:现象|情况)(?:被)?(?:称为|称作|叫做?|是)|(?:这|此)?说明(?:了)?(?:存在|出现)?(?:什么|何种|多少|几)(?:异常|现象)|Belady(?:现象|异常)?|(?:页框|物理块|块)(?:数)?增加.{0,8}缺页.{0,6}(?:反而)?(?:增加|上升)",
    ),
    Question(name="difference", key=r"(?:相差|多|少)(?:缺页|产生|发生|了)*(?:多少|几)次?(?!页)", also=(r"比|相差|相比",)),
    Question(name="difference", key=r"(?:次数|数)?(?:之差|的差值?|差值)(?:是|为)?"),
    Question(name="which", key=r"(?:哪|何)(?:一)?种(?:算法|策略)?", also=(r"最[少低小好优]|更[少低小好优]",)),
    Question(name="hit-rate", key=r"命中率|命中(?:的)?(?:概率|比率)"),
    Question(name="hits", key=r"命中(?:的)?(?:次数|多少次|几次|了)"),
    Question(name="rate", key=rf"{_FAULT}(?:的)?(?:率|比率|概率)|失效率"),
    Question(name="stack", key=r"(?:从)?栈顶(?:(?:到|至)栈底)?(?:的)?(?:页号?|内容|页面)?(?:依次|排列|的|次序|顺序)*"),
    Question(
        name="first-evicted",
        key=rf"(?:第一(?:个|次|页)?|最先|首先|第1个|最早|首次)(?:被)?(?:发生)?{_OUT}(?:出去|去|出)*(?:的)?(?:页(?:面)?(?:号)?)?|(?:第一次|首次){_OUT}",
    ),
    Question(name="final", key=r"(?:最后|最终|结束时)(?:驻留|留在内存|驻留在?内存)(?:中)?(?:的)?页(?:面)?(?:号)?(?:集合)?"),
    Question(
        name="final",
        key=r"(?:内存|主存|页框|物理块)(?:中|里)?(?:还|最后|最终)?(?:剩|留)(?:下|的|在|有)*(?:是)?(?:哪[一二三四五六2-6](?:个)?(?:页)?)?|(?:最终|最后|结束(?:时|后)|访问(?:完|结束)(?:时|后)?|此时|这时|执行完(?:后)?|处理完(?:后)?|之后|全部访问后|当前)",
        also=(r"内存|主存|页框|物理块|驻留|帧|内容|框", r"哪些|哪[一二三四五六几]|什么|内容|页面?号?(?:集合)?(?:是|为)?(?:几|多少)?"),
        unless=rf"{_FAULT}|{_OUT}|命中",
    ),
    Question(
        name="replacements",
        key=rf"{_OUT}(?:页面)?(?:的)?(?:总)?(?:次数|总数|数)|{_MANY}次(?:的)?(?:页面)?{_OUT}|{_OUT}(?:了|过|页面|操作|共|一共|总共|发生)*{_MANY}(?:次|页|个页面?)|{_OUT}(?:页面)?(?:是|为)?{_MANY}次",
    ),
    Question(
        name="evicted",
        key=rf"(?:(?:被|所|应|将|会|要|先后|依次)+{_OUT}(?!算法|策略|法|次)|{_OUT}(?!算法|策略|法|次)(?=(?:出去|去|出|掉|了|的)*(?:页|虚页|哪|谁|几|什么|多少|(?:依次|分别)*[是为]))|(?<=时){_OUT}(?=[,;。?]|$))(?:出去|去|出|掉|了|的)*(?:页面?|虚页|页号|页框)?(?:的)?(?:页?号)?(?:依次|分别|序列|顺序|次序|各|是|为|哪|谁|几|什么|多少|个|一|页|面|些|号)*",
        unless=rf"{_FAULT}(?:的)?(?:总)?(?:次数|多少|几|率)|缺(?:了)?{_MANY}(?:次|回)",
    ),
    Question(
        name="faults",
        key=rf"缺(?:了)?{_MANY}(?:次|回)页?|{_FAULT}(?:的)?(?:总)?(?:次数|总次数|总数|数目|数)?(?:共|为|是|有)*|失效次数",
        unless="[率比]|百分",
    ),
)
_NAMED = r"(?:OPT(?:IMAL)?|LRU|FIFO|CLOCK|\ue000+)"
# What is said of the numbers of faults stands in the options: `OPT < LRU < FIFO`.
_COMPARED = (
    rf"(?:设|若|用|以)?\s*{_NAMED}(?:\s*[、,和与]\s*{_NAMED}){{1,3}}\s*分别(?:表示|为|是|代表)(?:其)?(?:对应|相应)?(?:的)?(?:页面)?(?:置换|替换|淘汰)?(?:策略|算法)?(?:下)?(?:的)?{_FAULT}(?:的)?(?:次数|数)[,;。]?\s*则?(?:几|(?=$))?"
    rf"|(?:各|这|上述|这几|这三|三|两)?种?(?:算法|策略)?(?:的)?{_FAULT}(?:次数|数|率)?(?:的)?(?:大小)?(?:关系|比较)(?:结果)?(?:是|为)几?"
)
_WORDS = (
    "页 页面 页号 页号流 页面号 页面走向 走向 访问 访问的 引用 引用串 访问串 访问序列 页面序列 序列 串 流 次序 顺序 请求 号 进程 作业 程序 任务 物理 物理内存 分配 分给 分得 分到 分配给 给 为 系统 固定 固定分配 局部 局部置换 驻留集 内存 主存 物理块 页框 页帧 帧 块 内存块 存储 存储器 管理 虚拟 虚拟存储 虚存 请求分页 请求页式 请求调页 分页 页式 "
    "算法 策略 法 置换 替换 淘汰 页面置换 页面淘汰 页面替换 置换算法 采用 使用 依次 先后 共 次数 缺页 中断 缺页中断 发生 产生 出现 时 后 则 过程 过程中 期间 执行 运行 当 若 分别 情况 下 开始 初始 数 个 总 一共 总共 各 两种 三种 四种 计算 求 给出 试 现象 是否 会 将 说明 指出 并 最先 首先 第一次 第一个 被 的 依据 按照 按 根据 一个 小型 计算机 大小 总的 空闲 可用 "
    "下 假设 设 某 已知 所有 每个 其 内 中 里 用 在 到 从 如下 下列 以下 此时 这时 这 该 同样 条件 相同 数据 指令 顺次 依序 页面流 访问流 访问次序 实际 增加到 变为 改为 由 变成 比较 说 写 出 结果 次 请 问 它 各自 对应 计 压到 各框 用栈实现 用栈 实现 能把 均 对 于 上述 整个 多道 假定 需要 操作 已 已经 一系列 总共会 总次数 "
)
# `And with LRU?`: what is asked of one algorithm is asked of another.
_ANOTHER = rf"(?<=[?。;])\s*(?:而|那么?|则|若|如果|要是|假如|再|改|换|成|为|用|使用|采用|\s)+(?P<name>{'|'.join(pattern for pattern, _ in ALGORITHMS)})(?:页面)?(?:置换|替换|淘汰)?\s*(?:算法|策略)?(?:时|的话)?\s*(?=呢)"
# A circle of pages that is listed twice over says no more than the list; listed once, it would go on beyond it.
_IN_A_CIRCLE = r"循环(?:地)?(?=(?:访问|引用)(?:页面|页号|页|的|序列|:)*\s*(?P<once>\d+(?:[ ,、]+\d+){1,8})(?:[ ,、]+(?P=once))+(?!\d))"


def _amount(text: str) -> int:
    """`100B`, `1KB`, `100 个字`."""
    return to_bytes(patterns.sub(r"个?(?:字(?!节)|单元)$", "B", text))


def inquired(text: str) -> Recognition | None:
    """A reference string run through one or several algorithms; None: another problem."""
    text = decimal_addresses(patterns.sub("[áàÁ]", "a", patterns.sub("[éèÉ]", "e", text)))
    text = patterns.sub(
        r"\(?(?:以上|上述|这些)?(?:数字|数据|序列)(?:均|都)?(?:为|是)(?:虚存|虚拟存储器?|程序)?的?(?:逻辑|虚拟?)地址\)?", "", text
    )
    text = patterns.sub(r"(?<=的)存储器(?:的)?引用(?:序列)?(?=[:为是])", "访问的逻辑地址", text)
    text = patterns.sub(
        r"(?:试|请)?(?:分别|依次)?画出(?:使用|采用|用)?(?P<how>[^,;。?\d]{0,24}?)(?:时|下|中|的|每次访问时|每次)*(?:该|其)?(?:程序|进程|作业|各)?(?:的)?(?:内存块|物理块|页框|主存|内存|页面)*(?:的)?(?:页面)?(?:占用|置换|使用|装入|变化)?(?:的)?(?:变化|情况|过程|图|示意图|状态)+(?:图|表)?[,，]?",
        r"\g<how>",
        text,
    )
    text = patterns.sub(r"(?<=\d)(?:页|号页|号)?\s*(?:、|,|，)\s*(?=\d+(?:页|号页|号)\s*(?:、|,|，))", ",", text)
    text = patterns.sub("是不是(?=Belady)", "有没有", text)
    text = patterns.sub(_ANOTHER, r"\g<name>", text, flags=re.IGNORECASE)
    text = patterns.sub(_IN_A_CIRCLE, "", text)
    text = patterns.sub(  # the names of the frames
        rf"(?<![A-Za-z])[a-h](?:\s*[、,]\s*[a-h]){{0,5}}\s*(?:和|与|、)\s*[a-h](?:这)?(?=\s*{INTEGER}\s*个(?:页框|物理块|页帧|内存块))",
        "",
        text,
    )
    text = patterns.sub(rf"(?<=[,;。?？])((?:若|如果|要是)[^,;。?？]{{0,8}}{_FRAME})呢[?？]?", r"\1时。", text)
    text = patterns.sub(r"(?:^|(?<=[。;\n]))\s*(?:验证)?Belady(?:现象|异常|那个)*(?:的)?(?:例子)?\s*[:：]", "", text)
    reading = Inquiry(with_values(text, "mMnN"))
    reading.take_all(r"\(?(?:已有|另有|另外)?一个?(?:页框)?(?:另外)?(?:用来|用于)?(?:存放|放|装)程序\)?")
    if patterns.search("CLOCK|时钟", text, re.IGNORECASE):
        reading.refuse(r"命中[^,;。]{0,8}指针(?:也|都|同样|仍)?(?:移|前|下|后)")
        take_clock_remarks(reading)
    loaded = (
        reading.take(
            r"(?:且)?(?:在)?(?:作业|进程|程序)?开始(?:运行|执行)(?:时|前)[,，]?(?:已|先|事先)?(?:将|把)\s*(?:第)?(?P<list>\d+(?:\s*[,、和]\s*\d+){0,5})\s*(?:号)?(?:[二两三四五]\s*个?)?页(?:面)?(?:依次|按序|顺序|先后)?(?:装入|调入)(?:了)?(?:到)?(?:内存|主存)?(?:中)?"
        )
        or reading.take(
            r"(?:设|假设|假定|若|且)?(?:该)?(?:程序|作业|进程)?(?:的)?(?:开始(?:运行|执行)?(?:时|前)?[,，]?)?(?:已经?|事先)(?:将|把)?(?:装入|调入)(?:了)?第?(?P<list>\d+)(?:号)?页(?:面)?(?:\ue000)?"
        )
        or reading.take(
            r"(?:其中|且|若|设|假设)?(?:,)?(?:初始时?)?(?:该)?(?:程序|作业|进程)?(?:的)?(?:页面?|第)?\s*(?P<list>\d+(?:\s*[,、和]\s*\d+){0,5})\s*(?:号)?(?:页面?)?(?:已经?|均已|都已|已全部)(?:调入|装入|载入|在)(?:了)?(?:内存|主存|页框)(?:中)?"
        )
    )
    reading.refuse(
        r"缺页(?:中断)?(?:的)?(?:平均)?(?:处理|服务)|第(?:几|多少)次|改进|增强|二次|第二次机会|NRU|LFU|MFU|MRU|PBA|老化|未用算法|全局|预调|预取|锁定|TLB|快表|页表|0x|工作集|最近访问|修改位|数组|缓冲|访问时间|有效|代码|(?<!时间)段(?!时间)|脏|写回|"
        rf"已(?:经)?(?:装|调|驻|在(?:内存|主存)|有)|(?:内存|主存|页框)(?:中|里)?(?:现|原|当前)有(?!哪|几|多少)|(?:最后|倒数|下)一?次(?:缺页|{_OUT})|如图|下图|若干|优先"
    )
    string = reading.take(STRING_ASKED)
    page_size = reading.take_one(
        rf"(?:假定|假设|设)?(?:内存|主存)?(?:中)?(?:每个?|一)?(?:页面|页|(?:物理)?块)(?:的)?(?:大小|长度|长|尺寸)?(?:为|是|有|=|:)*(?P<value>{SIZE}|\d+\s*个?(?:字(?!节)|单元))",
        _amount,
    )
    room = reading.take_one(
        rf"(?:现|系统)?(?:分配?给?(?:该|某)?(?:作业|进程|程序|它)?(?:的)?)?(?:主存|内存)(?:空间|容量)?(?:共|为|是|有)*(?P<value>{SIZE}|\d+\s*个?字(?!节))",
        _amount,
    )
    # All addresses lie in the program.
    whole = reading.take_one(
        rf"(?:若|设|某|一个|该)*(?:作业|进程|程序)(?:的)?(?:大小|长度|长)(?:为|是)?(?P<value>{SIZE}|\d+\s*个?字(?!节))(?=[,;。])", _amount
    )
    algorithms = reading.take_words(ALGORITHMS)
    compared = reading.take(_COMPARED)
    both = reading.take(
        rf"{_FRAME}(?:的)?(?:数|个数|数目|数量)?(?:由|从|分别(?:为|是)?|取|为|=|:)*\s*(?P<one>{INTEGER})\s*个?(?:增加|增|变|改|扩)?(?:(?:到|为|成|至|和|与|、|及)+|,(?=\s*\d+\s*[个块]?(?:时|的时候|的?情况)))\s*(?P<other>{INTEGER})(?!\d)\s*[个块]?"
    ) or reading.take(
        rf"(?<![\d.、,])(?P<one>{INTEGER})\s*(?:个|块)?\s*(?:空?框|{_FRAME})?(?:时|的时候)?\s*(?:和|与|、|及)\s*(?:分配?给?|给|用)?(?P<other>{INTEGER})\s*(?:个|块)?\s*(?:空?框|{_FRAME})"
    )
    counts = read_frames(reading, len(algorithms))
    if both:
        if counts is not None:
            return None
        counts = (to_int(both["one"]), to_int(both["other"]))
    if room is not None:
        if page_size is None or room % page_size or counts not in (None, (room // page_size,)):
            return None
        counts = (room // page_size,)
    told = reading.take(rf"(?<=\ue000)\((?:即|共)?(?P<value>{SIZE}|\d+\s*个?字)\)")
    if told and (page_size is None or counts is None or [_amount(told["value"])] != [count * page_size for count in counts]):
        return None
    references = read_references(reading)
    pages = reading.take(rf"(?<=[:,;。有含共])\s*(?P<value>{INTEGER})\s*个?(?:逻辑|虚)?页(?:面)?(?=[,。;])")
    if pages and to_int(pages["value"]) < len(set(references)):
        return None
    excluded = reading.take(
        r"\(?(?:不计|不算|不包括|不含|不统计|不考虑|除去|除)(?:最初|初始|首次|第一次|初次|开始|刚开始|前面)?(?:的)?(?:几次)?(?:装入|调入|载入|装载)(?:空闲?)?(?:页框|物理块|块|内存)?(?:的)?(?:时)?(?:的)?(?:缺页)?(?:次数)?(?:外)?\)?"
    )
    if excluded is not None and patterns.search("(?:首次|第一次|初次)(?!的?几次)[装调载]入(?!空闲|页框|物理块|块|内存)", excluded[0]):
        return None  # the first load of each page, or the loads into free frames?
    first = rf"(?:最前面?|最开始|最初|开头|前|头)(?:的)?(?P<value>{INTEGER})[次个](?:页面?)?(?:的)?(?:装入|调入|载入|缺页|访问)(?:的)?(?:页面?|缺页)?(?:次数)?"
    filled = reading.take_one(
        (
            rf"\(?(?:包?含|包括|算上|计入|要算|也算|计)(?:了)?{first}(?:(?:也|都)?(?:要|应)?(?:算|计入|计))?(?:在内)?\)?",
            rf"\(?{first}(?:也|都|均)(?:要|应)?(?:算|计入|计)(?:作|为)?(?:缺页)?(?:在内)?\)?",
        ),
        to_int,
    )
    if filled is not None and (excluded or counts is None or set(counts) != {filled}):
        return None
    _pass_over(reading)
    following = reading.take(
        r"(?:若|如果|当|设|假设|此时|这时|接下来|接着|随后|进程|现在?|再|又|要|将|,|则)*(?:下一?(?:个|次|页|步)?|接下来|接着|随后|再|又|继续|紧接着)(?:要|将|需要?|欲)?(?:访问|引用)?(?:的)?(?:下一)?(?:个)?(?:页面?|虚页)?(?:的)?(?:页?号)?(?:是|为|:)*\s*(?:第)?(?P<page>\d+)(?:\s*号)?(?:页面?)?(?:时|的话)?"
    ) or reading.take(
        r"(?:若|如果|当|此时|进程|现在?|,)*(?:要|将)访问(?:的)?(?:下一)?(?:个)?页(?:面)?(?:的)?(?:页?号)?(?:是|为)?\s*(?P<page>\d+)(?:\s*号)?(?:页面?)?(?:时)?"
    )
    at = reading.take(r"(?:在)?(?:当)?访问(?:到)?(?:第)?(?:页面|页号|虚页|页)?(?:为)?\s*(?P<page>\d+)(?:\s*号(?:页面?)?)?时(?!刻)")
    nth = reading.take(
        rf"第\s*(?P<value>{INTEGER})\s*次(?P<what>{_FAULT}|(?:页面)?{_OUT})(?:时|发生时)?(?:,)?(?:所|应|被|会|将)*(?:{_OUT})?(?:出)?(?:的)?(?:页面?|页号)?(?:号)?(?:是|为)?(?:哪一?个?|几号?|多少|谁|什么)?(?:页面?)?(?:号)?"
    )
    if nth:
        reading.questions.append(nth.span())
        reading.asked_at.append((nth.start(), "nth"))
    asked = [name for _, name in reading.inquire(_QUESTIONS)]
    if "faults" in asked:
        reading.take_all(rf"缺(?:了)?{_MANY}(?:次|回)页?")
    if compared:
        asked = ["compare", *(name for name in asked if name != "faults")]
        reading.questions.append(compared.span())
    if nth:
        asked.append("nth")
    if page_size is None:
        reading.refuse("地址")  # addresses, not pages, are listed
    reading.finish(_WORDS, danger="比(?!率|例)|循环|减少|增加(?!到)")
    if page_size is not None:
        addresses = [address for address in references if isinstance(address, int)]
        if "地址" not in reading.text or len(addresses) < len(references):
            return None
        if whole is not None and max(addresses, default=0) >= whole:
            return None
        references = tuple(address // page_size for address in addresses)
    if references and algorithms and not counts and asked and set(asked) <= {"faults", "rate", "hits", "hit-rate"}:
        return Recognition(
            parameters={},
            understood=(("算法", "、".join(algorithms)), ("访问序列", f"{listed(references)}（共 {len(references)} 次）")),
            missing=(Missing("frames", "分配了几个页框（物理块）？", "分配 {} 个页框"),),
        )
    if not references or not algorithms or not counts or any(not 1 <= frames <= 20 for frames in counts):
        return None
    asked = list(dict.fromkeys(asked))
    if at and not following and int(at["page"]) not in references:
        at, following = None, at  # a page that has not been asked for before
    if at:
        if following or nth or asked not in (["evicted"], ["first-evicted"]) or len(algorithms) * len(counts) > 1:
            return None
        asked = ["at"]
    if following:
        if asked not in (["evicted"], ["first-evicted"], ["stack", "evicted"]):
            return None
        asked = ["stack", "next"] if "stack" in asked else ["next"]
    if not asked:
        return None
    if string is not None:
        if page_size is None:
            return None
        asked = ["string", *asked]
    skipped: list[int] = []
    if loaded is not None:
        # What is there at first was loaded in that order; it counts as no fault.
        skipped = [int(page) for page in patterns.findall(r"\d+", loaded["list"])]
        there = set(skipped)
        if (
            len(there) != len(skipped)
            or any(len(skipped) > count for count in counts)
            or set(asked) - {"faults", "rate", "evicted", "string", "replacements"}
        ):
            return None
        if list(references[: len(skipped)]) != skipped and (len(skipped) > 1 or "其中" in loaded[0]):
            return None  # which of them came first, and which was used last
        if "CLOCK" in algorithms:
            return None
    lines = len(algorithms) * len(counts)
    if "compare" in asked and (asked != ["compare"] or len(algorithms) < 2 or len(counts) > 1):
        return None
    if ("difference" in asked and (lines != 2 or set(asked) - {"difference", "faults"})) or (
        "which" in asked and (len(algorithms) < 2 or len(counts) > 1)
    ):
        return None
    if "belady" in asked and (algorithms != ["FIFO"] or len(counts) != 2):
        return None
    if ("stack" in asked or following or nth) and (lines != 1 or ("stack" in asked and algorithms != ["LRU"])):
        return None
    if "OPT" in algorithms and {"final", "evicted", "next", "nth", "at"} & set(asked):
        return None  # which of several pages that are not needed again goes is not said
    if excluded and asked != ["replacements"] and "faults" not in asked and "rate" not in asked:
        return None
    parameters: dict[str, object] = {
        "algorithms": algorithms,
        "references": list(references),
        "asked": asked,
        "count_initial": excluded is None or asked == ["replacements"],
        **({"loaded": skipped} if skipped else {}),
        "frames": list(counts),
    }
    if following:
        parameters["next"] = int(following["page"])
    if at:
        parameters["at"] = int(at["page"])
    if nth:
        parameters["nth"] = [to_int(nth["value"]), "fault" if patterns.match(_FAULT, nth["what"], re.IGNORECASE) else "out"]
    return Recognition(
        parameters=parameters,
        understood=(
            ("页框数", listed(counts, "、")),
            ("算法", "、".join(algorithms)),
            ("访问序列", f"{listed(references)}（共 {len(references)} 次）"),
        ),
    )


def _pass_over(reading: Inquiry) -> None:
    """Take the remarks that the frames are empty at first and that the first loads count, which is how it is computed."""
    begin = r"(?:一?开始(?:执行|运行)?|目前|初始|最初|起初|刚开始|起始|开头)"
    reading.take_all(
        rf"\(?(?:且|并|假设|假定|设|若)?(?:{begin}(?:时|状态|时刻|情况)?(?:下)?,?)(?:\ue000|这些|所有|全部|各|该|作业|进程|的|{_FRAME}|中|里|内|个)*(?:全部?|都|均|为|是|处于|尚|还)*(?:空(?:的|闲|着)?|未装入(?:任何)?(?:页面?)?|(?:还)?没有(?:装入|调入)?(?:任何)?(?:页面?|内容)?(?:装入(?:内存|主存))?|无(?:任何)?(?:页面?)?|未调入(?:任何)?(?:页面?)?|不在(?:内存|主存)(?:中)?)(?:状态)?\)?"
        rf"|\(?(?:所有|全部|这些|各|分配的)?(?:\ue000|{_FRAME}|中|里)*(?:{begin})?(?:时)?(?:全部?|都|均|为|是)+空(?:的|闲)?\)?(?=[,;。)]|$)|(?:{begin}(?:时)?,?)?(?:该进程的?)?(?:各|所有)?页面?(?:均|都)?(?:未|不)(?:装入|调入|在)(?:内存|主存)(?:中)?"
    )
    reading.take_all(
        rf"\(?(?:包?含|包括|算上|计入|计|且)?(?:{begin}|首次|第一次|初次|前面)(?:的)?(?:几次)?(?:装入|调入|载入|装载|访问|缺页)(?:内存|主存|页面)?(?:的)?(?:页面?)?(?:时)?(?:的)?(?:也|都|均)?(?:要|需|应)?(?:计入|算作?|计为|记为|算入|计算在内|统计|产生|视为|计|算)?(?:为|作|在内|一次)*(?:缺页)?(?:中断)?(?:次数)?(?:在内)?\)?(?=[,;。)?]|$)"
    )
    # The working, which every answer shows.
    reading.take_all(
        rf"(?:请)?(?:逐步|依次|分别|逐一)?(?:写出|列出|给出|画出|填写|填出)(?:出)?(?:每次|每一次|各次|每一步)?(?:访问|置换|页面置换|调入)?(?:之?后)?(?:时)?(?:的)?(?:各|\ue000|个|{_FRAME}|中|内|里)*(?:的)?(?:页面?号?|内容|变化|情况|分配|状态|过程)+,?(?=并|及|且)"
    )
    reading.take_all(
        r"(?:访问位|使用位|引用位)[^,;。]{0,12}(?:置为?|设为?)1(?!\d)|(?:初始|开始)?(?:时)?指针(?:初始|开始)?(?:时)?(?:指向|在|指在|从)第?[01一]?(?:号|首|个|起始)*(?:页框|框|帧|位置)(?:开始)?"
    )
