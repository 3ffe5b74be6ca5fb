"""Counting: some stand together, some stand apart, choosing with a condition, equal things shared out, everybody somewhere, derangements.

捆绑法, 插空法, 分类与分步, 隔板法, 错位排列, as every introduction to 排列组合 has them. People differ from each other, equal things do not.
"""

from __future__ import annotations

from math import comb, factorial, perm


def stand_together(people: int, bound: int) -> int:
    """Orders of so many people in a row in which `bound` certain ones stand side by side (捆绑法)."""
    return factorial(people - bound + 1) * factorial(bound)


def stand_apart(people: int, separate: int) -> int:
    """Orders in which of `separate` certain ones no two stand side by side (插空法)."""
    others = people - separate
    return factorial(others) * perm(others + 1, separate)


def chosen(men: int, women: int, take: int, least: int) -> int:
    """Ways of choosing `take` people with at least `least` women."""
    return sum(comb(women, number) * comb(men, take - number) for number in range(least, min(women, take) + 1))


def shared(things: int, boxes: int, least: int) -> int:
    """Ways of putting equal things into different boxes, at least `least` in each (隔板法)."""
    left = things - boxes * (least - 1)
    return comb(left - 1, boxes - 1) if left >= boxes > 0 else 0


def posted(people: int, places: int) -> int:
    """Ways of sending different people to different places, at least one to each: inclusion and exclusion over the places left empty."""
    return sum((-1) ** empty * comb(places, empty) * (places - empty) ** people for empty in range(places + 1))


def derangements(count: int) -> int:
    """Orders in which nobody has his own: D(n) = (n − 1)(D(n − 1) + D(n − 2))."""
    before, now = 1, 0
    for number in range(2, count + 1):
        before, now = now, (number - 1) * (now + before)
    return now if count else 1
