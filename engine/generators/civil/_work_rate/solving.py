"""Solving work problems: everyone's own time, then who works how long, together, in turns, with somebody away, in pairs, by heads."""

from __future__ import annotations

from fractions import Fraction

from engine.generators import patterns
from engine.generators.civil._problems.heeded import ON_THE_WAY, heeding
from engine.generators.civil._problems.problems import own_wording
from engine.generators.civil._problems.relations import solution
from engine.generators.civil._problems.story import in_turn, one_reading
from engine.generators.civil._work_rate.cases import read_grazing, read_portions, read_turns
from engine.generators.civil._work_rate.changes_reading import read_changes
from engine.generators.civil._work_rate.crews.heads import read_hands
from engine.generators.civil._work_rate.crews.reading import read_crews
from engine.generators.civil._work_rate.labour.reading import read_labour
from engine.generators.civil._work_rate.labour.two_works import read_two_works_at_once
from engine.generators.civil._work_rate.reading import READERS
from engine.generators.civil._work_rate.statements import read_work
from engine.generators.civil._work_rate.two_works import read_two_works
from engine.generators.kind import Parameters, Recognition, Solution, Solver
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out


def _solve(parameters: Parameters) -> Solution:
    task, unit = parameters["task"], parameters["unit"]
    if task == "relations":
        return solution(parameters)
    if task == "heads":
        value = Fraction(parameters["value"])
        answer, also = own_wording(value, unit)
        if unit == "人":
            also = (*also, f"{value} 名")
        work = parameters["heads"] * (Fraction(parameters["days"]) - Fraction(parameters["done"]))
        return Solution(
            answer=answer,
            also=also,
            steps=paragraphs(
                f"设每人每天做 1 份，剩下的工作有 {parameters['heads']} × ({decimal(Fraction(parameters['days']))} − {decimal(Fraction(parameters['done']))}) = {decimal(work)} 份。",
                f"所求为 {answer}。",
            ),
        )
    alone = {who: Fraction(value) for who, value in parameters["alone"].items()}
    rates = {who: 1 / value for who, value in alone.items()}
    steps = ["设工作总量为 1，每" + unit + "的效率：" + "，".join(f"{who} {rate}" for who, rate in rates.items()) + "。"]
    if task == "segments":
        left, spent = Fraction(1), Fraction(0)
        for who, time in parameters["segments"]:
            share = sum(rates[each] for each in who) * Fraction(time)
            left -= share
            spent += Fraction(time)
            steps.append(f"{'、'.join(who)}做 {decimal(Fraction(time), 2)} {unit}，完成 {share}。")
        rate = sum((rates[each] for each in parameters["last"]), Fraction(0))
        if rate <= 0 or left <= 0:
            stay_out("numbers")
        value = left / rate
        steps.append(
            f"{'剩下 ' + str(left) + '，' if spent else ''}由{'、'.join(parameters['last'])}做，效率 {rate}，需要 {value} {unit}。"
        )
        if parameters["total"]:
            value += spent
            steps.append(f"一共 {value} {unit}。")
    elif task == "absence":
        away = {who: Fraction(days) for who, days in parameters["away"].items()}
        value = (1 + sum((rates[who] * days for who, days in away.items()), Fraction(0))) / sum(rates.values(), Fraction(0))
        if any(days >= value for days in away.values()) or min(alone.values()) <= 0:
            stay_out("away all the time")
        steps.append(f"假设都不休息，多做 {sum(rates[who] * days for who, days in away.items())}，总时间为 {value} {unit}。")
    else:
        total, who = Fraction(parameters["total"]), parameters["who"]
        away = {each: Fraction(days) for each, days in parameters["away"].items()}
        if who in away:
            stay_out("twice")
        done = sum(rates[each] * (total - away.get(each, 0)) for each in rates if each != who)
        value = total - (1 - done) / rates[who]
        if not 0 < value < total:
            stay_out("numbers")
        steps.append(f"另一方做了 {done}，{who}做了 {(1 - done)}，即 {(1 - done) / rates[who]} {unit}，休息 {value} {unit}。")
    answer, also = own_wording(value, unit)
    if unit == "小时" and value.denominator > 1 and (value * 60).denominator == 1:
        also = (*also, f"{int(value)} 小时 {(value - int(value)) * 60} 分")
    return Solution(answer=answer, also=also, steps=paragraphs(*steps))


_READ = in_turn(
    one_reading(*READERS),
    one_reading(read_work, read_grazing, read_turns, read_portions, read_two_works),
    one_reading(read_changes),
    read_crews,
    read_hands,
    one_reading(read_labour, read_two_works_at_once),
)


def _recognise(text: str) -> Recognition | None:
    """As all readers together say.

    Raises:
        StayOut: something is not understood.
    """
    if patterns.search("轮[流班换]|交替", text) and (found := patterns.search("合作时[^,;。]*\\d", text)):
        stay_out(found[0])  # those who take turns never work together
    return _READ(text)


SOLVER = Solver(
    hint=r"单独|效率|天|小时|日|分钟|周|星期|月|全长|工",
    recognise=heeding(_recognise, _solve, ON_THE_WAY),
    solve=_solve,
)
