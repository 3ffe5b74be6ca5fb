"""Reading problems about B-trees: keys inserted into an empty tree, and the bounds of keys and height."""

from __future__ import annotations

import re
from typing import Any

from engine.generators.ds._clauses import finish, opened
from engine.generators.ds._insertions import read_keys
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

_NODE = r"(?:结点|节点)"
_FAILURE = rf"(?:最下面|最底下|最下层|最底层|最后)?(?:的)?(?:一层)?(?:叶子?(?:{_NODE})?(?:那?一?层)?[/、,(即或]*)?(?:所谓的)?(?:(?:查找)?失败|外部|空)(?:的)?(?:叶子?)?(?:{_NODE})?(?:所在)?(?:的)?(?:那一?层|这一?层|一?层)?\)?"
_NOT_COUNTED = (
    rf"\(?(?:设|其中|注:?|这里|此处|所有)*(?:B树)?(?:的)?(?:高度?|层数|树高|层次|深度)?(?:中|里)?(?:均|都|也)*(?:不(?:包?含|包括|计入?|算上?|考虑|把|加)|未含|除去?)(?:最下面|最底层|最底下|下面)?(?:的)?{_FAILURE}(?:算在内|计算在内|在内|算进去|算入|除外)?\)?"
    rf"|\(?{_FAILURE}(?:均|都|也)?不(?:计算在|包含在|计入?|算入|算在|算|计)(?:高度|层数|树高)?(?:内|里|之内|中)?\)?"
    rf"|\(?(?:其中)?叶子?{_NODE}(?:是|指|即|为)(?:的)?(?:查找)?失败{_NODE}\)?"
)
_KEYS = r"(?:关键字|关键码|元素|数据|记录|key)"
_HOW_MANY = rf"(?:要|应|能|可|可以|需|需要|会|须)*(?:含有?|有|包含|包括|存放?|存储|容纳|放|装)*(?:有)?(?:的)?(?:多少|几)?(?:个)?{_KEYS}(?:的)?(?:总?数|个数|数目|数量)?(?:目)?(?:是|为|有)?(?:多少|几)?(?:个)?"
_LEAST = rf"(?:至少|最少)(?:会)?{_HOW_MANY}|{_KEYS}(?:的)?(?:总?数|个数|数目|数量)?(?:目)?(?:为|是|有)?(?:至少|最少|最小)(?:要|应|会)?(?:是|为|有)?(?:多少|几)?(?:个)?|最[少小](?:的)?{_KEYS}(?:个?数)(?:目|量)?"
_MOST = rf"(?:至多|最多)(?:会)?{_HOW_MANY}|{_KEYS}(?:的)?(?:总?数|个数|数目|数量)?(?:目)?(?:为|是|有)?(?:至多|最多|最大)(?:能|可以?|会|又)*(?:是|为|有)?(?:多少|几)?(?:个)?|最[多大](?:的)?{_KEYS}(?:个?数)(?:目|量)?"
_OWN = """
关键字 关键码 元素 数据 依次 插入 插 插到 插进 插进去 塞 塞进 放进 放入 逐个 挨个 一个一个 一个个 先后 按顺序 顺序 次序 序列 一棵 棵 B树 B-树 树 结点 节点 最后 最终 构造 建立 建树 建成 建 空 空树 空的 初始 开始 从空树 全部 完成后 插完 插完后 插完之后 插完以后 
过程 整个过程 中 里 层 高 高度 深度 阶 m n 数 总数 数目 个数 又 只 整数 情形 能 放 存 组织 索引 采用 过程中 各是 最后B树 的那个 该树 调整 共 发生 保持 包含 保存
"""


def recognise(text: str) -> Recognition | None:
    """A problem about a tree of a stated order; None where it is something else."""
    reading = opened(text, ranges=True)
    reading.refuse(r"B\s*\+|B\s*\*|B加|2-3-4|2-4树|删除|删去|删掉|磁盘|读盘|合并|借|先序|前序|中序|已有|原有|如图|下图")
    two_three = reading.take_all(r"\(?(?:即|也就是|也称|又称|或称|也叫)*2-3树\)?") if reading.has("B") else []
    order = _order(reading)
    if two_three and order != 3:
        stay_out("2-3 trees are of order 3")
    if order is None or not 3 <= order <= 512:
        return None
    reading.take_all(_NOT_COUNTED)
    splitting = reading.take_all(
        rf"\(?(?:当)?(?:{_NODE})?(?:内)?(?:的)?{_KEYS}数?(?:达到|为|等于|超过|大于)(?:m|\d+)(?:-1)?(?:个)?(?:时|后)?(?:就)?(?:发生)?分裂,?\s*(?:第|将|把|取)*⌈\s*(?:\d+|m)\s*/\s*2\s*⌉(?:个)?{_KEYS}?(?:上移|上升|提升)?\)?|第⌈(?:m|\d+)/2⌉个(?:{_KEYS})?(?:上移|提升|上升)?"
    )
    if within := reading.take_all(
        rf"(?:每个|任一|任意|一个)?(?:除(?:了)?根(?:{_NODE})?(?:以?外|之外)?|非根)(?:的)?,?(?:其他|其余|其它|每个|任意|任一|所有|各|一个)*(?:的)?(?:非(?:叶子?|终端|失败)?|内部)?(?:的)?{_NODE},?\s*(?:中|里|内)?(?:的)?(?:所)?(?:含|有|含有|包含)?(?:的)?{_KEYS}?(?:的)?(?:数目?|个数|数量)?(?:的)?(?:取值)?(?:范围)?"
    ):
        if not any(re.search(_KEYS, match[0]) for match in within) or "孩子" in reading.rest or "子树" in reading.rest:
            stay_out("children")
        reading.take_all(rf"(?:至少|最少|最多|范围|和|与|、|为|是|含|有|多少|几|个|{_KEYS}|的|数目?)")
        finish(reading, _OWN)
        return Recognition(
            parameters={"task": "bounds", "asked": ["node-keys"], "order": order},
            understood=(("阶", str(order)), ("求", "除根外的结点的关键字个数")),
        )
    nodes = reading.take_one(
        rf"非(?:叶子?|终端|失败)(?:{_NODE})(?:的)?(?:总)?(?:个?数|数目)?(?:共|一共|总共|有|为|是)*(?P<value>{INTEGER})个?", to_int
    )
    failures = reading.take_all(
        rf"(?:多少|几)?个?(?:叶子?{_NODE}[/(、即或]*)?(?:查找)?失败(?:的)?{_NODE}\)?(?:的)?(?:总?数|个数|数目|数量)?(?:有)?(?:多少|几)?(?:个)?"
    )
    reading.refuse(rf"叶|失败|第[\d一二三四五六七八九]|孩子|子树|每个?{_NODE}|查找|比较|平均|指针|分支")
    tallest = reading.take_all(
        r"最大(?:的)?(?:高度|深度|层数)|(?:高度|深度)(?:最大|最高|最多|至多)|最[高深](?:可能|可以|能)?(?:有|达|到)*(?:多少|几)?层?|最多(?:有)?(?:多少|几)层"
    )
    shortest = reading.take_all(
        r"最小(?:的)?(?:高度|深度|层数)|(?:高度|深度)(?:最小|最低|最少|至少)|最[低矮](?:可能|可以|能)?(?:有|到)*(?:多少|几)?层?|(?:最少|至少)(?:有)?(?:多少|几)层"
    )
    least, most = reading.take_all(_LEAST), reading.take_all(_MOST)
    if reading.take_all(
        rf"(?:含有?|有|包含)?(?:的)?{_KEYS}(?:的)?(?:总?数|个数|数目|数量)(?:目)?(?:的)?(?:范围|(?:是|为)?(?:最多|至多)?(?:和|与)(?:最少|至少))"
    ):
        stay_out("a range of keys")
    more = reading.take_all(r"(?:最多|至多|最大)(?:又)?(?:为|是|有)?(?:多少|几)?个?")  # 最少多少，最多又多少
    fewer = reading.take_all(r"(?:最少|至少|最小)(?:又)?(?:为|是|有)?(?:多少|几)?个?")
    if (more and not least) or (fewer and not most):
        stay_out("most or least of what")
    least, most = least or fewer, most or more
    height = reading.take_one(
        (
            rf"(?:高度?|深度|树高|层数)(?:h)?\s*(?:为|是|=|有|等于)?\s*(?P<value>{INTEGER})(?!\s*阶)(?:层)?(?:的)?",
            rf"(?P<value>{INTEGER})层(?:高)?(?:的)?",
        ),
        to_int,
    )
    keys_at = None
    count = None
    if nodes is None:
        found = read_keys(reading)
        keys_at = found.values if found is not None and not found.lettered else None
        if found is not None and found.lettered:
            stay_out("letters")
        if keys_at is None:
            count = reading.take_one(
                (
                    rf"(?:含有?|有|包含|存放?|存储|容纳|具有|装)?(?:了)?(?<!\d)(?P<value>{INTEGER})个{_KEYS}(?:的)?",
                    rf"{_KEYS}(?:的)?(?:总?数|个数|数目|数量)(?:n)?(?:为|是|=)(?P<value>{INTEGER})",
                    r"(?<![A-Za-z])n\s*=\s*(?P<value>\d+)",
                ),
                to_int,
            )
    asked = reading.take_words(
        (
            (rf"根{_NODE}?(?:上|里|中|内)?(?:所)?(?:的|包含的?|含有的?|保存的?|存放的?|有)*{_KEYS}?", "root"),
            (
                r"(?:树)?(?:的)?(?:高度|深度|树高|层数|(?<=树)高|(?<=树的)高)(?:有)?(?:是|为)?(?:多少层|几层)?|(?:有|共|一共|总共)+(?:几|多少)层",
                "height",
            ),
            (
                rf"(?:共|一共|总共|发生|产生|进行|过程)*(?:了)?(?:多少|几)次(?:{_NODE})?(?:的)?分裂|(?:{_NODE})?分裂(?:了)?(?:的)?(?:总)?(?:次数|(?:多少|几)次)|次{_NODE}分裂",
                "splits",
            ),
            (rf"(?:共|一共|总共|有)*(?:多少|几)个{_NODE}|{_NODE}(?:的)?(?:总数|总个数|个数|数目)", "nodes"),
        )
    )
    reading.take_all(r"(?:初始(?:时)?(?:为)?)?空(?:的|树)?|初始(?:时)?为?")
    if splitting and not keys_at:
        stay_out("splitting without keys")
    finish(reading, _OWN)
    stated = any("⌈" in match[0] for match in splitting)
    return _problem(
        order, height, count, nodes, keys_at, asked, stated, [bool(each) for each in (least, most, tallest, shortest, failures)]
    )


def _order(reading: Reading) -> int | None:
    return reading.take_one(
        (
            rf"(?<![\d第.])(?P<value>{INTEGER})\s*阶(?:的)?\s*B\s*-?\s*树",
            r"(?<![A-Za-z])m\s*=\s*(?P<value>\d+)(?:阶)?(?:的)?(?=B\s*-?\s*树)",
            rf"B\s*-?\s*树(?:的)?(?:阶数?)(?:m)?(?:为|是|=)\s*(?P<value>{INTEGER})(?:阶)?",
        ),
        to_int,
    )


def _problem(
    order: int,
    height: int | None,
    count: int | None,
    nodes: int | None,
    keys: tuple[int, ...] | None,
    asked: list[str],
    stated: bool,
    bounds: list[bool],
) -> Recognition | None:
    least, most, tallest, shortest, failures = bounds
    if keys is not None:
        if any(bounds) or not asked or height is not None or nodes is not None or len(keys) > 60:
            return None
        return Recognition(
            parameters={"task": "inserted", "order": order, "keys": list(keys), "asked": asked, "stated": stated},
            understood=(("阶", str(order)), ("插入次序", listed(keys))),
        )
    wanted: list[str] = []
    given: dict[str, Any] = {"order": order}
    understood: list[tuple[str, str]] = [("阶", str(order))]
    if nodes is not None and least and not (most or tallest or shortest or failures) and height is None and count is None:
        wanted = ["least-of-nodes"]
        given["nodes"] = nodes
        understood.append(("非叶结点", f"{nodes} 个"))
    elif height is not None and count is None and nodes is None and (least or most) and not (tallest or shortest or failures):
        wanted = ["least-keys"] * least + ["most-keys"] * most
        given["height"] = height
        understood.append(("高度", f"{height}（不含失败结点）"))
    elif count is not None and height is None and nodes is None and not (least or most) and (tallest or shortest or failures):
        wanted = ["tallest"] * tallest + ["shortest"] * shortest + ["failures"] * failures
        given["count"] = count
        understood.append(("关键字", f"{count} 个"))
    if not wanted or [each for each in asked if each not in ("height",)] or not all(1 <= value <= 10**9 for value in given.values()):
        return None
    if given.get("height", 1) > 12:
        return None
    names = {
        "least-keys": "至少的关键字数",
        "most-keys": "至多的关键字数",
        "least-of-nodes": "至少的关键字数",
        "tallest": "最大高度",
        "shortest": "最小高度",
        "failures": "失败结点数",
    }
    understood.append(("求", "、".join(names[each] for each in wanted)))
    return Recognition(parameters={"task": "bounds", "asked": wanted, **given}, understood=tuple(understood))
