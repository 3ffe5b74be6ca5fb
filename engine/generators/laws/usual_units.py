"""Units and notations as operating systems and computer organisation write them; see `engine/generators/wording.py`."""

from __future__ import annotations

from engine.generators.wording import Usual

_AMOUNT = r"(?<=\d)\s*个?"

UNITS: tuple[Usual, ...] = (
    Usual(r"毫微秒", "ns"),
    Usual(r"兆赫兹?", "MHz"),
    Usual(r"(?:吉|千兆)赫兹?", "GHz"),
    # 兆字节/秒, M 字节每秒, MBps: never Mbps, which is eight times less.
    Usual(rf"{_AMOUNT}(?:兆\s*字节|M\s*字节|(?-i:MB))(?:(?:/|每)\s*秒|/\s*s(?![A-Za-z])|ps(?![A-Za-z]))", " MB/s"),
    Usual(rf"{_AMOUNT}(?:千\s*字节|K\s*字节|(?-i:KB))(?:(?:/|每)\s*秒|/\s*s(?![A-Za-z])|ps(?![A-Za-z]))", " KB/s"),
    Usual(rf"{_AMOUNT}(?:吉\s*字节|G\s*字节|(?-i:GB))(?:(?:/|每)\s*秒|/\s*s(?![A-Za-z])|ps(?![A-Za-z]))", " GB/s"),
    Usual(rf"{_AMOUNT}兆\s*字节", " MB"),
    Usual(rf"{_AMOUNT}千\s*字节", " KB"),
    Usual(rf"{_AMOUNT}吉\s*字节", " GB"),
    Usual(r"(?<=\d)\s*个?\s*([KMGT])\s*个?字节", r"\1B"),
    Usual(r"(?<=\d)\s*个?(?:二进制位|比特)(?![率/每])", "位"),
    Usual(r"(?<![\d.])16\s*进制", "十六进制"),
    Usual(r"(?<![\d.])10\s*进制", "十进制"),
    Usual(r"(?<![\d.])8\s*进制", "八进制"),
    Usual(r"(?<![\d.])2\s*进制", "二进制"),
    Usual(r"(二|八|十|十六)进制(?:数)?(?:的)?形式(?=[,;。?)]|$)", r"\1进制"),
)
"""How units, powers of ten and notations of numbers are written."""

ORDINARY: tuple[Usual, ...] = (
    Usual(r"命中(?:概率|比例|比率|比(?![较例率如]))", "命中率"),
    Usual(r"每一(?=[个条次片行位组页块段级项])", "每"),
    Usual(r"起码", "至少"),
    Usual(r"总计(?=\s*\d)", "共"),
    Usual(r"(?<=\d)的时候(?=[,，])", "时"),
    Usual(r"(?<=[\u3400-\u9fff])的(?:时候|时刻)(?=[,，])", "时"),
    Usual(r"计算机主存储器|主存储器(?!容量为\s*\d+\s*个?字)", "主存"),
    Usual(r"试问|请回答(?=[^,;。:\d(下以如])", "问"),
)
"""Ordinary words of these problems."""
