"""Reading problems about the TLB: which time is whose, and whether the mean, the hit ratio or the time without a TLB is asked."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.kind import Missing, Recognition
from engine.generators.os._clauses import SHARE, TIME, to_nanoseconds
from engine.generators.os._topic import Topic
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out, to_int, to_share

_TLB = r"(?:快表|TLB|联想(?:寄存器|存储器)|相联(?:存储器|寄存器)|块表)(?:\(?(?:TLB|快表|联想寄存器)\)?)?"
_TABLE = r"(?:慢表|页表)"
_MEMORY = r"(?:内存|主存|物理内存|存储器)"
_ACCESS = r"(?:访问|存取|读写|读取|访|读|查找|检索|查询|查|搜索|取)"
_SAVE = r"(?:当0(?![\d.])|忽略(?:为|不计为)0(?![\d.])|忽略不计|可?忽略|不计|不考虑|不算|为零|(?:视?为|是|算|当|看作|计为)0(?![\d.])|略去)"
_NONE = r"(?:没有|没|无|不用|不使用|不采用|不设|未用|未使用|未采用|未设置?|不加|去掉|不带|不配)(?:设置|采用|使用|引入|配置|配备)?"
_MEAN = r"(?:平均|有效|等效|期望)(?:的)?(?:一次|每次)?(?:[^,;。?!\d\ue000]{0,14}?)(?:访问|存取|访存|读取|取|读|访)?(?:一个|一次|每次|1次|1个)?(?:的)?(?:字|数据|内存|主存|指令|单元)*(?:的)?(?:时间|耗时|时长|要|需|花|用|多久|多少|延迟)|EAT|EMAT"

_CASE_TIME = (
    r"(?:时|的时候|的情况下)(?:的)?[^,;。?!\d\ue000再先还又忽]{0,10}?(?:时间|耗时|多少|多久)(?:各?(?:是|为|需要?|要))*(?:多少|多久|几)?"
)

_ROLES = (
    Role(
        name="wanted",
        quantity=TIME,
        read=to_nanoseconds,
        before=r"(?:有效|平均|等效)[^,;。?!\d\ue000]{0,12}(?:时间)?[^,;。?!\d\ue000]{0,6}|(?:让|使)?EAT|EMAT",
    ),
    Role(
        name="tlb",
        quantity=TIME,
        read=to_nanoseconds,
        before=rf"{_ACCESS}?(?:一次|1次|一下)?{_TLB}(?:的)?(?:一次)?(?:的)?{_ACCESS}*(?:时间|周期|一次)?(?:\s*(?:access|lookup|search)?\s*time)?",
        after=rf"{_ACCESS}*(?:一次|1次)?{_TLB}",
    ),
    Role(
        name="memory",
        quantity=TIME,
        read=to_nanoseconds,
        before=rf"{_ACCESS}?(?:一次|1次|一下)?{_MEMORY}(?:一次)?(?:的)?(?:一次)?{_ACCESS}*(?:的)?(?:时间|周期|一次|耗时)*|访存(?:一次)?(?:时间|周期)?|memory(?:\s*access)?(?:\s*time)?",
        after=rf"{_ACCESS}+(?:一次|1次)?{_MEMORY}|{_MEMORY}的?{_ACCESS}|访存",
    ),
    Role(
        name="miss",
        quantity=SHARE,
        read=to_share,
        before=r"(?:未|不|没|没有)命中(?:的)?(?:概率|率)?|失效(?:概)?率|缺失(?:概)?率|失配率|miss\s*(?:rate|ratio|率)?",
        after=r"(?:的)?(?:未|不|没|没有)命中|失效|缺失",
    ),
    Role(
        name="hit",
        quantity=SHARE,
        read=to_share,
        before=r"(?<![未不没有])命中(?:的)?(?:概率|比率|比例|率)?|hit\s*(?:rate|ratio|率)?",
        after=rf"(?<![未不没有])命中(?:率)?|(?:的)?(?:页表项|页号|页面?|访问|地址(?:变换|转换))(?:都)?(?:能|可以?|能够)?在{_TLB}(?:中|里|内)*(?:能|可以?|都)?(?:直接)?(?:找到|查到|命中|得到)|(?:的)?(?:概率|可能|可能性|情况)?(?:下)?(?:在|从)?{_TLB}(?:中|里)?(?:有)?(?:能|可以|就)?(?:直接)?(?:找到|查到|命中)?",
    ),
)


_UNITS = r"(?:ns|μs|us|ms|纳秒|微秒|毫秒)"


def written_out(text: str) -> str:
    """The text with a unit at every time that lacks one, and pairs of times told one by one."""
    if letter := patterns.search(r"命中(?:率|概率)(?:为|是|设为|=)?\s*(?P<letter>[a-z])(?![A-Za-z\d=])(?!\s*=)", text):
        text = text.replace(letter[0], "命中率未知")
        text = patterns.sub(rf"(?:求|问|则)\s*(?<![A-Za-z]){letter['letter']}(?![A-Za-z])(?:的?值)?", "求命中率多少", text)
    found = patterns.findall(_UNITS, text)
    unit = found[0] if found else "ns"
    labels = rf"(?:{_TLB}|{_MEMORY}|访存|EAT|EMAT|(?:有效|平均)(?:访问|访存|存取)?时间)"
    text = patterns.sub(
        rf"({labels}(?:的)?(?:{_ACCESS}|一次|时间|周期|为|是|要|需|花|=|:|\s)*)(\d+(?:\.\d+)?)(?!\s*(?:{_UNITS}|%|级|次|成|s|秒|[A-Za-z]|个|项|位|条|[KMG])|[\d.])",
        rf"\1\2{unit}",
        text,
    )
    time = rf"\d+(?:\.\d+)?\s*{_UNITS}"
    return patterns.sub(
        rf"(?P<one>{_TLB}|{_MEMORY})\s*(?:和|与|、|及)\s*(?P<other>{_TLB}|{_MEMORY})(?:的)?(?:{_ACCESS})*(?:时间|周期)?(?:分别|各|依次)*(?:为|是|要|需|=|:)*\s*(?P<first>{time})\s*(?:、|,|和|与)\s*(?P<second>{time})",
        r"\g<one>访问时间\g<first>,\g<other>访问时间\g<second>",
        text,
    )


def without_page_size(text: str) -> str:
    """The text without the size of a page where nothing is translated or counted in pages: it changes no time."""
    if patterns.search(r"地址(?:为|是|:|\s*\d)|[0-9A-F]+H(?![A-Za-z])|0x|覆盖|表项|项|多大|空间|数组|传送|传输|KB/|MB/", text):
        return text
    return patterns.sub(
        r"(?:(?<=[,;。，；])|^)\s*(?:假?设|某|若|如果)?(?:系统|计算机)?(?:的|中)?(?:每个?页(?:面)?(?:的)?(?:大小|长度)?|页(?:面)?(?:的)?(?:大小|长度)?|(?:主存|内存)(?:的)?(?:总)?容量)(?:为|是|=)?\s*\d+\s*(?:[KM]?B|字节)\s*[,，;；]",
        "",
        text,
    )


def recognise(text: str) -> Recognition | None:
    """A problem with a TLB as understood; None where it is another problem."""
    text = without_page_size(text)
    reading = Topic(written_out(text))
    reading.take_all(r"(?:加|装|用|配)(?:了|上|上了)(?=(?:TLB|快表)(?:的)?命中)")
    reading.take_all(
        r"(?:若|如果|假设|假定)?(?:均|都|且)?(?:不考虑|不计|忽略|不会发生|不会出现|不发生|不出现|不会产生|不产生|没有|不会|无)(?:发生)?(?:任何)?缺页(?:的)?(?:情况|中断|异常|处理|影响)?(?:的)?(?:时间|开销)?(?:发生)?(?:的)?(?:情况)?"
        r"|(?:(?<=[,;。、 ])|^)(?:且|并且)?(?:不|无|没有)(?:会)?缺页(?=[,;。、? ])|(?:所有|要访问的|各|访问的)*页面?(?:均|都|全)?已?在(?:内存|主存)(?:中|里)?"
    )
    reading.take_all(r"\(?(?:且|并)?不考虑缺页\)?|命中率未知")
    change = reading.take(
        rf"(?:若|如果)?(?:{_TLB})?命中率(?:从|由)(?P<first>{SHARE})(?:提高|上升|增加|提升|变|升|改善)*(?:到|至|为)(?P<second>{SHARE})"
    )
    reading.refuse(
        r"(?<!联想)(?<!相联)寄存器|cache|高速缓|缺页|(?:不|没|未)(?:放|存|全)?在(?:内存|主存)|磁盘|段|多道|装入时间|置换|虚拟机|\d\s*个?(?:表)?项|项数|大小|[KM]B|容量|初始|前\d|地址(?:为|是)|[0-9A-F]+H(?![A-Za-z0-9])"
    )
    reading.take_all(
        rf"(?:(?:不计|忽略|不考虑|不算)(?:装入|更新|填充|修改)(?:{_TLB})?(?:的)?(?:时间|开销)|(?:{_TLB})?(?:的)?(?:更新|装入|填充)(?:{_TLB})?(?:的)?(?:时间|开销)?{_SAVE})"
    )
    parallel = reading.take_all(
        rf"(?:{_ACCESS}?{_TLB}(?:和|与|及|跟|、)(?:{_ACCESS})?(?:{_MEMORY})?(?:中的?)?(?:的)?{_TABLE})?(?:的)?(?:可以|可|是)?(?:同时|并行|并发|一起|一块儿?)(?:地)?(?:进行|开始|发起|启动)*(?:的)?{_ACCESS}?(?:{_MEMORY})?(?:中的)?(?:{_TLB}(?:和|与|及|跟|、)(?:{_ACCESS})?(?:{_MEMORY})?(?:中)?(?:的)?{_TABLE})?"
    )
    reading.take_all(
        rf"(?:若|如果)?(?:{_TLB})?命中(?:则|就|便|后)?(?:立即|马上)?(?:停止|终止|中止)?(?:对)?{_ACCESS}?(?:内存)?{_TABLE}(?:的)?(?:查找|访问)?"
    )
    serial = reading.take_all(
        rf"(?:先|首先){_ACCESS}{_TLB},?(?:若|如果|当)?(?:{_TLB})?(?:(?:没有|没|未|不)(?:命中|找到|查到),?(?:时|则|的话|了)*,?(?:再|才|就|然后)*(?:依次|逐级)?(?:去|到)?{_ACCESS}?(?:{_MEMORY})?(?:中|里)?(?:的)?(?:{_ACCESS})?(?:的)?(?:各级|[一二两三四单1234]级)?{_TABLE}?(?:的方式)?)?"
        rf"|(?:{_TLB})?(?:没有|没|未|不)命中(?:时|则|的话|了|,)*(?:再|才|就|然后|还要|还需)+(?:依次|逐级)?(?:去|到)?{_ACCESS}?(?:{_MEMORY})?(?:中|里)?(?:的)?(?:{_ACCESS})?(?:的)?(?:各级|[一二两三四单1234]级)?{_TABLE}"
        r"|(?:采用|使用|按)?串行(?:地)?(?:的)?(?:查找|访问|查询|检索|查)?(?:的)?(?:方式)?(?=[,;。?]|$)"
    )
    if parallel and serial:
        return None
    reading.take_all(
        rf"(?:若|如果|当)?(?:{_TLB})?(?:未|没有?|不)命中(?:时|的话|则|就|,)*(?:需要?|要|得)?(?:再|另|额外|多)+(?:花|用|访问|加)*(?:一|1)次(?:访存|访问?{_MEMORY}|{_MEMORY}(?:访问)?)(?:中)?(?:的)?(?:页表)?"
    )
    levels = reading.take_one(
        (
            r"(?P<value>[一二两三四单1234])级(?:的)?(?:页表|分页)(?:结构|机制)?",
            r"\(\s*(?:采用|只有|为|是|共)?(?P<value>[一二两三四单1234])级\s*\)",
            r"(?:页表|\ue000)(?:只有|采用|共有|共|为|是|有)+(?P<value>[一二两三四单1234])级(?=[,;。)]|$)",
        ),
        lambda value: "一二三四".find(value.replace("两", "二").replace("单", "一")) + 1 or int(value),
    )
    ignored = reading.take_all(
        rf"(?:假设|假定|设)?(?:在{_TLB}(?:中|里)?)(?:查找|检索|查询)(?:一个)?页表项的时间(?:可以|可)?(?:{_SAVE}|(?:为|是)0)|当?(?:所需|要找|要访问)?(?:的)?页表项在{_TLB}(?:中|里)(?:时)?,?(?:则)?其?(?:查找|访问|检索)(?:的)?时间(?:可以|可|为)*{_SAVE}|(?:忽略|不计|不考虑|不算)(?:对)?{_ACCESS}?{_TLB}(?:的)?{_ACCESS}?(?:的)?(?:时间|开销|耗时)|{_ACCESS}?{_TLB}(?:的)?{_ACCESS}?(?:的)?(?:自身)?(?:的)?(?:时间|开销|耗时)?(?:短到|很短|极短)?(?:,)?(?:可以|可|均)?{_SAVE}"
    )
    many = r"(?P<value>[两二三四五2-5])"
    times = reading.take_one(
        [
            rf"(?:若|如果|当)?(?:{_TLB})?(?:不|未|没有?)命中(?:的话|时|则|就|,)*(?:共|总共)?(?:需要?|要)?(?:{form})"
            for form in (rf"(?:访问?|读){many}次{_MEMORY}", rf"(?:访问?|读){_MEMORY}{many}次", rf"{many}次(?:访存|访问{_MEMORY})")
        ],
        to_int,
    )
    if times not in (None, (levels or 1) + 1):
        return None
    # Without a TLB one datum costs two accesses: the page table and itself.
    bare = reading.take_one(
        rf"{_NONE}{_TLB}(?:时|的时候|的情况下|的话)?,?(?:每次)?(?:访问|存取|读取|取)?(?:一个|一次|1个)?(?:数据|单元)?(?:需要?|要|得)?(?:共)?(?:进行)?"
        rf"(?:(?:两|二|2)次(?:访存|访问{_MEMORY}|访{_MEMORY}|{_MEMORY}访问|{_MEMORY})|(?:访问?{_MEMORY}|访存)(?:两|二|2)次),?(?:一?共|总共|合计)(?:需要?|要|用|花费?|耗时|是|为)*(?P<value>{TIME})",
        to_nanoseconds,
    )
    dropped = reading.take(
        rf"(?:有效|平均)(?:访问|访存|存取)?(?:的)?时间(?:就)?(?:从|由)(?P<first>{TIME})(?:降|减|缩短|下降|减少)(?:低)?(?:到|至|为)(?P<second>{TIME})"
    )
    without = [
        match.start()
        for match in reading.take_all(
            rf"{_NONE}{_TLB}(?:时|的时候|的情况下|的话)?(?:,)?(?:[^,;。?!\d\ue000]{{0,14}}?(?:多少|多久|多长|几)(?:的)?(?:时间)?)?"
        )
    ]
    if dropped:
        if bare not in (None, to_nanoseconds(dropped["first"])):
            return None
        bare = to_nanoseconds(dropped["first"])
    values = reading.assign(_ROLES)
    if change:
        if "hit" in values or "miss" in values or "wanted" in values:
            return None
        values["hit"] = to_share(change["second"])
    if dropped:
        if "wanted" in values:
            return None
        values["wanted"] = to_nanoseconds(dropped["second"])
    hit, missed, wanted = values.get("hit"), values.get("miss"), values.get("wanted")
    tlb, memory = values.get("tlb"), values.get("memory")
    if missed is not None:
        if hit not in (None, 1 - missed):
            stay_out("rates that do not add up")
        hit = 1 - missed
    if bare is not None:
        if memory not in (None, bare / 2) or levels not in (None, 1) or without:
            return None
        memory = bare / 2
    reading.take_all(
        rf"(?:且|并且)?(?:整个|全部|各级|三级|两级|二级)?{_TABLE}?(?:全部|全|均)?(?:都)?(?:常驻|驻留|存放|保存|存储|存|放|位于|只|仅)?(?:在|于)?(?:内存|主存)(?:中|里)?(?=,|;|。|$|-)"
    )
    reading.questions += [(place, place + 1) for place in without]
    places = {"bare": without[0]} if without else {}
    for name, pattern in (
        (
            "hit",
            r"(?:快表|TLB)?(?:的)?命中(?:率|概率)(?:应该?|至少|需要?|要|该|达到|为|是|得|大约|最少|不低于|\s)*(?:多少|几|多高|多大|不低于多少)",
        ),
        ("miss-time", rf"(?:未|不|没有?)命中{_CASE_TIME}"),
        ("hit-time", rf"(?<![未不没有])命中{_CASE_TIME}"),
        (
            "slower",
            r"(?:(?:与|和|跟|比)(?:全部|总是|每次都)?命中(?:时)?(?:相比|比)?,?)(?:平均)?(?:要)?(?:慢|多花|多用|多)(?:了)?(?:多少|几)(?:时间)?",
        ),
        (
            "ratio",
            r"(?:求)?(?:加|加入|引入|增加|使用|采用)(?:TLB|快表)?\ue000*(?:TLB|快表)?前后(?:的)?(?:平均|有效)?(?:访问|存取)?时间(?:之)?比(?:值)?(?:是|为)?(?:多少|几)?",
        ),
        ("decrease", rf"(?:{_MEAN})(?:会|将)?(?:减少|缩短|降低|下降|减小|快)(?:了)?(?:多少|几)"),
        ("mean", _MEAN + r"|平均(?:访问|访存|存取)(?=[?,;。]|$)|有效时间"),
        (
            "again",
            r"(?<=[,;。\ue000?])(?:若|如果)?(?:加上|加入|引入|有了?|使用|用|采用|增加)(?:\ue000|\(|\)|,|快表|TLB)*(?:之?后)?(?:,)?呢",
        ),
    ):
        if found := reading.take_all(pattern):
            reading.questions += [match.span() for match in found]
            places[name] = found[0].start()
    if "again" in places:
        places.setdefault("mean", places.pop("again"))
    if reading.take(
        r"(?:实现|完成|进行)一次(?:页面|内存|数据|主存)?(?:的)?(?:访问|存取)(?:的)?(?:存取|访问)?(?:的)?(?:时间|(?:需要?|要)(?:多长|多少)时间)(?:是|为)?(?:多少|几)?|(?<=[,;。\ue000])(?:一次)?(?:页面|内存|数据)?(?:访问|存取)(?:一个)?(?:数据|页面)?(?:一次)?(?:需要?|要|花费?)(?:多长|多少|多久)(?:的)?时间|(?:存取|读取?|取|访问)(?:一个|1个|一次)(?:数据|数|单元|页面)?(?:要|需要?|得|花费?)*(?:花)?(?:多少|多久|几)(?:\s*ns|时间)?"
    ):
        # Before any TLB is there, it is the time without one.
        if "bare" in places:
            pass
        elif "mean" in places and not patterns.search("段|cache", reading.text):
            places["bare"] = 0
        else:
            places.setdefault("mean", 0)
    asked = sorted(places, key=places.__getitem__)
    reading.refuse(rf"再(?:去)?(?:查|访问|检索)(?:找)?(?:一次|一遍|两次|1次)*{_TLB}|再次|重新|重复|一半|提高|缩短|降低|[两三四]次")
    reading.refuse(r"(?:多少|几)次(?!方)|次数")  # how many accesses is another question
    reading.refuse(r"忽略|不考虑|不计|不算|不含|不包|除|不在|没在|外存|另外|额外")
    reading.finish(
        "老铁 若 只在 主存 页表只在 设 自身 有快表 单级 引用 页表引用 先 首先 再 未 不 没 没有 没中 没找到 找不到 miss hit 内存中 逐级 依次 取数 每次访存 之后 后 采用快表后 逻辑 慢 EAT 若增加 增加快表 增设 加快表 增加 页式 分页 请求分页 存储 管理 存储管理 页式存储 内存 主存 物理内存 快表 TLB 页表 慢表 单级页表 地址 变换 地址变换 地址转换 机构 逻辑地址 物理地址 加入 引入 加上 配置 配有 配备 设置 "
        "访问 存取 查找 查 查询 检索 访存 读 取 一次 每次 每 命中 数据 指令 联想寄存器 联想存储器 相联存储器 存储器 虚拟存储 虚存 操作 CPU 所需 时间 花 耗时 放在 存放在 存于 全在 命中时 未命中时 不命中时 先 再 页面 页 "
        "不变 百分数 不高于 至少 联想 相联 一级 单级 达到 以内 内 使 让 页式系统 数 单级页表 存储器 查 有页表 取指令 取数据 字 单元 存储系统 放 存放 一条 平均 整个 命中率 未命中 没命中 不命中 则 周期 "
    )
    if (not asked and reading.asks()) or ("hit" in asked) != (wanted is not None) or ("hit" in asked and hit is not None):
        return None
    if (hit is None and memory is None) or (ignored and tlb is not None) or (hit is not None and not 0 < hit < 1):
        return None
    if "hit" in asked and "mean" in asked:
        asked.remove("mean")
    tlb = Fraction(0) if ignored else tlb
    if (change is None) != ("decrease" not in asked) or (change and asked != ["decrease"]) or ("ratio" in asked and asked != ["ratio"]):
        return None
    parameters: dict[str, object] = {"levels": levels or 1, "parallel": bool(parallel)}
    understood = [
        ("页表", f"{'一二三四'[(levels or 1) - 1]}级，在内存中"),
        ("查找方式", "快表和页表同时查" if parallel else "先查快表，未命中再查页表"),
    ]
    if asked not in ([], ["mean"]):
        parameters["asked"] = asked
    if change:
        parameters["first_hit"] = str(to_share(change["first"]))
        understood.append(("原来的命中率", change["first"]))
    if wanted is not None:
        parameters["wanted_ns"] = str(wanted)
        understood.append(("要达到的有效访问时间", f"{decimal(wanted, 3)} ns"))
    missing = []
    for name, value, label, ask, form in (
        ("memory_ns", memory, "访问内存", "访问一次内存要多少时间（写上单位）？", "访问内存 {}"),
        ("tlb_ns", tlb, "查快表", "查一次快表要多少时间（写上单位；不计就说“忽略快表查找时间”）？", "查快表 {}"),
    ):
        if value is not None:
            parameters[name] = str(value)
            understood.append((label, f"{decimal(value, 3)} ns"))
        elif name == "memory_ns" or asked != ["bare"]:
            missing.append(Missing(name, ask, form))
    if hit is not None:
        parameters["hit"] = str(hit)
        understood.append(("命中率", f"{decimal(hit * 100, 3)}%"))
    elif not asked or not set(asked) <= {"hit", "bare", "hit-time", "miss-time"}:
        missing.append(Missing("hit", "快表的命中率是多少（百分数）？", "命中率 {}"))
    elif "mean" in asked:
        return None
    return Recognition(parameters=parameters, understood=tuple(understood), missing=tuple(missing))
