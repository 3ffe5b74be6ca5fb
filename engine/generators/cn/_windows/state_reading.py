"""Reading problems about where a sliding window stands: some frames are sent, some acknowledged; what may be sent next, and how many."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.cn._told.told import Told
from engine.generators.cn._windows.words import GBN, NAMES, PROTOCOLS, SLIDING, SR
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, to_int

ROW = r"\d{1,3}号?(?:帧)?(?:\s*(?:、|,|和|与|及)\s*\d{1,3}号?(?:帧)?)*"
"""Numbers of frames in a row; `numbers_of` reads them."""
SPAN = r"(?P<first>\d{1,3})号?(?:帧)?\s*(?:~|到|至|-|—)\s*(?P<last>\d{1,3})号?"
"""The first and the last of several frames; `numbers_of` reads them."""
_COUNTED = r"(?:的|共|这|一共|总共)*(?:(?P<count>\d{1,3}|[一二两三四五六七八九十]+)个)?(?:数据)?帧?"
_NUMBERED = r"(?:(?:编号|序号)(?:为|是|依次为)?|第)?(?:从)?"
_SENT = re.compile(
    rf"(?:已|已经|连续|先后|又)*(?:发送|发出|发|传送)(?:完|出)?(?:了|出)?(?:去)?(?:的)?{_NUMBERED}(?:{SPAN}|(?P<row>{ROW}))(?:的)?{_COUNTED}"
)
_ACKNOWLEDGED = re.compile(
    rf"(?:但|而|却|之后|此后|且|又|已|已经)*(?:只|仅|已)*(?:收到|得到|接收到)(?:了|过)?(?:对)?{_NUMBERED}(?:{SPAN}|(?P<row>{ROW}))(?:这)?(?:[一二两三四五六七]个)?(?:数据)?(?:帧)?(?:的)?(?:确认|应答|ACK)(?:帧|报文)?(?:之?后|时)?"
    rf"|(?:但|而|却|且)*(?:只|仅|已)*(?:应答|确认)(?:了)?{_NUMBERED}(?P<plain>{ROW})(?:这)?(?:[一二两三四五六七]个)?(?:数据)?帧"
)
_SENT_AND_ACKNOWLEDGED = re.compile(
    r"(?:在)?发送(?:完|了)?(?P<last>\d{1,3})号帧(?:后)?(?:并|且|,)*(?:接到|收到)(?:了)?(?:对)?(?P<known>\d{1,3})号帧的(?:确认|应答)(?:帧)?(?:之?后)?"
)
_ASKED = (
    (r"(?:发送方)?(?:可以|能)?确认(?:被)?(?:接收方)?(?:已经?)?(?:被)?(?:正确)?接收的(?:数据)?帧(?:的)?(?:数|个数|数目)", "arrived"),
    (r"(?:发送方)?还(?:可以?|能够?)(?:再|继续|连续)*发送(?=\s*(?:\(|多少|几|_|[。?]|$))(?:多少|几)?(?:个)?(?:数据)?(?:帧)?", "left"),
    (r"(?:发送窗口|发送方|A)?(?:此时|这时|接下来|将要|下一个|接着|可以?|能|即将|要|应)+(?:继续)?(?:发送|发)(?:的)?(?:下一个)?(?:数据)?帧(?:的)?(?:序号|编号)(?:是|为)?", "next"),
    (r"接收窗口(?:的)?上(?:边)?界(?:对应)?(?:的)?(?:帧)?(?:的)?(?:序号|编号)?", "upper"),
    (r"(?:最多)?(?:还)?(?:可以?|能够?)(?:再|继续|连续)*(?:发送|发)(?:的)?(?:出)?(?:多少|几)个?(?:数据)?帧|(?:还)?(?:可以?|能)(?:再|继续|连续)*(?:发送|发)的(?:数据)?帧(?:的)?(?:数|个数|数量|数目)", "left"),
    (r"(?:至少|最少)?(?:应该?|需要?|要)?(?:采用|用|占)?(?:多少|几)?(?:个)?(?:位|比特|bit)(?:二进制)?(?:数)?(?:来)?(?:给|对|为)(?:数据)?帧(?:进行)?编号|(?:帧)?序号(?:字段)?(?:的)?(?:至少|最少)?(?:需要?|占|用)?(?:多少|几)?(?:位|比特)(?:数)?", "bits"),
)  # fmt: skip
_HARMLESS = (
    "帧 编号 序号 已经 协议 发送方 接收方 确认 数据链路 数据链路层 只 若 采用 后 发送 了 全部 都 滑动窗口 发送窗口 接收窗口 大小 向后移动 移动 流量控制 进行 两个 相邻 结点 节点 通信 过程 机制 对 A B 和 的 数据 数据帧 当 之后 此时 而 长度 假定 假设 "
    "对应 整个过程 过程 发生 未 没有 超时 位 比特 该 应 发送方的 接收了 接收到 立即 帧序号 这 个 中 在 时 则 利用 应答 仅 但 时刻 站 使用 也 都是 字段 采用的 正确"
)


def numbers_of(match: re.Match[str]) -> list[int]:
    """The numbers of the frames that `SPAN` or `ROW` matched."""
    groups = match.groupdict()
    if groups.get("first") is not None:
        return list(range(int(match["first"]), int(match["last"]) + 1))
    return [int(number) for number in patterns.findall(r"\d+", groups.get("row") or groups.get("plain") or "")]


def recognise_state(problem: Told) -> Recognition | None:
    """Frames that are sent, those acknowledged, and a question about the window; None where the text is no such problem."""
    text = _SENT_AND_ACKNOWLEDGED.sub(r"已发送0~\g<last>号帧,收到\g<known>号帧的确认后", problem.text)
    if not (_SENT.search(text) and _ACKNOWLEDGED.search(text)):
        return None
    problem = Told(text)
    problem.refuse(r"捎带|否定|NAK|否认|出错|重发|重传(?!协议|ARQ|\()|TCP|字节|利用率|延迟|ACK\s?\d|RR|RNR|REJ")
    problem.take_all(
        r"(?:假设|若|且)?(?:整个)?(?:过程|期间)?(?:中)?(?:没有?|未|无|不)(?:发生|出现)?(?:超时|差错|丢失)(?:和(?:差错|丢失))?|发送方的滑动窗口(?:向后|向前)?(?:移动|滑动)(?:之?后)?|滑动窗口(?:向后|向前)(?:移动|滑动)后?"
    )
    protocols = problem.take_words(PROTOCOLS)
    problem.take_all(r"滑动窗口(?:协议|机制)?|(?:当)?(?:计时器|定时器)超时(?:时)?")
    problem.drop_names()
    for pattern in (
        rf"(?:假定|设)?(?:帧)?(?:的)?(?:序号|编号)(?:字段)?(?:的)?(?:长度|位数|占用?|用|采用|为|是|有|=|:|取)+(?P<value>{INTEGER})(?:个)?(?:位|bits?|比特)?(?:编码|编号|表示)?(?=[,。;])",
        rf"(?P<value>{INTEGER})(?:个)?(?:位|bits?|比特)(?:的)?(?:对|给|来|为)?(?:数据)?帧?(?:进行)?(?:的)?(?:序号|编号)",
    ):
        problem.find("bits", pattern, lambda match: to_int(match["value"]))
    both = rf"(?:发送窗口(?:和|与|及|、)接收窗口|收发窗口|接收窗口(?:和|与|及|、)发送窗口)(?:的)?(?:大小|尺寸)?(?:都|均|各|为|是|=)+(?P<value>{INTEGER})(?!\d)"
    for match in problem.take_all(both):
        problem.note("window", to_int(match["value"]), match.start())
        problem.note("receive", to_int(match["value"]), match.start())
    problem.find("receive", rf"接收窗口(?:的)?(?:大小|尺寸)?(?:为|是|=)+(?P<value>{INTEGER})(?!\d)", lambda match: to_int(match["value"]))
    problem.find(
        "window",
        rf"发送窗口(?:的)?(?:大小|尺寸)?(?:W_?[TS]|N)?(?:为|是|=|\s)+(?P<value>{INTEGER})(?!\d)(?:帧)?",
        lambda match: to_int(match["value"]),
    )
    problem.find(
        "room",
        rf"(?:发送方)?(?:还)?(?:可以?|能)(?:再|继续|连续)*(?:发送|发)的?(?:数据)?帧(?:的)?(?:数|个数|数量|数目)(?:量)?(?:为|是|有)+(?P<value>{INTEGER})个?",
        lambda match: to_int(match["value"]),
    )
    arrived = problem.take_all(
        r"(?:而|且)?(?:B|接收方|接收端|\ue000)?(?:已|已经)?(?:正确)?(?:接收|收到|接收到)了?这(?P<count>[两三四五六七八\d]+)个帧"
    )
    acknowledged = [numbers_of(match) for match in problem.take_all(_ACKNOWLEDGED.pattern)]
    sent = problem.take_all(_SENT.pattern)
    if len(sent) != 1 or len(acknowledged) != 1 or not acknowledged[0]:
        return None
    frames = numbers_of(sent[0])
    if frames != list(range(frames[0], frames[0] + len(frames))) or not set(acknowledged[0]) <= set(frames):
        return None
    if any(said and to_int(said) != len(frames) for said in (sent[0]["count"], *(match["count"] for match in arrived))):
        return None
    asked = problem.ask(_ASKED)
    problem.done(_HARMLESS)
    facts: dict[str, int] = {}
    for fact in problem.told:
        if facts.setdefault(fact.name, fact.value) != fact.value:
            return None
    protocol = protocols[0] if protocols else SLIDING
    if len(protocols) > 1 or protocol not in (GBN, SR, SLIDING) or not asked:
        return None
    if protocol == SR and acknowledged[0] != list(range(frames[0], frames[0] + len(acknowledged[0]))):
        return None
    return Recognition(
        parameters={
            "task": "state", "protocol": protocol, "sent": [frames[0], frames[-1]], "acknowledged": max(acknowledged[0]), "arrived": bool(arrived),
            "known": facts, "asked": list(dict.fromkeys(asked)),
        },
        understood=(
            ("协议", NAMES[protocol]), ("已发送", f"{frames[0]}～{frames[-1]} 号帧"), ("已确认", f"到 {max(acknowledged[0])} 号帧为止"),
            *((label, f"{facts[name]}{unit}") for name, label, unit in (("bits", "序号", " 位"), ("window", "发送窗口", " 帧"), ("receive", "接收窗口", " 帧"), ("room", "还能发送", " 帧")) if name in facts),
        ),
    )  # fmt: skip
