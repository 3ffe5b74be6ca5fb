"""Reading and solving problems about a cache's hit rate, mean access time and efficiency."""

from __future__ import annotations

from fractions import Fraction

from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.laws.clauses import Clauses
from engine.generators.laws.measures import IS, TIME, duration, to_seconds
from engine.generators.laws.topic import about
from engine.generators.markdown import paragraphs
from engine.generators.patterns import caseless
from engine.generators.quantities import decimal, is_exact
from engine.generators.reading import DECIMAL

_CACHE = r"(?:Cache|高速缓存|高速缓冲存储器|缓存)(?:\(Cache\))?"


def recognise(text: str) -> Recognition | None:
    """Hit rate (or hits and misses, or accesses and misses), the two access times; the mean and the efficiency."""
    reading = Clauses(_counts_said(text))
    ratio = _ratio(reading)
    asks_gain = reading.take_all(_GAIN)
    reading.refuse(
        r"TLB|快表|页|多级|二级|L1|L2|L3|写回|写直达|写穿|CPI|MIPS|时钟|(?<!存取)(?<!访问)周期|停顿|缺失损失|缺失代价|块|指令Cache|数据Cache|分离|提高|减少|改为|交叉|总线|带宽|Hz|至少|要使|预取|(?<![执进运])行"
    )
    serial = reading.take_all(
        rf"(?:先|首先)(?:访问|查|访)?{_CACHE}?(?:,)?(?:若|如果|当)?(?:不命中|未命中|没命中|不在|失效|没有命中)(?:时|后)?(?:,)?(?:再|才)(?:去)?(?:访问?|查|访)(?:主存|内存)(?:存取)?"
        rf"|(?:不命中|未命中)(?:时|的)?(?:的)?总(?:的)?时间(?:为|是|=)*(?P<miss>{TIME})"
    )
    parallel = reading.take_all(
        rf"(?:{_CACHE}(?:和|与)(?:主存|内存)(?:是)?)?同时(?:被)?(?:访问|启动|查找)(?:{_CACHE}(?:和|与)(?:主存|内存))?(?:,?若{_CACHE}命中,?则?(?:中断|终止|停止)(?:对)?(?:访问)?主存(?:的)?(?:访问)?)?"
    )
    rate = reading.take_one(
        (
            rf"(?:{_CACHE})?(?:的)?(?:平均)?命中(?:率|概率)(?:h)?{IS}(?P<value>{DECIMAL}\s*%)",
            rf"(?:{_CACHE})?(?:的)?(?:平均)?命中率(?:h)?{IS}(?P<value>0\.\d+)",
        ),
        _share,
    )
    missed = reading.take_one((rf"(?:{_CACHE})?(?:的)?(?:缺失率|失效率|不命中率|未命中率){IS}(?P<value>{DECIMAL}\s*%)",), _share)
    if missed is not None:
        if rate is not None:
            return None
        rate = 1 - missed
    hit_count = reading.take_one(
        (
            rf"(?:CPU)?(?:访问|存取|在)?{_CACHE}?(?:中)?(?:完成|命中)(?:的)?(?:了|次数|存取|为|是|的|有)*\s*(?P<value>\d+)\s*次",
            rf"{_CACHE}完成存取(?:的)?次数为(?P<value>\d+)次?",
        ),
        int,
    )
    miss_count = reading.take_one(
        (
            r"(?:访问|存取)?(?:主存|内存)(?:完成)(?:的)?(?:了|次数|存取|为|是|的|有)*\s*(?P<value>\d+)\s*次",
            r"(?:缺失|不命中|未命中|失效)(?:了)?(?P<value>\d+)次",
        ),
        int,
    )
    total = reading.take_one(r"(?:CPU|程序|共|总共|一共)+(?:访存|访问|存取|访问存储器)(?:了)?(?P<value>\d+)\s*次", int)
    cache = reading.take_one(rf"{_CACHE}(?:的)?(?:存取|访问|命中)?(?:周期|时间|一次)?(?:tc)?{IS}(?P<value>{TIME})", to_seconds)
    memory = reading.take_one(rf"(?:主存|内存)(?:储器)?(?:的)?(?:存取|访问)?(?:周期|时间|一次)?(?:tm)?{IS}(?P<value>{TIME})", to_seconds)
    if ratio is not None:
        if cache is not None and memory is None:
            memory = cache * ratio
        elif memory is not None and cache is None:
            cache = memory / ratio
        elif cache is not None and memory is not None:
            return None
    asks_mean = reading.take_all(
        rf"(?:CPU|系统|{_CACHE}|存储系统)*(?:的)?(?:平均|等效)(?:的)?(?:访问|存取|访存)(?:的)?(?:时间|周期)(?:ta)?|(?:平均|等效)(?:时间|访存|(?:要|用|花|需要)?多久|(?:要|用|花|需要)?多长时间)(?:是)?"
    )
    asks_efficiency = reading.take_all(rf"(?:系统|存储系统|{_CACHE}|访问|-主存系统)*(?:的)?(?:访问)?效率(?:e)?")
    asks_rate = reading.take_all(rf"(?:{_CACHE})?(?:的)?命中率(?:h)?(?:是|为)?(?:多少)?(?![\d.])")
    reading.finish(
        "Cache cache 设 周期 存取周期 访问周期 高速缓存 缓存 主存 内存 CPU 系统 存储系统 访问 存取 时间 存取时间 访问时间 命中 次数 次 计算机 程序 执行 一段程序 一段 主存系统 存储器 期间 Cache-主存 层次 若命中 由"
    )
    if serial and parallel:
        return None
    if rate is None:
        if hit_count is not None and total is None and miss_count is not None:
            rate = Fraction(hit_count, hit_count + miss_count)
        elif total is not None and miss_count is not None and hit_count is None and miss_count <= total:
            rate = 1 - Fraction(miss_count, total)
        else:
            return None
    elif hit_count is not None or miss_count is not None or total is not None:
        return None
    if asks_mean or asks_efficiency or asks_gain:
        if ratio is not None and cache is None and memory is None and not asks_mean:
            cache, memory = Fraction(1, 10**9), ratio / 10**9  # only their ratio matters
        if cache is None or memory is None or cache >= memory:
            return None
    elif not asks_rate or cache is not None or memory is not None:
        return None
    for match in serial:
        if match["miss"] and to_seconds(match["miss"]) != (cache or 0) + (memory or 0):
            return None
    if not 0 < rate < 1:
        return None
    parameters = {
        "task": "time",
        "rate": str(rate),
        "cache": None if cache is None else str(cache),
        "memory": None if memory is None else str(memory),
        "way": "serial" if serial else "parallel" if parallel else "unsaid",
        "asked": ["rate"] * bool(asks_rate)
        + ["mean"] * bool(asks_mean)
        + ["efficiency"] * bool(asks_efficiency)
        + ["gain"] * bool(asks_gain),
    }
    understood = [("命中率", f"{decimal(rate * 100, 3)}%")]
    if ratio is not None:
        understood.append(("主存与 Cache 存取时间之比", decimal(ratio)))
    elif cache is not None and memory is not None:
        understood += [("Cache 存取时间", duration(cache)), ("主存存取时间", duration(memory))]
    return Recognition(parameters=parameters, understood=tuple(understood))


# How often each was accessed, and the share of hits by its letter.
_COUNTS = (
    (
        r"(?P<all>(?:CPU|程序)(?:共|总共|一共)?(?:访问|存取)(?:内存|主存|存储器)\s*)(?P<n>\d+)\s*次,(?:其中)?(?:有)?\s*(?P<m>\d+)\s*次(?:是)?访问主存",
        r"CPU共访存\g<n>次,主存完成存取\g<m>次",
    ),
    (
        r"共?(?:访问)?(?P<cache>Cache|缓存)(?:完成|命中)\s*(?P<n>\d+)\s*次,(?:访问|存取)主存\s*(?P<m>\d+)\s*次",
        r"Cache完成存取\g<n>次,主存完成存取\g<m>次",
    ),
    (
        r"(?P<cache>Cache|缓存)(?:的)?存取次数为\s*(?P<n>\d+)\s*次,(?:由)?主存完成的存取次数为\s*(?P<m>\d+)\s*次",
        r"Cache完成存取\g<n>次,主存完成存取\g<m>次",
    ),
    (
        r"(?:有|共有|共)?\s*(?P<n>\d+)\s*次(?:内存系统|存储系统|内存|存储器)?访问,(?:其中)?(?:有)?访问主存\s*(?P<m>\d+)\s*次",
        r"CPU共访存\g<n>次,主存完成存取\g<m>次",
    ),
    (r"命中率\s*[Hh]\s*(?:为|是|=)", "命中率为"),
    (r"(?:已知)?在一段给定的时间内,?|(?:在)?(?:执行)?某段程序(?:期间)?(?:时|中)?,?|CPU执行某段程序时", "CPU执行一段程序时,"),
    (
        r"(?:试)?(?:问|求)?(?:该|此)?系统(?:的)?性能(?:的)?(?:提升|提高)(?:如何|怎样|了?多少(?!倍))|(?:该|此)?系统(?:的)?性能(?:提升|提高)情况",
        "性能提高多少倍",
    ),
    (r"(?<=[cC]ache)存储周期|(?<=主存)存储周期", "存取周期"),
    (r"[cC]ache/主存系统", "Cache-主存系统"),
    (r"(?:CPU)?(?:使用|访问)Cache(?:的)?概率(?:为|是)", "命中率为"),
    (r"Cache(?:与|和|/)主存(?:的)?(?:平均|访问|系统)?(?=效率)", "系统的"),
)
_RATIO = (
    rf"(?:{_CACHE}(?:的)?(?:工作|存取|访问|平均)?(?:速度|的)*(?:是|为|约为)(?:主存|内存)(?:的)?(?:工作|存取|访问)?(?:速度)?的?\s*(?P<a>\d+(?:\.\d+)?)\s*倍"
    rf"|(?:主存|内存)(?:的)?(?:存取|访问)?(?:周期|时间)(?:是|为|约为){_CACHE}(?:的)?(?:存取|访问)?(?:周期|时间)?的?\s*(?P<b>\d+(?:\.\d+)?)\s*倍)"
)
_GAIN = (
    r"(?:采用|使用|用|有|增加)?(?:了)?(?:Cache)?(?:以?后)?,?(?:存储(?:器|系统)?|系统|程序|整个|的|访问|主存)*(?:性能|速度)(?:的)?(?:可|能|会|将)?(?:提高|提升|加快|是|为|变为)(?:了|到|为|约)*"
    r"(?:原来的?|没有Cache时的?|不用Cache时的?)?(?:多少|几)倍?(?!Hz)|(?:存储(?:器|系统)?|系统|访问|的|采用Cache后|使用Cache后)*加速比(?:是|为|约)*(?:多少)?"
)


def _counts_said(text: str) -> str:
    for written, known in _COUNTS:
        text = caseless(written).sub(known, text)
    return text


def _ratio(reading: Clauses) -> Fraction | None:
    """How many times as long the memory takes as the cache."""
    match = reading.take(_RATIO)
    return None if match is None else Fraction(match["a"] or match["b"])


def _share(text: str) -> Fraction:
    return Fraction(text.rstrip("% ").strip()) / (100 if "%" in text else 1)


def solve(parameters: Parameters) -> Solution:
    """Both conventions where the problem does not say whether the memory is accessed at the same time."""
    rate = Fraction(parameters["rate"])
    parts = [f"命中率 {decimal(rate * 100, 3)}%"] if "rate" in parameters["asked"] else []
    if parameters["cache"] is None:
        return Solution(answer=parts[0], steps=parts[0])
    cache, memory = Fraction(parameters["cache"]), Fraction(parameters["memory"])
    lines, also = [], []
    ways = ("serial", "parallel") if parameters["way"] == "unsaid" else (parameters["way"],)
    for way in ways:
        missing = memory + cache if way == "serial" else memory
        mean = rate * cache + (1 - rate) * missing
        efficiency = cache / mean
        note = "" if len(ways) == 1 else ("先访问 Cache、不命中再访问主存：" if way == "serial" else "Cache 和主存同时访问：")
        shown = []
        if "mean" in parameters["asked"]:
            shown.append(f"平均访问时间 {duration(mean)}")
            also.append(duration(mean))
        if "efficiency" in parameters["asked"]:
            shown.append(f"效率{'' if is_exact(efficiency * 100, 2) else '约'} {decimal(efficiency * 100, 2)}%")
            also.append(f"{decimal(efficiency * 100, 1)}%")
        if "gain" in parameters["asked"]:
            gain = memory / mean
            shown.append(f"性能是没有 Cache 时的{about(gain, 2)} 倍")
            also += [f"{decimal(gain, 2)} 倍", f"{decimal(gain, 1)} 倍", decimal(gain, 2)]
        parts.append(note + "，".join(shown))
        lines.append(f"{note}命中用 {duration(cache)}，不命中用 {duration(missing)}，按命中率 {decimal(rate, 5)} 平均得 {duration(mean)}。")
    return Solution(
        answer="；".join(parts), steps=paragraphs(*lines), also=tuple(also), conventions=("效率为 Cache 存取时间除以平均访问时间",)
    )
