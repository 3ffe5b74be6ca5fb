"""Requests to interleaved banks: which of them meet in one bank, and how many cycles an access across the banks takes."""

from __future__ import annotations

import re

from engine.generators.co._clauses import Clauses
from engine.generators.co._memory_words import CHIP, SHAPE, WORDS
from engine.generators.co._topic_settling import settle
from engine.generators.co._topic_words import COMMON
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import numbered, paragraphs
from engine.generators.reading import INTEGER, stay_out, to_int

_TURNS = r"(?:采用|使用|按|以|为|是|用)*(?:低位)?(?:多体|多模块|多体低位)?(?:低位)?(?:交叉)(?:编址|存储)?(?:的)?(?:方式|存储器|存储|存取|结构)*(?:编址)?"
_LIST = r"(?P<list>\d{1,6}(?:\s*[、,]\s*\d{1,6}){2,})"
_SIZES = {"double": 8, "float": 4, "int": 4, "short": 2, "long long": 8}


def recognise(text: str) -> Recognition | None:
    """The first reading that understands everything."""
    return _conflicts(text) or _across(text)


def _banks(reading: Clauses) -> int | None:
    return reading.take_one(
        rf"(?:由|共有?|有)?(?P<value>{INTEGER})\s*(?:个)?(?:存储)?(?:体|模块)(?:的)?(?:低位)?(?:并行)?(?={_TURNS}|存储器|,|构成|组成)",
        to_int,
    )


def _conflicts(text: str) -> Recognition | None:
    """Addresses one after another: the pairs that meet in one bank before it is free."""
    reading = Clauses(text)
    banks = _banks(reading)
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
    addresses = [int(one) for one in re.findall(r"\d+", listed["list"])]
    busy = to_int(cycle["n"]) if cycle else banks
    if not 2 <= banks <= 32 or busy != banks or len(addresses) > 16 or re.search("几对", text):
        return None
    return Recognition(
        parameters={"task": "conflicts", "banks": banks, "addresses": addresses},
        understood=(("存储体", f"{banks} 个，低位交叉"), ("访问", "、".join(map(str, addresses)))),
    )


def _across(text: str) -> Recognition | None:
    """A variable from a stated address on in chips of a byte each: how many cycles it takes to read."""
    reading = Clauses(text)
    chips = reading.take(
        rf"(?:由|用|采用)?(?P<n>[二两四八248])\s*(?:片|个)\s*{SHAPE}(?:的)?(?:D?RAM)?(?:存储)?{CHIP}?(?:采用)?(?:交叉编址方式|交叉编址|低位交叉编址|交叉)?(?:方式)?"
    )
    if chips is None or "交叉" not in text:
        return None
    if not re.search(r"[×xX*]\s*8\s*位?", chips[0]):
        return None
    count = to_int(chips["n"].replace("两", "二"))
    at = reading.take(
        r"(?:主存)?(?:地址)?(?:为|是|在|存放在|放在|从|:)*\s*(?P<at>[0-9][0-9A-F]{2,7}\s*H)(?:单元)?(?:起|开始|处)?(?:的)?(?:\s*(?P<n>\d)\s*个?字节)?(?:中|里)?"
    )
    if at is None:
        return None
    type = reading.take(
        r"(?<![A-Za-z])(?P<type>double|float|int|short|long\s+long)(?![A-Za-z])(?:型)?(?:的)?(?:变量|数据|整数)?(?:\s*(?<![A-Za-z])[a-z](?![A-Za-z]))?"
    )
    reading.take_all(_TURNS)
    reading.take_all(
        r"(?:组成|构成)(?:一个)?\s*(?:\d+\s*位宽?(?:的)?|\d+\s*[MG]B(?:的)?)(?:主存|存储器|内存)?|(?:总线)?(?:宽度?|位宽)(?:为|是)?\s*\d+\s*位|\(?连续\s*\d\s*个字节地址分布在\s*\d\s*片上[,、]?(?:同一行列可同时读出)?\)?|(?:并|且)?(?:通过|与)?\d+\s*位(?:宽)?(?:的)?(?:存储器)?总线(?:与CPU相?连)?|每个存取周期(?:可)?同时读出\s*\d+\s*位|按字节编址|字节编址|同一行列可同时读出|边界(?:不)?对齐|(?:主存|存储器)?每次(?:最多|可以?|能)*(?:读写|读出|存取|访问)\s*\d+\s*位(?:数据)?"
    )
    asked = reading.asked(
        (
            (
                r"(?:则)?(?:读取?|存取|访问|取出?|读出)(?:变量)?(?:它|该变量|这个变量|[a-z])?(?:的值)?(?:需要?|要|至少|共)*(?:多少|几)(?:个)?(?:存储|存取|总线|主存)?周期(?:数)?|(?:读取?|存取)(?:它|[a-z]|变量)*(?:所需|需要)(?:的)?(?:存储|存取)周期(?:个)?数(?:是|为)?(?:多少)?",
                "cycles",
            ),
        )
    )
    settle(reading, COMMON + WORDS + " 变量 宽 存储周期 放在 x")
    if not asked:
        return None
    length = int(at["n"]) if at["n"] else _SIZES[re.sub(r"\s+", " ", type["type"].lower())] if type else None
    if length is None or (type and _SIZES[re.sub(r"\s+", " ", type["type"].lower())] != length):
        return None
    address = int(at["at"].rstrip("Hh ").replace(" ", ""), 16)
    return Recognition(
        parameters={"task": "across", "banks": count, "address": address, "length": length},
        understood=(("芯片", f"{count} 片交叉编址，每片一个字节"), ("变量", f"从 {address:X}H 起 {length} 个字节")),
    )


def solve(parameters: Parameters) -> Solution:
    """Banks by the low bits of the address."""
    banks = parameters["banks"]
    if parameters["task"] == "across":
        offset = parameters["address"] % banks
        cycles = -(-(offset + parameters["length"]) // banks)
        return Solution(
            answer=f"{cycles} 个",
            also=(f"{cycles}",),
            steps=f"地址除以 {banks} 余 {offset}，从第 {offset} 片开始；一个周期读出对齐的 {banks} 个字节，{offset} + {parameters['length']} = {offset + parameters['length']} 个字节分在 {cycles} 个周期里。",
            conventions=("每个周期各片读同一行列，即一组对齐的字节",),
        )
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
