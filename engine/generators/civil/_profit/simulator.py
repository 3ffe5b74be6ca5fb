"""Buying and selling: marked price, discount and profit; two prices compared; charges by steps; a lot sold in two parts; the best price.

The rate of profit is profit over cost (国考、省考的约定), never over the selling price.
"""

from __future__ import annotations

from fractions import Fraction

_NUMERALS = "零一二三四五六七八九"


def sale(cost: Fraction | int, markup: Fraction | int, tenths: Fraction | int) -> tuple[Fraction, Fraction, Fraction]:
    """Marked price, selling price and profit: marked up by `markup` per cent, sold for `tenths` tenths of it (八折 = 8)."""
    marked = Fraction(cost) * (100 + markup) / 100
    sold = marked * tenths / 10
    return marked, sold, sold - cost


def charge(amount: Fraction | int, limit: int, low: Fraction, high: Fraction) -> Fraction:
    """The bill for an amount: `low` each up to the limit, `high` each beyond it."""
    return min(Fraction(amount), Fraction(limit)) * low + max(Fraction(0), Fraction(amount) - limit) * high


def two_parts(markup: int, first_share: Fraction, tenths: int) -> Fraction:
    """The rate of profit, in per cent, of a lot of which a share is sold at the marked price and the rest at a discount."""
    return (100 + markup) * (first_share + (1 - first_share) * Fraction(tenths, 10)) - 100


def best_price(cost: int, price: int, sold: int, more: int) -> tuple[int, int]:
    """The price in whole yuan at which most is earned, and how much: every yuan less sells `more` pieces more, every yuan more so many fewer.

    A parabola's top lies in the middle between its zeros: sold for nothing gained, and for nobody.
    """
    none_sold = Fraction(sold, more) + price
    top = (cost + none_sold) / 2
    best = max((int(top), int(top) + 1), key=lambda each: (each - cost) * (sold + (price - each) * more))
    return best, (best - cost) * (sold + (price - best) * more)


def discount(tenths: Fraction | int) -> str:
    """`八折`, `八五折`."""
    hundredths = int(Fraction(tenths) * 10)
    return (_NUMERALS[hundredths // 10] + (_NUMERALS[hundredths % 10] if hundredths % 10 else "")) + "折"
