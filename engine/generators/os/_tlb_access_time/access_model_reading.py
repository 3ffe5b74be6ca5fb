"""Reading problems about the mean time of an access by their quantities and their questions, each found for itself; see `access_model`."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.kind import Recognition
from engine.generators.os._clauses import NUMBER, SHARE, TIME, to_nanoseconds
from engine.generators.os._inquiry import Inquiry, Question
from engine.generators.os._tlb_access_time.fault_service_wording import in_usual_terms, with_two_services
from engine.generators.os._tlb_access_time.reading import without_page_size, written_out
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, to_int, to_share

_TLB = r"(?:快表|TLB|联想(?:寄存器|存储器)|相联(?:存储器|寄存器)|块表|转换后援缓冲(?:器)?)(?:\(?(?:TLB|快表|联想寄存器)\)?)?"
_MEMORY = r"(?:内存|主存|物理内存|存储器)"
_ACCESS = r"(?:访问|存取|读写|读取|访|读|查找|检索|查询|查|搜索|取)"
_TABLE = r"(?:(?:[一二两三四单1-4]级|各级|多级|内存(?:中的?)?|整个|全部|慢)*(?:页表|慢表|段表))"
_SAVE = r"(?:当0(?![\d.])|忽略(?:为|不计为)0(?![\d.])|忽略不计|可?忽略|不计(?:入|算)?|不考虑|不算|为零|(?:视?为|是|算|当|看作|计为|记为)0(?![\d.])|略去)"
_NO = r"(?:没有|没|无|不用|不使用|不采用|不设|未用|未使用|未采用|未设置?|不加|去掉|不带|不配|不借助|不引入|未引入|未加|未配|引入(?=.{0,4}前)|加入?(?=.{0,4}前)|使用(?=.{0,4}前)|增加(?=.{0,4}前)|配置(?=.{0,4}前)|增设(?=.{0,4}前))(?:设置|采用|使用|引入|配置|配备|增设)?"
_MEAN = r"(?:平均|有效|等效|期望)(?:的)?(?:有效|平均)?(?:(?!缺页|处理|服务|寻道|查)[^,;。?!\d\ue000]){0,12}?(?:访问|存取|访存|读取|时间|耗时|延迟|取|读|访|多久)|EAT|EMAT"
_RATE = rf"(?:10\s*\^\s*-\s*\d+|\d+(?:\.\d+)?\s*[×*xX]\s*10\s*\^\s*-\s*\d+|[十百千]?[万千百]+分之{INTEGER}|1\s*/\s*\d+|{NUMBER}\s*%|(?<![\d.A-Za-z])0\.\d+(?!\s*[\dA-Za-zμ微纳毫秒]))"
_LONG = rf"(?:10\s*\^\s*\d+\s*(?:ns|μs|us|纳秒|微秒)|{TIME})"
_NUMBERS = {"百": 100, "千": 1000, "万": 10_000, "十万": 100_000, "百万": 1_000_000, "千万": 10_000_000}


def to_rate(text: str) -> Fraction:
    """`0.1%`, `10^-6`, `2×10^-5`, `万分之一`, `1/20000` as a share."""
    text = text.replace(" ", "")
    if match := patterns.fullmatch(r"(?:(\d+(?:\.\d+)?)[×*xX])?10\^-(\d+)", text):
        return Fraction(match[1] or 1) / Fraction(10 ** int(match[2]))
    if (match := patterns.fullmatch(r"(\D+?)分之(.+)", text)) and match[1] in _NUMBERS:
        return Fraction(to_int(match[2]), _NUMBERS[match[1]])
    return to_share(text)


def to_long_time(text: str) -> Fraction:
    """`100ns`, `10^7 ns` in nanoseconds."""
    if match := patterns.match(r"10\s*\^\s*(\d+)\s*(\S+)", text):
        return to_nanoseconds(f"1{match[2]}") * Fraction(10 ** int(match[1]))
    return to_nanoseconds(text)


_ROLES = (
    Role(
        name="wanted",
        quantity=_LONG,
        read=to_long_time,
        before=rf"(?<!内存)(?<!主存)(?<!读写)(?:{_MEAN})(?:[^,;。?!\d\ue000]{{0,10}}?)(?:不超过|不大于|不高于|小于|低于|控制在|达到|降到|降至|降为|减少到|缩短到|等于|恰好|测得|至多|≤|<|=|为|是|到|要|在)+",
    ),
    Role(
        name="service",
        quantity=_LONG,
        read=to_long_time,
        before=r"(?:缺页|页面?故障|调页|换页|页面?调入|页面?换入|页面传送)(?:中断|异常)?(?:的)?(?:平均)?(?:处理|服务|响应)?(?:的)?(?:平均)?(?:时间|开销|一次|耗时)?|处理(?:一次)?(?:缺页|页故障)(?:中断|异常)?[\ue000()]*(?:的)?(?:平均)?(?:时间|开销)?|(?:从)?(?:磁盘|外存)(?:调入|读入|装入)(?:一个)?页面?(?:到内存)?(?:的)?(?:时间)?",
    ),
    Role(
        name="clean",
        quantity=_LONG,
        read=to_long_time,
        before=r"(?:未|没有?|不曾)(?:被)?(?:修改|写)(?:过)?|干净(?:页)?|(?:有)?空闲页框|页框(?:有)?空闲",
    ),
    Role(
        name="dirty",
        quantity=_LONG,
        read=to_long_time,
        before=r"(?<!未)(?<!没有)(?<!没)(?<!未被)(?:被|已|曾)*修改(?:过)?|脏页?|否则|(?:需要?|要)(?:先)?写回(?:磁盘)?",
    ),
    Role(
        name="tlb",
        quantity=_LONG,
        read=to_long_time,
        before=rf"{_ACCESS}?(?:一次|1次|一下)?{_TLB}(?:的)?(?:一次)?(?:的)?{_ACCESS}*(?:时间|周期|一次|耗时)?",
        after=rf"{_ACCESS}*(?:一次|1次)?{_TLB}",
    ),
    Role(
        name="memory",
        quantity=_LONG,
        read=to_long_time,
        before=rf"(?:(?:若|如果)?页(?:面)?(?:已)?在(?:内存|主存)(?:中)?(?:时)?,?)?(?:满足|完成)一[个次]{_MEMORY}(?:请求|访问)|{_ACCESS}?(?:一次|1次|一下)?{_MEMORY}(?:一次|1次)?(?:的)?(?:平均)?(?:一次)?{_ACCESS}*(?:的)?(?:时间|周期|一次|耗时)*|访存(?:一次)?(?:时间|周期|耗时)?|存取周期|(?:其余|其他)(?:情形|情况)(?:下)?(?:访问|存取)一次(?:数据)?|不缺页时(?:的)?(?:访问|存取)?(?:时间)?|memory(?:\s*access)?(?:\s*time)?",
        after=rf"{_ACCESS}+(?:一次|1次)?{_MEMORY}|{_MEMORY}的?{_ACCESS}|访存",
    ),
    Role(
        name="rate",
        quantity=_RATE,
        read=to_rate,
        before=r"(?:缺页|页面?故障|失页)(?:率|(?:中断)?(?:的)?(?:概率|几率|频率|比例|可能性))?(?:p)?",
        after=r"(?:的)?(?:概率|可能性?)?(?:访问|访存)?(?:会|将)?(?:发生|产生|引起|出现|导致)?缺页",
    ),
    Role(
        name="share",
        quantity=_RATE,
        read=to_rate,
        before=r"(?:被)?(?:修改|写回)(?:过)?(?:的)?(?:页面?)?(?:的)?(?:概率|比例|可能性)|脏页(?:的)?(?:概率|比例)",
        after=r"(?:的)?(?:被)?(?:置换|换出|替换|淘汰|缺页)?(?:的)?(?:出去的)?页?(?:面)?(?:是|要|需要?|都|会|被|曾|已经?)*(?:修改过?|写回|回写|脏)(?:的|了)?(?:磁盘)?(?:页面?)?",
    ),
    Role(
        name="miss",
        quantity=_RATE,
        read=to_rate,
        before=r"(?:未|不|没|没有)命中(?:的)?(?:概率|率)?|(?:失效|缺失)(?:概)?率|失配率|miss\s*(?:rate|ratio|率)?",
        after=r"(?:的)?(?:访问|情况|概率)?(?:未|不|没|没有)命中|失效|缺失",
    ),
    Role(
        name="hit",
        quantity=_RATE,
        read=to_rate,
        before=r"(?<![未不没有])命中(?:的)?(?:概率|比率|比例|率|可能性)?(?:\(?[hαp]\)?)?|hit\s*(?:rate|ratio|率)?",
        after=rf"(?:的)?(?<![未不没有])命中(?:率)?|(?:的)?[^,;。?!\d]{{0,12}}?(?:在|从|由)?{_TLB}(?:中|里|内)*(?:能|可以?|都|被|就)*(?:直接)?(?:找到|查到|命中|得到|找着|查得)",
    ),
    Role(name="hit", quantity=SHARE, read=to_share, before=r"(?<![未不没有])命中(?:的)?(?:概率|比率|比例|率)?"),
)

_COST = (r"时间|多少(?!次)|多久|多长|几(?![次级个])|耗时",)
_QUESTIONS = (
    Question(
        name="rate", key=r"缺页(?:率|(?:的)?概率)", also=(r"多少|几|多大|最[大多高]|至多|上限|不超过|不大于|不高于|求|应|允许|容许|可接受",)
    ),
    Question(
        name="hit",
        key=r"(?<![未不没有])命中(?:率|概率|的概率)",
        also=(r"多少|几|多高|多大|至少|最低|求|应|为何值|什么",),
        unless=r"时间(?:是|为|变|会)",
    ),
    Question(
        name="service",
        key=r"缺页(?:中断|异常)?(?:的)?(?:平均)?(?:处理|服务)(?:的)?(?:平均)?时间|(?:处理|服务)(?:一次)?缺页(?:中断)?(?:的)?(?:平均)?时间|(?:访问)?不在(?:内存|主存)(?:中)?的页(?:面)?(?:的)?(?:平均)?(?:访问|存取)?(?:的)?时间",
        also=(r"多少|几|求|多长|多大|至多|最多|计算",),
    ),
    Question(name="saved-percent", key=r"(?:百分之(?:多少|几)|百分比|多少%|几%)", also=(r"减少|缩短|降低|下降|节省|节约|改善|提高|加快",)),
    Question(name="slower-percent", key=r"(?:百分之(?:多少|几)|百分比|多少%|几%)", also=(r"增加|变慢|慢|延长|上升|下降",)),
    Question(name="saved", key=r"(?:减少|缩短|降低|下降|节省|节约|快|省)(?:了)?(?:多少|几|的时间)", unless=r"倍|%|百分"),
    Question(name="ratio", key=r"(?:多少|几)倍|加速比|之比|比值|倍数"),
    Question(name="miss-time", key=r"(?:未|没有?|不)命中", also=_COST, unless=_MEAN),
    Question(name="hit-time", key=r"(?<![未不没有])命中(?!率|概)", also=_COST, unless=_MEAN),
    Question(
        name="accesses",
        key=rf"(?:访存|访问{_MEMORY}|访{_MEMORY}|{_MEMORY}访问)(?:的)?(?:共|总共|要|需要?)*(?:多少|几)次|(?:多少|几)次(?:访存|访问{_MEMORY}|{_MEMORY}访问)|(?:访存|访问{_MEMORY}|{_MEMORY}访问)(?:的)?次数",
    ),
    Question(name="bare", key=rf"{_NO}{_TLB}", also=_COST),
    Question(
        name="tlb",
        key=rf"{_ACCESS}?{_TLB}(?:的)?{_ACCESS}*(?:一次)?(?:的)?(?:时间|耗时)",
        also=(r"多少|几|多大|求|最[多长大]|至多|上限",),
        unless=_MEAN,
    ),
    Question(
        name="memory",
        key=rf"{_ACCESS}{_MEMORY}(?:一次)?(?:的)?(?:时间|周期)|{_MEMORY}(?:的)?{_ACCESS}+(?:的)?(?:时间|周期)",
        also=(r"多少|几|求",),
        unless=rf"{_MEAN}|需要?(?:多|几)|存取一个",
    ),
    Question(
        name="mean",
        key=_MEAN
        + r"|平均(?=(?:要|需要?|是|为|花费?)*(?:多少|几|多久))|有效时间|(?:每次|一次)(?:访问|访存)(?=(?:要|需要?|是|为|花费?)*(?:多少|几|多久))",
    ),
    Question(
        name="access",
        key=r"(?:一次|每次|1次)(?:分页|页面|按页)?(?:的)?(?:内存|主存)?(?:访问|存取|引用)",
        also=_COST,
        unless=rf"{_MEAN}|按|公式|次数|(?:多少|几)次",
    ),
    Question(
        name="access",
        key=r"(?:存取|读取?|取|访问|得到|获得|读出|完成|实现|进行)(?:内存(?:中)?(?:的)?|主存(?:中)?(?:的)?)?(?:一个|1个|一次|一条|某个?|每个|该)*(?:数据|数|单元|页面|指令|字|字节|访问|访存|存取|内存访问|操作数|逻辑地址)*",
        also=_COST,
        unless=r"按|公式",
    ),
    Question(name="access", key=r"(?:共|总共|一共)(?:需要?|要|花费?|用|耗时)*(?:多久|多长时间|多少时间|多少(?=\ue000))"),
    Question(name="again", key=r"呢|又(?:是|为)?(?:多少|几)|(?:变为|变成|会是|是|为|则要|则需要?)(?:多少|几)", unless=r"地址|对吗"),
)
_WORDS = (
    "会 导致 页面 那么 而 老铁 若 设 自身 有 单级 引用 页表引用 先 首先 逐级 依次 取数 每次访存 之后 后 逻辑 慢 增加 增设 加 页式 分页 请求分页 请求 存储 管理 存储管理 页式存储 内存 主存 物理内存 快表 TLB 页表 慢表 地址 变换 地址变换 地址转换 机构 机制 逻辑地址 物理地址 加入 引入 加上 配置 配有 配备 设置 设有 设 "
    "访问 存取 查找 查 查询 检索 访存 读 取 一次 每次 每 命中 数据 指令 联想寄存器 联想存储器 相联存储器 存储器 虚拟存储 虚存 操作 CPU 所需 时间 花 耗时 放在 存放在 存于 全在 命中时 未命中时 不命中时 未命中 没命中 没有命中 不命中 再 页面 页 百分数 不高于 至少 一级 达到 以内 内 使 让 要使 若要 要求 希望 想要 页式系统 数 单级页表 有页表 取指令 取数据 字 单元 存储系统 放 存放 一条 平均 整个 命中率 则 周期 后才 后再 才 "
    "被换出页 被替换页 被置换页 换出页 被淘汰页 或 按 加TLB 加快表 命中后 直接访存 直接 就 再访存 页表查完 概率 查快表 采用快表 引入快表 没有快表 有快表 不用快表 使用快表 对内存 一个数据 服务 处理 中断 缺页 缺页率 缺页中断 平均有效 有效访问时间 平均访问时间 高速缓存 速度 提高 比 原来 相比 与 性能 降低 下降 只 只有 需 最后 该 前后 相比于 从 到 提高到 降到 降为 降至 减为 减少到 缩短到 缩短为 由 变为 上升到 变化 系统 虚拟 虚地址 虚拟地址 一级页表 二级页表 两级页表 三级页表 多级页表 页表级数 结构 页在内存 可接受 接受 允许 最大 EAT 公式 不变 其他条件不变 其余条件不变 条件 保证 "
)


def _named(text: str) -> str:
    """The text with each letter that stands for what is asked (`needs a time T1`, later `T1 is`) put where it is described."""
    for letter in dict.fromkeys(patterns.findall(r"(?<![A-Za-z])([Tt][\d₁₂]?)(?![A-Za-z\d])", text)):
        marks = list(patterns.finditer(rf"(?<![A-Za-z]){letter}(?![A-Za-z\d])", text))
        if len(marks) == 2 and patterns.search(r"(?:时间|多久|耗时)(?:为|是|记为|记作|设为|=)?\s*$", text[: marks[0].start()]):
            text = text[: marks[0].start()] + "是多少" + text[marks[0].end() : marks[1].start()] + text[marks[1].end() :]
    # `缺页率为p。(1)当p=0.001时`: the letter is another name of the rate.
    if patterns.search(r"缺页(?:率|概率|的概率)\s*(?:为|是|记为|设为|用)?\s*\(?p(?![A-Za-z\d])", text):
        text = patterns.sub(r"(缺页(?:率|概率|的概率))\s*(?:为|是|记为|设为|用)?\s*\(?p\)?(?:表示)?(?![A-Za-z\d])(?=\s*=)", r"\1", text)
        text = patterns.sub(r"(缺页(?:率|概率|的概率))\s*(?:为|是|记为|设为|用)?\s*\(?p\)?(?:表示)?(?![A-Za-z\d])", r"\1", text)
        text = patterns.sub(r"(?<![A-Za-z(\-−×*·])p(?=\s*(?:=|最|不|应|的|至|约|≤|<|为|是|可))", "缺页率", text)
    if (one := patterns.search(r"命中(?:率|概率)(?:为|是|设为)?\s*([hαx])(?![A-Za-z\d=])(?!\s*=\s*\d)", text)) is not None:
        text = patterns.sub(
            rf"(?<![A-Za-z]){one[1]}(?=\s*(?:至少|最少|最小|应该?|要|需要?)*(?:是|为|等于|=|取)?\s*(?:多少|几))", "命中率", text
        )
        text = patterns.sub(r"(命中(?:率|概率))(?:为|是|设为)?\s*[hαx](?![A-Za-z\d=])", r"\1", text, count=1)
    text = patterns.sub(r"\(\s*(?:单位[:为]?)?\s*(ns|μs|us|ms)\s*\)(?=\s*[。?？]?\s*$)", r"多少\1", text)
    if letter_of := patterns.search(r"命中(?:率|概率)(?:为|是|设为|=)?\s*(?P<letter>[a-zα])(?![A-Za-z\d=])(?!\s*=\s*\d)", text):
        text = text.replace(letter_of[0], "命中率")
        text = patterns.sub(rf"(?:求|问|则)\s*(?<![A-Za-z]){letter_of['letter']}(?![A-Za-z])(?:的?值)?", "求命中率", text)
    return text


def _pass_over(reading: Inquiry) -> None:
    """Take the remarks that leave the usual model as it is."""
    reading.take_all(
        r"(?:在)?(?:未|不|没有)(?:发生)?缺页的(?:情况|前提|条件)(?:下)?|(?:若|如果|假设|假定|设)?(?:均|都|且|并)?(?:不考虑|不计|忽略|不会发生|不会出现|不发生|不出现|不会产生|不产生|没有|不会|无)(?:发生)?(?:任何)?缺页(?:的)?(?:情况|中断|异常|处理|影响)?(?:的)?(?:时间|开销)?(?:发生)?(?:的)?(?:情况)?"
        r"|(?:(?<=[,;。、 (])|^)(?:且|并且)?(?:不|无|没有?)(?:会)?缺页(?=[,;。、? )])|(?:且|并且|假设|设)?(?:所有|要访问的|被访问的|各|所访问的?|访问的|该|需要的|相关)*(?:的)?页(?:面)?(?:均|都|全|总)?(?:已|已经)?(?:在|装入|调入|驻留在?)(?:了)?(?:内存|主存)(?:中|里)?"
    )
    reading.take_all(
        rf"(?:(?:不计|忽略|不考虑|不算)(?:对)?(?:装入|更新|填充|修改)(?:{_TLB})?(?:的)?(?:时间|开销)|(?:不计|忽略|不考虑|不算)(?:对)?{_TLB}(?:的)?(?:更新|装入|填充)(?:的)?(?:时间|开销)|(?:{_TLB})?(?:的)?(?:更新|装入|填充)(?:{_TLB})?(?:的)?(?:时间|开销)?{_SAVE}|(?:没有|无|不考虑|不使用|不含)(?:其他|其它|别的|高速|cache|的)*(?:缓存|cache|高速缓冲)(?:的)?(?:影响)?|其(?:他|它|余)(?:的)?(?:时间|开销|因素|条件)?(?:均|都)?(?:{_SAVE}|不变))"
    )
    reading.take_all(
        rf"(?:并|且|然后|再)?(?:更新|装入|填入|写入){_TLB}(?!的时间|时间)|(?:若|如果)?(?:{_TLB})?命中(?:则|就|便|后|时)?(?:立即|马上)?(?:停止|终止|中止|取消)(?:对)?{_ACCESS}?{_TABLE}(?:的)?(?:查找|访问)?"
    )
    reading.take_all(
        rf"(?:且|并且|其)?{_TABLE}(?:全部|全|均|都)*(?:常驻|驻留|存放|保存|存储|存|放|位于|只|仅|被)*(?:在|于)(?:内存|主存)(?:中|里|之中)?"
    )


def recognise_model(text: str) -> Recognition | None:
    """A problem about the mean time of an access as understood; None: another problem."""
    reading = Inquiry(written_out(_named(without_page_size(with_two_services(in_usual_terms(text))))))
    reading.refuse(
        r"再查(?:找)?(?:一次|一遍|两次)*(?:快表|TLB)|(?<!高速)(?<!不考虑)cache|段|多道|虚拟机|\d\s*个?(?:表)?项|项数|[KM]B|字节|地址(?:为|是)|[0-9A-F]+H(?![A-Za-z0-9])|(?:两|二|2)级(?:的)?TLB|L[12]|初始|前\d|指令.{0,6}长|ASID|依次访问|阻塞|切换"
    )
    for match in reading.take_all(
        r"(?:页表)?(?:只有|采用|使用|为|是|共|有|改为|改用|换成)*(?<!第)(?P<value>[一二两三四单1-4])级(?:的)?(?:页表|分页)?(?:结构|机制|系统)?"
    ):
        reading.tell(
            "levels", match.start(), "一二三四".find(match["value"].replace("两", "二").replace("单", "一")) + 1 or int(match["value"])
        )
    _pass_over(reading)
    serial = reading.take_all(
        rf"(?:先|首先){_ACCESS}{_TLB},?(?:若|如果|当)?(?:{_TLB})?(?:(?:没有|没|未|不|缺失|失效)(?:命中|找到|查到)?,?(?:时|则|的话|了|后)*,?(?:再|才|就|然后|还要)*(?:依次|逐级)?(?:去|到)?{_ACCESS}?(?:{_MEMORY})?(?:中|里)?(?:的)?(?:{_ACCESS})?(?:的)?{_TABLE}?(?:的方式)?)?"
        rf"|(?:{_TLB})?(?:没有|没|未|不)命中(?:时|则|的话|了|后|,)*(?:再|才|就|然后|还要|还需|要|需要?)+(?:依次|逐级)?(?:去|到)?{_ACCESS}?(?:{_MEMORY})?(?:中|里)?(?:的)?(?:{_ACCESS})?(?:的)?{_TABLE}"
    )
    serial += reading.take_all(
        rf"(?:{_TLB})?(?:的)?(?:查找|访问|检索)?(?:和|与|及)?(?:{_ACCESS}|{_MEMORY}|{_TABLE}|的|整个|过程)*(?:是|为|采用|使用|按)?(?:串行|顺序)(?:地|的|进行|查找|访问|查询|检索|方式|执行|查|访存)*(?=[,;。?)]|$)"
    )
    parallel = reading.take_all(
        rf"(?:{_ACCESS}?{_TLB}(?:和|与|及|跟|、)(?:{_ACCESS})?(?:{_MEMORY})?(?:中的?)?(?:的)?{_TABLE}?)?(?:的)?(?:查找|访问)?(?:是|可以|可)?(?:同时|并行|并发|一起)(?:地)?(?:进行|开始|发起|启动)*(?:的)?{_ACCESS}?(?:{_MEMORY})?(?:中的)?(?:{_TLB}(?:和|与|及|跟|、)(?:{_ACCESS})?(?:{_MEMORY})?(?:中)?(?:的)?{_TABLE})?"
    )
    if parallel and serial:
        return None
    ignored = reading.take_all(
        rf"(?:假设|假定|设)?(?:在{_TLB}(?:中|里)?)(?:查找|检索|查询)(?:一个)?页表项的时间(?:可以|可)?(?:{_SAVE}|(?:为|是)0)|当?(?:所需|要找|要访问)?(?:的)?页表项在{_TLB}(?:中|里)(?:时)?,?(?:则)?其?(?:查找|访问|检索)(?:的)?时间(?:可以|可|为)*{_SAVE}|(?:忽略|不计|不考虑|不算)(?:对)?{_ACCESS}?{_TLB}(?:的)?{_ACCESS}?(?:的)?(?:时间|开销|耗时)|{_ACCESS}?{_TLB}(?:的)?{_ACCESS}?(?:的)?(?:自身)?(?:的)?(?:时间|开销|耗时)?(?:短到|很短|极短)?(?:,)?(?:可以|可|均)?{_SAVE}"
    )
    reading.take_all(
        rf"(?:(?:未|没有?|不)命中时)?(?:{_TLB})?(?:的)?(?:查找|访问|查询|检索)(?:的)?时间(?:也|均|都|仍|要|应|需)*(?:计入|计算在内|算在内|算上|考虑在内)|\(?(?:缺页率)?p?(?:很小|极小|非常小)\)?"
    )
    registers = reading.take_all(
        rf"{_TABLE}(?:存放|保存|放|全部|常驻|存|都|完全|驻留)*(?:在|于)(?:一组|快速|高速|专用|专门|硬件|的)*寄存器(?:中|里|组)?"
    )
    reading.take_all(
        r"(?:且|并|,)?(?:不考虑|忽略|不计|不用|没有|无|不使用|不含)(?:快表|TLB|和|与|、|及|查|页表|访问|查找|的|时间|开销|影响)+(?=[,;。)?]|$)"
        if "缺页" in reading.text
        else "(?!)"
    )
    reading.take_all(
        rf"\(?(?:按|用|采用|公式|即|由)*\s*(?:EAT\s*=\s*)?\(1-p\)\s*[·×*]?\s*(?:ma|t|访存(?:时间)?|{_MEMORY}(?:访问|存取)?时间|T|[\d.]+\s*(?:ns|μs|us)?)\s*\+\s*p\s*[·×*]?\s*(?:缺页)?(?:处理|服务)?(?:时间|S|t|[\d.]+\s*(?:ms|μs|us|ns)?)(?:来)?(?:算|计算)?\)?|\(?(?:已经?)?(?:包?含|包括)(?:了)?(?:调页|调入|换入|换出|置换|替换|淘汰|读盘|启动|磁盘|传送|写回|全部|所有|中断|处理|最后|最终|更新|重新|重启|再次|执行|访存|访问|{_MEMORY}|页表|{_TLB}|指令|一次|和|与|及|、|的|时间|开销|进程)+(?:在内)?\)?"
    )
    reading.refuse(r"(?<!联想)(?<!相联)寄存器")
    reading.take_all(
        rf"(?:比|较|与)(?:不加|未加|没加|没有|无|不用|不使用|未采用|加之前|原来)(?:{_TLB})?(?:时|之?前|的情况|相比)*(?=[^,;。?!]{{0,8}}(?:快|减少|缩短|降低|节省|慢|提高))"
    )
    relative = reading.take(
        rf"(?:不超过|不大于|小于|等于|为|是|达到|降到)(?:一次)?(?:{_ACCESS}?{_MEMORY}{_ACCESS}*|访存)(?:的)?(?:时间|周期)?的\s*(?P<value>{NUMBER})\s*倍"
    )
    reading.tell_each(
        "rate",
        r"(?:平均)?每(?P<value>\d+)次(?:访问|访存)(?:内存)?(?:中|就)?(?:会|平均)?(?:有|发生|产生|出现)(?:一|1)次缺页",
        lambda value: Fraction(1, int(value)),
    )
    half = rf"{_NO}{_TLB}(?:时|的时候|的情况下|的话)?,?(?!(?:[^,;。?!\d]{{0,6}}(?:访问|读取?|存取)(?:一次)?(?:内存|主存)|[^,;。?!\d]{{0,6}}(?:内存|主存)(?:的)?(?:访问|存取|读写|周期)|访存))[^,;。?!\d]{{0,16}}?(?:需要?|要|用|花费?|耗时|是|为|时间)+(?P<value>{TIME})"
    bare = reading.take_one(half, to_nanoseconds)
    reading.tell_roles(_ROLES)
    asked = reading.inquire(_QUESTIONS)
    reading.take_all(
        rf"(?:且|并|而)?(?:系统)?(?:中)?{_NO}{_TLB}(?:的)?(?:情况下|时|情况)?|(?:TLB)?miss(?:时|后)?|(?:结果)?(?:取整(?:数)?|用科学计数法(?:表示)?)"
    )
    reading.finish(_WORDS, danger="磁盘|并行|更新|串行|重[新启]|逐级(?!访问|查)|实际|[二两三四]次|反复")
    if bare is not None:
        level = reading.known("levels") or 1
        if "memory" in reading.told:
            return None
        reading.tell("memory", 0, bare / (level + 1))
    if ignored:
        if "tlb" in reading.told:
            return None
        reading.tell("tlb", 0, Fraction(0))
    return _understood(reading, asked, bool(parallel), bool(registers), Fraction(relative["value"]) if relative else None)


def _understood(
    reading: Inquiry, asked: list[tuple[int, str]], parallel: bool, registers: bool, relative: Fraction | None
) -> Recognition | None:
    for place, clean in reading.told.get("clean", []):
        # The service is a mixture of two.
        dirty, share = reading.known("dirty"), reading.known("share")
        if dirty is None or share is None or len(reading.told["clean"]) > 1 or "service" in reading.told:
            return None
        reading.tell("service", place, (1 - share) * clean + share * dirty)
    if {"dirty", "share"} & reading.told.keys() and "clean" not in reading.told:
        return None
    for place, miss in reading.told.get("miss", []):
        if all(hit != 1 - miss for _, hit in reading.told.get("hit", [])):
            reading.tell("hit", place, 1 - miss)
    faults = "service" in reading.told or any(name == "service" for _, name in asked)
    if registers and "levels" in reading.told:
        return None  # which of the levels stands in registers
    if faults and patterns.search(r"额外|附加|另(?:外)?(?:再)?(?:加|需)", reading.text):
        return None  # on top of the access, or in all
    if faults and "rate" not in reading.told and "tlb" not in reading.told and not patterns.search(_TLB, reading.text, re.IGNORECASE):
        # Without a TLB, what is hit is memory.
        for place, hit in reading.told.pop("hit", []):
            reading.tell("rate", place, 1 - hit)
    if faults and ("hit" in reading.told or "tlb" in reading.told or "levels" in reading.told):
        return None  # which accesses the rate is of, textbooks say differently
    if not faults and "rate" in reading.told:
        return None
    asked = asked or ([(len(reading.text), "mean")] if "hit" in reading.told or "rate" in reading.told else [])
    model: list[tuple[str, dict[str, Any]]] = []
    for place, name in asked:
        case = {key: reading.value_for(key, place) for key in ("memory", "tlb", "hit", "levels", "service", "rate", "wanted")}
        case["levels"] = 0 if registers else case["levels"] or 1
        case["parallel"] = parallel
        if relative is not None and case["memory"] is not None:
            if case["wanted"] is not None:
                return None
            case["wanted"] = relative * case["memory"]
        if name == "again":
            if not model:
                return None
            name = "mean" if model[-1][0] == "bare" and case["hit"] is not None else model[-1][0]
        if name == "access":
            # A single access: the mean where the TLB was told of by then, else the time without one.
            name = "mean" if faults or ("hit" in reading.told and not _later(reading, place)) else "bare"
            if model and model[-1][0] == name and len(asked) > 1:
                continue
        if (
            name == "mean"
            and _later(reading, place)
            and patterns.search(
                rf"(?:增加|增设|加入?|加上|引入|采用|设置|配置|使用|有)(?:了|上)?{_TLB}", reading.text[place:], re.IGNORECASE
            )
        ):
            name = "bare"
        if name == "mean" and not faults and case["hit"] is None and not patterns.search(_TLB, reading.text, re.IGNORECASE):
            name = "bare"
        if name == "accesses":
            # How many accesses one takes: only where there is no TLB, or none is told of, is it one number.
            if faults or (case["hit"] is not None and not _later(reading, place)):
                return None
            if (
                patterns.search(_TLB, reading.text, re.IGNORECASE)
                and not patterns.search(rf"{_NO}{_TLB}", reading.text, re.IGNORECASE)
                and not _later(reading, place)
            ):
                return None
        needs = {
            "bare": ("memory",), "accesses": (), "rate": ("memory", "service", "wanted"), "service": ("memory", "rate", "wanted"), "hit": ("memory", "tlb", "wanted"), "memory": ("tlb", "hit", "wanted"),
            "tlb": ("memory", "hit", "wanted"), "hit-time": ("memory", "tlb"), "miss-time": ("memory", "tlb"),
        }.get(name, ("memory", "service", "rate") if faults else ("memory", "tlb", "hit"))  # fmt: skip
        if name in ("rate", "hit", "memory", "tlb", "service") and model and case[name] is not None:
            # `To keep it below 220 ns, how large may the rate be`: what was told for an earlier question is not told for this one.
            wanted_at = [at for at, _ in reading.told.get("wanted", [])]
            if wanted_at and max(at for at, _ in reading.told[name]) < min(wanted_at):
                case[name] = None
        if any(case[need] is None for need in needs) or (name in ("rate", "hit", "memory", "tlb", "service") and case[name] is not None):
            return None
        if (faults and name not in ("mean", "rate", "service", "ratio", "slower-percent", "saved-percent")) or (
            name == "slower-percent" and not faults
        ):
            return None
        if case["tlb"] is not None and case["memory"] is not None and case["tlb"] >= case["memory"]:
            return None
        if any(case[share] is not None and not 0 < case[share] < 1 for share in ("hit", "rate")):
            return None
        plain: dict[str, Any] = {key: (str(value) if isinstance(value, Fraction) else value) for key, value in case.items()}
        hits = list(dict.fromkeys(value for _, value in reading.told.get("hit", [])))
        if name in ("saved", "saved-percent", "ratio") and len(hits) > 1:
            if len(hits) > 2 or case["hit"] != hits[1] or patterns.search(_NO, reading.text):
                return None
            plain["earlier"] = {**plain, "hit": str(hits[0])}
        if (name, plain) not in model:
            model.append((name, plain))
    names = {name for name, _ in model}
    used = {"bare": {"memory"}, "accesses": {"memory"}}
    # A told figure that no answer needs belongs to a question that was not understood.
    if (
        not model
        or names == {"accesses"}
        or ("wanted" in reading.told or relative is not None) != bool(names & {"rate", "hit", "memory", "tlb", "service"})
    ):
        return None
    if names <= used.keys() and {"hit", "tlb"} & reading.told.keys() and "bare" in names and not patterns.search(_NO, reading.text):
        return None
    unit = (
        patterns.search(r"(?:多少|几|单位(?:为|是|:)?)\s*(?P<asked>μs|us|微秒|ms|毫秒|ns|纳秒)", reading.text)
        # The mean is nearer to the time of memory than to that of a fault.
        or (patterns.search(r"(?P<asked>μs|us|微秒|ns|纳秒)", reading.text) if faults else None)
        or patterns.search(r"(?P<asked>μs|us|微秒|ms|毫秒|ns|纳秒)", reading.text)
    )
    shown = {"us": "μs", "微秒": "μs", "毫秒": "ms", "纳秒": "ns"}
    labels = (
        ("memory", "访问内存", "ns"),
        ("tlb", "查快表", "ns"),
        ("hit", "命中率", "%"),
        ("service", "缺页处理", "ns"),
        ("rate", "缺页率", ""),
        ("wanted", "要达到的时间", "ns"),
    )
    understood = (
        []
        if faults
        else [
            ("页表", f"{'在寄存器中' if registers else str(model[0][1]['levels']) + ' 级'}"),
            ("查找方式", "快表和页表同时查" if parallel else "先查快表，未命中再查页表"),
        ]
    )
    for key, label, of in labels:
        values = list(dict.fromkeys(value for _, value in reading.told.get(key, [])))
        if values:
            understood.append(
                (label, "、".join(f"{decimal(value * 100, 4)}%" if of == "%" else f"{decimal(value, 8)} {of}".strip() for value in values))
            )
    return Recognition(
        parameters={
            "access": "model",
            "model": [list(item) for item in model],
            "unit": shown.get(unit["asked"], unit["asked"]) if unit else "ns",
        },
        understood=tuple(understood),
    )


def _later(reading: Inquiry, place: int) -> bool:
    """Whether the TLB's hit ratio is told only after this place's clause."""
    end = next((clause.end for clause in reading.clauses() if clause.start <= place <= clause.end), place)
    return "hit" in reading.told and all(at > end for at, _ in reading.told["hit"])
