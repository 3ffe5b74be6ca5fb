"""Work and trade told with any names, nouns and verbs: random problems against answers counted without the readers' equations."""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction

import pytest

from engine.generators.civil._profit.ledger.reading import read_ledger
from engine.generators.civil._work_rate.crews.reading import read_crews
from engine.generators.kind import Recognition
from engine.generators.reading import StayOut

PAIRS = (("甲", "乙"), ("阿福", "桂香"), ("东厂", "西厂"), ("粗管", "细管"), ("王嫂", "李婶"), ("老窦", "小佟"), ("红星组", "飞鹰组"))
DONE = (("誊", "一叠请柬"), ("熬", "一缸糖浆"), ("糊", "一批灯笼"), ("刨", "一车木料"), ("清", "一条河道"), ("织", "一批土布"))
HANDS = (("人", ""), ("名", "绣娘"), ("台", "刨床"), ("位", "茶农"), ("辆", "拖车"))
GOODS = (("折扇", "把"), ("莲蓬", "个"), ("陶罐", "只"), ("蜂蜜", "瓶"), ("草帽", "顶"), ("核桃", "千克"))
TENTHS = {"五折": 5, "六折": 6, "七折": 7, "八折": 8, "九折": 9}
Problem = tuple[str, Fraction]


def work(chance: random.Random) -> Problem:
    """Two by name, or a number of hands."""
    (one, other), (verb, what), unit = chance.choice(PAIRS), chance.choice(DONE), chance.choice(("天", "小时", "分钟"))
    first, second = chance.sample((8, 9, 10, 12, 15, 18, 20, 24, 30), 2)
    begun = chance.randint(1, min(first, second) // 2 - 1)
    a, b = Fraction(1, first), Fraction(1, second)
    told = chance.choice(
        (
            f"{what},{one}单独{verb}要{first}{unit},{other}单独{verb}要{second}{unit}。",
            f"{one}独自{verb}{what}需要{first}{unit}完成,{other}独自{verb}需要{second}{unit}。",
            f"{verb}{what},{one}要{first}{unit},{other}要{second}{unit}。",
        )
    )
    hand, noun = chance.choice(HANDS)
    many, days, more = chance.randint(10, 30), chance.randint(6, 30), chance.randint(2, 9)
    spent = chance.randint(1, days - 2)
    return chance.choice(
        (
            (told + f"现在{one}和{other}一起{verb},需要多少{unit}{verb}完?", 1 / (a + b)),
            (told + f"{one}先{verb}了{begun}{unit},剩下的由{other}{verb},还要几{unit}?", (1 - begun * a) / b),
            (told + f"{one}先{verb}{begun}{unit},然后两人一起{verb},还要几{unit}{verb}完?", (1 - begun * a) / (a + b)),
            (told + f"两人合作,中途{one}休息了{begun}{unit},完成时一共用了几{unit}?", (1 + begun * a) / (a + b)),
            (f"{many}{hand}{noun}{verb}{what}要{days}{unit}。如果改用{more}{hand}{noun},要多少{unit}?", Fraction(many * days, more)),
            (
                f"{many}{hand}{noun}计划{days}{unit}{verb}完{what}。{verb}了{spent}{unit}后,调走{more}{hand}{noun},还要几{unit}{verb}完?",
                Fraction(many * (days - spent), many - more),
            ),
        )
    )


def trade(chance: random.Random) -> Problem:
    """Bought, marked, sold in one lot or two."""
    goods, unit = chance.choice(GOODS)
    number, cost, markup = chance.choice((40, 50, 80, 100, 200)), chance.randint(3, 90), chance.choice((60, 80, 100))
    fold, tenths = chance.choice(sorted(TENTHS.items()))
    share, carriage, lost = chance.choice((80, 90)), chance.choice((10, 20, 25)), chance.choice((5, 10, 20))
    bought = chance.choice(
        (f"货郎以每{unit}{cost}元的价格进了{number}{unit}{goods}", f"小店购进{number}{unit}{goods},每{unit}进价{cost}元", f"老板娘花{number * cost}元买进{number}{unit}{goods}")
    )  # fmt: skip
    marked = chance.choice((f"按{markup}%的利润定价", f"加价{markup}%定价", f"按高于进价{markup}%的价格标价"))
    price = cost * Fraction(100 + markup, 100)
    in_two = price * (Fraction(share, 100) + Fraction(100 - share, 100) * tenths / 10)
    plain = chance.randint(2 * cost, 3 * cost)
    return chance.choice(
        (
            (f"{bought},{marked},卖出{share}%后,剩下的打{fold}卖完,一共赚了多少元?", number * (in_two - cost)),
            (f"{bought},{marked},卖出{share}%后,其余打{fold}售完,总利润率是多少?", 100 * (in_two / cost - 1)),
            (f"{bought},另付运费{carriage}元,每{unit}卖{plain}元,全部卖出,一共获利多少元?", Fraction(number * (plain - cost) - carriage)),
            (
                f"{bought},运回后坏了{lost}%,好的按每{unit}{plain}元卖出,全部卖完后赚多少元?",
                number * (plain * Fraction(100 - lost, 100) - cost),
            ),
        )
    )


@pytest.mark.parametrize(("written", "read"), [(work, read_crews), (trade, read_ledger)])
def test_any_words_are_read_and_none_wrongly(
    written: Callable[[random.Random], Problem], read: Callable[[str], Recognition | None]
) -> None:
    chance = random.Random(408)
    answered = asked = 0
    for _ in range(240):
        text, right = written(chance)
        if right <= 0:
            continue
        asked += 1
        try:
            seen = read(text)
        except StayOut:
            continue
        if seen is not None:
            answered += 1
            assert [Fraction(value) for value, _, _ in seen.parameters["answers"]] == [right], text
    assert answered > asked * 8 // 10
