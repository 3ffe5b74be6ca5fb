"""Trees that keys are inserted into and taken out of, read by their mentions: search trees, AVL trees, red-black trees, and any of the values asked."""

from __future__ import annotations

from typing import Any

from engine.generators import patterns
from engine.generators.ds._clauses import every_part_asked, opened
from engine.generators.ds._mentions import Mention, clauses_of, mentions, sorts
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.reading import INTEGER, stay_out, to_int

_KEY = r"(?<![A-Za-z0-9.])\d+(?![A-Za-z0-9.%])"
_ROW = rf"\(?\s*(?:{_KEY}(?:\s*(?:[,、;]|→|->)\s*{_KEY}){{2,}}|{_KEY}(?: +{_KEY}){{3,}})\s*\)?"
_NOUN = r"(?:关键字|关键码|结点|节点|元素|记录|值|数据|键)"
_SEARCH = r"(?:排序|查找|搜索|检索)"
_TRAVERSAL = r"(?:遍历)?的?(?:序列|结果|次序|顺序)?"
_THEN = r"(?:再|又|然后|接着|之后|最后|若|若再|继续|依次|向该树|在此树中|在该树中|从该树中|从中|将)*"
_LEXICON = (
    ("balanced", rf"平衡的?二叉(?:{_SEARCH})?树(?:\(?AVL树?\)?)?|AVL树?|平衡(?:二叉)?{_SEARCH}树|高度平衡的?二叉(?:{_SEARCH})?树"),
    ("redblack", r"红黑树"),
    ("search", rf"二叉{_SEARCH}树(?:\(?BST\)?)?|BST"),
    (
        "remove",
        rf"{_THEN}(?:删除|删去|删掉)了?(?:关键字|关键码|结点|元素)?值?[为是]?\s*{_KEY}(?:\s*[,、和]\s*{_KEY})*的?(?:{_NOUN})?(?:之?后)?",
    ),
    (
        "later",
        r"并?[用以]?(?:其|它的|该结点的)?(?:中序)?(?:直接)?后继(?:结点)?[来去]?(?:代替|替换|替代|顶替)[它之]?|右子树中?的?最小(?:值|结点|的结点)?来?(?:代替|替换|替代)",
    ),
    (
        "former",
        r"并?[用以]?(?:其|它的|该结点的)?(?:中序)?(?:直接)?前驱(?:结点)?[来去]?(?:代替|替换|替代|顶替)[它之]?|左子树中?的?最大(?:值|结点|的结点)?来?(?:代替|替换|替代)",
    ),
    ("row", _ROW),
    ("put", rf"{_THEN}插入(?:一个)?新?的?(?:{_NOUN})?为?\s*{_KEY}(?:\s*[和、]\s*{_KEY})?的?(?:{_NOUN})?(?:之?后)?"),
    ("preorder", rf"[先前][序根]{_TRAVERSAL}"),
    ("inorder", rf"中[序根]{_TRAVERSAL}"),
    ("postorder", rf"后[序根]{_TRAVERSAL}"),
    ("level", rf"按?层[序次]{_TRAVERSAL}"),
    (
        "tree",
        rf"试?(?:画出|画|给出)出?(?:此时|最后|最终|相应|对应|所得|得到|形成|生成|建立|构造|插入|完成|删除|后|的|该|此|这棵|这|结果|棵){{0,8}}(?:平衡|红黑)?(?:二叉)?(?:{_SEARCH})?树(?!的?\s*(?:[先前中后层]|高|深|根|叶|平均|查找|各))的?(?:形态|形状|结构|图)?|结果树",
    ),
    ("height", r"(?:树的?)?(?:高度|深度|高|层数)(?![平])"),
    ("leaves", r"叶子?(?:结点|节点)?(?!.{0,4}[哪谁])的?(?:个数|数目|数)?|(?:多少|几)个叶子?(?:结点|节点)?"),
    ("red", r"红色?的?(?:结点|节点)(?P<redcount>的?(?:个数|数目|数|总数)|(?:一?共)?有?(?:多少|几)个)?|(?:多少|几)个红色?(?:结点|节点)"),
    ("black", r"黑色?的?(?:结点|节点)(?P<blackcount>的?(?:个数|数目|数|总数)|(?:一?共)?有?(?:多少|几)个)?|(?:多少|几)个黑色?(?:结点|节点)"),
    ("colour", r"(?:各结点的|每个结点的|结点的)?(?:颜色)"),
    (
        "average",
        r"在?(?:等概率的?(?:情况|条件)?[下时]?)?的?(?:查找|检索)?成功时?[和与、及](?:查找|检索)?(?:失败|不成功)(?:时|情况下)?的?(?:平均(?:查找|检索|搜索)长度|ASL)",
    ),
    (
        "success",
        r"在?(?:等概率的?(?:情况|条件|前提)?[下时]?)?的?,?求?(?:查找|检索)?成功(?:时|情况下)?的?(?:查找的)?(?:平均(?:查找|检索|搜索)长度|ASL)|ASL成功",
    ),
    ("failure", r"(?:查找|检索)?(?:失败|不成功)(?:时|情况下)?的?(?:平均(?:查找|检索|搜索)长度|ASL)?|ASL失败"),
    ("average", r"平均(?:查找|检索|搜索)长度(?:\(?ASL\)?)?"),
    (
        "compared",
        rf"(?:查找|检索|搜索)(?:关键字|元素|结点)?(?:为|值为)?\s*{_KEY}的?(?:结点|元素)?时?,?(?:所?需要?|要|应|需)?(?:进行|的)?与?(?:关键字)?的?(?:比较|进行)的?(?:关键字)?的?(?:次数|(?:多少|几)次)(?:比较)?",
    ),
    ("parent", rf"(?:结点|关键字|元素)?\s*{_KEY}(?:所在结点|结点)?的(?:双亲|父亲?)(?:结点|节点)?"),
    ("left", rf"(?:(?:结点|关键字|元素)?\s*{_KEY}(?:所在结点|结点)?|根(?:结点)?)的左(?:孩子|子女|子)(?:结点|节点)?"),
    ("right", rf"(?:(?:结点|关键字|元素)?\s*{_KEY}(?:所在结点|结点)?|根(?:结点)?)的右(?:孩子|子女|子)(?:结点|节点)?"),
    (
        "depth",
        rf"(?:结点|关键字|元素)?\s*{_KEY}(?:所在结点|结点)?(?:所?在)?的?(?:层次|层号|层数)|(?:结点|关键字|元素)?\s*{_KEY}(?:位于|在|处于)第(?:几|多少)层",
    ),
    ("root", r"树?的?根(?:结点|节点)?的?(?:关键字|值)?"),
    ("rotations", r"(?:平衡)?(?:旋转|调整)的?(?:次数|总次数)|(?:多少|几)次(?:平衡)?(?:旋转|调整)"),
    ("count", rf"[共有这]*{INTEGER}个(?:{_NOUN}|数|整数)"),
    ("build", r"(?:构造|建立|构建|生成|建成|创建|建)[成出]?|(?:依次|逐个|顺序|连续地?|先后)*插入[到进至]?"),
    ("name", r"(?<![A-Za-z0-9])(?:[A-Z]|[bB][tT])(?![A-Za-z0-9])(?:\s*=)?"),
    ("which", r"\(\s*\)|_+|多少|几|什么|哪一?[个种些]?|谁"),
)
_OWN = """
一棵 一颗 棵 初始为空的 初始 空 空的 为空 空树 从空树开始 从 一组 关键字 关键字序列 关键码 序列 集合 顺序 次序 按 依 依次 将 把 对 到 在 中 后 之后 时 则 该 此 其 得到 所得 形成 完成 插入完成后 插入后 最后 最终 各 每个 结点 元素 是 为 的 试 求 写出 给出 并 请 输入 输入序列 输入次序 整数 已知 设 有 给定 如下 所示 过程 操作 树 树中 全部 之前 个 均 等概率 情况 条件 下 查找 每个关键字 概率 相等 规定 二叉树 用 采用 连续地 若 那么 值 二叉链表 表示 现 进行 这些 数据 这 取 依次取 各关键字 二叉树中 遍历得到 遍历所得 回答以下问题 回答 问题 以下 结构 删除后 后 分别 的序列
"""
_LOST = "多少 几 几个 多少个 什么 哪 哪个 哪些 谁 是多少 为多少 是什么 是谁 画出 最后结果 是几 为几"
_WALKS = ("preorder", "inorder", "postorder", "level")
_VALUE_NAMES = (
    "preorder inorder postorder level tree height leaves red black success failure compared parent left right depth root rotations colour"
)
_VALUES = tuple(_VALUE_NAMES.split())


_TOLD_BY = {"preorder": "先序序列", "postorder": "后序序列", "level": "层序序列"}


def _figures(mention: Mention) -> list[int]:
    return [int(figure) for figure in patterns.findall(r"\d+", mention.text)]


def recognise_search(text: str) -> Recognition | None:
    """As `recognise`, of search and AVL trees."""
    return None if "红黑" in text else recognise(text)


def recognise_coloured(text: str) -> Recognition | None:
    """As `recognise`, of red-black trees."""
    return recognise(text) if "红黑" in text else None


@every_part_asked
def recognise(text: str) -> Recognition | None:
    """Keys inserted and deleted, and what is asked of the tree; None where it is something else."""
    found = mentions(opened(text, ranges=True).rest, _LEXICON, _OWN, _LOST)
    said = sorts(found)
    kinds = said & {"balanced", "redblack", "search"}
    kind = next((name for name in ("redblack", "balanced", "search") if name in kinds), None)
    if kind is None or (kind == "redblack" and "balanced" in kinds) or {"later", "former"} <= said:
        return None
    rows = [mention for mention in found if mention.sort == "row"]
    if not rows or len({tuple(_figures(mention)) for mention in rows}) != 1:
        return None
    told_by = [mention.sort for mention in found if mention.sort in _WALKS and mention.start < rows[0].start]
    if (told_by and (kind != "search" or len(told_by) > 1 or "inorder" in told_by or "build" in said)) or not (
        told_by or said & {"build", "put"}
    ):
        return None
    if told_by and not said & {"put", "remove", "success", "failure", "average", "compared"}:
        return None  # a tree to be drawn from its traversal, no more
    keys = _figures(rows[0])[:: -1 if told_by == ["postorder"] else 1]  # so inserted, they give the tree that the traversal tells
    counts = {to_int(patterns.findall(INTEGER, mention.text)[0]) for mention in found if mention.sort == "count"}
    if not 3 <= len(keys) <= 30 or counts - {len(keys)}:
        stay_out("keys")
    done = [["+", key] for key in keys]
    asked: list[list[Any]] = []
    for clause in clauses_of(found):
        for mention in clause:
            if mention.sort in ("put", "remove") and mention.start < rows[0].start:
                stay_out("before the keys")
            if mention.sort == "put":
                done += [["+", key] for key in _figures(mention)]
            elif mention.sort == "remove":
                done += [["-", key] for key in _figures(mention)]
            elif mention.sort in _VALUES and not (told_by and mention.start < rows[0].start):
                asked.append([_named(mention), *_figures(mention)[:1], len(done)])
            elif mention.sort == "average" and "成功" in mention.text:
                asked += [["success", len(done)], ["failure", len(done)]]
            elif mention.sort == "average" and not sorts(clause) & {"success", "failure"}:
                asked.append(["success", len(done)])
    if any(sign == "-" for sign, _ in done) and kind != "search":
        return None
    asked = [task for number, task in enumerate(asked) if task not in asked[:number]]
    if len(asked) > 1:
        asked = [task for task in asked if task[0] != "colour"]  # with the tree its colours are told
    stages = {task[-1] for task in asked}
    if not asked or (max(stages) != len(done) and len(done) > len(keys)):
        stay_out("what is asked of the tree at the end")
    shown = {"search": "二叉排序树", "balanced": "平衡二叉树", "redblack": "红黑树"}[kind]
    return Recognition(
        parameters={
            "task": "key-tree",
            "kind": kind,
            **({"told_by": told_by[0], "told": _figures(rows[0])} if told_by else {}),
            "done": done,
            "asked": asked,
            "by": "later" if "later" in said else "former" if "former" in said else None,
        },
        understood=(
            ("树", shown),
            (_TOLD_BY[told_by[0]], listed(_figures(rows[0]))) if told_by else ("依次插入", listed(keys)),
            *(
                (("再", "、".join(f"{'插入' if sign == '+' else '删除'} {key}" for sign, key in done[len(keys) :])),)
                if len(done) > len(keys)
                else ()
            ),
        ),
    )


def _named(mention: Mention) -> str:
    """What a mention asks."""
    if mention.sort in ("red", "black") and patterns.search("数|多少|几", mention.text):
        return f"{mention.sort}-number"
    if mention.sort in ("left", "right") and not patterns.search(r"\d", mention.text):
        return f"root-{mention.sort}"
    return mention.sort
