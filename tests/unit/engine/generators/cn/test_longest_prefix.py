"""Longest prefix match and aggregation against the standard library's `ipaddress`, and textbook classics."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import Solved, solve_text
from engine.generators.cn._addresses.blocks import Block, number_of, supernet
from engine.generators.cn.longest_prefix import Route, lookup

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone, own_questions_solved


def block(text: str) -> Block:
    address, _, prefix = text.partition("/")
    return Block(number_of(address), int(prefix))


def reference(routes: list[list[str]], destination: str) -> str:
    """The interface, found by walking from /32 down to /0."""
    table = {ipaddress.IPv4Network(network): interface for network, interface in routes}
    for prefix in range(32, -1, -1):
        network = ipaddress.IPv4Network(f"{destination}/{prefix}", strict=False)
        if network in table:
            return table[network]
    raise AssertionError(destination)


def covering(networks: list[str]) -> str:
    """The smallest network that holds them all, widened one bit at a time."""
    known = [ipaddress.IPv4Network(network) for network in networks]
    wide = known[0]
    while not all(network.subnet_of(wide) for network in known):
        wide = wide.supernet()
    return str(wide)


def test_textbook_classics() -> None:
    # Entries /23, /25 and /27 of 169.96.40.0 and a default: 169.96.40.5 leaves by the /27.
    nested = [Route(block(f"169.96.40.0/{prefix}"), f"S{number}") for number, prefix in enumerate((23, 25, 27), 1)]
    found = lookup([*nested, Route(block("0.0.0.0/0"), "S4")], number_of("169.96.40.5"))
    assert found is not None
    assert found.interface == "S3"
    # Tanenbaum: a table with 135.46.56.0/22, 135.46.60.0/22, 192.53.40.0/23 and a default.
    table = [
        Route(block(network), name)
        for network, name in (("135.46.56.0/22", "I0"), ("135.46.60.0/22", "I1"), ("192.53.40.0/23", "R1"), ("0.0.0.0/0", "R2"))
    ]
    answers = {"135.46.63.10": "I1", "135.46.57.14": "I0", "135.46.52.2": "R2", "192.53.40.7": "R1", "192.53.56.7": "R2"}
    for destination, interface in answers.items():
        found = lookup(table, number_of(destination))
        assert found is not None
        assert found.interface == interface
    # Four /21 from 35.230.32.0 to 35.230.56.0 become 35.230.32.0/19.
    assert str(supernet([block(f"35.230.{third}.0/21") for third in (32, 40, 48, 56)])) == "35.230.32.0/19"


@settings(max_examples=80)
@given(st.lists(st.tuples(st.integers(0, 2**32 - 1), st.integers(8, 30)), min_size=1, max_size=5))
def test_supernet_agrees_with_ipaddress(blocks: list[tuple[int, int]]) -> None:
    networks = [Block(Block(address, prefix).network, prefix) for address, prefix in blocks]
    assert str(supernet(networks)) == covering([str(network) for network in networks])


def test_keys_agree_with_reference() -> None:
    for composed in sample("longest-prefix"):
        asked, shown = composed.parameters, right_option(composed)
        if asked["task"] == "interface":
            assert shown == reference(asked["routes"], asked["destination"])
        elif asked["task"] == "interfaces":
            assert shown == "、".join(reference(asked["routes"], destination) for destination in asked["destinations"])
        else:
            assert shown == covering(asked["networks"])


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("路由表有三项：(1)86.160.0.0/11 → 甲；(2)86.168.0.0/13 → 乙；(3)86.176.0.0/12 → 丙，目的地址86.170.4.6的分组应从哪边走", "乙"),
        ("某路由器R只有以下表项：10.1.0.0/16 经S0，10.1.64.0/18 经S1，10.1.96.0/19 经S2。目的地址10.1.70.9的IP分组将从哪个接口转发", "S1"),
        ("路由器的表：\n目的网络 子网掩码 转发接口\n61.139.64.0 255.255.224.0 E0\n61.139.80.0 255.255.240.0 E1\n0.0.0.0 0.0.0.0 S1\n收到目的地址61.139.97.4的分组从哪个接口转发", "S1"),
        ("路由表（目的网络/前缀，下一跳）：128.96.39.0/25 接口m0；128.96.39.128/25 接口m1；128.96.40.0/25 R2；*（默认） R4。收到目的地址128.96.39.10和128.96.41.7的2个分组，分别计算下一跳", "接口m0、R4"),
        ("有5条路由59.78.64.0/21、59.78.72.0/21、59.78.80.0/22、59.78.84.0/22、59.78.88.0/21，下一跳相同，聚合后得到的目的网络是什么", "59.78.64.0/19"),
        ("路由器R0的转发表：10.1.0.0/16 走接口1；10.1.4.0/22 走接口2；0.0.0.0/0 走接口3。请问目的地址10.1.5.77的分组从哪个接口转发？", "接口2"),
        ("已知路由表项 135.46.56.0/22→E0、135.46.60.0/22→E1、192.53.40.0/23→R1、默认→R2，目的IP为135.46.63.10，下一跳是谁", "E1"),
        ("路由表如下：135.46.56.0/22 接口0，135.46.60.0/22 接口1，192.53.40.0/23 路由器1，默认 路由器2。收到目的地址135.46.52.2的分组，转发给谁", "路由器2"),
        ("路由表：172.16.0.0 255.255.0.0 R1，172.16.32.0 255.255.240.0 R2，172.16.40.0 255.255.248.0 R3，默认路由 R4。发往172.16.41.9的数据报，下一跳是？", "R3"),
        ("转发表：R1 20.0.0.0/8，R2 20.8.0.0/13，R3 20.15.0.0/16。目的地址20.15.200.1，下一跳是哪个？", "R3"),
        ("| 目的网络 | 下一跳 |\n|---|---|\n| 196.80.0.0/12 | A |\n| 196.94.0.0/15 | B |\n| 196.76.0.0/14 | C |\n\n目的地址196.94.19.135的分组，下一跳是", "B"),
        ("路由表：30.1.0.0/16→A，30.1.128.0/17→B，目的地址30.2.0.1，转发到哪个接口", "没有匹配的表项，丢弃"),
        ("转发表：40.0.0.0/8→S0，40.64.0.0/10→S1。目的地址40.65.1.1的分组和目的地址40.1.1.1的分组分别从哪个接口转发？", "S1、S0"),
        ("把212.56.132.0/24、212.56.133.0/24、212.56.134.0/24、212.56.135.0/24这四个网段路由聚合，结果是？", "212.56.132.0/22"),
        ("求聚合：35.230.32.0/21、35.230.40.0/21、35.230.48.0/21、35.230.56.0/21", "35.230.32.0/19"),
        ("10.1.0.0/24、10.1.1.0/24能否聚合成一个", "能，10.1.0.0/23"),
        # The 408 paper of 2018.
        ("某路由表中有转发接口相同的4条路由表项，其目的网络地址分别为35.230.32.0/21、35.230.40.0/21、35.230.48.0/21和35.230.56.0/21，将该4条路由聚合后的目的网络地址为", "35.230.32.0/19"),
        ("192.168.1.0/24 与 192.168.2.0/24 聚合后的网络地址是多少", "192.168.0.0/22"),
        ("202.10.4.0/24和202.10.5.0/24汇聚成一条路由，前缀是多少", "202.10.4.0/23"),
        ("202.10.4.0/24和202.10.6.0/24汇聚，求能覆盖这两个网络的最小的地址块", "202.10.4.0/22"),
    ],
)  # fmt: skip
def test_solver_answers(text: str, answer: str) -> None:
    assert answer_of("longest-prefix", text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "路由表见图，目的地址10.1.1.1，下一跳是谁",
        "路由表：10.0.0.0/8→R1，10.1.0.0/16→R2，目的地址10.1.2.3的分组TTL为1，转发给谁",
        "路由表：10.0.0.0/8→R1，10.1.0.0/16→R2，后来R2失效，目的地址10.1.2.3转发给谁",
        "路由表：10.0.0.0/8→R1，10.1.0.0/16→R2，下一跳是谁",
        "路由表：10.0.0.0/8→R1，10.0.0.0/8→R2，目的地址10.1.2.3，下一跳是谁",
        "路由表：10.0.0.0/8→R1 度量5，10.1.0.0/16→R2 度量3，目的地址10.1.2.3，下一跳是谁",
        "路由表：10.1.0.0/8→R1，10.1.0.0/16→R2，目的地址10.1.2.3，下一跳是谁",
        "路由表：10.0.0.0/8→R1，10.1.0.0/16→R2，目的地址10.1.2.3，不用最长前缀匹配，下一跳是谁",
        "路由表：10.0.0.0/8→R1，10.1.0.0/16，目的地址10.1.2.3，下一跳是谁",
        "路由表：10.0.0.0/8→R1，10.1.0.0/16→R2，目的地址10.1.2.300，下一跳是谁",
        "路由表：10.0.0.0/8→R1，10.1.0.0/16→R2，源地址10.1.2.3，下一跳是谁",
        "10.1.1.0/24、10.1.2.0/24能否聚合成一个",
        "五个网络10.1.0.0/24、10.1.1.0/24聚合后是多少",
        "10.1.0.0/23、10.1.1.0/24聚合后的前缀",
        "10.1.1.0/24、10.1.2.0/24聚合后的前缀",
        "10.1.0.0/24、10.1.1.0/24、10.1.2.0/24等8个网络聚合后的前缀",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert left_alone("longest-prefix", text)


def test_pasted_options_are_matched() -> None:
    solved = solve_text("转发表：10.0.0.0/8 接口1，10.1.0.0/16 接口2。目的地址10.1.2.3的分组转发接口是（ ） A.1 B.2 C.3 D.4", "408")
    assert isinstance(solved, Solved)
    assert solved.option == "B"


def test_own_questions_are_solved_as_keyed() -> None:
    assert own_questions_solved("longest-prefix") > 0


def test_a_table_in_binary_is_read() -> None:
    text = "转发表（前缀 / 接口）如下：\n11001000 00010111 00010　　0\n11001000 00010111 00011000　　1\n11001000 00010111 00011　　2\n其他　　3\n目的地址为200.23.25.161的分组从哪个接口转发？"
    address = int(ipaddress.ip_address("200.23.25.161"))
    assert f"{address:032b}".startswith("11001000" + "00010111" + "00011")
    assert answer_of("longest-prefix", text) == "2"


def test_blocks_and_hops_in_two_rows_are_paired() -> None:
    text = "路由表中有10.0.0.0/8、10.16.0.0/12、10.17.0.0/16三项，对应的下一跳依次为R1、R2、R3。目的地址为10.18.3.4的分组转发给谁？"
    assert answer_of("longest-prefix", text) == "R2"
