"""Reading problems about replacement selection: which initial runs it makes of a list of keys."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.ds._clauses import opened, refuse_open_questions
from engine.generators.ds._settling import settle
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.reading import INTEGER, SEQUENCE, stay_out, to_int, to_ints

_RUN = r"(?:初始)?的?(?:归并段|顺串|有序段|段)"
_OWN = """
使用 一个 需要使用 需要 工作 保存 置换 选择 排序 置换选择 选择排序 置换-选择 算法 工作区 内存 能 放 容纳 记录 个记录 关键字 输入 文件 输入文件 序列 依次 初始 归并段 段 生成 产生 得到 采用 用 对 的 含 各 是 为 中 里 大小 容量 可 可以 可容纳 只能 能放 能容纳 生成的 生成初始归并段 长度 共 一共 从小到大 升序 写出 所有 全部 分别 每个 内容 外部排序 外排序
"""


def _with_figures(text: str) -> tuple[str, str | None]:
    """(the text with the figure that is told of the letter for the work area, the letter for the number of records)."""
    many = patterns.search(r"(?:含有?|有|对)\s*(?<![A-Za-z])([nN])\s*(?:\([^()]{0,8}\))?\s*个(?:待排序)?记录(?:的文件)?", text)
    if many is not None:
        text = text[: many.start()] + "含有若干记录的文件".replace("若干", "") + text[many.end() :]
    told = list(patterns.finditer(r"[当若设取]?\s*(?<![A-Za-z])([mkw])\s*=\s*(\d+)\s*时?[,，]?", text))
    if len(told) == 1 and patterns.search(rf"(?<![A-Za-z]){told[0][1]}\s*个(?:记录|关键字|元素)", text):
        text = text[: told[0].start()] + text[told[0].end() :]
        text = patterns.sub(rf"(?<![A-Za-z]){told[0][1]}(?=\s*个(?:记录|关键字|元素))", told[0][2], text, count=1)
    return text, None if many is None else many[1]


def replacement_selection(text: str) -> Recognition | None:
    """The keys, the size of the work area and what is asked of the runs; None where that is not the matter."""
    if not patterns.search(r"置换[-—–− ]*选择", text):
        return None
    if patterns.search(r"[2两二]倍|平均", text):
        return None
    told, records = _with_figures(text)
    reading = opened(told)
    extremes = reading.take(
        rf"(?:对于?|若|设)?(?:任意的?|一般的?)?\s*的?\s*(?P<area>[mkw])\s*个?\s*(?:\([^()\d]{{0,16}}\d?\))?\s*,?\s*则?所?(?:生成|产生|得到)?的?第\s*[一1]\s*个{_RUN}的?的?长度的?(?:最大值?[和与、]最小值?|最大、最小值|最长和最短)(?:分别|各)*[是为]?(?:多少)?"
    )
    reading.take_all(r"置换\s*-*\s*选择(?:排序)?(?:算法|方法|法)?")
    size = reading.take_one(
        (
            rf"(?:工作区|内存|内存工作区|缓冲区|主存)的?(?:大小|容量)?[中里]?w?(?:只|最多|一次|可|可以|能|仅|每次)*(?:能|可以?)?(?:保存|放|容纳|存放?|装|为|是|=)*下?\s*(?P<value>{INTEGER})\s*[个条]?(?:记录|关键字|元素)?",
            rf"(?P<value>{INTEGER})\s*[个条]?记录的(?:内存)?工作区",
            r"(?<![A-Za-z])w\s*=\s*(?P<value>\d+)",
        ),
        to_int,
    )
    asked = [
        (match.start(), name, match.groupdict().get("of"))
        for name, pattern in (
            (
                "count",
                rf"(?:共|一共|总共)(?:会|能|可以?|将)?(?:生成|产生|得到|形成|有)了?(?:多少|几)个(?!{_RUN})|(?:共|一共|总共|会|能|可以?|将)*(?:生成|产生|得到|形成|有)?了?(?:多少|几)个{_RUN}|{_RUN}的?(?:个数|数目|数|有(?:多少|几)个)[是为]?(?:多少)?",
            ),
            (
                "length",
                rf"第\s*(?P<of>{INTEGER})\s*个{_RUN}的?(?:长度|有(?:多少|几)个(?:记录|关键字)|含有?(?:多少|几)个(?:记录|关键字)?)[是为]?(?:多少)?",
            ),
            (
                "lengths",
                rf"(?:各|每个|所有)个?{_RUN}的?(?:长度|记录数)(?:分别|依次|各)*[是为]?(?:多少)?|(?:长度|记录数)(?:各|分别|依次)+[是为]?(?:多少)?",
            ),
            ("list", r"(?<=\ue000)\s*[,、;]?\s*(?:它们|分别|各自?|又|都|其内容)+[是为有](?:什么|哪些|怎样的?)"),
            ("run", rf"第\s*(?P<of>{INTEGER})\s*个{_RUN}的?(?:内容)?(?:分别|依次)?(?:是|为|包含|含有?)?(?:什么|哪些(?:关键字|记录)?)?"),
            (
                "list",
                rf"(?:,|;|。|\?|请|并|再|且)*(?:分别|逐个|逐一|依次|都|全部)*[写列](?:出|出来|下来)(?:各|每个|所有|全部|这些|它们|的)*(?:{_RUN})?的?(?:内容|关键字|记录)?(?=[,。;?!]|$)|(?:各|所有|全部)个?{_RUN}的?(?:内容|里|中)?(?:各|分别|都|是|为|有|包含)*(?:什么|哪些|哪几个)(?:记录|关键字)?|(?:各|所有|全部|每个)个?{_RUN}的?(?:内容|分别)*(?:是|为|包含)?(?:什么|哪些)?|(?:得到|产生|生成)的?(?:哪些)?{_RUN}(?:分别|依次|各)+[是为]?(?:什么)?",
            ),
        )
        for match in reading.take_all(pattern)
    ]
    if {"list", "lengths"} & {name for _, name, _ in asked}:
        asked = [each for each in asked if each[1] != "list" or not any(other[1] == "list" and other[0] < each[0] for other in asked)]
    keys = reading.take_all(SEQUENCE)
    count = reading.take_one(rf"[共有]*(?P<value>{INTEGER})\s*个(?:记录|关键字)", to_int)
    refuse_open_questions(reading)
    settle(reading, _OWN)
    if len(keys) != 1 or size is None or not asked:
        stay_out("replacement selection without its keys")
    values = to_ints(keys[0][0])
    if count not in (None, len(values)) or len(set(values)) != len(values) or not 2 <= size < len(values) <= 60:
        stay_out("keys")
    names = [f"{name}:{to_int(of)}" if of else name for _, name, of in sorted(asked)]
    if extremes is not None:
        if records is None:
            stay_out("of how many records")
        names.append(f"extremes:{records},{extremes['area']}")
    return Recognition(
        parameters={"task": "selected", "keys": list(values), "size": size, "asked": list(dict.fromkeys(names))},
        understood=(("输入", listed(values)), ("工作区", f"{size} 个记录")),
    )
