"""Reading problems about subnets by their parts: addresses, masks, how a block is divided, and everything that is asked of it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from engine.generators import patterns
from engine.generators.cn._addresses.asking import ASKED, NAMED
from engine.generators.cn._addresses.blocks import Block, address_told, dotted, prefix_of, supernet, written_in_full
from engine.generators.cn._addresses.settling import settled
from engine.generators.cn._addresses.subnet_words import IP, MACHINES, PREFIXED, parted
from engine.generators.cn._subnetting.problem import Subnets
from engine.generators.cn._subnetting.routers import take_router_addresses, taken_by_others
from engine.generators.kind import Recognition
from engine.generators.pasted.normalising import normalise
from engine.generators.reading import INTEGER, stay_out, to_int


def _prefix(mask: int) -> int:
    try:
        return prefix_of(mask)
    except ValueError:
        stay_out(dotted(mask))


def recognise(text: str) -> Recognition | None:
    """One block, divided or not, and what is asked of it; None or `StayOut` where a figure or a word is not understood."""
    problem = Subnets(parted(written_in_full(normalise(text))))
    problem.take_all(r"(?:而且|且|并且)?(?:都|均)?(?:要|需要?|能)?(?:连上|接入|连接到?)(?:Internet|因特网|互联网)")
    problem.take_all(
        r"\(?(?:够用就行|刚好够用)?(?:,)?(?:尽量)?(?:不要|别|不)浪费(?:地址)?\)?|\(?够用就行\)?|(?:采用|使用|根据|按照?)?(?:CIDR|无分类编址)(?:技术|记法|表示法)?|\(?主机数里?已(?:经)?(?:含|包含|包括)路由器接口\)?"
    )
    every = bool(
        problem.take_all(
            r"\(?(?:允许|可以?|能够?|包括|包含|含|支持|允许使用|且|子网号)*(?:使用)?全(?:0|零)(?:号)?(?:子网)?(?:和|与|、|及|或|/)?全(?:1|一)(?:的)?(?:子网)?(?:号)?(?:也|都|均|的)*(?:算|可用|可以用|可使用|可以使用|能用|能使用|计入|包括在内|允许使用|允许)?\)?|采用CIDR"
        )
    )
    problem.take_all(
        r"\(?(?:主机号)?全0(?:和|、)?全1的?(?:主机号|主机地址)?(?:除外|不可用|不能用)\)?|全部置(?:为)?1(?:后的?地址)?|\(?从(?:第)?1(?![\d.])(?:份|个)?(?:数|开始)?(?:起|数)?\)?"
    )
    from_zero = bool(problem.take_all(r"\(?(?:编号)?从0(?:开始)?(?:数|起|编号)*\)?"))
    span = bool(problem.take_all(r"(?:,)?(?:包?含|包括)首尾(?:地址)?|(?:包?含|包括)网络地址(?:和|与)广播地址"))
    in_classes = problem.take_asked(
        r"(?:,)?(?:它|这|该)?(?:地址块|个块|网络)?(?:一共|共|最多)?(?:相当于|等于|包含|合|(?:可以?|能够?)?(?:被)?(?:划分|分|拆)(?:为|成))(?:了)?(?:多少|几)个C\s?类(?:的)?(?:子网|网络|地址块|网|地址)?(?:地址)?"
    )
    problem.refuse(r"(?:同一?个?|相同的?)(?:子网|网段|网络)(?:中|内|里|上)?的?(?:IP)?(?:主机)?地址")  # of another host in it
    problem.refuse(r"最小(?:的)?(?:子网|网络?)的(?:子网)?掩码")  # of parts of different sizes
    problem.refuse(r"(?:上|前|下|(?<!最)后)一个?(?:相邻的?)?(?:子网|网段)|相邻的?(?:子网|网段)")  # not the one that is told
    problem.refuse(r"(?:最大|最小|广播地址|网络地址|全[01])的?主机(?:号|部分)")  # no part of the address that is told
    problem.refuse(r"(?:最[大小]|最后一个?|第[一二三]个?|广播|网络)[^,;。?]{0,8}地址的?主机(?:号|部分)")
    problem.refuse(r"(?:有效|合法)的?(?:一个)?子网(?:网段|网络)?地址|哪一?(?:个)?部分")
    problem.take_all(r"(?:没有|未|不)(?:进行|作|做|经过?)?(?:任何)?(?:的)?(?:子网划分|划分子网)的?")
    classful = problem.take_one(
        r"(?P<value>[ABC])\s?类(?:的)?(?:私网|私有|内网)?(?:IP)?(?:网络?|地址)*(?:号|地址|段|块)?(?:的?主机)?(?:为|是|:)?", str.upper
    )
    used = 0
    for match in problem.take_all(
        rf"(?:已经?|现|目前)(?:经)?(?:有|接了?|用了?|分配了?|放了?)(?:了)?(?P<n>{INTEGER}){MACHINES}(?:加|和|、|以及|,)*(?:(?P<m>{INTEGER})(?:个|台)(?:网关|路由器|打印机|服务器|交换机|主机))?"
    ):
        used += to_int(match["n"]) + (to_int(match["m"]) if match["m"] else 0)
    own = taken_by_others(problem)
    used += own
    routers = (
        take_router_addresses(problem)
        if patterns.search("路由器|网关|交换机|接口|(?:还|另外?|再)(?:要|需|留|为)|为.{1,10}留", problem.text)
        else 0
    )
    if problem.take_all(r"除(?:了)?(?:路由器|网关)(?:接口)?(?:外|以外|之外)|(?:路由器某?(?:个)?接口)(?=地址)"):
        used += 1
    blocks = [(address_told(match["ip"]), int(match["prefix"])) for match in problem.take_all(PREFIXED)]
    masks = {
        _prefix(address_told(match["value"]))
        for match in problem.take_all(
            r"(?:(?:子网|网络)?掩码)?(?:固定|统一|都|均)?(?:为|是|:|=|\s|用|选|取|用的是|\()*(?P<value>255(?:\.\d{1,3}){3})(?![\d.])\)?(?:划分?|来划分?)?"
        )
    }
    masks |= {int(match["a"] or match["b"]) for match in problem.take_all(r"(?:(?:子网)?(?:掩码|前缀)(?:长度)?(?:为|是|:|=|\s|用)*)?(?<![\d.])/\s?(?P<a>[12]?\d|3[0-2])(?![\d.])(?:位)?(?:的)?|(?:子网)?(?:掩码|前缀)(?:长度)?(?:为|是|:|=|\s)*(?P<b>[12]?\d|3[0-2])(?![\d.])位")}  # fmt: skip
    addresses = list(dict.fromkeys(address_told(match["value"]) for match in problem.take_all(rf"(?:,)?(?P<value>{IP})")))
    if len(blocks) > 1 and problem.take_all(
        r"(?:一个)?(?:能|可以)?(?:同时)?(?:包含|覆盖|容纳)(?:和|与|、|\ue000)*(?:的)?(?:最小|最小的)(?:子网|网络|网段|地址块)?|包含(?=\ue000)|(?:的)?最小(?:的)?(?:子网|网段|地址块)"
    ):
        if not patterns.search("最小", problem.text) or not patterns.search("包含|覆盖", problem.text):
            return None
        whole = supernet([Block(address, prefix) for address, prefix in blocks])
        blocks = [(whole.network, whole.prefix)]
    limit_subnets = bool(problem.take_all(r"(?:且|并且|并)?(?:每个子网的?)?主机(?:数)?(?:要)?(?:(?:尽可能|尽量)多|最多(?![?是为有]|$))"))
    borrowed = problem.take_one(
        rf"(?:借|借用)(?:了|出)?(?P<value>{INTEGER})\s*(?:个)?(?:位|bit)(?:来|作|作为|做|用作|用于)*(?:子网号?|划分子网)?",
        to_int,
    )
    low = problem.take_one(rf"\(?(?:主机号)?\(?低(?P<value>{INTEGER})位\)?", to_int)
    need = problem.take_one(
        rf"(?:(?:每个?|各个?|每一?个?)(?:子网|网段|部门|系|楼层|区域|办公室|教室)(?:中|内|里)?|(?:子网|网段)每个|每个|(?:一|这)?个?(?:网段|子网|网络|局域网|部门|办公室|教室)(?:中|内|里|得|要|需|应)*)(?:都|均)?(?:的)?(?:至少|最少|最多|不少于|不超过|要求|要|需要?|必须|能够?|可以?|应该?|保证|大约)*(?:容纳|容得下|放|支持|接入?|连接?|有|装|下|的|主机)*(?P<value>{INTEGER})(?:个|台)(?:主机|计算机|电脑|机器|设备|可用地址|PC|节点|人|信息点)?(?:以上|左右)?(?!子网|网段|部门)",
        to_int,
    )
    if need is None:
        need = problem.take_one(
            (
                rf"(?:能|可以?|至少|要)*(?:容纳|容得下|放得下|装得下|支持|放)(?P<value>{INTEGER})(?:个|台)(?:主机|计算机|电脑|机器|设备)的(?:每个)?(?=子网|网段)",
                rf"(?<![\d.])(?P<value>{INTEGER})\s*(?:个|台)(?:主机|计算机|电脑|机器|设备)(?:都)?(?:要|需要?|得|想)?(?:放|装|分|接)(?:在|到|进)(?:同)?一个(?:子网|网段|网络)(?:里|中|内)?",
            ),
            to_int,
        )
    need = None if need == 1 else need
    final = bool(
        problem.take_all(r"(?:所)?(?:划分)?(?:出|得到|形成)?(?:来)?(?:的)?(?:最后|最末|末尾)(?:的)?(?:一)?个?(?:子网|网段)(?!掩码)")
    )
    octet = problem.take_one(
        (
            r"(?:的)?(?:用)?(?:\(?十进制\)?(?:表示)?的?)?第(?P<value>[1-4一二三四])(?:个)?(?:字节|八位组|段|位组)(?:的)?(?:值)?(?:\(?(?:用|以)?十进制(?:数|表示)?\)?)?",
            r"(?:的)?(?P<value>最后)(?:一)?(?:个)?(?:字节|八位组)(?:的)?(?:值)?(?:\(?(?:用|以)?十进制(?:数|表示)?\)?)?",
        ),
        lambda value: 4 if value == "最后" else to_int(value),
    )
    if routers and (need is None or used):
        stay_out("addresses of routers beside no hosts")
    if need is not None:
        need += routers
    numbers = [
        to_int(match["value"])
        for match in problem.take_all(
            rf"第(?P<value>{INTEGER})\s*(?:个)?(?:子网|网段|份|块)(?:\(?(?:从第?1(?:份|个)?数起?|(?:编号|地址)最[小大]|即?最[前后]一个)\)?)?"
        )
    ]
    numbers = list(dict.fromkeys(numbers))
    kth = numbers[0] if len(numbers) == 1 else None
    parts = problem.take_one(
        (
            rf"(?:平均|均匀|等长|定长|再|要|需要?|想|把它|至少|将其|它|可以?|进一步)*(?:划分|等分|均分|平分|划|分|切割|切|拆|切分|分割)(?:成|为|出)?(?:大小|长度|规模)?(?:相等|相同|等长|一样大|一样)?(?:的)?(?:至少|不少于)?(?P<value>{INTEGER})\s*(?:个|块|等份|份)(?:规模|大小|长度)?(?:都)?(?:相等|相同|等长|一样大?)?(?:大小)?(?:的)?(?:子网|网段|子块|块|部分|地址块)?",
            rf"(?:需要?|要|有|共)(?:至少)?(?P<value>{INTEGER})个(?:大小相同的|等长的|一样大的)?(?:子网|网段|部门|系|楼层|办公室)",
            rf"(?<![第\d])(?P<value>{INTEGER})个(?:部门|系|楼层|办公室)",
        ),
        to_int,
    )
    asked = problem.asked(ASKED)
    if (
        "mask" in asked
        and len(asked) > 1
        and patterns.search(r"(?:采用|使用|用|以)了?\s*255(?:\.\d{1,3}){3}\s*(?:作为?|当作?|做)(?:子网)?掩码", problem.text)
    ):
        asked.remove("mask")  # told in so many words
    if in_classes:
        asked.append("class c")
    if own and not {"hosts"} <= set(asked) <= {"hosts", "mask", "prefix", "network", "broadcast"}:
        return None  # which address it has, and what that changes
    if "broadcast" in asked:
        problem.take_asked(r"目的(?:IP)?地址(?:可以|应该?)?(?:是|为|填|取)*")
    problem.take_all(
        r"(?:大小|长度|规模)(?:都)?(?:相等|相同|一样)(?:的)?|(?:等长|定长|平均|均匀)(?:的)?(?:子网)?(?:划分)?|每个子网|各子网|(?:所在|所属|在|该)(?:的)?(?:/\d\d)?(?:子网|网络|网段)(?:中|内|里)?|(?:子网)?(?:的)?(?:大小|规模)|(?:子网|用|的)*(?:能|可以)?(?:最)?节[约省]|主机[A-Z甲乙](?![A-Za-z0-9])|=\s*\?"
    )
    problem.settle()
    put_together = partial(
        settled,
        problem.text,
        blocks=blocks,
        masks=masks,
        addresses=addresses,
        classful=classful,
        every=every,
        need=need,
        parts=parts,
        borrowed=borrowed,
        low=low,
        from_zero=from_zero,
        span=span,
        used=used,
        most_hosts=limit_subnets,
    )
    if len(numbers) > 1:
        named = [task for task in asked if task in NAMED]
        if not named or set(asked) & {"index", "list"}:
            return None
        each: list[tuple[int | None, list[str]]] = [(number, named) for number in numbers]
        if general := [task for task in asked if task not in NAMED]:
            each.insert(0, (None, general))
        found = [put_together(kth=number, asked=tasks) for number, tasks in each]
        if any(one is None for one in found):
            return None
        return Recognition(
            parameters={"task": "several", "each": [dict(one.parameters) for one in found if one is not None]},
            understood=found[0].understood if found[0] else (),
        )
    if final and (kth is not None or numbers):
        return None
    found_one = put_together(kth=-1 if final else kth, asked=asked)
    if found_one is None or octet is None:
        return found_one
    return _of_octet(found_one, octet)


def _of_octet(whole: Recognition, octet: int) -> Recognition | None:
    """The same, where only one byte of one address is asked."""
    asked = whole.parameters.get("asked", ())
    if (
        len(asked) != 1
        or asked[0] not in {"first", "last", "network", "broadcast", "lowest", "highest", "mask"}
        or "each" in whole.parameters
    ):
        return None
    return replace(whole, parameters={**whole.parameters, "octet": octet})
