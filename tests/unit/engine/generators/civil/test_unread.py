"""A verb of loss, of refusal or of change is no part of the story: a kind that does not read it stays silent."""

from __future__ import annotations

import pytest

from engine.generators.solving import Solved, solve_text


@pytest.mark.parametrize(
    "text",
    [
        "袋子里有红球 9 个、黄球 7 个、蓝球 6 个，有 2 个红球被偷走，至少摸出几个球才能保证有 5 个同色？",
        "袋子里有红球 9 个、黄球 7 个、蓝球 6 个，蓝球全部被借走，至少摸出几个球才能保证有 4 个同色？",
        "袋中有红球 6 个、白球 5 个，弄丢 1 个红球，从剩下的任取 2 个，一红一白的概率是多少？",
        "6 个人站成一排，甲拒绝站在两端，有多少种站法？",
        "4 封信投入 3 个邮筒，其中一个邮筒被封掉，有多少种投法？",
        "80 名游客，去东湖的 50 人，去西山的 40 人，两个景点都拒绝的 8 人，只去东湖的有多少人？",
        "商店进货 60 件，每件成本 100 元，被偷 5 件，其余按每件 130 元卖完，共获利多少元？",
        "2022 年某省出口 300 亿元，进口 200 亿元，2023 年出口增长 10%，进口下降 10%，2023 年贸易顺差增加多少亿元？",
        "苹果是梨的 2 倍，吃掉苹果 4 个后，苹果比梨多 6 个，现在苹果占几成？",
        "一根 19 米长的木料，先锯下来 1 米，然后锯了 5 次，每根短木条一样长，每根短木条长多少米？",
        "从家到图书馆 3 千米，小林走了一半发现忘带卡，返回家取了再去，共走多少千米？",
    ],
)
def test_what_is_not_read_is_left_alone(text: str) -> None:
    assert not isinstance(solve_text(text, "civil"), Solved)
