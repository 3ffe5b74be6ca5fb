"""Reading how many comparisons a loser tree takes, by the words of each question: of one choice, of building, of merging all records.

How merging is counted must be told: for each record or for all but one, in one pass or in so many. What is told as a rule
(`each record takes ⌈log₂k⌉ comparisons`) is taken as it stands.
"""

from __future__ import annotations

import re
from typing import Any

from engine.generators import patterns
from engine.generators.ds._clauses import WEAK, opened
from engine.generators.ds._inquiring import Question, inquire
from engine.generators.ds._loser_tree.figures_reading import HARMLESS
from engine.generators.ds._settling import settle
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

_OWN = """
第一次建树 第一次 建好 建好后 败者树 败者 归并 归并段 初始 记录 关键字 路 采用 利用 使用 分别 选 选出 选取 选择 最小 最小者 一个 每 每次 每趟 每个 每输出 输出 得到 内部归并 内部 全部 所有 长度 相同 均 各 约 大约 过程 过程中 总共 一共 共 总 需 需要 关键字比较 比较 次 次数 若 忽略 建树 段结束 的 时 树 中 则 两者 两种 方法 方法的 改用 用 直接 普通 顺序 逐个 从 里 个 有序段 段 平衡归并 待排序 排序 文件 条 一趟 趟 算 计 计算 按 公式 至多 最多 多路 分支
"""
_COMPARED = r"(?:总的?)?(?:关键字)?的?比较的?总?次数|(?:多少|几)次(?:关键字)?的?(?:比较)?|比较了?(?:关键字)?(?:多少|几)次|(?:多少|几)场"
_QUESTIONS = (
    Question(name="ways", key=r"(?:多少|几)路(?:归并)?|(?:归并)?路数"),
    Question(name="same", key=r"(?:两者|两种(?:情况)?|它们|结果)(?:是否)?(?:相同|一样|相等)[吗么]?|是否(?:相同|一样|相等)"),
    Question(name="saved", key=r"(?:节省|省|少|减少|少比较?)[了掉]?(?:比较)?(?:多少|几)次(?:关键字)?(?:比较)?"),
    Question(name="with-winner", key=r"(?:加上|连同|包括|算上)[^,;。?\d]{0,8}冠军[^,;。?\d]{0,10}(?:多少|几)个(?:结点)?"),
    Question(
        name="inner", key=r"(?:非叶|内部|(?:记录|存放|保存)败者)[^,;。?\d]{0,12}(?:多少|几)个(?:结点)?|(?:多少|几)个(?:内部|非叶|败者)结点"
    ),
    Question(name="build", key=r"建立?(?:初始)?(?:败者)?树时?呢"),
    Question(
        name="build",
        key=_COMPARED,
        also=r"(?<!忽略)(?<!不计)(?<!不算)(?<!考虑)建[立成好]?(?:初始)?(?:败者)?树(?!\s*(?:之?后|以后|完))|初建",
    ),
    Question(name="height", key=r"(?:分支)?(?:高度|树高)", unless="比较"),
    Question(name="compared", key=_COMPARED),
)
_LOG = r"⌈?\s*\(?log_?\s*_?2?₂?\s*\(?\s*(?P<of>[kmr]|\d+)\s*\)?\)?\s*⌉?"
_RULE = rf"\(?\s*n\s*-\s*1\s*\)?\s*[×*·.]?\s*{_LOG}|{_LOG.replace('<of>', '<of2>')}\s*[×*·.]?\s*\(?\s*n\s*-\s*1\s*\)?"
_EACH = rf"每次?(?:归并)?(?:选出?|输出|得到|选取|产生)?(?:一?个|一?条)?(?:最小)?的?(?:记录|关键字|元素)?[都均各]?(?:约|大约|最多|至多)?(?:要|需要?|的)?(?:关键字)?(?:比较|比)的?(?:次数)?[约为是取按]*\s*{_LOG.replace('<of>', '<of3>')}\s*次?|每[个条]记录[都均]?(?:要|需要?|得)?(?:经过|进行|做)?\s*{_LOG.replace('<of>', '<of4>')}\s*次(?:关键字)?的?比较"
_PASSES = r"⌈?\s*log_?\s*\(?k\)?\s*\(?(?P<runs>[mr])\)?\s*⌉?\s*[×*·.]?"
_IGNORED = r"\(?(?:忽略|不计|不考虑|不算|除[去了]?)掉?(?:首次|初始)?的?(?:建立?|构造)(?:初始)?(?:败者)?树(?:本身|过程)?[和与及、]?(?:归并)?(?:段结束)?时?的?(?:比较|开销|情况)?(?:次数)?外?\)?"


def counts_told(text: str) -> Recognition | None:
    """Comparisons asked for in words that no pattern foresaw; None where it is something else.

    Raises:
        StayOut: something in the text is not understood, or how is counted is not told.
    """
    if "败者树" not in text:
        return None
    reading = opened(text)
    reading.refuse("胜者树|置换|虚段|降序|b0|段0|ls|证明")
    reading.take_all(_IGNORED)
    passes_rule = reading.take_all(_PASSES)
    minus_one = reading.take_all(_RULE)
    each = reading.take_all(_EACH)
    per_pass = bool(reading.take_all(r"每一?趟的?(?:关键字)?(?:比较次数)?[都均]?[按为是]?"))
    reading.take_all(
        r"\(?(?:不含|不包括|不计|不算)(?:存放|记录)?(?:最终|最后)?的?(?:冠军|最小值)的?(?:结点|那个)?\)?|(?:总|共|约|内部)?(?:归并)?的?总?比较次数约?[为是按](?=\ue000)|(?<![A-Za-z])[mk]路(?:归并)?|(?<![A-Za-z])[mkr]个(?=初始|归并段)"
    )
    plain = [
        match.start()
        for match in reading.take_all(
            r"(?:如果|若|要是|而)?(?:不用|不采用|不使用)败者树(?:的话|时)?,?(?:直接|逐个|而是)*|(?:用|采用|改用|若)?(?:普通|直接|简单|顺序|逐个|朴素|一般)[的地]?(?:顺序)?(?:方法|选择|比较|扫描|查找|挑选)(?:法|排序)?"
        )
    ]
    taken = reading.take_all(r"(?:比较|比|需要?|要)\s*(?P<times>\d+|k\s*-\s*1|m\s*-\s*1)\s*次")
    asked = inquire(reading, _QUESTIONS)
    facts = _facts(reading)
    settle(reading, f"{HARMLESS} {_OWN}", WEAK)
    ways, runs, records = facts["ways"], facts["runs"], facts["records"]
    if not asked or not ways or len(ways) > 2 or any(not 2 <= each_ <= 10**6 for each_ in ways):
        return None
    for match in taken:
        if match["times"].isdigit() and int(match["times"]) not in (ways[0] - 1, (ways[0] - 1).bit_length()):
            stay_out("another number of comparisons")
    for of in [*(match["of"] or match["of2"] for match in minus_one), *(match["of3"] or match["of4"] for match in each)]:
        if of.isdigit() and int(of) != ways[0]:
            stay_out("a rule of another tree")
    names = [name for _, name in asked]
    if "height" in names and not patterns.search(r"分支|不(?:含|算|计|包括)[^,;。]{0,4}(?:冠军|最小|胜者)", reading.text):
        stay_out("whether the winner's node counts")
    both = (
        patterns.search(r"两种|两者(?!是否|相同|一样)|各(?!归并|段|个|路|条)|分别", reading.text[asked[0][0] - 12 : asked[0][0] + 12])
        if asked
        else None
    )
    whole = bool(minus_one or passes_rule) or (records is not None and ("总" in reading.text or "全部" in reading.text or each))
    tasks = _tasks(asked, plain, taken)
    if both and plain and names == ["compared"]:
        tasks = ["compared", "plain"]
    elif (plain and not ({"plain", "saved"} & set(tasks) or taken)) or (both and len(ways) == 1 and len(tasks) == 1):
        stay_out("something that was not understood")
    parameters: dict[str, Any] = {"task": "told", "ways": ways, "asked": tasks}
    if whole:
        if records is None or set(names) - {"compared", "same", "saved"} or not (minus_one or each or facts["about"]):
            stay_out("how the comparisons are counted")
        if len(ways) > 1 and plain:
            stay_out("two numbers of ways, with a tree and without")
        many = [1 if runs is None or runs <= way else _passes(runs, way) for way in ways]
        if any(number > 1 for number in many) and minus_one and not (per_pass or passes_rule or facts["about"]):
            stay_out("several passes")
        parameters |= {"records": records - (1 if minus_one else 0), "passes": many, "minus_one": bool(minus_one)}
    elif records is not None or len(ways) > 1 or "same" in names or runs not in (None, ways[0]):
        stay_out("figures of which nothing is asked")
    shown = (("归并路数", listed(ways, "、")), *((("记录", str(records)),) if records is not None else ()))
    return Recognition(parameters=parameters, understood=(*shown, *((("初始归并段", f"{runs} 个"),) if runs is not None else ())))


def _tasks(asked: list[tuple[int, str]], plain: list[int], taken: list[re.Match[str]]) -> list[str]:
    """What is asked, with a tree or without: the word nearest before it says which."""
    tasks = []
    for place, name in asked:
        before = [at for at in plain if at < place]
        if name == "compared" and before and not [match for match in taken if before[-1] < match.start() < place]:
            tasks.append("plain")
            plain = [at for at in plain if at != before[-1]]
        else:
            tasks.append(name)
    return tasks


def _facts(reading: Reading) -> dict[str, Any]:
    """Ways, runs and records, taken."""
    ways = [to_int(match["value"]) for match in reading.take_all(rf"(?<![第哪\d])(?P<value>{INTEGER})\s*路(?:平衡)?(?:归并)?(?:排序)?")]
    ways += [int(match["value"]) for match in reading.take_all(r"(?<![A-Za-z])k\s*=\s*(?P<value>\d+)")]
    letters = {
        match["letter"]: int(match["value"])
        for match in reading.take_all(r"(?<![A-Za-z])(?P<letter>[mrn])\s*=\s*(?P<value>\d+)[个条]?(?:记录)?")
    }
    records = reading.take_one(
        (
            r"(?:共|有|含|处理|归并|输出)*\s*(?P<value>\d{2,})\s*[个条](?:待排序|待归并)?的?记录(?!的)",
            r"记录总?数目?(?:为|是|共|有|=)*\s*(?P<value>\d+)",
        ),
        int,
    )
    among = reading.take_all(r"从\s*(?P<value>\d+)\s*个(?:归并段的)?(?:当前|首)?(?:记录|关键字|元素|值)(?:中|里|之中)")
    if any(int(match["value"]) not in ways for match in among) and ways:
        stay_out("chosen from another number")
    length = reading.take_one(r"(?:长度|长)[都均各]?[为是]\s*(?P<value>\d+)\s*个?(?:记录)?的?", int)
    runs = reading.take_one(
        (
            rf"(?<![下第\d])(?!一)(?P<value>{INTEGER})\s*[个条](?:初始|有序|升序|的|长度相同)*(?:归并段|有序段|段)",
            rf"(?:归并段|段)(?:数|总数|个数)?(?:为|是|共|有|=)*\s*(?P<value>{INTEGER})\s*个",
        ),
        to_int,
    )
    runs = letters.get("m", letters.get("r")) if runs is None else runs
    records = letters.get("n") if records is None else records
    if length is not None:
        if runs is None or records is not None:
            stay_out("how many records")
        records = length * runs
    leaves = reading.take_one(rf"叶子?(?:结点)?数?[共有为是]*\s*(?P<value>{INTEGER})\s*个|(?<!\d)(?P<value2>(?!))", to_int)
    inner = reading.take_one(rf"(?P<value>{INTEGER})\s*个(?:内部|非叶|败者)的?(?:败者)?结点", to_int)
    if not ways and inner is not None:
        ways = [inner + 1]
    if not ways and leaves is not None:
        ways = [leaves]
    if not ways and runs is not None:
        ways = [runs]
    reading.take_all(r"(?<![A-Za-z])[nmkr](?![A-Za-z=])")
    return {"ways": list(dict.fromkeys(ways)), "runs": runs, "records": records, "about": "约" in reading.text and "忽略" in reading.text}


def _passes(runs: int, ways: int) -> int:
    count = 0
    while runs > 1:
        runs = -(-runs // ways)
        count += 1
    return count
