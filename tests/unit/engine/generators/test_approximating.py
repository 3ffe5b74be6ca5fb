"""Options that say a statistic roughly: the nearest by far, or the only range that holds it; nothing where that is not plain."""

from __future__ import annotations

import pytest

from engine.generators.choices.approximating import roughly


@pytest.mark.parametrize(
    ("options", "answer", "letter"),
    [
        (("18.5%", "28.4%", "9.2%", "34.5%"), "约 18.40%", "A"),
        (("上升了约0.5个百分点", "上升了约5个百分点", "下降了约0.5个百分点", "下降了约5个百分点"), "上升约 0.43 个百分点", "A"),
        (("上升了3个百分点", "上升了2个百分点", "下降了3个百分点", "下降了2个百分点"), "上升约 2.12 个百分点", "B"),
        (("下降了不到1%", "下降了1%以上", "上升了不到1%", "上升了1%以上"), "下降约 0.09%", "A"),
        (("10%以下", "10%~15%", "15%~20%", "20%以上"), "约 16.2%", "C"),
        (("增长了不到10%", "增长了10%以上", "下降了不到10%", "下降了10%以上"), "下降 12%", "D"),
    ],
)
def test_the_option_that_says_it(options: tuple[str, ...], answer: str, letter: str) -> None:
    assert roughly(options, (answer,), "ABCD") == [letter]


@pytest.mark.parametrize(
    ("options", "answer"),
    [
        (("18.1%", "18.6%", "9.2%", "34.5%"), "约 18.35%"),  # two are as near
        (("12.5亿元", "15.1亿元", "20.4亿元", "30.2亿元"), "约 13.6 亿元"),  # none is near
        (("增长3.1%", "增长5.2%", "增长7.4%", "增长9.6%"), "下降约 3.1%"),  # the other way
        (("10%以下", "5%~15%", "15%~20%", "20%以上"), "约 7%"),  # two ranges hold it
        (("甲市", "乙市", "丙市", "丁市"), "约 7%"),
        (("3.1万亿元", "5.2万亿元", "7.4万亿元", "9.6万亿元"), "约 3.1 亿元"),  # another unit
    ],
)
def test_no_option_where_it_is_not_plain(options: tuple[str, ...], answer: str) -> None:
    assert roughly(options, (answer,), "ABCD") == []


@pytest.mark.parametrize(
    ("options", "wordings", "letters"),
    [
        (("131 μs", "221 μs", "1310 μs", "2210 μs"), ("0.22144 ms", "221.44 μs"), ["B"]),
        (("5 ms", "13 ms", "50 ms", "130 ms"), ("12.144 ms",), []),  # eight per cent off
    ],
)
def test_a_physical_quantity_is_only_rounded(options: tuple[str, ...], wordings: tuple[str, ...], letters: list[str]) -> None:
    assert roughly(options, wordings, "ABCD") == letters
