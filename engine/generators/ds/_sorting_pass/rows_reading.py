"""Reading problems that tell rows after passes: which method, or which increments, make them; and how a heap comes to be.

Each row of the text is what the words before it call it: the row to begin with, or the row after the k-th pass.
"""

from __future__ import annotations

import re
from typing import Any

from engine.generators import patterns
from engine.generators.ds._clauses import count_of, opened
from engine.generators.ds._settling import settle
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.reading import INTEGER, SEQUENCE, Reading, stay_out, to_int, to_ints

_OWN = """
一组 一组数据 数据 序列 初始 初始序列 初始数据 数据序列 数据元素 数据元素序列 关键字 关键字序列 元素 记录 数组 线性表 待排序 待排序列 原始 原始序列 排序 排 进行 采用 使用 用 利用 某 某种 一种 下列 以下 方法 算法 排序方法 排序算法 之一 得到 结果 排序结果 的结果 如下 分别 依次 是 为 若 前 趟 各趟 每趟 该 该趟 此 次 后 之后 结束后 中 则 那么 变为 变成 对 经 经过 可能 最可能 只能 应该 应
升序 从小到大 由小到大 递增 希尔 希尔排序 增量 步长 间隔 增量序列 两趟 三趟 一趟 第一趟 第二趟 第三趟 状态 变化 情况 变化情况 过程 排序过程 插入 初始为空的 初始为空 空 空的 堆 建成 建 建立 逐个 按 顺序 次序 过程中
"""
_ASKED_METHOD = (
    r"(?:则|那么|请问|问|,)*(?:该|此|这个|这种|所用的?|所?采用的?|所?使用的?|可能采用的?|其)*的?(?:排序)?(?:方法|算法)(?:最?可能|应该?|应当|只能|一定)?(?:是|为|采用的?是|用的是|属于)\s*(?:哪(?:种|个|一种)|什么)?(?:排序)?(?:方法|算法)?(?=[\s()。?]*$)"
    r"|(?:则|那么)?在?(?:下列|以下|下面)(?:各|几种)?(?:排序)?(?:方法|算法)中?,?(?:可能|所|被)?(?:采用|使用|用)的?(?:可能)?[是为](?=[\s()。?]*(?:$|\n))"
    r"|(?:采用|用|使用)的?是?(?:哪一?种|什么|何种)(?:排序)?(?:方法|算法)?(?:排序)?(?=[\s()。?]*$)|(?:下列|以下)?(?:哪一?种|什么)(?:排序)?(?:方法|算法)"
)
_ASKED_INCREMENTS = r"(?:则|那么|请问|问|,)*(?:该|此|这|第\s*[1一]\s*|两|2|三|3|前|各|每|趟|次|排序|所|用|使用|采用|选用|的|可能|依次)*(?:增量|步长|间隔)(?:\((?:增量|步长|间隔)\))?(?:序列)?d?\s*(?:依次|分别|最?可能|应该?|应|各)*(?:是|为|取|=)*\s*(?:多少|几|什么|哪些|\?)?(?=[\s()。?]*$)"


def row_of_passes(reading: Reading) -> tuple[list[int] | None, list[tuple[int, list[int]]]] | None:
    """(the row to begin with, [(number of the pass, the row after it)]), taken; None where a row is called nothing or two things.

    Raises:
        StayOut: rows of different keys.
    """
    begun: list[int] | None = None
    passes: list[tuple[int, list[int]]] = []
    for match in list(patterns.finditer(SEQUENCE, reading.rest)):
        keys = list(to_ints(match[0]))
        before = patterns.split(r"[。;?!\n]", reading.text[: match.start()])[-1]
        told = list(patterns.finditer(rf"第\s*({INTEGER})\s*[趟轮次]|(?<!第)([一1])\s*[趟轮](?:排序)?(?:后|之后|结束|得到|的结果)", before))
        if told and "," not in before[told[-1].end() :] + ",":
            return None
        if told:
            passes.append((to_int(told[-1][1] or told[-1][2]), keys))
        elif begun is None:
            begun = keys
        elif begun != keys:
            return None
    rows = [row for _, row in passes] + ([begun] if begun else [])
    if not passes or len({number for number, _ in passes}) != len(passes):
        return None
    if any(sorted(row) != sorted(rows[0]) for row in rows) or len(set(rows[0])) != len(rows[0]) or not 5 <= len(rows[0]) <= 24:
        stay_out("rows of other keys")
    reading.take_all(SEQUENCE)
    return begun, sorted(passes)


def _settled(reading: Reading) -> None:
    """Take how the passes are numbered and in which order it is sorted, and look at what is left.

    Raises:
        StayOut: something is left that could change the answer.
    """
    reading.take_all(
        rf"第\s*{INTEGER}\s*[趟轮次](?:排序)?的?(?:结束|完成)?(?:之?后)?的?(?:排序)?(?:结果|序列)?(?:得到)?[为是:]?|前\s*{INTEGER}\s*[趟轮](?:排序)?的?(?:结果|序列)?|这?{INTEGER}\s*[趟轮](?:排序)?(?:后|之后|的结果)?"
    )
    reading.take_all(r"\(?按?照?(?:从?小到大|由小到大|升序|递增)的?(?:次序|顺序|排列|排序)?\)?|之一")
    reading.refuse(r"降序|从大到小|由大到小|递减|链表|删除|比较|移动|交换|稳定")
    settle(reading, _OWN)


def told_rows(text: str) -> Recognition | None:
    """The method, or the increments, that make the rows that are told after passes; None where that is not asked."""
    reading = opened(text)
    shell = patterns.search("希尔|Shell|缩小增量", reading.text, re.IGNORECASE) is not None
    asked = reading.take(_ASKED_INCREMENTS if shell else _ASKED_METHOD)
    if asked is None or (told := row_of_passes(reading)) is None:
        return None
    begun, passes = told
    if count_of(reading, "(?<!一个)(?:关键字|元素|整数|记录)") not in (None, len(passes[0][1])):
        stay_out("another number of keys")
    if shell:
        reading.take_all(r"(?:希尔|Shell|缩小增量)(?:排序)?(?:法|算法|方法)?")
    _settled(reading)
    if [number for number, _ in passes] != list(range(1, len(passes) + 1)) and (shell or begun is None):
        return None
    rows = [row for _, row in passes]
    shown = tuple((f"第 {number} 趟后", listed(row)) for number, row in passes)
    parameters: dict[str, Any] = {"task": "increments" if shell else "methods", "keys": begun, "rows": rows}
    if not shell:
        parameters["numbers"] = [number for number, _ in passes]
    return Recognition(
        parameters=parameters,
        understood=(*((("初始序列", listed(begun)),) if begun else ()), *shown, ("求", "增量" if shell else "排序方法")),
    )


def heap_made(text: str) -> Recognition | None:
    """The heap that keys inserted one by one make, the rows through which a heap is built, or the comparisons that takes; None where none is asked.

    Raises:
        StayOut: something in the text is not understood.
    """
    reading = opened(text)
    kind = r"(?P<kind>大根|大顶|最大|小根|小顶|最小)堆"
    changes = reading.take(
        rf"(?:调整|建|构造|转换|变)[成为立建]?(?:一个)?(?:初始)?{kind}(?:时|的过程中?|过程中)?,?的?(?:下列|以下)?(?:序列|堆)?的?(?:正确的?)?(?:序列)?(?:变化|调整)的?过程,?(?:正确的)?[是为]?(?=[\s()。?:]*$)"
    ) or reading.take(
        rf"(?:调整|建|构造|转换|变)[成为立建]?(?:一个)?(?:初始)?{kind}(?:时|的过程中?|过程中)?,?(?:正确的)(?:序列)?变化过程[是为]?(?=[\s()。?:]*$)"
    )
    inserted = None
    if changes is None:
        inserted = reading.take(
            rf"(?:用|采用|按)?(?:插入法)?(?:依次|逐个|逐一|一个一个)地?插入(?:的方法|法)?来?,?(?:建立?|建成|构造|得到|形成)(?:一个)?{kind}"
        ) or reading.take(
            rf"(?:依次|逐个|逐一|顺序|先后|一个一个地?|按序|按顺序|按此顺序)地?插入到?(?:一个)?(?:初始)?时?为?空?的?{kind}H?[中里]?|[向往在](?:一个)?(?:初始)?为?空的?{kind.replace('kind', 'other')}H?[中里](?:依次|逐个|逐一|顺序)插入"
        )
    counted = None
    if changes is None and inserted is None:
        counted = reading.take(
            rf"(?:用|采用)?(?:筛选法|自底向上|自下而上)?(?:将其|把它)?(?:调整|建|构造|初始化?)[成为立建]?(?:一个)?的?(?:初始)?的?{kind}"
        )
    told = changes or inserted or counted
    if told is None:
        return None
    rows = {tuple(to_ints(match[0])) for match in reading.take_all(SEQUENCE)}
    asked = [
        (match.start(), name)
        for name, pattern in (
            (
                "compared",
                r"(?:建堆|建成|调整)?的?(?:整个)?(?:过程)?中?(?:共|一共|总共|需要?|要|进行|做|了|关键字|元素|之间|的){0,5}(?:比较了?(?:关键字|元素)?的?(?:多少|几)次(?:关键字|元素)?|比较的?总?次数[是为]?(?:多少|几)?|(?:多少|几)次(?:关键字|元素)?的?比较)",
            ),
            (
                "row",
                r"(?:则|,|那么)?(?:最后|最终|所得|得到|建成|建好|插入完成)?的?(?:初始)?(?:这个?)?(?:堆|H|大根堆|小根堆|层序|层次)的?(?:层序|层次)?(?:遍历)?(?:序列|次序)?[是为](?:什么|怎样|多少)?|得到的(?:H|堆|序列|大根堆|小根堆|结果)[是为]?(?:什么)?",
            ),
        )
        for match in reading.take_all(pattern)
    ]
    reading.take_all(r"(?<![A-Za-z])H(?![A-Za-z])|筛选法|\(?[从按]?自底向上的?(?:方法)?\)?")
    reading.refuse(r"降序|堆排|输出|删除|取出|交换")
    settle(reading, _OWN + " 初始时 所有 全部 完成 所得 筛选法 整个")
    if len(rows) != 1:
        return None
    keys = list(rows.pop())
    if not 4 <= len(keys) <= 24 or len(set(keys)) != len(keys):
        stay_out("keys")
    names = [name for _, name in sorted(asked)]
    if counted is not None and "compared" not in names:
        return None
    if inserted is not None and not names:
        names = ["row"]
    named = told.groupdict()["kind"] or told.groupdict()["other"]
    largest = named[0] == "大" or named == "最大"
    way = "changes" if changes else "inserting" if inserted else "sifting"
    return Recognition(
        parameters={"task": "heap-made", "keys": keys, "largest": largest, "way": way, "asked": list(dict.fromkeys(names))},
        understood=(
            ("关键字", listed(keys)),
            ("求", f"{'依次插入空堆' if inserted else '筛选法建堆'}，{'大' if largest else '小'}根堆{'的变化过程' if changes else ''}"),
        ),
    )


_FEW = r"(?:第\s*)?(?P<number>[二两三123])\s*趟(?:排序)?(?:结束|完成)?(?:后|之后)?所?(?:得到)?的?(?:结果|序列)?"
_POSSIBLE = (
    rf"[是为]?(?:采用|用|某)?(?:下列|以下|下面)?的?(?:某一?种|一种|哪种|之一|某个)*(?:排序)?(?:方法|算法|排序)?(?:对.{{0,12}})?(?:进行)?(?:得到)?的?{_FEW},?(?:则|那么)?(?:该|此|这个|所采用的|采用的|可能采用的|所用的)*(?:排序)?(?:算法|方法)(?:只能|可能)(?:是|采用的?是?|为)",
    rf"(?:只能|只可能|可能|应该?)[是为](?:采用|用)?(?:下列|以下|下面)的?(?:各|几种|四种)?(?:排序)?(?:算法|方法)?中?的?(?:哪一?种)?(?:排序)?(?:算法|方法)?\s*\(?\s*\)?\s*(?:进行|经过|执行)?的?{_FEW}(?=[\s()。?]*$)",
)


def possible_method(text: str) -> Recognition | None:
    """Which of the pasted methods a row after some passes can come from, the row to begin with not told; None where that is not asked."""
    reading = opened(text)
    asked = reading.take(_POSSIBLE[0]) or reading.take(_POSSIBLE[1])
    if asked is None:
        return None
    found = reading.take_all(SEQUENCE)
    reading.take_all(r"\(?按?(?:从?小到大|升序|递增)的?(?:次序|顺序|排列|排序)?\)?|数据|只能|下列|某一种|若")
    settle(reading, _OWN)
    if len(found) != 1:
        return None
    keys = list(to_ints(found[0][0]))
    if len(set(keys)) != len(keys) or not 6 <= len(keys) <= 24:
        stay_out("keys")
    number = to_int(asked["number"])
    return Recognition(
        parameters={"task": "method", "keys": keys, "number": number},
        understood=(("序列", listed(keys)), ("求", f"哪种排序的第 {number} 趟可能得到它")),
    )


_ROW = re.compile(r"(?<![\d.])\(?\d+(?:[ \t]*[,、 ][ \t]*\d+){3,}\)?(?![\d.])")
_ROW_MARK = re.compile(r"\(\d\)|(?<=[\s;:])\d\s*[.、)](?=\s*\d+\s*[, ])")


def changing_rows(text: str) -> Recognition | None:
    """Which of the pasted methods makes rows that are told one after the other without a number; None where that is not asked."""
    marked = _ROW_MARK.sub("\n", text)
    rows = [list(to_ints(match[0])) for match in _ROW.finditer(marked)]
    if len(rows) < 3 or any(sorted(row) != sorted(rows[0]) for row in rows) or len(set(rows[0])) != len(rows[0]) or "趟" in text:
        return None
    reading = opened(_ROW.sub(" ", marked))
    if reading.take(_ASKED_METHOD) is None:
        return None
    reading.take_all(
        r"(?:数据|元素|关键字|序列|记录)*的?(?:排列)?(?:次序|序列|顺序)?在?(?:排序)?的?(?:过程)?中?的?变化(?:情况|过程)?(?:为|是|如下)*"
    )
    _settled(reading)
    passes = rows[1:] if rows[1] != rows[0] else rows[2:]
    return Recognition(
        parameters={
            "task": "methods",
            "keys": rows[0],
            "numbers": [],
            "rows": [row for row, before in zip(passes, [rows[0], *passes], strict=False) if row != before],
        },
        understood=(
            ("初始序列", listed(rows[0])),
            *((f"第 {number} 趟后", listed(row)) for number, row in enumerate(passes, 1)),
            ("求", "排序方法"),
        ),
    )
