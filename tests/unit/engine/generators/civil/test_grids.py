"""Tables of a report in one form: times as columns, quarters under years as one row."""

from __future__ import annotations

import pytest

from engine.generators.civil._statistics.grids import laid_out


@pytest.mark.parametrize(
    ("told", "same"),
    [
        ("| 年份 | 产值(亿元) |\n|---|---|\n| 2020 | 12 |\n| 2021 | 15 |", "| 年份 | 2020 | 2021 |\n| 产值(亿元) | 12 | 15 |"),
        (
            "某厂 2020—2021 年各季度产值(单位:万元)\n季度 2020年 2021年\nQ1 1 5\nQ2 2 6",
            "| 时间 | 2020年第一季度 | 2020年第二季度 | 2021年第一季度 | 2021年第二季度 |\n| 某厂产值(万元) | 1 | 2 | 5 | 6 |",
        ),
        (
            "| 年份 | 经费(亿元) | 占GDP比重(%) |\n| 2020 | 12 | 2.1 |\n| 2021 | 15 | 2.3 |",
            "| 年份 | 2020 | 2021 |\n| 经费(亿元) | 12 | 15 |\n| 经费占GDP比重(%) | 2.1 | 2.3 |",
        ),
        ("| 地区 | 2020年 |\n| 东部 | 12 |\n问：多少？", "| 地区 | 2020年 |\n| 东部 | 12 |\n问：多少？"),
    ],
)
def test_a_table_in_one_form(told: str, same: str) -> None:
    assert laid_out(told) == same
