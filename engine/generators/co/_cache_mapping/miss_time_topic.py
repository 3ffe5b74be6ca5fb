"""The mean time of an access where a miss costs a stated time besides that of a hit."""

from __future__ import annotations

from engine.generators.co._cache_mapping.words import CACHE, MISS, WORDS
from engine.generators.laws.clauses import SHARE, TIME, to_seconds
from engine.generators.laws.measures import duration
from engine.generators.laws.topic import Law, Quantity, Told, Topic, in_units, percentage
from engine.generators.quantities import decimal
from engine.generators.reading import to_share

_IS = r"(?:大约|约|平均|为|是|=|:|需要?|要)*\s*"

MISS_TIME = Topic(
    name="time of misses",
    about=rf"(?:{MISS})[\s\S]*(?:损失|代价|惩罚|开销)",
    guard=r"TLB|页|CPI|L2|二级|两级|主频|周期|分离|指令Cache|降到|提高到",
    told=(
        Told("missing", rf"(?:Cache)?(?:的)?(?:{MISS})(?:率|概率){_IS}(?P<value>{SHARE}|0\.\d+)", lambda match: to_share(match["value"])),
        Told("found", rf"(?:Cache)?(?:的)?命中(?:率|概率){_IS}(?P<value>{SHARE}|0\.\d+)", lambda match: to_share(match["value"])),
        Told(
            "penalty",
            rf"(?:每次)?(?:{MISS})(?:时)?(?:的)?(?:额外(?:的)?|平均)?(?:{MISS})?(?:的)?(?:损失|代价|惩罚|开销)(?:时间)?{_IS}(?P<value>{TIME})",
            lambda match: to_seconds(match["value"]),
        ),
        Told(
            "hit",
            rf"(?:{CACHE}(?:的)?)?命中(?:时)?(?:的)?(?:访问|存取)?时间{_IS}(?P<value>{TIME})|{CACHE}(?:的)?(?:存取|访问)(?:时间)?{_IS}(?P<other>{TIME})",
            lambda match: to_seconds(match["value"] or match["other"]),
        ),
    ),
    asks=((r"平均(?:访存|访问|存取)(?:的)?(?:时间)?(?:大约|约|是|为)*(?:多少|多长)?(?:ns)?", "mean"),),
    laws=(
        Law("rate", ("missing",), lambda missing: missing),
        Law("rate", ("found",), lambda found: 1 - found),
        Law(
            "mean",
            ("hit", "rate", "penalty"),
            lambda hit, rate, penalty: hit + rate * penalty,
            "平均访存时间为命中时间 + 缺失率 × 缺失损失",
        ),
    ),
    shown={
        "missing": Quantity("缺失率", percentage),
        "found": Quantity("命中率", percentage),
        "rate": Quantity("缺失率", percentage),
        "penalty": Quantity("缺失损失", duration),
        "hit": Quantity("命中时间", duration),
        "mean": Quantity("平均访存时间", duration, lambda value: (*in_units(value), f"{decimal(value * 10**9, 2)} ns")),
    },
    words=WORDS + " 平均 访存 损失 缺失损失 命中时间",
    conventions=("缺失损失在命中时间之外另加",),
)
