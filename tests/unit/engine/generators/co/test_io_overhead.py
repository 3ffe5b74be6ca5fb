"""What input and output cost the CPU, against a second of transfers counted one by one, and textbook classics."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators.co._io_overhead.load import fastest, share

from ..every_kind import right_option, sample

MEGA = 10**6


def counted(rate: int, unit: int, cycles: int, hertz: int, seconds: int = 1) -> Fraction:
    """The share of `seconds` that is spent when every `unit` bytes that arrive cost `cycles`, added up."""
    arrived = spent = 0
    while arrived + unit <= rate * seconds:
        arrived += unit
        spent += cycles
    return Fraction(spent, hertz * seconds)


def test_textbook_classics() -> None:
    # 408, 2009: 500 MHz, 0.5 MB/s, 32 bits an interrupt, (18 + 2) instructions of CPI 5: 2.5%.
    assert share(Fraction(MEGA, 2) / 4, 20 * 5, Fraction(500 * MEGA)) == Fraction(25, 1000)
    # The same problem by DMA: 5 MB/s, 5000 bytes a block, 500 cycles a block: 0.1%.
    assert share(Fraction(5 * MEGA, 5000), 500, Fraction(500 * MEGA)) == Fraction(1, 1000)
    # 408, 2011: a device asked 200 times a second, 500 cycles each at 50 MHz: 0.20%.
    assert share(Fraction(200), 500, Fraction(50 * MEGA)) == Fraction(2, 1000)
    # Backwards from the first: 2.5% of the time allows 0.5 MB/s.
    assert fastest(4, 100, Fraction(500 * MEGA), Fraction(25, 1000)) == MEGA // 2


@settings(max_examples=40)
@given(st.integers(1, 50), st.sampled_from([1, 2, 4, 8]), st.integers(1, 500), st.integers(10, 1000))
def test_share_agrees_with_counting(units: int, unit: int, cycles: int, hertz: int) -> None:
    rate = units * unit
    assert share(Fraction(rate, unit), cycles, Fraction(hertz)) == counted(rate, unit, cycles, hertz)
    assert fastest(unit, cycles, Fraction(hertz), counted(rate, unit, cycles, hertz)) == rate


def test_keys_agree_with_counting() -> None:
    for composed in sample("io-overhead"):
        asked = composed.parameters
        shown = right_option(composed)
        if asked["task"] == "limit":
            rate = Fraction(shown.split()[0]) * 1000
            spent = rate / asked["unit"] * asked["cycles"]
            assert spent == Fraction(asked["part"]) * asked["hertz"]
            continue
        hertz, rate_ = asked["hertz"], asked["rate"]
        # Ten thousand bytes stand for the stream: the share does not depend on how long it is looked at.
        expected = {
            "interrupt": lambda a: [(a["unit"], a["cycles"])],
            "polling": lambda a: [(a["buffer"], a["cycles"])],
            "dma": lambda a: [(a["block"], a["before"] + a["after"])],
            "both": lambda a: [(a["unit"], a["cycles"]), (a["block"], a["handling"])],
        }[asked["task"]](asked)
        for text, (unit, cycles) in zip(shown.split("、"), expected, strict=True):
            in_ten_blocks = counted(10 * unit, unit, cycles, 1)
            value = in_ten_blocks / (10 * unit) * rate_ / hertz
            assert abs(Fraction(text.removesuffix("%")) - value * 100) <= Fraction(1, 200)
