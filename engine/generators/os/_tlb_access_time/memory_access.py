"""What an access to memory costs beside a single TLB: with page faults, in single cases, through two TLBs; and how many accesses it takes."""

from __future__ import annotations

from fractions import Fraction

from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.os._tlb_access_time.access_model import solve_model
from engine.generators.quantities import decimal, size

_SERIAL = "先查快表，未命中再查页表，不计更新快表的时间"


def shown_time(value: Fraction) -> str:
    """Nanoseconds as a person writes them: `110 ns`, `8099.9 ns`, `10000220 ns`."""
    return f"{decimal(value, 3)} ns"


def _wordings(value: Fraction) -> tuple[str, ...]:
    """The same time in other units and rounded."""
    said = []
    for unit, scale in (("ns", 1), ("μs", 1000), ("ms", 1_000_000)):
        said += [f"{decimal(value / scale, digits)} {unit}" for digits in (0, 1, 2, 3, 4)]
    return tuple(dict.fromkeys(said))


def solve_access(parameters: Parameters) -> Solution:
    """Whichever of them it is."""
    return {
        "cases": _cases,
        "totals": _totals,
        "reach": _reach,
        "walk": _walk,
        "references": _references,
        "model": solve_model,
        "sequence": _sequence,
    }[parameters["access"]](parameters)


def _cases(parameters: Parameters) -> Solution:
    memory, tlb = Fraction(parameters["memory_ns"]), Fraction(parameters["tlb_ns"])
    levels = int(parameters["levels"])
    walk = levels * memory
    service = Fraction(parameters.get("service_ns", 0))
    times = {
        "hit": (tlb + memory, f"查快表 + 访存 = {decimal(tlb)} + {decimal(memory)}"),
        "miss": (tlb + walk + memory, f"查快表 + 查页表 + 访存 = {decimal(tlb)} + {decimal(walk)} + {decimal(memory)}"),
        "fault": (
            tlb + walk + service + tlb + memory,
            f"查快表 + 查页表 + 缺页处理 + 重新查快表（命中）+ 访存 = {decimal(tlb)} + {decimal(walk)} + {decimal(service)} + {decimal(tlb)} + {decimal(memory)}",
        ),
    }
    names = {"hit": "快表命中", "miss": "快表未命中", "fault": "缺页"}
    asked = list(parameters["asked"])
    return Solution(
        answer="；".join(shown_time(times[task][0]) for task in asked),
        also=_wordings(times[asked[0]][0]) if len(asked) == 1 else (),
        steps=paragraphs(*(f"{names[task]}：{times[task][1]} = {shown_time(times[task][0])}。" for task in asked)),
        conventions=(_SERIAL, "缺页处理时更新了快表，处理完重新执行，快表命中") if "fault" in asked else (_SERIAL,),
    )


def access_times(pages: list[int], absent: set[int], memory: Fraction, tlb: Fraction, service: Fraction) -> list[tuple[str, Fraction]]:
    """How each of a row of accesses goes and what it takes, from an empty TLB that keeps every page it has seen."""
    known: set[int] = set()
    missing = set(absent)
    found = []
    for page in pages:
        if page in known:
            found.append(("快表命中", tlb + memory))
        elif page in missing:
            found.append(("缺页", tlb + memory + service + tlb + memory))
            missing.discard(page)
        else:
            found.append(("快表未命中", tlb + memory + memory))
        known.add(page)
    return found


def _sequence(parameters: Parameters) -> Solution:
    pages = [int(page) for page in parameters["pages"]]
    memory, tlb, service = (Fraction(parameters[name]) for name in ("memory_ns", "tlb_ns", "service_ns"))
    found = access_times(pages, set(parameters["absent"]), memory, tlb, service)
    workings = {
        "快表命中": "查快表 + 访存",
        "快表未命中": "查快表 + 查页表 + 访存",
        "缺页": "查快表 + 查页表 + 缺页处理 + 重新查快表（命中）+ 访存",
    }
    if parameters.get("total"):
        total = sum((time for _, time in found), Fraction(0))
        return Solution(
            answer=shown_time(total),
            steps=paragraphs(
                *(
                    f"访问 {page} 号页，{way}：{workings[way]}，{shown_time(time)}。"
                    for page, (way, time) in zip(pages, found, strict=True)
                ),
                f"共 {shown_time(total)}。",
            ),
            conventions=(_SERIAL,) + (("缺页处理时更新了快表，处理完重新执行，快表命中",) if parameters["absent"] else ()),
        )
    physical = [f"{address:X}H 的物理地址 {place:X}H" for address, place in parameters.get("physical", [])]
    return Solution(
        answer="；".join((*(shown_time(time) for _, time in found), *physical)),
        also=() if physical else ("，".join(shown_time(time) for _, time in found), "、".join(shown_time(time) for _, time in found)),
        steps=paragraphs(
            *(f"访问 {page} 号页，{way}：{workings[way]}，{shown_time(time)}。" for page, (way, time) in zip(pages, found, strict=True)),
            *(["缺页的页换入最近最久未使用的页所在的页框，页框号与页内偏移拼接：" + "，".join(physical) + "。"] if physical else []),
        ),
        conventions=(_SERIAL, "缺页处理时更新了快表，处理完重新执行，快表命中"),
    )


def _totals(parameters: Parameters) -> Solution:
    hitting, missing = Fraction(parameters["hit_ns"]), Fraction(parameters["miss_ns"])
    said, steps = [], []
    for text in parameters["hits"]:
        hit = Fraction(text)
        total = hit * hitting + (1 - hit) * missing
        said.append(f"{decimal(total, 4)} ns")
        steps.append(f"{decimal(hit, 4)}×{decimal(hitting)} + {decimal(1 - hit, 4)}×{decimal(missing)} = {said[-1]}")
    return Solution(
        answer=said[0] if len(said) == 1 else f"由 {said[0]} 降到 {said[1]}",
        steps=paragraphs(*steps),
        conventions=("所给的时间是一次访问的总时间",),
    )


def _reach(parameters: Parameters) -> Solution:
    entries = int(parameters["entries"])
    said = [size(entries * int(page)) for page in parameters["pages"]]
    return Solution(
        answer="；".join(said),
        steps=paragraphs(
            *(f"{entries} 个表项 × {size(int(page))} = {shown}" for page, shown in zip(parameters["pages"], said, strict=True))
        ),
    )


def _walk(parameters: Parameters) -> Solution:
    memory, tlb, walk, hit = (Fraction(parameters[name]) for name in ("memory_ns", "tlb_ns", "walk_ns", "hit"))
    total = tlb + (1 - hit) * walk + memory
    return Solution(
        answer=shown_time(total),
        steps=f"查快表 {decimal(tlb)}，未命中（{decimal((1 - hit) * 100, 4)}%）再查页表 {decimal(walk)}，最后访存 {decimal(memory)}：{decimal(tlb)} + {decimal(1 - hit, 4)}×{decimal(walk)} + {decimal(memory)} = {shown_time(total)}",
        conventions=("时间依次累加，不考虑缺页",),
    )


def _references(parameters: Parameters) -> Solution:
    said = [str(int(accesses) * (int(walk) + 1)) for walk, accesses in parameters["questions"]]
    words = [
        f"查表 {walk} 次，取数 1 次" + (f"，{accesses} 次访问" if int(accesses) > 1 else "") + f"：共 {count} 次"
        for (walk, accesses), count in zip(parameters["questions"], said, strict=True)
    ]
    return Solution(
        answer=listed((f"{count} 次" for count in said), "；"),
        steps=paragraphs(*words),
        conventions=("段表、页表都在内存，没有快表时每级表访存一次",),
    )
