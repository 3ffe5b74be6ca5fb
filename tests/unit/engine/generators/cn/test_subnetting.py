"""Subnets against the standard library's `ipaddress`, textbook classics, and sentences as people type them."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import Solved, solve_text
from engine.generators.cn._addresses.blocks import Block, dotted, number_of, prefix_for, prefix_of
from engine.generators.cn._subnetting.divisions import blocks_of, does
from engine.generators.cn._subnetting.subnets import smallest_part

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone


def test_textbook_classics() -> None:
    # 192.168.5.0/24 with 255.255.255.248: 32 subnets of 6 addresses.
    part = Block(number_of("192.168.5.0"), prefix_of(number_of("255.255.255.248")))
    assert (1 << part.prefix - 24, part.hosts) == (32, 6)
    # 180.80.77.55 with 255.255.252.0 broadcasts to 180.80.79.255.
    assert dotted(Block(number_of("180.80.77.55"), 22).broadcast) == "180.80.79.255"
    # 101.200.16.0/20 in five parts: the smallest possible one has 254 addresses.
    assert smallest_part(Block(number_of("101.200.16.0"), 20), 5).hosts == 254
    # Xie Xiren: 141.14.72.24 with 255.255.192.0 is in 141.14.64.0; with 255.255.224.0 too.
    assert [dotted(Block(number_of("141.14.72.24"), prefix).network) for prefix in (18, 19)] == ["141.14.64.0"] * 2


@settings(max_examples=80)
@given(st.integers(0, 2**32 - 1), st.integers(1, 30))
def test_blocks_agree_with_ipaddress(address: int, prefix: int) -> None:
    block, known = Block(address, prefix), ipaddress.IPv4Network((address, prefix), strict=False)
    assert (dotted(block.network), dotted(block.broadcast), dotted(block.mask)) == tuple(
        str(part) for part in (known.network_address, known.broadcast_address, known.netmask)
    )
    assert block.hosts == known.num_addresses - 2
    assert prefix_of(block.mask) == prefix
    assert [str(part) for part in block.subnets(2)] == [str(part) for part in known.subnets(2)]


@pytest.mark.parametrize("hosts", [1, 2, 3, 5, 6, 7, 14, 15, 30, 31, 62, 63, 126, 127, 254, 255, 510, 511])
def test_prefix_for_hosts_is_the_longest(hosts: int) -> None:
    longest = max(prefix for prefix in range(8, 31) if ipaddress.IPv4Network((0, prefix)).num_addresses - 2 >= hosts)
    assert prefix_for(hosts) == longest


def test_keys_agree_with_reference() -> None:
    for composed in sample("subnetting"):
        asked, shown = composed.parameters, right_option(composed)
        if asked["task"] in ("network", "broadcast"):
            known = ipaddress.IPv4Interface(f"{asked['address']}/{asked['mask']}").network
            assert shown == str(known.network_address if asked["task"] == "network" else known.broadcast_address)
        elif asked["task"] == "mask":
            fits = [p for p in range(8, 31) if ipaddress.IPv4Network((0, p)).num_addresses - 2 >= asked["hosts"]]
            assert shown == str(ipaddress.IPv4Network((0, max(fits))).netmask)
        elif asked["task"] == "range":
            whole = ipaddress.IPv4Network(asked["network"])
            hosts = list(list(whole.subnets((asked["subnets"] - 1).bit_length()))[asked["number"] - 1].hosts())
            assert shown == f"{hosts[0]}～{hosts[-1]}"
        elif asked["task"] == "divide":
            whole = ipaddress.IPv4Network(asked["network"])
            prefix = ipaddress.IPv4Network(f"0.0.0.0/{asked['mask']}").prefixlen
            equal = list(whole.subnets(new_prefix=prefix))
            assert shown == f"{len(equal)} 个、{equal[0].num_addresses - 2} 个"
        elif asked["task"] == "vlsm":
            free, given_out = ipaddress.IPv4Network(asked["network"]).network_address, []
            for need in asked["needs"]:
                prefix = max(p for p in range(8, 31) if ipaddress.IPv4Network((0, p)).num_addresses - 2 >= need)
                given_out.append(ipaddress.IPv4Network(f"{free}/{prefix}"))
                free = given_out[-1].broadcast_address + 1
            assert all(part.subnet_of(ipaddress.IPv4Network(asked["network"])) for part in given_out)
            assert shown == str(given_out[asked["number"] - 1])
        else:
            parts = [ipaddress.IPv4Network(asked["network"])]
            while len(parts) < asked["parts"]:
                parts += parts.pop().subnets()
            assert shown == f"{parts[-1].num_addresses - 2} 个"


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("主机10.20.77.5/21，网络地址、广播地址、能用的主机有几个", "网络地址 10.20.72.0，广播地址 10.20.79.255，可分配地址 2046 个"),
        ("主机192.168.9.77 掩码255.255.255.192 它所在子网号?能放多少台?", "网络地址 192.168.9.64，可分配地址 62 个"),
        ("将网络150.60.32.0/20划分为6个子网（可采用变长子网），则可能的最小子网的可分配IP地址数是多少", "126 个"),
        (
            "某学校申请到地址块10.8.4.0/23，A楼200台主机，B楼100台，C楼60台，D楼28台，用VLSM从低地址开始由大到小分配，写出各楼的网络地址和前缀",
            "A楼 10.8.4.0/24，B楼 10.8.5.0/25，C楼 10.8.5.128/26，D楼 10.8.5.192/27",
        ),
        (
            "某主机IP是202.113.25.99/28，该子网第一个可用地址和最后一个可用地址是什么",
            "第一个可用地址 202.113.25.97，最后一个可用地址 202.113.25.110",
        ),
        ("192.168.4.0/24等分成8个子网，第3个子网的网络地址和广播地址是多少", "网络地址 192.168.4.64，广播地址 192.168.4.95"),
        ("IP地址为180.80.77.55，子网掩码为255.255.252.0，求广播地址", "广播地址 180.80.79.255"),
        (
            "某主机的IP地址为180.80.77.55，子网掩码为255.255.252.0。若该主机向其所在子网发送广播分组，则目的地址可以是多少",
            "广播地址 180.80.79.255",
        ),
        (
            "某网络的IP地址空间为192.168.5.0/24，采用定长子网划分，子网掩码为255.255.255.248，则该网络中的最大子网个数、每个子网内的最大可分配地址个数分别是",
            "子网 32 个，每个子网可分配地址 6 个",
        ),
        ("主机 IP 地址 141.14.72.24，子网掩码 255.255.192.0，网络地址是多少？", "网络地址 141.14.64.0"),
        ("192.168.10.70/26 的网络地址和广播地址分别是多少", "网络地址 192.168.10.64，广播地址 192.168.10.127"),
        ("IP地址 192.168.1.5 的默认子网掩码是多少", "子网掩码 255.255.255.0"),
        ("请问 172.16.5.33/20 的子网掩码是多少", "子网掩码 255.255.240.0"),
        ("求 10.1.2.3/22 的可用地址范围", "10.1.0.1～10.1.3.254"),
        ("地址块 202.114.8.0/21 中可用的主机数是多少", "可分配地址 2046 个"),
        ("将网络 192.168.1.0/24 划分为 8 个大小相等的子网，每个子网可容纳多少台主机", "每个子网可分配地址 30 个"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.kind.name == "subnetting"
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "192.168.1.0/24 划分为 5 个子网，每个子网可容纳多少台主机",
        "192.168.10.300/26 的网络地址是多少",
        "IP地址为180.80.77.55，子网掩码为255.252.255.0，求广播地址",
        "将101.200.16.0/20划分为5个子网，则可能的最小子网的可分配IP地址数是",
        "IP地址 240.168.1.5 的默认子网掩码是多少",
        "192.168.5.0/24，子网掩码为255.255.255.248，不允许使用全0和全1的子网，子网个数是多少",
        "192.168.10.70/26 的网络中已经分配了 20 个地址，还剩多少可用地址",
        "路由表中有 192.168.10.0/24，目的地址 192.168.10.70 的下一跳是多少",
        "192.168.10.64/26 的子网中，最后一台主机的地址是多少",
        "C类网络 192.168.10.0 借 3 位划分子网，子网个数是多少",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert solve_text(text, "408") is None


def test_pasted_options_are_matched() -> None:
    stem = "某主机的IP地址为180.80.77.55，子网掩码为255.255.252.0，则广播地址是（  ）"
    solved = solve_text(stem + "\nA. 180.80.76.0\nB. 180.80.76.255\nC. 180.80.77.255\nD. 180.80.79.255", "408")
    assert isinstance(solved, Solved)
    assert solved.option == "D"
    assert solve_text(stem + "\nA. 180.80.76.0\nB. 180.80.76.255\nC. 180.80.77.255\nD. 180.80.78.255", "408") is None


def test_own_questions_are_solved_as_keyed() -> None:
    answered = 0
    for composed in sample("subnetting"):
        options = "\n".join(f"{letter}. {option}" for letter, option in zip("ABCD", composed.question.options, strict=True))
        solved = solve_text(f"{composed.question.stem}\n{options}", "408")
        if isinstance(solved, Solved):
            answered += 1
            assert solved.option == composed.question.key, composed.question.stem
    assert answered


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("192.168.10.70/26 和 192.168.10.130/26 是否在同一个子网", "不在同一子网（192.168.10.64/26 和 192.168.10.128/26）"),
        ("把172.20.8.0/22等分成5个等长的子网，子网掩码应该取多少", "子网掩码 255.255.255.128"),
        ("C类网络198.7.6.0，子网掩码255.255.255.240，每个子网可用主机数是多少", "每个子网可分配地址 14 个"),
        ("C类网络198.7.6.0，子网掩码255.255.255.240，能划分多少个子网（包括全0和全1子网）", "子网 16 个"),
        (
            "学校的网段是59.64.0.0/20，采用定长划分，每个子网要能容纳200台主机，请问掩码应为多少，能分几个子网",
            "子网掩码 255.255.255.0，子网 16 个",
        ),
    ],
)
def test_solver_answers_in_other_words(text: str, answer: str) -> None:
    assert answer_of("subnetting", text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "C类网络198.7.6.0，子网掩码255.255.255.240，能划分多少个子网",  # with or without all-zeros and all-ones?
        "C类网络172.7.6.0，子网掩码255.255.255.240，每个子网可用主机数是多少",
        "B类网络130.7.6.0，子网掩码255.255.255.240，每个子网可用主机数是多少",
        "198.7.6.0/24分给两个子网，每个子网至少容纳50台主机，另一个子网至少容纳20台主机，掩码是多少",
        "198.7.6.0/24划分成3个子网，每个子网最多多少台主机",
        "198.7.6.0/24，掩码255.255.255.240，每个子网至少容纳50台主机，能划几个子网",
        "D类地址230.7.6.0，掩码255.255.255.240，每个子网可用主机数是多少",
    ],
)
def test_solver_stays_out_of_nearly_the_same(text: str) -> None:
    assert left_alone("subnetting", text)


@settings(max_examples=30)
@given(st.lists(st.integers(2, 60), min_size=2, max_size=4, unique=True))
def test_blocks_for_departments_agree_with_ipaddress(needs: list[int]) -> None:
    needs.sort(reverse=True)
    place, blocks = int(ipaddress.ip_address("192.168.8.0")), []
    for need in needs:
        prefix = next(prefix for prefix in range(30, 0, -1) if ipaddress.ip_network(f"0.0.0.0/{prefix}").num_addresses - 2 >= need)
        blocks.append(ipaddress.ip_network((place, prefix)))
        place += blocks[-1].num_addresses
    names = "甲乙丙丁"[: len(needs)]
    told = "、".join(f"{name}部门{need}台" for name, need in zip(names, needs, strict=True))
    text = f"某公司有地址块192.168.8.0/23，{told}主机，用VLSM按主机数从大到小从低地址开始分配，求各部门的子网。"
    assert answer_of("subnetting", text) == "，".join(f"{name}部门 {block}" for name, block in zip(names, blocks, strict=True))


def test_several_subnets_are_told_by_number() -> None:
    parts = list(ipaddress.IPv4Network("202.115.64.0/20").subnets(prefixlen_diff=4))
    first, last = parts[0], parts[15]
    text = "地址块202.115.64.0/20平均划分给16个部门，每个部门一个子网。求每个子网的前缀长度，第1个子网和第16个子网的广播地址。"
    assert answer_of("subnetting", text) == f"前缀 /24；广播地址 {first.broadcast_address}；广播地址 {last.broadcast_address}"


@pytest.mark.parametrize(
    ("option", "fits"),
    [
        ("200.1.7.0/25，200.1.7.128/26，200.1.7.192/26", True),
        ("200.1.7.128/255.255.255.128，200.1.7.64/255.255.255.192，200.1.7.0/255.255.255.192", True),
        ("200.1.7.0/26，200.1.7.64/25，200.1.7.192/26", False),  # 200.1.7.64/25 is no network
        ("200.1.7.0/25，200.1.7.64/26，200.1.7.192/26", False),  # two overlap
        ("200.1.7.0/25，200.1.7.128/27，200.1.7.192/26", False),  # one is too small
        ("200.1.7.0/25，200.1.8.0/26，200.1.7.192/26", False),  # one lies outside
        ("200.1.7.0/25，200.1.7.128/25", False),  # too few
    ],
)
def test_divisions(option: str, fits: bool) -> None:
    blocks = blocks_of(option)
    assert blocks is not None
    assert does(blocks, Block(number_of("200.1.7.0"), 24), [100, 50, 40]) is fits
