"""Solutions against keeping account of salt and water, textbook classics, and sentences as people type them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from engine.generators.civil.mixture import mixed, portions_for, poured, water_to_reach

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone, own_questions_solved


class Vessel:
    """Salt and water in a vessel."""

    def __init__(self, mass: Fraction | int, strength: Fraction | int) -> None:
        self.salt = Fraction(mass) * strength / 100
        self.water = mass - self.salt

    def take(self, mass: Fraction) -> Vessel:
        share = mass / (self.salt + self.water)
        out = Vessel(0, 0)
        out.salt, out.water = self.salt * share, self.water * share
        self.salt, self.water = self.salt - out.salt, self.water - out.water
        return out

    def add(self, other: Vessel) -> None:
        self.salt, self.water = self.salt + other.salt, self.water + other.water

    @property
    def strength(self) -> Fraction:
        return self.salt * 100 / (self.salt + self.water)


def test_textbook_classics() -> None:
    assert mixed([(100, 10), (300, 20)]) == Fraction(35, 2)
    assert water_to_reach(300, 20, 15) == 100
    assert list(map(int, portions_for(140, 5, 40, 30))) == [40, 100]  # steel of 5% and 40% nickel, 140 t of 30%
    assert poured(100, 80, 40, 3) == Fraction("17.28")  # the classic of 80% brine, 40 of 100 g thrice: 17.28%


def test_keys_agree_with_the_account() -> None:
    for composed in sample("mixture"):
        asked, option = composed.parameters, right_option(composed)
        shown = Fraction(option.rstrip("%").split()[0])
        task = asked["task"]
        if task == "mix":
            vessel = Vessel(asked["masses"][0], asked["strengths"][0])
            vessel.add(Vessel(asked["masses"][1], asked["strengths"][1]))
            assert vessel.strength == shown
        elif task in ("water", "boil"):
            vessel = Vessel(asked["mass"], asked["strength"])
            vessel.water += shown if task == "water" else -shown
            assert vessel.strength == asked["wanted"]
        elif task == "cross":
            weak, strong = (shown, asked["total"] - shown) if asked["ask_weak"] else (asked["total"] - shown, shown)
            vessel = Vessel(weak, asked["weak"])
            vessel.add(Vessel(strong, asked["strong"]))
            assert vessel.strength == asked["wanted"]
        elif task == "water-twice":
            vessel = Vessel(100, asked["first"])
            more = vessel.salt * 100 / asked["second"] - 100
            vessel.water += more
            assert vessel.strength == asked["second"]
            vessel.water += more
            assert vessel.strength == shown
        elif task == "poured":
            vessel = Vessel(asked["mass"], asked["strength"])
            for _ in range(asked["times"]):
                vessel.take(Fraction(asked["out"]))
                vessel.add(Vessel(asked["out"], 0))
            assert vessel.strength == shown
        else:
            one, other = (Vessel(mass, strength) for mass, strength in zip(asked["masses"], asked["strengths"], strict=True))
            from_one, from_other = one.take(shown), other.take(shown)
            one.add(from_other)
            other.add(from_one)
            assert one.strength == other.strength


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("100克浓度为10%的盐水和300克浓度为20%的盐水混合，混合后的浓度是多少？", "17.5%"),
        ("浓度为20%的盐水300克，倒出100克再加满水，浓度是多少", "约 13.33%"),
        ("有浓度为20%的盐水300克，要使浓度变为15%，需要加水多少克", "100 克"),
        ("浓度为20%的盐水300克，加入100克水后，浓度是多少", "15%"),
        ("老师好，把200克10%的糖水蒸发掉50克水，浓度变为多少？", "约 13.33%"),
        ("国考真题：浓度为10%的食盐水400克，要使浓度变成16%，需要蒸发掉多少克水", "150 克"),
        ("将浓度为30%的酒精溶液200克与浓度为60%的酒精溶液400克混合，求混合后溶液的浓度是多少", "50%"),
        ("500克浓度为16%的糖水，加水300克，所得糖水的浓度是百分之几", "10%"),
        ("300克含盐率为20%的盐水稀释为12%的盐水，需加多少克水", "200 克"),
        ("5千克8%的盐水和3千克16%的盐水混合后浓度为多少", "11%"),
        ("100克浓度10%的盐水、200克浓度20%的盐水、300克浓度30%的盐水混合，浓度是多少", "约 23.33%"),
        ("100克浓度为10%的盐水和300克浓度为20%的盐水混合，再加入50克盐，浓度是多少", "约 26.67%"),
        ("浓度为20%的盐水300克，加入100克盐后，浓度是多少", "40%"),
        ("浓度为20%的盐水300克，要使浓度变为15%，需要加浓度为5%的盐水多少克", "150 克"),
        ("浓度为20%的盐水300克，要使浓度变为25%，需要加盐多少克", "20 克"),
        ("浓度为20%的盐水和浓度为10%的盐水混合成15%的盐水300克，各需多少克", "150 克；150 克"),
        ("把100克浓度30%的盐水与200克浓度15%的盐水混合后，盐水浓度为多少？", "20%"),
        ("在浓度为15%的200克盐水中加入多少克水，可以得到浓度为10%的盐水？", "100 克"),
        ("浓度10%的糖水500克，再加多少克糖，就能变成浓度25%的糖水？", "100 克"),
        ("一杯200克的糖水含糖率是20%，喝掉一半后加满水，这时含糖率是多少", "10%"),
        ("有含盐8%的盐水40千克，要配成含盐20%的盐水，需要加盐多少千克？", "6 千克"),
        ("30%的酒精500ml跟70%的酒精300ml兑一块儿，度数是多少", "45%"),
        ("一个容器里装有浓度为60%的酒精溶液1000克，第一次倒出200克后用水加满，第二次倒出400克后再用水加满，此时酒精浓度为多少", "28.8%"),
        ("浓度为20%的盐水300克，加水后浓度变为15%，再加同样多的水，浓度是多少", "12%"),
        ("有浓度为50%的盐水100克，每次倒出20克再用清水加满，一共这样操作3次，浓度是多少", "25.6%"),
        ("甲杯糖水浓度12%重600克，乙杯浓度20%重200克，两杯交换同样多的糖水后浓度相等，交换了多少克", "150 克"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    assert answer_of("mixture", text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "甲容器浓度为20%的盐水300克，乙容器浓度10%的盐水200克，各取100克互换，浓度是多少",
        "浓度为20%的盐水300克，和200千克浓度10%的盐水混合，浓度是多少",
        "浓度为20%的盐水300克，要使浓度变为15%，需要蒸发多少克水",
        "浓度为20%的盐水300克，洒了一些后加入100克水，浓度是多少",
        "一杯浓度为30%的盐水200克，加入50克清水后又蒸发掉一部分水，求此时盐水的浓度",
        "浓度10%的糖水500克，再加一些糖，就能变成多少浓度的糖水",
        "一个容器里装有浓度为60%的酒精溶液1000克，第二次倒出400克后再用水加满，此时酒精浓度为多少",
        "要配制浓度为20%的盐水400克，需要浓度为25%和30%的盐水各多少克",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert left_alone("mixture", text)


def test_own_questions_are_solved_as_keyed() -> None:
    assert own_questions_solved("mixture") >= 15
