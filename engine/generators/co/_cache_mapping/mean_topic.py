"""Hit rates and mean times of a cache, read word by word: what has a time, a share or a count, in seconds or in cycles of the clock."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import groupby
from typing import Any

from engine.generators import patterns
from engine.generators.co._cache_mapping import time_solving
from engine.generators.co._cache_mapping.time_topics import PASSED, WAYS
from engine.generators.co._cache_mapping.words import MISS, WORDS
from engine.generators.kind import Parameters, Solution
from engine.generators.laws.clauses import NUMBER, TIME, to_seconds
from engine.generators.laws.lexicon import Lexicon, Measure
from engine.generators.laws.measures import duration
from engine.generators.laws.solving import solver
from engine.generators.laws.topic import Facts, Law, Quantity, Told, Topic, about, counted, percentage, restored
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out, to_count, to_share

_CACHE = r"(?:高速缓冲存储器|高速缓冲|高速缓存|缓存|Cache)(?:\((?:Cache|高速缓存)\))?"
_HOME = r"(?:主存储器|主存|内存储器|内存)"
_CYCLES = r"(?<![\d.A-Za-z])\d+(?:\.\d+)?\s*个?(?:CPU)?(?:时钟)?(?:周期|拍)(?!数)"
_SHARE = r"(?<![\d.])(?:\d+(?:\.\d+)?\s*%|0\.\d+)(?!\d|\s*(?:ns|[μumn]?s))"
_ACCESS = r"(?:访问|存取|访存|读写|读取|存储)"

_THINGS = (
    (rf"(?:{_CACHE}|存储系统|系统|CPU)?(?:的)?(?:平均|等效|有效)(?:的)?(?:{_ACCESS})?(?:的)?(?:时间|周期)", "mean"),
    (
        rf"(?:(?:{MISS})(?:时)?(?:的)?(?:额外)?(?:的)?(?:{MISS})?(?:的)?(?:损失|代价|惩罚|开销)|{_HOME}(?:的)?(?:访问|存取)?时间\((?:{MISS})(?:的)?(?:惩罚|损失|代价|开销)\))(?:时间)?",
        "penalty",
    ),
    (rf"(?:{_CACHE})(?:-|/|—|和|与)?(?:{_HOME})(?:两级)?(?:存储)?(?:系统|层次|体系)(?:结构)?", "system"),
    (r"(?:访问|存取|系统)?效率(?:\(tc/ta\))?", "efficiency"),
    (r"(?:存储(?:器|系统)|系统|访存|整个系统)?(?:的)?(?:性能|速度)", "speed"),
    (rf"(?:在)?(?:{_CACHE})?(?:中)?(?:的)?(?:{MISS})", "miss"),
    (rf"(?:在)?(?:{_CACHE})?(?:中)?(?:的)?命中", "hit"),
    (_CACHE, "cache"),
    (r"(?:内存|存储器?|存贮器?)系统(?:的)?", "all"),
    (_HOME, "memory"),
    (r"(?:共|总共|一共)?(?:访存|访问存储器)|(?<=次)(?:存储器)?(?:访问|访存)(?=中|里|,|。)", "all"),
)

_BOUND = (
    r"(?:希望|要求|要使|使|若要|欲使|要|若|如果)*(?:存储系统|系统|Cache)?(?:的)?平均(?:访问|存取|访存)(?:的)?时间(?:要|需|应|想)*"
    r"(?:降到|达到|降为|不(?:超过|大于|高于|多于)|小于等于)\s*"
)


def _measures(figure: str, read: Callable[[str], Any], asked: str) -> tuple[Measure, ...]:
    return (
        Measure("time", figure, read, asked, rf"(?:每个)?(?:{_ACCESS})?(?:的)?(?:一次)?(?:时间|周期)"),
        Measure("share", _SHARE, to_share, r"(?!)", r"率|概率|比率"),
        Measure("count", r"(?<![\d.A-Za-z第])\d+\s*次(?!方|幂)", to_count, r"次", rf"(?:完成)?(?:的)?(?:{_ACCESS})?(?:的)?(?:总)?次数"),
        Measure("times", rf"{NUMBER}\s*倍", lambda text: Fraction(text.rstrip("倍 ")), r"倍", r"倍数"),
    )


_TOLD = {
    ("cache", "time"): "cache",
    ("hit", "time"): "cache",
    ("memory", "time"): "memory",
    ("penalty", "time"): "penalty",
    ("miss", "time"): "miss_total",
    ("mean", "time"): "mean_told",
    ("hit", "share"): "rate_told",
    ("miss", "share"): "missing",
    ("hit", "count"): "hits",
    ("cache", "count"): "hits",
    ("miss", "count"): "misses",
    ("memory", "count"): "misses",
    ("system", "count"): "accesses",
    ("all", "count"): "accesses",
    ("memory", "times"): "ratio",
    ("cache", "times"): "ratio",
}
_ASKED = {
    ("hit", "share"): "rate",
    ("cache", "share"): "rate",
    ("miss", "share"): "miss_rate",
    ("mean", ""): "mean",
    ("mean", "time"): "mean",
    ("efficiency", ""): "efficiency",
    ("efficiency", "share"): "efficiency",
    ("system", "efficiency"): "efficiency",
    ("speed", "times"): "gain",
}


def _asked_in_times(text: str) -> str:
    """`性能提高多少` asks for times; a way told in brackets behind the question is told before it."""
    text = patterns.sub(r"(?P<what>(?:性能|速度)(?:能|可|会|将)?(?:提高|提升)(?:了|到)?多少)(?=\s*[(?。,]|\s*$)", r"\g<what>倍", text)
    behind = patterns.search(r"\((?:设|假设|假定)?(?P<way>[^()?多几]{6,50})\)\s*[?。]?\s*$", text)
    return text if behind is None else f"{behind['way']}。{text[: behind.start()]}?"


def _each(work: Callable[..., Fraction | None]) -> Callable[..., Any]:
    """For a mean time, or for the two that are possible."""

    def worked(first: Fraction, mean: Fraction | tuple[Fraction, ...]) -> Any:
        return tuple(work(first, one) for one in mean) if isinstance(mean, tuple) else work(first, mean)

    return worked


def _shown(show: Callable[[Any], str]) -> Callable[[Any], str]:
    def shown(value: Any) -> str:
        if isinstance(value, tuple):
            return f"先访问 Cache、不命中再访问主存：{show(value[0])}；Cache 和主存同时访问：{show(value[1])}"
        return show(value)

    return shown


def _forms(*shows: Callable[[Fraction], str]) -> Callable[[Any], Sequence[str]]:
    return lambda value: tuple(show(one) for one in (value if isinstance(value, tuple) else (value,)) for show in shows)


def _rate_of_both(found: Fraction, misses: Fraction) -> Fraction | None:
    """The hit rate of so many hits beside so many accesses of the memory; None where the latter may be all accesses there are."""
    return Fraction(found) / (found + misses) if misses < found else None


_LAWS = (
    Law("rate", ("rate_told",), lambda rate: rate),
    Law("rate", ("missing",), lambda missing: 1 - missing),
    Law("rate", ("accesses", "misses"), lambda every, misses: 1 - Fraction(misses) / every, "命中率为命中次数 ÷ 访问次数"),
    Law("rate", ("accesses", "hits"), lambda every, found: Fraction(found) / every, "命中率为命中次数 ÷ 访问次数"),
    Law("rate", ("hits", "misses"), _rate_of_both, "命中率为命中次数 ÷（命中次数 + 不命中次数）"),
    Law(
        "rate",
        ("mean_told", "cache", "memory", "parallel"),
        lambda mean, cache, memory, _: (memory - mean) / (memory - cache),
        "由平均访问时间反解命中率",
    ),
    Law(
        "rate",
        ("mean_told", "cache", "memory", "serial"),
        lambda mean, cache, memory, _: 1 - (mean - cache) / memory,
        "由平均访问时间反解命中率",
    ),
    Law("rate", ("mean_told", "cache", "penalty"), lambda mean, cache, penalty: 1 - (mean - cache) / penalty, "由平均访问时间反解命中率"),
    Law(
        "rate",
        ("mean_told", "cache", "memory", "unsaid"),
        lambda mean, cache, memory, _: (1 - (mean - cache) / memory, (memory - mean) / (memory - cache)),
        "由平均访问时间反解命中率",
    ),
    Law(
        "rate",
        ("bound", "cache", "memory", "parallel"),
        lambda bound, cache, memory, _: (memory - bound * cache) / (memory - cache),
        "由平均访问时间不超过的值反解命中率",
    ),
    Law(
        "rate",
        ("bound", "cache", "memory", "serial"),
        lambda bound, cache, memory, _: 1 - (bound - 1) * cache / memory,
        "由平均访问时间不超过的值反解命中率",
    ),
    Law("least_rate", ("rate",), lambda rate: rate if not isinstance(rate, tuple) else None),
    Law("miss_rate", ("rate",), lambda rate: 1 - rate if not isinstance(rate, tuple) else None),
    Law("memory_time", ("memory",), lambda memory: memory),
    Law("memory_time", ("cache", "ratio"), lambda cache, ratio: cache * ratio, "主存时间为 Cache 时间 × 倍数"),
    Law("cache_time", ("cache",), lambda cache: cache),
    Law("cache_time", ("memory", "ratio"), lambda memory, ratio: memory / ratio, "Cache 时间为主存时间 ÷ 倍数"),
    Law(
        "mean",
        ("rate", "cache_time", "penalty"),
        lambda rate, cache, penalty: cache + (1 - rate) * penalty,
        "平均访问时间为命中时间 +（1 − 命中率）× 缺失损失",
    ),
    Law(
        "mean",
        ("rate", "cache_time", "miss_total"),
        lambda rate, cache, total: rate * cache + (1 - rate) * total,
        "平均访问时间为命中率 × 命中时的时间 +（1 − 命中率）× 不命中时的时间",
    ),
    Law(
        "mean",
        ("rate", "cache_time", "memory_time", "parallel"),
        lambda rate, cache, memory, _: rate * cache + (1 - rate) * memory,
        "同时启动，平均访问时间为命中率 × Cache 时间 +（1 − 命中率）× 主存时间",
    ),
    Law(
        "mean",
        ("rate", "cache_time", "memory_time", "serial"),
        lambda rate, cache, memory, _: cache + (1 - rate) * memory,
        "先查 Cache，平均访问时间为 Cache 时间 +（1 − 命中率）× 主存时间",
    ),
    Law(
        "mean",
        ("rate", "cache_time", "memory_time", "unsaid"),
        lambda rate, cache, memory, _: (
            (cache + (1 - rate) * memory, rate * cache + (1 - rate) * memory) if not isinstance(rate, tuple) else None
        ),
        "没有说是否同时访问，两种都算",
    ),
    Law(
        "gain",
        ("ratio", "rate", "parallel", "no_times"),
        lambda ratio, rate, *_: ratio / (rate + (1 - rate) * ratio),
        "设 Cache 时间为 1，性能为主存时间 ÷ 平均访问时间倍",
    ),
    Law(
        "gain",
        ("ratio", "rate", "serial", "no_times"),
        lambda ratio, rate, *_: ratio / (1 + (1 - rate) * ratio),
        "设 Cache 时间为 1，性能为主存时间 ÷ 平均访问时间倍",
    ),
    Law("efficiency", ("cache_time", "mean"), _each(lambda cache, mean: cache / mean), "效率为 Cache 时间 ÷ 平均访问时间"),
    Law("gain", ("memory_time", "mean"), _each(lambda memory, mean: memory / mean), "性能为没有 Cache 时的主存时间 ÷ 平均访问时间倍"),
)


def _checked(facts: Facts) -> None:
    if facts.get("serial") and facts.get("parallel"):
        stay_out("both ways")
    if "cache_time" in facts and "memory_time" in facts and facts["cache_time"] >= facts["memory_time"]:
        stay_out("a cache slower than the memory")
    rates = facts.get("rate", Fraction(1, 2))
    if not all(0 < rate < 1 for rate in (rates if isinstance(rates, tuple) else (rates,))):
        stay_out("a rate that cannot be")


def _topic(
    name: str,
    figure: str,
    read: Callable[[str], Any],
    asked: str,
    show: Callable[[Fraction], str],
    forms: Sequence[Callable[[Fraction], str]],
) -> Topic:
    return Topic(
        name=name,
        about=rf"{_CACHE}|命中",
        guard=r"利用率|TLB|快表|页|二级|L1|L2|两级(?!存储)|多级|CPI|MIPS|Hz|写(?:回|直达|穿|操作)|脏|块(?!\s*在)|(?<![执进运])行(?!程序)|指令Cache|数据Cache|总线|交叉|带宽|数组|依次|预取|原来|提高(?!多少|了?多少|了?几)|降低|减少|改为|每条|"
        # Whether those that then go on to the memory are among them is not said.
        + rf"(?:访问|存取|读写)(?:了)?{_CACHE}(?:共)?\s*\d+\s*次[^。]*?(?:访问|存取|读写)(?:了)?{_HOME}|"
        + (r"ns|[μu]s|纳秒" if read is not to_seconds else r"时钟周期"),
        prepared=lambda text: patterns.sub(
            r"(?<=[,;。])(平均(?:访问|存取|访存)(?:的)?时间)(?=\s*[?(]|\s*$)",
            r"\1是多少",
            _asked_in_times(patterns.sub(r"百分之(?=多少|几)", "", text)),
        ),
        told=(*WAYS, Told("mean_told", rf"{_BOUND}(?P<value>{figure})", lambda match: read(match["value"]))),
        passed=(
            *PASSED,
            r"(?:CPU)?(?:在)?(?:执行|运行)?(?:某|一)段(?:程序|时间)(?:的过程)?(?:期间|时|中|里|内)?|(?:在)?一段(?:给定的)?时间内|若(?:Cache)?命中,?则?(?:中断|终止|停止)(?:对)?(?:访问)?主存(?:的)?(?:访问)?",
        ),
        asks=(),
        laws=_LAWS,
        lexicon=Lexicon(
            things=_THINGS,
            measures=_measures(figure, read, asked),
            told=_TOLD,
            asked=_ASKED,
            questions=(
                (
                    rf"(?:{_CACHE})?(?:的)?命中率(?:应|该|要|需|必须|是|为)*(?:至少|不低于|最低)(?:应|该|要|需|是|为|约|达到)*(?:多少)?",
                    "least_rate",
                ),
            ),
            words=WORDS + " 完成 由 已知 采用 使用 后 存储器 构成 组成 其中 CPU 过程 系统 提高 提升 是 没有 原来 的 次 发生 访问 存取",
        ),
        combine=lambda facts: (
            ({} if {"serial", "parallel", "penalty", "miss_total"} & set(facts) else {"unsaid": 1})
            | ({} if {"cache", "memory"} & set(facts) else {"no_times": 1})
        ),
        shown={
            "mean_told": Quantity("平均访问时间", show),
            "rate": Quantity(
                "命中率",
                _shown(percentage),
                _forms(percentage, lambda value: f"{decimal(value * 100, 1)}%", lambda value: decimal(value, 3)),
                named=True,
            ),
            "bound": Quantity("平均访问时间不超过 Cache 时间的", percentage),
            # At least 98.3 %: of whole numbers 99 %.
            "least_rate": Quantity(
                "命中率", percentage, lambda value: (f"{decimal(value * 100, 1)}%", decimal(value, 3), f"{-(-value * 100 // 1)}%")
            ),
            "rate_told": Quantity("命中率", percentage),
            "miss_rate": Quantity("缺失率", percentage, lambda value: (f"{decimal(value * 100, 1)}%", decimal(value, 3))),
            "missing": Quantity("缺失率", percentage),
            "hits": Quantity("命中", counted("次")),
            "misses": Quantity("不命中", counted("次")),
            "accesses": Quantity("访问", counted("次")),
            "ratio": Quantity("主存与 Cache 时间之比", about),
            "cache": Quantity("Cache 时间", show),
            "memory": Quantity("主存时间", show),
            "penalty": Quantity("缺失损失", show),
            "miss_total": Quantity("不命中时", show),
            "mean": Quantity("平均访问时间", _shown(show), _forms(show, *forms), named=True),
            "efficiency": Quantity(
                "效率", _shown(percentage), _forms(percentage, lambda value: f"{decimal(value * 100, 1)}%", lambda value: decimal(value, 3))
            ),
            "gain": Quantity(
                "性能是没有 Cache 时的",
                _shown(counted("倍")),
                _forms(lambda value: f"{decimal(value, 2)} 倍", lambda value: decimal(value, 2)),
                named=True,
            ),
        },
        words=WORDS,
        conventions=("效率为 Cache 时间除以平均访问时间",),
        check=_checked,
    )


MEANS = (
    _topic(
        "mean access time",
        TIME,
        to_seconds,
        r"(?:ns|μs|纳秒)",
        duration,
        (lambda value: f"{decimal(value * 10**9, 2)} ns", lambda value: f"{decimal(value * 10**9, 1)} ns"),
    ),
    _topic(
        "mean access cycles",
        _CYCLES,
        lambda text: Fraction(patterns.sub(r"[^\d.]", "", text)),
        r"个?(?:时钟)?周期",
        counted("个周期"),
        (lambda value: f"{decimal(value, 2)}", lambda value: f"{decimal(value, 2)} 个时钟周期"),
    ),
)
"""Looked at where no other reader understands a text."""

_SOLVE = solver(MEANS)


def solve(parameters: Parameters) -> Solution | None:
    """By the topic; where it is not said whether the memory is accessed at the same time, each way with all that is asked of it."""
    if parameters.get("task") not in {topic.name for topic in MEANS}:
        return None
    scenes = [{name: restored(value) for name, value in scene["facts"].items()} for scene in parameters["scenes"]]
    ways = {"serial", "parallel", "penalty", "miss_total", "mean_told"}
    wanted = [scene["asked"] for scene in parameters["scenes"]]
    if (
        parameters["task"] == MEANS[1].name
        or any(ways & set(facts) for facts in scenes)
        or all(set(asked) <= {"rate", "miss_rate"} for asked in wanted)
    ):
        return _SOLVE(parameters)
    parts = [
        time_solving.solve(_as_one(group[0][0], list(dict.fromkeys(name for _, asked in group for name in asked))))
        for group in ([*same] for _, same in groupby(zip(scenes, wanted, strict=True), key=lambda scene: scene[0]))
    ]
    return Solution(
        answer="；".join(part.answer for part in parts),
        steps=paragraphs(*(part.steps for part in parts)),
        also=parts[0].also if len(parts) == 1 else (),
        conventions=parts[0].conventions,
    )


def _as_one(facts: Facts, asked: Sequence[str]) -> Parameters:
    """A scene as `time_solving` takes it."""
    rate = _rate(facts)
    cache, memory, ratio = facts.get("cache"), facts.get("memory"), facts.get("ratio")
    if ratio is not None:
        cache = Fraction(1, 10**9) if cache is None and memory is None else cache
        memory = cache * ratio if memory is None and cache is not None else memory
        cache = memory / ratio if cache is None and memory is not None else cache
    if "miss_rate" in asked:
        stay_out("the share of misses beside two ways")
    return {
        "task": "time",
        "rate": str(rate),
        "cache": None if cache is None else str(cache),
        "memory": None if memory is None else str(memory),
        "way": "unsaid",
        "asked": list(asked),
    }


def _rate(facts: Facts) -> Fraction:
    for law in _LAWS:
        if law.gives == "rate" and all(name in facts for name in law.needs):
            rate = law.compute(*(facts[name] for name in law.needs))
            if rate is not None:
                return Fraction(rate)
    return stay_out("no rate")
