"""Reading CSMA/CD problems by their parts: rate, speed, distance, delays and frame, each with the role its clause gives it."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from engine.generators.clauses import Role
from engine.generators.cn import _units as units
from engine.generators.cn._clauses import Problem, speeds_written_out
from engine.generators.kind import Missing, Recognition
from engine.generators.quantities import decimal
from engine.generators.reading import INTEGER, compiled, normalise, to_int

_REFUSED = (
    r"CSMA/?CA|退避|重传|概率|效率|利用率|吞吐|开销|首部|全双工|概念|窗口大小|确认帧|有效数据|ACK|帧间|时隙|令牌|RTS|CTS|干扰信号长|阻塞信号|人为干扰|强化|无线|路由器|网桥|"
    r"(?:每|两).{0,3}(?:次|帧)(?:之间)?间隔|能否|能不能|会不会|是否|半速|改成|改为|升级|提高到|提升到|换成"
)
_SHORTEST = r"(?:最[短小](?:的)?(?:有效|数据|以太网|以太|MAC)?帧(?:的)?(?:长度|长)?|帧(?:的)?(?:最[短小](?:的)?长度|长(?:度)?(?:的)?(?:下限|最小值)))"
_HUB = r"(?:集线器|Hub|中继器|转发器|中继)"
_CHANGED = (
    rf"{_SHORTEST}(?:要|被|需要?)?(?P<change>减少|缩短|减小|变短|降低|增加|增大|加长|变长|加大)(?:了|为|到)?\s*(?P<value>{units.LENGTH})"
)
_DETECTED = r"(?:(?:从[^。;?,\d]{0,16})?(?:两台主机|两个?站点?|双方|甲乙|甲和乙|两个结点)(?:均|都)(?:检测|发现|知道)(?:到|了)?(?:发生)?(?:了)?(?:冲突|碰撞)(?:为止|时|的时间)?)"
_ASKED = (
    (r"最短(?:需要?|要)?(?:经过?|用)?(?:多长时间|多久|多少时间|时间)", "earliest"),
    (r"最[长多](?:需要?|要)?(?:经过?|用)?(?:多长时间|多久|多少时间|时间)", "latest"),
    (
        r"(?:至少|最少)?(?:需要?|应该?|要)*(?:减少|缩短|减小)(?:了)?(?:多少|几)?米?",
        "shorter",
    ),
    (
        r"争用期|(?:碰撞|冲突)(?:窗口|域时间|检测时间)|(?:检测|发现)(?:到)?(?:碰撞|冲突)(?:的)?(?:最长|最坏)?(?:需要?)?(?:的)?时间",
        "contention",
    ),
    (r"(?:单向|单程|端到端)(?:的)?(?:传播)?延迟", "delay"),
    (
        r"(?:理论上)?(?:可以|能)?(?:相距|距离|间隔)?(?:的)?最(?:远|大|长)(?:的)?(?:两个?|可以|能)?(?:个)?(?:站点?|结点|节点|主机|电缆|网络|网段|覆盖|传输)*(?:之间|间)?(?:的)?(?:相距|距离|长度|跨度|范围|间距|隔)|(?:任意|最远的?)?两(?:个)?(?:站点?|结点|节点|主机)(?:之间|间)?(?:的)?最(?:大|远)(?:距离|间距|间隔)|最远(?:能|可以)?(?:隔|离|相距)?(?:多远|多少)|(?:最多|最远|最大|至多)(?:可以|能)?(?:相)?(?:距|隔|拉)?(?:离)?(?:多远|多长|多少米)|(?:站点?|结点|节点|主机|站|电缆|总线|网络)(?:之间|间)?(?:的)?(?:最大|最远)?(?:距离|长度|跨度)(?:不能?|不得|不应)?(?:超过|大于)?|(?:多远|多长)(?=$|[,。?;])",
        "distance",
    ),
    (_SHORTEST, "frame"),
    (
        r"(?:数据)?帧(?:的)?(?:长度?|长)?(?:至少|最少|不能?少于|不得?小于)|(?:至少|最少|最短)(?:要|得|需要?)?(?:多长|多少(?:字节|位|bit|比特))",
        "frame",
    ),
)


def _written_out(text: str) -> str:
    """`100BASE-T` says the rate, `每公里 5 μs` the speed."""
    text = normalise(text)
    if not compiled(units.RATE).search(text):
        text = compiled(r"(?<![\dA-Za-z])(10|100|1000)\s*BASE-?(?:T|TX|FX|5|2|F)\d?(?![A-Za-z\d])").sub(r"\1Mbps", text)

    return speeds_written_out(text)


def recognise(text: str) -> Recognition | None:
    """The parameters of the kind's `solve`; None or `StayOut` where a quantity or a word is not understood."""
    problem = Problem(_written_out(text))
    problem.refuse(_REFUSED)
    problem.take_all(
        r"(?:不(?:考虑|计|算|管)|忽略)(?:不计)?(?:其他|其它|所有|任何|以太网帧|物理层|协议|中继器|集线器|站点|主机|处理|转发|设备|的|和|与|、|及)*(?:前导码|前同步码|延迟|开销|时间|因素|处理)|"
        r"(?:没有|无|不经过?|不含|中间不经过)(?:任何|其他)?(?:中继器|中继设备|集线器)(?:和(?:中继器|中继设备|集线器))?|(?:发送过程中)?其他主机不发送数据|CSMA/?CD(?:\(载波[^)]*\))?|载波监听多点接入/?碰撞检测"
    )
    changes = problem.take_all(_CHANGED)
    if len(changes) > 1 or any(
        re.search("[到为]", match[0][match.end("change") - match.start() : match.start("value") - match.start()]) for match in changes
    ):
        return None
    changed = units.bits(changes[0]["value"]) if changes else None
    longer = bool(changes) and changes[0]["change"] in ("增加", "增大", "加长", "变长", "加大")
    hubs = problem.take_one(rf"(?P<value>{INTEGER})\s*(?:个|台)(?={_HUB})", to_int)
    has_hub = problem.has(_HUB)
    both_detect = bool(problem.take_all(_DETECTED))
    values = problem.assign(
        (
            Role(name="speed", quantity=units.SPEED, read=units.metres_per_second, before=r"(?:传播|传输)?(?:的)?(?:速率|速度)", alone=True),
            Role(name="rate", quantity=units.RATE, read=units.bits_per_second, before=r"(?:数据|信道)?(?:传输|发送)?(?:速率|速度|率)|带宽", alone=True),
            Role(name="distance", quantity=units.DISTANCE, read=units.metres, before=r"距离|相距|总?长度?|跨度|相隔|间隔", alone=True),
            Role(name="frame", quantity=units.LENGTH, read=units.bits, before=_SHORTEST + "|帧长|帧", after=f"的?(?:{_SHORTEST}|帧)", alone=True),
            Role(name="double", quantity=units.TIME, read=units.seconds, before=r"争用期|往返(?:的)?(?:传播)?(?:延迟|时间)?|RTT|(?:碰撞|冲突)窗口|来回", after="的?争用期"),
            Role(name="single", quantity=units.TIME, read=units.seconds, before=r"(?:端到端|单程|单向)(?:的)?(?:最大)?(?:传播)?(?:延迟|时间)?|传播(?:延迟|时间)"),
            Role(name="repeater", quantity=units.TIME, read=units.seconds, before=rf"{_HUB}[^,。;双往来回总共各]{{0,12}}?(?:产生|引入|带来|增加|造成|的|处理|转发|延迟|有|会|再生比特流)+(?:过程中?|时)?|再生比特流(?:的)?(?:过程中?)?(?:会|产生|引入)*|(?:每个|单个|各|每台)(?:的)?(?:耽误|耽搁|延误|引入|增加|产生|带来|加)?(?:的)?(?:延迟)?"),
        )
    )  # fmt: skip
    asked = problem.asked(_ASKED)
    problem.take_all(
        rf"(?:每个|单个|该|此)?{_HUB}|再生比特流(?:的)?(?:过程中?)?|(?:至少|最多|最少|多少|几)?(?:个)?(?:字节|比特|bits?|位|bytes?|米|us|μs)(?![A-Za-z])|发生(?:了)?(?:冲突|碰撞)|(?:信号|电磁波|电信号)?(?:的)?传播(?:速度|速率|延迟)|传输速[率度]|(?:能够?|可以|保证|为了|能保证|才能)*(?:检测|发现)(?:到)?(?:碰撞|冲突)"
    )
    problem.finish(
        "起 经过 时 路上 全长 全程 一路 合适 局域网 以太网 快速以太网 千兆以太网 基带 总线 总线型 总线网 总线局域网 介质访问控制 介质访问控制协议 访问控制 半双工 完整 最远 相距最远 任意 任意两站 两站 两个 两个站点 两站点 两台 一台 站 最短 最小 最大 最长 帧 帧长 数据帧 "
        "帧长度 冲突域 网络中 实现 一根 完整的 的距离 距离 长度 电缆 总长 规定 要求 最短帧 以太网帧 数据 传输介质 产生 会 延迟 每个 互连 相连 连接 单程 单向 传播 速率 速度 时刻 从 开始 发送数据 为止 最 检测 能 多远 冲突 碰撞 "
        "该网络 若 则 变为 变化 改变 距离至少 至少 需要 应 b m 若干 里 保证 不能 超过 相距 站点 按 计算 长 最多 首先 端 引入 隔 拉 一段 上 跑 过程 网段 内 采用 使用 实际 工作 字节 通过 经过 理论上"
    )
    asked = [
        name for name in asked if not (name == "frame" and values.get("frame")) and not (name == "distance" and values.get("distance"))
    ]
    rate, speed, distance, frame = (values.get(name) for name in ("rate", "speed", "distance", "frame"))
    double, single, repeater = (values.get(name) for name in ("double", "single", "repeater"))
    asked = [name for name in asked if not (name == "contention" and double) and not (name == "delay" and single)]
    if double is not None and single is not None and double != 2 * single:
        return None
    delay = single if single is not None else double / 2 if double is not None else None
    if (repeater is None) != (not has_hub) or (hubs is not None and repeater is None):
        return None
    repeating = (hubs or 1) * repeater if repeater is not None else Fraction(0)
    if repeater is not None and hubs is None and re.search(rf"(?:每个|各个?|若干|多个){_HUB}|{_HUB}.{{0,4}}(?:每个|各)", problem.text):
        return None
    if delay is not None and repeating and re.search(r"另|额外|再加|还有|还要加", problem.text):
        delay, repeating = delay + repeating, Fraction(0)
    if delay is not None and (distance is not None or speed is not None or repeating):
        return None
    directed = "shorter" in asked
    if directed and (changed is None or longer):
        return None
    if changed is not None:
        if [name for name in asked if name not in ("shorter", "distance")] or not asked or frame is not None:
            return None
        asked = ["shorter"]
    if "earliest" in asked or "latest" in asked:
        if not both_detect or set(asked) - {"earliest", "latest"} or (rate is None and distance is None):
            return None
        if delay is None:
            if distance is None or speed is None or repeating:
                return None
            delay = distance / speed
        return Recognition(
            parameters={"task": "detect", "asked": asked, "delay": str(delay)},
            understood=(("单向传播时延", units.show_time(delay)), ("问", "到两台主机都检测到冲突的时间")),
        )
    if both_detect:
        return None
    tasks = set(asked)
    if tasks == {"contention", "frame"}:
        asked = ["frame"]
    elif len(asked) != 1:
        return None
    task = asked[0]
    given: list[tuple[str, Fraction | None, str, str, str]] = []
    if task in ("frame", "distance", "delay", "shorter"):
        given.append(("rate", rate, "速率", "数据传输速率是多少（写上单位）？", "数据传输速率 {}"))
    if task == "shorter":
        given.append(("less", changed, "帧加长" if longer else "帧缩短", "", ""))
    if task in ("distance", "delay"):
        given.append(("frame", frame, "最短帧长", "最短帧长是多少（写上单位）？", "最短帧长 {}"))
    elif frame is not None:
        return None
    if task in ("distance", "shorter") or (task in ("frame", "contention") and delay is None):
        given.append(("speed", speed, "传播速率", "信号传播速率是多少（写上单位）？", "信号传播速率 {}"))
    if task in ("frame", "contention"):
        if delay is None:
            given.append(("distance", distance, "距离", "最远的两站相距多远（写上单位）？", "最远距离 {}"))
        else:
            given.append(("delay", delay, "单向传播时延", "", ""))
    elif delay is not None or distance is not None or (task == "shorter" and repeating):
        return None
    if task == "delay" and (speed is not None or repeating):
        return None
    shows: dict[str, Callable[[Fraction], str]] = {
        "rate": units.show_rate,
        "less": units.show_length,
        "frame": units.show_length,
        "delay": units.show_time,
        "speed": lambda value: f"{decimal(value / 10**6)} m/μs",
        "distance": lambda value: f"{decimal(value)} m",
    }
    parameters: dict[str, object] = {"task": task, "repeating": str(repeating), "both": tasks == {"contention", "frame"}}
    if task == "shorter" and not directed:
        parameters["direction"] = "增加" if longer else "减少"
    understood, missing = [], []
    for name, value, label, ask, form in given:
        if value is None:
            missing.append(Missing(name, ask, form))
        elif value <= 0:
            return None
        else:
            parameters[name] = str(value)
            understood.append((label, shows[name](value)))
    if repeating:
        understood.append(("集线器的时延", f"单向共 {units.show_time(repeating, 6)}"))
    return Recognition(parameters=parameters, understood=tuple(understood), missing=tuple(missing))
