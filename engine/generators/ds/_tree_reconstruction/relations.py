"""Forests and trees as binary trees: numbers of nodes that short sentences ask for."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.reading import INTEGER, stay_out, to_int

_A = r"(?:设|若|已知|假设|假定|在|将|把)*(?:一棵|一个)?"
_THEN = r",?(?:则|那么)?在?"
_ASKED = r"(?:共|总共|一共)?(?:的?结点的?(?:个数|数目|总数|数)(?:应该?)?[是为有]?(?:\(\)|多少|几)?个?|的?[有是为]*(?:\(\)|多少|几)个(?:结点)?|有(?:多少|几)个?结点)[?。()]*"
_LIST = rf"{INTEGER}(?:[、,和]{INTEGER})+"
_RIGHT = r"(?:\(?有?(?:非空)?的?\)?)"
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "side",
            rf"{_A}森林[A-Z]?(?:中|是由|由)?共?(?:有|包含|含)?{INTEGER}棵树(?:组成|构成)?[,;]?(?:其中?)?(?:(?:第[一1])?[、,](?:第[二2])?(?:[、,和]?第[三3])?(?:[、,和]?第[四4])?棵树的|(?:第[一1])[,、和](?:第[二2])(?:[、,和]第[三3])?(?:[、,和]第[四4])?棵树的|[各每]?棵?树的|它们的|各树)?"
            rf"结点个?数目?(?:分别|依次)*[为是](?P<sizes>{_LIST})个?[,;。]{_THEN}[与和]?(?:该|此|这个)?(?:森林)?[A-Z]?相?(?:对应|转换成|转换为)(?:的|成的)?二叉树[A-Z]?[中的]?,?其?的?根(?:结点)?的(?P<side>左|右)子树[上中]?{_ASKED}",
        ),
        (
            "first",
            rf"{_A}森林[A-Z]?所?对应的二叉树[为是]?[A-Z]?,?(?:[A-Z]|它|该二叉树|其)?[中上]?共?(?:有(?P<total>{INTEGER})个结点|结点个?数[为是](?P<many>{INTEGER})个?)[,;](?:[A-Z]?的?根(?:结点)?[为是]p,)?"
            rf"(?:[A-Z]的|其|它的|p的)?根?(?:结点)?的?右子树[上中]?的?(?:结点的?个?数目?[为是]|有)(?P<right>{INTEGER})个?(?:结点)?[,;。]{_THEN}[该此]?(?:森林)?[A-Z]?中?的?第[一1]棵树[中上]?{_ASKED}",
        ),
        (
            "with-right",
            rf"{_A}(?:拥有|具有|有|含有?)(?P<leaves>{INTEGER})个叶子?结点[和、,与](?P<inner>{INTEGER})个(?:非叶子?|分支|非终端|内部)结点的树(?:转换|转化|转|变换)[成为](?:对应的|相应的|与之对应的)?(?:一棵)?二叉树{_THEN}(?:此|该|这棵|对应的)?二叉树[中里]?,?共?"
            rf"有?(?:(?:有(?:\(\)|多少|几)个|(?:\(\)|多少|几)个)结点没?有{_RIGHT}(?P<one>右孩子)|(?P<without>(?:无|没有)右孩子|右(?:指针|链)域为空)的结点的?(?:个数|数)?[有是为]?(?:\(\)|多少|几)?个?|有{_RIGHT}(?P<two>右孩子)的结点的?(?:个数|数)?[有是为]?(?:\(\)|多少|几)?个?)[?。()]*",
        ),
    )
)
_ASKS = {"side": "二叉树根的子树的结点数", "first": "第一棵树的结点数", "with-right": "二叉树中的结点数"}


def recognise(text: str) -> Recognition | None:
    """One of these relations; None where that is not all that the text says."""
    compact = patterns.sub(r"\s+", "", text.replace("节点", "结点"))
    for name, pattern in _FORMS:
        if (found := pattern.fullmatch(compact)) is None:
            continue
        groups = {key: value for key, value in found.groupdict().items() if value}
        figures: dict[str, int] = {key: to_int(groups[key]) for key in ("total", "many", "right", "leaves", "inner") if key in groups}
        figures["total"] = figures.get("total", figures.get("many", 0))
        return Recognition(
            parameters={
                "task": "tree-relation",
                "what": name,
                **figures,
                **({"sizes": [to_int(each) for each in patterns.findall(INTEGER, groups["sizes"])]} if name == "side" else {}),
                "left": groups.get("side") == "左",
                "without": "without" in groups or "没有右孩子" in compact or "没有(非空的)右孩子" in compact,
            },
            understood=(("求", _ASKS[name]),),
        )
    return None


def value_of(parameters: Parameters) -> tuple[int, str]:
    """The number, and how it comes.

    Raises:
        StayOut: there is no such tree.
    """
    what = parameters["what"]
    if what == "side":
        sizes = parameters["sizes"]
        if not 2 <= len(sizes) <= 6 or min(sizes) < 1:
            stay_out("no such forest")
        if parameters["left"]:
            return sizes[0] - 1, "根和它的左子树是森林的第一棵树，左子树的结点数是第一棵树的结点数减 1。"
        return sum(sizes[1:]), "根和它的左子树是森林的第一棵树，右子树是其余各树。"
    if what == "first":
        if not 0 <= parameters["right"] < parameters["total"]:
            stay_out("no such forest")
        return parameters["total"] - parameters[
            "right"
        ], "根和它的左子树是森林的第一棵树，右子树是其余各树：第一棵树的结点数是总数减右子树的。"
    leaves, inner = parameters["leaves"], parameters["inner"]
    if leaves < 1 or inner < 1:
        stay_out("no such tree")
    if parameters["without"]:
        return inner + 1, "每个非叶结点的最后一个孩子没有右兄弟，根也没有：没有右孩子的结点有“非叶结点数 + 1”个。"
    return leaves - 1, "除每个非叶结点的最后一个孩子和根以外都有右兄弟：结点总数 −（非叶结点数 + 1）= 叶子数 − 1。"


def solve(parameters: Parameters) -> Solution:
    """The number."""
    value, steps = value_of(parameters)
    return Solution(answer=f"{value} 个", steps=steps, also=(str(value),))
