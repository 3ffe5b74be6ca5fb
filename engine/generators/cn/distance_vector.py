"""Distance-vector routing: one router's update from its neighbours' vectors, RIP's hop counts included.

Bellman and Ford's rule as in Tanenbaum and Wetherall (distance vector routing): the new distance to a network is the least of cost to a
neighbour plus the neighbour's distance. RIP (RFC 2453; Xie Xiren, 计算机网络): every advertised distance counts one hop more, what the
present next hop says replaces the entry whatever it is, another router's offer only where it is shorter; 16 means unreachable.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.drawings.model import Cell, Drawing, Grid, Row
from engine.generators.alternatives import first_reading
from engine.generators.chance import Chance
from engine.generators.cn import _distance_reading, _distance_words, _rip_reading
from engine.generators.kind import Generated, Kind, Parameters, Solution, Solver, Wrong
from engine.generators.markdown import paragraphs, table
from engine.generators.reading import stay_out

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


def exchanged(links: Sequence[tuple[str, str, int]], own: str, rounds: int) -> dict[str, tuple[int, str]]:
    """One router's distances, with the next hop, after so many exchanges of all vectors at once; before any only its neighbours are known.

    `rounds`: -1 for as many as change something.
    """
    names = sorted({name for one, other, _ in links for name in (one, other)})
    costs: dict[str, dict[str, int]] = {name: {} for name in names}
    for one, other, cost in links:
        costs[one][other] = costs[other][one] = cost
    tables: dict[str, dict[str, tuple[int, str]]] = {
        name: {name: (0, ""), **{near: (cost, near) for near, cost in costs[name].items()}} for name in names
    }
    for _ in range(len(names) if rounds < 0 else rounds):
        tables = {
            name: {
                goal: (0, "")
                if goal == name
                else min(
                    ((cost + tables[near][goal][0], near) for near, cost in costs[name].items() if goal in tables[near]),
                    key=lambda entry: entry[0],
                )
                for goal in names
                if goal == name or any(goal in tables[near] for near in costs[name])
            }
            for name in names
        }
    return tables[own]


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


def _shown(distance: int) -> str:
    return "∞" if distance >= _distance_words.FAR else str(distance)


def _solve_vectors(parameters: Parameters) -> Solution:
    own, labels, costs, vectors = parameters["own"], parameters["labels"], parameters["costs"], parameters["vectors"]
    entries = update(costs, vectors)
    if own in labels:
        entries[labels.index(own)] = Entry(0, "")
    working = table(
        ("经过", *labels),
        [
            (f"{name}（{costs[name]}）", *(f"{costs[name]} + {_shown(far)} = {_shown(costs[name] + far)}" for far in vectors[name]))
            for name in vectors
        ],
    )
    plain = "、".join(_shown(entry.distance) for entry in entries)
    with_hops = "、".join(f"{_shown(entry.distance)}（{entry.via or '自己'}）" for entry in entries)
    answer = with_hops if parameters["hops"] else plain
    also: tuple[str, ...] = (
        plain,
        "，".join(f"{label} {_shown(entry.distance)} {entry.via or '自己'}" for label, entry in zip(labels, entries, strict=True)),
    )
    if (only := parameters.get("only")) is not None:
        entry = entries[labels.index(only)]
        answer = f"距离 {_shown(entry.distance)}，下一跳 {entry.via}" if parameters["hops"] else _shown(entry.distance)
        also = (f"{entry.distance}，{entry.via}", f"{entry.distance}") if parameters["hops"] else ()
    if parameters.get("parts"):
        entry_of = dict(zip(labels, entries, strict=True))
        said = []
        for names, what in parameters["parts"]:
            if what != "hop":
                said.append("、".join(_shown(entry_of[name].distance) for name in names))
            if what != "far":
                if any(entry_of[name].distance >= _distance_words.FAR or not entry_of[name].via for name in names):
                    stay_out("no next hop")
                said.append("下一跳 " + "、".join(entry_of[name].via for name in names))
        answer, also = "；".join(said), ()
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


def _reason(told: int | None, before: Entry | None, neighbour: str) -> str:
    if told is None:
        return "没有收到，不变"
    if before is None:
        return "新的网络，加入" if told + 1 < INFINITY else "不可达，不加入"
    if before.via == neighbour:
        return "下一跳相同，按新的更新"
    return "不同的下一跳，更短，更新" if told + 1 < before.distance else "不同的下一跳，不更短，不变"


def _settled(parameters: Parameters) -> None:
    """Give up where a next hop that is not told makes a difference."""
    told = [(neighbour, advertised) for neighbour, advertised in parameters["told"]]
    results = []
    for guess in (_rip_reading.UNTOLD, *dict(told)):
        table = {
            network: Entry(distance, guess if via == _rip_reading.UNTOLD else via)
            for network, (distance, via) in parameters["present"].items()
        }
        for neighbour, advertised in told:
            table = rip_update(table, neighbour, advertised)
        results.append({network: table.get(network) for network in parameters["networks"]})
    untold = [entry for entry in results[0].values() if entry is not None and entry.via == _rip_reading.UNTOLD]
    if len({tuple(entry and entry.distance for entry in result.values()) for result in results}) > 1:
        stay_out("a next hop is not told")
    if untold and (parameters["hops"] or parameters["changes"] or parameters.get("between") or parameters.get("parts")):
        stay_out("a next hop is asked, and not told")


def _solve_rip(parameters: Parameters) -> Solution:
    if any(via == _rip_reading.UNTOLD for _, via in parameters["present"].values()):
        _settled(parameters)
    present = {network: Entry(distance, via) for network, (distance, via) in parameters["present"].items()}
    new, steps = present, []
    for neighbour, advertised in parameters["told"]:
        before, new = new, rip_update(new, neighbour, advertised)
        rows = []
        for network in dict.fromkeys((*before, *advertised)):
            told, entry = advertised.get(network), new.get(network)
            rows.append(
                (
                    network,
                    "—" if told is None else f"{told} + 1 = {min(told + 1, INFINITY)}",
                    _reason(told, before.get(network), neighbour),
                    "—" if entry is None else f"{entry.distance} {entry.via or '直连'}",
                )
            )
        steps += [
            f"{neighbour} 发来的距离都加 1，下一跳都是 {neighbour}，再逐项比较：",
            table(("网络", f"经 {neighbour}", "处理", "结果"), rows),
        ]
    wanted = [network for network in parameters["networks"] if network in new]
    parts = parameters.get("parts")
    told_of = parameters["networks"] if not (parts or parameters["whole"] or parameters["hops"] or parameters["changes"]) else wanted
    if len(wanted) < len(parameters["networks"]) and wanted and told_of is wanted and not parts and not parameters["whole"]:
        stay_out("a network that stays unreachable among others")
    if not wanted:
        network, via, own = parameters["networks"][0], parameters["told"][-1][0], parameters.get("own") or "R"
        spoken = tuple(
            f"{who}{way}{verb}到达{network}"
            for who in (own,)
            for way in (f"经{via}", f"经过{via}", f"通过{via}")
            for verb in ("不能", "不可", "无法")
        )
        return Solution(
            answer="16（不可达），不加入路由表", also=("16", *spoken), steps=paragraphs(*steps), conventions=("距离 16 表示不可达",)
        )

    def far(network: str) -> str:
        return "16（不可达）" if network not in new or new[network].distance >= INFINITY else str(new[network].distance)

    def said(network: str, what: str) -> str:
        if what == "reach":
            named = f"{network} " if len(wanted) > 1 else ""
            return f"{named}{'不可达' if far(network).startswith('16') else '可达'}"
        if network not in new and what == "hop":
            return "不加入路由表"
        return far(network) if what == "far" else f"下一跳 {new[network].via or '直连'}"

    distances = "、".join(far(network) for network in told_of)
    whole = "；".join(f"{network}：{far(network)}，下一跳 {new[network].via or '直连'}" for network in wanted)
    listed = "；".join(f"{network} {new[network].distance} {new[network].via or '直连'}" for network in wanted)
    answer = f"距离 {distances}" + (f"，下一跳 {'、'.join(new[network].via or '直连' for network in wanted)}" if parameters["hops"] else "")
    if parameters["whole"] or len(wanted) > 1:
        answer = whole if parameters["hops"] else answer
    if parts:
        answer = "，".join(said(network, what) for network, what in parts)
    if parameters.get("between"):
        between, current = [], present
        for neighbour, advertised in parameters["told"]:
            current = rip_update(current, neighbour, advertised)
            between.append(f"{current[wanted[0]].distance}（经 {current[wanted[0]].via}）")
        answer = "；".join(between)
    if parameters["changes"]:
        changed = any(present.get(network) != new[network] for network in wanted)
        answer = (
            f"{'要更新' if changed else '不更新'}，{answer if changed or parameters['hops'] else f'{answer}，下一跳 {new[wanted[0]].via}'}"
        )
    return Solution(
        answer=answer,
        also=(distances, distances.replace("（不可达）", ""), whole, listed, listed.replace("；", "，"), *_spoken(parameters, new, wanted)),
        steps=paragraphs(*steps, whole + "。"),
        conventions=("距离 16 表示不可达", "距离相等时保留原来的下一跳"),
    )


def _spoken(parameters: Parameters, new: Mapping[str, Entry], wanted: Sequence[str]) -> tuple[str, ...]:
    """A single network's entry as a sentence, as options have it."""
    if len(wanted) != 1 or not parameters.get("own") or not (entry := new[wanted[0]]).via:
        return ()
    return tuple(
        f"{parameters['own']}{way}{can}到达{wanted[0]}，{far}为{entry.distance}"
        for way in (f"经{entry.via}", f"经过{entry.via}", f"通过{entry.via}")
        for can in ("可以", "能", "可")
        for far in ("距离", "跳数")
    )


def _solve_links(parameters: Parameters) -> Solution:
    when = {-1: "收敛后", 0: "交换之前只知道到邻居的距离"}.get(parameters["rounds"], f"交换 {parameters['rounds']} 次后")
    answers, steps = [], []
    for question in parameters["questions"]:
        links = [(one, other, cost) for one, other, cost in question["links"]]
        found = exchanged(links, question["own"], parameters["rounds"])
        unknown = (_distance_words.FAR, "")
        if question["goal"]:
            distance, via = found.get(question["goal"], unknown)
            answers.append({"far": _shown(distance), "hop": f"下一跳 {via}"}.get(question["hops"], f"{_shown(distance)}，下一跳 {via}"))
        else:
            every = [(name, *found.get(name, unknown)) for name in sorted({name for one, other, _ in links for name in (one, other)})]
            answers.append(
                "、".join(
                    f"{name} {_shown(distance)}" + (f"（{via}）" if question["hops"] != "far" and via else "")
                    for name, distance, via in every
                )
            )
        steps.append(
            f"{question['own']} 到 {question['goal'] or '各结点'}，{when}取“到邻居的代价 + 邻居通告的距离”中最小的：{answers[-1]}。"
        )
    return Solution(answer="；".join(answers), steps=paragraphs(*steps))


def _solve(parameters: Parameters) -> Solution:
    if parameters["task"] == "constant":
        return Solution(answer=parameters["answer"], steps=parameters["steps"])
    if parameters["task"] == "links":
        return _solve_links(parameters)
    return _solve_vectors(parameters) if parameters["task"] == "vectors" else _solve_rip(parameters)


KIND = Kind(
    name="distance-vector",
    title="距离向量路由",
    points=(POINT,),
    versions={1: _write},
    solver=Solver(
        hint=r"距离|矢量|向量|RIP|路由表.*(?:收到|更新)|路由信息|邻居|开销|代价|通告|下一跳|延迟|发来|[Nn]et",
        recognise=first_reading(_rip_reading.recognise, _distance_reading.recognise, _rip_reading.constant),
        solve=_solve,
    ),
)
