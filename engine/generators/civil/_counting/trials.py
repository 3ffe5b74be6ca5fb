"""Chances of tries that do not influence one another, and of matches that end when one side has won so many games."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from fractions import Fraction
from math import comb, prod

from engine.generators.kind import Parameters
from engine.generators.quantities import decimal
from engine.generators.reading import stay_out

_MOST = 40_000


def _hits(chance: Fraction, times: int, hits: int) -> Fraction:
    return comb(times, hits) * chance**hits * (1 - chance) ** (times - hits)


def _fits(condition: Sequence[object], hits: Sequence[int]) -> bool:
    kind, who = condition[0], condition[1]
    if kind == "sum":
        assert isinstance(who, list) and isinstance(condition[2], list)
        return sum(hits[each] for each in who) in condition[2]
    assert isinstance(who, list)
    one, other = (hits[each] for each in who)
    if kind == "lead":
        assert isinstance(condition[2], list)
        return one - other in condition[2]
    return one == other


def trials_chance(parameters: Parameters) -> tuple[Fraction, list[str]]:
    """The chance that so many tries succeed; each side has its own chance and its own number of tries."""
    chances, times = [Fraction(each) for each in parameters["chances"]], parameters["times"]
    if prod(each + 1 for each in times) > _MOST:
        stay_out("too many")
    value = Fraction(0)
    shown: list[str] = []
    for hits in itertools.product(*(range(each + 1) for each in times)):
        if all(_fits(each, hits) for each in parameters["wanted"]):
            parts = [_hits(chance, count, each) for chance, count, each in zip(chances, times, hits, strict=True)]
            weight = prod(parts, start=Fraction(1))
            value += weight
            told = (
                "、".join(f"{name} {each} 次" for name, each in zip(parameters["names"], hits, strict=True))
                if max(times) > 1
                else "、".join(f"{name}{'' if each else '不'}成" for name, each in zip(parameters["names"], hits, strict=True))
            )
            shown.append(f"{told}：{' × '.join(map(str, parts))} = {weight}。")
    given = "、".join(f"{name} {decimal(chance, 4)}" for name, chance in zip(parameters["names"], chances, strict=True))
    head = f"各次互不影响，每次成功的概率为{given}。"
    return value, [head, *(shown if len(shown) <= 6 else [f"符合的情况有 {len(shown)} 类，各类的概率相加。"]), f"合计 {value}。"]


def stopping_chance(parameters: Parameters) -> tuple[Fraction, list[str]]:
    """The chance that a try repeated until it succeeds, but not oftener than so many times, is made just so often."""
    chance, most, used = Fraction(parameters["chance"]), parameters["most"], parameters["used"]
    before = (1 - chance) ** (used - 1)
    if used == most:
        return before, [f"恰好 {used} 次，只要前 {used - 1} 次都没有成功，最后一次成不成功都会停：(1 − {chance})^{used - 1} = {before}。"]
    return before * chance, [f"前 {used - 1} 次都没有成功，第 {used} 次成功：(1 − {chance})^{used - 1} × {chance} = {before * chance}。"]


def match_chance(parameters: Parameters) -> tuple[Fraction, list[str]]:
    """The chance of an end of a match between two, the first of whom wins each game with the same chance."""
    win, need = Fraction(parameters["win"]), parameters["need"]
    value = Fraction(0)
    ends: dict[tuple[int, int], Fraction] = {}
    ways: dict[tuple[int, int], int] = {}

    def play(own: int, other: int, chance: Fraction) -> None:
        if need in (own, other):
            ends[own, other] = ends.get((own, other), Fraction(0)) + chance
            ways[own, other] = ways.get((own, other), 0) + 1
            return
        play(own + 1, other, chance * win)
        play(own, other + 1, chance * (1 - win))

    own, other = parameters["standing"]
    play(own, other, Fraction(1))
    lines = []
    for (first, second), chance in ends.items():
        if [first, second] in parameters["ends"]:
            value += chance
            lines.append(f"{first}∶{second}：{ways[first, second]} 种过程，概率共 {chance}。")
    if not lines:
        stay_out("no such end")
    head = f"先胜 {need} 局者获胜，{parameters['names'][0]}每局获胜的概率为 {decimal(win, 4)}" + (
        f"，已经是 {own}∶{other}。" if own or other else "。"
    )
    return value, [head, *lines, f"合计 {value}。"]
