"""Memory from chips against every address laid out, textbook classics, and sentences as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.generators import Solved, solve_text
from engine.generators.co.memory_chips import Memory

from ..every_kind import right_option, sample

K = 1024


def laid_out(words: int, bits: int, chip_words: int, chip_bits: int) -> list[range]:
    """The addresses of each chip, placed one after another until every bit of every word has its place."""
    chips: list[range] = []
    start = 0
    while start < words:
        bit = 0
        while bit < bits:
            chips.append(range(start, start + chip_words))
            bit += chip_bits
        start += chip_words
    return chips


def test_textbook_classics() -> None:
    # 408, 2010: 2K x 4 chips make 8K x 8; the chip of address 0B1FH starts at 0800H.
    memory = Memory(8 * K, 8, 2 * K, 4)
    assert (memory.chips, memory.span(memory.group_of(0x0B1F))) == (8, (0x0800, 0x0FFF))
    # 408, ROM and RAM beside each other: 64K bytes less 4000H-5FFFH of ROM, chips of 8K x 4: 56K x 8 takes 14.
    assert Memory(56 * K, 8, 8 * K, 4).chips == 14
    # Tang, Computer Organization: 1K x 4 chips make 4K x 8: four groups of two.
    assert (Memory(4 * K, 8, K, 4).groups, Memory(4 * K, 8, K, 4).side_by_side) == (4, 2)


@settings(max_examples=40)
@given(st.integers(1, 6), st.integers(0, 3), st.sampled_from([8, 16, 32]), st.sampled_from([1, 2, 4, 8]), st.integers(0, 10**6))
def test_agrees_with_every_chip_laid_out(size: int, more: int, bits: int, chip_bits: int, address: int) -> None:
    memory = Memory(1 << size + more, bits, 1 << size, chip_bits)
    chips = laid_out(memory.words, bits, memory.chip_words, chip_bits)
    assert memory.chips == len(chips)
    address %= memory.words
    holding = [chip for chip in chips if address in chip]
    assert len(holding) == memory.side_by_side
    assert memory.span(memory.group_of(address)) == (holding[0][0], holding[0][-1])


def test_keys_agree_with_the_layout() -> None:
    for composed in sample("memory-chips"):
        asked = composed.parameters
        shown = right_option(composed)
        if asked["task"] == "ram":
            first, last = asked["rom"]
            ram = 65536 - len(range(first, last + 1))
            assert shown == f"{len(laid_out(ram, asked['bits'], asked['chip_words'], asked['chip_bits']))} 片"
            continue
        chips = laid_out(asked["words"], asked["bits"], asked["chip_words"], asked["chip_bits"])
        starts = sorted({chip.start for chip in chips})
        if asked["task"] == "chips":
            assert shown == f"{len(chips)} 片"
        elif asked["task"] == "select":
            assert shown == f"{next(n for n in range(20) if 2**n >= len(starts))} 根"
        elif asked["task"] == "lowest":
            assert int(shown.strip("`H"), 16) == next(chip.start for chip in chips if asked["address"] in chip)
        else:
            first, last = (int(part.strip("H"), 16) for part in shown.strip("`").split("～"))
            chosen = next(chip for chip in chips if chip.start == starts[asked["group"]])
            assert (first, last) == (chosen[0], chosen[-1])


# --- solver ------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("用2K×4位的芯片组成8K×8位的存储器，需要多少片？", "8 片"),
        ("用若干片 1K×4 位的存储芯片构成 4K×8 位的主存，共需几片芯片", "8 片"),
        ("采用16K×1位的DRAM芯片组成64K×8位的存储器，求所需芯片数", "32 片"),
        ("老师，现有 8K×8位 的RAM芯片，要构成 64K×16位 的存储器，需要多少个芯片", "16 片"),
        ("某计算机主存容量为64K×32位，由16K×8位的SRAM芯片构成，共需多少片", "16 片"),
        ("若用256K×8位的芯片组成1M×32位的存储器，则需要该芯片几片", "16 片"),
        ("用4K*4位的芯片扩展成16K*16位的存储器，芯片数是多少", "16 片"),
        ("设计一个 32K×16 位的存储器，选用 4K×8 位的存储芯片，请问需要多少片", "16 片"),
    ],
)
def test_solver_answers(text: str, answer: str) -> None:
    solved = solve_text(text, "408")
    assert isinstance(solved, Solved), text
    assert solved.kind.name == "memory-chips"
    assert solved.answer == answer


@pytest.mark.parametrize(
    "text",
    [
        "用2K×4位的芯片组成8K×8位的存储器，需要几根地址线",
        "用2K×4位和4K×4位的芯片组成8K×8位的存储器，需要多少片",
        "主存64K×8位，其中8K为ROM，其余用8K×4位的RAM芯片，需要多少片",
        "用3K×4位的芯片组成8K×8位的存储器，需要多少片",
        "用2K×4位的芯片组成8K×8位的存储器，片选译码器有几个输出",
        "8片2K×4位的芯片组成多大的存储器",
        "为什么要用多片芯片扩展存储器",
        "用2K×4位的芯片组成8K×8位的存储器，已有3片，还需要多少片",
        "用2K×4位的芯片组成8K×8位带1位奇偶校验的存储器，需要多少片",
    ],
)
def test_solver_stays_out(text: str) -> None:
    assert solve_text(text, "408") is None


def test_pasted_options_are_matched() -> None:
    stem = "用2K×4位的芯片组成8K×8位的存储器，需要多少片（  ）"
    solved = solve_text(stem + "\nA. 2片\nB. 4片\nC. 8片\nD. 16片", "408")
    assert isinstance(solved, Solved)
    assert solved.option == "C"
    assert solve_text(stem + "\nA. 2片\nB. 4片\nC. 6片\nD. 16片", "408") is None


def test_own_questions_are_not_contradicted() -> None:
    for composed in sample("memory-chips"):
        solved = solve_text(composed.question.stem, "408")
        if isinstance(solved, Solved):
            assert solved.answer == right_option(composed), composed.question.stem
