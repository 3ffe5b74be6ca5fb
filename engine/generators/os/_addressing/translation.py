"""Address translation: by a page table, by segments, by fields of an address, with its drawing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.drawings.model import Drawing, Field, Fields


@dataclass(frozen=True, slots=True)
class Translation:
    """What became of an address: `physical` is None for a page or segment that is not there."""

    page: int
    offset: int
    frame: int | None
    physical: int | None


def translate(address: int, page_size: int, frames: Mapping[int, int]) -> Translation:
    """By a page table of one level, page -> frame."""
    page, offset = divmod(address, page_size)
    frame = frames.get(page)
    return Translation(page, offset, frame, None if frame is None else frame * page_size + offset)


def translate_segment(segment: int, offset: int, segments: Sequence[tuple[int, int]]) -> int | None:
    """By a segment table of (base, length); None: beyond the table or the segment's length."""
    if segment >= len(segments) or offset >= segments[segment][1]:
        return None
    return segments[segment][0] + offset


def split(address: int, bits: Sequence[int]) -> tuple[int, ...]:
    """The fields of an address, of so many bits each, the high ones first."""
    fields = []
    for count in reversed(bits):
        fields.append(address & ((1 << count) - 1))
        address >>= count
    return tuple(reversed(fields))


def drawing_of(page: int, offset: int, frame: int, page_size: int) -> Drawing:
    bits = page_size.bit_length() - 1
    return Fields(
        title="页号换成页框号，页内偏移不变",
        words=(
            ("逻辑地址", (Field("页号", 8, str(page), "new"), Field("页内偏移", bits, str(offset), "quiet"))),
            ("物理地址", (Field("页框号", 8, str(frame), "good"), Field("页内偏移", bits, str(offset), "quiet"))),
        ),
    )
