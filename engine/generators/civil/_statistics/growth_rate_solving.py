"""Reading and solving growth: rates, bases, increases, of a whole and of its parts, over several years, and on into the future."""

from __future__ import annotations

from engine.generators.civil._statistics.corrected import as_told
from engine.generators.civil._statistics.readers import read_all_growth
from engine.generators.civil._statistics.solution import solve_statistics
from engine.generators.kind import Solver

SOLVER = Solver(
    hint=r"年份|月份|倍|多少|几|亿|万|人均|同比|占|%|增长|上年|去年|增长率|增速|年均|增长|每年|增了?\d|涨了?\d",
    recognise=as_told(read_all_growth),
    solve=solve_statistics,
)
