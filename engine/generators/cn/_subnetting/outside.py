"""Questions about subnets that only their options answer: which address is outside, which is not with the others, which mask will do."""

from __future__ import annotations

from collections.abc import Sequence

from engine.generators import patterns
from engine.generators.cn._addresses.blocks import Block, address_told, dotted, number_of, prefix_of
from engine.generators.cn._addresses.subnet_words import IP, MACHINES, PREFIXED
from engine.generators.cn._subnetting.problem import Subnets
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import INTEGER, stay_out, to_int

_WHICH = r"(?:下列|下面|以下|选项|中|的|里|,|哪(?:一?[个项台]|一))*"
_HERE = _WHICH.replace(",|", "")
_NETWORK = r"(?:子网|网络|网段|地址块|地址空间|地址范围)"
_ASKED = rf"{_WHICH}(?:主机|机器)?(?:的)?(?:IP)?(?:地址)?{_WHICH.replace(',|', '')}(?:不(?:属于|包含在|在|处于|位于)(?:于)?|非)(?P<same>同一?个?|这个|该|此|上述|其|它)?(?:的)?{_NETWORK}?(?:中|内|里|上)?(?:的)?(?:主机)?(?:的)?(?:IP)?(?:地址)?(?:的)?(?:是|有)?(?:哪(?:一?[个项]))?(?=\s*(?:[。?:(]|$))"
_THROUGH = rf"{_WHICH}(?:主机|机器|地址)?(?:的主机)?(?:必须|需要|只能|要|需)(?:通过|经过|借助)(?:路由器|网关)(?:转发)?(?:才)?(?:能|可以?)?(?:与|和|跟)(?:主机|地址)*(?:为|是)?(?P<host>(?!255\.){IP})(?:的主机)?(?:进行)?通信(?:的是)?"


def _masks(problem: Subnets) -> set[int]:
    found = set()
    for match in problem.take_all(
        r"(?:若|如果|设)?(?:(?:子网|网络)?掩码)(?:都|均|为|是|:|=|\s|\()*(?P<value>255(?:\.\d{1,3}){3})(?![\d.])\)?(?:的)?|(?:(?:子网)?掩码|前缀)(?:长度)?(?:都|均|为|是)*/?(?P<short>\d{1,2})(?![\d.])位?"
    ):
        try:
            found.add(int(match["short"]) if match["short"] else prefix_of(address_told(match["value"])))
        except ValueError:
            stay_out(match[0])
    return found


def recognise(text: str) -> Recognition | None:
    """Which option is outside the block that is told, or not in one subnet with the other options."""
    problem = Subnets(text)
    through = problem.take_asked(_THROUGH)
    asked = through or problem.take_asked(_ASKED)
    if len(asked) != 1:
        return None
    masks = _masks(problem)
    blocks = [Block(address_told(match["ip"]), int(match["prefix"])) for match in problem.take_all(PREFIXED)]
    counted = problem.take_one(
        rf"(?:一共|共|总共)?(?:包含|含有|有|包括)(?:了)?(?P<value>{INTEGER})个(?:可用的?|有效的?)?(?:主机|IP)?(?:的)?地址", to_int
    )
    hosts = [match[0] for match in problem.take_all(rf"(?!255\.){IP}")]
    problem.settle()
    if through:
        if len(masks) != 1 or blocks or hosts:
            return None
        block = Block(address_told(through[0]["host"]), masks.pop())
        return _outside(block, "不在同一子网，要经过路由器的主机")
    if asked[0]["same"] in ("同一个", "同一", "同") and not blocks and not hosts:
        if len(masks) != 1:
            return None
        return Recognition(parameters={"task": "odd one", "prefix": masks.pop()}, understood=(("求", "和其余地址不在同一子网的"),))
    if hosts and not blocks and len(hosts) == 1 and len(masks) == 1:
        blocks = [Block(address_told(hosts[0]), masks.pop())]
    elif hosts or masks:
        return None
    if len(blocks) != 1 or (counted is not None and counted not in (blocks[0].hosts, blocks[0].hosts + 2)):
        return None
    return _outside(blocks[0], "不属于这个网络的地址")


def _outside(block: Block, wanted: str) -> Recognition:
    return Recognition(
        parameters={"task": "outside", "address": dotted(block.network), "prefix": block.prefix},
        understood=(("网络", f"{dotted(block.network)}/{block.prefix}"), ("求", wanted)),
    )


def masks_that_do(text: str) -> Recognition | None:
    """Which mask divides a classful network into so many subnets for so many hosts; perhaps none does."""
    problem = Subnets(text)
    asked = problem.take_asked(
        r"(?:下列|下面|以下)?(?:哪(?:一?个|项)|哪)?(?:选项)?(?:中)?(?:是|为)?(?:最)?(?:合适|适合|可用|正确|恰当)的(?:子网)?掩码(?:是|为)?(?:哪(?:一?个))?|(?:合适|适合)的(?:子网)?掩码(?:是|为)"
    )
    classful = problem.take(r"(?:规划|设计|划分)?(?:一个)?(?P<value>[ABC])\s?类(?:的)?(?:网络?|地址)")
    parts = problem.take_one(
        rf"(?:需要?|要)?(?:将|把)?(?:该|此|这个)?(?:网络)?(?:划分|分|分成|划)(?:为|成)?(?P<value>{INTEGER})个(?:子网|网段)", to_int
    )
    need = problem.take_one(
        rf"每个?(?:子网|网段)(?:中|内|里)?(?:最多|至少|要|需要?|有|能|容纳|可以?|支持)*(?P<value>{INTEGER}){MACHINES}", to_int
    )
    problem.settle()
    if not asked or classful is None or parts is None or need is None or parts < 2:
        return None
    return Recognition(
        parameters={"task": "mask that does", "class": classful["value"].upper(), "parts": parts, "need": need},
        understood=(("网络", f"{classful['value'].upper()} 类"), ("子网", f"{parts} 个"), ("每个子网", f"{need} 台主机")),
    )


def _of(option: str, prefix: int) -> Block:
    found = patterns.search(IP, option)
    if found is None:
        stay_out(option)
    return Block(address_told(found[0]), prefix)


def solve(parameters: Parameters) -> Solution:
    """Each option tried."""
    if parameters["task"] == "mask that does":
        return _solve_mask(parameters)
    prefix = parameters["prefix"]
    if parameters["task"] == "outside":
        own = Block(number_of(parameters["address"]), prefix)
        return Solution(
            answer="",
            steps=f"网络 {dotted(own.network)}/{prefix} 从 {dotted(own.network)} 到 {dotted(own.broadcast)}，不在其中的就是所求。",
            fits=lambda option: _of(option, prefix).network != own.network,
        )

    def among(options: Sequence[str]) -> tuple[int, str] | None:
        networks = [_of(option, prefix).network for option in options]
        odd = [place for place, network in enumerate(networks) if networks.count(network) == 1]
        if len(odd) != 1 or len(set(networks)) != 2:
            return None
        return odd[0], paragraphs(
            *(f"{option} 的网络地址为 {dotted(network)}。" for option, network in zip(options, networks, strict=True))
        )

    return Solution(answer="", steps="用掩码取每个地址的网络地址，和其余不同的就是所求。", fits=lambda option: False, among=among)


def _solve_mask(parameters: Parameters) -> Solution:
    natural, parts, need = {"A": 8, "B": 16, "C": 24}[parameters["class"]], parameters["parts"], parameters["need"]

    def does(option: str) -> bool:
        found = patterns.search(IP, option)
        if found is None:
            return False
        try:
            prefix = prefix_of(address_told(found[0]))
        except ValueError:
            return False
        return natural < prefix <= 30 and 1 << (prefix - natural) >= parts and (1 << (32 - prefix)) - 2 >= need

    def among(options: Sequence[str]) -> tuple[int, str] | None:
        fitting = [place for place, option in enumerate(options) if does(option)]
        none = [place for place, option in enumerate(options) if patterns.search(r"没有|都不|均不|无合适|不存在", option)]
        places = fitting or none
        if len(places) != 1 or len(none) > 1 or (none and fitting and len(fitting) > 1):
            return None
        bits, left = (parts - 1).bit_length(), (need + 1).bit_length()
        return places[0], paragraphs(
            f"{parts} 个子网要借 {bits} 位，每个子网 {need} 台主机要留主机号 {left} 位（2^{left} − 2 = {(1 << left) - 2}）。",
            f"{parameters['class']} 类网络的主机号共 {32 - natural} 位，{'够用' if bits + left <= 32 - natural else '不够'}。",
        )

    return Solution(answer="", steps="看哪个掩码的子网数和每个子网的主机数都够。", fits=lambda option: False, among=among)
