"""Time slices by themselves: what switching costs, and how long a round lasts."""

from __future__ import annotations

from fractions import Fraction

from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.os._clauses import TIME, to_nanoseconds
from engine.generators.os._topic import Topic
from engine.generators.quantities import decimal, percent, relation
from engine.generators.reading import INTEGER, to_int

_WORDS = (
    "CPU 进程 系统 RR 调度 轮转 时间片轮转 时间片 切换 一次 要 花 开销 每次 总是 用满 用完 一直 运行 密集 密集型 分时系统 中 有 用户 个 每个 保存现场 上下文 上下文切换 进程切换 处理机 采用 算法 有效 各 都 三个 就绪 时间 的 用于 不计 其他 恰好 "
    "时刻 执行 需要 之后 按 时 上述 求 两个 完成 保存 占 约 假设 设 以及 "
)


def solve_slices(parameters: Parameters) -> Solution:
    """Whichever of them it is."""
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
    reading.finish_knowing(_WORDS)
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
