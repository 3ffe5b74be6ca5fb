"""Trips with a stream and against it: random ones, worded in many forms with any nouns, against what a plain calculation gives."""

from __future__ import annotations

import random
from collections.abc import Iterator
from fractions import Fraction

import pytest

from engine.generators.civil._problems.relations import solution
from engine.generators.civil._travel.runs.streams import read_streams
from engine.generators.reading import StayOut

_BOATS = ("渡轮", "运沙船", "科考船", "皮划艇", "挖泥船")
_PLACES = (("甲港", "乙港"), ("渔港", "灯塔"), ("石桥镇", "柳林镇"), ("A码头", "B码头"))
_FLOATS = ("木桶", "竹筏", "救生圈", "漂流瓶")


def _problem(chance: random.Random) -> tuple[str, tuple[Fraction, ...]]:
    """A text and the values that it asks for, in kilometres and hours."""
    water = Fraction(chance.randrange(1, 6))
    boat = water + chance.randrange(2, 20)
    down, up = boat + water, boat - water
    way = down * up * chance.choice((1, 2, 3))
    there, back = way / down, way / up
    name, (upper, lower), thing = chance.choice(_BOATS), chance.choice(_PLACES), chance.choice(_FLOATS)
    forms: tuple[tuple[str, tuple[Fraction, ...]], ...] = (
        (f"{upper}和{lower}相距{way}千米，一艘{name}顺水航行需{there}小时，逆水航行需{back}小时，求水流速度和船在静水中的速度。", (water, boat)),
        (f"一艘{name}从{upper}顺流而下到{lower}用{there}小时，逆流返回用{back}小时，水速为每小时{water}千米，{upper}到{lower}的距离是多少千米？", (way,)),
        (f"一艘{name}从{upper}顺流到{lower}要{there}小时，逆流返回要{back}小时。一只{thing}从{upper}漂到{lower}要多少小时？", (way / water,)),
        (f"一艘{name}在静水中每小时行{boat}千米，水速每小时{water}千米。它从{upper}顺水开往{lower}，再立即逆水开回，共用{there + back}小时。{upper}、{lower}相距多少千米？", (way,)),
        (f"一艘{name}在静水中的速度是每小时{boat}千米，水流速度是每小时{water}千米，往返于相距{way}千米的两港，共需多少小时？", (there + back,)),
        (f"一艘{name}先顺水航行{2 * down}千米，再逆水航行{3 * up}千米，共用了5小时。若先逆水航行{up}千米，再顺水航行{3 * down}千米，则用4小时。求水流速度。", (water,)),
        (f"一艘{name}顺流而下航行{way}千米到达{lower}，返回时多用了{back - there}小时，船在静水中的速度为{boat}千米/小时，水流速度是多少千米/小时？", (water,)),
    )  # fmt: skip
    text, values = forms[chance.randrange(len(forms))]
    return text, values


def problems(seed: int, count: int) -> Iterator[tuple[str, tuple[Fraction, ...]]]:
    """Random problems whose numbers all come out whole."""
    chance = random.Random(seed)
    while count:
        text, values = _problem(chance)
        if "/" not in text.replace("千米/小时", ""):
            count -= 1
            yield text, values


@pytest.mark.parametrize("seed", range(4))
def test_random_trips_are_answered_right_or_not_at_all(seed: int) -> None:
    answered = 0
    for text, values in problems(seed, 50):
        try:
            seen = read_streams(text)
        except StayOut:
            continue
        assert seen is not None
        said = tuple(Fraction(each.split("（")[0].split()[0]) for each in solution(seen.parameters).answer.split("；"))
        assert said == values, text
        answered += 1
    assert answered >= 35
