"""What is asked of a search: comparisons at least, at most, on average, of one key."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from engine.drawings.model import Drawing
from engine.generators.ds._list_search.drawing import decision_tree
from engine.generators.ds._search_trees.halving import lengths
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed, paragraphs
from engine.generators.quantities import decimal, relation
from engine.generators.reading import stay_out

_LONG = 100_000
"""A longer list is not halved element by element."""


def path(count: int, place: int) -> list[int]:
    """The places (from 0) that a search by halving compares on its way to `place`; a half between two places is where nothing is."""
    low, high, found = 0, count - 1, []
    while low <= high:
        middle = (low + high) // 2
        found.append(middle)
        if 2 * middle == place:
            break
        low, high = (middle + 1, high) if 2 * middle < place else (low, middle - 1)
    return found


def failures(count: int) -> list[int]:
    """Comparisons of the searches that end in each of the `count + 1` gaps."""
    return [len(path(count, 2 * gap - 1)) for gap in range(count + 1)]


def solve(parameters: Parameters) -> Solution:
    """What is asked, in order.

    Raises:
        StayOut: books count it in several ways, or there is no such key.
    """
    told = [_one(parameters, task) for task in parameters["asked"]]
    values = [value for _, value, _ in told]
    plain = len(told) == 1
    return Solution(
        answer=values[0] if plain and parameters["asked"][0][0] != "average" else "；".join(words for words, _, _ in told),
        steps=paragraphs(*(steps for _, _, steps in told)),
        also=("；".join(values), "，".join(values), *((values[0], values[0].split()[0], told[0][0]) if plain else _shares(values))),
        conventions=("中间位置取 ⌊(low + high)/2⌋",) if parameters["method"] == "halving" else (),
        drawing=_drawing(parameters) if parameters["method"] == "halving" else None,
    )


def _shares(values: list[str]) -> tuple[str, ...]:
    """Several shares without what they come to, as the options of two blanks have them."""
    bare = [value.split()[0] for value in values]
    return ("；".join(bare), "，".join(bare), " ".join(f"{mark}{value}" for mark, value in zip("①②③", bare, strict=False)))


def _drawing(parameters: Parameters) -> Drawing | None:
    """The decision tree, with the way of the search where only one is asked for."""
    count, keys, asked = parameters["count"], parameters["keys"], parameters["asked"]
    if count > _LONG:
        return None
    labels = keys if keys is not None else range(1, count + 1)
    if len(asked) != 1 or keys is None or len(asked[0]) < 2 or asked[0][0] not in ("sequence", "comparisons"):
        return decision_tree(labels)
    key = asked[0][1]
    place = 2 * keys.index(key) if key in keys else 2 * sum(each < key for each in keys) - 1
    return decision_tree(keys, path(count, place), key in keys)


def _one(parameters: Parameters, task: list[Any]) -> tuple[str, str, str]:
    """(with words, the bare value, the working)."""
    if parameters["method"] == "halving":
        return _halved(parameters, task)
    if parameters["method"] == "block":
        return _in_blocks(parameters, task)
    return _from_end_to_end(parameters, task)


def _share(name: str, total: int, many: int, steps: str) -> tuple[str, str, str]:
    value = Fraction(total, many)
    told = f"{total}/{many} {relation(value)} {decimal(value, 2)}"
    return f"{name} {told}", told, steps


def _times(name: str, value: int, steps: str) -> tuple[str, str, str]:
    return f"{name} {value} 次", f"{value} 次", steps


def _halved(parameters: Parameters, task: list[Any]) -> tuple[str, str, str]:
    count = parameters["count"]
    what = task[0]
    levels = count.bit_length()
    tall = f"判定树有 {count} 个结点，高度为 ⌊log2 {count}⌋ + 1 = {levels}"
    if what == "height":
        return f"判定树的高度 {levels}", str(levels), f"{tall}。"
    if what in ("most", "least"):
        failed = task[1] == "failure"
        full = count == 2**levels - 1
        least = (levels if full else levels - 1) if failed else 1
        value = levels if what == "most" else least
        why = f"不满的最后一层之上，失败的查找最少比较 {least} 次" if failed and not full else f"失败的查找都比较 {levels} 次"
        return _times(
            f"{'失败' if failed else '成功'}时{'最多' if what == 'most' else '最少'}比较",
            value,
            f"{tall}，比较次数不超过它。"
            if what == "most"
            else f"{tall}；{why}。"
            if failed
            else "第一个比较的就是所找的元素时，只比较 1 次。",
        )
    if count > _LONG:
        stay_out("a list that is too long")
    if what == "average":
        each = lengths(count) if task[1] == "success" else failures(count)
        amounts = sorted(set(each))
        sums = " + ".join(f"{amount}×{each.count(amount)}" for amount in amounts)
        name = "成功" if task[1] == "success" else "失败"
        return _share(f"查找{name}的平均查找长度", sum(each), len(each), f"查找{name}：{sums} = {sum(each)}，除以 {len(each)}。")
    if what == "level":
        depth = task[1]
        if not 1 <= depth <= levels:
            stay_out("no such level")
        value = lengths(count).count(depth)
        return f"比较 {depth} 次查找成功的元素有 {value} 个", f"{value} 个", f"{tall}，第 {depth} 层有 {value} 个结点。"
    if what == "at":
        if not 1 <= task[1] <= count:
            stay_out("no such place")
        way = [place + 1 for place in path(count, 2 * (task[1] - 1))]
        return _times(f"查找第 {task[1]} 个元素比较", len(way), f"依次与第 {'、'.join(map(str, way))} 个元素比较。")
    if what in ("places", "element"):
        begin = parameters["begin"]
        if not begin <= task[1] < begin + count:
            stay_out("no such place")
        way = [place + begin for place in path(count, 2 * (task[1] - begin))]
        steps = f"下标从 {begin} 开始，依次与下标为 {listed(way, '、')} 的元素比较。"
        return (f"下标依次为 {listed(way)}", listed(way), steps) if what == "places" else _times("比较", len(way), steps)
    keys = parameters["keys"]
    if keys is None:
        stay_out("which keys there are")
    if what == "tree":
        return _tree(keys)
    key = task[1]
    place = 2 * keys.index(key) if key in keys else 2 * sum(each < key for each in keys) - 1
    way = [keys[each] for each in path(count, place)]
    ending = "查找成功" if key in keys else "查找失败"
    steps = f"查找 {key}：依次与 {listed(way, '、')} 比较，{ending}。"
    if what == "sequence":
        return f"查找 {key} 依次与 {listed(way, '、')} 比较", listed(way), steps
    return _times(f"查找 {key} 比较", len(way), steps)


def _tree(keys: list[int]) -> tuple[str, str, str]:
    order: list[int] = []
    parts = [(0, len(keys) - 1)]
    for low, high in parts:
        if low <= high:
            middle = (low + high) // 2
            order.append(keys[middle])
            parts += [(low, middle - 1), (middle + 1, high)]
    return f"判定树按层 {listed(order)}", listed(order), f"每次取中间的作根：判定树按层为 {listed(order)}。"


def _from_end_to_end(parameters: Parameters, task: list[Any]) -> tuple[str, str, str]:
    count = parameters["count"]
    if task == ["average", "success"]:
        value = decimal(Fraction(count + 1, 2), 1)
        return f"查找成功的平均查找长度 {value}", value, f"(n + 1)/2 = ({count} + 1)/2 = {value}。"
    if task == ["most", "success"]:
        return _times("最多比较", count, "最后一个才是所找的元素。")
    return stay_out("books count it in several ways")


def _in_blocks(parameters: Parameters, task: list[Any]) -> tuple[str, str, str]:
    count, size, blocks = parameters["count"], parameters.get("size"), parameters.get("blocks")
    root = round(count**0.5)
    if task == ["best"]:
        if root * root != count or size or blocks:
            stay_out("no best size that is whole")
        return f"最佳块长 {root}", str(root), f"块长为 √n = √{count} = {root} 时平均查找长度最小。"
    if task == ["best_blocks"]:
        if root * root != count or size or blocks:
            stay_out("no best number that is whole")
        return f"分成 {root} 块", f"{root} 块", f"块数为 √n = √{count} = {root}、每块也是 {root} 个元素时平均查找长度最小。"
    if task != ["average", "success"]:
        stay_out("another figure of blocks")
    if size is None and blocks is None:
        told = ["best"] in parameters["asked"] or ["best_blocks"] in parameters["asked"] or "root" in parameters
        if not told or root * root != count:
            stay_out("how long the blocks are")
        size = blocks = root
    size = size if size is not None else count // blocks
    blocks = blocks if blocks is not None else count // size
    if size * blocks != count:
        stay_out("blocks of different sizes")
    value = decimal(Fraction(blocks + 1, 2) + Fraction(size + 1, 2), 1)
    return (f"平均查找长度 {value}", value, f"索引表和块内都用顺序查找：({blocks} + 1)/2 + ({size} + 1)/2 = {value}。")
