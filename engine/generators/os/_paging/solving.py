"""What is asked of a paged memory's sizes and addresses, in the order asked."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from engine.drawings.model import Drawing
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.os._addressing.page_table_solving import solve_split
from engine.generators.os._addressing.page_tables import Space, drawing_of
from engine.generators.os._addressing.solving import solve_pages
from engine.generators.os._paging.relations import derived, index_bits, said, shown
from engine.generators.quantities import size

_IN_BYTES = ("fragment", "page", "space", "memory", "process", "table", "entry", "inverted size", "directory size", "inner size")


def solve_paging(parameters: Parameters) -> Solution:
    """Each quantity from those told, and each address by the page table; or the fields of one address."""
    if "split" in parameters:
        return solve_split(parameters)
    known, working = derived(parameters["sizes"])
    of_program = bool({"process", "process pages"} & set(parameters["sizes"]))
    answers: list[str] = []
    groups: list[str] = []
    bare: list[str] = []
    steps: list[str] = []
    drawing = None
    conventions = ["按字编址，1 K = 1024" if parameters.get("words") else "按字节编址，1 KB = 1024 B"]
    for of_addresses, group in groupby(parameters["sizes asked"], key=lambda name: str(name).startswith("address ")):
        names = list(group)
        answers = []
        if of_addresses:
            found = solve_pages({**parameters["addresses asked"], "pages asked": [name.removeprefix("address ") for name in names]})
            groups.append(found.answer)
            bare.append(found.answer)
            steps.append(found.steps)
            conventions += found.conventions
            drawing = found.drawing
            continue
        for name in names:
            if name == "format":
                answers.append(f"页号 {known['page bits']} 位，页内偏移 {known['offset bits']} 位")
                bare.append(answers[-1])
                steps += [*working["page bits"], *working["offset bits"]]
                continue
            if name == "split":
                answers.append(f"自顶级起各级页号占 {listed(index_bits(known), '、')} 位，页内偏移 {known['offset bits']} 位")
                bare.append(f"{listed(index_bits(known), '、')} 位")
                steps += [*working.get("top bits", ()), answers[-1] + "。"]
                continue
            if name == "touched":
                low = known["inner bits"] + known["offset bits"]
                tops = [int(address) >> low for address in parameters["touched"]]
                answers.append(f"访问 {len(set(tops))} 个二级页表")
                bare.append(f"{len(set(tops))} 个")
                steps.append(
                    f"页目录号是最高的 {known['directory bits']} 位："
                    + "，".join(f"{address:X}H 的为 {top}" for address, top in zip(parameters["touched"], tops, strict=True))
                    + "；页目录号相同的在同一个二级页表中。"
                )
                continue
            answers.append(said(name, known[name], of_program))
            bare.append(shown(name, known[name]))
            steps += working[name] or [f"{said(name, known[name])}。"]
        groups.append("，".join(answers))
    if len(groups) == 1 and not answers:  # addresses alone
        return found
    if of_levels := {"levels", "split", "directory entries", "directory bits", "tables used", "tables used size"} & {
        *parameters["sizes asked"]
    }:
        conventions.append("每张页表不超过一页，下面各级占满一页")
    drawing = drawing or _space_drawn(known, bool(of_levels))
    return Solution(
        answer="；".join(groups),
        also=_also(parameters, known, bare),
        steps=paragraphs(*dict.fromkeys(step.replace(" B", " 字") if parameters.get("words") else step for step in steps)),
        conventions=tuple(dict.fromkeys(conventions)),
        drawing=drawing,
    )


def _space_drawn(known: dict[str, int], levels: bool) -> Drawing | None:
    """The fields of the address, by levels or not; None where its sizes are not known."""
    if not {"width", "page", "entry"} <= known.keys() or known["entry"] & (known["entry"] - 1) or known["page"] <= known["entry"]:
        return None
    if known["page"] & (known["page"] - 1) or known["width"] <= known["offset bits"]:
        return None
    return drawing_of(Space(known["width"], known["page"], known["entry"]), levels)


def _also(parameters: Parameters, known: dict[str, int], bare: list[str]) -> tuple[str, ...]:
    """The answer without the names of what was asked; for a single one its other units, and as a power of two."""
    names: list[Any] = list(parameters["sizes asked"])
    if len(names) != 1 or names[0] not in known:
        return ("；".join(bare), "，".join(bare), "、".join(bare))
    value = known[names[0]]
    if names == ["tables used size"] and "inner tables used" in known:
        parts = [size(known["inner tables used"] * known["page"]), size(known["page"])]
        return (size(value), f"{value} B", "+".join(parts), "+".join(reversed(parts)))
    power = [f"2^{value.bit_length() - 1}"] if value > 1 and not value & (value - 1) else []
    if names[0] in _IN_BYTES:
        return (size(value), f"{value} B", str(value), *(f"{each} B" for each in power), *power)
    unit = bare[0].split(" ", 1)[1]
    return (bare[0], str(value), *power, *(f"{each} {unit}" for each in power), *((f"{value // 1024}K",) if not value % 1024 else ()))
