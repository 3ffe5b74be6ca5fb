"""TCP's windows read by what a text mentions: sizes of segments and windows, round trips, losses in their order, and what is asked of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from engine.generators import patterns
from engine.generators.clauses import Clauses
from engine.generators.cn import _units as units
from engine.generators.cn._clauses import TALK
from engine.generators.cn._mentions import Clause, Lexicon, Mention
from engine.generators.cn._tcp_congestion.reading import understood
from engine.generators.cn._tcp_congestion.text import COUNTED_FROM_EVENT, SENT_IN_ALL, UNITS, written_out
from engine.generators.kind import Recognition
from engine.generators.patterns import caseless
from engine.generators.reading import INTEGER, stay_out, to_int

_SIZE = r"(?P<value>\d+)\s*(?P<unit>KB|K字节|字节|B|个?\s*MSS|个?(?:TCP)?(?:最大)?(?:报文)?段(?:长度?)?)?(?:大小)?(?![A-Za-z\d.%])"
_IS = r"(?:\(?(?:cwnd|rwnd|ssthresh|MSS|RTT)\)?|大小|尺寸|值|均|都|分别|约|当前|目前|已|变为|变成|设为|置为|设置|设定|初始化|固定|始终|一直|恒|总|的|在|为|是|有|=|等于|\s)*"
_WHO = r"(?:甲|乙|发送方|接收方|发送端|接收端|主机|对方|双方|[AB](?![A-Za-z]))?(?:方|端)?的?"
_WORDS = (
    ("mss", rf"(?:{_WHO})?(?:最大(?:报文)?段(?:的)?(?:长度?|大小)?|MSS|(?:每个?|TCP)?(?:报文)?段(?:的)?(?:长度?|大小)){_IS}{_SIZE}"),
    ("mss", r"以(?:大小为)?\s*(?P<value>\d+)\s*(?P<unit>KB|B|字节)(?:大小|长度?)?的?(?:最大)?(?:TCP)?(?:报文)?段长?(?:度)?"),
    ("trip", rf"RTT{_IS}(?P<value>{units.TIME})|(?P<value2>{units.TIME})的?RTT"),
    ("receive", rf"(?:接收(?:方|端)?(?:的)?(?:通告|通知)?窗口|rwnd|(?:通告|通知)(?:的)?(?:接收)?窗口|接收(?:方|端)?(?:的)?缓存){_IS}{_SIZE}"),
    ("receive", r"(?P<value>\d+)\s*(?P<unit>KB|B|字节)(?:大小)?的?(?:接收|通告|通知)窗口"),
    ("", r"(?:且|并且)?(?:接收(?:方|端)?(?:的)?)?(?:接收窗口|rwnd|缓存|接收缓存)(?:总是|始终|一直)?(?:足够|很|非常|无限)大"),
    ("start", rf"(?:初始|起始|开始时)(?:的)?cwnd{_IS}{_SIZE}|cwnd(?:的)?(?:初始值?|初值|起始值?)?(?:初始|从|由){_IS}{_SIZE.replace('value', 'value2').replace('unit', 'unit2')}(?:开始|起步|起)?"),
    ("threshold", rf"(?:初始|最初|起始)?(?:的)?ssthresh(?:的)?(?:初始值?|初值|初始)?{_IS}{_SIZE}"),
    ("reach", rf"(?:cwnd)?(?:能|会|将|首次|第一次|重新|再次|才)*(?:达到|增长到|增大到|增加到|恢复到|上升到|升到|涨到|回到|到达|增至|增大至|增长至){_IS}{_SIZE}"),
    ("at", rf"cwnd{_IS}{_SIZE}(?:的?时候?)?"),
    ("send window told", rf"(?:TCP)?(?:的)?(?:最大)?(?:的)?(?:发送)?窗口(?:的)?(?:最大)?(?:尺寸|大小|值)?(?:为|是|有|=|\s)*{_SIZE}"),
    ("rate", rf"(?:带宽|速率|链路|线路|信道)(?:为|是|的|=|\s)*(?P<value>{units.RATE})|(?P<value2>{units.RATE})的?(?:带宽|速率|链路|线路|信道)"),
    ("", r"\(?(?:且|并)?(?:假设|假定|设)?(?:信道|链路|网络)?(?:的)?带宽(?:是)?(?:不受限制?|无限制?|足够大|很大)\)?|只考虑单向传输"),
    ("timeout", r"(?:发生|出现|检测到|遇到|发现|了|有|发送)*超时(?:事件|重传)?(?:发生)?"),
    ("duplicates", r"(?:连续)?(?:收到|发生|出现|检测到|遇到|了)*3ACK"),
    ("smooth", r"(?:此后|之后|后面|期间|一直|始终|且|并且|若|如果|假设)*(?:不|没有?|未|无|不再|没再)(?:会|再|有)?(?:发生|出现|有)*(?:任何)?(?:超时|丢失|丢包|差错|拥塞|报文段?丢失|传输错误|错误)(?:和(?:超时|丢失|差错|拥塞))?(?:的情况下?|事件|现象)?|(?:均|都|全部|所有)?(?:成功|正常|顺利)(?:传输|发送|收到确认|确认|到达)?|(?:所有|全部|每个)?(?:TCP)?(?:报文)?段?(?:都|均|全部)*(?:得到|收到|被)(?:了)?(?:肯定)?(?:应答|确认)"),
    ("shift", rf"(?:再|又|此后|之后|接着|然后|随后|后)*(?:经过|经历|过|经)?(?:了)?(?<!第)(?P<value>{INTEGER})个?RTT(?:时间)?(?:之?后|以后)?"),
    ("round", r"第(?P<value>\d+)轮(?:次)?(?:发送|传输)?(?:时|的|中|里|后|结束时?)*"),
    ("algorithm", r"(?:TCP)?-?\s*(?P<name>Tahoe|Reno)(?:算法|版本)?|(?P<recovery>快(?:速)?恢复)(?:算法)?"),
    ("", r"(?:快(?:速)?重传)(?:算法)?"),
    ("slow", r"慢开始(?:算法|阶段|过程|期间|方式)?"),
    ("avoid", r"拥塞避免(?:算法|阶段|过程)?"),
    ("in flight", rf"(?:已|已经)?(?:发送|发出)?(?:了|的)?(?:但|而|却|还|尚)*(?:未|没有?)(?:被|收到|得到)*(?:确认|应答)(?:的)?(?:数据|字节)*{_IS}{_SIZE}|(?:已|已经)?(?:发送|发出|有)(?:了)?(?P<value2>\d+)\s*(?P<unit2>KB|B|字节)(?:的)?(?:数据)?(?:但|而|却|还|尚|都|仍)*(?:未|没有?)(?:被|收到|得到)*(?:确认|应答)"),
    ("ask count", r"(?:需要?|要|经过|经历|共|总共|至少|最少)*(?:多少|几|\(\s*\))个?RTT|RTT(?:的)?(?:个数|数目|次数)"),
    ("ask longest", r"(?:所需|需要?)?(?:的)?最长(?:的)?(?:时间|需要多长时间)"),
    ("ask time", r"(?:所需|需要?|要|经过|花费|共需)*(?:的)?(?:多长时间|多久|多少时间|(?:最短|最少|至少)?(?:的)?时间|多少(?:ms|毫秒))"),
    ("ask throughput", r"(?:最大|平均|最高|可达到?的?|所能得到的?|能达到的?)*(?:的)?(?:数据)?(?:吞吐[量率]|(?:数据)?(?:传输|发送)(?:速率|速度|率)|数据率)"),
    ("ask utilization", r"(?:链路|信道|带宽|线路)?(?:的)?(?:利用率|效率)"),
    ("ask may send", r"(?:此时|这时|则|那么|最多|还|TCP)*(?:能|可以?)(?:够|再|继续|连续|向[甲乙AB])*(?:发送|发)(?:出)?(?:的)?(?:最大)?(?:字节数|数据量?|多少(?:字节|KB|B|数据)?|(?:多少|几)个?(?:字节|报文段|MSS))"),
    ("ask sent", r"发送窗口(?:的)?(?:大小|值)?"),
    ("ask threshold", r"(?:新的?|此时的?|这时的?)?ssthresh(?:的)?(?:值|新值)?"),
    ("ask window", r"(?:新的?|此时的?|这时的?)?cwnd(?:的)?(?:值|大小)?"),
    ("ask other", r"(?:多少|几)\s*(?:个|条|次|台|帧|分组|报文|种|元|钱|人|天)"),
    ("blank", r"\(\s*\)|_+|多少|什么|几"),
)  # fmt: skip
_PLAIN = """
TCP 连接 一条 一个 TCP连接 主机 甲 乙 主机甲 主机乙 主机A 主机B A B 双方 之间 发送方 接收方 发送端 接收端 客户 服务器 数据 报文 报文段 段 网络 建立 已建立 建立连接 建立了 始终 一直 总是 有数据 要发送 发送 传输 收到 每收到 一个 数据段 都会 发出 给出 确认 确认段 当 时 时刻 在 某时刻 t t时刻 从 起 开始 后 之后 此后 情况下 以 为单位 单位 MSS 采用 使用 算法 拥塞控制 拥塞 控制 假设 设 若 如果 则 那么 此时 这时 变为 变成 大小 为 是 应 应该 调整为 调整 将 会 窗口 初始 当前 新 的 大 文件 向 传送 RTT 平均 固定 得到 网络中 上 已知 某 问 应为 分别 各 至 到 能 可能 发生 进入 执行 按 根据 忽略 所 需 需要 约 大约 最大 值 期间
"""
_LEXICON = Lexicon(_WORDS, _PLAIN)


def _size(mention: Mention) -> tuple[int, str]:
    value, unit = mention["value"] or mention["value2"], mention["unit"] or mention["unit2"]
    unit = patterns.sub(r"\s|个", "", unit).upper()
    return int(value), UNITS.get(unit, "MSS" if unit else "")


def _once(mentions: Sequence[Mention], kind: str) -> tuple[int, str] | None:
    values = {_size(mention) for mention in mentions if mention.kind == kind}
    if len(values) > 1:
        stay_out(f"{kind}: {values}")
    return values.pop() if values else None


def recognise(text: str) -> Recognition | None:
    """The window's course with its events, the smaller of two windows, or a window each round trip; None where not all that is mentioned fits in."""
    if not patterns.search(
        "cwnd|窗口|ssthresh|拥塞|慢启动|慢开始",
        text,
    ):
        return None
    plain = written_out(text)
    for heading in (*Clauses.headings, *TALK):
        plain = caseless(heading).sub(" ", plain)
    clauses = _LEXICON.read(plain)
    mentions = [mention for clause in clauses for mention in clause.mentions]
    kinds = {mention.kind for mention in mentions}
    if (
        not any(clause.asks for clause in clauses)
        or "ask other" in kinds
        or patterns.search(COUNTED_FROM_EVENT, plain)
        or patterns.search(SENT_IN_ALL, plain)
        or patterns.search(r"第\d+轮\s*(?:到|至|~|-)", plain)  # all the rounds between are meant
    ):
        return None
    if {"ask throughput", "ask utilization"} & kinds:
        return _throughput(clauses, mentions, kinds)
    return _course(clauses, mentions, kinds, plain)


def _throughput(clauses: Sequence[Clause], mentions: Sequence[Mention], kinds: set[str]) -> Recognition | None:
    """A window is sent each round trip."""
    if kinds - {"send window told", "at", "receive", "mss", "trip", "rate", "ask throughput", "ask utilization", "blank", "smooth"}:
        return None
    window = _once(mentions, "send window told") or _once(mentions, "at")
    receive, mss = _once(mentions, "receive"), _once(mentions, "mss")
    if {"send window told", "at"} <= kinds:
        return None
    scale = {"B": 1, "KB": 1024}

    def amount(size: tuple[int, str] | None) -> int | None:
        if size is None:
            return None
        if size[1] in scale:
            return size[0] * scale[size[1]]
        return size[0] * mss[0] * scale[mss[1]] if mss and mss[1] in scale else stay_out("no bytes")

    sizes = [each for each in (amount(window), amount(receive)) if each is not None]
    trips = {units.seconds(mention["value"] or mention["value2"]) for mention in mentions if mention.kind == "trip"}
    rates = {units.bits_per_second(mention["value"] or mention["value2"]) for mention in mentions if mention.kind == "rate"}
    asked = [
        name
        for clause in clauses
        if clause.asks
        for mention in clause.mentions
        if (name := {"ask throughput": "throughput", "ask utilization": "utilization"}.get(mention.kind))
    ]
    if not sizes or len(trips) != 1 or len(rates) > 1 or not asked or ("utilization" in asked and not rates):
        return None
    trip = trips.pop()
    if trip <= 0:
        return None
    return Recognition(
        parameters={
            "task": "throughput",
            "bytes": min(sizes),
            "trip": str(trip),
            "rate": str(rates.pop()) if rates else None,
            "asked": list(dict.fromkeys(asked)),
            "sawtooth": False,
        },
        understood=(("窗口", f"{min(sizes)} B"), ("RTT", units.show_time(trip))),
    )


def _course(clauses: Sequence[Clause], mentions: Sequence[Mention], kinds: set[str], plain: str) -> Recognition | None:
    """The window round by round, as the simulator of the questions has it."""
    if kinds & {"rate"} or (kinds & {"in flight"} and "ask may send" not in kinds):
        return None
    events: list[dict[str, Any]] = []
    asked: list[str] = []
    shifts: list[int] = []
    passed: list[int] = []
    at: Mention | None = None
    told_at: list[Mention] = []
    unused: list[Mention] = []
    for clause in clauses:
        rounds = [mention for mention in clause.mentions if mention.kind == "round"]
        windows = clause.all("at")
        happened = clause.all("timeout", "duplicates")
        questions = clause.all("ask window", "ask threshold", "ask sent", "ask may send", "ask count", "ask time", "ask longest")
        if asked and clause.has("shift"):
            return None  # what is asked before is asked of another moment
        passed += [mention.match.start() for mention in clause.all("shift")]
        if happened and passed and min(passed) < happened[0].match.start():
            return None  # the window grows before the loss
        shifts += [to_int(mention["value"]) for mention in clause.all("shift")]
        if happened:
            if len(happened) > 1 or len(rounds) + len(windows) > 1:
                return None
            place = rounds or windows or unused[-1:]
            if not place and at is not None:
                place = [at]
            events.append({"kind": happened[0].kind, "place": place[0] if place else None})
            unused = []
            told_at += windows
            at = None
        else:
            if windows:
                at = windows[-1]
                told_at += windows
                if events and events[-1]["place"] is None:
                    events[-1]["place"], at = at, None
            unused = rounds if not clause.asks else []
        if clause.asks:
            names = {
                "ask window": "window",
                "ask threshold": "threshold",
                "ask sent": "sent",
                "ask may send": "sent",
                "ask count": "count",
                "ask time": "time",
                "ask longest": "time",
            }
            if not questions:
                if clause.has("shift") or rounds:
                    questions_named = (
                        ["window"] if "threshold" not in {mention.kind for mention in mentions if mention.kind.startswith("ask")} else []
                    )
                else:
                    return None
            else:
                questions_named = [names[mention.kind] for mention in questions]
            if not questions_named:
                return None
            if rounds and not happened:
                asked += [f"{name}@{to_int(mention['value'])}" for mention in rounds for name in questions_named]
            else:
                asked += questions_named
        elif questions and any(mention.kind in ("ask count", "ask time") for mention in questions):
            return None
    placed = {id(event["place"]) for event in events}
    free_at = [mention for mention in told_at if id(mention) not in placed]
    if (
        any(event["place"] is None for event in events)
        or len(set(shifts)) > 1
        or len({_size(mention) for mention in free_at}) > 1
        or not asked
    ):
        return None
    sizes = {
        "start": _once(mentions, "start"),
        "threshold": _once(mentions, "threshold"),
        "target": _once(mentions, "reach"),
        "receive": _once(mentions, "receive"),
        "at": _size(free_at[0]) if free_at else None,
    }
    mss = _once(mentions, "mss")
    placed_sizes = [_size(event["place"]) for event in events if event["place"].kind == "at"]
    told_in = {unit for size in (*sizes.values(), *placed_sizes) if size is not None and (unit := size[1])} - {"MSS"}
    if len(told_in) > 1:
        return None
    shown = next(iter(told_in), None)
    scale = 1
    if shown is not None:
        bare = kinds & {"ask sent", "ask may send"} and not events and set(asked) == {"sent"} and "shift" not in kinds
        if mss is None and not bare:
            return None
        if mss is not None and mss[1] != shown:
            return None
        scale = mss[0] if mss is not None else 1
    elif patterns.search(r"(?:多少|几)个?(?:KB|字节|B)(?![A-Za-z])", plain):
        return None

    def segments(size: tuple[int, str] | None) -> int | None:
        if size is None:
            return None
        if size[1] != shown or shown is None:
            return size[0] if size[0] > 0 and (size[1] == "MSS" or shown is None or scale == 1) else stay_out("of what?")
        return size[0] // scale if size[0] > 0 and size[0] % scale == 0 else stay_out("no whole segments")

    down = {name: segments(size) for name, size in sizes.items()}
    in_flight = _once(mentions, "in flight")
    if in_flight is not None:
        return None
    trips = {units.seconds(mention["value"] or mention["value2"]) for mention in mentions if mention.kind == "trip"}
    algorithms = {"Tahoe" if mention["name"].lower() == "tahoe" else "Reno" for mention in mentions if mention.kind == "algorithm"}
    if len(trips) > 1 or len(algorithms) > 1 or ("time" in asked and not trips):
        return None
    slowest = "ask longest" in kinds
    if slowest:
        if down["threshold"] or (down["at"] and down["start"]) or events:
            return None
        down["start"] = down["start"] or down["at"]
        down["at"], down["threshold"] = None, down["start"]
    if any(value is not None and value > 2000 for value in down.values()):
        return None
    told_events = [
        {
            "kind": event["kind"],
            "when": to_int(event["place"]["value"]) if event["place"].kind == "round" else None,
            "at": segments(_size(event["place"])) if event["place"].kind == "at" else None,
        }
        for event in events
    ]
    if any(event["at"] is not None and event["at"] < 4 for event in told_events):
        return None
    # A window that is told and not that of an event is where the rounds begin, unless the smaller of two windows is asked.
    grows = down["at"] is not None and not told_events and down["start"] is None and bool(shifts or down["target"])
    if grows and not kinds & {"slow", "avoid"} and down["threshold"] is None:
        return None
    phase = (
        "拥塞避免"
        if "avoid" in kinds and "slow" not in kinds and down["at"] is not None and not told_events
        else "慢开始"
        if "slow" in kinds and "avoid" not in kinds and down["at"] is not None and not told_events
        else None
    )
    one = {
        "asked": list(dict.fromkeys(asked)),
        "events": told_events,
        "again": None,
        **down,
        "shift": shifts[0] if shifts else None,
        "phase": phase,
        "recovery": algorithms != {"Tahoe"},
        "kb": scale if shown else None,
        "in": shown or "MSS",
        "trip": str(trips.pop()) if trips else None,
        "given": None,
        "slowest": slowest,
        "free": bool("slow" in kinds and "avoid" not in kinds),
    }
    return Recognition(parameters={"courses": [one]}, understood=understood([one]))
