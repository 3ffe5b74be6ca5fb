"""Distance-vector routing: one router's update from its neighbours' vectors, RIP's hop counts included.

Bellman and Ford's rule as in Tanenbaum and Wetherall (distance vector routing): the new distance to a network is the least of cost to a
neighbour plus the neighbour's distance. RIP (RFC 2453; Xie Xiren, 计算机网络): every advertised distance counts one hop more, what the
present next hop says replaces the entry whatever it is, another router's offer only where it is shorter; 16 means unreachable.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.drawings.model import Cell, Drawing, Grid, Row
from engine.generators.chance import Chance
from engine.generators.cn import _distance_reading
from engine.generators.kind import Generated, Kind, Parameters, Recognition, Solution, Solver, Wrong
from engine.generators.markdown import paragraphs, table
from engine.generators.reading import Reading, StayOut, stay_out

POINT = "cn.network.distance-vector"
INFINITY = 16
"""RIP's unreachable."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A distance and the neighbour on the way; `via` empty: directly attached."""

    distance: int
    via: str


def update(costs: Mapping[str, int], vectors: Mapping[str, Sequence[int]]) -> list[Entry]:
    """The new table, one entry a destination, from the costs to the neighbours and their vectors; the first neighbour wins a tie."""
    count = len(next(iter(vectors.values())))
    return [
        min((Entry(cost + vectors[name][number], name) for name, cost in costs.items()), key=lambda entry: entry.distance)
        for number in range(count)
    ]


def rip_update(present: Mapping[str, Entry], neighbour: str, advertised: Mapping[str, int]) -> dict[str, Entry]:
    """The table after one RIP advertisement of a neighbour."""
    new = dict(present)
    for network, hops in advertised.items():
        offer = Entry(min(hops + 1, INFINITY), neighbour)
        old = new.get(network)
        if (old is None and offer.distance < INFINITY) or (old is not None and (old.via == neighbour or offer.distance < old.distance)):
            new[network] = offer
    return dict(sorted(new.items()))


# --- questions ---------------------------------------------------------------------------------------------------------------------


def _write(chance: Chance, difficulty: int) -> Generated | None:
    if difficulty == 1:
        return _update(chance, neighbours=3, networks=3)
    return _update(chance, neighbours=4, networks=4, hops=True) if difficulty == 2 else _rip(chance)


def _distances(entries: Sequence[Entry]) -> str:
    return "、".join(str(entry.distance) for entry in entries)


def _update(chance: Chance, neighbours: int, networks: int, hops: bool = False) -> Generated | None:
    names = list("ABCD"[:neighbours])
    costs = {name: chance.between(2, 14) for name in names}
    vectors = {name: [chance.between(1, 40) for _ in range(networks)] for name in names}
    right = update(costs, vectors)
    sums = [sorted(costs[name] + vectors[name][number] for name in names) for number in range(networks)]
    if len({entry.via for entry in right}) < 2 or any(row[0] == row[1] for row in sums):
        return None
    # The one who only looks for the smallest number in a column, and the one who stays with the nearest neighbour.
    smallest = [min(names, key=lambda name: vectors[name][number]) for number in range(networks)]
    nearest = min(names, key=lambda name: costs[name])
    candidates = [
        ([Entry(vectors[via][number], via) for number, via in enumerate(smallest)], "没有加上到邻居的距离"),
        ([Entry(costs[via] + vectors[via][number], via) for number, via in enumerate(smallest)], "只比较邻居的距离，加上链路后没有再比"),
        ([Entry(costs[nearest] + vectors[nearest][number], nearest) for number in range(networks)], "全部经过最近的邻居"),
        ([max((Entry(costs[n] + vectors[n][number], n) for n in names), key=lambda e: e.distance) for number in range(networks)], "取了最大的和"),
        ([Entry(vectors[entry.via][number] + 1, entry.via) for number, entry in enumerate(right)], "一律只加 1，没有加链路的距离"),
    ]  # fmt: skip
    for number in range(networks):
        second = min((Entry(costs[n] + vectors[n][number], n) for n in names if n != right[number].via), key=lambda e: e.distance)
        candidates.append(([*right[:number], second, *right[number + 1 :]], f"到 Net{number + 1} 漏看了更短的一条"))

    def text(entries: Sequence[Entry]) -> str:
        return "、".join(f"{entry.distance}（{entry.via}）" for entry in entries) if hops else _distances(entries)

    columns = [f"Net{number}" for number in range(1, networks + 1)]
    given = table(("邻居", *columns), [(name, *vectors[name]) for name in names])
    links = "、".join(f"{name} 为 {costs[name]}" for name in names)
    asked = "分别到" + "、".join(columns) + ("的距离（括号内为下一跳）" if hops else "的距离")
    working = table(
        ("经过", *columns),
        [
            (f"{name}（{costs[name]}）", *(f"{costs[name]} + {vector} = {costs[name] + vector}" for vector in vectors[name]))
            for name in names
        ],
    )
    return Generated(
        point=POINT,
        stem=f"某网络采用距离向量路由算法。路由器 E 到各邻居的链路距离：{links}。E 收到各邻居的距离向量如下：\n\n{given}\n\n则 E 更新后，{asked}依次为",
        right=text(right),
        wrong=[Wrong(text(entries), why) for entries, why in candidates],
        steps=paragraphs("到每个网络，算出经过每个邻居的距离，取最小的：", working, f"依次为 {text(right)}"),
        parameters={"task": "next-hops" if hops else "distances", "costs": costs, "vectors": vectors},
        drawing=_drawing(names, columns, costs, vectors, right),
    )


def _drawing(
    names: Sequence[str], columns: Sequence[str], costs: Mapping[str, int], vectors: Mapping[str, Sequence[int]], right: Sequence[Entry]
) -> Drawing:
    rows = [
        Row(
            f"经 {name}（{costs[name]}）",
            tuple(Cell(str(costs[name] + vector), "good" if right[n].via == name else "plain") for n, vector in enumerate(vectors[name])),
        )
        for name in names
    ]
    return Grid(title="经过每个邻居的距离", columns=tuple(columns), rows=tuple(rows), note="绿色：每列中最小的，就是新的距离")


def _rip(chance: Chance) -> Generated | None:
    """One advertisement: same next hop, shorter, longer, new."""
    networks = [f"N{number}" for number in sorted(chance.sample(range(1, 10), 5))]
    others = ("A", "D", "F")
    kinds = chance.shuffled(("same", "shorter", "longer", "new", "untouched"))
    present: dict[str, Entry] = {}
    advertised: dict[str, int] = {}
    for network, kind in zip(networks, kinds, strict=True):
        old = chance.between(3, 8)
        if kind == "same":
            present[network] = Entry(old, "C")
            advertised[network] = chance.choice([hops for hops in range(1, 12) if hops + 1 != old])
        elif kind == "shorter":
            present[network] = Entry(old, chance.choice(others))
            advertised[network] = chance.between(1, old - 2)
        elif kind == "longer":
            present[network] = Entry(old, chance.choice(others))
            advertised[network] = chance.between(old, 9)
        elif kind == "new":
            advertised[network] = chance.between(1, 9)
        else:
            present[network] = Entry(old, chance.choice(others))
    right = rip_update(present, "C", advertised)

    def mistaken(*, plus: int = 1, keeps_shorter_same: bool = False, always: bool = False, ignores_new: bool = False) -> dict[str, Entry]:
        new = dict(present)
        for network, hops in advertised.items():
            offer, old = Entry(hops + plus, "C"), present.get(network)
            if old is None:
                if not ignores_new:
                    new[network] = offer
            elif always or offer.distance < old.distance or (old.via == "C" and not keeps_shorter_same):
                new[network] = offer
        return dict(sorted(new.items()))

    def text(entries: Mapping[str, Entry]) -> str:
        return "，".join(f"{network} {entry.distance} {entry.via}" for network, entry in entries.items())

    wrong = [
        Wrong(text(mistaken(keeps_shorter_same=True)), "下一跳相同时也只在更短时才更新"),
        Wrong(text(mistaken(plus=0)), "收到的距离没有加 1"),
        Wrong(text(mistaken(always=True)), "不管长短，一律按收到的更新"),
        Wrong(text(mistaken(plus=2)), "收到的距离加了 2"),
        Wrong(text(mistaken(plus=0, always=True)), "没有加 1，并且一律按收到的更新"),
        Wrong(text(mistaken(plus=0, keeps_shorter_same=True)), "没有加 1，下一跳相同时也只在更短时才更新"),
    ]
    if text(mistaken(keeps_shorter_same=True)) == text(right):
        wrong.append(Wrong(text(mistaken(plus=2, keeps_shorter_same=True)), "收到的距离加了 2"))
    rows = []
    for network in sorted({*present, *advertised}):
        before, told = present.get(network), advertised.get(network)
        if told is None:
            reason = "没有收到，不变"
        elif before is None:
            reason = "新的网络，加入"
        elif before.via == "C":
            reason = "下一跳相同，按新的更新"
        else:
            reason = "不同的下一跳，更短，更新" if told + 1 < before.distance else "不同的下一跳，不更短，不变"
        rows.append(
            (network, "—" if told is None else f"{told} + 1 = {told + 1}", reason, f"{right[network].distance} {right[network].via}")
        )
    return Generated(
        point=POINT,
        stem=(
            "某自治系统采用 RIP 协议，路由器 B 的路由表如下：\n\n"
            f"{table(('目的网络', '距离', '下一跳'), [(network, entry.distance, entry.via) for network, entry in present.items()])}\n\n"
            "B 收到邻居 C 发来的路由信息：\n\n"
            f"{table(('目的网络', '距离'), list(advertised.items()))}\n\n则 B 更新后的路由表（目的网络、距离、下一跳）是"
        ),
        right=text(right),
        wrong=wrong,
        steps=paragraphs("C 发来的距离都加 1，下一跳都是 C，再逐项比较：", table(("网络", "经 C", "处理", "结果"), rows), f"更新后：{text(right)}"),
        parameters={
            "task": "rip",
            "present": {network: [entry.distance, entry.via] for network, entry in present.items()},
            "advertised": advertised,
        },
    )  # fmt: skip


# --- solver ------------------------------------------------------------------------------------------------------------------------

_NAME = r"(?<![A-Za-z0-9])(?:路由器|结点|节点)?(?P<name>(?!N\d|Net)[A-Z]\d{0,2})(?![A-Za-z0-9])"
_NAMES = r"(?<![A-Za-z0-9])[A-Z]\d{0,2}(?:\s*(?:、|,|和|与|及|/)\s*[A-Z]\d{0,2})+(?![A-Za-z0-9])"
_NUMBERS = r"\d+(?:\s*(?:,|、|和|与)\s*\d+)+"
_NETWORK = r"(?<![A-Za-z\d.])(?P<network>(?:N|Net|网络?)\s?\d{1,2}|\d{1,3}(?:\.\d{1,3}){3}(?:/\d{1,2})?)(?![\d.])"
_HOPS = r"(?:\s|,|:|=|\(|的?(?:距离|跳数|开销)(?:为|是)?)*(?P<distance>\d{1,2})(?!\d|\.\d)跳?"
_VIA = r"(?:\s|,|:|\(|的?下一跳(?:路由器?)?(?:为|是)?|经过?)*(?:路由器)?(?P<via>(?!N\d|Net)[A-Z]\d{0,2}(?![A-Za-z0-9])|直连|直接(?:交付|连接|相连)|-(?!\d))\)?"
_HARMLESS = (
    "距离向量 距离矢量 向量 矢量 算法 路由算法 路由 路由选择 协议 RIP 更新 路由器 结点 节点 邻居 相邻 收到 发来 发送 来自 的 路由表 路由信息 通告 报文 表 距离 下一跳 目的网络 目的 网络 到达 规则 "
    "更新后 顺序 自己 测得 延迟 链路 自治系统 采用 表项 原来 我 表里 新 R B C 到各 各 所有 结点 以下 下列 刚刚 某子网 到达路由器 两个 三个 四个 五个 最短 最小 最短路径 信息 跳 直连 可达 不可达 结果 当前 它 里 最新 更新报文 按 依据 网 条"
)


def _recognise(text: str) -> Recognition | None:
    reading = Reading(text)
    reading.refuse(
        r"毒性|水平分割|无穷计数|环路|触发|链路状态|OSPF|BGP|Dijkstra|迪杰|故障|断开|失效|断了|坏消息|定时|超时|180|30秒|收敛|几次|多少次|第[二三]次|先后|再收到|又收到|如图|见图|删除|不能|拓扑"
    )
    return (
        _recognise_rip(reading)
        if reading.has(r"RIP|下一跳|直连|直接交付") and not reading.has(r"延迟|时延|链路(?:开销|代价|距离)")
        else _recognise_vectors(reading)
    )


def _recognise_vectors(reading: Reading) -> Recognition | None:
    vectors: dict[str, list[int]] = {}

    def add(name: str, numbers: str) -> None:
        if name in vectors:
            stay_out(f"two vectors of {name}")
        vectors[name] = [int(number) for number in re.findall(r"\d+", numbers)]

    of = r"(?:的)?(?:距离|延迟)?(?:向量|矢量)?(?:为|是|:|=|\s)*"
    for match in reading.take_all(rf"(?:来自)?{_NAME}{of}\((?P<numbers>\d+(?:\s*[,、]\s*\d+){{2,}})\)"):
        add(match["name"], match["numbers"])
    if not vectors and (pair := reading.take(
        rf"(?:来自)?(?P<names>{_NAMES})的?(?:距离|延迟)?(?:向量|矢量)?(?:信息)?(?:分别|依次|为|是|:|\s)+(?P<lists>\(\d+(?:\s*,\s*\d+){{2,}}\)(?:\s*(?:、|,|和|;)?\s*\(\d+(?:\s*,\s*\d+){{2,}}\))+)"
    )):  # fmt: skip
        names, lists = re.findall(r"[A-Z]\d*", pair["names"]), re.findall(r"\(([^()]*)\)", pair["lists"])
        if len(names) != len(lists):
            return None
        for name, numbers in zip(names, lists, strict=True):
            add(name, numbers)
    table_given = reading.take_table()
    headings: tuple[str, ...] = ()
    if table_given is not None:
        if vectors:
            return None
        headings = table_given.rows[0][1:]
        for row in table_given.rows[1:]:
            if not re.fullmatch(r"(?:来自)?[A-Z]\d*", row[0]) or not all(cell.isdigit() for cell in row[1:]):
                return None
            add(row[0].removeprefix("来自"), " ".join(row[1:]))
    for match in reading.take_all(
        rf"(?:邻居|来自)?(?P<names>{_NAMES})(?:发来|传来|送来)?的?(?:距离)?(?:向量|矢量)(?=:|,|\ue000|。|如下|为)|(?:邻居|来自)?(?P<more>{_NAMES})(?=到(?:各)?(?:个)?(?:结点|节点)?A[~-])"
    ):
        if set(re.findall(r"[A-Z]\d*", match["names"] or match["more"])) != set(vectors):
            return None
    costs: dict[str, int] = {}
    to = r"(?:到|与|和)?(?:各?邻居|相邻结点|相邻路由器)?"
    cost = r"(?:之间)?的?(?:链路)?(?:延迟|时延|距离|代价|开销|费用|度量)?(?:的)?(?:测得|测量|测出|值|分别|依次|各|为|是|:|=|\s)+"
    own: str | None = None
    if joint := reading.take(
        rf"(?:(?:路由器|结点|节点)?(?P<own>[A-Z]\d?)|自己|它|其)?(?:测得|测出)?{to}(?:到|与|和)(?P<names>{_NAMES}){cost}(?P<numbers>{_NUMBERS})"
    ):
        names, numbers = re.findall(r"[A-Z]\d*", joint["names"]), re.findall(r"\d+", joint["numbers"])
        if len(names) != len(numbers):
            return None
        own = joint["own"]
        costs = {name: int(number) for name, number in zip(names, numbers, strict=True)}
    elif matches := reading.take_all(rf"(?:到)?{_NAME}(?:的)?(?:链路)?(?:距离|延迟|时延|代价|开销)?(?:为|是|=)+(?P<value>\d+)(?!\d)"):
        costs = {match["name"]: int(match["value"]) for match in matches}
        if len(costs) != len(matches):
            return None
    if (
        links := reading.take(
            r"(?:路由器|结点|节点)(?P<own>[A-Z]\d?)到(?:各)?(?:个)?邻居的?(?:链路)?(?:距离|延迟|代价|开销)(?=:|为|分别|,)"
        )
    ) is not None:
        own = links["own"]
    for match in reading.take_all(r"(?:路由器|结点|节点|则)?(?P<own>[A-Z]\d?)(?=收到|更新后?|接收到)"):
        if own not in (None, match["own"]):
            return None
        own = match["own"]
    labels: tuple[str, ...] = headings
    spans = reading.take_all(
        r"(?:的)?(?:顺序|次序|依次)?(?:是|为)?(?:分别|依次)?到?(?P<first>A)\s*(?:~|-|至|到)\s*(?P<last>[A-Z])(?![A-Za-z0-9])(?:的)?(?:顺序|次序|排列)?"
    )
    listed = reading.take_all(
        rf"(?:分别|依次)?到(?:结点|节点|目的)?(?P<names>{_NAMES}|Net\d(?:、Net\d)+)(?:各?(?:结点|节点|网络))?的?(?=[^,。;?!]{{0,8}}(?:距离|延迟|代价|开销|$))"
    )
    for match in spans:
        said = tuple(chr(code) for code in range(ord("A"), ord(match["last"]) + 1))
        if labels not in ((), said):
            return None
        labels = said
    listed += reading.take_all(rf"(?:目的(?:地|结点|节点|网络)?|顺序|次序)(?:的)?(?:顺序|次序)?(?:依次|分别|是|为|:)+(?P<names>{_NAMES})")
    for match in listed:
        said = tuple(re.findall(r"[A-Za-z]+\d*", match["names"]))
        if labels not in ((), said):
            return None
        labels = said
    asked = reading.take_all(
        r"(?:到)?(?:各|所有|每个)?(?:个)?(?:结点|节点|目的|路由器|网络)*(?:的)?(?:最短|新的?|最小)?(?:的)?(?:路径)?(?:距离|路径|延迟|代价|开销|距离向量|矢量|向量|路由表)(?:分别|依次|是|为)*(?:多少|什么)?(?=$|[,。?;!(])|(?:新的?|更新后的?)(?:距离)?(?:向量|矢量|路由表|距离)"
    )
    hops = reading.take_all(r"\(括号内为下一跳\)|(?:和|及|与)下一跳")
    if own is not None:
        reading.take_all(rf"(?<![A-Za-z0-9]){own}(?![A-Za-z0-9])")
    reading.finish(_HARMLESS)
    sizes = {len(vector) for vector in vectors.values()}
    if not asked or len(vectors) < 2 or set(vectors) != set(costs) or len(sizes) != 1:
        return None
    count = sizes.pop()
    letters = tuple(chr(ord("A") + number) for number in range(count))
    if not labels and all(name in letters and vectors[name][letters.index(name)] == 0 for name in vectors):
        labels = letters
    if labels and len(labels) != count:
        return None
    if labels and any(name in labels and vectors[name][labels.index(name)] != 0 for name in vectors):
        return None  # a router is not away from itself: another order
    if not labels or (own is None and any(name in labels for name in vectors)) or own in vectors:
        return None
    return Recognition(
        parameters={"task": "vectors", "own": own, "labels": list(labels), "costs": costs, "vectors": vectors, "hops": bool(hops)},
        understood=(
            ("到邻居", "、".join(f"{name} 为 {value}" for name, value in costs.items())),
            ("邻居的向量", "；".join(f"{name} ({', '.join(map(str, vector))})" for name, vector in vectors.items())),
            ("目的", "、".join(labels)),
        ),
    )


def _recognise_rip(reading: Reading) -> Recognition | None:
    senders = [
        match["name"] or match["other"] or match["third"]
        for match in reading.take_all(
            r"收到(?:了)?(?:来自)?(?:相邻|邻居)?(?:的)?(?:路由器)?(?P<name>(?!N\d)[A-Z]\d{0,2})(?![A-Za-z0-9])(?:发来|送来|传来|发送|通告)?(?:的)?(?:路由信息|通告|路由更新|更新报文|路由表|距离向量|RIP报文|更新信息|报文|更新)*|"
            r"(?<![A-Za-z0-9])(?:邻居|路由器)*(?P<other>(?!N\d)[A-Z]\d{0,2})(?:向(?:我|它|其))?(?:发来|送来|传来|通告)(?:的)?(?:路由信息|更新报文|报文)?|"
            r"是(?P<third>(?!N\d)[A-Z]\d{0,2})的邻居"
        )
    ]
    present: dict[str, list[object]] = {}
    advertised: dict[str, int] = {}
    for match in reading.take_all(rf"\(?{_NETWORK}{_HOPS}{_VIA}"):
        if match["network"] in present:
            return None
        direct = not re.fullmatch(r"[A-Z]\d*", match["via"])
        present[match["network"]] = [int(match["distance"]), "" if direct else match["via"]]
    for match in reading.take_all(rf"\(?{_NETWORK}{_HOPS}\)?"):
        if match["network"] in advertised:
            return None
        advertised[match["network"]] = int(match["distance"])
    one = reading.take_all(rf"(?:到)?{_NETWORK}(?:的)?(?:距离|跳数)(?:分别|是|为|变为)*(?:多少)?")
    owners = {
        match["name"]
        for match in reading.take_all(
            r"(?<![A-Za-z0-9])(?:路由器)?(?P<name>[A-Z]\d{0,2})(?:(?:的)?(?:原来的?|原|原有的?|当前的?)?(?:路由表|表项)|(?=(?:的)?(?:更新后)?(?:到|\ue000|更新)))"
        )
    }
    whole = reading.take_all(r"(?:更新后|新)(?:的)?(?:路由表|表项)(?:是|为)?(?:什么)?(?=$|[,。?;!(])|更新后的路由表")
    each = reading.take_all(
        r"到(?:这)?(?:各|[二两三四五六]个|所有|每个)(?:目的)?网络的?(?:距离|跳数)(?:分别|依次|是|为)*(?:多少)?|(?:各网络的?|更新后的?|新的?)?(?:距离|跳数)(?:分别|依次|各)(?:是|为)?(?:多少)?"
    )
    reading.take_all(r"可达吗|是否可达|可不可达|能到达吗|\(?16(?:跳)?(?:表示|为|代表|即)不可达\)?")
    networks = list(dict.fromkeys(match["network"] for match in one))
    if not networks and not whole and not each and reading.take(r"(?:更新后)?(?:的)?(?:距离|跳数)(?:变为|变成|是|为)?多少"):
        networks = list(advertised) if len(advertised) == 1 else []
        if not networks:
            return None
    reading.take_all(r"下一跳(?:路由器)?(?:是|为)?(?:谁|什么|哪个|多少)?(?=$|[,。?;!、]|和)")
    reading.finish(_HARMLESS)
    if (
        len(set(senders)) != 1
        or len(owners) > 1
        or owners & set(senders)
        or not present
        or not advertised
        or not (networks or whole or each)
    ):
        return None
    if any(not 0 <= int(str(entry[0])) <= INFINITY for entry in present.values()) or any(
        not 0 <= hops <= INFINITY for hops in advertised.values()
    ):
        return None
    if any(network not in present and network not in advertised for network in networks):
        return None
    return Recognition(
        parameters={
            "task": "rip",
            "neighbour": senders[0],
            "present": present,
            "advertised": advertised,
            "networks": networks if networks and not whole and not each else None,
            "whole": bool(whole),
        },
        understood=(
            ("原路由表", "；".join(f"{network} {entry[0]} {entry[1] or '直连'}" for network, entry in present.items())),
            (f"{senders[0]} 的通告", "；".join(f"{network} {hops}" for network, hops in advertised.items())),
        ),
    )


def _recognise_either(text: str) -> Recognition | None:
    """By the phrases of the classics, or by parts; where both understand, they must understand the same."""
    text = _distance_reading.written_out(text)
    found: list[Recognition] = []
    for recognise in (_recognise, _distance_reading.recognise):
        try:
            seen = recognise(text)
        except StayOut:
            continue
        if seen is not None:
            found.append(seen)
    if len(found) == 2 and any(
        found[0].parameters.get(name) != found[1].parameters.get(name) for name in ("vectors", "costs", "present", "advertised")
    ):
        return None
    return found[0] if found else None


def _solve(parameters: Parameters) -> Solution:
    if parameters["task"] == "vectors":
        own, labels, costs, vectors = parameters["own"], parameters["labels"], parameters["costs"], parameters["vectors"]
        entries = update(costs, vectors)
        if own in labels:
            entries[labels.index(own)] = Entry(0, "")
        working = table(
            ("经过", *labels),
            [(f"{name}（{costs[name]}）", *(f"{costs[name]} + {far} = {costs[name] + far}" for far in vectors[name])) for name in vectors],
        )
        plain = "、".join(str(entry.distance) for entry in entries)
        with_hops = "、".join(f"{entry.distance}（{entry.via or '自己'}）" for entry in entries)
        answer = with_hops if parameters["hops"] else plain
        also: tuple[str, ...] = (
            plain,
            "，".join(f"{label} {entry.distance} {entry.via or '自己'}" for label, entry in zip(labels, entries, strict=True)),
        )
        if (only := parameters.get("only")) is not None:
            entry = entries[labels.index(only)]
            answer = f"距离 {entry.distance}，下一跳 {entry.via}" if parameters["hops"] else f"{entry.distance}"
            also = (f"{entry.distance}，{entry.via}", f"{entry.distance}") if parameters["hops"] else ()
        hops = "、".join(f"{label} 经 {entry.via}" for label, entry in zip(labels, entries, strict=True) if entry.via)
        return Solution(
            answer=answer,
            also=also,
            steps=paragraphs(
                "到每个目的地，算出经过每个邻居的距离，取最小的" + ("，到自己为 0：" if own in labels else "："), working, f"到 {'、'.join(labels)} 依次为 {answer}（{hops}）。"
            ),
            conventions=("旧的路由表不再使用，只按新收到的向量计算",),
            drawing=_drawing(list(vectors), labels, costs, vectors, entries),
        )  # fmt: skip
    present = {network: Entry(distance, via) for network, (distance, via) in parameters["present"].items()}
    neighbour, advertised = parameters["neighbour"], parameters["advertised"]
    new = rip_update(present, neighbour, advertised)
    order = list(dict.fromkeys((*present, *advertised)))
    rows = []
    for network in order:
        told, before = advertised.get(network), present.get(network)
        reason = (
            "没有收到，不变" if told is None else "新的网络，加入" if before is None and network in new else "不可达，不加入" if before is None else
            "下一跳相同，按新的更新" if before.via == neighbour else
            "不同的下一跳，更短，更新" if told + 1 < before.distance else "不同的下一跳，不更短，不变"
        )  # fmt: skip
        entry = new.get(network)
        rows.append(
            (
                network,
                "—" if told is None else f"{told} + 1 = {told + 1}",
                reason,
                "—" if entry is None else f"{entry.distance} {entry.via or '直连'}",
            )
        )
    wanted = [network for network in (parameters["networks"] or order) if network in new]
    if not wanted:
        stay_out("no entry")

    def said(network: str) -> str:
        entry = new[network]
        return f"{network}：{'16（不可达）' if entry.distance >= INFINITY else entry.distance}，下一跳 {entry.via or '直连'}"

    distances = "、".join(str(new[network].distance) for network in wanted)
    return Solution(
        answer=f"距离 {distances}"
        if parameters["networks"] is None and not parameters["whole"]
        else "；".join(said(network) for network in wanted),
        also=(distances, "，".join(f"{network} {new[network].distance} {new[network].via}" for network in wanted)),
        steps=paragraphs(
            f"{neighbour} 发来的距离都加 1，下一跳都是 {neighbour}，再逐项比较：",
            table(("网络", f"经 {neighbour}", "处理", "结果"), rows),
            "；".join(said(network) for network in wanted) + "。",
        ),
        conventions=("距离 16 表示不可达", "距离相等时保留原来的下一跳"),
    )


KIND = Kind(
    name="distance-vector",
    title="距离向量路由",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(hint=r"距离-?向量|距离-?矢量|RIP|矢量|向量", recognise=_recognise_either, solve=_solve),
)
