"""What a pasted subnetting problem asks, computed on blocks of addresses."""

from __future__ import annotations

from collections.abc import Sequence

from engine.generators import patterns
from engine.generators.cn._addresses.blocks import Block, dotted, number_of, prefix_of
from engine.generators.cn._subnetting.subnets import drawing_of, smallest_part, working
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import stay_out


def _solve_smallest(parameters: Parameters) -> Solution:
    """Subnets of different sizes: the smallest that can occur."""
    block = Block(number_of(parameters["address"]), parameters["prefix"])
    part = smallest_part(block, parameters["parts"])
    answer = dotted(part.mask) if parameters.get("mask") else str(part.hosts)
    return Solution(
        answer="" if parameters.get("possible") else answer if parameters.get("mask") else f"{answer} 个",
        fits=(lambda option: patterns.findall(r"[\d.]+", option) == [answer]) if parameters.get("possible") else None,
        steps=paragraphs(
            f"每次把一半留作一个子网，另一半再分，{parameters['parts']} 个子网中最小的前缀为 {block.prefix} + {parameters['parts'] - 1} = {part.prefix} 位。",
            f"主机号 {32 - part.prefix} 位，可分配 2^{32 - part.prefix} − 2 = {part.hosts} 个地址。",
        ),
        conventions=("主机号全 0、全 1 的地址不分配给主机",),
    )


def _solve_together(parameters: Parameters) -> Solution:
    prefix = parameters["prefix"]
    networks = [(name, Block(number_of(address), prefix)) for name, address in parameters["hosts"]]
    steps = paragraphs(*(f"{name} 的网络地址：{dotted(block.network)}。" for name, block in networks))
    if not parameters["pair"]:
        (_, one), (_, other) = networks
        if one.network == other.network:
            return Solution(answer=f"在同一子网（{one}）", also=("在", "是", "在同一子网"), steps=steps)
        return Solution(answer=f"不在同一子网（{one} 和 {other}）", also=("不在", "否", "不在同一子网"), steps=steps)
    groups: dict[int, list[str]] = {}
    for name, block in networks:
        groups.setdefault(block.network, []).append(name)
    found = [names for names in groups.values() if len(names) > 1]
    if len(found) != 1:
        return Solution(answer="都不在同一子网" if not found else "；".join("、".join(names) for names in found), steps=steps)
    return Solution(answer="、".join(found[0]), also=("和".join(found[0]),), steps=steps)


def _solve_sharing(parameters: Parameters) -> Solution:
    """The masks with which two hosts are in one network: the longest, and of options the one that is such a mask."""
    one, other = (number_of(address) for address in parameters["hosts"])

    def joins(prefix: int) -> bool:
        first, second = Block(one, prefix), Block(other, prefix)
        return first.network == second.network and all(first.network < each < first.broadcast for each in (one, other))

    def fits(option: str) -> bool:
        found = patterns.fullmatch(r"\s*(?:/\s*(\d{1,2})|((?:\d{1,3}\.){3}\d{1,3}))\s*", option)
        if found is None:
            stay_out(option)
        try:
            return joins(int(found[1]) if found[1] else prefix_of(number_of(found[2])))
        except ValueError:
            return False

    longest = max(prefix for prefix in range(8, 31) if joins(prefix))
    mask = dotted(Block(0, longest).mask)
    return Solution(
        answer=f"{mask}（/{longest}，或更短的掩码）",
        answer_alone=True,
        fits=fits,
        steps=paragraphs(
            f"{dotted(one)} 和 {dotted(other)} 的前 {32 - (one ^ other).bit_length()} 位相同。",
            f"掩码不长于 /{longest} 时两台主机的网络地址相同，最长为 {mask}。",
        ),
    )


def _solve_octets(parameters: Parameters) -> Solution:
    """The bytes of an address that its class gives the network, or leaves to the host."""
    octets, count = parameters["address"].split("."), parameters["octets"]
    answer = ".".join(octets[count:] if parameters["host"] else octets[:count])
    name = "ABC"[count - 1]
    return Solution(
        answer=answer,
        steps=f"首字节为 {octets[0]}，是 {name} 类地址，网络号占前 {count} 个字节，主机号占后 {4 - count} 个字节，所以是 {answer}。",
        conventions=("按地址的类别，没有划分子网",),
    )


def _solve_misplaced(parameters: Parameters) -> Solution:
    """Of the options the one that is not a host's address of the others' network."""

    def among(options: Sequence[str]) -> tuple[int, str] | None:
        blocks = []
        for option in options:
            found = patterns.fullmatch(r"\s*((?:\d{1,3}\.){3}\d{1,3})\s*", option)
            if found is None:
                return None
            try:
                blocks.append(Block(number_of(found[1]), parameters["prefix"]))
            except ValueError:
                return None
        good = [place for place, block in enumerate(blocks) if block.network < block.address < block.broadcast]
        networks = {blocks[place].network for place in good}
        odd = [place for place in range(len(blocks)) if place not in good]
        if len(networks) > 1:
            odd += [place for place in good if [blocks[other].network for other in good].count(blocks[place].network) == 1]
        if len(odd) != 1 or len({blocks[place].network for place in good if place not in odd}) != 1:
            return None
        steps = [
            f"{dotted(block.address)} 的网络地址为 {dotted(block.network)}，广播地址为 {dotted(block.broadcast)}。" for block in blocks
        ]
        wrong = blocks[odd[0]]
        why = "和其余主机不在同一子网" if wrong.network < wrong.address < wrong.broadcast else "主机号全为 0 或全为 1，不能分配给主机"
        return odd[0], paragraphs(*steps, f"{dotted(wrong.address)} {why}。")

    return Solution(answer="", steps="看哪个地址和其余的不在同一子网，或不能分配给主机。", fits=lambda option: False, among=among)


def _classful(address: int) -> Block | None:
    octet = address >> 24
    prefix = 8 if 1 <= octet <= 126 else 16 if 128 <= octet <= 191 else 24 if 192 <= octet <= 223 else None
    return None if prefix is None else Block(address, prefix)


def _solve_options(parameters: Parameters) -> Solution:
    """Questions that only their options answer."""

    def blocks_of(option: str) -> Block:
        found = patterns.search(r"(\d{1,3}(?:\.\d{1,3}){3})(?:\s*/\s*(\d{1,2}))?", option)
        if found is None:
            stay_out(option)
        try:
            return Block(number_of(found[1]), int(found[2]) if found[2] else 32)
        except ValueError:
            stay_out(option)

    if parameters["task"] in ("gateway", "neighbour"):
        own = Block(number_of(parameters["address"]), parameters["prefix"])

        def inside(option: str) -> bool:
            """In the host's subnet, not the host itself, neither network nor broadcast."""
            address = blocks_of(option).address
            return own.network < address < own.broadcast and address != own.address

        who = "网关" if parameters["task"] == "gateway" else "另一台主机"
        return Solution(answer="", steps=f"{who}要和主机在同一子网 {own}，不能是网络地址、广播地址和主机自己的地址。", fits=inside)
    if parameters["task"] == "assignable":

        def assignable(option: str) -> bool:
            """A host's address: of class A to C, neither network nor broadcast."""
            if patterns.search(r"(?<!\d)(?:25[6-9]|2[6-9]\d|[3-9]\d\d)(?!\d)", option):
                return False
            one = blocks_of(option)
            block = one if one.prefix < 32 else _classful(one.address)
            if (prefix := parameters["prefix"]) is not None:
                block = Block(one.address, prefix)
            if block is None or one.address >> 24 == 127:
                return False
            if "block" in parameters and dotted(block.network) != parameters["block"]:
                return False
            return block.network < one.address < block.broadcast

        return Solution(
            answer="",
            steps="主机地址是 A、B、C 类的单播地址，主机号不能全 0 或全 1，首字节不能是 127。",
            conventions=("没有给出掩码的地址按分类的网络号划分",),
            fits=assignable,
        )
    part = Block(number_of(parameters["address"]), parameters["prefix"])
    size = 1 << 32 - part.prefix
    sibling = Block(part.network ^ size, part.prefix)
    uncle = Block(Block(part.network, part.prefix - 1).network ^ size << 1, part.prefix - 1)
    possible = {str(block) for block in (sibling, uncle, *sibling.subnets(1))}
    return Solution(
        answer="",
        steps=f"分成 3 个子网：先一分为二，再把其中一半一分为二。另外两个只可能是 {'、'.join(sorted(possible))}。",
        fits=lambda option: str(blocks_of(option)) not in possible,
    )


def _solve_either(block: Block, bits: int, asked: Sequence[str]) -> Solution:
    """How many subnets a classful network has: all of them, or without those of zeros and ones; the options say which is meant."""
    values = {"bits": bits, "hosts": block.hosts}
    possible = [[values.get(name, subnets) for name in asked] for subnets in (1 << bits, (1 << bits) - 2)]

    def fits(option: str) -> bool:
        return [int(number) for number in patterns.findall(r"\d+", option)] in possible

    return Solution(
        answer="",
        steps=paragraphs(
            f"子网号占 {bits} 位，子网有 2^{bits} = {1 << bits} 个；不用全 0 和全 1 的子网时为 2^{bits} − 2 = {(1 << bits) - 2} 个。",
            f"主机号占 {32 - block.prefix} 位，每个子网可分配 2^{32 - block.prefix} − 2 = {block.hosts} 个地址。",
        ),
        conventions=("全 0 和全 1 的子网算不算，题目没有说，由选项看出",),
        fits=fits,
    )


def _solve_several(parameters: Parameters) -> Solution:
    """The same of several subnets."""
    found = [solve(each) for each in parameters["each"]]
    return Solution(
        answer="；".join(one.answer for one in found),
        steps=paragraphs(*dict.fromkeys(one.steps for one in found)),
        conventions=found[0].conventions,
        drawing=found[-1].drawing,
    )


def solve(parameters: Parameters) -> Solution:
    """The answer to what was read."""
    if parameters.get("task") == "several":
        return _solve_several(parameters)
    if parameters.get("task") == "together":
        return _solve_together(parameters)
    if parameters.get("task") == "octets":
        return _solve_octets(parameters)
    if parameters.get("task") == "sharing":
        return _solve_sharing(parameters)
    if parameters.get("task") == "misplaced":
        return _solve_misplaced(parameters)
    if parameters.get("task") in ("gateway", "neighbour", "assignable", "thirds"):
        return _solve_options(parameters)
    if "task" in parameters:
        return _solve_smallest(parameters)
    block, bits = Block(number_of(parameters["address"]), parameters["prefix"]), parameters["bits"]
    used = parameters.get("used", 0)
    each = "每个子网" if bits else ""
    low = 32 - block.prefix
    parts = Block(block.network, block.prefix - bits).subnets(bits) if bits <= 4 else []
    if "list" in parameters["asked"] and not parts:
        stay_out("too many subnets to list")
    if used > block.hosts:
        stay_out("more than fit")
    said = {
        "mask": f"子网掩码 {dotted(block.mask)}",
        "block": f"地址块 {block}",
        "network": f"网络地址 {dotted(block.network)}",
        "broadcast": f"广播地址 {dotted(block.broadcast)}",
        "lowest": f"最小地址 {dotted(block.network)}",
        "highest": f"最大地址 {dotted(block.broadcast)}",
        "subnets": f"子网 {1 << bits} 个",
        "hosts": f"还能接 {block.hosts - used} 台" if used else f"{each}可分配地址 {block.hosts} 个",
        "size": f"{each}共 {1 << low} 个地址",
        "prefix": f"前缀 /{block.prefix}",
        "first": f"第一个可用地址 {dotted(block.network + 1)}",
        "last": f"最后一个可用地址 {dotted(block.broadcast - 1)}",
        "range": f"{dotted(block.network + 1)}～{dotted(block.broadcast - 1)}",
        "span": f"{dotted(block.network)}～{dotted(block.broadcast)}",
        "list": "、".join(map(str, parts)),
        "bits": f"子网号 {bits} 位",
        "host bits": f"主机号 {low} 位",
        "host part": f"主机号 {block.address - block.network}",
        "class c": f"相当于 {1 << max(24 - block.prefix, 0)} 个 C 类网络",
        "index": f"第 {(block.network - (natural.network if (natural := _classful(block.address)) else 0)) >> low} 个子网（从 0 数）",
    }
    if parameters.get("each"):
        if not parts:
            stay_out("too many subnets to list")
        parts = parts[: parameters.get("shown")]  # as many as are needed, from the first on
        said |= {
            name: f"{label}{'、'.join(show(part) for part in parts)}"
            for name, label, show in (
                ("block", "", str),
                ("network", "网络地址 ", lambda part: dotted(part.network)),
                ("broadcast", "广播地址 ", lambda part: dotted(part.broadcast)),
                ("lowest", "最小地址 ", lambda part: dotted(part.network)),
                ("highest", "最大地址 ", lambda part: dotted(part.broadcast)),
                ("first", "第一个可用地址 ", lambda part: dotted(part.network + 1)),
                ("last", "最后一个可用地址 ", lambda part: dotted(part.broadcast - 1)),
                ("range", "", lambda part: f"{dotted(part.network + 1)}～{dotted(part.broadcast - 1)}"),
                ("span", "", lambda part: f"{dotted(part.network)}～{dotted(part.broadcast)}"),
            )
        }
    steps: Sequence[str] = [working(block)] if not bits else [f"子网号占 {bits} 位，子网有 2^{bits} = {1 << bits} 个。"]
    if parameters.get("either"):
        return _solve_either(block, bits, parameters["asked"])
    if octet := parameters.get("octet"):
        whole = patterns.search(r"\d+(?:\.\d+){3}", said[parameters["asked"][0]])
        assert whole is not None
        byte = whole[0].split(".")[octet - 1]
        return Solution(
            answer=byte,
            steps=paragraphs(*steps, f"{said[parameters['asked'][0]]}，第 {octet} 个字节为 {byte}。"),
            conventions=("主机号全 0、全 1 的地址不分配给主机",),
            drawing=drawing_of(block),
        )
    answer = ("；" if parameters.get("each") else "，").join(said[name] for name in parameters["asked"])
    return Solution(
        answer=answer,
        also=(
            "，".join(said[name] if name != "prefix" else f"{block.prefix}" for name in parameters["asked"]),
            *((f"/{block.prefix}",) if parameters["asked"] == ["mask"] else ()),
        ),
        steps=paragraphs(
            *steps,
            f"主机号 {low} 位，可分配 2^{low} − 2 = {block.hosts} 个地址。",
            *([f"减去已用的 {used} 个，还剩 {block.hosts - used} 个。"] if used else []),
        ),
        conventions=("主机号全 0、全 1 的地址不分配给主机", *(("按 CIDR，全 0 和全 1 的子网可用",) if bits else ())),
        drawing=drawing_of(block),
    )
