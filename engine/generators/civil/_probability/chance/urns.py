"""Chances of cards of a deck and of two urns, every case counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import comb
from typing import Any

_RANKS = ("A", *map(str, range(2, 11)), "J", "Q", "K")


def _fits(suit: int, rank: str, event: Sequence[Any]) -> bool:
    if event[0] == "suit":
        return bool(suit == event[1])
    if event[0] == "card":
        return bool(suit == event[1] and rank == event[2])
    if event[0] == "colour":
        return bool((suit in (1, 2)) == (event[1] == "红色"))
    return bool(rank == event[1])


def deck_chance(parameters: Mapping[str, Any]) -> tuple[Fraction, list[str]]:
    """The chance that all cards drawn are of one of the sorts, or are all alike; jokers are of no suit and no rank."""
    size, take, events = parameters["size"], parameters["take"], parameters["events"]
    total = comb(size, take)
    if events[0][0] == "same-suit":
        ways = 4 * comb(13, take)
    elif events[0][0] == "same-rank":
        ways = 13 * comb(4, take)
    else:
        good = sum(any(_fits(suit, rank, event) for event in events) for suit in range(4) for rank in _RANKS)
        ways = comb(good, take)
        if take == 1:
            return Fraction(good, size), [f"{size} 张牌里符合的有 {good} 张。"]
    return Fraction(ways, total), [f"取 {take} 张一共 {total} 种取法，符合的有 {ways} 种。"]


def urns_chance(parameters: Mapping[str, Any]) -> tuple[Fraction, list[str]]:
    """A ball from each of two urns; or one moved from the first to the second, and then one drawn from that."""
    first, second = parameters["urns"]
    event = parameters["event"]
    size, other = sum(first.values()), sum(second.values())
    if parameters["moved"]:
        colour = event[1]
        hit = Fraction(first.get(colour, 0), size)
        value = hit * Fraction(second.get(colour, 0) + 1, other + 1) + (1 - hit) * Fraction(second.get(colour, 0), other + 1)
        return value, [f"按先放入的球是不是{colour}球分两种情况，用全概率公式：放入{colour}球的概率为 {hit}，第二袋共 {other + 1} 个球。"]
    colours = list(dict.fromkeys([*first, *second]))
    value = Fraction(0)
    for one in colours:
        for two in colours:
            same, number = one == two, (one == event[1]) + (two == event[1])
            if same if event[0] == "同色" else not same if event[0] == "不同色" else number in event[2]:
                value += Fraction(first.get(one, 0), size) * Fraction(second.get(two, 0), other)
    return value, [f"两袋各取一个，一共 {size} × {other} = {size * other} 种，符合的有 {value * size * other} 种。"]
