"""Answers about a file with direct and indirect addresses in its index node, with the working and the drawing of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from engine.drawings.model import Drawing, Region
from engine.drawings.model import MemoryMap as Map
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs
from engine.generators.os._files.file_layout import solve_layout, solve_levels_needed
from engine.generators.os._files.index_node import LEVELS, Node
from engine.generators.os._files.storage_topics import solve_storage
from engine.generators.os._storage_measures import about_in_units
from engine.generators.quantities import size
from engine.generators.reading import stay_out


def kilobytes(count: int | Fraction) -> str:
    """`count` bytes in KB."""
    value = Fraction(count, 1024)
    return f"{value.numerator} KB" if value.denominator == 1 else f"{float(value):g} KB"


def working_of(node: Node) -> str:
    """How many blocks each level reaches, and the largest file."""
    lines = []
    power = {1: "", 2: "^2", 3: "^3"}
    for level, (count, reach) in enumerate(zip(node.addresses, node.blocks(), strict=True)):
        if count and level == 0:
            lines.append(f"- 直接：{count} 块")
        elif count:
            lines.append(f"- {LEVELS[level]}：${count} × {node.fan_out}{power[level]} = {reach}$ 块")
    total = sum(node.blocks())
    shown = kilobytes(node.largest)
    return paragraphs(
        f"每个索引块有 {node.division} 个地址。",
        "\n".join(lines),
        f"共 {total} 块，每块 {size(node.block)}，最大长度为 {total} × {size(node.block)}，即 {shown}",
    )


def drawing_of(node: Node) -> Drawing:
    """Which logical blocks each level is answerable for."""
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


def solve(parameters: Parameters) -> Solution:
    """What is asked of a file, its index node, its table or its disk.

    Raises:
        StayOut: it is not settled, or lies outside the file.
    """
    if (solution := solve_storage(parameters)) is not None:
        return solution
    if "layout" in parameters:
        return solve_layout(parameters)
    if "cases" in parameters:
        answers = [solve(case) for case in parameters["cases"]]
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
            solutions.append(Solution(answer=f"{most} 块", also=(f"{most} 个", str(most)), steps=working_of(node)))
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
    return _together(solutions, drawing_of(node))


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
    shown = kilobytes(node.largest)
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
        steps=paragraphs(working_of(node), f"按各级写成 {parts}。"),
        conventions=("1 KB = 1024 B", "只按地址项计算，不受文件长度字段和磁盘容量限制"),
        drawing=drawing_of(node),
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
        drawing=drawing_of(node),
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
            answer=f"{LEVELS[level]}索引", also=(LEVELS[level], *words[level]), steps=paragraphs(*steps), drawing=drawing_of(node)
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
        return Solution(answer=f"第 {number + 1} 个一级间接块的第 {entry} 项", steps=paragraphs(*steps), drawing=drawing_of(node))
    reads = level + 1 + absent
    steps.append(
        f"{'读索引结点 1 次，' if absent else ''}读索引块 {level} 次，读数据块 1 次，共 {'1 + ' if absent else ''}{level} + 1 = {reads} 次。"
    )
    return Solution(
        answer=f"{reads} 次",
        steps=paragraphs(*steps),
        conventions=("索引结点也要读盘" if absent else "索引结点已在内存，其余都要读盘",),
        drawing=drawing_of(node),
    )
