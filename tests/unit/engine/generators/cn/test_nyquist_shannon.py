"""Nyquist and Shannon against the mathematics library, textbook classics, and sentences as people type them."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import NeedsParameter, Solved, solve_text
from engine.generators.cn._nyquist_shannon.simulator import levels_for, log2, nyquist, ratio_of, shannon

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone


def test_textbook_classics() -> None:
    # Tanenbaum: 3 kHz and 30 dB never more than 30 kbit/s; TV channels of 6 MHz with four levels: 24 Mbit/s.
    assert 29_800 < shannon(Fraction(3000), ratio_of(Fraction(30))) < 30_000
    assert nyquist(Fraction(6 * 10**6), 4) == 24 * 10**6
    # Tanenbaum: binary signals over 3 kHz with 20 dB: Nyquist's 6 kbit/s holds.
    assert min(nyquist(Fraction(3000), 2), shannon(Fraction(3000), ratio_of(Fraction(20)))) == 6000
    # 4 phases with 4 amplitudes over 3 kHz: 24 kbit/s; half of Shannon's limit at 8 kHz and 30 dB: about 40 kbit/s.
    assert nyquist(Fraction(3000), 16) == 24_000
    assert round(shannon(Fraction(8000), ratio_of(Fraction(30))) / 2 / 1000) == 40
    # A noiseless limit not below Shannon's at 30 dB needs 32 states.
    assert levels_for(Fraction(1000), shannon(Fraction(1000), ratio_of(Fraction(30)))) == 32


@settings(max_examples=60)
@given(st.integers(1, 10**6), st.integers(0, 60))
def test_logarithms_agree_with_the_mathematics_library(value: int, decibels: int) -> None:
    assert float(log2(Fraction(value))) == pytest.approx(math.log2(value), rel=1e-12)
    assert float(ratio_of(Fraction(decibels))) == pytest.approx(10 ** (decibels / 10), rel=1e-12)


def test_keys_agree_with_reference() -> None:
    for composed in sample("nyquist-shannon"):
        asked, shown = composed.parameters, right_option(composed)
        w = asked["bandwidth"]
        if asked["task"] == "levels":
            levels = int(shown)
            assert 2 * w * math.log2(levels) >= asked["rate"] - 1e-6 > 2 * w * math.log2(levels - 1)
            continue
        noisy = w * math.log2(1 + asked.get("ratio", 10 ** (asked.get("decibels", 0) / 10)))
        quiet = 2 * w * math.log2(asked.get("levels", asked.get("phases", 1) * asked.get("amplitudes", 1)))
        expected = {"nyquist": quiet, "modulation": quiet, "both": min(quiet, noisy)}.get(asked["task"], noisy)
        expected *= float(Fraction(asked.get("share", 1)))
        assert float(shown.split()[0]) * 1000 == pytest.approx(expected, abs=50.001)


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("若信道在无噪声情况下的极限数据传输速率不小于信噪比为30dB条件下的极限数据传输速率，则信号状态数至少是多少，带宽3kHz", "32 个"),
        ("带宽3kHz，信噪比30dB，要使速率提高20%，信噪比应为多少", "约 3984.85，即 36 dB"),
        ("对4kHz的话音信号采样，每个样本8位量化，数据率是多少", "64 kbps"),
        ("带宽3kHz，信号功率为10W，噪声功率为2W，求信道容量", "约 7.755 kbps"),
        ("带宽4kHz的信道要达到41kb/s，用香农公式算信噪比至少要多少", "约 1216.75，即 30.85 dB"),
        ("曼彻斯特编码的链路数据率是10Mbps，波特率是多少", "20 M波特"),
        ("信噪比从20dB提高到30dB，带宽4kHz，极限速率增加多少", "约 13.236 kbps"),
        ("波特率3200，每个码元有16种状态，那数据率是多少bps", "12800 bps"),
        ("某调制解调器的波特率为1200波特，采用8种相位、每种相位2种振幅的调制，求数据传输速率", "4.8 kbps"),
        ("数据率9600b/s，每个码元有8种离散电平，波特率是多少", "3200 波特"),
        ("无噪声信道，要传24kb/s，信号有16个电平，至少需要多大带宽", "3 kHz"),
        ("香农公式：信噪比为30dB，想跑到100kb/s，信道带宽要多大", "约 10032.882 Hz"),
        ("6kHz的信道 S/N=63（比值不是dB），香农极限多少", "36 kbps"),
        ("理想低通信道带宽6kHz，最高码元传输速率是多少", "12000 波特"),
        ("码元速率2000波特，数据率要达到8kb/s，每个码元要携带几个比特", "4 bit"),
        ("无噪声信道带宽3kHz，信号有16个离散等级，求最大数据传输速率", "24 kbps"),
        (
            "在无噪声情况下，若某通信链路的带宽为3kHz，采用4个相位，每个相位具有4种振幅的QAM调制技术，则该通信链路的最大数据传输速率是多少",
            "24 kbps",
        ),
        (
            "链路的频率带宽为8kHz，信噪比为30dB，该链路实际数据传输速率约为理论最大数据传输速率的50%，则该链路的实际数据传输速率约是",
            "约 39.869 kbps",
        ),
        ("带宽为 4 kHz、信噪比为 30 dB 的信道，极限数据传输速率是多少？", "约 39.869 kbps"),
        ("电话信道带宽3.4kHz，信噪比20dB，用香农公式求信道容量", "约 22.638 kbps"),
        ("二进制信号在信噪比为 20 dB 的 3 kHz 信道上传输，最大数据传输速率是多少", "6 kbps"),
        ("信道带宽为 6MHz，使用 4 个电平的信号，无噪声，最高数据传输速率？", "24 Mbps"),
        ("信道带宽为4kHz，信噪比S/N为1023，根据香农定理，该信道的极限传输速率为", "40 kbps"),
        ("请问带宽 2 kHz 的无噪声链路采用 16QAM 调制，最大数据传输速率是多少", "16 kbps"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.kind.name == "nyquist-shannon"
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "带宽为3kHz的信道采用曼彻斯特编码，信号有2个等级，数据传输速率是多少",
        "带宽3kHz，信噪比30dB，传送1MB文件需要多长时间",
        "带宽3kHz，码元传输速率最大是多少波特",
        "香农公式的含义是什么？带宽3kHz，信噪比30dB",
        "带宽3kHz，信噪比如图所示，求信道容量",
        "主频为3GHz的处理器，信噪比为30dB的信道，哪个更快",
        "带宽3kHz，信噪比为30dB或20dB，求信道容量",
        "带宽3kHz，信噪比为30，求信道容量",
        "两条带宽3kHz的信道，信噪比30dB，总的信道容量",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert solve_text(text, "408") is None


def test_solver_asks_for_the_bandwidth() -> None:
    asked = solve_text("某信道信噪比为30dB，根据香农公式求信道容量", "408")
    assert isinstance(asked, NeedsParameter)
    assert [missing.name for missing in asked.missing] == ["bandwidth"]
    solved = solve_text(asked.completed("4 kHz"), "408")
    assert isinstance(solved, Solved)
    assert solved.answer == "约 39.869 kbps"


def test_pasted_options_are_matched() -> None:
    stem = "在无噪声情况下，某通信链路的带宽为3kHz，采用4个相位，每个相位具有4种振幅的QAM调制技术，则该通信链路的最大数据传输速率是（  ）"
    solved = solve_text(stem + "\nA. 12 kbps\nB. 24 kbps\nC. 48 kbps\nD. 96 kbps", "408")
    assert isinstance(solved, Solved)
    assert solved.option == "B"
    assert solve_text(stem + "\nA. 12 kbps\nB. 23 kbps\nC. 48 kbps\nD. 96 kbps", "408") is None


def test_own_questions_are_solved_as_keyed() -> None:
    answered = 0
    for composed in sample("nyquist-shannon"):
        options = "\n".join(f"{letter}. {option}" for letter, option in zip("ABCD", composed.question.options, strict=True))
        solved = solve_text(f"{composed.question.stem}\n{options}", "408")
        if isinstance(solved, Solved):
            answered += 1
            assert solved.option == composed.question.key, composed.question.stem
    assert answered > len(sample("nyquist-shannon")) / 2


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("带宽4kHz的信道要达到40kb/s，用香农公式算信噪比至少要多少分贝", "30.1 dB"),
        ("信道带宽10kHz，数据率要达到60kbps，根据香农定理，S/N最小是多少", "63，即 17.99 dB"),
        ("无噪声信道带宽3kHz，要达到24kbps的速率，至少需要多少个离散电平", "16 个"),
        ("无噪声信道带宽5kHz，4个相位，每个相位有4种幅度，最大数据率是多少", "40 kbps"),
        ("理想低通信道带宽5kHz，采用八进制码元，奈氏准则下最大数据率", "30 kbps"),
    ],
)
def test_solver_answers_in_other_words(text: str, answer: str) -> None:
    assert answer_of("nyquist-shannon", text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "带宽4kHz的无噪声信道要达到40kb/s，信噪比至少要多少",
        "信道带宽10kHz，信噪比提高一倍后数据率要达到60kbps，S/N是多少",
        "有噪声信道带宽3kHz，要达到24kbps，至少需要多少个离散电平",
        "信道带宽4kHz，有噪声，极限速率",
        "无噪声信道带宽3kHz，要达到25kbps的速率，至少需要多少个离散电平",
    ],
)
def test_solver_stays_out_of_nearly_the_same(text: str) -> None:
    assert left_alone("nyquist-shannon", text)


def test_a_told_logarithm_is_used() -> None:
    assert answer_of("nyquist-shannon", "某信道带宽为4kHz，信噪比为30dB，求极限数据传输速率（取log2(1001)≈10）。") == "40 kbps"
    assert left_alone("nyquist-shannon", "某信道带宽为4kHz，信噪比为30dB，求极限数据传输速率（取log2(1001)≈7）。")


def test_each_question_has_its_own_law() -> None:
    text = "信道带宽为4kHz，采用16种不同的物理状态。（1）若信道无噪声，按奈奎斯特定理求最大数据传输速率；（2）若信噪比为30dB，按香农定理求最大数据传输速率。"
    assert answer_of("nyquist-shannon", text) == f"奈氏极限 32 kbps，香农极限 约 {4 * math.log2(1001):.3f} kbps"
