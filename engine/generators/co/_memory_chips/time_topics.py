"""Refresh of dynamic memories, and the rate of a plain one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from math import isqrt

from engine.generators.clauses import Role
from engine.generators.co._memory_chips.words import CHIP, MEMORY, SHAPE, WORDS, chips, log, shape, show_shape
from engine.generators.laws.clauses import BITS, SIZE, TIME, to_bytes, to_seconds
from engine.generators.laws.measures import duration
from engine.generators.laws.topic import Facts, Law, Quantity, Told, Topic, about, counted, in_units, percentage, whole
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, stay_out, to_count


def _square(chip: Sequence[Fraction]) -> Fraction | None:
    root = isqrt(int(chip[0]))
    return Fraction(root) if root * root == chip[0] else None


def _refresh_check(facts: Facts) -> None:
    if "chip" in facts and "rows" in facts and facts["rows"] > facts["chip"][0]:
        stay_out("rows")
    if ("gap" in facts and (facts.get("only_central") or facts.get("only_scattered"))) or ("dead" in facts and facts.get("only_scattered")):
        stay_out("another way to refresh")


_THREE = re.compile(
    r"(?:采用|用|选用)?(?:集中|分散|异步)(?:式)?(?:刷新)?[、,](?:集中|分散|异步)(?:式)?(?:刷新)?(?:和|与|及|以及|、)(?:集中|分散|异步)(?:式)?(?:刷新)?(?:这)?(?:三种|3种)?(?:刷新)?(?:方式)?(?:时|下|的|,)*(?:的)?刷新(?:的)?(?:时间)?间隔(?:时间)?"
)


def _three_ways(text: str) -> str:
    """The gaps of all three ways as one question."""
    return _THREE.sub("三法刷新的间隔", text)


REFRESH = Topic(
    name="refresh",
    about=r"刷新",
    guard=r"屏|显示|分辨率|带宽|(?:集中|分散|异步)(?:式)?(?:刷新)?(?:、|和|与|及|或)(?:集中|分散|异步)[^,;。?]{0,20}间隔",
    prepared=_three_ways,
    told=(
        Told(
            "rows",
            r"\(?(?:芯片|片)(?:内|内部)?(?:是|有|由)\s*\d+\s*个\s*(?P<value>\d+)\s*[×xX*]\s*\d+\s*(?:的)?(?:结构|阵列|矩阵|存储阵列)(?:组成|构成)?\)?",
            whole,
        ),
        Told(
            "rows",
            r"(?:存储)?(?:阵列|矩阵|体|芯片)?(?:内部)?(?:结构)?(?:为|是|由|排成|排列成|有|\(|行列对称|方阵|:)*\s*(?P<value>\d+)\s*行?\s*[×xX*]\s*(?P<other>\d+)\s*列?(?:的)?(?:\)|存储阵列|阵列|存储矩阵|矩阵|方阵|存储元)(?:阵列|矩阵)?|(?:阵列|矩阵|方阵)(?:为|是|:)*\s*(?P<third>\d+)\s*[×xX*]\s*(?P<fourth>\d+)(?!\s*位)|(?:内部|片内)(?:存储)?(?:阵列)?(?:按|为|是|排成)*\s*(?:由|分为|分成)?(?P<fifth>\d+)\s*行?\s*[×xX*]\s*\d+\s*列?(?:\s*[×xX*]\s*\d+)?|内部(?:存储)?(?:结构)?(?:为|是|排列?成|排列?为|组织成)+(?:一个)?\s*(?P<seventh>\d+)\s*[×xX*]\s*\d+(?!\s*[K\d])(?:\s*(?:的)?(?:形式|方阵|矩阵|阵列))?|(?:(?:内部)?存储元(?:排列?)?(?:为|是|成|按|有|:)*)?\s*(?P<sixth>\d+)\s*行\s*[×xX*]\s*\d+\s*列",
            lambda match: int(match["value"] or match["third"] or match["fifth"] or match["sixth"] or match["seventh"]),
        ),
        Told(
            "rows",
            r"(?:每个?)?(?:[SD]?RAM)?(?:芯片|片)?(?:包含|含有?|有|共有?)?(?<![\d.])(?P<value>\d+)\s*(?P<kilo>[KM]?)\s*行(?:,?(?:每行|每一行)(?:有|包含|含|为)?\s*(?P<columns>\d+)\s*(?P<more>[KM]?)\s*(?:个)?(?:存储)?(?:单元|元|位|列))?(?!\s*[×xX*])",
            lambda match: int(match["value"]) << 10 * " KM".index(match["kilo"].upper() or " "),
        ),
        Told(
            "row_time",
            rf"(?:单次|每次|一次|每行|一行)(?:的)?刷新(?:操作)?(?:耗时|需要?|用时|花费|的?时间(?:为|是)?|为|要)?\s*(?P<value>{TIME})",
            lambda match: to_seconds(match["value"]),
        ),
        Told("rows", r"行(?:地址)?(?:数)?(?:为|是|有|共)+\s*(?P<value>\d+)", whole),
        Told("central_here", r"(?:若|如果|如)?(?:采用|用|按)?集中(?:式)?(?:刷新)?(?:的)?(?:方式|法)?(?=[^。;?]{0,60}(?:一遍|1遍))", 1),
        Told("by_rows", r"(?:只|仅)?按行(?:进行)?刷新", 1),
        Told(
            "access_gap",
            rf"CPU在\s*(?P<value>{TIME})(?:之)?内(?:至少|最少)(?:要|需要?)?(?:访问|访)(?:内存|主存|存储器|存)?(?:一|1)次(?:内存|主存|存储器)?",
            lambda match: to_seconds(match["value"]),
        ),
        Told("square", r"(?:行列)(?:对称|数相等|相等|相同)|方阵(?:排列)?|正方形", 1),
    ),
    passed=(
        r"(?<![\d.])(?:21|41|27|62)\d{2,3}(?=\s*(?:D?RAM|芯片))|(?:有)?\d+\s*[KMG]?\s*个(?:存储)?单元(?=,?排|,?\d+行)|(?:采用|使用)?地址(?:引脚)?(?:分时)?复用(?:技术|方式)?|如?(?:单元|芯片)(?=刷新)|(?:芯片)?内(?:部)?(?=\ue000)|(?<=\ue000)\s*\d+列",
        r"(?:分散|集中|异步)(?:刷新)?(?:跟|和|与|、)(?:分散|集中|异步)(?:刷新)?(?:先)?(?:不问|不管|不考虑)",
        r"(?:采用|用|按|若)?(?:异步|分散|集中)(?:式)?(?:刷新)?(?:方式|法)?(?:\((?:分散到|均匀|在)?[^()]{0,12}均匀\)?刷?新?\)?)?(?:的)?|\(?分散到\d*m?s?里?均匀\)?",
        r"(?:把|将)?(?:所有|全部|各)(?:的)?行(?:都|均)?(?:要|必须|应)?(?:刷(?:新)?(?:一遍|一次|完)?)|(?:内|里)(?:必须|要)?(?:把|将)?(?:所有|全部)行(?:都|均)?刷(?:新)?(?:一遍|一次)|每次刷新(?:一|1)行",
    ),
    roles=(
        Role(
            name="chip",
            quantity=SHAPE,
            read=shape,
            after=rf"(?:的)?(?:\d{{4,5}})?\s*(?:D)?(?:RAM)?{CHIP}?",
            before=r"芯片|DRAM|用|由",
            alone=True,
        ),
        Role(name="memory", quantity=SHAPE, read=shape, after=rf"(?:的)?{MEMORY}", before=r"组成|构成|扩展[成为]|拼成"),
        Role(name="held", quantity=SIZE, read=to_bytes, before=rf"{MEMORY}(?:的)?(?:容量)?(?:共|为|是)*", after=rf"(?:的)?{MEMORY}"),
        Role(name="pieces", quantity=rf"(?<![\d.]){INTEGER}\s*片", read=to_count, before=r"由|用|共"),
        Role(
            name="interval",
            quantity=TIME,
            read=to_seconds,
            before=r"(?:单元)?刷新(?:的)?(?:最大)?(?:间隔|周期|最大间隔)(?:时间)?(?:不超过|不大于|小于等于|最大)?|最大刷新(?:周期|间隔)",
            after=r"(?:内|之内|里|中|以内)?(?:须|必须|要|需|应)?(?:把|将|对)?(?:所有|全部|各|都|完成|整个|芯片|存储器|存储单元|的)*(?:行|单元)?(?:都|全部|全|要)?刷|(?:内|之内|里|以内)(?:须|必须|要|需|应)?(?:对|把|将)?\ue000",
        ),
        Role(
            name="cycle",
            quantity=TIME,
            read=to_seconds,
            before=r"(?:存取|读写|存储|读/写|存储器)(?:的)?周期(?:时间)?\s*T?[Mm]?|刷新(?:一|1)行(?:需要?|用)?",
        ),
    ),
    asks=(
        (
            r"(?:总共|一共|共)?(?:需要?|要|用)*(?:多少|几)(?:片|个|块)(?:这样的|这种)?(?:D?RAM)?(?:存储)?(?:芯片)?(?![行次])(?!读|存|周期)|(?:总共|一共|共)?(?:需要?|要|用)*(?:多少|几)(?:这样的|这种)?(?:[SD]?RAM)?(?:存储)?芯片|(?:所需)?芯片(?:片)?数",
            "chips",
        ),
        (
            r"三法刷新的间隔(?:各|分别|依次)*(?:为|是)?(?:多少)?",
            "three",
        ),
        (
            r"(?:应|试问|问)?(?:采用|用|选用)(?:哪种|哪一种|何种|什么)(?:样的)?刷新(?:方式)?(?:比较|较|更|最)?(?:为)?(?:合理|合适|好)",
            "best",
        ),
        (
            r"(?:对)?(?:全部|所有)(?:的)?(?:存储)?(?:单元|\ue000{2})?刷新(?:一|1)遍(?:所)?(?:需要|需|要|用)?(?:的)?(?:实际)?(?:刷新)?时间(?:是|为)?(?:多少)?",
            "actual",
        ),
        (
            r"(?:存储器|芯片|全部|所有存储单元|所有单元|整个)*刷新(?:一|1)遍(?:最少|至少|共|总共)?(?:需要?|要|用)(?:多少|几)个?(?:读写|读/写|存取|存储)?周期",
            "rows_asked",
        ),
        (r"(?:芯片)?(?:的)?地址(?:引脚|管脚)(?:数)?(?:有|是|为|要|需要?)*(?:多少|几)?(?:根|条|个)?", "pins"),
        (r"系统(?:的)?(?:存取|存储)?周期(?:变|是|为|变为|变成|应)*(?:多少|多长)?", "system"),
        (
            r"(?:完成)?(?:对)?(?:该|此)?(?:主存|内存|存储器|芯片)?(?:单元)?(?:的)?(?:所有|全部)(?:的)?(?:存储)?(?:单元|行)(?:的)?(?:一次|一遍)刷新(?:操作)?(?:所)?(?:需要?|用)?(?:的)?(?:总)?时间(?:是|为)?(?:多少)?|(?:完成)?(?:对)?(?:该|此)?(?:主存|内存|存储器|芯片)?(?:单元)?(?:的)?(?:所有|全部)(?:的)?(?:存储)?(?:单元|行)(?:都)?刷新(?:一次|一遍)(?:所)?(?:需要?|用)?(?:的)?(?:总)?时间(?:是|为)?(?:多少)?",
            "pass",
        ),
        (r"(?:芯片)?(?:全部|所有行|整个芯片)?刷新(?:一|1)遍(?:要|用|需要?|共)*(?:多久|多少时间|多长时间|多少)?", "pass"),
        (
            r"(?:刷新)?(?:操作)?(?:占去|占用?)(?:了)?(?:总|全部|存储器)?(?:的)?时间(?:的)?(?:百分比|比例|百分之几|多少)|(?:死时间率|死区占比|死区(?:时间)?(?:所)?占(?:比|的比例)?|死时间(?:所)?占(?:比|的)?|死(?:亡)?时间率)(?:几|多少|百分之几|比例)*",
            "dead_share",
        ),
        (r"(?:集中刷新)?(?:的)?(?:死(?:亡)?时间|死区(?:时间)?)(?:是|为|有)?(?:多少|多长|多久)?(?:μs|us)?", "dead"),
        (
            r"(?:相邻)?两次刷新(?:的|之间的)?最大(?:的)?(?:时间)?间隔(?:是|为)?(?:多少)?\s*(?:μs|us)?|(?:产生)?刷新信号(?:的)?(?:周期|间隔)(?:时间)?(?:应|是|为|约)*(?:多少|几)?\s*(?:μs|us)?|(?:分散到每行的|每行的)?刷新间隔(?:应|是|为|约)+(?:多少|几)\s*(?:μs|us)?|(?:相邻)?(?:的)?(?:两次|2次|两行|2行)?(?:之间)?(?:的)?(?:行)?刷新(?:信号|请求|操作)?(?:之间)?(?:的)?(?:时间)?间隔(?:应|是|为|约)*(?:多少|几)?(?:个)?\s*(?:μs|us|ns|微秒)?|(?:刷新)?每隔?(?:多少|多长时间|多久)\s*(?:μs|us|ns)?(?:来|刷新|进行|产生|发)*(?:一次|1次|一行)?(?:刷新)?|间隔(?:是|为)?(?:多少)\s*(?:μs|us)?|(?:多久|多长时间|隔多久|多少时间)(?:就)?(?:要|需)?刷(?:新)?(?:一|1)(?:行|次)",
            "gap",
        ),
    ),
    laws=(
        Law("chips", ("memory", "chip"), chips, "芯片数为（存储器的字数 ÷ 芯片的字数）×（存储器的位数 ÷ 芯片的位数）"),
        Law(
            "pins",
            ("chip", "multiplexed"),
            lambda chip, _: None if log(chip[0]) is None else Fraction(-(-int(log(chip[0]) or 0) // 2)),
            "行、列地址分时送入，地址引脚减半",
        ),
        Law("system", ("cycle", "scattered"), lambda cycle, _: 2 * cycle, "分散刷新每个存取周期后跟一次刷新，系统周期为存取周期的 2 倍"),
        Law("pass", ("count", "row_time"), lambda rows, each: rows * each, "各芯片的同一行同时刷新，刷新一遍用行数 × 一次刷新的时间"),
        Law("pass", ("count", "cycle", "central_here"), lambda rows, cycle, _: rows * cycle, "集中刷新一遍用行数 × 存取周期"),
        Law("pass", ("count", "system", "no_central"), lambda rows, system, _: rows * system, "刷新一遍用行数 × 系统周期"),
        Law("count", ("rows",), lambda rows: rows),
        Law("count", ("chip", "square"), lambda chip, _: _square(chip), "行数为字数的平方根"),
        Law("count", ("chip", "array_unsaid"), lambda chip, _: _square(chip), convention="没有说阵列的结构，按行数与列数相等的方阵计算"),
        Law("interval_said", ("interval",), lambda interval: interval),
        Law("interval_said", ("three_ways",), lambda _: Fraction(2, 1000), convention="没有说刷新周期，按 2 ms 计算"),
        Law("interval_said", ("best_way",), lambda _: Fraction(2, 1000), convention="没有说刷新周期，按 2 ms 计算"),
        Law(
            "three",
            ("interval_said", "count", "cycle"),
            lambda interval, rows, cycle: (interval, 2 * rows * cycle, interval / rows),
            "集中刷新的间隔为刷新周期；分散刷新为行数 × 系统周期（存取周期的 2 倍）；异步刷新为刷新周期 ÷ 行数",
        ),
        Law(
            "best",
            ("access_gap", "cycle"),
            lambda gap, cycle: 1 if gap < 128 * cycle and gap >= 2 * cycle else None,
            "集中刷新的死时间里 CPU 不能访存，分散刷新使系统周期加倍；异步刷新既没有长的死时间，也不加长每个周期",
        ),
        Law("gap", ("interval_said", "count", "best_way"), lambda interval, rows, _: interval / rows, "异步刷新的间隔为刷新周期 ÷ 行数"),
        Law("actual", ("count", "cycle"), lambda rows, cycle: rows * cycle, "刷新一遍实际用行数 × 存取周期"),
        Law("gap", ("interval", "count"), lambda interval, rows: interval / rows, "异步刷新的间隔为刷新周期 ÷ 行数"),
        Law("dead", ("count", "cycle"), lambda rows, cycle: rows * cycle, "死时间为行数 × 存取周期"),
        Law("dead_share", ("dead", "interval"), lambda dead, interval: dead / interval, "死时间率为死时间 ÷ 刷新周期"),
        Law("rows_asked", ("count",), lambda rows: rows),
    ),
    marks=(
        ("multiplexed", r"复用|分时"),
        ("array_unsaid", r"^(?![\s\S]*(?:结构|阵列|矩阵|行列|排列|方阵|\d\s*行))"),
        ("three_ways", r"三法刷新"),
        ("best_way", r"(?:哪种|何种|什么)(?:样的)?刷新"),
        ("scattered", r"分散(?!到)"),
        ("only_central", r"^(?=[\s\S]*集中)(?![\s\S]*(?:异步|分散))"),
        ("no_central", r"^(?![\s\S]*集中)"),
        ("only_scattered", r"^(?=[\s\S]*分散(?!到))(?![\s\S]*(?:集中|异步))"),
    ),
    shown={
        "memory": Quantity("存储器", show_shape),
        "chips": Quantity("芯片", counted("片"), lambda value: (f"{value}",)),
        "pins": Quantity("地址引脚", counted("根"), lambda value: (f"{value}",)),
        "three": Quantity(
            "",
            lambda three: f"集中刷新 {duration(three[0])}，分散刷新 {duration(three[1])}，异步刷新 {duration(three[2])}",
            lambda three: ("，".join(f"{decimal(one * 10**6, 1)} μs" for one in three),),
        ),
        "best": Quantity("合理的是", lambda _: "异步刷新"),
        "access_gap": Quantity("CPU 访存的间隔不超过", duration),
        "row_time": Quantity("一次刷新", duration),
        "actual": Quantity("刷新一遍实际用", duration, in_units),
        "system": Quantity("系统存取周期", duration, in_units),
        "pass": Quantity("刷新一遍", duration, in_units),
        "rows": Quantity("行数", counted("行")),
        "chip": Quantity("芯片", show_shape),
        "count": Quantity("行数", counted("行")),
        "interval": Quantity("刷新周期", duration),
        "cycle": Quantity("存取周期", duration),
        "gap": Quantity("刷新间隔", duration, in_units),
        "dead": Quantity("死时间", duration, in_units),
        "dead_share": Quantity("死时间占", lambda value: percentage(value)),
        "rows_asked": Quantity("刷新", counted("次")),
    },
    words=WORDS
    + " 刷新 异步 集中 分散 异步刷新 集中刷新 存储阵列 阵列 矩阵 行 列 刷 遍 间隔 周期 均匀 内 两次 一次 死区 死时间 占比 读写 存取",
    conventions=("每次刷新一行",),
    idle=frozenset({"interval", "memory", "chip", "square", "cycle", "by_rows", "held", "pieces", "access_gap", "central_here"}),
    check=_refresh_check,
)


MEMORY_RATE = Topic(
    name="rate of a memory",
    about=r"带宽|传输速?率|传送速?率|每秒",
    guard=r"交叉|多体|模块|Cache|命中|刷新|突发|总线(?:的)?(?:时钟|频率|周期)|Hz|像素|分辨率|芯片|片|DMA|中断|(?<!导)体|准备|%",
    told=(),
    passed=(r"(?:每|一)个?(?:存取|存储)周期(?:可|能|可以)?(?:存取|读写|读出|读|访问)(?:一|1)个?(?:字|次)",),
    roles=(
        Role(name="cycle", quantity=TIME, read=to_seconds, before=r"(?:存储|存取|读写|读/写)(?:器)?(?:的)?周期(?:时间)?\s*T?[Mm]?"),
        Role(
            name="width",
            quantity=BITS,
            read=to_count,
            before=r"字长|数据(?:总)?线(?:的)?(?:宽度?|位数)?|总线宽度|宽度|每个字|每次(?:读写|读出|读|存取|访问|可)*|存储字",
        ),
    ),
    asks=(
        (r"(?:什么是|何谓)(?:存储器|主存|内存)?(?:的)?带宽|(?:存储器|主存|内存)(?:的)?带宽(?:是)?(?:指)?什么(?:意思)?", "meaning"),
        (
            r"(?:该|此|存储器|主存|内存|的|最大|数据)*(?:带宽|(?:数据)?(?:传输|传送)(?:率|速率|速度))(?:是|为|约|等于)*(?:多少)?\s*(?:[MG]?b/s|[MG]?bps|[MG]B/s)?",
            "rate",
        ),
    ),
    laws=(
        Law("meaning", (), lambda: 1),
        Law("rate", ("width", "cycle"), lambda width, cycle: width / cycle, "带宽为每个存取周期读写的位数 ÷ 存取周期"),
    ),
    shown={
        "meaning": Quantity("", lambda _: "存储器的带宽是单位时间里能存取的信息量"),
        "cycle": Quantity("存取周期", duration),
        "width": Quantity("每次", counted("位")),
        "rate": Quantity(
            "带宽",
            lambda value: f"{about(value / 10**6, 1)} Mb/s",
            lambda value: (
                f"{decimal(value / 8 / 10**6, 1)} MB/s",
                *(f"{decimal(value / 10**6, 1)} {unit}" for unit in ("Mbps", "Mbit/s")),
                f"{decimal(value / 10**9, 2)} Gb/s",
                f"{decimal(value / 8 / 10**6, 2)}×10^6 B/s",
                f"{decimal(value / 8 / 10**6, 2)}×10^6 字节/秒",
                f"{decimal(value / 8 / 10**6, 2)}×10^6 字节/s",
                f"{decimal(value / 8 / 10**6, 2)}M 字节/秒",
            ),
        ),
    },
    words=WORDS + " 存取周期 存储周期 读写周期 周期 字长 带宽 数据总线 总线 宽 宽度 数据线 每次 每 位",
    conventions=("每个存取周期读写一个字",),
)
