"""Red-black trees: keys inserted one by one, with recolouring and rotations.

Cormen et al. (Red-Black Trees, insertion): a new key is a red leaf; while its parent is red, a red uncle means recolouring (parent and uncle
black, grandparent red, go on from there), a black uncle one or two rotations and an exchange of colours; the root is made black at the end.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from engine.drawings.tree import Node, Side, Stage, Tree
from engine.generators import patterns
from engine.generators.alternatives import but_not, first_reading
from engine.generators.chance import Chance
from engine.generators.ds._search_trees import key_trees, key_trees_solving
from engine.generators.ds._search_trees.answers import Shown, answered, split
from engine.generators.ds._search_trees.binary import Binary
from engine.generators.ds._search_trees.insertions import bare
from engine.generators.ds._search_trees.red_black import RedBlackNode, RedBlackTree, built, by_level
from engine.generators.ds._search_trees.red_black_insertion_reading import recognise
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.reading import stay_out

POINT = "ds.search.red-black"


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    keys = chance.sample(range(1, 100), chance.between(5, 6) if difficulty == 1 else chance.between(7, 9))
    tree = built(keys)
    if tree.rotations < (1 if difficulty == 1 else 2) or (difficulty > 1 and not any("叔结点为黑" in step for _, step in tree.steps[4:])):
        return None
    if difficulty == 1:
        return _children(keys, tree) if chance.one_in(2) else _reds(keys, tree)
    if difficulty == 2:
        return _reds(keys, tree) if chance.one_in(2) else _count(keys, tree)
    return _order(keys, tree)


def _mistaken(keys: Sequence[int]) -> list[tuple[RedBlackTree, str]]:
    """The trees of those who forget a step."""
    return [
        (built(keys, recolours=False), "叔结点为红时也旋转了，没有先染色"),
        (built(keys, doubles=False), "在内侧时没有先旋转一次"),
        (built(keys, exchanges=False), "旋转后没有交换颜色"),
        (built(keys[:-1]), "最后一个关键字没有插入"),
        (built([*keys[:-2], keys[-1], keys[-2]]), "最后两个关键字的次序颠倒"),
        (built([*keys[1:], keys[0]]), "插入的次序弄错"),
        (built(sorted(keys)), "先排序再插入了"),
    ]


def _drawing(tree: RedBlackTree) -> Tree:
    nodes: list[Node] = []

    def add(node: RedBlackNode, parent: int, side: Side) -> None:
        place = len(nodes)
        nodes.append(Node(str(node.key), parent, side, "bad" if node.red else "plain"))
        for child, where in zip(node.children, ("left", "right"), strict=True):
            if child is not None:
                add(child, place, "left" if where == "left" else "right")

    if tree.root is not None:
        add(tree.root, -1, "")
    return Tree(title="红黑树", note="红色为红结点，其余为黑结点", stages=(Stage("全部插入后", tuple(nodes)),))


def _stem(keys: Sequence[int]) -> str:
    return f"将关键字 {listed(keys)} 依次插入初始为空的红黑树（新结点先染红）"


def _working(tree: RedBlackTree) -> str:
    return table(("插入", "调整"), tree.steps)


def _coloured(tree: RedBlackTree) -> str:
    return ", ".join(f"{node.key}{'红' if node.red else '黑'}" for node in by_level(tree))


def _red_keys(tree: RedBlackTree) -> list[int]:
    return sorted(node.key for node in by_level(tree) if node.red)


def _question(task: str, keys: Sequence[int], tree: RedBlackTree, stem: str, right: str, wrong: Sequence[Wrong], closing: str) -> Generated:
    return Generated(
        point=POINT,
        stem=f"{_stem(keys)}，{stem}",
        right=right,
        wrong=wrong,
        steps=paragraphs(_working(tree), closing),
        parameters={"task": task, "keys": list(keys)},
        drawing=_drawing(tree),
    )


def _children(keys: Sequence[int], tree: RedBlackTree) -> Generated | None:
    """The root and its two children."""

    def show(each: RedBlackTree) -> str:
        return ", ".join(str(node.key) for node in by_level(each)[:3])

    if tree.root is None or None in tree.root.children:
        return None
    unmended = _unmended(keys)
    wrong = [Wrong(", ".join(map(str, unmended[:3])), "没有做任何调整")] + [
        Wrong(show(each), why) for each, why in _mistaken(keys) if len(by_level(each)) >= 3
    ]
    wrong.append(Wrong(", ".join(str(key) for key in (sorted(keys)[len(keys) // 2], min(keys), max(keys))), "按有序序列的中点猜的"))
    right = show(tree)
    return _question("top", keys, tree, "则最后的根结点及其左、右孩子依次为", right, wrong, f"根及其左、右孩子依次为 {right}")


def _unmended(keys: Sequence[int]) -> list[int]:
    """Level order of the plain search tree."""
    children: dict[int, list[int | None]] = {keys[0]: [None, None]}
    for key in keys[1:]:
        at = keys[0]
        while (below := children[at][key > at]) is not None:
            at = below
        children[at][key > at] = key
        children[key] = [None, None]
    order = [keys[0]]
    for key in order:
        order += [child for child in children[key] if child is not None]
    return order


def _reds(keys: Sequence[int], tree: RedBlackTree) -> Generated | None:
    reds = _red_keys(tree)
    if len(reds) < 2:
        return None
    wrong = [Wrong(listed(_red_keys(each)), why) for each, why in _mistaken(keys) if len(_red_keys(each)) >= 2]
    leaves = sorted(node.key for node in by_level(tree) if node.children == [None, None])
    wrong.append(Wrong(listed(leaves), "以为叶结点都是红的"))
    blacks = sorted(node.key for node in by_level(tree) if not node.red and node is not tree.root)
    if len(blacks) >= 2:
        wrong.append(Wrong(listed(blacks), "红和黑弄反了"))
    return _question("reds", keys, tree, "则最后的红黑树中，全部红结点（从小到大）为", listed(reds), wrong, f"红结点为 {listed(reds)}")


def _count(keys: Sequence[int], tree: RedBlackTree) -> Generated | None:
    """How many single rotations there were."""
    right = tree.rotations
    recoloured = sum("染红" in step and "为红" in step for _, step in tree.steps)
    mended = sum("旋" in step for _, step in tree.steps)
    counts = [
        (mended, "先后旋转两次的只算了一次"),
        (built(keys, recolours=False).rotations, "叔结点为红时也旋转了"),
        (recoloured, "数成了染色的次数"),
        (right + recoloured, "染色也算成了旋转"),
        (built(keys, doubles=False).rotations, "在内侧时没有先旋转一次"),
        (right + 1, "多数了一次"),
        (right - 1, "漏数了一次"),
        (right + 2, "多数了两次"),
    ]
    return _question(
        "rotations",
        keys,
        tree,
        "则整个过程中单次旋转的次数（先左旋再右旋算两次）为",
        f"{right} 次",
        [Wrong(f"{value} 次", why) for value, why in counts if value > 0],
        f"旋转一共 {right} 次",
    )


def _order(keys: Sequence[int], tree: RedBlackTree) -> Generated:
    right = _coloured(tree)
    wrong = [Wrong(_coloured(each), why) for each, why in _mistaken(keys) if len(by_level(each)) == len(keys)]
    return _question("order", keys, tree, "则最后的红黑树的层序序列（标出颜色）为", right, wrong, f"层序为 {right}")


# --- solving -----------------------------------------------------------------------------------------------------------------------


def _binary(node: RedBlackNode | None) -> Binary | None:
    return None if node is None else Binary(str(node.key), _binary(node.children[0]), _binary(node.children[1]))


def _turned(tree: RedBlackTree, keys: Sequence[int], name: str, stage: int | None) -> tuple[str, str]:
    """What is asked of the rotations: of one insertion, or of all.

    Raises:
        StayOut: which insertion is not said, or how double rotations count.
    """
    own = dict(tree.steps)
    if name == "recolourings":
        stay_out("what counts as one recolouring differs")
    if name == "turn-count":
        times = tree.rotations if stage is None else tree.rotations - built(keys[: keys.index(stage)]).rotations
        if any("内侧" in step for key, step in tree.steps if stage in (None, key)):
            twice = f"{times} 次单旋转（先左后右、先右后左各算两次）"
            return twice, str(times)
        return f"旋转 {times} 次", str(times)
    if stage is None:
        if name == "turn-need":
            return ("要旋转", "需要") if tree.rotations else ("不用旋转", "不需要")
        turned = [(key, step) for key, step in tree.steps if "旋" in step]
        if len(turned) != 1 or any("叔结点 " in step for _, step in tree.steps):  # a red uncle: only colours change
            stay_out("which insertion's rotation")
        stage = turned[0][0]
    done = own[stage]
    if name == "turn-need":
        return (f"需要旋转：{done}", "需要") if "旋" in done else (f"不需要旋转（{done}）", "不需要")
    return f"插入 {stage} 后：{done}", done


def _tree_of(parameters: Parameters, keys: Sequence[int]) -> RedBlackTree:
    """The tree after those insertions.

    Raises:
        StayOut: the tree before is no red-black tree.
    """
    given, reds = parameters.get("given", ()), parameters.get("reds", ())
    before = built((), given=given, reds=reds)

    def black_height(node: RedBlackNode | None) -> int:
        if node is None:
            return 0
        left, right = (black_height(child) for child in node.children)
        if left != right or (node.red and any(child is not None and child.red for child in node.children)):
            stay_out("no red-black tree")
        return left + (not node.red)

    if before.root is not None and before.root.red:
        stay_out("a red root")
    black_height(before.root)
    return built(keys, given=given, reds=reds)


def _told(question: str, parameters: Parameters) -> tuple[str, str]:
    """(the answer, the bare value)."""
    name, of, stage = split(question)
    keys = parameters["keys"]
    keys = keys[: keys.index(stage) + 1] if stage is not None else keys
    tree = _tree_of(parameters, keys)
    reds = _red_keys(tree)
    blacks = sorted({*keys, *parameters.get("given", ())} - set(reds))
    if name.startswith("turn") or name == "recolourings":
        if "given" in parameters and stage is not None and name == "turn-count":
            stay_out("rotations of one insertion into a given tree")
        return _turned(tree, keys, name, stage)
    if name.startswith(("red-", "black-")) and name != "black-height":
        title, those = ("红", reds) if name.startswith("red") else ("黑", blacks)
        if name.endswith("count"):
            return f"{title}结点 {len(those)} 个", str(len(those))
        return f"{title}结点 {listed(those, '、')}", listed(those)
    plain = _binary(tree.root)
    assert plain is not None and tree.root is not None
    if name == "black-height":
        node: RedBlackNode | None = tree.root
        height = 0
        while node is not None:
            height, node = height + (not node.red), node.children[0]
        return f"黑高 {height}", str(height)
    if name == "colours":
        told = _coloured(tree)
        return told, told
    return answered(
        name,
        of,
        plain,
        Shown(reds=frozenset(reds), coloured=parameters.get("coloured", False), with_colour=parameters.get("with_colour", False)),
    )


def _bound(parameters: Parameters) -> Solution:
    """What a black height, a number of nodes or a shortest path tells."""
    task = parameters["task"]
    if task == "of-black-height":
        black = parameters["black"]
        values = {"least": 2**black - 1, "most": 4**black - 1}
        words = {"least": "最少", "most": "最多"}
        asked = parameters["asked"]
        single = len(asked) == 1
        return Solution(
            answer="；".join(f"{'' if single else words[name] + ' '}{values[name]} 个" for name in asked),
            steps=f"结点最少时全黑，是 {black} 层的满二叉树：2^{black} − 1 = {values['least']} 个；最多时黑层之下各有一层红，是 {2 * black} 层的满二叉树：2^{2 * black} − 1 = {values['most']} 个。",
            also=("；".join(str(values[name]) for name in asked),),
            conventions=("黑高从根起（含根）数黑结点，不计外部结点；与不含根、含外部结点的算法结果相同",),
        )
    if task == "all-black":
        levels = parameters["count"].bit_length()
        return Solution(
            answer=str(levels),
            steps=f"全为黑色时各路径结点数相同，是满二叉树：{parameters['count']} = 2^{levels} − 1，高度 {levels}。",
            also=(f"{levels} 层",),
        )
    if task == "longest":
        value = 2 * parameters["shortest"]
        return Solution(
            answer=f"{value} 条边",
            steps=f"最短的路径全黑，最长的路径红黑相间，不超过它的 2 倍：2 × {parameters['shortest']} = {value}。",
            also=(str(value),),
        )
    count = parameters["count"]
    if (count + 1) & count:
        stay_out("a logarithm that is no whole number")
    levels = 2 * count.bit_length()
    return Solution(
        answer=str(levels),
        steps=f"h ≤ 2log₂(n+1)，n + 1 = {count + 1} = 2^{count.bit_length()}，2 × {count.bit_length()} = {levels}。",
    )


def _only_colours(answers: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """The answers as options tell them that want nothing but colours."""
    both = [
        f"{value}{mark}{''.join(patterns.findall(r'（([红黑])）$', answer))}{sign}"
        for answer, value in answers[:1]
        for mark in ("，", "；", "、", "")
        for sign in ("", "色")
    ]
    found = [patterns.findall(r"（([红黑])）$|为([红黑])色$", answer) for answer, _ in answers]
    if not all(found):
        return _mixed(answers)
    if len(answers) == 1 and patterns.search(r"（[红黑]）$", answers[0][0]):
        return tuple(both)
    colours = ["".join(each[0]) for each in found]
    return (
        *_mixed(answers),
        "、".join(colours),
        "；".join(colours),
        f"{colours[0]}；{'、'.join(colours[1:])}",
        f"{'、'.join(colours[:-1])}；{colours[-1]}",
    )


def _mixed(answers: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Two or three answers of which an option may tell one by its key and another by its colour alone."""
    if not 2 <= len(answers) <= 3:
        return ()
    forms = [(value, *patterns.findall(r"（([红黑])）$", answer)) for answer, value in answers]
    return tuple(mark.join(each) for each in itertools.product(*forms) for mark in ("，", "；", "、"))


def _choice(parameters: Parameters) -> Solution:
    """Which of the pasted keys has the colour."""
    tree = built(parameters["keys"])
    reds = set(_red_keys(tree))

    def fits(option: str) -> bool:
        keys = [int(key) for key in patterns.findall(r"\d+", option)]
        if len(keys) != 1 or keys[0] not in parameters["keys"]:
            stay_out(f"no such key: {option}")
        return bool((keys[0] in reds) == parameters["red"])

    return Solution(answer="", steps=paragraphs(_working(tree), f"最后的层序：{_coloured(tree)}。"), fits=fits, drawing=_drawing(tree))


def _solve(parameters: Parameters) -> Solution:
    if parameters.get("task") == "choice":
        return _choice(parameters)
    if parameters.get("task") == "key-tree":
        return key_trees_solving.solve(parameters)
    if "task" in parameters:
        return _bound(parameters)
    tree = _tree_of(parameters, parameters["keys"])
    asked = list(parameters["asked"])
    answers = [_told(question, parameters) for question in asked]
    by_levels = tuple(
        listed([node.key for node in by_level(tree) if node.red == question.startswith("red")])
        for question in asked
        if question.endswith("-list") and len(answers) == 1
    )
    return Solution(
        answer="；".join(answer for answer, _ in answers),
        steps=paragraphs(_working(tree), f"最后的层序：{_coloured(tree)}。"),
        also=(*bare(answers), *by_levels, *_only_colours(answers)),
        conventions=("新结点先染红，根染黑" if "given" in parameters else "树初始为空，新结点先染红，根染黑", "不计空的外部结点"),
        drawing=_drawing(tree),
    )


# Other rules of colouring.
_UNREAD = r"新(?:插入的)?结点[^,;。?]{0,6}黑|根(?:结点)?(?:可以?|允许|不必|不一定)|左倾"

KIND = Kind(
    name="red-black-insertion",
    title="红黑树的插入",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"红黑|RB树|RB-?Tree", recognise=but_not(_UNREAD)(first_reading(recognise, key_trees.recognise_coloured)), solve=_solve
    ),
)
