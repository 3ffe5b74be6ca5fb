"""Subnets: masks, network and broadcast addresses, usable hosts, equal division and the smallest part of an unequal one.

CIDR as in RFC 4632; the first and the last address of a subnet are never given to hosts; with CIDR the all-zeros and all-ones subnets
are used.
"""

from __future__ import annotations

from engine.generators.alternatives import first_reading
from engine.generators.chance import Chance
from engine.generators.cn._addresses import reading as address_reading
from engine.generators.cn._addresses import rest as subnet_rest
from engine.generators.cn._addresses import sorts as address_sorts
from engine.generators.cn._addresses.blocks import ALL_ONES, Block, dotted, number_of, prefix_for
from engine.generators.cn._subnetting import allocation as subnet_allocation
from engine.generators.cn._subnetting import cases as subnet_cases
from engine.generators.cn._subnetting import choices as subnet_choices
from engine.generators.cn._subnetting import divisions, hexadecimal, supernets
from engine.generators.cn._subnetting import listed as subnet_listed
from engine.generators.cn._subnetting import outside as subnet_outside
from engine.generators.cn._subnetting import reading as subnet_reading
from engine.generators.cn._subnetting import requests as subnet_requests
from engine.generators.cn._subnetting import table as subnet_table
from engine.generators.cn._subnetting.solving import solve
from engine.generators.cn._subnetting.subnets import drawing_of, smallest_part, working
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.markdown import paragraphs

POINT = "cn.network.subnet"
CIDR_POINT = "cn.network.cidr"


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
        steps=paragraphs(working(block), f"{name}为 {dotted(right)}"),
        parameters={"task": which, "address": dotted(block.address), "mask": dotted(block.mask)},
        drawing=drawing_of(block),
    )


def _other(block: Block, shift: int, which: str) -> tuple[int, str]:
    other = Block(block.address, block.prefix + shift)
    return (other.network if which == "network" else other.broadcast, f"网络前缀{'多' if shift > 0 else '少'}算了 {abs(shift)} 位")


def _by_class(block: Block, which: str) -> int:
    whole = Block(block.address, 16 if block.prefix < 24 else 24)
    return whole.network if which == "network" else whole.broadcast


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
        drawing=drawing_of(block),
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
        drawing=drawing_of(part),
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
        drawing=drawing_of(part),
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
        drawing=drawing_of(part),
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


# --- solver ------------------------------------------------------------------------------------------------------------------------


def _solve(parameters: Parameters) -> Solution:
    if parameters.get("task") == "listed":
        return subnet_listed.solving_listed(parameters, _solve)
    return _SOLVERS.get(parameters.get("task", ""), solve)(parameters)


_SOLVERS = {
    "allocate": subnet_allocation.solve,
    "free block": subnet_choices.solve,
    "tested": subnet_choices.solve_tested,
    "requests": subnet_requests.solve,
    "table": subnet_table.solve,
    "outside": subnet_outside.solve,
    "odd one": subnet_outside.solve,
    "mask that does": subnet_outside.solve,
    "sort of address": address_sorts.solve,
    "rest": subnet_rest.solve,
    "supernet": supernets.solve,
    "division": divisions.solve,
    "hexadecimal": hexadecimal.solve,
    "prefixes": subnet_listed.solve_prefixes,
}


# A subnet for so many machines told as if that many were made.
_UNREAD = r"划出?分?出?\d+个(?:可用)?(?:主机|地址)"

KIND = Kind(
    name="subnetting",
    title="子网划分",
    points=(POINT, CIDR_POINT),
    versions={1: _write},
    solver=Solver(
        hint=r"网络位|点分十进制|\d+\.\d+\.\d+\.\d+|掩码|子网|网段|/\s?\d\d|[ABC]\s?类|(?:网络|IP|私网|私有|公网|源|目[标的]|[多组]播|[回环]送)地址|单播|分配给.*主机",
        recognise=first_reading(
            subnet_reading.recognise,
            subnet_cases.smallest,
            subnet_allocation.recognise,
            subnet_cases.together,
            subnet_cases.misplaced,
            subnet_cases.receiving,
            subnet_cases.chosen,
            subnet_choices.recognise,
            subnet_choices.tested,
            subnet_outside.recognise,
            subnet_outside.masks_that_do,
            subnet_cases.part_of_address,
            subnet_requests.recognise,
            subnet_table.recognise,
            address_reading.recognise,
            supernets.recognise,
            divisions.recognise,
            hexadecimal.recognise,
            subnet_listed.with_other_mask(subnet_reading.recognise),
            subnet_listed.each_listed(first_reading(subnet_reading.recognise, address_reading.recognise)),
            unread=_UNREAD,
        ),
        solve=_solve,
    ),
)
