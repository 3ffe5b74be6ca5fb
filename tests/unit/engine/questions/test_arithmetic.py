from __future__ import annotations

import operator
from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.questions.arithmetic import wrong_equations
from engine.questions.expressions import evaluate


def wrong(text: str) -> list[str]:
    return [equation.text for equation in wrong_equations(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("共 4×8=31 位。", "4×8=31"),
        ("得 2^12 ÷ 8 = 511。", "2^12 ÷ 8 = 511"),
        (r"所以 $2^{10} \times 4 = 4090$", "2^(10) × 4 = 4090"),
        ("平均访问时间为 0.9×2+0.1×50=6.9 ms", "0.9×2+0.1×50=6.9"),
        ("T = 3 + 4 = 8", "3 + 4 = 8"),
        ("10/3=3.34", "10/3=3.34"),
        ("20/3≈6.2", "20/3≈6.2"),
        ("占 1/4=24%", "1/4=24%"),
        ("需要 ⌈100/8⌉=12 块", "⌈100/8⌉=12"),
        ("H(17)=17 mod 13=5", "17 mod 13=5"),
        (r"$\frac{1}{2}+\frac{1}{3}=0.7$", "((1)/(2))+((1)/(3))=0.7"),
        ("（３＋５＝９）", "3+5=9"),
        ("4 KB = 4×1024 = 4095 B", "4×1024 = 4095"),
        ("1. 先算 3+4=7；\n2. 再算 7×3=22。", "7×3=22"),
        ("- 3+4=8", "3+4=8"),
        ("4!/(2!×2!)=8", "4!/(2!×2!)=8"),
        ("共 2×3=9 次", "2×3=9"),
    ],
)
def test_wrong_arithmetic_is_found(text: str, found: str) -> None:
    assert wrong(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "共 4×8=32 位", "3+4=7（个）", "2¹⁰=1024", "1,024×4=4,096", "10/3≈3.33", "10/3=3.33", "2/3≈67%", "2^10≈1000", "1/4=25%", "1-0.95=0.05",
        # numbers with another meaning
        "1010 = 10", "-13.375 = -1101.011", "1101+0110=10011", "1101⊕1011=0110", "(17)8=15", "0x1F=31", "192.168.1.0/24=256", "比例 3:4×2=9", "1010₂=10",
        # variables, units, words that belong to the expression
        "T=2N+4=9", "3+4=2x+1", "f(3)+4=9", "4×1024=4K", "1200×100=12 万", "250+750=1 s", "60/7200=8.33 ms", "16 位=2 字节", "3 个×4=13", "10 减 4=6", "8÷3=2 余 2",
        "7/2=3（取整）", "1+2+…+100=5050", "1+2+...+10=55", "x = 5", "a[3]=5", "3 != 4", "除以 2+1=9", "log 16=4", "100 = 4 的 10 倍", "1024=2 的 10 次方",
        # code and what is no equation at all
        "`5/2 = 2`", "```\n3+4=8\n```", "3+4=7！", "=", "5=", "((((", "3+4 <= 9", "5 / 0 = 1", "9^9^9^9=1", "0.1.2=3", "\ud800=3", "3=3=3",
        "主存 1 GB=2^30 B", "页内偏移 12 位，因为 4 KB=2^12 B", "-3+4=1",
    ],
)  # fmt: skip
def test_what_is_right_or_not_surely_arithmetic_is_left_alone(text: str) -> None:
    assert wrong(text) == []


OPERATORS: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": operator.add,
    "-": operator.sub,
    "×": operator.mul,
    "÷": operator.truediv,
}


@st.composite
def expressions(draw: st.DrawFn, depth: int = 3) -> tuple[str, Fraction]:
    if depth == 0 or draw(st.booleans()):
        number = draw(st.from_regex("[2-9]{2,3}", fullmatch=True))  # nothing that could be a bit string
        return number, Fraction(number)
    left, left_value = draw(expressions(depth=depth - 1))
    right, right_value = draw(expressions(depth=depth - 1))
    sign = draw(st.sampled_from(sorted(OPERATORS)))
    if sign == "÷" and right_value == 0:
        sign = "+"
    return f"({left} {sign} {right})", OPERATORS[sign](left_value, right_value)


@settings(max_examples=150)
@given(expressions(), st.integers(-5, 5))
def test_expressions_come_to_what_they_are_worth(expression: tuple[str, Fraction], off: int) -> None:
    text, value = expression
    assert evaluate(text) == value
    if value.denominator == 1:
        assert wrong(f"由题意得：{text} = {value}。") == []
        perhaps_binary = set(str(abs(value + off))) <= {"0", "1"}
        assert off == 0 or perhaps_binary or wrong(f"由题意得：{text} = {value + off}。")


@settings(max_examples=200)
@given(st.text("0123456789.+-×/()=≈^% ab个，\\{}$!余", max_size=40))
def test_any_text_is_survived(text: str) -> None:
    wrong(text)
    evaluate(text)
