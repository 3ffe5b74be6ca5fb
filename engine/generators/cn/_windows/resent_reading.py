"""Reading problems about frames sent again: frames 0 to n are sent, some are acknowledged, the timer runs out."""

from __future__ import annotations

import re

from engine.generators.cn._told.told import Told
from engine.generators.cn._windows.state_reading import ROW, SPAN, numbers_of
from engine.generators.cn._windows.words import GBN, NAMES, PROTOCOLS, SR
from engine.generators.kind import Recognition
from engine.generators.reading import to_int

RESENT = r"(?:重发|重传)(?:的|那些|这些)*(?:数据)?帧(?:的)?(?:总)?(?:数|个数|号|编号|序号|是|有|为|\s*\()|(?:重发|重传)(?:的)?(?:是)?(?:多少|几|哪)(?:些|几)?(?:个|号)?(?:数据)?帧?"
"""A problem that asks for the frames that are sent again."""

_SENT = r"(?:(?:已|已经|连续|先后)*(?:发送|发|传)(?:完|出)?(?:了|出|过)?(?:去)?|(?=编号))(?:帧)?(?:(?:的)?(?:编号|序号)(?:依次)?)?(?:为|是)?(?:从)?0\s*号?(?:帧)?\s*(?:~|到|至|-|—)\s*(?P<last>\d{1,3})号?(?:的|共|这|总共|一共)*(?:(?P<count>\d{1,3}|[一二三四五六七八九十]+)个?)?(?:数据)?帧?"
_CUMULATIVE = r"(?:只|仅|已)?收到(?:了)?(?:对)?ACK\s*(?P<last>\d{1,3})\s*\([^()]*及(?:其)?(?:以前|之前)[^()]*\)"
_ACKNOWLEDGED = rf"(?:只|仅|已|已经)*(?:收到|得到|接收到)(?:了|过)?(?:接收方|对方)?(?:对|关于)?(?:编号|序号|第)?(?:为|是)?(?:{SPAN}|(?P<row>{ROW}))(?:这)?(?:[一二两三四五六七]个)?(?:数据)?(?:帧)?的?(?:确认|应答|ACK)(?:帧)?(?:之?后|时)?"
_NOT_RETURNED = r"(?:而|但|若)?(?P<first>[1-9]\d?)号?帧?的?(?:确认|ACK)(?:帧)?(?:还)?(?:没有?|未)(?:返回|收到|到达)"
_TIMED_OUT = rf"(?:而|但|之后|随后)*(?:编号|序号|第)?(?:为)?(?:{SPAN}|(?P<row>{ROW}))(?:数据)?(?:帧)?(?:的)?(?:计时器|定时器)?(?:依次|先后|都|均|相继|全部)*超时"
_ASKED = (
    (r"(?:总共|一共|共)?(?:需要?|要|应该?|必须)*(?:重发|重传)(?:的)?(?:数据)?(?:帧)?(?:是|为|有)*(?:(?<=帧[是为有])(?=\s*(?:\(\s*\)|_+)?\s*(?:[。?]|$))|哪|数据帧的编号|帧号|帧的(?:编号|序号))(?:几|些)?(?:个|号)?(?:数据)?帧?", "which"),
    (r"(?:总共|一共|共)?(?:需要?|要|应该?|必须)*(?:重发|重传)(?:的)?(?:数据)?帧(?:的)?(?:总)?(?:数量?|个数|数目)(?:量)?(?:应|应该)?(?:是|为|有)?|(?:总共|一共|共)?(?:需要?|要|应该?|必须)*(?:重发|重传)(?:的)?(?:数据)?(?:帧)?(?:有|是|为)?(?:多少|几)个?(?:数据)?帧?", "count"),
)  # fmt: skip
_HARMLESS = (
    "帧 编号 序号 已经 协议 发送方 确认 数据链路层 采用 只 若 当 需要 时 的时候 后 发送 了 这时 全部 发出去 都 手里 过 那 然后 就 那么 已发送 计时器 定时器 甲 "
    "数据链路层采用的 传输 传输数据 传送 数据 主机 接收方 假设 假定 如果 但 而 则 使用"
)


def recognise_resent(problem: Told) -> Recognition | None:
    """How many frames, or which, are sent again; None where the text is no such problem."""
    problem.refuse(r"捎带|否定|NAK|否认|出错|丢失|字节")
    protocols = problem.take_words(PROTOCOLS)
    problem.drop_names()
    problem.take_all(r"(?:的方式)?(?:进行)?(?:流量|差错)(?:控制)?(?:和|与|、)(?:差错|流量)控制|的方式|(?:进行)?流量控制")
    sent = problem.take(_SENT)
    cumulative = problem.take(_CUMULATIVE)
    acknowledged = None if cumulative else problem.take(_ACKNOWLEDGED)
    missing = None if cumulative or acknowledged else problem.take(_NOT_RETURNED)
    timed_out = problem.take(_TIMED_OUT)
    problem.take_all(r"\(?(?:累[计积])确认\)?|\(?(?:逐帧|单独|选择)确认\)?")
    problem.ask(_ASKED)
    problem.take_all(r"(?:计时器|定时器)?超时(?:时|的时候)?|(?:计时器|定时器)到时|(?:计时器|定时器)")
    problem.done(_HARMLESS)
    asked = [name for _, name in problem.goals]
    if (
        len(protocols) != 1
        or protocols[0] not in (GBN, SR)
        or sent is None
        or [acknowledged, cumulative, missing].count(None) != 2
        or not asked
    ):
        return None
    last = int(sent["last"])
    if sent["count"] and to_int(sent["count"]) != last + 1:
        return None
    if cumulative is not None:
        numbers = list(range(int(cumulative["last"]) + 1))
    elif missing is not None:
        if protocols[0] != GBN or int(missing["first"]) > int(sent["last"]):
            return None
        numbers = list(range(int(missing["first"])))
    else:
        assert acknowledged is not None
        numbers = sorted(set(numbers_of(acknowledged)))
    if not numbers or numbers[-1] > last or (cumulative is not None and protocols[0] == SR):
        return None
    lost = None
    if timed_out is not None:
        lost = _timed_out(timed_out, protocols[0], numbers, last)
        if lost is None:
            return None
    return Recognition(
        parameters={
            "task": "resent",
            "protocol": protocols[0],
            "last": last,
            "acknowledged": numbers,
            "timed out": lost if protocols[0] == SR else None,
            "asked": asked,
        },
        understood=(("协议", NAMES[protocols[0]]), ("已发送", f"0～{last} 号帧"), ("收到确认", "、".join(map(str, numbers)))),
    )


def _timed_out(match: re.Match[str], protocol: str, acknowledged: list[int], last: int) -> list[int] | None:
    """The frames whose timers ran out; None where the text contradicts itself, or the rule is not that of the book."""
    lost = sorted(set(numbers_of(match)))
    if set(lost) & set(acknowledged) or not lost or lost[-1] > last:
        return None
    # All that follow the first that is late are sent again; one that is late behind others which are not says something else.
    if protocol == GBN and lost[0] != acknowledged[-1] + 1:
        return None
    return lost
