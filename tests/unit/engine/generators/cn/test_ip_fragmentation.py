"""Fragmentation against real headers packed and put together again, textbook classics, and sentences as people type them."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import NeedsParameter, Solved, solve_text
from engine.generators.cn.ip_fragmentation import Fragment, fragments

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone


def split_bytes(packet: bytes, mtu: int) -> list[bytes]:
    """A real IPv4 packet split byte by byte: data goes on until another block of 8 would not fit."""
    total, flags = struct.unpack("!2xH2xH", packet[:8])
    assert total == len(packet)
    if total <= mtu:
        return [packet]
    header, data, packets = packet[:20], packet[20:], []
    offset, more = flags & 0x1FFF, flags & 0x2000
    while data:
        taken = 0
        while taken < len(data) and 20 + min(taken + 8, len(data)) <= mtu:
            taken = min(taken + 8, len(data))
        rest = data[taken:]
        field = offset | (0x2000 if rest or more else 0)
        packets.append(header[:2] + struct.pack("!H", 20 + taken) + header[4:6] + struct.pack("!H", field) + header[8:] + data[:taken])
        offset += taken // 8
        data = rest
    return packets


def packet_of(total: int) -> bytes:
    return struct.pack("!BBHHHBBHII", 0x45, 0, total, 7, 0, 64, 17, 0, 1, 2) + bytes(n % 251 for n in range(total - 20))


def fields(packet: bytes) -> tuple[int, int, int]:
    """Total length, offset and MF as a receiver reads them."""
    total, flags = struct.unpack("!2xH2xH", packet[:8])
    return total, flags & 0x1FFF, flags >> 13 & 1


def told(parts: list[Fragment]) -> list[tuple[int, int, int]]:
    return [(part.total, part.offset, int(part.more)) for part in parts]


def test_textbook_classics() -> None:
    # Kurose and Ross: 4000 bytes over an MTU of 1500.
    assert told(fragments(Fragment(3980), 1500)) == [(1500, 0, 1), (1500, 185, 1), (1040, 370, 0)]
    # Xie Xiren: 3800 bytes of data, fragments of at most 1420 bytes.
    assert told(fragments(Fragment(3800), 1420)) == [(1420, 0, 1), (1420, 175, 1), (1020, 350, 0)]
    # 1580 bytes over an MTU of 800: the second fragment is 796 bytes long and not the last.
    assert told(fragments(Fragment(1560), 800))[1] == (796, 97, 1)


@settings(max_examples=60)
@given(st.integers(21, 4000), st.integers(28, 1500), st.integers(28, 600))
def test_fragments_agree_with_real_packets(total: int, mtu: int, smaller: int) -> None:
    whole = packet_of(total)
    packets = split_bytes(whole, mtu)
    parts = fragments(Fragment(total - 20), mtu)
    assert told(parts) == [fields(packet) for packet in packets]
    again = [fragment for part in parts for fragment in fragments(part, smaller)]
    packets = [small for packet in packets for small in split_bytes(packet, smaller)]
    assert told(again) == [fields(packet) for packet in packets]
    data = bytearray(total - 20)
    for packet in packets:
        start = fields(packet)[1] * 8
        data[start : start + len(packet) - 20] = packet[20:]
    assert bytes(data) == whole[20:]


def test_keys_agree_with_reference() -> None:
    for composed in sample("ip-fragmentation"):
        asked, shown = composed.parameters, right_option(composed)
        packets = split_bytes(packet_of(asked["total"]), asked["mtu"])
        if asked["task"] == "count":
            assert shown == f"{len(packets)} 个、{len(packets[0]) - 20} B"
        elif asked["task"] == "last":
            assert shown == f"{len(packets[-1])} B"
        else:
            packet = packets[asked["number"] - 1]
            if asked["task"] == "twice":
                packet = split_bytes(packet, asked["smaller"])[-1]
            total, offset, more = fields(packet)
            assert shown == f"{total} B，{offset}，{more}"


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "总长度4000B的IP数据报，头部20B，MTU为1500B，每片数据长度多少，分几片，最后一片偏移多少",
            "数据长度 1480 B、1480 B、1020 B，分片 3 个，片偏移 370",
        ),
        ("DF=1、总长2000B的分组到达出口MTU为1500B的路由器，路由器会发出多少个分片", "0 个"),
        ("UDP 用户数据报的数据字段为8192字节，以太网MTU 1500，分成几个IP数据报片", "分片 6 个"),
        ("收到最后一个分片，首部20字节，总长度320字节，片偏移为185，MF=0，求原始数据报的总长度", "1800 B"),
        (
            "总长度2420B（首部20B）的IP分组先经过MTU=1200B的网络，分片后第一个分片再进入MTU=600B的网络再次分片，分片尽可能大，问第一分片又变成几片，各片的总长度和片偏移是多少",
            "分片 3 个，总长度 596 B、596 B、44 B，片偏移 0、72、144",
        ),
        ("路由器R把总长1500字节（头20）的包转到MTU是700的链路上，第2片的偏移和MF是几", "片偏移 85，MF 1"),
        ("3800字节的IP数据报（含20字节首部），链路MTU 1420字节，要分几片？最后一片数据多长", "分片 3 个，数据长度 980 B"),
        (
            "若路由器向MTU=800B的链路转发一个总长度为1580B的IP数据报（首部长度为20B）时，进行了分片，且每个分片尽可能大，则第2个分片的总长度字段和MF标志位的值分别是多少",
            "总长度 796 B，MF 1",
        ),
        (
            "一个4000字节的IP数据报通过MTU为1500字节的链路，首部20字节，求各分片的总长度、片偏移和MF",
            "总长度 1500 B、1500 B、1040 B，片偏移 0、185、370，MF 1、1、0",
        ),
        (
            "IP数据报总长度为3820字节，首部20字节，分片长度不能超过1420字节，应划分为几个分片？片偏移分别是多少",
            "分片 3 个，片偏移 0、175、350",
        ),
        (
            "一个数据报长度为4000字节（固定首部长度20字节）。现在经过一个网络传送，但此网络能够传送的最大传输单元MTU为1500字节。问应当划分为几个短些的数据报片？各数据报片的数据字段长度、片偏移字段和MF标志应为何数值",
            "分片 3 个，数据长度 1480 B、1480 B、1020 B，片偏移 0、185、370，MF 1、1、0",
        ),
        ("IP分组长度2000B，首部20B，MTU 600B，分成多少个分片", "分片 4 个"),
        ("请问总长度 1420 B 的 IPv4 数据报经过 MTU 为 532 B 的链路，最后一个分片的总长度是多少", "总长度 396 B"),
        ("数据部分长度为3800字节的IP数据报，首部20字节，MTU=1420B，第三个分片的片偏移是多少", "片偏移 350"),
        ("IP数据报数据部分长度1480B，MTU 500B，第2个分片的偏移和MF", "片偏移 60，MF 1"),
        ("MTU为1500B，IP数据报总长度3000B，首部20B，求片数", "分片 3 个"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.kind.name == "ip-fragmentation"
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "一个4000字节的IP数据报DF=1，通过MTU为1500字节的链路，分成几片",
        "一个4000字节的IP数据报依次经过MTU为1500字节和800字节的链路，分成几片",
        "TCP 数据 4000 字节，首部20字节，MTU 1500 字节，分成几个分片",
        "IPv6数据报4000字节，MTU 1500字节，分成几个分片",
        "为什么片偏移要以8字节为单位？MTU 1500字节",
        "IP数据报总长度4000字节，MTU 1500字节，第5个分片的片偏移是多少",
        "IP数据报总长度4000字节，MTU 1500字节，第2个分片丢失后重传多少字节",
        "IP数据报总长度1000字节，MTU 1500字节，分成几个分片",
        "IP数据报总长度4000字节，MTU 1500字节，每片加密后增加16字节，分成几个分片",
        "IP数据报总长度4000字节，MTU 1500字节，各分片的标识字段是多少",
        "IP数据报总长度4000字节，MTU 1500字节，链路速率10Mbps，发送所有分片需要多少时间",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert solve_text(text, "408") is None


def test_solver_asks_for_the_mtu() -> None:
    asked = solve_text("总长度4000字节的IP数据报要分成几个分片？首部20字节", "408")
    assert isinstance(asked, NeedsParameter)
    assert [missing.name for missing in asked.missing] == ["mtu"]
    solved = solve_text(asked.completed("1500"), "408")
    assert isinstance(solved, Solved)
    assert solved.answer == "分片 3 个"


def test_pasted_options_are_matched() -> None:
    stem = "路由器向MTU=800B的链路转发一个总长度为1580B的IP数据报（首部长度为20B）时，进行了分片，且每个分片尽可能大，则第2个分片的总长度字段和MF标志位的值分别是"
    solved = solve_text(stem + "\nA. 796，0\nB. 796，1\nC. 800，0\nD. 800，1", "408")
    assert isinstance(solved, Solved)
    assert solved.option == "B"
    assert solve_text(stem + "\nA. 796，0\nB. 795，1\nC. 800，0\nD. 800，1", "408") is None


def test_own_questions_are_solved_as_keyed() -> None:
    answered = 0
    for composed in sample("ip-fragmentation"):
        options = "\n".join(f"{letter}. {option}" for letter, option in zip("ABCD", composed.question.options, strict=True))
        solved = solve_text(f"{composed.question.stem}\n{options}", "408")
        if isinstance(solved, Solved):
            answered += 1
            assert solved.option == composed.question.key, composed.question.stem
    assert answered > len(sample("ip-fragmentation")) / 3


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("总长度4000字节的IP数据报（首部20字节）通过MTU为1500字节的链路，分成几片？最后一片的总长度是多少", "分片 3 个，总长度 1040 B"),
        ("某IP数据报长3000B，头部20B，MTU是1420B，尽量大地分片，第二片的片偏移和MF是多少", "片偏移 175，MF 1"),
        ("分片的片偏移字段为185，总长度1500B，首部20B，该片数据的第一个字节在原数据报中的序号是多少", "第一个字节 1480"),
        ("某IP分片的首部20B，片偏移为100，数据部分长度为800B，求最后一个字节的编号（从0开始编号）", "最后一个字节 1599"),
    ],
)
def test_solver_answers_in_other_words(text: str, answer: str) -> None:
    assert answer_of("ip-fragmentation", text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "分片的片偏移字段为185，总长度1500B，首部20B，字节从1开始编号，第一个字节的序号是多少",
        "分片的片偏移字段为185，首部20B，最后一个字节的序号是多少",
        "分片的片偏移字段为185，总长度1500B，MTU为1500B，下一片的片偏移是多少",
        "片偏移为185字节，总长度1500B，首部20B，第一个字节的序号是多少",
        "总长度4000B的IP数据报，头部18，MTU为1500B，分几片",
    ],
)
def test_solver_stays_out_of_nearly_the_same(text: str) -> None:
    assert left_alone("ip-fragmentation", text)


def test_one_fragment_says_two_things() -> None:
    text = "某IP分片的首部长度字段为5，总长度字段为996，片偏移字段值为244，MF=0。求原IP数据报的总长度以及该片第一个字节在原数据部分中的编号（从0开始）。"
    assert answer_of("ip-fragmentation", text) == f"{244 * 8 + 996} B，第一个字节 {244 * 8}"
