"""How long it takes at least to send something over a channel of which only bandwidth and noise, or levels, are told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from engine.generators.cn import _units as units
from engine.generators.cn._clauses import Problem
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.patterns import caseless
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_WHAT = "(?:分组|文件|报文|帧|数据块?|信息|消息|图片|图像|照片)"
_SENT = caseless(
    rf"(?:若|如果|现|则|在其上|要|需|那么|上|,)*(?:发送|传输|传送|发|传)(?:一个|1个|一幅|一张)?(?:(?:长度?|大小)(?:为|是)?)?\s*(?P<length>{units.LENGTH})(?:长|大小)?的?{_WHAT}?,?"
)
_TIME = caseless(
    rf"(?:则|那么|问|求)*(?:发送|传输|传送|发完|传完|发|传)?(?:该|这个?|此|完|上述|整个)*{_WHAT}?(?:的)?(?:至少|最少|最短|共|总共|一共)*(?:所|需要?|要)*(?:的)?(?:发送|传输|传送)?(?:时延|延迟|时间|多长时间|多久|多少时间)(?:至少|最少|最短|应|约|大约|为|是)*(?:多少|多长|多久)?(?:ms|毫秒|s|秒)?\s*(?=\(\s*\)|[?。]|$)"
)


def sending_over(recognise: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """A reader that also understands such a question, as one for the rate at most."""

    def read(text: str) -> Recognition | None:
        plain = Problem(text, short_rates=False).text
        sent = _SENT.search(plain)
        asked = _TIME.search(plain, sent.end()) if sent else None
        if sent is None or asked is None or len(caseless(units.LENGTH).findall(plain)) != 1:
            return recognise(text)
        found = recognise(f"{plain[: sent.start()]},{plain[sent.end() : asked.start()]}最大数据传输速率是多少{plain[asked.end() :]}")
        if found is None or found.missing or "units" not in found.parameters:
            return None
        if len(found.parameters["units"]) != 1 or found.parameters["units"][0]["asked"] not in (["rate"], ["shannon"], ["nyquist"]):
            return None
        length = units.bits(sent["length"])
        return replace(
            found,
            parameters={**found.parameters, "sending": str(length)},
            understood=(*found.understood, ("发送", units.show_length(length))),
        )

    return read


def solving_sending(solve: Callable[[Parameters], Solution], rate_of: Callable[[Parameters], Fraction]) -> Callable[[Parameters], Solution]:
    """The same for a solver; `rate_of`: what a unit's highest rate is."""

    def solved(parameters: Parameters) -> Solution:
        if "sending" not in parameters:
            return solve(parameters)
        limit, rate = solve(parameters), rate_of(parameters["units"][0])
        if rate <= 0:
            stay_out("no rate")
        length = Fraction(parameters["sending"])
        time = length / rate
        shown = units.show_time(time)
        working = limit.steps.rsplit("\n\n", 1)[0]
        return replace(
            limit,
            answer=shown,
            also=(f"{decimal(time * 1000, 3)} ms", f"{decimal(time * 1000, 1)} ms", f"{decimal(time, 4)} s"),
            steps=paragraphs(working, f"至少要 {decimal(length)} bit ÷ {units.show_rate(rate, 3)}，即 {shown}。", f"所以答案是 {shown}。"),
        )

    return solved
