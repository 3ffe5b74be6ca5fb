"""Random problems of mixing and of means, in words that the readers have never seen, against keeping account of every part."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest

from engine.generators.solving import Solved, solve_text

_LIQUIDS = ("茶汤", "染剂", "海藻液", "姜汁", "卤汁", "乳浆", "营养液")
_WHO = ("", "技师", "阿姨", "厨娘", "学徒工")
_SORTS = (("老棉花", "新棉花"), ("东坡茶园", "西坡茶园"), ("大龄组", "青年组"), ("甲窑", "乙窑"), ("男教练", "女教练"))


def _answer(text: str) -> Fraction | None:
    solved = solve_text(text, "civil")
    if not isinstance(solved, Solved):
        return None
    shown = solved.answer.split("（约")[0].removeprefix("约").strip()
    return Fraction(shown.rstrip("%克人元分升 ").split()[0]) if shown[0].isdigit() else None


def _poured(chance: Random) -> tuple[str, Fraction]:
    """Something is put in or taken out one after the other; how strong it is in the end."""
    liquid, who = chance.choice(_LIQUIDS), chance.choice(_WHO)
    mass, strength = Fraction(chance.randrange(100, 900, 50)), Fraction(chance.randrange(5, 60, 5))
    text = chance.choice(
        (
            f"罐里有浓度为{strength}%的{liquid}{mass}克",
            f"现有{mass}克浓度{strength}%的{liquid}",
            f"一坛{liquid}重{mass}克，浓度是{strength}%",
        )
    )
    content = mass * strength / 100
    for step in range(chance.randrange(1, 4)):
        then = "" if step == 0 else chance.choice(("再", "接着", "又"))
        kind = chance.randrange(4)
        size = Fraction(chance.randrange(20, 90, 10))
        if kind == 0:
            text, mass = text + f"，{who}{then}{chance.choice(('加入', '倒入', '兑入'))}{size}克水", mass + size
        elif kind == 1:
            text += f"，{then}{chance.choice(('倒出', '舀出', '倒掉'))}{size}克"
            content, mass = content * (mass - size) / mass, mass - size
        elif kind == 2:
            other = Fraction(chance.randrange(5, 60, 5))
            text += f"，{then}加入{size}克浓度为{other}%的{liquid}"
            content, mass = content + size * other / 100, mass + size
        else:
            if mass - content <= size:
                continue
            text, mass = text + f"，{then}蒸发掉{size}克水", mass - size
    return text + chance.choice(("。这时的浓度是多少？", f"，现在{liquid}的浓度是多少？", "，最后浓度为多少？")), content / mass * 100


def _mixed(chance: Random) -> tuple[str, Fraction]:
    """Two sorts of known strength make one; how much of the first."""
    liquid = chance.choice(_LIQUIDS)
    weak = chance.randrange(4, 30, 2)
    strong = weak + chance.randrange(6, 40, 2)
    wanted, total = chance.randrange(weak + 1, strong), chance.randrange(100, 900, 50)
    first = Fraction(total * (strong - wanted), strong - weak)
    text = chance.choice(
        (
            f"用浓度为{weak}%和{strong}%的两种{liquid}配成浓度为{wanted}%的{liquid}{total}克，需要{weak}%的{liquid}多少克？",
            f"将浓度为{weak}%的{liquid}与浓度为{strong}%的{liquid}混合，得到{total}克浓度为{wanted}%的{liquid}，{weak}%的{liquid}用了多少克？",
            f"甲、乙两种{liquid}的浓度分别为{weak}%和{strong}%，要配制浓度{wanted}%的{liquid}{total}克，需要甲多少克？",
        )
    )
    return text, first


def _exchanged(chance: Random) -> tuple[str, Fraction]:
    """Poured from one into the other and some back; how strong the first is then."""
    liquid = chance.choice(_LIQUIDS)
    masses = [Fraction(chance.randrange(200, 600, 50)) for _ in range(2)]
    strengths = [Fraction(chance.randrange(5, 60, 5)) for _ in range(2)]
    over, back = Fraction(chance.randrange(20, 100, 10)), Fraction(chance.randrange(20, 100, 10))
    salts = [mass * strength / 100 for mass, strength in zip(masses, strengths, strict=True)]
    gone = over * salts[0] / masses[0]
    salts, masses = [salts[0] - gone, salts[1] + gone], [masses[0] - over, masses[1] + over]
    gone = back * salts[1] / masses[1]
    text = (
        f"甲坛有浓度{strengths[0]}%的{liquid}{masses[0] + over}克，乙坛有浓度{strengths[1]}%的{liquid}{masses[1] - over}克。"
        f"先从甲坛取出{over}克倒入乙坛，混匀后再从乙坛取出{back}克倒入甲坛，现在甲坛{liquid}的浓度是多少？"
    )
    return text, (salts[0] + gone) / (masses[0] + back) * 100


def _grouped(chance: Random) -> tuple[str, Fraction]:
    """Two groups, their means and that of all: one of the five is asked for."""
    one, other = chance.choice(_SORTS)
    sizes = [chance.randrange(5, 60) for _ in range(2)]
    means = [Fraction(chance.randrange(40, 120)) for _ in range(2)]
    whole = sum((size * mean for size, mean in zip(sizes, means, strict=True)), Fraction(0)) / sum(sizes)
    if whole.denominator not in (1, 2, 4, 5, 10) or means[0] == means[1]:
        return _grouped(chance)
    shown = f"{float(whole):g}"
    return chance.choice(
        (
            (f"{one}{sizes[0]}人，平均奖金{means[0]}元，{other}{sizes[1]}人，平均奖金{means[1]}元，全体平均奖金是多少元？", whole),
            (
                f"{one}有{sizes[0]}人，人均{means[0]}分；{other}人均{means[1]}分，全部人员人均{shown}分，{other}有多少人？",
                Fraction(sizes[1]),
            ),
            (
                f"{one}的平均成绩是{means[0]}分，{other}的平均成绩是{means[1]}分，全体的平均成绩是{shown}分，全体共有{sum(sizes)}人，{one}有多少人？",
                Fraction(sizes[0]),
            ),
            (f"全队{sum(sizes)}人平均得{shown}分，其中{one}{sizes[0]}人平均得{means[0]}分，{other}平均得多少分？", means[1]),
        )
    )


@pytest.mark.parametrize(("make", "answered"), [(_poured, 60), (_mixed, 60), (_exchanged, 60), (_grouped, 45)])
def test_no_random_problem_is_answered_wrong(make: object, answered: int) -> None:
    chance = Random(20261)
    assert callable(make)
    said, wrong = 0, []
    for _ in range(80):
        text, expected = make(chance)
        shown = _answer(text)
        said += shown is not None
        if shown is not None and abs(shown - expected) > Fraction(1, 100):
            wrong.append((text, expected, shown))
    assert wrong == []
    assert said >= answered
