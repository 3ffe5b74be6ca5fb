"""Subnets: the smallest part of an unequal division, and how a block is told and drawn."""

from __future__ import annotations

from engine.drawings.model import Drawing, Field, Fields
from engine.generators.cn._addresses.blocks import Block, dotted
from engine.generators.markdown import paragraphs


def smallest_part(block: Block, parts: int) -> Block:
    """The smallest subnet that can occur when a block is divided into so many: one half is kept whole each time."""
    return Block(block.broadcast, block.prefix + parts - 1)


def working(block: Block) -> str:
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


def drawing_of(block: Block) -> Drawing:
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
