"""Reading the other problems about subnets: blocks of different sizes, several hosts together, and questions that only options answer."""

from __future__ import annotations

from engine.generators import patterns
from engine.generators.cn._addresses.blocks import Block, address_told, dotted, prefix_of
from engine.generators.cn._addresses.subnet_words import IP, PREFIXED
from engine.generators.cn._subnetting.problem import Subnets
from engine.generators.kind import Recognition
from engine.generators.reading import INTEGER, stay_out, to_int


def _masks(problem: Subnets) -> set[int]:
    found = set()
    for match in problem.take_all(
        r"(?:(?:子网|网络)?掩码)?(?:都|均|为|是|:|=|\s|用|\()*(?P<value>255(?:\.\d{1,3}){3})(?![\d.])\)?|(?:(?:子网)?掩码(?:都|均|为|是)*)?(?<![\d.])/\s?(?P<short>\d{1,2})(?!\d)"
    ):
        try:
            found.add(int(match["short"]) if match["short"] else prefix_of(address_told(match["value"])))
        except ValueError:
            stay_out(match[0])
    return found


def smallest(text: str) -> Recognition | None:
    """The smallest subnet that can occur when a block is divided into so many of different sizes."""
    problem = Subnets(text)
    variable = problem.take_all(
        r"\(?(?:允许|可以?|可)?(?:采用|使用|用)?(?:变长|可变长|不等长|不定长|不同大小|大小不等|大小不一)(?:的)?(?:子网)?(?:掩码)?(?:划分)?\)?|(?:各)?子网(?:的)?大小(?:可以|允许|可)?(?:不同|不等|不一样|不相同|不一)|(?:采用|使用|用)?VLSM(?:技术|方法|划分)?(?:来)?"
    )
    parts = problem.take_one(rf"(?:划分|分|切|拆|划)(?:成|为|出)?(?P<value>{INTEGER})\s*(?:个|块)(?:不同大小的)?(?:子网|网段)?", to_int)
    blocks = problem.take_all(PREFIXED)
    asked = problem.take_asked(
        r"(?:则|那么)?(?:可能的?)?最小(?:的)?(?:可能)?(?:的)?(?:子网|那个子网|一个子网|一个)?(?:中|里|内)?(?:的)?(?:最多)?(?:可|能|可以|可供|有)*(?:分配|用|使用|容纳)?(?:的)?(?:主机)?(?:的)?(?:IP)?(?:地址)?(?:的)?(?:数目|个数|数量|数|有(?:多少|几)(?:个|台)|(?:多少|几)(?:个|台))(?:可用|可分配)?(?:的)?(?:主机|IP地址|地址|IP)?(?:是|为)?(?:多少|几)?"
    )
    mask = problem.take_asked(
        r"(?:则|那么)?(?:可以?|能)?(?:划分)?(?:得到|出)?(?:的)?最小(?:的)?(?:可能)?(?:的)?(?:子网|网络?)(?:的)?(?:子网)?掩码(?:是|为)?(?:多少)?"
    )
    asked = asked or mask
    # How small is only settled where sizes may differ: that the mask of the smallest is asked says so.
    possible = bool(mask) or patterns.search("可能的?最小|最小(?:的)?可能", problem.text) is not None
    if not (variable or possible) or not asked or len(blocks) != 1 or parts is None or parts < 2:
        return None
    problem.settle()
    base, prefix = address_told(blocks[0]["ip"]), int(blocks[0]["prefix"])
    if Block(base, prefix).network != base or prefix + parts - 1 > 30:
        return None
    return Recognition(
        # That sizes may differ is not said: only options that hold the smallest possible one settle it.
        parameters={"task": "smallest", "address": dotted(base), "prefix": prefix, "parts": parts, "mask": bool(mask)}
        | ({} if variable else {"possible": True}),
        understood=(("网络", f"{dotted(base)}/{prefix}"), ("变长划分", f"{parts} 个子网")),
    )


def together(text: str) -> Recognition | None:
    """Whether hosts are in one subnet, the longest mask with which they are, or the mask of a network and its broadcast address."""
    problem = Subnets(text)
    ends = problem.take(rf"网络(?:地址|号)(?:为|是|:)*\s*(?P<net>{IP})[,、和]*(?:其)?广播(?:地址)?(?:为|是|:)*\s*(?P<cast>{IP})")
    if ends:
        asked = problem.take_asked(r"(?:求)?(?:子网)?掩码(?:是|为)?(?:多少|什么)?")
        problem.settle()
        first, last = address_told(ends["net"]), address_told(ends["cast"])
        prefix = 32 - (first ^ last).bit_length()
        if not asked or Block(first, prefix).network != first or Block(first, prefix).broadcast != last:
            return None
        return Recognition(
            parameters={"address": dotted(first), "prefix": prefix, "bits": 0, "asked": ["mask"]},
            understood=(("网络地址", dotted(first)), ("广播地址", dotted(last))),
        )
    hosts: list[tuple[str, int, int | None]] = []
    for match in problem.take_all(
        rf"(?:(?:主机|PC|机器|电脑|计算机)?(?P<name>[甲乙丙丁]|(?<![A-Za-z])[A-H]\d?(?![A-Za-z]))(?:的)?(?:IP)?(?:地址)?(?:为|是|:|\s)*)?(?P<ip>(?!255\.){IP})(?:\s*/\s*(?P<prefix>\d{{1,2}})(?!\d))?"
    ):
        hosts.append((match["name"] or match["ip"], address_told(match["ip"]), int(match["prefix"]) if match["prefix"] else None))
    if not 2 <= len(hosts) <= 6 or len({address for _, address, _ in hosts}) < len(hosts):
        return None
    masks = _masks(problem) | {prefix for _, _, prefix in hosts if prefix is not None}
    pair = problem.take_asked(
        r"(?:哪两台|哪几台|哪些|哪两个)(?:主机|机器|PC|电脑|地址)?(?:在|处于|属于|位于)*(?:同)?一个?(?:子网|网段|网络)(?:中|里|内)?"
    )
    same = problem.take_asked(
        r"(?:是否|是不是|在不在|会不会|属不属于|能否|算不算|这两台|这两个|它们|两台主机|两者)*(?:主机|地址)?(?:是否|是不是|在不在|属不属于|在|位于|属于|处于|否)*同?一个?(?:个)?(?:子网|网段|网络)(?:中|里|内|吗|么)*"
    )
    longest = problem.take_asked(
        r"(?:要|能|可以)?(?:直接通信|在同一子网|直接到达)?(?:\(?不经(?:过)?路由器\)?)?,?(?:子网)?掩码(?:长度)?(?:最多|最长)(?:取|为|是|能)*(?:多少|几)?(?:位)?"
    )
    sharing = None
    if not longest and not masks and len(hosts) == 2:
        sharing = problem.take_asked(
            r"(?:应该?|要|需要?|可以?|能|必须|则|给|它们|两者|两台主机|双方)*(?:配置|设置|采用|使用|选择|选用|设定?)(?:的)?(?:子网)?掩码(?:应该?|可以?|可能)*(?:是|为)?(?:多少|什么|哪一?个)?|(?:子网)?掩码(?:应该?|要|可以?|可能|需要?)*(?:配置|设置?|取|选|用)?(?:成|为|是)+(?:多少|什么|哪一?个)?"
        )
        problem.take_all(
            r"(?:若|如果|要|想|为了?)*(?:使|让|保证|令)(?:得)?(?:\ue000|甲|乙|和|与|、|它们|两台|两者|主机|都|能|可以|它)*(?:工作|处|位|属)?(?:在|于)+|工作(?=\ue000|在)|配置(?:的)?(?=IP|\ue000)|给(?:它们|它|他们|两台主机|两者)|分别(?=配置|是|为|设)"
        )
    problem.take_all(
        r"(?:直接)?(?:通信|到达)|要?与|\(?不经(?:过)?路由器\)?|[两三四2345]台(?:PC|主机|机器)?|[两三]个(?:地址|主机)?|还是(?:不同|两个)(?:的)?(?:子网|网段)"
    )
    problem.settle()
    if (longest or (sharing and same)) and not masks and len(hosts) == 2 and not pair:
        one, other = hosts[0][1], hosts[1][1]
        found = [
            prefix
            for prefix in range(8, 31)
            if _usable(one, prefix) and _usable(other, prefix) and Block(one, prefix).network == Block(other, prefix).network
        ]
        if not found or one == other:
            return None
        if not longest:
            return Recognition(
                parameters={"task": "sharing", "hosts": [dotted(one), dotted(other)]},
                understood=(("两台主机", f"{dotted(one)}、{dotted(other)}"), ("求", "使它们在同一网络的掩码")),
            )
        return Recognition(
            parameters={"address": dotted(one), "prefix": max(found), "bits": 0, "asked": ["prefix", "mask"]},
            understood=(("两台主机", f"{dotted(one)}、{dotted(other)}"),),
        )
    if len(masks) != 1 or longest or bool(pair) == bool(same) or (same and len(hosts) != 2):
        return None
    return Recognition(
        parameters={
            "task": "together",
            "hosts": [[name, dotted(address)] for name, address, _ in hosts],
            "prefix": masks.pop(),
            "pair": bool(pair),
        },
        understood=(("主机", "、".join(dotted(address) for _, address, _ in hosts)),),
    )


def _usable(address: int, prefix: int) -> bool:
    block = Block(address, prefix)
    return block.network < address < block.broadcast


def misplaced(text: str) -> Recognition | None:
    """Which of the options is no address for a host of the network that the others are in."""
    problem = Subnets(text)
    masks = _masks(problem)
    asked = problem.take_asked(
        r"(?:其中)?(?:有)?(?:一|1)台(?:主机)?(?:因|因为|由于)?(?:IP)?(?:地址)?(?:的)?(?:分配|配置|设置)(?:的)?(?:IP地址)?(?:不当|错误|有误|不正确|出错|不对)(?:而|因而|因此|从而|,)*(?:(?:存在|出现|发生)?(?:通信|网络)?(?:故障|问题)|(?:无法|不能)(?:正常)?(?:通信|上网|与[^,。;?]{1,8}通信))?"
    )
    which = problem.take_asked(
        r"(?:则|那么)?(?:这一?台|该|此|出故障的?|有问题的?|配置错误的?|分配不当的?|有故障的?)(?:主机)?(?:的)?(?:IP)?地址(?:应该?|可能)?(?:是|为)(?:哪一?个)?"
    )
    if not asked or not which or len(masks) != 1:
        return None
    problem.take_all(
        r"(?:某个?|一个)?(?:网络|局域网|子网|网段)(?:中|里|内)?(?:有|共有)?(?:[三四五3-5])台(?:主机|计算机|电脑)|(?:一共|共)?给?(?:这)?(?:[三四五3-5])台(?:主机|计算机|电脑)(?:都)?(?:分别)?(?:配置|分配|设置)(?:了)?(?:IP地址)?(?:之?后)?"
    )
    problem.settle()
    return Recognition(
        parameters={"task": "misplaced", "prefix": masks.pop()}, understood=(("求", "和其余主机不在同一子网、或不能分配给主机的地址"),)
    )


def receiving(text: str) -> Recognition | None:
    """How many hosts at most accept a datagram to an address of the subnet: all of them a broadcast."""
    problem = Subnets(text)
    asked = problem.take_asked(
        rf"(?:能|可以|会)?(?:接收|收到)(?:到)?目的(?:IP)?地址(?:为|是)(?P<ip>{IP})的(?:IP)?(?:分组|数据报|数据包)的(?:最大)?主机(?:数|个数)(?:最多|最大)?(?:是|为)?(?:多少)?"
    )
    blocks = problem.take_all(PREFIXED)
    problem.settle()
    if len(asked) != 1 or len(blocks) != 1:
        return None
    block, address = Block(address_told(blocks[0]["ip"]), int(blocks[0]["prefix"])), address_told(asked[0]["ip"])
    if address != block.broadcast:
        return None
    return Recognition(
        parameters={"address": dotted(block.network), "prefix": block.prefix, "bits": 0, "asked": ["hosts"], "used": 0},
        understood=(("子网", str(block)), ("目的地址", "广播地址")),
    )


def chosen(text: str) -> Recognition | None:
    """Which of the options is a gateway's or a host's address, or can be another part of a divided network."""
    problem = Subnets(text)
    if gateway := problem.take_all(
        r"(?:可|可以|能)?(?:用|作|作为|设|设为|当|选)*(?:它的)?(?:默认)?网关(?:的)?(?:IP)?(?:地址)?(?:可以|可能|应该?|的)*(?:是|为)?|(?:给它|要给它)?(?:设|配置?)(?:置)?(?:默认)?网关"
    ):
        blocks = problem.take_all(PREFIXED)
        addresses = [address_told(match["ip"]) for match in blocks]
        prefixes = {int(match["prefix"]) for match in blocks} | _masks(problem)
        addresses += [address_told(match[0]) for match in problem.take_all(IP)]
        problem.take_all(r"下列|下面|以下|可(?:用)?作|哪(?:个|一个)|现在|的是|一台|可以|可用")
        problem.settle()
        if not gateway or len(prefixes) != 1 or len(addresses) != 1:
            return None
        return Recognition(
            parameters={"task": "gateway", "address": dotted(addresses[0]), "prefix": prefixes.pop()},
            understood=(("主机", dotted(addresses[0])),),
        )
    host = rf"(?:主机|机器)?(?:IP)?(?:地址)?(?:为|是)?(?P<ip>(?!255\.){IP})(?:\s*/\s*(?P<prefix>\d{{1,2}})(?!\d))?(?:[(,\s]*(?:(?:子网)?掩码|mask)(?:为|是|:|\s)*(?P<mask>255(?:\.\d{{1,3}}){{3}})\)?)?(?:的)?(?:主机|机器)?"
    if neighbour := problem.take(
        rf"(?:与|和|跟|同)(?:{host}|它|(?:该|这台|此)(?:主机|机器|地址))(?:同)?(?:处于|处在|位于|属于|在)?(?:同|相同)(?:一|的)?个?(?:子网|网段|网络)(?:中|里|内|上)?(?:的)?"
    ):
        named = neighbour if neighbour["ip"] else problem.take(host)
        if named is None:
            return None
        found = _masks(problem) | {int(each["prefix"]) for each in [named] if each["prefix"]}
        found |= _masks(Subnets(f"掩码{named['mask']}")) if named["mask"] else set()
        asked = problem.take_asked(
            r"(?:(?:下列|下面|以下|哪(?:一)?(?:个|台)?|选项|中|的|能|可以|可)+,?|(?<=的))*(?:主机|机器)?(?:的)?(?:IP)?(?:地址)?(?:\ue000)*(?:主机|机器)?(?:的)?(?:IP)?(?:地址)?(?:应该?|会)?(?:是|有)(?:哪(?:一)?(?:个|台))?|(?:下列|下面|以下)?(?:选项)?(?:中)?,?哪(?:一)?(?:个|台)(?:主机|机器)?(?:的)?(?:IP)?(?:地址)?"
        )
        problem.take_all(r"下列|下面|以下|选项|不同主机")
        problem.settle()
        address = address_told(named["ip"])
        if not asked or len(found) != 1 or not 8 <= min(found) <= 30:
            return None
        return Recognition(
            parameters={"task": "neighbour", "address": dotted(address), "prefix": found.pop()}, understood=(("主机", dotted(address)),)
        )
    given = problem.take(
        rf"(?:恰好|正好)?(?:被)?(?:划分|分)(?:成|为)(?:了)?(?:3|三)个子网,?(?:若|如果|已知)?(?:其中|里面)?(?:的)?(?:一个|某个|1个)(?:子网)?(?:为|是){PREFIXED}"
    )
    if given and problem.take_asked(
        r"(?:则)?(?:下列|以下)?(?:网络|子网)?(?:中)?,?不可能是(?:另外|其余|其他)(?:两个|2个)子网(?:之一)?(?:的)?(?:是)?"
    ):
        problem.settle()
        block = Block(address_told(given["ip"]), int(given["prefix"]))
        if block.network != block.address or not 9 <= block.prefix <= 30:
            return None
        return Recognition(
            parameters={"task": "thirds", "address": dotted(block.network), "prefix": block.prefix},
            understood=(("其中一个子网", str(block)),),
        )
    within = problem.take_all(PREFIXED)
    prefixes = _masks(problem)
    if problem.take_asked(
        r"(?:下列|下面|以下)?(?:哪(?:一?[个项])?|的)?(?:IP)?(?:地址)?(?:中)?,?(?:哪(?:个|一个))?(?:能|可以|可)(?:直接)?(?:分配|指派|用|分|设置?|配置?)(?:给|作|于)?(?:某台|一台|单台)?主机(?:用|使用|地址|的)*(?:IP)?(?:地址)?(?:是|的是)?(?:哪个)?"
    ):
        problem.take_all(r"因特网|互联网|Internet|下列|下面|以下")
        problem.settle()
        if len(prefixes) > 1 or len(within) > 1 or (within and prefixes):
            return None
        if within:
            block = Block(address_told(within[0]["ip"]), int(within[0]["prefix"]))
            return Recognition(
                parameters={"task": "assignable", "prefix": block.prefix, "block": dotted(block.network)},
                understood=(("地址块", str(block)), ("求", "可分配给主机的地址")),
            )
        return Recognition(
            parameters={"task": "assignable", "prefix": min(prefixes, default=None)}, understood=(("求", "可分配给主机的地址"),)
        )
    return None


def part_of_address(text: str) -> Recognition | None:
    """Which part of an address is the network's number, or the host's, by its class."""
    problem = Subnets(text)
    asked = problem.take_asked(
        r"(?:的)?(?:哪一?(?:个)?部分|哪几个字节|哪些字节)(?:是|表示|代表|为)(?:它的|其)?(?P<what>网络|主机)(?:号|地址|部分|ID|标识)"
    )
    addresses = [match[0] for match in problem.take_all(rf"(?!255\.){IP}(?!\s*/)")]
    problem.settle()
    if len(asked) != 1 or len(addresses) != 1:
        return None
    address = address_told(addresses[0])
    octets = 1 if address >> 24 < 128 else 2 if address >> 24 < 192 else 3
    if not 1 <= address >> 24 <= 223:
        return None
    return Recognition(
        parameters={"task": "octets", "address": dotted(address), "octets": octets, "host": asked[0]["what"] == "主机"},
        understood=(("地址", dotted(address)), ("求", f"{asked[0]['what']}号的部分")),
    )
