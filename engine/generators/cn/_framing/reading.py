"""Reading problems of stuffing: the data, and whether it is to be stuffed or was.

The data are taken out first, each with the sentence that asks about it; which way it goes follows from a closed list of words there.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any, ClassVar

from engine.generators import patterns
from engine.generators.clauses import ORDINARY as GENERAL
from engine.generators.cn._clauses import ORDINARY
from engine.generators.kind import Recognition
from engine.generators.pasted.normalising import normalise
from engine.generators.patterns import caseless
from engine.generators.reading import close_up, stay_out
from engine.generators.topic import Topic

_BITS = r"(?<![\dA-Za-z.])[01](?:[ \t]{0,2}[01]){7,}(?![\dA-Za-z.])"
_BYTES = r"(?<![\dA-Za-z.])(?:0x)?(?-i:[0-9A-F]{2})H?(?:[ \t,、]{1,3}(?:0x)?(?-i:[0-9A-F]{2})H?(?![\dA-Za-z])){2,}|(?<![\dA-Za-z.])(?-i:(?:[0-9A-F]{2}){4,})(?![\dA-Za-z.])"
_WORD = r"(?-i:ESC|FLAG|[A-Z])"
_WORDS = rf"(?<![A-Za-z]){_WORD}(?:[ \t,、]{{1,3}}{_WORD}(?![A-Za-z])){{2,}}"
_DATA = rf"{_BITS}|{_BYTES}|{_WORDS}"
_FLAG = r"(?:01111110|0?x?7E(?:H|\(16\))?)"
_END = re.compile(r"[。;?!\n]")
# Only what arrived is undone; what is asked for then are the data.
_UNDONE = re.compile(
    r"(?:去|解)(?:除|掉)?填充|收到|接收到|(?:删除|去掉|去除|除去|消除|剔除)(?:其中|发送|加入|插入|填充|的|了|端|方|掉)*(?:0|零|比特|填充|插入)|恢复|还原|真正|填充前|(?:原始|原来|原)的?(?:数据|信息|比特|位|字节|序列|流|串)*(?:部分)?(?:应|应该)?(?:是|为)?(?:什么|多少|怎样|\(\s*\)|_|[?。]|$)"
)
_DONE = re.compile(
    r"填充(?:法|技术|方式|方法)?(?:进行|处理|操作)*(?:以|之)?后|插入|填充后|(?:实际|在)[^,。;?\d]{0,8}(?:传输|传送|发送)|(?:发送|传输|传送|输出|发出)(?:的|出去的)?(?:是|为|时|数据|比特|位|字节|序列|应|实际)|(?:变成|变为|成为|得到|输出)|组帧后"
)
_ENDS = re.compile(r"\s*(?:[?]|[。;]?\s*$)")
_HOW_MANY = r"(?:一共|总共|共|需要?|要|会|发送(?:方|端)?|应)*(?:插入|填充|加入|添加)(?:了)?(?:多少|几)个?(?:\"?0\"?|零)?(?:比特|位)?"
_ASKED = (
    r"(?:试|请)?(?:问|求|写出|给出|算出|计算)*(?:经过?|通过|采用|用|使用|进行|发送(?:方|端)|接收(?:方|端)|则|那么|对|其|该|它|上述|此|,)*"
    r"(?:(?:零|0|\"0\"|比特|位|字节|字符|填充|插入|删除|去掉|去除|除去|还原|恢复|组帧|加入|转义|处理|操作|进行)(?:法|技术|方法|方式|处理)?(?:的|了|出|其中|后|之后|以后|,)*)*"
    r"(?:(?:发送(?:方|端)?|接收(?:方|端)?|加入|插入|填充|零|在|线路|链路|信道|网络|实际|传输|传送|输出|发出|上|中|所|将|会|应该?|真正|原始|原来|原|变成|变为|成为|得到|怎样|什么样?|如何|多少|何|啥|的|是|为|请|"
    r"(?:数据|信息|比特|位|字节|字符|二进制)?(?:部分|字段|流|串|序列|数据)|帧|比特|数据|信息|结果|内容|形式|出去|后|以|用|十六进制|表示|写出|输出|对应|\(|\)|\s))+"
)
_RULES = (
    rf"(?:标志(?:字段|字节|位|字符|序列|域)?|定界符|帧(?:的)?(?:首尾)?定界(?:标志)?|首尾标志)(?:F)?(?:用|采用|使用|为|是|=|:)*{_FLAG}(?:\(?(?:即)?{_FLAG}\)?)?(?:表示|标识|标志)?",
    rf"(?:用|以|采用){_FLAG}(?:作为|为|作|标识|标志|表示)?(?:帧)?(?:的)?(?:开始|首|头)?(?:和|与|、|及)?(?:结束|尾)?(?:的)?(?:标志|定界符?|标识)?(?:字段|字节|位)?",
    r"(?:若|只要|每当|当|每)?(?:发现|遇到|出现|有)?(?:连续)?(?:的)?(?:5|五)个(?:连续)?(?:的)?\"?1\"?(?:时|之?后|,|则|便|就|立即|在其后|其后)*(?:插入|填入|填充|加|添)(?:上|入)?(?:一个|1个)?\"?(?:0|零)\"?(?:比特|位)?",
    r"(?<=[(，,])\s*(?:用|以)?(?:十六进制|16进制)(?:数)?(?:写出|表示|形式|给出)?",
)


class Framing(Topic):
    """A problem of stuffing, its data taken out."""

    words: ClassVar[str] = (
        ORDINARY
        + " PPP HDLC SLIP 协议 PPP协议 HDLC协议 帧 数据帧 PPP帧 HDLC帧 数据部分 数据段 数据字段 信息字段 数据字节 数据 信息 部分 字段 比特 比特串 位串 比特流 位流 比特序列 位序列 序列 字节 字符 字节序列 二进制 零比特 零比特填充 0比特插入法 零比特插入法 比特填充 位填充 字节填充 字符填充 填充 填充法 零比特填充法 比特填充法 方法 方式 技术 法 转义 转义字符 "
        "规程 通信规程 数据流 数据报 片段 数据报片段 数据链路层 同步传输 同步 异步 异步传输 技术传送 透明传输 实现 链路 面向比特 面向字符 使用 采用 采用的 出现 要 欲 待 需要 中 里 中间 一个 某 串 经过 经 通过 用 用十六进制 写出 十六进制 十六进制写出 十六进制表示 组帧 进行 如下 以下 对 将 为了 上 控制规程 高级数据链路控制 点到点协议 点对点协议 时 后 之后 发送端 接收端 加入 插入"
    )
    ordinary: ClassVar[str] = GENERAL
    refused: ClassVar[str] = (
        r"违规|违例|曼彻斯特|计数|校验|CRC|FCS|效率|最多|至少|概率|平均|为什么|完整|加上(?:首尾)?标志|包括标志|含标志|加首尾|长度|多少位|DLE|SLIP|(?:几|多少)个?(?:字节|位|比特|字符)|第\s*[1-9一二三四五]|差错|出错|错误|倒|反序|低位先|先发送?低"
    )


def recognise(text: str) -> Recognition | None:
    """The parameters of the kind's `solve`; None or `StayOut` where a word or a row of data is not understood."""
    plain = close_up(patterns.sub(r"[ \t]*[\n\r]\s*", "\n", normalise(text).replace("“", '"').replace("”", '"')))
    for rule in _RULES:
        plain = caseless(rule).sub(" ", plain)
    matches = list(caseless(_DATA).finditer(plain))
    if not 1 <= len(matches) <= 4 or not patterns.search(r"填充|比特插入|PPP|HDLC|插入|透明传输|ESC", plain):
        return None
    starts = [0]
    for before, after in pairwise(matches):
        if not (ends := list(_END.finditer(plain, before.end(), after.start()))):
            stay_out("rows of data in one sentence")
        starts.append(ends[-1].end())
    found: list[dict[str, Any]] = []
    for match, start, stop in zip(matches, starts, [*starts[1:], len(plain)], strict=True):
        said = f"{plain[start : match.start()]} {plain[match.end() : stop]}"
        undone, done = _UNDONE.search(said), _DONE.search(said)
        if undone is None and done is None and not patterns.search("填充", said):
            stay_out("which way?")
        problem = Framing(patterns.sub(r"^\s*\(\d\)", "", said))
        counted = bool(problem.take_asked(_HOW_MANY))
        asked = _asked(problem)
        if not counted and not asked:
            stay_out("nothing is asked")
        if undone and not patterns.search(r"收到|接收|填充后|(?:帧|PPP|HDLC)[^,。;?]{0,3}(?:数据|信息)", plain[start : match.start()]):
            stay_out("data that are sent, and what arrives is asked")
        if counted and undone:
            stay_out("how many were put in?")
        problem.settle()
        found.append({"task": "restore" if undone else "stuff", "counted": counted, **_data(match[0], plain)})
    shown = {"bits": "比特串", "bytes": "字节", "words": "字符"}
    return Recognition(
        parameters={"task": "stuffing", "rows": found},
        understood=tuple((f"{'收到' if row['task'] == 'restore' else '要发送'}的{shown[row['form']]}", row["data"]) for row in found),
    )


def _asked(problem: Framing) -> bool:
    """Whether it is asked what comes of the data; what asks is taken."""
    spans = [
        match.span()
        for match in caseless(_ASKED).finditer(problem.rest)
        if patterns.search("什么|怎样|多少|何|啥|如何", match[0])
        or (patterns.search("填充|插入|原|真正|输出|传输|发送|结果|组帧|序列", match[0]) and _ENDS.match(problem.rest, match.end()))
    ]
    before = problem.rest
    problem.take_spans(spans)
    problem.mark_asked(before)
    return bool(spans)


def _data(text: str, plain: str) -> dict[str, str]:
    """A row of data: its form and how it is written."""
    compact = patterns.sub(r"[ \t,、]", "", text)
    if patterns.fullmatch("[01]+", compact):
        if patterns.search("字节填充|字符填充|7D", plain):
            stay_out("bits or bytes?")
        return {"form": "bits", "data": compact}
    if patterns.search("零比特|0比特|位填充|(?<!零)比特填充", plain) and not patterns.search("[01]{8}", plain):
        stay_out("bytes that are stuffed bit by bit")
    if patterns.search("ESC|FLAG", text):
        return {"form": "words", "data": " ".join(patterns.findall(_WORD, text))}
    digits = patterns.sub("0x|H", "", compact)
    if not caseless("PPP|7D|异步").search(plain) or len(digits) % 2 or not patterns.fullmatch("[0-9A-F]+", digits):
        stay_out("bytes of what protocol?")
    return {"form": "bytes", "data": " ".join(digits[place : place + 2] for place in range(0, len(digits), 2))}
