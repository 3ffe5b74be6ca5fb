"""AVL trees: keys inserted one by one, with the rotation that each insertion needs.

Adel'son-Vel'skii and Landis 1962, as in Yan Weimin (平衡二叉树): after an insertion the lowest unbalanced ancestor is rotated, LL and
RR once, LR and RL twice; the letters say where, seen from that ancestor, the new key was inserted.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.generators.alternatives import first_reading
from engine.generators.chance import Chance
from engine.generators.ds._search_trees import key_trees, key_trees_solving
from engine.generators.ds._search_trees.avl import drawing, insert_all, least_nodes, plain_insert, unbalanced, working
from engine.generators.ds._search_trees.avl_answers import solve
from engine.generators.ds._search_trees.avl_insertion_reading import recognise
from engine.generators.ds._search_trees.binary import Binary, leaves, level_order, preorder
from engine.generators.kind import Generated, Kind, Solver, Wrong
from engine.generators.markdown import listed, paragraphs, table

POINT = "ds.search.avl"


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _root(chance) if chance.one_in(2) else _last_rotation(chance)
    if difficulty == 2:
        return _order(chance, chance.between(6, 7))
    return _fewest(chance) if chance.one_in(4) else _count(chance)


def _middle(keys: Sequence[int]) -> Binary | None:
    """The tree whose root is always the middle of the sorted keys."""
    ordered = sorted(keys)
    if not ordered:
        return None
    at = len(ordered) // 2
    return Binary(str(ordered[at]), _middle(ordered[:at]), _middle(ordered[at + 1 :]))


def _keys(chance: Chance, count: int) -> list[int]:
    return chance.sample(range(5, 96), count)


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
        steps=paragraphs(working(done), f"最后根结点是 {tree.key}。"),
        parameters={"task": "root", "keys": keys},
        drawing=drawing(done),
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
            working(done),
            f"插入 {last.key} 后，从它往上第一个失衡的结点是 {last.at}；从 {last.at} 到 {last.key} 的头两步方向是 {last.rotation}。",
            f"所以是 {names[last.rotation]}，{last.at}。",
        ),
        parameters={"task": "rotation", "keys": keys},
        drawing=drawing(done),
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
        Wrong(listed(walk(unbalanced(keys))), "没有做平衡调整"),
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
        steps=paragraphs(working(done), f"最后的{name}序列为 {right}。"),
        parameters={"task": "order", "wanted": wanted, "keys": keys},
        drawing=drawing(done),
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
            (leaves(unbalanced(keys)), "没有做平衡调整"),
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
        steps=paragraphs(working(done), closing),
        parameters={"task": asked, "keys": keys, "count": len(keys)},
        drawing=drawing(done),
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


KIND = Kind(
    name="avl-insertion",
    title="平衡二叉树的插入",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"二叉(?:排序|查找|搜索|检索)树|平衡的?(?:二叉|排序|查找|搜索|满二叉)|平衡树|AVL|平衡因子",
        recognise=first_reading(recognise, key_trees.recognise_search),
        solve=lambda told: key_trees_solving.solve(told) if told.get("task") == "key-tree" else solve(told),
    ),
)
