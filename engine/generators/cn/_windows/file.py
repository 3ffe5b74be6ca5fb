"""A file sent frame by frame, each acknowledged before the next: how long it takes, and the rate of the data alone."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.cn import _units as units
from engine.generators.cn._told.told import Told
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_ACK = r"(?:确认|应答|响应|ACK)(?:帧|分组)?"
_WAITS = rf"(?:发送方|发送端|主机|结点|节点|站点?|[AB甲乙]|\ue000|\s)*(?:只有|必须|要|须)?(?:在)?(?:收到|接到|等到)(?:了)?(?:对方|接收方|主机|结点|站点?|[AB甲乙]|\ue000|的|\s)*{_ACK}(?:之?后|以后|,)*(?:方可|方能|才能?|才可以?|再|可以?|就|继续)*(?:发送?|传)(?:下一个|下一|后续的?)(?:数据)?帧"
_ASKED = (
    (r"(?:实际|平均)?有效(?:的)?(?:数据)?(?:传输|传送|发送)?(?:的)?(?:速率|数据率|率)", "effective"),
    (r"(?:总共|一共|共|完成)?(?:传送|传输|发送|传完|发完)(?:完)?(?:该|这个?|整个|全部|完)*(?:文件|数据)?(?:总共|一共|共)?(?:所)?(?:需要?|花费?|要|用)*(?:的)?(?:总)?(?:时间|多长时间|多少时间|多久)(?:为|是)?", "time"),
)  # fmt: skip
_HARMLESS = "结点 节点 站 站点 主机 A B 甲 乙 向 对方 文件 数据帧 帧 长度 长 其中 首部 应答帧 确认帧 数据 传送 传输 发送 速率 传播 链路 线路 局域网 网络 总线 采用 协议 停等协议 停止等待协议 CSMA/CD 相距 距离 若 在 后 假设"


def recognise_file(problem: Told) -> Recognition | None:
    """File, frame, header, acknowledgement, rate and distance; None where the text is no such problem."""
    if not problem.has(_WAITS) or not problem.has("文件") or not problem.has("首部|头部|帧头|开销"):
        return None
    problem.take_all(_WAITS)
    problem.refuse(r"误码|差错率|重传|窗口|概率|冲突|碰撞")
    problem.drop_names()
    problem.take_ignored()
    size = r"(?:的)?(?:长度?|大小)?"
    problem.tell((
        Role(name="speed", quantity=units.SPEED, read=units.metres_per_second, before=r"传播(?:速率|速度)", alone=True),
        Role(name="rate", quantity=units.RATE, read=units.bits_per_second, before=r"(?:数据|传输|发送)*(?:速率|率)|带宽", alone=True),
        Role(name="distance", quantity=units.DISTANCE, read=units.metres, before="相距|距离|相隔|长度?", alone=True),
        Role(name="propagation", quantity=units.TIME, read=units.seconds, before="传播(?:延迟|时间)"),
        Role(name="header", quantity=units.LENGTH, read=units.bits, before=rf"(?:其中的?)?(?:帧)?(?:首部|头部|帧头|开销){size}"),
        Role(name="answer", quantity=units.LENGTH, read=units.bits, before=rf"{_ACK}{size}"),
        Role(name="file", quantity=units.LENGTH, read=units.bits, before=rf"文件{size}", after=r"(?:长|大小)?的?(?:一个)?文件"),
        Role(name="frame", quantity=units.LENGTH, read=units.bits, before=rf"(?:每个?)?(?:数据)?帧{size}", after="长?的?(?:数据)?帧"),
    ))  # fmt: skip
    asked = problem.ask(_ASKED)
    problem.take_all(r"停止?-?等待?(?:协议|方式)?|CSMA/?CD(?:协议|方式)?")
    problem.done(_HARMLESS)
    known = {fact.name: fact.value for fact in problem.told}
    if len({(fact.name, fact.value) for fact in problem.told}) != len(known) or not asked:
        return None
    if "propagation" not in known:
        if not {"distance", "speed"} <= set(known):
            return None
        known["propagation"] = known.pop("distance") / known.pop("speed")
    if (
        set(known) != {"rate", "file", "frame", "header", "answer", "propagation"}
        or known["header"] >= known["frame"]
        or known["rate"] <= 0
    ):
        return None
    return Recognition(
        parameters={"task": "file", "known": {name: str(value) for name, value in known.items()}, "asked": list(dict.fromkeys(asked))},
        understood=(
            ("文件", units.show_length(known["file"])),
            ("帧", f"{decimal(known['frame'])} bit，其中首部 {decimal(known['header'])} bit"),
            ("应答帧", f"{decimal(known['answer'])} bit"),
            ("速率", units.show_rate(known["rate"])),
            ("传播时延", units.show_time(known["propagation"])),
        ),
    )


def solve_file(parameters: Parameters) -> Solution:
    """So many frames, each with its acknowledgement and two ways."""
    known = {name: Fraction(value) for name, value in parameters["known"].items()}
    each = known["frame"] - known["header"]
    frames = known["file"] / each
    if frames.denominator != 1:
        stay_out("no whole number of frames")
    cycle = (known["frame"] + known["answer"]) / known["rate"] + 2 * known["propagation"]
    whole = frames * cycle
    effective = known["file"] / whole
    power, unit = (6, "Mbps") if effective >= 10**5 else (3, "kbps")
    said = {"time": f"{decimal(whole, 4)} s", "effective": f"{decimal(effective / 10**power, 4)} {unit}"}
    labels = {"time": "时间", "effective": "有效速率"}
    asked = parameters["asked"]
    answer = "，".join(f"{labels[name]} {said[name]}" if len(asked) > 1 else said[name] for name in asked)
    return Solution(
        answer=answer,
        also=(
            "，".join(said[name].split()[0] for name in asked),
            *((f"{decimal(effective)} bps", f"{decimal(effective / 10**6, 3)} Mbps") if asked == ["effective"] else ()),
        ),
        steps=paragraphs(
            f"每帧带数据 {decimal(known['frame'])} − {decimal(known['header'])} = {decimal(each)} bit，共要 {decimal(frames)} 帧。",
            f"一帧和它的应答的发送时间为 ({decimal(known['frame'])} + {decimal(known['answer'])}) bit ÷ {units.show_rate(known['rate'])}，加上往返传播，一个周期约 {units.show_time(cycle, 6)}。",
            f"总时间为 {decimal(frames)} 个周期，约 {said['time']}；有效速率为 {decimal(known['file'])} bit 除以它，约 {said['effective']}。",
            f"所以答案是 {answer}。",
        ),
        conventions=("发送方收到应答后才发下一帧", "不计处理时间，没有差错"),
    )


def asks_for_a_file(text: str) -> bool:
    """Whether a text may be such a problem: a cheap look."""
    return "文件" in text and patterns.search(_ACK, text) is not None
