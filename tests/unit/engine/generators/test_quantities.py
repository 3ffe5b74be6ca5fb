"""Quantities: shown in one manner, read in all, and compared by what they say."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.generators.quantities import bytes_of, decimal, is_exact, percent, relation, same, size, value_of


@pytest.mark.parametrize(
    ("value", "digits", "shown"),
    [
        (Fraction(20, 3), 2, "6.67"),
        (Fraction(13, 2), 2, "6.5"),
        (Fraction(6), 2, "6"),
        (Fraction(1, 8), 2, "0.13"),
        (Fraction(-1, 8), 2, "-0.13"),
        (Fraction(-1, 1000), 2, "0"),
        (Fraction(5, 2), 0, "3"),
        (100, 0, "100"),
    ],
)
def test_decimals(value: Fraction, digits: int, shown: str) -> None:
    assert decimal(value, digits) == shown


@given(st.fractions(min_value=-1000, max_value=1000), st.integers(0, 4))
def test_decimals_are_the_nearest(value: Fraction, digits: int) -> None:
    assert abs(Fraction(decimal(value, digits)) - value) <= Fraction(1, 2 * 10**digits)


def test_shares_and_relations() -> None:
    assert percent(Fraction(3, 4)) == "75.0%"
    assert (relation(Fraction(1, 4)), relation(Fraction(1, 3))) == ("=", "≈")
    assert is_exact(Fraction(1, 8), 3)


@pytest.mark.parametrize(
    ("count", "shown"), [(4096, "4 KB"), (1536, "1536 B"), (4 << 20, "4 MB"), (1 << 40, "1 TB"), (1 << 54, "16384 TB"), (0, "0 B")]
)
def test_sizes(count: int, shown: str) -> None:
    assert size(count) == shown


@pytest.mark.parametrize(
    ("number", "unit", "expected"),
    [("4", "KB", 4096), ("1", "字节", 1), ("2", "MB", 2 << 20), ("16", "位", 2), ("1", "KiB", 1024), ("3", "K", 3072)],
)
def test_bytes(number: str, unit: str, expected: int) -> None:
    assert bytes_of(number, unit) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4 KB", (Fraction(4096), "B")),
        ("1.5 ms", (Fraction(3, 2000), "s")),
        ("75%", (Fraction(3, 4), "1")),
        ("9 次", (Fraction(9), "次")),
        ("-6", (Fraction(-6), "1")),
        ("1A2BH", (Fraction(0x1A2B), "1")),
        ("0x1a2b", (Fraction(0x1A2B), "1")),
        ("10 Mbps", (Fraction(10_000_000), "bit/s")),
        ("2 kHz", (Fraction(2000), "Hz")),
        ("9 次、10 次", None),
        ("P1、P2", None),
        ("", None),
    ],
)
def test_values(text: str, value: tuple[Fraction, str] | None) -> None:
    assert value_of(text) == value


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ("1 KB", "1024 B", True),
        ("9 次", "9次", True),
        ("１０", "10", True),
        ("$n^2$", "n^2", True),
        ("1 KB", "1000 B", False),
        ("9 次", "9 个", False),
        ("0.5 s", "500 ms", True),
    ],
)
def test_the_same_in_other_words(one: str, other: str, equal: bool) -> None:
    assert same(one, other) is equal
