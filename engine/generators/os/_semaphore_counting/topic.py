"""One counting semaphore told in any order: its first and present value, the processes, the operations, and what follows from them."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from engine.generators import patterns
from engine.generators.laws.topic import Facts, Law, Quantity, Told, Topic, counted
from engine.generators.os._storage_measures import STRANGE
from engine.generators.reading import INTEGER, stay_out, to_int

_S = r"(?:(?:该|此|这个|互斥|资源|公用|记录型)*(?:信号量|信号灯)\s*(?:mutex|seats|[A-Za-z](?![A-Za-z]))?(?:\.(?:value|count))?|(?<![A-Za-z])(?:S|s|mutex|seats)(?:\.(?:value|count))?(?![A-Za-z]))"
_WHO = r"(?:并发|用户|合作|互斥|相关|的)*(?:进程|线程|读者|顾客|车辆?|人|学生|用户|购票者|乘客)"
_UNIT = r"(?:个|台|份|套|辆|名|位|张|间)"
_THING = r"(?:同类|相同的?|该类?|这类|某类|临界|互斥|共享|独占|的)*(?:资源|打印机|设备|磁带机|座位|车位|停车位|扫描仪|绘图仪|机位|柜台|窗口|缓冲区)"
_ENTER = r"(?:进入|使用|访问|执行|占用|在)(?:该|此|同一|这个|临界|互斥|程序|相关|共享|资源|段|区|里|中|内)*"
_MANY = r"(?:多少|几)"
_PLAIN = r"[^,;。?!:\d\n]"
_SIGNED = r"[-负]?\s?\d{1,3}"


def _signed(match: re.Match[str]) -> Fraction:
    text = patterns.sub(r"\s", "", next(group for group in match.groups() if group))
    return Fraction(int(text.replace("负", "-")))


def _number(match: re.Match[str]) -> Fraction:
    return Fraction(to_int(next(group for group in match.groups() if group)))


def _check(facts: Facts) -> None:
    if facts.get("initial", 0) < 0:
        stay_out("a first value below 0")
    if {"stated", "initial"} <= set(facts) and ({"p", "v"} & set(facts) or facts["stated"] > facts["initial"]):
        stay_out("when the operations came, or more than there were")


def _range(initial: Fraction, processes: Fraction) -> tuple[Fraction, Fraction] | None:
    return (initial - processes, initial) if processes >= initial else None


def _ranges(value: Any) -> tuple[str, ...]:
    low, high = value
    listed = [str(one) for one in range(int(high), int(low) - 1, -1)]
    return (
        f"[{low},{high}]", f"{high}～{low}", f"{low}~{high}", f"{high}~{low}", f"{low}至{high}", f"{high}至{low}", f"{high} 到 {low}", "，".join(listed), "、".join(listed), ",".join(listed),
    )  # fmt: skip


def _prepared(text: str) -> str:
    text = patterns.sub(r"(?<=[\u3400-\u9fff]) +(?=[A-Za-z\d])|(?<=[A-Za-z\d]) +(?=[\u3400-\u9fff])", "", text)
    text = patterns.sub(r"[(（]?均已计入[)）]?|某(?:段|个)?时间(?:段)?内(?=[,，]?对)", "", text)
    text = patterns.sub(r"信号(?=\s?[A-Z](?![A-Za-z]))", "信号量", patterns.sub(r"若干(?:个)?(?=进程|用户|并发)", "", text))
    text = patterns.sub(r"(?<=信号量)\s*(?=[A-Za-z])|(?<=[A-Za-z])\s+(?=的?(?:初值|值|当前值))", "", text)
    text = patterns.sub(
        r"wait\s*\(\s*\w*\s*\)|(?<![A-Za-z])wait(?![A-Za-z])|(?<![A-Za-z])P\s*\(\s*\w{1,6}\s*\)", "P操作", text, flags=re.IGNORECASE
    )
    text = patterns.sub(
        r"signal\s*\(\s*\w*\s*\)|(?<![A-Za-z])signal(?![A-Za-z])|(?<![A-Za-z])V\s*\(\s*\w{1,6}\s*\)", "V操作", text, flags=re.IGNORECASE
    )
    text = patterns.sub(
        r"(?:若|如果)?(?:希望|想要?|要想?|欲)?(?:要)?(?:使|让|此时|系统)*(?:恰好?|正好)?(?:没有|无|不再有)进程(?:在)?(?:等待|阻塞)(?:且|并且)?(?:S\s?=\s?0|信号量(?:的值)?为\s?0)?[,，]?(?:则)?(?:至少)?(?:还)?(?:应|应该|需要?|要)?(?:再)?(?:执行|做)\s?(?:多少|几)\s?次\s?(?=V\s?操作)",
        "至少还要执行多少次",
        text,
    )
    # `依次执行P、P、V操作`, each once.
    text = patterns.sub(
        r"(?:依次|先后|顺序)执行(?:了)?\s?(?P<list>[PV](?:操作)?(?:\s?[、,，]\s?[PV](?:操作)?){2,12})(?![A-Za-z(])(?:操作)?",
        lambda row: f"执行{len(patterns.findall('P', row['list']))}次P操作和{len(patterns.findall('V', row['list']))}次V操作",
        text,
    )
    text = patterns.sub(r"(?<![A-Za-z])([PV])\s*(?:操作|原语)+(?:操作)?", r"\1操作", text)
    text = patterns.sub(
        r"(?:用|利用|采用|使用|通过)?\s?P\s?[、,，/]?\s?V(?:操作|原语)*(?:来)?(?:管理|控制|实现|作为)?(?:同步|互斥)?(?:机制)?",
        "用信号量",
        text,
    )
    if not patterns.search("可用|剩余|空闲|使用中|正在使用", text):
        text = patterns.sub(r"还有(?:多少|几)个(?=\s*(?:[?。]|$))", "还有几个进程等待", text)
    return patterns.sub(r"(?<=进程)\s?[A-Z]\d?(?:\s?[、,，和及]\s?[A-Z]\d?){1,6}(?![A-Za-z\d])", "", text)


SEMAPHORE = Topic(
    name="semaphore asked",
    knowing=True,
    about=r"信号量|信号灯",
    refuse=STRANGE,
    guard=r"生产者|消费者|写者|哲学家|empty|full|两个信号量|2个信号量|初值分别|初(?:始)?值(?:和|与|及|、|以及)(?:其|可能的)?最[小大]|while|begin|整型|管程|S1|S2|依次执行|先后次序|分别执行|各执行|未执行|唤醒|死锁|阻塞过|期间|[mnk](?![A-Za-z])个|(?<![A-Za-z])[mnk](?![A-Za-z])",
    told=(
        Told("initial", rf"{_S}?(?:的)?(?:初值|初始值)(?:一般|通常|被|定义|设置?|置|取|为|是|=|:)*\s*({_SIGNED})(?!\d|次)", _signed),
        Told(
            "p",
            rf"(?:执行|调用|做|进行|经过)?(?:完|了|过)*({INTEGER})\s*次P操作|P操作(?:执行)?(?:了)?({INTEGER})\s*次|(?:有|共有)?({INTEGER})\s*个{_WHO}(?:先后|依次|都|各|分别)*(?:在|对)?(?:{_S})?(?:上)?(?:执行|调用|做)(?:了)?(?:一次)?P操作",
            _number,
        ),
        Told(
            "v",
            rf"(?:执行|调用|做|进行|经过)?(?:完|了|过)*({INTEGER})\s*次V操作|V操作(?:执行)?(?:了)?({INTEGER})\s*次|(?:有|共有)?({INTEGER})\s*个{_WHO}(?:先后|依次|都|各|分别)*(?:在|对)?(?:{_S})?(?:上)?(?:执行|调用|做)(?:了)?(?:一次)?V操作",
            _number,
        ),
        Told("none", r"(?:且|并且?)?(?:无|没有|未)(?:执行|进程执行)?(?:过)?(?:任何)?V操作", 1),
        Told(
            "stated",
            rf"(?:{_S}(?:的)?)?(?:当前|现在|此时|这时|目前|某时刻|此刻)?(?:的)?(?:{_S}(?:的)?)?(?:当前)?(?:值)(?:变)?(?:为|是|=|:)\s*({_SIGNED})(?!\d|次)|{_S}(?:为|=)\s*({_SIGNED})(?!\d|次)",
            _signed,
        ),
        Told("initial", r"若?(?:仅)?用信号量(?:来|实现|进行|机制)*互斥(?!使用|访问|段|资源)", 1),
        Told(
            "at_once",
            rf"(?:最多|至多|只|仅|每次|同时|一次|可以?|能)*(?:允许|容许|许可|可以?|能)(?:有)?({INTEGER})\s*个(?:{_WHO})?(?:同时)?{_ENTER}",
            _number,
        ),
        Told("at_once", rf"(?:共|总共|有|为|系统中)*(?<![第\d每])({INTEGER})\s*{_UNIT}\s*{_THING}", _number),
        Told(
            "at_once",
            r"(?:任何时刻)?(?:最多|至多)?(?:可)?(?:容纳|接纳)\s*(?P<value>\d+)\s*(?:名|位|个|辆|人)(?:购票者|读者|顾客|人|车|学生)?(?:同时)?(?:进入)?",
            lambda match: Fraction(int(match["value"])),
        ),
        Told("processes", rf"(?<![第\d每])(?!一|1个)({INTEGER})\s*[个名位辆]{_WHO}", _number),
    ),
    passed=(
        r"(?:共享|涉及|访问|使用)(?:同一(?:个)?)?(?:相关的?|临界|互斥|共享)*(?:程序段|资源|临界区|变量|代码段|互斥段)|经过(?:若干|多)次(?:的)?(?:用信号量)?(?:操作)?(?:以?后|之后)|为每(?:一)?个(?:读者|人|顾客|车辆?)设(?:置)?(?:一个|1个)进程|(?:把|将)?(?:一个|每个)?(?:读者|人|顾客|购票者|车辆?)看作(?:一个|是)?进程|读者进入时须?登记,?离开时(?:须)?注销|在非管态的某一时刻",
    ),
    asks=(
        (r"至少还要执行多少次V操作", "more_v"),
        (
            rf"(?:则|那么)?(?:{_S})?(?:的)?(?:值)?(?:的)?(?:取值|变化|数值|值)(?:的)?(?:变化)?范围(?:又)?(?:应|应该|可能)?(?:是|为)?(?:{_MANY}|什么|怎样)?|(?:{_S})?(?:的)?(?:可能的?取值|取值可能)(?:是|为)?(?:{_MANY}|哪些)?",
            "range",
        ),
        (
            rf"(?:则)?(?:所采用的)?(?:{_S})?(?:的)?(?:初值|初始值)(?:应|应该|应当|需|要|可|设|置|定义|取)*(?:是|为|成)?(?:{_MANY})?",
            "initial",
        ),
        (
            rf"{_PLAIN}{{0,10}}(?:最多|至多)(?:的)?(?:有)?{_PLAIN}{{0,6}}(?:{_MANY})个{_PLAIN}{{0,6}}(?:等待|阻塞)|{_PLAIN}{{0,10}}(?:等待|阻塞){_PLAIN}{{0,8}}(?:最多|至多)(?:有|为|是)?{_MANY}?个?",
            "most_waiting",
        ),
        (
            rf"{_PLAIN}{{0,14}}(?:等待|阻塞|等候|排队){_PLAIN}{{0,12}}(?:{_MANY})[个名位辆人]?{_PLAIN}{{0,8}}|{_PLAIN}{{0,12}}(?:{_MANY})[个名位辆人]?{_PLAIN}{{0,6}}(?:等待|阻塞|等候|排队){_PLAIN}{{0,10}}|(?:等待|阻塞)(?:的)?{_WHO}(?:数|个数|数目)?(?:是|为)?",
            "waiting",
        ),
        (
            rf"{_PLAIN}{{0,8}}(?:正在|已经?|在){_PLAIN}{{0,4}}(?:使用|占用|访问|临界区|执行|里|内|中){_PLAIN}{{0,10}}(?:{_MANY})[个名位辆人]?{_PLAIN}{{0,6}}|{_PLAIN}{{0,8}}(?:{_MANY})[个名位辆人]?{_PLAIN}{{0,4}}(?:正在|已经?|在){_PLAIN}{{0,3}}(?:使用|占用|访问|执行){_PLAIN}{{0,10}}|{_PLAIN}{{0,6}}(?:停车场|阅览室|里面|室内|机房|教室|餐厅|场|厅|馆|室|店)(?:里|中|内)?(?:共)?(?:有)?(?:{_MANY})[个名位辆人](?:车|读者|人)?",
            "using",
        ),
        (rf"{_PLAIN}{{0,8}}(?:可用|空闲|剩余)(?:的)?(?:资源|打印机|座位|车位|设备)?{_PLAIN}{{0,8}}(?:{_MANY})?{_PLAIN}{{0,4}}", "free"),
        (
            rf"(?:则|那么|此时|这时)?(?:{_S})(?:的)?(?:当前|最终|最后|此时)?(?:值)?(?:应|应该|会|将|变|等于|成|该)*(?:是|为|成|等于)(?:{_MANY})?",
            "value",
        ),
    ),
    laws=(
        Law("most", ("at_once",), lambda at_once: at_once),
        Law("most", ("initial",), lambda initial: initial),
        Law("initial", ("at_once",), lambda at_once: at_once, "初值为可以同时使用的个数"),
        Law("value", ("stated", "p", "v"), lambda stated, p, v: stated - p + v, "每次 P 减 1，每次 V 加 1"),
        Law("value", ("stated", "v"), lambda stated, v: stated + v, "每次 V 加 1"),
        Law("value", ("stated", "p"), lambda stated, p: stated - p, "每次 P 减 1"),
        Law("value", ("stated",), lambda stated: stated),
        Law("value", ("initial", "p", "v"), lambda initial, p, v: initial - p + v, "每次 P 减 1，每次 V 加 1"),
        Law("value", ("initial", "p", "none"), lambda initial, p, none: initial - p, "每次 P 减 1"),
        Law("value", ("initial", "processes", "arrived"), lambda initial, processes, arrived: initial - processes, "每来一个减 1"),
        Law("waiting", ("value",), lambda value: max(Fraction(0), -value), "值为负时，绝对值是等待的进程数"),
        Law("more_v", ("waiting",), lambda waiting: waiting, "每次 V 唤醒一个等待的进程"),
        Law("free", ("value",), lambda value: max(Fraction(0), value), "值不小于 0 时是可用的资源数"),
        Law("using", ("initial", "value"), lambda initial, value: initial - max(Fraction(0), value), "初值减去可用的资源数"),
        Law("range", ("most", "processes"), _range, "无人使用时为初值，所有进程都申请时为初值减进程数"),
        Law(
            "most_waiting",
            ("initial", "processes"),
            lambda initial, processes: processes - initial if processes > initial else None,
            "进程数减去可同时使用的个数",
        ),
    ),
    shown={
        "initial": Quantity("初值", lambda value: str(value)),
        "at_once": Quantity("可同时使用", counted("个")),
        "stated": Quantity("当前值", lambda value: str(value)),
        "value": Quantity("信号量的值", lambda value: str(value)),
        "processes": Quantity("进程", counted("个")),
        "p": Quantity("P 操作", counted("次")),
        "v": Quantity("V 操作", counted("次")),
        "waiting": Quantity("等待的进程", counted("个"), lambda value: (str(value),)),
        "most_waiting": Quantity("最多等待", counted("个"), lambda value: (str(value),)),
        "more_v": Quantity("V 操作还要", counted("次"), lambda value: (str(value),)),
        "free": Quantity("可用资源", counted("个"), lambda value: (str(value),)),
        "using": Quantity("正在使用的进程", counted("个"), lambda value: (str(value), f"{value} 辆", f"{value} 人")),
        "range": Quantity("取值范围", lambda value: f"{value[0]}～{value[1]}", _ranges),
    },
    words=(
        "S s mutex 信号量 信号灯 互斥 资源 进程 并发 系统 临界区 临界资源 程序段 互斥段 共享 同一 访问 进入 使用 管理 用 实现 控制 设 与 某资源 相关联 关联 对应 初值 当前值 值 当前 此时 表示 则 有 都 要 均 打印机 设备 台 每次 同时 同步 机制 操作 执行 完 后 在 上 调用 队列 中 等待 阻塞 该 已 几个 "
        "涉及 相关 学生 顾客 车辆 看作 允许 若 如果 记录型 计数 个 采用 每 次 座位 车位 停车场 阅览室 读者 车辆 车 外面 里 里面 用来 等候 某时刻 要进入 需要 同类 座位信号量 看作 S.L 若用信号量 若用 且"
    ),
    idle=frozenset(("processes", "initial", "none")),
    marks=(("arrived", r"要进入|都来|到来|前来"),),
    prepared=_prepared,
    check=_check,
    conventions=("信号量为记录型，值为负时绝对值是等待的进程数",),
)
