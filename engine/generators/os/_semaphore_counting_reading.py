"""Reading problems about the value of one semaphore: which number is the first value, which the present one, which counts operations."""

from __future__ import annotations

import re

from engine.generators.clauses import Role
from engine.generators.kind import Recognition
from engine.generators.os._clauses import Clauses
from engine.generators.reading import INTEGER, stay_out, to_int

_SIGNED = r"(?<![\dA-Za-z.^])(?:[-负]\s*)?\d+(?!\s*(?:次|个|台|种|类|条|件|份|辆|位|人|\d|\.\d|[A-Za-z]))|(?<=[为是成到=:])(?:负\s*)?[零一二两三四五六七八九十]+(?!\s*(?:次|个|台|种|类|条|件|份|辆|些|位))|(?<=[值了])(?:负\s*)?[一二两三四五六七八九十](?=[,;。?!]|$)"
_NAME = r"(?:mutex|sem\w{0,4}|S\d?|K|s)"
_THE = r"(?:该|此|这个?|某|互斥|记录型|计数|计数型)*(?:信号量|信号灯|互斥量)"
_P = r"(?:P|wait|down)(?:\s*操作|原语)*(?:\(\s*\w{1,6}\s*\))?(?:操作|原语)?"
_V = r"(?:V|signal|up|release)(?:\s*操作|原语)*(?:\(\s*\w{1,6}\s*\))?(?:操作|原语)?"
_THING = r"(?:同类|相同的?|该类?|同一类|这类|这种|临界|互斥|共享|独占)*(?:的)?(?:资源|打印机|设备|磁带机|缓冲区|车位|座位|停车位|扫描仪|许可证|连接|机器|机位|坑位|窗口)"
_WAIT = r"(?:排队等待|等待|阻塞|被阻塞|排队|等着|在等|等(?=的|着|它|该|这|资源)|睡眠|挂起|被挂起|卡住|堵)(?:态|状态)?"
_MANY = r"(?:多少|几)"
_STATE = r"(?:正在|正|在|处于|被|已|已经)*"


def _signed(text: str) -> int:
    text = text.replace(" ", "")
    sign = -1 if text[0] in "-负" else 1
    return sign * to_int(text.lstrip("-负"))


def recognise(text: str) -> Recognition | None:
    """A problem about the value of one semaphore as understood; None where it is another problem."""
    reading = Clauses(re.sub(r"(?<=[A-Za-z])\.(?:value|count)(?![A-Za-z])", "", text))
    # Why they wait does not change how many do.
    reading.rest = re.sub(
        rf"(?:因为?|由于)(?:在)?(?:等待|等|申请|请求|得不到|拿不到|申请不到)(?:着)?(?:该|此|这个)?(?:资源|信号量\s*{_NAME}|信号量|{_NAME}(?![A-Za-z]))?(?:而|就|被|才)*(?={_WAIT})",
        "",
        reading.rest,
    )
    reading.refuse(
        r"while|begin|semaphore\s+\w|\bif\b|生产者|消费者|读者|写者|哲学家|empty|full|初值分别|两个信号量|信号量集|整型|管程|S1|S2|失败|忙等|若干次?(?:P|wait|V|signal)(?!V|、)"
    )
    reading.take_all(r"\(?包括使进程阻塞的\)?|每个进程(?:每次)?(?:都)?(?:只)?(?:使用|需要?|申请|占用|请求)(?:1|一)(?:个|台)(?:资源|设备)?")
    names = {match["name"].lower() for match in re.finditer(rf"{_THE}\s*(?P<name>mutex|[A-Za-z]\w{{0,5}})(?!\w)", reading.rest, re.ASCII)}
    if len(names) > 1:
        return None
    name = next(iter(names), "")
    if named := reading.take(r"(?P<first>[MNKXYab])\s*(?:,|、|和|与|及)\s*(?P<second>[MNKXYab])(?=的?值?(?:分别|各|依次|是|为|等于|=))"):
        pass
    defined = reading.take_all(r"(?:若|用|以|设)?(?<![A-Za-z])(?P<letter>[MNXYKab])\s*(?:表示|代表|是指|指|为(?=可用|等待))")
    letters = [match["letter"].upper() for match in defined]
    if (defined or named) and (named is None or letters != [named["first"].upper(), named["second"].upper()]):
        stay_out("letters that are not explained in the order asked")
    waits, signals = _operations(reading)
    later = reading.take_all(
        r"(?:然后|之后|此后|接着|随后|后来|其后|在此基础上)?,?(?:对其|对它|对S|对该信号量)?(?:又|再|接着|继续|然后|之后)+(?:对其|对它)?(?:先后|连续|依次)?(?:执行|做|进行)?(?:了)?(?=\ue000)"
    )
    own = re.escape(name) if name else r"(?!)"
    it = rf"(?:(?:{_THE}\s*)?(?:{_NAME}|{own})|{_THE})"
    change = reading.take(
        rf"(?:{it}(?:的)?)?(?:值)?(?:由|从)\s*(?P<first>-?\d+)\s*(?:变为|变成|变到|降到|减到|降为|减为|减少到|到)\s*(?P<second>-?\d+)(?!\d|\s*(?:次|个))"
    )
    values = reading.assign(
        (
            Role(
                name="initial",
                quantity=_SIGNED,
                read=_signed,
                before=rf"(?:{it}(?:的)?)?(?:初值|初始值|初始化(?:值)?|初始(?:时)?|起始值|原值|一开始)(?:{it})?(?:被)?(?:设置?|定|置|赋)?(?:的值)?|(?<=值)初始化",
            ),
            Role(
                name="current",
                quantity=_SIGNED,
                read=_signed,
                before=rf"(?:{it}(?:的)?)?(?:当前|现在|目前|此时|此刻|这时|后来|某时刻|某一时刻|现)(?:的)?(?:值)?(?:{it})?(?:的)?(?:值)?(?:已经?)?(?:变)?"
                rf"|{it}(?:的)?(?:当前|现在|目前|此时|这时)?(?:的)?值(?:已经?)?(?:变|降|减)?|(?:操作)?(?:之)?后(?:的)?(?:{it})?(?:的)?值?(?:变)?|(?<![A-Za-z]){it}(?:已经?)?(?:变|降)?|值变|变成|变为|减到|降到",
            ),
        )
    )
    if change:
        values = {"initial": int(change["first"]), "current": int(change["second"])} | values
    initial, current = values.get("initial"), values.get("current")
    queued = reading.take_one(
        (
            rf"(?:有|共有|还有|另有)?(?:另外?)?(?P<value>{INTEGER})\s*个(?:并发)?(?:的)?进程{_STATE}(?:在)?(?:{it}上)?{_WAIT}(?:中|状态|队列|着|它|该资源|资源)*",
            rf"{_WAIT}(?:队列)?(?:中|里|着|了)*(?:的)?(?:进程)?(?:有|共有|是|为)(?P<value>{INTEGER})\s*个(?:进程)?",
        ),
        to_int,
    )
    using = reading.take_one(
        (
            rf"(?:有|共有)?(?P<value>{INTEGER})\s*个(?:进程)?{_STATE}(?:占用|使用|占有|用着|用|持有|占着)(?:着|中|它|该资源|资源|临界资源)*(?=[,;。]|$)",
            rf"(?:有|共有)?(?P<value>{INTEGER})\s*个(?:进程)?(?:正在|在)(?:临界区)(?:内|中|里)?",
        ),
        to_int,
    )
    resources = reading.take_one(
        (
            rf"(?:每次|同时|一次|任一时刻|任何时刻|该代码段|该程序段|程序段|每一?时刻)*(?<!两)(?:最多|至多|只|仅)*(?:允许|能有|可有|可以有|能让|让|放|有|能|容纳|容许|准许|只能)(?:有)?(?:最多|至多|同时)?(?P<value>{INTEGER})\s*个(?:进程|线程|人)?(?:同时)?(?:进入|访问|使用|执行|进去|进来|进(?!程)|跑|待)(?:在)?(?:该|此|这个|这段|某段|某个?|同一段|同一个?|一个|一段)?(?:程序段|临界区|代码段?|互斥段|互斥区|临界段)?",
            rf"(?:共享|共用|竞争|使用|有|抢|用|访问)(?:了)?(?:系统中的?)?(?P<value>{INTEGER})\s*(?:个|台|份|套)(?:数量的?)?{_THING}",
            rf"(?:某类)?{_THING}(?:共|总共|一共|共有|有)+(?P<value>{INTEGER})\s*(?:个|台|份|套)",
        ),
        to_int,
    )
    processes = reading.take_one(
        (
            rf"(?:有|由|被)?(?P<value>{INTEGER})\s*个(?:并发|用户|合作)?(?:执行)?(?:的)?(?:进程|线程)(?=(?:之间)?(?:共享|共用|竞争|互斥|都|使用|对|用|利用|靠|通过|并发|要|轮流|抢|争|访问|\ue000|,))",
            rf"(?:有|由)(?P<value>{INTEGER})\s*个(?:并发)?(?:的)?进程",
        ),
        to_int,
    )
    if (
        resources is None
        and initial is None
        and processes is not None
        and reading.take(r"(?:对)?(?:一|1)(?:个|台)?(?:打印机|资源|临界资源|设备)(?:的)?互斥")
    ):
        resources = 1
    asked = reading.take_words(
        (
            (
                rf"{it}?(?:的)?(?:初值|初始值)(?:{it})?(?:应该|应当?|原来|最初)?(?:设置?|置|定)?(?:是|为|成|等于|=)*(?:{_MANY})|(?:求|问){it}?(?:的)?(?:初值|初始值)|^{it}(?:的)?(?:初值|初始值)(?=\?)",
                "initial",
            ),
            (
                r"(?:取值|变化|值的?|数值|可能)(?:的)?(?:变化)?(?:取值)?(?:的)?范围|(?:最大值?|最小值?)(?:和|与|、|及|以及|跟|,)?(?:可能)?(?:的)?(?:最大|最小)值?(?:各|分别)?|(?:在)?什么范围",
                "range",
            ),
            (rf"(?:{it})?(?:的)?(?:可能)?(?:取|达到)?(?:的)?最小(?:的)?(?:取)?值", "least"),
            (rf"(?:{it})?(?:的)?(?:可能)?(?:取|达到)?(?:的)?最大(?:的)?(?:取)?值", "greatest"),
            (
                rf"(?:有没有|是否有|有无)进程{_STATE}(?:在)?{_WAIT}(?:着|中)?|(?:有|则|那么|此时|现在|表示|说明)*{_MANY}个?(?:进程)?(?:因|由于)?(?:申请)?(?:该|此|这个)?(?:资源)?(?:而)?{_STATE}(?:在)?(?:{it}(?:的)?|其|它|该资源)?(?:上|里|中)?{_STATE}{_WAIT}(?:队列)?(?:着|了|上|中|里)?(?:的)?(?:进程)?(?:该资源)?"
                rf"|{_STATE}{_WAIT}(?:队列)?(?:着|了)?(?:{it}|(?:该|此|这个)?资源)?(?:上|中|里)?(?:的)?(?:进程)?(?:共)?(?:有|是|为)?{_MANY}个?(?:进程)?"
                rf"|(?:{_STATE})?{_WAIT}(?:队列)?(?:进入(?:该|相关)?临界区|(?:使用)?(?:该|此|这)?(?:资源|打印机|设备)|在(?:该信号量|{it}|其)上)?(?:上|中|里|着)?(?:的)?(?:进程)?(?:的)?(?:个)?数(?:目|量)?(?:有|是|为)?(?:{_MANY}个?)?|(?:在)?{_WAIT}(?:的)?(?:进程)?(?:共)?有{_MANY}个",
                "waiting",
            ),
            (
                rf"(?:可用|剩余|空闲|能用)(?:的)?(?:该类)?(?:{_THING}(?:的)?|(?=台数|个数))(?:(?:个|台)?数(?:目|量)?|(?:还)?(?:有|是|剩)?{_MANY}(?:个|台)?)|(?:该|此|这类|该类)?{_THING}(?:的)?(?:可用|剩余|空闲)(?:的)?(?:个数|台数|数目|数量|数)"
                rf"|(?:还有|还剩|剩下?|空闲着?)(?:着|了|下)?{_MANY}(?:个|台)?(?:可用|空闲)?(?:的)?{_THING}?(?:可用|能用|没人用|空着|可以用)?|{_MANY}(?:个|台)(?:可用|空闲)(?:的)?{_THING}?|{_THING}(?:还剩|还有|剩){_MANY}(?:个|台)(?:可用|能用|空闲)?",
                "free",
            ),
            (
                rf"(?:正在)?(?:被)(?:占用|使用|占有)(?:着)?(?:的)?{_THING}(?:的)?(?:(?:个|台)?数(?:目|量)?|(?:有|是)?{_MANY}(?:个|台)?)|(?:正在|正|已)?(?:占用|使用|占有|持有|获得|得到|用着)(?:了|着)?(?:该|此|这类|该类)?{_THING}?(?:的)?进程(?:的)?(?:数(?:目|量)?|(?:共)?(?:有|是|为)?{_MANY}个?)|{_MANY}个进程(?:正在|正|已经?)?(?:占用|使用|占有|持有|获得|用)(?:着|了)?(?:该|此)?{_THING}?",
                "using",
            ),
            (
                rf"(?:{it}(?:的)?)?(?:当前|现在|此时|这时|最后|最终|目前)+(?:的)?(?:{it})?(?:的)?(?:数)?值(?:是|为|等于|变成|变为|成了)*{_MANY}?|{it}(?:的)?(?:数)?值(?!(?:为|是|=|:)*\s*-?\s*\d)(?:应|会|将)?(?:该)?(?:是|为|等于|变成|变为|成了|又)*{_MANY}?|"
                rf"(?<![A-Za-z]){it}(?:现在|此时|这时|最后|最终|目前|应该|应当?)*(?:变成|变为|是|为|等于|成|=)(?:了)?{_MANY}",
                "value",
            ),
        )
    )
    reading.refuse(r"(?:又|再|还)(?:执行|做|进行)")
    reading.take_all(
        rf"(?:经过|执行|进行|做)?(?:了)?(?:若干|多|数|一些|一系列)(?:次)?(?:的)?(?:PV|P\s*、\s*V|P/V|P,V)?操作(?:之?后)?|{own if name else '(?!)'}"
    )
    if name:
        reading.take_all(rf"(?<![A-Za-z\d]){own}(?![A-Za-z\d])")
    reading.finish(
        "多次PV操作 多次P、V操作 若干次PV操作 若干 PV操作 PV P、V 后 之后 进入临界区 进入 表示 信号量 信号灯 互斥量 记录型 计数 计数型 互斥 互斥信号量 S 资源 打印机 进程 并发 执行 操作 P V P操作 V操作 wait signal "
        "对其 其上 先后 连续 关联 相关联 同一程序段 程序段 一段代码 一个程序段 同一段代码 某段代码 代码 代码段 该代码段 该段代码 临界区 互斥段 互斥区 临界段 临界资源 线程 同时进 若干进程 多个进程 若干个进程 一批进程 许多进程 说明 做 做了 执行了 进行了 控制 管理 同类 同一类 某类 类 访问 设置 用于 实现 申请 因 而 "
        "值 次 并发进程 使用 共享 共用 竞争 每次使用1个 使用1个 当前 初值 初始 临界 同步 原语 同时 每次 队列 某时刻 某一时刻 一段时间 运行 台 台数 个数 数目 数量 独占 独占设备 设备 轮流 发生 负 取值 初始值"
    )
    if later:
        # Operations after a value that is told: counted from there.
        if current is None or queued is not None or using is not None or not asked or not set(asked) <= {"waiting", "free", "value"}:
            return None
        if (initial is not None and initial < current) or (waits is None and signals is None):
            return None
        return Recognition(
            parameters={"asked": asked, "initial": current, "waits": waits or 0, "signals": signals or 0},
            understood=(("当前值", str(current)), ("之后的 P 操作", f"{waits or 0} 次"), ("之后的 V 操作", f"{signals or 0} 次")),
        )
    return _understood(asked, initial, current, waits, signals, queued, using, resources, processes, two=named is not None)


def _operations(reading: Clauses) -> tuple[int | None, int | None]:
    """How many P and how many V operations were done, told as numbers or one process after the other."""
    one_by_one = reading.take_all(
        r"(?:进程)?(?<![对量上])(?P<who>(?!S|K|MUTEX)[A-Z]\d?|甲|乙|丙|丁)(?:先|又|再|接着|然后|也|随后|首先|则)?(?:执行|做|调用|发出)(?:了|完)?(?:一次)?(?P<operation>P|V|wait|signal)(?![A-Za-z])(?:操作)?(?:\(\s*\w{1,6}\s*\))?(?:操作)?"
    )
    if one_by_one:
        holding: list[str] = []
        for match in one_by_one:
            if match["operation"].upper() in ("P", "WAIT"):
                holding.append(match["who"].upper())
            elif match["who"].upper() in holding:
                holding.remove(match["who"].upper())
            else:
                stay_out("a release by one who has nothing")
        reading.take_all(r"依次发生|先后发生")
        ups = sum(match["operation"].upper() in ("V", "SIGNAL") for match in one_by_one)
        return len(one_by_one) - ups, ups
    if each := reading.take(
        rf"(?:来了|有)?(?P<value>{INTEGER})\s*个(?:并发)?(?:的)?进程(?:先后|依次|都|分别|陆续|相继)*(?:各自?|都)(?:执行|做|进行|调用)(?:了|过)?(?:一|1)次{_P}(?![A-Za-z]|\s*(?:、|和|,|与)?\s*(?:V|signal))"
    ):
        if reading.has(rf"次{_P}(?![A-Za-z])|{_P}(?:执行|做)"):
            stay_out("P operations told twice")
        return to_int(each["value"]), _operation_count(reading, _V)
    # In "7 次 P 操作 2 次 V 操作" the 2 is V's.
    if both := reading.take(
        rf"(?<![\d.])(?P<first>{INTEGER})\s*次(?:的)?{_P}\s*(?:和|与|、|,|以及|又|再|后)*\s*(?P<second>{INTEGER})\s*次(?:的)?{_V}(?![A-Za-z])"
    ):
        if reading.has(rf"次(?:{_P}|{_V})(?![A-Za-z])"):
            stay_out("operations told twice")
        return to_int(both["first"]), to_int(both["second"])
    # "P 操作做了 6 次" before "6 次 P 操作": in "V 做了 6 次 P 做了 9 次" the 6 is V's.
    return _operation_count(reading, _P), _operation_count(reading, _V)


def _operation_count(reading: Clauses, operation: str) -> int | None:
    return reading.take_one(
        (
            rf"(?<![A-Za-z]){operation}(?:一共|总共|共)?(?:执行|进行|做|被执行|调用|来)?(?:了|过)?(?:一共|总共|共)?(?P<value>{INTEGER})\s*(?:次|遍|回)",
            rf"(?<![\d.])(?P<value>{INTEGER})\s*(?:次|个|遍|回)(?:的)?(?<![A-Za-z]){operation}(?![A-Za-z])",
        ),
        to_int,
    )


def _understood(
    asked: list[str],
    initial: int | None,
    current: int | None,
    waits: int | None,
    signals: int | None,
    queued: int | None,
    using: int | None,
    resources: int | None,
    processes: int | None,
    two: bool,
) -> Recognition | None:
    operated = waits is not None or signals is not None
    if not asked or (two and len(asked) != 2) or len(asked) != len(set(asked)):
        return None
    if asked == ["initial"]:
        if resources is not None and not operated and current is None and queued is None and using is None and initial is None:
            return Recognition(
                parameters={"asked": asked, "final": resources, "waits": 0, "signals": 0}, understood=(("资源数", str(resources)),)
            )
        if initial is not None or current is None or waits is None or resources is not None or current + waits - (signals or 0) < 0:
            return None
        if (waits, signals) == (1, None) or queued is not None or using is not None or (signals or 0) > waits + max(0, current):
            return None
        return Recognition(
            parameters={"asked": asked, "final": current, "waits": waits, "signals": signals or 0},
            understood=(("P 操作", f"{waits} 次"), ("V 操作", f"{signals or 0} 次"), ("操作之后的值", str(current))),
        )
    if {"range", "least", "greatest"} & set(asked):
        if len(asked) > 1 or processes is None or operated or current is not None or queued is not None or using is not None:
            return None
        resources = initial if resources is None else resources
        if resources is None or initial not in (None, resources):
            return None
        return Recognition(
            parameters={"asked": asked[0], "resources": resources, "processes": processes},
            understood=(("资源数", str(resources)), ("进程数", str(processes))),
        )
    if not set(asked) <= {"waiting", "free", "value", "using"} or (initial is not None and initial < 0):
        return None
    if resources is not None:
        if initial not in (None, resources):
            return None
        if initial is None and (operated or "using" in asked):
            initial = resources
    if queued is not None:
        if asked != ["value"] or current is not None or operated or not 1 <= queued <= 1000:
            return None
        if using is not None and using != (initial if initial is not None else resources):
            return None
        if processes is not None and processes < queued + (using or 0):
            return None
        return Recognition(parameters={"asked": asked, "current": -queued}, understood=(("等待的进程", f"{queued} 个"),))
    if using is not None or (processes is not None and processes < (-(current or 0))):
        return None
    if processes is not None and not operated and current is None:
        return None
    if current is not None and not operated:
        if "value" in asked or (initial is not None and current > initial) or ("using" in asked and initial is None):
            return None
        understood = [("当前值", str(current))] + ([("初值", str(initial))] if initial is not None else [])
        parameters: dict[str, object] = {"asked": asked, "current": current}
        if "using" in asked:
            parameters["first"] = initial
        return Recognition(parameters=parameters, understood=tuple(understood))
    if current is None and initial is not None and waits is not None and initial >= 0 and (signals or 0) <= waits + 1000:
        parameters = {"asked": asked, "initial": initial, "waits": waits, "signals": signals or 0}
        if "using" in asked:
            parameters["first"] = initial
        return Recognition(
            parameters=parameters,
            understood=(("初值", str(initial)), ("P 操作", f"{waits} 次"), ("V 操作", f"{signals or 0} 次")),
        )
    return None
