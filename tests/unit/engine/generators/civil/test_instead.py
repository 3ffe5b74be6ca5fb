"""The words of an elided question stand instead of what was told, where they cannot stand beside it."""

from __future__ import annotations

import pytest

from engine.generators.civil._problems.instead import instead
from engine.generators.reading import StayOut


@pytest.mark.parametrize(
    ("head", "part", "other"),
    [
        ("6个人排成一排", "围成一圈", "6个人围成一圈"),
        ("3对夫妻坐一排,每对夫妻相邻", "坐成圆圈", "3对夫妻坐成圆圈,每对夫妻相邻"),
        ("12个相同的苹果分给3个孩子,每人至少1个", "没有限制", "12个相同的苹果分给3个孩子"),
        ("15个相同的球放进4个不同的盒子,每盒至少一个", "可以有空盒", "15个相同的球放进4个不同的盒子"),
        ("12个相同的苹果分给3个孩子,每人至少3个", "每人至少1个", "12个相同的苹果分给3个孩子,每人至少1个"),
        ("用1、2、3、4、5组成没有重复数字的三位数", "四位数", "用1、2、3、4、5组成没有重复数字的四位数"),
    ],
)
def test_other_words_for_those_told(head: str, part: str, other: str) -> None:
    assert instead(head, "有多少种", part) == (other, "有多少种")


@pytest.mark.parametrize("part", ["甲在排头", "至少4道", "都不相邻"])
def test_a_condition_stands_beside_what_is_told(part: str) -> None:
    assert instead("6个人排成一排", "甲在排尾的有多少种", part) is None


@pytest.mark.parametrize(
    ("head", "part"),
    [
        ("12个相同的苹果分给3个孩子,每人至少1个", "分成3堆"),
        ("从5名男生4名女生中选3人", "没有限制"),
        ("用0、1、2组成没有重复数字的两位偶数", "三位数"),
    ],
)
def test_it_is_not_clear_for_what(head: str, part: str) -> None:
    with pytest.raises(StayOut):
        instead(head, "有多少种", part)
