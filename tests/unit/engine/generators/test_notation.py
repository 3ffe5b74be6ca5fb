"""Answers in the notation that is asked for."""

import pytest

from engine.generators.kind import Solution
from engine.generators.notation import rewritten_in_notation_asked


@pytest.mark.parametrize(
    ("text", "answer", "told"),
    [
        ("子网掩码用十六进制怎么写？", "子网掩码 255.255.240.0", "子网掩码 FFFFF000H"),
        ("广播地址用二进制表示", "10.1.2.255", "00001010.00000001.00000010.11111111"),
        ("物理地址是多少（十六进制）？", "24633", "6039H"),
        ("发送的帧写成十六进制", "10110011010", "59AH"),
        ("-45 的 8 位补码，用八进制表示", "[x]补 = 11010011（D3H）", "[x]补 = 323（八进制）"),
        ("x 的真值，二进制？", "真值 -16", "真值 -10000B"),
        ("x 的真值二进制？", "真值 -16", "真值 -10000B"),
        ("单精度的阶码（十六进制）和尾数", "阶码 01111110，尾数 100…0", "阶码 7EH，尾数 100…0"),
        ("真正的数据是什么（用十六进制写出）？", "7E 41 7D 09", "7E 41 7D 09"),
        # Told, not asked for.
        ("逻辑地址3000（十进制）的物理地址是多少？", "41912", "41912"),
        ("二进制指数退避的 k 是多少？", "1023", "1023"),
        # In no form that can be written so for certain.
        ("最小负数用十六进制表示", "最小 -32768", None),
        ("x-y 的补码（十六进制），SF 是多少？", "SF=1", None),
    ],
)
def test_the_only_figure_is_written_in_the_notation_asked(text: str, answer: str, told: str | None) -> None:
    found = rewritten_in_notation_asked(text, Solution(answer=answer, steps=""))
    assert (None if found is None else found.answer) == told
