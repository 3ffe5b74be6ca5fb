"""Subnets: masks, network and broadcast addresses, usable hosts, equal division and the smallest part of an unequal one.

CIDR as in RFC 4632; the first and the last address of a subnet are never given to hosts; with CIDR the all-zeros and all-ones subnets
are used.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.drawings.model import Drawing, Field, Fields
from engine.generators.chance import Chance
from engine.generators.cn import _subnet_reading
from engine.generators.cn._addresses import ALL_ONES, Block, dotted, number_of, prefix_for, prefix_of
from engine.generators.kind import Generated, Kind, Parameters, Recognition, Solution, Solver, Wrong
from engine.generators.markdown import paragraphs
from engine.generators.reading import INTEGER, Reading, StayOut, stay_out, to_int

POINT = "cn.network.subnet"
CIDR_POINT = "cn.network.cidr"


def smallest_part(block: Block, parts: int) -> Block:
    """The smallest subnet that can occur when a block is divided into so many: one half is kept whole each time."""
    return Block(block.broadcast, block.prefix + parts - 1)


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return chance.choice((_address, _address, _hosts))(chance)
    if difficulty == 2:
        return chance.choice((_range, _divide))(chance)
    return chance.choice((_vlsm, _vlsm, _smallest))(chance)


def _some_address(chance: Chance) -> int:
    return number_of(
        f"{chance.choice((10, 59, 101, 130, 166, 172, 180, 192, 198, 202, 211))}.{chance.between(1, 254)}.{chance.below(256)}.{chance.between(1, 254)}"
    )


def _address(chance: Chance) -> Generated | None:
    """Network or broadcast address of a host."""
    block = Block(_some_address(chance), chance.choice((18, 19, 20, 21, 22, 23, 25, 26, 27, 28)))
    which = chance.choice(("network", "broadcast"))
    if block.address in (block.network, block.broadcast):
        return None
    right = block.network if which == "network" else block.broadcast
    wrong = [
        (block.broadcast if which == "network" else block.network, "网络地址和广播地址弄反了"),
        *(_other(block, shift, which) for shift in (1, -1, 2)),
        (right + 1 if which == "network" else right - 1, "取成了可分配给主机的地址"),
        (_by_class(block, which), "没有按子网掩码，整字节地划分网络"),
        (right - (1 << 32 - block.prefix), "多退了一个子网"),
        (right + (1 << 32 - block.prefix), "多进了一个子网"),
    ]
    name = "网络地址" if which == "network" else "广播地址"
    return Generated(
        point=POINT,
        stem=f"某主机的 IP 地址为 {dotted(block.address)}，子网掩码为 {dotted(block.mask)}，则该主机所在子网的{name}为",
        right=dotted(right),
        wrong=[Wrong(dotted(value & ALL_ONES), why) for value, why in wrong if value >= 0],
        steps=paragraphs(_working(block), f"{name}为 {dotted(right)}"),
        parameters={"task": which, "address": dotted(block.address), "mask": dotted(block.mask)},
        drawing=_drawing(block),
    )


def _other(block: Block, shift: int, which: str) -> tuple[int, str]:
    other = Block(block.address, block.prefix + shift)
    return (other.network if which == "network" else other.broadcast, f"网络前缀{'多' if shift > 0 else '少'}算了 {abs(shift)} 位")


def _by_class(block: Block, which: str) -> int:
    whole = Block(block.address, 16 if block.prefix < 24 else 24)
    return whole.network if which == "network" else whole.broadcast


def _working(block: Block) -> str:
    place = (block.prefix - 1) // 8
    octet = block.address >> (24 - 8 * place) & 255
    mask = block.mask >> (24 - 8 * place) & 255
    network = block.network >> (24 - 8 * place) & 255
    broadcast = block.broadcast >> (24 - 8 * place) & 255
    return paragraphs(
        f"网络前缀 {block.prefix} 位，主机号 {32 - block.prefix} 位，看第 {place + 1} 个字节：`{octet:08b}`（{octet}），掩码 `{mask:08b}`（{mask}）。",
        f"主机号全 0：该字节为 `{network:08b}`（{network}），网络地址 {dotted(block.network)}。",
        f"主机号全 1：该字节为 `{broadcast:08b}`（{broadcast}），广播地址 {dotted(block.broadcast)}。",
    )


def _hosts(chance: Chance) -> Generated | None:
    """The longest mask for a number of hosts."""
    prefix = chance.between(20, 28)
    hosts = chance.between((1 << 31 - prefix) - 1, (1 << 32 - prefix) - 2)
    block = Block(_some_address(chance) & 0xFFFF0000, prefix_for(hosts))
    wrong = [
        (block.prefix + 1, "主机号少取了一位，放不下这些主机"),
        (block.prefix - 1, "主机号多取了一位，浪费了一半地址"),
        (block.prefix + 2, "主机号少取了两位"),
        (block.prefix - 2, "主机号多取了两位"),
        (24, "不看主机数，直接用了 24 位前缀"),
    ]
    return Generated(
        point=POINT,
        stem=f"某单位要在地址块 {dotted(block.address)}/16 中划出一个子网，放置 {hosts} 台主机，每台主机一个 IP 地址。为了尽量节省地址，子网掩码应为",
        right=dotted(block.mask),
        wrong=[Wrong(dotted(Block(0, other).mask), why) for other, why in wrong],
        steps=paragraphs(
            f"主机号取 {32 - block.prefix} 位时可用地址有 2^{32 - block.prefix} − 2 = {block.hosts} 个，够 {hosts} 台；"
            f"少一位只有 2^{31 - block.prefix} − 2 = {(1 << 31 - block.prefix) - 2} 个，不够。",
            f"网络前缀 32 − {32 - block.prefix} = {block.prefix} 位，掩码为 {dotted(block.mask)}",
        ),
        parameters={"task": "mask", "hosts": hosts},
        drawing=_drawing(block),
    )


def _range(chance: Chance) -> Generated | None:
    """The addresses of one of several equal subnets."""
    whole = Block(_some_address(chance) & 0xFFFFFF00, 24)
    bits = chance.between(2, 4)
    number = chance.between(1, (1 << bits) - 1)
    subnets = whole.subnets(bits)
    part = subnets[number - 1]

    def text(first: int, last: int) -> str:
        return f"{dotted(first)}～{dotted(last)}"

    next_one = subnets[number]
    wrong = [
        (part.network, part.broadcast, "没有除去网络地址和广播地址"),
        (part.network + 1, part.broadcast, "没有除去广播地址"),
        (next_one.network + 1, next_one.broadcast - 1, "子网从 1 数起时多数了一个"),
        (part.network, part.broadcast - 1, "没有除去网络地址"),
        (part.network + 2, part.broadcast - 1, "多除去了一个地址"),
    ]
    return Generated(
        point=POINT,
        stem=(
            f"将网络 {whole} 划分为 {1 << bits} 个大小相等的子网（允许使用全 0 和全 1 的子网），按地址从小到大排列，"
            f"第 {number} 个子网中可分配给主机的地址范围是"
        ),
        right=text(part.network + 1, part.broadcast - 1),
        wrong=[Wrong(text(first, last), why) for first, last, why in wrong],
        steps=paragraphs(
            f"借 {bits} 位作子网号，每个子网有 2^{8 - bits} = {1 << 8 - bits} 个地址。",
            f"第 {number} 个子网从 {dotted(part.network)} 到 {dotted(part.broadcast)}，前缀 {part.prefix} 位。",
            f"除去网络地址和广播地址，范围为 {text(part.network + 1, part.broadcast - 1)}",
        ),
        parameters={"task": "range", "network": str(whole), "subnets": 1 << bits, "number": number},
        drawing=_drawing(part),
    )


def _divide(chance: Chance) -> Generated:
    """How many subnets, how many hosts in each."""
    prefix = chance.choice((16, 20, 21, 22, 23, 24))
    whole = Block(_some_address(chance), prefix)
    bits = chance.between(2, 30 - prefix if prefix >= 22 else 6)
    part = whole.subnets(bits)[0]

    def text(subnets: int, hosts: int) -> str:
        return f"{subnets} 个、{hosts} 个"

    count = 1 << bits
    wrong = [
        Wrong(text(count, part.hosts + 2), "没有除去网络地址和广播地址"),
        Wrong(text(count - 2, part.hosts), "除去了全 0 和全 1 的子网"),
        Wrong(text(count - 2, part.hosts + 2), "减 2 减在了子网上，没有减在主机上"),
        Wrong(text(part.hosts, count), "子网数和主机数弄反了"),
        Wrong(text(2 * count, part.hosts), "子网号多算了一位"),
        Wrong(text(count, part.hosts + 1), "只除去了一个地址"),
    ]
    return Generated(
        point=POINT,
        stem=(
            f"某网络的 IP 地址空间为 {whole}，采用定长子网划分，子网掩码为 {dotted(part.mask)}，允许使用全 0 和全 1 的子网，"
            "则子网的个数、每个子网内可分配给主机的地址个数分别是"
        ),
        right=text(count, part.hosts),
        wrong=wrong,
        steps=paragraphs(
            f"掩码 {dotted(part.mask)} 即前缀 {part.prefix} 位，子网号占 {part.prefix} − {prefix} = {bits} 位，子网有 2^{bits} = {count} 个。",
            f"主机号占 32 − {part.prefix} = {32 - part.prefix} 位，每个子网可分配 2^{32 - part.prefix} − 2 = {part.hosts} 个。",
            f"所以分别是 {text(count, part.hosts)}",
        ),
        parameters={"task": "divide", "network": str(whole), "mask": dotted(part.mask)},
        drawing=_drawing(part),
    )


def _vlsm(chance: Chance) -> Generated | None:
    """Subnets of different sizes, the largest first from the lowest address: where a later one begins."""
    whole = Block(_some_address(chance) & 0xFFFFFF00, 24)
    needs = sorted(
        (
            chance.between(*bounds)
            for bounds in chance.choice((((65, 120), (20, 60), (5, 28)), ((63, 125), (33, 60), (3, 28)), ((35, 62), (17, 60), (9, 28))))
        ),
        reverse=True,
    )
    blocks: list[Block] = []
    start = whole.network
    for need in needs:
        blocks.append(Block(start, prefix_for(need)))
        start = blocks[-1].broadcast + 1
    if start > whole.broadcast + 1:
        return None
    number = chance.between(2, 3)
    part = blocks[number - 1]
    before = [block.broadcast + 1 - block.network for block in blocks[: number - 1]]
    wrong = [
        (part.network, part.prefix - 1, "主机号多取了一位"),
        (part.network, part.prefix + 1, "主机号少取了一位，放不下这些主机"),
        (whole.network + sum(needs[: number - 1]), part.prefix, "前面的子网只按主机台数占地址"),
        (whole.network, part.prefix, "没有留出前面的子网"),
        (part.broadcast + 1, part.prefix, "多跳过了一个子网"),
        (whole.network + 128 + (0 if part.network - whole.network != 128 else 64), part.prefix, "把起点错算到别的子网"),
        (part.network, 24, "没有缩小前缀"),
    ]
    return Generated(
        point=CIDR_POINT,
        stem=(
            f"某单位有地址块 {whole}，用变长子网掩码划分给三个部门，主机数依次为 {needs[0]}、{needs[1]}、{needs[2]}，每台主机一个 IP 地址。"
            f"按这个次序从最小的地址开始依次分配，每个子网都尽可能小，则第 {number} 个部门的子网为"
        ),
        right=str(part),
        wrong=[Wrong(f"{dotted(address)}/{prefix}", why) for address, prefix, why in wrong],
        steps=paragraphs(
            *(
                f"第 {n} 个部门 {need} 台：主机号取 {32 - block.prefix} 位，2^{32 - block.prefix} − 2 = {block.hosts}，够用且最小，子网为 {block}。"
                for n, (need, block) in enumerate(zip(needs, blocks, strict=True), 1)
            ),
            f"第 {number} 个子网前面已占 {' + '.join(map(str, before))} 个地址，所以是 {part}",
        ),
        parameters={"task": "vlsm", "network": str(whole), "needs": needs, "number": number},
        drawing=_drawing(part),
    )  # fmt: skip


def _smallest(chance: Chance) -> Generated | None:
    prefix, parts = chance.between(18, 24), chance.between(3, 6)
    whole = Block(_some_address(chance), prefix)
    part = smallest_part(whole, parts)
    if part.hosts < 2:
        return None
    even = prefix + (parts - 1).bit_length()

    def text(value: int) -> str:
        return f"{value} 个"

    wrong = [
        ((1 << 32 - even) - 2, "当作定长划分"),
        (part.hosts + 2, "没有除去网络地址和广播地址"),
        ((1 << 32 - part.prefix - 1) - 2, "多分了一次"),
        ((1 << 33 - part.prefix) - 2, "少分了一次"),
        (part.hosts + 1, "只除去了一个地址"),
        ((1 << 34 - part.prefix) - 2, "少分了两次"),
        (part.hosts - 1, "多除去了一个地址"),
    ]
    return Generated(
        point=CIDR_POINT,
        stem=f"将地址块 {whole} 划分为 {parts} 个子网（各子网大小可以不同，地址全部用完），则可能的最小子网中可分配给主机的 IP 地址数是",
        right=text(part.hosts),
        wrong=[Wrong(text(value), why) for value, why in wrong if value > 0],
        steps=paragraphs(
            "要让一个子网最小，每次只把其中一个再对半分，其余保持最大：",
            f"分成 {parts} 个要对半分 {parts} − 1 = {parts - 1} 次，最小的前缀为 {prefix} + {parts - 1} = {part.prefix} 位。",
            f"可分配 2^{32 - part.prefix} − 2 = {part.hosts}，即 {text(part.hosts)}",
        ),
        parameters={"task": "smallest", "network": str(whole), "parts": parts},
    )


def _drawing(block: Block) -> Drawing:
    def split(address: int) -> tuple[Field, ...]:
        bits = f"{address:032b}"
        return (
            Field(
                "网络前缀",
                block.prefix,
                bits[: block.prefix] if block.prefix <= 8 else f"{bits[:4]}…{bits[block.prefix - 4 : block.prefix]}",
            ),
            Field(
                "主机号",
                32 - block.prefix,
                bits[block.prefix :] if block.prefix >= 22 else f"{bits[block.prefix : block.prefix + 2]}…{bits[-2:]}",
                "new",
            ),
        )

    return Fields(
        title=f"{block}",
        words=(("网络地址", split(block.network)), ("广播地址", split(block.broadcast))),
        note=f"掩码 {dotted(block.mask)}",
    )


# --- solver ------------------------------------------------------------------------------------------------------------------------

_IP = r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])"
_OF = r"(?:分别|约|为|是|=|:|有|\s)*"


def _block_of(text: str) -> tuple[int, int]:
    address, _, prefix = text.partition("/")
    return number_of(address), int(prefix)


def _read(text: str) -> int:
    try:
        return number_of(text)
    except ValueError:
        stay_out(text)


def _recognise(text: str) -> Recognition | None:
    reading = Reading(text)
    reading.refuse(
        r"下一个|上一个|前一个|(?<!最)后一个|相邻|另一个|路由表|下一跳|转发|聚合|汇聚|NAT|DHCP|ARP|IPv6|路由器|网关|不能|不允许|不使用|除去全|去掉全|RFC|默认|分类|[DE]类|同一(?:个)?(?:子网|网络)|变长|VLSM|不同大小|最小子网|部门"
    )
    every = reading.take_all(
        r"(?:允许|可以)使用全0和全1的?子网|\(?(?:包括|包含|含)?全0(?:和|与|、)?全1(?:的)?(?:子网)?(?:号)?(?:也|都|均)?(?:算|可用|可以用|能用|计入|包括在内)\)?|\(?(?:包括|包含)全0(?:和|与|、)?全1(?:的)?(?:子网)?\)?"
    )
    reading.take_all(r"采用(?:定长|等长)(?:子网)?划分|采用CIDR|使用CIDR")
    classful = reading.take_one(r"(?P<value>[ABC])类(?:的)?(?:网络?|地址)*(?:号|地址|段)?(?:为|是|:)?", str.upper)
    need = reading.take_one(
        rf"(?:(?:每个|各个?)(?:子网|网段)(?:中|内|里)?|(?:子网|网段)每个)(?:都|均)?(?:至少|最少|不少于|要|需要?|必须|能够?|可以?|应该?)*(?:容纳|容得下|放|支持|接入?|连接?|有)(?P<value>{INTEGER})(?:台|个)(?:主机|计算机|电脑|机器)(?:以上)?",
        to_int,
    )
    block = reading.take_one(
        rf"(?:(?:IP)?(?:地址)?(?:空间|块)?(?:网络)?(?:地址)?{_OF})(?P<value>{_IP}\s*/\s*\d{{1,2}})(?!\d)",
        lambda value: value.replace(" ", ""),
    )
    mask = reading.take_one(rf"(?:子网)?掩码{_OF}(?P<value>{_IP})", _read)
    slash = reading.take_one(rf"(?:子网)?掩码(?:长度)?{_OF}/\s?(?P<value>\d{{1,2}})(?!\d)(?:位)?", to_int)
    if slash is not None:
        if mask is not None or not 1 <= slash <= 32:
            return None
        mask = Block(0, slash).mask
    address = reading.take_one(rf"(?:(?:主机|机器|某主机)?(?:的)?(?:IP)?(?:地址)?(?:网络)?(?:地址)?{_OF})(?P<value>{_IP})", _read)
    equal = reading.take_one(
        rf"(?:平均|均匀)?(?:划分|等分|均分|平分|分)(?:成|为|出)?(?P<value>{INTEGER})\s*个(?:大小)?(?:相等|相同|等长|一样大)?(?:大小)?(?:的)?子网",
        to_int,
    )
    asked = reading.take_words(
        (
            (r"(?:子网)?掩码(?=为|是|应|多少|取|\?|$|,|和|、|。)", "mask"),
            (
                r"(?:直接|定向|子网)?广播地址(?:为|是)?|(?:向)?(?:其)?所在子网发送广播分组,?(?:则|时)?(?:其)?目的地址(?:可以)?(?:为|是)?",
                "broadcast",
            ),
            (r"(?:所在)?(?:的)?(?:网络|子网|网段)(?:地址|号)", "network"),
            (r"(?:最大)?(?:子网)(?:的)?(?:个数|数目|数量|数)|(?:多少|几)个子网", "subnets"),
            (
                r"(?:每个)?(?:子网)?(?:中|内|里)?(?:的)?(?:最多|最大)?(?:可以?)?(?:可分配|可用|可以分配|能分配|可供分配|可使用)?(?:给主机)?(?:的)?(?:主机)?(?:IP)?地址(?:的)?(?:个数|数量|数目|总数|数)|(?:可用|可容纳|最多容纳|能容纳|最大)?(?:的)?主机(?:的)?(?:个数|数量|数目|台数|数)|(?:最多)?(?:可以?)?(?:容纳|有)?(?:多少|几)台主机",
                "hosts",
            ),
            (r"(?:可用|可分配|可以使用|可分配给主机|主机)(?:的)?(?:主机)?(?:的)?(?:IP)?地址(?:的)?范围|(?:IP)?地址范围", "range"),
        )
    )
    reading.take_all(r"每个子网(?:中|内|里)?(?:可(?:以)?)?")
    reading.finish(
        "IP 地址 网络 子网 主机 空间 地址块 CIDR 划分 所在 该主机 该子网 该网络 该地址块 每个 内 各 最多 最大 可分配 可用 采用 个数 掩码 这个 容纳 所在的 号 公司 单位 企业 学校 某公司 网段 划 等长 定长 切 网 划成 分成 把 能分 能划分 取 申请到 申请 一台"
    )
    if not asked:
        return None
    if block is not None and classful is not None:
        return None
    if classful is not None:
        # The class says the prefix: what is divided is the whole network.
        octet = (address or 0) >> 24
        prefix = 8 if 1 <= octet <= 126 else 16 if 128 <= octet <= 191 else 24 if 192 <= octet <= 223 else 0
        if address is None or prefix != {"A": 8, "B": 16, "C": 24}[classful] or Block(address, prefix).network != address:
            return None
        if "subnets" in asked and not every:
            return None  # the old textbooks leave out the all-zeros and all-ones subnets
        block, address = f"{dotted(address)}/{prefix}", None
    if block is None and (address is None or mask is None):
        return None
    if need is not None and (block is None or mask is not None or equal is not None or not 1 <= need <= 1 << 24):
        return None
    try:
        if block is not None:
            base, prefix = _block_of(block)
            whole: Block | None = Block(base, prefix)
            if address is not None or not 1 <= prefix <= 30:
                return None
            if mask is not None:
                inner = prefix_of(mask)
            elif equal is not None:
                if equal < 2 or (
                    equal & (equal - 1)
                    and ("subnets" in asked or classful or not re.search("等长|等分|均分|平均|均匀|定长|大小相[等同]|一样大", text))
                ):
                    return None
                inner = prefix + (equal - 1).bit_length()
            elif need is not None:
                inner = prefix_for(need)
            else:
                inner = prefix
        else:
            whole, base = None, address or 0
            inner = prefix_of(mask or 0)
            if equal is not None:
                return None
    except ValueError:
        return None
    divided = whole is not None and (mask is not None or equal is not None or need is not None)
    if not 8 <= inner <= 30 or (divided and whole is not None and inner <= whole.prefix):
        return None
    if "subnets" in asked and not divided:
        return None
    if divided and any(name in asked for name in ("network", "broadcast", "range")):
        return None
    if divided and whole is not None and whole.network != base:
        return None
    understood = [("网络" if divided else "地址", block or dotted(base)), ("子网掩码", f"{dotted(Block(0, inner).mask)}，即 /{inner}")]
    if equal is not None:
        power = 1 << (equal - 1).bit_length()
        understood.append(("子网", f"等分为 {equal} 个" if power == equal else f"要 {equal} 个等长的子网，实际分成 {power} 个"))
    if need is not None:
        understood.append(("每个子网", f"至少 {need} 台主机，取能容纳它们的最小子网"))
    return Recognition(
        parameters={
            "address": dotted(base),
            "prefix": inner,
            "bits": inner - whole.prefix if divided and whole is not None else 0,
            "asked": asked,
        },
        understood=tuple(understood),
    )


def _recognise_either(text: str) -> Recognition | None:
    """By parts, or by the phrases of the classics; where both understand, the parts say what is asked."""
    found: list[Recognition] = []
    for recognise in (_subnet_reading.recognise, _recognise):
        try:
            seen = recognise(text)
        except StayOut:
            continue
        if seen is not None:
            found.append(seen)
    if len(found) == 2 and (
        any(found[0].parameters.get(name) != found[1].parameters.get(name) for name in ("address", "prefix", "bits"))
        or not set(found[1].parameters["asked"]) <= set(found[0].parameters["asked"])
    ):
        return None
    return found[0] if found else None


def _solve_unequal(parameters: Parameters) -> Solution:
    """Subnets of different sizes: the smallest that can occur, or one for each department."""
    block = Block(number_of(parameters["address"]), parameters["prefix"])
    if parameters["task"] == "smallest":
        part = smallest_part(block, parameters["parts"])
        return Solution(
            answer=f"{part.hosts} 个",
            steps=paragraphs(
                f"每次把一半留作一个子网，另一半再分，{parameters['parts']} 个子网中最小的前缀为 {block.prefix} + {parameters['parts'] - 1} = {part.prefix} 位。",
                f"主机号 {32 - part.prefix} 位，可分配 2^{32 - part.prefix} − 2 = {part.hosts} 个地址。",
            ),
            conventions=("主机号全 0、全 1 的地址不分配给主机",),
        )
    place, given = block.network, {}
    for name, hosts in sorted(parameters["items"], key=lambda item: -item[1]):
        given[name] = Block(place, prefix_for(hosts))
        place += 1 << 32 - given[name].prefix
    said = [f"{name} {given[name]}" for name, _ in parameters["items"]]
    return Solution(
        answer="，".join(said),
        also=("、".join(str(given[name]) for name, _ in parameters["items"]),),
        steps=paragraphs(
            *(f"{name} {hosts} 台，主机号要 {32 - given[name].prefix} 位（2^{32 - given[name].prefix} − 2 = {given[name].hosts}），得 {given[name]}。" for name, hosts in parameters["items"])
        ),
        conventions=("从低地址开始，主机多的先分", "每个子网取够用的最小块"),
    )  # fmt: skip


def _solve(parameters: Parameters) -> Solution:
    if "task" in parameters:
        return _solve_unequal(parameters)
    block, bits = Block(number_of(parameters["address"]), parameters["prefix"]), parameters["bits"]
    said = {
        "mask": f"子网掩码 {dotted(block.mask)}",
        "network": f"网络地址 {dotted(block.network)}",
        "broadcast": f"广播地址 {dotted(block.broadcast)}",
        "subnets": f"子网 {1 << bits} 个",
        "hosts": f"{'每个子网' if bits else ''}可分配地址 {block.hosts} 个",
        "prefix": f"前缀 /{block.prefix}",
        "first": f"第一个可用地址 {dotted(block.network + 1)}",
        "last": f"最后一个可用地址 {dotted(block.broadcast - 1)}",
        "range": f"{dotted(block.network + 1)}～{dotted(block.broadcast - 1)}",
    }
    steps: Sequence[str] = [_working(block)] if not bits else [f"子网号占 {bits} 位，子网有 2^{bits} = {1 << bits} 个。"]
    return Solution(
        answer="，".join(said[name] for name in parameters["asked"]),
        steps=paragraphs(*steps, f"主机号 {32 - block.prefix} 位，可分配 2^{32 - block.prefix} − 2 = {block.hosts} 个地址。"),
        conventions=("主机号全 0、全 1 的地址不分配给主机", *(("按 CIDR，全 0 和全 1 的子网可用",) if bits else ())),
        drawing=_drawing(block),
    )


KIND = Kind(
    name="subnetting",
    title="子网划分",
    points=(POINT, CIDR_POINT),
    versions={1: _write},
    solver=Solver(hint=r"\d+\.\d+\.\d+\.\d+", recognise=_recognise_either, solve=_solve),
)
