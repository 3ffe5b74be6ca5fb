"""Reading and solving shares and means: now, a year earlier, how they change; contributions, multiples, differences."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.alternatives import but_not
from engine.generators.civil._problems.several import solve_each
from engine.generators.civil._problems.unread import IN_GROWTH
from engine.generators.civil._statistics.corrected import as_told
from engine.generators.civil._statistics.questions import each_asked
from engine.generators.civil._statistics.readers import read_all_growth, read_all_shares
from engine.generators.civil._statistics.solution import solve_statistics
from engine.generators.kind import Recognition, Solver
from engine.generators.reading import StayOut, stay_out

_NO_STATISTICS = "相遇|追上|追及|追赶|相向而行|相背而行|迎面|跑道|单独(?:做|完成|开)|顺水|逆水|顺流|逆流"

_OF_NOTHING = r"^(?![\s\S]*(?:其中|总|全|[合共]计?|占(?!比)|整|比重|部分|GDP))[\s\S]*占比(?:是|为|约|大约为?)?(?:多少|几|[?]|$)"
"""`女职工占比？` beside 男职工 and 女职工: no whole is told that it is a share of."""


def _any(text: str) -> Recognition | None:
    """One question, about shares or about growth."""
    try:
        if (found := read_all_shares(text)) is not None:
            return found
    except StayOut:
        pass
    return read_all_growth(text)


_each = each_asked(_any)


def _understood_as_growth(text: str) -> bool:
    try:
        return read_all_growth(text) is not None
    except StayOut:
        return False


def _recognise(text: str) -> Recognition | None:
    """Shares and means; those of who moves or works are no statistics.

    Raises:
        StayOut: something is not understood.
    """
    if found := patterns.search(_NO_STATISTICS, text):
        stay_out(found[0])
    if patterns.search(_OF_NOTHING, text):
        stay_out("a share of what")
    try:
        return read_all_shares(text)
    except StayOut:
        if (found_all := _each(text)) is None or _understood_as_growth(text):
            raise
        return found_all


SOLVER = Solver(
    hint=r"年份|率|比重|占|圆心角|拉动|倍|增量|平均|百分点|比例|百分比|占|人均|平均|贡献率|单产|单位面积|每|比|均|多少|几",
    recognise=but_not(IN_GROWTH)(as_told(_recognise)),
    solve=solve_each(solve_statistics),
)
