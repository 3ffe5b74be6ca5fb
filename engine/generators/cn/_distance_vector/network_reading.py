"""Reading distance vectors of whole networks: links with their costs, and routers in a row whose network may fail."""

from __future__ import annotations

import re

from engine.generators import patterns
from engine.generators.cn._distance_vector.rip_reading import COUNTED, NETWORK, ROUTER
from engine.generators.cn._distance_vector.words import NAMES, WAY, Network, read
from engine.generators.kind import Recognition
from engine.generators.reading import stay_out, to_int


def by_links(text: str) -> Recognition | None:
    """A whole network's links with their costs, and distances before the first exchange, after so many, or at the end."""
    problem = read(text, Network)
    problem.refuse(rf"(?:多少|几)(?:个|条|项)(?:路由)?(?:表项|条目|路由)|{COUNTED}")
    links: dict[tuple[str, str], int] = {}

    def ends_of(match: re.Match[str], one: str, other: str) -> tuple[str, str]:
        first, second = sorted((match[one], match[other]))
        return first, second

    between = rf"(?P<a>{ROUTER})\s*(?:-+|—+|~|到|和|与|、|,)?\s*(?P<b>(?-i:[A-Z]\d?)(?![A-Za-z0-9]))\s*(?:之间|间|的|链路|直连|边)*"
    changes = [
        (match.start(), ends_of(match, "a", "b"), int(match["cost"]) if match["cost"] else None)
        for match in problem.take_all(
            rf"(?:若|如果|假设|把|将|现)*(?:把|将)?{between}{WAY}?(?:由|从)\s*\d+\s*(?:变|改|增|减|降|升)*(?:为|成|到|至)\s*(?P<cost>\d{{1,3}})(?!\d)"
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
        rf"{between}{WAY}?(?:为|是|=|:|\s|\()*(?P<cost>\d{{1,3}})(?!\d)\)?"
        rf"|(?<![A-Za-z0-9])(?P<c>(?-i:[A-Z]))(?P<d>(?-i:[A-Z]))\s*(?:之间|间|的|链路|边)*{WAY}?(?:为|是|=|:)*(?P<more>\d{{1,3}})(?!\d)"
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
        rf"(?P<own>{ROUTER})(?:到|去|至)(?:目的|结点|节点)*(?P<goal>{ROUTER})(?:的)?(?:(?:最短|最小|新)?(?P<way>{WAY}|路径)?(?:是|为)*(?:多少|几|什么)?(?:及|和|以及|,|\s)*(?P<hop>{next_hop})?)"
        rf"|(?:结点|节点|路由器)?(?P<whose>{ROUTER})(?:的)?(?:新)?(?:到(?:各|所有|其[他它余])(?:个)?(?:结点|节点|路由器|目的地?)*的?)?(?:的)?(?:{WAY}|(?:距离)?(?:向量|矢量)|路由表)(?:是|为)*(?:多少|几|什么)?(?:及|和|以及|,)?(?P<hops>{next_hop})?"
    ):
        asked.append((match.start(), match["own"] or match["whose"], match["goal"], _what(match)))
    problem.take_all(
        rf"(?:就)?(?:这|共|一共|有)*[一二两三四五六七八\d](?:条|个|台)(?:链路|边|路由器|结点|节点)?|\(?无向(?:图)?\)?|(?:结点|节点|路由器)*{NAMES}(?:的)?(?:顺序|次序)?|三角形"
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
    if match["hop"] and not match["way"] and not patterns.search("多少|几", match[0]):
        return "hop"
    return "both" if match["hop"] or match["hops"] else "far"


def by_chain(text: str) -> Recognition | None:
    """Routers in a row, a network attached to one end: hop counts after RIP has converged."""
    problem = read(text, Network)
    row = problem.take(
        rf"(?P<list>{ROUTER}(?:\s*(?:-+|—+)\s*(?-i:[A-Z]\d?)){{2,}})(?![A-Za-z0-9])|(?-i:R)(?P<first>\d)\s*(?:…+|~|-|至|到|\.\.\.?)\s*(?-i:R)(?P<last>\d)"
    )
    attached = problem.take(
        rf"(?P<net>{NETWORK}|N|网络)(?:直接|直)?(?:连接?|连着|接)(?:在|到|着|于)?(?P<a>{ROUTER})|(?P<b>{ROUTER})(?:直接|直)?(?:连接?|连着|接)(?:着|到|了)?(?:网络)?(?P<more>{NETWORK}|N(?![A-Za-z])|网络)|(?:网络?)?(?P<beside>{NETWORK}|N(?![A-Za-z])|网络)(?:只|仅|直接)*(?:与|和|跟)(?P<c>{ROUTER})(?:直接)?(?:直连|相连|连接)"
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
        patterns.findall(r"[A-Z]\d?", row["list"])
        if row["list"]
        else [f"R{number}" for number in range(int(row["first"]), int(row["last"]) + 1)]
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
        rf"(?:若|如果|现|此时|后来|当)?(?P<near>{ROUTER})(?:检测到|发现|检测|得知|到|与|和)(?:了)?(?:到)?(?:直连的?|与其?(?:直接)?相连的?)?(?:网络)?(?:{NETWORK}|N(?![A-Za-z])|网络)(?:的链路)?(?:已|突然)?(?:不可达|断开|故障|到不了|失效)(?:了)?(?:后|时)?|(?:若|如果|现|后来|当)?(?P<beside>{ROUTER})(?:与|到|和)(?:网络)?(?:{NETWORK}|N(?![A-Za-z])|网络)(?:之间)?(?:的)?(?:链路|连接)?(?:突然)?(?:断开|断了|故障|失效|不通)(?:了)?(?:后|时)?"
    )
    stale = (
        problem.take(
            rf"(?:(?:但|但是|而|却|,)*(?:{ROUTER}|它|其)?(?:将|把)(?:其|它|自己|到|该|此|网络|{NETWORK}|的)*(?:距离|跳数|度量)?(?:置|改|设|记|标|更新)(?:为|成)16(?:\(不可达\))?(?:,|;|。))?(?:但|但是|而|在|还|尚|却|,|{ROUTER})*(?:未|没有?|来不及|还没来得及|未来得及|来得及|发(?:送|出)?|把|将|这个?|该|消息|坏|通知|告诉|通告|更新|给|之前|前|时|,|{ROUTER})*(?:就|便|先|却)*(?:收到|接到)(?:了)?(?:来自|邻居|路由器)*(?P<from>{ROUTER})(?:发来|报来?|周期性|的|旧|发送|RIP|距离|路由|更新|通告|报文|向量|信息)*(?:\((?:net|N|网络)\s?\d*\s*,\s*\d+\))?(?:\(?(?:且|并且)?(?:未|没有?|不)(?:采用|使用)(?:水平分割|毒性逆转|触发更新)(?:等(?:措施|技术))?\)?)?"
        )
        if broken
        else None
    )
    if broken and (stale is None or not patterns.search("未|没|之?前", stale[0])):
        return None
    # `随后 R2 收到 R1 的通告`: the bad news and what it becomes go to and fro.
    heard = (
        problem.take_all(
            rf"(?:随后|然后|接着|之后|此后|再|又|,)*(?P<own>{ROUTER})(?:又|再|随后)*(?:收到|接到)(?:了|来自|邻居|路由器)*(?P<from>{ROUTER})(?:发来|周期性|的|新|发送|RIP|距离|路由|更新|通告|报文|向量|信息)*(?:之?后)?(?=[,。;:]|时)"
        )
        if broken
        else []
    )
    problem.take_all(
        r"\(?(?:且|并且)?(?:未|没有?|不)(?:采用|使用)(?:水平分割|毒性逆转|触发更新)(?:等(?:措施|技术))?\)?|各(?:路由器|结点|节点)(?:的)?路由(?:表)?(?:均|都)?(?:已经?)?|顺次相连|依次相连"
    )
    problem.take_all(
        r"(?:[两二三四五六七八\d])(?:个|台)路由器|相邻(?:链路|路由器)?(?:之间)?(?:的)?(?:开销|代价|距离|跳数)(?:均|都|各)?(?:为|是)1(?:跳)?(?![\d.])|(?:只|仅)(?=\ue000)|(?<!另外)(?<!同时)[两三四五六]台|(?:排|连|接|串|组)?(?:成|为)?(?:一)?(?:条)?(?:链|线形|直线|串联|一串)|初始(?:时)?除直连外都没有路由|每30\s*s同步交换一次|(?:全部|都)?(?:收敛|稳定)(?:(?:以|之)?后)?"
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
    problem.take_all(rf"{net}|{NAMES}|{ROUTER}(?=更新后)|更新后")
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
        if near != end or abs(behind - place) != 1 or not after or any(what == "rounds" for _, _, what in asked):
            return None
        far = 1 + least + 1
        # Only the one that lost its network and the one that told it of an old way to it hear of each other.
        news = [(match.start(), match["own"], match["from"]) for match in heard]
        if any({own, other} != {end, stale["from"]} for _, own, other in news) or {own for _, own, _ in after} - {end, stale["from"]}:
            return None
        known = {end: far, stale["from"]: least + 1}
        before = [one for one in sorted(asked) if one[0] < broken.start()]
        if any(what != "far" for _, _, what in before):
            return None
        later, events = [], []
        for where, own, what in sorted([*after, *((at, own, "heard " + other) for at, own, other in news)]):
            del where
            if what.startswith("heard "):
                other = what.removeprefix("heard ")
                known[own] = known[other] + 1
                events.append(f"{own} 到它的下一跳是 {other}，按通告更新为 {known[other]} + 1 = {known[own]}。")
            elif what == "hop" and own != end:
                return None
            else:
                later.append(f"下一跳 {stale['from']}" if what == "hop" else f"距离 {known[own]}")
        if not news and {own for _, own, _ in after} != {end}:
            return None
        told = patterns.search(r"\(\s*(?:net|N|网络)\s?\d*\s*,\s*(\d+)\s*\)", stale[0], re.IGNORECASE)
        if told is not None and int(told[1]) != far - 1:
            return None
        first_said = [f"距离 {abs(names.index(own) - place) + least}" for _, own, _ in before]
        answer = "，".join([*first_said, *(later if news else dict.fromkeys(later))])
        return Recognition(
            parameters={
                "task": "constant",
                "answer": answer,
                "steps": f"{stale['from']} 还不知道网络不可达，仍通告距离 {far - 1}；{end} 误以为能经过它到达，更新为 {far - 1} + 1 = {far}，下一跳 {stale['from']}（坏消息传得慢）。"
                + "".join(events),
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
