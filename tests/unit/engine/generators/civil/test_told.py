"""Short statistics with names of any kind: random problems in many forms against what they were made from."""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction

import pytest

from engine.generators.civil._problems.relations import solution
from engine.generators.civil._statistics.told.reading import read_told
from engine.generators.reading import StayOut

_NOUNS = (
    "蓝莓",
    "陶罐",
    "风筝",
    "竹席",
    "海胆",
    "藤椅",
    "墨条",
    "绢扇",
    "松茸",
    "银饰",
)
_VERBS = ("卖", "运", "做", "收", "烧", "编")
_UNITS = ("吨", "件", "万元", "只", "箱")


def _percent(value: Fraction) -> str:
    return f"{float(value * 100):g}%"


def _figure(value: Fraction) -> str:
    return f"{float(value):g}"


def _growth(chance: random.Random) -> tuple[str, Fraction]:
    noun, unit = chance.choice(_NOUNS), chance.choice(_UNITS)
    before, rate = Fraction(chance.randrange(20, 900) * 10), Fraction(chance.choice((-40, -25, -20, -10, 5, 10, 20, 25, 60)), 100)
    now = before * (1 + rate)
    way, other = ("增长", "上升") if rate > 0 else ("下降", "减少")
    told = chance.choice(
        (
            f"某镇今年{noun}产量{_figure(now)}{unit}，比去年{way}{_percent(abs(rate))}。",
            f"{noun}产量今年为{_figure(now)}{unit}，同比{other}了{_percent(abs(rate))}，",
            f"某镇{noun}产量2022年是{_figure(now)}{unit}，较2021年{other}{_percent(abs(rate))}。",
        )
    )
    dated = "2021年" in told
    asked = chance.choice(
        (
            (f"{'2021年' if dated else '去年'}{noun}产量是多少{unit}？", before),
            (f"求{'2021年' if dated else '去年'}的{noun}产量为多少{unit}？", before),
            (f"{noun}产量比{'2021年' if dated else '去年'}{'增加' if rate > 0 else '减少'}了多少{unit}？", abs(now - before)),
        )
    )
    return told + asked[0], asked[1]


def _parts(chance: random.Random) -> tuple[str, Fraction]:
    one, other, rest = chance.sample(_NOUNS, 3)
    unit = chance.choice(_UNITS)
    total = Fraction(chance.randrange(2, 60) * 100)
    shares = [Fraction(chance.choice((15, 20, 25, 30)), 100) for _ in range(2)]
    parts = [total * share for share in shares]
    parts.append(total - sum(parts))
    verb = chance.choice(_VERBS)
    told = chance.choice(
        (
            f"铺子一共{verb}了{_figure(total)}{unit}货，其中{one}{_figure(parts[0])}{unit}，{other}{_figure(parts[1])}{unit}，其余为{rest}。",
            f"铺子的货共有{_figure(total)}{unit}，其中{one}占{_percent(shares[0])}，{other}占{_percent(shares[1])}，其余都是{rest}。",
            f"铺子的货里{one}占{_percent(shares[0])}，{other}占{_percent(shares[1])}，其余是{rest}。已知{one}有{_figure(parts[0])}{unit}，",
        )
    )
    place = chance.randrange(3)
    name = (one, other, rest)[place]
    asked = chance.choice(
        (
            (f"{name}有多少{unit}？", parts[place]),
            (f"问{name}占货的百分之几？", parts[place] / total * 100),
        )
    )
    return told + asked[0], asked[1]


def _chain(chance: random.Random) -> tuple[str, Fraction]:
    noun, unit = chance.choice(_NOUNS), chance.choice(_UNITS)
    first, second = (Fraction(chance.choice((-20, -10, 10, 20, 25, 50)), 100) for _ in range(2))

    def way(rate: Fraction) -> str:
        return ("增长" if rate > 0 else "下降") + _percent(abs(rate))

    base = Fraction(chance.randrange(1, 80) * 100)
    asked = chance.choice(
        (
            ("2023年比2021年变化了百分之几？", ((1 + first) * (1 + second) - 1) * 100),
            (f"2023年{noun}销量多少{unit}？", base * (1 + first) * (1 + second)),
        )
    )
    told = f"某店{noun}销量2021年{_figure(base)}{unit}，2022年比上年{way(first)}，2023年又比2022年{way(second)}。"
    return told + asked[0], asked[1]


def _means(chance: random.Random) -> tuple[str, Fraction]:
    noun = chance.choice(_NOUNS)
    heads = chance.randrange(2, 50) * 10
    each = chance.randrange(2, 40)
    told = f"某合作社有社员{heads}人，今年{noun}收入{heads * each}元，"
    rates = Fraction(chance.choice((20, 26, 32)), 100), Fraction(chance.choice((5, 10, 25)), 100)
    return chance.choice(
        (
            (told + f"人均{noun}收入多少元？", Fraction(each)),
            (told + f"平均每人的{noun}收入是多少元？", Fraction(each)),
            (
                f"今年{noun}收入同比增长{_percent(rates[0])}，社员人数同比增长{_percent(rates[1])}，人均{noun}收入的增长率是多少？",
                ((1 + rates[0]) / (1 + rates[1]) - 1) * 100,
            ),
        )
    )


def _compared(chance: random.Random) -> tuple[str, Fraction]:
    one, other, third = chance.sample(_NOUNS, 3)
    unit = chance.choice(_UNITS)
    base, times, rate = (
        Fraction(chance.randrange(2, 50) * 20),
        Fraction(chance.choice((3, 5, 4)), 2),
        Fraction(chance.choice((-25, 25, 50)), 100),
    )
    told = f"{one}{_figure(base)}{unit}，{other}是{one}的{_figure(times)}倍，{third}比{other}{'多' if rate > 0 else '少'}{_percent(abs(rate))}，"
    values = [base, base * times, base * times * (1 + rate)]
    return chance.choice(
        (
            (told + f"{third}有多少{unit}？", values[2]),
            (told + f"{third}是{one}的多少倍？", values[2] / base),
            (told + f"三种一共多少{unit}？", sum(values, Fraction(0))),
        )
    )


_MAKERS: tuple[Callable[[random.Random], tuple[str, Fraction]], ...] = (_growth, _parts, _chain, _means, _compared)


@pytest.mark.parametrize("maker", _MAKERS)
def test_never_wrong_and_seldom_silent(maker: Callable[[random.Random], tuple[str, Fraction]]) -> None:
    """What is answered is what the problem was made from; few are left."""
    chance = random.Random(20)
    silent = []
    for _ in range(60):
        text, value = maker(chance)
        try:
            found = read_told(text)[0]
        except StayOut as objection:
            silent.append((text, str(objection)))
            continue
        said, _, counted = found.parameters["answers"][0]
        told = (
            Fraction(said)
            if counted
            else Fraction(0)
            if said == "不变"
            else Fraction(said.partition("|")[2]) * (-1 if said.startswith("下降") else 1)
        )
        assert told == value, (text, solution(found.parameters).answer)
    assert len(silent) <= 6, silent[:6]
