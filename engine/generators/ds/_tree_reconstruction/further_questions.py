"""Further questions about a rebuilt tree: paths, ancestors, neighbours in a traversal, subtrees, and the tree with its sides exchanged."""

from __future__ import annotations

from engine.generators.ds._search_trees.binary import Binary, size
from engine.generators.ds._search_trees.questions import Question
from engine.generators.ds._tree_reconstruction.rebuilding import traversal
from engine.generators.markdown import listed
from engine.generators.reading import Reading, stay_out

_NAME = r"(?<![A-Za-z0-9])(?:\d{1,3}|[A-Za-z]\d?)(?![A-Za-z0-9])"
_WHICH = r"(?:分别|各|依次|都)*(?:是|为|有|指向)*(?:哪些|哪几个|哪一?个|哪|谁|什么|何)?(?:结点)?"
_ORDER_NAMES = {"先": "pre", "前": "pre", "中": "in", "后": "post", "层": "level"}
_TITLES = {"pre": "先序", "in": "中序", "post": "后序", "level": "层序"}
MIRRORED = (
    r"(?:若|如果|再|现|将|把|对|,)*(?:该|这棵|此|原)*(?:二叉)?树?[中里的]*(?:交换|互换|对调)(?:其|该树|树|它|中|里|的)*(?:每个|所有|各|全部|任一)+个?(?:结点)?的?左右(?:子树|孩子|儿子)(?:之?后|以后|,|得到|的|新|二叉|树)*"
    r"|(?:若|如果|再|现|将|把|对|,)*(?:该|这棵|此|原)*(?:二叉)?树?[中里的]*(?:每个|所有|各|全部|任一)+个?(?:结点)?的?左右(?:子树|孩子|儿子)(?:都|全部|均|互相|两两|进行)*(?:交换|互换|对调)(?:之?后|以后|,|得到|的|新|二叉|树)*"
    r"|(?:做|作|进行|求|的)*镜像(?:翻转|变换)?(?:之?后|以后|,|得到|的|新|二叉|树)*"
)
"""The sides of every node are exchanged."""
_ASKED = (
    (
        "forest",
        r"[请试并再]*[将把]?(?:画出)?的?(?:这棵|该|此|其|它|上述|所得|还原的)*(?:二叉树)?[TB]?(?:转换|转化|还原|变换|变)[成为回](?:其|它|相应的?|对应的?|与之对应的?|一般的?|的)*(?:树|森林)(?:\s*\(?[或和、](?:树|森林)\)?)?(?![叉的中])"
        r"|[请试并]*[画写给求]出(?:该|此|这棵|与|和|其|它|上述|的|相应)*(?:二叉树)?[TB]?[所相]?(?:对应|相应)的(?:森林|树(?:\(或森林\))?)(?=[\s,;。?()]|$)",
    ),
    (
        "threads",
        r"[请试并]*[画写给标求]出(?:该|此|这棵|其|它|二叉树|对应|相应|树|的)*(?P<order>[先前中后])序(?:遍历)?的?(?:线索化?(?:二叉)?树|线索化?)图?(?=[\s,;。?()]|$)",
    ),
    (
        "path",
        rf"从?根(?:结点)?\s*(?:[A-Za-z]|\d+)?\s*[到至]达?(?:叶子?)?(?:结点)?\s*(?P<of>{_NAME})(?:结点)?所?(?:经过|经历|的|路径|上|依次|结点|序列|包含)*{_WHICH}",
    ),
    (
        "common",
        rf"(?:结点)?\s*(?P<of>{_NAME})\s*[和与、,及]\s*(?:结点)?(?P<other>{_NAME})\s*(?:结点|两个?|这|的)*最近的?(?:公共|共同)祖先(?:结点)?{_WHICH}",
    ),
    ("ancestors", rf"(?:结点)?\s*(?P<of>{_NAME})\s*(?:结点)?的(?:所有|全部)?的?祖先(?:结点)?{_WHICH}"),
    ("descendants", rf"(?:结点)?\s*(?P<of>{_NAME})\s*(?:结点)?的(?:所有|全部)?的?(?:子孙|后代|后裔)(?:结点)?{_WHICH}"),
    (
        "subtree-size",
        rf"以\s*(?:结点)?(?P<of>{_NAME})\s*(?:结点)?为根的子树(?:中|里|上|一共|共|总共|的)*(?:有|含有?)?(?:(?:多少|几)个结点|结点[个总]?数[是为]?(?:多少)?)",
    ),
    (
        "neighbour",
        rf"在?[该其]?(?P<order>[先前中后层])[序次](?:遍历)?(?:序列|次序|线索(?:化|二叉)?树?|线索化)*(?:中|下|里|后|之后|,)*(?:结点|的)*\s*(?P<of>{_NAME})\s*(?:结点)?的?(?:直接)?(?P<side>前驱|后继)(?:结点|线索|和|与|及|、|(?P<both>(?<=[和与及、])(?:前驱|后继))){{0,3}}{_WHICH}",
    ),
    (
        "thread",
        rf"(?P<order>[先前中后])序线索(?:化|二叉)?树?(?:中|下|里|后|之后|,|:|。)*(?:结点|的|叶子)*\s*(?P<of>{_NAME})\s*(?:结点)?的?(?P<side>左|右)(?:线索|指针)(?:应该?|会|将)?{_WHICH}",
    ),
)


def further_questions(reading: Reading) -> list[Question]:
    """What is asked besides what search trees are asked, taken."""
    found = []
    for name, pattern in _ASKED:
        if name == "forest" and reading.has("(?:几|多少)[棵个]"):
            continue  # something is asked of the forest
        for match in reading.take_all(pattern):
            groups = match.groupdict()
            if name == "forest":
                found.append(Question(match.start(), name))
                continue
            if name == "threads":
                found.append(Question(match.start(), f"threads-{_ORDER_NAMES[match['order']]}"))
                continue
            if name in ("neighbour", "thread"):
                side = "before" if groups["side"] in ("前驱", "左") else "after"
                order = _ORDER_NAMES[match["order"]]
                sides = ["before", "after"] if groups.get("both") else [side]
                found += [Question(match.start() + number, f"{name}-{order}-{each}", match["of"]) for number, each in enumerate(sides)]
            else:
                of = f"{match['of']}+{match['other']}" if name == "common" else match["of"]
                found.append(Question(match.start(), name, of))
    return found


FURTHER = ("forest", "threads", "path", "common", "ancestors", "descendants", "subtree-size", "neighbour", "thread")


def told_further(name: str, of: str, tree: Binary) -> tuple[str, str]:
    """(the answer, the bare value) of one further question.

    Raises:
        StayOut: there is no such node.
    """
    if name == "forest":
        trees = [_of_children(root) for root in _brothers(tree)]
        return f"{'树' if len(trees) == 1 else '森林'} {'；'.join(trees)}（括号里是孩子）", "；".join(trees)
    if name.startswith("threads-"):
        return _threads(name.removeprefix("threads-"), tree)
    if name.startswith(("neighbour", "thread")):
        kind, order, side = name.split("-")
        return _neighbour(kind, order, side, of, tree)
    if name == "common":
        one, other = (_way(tree, key) for key in of.split("+"))
        shared = [key for key in one if key in other]
        return f"{'、'.join(of.split('+'))} 的最近公共祖先是 {shared[-1]}", shared[-1]
    way = _way(tree, of)
    if name == "path":
        return f"路径 {'→'.join(way)}", "→".join(way)
    if name == "ancestors":
        told = listed(reversed(way[:-1]), "、") or "没有"
        return f"{of} 的祖先：{told}", told
    node = _node(tree, of)
    if name == "subtree-size":
        return f"以 {of} 为根的子树有 {size(node)} 个结点", str(size(node))
    told = listed(traversal("pre", node)[1:], "、") or "没有"
    return f"{of} 的子孙：{told}", told


def _brothers(tree: Binary | None) -> list[Binary]:
    """A node and those that its right pointers lead to."""
    return [] if tree is None else [tree, *_brothers(tree.right)]


def _of_children(root: Binary) -> str:
    """A tree as `A(B, C(D))`, its binary tree given: the left pointer leads to the first child, the right ones to its brothers."""
    children = [_of_children(child) for child in _brothers(root.left)]
    return root.key + (f"({listed(children)})" if children else "")


def _threads(order: str, tree: Binary) -> tuple[str, str]:
    """Where every thread of a threaded tree leads, in the order of its traversal."""
    keys = traversal(order, tree)
    told = []
    for at, key in enumerate(keys):
        node = _node(tree, key)
        before, after = keys[at - 1] if at else "空", keys[at + 1] if at + 1 < len(keys) else "空"
        ends = [f"左→{before}"] if node.left is None else []
        ends += [f"右→{after}"] if node.right is None else []
        told += [f"{key}：{'、'.join(ends)}"] if ends else []
    return f"{_TITLES[order]}线索（左指前驱、右指后继）：{'；'.join(told)}", "；".join(told)


def _neighbour(kind: str, order: str, side: str, of: str, tree: Binary) -> tuple[str, str]:
    """What stands before or after a node in a traversal, or where its thread leads."""
    keys = traversal(order, tree)
    at = next((place for place, key in enumerate(keys) if key == of), None)
    if at is None:
        stay_out("no such node")
    if kind == "thread":
        node = _node(tree, of)
        if (node.left if side == "before" else node.right) is not None:
            stay_out("a child, and no thread")
    place = at + (-1 if side == "before" else 1)
    told = keys[place] if 0 <= place < len(keys) else "空（没有）"
    word = ("左线索指向" if side == "before" else "右线索指向") if kind == "thread" else ("的前驱是" if side == "before" else "的后继是")
    return f"{_TITLES[order]}中 {of} {word} {told}".replace(" 的", " 的"), told


def _way(tree: Binary, key: str) -> list[str]:
    """The nodes from the root to a node.

    Raises:
        StayOut: there is no such node.
    """
    if tree.key == key:
        return [key]
    for child in (tree.left, tree.right):
        if child is not None and key in traversal("pre", child):
            return [tree.key, *_way(child, key)]
    stay_out("no such node")


def _node(tree: Binary, key: str) -> Binary:
    if tree.key == key:
        return tree
    for child in (tree.left, tree.right):
        if child is not None and key in traversal("pre", child):
            return _node(child, key)
    stay_out("no such node")


def mirrored(tree: Binary | None) -> Binary | None:
    """The tree with the two sides of every node exchanged."""
    return None if tree is None else Binary(tree.key, mirrored(tree.right), mirrored(tree.left))


def complete_of(middle: list[str]) -> Binary:
    """The complete binary tree with this inorder sequence."""
    keys = iter(middle)

    def built(place: int) -> Binary | None:
        if place > len(middle):
            return None
        left = built(2 * place)
        key = next(keys)
        return Binary(key, left, built(2 * place + 1))

    tree = built(1)
    assert tree is not None
    return tree
