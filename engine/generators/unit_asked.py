"""An answer in the unit that is asked for: `位示图占多少KB` is not answered with 2 MB."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from engine.generators import patterns
from engine.generators.kind import Solution
from engine.generators.pasted.normalising import normalise

_BYTES = {"B": 1, "字节": 1, "KB": 1 << 10, "MB": 1 << 20, "GB": 1 << 30, "TB": 1 << 40}
# Rates count in powers of ten.
_RATES = {"B/s": 1, "KB/s": 10**3, "MB/s": 10**6, "GB/s": 10**9}
_BIT_RATES = {"bps": 1, "kbps": 10**3, "Mbps": 10**6, "Gbps": 10**9}
_DIMENSIONS = (_BYTES, _RATES, _BIT_RATES)
_UNIT = r"(?P<unit>[KMGT]?B(?:/s)?|[kKMG]?bps)"


def in_unit_asked(text: str, solution: Solution) -> Solution:
    """The solution with its answer, a single figure with its unit, in the unit that the only `多少KB` of a text asks for."""
    told = patterns.fullmatch(rf"(?P<figure>\d+(?:\.\d+)?) {_UNIT}", solution.answer)
    asked = patterns.findall(r"多少个?\s?([KMGT]?B(?:/s)?|[kKMG]?bps)(?![A-Za-z/])", normalise(text))
    if told is None or len(asked) != 1:
        return solution
    unit = asked[0].replace("Kbps", "kbps")
    for units in _DIMENSIONS:
        if unit in units and told["unit"] in units and unit != told["unit"]:
            value = Fraction(told["figure"]) * units[told["unit"]] / units[unit]
            shown = str(value) if value.denominator == 1 else f"{float(value):.10g}"
            if Fraction(shown) != value:
                return solution
            answer = f"{shown} {unit}"
            return replace(
                solution,
                answer=answer,
                also=(solution.answer, *solution.also),
                steps=f"{solution.steps}\n\n{solution.answer} 即 {answer}。",
            )
    return solution
