"""Small problems about how files lie on a disk: allocation tables, bitmaps, contiguous and linked files, index levels, links."""

from __future__ import annotations

from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.os._files.bitmap import solve_bit, solve_place_on_disk, solve_size
from engine.generators.os._files.file_chain import solve_chained
from engine.generators.os._files.file_links import solve_link_story
from engine.generators.os._files.file_operations import solve_operation
from engine.generators.os._files.file_space import solve_most_files, solve_space
from engine.generators.os._files.index_area import solve_area
from engine.generators.os._files.index_node import LEVELS
from engine.generators.os._files.index_unix import solve_level_of_block, solve_word
from engine.generators.quantities import size
from engine.generators.reading import stay_out


def solve_layout(parameters: Parameters) -> Solution:
    """Whichever of them it is."""
    solvers = {
        "chain": _chain,
        "bitmap": solve_size,
        "bit": solve_bit,
        "allocation": _allocation,
        "levels": _levels,
        "space": solve_space,
        "most files": solve_most_files,
        "links": _links,
        "reads of levels": _reads_of_levels,
        "operation": solve_operation,
        "link story": solve_link_story,
        "chained": solve_chained,
        "bitmap on disk": solve_place_on_disk,
        "level of block": solve_level_of_block,
        "word": solve_word,
        "area": solve_area,
    }
    return solvers[parameters["layout"]](parameters)


def _chain(parameters: Parameters) -> Solution:
    chain, offset, cluster = list(parameters["chain"]), int(parameters["offset"]), int(parameters["cluster"])
    number = offset // cluster
    if number >= len(chain):
        stay_out("beyond the file")
    said = {"cluster": f"{chain[number]} 号簇", "reads": "1 次"}
    return Solution(
        answer="；".join(said[task] for task in parameters["asked"]),
        steps=f"⌊{offset}/{cluster}⌋ = {number}，是簇链 {listed(chain, '→')} 中的第 {number + 1} 个，即 {chain[number]} 号簇。FAT 在内存，沿链查找不访盘，只读该簇 1 次。",
    )


def _allocation(parameters: Parameters) -> Solution:
    said, steps = [], []
    for task in parameters["asked"]:
        if task == "place":
            number, inside = divmod(int(parameters["offset"]), int(parameters["block"]))
            said.append(f"{int(parameters['start']) + number} 号块，块内偏移 {inside}")
            steps.append(
                f"⌊{parameters['offset']}/{parameters['block']}⌋ = {number}，余 {inside}；物理块 {parameters['start']} + {number} = {int(parameters['start']) + number}。"
            )
        elif task == "linked":
            reads = int(parameters["number"]) - int(parameters["first"]) + 1
            said.append(f"{reads} 次")
            steps.append(f"隐式链接要从头依次读，读到该块共 {reads} 次。")
        else:
            said.append("1 次")
            steps.append("索引表（或连续文件的起始块号）已在内存，直接读该块，1 次。")
    return Solution(answer="；".join(said), steps=paragraphs(*steps))


def _levels(parameters: Parameters) -> Solution:
    fan_out, count = int(parameters["fan_out"]), int(parameters["blocks"])
    layers, left = [], count
    while True:
        left = -(-left // fan_out)
        layers.append(left)
        if left == 1:
            break
    said = {"levels": f"{len(layers)} 级", "total": f"{sum(layers)} 块（{' + '.join(map(str, layers))}）" if len(layers) > 1 else "1 块"}
    return Solution(
        answer="；".join(said[task] for task in parameters["asked"]),
        steps=f"每个索引块 {fan_out} 项：各级索引块 {'、'.join(map(str, layers))} 个，共 {len(layers)} 级，{sum(layers)} 块。",
        conventions=("最高一级只有一个索引块",),
    )


def _reads_of_levels(parameters: Parameters) -> Solution:
    levels = list(parameters["levels"])
    reads = "、".join(str(level + 1) for level in levels)
    return Solution(
        answer=f"{reads} 次",
        also=(reads, listed([level + 1 for level in levels])),
        steps="每经过一级间接索引块读盘一次，最后读数据块一次："
        + "；".join(f"{LEVELS[level]} {level} + 1 = {level + 1} 次" for level in levels)
        + "。",
        conventions=("索引结点已在内存，其余都要读盘",),
    )


def _links(parameters: Parameters) -> Solution:
    hard, deleted = int(parameters["hard"]), int(parameters["deleted"])
    said = {"now": str(1 + hard), "after": str(1 + hard - deleted)}
    return Solution(
        answer="；".join(said[task] for task in parameters["asked"]),
        steps=f"文件本身 1 个，硬链接 {hard} 个，引用计数为 {1 + hard}；符号链接不增加计数。"
        + (f"删除 {deleted} 个后为 {1 + hard - deleted}。" if deleted else ""),
    )


def solve_levels_needed(block: int, entry: int, length: int) -> Solution:
    """How many levels of index blocks reach a file of a length."""
    fan_out, levels = block // entry, 1
    while fan_out**levels * block < length:
        levels += 1
    lines = [f"每个索引块有 {block}/{entry} = {fan_out} 个地址。"]
    lines += [f"{level} 级索引最大 {fan_out}^{level} × {size(block)} = {size(fan_out**level * block)}。" for level in range(1, levels + 1)]
    return Solution(
        answer=f"{levels} 级",
        also=(str(levels), f"{'零一二三四五六'[levels]}级" if levels < 7 else f"{levels} 级"),
        steps=paragraphs(*lines, f"文件 {size(length)}，至少要 {levels} 级。"),
        conventions=("只用多级索引，不用直接地址",),
    )
