"""Options that say a range."""

from __future__ import annotations

import pytest

from engine.generators.choices.ranges import holding, read_range


@pytest.mark.parametrize(
    ("options", "answer", "place"),
    [
        (("不超过 2‰", "超过 2%", "在 8‰到 2%之间", "在 2‰到 8‰之间"), "3/500", 3),
        (("高于 30%", "正好为 30%", "高于 25% 但低于 30%", "不高于 25%"), "3/10", 1),
        (("小于 100", "100~500", "501~2000", "大于 2000"), "720 种", 2),
        (("不到 5%", "5% 及以上"), "1/20", 1),
        (("在 1 到 5 之间", "在 5 到 9 之间"), "5", -1),
        (("1/2", "1/3", "1/4", "1/5"), "1/3", None),
        (("0~31", "32~63", "64~95", "96~127"), "32 号到 63 号", None),
    ],
)
def test_the_range_that_holds_an_answer(options: tuple[str, ...], answer: str, place: int | None) -> None:
    assert holding(options, (answer,)) == place


@pytest.mark.parametrize("option", ["7 个", "甲比乙高", "先升后降", "A>B", ""])
def test_what_is_no_range(option: str) -> None:
    assert read_range(option) is None
