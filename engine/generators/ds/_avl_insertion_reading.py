"""Reading problems about AVL trees: keys inserted into an empty tree, and the fewest nodes of a height."""

from __future__ import annotations

from typing import Any

from engine.generators.ds._clauses import finish, opened
from engine.generators.ds._insertions import (
    AFTER,
    TURNS,
    Keys,
    in_order,
    keys_after,
    read_key_questions,
    read_keys,
    read_tree_questions,
    told_key,
)
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.reading import INTEGER, SEQUENCE, Reading, stay_out, to_int, to_ints

_NAMED = r"(?:平衡二叉(?:排序|搜索|查找|树)*树?|(?:自)?平衡(?:的)?(?:二叉)?(?:查找|排序|搜索)?树|AVL树?)(?:\s*\(?\s*(?:AVL|平衡二叉树)(?:树)?\s*\)?)?(?:[TA](?![A-Za-z]))?"
_OWN = """
关键字 依次 插入 插 插进 插进去 插到 塞 塞进 放进 加入 逐个 挨个 一个个 一个一个 个个 顺次 失衡结点 失衡的结点 失衡点 不平衡结点 失去平衡 高度 先后 按顺序 按序 顺序 次序 先后顺序 输入 输入序列 输入顺序 元素 结点 节点 树 树中 二叉 二叉树 该树 数据 空树 原树 新树 空 为空 空的
最终 开始 遍历 遍历序列 一棵 棵 调整后 平衡 调整 平衡调整 平衡化 平衡处理 操作 按字母序 失衡 引起 导致 旋转 旋转之后 根 建树 建好 建完 建成后 插完 全部插完 插完之后 整个过程 过程 类型 数 整数 层次 保存 关键码 值 最低 不平衡 使得 保持
"""


def recognise(text: str) -> Recognition | None:
    """A problem about insertions, or about the fewest nodes; None where it is something else."""
    reading = opened(text, ranges=True)
    once = bool(reading.take_all(r"(?:单旋(?:转)?)?[、和与]?双旋(?:转)?(?:都|均|各|也|只)*(?:算|计|记)(?:作|为|成)?(?:一|1)次"))
    twice = bool(reading.take_all(r"双旋(?:转)?(?:都|均|各)?(?:算|计|记)(?:作|为|成)?(?:两|二|2)次"))
    reading.take_all(r"\(?(?:LL|RR|LR|RL)型?(?:\s*[/、,或]\s*(?:LL|RR|LR|RL)型?){1,3}(?:里|中)?(?:选一个|选哪个|哪个|哪种|四选一)?\)?")
    start = reading.take(
        rf"(?:的)?(?:先序|先根)(?:遍历)?(?:序列)?(?:为|是|:)*\s*(?P<keys>{SEQUENCE})[,;。]?(?:现在?|此时|再|若|如果|向(?:其)?中?|往里)*插入?(?:一个)?(?:关键字|结点|元素)?(?P<key>\d+)(?:之?后|时|以后)?"
    )
    last_key = reading.take_all(AFTER)
    where = reading.take_all(
        r"(?:和|与|及|,)*(?:(?:最低|最小|最先|首先|距.{0,6}最近)(?:的)?)+(?:失衡|失去平衡|不平衡)(?:的)?(?:结点|节点|子树(?:的)?(?:树)?根?(?:结点|节点)?)(?:的)?(?:关键字|值)?(?:分别)?(?:是|为)?(?:谁|哪个|几|多少)?"
        r"|(?:和|与|及|,)*(?:失衡|失去平衡|不平衡)(?:的)?(?:结点|节点)(?:的)?(?:关键字|值)?(?:是|为)(?:谁|哪个|几|多少|哪一个)"
    )
    reading.refuse(
        r"红黑|B\s*-?\s*树|删除|删去|删掉|平衡因子.{0,8}(?:定义|[^0之])(?<!均为1)$|已有|原有|再插入.{0,8}\d.{0,6}[,、]|结点[xabc]|ASL|平均查找|左子树|右子树|兄弟|祖先|(?<![高深])度为|第\s*\d|第[一二三四五六七八九]|最坏|递归|函数|重复|相同关键字"
    )
    if not reading.take_all(_NAMED):
        return None
    bounds = _bounds(reading)
    if bounds is not None:
        return bounds
    reading.refuse(r"平衡因子|最少|最多|至少|最大高度|最小")
    turns = reading.take_all(TURNS)
    questions = read_key_questions(reading)
    keys = Keys((int(start["key"]),), False) if start else read_keys(reading)
    if start and reading.has(SEQUENCE):
        stay_out("two lists of keys")
    if keys is None:
        return None
    asked = in_order([*questions, *read_tree_questions(reading)])
    reading.take_all(r"(?:初始(?:时)?(?:状态)?(?:均|都)?为?|一棵|一个)?空(?:的)?(?:树)?|初始(?:时)?|从空树(?:开始|出发)|空树|[TA](?=中)")
    finish(reading, _OWN)
    if not (asked or turns or (where and last_key)):
        return None
    half_way = keys_after(last_key, keys)
    if half_way and (
        len(half_way) > 1 or None in half_way or not half_way <= set(keys.values) or (asked and half_way != {keys.values[-1]})
    ):
        stay_out("the tree half way")
    if any(question.startswith("depth") for question in asked) and turns:
        stay_out("a search while rotating")
    parameters: dict[str, Any] = {"keys": list(keys.values), "asked": asked}
    if turns:
        parameters["asked"] = [*asked, "rotations"] if not asked else _in_order(asked, turns[0].start(), reading)
        parameters["counted"] = any(sign in match[0] for match in turns for sign in ("几次", "多少次", "次数", "几回"))
    if keys.lettered:
        parameters["lettered"] = True
    if start:
        given = list(to_ints(start["keys"]))
        if len({*given, *keys.values}) != len(given) + 1:
            stay_out("a key twice")
        parameters["given"] = given
        half_way = {keys.values[-1]}
    if once or twice:
        parameters["double"] = 2 if twice else 1
    if where and half_way and turns:
        parameters["where"] = True
    if where and not turns:
        if asked or not half_way:
            stay_out("where the tree loses its balance, and more")
        parameters["asked"] = ["unbalanced"]
    if half_way and (turns or where):
        parameters["rotation_of"] = half_way.pop()
    before = (("原树的先序", listed(parameters["given"])),) if start else ()
    return Recognition(parameters=parameters, understood=(*before, ("插入次序", _shown(keys))))


def _in_order(asked: list[str], turned_at: int, reading: Reading) -> list[str]:
    """The rotations first where the text asks for them before the tree."""
    later = reading.text.find("根", turned_at) >= 0 or reading.text.find("序", turned_at) >= 0
    return ["rotations", *asked] if later else [*asked, "rotations"]


def _shown(keys: Keys) -> str:
    return listed(told_key(value, keys.lettered) for value in keys.values)


def _bounds(reading: Reading) -> Recognition | None:
    """The fewest nodes of a height, or the greatest height of so many nodes; None where neither is asked.

    Raises:
        StayOut: the height is counted from 0, or something else is said.
    """
    # Every inner node leaning is the tree with the fewest nodes.
    leaning = reading.take_all(
        r"(?:且|,)*(?:其)?(?:所有|每个|各|全部)?(?:的)?非(?:叶子?|终端)(?:结点|节点)(?:的)?平衡因子(?:均|都|全)?(?:为|是)1"
    )
    fewest = reading.take_all(
        r"(?:至少|最少)(?:得|要|需要?|应该?|含|有|包含|具有|含有|拥有|可以)*(?:的)?(?:多少|几)?(?:个)?(?:结点|节点|元素)(?:的)?(?:总?数|个数|数目)?(?:是|为)?(?:多少|几)?(?:个)?"
        r"|(?:结点|节点)(?:的)?(?:总)?(?:个数|数目?|数量)(?:至少|最少)(?:是|为|有)?(?:多少|几)?(?:个)?|最[少小](?:的)?(?:结点|节点)(?:个)?数(?:目|量)?"
    )
    if leaning and not fewest:
        fewest = reading.take_all(r"(?:结点|节点)(?:的)?(?:总)?(?:数|个数|数目)")
    tallest = reading.take_all(
        r"最大(?:的)?(?:高度|深度|层数)|(?:高度|深度)最大|(?:高度|深度)(?:最多|至多)|最[高多深](?:可|能|可以|可能)?(?:有|到|达)?(?:多少|几)层|(?:最高|最深)(?:多少|几)?层?"
    )
    if not fewest and not tallest:
        return None
    level = reading.take_one(
        (
            rf"(?:高度|深度|树高|层数|高)(?:h)?\s*(?:为|是|=|有|达到?|等于)?\s*(?P<value>{INTEGER})(?:层)?",
            rf"(?P<value>{INTEGER})层(?:高)?",
        ),
        to_int,
    )
    count = reading.take_one(rf"(?P<value>{INTEGER})个(?:结点|节点|元素|关键字)|n\s*=\s*(?P<other>\d+)", to_int)
    finish(reading, "结点 节点 二叉树 树 平衡 高度 深度 一棵 时 数 总数 个 关键字 高 层")
    if fewest and not tallest and level is not None and count is None and 1 <= level <= 40:
        return Recognition(
            parameters={"task": "fewest", "levels": level}, understood=(("高度", f"{level}（根为第 1 层）"), ("求", "最少的结点数"))
        )
    if tallest and not fewest and count is not None and level is None and 1 <= count <= 10**9:
        return Recognition(
            parameters={"task": "tallest", "count": count}, understood=(("结点", f"{count} 个"), ("求", "最大高度（根为第 1 层）"))
        )
    stay_out("a bound without its number")
