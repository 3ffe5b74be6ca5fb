"""Solving problems about IP fragments: their fields, one by one or of all, and what one fragment says of the original."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from engine.drawings.model import Drawing
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs
from engine.generators.reading import stay_out

_FIELD = re.compile(r"(MF|标志|偏移|长度)[^\d,;，；。]{0,10}?(\d+)", re.IGNORECASE)


def _named(label: str) -> str:
    """The field that an option calls so."""
    return "MF" if label.upper() in ("MF", "标志") else label


class Piece(Protocol):
    """What is needed of a fragment."""

    data: int
    start: int
    more: bool
    header: int

    @property
    def total(self) -> int: ...

    @property
    def offset(self) -> int: ...


_LABELS = {"data": "数据长度", "total": "总长度", "offset": "片偏移", "start": "片偏移的字节值", "more": "MF"}


def _shown(field: str, parts: Sequence[Any]) -> str:
    shows: dict[str, Callable[[Any], str]] = {
        "data": lambda part: f"{part.data} B",
        "total": lambda part: f"{part.total} B",
        "offset": lambda part: str(part.offset),
        "start": lambda part: str(part.start),
        "more": lambda part: str(int(part.more)),
    }
    return "、".join(shows[field](part) for part in parts)


def _chosen(which: str, parts: Sequence[Any]) -> Sequence[Any]:
    if "+" in which:
        return [part for one in which.split("+") for part in _chosen(one, parts)]
    if which == "each":
        return parts
    if which == "last":
        return parts[-1:]
    if which in ("first", "full"):
        return parts[:1]
    number = int(which)
    return parts[number - 1 : number] if number <= len(parts) else stay_out("there is no such fragment")


class Solver:
    """Answers with a simulator: `cut(data, header, mtus, first_only)` gives the fragments, `rows` a table, `draw` a drawing."""

    def __init__(
        self, cut: Callable[..., list[Any]], rows: Callable[[Sequence[Any]], str], draw: Callable[[Sequence[Any]], Drawing]
    ) -> None:
        self._cut, self._rows, self._draw = cut, rows, draw

    def solve(self, parameters: Parameters) -> Solution:
        """Every unit's answers."""
        answers: list[str] = []
        steps: list[str] = []
        also: list[str] = []
        conventions: list[str] = []
        drawing = None
        for one in parameters["units"]:
            if one["task"] == "fragments":
                said, drawing = self._fragments(one, steps, also, conventions)
            elif one["task"] == "both":
                said = "，".join(_told(part, steps, also, conventions) for part in one["parts"])
            else:
                said = _told(one, steps, also, conventions)
            answers.append(said)
        answer = "；".join(answers)
        return Solution(
            among=self._naming(parameters["units"][0]) if len(parameters["units"]) == 1 else None,
            answer=answer,
            also=tuple(also) if len(answers) == 1 else (),
            steps=paragraphs(*dict.fromkeys(steps), f"{answer}。"),
            conventions=tuple(dict.fromkeys(conventions)),
            drawing=drawing,
        )

    def _naming(self, one: Mapping[str, Any]) -> Callable[[Sequence[str]], tuple[int, str] | None] | None:
        """For options that name several fields of one fragment, in whatever order: `MF 位：0，长度：444，偏移：185`."""
        if one["task"] != "fragments" or not all("@" in name for name in one["asked"]) or len(one["asked"]) < 2:
            return None
        if len({name.partition("@")[2] for name in one["asked"]}) != 1 or not one["hops"] or one["data"] is None:
            return None
        parts = self._cut(
            one["data"], one["header"], one["hops"], one["first only"], start=8 * one.get("offset", 0), more=one.get("more", False)
        )
        chosen = _chosen(one["asked"][0].partition("@")[2], parts)
        if len(chosen) != 1:
            return None
        part = chosen[0]

        def among(options: Sequence[str]) -> tuple[int, str] | None:
            told = [[(label, int(value)) for label, value in _FIELD.findall(option)] for option in options]
            if any(len(fields) < 2 or len({label for label, _ in fields}) != len(fields) for fields in told):
                return None
            values = {"MF": int(part.more), "偏移": part.offset, "长度": part.total}
            places = [place for place, fields in enumerate(told) if all(values[_named(label)] == value for label, value in fields)]
            return (places[0], paragraphs(self._rows(parts))) if len(places) == 1 else None

        return among

    def _fragments(self, one: Mapping[str, Any], steps: list[str], also: list[str], conventions: list[str]) -> tuple[str, Drawing | None]:
        header, hops = one["header"], one["hops"]
        if not hops or (one["data"] is None and one["asked"] != ["room"]):
            stay_out("length or MTU is not told")
        room = (hops[-1] - header) // 8 * 8
        steps.append(f"每片最多装数据 {hops[-1]} − {header} = {hops[-1] - header} B，取 8 的倍数，为 {room} B。")
        if one["asked"] == ["room"]:
            return f"{room} B", None
        parts = self._cut(one["data"], header, hops, one["first only"], start=8 * one.get("offset", 0), more=one.get("more", False))
        if not 2 <= len(parts) <= 50:
            stay_out("nothing is cut, or far too much")
        if len(hops) > 1:
            steps[-1:] = [
                f"先按 MTU {hops[0]} B 分片：",
                self._rows(self._cut(one["data"], header, hops[:1], False)),
                f"{'其中第一片再' if one['first only'] else '再'}经过 MTU {hops[1]} B：",
            ]
        steps.append(self._rows(parts))
        found: list[str] = []
        lists: list[list[str]] = []
        for name in one["asked"]:
            field, _, which = name.partition("@")
            if field == "count":
                found.append(f"分片 {len(parts)} 个")
            elif field == "room":
                found.append(f"每片最多 {room} B")
            elif field == "bytes":
                whole = sum(part.total for part in parts)
                in_bits = f"，即 {8 * whole} bit" if one.get("bits") else ""
                found.append(f"{8 * whole} bit" if one.get("bits") else f"{whole} B")
                steps.append(f"数据 {one['data']} B 加上 {len(parts)} 个首部，每个 {header} B，共 {whole} B{in_bits}。")
            elif field == "headers":
                found.append(f"{len(parts) * header} B")
                steps.append(f"{len(parts)} 片各有首部 {header} B，共 {len(parts) * header} B。")
            else:
                chosen = _chosen(which, parts)
                found.append(f"{_LABELS[field]} {_shown(field, chosen)}")
                lists.append(_shown(field, chosen).replace(" B", "").split("、"))
        if len(lists) > 1 and len({len(values) for values in lists}) == 1:
            also.append("；".join("/".join(row) for row in zip(*lists, strict=True)))
            also.append("；".join("/".join(values) for values in lists))
        if one["transport"] == "UDP":
            conventions.append("UDP 首部 8 B 也是 IP 数据报的数据")
        if one["assumed"]:
            conventions.append("以太网的 MTU 为 1500 B")
        conventions += [f"首部 {header} B，各片的首部一样长", "除最后一片外每片尽可能大", "片偏移以 8 B 为单位"]
        return "，".join(found), self._draw(parts)


def _told(one: Mapping[str, Any], steps: list[str], also: list[str], conventions: list[str]) -> str:
    """What follows from one fragment, or from none."""
    conventions.append("片偏移以 8 B 为单位")
    task = one["task"]
    if task == "df":
        steps.append(
            f"总长度 {one['data'] + one['header']} B 大于 MTU {one['hops'][0]} B，但 DF = 1 不许分片：路由器丢弃它，并返回 ICMP 差错报文。"
        )
        also.append("0")
        return "0 个"
    if task == "flags":
        word = one["word"]
        shown = {"DF": f"DF {word >> 14 & 1}", "MF": f"MF {word >> 13 & 1}", "offset": f"片偏移 {word & 0x1FFF}"}
        steps.append(f"0x{word:04X} 为 {word:016b}：第 2 位是 DF，第 3 位是 MF，后 13 位是片偏移。")
        return "，".join(shown[name] for name in one["asked"])
    if task == "which":
        first = one["offset"] == 0
        said = (
            "第一个分片"
            if first and one["more"]
            else "唯一的一个（没有分片）"
            if first
            else "中间的分片"
            if one["more"]
            else "最后一个分片"
        )
        steps.append(
            f"片偏移为 {one['offset']}，{'前面没有' if first else '前面还有'}数据；MF = {int(one['more'])}，{'后面还有' if one['more'] else '后面没有'}分片：{said}。"
        )
        return said
    if task == "offset of":
        steps.append(f"片偏移为 {one['start']} ÷ 8 = {one['start'] // 8}。")
        return f"片偏移 {one['start'] // 8}"
    first = one["offset"] * 8
    if task == "next":
        following = one["offset"] + one["data"] // 8
        steps.append(f"这一片有数据 {one['data']} B，下一片从 {first} + {one['data']} = {first + one['data']} 开始，片偏移为 {following}。")
        return f"片偏移 {following}"
    if task == "position":
        last = first + (one["data"] or 1) - 1
        steps.append(f"片偏移以 8 B 为单位，数据从 {one['offset']} × 8 = {first} 开始。")
        if "last byte" in one["asked"]:
            steps.append(f"数据 {one['data']} B，最后一个字节为 {first} + {one['data']} − 1 = {last}。")
        conventions.append("字节从 0 开始编号")
        return "，".join(f"第一个字节 {first}" if name == "first byte" else f"最后一个字节 {last}" for name in one["asked"])
    data = first + one["data"]
    steps += [
        f"最后一片的数据从第 {one['offset']} × 8 = {first} 字节开始，长 {one['data']} B，原来的数据共 {data} B。",
        f"加上首部 {one['header']} B，总长度为 {data + one['header']} B。",
    ]
    values = {"original data": data, "original total": data + one["header"]}
    also.append("、".join(f"{values[name]} 字节" for name in one["asked"]))
    return "，".join(f"{values[name]} B" for name in one["asked"])
