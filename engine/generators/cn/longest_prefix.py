"""Longest prefix match: where a router sends a datagram, and how many prefixes of a table match at all.

After RFC 1812 and every textbook: of the entries whose network the destination lies in, the one with the longest prefix is used; the
default route 0.0.0.0/0 matches everything and is the shortest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from engine.drawings.model import Cell, Drawing, Grid, Row
from engine.generators.chance import Chance
from engine.generators.cn import _route_reading
from engine.generators.cn._addresses import Block, dotted, number_of, supernet
from engine.generators.kind import Generated, Kind, Parameters, Recognition, Solution, Solver, Wrong
from engine.generators.markdown import paragraphs, table
from engine.generators.reading import INTEGER, Reading, StayOut, stay_out, to_int

POINT = "cn.network.cidr"
ROUTER_POINT = "cn.network.router"


@dataclass(frozen=True, slots=True)
class Route:
    """An entry of a forwarding table."""

    block: Block
    interface: str

    def matches(self, destination: int) -> bool:
        """Whether the destination lies in the entry's network."""
        return destination & self.block.mask == self.block.network


def lookup(routes: Sequence[Route], destination: int) -> Route | None:
    """The entry that is used; None where nothing matches."""
    matching = [route for route in routes if route.matches(destination)]
    return max(matching, key=lambda route: route.block.prefix) if matching else None


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    routes = _routes(chance, 4 if difficulty == 1 else 5)
    if difficulty == 1:
        return _one(chance, routes)
    return _several(chance, routes) if difficulty == 2 else _aggregate(chance)


def _routes(chance: Chance, count: int) -> list[Route]:
    """Nested and neighbouring prefixes, with a default route at the end."""
    base = number_of(f"{chance.choice((61, 130, 140, 169, 180, 192, 202))}.{chance.between(1, 254)}.{chance.below(16) * 16}.0")
    prefixes = sorted(chance.sample((20, 21, 22, 23, 24, 25, 26, 27), count - 1))
    inside = base + chance.below(1 << 32 - prefixes[0])
    blocks = []
    for number, prefix in enumerate(prefixes):
        # Nested about the same address; the middle one may be a neighbour instead.
        place = inside ^ (1 << 32 - prefix) if number == 1 and chance.one_in(2) else inside
        blocks.append(Block(Block(place, prefix).network, prefix))
    shuffled = chance.shuffled(blocks)
    return [Route(block, f"S{number}") for number, block in enumerate((*shuffled, Block(0, 0)), 1)]


def _table(routes: Sequence[Route]) -> str:
    return table(("目的网络", "接口"), [(str(route.block), route.interface) for route in routes])


def _inside(chance: Chance, routes: Sequence[Route]) -> int:
    """An address that several prefixes match, or nearly."""
    block = chance.choice(routes[:-1]).block
    return block.network + chance.between(1, (1 << 32 - block.prefix) - 2)


def _check(routes: Sequence[Route], destination: int) -> str:
    rows = []
    for route in routes:
        length = route.block.prefix
        masked = destination & route.block.mask
        rows.append((str(route.block), dotted(masked) if length else "（默认路由）", "匹配" if route.matches(destination) else "不匹配"))
    return table(("目的网络", "目的地址按前缀取网络地址", "结果"), rows)


def _why_not(routes: Sequence[Route], route: Route, destination: int) -> str:
    if route.block.prefix == 0:
        return "有更具体的表项匹配时不用默认路由"
    if route.matches(destination):
        return "匹配，但前缀不是最长的"
    longest = max(item.block.prefix for item in routes)
    return "前缀最长，但目的地址不在这个网络中" if route.block.prefix == longest else "目的地址不在这个网络中"


def _one(chance: Chance, routes: Sequence[Route]) -> Generated | None:
    destination = _inside(chance, routes)
    right = lookup(routes, destination)
    if right is None or sum(route.matches(destination) for route in routes) < 3:
        return None
    if right.block.prefix == 0:
        return None
    return Generated(
        point=POINT,
        stem=f"某路由器的路由表如下：\n\n{_table(routes)}\n\n该路由器收到一个目的地址为 {dotted(destination)} 的 IP 分组，则转发该分组的接口是",
        right=right.interface,
        wrong=[Wrong(route.interface, _why_not(routes, route, destination)) for route in routes if route != right],
        steps=paragraphs(
            _check(routes, destination), f"匹配的表项中前缀最长的是 {right.block}（{right.block.prefix} 位），接口是 {right.interface}"
        ),
        parameters={
            "task": "interface",
            "routes": [[str(route.block), route.interface] for route in routes],
            "destination": dotted(destination),
        },
        drawing=_drawing(routes, destination),
    )


def _several(chance: Chance, routes: Sequence[Route]) -> Generated | None:
    """Three datagrams."""
    destinations = [_inside(chance, routes), _inside(chance, routes), _inside(chance, routes) ^ (1 << chance.between(5, 12))]
    chosen = [lookup(routes, destination) for destination in destinations]
    interfaces = [route.interface for route in chosen if route is not None]
    if len(set(interfaces)) < 2:
        return None

    def text(names: Sequence[str]) -> str:
        return "、".join(names)

    wrong: list[Wrong] = []
    shortest = [
        min((route for route in routes[:-1] if route.matches(d)), key=lambda route: route.block.prefix, default=routes[-1]).interface
        for d in destinations
    ]
    first = [next(route for route in routes if route.matches(d)).interface for d in destinations]
    wrong.append(Wrong(text(first), "取了表中最先匹配的一项"))
    wrong.append(Wrong(text(shortest), "取了前缀最短的匹配项"))
    for place, (destination, used) in enumerate(zip(destinations, chosen, strict=True)):
        others = [route for route in routes if route != used and route.matches(destination)]
        others += [route for route in routes if not route.matches(destination)]
        for other in others[:2]:
            names = list(interfaces)
            names[place] = other.interface
            wrong.append(Wrong(text(names), f"第 {place + 1} 个：{_why_not(routes, other, destination)}"))
    return Generated(
        point=ROUTER_POINT,
        stem=(
            f"某路由器的路由表如下：\n\n{_table(routes)}\n\n该路由器先后收到目的地址为 {'、'.join(map(dotted, destinations))} 的三个 IP 分组，"
            "则转发它们的接口依次是"
        ),
        right=text(interfaces),
        wrong=wrong,
        steps=paragraphs(
            *(f"**{dotted(destination)}**\n\n{_check(routes, destination)}" for destination in destinations),
            f"各取匹配项中前缀最长的，接口依次是 {text(interfaces)}",
        ),
        parameters={
            "task": "interfaces",
            "routes": [[str(route.block), route.interface] for route in routes],
            "destinations": [dotted(destination) for destination in destinations],
        },
        drawing=_drawing(routes, destinations[0]),
    )


def _aggregate(chance: Chance) -> Generated | None:
    """Routes with one next hop made into one."""
    prefix, bits = chance.between(20, 26), chance.between(2, 3)
    base = Block(number_of(f"{chance.choice((35, 61, 130, 172, 192, 202))}.{chance.between(1, 254)}.{chance.below(256)}.0"), prefix - bits)
    parts = base.subnets(bits)
    kept = parts if chance.one_in(2) else chance.sample(parts, len(parts) - 1)
    kept = sorted(kept, key=lambda block: block.network)
    right = supernet(kept)
    low, high = kept[0], kept[-1]
    wrong = [
        Wrong(f"{dotted(low.network)}/{right.prefix + 1}", "前缀多了一位，只盖住了一半"),
        Wrong(str(Block(low.network, right.prefix - 1)), "前缀少了一位，范围大了一倍"),
        Wrong(f"{dotted(low.network)}/{prefix}", "前缀没有缩短"),
        Wrong(f"{dotted(high.network)}/{right.prefix}", "网络地址取成了最大的一个"),
        Wrong(f"{dotted(Block(low.network, 16).network)}/16", "按整字节聚合，范围过大"),
        Wrong(str(Block(low.network, right.prefix - 2)), "前缀少了两位，范围过大"),
        Wrong(f"{dotted(low.network)}/{right.prefix + 2}", "前缀多了两位，没有盖住全部网络"),
    ]
    changed = (right.prefix - 1) // 8
    binary = "\n".join(f"- {block}：第 {changed + 1} 个字节 `{block.network >> 24 - 8 * changed & 255:08b}`" for block in kept)
    return Generated(
        point=POINT,
        stem=(
            f"某路由器的路由表中，到网络 {'、'.join(map(str, kept))} 的下一跳都相同。把这些路由聚合为一条，使它覆盖全部这些网络且范围最小，则聚合后的目的网络为"
        ),
        right=str(right),
        wrong=wrong,
        steps=paragraphs("把各网络地址写成二进制，找最长的公共前缀：", binary, f"公共前缀 {right.prefix} 位，其余位取 0，聚合为 {right}"),
        parameters={"task": "aggregate", "networks": [str(block) for block in kept]},
    )


def _drawing(routes: Sequence[Route], destination: int) -> Drawing:
    used = lookup(routes, destination)
    rows = tuple(
        Row(
            str(route.block),
            (
                Cell("是" if route.matches(destination) else "否", "plain" if route.matches(destination) else "quiet"),
                Cell(str(route.block.prefix)),
                Cell(route.interface, "good" if route == used else "plain"),
            ),
        )
        for route in routes
    )
    return Grid(
        title=f"{dotted(destination)} 的匹配", corner="目的网络", columns=("匹配", "前缀", "接口"), rows=rows, note="绿色：匹配且前缀最长"
    )


# --- solver ------------------------------------------------------------------------------------------------------------------------

_IP = r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])"
_BARE = rf"{_IP}(?!\s*/)"
_MASK = r"(?:(?:子网)?掩码(?:为|是|:|=)?\s*)?255(?:\.\d{1,3}){3}(?![\d.])"
_DEFAULT = r"(?:默认(?:路由|表项|网关)?(?:\(\*\)|\(0\.0\.0\.0/0\))?|\*\s*(?:\(默认(?:路由)?\))?|(?<![A-Za-z])default(?![A-Za-z])|其[他它]的?(?:地址|网络|目的地址?)?)"
_BLOCK = rf"(?:{_IP}\s*/\s*\d{{1,2}}(?!\d)(?:\(默认(?:路由)?\))?|{_IP}\s*[,(/]?\s*{_MASK}\)?|{_DEFAULT})"
_HOP = (
    r"(?:(?:出?接口|端口|路由器)\s*(?:[A-Za-z]{0,8}-?\d{1,2}(?:/\d{1,2}){0,2}|[A-Z])|"
    r"(?<![A-Za-z0-9.])(?!IPv)[A-Za-z]{1,8}-?\d{1,2}(?:/\d{1,2}){0,2}|(?<![A-Za-z0-9.])[A-Z]|直接交付|直连)(?![A-Za-z0-9.])"
)
_TO = r"(?:\s|,|:|\(|=|\||→|->|-+>|—+>?|的?(?:下一跳|出接口|转发接口|对应|转发[给到至]|转发|交给|送往|发往|走|经由?|从|到|给)(?:地址)?(?:为|是)?)*"
_ENTRIES = {
    "network first": rf"(?:目的网络|网络|前缀)?\s*(?P<block>{_BLOCK}){_TO}(?P<hop>{_HOP})\)?",
    "hop first": rf"(?P<hop>{_HOP}){_TO}(?P<block>{_BLOCK})\)?",
}
_HARMLESS = (
    "路由器 路由表 转发表 表项 路由 表 条 条目 目的地址 目的IP地址 目的IP 目的网络 目的 地址 IP 分组 数据报 数据包 包 IP数据报 IP分组 收到 接收 转发 接口 下一跳 哪个 哪 谁 出 从 "
    "最长 前缀 最长前缀匹配 最长匹配 最长前缀 匹配 原则 规则 CIDR 项 个 该 去往 发往 前往 送往 端口 路由器上 应 应该 往 到达 交给 选择 输出 网络 聚合 汇聚 聚合后 汇聚后 超网 地址块 路由聚合 网段 "
    "路由汇聚 合并 之后 最大可能 后 一条 成 相同 下一跳相同 结果 子网 构成超网 把 哪 前缀 前缀长度 哪条 四条 三条 五条 两条 走 两个 三个 四个 五个 六个 八个"
)


def _address_of(text: str) -> int:
    try:
        return number_of(text)
    except ValueError:
        stay_out(text)


def _recognise(text: str) -> Recognition | None:
    first = Reading(text)
    first.refuse(
        r"NAT|ARP|ACL|TTL|跳数|度量|代价|开销|管理距离|优先级|IPv6|如图|见图|图中|划分|VLSM|变长|主机数|台主机|广播|增加|删除|添加|修改|失效|故障|丢弃|掩码是|RIP|OSPF|BGP|不能|能否"
    )
    if first.has(r"聚合|汇聚|超网|合并"):
        return _recognise_aggregate(first)
    found: list[Recognition] = []
    for entry in _ENTRIES.values():
        try:
            found += [_recognise_lookup(Reading(text), entry)]
        except StayOut:
            continue
    return found[0] if found and all(seen == found[0] for seen in found) else None


def _recognise_aggregate(reading: Reading) -> Recognition | None:
    blocks = [_route_reading.network(match[0]) for match in reading.take_all(rf"{_IP}\s*/\s*\d{{1,2}}(?!\d)")]
    reading.take_all(
        r"(?:且|并且)?范围(?:最小|尽量小|尽可能小)|最小的?(?:地址块)?|使(?=它|其|覆盖)|路由器(?:的路由表)?中,?(?=到|去)|都(?=相同)|把(?=这)|(?:能|可以)?(?:覆盖|包含)(?:这|全部|所有)?(?:这?些|[二两三四五六七八]个)?(?:的)?(?:全部)?(?:网络|子网|网段|地址块)?"
    )
    count = reading.take_one(rf"(?P<value>{INTEGER})\s*(?:个|条)(?=C类|子网|网络|网段|路由|地址块|连续)", to_int)
    reading.finish(_HARMLESS)
    if len(blocks) < 2 or len(set(blocks)) != len(blocks) or (count is not None and count not in (1, len(blocks))):
        return None
    whole = supernet(blocks)
    if sum(1 << 32 - block.prefix for block in blocks) != 1 << 32 - whole.prefix and not re.search("覆盖|包含|最小", reading.text):
        return None  # the block would take in addresses that were not listed: said to be wanted?
    if any(a != b and a.network <= b.network <= a.broadcast for a in blocks for b in blocks):
        return None
    return Recognition(
        parameters={"task": "aggregate", "networks": [str(block) for block in blocks]},
        understood=(("聚合", "、".join(map(str, blocks))),),
    )


def _recognise_lookup(reading: Reading, entry: str) -> Recognition:
    named = rf"目的(?:主机)?(?:的)?(?:IP)?(?:地址)?(?:分别)?(?:为|是|:|=|\s)*(?P<value>{_BARE}(?:\s*(?:、|和|与|,)\s*{_BARE})*)(?:的(?:[二两三四]个)?\s?(?:IP)?(?:分组|数据报|数据包|报文|包))?"
    spoken = rf"(?:发往|去往|前往|送往|到达|发给|去)(?P<value>{_BARE})(?:的(?:IP)?(?:分组|数据报|数据包|报文|包))?|(?P<other>{_BARE})的(?:IP)?(?:分组|数据报|数据包|报文|包)"
    reading.take_all(rf"(?<![\d.A-Za-z/])\(?\d\)[.、]?\s*(?={_IP})|目的网络/(?:下一跳|接口)|(?:应该?)?选择(?=哪)")
    reading.take_all(r"路由器[A-Z]?\d*(?:中)?的?(?=路由表|转发表)|(?:先后|依次)(?=收到)|三个(?=IP)|它们的?(?=接口)")
    destinations = [_address_of(address) for match in reading.take_all(named) for address in re.findall(_IP, match["value"])]
    destinations += [_address_of(match["value"] or match["other"]) for match in reading.take_all(spoken)]
    table_given = reading.take_table()
    if table_given is not None:
        columns = table_given.by_heading(
            (
                (r"(?:目的|目标)?(?:网络|地址|网段)?(?:前缀|地址|网络号)?(?:/前缀)?", "block"),
                (r"(?:子网)?掩码", "mask"),
                (r"(?:转发|出)?(?:接口|端口)|下一跳(?:地址|路由器)?", "hop"),
            )
        )
        if "block" not in columns or "hop" not in columns:
            stay_out("headings")
        rows = [
            (f"{block} {mask}" if mask else block, hop)
            for block, mask, hop in zip(columns["block"], columns.get("mask", ("",) * len(columns["hop"])), columns["hop"], strict=True)
        ]
        if not all(re.fullmatch(_BLOCK, block.strip(), re.IGNORECASE) for block, _ in rows):
            stay_out("cells")
    else:
        rows = [(match["block"], match["hop"]) for match in reading.take_all(entry)]
    reading.take_all(r"(?:按照?|根据|使用|采用)?最长(?:前缀)?(?:地址)?匹配(?:的)?(?:原则|规则|算法)?")
    asked = reading.take_all(
        r"(?:下一跳|转发接口|出接口|输出接口|接口|端口)(?:地址|路由器)?(?:应该?)?(?:是|为)?(?:谁|哪(?:个|里|儿)|什么|多少)?(?=$|[,。;?!(\s\ue000])|"
        r"(?:从|由|走|经|往|转发[给到至]|交给|发[给到往]|送[给到往])+(?:的)?(?:谁|哪(?:里|儿|一?(?:个|条))?)(?:出?接口|端口|路由器?|表项|下一跳)?|(?:匹配)?哪(?:一)?(?:个|条)(?:出?接口|端口|路由器?|路由表项|表项|下一跳)"
    )
    count = reading.take_one(rf"(?P<value>{INTEGER})\s*(?:个|条)(?:路由)?(?=表项|路由|记录|$|:)", to_int)
    reading.finish(_HARMLESS)
    routes = [Route(_route_reading.network(block), _hop(hop)) for block, hop in rows]
    if len(routes) < 2 or not destinations or not asked or len(set(destinations)) > 4:
        stay_out("not a lookup")
    if len({route.block for route in routes}) != len(routes) or (count is not None and count != len(routes)):
        stay_out("the table is not clear")
    return Recognition(
        parameters={
            "task": "lookup",
            "routes": [[str(route.block), route.interface] for route in routes],
            "destinations": [dotted(destination) for destination in dict.fromkeys(destinations)],
        },
        understood=(
            ("路由表", "、".join(f"{route.block} → {route.interface}" for route in routes)),
            ("目的地址", "、".join(dotted(destination) for destination in dict.fromkeys(destinations))),
        ),
    )


def _hop(text: str) -> str:
    return re.sub(r"^路由器(?=[A-Za-z])", "", text.strip()).strip()


def _recognise_either(text: str) -> Recognition | None:
    """By parts, or by the phrases of the classics; where both understand, they must understand the same."""
    found: list[Recognition] = []
    for recognise in (_route_reading.recognise, _recognise):
        try:
            seen = recognise(text)
        except StayOut:
            continue
        if seen is not None:
            found.append(seen)
    if len(found) == 2 and any(
        set(map(str, found[0].parameters.get(name, ()))) != set(map(str, found[1].parameters.get(name, ())))
        for name in ("networks", "destinations")
    ):
        return None
    return found[0] if found else None


def _solve(parameters: Parameters) -> Solution:
    if parameters["task"] == "aggregate":
        blocks = [_route_reading.network(text) for text in parameters["networks"]]
        whole = supernet(blocks)
        binary = "\n".join(f"- {block}：`{block.network:032b}`" for block in blocks)
        exact = sum(1 << 32 - block.prefix for block in blocks) == 1 << 32 - whole.prefix
        return Solution(
            answer=str(whole),
            also=(f"{dotted(whole.network)}，掩码 {dotted(whole.mask)}", dotted(whole.network)),
            steps=paragraphs(
                "把各网络地址写成二进制，找最长的公共前缀：", binary, f"公共前缀 {whole.prefix} 位，其余位取 0，聚合为 {whole}。"
            ),
            conventions=() if exact else ("取覆盖全部这些网络的最小地址块，它也包含了没有列出的地址",),
        )
    routes = [Route(_route_reading.network(text), hop) for text, hop in parameters["routes"]]
    said, steps = [], []
    for text in parameters["destinations"]:
        destination = number_of(text)
        used = lookup(routes, destination)
        said.append(used.interface if used is not None else "没有匹配的表项，丢弃")
        matching = [route for route in routes if route.matches(destination)]
        steps.append(
            f"{text} 匹配的表项：{'、'.join(f'{route.block}（{route.interface}）' for route in matching) or '无'}"
            + (f"；前缀最长的是 {used.block}，转发到 {used.interface}。" if used is not None else "。")
        )
    answer = "、".join(said)
    number = re.fullmatch(r"(?:出?接口|端口)\s*(\w+)", answer)
    return Solution(
        answer=answer,
        also=(number[1], *(prefix + number[1] for prefix in ("接口", "端口")))
        if number
        else (
            *((f"{prefix}{answer}" for prefix in ("接口", "端口", "路由器")) if len(said) == 1 else ()),
            "，".join(f"{text}→{hop}" for text, hop in zip(parameters["destinations"], said, strict=True)),
        ),
        steps=paragraphs(*steps),
        conventions=("多个表项匹配时用前缀最长的一个，默认路由最短",),
        drawing=_drawing(routes, number_of(parameters["destinations"][0])),
    )


KIND = Kind(
    name="longest-prefix",
    title="最长前缀匹配",
    points=(POINT, ROUTER_POINT),
    versions={1: _write},
    solver=Solver(hint=r"\d+\.\d+\.\d+\.\d+", recognise=_recognise_either, solve=_solve),
)
