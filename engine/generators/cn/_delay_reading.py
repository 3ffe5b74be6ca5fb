"""Reading problems about delays by their parts: rates, lengths, distances and times, each with the role its clause gives it."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from engine.generators.clauses import Role
from engine.generators.cn import _units as units
from engine.generators.cn._clauses import Problem, speeds_written_out
from engine.generators.kind import Missing, Recognition
from engine.generators.reading import INTEGER, normalise, stay_out, to_int

_IGNORED = r"(?:各?(?:结点|节点|路由器|交换机)(?:的)?)?(?:传播|处理|排队|等待|拆装|拆分|重组|分组拆装|分组头|首部|头部|链路传播|发送|转发|分组重组|组装|差错)(?:的)?(?:延迟|时间|开销)?"
_JOIN = r"(?:和|与|、|及|以及|,|/)"
_IGNORE = rf"(?:(?:可)?忽略(?:不计)?|不计|不考虑|不算|不用算|不管)(?:链路|信号|所有|任何|其他|各|网络|中间|数据)*(?:的)?(?P<what>{_IGNORED}(?:{_JOIN}{_IGNORED})*)(?:的)?(?:时间|延迟|开销|影响)?(?:的情况下?|的前提下?)?"
_IGNORED_AFTER = rf"(?P<what>{_IGNORED}(?:{_JOIN}{_IGNORED})*)(?:的)?(?:延迟|时间|开销)?(?:都|均|可以?|全|全部|暂)*(?:忽略不计|忽略|不计|不考虑|不算|不用算|不管|为0(?!\.)|为零)"

# Anything here is another problem, or a convention that the simulator has not.
_REFUSED = (
    r"TCP|HTTP|UDP|CSMA|窗口|确认|RTT|往返|来回|ACK|GBN|停-?等|停止|利用率|吞吐|误码|差错率|丢失|丢包|重传|直通|虚电路|卫星(?!链路|信道)|如图|下图|奈|香农|Hz|"
    r"哪种|哪个更|更快|更大|更小|第一个(?:比特|位|bit|分组)|流水线|并行|多路|概率|CRC|下载|网页|曼彻斯特|波特|握手|到达率|流量强度|平均|最优|最佳|当(?=分组|报文).{0,12}最[小短]|随机|第\s*\d+\s*个分组|首个分组"
)

_ASKED = (
    (r"(?:发送|传输)延迟(?:和|与|、|及|以及|,)+传播延迟", "both"),
    (r"传播延迟(?:和|与|、|及|以及|,)+(?:发送|传输)延迟", "both reversed"),
    (r"延迟[-—]?带宽[之的]?(?:乘积|积)|带宽[-—]?延迟[之的]?(?:乘积|积)|以(?:比特|位|bit)为单位的链路长度", "product"),
    (
        r"(?:链路|信道|线路|媒体|电缆|光纤|管道)(?:上|中|里)?(?:最多|同时)*(?:能|可以?|会)?(?:正在)?(?:传播|传输|容纳|存在|存|有|装)*(?:着)?(?:的)?(?:最多)?(?:多少|几)个?(?:比特|位|bits?)|能(?:装|容纳|存)(?:下)?(?:多少|几)(?:个)?(?:比特|位|bits?)|(?:链路|信道|线路|媒体|电缆|光纤)(?:上|中|里)(?:正在)?(?:传播|传输|容纳)?的?(?:比特|位|bit)数",
        "product",
    ),
    (r"(?:总|端到端|全部|总的|总共的?|整个|单程总|一共的?)(?:的)?(?:传输|传送)?(?:延迟|时间|用时|耗时)", "total"),
    (
        r"(?:从[^。;?,\d]{2,40}?(?:为止|收完|接收完|收到|到达|结束|送达))[^。;?]{0,8}?(?:多久|多少时间|多长时间|时间|延迟|多少(?:ms|毫秒|秒|s|μs|us))",
        "total",
    ),
    (
        r"(?:需要?|要|用|花|花费|所需|耗时|经过|共需|至少需|得)(?:的)?(?:多久|多少时间|多长时间|多长|多少(?:ms|毫秒|秒|s|μs|us)|时间)|(?:所需|需要|所用)的?(?:总)?时间|多久|多长时间|多少时间|用时|耗时(?:多少)?|时间(?:至少|最少)",
        "total",
    ),
    (r"(?:发送|传输)延迟|发送时间", "sending"),
    (r"传播(?:延迟|时间)", "propagation"),
    (r"(?:数据|链路|传输|发送|数据发送|数据传输|信道)*(?:速率|数据率|带宽|速度)", "rate"),
    (r"(?:分组|数据|帧|报文|数据包|包|数据块)(?:的)?(?:长度|大小|长)|(?<![,。;])多长(?=才)", "length"),
    (r"(?:链路|电缆|光纤|线路|传输|两地|之间)?的?(?:长度|距离)|(?:相距|距离)多远|多远", "distance"),
)


def _lengths(problem: Problem) -> tuple[Role, ...]:
    thousand = problem.thousand()
    mega = rf"(?:{units.NUMBER}\s*(?:bytes?|bits?|KB|MB|GB|B|个?字节|个?比特|位(?!置)|[kMG](?:bits?|b)))(?![A-Za-z/每])"

    def read(text: str) -> Fraction:
        if found := re.fullmatch(r"(.*?)\s*([KkMG])B", text):
            if thousand is None:
                stay_out("K or M of bytes: 1000 or 1024?")
            return units.number(found[1]) * 8 * Fraction(thousand) ** ("KMG".index(found[2].upper()) + 1)
        if found := re.fullmatch(r"(.*?)\s*([kKMG])(?:bits?|b)", text):
            return units.number(found[1]) * Fraction(thousand or 1000) ** ("KMG".index(found[2].upper()) + 1)
        return units.bits(text)

    unit = r"(?:长度?|大小|尺寸|总长度?|总大小)"
    return (
        Role(name="header", quantity=mega, read=read, before=r"(?:首部|头部|分组头|包头|报头|头)(?:部)?(?:开销)?" + unit + "?", after=r"的?(?:首部|头部|分组头|包头|报头|头部?)"),
        Role(name="packet", quantity=mega, read=read, before=rf"(?:分组|数据包|包|帧)(?:的)?{unit}?|(?:分|切|拆|划分)(?:成|为)|每个", after=r"(?:长|大小)?的?(?:一个)?(?:数据)?(?:分组|包|帧)(?!交换)"),
        Role(name="message", quantity=mega, read=read, before=rf"(?:报文|文件|数据|消息|信息|数据块|数据段|照片|图片|视频)(?:的)?{unit}?|发送?(?:一个)?|共", alone=True, after=r"(?:长|大小)?的?(?:一个)?(?:报文|文件|数据(?!包)|消息|信息|照片|图片|视频)"),
    )  # fmt: skip


_TIMES = (
    ("setup", r"(?:连接|电路)?建立(?:电路|连接)?(?:的)?(?:延迟|时间)?|(?:建立|建)(?:电路|连接)"),
    ("processing", r"处理(?:延迟|时间)?|转发延迟"),
    ("queueing", r"(?:排队|等待)(?:延迟|时间)?"),
    ("propagation", r"(?:单[程向])?(?:的)?传播(?:延迟|时间)?|单[程向](?:的)?延迟"),
)


def _segments(problem: Problem) -> list[tuple[Fraction, Fraction | None]]:
    """The links told one by one, "第一段 10 Mbps，传播时延 2 ms；第二段 …": rates and propagation delays, taken."""
    if (rates := problem.take(rf"(?:分别|各)(?:为|是)?(?P<list>{units.RATE}(?:\s*(?:、|和|与|,|及)?\s*{units.RATE})+)")) is not None:
        times = problem.take(rf"传播延迟(?:分别|各)(?:为|是)?(?P<list>{units.TIME}(?:\s*(?:、|和|与|,|及)?\s*{units.TIME})+)")
        told = [units.bits_per_second(text) for text in re.findall(units.RATE, rates["list"], re.IGNORECASE)]
        waits: list[Fraction | None] = [None] * len(told)
        if times is not None:
            waits = [units.seconds(text) for text in re.findall(units.TIME, times["list"], re.IGNORECASE)]
        if len(waits) != len(told):
            stay_out("as many delays as links")
        return list(zip(told, waits, strict=True))
    marks = list(re.finditer(r"第(?P<number>[一二三四1-4])(?:段|条|跳|个链路)(?:链路)?", problem.rest))
    if len(marks) < 2 or [to_int(mark["number"]) for mark in marks] != list(range(1, len(marks) + 1)):
        return []
    found: list[tuple[Fraction, Fraction | None]] = []
    for number, mark in enumerate(marks):
        stop = re.search(r"[;。]|路由器|处理|排队|分组", problem.rest[mark.end() :])
        end = mark.end() + stop.start() if stop else len(problem.rest)
        if number + 1 < len(marks):
            end = min(end, marks[number + 1].start())
        piece = problem.rest[mark.end() : end]
        speeds, delays = re.findall(units.RATE, piece, re.IGNORECASE), re.findall(units.TIME, piece, re.IGNORECASE)
        if (
            len(speeds) != 1
            or len(delays) > 1
            or re.search(units.DISTANCE, piece, re.IGNORECASE)
            or (delays and "传播" not in problem.text)
        ):
            stay_out("links that are not alike")
        found.append((units.bits_per_second(speeds[0]), units.seconds(delays[0]) if delays else None))
        for pattern in (units.RATE, units.TIME):
            piece = re.sub(pattern, lambda match: "\ue000" * len(match[0]), piece, flags=re.IGNORECASE)
        piece = re.sub(r"传播延迟|(?:数据)?(?:传输|发送)?(?:速率|带宽)", lambda match: "\ue000" * len(match[0]), piece)
        problem.rest = problem.rest[: mark.start()] + "\ue000" * (mark.end() - mark.start()) + piece + problem.rest[end:]
    return found


def recognise(text: str) -> Recognition | None:
    """The parameters of the kind's `solve`; None or `StayOut` where a quantity or a word is not understood."""
    problem = Problem(speeds_written_out(normalise(text)))
    problem.refuse(_REFUSED)
    routers = problem.take_one(
        rf"(?P<value>{INTEGER})\s*(?:个|台|次)(?:中间|存储转发)?(?:的)?(?:路由器|交换机|交换结点|交换节点|中间结点|中间节点|结点交换机|节点交换机|分组交换机|中继结点|结点|节点)(?:转发)?",
        to_int,
    )
    if routers is None and problem.take(r"(?:经过?|通过|中间有|隔着?)(?:一台|一个)(?:路由器|交换机)"):
        routers = 1
    circuit = bool(problem.take_all(r"电路交换(?:方式|网络|技术)?"))
    message_switching = bool(problem.take_all(r"报文交换(?:方式|网络|技术)?"))
    packet_switching = bool(problem.take_all(r"(?:数据报)?分组交换(?:方式|网络|技术)?"))
    stored = bool(problem.take_all(r"存储[-—]*转发(?:的)?(?:方式)?|先收全再转发|收全(?:了|后)?再(?:转发|发)"))
    problem.drop_names()
    problem.take_all(r"(?<![\d.])1个(?=大小|长|报文|文件|分组|数据)")
    ignored = "".join(match["what"] for pattern in (_IGNORE, _IGNORED_AFTER) for match in problem.take_all(pattern))
    equal = bool(
        problem.take_all(
            r"(?:使|让|要使)?(?:其)?(?:发送|传输)延迟(?:恰好|正好|刚好)?(?:与|和|跟|同|等于|=)(?:其)?传播延迟(?:恰好|正好|刚好)?(?:相等|相同|一样|一样大)?|传播延迟(?:恰好|正好|刚好)?(?:与|和|跟|同|等于|=)(?:其)?(?:发送|传输)延迟(?:恰好|正好|刚好)?(?:相等|相同|一样|一样大)?"
        )
        if re.search(r"(?:发送|传输|传播)延迟[^,。;?]{0,8}(?:相等|相同|一样|等于)", problem.rest)
        else []
    )
    segments = _segments(problem)
    problem.take_all(r"每(?:1|一)?(?:km|千米)(?=延迟|需|要)") and stay_out("delay by the kilometre")
    each = bool(
        problem.has(
            rf"(?:每(?:一)?(?:段|条|跳|个)|各(?:段|条|跳|个)?|所有)(?:链路|路由器)?[^,。;\d]{{0,14}}(?:{units.TIME}|{units.DISTANCE})|(?:均|都|各)(?:为|是|长|=)*(?:{units.TIME}|{units.DISTANCE})"
        )
    )
    problem.take_all(r"每(?=\d*段|条|跳|一?段|一条|个)|每?(?:各|每)(?:段|条|个|跳)?(?:链路)?的?")
    links = problem.take_one(rf"(?P<value>{INTEGER})\s*(?:段|条|跳)(?:的)?(?:相同的?|串联的?)?(?:链路|线路)?(?=[^\u7ebf]|$)", to_int)
    count = problem.take_one(rf"(?P<value>(?<![\d.]){INTEGER})\s*个(?:相同的?|等长的?)?(?:数据)?(?:分组|包)(?!交换)", to_int)
    speed_roles = (
        Role(
            name="speed",
            quantity=units.SPEED,
            read=units.metres_per_second,
            before=r"(?:传播|传输|传送)?(?:的)?(?:速率|速度)|传播速?",
            alone=True,
        ),
    )
    values: dict[str, Any] = problem.assign(
        (
            *speed_roles,
            Role(
                name="rate",
                quantity=units.RATE,
                read=units.bits_per_second,
                before=r"(?:数据|链路)?(?:传输|发送|传送)?(?:速率|速度)|带宽|数据率|信道|链路",
                alone=True,
            ),
            Role(
                name="distance",
                quantity=units.DISTANCE,
                read=units.metres,
                before=r"(?:传输)?距离|相距|长度?|跨度|相隔",
                after=r"长?的?(?:链路|光纤|电缆)?",
                alone=True,
            ),
            *(Role(name=name, quantity=units.TIME, read=units.seconds, before=before, after=r"的?" + before) for name, before in _TIMES),
            *_lengths(problem),
        )
    )
    asked = problem.asked(_ASKED)
    problem.take_all(
        r"(?:数据|信号|电磁波|光|光信号|电信号)?(?:在)?(?:媒体|介质|光纤|电缆|链路|信道|铜线)?(?:上|中|里)?的?(?:传播)?(?:速率|速度)|(?:数据)?(?:传输|发送)(?:速率|速度|率)|(?:发送|传输|传播|排队|处理|总|端到端)(?:延迟|时间)|数据率|(?:传输)?(?:距离|带宽)"
    )
    problem.finish(
        "分组 分组交换 报文 文件 数据块 数据包 数据帧 帧 包 大小 长度 长 首部 分组头 分组首部 时间 延迟 链路 每段链路 各段链路 段 条 存储 转发 为止 收完 接收完 传完 发完 发送完 传送完 发送完毕 传输完 开始 "
        "完成 该报文 该文件 该分组 光速 按 能 装 两地 两个 两端 隔着 隔了 想让 让 发送+传播 传播+发送 ms 前面 后面 最后一个 最后 取 连续 字节 经 要 全部 一个 两种 交换方式 两种交换方式 所需 恰好 正好 采用 分成 分为 划分 划分为 若干 相等 相同 等长 使 单向 首 部 多大 单位 时刻 速率 相距 距离 含 包含 包括 头部 部分 卫星链路 卫星信道 其中"
    )
    if links is not None and routers is not None and links != routers + 1:
        return None
    several = len(segments) or (links if links is not None else routers + 1 if routers is not None else 1)
    if (segments and (links or routers is not None) and several != (links or (routers or 0) + 1)) or not 1 <= several <= 50:
        return None
    extra = sum(Fraction(values.get(name, 0)) for name in ("processing", "queueing"))
    distance, speed, delay = values.get("distance"), values.get("speed"), values.get("propagation")
    if delay is not None and (distance is not None or speed is not None):
        return None
    if distance is not None and speed is not None:
        delay = distance / speed
    switching = message_switching and packet_switching
    if set(asked) & {"both", "both reversed"}:
        asked = [name for name in asked if name not in ("both", "both reversed")] + (
            ["propagation", "sending"] if "both reversed" in asked else ["sending", "propagation"]
        )
    rate, header = values.get("rate"), values.get("header")
    # What is asked and given both is only spoken of.
    for name in ("rate", "distance", "length", "propagation"):
        known = {"rate": rate or segments, "distance": distance, "length": values.get("message") or values.get("packet"), "propagation": values.get("propagation")}[name]  # fmt: skip
        if name in asked and (known or (not equal and name in ("rate", "distance", "length"))):
            asked.remove(name)
    if equal:
        return _equal(asked, values, delay, segments, several)
    if not asked:
        return None
    message, packet = values.get("message"), values.get("packet")
    if asked == ["product"]:
        if rate is None or delay is None or several > 1 or message or packet or count or header or extra or segments:
            return None
        return Recognition(
            parameters={"task": "product", "rate": str(rate), "propagation": str(delay)},
            understood=(("速率", units.show_rate(rate)), ("传播时延", units.show_time(delay, 6))),
        )
    if "product" in asked or (len(asked) > 1 and several > 1):
        return None
    unlike = [segment for segment in segments if segment[1] is None]
    if segments and (rate is not None or delay is not None or (len(unlike) not in (0, several)) or (unlike and "传播" not in ignored)):
        return None
    ignores_propagation = "传播" in ignored
    if ignores_propagation and (delay is not None or distance is not None):
        return None
    if delay is None and (ignores_propagation or asked == ["sending"]):
        delay = Fraction(0)
    if several > 1:
        if asked != ["total"] or not (circuit or stored or packet_switching or message_switching or routers is not None):
            return None
        if not segments and (values.get("propagation") is not None or distance is not None) and not each:
            return None
    if circuit and (message_switching or packet_switching or stored or segments or values.get("setup") is None):
        return None
    if values.get("setup") is not None and not circuit:
        return None
    if extra and (asked != ["total"] or (several == 1 and routers is None) or (several > 2 and not each) or count not in (None, 1)):
        return None
    if header is not None and packet is None:
        return None
    if message is None and packet is not None and count is None and header is not None:
        return None
    packets = 1
    length = message if message is not None else packet
    if packet is not None and message is not None and message != packet:
        room = packet
        if header is not None:
            if not re.search(r"(?:其中|含|包括|包含|里面)[^,。;]{0,6}(?:首部|头)", problem.text):
                return None
            room = packet - header
        if circuit and not switching:
            return None
        if room <= 0 or message < room or (message / room).denominator != 1 or count not in (None, message / room):
            return None
        packets, length = int(message / room), packet
    elif header is not None:
        return None
    elif count is not None:
        if packet is None and message is None:
            return None
        packets = count
        if packet is None:
            return None
    elif switching:
        return None
    if packets > 1 and (asked != ["total"] or extra or packets > 20_000):
        return None
    if packets > 1 and several == 1 and not (stored or packet_switching):
        return None
    if message_switching and not packet_switching and packet is not None and message is not None and packet != message:
        return None
    propagations = [segment[1] or Fraction(0) for segment in segments]
    if asked == ["propagation"]:
        if delay is None:
            return None
        length, rate = length or Fraction(1), rate or Fraction(1)
    missing, understood = [], []
    shows: tuple[tuple[str, Fraction | None, str, str, str, Callable[[Fraction], str]], ...] = (
        ("rate", Fraction(1) if segments else rate, "速率", "数据传输速率是多少（写上单位）？", "数据传输速率 {}", units.show_rate),
        ("length", length, "长度", "发送的数据有多长（写上单位）？", "数据长度 {}", units.show_length),
    )
    for name, value, label, ask, form, show in shows:
        if value is None:
            missing.append(Missing(name, ask, form))
        elif value <= 0:
            return None
        elif not (segments and name == "rate"):
            understood.append((label, show(value)))
    if len(missing) > 1 or (delay is None and not segments) or (missing and (switching or extra)):
        return None
    if packets > 1:
        understood.append(("分组", f"{packets} 个"))
    if segments:
        understood.append(
            ("链路", "；".join(f"{units.show_rate(one)}，传播时延 {units.show_time(two or Fraction(0), 6)}" for one, two in segments))
        )
    elif several > 1:
        understood += [("链路", f"{several} 段"), ("每段的传播时延", units.show_time(delay or Fraction(0), 6))]
    else:
        understood.append(("传播时延", units.show_time(delay or Fraction(0), 6)))
    if values.get("setup") is not None:
        understood.append(("建立电路", units.show_time(values["setup"])))
    if extra:
        understood.append(("处理与排队", f"每个路由器 {units.show_time(extra)}"))
    return Recognition(
        parameters={
            "asked": asked,
            "rate": str(rate) if rate is not None else None,
            "rates": [str(segment[0]) for segment in segments],
            "propagations": [str(value) for value in propagations],
            "length": str(length) if length is not None else None,
            "message": str(message) if switching else None,
            "packets": packets,
            "links": several,
            "propagation": str(delay or 0),
            "setup": str(values["setup"]) if values.get("setup") is not None else None,
            "extra": str(extra * (several - 1)),
            "switching": switching,
        },
        understood=tuple(understood),
        missing=tuple(missing),
    )


def _equal(
    asked: list[str], values: dict[str, Any], delay: Fraction | None, segments: list[tuple[Fraction, Fraction | None]], several: int
) -> Recognition | None:
    """The rate, the length or the distance with which sending takes as long as propagation."""
    asked = [name for name in asked if name in ("rate", "length", "distance")]
    length = values.get("packet") or values.get("message")
    if len(asked) != 1 or segments or several > 1 or (values.get("packet") and values.get("message")) or values.get("header"):
        return None
    wanted = asked[0]
    given = {"rate": values.get("rate"), "length": length, "distance": values.get("distance"), "speed": values.get("speed")}
    if wanted == "distance":
        delay = given["length"] / given["rate"] if given["length"] and given["rate"] else None
    if given[wanted] is not None or delay is None or (wanted == "distance" and given["speed"] is None):
        return None
    if wanted != "distance" and (given["length"] if wanted == "rate" else given["rate"]) is None:
        return None
    return Recognition(
        parameters={"task": f"equal-{wanted}", "delay": str(delay), **{name: str(value) for name, value in given.items() if value is not None}},
        understood=(("条件", "发送时延等于传播时延"), ("传播时延", units.show_time(delay, 6)), *((("速率", units.show_rate(given["rate"])),) if given["rate"] else ())),
    )  # fmt: skip
