"""Reading problems about external merging: passes, ways, dummy runs, the best merge tree, and merging sorted lists by twos."""

from __future__ import annotations

import re
from typing import Any

from engine.generators.ds._clauses import finish, opened
from engine.generators.kind import Recognition
from engine.generators.markdown import listed
from engine.generators.reading import INTEGER, SEQUENCE, Reading, stay_out, to_int

_RUN = r"(?:初始|有序)?(?:的)?(?:归并段|顺串|有序段|有序子文件|有序文件|子文件|游程|段)"
_BIG = r"(?:\d+(?:\.\d+)?\s*万|\d{1,3}(?:,\d{3})+|\d+|[一二三四五六七八九十百千万两]+)"
_OWN = """
外排序 外部排序 外部 外存 外排 归并 合并 排序 最佳归并 最佳归并树 最佳 归并树 初始 归并段 段 需 进行 树 文件 上 为实现 实现 做 虚段 构造 补充 趟 长度 长 依次 各段 块 块数 各 平衡 方案 最优 完成 完 有序 磁盘 总 总的 记录 记录数 读 读写 次数 随后 得到 内部排序 内排序 内存 工作区 内存工作区 随后使用 每个 每段 段长 怎么归并 怎么合并 代价 代价最小 最小的 给个数 给个 画 画出 哈夫曼 有序段 有序表 升序 表 数据元素 各表 元素 排列 分别含有 通过 最终 使 这些 归并方案 按 最坏 最坏情况下 情况 比较 总次数 比较次数 最小 达到 两两 归并成 成 一个 一 合成 所需 补 加 要补 个 单位 的 大小 先 每次 生成 都 若 搞定 弄完 排完 归完 路归并 还要 额外 长为 0的 为0 虚 多路 k m 采用 归并排序 条 能 装 一次 就 空 再 再用
"""


def recognise(text: str) -> Recognition | None:
    """A problem about runs to be merged; None where it is something else."""
    lists = _two_by_two(text)
    if lists is not None:
        return lists
    reading = opened(re.sub(r"空(?:的)?归并段|空段", "虚段", text))
    asked = reading.take_words(
        (
            (
                r"(?:归并)?(?:的)?路数\s*k?\s*(?:至少|最少|最小)(?:要|需要?|应|应该|可以)?(?:为|是|取|得)?(?:多少|几)?|(?:至少|最少|最小)(?:要|得|需要?|应|应该)?(?:采用|用|做|进行)?(?:几|多少)路(?:平衡)?(?:归并|合并)?(?:排序)?|(?:的)?最[小少](?:归并)?路数(?:是|为)?"
                r"|k\s*(?:的)?(?:值)?(?:至少|最少|最小)(?:值)?(?:要|需要?|应|应该|可以)?(?:为|是|取|得)?(?:多少|几)?|(?:归并)?路数\s*k?\s*的?最小值(?:是|为)?",
                "ways",
            ),
        )
    )
    reading.take_all(r"(?<!个)(?:权|长度)为?0的?(?:虚段)?(?=虚|\ue000|,|$)")
    twice = reading.take_all(
        r"(?:若|如果|设|假设|每次|归并时|其中|且)*(?:每|各)(?:个)?(?:块|记录|个?物理块|一?块)(?:的)?(?:都|均)?(?:要|需要?)?(?:读写|读、写|读和写|读一次(?:,)?写一次|读入?写出?)(?:都)?(?:各)?(?:(?:一|1)次)?(?:磁盘)?(?:各)?(?:算|计)?(?:一|1)?次?(?:I/?O)?"
        r"|(?:每次|每)?读(?:取|入|出)?(?:一|1)?(?:个)?(?:块|记录)?(?:、|和|与|,|或|/)?写(?:回|出|入)?(?:一|1)?(?:个)?(?:块|记录)?(?:都|均|也|各|分别)*(?:要)?(?:算|计|记)(?:作|为|成)?(?:一|1)次(?:I/?O|磁盘访问|读写|访问)?"
    )
    weighed = r"(?:最[优小]|最佳)?(?:归并树)?(?:的)?(?:最小)?(?:\(?(?:归并树)?(?:的)?带权路径长度(?:之和)?\)?|(?<![A-Za-z])WPL(?![A-Za-z]))+(?:\s*\(\s*(?:归并树)?(?:的)?(?:带权路径长度|WPL)\s*\))?(?:最小)?(?:值)?(?:是|为)?(?:多少)?"
    places: list[tuple[int, str]] = [(match.start(), "wpl") for match in reading.take_all(weighed)[:1]]
    both = reading.take_all(
        r"(?:总|总共|一共|共|需要?|要)*(?:的)?(?:磁盘|外存)?(?:总)?(?:的)?(?:读写|I/?O|IO|访存|访问磁盘)(?:总)?(?:的)?(?:次数|记录数|块数|总次数|(?:多少|几)(?:块次|次|个?块|个?记录))(?:是|为)?(?:多少)?"
    )
    places += [(match.start(), "io") for match in both[:1]]
    one = reading.take_all(
        r"(?:总|总共|一共|共)*(?:的)?(?:读|读入|读取|读出|写|写出)(?:的)?(?:记录|块|元素)(?:的)?(?:总)?(?:数|个数|次数)(?:是|为)?(?:多少)?|(?:总|总共|一共|共)+(?:要|需要?)?(?:读|读入|写)(?:了)?(?:多少|几)(?:个|条)?(?:记录|块)"
    )
    places += [(match.start(), "wpl") for match in one[:1]]
    asked += list(dict.fromkeys(name for _, name in sorted(places)))
    ways_stated = reading.take_one(rf"(?:归并)?路数(?:k)?\s*(?:为|是|=|取|定为)\s*(?P<value>{INTEGER})(?!\s*时?最)", to_int)
    records = _made_runs(reading)
    reading.refuse(
        r"不(?=是|能|用|采|含|做)|缓冲|败者|胜者|置换|秒|时间|至少|最多|路数|最少|第|删除|多相|平均|并行|通道|若干|未满|前\d|前[一二三四五六七八九十]"
    )
    if records is None:
        reading.refuse(r"(?<!个)记录(?!数)" if not one else r"(?!)")
    ways = reading.take_one(
        (
            rf"(?:k\s*=\s*)?(?P<value>{INTEGER})\s*[-—]?\s*(?:路|叉|阶)(?:的)?(?:平衡|最佳)?(?:归并|最佳归并|合并)?(?:排序|树|段)?",
            r"(?<![A-Za-z])k\s*=\s*(?P<value>\d+)",
        ),
        to_int,
    )
    if ways_stated is not None:
        if ways not in (None, ways_stated):
            stay_out("two numbers of ways")
        ways = ways_stated
    if ways is None and reading.take_all(r"两两(?:进行)?(?:归并|合并)?"):
        ways = 2
    count = reading.take_one(
        (
            rf"(?P<value>{INTEGER})\s*(?:个)?(?:长度)?(?:不等|不同|不一)?(?:的)?{_RUN}",
            rf"{_RUN}(?:的)?(?:个数|总数|数目|数量|数|共|有|共有)*\s*[rmn]?\s*(?:=|为|是|有|共)\s*(?P<value>{INTEGER})(?:个)?(?![\d,、 ]*[,、 和]\d)",
        ),
        to_int,
    )
    lengths = reading.take_all(rf"\d+(?:\s*[,、和]\s*\d+){{2,}}|{SEQUENCE}")
    passes_given = reading.take_one(
        rf"(?:用|想|要|要求|需要|希望|若|经过?|只|仅|做|进行|通过|在)*\s*(?P<value>{INTEGER})\s*趟(?:之?内)?(?:归并|合并)?(?:就|能|可|要)?(?:完成?|结束|排好|排序?完?|搞定)?",
        to_int,
    )
    asked += reading.take_words(
        (
            (r"(?:归并|合并)?(?:的)?(?:总)?趟数|(?:归并|合并)?(?:多少|几)趟", "passes"),
            (
                r"(?:需要?|要|得|应)?(?:补充|增加|添加|加|附加|补|设)*(?:的)?(?:多少|几)个(?:长度为0的)?虚(?:归并)?段|(?:补充|增加|添加|加|附加|补|设)*(?:的)?(?:长度为0的)?虚(?:归并)?段(?:的)?(?:个数|数目|数量|数|(?:要|需)?(?:补|加)?(?:多少|几)个)",
                "dummies",
            ),
        )
    )
    finish(reading, _OWN)
    if not asked or (len(asked) > 1 and not set(asked) <= {"wpl", "io", "dummies"}) or ("io" in asked and not twice and not both):
        return None
    if records is not None:
        if count not in (None, records):
            stay_out("another number of runs")
        count = records
    if lengths:
        if len(lengths) != 1 or passes_given is not None or ways is None or not set(asked) <= {"wpl", "io", "dummies"}:
            return None
        given = [int(number) for number in re.findall(r"\d+", lengths[0][0])]
        if count not in (None, len(given)) or not 2 <= ways <= 30 or not ways <= len(given) <= 40 or min(given) < 1 or "-" in lengths[0][0]:
            return None
        parameters: dict[str, Any] = {"task": asked[0], "runs": len(given), "ways": ways, "lengths": given}
        if len(asked) > 1 or asked == ["io"]:
            parameters |= {"task": "wpl", "asked": asked}
        return Recognition(parameters=parameters, understood=(("归并段长度", listed(given)), ("归并路数", str(ways))))
    runs = count
    if runs is None or not 2 <= runs <= 10**6 or len(asked) > 1:
        return None
    if asked == ["ways"]:
        if ways is not None or passes_given is None or not 1 <= passes_given <= 20:
            return None
        return Recognition(
            parameters={"task": "ways", "runs": runs, "passes": passes_given},
            understood=(("初始归并段", f"{runs} 个"), ("趟数", str(passes_given))),
        )
    if ways is None or passes_given is not None or asked in (["wpl"], ["io"]) or not 2 <= ways <= 1000:
        return None
    if asked == ["dummies"] and ways == 2:
        stay_out("a binary tree needs none")
    return Recognition(
        parameters={"task": asked[0], "runs": runs, "ways": ways}, understood=(("初始归并段", f"{runs} 个"), ("归并路数", str(ways)))
    )


def _number(text: str) -> int:
    plain = text.replace(",", "").replace(" ", "")
    if plain.endswith("万") and re.fullmatch(r"\d+(?:\.\d+)?万", plain):
        value = float(plain[:-1]) * 10_000
        return int(value) if value == int(value) else stay_out("a broken number")
    return to_int(plain)


def _made_runs(reading: Reading) -> int | None:
    """How many runs sorting in memory makes of the records, from what is said of both, taken; None where they are not.

    Raises:
        StayOut: only one of them is said.
    """
    per_run = reading.take(
        rf"(?:内存|工作区|内存工作区|内存缓冲区|主存)(?:的)?(?:工作区)?(?:每次|一次|中)*(?:最多|只|仅|恰好)?(?:能|可以?)?(?:容纳|存放?|装|放|排|排序|处理|对)?(?:入|下)?\s*(?P<size>{_BIG})\s*(?:个|条)?(?:记录)?(?:进行|做)?(?:内部排序|内排序|排序)?(?:得到|生成|形成|产生)?(?:一个|1个)?(?:初始归并段)?"
        rf"|(?:初始)?(?:归并段|每段)(?:的)?(?:长度|长|含|包含|有)*(?:均|都)?(?:为|是|=)?\s*(?P<size2>{_BIG})\s*(?:个|条)记录"
        rf"|每(?:个)?(?:初始)?(?:归并段|段)(?:含|有|包含|长度?|为|是|长)*\s*(?P<size3>{_BIG})\s*(?:个|条)?(?:记录)?"
    )
    total = reading.take(
        rf"(?:文件|数据|共|有|含|中|待排序)*\s*(?<![\d.,])(?P<total>{_BIG})\s*(?:个|条)(?:待排序)?(?:的)?记录(?:的)?(?:大文件|文件)?|记录(?:总)?数(?:为|是|=)\s*(?P<total2>\d+)"
    )
    if per_run is None or total is None:
        if per_run is not None or total is not None:
            stay_out("records without the size of a run")
        return None
    size, all_ = _number(per_run["size"] or per_run["size2"] or per_run["size3"]), _number(total["total"] or total["total2"])
    if not 1 <= size < all_:
        stay_out("records")
    return -(-all_ // size)


def _two_by_two(text: str) -> Recognition | None:
    """Sorted lists merged by twos with the fewest comparisons in the worst case (408 of 2012); None where it is not that."""
    if not re.search("两两|二路|2路", text) or not re.search("最坏", text) or not re.search("合并|归并", text) or "有序" not in text:
        return None
    reading = opened(text)
    reading.refuse(r"不(?!超)|平均|最好|三路|降序")
    lengths = reading.take_all(r"(?<![\d.])\d+\s*个?(?:\s*[,、和]\s*\d+\s*个?){2,}(?![\d.])")
    reading.take_all(r"[A-Z](?:\s*[、,]\s*[A-Z]){2,}")
    steps = reading.take_one(rf"(?:通过|经过|经)?(?P<value>{INTEGER})次(?:两两)?(?:合并|归并)", to_int)
    counts = {
        to_int(match["count"]) for match in reading.take_all(rf"(?P<count>{INTEGER})\s*个(?:升序)?(?:的)?(?:有序)?(?:表|序列|文件|数组)")
    }
    asked = reading.take_all(r"比较(?:的)?(?:总)?次数")
    finish(reading, _OWN)
    if len(lengths) != 1 or not asked:
        return None
    given = [int(number) for number in re.findall(r"\d+", lengths[0][0])]
    if not 3 <= len(given) <= 20 or counts - {1, len(given)} or steps not in (None, len(given) - 1):
        stay_out("lists")
    return Recognition(
        parameters={"task": "comparisons", "runs": len(given), "ways": 2, "lengths": given},
        understood=(("有序表长度", listed(given)), ("求", "最坏情况下比较的最少总次数")),
    )
