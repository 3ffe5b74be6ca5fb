"""Amounts of resources told in rows of words, as the vectors and the single amounts that the banker's readers know."""

from __future__ import annotations

import re

from engine.generators import patterns


def one_by_one(text: str) -> str:
    """Amounts of one kind told for all processes in a row, process by process: `P1、P2和P3需要的资源数分别为4、3和1`."""
    name = r"(?:[A-Z]\d{0,2}|[甲乙丙丁戊])"
    joint = r"\s*[、,，和与及]\s*(?:和)?"

    def each(match: re.Match[str]) -> str:
        names, amounts = patterns.findall(name, match["names"]), patterns.findall(r"\d+", match["amounts"])
        if len(names) != len(amounts):
            return match[0]
        label = "已分配" if match["held"] else "最大需求"
        return ",".join(f"{one}{label}{amount}个" for one, amount in zip(names, amounts, strict=True))

    return patterns.sub(
        rf"(?<![A-Za-z\d])(?P<names>{name}(?:{joint}{name}){{1,6}})\s*(?:三个|四个|五个|这些)?(?:进程)?(?:对(?:该|此|这)?(?:类|种)?资源)?(?:的)?"
        rf"(?:(?P<held>已(?:经)?(?:申请到|分配到?|获得|占有|占用|得到)|现(?:已)?占有|占有)|(?:最多|总共|最大)?(?:所)?(?:需要?|需求|要求)(?:使用|申请)?)(?:的)?(?:该类|同类|这类|此类)?(?:资源|设备)?(?:的)?(?:总)?(?:数目|数量|数|个数)?(?:分别|依次)(?:为|是|:)?\s*"
        rf"(?P<amounts>\d+\s*[个台]?(?:{joint}\d+\s*[个台]?){{1,6}})",
        each,
        text,
    )


_BY_NUMBER = re.compile(
    r"R1\s*类?(?:资源)?(?:有|为|是|:)?\s*\d+\s*[个台]?(?:\s*(?:[,、和]|以及)\s*R[2-6]\s*类?(?:资源)?(?:有|为|是|:)?\s*\d+\s*[个台]?){1,5}"
)


def by_number(text: str) -> str:
    """`R1类2个、R2类6个和R3类1个` as a vector."""

    def vector(found: re.Match[str]) -> str:
        pairs = patterns.findall(r"R(\d)\s*类?(?:资源)?(?:有|为|是|:)?\s*(\d+)", found[0])
        if [int(number) for number, _ in pairs] != list(range(1, len(pairs) + 1)):
            return found[0]
        return f"({','.join(amount for _, amount in pairs)})"

    return _BY_NUMBER.sub(vector, text)
