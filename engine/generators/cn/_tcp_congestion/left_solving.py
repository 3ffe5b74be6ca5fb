"""Solving problems about TCP's windows that do not follow their course: what may still be sent, and the throughput of a window."""

from __future__ import annotations

from fractions import Fraction

from engine.generators.cn import _units as units
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out


def solve_left(parameters: Parameters) -> Solution:
    """What may still be sent: the smaller window less what is under way."""
    unit, under_way = parameters["unit"], parameters["under way"]
    window = min(parameters["receive"], parameters["window"])
    left = max(window - under_way, 0)
    answer = f"{left // parameters['mss']} 个" if parameters["segments"] else f"{left} {unit}"
    return Solution(
        answer=answer,
        also=(answer.replace(" B", " 字节"),),
        steps=paragraphs(
            f"发送窗口取拥塞窗口 {parameters['window']} {unit} 和接收窗口 {parameters['receive']} {unit} 中较小的 {window} {unit}。",
            f"已发送未确认的有 {under_way} {unit}，还可以发送 {window} − {under_way} = {left} {unit}。",
            *((f"每段 {parameters['mss']} {unit}，可以再发 {answer}。",) if parameters["segments"] else ()),
        ),
        conventions=("发送窗口取拥塞窗口和接收窗口中较小的",),
    )


def solve_throughput(parameters: Parameters) -> Solution:
    """A window each round trip."""
    bits, trip = Fraction(parameters["bytes"] * 8), Fraction(parameters["trip"])
    through = bits / trip * (Fraction(3, 4) if parameters["sawtooth"] else 1)
    rate = None if parameters["rate"] is None else Fraction(parameters["rate"])
    steps = [f"一个 RTT 最多发一个窗口：{decimal(bits)} bit ÷ {units.show_time(trip)}，约 {units.show_rate(bits / trip, 3)}。"]
    if parameters["sawtooth"]:
        steps.append("窗口在 W/2 与 W 之间线性变化，平均为 3W/4。")
    if rate is not None and through > rate:
        stay_out("the link is the limit")
    shown = units.show_rate(through)
    found = {"throughput": shown if shown == units.show_rate(through, 6) else f"约 {shown}"}
    if rate is not None:
        share = through / rate
        found["utilization"] = f"{'' if (share * 10_000).denominator == 1 else '约 '}{decimal(share * 100)}%"
    answer = "，".join(
        f"{'吞吐量' if name == 'throughput' else '利用率'} {found[name]}" if len(parameters["asked"]) > 1 else found[name]
        for name in parameters["asked"]
    )
    also: tuple[str, ...] = ()
    if parameters.get("sent") and rate is not None and not parameters["sawtooth"]:
        # Books differ: some wait for the acknowledgement only when all of the window is sent.
        slower = bits / (trip + bits / rate)
        values = {"throughput": units.show_rate(slower), "utilization": f"{decimal(slower / rate * 100)}%"}
        other = "，".join(values[name] for name in parameters["asked"])
        answer, also = f"{answer}（若计入发送窗口的时间，{other}）", (answer, other)
    return Solution(
        answer=answer,
        steps=paragraphs(*steps, f"所以答案是 {answer}。"),
        also=also,
        conventions=("每个 RTT 发送一个窗口", "1 KB 为 1024 B"),
    )


def solve_window_for(parameters: Parameters) -> Solution:
    """The window with which a throughput was measured: it is sent, then its acknowledgement awaited."""
    trip, rate, measured = (Fraction(parameters[name]) for name in ("trip", "rate", "measured"))
    window = trip * measured / (1 - measured / rate) / 8
    if window <= 0:
        stay_out("more than the link carries")
    # Hardly ever a whole number of bytes: measured as it is.
    shown = decimal(window, 0) if window.denominator == 1 else f"约 {decimal(window, 0)}"
    return Solution(
        answer=f"{shown} B",
        also=(f"{decimal(window, 0)} 字节", f"{decimal(window, 0)} B", *({f"{int(window)} B"} - {f"{decimal(window, 0)} B"})),
        steps=paragraphs(
            f"设窗口为 W 字节，发完一个窗口再等到确认，共 8W/({units.show_rate(rate)}) + {units.show_time(trip)}。",
            f"这段时间里发送 8W bit，速率为 {units.show_rate(measured)}，解得 W = {shown}。",
            f"所以窗口为 {shown} B。",
        ),
        conventions=("发完一个窗口后才等到确认，窗口的发送时间计入",),
    )
