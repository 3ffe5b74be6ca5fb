"""Expanding opcodes against counting in a prefix tree, textbook classics, and sentences as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import NeedsParameter, Solved, solve_text
from engine.generators.co.expanding_opcode import expand, most, shortest

from ..every_kind import right_option, sample


def fits(word: int, address: int, counts: dict[int, int]) -> bool:
    """Whether the instructions fit, by the bit patterns each of them takes (a prefix code exists just when their sum does not exceed all)."""
    taken = 0
    top = max(counts)
    for addresses in sorted(counts):
        taken += counts[addresses] << (addresses * address)  # words whose high bits are the opcode
    return word - top * address >= 1 and taken <= 1 << word


def fewest_bits(address: int, counts: dict[int, int]) -> int:
    word = 1
    while not fits(word, address, counts):
        word += 1
    return word


def most_by_trying(word: int, address: int, counts: dict[int, int], asked: int) -> int:
    low, high = 0, 1 << word
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(word, address, counts | {asked: middle}) else (low, middle - 1)
    return low


@pytest.mark.parametrize(
    ("word", "address", "counts", "asked", "expected"),
    [
        # Tanenbaum, Structured Computer Organization: 15 three-address, 14 two-address, 31 one-address, 16 zero-address in 16 bits.
        (16, 4, {3: 15, 2: 14, 1: 31}, 0, 16),
        (16, 4, {3: 15, 2: 14}, 1, 32),
        # Tang, Computer Organization: 16-bit words, 6-bit addresses, 13 two-address instructions leave three prefixes.
        (16, 6, {2: 13}, 1, 192),
        # Fixed length 12 bits, 3-bit addresses: 4 three-, 255 one- and 8 zero-address instructions (the well-known existence exercise).
        (12, 3, {3: 4, 2: 0, 1: 255}, 0, 8),
    ],
)
def test_textbook_classics(word: int, address: int, counts: dict[int, int], asked: int, expected: int) -> None:
    assert most(word, address, counts, asked) == expected


@settings(max_examples=60)
@given(st.integers(2, 6), st.integers(2, 6), st.integers(0, 60), st.integers(0, 300), st.integers(0, 300))
def test_simulator_agrees_with_counting(address: int, opcode: int, two: int, one: int, zero: int) -> None:
    word = 2 * address + opcode
    for asked, counts in ((2, {1: one, 0: zero}), (1, {2: two, 0: zero}), (0, {2: two, 1: one})):
        try:
            answer = most(word, address, counts, asked)
        except ValueError:
            assert not fits(word, address, counts | {asked: 0})
        else:
            assert answer == most_by_trying(word, address, counts, asked)
    if one and zero and two:
        assert shortest(address, {2: two, 1: one, 0: zero}) == fewest_bits(address, {2: two, 1: one, 0: zero})


def test_trace_shows_each_level() -> None:
    levels = expand(16, 4, (15, 14, 31, 16))
    assert [(level.opcode, level.available, level.left) for level in levels] == [(4, 16, 1), (8, 16, 2), (12, 32, 1), (16, 16, 0)]
    with pytest.raises(ValueError, match="17 instructions"):
        expand(16, 4, (15, 14, 31, 17))


def test_keys_agree_with_counting() -> None:
    for composed in sample("expanding-opcode"):
        asked = composed.parameters
        counts = dict(asked["counts"])
        shown = right_option(composed)
        if asked["task"] == "shortest":
            assert shown == f"{fewest_bits(asked['address'], counts)} 位"
        else:
            assert shown == f"{most_by_trying(asked['word'], asked['address'], counts, asked['asked'])} 条"


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("指令字长16位，每个地址码6位，采用扩展操作码，已有二地址指令13条，则一地址指令最多多少条？", "192 条"),
        ("某机指令字长固定为16位，操作数的地址码为4位，三地址指令15条，二地址指令14条，一地址指令31条，零地址指令最多有几条", "16 条"),
        ("设指令字长为12位，每个操作数地址占3位，若有7条三地址指令，7条二地址指令，请问最多可以设计多少条单地址指令", "8 条"),
        ("某指令系统采用定长指令字，指令长度为16位，地址码长度6位，12条二地址指令，254条一地址指令，最多还能安排几条零地址指令", "128 条"),
        ("16位定长指令，地址字段6位，扩展操作码，双地址指令14条，单地址指令最多可有多少条", "128 条"),
        ("指令字长24位，每个地址码占8位，二地址指令有200条，求一地址指令的最大条数", "14336 条"),
        ("指令字长16位，地址码4位，采用操作码扩展技术。现有三地址指令十五条，那么二地址指令最多能有多少条", "16 条"),
        ("指令字长为16位，每个地址码为5位，一地址指令要40条，零地址指令要50条，二地址指令最多有多少条", "62 条"),
        ("计算机指令长度16位，每个地址6位，二地址指令10条，零地址指令100条，一地址指令最多多少条", "382 条"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.kind.name == "expanding-opcode"
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "指令字长16位，每个地址码6位，寻址方式占2位，二地址指令13条，一地址指令最多多少条",
        "指令字长16位，第一个地址码6位，第二个地址码4位，二地址指令13条，一地址指令最多多少条",
        "指令字长16位，每个地址码6位，二地址指令13条，一地址指令和零地址指令共多少条",
        "指令字长16位，每个地址码6位，二地址指令13条，操作码最少几位",
        "指令字长16位，每个地址码6位，定长操作码，二地址指令13条，一地址指令最多多少条",
        "指令字长16位，每个地址码6位，二地址指令70条，一地址指令最多多少条",
        "指令字长16位，每个地址码6位，二地址指令13条，保留2个编码，一地址指令最多多少条",
        "指令字长16位，每个地址码4位，三地址指令15条，一地址指令最多多少条",
        "为什么零地址指令可以没有地址码",
        "二地址指令12条，一地址指令254条，指令字长应该至少多少位",
        "指令格式如图，16位，二地址指令13条，地址码6位，一地址指令最多多少条",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert solve_text(text, "408") is None


def test_solver_asks_for_what_is_missing() -> None:
    asked = solve_text("指令字长16位，扩展操作码，二地址指令13条，一地址指令最多多少条", "408")
    assert isinstance(asked, NeedsParameter)
    assert [missing.name for missing in asked.missing] == ["address"]
    solved = solve_text(asked.completed("6"), "408")
    assert isinstance(solved, Solved)
    assert solved.answer == "192 条"


def test_pasted_options_are_matched() -> None:
    stem = "指令字长16位，每个地址码6位，采用扩展操作码，二地址指令13条，则一地址指令最多有（  ）条。"
    solved = solve_text(stem.replace("（  ）条", "（  ）") + "\nA. 128\nB. 191\nC. 192\nD. 1011", "408")
    assert isinstance(solved, Solved)
    assert solved.option == "C"
    assert solve_text(stem.replace("（  ）条", "（  ）") + " A.1 B.2 C.3 D.4", "408") is None


def test_own_questions_are_solved_as_keyed() -> None:
    answered = 0
    for composed in sample("expanding-opcode"):
        solved = solve_text(composed.question.stem, "408")
        if isinstance(solved, Solved):
            answered += 1
            assert solved.answer == right_option(composed), composed.question.stem
    assert answered
