"""Rows and squares against things put down one by one, textbook classics, and sentences as people type them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cache
from typing import Any

import pytest

from engine.generators import Solved, solve_text
from engine.generators.civil._intervals.simulator import common_spacing, gaps_of, marching, outermost, square, things, unmoved
from engine.generators.solving import NeedsParameter

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone, own_questions_solved

# --- an independent reference: everything stands somewhere and is counted ------------------------------------------------------------


def standing(length: int, spacing: int, ends: str) -> set[int]:
    """Where things stand on a road, metre by metre."""
    places = {metre for metre in range(length + 1) if metre % spacing == 0}
    if ends in ("none", "one"):
        places.discard(0)
    if ends == "none":
        places.discard(length)
    return places


@cache
def crowd(side: int, within: int = 0) -> int:
    """How many stand in a square, place by place, without the square within."""
    rim = (side - within) // 2
    inside = range(rim, side - rim) if within else range(0)
    return sum(not (row in inside and column in inside) for row in range(side) for column in range(side))


@cache
def ring(side: int) -> int:
    return sum(row in (0, side - 1) or column in (0, side - 1) for row in range(side) for column in range(side))


def side_with(test: Callable[[int], bool]) -> int:
    found = [side for side in range(2, 60) if test(side)]
    assert len(found) == 1
    return found[0]


def by_reference(asked: Mapping[str, Any]) -> Fraction | int:
    """What a question's parameters come to, without the simulator."""
    task = asked["task"]
    if task == "row-count":
        return int(asked["sides"]) * len(standing(asked["length"], asked["spacing"], asked["ends"]))
    if task in ("sawing", "climbing"):  # cut by cut, floor by floor
        each = Fraction(asked["takes"], len(range(1, asked["first"])))
        return sum((each for _ in range(1, asked["wanted"])), Fraction(0))
    if task == "row-spacing":
        fitting = [
            spacing
            for spacing in range(1, asked["length"] + 1)
            if asked["length"] % spacing == 0 and 2 * len(standing(asked["length"], spacing, asked["ends"])) == asked["count"]
        ]
        assert len(fitting) == 1
        return fitting[0]
    if task == "full-square":
        return crowd(side_with(lambda side: ring(side) == asked["outermost"]))
    if task == "one-row":
        other = -1 if asked["less"] else 1
        return crowd(side_with(lambda side: abs(crowd(side) - crowd(side + other)) == asked["change"]))
    if task == "oblong":
        length, width, spacing = asked["length"], asked["width"], asked["spacing"]
        plot = {(along, across) for along in (0, length) for across in range(0, width + 1, spacing)}
        return len(plot | {(along, across) for across in (0, width) for along in range(0, length + 1, spacing)})
    if task == "respaced":
        return len(standing(asked["length"], asked["old"], "both") & standing(asked["length"], asked["new"], "both"))
    if task == "hollow-square":
        outer = side_with(lambda side: ring(side) == asked["outermost"])
        inner = side_with(lambda side: ring(side) == asked["innermost"])
        return crowd(outer, inner - 2)
    if task == "surplus":
        fitting = [
            length
            for length in range(asked["wide"], 5000, asked["wide"])
            if length % asked["narrow"] == 0
            and 2 * len(standing(length, asked["wide"], "both")) + asked["left"]
            == 2 * len(standing(length, asked["narrow"], "both")) - asked["missing"]
        ]
        assert len(fitting) == 1
        return fitting[0]
    assert task == "crossing"
    last = -asked["spacing"] * (asked["number"] // asked["files"] - 1)  # where the last row is when the first steps on the bridge
    return Fraction(asked["bridge"] - last, asked["speed"])


def test_keys_agree_with_the_reference() -> None:
    for composed in sample("intervals"):
        shown = Fraction(right_option(composed).split()[0])
        assert by_reference(composed.parameters) == shown, composed.question.id


@pytest.mark.parametrize("ends", ["both", "one", "none"])
def test_simulator_puts_them_where_they_stand(ends: Any) -> None:
    for old in range(1, 9):
        for new in range(1, 9):
            length = 3 * int(common_spacing(old, new))
            assert things(length, old, ends) == len(standing(length, old, ends))
            assert unmoved(length, old, new, ends) == len(standing(length, old, ends) & standing(length, new, ends))
    for side in range(2, 20):
        assert outermost(side) == ring(side)
        assert square(side) == crowd(side)
        for layers in range(1, (side + 1) // 2):
            assert square(side, layers) == crowd(side, side - 2 * layers)


def test_simulator_refuses_what_does_not_come_out() -> None:
    with pytest.raises(ValueError, match="no multiple"):
        gaps_of(Fraction(100), Fraction(7))
    with pytest.raises(ValueError, match="layers"):
        square(5, 4)


def test_textbook_classics() -> None:
    # 人教版数学五年级上册「植树问题」: 100 米的小路一边每隔 5 米栽一棵，两端都栽，21 棵; 两馆间 60 米两旁每隔 3 米，两端不栽，38 棵
    assert things(100, 5, "both") == 21
    assert 2 * things(60, 3, "none") == 38
    # 国考 2002 年的方阵题: 最外层 60 人，共 256 人
    assert outermost(16) == 60
    assert square(16) == 256
    # a circular pond of 150 m, one tree every 10 m; 52 cars of 4 m, 6 m apart
    assert things(150, 10, "closed") == 15
    assert marching(52, 6, 4) == 514


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("在一条长 360 米的林荫路一侧栽树，每隔 8 米栽一棵，两端都栽，一共要栽多少棵？", "46 棵"),
        ("要在长 1.5 千米的大道两旁装路灯，每隔 50 米装一盏，起点和终点都装，需要多少盏", "62 盏"),
        ("环形跑道周长 400 米，每隔 8 米插一面红旗，一共要插多少面？", "50 面"),
        ("甲、乙两栋楼相距 72 米，两楼之间每隔 6 米种一棵桂花树，一共种几棵？", "11 棵"),
        ("一条路的两侧从头到尾每隔 12 米有一盏灯，一共有 84 盏，这条路长多少米？", "492 米"),
        ("把一根钢管锯成 4 段要 9 分钟，照这样锯成 9 段要几分钟", "24 分钟"),
        ("小丁从 1 楼爬到 5 楼用了 64 秒，照这样他从 1 楼到 9 楼要多少秒？", "128 秒"),
        ("挂钟 5 点敲 5 下用 12 秒，9 点敲 9 下用多少秒？", "24 秒"),
        ("96 人排成 3 路纵队，前后两人相距 0.5 米，队伍长多少米？", "15.5 米"),
        ("一个方阵最外层有 76 人，整个方阵有多少人？最外层每边有多少人？", "400 人；20 人"),
        ("四层空心方阵，最外层每边 18 人，一共多少人？", "224 人"),
        ("运动员排成正方形队列，去掉一行一列少 29 人，原来有多少人？", "225 人"),
        ("路边原来每隔 15 米有一根电线杆，从起点到终点共 900 米，现在改为每隔 25 米一根，不用移动的有多少根？", "13 根"),
        ("把一根绳子对折 3 次，从中间剪 2 刀，剪成几段？", "17 段"),
        ("三角形花坛三边长 24 米、30 米、36 米，各边等距离摆花，三个角都摆，每两盆间距相等，至少摆多少盆？", "15 盆"),
        ("公路两边栽树，每隔 4 米栽一棵，则少 21 棵；每隔 5 米栽一棵，则多 9 棵，公路长多少米？", "300 米"),
        ("从第 1 盏路灯走到第 11 盏用了 5 分钟，照此速度，走 12 分钟到第几盏？", "第 25 盏"),
        ("甲跑到第 5 层时，乙跑到第 3 层。照这样，甲跑到第 17 层时，乙跑到第几层？", "第 9 层"),
        ("车队有 30 辆车，每辆车长 5 米，前后两车相距 8 米，车队以每秒 10 米的速度过一座长 618 米的桥，全部通过要多少秒？", "100 秒"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    assert answer_of("intervals", text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "在一条长 360 米的路一侧栽树，每隔 8 米栽一棵，两端都栽，后来枯死 5 棵，还剩多少棵？",
        "在一条长 360 米的路一侧栽树，每隔 8 米栽一棵，两端都栽，每棵 20 元，共要多少元？",
        "在一条长 360 米的路一侧栽树，每隔 7 米栽一棵，两端都栽，共栽多少棵？",
        "在一条长 360 米的路两侧栽树，一侧每隔 8 米、另一侧每隔 6 米栽一棵，两端都栽，共栽多少棵？",
        "在一条长 360 米的路一侧栽树，每隔 8 米栽一棵，两端都栽，遇到路口不栽，共栽多少棵？",
        "一个方阵最外层有 75 人，整个方阵有多少人？",
        "一个空心方阵最外层有 76 人，整个方阵有多少人？",
        "一个方阵最外层有 76 人，后来走了 6 人，还有多少人？",
        "把一根钢管锯成 4 段要 9 分钟，每锯一次歇 1 分钟，锯成 9 段要几分钟？",
        "小丁从 1 楼爬到 5 楼用了 64 秒，以后每层多用 2 秒，从 1 楼到 9 楼要多少秒？",
        "长方形鱼塘长 80 米、宽 50 米，四周每隔 5 米栽一棵树，一面靠墙不栽，共栽多少棵？",
        "每隔 5 米种一棵梧桐，两端都种，路长 100 米，每两棵梧桐之间种 2 株月季，梧桐和月季共多少株？",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert left_alone("intervals", text)


def test_solver_asks_for_the_ends() -> None:
    asking = solve_text("在一条长 360 米的路一侧栽树，每隔 8 米栽一棵，一共要栽多少棵？", "civil")
    assert isinstance(asking, NeedsParameter)
    solved = solve_text(asking.completed("两端都栽"), "civil")
    assert isinstance(solved, Solved)
    assert solved.answer == "46 棵"


def test_own_questions_are_solved_as_keyed() -> None:
    assert own_questions_solved("intervals") >= 80
