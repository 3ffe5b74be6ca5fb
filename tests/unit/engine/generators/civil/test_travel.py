"""Travel against moving the travellers in small steps, textbook classics, and sentences as people type them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from engine.generators.civil.travel import catching_up, mean_speed, meeting, round_track, second_meeting

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone


def bounced(position: Fraction, length: int) -> Fraction:
    """Where on the way of that length someone is who has gone `position` in all, turning at both ends."""
    position %= 2 * length
    return min(position, 2 * length - position)


def test_textbook_classics() -> None:
    assert meeting(300, 60, 40) == 3
    assert catching_up(75 * 2, 75, 100) == 6
    assert mean_speed(30, 60) == 40  # the classic trap: not 45
    # First met 95 km from A, then 25 km from B (or the like): 3 x 95 - 25 = 260.
    assert second_meeting(95, 25) == 260
    assert list(map(int, round_track(400, 1, 20))) == [210, 190]
    with pytest.raises(ValueError, match="never"):
        catching_up(10, 5, 5)


def test_keys_agree_with_positions() -> None:
    for composed in sample("travel"):
        asked, shown = composed.parameters, Fraction(right_option(composed).split()[0])
        task = asked["task"]
        if task == "meeting":
            assert asked["first"] * shown == asked["distance"] - asked["second"] * shown
        elif task == "meeting-place":
            assert shown / asked["first"] == (asked["distance"] - shown) / asked["second"]
        elif task == "catching-up":
            assert asked["fast"] * shown == asked["slow"] * (shown + asked["ahead"])
        elif task == "mean-speed":
            way = asked["there"] * asked["back"]
            assert shown == Fraction(2 * way, way // asked["there"] + way // asked["back"])
        elif task in ("water", "boat"):
            down, up = (Fraction(asked["distance"], asked[name]) for name in ("down_hours", "up_hours"))
            water = shown if task == "water" else down - shown
            assert down - water == up + water
        elif task in ("second-meeting", "between"):
            a, b = asked["first_from_a"], asked["second_from_b"]
            length = (
                shown
                if task == "second-meeting"
                else next(s for s in range(a + 1, 3 * a) if s < 3 * a < 2 * s and bounced(Fraction(3 * a), s) == s - b)
            )
            length = int(length)
            # Their speeds are as a to length - a; both have gone three times as far at the second meeting, and are at one place.
            assert bounced(Fraction(3 * a), length) == length - b == length - bounced(Fraction(3 * (length - a)), length)
            if task == "between":
                assert shown == abs(length - b - a)
        else:
            length = asked["length"]
            sum_, difference = length / Fraction(asked["apart"]), length / Fraction(asked["behind"])
            other = sum_ - shown
            assert abs(shown - other) == difference
            assert (shown > other) == (task == "fast")


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "A、B两地相距300千米，甲、乙两车分别从A、B两地同时出发，相向而行，甲车速度为60千米/小时，乙车速度为40千米/小时，几小时后相遇？",
            "3 小时",
        ),
        ("甲乙两人相距20千米，甲每小时走6千米，乙每小时走4千米，两人同时相向而行，多少小时后相遇", "2 小时"),
        ("老师请问：甲、乙两地相距450公里，甲车每小时行50公里，乙车每小时行40公里，同时相对开出，几小时相遇", "5 小时"),
        ("甲、乙相距1200米，相向而行，甲每分钟走70米，乙每分钟走50米，经过多少分钟相遇？", "10 分钟"),
        ("国考真题：乙在甲前面100米，甲的速度是5米/秒，乙的速度是3米/秒，两人同向而行，多少秒后甲追上乙", "50 秒"),
        ("甲乙相距30千米，同向而行，甲每小时行10千米，乙每小时行4千米，几小时甲能追上乙", "5 小时"),
        ("两地相距100km，甲车60km/h，乙车50km/h，同时相向而行，需要几小时相遇", "10/11 小时（约 0.91 小时）"),
        ("甲在乙前方60米处，甲每秒跑4米，乙每秒跑6米，乙追上甲需要多少秒", "30 秒"),
        ("甲乙两地距离为180千米，甲速度25千米每小时，乙速度20千米每小时，相向而行，要几小时相遇", "4 小时"),
        ("甲乙两车从相距420千米的两地同时出发相向而行，甲车每小时行80千米，乙车每小时行60千米，经过几小时两车相遇？", "3 小时"),
        ("两列火车从相距 570 千米的两地相对开出，甲车每小时行 110 千米，乙车每小时行 80 千米，几小时后两车相遇？", "3 小时"),
        ("小明以每分钟60米的速度步行去学校，5分钟后，爸爸骑车以每分钟160米的速度沿同一条路追小明，爸爸多少分钟能追上小明？", "3 分钟"),
        ("一列火车长200米，以30米/秒的速度通过一座长1000米的桥，需要多少秒？", "40 秒"),
        ("一列火车通过800米长的隧道用了50秒，已知火车速度为20米每秒，求火车车长", "200 米"),
        ("一艘船在静水中的速度是每小时15千米，水流速度是每小时3千米，从甲港顺流而下到乙港用了8小时，问甲乙两港相距多少千米？", "144 千米"),
        ("甲乙相距300千米，相向而行，甲每小时60千米，乙每小时40千米，途中甲休息1小时，几小时相遇", "3.6 小时"),
        ("甲、乙两人在400米的环形跑道上同时同地同向跑步，甲每秒跑6米，乙每秒跑4米，甲第一次追上乙时，甲跑了几圈？", "3 圈"),
        (
            "A、B两城相距480千米，客车从A城开出，每小时行65千米，2小时后轿车从B城相对开出，每小时行75千米，轿车开出几小时后与客车相遇？",
            "2.5 小时",
        ),
        (
            "A、B两城相距480千米，客车从A城开出，每小时行65千米，2小时后轿车从B城相对开出，每小时行75千米，客车开出几小时后与轿车相遇？",
            "4.5 小时",
        ),
        ("弟弟先走12分钟，每分钟走50米，哥哥骑车以每分钟150米的速度去追，追上时离家多远？", "900 米"),
        ("甲乙相距300千米，相向而行，甲速度60千米/小时，乙速度40千米/小时，几小时后相距100千米", "2 小时 或 4 小时"),
        ("船静水速度18km/h 水速2km/h 两码头相距160km 逆流而上要几小时", "10 小时"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    assert answer_of("travel", text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "A、B两地相距300千米，甲、乙两车相向而行，甲先出发1小时，甲速度60千米/小时，乙速度40千米/小时，几小时后相遇",
        "甲乙相距300千米，相向而行，甲速度60千米/小时，乙速度40千米/小时，几小时后第二次相遇",
        "甲乙相距300米，相向而行，甲速度60千米/小时，乙速度40千米/小时，几小时后相遇",
        "甲乙相距300千米，背向而行，甲速度60千米/小时，乙速度40千米/小时，几小时后相遇",
        "甲乙相距30千米，同向而行，甲每小时行4千米，乙每小时行10千米，几小时甲能追上乙",
        "环形跑道一圈400米，甲每秒跑6米，乙每秒跑4米，同向而行，几秒甲追上乙",
        "甲乙相距300千米，相向而行，甲速度60千米/小时，几小时后相遇",
        "甲乙丙三人相距300千米，相向而行，甲速度60千米/小时，乙速度40千米/小时，几小时后相遇",
        "甲乙相距300千米，相向而行，甲速度60千米/小时，乙速度40千米/小时，下雨路滑车慢，几小时后相遇",
        "甲、乙两人分别从相距60千米的A、B两地同时出发相向而行，甲速6千米/小时，乙速4千米/小时，乙每走1小时就要停下来休息一会儿，几小时相遇",
        "船静水速度18km/h，水速2km/h，逆流而上要几小时",
        "小明每分钟走60米，5分钟后爸爸去追，多少分钟能追上",
        "一列火车以30米/秒的速度通过一座桥，需要多少秒",
        "甲、乙两人在400米的环形跑道上同时同地同向跑步，甲每秒跑6米，乙每秒跑4米，甲第一次追上乙时，甲跑了多少瓦？",
        "两码头相距120公里，轮船顺水航行需6小时，逆水航行需10小时，求船的静水速度和马力",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert left_alone("travel", text)


@pytest.mark.parametrize(
    ("first", "second", "way"),
    [(Fraction(6), Fraction(4), Fraction(12)), (Fraction(9), Fraction(5), Fraction(28))],
)
def test_a_turn_at_the_end_against_both_ways(first: Fraction, second: Fraction, way: Fraction) -> None:
    time = 2 * way / (first + second)
    assert first * time - way == way - second * time  # the faster is as far back as the slower has yet to go
    text = f"甲乙二人同时从A地出发前往相距{way}千米的B地，甲的速度为{first}千米/时，乙的速度为{second}千米/时，甲到B地后立即返回，与乙相遇，问相遇时两人已走了几小时？"
    assert answer_of("travel", text).startswith(f"{float(time):g} 小时")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "甲、乙两车在离中点32千米处相遇，甲车每小时行56千米，乙车每小时行48千米，两车同时从A、B两地相向开出，A、B两地相距多少千米？",
            "832 千米",
        ),
        ("一列长180米的列车以每秒18米的速度行驶，追上同向行走速度为每秒2米的行人，从追上到超过行人用多少秒？", "11.25 秒"),
        ("小李上山每小时走3千米，沿原路下山每小时走6千米，上山比下山多用1小时，求山路长多少千米？", "6 千米"),
        ("小张从家出发去单位，每分钟走50米会迟到3分钟，每分钟走60米则早到2分钟，他家到单位的距离是多少米？", "1500 米"),
        ("甲、乙两人在400米的环形跑道上同时同地反向而跑，甲的速度是5米/秒，乙的速度是3米/秒，问多少秒后两人第二次相遇？", "100 秒"),
    ],
)
def test_solver_answers_what_else_is_asked_of_a_journey(text: str, answer: str) -> None:
    assert answer_of("travel", text) == answer


def test_solver_answers_nothing_less_than_was_asked() -> None:
    text = "某环形跑道长400米,甲、乙二人同时同地同向出发,甲的速度为每秒6米,乙的速度为每秒4.4米,问甲第一次追上乙时跑了多少米?"
    assert answer_of("travel", text) == "1500 米"
    assert left_alone("travel", "甲乙两人相距100米，甲每秒6米乙每秒4米，同时同向出发，甲追上乙要多少秒？换成三个人呢")
