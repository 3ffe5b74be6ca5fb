"""Reading problems about TCP's numbers: which bytes a segment carries, what is acknowledged, how a connection begins and ends."""

from __future__ import annotations

import re
from typing import Any

from engine.generators import patterns
from engine.generators.cn._told.told import Told, Unit
from engine.generators.kind import Recognition
from engine.generators.pasted.normalising import normalise
from engine.generators.patterns import caseless
from engine.generators.reading import close_up, stay_out, to_int

_SWAPS = (
    (r"(?:确认|应答)(?:序列号|序号|号码|号|数)(?:字段)?(?:的)?(?:值)?(?:\(?ack\)?)?|(?<![A-Za-z])ack(?:号|序号|number)?(?=\s*(?:=|为|是|的值))|(?<![A-Za-z])AN(?=\s*=)", "确认号"),
    (r"(?:起始|首字节)?(?:序列号码|序列号|顺序号|发送序号|序号)(?:字段)?(?:的)?(?:值)?(?:\(?seq\)?)?|(?<![A-Za-z])seq(?:号|number)?(?=\s*(?:=|为|是|的值))", "序号"),
    (r"(?:TCP)?\s*(?:报文段|数据段|数据报文|数据分段|分段|报文(?!长)|(?<![片网阶分])段(?!落))", "段"),
    (r"(?:有效)?(?:数据)?(?:载荷|净荷|负载)|数据部分|数据字段|用户数据", "数据"),
    (r"(?<=第)[一二两三四五六](?=(?:个|条)?(?:段|次|和|、|,|与))", ""),
)  # fmt: skip
_REFUSED = r"拥塞|窗口|cwnd|ssthresh|RTT|超时|挥手|首部(?!的?序号|中?的?序号)|头部|校验|端口|吞吐|速率|MSS|最大段|选择确认|SACK|窗|循环|回绕|寿命|状态|十六进制|0x|延迟确认|捎带|重复确认|3ACK|[23三]个?(?:重复|冗余)|已确认|缓存"
_IS = r"(?:的值|分别|依次|各|都|应该?|就|为|是|有|=|:|等于|\s)*"
_NUMBER = r"(?<![\d.])(?P<value>\d{1,10})(?![\d.%])"
_BYTES = r"(?:个)?(?:字节|B)(?![A-Za-z])"
_SENDER = re.compile(
    r"(?P<from>[甲乙]|(?-i:[A-E]))(?:主机|站)?(?:又|随后|接着|连续|已经?|立即|马上|现在)*(?:向|给)(?:主机|站|了)*(?P<to>[甲乙]|(?-i:[A-E]))(?:主机|站)?(?:连续|先后|又|依次)*(?:发送|发出|发|传送|传)"
)
_RECEIVED_FROM = re.compile(
    r"(?P<to>[甲乙]|(?-i:[A-E]))(?:主机|站)?(?:方|端)?(?:正确|刚刚?|现在)?(?:接收|收)到(?:了)?(?:一个|1个|一|1)?(?:来自|从)?(?:主机|站)?(?P<from>[甲乙]|(?-i:[A-E]))"
)
_REPLY_FROM = re.compile(
    r"(?P<from>[甲乙]|(?-i:[A-E]))(?:主机|站)?(?:方|端)?(?:应该?|将|会|随后|立即|马上|正确|收到后|收到该段后|,)*(?:(?:发送|发回|返回|回复|回送|发|应答)(?:给)?(?:主机)?(?P<to>[甲乙]|(?-i:[A-E]))?|(?:向|给)(?:主机)?(?P<to2>[甲乙]|(?-i:[A-E]))(?:发送|发回|返回|回复|发|应答)|对(?:该|此|这个?)段的(?:确认|应答))"
)


def written_out(text: str) -> str:
    """One word for each thing: 段, 序号, 确认号, 数据, and figures in `第1个段`."""
    text = close_up(normalise(text))
    for pattern, word in _SWAPS[:-1]:
        text = caseless(pattern).sub(word, text)
    text = patterns.sub(
        r"(?<=第)[一二两三四五六](?=(?:个|条)?(?:段|次|和|、|,|与|是|的|丢|到|携|只|序))", lambda found: str(to_int(found[0])), text
    )
    return patterns.sub(r"第(\d)(?=段|和|、|的序号)", r"第\1个", text)


def recognise_numbers(text: str) -> Recognition | None:
    """Numbers of segments, of what answers them, of a connection's beginning and end."""
    written = written_out(text)
    if not patterns.search("序号|确认号", written):
        return None
    for reader in (_reply, _opened, _closed, _stream):
        problem = Told(written, short_rates=False)
        problem.refuse(_REFUSED)
        problem.take_all(
            r"(?:且|并且)?(?:双方)?(?:一直)?(?:持续|始终)?(?:都)?有数据(?:要)?传输|(?:且|并且)?(?:数据)?(?:传输)?(?:均|都)?(?:无|没有|不发生|未发生|未出现)(?:任何)?(?:差错|错误|丢失|重传)(?:(?:与|和|、|及|或|也无|也没有)(?:差错|错误|丢失|重传))*(?:发生)?(?:的情况下?)?|(?:之间)?(?:已经?|成功)?建立(?:好)?(?:了)?(?:一条|一个|起)?(?:的)?TCP连接(?:后|之后)?|TCP连接"
        )
        if (seen := reader(problem)) is not None:
            return seen
    return None


def _known(problem: Told, name: str, pattern: str, group: str = "value") -> None:
    problem.find(name, pattern, lambda match: int(match[group]))


_HARMLESS = (
    "段 序号 确认号 确认 数据 字节 发送 接收 收到 连续 正确 该 其中 其 的 了 主机 甲 乙 A B 双方 之间 分别 后 立即 应该 应当 应 将 会 是 为 给 向 来自 一个 两个 1 里 中 第 个 对 回复 返回 发回 发 送 回送 应答 报文 携带 包含 TCP 传输 此后 试问 向对方 对方 "
    "那么 随后 接着 到达 下一个 期望 握手 请求 连接 建立 选择 主动 发起 接受 若 已 已经 两 主动发起 请求建立 SYN 客户 服务器 客户端 客户机 文件服务器 进程 刚 刚刚 一 在 时 无 断开 释放 情况下 应用层 再 又"
)


def _reply(problem: Told) -> Recognition | None:
    """A segment arrives, its numbers and its data told: the numbers of the segment that answers it."""
    if problem.has("SYN|FIN|握手|第[2-9]个段|连续"):
        return None
    text = problem.text
    _known(
        problem,
        "length",
        rf"(?:数据)?(?:的)?(?:长度|大小|只|共|部分|携带|包含|含有|含|带有|带)*{_IS}{_NUMBER}{_BYTES}(?:的)?(?:数据)?",
    )
    pairs = problem.take_all(
        rf"(?:其)?(?:中)?(?:的)?序号(?:和|与|、|,|及)确认号{_IS}(?P<seq>\d{{1,10}})(?:和|与|、|,)(?P<ack>\d{{1,10}})(?!\d)"
    )
    for match in pairs:
        problem.note("seq", int(match["seq"]), match.start())
        problem.note("ack", int(match["ack"]), match.start())
    _known(problem, "ack", rf"确认号{_IS}{_NUMBER}")
    _known(problem, "seq", rf"序号{_IS}{_NUMBER}")
    facts = _once(problem)
    if facts is None or set(facts) != {"seq", "ack", "length"}:
        return None
    asked = problem.ask((
        (r"序号(?:和|与|、|,|及|以及)确认号", "seq, ack"),
        (r"确认号(?:和|与|、|,|及|以及)序号", "ack, seq"),
        (r"确认号", "ack"),
        (r"序号", "seq"),
        (r"对(?:该|此|这个?)段的(?:确认|应答)(?:段)?(?:中|里)?", "seq, ack"),
    ))  # fmt: skip
    came = _RECEIVED_FROM.search(text) or _SENDER.search(text)
    answers = list(_REPLY_FROM.finditer(text, max(fact.place for fact in problem.told)))
    if (
        came is None
        or not answers
        or answers[-1]["from"] != came["to"]
        or (answers[-1]["to"] or answers[-1]["to2"] or came["from"]) != came["from"]
    ):
        return None
    if not patterns.search(r"立即|确认段|对(?:该|此|这个?)段的|回复|应答|返回|发回|发送给|向", text[answers[-1].start() :]):
        return None
    problem.done(_HARMLESS)
    wanted = list(dict.fromkeys(part for name in asked for part in name.split(", ")))
    if not wanted:
        return None
    return Recognition(
        parameters={"task": "reply", "seq": facts["seq"], "ack": facts["ack"], "length": facts["length"], "asked": wanted},
        understood=(
            ("收到的段", f"序号 {facts['seq']}，确认号 {facts['ack']}，数据 {facts['length']} B"),
            ("问", "回复的段的序号和确认号"),
        ),
    )


def _once(problem: Told) -> dict[str, Any] | None:
    """What is told, each name with one value; None where one has two."""
    facts: dict[str, Any] = {}
    for fact in problem.told:
        if facts.setdefault(fact.name, fact.value) != fact.value:
            return None
    return facts


_OPENERS = ("甲", "A", "客户", "客户端")
_ANY = r"(?:甲|乙|(?-i:[AB])|客户端?|服务器)"
_FIRST = r"(?:甲|(?-i:A)|客户端?)"
_OTHER = r"(?:乙|(?-i:B)|服务器)"
_THIRD = rf"(?:{_FIRST}(?:发送)?给(?:主机)?{_OTHER}的)?(?:第3次握手|最后一次握手|第3个)(?:的)?(?:TCP)?(?:握手)?(?:段)?(?:中|里)?(?:的)?"
_ASKED_OPENING = (
    (rf"{_THIRD}序号(?:和|与|、|,|及)确认号", "third seq, third ack"),
    (rf"{_THIRD}确认号(?:和|与|、|,|及)序号", "third ack, third seq"),
    (rf"{_THIRD}确认号", "third ack"),
    (rf"{_THIRD}序号", "third seq"),
    (r"(?:第2次握手|第2个)(?:的)?(?:TCP)?(?:握手)?(?:段)?(?:中|里)?(?:的)?确认号", "second ack"),
    (rf"(?:{_OTHER}(?:向|给)(?:主机)?{_FIRST}(?:主机)?)(?:发送|返回|回复|回送|发回|应答)(?:的)?(?:正确)?(?:的)?(?:TCP)?段(?:可能)?", "second"),
    (rf"{_OTHER}(?:返回|回复|回送|发回|应答)(?:给)?(?:主机)?{_FIRST}?(?:的)?(?:SYN\s*[+和]?\s*ACK)?(?:确认)?段?(?:中|里)?(?:的)?确认号", "second ack"),
)  # fmt: skip
_OPENING_SHOWN = {
    "second": "接受连接的段",
    "second ack": "第二次握手的确认号",
    "third ack": "第三次握手的确认号",
    "third seq": "第三次握手的序号",
}


def _first_numbers(problem: Told) -> tuple[int, int | None] | None:
    """The first numbers of the one that opens the connection and of the other, as far as they are told."""
    initial = r"(?:的)?(?:初始|起始)(?:的)?序号"
    if both := problem.take(
        rf"(?:{_ANY}(?:、|和|与)?)*(?:选择|选定|采用|使用|选取)?{initial}{_IS}(?P<one>\d{{1,10}})(?:和|与|、|,)(?P<two>\d{{1,10}})(?!\d)"
    ):
        return int(both["one"]), int(both["two"])
    named = problem.take_all(rf"(?P<who>{_ANY})(?:选择|选定|采用|使用|选取)?{initial}{_IS}{_NUMBER}")
    if len(named) == 2:
        told = {match["who"] in _OPENERS: int(match["value"]) for match in named}
        return (told[True], told[False]) if len(told) == 2 else None
    if named:
        return None
    alone = problem.take(
        rf"\(?SYN\s*=\s*1\s*[,、]\s*序号\s*=\s*(?P<value>\d{{1,10}})\)?|SYN段?(?:的|中|其)*序号{_IS}(?P<named>\d{{1,10}})(?!\d)|(?:初始|起始)序号{_IS}(?P<plain>\d{{1,10}})(?!\d)(?:的)?(?:SYN)?(?:请求)?(?:段)?"
    )
    return None if alone is None else (int(alone["value"] or alone["named"] or alone["plain"]), None)


def _opened(problem: Told) -> Recognition | None:
    """A connection is set up: the numbers of the second or third segment of the handshake."""
    text = problem.text
    if not patterns.search("SYN|握手|初始序号|建立", text) or patterns.search("FIN|断开|释放", text):
        return None
    starts = _first_numbers(problem)
    if starts is None:
        return None
    opener = patterns.search(
        rf"(?P<who>{_ANY})(?:主机|站)?(?:主动)?(?:发起|(?:向|给)[^,。;]{{0,8}}?(?:发送|发起|请求)|请求)|(?P<third>{_ANY})(?:发送)?给(?:主机)?{_ANY}的第3次握手",
        text,
    )
    asked = problem.ask(_ASKED_OPENING)
    problem.take_all(
        rf"(?:若|如果)?(?:主机)?{_OTHER}接受(?:该|此|这个?)?(?:连接)?(?:请求)?|期望(?:与|和)(?:主机)?{_OTHER}(?:建立(?:一个)?(?:TCP)?连接)?|正确的?|可能"
    )
    wanted = list(dict.fromkeys(part for name in asked for part in name.split(", ")))
    if not wanted or (starts[1] is None and "third ack" in wanted) or ("second" in wanted and (len(wanted) > 1 or starts[1] is not None)):
        return None
    if opener is None or (opener["who"] or opener["third"]) not in _OPENERS:
        return None
    problem.done(_HARMLESS)
    return Recognition(
        parameters={"task": "opened", "first": starts[0], "second": starts[1], "asked": wanted},
        understood=(
            ("初始序号", "、".join(str(one) for one in starts if one is not None)),
            ("问", "、".join(_OPENING_SHOWN[name] for name in wanted)),
        ),
    )


def _closed(problem: Told) -> Recognition | None:
    """The numbers of SYN and FIN are told: the bytes sent between them."""
    first = problem.take(
        rf"(?:建立(?:TCP)?连接时)?,?(?:(?:甲|(?-i:A))?(?:发送|发出)(?:给乙)?(?:的)?)?SYN段?(?:的|中|里|其)*序号{_IS}(?P<value>\d{{1,10}})(?!\d)"
    )
    last = problem.take(
        rf"(?:在)?(?:断开|释放|关闭)(?:TCP)?(?:连接)?时?,?(?:主机)?(?:甲|(?-i:A))?(?:发送|发)?(?:给|到|向)?(?:主机)?(?:乙|(?-i:B))?(?:发送|发出)?(?:的)?FIN段?(?:的|中|里|其)*序号{_IS}(?P<value>\d{{1,10}})(?!\d)"
    )
    if first is None or last is None:
        return None
    asked = problem.ask(
        (
            (
                r"(?:(?:主机)?(?:甲|(?-i:A))(?:已经?|一共|总共|共)*(?:向|给)(?:主机)?(?:乙|(?-i:B)))?(?:已经?|一共|总共|共|总计|成功)*(?:发送|传送|传输)(?:了|出)?(?:的)?(?:应用层)?(?:数据)?(?:的)?(?:字节(?:总)?数|总量|数据量|多少个?字节)(?:的)?(?:应用层)?(?:数据)?",
                "bytes",
            ),
        )
    )
    problem.done(_HARMLESS)
    if not asked or int(last["value"]) <= int(first["value"]):
        return None
    return Recognition(
        parameters={"task": "closed", "first": int(first["value"]), "last": int(last["value"])},
        understood=(("SYN 段的序号", first["value"]), ("FIN 段的序号", last["value"]), ("问", "发送的数据字节数")),
    )


def _single(problem: Told) -> Recognition | None:
    """One segment with its number and its data: what answers it, and which number the next one has."""
    _known(
        problem, "length", rf"(?:数据)?(?:的)?(?:长度?|大小|只|共|部分|携带|包含|含有|含|带有|带)*{_IS}{_NUMBER}{_BYTES}(?:的)?(?:数据)?"
    )
    _known(problem, "seq", rf"(?:该|此|这个?)?(?:段)?(?:的)?序号{_IS}{_NUMBER}")
    asked = problem.ask((
        (r"(?:则|那么)?(?:其)?(?:下一个?|紧接着的?|后一个?)段(?:的)?序号", "seq@2"),
        (r"(?:发回|返回|回送|发送)?(?:的)?(?:确认|应答)?(?:段)?(?:中|里)?(?:的)?确认号", "ack"),
        (r"期望(?:收到)?(?:的)?下一个(?:字节|段)?的?序号", "ack"),
    ))  # fmt: skip
    arrived = problem.take_all(
        r"(?:若|如果|当)?(?:主机)?(?:乙|(?-i:B)|接收方|对方)?(?:正确|成功)*(?:接收|收)到(?:了)?(?:该|此|这个?)?(?:段)?(?:之?后|时)?"
    )
    problem.take_all(r"(?:TCP)?首部(?:中)?(?:的)?(?=\ue000)|一个TCP首部的?")
    problem.done(_HARMLESS)
    facts = _once(problem)
    if facts is None or set(facts) != {"length", "seq"} or not asked or ("ack" in asked and not arrived):
        return None
    questions = []
    for name in dict.fromkeys(asked):
        what, _, place = name.partition("@")
        questions.append(
            {
                "seq": {"1": facts["seq"]},
                "length": {"1": facts["length"]},
                "total": 1,
                "received": [1],
                "what": what,
                "place": int(place or 0),
            }
        )
    return Recognition(
        parameters={"task": "stream", "questions": questions},
        understood=(("段的序号", f"{facts['seq']}"), ("段的数据", f"{facts['length']} B")),
    )


_ORDINALS = r"第(?P<k>\d)个(?:段)?"
_SET = r"(?P<set>第\d个?(?:段)?(?:(?:、|,|和|与|及)第?\d个?(?:段)?)*)(?:段)?"


def _listed(text: str) -> list[int]:
    return [int(value) for value in patterns.findall(r"\d+", text)]


def _stream(problem: Told) -> Recognition | None:
    """Segments one after another, some of them received: what is acknowledged, what each carries."""
    if problem.has("SYN|FIN|握手"):
        return None
    if not problem.has("连续|第[1-9]个段|[两二三四五2-5]个段"):
        return _single(problem)
    count = problem.take(
        r"(?:连续)?(?:地)?(?:发送|发出|发)(?:了|出)?(?:连续)?(?:的)?(?P<value>[两二三四五]|[2-5])个(?:连续)?(?:的)?段|(?:连续)?发送(?P<third>[2-5])个段|(?P<other>[两二三四五]|[2-5])个连续的?段"
    )
    if count is None:
        return None
    total = to_int(count["value"] or count["other"] or count["third"])
    values = r"\d{1,10}(?:个)?(?:字节|B)?(?:(?:、|,|和|与|及)\d{1,10}(?:个)?(?:字节|B)?)+"
    for match in problem.take_all(rf"(?:其)?(?:的)?序号{_IS}(?P<list>{values})(?!\d)"):
        numbers = _listed(match["list"])
        if len(numbers) != total:
            return None
        for place, value in enumerate(numbers, 1):
            problem.note(f"seq {place}", value, match.start())
    for match in problem.take_all(
        rf"(?:分别|各自|依次)?(?:包含|携带|含有|含|带有|承载|装有|数据长度|长度|数据)(?:了)?(?:的)?{_IS}(?P<list>{values})(?:{_BYTES})?(?:的)?(?:应用层)?(?:数据)?"
    ):
        numbers = _listed(match["list"])
        if len(numbers) != total or not patterns.search("字节|B", match[0]):
            return None
        for place, value in enumerate(numbers, 1):
            problem.note(f"length {place}", value, match.start())
    for match in problem.take_all(
        rf"每个?段(?:均|都|各)?(?:携带|包含|含有|含|承载)(?:了)?(?P<value>\d{{1,6}}){_BYTES}(?:的)?(?:应用层)?(?:数据)?"
    ):
        for place in range(1, total + 1):
            problem.note(f"length {place}", int(match["value"]), match.start())
    for match in problem.take_all(rf"(?:其中)?(?:(?:甲|(?-i:A))发送的)?{_ORDINALS}(?:的)?序号{_IS}{_NUMBER}"):
        problem.note(f"seq {match['k']}", int(match["value"]), match.start())
    for match in problem.take_all(
        rf"(?:若|如果|当|而)?(?:主机)?(?:乙|(?-i:B)|接收方)?(?:只|仅|却)(?:仅)?(?:正确|成功|地)*(?:接收|收)到(?:了)?{_SET}(?:之?后|时)?"
    ):
        problem.note("received", _listed(match["set"]), match.start())
    for match in problem.take_all(
        rf"(?:若|如果|但|而)?(?:(?:甲|(?-i:A))(?:发送)?的?)?{_SET}(?:在途中|在传输中|在传输过程中|途中|被|已|传输时)*(?:丢失|丢了|未到达|没有到达)(?:了)?"
    ):
        problem.note("lost", _listed(match["set"]), match.start())
    for match in problem.take_all(
        rf"(?:但|而|却)*{_SET}(?:正确|也|却|正常|最终|都|成功)*到达(?:了)?(?:主机)?(?:乙|(?-i:B)|接收方)?(?:之?后|时)?"
    ):
        problem.note("arrived", _listed(match["set"]), match.start())
    for match in problem.take_all(
        rf"(?:若|如果|当|在)?(?:主机)?(?:乙|(?-i:B)|接收方)?(?:正确|成功|地|全部|都)*(?:接收|收)到(?:了)?(?:(?:这|上述|该|全部|所有)*(?P<all>[两二三四五2-5])个段|{_SET})(?:之?后|时)?"
    ):
        if match["all"]:
            if to_int(match["all"]) != total:
                return None
            problem.note("up to", total, match.start())
        else:
            problem.note("up to", max(_listed(match["set"])), match.start())
    problem.find(
        "acknowledged",
        rf"(?:发回|返回|发送|回送)?(?:的)?(?:确认)?(?:段)?(?:中|里)?(?:的)?确认号(?:若)?{_IS}{_NUMBER}",
        lambda match: int(match["value"]),
    )
    asked = problem.ask((
        (rf"{_ORDINALS}(?:中|里)?(?:的)?(?:携带|包含|含有|含|带)?(?:了|有)?(?:的)?(?:数据)?(?:有)?(?:多少|几)个?(?:字节(?:的)?(?:数据)?|数据)|{_ORDINALS.replace('<k>', '<n>')}(?:中|里)?(?:的)?(?:携带|包含)?(?:的)?数据(?:有)?(?:多少|几)个?字节|{_ORDINALS.replace('<k>', '<m>')}(?:中|里)?(?:的)?(?:携带|包含)?(?:的)?(?:数据)?(?:的)?(?:长度|字节数)", "length@{k}{n}{m}"),
        (r"第(?P<a>\d)个?(?:、|和|与)第?(?P<b>\d)个(?:段)?(?:中|里)?(?:各|分别|的)*(?:携带|包含|含有|含)?(?:了|有)*(?:的)?(?:多少|几)(?:个)?(?:字节)?(?:的)?数据", "length@{a}+{b}"),
        (rf"{_ORDINALS}(?:的)?序号", "seq@{k}"),
        (r"(?:最后)?(?:发回的?)?(?:确认|应答)?(?:段)?(?:中|里)?(?:的)?确认号", "ack"),
        (r"期望(?:收到)?(?:的)?(?:下一个|对方下次发送的?)(?:段)?(?:的)?(?:第1个字节)?(?:的)?序号", "ack"),
    ))  # fmt: skip
    problem.take_all(
        r"(?:而|但|且)*(?:其他|其余|另外)(?:的)?(?:[两二三四2-4]?个段)?(?:都|均)?(?:正确)?到达(?:了)?(?:主机)?(?:乙|(?-i:B)|接收方)?"
    )
    problem.take_all(r"(?:向(?:主机)?(?:甲|(?-i:A)))?(?:发送|发出|发回|返回)(?:一个)?(?:的)?(?:确认|应答)(?:段)?|(?:这|该)个?(?=确认号)")
    problem.done(_HARMLESS)
    if not asked:
        return None
    questions = [_question(unit, total) for unit in problem.units()]
    told = [question for one in questions for question in one]
    if not told:
        return None
    known = sorted({(fact.name, fact.value) for fact in problem.told if fact.name.startswith(("seq", "length"))})
    said = {"seq": "段的序号", "length": "段的数据"}
    return Recognition(
        parameters={"task": "stream", "questions": told},
        understood=tuple(
            (f"第 {name.split()[1]} 个{said[name.split()[0]]}", f"{value}{' B' if name.startswith('length') else ''}")
            for name, value in known
        ),
    )


def _question(unit: Unit, total: int) -> list[dict[str, Any]]:
    known = unit.known
    seq = {place: known[f"seq {place}"] for place in range(1, total + 1) if f"seq {place}" in known}
    length = {place: known[f"length {place}"] for place in range(1, total + 1) if f"length {place}" in known}
    received = list(range(1, total + 1)) if not {"received", "lost", "arrived", "up to"} & set(known) else []
    if "received" in known:
        received = known["received"]
    elif "lost" in known:
        arrived = known.get("arrived") or (
            [known["up to"]] if "up to" in known else [place for place in range(1, total + 1) if place not in known["lost"]]
        )
        received = [place for place in range(1, max(arrived) + 1) if place not in known["lost"]]
    elif "arrived" in known:
        received = known["arrived"]
    elif "up to" in known:
        received = list(range(1, known["up to"] + 1))
    if any(not 1 <= place <= total for place in received) or ("lost" in known and set(known["lost"]) & set(received)):
        stay_out("which segments arrived?")
    if "ack" in unit.asked and not {"received", "lost", "arrived", "up to"} & set(known):
        stay_out("what arrived is not told")
    found = []
    asked = [f"{name.partition('@')[0]}@{place}" if place else name for name in unit.asked for place in name.partition("@")[2].split("+")]
    for name in asked:
        one: dict[str, Any] = {
            "seq": {str(k): v for k, v in seq.items()},
            "length": {str(k): v for k, v in length.items()},
            "total": total,
            "received": received,
        }
        if "acknowledged" in known:
            if "lost" in known or received != list(range(1, len(received) + 1)):
                stay_out("an acknowledgement beside a loss")
            one["acknowledged"] = known["acknowledged"]
        what, _, place = name.partition("@")
        found.append(one | {"what": what, "place": int(place.replace("None", "") or 0)})
    return found
