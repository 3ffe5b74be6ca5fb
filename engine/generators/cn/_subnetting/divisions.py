"""Which option divides a network into subnets that are large enough for the hosts told: blocks apart from each other, all within the network."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from engine.generators import patterns
from engine.generators.cn._addresses.blocks import Block, address_told, dotted, number_of, prefix_for, prefix_of
from engine.generators.cn._addresses.reading import opened
from engine.generators.cn._mentions import Lexicon
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import INTEGER, stay_out, to_int

_IP = r"(?<![\d.])(?!255\.)\d{1,3}(?:\.\d{1,3}){3}(?![\d.])"
_PART = r"(?:子网|网段|部门|系|局域网|分公司|子公司|单位)"
_HOSTS = r"(?:台|个)(?:主机|计算机|电脑|机器|终端|设备|PC机?|可用地址|IP地址|主机地址)"
_LEXICON = Lexicon(
    (
        ("block", rf"(?P<ip>{_IP})\s*/\s*(?P<prefix>\d{{1,2}})(?![\d.])"),
        ("ip", rf"(?P<ip>{_IP})"),
        ("class", r"(?<![A-Za-z])(?P<value>[ABC])\s?类(?:的)?(?:IP)?(?:网络?)?(?:地址)?"),
        (
            "needs",
            rf"(?:其中)?(?:的)?(?:另外?|其余|其他)?(?:的)?(?:有)?(?P<many>{INTEGER})\s*个(?:{_PART})(?:中)?(?:各|每个|都|均|分别)*(?:需要?|要|应当?|要求|能够?|可以?|至少|最少)*(?:容纳|支持|有|连接|接入|放)*\s*(?P<hosts>{INTEGER})\s*{_HOSTS}",
        ),
        ("parts", rf"(?:划分|分|切分|分割)(?:成|为|出)\s*(?P<value>{INTEGER})\s*个(?:大小不[等同一]的?|不同大小的?)?{_PART}"),
        (
            "ask",
            r"(?:下列|以下|下面)?(?:的)?(?:哪(?:一?个|一?项|一?种))(?:选项|方案)?(?:代表|表示|给出)?(?:了|是)*(?:一种|一个)?(?:可行|可能|正确|合理|满足要求|合适|有效|符合要求)的?(?:子网|网络|地址|掩码|划分|分配|/|和|与|、)*(?:组合|方案|方法)",
        ),
        (
            "ask",
            r"(?:下列|以下|下面)?(?:选项)?(?:中)?,?(?:可行|可能|正确|合理|满足要求|合适|有效|符合要求)的?(?:子网|网络|地址|掩码|划分|分配|/|和|与|、)*(?:组合|方案|方法)(?:是|为)(?:哪(?:一?个|一?项))?",
        ),
        ("", r"(?:采用|使用|用)?(?:可)?变长(?:的)?子网掩码(?:\(?VLSM\)?)?|VLSM"),
    ),
    "一家 某 一个 公司 单位 学校 企业 机构 组织 拥有 有 获得 得到 分到 申请到 网络 地址 网络地址 地址块 该 此 希望 想 要 需要 准备 计划 打算 将 把 其 它 这个 该网络 分配 使用 选项 则 为 是 的",
    story=6,
)


def recognise(text: str) -> Recognition | None:
    """The network, how many subnets need how many hosts, and that the options tell divisions; None where it is something else.

    Raises:
        StayOut: not all of the text is understood.
    """
    if not patterns.search(r"(?:组合|方案|方法)", text) or not patterns.search(r"\d\.\d", text):
        return None
    mentions = [mention for clause in _LEXICON.read(opened(text)) for mention in clause.mentions]
    needs = [to_int(mention["hosts"]) for mention in mentions if mention.kind == "needs" for _ in range(min(to_int(mention["many"]), 64))]
    parts = {to_int(mention["value"]) for mention in mentions if mention.kind == "parts"}
    blocks = [(address_told(mention["ip"]), int(mention["prefix"])) for mention in mentions if mention.kind == "block"]
    networks = [address_told(mention["ip"]) for mention in mentions if mention.kind == "ip"]
    letters = {mention["value"].upper() for mention in mentions if mention.kind == "class"}
    if not any(mention.kind == "ask" for mention in mentions) or not needs or parts - {len(needs)}:
        return None
    if len(blocks) == 1 and not networks and not letters:
        base, prefix = blocks[0]
    elif len(networks) == 1 and len(letters) == 1 and not blocks:
        base, prefix = networks[0], {"A": 8, "B": 16, "C": 24}[letters.pop()]
    else:
        return None
    if not 8 <= prefix <= 29 or Block(base, prefix).network != base:
        stay_out("no network")
    return Recognition(
        parameters={"task": "division", "address": dotted(base), "prefix": prefix, "needs": sorted(needs, reverse=True)},
        understood=(("网络", f"{dotted(base)}/{prefix}"), ("各子网的主机数", "、".join(str(need) for need in sorted(needs, reverse=True)))),
    )


def blocks_of(option: str) -> list[Block] | None:
    """The blocks that an option tells; None where it tells something else."""
    found = []
    for match in patterns.finditer(
        r"(\d{1,3}(?:\.\d{1,3}){3})\s*(?:/|,?(?:子网)?掩码(?:为|是)?)\s*(\d{1,3}(?:\.\d{1,3}){3}|\d{1,2})(?![\d.])", option
    ):
        try:
            found.append(Block(number_of(match[1]), int(match[2]) if match[2].isdecimal() else prefix_of(number_of(match[2]))))
        except ValueError:
            return None
    return found or None


def does(blocks: Sequence[Block], whole: Block, needs: Sequence[int]) -> bool:
    """Whether blocks lie apart from each other within the whole, each large enough for one of the needs."""
    if len(blocks) != len(needs) or any(block.network != block.address or block.prefix > 30 for block in blocks):
        return False
    placed = sorted(blocks, key=lambda block: block.network)
    if any(one.broadcast >= other.network for one, other in itertools.pairwise(placed)):
        return False
    if placed[0].network < whole.network or placed[-1].broadcast > whole.broadcast:
        return False
    sizes = sorted((block.prefix for block in blocks), reverse=False)
    return all(prefix <= prefix_for(need) for prefix, need in zip(sizes, sorted(needs, reverse=True), strict=True))


def solve(parameters: Parameters) -> Solution:
    """Each option tried."""
    whole, needs = Block(number_of(parameters["address"]), parameters["prefix"]), parameters["needs"]

    def among(options: Sequence[str]) -> tuple[int, str] | None:
        told = [blocks_of(option) for option in options]
        places = [place for place, blocks in enumerate(told) if blocks is not None and does(blocks, whole, needs)]
        if len(places) != 1 or any(blocks is None for blocks in told):
            return None
        return places[0], paragraphs(
            *(f"{need} 台主机的子网前缀最长 /{prefix_for(need)}。" for need in dict.fromkeys(needs)),
            f"各子网互不重叠、都在 {dotted(whole.network)}/{whole.prefix} 之内的只有：{options[places[0]]}。",
        )

    return Solution(answer="", steps="看每个选项的子网是否够大、互不重叠。", fits=lambda option: False, among=among)
