"""Critical paths against networkx and all ways tried, textbook classics, and sentences as people type them."""

from __future__ import annotations

from collections.abc import Sequence

import networkx  # type: ignore[import-untyped]
import pytest

from engine.generators.ds._critical_path.schedules import order_of, paths, schedule

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone, own_questions_solved

YAN = [(0, 1, 6), (0, 2, 4), (0, 3, 5), (1, 4, 1), (2, 4, 1), (3, 5, 2), (4, 6, 9), (4, 7, 7), (5, 7, 4), (6, 8, 2), (7, 8, 4)]
"""Yan Weimin's network of eleven activities."""


def network(arcs: Sequence[Sequence[int]]) -> networkx.DiGraph:
    graph = networkx.DiGraph()
    graph.add_weighted_edges_from(tuple(arc) for arc in arcs)
    return graph


def longest(graph: networkx.DiGraph, start: int, end: int) -> int:
    """By trying every way."""
    ways = networkx.all_simple_paths(graph, start, end)
    return max((networkx.path_weight(graph, way, "weight") for way in ways), default=0)


def test_textbook_classics() -> None:
    times = schedule(9, YAN)
    assert times.length == 18
    assert times.ve == (0, 6, 4, 5, 7, 7, 16, 14, 18)
    assert times.vl == (0, 6, 6, 8, 7, 10, 16, 14, 18)
    assert times.critical == (0, 3, 6, 7, 9, 10)
    # Six events, of whose ways v1 v3 v4 v6 is the longest.
    arcs = [(0, 1, 3), (0, 2, 2), (1, 3, 2), (1, 4, 3), (2, 3, 4), (2, 5, 3), (3, 5, 2), (4, 5, 1)]
    assert schedule(6, arcs).length == 8
    assert [arcs[number][:2] for number in schedule(6, arcs).critical] == [(0, 2), (2, 3), (3, 5)]
    assert order_of(2, [(0, 1, 1), (1, 0, 1)]) is None
    with pytest.raises(ValueError, match="cycle"):
        schedule(2, [(0, 1, 1), (1, 0, 1)])


def test_keys_agree_with_every_way() -> None:
    for composed in sample("critical-path"):
        asked, right = composed.parameters, right_option(composed)
        count, arcs = asked["count"], [tuple(arc) for arc in asked["arcs"]]
        task = asked["task"]
        if task == "shortened":
            start, end, duration = arcs[asked["activity"]]
            arcs[asked["activity"]] = (start, end, duration - asked["cut"])
        graph = network(arcs)
        length = networkx.dag_longest_path_length(graph)
        if task in ("length", "shortened"):
            assert right == f"{length} 天"
        elif task == "path":
            assert right == " → ".join(f"V{vertex + 1}" for vertex in networkx.dag_longest_path(graph))
        elif task in ("ve", "vl"):
            vertex = asked["vertex"]
            expected = longest(graph, 0, vertex) if task == "ve" else length - longest(graph, vertex, count - 1)
            assert right == f"{expected} 天"
        else:
            start, end, duration = arcs[asked["activity"]]
            late = length - longest(graph, end, count - 1) - duration
            assert right == f"{late - longest(graph, 0, start) if task == 'slack' else late} 天"
        assert len(paths(count, arcs)) == len(list(networkx.all_simple_paths(graph, 0, count - 1)))


# --- solver ------------------------------------------------------------------------------------------------------------------------

NET = "V1→V2 3、V1→V3 2、V2→V4 2、V2→V5 3、V3→V4 4、V3→V6 3、V4→V6 2、V5→V6 1"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (f"AOE网的活动及持续时间为 {NET}，求关键路径的长度", "8"),
        (f"某工程的AOE网：{NET}，关键路径是什么？", "V1→V3→V4→V6（长度 8）"),
        (f"老师，AOE网 {NET}，完成整个工程至少需要多少天", "8"),
        (f"AOE网中活动为 {NET}，事件V2的最迟发生时间是多少", "4"),
        (f"AOE网 {NET}，求事件 V4 的最早发生时间", "6"),
        (f"AOE网 {NET}，关键活动是什么", "V1→V3、V3→V4、V4→V6"),
        ("工程的AOE网，弧为 A→B 3，A→C 5，B→D 4，C→D 1，求工程的最短工期", "7"),
        (f"AOE网 {NET}，活动V2→V5的最迟开始时间是多少", "4"),
        (f"大佬们看看，AOE网 {NET}，活动V2→V5的最早开始时间、最迟开始时间和时间余量", "最早开始 3；最迟开始 4；时间余量 1"),
        (f"某项目的AOE网 {NET}，事件V2的最早发生时间和最迟发生时间分别是多少", "最早发生 3；最迟发生 4"),
        ("某工程 <1,2>需3天，<1,3>需2天，<2,4>需2天，<3,4>需4天，用AOE网表示，最短工期是几天", "6"),
        ("AOE网中 a1=<1,2>权3，a2=<1,3>权2，a3=<2,4>权2，a4=<3,4>权4，关键活动有哪些", "a2、a4"),
        # Hand-worked: the ways are 1-2-4-6 (7), 1-2-5-6 (7), 1-3-4-6 (8), 1-3-6 (5).
        (f"AOE网 {NET}，活动V3→V4缩短2天，求关键路径的长度", "7"),
        (f"AOE网 {NET}，若活动V3→V4缩短2天，总工期缩短几天", "缩短 1（8 变为 7）"),
        (f"AOE网 {NET}，关键路径有几条", "1 条"),
        (f"AOE网 {NET}，若V1→V2推迟1天开始，求关键路径的长度", "8"),
        (f"AOE网 {NET}，若V1→V2推迟3天开始，总工期推迟几天", "延长 2（8 变为 10）"),
        ("工程的活动：A 3天，B 4天，C 5天紧前A，D 2天紧前A、B，工期多少天？B可以推迟几天不影响工期？", "工期 8；时间余量 2"),
        ("各工序如下表，问至少几天完成，关键工序有哪些\n工序 先行工序 天数\nA — 3\nB — 4\nC A 5\nD A、B 2", "工期 8；A、C"),
        ("AOE网 (1,2,6),(1,3,4),(1,4,5),(2,5,1),(3,5,1),(4,6,2),(5,7,9),(5,8,7),(6,8,4),(7,9,2),(8,9,4)，求关键路径长度", "18"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    assert answer_of("critical-path", text) == answer


@pytest.mark.parametrize(
    "text",
    [
        f"AOE网 {NET}，缩短哪个活动可以缩短工期",
        f"AOE网 {NET}，事件V9的最迟发生时间是多少",
        f"AOE网 {NET}，活动V2→V6的最迟开始时间是多少",
        f"AOE网 {NET}，同时加快进度可以缩短工期的两个活动是哪些",
        "工序 先行工序 天数\nA — 3\nB A 4\nC D 5\n求工期",
        "如图所示的AOE网，求关键路径的长度",
        "AOE网 V1→V2 3、V2→V3 4、V3→V1 2，求关键路径的长度",
        "AOE网 V1→V2 3、V1→V3 4、V4→V3 2，求关键路径的长度",
        f"无向网 {NET}，求关键路径的长度",
        "关键路径的定义是什么",
        f"AOE网 {NET}，不经过V3的关键路径的长度",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert left_alone("critical-path", text)


def test_own_questions_are_solved_as_keyed() -> None:
    assert own_questions_solved("critical-path") >= 10
