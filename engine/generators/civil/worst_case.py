"""The worst case (最不利原则、抽屉原理): how many must be taken to be sure, how many votes to be sure of, how full the fullest must be.

To be sure of something, take all that can be taken without it, and one more.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.drawings.model import Bar, Bars, Drawing
from engine.generators.chance import Chance
from engine.generators.civil._problems.problems import Candidates, wrong_quantities
from engine.generators.civil._worst_case.simulator import fullest_at_least as fullest_at_least
from engine.generators.civil._worst_case.simulator import sure_of_certain_colour as sure_of_certain_colour
from engine.generators.civil._worst_case.simulator import sure_of_colours as sure_of_colours
from engine.generators.civil._worst_case.simulator import sure_of_one_colour as sure_of_one_colour
from engine.generators.civil._worst_case.simulator import sure_votes as sure_votes
from engine.generators.civil._worst_case.solving import SOLVER
from engine.generators.kind import Generated, Kind
from engine.generators.markdown import paragraphs

POINT = "quantity.applied.extremes"


# --- questions ---------------------------------------------------------------------------------------------------------------------

_COLOURS = ("红", "黄", "蓝", "白", "黑")
_THINGS = (("球", "个", "摸出"), ("筷子", "根", "取出"), ("卡片", "张", "抽出"), ("手套", "只", "取出"))


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _same(chance, with_few=False)
    if difficulty == 2:
        return _same(chance, with_few=True) if chance.one_in(2) else _other(chance)
    return _votes(chance) if chance.one_in(2) else _graduates(chance)


def _set_of(counts: Sequence[int], unit: str) -> str:
    return "、".join(f"{colour}色的 {count} {unit}" for colour, count in zip(_COLOURS, counts, strict=False))


def _same(chance: Chance, with_few: bool) -> Generated | None:
    """So many of one colour; with `with_few` some colours have fewer, which is where people go wrong."""
    things, unit, take = chance.choice(_THINGS)
    colours = chance.between(3, 5)
    wanted = chance.between(3, 9) if with_few else chance.between(2, 6)
    least = 1 if with_few else wanted
    counts = [chance.between(least, wanted + 8) for _ in range(colours)]
    few = sum(count < wanted - 1 for count in counts)
    if max(counts) < wanted or (with_few and few == 0):
        return None
    right = sure_of_one_colour(counts, wanted)
    candidates: Candidates = [
        (colours * (wanted - 1) + 1, "没有看出有的颜色不够"),
        (right - 1, "最不利的情况之后没有再加 1"),
        (wanted, "按最有利的情况计算"),
        (colours * wanted, "每种颜色都取到了要求的数目"),
        (colours * wanted + 1, "每种颜色多取了一个"),
        (sum(counts) - max(counts) + wanted, "算成了保证某一种指定的颜色"),
        (colours + 1, "算成了保证有两个同色"),
        (sum(counts), "以为要全部取完"),
        (right + 1, "多加了 1"),
        (right + 2, "多加了 2"),
        (right - 2, "少算了 2"),
    ]
    parts = [min(count, wanted - 1) for count in counts]
    words = f"每种颜色最多取 {wanted - 1} {unit}，" + (f"不足 {wanted - 1} {unit}的全取出，" if few else "")
    return Generated(
        point=POINT,
        stem=f"袋中有{_set_of(counts, unit)}{things}，它们除颜色外完全相同。闭着眼睛至少要{take}多少{unit}，才能保证其中有 {wanted} {unit}颜色相同？",
        right=f"{right} {unit}",
        wrong=wrong_quantities(candidates, unit),
        steps=paragraphs(
            f"最不利的情况：{words}仍没有 {wanted} {unit}同色的。",
            f"这样取了 {' + '.join(map(str, parts))} = {right - 1} {unit}，再取 1 {unit}就一定有了。",
            f"至少要{take} {right - 1} + 1 = {right}，即 {right} {unit}",
        ),
        parameters={"task": "same-colour-with-few" if with_few else "same-colour", "counts": counts, "wanted": wanted},
        drawing=_drawing(counts, parts),
    )


def _other(chance: Chance) -> Generated | None:
    """A certain colour, or so many colours."""
    things, unit, take = chance.choice(_THINGS)
    colours = chance.between(3, 5)
    counts = [chance.between(3, 14) for _ in range(colours)]
    certain = chance.one_in(2)
    if len(set(counts)) < colours:
        return None
    if certain:
        colour = chance.below(colours)
        wanted = chance.between(1, counts[colour] - 1)
        right = sure_of_certain_colour(counts, colour, wanted)
        candidates: Candidates = [
            (right - 1, "最不利的情况少取了 1"),
            (right + 1, "最不利的情况之后多加了 1"),
            (colours * (wanted - 1) + 1, "算成了保证某种颜色有这么多"),
            (wanted, "按最有利的情况计算"),
            (sum(counts) - counts[colour], "只取完了其他颜色"),
            (counts[colour] + wanted, "把指定的颜色取完了"),
            (sum(counts), "以为要全部取完"),
            (colours + wanted - 1, "以为每种颜色各取一个就够了"),
        ]
        aim = f"有 {wanted} {unit}{_COLOURS[colour]}色的"
        first = f"最不利的情况：先把其他颜色全取出，有 {sum(counts)} − {counts[colour]} = {sum(counts) - counts[colour]} {unit}。"
        last = (
            f"再取 {wanted} {unit}，一定都是{_COLOURS[colour]}色的：{sum(counts) - counts[colour]} + {wanted} = {right}，即 {right} {unit}"
        )
        parameters: dict[str, object] = {"task": "certain-colour", "counts": counts, "colour": colour, "wanted": wanted}
    else:
        different = chance.between(2, colours)
        right = sure_of_colours(counts, different)
        order = sorted(counts, reverse=True)
        candidates = [
            (different, "按最有利的情况计算"),
            (sum(sorted(counts)[: different - 1]) + 1, "先取了少的几种颜色"),
            (right - 1, "最不利的情况之后没有再加 1"),
            (right + 1, "多加了 1"),
            (order[0] + different - 1, "只有一种颜色取完，以后每次都换颜色"),
            (sum(order[:different]) + 1 if different < colours else sum(counts), "多取完了一种颜色"),
            (order[0] + 1, "只取完了最多的一种颜色"),
            (sum(counts[: different - 1]) + 1, "按题目给的次序取，没有先取多的"),
            (right + 2, "多加了 2"),
            (right - 2, "少算了 2"),
        ]
        aim = f"至少有 {different} 种颜色"
        taken = " + ".join(map(str, order[: different - 1]))
        first = f"最不利的情况：先把最多的 {different - 1} 种颜色全取出，有 {taken}{f' = {right - 1}' if different > 2 else ''} {unit}。"
        last = f"再取 1 {unit}，颜色一定不同：{right - 1} + 1 = {right}，即 {right} {unit}"
        parameters = {"task": "colours", "counts": counts, "different": different}
    return Generated(
        point=POINT,
        stem=f"袋中有{_set_of(counts, unit)}{things}，它们除颜色外完全相同。闭着眼睛至少要{take}多少{unit}，才能保证其中{aim}？",
        right=f"{right} {unit}",
        wrong=wrong_quantities(candidates, unit),
        steps=paragraphs(first, last),
        parameters=parameters,
    )


def _votes(chance: Chance) -> Generated | None:
    total = chance.between(40, 120)
    counted = [chance.between(8, total // 4) for _ in range(3)]
    right = sure_votes(total, counted, 0)
    left = total - sum(counted)
    rival = max(counted[1:])
    if not 2 <= right < left or counted[1] == counted[2] or left < 8 or counted[0] + left <= rival:
        return None
    who = "乙" if counted[1] == rival else "丙"
    candidates: Candidates = [
        (left // 2 + 1, "只看剩下的票，过半就行"),
        (rival - counted[0] + 1 if rival >= counted[0] else 0, "只要超过对手现在的票数"),
        (total // 2 + 1 - counted[0], "以为要过全部票数的一半"),
        (left, "以为要得到剩下的全部票"),
        (-(-left // 3), "把剩下的票在三人里平均分"),
        (right + 1, "多加了 1"),
        (right - 1, "打平时也算当选"),
        (right + 2, "多算了 2"),
        (right - 2, "少算了 2"),
        (counted[0] + right, "算成了甲的总票数"),
    ]
    gap = rival - counted[0]
    if gap >= 0:
        how = f"甲先得 {gap} 票追平{who}，还剩 {left} − {gap} = {left - gap} 票；这些票甲要得一多半，至少 {(left - gap) // 2 + 1} 票。"
        last = f"甲至少还要得 {gap} + {(left - gap) // 2 + 1} = {right}，即 {right} 票"
    else:
        how = f"甲已领先 {-gap} 票。设甲再得 x 票，则{who}最多得剩下的 {left} − x 票，要 {counted[0]} + x > {rival} + {left} − x。"
        last = f"x 大于 ({left} − {-gap}) ÷ 2，最小的整数为 {right}，即 {right} 票"
    return Generated(
        point=POINT,
        stem=(
            f"某单位选先进，{total} 人每人投一票，从甲、乙、丙三人中选一人，得票最多且没有并列的人当选，没有弃权。计票到中途，甲得 {counted[0]} 票、乙得 {counted[1]} 票、"
            f"丙得 {counted[2]} 票，则甲至少还要得多少票才能保证当选？"
        ),
        right=f"{right} 票",
        wrong=wrong_quantities(candidates, "票"),
        steps=paragraphs(
            f"还剩 {total} − {counted[0]} − {counted[1]} − {counted[2]} = {left} 票没有计。",
            f"最不利的情况：甲没有得到的票全给了对手中票最多的{who}（{rival} 票）。",
            how,
            last,
        ),
        parameters={"task": "votes", "total": total, "counted": counted},
    )


def _graduates(chance: Chance) -> Generated | None:
    """Job seekers of several subjects: how many must find work so that so many of one subject do (国考 2011's shape)."""
    counts = [chance.between(20, 120, 5) for _ in range(4)]
    wanted = chance.between(40, 90, 5)
    few = [count for count in counts if count < wanted - 1]
    if not few or max(counts) < wanted or len(set(counts)) < 4:
        return None
    right = sure_of_one_colour(counts, wanted)
    candidates: Candidates = [
        (4 * (wanted - 1) + 1, "没有看出有的专业人数不够"),
        (right - 1, "最不利的情况之后没有再加 1"),
        (wanted, "按最有利的情况计算"),
        (sum(counts) - max(counts) + wanted, "先让人少的专业全部找到，再看最多的专业"),
        (sum(few) + 1, "只算了人数不够的专业"),
        ((4 - len(few)) * (wanted - 1) + 1, "没有算人数不够的专业"),
        (right + len(few), "人数不够的专业多算了"),
        (right + 4 - len(few), "每个专业多算了一人"),
        (right - 4 + len(few), "每个专业少算了一人"),
        (right + 1, "多加了 1"),
    ]
    parts = [min(count, wanted - 1) for count in counts]
    names = ("软件设计", "市场营销", "财务管理", "人力资源管理")
    listed = "、".join(f"{name}专业 {count} 人" for name, count in zip(names, counts, strict=True))
    return Generated(
        point=POINT,
        stem=f"一场招聘会上有{listed}。至少有多少人找到工作，才能保证一定有 {wanted} 名找到工作的人专业相同？",
        right=f"{right} 人",
        wrong=wrong_quantities(candidates, "人"),
        steps=paragraphs(
            f"最不利的情况：每个专业找到工作的都只有 {wanted - 1} 人，不足 {wanted - 1} 人的专业全部找到。",
            f"一共 {' + '.join(map(str, parts))} = {right - 1} 人，再多 1 人就一定有 {wanted} 人专业相同。",
            f"至少有 {right - 1} + 1 = {right}，即 {right} 人",
        ),
        parameters={"task": "subjects", "counts": counts, "wanted": wanted},
        drawing=_drawing(counts, parts, names),
    )


def _drawing(counts: Sequence[int], parts: Sequence[int], names: Sequence[str] = _COLOURS) -> Drawing:
    return Bars(
        title="最不利的情况：各取多少",
        note="再取 1 个就一定满足要求",
        bars=tuple(
            Bar(name, float(part), f"{part}/{count}", "bad" if part == count else "new")
            for name, part, count in zip(names, parts, counts, strict=False)
        ),
    )


KIND = Kind(
    name="worst-case",
    title="最不利原则",
    points=(POINT,),
    versions={1: _write},
    solver=SOLVER,
)
