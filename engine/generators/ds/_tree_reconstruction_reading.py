"""Reading problems about binary trees told by two traversals, search trees told by one, and forests as their binary trees."""

from __future__ import annotations

import re

from engine.generators.ds._clauses import count_of, finish, opened
from engine.generators.ds._insertions import Asked, in_order, read_key_questions, read_tree_questions
from engine.generators.kind import Recognition
from engine.generators.reading import Reading, stay_out

_KEY = r"[A-Za-z0-9]"
_SEPARATOR = r"\s*(?:[,、 →]|->)\s*"
_SEQUENCE = rf"(?:(?:[A-Za-z]\d?|\d{{1,3}})(?:{_SEPARATOR}(?:[A-Za-z](?![A-Za-z])\d?|\d{{1,3}}))+|{_KEY}{{3,26}})(?![A-Za-z0-9])"
ORDERS = {
    "pre": r"(?:先序|前序|先根|前根|先)",
    "in": r"(?:中序|中根|中)",
    "post": r"(?:后序|(?<!最)后根|后)",
    "level": r"(?:层序|层次|按层|逐层|层)",
}
_WORDS = {"pre": r"(?:先序|前序|先根|前根)", "in": r"(?:中序|中根)", "post": r"(?:后序|(?<!最)后根)", "level": r"(?:层序|层次|按层|逐层)"}
_TITLES = {"pre": "先序", "in": "中序", "post": "后序", "level": "层序"}
# The traversals told by what they do, made their names before reading.
_DESCRIBED = (
    (
        r"(?:按)?(?:从上到下|自上而下|从上往下|由上到下|自顶向下)(?:、|,|，|且|并|又)?(?:同一?层)?(?:每一?层)?(?:都|再|逐层)?(?:从左到右|自左(?:向|至|到)右|从左往右|由左到右)(?:地)?(?:逐层)?(?:的)?(?:顺序|次序)?(?:遍历|访问|读|看|数|排|列|走|扫)?(?:下来|出来|过去)?(?:的)?",
        "层序遍历",
    ),
    (r"[\"“(（]?根[-—→、\s]?左[-—→、\s]?右(?!孩|子|两)[\"”)）]?(?:的)?(?:顺序|次序)?(?:遍历|访问|走)?", "先序遍历"),
    (r"[\"“(（]?左[-—→、\s]?根[-—→、\s]?右[\"”)）]?(?:的)?(?:顺序|次序)?(?:遍历|访问|走)?", "中序遍历"),
    (r"[\"“(（]?左[-—→、\s]?右[-—→、\s]?根[\"”)）]?(?:的)?(?:顺序|次序)?(?:遍历|访问|走)?", "后序遍历"),
)
_OWN = """
二叉树 二叉 树 遍历 序列 结点 一棵 棵 画出 恢复 还原 构造 确定 重建 画 这棵 该 相应 对应 遍历序列 遍历结果 写 唯一 唯一确定 能唯一确定 能 次序 二叉排序树 二叉搜索树 二叉查找树 二叉 排序树 搜索树 查找树 BST T F 森林 与之对应 对应的 转换 转换成 转化 化成 转换得到 左孩子右兄弟 推出 反推 推 建树 根 顺序 法 个数 以及 里 中 分别为 两个 共有 这 存储 用 互不相同 字母 表示 各结点 得 要 倒推 还原出来 出 还原成 整棵树 及
"""


def recognise(text: str) -> Recognition | None:
    """Two traversals of a tree (one of a search tree) and what else is asked of it; None where it is something else."""
    for pattern, name in _DESCRIBED:
        text = re.sub(pattern, name, text)
    reading = opened(text)
    searching = bool(
        reading.take_all(r"(?:一棵)?二叉(?:排序|搜索|查找)树(?:\s*\(?(?:二叉(?:排序|搜索|查找)树|BST)\)?)?|(?<![A-Za-z])BST(?![A-Za-z])")
    )
    forest = "森林" in reading.text
    sides = [
        (match.start(), "left-root" if match["side"] == "左" else "right-root")
        for match in reading.take_all(r"(?:的|它的?|其|该树的?|根的?)?(?P<side>[左右])子树的?根(?:结点)?(?:是|为)?(?:什么|谁|哪个)?")
    ]
    reading.refuse(
        r"线索|(?<![高深])度为|平衡|堆|哈夫曼|完全|满二叉|左右子树交换|交换|镜像|多少棵二叉|几棵二叉|多少种|几种|可能|不(?!同|相同)|第|祖先|兄弟|左子树|右子树|删除|插入|双亲表示"
    )
    if not forest:
        reading.refuse(r"多少棵|几棵")
    given: dict[str, tuple[str, ...]] = {}
    both = reading.take(
        rf"(?P<one>{_WORDS['pre']}|{_WORDS['in']}|{_WORDS['post']}|{_WORDS['level']})(?:遍历)?(?:序列|结果)?(?:和|与|、|及)(?P<two>{_WORDS['pre']}|{_WORDS['in']}|{_WORDS['post']}|{_WORDS['level']})(?:遍历)?(?:的)?(?:序列|结果)?(?:分别|依次)+(?:为|是|:)*\s*(?P<first>{_SEQUENCE})\s*(?:和|与|,|、|;|及)\s*(?P<second>{_SEQUENCE})"
    )
    if both is not None:
        for word, sequence in ((both["one"], both["first"]), (both["two"], both["second"])):
            name = next(name for name, pattern in _WORDS.items() if re.fullmatch(pattern, word))
            given[name] = _keys(sequence)
    for name, word in ORDERS.items():
        found = reading.take_one(
            rf"{word}(?:次序)?(?:遍历)?(?:的)?(?:结点)?(?:序列|结果|次序|顺序)*(?:分别)?\s*(?:为|是|:|=|得到|得)*\s*(?P<value>{_SEQUENCE})",
            _keys,
        )
        if found is not None:
            if name in given:
                stay_out("a traversal twice")
            given[name] = found
    places: Asked = [*sides, *read_key_questions(reading)]
    trees = (
        reading.take_all(
            r"(?:F|森林|该森林)?(?:中|里)?(?:的)?(?:共有|共|一共|有|含有?)*(?:几|多少)棵(?:树)?|(?:森林)?(?:中|里)?(?:的)?树的(?:棵数|个数)"
        )
        if forest
        else []
    )
    places += [(match.start(), "trees") for match in trees[:1]]
    places += read_tree_questions(reading)
    count = count_of(reading, "结点")
    finish(reading, _OWN)
    asked = in_order(places)
    if any(question.startswith("depth") for question in asked):
        return None
    if forest:
        return _of_forest(reading, given, asked)
    if searching and len(given) == 1:
        ((kind, sequence),) = given.items()
        if kind == "in":
            return None
        numbers = all(key.isdigit() for key in sequence)
        given["in"] = tuple(sorted(sequence, key=(int if numbers else str)))
    if len(given) != 2 or "in" not in given or not asked or set(asked) & (set(given) - ({"in"} if searching else set())):
        return None
    kind = next(name for name in given if name != "in")
    if count not in (None, len(given[kind])):
        stay_out("another number of nodes")
    return Recognition(
        parameters={"given": kind, "sequence": list(given[kind]), "inorder": list(given["in"]), "asked": asked},
        understood=((_TITLES[kind], joined(given[kind])), ("中序", joined(given["in"]))),
    )


def _of_forest(reading: Reading, given: dict[str, tuple[str, ...]], asked: list[str]) -> Recognition | None:
    """A forest by its preorder and its inorder, which books also call its postorder: its binary tree's inorder."""
    if set(given) == {"pre", "post"}:
        given = {"pre": given["pre"], "in": given["post"]}
    if set(given) != {"pre", "in"} or not asked or not set(asked) <= {"trees", "post", "level", "height"}:
        return None
    if set(asked) - {"trees"} and not re.search(r"(?:T|二叉树)(?:的)?(?:后|层|高|深)", reading.text):
        stay_out("the forest's or its binary tree's")
    return Recognition(
        parameters={"given": "pre", "sequence": list(given["pre"]), "inorder": list(given["in"]), "asked": asked, "forest": True},
        understood=(("森林的先根", joined(given["pre"])), ("森林的中根（后根）", joined(given["in"]))),
    )


def joined(keys: tuple[str, ...] | list[str]) -> str:
    """A sequence as it is usually written: single signs together."""
    return "".join(keys) if all(len(key) == 1 for key in keys) else ", ".join(keys)


def _keys(text: str) -> tuple[str, ...]:
    parts = [part for part in re.split(r"[,、 →\->]+", text) if part]
    keys = tuple(parts) if len(parts) > 1 else tuple(text)
    if len(set(keys)) != len(keys):
        stay_out("a key twice")
    return keys
