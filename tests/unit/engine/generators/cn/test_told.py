"""Facts and questions keep their places: what a later question supposes holds for it alone, and a list is understood whole or not at all."""

from __future__ import annotations

from fractions import Fraction

import pytest

from engine.generators.clauses import Role
from engine.generators.cn import _units as units
from engine.generators.cn._told.relations import Relation, derive
from engine.generators.cn._told.told import Told
from engine.generators.reading import StayOut

from ..solving_checks import answer_of, left_alone

RATE = Role(name="rate", quantity=units.RATE, read=units.bits_per_second, before="速率", alone=True)
WORDS = (("最短帧长", "frame"), ("距离", "distance"))


def told(text: str) -> Told:
    problem = Told(text)
    problem.tell((RATE,))
    problem.ask(WORDS)
    return problem


def test_a_later_condition_holds_for_its_question_alone() -> None:
    first, second = told("速率10Mbps，最短帧长多少？若速率为100Mbps，最短帧长多少？").units()
    assert (first.known["rate"], second.known["rate"]) == (10**7, 10**8)


def test_numbered_questions_share_what_stands_before_them() -> None:
    first, second = told("速率10Mbps。(1)最短帧长多少？(2)若速率为20Mbps，距离多少？").units()
    assert (first.asked, first.known["rate"]) == (["frame"], 10**7)
    assert (second.asked, second.known["rate"]) == (["distance"], 2 * 10**7)


def test_two_values_without_a_condition_are_given_up() -> None:
    with pytest.raises(StayOut):
        told("速率10Mbps，速率20Mbps，最短帧长多少").units()


def test_what_is_told_must_not_contradict_what_follows_from_it() -> None:
    relations = (
        Relation("time", ("length", "rate"), lambda length, rate: length / rate, "{time}"),
        Relation("length", ("time", "rate"), lambda time, rate: time * rate, "{length}"),
    )
    known = {"length": Fraction(1000), "rate": Fraction(100)}
    assert derive(known, relations, "time", {})[0] == 10
    assert derive({**known, "time": Fraction(10)}, relations, "length", {})[0] == 1000
    other = Relation("half", ("time",), lambda time: time / 2, "{half}")
    with pytest.raises(StayOut):
        derive({**known, "time": Fraction(11)}, (*relations, other), "half", {})


@pytest.mark.parametrize(
    ("kind", "text", "answer"),
    [
        ("csma-cd-frame", "CSMA/CD网络速率翻倍而最短帧长不变，则最远距离变为原来的多少", "1/2"),
        ("csma-cd-frame", "以太网第3次冲突后，两站各取0~7的随机数，取到相同的概率是多少", "1/8"),
        ("channel-utilization", "SR协议，帧序号3bit，发送窗口取5，那接收窗口最大是多少", "3"),
        ("transmission-delay", "10 Gbps的链路，一个比特的发送时间是多少", "0.1 ns"),
        ("ip-fragmentation", "标志+片偏移字段16位是0x20B9，问MF、DF、片偏移各为多少", "MF 1，DF 0，片偏移 185"),
        ("tcp-congestion", "从cwnd=1、ssthresh=32起步，第8轮收到三个重复ACK（快恢复），第12轮超时，问第16轮的cwnd是多少", "8 MSS"),
        ("crc", "把位串1011011用多项式表示出来，其最高次是几", "多项式 x^6 + x^4 + x^3 + x + 1，最高次 6 次"),
    ],
)
def test_variants_are_answered(kind: str, text: str, answer: str) -> None:
    assert answer_of(kind, text) == answer


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("crc", "M=110101，P=1011，求FCS、发送帧、商"),
        ("crc", "收到11010110111110，除数10011，是否有错？能检几位错"),
        ("ip-fragmentation", "IP分组总长2000字节，头部20字节，MTU=800，第二个分片的长度和校验和分别为多少"),
        ("ip-fragmentation", "总长3000B，头20B，MTU1500，每片尽量小，分几片"),
        ("channel-utilization", "停等，速率1Mbps，帧长1000bit，单向时延10ms，若帧长加倍，利用率变为多少"),
        ("csma-cd-frame", "CSMA/CD，10Mbps，1km，200m/us，最短帧长和最大吞吐率是多少"),
        ("nyquist-shannon", "带宽4kHz，信噪比30dB，速率和误码率各是多少"),
        ("tcp-congestion", "ssthresh=8，cwnd从1开始，接收窗口6，第10轮cwnd是多少，共发了多少字节"),
        ("transmission-delay", "1000B的包，速率1Mbps，距离100km，速度2×10^8m/s，求发送时延和丢包率"),
    ],
)
def test_nothing_is_said_where_a_part_is_not_understood(kind: str, text: str) -> None:
    assert left_alone(kind, text)
