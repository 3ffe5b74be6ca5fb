"""Code division against every combination of bits tried, textbook classics, and sentences as people type them."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import Solved, solve_text
from engine.generators.cn._code_division.simulator import Chips, orthogonal, sent, taken_out

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone, own_questions_solved

_BOOK: tuple[Chips, ...] = (
    (-1, -1, -1, 1, 1, -1, 1, 1),
    (-1, -1, 1, -1, 1, 1, 1, -1),
    (-1, 1, -1, 1, 1, 1, -1, -1),
    (-1, 1, -1, -1, -1, -1, 1, -1),
)


def combinations_that_sum_up(chips: tuple[Chips, ...], received: Chips) -> list[tuple[int | None, ...]]:
    """Every way in which the stations may have sent, tried one by one."""
    return [bits for bits in product((0, 1, None), repeat=len(chips)) if sent(chips, bits) == received]


def test_textbook_classic() -> None:
    # Xie Xiren, 计算机网络, 2-16.
    assert orthogonal(_BOOK)
    received: Chips = (-1, 1, -3, 1, -1, -3, 1, 1)
    assert [taken_out(code, received) for code in _BOOK] == [[1], [0], [None], [1]]
    assert combinations_that_sum_up(_BOOK, received) == [(1, 0, None, 1)]
    # The national exam of 2014.
    assert taken_out((1, 1, 1, 1), (2, 0, 2, 0, 0, -2, 0, -2, 0, 2, 0, 2)) == [1, 0, 1]


@settings(max_examples=60)
@given(st.tuples(*[st.sampled_from((0, 1, None))] * 4))
def test_what_is_taken_out_is_what_was_sent(bits: tuple[int | None, ...]) -> None:
    received = sent(_BOOK, bits)
    assert combinations_that_sum_up(_BOOK, received) == [bits]
    assert [taken_out(code, received) for code in _BOOK] == [[bit] for bit in bits]


def test_keys_agree_with_reference() -> None:
    for composed in sample("code-division"):
        told, right = composed.parameters, right_option(composed)
        chips = tuple(tuple(code) for code in told["chips"])
        length, place = len(chips[0]), "ABC".index(told["asked"])
        for number, bit in enumerate(right):
            part = tuple(told["received"][number * length : (number + 1) * length])
            assert {bits[place] for bits in combinations_that_sum_up(chips, part)} == {int(bit)}


def test_as_people_ask() -> None:
    told = "A、B、C的码片序列分别是(1,1,-1,-1)、(1,-1,-1,1)和(1,1,1,1)。"
    assert (
        answer_of("code-division", told + "若收到的序列是(1,-1,-3,-1)，则A、B、C发送的数据分别是什么？") == "A 发送 1，B 发送 1，C 发送 0"
    )
    assert answer_of("code-division", told + "现收到(1,-1,-3,-1)，则B发送的数据是（ ）。") == "1"
    assert (
        answer_of("code-division", told + "若收到的序列是(0,-2,-2,0)，问哪些站发送数据了？发送的是1还是0？")
        == "B 发送 1，C 发送 0，A 没有发送"
    )
    assert answer_of("code-division", told + "接收到的信号为(0,-2,-2,0)。哪些站发送了数据？") == "发送了数据的是 B、C"
    solved = solve_text(
        "设站a的码片序列为(1,1,-1,-1)，采用码分复用，则b和c的码片序列可以为（ ）。\nA. (1,-1,1,-1)和(-1,-1,1,1)\nB. (1,-1,1,-1)和(1,-1,-1,1)\nC. (1,1,1,1)和(1,1,1,-1)\nD. (-1,1,1,1)和(1,1,1,1)",
        "408",
    )
    assert isinstance(solved, Solved)
    assert solved.option == "B"


def test_left_alone() -> None:
    told = "A、B的码片序列分别是(1,1,-1,-1)、(1,-1,-1,1)。"
    for text in (
        told + "若收到的序列是(2,1,-2,0)，则A发送的数据是什么？",
        told + "信道有噪声，若收到的序列是(2,0,-2,0)，则A发送的数据是什么？",
        told + "规定发送0时发送码片序列本身。若收到的序列是(2,0,-2,0)，则A发送的数据是什么？",
        told + "若收到的序列是(2,0,-2,0)，则C发送的数据是什么？",
        told + "若收到的序列是(2,0,-2,0)，则A发送的数据是什么？B的信号衰减了多少？",
        told + "序列按倒序给出，收到的是(2,0,-2,0)，A发送的数据是什么？",
        "A、B的码片序列分别是(1,1,-1,-1)、(1,1,-1,1)。若收到的序列是(2,2,-2,0)，则A发送的数据是什么？",
        "A的码片序列是(1,1,-1,-1)。则A发送的数据是什么？",
        told + "为什么两个站的码片序列要正交？",
    ):
        assert left_alone("code-division", text), text


def test_own_questions_are_solved() -> None:
    assert own_questions_solved("code-division") > 0
