"""What a channel can carry: Nyquist without noise, Shannon with it."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction

# Decimal's ln and power are correctly rounded: the same digits on every Python.
_CONTEXT = Context(prec=30)


def log2(value: Fraction) -> Fraction:
    """The logarithm to 30 digits, exact for powers of two."""
    if value.denominator == 1 and value.numerator & (value.numerator - 1) == 0:
        return Fraction(value.numerator.bit_length() - 1)
    number = _CONTEXT.divide(Decimal(value.numerator), Decimal(value.denominator))
    return Fraction(_CONTEXT.divide(_CONTEXT.ln(number), _CONTEXT.ln(Decimal(2))))


def ratio_of(decibels: Fraction) -> Fraction:
    """S/N as a ratio; exact where the decibels are a multiple of ten."""
    tens = decibels / 10
    if tens.denominator == 1:
        return Fraction(10) ** tens.numerator
    return Fraction(_CONTEXT.power(Decimal(10), _CONTEXT.divide(Decimal(tens.numerator), Decimal(tens.denominator))))


def nyquist(bandwidth: Fraction, levels: int) -> Fraction:
    """Bit/s of a noiseless channel of so many Hz and signal levels."""
    return 2 * bandwidth * log2(Fraction(levels))


def shannon(bandwidth: Fraction, ratio: Fraction) -> Fraction:
    """Bit/s that noise allows; `ratio` is S/N, not in decibels."""
    return bandwidth * log2(1 + ratio)


def levels_for(bandwidth: Fraction, rate: Fraction) -> int:
    """The fewest signal levels with which Nyquist's limit is not below a rate."""
    levels = 2
    while nyquist(bandwidth, levels) < rate:
        levels += 1
    return levels
