"""Reading and solving growth: rates, bases, increases, of a whole and of its parts, over several years, and on into the future."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.alternatives import but_not
from engine.generators.civil._problems.reached import rate_reached
from engine.generators.civil._problems.unread import IN_GROWTH
from engine.generators.civil._statistics.corrected import as_told
from engine.generators.civil._statistics.readers import read_all_growth
from engine.generators.civil._statistics.solution import solve_statistics
from engine.generators.kind import Recognition, Solver
from engine.generators.reading import stay_out

_MIXED = r"浓度[\s\S]*(?:倒|混合|加入|稀释|蒸发|搅匀|兑)|(?:倒|混合|加入|稀释|蒸发|搅匀|兑)[\s\S]*浓度"
"""What is mixed is no figure of a year."""


def _recognise(text: str) -> Recognition | None:
    if found := patterns.search(_MIXED, text):
        stay_out(found[0])
    return read_all_growth(rate_reached(text))


SOLVER = Solver(
    hint=r"年份|月份|倍|多少|几|亿|万|人均|同比|占|%|增长|上年|去年|增长率|增速|年均|增长|每年|增了?\d|涨了?\d",
    recognise=but_not(IN_GROWTH)(as_told(_recognise)),
    solve=solve_statistics,
)
