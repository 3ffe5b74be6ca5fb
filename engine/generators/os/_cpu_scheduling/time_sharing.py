"""Time sharing by turns among so many users: the slice, the time to respond, and how many users there may be."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.os._clauses import TIME, to_nanoseconds
from engine.generators.os._topic import Topic
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, to_int

_WORDS = (
    "分时 系统 分时系统 操作系统 计算机 计算机系统 采用 使用 简单 时间片 轮转 轮转法 轮转调度 调度 算法 法 分配 处理器 处理机 CPU 用户 终端 终端用户 进程 每个 每 一个 个 若 如果 规定 设 假设 某 带有 有 连接 同时 工作 则 为 是 的 对 命令 请求 处理 完成 保证 响应 时间 系统对 最大 最长 最多 上机 联机 某 为 保证 此时 要求 应 "
    "当 时 均 都 就绪 并发 简单时间片轮转法 需要 需 花费 各 不计 忽略 切换 开销 能 可 允许 支持 T n q 要 使 数 数目 中 以内 内 大小 长度 一次 依次 轮流"
)
_IS = r"(?:均|都|各|约|为|是|取|=|:|不超过|不能超过|不得超过|不大于|小于|少于|需要?|要|花费?|定为|设为|规定为|在|\s)*"


def _in_ms(text: str) -> Fraction:
    return to_nanoseconds(text) / 1_000_000


def recognise_time_sharing(text: str) -> Recognition | None:
    """Such a problem as understood; None: another one."""
    if not patterns.search("响应", text) or patterns.search(r"响应比|服务次序|到达时间|优先|缓冲|反馈", text):
        return None
    reading = Topic(text)
    users = reading.take_one(
        (
            rf"(?<![\d.第])(?P<value>{INTEGER})\s*个(?:终端|并发|就绪|同时|在线|联机|的)*(?:用户|终端|进程)",
            r"(?:用户|终端|进程)(?:的)?(?:总)?(?:数目|数量|数|个数)(?:为|是|=)\s*(?P<value>\d+)",
            r"(?:就绪)?队列(?:的)?(?:平均)?长(?:度)?(?:\s?n)?(?:为|是|=)*\s*(?P<value>\d+)",
        ),
        to_int,
    )
    slice_ = reading.take_one(rf"时间片(?:的)?(?:长度|大小)?{_IS}(?P<value>{TIME})", _in_ms)
    switch = reading.take_one(
        rf"(?:进程|上下文|每次)*(?:的)?(?:切换|调度)(?:的)?(?:系统)?(?:开销|时间|一次)*{_IS}(?P<value>{TIME})", _in_ms
    )
    command = reading.take_one(
        rf"(?:对)?(?:每个?)?(?:用户|终端)?(?:的)?(?:每个?|一个?)?(?:命令|请求|交互)(?:的)?(?:处理)?(?:时间)?(?:平均|都|均|需|要|花费?|占用?|用|为|是|\s)*(?P<value>{TIME})(?:的)?(?:CPU)?(?:时间)?(?:来|才能|完成)*(?:处理)?",
        _in_ms,
    )
    response = reading.take_one(
        (
            rf"(?:最大|最长|平均)?响应(?:时间)?{_IS}(?P<value>{TIME})(?:以内|之内|内)?",
            rf"(?:在)?(?P<value>{TIME})(?:以内|之内|内)(?:得到)?响应",
            rf"(?P<value>{TIME})的(?:最大|最长)?响应(?:时间)?",
        ),
        _in_ms,
    )
    reading.take_all(
        r"\(?(?:不计|忽略|不考虑)(?:进程)?(?:切换|调度|其他)?(?:的)?(?:时间|开销)\)?|\((?:不计|忽略|不考虑)(?:进程)?(?:切换|调度)\)|处理(?=[,，])"
    )
    asked = reading.ask(
        (
            (
                r"(?:此时的?|则)?时间片(?:的)?(?:长度|大小)?(?:最大|最长|最多)?(?:应当?|应该|可|取|不超过|不能超过|最大|最多)*(?:是|为|取)?(?:多少|几)?(?=[,;。?(]|$)",
                "slice",
            ),
            (
                r"(?:终端|系统|用户|每个|对|的)*(?:最长|最大)?(?:的)?响应(?:的)?时间\s*T?(?:最长|最大|最多|至多)?(?:约)?(?:\s|是|为|=)*(?:多少|几)?(?=[,;。?]|$)",
                "response",
            ),
            (
                r"(?:最多|至多)(?:能|可以?|允许|支持|连接|接|同时|有|带)*(?:多少|几)个?(?:终端|用户|进程)(?:用户)?|(?:用户|终端)(?:的)?(?:数|数目|个数)(?:最多|至多)(?:是|为)?(?:多少|几)?",
                "users",
            ),
        )
    )
    reading.finish_knowing(_WORDS)
    if len(asked) != 1:
        return None
    known = {"users": users, "slice": slice_, "response": response}
    if known[asked[0]] is not None or any(value is None for name, value in known.items() if name != asked[0]):
        return None
    if command is not None and asked == ["slice"]:
        return None
    told = [("用户数", str(users))] if users else []
    told += [
        (name, f"{decimal(value)} ms")
        for name, value in (("时间片", slice_), ("响应时间", response), ("每个命令", command), ("切换", switch))
        if value is not None
    ]
    return Recognition(
        parameters={
            "sharing": asked[0], "users": users or 0, "slice": str(slice_ or 0), "response": str(response or 0),
            "command": str(command or 0), "switch": str(switch or 0),
        },
        understood=tuple(told),
    )  # fmt: skip


def solve_time_sharing(parameters: Parameters) -> Solution:
    """A round gives every user one slice; a command takes as many rounds as it needs slices."""
    users, slice_, response, command, switch = (Fraction(parameters[name]) for name in ("users", "slice", "response", "command", "switch"))
    each = "时间片" if not switch else "（时间片 + 切换时间）"
    if parameters["sharing"] == "slice":
        value = response / users - switch
        steps = [
            f"一轮中每个用户得到一个时间片：响应时间 = 用户数 × {each}。",
            f"时间片最大为 {decimal(response)}/{decimal(users)}"
            + (f" − {decimal(switch)}" if switch else "")
            + f" = {decimal(value)} ms。",
        ]
        return Solution(answer=f"{decimal(value)} ms", also=_units(value), steps=paragraphs(*steps))
    rounds = -(-command // slice_) if command else 1
    one = rounds * (slice_ + switch)
    steps = [f"一轮中每个用户得到一个时间片，一轮要用户数 × {each}。"]
    if command:
        steps.append(f"每个命令要 ⌈{decimal(command)}/{decimal(slice_)}⌉ = {rounds} 个时间片，即 {rounds} 轮。")
    if parameters["sharing"] == "response":
        value = users * one
        steps.append(f"响应时间最长为 {decimal(users)} × {decimal(one)} = {decimal(value)} ms。")
        return Solution(answer=f"{decimal(value)} ms", also=_units(value), steps=paragraphs(*steps))
    count = response // one
    steps.append(f"用户数最多为 ⌊{decimal(response)}/{decimal(one)}⌋ = {count}。")
    return Solution(answer=f"{count} 个", also=(str(count),), steps=paragraphs(*steps))


def _units(value: Fraction) -> tuple[str, ...]:
    """Milliseconds in the other words that options have."""
    return (
        f"{decimal(value)} 毫秒",
        f"{decimal(value / 1000, 4)} s",
        f"{decimal(value / 1000, 4)} 秒",
        f"{decimal(value / 1000, 4)}秒",
        f"{decimal(value)}毫秒",
    )
