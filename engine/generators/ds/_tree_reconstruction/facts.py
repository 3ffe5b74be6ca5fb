"""Facts of trees that a short sentence asks whole: with letters (`of height h`, `of n nodes`), or with one figure."""

from __future__ import annotations

import re
from collections.abc import Callable

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.reading import INTEGER, stay_out, to_int

_A = r"(?:设|若|已知|假定|假设|在)?(?:一棵)?"
_IS = r"(?:应该?|就)?[是为有]?(?:\(\)|多少|几)?个?[?。()]*"
_MANY = r"(?:有|为|是|含有?)*(?:\(\)|多少|几)个?结点[?。()]*"
_NODES = r"(?:有|具有|含有?)n个结点的"
_FULL = r"(?:所有结点的)?上?(?:只有|仅有|没有)度[为是](?:0[和或与、](?:度[为是])?2|1)的结点"
_PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "search-most",
        rf"{_A}{_NODES}(?:二叉(?:排序|查找|搜索)树|BST)(?:\(BST\))?中,?查找(?:某个?|一个|任一)?关键字(?:的结点)?时?,?(?:最多|至多)(?:需要?|要)?(?:进行|比较)?(?:\(\)|多少|几)次(?:关键字)?的?(?:比较)?[?。()]*",
    ),
    ("degrees", rf"{_A}{_NODES}树[中的]?,?则?的?所有结点的度数?之和{_IS}"),
    ("threads", rf"{_A}(?:有|具有|含有?)?n个结点的线索二叉树[上中]?(?:含有|有|共有)?的?线索(?:数|的个数|的数目)?{_IS}"),
    (
        "nulls",
        rf"{_A}{_NODES}(?:二叉树)(?:采用|用)?二叉链表?(?:存储|表示)?(?:结构|结点)?,?则?(?:其中|其|树中|该链表中)?的?空(?:指针|链)域?的?(?:个数|数|数目)?{_IS}",
    ),
    (
        "nulls-three",
        rf"{_A}{_NODES}三叉树(?:采?用)三叉链表(?:存储|表示)?(?:结构)?,?则?(?:其中|树中)?的?空(?:指针|链)域?的?(?:个数|数|数目)?{_IS}",
    ),
    (
        "full-fewest",
        rf"{_A}高度[为是]h的二叉树{_FULL},?则?(?:此类|该|这类|这样的)?二叉树中?所?(?:包含|含有)?的?结点个?数(?:至少|最少){_IS}",
    ),
    ("full-most", rf"{_A}高度[为是]h的二叉树{_FULL},?则?(?:此类|该|这类|这样的)?二叉树中?所?(?:包含|含有)?的?结点个?数(?:至多|最多){_IS}"),
    ("chains", rf"{_A}{_NODES[:-1]}[且,]?高度[为是]n的二叉树的?(?:数目|个数|棵数|种数)?共?{_IS}"),
    ("complete-fewest", rf"{_A}(?:高度|深度)[为是]h的完全二叉树中?(?:最少|至少){_MANY}"),
    ("complete-most", rf"{_A}(?:高度|深度)[为是]h的(?:完全|满)?二叉树中?(?:最多|至多){_MANY}"),
    (
        "leaves-below",
        rf"{_A}(?:深度|高度)[为是](?P<one>{INTEGER})的完全二叉树的?第(?P<row>{INTEGER})层[上中]?有(?P<two>{INTEGER})个叶子?结点,?则?[该此]?(?:二叉)?树(?:一共|共)?有(?:\(\)|多少|几)个叶子?结点[?。()]*",
    ),
    (
        "widest",
        rf"[某设若]?(?:一棵)?完全二叉树T?中?,?结点个?数(?:最大|最多)的一?层上?有(?P<one>{INTEGER})个结点,?则?T?(?:该树)?中?(?:至多|最多){_MANY}",
    ),
    (
        "common",
        rf"在?(?:一个|一棵)?用?(?:一维)?(?:数组)?(?:表示|存储)?的?完全二叉树(?:中|用数组存储)?,?根结点的(?:下标|编号)[为是](?P<base>[01]),?(?:那么|则)?(?:下标|编号)[为是](?P<one>\d+)和(?:下标为|编号为)?(?P<two>\d+)的(?:两个)?结点的最近公共祖先的?(?:结点)?的?(?:下标|编号){_IS}",
    ),
)
# Of two traversals that agree, or of which one is the other turned round: what is so of every such tree, and what is not.
_WALKS_ALIKE = re.compile(
    r"(?P<one>先|前|中|后)[序根]?(?:遍历)?(?:序列|次序)?[与和跟、及](?:其|它的?)?(?P<two>先|前|中|后)[序根](?:遍历)?的?(?:序列|次序|顺序|结果)?的?(?:次序|顺序)?(?:正好|恰好|恰|刚好|完全|一样|都|是)*(?P<how>相反|相同|一致)的?"
)
_BESIDE_WALKS = re.compile(
    r"(?:设|若|已知|如果|要使?|使得?|当|欲使|一棵|一颗|某|任意|非空|的|二叉树|其|它|该|此|这棵|这样|树|结点|所有|任一|每个|分支结点|非叶子?结点|须|必须|应|需要?|一定|必|必定|满足|符合|具备|条件|形态|特点|性质|是|为|则|那么|什么样|怎样|何种|哪种|下列|\(\)|,|。|\?|:|时|在|对|进行|得到|遍历)*"
)
_ONE_LEAF = r"(?:树的|二叉树的|其)?(?:高度|深度)等于其?结点个?数|(?:二叉树中?)?(?:只有|仅有)一个叶子?结点|(?:其|所有|每个|任一)?的?(?:分支|非叶子?)结点的度[都均]?[为是]1|每层(?:只有|上?有)一个结点"
_NO_LEFT = r"(?:其|所有|任一|任意|每个)?的?(?:分支|非叶子?)?结点[都均]?(?:(?:没有|无)左|只有右)(?:孩子|子树)|只有右(?:孩子|子树)(?:的单支树)?|(?:任一|所有)?结点[均都]?无左孩子"
_NO_RIGHT = r"(?:其|所有|任一|任意|每个)?的?(?:分支|非叶子?)?结点[都均]?(?:(?:没有|无)右|只有左)(?:孩子|子树)|只有左(?:孩子|子树)(?:的单支树)?|(?:任一|所有)?结点[均都]?无右孩子"
_SINGLE = r"结点的度[都均]?为[012]|(?:只有|仅有)(?:一个)?根结点|(?:只有|仅有)一个结点|空树?或者?[仅只]有一个结点"
_LIKE = {
    ("先", "后", "相反"): (_ONE_LEAF, f"{_NO_LEFT}|{_NO_RIGHT}|{_SINGLE}", "每个分支结点都只有一个孩子：只有一个叶子，高度等于结点数。"),
    ("先", "中", "相同"): (_NO_LEFT, f"{_ONE_LEAF}|{_NO_RIGHT}|{_SINGLE}", "根左右与左根右相同，说明每个结点都没有左子树。"),
    ("中", "后", "相同"): (_NO_RIGHT, f"{_ONE_LEAF}|{_NO_LEFT}|{_SINGLE}", "左根右与左右根相同，说明每个结点都没有右子树。"),
    ("中", "后", "相反"): (
        _NO_LEFT,
        f"{_ONE_LEAF}|{_NO_RIGHT}|{_SINGLE}",
        "左右根倒过来是根右左，与左根右相同，说明每个结点都没有左子树。",
    ),
    ("先", "中", "相反"): (
        _NO_RIGHT,
        f"{_ONE_LEAF}|{_NO_LEFT}|{_SINGLE}",
        "根左右倒过来是右左根，与左根右相同，说明每个结点都没有右子树。",
    ),
}
_NEVER = r"(?:一定)?是?[左右]单支树?|是?任意(?:一棵)?的?(?:二叉树|形态)?|是?(?:完全|满|平衡)二叉树|都不对|以上都不对|无法确定|不确定"
_COMPILED = tuple((name, re.compile(pattern)) for name, pattern in _PATTERNS)
_ASKED = {
    "search-most": "查找一个关键字最多的比较次数",
    "degrees": "所有结点的度数之和",
    "threads": "线索数",
    "nulls": "二叉链表的空指针数",
    "nulls-three": "三叉链表的空指针数",
    "full-fewest": "没有度为 1 的结点、高度为 h 的二叉树最少的结点数",
    "full-most": "没有度为 1 的结点、高度为 h 的二叉树最多的结点数",
    "chains": "n 个结点、高度为 n 的二叉树的数目",
    "complete-fewest": "高度为 h 的完全二叉树最少的结点数",
    "complete-most": "高度为 h 的二叉树最多的结点数",
    "leaves-below": "叶子结点数",
    "widest": "最多的结点数",
    "common": "最近公共祖先的编号",
}


def recognise(text: str) -> Recognition | None:
    """One of these facts; None where that is not all that the text says."""
    compact = patterns.sub(r"\s+", "", patterns.sub(r"(?:\d{4}年?统考真题)|节点", lambda match: "结点" if match[0] == "节点" else "", text))
    if (alike := _WALKS_ALIKE.search(compact)) is not None and _BESIDE_WALKS.fullmatch(compact[: alike.start()] + compact[alike.end() :]):
        one, two = (alike[name].replace("前", "先") for name in ("one", "two"))
        how = alike["how"].replace("一致", "相同")
        key = (one, two, how) if (one, two, how) in _LIKE else (two, one, how)
        if key in _LIKE:
            return Recognition(
                parameters={"task": "tree-fact", "fact": "alike", "walks": list(key)},
                understood=(("已知", f"{one}序与{two}序{how}"), ("求", "二叉树的形态")),
            )
    for name, pattern in _COMPILED:
        if (found := pattern.fullmatch(compact)) is None:
            continue
        groups = found.groupdict()
        figures = {key: to_int(groups[key]) for key in ("one", "two", "row", "base") if groups.get(key)}
        return Recognition(
            parameters={"task": "tree-fact", "fact": name, **figures},
            understood=(*((("已知", "、".join(map(str, figures.values()))),) if figures else ()), ("求", _ASKED[name])),
        )
    return None


def _letters(answer: str, steps: str, *also: str) -> Callable[[Parameters], Solution]:
    def told(parameters: Parameters) -> Solution:
        del parameters
        return Solution(answer=answer, steps=steps, also=(answer.replace(" − ", "-").replace(" + ", "+"), *also))

    return told


def _number(value: int, unit: str, steps: str) -> Solution:
    return Solution(answer=f"{value} {unit}" if unit else str(value), steps=steps, also=(str(value),))


def _leaves_below(parameters: Parameters) -> Solution:
    """The leaves of a complete tree of which the last level's are told."""
    height, below = parameters["one"], parameters["two"]
    if parameters["row"] != height or not 2 <= height <= 20 or not 1 <= below <= 2 ** (height - 1):
        stay_out("no such level")
    above = 2 ** (height - 2) - (below + 1) // 2
    return _number(
        above + below,
        "个",
        f"第 {height - 1} 层有 2^{height - 2} = {2 ** (height - 2)} 个结点，其中 {(below + 1) // 2} 个有孩子，其余 {above} 个是叶子；加上第 {height} 层的 {below} 个，共 {above + below} 个。",
    )


def _widest(parameters: Parameters) -> Solution:
    """The most nodes of a complete tree whose widest level has so many."""
    width = parameters["one"]
    if not 1 <= width <= 10**6:
        stay_out("no such level")
    full = 2 ** width.bit_length() - 1
    total = full + width
    return _number(total, "个", f"不超过 {width} 个结点的满层共 {full} 个结点，再下一层最多还有 {width} 个，共 {total} 个。")


def _common(parameters: Parameters) -> Solution:
    """The nearest common ancestor of two places."""
    shift = 1 - parameters["base"]
    one, other = parameters["one"] + shift, parameters["two"] + shift
    ways = []
    for place in (one, other):
        way = [place]
        while way[-1] > 1:
            way.append(way[-1] // 2)
        ways.append(way)
    found = next(place for place in ways[0] if place in ways[1])
    if found in (one, other) or min(one, other) < 1:
        stay_out("one above the other")
    shown = "；".join("→".join(str(place - shift) for place in way) for way in ways)
    return _number(found - shift, "", f"结点的双亲编号取一半：{shown}，最近的公共祖先是 {found - shift}。")


def _alike(parameters: Parameters) -> Solution:
    """Which option is so of every such tree."""
    one, two, how = parameters["walks"]
    right, wrong, steps = _LIKE[(one, two, how)]

    def fits(option: str) -> bool:
        told = patterns.sub(r"\s+", "", option)
        if patterns.fullmatch(right, told):
            return True
        if not patterns.fullmatch(f"{wrong}|{_NEVER}", told):
            stay_out("an option of another shape")
        return False

    return Solution(answer="", steps=steps, fits=fits)


_ANSWERS: dict[str, Callable[[Parameters], Solution]] = {
    "search-most": _letters("n", "最坏时二叉排序树是单支的，高度为 n，最多比较 n 次。", "n 次"),
    "degrees": _letters("n − 1", "除根外每个结点都是某个结点的孩子，度数之和就是边数 n − 1。"),
    "threads": _letters("n + 1", "2n 个指针中 n − 1 个指向孩子，其余 2n − (n − 1) = n + 1 个是线索。"),
    "nulls": _letters("n + 1", "2n 个指针中 n − 1 个指向孩子，其余 n + 1 个为空。"),
    "nulls-three": _letters("2n + 1", "3n 个指针中 n − 1 个指向孩子，其余 2n + 1 个为空。"),
    "full-fewest": _letters("2h − 1", "除根外每层至少两个结点，最少 2(h − 1) + 1 = 2h − 1 个。"),
    "full-most": _letters("2^h − 1", "每层都满时最多，2^h − 1 个。"),
    "chains": _letters("2^(n−1)", "每层一个结点，除根外每个结点是左孩子或右孩子，有 2^(n−1) 种。", "2^(n-1)", "2^{n-1}"),
    "complete-fewest": _letters("2^(h−1)", "前 h − 1 层满，最后一层 1 个：2^(h−1) − 1 + 1 = 2^(h−1)。", "2^(h-1)", "2^{h-1}"),
    "complete-most": _letters("2^h − 1", "每层都满时最多，2^h − 1 个。"),
    "leaves-below": _leaves_below,
    "widest": _widest,
    "common": _common,
    "alike": _alike,
}


def solve(parameters: Parameters) -> Solution:
    """The fact."""
    return _ANSWERS[parameters["fact"]](parameters)
