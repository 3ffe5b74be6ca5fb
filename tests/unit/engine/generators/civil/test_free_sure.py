"""Problems of the worst case made by chance, in words that no reader knows, against all that can be taken."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Callable, Sequence

import pytest

from engine.generators.solving import Solved, solve_text

# Where they are, what sorts there are, what follows a sort, what they are counted by, and how they are taken.
_STORIES = (
    ("陶罐里", ("杏核", "桃核", "梅核", "枣核"), "", "颗", "摸"),
    ("船舱里", ("青鱼", "鲈鱼", "鲟鱼", "鳜鱼"), "", "尾", "捞"),
    ("笔筒里", ("狼毫", "羊毫", "兔毫", "兼毫"), "笔", "支", "抽"),
    ("票箱里", ("绿", "黄", "紫", "白"), "色票", "张", "拿"),
    ("花圃里", ("海棠", "茉莉", "杜鹃", "石榴"), "", "盆", "搬"),
    ("应聘者中", ("会计类", "法律类", "中文类", "英语类"), "", "人", "选"),
)
_NUMERALS = "零一两三四"


def _needed(counts: Sequence[int], fails: Callable[[Sequence[int]], bool]) -> int:
    """One more than can be taken without what is to be sure."""
    taken = itertools.product(*(range(count + 1) for count in counts))
    return max(sum(each) for each in taken if fails(each)) + 1


def _told(chance: random.Random) -> tuple[str, int]:
    """A text, and the answer."""
    place, names, after, unit, verb = chance.choice(_STORIES)
    size = chance.choice((2, 3, 4))
    chosen = [f"{name}{after}" for name in chance.sample(names, size)]
    counts = [chance.randint(2, 6) for _ in chosen]
    form = chance.randint(0, 3)
    if form == 3:
        counts = [counts[0]] * size
    heads = (
        f"{place}有{'、'.join(f'{name}{count}{unit}' for name, count in zip(chosen, counts, strict=True))}",
        f"{place}共有{sum(counts)}{unit},其中{'、'.join(f'{count}{unit}{name}' for name, count in zip(chosen, counts, strict=True))}",
        f"{place}有{'、'.join(chosen[:-1])}和{chosen[-1]},分别有{'、'.join(map(str, counts))}{unit}",
        f"{place}有{'、'.join(chosen)}{_NUMERALS[size]}种各{counts[0]}{unit}",
    )
    one, other = chance.sample(range(size), 2)
    first, second = chance.randint(1, counts[one]), chance.randint(1, counts[other])
    both = min(first, second)
    alike, kinds = chance.randint(2, max(counts)), chance.randint(2, size)
    aims: tuple[tuple[str, Callable[[Sequence[int]], bool]], ...] = (
        (f"有{alike}{unit}是同一种", lambda taken: max(taken) < alike),
        (f"其中至少有{alike}{unit}种类相同", lambda taken: max(taken) < alike),
        (f"{verb}到{_NUMERALS[kinds]}种", lambda taken: sum(each > 0 for each in taken) < kinds),
        (f"有{chosen[one]}", lambda taken: taken[one] < 1),
        (f"至少有{first}{unit}{chosen[one]}", lambda taken: taken[one] < first),
        (
            f"有{first}{unit}{chosen[one]}和{second}{unit}{chosen[other]}",
            lambda taken: taken[one] < first or taken[other] < second,
        ),
        (f"{chosen[one]}、{chosen[other]}各有{both}{unit}", lambda taken: min(taken[one], taken[other]) < both),
        (f"{chosen[one]}和{chosen[other]}都不少于{both}{unit}", lambda taken: min(taken[one], taken[other]) < both),
        (f"每种至少{min(counts)}{unit}", lambda taken: min(taken) < min(counts)),
    )
    aim, fails = chance.choice(aims)
    questions = (
        f"至少{verb}出多少{unit},才能保证{aim}?",
        f"要保证{aim},至少要{verb}多少{unit}?",
        f"问最少要{verb}出几{unit}才能确保{aim}?",
    )
    return f"{heads[form]}。{chance.choice(questions)}", _needed(counts, fails)


@pytest.mark.parametrize("seed", range(3))
def test_what_is_answered_is_the_worst_case_and_one_more(seed: int) -> None:
    chance = random.Random(f"sure {seed}")
    answered = 0
    for _ in range(60):
        text, right = _told(chance)
        found = solve_text(text, "civil")
        if isinstance(found, Solved):
            answered += 1
            assert [int(each) for each in re.findall(r"\d+", found.answer)] == [right], text
    assert answered >= 50
