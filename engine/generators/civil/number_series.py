"""Number series whose rule is told by its family, so that one continuation and no other is right; terms and sums of 等差、等比数列.

A bare row of numbers can be continued in any way one likes. Here the stem says of what family the rule is; the numbers given then settle
the rule, with at least one number more than it takes.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.drawings.model import Cell, Grid, Row
from engine.generators.chance import Chance
from engine.generators.civil._number_series.simulator import differences as differences
from engine.generators.civil._number_series.simulator import from_two_before as from_two_before
from engine.generators.civil._number_series.simulator import multiplied_and_added as multiplied_and_added
from engine.generators.civil._number_series.simulator import of_geometric_differences as of_geometric_differences
from engine.generators.civil._number_series.simulator import of_second_order as of_second_order
from engine.generators.civil._number_series.simulator import of_third_order as of_third_order
from engine.generators.civil._number_series.solving import SOLVER
from engine.generators.civil._problems.problems import Candidates
from engine.generators.kind import Generated, Kind, Wrong
from engine.generators.markdown import listed, paragraphs

POINT = "quantity.methods.series"


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _second_order(chance) if chance.one_in(2) else _sum(chance)
    if difficulty == 2:
        return _geometric_differences(chance) if chance.one_in(2) else _multiplied(chance)
    return (_two_before, _third_order, _interleaved)[chance.below(3)](chance)


def _question(task: str, terms: Sequence[int], rule: str, right: int, candidates: Candidates, steps: Sequence[str]) -> Generated | None:
    """The last term is asked; the others are shown."""
    if abs(right) > 9999 or len(set(terms)) < len(terms):
        return None
    gap = abs(terms[-1] - terms[-2]) or 1
    near = [right + max(1, gap // 10), right - max(1, gap // 10), right + 2, right - 2]
    every = [*candidates, *((value, "计算有误") for value in near)]
    return Generated(
        point=POINT,
        stem=f"数列 {listed(terms)}, (　)，它的规律是：{rule}。括号里应填入",
        right=f"{right}",
        wrong=[Wrong(f"{value}", why) for value, why in every],
        steps=paragraphs(*steps, f"括号里应填入 {right}"),
        parameters={"task": task, "terms": list(terms)},
        drawing=_differences_drawn([*terms, right], _DIFFERENCES[task]) if task in _DIFFERENCES else None,
    )


_DIFFERENCES = {"second-order": 2, "geometric-differences": 1, "third-order": 3}
"""How often neighbours are subtracted until the rule shows."""


def _differences_drawn(terms: Sequence[int], times: int) -> Grid:
    """The row and its differences, each under the later of the two it lies between; what was found last is blue."""
    rows, values = [], list(terms)
    for name in ("数列", "作差", "再作差", "第三次")[: times + 1]:
        cells = [Cell("")] * (len(terms) - len(values))
        rows.append(Row(name, (*cells, *(Cell(str(value)) for value in values[:-1]), Cell(str(values[-1]), "new"))))
        values = differences(values)
    return Grid(
        title="逐次作差", note="蓝色从下往上推出", columns=tuple(map(str, range(1, len(terms) + 1))), rows=tuple(rows), corner="第几项"
    )


def _second_order(chance: Chance) -> Generated | None:
    terms = of_second_order(chance.between(-5, 20), chance.between(1, 12), chance.between(2, 9), 6)
    right = terms.pop()
    steps = differences(terms)
    growth = steps[1] - steps[0]
    candidates: Candidates = [
        (terms[-1] + steps[-1], "以为最后的差不再变化"),
        (terms[-1] + steps[-1] + steps[0], "把第一个差当成了差的增量"),
        (terms[-1] + growth, "只加了差的增量"),
        (terms[-1] + steps[-1] + 2 * growth, "差多增加了一次"),
        (terms[-1] + steps[-1] * 2, "以为差每次翻倍"),
        (terms[-1] + steps[-1] + steps[-2], "以为差是前两个差的和"),
    ]
    return _question(
        "second-order",
        terms,
        "相邻两项的差（后项减前项）成等差数列",
        right,
        candidates,
        (
            f"相邻两项的差依次为 {listed(steps)}，每次增加 {growth}，下一个差是 {steps[-1]} + {growth} = {steps[-1] + growth}。",
            f"下一项是 {terms[-1]} + {steps[-1] + growth} = {right}。",
        ),
    )


def _sum(chance: Chance) -> Generated | None:
    """The sum of an arithmetic series of which two terms are known."""
    first, step = chance.between(1, 20), chance.between(2, 9)
    one, other = sorted(chance.sample(range(2, 12), 2))
    count = chance.between(8, 20)
    at_one, at_other = first + (one - 1) * step, first + (other - 1) * step
    if other - one < 2:
        return None
    last = first + (count - 1) * step
    right = count * (first + last) // 2
    candidates: Candidates = [
        (count * (first + last), "求和没有除以 2"),
        (count * (at_one + at_other) // 2, "把已知的两项当成了首项和末项"),
        (count * (2 * first + count * step) // 2, "末项多加了一个公差"),
        ((count - 1) * (first + last) // 2, "项数少算了一项"),
        ((count + 1) * (first + last) // 2, "项数多算了一项"),
        (count * (2 * at_one + (count - 1) * step) // 2, f"把第 {one} 项当成了首项"),
        (last, "算成了最后一项"),
        (right + step, "多算了一个公差"),
        (right - step, "少算了一个公差"),
    ]
    return Generated(
        point=POINT,
        stem=f"某等差数列的第 {one} 项是 {at_one}，第 {other} 项是 {at_other}，则它前 {count} 项的和是",
        right=f"{right}",
        wrong=[Wrong(f"{value}", why) for value, why in candidates],
        steps=paragraphs(
            f"公差为 ({at_other} − {at_one}) ÷ ({other} − {one}) = {step}，首项为 {at_one} − {one - 1} × {step} = {first}。",
            f"第 {count} 项为 {first} + {count - 1} × {step} = {last}。",
            f"前 {count} 项的和为 ({first} + {last}) × {count} ÷ 2 = {right}",
        ),
        parameters={"task": "sum", "places": [one, other], "values": [at_one, at_other], "count": count},
    )


def _geometric_differences(chance: Chance) -> Generated | None:
    ratio = chance.between(2, 3)
    terms = of_geometric_differences(chance.between(-3, 15), chance.between(1, 7), ratio, 6)
    right = terms.pop()
    steps = differences(terms)
    candidates: Candidates = [
        (terms[-1] + 2 * steps[-1] - steps[-2], "把差当成了等差数列"),
        (terms[-1] * ratio, "把原数列当成了等比数列"),
        (terms[-1] + steps[-1], "以为最后的差不再变化"),
        (terms[-1] + steps[-1] * (ratio + 1), "差的公比算错了"),
        (terms[-1] + steps[-1] + steps[-2], "以为差是前两个差的和"),
        (terms[-1] + steps[-1] * ratio * ratio, "差多乘了一次公比"),
        (steps[-1] * ratio, "只写出了下一个差"),
    ]
    return _question(
        "geometric-differences",
        terms,
        "相邻两项的差（后项减前项）成等比数列",
        right,
        candidates,
        (
            f"相邻两项的差依次为 {listed(steps)}，每次乘以 {ratio}，下一个差是 {steps[-1]} × {ratio} = {steps[-1] * ratio}。",
            f"下一项是 {terms[-1]} + {steps[-1] * ratio} = {right}。",
        ),
    )


def _multiplied(chance: Chance) -> Generated | None:
    factor, more = chance.between(2, 4), chance.between(-5, 9)
    terms = multiplied_and_added(chance.between(1, 9), factor, more, 6)
    right = terms.pop()
    if more == 0 or terms[1] == terms[0]:
        return None
    steps = differences(terms)
    sign, plain = ("+", more) if more > 0 else ("−", -more)
    candidates: Candidates = [
        (terms[-1] * factor, "只乘了固定的数，没有加"),
        (terms[-1] * factor - more, "加减弄反了"),
        (terms[-1] + steps[-1], "以为最后的差不再变化"),
        (terms[-1] * (factor + 1) + more, "乘的数算大了"),
        (terms[-1] * factor + more * factor, "加的数也乘了一次"),
        (terms[-1] + 2 * steps[-1] - steps[-2], "把差当成了等差数列"),
        (terms[-1] * (factor - 1) + more, "乘的数算小了"),
    ]
    shown = f"{terms[1]} × {factor} {sign} {plain} = {terms[2]}"
    return _question(
        "multiplied",
        terms,
        "从第二项起，每一项等于前一项乘以同一个整数，再加上（或减去）同一个整数",
        right,
        candidates,
        (
            f"相邻的差依次为 {listed(steps)}，后一个差总是前一个的 {factor} 倍，所以乘的数是 {factor}；再由 {terms[1]} − {terms[0]} × {factor} = {more} 得出加（减）的数。"
            if terms[0] * factor >= 0
            else f"乘的数是 {factor}。",
            f"检验：{shown}。",
            f"下一项是 {terms[-1]} × {factor} {sign} {plain} = {right}。",
        ),
    )


def _two_before(chance: Chance) -> Generated | None:
    near, far = chance.between(1, 3), chance.between(1, 3)
    terms = from_two_before(chance.between(1, 6), chance.between(1, 8), near, far, 7 if near + far < 4 else 6)
    right = terms.pop()
    if (near, far) == (1, 1) or terms[1] * terms[1] == terms[0] * terms[2]:
        return None
    before, last = terms[-2], terms[-1]
    candidates: Candidates = [
        (last + before, "只把前两项相加"),
        (far * last + near * before, "两个倍数用反了"),
        (near * last, "没有加更前面的一项"),
        (near * last + before, "更前面的一项没有乘倍数") if far > 1 else ((near + 1) * last + before, "前一项的倍数算错了"),
        (last + far * before, "前一项没有乘倍数") if near > 1 else (last + (far + 1) * before, "更前面一项的倍数算错了"),
        (last + (last - before), "以为最后的差不再变化"),
        (near * last + far * terms[-3], "更前面的一项用错了"),
    ]
    one, other = ("" if near == 1 else f"{near} × "), ("" if far == 1 else f"{far} × ")
    return _question(
        "two-before",
        terms,
        "从第三项起，每一项等于前一项的若干（整数）倍加上再前一项的若干（整数）倍，两个倍数各自不变",
        right,
        candidates,
        (
            f"设每一项 = 前一项 × p + 再前一项 × q，由 {terms[1]}p + {terms[0]}q = {terms[2]} 和 {terms[2]}p + {terms[1]}q = {terms[3]} 解得 p = {near}，q = {far}。",
            f"检验：{one}{terms[3]} + {other}{terms[2]} = {terms[4]}。",
            f"下一项是 {one}{last} + {other}{before} = {right}。",
        ),
    )


def _third_order(chance: Chance) -> Generated | None:
    terms = of_third_order(chance.between(-4, 10), chance.between(1, 6), chance.between(1, 6), chance.between(1, 5), 7)
    right = terms.pop()
    steps = differences(terms)
    seconds = differences(steps)
    more = seconds[1] - seconds[0]
    candidates: Candidates = [
        (terms[-1] + steps[-1] + seconds[-1], "把差当成了等差数列，第二层的差没有再增加"),
        (terms[-1] + steps[-1], "以为最后的差不再变化"),
        (terms[-1] + steps[-1] + seconds[-1] + 2 * more, "第二层的差多增加了一次"),
        (terms[-1] + steps[-1] + more, "只加了第三层的差"),
        (terms[-1] + steps[-1] + seconds[-1] * 2, "以为第二层的差每次翻倍"),
        (terms[-1] + steps[-1] + steps[-2], "以为差是前两个差的和"),
    ]
    return _question(
        "third-order",
        terms,
        "相邻两项作差，对所得的差再作差，第二次得到的数成等差数列",
        right,
        candidates,
        (
            f"第一次作差：{listed(steps)}。",
            f"第二次作差：{listed(seconds)}，每次增加 {more}，下一个是 {seconds[-1]} + {more} = {seconds[-1] + more}。",
            f"下一个差是 {steps[-1]} + {seconds[-1] + more} = {steps[-1] + seconds[-1] + more}，下一项是 {terms[-1]} + {steps[-1] + seconds[-1] + more} = {right}。",
        ),
    )


def _interleaved(chance: Chance) -> Generated | None:
    """Odd places an arithmetic series, even places a geometric one, or the other way round."""
    first, step = chance.between(1, 30), chance.between(2, 12)
    start, ratio = chance.between(1, 6), chance.between(2, 3)
    arithmetic = [first + place * step for place in range(5)]
    geometric = [start * ratio**place for place in range(5)]
    odd, even = (arithmetic, geometric) if chance.one_in(2) else (geometric, arithmetic)
    count = chance.between(8, 9)
    row = [value for pair in zip(odd, even, strict=True) for value in pair][:count]
    right = row.pop()
    is_arithmetic = (len(row) % 2 == 0) == (odd is arithmetic)
    before = row[-2]
    candidates: Candidates = [
        (row[-1] + (row[-1] - row[-3]) if is_arithmetic else row[-1] * ratio, "接着另一组的规律算了"),
        (before + step if not is_arithmetic else before * ratio, "两组的规律用反了"),
        (row[-1] + step, "在前一项上加了公差，没有隔项看"),
        (row[-1] + (row[-1] - row[-2]), "按相邻的差继续"),
        (before * (ratio + 1) if not is_arithmetic else before + step + 1, "公比或公差算错了"),
        (before * (ratio - 1) + 1 if not is_arithmetic else before + step - 1, "公比或公差算错了"),
        (before, "隔项的数没有变化"),
    ]
    names = ("等差", "等比") if odd is arithmetic else ("等比", "等差")
    mine = row[len(row) % 2 :: 2]
    where = "奇数" if len(row) % 2 == 0 else "偶数"
    how = f"{before} + {step}" if is_arithmetic else f"{before} × {ratio}"
    return _question(
        "interleaved",
        row,
        f"奇数位上的数成{names[0]}数列，偶数位上的数成{names[1]}数列",
        right,
        candidates,
        (
            f"括号在第 {len(row) + 1} 位，看{where}位上的数：{listed(mine)}，是{'等差' if is_arithmetic else '等比'}数列。",
            f"下一个是 {how} = {right}。",
        ),
    )


KIND = Kind(
    name="number-series",
    title="数列",
    points=(POINT,),
    versions={1: _write},
    solver=SOLVER,
)
