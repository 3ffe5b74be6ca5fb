"""Ways gone in several manners: random ones, worded in many forms with any nouns, against what a plain calculation gives."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Iterator
from fractions import Fraction

import pytest

from engine.generators.civil._problems.relations import solution
from engine.generators.civil._travel.runs.reading import read_runs
from engine.generators.reading import StayOut

_WHO = ("小郝", "邹师傅", "巡检员", "一只信鸽", "养蜂人", "那辆厢货", "老薛", "采茶姑娘", "测绘车", "一位画家")
_FROM = ("苗圃", "水文站", "气象台", "鱼塘", "木屋", "A地", "窑厂", "码头东门")
_TO = ("茶园", "瞭望塔", "变电所", "集市", "B地", "羊圈", "粮库", "灯塔")
_MANNERS = (("步行", "骑车"), ("骑马", "坐雪橇"), ("划船", "开摩托艇"), ("乘牛车", "乘索道"), ("走路", "滑旱冰"))
_STORIES = ("", "某地风景秀丽。", "周末天气晴好,", "为了送一份图纸,", "村里要办灯会。")


def _number(value: Fraction) -> str | None:
    """A value as a problem would tell it; None where it would not."""
    if value.denominator in (1, 2, 5, 10):
        return f"{float(value):g}"
    return None


def _problem(chance: random.Random) -> tuple[str, Fraction] | None:
    """A text and the value that it asks for."""
    who, start, end, story = (chance.choice(each) for each in (_WHO, _FROM, _TO, _STORIES))
    way = Fraction(chance.choice((600, 720, 900, 1200, 1800, 2400, 3000)))
    one, other = (Fraction(chance.choice((20, 24, 30, 40, 45, 50, 60, 72, 75, 80, 90, 100, 120, 150))) for _ in range(2))
    if one == other:
        return None
    slow, fast = sorted((one, other))
    long, short = way / slow, way / fast
    told = {
        name: _number(value)
        for name, value in (
            ("way", way),
            ("slow", slow),
            ("fast", fast),
            ("long", long),
            ("short", short),
            ("gap", long - short),
            ("more", fast - slow),
        )
    }
    n = {name: value for name, value in told.items() if value is not None}
    forms: list[tuple[str, Fraction]] = []

    def form(text: str, value: Fraction) -> None:
        with contextlib.suppress(KeyError):
            forms.append((text.format(**n), value))

    head = f"{story}{who}从{start}到{end}，"
    form(head + "去时每分钟行{slow}米，{long}分钟到达；原路返回时用了{short}分钟。返回时平均每分钟行多少米？", fast)
    form(head + "原计划每分钟行{slow}米，实际每分钟多行{more}米，结果提前{gap}分钟到达。" + f"{start}到{end}有多少米？", way)
    form(head + "如果每分钟行{slow}米，会迟到{gap}分钟；如果每分钟行{fast}米，正好准时到达。" + f"{start}和{end}相距多少米？", way)
    form(head + "平时要用{long}分钟。某天速度比平时快{more}米/分钟，比平时少用{gap}分钟。" + f"{start}到{end}的路程是多少米？", way)
    form(head + "去时速度为{slow}米/分钟，返回时速度为{fast}米/分钟，往返的平均速度是多少米/分钟？", 2 * way / (long + short))
    form(head + "前一半路程的速度是{slow}米/分钟，后一半路程的速度是{fast}米/分钟。全程的平均速度是多少米/分钟？", 2 * way / (long + short))
    form(head + "前一半时间的速度是{slow}米/分钟，后一半时间的速度是{fast}米/分钟。全程的平均速度是多少米/分钟？", (slow + fast) / 2)
    slower, faster = chance.choice(_MANNERS)
    form(
        f"{story}从{start}到{end}的路程，{who}{slower}要{{long}}分钟，{faster}只要{{short}}分钟。已知{faster}每分钟比{slower}多行{{more}}米，{start}到{end}有多远？",
        way,
    )
    share = slow / fast
    part = way * chance.choice((Fraction(1, 3), Fraction(1, 2), Fraction(1, 4), Fraction(2, 3)))
    late = _number((way - part) / slow - (way - part) / fast)
    rest, begun = _number(way - part), _number(part / fast)
    if late and rest:
        text = (
            head
            + f"平时用{{short}}分钟。今天走到距离{end}{rest}米处时车坏了，只好{slower}前往，{slower}的速度只有平时速度的{share}，结果比平时多用{late}分钟。{start}到{end}有多少米？"
        )
        form(text, way)
    if late and begun:
        form(
            head
            + f"原计划{{short}}分钟到达。行了{begun}分钟后，速度降为原来的{share}，结果比原计划晚{late}分钟到达。原来的速度为{{fast}}米/分钟，{start}到{end}有多少米？",
            way,
        )
    if not forms:
        return None
    return chance.choice(forms)


def _problems(seed: int, count: int) -> Iterator[tuple[str, Fraction]]:
    chance = random.Random(seed)
    while count:
        if (found := _problem(chance)) is not None:
            count -= 1
            yield found


def _metric(answer: str) -> Fraction:
    number, unit = answer.split("（")[0].split()
    return Fraction(number) * (1000 if unit.startswith("千米") else 1)


def solved(text: str) -> Fraction | None:
    """The value in metres, minutes, metres a minute; None where it is left alone."""
    try:
        seen = read_runs(text)
    except StayOut:
        return None
    return _metric(solution(seen.parameters).answer) if seen is not None else None


@pytest.mark.parametrize("seed", range(4))
def test_random_runs_are_answered_right_or_not_at_all(seed: int) -> None:
    answered = 0
    for text, value in _problems(seed, 60):
        found = solved(text)
        assert found in (None, value), text
        answered += found is not None
    assert answered >= 40
