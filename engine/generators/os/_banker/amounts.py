"""Amounts told kind by kind with the kinds' names (`CPU=2，内存=1`), and vectors in a row, as the vectors that the banker's readers know."""

from __future__ import annotations

import re

from engine.generators import patterns

_KNOWN = r"CPU|GPU|处理机|内存|主存|存储器|打印机|磁带机|磁盘机?|绘图仪|扫描仪|读卡机|输入机|显示器|摄像头|网卡|硬盘|R\d|[A-F](?=\s*[=:])"
_NAME = r"(?:[A-Za-z/]{1,8}\d?(?:设备|资源)?|[\u4e00-\u9fff]{2,5}?)"
_LISTED = re.compile(
    rf"(?:(?<=有)|(?<=共享)|(?<=竞争)|(?<=使用)|(?<=提供)|(?<=包括)|(?<=[,;:。\n])|^) *(?P<names>{_NAME}(?: *[,、和/] *{_NAME}){{1,5}}) *(?=(?:这)?[两二三四五2-5] *(?:类|种)(?:不同)?(?:的)?(?:资源|设备))"
)
_TOTAL = re.compile(
    r"(?:总共|一共|共|总)(?:拥|具)?有?$|(?<!可用)(?<!剩余)(?:资源)?(?:总[数量]|总)(?:分别|依次|各)*(?:为|是|有|:)* *$|系统(?:中|内)?(?:拥|具)?有(?:[两二三四五2-5](?:类|种)(?:不同)?(?:的)?资源 *[:,]? *)?$"
)


def named_amounts(text: str) -> str:
    """`P1 已分配 CPU=1、内存=0` as `P1 已分配(1,0)` and `共有CPU 3个、内存4个` as a total, where every list names the same kinds in the same order."""
    kinds = _KNOWN
    if (listed := _LISTED.search(text)) is not None:
        names = (
            patterns.split(r" *[,、和/] *", listed["names"])
            if "I/O" not in listed["names"].upper()
            else patterns.split(r" *[,、和] *", listed["names"])
        )
        if not all(patterns.fullmatch(r"[A-Z]\d?", name) for name in names) and len(set(names)) == len(names):
            kinds = "|".join(
                [*(re.escape(name) for name in names), *(("I/?O",) if any("I/O" in name.upper() for name in names) else ()), _KNOWN]
            )
            text = f"{text[: listed.start('names')]}{text[listed.end('names') :].lstrip(' ')}"
    kind = rf"(?:{kinds})"
    amount = r" *(?:资源)? *[=:]? *\d+(?![\d.])(?: *[个台份块])?"
    behind = re.compile(rf"(?<![A-Za-z\d]){kind}{amount}(?: *[,、和]? *{kind}{amount}){{1,5}}", re.IGNORECASE)
    before = re.compile(rf"(?<![\d.])\d+ *[个台份块] *{kind}(?: *[,、和]? *\d+ *[个台份块] *{kind}){{1,5}}", re.IGNORECASE)
    found = [(match, _named(match[0], kind)) for pattern in (behind, before) for match in pattern.finditer(text)]
    lists = {tuple(name for name, _ in pairs) for _, pairs in found}
    if len(found) < 3 or len(lists) != 1 or len(set(next(iter(lists)))) != len(next(iter(lists))):
        return text
    for match, pairs in sorted(found, key=lambda one: -one[0].start()):
        lead = text[max(0, match.start() - 24) : match.start()].rstrip(" ")
        vector = f"({','.join(value for _, value in pairs)})"
        text = f"{text[: match.start()].rstrip(' ')}{'资源总数' if _TOTAL.search(lead) else ''}{vector}{text[match.end() :]}"
    return text


def _named(run: str, kind: str) -> list[tuple[str, str]]:
    """The names and amounts of a list, in its order; nothing where they do not come out even."""
    parts = patterns.findall(rf"({kind})|(?<![A-Za-z\d])(\d+)", run, re.IGNORECASE)
    names = [name.upper() for name, _ in parts if name]
    values = [value for _, value in parts if value]
    return list(zip(names, values, strict=True)) if len(names) == len(values) else []


def vectors_in_a_row(text: str) -> str:
    """`Allocation 依次为 0 1 0、2 0 0、3 0 2` with each vector in brackets: as many numbers in each."""

    def bracketed(match: re.Match[str]) -> str:
        rows = [row.split() for row in patterns.split(r"\s*[、,;]\s*", match[0])]
        return "".join(f"({','.join(row)})" for row in rows) if len({len(row) for row in rows}) == 1 else match[0]

    return patterns.sub(r"(?<![\d.,、;])\d+(?: \d+){1,4}(?:\s*[、,;]\s*\d+(?: \d+){1,4}){1,6}(?![ ,、;]?\d)", bracketed, text)


def numbers_of_parts_gone(text: str) -> str:
    """`1)……2)……3)……` without the numbers, where they count from 1."""
    marks = list(patterns.finditer(r"(?:(?:^|(?<=[\s;。?!:]))|(?<=,)(?=\())\(?([1-6])\s*\)(?=\s*[^\s\d,;()])", text))
    if len(marks) < 2 or [int(mark[1]) for mark in marks] != list(range(1, len(marks) + 1)):
        return text
    for mark in reversed(marks):
        before = text[: mark.start()].rstrip(" ")
        text = f"{before}{'' if before[-1:] in (*'。?!;:,', chr(10), '') else '。'}{text[mark.end() :]}"
    return text
