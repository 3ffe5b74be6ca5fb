"""Reading problems about the cost of an access to memory beside a single TLB: see `memory_access`."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.os._clauses import SHARE, SIZE, TIME, to_bytes, to_nanoseconds
from engine.generators.os._topic import Topic
from engine.generators.quantities import decimal, size
from engine.generators.reading import INTEGER, to_int, to_share

_TLB = r"(?:快表|TLB|联想(?:寄存器|存储器)|相联(?:存储器|寄存器))(?:\(?(?:TLB|快表)\)?)?"
_MEMORY = r"(?:内存|主存|物理内存|存储器)"
_IS = r"(?:\ue000|按|时用时|用时|一次|每次|1次|时间|周期|平均|约|大约|均|都|各|需要?|要|花费?|得|为|是|用|的|=|:|\s)*"
_POWER = r"10\s*\^\s*\d+\s*(?:ns|μs|us|纳秒|微秒)"
_ANY_TIME = rf"(?:{_POWER}|{TIME})"
_ACCESS = rf"(?:{_MEMORY}(?=\s*\d)|访问(?:一次)?{_MEMORY}|{_MEMORY}(?:的)?(?:一次)?(?:访问|存取|读写)?(?:周期)?|访存|存取{_MEMORY})"
_LOOK = rf"(?:(?:查找?|访问|查询|检索)?(?:一次)?{_TLB}(?:的)?(?:查找|访问|查询|检索)?)"
_SERVICE = r"(?:缺页(?:中断)?(?:的)?(?:平均)?(?:处理|服务)(?:时间)?|处理(?:一次)?缺页(?:中断)?|缺页一次(?:的)?(?:处理|服务)(?:时间)?|缺页时用时|(?:一次|每次)?缺页(?:的)?(?:处理|服务)?(?:时间|开销)?|页面?(?:调入|换入)(?:时间)?)"
_MEAN = rf"(?:平均|有效|等效){{1,2}}(?:的)?(?:{_MEMORY})?(?:页面)?(?:有效)?(?:访问|存取|访存|内存访问)+(?:一次)?{_MEMORY}?(?:的)?时间|EAT|EMAT|(?:平均|有效){{1,2}}(?:访问|访存|存取)(?=[?,;。(\ue000]|$)"
_WORDS = (
    "用科学计数法 科学计数法 请求分页 请求调页 请求页式 分页 页式 虚拟存储 虚拟 存储 管理 存储管理 内存 主存 系统中 页 页面 页表 快表 TLB 查找 访问 存取 读取 一次 时间 平均 一级页表 单级页表 单级 一级 页框 被 要 时 的话 均 处理 完 数据 一个 概率 发生 更新 含 忽略不计 忽略 可忽略 不计 不考虑 处理完 重新执行 重新执行该指令 重启指令 重启 指令 "
    "情形 三种情形 情况 各 分别 保证 要保证 使 为了 让 应 至多 不超过 可接受 接受 约为 结果 微秒 来算 公式 按 采用 装入 中 则 该 先 再 未命中 命中 逐级 两级 地址变换 地址转换 变换 只 总 总计 总共 总耗时 取数 取 有 与 慢表 并行 并行查找 并发 页表在内存 放 存放 全部 在 缺页率 后 从 到 提高 降 由 降至 降到 至 "
)


def _begun(text: str) -> Topic:
    text = patterns.sub(
        r"(?:设)?(?:缺页率|缺页概率)(?:为|是)?\s*p(?=\s*[,，;；。])[,，;；。](.*?)(?<![A-Za-z])p(?=\s*(?:应|最大|最多|至多|不|为|是|要))",
        r"\1缺页率",
        text,
    )
    return Topic(patterns.sub(r"(?:缺页率|缺页概率)\s*p(?=\s*(?:为|是|=|应|至多|不))", "缺页率", text))


def _time(text: str) -> Fraction:
    if match := patterns.match(r"10\s*\^\s*(\d+)\s*(\S+)", text):
        return to_nanoseconds(f"1{match[2]}") * Fraction(10 ** int(match[1]))
    return to_nanoseconds(text)


def _quantity(reading: Topic, cue: str, pattern: str, read: Callable[[str], Fraction], after: str = "(?!)") -> Fraction | None:
    return reading.take_one((rf"(?:{cue}){_IS}(?P<value>{pattern})", rf"(?P<value>{pattern})(?:的)?(?:{after})"), read)


def recognise_cases(text: str) -> Recognition | None:
    """What one access takes with a hit, with a miss, with a page fault; None: another problem."""
    reading = _begun(text)
    if not reading.has(_TLB):
        return None
    memory = _quantity(reading, _ACCESS, TIME, to_nanoseconds)
    tlb = _quantity(reading, _LOOK, TIME, to_nanoseconds)
    service = _quantity(reading, _SERVICE, _ANY_TIME, _time)
    levels = reading.take_one(
        r"(?P<value>[一二两三四单])级(?:页表|分页)", lambda value: "一二三四".find(value.replace("两", "二").replace("单", "一")) + 1
    )
    reading.take_all(
        r"\(?(?:含|包含|包括|已含)(?:更新)?(?:TLB|快表|页表|、|和|与|更新)+(?:的)?(?:时间)?\)?|(?:处理)?完?(?:后)?重新执行(?:该)?(?:指令)?(?:\(?TLB命中\)?)?|(?:缺页)?(?:处理|调入)?完(?:后|之后)?(?:重启|重新执行)(?:该)?指令,?(?:且)?(?:TLB|快表)已(?:经)?更新|页表(?:放|存放|全部|常驻)?在(?:内存|主存)(?:中|里)?|(?<=[。;:,])\s*\(?[1-9]\)?(?=TLB|快表)"
        r"|先(?:查|访问)(?:TLB|快表),?(?:若|如果)?(?:没有?|未|不)命中(?:时)?(?:再|才|则)(?:查|访问)(?:内存)?(?:中的)?页表"
    )
    reading.refuse(r"命中率|概率|cache|段|\d\s*%|并行|同时|[0-9A-F]+H(?![A-Za-z])|地址")
    name = rf"(?:{_TLB})?"
    asked = reading.ask(
        (
            (
                rf"{name}(?:没有?|未|不)命中(?:且|,|并|而|又|时|也)*(?:发生|产生|出现)?(?:缺页|页(?:面)?(?:也)?不在(?:内存|主存)(?:中|里)?)|(?:该)?页(?:面)?(?:也)?不在(?:内存|主存)(?:中|里)?|(?:某页)?第一次(?:访问)?(?:时)?(?:发生|产生)?缺页",
                "fault",
            ),
            (rf"{name}(?:没有?|未|不)命中(?:但|而|,|且|时|不缺页|该|要访问的)*(?:页(?:面)?)?(?:已)?(?:在(?:内存|主存)(?:中|里)?)?", "miss"),
            (rf"{name}(?<!未)(?<!没)(?<!不)(?<!有)命中(?:时|后)?", "hit"),
        )
    )
    reading.ask(
        (
            (r"(?:各|分别|两次|三种)*(?:要|需要?|花费?|花|得)*(?:多少|多久|多长)(?:的)?(?:时间)?", "time"),
            (r"(?:两次|各)?(?:访问)?(?:的)?(?:时间|耗时)(?:各|分别)?(?:是|为)?(?:多少|多久)", "time"),
        )
    )
    reading.take_all(r"(?:某页)?第一次访问(?:时)?|第二次访问(?:同一页)?(?:时)?|两次|三种情形|\(\d\)")
    reading.finish(_WORDS + "同一页 某页 且 缺页")
    if (
        memory is None
        or tlb is None
        or not asked
        or ("fault" in asked) != (service is not None)
        or tlb >= memory
        or (levels is not None and levels < 1)
    ):
        return None
    parameters: dict[str, object] = {"access": "cases", "memory_ns": str(memory), "tlb_ns": str(tlb), "levels": levels or 1, "asked": asked}
    if service is not None:
        parameters["service_ns"] = str(service)
    return Recognition(parameters=parameters, understood=(("访存", f"{decimal(memory, 3)} ns"), ("快表", f"{decimal(tlb, 3)} ns")))


def recognise_totals(text: str) -> Recognition | None:
    """The mean of what a hit and a miss take in all; None: another problem."""
    reading = _begun(text)
    hitting = reading.take_one(
        rf"(?:{_TLB})?(?<!未)(?<!没)(?<!不)(?<!有)命中(?:时|,)*(?:的)?(?:(?:取数|访问|存取|一次|共|总)*(?:总计|总共|总耗时|总时间|耗时|共需|共|总)(?:的)?|(?:取数|访问|存取|读取|读)(?:一个|1个)?(?:字|数据|数|单元)?(?:一次)?(?=需|要|花|用)){_IS}(?P<value>{TIME})(?:\(含访存\))?",
        to_nanoseconds,
    )
    missing = reading.take_one(
        rf"(?:{_TLB})?(?:未|没有?|不)命中(?:时|,)*(?:的)?(?:(?:取数|访问|存取|一次|共|总)*(?:总计|总共|总耗时|总时间|耗时|共需|共|总)(?:的)?|(?:(?:取数|访问|存取|读取|读)(?:一个|1个)?(?:字|数据|数|单元)?(?:一次)?)?(?:则|就)?(?=需|要|花|用)){_IS}(?P<value>{TIME})",
        to_nanoseconds,
    )
    if hitting is None or missing is None or hitting >= missing:
        return None
    change = reading.take(rf"命中率(?:从|由)(?P<first>{SHARE})(?:提高|上升|增加|提升|变|升)*(?:到|至|为)(?P<second>{SHARE})")
    hits = [to_share(change["first"]), to_share(change["second"])] if change else []
    missed = reading.take_one(rf"(?:快表|TLB)?(?:未|不|没有?)命中(?:率|概率|的概率){_IS}(?P<value>{SHARE})", to_share)
    hit = None if change else 1 - missed if missed is not None else _quantity(reading, "命中(?:率|概率)", SHARE, to_share)
    reading.take_all(
        r"\(?(?:快表|TLB)?(?:的)?查找时间(?:忽略|不计|忽略不计)\)?|\(含访存\)|(?:有)?(?:快表|TLB)(?:与|和)慢表(?:并行|同时)(?:查找|查)?"
    )
    asked = reading.ask(((rf"(?:{_MEAN})(?:由多少(?:降|变|减)(?:至|到|为)(?:多少)?|是|为|多少|几)*", "mean"),))
    reading.finish(_WORDS)
    hits = hits or ([hit] if hit is not None else [])
    if not asked or not hits or any(not 0 < one < 1 for one in hits):
        return None
    return Recognition(
        parameters={"access": "totals", "hit_ns": str(hitting), "miss_ns": str(missing), "hits": [str(one) for one in hits]},
        understood=(
            ("命中时", f"{decimal(hitting, 3)} ns"),
            ("未命中时", f"{decimal(missing, 3)} ns"),
            ("命中率", "，".join(f"{decimal(one * 100, 2)}%" for one in hits)),
        ),
    )


def recognise_reach(text: str) -> Recognition | None:
    """How much memory a TLB covers; None: another problem."""
    reading = _begun(text)
    entries = reading.take_one(
        (rf"(?:有|共|含)*(?P<value>{INTEGER})\s*(?:个)?(?:表项|项|条目)", rf"(?:表项|条目)(?:数)?(?:为|有|是)*(?P<value>{INTEGER})个?"),
        to_int,
    )
    pages = [
        to_bytes(match["value"])
        for match in reading.take_all(
            rf"(?:若|如果)?(?:改用|换成|改为|用|采用)?(?:每个?)?(?:页面?|大页|页)?(?:的)?(?:大小|长度)?{_IS}(?P<value>{SIZE})(?:的)?(?:大页|页面?)?(?:呢)?"
        )
    ]
    asked = reading.ask(
        (
            (
                r"(?:TLB|快表)?(?:的)?(?:覆盖|映射|可达)(?:的)?(?:内存)?(?:范围|空间|大小)?(?:\(?TLB\s*reach\)?)?(?:是|为)?(?:多大|多少)?(?:的)?(?:内存|空间)?|TLB\s*reach(?:是|为)?(?:多大|多少)?|能(?:覆盖|映射)(?:多大|多少)(?:的)?(?:内存|空间)?",
                "reach",
            ),
        )
    )
    reading.finish(_WORDS + "页面 大小 改用 若 大页 呢")
    if entries is None or not pages or not asked or len(pages) > 2 or any(page & (page - 1) for page in pages):
        return None
    return Recognition(
        parameters={"access": "reach", "entries": entries, "pages": pages},
        understood=(("表项", str(entries)), ("页面", "、".join(size(page) for page in pages))),
    )


def recognise_walk(text: str) -> Recognition | None:
    """A TLB whose miss costs a walk of a told time; None: another problem."""
    reading = _begun(text)
    walk = reading.take_one(
        rf"(?:{_TLB})?(?:缺失|未命中|没命中|不命中|失效)(?:时|则|后)?(?:再)?(?:需要?|要)?(?:页表)?(?:走查|遍历|查页表|查找页表|页表查找)(?:时间)?(?:另)?{_IS}(?P<value>{TIME})",
        to_nanoseconds,
    )
    if walk is None:
        return None
    memory = _quantity(reading, rf"(?:再加|加上|另加|最后)?{_ACCESS}", TIME, to_nanoseconds)
    tlb = _quantity(reading, _LOOK, TIME, to_nanoseconds)
    hit = _quantity(reading, "命中(?:率|概率)", SHARE, to_share)
    reading.take_all(r"\(?不考虑缺页\)?")
    asked = reading.ask(((rf"(?:{_MEAN})(?:是|为|多少|几)*|(?:每次)?(?:访问|访存)平均(?:需要?|要)?(?:多少|几)", "mean"),))
    reading.finish(_WORDS + "再加 每次")
    if None in (memory, tlb, hit) or not asked:
        return None
    assert memory is not None and tlb is not None and hit is not None
    return Recognition(
        parameters={"access": "walk", "memory_ns": str(memory), "tlb_ns": str(tlb), "hit": str(hit), "walk_ns": str(walk)},
        understood=(
            ("快表", f"{decimal(tlb, 3)} ns"),
            ("命中率", f"{decimal(hit * 100, 2)}%"),
            ("查页表", f"{decimal(walk, 3)} ns"),
            ("访存", f"{decimal(memory, 3)} ns"),
        ),
    )


_SYSTEMS = (
    (r"(?:基本)?段页式(?:存储管理)?(?:系统|管理|存储)?", 2),
    (r"(?:基本)?(?:分段|段式)(?:存储管理)?(?:系统|管理|存储)?", 1),
    (r"(?P<levels>[一二两三四单])级(?:页表|分页)(?:系统|结构)?", 0),
    (r"(?:基本)?(?:分页|页式)(?:存储管理)?(?:系统|管理|存储)?", 1),
)


def recognise_references(text: str) -> Recognition | None:
    """How many accesses to memory one datum or an instruction takes; None: another problem."""
    reading = _begun(text)
    reading.refuse(r"命中率|\d\s*(?:ns|μs|us|ms)|缺页|cache|寄存器")
    count = rf"(?:(?:需要?|要|共|一共|总共|则|应|至少)*(?:访问|读)?(?:{_MEMORY}|访存)(?:需要?|要|共)*(?:多少|几)次|(?:需要?|要|共|一共|则)*(?:多少|几)次(?:{_MEMORY}访问|访存|访问{_MEMORY}|访内存)|访存次数(?:是|为)?(?:多少|几)?|(?:则)?(?:需要?|要)(?:多少|几)次)"
    places: list[tuple[int, int]] = []
    for pattern, walk in _SYSTEMS:
        for match in reading.take_all(pattern):
            levels = match.groupdict().get("levels")
            places.append((match.start(), "一二三四".find(levels.replace("两", "二").replace("单", "一")) + 1 if levels else walk))
    reading.take_all(
        r"(?:段表|页表|它们|都|均|和|、)*(?:都|均|全)?(?:放|存放)?在(?:内存|主存)(?:中|里)?|(?:且|若|如果|并)*(?:没有|无|不用|不使用|未设|未配置?)(?:设置?)?(?:快表|TLB)(?:时)?"
    )
    hit = reading.take(rf"(?:若|如果)?(?:{_TLB})?(?:全部|都|每次都|总是)?命中(?:呢|时)")
    work = reading.take(
        r"(?:取指|取指令)(?:一|1)次,?(?P<rest>(?:[、,和]?(?:读|写|取|存)\s*\(?\[?[A-Za-z]?\]?\)?(?:操作数|数据)?\s*(?:一|1|两|二)次)+)"
    )
    accesses = 1
    if work:
        accesses = 1 + sum(2 if sign in "两二" else 1 for sign in patterns.findall(r"([一1两二])次", work["rest"]))
        reading.take_all(r"(?:一条|某条)?指令\s*\(?\s*MOV\s*[A-Za-z\[\], ]+\)?|(?:本身)?在(?:同一|一)页内|本身")
    asked = reading.ask(((count, "count"),))
    if len(reading.questions) != len(places):
        return None  # a question whose system is not named
    if hit:
        reading.questions.append(hit.span())
    reading.finish(_WORDS + "取一条 存取 一条 指令 数据 读一个 一个 数 则 系统 若 按 采用 呢 段表 每 条 单元 逻辑 执行 一共 MOV")
    if not asked or not places:
        return None
    questions = [(walk, accesses) for _, walk in sorted(places)]
    if hit:
        if len(questions) != 1:
            return None
        questions.append((0, accesses))
    return Recognition(
        parameters={"access": "references", "questions": questions},
        understood=(("查表的次数", "、".join(str(walk) for walk, _ in questions)),),
    )
