"""Reading TCP's congestion window by parts: sizes with their roles, what happens and when, which round or how many round trips later."""

from __future__ import annotations

import re
from typing import Any

from engine.generators.clauses import Role
from engine.generators.cn._clauses import Problem
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, stay_out, to_int

_REFUSED = (
    r"CUBIC|BBR|Vegas|NewReno|SACK|AIMD参数|每(?:收到)?(?:一|两|2)个?(?:ACK|确认)|延迟确认|延迟ACK|吞吐|带宽|速率|丢包率|概率|有效载荷|序号|确认号|三次握手|挥手|缓存(?:大小|为|共|只)|已用|(?<!不)(?<!不再)加3|"
    r"利用率|公平|两条连接|RTO|偏差|加权|糊涂窗口|Nagle|零窗口|持续计时|拥塞窗口验证|空闲|ECN|RED|cwnd\s*[/+]|每轮减|减为四分之一|1/4|三分之"
)
_TIMEOUT = r"(?:网络|又|再次|出现|发生|遇到|检测到|发现|了|一次|定时器|重传|计时器|超时)*(?:超时|timeout)(?:事件|重传)?(?:了)?"
_DUPLICATES = r"(?:(?:连续|检测到|发现|接连)*(?:收到|到)?(?:了)?(?:3|三)(?:个|次)(?:连续)?(?:的)?(?:冗余|重复)(?:的)?(?:ACK|确认)(?:报文段?|报文)?|3-?ACK|3\s?dup\s?ACKs?|三次重复确认)"
_ROUND = r"(?:传输轮次|传输回合|发送轮次|轮次|轮|RTT|次传输|回合)"
_SIZE = rf"(?<![\d.A-Za-z第/])(?P<value>{INTEGER})\s*(?P<unit>KB|K字节|字节|B|个?\s*MSS|个?(?:TCP)?(?:最大)?(?:报文)?段(?:长度?)?(?!\d)|(?![A-Za-z\d.%]|\s*(?:个|次|轮|ms|秒|分)))"
_RETURN = r"(?:RTT|往返时间|往返时延|往返延迟|传输轮次|轮次?|次传输|往返)"
_FINE = (
    r"(?:时间)?(?:内|里|中)?的?(?:所有|发送)?(?:的)?(?:报文段?|发送|传输|TCP段|数据段|段|数据)*(?:的)?(?:传输|发送)?(?:都|全部|均|全|发送|传输|是)*"
    r"(?:成功(?:传输|发送|的|确认)?|(?:被|得到|收到)(?:了)?(?:肯定)?(?:确认|应答)|没有?(?:再)?丢(?:包|失)|无丢(?:包|失)|不丢包|正常|没问题|顺利|不再(?:发生|出现)?超时|没再超时)(?:了|的)?"
)
_ACKNOWLEDGED = r"(?:当|等)?(?:这|第)?(?:些|\d+|[一二三四五六七八九十]+)?个?(?:RTT|轮次?|往返)?(?:时间)?(?:内|里|中)?(?:发送)?的?(?:所有|全部)?(?:的)?(?:TCP)?(?:报文)?段?(?:都|全部|均)*(?:得到|收到|被)(?:了)?(?:肯定)?(?:应答|确认)(?:时|后|之后)?"


def _unit(text: str) -> str:
    unit = re.sub(r"\s|个", "", text or "").upper()
    return "KB" if unit in ("KB", "K字节") else "B" if unit in ("B", "字节") else "MSS" if unit else ""


def _size(text: str) -> tuple[int, str]:
    match = re.match(rf"({INTEGER})(.*)", text.strip())
    return (to_int(match[1]), _unit(match[2].strip())) if match else stay_out(text)


_NEWTHRESHOLD = r"(?:新的?|此时的?|这时的?|当时的?)?(?:慢开始|慢启动|拥塞避免)?(?:的)?(?:门限|阈值|阀值|ssthresh)(?:值)?(?:\(?ssthresh\)?)?"
_WINDOW = r"(?:拥塞窗口|cwnd|(?<!接收)(?<!发送)窗口)(?:\(?cwnd\)?)?(?:的)?(?:大小|值|尺寸)?"


def recognise(text: str) -> Recognition | None:
    """The parameters of the kind's `solve`; None or `StayOut` where a quantity or a word is not understood."""
    problem = Problem(text, short_rates=False)
    problem.refuse(_REFUSED)
    problem.drop_names()
    problem.take_all(
        r"\(?(?:忽略|不考虑|不计)[^,。;()]{0,12}(?:膨胀|加3|\+3)\)?|\(?(?:不加3|窗口不加3)\)?|(?:单位|都)(?:均)?(?:为|是|以)(?:MSS|报文段|个?MSS)(?:为单位)?|以(?:MSS|报文段)为单位"
    )
    problem.take_all(
        r"接收窗口(?:总是|始终|一直)?(?:足够|很|非常)大|不考虑接收窗口(?:的)?(?:限制)?|(?:接收方)?(?:接收)?缓存足够大|(?:发送方)?(?:有)?足够多的?数据(?:要|需要)?(?:发送)?|发送窗口(?:只)?(?:由|取决于)拥塞窗口(?:决定)?"
    )
    tahoe = bool(problem.take_all(r"(?:TCP)?-?\s*Tahoe(?:算法|版本)?"))
    reno = bool(problem.take_all(r"(?:TCP)?-?\s*Reno(?:算法|版本)?|快(?:速)?恢复(?:算法)?"))
    problem.take_all(r"\(?(?:含|包括|包含|使用|采用|执行|带)?快(?:速)?重传(?:算法)?(?:和|与|、|及)?")
    if tahoe and reno:
        return None
    if problem.has(r"还(?:可以|能|可)(?:以)?(?:继续)?(?:向[^,。;]{0,4})?(?:再)?(?:发送|发)"):
        return _recognise_left(problem)
    trip = problem.take_one(
        r"(?:往返(?:时间|延迟)(?:\(?RTT\)?)?|RTT)(?:均|恒|固定|都)*(?:为|是|=|约|\s)*(?P<value>\d+)\s*(?:ms|毫秒)", to_int
    )
    first = problem.take_all(
        rf"\(?第\s*(?:1|一)(?:个|次)?{_ROUND}(?:时|的|发送时)?(?:,)?(?:的)?{_WINDOW}(?:为|是|=|等于)1(?!\d)(?:个)?(?:MSS|报文段)?\)?"
    )
    rounds = [
        (match.start(), to_int(match["value"]))
        for match in re.finditer(rf"第\s*(?P<value>{INTEGER})\s*(?:个|次)?{_ROUND}", problem.rest, re.IGNORECASE)
    ]
    events = [
        (match.start(), match.end(), "timeout")
        for match in problem.take_all(_TIMEOUT)
        if "不再" not in problem.text[max(0, match.start() - 3) : match.end()]
    ]
    events += [(match.start(), match.end(), "duplicates") for match in problem.take_all(_DUPLICATES)]
    events = [
        event for event in events if not re.search(r"(?:不再|没有?再?|无)(?:发生|出现)?$", problem.text[max(0, event[0] - 5) : event[0]])
    ]
    if len(events) > 1:
        return None
    # The event's round stands in its own clause.
    when = None
    if events:
        begin = max((mark.end() for mark in re.finditer(r"[,。;?!]", problem.text[: events[0][0]])), default=0)
        before = [value for place, value in rounds if begin <= place < events[0][0]]
        if len(before) > 1:
            return None
        when = before[0] if before else None
        if when is not None:
            rounds = [(place, value) for place, value in rounds if not begin <= place < events[0][0]]
    problem.take_all(
        rf"(?:在|从|到|则|于)*第\s*{INTEGER}\s*(?:个|次)?{_ROUND}(?:发送|传输)?(?:之?后|时(?!间)|结束(?:时|后)?|中|开始时|里)?(?:的)?"
    )
    acknowledged = problem.take_all(_ACKNOWLEDGED)
    total = problem.take(
        rf"前(?P<value>{INTEGER})(?:个|次)?{_ROUND}(?:内|里|中|次)?(?:一共|总共|共|总计|合计)?(?:能|可以|可)?(?:发送?|传送?|传输)(?:了|出|出去)?(?:的)?(?:多少|几|报文段总数)个?(?:TCP)?(?:报文)?段?"
    )
    problem.take_all(rf"{_NEWTHRESHOLD}(?:设得|设置得)?(?:足够|非常|很)大|(?:网络)?无拥塞")
    shifted = problem.take_all(
        rf"(?:若|如果)?(?:再|之后|此后|接着|然后|接下来|以后|随后|后面?|又|的|过|经|了)*(?:,)?(?:经过|经历|过)?(?:了)?(?:这)?(?P<value>{INTEGER})个?{_RETURN}(?:时间)?(?:内|后|之后|以后|里|的)*(?:\(?(?:{_FINE})\)?)?"
    )
    shifts = {to_int(match["value"]) for match in shifted}
    problem.take_all(rf"(?:此后|之后|后面)?(?:都|一直|全部)*(?:{_FINE})|不再(?:丢失|丢包|出现丢失|发生丢失)")
    many = problem.take(rf"(?:需要?|要|共|经过|还需|还要|用|得)*(?:多少|几)个?{_RETURN}|{_RETURN}(?:的)?(?:个数|数目|数)")
    how_long = problem.take(
        r"(?:所需|需要)的?(?:总)?时间(?:至少|最少)?|(?:至少)?(?:需要?|要|经过|花|用|得|共)*(?:多长时间|多久|多少时间|多少(?:ms|毫秒))"
    )
    problem.take_all(r"(?:甲|主机甲)?的?发送窗口(?=从|由)")
    full = problem.take(
        r"(?:才)?(?:能|可以)?(?:发送|发出|发)(?:出)?(?:第一个|一个|首个)?(?:完全|满|完整|满的|完整的)(?:的)?(?:接收)?窗口(?:\((?P<size>\d+)KB\))?"
    )
    values: dict[str, Any] = problem.assign(
        (
            Role(name="mss", quantity=_SIZE, read=_size, before=r"MSS|最大(?:报文)?段(?:的)?(?:长度?|大小)?", after="的?最大(?:报文)?段"),
            Role(name="start", quantity=_SIZE, read=_size, before=rf"初始(?:的)?{_WINDOW}|{_WINDOW}(?:的)?(?:初始值?|初值|起始值?|一开始|开始时)|开始时{_WINDOW}|{_WINDOW}(?:置|设|初始化)(?:为|成)|从(?:初始值)?"),
            Role(name="threshold", quantity=_SIZE, read=_size, before=r"(?:门限|阈值|阀值|ssthresh)(?:值)?(?:\(?ssthresh\)?)?(?:的)?(?:初始值?|初值|一开始|开始)?"),
            Role(name="receive", quantity=_SIZE, read=_size, before=r"接收窗口|rwnd|通告窗口|接收缓存"),
            Role(name="target", quantity=_SIZE, read=_size, before=r"(?:增长|增大|增加|上升|涨|长|达|升|增)(?:到|至)(?:了)?|达到"),
            Role(name="at", quantity=_SIZE, read=_size, before=_WINDOW),
        )
    )  # fmt: skip
    if first and values.get("start", (1, ""))[0] != 1:
        return None
    begins = problem.take_all(
        rf"{_WINDOW}(?:从|由)(?:多少|几|多大)开始|{_WINDOW}(?:会|将|应)?(?:变为|变成|降为|降到|减为|减到|调整为|设为|立即变为|各变为|变)(?:多少|几|多大)|{_NEWTHRESHOLD}(?:和|与|、|以及){_WINDOW}(?:的)?(?:值)?(?:各|分别)*(?:变为|变成|变|是|为|调整为|等于)(?:多少|几|多大)?|{_WINDOW}(?:和|与|、|以及){_NEWTHRESHOLD}(?:的)?(?:值)?(?:各|分别)*(?:变为|变成|变|是|为|调整为|等于)(?:多少|几|多大)?|(?:此时|这时|该时刻|当时)(?:的)?{_WINDOW}(?:是|为|等于)?(?:多少|多大|几)?|{_NEWTHRESHOLD}(?:和|与|、|以及)(?:新的?)?{_WINDOW}(?=\s*(?:$|[?。]))|{_WINDOW}(?:和|与|、|以及)(?:新的?)?{_NEWTHRESHOLD}(?=\s*(?:$|[?。]))"
    )
    begin_asked = bool(begins)
    later = bool(begins and shifted) and begins[0].start() > max(match.start() for match in shifted)
    taken_both = (
        bool(
            re.search(rf"{_NEWTHRESHOLD}(?:和|与|、|以及){_WINDOW}|{_WINDOW}(?:和|与|、|以及){_NEWTHRESHOLD}", problem.text, re.IGNORECASE)
        )
        and begin_asked
    )
    asked = problem.asked(((_NEWTHRESHOLD, "threshold"), (rf"(?:此时|这时)?(?:的)?{_WINDOW}", "window")))
    problem.refuse("发送窗口")
    problem.take_all(r"拥塞(?:控制|避免)(?:算法|阶段)?|慢(?:开始|启动)(?:算法|阶段)?|RTT")
    problem.finish(
        "TCP 连接 所需 无拥塞 固定 初始值 那 那轮 通信 双方 报文段 建立 连接建立 已建立 MSS 报文段 段 TCP段 最大 最大段长 长度 发送 发送方 拥塞 网络 拥塞窗口 窗口 cwnd 门限 当 时 时刻 发生 检测到 没有拥塞 没有 线路 丢失 总是 以 该连接 使用 采用 算法 "
        "开始 继续 后 此后 之后 初始 初始值 变为 各 新 新的 大小 数据 接收 接收方 收到 足够大 单位 均 接收窗口 从 起 轮次 传输轮次 再 这时 此时 当前 各变为 变 确认 一条 上 才能 第一个 完全 发完 一直 到 增长 降 位 为单位 全部 成功 降到 每次 会 报文 "
    )
    if taken_both and "threshold" not in asked:
        asked = ["threshold", *asked]
    if later:
        # "after 5 RTT the window becomes …" asks for the window then.
        asked, begin_asked = [*asked, "window"], False
    if not events and (begin_asked or "threshold" in asked):
        return None
    event = events[0][2] if events else None
    mss = values.pop("mss", None)
    sizes = dict(values)
    scales = {unit for _, unit in sizes.values()}
    kb = None
    if scales - {""} <= {"KB"} and "KB" in scales:
        if mss is None or mss[1] != "KB" or ("" in scales and mss[0] != 1):
            return None
        kb = mss[0]
    elif scales - {""} <= {"B"} and "B" in scales:
        return None
    elif scales - {"", "MSS"}:
        if not (scales <= {"KB", "MSS", ""} and mss == (1, "KB")):
            return None
        kb = 1
    scale = kb or 1
    if any(value <= 0 or value % scale for value, _ in sizes.values()):
        return None
    down = {name: value // scale for name, (value, _) in sizes.items()}
    start, threshold, at, target, receive = (down.get(name) for name in ("start", "threshold", "at", "target", "receive"))
    if any(value > 2000 for value in down.values()) or len(shifts) > 1:
        return None
    shift = next(iter(shifts), None)
    numbers = [value for _, value in rounds]
    number = numbers[0] if len(set(numbers)) == 1 else None
    if len(set(numbers)) > 1 or (number is not None and acknowledged and number == shift):
        if len(set(numbers)) > 1:
            return None
        number = None
    if (many is not None or how_long is not None) and event is None:
        if full is not None and receive is not None and target is None:
            target, receive = receive, None
        if full is not None and full["size"] and int(full["size"]) != (target or 0) * scale:
            return None
        if (
            target is None
            or receive is not None
            or at is not None
            or shift is not None
            or number is not None
            or (how_long is not None and trip is None)
        ):
            return None
        if threshold is None and not re.search(r"足够大|没有拥塞|无拥塞|慢(?:开始|启动)", problem.text):
            return None
        if kb and start is None and mss is None:
            return None
        return _result(
            ["count"], start or 1, threshold, target, None, None, None, None, None, kb, not tahoe, trip if how_long is not None else None
        )
    if event is not None and at is None and target is not None:
        at, target = target, None
    if trip is not None or target is not None or many is not None or how_long is not None or full is not None or receive is not None:
        return None
    if total is not None:
        if event is not None or threshold is None or at is not None or numbers or shift is not None:
            return None
        return _result(["sum"], start or 1, threshold, None, None, None, None, None, to_int(total["value"]), kb, not tahoe, None)
    if event is None or (at is None) == (when is None):
        return None
    if at is not None and (at % 2 or at < 4):
        return None
    if when is not None and threshold is None:
        return None
    if at is not None and (start not in (None, 1)):
        return None
    said = []
    if begin_asked:
        said.append("begin")
    if "threshold" in asked:
        said.append("threshold")
    if "window" in asked or ((shift is not None or number is not None) and not (begin_asked and "window" not in asked)):
        if shift is None and number is None:
            if not begin_asked:
                said.insert(0, "begin")
        else:
            said.append("window")
    if not said or (shift is not None and number is not None):
        return None
    if (shift is not None or number is not None) and "window" not in said:
        return None
    if number is not None and when is None and threshold is None:
        return None
    if number is not None and when is not None and number <= when:
        return None
    if when is not None and shift is not None:
        return None
    return _result(
        said,
        start or 1,
        threshold if when is not None or number is not None else None,
        None,
        event,
        at,
        when,
        shift,
        number,
        kb,
        not tahoe,
        None,
    )


def _result(
    asked: list[str], start: int, threshold: int | None, target: int | None, event: str | None, at: int | None, when: int | None,
    shift: int | None, number: int | None, kb: int | None, recovery: bool, trip: int | None,
) -> Recognition:  # fmt: skip
    unit, scale = (" KB" if kb else " MSS"), kb or 1
    understood = [
        (name, f"{value * scale}{unit}")
        for name, value in (("初始拥塞窗口", start), ("慢开始门限", threshold), ("增长到", target))
        if value and not (name == "初始拥塞窗口" and at is not None and number is None)
    ]
    if event is not None:
        place = f"拥塞窗口为 {at * scale}{unit} 时" if at is not None else f"第 {when} 轮"
        understood.append(("事件", f"{place}{'超时' if event == 'timeout' else '收到 3 个重复确认'}"))
    if shift is not None or number is not None:
        understood.append(("问", f"之后经过 {shift} 个 RTT" if shift is not None else f"第 {number} 轮"))
    return Recognition(
        parameters={
            "asked": asked, "start": start, "threshold": threshold, "receive": None, "target": target, "event": event, "at": at, "when": when,
            "shift": shift, "number": number, "listed": False, "recovery": recovery, "kb": kb, "trip": trip,
        },
        understood=tuple(understood),
    )  # fmt: skip


def _recognise_left(problem: Problem) -> Recognition | None:
    """Some segments are under way, the receiver's window is told: how many bytes may still be sent."""
    problem.refuse("超时|重复|冗余|拥塞避免|慢开始|慢启动|门限|轮次")
    sent = problem.take_one(
        rf"(?:连续|先|接连|一口气)*(?:发送|发出|发)(?:了|出)?(?:去)?(?P<value>{INTEGER})个(?:最大)?(?:长度)?(?:的)?(?:TCP)?(?:报文)?(?:长)?(?:度)?段",
        to_int,
    )
    first = problem.take(
        r"(?:成功)?(?:只)?(?:收到|得到)(?:了)?[^,。;]{0,10}?(?:对)?(?:其中)?(?:第(?:一|1)|前(?P<more>[一二两三四]))个(?:最大)?(?:报文)?段的?(?:确认|ACK)(?:报文)?(?:段)?"
    )
    problem.take_all(
        r"还(?:可以|能|可)(?:以)?(?:继续)?(?:向)?[^,。;\d]{0,6}?(?:再)?(?:发送|发)(?:的)?(?:最大)?(?:多少)?(?:字节数?|数据量|数据)?"
    )
    values = problem.assign(
        (
            Role(name="mss", quantity=_SIZE, read=_size, before=r"MSS|最大(?:报文)?段(?:的)?(?:长度?|大小)?", after="的?最大(?:报文)?段"),
            Role(name="receive", quantity=_SIZE, read=_size, before=r"接收窗口|rwnd|通告窗口"),
            Role(name="window", quantity=_SIZE, read=_size, before=_WINDOW),
        )
    )
    problem.take_all(r"最多|最大字节数|(?:多少)?(?:个)?字节(?:数)?")
    problem.finish(
        "TCP 连接 建立 已建立 一个 最大 段 报文段 长度 大小 当前 拥塞窗口 接收窗口 通告 确认段 中 确认 成功 收到 向 连续 发送 后 其中 告知 给出 里 数据 数 的数据 字节 了 时"
    )
    if sent is None or first is None or set(values) != {"mss", "receive", "window"}:
        return None
    (mss, unit), (receive, one), (window, two) = values["mss"], values["receive"], values["window"]
    if len({unit, one, two}) != 1 or unit not in ("B", "KB"):
        return None
    arrived = to_int(first["more"]) if first["more"] else 1
    under_way = (sent - arrived) * mss
    if receive > window or under_way < 0 or sent * mss > window:
        return None  # the window that an acknowledgement enlarges would matter
    return Recognition(
        parameters={"task": "left", "mss": mss, "receive": receive, "window": window, "sent": sent, "arrived": arrived, "unit": unit},
        understood=(
            ("拥塞窗口", f"{window} {unit}"),
            ("接收窗口", f"{receive} {unit}"),
            ("未确认", f"{sent - arrived} 段，每段 {mss} {unit}"),
        ),
    )
