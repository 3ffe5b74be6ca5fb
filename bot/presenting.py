"""Drawn cards for platforms without Markdown: a table, a formula or code that plain text would lose becomes a picture; the words around it stay words."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from adapters.markdown import Piece, pieces, to_plain
from engine.drawings import render_png
from engine.drawings.card import markdown_card
from engine.messages import Block, Capabilities, Image, Reply, Text


async def presentable(reply: Reply, able: Capabilities) -> Reply:
    """`reply` with drawn cards where `able` has pictures but no Markdown; otherwise, and while an answer grows, as it is."""
    if able.markdown or not able.images or not reply.final:  # while an answer grows, its last table may be half a table
        return reply
    blocks: list[Block] = []
    for block in reply.blocks:
        blocks += await _blocks(block, able.code) if isinstance(block, Text) else [block]
    return replace(reply, blocks=tuple(blocks))


MOST_CARDS = 3
"""Of one text; more would flood a chat."""

SHORT_GAP = 30
"""Characters between two losses that are drawn along with them."""


async def _blocks(block: Text, shows_code: bool) -> list[Block]:
    found = pieces(block.markdown, shows_code)
    blocks: list[Block] = []
    last = 0
    for first, end in _spans(found):
        if first > last:
            blocks.append(Text(_joined(found[last:first])))
        markdown = _joined(found[first:end])
        blocks.append(Image(await asyncio.to_thread(render_png, markdown_card(markdown)), to_plain(markdown)))
        last = end
    if not blocks:
        return [block]
    return [*blocks, Text(_joined(found[last:]))] if last < len(found) else blocks


def _spans(found: Sequence[Piece]) -> list[tuple[int, int]]:
    """Which runs of pieces become one card each, as (first, end)."""
    spans = [(number, number + 1) for number, piece in enumerate(found) if piece.is_lost]

    def gap(number: int) -> int:
        return len(_joined(found[spans[number][1] : spans[number + 1][0]]))

    while len(spans) > 1:
        nearest = min(range(len(spans) - 1), key=gap)
        if len(spans) <= MOST_CARDS and gap(nearest) > SHORT_GAP:
            break
        spans[nearest : nearest + 2] = [(spans[nearest][0], spans[nearest + 1][1])]
    return spans


def _joined(found: Sequence[Piece]) -> str:
    return "\n\n".join(piece.markdown for piece in found)
