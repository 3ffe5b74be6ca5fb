"""What a pasted translation problem asks, computed by the simulator."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs
from engine.generators.os._addressing.segment_states import solve_segment_states
from engine.generators.os._addressing.translation import drawing_of, translate, translate_segment
from engine.generators.quantities import size
from engine.generators.reading import stay_out

_CONVENTIONS = ("按字节编址，1 KB = 1024 B", "页号从 0 开始")


def solve_pages(parameters: Parameters) -> Solution:
    """Each address taken apart and translated, as far as it is asked."""
    page_size, asked, hexadecimal = int(parameters["page_size"]), list(parameters["pages asked"]), bool(parameters["hexadecimal"])
    frames = {int(page): int(frame) for page, frame in parameters["frames"]}
    count, low = parameters.get("count"), page_size.bit_length() - 1
    answers, short, steps = [], [], []
    drawing = None

    def shown(value: int) -> str:
        return f"{value:X}H" if hexadecimal else str(value)

    whole = []
    if "starts" in asked:
        starts = {entry: frames[entry] * page_size for entry in sorted(frames)}
        whole.append("各页始址 " + "、".join(shown(start) for start in starts.values()))
        steps += [
            f"第 {entry} 页在第 {frames[entry]} 号页框，始址为 {frames[entry]} × {page_size} = {start}。" for entry, start in starts.items()
        ]
        asked.remove("starts")

    for address in parameters["addresses"] if asked else ():
        found = translate(address, page_size, frames)
        beyond = count is not None and found.page >= int(count)
        steps.append(
            f"{shown(address)}：页号 ⌊{address}/{page_size}⌋ = {found.page}，页内偏移 {address} − {found.page} × {page_size} = {found.offset}。"
        )
        gone = f"越界（页号 {found.page}，共 {count} 页）" if beyond else f"缺页（第 {found.page} 页不在内存）"
        physical = found.physical is not None and not beyond
        if physical and found.frame is not None:
            steps.append(
                f"第 {found.page} 页在第 {found.frame} 号页框，物理地址为 {found.frame} × {page_size} + {found.offset} = {found.physical}。"
            )
            drawing = drawing or drawing_of(found.page, found.offset, found.frame, page_size)
        elif {"physical", "fault", "frame", "outcome"} & set(asked):
            steps.append(f"{gone}。")
        parts, bare = [], []
        for name in asked:
            if name in ("page", "page number and offset"):
                parts.append(f"页号 {shown(found.page)}")
            if name in ("offset", "page number and offset"):
                parts.append(f"页内偏移 {shown(found.offset)}")
            if name == "frame":
                parts.append(f"页框号 {shown(found.frame)}" if physical and found.frame is not None else gone)
            if name in ("physical", "outcome"):
                parts.append(f"物理地址 {shown(found.physical)}" if physical and found.physical is not None else gone)
                bare.append(shown(found.physical) if physical and found.physical is not None else "越界" if beyond else "缺页")
            if name == "fault" and not (physical and "physical" in asked and len(parameters["addresses"]) > 1):
                parts.append("不缺页" if physical else gone)
            if name == "page bits":
                parts.append(f"页号 {int(parameters['width']) - low} 位")
            if name == "low bits":
                parts.append(f"页内偏移 {low} 位")
        parts = list(dict.fromkeys(parts))
        alone = len(parameters["addresses"]) == 1
        answers.append("，".join(parts) if len(asked) > 1 or not bare else gone if alone and bare[0] in ("缺页", "越界") else bare[0])
        short += bare
    several = len(answers) > 1
    also: tuple[str, ...] = ("；".join(short), "，".join(short), "、".join(short)) if several else ()
    if whole:
        return Solution(answer="；".join((*whole, *answers)), steps=paragraphs(*steps), conventions=_CONVENTIONS, drawing=drawing)
    if not several and asked == ["physical"] and hexadecimal and short[0] not in ("缺页", "越界"):
        also = _spellings(int(short[0][:-1], 16))
    elif not several and asked == ["physical"] and short[0].isdigit():
        also = _spellings(int(short[0]))
    return Solution(
        answer="；".join(answers),
        also=also,
        steps=paragraphs(*steps),
        conventions=_CONVENTIONS,
        drawing=drawing,
    )


def _spellings(address: int) -> tuple[str, ...]:
    """An address as people write it: decimal, and hexadecimal with and without leading zeros."""
    return (
        str(address),
        f"{address:X}H",
        f"0x{address:X}",
        f"{address:04X}H",
        f"0x{address:04X}",
        f"{address:08X}H",
        f"0x0{address:X}",
        f"0{address:X}H",
        *((f"{address // 1024}K", f"{address // 1024} KB") if address and not address % 1024 else ()),
    )


def _solve_parts(parameters: Parameters) -> Solution:
    """The fields of an address, the high ones first, and the physical address in a frame."""
    address, offset = int(parameters["address"]), int(parameters["parts"][-1][2])
    values: dict[str, tuple[str, int]] = {}
    rest = address
    for name, label, width in reversed(parameters["parts"]):
        values[name] = (label, rest & (1 << int(width)) - 1)
        rest >>= int(width)

    def shown(value: int) -> str:
        if parameters["decimal"] or value < 10:
            return str(value)
        return f"{value:X}H" if parameters["hexadecimal"] else f"{value}（{value:X}H）"

    said, also = [], []
    for name in parameters["asked"]:
        if name == "physical":
            physical = int(parameters["frame"]) << offset | address & (1 << offset) - 1
            said.append(f"物理地址 {physical:X}H")
            also.append(f"{physical:X}H")
        else:
            label, value = values[name]
            said.append(f"{label} {value:X}H" if parameters["hexadecimal"] and not parameters["decimal"] else f"{label} {shown(value)}")
            also.append(str(value))
    return Solution(
        answer="，".join(said),
        also=("，".join(also), "、".join(also)),
        steps=paragraphs(
            "从高位起：" + "，".join(f"{label} {width} 位为 {values[name][1]:X}H" for name, label, width in parameters["parts"]) + "。",
            "，".join(said) + "。",
        ),
    )


def _solve_fields(parameters: Parameters) -> Solution:
    """What the widths of segment, page and offset allow."""
    segment, page, offset = (int(parameters["fields"][name]) for name in ("segment", "page number", "offset"))
    said = {
        "segments": (f"最多 {1 << segment} 段", f"段号 {segment} 位，最多 $2^{{{segment}}}$ = {1 << segment} 段。"),
        "pages": (f"每段最多 {1 << page} 页", f"段内页号 {page} 位，每段最多 $2^{{{page}}}$ = {1 << page} 页。"),
        "length": (f"段最长 {size(1 << page + offset)}", f"段内共 {page + offset} 位，最长 $2^{{{page + offset}}}$ B。"),
        "page": (f"页面大小 {size(1 << offset)}", f"页内偏移 {offset} 位，页面大小 $2^{{{offset}}}$ B。"),
        "page number": (f"页号 {page} 位", f"页号占 {page} 位。"),
        "offset": (f"页内偏移 {offset} 位", f"页内偏移占 {offset} 位。"),
    }
    asked = list(parameters["asked"])
    one = said[asked[0]][0]
    also = {
        "segments": (f"{1 << segment} 段",),
        "pages": (f"{1 << page} 页",),
        "length": (size(1 << page + offset), f"{1 << page + offset} B"),
        "page": (size(1 << offset),),
    }
    return Solution(
        answer="，".join(said[name][0] for name in asked) if len(asked) > 1 else one,
        also=also.get(asked[0], ()) if len(asked) == 1 else (),
        steps=paragraphs(*(said[name][1] for name in asked)),
        conventions=("按字节编址",),
    )


def _solve_which(parameters: Parameters) -> Solution:
    """Which of the options is an address beyond its segment."""
    lengths = {int(segment): int(length) for segment, _, length in parameters["segments"]}

    def beyond(option: str) -> bool:
        pair = patterns.fullmatch(r"\D*(\d+)\D+(\d+)\D*", option)
        if pair is None:
            stay_out(f"no address: {option}")
        return int(pair[1]) not in lengths or int(pair[2]) >= lengths[int(pair[1])]

    return Solution(
        answer="",
        fits=beyond,
        steps="段内位移不小于段长的地址越界："
        + "，".join(f"段 {segment} 长 {length}" for segment, length in sorted(lengths.items()))
        + "。",
    )


def _solve_paged_segments(parameters: Parameters) -> Solution:
    """Addresses of segment and offset, each through its segment's page table."""
    page_size = int(parameters["page_size"])
    answers, steps = [], []
    for segment, offset, frame, length in parameters["paged segments"]:
        if frame is None:
            steps.append(f"段 {segment} 长 {length} B，段内偏移 {offset} 不小于段长，越界。")
            answers.append("越界")
            continue
        page, inside = divmod(int(offset), page_size)
        physical = int(frame) * page_size + inside
        steps.append(
            f"段 {segment}，段内偏移 {offset}：段内页号 ⌊{offset}/{page_size}⌋ = {page}，页内偏移 {offset} − {page} × {page_size} = {inside}。"
            f"该页在第 {frame} 号页框，物理地址为 {frame} × {page_size} + {inside} = {physical}。"
        )
        answers.append(str(physical))
    also = () if len(answers) > 1 or answers == ["越界"] else _spellings(int(answers[0]))
    return Solution(answer="；".join(answers), also=also, steps=paragraphs(*steps), conventions=("段号、页号都从 0 开始",))


def _solve_frame_told(parameters: Parameters) -> Solution:
    """The physical address of an offset in a frame that is told."""
    page, frame, offset = map(int, parameters["frame told"])
    physical = frame * page + offset
    return Solution(
        answer=str(physical),
        also=_spellings(physical),
        steps=f"物理地址 = 块号 × 页面大小 + 页内位移 = {frame} × {page} + {offset} = {physical}。",
        conventions=("块号从 0 开始",),
    )


def _solve_looked_up(parameters: Parameters) -> Solution:
    """Addresses by a TLB and a page table."""
    page_size, asked = int(parameters["page_size"]), list(parameters["asked"])
    answers, steps = [], []
    for address, hit, frame in parameters["looked up"]:
        page, inside = divmod(int(address), page_size)
        physical = int(frame) * page_size + inside
        shown = f"{physical:X}H" if parameters["hexadecimal"] else str(physical)
        where = f"快表命中，页框号 {frame}" if hit else f"快表中没有第 {page} 页，未命中，查页表得页框号 {frame}"
        steps.append(
            f"页号 ⌊{address}/{page_size}⌋ = {page}，页内偏移 {address} − {page} × {page_size} = {inside}。{where}，"
            f"物理地址为 {frame} × {page_size} + {inside} = {physical}。"
        )
        said = {"page": f"页号 {page}", "hit": "快表命中" if hit else f"快表未命中（虚页 {page}）", "physical": f"物理地址 {shown}"}
        answers.append("，".join(said[name] for name in asked))
    return Solution(answer="；".join(answers), steps=paragraphs(*steps), conventions=_CONVENTIONS)


def solve(parameters: Parameters) -> Solution:
    for name, solver in (
        ("paged segments", _solve_paged_segments),
        ("frame told", _solve_frame_told),
        ("looked up", _solve_looked_up),
    ):
        if name in parameters:
            return solver(parameters)
    if "segment states" in parameters:
        return solve_segment_states(parameters)
    if "pages asked" in parameters:
        return solve_pages(parameters)
    if "fields" in parameters:
        return _solve_fields(parameters)
    if "parts" in parameters:
        return _solve_parts(parameters)
    if "which" in parameters:
        return _solve_which(parameters)
    if "segments" in parameters:
        return _solve_segments(parameters)
    if "base" in parameters:
        return _solve_relocation(parameters)
    if "physical" in parameters:
        return _solve_physical(parameters)
    stay_out("nobody solves this")


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
    sums: list[str] = []  # `480K+154`, as a table in KB has it
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
        if physical is not None and start % 1024 == 0 and start:
            sums += [f"{start // 1024}{kilo}+{offset}{byte}" for kilo in ("K", "KB") for byte in ("", "B", "字节")]
    several = len(answers) > 1
    judged = bool(parameters.get("judged")) and not several and answers != ["越界"]
    return Solution(
        answer="；".join(answers) if several else answers[0] + ("，不越界" if judged else ""),
        also=("，".join(answers), "、".join(answers))
        if several
        else ("越界中断", "地址越界")
        if answers == ["越界"]
        else (answers[0], *sums),
        steps=paragraphs(*steps),
        conventions=("段号和段内偏移都从 0 开始",),
    )
