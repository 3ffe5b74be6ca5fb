"""What an access takes in the mean, told in whatever words: each time and each share belongs to the part of the access whose name stands nearest.

The model is that of `access_model`: the TLB, the tables and the memory one after the other, or the first two at once; or accesses with and without
a fault.
"""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.kind import Recognition
from engine.generators.os._general.account import TIME, Account, Asked, Told, cases, nanoseconds
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out, to_share

_TLB = r"(?:TLB|快表|联想(?:存储器|寄存器)|相联(?:存储器|寄存器)|转换后备缓冲器|旁路转换缓冲|后援存储器)(?:\(\s*(?:TLB|快表|联想存储器|相联存储器)\s*\))?"
_MEMORY = r"(?:内存|主存|访存|(?<!联想)(?<!相联)(?<!虚拟)(?<!虚)存储器)"
_FAULT = r"(?:缺页|页故障|页面?失效|页面?故障)(?:中断|异常)?"
_MISS = r"(?:未|没有?|不)(?:被)?(?:命中|找到|查到|在)|命不中|不中|缺失|失效|miss"
_TERMS = ((_TLB, "tlb"), (_FAULT, "service"), (rf"{_MEMORY}|(?:数据|指令|单元)的?(?:存取|访问)|页表", "memory"))
_MEAN = r"(?:平均|有效|等效|期望)(?:的)?(?:内存|主存|存储)?(?:的)?(?:访问|存取|访存|读写)?(?:的)?(?:时间|周期)?"
_SHARE = (
    r"(?<![\d.A-Za-z])(?:\d+(?:\.\d+)?\s*%|百分之[\d零一二三四五六七八九十]+(?:点\d+)?|[一二三四五六七八九]成|0\.\d+(?!\s*(?:ns|ms|μs|s)))"
)
_SHARES = (
    (rf"(?:{_TLB})?(?:{_MISS})(?:的)?(?:率|概率|比例)?", "miss"),
    (rf"{_FAULT}(?:的)?(?:率|概率|比例)?", "rate"),
    (r"命中(?:率|概率)?|(?:能|可)?(?:在)?(?:快表|TLB|联想存储器|相联存储器)(?:中|里)?(?:直接)?(?:能)?(?:找到|查到)", "hit"),
)
_NO = r"(?:没有|不用|不使用|不采用|不设|不配|不加|未用|未使用|未采用|未设|未加|无|去掉|取消|关闭|关掉|撤掉)(?:配置|设置)?"
_LESS = r"(?:下降|降低|减少|缩短|节省|节约|提高|加快|改善)"
_TIME_ASKED = r"(?:时间|耗时|周期|延迟|多久|多长时间|多少(?:ns|μs|us|ms|纳秒|微秒|毫秒)|几(?:ns|纳秒|微秒))"
_QUESTIONS = (
    Asked(name="saved-percent", needs=(rf"{_LESS}(?:了)?", r"百分(?:之)?|%|比例|率"), unless=r"命中率"),
    Asked(name="ratio", needs=(r"加速比|(?:快|提高)(?:到|了)?(?:原来的)?(?:多少|几)倍|(?:多少|几)倍|速度比",)),
    Asked(name="hit", needs=(rf"(?:{_TLB})?(?:的)?命中(?:率|概率)",), unless=rf"{_MISS}|提高|下降"),
    Asked(name="rate", needs=(rf"{_FAULT}(?:的)?(?:率|概率)",), unless=r"处理|时间"),
    Asked(name="bare", needs=(rf"{_NO}(?:{_TLB})",), unless=rf"{_FAULT}|命中|{_LESS}|倍"),
    Asked(name="miss-time", needs=(rf"(?:{_TLB})?(?:{_MISS})(?:时|的情况|的话)?", _TIME_ASKED), unless=rf"{_FAULT}|平均|有效|比|多(?!少|[长久大])"),
    Asked(name="hit-time", needs=(rf"(?:{_TLB})?命中(?:时|的情况|的话|的一次)?", _TIME_ASKED), unless=rf"{_FAULT}|{_MISS}|率|平均|有效|比|多(?!少|[长久大])"),
    Asked(name="mean", needs=(rf"{_MEAN}(?:是|为)?|(?:访问|存取|访存|读写)(?:一次)?(?:{_MEMORY}|数据|页面)?(?:的)?(?:时间|周期)|耗时|{_TIME_ASKED}",), unless=rf"处理|命中|传送|{_MISS}|比(?!特)|差"),
)  # fmt: skip
_ABOUT = (
    rf"(?:如果|若|要是|假如)?(?:采用|使用|引入|增加|加入|配置|设置|有|用)(?:了)?{_TLB}(?:之?后|的)?|{_MEMORY}|地址|数据|页面|系统|单元|一个|一次|每次?|访问|存取|访存|读写|取|该|其|这|进程|逻辑|虚拟|程序"
    r"|需要|所需|耗费|花费|花|平均|有效|情况|时(?!间)|下|对|实现|完成|达到|至少|最少|应|才|能|要使|多少|百分(?:之|比)?|实际|在|中|里|查找|单位|(?:ns|纳秒|微秒|毫秒)|快表|分页|计算机|的话|内|到"
)
_KNOWN = rf"{_TLB}|页表|{_FAULT}|命中|磁盘|Cache"
_FOREIGN = r"(?<![A-Za-z])cache|高速缓存|段|多道|虚拟机|\d\s*项|[KM]B|字节|写回|脏|修改过|置换|淘汰|调入|磁盘|外存|寄存器|数据预取|流水|二级TLB|两级TLB|L[12]|多核|缓存|缓冲"
_LEVELS = {"单": 1, "一": 1, "1": 1, "二": 2, "两": 2, "2": 2, "三": 3, "3": 3, "四": 4, "4": 4, "五": 5, "5": 5}


def recognise_access_times(text: str) -> Recognition | None:
    """Mean times, single cases, needed ratios; None: another problem."""
    account = Account(_without_sizes(text))
    told = [*_ways(account), *_figures(account)]
    names = {one.name for one in told}
    if not {"memory"} <= names:
        return None
    asked = [(match.start(), "bare") for match in account.take_all(rf"(?:要是|如果|若|那|假如)*{_NO}{_TLB}(?:的话)?呢")]
    asked += account.ask(_QUESTIONS, _KNOWN, _ABOUT)
    account.pass_over(
        r"若(?=[^,;。]*\ue000)|如果(?=[^,;。]*\ue000)|要使|使得?|(?:不(?:大于|超过|高于|多于)|小于等于|控制在)(?=\s*\ue000)|以内|至少|提高到|上升到|降到|降低到|降为|改为|提高为|变为",
        rf"(?:访问|查找?|检索|查询|存取)?(?:一次|1次|每次)(?:{_MEMORY}|{_TLB})?|每次(?=访问|查|访存)|(?:访问|存取|命中|查找|失效)(?:概)?率|平均|各|均|都|分别",
        rf"每(?=一次|次)|(?:一次|1次|每次)|{_NO}(?:发生)?{_FAULT}|(?:请求)?分页|连续|先|再",
    )
    account.pass_over(rf"(?:现|新|又)?(?:增加|增设|加入|加|设|配|引入)?(?:有|了)?{_TLB}(?:的)?(?:命中)?", _FAULT + "(?=率|时)")
    account.finish(_FOREIGN, rf"{_KNOWN}|{_MEMORY}|页|访问|存取|查找|时间|缓存|地址")
    if not asked:
        return None
    model = []
    for name, facts in cases(account, told, asked, frozenset({"none"})):
        if facts.pop("none", False):
            if any(
                one.name in ("tlb", "hit") and account.sentence_at(one.place) > max(account.sentence_at(place) for place, _ in asked)
                for one in told
            ):
                stay_out("a TLB that is told of after it was said that there is none")
            if name not in ("mean", "bare"):
                stay_out(f"{name} without a TLB")
            name = "bare"
        if name == "mean" and patterns.search(_TLB, text, re.IGNORECASE) and not {"tlb", "hit", "service", "rate"} & facts.keys():
            stay_out("a TLB of which nothing is told")
        model.append([_settled(name, facts), _case(name, facts)])
    if any(one in model[:at] for at, one in enumerate(model)):
        return None  # the same once more, of something else
    unit = _unit(account, told)
    return Recognition(
        parameters={"access": "model", "model": model, "unit": unit},
        understood=tuple((_LABELS[one.name], _shown(one)) for one in told if one.name in _LABELS),
    )


def _without_sizes(text: str) -> str:
    """The text without the sizes of pages, which change no time."""
    return patterns.sub(
        r"(?:内存|主存|物理块|页面?)(?:的)?(?:大小|容量|长度)?(?:都|均)?(?:为|是|=)?\s*\d+\s*(?:[KMG]B?|字节)(?=[,;。，；])", "", text
    )


def _figures(account: Account) -> list[Told]:
    """The times and shares, each of the part of an access that is named nearest.

    Raises:
        StayOut: one is of nothing that is known.
    """
    found = []
    matches = list(patterns.finditer(TIME, account.rest))
    taken = [match.span() for match in matches]
    for match in matches:
        clause = account.clause_at(match.start())
        if patterns.search(_MEAN, account.text[clause[0] : match.start()]):
            name: str | None = "wanted"
        else:
            name = account.near(*match.span(), _TERMS)
        if name is None:
            stay_out(f"a time of what: {match[0]}")
        found.append(Told(name, match.start(), nanoseconds(match)))
    shares = list(patterns.finditer(_SHARE, account.rest))
    for match in shares:
        name = account.near(*match.span(), _SHARES)
        if name is None:
            stay_out(f"a share of what: {match[0]}")
        value = to_share(match[0])
        found.append(Told("hit", match.start(), 1 - value) if name == "miss" else Told(name, match.start(), value))
        taken.append(match.span())
        start, end = account.clause_at(match.start())
        taken += [
            (start + one.start(), start + one.end())
            for one in patterns.finditer(rf"(?:在{_TLB}(?:里|中)?)?(?:{_MISS})(?:的)?(?:率|概率)?", account.rest[start:end], re.IGNORECASE)
        ]
    for start, end in taken:
        account.strike(start, end)
    return found


def _ways(account: Account) -> list[Told]:
    """How the parts follow each other: the levels of the table, whether both are looked up at once, what costs nothing."""
    found = []
    for match in account.take_all(
        r"(?:页表(?:为|采用|是|\()*)?(?<!第)(?P<value>[单一二两三四五1-5])级(?:(?:的)?(?:页表|分页)(?:结构|机制)?|(?=[,;。)]))"
    ):
        found.append(Told("levels", match.start(), _LEVELS[match["value"]]))
    account.take_all(
        rf"[(,]?(?:更新|修改|装入|填充|刷新)(?:{_TLB}|页表|和|与|、|以及|及)+(?:的)?(?:时间|开销)?(?:均|都|可)?(?:忽略不计|忽略|不计|不考虑|不算)(?:在内)?\)?",
        rf"[(,]?(?:均|都)?(?:忽略|不计|不考虑|不算)(?:掉)?(?:更新|修改|装入|填充|刷新)(?:{_TLB}|页表|和|与|、|以及|及)+(?:的)?(?:时间|开销)?\)?",
        rf"(?:其)?(?:页表|慢表|\ue000,)(?:,|全部|全|均|都|常驻|驻留|存放|保存|放|存|位于|始终|在|于|一直)+(?:{_MEMORY})(?:中|里|内)?",
        rf"(?:假设|假定|且|不会|不|无|没有|均|都|不考虑|忽略|发生|会)+{_FAULT}(?=[,;。)]|$)",
        rf"(?:所有|全部|要访问的)(?:的)?页面?(?:都|均|已)*(?:在{_MEMORY}(?:中|里)?)",
    )
    for match in account.take_all(
        rf"(?:访问|查找|查询|检索|查)?(?:{_TLB})(?:的)?(?:访问|查找|查询|检索)?(?:所?需?的?)?(?:时间|开销)?(?:可|可以)?(?:忽略不计|忽略|不计|为0)",
        rf"(?:忽略|不计|不考虑)(?:访问|查找|查询|检索|查)?(?:{_TLB})(?:的)?(?:访问|查找|查询|检索)?(?:的)?(?:时间|开销)",
    ):
        found.append(Told("tlb", match.start(), Fraction(0)))
    for match in account.take_all(rf"(?:如果|若|要是|当|在|假如)*{_NO}{_TLB}(?:的情况下?|的系统|时|的话)*(?=[,;。])"):
        found.append(Told("none", match.start(), True))
    serial = account.take_all(
        rf"(?:{_TLB})?(?:查找|检索|访问|查)?(?:与|和)?(?:页表)?(?:的)?(?:访问|查找)?(?:不|并非)(?:并行|同时)(?:进行)?",
        rf"(?:总是)?(?:先|首先)(?:去)?(?:访问|查找?|查询|检索|搜索)(?:{_TLB})",
        rf"(?:若|如果|当)?(?:{_TLB})?(?:{_MISS})?(?:时|则|,|后|的话|就)*(?:才|再|然后)(?:去|到|要)?(?:访问|查找?|走|查询)(?:{_MEMORY})?(?:中|里)?(?:的)?(?:页表)",
        rf"(?:若|如果|当)?(?:{_TLB})?(?:{_MISS})(?:[^,;。\d]|,(?=再|才|则|需|须)){{0,12}}?(?:访|查|走|找)[^,;。\d]{{0,8}}?(?:页表|页目录和页表)",
    )
    account.take_all(r"\(已?包?含[^()\d]{2,24}\)")
    parallel = account.take_all(r"(?:查找|访问|两者|二者|查)?(?:是)?(?:同时|并行)(?:进行|查找|开始|访问)?(?:的)?")
    if parallel and serial:
        stay_out("both ways")
    if parallel:
        found.append(Told("parallel", parallel[0].start(), True))
    return found


def _case(name: str, facts: dict[str, object]) -> dict[str, object]:
    needs = {
        "bare": {"memory"},
        "hit-time": {"memory", "tlb"},
        "miss-time": {"memory", "tlb"},
        "hit": {"memory", "tlb", "wanted"},
        "rate": {"memory", "service", "wanted"},
    }.get(name)
    if needs is None:
        if name == "mean" and not {"tlb", "hit", "rate", "service", "wanted"} & facts.keys():
            needs = {"memory"}
        elif "service" in facts or "rate" in facts:
            needs = {"memory", "service", "rate"}
        else:
            needs = {"memory", "tlb", "hit"}
    if not needs <= facts.keys() or "wanted" in facts.keys() - needs or (needs & {"service", "rate"} and {"tlb", "hit"} & facts.keys()):
        stay_out(f"{name} of {sorted(facts)}")
    if name != "bare" and {"service", "rate"} & facts.keys() - needs:
        stay_out(f"faults and {name}")
    if name in ("hit", "rate") and name in facts:
        stay_out(f"{name} told and asked")
    shares = {key: facts.get(key) for key in ("memory", "tlb", "hit", "service", "rate", "wanted")}
    if any(isinstance(facts.get(key), Fraction) and not 0 <= Fraction(str(facts[key])) <= 1 for key in ("hit", "rate")):
        stay_out("a share beyond the whole")
    if Fraction(str(facts.get("tlb", 0))) >= Fraction(str(facts["memory"])):
        stay_out("a TLB slower than the memory")
    return {
        **{key: None if value is None else str(value) for key, value in shares.items()},
        "levels": facts.get("levels", 1),
        "parallel": bool(facts.get("parallel")),
        **({"service": None, "rate": None} if not needs & {"service", "rate"} else {}),
    }


def _settled(name: str, facts: dict[str, object]) -> str:
    """A mean of nothing but the memory is an access without a TLB."""
    return "bare" if name == "mean" and not {"tlb", "hit", "rate", "service"} & facts.keys() else name


def _unit(account: Account, told: list[Told]) -> str:
    first = next((match["unit"] for match in patterns.finditer(TIME, account.text) if match), "ns")
    del told
    return {"纳秒": "ns", "微秒": "μs", "us": "μs", "毫秒": "ms", "秒": "s"}.get(first, first)


_LABELS = {
    "memory": "访问内存",
    "tlb": "查快表",
    "hit": "命中率",
    "levels": "页表",
    "service": "缺页处理",
    "rate": "缺页率",
    "wanted": "平均时间",
    "parallel": "查找方式",
}


def _shown(one: Told) -> str:
    if one.name == "levels":
        return f"{one.value} 级"
    if one.name == "parallel":
        return "快表和页表同时查找"
    value = Fraction(str(one.value))
    return f"{decimal(value * 100, 6)}%" if one.name in ("hit", "rate") else f"{decimal(value, 4)} ns"
