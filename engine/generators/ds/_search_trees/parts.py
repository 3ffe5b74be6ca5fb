"""Problems that ask for several trees of one list of keys, taken apart: a plain search tree, a balanced one, the sorted list halved."""

from __future__ import annotations

import re
from collections.abc import Callable

from engine.generators import patterns
from engine.generators.ds._clauses import part_numbers
from engine.generators.ds._search_trees.facts import SEARCH_TREE
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out

_BALANCED = r"平衡的?(?:二叉)?(?:排序|查找|搜索)?(?:二叉)?树|AVL"
_PLAIN = (
    (
        r"[若再]?试?(?:仍|依照|依|按照|按|以|根据)(?:此|表中的?(?:元素|关键字)?的?|上述|该|给定的?|原来?的?|同样的?)(?:关键字)?(?:插入)?的?(?:次序|顺序)(?:依次插入)?(?=[^,;。]*(?:建|构|生成|插入|画))",
        "依次插入",
    ),
    (r"\(?(?:不要求|不需要|不必|无需|不进行|不做|不考虑)(?:旋转)?(?:进行)?(?:平衡|旋转)(?:调整|处理|化)?\)?", ""),
    (
        r"(?:严格)?(?:按照|按|用|利用|采用)照?(?:二叉(?:排序|搜索|查找)树的?)?(?:逐点|逐个|逐一)?插入(?:算法|法|方法)(?:,|进行|来)?(?:建立|构造)?",
        "依次插入",
    ),
    (r"(?:依次|顺序|顺次|逐个)地?(?:取|读入|输入)(?:集合)?\s*K?\s*中?的?(?:各值?|各?个?(?:关键字|元素)|各数)", "依次插入"),
    (r"(?:记录的)?(?:关键字|关键码)\(key\)的?(?:集合|序列)?", "关键字"),
    (
        r"查找(?:元素|关键字|结点|数据|值为)?\s*(\d+)\s*(?:的(?:元素|结点|关键字))?时?,?(?:需要?|要|应|共|须)*(?:进行|作|做)?\s*(?:\(\s*\)|多少|几)?\s*次(?:元素|关键字|结点)?(?:之?间)?的?比较",
        r"查找\1比较多少次",
    ),
    (r"(?:依次插入[,、]*){2,}", "依次插入"),
    (r"(?:若|如果)?仍(?=依次插入)", ""),
    (r"请?给出(?:依次插入)(?:建立|构造)((?:平衡的?)?二叉(?:排序|查找)树)(?:最终)?(?:变化)?的?结果", r"画出\1"),
    (r"依照?插入的?(?:次序|顺序)(?=建立|构造|画)", "依次插入"),
    (r"(?:一棵|一颗)?(?:初始)?时?为?空的?(?=(?:平衡)?二叉(?:排序|查找|搜索)?树)", "空的"),
    (
        r"请?给出(?:以此|按此|依此|按上述)(?:插入)?(?:次序|顺序)(?:建立|构造)的?((?:平衡的?)?二叉(?:排序|查找)树)(?:最终)?(?:变化)?的?结果",
        r"画出\1",
    ),
    (r"请?给出最终(?:变化)?的?结果", "画出该树"),
    (r"[请试]?画出(?:构造|建立|生成)((?:平衡)?二叉(?:排序|查找|搜索)?树)的全?过程", r"画出\1"),
    (r"画出(?:插入完成(?:之后|后)的?|插入后的?|所得到?的?|得到的?|相应的?|对应的?|该|此|这棵)", "画出"),
    (r"(?:求|计算)?其?在?等概率的?(?:情况|条件)?下?的?(?:查找|查)成功时?的平均查找长度", "求查找成功的平均查找长度"),
    (r"并?(?:求|计算)出?(?:其|该树)?的?在?等概率的?(?:情况|条件)?下?,?", "求"),
)
# `A list of length 12: (…)`, whose length is said once more by its keys.
_LENGTH = re.compile(
    r"(?:已知|设|对|有)?(?:如下|下面|下列)?(?:所示)?的?长度[为是]?\s*(?P<count>\d+)\s*的(?:线性|顺序)?表(?:如下)?\s*:?\s*(?P<keys>\(\s*[A-Za-z\d]+(?:\s*[,、]\s*[A-Za-z\d]+)+\s*\)|[A-Za-z\d]+(?:\s*[,、]\s*[A-Za-z\d]+)+)"
)
_HALVING = re.compile(r"折半查找|二分查找|二分检索|折半检索")


def plain(text: str) -> str:
    """The text in the words that the reading knows."""
    text = _LENGTH.sub(
        lambda told: told["keys"] if int(told["count"]) == len(patterns.findall(r"[A-Za-z\d]+", told["keys"])) else told[0], text
    )
    for pattern, known in _PLAIN:
        text = patterns.sub(pattern, known, text)
    return text


def is_plain_tree(text: str) -> bool:
    """Whether the text speaks of search trees that are not balanced, and of no other."""
    return patterns.search(SEARCH_TREE, text) is not None and patterns.search(rf"{_BALANCED}|平衡|旋转|失衡", text) is None


def each_tree(text: str, recognise: Callable[[str], Recognition | None]) -> Recognition | None:
    """The numbered parts of a text that asks for a plain and a balanced tree (or the sorted list halved), each read for itself.

    Raises:
        StayOut: a part is not understood.
    """
    marks = part_numbers(text)
    if len(marks) < 2:
        return None
    ends = [*(start for start, _ in marks[1:]), len(text)]
    parts = [text[end:until].strip() for (_, end), until in zip(marks, ends, strict=True)]
    kinds = ["halving" if _HALVING.search(part) else "balanced" if patterns.search(_BALANCED, part) else "plain" for part in parts]
    if len(set(kinds)) < 2 or not all(patterns.search(rf"{SEARCH_TREE}|{_BALANCED}|{_HALVING.pattern}", part) for part in parts):
        return None
    before = text[: marks[0][0]].rstrip(" ,;:。")
    if patterns.search("树", before):
        before = patterns.sub(r"[,。]?[^,。]{0,8}(?:二叉(?:排序)?树|AVL树)[^,。]{0,6}$", "", before)
    found = []
    for kind, part in zip(kinds, parts, strict=True):
        seen = _halved(before, part, recognise) if kind == "halving" else recognise(f"{before}。{part}")
        if seen is None or not seen.confident:
            stay_out(f"a part: {part[:12]}")
        found.append(seen)
    return Recognition(
        parameters={"task": "several", "parts": [each.parameters for each in found]},
        understood=tuple(dict.fromkeys(told for each in found for told in each.understood)),
    )


def _halved(before: str, part: str, recognise: Callable[[str], Recognition | None]) -> Recognition | None:
    """The average length of searching the sorted list by halving: the keys are those that a tree of the same list would have."""
    asked = patterns.fullmatch(
        r"[若试]?对?(?:表中|该|上述)?的?(?:元素|关键字)?先?(?:进行)?排序后?(?:构成|组成|成为|得到)?(?:一个)?(?:有序表)?,?试?再?求?出?在?对?(?:等概率的?(?:情况|条件)?下?)?,?对?(?:此|该|这个?)?(?:有序表)?(?:进行)?(?:折半|二分)(?:查找|检索)时?求?,?(?:查找)?成功时?的?平均查找长度[。;.\s]*",
        part,
    )
    same = recognise(f"{before}。依次插入空的二叉排序树,画出二叉排序树。")
    if asked is None or same is None or not same.confident:
        return None
    return Recognition(
        parameters={"task": "halving", "count": len(same.parameters["keys"])},
        understood=(("有序表", f"{len(same.parameters['keys'])} 个关键字"),),
    )
