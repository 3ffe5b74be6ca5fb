"""Reading problems about TCP's congestion window: its course by rounds, windows given as a table, what may still be sent, throughput."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from engine.generators.clauses import Role
from engine.generators.cn import _units as units
from engine.generators.cn._told import Told, Unit
from engine.generators.kind import Missing, Recognition
from engine.generators.reading import INTEGER, StayOut, compiled, normalise, stay_out, to_int

REFUSED = (
    r"CUBIC|BBR|Vegas|NewReno|SACK|AIMD参数|每(?:收到)?(?:一|两|2)个?(?:ACK|确认)|延迟确认|每(?:两|2)个?(?:报文)?段.{0,4}确认|丢包率|概率|有效载荷|序号|确认号|三次握手|挥手|如图|见图|没发上来|(?<!不)(?<!不再)加3|(?<![3三])[2两]个(?:重复|冗余)|"
    r"才增加|往返时间不|变成了原来|误码|原因"
)
_EVENT = r"(?:(?P<timeout>超时)|(?P<duplicates>3ACK))"
_SIZE = r"(?P<value>\d+)\s*(?P<unit>KB|K字节|字节|B|个?\s*MSS|个?(?:TCP)?(?:最大)?(?:报文)?段(?:长度?)?(?!\d))?(?![A-Za-z\d.%])"
_IS = r"(?:大小|值|均|都|分别|约|变为|设为|置为|设成|设定|设置|初始化|固定|始终|一直|只有|当前|目前|已|的|在|为|是|有|=|:|等于|\s)*"
_UNITS = {"KB": "KB", "K字节": "KB", "B": "B", "字节": "B"}
_FINE = r"(?:所有|全部|期间|内|里|都|均|全|的|发送(?!窗口)|传输|报文|数据|TCP|段|均被|被|得到|收到|肯定|成功(?!后)|正常|确认|应答|没有?再?(?:丢失|丢包|超时)|无(?:丢失|丢包|超时)|不再?(?:丢失|丢包|超时|发生超时|出现丢失|出现超时|发生丢失)|没问题|顺利|了)+"
HARMLESS = (
    "两边 两者 都是 传完 起步 加法增大 窗口行为 写出 记录 怎么算 前几个RTT 前几个 前几 进 进快恢复 满窗口 满 还在 又 表 TCP 连接 所需 无拥塞 固定 初始值 那 那轮 通信 双方 报文段 建立 连接建立 已建立 建立连接 连接建立后 刚建立 新建 MSS 段 TCP段 最大 最大段长 长度 发送 发送方 发端 拥塞 网络 窗口 当 时 时刻 发生 检测到 没有拥塞 没有 线路 总是 以 该连接 使用 采用 算法 "
    "开始 继续 后 此后 之后 初始 变为 各 新 新的 大小 数据 接收 接收方 收到 足够大 单位 均 接收窗口 从 起 轮 再 这时 此时 当前 各变为 变 确认 一条 上 才能 第一个 完全 发完 一直 到 增长 降 位 为单位 全部 成功 降到 每次 会 报文 "
    "起步 设得 非常大 很大 设 差错 没有差错 不考虑 发送窗口 大 足够 首次 第一次 达到 涨到 涨 增大 增加 上升 重新 经过 需要 经历 先 至少 最少 一次 一个 内 发出 个 几 哪 拥塞避免 慢开始 阶段 进入 快恢复 快重传 按教材 教材 立即 变成 变多少 下一轮 再下一轮 下 情况下 未 未出现 出现 发送超时 成功时刻 "
    "每个 每收到 每 有 一 数据段 都 对每个数据段进行确认 对 进行 忽略 段传输延迟 甲 乙 主机 给出 两 次 问题 重复 连续 正处于 正 处于 这一轮 逐段确认 逐段 个段 所有段 已确认 到第 结束 最早 多久之后 发现 自己 麻烦列一下 列 出来 写出 列出 涨到时 填两个数 填 两个数 原 原来 是从 还是从 还是 前 一共 总共 共 出去 发 固定为 增至 初始值增至 且 速率 链路 带宽 的链路 稳定 锯齿 线性变化 线性 变化 之间 平均 接上题 上题 接着 紧接着 变化情况 关系 表 曲线 初值 增长到 涨回"
)


def _written_out(text: str) -> str:
    """One word for each thing: `cwnd`, `ssthresh`, `第5轮`, `3ACK`, `超时`."""
    text = normalise(text)
    swaps = (
        (r"(?:时间)?(?:超时(?:事件|重传)?|timeout|重传定时器超时|计时器超时|定时器超时|重传超时)", "超时"),
        (r"(?:连续)?(?:的)?(?:收到|收到了|来了|遇到|出现)?(?:连续)?(?:的)?(?:3|三)个?(?:连续)?(?:的)?(?:冗余|重复)(?:的)?(?:ACK|确认)(?:报文段?|报文)?|3-?ACK|3\s?dup\s?ACK|(?:遇到|收到)?(?:3|三)次(?:重复|冗余)(?:的)?(?:ACK|确认)", "3ACK"),
        (r"(?:拥塞窗口|拥塞窗|cwnd)(?:\(?cwnd\)?)?(?:的)?(?:大小|尺寸|值)?", "cwnd"),
        (r"(?:慢开始|慢启动|拥塞避免|拥塞)?(?:的)?(?:门限|阈值|阀值|ssthresh)(?:值)?(?:\(?ssthresh\)?)?", "ssthresh"),
        (r"慢启动", "慢开始"),
        (r"(?:传输)?轮次|传输轮|往返时间\(?RTT\)?|往返时延|往返延迟|往返时间|往返", "RTT"),
        (r"(?<![下这那])(\d|[一二两三四五六七八九十几多少])\s*个?\s*(?:传输)?轮(?!次)", r"\1个RTT"),
    )
    for pattern, word in swaps:
        text = compiled(pattern).sub(word, text)
    text = compiled(rf"第\s*({INTEGER}|几)\s*(?:个|次)?\s*(?:RTT|传输|轮)").sub(lambda match: f"第{match[1] if match[1] == '几' else to_int(match[1])}轮", text)
    text = compiled(rf"第({INTEGER})(?:到|至|~|-)第?({INTEGER})轮").sub(lambda match: f"第{to_int(match[1])}轮到第{to_int(match[2])}轮", text)
    return compiled(r"(?<![\d.A-Za-z])((?<=[再过])一|[二两三四五六七八九十]{1,3}|十[一二三四五六七八九])(?=个?(?:RTT|MSS|最大段|最大报文段))").sub(lambda match: str(to_int(match[1])), text)


def _size(match: re.Match[str]) -> tuple[int, str]:
    unit = re.sub(r"\s|个", "", match["unit"] or "").upper()
    return int(match["value"]), _UNITS.get(unit, "MSS" if unit else "")


def recognise(text: str) -> Recognition | None:
    """The parameters of the kind's `solve`; None or `StayOut` where a quantity or a word is not understood."""
    written = _written_out(text)
    readers: tuple[Callable[[str], Recognition | None], ...] = (_recognise_table, _recognise_left, _recognise_throughput, _recognise_course)
    why: StayOut | None = None
    for reader in readers:
        try:
            if (seen := reader(written)) is not None:
                return seen
        except StayOut as given_up:
            why = given_up
    if why is not None:
        raise why
    return None


def _begin(text: str) -> Told:
    problem = Told(text, short_rates=False)
    problem.refuse(REFUSED)
    problem.drop_names()
    problem.take_all(
        r"\(?(?:忽略|不考虑|不计)[^,。;()]{0,12}(?:膨胀|加3|\+3)\)?|\(?(?:不加3|窗口不加3)\)?|\(?(?:单位|都)(?:均)?(?:为|是|以)?(?:MSS|报文段|个?MSS)(?:为单位)?\)?|\(?以(?:MSS|报文段)(?:的个数)?为单位\)?|\(?(?:报文段|MSS)\)"
    )
    problem.take_all(
        r"(?:且)?(?:接收方的?)?(?:接收窗口|rwnd)(?:总是|始终|一直)?(?:足够|很|非常)大|不考虑接收窗口(?:的)?(?:限制)?|(?:接收方)?(?:接收)?缓存(?:足够|很)大|(?:发送方|甲)?(?:一直|总)?(?:有)?足够多的?数据(?:要|需要)?(?:发送)?|(?:并)?一直有数据(?:要)?(?:发送)?|发送窗口(?:只)?(?:由|取决于)cwnd(?:决定)?|不(?:考虑|计|存在)?(?:差错|丢包|丢失)|没有?(?:差错|丢包|丢失|拥塞)|无(?:差错|丢包|丢失|拥塞)|(?:此后|之后)?不再(?:发生|出现)?(?:丢失|丢包)|(?:网络)?(?:不|没有?)拥塞|(?:一直)?(?:都)?没丢(?:包|失)?|不丢(?:包)?|连着(?=不|,|发)|cwnd不受接收限制"
    )
    problem.take_all(r"\(?(?:从[^,。;()]{0,6}开始,)?(?:慢开始)?(?:增长)?到ssthresh时?(?:不(?:超过|越过)ssthresh|取ssthresh|就?(?:加法增大|线性增长|加1))\)?|\(只算发送(?:轮数|个?RTT)?[^()]*\)|(?:按|都)?(?:向下取整|下取整)|\(奇数\)|\(?第1轮(?:时|用|的|发送时)*(?:,)?(?:cwnd)?(?:为|是|=|等于)*1(?!\d)(?:个)?\s*(?:MSS|报文段|KB)?\)?")
    for match in problem.take_all(r"(?:TCP)?-?\s*(?P<name>Tahoe|Reno)(?:算法|版本)?|(?P<recovery>快(?:速)?恢复)(?:算法)?"):
        problem.note("algorithm", "Tahoe" if (match["name"] or "").lower() == "tahoe" else "Reno", match.start())
    problem.take_all(r"\(?(?:含|包括|包含|使用|采用|执行|带)?快(?:速)?重传(?:算法)?(?:和|与|、|及)?")
    problem.take_all(r"(?:从|在)?(?<![A-Za-z])t(?:时刻)?起?(?![A-Za-z])")
    problem.find("mss", rf"(?:MSS|最大(?:报文)?段(?:的)?(?:长度?|大小)?)(?:\(?MSS\)?)?{_IS}{_SIZE}(?:大小)?(?:的)?(?:段)?|以(?P<other>\d+)\s*(?P<kb>KB|B|字节)的最大(?:报文)?段长?(?:度)?(?:\(?MSS\)?)?(?:发送)?(?:TCP)?段?", lambda match: (int(match["other"]), _UNITS[match["kb"].upper()]) if match["other"] else _size(match))
    problem.find("receive", rf"(?:接收窗口|rwnd|通告窗口)(?:\(?rwnd\)?)?(?:通告)?{_IS}{_SIZE}", _size)
    problem.tell((Role(name="trip", quantity=units.TIME, read=units.seconds, before=r"RTT"),))
    return problem


def _recognise_left(text: str) -> Recognition | None:
    """Something is under way, the receiver's window is told: how much may still be sent."""
    if not re.search(r"还(?:可以|能|可)|可(?:以)?再发|能再发|继续发|可以?连续发", text):
        return None
    problem = _begin(text)
    problem.refuse("超时|3ACK|ssthresh|慢开始|第\\d+轮")
    problem.ask(((r"(?:此时|这时|那么?|则|甲)*(?:最多)?(?:还)?(?:可以?|能)(?:以)?(?:继续|连续)?(?:向[^,。;\d]{0,4})?(?:再)?(?:继续)?(?:发送|发)(?:出)?(?:的)?(?:最大)?(?:多少|几)?个?(?P<what>满段|最大(?:报文)?段|段|字节数?|数据量?|KB|B)?", "left"),))
    sent = problem.take_one(
        rf"(?:连续|连着|先|接连|一口气|又)*(?:发送|发出|发)(?:了|出)?(?:去)?(?P<value>{INTEGER})个(?:最大)?(?:长度)?(?:的)?(?:TCP)?(?:报文)?(?:长)?(?:度)?段", to_int
    )
    first = problem.take(
        r"(?:成功)?(?:只)?(?:收到|得到)(?:了)?[^,。;]{0,10}?(?:对)?(?:其中)?(?:第(?:一|1)|前(?P<more>[一二两三四]))个(?:最大)?(?:报文)?段的?(?:确认|ACK)(?:报文)?(?:段)?"
    )
    problem.find("window", rf"cwnd{_IS}{_SIZE}", _size)
    problem.find("under way", rf"(?:已|已经)?(?:发送|发出|发)(?:了)?(?:但|而|却|还)*(?:没有?|未)(?:被|收到|得到)?(?:确认|应答)(?:的)?(?:数据|字节)*{_IS}{_SIZE}|未(?:被)?确认(?:的)?(?:数据|字节)*{_IS}(?P<other>\d+)\s*(?P<kb>KB|B|字节)", lambda match: (int(match["other"]), _UNITS[match["kb"].upper()]) if match["other"] else _size(match))
    for match in problem.take_all(r"(?:尚|还|目前)?(?:无|没有)(?:已发送)?未(?:被)?确认(?:的)?(?:数据|字节)?"):
        problem.note("under way", (0, "B"), match.start())
    problem.take_all(r"最多|最大字节数|(?:多少)?(?:个)?字节(?:数)?|里面|通告")
    problem.done(HARMLESS + " 告知 其中 确认段 向 的数据 数 里 段 字节 但未 已 被确认 ")
    facts = {fact.name: fact.value for fact in problem.told}
    if len({(fact.name, fact.value) for fact in problem.told}) != len(facts) or not problem.goals or not {"window", "receive"} <= set(facts):
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
    else:
        if sent is None or first is None or mss is None:
            return None
        arrived = to_int(first["more"]) if first["more"] else 1
        under_way = (sent - arrived) * mss
        if receive > window or under_way < 0 or sent * mss > window:
            return None  # the window that an acknowledgement enlarges would matter
        parameters = {"sent": sent, "arrived": arrived}
    segments = bool(re.search(r"几个|多少个(?:最大|满)?段|多少个最大", text[problem.goals[0][0] :]))
    if segments and mss is None:
        return None
    return Recognition(
        parameters={"task": "left", "mss": mss, "receive": receive, "window": window, "under way": under_way, "unit": one, "segments": segments, **parameters},
        understood=(("拥塞窗口", f"{window} {one}"), ("接收窗口", f"{receive} {one}"), ("未确认", f"{under_way} {one}")),
    )


def _recognise_throughput(text: str) -> Recognition | None:
    """A window each round trip: the throughput, and the share of the link's rate."""
    if not re.search("吞吐|利用率|平均速率", text):
        return None
    problem = _begin(text)
    problem.refuse("超时|3ACK|ssthresh|第\\d+轮")
    sawtooth = bool(problem.take_all(r"AIMD|锯齿|W/2(?:到|和|~|至)W(?:之间)?"))
    problem.find("window", rf"(?:(?:TCP)?(?:的)?(?:最大)?(?:发送|拥塞)?窗口|cwnd|(?<![A-Za-z])W(?![A-Za-z]))(?:W)?{_IS}{_SIZE}", _size)
    problem.tell((Role(name="rate", quantity=units.RATE, read=units.bits_per_second, before="带宽|速率|链路", alone=True),))
    problem.ask(((r"(?:最大|平均)*(?:的)?(?:吞吐量|吞吐率)|平均(?:发送|传输)?速率", "throughput"), (r"(?:链路|信道|带宽)?(?:的)?利用率", "utilization")))
    problem.done(HARMLESS + " W 在 W/2")
    facts = {fact.name: fact.value for fact in problem.told}
    window, unit = facts.get("window", facts.get("receive", (0, "")))
    mss, mss_unit = facts.get("mss", (0, ""))
    scale = {"B": 1, "KB": 1024}
    if unit == "MSS" or (not unit and mss):
        size = window * mss * scale.get(mss_unit, 0)
    else:
        size = window * scale.get(unit, 0)
    trip, asked = facts.get("trip"), [name for _, name in problem.goals]
    if not size or trip is None or not asked or ("utilization" in asked and facts.get("rate") is None):
        return None
    return Recognition(
        parameters={"task": "throughput", "bytes": size, "trip": str(trip), "rate": str(facts["rate"]) if "rate" in facts else None, "asked": asked, "sawtooth": sawtooth},
        understood=(("窗口", f"{size} B"), ("RTT", units.show_time(trip))),
    )


def _recognise_table(text: str) -> Recognition | None:
    """Windows are told round by round: phases, what was noticed when, thresholds, in which round a segment was sent."""
    pairs = re.search(r"(?:\d+\s*→\s*\d+\s*[,、;]?\s*){6,}", text)
    if pairs is not None:
        rows = [(int(first), int(second)) for first, second in re.findall(r"(\d+)\s*→\s*(\d+)", pairs[0])]
        if [first for first, _ in rows] != list(range(1, len(rows) + 1)):
            return None
        text = text[: pairs.start()] + "cwnd:" + ",".join(str(second) for _, second in rows) + " " + text[pairs.end() :]
    lists = [match for match in re.finditer(r"(?<![\d.])\d+(?:(?:\s*[,、，]\s*|\s+)\d+){6,}(?![\d.])", text)]
    if not lists or not re.search("cwnd", text):
        return None
    numbers = [[int(value) for value in re.findall(r"\d+", match[0])] for match in lists]
    windows = [values for values in numbers if values != list(range(1, len(values) + 1))]
    if len(windows) != 1 or any(len(values) not in (len(windows[0]), len(windows[0]) + 0) for values in numbers):
        return None
    for match in reversed(lists):
        text = text[: match.start()] + ":" + text[match.end() :]
    text = re.sub(r"RTT\s*n(?![A-Za-z])", "RTT", text).replace("第n轮", "")
    text = re.sub(r"(?<![A-Za-z])n\s*(?:=|从)?\s*(?:1到\d+)?\s*(?:依次是)?\s*:|(?<=n=)1到\d+", ":", text)
    problem = Told(text, short_rates=False)
    problem.refuse(REFUSED.replace("原因", "如图"))
    problem.ask((
        (r"第(?P<n>\d+)轮(?:和第(?P<m>\d+)轮)?(?:之后|后|时|发送)*(?:,)?(?:分别)?(?:发送方)?(?:分别)?(?:是)?(?:通过|靠|怎么|如何|因为)?(?:[^,。;?]{0,4})?(?:收到)?(?:3ACK|超时)(?:还是|或)(?:通过|因为|收到)?(?:3ACK|超时)(?:事件)?(?:来)?(?:检测|发现|判断)?(?:到|出)?(?:的)?(?:丢失|丢包|报文丢失|报文段丢失)?(?:的)?", "loss@{n}+{m}"),
        (r"第(?P<n>\d+)轮(?:之后|后|时)?(?:发送方)?(?:是)?(?:怎么|怎样|如何|因为什么|因?(?:啥|什么)|通过什么(?:方式)?)(?:原因|事件)?(?:来)?(?:引起的?|导致的?)?(?:发现|检测|判断|知道)?(?:到|出)?(?:的)?(?:丢失|丢包|报文丢失|拥塞)?(?:的)?", "loss@{n}+None"),
        (r"第(?P<n>\d+)轮(?:之后|后|时)?(?:发生)?(?:的|了)?(?:什么)?事件(?:是)?(?:什么|啥)?", "loss@{n}+None"),
        (r"第(?P<n>\d+)轮(?:的|时|发送时|发送|中)*(?:,)?(?:的)?ssthresh(?:是|为)?(?:被)?(?:设置)?", "threshold@{n}"),
        (r"(?:初始|最初|一开始)(?:的)?ssthresh(?:是|为)?", "threshold@1"),
        (r"(?:哪些|哪几个|哪个)?(?:是)?(?:TCP)?(?:工作在|处于|运行在)?慢开始(?:阶段)?(?:的)?(?:时间区间|时间间隔|区间|轮次|RTT|范围)?(?:有)?(?:是)?(?:哪些|哪几|什么|哪)?", "slow start"),
        (r"(?:TCP)?(?:工作在|处于)?拥塞避免(?:阶段)?(?:的)?(?:时间区间|时间间隔|区间|RTT|范围)(?:有)?(?:是)?(?:哪些|哪几|什么|哪)?", "avoidance"),
        (r"第(?P<n>\d+)个(?:TCP)?(?:报文)?段(?:是)?(?:在)?第几轮(?:发送)?(?:出去|的)?", "segment@{n}"),
    ))  # fmt: skip
    problem.take_all(r"cwnd|第\d+轮次?|ssthresh|RTT|(?<![A-Za-z])n(?![A-Za-z])")
    problem.done(HARMLESS + " 请回答 帮我看看 依次是 依次为 依次 如下 下列 随 的变化 与 发送出去 是啥丢包 啥丢包 丢包 丢失 检测 区间 是 多大 为")
    asked = [name for _, name in problem.goals]
    if not asked:
        return None
    return Recognition(
        parameters={"task": "table", "windows": windows[0], "asked": asked}, understood=(("拥塞窗口", "、".join(map(str, windows[0]))),)
    )


_COURSE_ASKED = (
    (r"前(?P<n>\d+)个?(?:RTT|轮)(?:的)?(?:各)?(?:轮)?(?:的)?(?:cwnd|窗口)(?:大小|的变化|序列)?", "list@1+{n}"),
    (r"第(?P<n>\d+)轮(?:次)?(?:时|发送时|的|中|里)*(?:,)?(?:甲)?(?:的)?发送窗口", "sent@{n}"),
    (r"(?:传完|发完|发送完|传送完|传输完)(?P<n>\d+)\s*(?:KB|个(?:报文)?段|MSS)(?:的)?(?:数据|文件)?(?:需要?|要|共|得|至少|用)*(?:多少|几)个?RTT", "until@{n}"),
    (r"第(?P<n>\d+)轮(?:到|至|~|-)第?(?P<m>\d+)(?:轮)?(?:次)?(?:的)?(?:各|每)?(?:轮)?(?:的)?(?:各)?(?:个)?cwnd|cwnd(?:在)?(?:从)?第(?P<n2>\d+)轮(?:到|至|~|-)第?(?P<m2>\d+)轮(?:的)?(?:变化|值)?(?:情况)?", "list@{n}+{m}+{n2}+{m2}"),
    (r"前(?P<n>\d+)个?(?:RTT|轮)(?:内|里|中|次)?(?:一共|总共|共|总计|合计)?(?:能|可以|可)?(?:发送?|传送?|传输)(?:了|出|出去)*(?:的)?(?:多少|几|报文段总数)(?:个|KB)?(?:TCP)?(?:报文)?(?:段|数据)?", "sum@{n}"),
    (r"(?:从)?(?:连接建立)?(?:后|起)?到第(?P<n>\d+)轮(?:结束)?(?:\([^()]*确认[^()]*\))?(?:为止)?(?:一共|总共|共)(?:发送|发)(?:了|出)*(?:多少|几)(?:KB|个)?(?:数据|段|报文段)?", "sum@{n}"),
    (r"第(?P<n>\d+)轮(?:次)?(?:时|发送时|发送|发完时?|的|中|里)*(?:,)?(?:的)?(?:发送方)?(?:ssthresh和cwnd|cwnd和ssthresh)", "both@{n}"),
    (r"第(?P<n>\d+)轮(?:次)?(?:时|发送时|发送|发完时?|的|中|里)*(?:,)?(?:的)?(?:发送方)?(?:的)?ssthresh", "threshold@{n}"),
    (r"第(?P<n>\d+)轮(?:次)?(?:时|发送时|发送|发完时?|的|中|里|开始时)*(?:,)?(?:的)?(?:发送方)?(?:的)?cwnd|cwnd(?:在)?第(?P<n2>\d+)轮(?:时|的值)?", "window@{n}+{n2}"),
    (r"(?:在)?第几轮(?:时)?(?:,)?(?:cwnd|发送窗口)?(?:能|可以)?(?:首次|第一次|才)*(?:达到|到达|增长到|涨到|到)?|cwnd(?:在)?第几轮", "which"),
    (r"(?:需要?|要|共|再|又|经过|经历|先|还需|还要|用|得|过|至少)*(?<!前)(?:多少|几)个?(?:成功的?)?RTT|RTT(?:的)?(?:个数|数目|数)", "count"),
    (r"(?:所需|需要)的?(?:总)?时间(?:至少|最少)?|(?:至少|最早|最快)?(?:需要?|要|经过|花|用|得|共|过)*(?:多长时间|多久(?:之后)?|多少时间|多少(?:ms|毫秒))", "time"),
    (r"再下一(?:轮|个RTT)(?:的)?(?:cwnd)?", "next@2"),
    (r"下一(?:轮|个RTT)(?:的)?(?:cwnd|窗口)?(?=是|为|=|多少|\?|等|?$|[,。;])".replace("|?$", ""), "next@1"),
    (r"(?:新的?|此时的?|这时的?|当时的?)?ssthresh(?:的)?(?:新值)?(?:和|与|、|以及|,)(?:新的?)?cwnd(?:的)?(?:值)?", "threshold and window"),
    (r"cwnd(?:的)?(?:值)?(?:和|与|、|以及|,)(?:新的?)?ssthresh(?:的)?(?:值)?", "window and threshold"),
    (r"(?:新的?|此时的?|这时的?|当时的?)?ssthresh(?:的)?(?:新值|值)?", "threshold"),
    (r"(?:甲)?(?:的)?发送窗口(?:大小|的大小)?", "sent"),
    (r"(?:此时|这时|之后|那)?(?:的)?(?:新的?)?(?:cwnd|(?<!接收)(?<!发送)窗口)(?:的)?(?:大小|值)?(?:会|将|应)?", "window"),
)  # fmt: skip


def _note_events(problem: Told) -> None:
    """What happens, when or at which window; each of them an `event` fact: (kind, round or None, window or None)."""

    def kind(match: re.Match[str]) -> str:
        return "timeout" if match["timeout"] else "duplicates"

    problem.take_all(r"(?:此后|之后|后来)?(?:未|不再?|没有?再?|无)(?:再)?(?:发生|出现|有)*(?:发送)?超时(?:的情况下)?")
    patterns = (
        rf"(?:在)?第(?P<round>\d+)轮(?:次)?(?:时|发送后|发送的段|发送|的段|发的段|,|检测到|发生|收到|引起了?|网络|出现|又|后|结束|了|时候|中)*{_EVENT}",
        rf"{_EVENT}(?:发生)?(?:在|于)第(?P<round>\d+)轮",
        rf"(?:当|在)?(?:原|当前)?cwnd(?:从\d+)?(?:都|均|上升|增大|增加|增长|达到|涨|升|到|了|是|为|在|=|:|等于|至|\s)*(?P<value>\d+)\s*(?P<unit>KB|B|个?\s*MSS|个?(?:报文)?段)?(?:大小)?(?:的)?(?:时|那轮|那时)*,?(?:候)?(?:,)?(?:若|又|连续两次出问题:先|网络|发生|检测到|出现|收到|了|遇到|先|就|突然)*{_EVENT}",
        rf"(?:上升|增大|增加|增长|涨|升)(?:到|至)(?:了)?(?P<value>\d+)\s*(?P<unit>KB|B|个?\s*MSS|个?(?:报文)?段)?(?:的)?(?:时|那轮|那时)*,?(?:候)?(?:,)?(?:网络|发生|检测到|出现|收到|了|就)*{_EVENT}",
        rf"(?:在)?(?:某|t)?(?:时刻)?(?:发生|收到|检测到|出现)*{_EVENT}(?:时|发生时|后)*(?:的)?,?(?:刻)?(?:的)?(?:当前)?cwnd(?:为|是|=|等于)*(?P<value>\d+)\s*(?P<unit>KB|B|个?\s*MSS|个?(?:报文)?段)?",
    )
    found: list[tuple[int, tuple[str, int | None, Any]]] = []
    for pattern in patterns:
        for match in problem.take_all(pattern):
            groups = match.groupdict()
            when = int(groups["round"]) if groups.get("round") else None
            found.append((match.start(), (kind(match), when, None if when is not None else _size(match))))
    for number, (place, event) in enumerate(sorted(found, key=lambda each: each[0])):
        problem.note(f"event {number}", event, place)
    for match in problem.take_all(rf"(?:紧接着|随即|接着|随后|马上|立刻)(?:\([^()]*(?:未增长|没有?增长|不变)[^()]*\))?(?:又|再)*(?:发生|收到)*{_EVENT}"):
        problem.note("again", kind(match), match.start())
    for match in problem.take_all(rf"(?:收到|发生|检测到|出现)*{_EVENT}(?:时|之?后)?"):
        problem.note("bare", kind(match), match.start())


def _recognise_course(text: str) -> Recognition | None:
    """The window's course: rounds, events, and what is asked of them."""
    problem = _begin(text)
    problem.refuse("吞吐|带宽|如何|结束时")
    if re.search(r"缓存[^。;]{0,20}(?:不被?取走|不取走)|(?:不被?取走|不取走)", text):
        return _recognise_buffer(problem)
    _note_events(problem)
    for pattern in (
        rf"(?:初始(?:的)?cwnd|cwnd(?:的)?(?:初始值?|初值|起始值?)|cwnd(?:由|从)|发送窗口(?:由|从)|开始时cwnd)(?:设|初始值)*{_IS}{_SIZE}(?:个)?(?:开始|起步|起)?",
        rf"从(?:cwnd{_IS})?{_SIZE}(?:开始|起步|涨|增|起)(?!,慢)",
        rf"cwnd{_IS}(?P<value>1)(?P<unit>\s*MSS)?(?:开始|起步)",
    ):
        problem.find("start", pattern, _size)
    problem.find("threshold", rf"(?:初始)?ssthresh(?:的)?(?:初始值?|初值|一开始|开始|初始)?{_IS}{_SIZE}(?:个)?", _size)
    problem.take_all(r"ssthresh(?:设得|设置得|设)?(?:足够|非常|很|特别)大")
    problem.find("shift", rf"(?:若|如果)?(?:再|之后|此后|接着|然后|接下来|以后|随后|后面?|又|的|过|经)*(?:,)?(?:经过|经历|过)?(?:了)?(?:这)?(?<!前)(?<!第)(?<!\d)(?P<value>\d+)个?RTT(?:时间)?(?:内|后|之后|以后|里|的)*(?:\(?(?:{_FINE})\)?)?", lambda match: int(match["value"]))
    problem.take_all(rf"(?:当|等)?(?:这|第)?(?:些|\d+)?个?(?:RTT|轮)?(?:时间)?(?:内|里|中)?(?:发送)?的?(?:所有|全部)?(?:的)?(?:TCP)?(?:报文)?段?(?:都|全部|均)*(?:得到|收到|被)(?:了)?(?:肯定)?(?:应答|确认)(?:时|后|之后)?|(?:此后|之后|后面|其余)?(?:都|一直|全部|发送)*(?:成功|正常|没问题|顺利)(?!的RTT)(?:确认)?|这一轮(?:全部)?\d*个?(?:报文)?段(?:都|全部)?(?:被|得到)?确认|(?:一个|1个)?RTT(?:里|内|中)?(?:的)?所有段(?:都|全部)?(?:被|得到)?确认")
    for match in problem.take_all(r"\(第(?P<n>\d+)轮(?:的?cwnd)?(?:时)?(?:是|为|=)(?P<value>\d+)\)"):
        problem.note("given", (int(match["n"]), int(match["value"])), match.start())
    problem.find("target", rf"(?:达到|增长到|增大到|涨到|涨回|增至|上升到|升到|到达|到|发(?:送|出)?(?:一个)?)(?:了)?{_SIZE}(?:个)?(?:段)?", _size)
    problem.find("full", r"(?:才)?(?:能|可以)?(?:首次)?(?:发送|发出|发)(?:出)?(?:第一个|一个|首个)?(?:完全|满|完整|满的|完整的)(?:的)?(?:一个)?(?:接收)?窗口(?:的数据)?(?:\(\d+KB\))?")
    problem.find("at", rf"(?:当前)?cwnd{_IS}{_SIZE}(?:时)?", _size)
    for match in problem.take_all(r"(?:处于|正处于|还?在)?(?P<name>拥塞避免|慢开始)阶段|(?:正)?处于(?P<other>慢开始|拥塞避免)"):
        problem.note("phase", match["name"] or match["other"], match.start())
    asked = problem.ask(_COURSE_ASKED)
    problem.take_all(r"拥塞(?:控制|避免)(?:算法|阶段)?|慢开始(?:算法|阶段)?|(?:从)?第\d+轮(?:发送)?(?:之?后)?|RTT")
    problem.done(HARMLESS)
    if not asked:
        return None
    both = len(problem.values("algorithm")) == 2 and re.search("两边|两者|分别|各自|二者|各", text) is not None
    if both:
        algorithms = problem.values("algorithm")
        problem.forget("algorithm")
        told = [_course(replace(unit, known=unit.known | {"algorithm": name}), problem) for name in algorithms for unit in problem.units()]
    else:
        told = [_course(unit, problem) for unit in problem.units()]
    if any(one is None for one in told):
        return None
    found = [one for one in told if one is not None]
    missing = (Missing("mss", "最大段长 MSS 是多少 KB？", "MSS={}KB"),) if any(one.pop("unknown") for one in found) else ()
    return Recognition(parameters={"courses": found}, understood=_understood(found), missing=missing)


def _recognise_buffer(problem: Told) -> Recognition | None:
    """The receiver keeps all it gets: its window shrinks to nothing as the sender's grows."""
    problem.find("threshold", rf"(?:初始)?ssthresh(?:的)?(?:初始值?|初值|初始)?{_IS}{_SIZE}", _size)
    problem.find("buffer", r"(?:分配)?(?P<value>\d+)\s*(?P<unit>KB)(?:的)?(?:接收)?缓存|(?:接收)?缓存(?:为|共|有|=)*(?P<other>\d+)\s*KB", lambda match: (int(match["value"] or match["other"]), "KB"))
    problem.find("shift", r"(?:经过|过|经)?(?P<value>\d+)个?RTT(?:后|之后)?", lambda match: int(match["value"]))
    problem.find("start", rf"(?:初始cwnd|cwnd(?:的)?初始值?){_IS}{_SIZE}", _size)
    problem.take_all(r"(?:若|且)?(?:乙)?(?:收到的)?(?:数据)?(?:全部)?(?:都)?存入缓存|(?:不被?|应用(?:程序)?不)取走(?:数据)?|(?:未|没有?|不)(?:出现|发生)?(?:发送)?超时(?:的情况下)?|忽略段?传输延迟")
    problem.ask(((r"(?:甲)?(?:的)?发送窗口(?:大小|的大小)?", "sent"),))
    problem.take_all(r"拥塞控制|从连接建立成功时刻起|RTT")
    problem.done(HARMLESS + " 为该连接 分配 缓存 全部 存入 乙 收到的数据 向")
    facts = {fact.name: fact.value for fact in problem.told}
    mss = facts.get("mss")
    if "receive" in facts or mss is None or mss[1] != "KB" or "buffer" not in facts or "shift" not in facts or not problem.goals:
        return None
    threshold = facts.get("threshold", (10**6 * mss[0], "KB"))
    if any(value[0] % mss[0] for value in (threshold, facts["buffer"])) or facts.get("start", mss) != mss:
        return None
    return Recognition(
        parameters={"task": "buffer", "mss": mss[0], "threshold": threshold[0] // mss[0], "buffer": facts["buffer"][0] // mss[0], "shift": facts["shift"]},
        understood=(("缓存", f"{facts['buffer'][0]} KB"), ("MSS", f"{mss[0]} KB"), ("问", f"{facts['shift']} 个 RTT 后")),
    )


def _course(unit: Unit, problem: Told) -> dict[str, Any] | None:
    known, asked = dict(unit.known), []
    for name in unit.asked:
        if name in ("threshold and window", "window and threshold"):
            asked += name.split(" and ")
        elif name.startswith("both@"):
            asked += [f"threshold@{name[5:]}", f"window@{name[5:]}+None"]
        else:
            asked.append(name)
    asked = list(dict.fromkeys(asked))
    if {"count", "time", "which"} & set(asked):
        # "cwnd 涨到 12 KB 需要几个 RTT" speaks of the window, and asks for the round trips.
        asked = [name for name in asked if name not in ("window", "sent")]
    events = [known[name] for name in sorted(known) if name.startswith("event ")]
    again = known.get("again") if len(events) == 1 else None
    if "again" in known and again is None:
        return None
    if "bare" in known:
        if events or "at" not in known:
            return None
        events = [(known["bare"], None, known.pop("at"))]
    mss = known.get("mss")
    sizes = {name: known[name] for name in ("start", "threshold", "target", "receive", "at") if name in known}
    scales = {unit_ for _, unit_ in (*sizes.values(), *(at for _, _, at in events if at is not None))}
    kb, unknown = None, False
    if scales - {""} <= {"KB"} and "KB" in scales:
        if mss is None and "" not in scales:
            mss = (1, "KB")
            unknown = True
        if mss is None or mss[1] != "KB" or ("" in scales and mss[0] != 1):
            return None
        kb = mss[0]
    elif "B" in scales:
        return None
    elif scales - {"", "MSS"}:
        if mss != (1, "KB"):
            return None
        kb = 1
    scale = kb or 1
    if any(value <= 0 or value % scale for value, _ in sizes.values()):
        return None
    down = {name: value // scale for name, (value, _) in sizes.items()}
    if any(at is not None and at[0] % scale for _, _, at in events):
        return None
    happened = [{"kind": kind, "when": when, "at": None if at is None else at[0] // scale} for kind, when, at in events]
    floor = bool(re.search("下取整", problem.text))
    if any(each["at"] is not None and ((each["at"] % 2 and not floor) or each["at"] < 4) for each in happened) or max([*down.values(), 0]) > 2000:
        return None
    algorithms = problem.values("algorithm")
    if len(algorithms) == 2 and "algorithm" not in known:
        return None
    algorithm = known.get("algorithm", algorithms[0] if len(algorithms) == 1 else None)
    if down.get("at") == 1 and "start" not in down and not any(each["at"] is not None for each in happened):
        down["start"] = down.pop("at")
    if "full" in known:
        if "receive" not in down:
            return None
        down["target"] = down.pop("receive")
    one: dict[str, Any] = {
        "asked": asked, "events": happened, "again": again, "start": down.get("start"), "threshold": down.get("threshold"), "target": down.get("target"), "receive": down.get("receive"),
        "at": down.get("at"), "shift": known.get("shift"), "phase": known.get("phase"), "recovery": algorithm != "Tahoe", "kb": kb, "trip": str(known["trip"]) if "trip" in known else None,
        "given": known.get("given"), "unknown": unknown, "floor": floor, "free": bool(re.search(r"足够大|非常大|很大|特别大|没有?拥塞|无拥塞|不拥塞|慢开始", problem.text)),
    }  # fmt: skip
    return one


def _understood(found: list[dict[str, Any]]) -> tuple[tuple[str, str], ...]:
    said: list[tuple[str, str]] = []
    for one in found:
        unit, scale = (" KB" if one["kb"] else " MSS"), one["kb"] or 1
        for name, label in (("start", "初始拥塞窗口"), ("threshold", "慢开始门限"), ("at", "拥塞窗口"), ("target", "增长到"), ("receive", "接收窗口")):
            if one[name] is not None:
                said.append((label, f"{one[name] * scale}{unit}"))
        for event in one["events"]:
            place = f"拥塞窗口为 {event['at'] * scale}{unit} 时" if event["at"] is not None else f"第 {event['when']} 轮"
            said.append(("事件", f"{place}{'超时' if event['kind'] == 'timeout' else '收到 3 个重复确认'}"))
        if one["shift"] is not None:
            said.append(("问", f"之后经过 {one['shift']} 个 RTT"))
    return tuple(dict.fromkeys(said)) or (("问", "拥塞窗口"),)

