"""Reading RIP's updates: a table's entries, what neighbours advertise one after another, and the networks that are asked about."""

from __future__ import annotations

import re
from typing import ClassVar

from engine.generators import patterns
from engine.generators.clauses import ORDINARY as GENERAL
from engine.generators.cn._clauses import ORDINARY, TALK, Problem
from engine.generators.cn._distance_vector.shapes import one_shape
from engine.generators.kind import Recognition
from engine.generators.markdown import paragraphs
from engine.generators.pasted.normalising import normalise
from engine.generators.patterns import caseless
from engine.generators.reading import close_up, stay_out
from engine.generators.topic import Topic

ROUTER = r"(?<![A-Za-z0-9])(?-i:(?!N\d)[A-Z]\d{0,2})(?![A-Za-z0-9])"
NETWORK = r"(?<![A-Za-z\d.])(?:(?:N|Net|网络?)\s?-?\d{1,2}|(?:Net|网络?)\s?(?-i:[A-Z])(?![A-Za-z0-9])|\d{1,3}(?:\.\d{1,3}){3}(?:\s*/\s*\d{1,2})?)(?![\d.])"
_DISTANCE = r"(?:距离|跳数|度量值?|代价|开销|metric|hop)"
_ENTRY = (
    rf"(?P<net>{NETWORK})(?:[\s,:、|/()→=为是的在了]|->|{_DISTANCE}|网络|路由|表项|项|变成|变为|变|本来|原来|原先|现在)*(?P<far>\d{{1,2}}|不可达|∞)(?![\d.]|\s*[个条项])\s*跳?"
    rf"(?:(?:[^\S\n]|[,:、|()→=为是]|->|路由器|邻居|接口)*(?:(?:(?:经过?|由|走|(?:直连|直接(?:相连|连接))的(?:邻居|路由器)?|(?:其|它的?)?下一跳(?:路由器)?(?:就|也|正好?|恰好?|为|是|:|=|\s)*(?:(?:直连|直接相连)的(?:邻居|路由器)?)?)(?P<via>{ROUTER}))|(?P<plain>{ROUTER}(?![^\S\n]*(?:收|发|通|告|说|报|的|更|到|向|给|传|送|把|和|与|广播)))|(?P<direct>(?:下一跳(?:为|是|:)?)?(?:直连|直接(?:交付|相连|连接)?|(?<=[\s,|])[-—](?![\d-]))))\)?)?"
)
_ATTACHED = rf"(?P<net>{NETWORK})(?:[\s,:、|/()→=为是]|的)*(?:直连|直接(?:交付|相连|连接))(?:[\s,:、|()为是]|距离|跳数)*(?P<far>\d{{1,2}})(?![\d.])\s*跳?\)?(?P<via>)(?P<plain>)(?P<direct>)"
_SAYS = r"(?:报告|发来|发送|发出|发|传来|送来|通告|说|告诉|告知|宣告|声称|广播|公布|更新报文|报文|(?:距离)?(?:向量|矢量)|路由信息|路由更新|报来|更新(?=[:,(\s]|信息|是|为))"
_HEAD = rf"(?:从|由)(?:路由器|邻居|相邻)*(?P<c>{ROUTER})(?:那里|处|那边|那儿)?(?:收到|得到|接收|接到|获得|发)|(?:收到|接到|接收到|得到|来自)(?:了|来自|从|相邻|邻居|路由器|它|其|自|的|一个|又|邻站)*(?P<a>{ROUTER})|(?P<b>{ROUTER}|邻居(?=[说发通告]))(?:又|也|给它|给其|向它|向其|(?:向|给){ROUTER}|周期性|随后|此时|这时|再|把|的|来|传|RIP|\()*{_SAYS}"
_OWN_TABLE = rf"(?P<own>{ROUTER}|我|自己|本机|原来|原先|原|现有|当前)(?:的|中|里|当前|现有|目前|原来|原先|原|现在|已有|RIP)*(?:路由表|转发表|表)|(?P<mine>我的?这?边?|本来|原来|原先|原本)(?:的|到|本来|有|是)*(?={NETWORK})"


COUNTED = r"表项的?(?:总)?(?:个)?数|(?:报文|通告)的?长度|(?:表项|路由|项|条目)(?:有|是|共)?(?:多少|几)(?:个|条|项)|(?:几|多少)次(?:交换|更新|通告)|原来的?下一跳(?:是|为)?(?:谁|多少|什么|哪)"
"""What may be asked besides of a table and is not computed."""

UNTOLD = "?"
"""The next hop of an entry that is told without it."""


class Advertising(Topic):
    """A problem of distance vectors."""

    words: ClassVar[str] = (
        ORDINARY
        + " 距离向量 距离矢量 距离-向量 向量 矢量 算法 路由算法 路由 路由选择 协议 RIP 更新 路由器 结点 节点 邻居 邻站 相邻 发来 来自 路由表 路由信息 通告 报文 表 距离 下一跳 目的网络 目的 规则 表项 更新后 自治系统 "
        "跳 跳数 直连 可达 最新 项 条 表里 内容 收到的 建立 运行 周期性 交换 通知 原来 原路由表 新路由表 新 重新计算 最终 为 改 改成 改为 变成 变为 变 改动 不可达 说 其中 到 刚 处理 该邻居 选路 逐项 把 对 它 子网 预计 输出 线路 最短 最小 两两 直接 相连 直接相连 三台 两台 先 把 过来 报来 AS 本"
    )
    ordinary: ClassVar[str] = GENERAL
    headings = (*Topic.headings, *TALK)
    shortened = (*Problem.shortened, (r"仨(?:个)?", "三个"))
    refused: ClassVar[str] = (
        r"毒性|水平分割|无穷计数|环路|触发|链路状态|OSPF|BGP|Dijkstra|迪杰|故障|断开|失效|断了|坏消息|好消息|超时|(?<!\d)180秒|定时|收敛|删除|如图|见图|(?:同样|相同)的(?:路由)?(?:信息|报文)"
    )


def _same_network(text: str) -> str:
    """`该网络` with the name of the only network told of."""
    names = {patterns.sub(r"\s", "", match[0]) for match in caseless(NETWORK).finditer(text)}
    return patterns.sub(r"(?:该|此|这个|这一|那个)(?:目的)?(?:网络|网段|子网)", names.pop(), text) if len(names) == 1 else text


def _with_network(text: str) -> str:
    """The only network, where it is called N or has no name, as N1; a network X that is later only X as network X."""
    for name in sorted(set(patterns.findall(r"(?:网络|网段|子网)\s?([A-Z])(?![A-Za-z0-9])", text)) - {"N"}):
        bare = rf"(?<![A-Za-z0-9]){name}(?![A-Za-z0-9])"
        places = len(patterns.findall(bare, text))
        # Only where it is nowhere the name of a router.
        if places == len(patterns.findall(rf"(?:(?:网络|网段|子网)\s?|到|去|去往|表里|表中){bare}", text)):
            text = patterns.sub(rf"(?:网络|网段|子网)?\s?{bare}", f"网络{name}", text)
    if patterns.search("(?:网络|网段|子网)N(?![A-Za-z0-9])", text) and not patterns.search(r"N\d", text):
        text = patterns.sub("(?:目的)?(?:网络|网段|子网)?(?<![A-Za-z0-9])N(?![A-Za-z0-9])", "N1", text)
    if (
        "RIP" in text
        and not patterns.search(NETWORK, text, re.IGNORECASE)
        and patterns.search("到达?(?:目的)?N(?![A-Za-z0-9])", text)
        and not patterns.search("(?:路由器|邻居)N(?![A-Za-z0-9])|(?<![A-Za-z0-9])N(?:收到|通告|向|给|到)", text)
    ):
        text = patterns.sub("(?<![A-Za-z0-9])N(?![A-Za-z0-9])", "N1", text)
    if not patterns.search(NETWORK, text, re.IGNORECASE) and patterns.search(
        "(?:到|到达|去往)(?:某|同一|目的|目标)个?(?:目的)?(?:网络|子网|网段)", text
    ):
        text = patterns.sub("(?:(?:某|该|此|这|那|同一|一)个?|目的|目标)(?:目的)?(?:网络|子网|网段)", "N1", text)
    return text


def _reached(text: str) -> str:
    """`R1 能到哪些网络，距离各多少`: all of its table that can be reached."""
    return patterns.sub(
        rf"({ROUTER})(?<!不)[能可](?:够|以)?到达?哪(?:些|几个)(?:目的)?网络,?(?:它们的)?(?:距离|跳数)(?:分别|各|是|为|各自)*(?:多少|几)(?=[?。]?\s*$)",
        r"\1的路由表是什么",
        text,
    )


def _as_advertised(text: str) -> str:
    """`R1 到 N1 的距离为 15，R1 向 R2 通告该路由`: what R1 advertises."""
    told = list(
        caseless(
            rf"(?P<who>{ROUTER})(?:路由表中|目前|当前)?(?:到达?|去往?)(?:目的)?(?P<net>{NETWORK})(?:的)?{_DISTANCE}(?:为|是|=)*\s*(?P<far>\d{{1,2}})跳?(?!\d)"
        ).finditer(text)
    )
    if len(told) != 1:
        return text
    who, rest = told[0]["who"], text[told[0].end() :]
    handing = caseless(
        rf"(?:若|当|如果|现在?|此时)?(?:{who}|其|它)?(?:把|将)?(?:该|此|这条|这个|到{NETWORK}的)?(?:路由|表项|信息)*(?:周期性地?)?(?:向|给|通告给|发送?给|告诉)(?:其|它的?|相邻|邻居|路由器|的)*{ROUTER}(?:通告|发送|广播|发布|发出)?(?:了)?(?:该|此|这条|这个|自己的?)?(?:条|项)?(?:路由)?(?:信息|更新|表项|报文|通告)*"
    ).search(rest)
    if handing is None:
        return text
    return f"{text[: told[0].start()]}{who}通告:{told[0]['net']}距离{told[0]['far']}{rest[: handing.start()]}{rest[handing.end() :]}"


def capitals(text: str) -> str:
    """`x` and `y` as names of routers: capital letters, as elsewhere."""
    if named := patterns.search(r"(?<![A-Za-z])net\s?[A-Z](?![A-Za-z0-9])", text):
        # `net A: 4, ...; Q says A 2, D 5`: a letter before a distance is a network there.
        del named
        text = patterns.sub(r"(?<![A-Za-z0-9])(?<!net)(?<!net )([A-Z])(?=\s+\d)", r"net\1", text)
    return patterns.sub(
        r"(?<![A-Za-z0-9])[a-z](?![A-Za-z0-9])|(?<![A-Za-z0-9])r(?=\d(?![A-Za-z0-9]))", lambda letter: letter[0].upper(), text
    )


def _far(text: str) -> int:
    return 16 if text in ("不可达", "∞") else int(text)


def known_networks(present: dict[str, list[object]], told: list[tuple[str, dict[str, int]]]) -> set[str]:
    """Every network of the table and of the advertisements."""
    return {*present, *(network for _, advertised in told for network in advertised)}


def _parts(rest: str) -> list[tuple[str, str]]:
    """Which of distance and next hop is asked of which network, in order: `N3's distance, N2's next hop`."""
    parts: list[tuple[str, str]] = []
    kinds: list[str] = []
    mentions = list(patterns.finditer(NETWORK, rest, re.IGNORECASE))
    for number, match in enumerate(mentions):
        until = mentions[number + 1].start() if number + 1 < len(mentions) else len(rest)
        said = patterns.split(r"[;。?!\n]", rest[match.end() : until])[0]
        kinds = [
            "hop" if what == "下一跳" else "reach" if what.endswith("可达") else "far"
            for what in patterns.findall(rf"下一跳|{_DISTANCE}|(?:是否|还)?可达", said)
        ] or kinds
        parts += [(patterns.sub(r"\s", "", match[0]), what) for what in kinds]
    return parts


def recognise(text: str) -> Recognition | None:
    """One router's table and one or more advertisements; None: another problem."""
    problem = Advertising(_as_advertised(_same_network(_with_network(_reached(close_up(one_shape(capitals(normalise(text)))))))))
    problem.refuse(
        rf"(?:多少|几)(?:个|条|项)(?:路由)?(?:表项|条目|记录|项|路由)|{COUNTED}|哪(?:些|几个|几条|几项)|{NETWORK}(?:到|至|~)第?{NETWORK}"
    )
    problem.take_all(
        r"\(?\(\s*V\s*,\s*D\s*\)\)?(?:报文|向量)?|[<(]?目的网络?[,、]?(?:距离|跳数)[,、]?(?:下一跳)?[>)]?|\(?16(?:跳)?(?:表示|为|代表|即|是)(?:不可达|无穷)\)?|距离(?:为)?16(?:表示|即|为)不可达|(?:距离|度量)?(?:以|按|用)跳数(?:计算?|为度量|度量)?"
    )
    # Of two ways as long the older stays: what RIP does anyway.
    problem.take_all(
        r"\(?(?:若|如果|当)?(?:新旧)?(?:距离|跳数)(?:值)?(?:相等|相同|一样)(?:时|的话|则|就|的|,)*(?:不(?:改动?|更改|改变|更新|修改|变更|替换)|保持|保留|维持|沿用)(?:原(?:有|来)?的?)?(?:路由)?(?:表项|路由|下一跳|项)?(?:不变|不动)?\)?"
    )
    problem.refuse(r"(?:距离|跳数)(?:值)?(?:相等|相同|一样)[^。;)]{0,8}(?:改|换|新|后到|后收|随机|任[选意])")
    if problem.has(r"延迟|链路(?:开销|代价|距离|费用)|(?:开销|代价)(?:分别|各|为|是|=|\d)"):
        return None
    own = next(
        (
            match[1]
            for match in patterns.finditer(
                rf"(?<!从)(?<!由)({ROUTER})(?:现在?|又|刚|依次|先后|随后|此时|这时|在|从)*(?:收到|接到|接收到)", problem.rest
            )
        ),
        None,
    )
    entries = list(patterns.finditer(_ATTACHED, problem.rest, re.IGNORECASE))
    spans = [match.span() for match in entries]
    entries += [
        match
        for match in patterns.finditer(_ENTRY, problem.rest, re.IGNORECASE)
        if not any(start <= match.start() < end for start, end in spans)
    ]
    entries.sort(key=lambda match: match.start())
    heads: list[tuple[int, str | None, tuple[int, int]]] = []
    # `先后收到 R3 的 (N2,1) 和 R2 的 (N2,5)`.
    received = patterns.search("收到|接到", problem.rest)
    for match in patterns.finditer(
        rf"(?:和|、|与|及|以及|,|;)\s*(?:邻居|路由器)?(?P<a>{ROUTER})的(?=\s*[(<]\s*{NETWORK})", problem.rest, re.IGNORECASE
    ):
        if received is not None and match.start() > received.start():
            heads.append((match.start(), match["a"], match.span()))
    for match in patterns.finditer(_HEAD, problem.rest, re.IGNORECASE):
        name = match["a"] or match["b"] or match["c"]
        if name == own and match["b"]:
            continue
        heads.append((match.start(), name, match.span()))
    senders = {name for _, name, _ in heads}
    for match in patterns.finditer(_OWN_TABLE, problem.rest, re.IGNORECASE):
        if patterns.search(r"(?:求|写出|给出|列出)[^,。;?\n]{0,6}$", problem.rest[: match.start()]):
            continue  # `求更新后 B 的路由表` is asked
        if match["mine"] or match["own"] not in senders or (match["own"] == own):
            heads.append((match.start(), None, match.span()))
            if match["own"] and patterns.fullmatch("[A-Z].*", match["own"]):
                own = own or match["own"]
    if own:
        heads += [
            (match.start(), None, match.span())
            for match in patterns.finditer(rf"(?:当前|目前|现在|原来|原先|原|此前|之前|而)(?:路由器)?{own}(?=到|去)", problem.rest)
        ]
    heads.sort(key=lambda head: head[0])
    present: dict[str, list[object]] = {}
    told: list[tuple[str, dict[str, int]]] = []
    for match in entries:
        before = [name for place, name, _ in heads if place < match.start()]
        sender = before[-1] if before else None
        network = patterns.sub(r"\s", "", match["net"])
        if sender is None:
            via = match["via"] or match["plain"] or ""
            if network in present:
                stay_out(f"{network} twice")
            unknown = not via and not match["direct"] and match["far"] not in ("0", "1")
            present[network] = [_far(match["far"]), UNTOLD if unknown else via]
        else:
            if not told or told[-1][0] != sender:
                told.append((sender, {}))
            if told[-1][1].setdefault(network, _far(match["far"])) != _far(match["far"]):
                stay_out(f"{network} twice")
    if not told or (not present and len(told) > 1 and len({name for name, _ in told}) != len(told)):
        return None
    if present and any(name == "邻居" for name, _ in told):
        return None  # whether it is the present next hop is not said
    between = False
    repeated = {network for _, advertised in told for network in advertised if sum(network in more for _, more in told) > 1}
    if repeated and present and not patterns.search("依次|先后|随后|然后|接着|又|再|之后|最后|最终|同时", problem.text):
        return None
    # `新值=?；…最后=?` asks of each step; `距离是多少？下一跳是谁？` of the last only.
    questions = [
        clause
        for clause in patterns.findall(r"[^,;。?\n]*\??", problem.rest)
        if patterns.search(r"多少|几|\?", clause)
        and (patterns.search("距离|结果|跳数|表项|值", clause) or not patterns.search("下一跳|谁|哪|走|经", clause))
    ]
    if repeated and present and len(questions) > 1:
        if len(known_networks(present, told)) > 1:
            return None
        between = True
    problem.take_spans([match.span() for match in entries] + [span for _, _, span in heads if span[0] < entries[-1].start()])
    absent = problem.take_all(
        rf"(?:{ROUTER})?(?:原来|原先|原|之前|本来|的|路由表|表|中|里|目前|还)*(?:没有|无|不含|不存在|没)(?:有)?(?:到|去往)?(?:(?P<net>{NETWORK})(?:\s*[、,和与]\s*{NETWORK})*|(?:这些|上述|这几个|以上|任何)(?:目的)?网络)(?:的)?(?:表项|路由|项|信息|记录|条目)*|路由表(?:原来|原|初始|起初|开始时?)?(?:为|是)?空|(?:原来|初始|起初|开始时?)(?:路由表)?(?:为|是)?空"
    )
    if any(match["net"] in present for match in absent) or (not present and not absent):
        return None
    problem.take_all(rf"{ROUTER}(?:到|与|和){ROUTER}(?:(?:、|和|与){ROUTER})*(?:都|均|各)?(?:是|为|只有)?(?:一|1)跳")
    known = known_networks(present, told)
    about = {match[1] for match in patterns.finditer(rf"({ROUTER})(?:更新后)?,?(?:到|去|的路由表)", problem.rest[entries[-1].end() :])} | (
        {own} if own else set()
    )
    if len(about) > 1:
        return None  # another router's distance is asked, too
    wanted: list[str] = []
    for clause in patterns.finditer(r"[^;。?!\n]+", problem.rest):
        for match in patterns.finditer(NETWORK, clause[0], re.IGNORECASE):
            if (name := patterns.sub(r"\s", "", match[0])) not in known:
                stay_out(f"{name} is not told of")
            wanted.append(name)
    problem.take_all(r"(?:[二两三四五六七八]|[2-9])个?(?:路由)?表项(?:中|里)?的?|从上到下(?:各|依次)?")
    parts = _parts(problem.rest)
    problem.take_asked(NETWORK)
    entry = bool(problem.take_asked("(?:路由)?表项(?:应该?|会)?(?:是|为|变成|变为|改为)+(?:什么样?|多少|怎样|啥)"))
    entry = entry or bool(
        problem.take_asked(r"(?:\ue000|的|路由|那|这)*(?:条目|表项|记录|一项|一行)(?=\s*(?:[。?]|$|是|为|变|怎|如何|内容))")
    )
    reach = bool(
        problem.take_asked(r"(?:是否|能否|还|是不是|能不能)*(?:可达|到达)(?:吗|么|否|不可达)|(?:是否|能否|能不能)(?:还)?(?:可达|到达)")
    )
    hops = bool(
        problem.take_asked(
            r"下一跳(?:路由器)?(?:地址)?(?:是|为|变成)*(?:谁|多少|什么|哪(?:个|里|儿))?|经(?:过|由)?(?:谁|哪(?:个|里)?)|(?:走|选择?|采用|采信)(?:谁|哪(?:个|里|边|条)?)(?:路由器|邻居)?(?:作为?|做|当)?(?:下一跳)?"
        )
    )
    changes = bool(
        problem.take_asked(
            r"(?:该|要|应该?|需要|用|需|会)?(?:不)?(?:改|更新|变|换)(?:不|没)(?:改|更新|变|换)|(?:该|要|应该?|需要|需|会|是否|要不要|用不用)+(?:被)?(?:改|更新|修改|换)(?:吗|么)?(?!后|为)|是否(?:更新|修改|改变)"
        )
    )
    whole = bool(
        problem.take_asked(
            r"(?:新的?|更新后的?|完整的?|整个|最终的?)?(?:的)?(?:路由表|(?<=新)表|(?<=的)表(?=长|变|是|怎|啥|什么)|表(?=长|变|是|怎|啥|什么))(?:的内容)?(?:是|长|为|变成|应)*(?:什么样?|怎样|怎么样|啥样|啥)?|(?:写出|求出?|给出|列出)(?:更新后的?|最终的?|这|新的?)*(?:[两三四五六七八2-8])(?:个|条)?(?:表项|项|行)"
        )
    )
    if problem.take_asked(
        "更新(?:完|过|之?后|完成后)+,?(?:会|应该?|的结果|结果|是|变|成|为)*(?:什么样|怎样|怎么样|啥样|什么|啥)(?:子|的)?"
    ):
        whole, entry = whole or not wanted, entry or bool(wanted)
    whole = whole or (not wanted and len(known) > 1 and not problem.has(rf"{_DISTANCE}|跳"))
    far = bool(
        problem.take_asked(
            rf"(?:到达?(?:该|这个|此)(?:目的)?网络?的?)?{_DISTANCE}(?:应|各|分别|是|为|变成|变为|等于|更新为|改为|将)*(?:多少|几|什么)?(?:跳)?|(?:是|为|成|剩|变成|改成|更新为|更新成)(?:多少|几|啥|什么)(?:跳)?|最短(?:是|为)?(?:多少|几)|(?:新值|最后|最终)?=\s*\?|呢(?=$|[?。;,])"
        )
    )
    problem.take_all(rf"{ROUTER}(?:的)?(?:表|路由表)?|(?:其他|其余|剩下|别的)(?:的)?(?:表?项|网络|路由)?(?:都|均)?(?:不变|保持不变)")
    problem.take_all(r"(?:不|没)(?:同|更短|变)|[两二三四五六七八][个台](?=网|RIP|目的|路由|$|的)")
    problem.settle()
    if reach and not wanted:
        return None
    if not (wanted or whole or far or hops or changes or entry):
        if not patterns.search("更新|改|新|处理后|写出|求(?!助|教|解)", problem.text):
            return None
        whole, hops = len(known) > 1, True
    networks = list(dict.fromkeys(wanted)) or None
    order = sorted(known, key=lambda name: (patterns.sub(r"\d", "", name), [int(part) for part in patterns.findall(r"\d+", name)]))
    if "从上到下" in problem.text:
        if known - set(present):
            stay_out("where a new entry stands")
        order = list(present)
    return Recognition(
        parameters={
            "task": "rip",
            "present": present,
            "told": [[name, advertised] for name, advertised in told],
            "networks": networks if networks else order,
            "single": networks is not None and len(networks) == 1,
            "hops": hops or entry or (whole and not networks),
            "whole": whole and not networks,
            "changes": changes,
            "between": between,
            "own": own,
            "parts": parts
            if (networks and reach)
            or (
                networks
                and len({tuple(what for one, what in parts if one == name) for name, _ in parts}) > 1
                and len({name for name, _ in parts}) > 1
            )
            else [],
        },
        understood=(
            (
                "原路由表",
                "；".join(
                    f"{network} {entry[0]} {'' if entry[1] == UNTOLD else entry[1] or '直连'}".strip() for network, entry in present.items()
                )
                or "空",
            ),
            *((f"{name} 的通告", "；".join(f"{network} {hops}" for network, hops in advertised.items())) for name, advertised in told),
        ),
    )


_CONSTANTS = (
    (
        r"(?:最晚|最迟|最多|至少)?(?:到|经过|在|过|等|超过)?(?:t=)?(?:多少秒|多长时间|多久)(?:后|之后|没收到|未收到|,)*(?:该|此|这)?(?:表项|路由|项|网络)?(?:会|就|将|才)?(?:被|认为)?(?:置为|标记为|标为|认为)?(?:不可达|超时|失效)|超时(?:时间|定时器)?(?:是|为)*(?:多少|几)(?:秒)?",
        "180 s",
        "RIP 的超时时间是 180 s：这么久没有收到更新，表项记为不可达。",
    ),
    (
        r"(?:每隔|每|隔)?(?:多少秒|多长时间|多久)(?:就|会|要)?(?:向邻居|向相邻路由器|和邻居)?(?:交换|发送|广播|通告|更新|发)(?:一次)?(?:路由信息|路由表|更新报文|报文|更新)?|更新周期(?:是|为)*(?:多少|几)(?:秒)?",
        "30 s",
        "RIP 每隔 30 s 向邻居发送一次路由表。",
    ),
    (
        r"(?:把|将)?(?:到)?(?:N\d|net\d?|该网络|该表项)?(?:的)?(?:距离|度量|跳数)?(?:置|设|标|改|变|通告)(?:为|成)(?:了)?(?:多少|几)|(?:自己)?到[A-Z]的距离(?:是)?(?:多少|几)",
        "16",
        "下一跳连续 180 s 没有更新，或用毒性逆转向下一跳通告时，距离记为 16，即不可达。",
    ),
    (
        r"(?:距离|跳数|度量|数值|值)*(?:被)?(?:标成|标为|为|是|等于|达到|标记为|设为|置为)*(?:多少|几)(?:时|的时候|跳|就)*(?:表示|代表|意味着|认为|就是|视为|为|是|意味)*(?:目的网络|网络)?(?:不可达|无穷|无穷大|到不了)|(?:用|以)(?:哪个|什么|哪一个|多大的)(?:数字|数值|数|值|距离|跳数)(?:来)?(?:表示|代表)(?:目的)?(?:网络)?(?:不可达|无穷大?)|不可达(?:的)?(?:距离|跳数|度量)?(?:用|以|是|为|记为|记作|表示为|设为)*(?:多少|几|什么)|(?:无穷大|无穷)(?:是|为|取|定义为|用|=)*(?:多少|几)",
        "16",
        "RIP 用距离 16 表示不可达，所以最多经过 15 跳。",
    ),
    (
        r"(?:允许|规定)?(?:一条)?(?:路径|通路|路由)(?:上|中)?(?:的)?最多(?:只|仅)?(?:允许|可以?|能)?(?:包含|经过|通过|有)(?:的)?(?:路由器|跳|站)(?:的)?(?:数目?|个数|数量)(?:是|为)?|(?:允许|规定)?(?:(?:一|每|任一|任何)条(?:有效)?(?:的)?(?:路径|路由|通路)(?:上|中)?)?(?:最多|最大|至多|最远)[^,;。?!\n]{0,16}?(?:多少|几)(?:个)?(?:路由器|跳|站|步)?[^,;。?!\n]{0,12}|(?:最大|最多|最远)(?:的)?(?:可达|允许|有效|能用|可用|的)*(?:距离|跳数|路由器数|路由器个数|直径)[^,;。?!\n\d]{0,6}",
        "15",
        "RIP 的距离按跳数计，16 表示不可达，所以最大的可达距离是 15 跳。",
    ),
)


class Fact(Advertising):
    """A question for one of RIP's constants, where timers and tricks may be spoken of."""

    refused = r"链路状态|OSPF|BGP|如图|见图"


def constant(text: str) -> Recognition | None:
    """A question for RIP's largest distance, or for the distance that means unreachable."""
    problem = Fact(capitals(text))
    if not problem.take_all("RIP(?:协议)?(?:中|里)?(?:规定)?(?:的)?"):
        return None
    meaning = "RIP 用距离 16 表示不可达，所以最多经过 15 跳。"
    found = [
        (match.start(), "不可达", meaning)
        for match in problem.take_asked(
            r"(?:距离|跳数|度量)?(?:被)?(?:为|是|等于|=)*16(?:跳)?(?:时)?(?:表示|代表|意味着|是指|指)(?:的是|着)?(?:什么|啥)(?:意思|含义)?"
        )
    ]
    if problem.take(
        rf"(?P<one>{ROUTER})(?:检测到|检测|发现|得知)(?:到)?(?:与它|与其|自己|它)?(?:直连|直接相连|相连)?(?:的)?(?:网络)?{NETWORK}(?:已|突然)?(?:不可达|无法到达|断开|到不了)[,。;]?(?:并|就|立即|于是|后|随即)*(?:向|给){ROUTER}(?:发送|通告|发出|发)(?:了)?(?:一次|一个)?(?:新的|最新的)?(?:距离向量|距离矢量|路由更新|更新报文|更新|报文)?,?(?=则?(?P=one)(?:的|所|在)?(?:通告|发送|报文|距离向量))"
    ):
        asked = problem.take_asked(
            rf"(?:{ROUTER})?(?:的|所|在|发送的?|新的?|通告|报文|距离向量|更新|中|里)*(?:到|去往?)(?:达)?(?:网络)?{NETWORK}的(?:距离|跳数|度量)(?:值)?(?:应该?|会)?(?:是|为|设为|置为)*(?:多少|几)?"
        )
        problem.take_all(
            rf"{ROUTER}(?:(?:、|和|与){ROUTER})*(?:是)?|(?:一个)?(?:自治系统)?中?(?:采用RIP的)?(?:[两三四]个)路由器|(?:{ROUTER})?(?:直接)?(?:直连|连接)(?:网络)?{NETWORK}"
        )
        problem.settle()
        return _constant("16", "RIP 用距离 16 表示不可达。") if asked else None
    single = problem.take(
        rf"(?P<one>{ROUTER})(?:检测到|检测|发现|得知)(?:到)?(?:与它|与其|自己|它)?(?:直连|直接相连|相连)?(?:的)?(?:网络)?(?P<net>{NETWORK})(?:已|突然)?(?:不可达|无法到达|断开|到不了)[,。;]?(?:并|就|立即|于是|后|随即)*(?:向|给)(?P<other>{ROUTER})(?:发送|通告|发出|发)(?:了)?(?:一次|一个)?(?:新的|最新的)?(?:距离向量|距离矢量|路由更新|更新报文|更新|报文)?"
    )
    if single:
        alone = problem.take_all(
            rf"\(?(?:{ROUTER}(?:除(?:了)?{ROUTER}(?:外|以外|之外)(?:没有|无)(?:别的|其他)邻居|只有{ROUTER}(?:这)?(?:一个)?(?:个)?邻居)|(?:网络中|系统中)?(?:只有|仅有)(?:这)?两个路由器)\)?"
        )
        asked = problem.take_asked(
            rf"(?:{ROUTER})?(?:更新后)?,?(?:其|它|{ROUTER})?到达?(?:该|这个|此)?(?:网络|{NETWORK})?的(?:距离|跳数)(?:是|为|变成|变为)*(?:多少|几)?"
        )
        problem.take_all(rf"{ROUTER}(?:、|和|与){ROUTER}(?:(?:、|和|与){ROUTER})*|{ROUTER}")
        problem.settle()
        if not alone or not asked:
            return None
        return _constant("16", "发现者把距离改为 16 并通告；邻居到该网络的下一跳正是它，按 RIP 更新为 16，即不可达。")
    problem.take_all(
        r"(?:一个)?(?:路由器)?(?:到)?(?:某|一个)?(?:网络)?的?(?:距离|跳数)(?:被)?(?:标成|标为|为|是|等于|达到|标记为|=)*16(?:跳)?(?:时|的话)?(?:就)?(?:表示|代表|意味着|认为|即|就是|视为|为|是)?(?:不可达)?"
    )
    problem.take_all(
        r"(?:连续)?(?:超过)?180\s*[sS秒]?(?:都|内|仍|还)*(?:没有?|未)(?:有)?(?:收到)?(?:来自)?(?:下一跳|邻居)*[A-Z]?(?:关于)?(?:N\d|net\d|该网络)?(?:的)?(?:更新|通告|报文)*|(?:用|采用|使用)?毒性逆转|[A-Z]经[A-Z]到达[A-Z]|[A-Z]向[A-Z](?:通告|发送)(?:自己|它)?(?:的)?|UDP|端口520|(?:周期|每)30\s*[sS秒]|到?(?:N\d|net\d)距离\d{1,2}跳|在t=0最后一次(?:通告|更新)后宕机|\(?(?:RIP中)?用数字表示\)?|\(?按标准超时\)?"
    )
    for pattern, answer, why in _CONSTANTS:
        found += [(match.start(), answer, why) for match in problem.take_asked(pattern)[:1]]
    if not found:
        return None
    problem.take_all(r"(?:到达)?(?:的)?(?:网络)?(?:才)?(?:算)?可达")
    if (second := patterns.search("多大|怎么?样|如何|哪(?!位)|怎么(?![做算选填])", problem.rest)) is not None:
        stay_out(f"also asks: {second[0]}")
    problem.settle()
    found.sort()
    return _constant("；".join(answer for _, answer, _ in found), paragraphs(*dict.fromkeys(why for _, _, why in found)))


def _constant(answer: str, why: str) -> Recognition:
    return Recognition(parameters={"task": "constant", "answer": answer, "steps": why}, understood=(("协议", "RIP"),))
