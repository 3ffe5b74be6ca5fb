"""Reading and solving growth: rates, bases, increases, of a whole and of its parts, over several years, and on into the future."""

from __future__ import annotations

from engine.generators.civil._problems.story import in_turn
from engine.generators.civil._statistics.corrected import as_told
from engine.generators.civil._statistics.material.reading import growth_of_material
from engine.generators.civil._statistics.reading import read_growth
from engine.generators.civil._statistics.solution import solve_statistics
from engine.generators.civil._statistics.told.reading import growth_told
from engine.generators.kind import Solver

SOLVER = Solver(
    hint=r"年份|月份|倍|多少|几|亿|万|人均|同比|占|%|增长|上年|去年|增长率|增速|年均|增长|每年|增了?\d|涨了?\d",
    recognise=as_told(in_turn(growth_of_material(in_turn(read_growth)), growth_told)),
    solve=solve_statistics,
)
