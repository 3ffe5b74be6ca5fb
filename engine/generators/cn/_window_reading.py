"""Reading sliding-window problems by their parts: frames, acknowledgements, delays, windows and sequence numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from engine.generators.clauses import Role
from engine.generators.cn import _units as units
from engine.generators.cn._clauses import Problem, speeds_written_out
from engine.generators.kind import Missing, Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import DECIMAL, INTEGER, normalise, stay_out, to_int, to_share

STOP_AND_WAIT, GBN, SR = "stop-and-wait", "GBN", "SR"
NAMES = {STOP_AND_WAIT: "停止-等待", GBN: "后退 N 帧（GBN）", SR: "选择重传（SR）"}

_REFUSED = (
    r"TCP|CSMA|误码|出错|错误率|丢失|丢帧|丢了|概率|超时|重传次数|重传了|重发|编码方式|MSS|拥塞|半双工|捎带|路由器|重复帧|第\d+号?帧|[0-9]号帧|号帧|帧\d(?![\d.]*\s*(?:B|字节|bit|KB|比特|位))|收到(?:了)?ACK|确认号|累[计积]|"
    r"滑动过程|(?<!不)(?:含|包括|包含|算上)(?:了)?(?:数据)?(?:帧)?(?:的)?(?:发送|传输)(?:时间|时延|延迟)|第\s*\d+\s*个?帧|吞吐率公式|处理(?:时间|延迟)(?:各|均|都)?(?:为|是)\d|TDM|(?:交换机|网桥)"
)
_ACK = r"(?:确认|应答|ACK)(?:数据)?(?:帧|分组|报文|信号)?"
_IGNORE = r"(?:可以?|都|均|完全|全)*(?:忽略(?:不计)?|不计|不考虑|不算|不管|不用管|不用算|为0|为零|可不计)"
_IGNORED = (
    rf"{_ACK}(?:的)?(?:很短|极短|非常短|较短|短)?,?(?:其)?(?:的)?(?:帧)?(?:长度?|大小|(?:发送|传输)?(?:的)?(?:时间|延迟|开销))?(?:很短|很小)?,?(?:(?:和|与|、|以及|及)(?:其)?(?:所有)?(?:帧)?(?:的)?(?:首部|头部|处理)(?:的)?(?:开销|时间|延迟)?)*{_IGNORE}",
    rf"(?:忽略|不计|不考虑|不算|不管)(?:掉)?(?:对)?{_ACK}(?:的)?(?:长度?|大小|(?:发送|传输)?(?:的)?(?:时间|延迟|开销))?(?:(?:和|与|、|及)处理(?:时间|延迟))?",
    r"(?:立即)?(?:用|以|利用)(?:一个)?(?:很)?短(?:的)?(?:确认)?帧(?:来)?(?:\(?忽略其(?:传输|发送)(?:延迟|时间)\)?)(?:进行|来)?(?:确认)?",
    rf"{_ACK}(?:采?用|是)(?:一个)?短帧,?(?:且)?忽略(?:其)?(?:的)?(?:传输|发送)(?:延迟|时间)",
    rf"{_ACK}(?:很短|极短|非常短)",
)
_PLAIN_IGNORED = r"(?:不考虑|忽略|不计|不算)(?:任何|其他|所有|传输|数据)*(?:差错|出错|处理(?:时间|延迟)?|排队(?:时间|延迟)?|帧?(?:首部|头部)(?:的)?开销|开销)(?:(?:和|与|、|及)(?:差错|出错|处理(?:时间|延迟)?|排队(?:时间|延迟)?|开销))*|(?:所有)?(?:帧)?(?:的)?(?:首部|头部)(?:的)?(?:开销)?(?:均|都|可)*(?:忽略不计|忽略|不计)|无差错|不出差错|没有差错|处理(?:时间|延迟)?(?:都|均|可)*(?:忽略不计|忽略|不计|不算)"
_EQUAL = rf"(?:接收方|接收端|对方)?(?:总是|都|也)?(?:以|用)(?:与|和|跟)(?:其|数据帧|发送帧)(?:长度)?(?:等长|相等|相同|一样长|一样大)的?(?:数据)?(?:帧)?(?:进行|来)?(?:确认|应答)|{_ACK}(?:的)?(?:长度?)?(?:也)?(?:和|与|跟|同)(?:数据|发送)帧(?:的)?(?:长度?)?(?:等长|相等|相同|一样长?|一样大)|数据帧(?:和|与|跟){_ACK}(?:的)?(?:长度)?(?:等长|相等|相同|一样长?|一样大)"
_BITS_ASKED = r"(?:帧)?(?:的)?序号(?:字段)?(?:的)?(?:长度|比特数|位数|比特位数|bit数)(?:至少|最少)?|(?:至少|最少)?(?:需要?|要|用|采用|占)*(?:多少|几)(?:个)?(?:位|比特|bit)(?:的)?(?:来)?(?:表示|编号|作)?(?:帧)?(?:的)?序号|(?:帧)?序号(?:字段)?(?:的)?(?:至少|最少|最小)?(?:应|需要?|要|占|为|用|得)*(?:多少|几)(?:个)?(?:位|比特|bit)|(?:帧)?序号(?:字段)?(?:的)?(?:至少|最少)(?:应|需要?|要|占|为|用|得)*(?=\s|$|[,。?;(])"
_ASKED = (
    (_BITS_ASKED, "bits"),
    (r"(?:最大|最高|达到的最大|实际|有效|可达到?的?)*(?:的)?(?:平均|有效)?(?:的)?(?:数据传输(?:速率|率)|吞吐量|吞吐率|数据率|传输速率|传输率|数据速率|传输速度)", "throughput"),
    (r"(?:发送)?(?:窗口)?(?:最大|最多)(?:能|可以?|只能)?(?:开到?|设到?|取到?|到|设为|取)(?:几|多少|多大)|(?:发送|滑动)?窗口(?:的)?(?:大小|尺寸|长度)?(?:应该?|应当|需要?|要|设为|取|为)*(?:至少|最少|最小|最大|不小于|多大|多少|开多大|最多)(?:是|为|要|取)?(?:多少|多大|几)?(?:个)?(?:帧)?|最[小大](?:的)?(?:发送|滑动)?窗口(?:大小|尺寸)?|(?:发送|滑动)?窗口(?:的)?(?:大小|尺寸)?(?=是|为|应|$|[,。?])", "window"),
    (r"(?:数据)?帧(?:的)?(?:长度|长|大小)(?:至少|最小|最少|最短)?(?:应该?|需要?|要)?(?:是|为)?|(?:数据)?帧(?:至少|最少|最短)(?:应该?|需要?|要|得)*(?:有|是|为)?(?:多长|多少|多大)?|最[小短](?:的)?(?:数据)?帧长?|帧(?:的)?最[小短](?:的)?长度?", "frame"),
    (r"(?:信道|线路|链路)?(?:的)?(?:最大|最高|理论)?(?:的)?(?:信道|线路|链路)?(?:的)?(?:平均)?利用率|(?:信道|链路|线路)?(?:的)?(?:传输)?效率", "utilization"),
)  # fmt: skip


def _window_and_bits(problem: Problem) -> tuple[int | None, int | None]:
    bits = problem.take_one(
        (
            rf"(?<![\d.])(?P<value>{INTEGER})\s*(?:个)?(?:位|bits?|比特)(?:的)?(?:对|来|给|表示)?(?:帧)?(?:进行)?(?:的)?(?:序号|编号|帧序号)(?:字段)?",
            rf"(?:帧)?(?:的)?(?:序号|编号)(?:字段)?(?:的)?(?:长度|位数|比特数|占用?|用|采用|为|是|有|=|:|只有)+(?P<value>{INTEGER})\s*(?:个)?(?:位|bits?|比特)(?:编码|编号|表示|二进制)?",
            rf"(?:帧)?(?:序号|编号)(?:字段)?(?P<value>{INTEGER})\s*(?:个)?(?:位|bits?|比特)(?:编码|编号|表示)?",
        ),
        to_int,
    )
    window = problem.take_one(
        rf"(?:发送|滑动)?窗口(?:的)?(?:大小|尺寸|长度)?(?:W_?[ts]?|N|WT)?(?:就|设|取|定|开|大小)*(?:均|都|约|为|是|=|:|等于|有|到|\s)*(?P<value>{INTEGER})(?!\d|\s*[A-Za-z]|位|比特)(?:个)?(?:数据)?(?:帧)?",
        to_int,
    )
    return window, bits


def recognise(text: str) -> Recognition | None:
    """The parameters of the kind's `solve`; None or `StayOut` where a quantity or a word is not understood."""
    problem = Problem(speeds_written_out(normalise(text)))
    if problem.has(r"(?:重发|重传)(?:的)?(?:数据)?帧(?:的)?(?:数|个数)|(?:重发|重传)(?:多少|几)个?(?:数据)?帧"):
        return _recognise_resent(problem)
    problem.refuse(_REFUSED)
    protocols = problem.take_words(
        (
            (r"(?:停止?[-—]*(?:等待?|等)(?:待)?(?:式)?(?:ARQ)?)(?:协议|方式|流量控制)?|stop-and-wait", STOP_AND_WAIT),
            (r"连续ARQ(?:协议)?(?:\(GBN\))?|(?:后退|回退|退后)-?N-?(?:帧|步)?(?:ARQ)?(?:\(GBN\))?(?:协议)?|(?<![A-Za-z])GBN(?:协议)?(?![A-Za-z])|go-?back-?N", GBN),
            (r"选择(?:性)?重[传发](?:ARQ)?(?:\(SR\))?(?:协议)?|(?<![A-Za-z])SR(?:协议)?(?![A-Za-z])", SR),
        )
    )  # fmt: skip
    if len(protocols) != 1:
        return None
    protocol = protocols[0]
    problem.take_all(r"\((?:SR|GBN|ARQ)\)|(?:滑动窗口|ARQ)协议?")
    problem.drop_names()
    problem.take_all(_PLAIN_IGNORED)
    ignored = [match for pattern in _IGNORED for match in problem.take_all(pattern)]
    problem.take_all(_PLAIN_IGNORED)
    equal = bool(problem.take_all(_EQUAL))
    both = problem.take_one(
        rf"数据帧(?:的)?(?:长度?)?(?:和|与|跟|及|、)(?:确认|应答|ACK)帧?(?:的)?(?:长度?|大小)?(?:也|均|都|各|为|是|=|\s)*(?P<value>{units.LENGTH})",
        units.bits,
    )
    between = problem.take(
        r"(?:数据)?帧(?:的)?(?:长度?)?(?:的)?(?:范围)?(?:为|是|在|从|:|=)*(?P<least>\d+)\s*(?:B|字节|bytes?)?\s*(?:~|-|到|至|～|—)\s*(?P<most>\d+)\s*(?:B|字节|bytes?)(?![A-Za-z])(?:之间|不等)?"
    )
    share = problem.take_one(
        rf"利用率(?:要|能|可以|至少|应|不低于|不小于|不少于|大于等于|达到|达|等于|超过|为|是|有|=|到|\s|≥)*(?P<value>{DECIMAL}\s*%|0\.\d+|百分之{INTEGER})(?:以上)?",
        to_share,
    )
    problem.take_all(
        r"(?:发送窗口|窗口)(?:大小)?(?:取|为|达到|采用)最大值?|(?:收发|发送和接收|发送窗口(?:和|与)接收|接收窗口(?:和|与)发送)(?:方)?窗口(?:的)?(?:大小|尺寸)?(?:相等|相同|等大|一样大?)|收发窗口(?:等大|一样大)"
    )
    window, bits = _window_and_bits(problem)
    values = problem.assign(
        (
            Role(name="speed", quantity=units.SPEED, read=units.metres_per_second, before=r"(?:传播|传输)?(?:的)?(?:速率|速度)", alone=True),
            Role(name="rate", quantity=units.RATE, read=units.bits_per_second, before=r"(?:数据|信道)?(?:传输|发送)?(?:速率|速度|率)|带宽|信道|链路", alone=True),
            Role(name="distance", quantity=units.DISTANCE, read=units.metres, before=r"距离|相距|长度?|相隔", after="长?的", alone=True),
            Role(name="acknowledgement", quantity=units.LENGTH, read=units.bits, before=_ACK + "(?:的)?(?:长度?|大小)?"),
            Role(name="frame", quantity=units.LENGTH, read=units.bits, before=r"(?:数据)?帧(?:的)?(?:长度?|大小)?|分组(?:长度?|大小)?", after=r"(?:长)?的?(?:数据)?帧", alone=True),
            Role(name="double", quantity=units.TIME, read=units.seconds, before=r"往返(?:的)?(?:传播)?(?:延迟|时间)?(?:\(?RTT\)?)?|RTT|来回"),
            Role(name="single", quantity=units.TIME, read=units.seconds, before=r"(?:单程|单向|端到端)(?:的)?(?:信号|端到端)?(?:传播)?(?:延迟|时间)?|传播(?:延迟|时间)", after="的?(?:单向)?传播延迟"),
        )
    )  # fmt: skip
    if problem.has(r"RTT|往返") or values.get("double"):
        problem.take_all(
            r"\((?:RTT)?,?(?:不(?:含|包括|包含|算|计)(?:数据)?(?:帧(?:的)?)?(?:发送|传输)(?:时间|延迟)|(?:只算|纯|仅)?(?:含|包括|是)?(?:往返)?传播(?:延迟)?)\)|(?<=\()RTT(?=\))|RTT"
        )
    full = bool(
        problem.take_all(
            r"(?:达到|达|到|取得)?(?:最[大高](?:值)?|100%)?(?:使|让)?(?:发送方)?(?:能够?|可以)?(?:一直)?(?:不间断|连续|不停)(?:地)?发送(?:数据)?|(?:占满|跑满|充满|填满)(?:信道|链路)?|(?:信道|链路)(?:不空闲|一直忙)"
        )
    )
    aim = bool(problem.take_all(r"(?:为了?|要|想|想要|要想|若要|才能)*(?:使|让)(?:得)?(?=[^,。;?]{0,10}利用率)"))
    asked = problem.asked(_ASKED)
    if "throughput" in asked and values.get("rate") is None and len(asked) > 1:
        asked.remove("throughput")
    if "utilization" in asked and share is not None:
        asked.remove("utilization")
    if "utilization" in asked and len(asked) > 1 and ("bits" in asked or "window" in asked) and (aim or full):
        asked.remove("utilization")
    if "frame" in asked and (values.get("frame") or both or between):
        asked.remove("frame")
    if "window" in asked and "bits" in asked and window is None and bits is None:
        asked = (
            ["bits"]
            if re.search(r"序号.{0,14}(?:至少|多少|几|最少)", problem.text)
            and not re.search("窗口.{0,8}(?:多少|多大|几|最小|至少)", problem.text)
            else asked
        )
    problem.take_all(
        r"(?:信道|线路|链路)?(?:的)?利用率|(?:达到|达|到)?(?:最大|最高)(?:值)?|数据传输率|(?:单向|单程|往返)?(?:的)?传播(?:延迟|时间)|(?:为了|才能|若要|要想|要|想)?(?:使|让)(?:得)?|不低于|不小于"
    )
    problem.finish(
        "信道 链路 卫星 卫星信道 卫星链路 协议 流量控制 连续 数据帧 帧 数据 确认帧 确认 发送 接收 传输 滑动窗口 窗口 发送窗口 尺寸 大小 帧长 帧序号 序号 字段 比特数 位数 立即 收到 每收到 每收到一个 马上 返回 一个 "
        "速率 带宽 延迟 时间 长度 链路层 数据链路 站 采用 总能 总是 每 达到 利用率 最大 最高 最大的 平均 最小 比特 位 可以达到的 可达到的 达到的 百分之几 百分之多少 至少 Mbps kbps Mb/s kb/s % 等待 使 够 约 才 全双工 发完 等 用来 编号 "
        "通信 地面 之间 地球站 数据链路层协议 采用的 才能 够用 合适 设 时 设置 应 能 最多 字节 "
    )
    if len(asked) != 1 or (full and share not in (None, 1)):
        return None
    task = asked[0]
    rate, frame, acknowledgement = values.get("rate"), values.get("frame"), values.get("acknowledgement")
    double, single = values.get("double"), values.get("single")
    if (values.get("distance") is None) != (values.get("speed") is None) or (values.get("distance") and (double or single)):
        return None
    if double is not None and single is not None and double != 2 * single:
        return None
    propagation = single if single is not None else double / 2 if double is not None else None
    if values.get("distance") is not None:
        propagation = values["distance"] / values["speed"]
    if (
        (ignored and (equal or acknowledgement or both))
        or (both and (frame or acknowledgement))
        or (equal and acknowledgement not in (None, frame))
    ):
        return None
    if between is not None:
        if frame is not None or task not in ("bits", "window"):
            stay_out("two frame lengths")
        frame = Fraction(min(int(between["least"]), int(between["most"])) * 8)
    if both is not None:
        frame = acknowledgement = both
    if equal:
        acknowledgement = frame
    plain = rate is None and propagation is None and frame is None and share is None and not full
    if plain and protocol != STOP_AND_WAIT:
        return _limits(task, protocol, window, bits, problem.text)
    if task == "frame":
        if protocol != STOP_AND_WAIT or share is None or frame is not None or acknowledgement or equal or window not in (None, 1) or bits:
            return None
    elif share is not None and task not in ("window", "bits"):
        return None
    if protocol == STOP_AND_WAIT and (window not in (None, 1) or bits not in (None, 1) or task in ("bits", "window")):
        return None
    if task in ("bits", "window") and (window is not None or bits is not None):
        return None
    largest = {GBN: 2 ** (bits or 1) - 1, SR: 2 ** ((bits or 1) - 1), STOP_AND_WAIT: 1}[protocol]
    if window is not None and bits is not None and window > largest:
        return None
    parameters: dict[str, object] = {
        "protocol": protocol,
        "task": task,
        "acknowledgement": str(acknowledgement) if acknowledgement else "0",
        "acknowledgement_equal": equal,
    }
    understood = [("协议", NAMES[protocol])]
    missing: list[Missing] = []
    wanted: list[tuple[str, Fraction | None, str, str, str, Callable[[Fraction], str]]] = [
        ("rate", rate, "数据传输速率是多少（写上单位）？", "数据传输速率 {}", "速率", units.show_rate),
        ("propagation", propagation, "单向传播时延是多少（写上单位）？", "单向传播时延 {}", "单向传播时延", units.show_time),
    ]
    if task != "frame":
        wanted.append(("frame", frame, "数据帧长是多少（写上单位）？", "数据帧长 {}", "最短的帧" if between else "帧长", units.show_length))
    for name, value, ask, form, label, show in wanted:
        if value is None:
            missing.append(Missing(name, ask, form))
        elif value <= 0:
            return None
        else:
            parameters[name] = str(value)
            understood.append((label, show(value)))
    if protocol != STOP_AND_WAIT and task in ("utilization", "throughput"):
        if window is None and bits is None:
            missing.append(Missing("window", "发送窗口是多少帧？", "发送窗口为 {} 帧"))
        else:
            size = window if window is not None else largest
            if not 1 <= size <= 10**6:
                return None
            parameters["window"] = size
            understood.append(("发送窗口", f"{size} 帧"))
    if len(missing) > 1:
        return None
    if share is not None:
        if not 0 < share < 1 and not (task in ("window", "bits") and share == 1):
            return None
        parameters["share"] = str(share)
        understood.append(("利用率", f"{decimal(share * 100)}%"))
    understood.append(
        ("确认帧", "与数据帧等长" if equal or both else units.show_length(acknowledgement) if acknowledgement else "不计发送时间")
    )
    return Recognition(parameters=parameters, understood=tuple(understood), missing=tuple(missing))


def _recognise_resent(problem: Problem) -> Recognition | None:
    """Frames 0 to n are sent, some are acknowledged, the timer runs out: how many are sent again."""
    problem.refuse(r"捎带|否定|NAK|窗口|否认|出错|丢失")
    protocols = problem.take_words(
        (
            (r"(?:后退|回退|退后)-?N-?(?:帧|步)?(?:ARQ)?(?:\(GBN\))?(?:协议)?|(?<![A-Za-z])GBN(?:协议)?(?![A-Za-z])|go-?back-?N", GBN),
            (r"选择(?:性)?重[传发](?:ARQ)?(?:\(SR\))?(?:协议)?|(?<![A-Za-z])SR(?:协议)?(?![A-Za-z])", SR),
        )
    )
    sent = problem.take(
        r"(?:发送|发|传)(?:完)?(?:了)?(?:编号|序号)?(?:为|是)?(?:从)?0号?(?:~|到|至|-|—)(?P<last>\d{1,3})号?(?:的)?(?:数据)?帧?"
    )
    acknowledged = problem.take(
        r"(?:只|仅|已)?收到(?:了)?(?:对)?(?P<list>\d{1,3}(?:号)?(?:(?:帧)?(?:、|,|和|与|及)\d{1,3}(?:号)?)*)(?:数据)?帧?的?(?:确认|ACK)(?:帧)?"
    )
    asked = problem.take(
        r"(?:需要?|要|应)?(?:重发|重传)(?:的)?(?:数据)?帧(?:的)?(?:数|个数)|(?:需要?|要|应)?(?:重发|重传)(?:多少|几)个?(?:数据)?帧"
    )
    problem.take_all(r"(?:计时器|定时器)?超时(?:时)?|(?:计时器|定时器)到时")
    problem.finish("帧 编号 序号 已经 协议 发送方 确认 数据链路层 采用 只 若 当 需要 时 后 发送 了 这时")
    if len(protocols) != 1 or sent is None or acknowledged is None or asked is None:
        return None
    last, numbers = int(sent["last"]), sorted({int(number) for number in re.findall(r"\d+", acknowledged["list"])})
    if not numbers or numbers[-1] > last:
        return None
    return Recognition(
        parameters={"task": "resent", "protocol": protocols[0], "last": last, "acknowledged": numbers},
        understood=(("协议", NAMES[protocols[0]]), ("已发送", f"0～{last} 号帧"), ("收到确认", "、".join(map(str, numbers)))),
    )


def _limits(task: str, protocol: str, window: int | None, bits: int | None, text: str) -> Recognition | None:
    """Only numbers of the window: the largest one that n bits allow, or the fewest bits for a window."""
    if re.search(r"接收窗口", text) and not re.search(r"接收窗口.{0,8}(?:相等|相同|一样)|(?:相等|相同|一样).{0,8}接收窗口", text):
        return None
    if task == "window" and bits is not None and window is None and 1 <= bits <= 32 and re.search("最大|最多|不超过|不能超过|上限", text):
        return Recognition(
            parameters={"task": "largest-window", "protocol": protocol, "bits": bits},
            understood=(("协议", NAMES[protocol]), ("序号", f"{bits} 位")),
        )
    if task == "bits" and window is not None and bits is None and 1 <= window <= 10**6 and re.search("至少|最少|最小", text):
        return Recognition(
            parameters={"task": "fewest-bits", "protocol": protocol, "window": window},
            understood=(("协议", NAMES[protocol]), ("发送窗口", f"{window} 帧")),
        )
    return None
