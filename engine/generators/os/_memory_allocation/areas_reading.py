"""The free areas of a partition problem as told: in lists, by start and length, or in a table; or all of memory."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TypeAlias

from engine.generators import patterns
from engine.generators.os._topic import Topic
from engine.generators.reading import INTEGER

UNIT = r"(?:KB|MB|GB|K|M)(?![A-Za-z])"
ONE = rf"(?<![\d.A-Za-z#])\d+\s*(?:{UNIT})?(?![\d.%])"
LIST = rf"{ONE}(?:\s*(?:、|,|和|及|与|,\s*和|→|\s)\s*\d+\s*(?:{UNIT})?(?![\d.%]))+"
HOLE = r"(?:空闲|可用)(?:的)?(?:内存|主存)?(?:分区|区域|区|块|空间)?"
Event: TypeAlias = tuple[str, int]
"""A name and a size; 0: released."""


@dataclass(slots=True)
class Told:
    """What a text tells: the free areas at first (start or None, length), or all of memory; events; units of sizes."""

    holes: list[tuple[int | None, int]] = field(default_factory=list)
    total: int | None = None
    base: int = 0
    events: list[Event] = field(default_factory=list)
    units: set[str] = field(default_factory=set)
    empty: bool = False
    ordinal: bool = False
    labels: list[str] = field(default_factory=list)


def sizes_of(text: str) -> tuple[list[int], set[str]]:
    """The numbers of a list, and their units without B."""
    return [int(number) for number in patterns.findall(r"(?<![A-Za-z\d])\d+", text)], {
        unit.upper().rstrip("B") for unit in patterns.findall(UNIT, text, re.IGNORECASE)
    }


def unlabelled(text: str) -> tuple[str, list[str]]:
    """The text with the letters of its free areas gone (`空闲区依次为：A 60KB、B 120KB`), and these letters."""
    one = rf"([A-H])\s*[:：(（=]?\s*(\d+\s*{UNIT})[)）]?"
    found = patterns.search(
        rf"(?:空闲|可用)(?:分)?[区块]\D{{0,12}}?(?<![A-Za-z])({one}(?:\s*[、,，;；和]?\s*{one}){{1,9}})", text, re.IGNORECASE
    )
    if found is None or patterns.search("释放|归还|回收", text):
        return text, []
    areas = patterns.findall(one, found[1], re.IGNORECASE)
    labels = [label.upper() for label, _ in areas]
    if labels != [chr(ord("A") + number) for number in range(len(labels))]:
        return text, []
    return text[: found.start(1)] + "、".join(size for _, size in areas) + text[found.end(1) :], labels


def read_holes(reading: Topic, told: Told) -> None:
    """The free areas at first, taken."""
    size = rf"\d+\s*(?:{UNIT})?"
    start = r"(?:起始地址|起始|起址|始址|首址|首地址)"
    length = r"(?:长度|大小|容量|长)"
    if _tabled(reading, told):
        return
    rows: list[tuple[str, str]] = []
    layout = reading.take_all(
        rf"(?P<from>{size})\s*(?:~|-|到|至)\s*(?P<to>{size})(?:是|为)?(?:空闲|(?P<used>占用|已占|已分配|使用))(?:区|分区)?"
    )
    if layout:
        for match in layout:
            if not match["used"]:
                (one,), (other,) = sizes_of(match["from"])[0], sizes_of(match["to"])[0]
                told.units |= sizes_of(match[0])[1]
                told.holes.append((one, other - one))
        return
    if explained := reading.take(
        rf"\(?{start}\s*(?:,|、|和|及|与|/)\s*{length}\)?(?:分别|依次|如下|如|按(?:照)?地址|顺序|次序|递增|排列|排好|有|为|是|:|\ue000)*(?P<rows>\(\s*{size}\s*,\s*{size}\s*\)(?:\s*[、,;和]?\s*\(\s*{size}\s*,\s*{size}\s*\))+)"
    ):
        rows = patterns.findall(rf"\(\s*({size})\s*,\s*({size})\s*\)", explained["rows"], re.IGNORECASE)
    elif found := reading.take_all(
        rf"\(?{start}(?:为|是|在|=|:)*\s*(?P<start>{size})\s*[,、]?\s*{length}(?:为|是|=|:)*\s*(?P<length>{size})\)?(?:的)?(?:空闲)?(?:分区|区|块)?"
        rf"|(?P<at>{size})(?:处)?{start}\s*,?{length}(?:为|是|=|:)*\s*(?P<long>{size})"
    ):
        rows = [(match["start"] or match["at"], match["length"] or match["long"]) for match in found]
    if rows:
        for first, second in rows:
            told.units |= sizes_of(first)[1] | sizes_of(second)[1]
            told.holes.append((sizes_of(first)[0][0], sizes_of(second)[0][0]))
        return
    # A list of sizes: of free areas where a word for them stands nearer than one for requests.
    for match in patterns.finditer(LIST, reading.rest, re.IGNORECASE):
        before = patterns.split(r"[。?!\n]", reading.rest[: match.start()])[-1]
        after = patterns.split(r"[,;。?!\n]", reading.rest[match.end() :])[0]
        free = [cue.end() for cue in patterns.finditer(rf"{HOLE}|(?:动态|可变)?分区|内存块", before)]
        want = [
            cue.end() for cue in patterns.finditer(r"申请|请求|作业|进程|来(?!自)|需要|装入|程序|先后|要|分(?!区|别|配)|分配(?!表)", before)
        ]
        if patterns.match(rf"(?:的|大小的|这)*(?:{INTEGER}个)?{HOLE}", after) or (free and max(free) > max(want, default=-1)):
            lengths, units = sizes_of(match[0])
            told.holes = [(None, one) for one in lengths]
            told.units |= units
            reading.take_spans([match.span()])
            return


def _tabled(reading: Topic, told: Told) -> bool:
    """The free areas from a table of numbers, starts and lengths, taken; False where there is none."""
    lines = reading.rest.split("\n")
    place = 0
    for at, line in enumerate(lines):
        heads = [_heading(cell) for cell in patterns.split(r"[\s|]+", line.strip(" |"))]
        found = [name for name, _ in heads]
        if len(heads) > 1 and "length" in found and "" not in found and len(set(found)) == len(found):
            units = {unit for _, unit in heads if unit}
            rows: list[tuple[int | None, int]] = []
            end = place + len(line)
            for other in lines[at + 1 :]:
                cells = patterns.split(r"[\s|]+", other.strip(" |"))
                if not patterns.fullmatch(r"[\s|:-]+", other):
                    if len(cells) != len(heads) or not all(patterns.fullmatch(rf"#?\d+(?:{UNIT})?", cell, re.IGNORECASE) for cell in cells):
                        break
                    row = {name: sizes_of(cell.strip("#")) for name, cell in zip(found, cells, strict=True)}
                    rows.append((row["start"][0][0] if "start" in row else None, row["length"][0][0]))
                    units |= {unit for name in ("start", "length") if name in row for unit in row[name][1]}
                end += 1 + len(other)
            if len(rows) > 1:
                told.holes, told.units = rows, told.units | units
                reading.take_spans([(place, end)])
                return True
        place += len(line) + 1
    return False


def _heading(cell: str) -> tuple[str, str]:
    """What a heading stands for, and the unit it names; an empty string where nobody knows."""
    match = patterns.fullmatch(
        r"(?:(?P<number>(?:空闲)?(?:分)?(?:区|块)?(?:序|编)?号)|(?P<start>(?:分区)?(?:起始|起|始|首)(?:地)?址?|起始|地址)|(?P<length>(?:分区|空闲区)?(?:大小|长度|容量)))(?:[/(]?(?P<unit>[KM])B?\)?)?",
        cell,
    )
    name = next((name for name in ("number", "start", "length") if match and match[name]), "")
    return name, (match["unit"] or "") if match else ""


def read_total(reading: Topic, told: Told) -> None:
    """All of memory, and what the operating system holds at its low end."""
    match = (
        reading.take(
            rf"(?:(?:初始)?(?:内存|主存)(?:为空|是空的?|全空|空闲)?|(?<=\ue000))[,\ue000]*(?:总)?(?:大小|容量)(?:为|是|有|共|=|:)*\s*(?P<value>\d+)(?!\d)\s*(?P<unit>{UNIT})?"
        )
        or reading.take(
            rf"(?:(?:内存|主存)?用户区|(?:可用)?(?:内存|主存)|存储器|内存空间|主存空间|用户空间|可用内存|可用空间|空间)(?:的)?(?:空间)?(?:总)?(?:容量|大小)?(?:为|是|有|共|=|:)*\s*(?P<value>\d+)(?!\d)\s*(?P<unit>{UNIT})?(?:的?空间)?"
        )
        or reading.take(
            rf"(?P<value>\d+)\s*(?P<unit>{UNIT})(?:的)?(?:连续)?(?:的)?(?:总)?(?:可用|空闲)?(?:的)?(?:用户)?(?:内存|主存|用户区|用户空间|可用空间|区)(?:空间)?"
        )
    )
    if match:
        told.total = int(match["value"])
        if match["unit"]:
            told.units.add(match["unit"].upper().rstrip("B"))
    if system := reading.take(
        rf"(?:其中)?(?:操作系统|OS)(?:占用?|占据|本身占)(?:了)?(?:低(?:地址)?端?(?:的)?)?\s*(?P<value>\d+)\s*(?P<unit>{UNIT})(?:,?(?:在|位于)?低(?:地址)?端)?"
    ):
        told.base = int(system["value"])
        told.units.add(system["unit"].upper().rstrip("B"))
