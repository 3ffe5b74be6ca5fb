"""Rates, times, distances, speeds and lengths of frames as people type them in network problems, read exactly, and shown again.

K, M and G are powers of 1000 before bit/s and bits. Before bytes K is 1024; MB and GB mean different things in different
textbooks, so `bits` reads neither.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from functools import cache

from engine.generators import patterns
from engine.generators.quantities import decimal
from engine.generators.reading import StayOut, stay_out

NUMBER = r"(?:(?<![\d.^])10\^\d{1,2}(?!\d)|(?<![\d.])\d{1,3}(?: \d{3})+(?!\d)|\d+(?:\.\d+)?)(?:\s*[×xX*]\s*10\^\d|[eE]\d{1,2}(?!\d))?"
RATE = rf"(?:{NUMBER}\s*(?:[kMG]|千|兆)?(?:bps|b/s|bits?/s|比特每秒|比特/秒|位/秒|位每秒))(?![A-Za-z])"
TIME = rf"(?:{NUMBER}\s*(?:ms|μs|us|ns|s|毫秒|微秒|纳秒|秒))(?![A-Za-z/])"
DISTANCE = rf"(?:{NUMBER}\s*(?:(?-i:[kK]m|KM|cm|m)|公里|千米|厘米|米))(?![A-Za-z/每])"  # `100M` is no distance
SPEED = rf"(?:(?:(?<![\d.])\d{{7,}}/\d{{1,2}}|{NUMBER}(?<!\d10)|\d(?:\.\d+)?\s*[×xX*]\s*10[58])\s*万?\s*(?:km|m|公里|千米|米)(?:/|每)(?:s|ms|μs|us|秒|毫秒|微秒))(?![A-Za-z])"
LENGTH = rf"(?:{NUMBER}\s*(?:bytes?|bits?|K(?:i)?B|B|个?字节|个?比特|位|k(?:bits?|b)|M(?:bits?|b)))(?![A-Za-z/每])"
FREQUENCY = rf"(?:{NUMBER}\s*(?:[kMG]|千|兆)?(?:Hz|赫兹?))(?![A-Za-z])"

_TIMES = {"s": 0, "秒": 0, "ms": 3, "毫秒": 3, "μs": 6, "us": 6, "微秒": 6, "ns": 9, "纳秒": 9}
_PREFIXES = {"": 0, "k": 3, "千": 3, "m": 6, "兆": 6, "g": 9}


def number(text: str) -> Fraction:
    """A number that `NUMBER` matched, with its power of ten (`2×10^8`, `2e8`) and its spaces between thousands."""
    text = patterns.sub(r"\s", "", text).replace("x", "×").replace("X", "×").replace("*", "×")
    if text.startswith("10^"):
        text = f"1×{text}"
    factor, _, power = patterns.sub(r"[eE](?=\d)", "×10^", text).partition("×10^")
    return Fraction(factor) * (Fraction(10) ** int(power) if power else 1)


def _split(text: str) -> tuple[Fraction, str]:
    match = patterns.match(NUMBER, text)
    if match is None:
        stay_out(text)
    return number(match[0]), text[match.end() :].strip()


def bits_per_second(text: str) -> Fraction:
    """A text that `RATE` matched.

    Raises:
        StayOut: bytes a second.
    """
    value, unit = _split(text)
    if "B" in unit:
        stay_out(text)
    prefix = unit[0].lower() if unit[0].lower() in "kmg千兆" else ""
    return value * Fraction(10) ** _PREFIXES[prefix]


def hertz(text: str) -> Fraction:
    """A text that `FREQUENCY` matched."""
    value, unit = _split(text)
    prefix = unit[0].lower() if unit[0].lower() in "kmg千兆" else ""
    return value * Fraction(10) ** _PREFIXES[prefix]


def seconds(text: str) -> Fraction:
    """A text that `TIME` matched."""
    value, unit = _split(text)
    return value / Fraction(10) ** _TIMES[unit.lower()]


def metres(text: str) -> Fraction:
    """A text that `DISTANCE` matched."""
    value, unit = _split(text)
    return value * (1000 if unit.lower() in ("km", "公里", "千米") else Fraction(1, 100) if unit in ("cm", "厘米") else 1)


def metres_per_second(text: str) -> Fraction:
    """A text that `SPEED` matched; superscripts lost in copying (`2×108 m/s`) are put back."""
    lost = patterns.match(r"(\d(?:\.\d+)?)\s*[×xX*]\s*10([58])(?!\d)", text)
    if lost is not None:
        value, unit = Fraction(lost[1]) * 10 ** int(lost[2]), text[lost.end() :].strip()
    elif quotient := patterns.match(r"\d+/\d+", text):
        value, unit = Fraction(quotient[0]), text[quotient.end() :].strip()
    else:
        value, unit = _split(text)
    if unit.startswith("万"):
        value, unit = value * 10_000, unit[1:].strip()
    distance, _, time = unit.replace("每", "/").partition("/")
    speed: Fraction = metres(f"1 {distance}") * value * Fraction(10 ** _TIMES[time.lower()])
    if not (10**4 if time.lower() in ("ms", "毫秒") else 10**7) <= speed <= 3 * 10**8:
        stay_out(f"no signal is that fast or slow: {text}")
    return speed


def thousands_written_out(text: str) -> str:
    """`1 KB（1K=1000）` as 1000 B, where the text says so and nothing else."""
    said = patterns.search(r"\(?(?:其中|设|注:?)?1?\s*K(?:B)?\s*(?:=|为|是)\s*(?:1000|10\^3)\s*(?:B|字节)?\)?", text)
    if said is None or not patterns.search(r"\d\s*KB", text) or patterns.search("1024|2\\^10", text):
        return text
    return patterns.sub(
        r"(?<![\d.])(\d+(?:\.\d+)?)\s*KB(?![A-Za-z/])",
        lambda size: f"{format(float(size[1]) * 1000, 'g')}B" if float(size[1]) < 1000 else size[0],
        text[: said.start()] + text[said.end() :],
    )


def bits(text: str) -> Fraction:
    """A text that `LENGTH` matched, in bits. `KB` is 1024 bytes."""
    value, unit = _split(text)
    unit = unit.removeprefix("个")
    if unit.lower() in ("byte", "bytes", "字节") or unit == "B":
        return value * 8
    if unit.lower() in ("bit", "bits", "位", "比特") or unit == "b":
        return value
    if unit in ("KB", "KiB", "kB"):
        return value * 8 * 1024
    if unit.lower() in ("kbit", "kbits") or unit in ("kb", "Kb"):
        return value * 1000
    if unit in ("Mb", "Mbit", "Mbits"):
        return value * 1_000_000
    stay_out(f"an ambiguous unit: {text}")


_SAME_UNIT = re.compile(
    r"(?<=\d)(\s*)(?P<one>公里|千米|km|字节|B|bytes?|比特|bits?|毫秒|ms|微秒|μs|us|秒|s)\s*\(\s*(?P<two>公里|千米|km|字节|B|bytes?|比特|bits?|毫秒|ms|微秒|μs|us|秒|s)\s*\)"
)
_ALIKE = (
    {"公里", "千米", "km"},
    {"字节", "B", "byte", "bytes"},
    {"比特", "bit", "bits"},
    {"毫秒", "ms"},
    {"微秒", "μs", "us"},
    {"秒", "s"},
)


def without_restatements(text: str) -> str:
    """`100 Mbps（10^8 b/s）`, `1 公里（千米）` without what the brackets only say again."""
    text = _SAME_UNIT.sub(
        lambda found: f"{found[1]}{found['one']}" if any({found["one"], found["two"]} <= each for each in _ALIKE) else found[0], text
    )
    for quantity, read in ((RATE, bits_per_second), (TIME, seconds), (DISTANCE, metres), (LENGTH, bits), (FREQUENCY, hertz)):
        for found in reversed(list(_restating(quantity).finditer(text))):
            if _same(read, found):
                text = text[: found.start()] + found["one"] + text[found.end() :]
    return text


@cache
def _restating(quantity: str) -> re.Pattern[str]:
    return re.compile(rf"(?P<one>{quantity})\s*\(\s*(?:即|=|也就是|亦即|或)?\s*(?P<two>{quantity})\s*\)")


def _same(read: Callable[[str], Fraction], found: re.Match[str]) -> bool:
    try:
        return read(found["one"]) == read(found["two"])
    except StayOut:
        return False


def show_rate(rate: Fraction | int, digits: int = 2) -> str:
    """`100 Mbps`."""
    for power, unit in ((9, "Gbps"), (6, "Mbps"), (3, "kbps")):
        if rate >= 10**power:
            return f"{decimal(Fraction(rate) / 10**power, digits)} {unit}"
    return f"{decimal(rate, digits)} bps"


def show_length(length: Fraction | int) -> str:
    """Bits as `1000 B`, or as `1001 bit` where they are no whole bytes."""
    return f"{length // 8} B" if length % 8 == 0 else f"{decimal(length)} bit"


def show_time(time: Fraction, digits: int = 4) -> str:
    """Seconds in the unit people would choose: `20 ms`, `5.12 μs`."""
    if time >= 1 or time == 0:
        return f"{decimal(time, digits)} s"
    if time >= Fraction(1, 1000):
        return f"{decimal(time * 1000, digits)} ms"
    return f"{decimal(time * 10**6, digits)} μs"


def speeds_in_words(text: str) -> str:
    """`光速的 2/3` and `0.7c` as speeds in m/s, light at 3×10^8 m/s; `每微秒跑 200 米` as `200 m/μs`."""

    def speed(match: re.Match[str]) -> str:
        share = match["share"] or match["times"]
        if "/" in share:
            above, below = map(int, share.split("/"))
            value = Fraction(above, below)
        elif share == "三分之二":
            value = Fraction(2, 3)
        else:
            value = Fraction(share.rstrip("%")) / (100 if "%" in share else 1)
        return f"{value * 3 * 10**8}m/s"

    def by_time(match: re.Match[str]) -> str:
        way = 1000 if match["unit"].lower() in ("km", "公里", "千米") else 1
        time = seconds(match["time"])
        return f"传播速度{way / time}m/s" if time and (way / time).denominator < 100 else match[0]

    text = patterns.sub(
        r"(?<![\d.A-Za-z])(\d)\s*[cC]\s*/\s*(\d)\s*\((?:其中)?[cC](?:为|是|表示)(?:真空)?(?:中)?(?:的)?光速\)", r"光速的\1/\2", text
    )
    text = patterns.sub(
        rf"(?:传播(?:速度|速率|延迟|时延))?(?:为|是|按|约|=)*(?P<time>{NUMBER}\s*(?:μs|us|ns|ms|微秒|纳秒))\s*(?:/|每)\s*(?P<unit>km|公里|千米|m(?![A-Za-z])|米)",
        by_time,
        text,
    )
    text = patterns.sub(
        rf"(?:每|1)\s*(?P<unit>km|公里|千米|m(?![A-Za-z])|米)(?:的)?(?:传播)?(?:时延|延迟|延时)?(?:约|为|是|要|需|需要|用|走|=)*(?P<time>{NUMBER}\s*(?:μs|us|ns|ms|微秒|纳秒))",
        by_time,
        text,
    )
    text = patterns.sub(
        r"((?:速度|速率|光速)(?:约|为|是|取|=|:|\s)*\d(?:\.\d+)?\s*[×xX*]\s*10\^?8)(?![\d^]|\s*(?:m|米|km|公里|千米))", r"\1 m/s", text
    )
    text = patterns.sub(
        rf"(?:传播(?:速度|速率)(?:约|大约|为|是|=|:)*\s*)?(?:每|1)\s*(?P<time>微秒|毫秒|秒|μs|us|ms|s)(?:钟)?(?:能|可以?|约|大约)*(?:传播|传输|传|跑|走|前进|行进)?(?:约|大约|过|出)*\s*(?P<way>{NUMBER}\s*万?\s*(?:km|m|公里|千米|米))(?![A-Za-z/])",
        r"传播速度\g<way>/\g<time>",
        text,
    )
    return patterns.sub(
        r"(?:真空(?:中|里)?(?:的)?)?光速(?:\(?c\)?)?(?:\(?3×10\^8\s*m/s\)?)?的(?:约)?(?P<share>\d/\d|三分之二|\d{2}%|0\.\d+)(?:倍)?|(?<![\d.])(?P<times>0\.\d{1,2}|\d/\d)\s*c(?![A-Za-z])",
        speed,
        text,
    )
