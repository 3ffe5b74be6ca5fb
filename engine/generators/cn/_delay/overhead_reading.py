"""Reading how much of what is sent is data, when every layer adds its header."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.cn._delay.words import HARMLESS, REFUSED
from engine.generators.cn._told.told import Told
from engine.generators.kind import Recognition
from engine.generators.patterns import caseless

_HEADERS = {"UDP": 8, "TCP": 20}


def _two_transports(problem: Told) -> Recognition | None:
    """The same data in a datagram of UDP and in a segment of TCP: how much of each is data at most."""
    match = caseless(
        r"(?P<data>\d+)\s*(?:B|字节)(?:长)?的?(?:应用层)?数据,?分别(?:通过|用|采用|经)(?:1|一)个(?P<first>UDP|TCP)(?:用户)?(?:数据报|报文段|段|报文)(?:和|与|、)(?:1|一)个(?P<second>UDP|TCP)(?:用户)?(?:数据报|报文段|段|报文)(?:来)?(?:传输|传送|发送)"
    ).search(problem.text)
    if match is None or match["first"].upper() == match["second"].upper() or patterns.search("首部|选项|IP", problem.text):
        return None
    names = [match["first"].upper(), match["second"].upper()]
    problem.take_spans([match.span()])
    problem.ask(((r"(?:有效载荷|有效数据)?(?:\(应用层数据\))?(?:的)?(?:最[大高])?(?:的)?传输效率", "efficiency"),))
    problem.take_all(r"(?:该|此)?(?:UDP|TCP)(?:用户)?(?:数据报|报文段|段|报文)(?:和|与|、)?|(?:实现|达到)的?|应用层数据")
    problem.done(HARMLESS + " 大小 有效载荷 应用层数据 的 若 则 为")
    if not problem.goals:
        return None
    data = int(match["data"])
    return Recognition(
        parameters={"units": [{"task": "overhead", "data": data, "headers": [_HEADERS[name]], "asked": ["efficiency"]} for name in names]},
        understood=(("数据", f"{data} B"), *((f"{name} 首部", f"{_HEADERS[name]} B") for name in names)),
    )


def overhead(problem: Told) -> Recognition | None:
    """Data with the headers of several layers: the share of it that is data."""
    if (seen := _two_transports(problem)) is not None:
        return seen
    problem.refuse(REFUSED.replace("TCP|", "").replace("UDP|", "").replace("利用率|", ""))
    each = problem.take(
        r"(?:除|除了)(?:物理层)(?:和|与|、)(?:应用层)(?:之外|以外|外)?,?(?:其他|其余|其它|剩下的?)(?:各|每一?)层(?:在)?(?:封装)?(?:PDU|数据|协议数据单元)?(?:时)?,?(?:均|都|各)*(?:会|要)?(?:引入|增加|添加|加上|附加|有|产生)(?P<value>\d+)\s*(?:B|字节)(?:的)?(?:额外)?(?:的)?(?:开销|首部|头部)"
        if problem.has("OSI")
        else r"(?!)"
    )
    # What efficiency is: said for who forgot it.
    problem.take_all(
        r"(?:数据)?(?:的)?(?:传输)?效率(?:是指|指的是|指|定义为)[^。;?]{0,30}(?:除以|/|÷|与)[^。;?()]{0,30}(?:之比|的比值?)?(?:\([^()]{0,50}\))?(?=[。;])|"
        r"(?<=[,。;])\s*(?:数据)?(?:的)?(?:传输)?效率=[^。;?\d]{0,40}(?=[。;])"
    )
    layers = r"(?:应用|表示|会话|传输|运输|网络|数据链路|链路|网际|TCP|UDP|IP|以太网|MAC)(?:层)?"
    bytes_ = r"(?<![\d.])(?P<value>\d+)\s*(?:B|字节)?(?![\d%.])"
    headers = problem.take_all(
        rf"(?:{layers})?(?:的|协议)*(?:首部|头部|报头|头|首尾|首部和尾部|尾部|尾)(?:部)?(?:和尾部)?(?:共|总共|长|长度|开销|为|是|各|加|=)*{bytes_}|{layers}(?:加|添加|加上|共|为)*(?:首尾|首部)?{bytes_.replace('value', 'plain')}|{bytes_.replace('value', 'before')}的?(?:{layers})?(?:的)?(?:首部|头部|头|首尾|尾部)"
    )
    told = problem.take_all(
        r"(?:长度?(?:为|是)?)?(?P<value>\d+)\s*(?:B|字节)(?:长)?的?(?:应用层|用户|应用|有效)?(?:的)?(?:数据|报文)|(?:数据|报文|载荷|净荷)(?:部分)?(?:的)?(?:长度?|大小)?(?:为|是|有|=|共)*(?P<other>\d+)\s*(?:B|字节)"
    )
    data = [(match.start(), int(match["value"] or match["other"])) for match in told]
    problem.ask(
        (
            (
                r"(?:数据|有效数据|应用数据)?(?:的)?(?:传输)?效率|(?:有效|用户|应用)?(?:层)?数据(?:部分)?(?:占|的比例|所占)(?:的)?(?:比例|百分比|百分之几|百分之多少)?|(?:所)?占(?:的)?(?:百分之几|百分之多少|百分比|比例)|(?:首部|头部)?开销(?:占|的)(?:比例|百分之几|百分之多少)",
                "efficiency",
            ),
        )
    )
    problem.take_all(r"TCP|UDP|IP|MAC")
    problem.done(
        HARMLESS
        + " OSI OSI参考模型 参考模型 无拆分 欲 封装 PDU 应用层 传输层 网络层 链路层 数据链路层 交给 交 加 加上 再 套上 每层 各层 套 最后 首部 头部 以太网 线路上 以太网上 有效 共 封装 经过 一共 报文段 数据报 层层 上 有效数据 里 百分之几 用户 首 尾"
    )
    if each is not None and headers:
        return None
    if not (headers or each) or not data or not problem.goals or "开销" in problem.text[problem.goals[0][0] : problem.goals[0][0] + 8]:
        return None
    # OSI has seven layers; five of them add their header.
    parts = (
        [int(each["value"])] * 5 if each is not None else [int(match["value"] or match["plain"] or match["before"]) for match in headers]
    )
    # `若数据为 1000 字节，效率又是多少`: each length with the question behind it.
    goals = [place for place, _ in problem.goals]
    if len(data) > 1 and (
        len(goals) != len(data) or not all(place < goal for (place, _), goal in zip(data, goals, strict=True)) or goals[0] > data[1][0]
    ):
        return None
    return Recognition(
        parameters={"units": [{"task": "overhead", "data": length, "headers": parts, "asked": ["efficiency"]} for _, length in data]},
        understood=(
            ("数据", "、".join(f"{length} B" for _, length in data)),
            ("首部等", " + ".join(f"{part} B" for part in parts)),
        ),
    )
