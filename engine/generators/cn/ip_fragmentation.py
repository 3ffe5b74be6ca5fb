"""IPv4 fragmentation: lengths, offsets and the MF flag, each fragment as large as it can be, hop by hop.

After RFC 791: every fragment carries the header again; the data of all but the last fragment is the largest multiple of 8 bytes that
fits; the offset counts 8 bytes; MF is 0 in the fragment that holds the original datagram's end only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.drawings.model import Drawing, MemoryMap, Region
from engine.generators.chance import Chance
from engine.generators.cn._ip_fragmentation import reading as fragment_reading
from engine.generators.cn._ip_fragmentation import solving as fragment_solving
from engine.generators.kind import Generated, Kind, Solver, Wrong
from engine.generators.markdown import paragraphs, table

POINT = "cn.network.fragmentation"


@dataclass(frozen=True, slots=True)
class Fragment:
    """A datagram or a part of one: data bytes, where they begin in the original data (bytes), whether more follow."""

    data: int
    start: int = 0
    more: bool = False
    header: int = 20

    @property
    def total(self) -> int:
        """The total length field."""
        return self.header + self.data

    @property
    def offset(self) -> int:
        """The fragment offset field."""
        return self.start // 8


def fragments(datagram: Fragment, mtu: int) -> list[Fragment]:
    """What a router sends on a link of that MTU (bytes, header included).

    Raises:
        ValueError: not even 8 bytes of data fit.
    """
    if datagram.total <= mtu:
        return [datagram]
    room = (mtu - datagram.header) // 8 * 8
    if room <= 0:
        raise ValueError("the MTU leaves no room for data")
    parts = []
    start = 0
    while datagram.header + datagram.data - start > mtu:
        parts.append(Fragment(room, datagram.start + start, True, datagram.header))
        start += room
    parts.append(Fragment(datagram.data - start, datagram.start + start, datagram.more, datagram.header))
    return parts


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    mtu = chance.choice((420, 500, 512, 576, 600, 620, 660, 700, 780, 800, 820, 900, 996, 1000, 1020, 1100, 1200, 1280, 1400, 1492, 1500))
    total = chance.between(mtu + 200, 4 * mtu + 300, 10)
    parts = fragments(Fragment(total - 20), mtu)
    if len(parts) < 2 or not 16 <= parts[-1].data <= parts[0].data:
        return None
    if difficulty == 1:
        return chance.choice((_count, _last, _last))(total, mtu, parts)
    if difficulty == 2:
        return _chosen(chance, total, mtu, parts)
    return _twice(chance, total, mtu)


def _opening(total: int, mtu: int) -> str:
    return f"一个总长度为 {total} B 的 IPv4 数据报（首部长 20 B，无选项）要通过 MTU 为 {mtu} B 的链路，需要分片，且每个分片尽可能大"


def _rows(parts: Sequence[Fragment]) -> str:
    header = ("分片", "数据", "总长度", "片偏移", "MF")
    return table(header, [(n, f"{part.data} B", f"{part.total} B", part.offset, int(part.more)) for n, part in enumerate(parts, 1)])


def _room(mtu: int) -> str:
    room = (mtu - 20) // 8 * 8
    rest = "正好是 8 的倍数" if mtu - 20 == room else f"取不超过它的最大的 8 的倍数 {room}"
    return f"每片最多装数据 {mtu} − 20 = {mtu - 20} B，{rest}。"


def _unrounded(total: int, mtu: int) -> list[int]:
    """Data of each fragment where nobody thinks of multiples of 8."""
    return [min(mtu - 20, total - 20 - start) for start in range(0, total - 20, mtu - 20)]


def _no_header(total: int, mtu: int) -> list[int]:
    """Data of each fragment where the MTU is taken for data."""
    return [min(mtu // 8 * 8, total - 20 - start) for start in range(0, total - 20, mtu // 8 * 8)]


def _count(total: int, mtu: int, parts: Sequence[Fragment]) -> Generated:
    """How much data the first fragments hold, with how many fragments there are."""
    count, first = len(parts), parts[0].data

    def text(number: int, size: int) -> str:
        return f"{number} 个、{size} B"

    wrong = [
        Wrong(text(len(_unrounded(total, mtu)), mtu - 20), "数据长度没有取 8 的倍数")
        if first != mtu - 20
        else Wrong(text(count, first - 8), "8 的倍数取得小了一个"),
        Wrong(text(len(_no_header(total, mtu)), mtu // 8 * 8), "没有扣除首部"),
        Wrong(text(count, mtu), "把 MTU 当成了数据长度"),
        Wrong(text(count + 1, first), "分片多算了一个"),
        Wrong(text(count - 1, first), "分片少算了一个"),
        Wrong(text(count, first + 20), "把首部也算进了数据"),
    ]
    return Generated(
        point=POINT,
        stem=f"{_opening(total, mtu)}，则分片的个数和第 1 个分片的数据部分长度分别为",
        right=text(count, first),
        wrong=wrong,
        steps=paragraphs(_room(mtu), _rows(parts), f"共 {text(count, first)}"),
        parameters={"task": "count", "total": total, "mtu": mtu},
        drawing=_drawing(parts),
    )


def _last(total: int, mtu: int, parts: Sequence[Fragment]) -> Generated:
    last = parts[-1]

    def text(size: int) -> str:
        return f"{size} B"

    wrong = [
        (last.data, "没有加上首部"),
        (_unrounded(total, mtu)[-1] + 20, "其余各片的数据长度没有取 8 的倍数"),
        (_no_header(total, mtu)[-1] + 20, "其余各片没有扣除首部"),
        (last.total + 20, "把原首部也算进了数据"),
        (total - (len(parts) - 1) * mtu, "其余各片都按 MTU 计算"),
        (last.total + 8, "其余各片少装了 8 B"),
        (last.total - 8, "其余各片多装了 8 B"),
        (last.total + 40, "首部多加了两次"),
    ]
    return Generated(
        point=POINT,
        stem=f"{_opening(total, mtu)}，则最后一个分片的总长度为",
        right=text(last.total),
        wrong=[Wrong(text(size), why) for size, why in wrong if size > 20],
        steps=paragraphs(_room(mtu), _rows(parts), f"最后一片的数据为 {last.data} B，加上首部，总长度为 {text(last.total)}"),
        parameters={"task": "last", "total": total, "mtu": mtu},
        drawing=_drawing(parts),
    )


def _fields(total: int, offset: int, more: bool) -> str:
    return f"{total} B，{offset}，{int(more)}"


def _chosen(chance: Chance, total: int, mtu: int, parts: Sequence[Fragment]) -> Generated | None:
    """Length, offset and MF of one fragment."""
    number = chance.between(2, len(parts))
    part = parts[number - 1]
    return Generated(
        point=POINT,
        stem=f"{_opening(total, mtu)}，则第 {number} 个分片的总长度、片偏移字段和 MF 标志位的值分别为",
        right=_fields(part.total, part.offset, part.more),
        wrong=_wrong_fields(part, _unrounded(total, mtu), number),
        steps=paragraphs(_room(mtu), _rows(parts), f"第 {number} 个分片的三个值分别为 {_fields(part.total, part.offset, part.more)}"),
        parameters={"task": "fields", "total": total, "mtu": mtu, "number": number},
        drawing=_drawing(parts),
    )


def _wrong_fields(part: Fragment, unrounded: Sequence[int], number: int) -> list[Wrong]:
    total, offset, more = part.total, part.offset, part.more
    wrong = [
        Wrong(_fields(total, offset, not more), "MF 的含义弄反了，MF 为 1 表示后面还有分片"),
        Wrong(_fields(total, part.start, more), "片偏移没有除以 8"),
        Wrong(_fields(part.data, offset, more), "总长度没有包括首部"),
        Wrong(_fields(total, offset + part.data // 8, more), "片偏移取成了下一片的"),
        Wrong(_fields(part.data, offset, not more), "总长度没有包括首部，MF 也弄反了"),
        Wrong(_fields(total, part.start, not more), "片偏移没有除以 8，MF 也弄反了"),
    ]
    if 0 < number <= len(unrounded) and unrounded[number - 1] + 20 != total:
        start = sum(unrounded[: number - 1])
        wrong.insert(1, Wrong(_fields(unrounded[number - 1] + 20, start // 8, more), "数据长度没有取 8 的倍数"))
    return wrong


def _twice(chance: Chance, total: int, mtu: int) -> Generated | None:
    """A fragment is fragmented again."""
    first = fragments(Fragment(total - 20), mtu)
    smaller = chance.choice((220, 256, 260, 276, 300, 320, 340, 356, 380, 400, 420))
    if len(first) < 2 or smaller >= mtu - 60:
        return None
    number = chance.between(1, len(first))
    again = fragments(first[number - 1], smaller)
    if len(again) < 2 or again[-1].data < 16:
        return None
    last = again[-1]
    fresh = fragments(Fragment(first[number - 1].data), smaller)[-1]
    wrong = _wrong_fields(last, (), 0)
    if fresh.offset != last.offset:
        wrong.insert(0, Wrong(_fields(last.total, fresh.offset, last.more), "片偏移从这一片的开头算起，没有相对原数据报"))
        wrong.insert(3, Wrong(_fields(last.total, fresh.offset, not last.more), "片偏移没有相对原数据报，MF 也弄反了"))
    return Generated(
        point=POINT,
        stem=(
            f"{_opening(total, mtu)}。其中第 {number} 个分片后来又要通过 MTU 为 {smaller} B 的链路，再次分片，也是每片尽可能大。"
            "再次分片所得的最后一片，其总长度、片偏移字段和 MF 标志位的值分别为"
        ),
        right=_fields(last.total, last.offset, last.more),
        wrong=wrong,
        steps=paragraphs(
            "**第一次分片**",
            _room(mtu),
            _rows(first),
            f"**第 {number} 片再次分片**",
            _room(smaller),
            _rows(again),
            f"片偏移总是相对原数据报；只有含原数据报末尾的一片 MF 为 0。三个值分别为 {_fields(last.total, last.offset, last.more)}",
        ),
        parameters={"task": "twice", "total": total, "mtu": mtu, "smaller": smaller, "number": number},
        drawing=_drawing(again),
    )


def _drawing(parts: Sequence[Fragment]) -> Drawing:
    return MemoryMap(
        title="数据部分怎样分开",
        note="左边是在原数据中的字节位置；每片前面另加 20 B 首部",
        regions=tuple(
            Region(f"数据 {part.data} B，偏移 {part.offset}，MF {int(part.more)}", part.data, "new" if part.more else "good")
            for part in parts
        ),
        addresses=(*(str(part.start) for part in parts), str(parts[-1].start + parts[-1].data)),
    )


# --- solver ------------------------------------------------------------------------------------------------------------------------


def _cut(data: int, header: int, mtus: Sequence[int], first_only: bool, *, start: int = 0, more: bool = False) -> list[Fragment]:
    """The fragments after links of those MTUs; of the first one alone after the first link, if so told.

    `start`, `more`: what is cut is itself a fragment.
    """
    parts = fragments(Fragment(data, start, more, header), mtus[0])
    for mtu in mtus[1:]:
        parts = [piece for part in (parts[:1] if first_only else parts) for piece in fragments(part, mtu)]
    return parts


_SOLVER = fragment_solving.Solver(_cut, _rows, _drawing)


KIND = Kind(
    name="ip-fragmentation",
    title="IP 分片",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"MTU|最大传|分片|数据报片|片偏移|切几片|几片|IP片|个片|偏移", recognise=fragment_reading.recognise, solve=_SOLVER.solve
    ),
)
