"""Reading forwarding tables by their parts: every block with its hop, and the destinations that are left."""

from __future__ import annotations

import re

from engine.generators.cn._addresses import Block, dotted, number_of, prefix_of, supernet
from engine.generators.cn._clauses import Problem
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, StayOut, stay_out, to_int

_IP = r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])"
_MASK = r"(?:(?:子网)?掩码(?:为|是|:|=)?\s*)?(?:255(?:\.\d{1,3}){3}|0\.0\.0\.0)(?![\d.])"
_DEFAULT = r"(?:\*\s*(?:\(默认(?:路由)?\))?|默认(?:路由|表项|网关)?(?:\(\*\)|\(0\.0\.0\.0/0\))?|(?<![A-Za-z])default(?![A-Za-z])|其[他它余]的?(?:地址|网络|目的地址?|全部|都)?|0/0)"
_BLOCK = rf"(?:{_IP}\s*/\s*\d{{1,2}}(?!\d)(?:\(?默认(?:路由)?\)?)?|{_IP}\s*[,(/|]?\s*{_MASK}\)?(?:\(?默认(?:路由)?\)?)?|{_DEFAULT})"
_NAME = r"(?:[A-Za-z]{1,8}-?\d{1,2}(?:/\d{1,2}){0,2}|[A-Z](?![A-Za-z]))"
_HOP = (
    rf"(?:(?:出?接口|端口|路由器|下一跳|转发到)\s*(?:{_NAME}|\d{{1,2}}(?![\d.]))(?:接口|端口)?|(?<![A-Za-z0-9.])(?!IPv|IP(?![A-Za-z]))(?-i:{_NAME})(?:接口|端口|口)?|(?<![A-Za-z0-9.])[a-z]\d(?:接口|端口|口)?|"
    r"[甲乙丙丁戊](?!类)|直接交付|直连|(?<![\d.])[1-9](?:号)?(?:接口|端口|口))(?![A-Za-z0-9.])"
)
_TO = r"(?:\s|,|:|\(|=|\||→|->|-+>|—+>?|~|的?(?:下一跳|出接口|转发接口|对应|转发[给到至]|转发|交给|送往|送到|发往|走|去|经由?|通过|从|由|到|给|往|是)(?:地址|接口)?(?:为|是)?)*"
_ENTRIES = (
    rf"(?:目的网络|网络|前缀)?\s*(?P<block>{_BLOCK}){_TO}(?P<hop>{_HOP})\)?(?:转发|出|走)?",
    rf"(?P<hop>{_HOP}){_TO}(?P<block>{_BLOCK})\)?",
    rf"(?P<block>(?P<hop>{_IP}/\d{{1,2}}(?!\d)))\s*/?",
)
_REFUSED = r"NAT|ARP|ACL|TTL|跳数|度量|代价|开销|管理距离|优先级|IPv6|划分|VLSM|变长|主机数|台主机|广播|增加|删除|添加|修改|失效|故障|掩码是多少|RIP|OSPF|BGP|不能|能否|几条(?!路由)|几项(?!路由)|匹配(?:上|到)?(?:了)?(?:多少|几)|等价|负载|来自|源地址|去掉|新增"
_HARMLESS = (
    "路由器 路由表 转发表 表项 路由 表 条 条目 目的地址 目的IP地址 目的IP 目标地址 目的网络 目标网络 目的 地址 IP 分组 数据报 数据包 包 报文 IP数据报 IP分组 收到 接收 到达 转发 接口 出接口 下一跳 哪个 哪 谁 出 从 按 "
    "最长 前缀 最长前缀匹配 最长匹配 最长前缀 匹配 原则 规则 CIDR 项 个 该 去往 发往 前往 送往 端口 应 应该 往 交给 选择 输出 网络 掩码 子网掩码 前缀长度 子网 转发接口 被 几 路由项 如下 只有 经 走 来 来了 现 现在 建立 中 了 "
    "如下所示 进行 分别 各 它们 被转发到 转发到 转发给 去 送 送到 送给 发给 给 哪里 哪儿 哪边 哪个口 哪条 口 往哪 选 选哪 会 将 四条 三条 五条 两条 都 网段 时 则 一个 当 哪一个 使用 网络前缀 下一站 时候 用 结果 对应 目的网络地址 里 "
)


def network(text: str) -> Block:
    """`10.0.0.0/8`, an address with its mask, or 默认 (everything).

    Raises:
        StayOut: it is none, or has bits of a host.
    """
    text = re.sub(r"\(?默认(?:路由)?\)?", "", text)
    addresses = re.findall(r"\d{1,3}(?:\.\d{1,3}){3}", text)
    try:
        if not addresses:
            return Block(0, 0)
        prefix = prefix_of(number_of(addresses[1])) if len(addresses) > 1 else int(text.partition("/")[2])
        block = Block(number_of(addresses[0]), prefix)
    except ValueError:
        stay_out(text)
    if prefix > 32 or block.network != block.address:
        stay_out(f"not a network: {text}")
    return block


def recognise(text: str) -> Recognition | None:
    """The parameters of the kind's `solve`; None or `StayOut` where an entry or a word is not understood."""
    if re.search(r"聚合|汇聚|超网|合并", text):
        return _aggregate(Problem(text, short_rates=False))
    found = []
    for entry in _ENTRIES:
        try:
            found.append(_lookup(Problem(text, short_rates=False), entry))
        except StayOut:
            continue
    understood = [seen for seen in found if seen is not None]
    return understood[0] if understood and all(seen == understood[0] for seen in understood) else None


def _lookup(problem: Problem, entry: str) -> Recognition | None:
    problem.refuse(_REFUSED)
    problem.take_all(
        rf"(?<![\d.A-Za-z/])(?:\(\d\)|[①-⑨]|\d[.、)])\s*(?={_IP})|路由器\s*[A-Z]\d?(?=(?:中|上|里)?的?(?:路由表|转发表|收到|只?有|建立|中?的))|(?:(?<=[当则]))[A-Z]\d?(?=收到)|目的网络/(?:下一跳|接口|前缀)"
    )
    if entry is _ENTRIES[-1] and not problem.has(r"匹配.{0,6}哪|哪.{0,6}匹配"):
        return None
    rows = [(match["block"], match["hop"]) for match in problem.take_all(entry)]
    destinations = list(dict.fromkeys(match[0] for match in problem.take_all(rf"{_IP}(?!\s*/)")))
    packets = problem.take_one(rf"(?P<value>{INTEGER})\s*个(?:IP)?(?:分组|数据报|数据包|包|目的地址|报文|地址)", to_int)
    count = problem.take_one(rf"(?P<value>{INTEGER})\s*(?:个|条|项)(?:路由|转发|CIDR)?(?=表项|路由|记录|项|$|:|,|\()", to_int)
    problem.take_all(
        r"(?<=收到的|收到了)?(?:目的)?(?:IP)?地址(?:分别)?(?:为|是)|(?:按照?|根据|使用|采用)?最长(?:前缀)?(?:地址)?匹配(?:的)?(?:原则|规则|算法)?"
    )
    problem.take_all(
        r"(?:从|由|走|经|往|到|去|给|是|应)*哪(?:里|儿|边|一?条|一?个)?(?:出?接口|口|端口|路由器?|下一跳|表项)?(?:转发|出去|走)?|(?:下一跳|接口|端口)(?:分别|各)?(?:是|为)?(?:多少|几)"
    )
    problem.finish(_HARMLESS)
    if len(rows) < 2 or not 1 <= len(destinations) <= 8 or packets not in (None, 1, len(destinations)):
        return None
    routes = [(network(block), re.sub(r"^(?:路由器(?=\s*[A-Za-z])|下一跳|转发到)\s*", "", hop).strip()) for block, hop in rows]
    if len({block for block, _ in routes}) != len(routes) or count not in (None, 1, len(routes)):
        return None
    numbers = []
    for destination in destinations:
        try:
            numbers.append(number_of(destination))
        except ValueError:
            stay_out(destination)
    if any(number & 255 == 0 for number in numbers):
        return None  # a network without its mask rather than a host
    return Recognition(
        parameters={
            "task": "lookup",
            "routes": [[str(block), hop] for block, hop in routes],
            "destinations": [dotted(number) for number in numbers],
        },
        understood=(("路由表", "、".join(f"{block} → {hop}" for block, hop in routes)), ("目的地址", "、".join(map(dotted, numbers)))),
    )


def _aggregate(problem: Problem) -> Recognition | None:
    problem.refuse(r"NAT|ARP|ACL|TTL|IPv6|RIP|OSPF|BGP|不能|能否|可否|是否|划分|哪些|几条|减少了|主机数|广播|目的地址(?:为|是)")
    blocks = [network(match[0]) for match in problem.take_all(rf"{_IP}\s*/\s*\d{{1,2}}(?!\d)")]
    problem.take_all(
        r"(?:路由器)?[A-Z]\d?(?=的?(?:路由表|转发表))|(?:将|把)?(?:这|上述|它们?|其)?[二两三四五六七八\d](?:个|条)(?:/\d{1,2}(?!\d))?(?:的)?(?=C类|子网|网络|网段|路由|地址块|连续|前缀)|最大(?:可能)?(?:的)?聚合|最小的?(?:地址块|超网)?|(?:且|并且)?范围(?:最小|尽量小|尽可能小)|(?:能|可以)?(?:覆盖|包含)(?:这|全部|所有)?(?:这?些)?(?:的)?(?:全部)?(?:网络|子网|网段|地址块)?|下一跳(?:均|都|完全)?(?:相同|一样)"
    )
    problem.finish(
        "路由器 路由表 路由 中 有 去往 以下 网络 它们 下一跳 相同 聚合 汇聚 合并 聚合后 汇聚后 得到 目的网络 将 这 条 个 后 超网 地址块 路由聚合 路由汇聚 CIDR 子网 网段 前缀 一个 成 为 一条 都 结果 掩码 网络地址 地址 写 最长 之后 可能 能 连续 C类 构成 是啥 几个 这些 进行 到 之 的 前缀长度 怎么 写成 表项 该 IP 掉 起来 最后 变成 是多少 成一个 块 总"
    )
    if len(blocks) < 2 or len(set(blocks)) != len(blocks):
        return None
    whole = supernet(blocks)
    if sum(1 << 32 - block.prefix for block in blocks) != 1 << 32 - whole.prefix and not re.search("覆盖|包含|最小", problem.text):
        return None
    counted = re.search(r"(\d|[二两三四五六七八])(?:个|条)(?=C类|子网|网络|网段|路由|地址块|连续)", problem.text)
    if counted and to_int(counted[1]) != len(blocks):
        return None
    if any(a != b and a.network <= b.network <= a.broadcast for a in blocks for b in blocks):
        return None
    return Recognition(
        parameters={"task": "aggregate", "networks": [str(block) for block in blocks]}, understood=(("聚合", "、".join(map(str, blocks))),)
    )
