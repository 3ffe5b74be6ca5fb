"""Solving travel problems: meeting, catching up, there and back, a round track, the second meeting, in the middle, late and early."""

from __future__ import annotations

import re
from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.heeded import ON_THE_WAY, heeding
from engine.generators.civil._problems.relations import solution
from engine.generators.civil._problems.several import each_question, solve_each
from engine.generators.civil._problems.story import in_turn, one_reading
from engine.generators.civil._travel import bodies as travel_bodies
from engine.generators.civil._travel.boat_statements import read_boat
from engine.generators.civil._travel.bodies_reading import read_bodies
from engine.generators.civil._travel.clocks_reading import read_clock
from engine.generators.civil._travel.escalator_reading import read_escalator
from engine.generators.civil._travel.facts import (
    METRES,
    SECONDS,
    measured,
    time_answer,
)
from engine.generators.civil._travel.intervals_reading import read_buses, read_column
from engine.generators.civil._travel.journeys.reading import read_journeys
from engine.generators.civil._travel.motions.reading import read_motions
from engine.generators.civil._travel.motions.timeline import read_timelines
from engine.generators.civil._travel.reading import READERS
from engine.generators.civil._travel.routes.reading import read_routes
from engine.generators.civil._travel.schedules_reading import read_arrivals, read_hills, read_two_roads, read_two_starts
from engine.generators.civil._travel.simulator import catching_up, mean_speed, meeting, round_track
from engine.generators.civil._travel.statements import read_journey
from engine.generators.civil._travel.stream_trips_reading import read_stream_trips
from engine.generators.civil._travel.train_statements import read_train
from engine.generators.civil._travel.trips import read_trips
from engine.generators.kind import Parameters, Recognition, Solution, Solver
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal
from engine.generators.reading import StayOut, stay_out


def _solve_meeting(parameters: Parameters) -> Solution:
    task, length, time = parameters["task"].removeprefix("meet-"), parameters["length"], parameters["time"]
    speeds = {who: Fraction(value) for who, value in parameters["speeds"].items()}
    scale = METRES[length]
    if task == "distance":
        value = sum(speeds.values(), Fraction(0)) * Fraction(parameters["after"]) / scale
        answer, also = measured(value, length)
        return Solution(answer=answer, also=also, steps=paragraphs("两人合走的路程 = 速度和 × 时间。", f"共 {answer}。"))
    distance = Fraction(parameters["distance"])
    if task == "speed":
        ((_, known),) = speeds.items()
        value = (distance / Fraction(parameters["after"]) - known) * SECONDS[time] / scale
        if value <= 0:
            stay_out("numbers")
        answer, also = measured(value, f"{length}/{time}")
        return Solution(answer=answer, also=also, steps=paragraphs("速度和 = 路程 ÷ 相遇时间，再减去已知的速度。", f"为 {answer}。"))
    left = distance - Fraction(parameters["head"])
    if left <= 0:
        stay_out("met before")
    seconds_needed = meeting(left, speeds["甲"], speeds["乙"])
    first, second = (decimal(speeds[who] * SECONDS[time] / scale, 4) for who in ("甲", "乙"))
    total = decimal(sum(speeds.values(), Fraction(0)) * SECONDS[time] / scale, 4)
    steps = [f"先走的一段去掉后，还相距 {decimal(left / scale, 4)} {length}。"] if left != distance else []
    steps.append(f"每{time}一共行 {first} + {second} = {total} {length}。")
    if task == "place":
        who = parameters["who"]
        value = speeds[who] * seconds_needed / scale
        if left != distance:
            stay_out("a head start")
        answer, also = measured(value, length)
        return Solution(answer=answer, also=also, steps=paragraphs(*steps, f"相遇时走了 {answer}。"))
    answer, also = time_answer(seconds_needed, time)
    return Solution(answer=answer, also=also, steps=paragraphs(*steps, f"需要 {decimal(left / scale, 4)} ÷ {total}，即 {answer}。"))


def _solve_catching(parameters: Parameters) -> Solution:
    length, time = parameters["length"], parameters["time"]
    behind, slow, fast = (Fraction(parameters[name]) for name in ("behind", "slow", "fast"))
    needed = catching_up(behind, slow, fast)
    scale = METRES[length]
    steps = [
        f"要追的路程是 {decimal(behind / scale, 4)} {length}。",
        f"每{time}追近 {decimal(fast * SECONDS[time] / scale, 4)} − {decimal(slow * SECONDS[time] / scale, 4)} = {decimal((fast - slow) * SECONDS[time] / scale, 4)} {length}。",
    ]
    if parameters["task"] == "catch-way":
        answer, also = measured(fast * needed / scale, length)
        return Solution(answer=answer, also=also, steps=paragraphs(*steps, f"追上时走了 {answer}。"))
    answer, also = time_answer(needed, time)
    return Solution(answer=answer, also=also, steps=paragraphs(*steps, f"追上需要 {answer}。"))


def _solve(parameters: Parameters) -> Solution:
    if parameters["task"] == "relations":
        return solution(parameters)
    task = parameters["task"]
    if task in travel_bodies.TASKS:
        return travel_bodies.solve(parameters)
    if task.startswith("meet"):
        return _solve_meeting(parameters)
    if task.startswith("catch"):
        return _solve_catching(parameters)
    if task in ("mean", "mean-of-times"):
        there, back, unit = Fraction(parameters["there"]), Fraction(parameters["back"]), parameters["unit"]
        by_time = task == "mean-of-times"
        answer, also = measured((there + back) / 2 if by_time else mean_speed(there, back), unit)
        how = (
            f"两段时间相等，平均速度是 ({decimal(there, 4)} + {decimal(back, 4)}) ÷ 2，即 {answer}。"
            if by_time
            else f"两段路程相等，平均速度是 2 × {decimal(there, 4)} × {decimal(back, 4)} ÷ ({decimal(there, 4)} + {decimal(back, 4)})，即 {answer}。"
        )
        return Solution(answer=answer, also=also, steps=how)
    if task == "both-ways":
        whole, quick, slow = (Fraction(parameters[name]) for name in ("length", "fast", "slow"))
        times = {"same": catching_up(whole, slow, quick), "opposite": meeting(whole, quick, slow)}
        shown = "，".join(
            f"{'同向' if way == 'same' else '反向'} {time_answer(times[way], parameters['time'])[0]}" for way in parameters["ways"]
        )
        return Solution(answer=shown, steps=paragraphs("同向第一次追上多跑一圈，反向第一次相遇合跑一圈。", f"{shown}。"))
    if task == "track-speeds":
        whole, every, caught = (Fraction(parameters[name]) for name in ("length", "apart", "behind"))
        time = parameters["time"]
        fast, slow = round_track_of(whole, every, caught)
        unit = f"米/{time}"
        asked = parameters["asked"]
        faster = parameters["faster"]
        said = {"fast": f"{decimal(fast)} {unit}", "slow": f"{decimal(slow)} {unit}"}.get(asked)
        shown = said or ""
        if said is None:
            pair = (fast, slow) if faster != "乙" else (slow, fast)
            shown = (
                f"甲 {decimal(pair[0])} {unit}，乙 {decimal(pair[1])} {unit}"
                if faster
                else f"快的 {decimal(fast)} {unit}，慢的 {decimal(slow)} {unit}"
            )
        return Solution(
            answer=shown,
            steps=paragraphs(
                f"反向每次合跑一圈，速度和为 {decimal(whole)} ÷ {decimal(every)} {'=' if (whole / every).denominator == 1 else '≈'} {decimal(whole / every)}。",
                f"同向每次多跑一圈，速度差为 {decimal(whole)} ÷ {decimal(caught)} {'=' if (whole / caught).denominator == 1 else '≈'} {decimal(whole / caught)}。",
                f"和差各半：{shown}。",
            ),
        )
    stay_out(task)


def round_track_of(length: Fraction, apart: Fraction, behind: Fraction) -> tuple[Fraction, Fraction]:
    """`round_track` for times that are no whole numbers."""
    if all(value.denominator == 1 for value in (length, apart, behind)):
        return round_track(int(length), int(apart), int(behind))
    return (length / apart + length / behind) / 2, (length / apart - length / behind) / 2


_read = in_turn(
    one_reading(*READERS),
    one_reading(read_journey, read_train, read_boat, read_buses, read_column),
    one_reading(read_trips, read_stream_trips, read_escalator, read_arrivals, read_two_roads, read_hills, read_two_starts, read_clock),
    read_motions,
    read_timelines,
    one_reading(read_journeys, read_routes, read_bodies),
)
_LAST_CLAUSE = re.compile(r"[,，;；。?？!！\n]([^,，;；。?？!！\n]*)呢[?？。!！\s]*$")
_ASKING_WORD = re.compile("多少|几|何|哪|什么|啥|怎|咋|多[长久大远]|办|吗")


def _recognise(text: str) -> Recognition | None:
    """The problem as a whole, or its questions one by one.

    Raises:
        StayOut: something is not understood.
    """
    if found := patterns.search("车头[^,;。车]{0,3}(?:离|下桥|出|驶[出离])|车尾[^,;。车]{0,3}(?:上桥|进|驶?入|到达?[桥隧洞])", text):
        stay_out(f"measured otherwise: {found[0]}")
    if patterns.search("(?:完全|整列[^,;。]{0,3}|全部)在(?:大?桥|隧道|[山涵]洞)[上里内中]", text):
        return read_bodies(text)  # others take it for how long it takes to pass
    try:
        return _with_direction(text)
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
    recognise=heeding(_recognise, solve_each(_solve), ON_THE_WAY),
    solve=solve_each(_solve),
)
