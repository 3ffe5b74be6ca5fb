"""Inclusion and exclusion: two sets, three sets by their common parts, three sets by how many have exactly two, and the least common part.

|A∪B| = |A| + |B| − |A∩B|; |A∪B∪C| = |A| + |B| + |C| − (|A∩B| + |B∩C| + |A∩C|) + |A∩B∩C|; with x in exactly two sets and y in all three,
|A| + |B| + |C| − x − 2y are in any (三集合非标准型).
"""

from __future__ import annotations

from collections.abc import Sequence


def both_of_two(total: int, first: int, second: int, neither: int) -> int:
    """How many are in both sets."""
    return first + second - (total - neither)


def in_any_of_three(sizes: Sequence[int], pairs: Sequence[int], all_three: int) -> int:
    """How many are in at least one set; `pairs`: the sizes of the common parts of two, those in all three included."""
    return sum(sizes) - sum(pairs) + all_three


def in_any_by_exactly_two(sizes: Sequence[int], exactly_two: int, all_three: int) -> int:
    """How many are in at least one set; `exactly_two`: in two sets and not in the third."""
    return sum(sizes) - exactly_two - 2 * all_three


def least_common(total: int, sizes: Sequence[int]) -> int:
    """The fewest who can be in all the sets: those who miss any one are at most all the misses together."""
    return max(0, total - sum(total - size for size in sizes))
