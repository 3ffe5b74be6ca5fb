"""Programs that run one by one or together: what running together saves, where the processor's use is told for it."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.os._topic import Topic
from engine.generators.quantities import decimal, percent
from engine.generators.reading import to_share

_MINUTES = {
    "小时": Fraction(60),
    "h": Fraction(60),
    "分钟": Fraction(1),
    "分": Fraction(1),
    "min": Fraction(1),
    "秒": Fraction(1, 60),
    "s": Fraction(1, 60),
}
_TIME = r"\d+(?:\.\d+)?\s*个?(?:小时|h(?![A-Za-z])|分钟|分(?!别)|min|秒|s(?![A-Za-z]))"
_LIST = rf"{_TIME}(?:\s*[,、和与]\s*{_TIME}){{1,3}}"
_WORDS = (
    "程序 作业 进程 任务 两道 两个 三道 三个 若 如果 设 假定 假设 采用 使用 用 多道 多道程序 多道程序设计 方法 技术 方式 让 使 它们 并行 并发 同时 工作 运行 执行 其中 和 与 的 分别 各 为 是 需要 需 要 时 在 单道 环境 下 "
    "系统 请问 试问 问 则 那么 此时 CPU 处理机 处理器 时间 单独 能 可 可以 会 将 另 加 "
)


def _minutes(text: str) -> Fraction:
    number = patterns.match(r"\d+(?:\.\d+)?", text)
    assert number is not None
    return Fraction(number[0]) * _MINUTES[patterns.sub(r"[\d.\s个]", "", text)]


def recognise_efficiency(text: str) -> Recognition | None:
    """Such a problem as understood; None: another one."""
    if not patterns.search("效率|节省|缩短", text) or not patterns.search("利用率", text):
        return None
    reading = Topic(text)
    alone = reading.take(rf"(?:单独|各自|独立)(?:执行|运行)(?:时)?(?:所)?(?:分别|各|需要?|要|花费?|用|的|时间|为|是)*\s*(?P<value>{_LIST})")
    working = reading.take(
        rf"(?:CPU|处理[机器])(?:的)?(?:工作|运行|执行|使用|占用|计算)?(?:的)?(?:时间)?(?:分别|各|为|是|需要?|占)*\s*(?P<value>{_LIST})"
    )
    use = reading.take(
        r"(?:CPU|处理[机器])(?:的)?利用率(?:可|能|将|会)*(?:达到?|提高到|为|是|有)*\s*(?P<value>\d+(?:\.\d+)?\s*%|百分之[一二三四五六七八九十]+)"
    )
    beside = reading.take(
        rf"(?:另外?|再|还|需|要|加上?|增加|有|外加)+\s*(?P<value>{_TIME})(?:的)?(?:系统)?(?:的)?(?:额外)?开销|(?:系统)?开销(?:时间)?(?:为|是|需要?|用)*\s*(?P<other>{_TIME})"
    )
    asked = reading.ask(
        ((r"(?:系统|CPU|处理机)?(?:的)?效率(?:能|可以?|会|将)?(?:提高|提升)(?:了)?(?:多少|几|百分之几|百分之多少)", "saved"),)
    )
    reading.take_all(r"(?:程序|作业|进程)?\s?(?<![A-Za-z])[A-D](?:\s*[、,和与]\s*(?:程序|作业)?\s?[A-D])*(?![A-Za-z])")
    reading.finish_knowing(_WORDS, ordinary_questions=False)
    if alone is None or working is None or use is None or asked != ["saved"]:
        return None
    times = [_minutes(one) for one in patterns.findall(_TIME, alone["value"])]
    busy = [_minutes(one) for one in patterns.findall(_TIME, working["value"])]
    share = to_share(use["value"].replace(" ", ""))
    more = _minutes(beside["value"] or beside["other"]) if beside else Fraction(0)
    if len(times) != len(busy) or any(work > time for work, time in zip(busy, times, strict=True)) or not 0 < share <= 1:
        return None
    return Recognition(
        parameters={
            "alone": [str(time) for time in times],
            "busy": [str(time) for time in busy],
            "use": str(share),
            "more": str(more),
        },
        understood=(
            ("单独执行", "、".join(f"{decimal(time)} min" for time in times)),
            ("其中 CPU 工作", "、".join(f"{decimal(time)} min" for time in busy)),
            ("并行时 CPU 利用率", percent(share)),
            ("系统开销", f"{decimal(more)} min"),
        ),
    )


def solve_efficiency(parameters: Parameters) -> Solution:
    """The share of the time alone that running together saves."""
    alone = sum((Fraction(time) for time in parameters["alone"]), Fraction(0))
    busy = sum((Fraction(time) for time in parameters["busy"]), Fraction(0))
    use, more = Fraction(parameters["use"]), Fraction(parameters["more"])
    together = busy / use + more
    saved = (alone - together) / alone
    return Solution(
        answer=f"提高 {percent(saved)}",
        also=(percent(saved),),
        steps=f"单独执行共需 {decimal(alone)} min。并行时 CPU 工作 {decimal(busy)} min，占 {percent(use)}，加上开销共需 {decimal(busy)}/{decimal(use, 4)} + {decimal(more)} = {decimal(together)} min。\n\n提高的比例 = (单独执行的时间总和 − 并行的总时间)/单独执行的时间总和 = ({decimal(alone)} − {decimal(together)})/{decimal(alone)}，即 {percent(saved)}。",
        conventions=("效率的提高按节省的时间占单独执行时间总和的比例计算",),
    )
