"""Labels stand where they can be read: on no line, on no other label, on the page."""

from __future__ import annotations

from itertools import pairwise

import pytest

from engine.drawings import HeadPath, Stop, render_png
from engine.drawings.curve import Curve, Level, Point
from engine.drawings.labels import PAGE, Box, around, clearest
from engine.drawings.sequence import Message, Sequence
from engine.drawings.tree import Node, Stage, Tree
from engine.drawings.venn import Venn


def test_a_line_through_a_box_is_seen() -> None:
    box = Box(10, 10, 20, 10)
    assert box.crossed(((0, 15), (40, 15))) == 20
    assert box.crossed(((20, 0), (20, 12))) == pytest.approx(2)
    assert box.crossed(((0, 0), (40, 5))) == 0
    assert box.crossed(((0, 20.5), (40, 20.5))) == 0
    assert box.shared(Box(25, 15, 10, 10)) == 25


def test_the_first_free_place_is_taken() -> None:
    places = around(100, 100, 20, 12, 6)
    assert clearest(places, [], []) == places[0]
    assert clearest(places, [((100, 100), (200, 100))], []) == places[1]
    assert clearest(places, [((100, 100), (200, 100))], [places[1]]) in places[2:]
    assert clearest(around(PAGE, 100, 40, 12, 6), [], []).left < PAGE


@pytest.mark.parametrize(
    "ats",
    [
        (134, 116, 81, 0, 255, 231, 163, 160, 151, 139),  # C-SCAN: 81, 163 and 231 stood on lines
        (77, 61, 29, 25, 23, 81, 89, 142, 158),
        (225, 234, 237, 193, 159, 83, 31, 20, 13, 12),
        (0, 255, 0, 255),
    ],
)
def test_tracks_stand_beside_the_head_s_way(ats: tuple[int, ...]) -> None:
    stops = HeadPath(title="", least=0, greatest=255, stops=tuple(Stop(at) for at in ats)).data()["stops"]
    boxes = [Box(**stop["box"]) for stop in stops]
    ways = [((one["x"], one["y"]), (other["x"], other["y"])) for one, other in pairwise(stops)]
    assert [stop["label"] for stop in stops] == [str(at) for at in ats]
    for number, box in enumerate(boxes):
        assert -14 <= box.left <= box.left + box.width <= PAGE + 14
        assert not any(box.crossed(way) for way in ways)
        assert not any(box.shared(other) for other in boxes[:number])


def test_thresholds_and_windows_stand_apart() -> None:
    windows = (1, 2, 4, 8, 12, 13, 14, 15, 7, 8, 9, 1, 2, 4)
    levels = (Level("门限 12", 12, 1, 9), Level("门限 7", 7, 9, 12), Level("门限 4", 4, 12, 14))
    points = tuple(Point(number, window, str(window)) for number, window in enumerate(windows, 1))
    data = Curve(title="", x_label="", y_label="", points=points, levels=levels).data()
    boxes = [Box(**one["box"]) for one in (*data["points"], *data["levels"])]
    course = list(pairwise(tuple(point["spot"]) for point in data["points"]))
    for number, box in enumerate(boxes):
        assert sum(map(box.crossed, course)) < 3
        assert not any(box.shared(other) for other in boxes[:number])


def test_a_single_point_is_drawn_too() -> None:
    assert render_png(Curve(title="", x_label="", y_label="", points=(Point(1, 8, "8"),))).startswith(b"\x89PNG")
    assert render_png(HeadPath(title="", least=5, greatest=5, stops=(Stop(5),))).startswith(b"\x89PNG")


def test_a_frame_and_its_acknowledgement_are_named_apart() -> None:
    messages = (Message("帧", 0, 1, 0, 10), Message("确认", 1, 0, 0, 10))
    assert Sequence(title="", parties=("甲", "乙"), messages=messages).data()["label_share"] < 0.5


@pytest.mark.parametrize(
    "names", [("甲", "乙", "丙"), ("参加了数学兴趣小组", "参加了英语兴趣小组", "参加了科技兴趣小组"), ("长" * 30, "长" * 30)]
)
def test_names_of_sets_do_not_touch(names: tuple[str, ...]) -> None:
    first, second = Venn(title="", sets=names, parts={}).data()["names"][:2]
    ends = [
        (name["at"][0] - len(name["label"]) * name["size"] / 2, name["at"][0] + len(name["label"]) * name["size"] / 2)
        for name in (first, second)
    ]
    assert 0 <= ends[0][0] <= ends[0][1] < ends[1][0] <= ends[1][1] <= PAGE


def test_what_stands_below_a_node_is_told_too() -> None:
    tree = Tree(title="树", stages=(Stage("", (Node("1"), Node("56", 0, below="段0"))),))
    assert tree.alt == "树：1(56（段0）)"
    assert [node["below"] for node in tree.data()["stages"][0]["nodes"]] == ["", "段0"]
