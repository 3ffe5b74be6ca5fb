"""The worst case (最不利原则、抽屉原理): how many must be taken to be sure, how many votes to be sure of, how full the fullest must be.

To be sure of something, take all that can be taken without it, and one more.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence


def sure_of_one_colour(counts: Sequence[int], wanted: int) -> int:
    """Things to take to be sure of `wanted` of one colour.

    Raises:
        ValueError: there are not so many of any colour.
    """
    if max(counts) < wanted:
        raise ValueError("never")
    return sum(min(count, wanted - 1) for count in counts) + 1


def sure_of_certain_colour(counts: Sequence[int], colour: int, wanted: int) -> int:
    """Things to take to be sure of `wanted` of that colour: all the others come first."""
    return sum(counts) - counts[colour] + wanted


def sure_of_colours(counts: Sequence[int], different: int) -> int:
    """Things to take to be sure of so many colours: the fullest colours come first."""
    return sum(sorted(counts, reverse=True)[: different - 1]) + 1


def fullest_at_least(things: int, boxes: int) -> int:
    """However they are put, some box holds so many: the mean, rounded up."""
    return -(-things // boxes)


def sure_votes(total: int, counted: Sequence[int], own: int) -> int:
    """Further votes the candidate at place `own` needs so that nobody can have as many: of those left, all he does not get go to the
    strongest rival.
    """
    left = total - sum(counted)
    rival = max(votes for place, votes in enumerate(counted) if place != own)
    need = 0
    while counted[own] + need <= rival + left - need:
        need += 1
    return need


def sure_of_pairs(counts: Sequence[int], pairs: int) -> int:
    """Things to take to be sure of so many pairs of one colour each: one pair fewer, and one more of every colour, come first.

    Raises:
        ValueError: there are not so many pairs.
    """
    if sum(count // 2 for count in counts) < pairs:
        raise ValueError("never")
    # Odd numbers hold one thing more than their pairs; a colour's odd thing is there only while it is not used up by pairs.
    most = 0
    spare = sum((count - 1) // 2 for count in counts)  # pairs that leave an odd thing of their colour
    left = max(0, pairs - 1 - spare)
    most = 2 * (pairs - 1) + len(counts) - left
    return most + 1


def sure_of_all_certain(counts: Sequence[int], colours: Sequence[int]) -> int:
    """Things to take to be sure of each of those colours: all but the rarest of them come first."""
    return sum(counts) - min(counts[colour] for colour in colours) + 1


def sure_of_numbers(high: int, aim: str, number: int) -> int:
    """Numbers of 1 to `high` to take to be sure that two differ by `number`, add up to it, leave the same rest, have no common factor, or
    one is a multiple of the other.

    Raises:
        ValueError: no two do.
    """
    if aim == "difference":
        if not 0 < number < high:
            raise ValueError("never")
        # Chains of numbers `number` apart: of each chain every other one.
        most = sum(-(-len(range(rest, high + 1, number)) // 2) for rest in range(1, number + 1))
    elif aim == "sum":
        pairs = sum(1 for one in range(1, high + 1) if one < number - one <= high)
        if not pairs:
            raise ValueError("never")
        most = high - pairs
    elif aim == "times":
        if number > high:
            raise ValueError("never")
        # Chains x, x·number, x·number², ...: of each chain every other one.
        most = 0
        for first in range(1, high + 1):
            if first % number:
                length, last = 1, first
                while last * number <= high:
                    last, length = last * number, length + 1
                most += -(-length // 2)
    elif aim == "modulo":
        most = number
    elif aim == "coprime":
        most = high // 2  # the even numbers; any more are neighbours
    else:
        most = -(-high // 2)  # the larger half; odd parts tell that more are never apart
    return most + 1


def amount_at(total: int, count: int, place: int, low: int, least: bool) -> int:
    """Different whole numbers, none less than `low`, that add up to `total`: the least or the most that the one at `place` (1 the largest)
    can be.

    Raises:
        ValueError: there are no such numbers.
    """

    def possible(value: int) -> bool:
        above, below = place - 1, count - place
        if value - below < low:
            return False
        smallest = sum(range(value, value + above + 1)) + sum(range(low, low + below))
        largest = sum(range(value - below, value + 1)) if above == 0 else total
        return smallest <= total <= largest

    values = [value for value in range(low, total + 1) if possible(value)]
    if not values:
        raise ValueError("never")
    return values[0] if least else values[-1]


def amount_beside(total: int, count: int, place: int, low: int, least: bool, known: tuple[int, int]) -> int:
    """As `amount_at`, where the number at another place (`known`: the place, its number) is told.

    Raises:
        ValueError: there are no such numbers.
    """
    return amount_within(total, count, place, low, least=least, fixed={known[0]: known[1]})


def amount_within(
    total: int, count: int, place: int, low: int, *, least: bool, fixed: Mapping[int, int] | None = None, top: int | None = None
) -> int:
    """As `amount_at`, where the numbers at some places (`fixed`) and perhaps the highest that any can be (`top`) are told.

    Raises:
        ValueError: there are no such numbers.
    """
    told = fixed or {}

    def fits(value: int) -> bool:
        given = {**told, place: value}
        smallest, largest = [low - 1], list[int]()
        for each in range(count, 0, -1):
            smallest.append(given.get(each, smallest[-1] + 1))
        for each in range(1, count + 1):
            largest.append(given.get(each, (largest[-1] if largest else (total if top is None else top) + 1) - 1))
        # Up from the smallest, down from the largest: a told number that breaks the order fits nowhere.
        rising = all(above > below for below, above in itertools.pairwise(smallest))
        falling = all(above > below for below, above in itertools.pairwise(largest[::-1])) and largest[-1] >= low
        return rising and falling and (top is None or smallest[-1] <= top) and sum(smallest[1:]) <= total <= sum(largest)

    values = [value for value in range(low, total + 1) if fits(value)]
    if place in told or not values:
        raise ValueError("never")
    return values[0] if least else values[-1]


def most_alone(total: int, count: int) -> int:
    """The least that one has who has more than any of the others, who may have alike."""
    return next(value for value in range(1, total + 1) if value + (count - 1) * (value - 1) >= total)


def sure_of_pairs_apart(counts: Sequence[int], pairs: int) -> int:
    """Things to take to be sure of so many pairs, each of another colour: the fullest colours come first, and one of every other.

    Raises:
        ValueError: there are not so many colours with a pair.
    """
    if sum(count >= 2 for count in counts) < pairs:
        raise ValueError("never")
    order = sorted(counts, reverse=True)
    return sum(order[: pairs - 1]) + len(order[pairs - 1 :]) + 1


def sure_of_linked(high: int, copies: int, run: int) -> int:
    """Cards numbered 1 to `high`, `copies` of each, to take to be sure of `run` numbers in a row: all cards of the numbers that are left
    when every `run`-th is out, and one more.
    """
    return (high - high // run) * copies + 1
