"""Address lines, ranges of addresses and groups of chips in students' words."""

from __future__ import annotations

import pytest

from ..solving_checks import answer_of, left_alone

NAME = "memory-chips"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("一个16K×32位的存储器，其地址线和数据线的总和是多少", "46 根"),
        ("某RAM芯片容量512×8位，地址线几根", "9 根"),
        ("内存按字节编址，地址从90000H到CFFFFH，若用32K×8bit的存储芯片构成该内存，共需多少片", "8 片"),
        ("内存地址从4000H到43FFH，按字节编址，容量是多少KB", "1 KB"),
        ("用若干片2K×4位的存储芯片组成一个8K×8位的存储器，则地址0B1FH所在芯片的最小地址是（ ）A.0000H B.0600H C.0700H D.0800H", "`0800H`"),
        ("64KB的内存要用16K×4的芯片几片", "8 片"),
        ("1M×8位的存储芯片做成4M×32位的主存，共多少片？", "16 片"),
        ("要组成32K×8位的主存，选用8K×4的SRAM，需几片", "8 片"),
        ("用2K×4位的芯片组成8KB的存储器，需要多少片", "8 片"),
        ("用2K×4位的芯片组成8K×8位的存储器，地址0B1FH所在芯片的最小地址是多少", "`0800H`"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    assert answer_of(NAME, text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "DRAM芯片4M×8位，地址复用，引脚多少",
        "4M×8位的DRAM芯片，地址线几根",
        "用4K×4位芯片扩成32K×16位存储器，要多少片，片选线几根",
        "内存地址从4000H到43FFH，按字编址，容量是多少KB",
        "64KB的内存，其中16KB是ROM，要用16K×4的RAM芯片几片",
        "主存从0000H到FFFFH，ROM占0000H到3FFFH，其余用16K×8的RAM芯片，要几片",
        "2K×4的芯片组成8K×8，地址0B1FH所在那组芯片的最小地址，低位选片",
        "用3K×4的芯片组成8K×8的存储器，要几片",
        "16K×32位的存储器和8K×8位的存储器，地址线各几根",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert left_alone(NAME, text)
