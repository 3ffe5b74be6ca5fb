"""Questions about blocks that only their options answer: which block may still be given away beside those that are taken."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.cn._addresses.blocks import Block, number_of, prefix_of
from engine.generators.cn._addresses.subnet_words import IP, PREFIXED
from engine.generators.cn._subnetting.problem import Subnets
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.reading import stay_out

_SOMEBODY = r"(?:(?!其|给|和|与|要|需|现)[\u4e00-\u9fff]){1,4}?(?:部门?|科|处|室|系|院|公司|组|中心)"
_OTHERS = r"(?:其[他它余]|别的|另外的?|另一个|新的?)(?:的)?(?:子网|部门|网络|单位|网段)?"


def _block(match: re.Match[str]) -> Block:
    try:
        return Block(number_of(match["ip"]), int(match["prefix"]))
    except ValueError:
        stay_out(match[0])


def recognise(text: str) -> Recognition | None:
    """Blocks that are taken already, perhaps the whole they are of, how many addresses are needed: which option may be given, or may not."""
    problem = Subnets(text)
    if not patterns.search(r"已(?:经)?(?:被)?(?:分配|占用|划分|使用|指派|划给)", problem.text):
        return None
    need = problem.take_one(
        rf"(?:(?:现在?|而|若|如果)?(?:{_SOMEBODY})?(?:还|又|也)?(?:需要|需|要)(?:分配)?|有)(?P<value>\d{{1,5}})(?:个|台)(?:可用的?)?(?:IP)?(?:地址|主机|计算机)",
        int,
    )
    whole = problem.take(
        rf"(?:拥有|有|获得|分得|分配到|申请到|得到|使用)(?:的)?(?:一个)?(?:IP|CIDR)*(?:地址块|地址|网络|网段)(?:为|是|:)?{PREFIXED}"
    )
    taken = problem.take_all(PREFIXED)
    asked = problem.take_asked(
        rf"(?:则|那么|下列|下面|以下|选项|中|的|,)*(?:(?:网络)?前缀|(?:IP)?地址块|子网(?:号|地址)?|网段|地址)*(?:中|里)?,?(?P<not>不(?:能|可以?|应))?(?:能|可以?)?(?:再|继续)?(?:被)?(?:分配|指派|划分)(?:给|的|到)?(?:{_OTHERS}|{_SOMEBODY})?(?:的)?(?:IP|CIDR)*(?:地址块|子网|网段|前缀|地址)?(?:是|为|有)?(?:哪(?:一)?个)?(?=\s*(?:[:。?(]|$))"
    )
    problem.take_all(
        rf"已(?:经)?(?:被)?(?:分配|占用|划分|使用|指派|划给)(?:了|给|的|为)*(?:{_SOMEBODY}(?:(?:、|和|与|及){_SOMEBODY})*|(?:其中)?(?:的)?[一两二三]个(?:子网|部门))?(?:子网(?:号|地址)?|地址块|网段)?|(?:一个)?网络(?:中)?(?:有|划分(?:为|成)(?:了)?|分为)(?:几|多|若干)个子网|其中(?:的)?(?:一|两|二|三|[123])个(?:子网)?"
    )
    problem.settle()
    if len(asked) != 1 or not taken:
        return None
    blocks = [_block(match) for match in taken]
    if any(block.network != block.address for block in blocks):
        return None
    outer = _block(whole) if whole else None
    negative = asked[0]["not"] is not None
    if negative and need is not None:
        return None
    return Recognition(
        parameters={
            "task": "free block",
            "whole": str(outer) if outer else "",
            "taken": [str(block) for block in blocks],
            "need": need,
            "negative": negative,
        },
        understood=(
            *((("地址块", str(outer)),) if outer else ()),
            ("已分配", "、".join(map(str, blocks))),
            *((("需要", f"{need} 个地址"),) if need else ()),
            ("求", "不能再分配的地址块" if negative else "可以分配的地址块"),
        ),
    )


def tested(text: str) -> Recognition | None:
    """Which option is (or is not) a network's address, is a host's address, or is a mask that a network's address may have."""
    problem = Subnets(text)
    masked = problem.take_asked(
        rf"(?:某)?(?:网络|子网)(?:的)?(?:网络)?地址(?:为|是|:)?(?P<ip>{IP})(?!\s*/)(?:的网络)?,?(?:则|它|其|的)*(?:子网)?掩码(?:只)?(?:有)?可能(?:为|是)"
    )
    if masked:
        problem.settle()
        return Recognition(
            parameters={"task": "tested", "what": "mask", "address": masked[0]["ip"], "negative": False},
            understood=(("网络地址", masked[0]["ip"]),),
        )
    part = problem.take_asked(
        r"(?:它|他|其|该网络)?的?(?:一个)?(?:有效|合法)的?(?:一个)?子网(?:的)?(?:网段|网络)?(?:的)?地址(?:是|为)(?:哪一?个)?(?=\s*(?:[。?:(]|$))"
    )
    if part:
        addresses = [match[0] for match in problem.take_all(r"(?<![\d.])(?!255\.)\d{1,3}(?:\.\d{1,3}){3}(?![\d.])(?!\s*/)")]
        masks = [match["mask"] for match in problem.take_all(r"(?:子网)?掩码(?:为|是|:)*\s*(?P<mask>255(?:\.\d{1,3}){3})(?:的)?")]
        problem.settle()
        if len(addresses) != 1 or len(masks) != 1:
            return None
        return Recognition(
            parameters={"task": "tested", "what": "part", "address": addresses[0], "mask": masks[0], "negative": False},
            understood=(("网络", addresses[0]), ("子网掩码", masks[0])),
        )
    network = problem.take_asked(
        r"(?:下列|下面|以下|选项|地址|的|中|里|,|哪一?[个项])*(?P<not>不)?(?:是|属于|可(?:以)?作为?|能作为?)(?:有效的?|合法的?)?(?:一个)?(?:子网|网络)(?:的)?地址(?:的)?(?:是|有)?(?:哪一?[个项])?(?=\s*(?:[。?:(]|$))"
    )
    host = (
        None
        if network
        else problem.take_asked(
            r"(?:下列|下面|以下|选项|IP|地址|的|中|里|,|哪一?[个项])*(?P<not>不)?(?:是|属于)(?:有效的?|合法的?|可用的?)?(?:单播|主机)地址(?:的)?(?:是|有)?(?:哪一?[个项])?(?=\s*(?:[。?:(]|$))"
        )
    )
    asked = network or host
    if not asked:
        return None
    problem.settle()
    return Recognition(
        parameters={"task": "tested", "what": "network" if network else "host", "address": "", "negative": asked[0]["not"] is not None},
        understood=(("求", f"{'不是' if asked[0]['not'] else '是'}{'网络' if network else '主机（单播）'}地址的"),),
    )


def solve_tested(parameters: Parameters) -> Solution:
    """Each option tried."""
    negative = bool(parameters["negative"])
    if parameters["what"] == "part":
        whole, mask = number_of(parameters["address"]), number_of(parameters["mask"])
        natural = 8 if whole >> 24 < 128 else 16 if whole >> 24 < 192 else 24

        def divides(option: str) -> bool:
            found = patterns.fullmatch(r"\s*((?:\d{1,3}\.){3}\d{1,3})\s*", option)
            if found is None:
                stay_out(option)
            address = number_of(found[1])
            return Block(address, natural).network == Block(whole, natural).network and address & mask == address

        return Solution(
            answer="",
            steps=f"子网地址和 {parameters['address']} 的网络号（{natural} 位）相同，用掩码 {parameters['mask']} 取网络地址得到它自己，主机号全为 0。",
            conventions=("网络号按地址的类别",),
            fits=divides,
        )
    if parameters["what"] == "mask":
        address = parameters["address"]

        def suits(option: str) -> bool:
            found = patterns.fullmatch(r"\s*(?:/\s*(\d{1,2})|((?:\d{1,3}\.){3}\d{1,3}))\s*", option)
            if found is None:
                stay_out(option)
            try:
                prefix = int(found[1]) if found[1] else prefix_of(number_of(found[2]))
            except ValueError:
                return False
            return Block(number_of(address), prefix).network == number_of(address)

        return Solution(answer="", steps=f"网络地址 {address} 的主机号部分要全为 0，所以掩码为 0 的各位上 {address} 都是 0。", fits=suits)

    def fits(option: str) -> bool:
        block = _parsed(option) if parameters["what"] == "network" else _parsed_with_class(option)
        if block is None:
            return negative  # of a group, or reserved: no host's
        if parameters["what"] == "network":
            return (block.network == block.address) != negative
        return (
            1 <= block.address >> 24 <= 223 and block.address >> 24 != 127 and block.network < block.address < block.broadcast
        ) != negative

    if parameters["what"] == "network":
        why = "网络地址的主机号全为 0：把每个地址按自己的前缀长度取网络地址，和它自己相同的才是网络地址。"
    else:
        why = "单播地址可以分配给主机：主机号不能全 0（网络地址）、不能全 1（广播地址），也不是组播地址。"
    return Solution(answer="", steps=why, fits=fits)


def _parsed(text: str) -> Block:
    found = patterns.search(r"(\d{1,3}(?:\.\d{1,3}){3})\s*/\s*(\d{1,2})(?!\d)", text)
    if found is None:
        stay_out(text)
    try:
        return Block(number_of(found[1]), int(found[2]))
    except ValueError:
        stay_out(text)


def _parsed_with_class(text: str) -> Block | None:
    """An option's address; one without a prefix has that of its class, and one of class D or E is None."""
    if patterns.search(r"/\s*\d", text):
        return _parsed(text)
    found = patterns.search(IP, text)
    if found is None:
        stay_out(text)
    try:
        octet = number_of(found[0]) >> 24
    except ValueError:
        stay_out(text)
    prefix = 8 if octet < 128 else 16 if octet < 192 else 24
    return Block(number_of(found[0]), prefix) if octet < 224 else None


def _overlap(one: Block, other: Block) -> bool:
    return one.network <= other.broadcast and other.network <= one.broadcast


def solve(parameters: Parameters) -> Solution:
    """Each option beside what is taken."""
    taken = [_parsed(text) for text in parameters["taken"]]
    whole = _parsed(parameters["whole"]) if parameters["whole"] else None
    need, negative = parameters["need"], parameters["negative"]

    def fits(option: str) -> bool:
        block = _parsed(option)
        clash = any(_overlap(block, one) for one in taken)
        if negative:
            return clash or block.network != block.address
        inside = whole is None or (whole.network <= block.network and block.broadcast <= whole.broadcast)
        return not clash and inside and block.network == block.address and (need is None or block.hosts >= need)

    spans = "；".join(
        f"{block} 占 {block.network >> 0 & 255}～{block.broadcast & 255}（最后一个字节）" for block in taken if block.prefix >= 24
    )
    return Solution(
        answer="",
        steps=f"可以再分配的地址块不能和已分配的 {'、'.join(map(str, taken))} 重叠{'，网络号后面的位要全为 0' if not negative else ''}"
        + (f"，还要有 {need} 个可用的地址" if need else "")
        + f"。{spans}",
        fits=fits,
    )
