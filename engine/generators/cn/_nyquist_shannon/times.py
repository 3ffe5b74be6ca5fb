"""How many times a channel's limit becomes with another bandwidth and noise, and how many times the symbol rate its data rate is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

from engine.generators.cn import _units as units
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal


def solving_times(solve: Callable[[Parameters], Solution], rate_of: Callable[[Any], Fraction]) -> Callable[[Parameters], Solution]:
    """A solver that also compares the limits of two states of a channel; `rate_of`: what a unit's highest rate is."""

    def solved(parameters: Parameters) -> Solution:
        if not parameters.get("times"):
            return solve(parameters)
        found = solve({"units": parameters["units"]})
        if len(parameters["units"]) == 1:
            bits = found.answer.split(" ")[0]
            return replace(
                found,
                answer=f"{bits} 倍",
                also=(bits,),
                steps=paragraphs(found.steps, f"每个码元 {bits} 比特，数据速率是码元速率的 {bits} 倍。"),
            )
        before, after = (rate_of(one) for one in parameters["units"])
        times = after / before
        shown = decimal(times, 2)
        said = shown if Fraction(shown) == times else f"约 {shown}"
        return Solution(
            answer=f"{said} 倍",
            also=(f"{decimal(times, 1)} 倍", f"{decimal(times, 0)} 倍") if times > 1 else (f"{decimal(times, 1)} 倍",),
            steps=paragraphs(
                found.steps, f"原来最高为 {units.show_rate(before, 3)}，改变后最高为 {units.show_rate(after, 3)}，是原来的 {said} 倍。"
            ),
            conventions=found.conventions,
            roughly=True,
        )

    return solved
