"""Quantities get their roles from the words of their own clause, whatever the order; what is not understood stops the reading."""

from __future__ import annotations

from fractions import Fraction

import pytest

from engine.generators.clauses import Role
from engine.generators.laws.clauses import FREQUENCY, TIME, Clauses, to_hertz, to_large, to_rate, to_seconds
from engine.generators.reading import StayOut

CACHE = Role(name="cache", quantity=TIME, read=to_seconds, before="Cache", after="的Cache")
MEMORY = Role(name="memory", quantity=TIME, read=to_seconds, before="主存|内存", after="的主存")
CLOCK = Role(name="clock", quantity=FREQUENCY, read=to_hertz, alone=True)


@pytest.mark.parametrize(
    "text",
    [
        "主存存取周期 100ns，Cache 存取周期 10ns",
        "访问 Cache 一次要 10ns，访问内存一次要 100ns",
        "Cache：10 ns；主存：100 ns",
        "有 10ns 的Cache和 100ns 的主存",
    ],
)
def test_roles_in_any_order(text: str) -> None:
    nano = Fraction(1, 10**9)
    assert Clauses(text).assign((CACHE, MEMORY)) == {"cache": 10 * nano, "memory": 100 * nano}


def test_one_role_with_two_values_stops() -> None:
    with pytest.raises(StayOut):
        Clauses("Cache 10ns，Cache 20ns").assign((CACHE, MEMORY))


def test_a_quantity_without_a_role_stays_and_stops() -> None:
    reading = Clauses("Cache 10ns，磁带 20ns")
    assert set(reading.assign((CACHE, MEMORY))) == {"cache"}
    with pytest.raises(StayOut):
        reading.finish("Cache 磁带")


def test_chats_leave_the_unit_of_a_clock_out() -> None:
    assert Clauses("CPU 主频 1.5G").assign((CLOCK,)) == {"clock": 15 * 10**8}


def test_what_is_told_is_not_asked() -> None:
    reading = Clauses("命中率为95%，求效率")
    reading.take("95%")
    assert reading.asked((("命中率", "rate"), ("效率", "efficiency"))) == ["efficiency"]


@pytest.mark.parametrize("text", ["打卡第 23 天，老师好，这题卡住了", "2019年真题第3题，求大神", "（10分）请写出过程，谢谢"])
def test_ordinary_words_pass(text: str) -> None:
    Clauses(text).finish()


@pytest.mark.parametrize("text", ["另有 3 条", "每隔一段时间", "采用 TLB", "不允许重叠", "需要若干个", "性能减半", "问芯片有几片"])
def test_what_could_change_an_answer_stops(text: str) -> None:
    with pytest.raises(StayOut):
        Clauses(text).finish("芯片")


def test_what_a_prefix_stands_for() -> None:
    assert Clauses("（1M=10^6）").thousand() == 1000
    assert Clauses("其中 1KB=1024B").thousand() == 1024
    assert Clauses("传输率 4MB/s").thousand() is None
    with pytest.raises(StayOut):
        Clauses("1K=1000，1M=1024K").thousand()


def test_amounts() -> None:
    assert to_large("2×10^8") == 2 * 10**8
    assert to_large("1.2亿") == 12 * 10**7
    assert to_rate(1000)("8Mbps") == 10**6
    assert to_rate(1000)("4 MB/s") == 4 * 10**6
