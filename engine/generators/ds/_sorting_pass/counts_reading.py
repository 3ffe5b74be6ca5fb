"""Reading problems about sorting that ask for something else than the row after a pass: counts, told heaps, increments, methods."""

from __future__ import annotations

import re
from typing import Any

from engine.generators import patterns
from engine.generators.ds._asking import take_asked
from engine.generators.ds._clauses import opened, refuse_negative
from engine.generators.ds._settling import settle
from engine.generators.ds._sorting_pass.keys import row_of
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.reading import INTEGER, SEQUENCE, Reading, stay_out, to_int, to_ints

_METHODS = (
    (r"冒泡(?:排序)?(?:法|算法)?|起泡(?:排序)?(?:法|算法)?", "bubble"),
    (r"(?:直接)?插入(?:排序)(?:法|算法)?|直接插入", "insertion"),
    (r"(?:简单|直接)?选择(?:排序)(?:法|算法)?|简单选择", "selection"),
    (r"(?:二路|两路|2路|2-路)?的?归并(?:排序)?(?:法|算法)?", "merge"),
)
_COUNTS = (
    (
        r"(?:一共|总共|共|需要?|要|跑|进行|做|排|经过|了){0,4}(?:多少|几)趟(?:排序|归并|冒泡)?(?:才能?)?(?:排好|完成|排完|有序)?|趟数[是为]?(?:多少|几)?",
        "passes",
    ),
    (
        r"(?:关键字|元素)?(?:之间)?的?比较的?总?次数[是为]?(?:多少|几)?|(?:排完|完成|整个)?(?:一共|总共|共|要|需要?|进行|得|会|关键字){0,4}(?:比较|比)了?(?:关键字|元素)?了?(?:多少|几)次(?:关键字)?的?(?:比较)?|(?:多少|几)次(?:关键字)?的?比较",
        "compared",
    ),
    (
        r"(?:元素)?的?交换的?总?次数[是为]?(?:多少|几)?|(?:一共|总共|共|要|需要?|进行|得|会|元素){0,4}(?:交换|换)了?(?:元素)?(?:多少|几)次|(?:一共|总共|共|会|发生|进行|做|了){0,4}(?:多少|几)次(?:元素)?的?交换",
        "exchanged",
    ),
)
_FLAG = r"(?:,|\(|设|用|有|带|采用|若|如果|当)*(?:设置?|有|带|用)?(?:一个)?(?:交换)?标志(?:位|变量)?[,、]?|(?:若|如果|当|且|,)*[某一本这]?趟[中里]?(?:没有?|未|无|不再?)(?:发生)?(?:任何)?(?:元素)?(?:交换|移动)过?(?:元素)?[就则时即]*(?:停|结束|终止|停止|提前结束)(?:了|排序)*|(?:直到|到)(?:某趟)?(?:没有|不再(?:发生)?)交换(?:为止)?|提前结束"
_OWN = """
与初始次序 前往后 从前往后 与 和 啊 自底向上 自下而上 二路 结果是 共跑 跑 分别 排序 排 序列 关键字 关键字序列 数据 元素 记录 数组 待排序 升序 递增 从小到大 由小到大 堆 新堆 新的堆 堆序列 序列是 结果 后 之后 得到 调整 重新调整 筛选 重建 重建堆 需 需要 再 此 过程 过程中 在此过程中 此过程中 新 新的 末尾 堆顶 插入 删除 取出 放到堆顶 下调 向下调整 向上调整 上浮 上滤 下滤 下沉 把 将 放 到 元素放到堆顶后 关键字之间 之间 互不相同 互不相同的 个 数 次数 做 要 进行 某 某趟 一趟 经 经过 变为 变成 初始 初始序列 增量 步长 间隔 用的 的增量 d 某排序方法 方法 算法 采用 所用 该 第一趟 第二趟 趟 分析 一组 一组数据 共 一共 跑 设 个元素 大小 当前 现有 依次 是 无哨兵 不设哨兵 不带哨兵 从有序区尾部往前比 从后往前比 从后往前 排完 排好 升序排列 有序区 尾部 往前 比 完成 给出 基本有序
"""


_CALLED = {"passes": "趟数", "compared": "比较次数", "exchanged": "交换次数", "moved": "移动次数", "related": "与初始次序的关系"}


def other(text: str) -> Recognition | None:
    """A question of counts, of a told heap, of an increment, or of the method; None where it is none of these.

    Raises:
        StayOut: it is one of them, but not all of it is understood.
    """
    for read in (_whether_heap, _increment, _quick_option, _told_heap, _merged, _counted):
        if (found := read(opened(text))) is not None:
            return found
    return None


def _whether_heap(reading: Reading) -> Recognition | None:
    """Whether a row is a heap, or which of the pasted rows is."""
    kind = r"(?P<kind>大根|大顶|最大|小根|小顶|最小)?堆"
    one = reading.take(
        rf"请?(?:判断|问|说明)?(?:该|此|它|这个?)?(?:序列)?(?:是不是|是否(?:是|为|构成|满足)?|构不构成|能否构成)(?:一个)?{kind}(?:呢|吗|的定义)?|(?:该|此|它|这个?)?(?:序列)?是(?:一个)?{kind.replace('kind', 'kind2')}(?:吗|么|不是)"
    )
    choice = None
    if one is None:
        choice = reading.take(
            rf"(?:下列|以下|下面)?(?:各|四个|关键字|数据|的|元素|组)*(?:序列|选项)?中?,?(?:哪个|哪一个|哪项)?(?P<no>不)?(?:是|为|属于|构成|满足|符合){kind}(?:定义|性质|的)*的?(?:序列)?的?[是有]?(?:哪个|哪一个|哪项)?(?=[\s()。?:]*$)"
        )
    if one is None and choice is None:
        return None
    reading.refuse("调整|插入|删|筛选|建成|建立|构造|排序|交换|趟|输出|取出")
    rows = list(patterns.finditer(SEQUENCE, reading.rest))
    if len(rows) != (1 if one else 0):
        return None
    reading.take_all(SEQUENCE)
    named = (one["kind"] or one["kind2"]) if one else choice["kind"] if choice else None
    refuse_negative(reading)
    settle(reading, _OWN)
    parameters: dict[str, Any] = {"task": "is-heap", "kind": None if named is None else "大" if "大" in named else "小"}
    if one:
        keys = row_of(rows[0])
        return Recognition(parameters={**parameters, "keys": keys}, understood=(("序列", listed(keys)), ("求", "是不是堆")))
    return Recognition(
        parameters={**parameters, "keys": None, "possible": choice is not None and choice["no"] is None}, understood=(("求", "哪个是堆"),)
    )


def _increment(reading: Reading) -> Recognition | None:
    """Which increment makes one row of another by a pass of Shell sort."""
    if not patterns.search("希尔|Shell", reading.text, re.IGNORECASE) or not patterns.search(
        r"增量|步长|间隔|(?<![A-Za-z])d\s*=", reading.text
    ):
        return None
    rows = list(patterns.finditer(SEQUENCE, reading.rest))
    asked = reading.take(
        r"(?:的|用的|所用的|采用的)*(?:增量|步长|间隔)(?:\s*d)?\s*(?:=|是|为|应为|取)*\s*(?:多少|几|\?|\(\s*\)|$)|(?<![A-Za-z])d\s*=\s*\?"
    )
    if len(rows) != 2 or asked is None:
        return None
    keys, after = row_of(rows[0]), row_of(rows[1])
    reading.take_all(SEQUENCE)
    reading.take_all(
        r"(?:希尔|Shell)(?:排序)?(?:法|算法)?|经?某一?趟(?:排序)?(?:后|之后)?(?:变为|变成|得到)?|第\s*[1一]\s*趟(?:排序)?(?:后|之后)?|(?<![A-Za-z])d\s*=?"
    )
    settle(reading, _OWN)
    if sorted(keys) != sorted(after):
        return None
    return Recognition(
        parameters={"task": "increment", "keys": keys, "after": after}, understood=(("初始", listed(keys)), ("一趟后", listed(after)))
    )


def _quick_option(reading: Reading) -> Recognition | None:
    """Which of the pasted rows can (or cannot) be quick sort's after its second pass."""
    found = reading.take(
        r"(?:下列|以下|下面)?(?:序列|各序列|选项|关键字序列)?中?,?(?P<no>不)?(?:可能|能)[是为](?:执行|进行)?(?:快速排序|快排)(?:算法)?的?第\s*(?P<number>二|2|两)\s*趟(?:排序)?(?:后|之后)?所?(?:得到)?的?(?:结果|序列)?的?是?"
    )
    if found is None:
        return None
    reading.take_all(r"\(?按?(?:从小到大|升序|递增)的?(?:次序|顺序|排列)?\)?")
    settle(reading, _OWN)
    return Recognition(
        parameters={"task": "quick-option", "possible": found["no"] is None},
        understood=(("求", f"{'不' if found['no'] else ''}可能是快速排序第二趟的结果"),),
    )


def _told_heap(reading: Reading) -> Recognition | None:
    """A heap that the text tells, after its root is removed or a key inserted."""
    told = reading.take(
        r"(?:已知|设|有|在|对|现有|给定)?(?:一个|某)?(?:关键字|元素|数据|整数)?(?:序列)?\s*(?P<keys>\d+(?:\s*[,、 ]\s*\d+){3,})\)?(?:是|为|构成|组成)了?(?:一个|一棵)?(?P<kind>大根|小根|大顶|小顶|最大|最小)堆(?:\([大小最][根顶大小]?堆?\))?(?!吗|呢|的)"
    ) or reading.take(
        r"(?:已知|设|有|在|对|现有)?(?:一个|某)?(?P<kind>大根|小根|大顶|小顶|最大|最小)堆(?:为|是|:|中|序列|\(|的|\s)*(?P<keys>\d+(?:\s*[,、 ]\s*\d+){3,})\)?"
    )
    if told is None:
        return None
    keys = list(to_ints(told["keys"]))
    inserted = reading.take(
        r"(?:再|中|里面?|向其中|往里|现|要|,|在)*插入(?:一个)?新?(?:元素|关键字|值)?\s*(?P<key>\d+)\s*(?:后|之后|并(?:将其)?(?:重新)?调整[成为]?(?:小根|大根)?堆)?"
    )
    removed = reading.take(
        r"(?:再|中|里面?|现|要|,|将|把)*(?:删除|输出|取出|移走|删去|删掉|删|弹出|去掉|移除)了?(?:一次)?掉?(?:堆顶|根|最大|最小)?(?:元素|关键字|结点|值)*\s*(?P<key>\d+)?\s*(?:后|之后|,)?[把将用]?(?:最后(?:一个)?|末尾|堆尾)?(?:元素)?(?:放到|移到|放在|移至|补到|代替|顶替)?(?:堆顶|根)?[后再并]*(?:向下|下)?(?:调整|筛选|调)?"
    )
    if (inserted is None) == (removed is None):
        return None
    for match in reading.take_all(
        r"(?:并|再|后|,|使之|使其|将其)*(?:重新)?(?:调整|恢复|维护|整理|变|筛选)[成为](?:一个)?新?的?(?P<kind>大根|小根|大顶|小顶|最大|最小)?堆(?:后|时|的过程中?|需要?|要)*(?!是|为|序列)"
    ):
        if match["kind"] and ("大" in match["kind"]) != ("大" in told["kind"]):
            stay_out("a heap of the other kind")
    asked = take_asked(
        reading,
        (
            (
                r"(?:向上|向下)?(?:调整)?(?:过程中?)?(?:需要?|要|共|一共|总共|进行|的|此过程中|关键字|之间|,){0,6}(?:比较的?次数[是为]?(?:多少|几)?|比较了?(?:多少|几)次)",
                "compared",
            ),
            (
                r"(?:得到的?|新的?|调整后的?|此时的?|变成的?|,|的){0,3}(?:大根|小根)?堆?的?(?:序列|数组|结果|样子|状态)?(?:是|为|变成|变为)?(?:什么|多少|怎样)?(?=[?。,;]|$)",
                "row",
            ),
        ),
    )
    reading.refuse(r"排序|第|依次|两次|逐个|次(?!数)")
    refuse_negative(reading)
    settle(reading, _OWN)
    largest = told["kind"] in ("大根", "大顶", "最大")
    tasks = list(
        dict.fromkeys(
            each.name
            for each in asked
            if each.name == "compared" or patterns.search("得到|新|后|此时|变|什么|多少|怎|序列|数组|结果|样子|状态", each.match[0])
        )
    )
    if not tasks:
        tasks = ["row"]
    if removed is not None and removed["key"] and int(removed["key"]) != keys[0]:
        stay_out("another element than the root")
    parameters: dict[str, Any] = {
        "task": "heap",
        "keys": keys,
        "largest": largest,
        "inserted": None if inserted is None else int(inserted["key"]),
        "asked": tasks,
    }
    what = f"插入 {inserted['key']}" if inserted is not None else "删除堆顶"
    return Recognition(parameters=parameters, understood=(("大根堆" if largest else "小根堆", listed(keys)), ("操作", what)))


def _merged(reading: Reading) -> Recognition | None:
    """The most and the fewest comparisons of merging two sorted lists; None where that is not asked."""
    if not patterns.search("归并|合并", reading.text) or not patterns.search(r"[两2]个.{0,16}有序(?:表|序列|数组|链表)", reading.text):
        return None
    lengths = reading.take_one(
        (
            r"(?:分别)?(?:有|含|长度?[为是]?|长)?\s*m\s*=\s*(?P<value>\d+\s*个?\s*[、,和]\s*n\s*=\s*\d+)",
            r"(?:长度)?(?:分别)?[有含为是]\s*(?P<value>\d+\s*个?(?:元素)?\s*[、,和]\s*\d+)(?=个|的)",
        ),
        to_ints,
    )
    asked = take_asked(reading, ((r"[至最]多|最坏(?:情况下)?", "most"), (r"[至最]少|最好(?:情况下)?", "fewest")))
    counted = reading.take(r"(?:各|分别|需要?|要|共|得|进行|关键字){0,3}比较的?(?:多少|几)?次数?(?:关键字)?[是为]?(?:多少)?")
    settle(reading, _OWN + " 两个 各有 各 有序表 有序 表 归并 合并 成一个 一个 长度 分别 升序 的元素 元素 个元素 数组 链表 序列")
    if lengths is None or len(lengths) != 2 or not asked or counted is None:
        return None
    return Recognition(
        parameters={"task": "merged", "lengths": list(lengths), "asked": list(dict.fromkeys(each.name for each in asked))},
        understood=(("表长", listed(lengths)),),
    )


def _counted(reading: Reading) -> Recognition | None:
    """Numbers of passes, comparisons and exchanges, of keys or of a number of keys; a row after a pass may be asked before."""
    asked = take_asked(reading, _COUNTS)
    if not asked:
        return None
    methods = reading.take_words(_METHODS)
    flag = bool(reading.take_all(_FLAG))
    unguarded = bool(reading.take_all(r"\(?(?:无|不设|不用|没有|不带)(?:监视)?哨兵(?:比较|元素|的比较)?\)?"))
    guarded = bool(reading.take_all(r"\(?[有设用带](?:监视)?哨兵\)?"))
    begun = r"(?:如果|若|当|假如|而|初始|原始|待排|的|时|序列|数据|元素|状态)*(?:已经?|完全|全部?|为|是|正好|恰好|严格|都)*"
    cases = [
        (match.start(), case)
        for pattern, case in (
            (rf"在?最坏的?(?:情况)?下?|{begun}(?:逆序|反序|倒序)(?:的|时|排列)*|最多", "worst"),
            (rf"在?最好的?(?:情况)?下?|最少|{begun}(?<=[已经全为是好])(?:基本)?(?:有序|正序|升序)(?:的|时|排列)*", "best"),
        )
        for match in reading.take_all(pattern)
    ]
    if "基本有序" in reading.text:
        stay_out("nearly in order")
    named = {case for _, case in cases}
    reading.take_all(r"从有序区尾部往前比|从后往前比较?")
    after = reading.take(
        rf"第\s*(?P<number>{INTEGER})\s*趟(?:\((?:插入|选出)\s*\d+后?\))?(?:排序|归并)?(?:结束)?(?:后|之后)?的?(?:序列|结果)?[是为]?(?:什么)?"
    )
    front = reading.take_all(r"\(?(?:从前往后|从前向后|从左往右|从左到右|(?:每趟)?最?大的?(?:元素|数)?(?:往后|沉底|下沉))\)?")
    related = reading.take(
        r"[与和跟](?:序列|元素|数据|关键字)?的?初始的?(?:次序|顺序|状态|序列|排列|有序程度)(?:是否)?有?(?:没有)?(?:关系|关|无关)系?[不吗么]?"
    )
    if related is not None and methods != ["selection"]:
        stay_out("whether it goes with the keys")
    several = len(named) == 2
    if several and (related is not None or after is not None):
        stay_out("two cases and more")
    case_of = [max((case for case in cases if case[0] < each.match.start()), default=(0, ""))[1] for each in asked]
    if several and (set(case_of) != named or "" in case_of):
        stay_out("which case is asked")
    reading.refuse(r"第|折半|二分|双向|链|降序|从大到小|由大到小|递减|非递增|平均|期望|哪|移动")
    reading.take_all(r"\(?(?:按|要求|关键字)?照?(?:排序)?[为成]?(?:从?小到大|由小到大|升序|递增)的?(?:次序|顺序|排列|排序|有序)?\)?")
    rows = {to_ints(match[0]) for match in reading.take_all(SEQUENCE)}
    count = reading.take_one(
        (
            rf"(?<![A-Za-z])n\s*=\s*(?P<value>{INTEGER})个?",
            rf"(?<![\d第])(?P<value>{INTEGER})个(?:互不相同|不同|无序|待排序)?的?(?:元素|数|记录|关键字|数据|整数)",
        ),
        to_int,
    )
    lettered = bool(reading.take_all(r"(?<![A-Za-z0-9])n\s*[个条](?:不同的?|无序的?)?(?:元素|数|记录|关键字|数据)?"))
    refuse_negative(reading)
    settle(reading, _OWN)
    if lettered and (several or rows or count is not None or after is not None):
        return None
    if len(methods) != 1 or len(rows) > 1 or (flag and methods != ["bubble"]) or (guarded and unguarded):
        return None
    keys = list(rows.pop()) if rows else None
    if keys is not None and count not in (None, len(keys)):
        return None
    if (keys is None and count is None and not lettered) or (keys is not None and (named or len(set(keys)) != len(keys))):
        return None
    if methods == ["merge"] and keys is None:
        return None  # runs of an external sort, perhaps
    if after is not None and methods[0] == "bubble" and not patterns.search("[总共]|整个|全部|全程|排完|排好", reading.text):
        stay_out("of one pass, or of all")
    if after is not None and (keys is None or (methods[0] == "bubble" and not front)):
        return None
    parameters: dict[str, Any] = {
        "task": "counts",
        "method": methods[0],
        "keys": keys,
        "count": count if keys is None else len(keys),
        "case": None if several else next(iter(named), None),
        "cases": case_of if several else None,
        "flag": flag,
        "sentinel": False if unguarded else True if guarded else None,
        "number": None if after is None else to_int(after["number"]),
        "row_first": after is not None and after.start() < asked[0].match.start(),
        "asked": [each.name for each in asked]
        if several
        else list(dict.fromkeys(each.name for each in asked)) + (["related"] if related is not None else []),
    }
    return Recognition(
        parameters=parameters,
        understood=(
            ("序列", listed(keys)) if keys else ("元素个数", "n" if count is None else str(count)),
            ("求", "、".join(_CALLED[name] for name in parameters["asked"])),
        ),
    )
