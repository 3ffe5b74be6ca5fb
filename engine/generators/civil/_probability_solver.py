"""Solving chances: drawing, independent tries, best of three or five, a meeting, dice, coins, the first hit at a place."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from fractions import Fraction
from math import comb

from engine.generators.civil._probability import at_least_one, best_of_three, drawn, first_at, meets, repeated
from engine.generators.civil._probability_reading import READERS
from engine.generators.civil._story import one_reading
from engine.generators.kind import Parameters, Solution, Solver
from engine.generators.markdown import paragraphs
from engine.generators.quantities import decimal, is_exact, percent
from engine.generators.reading import stay_out


def _drawn(counts: Sequence[int], take: int, replaced: bool, fits: Callable[[tuple[int, ...]], bool]) -> Fraction:
    """The chance that the numbers drawn of each sort are as wanted."""
    total = sum(counts)
    chance = Fraction(0)
    for got in itertools.product(*(range(min(count, take) + 1 if not replaced else take + 1) for count in counts)):
        if sum(got) != take or not fits(got):
            continue
        if replaced:
            ways, left = Fraction(1), take
            for count, each in zip(counts, got, strict=True):
                ways *= comb(left, each) * Fraction(count, total) ** each
                left -= each
            chance += ways
        else:
            product = 1
            for count, each in zip(counts, got, strict=True):
                product *= comb(count, each)
            chance += Fraction(product, comb(total, take))
    return chance


def _solve(parameters: Parameters) -> Solution:
    task = parameters["task"]
    if task in ("either", "both", "exactly-one", "none"):
        chances = tuple(Fraction(each) for each in parameters["chances"])
        shown = [decimal(each, 4) for each in chances]
        missed = Fraction(1)
        every = Fraction(1)
        for each in chances:
            missed *= 1 - each
            every *= each
        if task == "either":
            value, working = at_least_one(chances), "1 − " + "".join(f"(1 − {each})" for each in shown)
        elif task == "both":
            value, working = every, " × ".join(shown)
        elif task == "none":
            value, working = missed, "".join(f"(1 − {each})" for each in shown)
        else:
            value = sum((missed / (1 - each) * each for each in chances), Fraction(0))
            working = " + ".join(f"{each} × 其余都不中" for each in shown)
        steps = [f"互不影响：{working}。"]
    elif task == "tries":
        win, times, fits = Fraction(parameters["chance"]), parameters["times"], parameters["fits"]
        value = sum((repeated(win, times, each) for each in fits), Fraction(0))
        steps = [f"中 {each} 次：{comb(times, each)} × {decimal(win, 4)}^{each} × {decimal(1 - win, 4)}^{times - each}。" for each in fits]
    elif task == "match":
        win, need = Fraction(parameters["win"]), parameters["need"]
        own = need - (1 if parameters["led"] else 0)
        # He needs `own` more, the other `need`: the last game is his.
        value = sum((comb(own - 1 + lost, lost) * win**own * (1 - win) ** lost for lost in range(need)), Fraction(0))
        if need == 2 and own == 2 and value != best_of_three(win):
            stay_out("two ways, two answers")
        steps = [
            f"再胜 {own} 局时负 {lost} 局：{comb(own - 1 + lost, lost)} × {decimal(win, 4)}^{own} × {decimal(1 - win, 4)}^{lost}。"
            for lost in range(need)
        ]
    elif task == "meeting":
        window, wait = parameters["window"], parameters["wait"]
        value = meets(window, wait)
        steps = [f"用正方形里的点表示两人到达的时刻，见不到面的是两个直角边为 {window - wait} 的三角形：1 − ({window - wait}/{window})²。"]
    elif task == "dice":
        count, (kind, number) = parameters["count"], parameters["need"]
        tests: dict[str, Callable[[tuple[int, ...]], bool]] = {
            "equal": lambda dice: sum(dice) == number,
            "more": lambda dice: sum(dice) > number,
            "less": lambda dice: sum(dice) < number,
            "least": lambda dice: sum(dice) >= number,
            "most": lambda dice: sum(dice) <= number,
            "odd": lambda dice: sum(dice) % 2 == 1,
            "even": lambda dice: sum(dice) % 2 == 0,
            "prime": lambda dice: sum(dice) in (2, 3, 5, 7, 11, 13, 17),
            "same": lambda dice: len(set(dice)) == 1,
            "different": lambda dice: len(set(dice)) == len(dice),
        }
        favourable = sum(tests[kind](dice) for dice in itertools.product(range(1, 7), repeat=count))
        value = Fraction(favourable, 6**count)
        steps = [f"一共 {6**count} 种等可能的结果，符合的有 {favourable} 种。"]
    elif task == "first":
        good, bad, place = (parameters[each] for each in ("good", "bad", "place"))
        value = first_at(good, bad, place)
        steps = [f"前 {place - 1} 次都取不到，第 {place} 次取到，每取一个剩下的就少一个，把各次的概率相乘。"]
    else:
        counts, names, take, replaced = (parameters[each] for each in ("counts", "names", "take", "replaced"))
        kind, sort, wanted = parameters["need"]
        needs: dict[str, Callable[[tuple[int, ...]], bool]] = {
            "count": lambda got: got[sort] in wanted,
            "pair": lambda got: got[sort] == 1 and got[wanted[0]] == 1,
            "same": lambda got: max(got) == take,
            "different": lambda got: max(got) == 1,
        }
        value = _drawn(counts, take, replaced, needs[kind])
        if kind == "count" and len(counts) == 2 and not replaced:
            usual = sum(
                (
                    drawn(counts[sort], counts[1 - sort], take, each)
                    for each in wanted
                    if each <= counts[sort] and 0 <= take - each <= counts[1 - sort]
                ),
                Fraction(0),
            )
            if usual != value:
                stay_out("two ways, two answers")
        total = sum(counts)
        steps = (
            [f"每次取到{'、'.join(f'{name} {count}/{total}' for name, count in zip(names, counts, strict=True))}，各次独立。"]
            if replaced
            else [f"取 {take} 个一共 {comb(total, take)} 种取法，符合的有 {value * comb(total, take)} 种。"]
        )
    if value.denominator == 1:
        stay_out("certain or impossible")
    fraction = f"{value.numerator}/{value.denominator}"
    short = decimal(value, 4)
    return Solution(
        answer=f"{fraction}（{'' if is_exact(value, 4) else '约 '}{short}）",
        also=(fraction, short, percent(value, 1), percent(value, 2), decimal(value * 100, 4) + "%", percent(value, 0)),
        steps=paragraphs(*steps, f"概率为 {fraction}。"),
        conventions={"dice": ("骰子质地均匀",), "match": ("各局互不影响",)}.get(task, ()),
    )


SOLVER = Solver(hint=r"概率|可能性|几率|机率", recognise=one_reading(*READERS), solve=_solve)
