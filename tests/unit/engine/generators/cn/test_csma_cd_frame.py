"""CSMA/CD against two stations simulated bit by bit, textbook classics, and sentences as people type them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import NeedsParameter, Solved, solve_text
from engine.generators.cn._collision.simulator import longest_delay, longest_distance, shortest_frame

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone

MEGA = 10**6


def notices_every_collision(bits: Fraction, rate: Fraction, delay: Fraction) -> bool:
    """Whether a sender is still sending when the news of the latest possible collision arrives."""
    other_starts = delay  # at the last moment, just before the first bit arrives
    news = other_starts + delay
    return bits / rate >= news


def test_textbook_classics() -> None:
    # Xie Xiren: 1 km of cable at 1 Gbit/s and 200000 km/s: 10 μs there and back, 10000 bits.
    assert shortest_frame(Fraction(10**9), Fraction(1000, 200_000_000)) == 10_000
    # A classic Ethernet: 10 Mbit/s, contention period 51.2 μs: 64 bytes.
    assert shortest_frame(Fraction(10 * MEGA), Fraction(256, 10 * MEGA)) == 512
    # 1 Gbit/s: 800 bits less, 80 m less. 100 Mbit/s, 128 bytes: 5.12 μs one way.
    assert longest_distance(Fraction(10**9), Fraction(800), Fraction(2 * 10**8)) == 80
    assert longest_delay(Fraction(100 * MEGA), Fraction(1024)) == Fraction(512, 100 * MEGA)
    # 100BASE-T with a hub of 1.535 μs, 64 bytes, 200 m/μs: 205 m.
    assert longest_distance(Fraction(100 * MEGA), Fraction(512), Fraction(2 * 10**8), Fraction(1535, 10**9)) == 205


@settings(max_examples=60)
@given(st.integers(1, 1000), st.integers(1, 5000))
def test_shortest_frame_is_just_long_enough(rate: int, delay: int) -> None:
    bits = shortest_frame(Fraction(rate), Fraction(delay))
    assert notices_every_collision(bits, Fraction(rate), Fraction(delay))
    assert not notices_every_collision(bits - Fraction(1, 1000), Fraction(rate), Fraction(delay))
    assert longest_delay(Fraction(rate), bits) == delay


def test_keys_agree_with_reference() -> None:
    for composed in sample("csma-cd-frame"):
        asked, shown = composed.parameters, right_option(composed)
        number, rate = Fraction(shown.split()[0]), Fraction(asked["rate"])
        if asked["task"] == "shortest-frame":
            bits, delay = number * 8, Fraction(asked["distance"], asked["speed"])
        elif asked["task"] == "longest-distance":
            bits, delay = Fraction(asked["frame_bits"]), number / asked["speed"]
        elif asked["task"] == "longest-delay":
            bits, delay = Fraction(asked["frame_bits"]), number / MEGA
        elif asked["task"] == "hubs":
            bits, delay = Fraction(asked["frame_bits"]), number / asked["speed"] + asked["hubs"] * Fraction(asked["each"])
        else:
            bits, delay = Fraction(asked["less_bits"]), number / asked["speed"]
        assert notices_every_collision(bits, rate, delay)
        assert not notices_every_collision(bits - Fraction(1, 1000), rate, delay)


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("一条总线电缆总长1800m，信号每公里要走5μs，速率10Mbps，CSMA/CD的争用期和最短帧长各是多少", "争用期 18 μs，最短帧长 180 bit"),
        (
            "CSMA/CD局域网，甲乙相距2km，信号传播速度200000km/s，甲和乙发送时发生冲突，从开始发送起到两台主机均检测到冲突为止，最短经过多长时间？最长经过多长时间？",
            "最短 10 μs，最长 20 μs",
        ),
        (
            "两台主机用一台集线器连着，速率100Mbps，最短帧长64B，集线器再生比特流会产生1.56μs的延时，信号传播速度200m/μs，主机之间最远能隔多远",
            "200 m",
        ),
        ("总线1500米，2×10^8m/s，中间三个中继器每个引入1.5us，10M的局域网，CSMA/CD最短帧要多少比特", "240 bit = 30 B"),
        ("10BASE5的总线，单程端到端传播时延25.6μs，最短帧长是多少", "512 bit = 64 B"),
        ("采用CSMA/CD协议的网络，速率1Gbps，电缆长1km，信号传播速度200000km/s，求最短帧长", "10000 bit = 1250 B"),
        (
            "在一个采用CSMA/CD协议的网络中，传输介质是一根完整的电缆，传输速率为1 Gbps，电缆中的信号传播速度是200 000 km/s。"
            "若最小数据帧长度减少800比特，则最远的两个站点之间的距离至少需要减少多少",
            "80 m",
        ),
        ("假设一个采用CSMA/CD协议的100 Mbps局域网，最小帧长是128 B，则在一个冲突域内两个站点之间的单向传播延时最多是多少", "5.12 μs"),
        ("长 2 km、数据传输速率为 10 Mbps 的基带总线局域网采用CSMA/CD，信号传播速度为200m/μs，最小帧长是多少？", "200 bit = 25 B"),
        ("10Mbps以太网，争用期51.2μs，最短帧长为多少", "512 bit = 64 B"),
        ("CSMA/CD 网络数据率 100Mbps，最小帧长 64B，信号传播速度 2×10^8 m/s，两站点的最大距离是多少？", "512 m"),
        ("以太网采用CSMA/CD，单程端到端传播时延为25.6微秒，速率10Mb/s，最短有效帧长是多少字节", "512 bit = 64 B"),
        ("CSMA/CD，最远的两个站点相距 2000 m，信号传播速率为 2×108 m/s，争用期是多少", "20 μs"),
        ("老师您好，CSMA/CD 局域网带宽 1 Gbps，电缆长度 400 米，传播速率 2×10^5 km/s，请问最短帧长多少？", "4000 bit = 500 B"),
        (
            "100Mbps 以太网采用 CSMA/CD 协议，最短帧长为 64B，不考虑前导码，两台主机之间经过1个集线器，每个集线器产生1.535μs的延时，信号传播速度为200m/μs，最远距离是多少",
            "205 m",
        ),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.kind.name == "csma-cd-frame"
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "CSMA/CA 网络速率1Gbps，电缆长1km，信号传播速度200000km/s，求最短帧长",
        "CSMA/CD，速率10Mbps，电缆长1km，信号传播速度200000km/s，中继器的时延未知，求最短帧长",
        "CSMA/CD，速率10Mbps，电缆长1km，信号传播速度200000km/s，帧首部 18 B，最短帧中数据有多少",
        "CSMA/CD，速率10Mbps，电缆长1km，信号传播速度200000km/s，求信道利用率",
        "CSMA/CD，速率10Mbps，电缆长1km，信号传播速度200000km/s，每隔200m有一个中继器，求最短帧长",
        "为什么以太网要规定最短帧长？",
        "以太网速率10Mbps，电缆如图所示，信号传播速度200m/μs，求最短帧长",
        "CSMA/CD，速率10Mbps，两站点相距1km，信号传播速度200000km/s，甲乙同时发送数据，经过多长时间检测到冲突",
        "全双工以太网速率1Gbps，电缆长1km，信号传播速度200000km/s，最短帧长是多少",
        "CSMA/CD，速率10MB/s，电缆长1km，信号传播速度200000km/s，求最短帧长",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert solve_text(text, "408") is None


def test_solver_asks_for_the_speed() -> None:
    asked = solve_text("采用CSMA/CD协议，速率1Gbps，电缆长1km，求最短帧长", "408")
    assert isinstance(asked, NeedsParameter)
    assert [missing.name for missing in asked.missing] == ["speed"]
    solved = solve_text(asked.completed("信号传播速率 200000 km/s"), "408")
    assert isinstance(solved, Solved)
    assert solved.answer == "10000 bit = 1250 B"


def test_pasted_options_are_matched() -> None:
    stem = "采用CSMA/CD协议的100 Mbps局域网，最小帧长是128 B，则一个冲突域内两个站点之间的单向传播延时最多是（  ）"
    solved = solve_text(stem + "\nA. 2.56μs\nB. 5.12μs\nC. 10.24μs\nD. 20.48μs", "408")
    assert isinstance(solved, Solved)
    assert solved.option == "B"
    assert solve_text(stem + "\nA. 2.56μs\nB. 5.11μs\nC. 10.24μs\nD. 20.48μs", "408") is None


def test_own_questions_are_solved_as_keyed() -> None:
    answered = 0
    for composed in sample("csma-cd-frame"):
        options = "\n".join(f"{letter}. {option}" for letter, option in zip("ABCD", composed.question.options, strict=True))
        solved = solve_text(f"{composed.question.stem}\n{options}", "408")
        if isinstance(solved, Solved):
            answered += 1
            assert solved.option == composed.question.key, composed.question.stem
    assert answered > len(sample("csma-cd-frame")) / 2


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("电缆上信号传播速率200000km/s，数据率1Gbps，最短帧长减少1000bit，最远两站距离要怎样变化多少", "减少 100 m"),
        ("CSMA/CD网络传输速率1Gbps，信号传播速度200000km/s，若最小帧长增加1000bit，则最远两站的距离至少要", "增加 100 m"),
        ("CSMA/CD网络传输速率1Gbps，信号传播速度200000km/s，若最小帧长减少1000bit，则最远两站的距离至少要", "减少 100 m"),
        ("以太网数据传输率10Mbps，端到端单向传播时延20us，另外集线器引入5us时延，求最短帧长（bit）", "500 bit"),
    ],
)
def test_solver_answers_in_other_words(text: str, answer: str | None) -> None:
    if answer is None:
        assert left_alone("csma-cd-frame", text)
    else:
        assert answer_of("csma-cd-frame", text) == answer


def test_more_and_less_are_told_apart_in_pasted_options() -> None:
    stem = "CSMA/CD网络传输速率1Gbps，信号传播速度200000km/s，若最小帧长减少1000bit，则最远两站的距离至少要"
    solved = solve_text(stem + " A.增加100m B.减少100m C.增加50m D.减少50m", "408")
    assert isinstance(solved, Solved)
    assert solved.option == "B"


@pytest.mark.parametrize(
    "text",
    [
        "CSMA/CD网络传输速率1Gbps，信号传播速度200000km/s，若最小帧长增加1000bit，则最远两站的距离要减少多少",
        "以太网10Mbps，往返时延50us，每个集线器5us时延，求最短帧长",
        "最短帧长是64B的以太网，利用率是多少",
    ],
)
def test_solver_stays_out_of_nearly_the_same(text: str) -> None:
    assert left_alone("csma-cd-frame", text)


@pytest.mark.parametrize(("collisions", "chosen"), [(4, 11), (3, 7), (12, 1000)])
def test_a_told_number_of_slots_is_waited(collisions: int, chosen: int) -> None:
    text = f"10Mb/s以太网的争用期为51.2μs，某站连续发生第{collisions}次碰撞后选到的随机数r={chosen}，它需要等待多久才能重传？"
    assert answer_of("csma-cd-frame", text) == f"{chosen * 51.2:.1f}".removesuffix(".0") + " μs"


def test_more_is_asked_of_backoff() -> None:
    assert answer_of("csma-cd-frame", "以太网第 3 次碰撞后，退避的时间最多是多少个争用期") == "7 个争用期"
    text = "以太网某站第5次发生冲突后退避，（1）随机数r的取值范围是多少？（2）选到r=4的概率是多少？"
    assert answer_of("csma-cd-frame", text) == f"0～31；1/{2**5}"


def test_a_number_that_cannot_be_chosen_is_left_alone() -> None:
    assert left_alone("csma-cd-frame", "10Mb/s以太网，某站第3次碰撞后选到的随机数r=8，它需要等待多久才能重传？")
