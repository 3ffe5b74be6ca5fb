"""Searching lists: by halving (the places compared, least, most and average comparisons), from end to end, and in blocks.

As in Yan Weimin (折半查找): the middle of `low` and `high` is their mean rounded down; a search that fails has compared every key on its
way down the decision tree. Blocks: the index and the block are searched from end to end.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from engine.generators.chance import Chance
from engine.generators.ds._list_search.drawing import decision_tree
from engine.generators.ds._list_search.lettered import solving_lettered, with_letters
from engine.generators.ds._list_search.reading import recognise
from engine.generators.ds._list_search.solving import failures, path, solve
from engine.generators.ds._search_trees.halving import lengths
from engine.generators.kind import Generated, Kind, Solver, Wrong
from engine.generators.markdown import listed, paragraphs
from engine.generators.quantities import decimal
from engine.generators.variations import solving_variations, with_variations

POINT = "ds.search.binary"


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _compared(chance)
    return _sequence(chance) if difficulty == 2 else _average(chance)


def _upwards(count: int, place: int) -> list[int]:
    """The places compared by who rounds the middle up."""
    return [count - 1 - each for each in path(count, 2 * (count - 1) - place)]


def _keys(chance: Chance, count: int) -> list[int]:
    return sorted(chance.sample(range(10, 100), count))


def _compared(chance: Chance) -> Generated | None:
    count = chance.between(20, 400)
    levels = count.bit_length()
    full = count == 2**levels - 1
    failed = chance.one_in(2)
    right = levels if not failed or full else levels - 1
    asked = "查找失败时至少" if failed else "查找成功时最多"
    counts = [
        (right + 1, "多算了一层"),
        (right - 1, "少算了一层"),
        (count // 2, "以为平均要比较一半的元素"),
        (right + 2, "把高度多算了两层"),
        (right - 2, "把高度少算了两层"),
        (count, "做成了顺序查找"),
        (1, "以为第一次比较就能确定"),
    ]
    last = f"最后一层{'是满的' if full else '不满'}，失败的查找至少比较 {right} 次。" if failed else f"最多比较 {right} 次。"
    return Generated(
        point=POINT,
        stem=f"对有 {count} 个元素的有序表进行折半查找，{asked}需要比较的次数为",
        right=f"{right} 次",
        wrong=[Wrong(f"{value} 次", why) for value, why in counts if value > 0],
        steps=paragraphs(f"判定树的高度为 ⌊log2 {count}⌋ + 1 = {levels}。", last),
        parameters={"task": "failure-least" if failed else "success-most", "count": count},
    )


def _sequence(chance: Chance) -> Generated | None:
    """Which keys a search compares, one after another."""
    keys = _keys(chance, chance.between(10, 15))
    place = chance.below(len(keys))
    way = path(len(keys), 2 * place)
    if len(way) < 3:
        return None

    def shown(places: Sequence[int]) -> str:
        return listed(keys[each] for each in places)

    right = shown(way)
    wrong = [
        Wrong(shown(_upwards(len(keys), 2 * place)), "中间位置向上取整了"),
        Wrong(shown(way[:-1]), "漏了最后一次比较"),
        Wrong(shown(way[1:]), "漏了第一次比较"),
        *(
            Wrong(shown(path(len(keys), 2 * other)), "走到了别的元素")
            for other in (place + 1, place - 1, place + 2, place - 2)
            if 0 <= other < len(keys)
        ),
    ]
    return Generated(
        point=POINT,
        stem=f"在有序表 ({listed(keys)}) 中用折半查找法查找 {keys[place]}（中间位置向下取整），依次比较的元素为",
        right=right,
        wrong=[each for each in wrong if "," in each.text],
        steps=paragraphs(f"表中有 {len(keys)} 个元素，每次与中间的比较，再到一半里去找。", f"依次比较的是 {right}"),
        parameters={"task": "sequence", "keys": keys, "key": keys[place]},
        drawing=decision_tree(keys, way),
    )


def _average(chance: Chance) -> Generated | None:
    count = chance.between(8, 150)
    failed = chance.one_in(2)
    each = failures(count) if failed else lengths(count)
    other = lengths(count) if failed else failures(count)

    def shown(total: int, many: int) -> str:
        return decimal(Fraction(total, many), 2, keep_zeros=True)

    right = shown(sum(each), len(each))
    wrong = [
        Wrong(shown(sum(other), len(other)), "成功和失败弄反了"),
        Wrong(shown(sum(each), len(other)), "分母用错了"),
        Wrong(shown(sum(each) + len(each), len(each)), "每次多算了一次比较"),
        Wrong(shown(count + 1, 2), "做成了顺序查找"),
        Wrong(shown(sum(each) - len(each), len(each)), "每次少算了一次比较"),
        Wrong(shown(count.bit_length(), 1), "用判定树的高度代替了平均值"),
    ]
    sums = " + ".join(f"{amount}×{each.count(amount)}" for amount in sorted(set(each)))
    name = "失败" if failed else "成功"
    return Generated(
        point=POINT,
        stem=f"对有 {count} 个元素的有序表进行折半查找，等概率情况下查找{name}的平均查找长度（保留两位小数）为",
        right=right,
        wrong=wrong,
        steps=paragraphs(
            f"查找{name}的比较次数之和为 {sums} = {sum(each)}。",
            f"{sum(each)} ÷ {len(each)} ≈ {right}"
            if Fraction(sum(each), len(each)) != Fraction(right)
            else f"{sum(each)} ÷ {len(each)} = {right}",
        ),
        parameters={"task": f"average-{'failure' if failed else 'success'}", "count": count},
        drawing=decision_tree(range(1, count + 1)),
    )


KIND = Kind(
    name="list-search",
    title="折半查找与分块查找",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"折半|二分|对分|顺序(?:查找|检索)|分块(?:查找|检索)|索引顺序|判定树|链表中?(?:查找|检索)",
        recognise=with_variations(with_letters(recognise)),
        solve=solving_variations(solving_lettered(solve)),
    ),
)
