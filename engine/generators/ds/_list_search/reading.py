"""Problems about searching sorted lists by halving, lists from end to end, and lists in blocks, read by their mentions."""

from __future__ import annotations

from typing import Any

from engine.generators import patterns
from engine.generators.ds._blanks import prepared
from engine.generators.ds._clauses import every_part_asked, opened, refuse_dangerous
from engine.generators.ds._mentions import Mention, clauses_of, mentions, sorts
from engine.generators.ds._search_trees.halving import lengths
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.reading import INTEGER, stay_out, to_int

_KEY = r"(?<![A-Za-z0-9.\[])\d+(?![A-Za-z0-9.%\]])"
_ROW = rf"[({{\[]?\s*{_KEY}(?:\s*[,、;]\s*{_KEY}){{2,}}\s*[)}}\]]?|{_KEY}(?: +{_KEY}){{3,}}"
_NOUN = r"(?:数据元素|记录|元素|关键字|关键码|结点|节点|数据|整数|数|值)"
_FIND = r"(?:查找|检索|搜索)"
_MANY = r"(?:多少|几|\(\s*\)|_+)"
_COUNTED = rf"总?的?(?:次数|{_MANY}\s*次)"
_THERE = r"(?:位于|在|处于)?(?:表|该表|此表|其|[A-Z]|它)?[中里]?"
_KEYS = rf"{_KEY}(?:\s*[、,和与及]\s*{_KEY}){{0,2}}(?!\s*[,、]\s*\d)"
_SOUGHT = r"(?:到|关键字|关键码|元素|记录|数据|值|为|是|等于|给定值|key|k|=)*"
_LEXICON = (
    ("halving", rf"(?:折半|二分|对分)(?={_FIND}{_SOUGHT}\s*{_KEY})"),
    ("halving", rf"(?:折半|二分|对分)(?:{_FIND})?(?:法|算法|方法|策略|技术)?(?!插入)(?:\(?(?:折半|二分|对分){_FIND}\)?)?(?:进行)?"),
    ("block", rf"(?:分块|索引顺序){_FIND}(?:法|算法|方法)?|[按用]?分块{_FIND}的?要求"),
    ("sequential", rf"(?:从(?:前往后|头到尾)的?)?(?:顺序|直接){_FIND}(?:法|算法|方法)?"),
    ("tree", r"[请试]?(?:画出|画|给出)出?(?:相应|对应|此|该|其|它|描述|折半|二分|查找|过程|的){0,5}判定树"),
    ("decisions", rf"(?:描述)?(?:折半|二分)?(?:{_FIND})?(?:过程)?的?判定树"),
    (
        "given",
        rf"(?:若|如果|已知)?{_FIND}{_SOUGHT}\s*{_KEY}(?:的|这个)?(?:{_NOUN})?时?,?的?(?:需要?|共|关键字|进行|要)*比较(?:的?次数[为是]|了?)\s*\d+\s*次?(?![\d.])",
    ),
    ("places", r"(?:依次|先后)?被?比较[过了]?的?(?:元素)?的?(?:下标|位置)(?:依次|分别)?"),
    (
        "sequence",
        rf"(?:依次|先后|将|会|要|需要?){{0,3}}[与和同跟](?:表中|数组中)?的?(?:哪些|哪几个|下列|哪个|\(\s*\)|_+)?(?:{_NOUN})?(?:进行|作|做)?过?了?比较(?:大小)?|(?:依次|先后)?被?比较[过了]?的?(?:{_NOUN})+的?(?:序列|依次|先后|有哪些)?|(?:{_NOUN})?的?比较的?(?:序列|顺序|次序)|(?:依次|先后|将|会|要|需要?){{0,3}}比较[过了]?的?是?(?:哪些|哪几个)(?:{_NOUN})?",
    ),
    (
        "key",
        rf"(?:要|若|当|用|现|如果|如|分别|依次|在表中|从表中|在其中|在该表中|在){{0,3}}(?:{_FIND}|找)(?:表中|其中)?{_SOUGHT}\s*{_KEYS}(?:的|这|两个|三个|几个|各)*(?:{_NOUN})?(?:时|成功|的过程中?)?",
    ),
    ("row", _ROW),
    ("array", r"(?<![A-Za-z])[A-Za-z]\s*\[?\s*[01]\s*(?:\.{2,}|~|…+|-+|到)\s*\d+\s*\]?(?![\d.])"),
    (
        "level",
        rf"(?:共|一共)?有?(?:{_MANY}\s*个{_NOUN}的?)?{_FIND}长度[为是]\s*{INTEGER}(?:的{_NOUN})?的?(?:共?有?(?:{_MANY}个)|(?:个数|数目|数))?|(?:需要?|经过|恰好|只|要|必须|用|进行){{0,2}}(?:{_NOUN})?比较了?\s*{INTEGER}\s*次(?:关键字)?[就才可便即后]?(?:能|可以?|够)?(?:{_FIND}|找到|查到)?(?:成功)?到?的?(?:{_NOUN})?的?[共有]?(?:{_MANY}个|(?:个数|数目|数))?",
    ),
    ("root", r"每个?(?:子块|子表|块)(?:的|均|都|长度|大小|长|元素|个数|为|是|有|取)*\s*(?:根号|√)\s*\(?\s*n\s*\)?(?![A-Za-z0-9])"),
    (
        "best_blocks",
        rf"(?:为了?)?(?:提高|使)?(?:顺序)?(?:{_FIND})?(?:索引表)?[和与及]?(?:顺序)?(?:{_FIND})?(?:某个|某一)?(?:子?块)?的?(?:{_FIND})?(?:效率)?(?:最高|最佳|最好)?,?(?:应|最好|则|可|将|把|该|表|它|应该)*划?分[成为]{_MANY}\s*个?子?块(?:最(?:好|佳|合适|理想))?",
    ),
    ("blocks", rf"(?:均匀地?|平均|等)?[划等]?分[成为]了?\s*{INTEGER}\s*个?(?:长度相等的|等长的|大小相等的)?子?块"),
    (
        "size",
        rf"(?:其中|且)?每个?(?:子块|子表|块)(?:中|内|里|的|均|都|含|包含|有|长度|大小|长|元素|个数|为|是|各|共|记录)*\s*{INTEGER}\s*个?(?:{_NOUN})?",
    ),
    ("best", r"(?:每个?块)?的?(?:最佳|最理想|最优|理想)的?(?:块长|块的?大小|每?个?分?块的?(?:长度|长|大小)|(?:长度|大小))"),
    (
        "part",
        r"(?:若|如果)?[对用在]?(?:索引表|索引|块间|子?块内|在?所?(?:确定|找到)?的?(?:子块|子表|块)[中内里]|子块|子表|(?:元素|记录)?所在的?子?块|块[中内])",
    ),
    (
        "count",
        rf"(?:共|有|含|这|由|包含|具有)*{INTEGER}\s*个(?:有序|不同|互异|升序|递增|按关键字|已|排好序|排列|的)*{_NOUN}|{_NOUN}的?(?:个数|总数|数目|数)n?(?:为|是|=)\s*{INTEGER}",
    ),
    ("length", rf"(?:表长|长度|(?<![A-Za-z])n)n?(?:为|是|=|n=)*\s*{INTEGER}(?![.\d])"),
    ("place", rf"{_FIND}(?:到|其中|表中|的)*第\s*{INTEGER}\s*个(?:位置|{_NOUN})?"),
    ("both", r"成功时?[和与、及](?:查找|检索)?(?:失败|不成功)时?|(?:失败|不成功)时?[和与、及](?:查找|检索)?成功时?"),
    ("failure", rf"失败|不成功|{_THERE}(?:不存在|没有)的(?:{_NOUN})?"),
    ("success", rf"成功|{_THERE}(?:已有|存在|已存在|已经存在|含有)的(?:某个?)?(?:{_NOUN})?"),
    (
        "average",
        rf"(?:平均)(?:需要?)?(?:{_FIND}|比较)的?(?:长度|次数|{_MANY}次)|平均的?(?:{_NOUN})?的?比较{_COUNTED}|(?<![A-Za-z])ASL(?![A-Za-z])",
    ),
    ("most", r"在?最坏的?(?:情况|情形)?下?的?|最多|至多|最大|不超过|最长"),
    ("least", r"最少|至少|最小"),
    (
        "compared",
        rf"(?:{_NOUN}|和|与|给定值|之间|间|的|进行|作|做|需要?|要|应|共|经过|所|一共|总共|确定|才能|可|须|必须|总)*(?:(?:比较|{_FIND})的?(?:{_NOUN})?{_COUNTED}|{_MANY}\s*次(?:{_NOUN}|之间|间|的)*(?:比较|{_FIND})|比较{_MANY}\s*次|{_MANY}\s*次(?=才能?(?:确定|判定)))(?:{_NOUN})?|(?:{_FIND})长度",
    ),
    ("height", r"树?的?(?:高度|深度|树高)|树高"),
    ("rounded", r"\(?\s*(?:mid|m)?\s*=?\s*⌊\s*\(\s*low\s*\+\s*high\s*\)\s*/\s*2\s*⌋\s*\)?"),
    ("element", rf"(?:{_FIND}|查)(?:元素|等于)*\s*[A-Za-z]\s*\[?\s*\d+\s*\]?(?:的元素)?时?"),
    ("rounded", r"\(?[设取]?(?:中间)?的?(?:位置|下标|mid)?时?[为是取按均都]*向下取整\)?"),
    ("equal", r"在?(?:各元素|每个元素|各个元素|各记录)?的?(?:查找|检索)?(?:概率[都均]?相等|等概率)的?(?:情况|条件|前提|假设)?[下时]?的?"),
    ("which", r"\(\s*\)|_+|多少|几|什么|哪一?[个种些]?"),
    ("name", r"(?<![A-Za-z0-9])[A-Z](?![A-Za-z0-9])(?:\s*=)?|为?(?<![A-Za-z0-9])k(?:ey)?(?![A-Za-z0-9])"),
)
_ABSENT = rf"(?<=\d)\s*\((?:这个|该|此)?(?:{_NOUN})?(?:在)?(?:该|此)?表?[中里]?并?(?:没有|不存在|无此)(?:该|这个|此)?(?:{_NOUN})?\)"
"""Said of a key behind it: that it is not in the list."""
_LEAVES = rf"[共有]*(?P<count>{INTEGER})\s*个(?:查找)?(?:失败|外部)(?:[结节]点|位置|区间)(?:均|都|的|查找|为|是)*(?:等概率|概率相等)"
_KEYS_COMPARED = rf"只[算计](?:{_NOUN})的?比较的?次数"
_OWN = """
有序表 查找每个元素 每个元素 设有序表 设有序顺序表 设有序表中 有序顺序表 有序的顺序表 顺序表 有序数组 有序 数组 线性表 表 表中 静态 查找表 有序查找表 有序线性表 递增 升序 递增有序 升序排列 有序排列 按关键字有序 按关键字 关键字 元素 记录 顺序存储 的某线性表 某线性表
按 采用 用 使用 利用 法 方法 时 在 对 对于 进行 执行 查找 检索 搜索 查找时 查找过程 过程 需 需要 要 则 其 其中 它 该 此 一个 某 某个 任一 任意 给定 给定值 与 和 及 中 从 由 到 为 是 的 将 已知 设 现有 有 含有 含
假设 假定 若 当 情况 情况下 条件 下 各 各个 分别 依次 可 可以 能 能够 才能 可能 确定 确定成功 成功 大小 排列 排好序 按从小到大 从小到大 平均 长度 次 过 顺序 存储 存放 结构 一维 等 也 均 都 来 块 元素所在
结果 集合 序列 关键字序列 建立 索引 索引表 按照 要求 以 且 并 试 求 计算 所 所需 需进行 找到 可以找到 查到 找出 下标 范围
"""
_LOST = "最多 最少 至少 至多 最大 最小 多少 几 几个 多少个 什么 哪 哪个 哪些 次数 成功 平均 平均查找长度 比较 比较次数 不存在 是多少 为多少 顺序查找 折半查找 分块查找"


def _figure(mention: Mention) -> int:
    return to_int(patterns.findall(INTEGER, patterns.sub(r"^[^\d零一二三四五六七八九十百两]*一个", "", mention.text))[-1])


@every_part_asked
def recognise(text: str) -> Recognition | None:
    """What is asked of a search; None where it is something else.

    Raises:
        StayOut: not all of the text is understood.
    """
    text = patterns.sub(r"(?<![A-Za-z])([A-Za-z])\s*\[?\s*([01])\s*\.{2,}\s*(\d+)\s*\]?(?![\d.])", r"\1[\2~\3]", text)
    text, letters = _figures_for_letters(text)
    reading = opened(prepared(text))
    refuse_dangerous(reading)
    reading.refuse(r"排序法|插入排序|链表|斐波|插值|二叉(?:排序|查找|搜索)|概率[为是不]|向上取整|排序(?!好)|无序|散列|哈希|平衡")
    absent = [int(patterns.findall(r"\d+", reading.text[: match.start()])[-1]) for match in reading.take_all(_ABSENT)]
    leaves = [to_int(match["count"]) for match in reading.take_all(_LEAVES)]
    reading.take_all(_KEYS_COMPARED)
    found = mentions(reading.rest, _LEXICON, _OWN, _LOST)
    said = sorts(found)
    methods = said & {"halving", "sequential", "block"} | ({"halving"} if said & {"tree", "decisions"} else set())
    if not methods:
        return None
    if methods not in ({"halving"}, {"sequential"}, {"block"}, {"block", "sequential"}):
        stay_out("several ways")
    method = "block" if "block" in methods else methods.pop()
    rows = [[int(figure) for figure in patterns.findall(r"\d+", mention.text)] for mention in found if mention.sort == "row"]
    counts = {len(row) for row in rows} | {_figure(mention) for mention in found if mention.sort in ("count", "length")}
    begins: set[int] = set()
    for mention in found:
        if mention.sort == "array":
            first, last = (int(figure) for figure in patterns.findall(r"\d+", mention.text))
            counts.add(last - first + 1)
            begins.add(first)
    figures: dict[str, Any] = {}
    if method == "block":
        for name in ("blocks", "size"):
            told = {_figure(mention) for mention in found if mention.sort == name}
            if len(told) > 1:
                stay_out(name)
            figures |= {name: told.pop()} if told else {}
        if "root" in said:
            if figures:
                stay_out("how long the blocks are")
            figures["root"] = True
    elif said & {"blocks", "size", "best", "best_blocks", "part", "root"}:
        stay_out("blocks")
    if len(counts) != 1 or any(row != rows[0] for row in rows):
        stay_out("how long the list is")
    count = counts.pop()
    if any(leaf != count + 1 for leaf in leaves) or (leaves and method != "halving"):
        stay_out("another number of ways to fail")
    if any(not rows or key in rows[0] for key in absent):
        stay_out("whether the key is in the list")
    if not 2 <= count <= 10**6 or (rows and (rows[0] != sorted(set(rows[0])) and method != "sequential")):
        stay_out("a list that is not sorted")
    asked = _asked(found, method)
    if not asked:
        return None
    if any(task[0] in ("places", "element") for task in asked):
        if len(begins) != 1 or method != "halving":
            stay_out("from where places are counted")
        figures["begin"] = begins.pop()
    keys: list[Any] = list(rows[0]) if rows else []
    for mention in found:
        if mention.sort == "given":
            key, times = (int(figure) for figure in patterns.findall(r"\d+", mention.text))
            if method != "halving" or key not in keys or lengths(count)[keys.index(key)] != times:
                stay_out("searches that go otherwise")
    if letters:
        keys = [letters[key] for key in keys]
        asked = [[task, letters.get(key, key)] if task in ("compared", "sequence") else [task, key, *rest] for task, key, *rest in asked]
        rows = [keys]
    return Recognition(
        parameters={"method": method, "count": count, "keys": keys or None, **figures, "asked": asked},
        understood=(
            ("查找", {"halving": "折半查找", "sequential": "顺序查找", "block": "分块查找"}[method]),
            ("表", listed(rows[0]) if rows else f"{count} 个元素"),
            *(((("分块", f"{figures['blocks']} 块"),)) if "blocks" in figures else ()),
            *(((("每块", f"{figures['size']} 个元素"),)) if "size" in figures else ()),
        ),
    )


_FIRST_FIGURE = 1001


def _figures_for_letters(text: str) -> tuple[str, dict[int, str]]:
    """The text with figures for the letters of a row in order, `b, c, d, q`, and the letters that they stand for."""
    row = patterns.search(r"(?<![A-Za-z0-9])[a-z](?:\s*[,、]\s*[a-z](?![A-Za-z0-9])){3,}", text)
    names = patterns.findall("[a-z]", row[0]) if row else []
    if names != sorted(set(names)):
        return text, {}
    figures = {name: _FIRST_FIGURE + place for place, name in enumerate(names)}
    return (
        patterns.sub(r"(?<![A-Za-z0-9])[a-z](?![A-Za-z0-9])", lambda letter: str(figures.get(letter[0], letter[0])), text),
        {figure: name for name, figure in figures.items()},
    )


def _asked(found: list[Mention], method: str) -> list[list[Any]]:
    """What is asked, in order."""
    asked: list[list[Any]] = []
    ends: list[str] = []
    bound = ""
    keys: list[list[Any]] = []
    for clause in clauses_of(found):
        kinds = sorts(clause)
        told = [end for end in ("success", "failure") if end in kinds or "both" in kinds]
        ends = told or ends
        bounds = [name for name in ("most", "least") if name in kinds]
        if len(bounds) > 1:
            stay_out("least and most in one breath")
        bound = bounds[0] if bounds else bound
        for mention in clause:
            if mention.sort == "key":
                keys = [["compared", int(figure)] for figure in patterns.findall(r"\d+", mention.text)]
            elif mention.sort == "place":
                keys = [["at", _figure(mention)]]
            elif mention.sort == "element":
                keys = [["element", _figure(mention)]]
        done = False
        for mention in clause:
            if mention.sort == "average":
                if bound or keys:
                    stay_out("an average of what")
                asked += [["average", end] for end in ends or ["success"]]
            elif mention.sort == "sequence" and not (kinds & {"compared", "average"} and not patterns.search("哪|序列|依次", mention.text)):
                if not keys or keys[0][0] != "compared":
                    stay_out("the comparisons of which search")
                asked += [["sequence", key[1]] for key in keys]
            elif mention.sort == "places":
                if not keys or keys[0][0] != "element":
                    stay_out("the places of which search")
                asked.append(["places", keys[0][1]])
            elif mention.sort == "compared":
                if "average" in kinds:
                    continue
                if keys:
                    if bound or done:
                        stay_out("a bound of one search")
                    asked += [list(key) for key in keys]
                elif bound:
                    if len(ends) > 1 or (not ends and bound == "least" and not sorts(found) >= {"most", "least"}):
                        stay_out("least or most of which searches")
                    asked.append([bound, ends[0] if ends else "success"])
                else:
                    stay_out("comparisons of what")
            elif mention.sort == "level":
                if method != "halving" or ends == ["failure"] or bound:
                    stay_out("so many comparisons")
                asked.append(["level", to_int(patterns.findall(rf"(?:比较了?|长度[为是])\s*({INTEGER})", mention.text)[0])])
            elif mention.sort in ("height", "tree", "best", "best_blocks"):
                asked.append([mention.sort])
            else:
                continue
            done = True
        if done:
            keys, bound = [], ""
    if keys or (bound and not asked):
        stay_out("a search of which nothing is asked")
    return [task for number, task in enumerate(asked) if task not in asked[:number]]
