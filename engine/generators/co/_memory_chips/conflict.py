"""Requests to interleaved banks: which of them meet in one bank."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.co._memory_chips.words import WORDS
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.laws.clauses import Clauses
from engine.generators.laws.settling import settle
from engine.generators.laws.words import COMMON
from engine.generators.markdown import numbered, paragraphs
from engine.generators.reading import INTEGER, stay_out, to_int

_TURNS = r"(?:采用|使用|按|以|为|是|用)*(?:低位)?(?:多体|多模块|多体低位)?(?:低位)?(?:交叉)(?:编址|存储)?(?:的)?(?:方式|存储器|存储|存取|结构)*(?:编址)?"
_LIST = r"(?P<list>\d{1,6}(?:\s*[、,]\s*\d{1,6}){2,})"


def _banks(reading: Clauses) -> int | None:
    return reading.take_one(
        rf"(?:由|共有?|有)?(?P<value>{INTEGER})\s*(?:个)?(?:存储)?(?:体|模块)(?:的)?(?:低位)?(?:并行)?(?={_TURNS}|存储器|,|构成|组成)",
        to_int,
    )


def recognise(text: str) -> Recognition | None:
    """Addresses one after another: the pairs that meet in one bank before it is free."""
    reading = Clauses(text)
    banks = _banks(reading)
    reading.take_all(r"(?:假定|假设|若|设)?(?:在)?连续(?:的)?[\d一二三四五六七八九十]+个访存(?:操作|请求)?(?:中|里),?")
    listed = reading.take(
        rf"(?:假定|假设|若|设)?(?:在)?(?:存储器)?(?:总线上|CPU)?(?:依次|先后|连续|出现|发出|访问|到来|请求)*(?:的)?(?:主存|访存|访问|请求)?(?:的)?(?:存储)?(?:单元)?地址(?:\(?十进制\)?)?(?:序列)?(?:依次|分别)?(?:为|是|:)*(?:\(?十进制\)?)?\s*{_LIST}(?:\(十进制\)|\(均为十进制\))?"
    )
    if banks is None or listed is None:
        return None
    reading.take_all(_TURNS)
    cycle = reading.take(
        rf"(?:每个?)?(?:存储体|体|模块|存储器)?(?:的)?(?:存取|存储)周期(?:为|是|等于|=)*\s*(?P<n>{INTEGER})\s*个?(?:总线|时钟)周期"
    )
    reading.take_all(
        r"(?:且|并且)?(?:每隔?|每个)?(?:一|1)?个?(?:总线|时钟|存取的?1/4|存储)?(?:传送)?周期(?:可)?(?:能)?(?:发出|启动|产生|送出)(?:一|1)(?:个|次)(?:访存)?(?:请求|存储体|体|访问)|每隔(?:1/\d|[四八]分之一)个?(?:存取|存储)周期(?:启动|访问)(?:一|1)?个?(?:存储)?(?:体|模块)?"
    )
    reading.take_all(r"(?:均|都)?(?:是)?(?:按|以)字节(?:为单位)?编址|字节编址|按字编址|低位")
    reading.refuse("周期|ns|时间|高位|顺序")
    asked = reading.asked(
        (
            (
                r"(?:则)?(?:可能|会|将)?(?:发生|产生|出现|引起)?(?:访存|存储体|体)?冲突(?:的)?(?:访存|主存)?(?:地址)?(?:对)?(?:有|是|为)?(?:哪些|哪几对|多少|什么|哪一对|几对)?",
                "pairs",
            ),
        )
    )
    settle(reading, COMMON + WORDS + " 序列 地址对 十进制 出现 总线 访存 体 模块 低位交叉 交叉")
    if not asked:
        return None
    addresses = [int(one) for one in patterns.findall(r"\d+", listed["list"])]
    busy = to_int(cycle["n"]) if cycle else banks
    if not 2 <= banks <= 32 or busy != banks or len(addresses) > 16 or patterns.search("[几多][少]?[对次]|次数|对数", text):
        return None
    return Recognition(
        parameters={"task": "conflicts", "banks": banks, "addresses": addresses},
        understood=(("存储体", f"{banks} 个，低位交叉"), ("访问", "、".join(map(str, addresses)))),
    )


def solve(parameters: Parameters) -> Solution:
    """Banks by the low bits of the address."""
    banks = parameters["banks"]
    addresses = parameters["addresses"]
    places = [f"{address} 在 {address % banks} 号体" for address in addresses]
    pairs = [
        (one, two) for place, one in enumerate(addresses) for two in addresses[place + 1 : place + banks] if one % banks == two % banks
    ]
    if len(set(addresses)) != len(addresses) or len(pairs) > 6:
        stay_out("addresses twice")
    steps = numbered(["、".join(places), f"同一个体的两次访问相隔不到 {banks} 次就会冲突"])
    if not pairs:
        return Solution(answer="没有冲突", steps=steps)
    answer = "；".join(f"{one} 和 {two}" for one, two in pairs)
    return Solution(
        answer=answer,
        also=(
            "；".join(f"{two} 和 {one}" for one, two in pairs),
            "；".join(f"{min(pair)}和{max(pair)}" for pair in pairs),
            "；".join(f"{one}、{two}" for one, two in pairs),
        ),
        steps=paragraphs(steps, answer),
        conventions=("每个总线周期发出一个请求，一个体的存取占体数个总线周期",),
    )
