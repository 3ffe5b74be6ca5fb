"""An answer in the unit that is asked for: `位示图占多少KB` is not answered with 2 MB, nor `百分之几` with 3/8."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from engine.generators import patterns
from engine.generators.kind import Solution
from engine.generators.pasted.normalising import normalise
from engine.generators.quantities import decimal, is_exact

_BYTES = {"B": 1, "字节": 1, "KB": 1 << 10, "MB": 1 << 20, "GB": 1 << 30, "TB": 1 << 40}
# Rates count in powers of ten.
_RATES = {"B/s": 1, "KB/s": 10**3, "MB/s": 10**6, "GB/s": 10**9}
_BIT_RATES = {"bps": 1, "kbps": 10**3, "Mbps": 10**6, "Gbps": 10**9}
_TIMES = {"ns": 1, "μs": 10**3, "ms": 10**6, "s": 10**9}
_BITS = {"bit": 1, "B": 8}
_DIMENSIONS = (_BYTES, _RATES, _BIT_RATES, _TIMES, _BITS)
_UNIT = r"(?P<unit>[KMGT]?B(?:/s)?|[kKMG]?bps|[nμm]?s|bit)"
_IN_WORDS = {"Kbps": "kbps", "纳秒": "ns", "微秒": "μs", "毫秒": "ms", "秒": "s", "字节": "B", "比特": "bit"}
_IN_PERCENT = r"百分之(?:几|多少)|百分数(?:是|为)?多少|多少\s?%"
_ASKED = r"(?:多少|几)个?\s?([KMGT]?B(?:/s)?|[kKMG]?bps|[nμm]?s|bit|[纳微毫]?秒|字节|比特)(?![A-Za-z/每])"


def in_unit_asked(text: str, solution: Solution) -> Solution:
    """The solution with its answer, a single figure with its unit, or several alike, in the unit that the only `多少KB` of a text asks for; or
    each in the unit of its own `多少秒`."""
    parts = patterns.split("(；|，)", solution.answer)
    told = [patterns.fullmatch(rf"(?P<name>(?:[\u4e00-\u9fff]+ )?)(?P<figure>\d+(?:\.\d+)?) {_UNIT}", part) for part in parts[::2]]
    asked = patterns.findall(_ASKED, normalise(text))
    alike = len({found["name"] for found in told if found is not None}) == 1
    if len(asked) not in {1, len(told)} or (len(asked) < len(told) and not alike):
        return solution
    units = [_IN_WORDS.get(unit, unit) for unit in (asked if len(asked) > 1 else asked * len(told))]
    written = []
    for unit, found in zip(units, told, strict=True):
        if found is None:
            return solution
        value = _in_unit(Fraction(found["figure"]), found["unit"], unit)
        shown = "" if value is None else str(value) if value.denominator == 1 else f"{float(value):.10g}"
        if value is None or Fraction(shown) != value:
            return solution
        written.append(f"{found['name']}{shown} {unit}")
    answer = "".join(word for pair in zip(written, [*parts[1::2], ""], strict=True) for word in pair)
    if answer == solution.answer:
        return solution
    return replace(
        solution, answer=answer, also=(solution.answer, *solution.also), steps=f"{solution.steps}\n\n{solution.answer} 即 {answer}。"
    )


def in_percent_asked(text: str, solution: Solution) -> Solution:
    """The solution with its answer, a bare fraction, in per cent where the only question of a text asks for that."""
    said = normalise(text)
    if not patterns.fullmatch(r"\d+/[1-9]\d*", solution.answer) or len(patterns.findall("多少|几(?!何)", said)) != 1:
        return solution
    if not patterns.search(_IN_PERCENT, said):
        return solution
    share = Fraction(solution.answer) * 100
    exact = is_exact(share, 2)
    answer = f"{'' if exact else '约 '}{decimal(share, 2)}%"
    step = f"{solution.answer} {'=' if exact else '≈'} {decimal(share, 2)}%。"
    return replace(solution, answer=answer, also=(solution.answer, *solution.also), steps=f"{solution.steps}\n\n{step}")


def _in_unit(figure: Fraction, unit: str, other: str) -> Fraction | None:
    """A figure in another unit; None where that is of another dimension."""
    for units in _DIMENSIONS:
        if unit in units and other in units:
            return figure * units[unit] / units[other]
    return None
