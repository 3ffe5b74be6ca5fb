"""Counts of teams made up in the same way: so many of each sort to every place, or one to so many kinds for each person."""

from __future__ import annotations

from math import comb, factorial
from typing import Any

from engine.generators import patterns
from engine.generators.civil._counting.assigning.words import PERSON, PLACE
from engine.generators.civil._counting.combinatorics.words import asked_ways
from engine.generators.civil._counting.samples.reading import pass_background
from engine.generators.civil._counting.samples.words import N
from engine.generators.civil._problems.story import Story
from engine.generators.kind import Parameters, Recognition
from engine.generators.reading import stay_out, to_int

_SORT = rf"[\u4e00-\u9fff]{{0,4}}?(?:{PERSON}|主管|销售人员|技工|男生|女生)"


def read_equal_teams(text: str) -> Recognition | None:
    """`3 名医生和 6 名护士到 3 所学校，每所学校 1 名医生、2 名护士`.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    story.refuse("概率|可能性|甲|至少|至多|最多|最少|不能|必须|同一|相邻")
    told = story.take(
        rf"(?:现|拟|将|把|有|派|派出|选派|,)*(?P<a>{N})(?:名|个|位)(?P<one>{_SORT})(?:和|、|与|及)(?P<b>{N})(?:名|个|位)(?P<other>{_SORT})(?:被|全部|要|去|分别)*(?:分配|分派|派|前往|分|安排|赴|到|去)+(?:给)?(?P<m>{N})(?:座|个|所|家|支)(?:不同的?)?(?P<place>[\u4e00-\u9fff]{{0,4}}?{PLACE})(?:[\u4e00-\u9fff]{{0,8}}?)(?=[,;。])"
    )
    if told is None:
        return None
    one, other = told["one"], told["other"]
    each = story.take(
        rf"(?:要求|且|,)*(?:每|各)(?:座|个|所|家|支)?(?:{told['place']}|[\u4e00-\u9fff]{{1,5}}?)?(?:都|各)?(?:分配|安排|派|分到|有|需要?|去|得到)*(?:(?P<a1>{N})(?:名|个|位)?{one}|{one}(?P<a2>{N})(?:名|个|位)?)(?:和|、|,|与)?(?:(?P<b1>{N})(?:名|个|位)?{other}|{other}(?P<b2>{N})(?:名|个|位)?)"
    )
    if each is None:
        stay_out("how many to each")
    places = to_int(told["m"])
    shares = [[to_int(told["a"]), to_int(each["a1"] or each["a2"])], [to_int(told["b"]), to_int(each["b1"] or each["b2"])]]
    if any(number != share * places for number, share in shares) or not 2 <= places <= 6:
        stay_out("they do not come out even")
    if story.take(r"(?:不同的?)?(?:人员)?[\u4e00-\u9fff]{0,2}(?:方案|方法|安排|方式)(?:一?共)?(?:有)?多少种?") is None:
        asked_ways(story)
    pass_background(patterns.sub(r"\ue000+", "", story.rest).strip("多少?。"))
    return Recognition(
        parameters={"task": "equal-teams", "places": places, "shares": shares},
        understood=(
            ("人", f"{one} {shares[0][0]}、{other} {shares[1][0]}"),
            ("去处", str(places)),
            ("每处", f"{one} {shares[0][1]}、{other} {shares[1][1]}"),
        ),
    )


def equal_teams(parameters: Parameters) -> tuple[int, list[str]]:
    """In how many ways the sorts are spread, each over all places alike."""
    value, steps = 1, []
    for number, share in parameters["shares"]:
        ways = factorial(number) // factorial(share) ** parameters["places"]
        value *= ways
        left = [number - share * place for place in range(parameters["places"])]
        steps.append(f"{' × '.join(f'C({each}, {share})' for each in left)} = {ways}。")
    return value, [*steps, f"分步相乘，共 {value} 种。"]


def read_some_kinds(text: str) -> Recognition | None:
    """`有 A、B、C、D 四种报纸，每人至少订一种，最多订四种`: in how many ways one can choose.

    Raises:
        StayOut: something is not understood.
    """
    story = Story(text)
    story.refuse("概率|相同|完全一样|才能保证|一定有|不同种类的人")
    kinds = story.take(
        rf"(?P<names>[A-Z甲乙丙丁](?:[、,]?[A-Z甲乙丙丁])+)?(?:这)?(?P<n>{N})(?:种|门|项|本|样)(?:不同的?)?(?P<gap>[\u4e00-\u9fff]{{1,6}}?)(?=[,;。中])"
    )
    least = story.take(
        rf"(?:要求|,)*(?:每(?:个|名|位)?[\u4e00-\u9fff]{{1,3}}?)?(?:至少|最少)(?:要)?(?P<do>订阅?|选修?|买|报|参加|借|学)(?P<n>{N})(?:种|门|项|本|样)"
    )
    if kinds is None or least is None:
        return None
    most = story.take(rf"[,、]?(?:但|且)?(?:至多|最多)(?:能|可以)?(?:{least['do']})(?P<n>{N})(?:种|门|项|本|样)")
    number, low = to_int(kinds["n"]), to_int(least["n"])
    high = to_int(most["n"]) if most else number
    if (kinds["names"] and len(patterns.findall("[A-Z甲乙丙丁]", kinds["names"])) != number) or not 1 <= low <= high <= number <= 12:
        stay_out("how many kinds")
    if (
        story.take(
            rf"(?:每(?:个|名|位)?[\u4e00-\u9fff]{{1,3}}?)?(?:一?共)?有?多少种(?:不同的?)?(?:的)?(?:{least['do']}[\u4e00-\u9fff]{{0,2}})?(?:方式|方法|法|情况|选择)?"
        )
        is None
    ):
        return None
    pass_background(patterns.sub(r"\ue000+", "", story.rest).strip("?。"))
    return Recognition(
        parameters={"task": "some-kinds", "kinds": number, "low": low, "high": high},
        understood=(("种类", str(number)), ("每人", f"{low}～{high} 种")),
    )


def some_kinds(parameters: Parameters) -> tuple[int, list[str]]:
    """In how many ways some of the kinds can be chosen."""
    parts = [(each, comb(parameters["kinds"], each)) for each in range(parameters["low"], parameters["high"] + 1)]
    value = sum(ways for _, ways in parts)
    return value, [f"选 {each} 种：C({parameters['kinds']}, {each}) = {ways}。" for each, ways in parts] + [f"分类相加，共 {value} 种。"]


TEAM_READERS: tuple[Any, ...] = (read_equal_teams, read_some_kinds)
