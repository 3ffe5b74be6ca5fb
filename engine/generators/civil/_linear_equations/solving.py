"""Solving stories of sums, differences and multiples; of two sorts of pieces; of so much for each; of lists that come to so much."""

from __future__ import annotations

from engine.generators.alternatives import but_not
from engine.generators.civil._linear_equations.purchases_reading import read_purchases
from engine.generators.civil._linear_equations.reading import read_story
from engine.generators.civil._linear_equations.sharing_reading import read_sharing
from engine.generators.civil._linear_equations.sorts_reading import read_sorts
from engine.generators.civil._problems.relations import solution
from engine.generators.civil._problems.story import in_turn
from engine.generators.kind import Solver

_PRICES_OF_TWO_SORTS = r"(?=[\s\S]*(?:成本|进价))(?=[\s\S]*(?:售价|[定标]价))[\s\S]*"
"""What a thing costs and what it is sold for are no one quantity of it."""

SOLVER = Solver(
    hint=r"倍|共|和|比|岁|年龄|每|相等|一样|同样多|各|扣|鸡",
    recognise=but_not(_PRICES_OF_TWO_SORTS)(in_turn(read_story, read_sorts, read_sharing, read_purchases)),
    solve=solution,
)
