"""Texts that are nearly the same, found among thousands without comparing every pair."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import ceil


def shingles(text: str, size: int = 3) -> frozenset[str]:
    """The character `size`-grams of `text`; a shorter text is its own only one."""
    if len(text) <= size:
        return frozenset((text,)) if text else frozenset()
    return frozenset(text[start : start + size] for start in range(len(text) - size + 1))


def near_duplicates(sets: Sequence[frozenset[str]], bound: float) -> Iterator[tuple[int, int, float]]:
    """Every pair `(i, j, similarity)` with `i < j` whose Jaccard similarity |A∩B| / |A∪B| is at least `bound` (0 < bound <= 1).

    Exact, by prefix filtering (Bayardo, Ma, Srikant: "Scaling up all pairs similarity search", WWW 2007): with the elements in
    one order, rarest first, two sets that similar share one among their first |A| - ceil(bound·|A|) + 1.
    """
    frequency = Counter(element for elements in sets for element in elements)
    holders: dict[str, list[int]] = defaultdict(list)
    for j, elements in enumerate(sets):
        if not elements:
            continue
        ordered = sorted(elements, key=lambda element: (frequency[element], element))
        candidates: set[int] = set()
        for element in ordered[: len(ordered) - ceil(bound * len(ordered)) + 1]:
            candidates.update(holders[element])
            holders[element].append(j)
        for i in sorted(candidates):
            other = sets[i]
            if min(len(elements), len(other)) < bound * max(len(elements), len(other)):
                continue
            shared = len(elements & other)
            similarity = shared / (len(elements) + len(other) - shared)
            if similarity >= bound:
                yield i, j, similarity
