"""Hit rates, mean times, and the cycles that misses cost."""

from __future__ import annotations

from fractions import Fraction

from engine.generators.co._cache_mapping.words import CACHE, MISS, WORDS
from engine.generators.laws.clauses import SHARE, TIME, to_seconds
from engine.generators.laws.measures import duration
from engine.generators.laws.topic import Law, Quantity, Told, Topic, about, counted, percentage, whole
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, to_share

WAYS = (
    Told(
        "parallel",
        rf"(?<!不)(?:(?:主存|内存)(?:和|与){CACHE}|{CACHE}(?:和|与)(?:主存|内存))?(?<!不能)(?<!不可)(?<!不可以)(?<!不)同时(?:被)?(?:启动|访问|进行)(?:访问)?(?:{CACHE}(?:和|与)(?:主存|内存))?|\(?命中\d+、不命中(?:只|仅)算主存\d+\)?|(?:不|未)命中(?:时)?(?:只|仅)(?:(?:算|计)主存(?:时间)?|按主存(?:的)?时间(?:计|算|计算))",
        1,
    ),
    Told(
        "serial",
        rf"(?:不命中时|命中时|\()?(?:先|首先)(?:访问|查|访)?(?:cache|{CACHE})?(?:,)?(?:若|如果|当)?(?:{MISS}|没有|不在)?(?:时|后)?(?:,)?(?:再|才|后)(?:去)?(?:访问?|查|访)?(?:主存|内存)(?:,?不同时启动)?\)?|不同时(?:启动|访问)(?:的?那种|的)?(?:\(先(?:访问|查)?(?:Cache|缓存)[,、]?(?:后|再)(?:访问|查)?(?:主存|内存)\))?|串行访问",
        1,
    ),
    Told(
        "serial",
        rf"(?:{MISS})(?:时)?(?:再|才)(?:去)?(?:访问|查|读)(?:主存|内存)|(?:CPU访(?:问主)?存时,?)?(?:总是)?先(?:查找?|访问)(?:Cache|缓存)(?=[,;。])",
        1,
    ),
    Told(
        "serial",
        rf"(?:设|假设)?(?:{CACHE}(?:和|与)(?:主存|内存))(?:不能|不可以?|不)同时(?:被)?(?:访问|启动)",
        1,
    ),
    Told(
        "bound",
        rf"(?:如果|若)?(?:希望|要求|要使|欲使|使)?(?:有效|平均|等效|\(平均\))*(?:存取|访问)时间(?:不超过|不大于|不高于|小于等于|达到|为|是)(?:{CACHE})(?:的)?(?:存取|访问)(?:时间|周期)的?\s*(?P<value>\d+(?:\.\d+)?\s*%)",
        lambda match: to_share(match["value"]),
    ),
)
"""Whether the memory is looked at together with the cache or after it, and how long the mean may be."""

PASSED = (
    r"(?:在)?(?:由)?(?:Cache|缓存)(?:和|与)(?:主存|内存)(?:构成|组成)的(?:两级|二级)?存储(?:体系|系统|层次)(?:中)?",
    r"(?:Cache|缓存)-(?:主存|内存)(?:系统|层次)(?:的)?",
    r"一段程序|某程序",
)


MISSES = Topic(
    name="cycles of misses",
    about=r"缺失|失效|不命中|命中",
    guard=r"TLB|页|由\s*\d+(?:\.\d+)?%|降到|分离|指令Cache|数据Cache|写|L2|二级|两级",
    told=(
        Told(
            "ideal",
            r"(?:理想|基本|基础|命中时(?:的)?|无缺失时(?:的)?|不考虑缺失(?:时)?(?:的)?)(?:的)?CPI(?:为|是|=|:|\s)*(?P<value>\d+(?:\.\d+)?)(?:\(命中时\))?",
            lambda match: Fraction(match["value"]),
        ),
        Told(
            "per",
            r"每条(?:指令)?(?:平均)?(?:的)?(?:访存|访问存储器|访问内存)(?:次数)?(?:为|是)?\s*(?P<value>\d+(?:\.\d+)?)\s*次|平均每条指令访存\s*(?P<other>\d+(?:\.\d+)?)\s*次",
            lambda match: Fraction(match["value"] or match["other"]),
        ),
        Told(
            "missing",
            rf"(?:Cache)?(?:{MISS})(?:率|概率)(?:为|是|=|:)*\s*(?P<value>\d+(?:\.\d+)?\s*%|0\.\d+)",
            lambda match: to_share(match["value"]),
        ),
        Told("found", r"(?:Cache)?命中率(?:为|是|=|:)*\s*(?P<value>\d+(?:\.\d+)?\s*%|0\.\d+)", lambda match: to_share(match["value"])),
        Told(
            "penalty",
            rf"(?:{MISS})(?:的)?(?:损失|代价|惩罚|开销|延迟)(?:为|是|=|:)*\s*(?P<value>{INTEGER})\s*个?(?:时钟)?(?:周期|拍)",
            whole,
        ),
    ),
    asks=((r"(?:实际|考虑缺失(?:后|时)?|平均|总)*(?:的)?CPI(?:等于|为|是|约|变为)*(?:多少)?", "cpi"),),
    laws=(
        Law("rate", ("missing",), lambda missing: missing),
        Law("rate", ("found",), lambda found: 1 - found),
        Law(
            "cpi",
            ("ideal", "per", "rate", "penalty"),
            lambda ideal, per, rate, penalty: ideal + per * rate * penalty,
            "实际 CPI 为理想 CPI + 每条指令的访存次数 × 缺失率 × 缺失损失",
        ),
    ),
    shown={
        "ideal": Quantity("理想 CPI", about),
        "per": Quantity("每条指令访存", counted("次")),
        "missing": Quantity("缺失率", percentage),
        "rate": Quantity("缺失率", percentage),
        "found": Quantity("命中率", percentage),
        "penalty": Quantity("缺失损失", counted("个周期")),
        "cpi": Quantity("实际 CPI", about, lambda value: (decimal(value, 2),)),
    },
    words=WORDS + " CPI 处理器 理想 实际 每条指令 访存 缺失损失 损失 周期 平均",
    conventions=("缺失损失在命中时间之外另加",),
)


LEVELS = Topic(
    name="two caches",
    about=r"L1[\s\S]*L2|一级[\s\S]*二级",
    guard=r"CPI|TLB|页|写|分离|全局|同时",
    told=(
        Told(
            "first_time",
            rf"(?:L1|一级)(?:Cache)?(?:的)?(?:命中)?(?:时间)?(?:为|是)?\s*(?P<value>{TIME})",
            lambda match: to_seconds(match["value"]),
        ),
        Told(
            "second_time",
            rf"(?:L2|二级)(?:Cache)?(?:的)?(?:命中)?(?:时间)?(?:为|是)?\s*(?P<value>{TIME})",
            lambda match: to_seconds(match["value"]),
        ),
        Told("memory", rf"(?:主存|内存)(?:的)?(?:访问)?(?:时间)?(?:为|是)?\s*(?P<value>{TIME})", lambda match: to_seconds(match["value"])),
        Told(
            "rates",
            rf"(?:L1|L2|局部)?(?:的)?(?:局部)?命中率(?:为|是)?\s*(?P<value>{SHARE})",
            lambda match: (to_share(match["value"]),),
            several=True,
        ),
        Told("serial", r"\(?逐级(?:访问|查找)(?:,?时间累加)?\)?|时间累加", 1),
    ),
    asks=((r"(?:平均)(?:访存|访问|存取)(?:的)?时间(?:是|为)?(?:多少)?(?:ns)?", "mean"),),
    laws=(
        Law(
            "mean",
            ("first_time", "second_time", "memory", "rates", "serial"),
            lambda one, two, memory, rates, _: one + (1 - rates[0]) * (two + (1 - rates[1]) * memory) if len(rates) == 2 else None,
            "平均时间为 L1 时间 + L1 缺失率 ×（L2 时间 + L2 缺失率 × 主存时间）",
        ),
    ),
    shown={
        "first_time": Quantity("L1", duration),
        "second_time": Quantity("L2", duration),
        "memory": Quantity("主存", duration),
        "rates": Quantity("命中率", lambda values: "、".join(percentage(value) for value in values)),
        "mean": Quantity("平均访存时间", duration),
    },
    words=WORDS + " 两级 L1 L2 一级 二级 局部 逐级",
    conventions=("L2 的命中率为局部命中率，时间逐级累加",),
)
