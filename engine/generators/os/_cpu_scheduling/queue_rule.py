"""Who enters the ready queue first when somebody arrives just as a slice ends: the newcomer or the one whose slice ends, as a text says it."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.os._topic import Topic
from engine.generators.reading import stay_out

_NEW = (
    r"(?:新(?:到达?|来|进|到来|就绪)?的?(?:进程|作业|任务|者)?|(?:刚|刚刚)?到达的?(?:新)?(?:进程|作业|者)|后到的?(?:进程|作业|者)?|到达者)"
)
_OLD = (
    r"(?:(?:因|由于)?(?:刚刚?|恰好|正好)?(?:被)?(?:用完|耗尽|用尽)(?:了)?(?:其|自己的)?时间片(?:而)?(?:被)?(?:换下|剥夺|抢占)?的?(?:进程|作业|者)?|(?:因|由于)?(?:刚刚?|恰好|正好)?时间片(?:刚刚?|恰好)?(?:用完|耗尽|用尽|到期?|结束)(?:而)?(?:被)?(?:换下|剥夺|抢占)?(?:的进程|的作业|的|者)"
    r"|(?:刚刚?|正)?被(?:剥夺|抢占|换下|中断|抢下)(?:CPU|处理机)?(?:来)?(?:的)?(?:进程|作业|者)?|(?:原来?|旧|老|当前|正在运行|正在执行|刚运行完?|时间片到)的?(?:进程|作业|者)|原来?的)"
)
_FILL = r"(?:应|要|须|会|就|则|均|都|总是?|直接|可|被|再|那个|那一?个|\s)*"
_QUEUE = r"(?:进入|排入|加入|插入|进|入|排|排队|入队|进队|放入)(?:到|在)?(?:就绪)?(?:队列|队)?(?:的)?(?:末尾|队尾|尾部|尾)?"

_SOONER = (
    r"{a}{fill}(?:先于|早于|优先于|优先|先{queue}|先(?=[,;。)]|$))",
    r"{a}{fill}(?:排|放|插|加|站)?(?:入|到|在)+{b}(?:之?前|前面|前边)",
    r"{a}{fill}(?:排|放|站)(?:在)?(?:最)?前(?:面|头|边)?(?=[,;。)]|$)",
    r"{b}{fill}(?:排|放|站)(?:在)?(?:最)?后(?:面|头|边)?(?=[,;。)]|$)",
    r"{b}{fill}(?:排|放|插|加|站|跟)?(?:入|到|在)+{a}(?:之?后|后面|后边)",
    r"{a}{fill}(?:比|较){b}(?:更|要)?(?:先|早|优先)",
    r"{b}{fill}(?:比|较){a}(?:更|要)?(?:后|晚|迟)",
    r"{a}{fill}{queue},?(?:而)?{b}{fill}(?:再|后|然后|才|随后)",
    r"先(?:让|把|将|处理|考虑|排|放|插|加)?(?:入)?{a}[^,。]{{0,10}},?(?:再|然后|后)[^,。]{{0,8}}{b}",
)


def arrivals_first(reading: Topic) -> bool | None:
    """Whether who arrives stands before whose slice ends; None: not said. What says it is taken.

    Raises:
        StayOut: both are said.
    """
    said: set[bool] = set()
    spans: list[tuple[int, int]] = []
    for newcomer_first, one, other in ((True, _NEW, _OLD), (False, _OLD, _NEW)):
        for form in _SOONER:
            pattern = form.replace("{{", "{").replace("}}", "}")
            pattern = pattern.replace("{a}", one).replace("{b}", other).replace("{fill}", _FILL).replace("{queue}", _QUEUE)
            for match in patterns.finditer(rf"(?<![比较])(?:{pattern})", reading.rest):
                start, end = _whole(reading.rest, *match.span())
                if patterns.search("时间片|剥夺|抢占|换下|队|原|新", reading.rest[start:end]):
                    said.add(newcomer_first)
                    spans.append((start, end))
    if len(said) > 1:
        stay_out("two rules for the queue")
    reading.take_spans(spans)
    return said.pop() if said else None


_END = re.compile(r"[。;?!()\n,\ue000]")
_LEADS = re.compile(
    r"^(?:[^\d]{0,4}(?:若|如果|当|假设|规定|约定|注|且|并|同一时刻|同时|其中|时间片)[^\d]*|[^\d]*(?:同时|恰好?|正好|同一时刻)[^\d]*)$"
)


def _whole(rest: str, start: int, end: int) -> tuple[int, int]:
    """The clause around a match, and the clause before it that says when."""
    before = [mark.end() for mark in _END.finditer(rest, 0, start)]
    start = before[-1] if before else 0
    while start and rest[start - 1] == ",":
        earlier = [mark.end() for mark in _END.finditer(rest, 0, start - 1)]
        place = earlier[-1] if earlier else 0
        if not _LEADS.match(rest[place : start - 1]) or not patterns.search("时间片|到达|新", rest[place : start - 1]):
            break
        start = place
    after = _END.search(rest, end)
    stop = after.start() if after else len(rest)
    if patterns.search(r"\d", rest[end:stop]):
        stop = end
    if (
        stop < len(rest)
        and rest[stop] == ","
        and (more := patterns.match(r",(?:而|再|然后|后|随后)[^,;。?!\d\ue000]{0,24}(?=[,;。()]|$)", rest[stop:]))
    ):
        stop += more.end()
    return start, stop
