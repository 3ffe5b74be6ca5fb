"""Solving travel problems: every reader tells relations; those that understand a text must say the same."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.alternatives import but_not
from engine.generators.civil._problems.heeded import ON_THE_WAY, each_by_itself, heeding
from engine.generators.civil._problems.reached import becoming
from engine.generators.civil._problems.relations import solution
from engine.generators.civil._problems.several import each_question, solve_each
from engine.generators.civil._problems.story import in_turn, one_reading
from engine.generators.civil._problems.unread import IN_JOURNEYS
from engine.generators.civil._travel.apart_reading import read_apart
from engine.generators.civil._travel.bodies_reading import read_bodies
from engine.generators.civil._travel.clocks_reading import read_clock
from engine.generators.civil._travel.escalator_reading import read_escalator
from engine.generators.civil._travel.intervals_reading import read_buses
from engine.generators.civil._travel.itineraries.reading import read_itineraries
from engine.generators.civil._travel.journeys.reading import read_journeys
from engine.generators.civil._travel.runs.reading import read_runs
from engine.generators.civil._travel.runs.streams import read_streams
from engine.generators.civil._travel.wording import one_wording
from engine.generators.kind import Recognition, Solver
from engine.generators.reading import StayOut, stay_out

_ON_BOARD = r"(?<!坐在)(?<!在)((?:[甲乙快慢客货]|火|列)车)(?:上|里)的?(?:人|[乘旅]客|司机)(?=[^,，;；。\d]{0,2}[看见望])"


def _seated_bodies(text: str) -> Recognition | None:
    """Bodies that pass each other, somebody on board of one named by where they sit."""
    return read_bodies(patterns.sub(_ON_BOARD, r"坐在\1上的人", text))


_read = in_turn(
    one_reading(read_buses, read_escalator, read_clock),
    one_reading(read_journeys, _seated_bodies),
    read_itineraries,
    one_reading(read_runs, read_streams),
)
_SAME_WAY = re.compile(
    r"甲(?:车|船)?[、和与]乙(?:[两二](?:人|车|船|辆[^,，。从]{0,4}))?(?:同时|分别)*从([甲乙AB])(?:地|站|城|港|镇|村)?(?:同时)?(?:出发)?[,，]?(?:匀速|沿[^,，。]{1,6})?(?:开往|开向|驶往|去往|前往|去|到|向|往)([甲乙AB])(?=地|站|城|港|镇|村)"
)
_TURNS = re.compile(r"返|折|[掉调]头|来回|往[返回]|相向|相对|对面|迎面|环|圈|回到")
# How far somebody goes in an hour, or by how much farther: no other thing is told in kilometres an hour.
_MOVES = re.compile(
    r"(?:平均|能够?|可以?|都|各|只|约|大约|却|仍|要|会|就|再|又|还|也|比[^,，;；。\d]{1,4}|多|少|快|慢|速度|提高|增加|减少|降低|加快|减慢|了|的|是|为|以|用|匀速|继续|改为"
    r"|行驶|行走|行进|前进|航行|飞行|步行|骑行|骑车|跑步|散步|走路|滑|游泳|游|行|走|跑|骑|开|驶|飞|爬|推进|清扫|修|巡逻|移动|运动|追|流)*"
)
_LAST_CLAUSE = re.compile(r"[,，;；。?？!！\n]([^,，;；。?？!！\n]*)呢[?？。!！\s]*$")
_IN_FACT = re.compile(
    r"[\d一二两三四五六七八九十](?:个)?半?(?:小时|分钟)(?:之?后|时)[^。?？]*(?:速度|时速|车速)[^。?？]*实际(?:上)?(?:一共|总共|共)?(?:用了?|需要?)?(?:多少|几)(?:个)?(?:小时|分钟)(?:后)?(?:能|可)?(?:到|赶到|抵)"
)
"""Whether what is asked counts from the start, or from where the pace changed, nobody reads."""
_WHAT = r"(?:距离|路程|速度|时间|船速|水速)"
_TWO_ASKED = re.compile(
    rf"(?:问|求)[^,，;；。?？]*{_WHAT}(?:以及|和|与|及)(?:(?!相等|之和|之差|比)[^,，;；。?？]){{0,14}}{_WHAT}(?:各|分别)?(?:是|为)?(?:多少)?[?？。\s]*$"
)
_ASKING_WORD = re.compile("多少|几|何|哪|什么|啥|怎|咋|多[长久大远]|办|吗")


def _recognise(text: str) -> Recognition | None:
    """The problem as a whole, or its questions one by one.

    Raises:
        StayOut: something is not understood.
    """
    text = becoming(one_wording(text))
    unspaced = patterns.sub(r"\s+", "", text)
    if found := _SAME_WAY.search(unspaced) if "相遇" in unspaced and not _TURNS.search(unspaced) else None:
        stay_out(f"who go the same way do not meet: {found[0]}")
    for moved in patterns.finditer(r"(?<![米里/])每(?:小时|分钟|秒)钟?([^,，;；。\d]{1,6}?)\d+(?:\.\d+)?(?:千米|公里|米)", unspaced):
        if not _MOVES.fullmatch(moved[1]):
            stay_out(f"what goes so far: {moved[0]}")
    if found := patterns.search("车头[^,;。车]{0,3}(?:离|下桥|出|驶[出离])|车尾[^,;。车]{0,3}(?:上桥|进|驶?入|到达?[桥隧洞])", text):
        stay_out(f"measured otherwise: {found[0]}")
    if found := _IN_FACT.search(unspaced):
        stay_out(f"since when: {found[0]}")
    if (twice := read_apart(text)) is not None:
        return twice
    if patterns.search("(?:完全|整列[^,;。]{0,3}|全部)在(?:大?桥|隧道|[山涵]洞)[上里内中]", text):
        return read_bodies(text)  # others take it for how long it takes to pass
    try:
        seen = _with_direction(text)
        answers = seen.parameters.get("answers") if seen is not None and seen.confident else None
        if isinstance(answers, list) and len(answers) < 2 and _TWO_ASKED.search(text):
            stay_out("two are asked")
        return seen
    except StayOut as objection:
        if not patterns.search(r"\(2\)|\?[^?]*\?", text):
            raise
        try:
            return each_question(_read)(text)
        except StayOut:
            raise objection from None


def _with_direction(text: str) -> Recognition | None:
    """The question; and what follows it in a word (`反向呢`), with the other direction.

    Raises:
        StayOut: something, or what follows, is not understood.
    """
    last = _LAST_CLAUSE.search(text)
    if last is None or _ASKING_WORD.search(last[1]) or not _ASKING_WORD.search(text[: last.start()]):
        return _read(text)
    first = text[: last.start()]
    ways = patterns.findall(r"同向|同方向|同一方向|反向|相反方向|反方向|背向", last[1])
    said = patterns.findall(r"同向|同方向|同一方向|反向|相反方向|反方向|背向", first)
    if len(ways) != 1 or len(said) != 1 or ("同" in ways[0]) == ("同" in said[0]):
        stay_out("one thing more is asked")
    together = "同" in ways[0]
    other = first.replace(said[0], ways[0])
    other = (
        patterns.sub(r"[甲乙]?(?:第一次|首次)?(?:相遇|碰面)", "甲第一次追上乙", other)
        if together
        else patterns.sub(r"(?:[甲乙]|快的|两人)?(?:第一次|首次)?(?:追上|套圈)(?:[甲乙]|慢的)?", "两人第一次相遇", other)
    )
    readings = [_read(first), _read(other)]
    if any(reading is None or not reading.confident for reading in readings):
        stay_out("one thing more is asked")
    return Recognition(
        parameters={"task": "several", "questions": [reading.parameters for reading in readings if reading]},
        understood=tuple(dict.fromkeys(pair for reading in readings if reading for pair in reading.understood)),
    )


SOLVER = Solver(
    hint=r"相遇|追|碰|见面|面对面|遇上|往返|返回|平均速度|火车|列车|桥|隧道|顺[水流风]|逆水|逆流|水速|静水|环形|跑道|相距|相向|迟到|早到|操场|公交|队伍|车速|赶到|往返|每分钟|每小时|每秒|千米|公里|km|米/|速度|时速|船|扶梯|电梯|[钟表].*每",
    recognise=but_not(IN_JOURNEYS)(each_by_itself(heeding(_recognise, solve_each(solution), ON_THE_WAY), solve_each(solution))),
    solve=solve_each(solution),
)
