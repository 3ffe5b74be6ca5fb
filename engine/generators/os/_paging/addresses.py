"""The page table and the logical addresses of a problem, and what becomes of each address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from engine.generators import patterns
from engine.generators.os._addressing.page_frames_reading import HEXADECIMAL, number, page_table
from engine.generators.os._inquiry import Inquiry
from engine.generators.os._tables.page_columns import NOWHERE, page_table_rows, state_of_there
from engine.generators.reading import stay_out

LOGICAL = r"(?:逻辑|虚拟|虚|有效|相对|线性)"
BINARY = r"(?:(?<![0-9A-Za-z])[01]{4}(?: [01]{4}){2,7}B?|(?<![0-9A-Za-z])[01]{8,32}B)"
_DECIMAL = r"(?<![0-9A-Za-z.×*~-])\d+(?![0-9A-Za-z.]|\s*(?:~|位(?!于)|号|个|块|页|段|[KMG]B?(?![A-Za-z])|字节|B(?![A-Za-z])|项|级|次|张))(?:\((?:D|十进制)\))?"
_ADDRESS = rf"(?:{BINARY}|{HEXADECIMAL}(?:\((?:H|十六进制)\))?|{_DECIMAL})"
_PAIR = r"\(\s*(?:页号)?(?:为|是|=|:)?\s*(?P<p>\d{1,3})\s*[,，、]\s*(?:页内)?(?:偏移量?|位移量?|地址)?(?:为|是|=|:)?\s*(?P<d>\d{1,6})\s*\)"
_JOINED = r"(?:,|、|;|和|与|及|以及|\s)"
_LIST = rf"{_ADDRESS}(?:\s*{_JOINED}+\s*{_ADDRESS})*"
# A hexadecimal number that nothing marks, where it stands as an address.
_UNMARKED = r"(?<![0-9A-Za-z])(?=[0-9]*[A-F])(?![0-9]+[BD](?![0-9A-F]))(?=[A-F]*[0-9])[0-9A-F]{3,8}(?![0-9A-Za-z])"
_GONE = r"(?:(?:尚|还|暂|目前|当前|并)*(?:不在|未(?:被)?(?:装入|调入|载入|分配|在)|没有?(?:装入|调入|在|分配))(?:到)?(?:内存|主存|页框|物理块|块)?(?:中|里)?|(?:为)?(?:无效|缺页|空)(?=[,;。]))"


@dataclass(frozen=True, slots=True)
class Translation:
    """What is told of a page table, and the addresses to be translated: numbers, or pairs of a page and an offset.

    Attributes:
        absent: pages said not to be in memory.
        others: whether all pages that the table does not list are said not to be.
        marked: whether the table lists pages that are not in memory too.
        held: an address and the frame of its page, where that is told instead of a table.
    """

    frames: dict[int, int]
    absent: frozenset[int]
    others: bool
    marked: bool
    addresses: tuple[tuple[int | None, int], ...]
    hexadecimal: bool
    held: tuple[int, int] | None = None

    def numbers(self, page: int) -> list[int]:
        """The addresses, with pages of that size.

        Raises:
            StayOut: an offset is larger than a page.
        """
        if any(high is not None and low >= page for high, low in self.addresses):
            stay_out("an offset beyond its page")
        return list(dict.fromkeys(low if high is None else high * page + low for high, low in self.addresses))


def marked_hexadecimal(text: str) -> str:
    """The text with an H behind hexadecimal addresses that nothing marks: `逻辑地址 0A6B 和 12CD`."""

    def marked(found: re.Match[str]) -> str:
        return patterns.sub(r"[0-9A-F]{3,8}", lambda one: one[0] + "H", found[0])

    each = rf"(?:{_UNMARKED}|(?<![0-9A-Za-z.])\d{{3,8}}(?![0-9A-Za-z.]))"
    text = patterns.sub(
        rf"(?<=地址)(?:分别|依次|值|为|是|:|\s)*{_UNMARKED}(?:\s*(?:,|、|和|与|及)\s*{each})*(?!\s*H)|(?<=地址)(?:分别|依次|值|为|是|:|\s)*{each}(?:\s*(?:,|、|和|与|及)\s*{each})*\s*(?:,|、|和|与|及)\s*{_UNMARKED}(?!\s*H)",
        marked,
        text,
    )
    return patterns.sub(rf"{_UNMARKED}(?=(?:对应|相应)?的(?:物理|实|绝对)地址)", lambda one: one[0] + "H", text)


def take_translation(reading: Inquiry) -> Translation | None:
    """The page table and the addresses of a text, taken; None where there are no addresses and no table."""
    reading.take_all(
        r"\(?(?:若|如果)?(?:有|发生|产生)?(?:地址)?(?:越界|缺页)(?:中断)?(?:的)?(?:请|则|要|就)?(?:注明|说明|指出|写明)(?:之)?\)?"
    )
    absent = {
        int(match["page"])
        for match in reading.take_all(rf"(?:第|页号|页面|页)\s*(?P<page>\d+)\s*(?:号)?页?(?:面)?{_GONE}")
        + reading.take_all(rf"(?<!\d)(?<!\d[,、和])(?P<page>\d+)\s*(?:号)?(?:虚|逻辑)?页(?:面)?{_GONE}")
    }
    # `2:-` among `0:7, 1:4, 3:2`.
    absent |= {
        int(match["page"])
        for match in reading.take_all(r"(?<=[,、{(:\s])(?P<page>\d{1,2})\s*(?::|->|→)\s*(?:[-—×x无])(?=\s*(?:[,;、。)\n]|$))")
    }
    reading.take_all(
        rf"页表(?:的)?(?:起始|首|基|开始)(?:物理)?(?:地址|址)(?:寄存器)?(?:的内容)?(?:为|是|=)*\s*{_ADDRESS}"
    )  # where the table is changes no address
    frames, marked = _in_rows(reading) or _with_gaps(reading) or page_table(reading)
    held = None if frames or marked else _frame_of_address(reading)
    absent |= {
        int(part)
        for match in reading.take_all(
            r"(?:第)?(?P<pages>\d+(?:\s*[,、和]\s*\d+)*)\s*号?页(?:面)?(?:均|都|尚|还|暂)*(?:不在|未(?:装入|调入|在))(?:内存|主存)(?:中|里)?"
        )
        for part in patterns.findall(r"\d+", match["pages"])
    }
    if absent or marked:
        reading.take_all(r"\(?[-—×x无](?:表示|代表)(?:该页|页面)?(?:不在|未(?:装入|调入|在))(?:内存|主存)(?:中)?\)?")
    others = bool(
        reading.take_all(
            r"(?:其余|其他|其它)(?:的)?(?:各)?(?:虚)?页(?:面)?(?:均|都|尚|还)*(?:不在|未(?:装入|调入|在))(?:内存|主存)(?:中|里)?|(?:其余|其他|其它)(?:的)?(?:各)?页(?:面)?(?:均|都)?(?:缺页|无效)"
        )
    )
    addresses = _addresses(reading)
    if held is not None:
        addresses = addresses or [(None, held[0])]
    if not frames and not addresses:
        return None
    hexadecimal = bool(patterns.search(HEXADECIMAL, reading.text, re.IGNORECASE))
    if "十六进制" in reading.text and not hexadecimal:
        hexadecimal = patterns.search(BINARY, reading.text) is not None
    return Translation(frames, frozenset(absent | marked), others, bool(marked), tuple(addresses), hexadecimal, held)


def _frame_of_address(reading: Inquiry) -> tuple[int, int] | None:
    """`虚拟地址403A5CH所在页的页框号为91AH`: the address, and the frame of its page."""
    found = reading.take(
        rf"(?:{LOGICAL}地址)?(?:为|是)?\s*(?P<address>{_ADDRESS})[,，]?(?:其|它|该地址|此地址)?(?:所在|所对应|对应|所属)的?(?:虚|逻辑)?(?:页(?:面)?)?(?:的|对应的?|所在的?|被|调入|装入|存放在|装在|在|已)*(?:内存|主存)?(?:的)?(?:第)?(?:物理)?(?:页框|物理块|块|帧|页帧)(?:号)?(?:为|是|=)*\s*(?P<frame>{_ADDRESS})"
    )
    return None if found is None else (number(found["address"]), number(found["frame"]))


def _in_rows(reading: Inquiry) -> tuple[dict[int, int], set[int]] | None:
    """The frames of pages by a table of rows, and its pages without one; None where there is no such table.

    Raises:
        StayOut: a row says both that its page is in memory and that it is not.
    """
    table = page_table_rows(reading.rest)
    if table is None or "frame" not in table.columns:
        return None
    pages, places = table.columns["page"], table.columns["frame"]
    there = state_of_there(reading.text)
    states = table.columns.get("there", tuple(there for _ in pages))
    whole = patterns.search("十六进制", reading.text) is not None and any(
        patterns.search("[A-Fa-f]", place.rstrip("Hh")) for place in places
    )
    bare = {state for place, state in zip(places, states, strict=True) if place in NOWHERE or not place}
    if bare == {there} and {*states} == {"0", "1"}:
        there = "1" if there == "0" else "0"  # a state of 1 is that of a page without a frame
    frames: dict[int, int] = {}
    absent: set[int] = set()
    for page, place, state in zip(pages, places, states, strict=True):
        nowhere = place in NOWHERE or not place
        if not patterns.fullmatch(r"\d+|[0-9A-Fa-f]+[Hh]|0[xX][0-9A-Fa-f]+", page) or state not in ("0", "1", "有效", "无效", "是", "否"):
            stay_out(f"a row of {page}, {place}, {state}")
        present = state in (there, "有效", "是")
        if nowhere and "there" not in table.columns:
            present = False
        if nowhere and present:
            stay_out(f"no frame of page {page}, which is in memory")
        if not present:
            absent.add(number(page))
        elif whole and patterns.fullmatch(r"[0-9A-Fa-f]+", place):
            frames[number(page)] = int(place, 16)
        elif patterns.fullmatch(r"\d+|[0-9A-Fa-f]+[Hh]|0[xX][0-9A-Fa-f]+", place):
            frames[number(page)] = number(place)
        else:
            stay_out(f"a frame {place}")
    if len(set(frames.values())) != len(frames) or len(frames) + len(absent) != len(pages):
        stay_out("pages and frames do not pair")
    reading.take_spans([(table.start, table.end)])
    return frames, absent


def _with_gaps(reading: Inquiry) -> tuple[dict[int, int], set[int]] | None:
    """`页号 0~4 对应的页框号依次为 3、7、-、1、-`: the frames of pages, and those without one; None where no row has a gap."""
    gap = r"(?:[-—×x无])"
    row = reading.take(
        rf"(?=[^;。?]*(?:[、,]\s*{gap}|{gap}\s*[、,]))(?:虚|逻辑)?页(?:面)?号?\s*0\s*(?:~|-|到|至)\s*(?P<last>\d{{1,2}})\s*(?:号)?(?:页)?(?:分别|依次|各)?(?:对应)(?:的)?(?:物理)?(?:页框|块|帧|页帧)号?(?:分别|依次|各)*(?:为|是|:)?\s*(?P<list>(?:\d{{1,4}}|{gap})(?:\s*[、,]\s*(?:\d{{1,4}}|{gap}))+)"
    )
    if row is None:
        return None
    places = [part.strip() for part in patterns.split("[、,]", row["list"])]
    if len(places) != int(row["last"]) + 1:
        stay_out("pages and frames do not pair")
    frames = {page: int(place) for page, place in enumerate(places) if place.isdigit()}
    if len(set(frames.values())) != len(frames):
        stay_out("two pages in one frame")
    return frames, {page for page, place in enumerate(places) if not place.isdigit()}


def _addresses(reading: Inquiry) -> list[tuple[int | None, int]]:
    """The logical addresses in their order: those with a word for them, every hexadecimal number, and pairs of a page and an offset."""
    found: list[tuple[int, int | None, int]] = []
    for match in reading.take_all(_PAIR):
        found.append((match.start(), int(match["p"]), int(match["d"])))
    for pattern in (
        rf"(?:{LOGICAL}?地址|单元)(?:值)?(?:\(?(?:A|LA)\)?)?(?:分别|依次|各|序列|单元|有|\ue000)*(?:为|是|=|:)*\s*(?:第)?(?P<value>{_LIST})(?:\s*(?:单元|处|号单元))?",
        rf"(?P<value>{_LIST})\s*(?:号|这个|这[两几三四]个|的|对应的?)*(?:{LOGICAL}?地址|单元)",
        rf"(?:访问|读取?|取|把|将|对|变换|转换)(?:{LOGICAL}?地址)?(?:为)?\s*(?P<value>{_LIST})",
        rf"(?P<value>{HEXADECIMAL}(?:\s*(?:,|、|;|和|与|及)+\s*{HEXADECIMAL})*)",
        rf"(?<=\))\s*(?P<value>{_ADDRESS})(?=\s*[;,。?(]|\s*(?m:$))|(?m:^)\s*\(\d\)\s*(?P<other>{_ADDRESS})",
    ):
        for match in reading.take_all(pattern):
            value = match["value"] or match.groupdict().get("other") or ""
            found += [(match.start() + at, None, number(part)) for at, part in enumerate(patterns.findall(_ADDRESS, value, re.IGNORECASE))]
    marks = list(patterns.finditer(r"\(\s*(?P<n>[1-9])\s*\)(?=\s*\ue000)", reading.rest))
    if [int(mark["n"]) for mark in marks] == list(range(len(found) - len(marks) + 1, len(found) + 1)):  # `(1) 20; (2) 5100`
        reading.take_spans([mark.span() for mark in marks])
    return [(high, low) for _, high, low in sorted(found, key=lambda one: one[0])]


def translated(translation: Translation, asked: list[str], page: int, count: int | None, text: str) -> dict[str, Any] | None:
    """What `_solve_pages` takes of the addresses; None where what becomes of one is not told.

    `count`: the pages of the program, or of the space.
    """
    addresses, frames = translation.numbers(page), translation.frames
    if translation.held is not None:
        frames = {translation.held[0] // page: translation.held[1]}
    listed = sorted({*frames, *translation.absent})
    # A table that lists the pages that are not there as well lists all there are.
    in_rows = patterns.search(r"页(?:面)?号[ |]+(?:物理|内存|主存)?(?:块|页框|帧|页帧)号?[ |]*\n", text) is not None and len(addresses) > 1
    in_rows = in_rows and not patterns.search("缺页|调入|不在|未装入", text) and any(address // page in frames for address in addresses)
    whole = count is None and "部分" not in text and listed == list(range(len(listed))) and (translation.marked or in_rows)
    # Where addresses beyond the table are to be marked, the table is all there is.
    whole = whole or (
        count is None
        and not translation.absent
        and patterns.search("越界[^。;]{0,4}(?:注明|说明|指出)", text) is not None
        and sorted(frames) == list(range(len(frames)))
    )
    if whole:
        count = len(listed)
    if len(addresses) > 8 or (count is not None and any(entry >= count for entry in frames)):
        return None
    if "starts" in asked and not frames:
        return None
    if {"physical", "frame", "outcome", "fault"} & set(asked):
        if not frames or not addresses:
            return None
        for address in addresses:
            entry = address // page
            if count is not None and entry >= count:
                # Beyond the last page: said only where it is asked what happens, or where other addresses are not.
                if not ({"fault", "outcome"} & set(asked) or "越界" in text or whole or any(one // page in frames for one in addresses)):
                    return None
            # The pages of a program that its table does not list are not in memory, where it is asked what happens.
            elif (
                entry not in frames
                and not (entry in translation.absent or translation.others)
                and (count is None or not {"fault", "outcome"} & set(asked))
            ):
                return None
    elif not addresses and "starts" not in asked:
        return None
    return {
        "page_size": page,
        "frames": [list(item) for item in sorted(frames.items())],
        "hexadecimal": translation.hexadecimal,
        "count": count,
        "addresses": addresses or [entry * page for entry in sorted(frames)],
    }
