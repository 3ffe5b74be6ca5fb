"""Reading problems about IP fragments by their parts: lengths with their roles, which fragment, which of its fields."""

from __future__ import annotations

import re

from engine.generators.clauses import Role
from engine.generators.cn._clauses import Problem
from engine.generators.kind import Missing, Recognition
from engine.generators.reading import INTEGER, compiled, normalise, to_int

_REFUSED = (
    r"DF\s*(?:=|为|位为|置|标志为)\s*1|不(?:允许|能|可以|可)分片|禁止分片|IPv6|丢失|丢了|MSS|ICMP|加密|TCP|隧道|VPN|GRE|(?<!无)(?<!没)(?<!没有)(?<!不含)(?<!不带)选项|校验和|TTL|ping|路径MTU|效率|重传|以太网帧长|802\.3|FDDI|令牌|PPP|巨型|"
    r"开销|比例|标识(?:字段)?(?:的)?(?:值)?(?:为|是|=|各)|(?:三|3|四)个网络"
)
_BYTES = r"(?<![\d.A-Za-z])\d{1,3}(?: \d{3})+(?=\s*(?:B|字节))\s*(?:B|字节|bytes?)(?![A-Za-z/])|(?<![\d.A-Za-z])\d+\s*(?:B|字节|bytes?)(?![A-Za-z/])"
_DATAGRAM = r"(?:原始|原)?(?:IP(?:v4)?)?(?:数据报|分组|数据包|报文|包)"
_FRAGMENT = r"(?:IP)?(?:数据报|分组|报文)?(?:分片|片|分段|段)"
_ASKED = (
    (
        r"(?:应当?|要|会|需要?|可以?|能|得|共|一共|总共|被)*(?:划|拆|切)?(?:分|划分|拆|切|变)(?:成|为|出|片)?(?:了)?(?:多少|几)个?(?:短些?|较短|更短)?(?:的)?(?:IP)?(?:数据报|分组)?(?:分)?片|(?:收到)?(?:多少|几)个?(?:IP)?(?:数据报)?(?:分)?片|(?:分片|片)(?:的)?(?:个)?数(?!据)目?|片数",
        "count",
    ),
    (
        r"(?:各|每一?个?)?(?:数据报)?(?:分)?片?(?:的)?数据(?:字段|部分|区|载荷)?(?:的)?(?:长度|长|大小)|(?:数据(?:字段|部分)?)(?:各)?(?:有)?(?:多长|多少字节|多大)|带(?:了)?多少(?:字节)?数据",
        "data",
    ),
    (
        r"(?:各|每一?个?)?(?:分)?片?(?:的)?总长(?:度)?(?:字段)?(?:的值)?|(?:分)?片(?:的)?(?:长度|大小)(?!不)|(?:各|每片)(?:有)?(?:多长|多大)",
        "total",
    ),
    (r"(?:片|段)?偏移(?:字段)?(?:量)?(?:字段)?(?:的值)?|片位移", "offset"),
    (r"(?:MF|M\s*F)(?:标志位?|位|字段)?(?:的值)?(?:应?为?(?:何|什么)(?:数)?值?)?|(?:更多分片|标志)(?:位|字段)?(?:MF)?", "more"),
)


def written_out(text: str) -> str:
    """`头 20`, `总长 500` and `首部长度字段 5` with their bytes."""
    text = normalise(text)
    text = compiled(r"首部长度字段(?:的?值)?(?:为|是|=|:|\s)*(?P<words>[5-9]|1[0-5])(?!\d|\s*(?:B|字节))").sub(
        lambda match: f"首部{int(match['words']) * 4}B", text
    )
    text = compiled(r"第一个(?=(?:和|与|、|以及)最后一个字节)").sub("第一个字节", text)
    text = compiled(
        r"((?:首部|头部|报头|(?<![首头])头)(?:长度?)?(?:为|是|=|:|\s)*[2-6]\d|UDP头(?:部)?(?:为|是|=)?\s*8)(?!\d|\s*(?:B|字节|位|bit|%))"
    ).sub(r"\1B", text)
    return compiled(r"(总长(?:度)?(?:为|是|=|:|\s)*\d{2,5})(?!\d|\s*(?:B|字节|位|bit|%)|[A-Za-z])").sub(r"\1B", text)


def _to_bytes(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def recognise(text: str) -> Recognition | None:
    """The parameters of the kind's `solve`; None or `StayOut` where a quantity or a word is not understood."""
    problem = Problem(text, short_rates=False)
    problem.refuse(_REFUSED)
    problem.drop_names()
    problem.take_all(
        r"(?:且|并且|按|要求|都|均|若|每个?|各|的|R|路由器|进行|在)*(?:分)?片?(?:时)?(?:尽(?:可能|量))(?:的|地)?(?:大|长|多装)(?:的)?(?:原则)?(?:进行)?(?:分片|划分)?|(?:无|没有?|不含|不带)选项(?:字段)?|DF\s*(?:=|为|位为)\s*0|允许分片|\((?:固定|无选项)?\)|(?:以)?8(?:B|个?字节)为单位"
    )
    udp = bool(problem.take_all(r"(?:一个)?(?:UDP)(?:用户)?(?:数据报|报文|数据)?(?=的|数据|为|,|\d|长|载|发)"))
    ethernet = bool(problem.take_all(r"以太网(?:链路)?(?:来|进行)?(?:传送|传输)?"))
    twice = problem.take(
        r"(?:第一个?|首个?|1号?|第1个?)(?:数据报)?(?:分)?片(?:又|再|接着|继续|然后)*(?:要)?(?:进入|经过|通过|到|遇到|到达)"
    )
    hops: list[int] = []
    whole_way = (
        twice is None
        and len(re.findall("MTU", problem.rest, re.IGNORECASE)) == 2
        and bool(
            problem.take_all(r"(?:中间)?(?:的)?(?:路由器)?(?:都)?不(?:进行)?重组|(?:到|到达)(?:了)?(?:目的主机|终点|目的地|接收方|主机B)")
        )
    )
    if twice is not None or whole_way:
        hops = [
            int(match["value"])
            for match in problem.take_all(
                r"(?:先|再|然后|又|后)?(?:经过|进入|通过|过|到)?(?:一个)?MTU(?:为|是|=|:|\s)*(?P<value>\d{2,5})\s*(?:B|字节)?(?![\dA-Za-z])(?:的)?(?:网络|链路|网)?"
            )
        ]
        if len(hops) != 2 or hops[0] <= hops[1] or (whole_way and not re.search("再|然后|又|后", problem.text)):
            return None
    lengths = problem.assign(
        (
            Role(name="mtu", quantity=_BYTES, read=_to_bytes, before=r"MTU|最大(?:传[输送])?(?:单元|单位)|(?:能够?|可以?|最多)?(?:传送|传输|承载|允许)?的?(?:最大)?(?:数据报|帧)?(?:的)?(?:总)?长度(?:不能|不得|不)?(?:超过|大于)|最大(?:数据)?长度|(?:片|段)长?(?:最多|不超过)", after=r"的?MTU"),
            Role(name="udp_header", quantity=_BYTES, read=_to_bytes, before=r"UDP(?:的)?(?:首部|头部|报头|头)(?:长度?)?"),
            Role(name="header", quantity=_BYTES, read=_to_bytes, before=r"(?:IP)?(?:固定)?(?:的)?(?:首部|头部|报头|报文头|IP头|头)(?:长度?|固定长度|字段)?", after=r"的?(?:固定)?(?:首部|头部|头)"),
            Role(name="total", quantity=_BYTES, read=_to_bytes, before=rf"总(?:共)?长(?:度)?(?:字段)?(?:的值)?|总共|{_DATAGRAM}(?:的)?(?:长度?|大小)?|{_FRAGMENT}(?:的)?(?:长度?|大小)", after=rf"(?:长|大小)?的?(?:一个)?{_DATAGRAM}"),
            Role(name="data", quantity=_BYTES, read=_to_bytes, before=r"数据(?:部分|字段|区)?(?:的)?(?:长度?|大小)?|载荷|净荷|UDP发", after="的?数据(?!报|包)"),
        )
    )  # fmt: skip
    header = lengths.get("header", 20)
    if problem.take(r"(?:使用|采用)?(?:固定|标准)(?:长度的?)?(?:首部|头部)"):
        header = lengths.get("header", 20)
    mtu = hops[0] if hops else lengths.get("mtu")
    if mtu is None:
        mtu = problem.take_one(r"MTU(?:只有|为|是|=|:|\s)*(?P<value>\d{2,5})(?![\d.A-Za-z])", to_int)
    if header % 4 or not 20 <= header <= 60 or (udp and lengths.get("udp_header", 8) != 8):
        return None
    if hops:
        problem.take_all(rf"(?:这个|该|此)?第(?:一|1)个?{_FRAGMENT}")
    number = problem.take_one(
        rf"第\s*(?P<value>{INTEGER})\s*个?{_FRAGMENT}|{_FRAGMENT}(?P<other>\d)(?!\d)", lambda value: to_int(value) if value else 0
    )
    if twice is not None and number is not None:
        return None
    last = problem.take(rf"最后(?:的)?(?:一)?个?{_FRAGMENT}|末(?:尾)?(?:一)?{_FRAGMENT}")
    first = problem.take(rf"(?:第一|首)个?{_FRAGMENT}") if number is None and twice is None else None
    offset = problem.take_one(
        r"(?:片|段)?偏移(?:字段)?(?:量)?(?:字段)?(?:的)?(?:值)?(?:为|是|=|:|\s)*(?P<value>\d{1,4})(?![\d.]|\s*(?:B|字节))", to_int
    )
    more = problem.take_one(r"MF(?:标志位?|位)?(?:为|是|=|:|\s)*(?P<value>[01])(?!\d)", to_int)
    if offset is not None:
        return _original(problem, lengths, offset, more, header, bool(last))
    asked = problem.asked(_ASKED)
    problem.refuse(r"(?:和|与|、|及)长度|长度(?:和|与|、|及|各|分别|是多少|多少|为多少)")  # of the data, or with the header?
    problem.take_all(rf"{_FRAGMENT}|MTU|片偏移|MF|总长度|UDP(?:首部|数据报)?|(?:这个|该)?第一分片|各为何值|为何值|何值")
    problem.finish(
        "IP IPv4 数据报 分组 数据包 包 路由器 链路 网络 经过 通过 进入 转发 首部 头部 固定首部 固定 总长度 长度 数据 部分 字段 标志 标志位 值 各 各个 每个 每片 应 应当 划分 划分成 划分为 分成 分为 变成 几 片 原则 最大 传送 传输 发送 "
        "先 再次 再 又 转到 转 先过 再过 过 中间 收到 一共收到 走 的 没选项 里面 第二个 第二个网络 第二个网络中 第一分片 这个第一分片 均 按 分片 网络中 被 分片 进行 使用 采用 现 现要 途经 到 大小 里 其中 字节 传 单元 最大传输单元 最大传送单元 要 后 用户 以太网 首 尽可能 长 装 各片 它 段 链路上 网 送 过 尾 含 包括 包含 时 IP首部 头 走 拆 切 下一 上 超过 不能 能够 能 需要 多大 给 那 才 怎么 怎么分 怎么切"
    )
    if not asked or (ethernet and mtu is None) or False:
        return None
    total, data = lengths.get("total"), lengths.get("data")
    if udp:
        if total is not None or data is None:
            return None
        data += 8
    elif lengths.get("udp_header") is not None:
        return None
    if total is not None and data is not None and data + header != total:
        return None
    if data is None and total is not None:
        data = total - header
    if len([one for one in (number, last, first) if one is not None]) > 1:
        return None
    chosen = -1 if last else 1 if first else number
    parameters: dict[str, object] = {"header": header, "asked": asked, "number": chosen, "udp": udp}
    understood, missing = [("首部", f"{header} B")], []
    if data is None:
        missing.append(Missing("total", "数据报的总长度是多少字节？", "数据报总长度为 {} B"))
    elif not 0 < data <= 65_515:
        return None
    else:
        parameters["data"] = data
        understood.append(("数据报", f"总长度 {data + header} B，数据 {data} B"))
    if mtu is None:
        missing.append(Missing("mtu", "链路的 MTU 是多少字节？", "MTU 为 {} B"))
    elif mtu < header + 8:
        return None
    else:
        parameters["mtu"] = mtu
        understood.append(("MTU", f"{mtu} B"))
    if len(missing) > 1 or (
        hops and (missing or data is None or data + header <= hops[0] or hops[1] < header + 8 or chosen not in (None, 1))
    ):
        return None
    if hops:
        parameters["number"], parameters["second"], parameters["all"] = None, hops[1], whole_way
        understood.append(("再经过" if whole_way else "第一片再经过", f"MTU {hops[1]} B"))
        return Recognition(parameters=parameters, understood=tuple(understood))
    if data is not None and mtu is not None:
        room = (mtu - header) // 8 * 8
        count = -(-data // room) if data + header > mtu else 1
        # The last fragment may fill the MTU to the byte.
        if count > 1 and data - (count - 2) * room <= mtu - header:
            count -= 1
        if not 2 <= count <= 50 or (chosen is not None and chosen > count):
            return None
        if chosen is not None and "count" in asked:
            parameters["asked"] = [name for name in asked if name != "count"]
            parameters["count"] = True
            if not parameters["asked"] or re.search("[各每]", problem.text):
                return None
    return Recognition(parameters=parameters, understood=tuple(understood), missing=tuple(missing))


def _original(problem: Problem, lengths: dict[str, int], offset: int, more: int | None, header: int, last: bool) -> Recognition | None:
    """The last fragment is given: how long the original datagram was."""
    asked = problem.asked(
        (
            (
                r"(?:原始|原来的?|原|初始|整个)(?:的)?(?:IP)?(?:数据报|分组|数据包|报文)?(?:\([^()]*\))?(?:的)?(?:数据部分|数据)(?:的)?(?:总)?(?:长度?|大小)",
                "data",
            ),
            (
                r"(?:原始|原来的?|原|初始|整个)(?:的)?(?:IP)?(?:数据报|分组|数据包|报文)?(?:\(?[^()。;?]{0,14}\)?)?(?:的)?(?:总)?(?:长度?|大小|多长)",
                "total",
            ),
        )
    )
    problem.finish(
        "IP 数据报 分组 分片 片 某 目的主机 收到 首部 总长度 长度 字段 据此 原始 片偏移 无 标志 数据部分 数据 已知 该 固定 头部 这个 是 最后 一个 最后一个 含 包括 位"
    )
    if len(asked) != 1 or more == 1 or not (last or more == 0) or lengths.get("mtu") is not None:
        return None
    data = lengths.get("data")
    if data is None and lengths.get("total") is not None:
        data = lengths["total"] - header
    if data is None or data <= 0 or (lengths.get("total") is not None and lengths["total"] != data + header) or offset == 0:
        return None
    return Recognition(
        parameters={"task": "original", "offset": offset, "data": data, "header": header, "asked": asked},
        understood=(("最后一片", f"数据 {data} B，片偏移 {offset}"), ("首部", f"{header} B")),
    )
