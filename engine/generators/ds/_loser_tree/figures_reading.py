"""Reading figures of loser trees: comparisons of choosing, building and merging, and numbers of nodes, from the number of ways."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.ds._clauses import WEAK, refuse_open_questions
from engine.generators.ds._settling import settle
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, Reading, stay_out, to_int

HARMLESS = """
值 最小值 数组是多少 画出
首 首关键字 队头 各段队头 五个段当前记录 当前记录 冠军下面 下面的 根结点 段号是几 关键字几 哪个段 选最小 最多 比 每选出 段号 那段 重构之后 这一趟 这一趟比较次数 算 叶子 建好败者树 败者树里 父结点 那种 书上
败者树 败者 树 归并 归并段 多路 多路归并 平衡归并 平衡 路 建立 建 构造 建成 建好 好 选 选出 选择 最小 最小的 最小关键字 关键字最小 关键字 记录 段 段号 各归并段 各段 首记录 当前首记录 当前 叶结点 叶子 叶子结点 叶结点的 外部排序 外排序 初始归并段 初始 一趟 做 写出 依次 从左到右 次 冠军 优胜者 胜者 根 根结点 根处 树根 处 树根处 的败者 失败者 结点 记录的 记录了 记录的是 记录的是哪个段号 哪个段 哪个段号 中 第一个 输出 被输出 后 段读入 读入 下一个 下一个记录 调整 调整败者树 调整后 重新 新 新的 然后 该段 该归并段 重构 需要 比较 关键字比较 比较次数 总比较次数 总的 从 个 时 每 每次 个记录 内部归并 总 得到一个记录 每得到一个记录 计 按 取整 一次 是哪个 段为 号 所在 哪一段 哪段 接 编号 使用 利用 写 数组 ls 对应 假设 放 内存 里 排好
升序 排序 有序 除了 叶子 内部 当前 第二个 归并排序 从 到 再 则 b 首 均 一组 先 比赛 比 比赛场数 用 该 那段 后 时 需 内 升序归并 按升序归并 按升序 一共 条 参加 一趟 每 得到 记录数 处 胜者 继续 向上 那 补 路数 是否 忽略 建树 和 段结束 段尾 小 取整 归并时 所有 各段第一个数 第一个数 各 号段 数值
"""
"""Words of problems about loser trees that change nothing."""

_LOG = r"(?:⌈|\[|上取整|\(?ceil\(?)?\s*log_?(?:2|₂)?\s*_?\(?(?P<of>k|m|\d+)\)?\s*(?:⌉|\]|\))?"
_BY_RULE = rf"\(?(?:按照?|取|即|为|用|公式|\s)*(?:(?:其后|之后|以后)?[都均]?每次?(?:得到|选出|输出|选|选取)一?[个条](?:最小)?的?(?:记录|关键字)所?需?要?的?(?:关键字)?比较(?:次数)?[均都]?(?:为|按照?|是|取)?)?\s*(?:\(?\s*n\s*-\s*1\s*\)?\s*[×*·.]?\s*)?{_LOG}\s*次?[、,和]?(?:总共|一共|共|有|需要?|要|进行|做)*(?:\(?\s*n\s*-\s*1\s*\)?\s*个?(?:记录)?[计次趟]?(?:选择|选取|调整|比较)?来?(?:计算|算|计)?)?,?(?:(?:其中)?[mk][为是](?:初始)?(?:归并段|归并路)(?:数|总数|个数)?)?\)?"
_NO_MORE = r"(?:建立|建)(?:初始)?的?(?:败者)?树时?(?:本身)?的?|(?:归并)?段结束的?(?:情况)?|建树和段结束的?(?:情况)?"
_PER_RECORD = r"每[个条]?(?:记录)?[都均]?按照?最多的?(?:比较)?次数来?(?:算|计算?)|(?:按照?|设|若)?(?:(?:每|每次)(?:选出|输出|得到|选)(?:一?[个条])?(?:最小)?(?:记录|关键字)?|每[个条]?记录)[都均也要]*的?(?:关键字)?(?:需要?|要)?(?:比较|比较次数|比)(?:次数)?(?:为|是|等于|约)?(?:树高|败者树的?(?:高度|树高)|一个树高|⌈log)"
_TIMES = r"(?:(?<=败者树)[,，]?[则就只仅]*(?:需要?|要)(?:多少|几)次|(?:需要?|要|做|进行|最多|至多|得|不超过|共|一共|总共|还|只|约)*(?:关键字)?的?(?:比较|比)的?(?:(?:多少|几)次|(?:几|多少)场|总?次数(?:不超过|最多|至多)?(?:是|为|约为)?(?:多少)?)|(?:需要?|要|进行|做|最多|至多|共|总共|一共|约)*(?:多少|几)次(?:关键字)?的?比较|(?:多少|几)场(?:比较|比赛)|(?<=比)[,，]?(?:需要?|要|得)(?:多少|几)次|(?:最多)?走(?:多少|几)层(?:\((?:比较?)(?:多少|几)次\))?|重赛(?:多少|几)场|(?<=最小)又?[是要](?:多少|几)次)"
_PLAIN = rf"(?:如果|若|要是|假如)?(?:不用|不采用|不使用|没有|不借助)败者树(?:的话|时)?(?:,|、|而是|而|就)*用?(?:直接|逐个|普通(?:方法)?|简单|依次|两两|顺序|挨个|一个个)*地?|(?:如果|若|要是|改)?(?:用|采用|改用|换成)?(?:普通|顺序|直接|简单|逐个|逐一|挨个|依次|传统)[的地]?(?:顺序)?(?:选择|比较|挑选|查找|扫描|选|找|比)(?:排序)?(?:法|方法|方式)?(?:的话)?|(?:普通|顺序|直接|逐个)(?:方法)?(?=[从在]?\s*{INTEGER})|直接[挑选找](?=最小)"
_SELECT = r"(?:(?:每次?)?(?:选[出取择]?|得到|输出|找出|找|选一个)(?:一个|关键字|一|1)?个?的?(?:最小)?的?(?:关键字|记录|元素|值|者)*的?(?:记录)?后?(?:,?(?:重新)?选出最小的?(?:关键字|记录))?时?)|每次(?:调整|重构|选择)|(?:调整|重构)一次|一次(?:调整|重构)|从(?:一个)?叶子?(?:结点)?到根|每次(?=\ue000)|(?:内部)?比较一个记录|冠军被?取走,?补上新值后|每次要?(?=比)|(?<=\ue000)最小"


def figures(reading: Reading) -> Recognition | None:
    """Comparisons of choosing, building and merging, and numbers of nodes, from the number of ways; None where none is asked.

    Raises:
        StayOut: the way of counting is not told and would matter.
    """
    if (changed := _changed(reading)) is not None:
        return changed
    if (counted := _ways_of_nodes(reading)) is not None:
        return counted
    if (passed := _with_passes(reading)) is not None:
        return passed
    reading.refuse(r"(?:节省|省|少|减少|相差|差)[了掉]?(?:比较)?(?:多少|几)次")
    reading.refuse(r"建立?(?:败者)?树呢|(?:直接|普通|顺序|逐个|不用)[^;。?]{0,30}(?:分别|各)[^,;。?]{0,8}(?:多少|几)次")
    inverse = reading.take(
        rf"(?:每(?:输出|选出|得到)一个记录)?[,、]?(?:向上调整时?)?(?:需要?|要)?(?:比较|比)\s*(?P<times>{INTEGER})\s*次(?=.{{0,30}}(?:(?:多少|几)路|路数))"
    )
    told = reading.take_all(rf"(?:比较|比)\s*[要了]?较?\s*(?P<times>{INTEGER})\s*次(?:对(?:吧|吗|不对))?")
    by_rule = reading.take_all(_BY_RULE)
    per_record = reading.take_all(_PER_RECORD)
    reading.take_all(
        r"\(?(?:除|除了|除去)(?:首次)?(?:建树)?时?(?:选出)?的?(?:第一个|第1个)(?:记录|关键字)?(?:之?外|以外),?(?:其后|之后|其余)?"
        r"|[,、(]?(?:建树|建立败者树|建败者树)(?:本身|过程)?的?(?:关键字)?比较(?:次数)?也?(?:不计|忽略|不算|不考虑)(?:在内)?\)?"
    )
    reading.take_all(
        rf"\(?[,、]?(?:忽略|不计|不考虑|不含|不算)掉?(?:(?:{_NO_MORE})[和与及、]?)+(?:的?比较(?:次数)?|的?开销)?\)?|\(?(?:(?:{_NO_MORE})[和与及、]?)+(?:的?比较(?:次数)?|的?开销)?可?(?:忽略|不计|不考虑|不算)(?:在内|不计)?\)?"
        r"|除[了去开]?(?:初始|最初|首次)?的?(?:建立?|构造)(?:初始)?(?:败者)?树(?:之?外|以外)?"
        r"|\(?(?:除了?|不(?:包?含|包括|计|算|考虑))去?(?:用于)?(?:存放|保存|记录)?(?:最终|最后)?的?(?:胜者|冠军|优胜者)的?(?:那个|那一个|结点|单元)*(?:ls\[?0\]?)?(?:之?外|以外)?\)?"
        r"|\(?不(?:包?含|包括|计|算)(?:记录)?冠军的?(?:那个|结点)*\)?|按?(?:\(?n-1\)?)?[乘×*]?以?每次的?比较次数来?算?"
    )
    lettered = reading.take_all(r"(?<![A-Za-z])[mk]\s*路(?:平衡)?(?:归并)?[中时]?") if reading.has(r"(?<![A-Za-z])[mk]\s*=\s*\d") else []
    plain = reading.take_all(_PLAIN)
    reading.refuse(r"(?:普通|直接|顺序|简单|逐个|不用败者树)[^,;。?]{0,6}(?:多少|几)")
    building = reading.take_all(
        rf"(?:初始)?(?:建树|建立|建成|建|构造|创建)(?:这棵|一棵|该)?(?:初始)?(?:败者树)?(?:时|的时候|过程中?)?,?(?:总共|一共|共|总)*{_TIMES}"
    )
    nodes = [
        (match.start(), name)
        for name, pattern in (
            (
                "with-winner",
                r"(?:(?:内部|非叶|败者)(?:败者)?结点数?)?,?\(?(?:加上|连同?|算上|包括|含|包含|计入)(?:冠军)?(?:那个|结点)?(?:ls\[?0\]?)?(?:冠军)?(?:结点)?(?:ls\[?0\]?)?(?:在内)?\)?,?(?:一共|共|总共)?有?(?:(?:多少|几)个(?:结点)?|的?(?:个数|总数)[是为]?(?:多少)?)",
            ),
            (
                "inner",
                r"(?:除了?叶子?(?:结点)?(?:外|之外)?)?,?(?:内部|非叶)(?:\(?败者\)?)?(?:记录|存放|保存|的)*(?:败者)?的?结点的?[\ue000 ]*[又则还]?(?:一共|共|总共)?[有是]?(?:(?:多少|几)个?|个数|数)|(?:记录|存放|保存)败者的结点(?:一共|共)?有?(?:(?:多少|几)个?|个数|数)|败者结点(?:一共|共)?有?(?:多少|几)个|(?:多少|几)个(?:内部|非叶|败者)(?:败者)?结点",
            ),
            ("leaves", r"叶子?(?:结点)?(?:一共|共|总共)?有?(?:(?:多少|几)个|个数|数)|(?:多少|几)个叶子?(?:结点)?"),
        )
        for match in reading.take_all(pattern)
    ]
    reading.refuse(r"结点[\ue000\s()]*[又则还各共有是为,]*(?:多少|几)")
    times = [] if inverse else reading.take_all(_TIMES)
    reading.refuse(r"不|[要需须应得]?考虑|计入|算上|置换|(?<!到)根|虚|高度(?!为)")
    which = reading.take_all(r"是?(?:多少|几)路(?:归并)?|(?:归并)?路数[是为]?(?:多少|几)?") if inverse else []
    reading.take_all(
        r"(?:现在?|后来|那|如果|若)?[改换][成为用]+(?=败者树)|(?<=败者树)(?:之?后)?就?[只仅](?:需要?|要|用)?|\(?树为满的?\)?|满二叉树?的"
    )
    ways = reading.take_one(
        (
            rf"(?P<value>{INTEGER})\s*路",
            r"(?:归并)?路数\s*k?\s*(?:=|为|是)\s*(?P<value>\d+)",
            r"(?<![A-Za-z])k\s*=\s*(?P<value>\d+)",
            *((r"(?<![A-Za-z])m\s*=\s*(?P<value>\d+)",) if any("m" in match[0] for match in lettered) else ()),
            rf"[有含]\s*(?P<value>{INTEGER})\s*个叶子?(?:结点)?",
            rf"[从在对]\s*(?P<value>{INTEGER})\s*[个路条](?:当前|待比较|首|的)*(?:关键字|记录|归并段|段|元素)+首?的?(?:当前|首)?(?:关键字|记录|元素)?之?[中里间]",
        ),
        to_int,
    )
    if ways is not None:
        reading.take_all(r"(?<![A-Za-z0-9])k\s*路")
    one = reading.take_all(_SELECT)
    runs = reading.take_one(
        (
            rf"(?P<value>{INTEGER})\s*个(?:初始)?(?:归并段|有序段|段)",
            rf"(?:初始)?(?:归并段|有序段)(?:共|有|数|总数|个数|为|是|=)*\s*(?P<value>{INTEGER})\s*个",
        ),
        to_int,
    )
    if ways is None and runs is not None and not patterns.search("路|趟", reading.text):
        ways = runs  # one tree over all of them
    if reading.has(r"(?<![A-Za-z])n\s*(?:=|为)\s*\d"):
        reading.take_all(r"(?:共|一共|总共)?有?(?<![A-Za-z])n\s*个(?:待排序)?的?记录")
    records = reading.take_one(
        (
            r"(?:共|有|总共|归并|处理|对)*(?:n\s*=\s*)?(?P<value>\d+|[一二三四五六七八九十百千]{2,})\s*[个条]?(?:待排序)?的?记录的?(?:文件)?",
            r"n\s*(?:=|为)\s*(?P<value>\d+)",
            r"(?:待归并|待排序|全部|所有)?的?记录的?总?个?数[目量]?共?(?:为|是|=|有)?\s*(?P<value>\d+)[个条]?",
        ),
        to_int,
    )
    totals = any("总" in match[0] for match in times)
    if records is not None and one and not (totals or by_rule or per_record):
        records = None  # told of the file; asked is a single choice
    whole = totals or records is not None
    refuse_open_questions(reading)
    settle(reading, HARMLESS + " 选最小 最小 普通方法 普通 方法 呢 败者树呢 k ( ) 过程 每次 选出 最小记录 满 次", WEAK)
    if inverse is not None:
        levels = to_int(inverse["times"])
        if not which or ways is not None or not 1 <= levels <= 20 or "满" not in reading.text:
            return None
        return Recognition(parameters={"task": "ways", "levels": levels}, understood=(("每次比较", f"{levels} 次"), ("求", "归并路数")))
    if ways is None or not 2 <= ways <= 10**6:
        return None
    if records is not None:
        return _total(reading, ways, runs, records, by_rule, bool(per_record)) if times and not (plain or building or nodes) else None
    if by_rule or runs not in (None, ways) or (whole and not (building or plain or one)):
        return None
    asked = [*nodes, *((match.start(), "build") for match in building)]
    for match in plain:
        after = [each for each in times if each.start() > match.start()]
        given = [each for each in told if each.start() > match.start() and (not after or each.start() < after[0].start())]
        if given:
            if to_int(given[0]["times"]) != ways - 1:
                stay_out("another way of choosing the least")
        else:
            asked.append((match.start(), "plain"))
            times = [each for each in times if not after or each is not after[0]]
    stated = [to_int(each["times"]) for each in told]
    if any(value not in (ways - 1, (ways - 1).bit_length()) for value in stated):
        stay_out("another number of comparisons")
    if times or (plain and patterns.search("用败者树呢|败者树呢", reading.text)):
        if not (one or building or plain):
            return None
        asked.append((times[0].start() if times else 10**6, "one"))
    names = list(dict.fromkeys(name for _, name in sorted(asked)))
    if not names:
        return None
    if len(times) > 1:
        stay_out("comparisons of two things")
    if names == ["one"]:
        return Recognition(
            parameters={"task": "one", "ways": ways}, understood=(("归并路数", str(ways)), ("求", "选出一个最小记录的比较次数"))
        )
    return Recognition(parameters={"task": "figures", "ways": ways, "asked": names}, understood=(("归并路数", str(ways)),))


def _with_passes(reading: Reading) -> Recognition | None:
    """Passes of a k-way merge, and perhaps the comparisons of choosing one record; None where no passes are asked."""
    passes = reading.take_all(
        r"(?:一共|总共|共|需要?|要|进行|做|归并|的){0,4}(?:归并)?趟数s?[是为]?(?:多少|几)?|(?:一共|总共|共|需要?|要|进行|做|归并){0,4}(?:多少|几)趟(?:归并)?(?:才能?(?:完成|归并完|排好))?"
    )
    if not passes:
        return None
    reading.take_all(r"(?:每趟|一趟)(?:里|中|归并)?的?|\(败者树已建好\)|败者树已建好")
    rule = reading.take_all(_BY_RULE)
    chosen = reading.take_all(_SELECT)
    times = reading.take_all(rf"{_TIMES}|[是为要]?(?:多少|几)次")
    ways = reading.take_one((rf"(?<!第)(?P<value>{INTEGER})\s*路", r"(?<![A-Za-z])k\s*=\s*(?P<value>\d+)"), to_int)
    runs = reading.take_one(
        (
            rf"(?P<value>{INTEGER})\s*个(?:初始|有序|的)*(?:归并段|有序段|段|顺串)",
            rf"(?:初始)?(?:归并段|有序段)(?:共|有|总数|个数|数|为|是|=)*\s*(?P<value>{INTEGER})\s*个?",
        ),
        to_int,
    )
    refuse_open_questions(reading)
    settle(reading, HARMLESS + " 做 归并 每趟 k 路")
    if ways is None or runs is None or not 2 <= ways <= 1000 or not 2 <= runs <= 10**6 or bool(chosen or rule) != bool(times):
        return None
    if rule and rule[0]["of"].lower() not in ("k", str(ways)):
        stay_out("another number of comparisons")
    tasks = [(passes[0].start(), "passes"), *([(times[0].start(), "one")] if times else [])]
    return Recognition(
        parameters={"task": "passes", "ways": ways, "runs": runs, "asked": [name for _, name in sorted(tasks)]},
        understood=(("初始归并段", f"{runs} 个"), ("归并路数", str(ways))),
    )


def _changed(reading: Reading) -> Recognition | None:
    """How the comparisons of choosing one key change with the ways; None where that is not asked."""
    told = reading.take(
        rf"(?:归并)?(?:路数)?k?\s*[由从]\s*(?P<before>{INTEGER})\s*路?(?:归并)?(?:增大|增加|增|变|改|提高|扩大)[为到成至]\s*(?P<after>{INTEGER})\s*路?时?"
    )
    if told is None:
        return None
    each = reading.take_all(
        r"(?:用|采用|利用)?(?:败者树)?(?:每次?)?(?:选出|输出|得到|选|选取)(?:一个)?(?:最小)?的?(?:记录|关键字|元素)(?:所?需要?)?[的时]?(?:关键字)?的?比较次数|每次(?:调整|选择)的?比较次数"
    )
    both = reading.take_all(r"(?:分别)?[由从](?:多少|几)次?(?:变为|变成|增加到|到|变)了?(?:多少|几)次?")
    more = reading.take_all(r"[会要]?(?:增加|多|增多)了?(?:多少|几)次?")
    reading.take_all(r"(?<![A-Za-z])k\s*路(?:平衡)?(?:归并)?")
    refuse_open_questions(reading)
    settle(reading, HARMLESS + " 路数 归并路数 k", WEAK)
    if not each or bool(both) == bool(more):
        return None
    pair = [to_int(told["before"]), to_int(told["after"])]
    if not 2 <= pair[0] <= 10**6 or not 2 <= pair[1] <= 10**6 or (more and pair[0] > pair[1]):
        return None
    return Recognition(
        parameters={"task": "change", "ways": pair, **({"difference": True} if more else {})},
        understood=(("归并路数", f"{pair[0]} → {pair[1]}"),),
    )


def _ways_of_nodes(reading: Reading) -> Recognition | None:
    """The ways from the number of nodes that hold losers, or of leaves; None where that is not asked."""
    asked = reading.take(
        rf"[中里]?(?:一共|共|总共)?有\s*(?P<count>{INTEGER})\s*个(?:(?:存放|记录|保存|存)着?败者的)?(?P<what>败者|内部|非叶|叶子?)(?:结点)?(?:\(?不(?:含|包括|算|计)冠军(?:结点)?\)?)?的?[,。]?(?:败者树)?(?:请问|问|则|那么|对应|应该|用于|它)*的?是?(?:(?:多少|几)路(?:归并)?的?|(?:归并)?路数k?[是为]?(?:多少|几)?|k\s*(?:=|为|是|等于)\s*(?:多少|几|\?)?)"
    )
    if asked is None:
        return None
    reading.take_all(r"(?<![A-Za-z])k路(?:归并)?的?")
    refuse_open_questions(reading)
    settle(reading, HARMLESS, WEAK)
    count = to_int(asked["count"])
    if not 2 <= count <= 10**6:
        return None
    return Recognition(
        parameters={"task": "ways-of-nodes", "count": count, "leaves": asked["what"].startswith("叶")},
        understood=(("叶结点" if asked["what"].startswith("叶") else "败者结点", f"{count} 个"), ("求", "归并路数")),
    )


def _total(
    reading: Reading, ways: int, runs: int | None, records: int, by_rule: list[re.Match[str]], per_record: bool
) -> Recognition | None:
    """Comparisons of merging so many records.

    Raises:
        StayOut: the way of counting is not told.
    """
    single = "一趟" in reading.text or (runs is not None and runs <= ways) or (runs is None and "趟" not in reading.text)
    if per_record and not by_rule:
        if not single:
            stay_out("several passes")
        return Recognition(
            parameters={"task": "all", "records": records, "of": ways, "each": True},
            understood=(("记录", str(records)), ("每个记录比较", f"⌈log₂{ways}⌉ 次")),
        )
    minus_one = patterns.search(r"n\s*-\s*1|除[^,;。]{0,10}(?:第一个|第1个|冠军)[^,;。]{0,4}外", reading.text)
    each = (
        per_record
        or patterns.search(r"每(?:(?:得到|选出|输出|选)(?:一[个条])?|[个条])(?:最小)?的?(?:记录|关键字)", reading.text) is not None
    )
    if by_rule and not minus_one and not each:
        stay_out("for every record, or for all but one")
    if not by_rule and not (minus_one and single):
        stay_out("how the comparisons are counted")
    of = by_rule[0]["of"].lower() if by_rule else "k"
    base = {"k": ways, "m": runs}[of] if of in "km" else to_int(of)
    if base is None:
        stay_out("the number of runs")
    if base == ways and not single:
        stay_out("several passes")
    return Recognition(
        parameters={"task": "all", "records": records, "of": base, **({} if minus_one else {"each": True})},
        understood=(("记录", str(records)), ("每个记录比较", f"⌈log₂{base}⌉ 次")),
    )
