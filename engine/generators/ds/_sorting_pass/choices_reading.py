"""Reading problems about sorting that compare pasted rows, ask for the pivot of a row that is told, or change a heap several times."""

from __future__ import annotations

import re
from typing import Any

from engine.generators import patterns
from engine.generators.ds._clauses import opened, refuse_negative
from engine.generators.ds._settling import settle
from engine.generators.ds._sorting_pass.keys import row_of
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.reading import INTEGER, SEQUENCE, Reading, stay_out, to_int, to_ints

_OWN = """
排序 算法 方法 排序法 排序算法 排序方法 序列 数据序列 关键字序列 初始序列 四个 下面四个 各 各个 各组 几个 组 分别 对 对于 升序 数据 元素 记录 关键字 待排序 待排 初始 情形 情况 某 某次 某一次 一次 一趟 该次 该趟 本次 此次 进行 执行
过程 过程中 时 所需 需要 需 其 则 得到 后 得到的 为 是 中 经过 经 使用 采用 用 利用 一组 结果 有序表 有序 位置 寻找 查找 插入位置 为寻找 为找 堆 数组 表示 存储 存放 次序 顺序 表
"""
_ASCENDING = r"\(?(?:要求)?按?照?(?:关键字)?(?:从?小到大|由小到大|升序|递增|非递减)的?(?:次序|顺序|排列|排序|有序)?地?(?:进行)?\)?"
_DESCENDING = r"\(?(?:要求)?按?照?(?:关键字)?(?:从?大到小|由大到小|降序|递减|非递增)的?(?:次序|顺序|排列|排序|有序)?地?(?:进行)?\)?"
_METHODS = (
    (r"(?:直接)?插入(?:排序)(?:法|算法|方法)?|直接插入法?", "insertion"),
    (r"(?:冒泡|起泡)(?:排序)?(?:法|算法|方法)?", "bubble"),
    (r"(?:快速排序|快排)(?:法|算法|方法)?", "quick"),
)
_TITLES = {"insertion": "直接插入排序", "bubble": "冒泡排序", "quick": "快速排序"}
_MOST = r"(?:最[多大慢长差]|速度最慢|最坏)"
_LEAST = r"(?:最[少小快短好]|速度最快)"
_RATHER = r"的?是?(?:序列|情形|情况|一组|哪一?[个组])?[是为]?"


def recognise(text: str) -> Recognition | None:
    """One of these questions; None where it is none.

    Raises:
        StayOut: it is one, but not all of it is understood.
    """
    for read in (_pivot, _heap_changes, _inserted_one, _halving, _merged_of_n, _extreme):
        if (found := read(opened(text))) is not None:
            return found
    return None


def _pivot(reading: Reading) -> Recognition | None:
    name = r"(?:枢轴|轴枢|基准|支点|划分元|中轴|主元|轴值|枢纽)(?:元素|记录|值|关键字|元)?"
    asked = reading.take(
        rf"(?:则|那么|,|问)*(?:该|此|这|本|这一?)?[次趟]?(?:划分|排序)?所?(?:采用|选取|选择|选用|使用|用|选)?的?(?:作为)?{name}的?(?P<no>一定不|不)?(?:可能|能|会|应该?)?(?:是|为|选取的?是)?(?:哪个|哪一个|哪些|什么|多少|谁)?(?:元素)?(?=[\s()。?:]*$)"
    ) or reading.take(
        rf"(?:则|那么|,)*(?:下列|以下)?(?:元素|选项|关键字)?中?,?(?P<no>一定不|不)?(?:可能|能|会|可以)?(?:是|为|作为|充当|选为)[该此这本]?[次趟]?(?:划分|排序)?的?{name}的?(?:元素)?的?[是有]?(?:哪个|哪一个|哪些|几个)?(?=[\s()。?:]*$)"
    )
    if asked is None or not patterns.search("快速排序|快排|划分", reading.text):
        return None
    rows = list(patterns.finditer(SEQUENCE, reading.rest))
    told = reading.take(
        r"(?:若|已知|设|当|如果|在)?(?:经过?|进行|执行|完成)?了?第?[一1]?[次趟]的?(?:划分|快速排序|排序)(?:操作|处理|排序)?(?:结束|完成)?(?:后|之后|以后)?,?(?:得到|所得|产生)?的?(?:数据|关键字|元素|记录)?(?:序列|结果|排列|次序)?变?(?:是|为|成|如下)?"
    )
    if len(rows) != 1 or told is None:
        return None
    row = row_of(rows[0], 4)
    reading.take_all(SEQUENCE)
    methods = reading.take_words(_METHODS)
    ascending, descending = reading.take_all(_ASCENDING), reading.take_all(_DESCENDING)
    refuse_negative(reading)
    settle(reading, _OWN)
    if set(methods) - {"quick"} or (ascending and descending):
        return None
    return Recognition(
        parameters={"task": "pivot", "keys": row, "possible": asked["no"] is None, "descending": bool(descending)},
        understood=(("一次划分后", listed(row)), ("求", f"{'不' if asked['no'] else ''}可能是枢轴的元素")),
    )


def _extreme(reading: Reading) -> Recognition | None:
    methods = reading.take_words(_METHODS)
    if len(methods) != 1 or patterns.search(SEQUENCE, reading.rest) or patterns.search(r"\d", reading.rest):
        return None
    method = methods[0]
    asked = {
        "compared": rf"(?:元素|关键字|记录)?(?:之间)?的?总?比较的?总?次数(?P<way>{_LEAST}|{_MOST}){_RATHER}",
        "exchanged": rf"(?:元素|关键字|记录)?的?总?交换的?总?次数(?P<way>{_LEAST}|{_MOST}){_RATHER}",
        "passes": rf"(?:排序)?(?:所需)?的?趟数(?P<way>{_LEAST}|{_MOST}){_RATHER}",
        "work": rf"(?:排序)?的?(?:速度|效率|时间|排序|所需时间|花费时间)?(?:(?P<way>{_LEAST}|{_MOST}))的?(?:情形|情况|序列|是|为|一组){{1,3}}",
    }
    found: list[tuple[str, re.Match[str]]] = []
    for what, pattern in asked.items():
        if (match := reading.take(pattern)) is not None:
            found.append((what, match))
    if len(found) != 1:
        return None
    what, match = found[0]
    if method == "quick":
        what = "work" if what in ("work", "compared") else stay_out("exchanges of quick sort")
    if (method, what) not in {
        ("insertion", "compared"),
        ("bubble", "compared"),
        ("bubble", "exchanged"),
        ("bubble", "passes"),
        ("quick", "work"),
    }:
        return None
    least = patterns.match(r"(?:速度)?最[少小快短好]", match["way"]) is not None
    if (
        method == "bubble"
        and what != "exchanged"
        and not reading.take_all(r"[某一]趟(?:没有|无|未发生)(?:发生)?交换[则就时]*(?:结束|停止)|改进的")
    ):
        stay_out("whether it stops early")
    reading.take_all(_ASCENDING)
    reading.refuse("降序|从大到小|由大到小|递减|折半|二分|双向|随机|中间|最后一个")
    reading.take_all(
        r"(?:若|均|都|每次)?(?:以|取|选|选取)?(?:每个)?(?:序列|区间)?的?第一个(?:元素|关键字|记录)[作做]?为?(?:枢轴|基准|支点)(?:元素|值)?"
    )
    reading.take_all(r"以下|下列|下面|[四4]个")
    settle(reading, _OWN)
    return Recognition(
        parameters={"task": "extreme", "method": method, "what": what, "least": least},
        understood=(("方法", _TITLES[method]), ("求", "最省的序列" if least else "最费的序列")),
    )


def _inserted_one(reading: Reading) -> Recognition | None:
    told = reading.take(
        rf"[则当在,]*[把将]?第\s*(?P<number>{INTEGER})\s*个(?:记录|元素|关键字|数据|数|的)*\s*(?P<key>\d+)?\s*插入到?(?:前面的?|已)?(?:有序(?:表|区|部分|子?序列|子表)?)?中?(?:时|的时候)?"
    ) or reading.take(
        r"[则当在,]*[把将](?:元素|关键字|记录|数)?\s*(?P<key>\d+)\s*插入到?(?:前面的?|已)?有序(?:表|区|部分|子?序列|子表)?中?(?:时|的时候)?(?P<number>(?!))?"
    )
    if told is None or not patterns.search("直接插入|插入排序", reading.text):
        return None
    asked = reading.take(
        r"(?:,|则|为|需要?|要|共|至少|须|应|进行|寻找|查找|找到|确定|其|的|插入|位置|与|元素|关键字)*比较的?(?:次数[是为]?(?:多少)?|(?:多少|几)?次(?:关键字|元素|数)?[是为]?(?:多少)?|\(\s*\)\s*次)"
    ) or reading.take(r"(?:,|则|为|需要?|要|共|寻找|插入|位置)*(?:多少|几)次(?:关键字|元素)?的?比较")
    rows = list(patterns.finditer(SEQUENCE, reading.rest))
    if asked is None or len(rows) != 1:
        return None
    keys = row_of(rows[0], 4)
    reading.take_all(SEQUENCE)
    reading.take_words(_METHODS)
    reading.take_all(_ASCENDING)
    reading.take_all(r"\(?从?[后右][往向][前左](?:依次|顺序|逐个)?(?:进行)?比较\)?")
    reading.refuse("折半|二分|降序|从大到小|由大到小|递减|从前往后|从前向后|从左|哨兵")
    refuse_negative(reading)
    settle(reading, _OWN)
    number = to_int(told["number"]) if told["number"] else keys.index(int(told["key"])) + 1 if int(told["key"]) in keys else 0
    if not 2 <= number <= len(keys) or (told["key"] and keys[number - 1] != int(told["key"])):
        stay_out("another record")
    return Recognition(
        parameters={"task": "inserted-one", "keys": keys, "number": number},
        understood=(("序列", listed(keys)), ("求", f"插入第 {number} 个时的比较次数")),
    )


def _halving(reading: Reading) -> Recognition | None:
    way = reading.take(r"(?:采用|使用|用|按|利用)?(?:折半|二分|对分)法?(?:直接)?(?:插入|查找)(?:排序)?(?:法|算法|方法)?")
    if way is None or "插入" not in reading.text:
        return None
    count = reading.take(
        rf"(?P<count>{INTEGER})个(?:元素|记录|关键字|数据|数)?的?(?:已排好序的?|已?有序的?)(?:序列|线性表|顺序表|表|数组|元素|记录)?[中里]?"
    ) or reading.take(
        rf"(?:长度?[为是]?|有|含有?)(?P<count>{INTEGER})个?(?:元素)?的?(?:已?有序|排好序)的?(?:序列|线性表|顺序表|表|数组)[中里]?"
    )
    one = reading.take(r"(?:再|向其中|往其中|并|把|将|要|中|里)*插入[另新到]?的?[一1]?个?新?的?(?:元素|记录|关键字|数据|数)?")
    asked = reading.take(
        r"(?:则|,|那么|其|所需|需要?|要|的|关键字|元素)*(?:最大|最多|至多|最坏(?:情况下?)?)的?(?:需要?|要|进行|关键字|元素|的)*(?:比较的?次数[是为]?(?:多少)?|比较(?:多少|几)?次|(?:多少|几)次比较)"
    )
    if count is None or one is None or asked is None:
        return None
    reading.take_all(_ASCENDING)
    reading.refuse("平均|移动")
    settle(reading, _OWN)
    return Recognition(
        parameters={"task": "halving", "count": to_int(count["count"])},
        understood=(("有序元素", count["count"]), ("求", "折半插入一个元素最多比较几次")),
    )


def _merged_of_n(reading: Reading) -> Recognition | None:
    """The fewest or the most comparisons of merging two sorted lists of n keys each."""
    lists = reading.take(
        r"[把将]?[两2]个(?:各|分别|长度|均|都|为|有|含有?|是)*\s*(?P<n>[nN])\s*个?(?:元素|关键字|记录|数)?的?有序(?:表|序列|数组|顺序表|线性表|链表)"
    )
    merged = reading.take(r"(?:归并|合并)(?:成|为|排序)?(?:一个)?新?的?(?:有序)?(?:表|序列|数组)?")
    asked = reading.take(
        r"(?:则|,|其|所需|需要?|要|的|进行|关键字|元素)*(?P<way>最少|至少|最小|最多|至多|最大)(?:的|需要?|要|进行|做|关键字|元素)*比较的?(?:次数[是为]?(?:多少)?|(?:多少|几)?次)"
    )
    if lists is None or merged is None or asked is None:
        return None
    reading.take_all(_ASCENDING)
    settle(reading, _OWN)
    return Recognition(
        parameters={"task": "merged-of-n", "name": lists["n"], "least": asked["way"] in ("最少", "至少", "最小")},
        understood=(("两个有序表", f"各 {lists['n']} 个元素"), ("求", f"{asked['way']}比较次数")),
    )


def _heap_changes(reading: Reading) -> Recognition | None:
    kind = r"(?P<kind>大根|小根|大顶|小顶|最大|最小)堆(?:\((?:大根|小根|大顶|小顶|最大|最小)堆?\))?"
    told = reading.take(
        rf"(?:已知|设|有|对|现有|给定|若)?(?:一个|某)?(?:关键字|元素|数据|整数)?(?:序列)?\s*\(?(?P<keys>\d+(?:\s*[,、 ]\s*\d+){{3,}})\)?(?:是|为|构成|组成)了?(?:一个|一棵)?{kind}"
    ) or reading.take(
        rf"(?:已知|设|有|在|对|现有|若)?(?:一个|某)?{kind}H?的?(?:关键字|元素|数据|层序)?(?:存储|遍历)?(?:为|是|:|序列|数组|中|=|\(|的|\s)*(?P<keys>\d+(?:\s*[,、 ]\s*\d+){{3,}})\)?"
    )
    if told is None:
        return None
    keys = list(to_ints(told["keys"]))
    inserted = reading.take(
        r"(?:再|先|现|中|里面?|向其中|往其中|往里|向堆中|向该堆中?|在其中|在该堆中?|,|将|把)*(?:依次|先后|顺序|逐个)地?插入(?:元素|关键字|数据|结点)?\s*\(?(?P<keys>\d+(?:\s*[,、和 ]\s*\d+)+)\)?"
    )
    removed = reading.take(
        rf"(?:再|先|现|,|对其|对该堆|对此堆|从中|从堆中|将|把|连续|依次)*(?:(?:进行|执行|做|完成)了?(?P<count>{INTEGER})次的?(?:堆顶)?(?:删除|出堆|取最[大小]值|删除堆顶)(?:元素|记录)?的?(?:操作)?|(?:连续|依次)?(?:删除|取出|输出|弹出)了?(?:(?P<count2>{INTEGER})[个次](?:堆顶|根|最大|最小)?(?:元素|关键字|结点|记录)?|(?:堆顶|最大|最小)?(?:元素|关键字|记录)?(?P<count3>{INTEGER})次))"
    )
    if inserted is None and removed is None:
        return None
    reading.take_all(
        rf"(?:并|后|之后|再|,|使之|使其|将其)*(?:重新)?(?:调整|恢复|维护|整理|筛选)[成为]?(?:一个)?新?的?(?:{kind.replace('kind', 'again')}|堆)?(?:后|之后)?"
    )
    asked = reading.take(
        r"(?:则|那么|后|之后|,|问|求)*(?:最后|最终|此时|所)?(?:得到|变成|形成|调整后)?的?(?:新|结果)?的?(?:大根|小根|大顶|小顶)?(?:堆|序列|数组|堆序列|层序序列|关键字序列)的?(?:序列|数组|状态|层序)?(?:是|为|变为)?(?:什么|怎样|多少)?(?=[\s()。?:]*$)"
    )
    if asked is None:
        return None
    reading.refuse(r"排序|比较|第|交换")
    refuse_negative(reading)
    settle(reading, _OWN)
    more = list(to_ints(inserted["keys"])) if inserted else []
    times = 0 if removed is None else to_int(removed["count"] or removed["count2"] or removed["count3"])
    if (inserted and removed) or len(set(keys + more)) != len(keys) + len(more) or times > len(keys) - 2 or (removed and times < 2):
        return None
    parameters: dict[str, Any] = {
        "task": "heap-changes",
        "keys": keys,
        "largest": told["kind"] in ("大根", "大顶", "最大"),
        "inserted": more,
        "removed": times,
    }
    return Recognition(
        parameters=parameters,
        understood=(
            ("大根堆" if parameters["largest"] else "小根堆", listed(keys)),
            ("操作", f"依次插入 {listed(more)}" if more else f"删除堆顶 {times} 次"),
        ),
    )
