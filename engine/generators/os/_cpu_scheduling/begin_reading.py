"""When scheduling begins, where that is later than the first arrival: at a moment that is told, or when all have arrived."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.os._cpu_scheduling.terms import UNIT
from engine.generators.os._topic import Topic
from engine.generators.reading import stay_out

_POINT = r"\d{1,2}[:点]\d{2}|\d+(?:\.\d+)?"
_STARTS = r"(?:(?:对|为)(?:它们|(?:这些|上述|所有|各)?(?:作业|进程))?进行(?:作业|进程)?调度|(?:开始|启动)(?:进行)?(?:单道)?(?:作业|进程|CPU|处理机)?(?:的)?(?:调度|运行|工作|执行|处理)?)"
_USING = r"(?:[,]?(?:采用|使用|按照?|以|用)[^,;。:\d]{2,24}?(?:算法|策略|法|优先|服务)(?:进行)?)"


def take_begin(reading: Topic) -> str | None:
    """The moment as it is written, or `all`; None where scheduling begins with the first arrival. What says so is taken.

    Raises:
        StayOut: two moments are told.
    """
    said: list[str] = []
    for match in reading.take_all(
        rf"(?:(?:如果|若|当|待|等|假[定设]|在)?(?:系统)?(?:这|上述)?(?:所有|全部|[两三四五六2-6]\s*个|[两三四五六2-6]\s*道)?(?:的)?(?:作业|进程|任务|它们)?(?:都|均|全部|全|一起|陆续)+(?:已)?(?:到达|提交|进入|到齐|到)(?:系统|就绪队列|输入井|内存)?(?:之?后|以后|完毕后)|(?:最后一个|末个)(?:作业|进程)(?:到达|提交)(?:之?后|时))"
        rf"(?:[,]?(?:系统|处理机|CPU)?(?:才|再)?(?P<using>{_USING}?)(?:才|再)?{_STARTS}|(?=[,]?(?:系统|再|才)?(?:采用|使用|按|用|进行)))"
    ):
        said.append("all")
        # The algorithm's name is read with the others.
        if match["using"]:
            reading.rest = reading.rest[: match.start("using")] + match["using"] + reading.rest[match.end("using") :]
    for match in reading.take_all(
        rf"(?:系统|处理机|CPU|调度程序|调度|现在)?(?:(?:在|从|于|自)|(?=t?\s*=|[时T]刻))(?:时刻|t?\s*=)*\s*(?P<at>{_POINT})\s*(?:{UNIT}|点)?(?:时刻|时)?(?:起|才|再)?,?(?P<using>{_USING}?){_STARTS}(?:的)?"
    ):
        said.append(match["at"])
        if match["using"]:
            reading.rest = reading.rest[: match.start("using")] + match["using"] + reading.rest[match.end("using") :]
    if len(set(said)) > 1:
        stay_out("two beginnings")
    return said[0] if said else None


def moment(begin: str, arrivals: list[int], first_clock: int | None, hours: bool) -> int:
    """The moment in the unit of the arrivals, which are counted from `first_clock` where the text tells times of day; 0 where that is
    not after the first arrival.

    Raises:
        StayOut: it is no whole number, or a time of day where the arrivals are none.
    """
    if begin == "all":
        return max(arrivals)
    if clock := patterns.fullmatch(r"(\d{1,2})[:点](\d{2})", begin):
        if first_clock is None:
            stay_out("a time of day among others")
        value = Fraction(int(clock[1]) * 60 + int(clock[2]) - first_clock)
    else:
        value = Fraction(begin) * (60 if hours or first_clock is not None else 1) - (first_clock or 0)
    if value.denominator != 1:
        stay_out("a moment that is not whole")
    return int(value) if value > min(arrivals) else 0
