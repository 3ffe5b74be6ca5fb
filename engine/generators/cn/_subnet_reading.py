"""Reading problems about subnets by their parts: addresses, masks, how a block is divided, and everything that is asked of it."""

from __future__ import annotations

import re

from engine.generators.cn._addresses import Block, dotted, number_of, prefix_for, prefix_of
from engine.generators.cn._clauses import Problem
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, stay_out, to_int

_REFUSED = (
    r"下一个|上一个|前一个|(?<!最)后一个|相邻|另一个|其余|剩下|路由表|下一跳|转发|聚合|汇聚|NAT|DHCP|ARP|IPv6|不能使用|不允许|不使用全|除去全|去掉全|除全0|默认网关|网关|[DE]类|同一(?:个)?(?:子网|网络|网段)|RFC|ACL|私有|公网|二进制表示|反掩码|通配|"
    r"以后可能|预留|冗余|还剩|剩余|增长|扩展到|浪费|利用率|合并|超网|原来是|原来的掩码|原掩码|哪(?:个|台|些)(?:地址|主机|IP)|能否|可否|是否|连通|通信"
)
_IP = r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])"
_MACHINES = r"(?:台|个)(?:主机|计算机|电脑|机器|设备|终端|PC|信息点|节点|结点)?"
_ASKED = (
    (r"(?:第一|首|最小|起始)(?:的)?(?:个)?(?:的)?(?:可用|可分配|有效|能用|可供分配)(?:的)?(?:给主机)?(?:的)?(?:主机)?(?:的)?(?:IP)?(?:地址)?", "first"),
    (r"(?:最后|最末|最大|末)(?:的)?(?:一)?(?:个)?(?:的)?(?:可用|可分配|有效|能用|可供分配)(?:的)?(?:给主机)?(?:的)?(?:主机)?(?:的)?(?:IP)?地址(?!数|的?个数|个数)", "last"),
    (r"(?:可|能|可以|可供)?(?:用|分配|使用)?(?:给)?(?:主机)?(?:使用)?(?:的)?(?:主机)?(?:的)?(?:IP)?(?:地址)?(?:的)?范围|从哪(?:个)?(?:地址)?到哪|(?:IP)?地址区间", "range"),
    (r"(?:直接|定向|子网|网络|该网段)?(?:的)?广播(?:地址)?", "broadcast"),
    (r"(?:最大|最多)?(?:可以?|能)?(?:划)?(?:分|划分|切)?(?:成|出)?(?:的)?子网(?:的)?(?:个数|数目|数量|数)|(?:多少|几)个(?:这样的)?(?:子网|网段)", "subnets"),
    (
        r"(?:每个子网|子网|各子网|每个|里|内|中|的|最多|最大|可以?|能够?|可用|有效|容纳|分配|可分配|可供|实际|使用|放|接|连)*(?:的)?(?:主机|IP|IP地址|地址|机器|电脑)(?:的)?(?:最大)?(?:个数|数量|数目|台数|总数|数)(?:最多|最大)?|"
        r"(?:每个子网|各子网|最多|可以?|能够?|能用|可用|有效|容纳|可容纳|分配|可分配|放|装|接|连|有|给|的|主机|IP地址|地址|IP|机器|电脑)*(?:有)?(?:(?:多少|几)(?:个|台)|多少(?=可用|可分配|有效|主机|IP|地址|机器|电脑))(?:可用|可分配|有效|可以分配|能用)?(?:的)?(?:主机|IP地址|地址|IP|机器|电脑|计算机)?(?:地址)?",
        "hosts",
    ),
    (r"(?:相应的?|对应的?|其|该)?(?:子网)?掩码", "mask"),
    (r"(?:网络)?前缀(?:长度)?", "prefix"),
    (r"(?:所在|所属|它的|其)?(?:的)?(?:子)?(?:网络|子网|网段|网)(?:的)?(?:地址|号)|(?:所在|所属)(?:的)?(?:子网|网络|网段)(?=是|为|$|[,。?;、和])", "network"),
)  # fmt: skip


def _read(text: str) -> int:
    try:
        return number_of(text)
    except ValueError:
        stay_out(text)


def recognise(text: str) -> Recognition | None:
    """The parameters of the kind's `solve`; None or `StayOut` where an address or a word is not understood."""
    problem = Problem(text, short_rates=False)
    problem.take_all(r"\(?(?:够用就行|刚好够用)?(?:,)?(?:尽量)?(?:不要|别|不)浪费(?:地址)?\)?|\(?够用就行\)?")
    problem.refuse(_REFUSED)
    every = bool(
        problem.take_all(
            r"\(?(?:允许|可以?|能够?|包括|包含|含|支持|允许使用|且|子网号)*(?:使用)?全(?:0|零)(?:号)?(?:子网)?(?:和|与|、|及|或)?全(?:1|一)(?:的)?(?:子网)?(?:号)?(?:也|都|均|的)*(?:算|可用|可以用|可使用|可以使用|能用|能使用|计入|包括在内|允许使用|允许)?\)?"
        )
    )
    problem.take_all(
        r"(?:采用|使用|根据|按照?)?(?:CIDR|无分类编址)(?:技术|记法|表示法)?|\(?(?:主机号)?全0(?:和|、)?全1的?(?:主机号|主机地址)?(?:除外|不可用|不能用)\)?"
    )
    variable = bool(
        problem.take_all(
            r"\(?(?:允许|可以?|可)?(?:采用|使用|用)?(?:变长|可变长|不等长|不定长|不同大小|大小不等|大小不一)(?:的)?(?:子网)?(?:掩码)?(?:划分)?\)?|(?:各)?子网(?:的)?大小(?:可以|允许|可)?(?:不同|不等|不一样|不相同|不一)|(?:采用|使用|用)?VLSM(?:技术|方法|划分)?(?:来)?"
        )
    )
    items = [(match["name"], int(match["hosts"])) for match in problem.take_all(
        rf"(?P<name>(?:[\u4e00-\u9fff]{{1,5}}(?:部门?|室|科|处|组|楼|院|系|区|班|中心)|(?:部门|子网|网络|LAN|网段)\s?[A-Z甲乙丙丁1-9]\d?|(?<![A-Za-z])[A-Z](?:部门?|楼|区|网|子网)?|[甲乙丙丁](?:部门)?))(?:有|需要?|要|为|:|约|共)*(?P<hosts>\d{{1,5}}){_MACHINES}"
    )]  # fmt: skip
    if not items and (
        plain := problem.take(
            rf"(?:[二两三四五六]个)?(?:部门|子网|网段)(?:分别|各)*(?:有|需要?|要|为)*(?P<list>\d{{1,5}}{_MACHINES}(?:\s*(?:、|,|和|与)?\s*\d{{1,5}}{_MACHINES})+)"
        )
    ):
        items = [(f"第 {number} 个", int(hosts)) for number, hosts in enumerate(re.findall(r"\d+", plain["list"]), 1)]
    if items:
        return _allocation(problem, items)
    classful = problem.take_one(r"(?P<value>[ABC])类(?:的)?(?:IP)?(?:网络?|地址)*(?:号|地址|段|块)?(?:为|是|:)?", str.upper)
    need = problem.take_one(
        rf"(?:(?:每个|各个?|每)(?:子网|网段)(?:中|内|里)?|(?:子网|网段)每个|每个)(?:都|均)?(?:至少|最少|不少于|要|需要?|必须|能够?|可以?|应该?|保证)*(?:容纳|容得下|放|支持|接入?|连接?|有|装|下|的)*(?P<value>{INTEGER})(?:个|台)(?:主机|计算机|电脑|机器|设备|可用地址)(?:以上)?",
        to_int,
    )
    blocks = [(_read(match["ip"]), int(match["prefix"])) for match in problem.take_all(rf"(?P<ip>{_IP})\s*/\s*(?P<prefix>\d{{1,2}})(?!\d)")]
    masks = {
        _read(match["value"])
        for match in problem.take_all(rf"(?:子网)?掩码(?:为|是|:|=|\s|用|选|取)*(?P<value>255(?:\.\d{{1,3}}){{3}}|{_IP})(?![\d.])")
    }
    masks |= {Block(0, int(match["value"])).mask for match in problem.take_all(r"(?:子网)?(?:掩码|前缀)(?:长度)?(?:为|是|:|=|\s)*/?\s?(?P<value>[12]?\d|3[0-2])(?![\d.])(?:位)?") if 1 <= int(match["value"]) <= 32}  # fmt: skip
    addresses = {_read(match["value"]) for match in problem.take_all(rf"(?P<value>{_IP})")}
    loose = {address for address in addresses if address >> 24 == 255}
    masks, addresses = masks | loose, addresses - loose
    kth = problem.take_one(rf"第(?P<value>{INTEGER})个(?:子网|网段)", to_int)
    parts = problem.take_one(
        rf"(?:平均|均匀|等长|定长|再|要|需要?|想|把它|至少|将其|它)*(?:划分|等分|均分|平分|划|分|切|拆|切分)(?:成|为|出)?(?:大小|长度)?(?:相等|相同|等长|一样大|一样)?(?:的)?(?:至少|不少于)?(?P<value>{INTEGER})\s*(?:个|块|等份|份)(?:大小|长度)?(?:都)?(?:相等|相同|等长|一样大|一样)?(?:大小)?(?:的)?(?:子网|网段|子块|$|(?=,))|(?:需要?|要|有)(?:至少)?(?P<more>{INTEGER})个(?:大小相同的|等长的|一样大的)?(?:子网|网段)",
        lambda value: to_int(value) if value else 0,
    )
    if parts == 0:
        return None
    if variable:
        return _smallest(problem, blocks, parts, masks, addresses)
    asked = problem.asked(_ASKED)
    problem.take_all(
        r"(?:大小|长度)(?:都)?(?:相等|相同|一样)(?:的)?|(?:等长|定长|平均|均匀)(?:的)?(?:子网)?(?:划分)?|每个子网|各子网|(?:所在|所属)(?:的)?(?:子网|网络|网段)|(?:该)?子网(?:中|内|里)?"
    )
    problem.finish(
        "IP IP地址 地址 网络 子网 网段 地址块 主机 空间 划分 划分成 分成 掩码 子网掩码 所在 号 公司 单位 企业 学校 校园网 网络管理员 管理员 现有 申请到 申请 获得 分到 拿到 拥有 一台 某台 机器 电脑 台 个 使用 可用 应采用 应 采用 前缀 "
        "容纳 最多 最大 该 该网络 该网 大小 大小相同 相同 网络地址 一个 某 每个 内 其 下 能放 能 放 可以 分配 给 可分配 可分配给 配置 设置 为 网 IP地址块 得到 需求 满足 至少 掩码是 的话 要 各 多少 多大 主机数 数 子网数 取 用 的掩码 里 点分 点分十进制"
    )
    if not asked:
        return None
    base, prefix = blocks[0] if blocks else (None, None)
    if len(set(blocks)) > 1 or len(masks) > 1 or len(addresses) > 1 or (blocks and addresses - {blocks[0][0]}):
        return None
    mask = next(iter(masks), None)
    address = next(iter(addresses), None)
    if classful is not None and base is None:
        if address is None:
            return None
        octet = address >> 24
        natural = 8 if 1 <= octet <= 126 else 16 if 128 <= octet <= 191 else 24 if 192 <= octet <= 223 else 0
        if natural != {"A": 8, "B": 16, "C": 24}[classful]:
            return None
        if Block(address, natural).network != address:
            if re.search("类网络?(?!地址)", problem.text):
                return None
            classful = None  # only said in passing: the address is a host's
        else:
            base, prefix, address = address, natural, None
    if classful is not None and "subnets" in asked and not every:
        return None
    divided = base is not None and (
        parts is not None or need is not None or (mask is not None and prefix is not None and prefix_safe(mask) > prefix)
    )
    if base is None:
        base = address
        if base is None or mask is None or parts is not None or need is not None:
            return None
    if prefix is None:
        prefix = prefix_safe(mask or 0)
    elif mask is not None and not divided and prefix_safe(mask) != prefix:
        return None
    if not 1 <= prefix <= 30 or (parts is not None and need is not None):
        return None
    inner = prefix
    if divided:
        if Block(base, prefix).network != base:
            return None
        if parts is not None:
            if parts < 2 or (mask is not None):
                return None
            if classful is not None and not every and parts > 2 ** ((parts - 1).bit_length()) - 2:
                return None
            if parts & (parts - 1) and "subnets" in asked:
                return None
            if (
                parts & (parts - 1)
                and classful is None
                and not re.search("等长|等分|均分|平均|平分|均匀|定长|大小(?:都)?相[等同]|一样|至少", problem.text)
            ):
                return None
            inner = prefix + (parts - 1).bit_length()
        elif need is not None:
            if not 1 <= need <= 1 << 24 or mask is not None:
                return None
            inner = prefix_for(need)
        else:
            inner = prefix_safe(mask or 0)
        if not prefix < inner <= 30:
            return None
    elif "subnets" in asked or kth is not None or not 8 <= inner <= 30:
        return None
    if divided and {"network", "broadcast", "range", "first", "last"} & set(asked):
        if kth is None or not 1 <= kth <= 1 << (inner - prefix):
            return None
        base = base + ((kth - 1) << 32 - inner)
    elif kth is not None:
        return None
    understood = [
        ("网络" if divided else "地址", f"{dotted(base)}" + (f"/{prefix}" if blocks else "")),
        ("子网掩码", f"{dotted(Block(0, inner).mask)}，即 /{inner}"),
    ]
    if parts is not None:
        power = 1 << (parts - 1).bit_length()
        understood.append(("子网", f"等分为 {parts} 个" if power == parts else f"要 {parts} 个等长的子网，实际分成 {power} 个"))
    if need is not None:
        understood.append(("每个子网", f"至少 {need} 台主机，取能容纳它们的最小子网"))
    return Recognition(
        parameters={"address": dotted(base), "prefix": inner, "bits": inner - prefix if divided else 0, "asked": asked},
        understood=tuple(understood),
    )


def prefix_safe(mask: int) -> int:
    """The prefix length of a mask.

    Raises:
        StayOut: its ones are not all on the left.
    """
    try:
        return prefix_of(mask)
    except ValueError:
        stay_out(dotted(mask))


def _smallest(
    problem: Problem, blocks: list[tuple[int, int]], parts: int | None, masks: set[int], addresses: set[int]
) -> Recognition | None:
    """The smallest subnet that can occur when a block is divided into so many of different sizes."""
    asked = problem.take(
        r"(?:则|那么)?(?:可能的?)?最小(?:的)?(?:子网|那个子网|一个子网)?(?:中|里|内)?(?:的)?(?:最多)?(?:可|能|可以|可供)?(?:分配|用|使用|容纳)?(?:的)?(?:主机)?(?:的)?(?:IP)?(?:地址)?(?:的)?(?:数目|个数|数量|数|有(?:多少|几)(?:个|台))|最小(?:的)?(?:可能)?(?:的)?子网.{0,6}(?:多少|几)(?:个|台)(?:可用|可分配)?(?:的)?(?:主机|IP地址|地址|IP)"
    )
    problem.finish("IP 网络 地址 划分 划分为 划分成 子网 若 将 则 可能 最小 块 地址块 要 允许 分 成 的")
    if asked is None or len(blocks) != 1 or parts is None or masks or addresses or parts < 2:
        return None
    base, prefix = blocks[0]
    if Block(base, prefix).network != base or prefix + parts - 1 > 30:
        return None
    return Recognition(
        parameters={"task": "smallest", "address": dotted(base), "prefix": prefix, "parts": parts},
        understood=(("网络", f"{dotted(base)}/{prefix}"), ("变长划分", f"{parts} 个子网")),
    )


def _allocation(problem: Problem, items: list[tuple[str, int]]) -> Recognition | None:
    """Departments with so many hosts each: subnets from the lowest address, the largest first."""
    blocks = problem.take_all(rf"(?P<ip>{_IP})\s*/\s*(?P<prefix>\d{{1,2}})(?!\d)")
    problem.take_all(r"(?:请)?(?:采用|使用|用)?(?:VLSM|变长子网(?:掩码)?)(?:技术|方法|划分)?")
    order = problem.take_all(
        r"(?:从|由)(?:最)?(?:低|小)(?:的)?(?:地址|端)?(?:开始|起|到高|到大)?(?:地址)?|(?:从|由|按)?(?:主机数|主机数量|规模|需求|大小)?(?:由|从)?(?:大到小|多到少)(?:的顺序|顺序)?|按(?:主机数|需求|规模)"
    )
    problem.take_all(
        r"\(?每个子网取满足要求的最小块\)?|(?:每个子网)?(?:都)?(?:取|用|选)(?:满足要求|能满足|够用|满足|刚好够用)(?:的)?最小(?:的)?(?:块|子网|地址块)?"
    )
    asked = problem.take_all(
        r"(?:各|每个)?(?:部门|子网)?(?:的)?(?:网络地址|子网地址|网段|网络号|子网|地址块)(?:和|与|、|及)?(?:前缀(?:长度)?|掩码|子网掩码)?|怎么(?:分|划分)|如何(?:分配|划分)|(?:前缀(?:长度)?|子网掩码|掩码)"
    )
    problem.finish(
        "分 分给 写一下 拿到 A B C D 楼 某 公司 地址块 申请到 一个 为 各 部门 分配 划分 依次 写出 和 按 主机 主机数 子网 开始 由 顺序 每个 分别 获得 有 拿到 四个 三个 IP 学校 单位 网络 要 得到 块 取 满足 要求 最小"
    )
    if len(blocks) != 1 or not order or not asked or len(items) < 2 or len({name for name, _ in items}) != len(items):
        return None
    base, prefix = _read(blocks[0]["ip"]), int(blocks[0]["prefix"])
    if Block(base, prefix).network != base or not 8 <= prefix <= 29 or any(not 1 <= hosts <= 1 << 20 for _, hosts in items):
        return None
    if sum(1 << 32 - prefix_for(hosts) for _, hosts in items) > 1 << 32 - prefix:
        return None
    return Recognition(
        parameters={"task": "allocate", "address": dotted(base), "prefix": prefix, "items": [list(item) for item in items]},
        understood=(("网络", f"{dotted(base)}/{prefix}"), ("主机数", "、".join(f"{name} {hosts}" for name, hosts in items))),
    )
