"""Delays against closed formulas and a hop-by-hop recursion, and textbook classics."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import NeedsParameter, Solved, solve_text
from engine.generators.cn.transmission_delay import forward, pipelined, same_links, total

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone, own_questions_solved


def arrival(packet: int, link: int, times: list[Fraction], delays: list[Fraction]) -> Fraction:
    """When packet number `packet` is all across link number `link`, from the end backwards."""
    ready = arrival(packet, link - 1, times, delays) if link else Fraction(0)
    free = arrival(packet - 1, link, times, delays) - delays[link] if packet else Fraction(0)
    return max(ready, free) + times[link] + delays[link]


def test_textbook_classics() -> None:
    # 980000 bytes in packets of 1000 bytes with 20 of header, 100 Mbit/s, two routers: 80.16 ms.
    assert same_links(980_000 // 980, Fraction(8000), Fraction(10**8), 3) == Fraction(8016, 100_000)
    # 8 Mb over one router at 10 Mbit/s: 1600 ms as one message, 801 ms in packets of 10 kb.
    assert same_links(1, Fraction(8 * 10**6), Fraction(10**7), 2) == Fraction(1600, 1000)
    assert same_links(800, Fraction(10_000), Fraction(10**7), 2) == Fraction(801, 1000)
    # Xie Xiren: 10^7 bits at 100 kbit/s over 1000 km: 100 s to send, 5 ms on the way.
    assert total(forward(1, Fraction(10**7), [Fraction(10**5)], [Fraction(5, 1000)])) == 100 + Fraction(5, 1000)


@settings(max_examples=60)
@given(st.integers(1, 5), st.lists(st.tuples(st.integers(1, 20), st.integers(0, 20)), min_size=1, max_size=4))
def test_forwarding_agrees_with_the_recursion(packets: int, links: list[tuple[int, int]]) -> None:
    rates, delays = [Fraction(rate) for rate, _ in links], [Fraction(delay) for _, delay in links]
    history = forward(packets, Fraction(60), rates, delays)
    assert total(history) == arrival(packets - 1, len(links) - 1, [60 / rate for rate in rates], delays)
    # In one formula: every link once, and the slowest for each packet more.
    assert total(history) == sum(60 / rate for rate in rates) + sum(delays) + (packets - 1) * max(60 / rate for rate in rates)


@settings(max_examples=60)
@given(st.integers(1, 8), st.lists(st.tuples(st.integers(1, 20), st.integers(0, 20)), min_size=1, max_size=5))
def test_one_formula_agrees_with_forwarding(packets: int, links: list[tuple[int, int]]) -> None:
    rates, delays = [Fraction(rate) for rate, _ in links], [Fraction(delay) for _, delay in links]
    assert pipelined(packets, Fraction(12), rates, delays) == total(forward(packets, Fraction(12), rates, delays))


def test_keys_agree_with_reference() -> None:
    for composed in sample("transmission-delay"):
        asked, shown = composed.parameters, Fraction(right_option(composed).split()[0]) / 1000
        if asked["task"] == "one-link":
            assert abs(shown - Fraction(asked["bits"], asked["rate"]) - Fraction(asked["distance"], 2 * 10**8)) <= Fraction(1, 200_000)
        elif asked["task"] == "two-links":
            times = [Fraction(asked["bits"], rate) for rate in asked["rates"]]
            assert shown == arrival(asked["packets"] - 1, 1, times, [Fraction(delay) for delay in asked["propagation"]])
        else:
            bits = asked.get("bits", asked.get("packet_bytes", 0) * 8)
            packets = asked.get("packets") or -(-asked["data_bytes"] // (asked["packet_bytes"] - asked["header_bytes"]))
            # Each router sends every packet on: what the last link sends begins one packet later for each.
            last = Fraction(0)
            for _ in range(asked["routers"]):
                last += Fraction(bits, asked["rate"])
            assert shown == last + packets * Fraction(bits, asked["rate"])


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        # Xie Xiren's exercise on two delays.
        ("两台主机相距1000km，信号传播速率为2×10^8m/s，数据长度为10^7bit，数据发送速率为100kb/s，试计算发送时延和传播时延", "发送时延 100 s，传播时延 5 ms"),
        ("已知主机甲到主机乙的链路长1000km，速率1Mbps，信号传播速度200000km/s，发送1000B的数据，总时延是多少", "13 ms"),
        ("时延带宽积：链路2000km，带宽10Mb/s，传播速度2e8 m/s", "100000 bit"),
        ("一段光纤长30km，传播速度2×10^8m/s，带宽是1Gbps，那这段链路上最多能有多少比特在传", "150000 bit"),
        ("两地相隔1200km，信号每秒传播速度2×10^8m/s，分组长1500字节，想让发送时延等于传播时延，链路速率要多大", "2 Mbps"),
        ("链路速率10Mbps，距离400km，信号传播速率200000km/s，发送时延与传播时延相等时，分组的长度是多少", "20000 bit"),
        ("源主机经一台路由器（存储转发）把1000B的分组发给目的主机，第一段链路8Mbps，传播时延1ms；第二段链路4Mbps，传播时延2ms，路由器处理时延0.5ms，端到端时延是多少", "6.5 ms"),
        ("甲经过3个路由器（存储转发）给乙发一个2Mb的报文，各段链路均为10Mbps，分别采用报文交换和分组大小为10kb的分组交换，忽略传播时延和分组头开销，两种方式的总时间各是多少", "报文交换 800 ms，分组交换 203 ms"),
        ("俩主机隔着1台交换机，100M的链路，存储转发，1500字节的包，传播时延不计，从开始发到全部收完要多久", "240 μs"),
        ("两段链路速率分别为1Mbps、2Mbps，存储转发1000B的报文，不计传播时延，总时延是多少", "12 ms"),
        ("主机A经过2个路由器向主机B发送一个文件，采用报文交换，文件大小为8Mb，每段链路速率2Mb/s，传播时延忽略不计，总共需要多少时间", "12 s"),
        ("分组交换，经2个路由器，每段链路速率10Mbps，文件大小8Mbit，分组大小8000bit，不计传播时延和处理时延，总时延是多少", "801.6 ms"),
        ("在一条1000km长的光纤上发送1Mbit的数据，带宽100Mbps，信号在光纤中传播速度为2e5km/s，发送时延和传播时延分别是多少", "发送时延 10 ms，传播时延 5 ms"),
        ("报文交换，4段链路，报文长4000bit，每段链路带宽20kb/s，每段传播时延10ms，总时延", "840 ms"),
        ("电路交换，4段链路，报文长4000bit，电路建立时间50ms，数据率20kb/s，每段传播时延10ms，求总时延", "290 ms"),
        ("老师好，链路带宽10Mbps，发送1500B的帧，发送时延是多少", "1.2 ms"),
    ],
)  # fmt: skip
def test_solver_answers(text: str, answer: str) -> None:
    assert answer_of("transmission-delay", text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "两台主机之间有1台交换机，两台主机相距2000m，速率均为10Mbps，传播速率2×10^8m/s，采用存储转发，发送1250B的帧，总时延是多少",
        "两台主机之间有1台交换机，速率10Mbps，每段长100m，传播速率2×10^8m/s，发送1250B的帧，直通方式总时延是多少",
        "链路2000km，带宽10Mb/s，传播速度2e8 m/s，发一个1500字节的包并收到确认，总共要多久",
        "链路2000km，带宽10Mb/s，传播速度2e8 m/s，发一个1500字节的包，每个路由器处理时延1ms，总时延多少",
        "链路2000km，带宽10Mb/s，发一个1500字节的包，总时延多少",
        "链路2000km，传播速度2e8 m/s，发送时延等于传播时延时帧长多少",
        "电路交换，4段链路，报文长4000bit，数据率20kb/s，每段传播时延10ms，求总时延",
        "分组交换，经2个路由器，链路速率10Mbps，文件大小8Mbit，分组大小8000bit，首部20B，不计传播时延，总时延是多少",
        "分组交换，3段链路，文件大小8001bit，分组大小1000bit，链路速率10Mbps，不计传播时延，总时延是多少",
        "链路2000km，带宽10Mb/s，传播速度2e8 m/s，主机发完1500字节的包的时间是多少",
        "链路2000km，带宽10Mb/s，传播速度2e8 m/s，丢包率10%，发一个1500字节的包，总时延多少",
        "链路2000km，带宽10MB/s，传播速度2e8 m/s，发一个1500字节的包，从开始发到全收到要多久",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert left_alone("transmission-delay", text)


def test_solver_asks_for_the_rate() -> None:
    asked = solve_text("链路长1000km，信号传播速度200000km/s，发送1000B的数据，总时延是多少", "408")
    assert isinstance(asked, NeedsParameter)
    solved = solve_text(asked.completed("1Mbps"), "408")
    assert isinstance(solved, Solved)
    assert solved.answer == "13 ms"


def test_own_questions_are_solved_as_keyed() -> None:
    assert own_questions_solved("transmission-delay") > 0


def test_a_problem_in_letters() -> None:
    text = "x比特报文，k段链路，每段传播d秒，速率b bit/s，分组长p bit，电路建立s秒，x=10000 k=5 d=0.01 b=1000 p=500 s=3，电路交换和分组交换各花多少秒（首部忽略）"
    circuit = 3 + Fraction(10_000, 1000) + 5 * Fraction(1, 100)
    packet = pipelined(20, Fraction(500), [Fraction(1000)] * 5, [Fraction(1, 100)] * 5)
    assert answer_of("transmission-delay", text) == f"电路交换 {float(circuit)} s，分组交换 {float(packet)} s"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "某浏览器请求一个引用了8个小图像的网页，不计DNS和各对象的传输时间，往返时间为RTT，采用非持续、非并行的HTTP，共需多少个RTT？",
            2 + 2 * 8,
        ),
        ("一个HTML文件引用了8个非常小的对象，忽略发送时间，采用非持久HTTP，浏览器配置5个并行连接，总共需要几个RTT？", 2 + 2 * 2),
        ("用户访问的页面引用了10个图片对象，采用持续的非流水线HTTP连接，忽略传输时间，共需几个RTT？", 2 + 10),
        ("用户访问的页面引用了10个图片对象，采用持续的流水线方式的HTTP连接，忽略传输时间，共需几个RTT？", 3),
    ],
)
def test_round_trips_of_a_page(text: str, answer: int) -> None:
    assert answer_of("transmission-delay", text) == f"{answer} 个 RTT"


@pytest.mark.parametrize(
    "text",
    [
        "一个HTML文件引用了8个非常小的对象，忽略发送时间，采用非持久HTTP，总共需要几个RTT？",
        "一个HTML文件引用了8个对象，每个对象的发送时间为10ms，采用非持久HTTP且不支持并行，总共需要几个RTT？",
        "DNS查询需要2个RTT，网页引用了8个小对象，采用非持久非并行HTTP，共需多少个RTT？",
    ],
)
def test_pages_whose_loading_is_not_told(text: str) -> None:
    assert left_alone("transmission-delay", text)
