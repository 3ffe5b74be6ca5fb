"""What a scheduling problem asks: times of all, of each or of one job, orders, numbers of dispatches, and which algorithm is the best."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.os._topic import Topic
from engine.generators.reading import stay_out


def times_and_orders_asked(reading: Topic, names: list[str], inner: bool) -> tuple[list[str], list[str]]:
    """What is asked, in order; and the jobs whose own times are. `inner`: the first and the last switch are said not to count."""
    who = rf"(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True)) or '(?!)'})"
    reading.take_all(
        r"\(?(?:其中|注:?|提示:?)?(?:带权)?周转时间\s*(?:=|为|等于)\s*(?:完成|结束)(?:时间|时刻)\s*(?:-|减去?)\s*(?:到达|提交)(?:时间|时刻)\)?|\(?带权周转时间\s*(?:=|为|等于)\s*周转时间\s*(?:/|÷|除以)\s*(?:服务|运行|执行|实际运行)时间\)?|\(?等待时间\s*=\s*周转时间\s*-\s*(?:服务|运行|执行)时间\)?"
    )
    found = [*_best_asked(reading), *_times_asked(reading, who)]
    for match in reading.take_all(
        r"(?:需要?|要|会|共|总共|一共|发生|进行|则|的)*(?:(?P<switch>(?:上下文|进程|CPU)*切换)|(?:进程)?调度)(?:的)?(?:总)?(?:次数|共?(?:多少|几)次|(?:发生|进行)(?:了)?(?:多少|几)次)(?:是|为)?(?:多少|几)?次?|(?:需要?|要|会|共|总共|一共|发生|进行)+(?:多少|几)次(?:(?P<switched>(?:上下文|进程|CPU)*切换)|(?:进程)?调度)"
    ):
        if match["switch"] or match["switched"]:
            if not inner:
                stay_out("whether the first and the last count")
            found.append((match.start(), "switches", ""))
        else:
            found.append((match.start(), "dispatches", ""))
        reading.questions.append(match.span())
    singles = reading.ask(
        (
            (
                r"比\ue000+(?:的)?(?:平均)?(?=等待|周转|带权|\ue000)|(?:少|多|短|缩短|减少|相差|差|降低|节省)(?:了)?(?:多少|几)",
                "difference",
            ),
            (
                r"(?:(?:所有|全部|整个|这[批组]|整批)(?:的)?(?:进程|作业|任务)?(?:都|全部?|均)?|(?:这些|它们|进程|作业|任务)(?:都|全部|均|全))(?:运行|执行|处理|做|跑)?(?:完成|完毕|完|结束)(?:时)?(?:所)?(?:总共|一共|共|需要?|要|用|花费?|的)*(?:总)?(?:的)?(?:时间|时刻|多长时间|多久)(?:是|为)?(?:多少|几|什么时候)?|(?:总(?:的)?)(?:完成|执行|运行)时间",
                "makespan",
            ),
            (
                r"(?:最后|最晚)(?:一个)?(?:被)?(?:运行|执行)?(?:完成|结束|完|做完|跑完)的(?:进程|作业|任务)?(?:是|为)?(?:哪一?个|谁|几)?",
                "last",
            ),
            (
                r"(?:最先|最早|首先|第一个)(?:被)?(?:运行|执行)?(?:完成|结束|完|做完|跑完)的(?:进程|作业|任务)?(?:是|为)?(?:哪一?个|谁|几)?",
                "first",
            ),
            (r"(?:请)?(?:画|给)?出?(?:其|进程|相应的|对应的|调度|执行的?)*(?:的)?甘特图", "gantt"),
            (r"(?:进程|作业)?(?:完成|结束|执行完)(?:的)?(?:先后)?(?:次序|顺序|序列)", "order"),
            (
                r"(?:首先|最先|第一个|第一次|此时|被)*(?:选中|选择|调度|选取|投入)(?:投入)?(?:运行|执行)?的(?:第一个|首个)?(?:作业|进程)(?:各|分别)?(?:是|为)?(?:哪一?个|谁|几)?",
                "chosen",
            ),
            (
                r"(?:各|每个?)?(?:作业|进程)?(?:被)?(?:选中|调度|选择|投入运行)(?:运行|执行)?时(?:的)?响应比(?:各|分别)?(?:是|为)?(?:多少|几)?",
                "ratios",
            ),
            (r"(?:该|其)平均值", "turnaround"),  # `the order with the least average turnaround; that average?`
            (r"CPU(?:依次|先后)分配给(?:了)?(?:哪个|哪些|谁)(?:进程)?(?:\(按时间片列?\))?", "slices"),
            (
                r"(?:进程|作业|CPU|任务)?(?:的)?(?:执行|调度|运行|被调度|占用CPU|使用CPU)(?:的)?(?:先后)?(?:次序|顺序|序列|过程|情况)",
                "running-order",
            ),
        )
    )
    reading.refuse(r"什么时候|啥时候|何时|几点|什么时刻|哪个时刻|第几")
    places = {name: min(place for place, one in reading.asked_at if one == name) for name in singles}
    ordered = sorted([*found, *((place, name, "") for name, place in places.items())])
    tasks: list[tuple[str, str]] = list(dict.fromkeys((name, subject) for _, name, subject in ordered))
    asked = [name for name, _ in tasks]
    subjects = [subject for name, subject in tasks if name.startswith("its-")]
    if len(asked) > 1 and "gantt" in asked and patterns.search("画", reading.text):
        asked.remove("gantt")  # the drawing shows it
    return ["slices" if task == "gantt" else task for task in asked], subjects


def _best_asked(reading: Topic) -> list[tuple[int, str, str]]:
    """Every (place, task, nobody) where it is asked which of the algorithms is the best, and in what."""
    which = r"(?:上述|以上|这些?|[两三四五]种|几种|其中|请|试|问|则|比较|说明|指出|中|,)*(?:采用|使用)?哪一?[种个](?:调度)?(?:算法|策略|方法)(?:下)?(?:能够?|可以?|会|将)?"
    measure = (
        r"(?:(?P<weighted>平均(?:带权|加权)周转时间|(?:带权|加权)平均周转时间)|(?P<turnaround>平均周转时间)|(?P<waiting>平均等待时间))"
    )
    asked: list[tuple[int, str, str]] = []
    for match in reading.take_all(
        rf"{which}(?:使|让|具有|获得|得到)?(?:得)?(?:所有|各|这些)?(?:进程|作业)?(?:的)?(?:{measure}(?:为)?最[小短少](?:的)?|(?:调度)?(?:性能|效果)(?:上)?[最较更](?:好|优|佳))"
    ):
        name = next((key for key in ("weighted", "turnaround", "waiting") if match[key]), "turnaround")
        asked.append((match.start(), f"best-{name}", ""))
        reading.questions.append(match.span())
    return asked


def _times_asked(reading: Topic, who: str) -> list[tuple[int, str, str]]:
    """Every (place, task, job) where times are asked for: of the average, of each job, of one job, or in all; a time without that goes on
    with the one before it (`P2的周转时间和等待时间`)."""
    every = r"(?:各个?|每个?|各自|所有|全部|[两三四五六]个|\d个|它们)(?:进程|作业|任务)?(?:各自)?(?:的)?|(?<=求)(?:进程|作业)?(?:的)?(?=完成|结束)|(?:进程|作业)(?:的)?(?=(?:完成|结束|周转|等待|带权周转)(?:时间|时刻)(?:各|分别|依次))|(?<=\ue000)(?:进程|作业|任务)(?:各自)?(?:的)(?=完成|结束|周转|等待|带权)"
    one = rf"(?:进程|作业|任务)?(?P<who>(?<![A-Za-z\d]){who}(?![A-Za-z\d]))(?:进程|作业|任务)?(?:的|在|会|将|是|于)*"
    scope = rf"(?:(?P<average>平均)(?:的)?|(?P<every>{every})|{one}|(?P<total>总)(?:的)?(?!共))"
    measure = (
        r"(?P<weighted>(?:带权|加权)(?P<mean>平均)?周转(?:时间|系数)?)|(?P<turnaround>周转(?:时间)?)(?!时间)|(?P<waiting>等待(?:的)?时间|(?<=平均)等待|(?<=平均的)等待|(?<=\ue000)等待(?=少|多|短))"
        r"|(?P<finish>(?:运行|执行)?(?:完成|结束)(?:的)?(?:时间|时刻)|(?:都|分别|各|在)*(?:什么时候|啥时候|何时|几点|什么时刻)(?:能|才|会|可以)?(?:完成|结束|(?:做|跑|运行|执行|干)完))|(?P<start>(?:首次|第一次|开始)(?:得到|被)?(?:执行|运行|调度|响应)?(?:的)?(?:时间|时刻)|(?:什么时候|何时|几点)(?:才)?开始(?:执行|运行)?)"
    )
    joint = r"(?:\s|、|,|和|与|及|以及|还有|跟|其|\(|\)|各|分别|的|是多少|为多少|多少|为|是|\ue000)*"
    asked: list[tuple[int, str, str]] = []
    before: tuple[str, str, int] | None = None
    form = reading.take(
        r"(?:请|试|并|要求)*(?:完成|填写完?|填充?)(?:成|出|好)?(?:下面|以下|下列|下|上)?的?(?:\ue000{2,6}|(?:表|表格)(?:\s?\d{1,2}(?:[.-]\d{1,2})?)?)(?:中)?(?:的)?(?:(?:内容|空白处?|空格|各项|各列|数据|结果)+)?(?!示|所)"
    )
    spans: list[tuple[int, int]] = []
    for match in patterns.finditer(rf"(?:{scope})?(?:{measure})(?:的)?(?P<meant>平均(?:值|数)?)?", reading.rest, re.IGNORECASE):
        name = next(key for key in ("weighted", "turnaround", "waiting", "finish", "start") if match[key])
        subject = ""
        if match["average"] or match["mean"] or match["meant"]:
            kind = "average"
        elif match["who"]:
            kind, subject = "its", match["who"].upper()
        elif match["every"] is not None:
            kind = "each"
        elif match["total"]:
            kind = "total"
        elif (
            before is not None
            and patterns.fullmatch(joint, reading.rest[before[2] : match.start()])
            and "多少," not in reading.rest[before[2] : match.start()]
        ):
            kind, subject = before[:2]
            # `Of each the waiting time, the mean waiting time, the turnaround time, the mean ...`: of each again.
            if kind == "average" and len(asked) > 1 and asked[-2][1] == f"each-{asked[-1][1]}":
                kind = "each"
        elif form is not None and match.start() > form.start():
            kind = "each"  # a column to be filled in
        else:
            continue
        before = (kind, subject, match.end())
        task = name if kind == "average" else f"{kind}-{name}"
        asked.append((match.start(), task, subject))
        spans.append(match.span())
    for place, task, _ in asked:
        reading.questions.append((place, place + 1))
        reading.asked_at.append((place, task))
    reading.questions += spans
    reading.take_spans(spans)
    return asked
