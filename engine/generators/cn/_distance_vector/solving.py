"""What a pasted problem of distance vectors asks, computed by the kind's own simulators."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.generators import patterns
from engine.generators.cn._distance_vector import rip_conclusions, rip_reading
from engine.generators.cn._distance_vector import words as distance_words
from engine.generators.cn._distance_vector.distances import INFINITY, Entry, drawing_of, exchanged, rip_update, update
from engine.generators.kind import Parameters, Solution
from engine.generators.markdown import paragraphs, table
from engine.generators.reading import stay_out


def _shown(distance: int) -> str:
    return "∞" if distance >= distance_words.FAR else str(distance)


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
    called = f"{parameters['called']} " if parameters.get("called") else ""
    answer = called + with_hops if parameters["hops"] else plain
    also: tuple[str, ...] = (
        plain,
        with_hops,
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
                if any(entry_of[name].distance >= distance_words.FAR or not entry_of[name].via for name in names):
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
        drawing=drawing_of(list(vectors), labels, costs, vectors, entries),
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
    for guess in (rip_reading.UNTOLD, *dict(told)):
        table = {
            network: Entry(distance, guess if via == rip_reading.UNTOLD else via)
            for network, (distance, via) in parameters["present"].items()
        }
        for neighbour, advertised in told:
            table = rip_update(table, neighbour, advertised)
        results.append({network: table.get(network) for network in parameters["networks"]})
    untold = [entry for entry in results[0].values() if entry is not None and entry.via == rip_reading.UNTOLD]
    if len({tuple(entry and entry.distance for entry in result.values()) for result in results}) > 1:
        stay_out("a next hop is not told")
    if untold and (parameters["hops"] or parameters["changes"] or parameters.get("between") or parameters.get("parts")):
        stay_out("a next hop is asked, and not told")


def _solve_rip(parameters: Parameters) -> Solution:
    if any(via == rip_reading.UNTOLD for _, via in parameters["present"].values()):
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


def _solve_inverse(parameters: Parameters) -> Solution:
    """Each option tried as the neighbour's advertisement."""
    present = {network: Entry(distance, via) for network, (distance, via) in parameters["present"].items()}
    neighbour, told, wanted = parameters["neighbour"], parameters["told"], parameters["new"]
    blanks = [network for network, far in told if far is None]

    def fits(option: str) -> bool:
        values = [int(value) for value in patterns.findall(r"\d+", option)]
        if len(values) not in (len(blanks), len(told)):
            stay_out(option)
        names = blanks if len(values) == len(blanks) else [network for network, _ in told]
        advertised = {network: far for network, far in told if far is not None} | dict(zip(names, values, strict=True))
        new = rip_update(present, neighbour, advertised)
        return bool([new[network].distance for network in present] == wanted)

    return Solution(
        answer="",
        steps=paragraphs(
            f"把每个选项当作 {neighbour} 的通告：距离都加 1；下一跳本来就是 {neighbour} 的表项一律更新，别的表项只在更短时更新，直连的不变。",
            f"更新后的距离要正好是 {'、'.join(map(str, wanted))}。",
        ),
        conventions=("距离相等时保留原来的下一跳",),
        fits=fits,
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
        unknown = (distance_words.FAR, "")
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


def solve(parameters: Parameters) -> Solution:
    """The answer to what was read."""
    if parameters["task"] == "constant":
        return Solution(answer=parameters["answer"], steps=parameters["steps"])
    if parameters["task"] == "conclusion":
        return rip_conclusions.solve(parameters)
    if parameters["task"] == "rip inverse":
        return _solve_inverse(parameters)
    if parameters["task"] == "links":
        return _solve_links(parameters)
    return _solve_vectors(parameters) if parameters["task"] == "vectors" else _solve_rip(parameters)
