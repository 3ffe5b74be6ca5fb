"""Distance-vector routing: one router's update from its neighbours' vectors, RIP's hop counts included.

Bellman and Ford's rule as in Tanenbaum and Wetherall (distance vector routing): the new distance to a network is the least of cost to a
neighbour plus the neighbour's distance. RIP (RFC 2453; Xie Xiren, 计算机网络): every advertised distance counts one hop more, what the
present next hop says replaces the entry whatever it is, another router's offer only where it is shorter; 16 means unreachable.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.generators.alternatives import first_reading
from engine.generators.chance import Chance
from engine.generators.cn._distance_vector import reading as distance_reading
from engine.generators.cn._distance_vector import rip_conclusions, rip_reading, rip_tables
from engine.generators.cn._distance_vector import solving as distance_solving
from engine.generators.cn._distance_vector.distances import Entry, drawing_of, rip_update, update
from engine.generators.kind import Generated, Kind, Solver, Wrong
from engine.generators.markdown import paragraphs, table

POINT = "cn.network.distance-vector"


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
        drawing=drawing_of(names, columns, costs, vectors, right),
    )


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


KIND = Kind(
    name="distance-vector",
    title="距离向量路由",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"距离|矢量|向量|RIP|路由表.*(?:收到|更新)|路由信息|邻居|开销|代价|通告|下一跳|延迟|发来|[Nn]et",
        recognise=first_reading(
            rip_tables.recognise, rip_tables.inverse, distance_reading.recognise, rip_reading.constant, rip_conclusions.recognise
        ),
        solve=distance_solving.solve,
    ),
)
