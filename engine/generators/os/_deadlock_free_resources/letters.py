"""Deadlock problems with letters in place of numbers, in one wording."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.os._topic import with_values


def letters_as_told(text: str) -> str:
    """The text with the values of its letters where these are told at the end."""
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
