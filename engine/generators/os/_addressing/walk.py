"""The walk from a virtual address through a page directory and a page table, worked out as it is asked for."""

from __future__ import annotations

from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs


def _fields(address: int, widths: list[int]) -> tuple[int, int, int]:
    top, middle, low = widths
    return address >> middle + low & (1 << top) - 1, address >> low & (1 << middle) - 1, address & (1 << low) - 1


def solve_walk(parameters: Parameters) -> Solution:
    """Every value that is asked, with how it follows from those before it."""
    walk = parameters["walk"]
    address, widths, entry, asked = int(walk["address"]), [int(width) for width in walk["widths"]], int(walk["entry"]), list(walk["asked"])
    digits = -(-sum(widths) // 4)
    top, middle, low = _fields(address, widths)

    def place(value: int) -> str:
        return f"{value:0{digits}X}H"

    steps, said = [], {}
    if "element" in walk:
        start, columns, size, row, column = map(int, walk["element"])
        steps.append(
            f"按行存放，a[{row}][{column}] 前面有 {row} × {columns} + {column} = {row * columns + column} 个元素，"
            f"虚拟地址为 {place(start)} 加 {(row * columns + column) * size} B，即 {place(address)}。"
        )
        said["virtual"] = f"虚拟地址 {place(address)}"
    steps.append(
        f"{place(address)} 从高位起分成 {widths[0]} 位、{widths[1]} 位、{widths[2]} 位：页目录号 {top:X}H，页号 {middle:X}H，页内偏移 {low:X}H。"
    )
    said |= {
        "top": f"页目录号 {top:03X}H（{top}）",
        "middle": f"页号 {middle:03X}H（{middle}）",
        "low": f"页内偏移 {low:03X}H",
    }
    if walk["directory"] is not None:
        where = int(walk["directory"]) + top * entry
        said["directory entry"] = f"页目录项的物理地址 {place(where)}"
        if "directory entry" in asked:
            steps.append(
                f"页目录项的物理地址 = 页目录始址 + 页目录号 × {entry}：{place(int(walk['directory']))} 加 {top * entry:X}H，为 {place(where)}。"
            )
    if walk["table"] is not None:
        where = int(walk["table"]) + middle * entry
        said["table entry"] = f"页表项的物理地址 {place(where)}"
        if "table entry" in asked:
            steps.append(
                f"页表项的物理地址 = 页表始址 + 页号 × {entry}：{place(int(walk['table']))} 加 {middle * entry:X}H，为 {place(where)}。"
            )
    if walk["frame"] is not None:
        physical = int(walk["frame"]) << widths[2] | low
        said["physical"] = f"物理地址 {place(physical)}"
        if "physical" in asked:
            steps.append(f"物理地址由页框号 {int(walk['frame']):X}H 和页内偏移 {low:X}H 拼成：{place(physical)}。")
    values = {"top": f"{top:03X}H", "middle": f"{middle:03X}H", "low": f"{low:03X}H"}
    short = [values.get(name, said[name].split(" ", 1)[1]) for name in asked]
    return Solution(
        answer="，".join(said[name] for name in asked),
        also=("、".join(short), "，".join(short)),
        steps=paragraphs(*steps),
        conventions=("按字节编址，地址和各号都从 0 开始",),
    )
