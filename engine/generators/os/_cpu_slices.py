"""Time slices by themselves: what switching costs, how long a round lasts, and feedback queues of several levels."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.os._clauses import TIME, to_nanoseconds
from engine.generators.os._topic import Topic
from engine.generators.quantities import decimal, percent, relation
from engine.generators.reading import INTEGER, stay_out, to_int

_WORDS = (
    "CPU 进程 系统 RR 调度 轮转 时间片轮转 时间片 切换 一次 要 花 开销 每次 总是 用满 用完 一直 运行 密集 密集型 分时系统 中 有 用户 个 每个 保存现场 上下文 上下文切换 进程切换 处理机 采用 算法 有效 各 都 三个 就绪 时间 的 用于 不计 其他 恰好 "
    "多级反馈队列 多级反馈 队列 三级 两级 二级 级 依次 分别 到达 先后 时刻 执行时间 执行 需要 无新进程到达 新进程 到来 之后 进入 下一级 队尾 末级 最后 按 时 上述 求 两个 完成 保存 占 约 假设 设 以及 "
)


def feedback(jobs: Sequence[tuple[str, int, int]], quanta: Sequence[int]) -> tuple[dict[str, int], list[tuple[str, int, int]]]:
    """When each job (name, arrival, burst) is done in feedback queues, and the pieces; no preemption within a slice, the last level is a
    round robin. A new job enters the first level before one whose slice ends then goes down.
    """
    queues = [deque[str]() for _ in quanta]
    left = {name: burst for name, _, burst in jobs}
    coming = sorted(jobs, key=lambda job: job[1])
    now, done, pieces = 0, {}, []
    while coming or any(queues):
        while coming and coming[0][1] <= now:
            queues[0].append(coming.pop(0)[0])
        level = next((number for number, queue in enumerate(queues) if queue), None)
        if level is None:
            now = coming[0][1]
            continue
        name = queues[level].popleft()
        end = now + min(quanta[level], left[name])
        left[name] -= end - now
        pieces.append((name, now, end))
        now = end
        while coming and coming[0][1] <= now:
            queues[0].append(coming.pop(0)[0])
        if left[name]:
            queues[min(level + 1, len(quanta) - 1)].append(name)
        else:
            done[name] = now
    return done, pieces


def solve_slices(parameters: Parameters) -> Solution:
    """Whichever of them it is."""
    if parameters["slices"] == "levels":
        jobs = [(name, int(arrival), int(burst)) for name, arrival, burst in parameters["jobs"]]
        done, pieces = feedback(jobs, [int(quantum) for quantum in parameters["quanta"]])
        said = {
            "finish": "完成时刻 " + "，".join(f"{name} {done[name]}" for name, _, _ in jobs),
            "turnaround": f"平均周转时间 {decimal(Fraction(sum(done[name] - arrival for name, arrival, _ in jobs), len(jobs)))}",
            "slices": "运行次序 " + "，".join(f"{name} {start}～{end}" for name, start, end in pieces),
        }
        return Solution(
            answer="；".join(said[task] for task in parameters["asked"]),
            steps="运行次序：" + "，".join(f"{start}～{end} {name}" for name, start, end in pieces) + "。",
            conventions=("时间片用完降一级，最后一级按时间片轮转",),
        )
    if parameters["slices"] == "quantum":
        whole, each = Fraction(parameters["round_ns"]) / 1_000_000, Fraction(parameters["switch_ns"]) / 1_000_000
        value = whole / int(parameters["users"]) - each
        less = f" − {decimal(each, 4)}" if each else ""
        return Solution(
            answer=f"{decimal(value, 4)} ms",
            also=(f"{decimal(value / 1000, 4)} s",),
            steps=f"一轮中每个进程一个时间片：{decimal(whole, 4)}/{parameters['users']}{less} {relation(value, 4)} {decimal(value, 4)} ms。",
            conventions=("每个进程都在就绪队列中，时间片都用满",),
        )
    quantum = Fraction(parameters["quantum_ns"]) / 1_000_000
    switch = Fraction(parameters.get("switch_ns", 0)) / 1_000_000
    users = int(parameters.get("users", 0))
    answers, steps = [], []
    also: tuple[str, ...] = ()
    for task in parameters["asked"]:
        if task in ("used", "overhead"):
            share = (quantum if task == "used" else switch) / (quantum + switch)
            answers.append(f"{decimal(share * 100)}%")
            also = (percent(share), decimal(share, 4))
            steps.append(
                f"{decimal(quantum if task == 'used' else switch, 4)}/({decimal(quantum, 4)} + {decimal(switch, 4)}) = {answers[-1]}"
            )
        else:
            total = users * (quantum + switch)
            answers.append(f"{decimal(total, 4)} ms")
            also = (f"{decimal(total / 1000, 4)} s",)
            steps.append(f"{users} × ({decimal(quantum, 4)} + {decimal(switch, 4)}) = {answers[-1]}")
    return Solution(
        answer="；".join(answers),
        also=also if len(answers) == 1 else (),
        steps=paragraphs(*steps),
        conventions=("每个时间片都用满，之后切换一次",),
    )


def recognise_switching(text: str) -> Recognition | None:
    """What switching costs beside the slices, or how long a round lasts; None: another problem."""
    reading = Topic(text)
    switch = reading.take_one(
        rf"(?:CPU|进程|上下文|每次|一次|调度)*(?:的)?切换(?:\([^)]{{0,12}}\))?(?:一次)?(?:的)?(?:时间|开销)?(?:要|花费?|为|是|需要?|用|=|:)*\s*(?P<value>{TIME})",
        to_nanoseconds,
    )
    quantum = reading.take_one(rf"时间片(?:的)?(?:大小|长度|长)?\s*q?(?:为|是|取|=|:)*\s*(?P<value>{TIME})", to_nanoseconds)
    users = reading.take_one(rf"(?:有)?(?P<value>{INTEGER})\s*个(?:CPU密集型?的?|终端|联机)?(?:用户|进程|终端)", to_int)
    round_time = reading.take_one(
        rf"(?:希望|要求|保证|规定|允许|要使|使|系统|用户|最大|最长|每个|对|的)*(?:响应时间|一轮(?:时间)?|轮转一周(?:的)?时间)(?:最大|最长|希望|要求|要)*(?:不超过|不能超过|不得超过|不大于|小于等于|控制在|为|是|在|≤|<=|等于|=)*\s*(?P<value>{TIME})(?:以内|之内|内)?",
        to_nanoseconds,
    )
    free = reading.take_all(r"(?:不计|忽略|不考虑)(?:进程)?切换(?:的)?(?:开销|时间)?|切换(?:的)?(?:开销|时间)?(?:不计|忽略(?:不计)?)")
    asked = reading.ask(
        (
            (
                r"(?:CPU)?(?:的)?(?:时间)?(?:中)?(?:用于|用在|花在)(?:进程)?切换(?:上)?(?:的)?(?:时间)?(?:所)?(?:占)?(?:的)?(?:比例|百分比|比重|开销)(?:是|为)?(?:多少|几)?",
                "overhead",
            ),
            (
                r"(?:CPU)?(?:用于)?(?:的)?切换(?:的)?(?:开销|时间)?(?:所)?占(?:比|用)?(?:CPU(?:时间)?)?(?:的)?(?:比例|百分比|比|百分之几|多少)?(?:是|为)?(?:多少|几)?|(?:切换)?开销占比",
                "overhead",
            ),
            (
                r"时间片(?:的)?(?:长度|大小|长)?(?:最大|最长|最多|至多|应该?|应当|需要?|可以?|能|要|约|大约)*(?:取|设置?|选|定)*(?:为|是|成)*(?:多少|几|多大|多长)(?:\s*(?:ms|毫秒))?|(?:最大|合适)的?时间片(?:的)?(?:长度|大小)?(?:应)?(?:是|为)?(?:多少|几)?",
                "quantum",
            ),
            (r"CPU(?:的)?(?:有效)?利用率(?:是|为)?(?:多少|几)?", "used"),
            (
                r"(?:每个)?(?:用户|进程)?(?:得到)?(?:的)?(?:最长|最大)?(?:的)?响应(?:的)?(?:最长)?(?:时间)?(?:间隔)?(?:\(响应时间\))?(?:约)?(?:是|为)?(?:多少|几)?|一轮(?:下来)?(?:要|需要?|用)?(?:多长|多少)(?:时间)?",
                "round",
            ),
        )
    )
    reading.refuse("到达|优先|运行时间|服务时间|I/?O")
    reading.finish(_WORDS)
    if "quantum" in asked:
        if asked != ["quantum"] or round_time is None or users is None or quantum is not None or (switch is not None and free):
            return None
        if round_time / users <= (switch or 0):
            return None
        return Recognition(
            parameters={"slices": "quantum", "round_ns": str(round_time), "users": users, "switch_ns": str(switch or 0)},
            understood=(("一轮", f"{decimal(round_time / 1_000_000, 4)} ms"), ("进程", f"{users} 个")),
        )
    if quantum is None or not asked or round_time is not None or ((switch is None) == (not free)):
        return None
    if ("round" in asked and users is None) or (switch is None and asked != ["round"]):
        return None
    parameters: dict[str, object] = {"slices": "switching", "quantum_ns": str(quantum), "asked": asked}
    understood = [("时间片", f"{decimal(quantum / 1_000_000, 4)} ms")]
    if switch is not None:
        parameters["switch_ns"] = str(switch)
        understood.append(("切换", f"{decimal(switch / 1_000_000, 4)} ms"))
    if users is not None:
        parameters["users"] = users
        understood.append(("进程", f"{users} 个"))
    return Recognition(parameters=parameters, understood=tuple(understood))


_ENDLESS = 100_000  # the slice of a last level that is first come, first served


def _levels_in_one_list(reading: Topic) -> None:
    """`第一级时间片为2，第二级为4，第三级为8` written as `时间片依次为2、4、8`; a last level of FCFS has a slice that nobody uses up."""
    level = r"第(?P<level>[一二三四1-4])级?(?:就绪)?(?:队列)?(?:的)?(?:采用|使用|用)?(?:时间片)?(?:大小)?(?:为|是|:|=|取|按|\s)*(?:(?P<value>\d+)\s*(?:ms|毫秒|个?时间单位)?|(?P<fcfs>FCFS|先来先服务)(?:算法|调度)?)"
    found = list(patterns.finditer(level, reading.rest, re.IGNORECASE))
    numbers = [to_int(match["level"]) for match in found]
    if len(found) < 2 or numbers != list(range(1, len(found) + 1)) or any(match["fcfs"] for match in found[:-1]):
        return
    if any(patterns.search(r"[^\s,;、]", reading.rest[one.end() : other.start()]) for one, other in pairwise(found)):
        return
    quanta = "、".join(match["value"] or str(_ENDLESS) for match in found)
    reading.rest = f"{reading.rest[: found[0].start()]}时间片依次为{quanta}{reading.rest[found[-1].end() :]}"


def recognise_levels(text: str) -> Recognition | None:
    """Feedback queues and processes that are all there at first; None: another problem."""
    reading = Topic(text)
    if not reading.take(r"多级反馈(?:队列|轮转)?(?:调度)?(?:算法)?"):
        return None
    _levels_in_one_list(reading)
    levels = reading.take_one(rf"(?P<value>{INTEGER})级(?:队列)?", to_int)
    quanta = reading.take(
        r"(?:各级)?(?:队列)?(?:的)?时间片(?:依次|分别|各|大小)*(?:为|是|:)*\s*(?P<value>\d+(?:\s*(?:、|,|和)\s*\d+)+)(?:\s*ms)?"
    )
    reading.rest = patterns.sub(
        r"(?<![A-Za-z\d])([A-Z])(\d?)\s*(?:~|-|到|至)\s*([A-Z])(\d?)(?![A-Za-z\d])",
        lambda run: (
            "、".join(f"{run[1]}{number}" for number in range(int(run[2]), int(run[4]) + 1))
            if run[2] and run[4]
            else "、".join(chr(code) for code in range(ord(run[1]), ord(run[3]) + 1))
        ),
        reading.rest,
    )
    names = reading.take(r"(?<![A-Za-z])(?P<value>(?:[A-Z]\d?\s*[、,和]\s*)+[A-Z]\d?)(?=在|同时|均|都|于|先后|依次|几乎|,)")
    if names:
        count = len(patterns.findall(r"[A-Z]\d?", names["value"].upper()))
        reading.take_all(
            rf"(?:有|共)?(?:{count}|{'零一二三四五六七八九'[count] if count < 10 else count}|{'两' if count == 2 else '(?!)'})个(?=进程|作业|\ue000)"
        )
    together = reading.take(r"(?:在|于|均|都)*(?:0时刻|时刻0|t=0|同时)(?:先后|依次|同时|按序)*(?:到达|就绪|进入)")
    bursts = reading.take(
        r"(?:执行|运行|服务|需要|要|CPU)+(?:的)?(?:时间)?(?:依次|分别|各)*(?:为|是|:)*\s*(?P<value>\d+(?:\s*(?:、|,|和)\s*\d+)+)"
    )
    reading.take_all(
        r"(?:此后|之后|且)?(?:无|没有|不再有)(?:其他)?新(?:的)?进程(?:到达|到来)?|时间片用完(?:则|就|后)?(?:降|进入|转入|移)(?:到|入)?下一级(?:队列)?(?:的)?(?:末尾|队尾)?"
    )
    asked = reading.ask(
        (
            (r"(?:各|每个|两个|三个|四个)*(?:进程)?(?:的)?(?:完成|结束)(?:时间|时刻)(?:各|分别)?(?:是|为)?(?:多少|几)?", "finish"),
            (r"平均周转(?:时间)?", "turnaround"),
            (r"(?:进程|CPU)?(?:的)?(?:执行|运行|调度)(?:次序|顺序|序列|过程)|甘特图", "slices"),
        )
    )
    reading.refuse("抢占|剥夺")
    reading.finish(_WORDS)
    if not (quanta and names and together and bursts and asked):
        return None
    listed_names = patterns.findall(r"[A-Z]\d?", names["value"].upper())
    listed_bursts = [int(number) for number in patterns.findall(r"\d+", bursts["value"])]
    listed_quanta = [int(number) for number in patterns.findall(r"\d+", quanta["value"])]
    if len(listed_names) != len(listed_bursts) or levels not in (None, len(listed_quanta)) or len(set(listed_names)) != len(listed_names):
        stay_out("lists that do not pair")
    return Recognition(
        parameters={
            "slices": "levels",
            "quanta": listed_quanta,
            "jobs": [[name, 0, burst] for name, burst in zip(listed_names, listed_bursts, strict=True)],
            "asked": asked,
        },
        understood=(
            ("时间片", listed((number if number < _ENDLESS else "FCFS" for number in listed_quanta), "、")),
            ("进程", "；".join(f"{name} {burst}" for name, burst in zip(listed_names, listed_bursts, strict=True))),
        ),
    )
