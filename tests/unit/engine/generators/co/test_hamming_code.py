"""Hamming codes against a search for the nearest code word, and textbook classics."""

from __future__ import annotations

from functools import cache
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators.co._hamming_code.simulator import check_bits, data_of, encode, flipped, syndrome

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone, own_questions_solved


@cache
def words(data: int, odd: bool) -> dict[str, str]:
    """All code words (position 1 first) with their data, found by trying every word of the length against every parity equation."""
    length = data
    while sum(position & (position - 1) != 0 for position in range(1, length + 1)) < data:
        length += 1
    found = {}
    for bits in product("01", repeat=length):
        groups = [[bits[p - 1] for p in range(1, length + 1) if p >> i & 1] for i in range(length.bit_length())]
        if all(group.count("1") % 2 == odd for group in groups):
            found["".join(bits)] = "".join(bit for p, bit in enumerate(bits, 1) if p not in (1, 2, 4, 8))
    return found


@pytest.mark.parametrize(
    ("data", "odd", "code"),
    [
        # Tang, Computer Organization: 0101 with even parity gives 0100101.
        ("0101", False, "0100101"),
        # The (7,4) code's usual worked example: 1011 with even parity gives 0110011.
        ("1011", False, "0110011"),
        # Tanenbaum, Computer Networks: the character H (1001000) becomes 00110010000.
        ("1001000", False, "00110010000"),
        # Tanenbaum again: the letter a (1100001) becomes 10111001001.
        ("1100001", False, "10111001001"),
    ],
)
def test_textbook_classics(data: str, odd: bool, code: str) -> None:
    assert encode(data, odd) == code
    assert words(len(data), odd)[code] == data


def test_classic_error_positions() -> None:
    # Tang: 0100111 received under even parity: position 6 is wrong.
    assert syndrome("0100111") == 6
    assert syndrome("0100101") == 0


def test_check_bits_needed() -> None:
    # The table in every textbook: 1, 2-4, 5-11, 12-26, 27-57 and 58-120 data bits.
    assert [check_bits(n) for n in (1, 4, 5, 11, 12, 26, 27, 57, 58, 120)] == [2, 3, 4, 4, 5, 5, 6, 6, 7, 7]


@settings(max_examples=60)
@given(st.text("01", min_size=4, max_size=8), st.booleans(), st.integers(0, 12))
def test_one_error_is_found(data: str, odd: bool, position: int) -> None:
    code = encode(data, odd)
    assert words(len(data), odd)[code] == data
    position = min(position, len(code))
    received = flipped(code, position) if position else code
    assert syndrome(received, odd) == position
    assert data_of(code) == data


def test_keys_agree_with_search() -> None:
    for composed in sample("hamming-code"):
        asked = composed.parameters
        shown = right_option(composed)
        if asked["task"] == "count":
            n = asked["data_bits"]
            assert shown == f"{next(k for k in range(1, 20) if 2**k >= n + k + 1)} 位"
        elif asked["task"].startswith("encode"):
            assert words(len(asked["data"]), asked["odd"])[shown.strip("`")] == asked["data"]
        else:
            received = asked["received"]
            data_bits = sum(p & (p - 1) != 0 for p in range(1, len(received) + 1))
            near = [
                (place, words(data_bits, asked["odd"])[flipped(received, place)])
                for place in range(1, len(received) + 1)
                if flipped(received, place) in words(data_bits, asked["odd"])
            ]
            assert len(near) == 1
            assert shown == (f"`{near[0][1]}`" if asked["task"] == "correct" else f"第 {near[0][0]} 位")


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("要对8位数据做海明校验，纠一位错，至少加几位校验位？", "4 位"),
        ("数据10位，海明码校验位要几位", "4 位"),
        ("信息位16位，海明码需要多少位校验位，编码总长多少位", "校验位 5 位，码字共 21 位"),
        ("用4个校验位的汉明码最多可以保护多少位信息", "11 位"),
        ("对信息1101进行偶校验海明编码，P1在最左边，得到的7位码字是？", "1010101"),
        ("奇校验的海明码，数据位0110，校验位在2的幂次位置，求完整的码字，从左往右写", "0001110"),
        ("求信息码1010的海明码，采用偶校验", "第 1 位在左时：1011010；第 1 位在右时：1010010"),
        ("接收到的海明码为1100110（偶校验，左边第一位是P1），哪位出错了", "没有出错，数据为 0110"),
        ("收到偶校验汉明码 0100111，从左到右编号，判断是否有错，若有错指出是第几位", "第 6 位出错"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    assert answer_of("hamming-code", text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "海明码1011010中P1、P2、P4各校验哪些位",
        "海明码和CRC的区别是什么",
        "数据1011用海明码编码，校验位放在第5、6、7位，求编码",
        "数据1011用海明码编码，再取反后是多少",
        "收到(7,4)海明码 11011，偶校验，哪一位错了",
        "海明码最少要几位校验位",
        "对信息1101加一位偶校验位后的编码",
        "8位数据的扩展海明码要几位校验位",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert left_alone("hamming-code", text)


def test_solver_answers_own_questions() -> None:
    assert own_questions_solved("hamming-code") > 60
