"""Blocks of different sizes out of one: who needs how many hosts, in which order they are served, and what is asked of whom."""

from __future__ import annotations

import re
from typing import Any

from engine.generators import patterns
from engine.generators.cn._addresses.blocks import Block, dotted, number_of, prefix_for
from engine.generators.cn._addresses.subnet_words import MACHINES, PREFIXED
from engine.generators.cn._subnetting.problem import Subnets
from engine.generators.cn._subnetting.routers import take_router_addresses
from engine.generators.kind import Parameters, Recognition, Solution
from engine.generators.markdown import paragraphs
from engine.generators.patterns import caseless
from engine.generators.reading import INTEGER, stay_out, to_int

_GROUP = r"(?:部门?|科室|室|科|处|组|楼|院|系|区|班|中心|公司|车间|子网|网络|网段|局域网|分部|校区|机房|LAN)"
_NAME = rf"(?:(?!各|每|几|要|给|划|分|为|有|由|供|需|和|与|及|若|则|设|其)(?:(?![个有给为])[\u4e00-\u9fff]){{1,5}}?(?:部门?|科|室|处|组|楼|院|系|区|班|中心|公司|车间|机房)|{_GROUP}\s?(?:[A-Z甲乙丙丁](?![A-Za-z])|[1-9一二三四五](?![A-Za-z0-9]))|(?<![A-Za-z0-9.])[A-Z]\d?(?:{_GROUP}|(?![A-Za-z0-9]))|[甲乙丙丁戊]{_GROUP}?)"
_SAY = r"中|里|的|有|需要?|要|为|是|:|约|共|能|可|容纳|装|放|接入|连接|支持|至少|最少|不少于|大约|拥有|主机数?|计算机数?|地址数?|,|\(|\s"
_SAYS = rf"(?:{_SAY})*"
_UNIT = rf"\s*(?:{MACHINES}|台|个)?(?:可用|有效)?(?:IP)?(?:地址|主机|计算机)?"
_NUMBER = r"(?<![\d./])\d{1,5}(?![\d./%]|\s*(?:位|个(?:部门|子网|系|网段|局域网)))"
_AND = r"\s*(?:、|,|和|与|及|以及|\s)\s*"
_DOWNWARD = r"(?:按照?|依|根据)?(?:需要的?|所需的?|需求|各部门|各子网)*(?:主机(?:地址)?(?:数量|数目|数)?|地址(?:数量|数)?|需求量?|规模|大小|子网|人数|数量|台数)?(?:的)?(?:从|由)?(?:大系?到小系?|多到少|高到低|大至小)(?:的)?(?:顺序|次序|原则)?(?:依次)?(?:来|地|进行)?|(?:先|优先)(?:分配?|划分?|满足)(?:给)?(?:主机数|需求|规模)?(?:最)?[大多]的?(?:部门|子网|网段|需求)?|(?:大|多)的(?:部门|子网)?(?:先分配?|优先)|(?:降序|递减)(?:的)?(?:顺序)?"
_LOW = r"从低地址(?:往|向|到|至)高地址(?:方向)?|\(?(?:都|均)?(?:从|由|自|按|优先|使用|取|用)+(?:最|该|地址块的?|网络的?|整个)*(?:低|小|前|起始|首个?|开头|头)(?:位)?(?:的)?(?:地址|端|部分|处|位置)+(?:空间)?(?:部分|开始|起|优先|往后|向后|到高(?:地址)?|依次)*\)?|(?:从|自)(?:前|小|低)(?:往|向|到|至)(?:后|大|高)|地址(?:从|由)(?:小到大|低到高)|从头(?:开始)?|(?:地址)?(?:由|从)低(?:地址)?(?:到|向|至)高(?:地址)?"
_IN_TURN = r"(?:按照?|依)(?:此|上述|该|这个?|以上|所列|给出的?|部门|字母)*(?:的)?(?:顺序|次序)|依次|顺次|顺序(?=分配|划分|地)|连续(?:地)?(?=分配|划分)|先后|(?:块)?(?:紧跟其后|紧随其后|紧接着)"
_ANOTHER_ORDER = "可能|可以(?:是|为)|之前|之后|前面|后面|[在放排]在?[前后首末]|占用|保留|预留|相邻|挨着|奇数|偶数|第一个|首个|最后"
_FIELDS = (
    (
        r"(?:首|起始|网络|子网)(?:地址|号)(?:(?:和|与|、|及|/)(?:子网)?前缀(?:长度)?|/(?:子网)?掩码)|网络前缀(?!长|位|有|是?多少位)",
        "block",
    ),
    (
        r"(?:还)?(?:剩(?:下|余)?|没分|未分(?:配)?|没用|未用)(?:了|掉)?(?:的)?(?:可用|可供分配)?(?:的)?(?:多少|几)?个?(?:IP)?(?:地址)?(?:没分|未分配|没有分配|空闲|可用)*(?:有)?(?:多少|几)?(?:个)?(?:IP)?(?:地址)?",
        "left",
    ),
    (r"(?:第一|首|最小)(?:个)?(?:的)?(?:可用|可分配|有效|主机)+(?:的)?(?:主机|IP)?(?:地址)?", "first"),
    (r"(?:最后|末|最大)(?:一)?(?:个)?(?:的)?(?:可用|可分配|有效|主机)+(?:的)?(?:主机|IP)?(?:地址)?", "last"),
    (r"(?:可用|可分配|有效|主机)(?:的)?(?:主机)?(?:的)?(?:IP)?(?:地址)?(?:的)?范围", "range"),
    (
        r"(?:实际|最多)?(?:可用|可分配|可以?容纳|能容纳|有效|可供使用|容纳)(?:的)?(?:多少|几)?(?:台|个)?(?:的)?(?:主机|IP地址|地址|IP)(?:地址)?(?:数|个数|数量|数目)?(?:是|为|有)?(?:多少|几)?(?:个|台)?|主机数(?=是|为|多少)",
        "hosts",
    ),
    (r"(?:定向|直接)?广播地址", "broadcast"),
    (r"(?:网络|子网)?前缀(?:长度|位数)?(?:是|为)?(?:多少|几)?(?:位)?", "prefix"),
    (r"(?:子网|网络)?掩码", "mask"),
    (
        r"(?:用)?(?:CIDR(?:记法|形式|表示法?|块))(?:表示)?|(?:CIDR)?(?:地址块|子网|网段|网络)(?:\(?(?:网络地址/前缀(?:长度)?|CIDR(?:记法|表示|形式)?|用CIDR(?:记法)?(?:表示)?)\)?)?(?![掩地的]|个数|数)|(?:首|起始|网络|子网)(?:地址|号)(?:\(?(?:含|带|包括)?前缀(?:长度)?\)?)?|(?:怎么|如何|怎样)(?:分配?|划分)|(?:子网|IP|IP地址|地址)?的?(?:划分|分配|规划)方案|(?:分别|各)是(?:什么|多少)",
        "block",
    ),
)
_ASKS = re.compile(
    r"(?<!请)问(?!题)|啥|谁|多大|多少|什么|几|哪|求|给出|写出|[写列报](?:一)?下|列出|计算|确定|如何|怎|\?|\(\s*\)|(?:为|是)\s*$|各部门的"
)
_LABELS = {"mask": "子网掩码", "broadcast": "广播地址", "prefix": "前缀", "first": "第一个可用地址", "last": "最后一个可用地址"}


def recognise(text: str) -> Recognition | None:
    """The needs, their order and what is asked; None or `StayOut` where a figure or a word is not understood."""
    problem = Subnets(text)
    routers = (
        take_router_addresses(problem, perhaps=True)
        if patterns.search("路由器|网关|交换机|接口|(?:还|另外?|再)(?:要|需|留|为)|为.{1,10}留", problem.text)
        else 0
    )
    problem.take_all(
        r"(?:请)?(?:采用|使用|用)?(?:VLSM|(?:可)?变长(?:子网)?(?:掩码)?)(?:技术|方法|划分|方案)?|\(?(?:主机数里?)?(?:已)?(?:经)?(?:包?含|包括)(?:了)?路由器(?:的)?接口\)?|\(?(?:且|并|每个|各|子网|都|为其|分别)*(?:取|用|选|分配)?(?:恰好|刚好|刚刚)?(?:满足(?:要求|需求|需要)?|能满足|够用的?(?:CIDR)?(?:子网|块|地址块)?|大小恰好|要求|放得下|装得下|容得下|合适|适合|可能|尽量|尽可能)*(?:的)?(?:最|尽量|尽可能)小(?:的)?(?:合适|可能|够用|满足(?:要求|需要))?(?:的)?(?:块|子网|地址块|2的幂|网段|空间)?\)?|(?:(?:够用就行|最节约|节约地址),?)?(?:要求)?(?:尽量|使)?(?:地址)?(?:不要|别|不|避免|减少)?浪费(?:地址)?(?:最少|最小)?|\(?(?:允许|可以?)?(?:使用)?全(?:0|零)(?:和|与|、)?全(?:1|一)(?:的)?子网(?:可用|号)?\)?"
    )
    whole = bool(
        problem.take_all(
            r"\(?(?:均|都|已)?(?:已)?(?:含|包含|包括)(?:了)?(?:网络地址|全0)(?:和|与|、|及)?(?:广播地址|全1)(?:的)?(?:地址)?(?:在内)?\)?"
        )
    )
    downward = problem.take_all(_DOWNWARD)
    low = problem.take_all(_LOW)
    in_turn = problem.take_all(_IN_TURN)
    problem.take_all(r"(?:从|自)(?=\d{1,3}\.)|(?<=\d)(?:开始|起)(?=分|依|按|,)")
    problem.take_all("(?:大小|规模)?(?:恰好|刚好|正好)(?:够用|满足|合适|容纳)的?")
    problem.refuse("高地址|末尾地址|从后往前|从大地址")
    blocks = problem.take_all(PREFIXED)
    items = _needs(problem)
    if len(blocks) != 1 or len(items) < 2 or len({name for name, _ in items}) != len(items):
        return None
    asked = _asked(problem, items)
    if routers < 0:
        if any(prefix_for(hosts) != prefix_for(hosts + 1) for _, hosts in items):
            stay_out("an address for a router would matter")
        routers = 0
    items = [(name, hosts + routers) for name, hosts in items]
    if whole and routers:
        return None
    if whole:  # of the addresses told two are no host's
        items = [(name, max(hosts - 2, 1)) for name, hosts in items]
    problem.take_all(
        rf"(?:[二两三四五六2-6]|\d)个(?:大小不[等同一]的?|规模不[等同一]的?|不同(?:大小)?的?)?{_GROUP}|{_NAME}(?:{_AND}{_NAME})*|大小不[等同一]的?|规模不[等同一]的?|(?:一个)?自治系统内|LAN|(?:ISP|上级|学校|总部)(?:给|分配)(?:的|了)?(?:是)?"
    )
    problem.settle()
    try:
        base, prefix = number_of(blocks[0]["ip"]), int(blocks[0]["prefix"])
    except ValueError:
        stay_out(blocks[0]["ip"])
    if not asked or not 8 <= prefix <= 29 or Block(base, prefix).network != base or any(not 1 <= hosts <= 1 << 20 for _, hosts in items):
        return None
    falling = [hosts for _, hosts in items] == sorted((hosts for _, hosts in items), reverse=True)
    placed = not {field for field, _ in asked} <= {"prefix", "mask", "hosts", "left"}
    if placed and not (downward or falling) and (in_turn or low):
        return None
    free = placed and not (downward or in_turn or low)
    if free and (any(which for _, which in asked) or patterns.search(_ANOTHER_ORDER, problem.text)):
        return None  # of one of them, which may lie elsewhere
    if sum(1 << 32 - prefix_for(hosts) for _, hosts in items) > 1 << 32 - prefix:
        return None
    return Recognition(
        parameters={
            "task": "allocate",
            "address": dotted(base),
            "prefix": prefix,
            "items": [list(item) for item in items],
            "asked": [[field, which] for field, which in asked],
            "free": free,
        },
        understood=(("网络", f"{dotted(base)}/{prefix}"), ("主机数", "、".join(f"{name} {hosts}" for name, hosts in items))),
    )


def _needs(problem: Subnets) -> list[tuple[str, int]]:
    """Who needs how many, in the text's order."""
    names_in_row = rf"(?P<names>{_NAME}(?:{_AND}{_NAME})+)"
    counted = rf"{_NUMBER}\s*(?:{MACHINES}|台|个)"
    numbers_in_row = rf"(?P<list>{_NUMBER}{_UNIT}(?:{_AND}{_NUMBER}{_UNIT})+|{counted}(?:{counted})+)"
    say = rf"(?:[二两三四五六2-6]个)?(?:{_GROUP})?(?:各|分别|依次|{_SAY})*"
    if row := problem.take(rf"{names_in_row}{say}{numbers_in_row}"):
        names, numbers = caseless(_NAME).findall(row["names"]), [int(one) for one in caseless(_NUMBER).findall(row["list"])]
        return list(zip(names, numbers, strict=True)) if len(names) == len(numbers) else []
    if row := problem.take(
        rf"(?:按照?|将)?(?:各自?的?)?(?:主机|计算机|地址)?(?:数量|数)?(?:分别|各|依次|为|是|:)*{numbers_in_row}(?:分别|依次|各|的|地)*(?:分?配?给|划给|给)(?:了)?{names_in_row}(?:这)?(?:[二两三四五六2-6]个)?{_GROUP}?"
    ):
        names, numbers = caseless(_NAME).findall(row["names"]), [int(one) for one in caseless(_NUMBER).findall(row["list"])]
        return list(zip(names, numbers, strict=True)) if len(names) == len(numbers) else []
    # `主机数：办公室 20、研发 60`: more of them than have a word that marks a name.
    bare = rf"[\u4e00-\u9fff]{{2,4}}\s?{_NUMBER}(?:台|个|人)?"
    listed = patterns.search(rf"[:,]\s*(?P<list>{bare}(?:\s*(?:、|,|和|;)\s*{bare})+)(?=[。;,]|$)", problem.rest)
    if listed is not None:
        pairs = [(name, int(hosts)) for name, hosts in patterns.findall(r"([\u4e00-\u9fff]{2,4}?)\s?(\d+)", listed["list"])]
        marked = [name for name, _ in pairs if caseless(_NAME).fullmatch(name)]
        if 0 < len(marked) < len(pairs):
            problem.take_spans([listed.span("list")])
            return pairs
    found = [(match["name"], int(match["hosts"])) for match in problem.take_all(rf"(?P<name>{_NAME}){_SAYS}(?P<hosts>{_NUMBER}){_UNIT}\)?")]
    if found:
        # `三个部门 A 100 台、B 50 台`: the first name has the word before it.
        letters = [patterns.sub(rf"^{_GROUP}\s?(?=[A-Z]$)", "", name) for name, _ in found]
        return (
            [(letter, hosts) for letter, (_, hosts) in zip(letters, found, strict=True)]
            if any(len(name) == 1 for name, _ in found)
            else found
        )
    # `主机数分别是：研发 60、市场 28、财务 12`: names that nothing else marks.
    pair = rf"[\u4e00-\u9fff]{{2,4}}\s?{_NUMBER}(?:台|个|人)?"
    if row := problem.take(rf"(?:分别|依次|各)?(?:为|是|有)?\s*[:,]?\s*(?P<list>{pair}(?:\s*(?:、|,|和|;|\s)\s*{pair})+)"):
        named = patterns.findall(r"([\u4e00-\u9fff]{2,4}?)\s?(\d+)", patterns.sub("(?:分别|依次|各)(?:为|是|有)?", "", row["list"]))
        return [(name, int(hosts)) for name, hosts in named]
    row = problem.take(
        rf"(?:(?:[二两三四五六2-6]个)?(?:大小不[等同一]的?|规模不[等同一]的?)?(?:{_GROUP}|各{_GROUP})(?:的)?)?(?:分别|各|依次|{_SAYS})*{numbers_in_row}(?:的)?(?:(?:这)?[二两三四五六2-6]个{_GROUP})?"
    )
    if row is None:
        steps = problem.take_all(
            r"(?:先|再|然后|接着|最后)?(?:分出?|划出?|取)(?:出)?(?P<hosts>\d{1,5})个?(?:地址|主机|台主机)?的?(?:子块|子网|块)?"
        )
        return [(f"第 {number} 个", int(match["hosts"])) for number, match in enumerate(steps, 1)] if len(steps) > 1 else []
    numbers = [int(one) for one in caseless(_NUMBER).findall(row["list"])]
    if order := problem.take(r"按(?P<list>\d+(?:\s*(?:、|,|->|→)\s*\d+)+)(?:台)?(?:的)?(?:顺序|次序)"):
        wanted = [int(hosts) for hosts in patterns.findall(r"\d+", order["list"])]
        return [(f"{hosts} 台", hosts) for hosts in wanted] if sorted(wanted) == sorted(numbers) else []
    return [(f"第 {number} 个", hosts) for number, hosts in enumerate(numbers, 1)]


def _asked(problem: Subnets, items: list[tuple[str, int]]) -> list[tuple[str, list[int]]]:
    """Each thing asked with the numbers of those of whom it is asked; of all where nobody is named."""
    targets: list[tuple[int, list[int]]] = []
    for number, (name, _) in enumerate(items):
        spellings = {name, patterns.sub(r"部门$|部$", "", name)} if patterns.match("[A-Z甲乙丙丁]", name) else {name}
        mentioned = "|".join(re.escape(one) for one in sorted(spellings, key=lambda one: -len(one)))
        targets += [
            (match.start(), [number]) for match in caseless(rf"(?<![A-Za-z0-9])(?:{mentioned})(?![A-Za-z0-9])").finditer(problem.rest)
        ]
    for match in caseless(rf"第\s*(?P<number>{INTEGER})\s*个?(?:子块|子网|块|部门|网段|系|网络)").finditer(problem.rest):
        number = to_int(match["number"])
        if not 1 <= number <= len(items):
            stay_out(match[0])
        targets.append((match.start(), [number - 1]))
    sizes = [hosts for _, hosts in items]
    for match in caseless(
        rf"(?:主机数?|人数|规模|需求)?最(?P<end>[大小多少])的?(?:那个|一个)?{_GROUP}|(?P<hosts>{_NUMBER})(?:台|个)(?:主机)?的?(?:那个)?{_GROUP}"
    ).finditer(problem.rest):
        size = int(match["hosts"]) if match["hosts"] else (max if match["end"] in "大多" else min)(sizes)
        if sizes.count(size) != 1:
            stay_out(match[0])
        targets.append((match.start(), [sizes.index(size)]))
    asked: list[tuple[int, str, list[int]]] = []
    before = problem.rest
    for pattern, field in _FIELDS:
        for match in list(caseless(pattern).finditer(problem.rest)):
            rest = problem.rest
            problem.take_spans([match.span()])
            sentence = max((mark.end() for mark in patterns.finditer(r"[;。?\n]", problem.text[: match.start()])), default=0)
            stop = patterns.search(r"[;。?\n]|$", problem.text[match.end() :])
            end = match.end() + (stop.end() if stop else 0)
            clause = max((mark.end() for mark in patterns.finditer(r"[,;。?\n]", problem.text[: match.start()])), default=0)
            demanded = patterns.search(r"求|写出|给出|列出|计算|(?<!请)问", problem.text[sentence : match.start()])
            own = patterns.split(r"[,;。\n]", problem.text[clause:end].lstrip(",;。\n"))[0]
            if not (_ASKS.search(own) or demanded) or patterns.search(r"^\s*为?\s*\ue000", before[match.end() :]):
                if any(clause <= place < match.start() for place, _ in targets) and not patterns.match(
                    r"[,;。]?(?:若|如果|使|要)", problem.text[clause:]
                ):
                    stay_out(f"asked, or told? {match[0]}")
                continue
            here = [numbers for place, numbers in targets if clause <= place < match.start() + 1]
            if (not here and patterns.search(r"各|每|分别", problem.text[clause : match.start()]) is None) or patterns.match(
                r"[,;。]?(?:则|那么|问)*(?:其|它|该)", problem.text[clause:]
            ):
                here = (
                    [numbers for place, numbers in targets if sentence <= place < clause][-1:]
                    if (asked and asked[-1][0] >= sentence) or patterns.match(r"[,;。]?(?:则|那么|问)*(?:其|它|该)", problem.text[clause:])
                    else []
                )
            problem.mark_asked(rest)
            asked.append((match.start(), field, sorted({number for numbers in here for number in numbers})))
    problem.take_all(
        rf"第\s*{INTEGER}\s*个?(?:子块|子网|块|部门|网段|系|网络)?|(?:主机数?|人数|规模|需求)?最[大小多少]的?(?:那个|一个)?{_GROUP}"
    )
    asked.sort(key=lambda one: one[0])
    return [(field, numbers) for _, field, numbers in asked]


def solve(parameters: Parameters) -> Solution:
    """The blocks from the lowest address, those that need most first."""
    block = Block(number_of(parameters["address"]), parameters["prefix"])
    items = [(name, hosts) for name, hosts in parameters["items"]]
    given: list[Block] = [block] * len(items)
    place = block.network
    for number in sorted(range(len(items)), key=lambda one: -items[one][1]):
        given[number] = Block(place, prefix_for(items[number][1]))
        place += 1 << 32 - given[number].prefix
    shown: dict[str, Any] = {
        "block": str,
        "mask": lambda one: dotted(one.mask),
        "prefix": lambda one: f"/{one.prefix}",
        "broadcast": lambda one: dotted(one.broadcast),
        "first": lambda one: dotted(one.network + 1),
        "last": lambda one: dotted(one.broadcast - 1),
        "range": lambda one: f"{dotted(one.network + 1)}～{dotted(one.broadcast - 1)}",
        "hosts": lambda one: f"{one.hosts} 台",
    }
    asked = [(field, which) for field, which in parameters["asked"]]
    if any(field == "block" for field, _ in asked):
        asked = [(field, which) for field, which in asked if field != "prefix"]
    answers, plain = [], []
    for field, which in dict.fromkeys((field, tuple(which)) for field, which in asked):
        if field == "left":
            answers.append(f"还剩 {block.broadcast + 1 - place} 个地址")
            plain.append(str(block.broadcast + 1 - place))
            continue
        chosen = which or tuple(range(len(items)))
        values = [shown[field](given[number]) for number in chosen]
        plain.append("、".join(values))
        named = [f"{items[number][0]} {value}" for number, value in zip(chosen, values, strict=True)]
        label = f"{_LABELS[field]} " if field in _LABELS and len(asked) > 1 else ""
        answers.append(label + ("，".join(named) if len(chosen) > 1 and not items[0][0].startswith("第 ") else "，".join(values)))
    free = bool(parameters.get("free"))
    return Solution(
        answer=("一种方案：" if free else "") + "；".join(answers),
        answer_alone=free,
        also=("、".join(plain), "，".join(plain), *([dotted(given[asked[0][1][0]].network)] if len(asked) == 1 and len(asked[0][1]) == 1 and asked[0][0] == "block" else [])),
        steps=paragraphs(
            *(
                f"{name} {hosts} 台，主机号要 {32 - part.prefix} 位（2^{32 - part.prefix} − 2 = {part.hosts}），得 {part}。"
                for (name, hosts), part in zip(items, given, strict=True)
            )
        ),
        conventions=("从低地址开始，主机多的先分" + ("，题中没有规定次序，方案不唯一" if free else ""), "每个子网取够用的最小块"),
    )  # fmt: skip
