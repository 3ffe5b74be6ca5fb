"""Two's complement arithmetic against whole numbers without a bound (ctypes for the wrapping), classics, and sentences as people type them."""

from __future__ import annotations

import ctypes
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import NeedsParameter, Solved, solve_text
from engine.generators.co._complement_arithmetic.complement import coded, operate, signed

from ..every_kind import right_option, sample

SIGNED = {8: ctypes.c_int8, 16: ctypes.c_int16}
UNSIGNED = {8: ctypes.c_uint8, 16: ctypes.c_uint16}


def reference(x: int, y: int, bits: int, subtracting: bool) -> dict[str, int]:
    """The flags by their meaning: the true result of signed, and of unsigned numbers, does or does not fit."""
    one, other = int(SIGNED[bits](x).value), int(SIGNED[bits](y).value)
    true = one - other if subtracting else one + other
    natural = x - y if subtracting else x + y
    wrapped = int(SIGNED[bits](true).value)
    return {
        "code": int(UNSIGNED[bits](natural).value),
        "OF": int(wrapped != true),
        "CF": int(not 0 <= natural < 1 << bits),
        "SF": int(wrapped < 0),
        "ZF": int(wrapped == 0),
    }


@pytest.mark.parametrize(
    ("x", "y", "bits", "subtracting", "code", "overflow"),
    [
        # Tang, Computer Organization: A = 15, B = 24 in 8 bits, A - B = -9.
        (15, 24, 8, True, 0b11110111, 0),
        # The same: A = -93, B = +45, A - B = +118 by overflow.
        (-93, 45, 8, True, 0b01110110, 1),
        # 408: x = 103, y = -25 in 8 bits: x - y = 128 overflows, x + y = 78 does not.
        (103, -25, 8, True, 0b10000000, 1),
        (103, -25, 8, False, 0b01001110, 0),
    ],
)
def test_textbook_classics(x: int, y: int, bits: int, subtracting: bool, code: int, overflow: int) -> None:
    result = operate(coded(x, bits), coded(y, bits), bits, subtracting)
    assert (result.code, result.overflow) == (code, overflow)


@settings(max_examples=120)
@given(st.sampled_from([8, 16]), st.integers(0, 65535), st.integers(0, 65535), st.booleans())
def test_simulator_agrees_with_reference(bits: int, x: int, y: int, subtracting: bool) -> None:
    x, y = x % (1 << bits), y % (1 << bits)
    result = operate(x, y, bits, subtracting)
    found = {"code": result.code, "OF": result.overflow, "CF": result.borrow, "SF": result.sign, "ZF": result.zero}
    assert found == reference(x, y, bits, subtracting)


def test_values_and_codes() -> None:
    assert [signed(code, 8) for code in (0x7F, 0x80, 0xFF)] == [127, -128, -1]
    with pytest.raises(ValueError, match="128 needs"):
        coded(128, 8)


def test_keys_agree_with_reference() -> None:
    for composed in sample("complement-arithmetic"):
        asked = composed.parameters
        subtracting = asked["task"] in ("difference", "flags") or bool(asked.get("subtracting"))
        expected = reference(asked["x"], asked["y"], asked["bits"], subtracting)
        shown = right_option(composed)
        for name, value in re.findall(r"([OSZC]F)=([01])", shown):
            assert int(value) == expected[name], composed.question.id
        if asked["task"] in ("sum", "difference"):
            assert shown.startswith(f"`{expected['code']:02X}H`")
        if asked["task"] == "readings":
            assert shown == f"{expected['code']}、{int(SIGNED[8](expected['code']).value)}"


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("机器字长8位，x=15，y=24，用补码计算x-y", "结果的机器数 F7H，真值 -9，不溢出（OF=0）"),
        ("8位补码，x=103，y=-25，求x-y并判断是否溢出", "结果的机器数 80H，溢出（OF=1）"),
        ("设机器字长为8位（含1位符号位），A=-93，B=45，求[A-B]补，是否溢出？", "结果的机器数 76H，溢出（OF=1）"),
        ("某8位机，[x]补=11110100，[y]补=10110000，求[x+y]补并指出是否溢出", "结果的机器数 A4H（10100100），真值 -92，不溢出（OF=0）"),
        ("用8位补码表示，x = F5H，y = 7BH，x+y 的结果和OF、CF分别是多少", "结果的机器数 70H，真值 112，不溢出（OF=0），CF=1"),
        (
            "老师好，8位寄存器中 R1=0x9C，R2=0x70，补码运算 R1-R2 的各标志OF、SF、ZF、CF是多少",
            "结果的机器数 2CH，溢出（OF=1），SF=0，ZF=0，CF=0",
        ),
        ("字长16位，x=32767，y=2，求 x+y 的补码，判断溢出", "结果的机器数 8001H，溢出（OF=1）"),
        (
            "8位补码，x=15，y=24，求x+y和x-y",
            "x+y：结果的机器数 27H，真值 39，不溢出（OF=0）；x-y：结果的机器数 F7H，真值 -9，不溢出（OF=0）",
        ),
        ("8位补码，x=15，y=24，求2x-y", "[2x-y]补 = 00000110，2x-y = 6"),
        ("8位补码，x=0.1011，y=-0.0101，求x+y", "[x+y]补 = 0.0110000，x+y = 0.0110000"),
        ("x=64，y=90，补码字长8位，x加y会不会溢出", "结果的机器数 9AH，溢出（OF=1）"),
        ("[X]补=0110 1010，[Y]补=0101 0001，8位补码，计算[X+Y]补，有没有溢出？", "结果的机器数 BBH（10111011），溢出（OF=1）"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.kind.name == "complement-arithmetic"
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "8位原码，x=15，y=24，求x+y",
        "8位补码，x=15，y=24，z=3，求x+y",
        "8位补码，x=1101，y=0101，求x+y是否溢出",
        "8位补码，x=200，y=24，求x+y是否溢出",
        "采用双符号位的8位补码，x=15，y=24，求x+y是否溢出",
        "unsigned char x=200，y=100，求x+y的补码",
        "8位补码，x=15，y=24，求x×y是否溢出",
        "补码加法中，什么情况下会溢出",
        "[x]补=1101，8位补码，[y]补=0110，求x+y",
        "8位补码，x=15，y=24，x先左移1位再与y相加，求x+y",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert solve_text(text, "408") is None


def test_solver_asks_for_the_word_length() -> None:
    asked = solve_text("用补码计算，x=103，y=-25，x-y是否溢出", "408")
    assert isinstance(asked, NeedsParameter)
    assert [missing.name for missing in asked.missing] == ["bits"]
    solved = solve_text(asked.completed("8"), "408")
    assert isinstance(solved, Solved)
    assert solved.answer == "结果的机器数 80H，溢出（OF=1）"


def test_pasted_options_that_say_more_are_left_alone() -> None:
    stem = "8位补码，x=103，y=-25，x-y的结果是（  ）"
    assert solve_text(stem + " A.128 B.78 C.-78 D.127", "408") is None


def test_own_questions_are_not_contradicted() -> None:
    for composed in sample("complement-arithmetic"):
        solved = solve_text(composed.question.stem, "408")
        if isinstance(solved, Solved):
            shown = right_option(composed)
            assert (shown.split("`")[1] if "`" in shown else shown) in solved.answer, composed.question.stem
