"""Huffman trees: weighted path length (WPL), code lengths, and text lengths.

Huffman 1952: the two least weights are joined until one tree is left. Which of equal weights is taken changes the shape of the tree
but never the WPL, which is also the sum of the weights of all joined nodes.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from engine.generators.alternatives import but_not, first_reading
from engine.generators.chance import Chance
from engine.generators.ds._huffman_tree.answers import solve
from engine.generators.ds._huffman_tree.reading import recognise
from engine.generators.ds._huffman_tree.simulator import build, certain, drawing, fixed_length, joins_table, sums
from engine.generators.kind import Generated, Kind, Solver, Wrong
from engine.generators.markdown import listed, paragraphs
from engine.generators.quantities import percent, relation

POINT = "ds.tree.huffman"


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _wpl(chance, chance.between(5, 6))
    if difficulty == 2:
        return _code_length(chance) if chance.one_in(2) else _bits(chance)
    return _saving(chance) if chance.one_in(2) else _nodes(chance)


def _weights(chance: Chance, count: int, most: int = 30) -> list[int]:
    return [chance.between(2, most) for _ in range(count)]


def _given_order(weights: Sequence[int]) -> int:
    """Wrong: the weights joined one after the other as they are given."""
    total, carried = 0, weights[0]
    for weight in weights[1:]:
        carried += weight
        total += carried
    return total


def _once_sorted(weights: Sequence[int]) -> int:
    """Wrong: sorted once, then each joined root is joined with the next weight."""
    return _given_order(sorted(weights))


def _largest_first(weights: Sequence[int]) -> int:
    """Wrong: the two greatest joined."""
    roots, total = sorted(weights), 0
    while len(roots) > 1:
        joined = roots.pop() + roots.pop()
        total += joined
        roots = sorted([*roots, joined])
    return total


def _balanced(weights: Sequence[int]) -> int:
    """Wrong: joined in pairs like a tournament."""
    roots, total = sorted(weights), 0
    while len(roots) > 1:
        paired = [sum(roots[place : place + 2]) for place in range(0, len(roots), 2)]
        total += sum(sum(roots[place : place + 2]) for place in range(0, len(roots) - 1, 2))
        roots = paired
    return total


def _wrong_lengths(weights: Sequence[int]) -> list[tuple[int, str]]:
    built = build(weights)
    right, total = built.wpl, sum(weights)
    return [
        (_once_sorted(weights), "合并出的新根没有参加下一次比较，一路接了下去"),
        (right - total, "漏加了根结点的权"),
        (right + total, "路径长度按结点数算，多了一层"),
        (_balanced(weights), "两两配对合并，没有每次取最小的两个"),
        (sum(fixed_length(len(weights)) * weight for weight in weights), "按等长编码计算"),
        (_given_order(weights), "按给出的次序依次合并"),
        (_largest_first(weights), "每次合并了最大的两个"),
        (right - min(weights), "漏加了一个叶结点"),
        (right + min(weights), "重复加了一个叶结点"),
        (right - max(weights), "漏加了一个叶结点的一层"),
    ]


def _wpl(chance: Chance, count: int) -> Generated | None:
    weights = _weights(chance, count)
    built = build(weights)
    if len(set(weights)) < count or _once_sorted(weights) == built.wpl:
        return None
    return Generated(
        point=POINT,
        stem=f"以 {listed(weights)} 作为叶结点的权值构造哈夫曼树，则该树的带权路径长度（WPL）为",
        right=str(built.wpl),
        wrong=[Wrong(str(value), why) for value, why in _wrong_lengths(weights)],
        steps=paragraphs(
            "每次取权最小的两个根合并：", joins_table(built), f"WPL 等于各次新根的权之和：{sums(built)}。", f"带权路径长度为 {built.wpl}。"
        ),
        parameters={"task": "wpl", "weights": weights},
        drawing=drawing(weights),
    )


_NAMES = "abcdefgh"


def _frequencies(weights: Sequence[int]) -> str:
    return "、".join(f"{name} 出现 {weight} 次" for name, weight in zip(_NAMES, weights, strict=False))


def _code_length(chance: Chance) -> Generated | None:
    count = chance.between(5, 7)
    weights = _weights(chance, count, 25)
    if not certain(weights):
        return None
    built = build(weights)
    which = chance.below(count)
    right = built.depths[which]
    if right < 2:
        return None
    counts = [
        (fixed_length(count), "按等长编码计算"),
        (right + 1, "把根结点也数进了路径"),
        (right - 1, "路径少数了一条边"),
        (sorted(weights, reverse=True).index(weights[which]) + 1, "按权的名次一位一位地加长"),
        (right + 2, "多数了两条边"),
        (right + 3, "多数了三条边"),
    ]
    lengths = "，".join(f"{name} {depth} 位" for name, depth in zip(_NAMES, built.depths, strict=False))
    return Generated(
        point=POINT,
        stem=f"某电文只含 {count} 种字符，其中 {_frequencies(weights)}。按出现次数设计哈夫曼编码，则字符 {_NAMES[which]} 的编码长度为",
        right=f"{right} 位",
        wrong=[Wrong(f"{value} 位", why) for value, why in counts if value > 0],
        steps=paragraphs(
            joins_table(built), f"编码长度就是叶结点到根的边数：{lengths}。", f"字符 {_NAMES[which]} 的编码长度为 {right} 位。"
        ),
        parameters={"task": "code-length", "weights": weights, "which": which},
        drawing=drawing(weights),
    )


def _bits(chance: Chance) -> Generated | None:
    count = chance.between(5, 7)
    weights = _weights(chance, count)
    built = build(weights)
    if _once_sorted(weights) == built.wpl:
        return None
    return Generated(
        point=POINT,
        stem=f"某电文只含 {count} 种字符，其中 {_frequencies(weights)}。采用哈夫曼编码，则该电文编码后的总长度为",
        right=f"{built.wpl} 位",
        wrong=[Wrong(f"{value} 位", why) for value, why in _wrong_lengths(weights)],
        steps=paragraphs(
            "电文总长度等于各字符的次数乘编码长度之和，也就是哈夫曼树的 WPL。",
            joins_table(built),
            f"{sums(built)}，总长度为 {built.wpl} 位。",
        ),
        parameters={"task": "bits", "weights": weights, "count": count},
        drawing=drawing(weights),
    )


def _saving(chance: Chance) -> Generated | None:
    count = chance.between(5, 8)
    weights = _weights(chance, count)
    built = build(weights)
    total = sum(weights)
    plain = fixed_length(count) * total
    right = Fraction(built.wpl, plain)
    if right >= 1 or _once_sorted(weights) == built.wpl:
        return None
    shares = [(Fraction(value, plain), why) for value, why in _wrong_lengths(weights) if value != plain]
    shares.insert(0, (1 - right, "求成了节省的比例"))
    shares.insert(3, (Fraction(built.wpl, 8 * total), "等长编码按每字符 8 位计算"))
    shares.insert(4, (Fraction(built.wpl, (fixed_length(count) + 1) * total), "等长编码的位数多算了一位"))
    shares.insert(5, (Fraction(built.wpl, count * total), "把字符种数当成了等长编码的位数"))
    return Generated(
        point=POINT,
        stem=(f"某电文只含 {count} 种字符，其中 {_frequencies(weights)}。采用哈夫曼编码后的电文长度，约为采用最短的等长二进制编码时的"),
        right=percent(right),
        wrong=[Wrong(percent(share), why) for share, why in shares if 0 < share < 2],
        steps=paragraphs(
            joins_table(built),
            f"哈夫曼编码总长 {sums(built)} 位。",
            f"{count} 种字符的等长编码至少 {fixed_length(count)} 位，共 {total} 个字符，总长 {fixed_length(count)} × {total} = {plain} 位。",
            f"{built.wpl}/{plain} {relation(right, 3)} {percent(right)}，即约为 {percent(right)}。",
        ),
        parameters={"task": "ratio", "weights": weights, "count": count, "fixed": fixed_length(count)},
        drawing=drawing(weights),
    )


def _nodes(chance: Chance) -> Generated | None:
    """The number of leaves or joined nodes of an m-ary tree from the total, or the other way round."""
    ways = chance.between(2, 5)
    inner = chance.between(8, 60)
    leaf_count = (ways - 1) * inner + 1
    total = leaf_count + inner
    task = chance.choice(("leaves", "inner", "total"))
    right = {"leaves": leaf_count, "inner": inner, "total": total}[task]
    counts = [
        (
            {"leaves": inner, "inner": leaf_count, "total": total - 1}[task],
            "把叶结点和非叶结点弄反了" if task != "total" else "漏算了根结点",
        ),
        ({"leaves": leaf_count - 1, "inner": inner - 1, "total": total + 1}[task], "n0 与度数关系中的 1 弄丢了"),
        (
            {"leaves": leaf_count + 1, "inner": inner + 1, "total": total - inner}[task],
            "n0 与度数关系中的 1 加反了" if task != "total" else "没有算非叶结点",
        ),
        ((total + 1) // 2, "按二叉哈夫曼树计算"),
        (total // ways, "用总数除以度数"),
        (total * (ways - 1) // ways, "以为叶结点占总数的固定比例"),
        (2 * leaf_count - 1, "按二叉哈夫曼树由叶结点求总数"),
        (right + 2, "多算了两个"),
        (right - 2, "少算了两个"),
    ]
    names = {
        2: "哈夫曼树",
        3: "三叉哈夫曼树（只有度为 0 和 3 的结点）",
        4: "四叉哈夫曼树（只有度为 0 和 4 的结点）",
        5: "五叉哈夫曼树（只有度为 0 和 5 的结点）",
    }
    given = {"leaves": f"共有 {total} 个结点", "inner": f"共有 {total} 个结点", "total": f"有 {leaf_count} 个叶结点"}[task]
    what = {"leaves": "叶结点的个数", "inner": "非叶结点的个数", "total": "结点的总数"}[task]
    relation_text = f"设非叶结点 n 个，每个有 {ways} 个孩子，除根外每个结点都是孩子，总数 = {ways}n + 1，叶结点数 = {ways - 1}n + 1。"
    if task == "total":
        step = f"({leaf_count} − 1) ÷ {ways - 1} = {inner}，总数为 {leaf_count} + {inner} = {total}。"
    else:
        step = f"({total} − 1) ÷ {ways} = {inner}，叶结点为 {total} − {inner} = {leaf_count}。"
    return Generated(
        point=POINT,
        stem=f"某{names[ways]}{given}，则其{what}为",
        right=f"{right} 个",
        wrong=[Wrong(f"{value} 个", why) for value, why in counts if value > 0],
        steps=paragraphs(relation_text, step, f"所以{what}为 {right} 个。"),
        parameters={"task": task, "ways": ways, "given": leaf_count if task == "total" else total},
    )


# Codes that are no Huffman codes.
_UNREAD = r"(?:所有|全部|各个?)(?:字符|符号)?的?编码[都均全]?要?等长"

KIND = Kind(
    name="huffman-tree",
    title="哈夫曼树",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"哈夫曼|赫夫曼|霍夫曼|Huffman|哈弗曼|最优二?叉?树|叉树|叶结点|带权|WPL|前缀编?码|译码|怎么译|编码",
        recognise=but_not(_UNREAD)(first_reading(recognise)),
        solve=solve,
    ),
)
