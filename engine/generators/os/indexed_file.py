"""Files with direct and indirect addresses in their index node: the largest file, what a file of some size costs, and disk reads.

The node of Unix textbooks (Bach, The Design of the UNIX Operating System, chapter 4): some addresses of data blocks, then addresses of
a single, double and triple indirect block. An index block holds as many addresses as fit. 1 KB = 1024 B.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction

from engine.drawings.model import Drawing, Region
from engine.drawings.model import MemoryMap as Map
from engine.generators.alternatives import first_reading
from engine.generators.chance import Chance
from engine.generators.kind import Generated, Kind, Parameters, Recognition, Solution, Solver, Wrong
from engine.generators.markdown import numbered, paragraphs
from engine.generators.os._files.bitmap import recognise_bitmap, recognise_bitmap_on_disk
from engine.generators.os._files.file_chain import recognise_chained
from engine.generators.os._files.file_layout import solve_layout, solve_levels_needed
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
from engine.generators.os._files.index_spelling import index_spelled
from engine.generators.os._files.index_unix import recognise_level_of_block, recognise_word
from engine.generators.os._files.indexed_file_inquiry import fat_asked, index_asked
from engine.generators.os._files.storage_topics import FILE_RECOGNISERS, solve_storage
from engine.generators.os._general.index_nodes import recognise_index_node
from engine.generators.os._storage_measures import about_in_units
from engine.generators.quantities import size
from engine.generators.reading import stay_out

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


def _kilobytes(count: int | Fraction) -> str:
    value = Fraction(count, 1024)
    return f"{value.numerator} KB" if value.denominator == 1 else f"{float(value):g} KB"


def _largest(chance: Chance, node: Node, task: str) -> Generated:
    direct, single, double, triple = node.addresses
    n, block = node.fan_out, node.block

    def total(blocks: int) -> str:
        return _kilobytes(blocks * block)

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
        steps=_working(node),
        parameters={"task": task, "addresses": list(node.addresses), "block": block, "entry": node.entry},
        drawing=_drawing(node),
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
        drawing=_drawing(node),
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
        drawing=_drawing(node),
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
        drawing=_drawing(node),
    )


# --- working and drawing -----------------------------------------------------------------------------------------------------------


def _working(node: Node) -> str:
    lines = []
    power = {1: "", 2: "^2", 3: "^3"}
    for level, (count, reach) in enumerate(zip(node.addresses, node.blocks(), strict=True)):
        if count and level == 0:
            lines.append(f"- 直接：{count} 块")
        elif count:
            lines.append(f"- {LEVELS[level]}：${count} × {node.fan_out}{power[level]} = {reach}$ 块")
    total = sum(node.blocks())
    shown = _kilobytes(node.largest)
    return paragraphs(
        f"每个索引块有 {node.division} 个地址。",
        "\n".join(lines),
        f"共 {total} 块，每块 {size(node.block)}，最大长度为 {total} × {size(node.block)}，即 {shown}",
    )


def _drawing(node: Node) -> Drawing:
    regions, addresses, start = [], ["0"], 0
    for level, reach in enumerate(node.blocks()):
        if reach:
            start += reach
            regions.append(Region(f"{LEVELS[level]}：{reach} 块", reach, ("plain", "new", "good", "quiet")[level]))
            addresses.append(str(start))
    return Map(
        title="各级地址负责的逻辑块",
        note=f"每个索引块 {node.fan_out} 个地址，每块 {size(node.block)}",
        regions=tuple(regions),
        addresses=tuple(addresses),
    )


# --- solver ------------------------------------------------------------------------------------------------------------------------


def _solve(parameters: Parameters) -> Solution:
    if (solution := solve_storage(parameters)) is not None:
        return solution
    if "layout" in parameters:
        return solve_layout(parameters)
    if "cases" in parameters:
        answers = [_solve(case) for case in parameters["cases"]]
        return _together(answers, answers[0].drawing)
    direct, single, double, triple = parameters["addresses"]
    node = Node((direct, single, double, triple), parameters["block"], parameters["entry"])
    asked = list(parameters["asked"])
    if asked == ["largest"]:
        return _solve_largest(node)
    solutions = []
    for task in asked:
        if task == "largest":
            solutions.append(_solve_largest(node))
        elif task == "largest-blocks":
            most = sum(node.blocks())
            solutions.append(Solution(answer=f"{most} 块", also=(f"{most} 个", str(most)), steps=_working(node)))
        elif task == "levels needed":
            solutions.append(solve_levels_needed(node.block, node.entry, int(parameters["length"])))
        elif task == "fan-out":
            held = node.fan_out
            solutions.append(Solution(answer=f"{held} 个", also=(str(held),), steps=f"{node.division} 个地址。"))
        elif task == "data-blocks":
            count = -(-int(parameters["length"]) // node.block)
            solutions.append(
                Solution(answer=f"{count} 块", also=(f"{count} 个",), steps=f"⌈{parameters['length']}/{node.block}⌉ = {count} 块。")
            )
        elif task in ("index-blocks", "total-blocks"):
            solutions.append(_solve_blocks(node, int(parameters["length"]), whole=task == "total-blocks"))
        else:
            solutions += [
                _solve_place(node, task, kind, int(value), bool(parameters.get("absent"))) for kind, value in parameters["places"]
            ]
    return _together(solutions, _drawing(node))


def _together(solutions: Sequence[Solution], drawing: Drawing | None) -> Solution:
    """The answers to several questions in their order; the steps and conventions that they share once."""
    if len(solutions) == 1:
        return replace(solutions[0], drawing=drawing)
    return Solution(
        answer="；".join(solution.answer for solution in solutions),
        also=tuple(
            mark.join(wording)
            for wording in zip(*((solution.answer, *solution.also) for solution in solutions), strict=False)
            for mark in ("，", "、", "和")
        ),
        steps=paragraphs(*dict.fromkeys(solution.steps for solution in solutions)),
        conventions=tuple(dict.fromkeys(convention for solution in solutions for convention in solution.conventions)),
        drawing=drawing,
    )


def _solve_largest(node: Node) -> Solution:
    shown = _kilobytes(node.largest)
    parts = " + ".join(size(reach * node.block) for reach in node.blocks() if reach)
    return Solution(
        answer=shown,
        also=(
            parts,
            " + ".join(reversed(parts.split(" + "))),
            size(node.largest),
            *about_in_units(node.largest),
            f"{node.largest} B",
            f"{sum(node.blocks())} 块",
        ),
        steps=paragraphs(_working(node), f"按各级写成 {parts}。"),
        conventions=("1 KB = 1024 B", "只按地址项计算，不受文件长度字段和磁盘容量限制"),
        drawing=_drawing(node),
    )


def _solve_blocks(node: Node, length: int, *, whole: bool) -> Solution:
    """The index blocks that a file needs, or with them its data blocks."""
    reaches = node.blocks()
    count = -(-length // node.block)
    if count > sum(reaches):
        stay_out("a file larger than the largest")
    lines, left = [f"每个索引块有 {node.division} 个地址。数据块数为 ⌈{length}/{node.block}⌉ = {count}。"], count
    for level, reach in enumerate(reaches):
        here = min(left, reach)
        left -= here
        if level and here:
            blocks = [-(-here // node.fan_out**depth) for depth in range(1, level + 1)]
            lines.append(f"{LEVELS[level]}管 {here} 块，要索引块 {' + '.join(map(str, blocks))} = {sum(blocks)} 个。")
    needed = node.index_blocks(count)
    lines.append(f"数据块 {count} + 索引块 {needed} = {count + needed} 块。" if whole else f"共 {needed} 个索引块。")
    return Solution(
        answer=f"{count + needed} 块" if whole else f"{needed} 个",
        steps=paragraphs(*lines),
        conventions=("索引结点本身不算索引块",),
        drawing=_drawing(node),
    )


def _solve_place(node: Node, task: str, kind: str, value: int, absent: bool) -> Solution:
    """Where a byte or a block of the file is found, and with how many reads."""
    reaches = node.blocks()
    block = value // node.block if kind == "offset" else value
    where = f"逻辑块号 ⌊{value}/{node.block}⌋ = {block}（从 0 开始）。" if kind == "offset" else f"逻辑块号 {block}（从 0 开始）。"
    level = node.level_of(block)
    if level is None:
        stay_out("beyond the largest file")
    starts = [sum(reaches[:number]) for number in range(5)]
    spans = "，".join(f"{LEVELS[number]} {starts[number]}～{starts[number + 1] - 1}" for number in range(4) if reaches[number])
    steps = [f"每个索引块有 {node.division} 个地址。各级管的逻辑块：{spans}。", f"{where}属于{LEVELS[level]}。"]
    if task == "level":
        words = {
            0: ("直接地址", "直接", "直接地址索引", "直接寻址", "可直接寻址", "直接地址访问"),
            1: (
                "一次间接",
                "一级间址",
                "一级间接地址索引",
                "一次间址",
                "需要一级间接寻址",
                "一级间接地址访问",
                "一级间接地址",
                "一次间接地址",
                "一级间接寻址",
                "一次间接寻址",
            ),
            2: (
                "二次间接",
                "二级间址",
                "二级间接地址索引",
                "二次间址",
                "需要二级间接寻址",
                "二级间接地址访问",
                "二级间接地址",
                "二次间接地址",
                "二级间接寻址",
                "二次间接寻址",
            ),
            3: (
                "三次间接",
                "三级间址",
                "三级间接地址索引",
                "三次间址",
                "需要三级间接寻址",
                "三级间接地址访问",
                "三级间接地址",
                "三次间接地址",
                "三级间接寻址",
                "三次间接寻址",
            ),
        }
        return Solution(
            answer=f"{LEVELS[level]}索引", also=(LEVELS[level], *words[level]), steps=paragraphs(*steps), drawing=_drawing(node)
        )
    if task in ("place", "block"):
        if kind != "offset":
            stay_out("no byte")
        if task == "block":
            return Solution(
                answer=f"第 {block} 块",
                also=(f"逻辑块号 {block}", str(block)),
                steps=f"⌊{value}/{node.block}⌋ = {block}：逻辑块号 {block}（从 0 开始）。",
                conventions=("逻辑块从 0 开始编号",),
            )
        return Solution(
            answer=f"第 {block} 块，块内偏移 {value % node.block}",
            also=(f"逻辑块号 {block}，块内偏移 {value % node.block}",),
            steps=f"{value} ÷ {node.block} = {block} 余 {value % node.block}：逻辑块号 {block}（从 0 开始），块内偏移 {value % node.block}。",
            conventions=("逻辑块从 0 开始编号",),
        )
    if task == "entry":
        if level != 1:
            stay_out("not in a single-indirect block")
        number, entry = divmod(block - starts[1], node.fan_out)
        steps.append(f"{block} − {starts[1]} = {block - starts[1]}，在第 {number + 1} 个一级间接块的第 {entry} 项（项从 0 起）。")
        return Solution(answer=f"第 {number + 1} 个一级间接块的第 {entry} 项", steps=paragraphs(*steps), drawing=_drawing(node))
    reads = level + 1 + absent
    steps.append(
        f"{'读索引结点 1 次，' if absent else ''}读索引块 {level} 次，读数据块 1 次，共 {'1 + ' if absent else ''}{level} + 1 = {reads} 次。"
    )
    return Solution(
        answer=f"{reads} 次",
        steps=paragraphs(*steps),
        conventions=("索引结点也要读盘" if absent else "索引结点已在内存，其余都要读盘",),
        drawing=_drawing(node),
    )


_PARTLY = re.compile(
    r"(?:间接|间址|直接)(?:地址|索引|指针|块)?(?:的)?(?:那)?部分[^,;。，；?？]{0,8}最|文件头|第\s*\d+\s*(?:B|字节)(?:处)?(?:开始)?\s*(?:到|至|~)\s*第?\s*\d+\s*(?:B|字节)|(?:索引结点|索引节点|inode)本身(?:也)?占"
)


def _of_whole_files(recogniser: Callable[[str], Recognition | None]) -> Callable[[str], Recognition | None]:
    """The reader of files that are read and measured as a whole, from their first byte on."""

    def recognise(text: str) -> Recognition | None:
        if found := _PARTLY.search(text):
            stay_out(f"a part of a file: {found[0]}")
        return recogniser(text)

    return recognise


# Entries rounded up to whole bytes, in words that no reader of a file allocation table knows.
_UNREAD = r"用[^,;。?]{0,6}整(?:数个?|个)?字节"

KIND = Kind(
    name="indexed-file",
    title="混合索引",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"索引|一次\d|地址项|文件分配表|unix|个一次|inode|FAT|位示图|位图|连续分配|链接|链式|一间|1级|间接|间址|多级索引|混合索引|目录项|簇|连续方式|插入|删除记录|记录",
        recognise=_of_whole_files(
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
                        recognise_index_node,
                        index_asked,
                        fat_asked,
                        *FILE_RECOGNISERS,
                        solve=_solve,
                    )
                ),
                *FILE_RECOGNISERS,
                solve=_solve,
                unread=_UNREAD,
            )
        ),
        solve=_solve,
    ),
)
