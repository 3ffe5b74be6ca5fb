"""Reading problems about TCP's windows that do not follow their course: what may still be sent, throughput, windows given as a table."""

from __future__ import annotations

import re
from typing import Any

from engine.generators import patterns
from engine.generators.clauses import Role
from engine.generators.cn import _units as units
from engine.generators.cn._tcp_congestion.text import EVENT, HARMLESS, IS, REFUSED, SIZE, UNITS, begin, size
from engine.generators.cn._told.told import Told
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, to_int


def recognise_left(text: str) -> Recognition | None:
    """Something is under way, the receiver's window is told: how much may still be sent."""
    if not patterns.search(r"还(?:可以|能|可)|可(?:以)?再发|能再发|继续发|可以?连续发", text):
        return None
    problem = begin(text)
    problem.refuse("超时|3ACK|ssthresh|慢开始|第\\d+轮")
    problem.ask(
        (
            (
                r"(?:此时|这时|那么?|则|甲)*(?:最多)?(?:还)?(?:可以?|能)(?:以)?(?:继续|连续)?(?:向[^,。;\d]{0,4})?(?:再)?(?:继续)?(?:发送|发)(?:出)?(?:的)?(?:最大)?(?:多少|几)?个?(?P<what>满段|最大(?:报文)?段|段|字节数?|数据量?|KB|B)?",
                "left",
            ),
        )
    )
    sent = problem.take_one(
        rf"(?:连续|连接|连着|先|接连|一口气|又)*(?:发送|发出|发)(?:了|出)?(?:去)?(?P<value>{INTEGER})个(?:最大)?(?:长度)?(?:的)?(?:TCP)?(?:报文)?(?:长)?(?:度)?段",
        to_int,
    )
    waiting = sent is not None and problem.take(
        r"(?:但|而|却|还|且|均|都|,|全部)*(?:尚|仍|还)?(?:没有?|未)(?:被|收到|得到)*(?:对方)?(?:的)?(?:任何)?(?:确认|应答)"
    )
    first = problem.take(
        r"(?:成功)?(?:只)?(?:收到|得到)(?:了)?[^,。;]{0,10}?(?:对)?(?:其中)?(?:第(?:一|1)|前(?P<more>[一二两三四]))个?(?:最大)?(?:报文)?段的?(?:确认|ACK)(?:报文)?(?:段)?"
    )
    problem.find("window", rf"cwnd{IS}{SIZE}", size)
    # `不考虑拥塞窗口`: the send window is what the receiver last advertised.
    unbounded = bool(
        problem.take_all(r"(?:且|并且)?(?:不(?:考虑|计|管)|忽略)cwnd(?:的)?(?:限制|影响|变化|因素)?|(?:网络)?(?:没有|无|不会?发生)拥塞")
    )
    if unbounded and not problem.values("window"):
        problem.find("former", rf"(?:当前|此时|目前|现在)*(?:的)?发送窗口{IS}{SIZE}", size)
    problem.find(
        "under way",
        rf"(?:已|已经)?(?:发送|发出|发)(?:了)?(?:但|而|却|还)*(?:没有?|未)(?:被|收到|得到)?(?:确认|应答)(?:的)?(?:数据|字节)*{IS}{SIZE}|未(?:被)?确认(?:的)?(?:数据|字节)*{IS}(?P<other>\d+)\s*(?P<kb>KB|B|字节)",
        lambda match: (int(match["other"]), UNITS[match["kb"].upper()]) if match["other"] else size(match),
    )
    problem.find(
        "under way",
        rf"(?:已|已经)?(?:发送|发出|发)?(?:了|出)?(?:去)?(?:的)?{SIZE}(?:的)?(?:数据|字节)*(?:但|而|却|还|尚|都|仍)*(?:没有?|未|等待?)(?:被|收到|得到)*(?:对方)?(?:的)?(?:确认|应答|ACK)",
        size,
    )
    problem.find("under way", rf"(?:在途|在路上|正在传输)(?:的|中)*(?:数据|字节|数)*{IS}{SIZE}", size)
    for match in problem.take_all(r"(?:尚|还|目前)?(?:无|没有)(?:已发送)?未(?:被)?确认(?:的)?(?:数据|字节)?"):
        problem.note("under way", (0, "B"), match.start())
    problem.take_all(r"最多|最大字节数|(?:多少)?(?:个)?字节(?:数)?|里面|通告")
    problem.done(HARMLESS + " 告知 其中 确认段 向 的数据 数 里 段 字节 但未 已 被确认 ")
    facts = {fact.name: fact.value for fact in problem.told}
    if unbounded and "window" not in facts and "receive" in facts:
        facts["window"] = facts.pop("former", facts["receive"])
    if len({(fact.name, fact.value) for fact in problem.told}) < len(facts) or not problem.goals or not {"window", "receive"} <= set(facts):
        return None
    (receive, one), (window, two) = facts["receive"], facts["window"]
    mss, unit = facts.get("mss", (None, None))
    if one != two or one not in ("B", "KB") or (unit is not None and unit != one):
        return None
    if "under way" in facts:
        if (facts["under way"][1] != one and facts["under way"][0]) or sent is not None:
            return None
        under_way = facts["under way"][0]
        parameters: dict[str, Any] = {}
    elif waiting:
        if sent is None or first is not None or mss is None:
            return None
        under_way = sent * mss
        parameters = {}
    else:
        if sent is None or first is None or mss is None:
            return None
        arrived = to_int(first["more"]) if first["more"] else 1
        under_way = (sent - arrived) * mss
        if receive > window or under_way < 0 or sent * mss > window:
            return None  # the window that an acknowledgement enlarges would matter
        parameters = {"sent": sent, "arrived": arrived}
    segments = bool(patterns.search(r"几个|多少个(?:最大|满)?段|多少个最大", text[problem.goals[0][0] :]))
    if segments and mss is None:
        return None
    return Recognition(
        parameters={
            "task": "left",
            "mss": mss,
            "receive": receive,
            "window": window,
            "under way": under_way,
            "unit": one,
            "segments": segments,
            **parameters,
        },
        understood=(
            ("发送窗口" if unbounded else "拥塞窗口", f"{window} {one}"),
            ("接收窗口", f"{receive} {one}"),
            ("未确认", f"{under_way} {one}"),
        ),
    )


def recognise_throughput(text: str) -> Recognition | None:
    """A window each round trip: the throughput, and the share of the link's rate."""
    if not patterns.search("吞吐|利用率|平均速率", text):
        return None
    problem = begin(text)
    problem.refuse("超时|3ACK|ssthresh|第\\d+轮")
    sawtooth = bool(problem.take_all(r"AIMD|锯齿|W/2(?:到|和|~|至)W(?:之间)?"))
    problem.find(
        "window",
        rf"(?:(?:TCP)?(?:的)?(?:最大)?(?:发送|拥塞)?窗口|cwnd|(?<![A-Za-z])W(?![A-Za-z]))(?:W)?(?:的)?(?:最大值?)?{IS}{SIZE}",
        size,
    )
    neglected = problem.take_all(
        r"\(?(?:其中|注:?)?,?(?:最大)?(?:吞吐率|吞吐量)\s*=\s*(?:一个|每个)?RTT(?:内|中)?(?:传输|发送)的?(?:有效)?数据(?:量)?\s*(?:/|÷|除以)\s*(?:一个)?RTT(?:的时间)?。?\)?|发送(?:延迟|时间)(?:可)?(?:忽略不计|忽略|不计)|TCP(?:及|和|以及)?(?:其)?(?:下层)?(?:各层)?(?:协议)?(?:的)?(?:首部|头部)(?:长度|开销)?(?:均|都|可)*(?:忽略不计|忽略|不计)"
    )
    problem.take_all(r"\(?(?:设|假设|若)?(?:传输)?(?:信道|链路)?(?:的)?带宽(?:也|是)*(?:不受限(?:制)?|无限(?:制)?)(?:的)?\)?")
    problem.find(
        "measured",
        rf"(?:(?:经|经过)?测试)?(?:后)?(?:发现|测得|表明|得知)?(?:其|实际|平均)*(?:的)?吞吐[率量](?:只有|仅有|仅为|只能达到|只|仅|为|是|达到)+\s*(?P<value>{units.RATE})",
        lambda match: units.bits_per_second(match["value"]),
    )
    problem.take_all(
        r"(?:忽略|不计|不考虑)(?:对)?(?:PDU)?封装的(?:协议)?开销(?:(?:和|以及|及|、)(?:接收方)?(?:应答|确认)(?:分组|报文|帧)?的(?:发送|传输)(?:时间|延迟))?|\((?:假定|假设)(?:应答|确认)(?:分组|报文|帧)(?:的)?长度很(?:小|短)\)"
    )
    problem.tell((Role(name="rate", quantity=units.RATE, read=units.bits_per_second, before="带宽|速率|链路", alone=True),))
    problem.tell(
        (
            Role(
                name="one way",
                quantity=units.TIME,
                read=units.seconds,
                before=r"(?:单程|单向|端到端|端对端)(?:的)?(?:传播)?(?:延迟|时延)?(?:时间)?",
            ),
        )
    )
    problem.ask(
        (
            (r"(?:最大|平均)*(?:的)?(?:吞吐量|吞吐率)|平均(?:发送|传输)?速率", "throughput"),
            (r"(?:链路|信道|带宽|线路)?(?:的)?(?:利用率|效率)", "utilization"),
            (r"(?:TCP|发送)?(?:的)?窗口(?:的)?(?:大小|值)?", "window"),
        )
    )
    problem.done(HARMLESS + " W 在 W/2 网络上 获得 所能 得到 端 平均 发送端 接收端")
    facts = {fact.name: fact.value for fact in problem.told}
    window, unit = facts.get("window", facts.get("receive", (0, "")))
    mss, mss_unit = facts.get("mss", (0, ""))
    scale = {"B": 1, "KB": 1024}
    amount = window * mss * scale.get(mss_unit, 0) if unit == "MSS" or (not unit and mss) else window * scale.get(unit, 0)
    if "one way" in facts:
        if "trip" in facts:
            return None
        facts["trip"] = 2 * facts["one way"]
    trip, asked = facts.get("trip"), [name for _, name in problem.goals]
    if "window" in asked or "measured" in facts:
        measured, rate = facts.get("measured"), facts.get("rate")
        if asked != ["window"] or amount or "receive" in facts or not trip or not measured or not rate or measured >= rate or sawtooth:
            return None
        return Recognition(
            parameters={"task": "window for", "trip": str(trip), "rate": str(rate), "measured": str(measured)},
            understood=(("链路", units.show_rate(rate)), ("RTT", units.show_time(trip)), ("吞吐量", units.show_rate(measured))),
        )
    if not amount or trip is None or not asked or ("utilization" in asked and facts.get("rate") is None):
        return None
    return Recognition(
        parameters={
            "task": "throughput",
            "bytes": amount,
            "trip": str(trip),
            "rate": str(facts["rate"]) if "rate" in facts else None,
            "asked": asked,
            "sawtooth": sawtooth,
            # Where the way of a bit is told, sending the window counts, too, unless the text says that it does not.
            **(
                {"sent": True}
                if "one way" in facts and "rate" in facts and not any(patterns.search("发送|RTT", match[0]) for match in neglected)
                else {}
            ),
        },
        understood=(("窗口", f"{amount} B"), ("RTT", units.show_time(trip))),
    )


_ROUND = r"(?:在)?第\d+轮(?:次)?(?:发送)?(?:时|之后|后)?"


def _joined(text: str) -> str:
    """`n=1~5: 1,2,4,8,16, n=6~9: 17,18,19,20` as one row of windows."""
    part = re.compile(
        r"(?:当|在)?(?:n\s*=\s*|第)?(?P<first>\d+)\s*(?:轮)?(?:到|~|-|至)第?\s*(?P<last>\d+)\s*(?:轮)?(?:次)?(?:时|的)*,?(?:cwnd)?(?:依次|分别|的值|为|是|:|=)+\s*(?P<list>\d+(?:\s*[,、]\s*\d+)+)[,、;]?\s*(?!轮)"
    )
    parts = list(part.finditer(text))
    rows = [[int(value) for value in patterns.findall(r"\d+", match["list"])] for match in parts]
    following = 1
    for match, row in zip(parts, rows, strict=True):
        if int(match["first"]) != following or int(match["last"]) != following + len(row) - 1:
            return text
        following += len(row)
    if len(parts) < 2:
        return text
    joined = ",".join(str(value) for values in rows for value in values)
    return f"{text[: parts[0].start()]}cwnd依次为{joined};{text[parts[-1].end() :]}"


_TABLE_ROW = re.compile(r"(?:^|(?<=\n))[|\s]*(?P<name>cwnd|n|RTT)[\s|:=]+(?P<list>\d+(?:[\s|,]+\d+){3,})[|\s]*?(?=\n|$)")


def _of_rows(text: str) -> str:
    """A table of rounds above windows, or below them, that goes on in further rows, as one row of windows."""
    text = patterns.sub(r"\n[|\s]*[-:]{3,}[-:|\s]*(?=\n)", "", text)
    rows = list(_TABLE_ROW.finditer(text))
    numbers = {name: [int(value) for row in rows if (row["name"] == "cwnd") == (name == "cwnd") for value in patterns.findall(r"\d+", row["list"])] for name in ("cwnd", "n")}  # fmt: skip
    if len(rows) < 2 or numbers["n"] != list(range(1, len(numbers["cwnd"]) + 1)):
        return text
    row = f"cwnd依次为{','.join(map(str, numbers['cwnd']))};"
    return f"{text[: rows[0].start()]}{row}{text[rows[-1].end() :]}"


def recognise_table(text: str) -> Recognition | None:
    """Windows are told round by round: phases, what was noticed when, thresholds, in which round a segment was sent."""
    pairs = patterns.search(r"(?:\d+\s*→\s*\d+\s*[,、;]?\s*){6,}", text)
    if pairs is not None:
        rows = [(int(first), int(second)) for first, second in patterns.findall(r"(\d+)\s*→\s*(\d+)", pairs[0])]
        if [first for first, _ in rows] != list(range(1, len(rows) + 1)):
            return None
        text = text[: pairs.start()] + "cwnd:" + ",".join(str(second) for _, second in rows) + " " + text[pairs.end() :]
    # The curve is drawn with the answer.
    text = patterns.sub(
        r"(?:\(\d\))?\s*试?(?:画|绘)出(?:如图[^,。;]{0,10}所示的)?cwnd[与随](?:RTT)?n?的?(?:变化)?(?:关系)?(?:的)?曲线图?[。;]", "", text
    )
    text = _joined(_of_rows(text))
    lists = list(patterns.finditer(r"(?<![\d.])\d+(?:(?:\s*[,、，]\s*|\s+)\d+){6,}(?![\d.])", text))
    if not lists or not patterns.search("cwnd", text):
        return None
    numbers = [[int(value) for value in patterns.findall(r"\d+", match[0])] for match in lists]
    windows = [values for values in numbers if values != list(range(1, len(values) + 1))]
    if len(windows) != 1 or any(len(values) not in (len(windows[0]), len(windows[0]) + 0) for values in numbers):
        return None
    for match in reversed(lists):
        text = text[: match.start()] + ":" + text[match.end() :]
    text = patterns.sub(r"RTT\s*n(?![A-Za-z])", "RTT", text).replace("第n轮", "")
    text = patterns.sub(r"(?<![A-Za-z])n\s*(?:=|从)?\s*(?:1到\d+)?\s*(?:依次是)?\s*:|(?<=n=)1到\d+", ":", text)
    problem = Told(text, short_rates=False)
    problem.refuse(REFUSED.replace("原因", "如图"))
    problem.ask((
        (r"第(?P<n>\d+)轮(?:次)?(?:之后|后|时|发送)*(?:(?:和|与|、|及)(?:在)?第(?P<m>\d+)轮)?(?:次)?(?:之后|后|时|发送)*(?:,)?(?:分别)?(?:发送方)?(?:分别)?(?:是)?(?:通过|靠|怎么|如何|因为)?(?:[^,。;?]{0,4})?(?:收到)?(?:3ACK|超时)(?:还是|或)(?:通过|因为|收到)?(?:3ACK|超时)(?:事件)?(?:来)?(?:检测|发现|判断)?(?:到|出)?(?:的)?(?:丢失(?:报文段?)?|丢包|报文丢失|报文段丢失)?(?:的)?", "loss@{n}+{m}"),
        (r"第(?P<n>\d+)轮(?:之后|后|时)?(?:发送方)?(?:是)?(?:怎么|怎样|如何|因为什么|因?(?:啥|什么)|通过什么(?:方式)?)(?:原因|事件)?(?:来)?(?:引起的?|导致的?)?(?:发现|检测|判断|知道)?(?:到|出)?(?:的)?(?:丢失|丢包|报文丢失|拥塞)?(?:的)?", "loss@{n}+None"),
        (r"第(?P<n>\d+)轮(?:之后|后|时)?(?:发生)?(?:的|了)?(?:什么)?事件(?:是)?(?:什么|啥)?", "loss@{n}+None"),
        (r"(?:那么|则)?(?:新的?)?cwnd(?:和|与|、|及)(?:新的?)?ssthresh(?:应|分别|各|会|将|被|设置|置|设|变|为|是)*(?:多大|多少)", "after"),
        (rf"(?P<rounds>{_ROUND}(?:(?:、|和|与|,|及|以及){_ROUND})+),?(?:的)?ssthresh(?:是|为)?(?:被)?(?:设置)?", "threshold@{rounds}"),
        (rf"(?P<rounds>{_ROUND}(?:(?:、|和|与|,|及|以及){_ROUND})+),?(?:的)?cwnd(?:是|为)?", "window@{rounds}"),
        (r"第(?P<n>\d+)轮(?:的|时|发送时|发送|中)*(?:,)?(?:的)?ssthresh(?:是|为)?(?:被)?(?:设置)?", "threshold@{n}"),
        (r"(?:初始|最初|一开始)(?:的)?ssthresh(?:是|为)?", "threshold@1"),
        (r"(?:哪些|哪几个|哪个)?(?:是)?(?:TCP)?(?:工作在|处于|运行在)?慢开始(?:阶段)?(?:的)?(?:时间区间|时间间隔|区间|轮次|RTT|范围)?(?:有)?(?:是)?(?:哪些|哪几|什么|哪)?", "slow start"),
        (r"(?:TCP)?(?:工作在|处于)?拥塞避免(?:阶段)?(?:的)?(?:时间区间|时间间隔|区间|RTT|范围)(?:有)?(?:是)?(?:哪些|哪几|什么|哪)?", "avoidance"),
        (r"第(?P<n>\d+)轮(?:时|发送时|的|中)*(?:,)?(?:的)?cwnd(?:是|为)?", "window@{n}"),
        (r"(?:在)?第几轮(?:次)?(?:时)?(?:才|会|将|能)?(?:发送|传输|传送|发)(?:出|了|的)?(?:的?是)?第(?P<n>\d+)个(?:TCP)?(?:报文)?段", "segment@{n}"),
        (r"第(?P<n>\d+)个(?:TCP)?(?:报文)?段(?:是)?(?:在)?第几轮(?:发送)?(?:出去|的)?", "segment@{n}"),
    ))  # fmt: skip
    asked = [name for _, name in problem.goals]
    happened = (
        problem.take(
            rf"第(?P<round>\d+)轮(?:次)?(?:之后|后|时|发送)*,?(?:收到|发生|检测到|出现|了)*{EVENT}(?:,?因而(?:检测|发现)(?:到|出)?了?(?:报文段|分组)?的?丢失)?"
        )
        if asked
        else None
    )
    algorithm = problem.take_words(
        (
            (r"(?:采用|使用|按)?(?:TCP)?\s*Tahoe(?:算法|版本)?", "Tahoe"),
            (r"(?:采用|使用|按)?(?:TCP)?\s*Reno(?:的)?(?:快恢复)?(?:算法|版本)?|快恢复", "Reno"),
        )
    )
    problem.take_all(
        r"\(?(?:ssthresh(?:减半|变为一半)?(?:后)?)?,?(?:cwnd)?从(?:新的?)?(?:减半后的?)?ssthresh(?:值)?(?:开始)?|(?:向下)?取整数?部分|(?:且|都|均)?向下取整|ssthresh减半后?"
    ) if happened else []
    problem.take_all(r"cwnd|第\d+轮次?|ssthresh|RTT|(?<![A-Za-z])n(?![A-Za-z])")
    problem.done(
        HARMLESS + " 请回答 帮我看看 依次是 依次为 依次 如下 下列 随 的变化 与 发送出去 是啥丢包 啥丢包 丢包 丢失 检测 区间 是 多大 为"
    )
    if not asked or len(algorithm) > 1 or (happened and int(happened["round"]) != len(windows[0])):
        return None
    event = None if happened is None else "timeout" if happened["timeout"] else "duplicates"
    if event is None and (algorithm or "after" in asked):
        return None
    return Recognition(
        parameters={"task": "table", "windows": windows[0], "asked": asked, "event": event, "recovery": algorithm != ["Tahoe"]},
        understood=(("拥塞窗口", "、".join(map(str, windows[0]))),),
    )
