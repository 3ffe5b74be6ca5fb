"""What a pasted translation problem asks, computed by the simulator."""

from __future__ import annotations

from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs
from engine.generators.os._translation import drawing_of, translate, translate_segment
from engine.generators.quantities import size


def solve(parameters: Parameters) -> Solution:
    if "segments" in parameters:
        return _solve_segments(parameters)
    if "base" in parameters:
        return _solve_relocation(parameters)
    if "widths" in parameters:
        return _solve_widths(parameters)
    if "physical" in parameters:
        return _solve_physical(parameters)
    page_size = int(parameters["page_size"])
    frames = {int(page): int(frame) for page, frame in parameters.get("frames", [])}
    asked, hexadecimal = parameters["asked"], parameters["hexadecimal"]
    steps, answers, short, drawing = [], [], [], None
    for address in parameters["addresses"]:
        found = translate(address, page_size, frames)
        steps.append(f"页号 ⌊{address}/{page_size}⌋ = {found.page}，页内偏移 {address} − {found.page} × {page_size} = {found.offset}。")
        said = []
        if "page bits" in asked:
            bits = int(parameters["width"]) - (page_size - 1).bit_length()
            said.append(f"页号 {bits} 位")
            steps.append(
                f"页内偏移 {(page_size - 1).bit_length()} 位，页号 {parameters['width']} − {(page_size - 1).bit_length()} = {bits} 位。"
            )
        if "split" in asked:
            said.append(
                f"页号 {found.page:X}H，页内偏移 {found.offset:X}H" if hexadecimal else f"页号 {found.page}，页内偏移 {found.offset}"
            )
        if {"physical", "fault"} & set(asked):
            if parameters.get("count") is not None and found.page >= int(parameters["count"]):
                steps.append(f"共 {parameters['count']} 页，页号最大 {int(parameters['count']) - 1}，{found.page} 号页越界，产生越界中断。")
                said.append(f"越界（页号 {found.page}，共 {parameters['count']} 页）")
                short.append("越界")
            elif found.frame is None or found.physical is None:
                steps.append(f"第 {found.page} 页不在内存，产生缺页中断。")
                said.append(f"缺页（第 {found.page} 页不在内存）")
                short.append("缺页")
            else:
                steps.append(
                    f"第 {found.page} 页在第 {found.frame} 号页框，物理地址为 {found.frame} × {page_size} + {found.offset} = {found.physical}。"
                )
                shown = f"{found.physical:X}H" if hexadecimal else str(found.physical)
                said.append(f"物理地址 {shown}" if said or "fault" in asked else shown)
                short.append(shown)
                drawing = drawing or drawing_of(found.page, found.offset, found.frame, page_size)
        answers.append("，".join(said))
    several = len(answers) > 1
    if hexadecimal and not several and asked == ["physical"] and found.physical is not None and not parameters.get("no_decimal"):
        answers = [f"{found.physical:X}H（十进制 {found.physical}）"]
    also: tuple[str, ...] = ("；".join(short), "，".join(short)) if several else ()
    if not several and asked == ["physical"] and found.physical is not None:
        also = (
            f"{found.physical:X}H",
            f"0x{found.physical:X}",
            str(found.physical),
            f"{found.physical:04X}H",
            f"0x{found.physical:04X}",
            f"{found.physical:08X}H",
        )
    return Solution(
        answer="；".join(answers),
        also=also,
        steps=paragraphs(*steps),
        conventions=("按字节编址，1 KB = 1024 B", "页号从 0 开始"),
        drawing=drawing,
    )


def _solve_physical(parameters: Parameters) -> Solution:
    """A physical address taken apart, or traced back to the logical one."""
    page_size, physical = int(parameters["page_size"]), int(parameters["physical"])
    frame, offset = divmod(physical, page_size)
    step = f"块号 ⌊{physical}/{page_size}⌋ = {frame}，块内偏移 {physical} − {frame} × {page_size} = {offset}。"
    if parameters["asked"] == ["physical split"]:
        return Solution(answer=f"块号 {frame}，块内偏移 {offset}", steps=step)
    page = next(int(page) for page, held in parameters["frames"] if int(held) == frame)
    logical = page * page_size + offset
    shown = f"{logical:X}H" if parameters["hexadecimal"] else str(logical)
    return Solution(
        answer=shown, steps=paragraphs(step, f"第 {frame} 块装的是第 {page} 页，逻辑地址为 {page} × {page_size} + {offset} = {logical}。")
    )


def _solve_relocation(parameters: Parameters) -> Solution:
    base, limit = int(parameters["base"]), parameters["limit"]
    answers, steps = [], []
    for address in parameters["addresses"]:
        if limit is not None and address >= int(limit):
            answers.append("越界")
            steps.append(f"{address} 不小于界限 {limit}，越界，产生地址越界中断。")
        else:
            total = base + address
            answers.append(f"{total:X}H" if parameters["hexadecimal"] else str(total))
            steps.append(f"{base} + {address} = {total}。")
    return Solution(answer="；".join(answers), steps=paragraphs(*steps), conventions=("逻辑地址小于界限寄存器的值才不越界",))


def _solve_segments(parameters: Parameters) -> Solution:
    segments = {int(number): (int(start), int(length)) for number, start, length in parameters["segments"]}
    answers, steps = [], []
    for segment, offset in parameters["pairs"]:
        if segment not in segments:
            steps.append(f"段号 {segment} 不小于段数 {len(segments)}，越界。")
            answers.append("越界")
            continue
        start, length = segments[segment]
        physical = translate_segment(0, offset, [(start, length)])
        if physical is None:
            steps.append(f"第 {segment} 段长 {length}，段内偏移 {offset} 不小于段长，越界。")
        else:
            steps.append(f"第 {segment} 段基址 {start}，长 {length}，{offset} < {length}，物理地址为 {start} + {offset} = {physical}。")
        answers.append("越界" if physical is None else str(physical))
    several = len(answers) > 1
    judged = bool(parameters.get("judged")) and not several and answers != ["越界"]
    return Solution(
        answer="；".join(f"({pair[0]},{pair[1]})：{said}" for pair, said in zip(parameters["pairs"], answers, strict=True))
        if several
        else answers[0] + ("，不越界" if judged else ""),
        also=("，".join(answers), "、".join(answers)) if several else ("越界中断", "地址越界") if answers == ["越界"] else (answers[0],),
        steps=paragraphs(*steps),
        conventions=("段号和段内偏移都从 0 开始",),
    )


def _solve_widths(parameters: Parameters) -> Solution:
    names = {"logical": "逻辑地址", "physical": "物理地址", "page": "页号", "offset": "页内偏移"}
    answers, steps = [], []
    for task, reach in parameters["widths"]:
        amount = f"{reach} 字" if parameters.get("words") else size(int(reach))
        if task == "memory":
            answers.append(f"内存 {amount}")
            steps.append(f"内存共 {amount}。")
            continue
        if task == "frames":
            answers.append(f"{reach} 个页框")
            steps.append(f"内存容量除以页面大小，共 {reach} 个页框。")
            continue
        bits = (int(reach) - 1).bit_length()
        answers.append(f"{names[task]} {bits} 位")
        shown = f"{reach} 页" if task == "page" else amount
        steps.append(
            f"{names[task]}要区分 {shown}，$2^{{{bits}}}$ 正够，占 {bits} 位。"
            if reach == 1 << bits
            else f"{names[task]}要区分 {shown}，占 {bits} 位。"
        )
    return Solution(
        answer="，".join(answers),
        also=(answers[0].split(" ", 1)[1],) if len(answers) == 1 else (),
        steps=paragraphs(*steps),
        conventions=("按字编址，1 K = 1024",) if parameters.get("words") else ("按字节编址，1 KB = 1024 B",),
    )
