"""Reading problems about AVL trees without a list of keys: bounds of nodes and height, shapes, and the rotation that factors tell."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.ds._clauses import WEAK, finish, opened, refuse_open_questions
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, stay_out, to_int

NAMED = r"(?:平衡二叉(?:排序|搜索|查找|树)*树?|自?平衡的?(?:二叉)?(?:查找|排序|搜索)?树|AVL树?)(?:\s*\(?\s*(?:AVL|平衡二叉树)树?\s*\)?)?(?:[TA](?![A-Za-z]))?"
_OWN = "结点 二叉树 二叉排序树 排序树 树 平衡 高度 深度 一棵 棵 时 数 总数 个 关键字 高 层 n h 含 只有 一个 最大 能 达到 要 则 其 该树 取值 值 满足 若 使 得 分别 形态"
_LEANING = r"[且,]*其?(?:所有|每个|各|全部)?的?非(?:叶子?|终端)结点的?平衡因子[均都全]?[为是]1"
_PARTS = (
    ("range", r"(?:取值)?范围"),
    ("least", r"至少|最少|最小值?|最低|最矮|下限"),
    ("most", r"至多|最多|最大值?|最高|最深|上限"),
    (
        "compared",
        r"(?:查找|搜索)(?:其中)?(?:某(?:一|个|一个)?|一个|任一|任意(?:一个)?)?(?:关键字|结点|元素)?时?(?:成功)?所?(?:需要?)?(?=.{0,6}比较)|(?:关键字)?的?比较的?(?:次数|(?:多少|几)次)",
    ),
    ("nodes", r"结点|元素|关键字"),
    ("height", r"高度|深度|层数|树高|(?:多少|几)层"),
)


def facts(text: str) -> Recognition | None:
    """A bound, a number of shapes or a rotation; None where the problem is another."""
    if patterns.search(r"\d\s*[,、]\s*\d+\s*[,、]\s*\d|\d \d+ \d|红黑|B\s*-?\s*树", text):
        return None
    if (found := _rotation(text)) is not None or patterns.search("插|依次|塞|放进|逐个|输入|建立|[A-Z][,，、 ][A-Z][,，、 ][A-Z]", text):
        return found
    return _shapes(text) or _bounds(text)


def _rotation(text: str) -> Recognition | None:
    """The rotation for a node whose balance factor became 2 or −2, and its child's."""
    reading = opened(text)
    children = reading.take(
        r"A(?:结点)?的左孩子(?:结点)?的?平衡因子[为是]\s*(?P<left>-?[01])[,、;]?而?(?:A的)?右孩子(?:结点)?的?平衡因子[为是]\s*(?P<right>-?[01])"
    )
    if children is not None:
        left, right = int(children["left"]), int(children["right"])
        if (left == 0) == (right == 0):
            stay_out("factors")
        reading.take_all(rf"(?:最小|最低)的?(?:失衡|不平衡)(?:子树|结点)的?(?:根(?:结点)?)?|旋转(?:类型)?|失衡|不平衡|{NAMED}")
        if not reading.take_all(r"(?:什么|哪种|何种)型?的?(?:调整|旋转)?(?:以使其平衡)?|型的?(?:调整|旋转)"):
            return None
        refuse_open_questions(reading)
        finish(reading, _OWN + " A B 插入 型 应 作 做 进行 调整 后 为 结点后 某 使其平衡 以 使", WEAK)
        rotation = ("L" + ("L" if left > 0 else "R")) if left else ("R" + ("L" if right > 0 else "R"))
        return Recognition(
            parameters={"task": "rotation", "rotation": rotation}, understood=(("孩子的平衡因子", f"左 {left}，右 {right}"),)
        )
    found = reading.take_all(
        r"(?P<who>(?:[A-Za-z]|其|它|该结点)的?(?P<side>左|右)孩子(?:结点)?(?:[A-Za-z])?|(?:(?:最小|最低|最近)?的?(?:失衡|不平衡)(?:子树)?的?根?(?:结点)?)?\s*[A-Za-z]|(?:最小|最低|最近)?的?(?:失衡|不平衡)(?:子树)?的?根?结点)的?平衡因子[由从]?\s*(?:-?\d)?\s*(?:变为|变成|增至|减至|为|是|增加到|减少到|变)\s*(?P<now>-?\d)"
    )
    if len(found) != 2 or not patterns.search("旋转|型|调整", text):
        return None
    tops = [match for match in found if match["side"] is None]
    below = [match for match in found if match["side"] is not None]
    if len(tops) != 1 or len(below) != 1:
        return None
    top, child, side = int(tops[0]["now"]), int(below[0]["now"]), below[0]["side"]
    if abs(top) != 2 or abs(child) != 1 or (top > 0) != (side == "左"):
        stay_out("factors")
    reading.take_all(r"(?:最小|最低)(?:失衡|不平衡)子树的?(?:根(?:结点)?)?|平衡的平衡因子|旋转(?:类型)?|失衡|不平衡")
    reading.take_all(NAMED)
    refuse_open_questions(reading)
    finish(reading, _OWN + " A B 插入 型 应 作 做 进行 调整 类型 后 结点后 根 因 由于 题 旋转 在 的 中 某 新结点 新", WEAK)
    rotation = ("L" if top > 0 else "R") + ("L" if child > 0 else "R")
    return Recognition(parameters={"task": "rotation", "rotation": rotation}, understood=(("平衡因子", f"{top}，{side}孩子 {child}"),))


def _shapes(text: str) -> Recognition | None:
    """How many AVL trees of so many keys there are."""
    reading = opened(text)
    asked = reading.take_all(
        r"(?:可能的?)?(?:不同的?)?(?:形态|形状|AVL树|平衡二叉树)的?(?:共|一共|总共)?[有是]?(?:多少|几)[种棵]?|(?:多少|几)[种棵](?:可能的?|不同的?)*(?:形态|形状|AVL树|平衡二叉树)"
    )
    if not asked:
        return None
    count = reading.take_one(rf"(?P<value>{INTEGER})个(?:不同的?)?(?:结点|关键字|数|元素)", to_int)
    reading.take_all(r"\(?(?:关键字)?\s*1\s*(?:~|-|到|至)\s*\d+\)?")
    reading.take_all(NAMED)
    finish(reading, _OWN + " 可能 不同 能 构成 互不相同 由 组成 有", WEAK)
    if count is None or not 1 <= count <= 30:
        return None
    return Recognition(parameters={"task": "shapes", "count": count}, understood=(("关键字", f"{count} 个"), ("求", "平衡二叉树的形态数")))


def _bounds(text: str) -> Recognition | None:
    """The fewest or most nodes of a height, or the least or greatest height of so many nodes.

    Raises:
        StayOut: the height is counted from 0, or something else is said.
    """
    reading = opened(text)
    if not reading.take_all(rf"平衡因子的?绝对值[均都]?不(?:超过|大于)1的|{NAMED}") and not reading.has("平衡"):
        return None
    leaning = reading.take_all(_LEANING)  # every inner node leaning is the tree with the fewest nodes
    level = reading.take_one(
        (rf"(?:高度|深度|树高|层数|高)h?\s*(?:为|是|=|有|达到?|等于)*\s*(?P<value>{INTEGER})层?", rf"(?P<value>{INTEGER})层高?"), to_int
    )
    reading.take_all(r"\(?(?:设|约定|其中)?(?:只有|仅有)?(?:一个)?根?结点(?:时|的树)?的?(?:高度|深度)?(?:为|是|算|记为)1层?\)?")
    count = reading.take_one(
        (
            rf"(?!一个)(?P<value>{INTEGER})个(?:结点|元素|关键字)",
            r"(?<![A-Za-z])n\s*=\s*(?P<value>\d+)",
            r"结点总?个?数(?:为|是|=)?\s*(?P<value>\d+)",
        ),
        to_int,
    )
    tokens = [(match.start(), match.end(), name) for name, pattern in _PARTS for match in reading.take_all(pattern)]
    tokens += [(match.start(), match.end(), "break") for match in patterns.finditer(r"[,;。?\n]", reading.text)]
    asked = _asked(sorted(tokens), bool(leaning))
    if not asked:
        return None
    refuse_open_questions(reading)
    finish(reading, _OWN + " 有 需要 要 含有 包含 具有 拥有 可以 可能 应 约 考虑 其结点数 的 为 是 共 多少 几 共有 该树 数n ( )", WEAK)
    if ("compared", "least") in asked:
        stay_out("the least comparisons")
    known = {"nodes": level, "height": count, "compared": count}
    if any(known[noun] is None for noun, _ in asked) or (level is not None and count is not None):
        stay_out("a bound without its number")
    if (level is not None and not 1 <= level <= 40) or (count is not None and not 1 <= count <= 10**9):
        return None
    given = ("高度", f"{level}（根为第 1 层）") if level is not None else ("结点", f"{count} 个")
    parameters = {"task": "bounds", "asked": [f"{noun}-{bound}" for noun, bound in asked]}
    return Recognition(parameters={**parameters, **({"levels": level} if level is not None else {"count": count})}, understood=(given,))


def _asked(tokens: list[tuple[int, int, str]], leaning: bool) -> list[tuple[str, str]]:
    """(noun, bound) of every bound word, its noun the nearest in its clause or that of the clause before."""
    asked: list[tuple[str, str]] = []
    noun = ""
    clause: list[tuple[int, int, str]] = []
    for token in [*tokens, (10**9, 10**9, "break")]:
        if token[2] != "break":
            clause.append(token)
            continue
        nouns = [each for each in clause if each[2] in ("compared", "nodes", "height")]
        for start, end, bound in (each for each in clause if each[2] in ("least", "most", "range")):
            near = sorted((max(at - end, start - until), name) for at, until, name in nouns)
            noun = near[0][1] if near else noun
            if not noun:
                stay_out("least or most of what")
            asked += [(noun, each) for each in (("least", "most") if bound == "range" else (bound,))]
        noun = nouns[-1][2] if nouns and not asked else noun
        clause = []
    if leaning:
        if any(each not in (("nodes", "least"),) for each in asked):
            stay_out("a tree of which every node leans")
        return [("nodes", "least")]
    return list(dict.fromkeys(asked))
