"""Solving chances: choices, rows, numbers drawn, independent tries, games, a meeting, dice and coins, places by lot, two causes."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from math import comb, factorial, perm, prod
from typing import Any

from engine.generators import patterns
from engine.generators.alternatives import but_not
from engine.generators.civil._counting.arranging.reading import read_arranging_chance
from engine.generators.civil._counting.arranging.simulator import arranged_chance
from engine.generators.civil._counting.assigning.reading import read_assigning_chance
from engine.generators.civil._counting.assigning.simulator import assignment_chance
from engine.generators.civil._counting.combinatorics.simulator import posted
from engine.generators.civil._counting.forms import reader_of
from engine.generators.civil._counting.formulas import deranged, pairs_taken
from engine.generators.civil._counting.independent_reading import read_independent
from engine.generators.civil._counting.plain import all_asked, but_subtle
from engine.generators.civil._counting.repeated_reading import read_repeated
from engine.generators.civil._counting.samples.reading import read_sample_chance
from engine.generators.civil._counting.samples.simulator import sample_chance
from engine.generators.civil._counting.trials import match_chance, stopping_chance, trials_chance
from engine.generators.civil._counting.trials_reading import read_trials
from engine.generators.civil._counting.values.laid_digits import read_laid_chance
from engine.generators.civil._counting.values.reading import read_values_chance
from engine.generators.civil._counting.values.simulator import count_values
from engine.generators.civil._probability.chance.forms import CHANCE_FORMS
from engine.generators.civil._probability.chance.forms_of_lots import LOT_FORMS
from engine.generators.civil._probability.chance.urns import deck_chance, urns_chance
from engine.generators.civil._probability.reading import READERS
from engine.generators.civil._probability.same_event import in_the_same_words
from engine.generators.civil._probability.simulator import first_at, meets
from engine.generators.civil._problems import unread
from engine.generators.civil._problems.heeded import IN_CHANCES, heeding
from engine.generators.civil._problems.several import each_question, solve_each
from engine.generators.civil._problems.story import in_turn, one_reading
from engine.generators.kind import Parameters, Recognition, Solution, Solver
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, is_exact, percent
from engine.generators.reading import stay_out

_Found = tuple[Fraction, list[str]]


def _independent(parameters: Parameters) -> _Found:
    chances = [Fraction(each) for each in parameters["chances"]]
    shown = [decimal(each, 4) for each in chances]
    if parameters["kind"] == "pattern":
        value = prod((each if hit else 1 - each for each, hit in zip(chances, parameters["fits"], strict=True)), start=Fraction(1))
        working = " × ".join(each if hit else f"(1 − {each})" for each, hit in zip(shown, parameters["fits"], strict=True))
        return value, [f"互不影响：{working}。"]
    fits = parameters["fits"]
    value = Fraction(0)
    for hits in itertools.product((0, 1), repeat=len(chances)):
        if sum(hits) in fits:
            value += prod((each if hit else 1 - each for each, hit in zip(chances, hits, strict=True)), start=Fraction(1))
    if fits == list(range(1, len(chances) + 1)):
        return value, ["互不影响，用 1 减去一个也不发生：1 − " + "".join(f"(1 − {each})" for each in shown) + "。"]
    if fits == [len(chances)]:
        return value, ["互不影响：" + " × ".join(shown) + "。"]
    return value, [f"互不影响，各自发生的概率为 {'、'.join(shown)}，把恰好 {'、'.join(map(str, fits))} 个发生的各种情况相加。"]


def _meeting(parameters: Parameters) -> _Found:
    window, wait = parameters["window"], parameters["wait"]
    return meets(window, wait), [
        f"用正方形里的点表示两人到达的时刻，见不到面的是两个直角边为 {window - wait} 的三角形：1 − ({window - wait}/{window})²。"
    ]


def _fair(parameters: Parameters) -> _Found:
    good, total = parameters["good"], parameters["all"]
    return Fraction(good, total), [f"每个位置（每次）机会相等，概率都是 {good}/{total}。"]


def _outcomes(parameters: Parameters) -> _Found:
    names = {"w": "甲胜", "d": "和", "l": "乙胜"}
    wanted = "、".join(names[each] for each in parameters["wanted"])
    return Fraction(parameters["value"]), [f"甲胜、和、乙胜三种结果互斥，概率之和为 1，所求为{wanted}的概率之和。"]


def _values(parameters: Parameters) -> _Found:
    every, fits = count_values(parameters)
    if not every:
        stay_out("what is known cannot be")
    return Fraction(fits, every), [
        f"一共有 {every} 种等可能的结果，列举（或分类）得符合的有 {fits} 种，{fits} ÷ {every} = {Fraction(fits, every)}。"
    ]


def _deranged(count: int, right: int) -> _Found:
    ways, steps = deranged(count, right)
    return Fraction(ways, factorial(count)), [f"一共 {count}! = {factorial(count)} 种。", *steps]


def _onto(parameters: Parameters) -> _Found:
    people, places = parameters["people"], parameters["places"]
    ways = posted(people, places)
    return Fraction(ways, places**people), [f"一共 {places}^{people} = {places**people} 种，每处都有人的有 {ways} 种。"]


def _apart(parameters: Parameters) -> _Found:
    people, places = parameters["people"], parameters["places"]
    different = Fraction(perm(places, people), places**people)
    steps = [f"一共 {places}^{people} = {places**people} 种，互不相同的有 {perm(places, people)} 种。"]
    if parameters["same"]:
        return 1 - different, [*steps, f"至少两人相同用 1 减去：1 − {different.numerator}/{different.denominator}。"]
    return different, steps


def _first(parameters: Parameters) -> _Found:
    good, bad, place = (parameters[each] for each in ("good", "bad", "place"))
    return first_at(good, bad, place), [f"前 {place - 1} 次都取不到，第 {place} 次取到，每取一个剩下的就少一个，把各次的概率相乘。"]


def _pairs(pairs: int, take: int, what: str) -> _Found:
    ways, steps = pairs_taken(pairs, take, what)
    return Fraction(ways, comb(2 * pairs, take)), [f"一共 {comb(2 * pairs, take)} 种取法。", *steps]


_FORMULAS: dict[str, Callable[..., _Found]] = {
    "fair": lambda good, every, told: (Fraction(good, every), [told]),
    "deranged": _deranged,
    "pairs_taken": _pairs,
}
_TASKS: dict[str, Callable[[Parameters], _Found]] = {
    "independent": _independent,
    "meeting": _meeting,
    "fair": _fair,
    "deck": deck_chance,
    "urns": urns_chance,
    "outcomes": _outcomes,
    "onto": _onto,
    "apart": _apart,
    "first": _first,
    "arranging": arranged_chance,
    "sample": sample_chance,
    "series": match_chance,
    "trials": trials_chance,
    "stopping": stopping_chance,
    "assigning-chance": assignment_chance,
    "values": _values,
    "counted": lambda parameters: _FORMULAS[parameters["how"]](*parameters["arguments"]),
}


def _shown(value: Fraction, steps: Sequence[str], in_decimals: bool, conventions: tuple[str, ...] = ()) -> Solution:
    if value.denominator == 1:
        stay_out("certain or impossible")
    fraction = f"{value.numerator}/{value.denominator}"
    short = decimal(value, 4)
    fine = decimal(value, 6)
    # A fraction of large numbers tells nobody anything.
    rounded = f"约 {short}" if value.denominator > 10_000 else fraction
    return Solution(
        answer=(short if is_exact(value, 4) else fine if is_exact(value, 6) else rounded) if in_decimals else fraction,
        also=(fraction, short, fine, percent(value, 1), percent(value, 2), decimal(value * 100, 4) + "%", percent(value, 0)),
        steps=paragraphs(*steps, f"概率为 {fraction}{' = ' if is_exact(value, 4) else ' ≈ '}{short}。"),
        conventions=conventions,
    )


def _causes(parameters: Parameters) -> Solution:
    shares, rates = ([Fraction(each) for each in parameters[name]] for name in ("shares", "rates"))
    total = sum((share * rate for share, rate in zip(shares, rates, strict=True)), Fraction(0))
    terms = " + ".join(f"{decimal(share, 4)} × {decimal(rate, 4)}" for share, rate in zip(shares, rates, strict=True))
    found: list[Any] = []
    for kind, who in parameters["asked"]:
        if kind == "total":
            found.append(_shown(total, [f"全概率：{terms} = {decimal(total, 6)}。"], True))
        else:
            found.append(
                _shown(
                    shares[who] * rates[who] / total,
                    [
                        f"全概率：{terms} = {decimal(total, 6)}。",
                        f"其中来自{parameters['names'][who]}的占 {decimal(shares[who] * rates[who], 6)} ÷ {decimal(total, 6)}。",
                    ],
                    True,
                )
            )
    return Solution(
        answer="；".join(each.answer for each in found),
        also=found[0].also if len(found) == 1 else ("；".join(each.also[0] for each in found),),
        steps=paragraphs(*(each.steps for each in found)),
    )


def _solve(parameters: Parameters) -> Solution:
    task = parameters["task"]
    if task == "causes":
        return _causes(parameters)
    value, steps = _TASKS[task](parameters)
    return _shown(value, steps, parameters["decimals"], {"dice": ("骰子质地均匀",), "series": ("各局互不影响",)}.get(task, ()))


_READ = in_turn(
    but_subtle(
        in_turn(
            one_reading(*READERS, *(reader_of(form, chance=True) for form in (*CHANCE_FORMS, *LOT_FORMS))),
            one_reading(read_sample_chance, read_trials),
            one_reading(read_repeated),
            one_reading(read_independent),
            one_reading(read_values_chance, read_laid_chance),
            one_reading(read_assigning_chance),
        ),
        lambda parameters: _solve({"decimals": False, **parameters}),
    ),
    one_reading(read_arranging_chance),
)


# `10 件产品有 2 件次品`: these are part of those.
_PART = r"(?<![\d、和与])(?P<n>\d+)(?P<unit>[件个名张只支枚台部本瓶盒块条位])(?P<what>[^\d,;。?、和与有中里内其]{1,6})有(?P<k>\d+)(?P=unit)(?P<part>[^\d,;。?、和与]{1,6})(?=[,;。])"


def _with_its_whole(match: re.Match[str]) -> str:
    if int(match["k"]) >= int(match["n"]):
        stay_out("more than all of them")
    return f"{match['n']}{match['unit']}{match['what']},其中有{match['k']}{match['unit']}{match['part']}"


def _recognise(text: str) -> Recognition | None:
    """As all readers together say; an answer is wanted in decimals where chances are told so."""
    text = patterns.sub(_PART, _with_its_whole, text)
    text = patterns.sub(
        r"[若如]果?(?P<what>[^,;。]{2,16}?)(?:就|则|即|便)(?:视为|算作?|认为|判定为|可以?|能)?(?P<won>成功|中奖|获奖|得奖)[,。;](?:那么|则|问|求)*[^,;。不没未都两二三四连至最恰各再]{0,8}?(?P=won)的?概率",
        r"\g<what>的概率",
        text,
    )
    text = patterns.sub(r"(?:在)?(?:以下|下列|下面)?(?:的)?(?:哪个|哪一|什么|何)个?(?:范围|区间)(?:之?内|之间)?", "多少", text)
    text = patterns.sub(r"(?<=[率性])(?:为|是)(?:何|几何)(?=[?。\s]|$)", "为多少", text)
    text = patterns.sub(r"(?<=率)(?:为|是)?:\s*$", "为多少?", text)
    found = _READ(text)
    return found and found.telling({"decimals": patterns.search(r"0?\.\d|\d%", text) is not None})


SOLVER = Solver(
    hint=r"概率|可能性|几率|机率|胜率",
    recognise=but_not(unread.IN_CHANCES)(heeding(all_asked(each_question(in_the_same_words(_recognise))), solve_each(_solve), IN_CHANCES)),
    solve=solve_each(_solve),
)
