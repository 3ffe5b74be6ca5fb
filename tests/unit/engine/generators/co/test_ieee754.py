"""IEEE 754 against the processor's own floats (struct), textbook classics, and sentences as people type them."""

from __future__ import annotations

import struct
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from engine.generators import Solved, solve_text
from engine.generators.co._ieee754.floats import DOUBLE, decode, encode, shown

from ..every_kind import right_option, sample


def single(value: float) -> int:
    code: int = struct.unpack(">I", struct.pack(">f", value))[0]
    return code


def number(code: int) -> float:
    value: float = struct.unpack(">f", struct.pack(">I", code))[0]
    return value


@pytest.mark.parametrize(
    ("value", "code"),
    [
        # Patterson and Hennessy, Computer Organization and Design, floating point: -0.75 in single precision.
        ("-3/4", 0xBF400000),
        # Bai, Computer Organization: 20.59375 = 10100.10011 in binary.
        ("20.59375", 0x41A4C000),
        # The same chapter's exercise, backwards: 41360000H is 11.375.
        ("11.375", 0x41360000),
        # 408: a float register holding C640 0000H is (-1.5) x 2^13.
        ("-12288", 0xC6400000),
    ],
)
def test_textbook_classics(value: str, code: int) -> None:
    assert encode(Fraction(value)).code == code
    assert decode(code).value == Fraction(value)


def test_double_classic() -> None:
    # Patterson and Hennessy: -0.75 in double precision.
    assert encode(Fraction(-3, 4), DOUBLE).code == 0xBFE8000000000000


@settings(max_examples=80)
@given(st.fractions(min_value=-(10**6), max_value=10**6, max_denominator=10**6))
def test_encoding_agrees_with_the_processor(value: Fraction) -> None:
    assume(abs(value) > Fraction(1, 10**6))
    # The double on the way could round twice: where it is not exact, it is compared as a double only.
    code: int = struct.unpack(">Q", struct.pack(">d", float(value)))[0]
    assert encode(value, DOUBLE).code == code
    if Fraction(float(value)) == value:
        assert encode(value).code == single(float(value))


@settings(max_examples=80)
@given(st.integers(0, (1 << 32) - 1))
def test_decoding_agrees_with_the_processor(code: int) -> None:
    assume(code >> 23 & 255 != 255)
    assert decode(code).value == Fraction(number(code))


def test_infinity_and_zero_are_no_numbers_here() -> None:
    with pytest.raises(ValueError, match="infinity"):
        decode(0x7F800000)
    with pytest.raises(ValueError, match="zero"):
        encode(Fraction(0))


def test_keys_agree_with_the_processor() -> None:
    for composed in sample("ieee754"):
        asked = composed.parameters
        shown_key = right_option(composed)
        if asked["task"] == "encode":
            assert shown_key == f"`{single(float(Fraction(asked['value']))):08X}H`"
        elif asked["task"] == "decode":
            assert Fraction(shown_key) == Fraction(number(asked["code"]))
        elif asked["task"] == "subnormal":
            sign, power = shown_key[0], int(shown_key[4:-1])
            assert (-1 if sign == "-" else 1) * Fraction(2) ** power == Fraction(number(asked["code"]))
        elif asked["task"] == "sum":
            x, y = (number(code) for code in asked["codes"])
            assert shown_key == f"`{single(x + y):08X}H`"
        else:
            assert shown_key == f"`{single(number(asked['code']) * 2.0 ** asked['shift']):08X}H`"


def test_all_decimals_are_shown() -> None:
    assert shown(Fraction(-1, 64)) == "-0.015625"
    assert shown(Fraction(5)) == "5"


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("float型变量x=-8.25，y=3.5，求x+y的机器数", "C0980000H"),
        ("float f = 1.5e10 的机器数是什么", "505F8476H"),
        ("IEEE 754单精度能表示的最大正数是多少", "(2 − 2^(-23)) × 2^127"),
        ("-8.25的阶码在IEEE754单精度中是多少", "阶码 10000010"),
        ("IEEE 754单精度 7F800000H 的值是多少", "+∞"),
        ("将-8.25表示成IEEE 754单精度浮点数，用十六进制表示", "C1040000H"),
        ("求 20.59375 的 IEEE754 单精度浮点数的机器数", "41A4C000H"),
        ("float型变量x的机器数为C1A40000H，则x的值是多少", "-20.5"),
        ("若浮点数x的IEEE754标准32位存储格式为(41360000)16，求其十进制数值", "11.375"),
        ("老师好，-0.75用IEEE 754双精度格式怎么表示", "BFE8000000000000H"),
        ("0xC6400000按IEEE754单精度解释，真值是多少？", "-12288"),
        ("C语言中 float x = -6.375; x 的机器数用十六进制写出来是什么", "C0CC0000H"),
        ("把十进制数 -27/64 转换成 IEEE754 单精度格式", "BED80000H"),
        ("0.1 的 IEEE 754 单精度浮点数表示是什么", "3DCCCCCDH"),
        ("IEEE 754单精度浮点数 0 10000010 01101100000000000000000 表示的十进制数是多少", "11.375"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.kind.name == "ieee754"
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "某浮点数阶码5位移码、尾数10位补码，求-8.25的表示",
        "把 -8.25 用 16 位半精度浮点数表示",
        "float x=-8.25，把它的机器数按小端存放，最低地址的字节是多少",
        "C1A40000H是int型变量的机器数，值是多少",
        "为什么IEEE754单精度的偏置值是127",
        "二进制数 -101.11 用IEEE754单精度表示",
        "浮点数 1011.101 用IEEE754单精度表示",
        "float型变量x的机器数为C1A40000H，2x的机器数是多少",
        "float i=16777217 强制转换成int的值",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert solve_text(text, "408") is None


def test_pasted_options_are_matched() -> None:
    stem = "float 型变量 x = -8.25，用 IEEE 754 单精度格式表示，x 的机器数为（  ）。"
    solved = solve_text(stem + "\nA. C104 0000H\nB. C240 0000H\nC. C184 0000H\nD. C1C2 0000H", "408")
    assert solved is None or (isinstance(solved, Solved) and solved.option == "A")
    assert solve_text(stem + "\nA. C1060000H\nB. C2400000H\nC. C1840000H\nD. C1C20000H", "408") is None


def test_own_questions_are_solved_as_keyed() -> None:
    answered = 0
    for composed in sample("ieee754"):
        solved = solve_text(composed.question.stem, "408")
        if isinstance(solved, Solved):
            answered += 1
            assert solved.answer == right_option(composed).strip("`"), composed.question.stem
    assert answered
