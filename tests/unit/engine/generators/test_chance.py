"""The chance of generated questions is fixed for ever: these numbers may never change, whatever Python runs them."""

from __future__ import annotations

from collections import Counter

import pytest

from engine.generators.chance import Chance


def test_splitmix64_reference_values() -> None:
    # The published outputs of SplitMix64 for the seed 1234567 (Rosetta Code, "Pseudo-random numbers/Splitmix64").
    chance = Chance(1234567)
    assert [chance.bits() for _ in range(5)] == [
        6457827717110365317,
        3203168211198807973,
        9817491932198370423,
        4593380528125082431,
        16408922859458223821,
    ]


def test_every_method_is_pinned() -> None:
    chance = Chance.of("gen:page-replacement:v1:7:2")
    drawn = (
        [chance.below(10) for _ in range(8)],
        [chance.between(-3, 3) for _ in range(6)],
        [chance.between(10, 50, 5) for _ in range(6)],
        [chance.one_in(3) for _ in range(6)],
        [chance.choice("ABCD") for _ in range(6)],
        chance.shuffled(range(8)),
        chance.sample(range(100), 5),
        chance.below(1 << 64),
    )
    assert drawn == PINNED


PINNED = (
    [0, 8, 6, 3, 1, 9, 9, 4],
    [-2, 0, -1, 2, 3, 1],
    [45, 20, 45, 25, 50, 45],
    [False, False, False, False, False, False],
    ["D", "C", "B", "B", "C", "A"],
    [5, 6, 4, 0, 7, 1, 2, 3],
    [74, 11, 17, 79, 61],
    487366586743181934,
)


def test_streams_of_different_texts_differ() -> None:
    firsts = {Chance.of(f"gen:kind:v1:{seed}:1").bits() for seed in range(1000)}
    assert len(firsts) == 1000


def test_numbers_are_spread_evenly() -> None:
    chance = Chance(0)
    counts = Counter(chance.below(6) for _ in range(6000))
    assert sorted(counts) == list(range(6))
    assert max(abs(count - 1000) for count in counts.values()) < 120


def test_shuffle_keeps_its_argument() -> None:
    items = [1, 2, 3, 4]
    assert sorted(Chance(1).shuffled(items)) == items == [1, 2, 3, 4]


@pytest.mark.parametrize("bound", [0, -1, (1 << 64) + 1])
def test_impossible_bounds_are_refused(bound: int) -> None:
    with pytest.raises(ValueError, match="no number below"):
        Chance(0).below(bound)


def test_more_than_there_is_cannot_be_sampled() -> None:
    with pytest.raises(ValueError, match="no 4 of 3"):
        Chance(0).sample([1, 2, 3], 4)
