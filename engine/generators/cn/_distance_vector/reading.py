"""Reading updates from neighbours' distance vectors: costs to neighbours, vectors as lists, tables or single distances, distances told one by one."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.alternatives import first_reading
from engine.generators.cn._distance_vector.network_reading import by_chain, by_links
from engine.generators.cn._distance_vector.rip_reading import COUNTED, NETWORK, ROUTER, Advertising
from engine.generators.cn._distance_vector.words import FAR, GOES, IS, NAMES, NUMBER, NUMBERS, WAY, names_in, read, value_of
from engine.generators.kind import Recognition
from engine.generators.patterns import caseless
from engine.generators.reading import stay_out
from engine.generators.topic import TAKEN


def recognise(text: str) -> Recognition | None:
    """The parameters of the kind's `solve`; None or `StayOut` where a figure or a word is not understood."""
    return first_reading(_by_vectors, _by_distances, by_links, by_chain)(text)


def _take_words(problem: Advertising) -> None:
    problem.take_all(
        r"(?:采用|使用|运行|利用|按照?|根据|基于)?(?:的是)?(?:距离[-—]?[向矢]量(?:\(?DV\)?)?|(?<![A-Za-z])DV)(?:路由)?(?:选择)?(?:算法|协议)(?:的|(?:来)?(?:计算|选择|更新|建立)(?:路由表?|距离))?"
    )
    problem.take_all(
        rf"\(?{WAY}(?:均|都)?(?:以|按|用|单位(?:为|是))(?:毫秒|ms|跳)(?:计算?|为单位)?\)?|(?:[两二三四五\d]个|各自的?)(?:距离|延迟)?(?:向量|矢量)|(?:一共|共)?(?:有)?(?:[两二三四五六七八\d]个|(?<![\d.])[三四五六])(?:直接|直连|与(?:它|其)|相连|相邻|的|其他|其余|目的)*(?:邻居|邻站|路由器|结点|节点|目的地?|网络|站点)(?:结点|节点|路由器)?|∞(?:表示|即|为)不可达|(?:{ROUTER})?(?:与|和)?(?:这些|上述|各)?(?:目的)?(?:网络?)?(?:都|均)?(?:不|未|没有)(?:直接)?(?:直连|相连|连接)(?:这些|上述|任何)?(?:目的)?网?络?"
    )


def _by_vectors(text: str) -> Recognition | None:
    """Costs to several neighbours, and each neighbour's vector over the same destinations."""
    problem = read(text)
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
        head = [patterns.sub(r"\s", "", cell) for cell in rows[0]]
        named = [patterns.search(rf"{ROUTER}", cell) for cell in head[1:]]
        if not all(named) and not all(patterns.fullmatch(NETWORK, cell, re.IGNORECASE) for cell in head[1:]):
            return None
        across = [found[0] if found else head[number + 1] for number, found in enumerate(named)]
        if (patterns.search("目的|到", head[0]) and not patterns.search("邻居|来自|经", head[0])) or any(
            patterns.search("来自|的?向量|邻居", cell) for cell in head[1:]
        ):
            label([row[0] for row in rows[1:]])
            for number, name in enumerate(across, 1):
                add(name, [value_of(row[number]) for row in rows[1:]])
        else:
            label(across)
            for row in rows[1:]:
                heading = patterns.search(ROUTER, row[0])
                if heading is None:
                    return None
                add(heading[0], [value_of(cell) for cell in row[1:]])
    of = r"(?:\ue000|发来|报来|给的|给出|给|送来|传来|通告|告知|收到|的)*(?:到各(?:结点|节点|目的)的?)?(?:距离|延迟|路由)?(?:向量|矢量|信息|表)?(?:为|是|:|=|\s|\(|\ue000)*"
    item = rf"(?:到)?(?:{ROUTER}|{NETWORK})\s*(?:[:=]|为|是|\()\s*{NUMBER}\)?"
    maps: dict[str, dict[str, int]] = {}
    for match in problem.take_all(rf"(?:邻居|来自|路由器|从)*(?P<name>{ROUTER}){of}(?P<map>\(?{item}(?:\s*[,、;]\s*{item}){{1,}}\)?)"):
        listed = patterns.findall(rf"({ROUTER}|{NETWORK})\s*(?:[:=]|为|是|\()\s*({NUMBER})", match["map"], re.IGNORECASE)
        if match["name"] in maps:
            stay_out(f"two vectors of {match['name']}")
        maps[match["name"]] = {name: value_of(value) for name, value in listed}
    if maps:
        goals = list(dict.fromkeys(name for pairs in maps.values() for name in pairs))
        if any(set(pairs) != set(goals) for pairs in maps.values()):
            # `B 的向量：到 C 为 1，到 D 为 5`: to itself a neighbour has no way to go.
            maps = {name: {name: 0, **pairs} for name, pairs in maps.items()}
            goals = [name for name in goals if all(name in pairs for pairs in maps.values())]
        label(goals)
        for name, pairs in maps.items():
            add(name, [pairs[each] for each in goals])
    for line in problem.take_all(
        rf"(?m)^\s*(?:邻居|来自|路由器)?(?P<name>{ROUTER})\s*(?::|的向量:)\s*(?P<row>{NUMBER}(?:\s*[,、\s]\s*{NUMBER}){{2,}})\s*$"
    ):
        add(line["name"], [value_of(value) for value in patterns.findall(NUMBER, line["row"])])
    group = rf"\(\s*{NUMBER}(?:\s*[,、\s]\s*{NUMBER}){{1,}}\s*\)"
    for match in problem.take_all(rf"\(\s*(?P<names>{NAMES})\s*\)(?=\s*(?:=|为|是|:)*\s*{group})"):
        label(names_in(match["names"]))
    for match in problem.take_all(rf"(?P<names>{NAMES})[^\d()。;\n]{{0,18}}?(?P<lists>{group}(?:\s*(?:、|,|和|;|与)*\s*{group})+)"):
        names, lists = names_in(match["names"]), patterns.findall(group, match["lists"], re.IGNORECASE)
        if len(names) != len(lists):
            return None
        for name, numbers in zip(names, lists, strict=True):
            add(name, [value_of(value) for value in patterns.findall(NUMBER, numbers)])
    for match in problem.take_all(
        rf"(?:邻居|来自|路由器|从)*(?P<name>{ROUTER}){of}(?P<list>{group})|(?:来自|邻居)(?P<other>{ROUTER}){of}(?P<bare>{NUMBER}(?:\s*[,、\s]\s*{NUMBER}){{2,}})"
    ):
        add(match["name"] or match["other"], [value_of(value) for value in patterns.findall(NUMBER, match["list"] or match["bare"])])
    if len(vectors) < 2 or len({len(vector) for vector in vectors.values()}) != 1:
        return None
    neighbours = patterns.search(rf"的邻居为({ROUTER}(?:、{ROUTER})+)", problem.text)
    if neighbours and set(names_in(neighbours[1])) - set(vectors):
        stay_out("a neighbour whose vector is not told")
    costs, own = _costs(problem, set(vectors))
    for match in problem.take_all(
        rf"\(?(?:向量|各?分量|元素|数字|括号内)?(?:的|各|是|为|:|中|内)*(?:顺序|次序|依次|分别|按照?|表示|对应|从左到右|给出|代表|均|都)(?:顺序|次序|依次|分别|表示|对应|给出|代表|是|为|其|它|:)*(?:到|去往)?(?:目的地?|结点|节点|网络|路由器|的)*(?P<open>\()?(?P<names>{NAMES}|{NETWORK}(?:\s*[,、和]\s*{NETWORK})+|[A-Z]\s*(?:~|-|至|到|…)\s*[A-Z](?![A-Za-z0-9]))(?(open)\))(?:各)?(?:个)?(?:六|五|四|三)?(?:个)?(?:目的地?|结点|节点|网络|路由器)?(?:的)?(?:的)?(?:顺序|次序)?(?:排列|给出)?(?:的)?{WAY}?\)?"
    ):
        label(_listed(match["names"]))
    if not labels:
        for match in caseless(
            rf"到(?:目的地?|结点|节点|网络|路由器|各|的)*(?P<open>\()?\s*(?P<names>{NAMES}|{NETWORK}(?:\s*[,、和]\s*{NETWORK})+|[A-Z]\s*(?:~|-|至)\s*[A-Z](?![A-Za-z0-9]))(?(open)\s*\))"
        ).finditer(problem.rest):
            names = _listed(match["names"])
            if len(names) != len(next(iter(vectors.values()))) and problem.rest[: match.start()].rstrip().endswith("("):
                return None  # `(到 A、B、C 的距离)`: of another number of destinations
            if len(names) == len(next(iter(vectors.values()))):
                label(names)
                problem.take_spans([match.span()])
    width = len(next(iter(vectors.values())))
    for match in problem.take_all(rf"(?P<names>{NAMES})(?:[一-十两]个|等)*(?:路由器|结点|节点)"):
        names = names_in(match["names"])
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
    if own is None and not set(labels) <= set(vectors) and only is None and len(patterns.findall(ROUTER, "、".join(labels))) == len(labels):
        return None  # one of the destinations may be the router itself
    if parts:
        if only is not None or any(not set(names) <= set(labels) for names, _ in parts):
            return None
        problem.take_all(r"\(?按?到?(?:的)?(?:次序|顺序)(?:排列)?\)?|排列")
    return _finished(problem, own, labels, costs, vectors, only, parts)


def _listed(text: str) -> list[str]:
    if span := patterns.fullmatch(r"([A-Z])\s*(?:~|-|至|到|…)\s*([A-Z])", text.strip()):
        return [chr(code) for code in range(ord(span[1]), ord(span[2]) + 1)]
    return [patterns.sub(r"\s", "", name) for name in caseless(rf"{ROUTER}|{NETWORK}").findall(text)]


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
        rf"{who}(?:邻居|相邻|直接|直连|路由器|结点|节点|它们?|的|这)*(?P<names>{NAMES})(?:,)?(?:的|这[两二三四]个|邻居|链路|相连|相邻|实测|测得|,)*{IS}(?P<numbers>{NUMBERS})(?!\d)"
    ):
        put(match["own"], names_in(match["names"]), patterns.findall(r"\d+", match["numbers"]))
    for match in problem.take_all(
        rf"(?:路由器|结点|节点)?(?P<own>{ROUTER})\s*(?:到|与|和|-|—)(?:邻居|相邻|直接|直连|路由器)*(?P<name>{ROUTER}){IS}(?P<value>\d{{1,3}})(?!\d)"
    ):
        put(match["own"], [match["name"]], [match["value"]])
    for match in problem.take_all(
        rf"(?:到|与|和|邻居|只有|有|、|,|:|;|\()\s*(?:邻居)?(?P<name>{ROUTER})(?:的)?(?:链路)?(?:为|是|=|:|\s|\(|{WAY})+(?P<value>\d{{1,3}})(?!\d)\)?"
    ):
        put(None, [match["name"]], [match["value"]])
    if len(owners) > 1 or owners & neighbours:
        stay_out("costs of two routers")
    return costs, owners.pop() if owners else None


def _own(problem: Advertising, neighbours: set[str]) -> str | None:
    """The router that updates its table, where the text names it."""
    found = {
        match[1] or match[2]
        for match in patterns.finditer(
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
        (mark.end() for mark in patterns.finditer(r"\d+(?!\s*[)）.、])(?<!\(\d)", problem.text) if problem.rest[mark.start()] == TAKEN),
        default=0,
    )


def _parts(problem: Advertising, labels: list[str]) -> list[tuple[list[str], str]]:
    """Of which destinations what is asked, where several are named: distance, next hop or both."""
    one = rf"(?:{ROUTER}|{NETWORK})"
    choosing = r"(?:分别|各|应该?|该|将|要|会|需|可以?)*(?:选择?|经过?|走|通过|由|交给)+(?:由|过)?(?:哪一?(?:个|条)|谁|什么)(?:邻居|路由器|线路|结点|节点)?(?:作为?|做|当|转发)*(?:下一跳)?"
    pattern = (
        rf"(?:则|求|问|更新后|计算|那么|(?:{ROUTER})?(?:的)?(?:新)?(?:路由表|表)(?:中|里)?(?:的)?)*(?:{ROUTER})?(?:更新后)?(?:到达?|去往?)(?:目的地?|网络|结点|节点|路由器)*(?P<names>{one}(?:(?:\s*(?:、|,|和|与|及|以及)\s*|\s+){one})+)(?![A-Za-z0-9])(?:这)?(?:[两二三四五六]个)?(?:目的地?|网络|结点|节点|路由器)?"
        rf"(?:(?:的)?(?:新|最短|最小|最新)*(?:的)?(?P<far>{WAY}(?:[向矢]量)?|最短路径)(?P<both>(?:和|与|及|以及|、)(?:所选的?|相应的?|对应的?)?(?:下一跳|输出线路|出境线路)(?:路由器)?)?|(?:的)?(?P<hop>下一跳(?:路由器)?|{choosing}))(?:分别|各|应|是|为|变为|等于)*(?:多少|几|什么|谁|哪(?:个|些)?)?"
    )
    told = _data_end(problem)
    found = [
        match
        for match in caseless(pattern).finditer(problem.rest)
        # The table may follow its question.
        if match.start() >= told
        or (
            patterns.search("(?:分别|各|是|为|等于|多少|几|什么)$", match[0])
            and patterns.match(r"\s*(?:[?。;\n]|$)", problem.rest[match.end() :])
        )
    ]
    before = problem.rest
    problem.take_spans([match.span() for match in found])
    problem.mark_asked(before)
    return [(_listed(match["names"]), "both" if match["both"] else "far" if match["far"] else "hop") for match in found]


def _only(problem: Advertising, labels: list[str]) -> str | None:
    """The one destination that is asked about."""
    found = {
        match["name"] or match["goal"]
        for match in problem.take_asked(
            rf"(?:则|求|问|更新后|计算|那么)*(?:{ROUTER})?(?:更新后)?(?:到达?|去往?)(?:目的地?|网络|结点|节点|路由器)*(?P<name>{ROUTER}|{NETWORK})(?![A-Za-z0-9]|\s*(?:~|-|、|,\s*[A-Z]))(?=的?(?:新|最短|最小|最新)*的?(?:{WAY}|路|下一跳|走|应该|该|经))|D\s*{ROUTER[:0]}[a-z]\s*\(\s*(?P<goal>[A-Za-z]\d?)\s*\)"
        )
    }
    if len(found) > 1:
        stay_out("two destinations")
    name = next(iter(found), None)
    if name is not None:
        name = patterns.sub(r"\s", "", name)
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
    problem.refuse(rf"(?:多少|几)(?:个|条|项)(?:路由)?(?:表项|项|条目|路由)|{COUNTED}")
    hops = bool(
        problem.take_asked(
            r"(?:及|和)?(?:相应|对应|所选|选择|将要?使用|使用|采用)?(?:的)?(?:下一跳|输出线路|出境线路|外出线路|出口线路|所选的?邻居)(?:路由器|结点|节点)?(?:分别|各|是|为|应)*(?:谁|多少|什么|哪(?:个|里|儿)?)?|(?:选择?|走|经过?|由|交给)+(?:哪一?(?:个|条)|谁)(?:邻居|路由器|线路)?(?:作为?|做|当)?(?:下一跳)?"
        )
    )
    far = problem.take_asked(
        rf"(?:新|最短|最小|预期|期望|预计|估计|各|到各|个|结点|节点|目的地?|网络|所有|每个|其他|达|到|的)*(?:{WAY}|最短路径|路由表|(?:距离)?(?:向量|矢量))(?:的值)?(?:分别|各|应|是|为|变成|变为|等于|更新为|:)*(?:多少|几|什么)?|(?:是|为|最短|最小)(?:多少|几)|新表"
    )
    problem.take_all(
        rf"(?:{ROUTER})(?=收到|更新后?|接收到|的|现在|刚|有|测|运行|与|到|使用|采用|按|,|。|、|和|各|依次|分别|$|\ue000|;)|(?:来自|邻居|路由器|结点|节点|到){ROUTER}|{ROUTER}"
    )
    problem.settle()
    everywhere = parts == [(labels, "far")] and bool(far)  # `到 A、B、C 的距离向量`
    if everywhere:
        parts = []
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
            "called": "延迟" if patterns.search("线路(?:和|与|以?及)(?:相应的?|对应的?|预期的?|预计的?)*延迟", problem.text) else "",
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
    problem = read(text)
    _take_words(problem)
    goal_name = rf"(?:{ROUTER}|{NETWORK})"
    facts: dict[tuple[str, str], int] = {}

    def put(one: str, other: str, value: str) -> None:
        if facts.setdefault((one, patterns.sub(r"\s", "", other)), int(value)) != int(value):
            stay_out("two distances")

    says = r"(?:(?:向|给|告诉|通知)(?:它|其|我|(?-i:[A-Z])\d?))?(?:发来|的?(?:距离)?(?:向量|矢量)(?:中|里|显示)?|它|通告|告诉|告知|宣告|声称|报告|说|自称|知道|各自|分别|了|的|自己|它们?|该|我)*"
    for match in problem.take_all(rf"(?P<ones>{NAMES}){says}(?:到|去|至|离){GOES}(?P<goal>{goal_name}){IS}(?P<numbers>{NUMBERS})(?!\d)"):
        names, numbers = names_in(match["ones"]), patterns.findall(r"\d+", match["numbers"])
        if len(names) != len(numbers):
            return None
        for name, number in zip(names, numbers, strict=True):
            put(name, match["goal"], number)
    for match in problem.take_all(
        rf"(?:邻居|路由器)?(?P<one>{ROUTER}){says}(?:到|去|至|离){GOES}(?P<goal>{goal_name}){IS}(?P<value>\d{{1,3}})(?!\d)"
    ):
        put(match["one"], match["goal"], match["value"])
    for match in problem.take_all(
        rf"到{GOES}(?P<goal>{goal_name})的?{WAY}[^;。\d\n]{{0,6}}?(?:[:,]|分别)?(?P<pairs>{ROUTER}(?:通告|说)?(?:为|是|=|:)\d{{1,3}}(?:\s*[,、]\s*{ROUTER}(?:通告|说)?(?:为|是|=|:)\d{{1,3}})+)"
    ):
        for name, value in patterns.findall(r"([A-Z]\d?)[^\dA-Z]+(\d+)", match["pairs"]):
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
