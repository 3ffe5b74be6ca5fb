"""TCP's congestion window against a sender that counts acknowledgements, and textbook classics."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import NeedsParameter, Solved, solve_text
from engine.generators.cn import _units as units
from engine.generators.cn._tcp_congestion.simulator import Event, rounds

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone, own_questions_solved


def by_acknowledgements(count: int, threshold: int, events: dict[int, Event], window: int = 1) -> list[tuple[int, int]]:
    """(window, threshold) of each round, every acknowledged segment moving the window by itself as in RFC 5681."""
    history = []
    exact = Fraction(window)
    for number in range(count):
        sent = int(exact)
        history.append((sent, threshold))
        if number in events:
            threshold = max(sent // 2, 2)
            exact = Fraction(1 if events[number] == "timeout" else threshold)
            continue
        for _ in range(sent):
            exact += 1 if exact < threshold else Fraction(1, sent)
        # A round that reaches the threshold is stopped there: the rest of its acknowledgements count from the next round.
        if sent < threshold:
            exact = min(exact, Fraction(threshold))
    return history


def test_textbook_classics() -> None:
    # 1 KB segments, timeout at 16 KB: after four successful round trips 9 KB.
    assert rounds(6, 100, {0: "timeout"}, 16)[5].window == 9
    # Timeout at 8 KB: after ten round trips the window is 10 KB or more, the receiver's 10 KB holds.
    assert min(10, rounds(12, 100, {0: "timeout"}, 8)[11].window) == 10
    # Xie Xiren: threshold 16, timeout when the window is 24, threshold 12 then; three duplicate acknowledgements at 16 make it 8.
    trace = rounds(30, 16, {12: "timeout", 21: "duplicates"})
    assert [item.window for item in trace[:13]] == [1, 2, 4, 8, 16, 17, 18, 19, 20, 21, 22, 23, 24]
    assert [item.window for item in trace[13:23]] == [1, 2, 4, 8, 12, 13, 14, 15, 16, 8]
    assert (trace[13].threshold, trace[22].threshold) == (12, 8)
    # The well-known exercise with 1, 2, 4, 8, 16, 32, 33, ..., 42, 21, ..., 26, 1, 2, 4, 8: threshold 32, then 21, then 13.
    trace = rounds(26, 32, {15: "duplicates", 21: "timeout"})
    assert [item.window for item in trace] == [1, 2, 4, 8, 16, *range(32, 43), *range(21, 27), 1, 2, 4, 8]
    assert (trace[17].threshold, trace[23].threshold) == (21, 13)


@settings(max_examples=80)
@given(
    st.integers(2, 40),
    st.dictionaries(st.integers(0, 24), st.sampled_from(["timeout", "duplicates"]), max_size=3),
)
def test_windows_agree_with_counted_acknowledgements(threshold: int, events: dict[int, Event]) -> None:
    assert [(item.window, item.threshold) for item in rounds(25, threshold, events)] == by_acknowledgements(25, threshold, events)


def test_keys_agree_with_reference() -> None:
    for composed in sample("tcp-congestion"):
        asked, shown = composed.parameters, right_option(composed)
        if asked["task"] in ("after-timeout", "receiver"):
            window = by_acknowledgements(asked["later"] + 2, 10**6, {0: "timeout"}, asked["window"])[-1][0]
            assert shown == f"{min(window, asked.get('receive', window)) * asked['mss_kb']} KB"
        elif asked["task"] == "window-at":
            assert shown == f"{by_acknowledgements(asked['asked'], asked['threshold'], {asked['when'] - 1: 'duplicates'})[-1][0]} MSS"
        elif asked["task"] == "rounds":
            windows = [window for window, _ in by_acknowledgements(80, asked["threshold"], {})]
            assert shown == f"{sum(window < asked['target'] for window in windows)} 个"
        else:
            events: dict[int, Event] = {asked["first"] - 1: "duplicates", asked["second"] - 1: "timeout"}
            window, threshold = by_acknowledgements(asked["asked"], asked["threshold"], events)[-1]
            assert shown == f"{window} MSS、{threshold} MSS"


@pytest.mark.parametrize("recovery", [True, False])
def test_tahoe_restarts_and_reno_halves(recovery: bool) -> None:
    after = rounds(7, 16, {5: "duplicates"}, recovery=recovery)[6]
    assert after.window == (8 if recovery else 1)
    assert after.threshold == 8


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("cwnd初值1MSS，ssthresh初值8，第8轮次时检测到超时，新的门限是多少？第12轮次的cwnd是多大", "门限 6 MSS，拥塞窗口 6 MSS"),
        ("Reno算法，拥塞窗口为36个MSS时收到三个重复ACK，门限和拥塞窗口各变为多少？再过4个RTT（都成功）cwnd是多少", "门限 18 MSS，拥塞窗口 18 MSS，拥塞窗口 22 MSS"),
        ("TCP连接RTT=30ms，无拥塞，用慢开始，MSS=1KB，接收窗口16KB，要多久才能发送第一个满的接收窗口", "120 ms"),
        ("甲乙已建立TCP连接，MSS=500字节，甲的拥塞窗口4000字节，连续发送了4个最大段，收到对第一个段的确认，通告的接收窗口2500字节，甲还可以发送多少字节", "1000 B"),
        ("慢开始门限4个报文段，cwnd从1开始，都没丢包，前5个轮次一共发送了多少个报文段", "18 个"),
        ("Tahoe，cwnd从1开始，ssthresh=8，涨到12的时候超时了，第13轮次cwnd是几", "7 MSS"),
        # The 408 papers of 2009 and 2014; Xie Xiren's exercise on the first fifteen rounds.
        ("一个TCP连接总是以1KB的最大段长发送TCP段，发送方有足够多的数据要发送。当拥塞窗口为16KB时发生了超时，如果接下来的4个RTT时间内的TCP段的传输都是成功的，那么当第4个RTT时间内发送的所有TCP段都得到肯定应答时，拥塞窗口大小是", "9 KB"),
        ("主机甲和主机乙已建立TCP连接，甲始终以MSS=1KB大小的段发送数据，并一直有数据发送；乙每收到一个数据段都会发出一个接收窗口为10KB的确认段。若甲在t时刻发生超时时拥塞窗口为8KB，则从t时刻起，不再发生超时的情况下，经过10个RTT后，甲的发送窗口是", "10 KB"),
        ("设TCP的ssthresh的初始值为8，当拥塞窗口上升到12时网络发生了超时，TCP使用慢开始和拥塞避免，求第1轮到第15轮的各拥塞窗口大小", "1、2、4、8、9、10、11、12、1、2、4、6、7、8、9（MSS）"),
        ("TCP连接MSS=2KB，初始拥塞窗口2KB，慢开始门限16KB，需要几个RTT拥塞窗口达到24KB", "7 个 RTT"),
        ("慢启动门限为16，cwnd初始为1，请问第10个RTT时拥塞窗口是多少", "21 MSS"),
        ("cwnd=20时超时，新的慢开始门限是多少", "门限 10 MSS"),
        ("TCP采用Reno算法，拥塞窗口为24个MSS时收到3个重复的ACK，3个RTT之后拥塞窗口是多少", "15 MSS"),
        ("TCP采用Tahoe算法，拥塞窗口为24个MSS时收到3个重复的ACK，3个RTT之后拥塞窗口是多少", "8 MSS"),
        ("TCP的慢开始门限初始值为8，cwnd从1开始，当cwnd增长到12时发生超时，第14轮次cwnd是多少", "8 MSS"),
        ("拥塞窗口20KB时发生超时，MSS是2KB，此后经过6个RTT拥塞窗口多大？", "16 KB"),
        # Half of an odd window is rounded down.
        ("慢开始门限为16，第10轮发生超时，第14轮cwnd是多少", "8 MSS"),
        ("cwnd=15时超时，5个RTT后cwnd是多少", "9 MSS"),
    ],
)  # fmt: skip
def test_solver_answers(text: str, answer: str) -> None:
    assert answer_of("tcp-congestion", text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "CUBIC算法，cwnd=40时丢包，5个RTT后窗口多大",
        "cwnd=16时超时，5个RTT后cwnd是多少，每收到两个ACK才增加1",
        "cwnd=16时收到2个冗余ACK，5个RTT后cwnd是多少",
        "cwnd=16时收到3个冗余ACK，窗口变为门限加3，5个RTT后cwnd是多少",
        "cwnd=16时超时，第3个RTT又超时，5个RTT后cwnd是多少",
        "cwnd=16时超时，5秒后cwnd是多少",
        "MSS=1KB，cwnd=16KB时超时，接收缓存共10KB且应用不取走数据，5个RTT后发送窗口是多少",
        "MSS=1KB，cwnd=16KB时超时，5个RTT后发送窗口是多少",
        "门限为8，第10轮的发送窗口是多少",
        "cwnd=16时超时，5个RTT后吞吐量是多少",
        "MSS=1000B，cwnd=16KB时超时，5个RTT后cwnd是多少",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert left_alone("tcp-congestion", text)


def test_solver_asks_for_the_segment_size() -> None:
    asked = solve_text("拥塞窗口为20KB时发生超时，4个RTT后拥塞窗口是多少", "408")
    assert isinstance(asked, NeedsParameter)
    solved = solve_text(asked.completed("2"), "408")
    assert isinstance(solved, Solved)
    assert solved.answer == "12 KB"


def test_own_questions_are_solved_as_keyed() -> None:
    assert own_questions_solved("tcp-congestion") > 0


def test_windows_in_bytes() -> None:
    text = "TCP连接MSS为1460字节，初始门限8个MSS，拥塞窗口初始1个MSS，第5轮发送时cwnd为多少字节？"
    assert answer_of("tcp-congestion", text) == f"{by_acknowledgements(5, 8, {})[-1][0] * 1460} B"


def test_every_round_of_a_list_is_answered() -> None:
    windows = [window for window, _ in by_acknowledgements(18, 16, {10: "timeout"})]
    text = "TCP慢开始门限初始16，cwnd从1开始，第11轮次发送后检测到超时，第12轮、第16轮、第18轮cwnd各多少？"
    assert answer_of("tcp-congestion", text) == "，".join(f"拥塞窗口 {windows[number - 1]} MSS" for number in (12, 16, 18))


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("客户C和服务器S已建立TCP连接，RTT=40ms，最长报文段寿命MSL=600ms，C主动断开连接。从C向S发出FIN段起，C和S进入CLOSED状态至少各需多长时间？", [2 * 600 + 40, 60]),
        ("甲向乙发起TCP连接释放，RTT为20ms，MSL为1min，乙收到FIN后没有数据要发。从甲发出FIN到甲进入CLOSED状态至少经过多长时间？", [2 * 60_000 + 20]),
    ],
)  # fmt: skip
def test_closing_times(text: str, answer: list[int]) -> None:
    assert answer_of("tcp-congestion", text) == "；".join(units.show_time(Fraction(time, 1000)) for time in answer)


@pytest.mark.parametrize(
    "text",
    [
        "甲与乙的TCP连接，RTT=30ms，MSL=2s，甲首先发出FIN，乙还要再传100ms的数据才发FIN，甲经过多久进入CLOSED？",
        "客户C和服务器S已建立TCP连接，RTT=40ms，MSL=600ms，C主动断开连接，S收到FIN后30ms才发FIN，则C进入CLOSED状态至少需要多长时间？",
        "甲与乙的TCP连接，MSL=2s，甲首先发出FIN，从甲发出FIN到甲进入CLOSED状态至少需要多长时间？",
    ],
)
def test_closing_times_that_hang_on_something_else(text: str) -> None:
    assert left_alone("tcp-congestion", text)
