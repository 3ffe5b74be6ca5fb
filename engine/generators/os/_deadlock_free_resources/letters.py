"""Deadlock problems with letters in place of numbers, in one wording."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.os._topic import with_values

# `2 个进程各需 3 个，3 个进程各需 2 个`
_TWO_SORTS = re.compile(
    r"(?:(?:两|2)(?:类|种)进程(?P<share>(?:共享|竞争|使用)(?:同种|同类|同一种|同一类)资源)\s*[:：,，;；。]\s*)?(?:其中)?"
    r"(?<![\d第])(?P<first>[1-9])\s*个进程(?:每个|各自?)(?:最多)?需要?\s*(?P<one>\d{1,2})\s*个\s*[,，;；、]\s*(?:另外?|其[他余])?(?:有)?"
    r"(?P<second>[1-9])\s*个(?:进程)?(?:每个|各自?)(?:最多)?需要?\s*(?P<other>\d{1,2})\s*个\s*(?=[,，;；。])"
)


def _one_by_one(found: re.Match[str]) -> str:
    needs = [found["one"]] * int(found["first"]) + [found["other"]] * int(found["second"])
    share = f"进程{found['share']}," if found["share"] else ""
    return f"{share}{len(needs)}个进程分别需要{'、'.join(needs)}个"


def letters_as_told(text: str) -> str:
    """The text with the values of its letters where these are told at the end, and the needs of two sorts of processes one by one."""
    text = patterns.sub(r"(?<=[台个])\s*(?:互斥|独占)使用的(?=同类|相同)", "", text)
    text = _TWO_SORTS.sub(_one_by_one, text)
    text = patterns.sub(r"(?<![A-Za-z\d])([A-Za-z])\s*\(\s*\1\s*=\s*(\d+)\s*\)", r"\2", text)
    row = patterns.search(r"[A-Za-z]\s*=\s*\d+(?:\s*[,、;]\s*[A-Za-z]\s*=\s*\d+){2}", text)
    if row and row[0].count("=") == text.count("="):  # `当M、N、W取值M=6,N=3,W=3时`, and of nothing else
        text = patterns.sub(
            r"[A-Za-z](?:\s*[,、和]\s*[A-Za-z]){1,2}\s*(?:的)?(?:取值|值)?(?:分别|各)?(?:取|为|是|有)*[:,]?\s*(?=[A-Za-z]\s*=\s*\d)",
            "",
            text,
        )
        text = with_values(text, "mnkwMNKW")
    text = patterns.sub(r"(?:数(?:量|目)|个数)为\s*(\d+)\s*(?:个)?(?:的)?(?:独占|互斥|独享)?(?:型|性|使用)?(?:的)?(?=资源)", r"\1个", text)
    return patterns.sub(
        r"(?:那么|则|问)\s*(?<![A-Za-z\d])([a-zA-Z])\s*(?:是|为|取|等于)(?:多少|几|何值|什么)(?:值)?时,?\s*(?:系统)?(?:才|就|可)?(?:没有|无)死锁的?危险",
        r"\1为多少时系统没有死锁的危险",
        text,
    )
