"""What all readings of the family share: sources and synonyms go, ranges are written out, unknown words pass only where they tell nothing."""

from __future__ import annotations

import pytest

from engine.generators.ds._clauses import finish, opened
from engine.generators.pasted.normalising import normalise
from engine.generators.reading import StayOut


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("依次插入1,2,…,7", "1,2,3,4,5,6,7"),
        ("把1、3、5、……、11放入", "1,3,5,7,9,11"),
        ("1～5这五个数", "1,2,3,4,5"),
        ("10到13依次插入", "10,11,12,13"),
        ("依次插入 1~4，求根", "1,2,3,4"),
    ],
)
def test_ranges_are_written_out(text: str, keys: str) -> None:
    assert keys in opened(normalise(text), ranges=True).text


@pytest.mark.parametrize("text", ["依次插入1,2,4,…,7", "依次插入1,2,…,1000000"])
def test_ranges_that_are_not_plain(text: str) -> None:
    with pytest.raises(StayOut):
        opened(normalise(text))


def test_sources_and_synonyms() -> None:
    rest = opened(normalise("2019年真题第3题：节点起码几个？（10分）")).rest
    assert "2019" not in rest
    assert "10" not in rest
    assert "结点至少几个" in rest
    assert "2000个记录" in opened("共2000个记录").rest


@pytest.mark.parametrize("text", ["刷题群里看到的，求解", "室友昨晚问我的，跪谢各位", "期末复习遇到一道题，给出过程"])
def test_chatter_passes(text: str) -> None:
    finish(opened(text))


@pytest.mark.parametrize(
    "text",
    ["除了首元素", "按降序", "每次多取两个", "倒着来", "漏掉一个", "还有3个", "用B方法", "带权的", "不用考虑", "适用于什么", "重复两遍"],
)
def test_conditions_do_not_pass(text: str) -> None:
    with pytest.raises(StayOut):
        finish(opened(text))
