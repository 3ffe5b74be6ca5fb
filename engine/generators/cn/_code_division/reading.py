"""Reading problems of code division: whose chip sequence is which, what was received or sent, and whose bits are asked.

Every sequence of numbers is taken out first; what is told of them follows from the names and the word before each. Of the rest only ordinary
words may be left.
"""

from __future__ import annotations

import re
from typing import ClassVar

from engine.generators import patterns
from engine.generators.clauses import ORDINARY as GENERAL
from engine.generators.cn._clauses import ORDINARY
from engine.generators.cn._code_division.simulator import Chips
from engine.generators.kind import Recognition
from engine.generators.pasted.normalising import normalise
from engine.generators.patterns import caseless
from engine.generators.reading import close_up, stay_out
from engine.generators.topic import Topic

_NUMBER = r"[+-]?\s?\d"
SEQUENCE = rf"[(\[{{<]?\s*(?:{_NUMBER}(?:\s*[,、;]\s*|\s+)(?={_NUMBER})){{3,}}{_NUMBER}\s*[)\]}}>]?|[(\[{{<]?\s*(?:[+-]\s?[1-9]\s*){{4,}}[)\]}}>]?|(?<![\d.])[01]{{4,16}}(?![\d.])"
"""Chips with or without brackets, signs and commas; `00011011` too."""
_NAME = r"(?:(?:站点?|用户|主机|手机|移动台|结点|节点)\s*)?(?:(?-i:[A-Za-z])(?![A-Za-z0-9])|[甲乙丙丁戊])(?:站点?|用户|方)?"
_NAMES = rf"{_NAME}(?:\s*(?:[、,]|和|与|及|以及)\s*{_NAME})*"
_MARK = r"§\d+§"
_MARKS = rf"{_MARK}(?:\s*(?:[、,;]|和|与|及|以及)?\s*{_MARK})*"
_CHIPS = r"(?:的)?(?:码分多址)?(?:的)?(?:码片|扩频|地址)(?:序列|码|向量)?"
_IS = r"(?:\s|分别|依次|各自|各|设|为|是|:|=)*"
_TOLD = rf"(?P<names>{_NAMES})(?:(?:[两三四五2-5])(?:个)?(?:站点?|用户))?{_CHIPS}{_IS}(?P<marks>{_MARKS})"
_TOLD_ONE = rf"(?P<names>{_NAME}){_IS}(?P<marks>{_MARK})"
# `A 的码片是 …，B 的是 …`: behind a station's chips the word need not come again.
_TOLD_SHORT = rf"(?P<first>{_NAME}{_CHIPS}{_IS}{_MARK})(?P<more>(?:\s*[,;、]\s*{_NAME}的(?:是|为|:|=|\s)*{_MARK})+)"
_RECEIVED = rf"(?:(?:{_NAME})\s*)?(?:从|在)?(?:该|这条)?(?:链路|信道)?(?:上|中)?(?:现在?|某时刻|此时|某次)?(?:收到|接收到|接收|测得|听到)(?:了|到|的是)?(?:如下|以下|下面|这样)?(?:的|一个)*(?:混合|叠加|合成|复合)?(?:的)?(?:码片?)?(?:序列|信号|向量|数据|码片)?(?:(?-i:S|T|M|X))?{_IS}(?P<mark>{_MARK})"
_ITS_BITS = r"(?:数据|比特|信息|位)?(?:序列|位|串)?"
_SENDS = r"(?:发送|发出|发|传送|传输|送出|送)"
_OF_WHOM = rf"(?:(?:解码|解调|译码|恢复|还原|求|计算|解)出?(?:站点?)?)?(?P<names>{_NAMES})(?:站点?)?(?:分别|各自|所|各)?{_SENDS}(?:给\s*(?:{_NAME}))?(?:了|出)*(?:的)?{_ITS_BITS}(?:分别|各|依次)?(?:为|是|等于)?(?:什么|多少|哪个|啥|0还是1|1还是0)?"
_DECODED = rf"(?:解码|解调|译码|恢复|还原|求|计算|解)(?:出)?(?:站点?)?(?P<names>{_NAMES})(?:[两三四]?站点?)?(?:各自|分别)?(?:所)?(?:发送?|传送?)?的(?:数据|比特|信息)(?:位|串|序列)?"
_WHO = rf"(?:是|有|由)?(?:哪|谁)(?:一?个|些|几个)?站?点?(?:{_SENDS})(?:了|出|过)*(?:数据|信号|信息|比特)?(?:了)?"
_OF_THOSE = rf"(?:{_SENDS})(?:了|出|过)*(?:数据|信号|信息|比特)?的(?:站点?|各站|二进制|比特)*,?(?:{_SENDS})?(?:出)?(?:的)?(?:数据|比特)?(?:各|分别)?(?:是|的是|为)?(?:1还是0|0还是1|什么|多少)|(?:各|分别|各自)*(?:{_SENDS})(?:了|出)?(?:的)?(?:是)?(?:什么(?:数据|比特)?|啥|1还是0|0还是1)"
_OTHERS = rf"(?:则|那么)?(?:(?:{_NAMES})|其[他余它]站点?|(?:新|另一?)(?:入网|加入|增加?|来)?(?:的)?(?:一?个)?站点?)(?:的)?(?:码片序列|码片)?(?:可以|可能|能|应|应该)*(?:为|是|选用|选择|使用|采用|用|分配|指派)(?:的)?(?:下列|以下|下面)?(?:哪一?个|哪些)?(?:码片序列|码片)?(?:的?是)?"
_SUM = r"(?:叠加|合成|混合|相加|求和)*(?:以?后|之后|后的|的)*,?(?:在|则|那么)*(?:信道|链路|线路|接收端|接收方|空中|公共信道)*(?:上|中)?(?:的)?(?:实际)?(?:上)?(?:收到|接收到|得到|形成|产生|传输|传送|看到|发送|发出|送出)?(?:的)?(?:叠加|合成|混合|总)*(?:的|后的)*(?:码片)?(?:信号|序列|向量|(?<=的)和)(?:应|会)?(?:是|为|变成|等于)*(?:什么|啥|多少|怎样)?(?:序列|样|样子)?"
_SENT = rf"(?P<names>{_NAMES})(?:站点?)?(?:[两三四]个?站)?(?:要|想|将|在|此时|同时|都|分别|只)*{_SENDS}(?:了|出|的是)*(?:一个)?(?:数据|比特|二进制)?(?:位)?{_IS}\"?(?P<bit>[01])\"?(?![\d.]|还是|\s*[、,和]\s*[01](?!\d))"
_SENT_ALONE = rf"(?:若|当|在|如果|它|其|要|该站)*{_SENDS}(?:了|出|的是)*(?:一个)?(?:数据|比特|二进制)?(?:位)?{_IS}\"?(?P<bit>[01])\"?(?![\d.]|还是|\s*[、,和]\s*[01](?!\d))(?:的)?(?:时候?)?"
# How the two values of a chip are written; another way would turn every sequence round.
_WRITTEN = r"\(?(?:其中)?(?:用|以)?(?:0|二进制0)(?:代表|表示|即|是|为|对应|记作)\s*-1[,、;]?(?:而|用|以)?1(?:代表|表示|即|是|为|对应|记作)\s*\+?1\)?|\(?发送?(?:比特)?1(?:时)?(?:就)?(?:发送|发|用)(?:自己的|其)?码片(?:序列)?(?:本身)?[,;](?:而)?(?:发送?)?(?:比特)?0(?:时)?(?:就)?(?:发送|发|用)(?:其|它的|码片(?:序列)?的)*反码\)?"


_SILENT = rf"(?P<names>{_NAMES})(?:站点?)?(?:不|没有?|未)(?:参与)?{_SENDS}(?:任何)?(?:数据|信号|信息)?"
_TAKEN_ALREADY = rf"(?:某|一|有)?(?:一?个)?(?:站点?|用户)(?:已经?|被|已被)*(?:指派|分配|使用|采用|用|选用)(?:的|了)*(?:码片序列|码片){_IS}(?P<mark>{_MARK})"


class CodeDivision(Topic):
    """A problem of code division, its sequences taken out."""

    words: ClassVar[str] = (
        ORDINARY
        + " 其中 只 混合 叠加 用 一条 广播信道 上 连有 连接有 共有 个 站 站点 码分 复用 技术 码分复用 码分多址 多路 共享 移动 蜂窝 系统 比特 序列 码片序列 码片 信号 接收端 互相 相互 两两 正交 它们 每个 各站 各 下列 可能 二进制 数据 里 已 指派 分配 入网 "
        "时刻 同步 规格化 内积"
    )
    ordinary: ClassVar[str] = GENERAL
    refused: ClassVar[str] = (
        r"规定|约定|反码|补码|取反|反相|噪声|干扰|误码|速率|带宽|延迟|时延|滞后|移位|错位|码片数|异步|不正交|非正交|(?-i:Walsh)|生成|构造|证明"
    )


def chips_of(text: str) -> Chips:
    """A text that `SEQUENCE` matched."""
    inner = patterns.sub(r"[(\[{<>}\])]", "", text).strip()
    if patterns.fullmatch(r"[01]+", inner):
        return tuple(1 if bit == "1" else -1 for bit in inner)
    return tuple(int(patterns.sub(r"\s", "", number)) for number in patterns.findall(_NUMBER, inner))


def recognise(text: str) -> Recognition | None:
    """The parameters of the kind's `solve`; None or `StayOut` where a sequence or a word is not understood."""
    plain = patterns.sub(r"\s*[\n\r]\s*", ";", normalise(text).replace("−", "-").replace("–", "-"))
    plain = caseless(r"\(?CDMA\)?|code division multiple access").sub("码分多址", plain)
    plain = caseless(r"\(chip[a-z ]*\)|\(?(?:要求?)?写出(?:计算)?过程\)?").sub("", plain)
    plain = caseless(_WRITTEN).sub("", plain)
    found: list[Chips] = []

    def marked(match: re.Match[str]) -> str:
        found.append(chips_of(match[0]))
        return f"§{len(found) - 1}§"

    plain = close_up(caseless(SEQUENCE).sub(marked, plain))
    if not found or len(found) > 8:
        return None
    plain = caseless(_TOLD_SHORT).sub(lambda match: match["first"] + match["more"].replace("的", ""), plain)
    received: Chips | None = None
    if match := caseless(_RECEIVED).search(plain):
        received, plain = _sequences(match["mark"], found)[0], _without(plain, match)
    stations: dict[str, Chips] = {}
    for pattern in (_TOLD, _TOLD_ONE):
        while match := caseless(pattern).search(plain):
            names, codes = _named(match["names"]), _sequences(match["marks"], found)
            if len(names) != len(codes) or set(names) & set(stations):
                stay_out("which sequence is whose?")
            stations |= dict(zip(names, codes, strict=True))
            plain = _without(plain, match)
    if not stations and len(found) == 1 and received is None and (match := caseless(_TAKEN_ALREADY).search(plain)):
        stations, plain = {"已有的站": found[0]}, _without(plain, match)
    if "§" in plain or not stations or any(set(code) - {1, -1} for code in stations.values()):
        stay_out("a sequence that is nobody's")
    problem = CodeDivision(plain)
    for match in problem.take_all(
        r"(?:码片序列|码片)?(?:的)?(?:长度|长)?(?:都|均|各)?(?:为|是|有)(?P<value>\d{1,2})(?:位|个?码片|bits?|比特)(?!的?反)"
    ):
        if any(len(code) != int(match["value"]) for code in stations.values()):
            stay_out("sequences of another length")
    understood = tuple((f"{name} 的码片序列", _shown(code)) for name, code in stations.items())
    chips = [list(code) for code in stations.values()]
    if received is None:
        told = [(name, match["bit"]) for match in problem.take_all(_SENT) for name in _named(match["names"])]
        if len(stations) == 1 and not told:
            told = [(name, match["bit"]) for match in problem.take_all(_SENT_ALONE) for name in stations]
        sent = dict(told)
        if len(sent) < len(told):
            stay_out("a station that sends two bits")
        if sent:
            asks = problem.take_asked(_SUM)
            silent = [name for match in problem.take_all(_SILENT) for name in _named(match["names"])]
            _settle(problem)
            if not asks or set(sent) | set(silent) != set(stations) or set(sent) & set(silent):
                stay_out("not all of them are told of")
            return Recognition(
                parameters={"task": "sum", "stations": list(stations), "chips": chips, "bits": [sent.get(name) for name in stations]},
                understood=(*understood, ("发送", "、".join(f"{name} {bit}" for name, bit in sent.items()))),
            )
        if not problem.take_asked(_OTHERS):
            return None
        _settle(problem)
        return Recognition(parameters={"task": "others", "chips": chips}, understood=understood)
    who = bool(problem.take_asked(_WHO))
    each = who and bool(problem.take_asked(_OF_THOSE))
    asked = list(stations) if who else _of_whom(problem, list(stations))
    if not asked:
        return None
    _settle(problem)
    return Recognition(
        parameters={
            "task": "bits",
            "stations": list(stations),
            "chips": chips,
            "received": list(received),
            "asked": asked,
            "who": who,
            "only who": who and not each,
        },
        understood=(*understood, ("收到", _shown(received))),
    )


def _settle(problem: CodeDivision) -> None:
    """Look at what is left besides the names of stations and how many there are."""
    problem.take_all(
        rf"(?<![A-Za-z])(?:{_NAMES})|(?:[2-8两三四五六七八]|二)个?(?=站|用户|移动|手机|信道|码片|结点|节点)|(?<=码片序列)\s*(?=\s|$)"
    )
    problem.settle()


def _shown(sequence: Chips) -> str:
    return "、".join(str(value) for value in sequence)


def _named(text: str) -> list[str]:
    return patterns.findall(r"[A-Za-z甲乙丙丁戊]", text)


def _sequences(text: str, found: list[Chips]) -> list[Chips]:
    return [found[int(number)] for number in patterns.findall(r"\d+", text)]


def _without(text: str, match: re.Match[str]) -> str:
    return f"{text[: match.start()]} {text[match.end() :]}"


def _of_whom(problem: CodeDivision, stations: list[str]) -> list[str]:
    """Whose bits are asked: the last mention asks, `A、B、C 要向 D 发送数据` before it only tells."""
    matches = list(caseless(_OF_WHOM).finditer(problem.rest)) or list(caseless(_DECODED).finditer(problem.rest))
    if not matches or patterns.search(r"[^\s。?()_:;,]", problem.rest[matches[-1].end() :]):
        return []
    names = _named(patterns.sub(r"给.*", "", matches[-1]["names"]))
    if set(names) - set(stations):
        stay_out("of whom nothing is told")
    before = problem.rest
    problem.take_spans([matches[-1].span()])
    problem.mark_asked(before)
    return names
