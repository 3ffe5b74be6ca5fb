"""Stuffing against an independent way of doing it, textbook classics, and sentences as people type them."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators.cn._framing.simulator import escaped, restored, stuffed, unescaped, written

from ..every_kind import right_option, sample
from ..solving_checks import answer_of, left_alone, own_questions_solved


def reference_stuffed(bits: str) -> str:
    """By replacing, where the simulator counts."""
    return re.sub("11111", "111110", bits)


def test_textbook_classics() -> None:
    # Xie Xiren, 计算机网络, 3-09 and 3-10.
    data = list(bytes.fromhex("7D 5E FE 27 7D 5D 7D 5D 65 7D 5E"))
    assert written(unescaped(data) or []) == "7E FE 27 7D 7D 65 7E"
    assert stuffed("0110111111111100") == "011011111011111000"
    assert restored("0001110111110111110110") == "00011101111111111110"
    # The national exam of 2013.
    assert stuffed("0111110001111110") == "011111000011111010"


@settings(max_examples=80)
@given(st.text(alphabet="011", max_size=60), st.lists(st.integers(0, 255), max_size=20))
def test_stuffing_is_undone(bits: str, data: list[int]) -> None:
    assert stuffed(bits) == reference_stuffed(bits)
    assert "111111" not in stuffed(bits)
    assert restored(stuffed(bits)) == bits
    assert 0x7E not in escaped(data)
    assert unescaped(escaped(data)) == data


def test_keys_agree_with_reference() -> None:
    for composed in sample("framing"):
        told, right = composed.parameters, right_option(composed)
        if told["task"] == "stuff":
            assert reference_stuffed(told["data"]) == right
        elif told["task"] == "restore":
            assert reference_stuffed(right) == told["data"]
        else:
            assert right.replace("7D", "7D 5D").replace("7E", "7D 5E") == told["data"]


def test_as_people_ask() -> None:
    for text, answer in (
        ("一个PPP帧的数据部分是7D 5E 31 7D 5D。试问真正的数据是什么（用十六进制写出）？", "7E 31 7D"),
        ("要发送的数据是10111111101，用零比特填充后变成什么？", "101111101101"),
        ("HDLC 收到的数据段为 1011111011010，删除填充的 0 后的原始数据是（ ）。", "101111111010"),
        ("位串 111111111100 采用位填充，实际发送的比特串是什么？共插入几个0？", "插入 2 个 0，111110111110 00".replace(" 00", "00")),
        ("采用字节填充，数据 A ESC B FLAG 填充后的输出是什么？", "A ESC ESC B ESC FLAG"),
        ("PPP 异步传输，数据 7E 12 7D 经过字节填充后为？", None),
        ("PPP 字节填充要发送 7E 32 7D，填充后的字节序列是什么？", "7D 5E 32 7D 5D"),
    ):
        if answer is None:
            assert left_alone("framing", text)
        else:
            assert answer_of("framing", text) == answer


def test_left_alone() -> None:
    for text in (
        "要发送的数据是10111111101，每 4 个 1 后插入一个 0，填充后变成什么？",
        "接收方收到 0111111011，删除填充的 0 后的原始数据是什么？",  # a flag among the data
        "要发送的数据是10111111101，加上标志字段后的完整帧是什么？",
        "用零比特填充发送 10111111101，效率是多少？",
        "PPP 帧的数据部分是 7D 5E 31 7D，真正的数据是什么？",  # nothing follows the last
        "要发送的数据是10111111101，零比特填充后的长度是多少？",
    ):
        assert left_alone("framing", text)


def test_own_questions() -> None:
    assert own_questions_solved("framing") > 0
