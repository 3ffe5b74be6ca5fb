"""Address translation: logical to physical by a page table of one or two levels, by segments, and by paged segments.

After Silberschatz, Operating System Concepts (paging, segmentation): page number and offset are quotient and remainder of the address
by the page size; a segment's offset is checked against its length. 1 KB = 1024 B, addresses count bytes.
"""

from __future__ import annotations

from engine.drawings.model import Drawing, Field, Fields
from engine.generators.chance import Chance
from engine.generators.kind import Generated, Kind, Solver, Wrong
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.os._addressing.solving import solve
from engine.generators.os._addressing.translation import drawing_of, split, translate, translate_segment
from engine.generators.os._exam_spelling import spelled
from engine.generators.os._paging.readers import of_addresses
from engine.generators.os._paging.solving import solve_paging
from engine.generators.quantities import size

POINT = "os.memory.paging"
SEGMENTS = "os.memory.segmentation"
LEVELS = "os.memory.multilevel-paging"


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _decimal(chance)
    if difficulty == 2:
        return _hexadecimal(chance) if chance.one_in(2) else _segment(chance)
    return _two_levels(chance) if chance.one_in(2) else _paged_segment(chance)


def _decimal(chance: Chance) -> Generated | None:
    page_size = chance.choice((512, 1024, 1024, 2048, 4096))
    count = chance.between(4, 6)
    frames = chance.sample(range(1, 20), count)
    page = chance.below(count)
    offset = chance.below(page_size)
    address = page * page_size + offset
    right = translate(address, page_size, dict(enumerate(frames)))
    thousand = page_size * 1000 // 1024
    wrong_page, wrong_offset = divmod(address, thousand)
    wrong = [
        (frames[(page + 1) % count] * page_size + offset, "页号当成了从 1 编号，取错了页表项"),
        (frames[page] * thousand + offset, f"页面大小按 {thousand} B 计算物理地址"),
        ((frames[wrong_page] if wrong_page < count else page) * page_size + wrong_offset, f"页面大小按 {thousand} B 划分页号和偏移"),
        (frames[page] * page_size + address, "把整个逻辑地址当成了页内偏移"),
        (frames[page] * page_size, "没有加上页内偏移"),
        (frames[page] + offset, "页框号没有乘页面大小"),
        (frames[page - 1] * page_size + offset, "取了上一页的页表项"),
        ((frames[page] + 1) * page_size + offset, "页框号多算了 1"),
        ((frames[page] - 1) * page_size + offset, "页框号少算了 1"),
    ]
    return Generated(
        point=POINT,
        stem=(
            f"某分页系统按字节编址，页面大小为 {size(page_size)}（1 KB = 1024 B），进程的页表如下。\n\n"
            f"{table(('页号', '页框号'), list(enumerate(frames)))}\n\n逻辑地址 {address}（十进制）对应的物理地址为"
        ),
        right=str(right.physical),
        wrong=[Wrong(str(value), why) for value, why in wrong],
        steps=paragraphs(
            f"页号 ⌊{address}/{page_size}⌋ = {page}，页内偏移 {address} − {page} × {page_size} = {offset}。",
            f"查页表，第 {page} 页在第 {frames[page]} 号页框。",
            f"物理地址为 {frames[page]} × {page_size} + {offset} = {right.physical}",
        ),
        parameters={"task": "decimal", "page_size": page_size, "frames": frames, "address": address},
        drawing=drawing_of(page, offset, frames[page], page_size),
    )


def _hex(value: int, digits: int) -> str:
    return f"{value:0{digits}X}H"


def _hexadecimal(chance: Chance) -> Generated | None:
    offset_bits = chance.choice((8, 10, 11, 12, 12))
    page_bits = 16 - offset_bits
    pages = sorted(chance.sample(range(min(1 << page_bits, 30)), 5))
    frames = (
        dict(zip(pages, chance.sample(range(1, min(1 << page_bits, 60)), 5), strict=True))
        if page_bits > 4
        else dict(zip(pages, chance.sample(range(1, 16), 5), strict=True))
    )
    page, offset = chance.choice(pages), chance.below(1 << offset_bits)
    address = page << offset_bits | offset
    found = translate(address, 1 << offset_bits, frames)
    right = found.physical or 0

    def joined(bits: int) -> int:
        """The translation with the page number cut off at another place."""
        high, low = address >> bits, address & ((1 << bits) - 1)
        return (frames.get(high, frames[page]) << bits | low) & 0xFFFF

    following = pages[(pages.index(page) + 1) % 5]
    wrong = [
        (joined(12 if offset_bits != 12 else 10), f"页内偏移按 {12 if offset_bits != 12 else 10} 位划分"),
        (joined(8 if offset_bits != 8 else 10), f"页内偏移按 {8 if offset_bits != 8 else 10} 位划分"),
        (frames[following] << offset_bits | offset, "取错了页表项"),
        ((frames[page] << offset_bits) + address & 0xFFFF, "把整个逻辑地址当成了页内偏移"),
        (frames[page] << offset_bits, "没有加上页内偏移"),
        (frames[page] | offset, "页框号没有左移"),
        (frames[page] << (offset_bits + 1) & 0xFFFF | offset, "页框号多左移了一位"),
        (frames[page] << (offset_bits - 1) | offset, "页框号少左移了一位"),
    ]
    return Generated(
        point=POINT,
        stem=(
            f"某分页系统按字节编址，逻辑地址和物理地址均为 16 位，页面大小为 {size(1 << offset_bits)}（1 KB = 1024 B），进程的页表中有如下各项（均为十进制）。\n\n"
            f"{table(('页号', '页框号'), list(frames.items()))}\n\n逻辑地址 {_hex(address, 4)} 对应的物理地址为"
        ),
        right=_hex(right, 4),
        wrong=[Wrong(_hex(value, 4), why) for value, why in wrong],
        steps=paragraphs(
            f"页面大小为 $2^{{{offset_bits}}}$ B，页内偏移占 {offset_bits} 位，页号占 {page_bits} 位。",
            f"{_hex(address, 4)} 的二进制是 `{address:016b}`，页号为 `{address >> offset_bits:0{page_bits}b}`，即 {page}，页内偏移为 `{offset:0{offset_bits}b}`。",
            f"第 {page} 页在第 {frames[page]} 号页框，用 `{frames[page]:0{page_bits}b}` 换下页号，得 `{right:016b}`，即 {_hex(right, 4)}",
        ),
        parameters={
            "task": "hexadecimal",
            "page_size": 1 << offset_bits,
            "frames": [list(item) for item in frames.items()],
            "address": address,
        },
        drawing=Fields(
            title="页号换成页框号",
            words=(
                (
                    f"逻辑地址 {_hex(address, 4)}",
                    (Field("页号", page_bits, str(page), "new"), Field("页内偏移", offset_bits, f"{offset:0{offset_bits}b}", "quiet")),
                ),
                (
                    f"物理地址 {_hex(right, 4)}",
                    (
                        Field("页框号", page_bits, str(frames[page]), "good"),
                        Field("页内偏移", offset_bits, f"{offset:0{offset_bits}b}", "quiet"),
                    ),
                ),
            ),
        ),
    )


def _segments(chance: Chance, count: int) -> list[tuple[int, int]]:
    at, segments = chance.between(100, 400, 20), []
    for _ in range(count):
        length = chance.between(100, 900, 10)
        segments.append((at, length))
        at += length + chance.between(20, 500, 20)
    return chance.shuffled(segments)


def _segment(chance: Chance) -> Generated | None:
    """Which of four logical addresses is out of bounds, or one address translated."""
    segments = _segments(chance, 5)
    segment = chance.below(5)
    base, length = segments[segment]
    offset = chance.below(length)
    right = translate_segment(segment, offset, segments)
    following, before = segments[(segment + 1) % 5], segments[segment - 1]
    wrong = [
        (following[0] + offset, "段号当成了从 1 编号，取错了段表项"),
        (length + offset, "用段长加段内偏移"),
        (base + length, "用段基址加段长"),
        (base + length - offset, "用段尾减去段内偏移"),
        (before[0] + offset, "取了上一段的段表项"),
        (base, "没有加上段内偏移"),
        (base + offset + 1, "偏移当成了从 1 开始"),
        (base + offset - 1, "偏移少算了 1"),
    ]
    return Generated(
        point=SEGMENTS,
        stem=(
            f"某分段系统的段表如下（均为十进制，按字节编址）。\n\n{table(('段号', '段基址', '段长'), [(number, *row) for number, row in enumerate(segments)])}\n\n"
            f"逻辑地址（段号 {segment}，段内偏移 {offset}）对应的物理地址为"
        ),
        right=str(right),
        wrong=[Wrong(str(value), why) for value, why in wrong],
        steps=paragraphs(
            f"第 {segment} 段的基址为 {base}，段长为 {length}。段内偏移 {offset} < {length}，没有越界。",
            f"物理地址为 {base} + {offset} = {right}",
        ),
        parameters={"task": "segment", "segments": [list(row) for row in segments], "segment": segment, "offset": offset},
    )


def _two_levels(chance: Chance) -> Generated | None:
    """Which entry of the directory and of the page table a 32-bit address uses, or where the directory entry is."""
    top, second, low = chance.choice(((10, 10, 12), (10, 10, 12), (9, 11, 12), (8, 12, 12), (9, 10, 13), (11, 10, 11)))
    address = chance.below(1 << 32)
    entry = 4
    directory, page, offset = split(address, (top, second, low))
    if not (directory and page and offset) or directory == page:
        return None
    base = chance.between(0x100, 0xFFF) << 12
    if chance.one_in(2):
        frame = chance.below(1 << (32 - low))
        right = frame << low | offset
        wrong = [
            ((frame << low) + address & 0xFFFFFFFF, "把整个虚拟地址当成了页内偏移"),
            (frame << low | (address & ((1 << (low - 1)) - 1)), "页内偏移少取了一位"),
            ((frame << (low + 1) | (address & ((1 << (low + 1)) - 1))) & 0xFFFFFFFF, "页内偏移多取了一位"),
            (frame << low | page, "把二级页号当成了页内偏移"),
            (frame << low, "没有加上页内偏移"),
            ((frame + page << low | offset) & 0xFFFFFFFF, "页框号又加上了二级页号"),
            ((frame << low | offset) ^ (1 << low), "页框号的最低一位弄错"),
        ]
        return Generated(
            point=LEVELS,
            stem=(
                f"某计算机按字节编址，虚拟地址和物理地址均为 32 位，虚拟地址自高位起依次为一级页号 {top} 位、二级页号 {second} 位、页内偏移 {low} 位。"
                f"访问虚拟地址 {_hex(address, 8)} 时，查得二级页表项中的页框号为 {frame:X}H，则物理地址为"
            ),
            right=_hex(right, 8),
            wrong=[Wrong(_hex(value, 8), why) for value, why in wrong],
            steps=paragraphs(
                f"{_hex(address, 8)} 的低 {low} 位是页内偏移：`{offset:0{low}b}`，即 {offset:X}H。",
                f"页框号 {frame:X}H 左移 {low} 位，再加上页内偏移，物理地址为 {_hex(right, 8)}",
            ),
            parameters={"task": "two-levels-physical", "bits": [top, second, low], "address": address, "frame": frame},
            drawing=_split_drawing(address, (top, second, low)),
        )
    right = base + directory * entry
    wrong = [
        (base + page * entry, "用了二级页号"),
        (base + directory, "没有乘页表项的长度"),
        (base + (address >> low) * entry & 0xFFFFFFFF, "用了整个页号"),
        (base + (address >> (low + second - 1)) * entry, "一级页号多取了一位"),
        (base + (address >> (low + second + 1)) * entry, "一级页号少取了一位"),
        (base + directory * entry + entry, "编号当成了从 1 开始"),
        (base + directory * 8, "页表项的长度按 8 B 计算"),
    ]
    return Generated(
        point=LEVELS,
        stem=(
            f"某计算机按字节编址，虚拟地址 32 位，自高位起依次为一级页号 {top} 位、二级页号 {second} 位、页内偏移 {low} 位，各级页表项均占 {entry} B，"
            f"一级页表从物理地址 {_hex(base, 8)} 开始存放。访问虚拟地址 {_hex(address, 8)} 时，所用的一级页表项的物理地址为"
        ),
        right=_hex(right, 8),
        wrong=[Wrong(_hex(value, 8), why) for value, why in wrong],
        steps=paragraphs(
            f"一级页号是最高 {top} 位：`{directory:0{top}b}`，即 {directory:X}H（十进制 {directory}）。",
            f"页表项的位移为 {directory} × {entry} = {directory * entry}，即 {directory * entry:X}H。",
            f"物理地址为 {base:X}H 加 {directory * entry:X}H，得 {_hex(right, 8)}",
        ),
        parameters={"task": "two-levels-entry", "bits": [top, second, low], "address": address, "base": base, "entry": entry},
        drawing=_split_drawing(address, (top, second, low)),
    )


def _split_drawing(address: int, bits: tuple[int, int, int]) -> Drawing:
    directory, page, offset = split(address, bits)
    return Fields(
        title=f"虚拟地址 {_hex(address, 8)}",
        words=(
            (
                "",
                (
                    Field("一级页号", bits[0], f"{directory:X}H", "new"),
                    Field("二级页号", bits[1], f"{page:X}H"),
                    Field("页内偏移", bits[2], f"{offset:X}H", "quiet"),
                ),
            ),
        ),
    )


def _paged_segment(chance: Chance) -> Generated | None:
    """Segments of pages: the physical address."""
    page_size = chance.choice((1024, 2048, 4096))
    tables = [chance.sample(range(1, 40), chance.between(3, 5)) for _ in range(3)]
    segment = chance.below(3)
    page = chance.below(len(tables[segment]))
    offset = page * page_size + chance.below(page_size)
    inside = offset % page_size
    frame = tables[segment][page]
    right = frame * page_size + inside
    other = tables[(segment + 1) % 3]
    longer = tables[segment][(page + 1) % len(tables[segment])]
    wrong = [
        (other[page % len(other)] * page_size + inside, "取错了段的页表"),
        (longer * page_size + inside, "页号当成了从 1 编号"),
        (frame * page_size + offset, "把段内偏移当成了页内偏移"),
        (frame * (page_size * 1000 // 1024) + inside, "计算物理地址时页面大小用错"),
        (frame * page_size, "没有加上页内偏移"),
        ((frame + page) * page_size + inside, "页框号又加上了页号"),
        (frame * page_size + inside + segment, "又加上了段号"),
        ((frame - 1) * page_size + inside, "页框号少算了 1"),
    ]
    lines = "；".join(f"第 {number} 段的各页（从第 0 页起）依次在页框 {listed(frames, '、')}" for number, frames in enumerate(tables))
    return Generated(
        point=SEGMENTS,
        stem=(
            f"某段页式系统按字节编址，页面大小为 {size(page_size)}（1 KB = 1024 B）。{lines}。"
            f"逻辑地址（段号 {segment}，段内偏移 {offset}）对应的物理地址为"
        ),
        right=str(right),
        wrong=[Wrong(str(value), why) for value, why in wrong],
        steps=paragraphs(
            f"段内偏移 {offset} 分成页号 ⌊{offset}/{page_size}⌋ = {page}，页内偏移 {offset} − {page} × {page_size} = {inside}。",
            f"第 {segment} 段的第 {page} 页在第 {frame} 号页框。",
            f"物理地址为 {frame} × {page_size} + {inside} = {right}",
        ),
        parameters={"task": "paged-segment", "page_size": page_size, "tables": tables, "segment": segment, "offset": offset},
        drawing=drawing_of(page, inside, frame, page_size),
    )


KIND = Kind(
    name="address-translation",
    title="地址变换",
    points=(POINT, SEGMENTS, LEVELS),
    versions={1: _write},
    solver=Solver(
        hint=r"地址|段表|页表|段号|页号",
        recognise=spelled(of_addresses),
        solve=lambda parameters: solve_paging(parameters) if "sizes asked" in parameters else solve(parameters),
    ),
)
