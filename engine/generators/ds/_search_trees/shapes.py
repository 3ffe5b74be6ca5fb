"""How many balanced trees of so many keys there are."""

from __future__ import annotations


def balanced_shapes(count: int) -> int:
    """How many AVL trees of so many keys there are."""
    found: dict[int, dict[int, int]] = {0: {0: 1}, 1: {1: 1}}  # keys -> height -> trees
    for keys in range(2, count + 1):
        own: dict[int, int] = {}
        for left in range(keys):
            for tall, ways in found[left].items():
                for other, more in found[keys - 1 - left].items():
                    if abs(tall - other) < 2:
                        own[1 + max(tall, other)] = own.get(1 + max(tall, other), 0) + ways * more
        found[keys] = own
    return sum(found[count].values())
