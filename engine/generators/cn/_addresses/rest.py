"""A block that is divided into parts of which all but one are told: what the last one is."""

from __future__ import annotations

from collections.abc import Sequence

from engine.generators.cn._addresses.blocks import Block
from engine.generators.cn._mentions import Mention
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs


def rest_of(mentions: Sequence[Mention], blocks: Sequence[tuple[int, int]], parts: int | None) -> Recognition | None:
    """What is left of the first block without the others; None where that is no block of its own, or more is said."""
    kinds = {mention.kind for mention in mentions}
    if kinds - {"block", "parts", "kth", "blank", "ask rest", "ask network", "ask block", "class"} or len(blocks) < 2:
        return None
    whole, *told = (Block(address, prefix) for address, prefix in blocks)
    free = (1 << 32 - whole.prefix) - sum(1 << 32 - block.prefix for block in told)
    inside = all(block.network >= whole.network and block.broadcast <= whole.broadcast and block.address == block.network for block in told)
    apart = all(one.broadcast < other.network or other.broadcast < one.network for one in told for other in told if one is not other)
    if not inside or not apart or parts not in (None, len(told) + 1) or free <= 0 or free & (free - 1):
        return None
    prefix = 33 - free.bit_length()
    left = [
        block
        for place in range(whole.network, whole.broadcast + 1, free)
        if all((block := Block(place, prefix)).broadcast < other.network or other.broadcast < block.network for other in told)
    ]
    if len(left) != 1 or free < 4:
        return None
    return Recognition(
        parameters={"task": "rest", "whole": str(whole), "told": [str(block) for block in told], "left": str(left[0])},
        understood=(("地址块", str(whole)), ("已有", "、".join(map(str, told)))),
    )


def solve(parameters: Parameters) -> Solution:
    """The block that is left."""
    left = parameters["left"]
    address = left.partition("/")[0]
    return Solution(
        answer=left,
        also=(address,),
        steps=paragraphs(f"从 {parameters['whole']} 中除去 {'、'.join(parameters['told'])}，余下的地址从 {address} 开始，正好是 {left}。"),
    )
