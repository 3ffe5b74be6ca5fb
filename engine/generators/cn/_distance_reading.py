"""Reading distance-vector problems by their parts: vectors, costs of links, tables and what a neighbour advertises, in any layout."""

from __future__ import annotations

import re

from engine.generators.cn._clauses import Problem
from engine.generators.kind import Recognition
from engine.generators.reading import StayOut

_REFUSED = r"毒性|水平分割|无穷计数|环路|触发|链路状态|OSPF|BGP|Dijkstra|迪杰|故障|断开|失效|断了|坏消息|定时|超时|180|30秒|收敛|几次|多少次|第[二三]次|先后|再收到|又收到|删除|不能|拓扑|抑制|随后|之后又|接着|变成不可达|邻接矩阵"
_NUMBERS = r"\d{1,3}(?:\s*[,、 ]\s*\d{1,3}){2,}"
_ROUTER = r"(?-i:(?!N\d|Net)[A-Z]\d{0,2})(?![A-Za-z0-9])"
_NETWORK = r"(?<![A-Za-z\d.])(?:N|Net|网络?)\s?\d{1,2}(?![\d.])|(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?:/\d{1,2})?(?![\d.])"
_HARMLESS = (
    "距离向量 距离-向量 距离矢量 向量 矢量 算法 路由算法 路由 路由选择 协议 RIP 更新 路由器 结点 节点 邻居 相邻 收到 发来 发送 来自 路由表 路由信息 通告 报文 表 距离 下一跳 目的网络 目的 网络 到达 更新后 测得 测量 经测量 延迟 链路 "
    "自治系统 某时刻 时刻 某 采用 表项 原来 原 我 表里 新 新的 到各 各 所有 以下 下列 跳 跳数 直连 可达 不可达 结果 当前 它 最新 更新报文 按 网 条 含有 六个 五个 四个 三个 两个 括号内 括号内依次 依次 分别 到 的 开销 代价 延迟值 "
    "包括 使用 输出 线路 输出线路 预计 预计延迟 试给出 刚刚 假定 现在 两两 相连 直接相连 中 为 空 以 计 有 相邻路由器 路由项 项 此时 是否 向 从 后 信息 给 自己 邻接 传来 发 了 表示 链路延迟 原表 的路由 那条 一条 这条 该 经 经过 走 链路代价 运行 最小 最短 选择 哪个 应 谁 哪 报文中 其中 为空 几 变 成 变成 还 不变 怎么 我这边 这边 改成 改为 更新成 更新为 求 含 本来 说 只有 完 现 三台 三个 是 台 其中到"
)


def recognise(text: str) -> Recognition | None:
    """The parameters of the kind's `solve`; None or `StayOut` where a number or a word is not understood."""
    for reader in (_offers, _single, _vectors, _entry):
        problem = Problem(_directed(text), short_rates=False)
        problem.refuse(_REFUSED)
        try:
            seen = reader(problem)
        except StayOut:
            continue
        if seen is not None:
            return seen
    return None


def written_out(text: str) -> str:
    """What a chat calls a routing table, and what it asks of one, in full."""
    text = re.sub(r"(?<=[来有的])的?表(?=[:：\n是长怎变])", "路由表", text)
    text = re.sub(r"(?<=[A-Z])新表", "更新后的路由表", text)
    text = re.sub(r"(?<=更新)完", "后", text)
    return re.sub(r"长(?:啥|什么)样|(?:变|改)成(?:啥|什么)样|求一下|啥样", "是什么", text)


def _directed(text: str) -> str:
    return re.sub(r"[“”\"]", "", text)


def _vectors(problem: Problem) -> Recognition | None:
    """Neighbours' vectors with labels told once, and the costs to the neighbours."""
    vectors: dict[str, list[int]] = {}
    for match in problem.take_all(
        rf"(?:来自)?(?:邻居|路由器)?(?P<name>{_ROUTER})(?:的)?(?:距离|延迟)?(?:向量|矢量)?(?:为|是|:|=|\s)*\(\s*(?P<numbers>{_NUMBERS})\s*\)"
    ):
        if match["name"] in vectors:
            return None
        vectors[match["name"]] = [int(number) for number in re.findall(r"\d+", match["numbers"])]
    if len(vectors) < 2:
        return None
    names = rf"{_ROUTER}(?:\s*(?:、|,|和|与|及|/|\s)\s*{_ROUTER})+"
    costs: dict[str, int] = {}
    own = None
    joint = problem.take(
        rf"(?:(?:路由器|结点|节点)?(?P<own>{_ROUTER}))?(?:测得|测量)?(?:自己)?(?:到|与|和)(?:邻居|相邻路由器|路由器)?(?P<names>{names})(?:之间)?的?(?:链路)?(?:延迟|距离|代价|开销|费用)?(?:值)?(?:分别|依次|各|为|是|:|=|\s)+(?P<numbers>\d{{1,3}}(?:\s*(?:、|,|和|与|/|\s)\s*\d{{1,3}})+)(?!\d)"
    )
    if joint is not None:
        listed, numbers = re.findall(r"[A-Z]\d*", joint["names"]), [int(number) for number in re.findall(r"\d+", joint["numbers"])]
        if len(listed) != len(numbers) or len(set(listed)) != len(listed):
            return None
        own, costs = joint["own"], dict(zip(listed, numbers, strict=True))
    else:
        for match in problem.take_all(
            rf"(?:(?P<own>{_ROUTER})\s*(?:到|-|→)\s*)?(?:到)?(?P<name>{_ROUTER})\s*(?:的)?(?:链路)?(?:延迟|距离|代价|开销)?(?:为|是|=|:|\s)*(?P<value>\d{{1,3}})(?!\d)"
        ):
            if match["name"] in costs or (own is not None and match["own"] not in (None, own)):
                return None
            own = match["own"] or own
            costs[match["name"]] = int(match["value"])
    size = {len(vector) for vector in vectors.values()}
    if set(costs) != set(vectors) or len(size) != 1:
        return None
    count = size.pop()
    labels: set[tuple[str, ...]] = set()
    for match in problem.take_all(r"(?P<first>(?-i:A))\s*(?:~|-|至|到)\s*(?P<last>(?-i:[C-Z]))(?![A-Za-z0-9])"):
        labels.add(tuple(chr(code) for code in range(ord("A"), ord(match["last"]) + 1)))
    for match in problem.take_all(rf"{_ROUTER}(?:\s*(?:、|,|和|与|及|\s)\s*{_ROUTER}){{2,}}"):
        ordered = tuple(re.findall(r"[A-Z]\d*", match[0]))
        if set(ordered) != set(vectors):
            labels.add(ordered)
    labels = {label for label in labels if len(label) == count} if any(len(label) == count for label in labels) else labels
    if not labels:
        letters = tuple(chr(ord("A") + number) for number in range(count))
        if not all(name in letters and vectors[name][letters.index(name)] == 0 for name in vectors):
            return None
        labels = {letters}
    if len(labels) != 1:
        return None
    order = next(iter(labels))
    if len(order) != count or any(name in order and vectors[name][order.index(name)] != 0 for name in vectors):
        return None
    for match in problem.take_all(
        rf"(?:路由器|结点|节点|到达|则|给出|求|试给出)?(?P<name>{_ROUTER})(?=收到|更新|的新|的路由|的向量|的邻居|,|的|新|经|到|怎么|。|$)"
    ):
        if own not in (None, match["name"]) and match["name"] not in vectors:
            return None
        if match["name"] not in vectors:
            own = match["name"]
    goal = problem.take(rf"(?:到|去)(?:路由器|结点|节点)?(?P<name>{_ROUTER})")
    asked = problem.take_all(
        r"(?:的)?(?:新(?:的)?)?(?:路由表|距离向量|向量|距离|延迟|代价|开销)(?:是|为|和|与|、|,|及)*(?:多少|什么)?|(?:新的?|更新后的?)?(?:路由表|距离|向量|矢量)"
    )
    hops = bool(re.search(r"下一跳|输出线路|(?:经|走|从)哪|线路", problem.text))
    problem.take_all(r"下一跳(?:路由器)?|输出线路|\((?:包括|含)|(?:预计)?延迟\)")
    problem.finish(_HARMLESS)
    if not asked or own is None or own in vectors:
        return None
    only = goal["name"] if goal is not None else None
    if only is not None and only not in order:
        return None
    return Recognition(
        parameters={"task": "vectors", "own": own, "labels": list(order), "costs": costs, "vectors": {name: vectors[name] for name in vectors}, "hops": hops, "only": only},
        understood=(
            ("到邻居", "、".join(f"{name} 为 {value}" for name, value in costs.items())),
            ("邻居的向量", "；".join(f"{name} ({', '.join(map(str, vector))})" for name, vector in vectors.items())),
            ("目的", "、".join(order)),
        ),
    )  # fmt: skip


def _single_by_single(problem: Problem) -> Recognition | None:
    """`X 到 Y 的代价为 4`, `Y 通告到 W 的距离是 9`, one by one."""
    offers = problem.take_all(
        rf"(?:邻居|路由器)?(?P<name>{_ROUTER})(?:向(?:它|其|{_ROUTER}))?(?:通告|告诉|告知|宣告|发来|说)(?:了)?(?:{_ROUTER}|它|自己)?(?:的)?(?:它|自己)?到(?:目的)?(?:网络|结点|节点)?(?P<goal>{_ROUTER})的?(?:距离|代价|开销|延迟)?(?:为|是|=|:)*(?P<value>\d{{1,3}})(?!\d)"
    )
    links = problem.take_all(
        rf"(?:路由器)?(?P<own>{_ROUTER})\s*(?:到|-|和)(?:邻居)?(?P<name>{_ROUTER})(?:之间)?的?(?:链路)?(?:距离|代价|开销|延迟)?(?:为|是|=|:)*(?P<value>\d{{1,3}})(?!\d)"
    )
    costs = {match["name"]: int(match["value"]) for match in links}
    vectors = {match["name"]: [int(match["value"])] for match in offers}
    goals, owners = {match["goal"] for match in offers}, {match["own"] for match in links}
    if (
        len(costs) != len(links)
        or len(vectors) != len(offers)
        or len(vectors) < 2
        or set(costs) != set(vectors)
        or len(goals) != 1
        or len(owners) != 1
    ):
        return None
    goal, own = goals.pop(), owners.pop()
    if goal in vectors or goal == own or own in vectors:
        return None
    problem.take_all(rf"(?:的)?(?:邻居)(?:只)?有{_ROUTER}(?:和|、|与){_ROUTER}|(?<![A-Za-z0-9]){_ROUTER}|下一跳")
    problem.finish(_HARMLESS)
    return Recognition(
        parameters={"task": "vectors", "own": None, "labels": [goal], "costs": costs, "vectors": vectors, "hops": bool(re.search("下一跳|哪个邻居|走哪|经哪", problem.text)), "only": goal},
        understood=(("到邻居", "、".join(f"{name} 为 {value}" for name, value in costs.items())), (f"邻居到 {goal}", "、".join(f"{name} 为 {value[0]}" for name, value in vectors.items()))),
    )  # fmt: skip


def _take(problem: Problem, pattern: str) -> re.Match[str] | None:
    """The pattern's first match, taken but for its groups `gap…`, which are left for `finish`."""
    before = problem.rest
    match = problem.take(pattern)
    for name in match.groupdict() if match is not None else ():
        if match is not None and name.startswith("gap") and match[name]:
            start, end = match.span(name)
            problem.rest = problem.rest[:start] + before[start:end] + problem.rest[end:]
    return match


def _entry(problem: Problem) -> Recognition | None:
    """One entry of RIP and one offer, or the least of several neighbours' offers."""
    text = problem.rest
    networks = {match[0].replace(" ", "") for match in re.finditer(_NETWORK, text, re.IGNORECASE)}
    if len(networks) != 1:
        return None
    network = networks.pop()
    own = _take(
        problem,
        rf"(?:{_NETWORK})?(?P<gap1>[^。;\d不没无]{{0,16}}?)(?:本来|原来|原先|原|当前|现有|已有|有|记录|路由表|表)(?P<gap2>[^。;不没无]{{0,18}}?)(?:{_NETWORK})?(?P<gap3>[^。;\d不没无]{{0,6}}?)\(?(?:{_NETWORK})?,?(?:距离|跳数)?(?:为|是|:|=|\s)*(?<![A-Za-z\d.])(?P<distance>\d{{1,2}})(?!\d)跳?,?(?:下一跳)?(?:为|是|路由器|经|:|\s)*(?P<via>{_ROUTER})\)?",
    )
    if own is None:
        return None
    offer = _take(
        problem,
        rf"收到(?:了)?(?:来自)?(?:相邻|邻居)?(?:的)?(?:路由器)?(?P<from>{_ROUTER})(?P<gap4>[^。;\d不没无]{{0,24}}?)(?:{_NETWORK})?(?P<gap5>[^。;\d不没无]{{0,8}}?)\(?(?:{_NETWORK})?,?(?:距离|跳数)?(?:为|是|:|=|\s)*(?<![A-Za-z\d.])(?P<distance>\d{{1,2}})(?!\d)跳?\)?",
    ) or _take(
        problem,
        rf"(?:邻居|路由器)?(?P<from>{_ROUTER})(?:又|新)?(?:发来?|送来|传来|通告)(?:了|的)?(?:一个)?(?:RIP)?(?:报文|更新|通告|消息)?(?P<gap6>[^。;\d不没无]{{0,10}}?)到(?:目的)?(?:{_NETWORK})的?(?:距离|跳数)?(?:为|是|:|=|\s)*(?<![A-Za-z\d.])(?P<distance>\d{{1,2}})(?!\d)跳?",
    )
    if offer is None:
        return None
    return _rip(problem, {network: [int(own["distance"]), own["via"]]}, {network: int(offer["distance"])}, offer["from"], [network])


def _offers(problem: Problem) -> Recognition | None:
    """An empty table, and the networks with their hops that several neighbours advertise."""
    if not problem.take(r"(?:路由表)?(?:原来|原|初始|起初|开始时?)?(?:的路由表)?(?:为|是)空"):
        return None
    heads = list(
        re.finditer(
            rf"(?:从|收到)(?:邻居|路由器)?(?P<name>{_ROUTER})[^。;\d不没无]{{0,14}}?(?:距离)?(?:向量|矢量|路由信息|报文)?(?:为|是|:)",
            problem.rest,
        )
    )
    vectors: dict[str, dict[str, int]] = {}
    for number, head in enumerate(heads):
        end = heads[number + 1].start() if number + 1 < len(heads) else len(problem.rest)
        pairs = re.findall(rf"({_NETWORK})\s*[,:(]?\s*(\d{{1,2}})(?![\d.])\)?", problem.rest[head.end() : end], re.IGNORECASE)
        if not pairs or head["name"] in vectors:
            return None
        vectors[head["name"]] = {name.replace(" ", ""): int(hops) for name, hops in pairs}
        if len(vectors[head["name"]]) != len(pairs):
            return None
    networks = list(next(iter(vectors.values()), {}))
    if (
        len(vectors) < 2
        or any(set(vector) != set(networks) for vector in vectors.values())
        or any(hops > 14 for vector in vectors.values() for hops in vector.values())
    ):
        return None
    problem.take_all(rf"({_NETWORK})\s*[,:(]?\s*(\d{{1,2}})(?![\d.])\)?")
    problem.take_all(rf"{_NETWORK}|(?:相邻路由器|邻居)(?:有|是)?|(?<![A-Za-z0-9]){_ROUTER}")
    if not problem.has("多少|几|什么|求|\\?|写出|给出") or not problem.has("RIP|跳"):
        return None
    hops = bool(re.search("下一跳", problem.text))
    problem.finish(_HARMLESS)
    return Recognition(
        parameters={
            "task": "vectors", "own": None, "labels": networks, "costs": dict.fromkeys(vectors, 1),
            "vectors": {name: [vector[network] for network in networks] for name, vector in vectors.items()}, "hops": hops, "only": None,
        },
        understood=(("邻居的通告", "；".join(f"{name}（{'，'.join(f'{network} {hops}' for network, hops in vector.items())}）" for name, vector in vectors.items())), ("到邻居", "各 1 跳")),
    )  # fmt: skip


def _single(problem: Problem) -> Recognition | None:
    """The costs to several neighbours, and each neighbour's cost to one destination."""
    names = rf"{_ROUTER}(?:\s*(?:、|,|和|与|及|/)\s*{_ROUTER})+"
    lists = problem.take_all(
        rf"(?P<names>{names})(?P<between>[^。;\d不没无]{{0,24}}?)(?:分别|依次|各)?(?:为|是|:|=|\s)+(?P<numbers>\d{{1,3}}(?:\s*(?:、|,|和|与|/)\s*\d{{1,3}})+)(?!\d)"
    )
    if not lists:
        return _single_by_single(problem)
    if len(lists) != 2:
        return None
    first, second = ([int(number) for number in re.findall(r"\d+", match["numbers"])] for match in lists)
    routers = [re.findall(r"[A-Z]\d*", match["names"]) for match in lists]
    told = [bool(re.search("通告|告知|告诉|发来|宣告|到目的|目的|去往", match["between"])) for match in lists]
    if routers[0] != routers[1] or len(first) != len(routers[0]) or len(second) != len(first) or told != [False, True]:
        return None
    goal = re.search(rf"到(?:目的)?(?:网络|地)?\s*(?P<name>{_ROUTER})", lists[1]["between"])
    label = goal["name"] if goal else "目的网络"
    hops = bool(re.search("下一跳|哪个邻居|选择哪|走哪|经哪|经过哪", problem.text))
    problem.take_all(rf"(?:到)?(?:邻居|路由器)?(?<![A-Za-z0-9]){_ROUTER}|下一跳|哪个邻居|作为")
    if not problem.has("多少|几|什么|求|\\?|哪"):
        return None
    problem.finish(_HARMLESS)
    costs, vectors = dict(zip(routers[0], first, strict=True)), {name: [value] for name, value in zip(routers[0], second, strict=True)}
    return Recognition(
        parameters={"task": "vectors", "own": None, "labels": [label], "costs": costs, "vectors": vectors, "hops": hops, "only": label},
        understood=(("到邻居", "、".join(f"{name} 为 {value}" for name, value in costs.items())), (f"邻居到 {label}", "、".join(f"{name} 为 {value[0]}" for name, value in vectors.items()))),
    )  # fmt: skip


def _rip(
    problem: Problem, present: dict[str, list[object]], advertised: dict[str, int], sender: str, networks: list[str]
) -> Recognition | None:
    problem.take_all(rf"{_NETWORK}|(?:下一跳(?:路由器)?)|(?<![A-Za-z0-9]){_ROUTER}|\(?16(?:跳)?(?:表示|为|代表|即)不可达\)?")
    if not re.search(r"多少|几|什么|是否|\?|\(\s*\)|(?:为|是)[。\s]*$|求", problem.text):
        return None
    problem.take_all(r"(?:更新(?:后|成|为)|改(?:成|为)|变(?:成|为)|是|为)*(?:多少|几)(?:跳)?")
    problem.finish(_HARMLESS)
    if any(not 0 <= int(str(entry[0])) <= 16 for entry in present.values()) or any(not 0 <= hops <= 16 for hops in advertised.values()):
        return None
    return Recognition(
        parameters={"task": "rip", "neighbour": sender, "present": present, "advertised": advertised, "networks": networks, "whole": False},
        understood=(
            ("原路由表", "；".join(f"{network} {entry[0]} {entry[1] or '直连'}" for network, entry in present.items())),
            (f"{sender} 的通告", "；".join(f"{network} {hops}" for network, hops in advertised.items())),
        ),
    )
