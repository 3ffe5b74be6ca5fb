"""Work problems: alone, together, one joining later or away for some days, taking turns.

The work is set to the least common multiple of the days, so that every daily share is whole (赋值法). Everybody works at an even pace.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import lcm

from engine.drawings.model import Drawing, Gantt, Lane, Span
from engine.generators.chance import Chance
from engine.generators.civil._problems.problems import Candidates, wrong_quantities
from engine.generators.civil._work_rate.simulator import joined_later as joined_later
from engine.generators.civil._work_rate.simulator import taking_turns as taking_turns
from engine.generators.civil._work_rate.simulator import together as together
from engine.generators.civil._work_rate.simulator import with_absence as with_absence
from engine.generators.civil._work_rate.solving import SOLVER
from engine.generators.kind import Generated, Kind
from engine.generators.markdown import paragraphs, table
from engine.generators.quantities import decimal, is_exact

POINT = "quantity.applied.work"


# --- questions ---------------------------------------------------------------------------------------------------------------------

_WORKS = ("一项工程", "一批零件的加工任务", "一段公路的维修工程", "一份文件的录入工作", "一个仓库的搬运任务")
_DAYS = (4, 5, 6, 8, 9, 10, 12, 15, 16, 18, 20, 21, 24, 28, 30, 36, 40, 42, 45, 48, 60)


def _write(chance: Chance, difficulty: int) -> Generated | None:
    work = chance.choice(_WORKS)
    first, second = chance.sample(_DAYS, 2)
    if difficulty == 1:
        return _both(work, first, second) if chance.one_in(2) else _other(work, first, second)
    if difficulty == 2:
        return _joining(chance, work, first, second) if chance.one_in(2) else _away(chance, work, first, second)
    return _turns(work, first, second) if chance.one_in(2) else _pairs(chance, work)


def _set(first: int, second: int) -> tuple[int, int, int, str]:
    total = lcm(first, second)
    one, other = total // first, total // second
    said = f"设工作总量为 {first} 和 {second} 的最小公倍数 {total}，则甲每天做 {total} ÷ {first} = {one}，乙每天做 {total} ÷ {second} = {other}。"
    return total, one, other, said


def _both(work: str, first: int, second: int) -> Generated | None:
    right = together((first, second))
    if right.denominator != 1:
        return None
    total, one, other, said = _set(first, second)
    wrong: Candidates = [
        (Fraction(first + second, 2), "把两人的天数取了平均"),
        (Fraction(min(first, second), 2), "以为合作只用较快者一半的时间"),
        (abs(first - second), "把两人的天数相减"),
        (Fraction(max(first, second), 2), "以为合作只用较慢者一半的时间"),
        (first + second, "把两人的天数相加"),
        (right + 1, "计算时多算了一天"),
        (right - 1, "计算时少算了一天"),
        (right + 2, "计算时多算了两天"),
    ]
    return Generated(
        point=POINT,
        stem=f"{work}，甲单独做需要 {first} 天完成，乙单独做需要 {second} 天完成。如果甲、乙两人合作，完成它需要",
        right=f"{right} 天",
        wrong=wrong_quantities(wrong, "天"),
        steps=paragraphs(
            said, f"两人合作每天做 {one} + {other} = {one + other}。", f"需要 {total} ÷ {one + other} = {right}，即 {right} 天"
        ),
        parameters={"task": "together", "first": first, "second": second},
    )


def _other(work: str, first: int, second: int) -> Generated | None:
    both = together((first, second))
    if both.denominator != 1:
        return None
    days = int(both)
    total = lcm(first, days)
    one, sum_ = total // first, total // days
    wrong: Candidates = [
        (first - days, "把两个天数相减"),
        (together((first, days)), "效率相加了，应当相减"),
        (2 * days, "以为两人效率相同"),
        (first + days, "把两个天数相加"),
        (abs(2 * days - first), "以为合作天数是两人天数的平均"),
        (second + 2, "计算时多算了两天"),
        (second - 2, "计算时少算了两天"),
        (second + first - days, "把合作省下的天数加给了乙"),
    ]
    return Generated(
        point=POINT,
        stem=f"{work}，甲、乙两人合作需要 {days} 天完成，甲单独做需要 {first} 天完成。如果由乙单独做，完成它需要",
        right=f"{second} 天",
        wrong=wrong_quantities(wrong, "天"),
        steps=paragraphs(
            f"设工作总量为 {days} 和 {first} 的最小公倍数 {total}，则两人合作每天做 {total} ÷ {days} = {sum_}，甲每天做 {total} ÷ {first} = {one}。",
            f"乙每天做 {sum_} − {one} = {sum_ - one}。",
            f"乙单独做需要 {total} ÷ {sum_ - one} = {second}，即 {second} 天",
        ),
        parameters={"task": "other", "first": first, "both": days},
    )


def _joining(chance: Chance, work: str, first: int, second: int) -> Generated | None:
    start = chance.between(2, max(2, first * 2 // 3))
    if start >= first:
        return None
    right = joined_later(first, second, start)
    if right.denominator != 1 or right < 2:
        return None
    total, one, other, said = _set(first, second)
    left = total - one * start
    wrong: Candidates = [
        (together((first, second)), "没有减去甲先做的部分"),
        (together((first, second)) - start, "从合作的天数里减去了甲先做的天数"),
        (Fraction(left, other), "乙加入后没有再计甲的工作"),
        (right + start, "算成了从开工起的总天数"),
        (Fraction(total - other * start, one + other), "先做的人弄反了"),
        (Fraction(left, one), "乙加入后仍只计甲的工作"),
        (right + 1, "计算时多算了一天"),
        (right - 1, "计算时少算了一天"),
        (right + 2, "计算时多算了两天"),
        (right - 2, "计算时少算了两天"),
    ]
    return Generated(
        point=POINT,
        stem=f"{work}，甲单独做需要 {first} 天完成，乙单独做需要 {second} 天完成。甲先单独做了 {start} 天，然后乙加入，两人一起做到完成，则两人一起做了",
        right=f"{right} 天",
        wrong=wrong_quantities(wrong, "天"),
        steps=paragraphs(
            said,
            f"甲先做了 {one} × {start} = {one * start}，还剩 {total} − {one * start} = {left}。",
            f"两人一起做了 {left} ÷ ({one} + {other}) = {right}，即 {right} 天",
        ),
        parameters={"task": "joined", "first": first, "second": second, "head_start": start},
        drawing=_drawing((("甲", 0, start + right), ("乙", start, start + right))),
    )


def _away(chance: Chance, work: str, first: int, second: int) -> Generated | None:
    absent = chance.between(2, 8)
    right = with_absence(first, second, absent)
    if right.denominator != 1 or right <= absent + 1 or second * (1 - Fraction(absent, second)) <= 0:
        return None
    total, one, other, said = _set(first, second)
    wrong: Candidates = [
        (together((first, second)), "没有考虑甲离开的几天"),
        (together((first, second)) + absent, "把离开的天数直接加到了合作的天数上"),
        (Fraction(total + other * absent, one + other), "离开的人弄反了"),
        (Fraction(total - one * absent, one + other), "甲少做的部分加减弄反了"),
        (right - absent, "算成了甲工作的天数"),
        (right + absent, "离开的天数加了两次"),
        (right + 1, "计算时多算了一天"),
        (right - 1, "计算时少算了一天"),
        (right + 2, "计算时多算了两天"),
    ]
    return Generated(
        point=POINT,
        stem=f"{work}，甲单独做需要 {first} 天完成，乙单独做需要 {second} 天完成。两人合作，其间甲因故离开了 {absent} 天，乙一直在做，则从开工到完成共用",
        right=f"{right} 天",
        wrong=wrong_quantities(wrong, "天"),
        steps=paragraphs(
            said,
            f"假设甲没有离开，两人会多做 {one} × {absent} = {one * absent}，即一共做 {total} + {one * absent} = {total + one * absent}。",
            f"共用 {total + one * absent} ÷ ({one} + {other}) = {right}，即 {right} 天",
        ),
        parameters={"task": "away", "first": first, "second": second, "absent": absent},
    )


def _turns(work: str, first: int, second: int) -> Generated | None:
    right, stretches = taking_turns((first, second))
    if not is_exact(right, 1) or min(first, second) < 6 or max(first, second) > 30 or (len(stretches) % 2 == 0 and right.denominator == 1):
        return None
    total, one, other, said = _set(first, second)
    rounds = total // (one + other)
    left = total - rounds * (one + other)
    pair = together((first, second))
    reverse, _ = taking_turns((second, first))
    wrong: Candidates = [
        (reverse, "轮流的次序弄反了"),
        (2 * pair, "把合作的天数乘以 2，没有看最后一轮"),
        (rounds * 2 + 1, "以为剩下的正好做一天"),
        (rounds * 2, "没有计最后一轮"),
        (rounds * 2 + 2, "最后一轮按整轮计"),
        (pair, "算成了两人合作的天数"),
        (rounds * 2 + left, "把剩下的工作量当成了天数"),
        (right + 1, "计算时多算了一天"),
        (right - 1, "计算时少算了一天"),
        (right + Fraction(1, 2), "最后一天多算了半天"),
    ]
    last: list[str] = []
    rest = left
    for name, speed in (("甲", one), ("乙", other)):
        if rest <= 0:
            break
        if rest <= speed:
            last.append(f"{name}再做 {rest} ÷ {speed} = {decimal(Fraction(rest, speed))} 天")
        else:
            last.append(f"{name}做 1 天，还剩 {rest} − {speed} = {rest - speed}")
        rest -= speed
    shown = f"{decimal(right, 1)} 天"
    return Generated(
        point=POINT,
        stem=(
            f"{work}，甲单独做需要 {first} 天完成，乙单独做需要 {second} 天完成。现在甲先做 1 天，乙接着做 1 天，"
            "再由甲做 1 天，乙做 1 天……两人如此轮流，则从开工到完成共用"
        ),
        right=shown,
        wrong=wrong_quantities(wrong, "天", 1),
        steps=paragraphs(
            said,
            f"一轮 2 天做 {one} + {other} = {one + other}；{rounds} 轮做 {rounds} × {one + other} = {rounds * (one + other)}，还剩 {left}。",
            "；".join(last) + "。",
            f"共用 {rounds} × 2 + {decimal(right - 2 * rounds, 1)} = {decimal(right, 1)}，即 {shown}",
        ),
        parameters={"task": "turns", "first": first, "second": second},
    )


def _pairs(chance: Chance, work: str) -> Generated | None:
    """Three pairs' days are told; asked is the three together, or one alone."""
    speeds = [chance.between(1, 6) for _ in range(3)]
    total = lcm(speeds[0] + speeds[1], speeds[1] + speeds[2], speeds[0] + speeds[2], sum(speeds)) * chance.choice((1, 2))
    sums = [speeds[0] + speeds[1], speeds[1] + speeds[2], speeds[0] + speeds[2]]
    days = [total // each for each in sums]
    if len(set(speeds)) < 3 or max(days) > 120:
        return None
    alone = chance.one_in(2)
    if alone and total % speeds[0]:
        return None
    right = Fraction(total, speeds[0] if alone else sum(speeds))
    asked = "如果由甲单独做，完成它需要" if alone else "如果三人合作，完成它需要"
    wrong: Candidates = [
        (Fraction(total, sum(sums)), "三个效率之和没有除以 2"),
        (Fraction(sum(days), 3), "把三个天数取了平均"),
        (Fraction(sum(days), 2), "把三个天数相加后除以 2"),
        (Fraction(total, sum(speeds)), "算成了三人合作的天数"),
        (Fraction(total, speeds[1]), "算成了乙单独做的天数"),
        (Fraction(total, speeds[2]), "算成了丙单独做的天数"),
        (Fraction(total, speeds[0]), "算成了甲单独做的天数"),
        (Fraction(total, sum(sums) - sums[1]), "从没有除以 2 的和里减去了乙、丙的效率"),
        (min(days) - 1, "以为三人比最快的两人只少一天"),
        (right + 1, "计算时多算了一天"),
        (right - 1, "计算时少算了一天"),
    ]
    shown = f"{right} 天"
    half = f"三人每天一共做 ({sums[0]} + {sums[1]} + {sums[2]}) ÷ 2 = {sum(speeds)}。"
    last = (
        f"甲每天做 {sum(speeds)} − {sums[1]} = {speeds[0]}，需要 {total} ÷ {speeds[0]} = {right}，即 {shown}"
        if alone
        else f"三人合作需要 {total} ÷ {sum(speeds)} = {right}，即 {shown}"
    )
    return Generated(
        point=POINT,
        stem=f"{work}，甲、乙两人合作需要 {days[0]} 天完成，乙、丙两人合作需要 {days[1]} 天完成，甲、丙两人合作需要 {days[2]} 天完成。{asked}",
        right=shown,
        wrong=wrong_quantities(wrong, "天"),
        steps=paragraphs(
            f"设工作总量为 {total}。",
            table(
                ("", "每天完成"),
                [(who, f"{total} ÷ {day} = {each}") for who, day, each in zip(("甲、乙", "乙、丙", "甲、丙"), days, sums, strict=True)],
            ),
            half,
            last,
        ),
        parameters={"task": "one-of-three" if alone else "three", "pairs": days},
    )


def _drawing(spans: Sequence[tuple[str, Fraction | int, Fraction | int]]) -> Drawing:
    lanes = tuple(Lane(who, (Span(who, float(start), float(end)),)) for who, start, end in spans)
    return Gantt(title="谁在哪几天做", lanes=lanes, unit="天")


KIND = Kind(
    name="work-rate",
    title="工程问题",
    points=(POINT,),
    versions={1: _write},
    solver=SOLVER,
)
