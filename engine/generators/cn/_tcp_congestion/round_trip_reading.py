"""Estimates of the round-trip time: each sample moves the estimate by a share α of the difference (RFC 6298), or keeps a share α of it (RFC 793)."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar

from engine.generators import patterns
from engine.generators.clauses import ORDINARY as GENERAL
from engine.generators.cn import _units as units
from engine.generators.cn._clauses import ORDINARY
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.pasted.normalising import normalise
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, stay_out, to_int
from engine.generators.topic import Topic

_TRIP = r"(?:RTT|往返(?:时间|时延|延迟))(?:\(?RTT[sS]?\)?|\(?RTO\)?)?"
_TIME = r"\d+(?:\.\d+)?\s*ms"
_LIST = rf"(?P<list>{_TIME}(?:\s*(?:、|,|和|与|及)\s*{_TIME})*)"


class RoundTrips(Topic):
    """A problem of the estimated round-trip time."""

    words: ClassVar[str] = (
        ORDINARY
        + " TCP RTT RTTs RTTS 往返 值 当前值 现在 现 接着 连续 相继 接连 收到 了 三个 确认 确认报文段 报文段 数据报文段 相应 对应 比 分别 用 它们 测量 测出 测得 样本 新 新的 计算 每一次 每次 加权 平均 加权平均 估计 平滑 时间 时延 发送时间 滞后 的 之后 后 第一次 已知 设 取 则 值是"
    )
    ordinary: ClassVar[str] = GENERAL
    refused: ClassVar[str] = r"RTO|RTTD|偏差|β|超时|重传|Karn|拥塞|窗口|首部|丢"


def recognise(text: str) -> Recognition | None:
    """The estimate before, the samples and α; None or `StayOut` where something else is told or asked."""
    plain = normalise(text)
    if not patterns.search(r"α|alpha", plain) or not patterns.search("RTT|往返", plain):
        return None
    problem = RoundTrips(plain)
    shares = {
        Fraction(match["value"])
        for match in problem.take_all(r"(?:加权|平滑)?(?:因子|系数)?(?:α|alpha)(?:的值)?\s*(?:=|为|是|取)*\s*(?P<value>0\.\d+)")
    }
    samples = problem.take(rf"(?:样本|滞后|分别(?:是|为|比[^,。;\d]{{0,20}}))[^,。;\d]{{0,12}}{_LIST}")
    before = problem.take_all(
        rf"(?:第一次测得|当前|原先?|原来|现有|旧|初始|已有|上一次|TCP)*(?:的)?(?:TCP)?(?:的)?(?:估计)?(?:的)?{_TRIP}(?:的)?(?:当前|初始|估计)?(?:值)?(?:s)?(?:是|为|=)+\s*(?P<value>{_TIME})"
    )
    asked = problem.take_asked(rf"(?:每一?次(?:的)?)?(?:新的?|最新的?)(?:加权平均|平滑|估计|估算)*(?:的)?{_TRIP}(?:的)?(?:估计|估算)?值?(?:RTTs)?(?:是|为)?(?:多少)?")  # fmt: skip
    counted = problem.take_all(rf"(?P<value>{INTEGER})个(?:连续|接连|相继)*(?:的)?(?:确认|样本|报文段|应答|ACK)(?:报文段|报文)?")
    problem.settle()
    if len(shares) != 1 or samples is None or len(before) != 1 or not asked:
        return None
    times = patterns.findall(r"\d+(?:\.\d+)?(?=\s*ms)", samples["list"])
    share = shares.pop()
    if share == Fraction(1, 2) or any(to_int(match["value"]) != len(times) for match in counted):
        stay_out("how many samples, or of what is α the share?")
    return Recognition(
        parameters={"task": "estimate", "before": before[0]["value"].removesuffix("ms").strip(), "samples": times, "share": str(share)},
        understood=(("估计值", units.show_time(units.seconds(before[0]["value"]))), ("样本", "、".join(f"{time} ms" for time in times)), ("α", decimal(share, 4))),
    )  # fmt: skip


def solve(parameters: Parameters) -> Solution:
    """The estimate after each sample; a small α is the weight of the sample, a large one that of the estimate."""
    share = Fraction(parameters["share"])
    new = min(share, 1 - share)
    estimate, steps, said = Fraction(parameters["before"]), [], []
    for sample in parameters["samples"]:
        after = (1 - new) * estimate + new * Fraction(sample)
        steps.append(f"{decimal(1 - new, 4)} × {decimal(estimate, 6)} + {decimal(new, 4)} × {sample} = {decimal(after, 6)}（ms）")
        said.append(f"{decimal(after, 6)} ms")
        estimate = after
    return Solution(
        answer="、".join(said),
        steps=paragraphs(*steps),
        also=(said[-1],) if len(said) == 1 else (),
        conventions=(f"新的估计值 = {decimal(1 - new, 4)} × 旧的估计值 + {decimal(new, 4)} × 新的样本",),
    )
