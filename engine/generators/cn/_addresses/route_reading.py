"""Reading forwarding tables by their parts: every block with its hop, the destinations, and what is asked: a hop, matches, or an aggregate."""

from __future__ import annotations

import re
from typing import ClassVar

from engine.generators import patterns
from engine.generators.alternatives import first_reading
from engine.generators.clauses import ORDINARY as GENERAL
from engine.generators.cn._addresses.blocks import Block, address_told, dotted, number_of, prefix_of, supernet, written_in_full
from engine.generators.cn._addresses.route_tables import DEFAULT, IP, NAME, SLASHED, in_decimal, paired, tabled
from engine.generators.cn._clauses import ORDINARY, TALK, Problem
from engine.generators.kind import Recognition
from engine.generators.pasted.normalising import normalise
from engine.generators.reading import INTEGER, stay_out, to_int
from engine.generators.topic import Topic

_MASK = r"(?:(?:子网|网络)?掩码(?:为|是|:|=)?\s*)?(?:255(?:\.\d{1,3}){3}|0\.0\.0\.0)(?![\d.])"
_BLOCK = rf"(?:{SLASHED}(?:\(?默认(?:路由)?\)?)?|{IP}(?:\s|,|\(|/|\||和|、)*{_MASK}\)?(?:\(?默认(?:路由)?\)?)?|{DEFAULT})"
_HOP = (
    rf"(?:(?:出?接口|端口|路由器|下一跳|转发到|出口|链路|线路)\s*(?:{NAME}|\d{{1,2}}(?![\d.]))(?:接口|端口)?|(?<![A-Za-z0-9.])(?!IPv|IP(?![A-Za-z]))(?-i:{NAME})(?:接口|端口|口)?|(?<![A-Za-z0-9.])[a-z]\d(?:接口|端口|口)?|"
    r"[甲乙丙丁戊](?!类)|直接交付|直连|(?<![\d.])\d{1,2}(?:号)?(?:接口|端口|口)|(?<=口)\d{1,2}|(?<=[→=>:走给\s|他它余认])\d(?=$|[\s,;。|、)]))(?![A-Za-z0-9.])"
)
_FILLED = r"(?:\s|,|:|(?<![^\s|)])-{1,3}(?=[\s|])|分配给\w{0,4}?(?=走|从|由|给|→)|\(|\)|=|\||→|->|-+>|—+>?|~|via|的|目的|网络|下一跳|转发[给到至]?|对应|交给|送往|送到|发往|指向|走|去|经由?|通过|从|由|到|给|往|是|为|用|出)*"
ANOTHER_RULE = r"度量|代价|开销|优先级|管理距离|负载均衡|(?:最短|第一个|首个|最先|最后一个)(?:的)?(?:前缀)?(?:匹配|命中)|前缀(?:长度)?(?:最短|最小)的?|(?:最短|最小)(?:的)?前缀|(?:随机|轮流|轮询|任意|任选)|(?:除外|已失效|已?断开|已?故障|已?删除)|(?:接口|端口|下一跳|路由器)的\s*(?:IP|MAC|物理|硬件)\s*地址(?:是|为)?(?:多少|什么)|表项的?(?:序号|编号)|第几(?:条|项|行)"
"""Words of another rule than the longest prefix, of an entry that no longer counts, and of what else is asked of an entry."""
_VIA_IP = rf"(?:下一跳|经由?|走|→|->|-+>|给|到)(?:地址|为|是|:|=|\s)*(?P<ip>{IP})(?!\s*/)"


_ROUTER = r"(?:(?:路由器|进入|到达)\s*(?-i:[A-Z]\d?)|(?<![A-Za-z0-9])(?-i:[A-HR]\d?))(?![A-Za-z0-9])"


class Routes(Topic):
    """A problem of forwarding tables or of prefixes."""

    words: ClassVar[str] = (
        ORDINARY
        + " 路由器 路由表 转发表 表项 路由项 路由 表 条 条目 目的地址 目的IP地址 目的IP 目标地址 目的网络 目标网络 目的 地址 IP 分组 数据报 数据包 包 报文 IP数据报 IP分组 收到 接收 到达 转发 接口 出接口 下一跳 出口 "
        "最长 前缀 最长前缀匹配 最长匹配 最长前缀 最长地址匹配 匹配 原则 规则 CIDR 项 该 去往 发往 前往 送往 端口 往 交给 选择 输出 网络 掩码 子网掩码 前缀长度 子网 转发接口 现 走 来 来了 被转发到 转发到 转发给 去 送 送到 送给 发给 口 选 网段 时 当 使用 网络前缀 下一站 对应 里 命中 查找 查表 路径 线路 内容 处理 丢弃 交付 只有 去哪 "
        "路由信息 指出 试指出 聚合 汇聚 汇总 合并 超网 路由聚合 路由汇聚 聚合后 构成超网 地址块 连续 C类 B类 成 一条 最大 可能 尽可能 最大可能 尽量 最小 范围 能 写成 记为 CIDR地址块 块 形式 对外 通告 发布 宣告 ISP 分配 学校 公司 单位 把 将 之后 结果 都 相同 下一跳相同 下一跳都相同 属于 包含 落在 落 给 走哪 表示 表示法 斜线 记法 最后 起来 一个 via 压缩 压缩成 写网络号 网络号 开头"
    )
    ordinary: ClassVar[str] = GENERAL
    shortened = Problem.shortened
    headings = (*Topic.headings, *TALK, r"(?:单项选择|选择题?|第)\s*\d{1,2}\s*[.、题](?!\d)")
    refused: ClassVar[str] = (
        r"NAT|ARP|ACL|TTL|度量|代价|开销|管理距离|优先级|IPv6|VLSM|变长|广播|RIP|OSPF|BGP|等价(?!的是)|负载|源地址|如图|见图|图中|代码|trie|算法实现"
    )


def network(text: str) -> Block:
    """`10.0.0.0/8`, an address with its mask, or 默认 (everything).

    Raises:
        StayOut: it is none, or has bits of a host.
    """
    addresses = patterns.findall(r"\d{1,3}(?:\.\d{1,3}){3}", text)
    try:
        if not addresses or (patterns.search("默认|缺省", text) and set(addresses) == {"0.0.0.0"}):
            return Block(0, 0)
        prefix = prefix_of(number_of(addresses[1])) if len(addresses) > 1 else int(patterns.findall(r"/\s*(\d+)", text)[0])
        block = Block(number_of(addresses[0]), prefix)
    except (ValueError, IndexError):
        stay_out(text)
    if prefix > 32 or block.network != block.address:
        stay_out(f"not a network: {text}")
    return block


def recognise(text: str) -> Recognition | None:
    """The parameters of the kind's `solve`; None or `StayOut` where an entry or a word is not understood."""
    if patterns.search(ANOTHER_RULE, text):
        stay_out("not the longest prefix")
    # `其余走默认路由 E0` is one entry.
    text = patterns.sub(
        r"其[他它余](?:的)?(?:地址|分组|目的地址?|流量|情况)?(?:都|均|全部?|则)*(?:走|按|由|用|从|经|是)(?=默认)", "", normalise(text)
    )
    if "匹配" in text and "前缀" in text:  # `(1) 0/4`
        text = patterns.sub(r"(\([1-9]\)\s*)(\d{1,3})\s*/\s*(\d{1,2})(?![\d.])", r"\1\2.0.0.0/\3", text)
    text = patterns.sub(
        r"(?:(?:某|一|该|其)?个?(?:路由器(?:[A-Z]\d?)?(?:的)?)?(?:路由|转发)表)(?:的?(?:表项|内容))?(?:用|以|按)(?:子网|地址)?掩码(?:的)?(?:形式|方式|记法)?(?:给出|表示|列出|写出)",
        "路由表",
        text,
    )
    text = patterns.sub(r"\((?:这|其中|表中)?的?(?:三|3)列(?:分别)?(?:是|为|表示)[^()]{6,70}\)", "", text)
    return first_reading(_lookup, _aggregate, _belonging, _constant)(paired(in_decimal(tabled(written_in_full(text)))))


def _rows(problem: Routes) -> list[tuple[str, str]]:
    """Every block of the table with its hop, told before or after it; taken."""
    found: list[list[re.Match[str]]] = []
    entry = rf"(?P<block>{_BLOCK})(?:{_FILLED}(?P<hop>{_HOP})\)?(?:\(默认(?:路由)?\))?|(?:\s|,|的|\(|:)*{_VIA_IP})"
    turned = rf"(?P<hop>{_HOP}){_FILLED}(?P<block>{_BLOCK})\)?"
    for pattern in (entry, turned):
        found.append(list(patterns.finditer(pattern, problem.rest, re.IGNORECASE)))
    ahead, behind = (len(matches) for matches in found)
    chosen = found[1] if behind > ahead else found[0]
    blocks = list(patterns.finditer(_BLOCK, problem.rest, re.IGNORECASE))
    alone = [block for block in blocks if not any(row.start() <= block.start() < row.end() for row in chosen)]
    if max(ahead, behind) < min(len(blocks), 2) or alone:
        return []
    problem.take_spans([match.span() for match in chosen])
    return [(match["block"], (match["hop"] or (match["ip"] if "ip" in match.groupdict() else "")).strip()) for match in chosen]


def _lookup(text: str) -> Recognition | None:
    problem = Routes(text)
    problem.take_all(
        rf"(?<![\d.A-Za-z/→>=])(?:\(?[a-h1-9][.、)])\s*(?={IP})|目的网络/(?:下一跳|接口|前缀)|路由器[A-Z]\d?(?=[^,;。]{{0,8}}(?:路由表|转发表|收到))"
    )
    problem.take_all(r"(?:没有?|无|不含|未(?:设|配置)?)(?:配置|设置)?默认(?:路由|表项|项)?")
    rows = []
    if table := problem.take_table():
        columns = table.by_heading(
            (
                (r"(?:目的|目标)?(?:IP)?(?:网络|地址|网段|子网)?(?:前缀|地址|网络号|号)?(?:/(?:前缀|掩码)(?:长度)?)?", "block"),
                (r"(?:目的|目标)?(?:网络)?(?:的)?(?:子网|地址)?掩码", "mask"),
                (r"(?:转发|出|输出)?(?:接口|端口)", "interface"),
                (r"下一跳(?:地址|路由器)?|转发至|路由(?:信息)?|(?:下一跳|接口)/(?:接口|下一跳)", "hop"),
                (r"(?:序号|编号|条目|项)", "number"),
            )
        )
        hops = columns.get("hop") or columns.get("interface")
        if {"hop", "interface"} <= columns.keys():  # which of the two is asked?
            of_interface = problem.has("接口|端口")
            if of_interface == problem.has("下一跳"):
                return None
            hops = columns["interface" if of_interface else "hop"]
        if "block" not in columns or not hops or not all(patterns.search(r"\w", hop) for hop in hops):
            return None
        masks = columns.get("mask", ("",) * len(hops))
        rows = [(f"{block} {mask}".strip(), hop) for block, mask, hop in zip(columns["block"], masks, hops, strict=True)]
    else:
        rows = _rows(problem)
    destinations = [match[0] for match in problem.take_all(rf"{IP}(?!\s*/)")]
    if not rows and problem.has(r"匹配|选|命中"):
        # Of a table without hops the entry itself is asked.
        rows = [(match["block"], match["block"]) for match in problem.take_all(rf"(?:\(\d\)\s*)?(?P<block>{SLASHED})")]
        rows = rows if len(rows) > 1 else []
    if not rows or not destinations:
        return None
    problem.take_all(_ROUTER)
    packets = problem.take_one(rf"(?P<value>{INTEGER})\s*个(?:不同的)?(?:IP)?(?:分组|数据报|数据包|包|目的地址|目的|报文|地址)", to_int)
    count = problem.take_one(
        rf"(?P<value>{INTEGER})\s*(?:个|条|项)(?:路由|转发|CIDR)?(?:表项|路由|记录|项)?(?=$|:|,|\(|。|表|路由)", to_int
    )
    problem.take_all(
        r"[两二三四五](?:个|条|项)|(?:一|1)个|(?:根据|按照?|依据|通过|查)(?:其|该|上述|此|这张|自己的?)?(?:路由|转发)表(?=[,将会应])"
    )
    matches = problem.take_asked(
        r"(?:能|可以?|会|同时|都|一共|共)*(?:与|和)?(?:它|其|该地址)?(?:匹配|命中)(?:上|到|的|了)?(?:的)?(?:表项|路由|项|条目)?(?:有|是)?(?:哪些|几条|几项|多少条|几个|多少项)(?:表项|路由|项)?|(?:有)?(?:哪些|几条|多少条|几项|几个)(?:路由)?(?:表项|路由|项|条目)?(?:与|和|能|可以|会)*(?:它|其|该地址)?(?:匹配|命中)(?:它|其|该地址|上)?"
    )
    asked = problem.take_asked(
        r"(?:它|其|路由器)?(?:所)?(?:将|应|会)?(?:采取|执行)的?(?:动作|操作|转发动作)(?:应该?|会|将)?(?:为|是)|(?:将|应该?|会)*(?:其|它|该报文|该数据报|该分组)?(?:投递|转发|交付|发送)(?:到|给|至)(?=\s*(?:多少|\(\s*\))?\s*(?:\n|$|[。?]))|(?:将|会|应|被)*(?:转发|送|发)(?:到|给|至|往)(?=\s*(?:\(\s*\))?\s*(?:$|[。?]))|(?:应该?|会|将|要|被|各自?|分别|最终|最后|从|由|走|往|到|去|给|经|是|选|用|转发|交|发|送|出)*(?:到|给|往|至)?(?:哪(?:里|儿|边|去|一?条|一?个|个口)?|谁|什么|几号?|啥)(?:出?接口|口|端口|路由器?|下一跳|表项|出口)?(?:转发|出去|走|出|去)?|(?:下一跳|转发接口|出接口|输出接口|接口|端口|出口)(?:地址|路由器)?(?:分别|各|应|是|为|选)*(?:谁|哪(?:个|里)|多少|几|什么)?|(?:如何|怎么|怎样|咋)(?:转发|走|处理|办|送)?|(?:从|由|经|给|至|到)\s{2,}(?:转发|接口)?|(?:→|->|=)\s*\?|(?:的)?(?:出接口|下一跳|转发接口)|(?:从|由|经)(?:多少|几)(?:号)?(?:接口|端口)?(?:转发|发出|送出)(?:出去)?|(?:应该?|应当|则|会|将)+(?:选择?|匹配|命中)(?:的?(?:表项|路由|下一跳|接口))?(?:是|为)?(?=\s*(?:\(\s*\))?\s*(?:$|[。?]))"
    )
    problem.take_all(
        r"(?:按照?|根据|使用|采用|用|依据)?最长(?:前缀|地址|网络前缀)*匹配(?:的)?(?:原则|规则|算法|方法)?|到达?的?(?=包|分组|数据)"
    )
    problem.settle()
    routes = [(network(block), patterns.sub(r"^(?:路由器(?=\s*[A-Za-z])|下一跳|转发到)\s*", "", hop).strip()) for block, hop in rows]
    if len({block for block, _ in routes}) != len(routes) or count not in (None, 1, len(routes), len(routes) - 1):
        return None
    numbers = [address_told(destination) for destination in dict.fromkeys(destinations)]
    if packets not in (None, 1, len(numbers)) or len(numbers) > 10 or not (asked or matches):
        return None
    if any(number & 255 == 0 for number in numbers):
        return None  # a network without its mask rather than a host
    if matches and len(numbers) > 1:
        return None
    return Recognition(
        parameters={
            "task": "lookup",
            "routes": [[str(block), hop] for block, hop in routes],
            "destinations": [dotted(number) for number in numbers],
            "matches": bool(matches),
            "hop": bool(asked),
        },
        understood=(("路由表", "、".join(f"{block} → {hop}" for block, hop in routes)), ("目的地址", "、".join(map(dotted, numbers)))),
    )


def _aggregate(text: str) -> Recognition | None:
    if patterns.search(r"C\s?类", text) and "/" not in text:  # each of the row has its class's prefix
        text = patterns.sub(rf"({IP})\s*(到|至|~|—|-)\s*({IP})(?!\d)", r"\1/24\2\3/24", text)
    problem = Routes(text)
    if not problem.has(r"聚合|汇聚|汇总|超网|合并|合成|压缩成|代表|一条(?:路由|CIDR)|覆盖|都匹配的|归并|聚成|公共前缀|共同前缀"):
        return None
    whether = problem.take_asked(
        r"(?:这几条|它们|这些)?(?:能|可以)(?:否|不能|不可以)?(?:聚合?|合并?|汇总|汇聚)(?:成|为)一(?:条|个)(?:路由|网络|CIDR块?)?(?:不|吗|么|否)?(?=[,。?;\n]|$)"
    )
    problem.take_all(r"(?:这)?[两二三四五六七八]块(?=[汇聚合])|(?<=[成为])一块")
    problem.take_all(r"(?:某|该|一个)?(?:自治系统|(?<![A-Za-z])AS)\s?\d*(?:内|中|里)?的?")
    problem.refuse(r"能否|可否|能不能|哪些|几条|减少了?|目的地址(?:为|是)")
    blocks: list[Block] = []
    for match in problem.take_all(rf"(?:从)?(?P<a>{SLASHED})\s*(?:到|至|~|-|—|…+|\.{{3}})+\s*(?P<b>{SLASHED})"):
        first, last = network(match["a"]), network(match["b"])
        step = 1 << 32 - first.prefix
        if first.prefix != last.prefix or not first.network < last.network or (last.network - first.network) // step > 4096:
            return None
        blocks += [Block(place, first.prefix) for place in range(first.network, last.network + 1, step)]
    blocks += [network(match[0]) for match in problem.take_all(rf"{SLASHED}|{IP}(?:\s|,|\(|/|和)*{_MASK}\)?")]
    if not blocks and problem.has("C类|C 类"):
        plain = [match[0] for match in problem.take_all(IP)]
        blocks = [network(f"{address}/24") for address in plain]
    if not blocks and problem.has("前缀"):
        blocks = [network(f"{match[0]}/32") for match in problem.take_all(IP)]
    problem.take_all(
        rf"\(?(?:用|即|使用)?(?:一个|一条)?(?:最长的?)?(?:公共|共同)前缀(?:来)?(?:覆盖|表示|包含)(?:全部|所有|这)*(?:的)?(?:{INTEGER}个)?(?:地址块|网络|网段)?\)?"
    )
    counted = problem.take_all(
        rf"(?:这|上述|它们|其|共|以下|下列|将|把|连续的?)*(?P<value>{INTEGER})\s*(?:个|条)(?:/?\d{{1,2}}(?=\s*地址块)|/\d{{1,2}}(?!\d))?(?:连续|相邻|(?:具有)?相同下一跳|(?:转发接口|下一跳)(?:都|均|也)?(?:相同|一样)|的)*(?=C类|C段|子网|网络|网段|路由|地址块|连续|前缀|块|网|,|。|$|\)|CIDR|地址|进行|做|聚|合)"
    )
    asked = problem.asked(
        (
            (
                r"(?:公共|共同|聚合后的?|聚合的?|新|其|网络|最长)?(?:的)?(?:公共|共同)?前缀(?:长度|位数)(?:是|为|有|占|长|应)*(?:多少|几|多长)?(?:位|个)?|前缀(?:是|为|有|占|长|应)*(?:(?:多少|几)位|多长)|(?:多少|几)位(?:公共|共同)?前缀|前缀(?:长度|位数)",
                "length",
            ),
            (r"(?:子网|网络)?掩码(?:是|为|应)*(?:多少|什么)?", "mask"),
            (
                r"(?:会|将|要)?(?:多出|多了|多包含|额外(?:包含|引入)|多余)(?:了)?(?:的)?(?:多少|几)个?(?:原先|原来|本来|并|实际)*(?:不存在|没有|不属于\w{0,4})?的?(?:IP)?地址",
                "extra",
            ),
            (
                r"(?:一共|共|总共|最多)?(?:包含|有|覆盖|含|包括|容纳)(?:了)?(?:多少|几)个?(?:IP)?地址|(?:IP)?地址(?:总)?(?:个)?数(?:目|量)?(?:是|为)?(?:多少|几)?",
                "size",
            ),
            (r"(?:IP)?地址(?:的)?范围(?:是|为)?(?:什么|多少)?|从哪到哪", "range"),
            (
                r"(?:该|此|这个?|这样)?(?:聚合|汇总|汇聚)?(?:后)?(?:的)?(?:结果|地址块|路由)?(?:是否|有没有|会不会|是不是)(?:会)?(?:还)?(?:引入|包含|覆盖|多包含|多出)(?:了)?[^,。?;]{0,16}?(?:的)?(?:IP)?地址(?:块)?",
                "introduces",
            ),
        )
    )
    problem.take_asked(
        r"(?:下列|以下)?(?:选项)?(?:中)?,?(?:与|和)?(?:地址块|网络)?(?:\ue000|、|\s)*(?:路由)?聚合(?:\(?恰好\)?)?后的?(?:网络|地址块|路由)?(?:等价|相同|一致|对应)的(?:是|为)?|\(恰好\)"
    )
    problem.take_asked(r"(?:求|求出|计算|写出|给出)(?:其|它的?|聚合后的?|该超网的?)?网络前缀")
    problem.take_asked(
        r"(?:求|求出|计算|写出)(?:它们的?)?(?:路由|最大)?(?:聚合|汇聚|汇总)(?:结果)?|(?:求|写出)(?:能|可以)?(?:覆盖|包含)(?:这|全部|所有|\ue000)*(?:[两二三四五六七八]个|些)?(?:网络|子网|网段|地址块)?(?:的)?(?:最小)?(?:的)?(?:地址块|超网)"
    )
    problem.take_asked(
        r"(?:聚合|汇聚|合并|汇总|得到|写成|构成|形成|变|聚|合|并|通告|发布|的|后|最大|最小|超网|路由|网络|这条|CIDR|地址块?|成|前缀|结果|一条|一个|网络号|地址|表项|是|为|应|该|目的网络)*(?:是|为|应)*(?:什么|多少|哪(?:个|条)|几|怎么写|啥|如何|怎样)"
    )
    problem.take_all(
        r"路由器?[A-Z]\d?(?=的?(?:路由表|转发表))|最大(?:可能)?(?:的)?(?:聚合|超网)|最小的?(?:地址块|超网)?|(?:且|并且)?范围(?:最小|尽量小|尽可能小)|(?:且|使)?(?:网络)?前缀(?:最|尽量|尽可能)长的?|(?:恰好|刚好|正好|能|可以|使它?)?(?:覆盖|包含)(?:这|全部|所有)?(?:这?些)?(?:的)?(?:全部)?(?:网络|子网|网段|地址块)?|只(?:通告|发布|用|需|能)(?:一条)?|下一跳(?:均|都|完全)?(?:相同|一样)(?:,?均?为?[A-Z]\d?)?|C\s?段|(?:正好|恰好|刚好)?(?:不多不少)|用?点分(?:十进制)?(?:表示)?|在?边界路由器上?"
    )
    problem.take_all(
        _ROUTER + r"|(?<![A-Za-z0-9])[A-Z]\d(?![A-Za-z0-9])|(?:通过|经)?(?:连接|接)(?=网段|网络|\s|\ue000)|(?:都|均)?(?:匹配)(?:的)?"
    )
    problem.settle()
    if len(blocks) < 2 or len(set(blocks)) != len(blocks):
        return None
    if any(to_int(match["value"]) not in (1, len(blocks)) for match in counted):
        return None
    exact = sum(1 << 32 - block.prefix for block in blocks) == 1 << 32 - supernet(blocks).prefix
    if not exact and not patterns.search(
        r"覆盖|包含|最小|最大|最精确|一条|一个|超网|(?:公共|共同|都匹配的最长)前缀|多出|(?:聚合|汇聚|汇总|合并)(?:之)?后?,?(?:为|成|得到|得出|的?(?:新的?)?(?:目的)?(?:网络|地址|路由|结果|网段))",
        problem.text,
    ):
        return None
    if whether and not exact:
        return None
    if any(a != b and a.network <= b.network <= a.broadcast for a in blocks for b in blocks):
        return None
    return Recognition(
        parameters={
            "whether": bool(whether),
            "task": "aggregate",
            "networks": [str(block) for block in blocks],
            "asked": ["network", *asked] if patterns.search("写(?:出)?网络|网络号|目的网络", problem.text) else asked,
        },
        understood=(("聚合", "、".join(map(str, blocks)) if len(blocks) <= 8 else f"{blocks[0]} 到 {blocks[-1]}，共 {len(blocks)} 个"),),
    )


def _constant(text: str) -> Recognition | None:
    """The mask of a route to one host, or of the default route."""
    problem = Routes(text)
    host = problem.take_all(r"(?:特定|指定)?主机路由|(?:一台)?(?:特定|某台)主机")
    default = problem.take_all(r"(?:到互联网的|到因特网的)?(?:默认路由|缺省路由)")
    asked = problem.asked(
        (
            (r"(?:目[的标]网络(?:地址)?|目[的标](?:IP)?地址)(?:是|为|应|\(\s*\))*(?:多少|什么)?", "network"),
            (r"(?:子网)?掩码(?:是|为|应|\(\s*\))*(?:多少|什么)?", "mask"),
        )
    )
    if bool(host) == bool(default) or not asked or (host and asked != ["mask"]):
        return None
    problem.take_all(
        rf"(?:[A-Za-z]\d(?:接|连接))?(?:{SLASHED}|{IP})|[A-Z]\d(?:接|连接)|(?:[两二三四])个(?:接口)|互联网|{_ROUTER}|\(\s*\)|单独设置|设置|要给|要"
    )
    problem.settle()
    if host:
        answer, why = "255.255.255.255", "特定主机路由只匹配一个地址，前缀 32 位，掩码全 1。"
    else:
        answer, why = "，".join("0.0.0.0" for _ in asked), "默认路由匹配所有地址，目的网络和掩码都是 0.0.0.0。"
    return Recognition(
        parameters={"task": "constant", "answer": answer, "steps": why}, understood=(("路由", "特定主机路由" if host else "默认路由"),)
    )


def _belonging(text: str) -> Recognition | None:
    """Which of several addresses a block holds, or which of several blocks holds an address."""
    problem = Routes(patterns.sub(r"\n\s*(?=\(?[1-9a-h][.)、])", " ", text))  # an item's mark, not a problem's
    if not problem.has(r"匹配|属于|包含|落在|在.{0,12}(?:中|内|里)|覆盖") or patterns.search(r"(?:多少|几|\(\s*\))\s*[个台]", problem.text):
        return None  # how many a block holds is another question
    if problem.has(r"分别匹配|匹配哪一?条"):
        return None  # the longest entry of a table for each
    if patterns.search(r"可用|可以?分配|有效|类(?:IP)?地址|主机(?:的)?(?:IP)?地址|单播", problem.text):
        return None  # of the addresses that it holds not all are meant
    listed = problem.take_all(rf"(?<![A-Za-z0-9.])\(?(?P<name>[a-h1-9①-⑨])\s*[.)、:]\s*(?P<value>{SLASHED}|{IP})")
    not_with = problem.take_all(
        rf"(?:而|但|且|,|又)*(?:与|和|跟|同)?(?P<ip>{IP})(?!\s*/)(?:则|却)?不(?:匹配|能匹配|属于)|(?:而|但|且|,|又)*不(?:匹配|包含|能匹配|和|与)+(?P<other>{IP})(?!\s*/)(?:匹配)?"
    )
    whether = problem.take_asked(
        r"(?:前者|前一个|第一个)?(?:是否|能否|是不是)(?:会|能)?(?:包含|匹配|属于|在|落在|覆盖)(?:后者|后一个|第二个|它|其|于|该地址块|这个块)?(?:中|里|内)?|(?:属不属于|属于不属于|在不在|包不包含|匹不匹配)(?:后者|它|其|该地址块)?(?:中|里|内)?"
    )
    mutual = problem.take_asked(
        r"(?:这两个?(?:地址)?块(?:中|里)?,?)?(?:是否|有没有)(?:存在|有)?(?:哪|某)?一?个?(?:CIDR)?(?:的)?(?:地址)?块?(?:能|会)?(?:包含|覆盖)(?:了)?(?:另|其中另)外?(?:一个)?(?:CIDR)?(?:的)?(?:地址)?块?,?(?:(?:如果|若|如)?有(?:的话)?,?(?:请)?(?:指出|说出)(?:是哪一?个)?)?|哪一?个(?:地址)?块(?:包含|覆盖)(?:了)?另(?:外)?一个(?:地址)?块?|(?:是否|有没有)(?:存在)?(?:包含|覆盖)关系|谁(?:包含|覆盖)(?:了)?谁"
    )
    limits = problem.asked(
        (
            ("(?:这个|该)?(?:地址)?(?:块|网络)?的?(?:最大|最末|最后一个|末)(?:的)?(?:IP)?地址", "last"),
            ("(?:这个|该)?(?:地址)?(?:块|网络)?的?(?:最小|第一个|起始|首)(?:的)?(?:IP)?地址", "first"),
        )
    )
    negative = bool(problem.take_all(r"不(?:能)?(?:与|和)?(?:匹配|属于|包含|在)"))
    blocks = [network(match[0]) for match in problem.take_all(SLASHED)]
    addresses = [address_told(match[0]) for match in problem.take_all(rf"{IP}")]
    without = [address_told(match["ip"] or match["other"]) for match in not_with]
    asked = whether or problem.take_asked(
        r"(?:下列|下面|以下|上述|哪|的|选|与|和|它|其|该|属于|包含在|落在|在|地址|中|内|里|能|可以|会|被|其中)*(?:前缀|地址块?|网络|IP|网段|主机)?(?:中|里)?(?:能|可以|会|和|与|它|其|该|被|的)*(?:匹配|属于|包含|落在|覆盖)(?:该地址|它|上|的)?(?:地址|前缀)?(?:是|有)?(?:哪(?:个|些|一个)?|什么)?|选?哪(?:个|一个|些)(?:前缀|地址块?|网络|IP|网段)?"
    )
    problem.settle()
    if mutual:
        if len(blocks) != 2 or addresses or listed or negative or without or limits or whether or blocks[0].prefix == blocks[1].prefix:
            return None
        return Recognition(
            parameters={"task": "whether", "block": str(blocks[0]), "other": str(blocks[1]), "limits": [], "mutual": True},
            understood=(("地址块", "、".join(map(str, blocks))),),
        )
    if whether and not listed and not negative and not without:
        if len(blocks) == 2 and not addresses and patterns.search("前者|前一个|第一个", problem.text):
            pass
        elif len(blocks) != 1 or len(addresses) != 1:
            return None
        return Recognition(
            parameters={
                "task": "whether",
                "block": str(blocks[0]),
                "other": str(blocks[1]) if len(blocks) > 1 else f"{dotted(addresses[0])}/32",
                "limits": limits,
            },
            understood=(("地址块", str(blocks[0])),),
        )
    if limits or not asked or (bool(blocks) == bool(addresses)) or len(blocks) > 1:
        return None
    if any(address >> 24 == 255 for address in (*addresses, *without)):
        return None  # a mask
    if listed:
        kinds = {"/" in match["value"] for match in listed}
        if len(kinds) != 1 or kinds.pop() == bool(blocks):
            return None
    return Recognition(
        parameters={
            "task": "belongs",
            "block": str(blocks[0]) if blocks else "",
            "addresses": [dotted(address) for address in addresses],
            "without": [dotted(address) for address in without],
            "negative": negative,
            "listed": [[match["name"], match["value"]] for match in listed],
        },
        understood=(
            ("地址块" if blocks else "地址", str(blocks[0]) if blocks else "、".join(map(dotted, addresses))),
            ("求", "不匹配的" if negative else "匹配的"),
        ),
    )
