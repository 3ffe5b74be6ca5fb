"""Files with direct and indirect addresses in their index node: the largest file, what a file of some size costs, and disk reads.

The node of Unix textbooks (Bach, The Design of the UNIX Operating System, chapter 4): some addresses of data blocks, then addresses of
a single, double and triple indirect block. An index block holds as many addresses as fit. 1 KB = 1024 B.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.generators.alternatives import but_not, first_reading
from engine.generators.chance import Chance
from engine.generators.kind import Generated, Kind, Solver, Wrong
from engine.generators.markdown import numbered, paragraphs
from engine.generators.os._files.bitmap import recognise_bitmap, recognise_bitmap_on_disk
from engine.generators.os._files.file_chain import recognise_chained
from engine.generators.os._files.file_layout_reading import (
    recognise_allocation,
    recognise_fat,
    recognise_levels,
    recognise_links,
    recognise_reads_of_levels,
)
from engine.generators.os._files.file_links import recognise_link_story
from engine.generators.os._files.file_operations import recognise_operation
from engine.generators.os._files.file_space import recognise_most_files, recognise_space
from engine.generators.os._files.index_area import recognise_area
from engine.generators.os._files.index_node import LEVELS, Node
from engine.generators.os._files.index_solving import drawing_of, kilobytes, solve, working_of
from engine.generators.os._files.index_spelling import index_spelled
from engine.generators.os._files.index_unix import recognise_level_of_block, recognise_word
from engine.generators.os._files.indexed_file_inquiry import index_asked
from engine.generators.os._files.storage_topics import FILE_RECOGNISERS
from engine.generators.quantities import size

POINT = "os.file.indexed-allocation"


def _write(chance: Chance, difficulty: int) -> Generated | None:
    block, entry = chance.choice((512, 1024, 1024, 2048, 4096)), chance.choice((2, 4, 4, 8))
    direct = chance.between(4, 13)
    if difficulty == 1:
        return _largest(chance, Node((direct, chance.between(1, 4), 0, 0), block, entry), "largest-single")
    if difficulty == 2:
        node = Node((direct, chance.between(1, 3), chance.between(1, 2), 0), block, entry)
        return _largest(chance, node, "largest") if chance.one_in(2) else _reads(chance, node)
    node = Node((direct, chance.between(1, 2), 1, 1), block, entry)
    return _index_blocks(chance, node) if chance.one_in(2) else _entries(chance, node)


def _described(node: Node, levels: Sequence[int] | None = None) -> str:
    parts = [f"{count} 个{LEVELS[level]}地址项" for level, count in enumerate(node.addresses) if count]
    return f"文件的索引结点中有 {'、'.join(parts)}，磁盘块大小为 {size(node.block)}，每个地址项占 {node.entry} B（1 KB = 1024 B）"


def _largest(chance: Chance, node: Node, task: str) -> Generated:
    direct, single, double, triple = node.addresses
    n, block = node.fan_out, node.block

    def total(blocks: int) -> str:
        return kilobytes(blocks * block)

    right = sum(node.blocks())
    other = 8 if node.entry == 4 else 4
    wrong = [
        (right - direct, "漏算了直接地址项"),
        (right - node.blocks()[1], "漏算了一级间接地址项"),
        (direct + single * n + double * n * 2, "二级间接当成了两个一级间接")
        if double
        else (direct + single * n**2, "一级间接多乘了一次每块地址数"),
        (sum(Node(node.addresses, block, other).blocks()), f"每个地址项按 {other} B 计算"),
        (right + single + double * (1 + n), "把索引块也算进了文件长度"),
        (direct + single + double + triple, "间接地址项没有乘每块的地址数"),
        (direct + single * block + double * block**2, "每块的地址数没有除以地址项长度"),
        (direct + n + (n**2 if double else 0), "间接地址项的个数没有乘上")
        if single + double > 1 + bool(double)
        else (direct + 2 * n, "一级间接地址项多算了一个"),
        (right - 1, "漏算了一个磁盘块"),
        (right + 1, "多算了一个磁盘块"),
    ]
    return Generated(
        point=POINT,
        stem=f"{_described(node)}，则单个文件的最大长度为",
        right=total(right),
        wrong=[Wrong(total(value), why) for value, why in wrong if value > 0],
        steps=working_of(node),
        parameters={"task": task, "addresses": list(node.addresses), "block": block, "entry": node.entry},
        drawing=drawing_of(node),
    )


def _reads(chance: Chance, node: Node) -> Generated | None:
    """Offsets whose data blocks are reached by different levels: the disk reads of all of them."""
    reaches = node.blocks()
    starts = (0, reaches[0], reaches[0] + reaches[1])
    blocks = [start + chance.below(reach) for start, reach in zip(starts, reaches[:3], strict=True)]
    offsets = chance.shuffled([block * node.block + chance.below(node.block) for block in blocks])[: chance.between(2, 3)]
    extra = starts[chance.between(1, 2)] * node.block + chance.below(node.block)
    if chance.one_in(2) and extra not in offsets:
        offsets.append(extra)
    levels = [node.level_of(offset // node.block) or 0 for offset in offsets]
    right = sum(level + 1 for level in levels)
    wrong = [
        (sum(levels), "只算了读索引块，没有算读数据块"),
        (len(offsets), "没有算读索引块"),
        (sum(2 if level else 1 for level in levels), "二级间接只算了一次读索引块"),
        (right + 1, "某个偏移的间接级数多算了一级"),
        (right - 1, "某个偏移的间接级数少算了一级"),
        (right + len(offsets), "把已在内存中的索引结点也算作读盘"),
        (right + 2, "两个偏移的间接级数都多算了一级"),
        (right - 2, "两个偏移的间接级数都少算了一级"),
    ]
    working = [
        f"偏移 {offset}：逻辑块号 ⌊{offset}/{node.block}⌋ = {offset // node.block}，属于{LEVELS[level]}，读盘 {level + 1} 次"
        for offset, level in zip(offsets, levels, strict=True)
    ]
    bounds = f"直接地址对应逻辑块 0～{starts[1] - 1}，一级间接对应 {starts[1]}～{starts[2] - 1}，之后是二级间接。"
    return Generated(
        point=POINT,
        stem=(
            f"{_described(node)}。文件已打开，索引结点在内存中，其余都在磁盘上且不缓存。"
            f"依次读文件中字节偏移量为 {'、'.join(map(str, offsets))} 的各 1 个字节，共需读磁盘块的次数为"
        ),
        right=f"{right} 次",
        wrong=[Wrong(f"{value} 次", why) for value, why in wrong if value > 0],
        steps=paragraphs(
            f"每个索引块有 {node.division} 个地址。{bounds}",
            numbered(working),
            f"共读盘 {' + '.join(str(level + 1) for level in levels)} = {right} 次",
        ),
        parameters={"task": "reads", "addresses": list(node.addresses), "block": node.block, "entry": node.entry, "offsets": offsets},
        drawing=drawing_of(node),
    )


def _index_blocks(chance: Chance, node: Node) -> Generated | None:
    reaches = node.blocks()
    low = reaches[0] + reaches[1]
    count = low + chance.between(node.fan_out // 2, min(reaches[2] - 1, 12 * node.fan_out))
    right = node.index_blocks(count)
    n = node.fan_out
    left = count - low
    wrong = [
        (right - 1, "漏算了二级间接的第一层索引块"),
        (right - node.addresses[1], "漏算了一级间接的索引块"),
        (-(-left // n), "只算了二级间接中直接指向数据的索引块"),
        (-(-count // n), "用数据块总数除以每块地址数"),
        (right + 1, "某一层的索引块多算了一个"),
        (-(-count // n) + 1, "没有先减去直接地址对应的块"),
        (node.addresses[1] + n + 1, "以为二级间接的索引块总是全部占用"),
        (right + 2, "把索引结点也算作索引块，又多算了一个"),
    ]
    length = count * node.block - chance.below(node.block)
    return Generated(
        point=POINT,
        stem=f"{_described(node)}。一个长度为 {length} B 的文件，除索引结点外还需要的索引块个数为",
        right=f"{right} 个",
        wrong=[Wrong(f"{value} 个", why) for value, why in wrong if value > 0],
        steps=paragraphs(
            f"数据块数为 ⌈{length}/{node.block}⌉ = {count}，每个索引块有 {node.block}/{node.entry} = {n} 个地址。",
            f"直接地址和一级间接共 {node.addresses[0]} + {node.addresses[1]}×{n} = {low} 块，用一级索引块 {node.addresses[1]} 个。",
            f"余下 {count} − {low} = {left} 块由二级间接负责：第二层 ⌈{left}/{n}⌉ = {-(-left // n)} 个，第一层 1 个。",
            f"共 {node.addresses[1]} + {-(-left // n)} + 1 = {right} 个",
        ),
        parameters={"task": "index-blocks", "addresses": list(node.addresses), "block": node.block, "entry": node.entry, "length": length},
        drawing=drawing_of(node),
    )


def _entries(chance: Chance, node: Node) -> Generated | None:
    """Which entry on each level leads to an offset in the double indirect part."""
    n = node.fan_out
    low = node.blocks()[0] + node.blocks()[1]
    inside = chance.between(n, min(n * n - 1, 40 * n))
    offset = (low + inside) * node.block + chance.below(node.block)
    first, second = divmod(inside, n)

    def text(one: int, other: int) -> str:
        return f"第 {one} 项、第 {other} 项"

    whole, rest = divmod(low + inside, n)
    without_direct, rest_direct = divmod(low + inside - node.addresses[0], n)
    wrong = [
        Wrong(text(whole, rest), "没有减去直接地址和一级间接对应的块"),
        Wrong(text(without_direct, rest_direct), "没有减去一级间接对应的块"),
        Wrong(text(first + 1, second + 1), "把从 0 编号当成了从 1 编号"),
        Wrong(text(second, first), "把商和余数弄反了"),
        Wrong(text(first + 1, second), "商多算了 1"),
        Wrong(text(first, second + 1), "余数多算了 1"),
    ]
    block = low + inside
    return Generated(
        point=POINT,
        stem=(
            f"{_described(node)}。访问文件中字节偏移量为 {offset} 处的数据要经过二级间接索引，"
            "所用的地址项在第一层、第二层索引块中依次是（均从 0 开始编号）"
        ),
        right=text(first, second),
        wrong=wrong,
        steps=paragraphs(
            f"逻辑块号 ⌊{offset}/{node.block}⌋ = {block}，每个索引块有 {node.block}/{node.entry} = {n} 个地址。",
            f"减去直接地址和一级间接的 {node.addresses[0]} + {node.addresses[1]}×{n} = {low} 块，在二级间接中排第 {block} − {low} = {inside}（从 0 开始）。",
            f"{inside} 除以 {n}，商 {first}，余 {second}，即{text(first, second)}",
        ),
        parameters={"task": "entries", "addresses": list(node.addresses), "block": node.block, "entry": node.entry, "offset": offset},
        drawing=drawing_of(node),
    )


# A part of a file, or what lies in it: these readers read and measure files as a whole, from their first byte on.
_PARTLY = r"(?:间接|间址|直接)(?:地址|索引|指针|块)?(?:的)?(?:那)?部分[^,;。，；?？]{0,8}最|文件头|第\s*\d+\s*(?:B|字节)(?:处)?(?:开始)?\s*(?:到|至|~)\s*第?\s*\d+\s*(?:B|字节)|(?:索引结点|索引节点|inode)本身(?:也)?占"


# Entries rounded up to whole bytes, in words that no reader of a file allocation table knows.
_UNREAD = r"用[^,;。?]{0,6}整(?:数个?|个)?字节"

KIND = Kind(
    name="indexed-file",
    title="混合索引",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"索引|一次\d|地址项|文件分配表|unix|个一次|inode|FAT|位示图|位图|连续分配|链接|链式|一间|1级|间接|间址|多级索引|混合索引|目录项|簇|连续方式|插入|删除记录|记录",
        recognise=but_not(_PARTLY)(
            first_reading(
                index_spelled(
                    first_reading(
                        recognise_fat,
                        recognise_bitmap,
                        recognise_bitmap_on_disk,
                        recognise_word,
                        recognise_area,
                        recognise_level_of_block,
                        recognise_operation,
                        recognise_allocation,
                        recognise_levels,
                        recognise_links,
                        recognise_link_story,
                        recognise_chained,
                        recognise_reads_of_levels,
                        recognise_space,
                        recognise_most_files,
                        index_asked,
                        *FILE_RECOGNISERS,
                        solve=solve,
                    )
                ),
                *FILE_RECOGNISERS,
                solve=solve,
                unread=_UNREAD,
            )
        ),
        solve=solve,
    ),
)
