"""AVL trees: keys inserted one by one, with the rotation that each insertion needs.

Adel'son-Vel'skii and Landis 1962, as in Yan Weimin (平衡二叉树): after an insertion the lowest unbalanced ancestor is rotated, LL and
RR once, LR and RL twice; the letters say where, seen from that ancestor, the new key was inserted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.drawings.tree import Stage, Tree
from engine.generators.chance import Chance
from engine.generators.ds._avl_insertion_reading import recognise
from engine.generators.ds._binary import Binary, drawn, height, inorder, leaves, level_order, preorder
from engine.generators.ds._insertions import bare
from engine.generators.ds._search_tree_answers import Shown, answered, split
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.markdown import listed, paragraphs, table
from engine.generators.reading import stay_out

POINT = "ds.search.avl"


@dataclass(frozen=True, slots=True)
class Insertion:
    """One key inserted.

    Attributes:
        rotation: LL, RR, LR, RL, or empty.
        at: the lowest unbalanced ancestor's key.
        before: the tree before rotating.
        after: the tree afterwards.
    """

    key: int
    rotation: str
    at: str
    before: Binary
    after: Binary


def plain_insert(tree: Binary | None, key: int) -> Binary:
    """A binary search tree with the key as a new leaf.

    Raises:
        ValueError: the key is there already.
    """
    if tree is None:
        return Binary(str(key))
    if int(tree.key) == key:
        raise ValueError(f"{key} twice")
    if key < int(tree.key):
        return Binary(tree.key, plain_insert(tree.left, key), tree.right)
    return Binary(tree.key, tree.left, plain_insert(tree.right, key))


def _right(tree: Binary) -> Binary:
    assert tree.left is not None
    return Binary(tree.left.key, tree.left.left, Binary(tree.key, tree.left.right, tree.right))


def _left(tree: Binary) -> Binary:
    assert tree.right is not None
    return Binary(tree.right.key, Binary(tree.key, tree.left, tree.right.left), tree.right.right)


def _rotated(tree: Binary, rotation: str) -> Binary:
    if rotation == "LL":
        return _right(tree)
    if rotation == "RR":
        return _left(tree)
    if rotation == "LR":
        assert tree.left is not None
        return _right(Binary(tree.key, _left(tree.left), tree.right))
    assert tree.right is not None
    return _left(Binary(tree.key, tree.left, _right(tree.right)))


def _balanced(tree: Binary, key: int, double: bool, found: list[tuple[str, str]]) -> Binary:
    """The tree with the lowest unbalanced node on the way to `key` rotated, and (rotation, its key) put into `found`."""
    smaller = key < int(tree.key)
    child = tree.left if smaller else tree.right
    if child is None:
        return tree
    changed = _balanced(child, key, double, found)
    tree = Binary(tree.key, changed if smaller else tree.left, tree.right if smaller else changed)
    if abs(height(tree.left) - height(tree.right)) < 2:
        return tree
    outer = "L" if smaller else "R"
    rotation = outer + ("L" if key < int(changed.key) else "R")
    found.append((rotation, tree.key))
    if not double and rotation[0] != rotation[1]:
        rotation = outer * 2  # the mistake: one rotation where two are needed
    return _rotated(tree, rotation)


def insert_all(keys: Sequence[int], double: bool = True, tree: Binary | None = None) -> list[Insertion]:
    """The insertions of `keys` into a tree, an empty one by default; `double` False: a wrong procedure that never rotates twice.

    Raises:
        ValueError: a key comes twice.
    """
    done = []
    for key in keys:
        before = plain_insert(tree, key)
        found: list[tuple[str, str]] = []
        after = _balanced(before, key, double, found)
        rotation, at = found[0] if found else ("", "")
        done.append(Insertion(key, rotation, at, before, after))
        tree = after
    return done


def least_nodes(levels: int) -> int:
    """The fewest nodes of an AVL tree of that height (levels): N(h) = N(h−1) + N(h−2) + 1."""
    fewer, more = 0, 1
    for _ in range(levels):
        fewer, more = more, fewer + more + 1
    return fewer


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _root(chance) if chance.one_in(2) else _last_rotation(chance)
    if difficulty == 2:
        return _order(chance, chance.between(6, 7))
    return _fewest(chance) if chance.one_in(4) else _count(chance)


def _unbalanced(keys: Sequence[int]) -> Binary:
    tree: Binary | None = None
    for key in keys:
        tree = plain_insert(tree, key)
    assert tree is not None
    return tree


def _middle(keys: Sequence[int]) -> Binary | None:
    """The tree whose root is always the middle of the sorted keys."""
    ordered = sorted(keys)
    if not ordered:
        return None
    at = len(ordered) // 2
    return Binary(str(ordered[at]), _middle(ordered[:at]), _middle(ordered[at + 1 :]))


def _keys(chance: Chance, count: int) -> list[int]:
    return chance.sample(range(5, 96), count)


def _working(done: Sequence[Insertion]) -> str:
    rows = [
        (
            insertion.key,
            f"{insertion.rotation}，以 {insertion.at} 为根调整" if insertion.rotation else "无需调整",
            listed(level_order(insertion.after)),
        )
        for insertion in done
    ]
    return table(("插入", "调整", "调整后的层序"), rows)


def _drawing(done: Sequence[Insertion]) -> Tree:
    stages = []
    last = next((insertion for insertion in reversed(done) if insertion.rotation), None)
    if last is not None:
        stages.append(
            Stage(f"插入 {last.key} 后，{last.at} 失衡（{last.rotation}）", drawn(last.before, {str(last.key): "new", last.at: "bad"}))
        )
        stages.append(Stage(f"{last.rotation} 旋转后", drawn(last.after, {str(last.key): "new", last.at: "good"})))
    if last is None or done[-1] is not last:
        stages.append(Stage("全部插入后", drawn(done[-1].after, {str(done[-1].key): "new"})))
    return Tree(title=f"依次插入 {listed(insertion.key for insertion in done)}", stages=tuple(stages))


def _root(chance: Chance) -> Generated | None:
    keys = _keys(chance, chance.between(5, 7))
    done = insert_all(keys)
    tree = done[-1].after
    if sum(bool(insertion.rotation) for insertion in done) < 2 or tree.key == str(keys[0]):
        return None
    wrong = [(str(keys[0]), "没有做旋转，第一个关键字一直是根"), (insert_all(keys, double=False)[-1].after.key, "该双旋时只做了一次单旋")]
    middle = _middle(keys)
    assert middle is not None
    wrong.append((middle.key, "直接取了中间大小的关键字"))
    ordered = sorted(keys)
    wrong.append((str(keys[-1]), "以为最后插入的成为根"))
    wrong += [(key, "旋转时提上来的结点选错") for key in level_order(tree)[1:]]
    wrong += [(str(ordered[(len(keys) - 1) // 2]), "直接取了中间大小的关键字")]
    return Generated(
        point=POINT,
        stem=f"将关键字 {listed(keys)} 依次插入初始为空的平衡二叉树（AVL 树），则最后得到的树的根结点是",
        right=tree.key,
        wrong=[Wrong(key, why) for key, why in wrong],
        steps=paragraphs(_working(done), f"最后根结点是 {tree.key}。"),
        parameters={"task": "root", "keys": keys},
        drawing=_drawing(done),
    )


def _last_rotation(chance: Chance) -> Generated | None:
    """The rotation that the last key needs."""
    keys = _keys(chance, chance.between(5, 8))
    done = insert_all(keys)
    last = done[-1]
    if not last.rotation:
        return None
    names = {"LL": "LL 型", "RR": "RR 型", "LR": "LR 型", "RL": "RL 型"}
    whys = {
        (True, False): "第一个字母对，但新结点在其孩子的另一侧",
        (False, True): "第一个字母看错了：新结点不在那一侧的子树中",
        (False, False): "两个方向都看反了",
    }
    wrong = [
        Wrong(f"{names[name]}，{last.at}", whys[name[0] == last.rotation[0], name[1] == last.rotation[1]])
        for name in names
        if name != last.rotation
    ]
    others = [key for key in level_order(last.before) if key not in (last.at, str(last.key))]
    wrong += [Wrong(f"{names[last.rotation]}，{key}", "失衡的最低祖先找错了") for key in others[:2]]
    return Generated(
        point=POINT,
        stem=f"将关键字 {listed(keys)} 依次插入初始为空的平衡二叉树（AVL 树），插入最后一个关键字 {last.key} 后需要调整，调整的类型和最低失衡结点是",
        right=f"{names[last.rotation]}，{last.at}",
        wrong=wrong,
        steps=paragraphs(
            _working(done),
            f"插入 {last.key} 后，从它往上第一个失衡的结点是 {last.at}；从 {last.at} 到 {last.key} 的头两步方向是 {last.rotation}。",
            f"所以是 {names[last.rotation]}，{last.at}。",
        ),
        parameters={"task": "rotation", "keys": keys},
        drawing=_drawing(done),
    )


def _order(chance: Chance, count: int) -> Generated | None:
    keys = _keys(chance, count)
    done = insert_all(keys)
    tree = done[-1].after
    rotations = [insertion.rotation for insertion in done if insertion.rotation]
    if len(rotations) < 2 or not {"LR", "RL"} & set(rotations):
        return None
    wanted = chance.choice(("level", "pre"))
    walk = level_order if wanted == "level" else preorder
    other = preorder if wanted == "level" else level_order
    right = listed(walk(tree))
    wrong = [
        Wrong(listed(walk(_unbalanced(keys))), "没有做平衡调整"),
        Wrong(listed(walk(insert_all(keys, double=False)[-1].after)), "该双旋时只做了一次单旋"),
        Wrong(listed(walk(_middle(keys))), "按有序序列的中点建树，与插入次序无关"),
        Wrong(listed(other(tree)), "写成了先序序列" if wanted == "level" else "写成了层序序列"),
        Wrong(listed(walk(_without_last_fix(keys))), "最后一次失衡没有调整"),
        Wrong(listed(walk(insert_all([*keys[1:], keys[0]])[-1].after)), "插入的次序弄错"),
        Wrong(listed(walk(insert_all([*keys[:-2], keys[-1], keys[-2]])[-1].after)), "最后两个关键字的次序颠倒"),
    ]
    name = "层序" if wanted == "level" else "先序"
    return Generated(
        point=POINT,
        stem=f"将关键字 {listed(keys)} 依次插入初始为空的平衡二叉树（AVL 树），则最后得到的树的{name}遍历序列为",
        right=right,
        wrong=wrong,
        steps=paragraphs(_working(done), f"最后的{name}序列为 {right}。"),
        parameters={"task": "order", "wanted": wanted, "keys": keys},
        drawing=_drawing(done),
    )


def _without_last_fix(keys: Sequence[int]) -> Binary:
    done = insert_all(keys)
    last = max(number for number, insertion in enumerate(done) if insertion.rotation)
    tree = done[last].before
    for key in keys[last + 1 :]:
        tree = plain_insert(tree, key)
    return tree


def _count(chance: Chance) -> Generated | None:
    """Over nine or ten keys: how many insertions needed a rotation, or how many leaves are left."""
    keys = _keys(chance, chance.between(8, 10))
    done = insert_all(keys)
    tree = done[-1].after
    double = sum(insertion.rotation in ("LR", "RL") for insertion in done)
    rotated = sum(bool(insertion.rotation) for insertion in done)
    asked = chance.choice(("rotations", "leaves"))
    if rotated < 3 or double < 1:
        return None
    if asked == "rotations":
        right, unit = rotated + double, "次"
        counts = [
            (rotated, "双旋只算了一次"),
            (double, "只数了双旋的插入"),
            (rotated - double, "只数了单旋的插入"),
            (2 * rotated, "每次调整都算成了两次"),
            (len([i for i in insert_all(keys, double=False) if i.rotation]), "该双旋时只做了一次单旋"),
        ]
        what = "在此过程中单次旋转（双旋算两次）的总次数"
        closing = f"需要调整的插入 {rotated} 次，其中双旋 {double} 次，旋转共 {rotated} + {double} = {right}，即 {right} 次。"
    else:
        right, unit = leaves(tree), "个"
        counts = [
            (leaves(_unbalanced(keys)), "没有做平衡调整"),
            (len(keys) - right, "数成了非叶结点"),
            (len(keys) // 2, "以为叶结点总是占一半"),
            (right - 1, "数成了度为 2 的结点"),
            (leaves(insert_all(keys, double=False)[-1].after), "该双旋时只做了一次单旋"),
        ]
        what = "最后得到的树的叶结点个数"
        closing = f"最后的树中叶结点共 {right} 个。"
    counts += [(right + 1, "多数了一个"), (right - 1, "漏数了一个"), (right + 2, "多数了两个"), (right - 2, "漏数了两个")]
    return Generated(
        point=POINT,
        stem=f"将关键字 {listed(keys)} 依次插入初始为空的平衡二叉树（AVL 树），则{what}为",
        right=f"{right} {unit}",
        wrong=[Wrong(f"{value} {unit}", why) for value, why in counts if value > 0],
        steps=paragraphs(_working(done), closing),
        parameters={"task": asked, "keys": keys, "count": len(keys)},
        drawing=_drawing(done),
    )


def _fewest(chance: Chance) -> Generated | None:
    """An AVL tree whose inner nodes all lean, as 408 asked in 2012; with a chance number added: the greatest height of n nodes."""
    count = chance.between(8, 150)
    right = 0
    while least_nodes(right + 1) <= count:
        right += 1
    full = count.bit_length()
    counts = [
        (full, "按结点尽量排满（完全二叉树）来算，那是最小高度"),
        (full - 1, "求成了最小高度，且少算一层"),
        (right - 1, "递推 N(h) 时漏加了根结点"),
        (right + 1, "递推 N(h) 时多推了一层"),
        (right + 2, "递推时把高度数错了两层"),
    ]
    rows = [(levels, least_nodes(levels)) for levels in range(1, right + 2)]
    return Generated(
        point=POINT,
        stem=f"含有 {count} 个结点的平衡二叉树（AVL 树），其最大高度（只有根结点的树高度为 1）是",
        right=f"{right} 层",
        wrong=[Wrong(f"{value} 层", why) for value, why in counts if value > 0],
        steps=paragraphs(
            "高度为 h 的平衡二叉树最少有 N(h) 个结点，N(h) = N(h−1) + N(h−2) + 1：",
            table(("h", "N(h)"), rows),
            f"{count} 个结点不少于 N({right})，但少于 N({right + 1})，最大高度为 {right} 层。",
        ),
        parameters={"task": "tallest", "count": count},
    )


# --- solving -----------------------------------------------------------------------------------------------------------------------


def _is_balanced(tree: Binary | None) -> bool:
    return tree is None or (abs(height(tree.left) - height(tree.right)) < 2 and _is_balanced(tree.left) and _is_balanced(tree.right))


def _bound(parameters: Parameters) -> Solution:
    """The fewest nodes of a height, or the greatest height of so many nodes."""
    levels = parameters.get("levels")
    if levels is None:
        levels = 0
        while least_nodes(levels + 1) <= parameters["count"]:
            levels += 1
    rows = [(each, least_nodes(each)) for each in range(1, levels + 1 + ("count" in parameters))]
    answer = f"{levels} 层" if "count" in parameters else f"{least_nodes(levels)} 个结点"
    closing = f"{parameters['count']} 个结点不少于 N({levels})，但少于 N({levels + 1})。" if "count" in parameters else ""
    return Solution(
        answer=answer,
        steps=paragraphs("高度为 h 的平衡二叉树最少有 N(h) 个结点，N(h) = N(h−1) + N(h−2) + 1：", table(("h", "N(h)"), rows), closing),
        also=(answer.split()[0],),
        conventions=("只有根结点的树高度为 1",),
    )


def _rotation(insertion: Insertion, shown: Shown) -> str:
    return f"插入 {shown.key(str(insertion.key))} 后对 {shown.key(insertion.at)} 作 {insertion.rotation} 旋转"


def _turned(name: str, of: str, done: Sequence[Insertion], stage: int | None, shown: Shown, double: int) -> tuple[str, str]:
    """(the answer, the bare value) of what is asked of the rotations: of one insertion where `stage` is its key, or of all.

    Raises:
        StayOut: there is no such rotation.
    """
    turned = [each for each in done if each.rotation and stage in (None, each.key)]
    if name == "turn-need":
        if stage is None:
            return ("需要旋转", "需要") if turned else ("不用旋转", "不需要")
        return (_rotation(turned[0], shown), f"需要，{turned[0].rotation}") if turned else ("不需要旋转", "不需要")
    if name == "causes":
        keys = [shown.key(str(each.key)) for each in turned]
        return (f"插入 {listed(keys, '、')} 时", listed(keys)) if keys else ("都不需要调整", "无")
    if name in ("first", "unbalanced", "last-turn"):
        if not turned or (name == "unbalanced" and stage is None and len(turned) > 1):
            stay_out("no rotation, or which one")
        if name == "unbalanced":
            return f"最小不平衡子树的根是 {shown.key(turned[0].at)}", shown.key(turned[0].at)
        if name == "first":
            return f"插入 {shown.key(str(turned[0].key))} 时（{turned[0].rotation} 型）", shown.key(str(turned[0].key))
        return f"{turned[-1].rotation} 型（{_rotation(turned[-1], shown)}）", f"{turned[-1].rotation} 型"
    twofold = sum(each.rotation[0] != each.rotation[1] for each in turned)
    if name == "adjust-count":
        return f"{len(turned)} 次调整", f"{len(turned)} 次"
    if name == "turn-count":
        if of:
            number = {"double": twofold, "single": len(turned) - twofold}.get(of, sum(each.rotation == of for each in turned))
            title = {"double": "双旋转", "single": "单旋转"}.get(of, f"{of} 型")
            return f"{title} {number} 次", f"{number} 次"
        if double:
            return f"旋转 {len(turned) + (double - 1) * twofold} 次", f"{len(turned) + (double - 1) * twofold} 次"
        if twofold:
            return f"{len(turned)} 次（双旋转算一次；按单旋转一个个算是 {len(turned) + twofold} 次）", f"{len(turned)} 次"
        return f"旋转 {len(turned)} 次", f"{len(turned)} 次"
    if not turned:
        return (f"插入 {shown.key(str(stage))} 后不用旋转" if stage is not None else "没有旋转"), "不用旋转"
    told = "，".join(_rotation(each, shown) for each in turned)
    sorts = "、".join(f"{each.rotation} 型" for each in turned)
    return (told, sorts) if stage is not None else (f"{told}（共 {len(turned)} 次调整）", sorts)


def _solve(parameters: Parameters) -> Solution:
    if "task" in parameters:
        return _bound(parameters)
    keys = parameters["keys"]
    if len(set(keys)) != len(keys):
        stay_out("a key twice")
    shown, given = Shown(tuple(parameters.get("names", ()))), parameters.get("given", [])
    start = _unbalanced(given) if given else None
    walk = level_order if parameters.get("given_order") == "level" else preorder
    if walk(start) != [str(key) for key in given] or not _is_balanced(start):
        stay_out("no traversal of an AVL tree")
    done = insert_all(keys, tree=start)
    assert inorder(done[-1].after) == [str(key) for key in sorted([*given, *keys])]
    answers: list[tuple[str, str]] = []
    told = [split(question) for question in parameters["asked"]]
    for name, of, stage in told:
        if name in ("turn", "turn-need", "turn-count", "adjust-count", "causes", "first", "unbalanced", "last-turn"):
            upto = done if stage is None or name in ("turn", "turn-need", "unbalanced") else done[: keys.index(stage) + 1]
            own = stage if name in ("turn", "turn-need", "unbalanced") else None
            if own is not None and own not in keys:
                stay_out("no such insertion")
            if name == "turn-need" and ("turn", "", stage) in told and any(each.key == stage and each.rotation for each in done):
                continue  # which one it is says it
            if name == "turn" and ("unbalanced", "", stage) in told:
                sorts = [each.rotation for each in done if each.key == stage and each.rotation]
                answers.append((f"{sorts[0]} 型", sorts[0]) if sorts else stay_out("no rotation"))
                continue
            answers.append(_turned(name, of, upto, own, shown, parameters.get("double", 0)))
        else:
            place = len(keys) if stage is None else keys.index(stage) + 1
            answers.append(answered(name, of, done[place - 1].after, shown))
    answers = list(dict.fromkeys(answers))
    counts = any(name in ("turn-count", "adjust-count") for name, _, _ in told)
    also = list(bare(answers))
    if len(answers) == 1:
        also += [answers[0][1].removesuffix(" 型")]
    conventions = [] if given else ["树初始为空"]
    conventions += ["高度以根为第 1 层"] if any(name == "height" for name, _, _ in told) else []
    conventions += (
        ["平衡因子是左子树高度减右子树高度"] if any(name in ("factor", "balanced", "balanced-list") for name, _, _ in told) else []
    )
    conventions += ["LL、RR 是单旋转，LR、RL 是双旋转，一次调整"] if counts else []
    return Solution(
        answer="；".join(answer for answer, _ in answers),
        steps=_working(done) if not shown.names else f"依次插入并调整，最后的层序：{shown.row(level_order(done[-1].after))}。",
        also=tuple(also),
        conventions=tuple(conventions),
        drawing=None if shown.names else _drawing(done),
    )


KIND = Kind(
    name="avl-insertion",
    title="平衡二叉树的插入",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(hint=r"平衡(?:的)?(?:二叉|排序|查找|搜索)|平衡树|AVL", recognise=recognise, solve=_solve),
)
