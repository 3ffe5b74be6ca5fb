"""A question that asks for a part of what it would ask without a few words is not answered with the whole."""

from __future__ import annotations

import pytest

from engine.generators.solving import Solved, solve_text


@pytest.mark.parametrize(
    ("exam", "text", "narrowed", "narrowing"),
    [
        ("408", "用2K×4位的芯片组成8K×8位的存储器，需要几片？地址线几根{}？", "用于片选", "8 片；地址线 13 根"),
        ("408", "某循环队列容量为20，front=15指向队头元素，rear=3指向队尾元素的下一个位置，队列里有几个元素{}？", "被重复存放", None),
        ("civil", "甲、乙两管同时注水，单开甲12小时注满，单开乙6小时注满，两管同开，几小时注满{}？", "一半", "4 小时"),
        ("civil", "现有浓度为30%的酒精200克，要想使浓度提高到44%，需要加入浓度为58%的酒精多少克{}？", "来自外地", "200 克"),
    ],
)
def test_words_behind_the_number_asked_for(exam: str, text: str, narrowed: str, narrowing: str | None) -> None:
    if narrowing is not None:
        whole = solve_text(text.format(""), exam)
        assert isinstance(whole, Solved)
        assert whole.answer == narrowing
    found = solve_text(text.format(narrowed), exam)
    assert not isinstance(found, Solved) or found.answer != narrowing


@pytest.mark.parametrize(
    ("exam", "text"),
    [
        ("408", "系统有 3 个进程竞争同类资源，每个进程最多需要 4 个，至少多少个资源才能保证不死锁？"),
        ("civil", "5 个人排成一排，甲、乙相邻，一共有多少种不同的排法？"),
        ("civil", "某商品进价 40 元，按 50 元出售每天卖 500 件，每涨价 1 元少卖 10 件，售价定为多少元时每天利润最大？"),
    ],
)
def test_words_that_narrow_nothing(exam: str, text: str) -> None:
    assert isinstance(solve_text(text, exam), Solved)
