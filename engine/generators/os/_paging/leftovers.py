"""What is left of a text of which everything understood is struck out: no figure, no closed word and no question may be among it.

Names, nouns and verbs are free. The closed words are few: negations, conditions, changes, comparisons, orders, shares.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.generators import patterns
from engine.generators.patterns import caseless
from engine.generators.reading import stay_out

TAKEN = "\ue000"
_CLAUSE = re.compile(r"[,;。?!\n:]+")
_ASKS = re.compile(
    r"多少|多[大长久高](?!小)|几(?!乎)|哪|什么|啥|谁|何|是否|能否|可否|怎样|怎么|如何|(?<![要需请])求(?![助教救解])|要求出|计算(?!机|题)|算出|写出|给出|列出|画出|指出|确定|(?<![访提想学疑])问(?!题)|[吗么呢](?=\s*(?:[?,。;!\n]|$))"
)
_CLOSED = re.compile(
    r"不|没|未|无|非|勿|莫|否|(?<![分级类])别|除|若|如果|假如|要是|倘|但|却|改|更换|(?<!置)(?<!替)(?<!页)换(?=[成为用一作上])|变(?!换)|增|减|降|升|提高|加(?!速|载)|乘|倍|半|翻|扩|缩|仅|只|恰|刚好|正好|每|各|均|都|另|再|又|还|先|后|前|首|末|原|余|其他|其它"
    r"|最|之外|以外|至少|至多|最多|最少|超|足|以上|以下|以内|之内|同|相等|分别|依次|比|差|快(?!表)|慢|少|多|重|连续|已|仍|允许|必须|禁止|限制|总是|任意|任何|随机|概率|并行|串行|循环|锁|动态|静态|全局|局部|优先|平均|率|例外|包含|包括|含|(?:记|算|计|视)[作为入]|[也要]算|共享|额外|失败|故障|损坏|反(?![映应复正])|倒|逆|开始|左|右"
)
_COUNTING = re.compile(r"[0-9A-Za-zα-ωΑ-Ω%零〇一二两三四五六七八九十百千万亿]")
_PLAIN = re.compile(
    r"计算机|微机|设计|会计|统计|一(?=[个种台套款位名回趟遍次下]|般|旦)|(?<=某)一|进一步|如下(?:所示)?|以下(?=[数各问信条说])|下列|上述|其中(?=[,:])|(?<![A-Za-z])(?:CPU|OS|UNIX|Unix|Linux|Windows|PC|I/O|inode|FCB|i-?node|i(?=结点|节点))(?![A-Za-z])"
    r"|(?<=进程|作业|程序|用户|系统|文件)\s?[A-Z]\d?(?![A-Za-z0-9])|(?:存储)?管理|变换|转换|多道(?:程序)?|多用户|后援|目前|当前|同学|重点|算法|计划|比如|例如|除此之外|又称|多媒体|分配|(?:的)?前提|已知|分别(?=是|为|求)"
)
_POLITE = re.compile(
    r"(?:请|试|求|问|请问|试问|求出|计算|算出|写出|给出|列出|确定|并|且|则|那么|此时|这时|各|分别|依次|共|总共|一共|总|应|应该|将|会|要|需要?|是|为|有|等于|约|大约|的|了|呢|吗|啊|呀|到底|究竟|又|还|以及|和|与|及|、|至少|最少|最多|多少|几|什么|哪[些个]?|多[大长久]|个|次|\s|[()\ue000])"
)


def nothing_left(rest: str, heeded: str = r"(?!)") -> None:
    """Give up where a figure, a closed word or a question is left in a text whose understood parts are marked; `heeded`: the closed words that the
    reader has given their meaning wherever they stand beside what it understood.

    Raises:
        StayOut: one is.
    """
    rest = _PLAIN.sub(" ", patterns.sub(r"(?m)^\s*(?:\(?\d{1,2}\)|\d{1,2}[.、])\s*", "", rest))
    for clause in _CLAUSE.split(rest):
        if TAKEN in clause:
            clause = caseless(heeded).sub(" ", clause)
        left = patterns.sub(r"[^\w%]+", "", clause.replace(TAKEN, " "))
        if found := _COUNTING.search(left) or _CLOSED.search(left) or _ASKS.search(left):
            stay_out(f"{found[0]} in {clause.replace(TAKEN, ' ').strip()}")


_JOINED = re.compile(r"(?:和|与|及|以及|、|还有)(?P<after>[\u3400-\u9fff]{2,})|(?P<before>[\u3400-\u9fff]{2,})(?:和|与|及|以及|、|还有)")


def nothing_asked_besides(rest: str, questions: Sequence[tuple[int, int]]) -> None:
    """Give up where a clause that asks joins a noun that nobody understood to what was asked.

    Raises:
        StayOut: one does.
    """
    for start, _ in questions:
        begin = max((mark.end() for mark in _CLAUSE.finditer(rest, 0, start)), default=0)
        end = mark.start() if (mark := _CLAUSE.search(rest, start)) else len(rest)
        for joined in _JOINED.finditer(rest[begin:end]):
            if _POLITE.sub("", _PLAIN.sub("", joined["after"] or joined["before"])):
                stay_out(f"also asks: {joined[0]}")
