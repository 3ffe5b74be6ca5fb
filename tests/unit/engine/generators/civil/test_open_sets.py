"""Problems of sets made by chance, in words that no reader knows, against the parts that they were made from."""

from __future__ import annotations

import itertools
import random
import re

import pytest

from engine.generators.solving import Solved, solve_text

# Verb, names, what follows a name, what there are so many of, and what sets are counted by.
_STORIES = (
    ("取了", ("荤菜", "素菜", "汤"), "", "食客", "人", "样"),
    ("盖过", ("松鼠章", "刺猬章", "狐狸章"), "", "护照", "本", "种"),
    ("挂着", ("铜铃", "丝穗", "木牌"), "", "灯笼", "盏", "样"),
    ("尝过", ("蓝莓酱", "榛子酱", "花生酱"), "", "小孩", "人", "种"),
    ("通过了", ("握力", "摸高", "折返跑"), "项目", "队员", "人", "个项目"),
    ("浇过", ("河水", "井水", "雨水"), "", "盆花", "盆", "种水"),
    ("刷了", ("清漆", "桐油", "石蜡"), "", "木船", "条", "道"),
    ("驯过", ("猎鹰", "信鸽", "鹦哥"), "", "牧民", "人", "种"),
    ("攀过", ("甲峰", "乙峰", "丙峰"), "", "山友", "人", "座峰"),
    ("抄录过", ("《诗》", "《书》", "《易》"), "", "门生", "人", "种"),
)


def _told(chance: random.Random) -> tuple[str, list[tuple[str, int]], str, int]:
    """A text, and the answer."""
    verb, names, after, people, unit, sort = chance.choice(_STORIES)
    size = chance.choice((2, 3, 3))
    chosen = chance.sample(names, size)
    parts = {bits: chance.randint(1, 19) for bits in range(1 << size)}
    everything = (1 << size) - 1
    count = "两三"[size - 2]
    by = sort if not sort.startswith("个") else sort
    call = [f"{verb}{name}{after}" for name in chosen]

    def of(fits) -> int:
        return sum(number for bits, number in parts.items() if fits(bits))

    has = chance.choice(("的有{}" + unit, "的{}" + unit, f"的{people}有" + "{}" + unit, "的是{}" + unit))
    facts: list[tuple[str, list[int], int]] = []

    def add(text: str, fits) -> None:
        facts.append((text, [int(fits(bits)) for bits in range(1 << size)], of(fits)))

    for place, name in enumerate(call):
        add(name, lambda bits, place=place: bits >> place & 1)
    add(chance.choice((f"{count}{by}都{verb}", f"{count}{by}全都{verb}")).removesuffix("了") , lambda bits: bits == everything)
    add(chance.choice((f"一{by}也没{verb}", f"{count}{by}都没{verb}")).removesuffix("了").removesuffix("过"), lambda bits: bits == 0)
    add(chance.choice((f"只{verb}一{by}", f"恰好{verb}一{by}")), lambda bits: bits.bit_count() == 1)
    add(f"至少{verb}一{by}", lambda bits: bits > 0)
    if size == 3:
        add(chance.choice((f"恰好{verb}两{by}", f"只{verb}两{by}", f"只{verb}其中两{by}")), lambda bits: bits.bit_count() == 2)
        add(f"至少{verb}两{by}", lambda bits: bits.bit_count() >= 2)
    for one, other in itertools.combinations(range(size), 2):
        mask = 1 << one | 1 << other
        a, b = chosen[one] + after, chosen[other] + after
        if size == 3:
            add(chance.choice((f"既{verb}{a}又{verb}{b}", f"同时{verb}{a}和{b}", f"{verb}{a}并且{verb}{b}", f"{a}和{b}都{verb}")), lambda bits, mask=mask: bits & mask == mask)
            add(f"只{verb}{a}和{b}", lambda bits, mask=mask: bits == mask)
        add(f"{verb}{a}但没{verb}{b}".replace("没" + verb, "没" + verb.removesuffix("了")), lambda bits, one=one, other=other: bits >> one & 1 and not bits >> other & 1)
    for place in range(size):
        add(f"只{call[place]}", lambda bits, place=place: bits == 1 << place)
    total = of(lambda bits: True)
    chance.shuffle(facts)
    singles = [fact for fact in facts if fact[0] in call]
    others = [fact for fact in facts if fact[0] not in call]
    told, asked = [*singles, *others[: size - 1 + chance.randint(0, 2)]], others[-1]
    if chance.random() < 0.4:
        chance.shuffle(told)
    said = "".join(f"{chance.choice(('', '', '其中'))}{text}{has.format(number)}，" for text, _, number in told)
    opening = chance.choice((f"共有{total}{unit}{people}，", f"一批{people}共{total}{unit}，", f"{total}{unit}{people}中，", f"清点了{total}{unit}{people}，"))
    question = chance.choice((f"问{asked[0]}的有多少{unit}？", f"那么{asked[0]}的{people}有多少{unit}？", f"则{asked[0]}的有（ ）{unit}。"))
    return opening + said.removesuffix("，") + "。" + question, [], unit, asked[2]


@pytest.mark.parametrize("seed", range(4))
def test_what_is_answered_is_what_was_counted(seed: int) -> None:
    chance = random.Random(f"sets {seed}")
    answered = 0
    for _ in range(60):
        text, _, _, right = _told(chance)
        found = solve_text(text, "civil")
        if isinstance(found, Solved):
            answered += 1
            assert [int(each) for each in re.findall(r"\d+", found.answer)] == [right], text
    assert answered >= 15
