"""Distance vectors against shortest paths of networkx, textbook classics, and RIP's rules written another way."""

from __future__ import annotations

import networkx as nx  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import Solved, solve_text
from engine.generators.cn._distance_vector.distances import Entry, exchanged, rip_update, update

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone, own_questions_solved


def test_textbook_classics() -> None:
    # Tanenbaum: router J with the vectors of A, I, H and K; delays 8, 10, 12, 6.
    vectors = {
        "A": (0, 12, 25, 40, 14, 23, 18, 17, 21, 9, 24, 29),
        "I": (24, 36, 18, 27, 7, 20, 31, 20, 0, 11, 22, 33),
        "H": (20, 31, 19, 8, 30, 19, 6, 0, 14, 7, 22, 9),
        "K": (21, 28, 36, 24, 22, 40, 31, 19, 22, 10, 0, 9),
    }
    table = update({"A": 8, "I": 10, "H": 12, "K": 6}, vectors)
    without_itself = table[:9] + table[10:]
    assert "".join(entry.via for entry in without_itself) == "AAIHIIHHIKK"
    assert [entry.distance for entry in without_itself] == [8, 20, 28, 20, 17, 30, 18, 12, 10, 6, 15]
    # Xie Xiren: B's table and C's advertisement.
    present = {"N1": Entry(7, "A"), "N2": Entry(2, "C"), "N6": Entry(8, "F"), "N8": Entry(4, "E"), "N9": Entry(4, "F")}
    new = rip_update(present, "C", {"N2": 4, "N3": 8, "N6": 4, "N8": 3, "N9": 5})
    assert {network: (entry.distance, entry.via) for network, entry in new.items()} == {
        "N1": (7, "A"), "N2": (5, "C"), "N3": (9, "C"), "N6": (5, "C"), "N8": (4, "E"), "N9": (4, "F"),
    }  # fmt: skip


def test_sixteen_hops_are_unreachable() -> None:
    assert rip_update({"N1": Entry(3, "C")}, "C", {"N1": 16}) == {"N1": Entry(16, "C")}
    assert rip_update({}, "C", {"N1": 15}) == {}


def graph_of(costs: dict[str, int], vectors: dict[str, list[int]]) -> nx.DiGraph:
    """Edges that go on: router to neighbours, each neighbour to the networks it tells of."""
    graph = nx.DiGraph()
    for name, cost in costs.items():
        graph.add_edge("E", name, weight=cost)
        for number, distance in enumerate(vectors[name]):
            graph.add_edge(name, number, weight=distance)
    return graph


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(1, 20), st.lists(st.integers(1, 40), min_size=4, max_size=4)), min_size=1, max_size=4))
def test_update_agrees_with_shortest_paths(neighbours: list[tuple[int, list[int]]]) -> None:
    costs = {"ABCD"[number]: cost for number, (cost, _) in enumerate(neighbours)}
    vectors = {"ABCD"[number]: vector for number, (_, vector) in enumerate(neighbours)}
    lengths = nx.single_source_dijkstra_path_length(graph_of(costs, vectors), "E")
    assert [entry.distance for entry in update(costs, vectors)] == [lengths[number] for number in range(4)]


@settings(max_examples=40)
@given(st.lists(st.integers(1, 9), min_size=5, max_size=5))
def test_exchanges_end_at_shortest_paths(costs: list[int]) -> None:
    links = list(zip("ABCDA", "BCDEC", costs, strict=True))
    graph = nx.Graph()
    graph.add_weighted_edges_from(links)
    lengths = nx.single_source_dijkstra_path_length(graph, "A")
    assert {goal: distance for goal, (distance, _) in exchanged(links, "A", -1).items()} == lengths
    assert set(exchanged(links, "A", 0)) == {"A", "B", "C"}
    assert "E" not in exchanged(links, "A", 1)


def test_keys_agree_with_reference() -> None:
    for composed in sample("distance-vector"):
        asked, shown = composed.parameters, right_option(composed)
        if asked["task"] == "rip":
            rows = []
            for network in sorted({*asked["present"], *asked["advertised"]}):
                old, told = asked["present"].get(network), asked["advertised"].get(network)
                candidates = [] if told is None else [(told + 1, "C")]
                if old is not None and (old[1] != "C" or told is None):
                    candidates.insert(0, (old[0], old[1]))  # first: an offer as long does not replace it
                distance, via = min(candidates, key=lambda candidate: candidate[0])
                rows.append(f"{network} {distance} {via}")
            assert shown == "，".join(rows)
            continue
        lengths, paths = nx.single_source_dijkstra(graph_of(asked["costs"], asked["vectors"]), "E")
        count = len(asked["vectors"]["A"])
        with_hops = asked["task"] == "next-hops"
        assert shown == "、".join(f"{lengths[n]}（{paths[n][1]}）" if with_hops else str(lengths[n]) for n in range(count))


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("路由器X到邻居P、Q、R的链路代价依次是3、6、2，P、Q、R通告的到目的网络T的代价依次为9、4、12，用距离向量算法，问X到T的最小代价是多少，选择哪个邻居作为下一跳", "距离 10，下一跳 Q"),
        ("路由器X的邻居有Y和Z，X到Y的代价为5，X到Z的代价为2。距离向量算法，Y通告到W的距离是3，Z通告到W的距离是8，则X到W的距离和下一跳为", "距离 8，下一跳 Y"),
        ("RIP协议中，路由器A收到相邻路由器B的更新报文，其中含有表项(Net2,15)。A的路由表中到Net2的原表项为(Net2,7,B)。A更新后，到Net2的距离是多少？", "距离 16（不可达）"),
        ("RIP，本来到Net6 距离4 下一跳C，现在C发报文说到Net6是7，我这边改成多少", "距离 8"),
        ("运行RIP，路由器R3的相邻路由器有R1、R2。R3从R1收到的距离向量为<net1,2>,<net2,5>；从R2收到的距离向量为<net1,4>,<net2,1>。R3的路由表原来为空，距离以跳数计，更新后R3到达net1、net2的距离分别是多少", "距离 3、2"),
        ("A、B、C、D、E、F六个路由器用距离-向量算法，到达C的向量：来自B:(5,0,8,12,6,2)；来自D:(16,12,6,0,9,10)；来自E:(7,6,3,9,0,4)。C到B、D、E的延迟分别为6、3、5，给出C的新路由表（输出线路和预计延迟）", "延迟 11（B）、6（B）、0（自己）、3（D）、5（E）、8（B）"),
        # Tanenbaum's exercise; Xie Xiren's example of RIP.
        ("考虑某子网使用距离矢量路由算法，下列矢量刚刚到达路由器C：来自B的矢量为(5,0,8,12,6,2)；来自D的矢量为(16,12,6,0,9,10)；来自E的矢量为(7,6,3,9,0,4)。C到B、D和E的延迟分别为6、3和5，则C到达所有结点的最短路径是", "11、6、0、3、5、8"),
        ("采用RIP，路由器B的路由表：N1 7 A，N2 2 C，N6 8 F，N8 4 E，N9 4 F。B收到C发来的路由信息：N2 4，N3 8，N6 4，N8 3，N9 5。求B更新后的路由表", "N1：7，下一跳 A；N2：5，下一跳 C；N3：9，下一跳 C；N6：5，下一跳 C；N8：4，下一跳 E；N9：4，下一跳 F"),
        ("RIP协议，R1到N3距离5下一跳R4，现在收到R2发来的更新：N3 2，更新后R1到N3的距离是多少", "距离 3"),
        ("RIP协议，R1到N3距离5下一跳R4，现在收到R2发来的更新：N3 4，更新后R1到N3的距离是多少", "距离 5"),
        ("RIP协议，R1到N3距离5下一跳R2，现在收到R2发来的更新：N3 8，更新后R1到N3的距离是多少", "距离 9"),
        ("用RIP，邻居R7发来(N4,15)，原来表里N4距离6下一跳是R2，更新后N4距离多少", "距离 6"),
        ("距离向量算法，X收到A、B的向量分别为(0,3,7)、(3,0,2)，X到A、B的代价分别为4、1，目的依次是A、B、C，求X到各结点的距离", "4、1、3"),
        ("RIP协议，R1到N3距离5下一跳R4，现在收到R2发来的更新：N3 2，又收到R5发来的更新：N3 1，更新后R1到N3的距离是多少", "距离 2"),
        ("大家帮我看看：路由器R1的路由表是 Net1 3 R2，Net2 6 R3，收到R3的通告 Net1 1，Net2 6，用RIP更新，R1到各网络的距离分别是多少", "距离 2、7"),
    ],
)  # fmt: skip
def test_solver_answers(text: str, answer: str) -> None:
    assert answer_of("distance-vector", text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "RIP的毒性逆转能不能解决无穷计数",
        "RIP协议，R1到N3距离5下一跳R4，之后R4故障，收到R2发来的更新：N3 2，更新后R1到N3的距离是多少",
        "RIP协议，R1到N3距离5下一跳R4，收到更新：N3 2，更新后R1到N3的距离是多少",
        "RIP协议，R1到N3距离5下一跳R4，收到R2发来的更新：N3 2，更新后R1到N5的距离是多少",
        "RIP协议使用水平分割，R1到N3距离5下一跳R4，收到R4发来的更新：N3 2，更新后R1到N3的距离是多少",
        "距离向量算法，X收到A、B的向量分别为(0,3,7)、(3,0,2)，X到A的代价为4，求X到各结点的距离",
        "距离向量算法，X收到A、B的向量分别为(0,3,7)、(3,0)，X到A、B的代价分别为4、1，求X到各结点的距离",
        "距离向量算法，X收到A、B的向量分别为(1,3,7)、(3,0,2)，X到A、B的代价分别为4、1，目的依次是A、B、C，求X到各结点的距离",
        "距离向量算法，X收到A、B的向量分别为(0,3,7)、(3,0,2)，X到A、B、C的代价分别为4、1、5，目的依次是A、B、C，求X到各结点的距离",
        "链路状态算法，X收到A、B的向量分别为(0,3,7)、(3,0,2)，X到A、B的代价分别为4、1，目的依次是A、B、C，求X到各结点的距离",
        "距离向量算法，路由器R的拓扑见图，求R到各结点的距离",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert left_alone("distance-vector", text)


def test_pasted_options_are_matched() -> None:
    stem = "R1路由表：10.0.0.0 0 直连，20.0.0.0 7 R2，30.0.0.0 4 R3。收到R2通告：10.0.0.0 2，20.0.0.0 3，30.0.0.0 2。用RIP规则更新，R1到三个网络的距离分别为"
    solved = solve_text(stem + " A.0,7,4 B.0,4,3 C.3,4,3 D.0,3,2", "408")
    assert isinstance(solved, Solved)
    assert solved.option == "B"


def test_own_questions_are_solved_as_keyed() -> None:
    assert own_questions_solved("distance-vector") > 0


_TOLD = "路由器C收到B、D、E的距离向量（到A、B、C、D、E、F）：来自B：(6,0,9,13,7,3)；来自D：(17,11,8,0,10,9)；来自E：(7,6,4,10,0,13)。C到B、D、E的延迟分别为7、4、5。"


def test_some_destinations_are_answered_alone() -> None:
    costs = {"B": 7, "D": 4, "E": 5}
    vectors = {"B": (6, 0, 9, 13, 7, 3), "D": (17, 11, 8, 0, 10, 9), "E": (7, 6, 4, 10, 0, 13)}
    new = dict(zip("ABCDEF", update(costs, vectors), strict=True))
    text = _TOLD + "(1)写出C到A、B、D的延迟；(2)到A和F分别应选择哪个路由器作为下一跳？"
    far = "、".join(str(new[name].distance) for name in "ABD")
    assert answer_of("distance-vector", text) == f"{far}；下一跳 {new['A'].via}、{new['F'].via}"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("路由器R1、R2、R3顺次相连(R1-R2-R3)，网络net1与R1直连，RIP规定到直连网络的距离为1。收敛后R1检测到net1不可达，但尚未来得及通知R2时先收到了R2的更新报文，则R1更新后到net1的距离是多少，下一跳是谁？", "距离 3，下一跳 R2"),
        ("RIP网络中三台路由器R1-R2-R3依次相连，网N与R3直连，R2到N的距离为2。收敛后网N突然故障，R3将到N的距离置为16并立即向R2发送更新，R2据此更新后到网N的距离为多少？", "16"),
        ("某自治系统采用RIP，R1的路由表为：net1 距离0；net2 距离6；net3 距离9。R2发来的距离向量报文为：net1 距离3；net2 距离4；net3 距离8。则R1更新后到net2、net3的距离依次为多少？", "距离 5、9"),
        ("三个节点x、y、z构成网络，链路费用c(x,y)=3，c(y,z)=2，c(x,z)=9。距离向量算法收敛之后，Dx(z)是多少？", "5"),
    ],
)  # fmt: skip
def test_more_is_read_of_routers(text: str, answer: str) -> None:
    assert answer_of("distance-vector", text) == answer


def test_a_next_hop_that_matters_must_be_told() -> None:
    assert left_alone("distance-vector", "R1的RIP路由表为：net1 距离0；net2 距离4。R2发来报文：net2 距离6。则R1更新后到net2的距离为多少？")
