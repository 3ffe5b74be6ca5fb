"""Answers to problems about Huffman trees: of the whole tree, of its code, and of numbers of nodes."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from fractions import Fraction

from engine.generators import patterns
from engine.generators.ds._external_merge.merge_trees import best_merges, dummies, reads
from engine.generators.ds._huffman_tree.bounds import solve_bounds
from engine.generators.ds._huffman_tree.code_answers import (
    codes,
    compared,
    designed,
    equal_lengths,
    of_depths,
    of_length,
    same_depth,
    stored,
)
from engine.generators.ds._huffman_tree.simulator import Built, all_depths, build, drawing, fixed_length, joins_table, sums
from engine.generators.ds._search_trees.answers import Shown, in_brackets
from engine.generators.ds._search_trees.binary import Binary
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.quantities import decimal, is_exact, percent, relation
from engine.generators.reading import stay_out


def _counted(parameters: Parameters) -> Solution:
    """Numbers of nodes from another: every inner node joins as many roots as there are branches."""
    ways, value, asked = parameters["ways"], parameters["value"], parameters["asked"]
    inner = {"leaves": (value - 1) // (ways - 1), "total": (value - 1) // ways, "inner": value}[parameters["given"]]
    numbers = {"inner": inner, "leaves": (ways - 1) * inner + 1, "total": ways * inner + 1, "merges": inner, "ones": 0}
    titles = {
        "inner": "非叶结点 {} 个",
        "leaves": "叶结点 {} 个",
        "total": "共 {} 个结点",
        "merges": "合并 {} 次（n − 1 次）",
        "ones": "度为 1 的结点 {} 个",
    }
    single = "{} 次" if asked == ["merges"] else "{} 个"
    return Solution(
        answer=single.format(numbers[asked[0]]) if len(asked) == 1 else "；".join(titles[name].format(numbers[name]) for name in asked),
        steps=paragraphs(
            f"设非叶结点 n 个，每个有 {ways} 个孩子，除根外每个结点都是孩子：总数 = {ways}n + 1，叶结点数 = {ways - 1}n + 1。",
            f"n 为 {inner}，叶结点 {numbers['leaves']} 个，总数 {numbers['total']} 个。",
        ),
        also=("；".join(str(numbers[name]) for name in asked), ", ".join(str(numbers[name]) for name in asked)),
        conventions=(f"只有度为 0 和 {ways} 的结点",),
    )


def is_prefix_code(codes: Sequence[str]) -> bool:
    """Whether no code begins another."""
    ordered = sorted(codes)
    return all(not later.startswith(earlier) for earlier, later in itertools.pairwise(ordered))


def _read_codes(option: str) -> list[str]:
    """The codes that an option lists.

    Raises:
        StayOut: it lists something else.
    """
    if patterns.fullmatch(r"[(\s]*[a-c]{1,6}(?:[\s,、;]+[a-c]{1,6})+[)\s]*", option):
        return patterns.findall("[a-c]+", option)  # of three signs
    if not patterns.fullmatch(r"[(\s]*(?:[A-Za-z]\s*[:=]\s*)?[01]+(?:[\s,、;]+(?:[A-Za-z]\s*[:=]\s*)?[01]+)+[)\s]*", option):
        stay_out(option)
    return patterns.findall("[01]+", option)


def _prefix(parameters: Parameters) -> Solution:
    return Solution(
        answer="",
        steps="前缀编码中没有一个编码是另一个编码的前缀，逐项检查。",
        fits=lambda option: is_prefix_code(_read_codes(option)) == parameters["wanted"],
    )


def _same_tree(option: str) -> bool:
    """Whether the two paths of weights that an option tells can be in one Huffman tree.

    Siblings are joined in the order of their weights: of two pairs of siblings, no weight of one lies between those of the other.
    """
    told = [[int(number) for number in patterns.findall(r"\d+", part)] for part in patterns.split(r"和|与|及|;|；", option)]
    if len(told) != 2 or any(len(path) < 2 for path in told) or told[0][0] != told[1][0]:
        stay_out(option)
    children: dict[tuple[int, ...], dict[int, int]] = {}
    pairs: set[tuple[tuple[int, ...], int, int]] = set()
    for path in told:
        for level in range(1, len(path)):
            above, parent, child = tuple(path[:level]), path[level - 1], path[level]
            if not 0 < child < parent:
                return False
            known = children.setdefault(above, {})
            if known and child not in known and child not in known.values():
                return False
            known[child] = parent - child
            pairs.add((above, min(child, parent - child), max(child, parent - child)))
    ordered = sorted((less, more) for _, less, more in pairs)
    return all(more <= later for (_, more), (later, _) in itertools.pairwise(ordered))


def _coded(parameters: Parameters) -> Solution:
    """With a given code: a text decoded or encoded, or the length of one."""
    codes_ = parameters["codes"]
    if not is_prefix_code(list(codes_.values())):
        stay_out("no prefix code")
    if parameters["task"] == "length":
        terms = [count * len(code) for count, code in zip(parameters["counts"], codes_.values(), strict=True)]
        written = " + ".join(f"{count} × {len(code)}" for count, code in zip(parameters["counts"], codes_.values(), strict=True))
        return Solution(answer=f"{sum(terms)} 位", steps=f"{written} = {sum(terms)}。", also=(str(sum(terms)),))
    if parameters["task"] == "encode":
        told = "".join(codes_[letter] for letter in parameters["letters"])
        return Solution(answer=told, steps="逐个字符换成编码。")
    by_code = {code: name for name, code in codes_.items()}
    found, rest = [], ""
    for bit in parameters["bits"]:
        rest += bit
        if rest in by_code:
            found.append((rest, by_code[rest]))
            rest = ""
    if rest:
        stay_out("bits that are left")
    return Solution(
        answer="".join(name for _, name in found), steps=f"从左到右，凑成一个编码就译出一个字符：{' '.join(code for code, _ in found)}。"
    )


def _of_height(parameters: Parameters) -> Solution:
    """The fewest and the most leaves of a Huffman tree of a height."""
    levels = parameters["levels"]
    values = {"least": levels, "most": 2 ** (levels - 1)}
    asked = parameters["asked"]
    words = {"least": "最少", "most": "最多"}
    return Solution(
        answer="；".join(f"{words[name]} {values[name]} 个" for name in asked),
        steps=f"除最下一层外每层只有一个非叶结点时叶最少，{levels} 个；满二叉树时最多，2^{levels - 1} = {values['most']} 个。",
        also=("；".join(str(values[name]) for name in asked),),
        conventions=("根为第 1 层",),
    )


def _fitting(weights: Sequence[int]) -> Callable[[str], bool]:
    """Whether an option's codes may be a Huffman code of the weights, in their order: a prefix code of the least total length."""

    def fits(option: str) -> bool:
        codes = _read_codes(option)
        total = sum(len(code) * weight for code, weight in zip(codes, weights, strict=False))
        return len(codes) == len(weights) and is_prefix_code(codes) and total == build(weights).wpl

    return fits


def _of_many_ways(parameters: Parameters) -> Solution:
    """The weighted path length of a tree with more than two branches."""
    weights, ways, scale = parameters["weights"], parameters["ways"], parameters.get("scale", 1)
    merges = best_merges(weights, ways)
    total = Fraction(reads(merges), scale)
    added = dummies(len(weights), ways)
    written = " + ".join(decimal(Fraction(sum(merge), scale), 6) for merge in merges)
    told = {
        "wpl": (f"WPL = {decimal(total, 6)}", decimal(total, 6)),
        "dummies": (f"补 {added} 个", str(added)),
        "merges": (f"合并 {len(merges)} 次", str(len(merges))),
    }
    return Solution(
        answer="；".join(told[name][0] for name in parameters["asked"]),
        steps=paragraphs(
            f"({len(weights)} − 1 + 补的个数) 要能被 {ways} − 1 整除，补 {added} 个权为 0 的结点。每次取权最小的 {ways} 个根合并：",
            table(("次", "合并"), [(number, listed(merge, " + ")) for number, merge in enumerate(merges, 1)]),
            f"WPL 等于各次新根的权之和：{written} = {decimal(total, 6)}。",
        ),
        also=("；".join(told[name][1] for name in parameters["asked"]),),
        conventions=("不够时补权为 0 的结点",),
    )


def _told(asked: str, parameters: Parameters, built: Built) -> tuple[str, str]:
    """(the answer, the bare value) of one question.

    Raises:
        StayOut: it depends on which of equal weights is taken, or on what the text does not say.
    """
    weights, scale = parameters["weights"], parameters.get("scale", 1)
    names = parameters.get("names") or [decimal(Fraction(weight, scale), 6) for weight in weights]
    name, _, of = asked.partition(":")
    total, mean = Fraction(built.wpl, scale), Fraction(built.wpl, sum(weights))
    if name == "wpl":
        return f"WPL = {decimal(total, 6)}", decimal(total, 6)
    if name == "inner-sum":
        return f"非叶结点的权值之和 {decimal(total, 6)}", decimal(total, 6)
    if name == "bits":
        return f"总长度 {built.wpl} 位", str(built.wpl)
    if name == "average":
        return f"平均编码长度 {'' if is_exact(mean, 4) else '≈ '}{decimal(mean, 4)} 位", decimal(mean, 4)
    if name == "ratio":
        part = percent(mean / parameters.get("fixed", fixed_length(len(weights))))
        return f"平均码长是等长编码的 {part}", part
    if name == "fixed-each":
        each = parameters.get("fixed", fixed_length(len(weights)))
        return f"等长编码每个 {each} 位", str(each)
    if name == "saving-each":
        less = parameters.get("fixed", fixed_length(len(weights))) - mean
        return f"每个字符平均省 {'' if is_exact(less, 4) else '≈ '}{decimal(less, 4)} 位", decimal(less, 4)
    if name == "root-children":
        join = built.joins[-1]
        ordered = (join.less, join.more) if parameters.get("sides", {}).get("less_left", True) else (join.more, join.less)
        both = "、".join(decimal(Fraction(value, scale), 6) for value in ordered)
        return f"根的两个孩子的权 {both}", both
    if name in ("saving", "saving-percent", "fixed"):
        fixed = parameters.get("fixed", fixed_length(len(weights))) * sum(weights)
        saved = fixed - built.wpl
        if name == "fixed":
            return f"等长编码 {fixed} 位", str(fixed)
        if name == "saving":
            return f"节省 {saved} 位", str(saved)
        return f"节省 {percent(Fraction(saved, fixed))}", percent(Fraction(saved, fixed))
    counts = {
        "merges": (len(weights) - 1, "合并 {} 次"),
        "inner": (len(weights) - 1, "非叶结点 {} 个"),
        "total": (2 * len(weights) - 1, "共 {} 个结点"),
    }
    if name in counts:
        return counts[name][1].format(counts[name][0]), str(counts[name][0])
    if name == "dummies":
        return "不用补", "0"
    if name == "inner-list":
        inner = listed([decimal(Fraction(value, scale), 6) for value in sorted(join.sum for join in built.joins)])
        return f"非叶结点的权 {inner}", inner
    if name == "root":
        value = decimal(Fraction(sum(weights), scale), 6)
        return f"根的权值 {value}", value
    if name in ("step", "step-pair"):
        if not 1 <= int(of) <= len(built.joins):
            stay_out("no such join")
        join = built.joins[int(of) - 1]
        if name == "step":
            value = decimal(Fraction(join.sum, scale), 6)
            return f"第 {of} 次合并得到 {value}", value
        pair = f"{decimal(Fraction(join.less, scale), 6)} 和 {decimal(Fraction(join.more, scale), 6)}"
        return f"第 {of} 次合并 {pair}", pair
    if name == "level":
        rows = {depths[int(of)] + 1 for depths in all_depths(weights) or ()}
        row = rows.pop() if len(rows) == 1 else stay_out("equal weights could be taken otherwise")
        return f"{names[int(of)]} 在第 {row} 层（根为第 1 层）", str(row)
    if name in ("length", "lengths", "longest-list", "longest", "shortest", "height"):
        which = "" if len(parameters["asked"]) == 1 else f"{names[int(of)]} 的编码长 " if of else ""
        told_of = {of_depths(name, of, depths, names, which) for depths in all_depths(weights) or ()}
        return told_of.pop() if len(told_of) == 1 else stay_out("equal weights could be taken otherwise")
    if name in ("many-of-length", "which-of-length"):
        of_those = {of_length(name, of, depths, names) for depths in all_depths(weights) or ()}
        return of_those.pop() if len(of_those) == 1 else stay_out("equal weights could be taken otherwise")
    if name == "same-depth":
        of_others = {same_depth(int(of), depths, names) for depths in all_depths(weights) or ()}
        return of_others.pop() if len(of_others) == 1 else stay_out("equal weights could be taken otherwise")
    if name == "equal-lengths":
        return equal_lengths(names, parameters.get("fixed", fixed_length(len(weights))))
    if name == "compare":
        return compared(mean, len(weights), parameters.get("fixed"))
    if name == "storage":
        nodes_ = stored(weights, scale)[1]
        return "终态（序号: 权, 双亲, 左, 右）" + "；".join(f"{node[0]}: {listed(node[1:])}" for node in nodes_), ""
    sides = parameters.get("sides", {})
    if name == "tree":
        return in_brackets(_weighed(built.tree, scale), Shown()), ""
    if name == "design" or (name == "codes" and not sides):
        own = designed(weights, sides.get("less_left", True), sides.get("zero_left", True))
        told = listed([f"{leaf}: {code}" for leaf, code in zip(names, own, strict=True)], "，")
        return told, told
    if name not in ("code", "codes") or set(sides) != {"less_left", "zero_left"}:
        stay_out("which codes is not said")
    own = codes(built, weights, sides["less_left"], sides["zero_left"])
    if name == "codes":
        told = listed([f"{leaf}: {code}" for leaf, code in zip(names, own, strict=True)], "，")
        return told, told
    return f"{names[int(of)]}: {own[int(of)]}", own[int(of)]


def _weighed(tree: Binary, scale: int) -> Binary:
    """The tree with the weights as they were told."""
    below = [None if child is None else _weighed(child, scale) for child in (tree.left, tree.right)]
    return Binary(decimal(Fraction(int(tree.key), scale), 6), *below)


def solve(parameters: Parameters) -> Solution:
    """A problem from what was read of it."""
    if parameters.get("task") == "nodes":
        return _counted(parameters)
    if parameters.get("task") == "of-n":
        told = {("leaves", "inner"): "n - 1", ("leaves", "total"): "2n - 1", ("inner", "leaves"): "n + 1", ("inner", "total"): "2n + 1"}[
            parameters["given"], parameters["asked"]
        ]
        return Solution(
            answer=told, steps="哈夫曼树只有度为 0 和 2 的结点，叶结点比度为 2 的结点多 1 个；结点总数是两者之和。", also=(f"{told} 个",)
        )
    if parameters.get("task") in ("lettered", "spare"):
        return solve_bounds(parameters)
    if parameters.get("task") in ("decode", "encode", "length"):
        return _coded(parameters)
    if parameters.get("task") == "height":
        return _of_height(parameters)
    if parameters.get("task") == "paths":
        return Solution(
            answer="", steps="同一结点的两个孩子之和是它的权；兄弟成对地按权从小到大合并，各对不会交错。逐项检查。", fits=_same_tree
        )
    if parameters.get("task") == "prefix":
        return _prefix(parameters)
    if parameters.get("ways", 2) > 2:
        return _of_many_ways(parameters)
    weights, asked, scale = parameters["weights"], parameters["asked"], parameters.get("scale", 1)
    built = build(weights)
    picture = drawing(weights) if scale == 1 else None
    if asked == ["fits"]:
        return Solution(
            answer="",
            steps=paragraphs("每次取权最小的两个根合并：", joins_table(built), "哈夫曼编码是总长度最小的前缀编码，逐项检查。"),
            fits=_fitting(weights),
            drawing=picture,
        )
    answers = [_told(each, parameters, built) for each in asked]
    total, mean = Fraction(built.wpl, scale), Fraction(built.wpl, sum(weights))
    line = f"WPL 等于各次新根的权之和：{sums(built)}。"
    if scale > 1:
        line = f"各权乘以 {scale} 后，{line}除以 {scale} 得 {decimal(total, 6)}。"
    fixed = parameters.get("fixed", fixed_length(len(weights)))
    single = {each.partition(":")[0] for each in asked}
    lines: tuple[str, ...] = (
        f"平均编码长度是 WPL 除以权之和：{built.wpl} ÷ {sum(weights)} {relation(mean, 4)} {decimal(mean, 4)}。"
        if "average" in single
        else "",
        f"等长编码每个 {fixed} 位，哈夫曼编码平均 {'' if is_exact(mean, 4) else '≈ '}{decimal(mean, 4)} 位，省下的占 ({fixed} − {decimal(mean, 4)}) ÷ {fixed}。"
        if parameters.get("relative")
        else f"等长编码每个 {fixed} 位，共 {fixed} × {sum(weights)} = {fixed * sum(weights)} 位。"
        if {"saving", "saving-percent", "fixed"} & single
        else "",
        f"编码长度是叶结点到根的边数：{listed(built.depths)}（按给出的次序）。"
        if {"length", "lengths", "longest", "shortest", "height", "code", "codes"} & single
        else "",
    )
    if "storage" in single:
        heading = ("序号", "weight", "parent", "lchild", "rchild")
        before, after = stored(weights, scale)
        lines = (*lines, "初态：", table(heading, before), "终态：", table(heading, after))
    values = [value for _, value in answers]
    also = [", ".join(values), "；".join(values)]
    conventions = ["权值相同时取哪一个会影响树形，不影响 WPL"]
    if {"design", "codes"} & single and set(parameters.get("sides", {})) != {"less_left", "zero_left"}:
        conventions.append("编码不唯一：这里权小的在左、左 0 右 1，左右或 0、1 互换也对，只要总长度一样")
    conventions += ["频率当作出现的次数，电文共 100 个字符"] if parameters.get("counted") else []
    conventions += ["括号里依次是左、右孩子"] if "tree" in single else []
    conventions += ["存储时每次从前往后找权最小的两个根，最小的作左孩子；0 表示没有"] if "storage" in single else []
    if asked == ["wpl"] or asked == ["bits"]:
        also.append(f"{values[0]} 位")
    if set(asked) == {"wpl", "bits"}:
        also += [values[0], f"{values[0]} 位"]
    return Solution(
        answer="；".join(answer for answer, _ in answers),
        steps=paragraphs("每次取权最小的两个根合并：", joins_table(built), line, *lines),
        fits=_fitting(weights) if asked == ["design"] else None,
        answer_alone=asked == ["design"],
        also=tuple(also),
        conventions=tuple(conventions),
        drawing=picture,
    )
