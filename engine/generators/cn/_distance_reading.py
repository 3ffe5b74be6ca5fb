"""Reading updates from neighbours' distance vectors: costs to neighbours, vectors as lists, tables or single distances, whole networks."""

from __future__ import annotations

import re

from engine.generators.alternatives import first_reading
from engine.generators.cn._rip_reading import NETWORK, ROUTER, Advertising, capitals
from engine.generators.kind import Recognition
from engine.generators.reading import compiled, normalise, stay_out, to_int
from engine.generators.topic import TAKEN

_NUMBER = r"(?:\d{1,4}|∞|inf)"
_NUMBERS = rf"{_NUMBER}(?:\s*(?:,|、|和|与|及|/|\s)\s*{_NUMBER})+"
_NAMES = rf"{ROUTER}(?:(?:\s*(?:、|,|和|与|及|以及|/)\s*|\s+)(?:邻居|路由器)?{ROUTER})+"
_WAY = r"(?:距离|延迟|代价|开销|费用|度量|成本|权值?|权重|跳数|路径长度)"
_GOES = r"(?:邻居|相邻|直接|直连|路由器|目的地?|网络|结点|节点|终点|的)*"
_IS = r"(?:之间|的|链路|直连|直接|最短|最小|当前|现有)*" + _WAY + r"?(?:的?值)?(?:分别|依次|各|都|均|等于|为|是|=|:|有|\s)*"


class Network(Advertising):
    """A problem of a whole network, which may be said to converge or to lose a link."""

    refused = (
        r"链路状态|OSPF|BGP|Dijkstra|迪杰|如图|见图|(?:(?<!未)(?<!没有)(?:采用|使用)(?:了)?)(?:水平分割|毒性)|毒性逆转(?=后|时)|环路|坏消息"
    )


FAR = 1 << 20
"""Stands for an infinite distance."""


def _read(text: str, topic: type[Advertising] = Advertising) -> Advertising:
    """The problem, 它们 written out where the neighbours were listed just before."""
    text = re.sub(r"(?<![A-Za-z])(?:c|cost|w)\s*\(\s*([A-Za-z]\d?)\s*,\s*([A-Za-z]\d?)\s*\)", r"\1到\2的代价", text)
    text = _in_words(text)
    text = re.sub(r"(?<=R\d)\s*(?:…+|\.{2,})\s*(?=R\d)", "~", capitals(normalise(text)))
    if listed := re.search(rf"(?:邻居|相邻路由器|相邻结点)(?:路由器)?(?:只|仅|分别|有|是|为|:)*(?P<names>{_NAMES})", text):
        names = "、".join(_names(listed["names"]))
        text = text[: listed.end()] + re.sub(
            r"它们|他们|她们|这?[两二三四五]个?(?:邻居|者)|各个?邻居(?!的?向量)|这些邻居|邻居们", names, text[listed.end() :]
        )
    return topic(text)


def _in_words(text: str) -> str:
    """`Dx(y)` as the distance from x to y; a list of them behind `距离向量` only says its order."""
    one = r"(?<![A-Za-z])[Dd]\s*_?\s*\{?([A-Za-z])\}?\s*\(\s*([A-Za-z])\s*\)"
    row = rf"{one}(?:\s*,\s*{one})+"
    text = re.sub(
        rf"((?:距离)?[向矢]量)\s*(?:D\s*_?[A-Za-z]\s*)?(?:=|为|是|:)*\s*[(\[]\s*{row}\s*[)\]]",
        lambda found: found[1] if len({found[number] for number in (2, 4)}) == 1 else found[0],
        text,
    )
    return re.sub(rf"{one}", r"\1到\2的距离", text)


def _value(text: str) -> int:
    return int(text) if text.isdigit() else FAR


def _names(text: str) -> list[str]:
    return re.findall(r"(?<![A-Za-z0-9])[A-Z]\d{0,2}(?![A-Za-z0-9])", text)


def recognise(text: str) -> Recognition | None:
    """The parameters of the kind's `solve`; None or `StayOut` where a figure or a word is not understood."""
    return first_reading(_by_vectors, _by_distances, _by_links, _by_chain)(text)


def _take_words(problem: Advertising) -> None:
    problem.take_all(
        rf"\(?{_WAY}(?:均|都)?(?:以|按|用|单位(?:为|是))(?:毫秒|ms|跳)(?:计算?|为单位)?\)?|(?:一共|共)?(?:有)?(?:[两二三四五六七八\d]个|(?<![\d.])[三四五六])(?:直接|直连|与(?:它|其)|相连|相邻|的|其他|其余|目的)*(?:邻居|邻站|路由器|结点|节点|目的地?|网络|站点)(?:结点|节点|路由器)?|∞(?:表示|即|为)不可达"
    )


def _by_vectors(text: str) -> Recognition | None:
    """Costs to several neighbours, and each neighbour's vector over the same destinations."""
    problem = _read(text)
    _take_words(problem)
    vectors: dict[str, list[int]] = {}
    labels: list[str] = []

    def add(name: str, numbers: list[int]) -> None:
        if name in vectors:
            stay_out(f"two vectors of {name}")
        vectors[name] = numbers

    def label(names: list[str]) -> None:
        nonlocal labels
        if labels not in ([], names):
            stay_out("destinations of two kinds")
        labels = names

    if table := problem.take_table():
        rows = table.rows
        head = [re.sub(r"\s", "", cell) for cell in rows[0]]
        named = [re.search(rf"{ROUTER}", cell) for cell in head[1:]]
        if not all(named) and not all(re.fullmatch(NETWORK, cell, re.IGNORECASE) for cell in head[1:]):
            return None
        across = [found[0] if found else head[number + 1] for number, found in enumerate(named)]
        if (re.search("目的|到", head[0]) and not re.search("邻居|来自|经", head[0])) or any(
            re.search("来自|的?向量|邻居", cell) for cell in head[1:]
        ):
            label([row[0] for row in rows[1:]])
            for number, name in enumerate(across, 1):
                add(name, [_value(row[number]) for row in rows[1:]])
        else:
            label(across)
            for row in rows[1:]:
                heading = re.search(ROUTER, row[0])
                if heading is None:
                    return None
                add(heading[0], [_value(cell) for cell in row[1:]])
    of = r"(?:\ue000|发来|报来|给的|给出|给|送来|传来|通告|告知|收到|的)*(?:到各(?:结点|节点|目的)的?)?(?:距离|延迟|路由)?(?:向量|矢量|信息|表)?(?:为|是|:|=|\s|\(|\ue000)*"
    item = rf"(?:到)?(?:{ROUTER}|{NETWORK})\s*(?:[:=]|为|是|\()\s*{_NUMBER}\)?"
    for match in problem.take_all(rf"(?:邻居|来自|路由器|从)*(?P<name>{ROUTER}){of}(?P<map>\(?{item}(?:\s*[,、;]\s*{item}){{2,}}\)?)"):
        pairs = dict(re.findall(rf"({ROUTER}|{NETWORK})\s*(?:[:=]|为|是|\()\s*({_NUMBER})", match["map"], re.IGNORECASE))
        label(labels if set(labels) == set(pairs) else list(pairs))
        add(match["name"], [_value(pairs[name]) for name in labels])
    group = rf"\(\s*{_NUMBER}(?:\s*[,、\s]\s*{_NUMBER}){{1,}}\s*\)"
    for match in problem.take_all(rf"\(\s*(?P<names>{_NAMES})\s*\)(?=\s*(?:=|为|是|:)*\s*{group})"):
        label(_names(match["names"]))
    for match in problem.take_all(rf"(?P<names>{_NAMES})[^\d()。;\n]{{0,18}}?(?P<lists>{group}(?:\s*(?:、|,|和|;|与)*\s*{group})+)"):
        names, lists = _names(match["names"]), re.findall(group, match["lists"], re.IGNORECASE)
        if len(names) != len(lists):
            return None
        for name, numbers in zip(names, lists, strict=True):
            add(name, [_value(value) for value in re.findall(_NUMBER, numbers)])
    for match in problem.take_all(
        rf"(?:邻居|来自|路由器|从)*(?P<name>{ROUTER}){of}(?P<list>{group})|(?:来自|邻居)(?P<other>{ROUTER}){of}(?P<bare>{_NUMBER}(?:\s*[,、\s]\s*{_NUMBER}){{2,}})"
    ):
        add(match["name"] or match["other"], [_value(value) for value in re.findall(_NUMBER, match["list"] or match["bare"])])
    if len(vectors) < 2 or len({len(vector) for vector in vectors.values()}) != 1:
        return None
    costs, own = _costs(problem, set(vectors))
    for match in problem.take_all(
        rf"\(?(?:向量|各?分量|元素|数字|括号内)?(?:的|各|是|为|:|中|内)*(?:顺序|次序|依次|分别|按照?|表示|对应|从左到右|给出|代表)(?:顺序|次序|依次|分别|表示|对应|给出|代表|是|为|其|它|:)*(?:到|去往)?(?:目的地?|结点|节点|网络|路由器|的)*(?P<names>{_NAMES}|{NETWORK}(?:\s*[,、和]\s*{NETWORK})+|[A-Z]\s*(?:~|-|至|到|…)\s*[A-Z](?![A-Za-z0-9]))(?:各)?(?:个)?(?:六|五|四|三)?(?:个)?(?:目的地?|结点|节点|网络|路由器)?(?:的)?(?:的)?(?:顺序|次序)?(?:排列|给出)?(?:的)?{_WAY}?\)?"
    ):
        label(_listed(match["names"]))
    if not labels:
        for match in problem.take_all(
            rf"到(?:目的地?|结点|节点|网络|路由器|各|的)*(?P<names>{_NAMES}|{NETWORK}(?:\s*[,、和]\s*{NETWORK})+|[A-Z]\s*(?:~|-|至)\s*[A-Z](?![A-Za-z0-9]))"
        ):
            names = _listed(match["names"])
            if len(names) == len(next(iter(vectors.values()))):
                label(names)
    width = len(next(iter(vectors.values())))
    for match in problem.take_all(rf"(?P<names>{_NAMES})(?:[一-十两]个|等)*(?:路由器|结点|节点)"):
        names = _names(match["names"])
        if not labels and len(names) == width:
            label(names)
    if not labels and len(vectors) > 1:
        labels = [chr(65 + number) for number in range(width)]  # in the order of the alphabet, if the zeros below agree
        if not set(vectors) <= set(labels):
            return None
    if len(labels) != width or len(set(labels)) != width or set(costs) != set(vectors):
        return None
    # A neighbour's distance to itself is 0: otherwise the order is another.
    if any(name in labels and vectors[name][labels.index(name)] != 0 for name in vectors):
        return None
    parts = _parts(problem, labels)
    only = _only(problem, labels)
    own = own or _own(problem, set(vectors))
    if own is None and not set(labels) <= set(vectors) and only is None and len(re.findall(ROUTER, "、".join(labels))) == len(labels):
        return None  # one of the destinations may be the router itself
    if parts:
        if only is not None or any(not set(names) <= set(labels) for names, _ in parts):
            return None
        problem.take_all(r"\(?按?到?(?:的)?(?:次序|顺序)(?:排列)?\)?|排列")
    return _finished(problem, own, labels, costs, vectors, only, parts)


def _listed(text: str) -> list[str]:
    if span := re.fullmatch(r"([A-Z])\s*(?:~|-|至|到|…)\s*([A-Z])", text.strip()):
        return [chr(code) for code in range(ord(span[1]), ord(span[2]) + 1)]
    return [re.sub(r"\s", "", name) for name in re.findall(rf"{ROUTER}|{NETWORK}", text)]


def _costs(problem: Advertising, neighbours: set[str]) -> tuple[dict[str, int], str | None]:
    """What it costs to reach the neighbours, and whose cost it is."""
    costs: dict[str, int] = {}
    owners: set[str] = set()

    def put(own: str | None, names: list[str], numbers: list[str]) -> None:
        if len(names) != len(numbers):
            stay_out("costs that do not pair")
        for name, number in zip(names, numbers, strict=True):
            if costs.setdefault(name, int(number)) != int(number):
                stay_out("two costs")
        if own:
            owners.add(own)

    who = rf"(?:(?:路由器|结点|节点)?(?P<own>{ROUTER})|本机|自己|它|其)?(?:测得|测出|测量|已知|知道|的|自己|有|[两二三四]个)*(?:它|其|自己)?(?:到|与|和|去|距)?"
    for match in problem.take_all(
        rf"{who}(?:邻居|相邻|直接|直连|路由器|结点|节点|它们?|的|这)*(?P<names>{_NAMES})(?:,)?(?:的|这[两二三四]个|邻居|链路|相连|相邻|实测|测得|,)*{_IS}(?P<numbers>{_NUMBERS})(?!\d)"
    ):
        put(match["own"], _names(match["names"]), re.findall(r"\d+", match["numbers"]))
    for match in problem.take_all(
        rf"(?:路由器|结点|节点)?(?P<own>{ROUTER})\s*(?:到|与|和|-|—)(?:邻居|相邻|直接|直连|路由器)*(?P<name>{ROUTER}){_IS}(?P<value>\d{{1,3}})(?!\d)"
    ):
        put(match["own"], [match["name"]], [match["value"]])
    for match in problem.take_all(
        rf"(?:到|与|和|邻居|只有|有|、|,|:|;|\()\s*(?:邻居)?(?P<name>{ROUTER})(?:的)?(?:链路)?(?:为|是|=|:|\s|\(|{_WAY})+(?P<value>\d{{1,3}})(?!\d)\)?"
    ):
        put(None, [match["name"]], [match["value"]])
    if len(owners) > 1 or owners & neighbours:
        stay_out("costs of two routers")
    return costs, owners.pop() if owners else None


def _own(problem: Advertising, neighbours: set[str]) -> str | None:
    """The router that updates its table, where the text names it."""
    found = {
        match[1] or match[2]
        for match in re.finditer(
            rf"({ROUTER})(?:[^\S\n]|现在?|刚|将|先后|依次|分别)*(?:收到|接收到|接到|更新|有[两二三四\d]个邻居|的(?:[两二三四\d]个)?邻居|邻居|的新|的路由表|新的?路由表|到各|到其[他它]|到所有|到达|测得|测量|计算)|(?:到达|送达|发给|发到)(?:路由器|结点)?({ROUTER})(?=的(?:向量|矢量)|[;,。])",
            problem.text,
        )
    } - neighbours
    if len(found) > 1:
        stay_out("two routers")
    return next(iter(found), None)


def _data_end(problem: Advertising) -> int:
    """Where the last figure stands that was read."""
    return max(
        (mark.end() for mark in re.finditer(r"\d+(?!\s*[)）.、])(?<!\(\d)", problem.text) if problem.rest[mark.start()] == TAKEN), default=0
    )


def _parts(problem: Advertising, labels: list[str]) -> list[tuple[list[str], str]]:
    """Of which destinations what is asked, where several are named: distance, next hop or both."""
    one = rf"(?:{ROUTER}|{NETWORK})"
    choosing = r"(?:分别|各|应该?|该|将|要|会|需|可以?)*(?:选择?|经过?|走|通过|由|交给)+(?:由|过)?(?:哪一?(?:个|条)|谁|什么)(?:邻居|路由器|线路|结点|节点)?(?:作为?|做|当|转发)*(?:下一跳)?"
    pattern = (
        rf"(?:则|求|问|更新后|计算|那么|(?:{ROUTER})?(?:的)?(?:新)?(?:路由表|表)(?:中|里)?(?:的)?)*(?:{ROUTER})?(?:更新后)?(?:到达?|去往?)(?:目的地?|网络|结点|节点|路由器)*(?P<names>{one}(?:(?:\s*(?:、|,|和|与|及|以及)\s*|\s+){one})+)(?![A-Za-z0-9])(?:这)?(?:[两二三四五六]个)?(?:目的地?|网络|结点|节点|路由器)?"
        rf"(?:(?:的)?(?:新|最短|最小|最新)*(?:的)?(?P<far>{_WAY}|最短路径)(?P<both>(?:和|与|及|以及|、)(?:所选的?|相应的?|对应的?)?(?:下一跳|输出线路)(?:路由器)?)?|(?:的)?(?P<hop>下一跳(?:路由器)?|{choosing}))(?:分别|各|应|是|为|变为|等于)*(?:多少|几|什么|谁|哪(?:个|些)?)?"
    )
    told = _data_end(problem)
    found = [match for match in compiled(pattern).finditer(problem.rest) if match.start() >= told]
    before = problem.rest
    problem.take_spans([match.span() for match in found])
    problem.mark_asked(before)
    return [(_listed(match["names"]), "both" if match["both"] else "far" if match["far"] else "hop") for match in found]


def _only(problem: Advertising, labels: list[str]) -> str | None:
    """The one destination that is asked about."""
    found = {
        match["name"] or match["goal"]
        for match in problem.take_asked(
            rf"(?:则|求|问|更新后|计算|那么)*(?:{ROUTER})?(?:更新后)?(?:到达?|去往?)(?:目的地?|网络|结点|节点|路由器)*(?P<name>{ROUTER}|{NETWORK})(?![A-Za-z0-9]|\s*(?:~|-|、|,\s*[A-Z]))(?=的?(?:新|最短|最小|最新)*的?(?:{_WAY}|路|下一跳|走|应该|该|经))|D\s*{ROUTER[:0]}[a-z]\s*\(\s*(?P<goal>[A-Za-z]\d?)\s*\)"
        )
    }
    if len(found) > 1:
        stay_out("two destinations")
    name = next(iter(found), None)
    if name is not None:
        name = re.sub(r"\s", "", name)
        if name.upper() in labels:
            return name.upper()
        if name not in labels:
            stay_out(f"no {name}")
    return name


def _finished(
    problem: Advertising,
    own: str | None,
    labels: list[str],
    costs: dict[str, int],
    vectors: dict[str, list[int]],
    only: str | None,
    parts: list[tuple[list[str], str]] | None = None,
) -> Recognition | None:
    begin = _data_end(problem)
    hops = bool(
        problem.take_asked(
            r"(?:及|和)?(?:相应|对应|所选|选择)?(?:的)?(?:下一跳|输出线路|出口线路|所选的?邻居)(?:路由器|结点|节点)?(?:分别|各|是|为|应)*(?:谁|多少|什么|哪(?:个|里|儿)?)?|(?:选择?|走|经过?|由|交给)+(?:哪一?(?:个|条)|谁)(?:邻居|路由器|线路)?(?:作为?|做|当)?(?:下一跳)?"
        )
    )
    far = problem.take_asked(
        rf"(?:新|最短|最小|各|到各|个|结点|节点|目的地?|网络|所有|每个|其他|达|到|的)*(?:{_WAY}|最短路径|路由表|(?:距离)?(?:向量|矢量))(?:的值)?(?:分别|各|应|是|为|变成|变为|等于|更新为|:)*(?:多少|几|什么)?|(?:是|为|最短|最小)(?:多少|几)|新表"
    )
    problem.take_all(
        rf"(?:{ROUTER})(?=收到|更新后?|接收到|的|现在|刚|有|测|运行|与|到|使用|采用|按|,|。|、|和|各|依次|分别|$|\ue000|;)|(?:来自|邻居|路由器|结点|节点|到){ROUTER}|{ROUTER}"
    )
    problem.settle()
    if not (far or hops or only or parts) or (parts and (hops or any(match.start() >= begin for match in far))):
        return None
    if own in vectors:
        return None
    return Recognition(
        parameters={
            "task": "vectors",
            "own": own,
            "labels": labels,
            "costs": costs,
            "vectors": vectors,
            "hops": hops,
            "only": only,
            "parts": [[names, what] for names, what in parts or []],
        },
        understood=(
            ("到邻居", "、".join(f"{name} 为 {value}" for name, value in costs.items())),
            (
                "邻居的向量",
                "；".join(f"{name} ({', '.join('∞' if far >= FAR else str(far) for far in vector)})" for name, vector in vectors.items()),
            ),
            ("目的", "、".join(labels)),
        ),
    )


def _by_distances(text: str) -> Recognition | None:
    """Distances told one by one or in short lists: from the router to its neighbours, from these to one destination."""
    problem = _read(text)
    _take_words(problem)
    goal_name = rf"(?:{ROUTER}|{NETWORK})"
    facts: dict[tuple[str, str], int] = {}

    def put(one: str, other: str, value: str) -> None:
        if facts.setdefault((one, re.sub(r"\s", "", other)), int(value)) != int(value):
            stay_out("two distances")

    says = r"(?:(?:向|给|告诉|通知)(?:它|其|我|(?-i:[A-Z])\d?))?(?:发来|的?(?:距离)?(?:向量|矢量)(?:中|里|显示)?|它|通告|告诉|告知|宣告|声称|报告|说|自称|知道|各自|分别|了|的|自己|它们?|该|我)*"
    for match in problem.take_all(
        rf"(?P<ones>{_NAMES}){says}(?:到|去|至|离){_GOES}(?P<goal>{goal_name}){_IS}(?P<numbers>{_NUMBERS})(?!\d)"
    ):
        names, numbers = _names(match["ones"]), re.findall(r"\d+", match["numbers"])
        if len(names) != len(numbers):
            return None
        for name, number in zip(names, numbers, strict=True):
            put(name, match["goal"], number)
    for match in problem.take_all(
        rf"(?:邻居|路由器)?(?P<one>{ROUTER}){says}(?:到|去|至|离){_GOES}(?P<goal>{goal_name}){_IS}(?P<value>\d{{1,3}})(?!\d)"
    ):
        put(match["one"], match["goal"], match["value"])
    for match in problem.take_all(
        rf"到{_GOES}(?P<goal>{goal_name})的?{_WAY}[^;。\d\n]{{0,6}}?(?:[:,]|分别)?(?P<pairs>{ROUTER}(?:通告|说)?(?:为|是|=|:)\d{{1,3}}(?:\s*[,、]\s*{ROUTER}(?:通告|说)?(?:为|是|=|:)\d{{1,3}})+)"
    ):
        for name, value in re.findall(r"([A-Z]\d?)[^\dA-Z]+(\d+)", match["pairs"]):
            put(name, match["goal"], value)
    # What is told of a router that nobody else tells of is the cost to it.
    tellers = {one for one, _ in facts}
    costs = {goal: value for (one, goal), value in facts.items() if goal in tellers}
    owners = {one for one, goal in facts if goal in tellers}
    offers = {key: value for key, value in facts.items() if key[1] not in tellers and key[0] not in owners}
    if len(offers) + len(costs) != len(facts):
        return None
    more, own = _costs(problem, {one for one, _ in offers})
    if set(more) & set(costs) or len(owners | ({own} if own else set())) > 1:
        return None
    costs |= more
    own = next(iter(owners), own)
    goals = list(dict.fromkeys(goal for _, goal in offers))
    names = list(dict.fromkeys(one for one, _ in offers))
    if len(names) < 2 or set(names) != set(costs) or len(offers) != len(names) * len(goals) or own in goals:
        return None
    only = goals[0] if len(goals) == 1 else _only(problem, goals)
    if len(goals) == 1:
        _only(problem, goals)
    return _finished(
        problem, own, goals, {name: costs[name] for name in names}, {name: [offers[name, goal] for goal in goals] for name in names}, only
    )


def _by_links(text: str) -> Recognition | None:
    """A whole network's links with their costs, and distances before the first exchange, after so many, or at the end."""
    problem = _read(text, Network)
    links: dict[tuple[str, str], int] = {}

    def ends_of(match: re.Match[str], one: str, other: str) -> tuple[str, str]:
        first, second = sorted((match[one], match[other]))
        return first, second

    between = rf"(?P<a>{ROUTER})\s*(?:-+|—+|~|到|和|与|、|,)?\s*(?P<b>(?-i:[A-Z]\d?)(?![A-Za-z0-9]))\s*(?:之间|间|的|链路|直连|边)*"
    changes = [
        (match.start(), ends_of(match, "a", "b"), int(match["cost"]) if match["cost"] else None)
        for match in problem.take_all(
            rf"(?:若|如果|假设|把|将|现)*(?:把|将)?{between}{_WAY}?(?:由|从)\s*\d+\s*(?:变|改|增|减|降|升)*(?:为|成|到|至)\s*(?P<cost>\d{{1,3}})(?!\d)"
        )
    ]
    changes += [
        (match.start(), ends_of(match, "a", "b"), None)
        for match in problem.take_all(
            rf"(?:若|如果)?(?:断开|去掉|删去|删除)(?:链路)?{between}|(?:若|如果)?(?:链路)?{between.replace('P<a>', 'P<c>').replace('P<b>', 'P<d>')}(?:断开|断了|失效|故障)"
        )
        if match["a"]
    ]
    for match in problem.take_all(
        rf"{between}{_WAY}?(?:为|是|=|:|\s|\()*(?P<cost>\d{{1,3}})(?!\d)\)?"
        rf"|(?<![A-Za-z0-9])(?P<c>(?-i:[A-Z]))(?P<d>(?-i:[A-Z]))\s*(?:之间|间|的|链路|边)*{_WAY}?(?:为|是|=|:)*(?P<more>\d{{1,3}})(?!\d)"
    ):
        pair = ends_of(match, "a", "b") if match["a"] else ends_of(match, "c", "d")
        cost = int(match["cost"] or match["more"])
        if pair[0] == pair[1] or links.setdefault(pair, cost) != cost:
            stay_out("two costs of one link")
    nodes = sorted({name for link in links for name in link})
    if len(links) < 2 or any(pair not in links for _, pair, _ in changes):
        return None
    rounds: int | None = None
    if problem.take_all(
        r"(?:所有|各|全部)?(?:路由器|结点|节点)?(?:的)?(?:路由表|算法|网络)?(?:全部|都|已|最终|完全|重新|再次|运行距离(?:向量|矢量)算法)*(?:收敛|稳定)(?:(?:以|之)?后)?(?:的)?(?:时)?|最终"
    ):
        rounds = -1
    elif problem.take_all(
        r"(?:初始|开始|起初|最初|初始化|一开始)(?:时|后|状态)?(?:的)?|(?:还没|尚未|没有?|未)(?:进行)?(?:任何)?交换(?:之?前|时)?"
    ):
        rounds = 0
    elif exchanges := problem.take(
        r"(?:第)?(?P<n>[一二两三1-9])(?:次|轮)(?:信息|向量|同步)?(?:交换|更新|迭代)(?:之?后|结束后?|完成后?)?(?:的)?"
    ):
        rounds = to_int(exchanges["n"])
    if rounds is None or (changes and rounds >= 0):
        return None
    asked: list[tuple[int, str, str | None, str]] = []
    next_hop = r"下一跳(?:路由器)?(?:分别|各|是|为)*(?:谁|什么|哪(?:个|里)?)?"
    for match in problem.take_asked(
        rf"(?P<own>{ROUTER})(?:到|去|至)(?:目的|结点|节点)*(?P<goal>{ROUTER})(?:的)?(?:(?:最短|最小|新)?(?P<way>{_WAY}|路径)?(?:是|为)*(?:多少|几|什么)?(?:及|和|以及|,|\s)*(?P<hop>{next_hop})?)"
        rf"|(?:结点|节点|路由器)?(?P<whose>{ROUTER})(?:的)?(?:新)?(?:到(?:各|所有|其[他它余])(?:个)?(?:结点|节点|路由器|目的地?)*的?)?(?:的)?(?:{_WAY}|(?:距离)?(?:向量|矢量)|路由表)(?:是|为)*(?:多少|几|什么)?(?:及|和|以及|,)?(?P<hops>{next_hop})?"
    ):
        asked.append((match.start(), match["own"] or match["whose"], match["goal"], _what(match)))
    problem.take_all(
        rf"(?:就)?(?:这|共|一共|有)*[一二两三四五六七八\d](?:条|个|台)(?:链路|边|路由器|结点|节点)?|\(?无向(?:图)?\)?|(?:结点|节点|路由器)*{_NAMES}(?:的)?(?:顺序|次序)?|三角形"
    )
    problem.settle()
    if not asked or any(own not in nodes or (goal is not None and goal not in nodes) for _, own, goal, _ in asked):
        return None
    questions = []
    for place, own, goal, hop in sorted(asked, key=lambda one: one[0]):
        now = dict(links)
        for at, pair, changed in changes:
            if at < place:
                now.pop(pair)
                if changed is not None:
                    now[pair] = changed
        questions.append({"links": [[one, other, cost] for (one, other), cost in now.items()], "own": own, "goal": goal, "hops": hop})
    return Recognition(
        parameters={"task": "links", "questions": questions, "rounds": rounds},
        understood=(
            ("链路", "、".join(f"{one}-{other} {cost}" for (one, other), cost in links.items())),
            ("求", "；".join(f"{one['own']} 到 {one['goal'] or '各结点'}" for one in questions)),
        ),
    )


def _what(match: re.Match[str]) -> str:
    if match["hop"] and not match["way"] and not re.search("多少|几", match[0]):
        return "hop"
    return "both" if match["hop"] or match["hops"] else "far"


def _by_chain(text: str) -> Recognition | None:
    """Routers in a row, a network attached to one end: hop counts after RIP has converged."""
    problem = _read(text, Network)
    row = problem.take(
        rf"(?P<list>{ROUTER}(?:\s*(?:-+|—+)\s*(?-i:[A-Z]\d?)){{2,}})(?![A-Za-z0-9])|(?-i:R)(?P<first>\d)\s*(?:…+|~|-|至|到|\.\.\.?)\s*(?-i:R)(?P<last>\d)"
    )
    attached = problem.take(
        rf"(?P<net>{NETWORK}|N|网络)(?:直接|直)?(?:连接?|连着|接)(?:在|到|着|于)?(?P<a>{ROUTER})|(?P<b>{ROUTER})(?:直接|直)?(?:连接?|连着|接)(?:着|到|了)?(?:网络)?(?P<more>{NETWORK}|N(?![A-Za-z])|网络)|(?:网络?)?(?P<beside>{NETWORK}|N(?![A-Za-z])|网络)(?:与|和|跟)(?P<c>{ROUTER})(?:直接)?(?:直连|相连|连接)"
    )
    start = problem.take(
        rf"\(?(?:RIP)?(?:协议)?(?:中|里)?(?:规定|约定)?(?:的)?(?:{ROUTER})?(?:到)?(?:直连的?|其|直接相连的?|{NETWORK})?(?:网络)?(?:的)?(?:距离|跳数)(?:均|都)?(?:为|是|记为|记作|记|算|按|=|计)+(?P<value>[01])\)?"
    )
    poisoned = problem.take(
        rf"(?:网络?)?(?:{NETWORK}|N(?![A-Za-z])|网络)?(?:突然|发生)*(?:故障|断开|不可达|失效)(?:了|后)*,?(?P<near>{ROUTER})(?:检测到后|随即|于是|便|就)*(?:将|把)?(?:自己)?(?:到)?(?:网络?)?(?:{NETWORK}|N(?![A-Za-z]))?(?:的)?(?:距离|跳数|度量)?(?:置|改|设|记|标|更新)(?:为|成)16(?:\(不可达\))?,?(?:并|然后|且)?(?:立即|马上|随即)?(?:向|给|通知)(?:邻居|相邻路由器)?(?P<to>{ROUTER})(?:发送|发出|通告|发)*(?:了)?(?:该|此|这个?)?(?:路由)?(?:更新|信息|通告|报文)*"
    )
    given = (
        problem.take(rf"(?P<who>{ROUTER})到(?:网络?)?(?:{NETWORK}|N(?![A-Za-z])|网络)的?(?:距离|跳数)(?:为|是)(?P<far>\d)(?!\d)")
        if start is None
        else None
    )
    if row is None or attached is None or (start is None and given is None):
        return None
    names = (
        re.findall(r"[A-Z]\d?", row["list"]) if row["list"] else [f"R{number}" for number in range(int(row["first"]), int(row["last"]) + 1)]
    )
    end = attached["a"] or attached["b"] or attached["c"]
    if end not in names or len(set(names)) != len(names):
        return None
    if start is not None:
        least = int(start["value"])
    else:
        assert given is not None
        if given["who"] not in names:
            return None
        least = int(given["far"]) - abs(names.index(given["who"]) - names.index(end))
    if least not in (0, 1):
        return None
    broken = problem.take(
        rf"(?:若|如果|现|此时|后来|当)?(?P<near>{ROUTER})(?:检测到|发现|检测|得知)(?:了)?(?:到)?(?:直连的?|与其?(?:直接)?相连的?)?(?:网络)?(?:{NETWORK}|N(?![A-Za-z])|网络)(?:的链路)?(?:已|突然)?(?:不可达|断开|故障|到不了|失效)(?:了)?(?:后|时)?|(?:若|如果|现|后来|当)?(?P<beside>{ROUTER})(?:与|到|和)(?:网络)?(?:{NETWORK}|N(?![A-Za-z])|网络)(?:之间)?(?:的)?(?:链路|连接)?(?:突然)?(?:断开|断了|故障|失效|不通)(?:了)?(?:后|时)?"
    )
    stale = (
        problem.take(
            rf"(?:但|但是|而|且|在|还|尚|却|,|{{0}})*(?:未|没有?|来不及|还没来得及|未来得及|来得及|发(?:送|出)?|把|将|这个?|该|消息|坏|通知|告诉|通告|给|之前|前|时|,|{ROUTER})*(?:就|便|先|却)*(?:收到|接到)(?:了)?(?:来自|邻居|路由器)*(?P<from>{ROUTER})(?:发来|报来?|周期性|的|发送|RIP|距离|路由|更新|通告|报文|向量|信息)*(?:\((?:net|N|网络)\s?\d*\s*,\s*\d+\))?(?:\(?(?:且|并且)?(?:未|没有?|不)(?:采用|使用)(?:水平分割|毒性逆转|触发更新)(?:等(?:措施|技术))?\)?)?".replace(
                "|{0}", ""
            )
        )
        if broken
        else None
    )
    if broken and (stale is None or not re.search("未|没", stale[0])):
        return None
    problem.take_all(
        r"\(?(?:且|并且)?(?:未|没有?|不)(?:采用|使用)(?:水平分割|毒性逆转|触发更新)(?:等(?:措施|技术))?\)?|各(?:路由器|结点|节点)(?:的)?路由(?:表)?(?:均|都)?(?:已经?)?|顺次相连|依次相连"
    )
    problem.take_all(
        r"(?:[两二三四五六七八\d])(?:个|台)(?:路由器)?|(?:排|连|接|串|组)?(?:成|为)?(?:一)?(?:条)?(?:链|线形|直线|串联|一串)|初始(?:时)?除直连外都没有路由|每30\s*s同步交换一次|(?:全部|都)?(?:收敛|稳定)(?:(?:以|之)?后)?"
    )
    asked: list[tuple[int, str, str]] = []
    net = rf"(?:网(?!络))?(?:{NETWORK}|N(?![A-Za-z])|该网络|网络)"
    for match in problem.take_asked(
        rf"(?P<own>{ROUTER})(?:据此|由此|收到后|随后)?(?:更新后|此时|这时|上)?(?:的)?(?:路由)?(?:表)?(?:中|里)?(?:的)?(?:(?:会|将)?(?:把)?到达?{net}(?:的)?)?(?:(?P<what>距离|跳数|下一跳)(?:会|将|被)?(?:为|是|应|更新成|更新为|变成|变为|改为|改成|记为)*(?:多少|几|谁|哪个)?(?:跳)?|(?:是|有|要|需要?)?几跳)"
    ):
        asked.append((match.start(), match["own"], "hop" if match["what"] == "下一跳" else "far"))
    for match in problem.take_asked(
        rf"(?P<own>{ROUTER})(?:第一次)?(?:知道|学到|得知){net}(?:至少|最少)?(?:需要?|要)(?:经过)?几次(?:交换|更新)"
    ):
        asked += [(match.start(), match["own"], "rounds")]
        if more := problem.take_asked("得到的距离(?:为|是)(?:几|多少)"):
            asked += [(more[0].start(), match["own"], "far")]
    if broken and (first := problem.take_asked(r"下一跳(?:路由器)?(?:为|是|应)*(?:多少|几|谁|哪个)?")):
        asked += [(first[0].start(), broken["near"] or broken["beside"], "hop")]
    problem.take_all(rf"{net}|{_NAMES}|{ROUTER}(?=更新后)|更新后")
    problem.refuse("的(?:距离|跳数|下一跳)")
    problem.settle()
    if not asked or any(own not in names for _, own, _ in asked):
        return None
    place = names.index(end)
    if poisoned:
        if poisoned["near"] != end or poisoned["to"] not in names or abs(names.index(poisoned["to"]) - place) != 1:
            return None
        if broken or any(own != poisoned["to"] or what != "far" for _, own, what in asked):
            return None
        return Recognition(
            parameters={
                "task": "constant",
                "answer": "16",
                "steps": f"{poisoned['to']} 到该网络的下一跳就是 {end}，它说距离为 16，不论原来多少都更新为 16，即不可达。",
            },
            understood=(("拓扑", "-".join(names)), ("网络", f"与 {end} 直连，已不可达")),
        )
    if broken:
        assert stale is not None
        behind = names.index(stale["from"]) if stale["from"] in names else -9
        near = broken["near"] or broken["beside"]
        after = [one for one in sorted(asked) if one[0] > broken.start()]
        if near != end or abs(behind - place) != 1 or {own for _, own, _ in after} != {end}:
            return None
        far = 1 + least + 1
        said = {"far": f"距离 {far}", "hop": f"下一跳 {stale['from']}"}
        before = [one for one in sorted(asked) if one[0] < broken.start()]
        if any(what not in said for _, _, what in after) or any(what != "far" for _, _, what in before):
            return None
        told = re.search(r"\(\s*(?:net|N|网络)\s?\d*\s*,\s*(\d+)\s*\)", stale[0], re.IGNORECASE)
        if told is not None and int(told[1]) != far - 1:
            return None
        first_said = [f"距离 {abs(names.index(own) - place) + least}" for _, own, _ in before]
        answer = "，".join([*first_said, *dict.fromkeys(said[what] for _, _, what in after)])
        return Recognition(
            parameters={
                "task": "constant",
                "answer": answer,
                "steps": f"{stale['from']} 还不知道网络不可达，仍通告距离 {far - 1}；{end} 误以为能经过它到达，更新为 {far - 1} + 1 = {far}，下一跳 {stale['from']}（坏消息传得慢）。",
            },
            understood=(("拓扑", "-".join(names)), ("网络", f"与 {end} 直连，已不可达")),
        )
    answers = []
    for _, own, what in sorted(asked):
        far = abs(names.index(own) - place)
        if what == "hop" and not far:
            return None
        towards = names[names.index(own) + (1 if place > names.index(own) else -1)] if far else ""
        answers.append({"far": f"距离 {far + least}", "rounds": f"{far} 次", "hop": f"下一跳 {towards}"}[what])
    return Recognition(
        parameters={
            "task": "constant",
            "answer": "，".join(answers),
            "steps": f"直连的路由器距离为 {least}，每隔一个路由器加 1，每次交换传一跳：{'，'.join(answers)}。",
        },
        understood=(("拓扑", "-".join(names)), ("网络", f"与 {end} 直连")),
    )
