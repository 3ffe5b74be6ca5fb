"""Which option is an address of the sort looked for: of a network or not, for a host, private, of a group, the network's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from engine.generators import patterns
from engine.generators.cn._addresses.blocks import Block, dotted, number_of
from engine.generators.kind import Parameters, Solution

_PRIVATE = (Block(number_of("10.0.0.0"), 8), Block(number_of("172.16.0.0"), 12), Block(number_of("192.168.0.0"), 16))
_WHY = {
    "multicast": "多播（组播）地址是 D 类地址，首字节为 224～239。",
    "unicast": "单播地址可以分配给主机：首字节 1～223，主机号不全为 0、不全为 1。",
    "private": "私有地址为 10.0.0.0/8、172.16.0.0/12、192.168.0.0/16。",
    "public": "公网地址不是私有地址（10.0.0.0/8、172.16.0.0/12、192.168.0.0/16），也不是环回、多播、保留地址。",
    "loopback": "环回地址为 127.0.0.0/8。",
    "limited": "受限广播地址为 255.255.255.255。",
    "source": "源地址只能是单播地址，不能是广播地址、多播地址。",
    "destination": "目的地址不能是 0.0.0.0，它只表示本主机、本网络。",
    "usable": "主机地址的主机号不能全为 0（网络地址）、不能全为 1（广播地址），首字节 1～223，不为 127。",
    "network": "网络地址的主机号全为 0。",
    "broadcast": "广播地址的主机号全为 1。",
}

_Test = Callable[[Block], bool]


def _class_of(address: int) -> str:
    octet = address >> 24
    return "A" if octet < 128 else "B" if octet < 192 else "C" if octet < 224 else "D" if octet < 240 else "E"


def _natural(address: int) -> int:
    return {"A": 8, "B": 16, "C": 24}.get(_class_of(address), 32)


def _parsed(option: str, mask: int | None) -> tuple[Block, bool] | None:
    """An option's address with its prefix and whether it told one; None where a figure of it is too large for an address."""
    found = patterns.search(r"(?<![\d.])(\d{1,4}(?:\.\d{1,4}){3})(?:\s*/\s*(\d{1,2}))?(?![\d.])", option)
    if found is None:
        raise LookupError(option)
    try:
        address = number_of(found[1])
    except ValueError:
        return None
    told = int(found[2]) if found[2] else None
    if told is not None and told > 32:
        return None
    return Block(address, told if told is not None else mask if mask is not None else _natural(address)), told is not None


def _usable(block: Block) -> bool:
    octet = block.address >> 24
    return 1 <= octet <= 223 and octet != 127 and block.network < block.address < block.broadcast


def _private(block: Block) -> bool:
    return any(Block(block.address, one.prefix).network == one.network for one in _PRIVATE)


def _tests(sort: str, parameters: Parameters, container: Block | None) -> list[_Test]:
    """The ways in which books understand a sort."""

    def within(block: Block) -> Block:
        return block if container is None else Block(block.address, container.prefix)

    if sort == "multicast":
        return [lambda block: _class_of(block.address) == "D"]
    if sort == "unicast":
        return [lambda block: _usable(block), lambda block: block.address >> 24 <= 223]
    if sort == "private":
        return [_private]
    if sort == "public":
        return [lambda block: 1 <= block.address >> 24 <= 223 and block.address >> 24 != 127 and not _private(block)]
    if sort == "loopback":
        return [lambda block: block.address >> 24 == 127]
    if sort == "limited":
        return [lambda block: block.address == (1 << 32) - 1]
    if sort == "source":
        return [lambda block: block.address >> 24 <= 223 and block.address != block.broadcast]
    if sort == "destination":
        return [lambda block: block.address != 0, lambda block: block.address != 0 and block.address != block.network]
    if sort == "network":
        return [lambda block: within(block).network == block.address]
    if sort == "broadcast":
        return [lambda block: within(block).broadcast == block.address]
    if parameters["internet"]:
        return [lambda block: _usable(within(block)), lambda block: _usable(within(block)) and not _private(block)]
    return [lambda block: _usable(within(block))]


def _way(tests: Sequence[_Test], inside: Callable[[Block, bool], bool] | None) -> Callable[[Block, bool], bool]:
    """Whether an address stands all tests, in the network that is told, if one is."""

    def holds(block: Block, told: bool) -> bool:
        return (inside is None or inside(block, told)) and all(test(block) for test in tests)

    return holds


def solve(parameters: Parameters) -> Solution:
    """The option of the sort, under every way to understand it that leaves one option."""
    container: Block | None = None
    whole: Block | None = None
    if parameters["container"]:
        address, _, prefix = parameters["container"].partition("/")
        whole = container = Block(number_of(address), int(prefix))
        if parameters["parts"]:
            bits = (parameters["parts"] - 1).bit_length()
            if container.network != container.address or container.prefix + bits > 30:
                return Solution(answer="", steps="", fits=lambda option: False)
            container = Block(container.network, container.prefix + bits)
            if kth := parameters["kth"]:
                container = Block(container.network + ((kth - 1) << 32 - container.prefix), container.prefix)
    sorts = list(parameters["sorts"])
    kth, parts, negative = parameters["kth"], parameters["parts"], parameters["negative"]

    def inside(block: Block, told: bool) -> bool:
        assert container is not None and whole is not None
        if parts and not kth:
            own = Block(block.address, container.prefix)
            return (
                whole.network <= block.address <= whole.broadcast
                and (not told or block.prefix == container.prefix)
                and ("usable" in sorts or own.network == block.address)
            )
        if told:
            return container.network <= block.network and block.broadcast <= container.broadcast
        return container.network <= block.address <= container.broadcast

    def anywhere(block: Block, told: bool) -> bool:
        """Of the whole, whatever it is divided into: only for addresses of hosts, which tell no prefix."""
        assert whole is not None
        return told or whole.network <= block.address <= whole.broadcast

    ways: list[Callable[[Block, bool], bool]] = []
    every: list[list[_Test]] = [[]]
    for sort in sorts:
        if parts and not kth and sort == "network":
            continue  # the parts' own addresses: they are inside
        every = [[*one, test] for one in every for test in _tests(sort, parameters, container)]
    if letter := parameters["class"]:
        every = [[*one, lambda block: _class_of(block.address) == letter] for one in every]
    for tests in every:
        ways.append(_way(tests, inside if container is not None else None))
        if container is not None and negative:
            ways.append(inside)
            if parts and not kth and not sorts:
                ways.append(anywhere)
        elif container is not None and not tests and not parts:
            ways.append(_way([lambda block: _usable(Block(block.address, container.prefix))], inside))
    host = number_of(parameters["host"]) if parameters["host"] else None

    def among(options: Sequence[str]) -> tuple[int, str] | None:
        try:
            blocks = [_parsed(option, parameters["mask"]) for option in options]
        except LookupError:
            return None
        chosen: set[int] = set()
        for way in ways:
            places = []
            for place, found in enumerate(blocks):
                holds = found is not None and found[0].address != host and way(*found)
                if holds != negative:
                    places.append(place)
            if len(places) == 1:
                chosen.add(places[0])
        if len(chosen) != 1:
            return None
        place = chosen.pop()
        why = [_WHY[sort] for sort in sorts]
        if container is not None:
            why.insert(
                0,
                f"分成 {parts} 个子网，前缀 {container.prefix} 位，子网地址是 2^{32 - container.prefix} 的整数倍，在 {whole} 之内。"
                if parts and not kth
                else f"{container} 从 {dotted(container.network)} 到 {dotted(container.broadcast)}。",
            )
        if letter:
            why.insert(0, "首字节 1～126 为 A 类，128～191 为 B 类，192～223 为 C 类，224～239 为 D 类，240 以上为 E 类。")
        return place, "\n\n".join([*why, f"{'不' if negative else ''}符合的只有 {options[place]}。"])

    return Solution(answer="", steps="把每个选项与要求对照。", fits=lambda option: False, among=among)
