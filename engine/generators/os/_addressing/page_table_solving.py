"""The fields of an address of several levels, and where the entries of its tables stand."""

from __future__ import annotations

from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs
from engine.generators.os._addressing.levels_reading import solve_address_levels
from engine.generators.os._addressing.page_level_fields import solve_level_fields
from engine.generators.reading import stay_out


def solve_split(parameters: Parameters) -> Solution:
    """The fields of an address of two levels."""
    top, middle, low = parameters["split"]
    address = parameters["address"]
    values = {
        "top": ("页目录号", address >> middle + low),
        "middle": ("页号", address >> low & (1 << middle) - 1),
        "low": ("页内偏移", address & (1 << low) - 1),
    }
    widths = dict(zip(("top", "middle", "low"), (top, middle, low), strict=True))
    asked = [values[name] for name in parameters["asked"]]
    digits = [f"{value:0{(widths[name] + 3) // 4}X}" for name, (_, value) in zip(parameters["asked"], asked, strict=True)]
    rows = (
        [str(value) for _, value in asked],
        [f"{value:X}H" for _, value in asked],
        [f"0x{value:X}" for _, value in asked],
        [f"{value}H" for value in digits],
        [f"0x{value}" for value in digits],
    )
    shown = [
        f"{name} {value:X}H" if parameters["hexadecimal"] else f"{name} {value}" + (f"（{value:X}H）" if name == "页内偏移" else "")
        for name, value in asked
    ]
    return Solution(
        answer="，".join(shown),
        also=tuple(mark.join(row) for mark in ("，", "、") for row in rows),
        steps=paragraphs(
            f"写成二进制，从高位起依次取 {top}、{middle}、{low} 位：`{values['top'][1]:0{top}b}` `{values['middle'][1]:0{middle}b}` `{values['low'][1]:0{low}b}`。",
            "，".join(f"{name} {value}（{value:X}H）" for name, value in values.values()) + "。",
        ),
    )


def _solve_entries_at(parameters: Parameters) -> Solution:
    width = parameters["width"]
    shown = [f"{value:0{width}X}H" for value in parameters["entries at"]]
    answer = "；".join(shown)
    if parameters["claimed"] is not None:
        answer = f"{'是' if parameters['claimed'] == parameters['entries at'][0] else '不是'}，{answer}"
    return Solution(
        answer=answer,
        also=tuple(f"{value:X}H" for value in parameters["entries at"])
        if len(shown) == 1
        else ("，".join(f"{value:X}H" for value in parameters["entries at"]),),
        steps=f"表项的地址 = 表的起始地址 + 号 × 表项长度，每项 {parameters['entry']} B：{answer}。",
    )


def solve(parameters: Parameters) -> Solution:
    """Whichever of them it is."""
    if "split" in parameters:
        return solve_split(parameters)
    if "two levels" in parameters:
        return solve_level_fields(parameters)
    if "level split" in parameters:
        return solve_address_levels(parameters)
    if "entries at" in parameters:
        return _solve_entries_at(parameters)
    stay_out("nobody solves this")
