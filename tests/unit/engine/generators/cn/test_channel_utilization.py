"""Utilisation of a link against a sender simulated frame by frame, textbook classics, and sentences as people type them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import NeedsParameter, Solved, solve_text
from engine.generators.cn._windows.simulator import Link, frame_for, largest_window, sequence_bits, utilization, window_for
from engine.generators.cn._windows.words import GBN, SR
from engine.generators.quantities import percent

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone


def simulated(rate: Fraction, frame: Fraction, propagation: Fraction, acknowledgement: Fraction, window: int) -> Fraction:
    """The share of time a sender sends, each frame followed from its first bit to its acknowledgement."""
    starts: list[Fraction] = []
    acknowledged: list[Fraction] = []
    free = Fraction(0)
    for number in range(6 * window):
        start = free if number < window else max(free, acknowledged[number - window])
        starts.append(start)
        free = start + frame / rate
        acknowledged.append(free + propagation + acknowledgement / rate + propagation)
    period = starts[5 * window] - starts[4 * window]
    return window * (frame / rate) / period


def numbered_apart(window: int, bits: int, receive: int) -> bool:
    """Whether the numbers a sender may repeat are never taken for new ones: the last window and the receiver's next differ."""
    return len({number % 2**bits for number in range(window + receive)}) == window + receive


def test_textbook_classics() -> None:
    # Tanenbaum: a 50 kbit/s satellite channel, 500 ms there and back, 1000-bit frames; the sender is blocked 500/520 of the time.
    satellite = Link(Fraction(50_000), Fraction(1000), Fraction(1, 4))
    assert utilization(satellite) == Fraction(20, 520)
    assert window_for(satellite) == 26
    # GBN at 16 kbit/s, 270 ms one way, frames of 128 to 512 bytes acknowledged by frames as long: 11 frames, 4 bits.
    slow = Link(Fraction(16_000), Fraction(1024), Fraction(270, 1000), Fraction(1024))
    assert (window_for(slow), sequence_bits(window_for(slow), GBN)) == (11, 4)
    # GBN, window 1000, 1000-byte frames over 100 Mbit/s and 50 ms one way: about 80 Mbit/s.
    assert round(utilization(Link(Fraction(10**8), Fraction(8000), Fraction(50, 1000)), 1000) * 100) == 80
    # Stop-and-wait at 3 kbit/s and 200 ms one way reaches 40% with 800-bit frames.
    assert frame_for(Fraction(3000), Fraction(200, 1000), Fraction(40, 100)) == 800
    # Stop-and-wait, frames and acknowledgements of 1000 bytes at 10 kbit/s, 200 ms one way: 40%.
    assert utilization(Link(Fraction(10_000), Fraction(8000), Fraction(200, 1000), Fraction(8000))) == Fraction(40, 100)


@settings(max_examples=80)
@given(st.integers(1, 100), st.integers(1, 100), st.integers(0, 300), st.integers(0, 50), st.integers(1, 12))
def test_utilization_agrees_with_a_simulated_sender(rate: int, frame: int, propagation: int, acknowledgement: int, window: int) -> None:
    link = Link(Fraction(rate), Fraction(frame), Fraction(propagation), Fraction(acknowledgement))
    assert utilization(link, window) == simulated(link.rate, link.frame, link.propagation, link.acknowledgement, window)


@pytest.mark.parametrize("window", range(1, 70))
def test_bits_are_the_fewest_that_keep_numbers_apart(window: int) -> None:
    for protocol, receive in ((GBN, 1), (SR, window)):
        fewest = next(bits for bits in range(1, 12) if numbered_apart(window, bits, receive))
        assert sequence_bits(window, protocol) == fewest
        assert largest_window(fewest, protocol) >= window


def test_keys_agree_with_reference() -> None:
    for composed in sample("channel-utilization"):
        asked, shown = composed.parameters, right_option(composed)
        propagation = Fraction(asked["propagation"])
        if asked["task"] == "frame-length":
            length = Fraction(shown.removesuffix(" bit"))
            assert simulated(Fraction(asked["rate"]), length, propagation, Fraction(0), 1) == Fraction(asked["share"])
            continue
        numbers = (Fraction(asked["rate"]), Fraction(asked["frame_bits"]), propagation, Fraction(asked["acknowledgement_bits"]))
        if asked["task"] == "stop-and-wait":
            assert shown == percent(simulated(*numbers, 1))
        elif asked["task"] == "window":
            window = max(w for w in range(1, 64) if numbered_apart(w, asked["bits"], 1 if asked["protocol"] == GBN else w))
            assert shown == percent(simulated(*numbers, window))
        elif asked["task"] == "throughput":
            through = simulated(*numbers, asked["window"]) * asked["rate"] / 10**6
            assert abs(Fraction(shown.removesuffix(" Mbps")) - through) <= Fraction(1, 20)
        else:
            full = next(window for window in range(1, 2000) if simulated(*numbers, window) == 1)
            assert shown == next(
                f"{bits} 位" for bits in range(1, 14) if numbered_apart(full, bits, full if asked["protocol"] == SR else 1)
            )


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("GBN，3位序号，信道利用率为50%，速率64kbps，单向传播时延270ms，求帧长", "2658.46 bit"),
        ("SR协议发送窗口为6，接收窗口为3，序号至少几位", "4 位"),
        ("停等协议，帧长500字节，单向传播时延15ms，忽略确认帧，利用率恰好为25%，链路的数据传输速率是多少", "400 kbps"),
        ("采用GBN协议，发送方已发送编号为0～5的帧，计时器超时时只收到0、2号帧的确认，则需要重发的帧数是", "3 帧"),
        ("选择重传协议，已经发送了0到6号帧，超时时只收到1、3号帧的确认，需要重发几个帧", "5 帧"),
        ("SR协议，帧序号5位，收发窗口一样大，窗口最大能开到多少", "16"),
        ("后退N帧协议，序号用4比特编号，发送窗口最大为多少", "15"),
        ("停等协议的链路，速率8kbps，单程20ms，确认帧不用管，想让利用率到50%，数据帧至少要多长", "320 bit = 40 B"),
        ("10Mbps的链路，RTT=20ms，帧长2500字节，GBN，要让发送方能一直连续发送，帧序号至少几位，确认帧发送时间忽略", "4 位"),
        ("信道20kbps，单程传播时延100ms，停等协议，数据帧和确认帧都是1000字节，不考虑差错，求信道利用率", "40%"),
        ("数据传输速率为50kbps，单向传播时延250ms，数据帧长1000bit，采用停止-等待协议，忽略确认帧的发送时间，求信道利用率", "约 3.85%"),
        (
            "两台主机之间的数据链路层采用后退N帧协议(GBN)传输数据，数据传输速率为16 kbps，单向传播时延为270ms，数据帧长度范围是128～512字节，"
            "接收方总是以与数据帧等长的帧进行确认。为使信道利用率达到最高，帧序号的比特数至少为",
            "4 位",
        ),
        (
            "主机甲采用停-等协议向主机乙发送数据，数据传输速率是3kbps，单向传播延时是200ms，忽略确认帧的传输时延。当信道利用率等于40%时，数据帧的长度为多少",
            "800 bit = 100 B",
        ),
        (
            "假设主机甲采用停-等协议向主机乙发送数据帧，数据帧长与确认帧长均为1000B，数据传输速率是10kbps，单向传播延时是200ms。则甲的最大信道利用率为",
            "40%",
        ),
        (
            "主机甲和主机乙之间使用后退N帧协议（GBN）传输数据，甲的发送窗口尺寸为1000，数据帧长为1000字节，信道带宽为100Mbps，"
            "乙每收到一个数据帧立即利用一个短帧（忽略其传输延迟）进行确认，若甲、乙之间的单向传播延迟是50ms，则甲可以达到的最大平均数据传输速率约为",
            "约 79.94 Mbps",
        ),
        (
            "GBN 协议，3 位序号，信道速率 64 kbps，帧长 128 B，单向传播时延 270 ms，不计确认帧的发送时间，发送窗口取最大值，信道利用率是多少？",
            "约 20.14%",
        ),
        ("SR协议，序号占3位，收发窗口相等，信道速率64kbps，帧长128B，单向传播时延270ms，忽略确认帧，求信道利用率", "约 11.51%"),
        ("停等协议，帧长 1000 bit，速率 4 kbps，单向传播时延 20 ms，利用率多少", "约 86.21%"),
        (
            "信道速率为4kbps，采用停止等待协议，单向传播时延为20ms，确认帧长度和处理时间均可忽略，问帧长为多少才能使信道利用率至少达到50%？",
            "160 bit = 20 B",
        ),
        ("请问用选择重传协议，发送窗口为8，数据传输速率1Mbps，帧长1000bit，往返时延20ms，信道利用率？", "约 38.1%"),
        ("GBN，发送窗口7，速率64kbps，往返时延540ms，帧长1024bit，忽略确认帧，吞吐量是多少", "约 12.89 kbps"),
        ("选择重传 SR，速率 1 Mbps，RTT 20 ms，帧长 1000 bit，要使信道利用率达到 100%，发送窗口至少多大", "21 帧"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.kind.name == "channel-utilization"
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "停止等待协议，速率50kbps，帧长1000bit，单向传播时延250ms，误帧率为10%，求信道利用率",
        "停止等待协议，帧长1000bit，速率50kbps，单向传播时延250ms，每帧处理时间为5ms，求信道利用率",
        "停等协议，速率50kbps，帧长1000bit，首部20bit，单向传播时延250ms，求有效利用率",
        "为什么停止等待协议的信道利用率低？",
        "停止等待协议，卫星信道，帧长1000bit，速率50kbps，求信道利用率，卫星高度36000km",
        "GBN协议，发送窗口7，0~3号帧已确认，超时后重传哪几帧",
        "GBN协议发送窗口为4，SR协议窗口为4，速率64kbps，帧长128B，单向传播时延270ms，比较信道利用率",
        "停止等待协议，速率50kbps，单向传播时延250ms，帧长1000bit，确认帧在5ms后发出，求信道利用率",
        "TCP连接的发送窗口为64KB，RTT为20ms，带宽1Gbps，采用GBN，求信道利用率",
        "停等协议，速率50kbps，帧长1000bit，单向传播时延250ms，每发送一帧要等待两倍的确认，利用率是多少",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert solve_text(text, "408") is None


def test_solver_asks_for_the_window() -> None:
    asked = solve_text("采用GBN协议，速率64kbps，帧长128B，单向传播时延270ms，求信道利用率", "408")
    assert isinstance(asked, NeedsParameter)
    assert [missing.name for missing in asked.missing] == ["window"]
    solved = solve_text(asked.completed("7"), "408")
    assert isinstance(solved, Solved)
    assert solved.answer == "约 20.14%"


def test_pasted_options_are_matched() -> None:
    stem = "停等协议，数据传输速率是10kbps，数据帧长与确认帧长均为1000B，单向传播延时是200ms，则最大信道利用率为（  ）"
    solved = solve_text(stem + "\nA. 80%\nB. 66.7%\nC. 44.4%\nD. 40%", "408")
    assert isinstance(solved, Solved)
    assert solved.option == "D"
    assert solve_text(stem + "\nA. 80%\nB. 66.7%\nC. 44.4%\nD. 50%", "408") is None


def test_own_questions_are_solved_as_keyed() -> None:
    answered = 0
    for composed in sample("channel-utilization"):
        options = "\n".join(f"{letter}. {option}" for letter, option in zip("ABCD", composed.question.options, strict=True))
        solved = solve_text(f"{composed.question.stem}\n{options}", "408")
        if isinstance(solved, Solved):
            answered += 1
            assert solved.option == composed.question.key, composed.question.stem
    assert answered > len(sample("channel-utilization")) / 2


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("连续ARQ协议，发送窗口为5，链路100kb/s，RTT（纯传播）180ms，帧长250字节，确认帧很短忽略不计，信道利用率是多少", "50%"),
        (
            "SR协议，序号占3位，收发窗口等大，发送窗口取4，帧长1000bit，速率1Mb/s，RTT 9ms（不含发送时间），ACK帧发送时间忽略，求利用率",
            "40%",
        ),
        ("GBN，帧长1000B，ACK帧与数据帧一样长，发送窗口100，数据率8Mb/s，单向传播时延99ms，最大数据传输速率是多少", "4 Mbps"),
    ],
)
def test_solver_answers_in_other_words(text: str, answer: str) -> None:
    assert answer_of("channel-utilization", text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "SR协议，序号2位，发送窗口取4，帧长1000bit，速率1Mb/s，RTT 9ms，求利用率",
        "GBN，帧长1000B，ACK帧与数据帧一样长（500B），发送窗口100，数据率8Mb/s，单向传播时延99ms，最大数据传输速率是多少",
        "连续ARQ协议，发送窗口为5，链路100kb/s，RTT（含发送时间）180ms，帧长250字节，信道利用率是多少",
        "停等协议有10%的丢包率，帧长1000bit，速率1Mb/s，RTT 9ms，求利用率",
    ],
)
def test_solver_stays_out_of_nearly_the_same(text: str) -> None:
    assert left_alone("channel-utilization", text)
