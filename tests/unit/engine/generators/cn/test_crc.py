"""CRC against polynomials as Python integers and the standard library's CRC-CCITT, textbook classics, and sentences as people type them."""

from __future__ import annotations

import binascii

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import NeedsParameter, Solved, solve_text
from engine.generators.cn.crc import check_bits, passes, polynomial

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone


def remainder(dividend: int, divisor: int) -> int:
    """The remainder of two polynomials over GF(2), held in integers."""
    while dividend.bit_length() >= divisor.bit_length():
        dividend ^= divisor << (dividend.bit_length() - divisor.bit_length())
    return dividend


def test_textbook_classics() -> None:
    # Tanenbaum: frame 1101011011, generator x^4 + x + 1: 11010110111110 is sent.
    assert check_bits("1101011011", "10011") == "1110"
    # Xie Xiren: M = 101001, P = 1101: remainder 001. And 1101011011 by x^4 + x + 1 again as an exercise.
    assert check_bits("101001", "1101") == "001"
    # Kurose and Ross: D = 101110, G = 1001: R = 011.
    assert check_bits("101110", "1001") == "011"
    assert polynomial("10011") == "x^4 + x + 1"


@settings(max_examples=100)
@given(st.integers(0, 2**20), st.integers(1, 6), st.data())
def test_check_bits_agree_with_integer_polynomials(message: int, degree: int, data: st.DataObject) -> None:
    generator = (1 << degree) | data.draw(st.integers(0, (1 << degree) - 1))
    expected = f"{remainder(message << degree, generator):0{degree}b}"
    word, divisor = f"{message:021b}", f"{generator:b}"
    assert check_bits(word, divisor) == expected
    assert passes(word + expected, divisor)


@settings(max_examples=40)
@given(st.binary(min_size=1, max_size=12))
def test_check_bits_agree_with_the_standard_library(message: bytes) -> None:
    bits = "".join(f"{byte:08b}" for byte in message)
    assert check_bits(bits, "10001000000100001") == f"{binascii.crc_hqx(message, 0):016b}"


def test_keys_agree_with_reference() -> None:
    for composed in sample("crc"):
        asked, shown = composed.parameters, right_option(composed)
        generator = int(asked["generator"], 2)
        if asked["task"] == "received":
            left = remainder(int(asked["frame"], 2), generator)
            degree = len(asked["generator"]) - 1
            assert shown == f"{left:0{degree}b}"
            continue
        degree = len(asked["generator"]) - 1
        check = f"{remainder(int(asked['message'], 2) << degree, generator):0{degree}b}"
        assert shown == (check if asked["task"] == "remainder" else asked["message"] + check)


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("要发送的数据为1101011011，生成多项式x^4+x+1，若数据在传输过程中最后一个1变成了0，接收端能否发现", "余数 0011，能发现"),
        ("数据为0xA5，CRC除数为10011，求校验码", "1011"),
        ("数据位数为 10，生成多项式为 x^4+x+1，CRC 校验位有多少位", "4 位"),
        ("信息码字1101011011，生成多项式G(X)=X⁴+X+1，经CRC编码后实际发送的比特串是什么", "11010110111110"),
        ("除数P=1101，待传送的数据M=101001（共6位），试求余数，并写出最终发往信道的帧", "校验码 001，发送 101001001"),
        ("信息序列对应的多项式M(x)=x^5+x^3+1，生成多项式x^3+x+1，求校验码以及发送序列", "校验码 100，发送 101001100"),
        ("接收端收到的码字是101110110，双方约定的生成多项式G(x)=x^3+x+1，余数是多少？能否认为传输无误", "余数 000，没有检出差错"),
        ("G(x)=x3+x2+1，收到1010010011，传错了吗", "余数 001，有差错"),
        ("crc题：数据1001，除数1011，校验码多少", "110"),
        ("要发送的数据为1101011011，采用CRC的生成多项式是P(x)=x^4+x+1，试求应添加在数据后面的余数", "1110"),
        ("要发送的数据为 101110，采用 CRC 的生成多项式是 x^3+1，求余数", "011"),
        ("数据 101001，除数 1101，求 CRC 校验码", "001"),
        ("CRC校验，信息位为1101011011，生成多项式G(x)=x4+x+1，求发送的比特串", "11010110111110"),
        ("待发送的数据为101001，生成多项式为x^3+x^2+1，实际发送的比特串是什么", "101001001"),
        ("设采用CRC，除数为10011，数据为1101011011，则附加在数据后面的校验位为多少？", "1110"),
        ("请问数据1101011011，生成多项式10011，冗余码是多少", "1110"),
        ("若信息码字为11100011，生成多项式G(x)=x5+x4+x+1，则计算出的CRC校验码为", "11010"),
        ("接收方收到的比特串为 101001001，生成多项式为 x^3+x^2+1，采用CRC校验，是否有差错", "余数 000，没有检出差错"),
        ("收到的数据为101101001，CRC除数1101，有无差错？", "余数 011，有差错"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.kind.name == "crc"
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "要发送的数据为1101011011，采用CRC-16，求余数",
        "数据为1011，采用奇校验，求校验位",
        "要发送的数据为1101011011，生成多项式x^4+x+1，余数取反后发送，求发送的比特串",
        "CRC为什么能检测突发差错？生成多项式x^4+x+1",
        "数据1101011011，除数10011，求商",
        "数据1101011011或1101011001，除数10011，求CRC校验码",
        "数据1101011011，除数10011，初值为全1，求CRC校验码",
        "CRC 生成多项式为 x^4+x+1，可以检测出几位突发错误",
        "数据1201011011，除数10011，求CRC校验码",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert solve_text(text, "408") is None


def test_solver_asks_for_the_generator() -> None:
    asked = solve_text("要发送的数据为1101011011，采用CRC校验，求余数", "408")
    assert isinstance(asked, NeedsParameter)
    assert [missing.name for missing in asked.missing] == ["generator"]
    solved = solve_text(asked.completed("10011"), "408")
    assert isinstance(solved, Solved)
    assert solved.answer == "1110"


def test_pasted_options_are_matched() -> None:
    stem = "要发送的数据为 1101011011，采用 CRC，生成多项式为 x^4+x+1，则余数为（  ）"
    solved = solve_text(stem + "\nA. 1110\nB. 0111\nC. 1010\nD. 1111", "408")
    assert isinstance(solved, Solved)
    assert solved.option == "A"
    assert solve_text(stem + "\nA. 1100\nB. 0111\nC. 1010\nD. 1111", "408") is None


def test_own_questions_are_solved_as_keyed() -> None:
    answered = 0
    for composed in sample("crc"):
        options = "\n".join(f"{letter}. {option}" for letter, option in zip("ABCD", composed.question.options, strict=True))
        solved = solve_text(f"{composed.question.stem}\n{options}", "408")
        if isinstance(solved, Solved):
            answered += 1
            assert solved.option == composed.question.key, composed.question.stem
    assert answered > len(sample("crc")) / 2


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("信息位1101011011，除数10011，末尾补4个0后做模2除法，余数是多少", "1110"),
        ("G(x)=x^4+x+1，要发送的数据为1101011011，求FCS", "1110"),
    ],
)
def test_solver_answers_in_other_words(text: str, answer: str) -> None:
    assert answer_of("crc", text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "信息位1101011011，除数10011，末尾补3个0后做模2除法，余数是多少",
        "信息位1101011011，除数10011，不补0直接模2除，余数是多少",
        "收到的数据11010110111110，除数10011，补4个0后模2除，有无差错",
    ],
)
def test_solver_stays_out_of_nearly_the_same(text: str) -> None:
    assert left_alone("crc", text)


@settings(max_examples=40)
@given(st.integers(1, 7), st.integers(0, 2**7 - 1))
def test_a_bit_that_flips_leaves_the_remainder_of_its_place(place: int, data: int) -> None:
    message, generator = f"{data:07b}", "1101"
    remainder = 1 << (len(message) + 3 - place)
    for shift in range(8, -1, -1):
        if remainder >> (shift + 3) & 1:
            remainder ^= int(generator, 2) << shift
    text = f"生成多项式对应的除数为{generator}，要发送的数据为{message}。若传输中帧的左起第{place}位被翻转，接收方能否发现？"
    assert answer_of("crc", text) == f"余数 {remainder:03b}，{'能' if remainder else '不能'}发现"


def test_two_damages_are_answered_one_after_the_other() -> None:
    text = (
        "要发送的数据为1101011011，采用CRC的生成多项式是P(X)=X^4+X+1。试求应添加在数据后面的余数。"
        "数据在传输过程中最后一个1变成了0，问接收端能否发现？若数据在传输过程中最后两个1都变成了0，问接收端能否发现？"
    )
    assert answer_of("crc", text) == "校验码 1110，余数 0011，能发现，余数 0101，能发现"


def test_the_option_without_an_error_is_found() -> None:
    text = (
        "CRC的生成多项式为G(x)=x^3+x+1，则接收端收到的下列码字中，认为没有差错的是\nA．1101001  B．110101101  C．101101111  D．1110010100"
    )
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved)
    assert solved.option == "A"
