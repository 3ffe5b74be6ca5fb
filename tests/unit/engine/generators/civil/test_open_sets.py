"""Problems of sets made by chance, in words that no reader knows, against the parts that they were made from."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Callable

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


def _told(chance: random.Random) -> tuple[str, int]:
    """A text, and the answer."""
    verb, names, after, people, unit, sort = chance.choice(_STORIES)
    size = chance.choice((2, 3, 3))
    chosen = chance.sample(names, size)
    parts = {bits: chance.randint(1, 19) for bits in range(1 << size)}
    everything = (1 << size) - 1
    count = f"{'两三'[size - 2]}{sort}"
    bare = verb.removesuffix("了").removesuffix("过")
    call = [f"{verb}{name}{after}" for name in chosen]
    facts: list[tuple[str, int]] = []

    def add(texts: tuple[str, ...], fits: Callable[[int], bool]) -> None:
        facts.append((chance.choice(texts), sum(number for bits, number in parts.items() if fits(bits))))

    def has(place: int) -> Callable[[int], bool]:
        return lambda bits: bool(bits >> place & 1)

    for place, name in enumerate(call):
        add((name,), has(place))
    add((f"{count}都{bare}", f"{count}全都{bare}"), lambda bits: bits == everything)
    add((f"一{sort}也没{bare}", f"{count}都没{bare}"), lambda bits: bits == 0)
    add((f"只{verb}一{sort}", f"恰好{verb}一{sort}"), lambda bits: bits.bit_count() == 1)
    add((f"至少{verb}一{sort}",), lambda bits: bits > 0)
    if size == 3:
        add((f"恰好{verb}两{sort}", f"只{verb}两{sort}", f"只{verb}其中两{sort}"), lambda bits: bits.bit_count() == 2)
        add((f"至少{verb}两{sort}",), lambda bits: bits.bit_count() >= 2)
    for one, other in itertools.permutations(range(size), 2):
        mask = 1 << one | 1 << other
        a, b = chosen[one] + after, chosen[other] + after
        if size == 3:
            both = (f"既{verb}{a}又{verb}{b}", f"同时{verb}{a}和{b}", f"{verb}{a}并且{verb}{b}", f"{a}和{b}都{verb}")
            add(both, lambda bits, mask=mask: bits & mask == mask)  # type: ignore[misc]
            add((f"只{verb}{a}和{b}",), lambda bits, mask=mask: bits == mask)  # type: ignore[misc]
        only = (f"{verb}{a}但没{bare}{b}", f"{verb}{a}而没有{bare}{b}")
        add(only, lambda bits, one=one, other=other: bits >> one & 1 and not bits >> other & 1)  # type: ignore[misc]
    for place in range(size):
        add((f"只{call[place]}",), lambda bits, place=place: bits == 1 << place)  # type: ignore[misc]
    total = sum(parts.values())
    singles, others = facts[:size], facts[size:]
    chance.shuffle(singles)
    chance.shuffle(others)
    told, asked = [*singles, *others[: size - 1 + chance.randint(0, 2)]], others[-1]
    if chance.random() < 0.4:
        chance.shuffle(told)
    form = chance.choice(("的有{}", "的{}", f"的{people}有" + "{}", "的是{}"))
    said = "，".join(f"{chance.choice(('', '', '其中'))}{text}{form.format(number)}{unit}" for text, number in told)
    opening = chance.choice(
        (f"共有{total}{unit}{people}", f"一批{people}共{total}{unit}", f"{total}{unit}{people}中", f"清点了{total}{unit}{people}")
    )
    question = chance.choice((f"问{asked[0]}的有多少{unit}？", f"那么{asked[0]}的{people}有多少{unit}？", f"则{asked[0]}的有（ ）{unit}。"))
    return f"{opening}，{said}。{question}", asked[1]


@pytest.mark.parametrize("seed", range(4))
def test_what_is_answered_is_what_was_counted(seed: int) -> None:
    chance = random.Random(f"sets {seed}")
    answered = 0
    for _ in range(60):
        text, right = _told(chance)
        found = solve_text(text, "civil")
        if isinstance(found, Solved):
            answered += 1
            assert [int(each) for each in re.findall(r"\d+", found.answer)] == [right], text
    assert answered >= 15
