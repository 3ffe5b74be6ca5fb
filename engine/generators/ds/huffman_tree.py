"""Huffman trees: weighted path length (WPL), code lengths, and text lengths.

Huffman 1952: the two least weights are joined until one tree is left. Which of equal weights is taken changes the shape of the tree
but never the WPL, which is also the sum of the weights of all joined nodes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from engine.drawings.tree import Stage, Tree
from engine.generators.chance import Chance
from engine.generators.ds._binary import Binary, drawn
from engine.generators.ds._huffman_tree_reading import recognise
from engine.generators.ds.external_merge import best_merges, dummies, reads
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.quantities import decimal, is_exact, percent, relation
from engine.generators.reading import stay_out

POINT = "ds.tree.huffman"


@dataclass(frozen=True, slots=True)
class Join:
    """Two roots joined."""

    less: int
    more: int

    @property
    def sum(self) -> int:
        """The new root's weight."""
        return self.less + self.more


@dataclass(frozen=True, slots=True)
class Built:
    """A Huffman tree: the joins in order, the depth of each leaf as the weights were given, and the tree with weights as keys."""

    joins: tuple[Join, ...]
    depths: tuple[int, ...]
    tree: Binary

    @property
    def wpl(self) -> int:
        """The weighted path length."""
        return sum(join.sum for join in self.joins)


def build(weights: Sequence[int]) -> Built:
    """Huffman's algorithm; of equal weights the one that has been a root longer is taken, leaves before joined ones.

    Raises:
        ValueError: no weights.
    """
    if not weights:
        raise ValueError("no weights")
    roots: list[tuple[int, Binary, tuple[int, ...]]] = [(weight, Binary(str(weight)), (number,)) for number, weight in enumerate(weights)]
    depths = [0] * len(weights)
    joins = []
    while len(roots) > 1:
        roots.sort(key=lambda root: root[0])
        (less, first, under), (more, second, below) = roots[:2]
        joins.append(Join(less, more))
        for number in (*under, *below):
            depths[number] += 1
        roots = [*roots[2:], (less + more, Binary(str(less + more), first, second), (*under, *below))]
    return Built(tuple(joins), tuple(depths), roots[0][1])


def fixed_length(count: int) -> int:
    """Bits of a code of equal lengths for `count` signs."""
    return max(1, (count - 1).bit_length())


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _wpl(chance, chance.between(5, 6))
    if difficulty == 2:
        return _code_length(chance) if chance.one_in(2) else _bits(chance)
    return _saving(chance) if chance.one_in(2) else _nodes(chance)


def _weights(chance: Chance, count: int, most: int = 30) -> list[int]:
    return [chance.between(2, most) for _ in range(count)]


def _joins_table(built: Built) -> str:
    rows = [(number, join.less, join.more, join.sum) for number, join in enumerate(built.joins, 1)]
    return table(("合并", "最小", "次小", "新根的权"), rows)


def _drawing(weights: Sequence[int]) -> Tree | None:
    if len(weights) > 10:
        return None
    built = build(weights)
    return Tree(title=f"哈夫曼树（WPL = {built.wpl}）", stages=(Stage("左 0 右 1", drawn(built.tree, edges=("0", "1"))),))


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


def _sums(built: Built) -> str:
    return f"{' + '.join(str(join.sum) for join in built.joins)} = {built.wpl}"


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
            "每次取权最小的两个根合并：",
            _joins_table(built),
            f"WPL 等于各次新根的权之和：{_sums(built)}。",
            f"带权路径长度为 {built.wpl}。",
        ),
        parameters={"task": "wpl", "weights": weights},
        drawing=_drawing(weights),
    )


_NAMES = "abcdefgh"


def _frequencies(weights: Sequence[int]) -> str:
    return "、".join(f"{name} 出现 {weight} 次" for name, weight in zip(_NAMES, weights, strict=False))


def _certain(weights: Sequence[int]) -> bool:
    """Whether the code lengths do not depend on which of equal weights is taken: no join had a choice between unequal roots."""
    roots = sorted(weights)
    while len(roots) > 1:
        if len(roots) > 2 and roots[1] == roots[2]:
            return False
        roots = sorted([*roots[2:], roots[0] + roots[1]])
    return True


def _code_length(chance: Chance) -> Generated | None:
    count = chance.between(5, 7)
    weights = _weights(chance, count, 25)
    if not _certain(weights):
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
            _joins_table(built), f"编码长度就是叶结点到根的边数：{lengths}。", f"字符 {_NAMES[which]} 的编码长度为 {right} 位。"
        ),
        parameters={"task": "code-length", "weights": weights, "which": which},
        drawing=_drawing(weights),
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
            _joins_table(built),
            f"{_sums(built)}，总长度为 {built.wpl} 位。",
        ),
        parameters={"task": "bits", "weights": weights, "count": count},
        drawing=_drawing(weights),
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
            _joins_table(built),
            f"哈夫曼编码总长 {_sums(built)} 位。",
            f"{count} 种字符的等长编码至少 {fixed_length(count)} 位，共 {total} 个字符，总长 {fixed_length(count)} × {total} = {plain} 位。",
            f"{built.wpl}/{plain} {relation(right, 3)} {percent(right)}，即约为 {percent(right)}。",
        ),
        parameters={"task": "ratio", "weights": weights, "count": count, "fixed": fixed_length(count)},
        drawing=_drawing(weights),
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


# --- solving -----------------------------------------------------------------------------------------------------------------------


def _counted(parameters: Parameters) -> Solution:
    """One number of nodes from another: every inner node joins as many roots as there are branches."""
    ways, value = parameters["ways"], parameters["value"]
    inner = {"leaves": (value - 1) // (ways - 1), "total": (value - 1) // ways, "inner": value}[parameters["given"]]
    numbers = {"inner": inner, "leaves": (ways - 1) * inner + 1, "total": ways * inner + 1}
    right = numbers[parameters["wanted"]]
    return Solution(
        answer=f"{right} 个",
        steps=paragraphs(
            f"设非叶结点 n 个，每个有 {ways} 个孩子，除根外每个结点都是孩子：总数 = {ways}n + 1，叶结点数 = {ways - 1}n + 1。",
            f"n 为 {inner}，叶结点 {numbers['leaves']} 个，总数 {numbers['total']} 个。",
        ),
        also=(str(right),),
        conventions=(f"只有度为 0 和 {ways} 的结点",),
    )


def _solve(parameters: Parameters) -> Solution:
    if parameters.get("task") == "nodes":
        return _counted(parameters)
    weights, asked, ways = parameters["weights"], parameters["asked"], parameters.get("ways", 2)
    scale = parameters.get("scale", 1)
    if ways > 2:
        merges = best_merges(weights, ways)
        total = Fraction(reads(merges), scale)
        added = dummies(len(weights), ways)
        sums = " + ".join(decimal(Fraction(sum(merge), scale), 6) for merge in merges)
        return Solution(
            answer=f"WPL = {decimal(total, 6)}",
            steps=paragraphs(
                f"({len(weights)} − 1 + 补的个数) 要能被 {ways} − 1 整除，补 {added} 个权为 0 的结点。每次取权最小的 {ways} 个根合并：",
                table(("次", "合并"), [(number, listed(merge, " + ")) for number, merge in enumerate(merges, 1)]),
                f"WPL 等于各次新根的权之和：{sums} = {decimal(total, 6)}。",
            ),
            also=(decimal(total, 6),),
            conventions=("不够时补权为 0 的结点",),
        )
    built = build(weights)
    if asked == ["code-length"]:
        if not _certain(weights):
            stay_out("equal weights could be taken otherwise")
        depth = built.depths[parameters["leaf"]]
        return Solution(
            answer=f"{depth} 位",
            steps=paragraphs("每次取权最小的两个根合并：", _joins_table(built), f"这个叶结点到根有 {depth} 条边，编码长 {depth} 位。"),
            also=(str(depth),),
            drawing=_drawing(weights) if scale == 1 else None,
        )
    total = Fraction(built.wpl, scale)
    mean = Fraction(built.wpl, sum(weights))
    names = {
        "wpl": f"WPL = {decimal(total, 6)}",
        "bits": f"总长度 {built.wpl} 位",
        "average": f"平均编码长度 {'' if is_exact(mean, 4) else '≈ '}{decimal(mean, 4)} 位",
    }
    sums = f"WPL 等于各次新根的权之和：{_sums(built)}。"
    if scale > 1:
        sums = f"各权乘以 {scale} 后，{sums}除以 {scale} 得 {decimal(total, 6)}。"
    average = f"平均编码长度是 WPL 除以权之和：{built.wpl} ÷ {sum(weights)} {'=' if is_exact(mean, 4) else '≈'} {decimal(mean, 4)}。"
    also = {
        "wpl": (decimal(total, 6), f"{decimal(total, 6)} 位"),
        "bits": (str(built.wpl), f"{built.wpl} 位"),
        "average": (decimal(mean, 4),),
    }
    return Solution(
        answer="；".join(names[name] for name in asked),
        steps=paragraphs("每次取权最小的两个根合并：", _joins_table(built), sums, average if "average" in asked else ""),
        also=also[asked[0]] if len(asked) == 1 else (str(built.wpl), f"{built.wpl} 位") if "average" not in asked else (),
        conventions=("权值相同时取哪一个会影响树形，不影响 WPL",),
        drawing=_drawing(weights) if scale == 1 else None,
    )


KIND = Kind(
    name="huffman-tree",
    title="哈夫曼树",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(hint=r"哈夫曼|赫夫曼|霍夫曼|Huffman|哈弗曼|最优二?叉?树|叉树|叶结点|带权", recognise=recognise, solve=_solve),
)
