"""Arrangements told with words that stand in no list, against every arrangement written out."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable
from fractions import Fraction
from math import comb, factorial

from engine.generators.chance import Chance
from engine.generators.civil._counting.arranging.reading import read_arranging, read_arranging_chance
from engine.generators.civil._counting.arranging.simulator import arranged, arranged_chance
from engine.generators.pasted.normalising import normalise
from engine.generators.reading import StayOut

_SORTS = (
    ("男陶艺师", "女陶艺师", "名"),
    ("蒙面鸮", "白颊鸮", "只"),
    ("篆刻章", "木雕章", "枚"),
    ("潜水教练", "攀岩教练", "位"),
    ("鼓手", "号手", "名"),
)
_NAMES = (("甲", "乙", "丙"), ("小裴", "小邬", "小蔺"), ("老耿", "老翟", "老阎"))
_Told = tuple[str, Fraction]


def _some(chance: Chance) -> _Told:
    one, other, unit = chance.choice(_SORTS)
    n, m = chance.between(2, 6), chance.between(2, 6)
    take = chance.between(2, 4 if n + m > 4 else 3)
    number = chance.between(1, min(take, m))
    events: tuple[tuple[str, Callable[[int], bool]], ...] = (
        (f"至少有{number}{unit}{other}", lambda got: got >= number),
        (f"{other}不超过{number}{unit}", lambda got: got <= number),
        (f"恰有{number}{unit}{other}", lambda got: got == number),
        (f"既有{one}又有{other}", lambda got: 0 < got < take),
    )
    said, fits = chance.choice(events)
    good = sum(comb(m, got) * comb(n, take - got) for got in range(take + 1) if fits(got))
    pool = chance.choice((f"从{n}{unit}{one}和{m}{unit}{other}中", f"某渡口有{one}{n}{unit}、{other}{m}{unit}，现从中"))
    if chance.one_in(2):
        return f"{pool}抽调{take}{unit}赴集市，要求{said}，共有多少种不同的选法？", Fraction(good)
    return f"{pool}随机抽调{take}{unit}赴集市，{said}的概率是多少？", Fraction(good, comb(n + m, take))


def _row(chance: Chance) -> _Told:
    x, y, z = chance.choice(_NAMES)
    size = chance.between(4, 6)
    rules: tuple[tuple[str, Callable[[tuple[int, ...]], bool]], ...] = (
        (f"{x}和{y}必须相邻", lambda at: abs(at[0] - at[1]) == 1),
        (f"{x}不与{z}相邻", lambda at: abs(at[0] - at[2]) > 1),
        (f"{y}不站在两端", lambda at: at[1] not in (0, size - 1)),
        (f"{z}不能站在最右边", lambda at: at[2] != size - 1),
        (f"{x}在{z}的左边", lambda at: at[0] < at[2]),
        (f"{y}、{z}之间恰有1人", lambda at: abs(at[1] - at[2]) == 2),
    )
    (said, holds), (more, holds_too) = chance.sample(rules, 2)
    good = sum(holds(at) and holds_too(at) for at in itertools.permutations(range(size)))
    who = f"包括{x}、{y}、{z}在内的{size}名登山者"
    if chance.one_in(2):
        return f"{who}站成一排留影，{said}，{more}，有多少种不同的站法？", Fraction(good)
    return f"{who}随机站成一排，{said}且{more}的概率是多少？", Fraction(good, factorial(size))


def _places(chance: Chance) -> _Told:
    x, y, _ = chance.choice(_NAMES)
    places, people = chance.between(2, 4), chance.between(4, 6)
    conditions: tuple[tuple[str, Callable[[tuple[int, ...]], bool]], ...] = (
        ("", lambda to: True),
        (f"，{x}和{y}必须去同一座驿站", lambda to: to[0] == to[1]),
        (f"，{x}和{y}不能去同一座驿站", lambda to: to[0] != to[1]),
    )
    said, holds = chance.choice(conditions)
    good = sum(len(set(to)) == places and holds(to) for to in itertools.product(range(places), repeat=people))
    return (
        f"将{people}名测绘员分配到{places}座驿站，每人只去1座驿站，每座驿站至少1人{said}，有多少种不同的分配方案？",
        Fraction(good),
    )


def test_random_arrangements_are_what_trying_everything_says() -> None:
    chance = Chance(20)
    answered = 0
    for _ in range(400):
        text, right = chance.choice((_some, _row, _places))(chance)
        reader, solve = (read_arranging_chance, arranged_chance) if "概率" in text else (read_arranging, arranged)
        try:
            seen = reader(normalise(text))
        except StayOut:
            continue
        if seen is not None:
            assert solve(seen.parameters)[0] == right, text
            answered += 1
    assert answered > 360


def test_conditions_that_only_look_plain_are_left_alone() -> None:
    for text in (
        "6名登山者站成一排,甲只与乙相邻,有多少种站法?",
        "从8名厨师中选3人,甲去则乙也去,有多少种选法?",
        "从8名厨师中选3人,其中1人任组长,有多少种选法?",
        "将5名护林员分配到3个哨所,每人只去1个哨所,每个哨所至少1人,小裴比小邬先去,有多少种分配方案?",
        "6名登山者站成一排,甲和乙之间至少有1人,有多少种站法?",
        "将6个搪瓷杯分给3名船工,每人至少1个,有多少种分法?",
        "从6名擂茶师和5名制香师中挑4名去集市,再让其中2名先走,有多少种挑法?",
        "6名擂茶师排成一列,老庞排在奇数位,有多少种排法?",
    ):
        with contextlib.suppress(StayOut):
            assert read_arranging(text) is None, text
