"""Reading the queues of a feedback scheduler: how many, how long each one's slice is, who goes first in it, and the rules beside them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from engine.generators import patterns
from engine.generators.os._cpu_scheduling.terms import UNIT
from engine.generators.os._topic import Topic
from engine.generators.reading import any_of, stay_out, to_int

_NAMED = r"(?:多级|[两二三四234]级|多队列|多重)?\s*反馈(?:式)?(?:就绪)?(?:队列|轮转|循环)*(?:进程|CPU)?(?:调度)?(?:算法|策略|机制|方式)?"
_DIGIT = r"[1-4一二三四]"
_QUEUE = (
    rf"(?:第\s*(?P<ordinal>{_DIGIT})\s*(?:级|个|层)(?:就绪)?(?:反馈)?(?:队列)?|(?:就绪)?(?:队列)?\s*(?<![A-Za-z])R?Q\s*(?P<letter>[0-4])(?!\d)(?:队列)?"
    rf"|(?:就绪)?队列\s*(?P<number>{_DIGIT})(?![\d个级道])|(?P<last>最(?:后|末|低)(?:的)?(?:一)?级(?:就绪)?(?:队列)?|末级(?:队列)?))"
)
_RR = r"(?:时间片)?轮转(?:法|调度|算法)*|(?<![A-Za-z])RR(?![A-Za-z])(?:算法|调度)*"
_SHORTEST = r"(?:非抢占式?的?)?(?:最?短(?:进程|作业)优先|SJF|SPF|SPN)(?:算法|调度)*"
_FIRST = r"(?:先来先服务|FCFS|FIFO|先进先出)(?:算法|调度)*(?:原则)?"
_SLICE = rf"(?:时间片(?:的)?(?:大小|长度|长)?|(?<![A-Za-z])q)\s*(?:为|是|取|=|:|设为|定为)*\s*(?P<slice>\d+)\s*(?:{UNIT})?|(?P<sliced>\d+)\s*(?:{UNIT})?(?:的)?时间片"
_LIST = rf"(?P<list>\d+\s*(?:{UNIT})?(?:\s*[、,，和与]\s*\d+\s*(?:{UNIT})?){{1,3}})"
_EACH = r"(?:分别|依次|各|均|都|的|为|是|采用|使用|取|按|:|\s)*"
# A clause of these words alone says how such queues work everywhere.
_WAY = """
系统 调度程序 总是 总 每次 优先 先 调度 执行 运行 选择 选取 分配 就绪 就绪队列 队列 中 里 内 的 首个 各 各个 每 每个 每一 每一个 所有 进程 作业 当 只有 仅当 仅 若 如果 且 并 并且 而 为空 空 是空 都 均 全部 时 才 会 再
新 创建 创建的 到达 到来 进入系统 进入 刚 首先 最先 一律 放入 排入 插入 加入 放 排 到 在 一个 其 该 本级 规定 时间片 后 之后 以后 用完 用尽 耗尽 完 了 未 尚未 没有 没 还 仍 仍未 不能 结束 完成 执行完 则 就 便 将 被 转入 转到 转移 移入 移到 移 降 降级 降低 降到 降至 下降 送入 送
下一级 下级 下一 次一级 级 末尾 队尾 尾部 尾 等待 按 按照 以 依 依次 先来先服务 先进先出 FCFS 原则 次序 顺序 排队 同一 同级 较 更 越 高 低 上面 前面 优先级 优先权 级别 最高级 最高 最低级 最低 最后一级 最后 末级 直到 直至 为止 如此 以此类推 依此类推 下去 停留 继续 循环 轮转 剩余
动态 调整 它 它们 于 对 对于 由 又 也 有 采用 使用 方式 算法 即 也就是 可能 可以 需要 需
"""
_NUMBERED = r"R?Q\s?\d|第?\s*[一二三四1-4i]\s*(?:级|个|层)|\(?\s*i\s*[-+]\s*1\s*\)?|1\s*~|[,、\s~～]"
_ASKS = re.compile("(?:完成|结束|执行|调度|运行)(?:的)?(?:先后)?(?:次序|顺序)|时间(?!片)|时刻|平均")
_CHANGES = r"提升|升(?!序)|返回|回到|I/?O|不变|原(?!则)|留在|阻塞|唤醒|老化|等待时间|抢占|剥夺"


@dataclass(frozen=True, slots=True)
class Queues:
    """The levels as (shortest first, quantum), and where one goes that is preempted: "", "tail", "head", or None where that is not said."""

    levels: list[tuple[bool, int | None]]
    preempted: str | None


def take_queues(reading: Topic) -> Queues | None:
    """The feedback queues of a text, taken with their rules; None where there are none.

    Raises:
        StayOut: they are not told in full, or with a rule that is not the usual one.
    """
    named = reading.take_all(_NAMED)
    if not named:
        return None
    counted = {to_int(digit) for match in named for digit in patterns.findall(r"^([两二三四234])级", match[0])}
    if (told := _count(reading)) is not None:
        counted.add(told)
    if len(counted) > 1:
        stay_out("two numbers of levels")
    count = counted.pop() if counted else None
    slices, shortest, run_out = _listed(reading)
    if not slices:
        slices, shortest, run_out = _level_by_level(reading)
    if formula := _formula(reading):
        slices = {number: formula(number) for number in range(1, (count or 10) + 1)}
    last_runs_out = bool(run_out)
    numbers = sorted(set(slices) | shortest | (run_out - {0}) | ({count} if count and last_runs_out else set()))
    if count and numbers and max(numbers) < count and max(slices, default=0) == count - 1:
        last_runs_out = True
        numbers.append(count)
    if len(numbers) < 2 or numbers != list(range(1, len(numbers) + 1)) or count not in (None, len(numbers)):
        stay_out("the levels of the queues")
    preempted = _preempted(reading)
    levels: list[tuple[bool, int | None]] = []
    for number in numbers:
        quantum = slices.get(number)
        if quantum is None and number < len(numbers):
            stay_out(f"the slice of level {number}")
        if quantum is None and not last_runs_out and number not in shortest:
            stay_out("how the last level goes")
        levels.append((number in shortest, quantum))
    _take_usual_rules(reading)
    return Queues(levels, preempted)


def _count(reading: Topic) -> int | None:
    found = reading.take_one(
        r"(?:设有?|共?有|分为|设置|采用)*(?:了)?(?<![\d第])(?<!第 )(?P<value>[两二三四234])\s*(?:个|级)(?:不同)?(?:优先级)?(?:的)?(?:就绪)?队列",
        to_int,
    )
    return found


def _digits(text: str) -> list[int]:
    return [int(number) for number in patterns.findall(r"\d+", text)]


def _listed(reading: Topic) -> tuple[dict[int, int], set[int], set[int]]:
    """`各级队列的时间片依次为1、2、4`, `Q1、Q2 的时间片分别为10ms、20ms`."""
    names = r"(?:(?:R?Q\d|第[一二三四]级|队列\d)\s*[、,和与]?\s*){2,4}|(?:各|每)(?:个|级)*|[两三四]个"
    match = reading.take(rf"(?:{names})?(?:就绪)?(?:队列)?(?:的)?时间片(?:的)?(?:大小|长度)?{_EACH}{_LIST}")
    if match is None:
        return {}, set(), set()
    values = _digits(match["list"])
    slices = dict(enumerate(values, 1))
    _, shortest, run_out = _level_by_level(reading, sliced=False)
    return slices, shortest, run_out


def _level_by_level(reading: Topic, sliced: bool = True) -> tuple[dict[int, int], set[int], set[int]]:
    """What stands behind each level's name in its sentence: slices, the levels whose shortest goes first, and those whose processes run to
    their end (0: the last, whichever that is).
    """
    slices: dict[int, int] = {}
    shortest: set[int] = set()
    run_out: set[int] = set()
    marks = list(patterns.finditer(_QUEUE, reading.rest, re.IGNORECASE))
    zero = any(mark["letter"] == "0" for mark in marks)
    spans: list[tuple[int, int]] = []
    for place, mark in enumerate(marks):
        end = marks[place + 1].start() if place + 1 < len(marks) else len(reading.rest)
        stop = patterns.search(r"[。;?!\n]", reading.rest[mark.end() : end])
        end = mark.end() + stop.start() if stop else end
        piece = reading.rest[mark.end() : end]
        told = patterns.search(_SLICE, piece) if sliced else None
        way = patterns.search(rf"(?P<rr>{_RR})|(?P<shortest>{_SHORTEST})|(?P<first>{_FIRST})", piece, re.IGNORECASE)
        if told is None and way is None:
            continue
        if way is not None and told is None and patterns.search(r"\d", piece[: way.start()]):
            continue
        number = _number(mark, zero)
        if number is None:
            if way is not None and way["first"]:
                run_out.add(0)
            if way is not None and way["shortest"]:
                stay_out("the last level, unnumbered")
        else:
            if told is not None:
                slices[number] = int(told["slice"] or told["sliced"])
            if way is not None and way["shortest"]:
                shortest.add(number)
            if way is not None and way["first"] and told is None and number not in slices:
                run_out.add(number)
        for found in (told, way):
            if found is not None:
                spans.append((mark.start(), mark.end()))
                spans.append((mark.end() + found.start(), mark.end() + found.end()))
    reading.take_spans(spans)
    return slices, shortest, run_out


def _number(mark: re.Match[str], zero: bool) -> int | None:
    if mark["last"]:
        return None
    if mark["letter"]:
        return int(mark["letter"]) + (1 if zero else 0)
    return to_int(mark["ordinal"] or mark["number"])


def _formula(reading: Topic) -> Callable[[int], int] | None:
    """The slice of the i-th level as a formula."""
    match = reading.take(
        rf"第\s*i\s*(?:级|个)(?:就绪)?(?:反馈)?(?:队列)?(?:的)?时间片(?:的)?(?:大小|长度)?(?:Q\s?i|qi|Si)?(?:为|是|=|:)*\s*(?P<value>2\s*\^?\s*\(?\s*(?:i\s*-\s*1|i)\s*\)?|\d?i)\s*(?:{UNIT})?"
    )
    if match is None:
        return None
    value = patterns.sub(r"[\s()^]", "", match["value"])
    if value == "2i-1" and "^" not in match["value"]:
        stay_out("2i-1 or 2^(i-1)")
    if value == "2i-1":
        return lambda number: 2 ** (number - 1)
    if value == "2i" and "^" in match["value"]:
        return lambda number: 2**number
    factor = int(value.removesuffix("i") or 1)
    return lambda number: factor * number


def _preempted(reading: Topic) -> str | None:
    """Where one goes that is preempted; None: not said."""
    if reading.take_all(
        r"(?:各?(?:队列|级)(?:之?间)?)?(?:均|都)?(?:采用|使用|为)?(?:的)?(?:非抢占|不可抢占|非剥夺|不抢占)(?:式|方式)?(?:的)?(?:调度)?"
    ):
        return ""
    if reading.take_all(
        r"\(?(?:本题)?(?:假设|假定|设)[^。()]*高优先级队列[^。()]*运行完(?:该|这个|其|本)?时间片(?:之?后)?,?(?:再|才)把?(?:处理[机器]|CPU)切换给[^。()]*新进程。?\)?"
    ):
        return ""
    newcomer = r"(?:若|如果|当)?[^,;。\d]{0,24}(?:新进程|更高|较高|高优先级|高级)[^,;。\d]{0,24}(?:到达|进入|就绪|来)[^,;。\d]{0,8},?"
    takes = r"[^,;。\d]{0,16}(?:抢占|剥夺)[^,;。\d]{0,24}"
    to = r",?[^,;。\d]{0,16}(?:放回|回到|放到|返回|插入|进入|移到|排到|排在|退回)(?:原来?|本|该|其|所在|当前)?(?:级|的)*(?:就绪)?队列(?:的)?(?P<where>队?[首尾]|末尾|尾部|头部)"
    if match := reading.take(rf"(?:(?:{newcomer})?{takes}|被(?:抢占|剥夺)的进程){to}"):
        return "head" if "首" in match["where"] or "头" in match["where"] else "tail"
    return None


def _take_usual_rules(reading: Topic) -> None:
    """Take the clauses that say how feedback queues work everywhere.

    Raises:
        StayOut: one says that they work otherwise here.
    """
    reading.take_all(r"(?:此后|之后|期间|且|并且)*(?:再)?(?:无|没有|不再有)(?:其他|其它)?(?:的)?新?(?:的)?进程(?:到达|到来|进入|创建)?")
    words = any_of(tuple(_WAY.split()))
    spans = []
    start = 0
    for end in [*(mark.start() for mark in patterns.finditer(r"[,;。?!:\n()]", reading.rest)), len(reading.rest)]:
        clause = reading.rest[start:end]
        if patterns.search(r"队列|Q\s?\d|下一级|级别|降级|时间片|结束|完成", clause) and not _ASKS.search(clause):
            if patterns.search(_CHANGES, clause):
                stay_out(f"a rule: {clause}")
            if not words.sub("", patterns.sub(_NUMBERED, "", clause)).strip(" \ue000"):
                spans.append((start, end))
        start = end + 1
    reading.take_spans(spans)
