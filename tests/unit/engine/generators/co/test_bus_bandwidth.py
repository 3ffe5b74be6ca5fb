"""Bus bandwidth against bytes counted second by second, textbook classics, and sentences as people type them."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import NeedsParameter, Solved, solve_text
from engine.generators.co.bus_bandwidth import bandwidth, burst_cycles, interleaved_cycles

from ..every_kind import right_option, sample

MEGA = 10**6


def counted_block(words: int, modules: int, access: int) -> int:
    """The cycles of a block, clocked: each cycle starts the next module if it is free and sends the oldest word that is ready."""
    remaining = [0] * modules
    ready: list[int] = []
    reading: dict[int, int] = {}
    cycle, started, sent = 1, 0, 0  # the address has been sent
    while sent < words:
        for word in list(reading):
            if reading[word] == 0:
                ready.append(word)
                del reading[word]
        if ready:
            ready.pop(0)
            sent += 1
        if started < words and remaining[started % modules] == 0:
            reading[started] = access
            remaining[started % modules] = access
            started += 1
        reading = {word: left - 1 for word, left in reading.items()}
        remaining = [max(0, left - 1) for left in remaining]
        cycle += 1
    return cycle


def test_textbook_classics() -> None:
    # 408, 2009: a bus cycle takes two 10 MHz clock cycles and moves 4 bytes: 20 MB/s.
    assert bandwidth(32, Fraction(10 * MEGA), 2) == 20 * MEGA
    # 408, 2014: 32 data lines at 66 MHz, two transfers a cycle: 528 MB/s.
    assert bandwidth(32, Fraction(66 * MEGA), 1, 2) == 528 * MEGA
    # PCI's well-known figure: 32 bits at 33 MHz and one transfer a cycle, 132 MB/s.
    assert bandwidth(32, Fraction(33 * MEGA)) == 132 * MEGA
    # 408, 2013: a 32-byte block over 32 lines from interleaved modules, cycles of 5 ns, 40 ns an access: 5 + 40 + 8 x 5 = 85 ns.
    assert interleaved_cycles(8, 8, 8) * 5 == 85
    # 408, 2012: 128-bit burst over 32 lines at 100 MHz, address and data one cycle each: 5 cycles.
    assert burst_cycles(4, 0) == 5


@settings(max_examples=60)
@given(st.integers(1, 20), st.sampled_from([2, 4, 8]), st.integers(1, 8))
def test_interleaving_agrees_with_the_clocked_machine(words: int, modules: int, access: int) -> None:
    assert interleaved_cycles(words, modules, access) == counted_block(words, modules, access)


def test_keys_agree_with_counting() -> None:
    for composed in sample("bus-bandwidth"):
        asked = composed.parameters
        shown = Fraction(right_option(composed).split()[0])
        if asked["task"] == "block":
            expected = Fraction(counted_block(asked["words"], asked["modules"], asked["access"]) * 10**9, asked["hertz"])
        else:
            # Whole transactions in a stretch of clock cycles that both divide.
            if asked["task"] == "peak":
                cycles, words = asked["cycles"], asked["transfers"]
            else:
                cycles, words = (
                    len(["address"] + ["wait"] * asked["wait"] + ["word"] * asked["words"] + ["gap"] * asked["gap"]),
                    asked["words"],
                )
            moved = sum(asked["width"] // 8 for _ in range(words))
            expected = Fraction(moved * asked["hertz"], cycles * MEGA)
        assert abs(shown - expected) <= Fraction(1, 20), composed.question.id


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("某总线在一个总线周期中并行传送4个字节的数据，一个总线周期等于2个时钟周期，总线时钟频率为10MHz，则总线带宽是多少", "20 MB/s"),
        ("同步总线数据线32根，时钟频率66MHz，每个时钟周期传送2次数据，总线的最大数据传输率是多少", "528 MB/s"),
        ("总线宽度为32位，时钟频率为100MHz，求总线带宽", "400 MB/s"),
        ("总线工作频率为33MHz，总线宽度32位，带宽多少？", "132 MB/s"),
        ("64位总线，时钟周期10ns，每个周期传送一次数据，数据传输率为多少", "800 MB/s"),
        ("老师，一个总线周期占4个时钟周期，总线时钟频率200MHz，数据总线宽度16位，请问总线带宽", "100 MB/s"),
        ("总线时钟频率 50 MHz，16 位数据线，上升沿和下降沿都能传送数据，求总线带宽", "200 MB/s"),
        ("某系统总线位宽64bit，频率133MHz，峰值带宽怎么算", "1064 MB/s"),
        ("总线传输一次数据需要5个时钟周期，总线宽度32位，总线时钟频率100MHz，带宽是多少", "80 MB/s"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.kind.name == "bus-bandwidth"
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "总线宽度32位，时钟频率100MHz，突发传送8个字，求带宽",
        "总线宽度32位，时钟频率100MHz，地址线和数据线复用，求带宽",
        "总线宽度32位，时钟频率100MHz，总线利用率为60%，求带宽",
        "总线宽度32位，时钟频率100MHz，传送1KB数据需要多少时间",
        "总线A宽度32位，时钟频率100MHz，总线B宽度64位，时钟频率50MHz，求带宽",
        "存储器总线宽度32位，存储体4个交叉，时钟频率100MHz，求带宽",
        "串行总线，时钟频率100MHz，求带宽",
        "总线有几种定时方式",
        "总线宽度32位，时钟频率100MHz，先传地址1个周期，求总线带宽",
        "QPI总线频率2.4GHz，每个时钟周期传送2次，每次20位，全双工，带宽多少",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert solve_text(text, "408") is None


def test_solver_asks_for_what_is_missing() -> None:
    asked = solve_text("总线宽度为32位，求总线带宽", "408")
    assert isinstance(asked, NeedsParameter)
    assert [missing.name for missing in asked.missing] == ["hertz"]
    solved = solve_text(asked.completed("100MHz"), "408")
    assert isinstance(solved, Solved)
    assert solved.answer == "400 MB/s"


def test_pasted_options_are_matched() -> None:
    stem = "总线宽度为32位，时钟频率为100MHz，则总线带宽为（  ）"
    solved = solve_text(stem + "\nA. 100MB/s\nB. 200MB/s\nC. 400MB/s\nD. 800MB/s", "408")
    assert isinstance(solved, Solved)
    assert solved.option == "C"
    assert solve_text(stem + "\nA. 100MB/s\nB. 200MB/s\nC. 300MB/s\nD. 800MB/s", "408") is None


def test_own_questions_are_solved_as_keyed() -> None:
    answered = 0
    for composed in sample("bus-bandwidth"):
        solved = solve_text(composed.question.stem, "408")
        if isinstance(solved, Solved):
            answered += 1
            shown = re.search(r"\d+(?:\.\d+)?", solved.answer)
            assert shown is not None
            assert abs(Fraction(shown[0]) - Fraction(right_option(composed).split()[0])) <= Fraction(1, 20), composed.question.stem
    assert answered
