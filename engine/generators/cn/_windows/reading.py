"""Reading sliding-window problems by their parts: frames, acknowledgements, delays, windows and sequence numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.cn import _units as units
from engine.generators.cn._clauses import speeds_written_out, thousands_joined
from engine.generators.cn._told.changed_conditions import forget_what_changes, told_in
from engine.generators.cn._told.told import Told, Unit
from engine.generators.cn._windows.order import recognise_order
from engine.generators.cn._windows.resent_reading import RESENT, recognise_resent
from engine.generators.cn._windows.state_reading import recognise_state
from engine.generators.cn._windows.words import (
    ACK,
    ASKED,
    EQUAL,
    GBN,
    HARMLESS,
    IGNORED,
    LISTED_IGNORED,
    LISTED_LEFT_OUT,
    NAMES,
    PLAIN_IGNORED,
    PROTOCOLS,
    REFUSED,
    SLIDING,
    SR,
    STOP_AND_WAIT,
)
from engine.generators.kind import Missing, Recognition
from engine.generators.pasted.normalising import normalise
from engine.generators.patterns import caseless
from engine.generators.quantities import decimal
from engine.generators.reading import DECIMAL, INTEGER, StayOut, stay_out, to_int, to_share


def recognise(text: str) -> Recognition | None:
    """The parameters of the kind's `solve`; None or `StayOut` where a quantity or a word is not understood."""
    text = (
        caseless(r"(?:链路层)?滑窗")
        .sub("滑动窗口", units.thousands_written_out(normalise(text)))
        .replace("序列号", "序号")
        .replace("顺序号", "序号")
    )
    text = patterns.sub(r"帧序列(?=的?(?:比特|位)数)", "帧序号", text)
    text = patterns.sub(r"(选择(?:性)?重[传发])(?:\s?\(\s*(?:选择)?(?:性)?(?:重复|重发|重传|拒绝)\s*\)|滑动窗口)", r"\1", text)
    text = caseless(r"协议[3-6](?=\(|:)|(?<=端到端的)典型|(?:,)?(?:且|并且)?帧头(?:非常|很|极)短(?:,?(?:可|可以)?忽略(?:不计)?)?").sub(
        "", text
    )
    text = _satellite_written_out(text)
    text = caseless(
        rf"(?:单[程向])?传播(?:时延|延迟|延时|时间)(?:为|是|=|约)*\s*(?P<time>{units.TIME})\s*\((?:即|指)?(?:是)?(?:往返|来回|双程)(?:的)?(?:时延|延迟|时间)?\)"
    ).sub(r"往返传播时延为\g<time>", text)
    text = caseless(r"(?:收到确认后)?得知(\d{1,3})号帧及(?:其)?(?:以前|之前)的(?:所有)?(?:数据)?帧(?:都|均)?已经?(?:被)?正确接收").sub(
        r"收到\1号帧的确认后", text
    )
    # Of two windows that are as large, the largest is the largest sending window; GBN has no such.
    text = patterns.sub(
        r"(?<![^。?;])([^。?;后回退]{0,12}选择(?:性)?重[传发][^。?;后回退]*(?:发送窗口[和与、]接收窗口|接收窗口[和与、]发送窗口|收发窗口)的?(?:大小|尺寸)?(?:相等|相同|一样大?|等大)(?:时|的话)?),?(?:最大|最多)[各都均]?(?:能|可以?)?[取是为](?=多大|多少|几)",
        r"\1,发送窗口最大取",
        text,
    )
    text = patterns.sub(r"(?<=端到端)的?(?:传输|传送)(?=延迟|时延)", "传播", text)
    text = caseless(r"(?<![A-Za-z])W\s?_?[Tt](?=\s*=)").sub("发送窗口", text)
    text = caseless(r"重新(?:发送|传送|传输)|再次发送").sub("重发", text)
    problem = Told(units.speeds_in_words(speeds_written_out(text)))
    if (order := recognise_order(problem)) is not None:
        return order
    if problem.has(RESENT):
        return recognise_resent(problem)
    try:
        if (state := recognise_state(Told(problem.text))) is not None:
            return state
    except StayOut:
        pass  # perhaps it asks for something of the link
    problem.take_prefixes()
    listed = "".join(match[0] for pattern in (LISTED_IGNORED, LISTED_LEFT_OUT) for match in problem.take_all(pattern))
    problem.take_all(r"(?<=时间)(?:和|与|、|及|以及)误码率(?!为|是|\d)|(?:忽略|不考虑|不计)误码(?:率)?(?:和|与|、|及|的影响)?")
    problem.take_all(r"(?:才)?(?:能)?(?:保证|使|确保|让)(?:该)?协议(?:能)?(?:不出错|不出现错误|正确工作|正常工作|正确运行)")
    problem.take_all(PLAIN_IGNORED)
    if problem.find(
        "attempts",
        rf"平均(?:每个?帧)?(?:需要?|要)?(?:发送|传送)(?P<value>{DECIMAL})次(?:才)?(?:能)?(?:成功)?(?:\([^()]*(?:完整|周期)[^()]*\))?",
        lambda match: Fraction(match["value"]),
    ):
        problem.take_all("误码(?!率)的?")
    problem.refuse(REFUSED)
    for pattern, name in PROTOCOLS:
        for match in problem.take_all(pattern):
            problem.note("protocol", name, match.start())
    if not {GBN, SR} & set(problem.values("protocol")):
        for match in problem.take_all(r"(?:滑动窗口|流水线)(?:协议|机制|方式|流量控制)?"):
            problem.note("protocol", SLIDING, match.start())
    problem.take_all(r"\((?:SR|GBN|ARQ)\)|(?:滑动窗口|ARQ)(?:协议|机制)?")
    problem.drop_names()
    problem.take_all(r"(?<![A-Za-z])(?-i:[AB])(?=应|站)")
    problem.take_all(PLAIN_IGNORED)
    ignored = bool([match for pattern in IGNORED for match in problem.take_all(pattern)])
    left_out = problem.take_ignored()
    if patterns.search(r"(?<!确认)(?<!应答)(?<!ACK)帧的?发送(?:时间|延迟)(?:都|均|也|可)*(?:忽略|不计|不考虑)", problem.text):
        return None
    ignored = bool(patterns.search("确认|应答|ACK", left_out + listed)) or ignored
    problem.find("equal", EQUAL)
    problem.find(
        "both",
        rf"(?:数据帧(?:的)?(?:长度?)?(?:和|与|跟|及|、)(?:确认|应答|ACK)帧?|(?:双方|双向)(?:的)?帧)(?:的)?(?:长度?|大小)?(?:也|均|都|各|为|是|=|\s)*(?P<value>{units.LENGTH})",
        lambda match: units.bits(match["value"]),
    )
    problem.find(
        "shortest",
        r"(?:数据)?帧(?:的)?(?:长度?)?(?:的)?(?:范围)?(?:为|是|在|从|:|=)*(?P<least>\d+)\s*(?:B|字节|bytes?)?\s*(?:~|-|到|至|～|—)\s*(?P<most>\d+)\s*(?:B|字节|bytes?)(?![A-Za-z])(?:之间|不等)?",
        lambda match: Fraction(8 * min(int(match["least"]), int(match["most"]))),
    )
    problem.find(
        "share",
        rf"(?:停止?-?等待?协议的?|信道|链路|线路|协议|传输)?(?:的)?(?:利用率|效率)(?:才|要|能|可以|至少|应|不低于|不小于|不少于|大于等于|达到|达|等于|恰好|正好|刚好|超过|为|是|有|=|到|想|要求|\s|≥|>=)*(?P<value>{DECIMAL}\s*%|0\.\d+|百分之{INTEGER})(?:以上)?|(?:至少|不低于|不小于|超过|大于|高于)?(?:有|为)?(?P<other>{DECIMAL}\s*%|百分之{INTEGER})(?:以上)?的?(?:信道|链路)?(?:利用率|效率)",
        lambda match: to_share(match["value"] or match["other"]),
    )
    problem.take_all(
        r"(?:发送窗口|窗口)(?:大小)?(?:取|为|达到|采用)最大值?|(?:收发|发送和接收|发送窗口(?:和|与)接收|接收窗口(?:和|与)发送)(?:方)?窗口(?:的)?(?:大小|尺寸)?(?:开|取|设)?(?:得)?(?:相等|相同|等大|一样大?)(?:\(取最大(?:值)?\)|且?不超过序号(?:空间)?的?一半)?|收发窗口(?:等大|一样大)|(?:发送窗口等于接收|接收窗口等于发送)窗口"
    )
    problem.take_all(r"(?:也|仍|若|改)?(?:采用|使用|用)(?:同样|相同|一样)(?:多)?的?帧?(?:序号|编号)的?(?:位数|比特数)(?=[,;。时])")
    _note_window_and_bits(problem)
    problem.tell(_roles())
    if problem.has(r"RTT|往返") or problem.values("double"):
        problem.take_all(
            r"\((?:RTT)?,?(?:不(?:含|包括|包含|算|计)(?:数据)?(?:帧(?:的)?)?(?:发送|传输)(?:时间|延迟)?|(?:只算|纯|仅)?(?:含|包括|是)?(?:往返)?传播(?:延迟)?)\)|(?<=\()RTT(?=\))|RTT"
        )
    for match in problem.take_all(
        r"(?:达到|达|到|取得)?(?:最[大高](?:值)?|100%)?(?:使|让)?(?:发送方)?(?:能够?|可以)?(?:一直)?(?:可|即|即能)*(?:不间断|不断|连续|不停顿|不停)(?:地)?(?:不间断|不断|连续)?(?:地)?发送(?:数据(?!帧))?(?!而|但|却|未|没|多少|几|的数?据?帧)|(?:占满|跑满|充满|填满|充分利用|打满|用满)(?:信道|链路|带宽)?|(?:信道|链路)(?:不空闲|一直忙)|(?:为了?|要|想|使)*(?:达到|取得)?传输的?最[大高]的?效率|满利用率|最[高大](?:的)?(?:信道)?利用率(?=需要|至少|时|,|要)|(?:信道|链路)?利用率(?:能|要|可以?|达|达到|到|总能|总是|为|是)*(?:最[大高]|满)(?:\((?:到|达到|即|为)?100%\))?(?!能|可|是多少|为多少|多少)"
    ):
        problem.note("full", True, match.start())
    problem.take_all(r"(?:为了?|要|想|想要|要想|若要|才能)*(?:使|让)(?:得)?(?=[^,。;?]{0,10}利用率)")
    asked = problem.ask(ASKED)
    problem.take_all(
        r"(?:信道|线路|链路)?(?:的)?利用率|(?:达到|达|到)?(?:最大|最高)(?:值)?|数据传输率|(?:单向|单程|往返)?(?:的)?传播(?:延迟|时间)|(?:为了|才能|若要|要想|要|想)?(?:使|让)(?:得)?|不低于|不小于"
    )
    problem.done(HARMLESS, danger="误码|出错", least=("frame", "bits"), most=("unacknowledged",))
    if not asked:
        return None
    if patterns.search(r"(?:GBN|后退N帧协议)(?:和|与|、)(?:SR|选择重传协议)(?:各自|分别|各)", problem.text):
        problem.forget("protocol")
    named = [name for name in problem.values("protocol") if name != STOP_AND_WAIT]
    default = (
        named[0]
        if len(named) == 1
        else SLIDING
        if not problem.values("protocol") and patterns.search("(?<!接收)窗口", problem.text)
        else STOP_AND_WAIT
        if not problem.values("protocol") and patterns.search("确认|应答|ACK", problem.text) and "连续" not in problem.text
        else None
    )
    told = []
    questions = problem.units()
    forget_what_changes(problem, questions, {"bits": ("window",), "window": ("bits",)}, because=("share", "full"))
    for unit in questions[1:]:
        mine = told_in(problem, unit)
        if "window" in mine and "protocol" not in mine and unit.known.get("protocol") == STOP_AND_WAIT and unit.known["window"] > 1:
            unit.known["protocol"] = SLIDING  # no longer the protocol of the question before
    for unit in questions:
        both = patterns.search(r"(?:GBN|后退N帧协议)(?:和|与|、)(?:SR|选择重传协议)(?:各自|分别|各)", unit.text)
        if both is not None:
            told += [
                parameters_of(replace(unit, known=unit.known | {"protocol": name}), ignored, problem.text, default) for name in (GBN, SR)
            ]
        else:
            told.append(parameters_of(unit, ignored, problem.text, default))
    if any(one is None for one in told):
        return None
    # `发送窗口最大多少？接收窗口呢？GBN 呢？`: of GBN both may be meant.
    if patterns.search(r"(?:GBN|后退N帧协议|SR|选择重传协议)\s*呢", problem.text) and any(one and len(one["asked"]) > 1 for one in told):
        stay_out("which of both is asked again")
    return together([one for one in told if one is not None])


def _satellite_written_out(text: str) -> str:
    """Two ground stations by way of a satellite: the way from one to the other is twice its height. `回退 127 协议` names its window."""
    text = thousands_joined(text)
    if patterns.search("(?:两|2)个?地面站", text):
        text = caseless(rf"卫星(?:的)?(?:轨道)?高度(?:约)?(?:为|是|=)\s*(?P<way>{units.DISTANCE})").sub(
            lambda match: f"单程距离为{decimal(2 * units.metres(match['way']))}m", text
        )
    text = caseless(r"(?:回退|后退|退后)\s*-?(\d{1,4})(?:帧)?\s*(?=滑动窗口|协议|ARQ)").sub(r"发送窗口为\1的后退N帧", text)
    if patterns.search("停止?-?等|后退|回退|滑动窗口|选择(?:性)?重|GBN", text):  # whatever they send, it stands for the frame
        text = text if "TCP" in text else patterns.sub("(?:数据)?报文段", "帧", text)
        text = patterns.sub("(?:数据)?(?:分组|报文|包)(?!交换|段|头|含|括|装|围)", "帧", text)
    return text


def _note_window_and_bits(problem: Told) -> None:
    for pattern in (
        rf"(?:(?<![A-Za-z])[kn]\s*=\s*)?(?<![\d.])(?P<value>{INTEGER})\s*(?:个)?(?:位|bits?|比特)(?:的)?(?:对|来|给|表示|二进制|编)?(?:帧)?(?:进行)?(?:的)?(?:序号|编号|帧序号)(?:字段)?",
        rf"(?:帧)?(?:的)?(?:序号|编号)(?:的)?(?:位数|比特数)(?:为|是|有|=|:|取)*(?P<value>{INTEGER})(?!\d|\.|\s*[A-Za-z%])(?:位|比特)?",
        rf"(?:帧)?(?:的)?(?:序号|编号)(?:字段)?(?:的)?(?:长度|位数|比特数|占用?|用|采用|为|是|有|=|:|只有)+(?P<value>{INTEGER})\s*(?:个)?(?:位|bits?|比特)(?:二进制)?(?:数)?(?:编码|编号|表示)?",
        rf"(?:帧)?(?:序号|编号)(?:字段)?(?P<value>{INTEGER})\s*(?:个)?(?:位|bits?|比特)(?:编码|编号|表示)?",
    ):
        problem.find("bits", pattern, lambda match: to_int(match["value"]))
    both = rf"(?:发送窗口(?:和|与|及|、)接收窗口|接收窗口(?:和|与|及|、)发送窗口|发送和接收窗口|收发(?:双方)?(?:的)?窗口)(?:的)?(?:大小|尺寸)?(?:都|均|各|为|是|=)+(?P<value>{INTEGER})(?!\d)(?:个)?(?:数据)?(?:帧)?"
    for match in problem.take_all(both):
        problem.note("window", to_int(match["value"]), match.start())
        problem.note("receive", to_int(match["value"]), match.start())
    size = rf"(?:的)?(?:大小|尺寸|长度)?(?:W_?[tsrR]?|N|WT|n)?(?:就|设|取|定|开|大小)*(?:均|都|约|为|是|=|:|等于|有|到|\s)*(?!一[样致定])(?P<value>{INTEGER})(?!\d|\s*[A-Za-z]|位|比特)(?:个)?(?:数据)?(?:帧)?(?!号)"
    problem.find("receive", rf"接收窗口{size}|W_?[rR]\s*=\s*(?P<other>\d+)", lambda match: to_int(match["value"] or match["other"]))
    problem.find("window", rf"(?:发送|滑动)?窗口{size}", lambda match: to_int(match["value"]))
    problem.find("window", rf"(?<![A-Za-z])(?:W_?[tTsS]?|n|N)\s*=\s*(?P<value>{INTEGER})(?![\d.])", lambda match: to_int(match["value"]))


def _roles() -> tuple[Role, ...]:
    return (
        Role(name="answering rate", quantity=units.RATE, read=units.bits_per_second, before=r"(?:接收端|接收方|确认帧|ACK)(?:的)?(?:数据)?(?:传输|发送)(?:速率|速度)"),
        Role(name="speed", quantity=units.SPEED, read=units.metres_per_second, before=r"(?:传播|传输)?(?:的)?(?:速率|速度)", alone=True),
        Role(name="rate", quantity=units.RATE, read=units.bits_per_second, before=r"(?:数据|信道)?(?:传输|发送)?(?:速率|速度|率)|带宽|信道|链路", alone=True),
        Role(name="distance", quantity=units.DISTANCE, read=units.metres, before=r"距离|相距|长度?|相隔", after="长?的", alone=True),
        Role(name="answering", quantity=units.TIME, read=units.seconds, before=ACK + "(?:的)?(?:发送|传输)(?:延迟|时间)", after="的?确认帧?(?:发送|传输)时间"),
        Role(name="acknowledgement", quantity=units.LENGTH, read=units.bits, before=ACK + "(?:的)?(?:长度?|大小)?", after="(?:长|大小)?的?" + ACK),
        Role(name="frame", quantity=units.LENGTH, read=units.bits, before=r"(?:数据)?帧(?:的)?(?:长度?|大小)?|分组(?:长度?|大小)?", after=r"(?:长)?的?(?:数据)?帧", alone=True),
        Role(name="double", quantity=units.TIME, read=units.seconds, before=r"往返(?:的)?(?:传播)?(?:延迟|时间)?(?:\(?RTT\)?)?|RTT|来回"),
        Role(name="sending", quantity=units.TIME, read=units.seconds, before=r"(?:帧|数据)?(?:的)?(?:发送|传输)(?:延迟|时间)|发送(?:一个?)?(?:数据)?帧(?:需要?|要|用|花|的时间)*", after=r"的?发送(?:延迟|时间)"),
        Role(name="single", quantity=units.TIME, read=units.seconds, before=r"(?:单程|单向|端到端)(?:的)?(?:信号|端到端)?(?:传播)?(?:延迟|时间)?|传播(?:延迟|时间)(?:单程|单向)?", after="的?(?:单向)?传播延迟"),
    )  # fmt: skip


def parameters_of(unit: Unit, ignored: bool, text: str, default: str | None) -> dict[str, Any] | None:
    """A question's parameters; None where what is told does not fit together."""
    known, asked = dict(unit.known), list(dict.fromkeys(unit.asked))
    protocol = known.pop("protocol", default)
    if protocol is None:
        return None
    full = bool(known.pop("full", False))
    share = known.get("share")
    asked = [
        "rate" if name == "rate or throughput" and "rate" not in known else "throughput" if name == "rate or throughput" else name
        for name in asked
    ]
    # What only says when the window or the number suffices is not asked.
    aims = {"window", "bits", "frame", "rate", "propagation", "distance"}
    wanted = full and patterns.search(r"利用率(?:会|将|能|又|应)*(?:是|为|达到|有)?(?:多少|几)", unit.text) is not None
    if "utilization" in asked and (share is not None or full) and aims & set(asked) and not wanted:
        asked.remove("utilization")
    if "frame" in asked and ("frame" in known or "both" in known or "shortest" in known):
        asked.remove("frame")
    for name, given in (("rate", "rate"), ("propagation", "single"), ("distance", "distance")):
        if name in asked and (given in known or share is None):
            asked.remove(name)
    if "rate" in unit.asked and "rate" in known and share is None:
        asked = [*asked, "throughput"]
    if "throughput" in asked and "rate" not in known and len(asked) > 1:
        asked.remove("throughput")
    if {"window", "bits"} <= set(asked) and not patterns.search("窗口.{0,10}(?:多少|多大|几|最小|至少|大小)", unit.text):
        asked.remove("window")
    if not asked or (full and share not in (None, 1)):
        return None
    if share is not None and not 0 < share <= 1:
        return None
    double, single, distance, speed = (known.get(name) for name in ("double", "single", "distance", "speed"))
    if (distance is None) != (speed is None) and "distance" not in asked:
        return None
    if (distance is not None and (double is not None or single is not None)) or (
        double is not None and single is not None and double != 2 * single
    ):
        return None
    propagation = (
        single if single is not None else double / 2 if double is not None else distance / speed if distance is not None and speed else None
    )
    frame, acknowledgement, both, equal = known.get("frame"), known.get("acknowledgement"), known.get("both"), bool(known.get("equal"))
    if (
        (ignored and (equal or acknowledgement or both))
        or (both and (frame or acknowledgement))
        or (equal and acknowledgement not in (None, frame))
    ):
        return None
    if "shortest" in known:
        if frame is not None or set(asked) - {"bits", "window"}:
            stay_out("two frame lengths")
        frame = known["shortest"]
    if both is not None:
        frame, equal = both, True
    if equal:
        acknowledgement = None
    if "answering rate" in known:
        if acknowledgement is None or equal or "rate" not in known:
            return None
        acknowledgement = acknowledgement * known["rate"] / known["answering rate"]  # as long as that many bits take the sender
    if "answering" in known:
        if acknowledgement is not None or equal or ignored or "sending" not in known or known["answering"] != known["sending"]:
            return None
        equal = True
    window, bits = known.get("window"), known.get("bits")
    if protocol == STOP_AND_WAIT:
        if bits is not None and not {"bits", "window", "unacknowledged"} & set(asked):
            bits = None  # one bit is enough, more change nothing
        if window not in (None, 1) or bits not in (None, 1) or {"window", "receive"} & set(asked):
            return None
        window = 1
    elif (
        bits is not None
        and window is not None
        and "receive" not in asked
        and (protocol == SLIDING or window > (2**bits - 1 if protocol == GBN else 2 ** (bits - 1)))
    ):
        return None
    if "window" in asked and (share is not None or full):
        window = None  # another than was told before
    told: dict[str, Any] = {
        "protocol": protocol,
        "asked": asked,
        "equal": equal,
        "between": "shortest" in known,
        "optimal": patterns.search("最[佳优](?:的)?(?:发送)?窗口", unit.text) is not None,
        "full": wanted and {"window", "bits"} & set(asked) != set(),
        "most": bool(patterns.search("最大|最多|不超过|不能超过|上限|至多", unit.text)),
        "known": {
            name: str(value)
            for name, value in (
                ("rate", known.get("rate")), ("frame", frame), ("propagation", propagation), ("speed", speed), ("acknowledgement", acknowledgement), ("sending", known.get("sending")),
                ("window", window), ("bits", bits), ("receive", known.get("receive")), ("share", share), ("attempts", known.get("attempts")),
            )
            if value is not None
        },
    }  # fmt: skip
    if any(Fraction(value) <= 0 for value in told["known"].values()) or (bits is not None and bits > 64):
        return None
    if (
        "receive" in told["known"]
        and not (asked == ["window"] and told["most"] and protocol in (SR, SLIDING) and bits is not None and window is None)
        and not set(asked) & {"bits", "receive"}
        and not (protocol == GBN and known["receive"] == 1)
        and known["receive"] != window
    ):
        return None
    if (
        "接收窗口" in text
        and not {"receive"} & set(told["known"])
        and "receive" not in asked
        and patterns.search(r"接收窗口(?!.{0,8}(?:相等|相同|一样|等大|[都均]取最大))", text)
        and not patterns.search(r"(?:相等|相同|一样|等大|等于).{0,8}接收窗口|与接收窗口|和接收窗口", text)
    ):
        return None
    return told


def together(told: list[dict[str, Any]]) -> Recognition:
    """The recognition of the questions' parameters."""
    labels: dict[str, tuple[str, Callable[[Fraction], str]]] = {
        "rate": ("速率", units.show_rate),
        "frame": ("帧长", units.show_length),
        "propagation": ("单向传播时延", units.show_time),
        "sending": ("发送时延", units.show_time),
        "window": ("发送窗口", lambda value: f"{value} 帧"),
        "bits": ("序号", lambda value: f"{value} 位"),
        "share": ("利用率", lambda value: f"{decimal(value * 100)}%"),
    }
    understood: list[tuple[str, str]] = []
    for one in told:
        understood.append(("协议", NAMES[one["protocol"]]))
        for name, (label, show) in labels.items():
            if name in one["known"] and not (name == "window" and one["protocol"] == STOP_AND_WAIT):
                understood.append((label, show(Fraction(one["known"][name]))))
        if "propagation" in one["known"]:
            known = one["known"]
            understood.append(
                (
                    "确认帧",
                    "与数据帧等长"
                    if one["equal"]
                    else units.show_length(Fraction(known["acknowledgement"]))
                    if "acknowledgement" in known
                    else "不计发送时间",
                )
            )
    missing = _missing(told[0]) if len(told) == 1 else ()
    if len(missing) > 1:
        stay_out("too much is not told")
    return Recognition(parameters={"units": told}, understood=tuple(dict.fromkeys(understood)), missing=missing)


def _missing(one: dict[str, Any]) -> tuple[Missing, ...]:
    known, asked = one["known"], set(one["asked"])
    if not asked <= {"utilization", "throughput", "window", "bits"} or (
        asked <= {"window", "bits"} and not set(known) & {"rate", "frame", "propagation", "share"}
    ):
        return ()
    wanted = [
        ("rate", "数据传输速率是多少（写上单位）？", "数据传输速率 {}", "rate" in known or "sending" in known),
        ("propagation", "单向传播时延是多少（写上单位）？", "单向传播时延 {}", "propagation" in known),
        ("frame", "数据帧长是多少（写上单位）？", "数据帧长 {}", "frame" in known or "sending" in known),
    ]
    if asked & {"utilization", "throughput"}:
        wanted.append(
            ("window", "发送窗口是多少帧？", "发送窗口为 {} 帧", "window" in known or ("bits" in known and one["protocol"] != SLIDING))
        )
    return tuple(Missing(name, ask, form) for name, ask, form, there in wanted if not there)
