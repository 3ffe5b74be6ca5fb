"""The worst case (最不利原则、抽屉原理): how many must be taken to be sure, how many votes to be sure of, how full the fullest must be.

To be sure of something, take all that can be taken without it, and one more.
"""

from __future__ import annotations

from collections.abc import Sequence


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
