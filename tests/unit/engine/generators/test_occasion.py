"""Why a story takes place is no condition; what somebody wants to reach is one."""

from __future__ import annotations

import pytest

from engine.generators.pasted.occasion import without_occasion


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("为加快推进县域交通基础设施内畅外联、互联互通，A、B 两地修了一条路。", "A、B 两地修了一条路。"),
        ("3. 为了加强社区消防安全意识，某支队派 6 人检查。", "3. 某支队派 6 人检查。"),
        ("随着生活水平的提高，某市汽车增加了 20%。", "某市汽车增加了 20%。"),
        ("甲有 5 个。为丰富业余生活，乙买了 3 个。", "甲有 5 个。乙买了 3 个。"),
    ],
)
def test_goes(text: str, left: str) -> None:
    assert without_occasion(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "为使利润最大，每件应定价多少元？",
        "为保证每人都有座位，至少要几辆车？",
        "为了保证有 4 个球同色，至少取几个？",
        "某校为加强体育锻炼，买了 5 个球。",
        "为提前完成任务，甲队先做 3 天。",
        "在相同的时间内，甲走 5 千米。",
    ],
)
def test_stays(text: str) -> None:
    assert without_occasion(text) == text
