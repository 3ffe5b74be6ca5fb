"""Reading and solving shares and means: now, a year earlier, how they change; contributions, multiples, differences."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.alternatives import but_not
from engine.generators.civil._problems.several import solve_each
from engine.generators.civil._problems.unread import IN_GROWTH
from engine.generators.civil._statistics.corrected import as_told
from engine.generators.civil._statistics.cues import SHARE_WORD
from engine.generators.civil._statistics.questions import each_asked
from engine.generators.civil._statistics.readers import read_all_growth, read_all_shares
from engine.generators.civil._statistics.solution import solve_statistics
from engine.generators.kind import Recognition, Solver
from engine.generators.reading import StayOut, stay_out

_NO_STATISTICS = "相遇|追上|追及|追赶|相向而行|相背而行|迎面|跑道|单独(?:做|完成|开)|顺水|逆水|顺流|逆流"

_SIBLING = "男|女|甲|乙|丙|丁|第一|第二|第三|城镇|城市|农村|乡村|国内|国外|进口|出口|线上|线下|老年|中年|青年"
_PART = rf"(?P<name>(?:{_SIBLING})[\u4e00-\u9fff]{{1,4}}?)[为有是共]?(?P<figure>\d[\d.]*)"
_SHARE_ALONE = rf"(?:(?<=[,;。?])|^)(?P<part>[^,;。?占比是\d]{{1,12}}?)(?:所占|占|的)*(?:{SHARE_WORD}|百分之(?:几|多少)|几分之几|多少%|(?<=占)多少)(?:大约|约)?[是为]?(?:多少|几|百分之几)?%?(?=[?。]|$)"
_WHOLE = "占|其中|总|全|共|合计|一起|GDP|生产总值|整个"


def _of_what(text: str) -> str:
    """A text of parts that are told side by side (`男生 25 人，女生 15 人，女生占比？`) with the whole that a share is asked of.

    Raises:
        StayOut: of what is not clear.
    """
    asked = patterns.search(_SHARE_ALONE, text)
    if asked is None or patterns.search(_WHOLE, before := text[: asked.start()]):
        return text
    part = asked["part"]
    if any(
        patterns.search(rf"(?:^|[,;。、有共位司校班级市省县厂]){part[place:]}[为有是共]?\d", before) for place in range(1, len(part) - 1)
    ):
        return text  # `职工 100 人，女职工 40 人`
    names = [each["name"] for each in patterns.finditer(_PART, before)]
    kinds = {patterns.sub(f"^(?:{_SIBLING})", "", name) for name in names}
    figures = patterns.findall(r"(?<![\d.])\d[\d.]*", before)
    if part not in names or len(kinds) > 1 or len(names) != len(figures):
        stay_out(f"a share of what: {asked[0]}")
    return f"{before}{part}占{'与'.join(names)}之和的百分之几{text[asked.end() :]}"


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


_BOTH_OF_THEM = (
    r"(?P<what>[\u4e00-\u9fff]{2,6})的(?P<who>[\u4e00-\u9fff]{2,4})占[^?]*(?P=who)(?:当)?[中里](?:有)?(?P=what)的?(?:所)?占(?:百分之|多少|几分之)"
    r"|[两三][样种项门科个](?:都|均|全)[\s\S]*的(?:人|学生|同学|员工|职工|住户)(?:当)?[中里][^?]{1,16}占(?:几成|百分之|多少|几分之)"
)
"""`会游泳的男生占 30%……男生中会游泳的占百分之几`: those who are both are told, and are no share of all who swim."""


def _recognise(text: str) -> Recognition | None:
    """Shares and means; those of who moves or works are no statistics.

    Raises:
        StayOut: something is not understood.
    """
    if found := patterns.search(_BOTH_OF_THEM, text):
        stay_out(f"both of them: {found[0]}")
    if found := patterns.search(_NO_STATISTICS, text):
        stay_out(found[0])
    text = _of_what(text)
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
