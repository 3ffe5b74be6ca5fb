"""IPv4 addresses, masks and CIDR blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from engine.generators import patterns
from engine.generators.reading import stay_out

ALL_ONES = (1 << 32) - 1
"""255.255.255.255."""


def number_of(address: str) -> int:
    """A dotted address as a number.

    Raises:
        ValueError: a part is above 255.
    """
    parts = [int(part) for part in address.split(".")]
    if len(parts) != 4 or any(part > 255 for part in parts):
        raise ValueError(address)
    return parts[0] << 24 | parts[1] << 16 | parts[2] << 8 | parts[3]


def address_told(text: str) -> int:
    """As `number_of`, in a problem.

    Raises:
        StayOut: a part is above 255.
    """
    try:
        return number_of(text)
    except ValueError:
        stay_out(text)


def dotted(number: int) -> str:
    """A number as a dotted address."""
    return ".".join(str(number >> shift & 255) for shift in (24, 16, 8, 0))


@dataclass(frozen=True, slots=True)
class Block:
    """A CIDR block: any address in it, and the prefix length, 0 to 32."""

    address: int
    prefix: int

    @property
    def mask(self) -> int:
        """The subnet mask."""
        return ALL_ONES << (32 - self.prefix) & ALL_ONES

    @property
    def network(self) -> int:
        """The first address."""
        return self.address & self.mask

    @property
    def broadcast(self) -> int:
        """The last address."""
        return self.network | (ALL_ONES ^ self.mask)

    @property
    def hosts(self) -> int:
        """How many addresses hosts may have."""
        return max(0, (1 << 32 - self.prefix) - 2)

    def subnets(self, bits: int) -> list[Block]:
        """Its equal parts when `bits` more bits are the subnet's."""
        size = 1 << 32 - self.prefix - bits
        return [Block(self.network + number * size, self.prefix + bits) for number in range(1 << bits)]

    def __str__(self) -> str:
        return f"{dotted(self.network)}/{self.prefix}"


def prefix_of(mask: int) -> int:
    """The prefix length of a mask.

    Raises:
        ValueError: its ones are not all on the left.
    """
    prefix = mask.bit_count()
    if mask != ALL_ONES << (32 - prefix) & ALL_ONES:
        raise ValueError(dotted(mask))
    return prefix


def prefix_for(hosts: int) -> int:
    """The longest prefix of a subnet that holds so many hosts."""
    return 32 - (hosts + 1).bit_length()


_WITHOUT_DOTS = re.compile(r"(?<![\d.,、/])(\d{1,3}) (\d{1,3}) (\d{1,3}) (\d{1,3})(?: ?(?:/ ?| )([89]|[12]\d|3[0-2]))?(?![\d.,、/]|\s*\d)")


def _dotted_again(text: str) -> str:
    """Addresses that lost their dots in copying (`192 168 10 0`), in a text about addresses that has none with dots."""
    if patterns.search(r"\d\.\d{1,3}\.\d", text) or not patterns.search("IP|子网|掩码|网络地址|地址块", text):
        return text

    def joined(match: re.Match[str]) -> str:
        if any(int(part) > 255 for part in match.groups()[:4]):
            return match[0]
        return ".".join(match.groups()[:4]) + (f"/{match[5]}" if match[5] else "")

    return _WITHOUT_DOTS.sub(joined, text)


def written_in_full(text: str) -> str:
    """`86.32/12` as `86.32.0.0/12`."""
    text = _dotted_again(text)
    text = patterns.sub(r"(?<=\d\.)(\d{1,3})\s?[,.]\s?/\s?(?=[12]?\d(?![\d.])|3[0-2](?![\d.]))", r"\1/", text)  # a slip of the pen
    return patterns.sub(
        r"(?<![\d./])(\d{1,3}\.\d{1,3}(?:\.\d{1,3})?)\s*/\s*([89]|[12]\d|3[0-2])(?![\d./%])",
        lambda match: f"{match[1]}{'.0' * (3 - match[1].count('.'))}/{match[2]}",
        text,
    )


def supernet(blocks: Sequence[Block]) -> Block:
    """The smallest block that covers them all."""
    first, last = min(block.network for block in blocks), max(block.broadcast for block in blocks)
    prefix = min(32 - (first ^ last).bit_length(), *(block.prefix for block in blocks))
    return Block(Block(first, prefix).network, prefix)
