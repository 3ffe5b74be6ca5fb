"""Problems about hash tables read by their mentions: keys, function, length and method in whatever order and wording, and what is asked of the table."""

from __future__ import annotations

from typing import Any

from engine.generators import patterns
from engine.generators.ds._clauses import every_part_asked, opened
from engine.generators.ds._mentions import Mention, clauses_of, mentions, sorts
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.reading import INTEGER, stay_out, to_int

_K = r"(?:key|K|x|i)"
_HASH = r"(?:散列|哈希|hash|杂凑)"
_MOD = r"(?:%|mod|取余|模)"
_RIGHT = rf"\(?\s*(?:(?P<factor>\d+)\s*[*×·]?\s*{_K}|{_K}\s*[*×·]\s*(?P<factor2>\d+)|\(?{_K}\)?)\s*(?:\+\s*(?P<addend>\d+))?\s*\)?\s*{_MOD}\s*(?P<divisor>\d+|[A-Za-z](?![A-Za-z]))"
_FUNCTION = rf"(?<![A-Za-z])(?:H(?:ash)?|f|h)\s*(?:\(?\s*{_K}\s*\)?)?\s*=\s*{_RIGHT}"
_ROW = r"\(?\s*(?<![\d.A-Za-z-])\d+(?:\s*[,、;]\s*\d+){2,}(?![\d.%])\s*\)?|(?<![\d.A-Za-z-])\d+(?: +\d+){3,}(?![\d.%])"
_KEY = r"(?:关键字|关键码|元素|记录|键值|数据|值为|键)"
_LEXICON = (
    ("function", _FUNCTION),
    (
        "squares",
        r"(?:d_?i?\s*(?:=|为)\s*)?1\s*(?:\*\s*1|\^\s*2)\s*[,、]\s*2\s*(?:\*\s*2|\^\s*2)\s*(?:[,、]\s*3\s*(?:\*\s*3|\^\s*2))?\s*[,、]?\s*(?:\.{2,}|…+)?(?:[,、]?\s*k\s*\^?\s*2)?",
    ),
    (
        "signed",
        r"(?:d_?i?\s*(?:=|为)\s*)?\+?1\s*\^\s*2\s*[,、]\s*-\s*1\s*\^\s*2\s*[,、]\s*\+?2\s*\^\s*2\s*(?:[,、]\s*-\s*2\s*\^\s*2)?\s*[,、]?\s*(?:\.{2,}|…+)?",
    ),
    ("units", r"d_?i?\s*(?:=|为)\s*(?:1\s*[,、]\s*2\s*[,、]\s*3?\s*[,、]?\s*(?:\.{2,}|…+)\s*(?:[,、]?\s*m\s*-\s*1)?|i)"),
    ("formula", rf"(?:其中|即|公式)?\s*(?<![A-Za-z])H_?i\s*=\s*\(\s*H\s*\(?\s*{_K}\s*\)?\s*\+\s*d_?i?\s*\)\s*{_MOD}\s*(?:\d+|m)"),
    (
        "meaning",
        rf"(?:其中)?{_K}(?:为|是|表示){_KEY}值?|(?:其中)?(?:MOD|%)(?:为|是|表示)(?:取余|求余|取模|求模)数?(?:运算)?符?|m(?:为|是|表示)(?:{_HASH}表)?表?长度?",
    ),
    ("row", _ROW),
    ("divided", r"(?:除留余数|除余)法?(?:\(?取?p\s*=\s*\d+\)?)?"),
    ("letter", r"[取令设]?(?<![A-Za-z])[pm]\s*(?:=|为|取)\s*\d+"),
    (
        "addresses",
        r"(?:地址|下标|存储|编号)?(?:空间|区间|范围)?[为是从]?\s*\(?0\s*(?:~|-+|到|至)\s*\d+\)?的?|(?<![A-Za-z])(?:A|HT|T|H|HA)\s*\(?\s*0\s*(?:~|\.{2,3})\s*\d+\s*\)?",
    ),
    (
        "length",
        rf"(?:{_HASH}?表)?的?表?(?:长度?|大小|容量|空间大小)m?\s*(?:为|是|=|取)?\s*(?:m\s*=\s*)?\d+|(?:表|{_HASH}表)(?:有|共有)?\s*\d+\s*个(?:存储)?(?:单元|位置)",
    ),
    ("step", r"\(?取?(?:Q|步长|增量)\s*(?:=|为|取|是)\s*\d+\)?"),
    ("linear", r"(?:开放(?:定址|地址)法?中?的?)?线性(?:补偿)?(?:探测|探查)(?:再散列)?法?(?:\(线性探测再散列法?\))?"),
    ("quadratic", r"(?:开放(?:定址|地址)法?中?的?)?(?:二次|平方)(?:探测|探查)(?:再散列)?(?:法|方法)?"),
    ("chaining", r"(?:链地址|拉链|链接|分离链接|链表|外链)法|拉链"),
    ("method", r"(?:处理|解决|消除)?(?:地址)?冲突的?(?:方法|办法|采用)?|开放(?:定址|地址)法?"),
    ("load", r"装[填载](?:\(载\))?因子"),
    (
        "success",
        r"(?:等概率的?(?:情况|条件|前提)?[下时]?)?的?(?:查找|检索|搜索)?成功(?:时|情况下)?的?(?:等概率(?:情况)?[下时]?)?的?(?:平均(?:查找|搜索|检索)长度|ASL)?|ASL_?(?:成功|succ(?:ess)?)",
    ),
    ("success", r"平均的?(?:查找)?成功的?(?:查找|搜索|检索)?(?:长度|次数)"),
    (
        "failure",
        r"平均的?(?:查找)?(?:失败|不成功)的?(?:查找|搜索|检索)?(?:长度|次数)|(?:查找|检索|搜索)?(?:不成功|失败)(?:时|情况下)?的?(?:平均(?:查找|搜索|检索)长度|ASL)?|ASL_?(?:不成功|失败|unsucc(?:ess)?)",
    ),
    ("average", r"平均(?:查找|搜索|检索)长度(?:\(?ASL\)?)?|平均(?:查找|比较|探测)次数|ASL"),
    ("of", rf"{_KEY}值?[为是]?\s*\d+(?!\d|\s*[,、]\s*\d)的?{_KEY}?"),
    ("place", rf"[在于]?(?:{_HASH})?表?[中里]?的?(?:存储|存放|实际|散列)?的?(?:位置|地址|下标|单元)号?"),
    (
        "compared",
        rf"(?:所?需要?|要|应)?(?:进行|做)?的?(?:比较|探测|探查|查找)的?(?:{_KEY})?的?次数|(?:所?需要?|要)?(?:比较|探测|查找)(?:多少|几)次|(?:多少|几)次(?:比较|探测)",
    ),
    ("table", rf"{_HASH}(?:存储)?表(?:HT|H|T|A)?(?![A-Za-z])"),
    ("count", rf"[共有这]*{INTEGER}个(?:{_KEY}|数)"),
    ("draw", r"(?:画出|写出|给出|填写|填)出?"),
    ("made", r"(?:构造|建立|造)出?"),
    ("which", r"\(\s*\)|_+|多少|几|什么|哪"),
)
_OWN = """
散列 哈希 散列函数 哈希函数 函数 依次 插入 存入 存放 存储 填入 装入 到 初始为空 初始 空 一组 关键字 关键码 关键字序列 序列 关键码序列 集合 顺序 次序 元素 采用 用 使用 按 对 设 给定 给出 计算 求 试 求出 并 其 该 的 为 是 表 在 中 将 有 等概率 情况 条件 下 示意图 图 状态 后 时 之后 假定 假设 每个 各 查找 概率 相等 相同 发生 产生 如下 已知 问 请 并求 计算出 试求 则 那么 完成 建 构造 建立 所 构造的 时采用 再 地址 各个 表示 现 要求 分别 和 及 HT
"""
_LOST = "多少 几 几个 多少个 什么 哪 哪个 最后结果 画出 写出 给出 是多少 为多少 等于多少 是几 构造 建立"


@every_part_asked
def recognise(text: str) -> Recognition | None:
    """A table and what is asked of it; None where it is something else."""
    if not patterns.search(r"散列|哈希|hash|杂凑", text, 2):
        return None
    text = patterns.sub(r"(?<=\d)\s*[.．]{2,}\s*\)", ")", text)
    found = mentions(opened(text).rest, _LEXICON, _OWN, _LOST)
    said = sorts(found)
    methods = said & {"linear", "quadratic", "chaining"}
    rows = {tuple(int(key) for key in patterns.findall(r"\d+", mention.text)) for mention in found if mention.sort == "row"}
    if len(methods) != 1 or len(rows) != 1:
        return None
    keys, method = list(rows.pop()), methods.pop()
    counts = {to_int(patterns.findall(INTEGER, mention.text)[0]) for mention in found if mention.sort == "count"}
    if len(set(keys)) != len(keys) or not 3 <= len(keys) <= 40 or counts - {len(keys)}:
        stay_out("keys")
    letters = {
        mention.text.strip("取令设 ")[0]: int(patterns.findall(r"\d+", mention.text)[-1]) for mention in found if mention.sort == "letter"
    }
    length = _length(found, letters)
    divisor, factor, addend = _function(found, letters, length)
    asked = _asked(found, keys)
    if not asked or len(keys) > 40:
        return None
    names = {name.partition(":")[0] for name in asked}
    parameters: dict[str, Any] = {"keys": keys, "asked": asked, "divisor": divisor}
    steps = {int(patterns.findall(r"\d+", mention.text)[-1]) for mention in found if mention.sort == "step"}
    if steps and (method != "linear" or len(steps) > 1):
        stay_out("a step")
    if (
        (said & {"squares", "signed"} and method != "quadratic")
        or ("units" in said and method != "linear")
        or {"squares", "signed"} <= said
    ):
        stay_out("increments of another method")
    shown = {"linear": "线性探测法", "quadratic": "二次探测法", "chaining": "链地址法"}[method]
    if method == "chaining":
        if names & {"place", "compared", "load"}:
            return None
        parameters["method"] = "chaining"
    else:
        if length is None:
            if "failure" in names or "load" in names:
                return None
            stay_out("the length of the table")
        if not (divisor <= length <= 1000 and len(keys) <= length):
            return None
        parameters["length"] = length
        parameters["method"] = {"linear": "linear", "quadratic": "squares" if "squares" in said else "quadratic"}[method]
        if method == "quadratic":
            if "failure" in names:
                stay_out("a search that fails with squares")
            parameters |= {"signs": False} if not said & {"squares", "signed"} else {}
        if steps and (step := steps.pop()) != 1:
            if "failure" in names:
                stay_out("a search that fails with steps")
            parameters |= {"method": "double", "second": [step, "+", 1, 1]}
            shown = f"线性补偿探测法（每次加 {step}）"
        if method == "linear" and "failure" in names and len(keys) == length:
            return None
    parameters |= {"factor": factor} if factor != 1 else {}
    parameters |= {"addend": addend} if addend else {}
    product = "key" if factor == 1 else f"{factor} × key"
    return Recognition(
        parameters=parameters,
        understood=(
            ("散列函数", f"H(key) = {f'({product} + {addend})' if addend else product} mod {divisor}"),
            ("关键字", listed(keys)),
            ("冲突处理", shown),
            *((("表长", str(length)),) if method != "chaining" else ()),
        ),
    )


def _length(found: list[Mention], letters: dict[str, int]) -> int | None:
    """The table's length.

    Raises:
        StayOut: two lengths are told.
    """
    told: set[int] = set()
    for mention in found:
        if mention.sort == "length":
            told.add(int(patterns.findall(r"\d+", mention.text)[-1]))
        elif mention.sort == "addresses":
            told.add(int(patterns.findall(r"\d+", mention.text)[-1]) + 1)
        elif mention.sort == "formula" and (figure := patterns.search(r"\d+$", mention.text)):
            told.add(int(figure[0]))
    if "m" in letters:
        told.add(letters["m"])
    if len(told) > 1:
        stay_out("two lengths")
    return next(iter(told), None)


def _function(found: list[Mention], letters: dict[str, int], length: int | None) -> tuple[int, int, int]:
    """(divisor, factor, addend) of the function.

    Raises:
        StayOut: it is not told, or told twice.
    """
    told: set[tuple[int, int, int]] = set()
    for mention in found:
        if mention.sort == "function" and (parts := patterns.fullmatch(_FUNCTION, mention.text, 2)):
            named = parts["divisor"]
            divisor = int(named) if named.isdigit() else letters.get(named.lower())
            if divisor is None and named.lower() == "m":
                divisor = length
            if divisor is None:
                stay_out("modulo what")
            told.add((divisor, int(parts["factor"] or parts["factor2"] or 1), int(parts["addend"] or 0)))
        elif mention.sort == "divided" and (figure := patterns.search(r"\d+", mention.text)):
            told.add((int(figure[0]), 1, 0))
    if not told and any(mention.sort == "divided" for mention in found) and "p" in letters:
        told.add((letters["p"], 1, 0))
    if len(told) != 1:
        stay_out("the function")
    return told.pop()


def _asked(found: list[Mention], keys: list[int]) -> list[str]:
    """What is asked, in order.

    Raises:
        StayOut: something of a key that is not in the table.
    """
    asked: list[str] = []
    clauses = clauses_of(found)
    for clause in clauses:
        said = sorts(clause)
        key = next((int(patterns.findall(r"\d+", mention.text)[0]) for mention in clause if mention.sort == "of"), None)
        if key is not None and key not in keys:
            stay_out("a key that is not in the table")
        for mention in clause:
            if mention.sort in ("success", "failure"):
                asked.append(mention.sort)
            elif (
                mention.sort == "average"
                and not {"success", "failure"} & {each.partition(":")[0] for each in asked}
                and not said & {"success", "failure"}
            ):
                asked += ["success", "failure"]
            elif mention.sort in ("place", "compared") and key is not None:
                asked.append(f"{mention.sort}:{key}")
            elif mention.sort == "compared":
                stay_out("how often what is compared")
            elif mention.sort == "load":
                asked.append("load")
        if "table" in said and "draw" in said:
            asked.append("table")
        if key is not None and not said & {"place", "compared"}:
            stay_out("a key of which nothing is asked")
    if not asked and any({"table", "made"} <= sorts(clause) for clause in clauses):
        asked = ["table"]
    return list(dict.fromkeys(asked))
