"""Sorting by hand read by its mentions: a row, a method or what is done to a heap, and which rows are asked, whatever the wording."""

from __future__ import annotations

from typing import Any

from engine.generators import patterns
from engine.generators.ds._clauses import every_part_asked, opened
from engine.generators.ds._mentions import END, Mention, mentions, sorts
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.reading import INTEGER, stay_out, to_int

_KEY = r"(?<![A-Za-z0-9.])-?\d+(?![A-Za-z0-9.%*])"
_ROW = rf"\(?\s*(?:{_KEY}(?:\s*[,、;]\s*{_KEY}){{3,}}|(?<![\d-])\d+(?: +\d+){{3,}}(?!\d))\s*\)?"
_WAY = r"的?(?:排序)?的?(?:方法|算法|法)?"
_ORDINAL = rf"第\s*{INTEGER}"
_PASS_WORD = r"[趟轮遍]"
_WORK = r"的?(?:排序|(?:归并|冒泡|选择|插入|起泡)(?!排序)|划分|分配和?收集|扫描|处理)?(?:操作|过程)?"

_LEXICON = (
    ("row", _ROW),
    ("insertion", rf"(?:直接|折半|二分)插入(?:排序)?{_WAY}|插入排序{_WAY}"),
    ("bubble", rf"(?:冒泡|起泡)(?:排序)?{_WAY}"),
    ("selection", rf"(?:简单|直接)?选择排序{_WAY}|(?:简单|直接)选择{_WAY}"),
    ("shell", rf"(?:希尔|shell){_WAY}"),
    ("merge", rf"(?:二路|两路|2-?路)?的?归并(?:排序){_WAY}|(?:二路|两路|2-?路)的?归并{_WAY}"),
    ("quick", rf"(?:快速排序|快排)的?(?:划分)?{_WAY}|快速排序划分"),
    ("radix", rf"(?:链式)?基数排序{_WAY}"),
    ("sort", rf"堆排序?(?=排|方|法|算|的|对|从|时|过|,|。|$){_WAY}|堆排序{_WAY}"),
    ("max", r"(?:大根|大顶|最大)堆(?:\((?:大根|大顶|最大)堆\))?"),
    ("min", r"(?:小根|小顶|最小)堆(?:\((?:小根|小顶|最小)堆\))?"),
    ("descending", r"[按以用]?照?(?:关键字|元素值|值)?(?:从大到小|由大到小|降序|递减|非递增)的?(?:顺序|次序|方式|序(?!列))?(?:排列|排序)?"),
    ("ascending", r"[按以用]?照?(?:关键字|元素值|值)?(?:从小到大|由小到大|升序|递增|非递减)的?(?:顺序|次序|方式|序(?!列))?(?:排列|排序)?"),
    (
        "pivot",
        r"(?:以|用|取|选|选取|并以|且以)?(?:第一|第1|首)个?(?:记录|元素|数据|数)?的?(?:关键字)?\s*(?P<key>-?\d+)?\s*[作做]?[为是](?:枢轴|基准|支点|分割|划分|分界|中轴|轴)(?:元素|值|记录|关键字|元)?|"
        r"(?:枢轴|基准|支点)(?:元素)?[取选为是](?:第一|首)个(?:元素|记录)",
    ),
    ("gaps", r"(?:增量|步长|间隔)(?:序列)?(?:d|di)?(?:分别|依次|各)*(?:取|选|为|是|=|:)*\s*\(?\d+(?:\s*(?:[,、和]|再取)\s*\d+)+\)?"),
    ("gap", r"(?:增量|步长|间隔)(?:d1?|gap)?(?:为|是|=|取)*\s*\d+|(?<![A-Za-z])d1?\s*=\s*\d+"),
    (
        "front",
        r"(?:每趟)?都?从前[往向到]后(?:依次)?(?:扫描|比较|进行)?|[把将]?(?:最?[大小])[的者数](?:元素)?(?:沉底|下沉|后移|沉到最?后面?)",
    ),
    ("back", r"(?:每趟)?都?从后[往向到]前(?:依次)?(?:扫描|比较|进行)?|[把将]?(?:最?[大小])[的者数](?:元素)?(?:上浮|前移|冒到最?前面?)"),
    ("few", rf"第\s*{INTEGER}\s*(?:[、和与,]\s*第?\s*{INTEGER}\s*)+{_PASS_WORD}{_WORK}"),
    ("few", rf"{_ORDINAL}{_PASS_WORD}{_WORK}(?:[、和与及]\s*{_ORDINAL}{_PASS_WORD}{_WORK})+"),
    (
        "each",
        rf"(?:每一?|各){_PASS_WORD}{_WORK}(?:结束|完成)?(?:之?后|时)?的?|前\s*{INTEGER}\s*{_PASS_WORD}{_WORK}(?:结束|完成)?(?:之?后)?",
    ),
    ("each", r"(?:归并|排序|划分|每趟)的?全?过程(?=[,。;?]|$)"),
    ("pass", rf"{_ORDINAL}\s*{_PASS_WORD}{_WORK}(?:结束|完成)?(?:之?后|时)?"),
    ("passes", rf"{INTEGER}\s*(?:{_PASS_WORD}|次(?=划分)){_WORK}(?:结束|完成)?(?:之?后|时)?"),
    ("head", rf"前\s*(?P<head>{INTEGER})\s*[个条项](?:记录|元素|数据)?的?(?:关键字)?"),
    (
        "remove",
        rf"输出了?(?:一个)?堆顶(?:元素)?(?:\(?[与和](?:末|最后一个|末尾|堆尾)的?元素(?:交换)\)?)?[并后再]*(?:重新)?调整(?:成堆)?(?:一次)?(?=[^。]*(?:剩余|余下|剩下))|(?:连续|再|然后|依次)*(?:(?:删除|删去|删掉|去掉|取走)了?掉?(?P<often>{INTEGER})?[次个]?(?:堆顶|最大|最小|根)?的?(?:元素|关键字|结点|值|数)?(?:(?P<later>{INTEGER})次)?)",
    ),
    ("insert", rf"再?[向在]?(?:堆|该堆|此堆)?中?(?:插入|加入)(?:一个)?新?的?(?:元素|关键字|结点|数据)?值?为?\s*(?P<new>{_KEY})"),
    (
        "built",
        r"(?:建立?|构造|构建|构成|建成|调整|整理|初始化|筛选)[成为]?(?:一个)?(?:初始)?的?(?=大|小|最|堆)|建堆(?:操作)?|初始堆|初始建堆",
    ),
    ("heap", r"(?:堆顶)?新?堆"),
    ("left", rf"(?:剩余|余下|剩下)的?\s*{INTEGER}\s*个元素的?"),
    ("count", rf"[共有这]*(?<!剩余)(?<!余下){INTEGER}个(?:元素|记录|关键字|数据|整数|数)"),
    ("result", r"(?:排序)?的?结果(?:序列)?|序列(?:状态)?|状态|排列(?:次序|顺序)?|(?:数据|元素)?的?(?:排序|次序|顺序)(?=是|为|\(|[,。]|$)"),
    ("which", r"\(\s*\)|_+|哪一?[个项种]|什么|多少|怎样|写出|给出|画出|求"),
    ("sorting", r"排序(?:过程|处理)?"),
)
_OWN = """
关键字 关键码 排序码 记录 初始 一组 一个 无序 待排序 待 排 进行 对 用 采用 使用 按 执行 经过 完成 之后 以后 后 得到 得到的 最后 最后得到 各 该 则 其 有 设 设有 数据表 线性表 表 数组 存放 数据 整数 数据序列 元素序列 初始记录 关键字序列 时 变为 变成 为 是 应 得 操作 所得 所示 如下 一次 对其 对它 它们 分别 依次 整个 当前 新 新的 剩余 余下 的堆 元素 划分 划分后 方式 结束 结束后 画出 写出 给出 过程 筛选法 筛选 自底向上 自下而上 此时 之后需 重新调整 重新 并 每趟 且
"""
_LOST = "最后结果 多少 几 几个 什么 哪 哪个"
_METHODS = ("insertion", "bubble", "selection", "shell", "merge", "quick", "radix")
_NO_MORE = 24


@every_part_asked
def recognise(text: str) -> Recognition | None:
    """A row and what becomes of it; None where it is something else."""
    if not patterns.search(r"排序|堆|起泡|冒泡", text):
        return None
    found = mentions(opened(text).rest, _LEXICON, _OWN, _LOST)
    said = sorts(found)
    rows = {tuple(int(key) for key in patterns.findall(r"-?\d+", mention.text)) for mention in found if mention.sort == "row"}
    if len(rows) != 1 or {"ascending", "descending"} <= said or {"max", "min"} <= said:
        return None
    keys = list(rows.pop())
    counts = {to_int(patterns.findall(INTEGER, mention.text)[0]) for mention in found if mention.sort == "count"}
    if not 4 <= len(keys) <= _NO_MORE or counts - {len(keys)}:
        stay_out("keys")
    methods = [method for method in _METHODS if method in said]
    if not said & {"result", "which", "heap", "head", "max", "min"}:
        return None
    parameters: dict[str, Any] = {"task": "mentioned", "keys": keys, "descending": "descending" in said}
    if said & {"max", "min", "heap", "sort"}:
        return _heap(found, said, parameters) if not methods else None
    return _passes(found, said, parameters, methods)


def _figure(mention: Mention) -> int:
    return to_int(patterns.findall(INTEGER, mention.text)[0])


def _passes(found: list[Mention], said: set[str], parameters: dict[str, Any], methods: list[str]) -> Recognition | None:
    """Rows after passes of one method."""
    if len(methods) != 1 or said & {"remove", "insert", "built"}:
        return None
    method, keys = methods[0], parameters["keys"]
    gaps = [[int(gap) for gap in patterns.findall(r"\d+", mention.text)] for mention in found if mention.sort in ("gaps", "gap")]
    told = [mention for mention in found if mention.sort in ("few", "each", "pass", "passes")]
    wanted: list[int] | None = None
    for mention in told:
        figures = [to_int(figure) for figure in patterns.findall(INTEGER, patterns.sub(r"每一?|各", "", mention.text))]
        now = list(range(1, figures[0] + 1)) if mention.sort == "each" and figures else None if mention.sort == "each" else figures
        if wanted is not None and now != wanted and mention.sort in ("few", "each"):
            # `第一、二趟排序后的结果。第一趟:( ) 第二趟:( )`: the places to be filled in.
            stay_out("which passes")
        if wanted is None:
            wanted = now
        elif now is not None and not set(now) <= set(wanted):
            wanted = [*wanted, *(each for each in now if each not in wanted)]
    if not told:
        return None
    if method == "shell":
        if len(gaps) != 1 or any(not 1 <= gap < len(keys) for gap in gaps[0]):
            return None
        parameters["gaps"] = gaps[0]
        if len(gaps[0]) == 1 and wanted not in ([1], None):
            return None
    elif gaps:
        return None
    if len(set(keys)) != len(keys) and not (
        method in ("insertion", "bubble", "merge", "shell") or (method == "quick" and keys.count(keys[0]) == 1)
    ):
        return None
    if method == "radix" and (min(keys) < 0 or parameters["descending"]):
        return None
    pivots = [mention for mention in found if mention.sort == "pivot"]
    if pivots and (
        method != "quick"
        or any(key != str(keys[0]) for mention in pivots for key in patterns.findall(r"-?\d+(?!个)", mention.text.replace("第1个", "")))
    ):
        stay_out("another pivot")
    if method == "quick" and wanted != [1]:
        return None
    ends = said & {"front", "back"}
    if len(ends) > 1 or (ends and method != "bubble"):
        return None
    if ends:
        parameters["end"] = ends.pop()
    head = [_figure(mention) for mention in found if mention.sort == "head"]
    if head and (len(head) > 1 or wanted is None or len(wanted) != 1 or not 1 <= head[0] < len(keys)):
        return None
    parameters |= {"method": method, "wanted": wanted, **({"head": head[0]} if head else {}), "pivot": bool(pivots)}
    which = "每一趟" if wanted is None else "、".join(f"第 {each} 趟" for each in wanted)
    order = "从大到小" if parameters["descending"] else "从小到大"
    return Recognition(
        parameters=parameters,
        understood=(
            ("序列", listed(keys)),
            ("方法", f"{TITLES_OF[method]}（{order}）"),
            *((("增量", listed(gaps[0])),) if gaps else ()),
            ("求", f"{which}后的{f'前 {head[0]} 个' if head else '序列'}"),
        ),
    )


TITLES_OF = {
    "insertion": "直接插入排序",
    "bubble": "冒泡排序",
    "selection": "简单选择排序",
    "shell": "希尔排序",
    "merge": "二路归并排序",
    "quick": "快速排序",
    "radix": "基数排序",
}
"""What the methods are called."""


def _heap(found: list[Mention], said: set[str], parameters: dict[str, Any]) -> Recognition | None:
    """A heap that is built of a row, and what is done to it then."""
    keys = parameters["keys"]
    if said & {"pass", "passes", "few", "each", "head", "gaps", "gap", "pivot"} or len(set(keys)) != len(keys):
        return None
    if "built" not in said and not said & {"remove", "insert"}:
        return None
    row_at = next(mention.start for mention in found if mention.sort == "row")
    heap_at = min((mention.start for mention in found if mention.sort in ("built", "max", "min")), default=row_at)
    done: list[list[int | str]] = []
    for mention in found:
        if mention.sort == "remove":
            often = patterns.findall(INTEGER, mention.text)
            done += [["remove"]] * (to_int(often[0]) if often else 1)
        elif mention.sort == "insert":
            done.append(["insert", int(patterns.findall(r"-?\d+", mention.text)[-1])])
    if not 0 <= len(done) < len(keys) or any(step[0] == "insert" and step[1] in keys for step in done):
        stay_out("what is done")
    if "max" in said or "min" in said:
        largest: bool | None = "max" in said
    elif "sort" in said:
        largest = not parameters["descending"]
    else:
        largest = None
    if parameters["descending"] and largest and "sort" in said:
        return None
    if "built" not in said:
        stay_out("whether the row is a heap already")
    if heap_at < row_at and not done and largest is None:
        return None
    last = [mention.sort for mention in found if mention.sort != END][-2:]
    if not set(last) & {"result", "which", "heap", "max", "min", "built", "row"}:
        return None
    parameters |= {"method": "heap", "largest": largest, "done": done}
    top = {True: "大根堆", False: "小根堆", None: "堆"}[largest]
    steps = "、".join("删除堆顶" if step[0] == "remove" else f"插入 {step[1]}" for step in done)
    return Recognition(
        parameters=parameters, understood=(("序列", listed(keys)), ("求", f"建成的{top}{f'，再{steps}后的堆' if done else ''}"))
    )
