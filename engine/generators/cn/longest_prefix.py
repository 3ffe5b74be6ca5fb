"""Longest prefix match: where a router sends a datagram, and how many prefixes of a table match at all.

After RFC 1812 and every textbook: of the entries whose network the destination lies in, the one with the longest prefix is used; the
default route 0.0.0.0/0 matches everything and is the shortest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.drawings.model import Cell, Drawing, Grid, Row
from engine.generators import patterns
from engine.generators.alternatives import first_reading
from engine.generators.chance import Chance
from engine.generators.cn._addresses import route_mentions, route_reading
from engine.generators.cn._addresses.blocks import Block, dotted, number_of, supernet
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.markdown import paragraphs, table
from engine.generators.reading import stay_out

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


def _solve_aggregate(parameters: Parameters) -> Solution:
    blocks = [route_reading.network(text) for text in parameters["networks"]]
    whole = supernet(blocks)
    shown = blocks if len(blocks) <= 8 else [*blocks[:2], *blocks[-2:]]
    binary = "\n".join(f"- {block}：`{block.network:032b}`" for block in shown)
    exact = sum(1 << 32 - block.prefix for block in blocks) == 1 << 32 - whole.prefix
    said = {
        "length": f"前缀 {whole.prefix} 位",
        "mask": f"掩码 {dotted(whole.mask)}",
        "extra": f"多出 {(1 << 32 - whole.prefix) - sum(1 << 32 - block.prefix for block in blocks)} 个地址",
        "size": f"共 {1 << 32 - whole.prefix} 个地址",
        "introduces": "引入了别的地址" if not exact else "没有引入别的地址",
        "range": f"{dotted(whole.network)}～{dotted(whole.broadcast)}",
    }
    asked = parameters.get("asked") or []
    answer = (
        said[asked[0]] if asked in (["length"], ["extra"]) else "，".join([str(whole), *(said[name] for name in asked if name in said)])
    )
    if asked == ["network", "mask"]:
        answer = f"网络号 {dotted(whole.network)}，{said['mask']}"
    if parameters.get("whether"):
        answer = f"能，{answer}"
    return Solution(
        answer=answer,
        also=(str(whole), f"{dotted(whole.network)}，掩码 {dotted(whole.mask)}", dotted(whole.network))
        if not asked
        else tuple(said[name] for name in asked if name in said),
        steps=paragraphs("把各网络地址写成二进制，找最长的公共前缀：", binary, f"公共前缀 {whole.prefix} 位，其余位取 0，聚合为 {whole}。"),
        conventions=() if exact else ("取覆盖全部这些网络的最小地址块，它也包含了没有列出的地址",),
    )


def _solve_whether(parameters: Parameters) -> Solution:
    block, other = route_reading.network(parameters["block"]), route_reading.network(parameters["other"])
    if parameters.get("mutual") and other.prefix < block.prefix:
        block, other = other, block
    inside = other.prefix >= block.prefix and other.network & block.mask == block.network
    if parameters.get("mutual"):
        answer = f"{block} 包含 {other}" if inside else "互不包含"
        return Solution(
            answer=answer,
            also=("包含",) if inside else ("不包含", "没有"),
            steps=f"{block} 从 {dotted(block.network)} 到 {dotted(block.broadcast)}，{other} 从 {dotted(other.network)} 到 {dotted(other.broadcast)}，{answer}。",
        )
    said = {"last": dotted(block.broadcast), "first": dotted(block.network)}
    yes = "包含" if other.prefix < 32 else "属于"
    return Solution(
        answer="；".join([yes if inside else f"不{yes}", *(said[name] for name in parameters["limits"])]),
        also=("是" if inside else "否", "包含" if inside else "不包含") if not parameters["limits"] else (),
        steps=f"{block} 从 {dotted(block.network)} 到 {dotted(block.broadcast)}，{dotted(other.network)} {'在' if inside else '不在'}其中。",
    )


def _solve_belonging(parameters: Parameters) -> Solution:
    block = route_reading.network(parameters["block"]) if parameters["block"] else None
    addresses = [number_of(address) for address in parameters["addresses"]]
    without = [number_of(address) for address in parameters["without"]]

    def holds(option: str) -> bool:
        """Whether an option is what is looked for: an address in the block, or a block that holds the addresses."""
        found = patterns.search(r"(\d{1,3}(?:\.\d{1,3}){3})(?:\s*/\s*(\d{1,2}))?", option)
        if found is None or (block is None) != bool(found[2]):
            stay_out(option)
        if block is not None:
            inside = number_of(found[1]) & block.mask == block.network
        else:
            one = Block(number_of(found[1]), int(found[2]))
            inside = all(address & one.mask == one.network for address in addresses) and not any(
                address & one.mask == one.network for address in without
            )
        return inside != bool(parameters["negative"])

    if block is not None:
        why = f"地址块 {block} 从 {dotted(block.network)} 到 {dotted(block.broadcast)}，在其中的地址前 {block.prefix} 位相同。"
    else:
        why = "把地址按各前缀的长度取网络地址，与前缀相同的就匹配：" + "、".join(f"{address}" for address in parameters["addresses"]) + "。"
    if not parameters["listed"]:
        return Solution(answer="", steps=why, fits=holds)
    chosen = [(name, value) for name, value in parameters["listed"] if holds(value)]
    if not chosen:
        stay_out("none of them")
    return Solution(
        answer="；".join(f"{name}) {value}" for name, value in chosen),
        also=("、".join(value for _, value in chosen), "、".join(name for name, _ in chosen)),
        steps=why,
    )


def _solve(parameters: Parameters) -> Solution:
    if parameters["task"] == "constant":
        return Solution(answer=parameters["answer"], steps=parameters["steps"])
    if parameters["task"] == "whether":
        return _solve_whether(parameters)
    if parameters["task"] == "belongs":
        return _solve_belonging(parameters)
    if parameters["task"] == "aggregate":
        return _solve_aggregate(parameters)
    routes = [Route(route_reading.network(text), hop) for text, hop in parameters["routes"]]
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
    if parameters.get("matches"):
        found = [route for route in routes if route.matches(number_of(parameters["destinations"][0]))]
        listed = f"匹配 {len(found)} 条：" + "、".join(f"{route.block}" for route in found)
        return Solution(
            answer=listed + (f"；转发到 {said[0]}" if parameters["hop"] else ""),
            steps=paragraphs(*steps),
            also=("、".join(str(route.block) for route in found),),
        )
    answer = "、".join(said)
    dropped = ("抛弃", "丢弃", "丢弃该分组", "丢弃该数据报") if len(said) == 1 and said[0].endswith("丢弃") else ()
    sent = (
        tuple(f"{verb}{to}{answer}" for verb in ("转发", "投递", "发送") for to in ("至", "到", "给"))
        if len(said) == 1 and not dropped
        else ()
    )
    number = patterns.fullmatch(r"(?:出?接口|端口)\s*(\w+)", answer)
    return Solution(
        answer=answer,
        also=(number[1], *sent, *(prefix + number[1] for prefix in ("接口", "端口")))
        if number
        else (
            *dropped,
            *sent,
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
    solver=Solver(
        hint=r"\d+\.\d+\.\d+\.\d+|\d\.\d+/\d|(?:默认|缺省|特定主机)路由",
        recognise=first_reading(route_reading.recognise, route_mentions.recognise),
        solve=_solve,
    ),
)
