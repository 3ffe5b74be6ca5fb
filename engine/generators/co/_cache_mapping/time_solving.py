"""Telling a cache's hit rate, mean access time and efficiency in both of the usual ways, where a problem does not say which."""

from __future__ import annotations

from fractions import Fraction

from engine.generators.kind import Parameters, Solution
from engine.generators.laws.measures import duration
from engine.generators.laws.topic import about
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, is_exact


def solve(parameters: Parameters) -> Solution:
    """Both conventions where the problem does not say whether the memory is accessed at the same time."""
    rate = Fraction(parameters["rate"])
    parts = [f"命中率 {decimal(rate * 100, 3)}%"] if "rate" in parameters["asked"] else []
    if parameters["cache"] is None:
        return Solution(answer=parts[0], steps=parts[0])
    cache, memory = Fraction(parameters["cache"]), Fraction(parameters["memory"])
    lines, also = [], []
    ways = ("serial", "parallel") if parameters["way"] == "unsaid" else (parameters["way"],)
    for way in ways:
        missing = memory + cache if way == "serial" else memory
        mean = rate * cache + (1 - rate) * missing
        efficiency = cache / mean
        note = "" if len(ways) == 1 else ("先访问 Cache、不命中再访问主存：" if way == "serial" else "Cache 和主存同时访问：")
        shown = []
        if "mean" in parameters["asked"]:
            shown.append(f"平均访问时间 {duration(mean)}")
            also.append(duration(mean))
        if "efficiency" in parameters["asked"]:
            shown.append(f"效率{'' if is_exact(efficiency * 100, 2) else '约'} {decimal(efficiency * 100, 2)}%")
            also.append(f"{decimal(efficiency * 100, 1)}%")
        if "gain" in parameters["asked"]:
            gain = memory / mean
            shown.append(f"性能是没有 Cache 时的{about(gain, 2)} 倍")
            also += [f"{decimal(gain, 2)} 倍", f"{decimal(gain, 1)} 倍", decimal(gain, 2)]
        parts.append(note + "，".join(shown))
        lines.append(f"{note}命中用 {duration(cache)}，不命中用 {duration(missing)}，按命中率 {decimal(rate, 5)} 平均得 {duration(mean)}。")
    return Solution(
        answer="；".join(parts), steps=paragraphs(*lines), also=tuple(also), conventions=("效率为 Cache 存取时间除以平均访问时间",)
    )
