"""Which protocols, of those that the options name, reach a utilisation that was measured: one link, read once for each protocol."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from engine.generators import patterns
from engine.generators.cn import _units as units
from engine.generators.cn._windows.simulator import Link, largest_window, milli, utilization
from engine.generators.cn._windows.words import NAMES, PROTOCOLS, STOP_AND_WAIT
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal
from engine.generators.reading import DECIMAL

_MEASURED = patterns.compiled(
    rf"(?:测得|若|如果|已知|假设|要求|要使|为使|使|且|并且)*(?:在)?(?:[A-Z甲乙](?:和|与|、)[A-Z甲乙](?:之间)?(?:的)?)?(?:通信(?:的)?(?:过程)?中)?(?:的)?(?:信道|链路)?(?:的)?利用率(?P<how>大于等于|不低于|不小于|至少为|大于|高于|超过)(?P<share>{DECIMAL})%,(?:则|那么)?(?:所?采用的协议(?:可以|可能|应)?(?:是|为))?\(\s*\)"
)
_EQUAL = patterns.compiled(
    r"\(?(?:注:)?(?:假设)?(?:在)?(?:SR|选择重传)(?:协议)?(?:中)?,?(?:默认)?(?:发送窗口(?:大小)?(?:等于|与|和)接收窗口(?:大小)?(?:相等|相同|一样)?)[。.]?\)?"
)
_NUMBERED = patterns.compiled(
    r"(?:[AB甲乙]|发送方)?(?:采?用|以)\s*(\d+)\s*(?:个)?(?:比特|位|bit)(?:来)?(?:给|对|为)(?:数据)?帧(?:进行)?编号"
)
_TIMES = ("停止-等待协议", "后退N帧(GBN)协议", "选择重传(SR)协议")


def reaching(recognise: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """A reader that also reads which protocols reach a measured utilisation."""

    def read(text: str) -> Recognition | None:
        measured = _MEASURED.search(text)
        if measured is None or any(patterns.search(pattern, _EQUAL.sub("", text)) for pattern, _ in PROTOCOLS):
            return recognise(text)
        told = _EQUAL.sub("", text[: measured.start()] + text[measured.end() :]).strip(" 。,;")
        links = []
        for name in _TIMES:
            numbered = "" if name == _TIMES[0] else r"帧序号\1位"
            plain = _NUMBERED.sub(numbered, told)
            one = recognise(f"{plain}。采用{name},收发窗口相等且取最大值,信道利用率是多少?".replace(",。", "。"))
            if one is None or len(one.parameters.get("units", ())) != 1 or one.missing:
                return None
            links.append(one)
        return Recognition(
            parameters={
                "task": "reaching",
                "links": [one.parameters["units"][0] for one in links],
                "share": str(Fraction(measured["share"]) / 100),
                "above": measured["how"] in ("大于", "高于", "超过"),
            },
            understood=(*links[1].understood[1:], ("利用率", f"{measured['how']} {measured['share']}%")),
        )

    return read


def solving_reaching(solve: Callable[[Parameters], Solution]) -> Callable[[Parameters], Solution]:
    """A solver that also finds which protocols reach a measured utilisation."""

    def solved(parameters: Parameters) -> Solution:
        return _solve(parameters) if parameters.get("task") == "reaching" else solve(parameters)

    return solved


def _solve(parameters: Parameters) -> Solution:
    wanted = Fraction(parameters["share"])
    enough: list[str] = []
    steps: list[str] = []
    for told in parameters["links"]:
        known = {name: Fraction(value) for name, value in told["known"].items()}
        back = known["frame"] if told["equal"] else known.get("acknowledgement", Fraction(0))
        link = Link(known["rate"], known["frame"], known["propagation"], back)
        name = told["protocol"]
        window = 1 if name == STOP_AND_WAIT else largest_window(int(known["bits"]), name)
        share = utilization(link, window)
        if not steps:
            steps.append(f"发送一帧为 {units.show_time(link.frame_time)}，一个周期为 {milli(link.cycle)} ms。")
        steps.append(f"{NAMES[name]}的窗口最大为 {window} 帧，利用率最高为 {decimal(share * 100)}%。")
        if share > wanted or (share == wanted and not parameters["above"]):
            enough.append(name)

    def fits(option: str) -> bool:
        named = {name for pattern, name in PROTOCOLS if patterns.search(pattern, option)}
        return bool(named) and named == set(enough)

    answer = "、".join(NAMES[name] for name in enough) or "都不能"
    return Solution(
        answer=answer, steps=paragraphs(*steps, f"能达到的是 {answer}。"), fits=fits, conventions=("SR 的接收窗口与发送窗口相等",)
    )
