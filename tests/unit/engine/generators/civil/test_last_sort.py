"""The sort that nobody counts is counted, where all others and their sum are told."""

from __future__ import annotations

import pytest

from engine.generators.civil._worst_case.totals import with_last_sort
from engine.generators.reading import StayOut


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("袋中红黄蓝球共15个,其中红6个黄5个,至少摸几个?", "红6个、黄5个、蓝4个,至少摸几个?"),
        ("有红、黄、绿三种球共20个,红球9个,黄球8个,至少取几个?", "红球9个、黄球8个、绿球3个,至少取几个?"),
        ("四个部门共100人,A部40人,B部30人,C部20人,至少选几人?", "A部40人、B部30人、C部20人、D部10人,至少选几人?"),
        ("三类商品共60件,甲类25件,乙类20件,至少取几件?", "甲类25件、乙类20件、丙类15件,至少取几件?"),
    ],
)
def test_the_last_sort_is_counted(told: str, said: str) -> None:
    assert with_last_sort(told).endswith(said)


@pytest.mark.parametrize(
    "told",
    [
        "红黄蓝三色球共26个,其中红4个,黄9个,蓝13个,至少取几个?",
        "红黄蓝三色球共26个,其中红4个,黄9个,其余是蓝的,至少取几个?",
        "红球8个,黄球6个,至少取几个?",
    ],
)
def test_nothing_is_left_to_count(told: str) -> None:
    assert with_last_sort(told) == told


@pytest.mark.parametrize(
    "told",
    [
        "红黄蓝三色球共26个,其中红4个,黄9个,蓝12个,至少取几个?",
        "红黄蓝白四色球共26个,其中红4个,黄9个,至少取几个?",
        "红球28个,黄球12个,白和黑一共20个,至少取几个?",
    ],
)
def test_numbers_that_tell_too_little(told: str) -> None:
    with pytest.raises(StayOut):
        with_last_sort(told)
